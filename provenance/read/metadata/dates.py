"""Dates as news writes them, in some twenty languages, to ISO 8601; only full ones, year included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from provenance.read.metadata.months import MONTHS, ROMAN, WEEKDAYS

ZONES = {
    "Z": "+00:00",
    "UTC": "+00:00",
    "GMT": "+00:00",
    "WEST": "+01:00",
    "BST": "+01:00",
    "CET": "+01:00",
    "MEZ": "+01:00",
    "CEST": "+02:00",
    "MESZ": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "MSK": "+03:00",
    "HKT": "+08:00",
    "SGT": "+08:00",
    "JST": "+09:00",
    "KST": "+09:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}
"""Offsets of zones whose short name means one thing in news; ET and CST, for instance, do not."""
_AMERICAN = frozenset({"ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT"})

_WORD = r"[^\W\d_][^\s\d,.;:|/()\[\]–—-]{1,13}"
_DAY_MONTH_YEAR = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|°|ª|\.|-го)?\s{{0,3}}(?:(?:de|of|d')\s{{0,2}})?"
    rf"(?P<m>{_WORD})\.?,?\s{{1,3}}(?:(?:de|del|do)\s)?(?P<y>\d{{4}})(?!\d)"
)
_MONTH_DAY_YEAR = re.compile(
    rf"(?P<m>{_WORD})\.?\s{{1,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)"
)
_YEAR_MONTH_DAY = re.compile(rf"(?<!\d)(?P<y>\d{{4}})\.?\s{{1,3}}(?P<m>{_WORD})\s{{1,3}}(?P<d>\d{{1,2}})(?!\d)")
_CJK = re.compile(r"(?<!\d)(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]")
_ISO = re.compile(r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?!\d)")
_CAPITALS = re.compile(r"\b[A-Z]{2,3}\b")
_LETTERS = re.compile(r"[a-z]+")
_SLASHED = re.compile(r"(?<![\d/])(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>\d{4})(?![\d/])")
_SHORT_YEAR = re.compile(r"(?<![\d/])(?P<a>\d{2})/(?P<b>\d{2})/(?P<y>\d{2})(?![\d/])")
_BETWEEN_SLASHES = tuple(re.compile(rf"{sign}\d{{1,2}}[/-]\d{{2}}") for sign in "/-")
"""What is in all that either of the two matches, and is found in a hundredth of the time: each begins with one sign."""
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose readers put the year first, however short."""
_JOINED = re.compile(r"(?<![\w.])(?P<d>\d{1,2})(?P<by>[./-])\s?(?P<m>[^\W\d_]{1,10})\.?(?P=by)\s?(?P<y>\d{4})(?!\d)")
_VIETNAMESE = re.compile(r"(?<!\d)(?P<d>\d{1,2})\s[tT]háng\s(?P<m>\d{1,2})(?:,|\snăm)?\s(?P<y>\d{4})(?!\d)")
_NAMED = (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _YEAR_MONTH_DAY, _CJK, _ISO, _DOTTED, _JOINED)

