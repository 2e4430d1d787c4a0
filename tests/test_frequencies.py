"""Frequencies of words are those that wordfreq tells."""

from __future__ import annotations

import pytest
import wordfreq

from provenance.frequencies import common, listed


def test_every_language_of_wordfreq_has_its_list() -> None:
    assert {language: str(path) for language, path in listed().items()} == wordfreq.available_languages("small")


@pytest.mark.parametrize("language", ["en", "de", "ja", "ru", "sh", "nb"])
def test_a_list_read_without_wordfreq_is_the_one_read_with_it(language: str) -> None:
    assert common(language) == wordfreq.get_frequency_dict(language, wordlist="small")


def test_a_language_without_a_list_has_no_common_words() -> None:
    assert common("tlh") == {}
