"""Patterns that do not look at case, three times as fast as those of `re`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from provenance.model import Span
from provenance.patterns import of_tables

_CAPITAL = re.compile(r"\\.|([A-Z\u0130\u017f\u212a])")
"""Escapes, which mean something else in small letters, and what may stand for a small letter of ASCII."""


_ODD = re.compile(
    "[\xb5\u0131\u017f\u0345\u0390\u03b0\u03c2\u03d0-\u03f5\u1c80-\u1c8f\u1e61\u1e9b\u1fbe\u1fd3\u1fe3\ua64b\ufb05\ufb06]"
)
"""Small letters that equal other small letters where case does not count."""


_OFTEN = 1000
"""Looks from which on a pattern is worth a quicker form."""
_WORTH = 8
"""Alternatives that are worth parting by their first letters."""
_CAPTURES = re.compile(r"(?<!\\)\((?!\?)|\(\?P|\(\?\(|\[\^?\]")
"""Groups that are told of, which must stand in a pattern once only, and a way to write sets that is not read here."""
_QUANTIFIERS = frozenset("?*+{")


def by_first_letters(pattern: str) -> str:
    r"""Return a pattern that matches the same with its many alternatives parted by their first letters.

    `re` tries one alternative after the other, and this finds with one look that none of a dozen begins as the text
    goes on. Only for patterns that heed case, or else letters may equal others; one with capturing groups stays as it
    is.

    >>> by_first_letters("a|b|tell|told|c|d|e|(?:to|x)ss|f")
    'a|b|t(?:ell|old|oss)|c|d|e|xss|f'
    """
    return pattern if _CAPTURES.search(pattern) else _parted(pattern)


def _parted(pattern: str) -> str:
    some = alternatives(pattern)
    if len(some) >= _WORTH:
        some = _by_letter([one for alternative in some for one in _without_group(alternative)])
    return "|".join(map(_inside_parted, some))


def _by_letter(alternatives: Sequence[str]) -> list[str]:
    """Return alternatives with those of one first letter as one, in an order that matches the same."""
    found: list[tuple[str, list[str]]] = []
    place: dict[str, int] = {}
    for one in alternatives:
        letter = one[:1]
        # A dotless i stands for two letters; what begins otherwise may match where any of the others does.
        if not letter.isalpha() or letter == "\u0131" or one[1:2] in _QUANTIFIERS:
            place.clear()
            found.append(("", [one]))
        elif letter in place:
            found[place[letter]][1].append(one[1:])
        else:
            place[letter] = len(found)
            found.append((letter, [one[1:]]))
    return [letter + (some[0] if len(some) == 1 else f"(?:{'|'.join(some)})") for letter, some in found]


def _without_group(alternative: str) -> list[str]:
    """Return an alternative that begins with a group of some as so many."""
    if not alternative.startswith("(?:"):
        return [alternative]
    end = next(e for s, e in _groups(alternative) if s == 0)
    rest = alternative[end:]
    if rest[:1] in _QUANTIFIERS:
        return [alternative]
    return [one for part in alternatives(alternative[3 : end - 1]) for one in _without_group(part + rest)]


def _inside_parted(alternative: str) -> str:
    """Return an alternative with the groups in it parted."""
    out, done = "", 0
    for start, end in _groups(alternative):
        if alternative.startswith("(?:", start):
            out += f"{alternative[done:start]}(?:{_parted(alternative[start + 3 : end - 1])})"
            done = end
    return out + alternative[done:]


_SIGNS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""What an alternation is taken apart by; of escapes and sets nothing counts."""


def alternatives(pattern: str) -> list[str]:
    """Return what stands between the outermost bars of a pattern."""
    depth, bounds = 0, [-1]
    for sign in _SIGNS.finditer(pattern):
        depth += (sign.group() == "(") - (sign.group() == ")")
        if sign.group() == "|" and not depth:
            bounds.append(sign.start())
    return [pattern[a + 1 : b] for a, b in pairwise([*bounds, len(pattern)])]


def _groups(alternative: str) -> list[Span]:
    """Return where the outermost groups are, brackets included."""
    depth, start = 0, 0
    found: list[Span] = []
    for sign in _SIGNS.finditer(alternative):
        if sign.group() == "(":
            start = start if depth else sign.start()
            depth += 1
        elif sign.group() == ")":
            depth -= 1
            if not depth:
                found.append((start, sign.end()))
    return found


class AnyCase:
    """A pattern without capitals, as `re` matches it where case does not count; compiled when it is first needed.

    Without regard to case every sign must be compared in several forms, and alternatives cannot be told apart by their
    first letters. Text is therefore put into small letters first, but for the little in which that is not the same.
    """

    def __init__(self, pattern: str) -> None:
        """Raise ValueError where the pattern has capitals, or signs that are ASCII in the other case."""
        if any(found[1] for found in _CAPITAL.finditer(pattern)):
            raise ValueError(f"not in small letters: {pattern}")
        self.pattern = pattern
        self._asked = 0

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return of_tables(self.pattern, re.IGNORECASE)

    @cached_property
    def _small(self) -> re.Pattern[str]:
        # To `re` a dotless i is an i as well.
        return of_tables(self.pattern.replace("\u0131", "[i\u0131]"))

    @cached_property
    def _quick(self) -> re.Pattern[str]:
        return of_tables(by_first_letters(self.pattern).replace("\u0131", "[i\u0131]"))

    def _plain(self) -> re.Pattern[str]:
        """Return what finds the pattern in small letters; to make the quicker form takes as long as many looks."""
        self._asked += 1
        return self._small if self._asked < _OFTEN else self._quick

    def find(self, text: str) -> Span | None:
        """Return where the pattern first matches, None for nowhere."""
        small = _lowered(text)
        found = self._any.search(text) if small is None else self._plain().search(small)
        return None if found is None else found.span()

    def every(self, text: str, start: int, end: int) -> list[Span]:
        """Return where the pattern matches between two places of a text that others will ask about too."""
        small = lowered(text)
        found = self._any.finditer(text, start, end) if small is None else self._plain().finditer(small, start, end)
        return [m.span() for m in found]


def _lowered(text: str) -> str | None:
    """Return a text in small letters; None where that is not all that keeps it from being the same in any case."""
    small = text.lower()
    return small if text.isascii() or (len(small) == len(text) and _ODD.search(small) is None) else None


lowered = lru_cache(maxsize=8)(_lowered)
"""The same for a text of which one stretch after another is looked at."""
