"""Second sources: articles that explain a part of another which its first source cannot."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from provenance.derive.arborescence import ROOT
from provenance.derive.family import Family
from provenance.derive.tree import Tree

SECOND_SHARE = 0.1
"""Least share of a target that only a second source explains."""
UNEXPLAINED = 0.25
"""How well a sentence may be explained by the first source for a second one to explain it."""
SECOND_BITS = 80.0
"""Information that only a second source explains, at which it is as likely as not; measured on simulated trees."""
SECOND_DOUBLING = 60.0
"""So much more doubles the odds."""
SECOND_LIKE = 0.9
"""Second sources that explain this much of what the best one does are told apart by their chance as a source."""
BACKWARDS_BITS = -4.0
"""A source whose edge is so much less likely than its reverse is none."""
Floats = npt.NDArray[np.float64]


def second_sources(
    family: Family, tree: Tree, chance: Floats, lost_of: Mapping[int, int], kin: Mapping[int, Sequence[int]]
) -> list[tuple[int, int, float]]:
    """Return (source, target, bits) of edges that explain a part of the target which its first source cannot."""
    added: list[tuple[int, int, float]] = []
    for target, parent in enumerate(tree.parents):
        if parent == ROOT and target not in lost_of:
            continue
        first = set(kin[target] if target in lost_of else [parent])
        gains = _gains(family, target, first, first | _heirs(tree, added, target))
        most = max(gains.values(), default=0.0)
        if most >= SECOND_BITS and most >= SECOND_SHARE * family.size(target):
            like = [s for s, gain in gains.items() if gain >= SECOND_LIKE * most]
            source = max(like, key=lambda s: (float(chance[s, target]), -s))
            added.append((source, target, gains[source]))
    return added


def _heirs(tree: Tree, added: Sequence[tuple[int, int, float]], node: int) -> set[int]:
    """Return a node and all that descends from it, by second sources too."""
    found = tree.below(node)
    while more := {t for s, t, _ in added if s in found} - found:
        found = found.union(*(tree.below(t) for t in more))
    return found


def _gains(family: Family, target: int, first: Iterable[int], excluded: Collection[int]) -> dict[int, float]:
    """Return for every other possible source how many bits of the target it explains beyond what `first` does."""
    known = family.explained_by(sorted(first), target)
    bits = family.readings[target].sentence_bits
    found = {}
    for s in np.flatnonzero(family.linked[:, target]).tolist():
        backwards = family.scores[s, target] < family.scores[target, s] + BACKWARDS_BITS
        if s not in excluded and not backwards:
            # A sentence that the first has in other words is explained: a sibling may word it more alike.
            found[s] = float((bits * family.coverage[s, target])[known <= UNEXPLAINED].sum())
    return found
