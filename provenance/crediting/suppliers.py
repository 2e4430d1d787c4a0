"""Agencies that no table has, by two places in a text: a line names who supplied it, and people speak to them below.

Either alone is said of authors and papers too: "By Fairlead News" may be a desk, "told Fairlead" a person. A paper's
own name stands in the lines around its articles; an agency's does not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import islice

from provenance.crediting.agencies import NOT_AGENCIES, known_names, phrases_of, words_in
from provenance.crediting.labels import end_lines
from provenance.crediting.mention import MOST, Mention, left_of, stands_alone
from provenance.crediting.phrases import is_told
from provenance.model import Span
from provenance.paper_words import PAPER
from provenance.patterns import of_tables
from provenance.rarity import is_listed

_KIND = "News|Press|Media|Wire|Agency|Newswire"
_BYLINE = words_in("by por par von di da door av af przez od от oleh")
_BY = "|".join(sorted(_BYLINE))
_SPOKEN_ARTICLES = ("the ", "The ", "ao ", "het ")
"""What stands before a paper's name where people speak to it, and before no agency's."""
_SHORTEST = 4
_CAPITALISED = r"[^\W\d_a-zß-ÿа-яё][\w'’-]*"
_PERSON = re.compile(rf"(?P<first>{_CAPITALISED}) (?:(?:von|van|di|da|de|del|dos|du|le|la) ){{0,2}}$")
"""What stands before a family's name."""
_GOES_ON = words_in("on in at by after before during am im in nach auf en le la el a à dans il lo su em no na w op")
_CLAUSE_ENDS = re.compile(rf"[ \u00a0]?(?:$|[\n.,;:!?…“”\"»)—–-]|(?:{'|'.join(sorted(_GOES_ON))})(?!\w))")
"""How a sentence goes on behind whom people spoke to; behind a name that is part of another stands a noun."""
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
"""Languages whose frequent words are no name that nobody knows."""


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    """Match lines that name who supplied a text: "By Fairlead News", "Por Fairlead — Arven", "Source: Fairlead".

    Behind the name in a byline stands nothing but a date or a place.
    """
    name = rf"(?P<name>[^\W\d_a-z][^\W\d_]{{{_SHORTEST - 1},20}})(?: (?:{_KIND}))?"
    ends = r"(?=\s*[.]?\s*(?:$|[,;/|)\]·•–—-]))"
    place = rf"[–—-]\s*{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}"
    date = r"[,;|/·•–—-][^\n\d]{0,20}\d[\w.,:/ -]{0,30}"
    source = phrases_of("source", "label")
    return (
        of_tables(rf"^\W*(?i:{_BY}) {name}\s*(?:{place}|{date})?[.]?\s*$", re.MULTILINE),
        of_tables(rf"(?:^|[\s(|·•,;–-])(?i:{source}) ?[:：] ?{name}{ends}", re.MULTILINE),
    )


def supplier_mentions(text: str, called: Collection[str]) -> Iterator[Mention]:
    """Yield every mention of who supplied a text; `called` are the names that it says are agencies'."""
    lines = list(end_lines(text))
    byline, source = _lines()
    named = {found.group("name") for start, end in lines for found in byline.finditer(text, start, end)}
    marked = [line for line in lines if ":" in text[slice(*line)] or "：" in text[slice(*line)]]
    named |= {found.group("name") for start, end in marked for found in source.finditer(text, start, end)}
    known = known_names(()).short
    for name in sorted(named - known.keys()):
        if name.isupper() or name.upper() in NOT_AGENCIES:
            continue
        places = list(islice(_places(text, name), MOST))
        if name in called or (
            _is_spoken_to(text, places)
            and not _is_papers(text, places, lines)
            and not _is_persons(text, places)
            and not is_listed(name.casefold(), _LANGUAGES)
        ):
            yield from (Mention(start, end, name, True, False) for start, end in places)


def _places(text: str, name: str) -> Iterator[Span]:
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        if stands_alone(text, *found.span()):
            yield found.span()


def _is_spoken_to(text: str, places: Collection[Span]) -> bool:
    """Tell whether people speak to who has a name, as they do to agencies."""
    before = (left_of(text, start) for start, end in places if _CLAUSE_ENDS.match(text, end))
    return any(is_told(left) and not left.endswith(_SPOKEN_ARTICLES) for left in before)


def _is_persons(text: str, places: Collection[Span]) -> bool:
    """Tell whether a first name, or a title, stands before a name anywhere."""
    found = (_PERSON.search(text, max(0, start - _LONGEST_FIRST), start) for start, _ in places)
    return any(one is not None and one.group("first").casefold() not in _BYLINE for one in found)


_LONGEST_FIRST = 40


def _is_papers(text: str, places: Collection[Span], lines: Collection[Span]) -> bool:
    """Tell whether a name is a paper's: in several of the lines around an article, or a word that papers are called."""
    if any(PAPER.fullmatch(text, *place) for place in places):
        return True
    return sum(any(start <= place < end for place, _ in places) for start, end in lines) > 1
