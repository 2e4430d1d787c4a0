"""Phrases that make an agency the source: "told AP", "laut dpa", "によると"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from provenance.anycase import AnyCase
from provenance.crediting.agencies import Strength, phrases_of, words_in
from provenance.crediting.mention import Mention, left_of, right_of
from provenance.model import Span
from provenance.patterns import of_tables

_TIMES = "Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mitt|Don|Sam|Okt|Dez"
_ARTICLE = rf"(?:(?:{phrases_of('between', 'label')})[ \u00a0]|(?:à )?(?:l|all|dall|d)['’]){{0,5}}"
"""What may stand between a phrase and a name; every piece ends in a space or an apostrophe, so that there is one way
to read it."""
NOT_SOURCE = re.compile(
    r"(?:['’]s?)? ?(?:lawyers?|attorneys?|complaint|lawsuit|suit|executives?|employees|shares|stock|headquarters|owner|"
    r"president|chief executive|CEO|board|spokes\w+|terminal|building|exams?|class(?:es)?|sues?|sued|suing|hired)\b"
)
"""What makes an agency the subject of the news in spite of a phrase before it."""
_ITS_PEOPLE = re.compile(
    r"(?:['’]s?)? ?(?:chiefs?|boss(?:es)?|heads?|directors?|members|lawmakers|leaders|supporters|officials|students|"
    r"commanders|activists|workers|fans|players|voters|customers|clients|users)\b"
)
_FROM = re.compile(
    r"\b(?:by|from|in|according to|said|says|wrote|writes|reported|reports)(?: the)?[ \u00a0]$", re.IGNORECASE
)
"""People of a house, and what they stand behind; people tell an agency of others: "told Reuters officials were …"."""
_GOES_ON = re.compile(rf" (?!(?:{_TIMES})\w*)[^\W\d_a-zß-ÿа-яё]")
"""A name that goes on is not that of an agency: "the report of Belga Films"; a day or a month is no part of one."""
_CONTRIBUTED = re.compile(r"[^.\n]{0,120}\bcontributed to (?:this|the) (?:report|story|article)")


@cache
def phrases_ahead(strength: Strength) -> AnyCase:
    """Match a phrase at the end of what stands before a name; an article or the word for agency may come between."""
    # Behind no letter of a script that parts words.
    begin = r"(?<![^\W\u3040-\u9fff\uac00-\ud7af])"
    return AnyCase(rf"{begin}(?:{phrases_of('ahead', strength)})[ \u00a0:,]*{_ARTICLE}[\"“«]?$")


@cache
def _behind(strength: Strength) -> re.Pattern[str]:
    """Match a phrase at the start of what stands behind a name."""
    begin = r"(?:通信社?|통신|[’']s?)?[\"”»]?(?:\s*\([^()\n]{1,20}\))?[ \u00a0]?"
    return of_tables(rf"{begin}(?:{phrases_of('behind', strength)})")


TOLD = re.compile(
    r"\b(?:(?:told(?: to)?|interview with|(?:obtained|seen|reviewed|viewed|collected|compiled) by) "
    r"|(?:déclaré|indiqué|confié|affirmé|raconté|expliqué) à (?:la |l['’])?"
    r"|(?:dijo|declaró|contó|explicó|afirmó) a (?:la )?"
    r"|(?:disse|afirmou|declarou|contou|explicou) (?:à|ao) "
    r"|(?:detto|raccontato|dichiarato|spiegato) (?:a |alla |all['’])"
    r"|(?:sagte|erklärte) (?:er |sie )?(?:der|gegenüber(?: der)?) "
    r"|(?:zei|zegt|vertelde|vertelt) (?:tegen|aan) (?:het )?"
    r"|(?:säger|sade|berättar) (?:till|för) |(?:siger|sagde|fortæller|sier|sa|forteller) til )$"
)
"""What makes capitals that nobody has explained an agency; with "the" before them they are mostly other bodies."""
_TOLD_ENDS = (
    "'",
    "’",
    " a ",
    " with ",
    " by ",
    *(f"{word} " for word in words_in("told à la a ao alla der gegenüber tegen aan het till för til")),
)
"""What any of these ends in; to look for that takes hardly any time."""


def is_told(left: str) -> bool:
    """Tell whether what stands before capitals makes them somebody whom people told."""
    return left.endswith(_TOLD_ENDS) and TOLD.search(left) is not None


def _trim_left(text: str, start: int) -> int:
    while start < len(text) and text[start] in " \u00a0\t\n\r,;":
        start += 1
    return start


class Verdict(NamedTuple):
    """The span of a credit, and whether it is sure enough for a name that means other things too."""

    span: Span
    strong: bool


def in_phrase(text: str, mention: Mention) -> Verdict | None:
    """Return the phrase around the mention that makes it the source."""
    left, right = left_of(text, mention.start), right_of(text, mention.end)
    if NOT_SOURCE.match(right.lstrip()) or (_ITS_PEOPLE.match(right.lstrip()) and _FROM.search(left)):
        return None
    span: Span | None = None
    strong = False
    alone = () if _GOES_ON.match(right) else (phrases_ahead("alone"),)
    for pattern in (phrases_ahead("strong"), phrases_ahead("weak"), *alone):
        place = pattern.find(left)
        if place is not None:
            span = (_trim_left(text, mention.start - (len(left) - place[0])), mention.end)
            strong = pattern is phrases_ahead("strong")
            break
    for behind, is_strong in ((_behind("strong"), True), (_behind("weak"), False)):
        found = behind.match(right)
        if found is not None:
            start, end = span or (mention.start, mention.end)
            span = (start, max(end, mention.end + len(found.group().rstrip())))
            strong = strong or is_strong
            break
    if span is None and _CONTRIBUTED.match(right):
        span, strong = (mention.start, mention.end), True
    return None if span is None else Verdict(span, strong)


def labels_source(line: str) -> bool:
    """Tell whether a line has the word by which pages say who supplied a report.

    >>> labels_source("KTX | Source"), labels_source("KTX | Sport")
    (True, False)
    """
    return source_label().search(line) is not None


@cache
def source_label() -> re.Pattern[str]:
    """Match the word by which pages say who supplied a report, or figures."""
    return of_tables(rf"(?<![a-z])(?:{phrases_of('source', 'label')})(?![a-z])", re.IGNORECASE)
