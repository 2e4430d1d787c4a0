"""Lines that say from whom a text came: "With inputs from …", "Sursa: …", "KTX is a news agency"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from provenance.anycase import by_first_letters
from provenance.crediting.agencies import phrases_of, words_of
from provenance.crediting.houses import (
    MARKS,
    MOST_WORDS,
    NAME,
    SHORTEST_SIGN,
    SPACELESS,
    UNCASED,
    WORD,
    is_capitalised,
    is_house,
    is_sign,
    is_uncased_house,
    may_supply,
)
from provenance.crediting.judging import is_spoken_of
from provenance.crediting.mention import Mention
from provenance.crediting.page_lines import Line
from provenance.crediting.rights import PICTURED, is_charts
from provenance.model import Span
from provenance.needles import Sieve
from provenance.patterns import of_tables

_JOIN = re.compile(rf"\s*(?:[/,،、+&;]|\s[-–—]\s|[–—]|(?<=\s)(?:{'|'.join(sorted(words_of('and')))})(?=\s))\s*")
_STOP = re.compile(r"[.|·•()（）\[\]\n:：！!?]|$")


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what stands before who supplied a text, in small letters: with a colon, without, and before signs only."""
    source, given, written = phrases_of("source", "label"), phrases_of("given", "label"), phrases_of("given", "plain")
    bounds = r"(?:^|(?<=[|·•,;(（–—-] )|(?<=[|·•,;(（–—-]))\W?"
    begins = r"(?:(?<![^\W_])|(?=[\u0e00-\u9fff\uac00-\ud7af]))"
    return (
        of_tables(rf"{bounds}(?:{by_first_letters(source)}) ?[:：]\s*"),
        of_tables(rf"{begins}(?:{by_first_letters(given)})[:：]?[\s\u3000]+"),
        of_tables(rf"{bounds}(?:{by_first_letters(written)})[:：]?\s+"),
    )


@cache
def _sieve() -> Sieve:
    """Tell which of these a page may have."""
    return Sieve(pattern.pattern for pattern in _phrases())


def given(text: str, lines: Sequence[Line]) -> Iterator[tuple[Line, Span]]:
    """Yield the names behind a phrase by which a page says from whom its text came, each with its line."""
    every = [_small(line) for line in lines]
    may = _sieve().let_through("\n".join(small[-_LAST:] for small in every))
    some = [pattern for pattern, through in zip(_phrases(), may, strict=True) if through]
    for line, small in zip(lines, every, strict=True):
        for span in _given(text, line, small, some):
            yield line, span


def _small(line: Line) -> str:
    """Return a line in small letters, as far as they are as many as its letters."""
    small = line.text.lower()
    return small if len(small) == len(line.text) else line.text  # a capital that has two small letters


def _given(text: str, line: Line, small: str, some: Sequence[re.Pattern[str]]) -> Iterator[Span]:
    """Yield the names behind `some` of the phrases."""
    if PICTURED.match(line.text):
        return
    source, _, house = _phrases()
    colon = ":" in small or "：" in small
    for pattern in (pattern for pattern in some if colon or pattern is not source):
        sure = pattern is not house
        for found in pattern.finditer(small, max(0, len(small) - _LAST)):
            if is_charts(text, (line.start, line.end), known=False):
                return
            spans = list(_listed_names(line.text, found.end()))
            good = [span for span in spans if _is_given(text, line, span, sure=sure)]
            for start, end in spans if good and sure else good:
                if (start, end) in good or is_capitalised(line.text[start:end]):
                    yield line.start + start, line.start + end
    yield from _given_before(line)


_LAST = 200
"""Code points of a line, its last, in which such a phrase stands."""


def _is_given(text: str, line: Line, span: Span, *, sure: bool) -> bool:
    """Tell whether a name behind a phrase is one of an agency; `sure` where the phrase says that it gave the text."""
    name = line.text[slice(*span)]
    if _is_papers(line.text, span[1]) or _is_subject(text, line, span):
        return False
    if is_sign(name, text, 2 if sure else SHORTEST_SIGN, sure=True, long=sure) or is_house(name):
        return True
    return sure and may_supply(name)


def _given_before(line: Line) -> Iterator[Span]:
    """Yield the names that stand before a phrase, as they do in Hindi and Chinese."""
    if line.text.isascii() or len(line.text) > _LAST:
        return
    for found in _behind_names().finditer(line.text):
        at = found.start("names")
        for start, end in _split(line.text, at, found.end("names")):
            name = line.text[start:end]
            if SPACELESS.match(name) and not is_uncased_house([name]):
                continue
            if UNCASED.match(name) and len(name.split()) <= MOST_WORDS:
                yield line.start + start, line.start + end


