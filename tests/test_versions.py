"""Reports of an agency that nobody has, while others of the same agency are there."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from test_derive import WORDED, edges, sentences

from provenance import rarity
from provenance.annotate import annotate
from provenance.derive import Bond
from provenance.derive.family import Family
from provenance.derive.tree import Tree
from provenance.derive.versions import from_abroad, through_abroad
from provenance.evidence import Readings, weigh
from provenance.model import Document, Passage, Trace
from provenance.standing import standings
from provenance.trace import trace

FIRST = (
    "Rescuers pulled 9 people from the flooded tunnel under Lindmark station.",
    "The water rose 140 centimetres in 12 minutes, the transport board said.",
    "Another 26 passengers climbed out through a shaft 310 metres away.",
    "Repairs will cost about 4 million crowns, the board estimated.",
)
LATER = (
    "Rescuers pulled 14 people from the flooded tunnel under Lindmark station.",
    "The water rose 180 centimetres in 25 minutes, the transport board said.",
    "Another 41 passengers climbed out through a shaft 310 metres away.",
    "Repairs will cost about 7 million crowns, the board estimated.",
)
STORY = sentences(22, 31)
BANNER = "NORVANE NEWS AGENCY | national | for clients only\n\n"
CREDIT = "Lindmark (Norvane News Agency) - "


def written(figures: tuple[str, ...], first: int = 0, last: int = 22, own: int = 0) -> str:
    """Return a report with these figures amid a part of the story, and some sentences of one's own."""
    body = [*STORY[first:10], *figures, *STORY[10:last], *(sentences(own, 77) if own else ())]
    return " ".join(body) + "\n"


def told(**texts: str) -> Trace:
    return trace([Document(name, text, language="en") for name, text in texts.items()], WORDED)


def test_two_that_have_the_figures_of_another_version_come_from_one_that_nobody_has():
    found = told(
        agency=BANNER + CREDIT + written(LATER),
        cut=CREDIT + written(FIRST, last=16),
        started=CREDIT + written(FIRST, first=6, own=2),
        updated=CREDIT + written(LATER, last=19),
    )
    (lost,) = found.lost
    assert lost.agency == "Norvane News Agency"
    assert {"cut", "started"} <= set(lost.witnesses)
    assert edges(found) >= {("lost-1", "cut"), ("lost-1", "started"), ("agency", "updated")}


def test_no_version_is_lost_where_each_has_its_figures_from_one_that_is_there():
    found = told(
        agency=BANNER + CREDIT + written(FIRST),
        again=BANNER + "UPDATE 2 with new figures\n\n" + CREDIT + written(LATER),
        cut=CREDIT + written(FIRST, last=16),
        started=CREDIT + written(LATER, first=6, own=2),
    )
    assert found.lost == ()
    assert edges(found) >= {("agency", "cut"), ("again", "started")}


def test_nor_where_one_copy_has_other_figures_and_gave_them_to_another():
    found = told(
        agency=BANNER + CREDIT + written(FIRST),
        changed=CREDIT + written(LATER, last=18),
        again=CREDIT + written(LATER, last=14),
    )
    assert found.lost == ()
    assert edges(found) == {("agency", "changed"), ("changed", "again")}


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
