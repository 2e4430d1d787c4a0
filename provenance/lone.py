"""Pairs that alone tie two groups of articles together, while most other pairs between the groups are alike as well.

Whoever retells an article is like that one, and has with the rest of its family what this one has. Reports of one event
by others have something in common with nearly every article on it, and enough with one of them by chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from provenance.article import Pair

LONE = -2.7
"""Bits of such a pair: of 35 pairs that alone tie two groups in labelled stories it fits four of five that do so
wrongly, and three of thirty others."""
MOSTLY, FEWEST = 0.6, 4
"""Share of the other pairs between two groups that are alike at all, and how many, from which on it is said of most."""


class _Tree(NamedTuple):
    """Articles by a walk along the pairs that tie them: what is below one follows it in the order of the walk."""

    place: Mapping[int, int]
    end: Mapping[int, int]
    """The place behind all that is below an article."""
    low: Mapping[int, int]
    """The first place that a pair from there reaches, other than the one that the walk took."""
    parent: Mapping[int, int | None]
    root: Mapping[int, int]


def lone(bits: Mapping[Pair, float]) -> dict[Pair, float]:
    """Return the bits that pairs lose which alone tie two groups that are alike throughout, each below 0.

    `bits` are those of all pairs that have a passage; more than 0 tie two articles.
    """
    ties = [pair for pair, amount in sorted(bits.items()) if amount > 0]
    tree = _walked(ties)
    across: dict[int, list[Pair]] = defaultdict(list)
    for i, j in bits:
        if i in tree.root and tree.root[i] == tree.root.get(j):
            across[tree.root[i]].append((tree.place[i], tree.place[j]))
    within = {root: np.array(pairs) for root, pairs in across.items()}
    return {pair: LONE for pair, below in _bridges(ties, tree) if _are_alike(below, tree, within[tree.root[below]])}


def _are_alike(below: int, tree: _Tree, within: npt.NDArray[np.int64]) -> bool:
    """Tell whether most pairs between what is below an article and the rest are alike, beside the one that ties.

    `within` has a row for each pair of the articles that ties join, of their places in the walk.
    """
    first, end, root = tree.place[below], tree.end[below], tree.root[below]
    every = (end - first) * (tree.end[root] - tree.place[root] - (end - first)) - 1
    if every < FEWEST:
        return False
    inside = (within >= first) & (within < end)
    alike = int(np.count_nonzero(inside[:, 0] != inside[:, 1])) - 1
    return alike >= max(FEWEST, MOSTLY * every)


def _bridges(ties: Iterable[Pair], tree: _Tree) -> Iterator[tuple[Pair, int]]:
    """Yield the ties without which two groups would have none, with the lower article of each (Tarjan 1974)."""
    for i, j in ties:
        for lower, upper in ((i, j), (j, i)):
            if tree.parent[lower] == upper and tree.low[lower] > tree.place[upper]:
                yield (i, j), lower


def _walked(ties: Sequence[Pair]) -> _Tree:
    """Return a walk from article to article, depth first, each group from its first."""
    near: dict[int, list[int]] = defaultdict(list)
    for i, j in ties:
        near[i].append(j)
        near[j].append(i)
    place: dict[int, int] = {}
    low: dict[int, int] = {}
    end: dict[int, int] = {}
    parent: dict[int, int | None] = {}
    root: dict[int, int] = {}
    for start in sorted(near):
        if start in place:
            continue
        parent[start] = None
        waiting = [(start, iter(near[start]))]
        place[start] = low[start] = len(place)
        root[start] = start
        while waiting:
            node, others = waiting[-1]
            other = next(others, None)
            if other is None:
                waiting.pop()
                end[node] = len(place)
                if waiting:
                    low[waiting[-1][0]] = min(low[waiting[-1][0]], low[node])
            elif other not in place:
                parent[other], root[other] = node, start
                place[other] = low[other] = len(place)
                waiting.append((other, iter(near[other])))
            elif other != parent[node]:
                low[node] = min(low[node], place[other])
    return _Tree(place, end, low, parent, root)
