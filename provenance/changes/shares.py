"""Shares of a whole, such as "one in four", held against the part and the whole that a source gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from provenance.article import Article
from provenance.changes.quantities import Quantity

_OF = re.compile(
    r"\s?(?:[^\W\d_]+\s)?(?:out of|of|von|der|sur|de|des|di|su|delle|dei|de las|de los|das|dos|em|van de|"
    r"av|z|из|のうち)\s?"
    r"(?:the |its |den |ses |sus |suoi |loro |i )?",
    re.IGNORECASE,
)
"""What stands between a part and its whole: "310 of the 1,870"."""
_FROM = re.compile(r"(?:\b(?:from|von|de|da|van|från|fra|z|ze|с|со)|\bd['’])\s$", re.IGNORECASE)
_TO = re.compile(r"\s?(?:[^\W\d_]+\s)?(?:to|auf|à|a|para|naar|till|til|do|до)\s", re.IGNORECASE)
"""What stands before the first and the second of two numbers of which one became the other: "from 14 to three"."""
_SHARE_OF = re.compile(
    r"\s(?:of|der|des|aller|de|du|d['’]|del|della|dei|degli|delle|do|da|dos|das|van|av)\b|の|[,.]", re.IGNORECASE
)
"""What stands behind a share that is one of something."""


def part_and_whole(source: Article, left: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Return the two numbers of source sentences of which one is a part of the other, if only two are."""
    plainly = [s for s in left if s.kind == "count" and not s.unit]
    found = [
        (a, b)
        for a, b in pairwise(left)
        if a in plainly and b in plainly and a.value != b.value and _belong(source.text, a, b)
    ]
    return found[0] if len(found) == 1 and not {s.unit for s in left} & {"percent", "share"} else None


def is_share_of(text: str, t: Quantity) -> bool:
    """Return whether a number is a share of something, and no ordinal."""
    return t.kind == "share" and (not t.spelled or _SHARE_OF.match(text, t.end) is not None)


def _belong(text: str, one: Quantity, other: Quantity) -> bool:
    """Return whether the words around two numbers make one of them a part of the other, or what became of it."""
    if _TO.fullmatch(text, one.end, other.start):
        return _FROM.search(text, max(0, one.start - 6), one.start) is not None
    return one.value < other.value and _OF.fullmatch(text, one.end, other.start) is not None


def is_other_share(t: Quantity, one: Quantity, other: Quantity) -> bool:
    """Return whether a share is far from that of two counts, and from what it leaves."""
    part = min(one.value, other.value) / max(one.value, other.value)
    return min(abs(part - t.value), abs(1 - part - t.value)) > _FAR


_FAR = 0.08
"""How far a share must be from that of two counts not to be a rounder way to say it."""
