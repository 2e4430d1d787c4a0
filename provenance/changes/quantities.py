"""Quantities of a text, with units, scales and rounding understood, and whether two of them say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor, log10
from typing import Literal, NamedTuple, TypeAlias, overload

from provenance.article import Article
from provenance.changes import numerals
from provenance.changes.halves import halves
from provenance.changes.units import (
    ABOUT_HOUR,
    AFTER_ROUGH,
    AGED,
    AT,
    AT_HOUR,
    AT_SEA,
    COUNTERS,
    CURRENCIES,
    DECADE,
    DOTTED,
    HALF_DAY,
    HALF_MORE,
    HOURS,
    KANJI_DATE,
    KANJI_SHARE,
    LATE_SHARES,
    LATE_UNITS,
    LONG,
    MONTHS,
    MORE_COUNTERS,
    MORE_THAN,
    NAUTICAL,
    NO_NOUNS,
    NO_SHARE_BEHIND,
    OCLOCK,
    ONE_IN,
    ORDINAL_TAIL,
    PERCENT_PAIRS,
    RANGE_GAP,
    ROUGH,
    SCALE_CHARS,
    SHARE_OF,
    SHARES,
    SIGNS,
    STOP,
    UNITS,
    UNITS_OF,
    VAGUE,
    VAGUE_SCALES,
    Rough,
)
from provenance.model import Span
from provenance.words import plain

Kind: TypeAlias = Literal["count", "money", "percent", "span", "clock", "year", "date", "ordinal", "share", "vague"]


class Quantity(NamedTuple):
    """A number with what it counts; `start` and `end` are code points of the text, the unit included."""

    start: int
    end: int
    values: tuple[float, ...]
    """What it can mean, likeliest first, in the unit's base (minutes, metres, kilograms …)."""
    kind: Kind
    unit: str = ""
    """The dimension ("time", "length", …) or the currency's sign."""
    rough: Rough = ""
    noun: str = ""
    """Beginning of the next word that carries meaning, accents off."""
    spelled: bool = False
    scale: float = 1.0
    """The product of its scale words."""
    factor: float = 1.0
    """What one of its unit is in the base unit."""
    month: int = 0
    """Of a year, the month named before it, 1 to 12; 0 for none."""
    currency: str = ""
    """Of money, the sign of its currency, where that is one of the four great ones."""
    half: str = ""
    """Of a time of day that says so, "a" before noon and "p" after it."""

    @property
    def value(self) -> float:
        """The likeliest meaning."""
        return self.values[0]


_FIGURE = (
    r"\d{1,2} ?[hH] ?\d{2}(?![\w])|\d{1,3}(?:[\u00a0\u202f\u2009'’]\d{3}){1,5}(?!\d)(?:[.,]\d{1,9})?"
    r"|\d{1,3}(?: \d{3}){1,5}(?!\d)(?:[.,]\d{1,9})?|\d+(?:[.,:]\d+)*"
)
_MARKS = "\u0900-\u0963"
"""Signs of Hindi for vowels, which are no letters and stand within words, and its letters."""
_TOKEN = re.compile(
    rf"(?P<ideo>\d[\d.,]{{0,20}}[ ]?[万億兆亿](?:[\d.,{SCALE_CHARS}]{{0,20}}[\d{SCALE_CHARS}])?"
    rf"|(?!\d+四半期)(?:\d[\d.,]{{0,20}}|(?<![周週期拜])[{SCALE_CHARS}])[\d.,{SCALE_CHARS}]{{0,20}}[{SCALE_CHARS}][\d{SCALE_CHARS}]{{0,20}}"
    rf"|(?<![{SCALE_CHARS}])[二三四五六七八九十百千两両](?=[{MORE_COUNTERS}])(?!分))"
    rf"|(?P<fig>{_FIGURE})"
    rf"|(?P<word>[^\W\d_{SCALE_CHARS}]+(?:[{_MARKS}]+[^\W\d_{SCALE_CHARS}]*)*"
    rf"|[{SCALE_CHARS}])"  # a numeral may stand in the midst of ideographs
    r"|(?P<sign>[%‰$€£¥°])"
)
_PLAIN_TOKEN = re.compile(rf"(?P<word>[A-Za-z]+)|(?P<fig>{_FIGURE})|(?P<sign>[%$])", re.ASCII)
"""The same for ASCII, of which most text is, in half the time; what most tokens are is tried first."""
_WORDS = re.compile(r"[^\W_]+")
_LETTERS = re.compile(rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*(?:['’][^\W\d_]+)?")
_FULLWIDTH = {ord("０") + i: ord("0") + i for i in range(10)} | {
    ord(k): v for k, v in {"％": "%", "．": ".", "：": ":", "＄": "$", "，": ","}.items()
}


_DECIMAL_DOT = re.compile(r"(?<=\d)・(?=\d)")
_AS_IDEOGRAPH = dict(zip("만억조천백월일년시분", "万億兆千百月日年時分", strict=True)) | {"시간": "時間"}
_KOREAN = re.compile(r"(?<=[\d만억조천백])(?:시간?|[만억조천백월일년분])")
"""What Korean writes behind a figure, of which each is one ideograph in Chinese and Japanese."""

_APOSTROPHE = re.compile("(?<=[а-яіїєґ])['’](?=[яюєї])", re.IGNORECASE)
"""What stands inside a Ukrainian word, such as the one for five, as a letter does."""


class _Token(NamedTuple):
    start: int
    end: int
    group: str
    text: str


class _Tokens(Sequence[_Token]):
    """The tokens of a line, each made when it is asked for: most are words that no number is near."""

    __slots__ = ("_found", "_made")

    def __init__(self, found: list[re.Match[str]]) -> None:
        self._found = found
        self._made: list[_Token | None] = [None] * len(found)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> _Token: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[_Token, ...]: ...

    def __getitem__(self, at: int | slice) -> _Token | tuple[_Token, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self._found))))
        return self._made[at] or self._make(at)

    def _make(self, at: int) -> _Token:
        m = self._found[at]
        token = self._made[at] = _Token(*m.span(), m.lastgroup or "", m.group())
        return token


@dataclass(frozen=True, slots=True)
class _Line:
    """What is being read: a text with full-width figures made narrow, its tokens, and its language."""

    text: str
    tokens: Sequence[_Token]
    language: str


MOST = 2000
"""Quantities of an article that are looked at; one with more is a table of results."""


LONGEST = 500_000
"""Code points of the longest text whose facts are looked at; a longer one is a book or a dump, and no article."""


@lru_cache(maxsize=256)
def quantities(article: Article) -> tuple[Quantity, ...]:
    """Return the quantities of an article in order, those outside furniture; none of a text beyond `LONGEST`."""
    if len(article.text) > LONGEST:
        return ()
    found: list[Quantity] = []
    for start, end in _lines(article):  # not sentence by sentence: a splitter may cut "2.1" in two
        found += read(article.text[start:end], article.language, start)
    walls = article.furniture
    return tuple(q for q in found if not any(s < q.end and q.start < e for s, e in walls))[:MOST]


@lru_cache(maxsize=256)
def as_fitted(article: Article) -> tuple[Quantity, ...]:
    """Return the quantities as they were read when weights were fitted to them: of some languages figures alone."""
    found = quantities(article)
    late = article.language in numerals.LATE_LANGUAGES
    if (
        not late
        and article.text.isascii()
        and not numerals.late_words(article.language)
        and not any(map(_is_new, found))
    ):
        return _with_prepositions(article, found)
    found = tuple(q for q in found if not is_late(article, q))
    return _with_prepositions(article, tuple(_bare(article.text, q) for q in found if not (late and q.spelled)))


