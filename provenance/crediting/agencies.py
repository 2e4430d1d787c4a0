"""The agencies that the package knows, the phrases that credit them, and words that name none: all from tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from provenance.phrasebook import rows

_Side = Literal["ahead", "behind", "source", "desk", "byline", "called", "between", "given"]
Strength = Literal["strong", "weak", "alone", "label"]
_Place = Literal["ahead", "behind", "capitals", "plain", "generic"]


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of one kind over all languages."""
    return frozenset(word for what, _, words in rows("credit_words.tsv") if what == kind for word in words.split())


@cache
def regions() -> frozenset[str]:
    """Return what regions are called that stand in brackets behind a town, over all countries."""
    return frozenset(name for _, names in rows("regions.tsv") for name in names.split("|"))


def phrases_of(side: _Side, strength: Strength | _Place) -> str:
    """Return the phrases before or behind a name, over all languages, as one alternation."""
    every = rows("credit_phrases.tsv")
    return "|".join(f"(?:{phrase})" for where, kind, _, phrase in every if where == side and kind == strength)


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: the short name it is called by here, and the names it is written with."""

    short: str
    names: tuple[str, ...]
    ambiguous: bool = False
    """Its short name means other things too, so that only a strong phrase makes it a credit."""
    doubtful: frozenset[str] = frozenset()
    """Those of its names alone that mean other things too."""


@cache
def table() -> tuple[Agency, ...]:
    """Return the agencies that the package knows."""
    return tuple(_agency(short, flag, names.split("|")) for short, flag, names in rows("agencies.tsv"))


def _agency(short: str, flag: str, written: list[str]) -> Agency:
    """Return an agency by its row of the table, where a name that means other things too has a question mark."""
    names = tuple(name.removesuffix("?") for name in written)
    doubtful = frozenset(name.removesuffix("?") for name in written if name.endswith("?"))
    return Agency(short, names, flag == "?", doubtful)


def words_in(words: str) -> frozenset[str]:
    """Return the words of a line of them."""
    return frozenset(words.split())


class KnownNames(NamedTuple):
    """The names of agencies to look for, laid out so that a text is searched only for those that may be in it."""

    names: tuple[str, ...]
    short: Mapping[str, str]
    ambiguous: frozenset[str]
    """Names, not agencies: a full name is never ambiguous."""
    by_head: Mapping[str, tuple[int, ...]]
    """Places in `names` of those that begin with ASCII letters and figures, by all of these that they begin with."""
    by_letter: Mapping[str, tuple[int, ...]]
    """Places in `names` of the others, by their first letter."""

    def possible(self, text: str) -> list[str]:
        """Return the names that may stand alone somewhere in a text, and few others, in the order of `names`."""
        places: list[int] = []
        plain = text.encode("ascii").translate(_HEADS_ONLY).decode("ascii") if text.isascii() else ""
        heads = plain.split() if plain else _HEAD.findall(text)
        for head in self.by_head.keys() & heads:
            places += self.by_head[head]
        for letter, some in self.by_letter.items():
            if letter in text:
                places += some
        return [self.names[place] for place in sorted(places)]


_HEAD = re.compile("[A-Za-z0-9]+")
_HEADS_ONLY = bytes(code if chr(code).isalnum() else 32 for code in range(128)).ljust(256)
"""Does in ASCII what the pattern does, in a quarter of the time."""
SHORTEST_IN_CAPITALS = 5
"""Letters of a name of one word from which on it is the same in capitals: "By REUTERS"."""


_SAY_SO = ("社", "通信", "통신")
"""What names end in that say what they are of, so that they mean nothing else."""


@cache
def known_names(added: tuple[str, ...]) -> KnownNames:
    """Return the names that the table has, and some more."""
    short: dict[str, str] = {}
    ambiguous: set[str] = set()
    for agency in table():
        ambiguous |= agency.doubtful
        for name in agency.names:
            short[name] = agency.short
            if len(name) > 6 and name.isascii() and " " in name:
                short.setdefault(name.upper(), agency.short)
            called = (name == agency.short or not name.isascii()) and len(name) >= SHORTEST_IN_CAPITALS
            if called and name.istitle() and not agency.ambiguous:
                short.setdefault(name.upper(), agency.short)
            if agency.ambiguous and len(name) <= 6 and not name.endswith(_SAY_SO):
                ambiguous.add(name)
    for name in added:
        short.setdefault(name, name)
        ambiguous.discard(name)
        if " " in name:
            short.setdefault(name.upper(), short[name])
    names = tuple(sorted(filter(None, short), key=lambda name: (-len(name), name)))
    by_head: dict[str, list[int]] = {}
    by_letter: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        head = _HEAD.match(name)
        if head is not None:
            by_head.setdefault(head.group(), []).append(place)
        else:
            by_letter.setdefault(name[0], []).append(place)
    return KnownNames(
        names,
        short,
        frozenset(ambiguous),
        {head: tuple(places) for head, places in by_head.items()},
        {letter: tuple(places) for letter, places in by_letter.items()},
    )


MONTH_SIGNS = words_of("month")
NOT_AGENCIES = words_of("body") | words_of("mark") | MONTH_SIGNS
POLLSTERS = words_of("pollster")


def initials(name: str) -> str:
    """Return the initials of a name's capitalised words: CNS for Cresta News Service."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper()).upper()
