"""Slips that two articles share tell an heir: a figure or a name that both have wrong while others agree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from provenance import evidence, rarity
from provenance.annotate import annotate_all
from provenance.derive.slips import _slipped, exchanged, forms, slips
from provenance.evidence import Reading
from provenance.model import Document

RIGHT = "The council sold 420 plots to Delfina Carraresi, who had asked for 75 of them in the spring of the year."


def readings(*texts: str) -> list[Reading]:
    articles = annotate_all([Document(f"d{n}", text, language="en") for n, text in enumerate(texts)])
    return list(evidence.Readings(articles, rarity.learn(articles)))


def found(source: str, target: str, *others: str) -> tuple[str, ...]:
    one, other, *rest = readings(source, target, *others)
    return slips(one, other, rest)


def test_a_shared_slip_is_a_figure_or_a_name_that_two_others_have_right():
    wrong = RIGHT.replace("420", "240").replace("Carraresi", "Cararesi")
    brief = "Cararesi bought 240 plots from the council, it was said on the evening of the same day in the town hall."
    assert found(wrong, brief, RIGHT, RIGHT + " Nobody minded.") == ("240", "cararesi")
    assert found(wrong, brief, RIGHT, wrong) == ()


def test_what_one_other_has_differently_may_be_its_own_slip():
    assert found(RIGHT, RIGHT, RIGHT.replace("420", "240")) == ()


def test_another_figure_or_another_case_of_a_name_is_no_slip():
    more = RIGHT.replace("420", "987").replace("Carraresi", "Carraresis")
    assert found(more, more, RIGHT, RIGHT) == ()


def test_names_spelt_anew_in_a_translation_are_none():
    wrong = RIGHT.replace("Carraresi", "Cararesi")
    (one, *rest), other = readings(wrong, RIGHT, RIGHT), readings(wrong)[0]
    assert slips(one, other, rest) == ("cararesi",)
    foreign = annotate_all([Document("f", "El ayuntamiento vendió las parcelas a Delfina Cararesi.", language="es")])
    assert slips(one, evidence.Readings(foreign, rarity.learn(foreign))[0], rest) == ()


def test_a_source_that_has_otherwise_what_a_third_has_as_the_target_changed_it_twice():
    wrong = RIGHT.replace("420", "240").replace("Carraresi", "Cararesi")
    right, target, third = readings(RIGHT, wrong, wrong + " Nobody minded.")
    assert exchanged(right, target, forms(third)) == 2
    assert exchanged(third, target, forms(right)) == 0
    assert exchanged(right, target, frozenset()) == 0  # nobody shares it: the target changed it itself


def test_figures_of_two_digits_are_alike_by_chance_unless_they_changed_places():
    one, other, turned = (RIGHT.replace("75", figure) for figure in ("74", "34", "57"))
    right, target, swapped = readings(RIGHT, one, turned)
    assert exchanged(right, target, forms(readings(one)[0])) == 0
    assert exchanged(right, swapped, forms(readings(turned)[0])) == 1
    assert exchanged(right, readings(other)[0], forms(readings(other)[0])) == 0


def test_the_head_of_a_greater_figure_is_no_other_form_of_a_small_one():
    ones = [RIGHT.replace("75", "57"), RIGHT.replace("75", "57") + " Nobody minded."]
    assert found(RIGHT, RIGHT, *ones) == ("75",)
    crates = "He said 72,000 crates fell at sea."
    assert found(crates, crates, *[f"{crates} Some 27 men helped."] * 2) == ()
    assert found(RIGHT, RIGHT, *(one.replace("57", "57,000") for one in ones)) == ()
    assert found(RIGHT, RIGHT, *(one.replace("57", "57,000") + " Some 57 of them are wet." for one in ones)) == ("75",)


@given(st.lists(st.sampled_from([RIGHT, RIGHT.replace("420", "240"), RIGHT.replace("75", "57")]), max_size=4))
def test_who_has_no_other_form_shares_no_slip_and_sides_do_not_matter(texts: list[str]):
    one, other, *rest = readings(RIGHT.replace("420", "402"), RIGHT.replace("420", "402"), *texts)
    assert slips(one, other, rest) == slips(other, one, rest[::-1])
    assert set(slips(one, other, rest)) <= {"402", "75"}


LETTERS = st.text("abé1", min_size=4, max_size=7).filter(lambda form: not form.isdigit())
FORMS = st.frozensets(LETTERS | st.text("0123", min_size=2, max_size=4), max_size=6)


def like_figures(one: str, other: str) -> bool:
    apart = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and (sorted(one) == sorted(other) or (apart == 1 and len(one) > 2))


def like_names(one: str, other: str) -> bool:
    begins = one.startswith(other) or other.startswith(one)
    return abs(len(one) - len(other)) <= 2 and not begins and fuzz.ratio(one, other) >= 80


@given(FORMS, FORMS)
def test_looked_for_at_once_they_are_those_found_one_by_one(wrong: frozenset[str], right: frozenset[str]) -> None:
    right -= wrong
    figures = {a for a in wrong for b in right if a.isdigit() and b.isdigit() and like_figures(a, b)}
    words = {a for a in wrong for b in right if not (a[0].isdigit() or b[0].isdigit()) and like_names(a, b)}
    assert _slipped(wrong, right, True) == tuple(sorted(figures | words))
    assert _slipped(wrong, right, False) == tuple(sorted(figures))
