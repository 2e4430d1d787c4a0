"""Strings looked for all at once are those that stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.literals import Literals

LETTERS = st.sampled_from("abé共\udc80 ")
STRINGS = st.lists(st.text(LETTERS, min_size=1, max_size=5), max_size=8)
TEXT = st.text(LETTERS, max_size=30)


@given(STRINGS, TEXT)
@settings(deadline=None)
def test_strings_are_found_where_looking_for_each_finds_it(strings: list[str], text: str) -> None:
    expected = tuple(one for one in dict.fromkeys(strings) if one in text)
    at_once, one_by_one = Literals(strings, often=0), Literals(strings)
    assert at_once.inside(text) == one_by_one.inside(text) == expected


def test_from_some_number_of_texts_on_the_same_is_found() -> None:
    asked = Literals(["told", "to", "old "], often=2)
    assert [asked.inside("told us") for _ in range(4)] == [("told", "to", "old ")] * 4
    assert [asked.inside("to us") for _ in range(4)] == [("to",)] * 4


def test_an_empty_string_is_none() -> None:
    with pytest.raises(ValueError, match="empty"):
        Literals(["a", ""])
