"""Variant wordings: where copies of one text go on otherwise than it does, word by word.

Textual criticism knows by them what witnesses come from: what two have alike against a third, neither of which was
made from the other, they have from one that is not the third (conjunctive readings; Maas, Textual Criticism, 1958).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from provenance.derive.collation import MOST_BITS, collate
from provenance.derive.family import LEFT_OUT_SHARE, Family

LONGEST = 8
"""Words that one wording has in the place of another, at most: longer ones are sentences of their own."""
ALIKE, ALIKE_BITS = 3, 20.0
"""Places at which two go on alike against a third, and the bits of what they say there, from which on neither has it
from that one: in two places of 16 bits in all two editors did so, each by himself."""
Wordings = Mapping[tuple[int, int, tuple[int, ...]], float]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two copies that go on alike where a third text says something else."""

    pair: tuple[int, int]
    apart: bool
    """Neither has all that the other has of what anybody tells, so that neither was made from the other alone."""
    places: frozenset[tuple[int, int]]
    """Where they do: the last word of the third text before each place, and the first one after it."""


def wordings(family: Family, source: int, target: int) -> Wordings:
    """Return the places of a source where its target says something else or more, what it says, and that in bits.

    A place is the last word of the source before it and the first one after it, what is said the keys of the words.
    """
    left, right = family.readings[source], family.readings[target]
    mate = collate(left, right, family.passages(source, target)).mate
    keys, bits = right.article.words.keys, np.minimum(right.bits, MOST_BITS)
    found = {}
    for i, j in pairwise(np.flatnonzero((mate >= 0) & right.content).tolist()):
        before, after = int(mate[i]), int(mate[j])
        short = 1 < j - i <= LONGEST + 1 and 0 < after - before <= LONGEST + 1
        if short and right.content[i:j].all() and left.content[before:after].all():
            said = tuple(keys[i + 1 : j].tolist())
            found[before, after, said] = float(bits[i + 1 : j].sum())
    return found


def kept(family: Family, source: int, target: int, places: Collection[tuple[int, int]]) -> int:
    """Return at how many places of a source its target goes on as the source does."""
    mate = collate(family.readings[source], family.readings[target], family.passages(source, target)).mate
    runs = {word: place for place, word in enumerate(mate.tolist()) if word >= 0}
    return sum(
        before in runs and all(runs.get(word) == runs[before] + word - before for word in range(before, after + 1))
        for before, after in places
    )


def agreements(family: Family, third: int, nodes: Sequence[int]) -> list[Agreement]:
    """Return which of `nodes`, copies of a third text, go on alike in several places where it does not."""
    said = {n: wordings(family, third, n) for n in nodes}
    told = {n: family.explained_by([m for m in (*nodes, third) if m != n], n) for n in nodes}

    def lacks(source: int, target: int) -> float:
        bits = family.readings[target].sentence_bits
        mine = family.explained_by([source], target)
        return float((bits * (told[target] - mine)).sum()) / family.size(target)

    found = []
    for one, other in combinations(sorted(nodes), 2):
        both = said[one].keys() & said[other].keys()
        if len(both) < ALIKE or sum(said[one][key] for key in sorted(both)) < ALIKE_BITS:
            continue
        apart = min(lacks(one, other), lacks(other, one)) >= LEFT_OUT_SHARE
        found.append(Agreement((one, other), apart, frozenset((before, after) for before, after, _ in both)))
    return found
