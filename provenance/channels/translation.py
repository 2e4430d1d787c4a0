"""The channel for reuse across languages."""

from __future__ import annotations

from provenance.channels.vectors import Retelling


class Translation(Retelling):
    """Finds articles that tell in one language what others tell in another."""

    name = "translation"
    kind = "translation"
    across = True
