"""A place in a text where an agency is named, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from provenance.crediting.agencies import SHORTEST_IN_CAPITALS
from provenance.model import Span

SIGNS_OF_VOWELS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0981-\u0d63\u0e31-\u0e4e"
"""Signs for vowels that scripts of India and others set around a letter, in a set: part of a word, but no letters."""


class Mention(NamedTuple):
    """A place where an agency is named, and what it is called."""

    start: int
    end: int
    agency: str
    weak_ok: bool
    """A weak phrase is enough."""
    known: bool
    framed: Span | None = None
    """The dateline that it was found in, where that says all."""


_FULL_WIDTH = re.compile("[\uff21-\uff3a\uff41-\uff5a]")


def half_width(text: str) -> str:
    """Return the text with full-width letters as plain ones, place by place."""
    if text.isascii() or not _FULL_WIDTH.search(text):
        return text
    return _FULL_WIDTH.sub(lambda found: chr(ord(found.group()) - 0xFEE0), text)


_INDIC = re.compile("[\u0900-\u0963\u0966-\u0df4]")
"""Scripts that set spaces between words, in which short names are parts of others and long ones take endings."""


_SEMITIC = re.compile("[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc]")
"""Letters of Arabic and Hebrew, which join short words to the next, and of the languages that share them."""
_PREFIX = 6
_PREFIXED = re.compile(
    "(?:^|[^\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc])"
    "(?:[\u0648\u0641]?[\u0628\u0644\u0643]?(?:\u0627?\u0644)?|[\u05d5\u05e9]{0,2}[\u05d1\u05dc\u05de\u05db]?\u05d4?)$"
)
"""The end of what stands before a word: nothing of another word but "and", "to", "by" and an article."""


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands alone: not inside a longer word of an alphabet."""
    if _INDIC.match(text, start):
        inside = start > 0 and _INDIC.match(text, start - 1) is not None
        return not inside and (end - start > SHORTEST_IN_CAPITALS or _INDIC.match(text, end) is None)
    if _SEMITIC.match(text, start):
        return _SEMITIC.match(text, end) is None and _PREFIXED.search(text, max(0, start - _PREFIX), start) is not None
    if not text[start].isascii() and not ("\u0370" <= text[start] <= "\u04ff"):
        return True
    before = text[start - 1] if start else " "
    end = with_case(text, start, end)
    after = text[end] if end < len(text) else " "
    joined = (
        (before.isalnum() and before.isascii())
        or before in "_@#"
        or (before.isalpha() and "\u0370" <= before <= "\u04ff")
    )
    ahead = (after.isalnum() and (after < "\u0250" or "\u0370" <= after <= "\u04ff")) or after in "_@"
    hyphened = after == "-" and end - start <= 4 and text[end + 1 : end + 2].isupper()
    return not joined and not ahead and not hyphened


SHORTEST_INFLECTED = 6
"""Letters of a name in Cyrillic from which on it may have the ending of a case: «Интерфаксу»."""
_CASES = re.compile("(?:[аеуюояіїи]|ом|ем|ою|ею|ові|еві)(?![\u0430-\u045f])")


def with_case(text: str, start: int, end: int) -> int:
    """Return where a long name in Cyrillic ends with the ending of its case; else its end."""
    if end - start < SHORTEST_INFLECTED or not "\u0400" <= text[end - 1] <= "\u04ff":
        return end
    found = _CASES.match(text, end)
    return end if found is None else found.end()


class Taken:
    """Mentions found so far, by place, so that looking for an overlap does not look at all of them."""

    _STRIDE = 128

    def __init__(self) -> None:
        self._near: dict[int, list[Mention]] = {}

    def add(self, mention: Mention) -> None:
        """Add a mention."""
        for block in range(mention.start // self._STRIDE, mention.end // self._STRIDE + 1):
            self._near.setdefault(block, []).append(mention)

    def overlapping(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that share a place with `[start, end)`."""
        blocks = range(start // self._STRIDE, end // self._STRIDE + 1)
        near = dict.fromkeys(mention for block in blocks for mention in self._near.get(block, ()))
        return [mention for mention in near if mention.start < end and start < mention.end]


def lines_with(some: Iterable[str], text: str) -> list[Span]:
    """Return the lines of a text that hold any of `some`, in order."""
    lines: set[Span] = set()
    for one in some:
        at = text.find(one)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            lines.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(one, end)
    return sorted(lines)


def line_around(text: str, start: int, end: int) -> Span:
    """Return the line around `[start, end)`, no further than 200 characters away."""
    left = max(text.rfind("\n", max(0, start - 200), start) + 1, start - 200, 0)
    right = text.find("\n", end, end + 200)
    return left, right if right >= 0 else min(len(text), end + 200)


def left_of(text: str, place: int) -> str:
    """Return up to 80 characters before `place`, across the line break of wrapped text but not across a paragraph."""
    before = text[max(0, place - 80) : place]
    for part in ("\n\n", "\r\n\r\n"):
        before = before.rsplit(part, 1)[-1]
    head, broken, tail = before.rpartition("\n")
    if not broken:
        return before
    last = head.rstrip()[-1:]
    return tail if not last or last in '.!?:”"»。' else f"{head} {tail}"


def right_of(text: str, place: int) -> str:
    """Return up to 140 characters behind `place`, across the line break of wrapped text but not across a paragraph."""
    return text[place : place + 140].split("\n\n", 1)[0].replace("\n", " ")


LONGEST, MOST = 400_000, 400
"""Characters of a text, and mentions in it, that are looked at; no article has more."""
