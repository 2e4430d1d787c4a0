"""What two articles of a family have in common is shown by a third, where no channel sees it."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from provenance import evidence, rarity
from provenance.annotate import annotate_all
from provenance.derive import carried
from provenance.evidence import Reading
from provenance.model import Document, Passage, PassageKind

SOURCE = (
    "The ferry Morwenna ran aground on a sandbank off Port Tallis before dawn on Tuesday.",
    "Divers found three holes in her hull, each as wide as a dinner plate.",
    "Her captain blamed a buoy that storms had moved by two hundred metres.",
)
RETOLD = (
    "A sandbank caught the boat that carries commuters across the bay early this week.",
    "Underwater inspectors reported as many gashes, all of the breadth of crockery.",
    "In the view of her master bad weather had shifted a marker far from its place.",
)
TOLD = (
    "Passengers of a well-known vessel woke to find themselves going nowhere at all.",
    "Below the waterline people with torches counted openings one could pass a tray through.",
    "He who steered says the sea had carried off what ought to have warned him.",
)


def readings(*texts: tuple[str, ...], language: str = "en") -> list[Reading]:
    documents = [Document(f"d{n}", " ".join(text), language=language) for n, text in enumerate(texts)]
    articles = annotate_all(documents)
    return list(evidence.Readings(articles, rarity.learn(articles)))


def passage(
    told: list[Reading], pair: tuple[int, int], at: tuple[int, int], alike: float, kind: PassageKind = "paraphrase"
) -> Passage:
    (i, j), (n, m) = pair, at
    return Passage(told[i].article.sentences[n], told[j].article.sentences[m], kind, alike)


def through(
    told: list[Reading],
    links: Mapping[tuple[int, int], Mapping[tuple[int, int], float]],
    kind: PassageKind = "paraphrase",
) -> dict[tuple[int, int], tuple[Passage, ...]]:
    return carried(
        told,
        {
            (i, j): tuple(passage(told, (i, j), at, alike, kind) for at, alike in some.items())
            for (i, j), some in links.items()
        },
    )


def test_what_both_have_of_a_third_they_have_of_each_other() -> None:
    told = readings(SOURCE, RETOLD, TOLD)
    links = {(0, 1): {(0, 0): 0.9, (1, 1): 0.9}, (0, 2): {(0, 0): 0.8, (1, 1): 0.8}, (1, 2): {(0, 0): 0.7}}
    assert through(told, links) == {(1, 2): (passage(told, (1, 2), (1, 1), 0.9 * 0.8),)}


def test_ways_through_several_add_up_and_one_faint_way_is_not_enough() -> None:
    told = readings(SOURCE, RETOLD, TOLD, SOURCE)
    faint = {(0, 0): 0.9, (1, 1): 0.6}
    links = {(0, 1): faint, (0, 2): faint, (1, 2): {(0, 0): 0.7}}
    assert through(told, links) == {}
    more = {(1, 3): faint, (2, 3): faint}
    assert through(told, links | more)[1, 2] == (passage(told, (1, 2), (1, 1), 0.6 * 0.6),)


def test_what_is_covered_already_or_told_word_for_word_is_left_as_it_is() -> None:
    told = readings(SOURCE, RETOLD, TOLD)
    links = {(0, 1): {(0, 0): 0.9, (1, 1): 0.9}, (0, 2): {(0, 0): 0.8, (1, 1): 0.8}}
    assert through(told, links | {(1, 2): {(0, 0): 0.7, (1, 1): 0.7}}) == {}
    assert through(told, links | {(1, 2): {(0, 0): 0.7}}, "edited") == {}, "what a near-copy leaves out is not there"


def test_bylines_join_nothing() -> None:
    told = readings(*(("By Jo Dee.", *text) for text in (SOURCE, RETOLD, TOLD)))
    links = {(0, 1): {(0, 0): 0.9, (1, 1): 0.9}, (0, 2): {(0, 0): 0.9, (1, 1): 0.9}, (1, 2): {(1, 1): 0.7}}
    assert through(told, links) == {}


SOME = st.dictionaries(st.tuples(st.integers(0, 2), st.integers(0, 2)), st.floats(0.3, 1.0), min_size=1, max_size=5)


@given(SOME, SOME, SOME)
def test_each_sentence_is_joined_once_and_to_one_that_is_free(
    one: dict[tuple[int, int], float], other: dict[tuple[int, int], float], third: dict[tuple[int, int], float]
) -> None:
    told = readings(SOURCE, RETOLD, TOLD)
    links = {(0, 1): one, (0, 2): other, (1, 2): third}
    for (i, j), more in through(told, links).items():
        for side, known in (("left", {n for n, _ in links[i, j]}), ("right", {m for _, m in links[i, j]})):
            spans = [getattr(p, side) for p in more]
            assert len(set(spans)) == len(spans)
            sentences = told[i if side == "left" else j].article.sentences
            assert all(span in sentences and sentences.index(span) not in known for span in spans)
