"""Edges that an acknowledgement rules out: whoever names a paper as the source gave that paper nothing."""

from __future__ import annotations

from provenance.derive.family import Family
from provenance.direction import names_as_source


def acknowledged(family: Family) -> frozenset[tuple[int, int]]:
    """Return the edges from articles that name the target's outlet, and are not named by the target in turn."""
    return frozenset(
        (source, target)
        for source, target in family.steps
        if _names_outlet(family, source, target)
        and not names_as_source(family.standings[target], family.standings[source])
    )


def _names_outlet(family: Family, source: int, target: int) -> bool:
    outlet = family.standings[target].outlet
    return outlet is not None and outlet in family.standings[source].papers
