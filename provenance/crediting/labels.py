"""Agencies that no table has, by lines that say who supplied a report, and by what their signs stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from provenance.crediting.agencies import known_names, phrases_of, words_of
from provenance.crediting.bodies import has_stem, is_body
from provenance.crediting.judging import is_spoken_of
from provenance.crediting.mention import MOST, Mention, line_around
from provenance.crediting.named import cleaned
from provenance.crediting.phrases import in_phrase
from provenance.crediting.rights import PICTURED, is_charts, rights_around
from provenance.model import Span
from provenance.patterns import of_tables
from provenance.rarity import is_listed

_SIGN = r"(?P<sign>[^\W\d_]{2,12}(?:-[^\W\d_]{2,4})?)"
_WITH = "and|und|et|y|e|en|och|avec|mit|with|con|com|met|med"
_LONGEST_SIGN = 5
_ENDS, _MOST_SIGNED = 700, 90
"""Code points at either end of a text, and of one line there, in which who supplied a report is given."""


@cache
def _labelled() -> tuple[re.Pattern[str], ...]:
    """Match lines that say by their form who supplied a report: "Source: KTX", "KTX / Redacción", "Av KTX", "/ktx/"."""
    source, desk, byline = (phrases_of(side, "label") for side in ("source", "desk", "byline"))
    ends, joined = r"(?=\s*\.?\s*(?:$|[,;/|)\]·•–]))", rf" ?(?:[/,|+&–-]| (?:{_WITH}) ) ?"
    lines = (
        rf"(?:^|[\s(|·•,;–-])(?:{source}) ?[:：] ?{_SIGN}{ends}",
        rf"^(?:[^\n]{{0,40}}[|·•–,:] ?|(?:{byline}) )?(?:(?:la|die|the|our) )?(?:{desk})(?!-\b){joined}{_SIGN}{ends}",
        rf"^(?:[^\n]{{0,40}}[|·•–,:] ?|(?:{byline}) )?{_SIGN}{joined}(?:{desk})(?![\w]){ends}",
        rf"^(?:{byline}) {_SIGN}$",
        rf"^(?:(?:{byline}) )?/{_SIGN}/$",
        rf"^[—–-]{{1,2}} ?{_SIGN}$",
    )
    return tuple(of_tables(line, re.IGNORECASE | re.MULTILINE) for line in lines)


def labelled_mentions(text: str) -> Iterator[Mention]:
    """Yield the signs that a line of an article's head or tail says have supplied it: capitals, or some inside a name.

    Who is spoken of in the text is rather who gave the figures.
    """
    lines, known = list(_short_lines(text)), known_names(()).short
    spoken: dict[str, bool] = {}
    for start, end in lines:
        for pattern in _labelled():
            for found in pattern.finditer(text, start, end):
                name = found.group("sign")
                if not ("/" in (found.group()[0], found.group()[-1]) or _is_sign(name)) or (
                    name not in known and _is_other(name, text)
                ):
                    continue
                if PICTURED.match(text, start) or is_charts(text, (start, end), known=name in known):
                    continue
                mention = Mention(*found.span("sign"), name, True, False, found.span())
                if name not in spoken:
                    spoken[name] = is_spoken_of(text, mention, lines)
                if not spoken[name]:
                    yield mention


_MAY_SIGN = re.compile(r"[A-Z]{3}|[a-z][A-Z]|^/[a-z]|[^\x00-\x7f]")


def _short_lines(text: str) -> Iterator[Span]:
    """Yield the short lines in an article's head and tail that may hold a sign."""
    for start, end in end_lines(text):
        line = text[start:end]
        if _MAY_SIGN.search(line) and sum(map(str.isupper, line)) != 1:
            yield start, end


def end_lines(text: str) -> Iterator[Span]:
    """Yield the short lines in an article's head and tail."""
    tail = text.find("\n", max(_ENDS, len(text) - _ENDS))
    for start, end in ((0, min(_ENDS, len(text))), (len(text) if tail < 0 else tail, len(text))):
        at = start
        for line in text[start:end].split("\n"):
            if 2 < len(line) <= _MOST_SIGNED:
                yield at, at + len(line)
            at += len(line) + 1


_SURNAME = re.compile(r"(?:De|Di|Du|La|Le|Mc|Mac|Van|Fitz)[A-Z][a-z]")
"""How surnames begin that have a capital inside."""


