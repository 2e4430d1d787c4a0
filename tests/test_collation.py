from __future__ import annotations

import random

import numpy as np
import pytest
import simulate
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import rarity
from provenance.annotate import annotate
from provenance.derive import collation
from provenance.derive.collation import BREAK_BITS, MOST_BITS, Collated, collate
from provenance.derive.edits import word_slices
from provenance.evidence import Readings, weigh
from provenance.match import passages_of_corpus
from provenance.model import Document
from provenance.settings import Settings

WORDED = Settings(meaning=False, translation=False)


def lines(count: int, seed: int = 1) -> list[str]:
    writer = simulate.Writer(random.Random(seed), invented=False)
    return [" ".join(w for w in writer.sentence() if w != simulate.OPENS) + "." for _ in range(count)]


def collated(source: list[str], target: list[str]) -> Collated:
    articles = [annotate(Document(name, " ".join(x), language="en")) for name, x in (("a", source), ("b", target))]
    pairs, _ = passages_of_corpus(articles, WORDED)
    readings = list(Readings(articles, rarity.learn(articles)))
    return collate(*readings, weigh(pairs.get((0, 1), ()), *readings).passages)


STORY = lines(12)


def test_a_copy_costs_nothing_and_every_word_has_its_own():
    found = collated(STORY, STORY)
    assert not found.cost.any()
    assert found.mate.tolist() == list(range(len(found.mate)))


def test_words_left_out_cost_something_once_however_many():
    for gone in (1, 5):
        found = collated(STORY, STORY[:3] + STORY[3 + gone :])
        assert found.cost.sum() == BREAK_BITS
        assert found.cost[sum(len(s.split()) for s in STORY[:3])] == BREAK_BITS


def test_a_changed_word_costs_what_it_surprises_up_to_a_limit():
    words = STORY[4].split()
    found = collated(STORY, [*STORY[:4], " ".join([*words[:3], "zwelk", *words[4:]]), *STORY[5:]])
    place = sum(len(s.split()) for s in STORY[:4]) + 3
    assert found.cost[place] == MOST_BITS
    assert found.cost.sum() == MOST_BITS
    assert found.mate[place] == -1


def test_a_text_without_passages_costs_all_its_words():
    found = collated(STORY, lines(12, 2))
    assert (found.cost > 0).mean() > 0.9


def test_what_stands_twice_came_twice_from_the_same_words():
    found = collated(STORY, STORY + STORY[2:8])
    assert (found.mate >= 0).all()
    assert found.cost.sum() == BREAK_BITS


def test_a_short_sentence_with_another_figure_is_found_beside_its_neighbours():
    told = [*lines(6, 3), "In all 962 sharp nurses adopted a bank.", *lines(6, 4)]
    found = collated(told, [s.replace("962", "965") for s in told])
    assert (found.mate < 0).sum() == 1


@given(st.integers(0, 40), st.sampled_from(["news", "free", "hand"]))
@settings(max_examples=12, deadline=None)
def test_every_mate_is_the_same_word_and_no_word_costs_more_than_a_change_after_a_break(seed, kind):
    habits, invented = simulate.KINDS[kind]
    tree = simulate.tree(seed, 4, habits, invented)
    articles = [annotate(d) for d in tree.documents]
    pairs, _ = passages_of_corpus(articles, WORDED)
    readings = list(Readings(articles, rarity.learn(articles)))
    for (i, j), passages in pairs.items():
        found = collate(readings[i], readings[j], weigh(passages, readings[i], readings[j]).passages)
        known = found.mate >= 0
        assert (articles[i].words.keys[found.mate[known]] == articles[j].words.keys[known]).all()
        assert found.cost.min(initial=0.0) >= 0.0
        assert found.cost.max(initial=0.0) <= max(MOST_BITS, BREAK_BITS)


@pytest.mark.parametrize("some", [[], ["Word."]])
def test_empty_and_tiny_texts_can_be_collated(some):
    assert len(collated(STORY, some).cost) == len(" ".join(some).split())
    assert len(collated(some, STORY).cost) == sum(len(s.split()) for s in STORY)


def test_stretches_of_which_the_source_has_no_word_are_passed_over_without_loss(monkeypatch):
    changed = [" ".join([*words[:2], "zwelk", *words[3:]]) for words in (s.split() for s in STORY)]
    source, target = STORY[4:] + STORY[:4], [*changed, *STORY[2:5], "Of the a harbour of."]
    quickly = collated(source, target)
    slowly = _collated_laying_all(source, target, monkeypatch)
    assert quickly.mate.tolist() == slowly.mate.tolist()
    assert (quickly.mate < 0).sum() >= len(changed)


def _collated_laying_all(source: list[str], target: list[str], monkeypatch) -> Collated:
    """Lay every stretch, also those of which the source has nothing nearby."""

    def mates(source, target, passages):
        a, b = target.article.words.keys, source.article.words.keys
        mate = np.full(len(a), -1, np.int64)
        for p in sorted(passages, key=lambda p: (-p.bits, p.right, p.left)):
            (here,), (there,) = word_slices(target, [p.right]), word_slices(source, [p.left])
            collation._lay(mate, a, b, here, there)
        for here in collation._stretches(mate < 0):
            for there in collation._beside(mate, here, len(b)):
                collation._lay(mate, a, b, here, there)
        return mate

    with monkeypatch.context() as patched:
        patched.setattr(collation, "_mates", mates)
        return collated(source, target)
