from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import credits as crediting
from provenance.annotate import annotate, annotate_all, settle_credits
from provenance.engines import engine
from provenance.model import Document

TEXT = "Bridge falls\n\nPORT DOE, March 9 (TNA) - A bridge fell on Sunday. “It was old,” the mayor told TNA."


def test_an_article_holds_what_was_found_in_its_text() -> None:
    found = annotate(Document("a", TEXT))
    assert found.language == "en"
    assert found.text[slice(*found.sentences[0])] == "Bridge falls"
    assert [found.text[s:e] for s, e in found.quotes] == ["“It was old,”"]
    assert [credit.agency for credit in found.credits] == ["TNA", "TNA"]
    assert found.furniture == ()
    assert len(found.words) > 10


@pytest.mark.parametrize(("declared", "expected"), [("de-AT", "de"), ("", "en"), (None, "en"), ("und", "en")])
def test_a_declared_language_wins(declared: str | None, expected: str) -> None:
    assert annotate(Document("a", TEXT, language=declared)).language == expected


def test_an_agency_that_one_article_introduces_is_known_in_the_others() -> None:
    documents = [
        Document("a", TEXT),
        Document("b", "A bridge has fallen. “It was old,” the mayor told the TNA on Monday."),
        Document("c", "Bridge falls\n\nJo Doe, Tern News Agency\n\nA bridge fell on Sunday."),
    ]
    found = annotate_all(documents)
    assert [{credit.agency for credit in article.credits} for article in found] == [{"TNA"}] * 3


def test_settling_again_changes_nothing() -> None:
    found = annotate_all([Document("a", TEXT), Document("b", "The mayor told the TNA that it fell.")])
    assert [a.credits for a in settle_credits(found)] == [a.credits for a in found]


def test_progress_counts_up_and_jobs_change_nothing() -> None:
    documents = [Document(f"d{n}", f"{TEXT} It happened {n} times.") for n in range(610)]
    seen: list[int] = []
    alone = annotate_all(documents, progress=seen.append)
    assert seen == list(range(1, 611))
    with engine(2) as workers:
        together = annotate_all(documents, engine=workers)
    assert [(a.id, a.sentences, a.credits, a.furniture, a.words.keys.tolist()) for a in alone] == [
        (a.id, a.sentences, a.credits, a.furniture, a.words.keys.tolist()) for a in together
    ]


def test_nothing_gives_nothing() -> None:
    assert annotate_all([]) == []
    assert annotate(Document("e", "")).sentences == ()


SAID = "Quillon QUILLON Wire Quillonia told to (Quillon) by X-Quillon and, the . Reuters said Agency TO"
NAMED = st.lists(st.sampled_from(SAID.split()) | st.just("\n"), max_size=16).map(" ".join)


@given(NAMED, st.sampled_from([("Quillon",), ("TO",), ("Quillon Wire", "TO"), ()]))
@settings(deadline=None)
def test_where_no_agency_stands_alone_looking_for_it_finds_nothing_new(text: str, agencies: tuple[str, ...]) -> None:
    if not crediting.may_name(text, agencies):
        assert crediting.credits(text, agencies) == crediting.credits(text)


AROUND = "(TO) — Quillon, and Reuters Wire\n told (Quillon Wire) & TO's BONN, March 9 News Agency"
JOINED = st.lists(st.sampled_from([*SAID.split(), *AROUND.split(" ")]), max_size=20).map(" ".join)


@given(JOINED, st.sampled_from([("Quillon",), ("TO",), ("BONN", "Wire"), ("Quillon Wire", "TO")]))
@settings(deadline=None, max_examples=300)
def test_a_name_that_is_credited_nowhere_and_beside_no_other_finds_nothing_new(
    text: str, agencies: tuple[str, ...]
) -> None:
    before, names = crediting.credits_and_names(text)
    if not crediting.may_credit(text, agencies, names):
        assert crediting.credits(text, agencies) == before


def test_a_name_far_from_others_is_worth_no_second_look() -> None:
    text = "A fee is due by law, as owners of yards know, and it goes TO the town, which does with it as it likes."
    _, names = crediting.credits_and_names(text)
    assert crediting.may_name(text, ("TO",))
    assert not crediting.may_credit(text, ("TO",), names)
    assert crediting.may_credit(f"{text} So it is, TO reported on Monday.", ("TO",), names)


def test_articles_are_read_again_the_same_in_other_processes() -> None:
    texts = ["Oslo (Quillon Wire) — The ferry sank. Quillon Wire said so.", "The ferry sank, Quillon Wire reported."]
    articles = [annotate(Document(f"{n}", f"{texts[n % 2]} {n}")) for n in range(1300)]
    with engine(2) as workers:
        assert [a.credits for a in settle_credits(articles, (), workers)] == [
            a.credits for a in settle_credits(articles)
        ]