def _with_prepositions(article: Article, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return numbers without halves of hours, and as they were read when "a dodici" counted as "a dozen" does."""
    return tuple(
        q._replace(rough="about") if _is_behind_a(article, q) else q
        for q in found
        if not (q.spelled and q.value in _HALF_VALUES and any(halves(article.text[q.start : q.end], article.language)))
    )


_HALF_VALUES = frozenset({6.0, 30.0})


def _is_behind_a(article: Article, q: Quantity) -> bool:
    if q.rough or q.kind == "clock" or article.language == "en":
        return False
    return _LIKE_AN_ARTICLE.search(article.text, max(0, q.start - 3), q.start) is not None


_LIKE_AN_ARTICLE = re.compile(r"(?<!\w)(?:a|à|á|an) $", re.IGNORECASE)
"""What looks like an English article before a number, in other languages."""


def _is_new(q: Quantity) -> bool:
    """Return whether weights may have seen a number of a text without marks on its letters read otherwise."""
    return q.half != "" or q.unit in ("length", "area") or q.kind in ("share", "ordinal")


def is_late(article: Article, q: Quantity) -> bool:
    """Return whether a number is said in words that no fit of weights has seen."""
    if not q.spelled:
        return False
    late = numerals.late_words(article.language)
    if q.kind in ("share", "ordinal"):
        language = article.language
        late = {**LATE_SHARES.get(language, {}), **SHARE_OF.get(language, {}), **numerals.late_ordinals(language)}
    return bool(late) and any(plain(m.group()) in late for m in _LETTERS.finditer(article.text, q.start, q.end))


def _bare(text: str, quantity: Quantity) -> Quantity:
    if quantity.half or (quantity.kind == "count" and not quantity.unit and not quantity.spelled):
        return quantity._replace(half="", kind="year" if _is_year(text, quantity) else quantity.kind)
    unit = next((m for m in _LETTERS.finditer(text, quantity.start, quantity.end)), None) if quantity.unit else None
    if unit is None or not (plain(unit.group()) in LATE_UNITS or _is_glued(text, unit)):
        return quantity
    values = tuple(v / quantity.factor for v in quantity.values)
    end = quantity.start + len(text[quantity.start : unit.start()].rstrip())
    bare = quantity._replace(end=end, kind="count", values=values, unit="", factor=1.0, noun=plain(unit.group())[:5])
    return bare._replace(kind="year") if _is_year(text, bare) else bare


def _is_glued(text: str, unit: re.Match[str]) -> bool:
    """Return whether a particle stands right behind a unit in Latin letters."""
    behind = text[unit.end() : unit.end() + 1]
    return unit.group().isascii() and behind.isalpha() and not behind.isascii()


def _lines(article: Article) -> list[Span]:
    out: list[Span] = []
    for start, end in article.sentences:
        if out and "\n" not in article.text[out[-1][1] : start]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def read(text: str, language: str, offset: int = 0) -> list[Quantity]:
    """Return the quantities of one sentence, in order; `offset` is added to their places."""
    found = _remembered(text, language) if len(text) < _REMEMBERED else _read(text, language)
    return [Quantity(q.start + offset, q.end + offset, *q[2:]) for q in found] if offset else list(found)


_REMEMBERED = 2000
"""Code points from which on a line is not remembered, for the sake of memory."""


def _read(text: str, language: str) -> tuple[Quantity, ...]:
    language = numerals.read_as(language)
    some = list(halves(text, language))
    if not text.isascii():
        text = _DECIMAL_DOT.sub(".", text.translate(_FULLWIDTH))
        if language == "uk":
            text = _APOSTROPHE.sub("\u02bc", text)
        if language == "ko":
            text = _KOREAN.sub(lambda m: _AS_IDEOGRAPH[m.group()], text)
    matches = list((_PLAIN_TOKEN if text.isascii() else _TOKEN).finditer(text))
    line = _Line(text, _Tokens(matches), language)
    opens = _openers(language)
    found: list[Quantity] = []
    after = 0
    for i in [i for i, m in enumerate(matches) if m.lastgroup != "word" or opens[m[0]]]:
        if i < after:
            continue
        quantity, taken = _quantity(line, i)
        if quantity and (not found or found[-1].end <= quantity.start):
            quantity = _finished(text, quantity, language)
            found.append(_with_month(line, i, quantity, found[-1].end if found else 0))
        after = i + max(taken, 1)
    if len(found) > 1:
        found = _compound(text, _ranges(text, found))
    return tuple(_with_halves(text, found, some) if some else found)


def _with_halves(text: str, found: list[Quantity], some: Sequence[tuple[Span, float, str]]) -> list[Quantity]:
    """Return numbers with the halves of hours and years that none of them reaches into."""
    free = [half for half in some if not any(q.start < half[0][1] and half[0][0] < q.end for q in found)]
    more = [
        Quantity(start, end, (value,), "span", unit, spelled=True, rough="about") for (start, end), value, unit in free
    ]
    return sorted([*found, *more], key=lambda q: q.start)


def _with_month(line: _Line, i: int, quantity: Quantity, done: int) -> Quantity:
    """Return a year with the month before it, a part of it unless the quantity that ends at `done` has the month."""
    if quantity.kind != "year" or not i:
        return quantity
    at = i - 1 if plain(line.tokens[i - 1].text) not in ("de", "of", "del", "do") else i - 2
    token = line.tokens[max(0, at)]
    month = MONTHS.get(plain(token.text), 0) if at >= 0 and quantity.start - token.end <= _AWAY else 0
    return quantity._replace(month=month, start=token.start if month and token.start >= done else quantity.start)


_AWAY = 5
"""Code points between a month and its year, " del " at most."""


_remembered = lru_cache(maxsize=4096)(_read)
"""The same for a line that copies of an article share."""


_ONES = frozenset(("a", "an", "un", "une", "una", "ein", "eine", "een", "uma", "one", "mot"))
"""Articles that count before some words."""


class _Openers(dict[str, bool]):
    """Tells of words as written whether a quantity in words may begin with them; with most none does."""

    def __init__(self, begin: Collection[str]) -> None:
        super().__init__()
        self._begin = begin

    def __missing__(self, word: str) -> bool:
        opens = plain(word) in self._begin
        if len(self) < _MOST_OPENERS:
            self[word] = opens
        return opens


_MOST_OPENERS = 1 << 15


@lru_cache
def _openers(language: str) -> _Openers:
    shares = {*SHARES.get(language, {}), *LATE_SHARES.get(language, {}), *SHARE_OF.get(language, {})}
    return _Openers(numerals.openers(language) | {*VAGUE, *_ONES, *shares, *numerals.ordinals(language)})


def _quantity(line: _Line, i: int) -> tuple[Quantity | None, int]:
    token = line.tokens[i]
    if token.group == "fig":
        return _figure(line, i)
    if token.group == "ideo":
        return _ideograph(line, i)
    if token.group == "word" and not (line.language == "ko" and _is_no_number(line, i)):
        return _word(line, i)
    return None, 1


def _figure(line: _Line, i: int) -> tuple[Quantity | None, int]:
    token = line.tokens[i]
    before = line.text[token.start - 1] if token.start else " "
    coded = before in "-‐_" and line.text[token.start - 2 : token.start - 1].isalpha()  # COVID-19, under-13
    if len(token.text) > 24 or coded or (before.isascii() and before.isalpha()):
        return None, 1
    if special := _special(line, i):
        return special
    values = numerals.figures(token.text, line.language)
    if not values:
        return None, 1
    if decade := _decade(line, token.start, token.end, values[0]):
        return decade, 1
    value_end, factor, more = _scaled(line, i + 1, token.end, SIGNS.get(before) == "money")
    plain_too = factor > 1 and value_end - token.end == 1 and SIGNS.get(before) != "money"  # "137m" may be metres
    values = tuple(v * f for v in values for f in ((factor, 1.0) if plain_too else (factor,)))
    quantity = Quantity(token.start, value_end, values, "count", scale=factor)
    if factor in (1e3, 1e6) and (rest := _rest(line, i + 1 + more, quantity)):
        quantity, more = rest, more + 1
    elif factor >= 1e6 and (lesser := _lesser(line, i + 1 + more, quantity)):
        quantity, taken = lesser
        more += taken
    if greater := _and_more(line, i, quantity):
        return greater
    return _with_unit(line, i + 1 + more, quantity, 1 + more)


def _rest(line: _Line, j: int, quantity: Quantity) -> Quantity | None:
    """Return a quantity with the figure that goes on behind its scale word, as in "38 mil 600"; None without."""
    if j >= len(line.tokens) or line.tokens[j].group != "fig":
        return None
    token = line.tokens[j]
    goes_on = line.text[quantity.end : token.start] == " " and len(token.text) == 3 and token.text.isdecimal()
    if not goes_on or quantity.scale > 1e3 or quantity.value % quantity.scale:
        return None
    return quantity._replace(end=token.end, values=(quantity.value + float(token.text),), scale=1.0)


def _lesser(line: _Line, j: int, quantity: Quantity) -> tuple[Quantity, int] | None:
    """Return a quantity with the thousands that go on behind its millions, as in "1 milyon 340 bin"; None without."""
    if j >= len(line.tokens) or line.tokens[j].group != "fig" or line.text[quantity.end : line.tokens[j].start] != " ":
        return None
    values = numerals.figures(line.tokens[j].text, line.language)
    end, factor, taken = _scaled(line, j + 1, line.tokens[j].end)
    if not values or factor < 1e3 or values[0] * factor >= quantity.scale:
        return None
    whole = tuple(v + values[0] * factor for v in quantity.values[:1])
    return quantity._replace(end=end, values=whole, scale=factor), 1 + taken


def _decade(line: _Line, start: int, end: int, value: float) -> Quantity | None:
    """Return the years of a decade ("1990s", "anni Novanta"), which tells any one of them; None for another number."""
    if value % 10 or not (20 <= value <= 90 or 1500 <= value <= 2100):
        return None
    behind = DECADE.match(line.text, end) if value >= 1500 or line.text[start].isdecimal() else None
    ahead = value < 100 and _YEARS_AHEAD.search(line.text[max(0, start - 12) : start])
    if not behind and not ahead:
        return None
    first = value if value > 100 else 1900 + value
    return Quantity(start, behind.end() if behind else end, (first, first + 9), "vague")


_YEARS_AHEAD = re.compile(r"\b(?:anni|años|anos|ann[ée]es|anii)\s(?:['’])?$", re.IGNORECASE)


def _special(line: _Line, i: int) -> tuple[Quantity | None, int] | None:
    """Return what a figure is when it is no plain number: a share, a date, a time of day, an ordinal."""
    token = line.tokens[i]
    if not line.text.isascii():
        if share := KANJI_SHARE.match(line.text, token.start):
            return _portion(line, i, share)
        if day := KANJI_DATE.match(line.text, token.start):
            skip = sum(t.start < day.end() for t in line.tokens[i : i + 5])
            value = int(day["month"]) * 100.0 + int(day["day"] or 0)
            return (Quantity(day.start(), day.end(), (value,), "date", "date") if day["day"] else None), skip
    if timely := _clock(line, i) or _date(line, i):
        return timely, 1
    if (end := _ordinal(line, token)) and (values := numerals.figures(token.text, line.language)):
        return Quantity(token.start, end, values, "ordinal"), 1
    return None


def _ordinal(line: _Line, token: _Token) -> int:
    """Return where an ordinal in figures ends ("21st", "84. Minute", "第5"), or 0."""
    if tail := ORDINAL_TAIL.match(line.text, token.end):
        return tail.end()
    dotted = (
        line.language in DOTTED
        and line.text[token.end : token.end + 2] == ". "
        and line.text[token.end + 2 : token.end + 3].isalpha()
    )
    return token.end if dotted or line.text[token.start - 1 : token.start] == "第" else 0


_CENTS = frozenset({"cent", "cents"})
"""Small change after a figure, where in words they are hundreds in French."""


def _scaled(line: _Line, j: int, end: int, paid: bool = False) -> tuple[int, float, int]:
    """Return the end, factor and number of line.tokens of the scale words after a figure; of money if `paid`."""
    factor, taken = 1.0, 0
    while j + taken < len(line.tokens) and line.tokens[j + taken].group == "word":
        token = line.tokens[j + taken]
        gap = line.text[end : token.start]
        scale = numerals.scales(line.language).get(plain(token.text), 0.0)
        if not scale and paid and not taken:
            scale = numerals.SHORT_SCALES.get(plain(token.text), 0.0)
        if scale == 100 and plain(token.text) in _CENTS:
            scale = 0.0
        if gap.strip(" \u00a0-") or len(gap) > 1 or not scale or (len(token.text) == 1 and gap):
            break
        factor, end, taken = factor * scale, token.end, taken + 1
    return end, factor, taken


_CLOCK_PARTS = re.compile(r"[:.hH]")


def _clock(line: _Line, i: int) -> Quantity | None:
    token = line.tokens[i]
    if len(token.text) > 7 or (len(token.text) > 2 and token.text.isdecimal()):
        return None
    parts = _CLOCK_PARTS.split(token.text.replace(" ", ""))
    if not all(p.isdecimal() and len(p) < 3 for p in parts) or len(parts) > 2 or int(parts[0]) > 24:
        return None
    minutes = int(parts[1]) if len(parts) == 2 else 0
    if minutes > 59 or (len(parts) == 2 and len(parts[1]) != 2):
        return None
    after = HALF_DAY.match(line.text, token.end)
    if after and not after["half"] and len(parts) == 1 and not (i and _says_at(line, i)):
        after = None  # "3 uur" and "3 heures" may be a length of time
    if not after and not OCLOCK.match(line.text, token.end) and not _told_by_place(line, i, len(parts)):
        return None
    at_hour = line.language in ("es", "pt") and i and _says_at(line, i)  # "depois das 8h"
    if after and len(parts) == 1 and not after["half"] and after.group().strip().lower() in HOURS and not at_hour:
        return None
    hour = int(parts[0])
    half = (after["half"] or "").lower() if after else ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return Quantity(
        token.start,
        after.end() if after else token.end,
        (hour * 60.0 + minutes,),
        "clock",
        "clock",
        factor=1.0 if minutes else 60.0,
        half="p" if _NOON < hour < _MIDNIGHT else half,
    )


_NOON = 12
"""The hour up to which it may be any half of the day where nothing says which."""
_MIDNIGHT = 24


def _says_at(line: _Line, i: int) -> bool:
    """Return whether the word before a token says that something was at an hour."""
    word = plain(line.tokens[i - 1].text)
    return word in AT or (line.language == "pt" and word in ("das", "pelas"))


def _told_by_place(line: _Line, i: int, parts: int) -> bool:
    """Return whether a figure is a time of day by its colon, its h, or the word before it."""
    if any(c in line.tokens[i].text for c in ":hH"):
        return True
    previous = plain(line.tokens[i - 1].text) if i else ""
    if parts == 1:
        return previous in AT_HOUR or (previous == "las" and i > 1 and plain(line.tokens[i - 2].text) == "a")
    return previous in AT_HOUR or (previous in AT and not _is_measured(line, i))


def _is_measured(line: _Line, i: int) -> bool:
    """Return whether a unit, a sign or a scale word follows a figure."""
    following = line.tokens[i + 1 : i + 3]
    if not following:
        return False
    words = [plain(t.text) for t in following]
    return (
        following[0].group == "sign"
        or following[0].start == line.tokens[i].end
        or words[0] in UNITS
        or tuple(words) in PERCENT_PAIRS
        or any(words[0] in numerals.scales(x) for x in sorted(numerals.KNOWN_LANGUAGES))
    )


_MONTH_FIRST = frozenset({"en", "hu", "sw", "lt", "tl"})


def _date(line: _Line, i: int) -> Quantity | None:
    token = line.tokens[i]
    if not token.text.isdecimal() or not 1 <= int(token.text) <= 31:
        return None
    if (
        i
        and line.language in _MONTH_FIRST
        and (month := MONTHS.get(plain(line.tokens[i - 1].text)))
        and (line.language == "hu" or line.tokens[i - 1].text[0].isupper())
    ):
        return Quantity(line.tokens[i - 1].start, token.end, (month * 100.0 + int(token.text),), "date", "date")
    for j in (i + 1, i + 2):
        near = j == i + 1 or plain(line.tokens[i + 1].text) in ("de", "of") if j < len(line.tokens) else False
        if near and (month := MONTHS.get(plain(line.tokens[j].text))):
            return Quantity(token.start, line.tokens[j].end, (month * 100.0 + int(token.text),), "date", "date")
    return None


def _portion(line: _Line, i: int, share: re.Match[str]) -> tuple[Quantity | None, int]:
    of, parts = numerals.ideographic(share["of"]), numerals.ideographic(share["parts"])
    if not of or not parts:
        return None, 1
    skip = sum(t.start < share.end() for t in line.tokens[i : i + 9])
    return Quantity(share.start(), share.end(), (parts / of,), "share", "share"), skip


def _ideograph(line: _Line, i: int) -> tuple[Quantity | None, int]:
    token = line.tokens[i]
    if share := KANJI_SHARE.match(line.text, token.start):
        return _portion(line, i, share)
    following = line.text[token.end : token.end + 1]
    if token.text == "一" and following not in COUNTERS:
        return None, 1
    if line.text[token.start - 1 : token.start] in _SOME and token.text[0] in VAGUE_SCALES:
        low = numerals.ideographic(token.text) or 1.0
        return Quantity(token.start - 1, token.end, (1.5 * low, 10.0 * low), "vague"), 1
    value = numerals.ideographic(token.text)
    if not value or len(token.text) > 24:
        return None, 1
    scale = 1e4 if token.text[-1] in "万億兆亿" else 1.0
    spelled = not any(c.isdecimal() for c in token.text)
    quantity = Quantity(token.start, token.end, (value,), "count", scale=scale, spelled=spelled)
    return _and_more(line, i, quantity) or _with_unit(line, i + 1, quantity, 1)


_SOME = tuple("数數几幾何")


def _and_more(line: _Line, i: int, quantity: Quantity) -> tuple[Quantity, int] | None:
    """Return a quantity with the scale that stands behind a sign for "and more", as in "二十多万"; None without."""
    if line.text.isascii() or not (more := MORE_THAN.match(line.text, quantity.end)):
        return None
    scale = numerals.ideographic(f"1{more['scale']}") or 1.0
    skip = sum(t.start < more.end() for t in line.tokens[i : i + 5])
    whole = quantity._replace(end=more.end(), values=(quantity.value * scale,), scale=scale, rough="over")
    return _with_unit(line, i + skip, whole, skip)


def _word(line: _Line, i: int) -> tuple[Quantity | None, int]:
    token = line.tokens[i]
    word = plain(token.text)
    if word in VAGUE:
        low, high = VAGUE[word]
        return Quantity(token.start, token.end, (low, high), "vague"), 1
    if run := [] if word in _CENTS and i and line.tokens[i - 1].group == "fig" else _run(line, i):
        value, taken = numerals.spoken(run, line.language)
        if taken:
            decade = _decade(line, token.start, line.tokens[i + taken - 1].end, value)
            return (decade, taken) if decade else _spoken(line, i, value, taken)
    if word in _ONES and i + 1 < len(line.tokens):
        return _single(line, i)
    return _share(line, i, word) or _order(line, i, word) or (None, 1)


def _share(line: _Line, i: int, word: str) -> tuple[Quantity, int] | None:
    """Return the share that a word is, or begins: "die Hälfte", "üçte bir"."""
    token, language = line.tokens[i], line.language
    if i and plain(line.tokens[i - 1].text) in NO_SHARE_BEHIND.get(language, ()):
        return None
    if whole := SHARE_OF.get(language, {}).get(word):
        behind = line.tokens[i + 1] if i + 1 < len(line.tokens) else token
        said = plain(behind.text)
        parts = 1.0 if said in _TURKISH_ONE else numerals.small(language).get(said, 0.0)
        if 0 < parts < whole and line.text[token.end : behind.start] == " ":
            return Quantity(token.start, behind.end, (parts / whole,), "share", "share", spelled=True), 2
    whole = LATE_SHARES.get(language, {}).get(word, 0.0)
    if not whole and i and plain(line.tokens[i - 1].text) in _BEFORE_SHARE:
        whole = SHARES.get(language, {}).get(word, 0.0)
    return (Quantity(token.start, token.end, (1 / whole,), "share", "share", spelled=True), 1) if whole else None


_TURKISH_ONE = frozenset(numerals.listed("biri birini birinin birine birinde birinden"))
"""One of several, with the ending of what is a part of something."""


def _order(line: _Line, i: int, word: str) -> tuple[Quantity, int] | None:
    """Return the ordinal that a word is; none is a part of a longer one, or of the name of an Arabic month."""
    order = numerals.ordinals(line.language).get(word)
    if not order or (i and line.tokens[i - 1].text in _TWO_WORDED) or _is_of_longer(line, i):
        return None
    return Quantity(line.tokens[i].start, line.tokens[i].end, (order,), "ordinal", spelled=True), 1


def _is_of_longer(line: _Line, i: int) -> bool:
    """Return whether an ordinal is the ones of a longer one, in a language that writes each word of it apart."""
    token = line.tokens[i]
    behind = plain(line.tokens[i + 1].text) if i + 1 < len(line.tokens) else ""
    if line.language == "ar":
        return behind in ("عشر", "عشرة") or (behind[:1] == "و" and numerals.is_ten(behind.lstrip("وال"), "ar"))
    if behind == "na" and plain(token.text) in _CZECH_QUARTERS and line.language == "cs":
        return True
    before = line.tokens[i - 1] if i else token
    return line.text[before.end : token.start] in _JOINED and numerals.is_ten(plain(before.text), line.language)


_CZECH_QUARTERS = frozenset(numerals.listed("ctvrt ctvrte trictvrte"))
"""What goes before "na" and the hour that is begun by so many quarters: "čtvrtě na pět" is a quarter past four."""
_JOINED = (" ", "-", "\u00a0")


_TWO_WORDED = frozenset(numerals.listed("تشرين كانون ربيع جمادى"))
"""The first words of Arabic months, of which there are two each."""


_KOREAN_COUNTED = re.compile(
    " (?:명|사람|개|시간|달|번|차례|곳|배|살|마리|대|건|가지|채|척|권|장|해|차|주|쌍|팀|분|자루|통|병|잔|그루|송이)"
)
"""What a number word counts in Korean, where the shortest are parts of other words or words themselves."""


def _is_no_number(line: _Line, i: int) -> bool:
    """Return whether a word of one sign is no number: it stands right behind a figure, or before nothing counted."""
    token = line.tokens[i]
    behind_figure = token.start > 0 and line.text[token.start - 1].isdecimal()
    return behind_figure or (len(token.text) == 1 and _KOREAN_COUNTED.match(line.text, token.end) is None)


_BEFORE_SHARE = frozenset(numerals.listed("a un ein een one la die de by alla della pela"))
"""What stands before a word such as "half" where it is a number."""


def _run(line: _Line, i: int) -> list[str]:
    """Return the number words that stand together from a place on."""
    inside = numerals.inside(line.language)
    run: list[str] = []
    end = -1
    for j in range(i, min(i + 9, len(line.tokens))):
        token = line.tokens[j]
        if token.group != "word" or (run and line.text[end : token.start] not in (" ", "-", "\u00a0")):
            break
        if (word := plain(token.text)) not in inside:
            break
        run.append(word)
        end = token.end
    return run


def _spoken(line: _Line, i: int, value: float, taken: int) -> tuple[Quantity | None, int]:
    before = [plain(token.text) for token in line.tokens[max(0, i - 2) : i]] if line.language == "cs" else []
    if before[1:] == ["na"] and before[0] in _CZECH_QUARTERS:
        return None, taken
    end = line.tokens[i + taken - 1].end
    following = plain(line.tokens[i + taken].text) if i + taken < len(line.tokens) else ""
    shares = {**SHARES.get(line.language, {}), **LATE_SHARES.get(line.language, {})}
    if (parts := shares.get(following)) and value < parts:
        quantity = Quantity(
            line.tokens[i].start, line.tokens[i + taken].end, (value / parts,), "share", "share", spelled=True
        )
        return quantity, taken + 1
    if plain(line.tokens[i].text) in numerals.scales(line.language) and _SOME_OF.search(
        line.text[: line.tokens[i].start]
    ):
        return Quantity(line.tokens[i].start, end, (1.5 * value, 10.0 * value), "vague"), taken
    by_dozens = taken > 1 and numerals.scales(line.language).get(plain(line.tokens[i + taken - 1].text)) == _DOZEN
    rough: Rough = "about" if by_dozens or (taken == 1 and plain(line.tokens[i].text) in _ABOUT) else ""
    spoken = Quantity(line.tokens[i].start, end, (value,), "count", rough=rough, spelled=True)
    if millions := _and_a_half(line, i + taken, spoken):
        return millions
    if (
        value <= 12
        and (hour := OCLOCK.match(line.text, end))
        and (line.language not in ("nl", "fr") or (i and plain(line.tokens[i - 1].text) in AT))
    ):
        return spoken._replace(values=(value * 60,), kind="clock", unit="clock", end=hour.end()), taken
    return _with_unit(line, i + taken, spoken, taken)


_DOZEN = 12.0


_SOME_OF = re.compile(
    r"\b(?:a few|several|many|couple|couple of|some|einige|mehrere|ein paar|quelques|plusieurs|vari[oae]s?|algun[oa]s|"
    r"alcun[ei]|divers[ei]|några|flera|enkele|een paar|flere|kilka|несколько) $",
    re.IGNORECASE,
)
"""What makes a scale word behind it a rough one: "a couple of hundred"."""


def _and_a_half(line: _Line, j: int, spoken: Quantity) -> tuple[Quantity, int] | None:
    """Return a number with the half and the scale that go on behind it: "two and a half million"; None without."""
    half = HALF_MORE.match(line.text, spoken.end)
    more = next((n for n in range(j, min(j + 6, len(line.tokens))) if half and line.tokens[n].start >= half.end()), -1)
    if not half or more < 0 or line.text[half.end() : line.tokens[more].start] != " ":
        return None
    scale = numerals.scales(line.language).get(plain(line.tokens[more].text), 0.0)
    first = next(n for n in range(len(line.tokens)) if line.tokens[n].start >= spoken.start)
    if not scale and plain(line.tokens[more].text) in UNITS:
        return _with_unit(
            line, more, spoken._replace(end=half.end(), values=(spoken.value + 0.5,), rough="about"), more - first
        )
    if scale < 1e3:
        return None
    whole = spoken._replace(end=line.tokens[more].end, values=((spoken.value + 0.5) * scale,), scale=scale)
    return _with_unit(line, more + 1, whole, more + 1 - first)


_ABOUT = frozenset(
    numerals.listed(
        "dizaine quinzaine vingtaine trentaine cinquantaine soixantaine centaine decena veintena treintena centenar "
        "decina ventina trentina quarantina cinquantina centinaio dezena vintena trintena centena kilkanascie"
    )
)
"""Numbers that are nouns, and mean so many or so."""


def _single(line: _Line, i: int) -> tuple[Quantity | None, int]:
    """An hour, a dozen, a third: an article that counts because of the word after it."""
    word = plain(line.tokens[i + 1].text)
    if word in SHARES.get(line.language, {}):
        share = 1 / SHARES[line.language][word]
        return Quantity(line.tokens[i].start, line.tokens[i + 1].end, (share,), "share", "share", spelled=True), 2
    if word in numerals.scales(line.language) and len(word) > 2:
        value = numerals.scales(line.language)[word]
        quantity = Quantity(
            line.tokens[i].start, line.tokens[i + 1].end, (value,), "count", spelled=True, rough="about"
        )
        return _with_unit(line, i + 2, quantity, 2)
    dimension, _ = UNITS_OF.get((line.language, word), UNITS.get(word, ("", 0.0)))
    if dimension in ("time", "months") and not (word in _SECOND and _is_counted(line, i + 2)):
        long = word in LONG
        half = i > 0 and plain(line.tokens[i - 1].text) == "half"  # "half an hour"
        single = Quantity(
            line.tokens[i - half].start,
            line.tokens[i].end,
            (0.5 if half else 1.0,),
            "count",
            spelled=True,
            rough="about" if long else "",
        )
        return _with_unit(line, i + 1, single, 1)
    return None, 1


_SECOND = frozenset(numerals.listed("second segundo segunda seconde secondo"))
"""What is a sixtieth of a minute, and the one after the first."""


def _is_counted(line: _Line, j: int) -> bool:
    """Return whether the word at a place is the thing that the word right before it counts: "a second time"."""
    if j >= len(line.tokens) or line.tokens[j].group != "word":
        return False
    right_behind = line.text[line.tokens[j - 1].end : line.tokens[j].start] == " "
    return right_behind and plain(line.tokens[j].text) not in NO_NOUNS | STOP


def _with_unit(line: _Line, j: int, quantity: Quantity, taken: int) -> tuple[Quantity, int]:
    """Return the quantity with the unit that follows or the currency that goes before, and the line.tokens used."""
    before = line.text[quantity.start - 1 : quantity.start]
    if SIGNS.get(before) == "money":
        return quantity._replace(start=quantity.start - 1, kind="money", unit="money"), taken
    gap = line.text[quantity.end : line.tokens[j].start] if j < len(line.tokens) else "none"
    if len(gap) > 1 or gap.strip(" \u00a0\u202f-‐"):
        return quantity, taken
    token = line.tokens[j]
    word = plain(token.text) if token.group == "word" else token.text
    if sort := SIGNS.get(word):
        return quantity._replace(end=token.end, kind=sort, unit=sort), taken + 1
    if j + 1 < len(line.tokens) and (word, plain(line.tokens[j + 1].text)) in PERCENT_PAIRS:
        return quantity._replace(end=line.tokens[j + 1].end, kind="percent", unit="percent"), taken + 2
    return _measured(line, j, quantity, word, taken)


def _measured(line: _Line, j: int, quantity: Quantity, word: str, taken: int) -> tuple[Quantity, int]:
    token = line.tokens[j]
    for k in range(j + 1, min(j + 3, len(line.tokens))):  # "3,8 millones de florines"
        if word not in ("de", "di", "of", "d") or token.end + 1 < line.tokens[k].start:
            break
        token, word, taken = line.tokens[k], plain(line.tokens[k].text), taken + 1
    unit, width = UNITS_OF.get((line.language, word), UNITS.get(word)), len(word)
    while unit is None and width > 1 and not word[0].isalpha() | word.isascii():
        width -= 1
        unit = UNITS.get(word[:width])
    if unit is None and _is_cjk(word):  # the counter is glued to what follows: "２４０キロの排水溝"
        width = next((w for w in range(min(6, len(word)), 0, -1) if word[:w] in UNITS), 0)
        unit = UNITS.get(word[:width]) if width else None
    if unit is None and "\u1100" <= word[0] <= "\u11ff":  # Korean, its signs taken apart, with a particle behind
        width = next((w for w in range(len(word), _SHORTEST_KOREAN, -1) if word[:w] in UNITS), 0)
        unit = UNITS.get(word[:width]) if width else None
    glued = _LATIN_UNIT.match(word) if unit is None else None  # "14m의"
    if glued and (unit := UNITS.get(glued.group())):
        width = glued.end()
    if unit is None:
        return quantity, taken - (token.start > line.tokens[j].start)
    end = token.start + min(width, len(token.text)) if glued or _is_cjk(word) else token.end
    measured = _converted(quantity, word[:width], unit, end)
    if word[:width] == "年" and (short := _short_year(line.text, quantity, token.start, end)):
        measured = short
    if measured.kind == "date" and line.text[end : end + 1] in _ALL_DAY:  # "1日で", in one day
        values = tuple(v * 1440 for v in measured.values)
        measured = measured._replace(kind="span", unit="time", values=values, factor=1440.0)
    return measured, taken + 1


_LATIN_UNIT = re.compile("[a-z]{1,3}(?=[\u1100-\u11ff\u3040-\u9fff])")
"""A unit in Latin letters before a particle of Korean, its signs taken apart, or of Japanese."""


def _short_year(text: str, quantity: Quantity, sign: int, end: int) -> Quantity | None:
    """Return two figures before the sign for a year as one of its century, if a month follows: "24年11月"."""
    month = _MONTH_BEHIND.match(text, end)
    figures = text[quantity.start : sign].strip()
    if not month or len(figures) != 2 or not figures.isdecimal():
        return None
    century = 2000.0 if quantity.value < _TURN else 1900.0
    return quantity._replace(end=end, values=(century + quantity.value,), kind="year", month=int(month[1]))


_MONTH_BEHIND = re.compile(r" ?(\d{1,2}) ?月")
_TURN = 50
"""The two figures from which on a year is of the last century."""
_ALL_DAY = ("で", "間")
"""Signs behind one that may be a day of the month, where it is so many days."""
_SHORTEST_KOREAN = 4
"""Letters, not signs, of the shortest Korean unit that a particle may follow."""


def _is_cjk(word: str) -> bool:
    return bool(word) and "\u3040" <= word[0] <= "\u9fff"


_YEAR_BEHIND = frozenset(numerals.listed("год года году годом рік року році роком rok roku rokiem rokem"))
"""What stands behind the figures of a year, and behind a number of years as well."""


def _converted(quantity: Quantity, word: str, unit: tuple[str, float], end: int) -> Quantity:
    dimension, factor = unit
    if word == "年" and 1000 <= quantity.value <= 2100:
        return quantity._replace(end=end, kind="year")
    if word in _YEAR_BEHIND and 1500 <= quantity.value <= 2100 and not quantity.spelled:
        return quantity._replace(end=end, kind="year")
    if dimension == "date" and quantity.value > 31:
        dimension, factor = "time", 1440
    if dimension == "date":
        return quantity._replace(end=end, kind="date", unit="date")
    kinds: dict[str, Kind] = {
        "money": "money",
        "percent": "percent",
        "time": "span",
        "months": "span",
        "clock": "clock",
    }
    values = tuple(v * factor for v in quantity.values)
    return quantity._replace(end=end, values=values, kind=kinds.get(dimension, "count"), unit=dimension, factor=factor)


def _finished(text: str, quantity: Quantity, language: str) -> Quantity:
    """Return the quantity with its "and a half", its roughness, and the noun it counts."""
    if quantity.unit in ("months", "time") and (half := HALF_MORE.match(text, quantity.end)):
        step = quantity.value / max(1.0, _count_of(quantity))
        quantity = quantity._replace(end=half.end(), values=tuple(v + step / 2 for v in quantity.values))
    if quantity.kind == "clock" and not quantity.value % 60 and (half := _HALF_PAST.match(text, quantity.end)):
        quantity = quantity._replace(end=half.end(), values=tuple(v + 30 for v in quantity.values), factor=1.0)
    if quantity.kind == "count" and not quantity.unit and not quantity.spelled and _is_year(text, quantity):
        counted = text[quantity.end : quantity.end + 1] in _OF_PEOPLE
        quantity = quantity if counted else quantity._replace(kind="year")
    if quantity.kind == "count" and not quantity.unit:
        quantity = _told_by_words(text, quantity)
    elif quantity.unit == "length" and quantity.factor == _MILE and (sea := AT_SEA.match(text, quantity.end)):
        values = tuple(v / _MILE * _NAUTICAL_MILE for v in quantity.values)
        quantity = quantity._replace(end=sea.end(), values=values, factor=_NAUTICAL_MILE)
    if quantity.kind == "money":
        quantity = quantity._replace(currency=_currency(text[quantity.start : quantity.end]))
    rough = _roughness(text[max(0, quantity.start - _SEEN) : quantity.start], language) or quantity.rough
    if quantity.kind == "clock":
        before = text[max(0, quantity.start - _SEEN) : quantity.start]
        rough = "about" if ABOUT_HOUR.search(before) else "" if _AT_PLAINLY.search(before) else rough
    if not text.isascii() and (after := AFTER_ROUGH.match(text, quantity.end)):
        rough = "over" if after[1] else "under" if after[2] else "about"
    return quantity._replace(rough=rough, noun=_noun(text, quantity.end))


_OF_PEOPLE = tuple("人名件台戸戶户棟隻只匹頭头")
"""What stands right behind four figures that are no year: "1940人"."""
_AT_PLAINLY = re.compile(r"(?<!\w)[aà] $", re.IGNORECASE)
"""What says before a time of day when it was, and before other numbers that it was about as many."""
_HALF_PAST = re.compile(" ?[半반]")
"""What stands behind a full hour where it is half past, in ideographs and in Korean."""


def _told_by_words(text: str, quantity: Quantity) -> Quantity:
    """Return a bare count as the age, the length at sea or the share that the words before or behind it make it."""
    if sea := NAUTICAL.match(text, quantity.end):
        values = tuple(v * _NAUTICAL_MILE for v in quantity.values)
        return quantity._replace(end=sea.end(), values=values, unit="length", factor=_NAUTICAL_MILE)
    if quantity.value > _OLDEST:
        return quantity
    before = text[max(0, quantity.start - _SEEN) : quantity.start]
    if AGED.search(before):
        return quantity._replace(values=tuple(v * 12 for v in quantity.values), kind="span", unit="months", factor=12.0)
    if quantity.value > 1 and (share := ONE_IN.search(before)):
        start = quantity.start - len(before) + share.start()
        return quantity._replace(start=start, values=(1 / quantity.value,), kind="share", unit="share", spelled=False)
    return quantity


_MILE, _NAUTICAL_MILE = 1609.344, 1852.0
"""Metres."""
_OLDEST = 120
"""Years; no greater number is anybody's age, nor the whole of which one is a share."""


def _currency(written: str) -> str:
    """Return the sign of an amount's currency, if it is a great one: of "$5", of "5 million dollars"."""
    if written[0] in SIGNS:
        return written[0]
    if written[-1] in SIGNS:
        return written[-1]
    words = _LETTERS.findall(written)
    return CURRENCIES.get(plain(words[-1]), "") if words else ""


_ARTICLES = frozenset({"a", "an"})
"""What is an article in English, and a preposition elsewhere."""


def _roughness(before: str, language: str) -> Rough:
    """Return what the last words before a number say of how exact it is."""
    if before.isascii():
        plainly = before.lower().encode("ascii").translate(_WORDS_ONLY).decode("ascii")
        words = plainly.rsplit(maxsplit=3)[-3:]
        if not words or words[-1] not in _ROUGH_ENDS:
            return ""
    else:
        words = _WORDS.findall(plain(before))[-3:]
    for n in range(len(words)):
        if kind := ROUGH.get(said := " ".join(words[n:])):
            return "" if said in _ARTICLES and language != "en" else kind
    if words and _is_cjk(words[-1]):
        return next((kind for w, kind in ROUGH.items() if _is_cjk(w) and words[-1].endswith(w)), "")
    return ""


_SEEN = 40
"""Code points before or behind a number that are looked at for words that belong to it."""
_WORDS_ONLY = bytes(code if chr(code).isalnum() else 32 for code in range(128)).ljust(256)
_ROUGH_ENDS = frozenset(words.split()[-1] for words in ROUGH)
"""The last words of what says how exact a number is."""


def _count_of(quantity: Quantity) -> float:
    factors = (1.0, 12.0, 120.0, 1200.0) if quantity.unit == "months" else (1.0, 60.0, 1440.0, 10080.0)
    return quantity.value / max((f for f in factors if quantity.value >= f and quantity.value % f == 0), default=1.0)


def _is_year(text: str, quantity: Quantity) -> bool:
    written = text[quantity.start : quantity.end]
    return len(written) == 4 and written.isdecimal() and 1500 <= quantity.value <= 2100


def _noun(text: str, end: int) -> str:
    last = end
    token = _PLAIN_TOKEN if text.isascii() else _TOKEN
    for m in token.finditer(text, end, min(len(text), end + _SEEN)):
        if text[last : m.start()].strip(" -\u00a0") or m.lastgroup != "word":
            return ""
        word, last = plain(m.group()), m.end()
        if word not in STOP:
            return word[:5]
    return ""


def _ranges(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Give "0.8" in "between 0.8 and 1.4 million tonnes" its million and its tonnes as a second reading."""
    out = list(found)
    for i in range(len(out) - 1, 0, -1):
        left, right = out[i - 1], out[i]
        if not RANGE_GAP.fullmatch(text, left.end, right.start):
            continue
        if dates := _range_of_dates(left, right):
            out[i - 1 : i + 1] = dates
            continue
        if left.unit or left.kind not in ("count", "year"):
            continue
        scale = right.scale if left.scale == 1 else 1.0
        if scale > 1 or right.unit:
            readings = [v * f * right.factor for f in dict.fromkeys((scale, 1.0)) for v in left.values]
            out[i - 1] = left._replace(
                values=tuple(readings), unit=right.unit, kind=right.kind, factor=right.factor, noun=right.noun
            )
    return out


def _range_of_dates(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return both ends of "from 13 to 22 October" as dates of one month; None for what is no such range."""
    for day, date in ((left, right), (right, left)):
        bare = (day.kind == "count" and not day.unit) or (day.kind == "date" and day.value < 32)
        if date.kind == "date" and date.value > 100 and bare and 1 <= day.value <= 31 and not day.spelled:
            whole = day._replace(values=(date.value // 100 * 100 + day.value,), kind="date", unit="date")
            return (whole, right) if day is left else (left, whole)
    return None


def _compound(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Join "an hour and 13 minutes" to one quantity."""
    out: list[Quantity] = []
    least = 0.0
    for q in found:
        last = out[-1] if out else None
        if last and last.unit == q.unit == "time" and last.value > q.value and last.value >= 60 > q.value:
            gap = text[last.end : q.start].strip()
            close = q.factor < least and (gap in ("", ",") or RANGE_GAP.fullmatch(text, last.end, q.start) is not None)
        else:
            close = False
        if last and last.kind == "share" and q.unit in ("time", "months") and text[last.end : q.start] == " of ":
            out[-1] = q._replace(start=last.start, values=(last.value * q.value,), rough=last.rough)
        elif last and (past := _past(text, last, q)) is not None:
            out[-1] = q._replace(start=last.start, values=(past,), factor=1.0)
        elif last and _is_minutes(text, last, q):
            out[-1] = last._replace(end=q.end, values=(last.value + q.value,), noun=q.noun, factor=1.0)
        elif last and close:
            out[-1], least = last._replace(end=q.end, values=(last.value + q.value,), noun=q.noun), q.factor
        else:
            out.append(q)
            least = q.factor
    return out


def _past(text: str, ahead: Quantity, q: Quantity) -> float | None:
    """Return the minute of the day that "ten past" or "a quarter to" before an hour in words makes of it, or None."""
    if q.kind != "clock" or not ahead.spelled or q.value % 60 or text[: ahead.start].endswith(("from ", "between ")):
        return None
    told = _PAST.fullmatch(text, ahead.end, q.start)
    if told is None or ahead.value not in ((0.25, 0.5) if ahead.kind == "share" else (5.0, 10.0, 20.0, 25.0)):
        return None
    minutes = ahead.value * (60 if ahead.kind == "share" else 1)
    return q.value - minutes if told["to"] else q.value + minutes


_PAST = re.compile(r" (?:minutes )?(?:past|after|(?P<to>to|before)) ")


def _is_minutes(text: str, hour: Quantity, q: Quantity) -> bool:
    """Return whether a quantity is the minutes of the full hour before it, as in "11時30分"."""
    full = hour.kind == "clock" and not hour.value % 60 and text[hour.end : q.start] in ("", " ")
    return full and q.unit == "time" and q.value < 60 and text[q.end - 1] in "分분"


def says(target: Quantity, source: Quantity) -> bool:
    """Return whether `target` is a faithful way to say `source`: equal, in another unit, or rounded from it."""
    if "ordinal" in (target.kind, source.kind):
        apart = target.kind != source.kind and target.spelled | source.spelled  # "four" is not "a fourth"
        return target.value in source.values and not apart
    if "vague" in (target.kind, source.kind):
        return _vaguely(target, source)
    if target.unit and source.unit and target.unit != source.unit:
        return _other_calendar(target, source)
    if _contrary(target, source):
        return False
    if bool(target.unit) != bool(source.unit):  # "44" and "44 years old"
        t, s = target.value / target.factor, source.value / source.factor
        return t == s or (min(t, s) >= 10 and _rounds(t, s, target, source))  # "2 floors" do not round "1.6 tonnes"
    own = _OWN_WAY.get(target.kind, _rounded_from) if target.kind == source.kind else _rounded_from
    return own(target, source)


def _rounded_from(target: Quantity, source: Quantity) -> bool:
    if len(target.values) == len(source.values) == 1:
        return _rounds(target.value, source.value, target, source)
    # "3,412" may be 3.412, but not where the other may be 3.421
    return any(
        t == s if i and j else _rounds(t, s, target, source)
        for i, t in enumerate(target.values)
        for j, s in enumerate(source.values)
    )


def _contrary(target: Quantity, source: Quantity) -> bool:
    """Return whether two quantities name two currencies, or two months of their years."""
    moneys = target.currency != source.currency and bool(target.currency and source.currency)
    return moneys or (target.month != source.month and bool(target.month and source.month))


def _dates(target: Quantity, source: Quantity) -> bool:
    """Return whether two dates are one, or one is a bare day of the other's month."""
    bare = min(target.value, source.value) < 32
    return target.value == source.value or (bare and target.value % 100 == source.value % 100)


def _vaguely(target: Quantity, source: Quantity) -> bool:
    if target.kind == source.kind:
        return target.values == source.values
    vague, exact = (target, source) if target.kind == "vague" else (source, target)
    return any(vague.values[0] <= v <= vague.values[1] for v in exact.values)


def _other_calendar(target: Quantity, source: Quantity) -> bool:
    days = {q.unit: q.value for q in (target, source)}
    if "date" in days and "time" in days:  # "10日" is the tenth or ten days
        return days["date"] * 1440 == days["time"]
    if {target.unit, source.unit} == {"time", "clock"}:  # "22 heures" is ten at night or a long wait
        return target.value == source.value
    if {target.unit, source.unit} == {"time", "months"}:
        one, other = (q.value / 1440 if q.unit == "time" else q.value * 30.44 for q in (target, source))
        return abs(one - other) <= 0.06 * max(one, other)
    return False


def _clocks(target: Quantity, source: Quantity) -> bool:
    if {target.half, source.half} == {"a", "p"}:
        return False
    apart = abs(target.value - source.value) % 720
    apart = min(apart, 720 - apart)
    full = bool(target.rough) or (target.spelled and not target.value % 60)  # "four in the morning" for 4:15
    return apart < 0.5 or (full and not source.rough and apart <= 20)


_OWN_WAY: dict[Kind, Callable[[Quantity, Quantity], bool]] = {"date": _dates, "clock": _clocks}


def _rounds(t: float, s: float, target: Quantity, source: Quantity) -> bool:
    if t == s or abs(t - s) <= 1e-9 * max(abs(t), abs(s)):
        return True
    if t <= 0 or s <= 0 or not _FARTHEST[0] * s <= t <= _FARTHEST[1] * s or target.kind in ("year", "date", "ordinal"):
        return False
    converted = target.unit in ("length", "area", "mass", "time") and target.factor != source.factor
    if converted and not float(s).is_integer() | float(t).is_integer():
        return abs(t - s) <= 0.06 * s  # another unit of the same dimension
    low, high = _BOUNDS[target.rough]
    if target.rough and low * s <= t <= high * s and _digits(t) <= _digits(s) and not _shuffled(t, s):
        coarse = target.spelled or target.factor > source.factor or _digits(t) < _digits(s)
        return abs(t - s) <= max(_SLOPPY * s, _step(t / target.factor, target.spelled) * target.factor * coarse)
    near = abs(t - s) <= _ROUNDED * s or target.spelled or target.rough != ""
    return near and _digits(t) < _digits(s) and t == _rounded(s, _digits(t))


def _shuffled(one: float, other: float) -> bool:
    """Return whether two values have the same three digits or more, in another order."""
    digits = [f"{value:.10g}".replace(".", "").strip("0") for value in (one, other)]
    return len(digits[0]) > 2 and sorted(digits[0]) == sorted(digits[1])


def _step(value: float, spelled: bool) -> float:
    """Return how far apart round numbers such as `value` are: 10 for 240, 50 for 250, 12 for two dozen."""
    unit = 10.0 ** (floor(log10(value)) + 1 - _digits(value)) if value > 0 else 1.0
    five = round(value / unit) % 10 == 5
    return max(unit * (5 if five else 1), 12.0 * (spelled and value >= 12 and not value % 12))


_FARTHEST = 0.6, 1.4
"""What a number may be of the one that it rounds, at least and at most: one for 1.49, two for 1.5, and rough ones."""
_ROUNDED = 0.1
"""Share by which a number in figures may miss one that it rounds without a word."""
_SLOPPY = 0.05
"""How far a figure called a rough one may be from one written with as many digits in the same unit."""
_BOUNDS: dict[Rough, tuple[float, float]] = {
    "about": (0.85, 1.15),
    "over": (0.7, 1.0),
    "under": (1.0, 1.3),
    "": (1, 1),
}
"""What a rounded number may be of the exact one, at least and at most."""


@lru_cache(maxsize=1 << 14)
def _digits(value: float) -> int:
    """Return how many significant digits a value is written with."""
    text = f"{value:.10g}".replace(".", "").lstrip("0")
    return len(text.split("e")[0].rstrip("0")) or 1


def _rounded(value: float, digits: int) -> float:
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else 0.0


def same_sort(target: Quantity, source: Quantity) -> bool:
    """Return whether two quantities measure the same sort of thing, so that one can have replaced the other."""
    if target.kind == "vague" or source.kind == "vague":
        return False
    if target.unit or source.unit:
        return target.unit == source.unit or _is_age(target, source) or _is_age(source, target)
    counted = {target.kind, source.kind} == {"count", "year"} and target.noun == source.noun != ""
    return target.kind == source.kind or counted  # "1340 patients" for "1612 patients"


def _is_age(years: Quantity, bare: Quantity) -> bool:
    """Return whether one is an age in years and the other, which counts nothing, may be one: "Ann Doe, 61,"."""
    of_years = years.unit == "months" and years.factor == _YEAR and 12 < years.value / _YEAR <= _OLDEST
    return of_years and bare.kind == "count" and not bare.unit and not bare.noun and 12 < bare.value <= _OLDEST


_YEAR = 12.0
"""Months."""


_AND = frozenset(numerals.listed("and or und oder et ou y e ed i oraz и или і й та або och og eller"))


def phrase(text: str, quantity: Quantity, stop: int, most: int = 2) -> Span:
    """Return the span of a quantity with the `most` words that say what it counts, two or fewer, ending before `stop`.

    Where nobody knows a language's small words, fewer are sure to be of it.
    """
    if quantity.unit or quantity.kind == "year":
        return quantity.start, quantity.end
    words = list(_words_after(text, quantity.end, stop))
    if words and plain(words[0].group()) in NO_NOUNS | _AND:
        return quantity.start, quantity.end
    if len(words) == 2 and (len(words[0].group()) > 3 or len(words[1].group()) < 3):
        words = words[:1]
    words = words[:most]
    while words and plain(words[-1].group()) in NO_NOUNS | STOP and plain(words[-1].group()) not in _THEM:
        words.pop()
    if not words:
        return quantity.start, quantity.end
    particle = _PARTICLE.search(words[-1].group())
    return quantity.start, words[-1].start() + (particle.start() if particle else len(words[-1].group()))


_THEM = frozenset({"them", "us", "ihnen", "ellos", "ellas", "loro", "eles", "elas", "eux", "elles", "них", "нас"})
"""Words that close a phrase, as in "six of them"."""
_PARTICLE = re.compile("(?<=[\uac00-\ud7a3]{2})(?:으로|에서|[의이가을를은는에와과도만로])$")
"""What Korean puts behind a noun, written with it."""


def _words_after(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    last = start
    for n, m in enumerate(_LETTERS.finditer(text, start, min(stop, start + 40))):
        if n > 1 or text[last : m.start()] not in (" ", "-", "\u00a0") or (_is_cjk(m.group()) and m.start() == start):
            return
        yield m
        last = m.end()
