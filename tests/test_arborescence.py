from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.derive.arborescence import ROOT, best, marginals


def every_forest(count: int) -> list[tuple[int, ...]]:
    """The slow, obvious twin: all choices of one parent each that hold no cycle."""
    found = []
    for parents in itertools.product(range(-1, count), repeat=count):
        for start in range(count):
            seen, v = set(), start
            while v != ROOT and v not in seen:
                seen.add(v)
                v = parents[v]
            if v != ROOT:
                break
        else:
            found.append(parents)
    return found


def score(parents: tuple[int, ...], edges: np.ndarray, roots: np.ndarray) -> float:
    return sum(roots[t] if p == ROOT else edges[p, t] for t, p in enumerate(parents))


tables = st.integers(1, 4).flatmap(
    lambda n: st.tuples(
        st.lists(st.lists(st.floats(-12, 12), min_size=n, max_size=n), min_size=n, max_size=n),
        st.lists(st.floats(-12, 12), min_size=n, max_size=n),
    )
)


@given(tables)
@settings(max_examples=60, deadline=None)
def test_best_and_marginals_agree_with_enumeration(table):
    edges, roots = np.array(table[0]), np.array(table[1])
    forests = every_forest(len(roots))
    totals = np.array([score(f, edges, roots) for f in forests])
    assert score(tuple(best(edges, roots)), edges, roots) == pytest.approx(totals.max())
    chance = np.exp2(totals - totals.max())
    chance /= chance.sum()
    edge, root = marginals(edges, roots)
    for t in range(len(roots)):
        expected = sum(c for c, f in zip(chance, forests, strict=True) if f[t] == ROOT)
        assert root[t] == pytest.approx(expected, abs=1e-6)
        for s in range(len(roots)):
            if s != t:
                expected = sum(c for c, f in zip(chance, forests, strict=True) if f[t] == s)
                assert edge[s, t] == pytest.approx(expected, abs=1e-6)


def test_a_cycle_of_strong_edges_is_broken_at_its_weakest_entry():
    edges = np.array([[0.0, 9.0, 0.0], [0.0, 0.0, 9.0], [9.0, 0.0, 0.0]])
    assert best(edges, np.array([-5.0, -1.0, -5.0])) == [2, ROOT, 1]
