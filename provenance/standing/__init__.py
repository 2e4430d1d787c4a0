"""What articles say of their own origin: who issued each, whom it credits, when, and as which version."""

from provenance.standing.alone import RELEASE, Standing
from provenance.standing.story import one_name, standings

__all__ = ["RELEASE", "Standing", "one_name", "standings"]