_AT = r"\b(?:ore|kl\.|klokken|klo|um|godz\.|o godzinie|ora|saat|lúc|pukul)\s{1,2}"
"""What makes two figures with a stop between them a time."""
_DOTTED_TIME = re.compile(r"[\s,|·–—-]{1,4}(?P<h>\d{1,2})\.(?P<min>\d{2})\s*(?=$|[|·•,;(–—-])")
"""So does a date that they follow when nothing else stands in their field."""
_TIME = re.compile(
    rf"(?P<at>{_AT})?(?<![\d.,:])(?P<h>\d{{1,2}})"
    r"(?:(?::|\s?h\s?|時|시\s?|时|点)(?P<min>\d{2})(?!\d)분?分?(?::\d{2}(?:\.\d{1,9})?)?"
    rf"|\.(?P<dot>\d{{2}})(?(at)(?!\d)|(?=\s?(?:[apAP]\.?[mM]|[uU]hr|uur|h\b|(?:{'|'.join(ZONES)})\b))))?"
    r"\s{0,2}(?P<half>[apAP]\.?\s?[mM]\b\.?)?"
    r"\s{0,2}(?:[uU]hr\b)?\s{0,2}\(?(?P<zone>[A-Z]{1,4}\b|[+-]\d{2}:?\d{2}(?!\d))?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line."""

    iso: str
    start: int
    end: int


def dates(line: str, day_first: bool | None = None) -> Iterator[Found]:
    """Yield the full dates in a line, in order, as ISO 8601, with the time and offset where the line has one time.

    `day_first` decides ``3/4/2026``; where it is None that counts only if it can be read one way, as beside a day of
    the week.
    """
    hits = sorted(_hits(line, day_first))
    for at, (start, end, day) in enumerate(hits):
        if at and start < hits[at - 1][1]:
            continue
        before = hits[at - 1][1] if at else 0
        after = hits[at + 1][0] if at + 1 < len(hits) else len(line)
        yield Found(day + (_time(line[end:after]) or (_time(line[before:start]) if at == 0 else "")), start, end)


def iso_date(text: str) -> str | None:
    """Return `text` as ISO 8601: itself when it is, or the one date it holds; None when it holds none.

    >>> iso_date("May 31, 2019, 9:52 PM UTC")
    '2019-05-31T21:52:00+00:00'
    """
    text = text.strip()[:120]
    try:
        return datetime.fromisoformat(text).isoformat() if len(text) > 10 else date.fromisoformat(text).isoformat()
    except ValueError:
        return next((found.iso for found in dates(text)), None)


def _in_figures(line: str) -> list[re.Match[str]]:
    """Return the dates in figures alone whose parts may be in either order."""
    short = [] if _EASTERN.search(line) else _SHORT_YEAR.finditer(line)
    return [*_SLASHED.finditer(line), *short]


def _year(written: str) -> int:
    """Return a year, of two figures as one from 1970 to 2069."""
    return int(written) + ((1900 if int(written) >= 70 else 2000) if len(written) == 2 else 0)


def has_slashes(text: str) -> bool:
    """Tell whether a text has a date in figures with slashes, or with hyphens and the year last."""
    return any(pattern.search(text) for pattern in _BETWEEN_SLASHES) and (
        _SLASHED.search(text) is not None or _SHORT_YEAR.search(text) is not None
    )


def orders(line: str) -> set[bool]:
    """Return how the dates with slashes in a line are written that can be read one way: day first, or not."""
    found = {_day_first(line, m) for m in _in_figures(line)}
    return {order for order in found if order is not None}


def is_ambiguous(line: str) -> bool:
    """Tell whether a line has a date with slashes, day and month of which nothing in it tells apart."""
    return any(m["a"] != m["b"] and _day_first(line, m) is None for m in _in_figures(line))


def _hits(line: str, day_first: bool | None) -> Iterator[tuple[int, int, str]]:
    for pattern in (*_NAMED, _VIETNAMESE) if "háng" in line else _NAMED:
        for m in pattern.finditer(line):
            yield from _dated(m, int(m["y"]), _month(m["m"]), int(m["d"]))
    for m in _in_figures(line):
        a, b, year = int(m["a"]), int(m["b"]), _year(m["y"])
        known = _day_first(line, m)
        order = day_first if known is None else known
        if order is not None or a == b:
            yield from _dated(m, year, b, a) if order else _dated(m, year, a, b)


def _month(written: str) -> int:
    if written.isdecimal():
        return int(written)
    return ROMAN.get(written, 0) or MONTHS.get(written.lower().strip("'’"), 0)


def _day_first(line: str, match: re.Match[str]) -> bool | None:
    """Tell whether a date with slashes begins with the day, by its figures and what else is in the line."""
    a, b, year = int(match["a"]), int(match["b"]), _year(match["y"])
    if a > 12 or b > 12:
        return a > 12
    named = {WEEKDAYS[word] for word in _LETTERS.findall(line.lower()) if word in WEEKDAYS}
    told = {order for order in (True, False) if _weekday(year, *((b, a) if order else (a, b))) in named}
    if len(told) == 1:
        return told.pop()
    return False if any(word in _AMERICAN for word in _CAPITALS.findall(line)) else None


def _weekday(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return -1


def _dated(match: re.Match[str], year: int, month: int, day: int) -> Iterator[tuple[int, int, str]]:
    if 1700 <= year <= 2200:
        try:
            yield match.start(), match.end(), date(year, month, day).isoformat()
        except ValueError:
            return


def _time(text: str) -> str:
    """Return the first time of day in `text` as the tail of an ISO date, or nothing."""
    plain = _DOTTED_TIME.match(text)
    if plain is not None and int(plain["h"]) < 24 and int(plain["min"]) < 60:
        return f"T{int(plain['h']):02}:{plain['min']}:00"
    for m in _TIME.finditer(text[:60]):
        minutes = m["min"] or m["dot"]
        if minutes is None and not m["half"]:
            continue
        hour = int(m["h"])
        if m["half"]:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if m["half"][0] in "pP" else 0)
        if hour < 24 and int(minutes or 0) < 60:
            return f"T{hour:02}:{int(minutes or 0):02}:00{_offset(m['zone'])}"
    return ""


def _offset(zone: str | None) -> str:
    if zone and zone[0] in "+-":
        return f"{zone[:3]}:{zone[-2:]}"
    return ZONES.get(zone or "", "")
