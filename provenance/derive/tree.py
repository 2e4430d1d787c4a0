"""A tree of parents, and what follows from it: who is below whom, and the same tree turned round."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from provenance.derive.arborescence import ROOT


class Tree:
    """The parents that were chosen, and what follows from them."""

    def __init__(self, parents: Sequence[int]) -> None:
        self.parents = tuple(parents)
        self.children: list[list[int]] = [[] for _ in parents]
        for child, parent in enumerate(parents):
            if parent != ROOT:
                self.children[parent].append(child)

    def below(self, node: int) -> set[int]:
        """Return a node and its descendants."""
        found = [node]
        for here in found:
            found += self.children[here]
        return set(found)

    def turned(self, node: int, top: Collection[int]) -> Tree:
        """Return the same tree with `node` in the place of the node of `top` that it descends from."""
        parents = list(self.parents)
        line = self.line(node)
        line = line[: 1 + next((n for n, x in enumerate(line) if x in top), 0)]
        for child, parent in pairwise(line):
            parents[parent] = child
        parents[node] = self.parents[line[-1]]
        return Tree(parents)

    def line(self, node: int) -> list[int]:
        """Return a node and its ancestors."""
        found = []
        while node != ROOT:
            found.append(node)
            node = self.parents[node]
        return found

    def apart(self) -> npt.NDArray[np.bool_]:
        """Return which pairs of nodes are in different trees."""
        number = np.array([self.line(node)[-1] for node in range(len(self.parents))])
        return np.asarray(number[:, None] != number[None, :])

    def roots(self) -> list[int]:
        """Return the nodes without a parent."""
        return [t for t, p in enumerate(self.parents) if p == ROOT]


def by_depth(tree: Tree, nodes: Sequence[int]) -> list[int]:
    """Return `nodes` with parents before children."""
    return sorted(nodes, key=lambda n: (len(tree.line(n)), n))