def _split(line: str, at: int, end: int) -> Iterator[Span]:
    while (join := _JOIN.search(line, at, end)) is not None and join.group():
        yield at, join.start()
        at = join.end()
    yield at, end


@cache
def _behind_names() -> re.Pattern[str]:
    """Match the names before a phrase, from a line's start, a bracket, or the word for "by" in Chinese on."""
    return of_tables(rf"(?:^|[(（]|(?<=由))(?P<names>[^\n()（）।由]{{2,50}}?)(?:{phrases_of('given', 'capitals')})")


_PAPER_WORD = 20


def _is_papers(line: str, end: int) -> bool:
    """Tell whether the word for a paper stands behind a name, or is the end of it."""
    words = line[max(0, end - _PAPER_WORD) : end].split()[-1:] + line[end : end + _PAPER_WORD].split()[:1]
    return not words_of("paper").isdisjoint(word.strip(".,;)") for word in words)


def _is_subject(text: str, line: Line, span: Span) -> bool:
    """Tell whether a text speaks of a name that a line gives, more often than as its source."""
    start, end = line.start + span[0], line.start + span[1]
    mention = Mention(start, end, text[start:end], True, False)
    return is_spoken_of(text, mention, [(line.start, line.end)])


def explained(line: Line) -> Iterator[Span]:
    """Yield the name of which one of the last lines says that it is a news agency: "KTX is a news agency"."""
    found = _explaining().match(line.text[:_LAST])
    which = "sign" if found is not None and found.group("sign") else "name"
    if found is not None and not UNCASED.match(found.group(which)):
        yield line.start + found.start(which), line.start + found.end(which)


@cache
def _explaining() -> re.Pattern[str]:
    agency = "|".join(sorted(word.replace("_", " ") for word in words_of("newsagency")))
    verbs = r"is|ist|est|es|é|è|er|är|jest|je|este|on(?= \w*(?:toimisto|palvelu))"
    sign = "(?P<sign>[^\\W\\d_a-zß-ÿа-яё]{3,6})(?: ?[:：]| [–—-]) "
    name = rf"(?:{sign}|(?P<name>{WORD}(?: {WORD}){{0,3}}) (?:{verbs}) )"
    more = "news network|press network|nonprofit service|non-profit service|nonprofit news"
    return of_tables(rf"\W*{name}(?-i:[^\n.]{{0,50}}?)(?i:{agency}|{more})")


def contributed(text: str, line: Line) -> Iterator[Span]:
    """Yield the houses of which a line says that they contributed to the report."""
    if len(line.text) > _LAST:
        return
    for found in _contributing().finditer(line.text):
        name = found.group("name")
        if is_house(name) or is_sign(name, text, sure=True) or (" " not in name and may_supply(name)):
            yield line.start + found.start("name"), line.start + found.end("name")


@cache
def _contributing() -> re.Pattern[str]:
    return of_tables(
        rf"(?:^|(?<=[.!?] )|(?<=\())(?:The |Die |La |L['’])?(?P<name>{NAME}) (?:{phrases_of('given', 'behind')})"
    )


def _listed_names(line: str, at: int) -> Iterator[Span]:
    """Yield the names in a line from a place on, joined by commas, slashes and the like."""
    stop = _STOP.search(line, at)
    end = stop.start() if stop is not None else len(line)
    while at < end:
        skipped = _between().match(line, at, end)
        at = skipped.end() if skipped is not None else at
        found = _UNCASED_NAME.match(line, at, end) if UNCASED.match(line, at) else _CASED_NAME.match(line, at, end)
        if found is None:
            return
        yield found.span()
        join = _JOIN.match(line, found.end(), end)
        if join is None or not join.group():
            return
        at = join.end()


@cache
def _between() -> re.Pattern[str]:
    """Match what may stand before each of such names: articles, quotation marks, the word for agency."""
    return of_tables(rf"(?:(?:{phrases_of('between', 'label')})\s+|[ldLD]['’]|[\"“„«»'‘]|\s)*", re.IGNORECASE)


_CASED_NAME = re.compile(rf"{NAME}")
_PART = rf"[^\W\d_][\w{MARKS}'\"״-]{{1,20}}"
_UNCASED_NAME = re.compile(
    rf"{_PART}(?: {_PART}){{0,3}}(?=\s*(?:$|[.,،、/|+&)\]»\"”·–—।。(（-])| (?:और|व|و|اور|এবং|ও|และ|and) )"
)
