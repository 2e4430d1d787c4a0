"""Edges that an acknowledgement rules out: whoever names a paper as the source gave that paper nothing."""

from __future__ import annotations

from provenance.derive.family import Family
from provenance.direction import names_as_source


def acknowledged(family: Family) -> frozenset[tuple[int, int]]:
    """Return the edges from articles that name the target's outlet as their source.

    Not where the target names them in turn, nor where it was published later.
    """
    return frozenset((source, target) for source, target in family.steps if _acknowledges(family, source, target))


def _acknowledges(family: Family, source: int, target: int) -> bool:
    one, other = family.standings[source], family.standings[target]
    if other.outlet is None or other.outlet not in one.cited or names_as_source(other, one):
        return False
    return not any(signal.signal == "time" and signal.bits > 0 for signal in family.signals[source, target])
