"""Frequencies of words are those that wordfreq tells."""

from __future__ import annotations

from itertools import pairwise

import pytest
import wordfreq
from hypothesis import given
from hypothesis import strategies as st

from provenance.frequencies import common, is_common, listed


def test_every_language_of_wordfreq_has_its_list() -> None:
    assert {language: str(path) for language, path in listed().items()} == wordfreq.available_languages("small")


@pytest.mark.parametrize("language", ["en", "de", "ja", "ru", "sh", "nb"])
def test_a_list_read_without_wordfreq_is_the_one_read_with_it(language: str) -> None:
    assert common(language) == wordfreq.get_frequency_dict(language, wordlist="small")


def test_a_language_without_a_list_has_no_common_words() -> None:
    assert common("tlh") == {}
    assert not is_common("tlh", "the")


@pytest.mark.parametrize("language", ["en", "ja", "sh"])
def test_every_word_of_a_list_is_common_and_what_is_cut_or_joined_from_them_only_if_listed(language: str) -> None:
    words = sorted(common(language))
    assert all(is_common(language, word) for word in words)
    parts = {word[1:] for word in words} | {word[:-1] for word in words} | {a + b for a, b in pairwise(words)}
    assert {part for part in parts if is_common(language, part)} == parts & common(language).keys()


@given(st.text(st.characters(), max_size=4))
def test_any_string_is_common_if_it_is_listed(word: str) -> None:
    assert is_common("en", word) == (word in common("en"))
