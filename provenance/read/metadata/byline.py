"""Who wrote a text that does not declare it."""

from __future__ import annotations

import re

from provenance.read.metadata.lines import IDEOGRAPH, SENTENCE_END, Lines
from provenance.read.metadata.words import alternatives

_UPPER = r"[^\W\d_a-zà-öø-ÿа-я]"
_NAME = rf"{_UPPER}[\w'’.\-]*"
_PARTICLE = alternatives("de|del|della|di|da|dos|van|von|den|der|ten|la|le|bin|al|el|y|e|i|und|and|et|en|och|og|&")
_NAMES = rf"{_NAME}(?:,?\s(?:{_PARTICLE}\s){{0,2}}{_NAME}){{0,8}}"
_BY = alternatives("""
    (?i:by|written by|author:?|text:)\\s|(?:[Vv]on|VON|Autor(?:in)?:?|Text:)\\s|(?:[Pp]ar|PAR|Auteur:?|Rédigé par)\\s
    (?:[Pp]or|POR|Texto?:?)\\s|(?:[Dd]i|Autore:?)\\s|(?:[Dd]oor|DOOR|Auteur:?)\\s|(?:Av|Af|Tekst:?|Przez)\\s|Автор:?\\s
    作者[:：]\\s?|文[:：/／]\\s?|記者[:：]\\s?
""")
_DESK = alternatives("""
    staff|desk|newsroom|reporters?|correspondents?|team|editors?|writers?
    redaktion|redactie|rédaction|redacción|redazione|redação|redakcja|redaktionen
""")
_FROM_PLACE = re.compile(rf"(?:From|Aus|Desde|De|Da)\s(?P<who>{_NAMES})\s(?:in|en|à|a|em|aus)\s.{{2,40}}")
_BY_DESK = re.compile(rf"{_BY}(?P<who>[^|,•·]{{2,60}}?\b(?i:{_DESK}))\b(?P<rest>.*)")
_BY_NAMES = re.compile(rf"{_BY}\s{{0,3}}(?P<who>{_NAMES})(?P<rest>.*)")
_AFTER = re.compile(r"\s*(?:$|[|•·,/(–—-]|\d)|\s(?:in|for|and|at)\s", re.IGNORECASE)
_SURE = re.compile(r"by |author|autor|auteur|автор", re.IGNORECASE)


def byline(lines: Lines) -> str | None:
    """Return who the first byline above the running text names; None without one."""
    return next((who for who in map(byline_of, lines.above) if who), None)


def byline_of(line: str) -> str | None:
    """Return the name in a line that is nothing but a byline, in a dozen languages; else None.

    >>> byline_of("From Caspar Ellingworth in Brecka")
    'Caspar Ellingworth'
    """
    if len(line) > 160:
        return None
    line = " ".join(line.split())
    for pattern in (_FROM_PLACE, _BY_DESK, _BY_NAMES):
        m = pattern.fullmatch(line)
        if not m:
            continue
        who, rest = m["who"].strip(" ,"), m.groupdict().get("rest") or ""
        if not _AFTER.match(rest) or SENTENCE_END.search(rest[-2:]):
            continue
        if who.count(" ") <= 10 and (" " in who or _SURE.match(line) or IDEOGRAPH.search(who)):
            return who
    return None
