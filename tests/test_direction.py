from __future__ import annotations

import random

import pytest
import simulate
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import evidence, rarity
from provenance.annotate import annotate_all
from provenance.compare import compare
from provenance.direction import signals
from provenance.match import passages_of_pairs
from provenance.model import Document
from provenance.settings import Settings
from provenance.standing import standings

WORDED = Settings(meaning=False, translation=False)
LINES = (
    "The water wheel of Tarnbeck mill turned for the first time in ninety years on Sunday, before 240 onlookers.",
    "It was raised by 31 volunteers who had rebuilt its paddles from a fallen oak over two wet winters.",
    '"She groaned like my grandmother and then she went," said Agneta Froyle, a retired dentist who led the work.',
    "The mill closed in 1936 when the brook was led into a reservoir above Castor Ridge.",
    "A leak found last spring has brought about 40 litres a second back to the old bed.",
    "The water company said it would mend the leak in October, and the volunteers have asked it not to.",
    "Flour ground on Sunday weighed eleven kilos and was eaten as pancakes by four o'clock.",
)


def article(id_: str, lines: tuple[str, ...] = LINES, **about: str) -> Document:
    return Document(id_, "\n\n".join(lines) + "\n", language="en", **about)


def bits(left: Document, right: Document) -> dict[str, float]:
    """Return what each signal says for the left article as the source."""
    return {r.signal: r.bits for r in compare(left, right, WORDED).direction}


def clock(left: str | None, right: str | None) -> float:
    return bits(article("a", published=left), article("b", published=right)).get("time", 0.0)


def test_who_was_published_first_is_rather_the_source():
    assert clock("2031-05-02T12:00:00+00:00", "2031-05-02T18:00:00+00:00") > 0
    assert clock("2031-05-02T18:00:00+00:00", "2031-05-02T12:00:00+00:00") < 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (None, None),
        ("2031-05-02T12:00:00+00:00", None),
        ("2031-05-02T12:00:00+00:00", "2031-05-02T12:20:00+00:00"),
        ("2031-05-02T12:00:00+02:00", "2031-05-02T10:00:00+00:00"),
        ("2031-05-02T12:00:00", "2031-05-02T20:00:00"),  # no zones: the clocks may be a day apart
        ("2031-05-02", "2031-05-02T20:00:00+00:00"),
        ("yesterday", "2031-05-02T20:00:00+00:00"),
        ("", "\x00"),
    ],
)
def test_times_that_are_missing_near_or_unreadable_say_nothing(left, right):
    assert clock(left, right) == clock(right, left) == 0.0


def test_days_tell_where_they_are_far_enough_apart():
    assert clock("2031-05-02", "2031-05-06") > 0


def test_what_was_cut_is_rather_the_target():
    found = bits(article("a"), article("b", LINES[:4]))
    assert found["containment"] > 0


def test_who_names_more_in_a_reworked_sentence_is_rather_the_source():
    vague = "A woman who led the work for years said that it had groaned like her grandmother and then it went."
    found = bits(
        article("a"), article("b", (*LINES[:1], "It was raised by volunteers who had rebuilt its paddles from a fallen "
                                    "tree over two wet winters.", vague, *LINES[3:]))
    )  # fmt: skip
    assert found["specifics"] > 0


def test_speech_is_reported_and_reported_speech_is_not_quoted():
    said = "She groaned like my grandmother on a Monday morning, and then she went round as if she were new,"
    quoted, reported = (f"{mark}{said}{mark} said Agneta Froyle." for mark in ('"', ""))
    found = bits(article("a", (quoted, *LINES[3:])), article("b", (*LINES[:2], reported)))
    assert found["quotes"] > 0


def test_a_credit_is_passed_on_or_dropped():
    credited = ("The dispute was first reported by the Sollund Press Agency.", *LINES)
    assert bits(article("a", credited), article("b"))["credit"] > 0


def test_an_agency_is_the_source_of_who_credits_it():
    own = article("wire", outlet="Sollund Press Agency")
    credited = article("paper", (*LINES, "The dispute was first reported by the Sollund Press Agency."))
    found = bits(credited, own)
    assert found["issuer"] < 0
    assert found["credit"] < 0


