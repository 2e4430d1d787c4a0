"""What, by how it is written, may be the name of an agency that no table has: signs, and houses of news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from provenance.crediting.abbreviations import bare
from provenance.crediting.agencies import NOT_AGENCIES, known_names, phrases_of, words_of
from provenance.crediting.bodies import OTHER_HOUSES, has_stem, is_body
from provenance.crediting.bylines import date_words
from provenance.crediting.labels import is_institutions
from provenance.crediting.mention import SIGNS_OF_VOWELS
from provenance.paper_words import PAPER
from provenance.patterns import of_tables
from provenance.rarity import is_listed

MARKS = f"{SIGNS_OF_VOWELS}\u200c"
_SMALL = "a-zß-öø-ÿа-яёѐ-џά-ώāăąćčďđēęěğģīįķĺļľłńņňőŕřśşšťūůűųŵźżžșțơư"
_LETTERS = rf"[\w{MARKS}'’&\"״-]"
WORD = rf"[^\W\d_{_SMALL}]{_LETTERS}{{1,24}}"
NAME = rf"{WORD}(?: (?:of |de |da |do |di )?{WORD}){{0,3}}"
_OTHER_HOUSES = tuple(sorted(words_of("house")))
UNCASED = re.compile("[\u0590-\u0e7f\u3040-\u9fff\uac00-\ud7af]")
_LONGEST_HAN = 10
"""Ideographs or syllables of an agency's name."""
SPACELESS = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_CALLED = ("通信", "通信社", "通讯社", "通訊社", "通讯", "뉴스", "통신", "통신사", "社")
_VOWEL = re.compile("[AEIOUYÄÖÜÅÆØÁÉÍÓÚАЕИОУЫЭЮЯІЇЄΑΕΗΙΟΥΩ]")
SHORTEST_SIGN, _LONGEST_SIGN, _LONGEST_SURE, SHORTEST_NAME = 3, 6, 10, 4
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "id", "tr", "ru", "fi", "da")
_COMMON = ("en", "de", "fr", "es")
"""Languages whose frequent words are no signs, and those whose are no names that nobody knows."""


def is_sign(name: str, text: str, shortest: int = SHORTEST_SIGN, *, sure: bool = False, long: bool = False) -> bool:
    """Tell whether a name is capitals as agencies sign with, which mean nothing else that a table has.

    In a place that makes `sure` of it they may be a word of a language too.
    """
    if not (shortest <= len(name) <= (_LONGEST_SURE if long else _LONGEST_SIGN) and name.isupper() and name.isalpha()):
        return False
    if UNCASED.match(name) or name in NOT_AGENCIES or name in OTHER_HOUSES or name.casefold() in words_of("form"):
        return False
    if name in known_names(()).short:
        return True
    if not sure and _VOWEL.search(name) and is_listed(name.casefold(), _LANGUAGES):
        return False
    return not is_institutions(name, text)


def is_house(name: str) -> bool:
    """Tell whether a name of two to four words, all with capitals, has a word for agency around what it is called."""
    words = name.split(" ")
    if UNCASED.match(name):
        return len(words) <= MOST_WORDS and is_uncased_house(words)
    if not 2 <= len(words) <= MOST_WORDS or not all(word[:1].isupper() and word.isalpha() for word in words):
        return False
    called = name.removeprefix("The ")
    return (
        " " in called
        and bare(called) not in ("", called.casefold())
        and not _desk_words().intersection(name.casefold().split())
    )


MOST_WORDS, _OWN_WORDS = 4, 2


def is_uncased_house(words: Sequence[str]) -> bool:
    """Tell the same of a name in a script without capitals: it has such a word, and one that is no such word."""
    newsroom, official = words_of("newsroom"), words_of("official")
    if SPACELESS.match(words[0]):
        return len(words) == 1 and 2 < len(words[0]) <= _LONGEST_HAN and _is_called(words[0])
    own = [word for word in words if word not in newsroom and word not in words_of("picture")]
    return (
        0 < len(own) <= _OWN_WORDS
        and len(own) < len(words)
        and official.isdisjoint(words)
        and has_stem(words, newsroom)
    )


@cache
def _desk_words() -> frozenset[str]:
    """Return the words by which the desks of a paper are called, as they stand in bylines."""
    return words_of("desk") | words_of("paper")


def _is_called(name: str) -> bool:
    """Tell whether a name in a script without spaces ends as those of agencies do, and not of other houses."""
    return name.endswith(_CALLED) and not name.endswith(_OTHER_HOUSES)


def may_supply(name: str) -> bool:
    """Tell whether a name behind a phrase may be an agency's: no body's, no firm's, no word of the language."""
    words = name.casefold().split()
    if SPACELESS.match(name):
        return is_uncased_house(words)
    of_news = "of" in words[2:] and words[1] in ("news", "press")  # "Prabhat News of India"
    if (name.isupper() and len(words) == 1) or name.upper() in NOT_AGENCIES or (is_body(name) and not of_news):
        return False
    if has_stem(words, words_of("institution")) or words_of("company").union(date_words()).intersection(words):
        return False
    if UNCASED.match(name) is None and any(map(PAPER.fullmatch, words)) and not (of_news or is_house(name)):
        return False
    return len(words) > 1 or (len(name) >= SHORTEST_NAME and not is_listed(words[0], _COMMON))


def may_sign(name: str) -> bool:
    """Tell whether a name of one word behind the last sentence may be an agency's."""
    if UNCASED.match(name):
        return is_uncased_house(name.split())
    if " " in name or not name[0].isupper() or name.isupper():
        return False
    return may_supply(name)


def is_capitalised(name: str) -> bool:
    """Tell whether a name is one word with a capital, or one of two in a script without them."""
    if UNCASED.match(name):
        return " " not in name
    return " " not in name and name[:1].isupper() and not name.isupper() and len(name) >= SHORTEST_NAME


@cache
def desk() -> re.Pattern[str]:
    """Match what a paper calls its own desk."""
    return of_tables(phrases_of("desk", "label"), re.IGNORECASE)
