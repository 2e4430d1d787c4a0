"""Facts turned into their opposites, names put otherwise on the way back, and numbers in more languages."""

from __future__ import annotations

import pytest
from test_changes import told

from provenance.changes.quantities import read


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Sales rose by 4 percent in May.", "Sales fell by 4 percent in May.", ("en", "en")),
        ("Sales rose by 4 percent in May.", "Der Absatz ist im Mai um 4 Prozent gesunken.", ("en", "de")),
        ("Les ventes ont augmenté de 4 % en mai.", "Las ventas cayeron un 4% en mayo.", ("fr", "es")),
        ("Both goats were unharmed.", "Обе козы пострадали.", ("en", "ru")),
        ("The jury convicted the baker.", "陪审团宣判面包师无罪。", ("en", "zh")),
        ("El consejo aprobó el plan.", "The council rejected the plan.", ("es", "en")),
        ("판매가 4% 증가했다.", "Sales decreased by 4 percent.", ("ko", "en")),
        ("ارتفعت الأسعار في مايو.", "Prices dropped in May.", ("ar", "en")),
    ],
)
def test_the_opposite_of_what_was_said(before: str, after: str, languages: tuple[str, str]) -> None:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    assert [what for what, _, _ in told(before, after, kind, languages)] == ["negation"]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Sales rose in May.", "In May sales climbed.", ("en", "en")),
        ("Sales did not rise in May.", "Sales fell in May.", ("en", "en")),
        ("Sales rose in May and fell in June.", "Sales fell in June.", ("en", "en")),
        ("Sales rose in May.", "Im Mai ist der Absatz nicht gesunken.", ("en", "de")),
        ("Sales rose in May.", "In May sales rose, and costs fell.", ("en", "en")),
        ("Sales rose in May.", "Lidé žili v lese.", ("en", "xx")),
    ],
)
def test_what_only_sounds_like_the_opposite(before: str, after: str, languages: tuple[str, str]) -> None:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    assert [c for c in told(before, after, kind, languages) if c[0] == "negation"] == []


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        (
            "A spokesman for the Tin Street Bank said so.",
            "A spokesman for the Zinc Street Bank said so.",
            "Tin Street Bank",
            "Zinc Street Bank",
        ),
        (
            "The Pay Norms Office asked for papers of the bank.",
            "The Wage Norms Bureau asked for papers of the bank.",
            "Pay Norms Office",
            "Wage Norms Bureau",
        ),
        (
            "Helm Watch said so, and a bureau was told to watch the office.",
            "Helm Guard said so, and a bureau was told to watch the office.",
            "Helm Watch",
            "Helm Guard",
        ),
    ],
)
def test_a_name_put_otherwise_on_the_way_back(before: str, after: str, was: str, now: str) -> None:
    assert [(a, b) for what, a, b in told(before, after, "round-trip translation") if what == "name"] == [(was, now)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Mr Justice Orrin spoke at length.", "Judge Orrin spoke at length."),
        ("Pell and Graves wrote to them.", "Analysts of Pell and Graves wrote to them."),
        ("The Tin Street Bank said so.", "The bank in Tin Street said so."),
    ],
)
def test_a_name_in_fewer_or_more_words(before: str, after: str) -> None:
    assert [c for c in told(before, after, "round-trip translation") if c[0] == "name"] == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("بعد أربع عشرة دقيقة", "ar", 14),
        ("بعد أربعين دقيقة", "ar", 40),
        ("خمسة وعشرين رجلا", "ar", 25),
        ("في إحدى عشرة مدينة", "ar", 11),
        ("214 ألف تلميذ", "ar", 214_000),
        ("بیست و پنج نفر", "fa", 25),
        ("스물다섯 명이 왔다", "ko", 25),
        ("세 명이 왔다", "ko", 3),
        ("tizenkét ember", "hu", 12),
        ("двадесет и пет души", "bg", 25),
        ("dvadeset i pet ljudi", "hr", 25),
        ("14 אלף איש", "he", 14_000),
        ("12 nghìn người", "vi", 12_000),
        ("Januari 4", "sw", 104),
        ("január 14", "hu", 114),
        ("2 hours, 21 minutes and 6 seconds", "en", 141.1),
    ],
)
def test_a_number_in_another_language(text: str, language: str, value: float) -> None:
    (quantity,) = read(text, language)
    assert quantity.value / (
        quantity.factor if quantity.unit == "time" and value == int(value) else 1
    ) == pytest.approx(value)


@pytest.mark.parametrize(("text", "language"), [("54세 남성", "ko"), ("네, 그렇습니다", "ko"), ("이 세 가", "ko")])
def test_a_word_that_is_a_number_elsewhere(text: str, language: str) -> None:
    assert [q for q in read(text, language) if q.spelled] == []


def test_dozens_are_about_so_many() -> None:
    assert told("They sold 37 tickets.", "They sold three dozen tickets.") == []


def test_the_only_number_of_a_translated_sentence_is_another_one_even_if_heard_elsewhere() -> None:
    before = "They paid 800 marks a trip. The garage held 300 boxes."
    after = "Sie zahlten 300 Mark pro Reise. In der Garage standen 300 Kisten."
    assert told(before, after, "translation", ("en", "de")) == [("number", "800 marks", "300 Mark")]
