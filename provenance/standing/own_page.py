"""Whether an article is on an agency's own page: its head and its foot name one house, and that is an agency.

A paper's page has the paper's name at both ends. That a house is an agency its name says, or the report bears its sign.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from provenance.article import Article
from provenance.crediting.abbreviations import bare, is_short, plain, stands_for
from provenance.crediting.agencies import initials, words_of
from provenance.crediting.bodies import has_stem, is_body
from provenance.patterns import of_tables
from provenance.standing.banner import ENDS, fields_of
from provenance.standing.issued import is_of_reader, known_shorts
from provenance.standing.naming import sounds
from provenance.standing.notes import ABROAD, finder, is_dated, phrases
from provenance.standing.outlets import SPACELESS, is_of_page

HEAD_LINES, FOOT_LINES, LONGEST = 3, 5, 160
"""Lines at either end that are looked at, and code points of one."""
_SHORTEST, _MOST_WORDS = 2, 8
"""Code points of a house's name, and words of it."""


def of_own_page(article: Article, names: Mapping[str, str]) -> str | None:
    """Return the agency on whose own page an article is, by the name that `names` has for it if it has one."""
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    if len(lines) <= HEAD_LINES:
        return None
    signs = sorted({c.agency for c in article.credits if _is_signed(c.text, c.agency)})
    heads = _heads(lines)
    if is_of_reader(lines[0]) and not any(map(_is_called_agency, heads)):
        return None
    found = next((sign for sign in signs if _is_of(sign, heads, lines)), None)
    if found is not None:
        return names.get(found, found)
    called = [head for head in heads if _is_called_agency(head)] or _spelled_out(heads)
    last = lines[HEAD_LINES:][-FOOT_LINES:]
    named = [head for head in heads if any(_names(line, head) for line in last if _is_of_foot(line, head))]
    if called and named:
        return _known(named[0], names)
    return _sent_from(heads, lines)


def _is_of(sign: str, heads: Sequence[str], lines: Sequence[str]) -> bool:
    """Tell whether the sign of a report's dateline, or at its end, is that of the house whose page it is on."""
    last = lines[HEAD_LINES:][-FOOT_LINES:]
    rights = [line for line in last if _is_of_foot(line, sign)]
    if _is_feed(lines[0], sign):
        return True
    if any(map(_is_called_agency, heads)) and any(_names(line, sign) for line in rights):
        return True
    linked = _has_links(lines)
    for head in heads:
        agency = _is_called_agency(head) or _is_some_agency(head)
        if (agency and (linked or rights) and (_are_one(sign, head) or _names(head, sign))) or (
            ABROAD_SERVICE(head) and _names(head, sign)
        ):
            return True
        one = _are_one(sign, head) or any(sounds(sign, word) for word in head.split()[:2])
        if one and any(_names(line, sign) or _names(line, head) or _is_called_agency(line) for line in rights):
            return True
    return False


ABROAD_SERVICE = finder(ABROAD)
"""Tells where a line names a house's service in another language."""


def _is_feed(first: str, sign: str) -> bool:
    """Tell whether a first line begins with a sign and goes on as one of a feed: with running numbers, "KTX-0412 4"."""
    rest = first[len(sign) :]
    return first.startswith(sign) and _RUNNING.match(rest) is not None


_RUNNING = re.compile(r"[-/ ]?(?:[^\W\d_]{0,14}\s{1,3})?(?:[^\W\d_]{0,4}\d{3,4})(?:[ /][^\n]{0,40})?\d")


def _is_of_foot(line: str, house: str) -> bool:
    """Tell whether one of the last lines says whose a text is, or is a sign with the initials of writers."""
    called = bare(house) or house.casefold()
    signed = len(called) + 1 < len(line) <= _SIGN_LINE and line.casefold().startswith(called) and "." not in line
    signed = signed and bare(line) != called
    return len(line) <= LONGEST and (_rights().search(line) is not None or signed)


def _has_links(lines: Sequence[str]) -> bool:
    """Tell whether one of the lines below the first is of the links of a page, and no place with a date."""
    links = (line for line in lines[1:_LINK_LINES] if len(line) <= LONGEST and not line.endswith(tuple(ENDS)))
    return any(len(fields_of(line)) > 1 and not is_dated(line) for line in links)


_LINK_LINES = 4


_SIGN_LINE = 24
"""Code points of a line of a sign and the initials of writers."""


@cache
def _rights() -> re.Pattern[str]:
    return of_tables(phrases("rights"), re.IGNORECASE)