def _is_sign(name: str) -> bool:
    """Tell whether letters are a sign: capitals, three or more, or with capitals inside: "МорИнформ"."""
    if _SURNAME.match(name):
        return False
    longest = _LONGEST_SIGN if name.isalpha() else len(name)
    capitals = name.isupper() and len(name) <= longest
    return len(name) > 2 and (capitals or (name[0].isupper() and not name.isupper() and name[1:] != name[1:].lower()))


def _is_other(name: str, text: str) -> bool:
    """Tell whether what is set as a sign is a word, a body that is no agency, or a place that the text names."""
    return is_listed(name.casefold(), ("en",)) or is_institutions(name, text)


def is_institutions(name: str, text: str) -> bool:
    """Tell whether what is set as a sign is that of a body that is no agency, or of a place that the text names."""
    word = is_body(name) or name.upper() in words_of("national") or name.upper() in _firms()
    return word or _is_institution(name, text) or (name.isupper() and _is_spoken_name(name.title(), text))


def _is_spoken_name(name: str, text: str) -> bool:
    """Tell whether a text has a name as it has that of a place: nowhere as one of its sources."""
    places = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)][:MOST]
    return bool(places) and not any(in_phrase(text, Mention(*place, name, True, True)) for place in places)


@cache
def _firms() -> frozenset[str]:
    """Return the firms that give figures of their own, in capitals."""
    return frozenset(name.upper() for name in words_of("firm"))


_WORD_BEGINS = r"(?<![\w-])(?<!\w['’])"
"""No place inside a word, or a long one is read from each of its letters on."""


def _is_institution(sign: str, text: str) -> bool:
    """Tell whether a text says what a sign stands for, and it is a ministry or the like: "Kelp Trade Authority (KTA)".

    It stands there in full, its small words left out, or right before the sign in brackets.
    """
    if not (sign.isalpha() and sign.isupper()):
        return False
    between = r"(?:[ -]+[^\W\d_A-Z][^\W\d_]{0,3}){0,2}[ '’-]+"
    words = between.join(rf"{letter}[^\W\d_]{{1,40}}" for letter in sign)
    spelled = re.compile(rf"(?<!\w){words}(?!\w)")
    bracketed = re.compile(rf"{_WORD_BEGINS}(?P<before>(?:[^\W\d_][\w'’-]{{0,40}}[ ]{{1,3}}){{1,8}})[(（]{sign}[)）]")
    names = [m.group() for m in spelled.finditer(text)] + [m.group("before") for m in bracketed.finditer(text)]
    every = [name.casefold().split() for name in names]
    return any(has_stem(some, words_of("institution")) and not has_stem(some, words_of("newsroom")) for some in every)


_SIGN_LETTERS = range(2, 6)
"""Letters of a sign that may be spelled out."""


def spelled_out(text: str, signs: Iterable[str]) -> Iterator[Mention]:
    """Yield every mention of what an agency's sign stands for: "by: Union Dispatch" over "LOWICK (UD) —".

    Somebody may have the same initials, so that the name has to stand once as only an agency's does: in a line about
    rights, at the very start, or, with three words or more, as a byline that is nothing else.
    """
    known = known_names(()).short
    for sign in sorted(set(signs)):
        if sign in known or len(sign) not in _SIGN_LETTERS or not sign.isalpha() or not sign.isupper():
            continue
        words = "[ -]".join(rf"{letter}[\w'’]{{1,40}}" for letter in sign)
        found = [
            Mention(m.start(), m.end(), cleaned(m.group()), True, True)
            for m in re.finditer(rf"{_WORD_BEGINS}{words}(?![\w-])", text)
        ]
        sure = {m.agency for m in found if _is_an_agencys(text, m)}
        yield from (m for m in found[:MOST] if m.agency in sure)


_BY_ALONE = re.compile(
    r"^[^\w\n]*(?:by|von|par|por|di|da|door|av|af|od|przez|autor|author|source)?[^\w\n]*$", re.IGNORECASE
)


def _is_an_agencys(text: str, mention: Mention) -> bool:
    """Tell whether a name stands where only an agency's does: see `spelled_out`."""
    start, end = line_around(text, mention.start, mention.end)
    before, after = text[start : mention.start], text[mention.end : end]
    alone = not after.strip() and mention.agency.count(" ") > 1 and _BY_ALONE.match(before) is not None
    return alone or not text[: mention.start].strip() or rights_around(text, mention) is not None
