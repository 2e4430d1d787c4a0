from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import ROOT

from provenance.model import DERIVED, Derivation, Document, Trace
from provenance.settings import Settings
from provenance.trace import trace

WORDED = Settings(meaning=False, translation=False)
WIRE = """Mill wheel turns again after ninety years

TARNBECK (Sollund Press Agency) - The water wheel of Tarnbeck mill turned for the first time in ninety years on \
Sunday, raised by 31 volunteers who had rebuilt its paddles from a fallen oak.

"She groaned like my grandmother and then she went," said Agneta Froyle, a retired dentist who led the work.

The mill closed in 1936 when the brook was led into a reservoir above Castor Ridge. A leak found last spring \
has brought about 40 litres a second back to the old bed.

The water company said it would mend the leak in October. The volunteers have asked it not to.

Flour ground on Sunday weighed eleven kilos and was eaten as pancakes by four o'clock, \
according to the parish clerk, Humbert Nye.
"""
"""A wire story made up for these tests."""


def paragraphs(text: str = WIRE) -> list[str]:
    return text.strip().split("\n\n")


def story(id_: str, text: str, **about: str) -> Document:
    return Document(id_, text, origin=f"{id_}.txt", **about)


COPY = story("copy", WIRE.replace("Mill wheel turns again", "Old mill turns"), published="2031-05-02T18:00:00")
CUT = story("cut", "\n\n".join(paragraphs()[:4]), published="2031-05-02T19:00:00")
ORIGINAL = story("wire", WIRE, published="2031-05-02T12:00:00", outlet="Sollund Press Agency")
EXCERPT = story(
    "column",
    "What I did with my Sunday\n\n"
    "I have no great love of machinery, and my wife has less, but we drove up the valley because our neighbour's boy "
    "promised cake. There was none. There was rain, a brass kettle, and a queue for the only dry bench.\n\n"
    f"Then the thing moved. {paragraphs()[2]} She told Sollund Press Agency so, and "
    "she told everybody else as well.\n\n"
    "The mill closed in 1936 when the brook was led into a reservoir above Castor Ridge, and I had not missed it.\n\n"
    "On the way home we argued about whether a dentist ought to be trusted with an oak. I believe that she ought; my "
    "wife, who has met more dentists, does not. The kettle, at any rate, was excellent, and so was the silence after.",
    published="2031-05-04",
)
OTHER = story(
    "other",
    "Council counts its benches\n\nThere are 212 benches in the borough and 40 of them face a wall, a survey has found."
    "\n\nThe councillor for parks, Dorrit Hamm, wants them turned round by the autumn at a cost of 9,000 marks.",
)
CORPUS = [ORIGINAL, COPY, CUT, EXCERPT, OTHER]


@pytest.fixture(scope="module")
def found() -> Trace:
    return trace(CORPUS, WORDED)


def edges(found: Trace) -> dict[str, Derivation]:
    return {d.target: d for d in found.derivations}


def test_copies_cuts_and_excerpts_lead_to_the_wire_story(found: Trace) -> None:
    assert {t: d.kind for t, d in edges(found).items()} == {"copy": "copy", "cut": "copy", "column": "excerpt"}
    assert {d.source for d in found.derivations} <= {"wire", "copy", "cut"}
    assert edges(found)["copy"].source == "wire"
    assert found.lost == ()


def test_related_articles_are_a_family_and_the_other_is_alone(found: Trace) -> None:
    assert {d.id: d.family for d in found.documents} == {"column": 1, "copy": 1, "cut": 1, "other": None, "wire": 1}
    assert not [m for m in found.matches if "other" in (m.left, m.right) and m.relation in DERIVED]


def test_an_edge_says_how_much_was_taken_and_why(found: Trace) -> None:
    copy, column = edges(found)["copy"], edges(found)["column"]
    assert copy.share_of_target > 0.9
    assert 0.05 < column.share_of_target < 0.5
    assert copy.credited
    assert column.credited
    for edge in (copy, column):
        assert edge.reasons
        assert all(reason.text and reason.signal for reason in edge.reasons)
        assert sum(a.confidence for a in edge.alternatives) + edge.confidence <= 1.001


def test_the_excerpt_shows_the_quote_that_it_took(found: Trace) -> None:
    match = next(m for m in found.matches if {m.left, m.right} == {"column", "wire"})
    taken = [EXCERPT.text[slice(*p.left)] for p in match.passages]
    assert any("She groaned like my grandmother" in t for t in taken)


def test_changed_facts_are_told_along_their_edge() -> None:
    slip = replace(COPY, id="slip", text=COPY.text.replace("31 volunteers", "13 volunteers"))
    found = trace([ORIGINAL, slip, OTHER], WORDED)
    numbers = [(c.source_text, c.target_text) for c in found.changes if c.what == "number"]
    assert len(numbers) == 1
    assert "31" in (numbers[0][0] or "")
    assert "13" in (numbers[0][1] or "")


def test_witnesses_of_a_story_that_is_not_there_make_it_a_lost_original() -> None:
    head, lead, quote, closed, leak, flour = paragraphs()
    one = story("one", "\n\n".join(("Wheel turns", lead, quote, closed, leak)))
    two = story("two", "\n\n".join(("Pancakes at the mill", lead, quote, flour, closed)))
    three = story("three", "\n\n".join(("Leak moves mill", lead, leak, flour, quote)))
    found = trace([one, two, three, OTHER], WORDED)
    assert [(x.agency is not None, x.witnesses) for x in found.lost] == [(True, ("one", "three", "two"))]
    assert {d.source for d in found.derivations} == {found.lost[0].id}
    told = " ".join(s.text for s in found.lost[0].text)
    assert all(words in told for words in ("She groaned like my grandmother", "eleven kilos", "mend the leak"))
    assert head not in told


def test_an_unknown_agency_is_known_when_named() -> None:
    text = WIRE.replace("(Sollund Press Agency)", "(Zyx)")
    found = trace([story("a", text)], replace(WORDED, agencies=("Zyx",)))
    assert [c.agency for c in found.documents[0].credits] == ["Zyx"]
    assert found.settings["agencies"] == ["Zyx"]


def test_progress_is_told_stage_by_stage() -> None:
    told: list[tuple[str, int, int]] = []
    trace(CORPUS, WORDED, lambda *step: told.append(step))
    stages = list(dict.fromkeys(stage for stage, _, _ in told))
    assert stages[0] == "reading"
    assert stages[-1] == "deriving"
    assert all(0 <= done <= total for _, done, total in told)


def test_nothing_in_gives_nothing_out() -> None:
    found = trace([], WORDED)
    assert (found.documents, found.matches, found.derivations, found.lost) == ((), (), (), ())


def test_a_translation_is_found_across_languages() -> None:
    """The seeds' ferry story and its German translation, through the channels that encode."""
    folder = ROOT / "seeds" / "ferry"
    names = ("skerrin-ferry", "auerfeld-ferry", "sorrel-barge")
    documents = [story(n, (folder / f"{n}.txt").read_text("utf-8")) for n in names]
    found = trace(documents)
    assert [(d.source, d.target, d.kind) for d in found.derivations] == [
        ("skerrin-ferry", "auerfeld-ferry", "translation")
    ]
    assert trace(documents, WORDED).derivations == ()
