"""Words that have their capital from the grammar alone: German writes every noun with one, so that it tells no name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from provenance.frequencies import common, is_common
from provenance.words import plain

NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
LISTED = 2e-6
"""Share of running words from which on a listed word is a noun, and none of the names at the rare end of a list."""
ELSEWHERE, WIDELY = ("en", "es", "fr", "sv"), 2
"""Languages in which a name is listed as well, and how many of them make a word one: Berlin, Merkel, Schmidt."""
_SHORTEST_PART = 4
_ENDINGS = ("e", "n", "en", "s", "es", "er", "ern", "in", "innen")
"""What stands behind a noun for its number, its case and, of people, for a woman."""


@lru_cache(maxsize=1 << 16)
def is_noun(word: str, language: str) -> bool:
    """Return whether a plain word may have its capital from the grammar: it is listed, or made up of two listed words.

    Lists of words hold well-known names as well.
    """
    if language not in NOUNS_HAVE_CAPITALS:
        return False
    known = _listed(language)
    return all(_is_made_up(part, known) for part in word.split("-"))


@lru_cache(maxsize=1 << 16)
def is_no_name(written: str, language: str) -> bool:
    """Return whether a word tells nobody's name: it is a noun in any of its forms, and none that all the world writes.

    Names that are in nobody's list but the language's own, as of a town that others call otherwise, pass for nouns.
    """
    if language not in NOUNS_HAVE_CAPITALS:
        return False
    if sum(is_common(other, written.casefold()) for other in ELSEWHERE) >= WIDELY:
        return False
    return all(any(is_noun(stem, language) for stem in _stems(part)) for part in plain(written).split("-"))


def _stems(word: str) -> Iterator[str]:
    """Yield a word and what is left of it without an ending."""
    yield word
    yield from (
        stem for end in _ENDINGS if word.endswith(end) and len(stem := word.removesuffix(end)) >= _SHORTEST_PART
    )


def _is_made_up(word: str, known: frozenset[str]) -> bool:
    if word in known:
        return True
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        ahead = word[:at]
        if word[at:] in known and any(part in known for part in (ahead, ahead.removesuffix("s"), ahead + "e")):
            return True
    return False


@cache
def _listed(language: str) -> frozenset[str]:
    return frozenset(plain(word) for word, share in common(language).items() if share >= LISTED)
