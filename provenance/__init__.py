"""Traces near-duplicates, rewrites and translations of news articles back to their source."""

from provenance.version import VERSION as __version__

__all__ = ["__version__"]
