"""Texts that were translated there and back: those who share wording with each other have it from none of these."""

from __future__ import annotations

from provenance.derive import chosen
from provenance.derive.family import COPY_SHARE, NEAR_COPY, Family
from provenance.evidence import flipped
from provenance.relate import kind_of, lean

BACK = "round-trip translation"
LEAST_COVERED, LEAST_ORDER = 0.6, 0.8
"""Share of either text that the other tells, and of that in the same order, below which neither came back of the
other; looked at first, as what kind of derivation a pair is takes longer."""
LEAST_MORE = 0.1
"""Share of their chosen words that two have in common beyond what either has with a third, from which on that one does
not stand between them."""


def translated_back(family: Family) -> frozenset[tuple[int, int]]:
    """Return the edges of one language whose source was translated there and back, by (source, target).

    Of two that look like a text and what came back of it, the one that has fewer chosen words in common with everybody
    came back: whoever stands between two others has more in common with either than they have with each other. A
    near-copy of the target is no other, for it has its words from there.
    """
    found = set()
    for pair in (pair for pair in sorted(family.weighed) if _looks_back(family, *pair)):
        for source, target in (pair, pair[::-1]):
            if any(_shares_beyond(family, source, target, n) for n in range(len(family.members))):
                found.add((source, target))
    return frozenset(found)


def _looks_back(family: Family, one: int, other: int) -> bool:
    """Tell whether either of two looks like the other after it was translated there and back."""
    weighed = family.weighed[one, other]
    likeness = weighed.likeness
    if min(likeness.covered) < LEAST_COVERED or likeness.order < LEAST_ORDER or not likeness.same_language:
        return False
    if family.worded[one, other] >= COPY_SHARE:
        return False
    sides = family.readings[one], family.readings[other]
    leanings = lean(*sides, weighed), lean(*sides[::-1], flipped(weighed))
    return any(kind_of(leaning) == BACK for leaning in leanings)


def _shares_beyond(family: Family, source: int, target: int, other: int) -> bool:
    """Tell whether the target and another article have words in common that neither has from the source."""
    if other in (source, target) or (min(target, other), max(target, other)) not in family.weighed:
        return False
    if family.worded[target, other] >= NEAR_COPY and not family.each_lacks(target, other):
        return False
    most = max(_shared(family, source, target), _shared(family, source, other))
    return _shared(family, target, other) - most > LEAST_MORE


def _shared(family: Family, one: int, other: int) -> float:
    """Return the greater share of the chosen words of two related articles of one language that both have."""
    sides = family.readings[one], family.readings[other]
    related = (min(one, other), max(one, other)) in family.weighed
    return max(chosen.shares(*sides)) if related and sides[0].article.language == sides[1].article.language else 0.0
