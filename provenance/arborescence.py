"""Spanning arborescences: the best one, and the probability of each edge over all of them.

Nodes are 0 … n-1 with a virtual root outside; a score matrix holds at [s, t] the log2 weight of the edge s → t and a
vector the log2 weight of taking t as a root. ``-inf`` forbids.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]

ROOT = -1
FAINT_BITS = 30.0
"""Nothing that is allowed counts as less likely than this against its best rival, lest the matrix become singular."""


def best(edges: Scores, roots: Scores) -> list[int]:
    """Return for each node its parent, or ROOT, in the arborescence of greatest total score.

    Chu & Liu (1965), Edmonds (1967), by contracting cycles; O(n³). Every node must have a finite way in.
    Among equals the smallest parent wins, so that the result does not depend on the order of computation.
    """
    count = len(roots)
    table = np.full((count + 1, count + 1), -np.inf)
    table[1:, 1:] = edges
    table[0, 1:] = roots
    np.fill_diagonal(table, -np.inf)
    return [p - 1 for p in _edmonds(table)[1:]]


def _edmonds(table: Scores) -> list[int]:
    """Return the parents of all nodes of `table`, node 0 being the root (its own entry is 0)."""
    parents = [0] + [int(np.argmax(table[:, t])) for t in range(1, len(table))]
    cycle = _cycle(parents)
    if not cycle:
        return parents
    inside = set(cycle)
    outside = [v for v in range(len(table)) if v not in inside]
    place = {v: i for i, v in enumerate(outside)}
    hub = len(outside)
    smaller = np.full((hub + 1, hub + 1), -np.inf)
    smaller[:hub, :hub] = table[np.ix_(outside, outside)]
    kept = np.array([table[parents[v], v] for v in cycle])
    enter = table[np.ix_(outside, cycle)] - kept[None, :]
    leave = table[np.ix_(cycle, outside)]
    smaller[:hub, hub] = enter.max(axis=1)
    smaller[hub, :hub] = leave.max(axis=0)
    solved = _edmonds(smaller)
    into = cycle[int(np.argmax(enter[solved[hub]]))]
    result = list(parents)
    for v in outside[1:]:
        p = solved[place[v]]
        result[v] = outside[p] if p != hub else cycle[int(np.argmax(leave[:, place[v]]))]
    result[into] = outside[solved[hub]]
    return result


def _cycle(parents: list[int]) -> list[int]:
    """Return one cycle of the parent pointers, sorted, or nothing."""
    state = [0] * len(parents)
    for start in range(1, len(parents)):
        path = []
        v = start
        while v and not state[v]:
            state[v] = 1
            path.append(v)
            v = parents[v]
        if v and state[v] == 1:
            return sorted(path[path.index(v) :])
        for u in path:
            state[u] = 2
    return []


def marginals(edges: Scores, roots: Scores) -> tuple[Scores, Scores]:
    """Return the probability of each edge and of each root over all arborescences, each column summing to 1.

    Trees are drawn with probability proportional to 2 to their total score; the sum over trees is a determinant
    (Tutte's matrix-tree theorem; Koo et al. 2007, "Structured prediction models via the matrix-tree theorem").
    Several nodes may be roots of their own, which makes the result a forest.
    """
    count = len(roots)
    if not count:
        return np.zeros((0, 0)), np.zeros(0)
    highest = np.maximum(edges.max(axis=0, initial=-np.inf), roots)
    weight = np.exp2(np.maximum(edges - highest[None, :], -FAINT_BITS))
    weight[~np.isfinite(edges)] = 0.0
    np.fill_diagonal(weight, 0.0)
    root = np.exp2(np.maximum(roots - highest, -FAINT_BITS))
    laplacian = np.diag(root + weight.sum(axis=0)) - weight
    # Column t holds what enters t, so the inverse is read transposed to the usual statement.
    inverse = np.linalg.inv(laplacian)
    diagonal = np.diag(inverse)
    chosen = weight * (diagonal[None, :] - inverse.T)
    return np.clip(chosen, 0.0, 1.0), np.clip(root * diagonal, 0.0, 1.0)