def test_a_paper_is_the_source_of_who_names_it():
    paper = article("paper", ("The Tarnbeck Courier | Local | Sport | Notices", *LINES))
    agency = article("agency", (*LINES, "Agneta Froyle told the Tarnbeck Courier so."), outlet="Sollund Press Agency")
    assert bits(paper, agency)["credit"] > 0


def test_of_two_versions_the_longer_with_the_higher_toll_is_the_later():
    toll = "TARNBECK (Sollund Press Agency) - At least 12 people were hurt when the bank gave way on Sunday."
    first = article("first", (toll, *LINES[:4]), outlet="Sollund Press Agency")
    later = article("later", (toll.replace("At least 12", "A total of 14"), *LINES), outlet="Sollund Press Agency")
    found = bits(first, later)
    assert found["toll"] > 0
    assert found["growth"] > 0
    assert "containment" not in found


def test_a_later_version_of_one_paper_recalls_what_the_first_said():
    banner = "The Tarnbeck Courier | Local | Sport | Notices"
    said = "The trust will spend 900 marks on each of the 14 stones that were hurt, Agneta Froyle told the onlookers."
    now = "The trust will spend 650 marks on each of the 14 stones that were hurt, Agneta Froyle told the onlookers."
    recalled = "That is down from the 900 marks of which she had spoken on Sunday, before the council met her."
    first, later = article("first", (banner, said, *LINES)), article("later", (banner, now, recalled, *LINES))
    assert bits(first, later)["recalled"] > 0
    assert "containment" not in bits(first, later)
    assert "recalled" not in bits(article("a", (said, *LINES)), article("b", (now, recalled, *LINES)))


def test_a_note_marks_the_later_version():
    outlet = "Sollund Press Agency"
    lines = (f"TARNBECK ({outlet}) - {LINES[0]}", *LINES[1:])
    found = bits(article("a", lines, outlet=outlet), article("b", ("UPDATES with details", *lines), outlet=outlet))
    assert found["edition"] > 0


def test_equal_articles_say_nothing_of_their_order():
    assert bits(article("a"), article("b")) == {}


@given(st.integers(0, 400), st.booleans())
@settings(max_examples=12, deadline=None)
def test_every_signal_is_turned_round_with_the_pair(seed, invented):
    tree = simulate.tree(seed, 4, simulate.NEWS, invented)
    articles = annotate_all(random.Random(seed).sample(tree.documents, 2))
    passages, _ = passages_of_pairs(articles, [(0, 1)], WORDED)
    left, right = (evidence.reading(a, rarity.learn([]).bits(a)) for a in articles)
    pair = evidence.weigh(passages[0, 1], left, right)
    one, other = standings(articles)
    there = signals(left, right, pair, one, other)
    back = signals(right, left, evidence.flipped(pair), other, one)
    assert {r.signal: r.bits for r in back} == pytest.approx({r.signal: -r.bits for r in there})


@given(st.integers(0, 400))
@settings(max_examples=8, deadline=None)
def test_no_signal_alone_outweighs_all_others(seed):
    tree = simulate.tree(seed, 4, simulate.FREE)
    assert all(abs(value) <= 6.0 for value in bits(tree.documents[0], tree.documents[-1]).values())


def test_an_agency_that_names_a_paper_is_not_the_source_of_that_paper_for_being_an_agency():
    paper = article("a", outlet="Castor Ridge Mercury")
    told = LINES[0][:-1] + ", the newspaper Castor Ridge Mercury reported."
    own = "The water company told the Sollund Press Agency that it would mend the leak."
    named = article("b", (told, *LINES[1:4], own), outlet="Sollund Press Agency")
    silent = article("b", (*LINES[:4], own), outlet="Sollund Press Agency")
    assert "issuer" not in bits(paper, named)
    assert bits(paper, named)["credit"] > 0
    assert bits(paper, silent)["issuer"] < 0
