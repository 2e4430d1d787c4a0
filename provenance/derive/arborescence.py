"""Spanning arborescences: the best one, and the probability of each edge over all of them.

Nodes are 0 … n-1 with a virtual root outside; a score matrix holds at [s, t] the log2 weight of the edge s → t and a
vector the log2 weight of taking t as a root. ``-inf`` forbids.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

ROOT = -1
FAINT_BITS = 400.0
"""Nothing that is allowed counts as less likely than this against its best rival, lest numbers run out."""


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
    """Return the parents of all nodes of `table`, node 0 being the root (its own entry is 0).

    All cycles are contracted at once, so that a family of near-copies takes a few rounds and not one for each copy.
    """
    parents = [0, *table[:, 1:].argmax(axis=0).tolist()]
    cycles = _cycles(parents)
    if not cycles:
        return parents
    group = np.full(len(table), -1)
    for number, cycle in enumerate(cycles):
        group[cycle] = number
    outside = np.flatnonzero(group < 0)
    hub = len(outside)
    # What enters a cycle must take the place of the edge inside it that it breaks.
    gain = table.copy()
    inside = np.flatnonzero(group >= 0)
    gain[:, inside] -= table[np.array(parents)[inside], inside][None, :]
    rows, source = _strongest(gain, cycles, outside, axis=0)
    smaller, target = _strongest(rows, cycles, outside, axis=1)
    np.fill_diagonal(smaller, -np.inf)
    solved = _edmonds(smaller)
    result = list(parents)
    for node in range(1, hub + len(cycles)):
        above = solved[node]
        into = int(outside[node]) if node < hub else int(target[above, node])
        result[into] = int(source[above, into])
    return result


def _strongest(table: Scores, cycles: list[list[int]], outside: Ints, axis: int) -> tuple[Scores, Ints]:
    """Return the table with the nodes of each cycle merged along `axis`, keeping the strongest, and whose each was."""
    kept = table.take(outside, axis)
    owner = np.broadcast_to(outside[:, None] if axis == 0 else outside[None, :], kept.shape)
    parts, owners = [kept], [owner]
    for cycle in cycles:
        some = table.take(cycle, axis)
        best = some.argmax(axis=axis)
        parts.append(np.expand_dims(some.max(axis=axis), axis))
        owners.append(np.expand_dims(np.array(cycle)[best], axis))
    return np.concatenate(parts, axis), np.concatenate(owners, axis)


def _cycles(parents: list[int]) -> list[list[int]]:
    """Return the cycles of the parent pointers, each sorted, by their first node."""
    state = [0] * len(parents)
    found = []
    for start in range(1, len(parents)):
        path = []
        v = start
        while v and not state[v]:
            state[v] = 1
            path.append(v)
            v = parents[v]
        if v and state[v] == 1:
            found.append(sorted(path[path.index(v) :]))
        for u in path:
            state[u] = 2
    return sorted(found)


def centrality(parents: list[int]) -> Scores:
    """Return how likely each node is the origin of its tree if only the tree's shape is known, log2, at most 0.

    Where every document is as likely to be copied next as any other, the chance of an origin is proportional to the
    number of orders in which the tree could have grown from it: rumour centrality (Shah & Zaman, 2011). Between
    neighbours it differs by the ratio of the two parts into which the edge between them divides the tree.
    """
    below = [1] * len(parents)
    order = _parents_first(parents)
    for v in reversed(order):
        if parents[v] != ROOT:
            below[parents[v]] += below[v]
    origin = [0] * len(parents)
    bits = np.zeros(len(parents))
    for v in order:
        origin[v] = v if parents[v] == ROOT else origin[parents[v]]
        if parents[v] != ROOT:
            bits[v] = bits[parents[v]] + np.log2(below[v] / (below[origin[v]] - below[v]))
    highest = np.full(len(parents), -np.inf)
    np.maximum.at(highest, origin, bits)
    return np.asarray(bits - highest[origin], np.float64)


def _parents_first(parents: list[int]) -> list[int]:
    """Return the nodes of a forest, parents before children."""
    children: list[list[int]] = [[] for _ in parents]
    for v, p in enumerate(parents):
        if p != ROOT:
            children[p].append(v)
    order = [v for v, p in enumerate(parents) if p == ROOT]
    for v in order:
        order += children[v]
    return order


def marginals(edges: Scores, roots: Scores) -> tuple[Scores, Scores]:
    """Return the probability of each edge and of each root over all arborescences, each column summing to 1.

    Trees are drawn with probability proportional to 2 to their total score; see `partition`. Several nodes may be
    roots of their own, which makes the result a forest.
    """
    _, chance, alone = partition(edges, roots)
    return chance, alone


def partition(edges: Scores, roots: Scores) -> tuple[float, Scores, Scores]:
    """Return log2 of the sum over all trees of 2 to their scores, and the probabilities of edges and roots; O(n³).

    The sum is a determinant (Tutte's matrix-tree theorem; Koo et al. 2007, "Structured prediction models via the
    matrix-tree theorem"), its derivatives are the probabilities. In a family of near-copies trees differ by far more
    than the precision of a number, and an ordinary inverse drowns; so nodes are eliminated one by one without a single
    subtraction (Grassmann, Taksar & Heyman, 1985), and the derivatives are taken back along the same steps.
    """
    count = len(roots)
    if not count:
        return 0.0, np.zeros((0, 0)), np.zeros(0)
    table = np.vstack([edges, roots])
    np.fill_diagonal(table, -np.inf)
    highest = table.max(axis=0)
    weight = np.where(np.isfinite(table), np.exp2(np.maximum(table - highest, -FAINT_BITS)), 0.0)
    bits, slope = _eliminated(weight.copy())
    chance = np.clip(weight * slope, 0.0, 1.0)
    return bits + float(highest.sum()), chance[:-1], chance[-1]


def _eliminated(weight: Scores) -> tuple[float, Scores]:
    """Return log2 of the sum over all trees of the product of their weights, and the derivatives of its logarithm.

    The last row of `weight`, which is used up, holds the roots. Whatever entered a node that is eliminated goes on to
    what the node entered.
    """
    count = weight.shape[1]
    steps: list[tuple[float, Scores, Scores]] = []
    for k in range(count):
        into = weight[k + 1 :, k].copy()
        total = float(into.sum())
        onward = weight[k, k + 1 :] / total
        weight[k + 1 :, k + 1 :] += into[:, None] * onward[None, :]
        steps.append((total, into, onward))
    slope = np.zeros_like(weight)
    for k in range(count - 1, -1, -1):
        total, into, onward = steps[k]
        rest = slope[k + 1 :, k + 1 :]
        passed = into @ rest
        slope[k, k + 1 :] = passed / total
        slope[k + 1 :, k] = rest @ onward + (1.0 - float(passed @ onward)) / total
        slope[range(k, count), range(k, count)] = 0.0
    return float(np.log2([total for total, _, _ in steps]).sum()), slope
