"""Agencies that stand beside who wrote a report: "Jo Doe, KTX", "By Jo Doe with Dawn", "KTX | 14 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from provenance.crediting.agencies import initials, phrases_of, words_of
from provenance.crediting.endings import parts_of_sign
from provenance.crediting.houses import SHORTEST_NAME, SHORTEST_SIGN, WORD, desk, is_house, is_sign, may_supply
from provenance.crediting.page_lines import Line, Page, is_prose
from provenance.crediting.rights import PICTURED
from provenance.model import Span
from provenance.patterns import of_tables


def bylined(text: str, line: Line) -> Iterator[Span]:
    """Yield the signs and the houses of news in a line that is a byline: with a writer, a date or the word "by"."""
    if PICTURED.match(line.text) or len(line.text) > _LONGEST_BYLINE:
        return
    by = _by().match(line.text)
    if _EDITED.match(line.text):
        return
    parts = list(_parts(line.text, 0 if by is None else by.end()))
    if len(parts) > _MOST_PARTS:
        return
    sure = by is not None
    named = [(s, e) for s, e in parts if is_sign(line.text[s:e], text, sure=sure) or is_house(line.text[s:e])]
    if len(parts) == _FEW and not named and "|" in line.text and line.text.isupper():
        named = [span for span in parts[:1] if _is_placed(line.text[slice(*span)], line.text[slice(*parts[1])])]
        yield from ((line.start + s, line.start + e) for s, e in named)
        return
    named += [span for span in _joined(line.text, by is not None) if span not in named]
    if not named or _CODE.search(line.text):
        return
    others = [line.text[s:e] for s, e in parts if not any(s <= start < e for start, _ in named)]
    alone = not others and len(named) == 1
    written = all(_is_person(other) or any(map(str.isdigit, other)) for other in others)
    if by is not None or (written and (others or alone) and (alone or not line.text.isupper() or len(parts) <= _FEW)):
        if alone and by is None and not _is_before_text(text, line):
            return
        yield from ((line.start + s, line.start + e) for s, e in named)


_EDITED = re.compile(r"\W*opr", re.IGNORECASE)
"""How a line begins that says who edited a text, in Polish by initials."""
_LAST = 50
"""Code points of a line, its last, in which a name stands behind a writer's."""
_LONGEST_BYLINE, _MOST_PARTS, _FEW = 110, 4, 2
_CODE = re.compile(r"[^\W\d_]{2}\d{2}")
"""Letters and figures in one, by which a system knows a report."""


def _is_placed(name: str, place: str) -> bool:
    """Tell whether a name in capitals stands before the place of a report, as in Spain: "IBERANOVA | VILLARREAL"."""
    return name.isalpha() and place.replace(" ", "").isalpha() and may_supply(name.title())


def _joined(line: str, by: bool) -> Iterator[Span]:
    """Yield the name of one word that stands behind a writer's, joined by "and" or "with": "Jo Doe e Atlântida"."""
    found = _WRITER_AND.search(line, max(0, len(line) - _LAST))
    if found is None:
        return
    name, join = found.group("name"), found.group("join").casefold()
    beside = _with().fullmatch(join) is not None
    if name.isupper():
        joined = beside and is_sign(name, line, sure=True)
    elif by and beside:
        joined = len(name) >= SHORTEST_NAME
    else:
        joined = join in words_of("and") and may_supply(name) and _is_person(line[: found.start("join")].strip())
    if joined:
        yield found.span("name")


@cache
def _with() -> re.Pattern[str]:
    return of_tables("with|avec|con|com|mit|met|med|z|s|с|з|cu|dengan|kanssa", re.IGNORECASE)


_WRITER_AND = re.compile(rf"[^\W\d_]{{2,}} (?P<join>[^\W\d_]{{1,6}}) (?P<name>{WORD})\W*$")


@cache
def _by() -> re.Pattern[str]:
    """Match how a byline begins."""
    labels = (phrases_of("byline", "label"), phrases_of("given", "plain"), phrases_of("desk", "label"))
    return of_tables(rf"\W*(?:{'|'.join(labels)})[:：]?\s+", re.IGNORECASE)


_PART = re.compile(r"\s*(?:[/|·•,،+&;]|\s[-–—]\s)\s*")


def _parts(line: str, at: int) -> Iterator[Span]:
    """Yield what stands between the bars, the commas and the dashes of a line."""
    for found in _PART.finditer(line, at):
        if line[at : found.start()].strip():
            yield at, found.start()
        at = found.end()
    if line[at:].strip():
        yield at, len(line.rstrip(" .:"))


def _is_person(part: str) -> bool:
    """Tell whether a part of a line may be a writer's name, or a place: two or three words with capitals."""
    words = part.split()
    named = all(word[0].isupper() or (word.islower() and len(word) <= _PARTICLE) for word in words)
    return 2 <= len(words) <= _PERSON and named


_PERSON, _PARTICLE = 4, 3
"""Words of a writer's name, and letters of the small ones among them."""


def paired(text: str, line: Line, page: Page) -> Iterator[Span]:
    """Yield the names of a line of the head that has no more than two or three signs, one of them set below too.

    And a name in full behind a writer's, whose letters are alone below: "Jo Doe, Union Dispatch" above "UD".
    """
    if len(line.text) > _LONGEST_BYLINE:
        return
    below = [other.text for other in page.last if other.text != line.text]
    parts = list(parts_of_sign(line.text, 0, len(line.text)))
    words = [line.text[s:e] for s, e in parts]
    if len(parts) in (2, 3) and all(word.isalpha() and word[:1].isupper() for word in words):
        signs = [word for word in words if is_sign(word, text, sure=True)]
        if any(_is_below(sign, below) for sign in signs):
            others = (line.text[s:e] in signs or not desk().fullmatch(line.text[s:e]) for s, e in parts)
            yield from ((line.start + s, line.start + e) for (s, e), one in zip(parts, others, strict=True) if one)
    for s, e in _parts(line.text, 0):
        name = line.text[s:e]
        short = initials(name)
        if s and len(short) >= SHORTEST_SIGN and len(name.split()) == len(short) and _is_below(short, below):
            yield line.start + s, line.start + e


def _is_below(sign: str, lines: Sequence[str]) -> bool:
    """Tell whether a line begins with a sign, in whatever letters, with no more than initials behind it."""
    begins = re.compile(rf"[^\w\n]*{re.escape(sign)}(?!\w)(?:.{{0,12}}$|[ :].*)", re.IGNORECASE)
    return any(begins.match(line) is not None for line in lines)


def _is_before_text(text: str, line: Line) -> bool:
    """Tell whether the next line is of the text, or has a date and no more."""
    below = next((one.strip() for one in text[line.end :].split("\n") if one.strip()), "")
    return is_prose(below) or (any(map(str.isdigit, below)) and len(below) <= _LONGEST_DATE)


_LONGEST_DATE = 60
