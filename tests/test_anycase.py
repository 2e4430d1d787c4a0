from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.anycase import AnyCase, by_first_letters
from provenance.crediting import agencies, phrases
from provenance.standing import notes

PATTERNS = (
    r"(?<!\w)(?:told|tells|ısı|straße|k\w+ of)[ :]*(?:the |l['’]){0,2}$",
    r"[a-c]+|é.|ü$|σx|μ|ﬆ|ṡ",
    phrases.phrases_ahead("strong").pattern,
    phrases.phrases_ahead("weak").pattern,
)
WRITTEN = "ς σ Σ µ μ ﬅ ﬆ ẛ ṡ told TOLD Tells the The l' L’ isi ISI ısı İSİ straße STRASSE kit of ſ K é É ü"
WORDS = st.sampled_from(WRITTEN.split())
TEXTS = st.lists(WORDS | st.text("aBcéÜ :'’", max_size=4), max_size=6).map(" ".join)


@given(st.sampled_from(PATTERNS), TEXTS)
@settings(deadline=None)
def test_a_pattern_is_found_where_re_finds_it_without_regard_to_case(pattern: str, text: str) -> None:
    found = re.search(pattern, text, re.IGNORECASE)
    assert AnyCase(pattern).find(text) == (found.span() if found else None)


@pytest.mark.parametrize("pattern", ["Told", "a[B]", "\u212a", r"\wA"])
def test_a_pattern_with_capitals_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="small letters"):
        AnyCase(pattern)


def test_an_escape_is_no_capital() -> None:
    assert AnyCase(r"\W\S+").find("a -B") == (1, 4)


@given(st.sampled_from(PATTERNS), TEXTS, st.integers(0, 6), st.integers(0, 12))
@settings(deadline=None)
def test_all_matches_between_two_places_are_those_of_re(pattern: str, text: str, start: int, end: int) -> None:
    found = re.compile(pattern, re.IGNORECASE).finditer(text, start, end)
    assert AnyCase(pattern).every(text, start, end) == [m.span() for m in found]


ALTERNATIVES = st.sampled_from(
    ("told", "tells", "t?o", "(?:to|ta)ld", "(?:to|x)+", r"\w+ of", "[tx]ell", "ıt", "it", "a|b|c|d|e|f|g|h", "", "é")
)


@given(st.lists(ALTERNATIVES, min_size=1, max_size=14), st.text("totaldexsb ofıié", max_size=30))
@settings(deadline=None)
def test_parted_by_first_letters_a_pattern_matches_the_same(alternatives: list[str], text: str) -> None:
    pattern = "|".join(alternatives)
    for whole in (pattern, rf"\b(?:{pattern})s?", rf"x(?:{pattern})(?:{pattern})"):
        found = [m.span() for m in re.finditer(by_first_letters(whole), text)]
        assert found == [m.span() for m in re.finditer(whole, text)]


@pytest.mark.parametrize("side", ["strong", "weak"])
def test_the_phrases_before_a_name_match_the_same_when_parted(side: agencies.Strength) -> None:
    pattern = phrases.phrases_ahead(side).pattern
    texts = [f"{ahead} {phrase} the " for ahead in ("", "x", "said the, ") for phrase in WRITTEN.split()]
    texts += ["she told the ", "according to the ", "laut der ", "小林社によると", "sagte er der "]
    for text in texts:
        found, quick = re.search(pattern, text), re.search(by_first_letters(pattern), text)
        assert (found and found.span()) == (quick and quick.span())


def test_a_pattern_that_is_asked_often_finds_the_same() -> None:
    pattern = AnyCase(r"\b(?:told|tells|a|b|c|d|e|f|g|to)$")
    assert {pattern.find("She TOLD") for _ in range(2100)} == {(4, 8)}


TABLES = (notes.RELEASES, notes.ROOMS, notes.WIRES, notes.ABROAD, notes.HELD, notes.LATER, notes.EARLIER)
NOTED = (
    *(
        "PRESS RELEASE",
        "» Communiqué",
        "Pressemitteilung:",
        "NOTA À IMPRENSA",
        "BASIN BÜLTENİ",
        "ПРЕСС-РЕЛИЗ",
        "新闻稿",
    ),
    *("Sala de Prensa", "Basın Odası", "For use by clients", "English service", "İngilizce servis", "EMBARGO UNTIL 9"),
    *(
        "не ранее 9",
        "2ND LEAD",
        "2nd lead",
        "x LEAD 2",
        "x lead 2",
        "URGENT:",
        "Urgent",
        "FIRST TAKE",
        "First take",
        "第一报",
    ),
)


@pytest.mark.parametrize("phrases", TABLES)
@given(st.lists(st.sampled_from(NOTED) | WORDS, max_size=3).map(" ".join))
@settings(deadline=None)
def test_a_note_is_found_where_re_finds_it_without_regard_to_case(phrases: str, line: str) -> None:
    found = re.search(phrases, line, re.IGNORECASE)
    assert notes.finder(phrases)(line) == (found.span() if found else None)
