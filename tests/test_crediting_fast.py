"""The quick ways of finding who is credited say what the slow, obvious ways say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.crediting import endings, named
from provenance.crediting import given as giving
from provenance.crediting.mention import half_width
from provenance.crediting.page_lines import Line, page_of
from provenance.read.corpus import read

UNSEEN = Path(__file__).parent / "unseen"
LINES = st.text("aA .!?([（)-KTX", max_size=20)
WORDS = """
the The agency reported news newswire Press Kelp KELP Wire Service AGENCE agence Agence France-Kelp agency's prelaPress
Информ КелпИнформ 環礁通信社 に ・ 通信 (環礁通信) وكالة الموج للأنباء एजेंसी πρακτορείο Κύμα told xAgency Bureau é
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()) | st.sampled_from([" ", "\n", "-"]), max_size=12)


@cache
def _texts() -> list[str]:
    """Return all texts of the stories in `tests/unseen`."""
    files = [f for f in sorted(UNSEEN.rglob("*")) if f.suffix in (".txt", ".md")]
    return [half_width(document.text) for file in files for document in read(str(file))]


def _pages() -> list[tuple[str, tuple[Line, ...]]]:
    """Return the same texts with the lines around their reports."""
    pages = [(text, page_of(text)) for text in _texts()]
    return [(text, (*page.head, *page.last)) for text, page in pages if page is not None]


def test_who_gave_a_text_is_told_alike_where_every_line_is_asked_for_every_phrase() -> None:
    pages = _pages()
    assert len(pages) > 500
    slowly = [
        [(line, span) for line in lines for span in giving._given(text, line, giving._small(line), giving._phrases())]
        for text, lines in pages
    ]
    assert sum(map(len, slowly)) > 20
    # Twice, for at first all patterns are let through.
    assert [[list(giving.given(*page)) for page in pages] for _ in range(2)] == [slowly, slowly]


def _named(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], str | None]]:
    return [(found.span(), found.lastgroup) for found in pattern.finditer(text)]


@given(TEXTS, st.sampled_from(["", " "]))
@settings(deadline=None)
def test_no_name_of_an_agency_begins_within_a_word(words: list[str], between: str) -> None:
    text = between.join(words)
    assert _named(named._NAMED, text) == _named(re.compile(named._NAMES), text)


def test_names_of_agencies_are_found_alike_where_every_place_is_looked_at() -> None:
    slowly = [_named(re.compile(named._NAMES), text) for text in _texts()]
    assert sum(map(len, slowly)) > 200
    assert [_named(named._NAMED, text) for text in _texts()] == slowly


@given(LINES)
def test_a_line_without_opening_brackets_has_no_name_in_them(text: str) -> None:
    assert endings._BRACKETED.search(text) is None or not {*endings.OPENING}.isdisjoint(text)
