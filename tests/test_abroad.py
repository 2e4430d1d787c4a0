"""Edges between languages, as far as wording says of them."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest
from test_derive import sentences

from provenance import rarity
from provenance.annotate import annotate
from provenance.derive import Bond
from provenance.derive.abroad import SHARED_ABROAD, from_abroad, through_abroad
from provenance.derive.acknowledged import acknowledged
from provenance.derive.family import Family
from provenance.derive.tree import Tree
from provenance.evidence import Readings, reading, weigh
from provenance.model import Document, Passage, Reason
from provenance.standing import standings


def in_two_languages(first: range, second: range) -> Family:
    """Return parts of an English story, and the whole of it in German."""
    english, german = sentences(20, 41), sentences(20, 42)
    lines = [[english[n] for n in first], [english[n] for n in second], german]
    kept = [list(first), list(second), list(range(20))]
    articles = [
        annotate(Document("abc"[n], "\n\n".join(some), language="de" if n == 2 else "en"))
        for n, some in enumerate(lines)
    ]
    passages = {}
    for i, j in combinations(range(3), 2):
        spans = [(kept[i].index(n), kept[j].index(n)) for n in kept[i] if n in kept[j]]
        passages[i, j] = tuple(
            Passage(articles[i].sentences[s], articles[j].sentences[t], "translation" if j == 2 else "verbatim", 0.95)
            for s, t in spans
        )
    readings = list(Readings(articles, rarity.learn(articles)))
    bonds = [Bond(i, j, weigh(some, readings[i], readings[j]), 0.99) for (i, j), some in passages.items()]
    return Family(range(3), bonds, readings, standings(articles))


def test_two_cut_otherwise_from_one_text_were_not_made_from_its_translation():
    assert from_abroad(in_two_languages(range(15), range(5, 20))) == {(2, 0), (2, 1)}


def test_of_a_translation_and_what_was_cut_from_it_nothing_is_known_by_that():
    assert from_abroad(in_two_languages(range(20), range(12))) == frozenset()


def test_wording_does_not_pass_through_another_language():
    family = in_two_languages(range(20), range(12))
    there_and_back = Tree([-1, 2, 0])
    assert through_abroad(family, there_and_back) == {(2, 1)}
    assert through_abroad(family, Tree([-1, 0, 0])) == frozenset(), "a translation has no wording to keep"
    assert through_abroad(family, Tree([2, 0, -1])) == frozenset(), "nothing in its language stands further up"


def test_who_was_translated_there_and_back_keeps_little_of_the_wording():
    family = in_two_languages(range(20), range(12))
    family.weighed = {
        pair: replace(w, likeness=replace(w.likeness, verbatim=(0.3, 0.3))) for pair, w in family.weighed.items()
    }
    assert through_abroad(family, Tree([-1, 2, 0])) == frozenset()


def test_two_that_share_wording_were_not_both_translated():
    family = in_two_languages(range(16), range(4, 20))
    assert family.verbatim(0, 1) >= SHARED_ABROAD
    assert (0, 1) not in family.told
    later = 1 if family.scores[0, 1] >= family.scores[1, 0] else 0
    assert through_abroad(family, Tree([2, 2, -1])) == {(2, later)}
    assert through_abroad(family, Tree([2, 0, -1])) == frozenset(), "one of them was made from the other"
    family.told = [(0, 1)]
    assert through_abroad(family, Tree([2, 2, -1])) == frozenset(), "two translations tell all of each other"


def test_whoever_names_a_paper_as_the_source_gave_it_nothing():
    family = in_two_languages(range(20), range(12))
    family.standings = [replace(s, outlet=None, papers=frozenset()) for s in family.standings]
    assert acknowledged(family) == frozenset()
    family.standings[0] = replace(family.standings[0], outlet="tarnfold echo")
    family.standings[1] = replace(family.standings[1], outlet="corvela post", papers=frozenset({"tarnfold echo"}))
    assert acknowledged(family) == frozenset(), "it is named in passing"
    family.standings[1] = replace(family.standings[1], cited=frozenset({"tarnfold echo"}))
    assert acknowledged(family) == {(1, 0)}
    family.signals[1, 0] = (Reason("time", 4.0, "earlier"),)
    assert acknowledged(family) == frozenset(), "it came before that paper"
    family.signals[1, 0] = ()
    family.standings[0] = replace(family.standings[0], papers=frozenset({"corvela post"}))
    assert acknowledged(family) == frozenset(), "each names the other"


def told_by_a_fourth(named: bool = False, figures: str = "610 610 610 610") -> Family:
    """Return three English texts that word one story each in its own way, and a German one that tells all of it."""
    figure = figures.split()
    draw = random.Random(7)
    lines = [line.split() for line in sentences(20, 41)]
    told = [
        [" ".join(w if draw.random() < 0.6 else f"{w}{'xyz'[n]}" for w in line[:-1]) + " " + line[-1] for line in lines]
        for n in range(3)
    ]
    told = [[*some, f"Divers found {figure[n]} tonnes of it there."] for n, some in enumerate(told)]
    articles = [annotate(Document("abc"[n], "\n\n".join(some), language="en")) for n, some in enumerate(told)]
    abroad = [*sentences(20, 42), f"Taucher fanden dort {figure[3]} Tonnen davon."]
    articles.append(annotate(Document("d", "\n\n".join(abroad), language="de")))
    passages = {
        (i, j): tuple(
            Passage(one, other, "translation" if j == 3 else "paraphrase", 0.95)
            for one, other in zip(articles[i].sentences, articles[j].sentences, strict=True)
        )
        for i, j in combinations(range(4), 2)
    }
    readings = [reading(a, rarity.learn([]).bits(a)) for a in articles]
    bonds = [Bond(i, j, weigh(some, readings[i], readings[j]), 0.99) for (i, j), some in passages.items()]
    standing = [replace(s, outlet=f"paper {n}") for n, s in enumerate(standings(articles))]
    if named:
        standing[3] = replace(standing[3], papers=frozenset({"paper 0"}))
    return Family(range(4), bonds, readings, standing)


def test_who_names_a_paper_may_have_translated_it_though_others_put_the_story_in_their_own_words() -> None:
    unnamed, named = told_by_a_fourth().beside, told_by_a_fourth(named=True).beside
    assert unnamed[0, 3] > 0
    assert unnamed[1, 3] > 0
    assert (0, 3) not in named
    assert named[1, 3] == unnamed[1, 3]


@pytest.mark.parametrize(("figures", "excused"), [("660 610 610 660", True), ("660 610 610 610", False)])
def test_who_has_the_slip_of_one_of_several_may_have_translated_it(figures: str, excused: bool) -> None:
    beside = told_by_a_fourth(figures=figures).beside
    assert ((0, 3) not in beside) == excused
    assert beside[1, 3] > 0
