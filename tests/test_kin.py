"""Articles that others show to go back to one source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_derive import _family, sentences

from provenance.derive import Edge, Stemma, as_kin, kinship
from provenance.model import DERIVED
from provenance.relate import match


def edge(source: int, target: int, confidence: float, lost: bool = False) -> Edge:
    return Edge(source, target, lost, confidence, (), ())


def test_kin_are_as_sure_as_every_edge_up_to_what_they_have_in_common():
    tree = Stemma((edge(0, 1, 0.9), edge(1, 2, 0.8), edge(0, 3, 0.5), edge(0, 4, 0.6, lost=True)), ())
    found = kinship(tree, [(1, 2), (2, 3), (0, 2), (3, 4)])
    assert found == {(1, 2): 0.8, (2, 3): pytest.approx(0.36), (0, 2): pytest.approx(0.72)}


def test_two_sources_of_one_article_are_no_kin_by_that():
    assert kinship(Stemma((edge(0, 2, 0.9), edge(1, 2, 0.9)), ()), [(0, 1), (0, 2)]) == {(0, 2): 0.9}


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 7), st.floats(0.01, 1.0)), max_size=12), st.randoms())
def test_kinship_does_not_hang_on_the_order_of_edges(rows, chance):
    edges = [edge(s, t, c) for (s, t), c in {(min(s, t - 1), t): c for s, t, c in rows}.items()]
    pairs = [(i, j) for i in range(8) for j in range(i + 1, 8)]
    mixed = list(edges)
    chance.shuffle(mixed)
    found, again = (kinship(Stemma(tuple(some), ()), pairs) for some in (edges, mixed))
    assert found.keys() == again.keys()
    assert all(0.0 < c <= 1.0 and c == pytest.approx(again[pair]) for pair, c in found.items())


def test_two_retellings_that_chance_could_explain_are_told_by_the_story_that_both_retell():
    story, own = sentences(12, 3), sentences(12, 4)
    family = _family(story[:8] + own[:4], own[4:8] + story[6:])
    left, right = family.readings
    weighed = family.weighed[0, 1]
    alone = replace(match(left, right, weighed), relation="same event", confidence=0.2, bits=-2.0)
    both = as_kin(alone, left, right, weighed, 0.8)
    assert both.relation in DERIVED
    assert (both.confidence, both.bits, both.passages) == (0.8, pytest.approx(2.0), alone.passages)
    assert both.reasons[-1].signal == "family"
    assert as_kin(alone, left, right, weighed, 0.4) == alone
    assert as_kin(replace(alone, relation="copy"), left, right, weighed, 0.8).confidence == 0.2