def _spelled_out(heads: Sequence[str]) -> list[str]:
    """Return the two fields of a head that are a sign and what it stands for, where that says it is of news."""
    if len(heads) == 2 and has_stem(heads[1].casefold().replace("-", " ").split(), words_of("newsroom")):
        return [heads[0]] if stands_for(heads[0], heads[1].replace("-", " ")) else []
    return []


def _sent_from(heads: Sequence[str], lines: Sequence[str]) -> str | None:
    """Return the house whose name a Chinese report opens with, and its page too: 《环礁社8日专讯》."""
    for line in lines[1:_FIRST_LINES]:
        found = _HAN_OPENING.match(line)
        for head in heads if found is not None else ():
            name = found.group("name") if found is not None else ""
            shared = next((n for n in range(min(len(name), len(head)), 0, -1) if name[:n] == head[:n]), 0)
            if shared >= _SHORTEST_SHARED:
                return head[:shared]
    return None


_HAN_OPENING = re.compile(
    r"[（(《【](?P<name>[\u4e00-\u9fff]{3,20})\d{1,2}日[^）)》】\n]{0,10}(?:電|电|報導|报道|報道|專訊|专讯)[^）)》】\n]{0,3}[）)》】]"
)
_FIRST_LINES, _SHORTEST_SHARED = 8, 3


def _heads(lines: Sequence[str]) -> list[str]:
    """Return what the head of a page calls its house: the fields of its first line, or of the next below its links."""
    for line in lines[:HEAD_LINES]:
        fields = [field.strip('«»"“”„') for field in fields_of(line)]
        if not fields or is_of_page(fields[0].casefold()) or len(fields) > _MOST_FIELDS:
            continue
        return [
            field
            for field in fields[:2]
            if len(field) >= _SHORTEST and len(field.split()) <= _MOST_WORDS and not any(map(str.isdigit, field))
        ]
    return []


_MOST_FIELDS = 5


@lru_cache(maxsize=1024)
def _is_called_agency(name: str) -> bool:
    """Tell whether a name says that a house is a news agency: not a body's, and not only Press or News."""
    words = name.casefold().split()
    return _agency_words().search(name) is not None and not is_body(name) and not has_stem(words, words_of("press"))


def _is_some_agency(name: str) -> bool:
    """Tell whether a name has the word for any agency, which a report's own sign makes one of news."""
    words = re.split(r"[\s'’-]+", name.casefold())
    return has_stem(words, words_of("genericagency")) and not is_body(name)


@cache
def _agency_words() -> re.Pattern[str]:
    return of_tables(
        "|".join(sorted(re.escape(word.replace("_", " ")) for word in words_of("newsagency"))), re.IGNORECASE
    )


def _is_signed(credit: str, agency: str) -> bool:
    """Tell whether a credit is a dateline, or a sign at an article's end, with brackets, slashes or dashes around."""
    at = credit.find(agency)
    around = credit[max(0, at - 2) : at] + credit[at + len(agency) :][:2] if at >= 0 else credit
    return credit.endswith(("电", "電")) or any(mark in around for mark in "()（）[]/【】-–—=")


def _names(line: str, house: str) -> bool:
    """Tell whether a line has the name of a house, whatever words for agency are around it."""
    called = bare(house) or house.casefold()
    if SPACELESS.search(called):
        return called in line
    return re.search(rf"(?<!\w){re.escape(called)}(?!\w)", line.casefold()) is not None


def _are_one(sign: str, house: str) -> bool:
    """Tell whether a sign is that of a house: its name, or letters of it."""
    if plain(bare(sign)) and plain(bare(sign)) == plain(bare(house)):
        return True
    if sign in known_shorts():
        return False  # many a paper has the initials of an agency that everybody knows by its name
    if SPACELESS.search(sign) and len(bare(sign)) > 1 and house.startswith(bare(sign)):
        return True
    if any(part == bare(house) for part in sign.casefold().split("-")) or house.startswith(f"{sign} "):
        return True
    words = house.split()
    if len(words) > 1 and is_short(sign) and plain(words[0]) == plain(sign):
        return True
    return stands_for(sign, house) or (is_short(sign) and len(sign) > 2 and sign.upper() == initials(house))


def _known(house: str, names: Mapping[str, str]) -> str:
    """Return what the articles of a corpus call a house."""
    return next((names[name] for name in sorted(names) if _are_one(name, house)), house)
