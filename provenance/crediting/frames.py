"""Datelines and closing brackets around the name of an agency."""

from __future__ import annotations

import re
from functools import cache

from provenance.crediting.abbreviations import headed
from provenance.crediting.agencies import known_names, table
from provenance.crediting.mention import Mention, line_around
from provenance.crediting.named import KIND, KIND_BEHIND
from provenance.model import Span

DAYS_OF_WEEK = "|".join(f"{name}day" for name in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))
DATE = re.compile(r"\d")


def _in_parentheses(text: str, mention: Mention) -> Span | None:
    """Return the brackets around the name when they hold only agencies and desks: (AFP), (dpa/lnw), (Agenzia X)."""
    start = mention.start
    while start > 0 and mention.start - start < 20 and (text[start - 1].isalnum() or text[start - 1] in "/-+ "):
        start -= 1
    end = mention.end
    while end < len(text) and end - mention.end < 20 and (text[end].isalnum() or text[end] in "/-+"):
        end += 1
    if start == 0 or end >= len(text) or text[start - 1] not in "(（" or text[end] not in ")）":
        return None
    called = start == mention.start or KIND.fullmatch(text, start, mention.start) is not None
    alone = called and end == mention.end
    short = all(len(part) <= 8 for part in text[start:end].split("/") if part != text[mention.start : mention.end])
    return (start - 1, end + 1) if alone or (short and " " not in text[start : mention.start]) else None


_DASH = re.compile(r"[\s.]{0,2}[-–—－_:=]|[.।] (?=[\w\"“„«»])")
_LONE_END = re.compile(rf"(?:,? (?:{DAYS_OF_WEEK}))?[.:]?[ ]?(?=\n|$)|(?=[ ][^\W\d_a-zà-öø-ÿа-яё])")
_KIND_END = re.compile(rf"(?:{KIND_BEHIND})\s*$")
_LINE_END = re.compile(r"\s*[.]?\s*(?:\n|$)")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"”“»«’']?[ \u00a0]+$")
_ENDED = re.compile(r"[.!?…][\"”“»«’']?\s+$")
_SIGNS = 5
"""Letters of the longest sign that an agency's name stands for alone behind the last sentence: "… said. dpa"."""
_SLASHED = re.compile(r"(?:^|[\s.])/\s?$")


def frame_of(text: str, mention: Mention) -> Span | None:
    """Return the span of a dateline or closing bracket that holds the name."""
    start, end = line_around(text, mention.start, mention.end)
    brackets = _in_parentheses(text, mention)
    if brackets is not None:
        dash = _DASH.match(text, brackets[1])
        if dash is None and heads(text, text[mention.start : mention.end]):
            dash = _LONE_END.match(text, brackets[1])
        if dash is not None and brackets[0] - start <= 80:
            return start + len(text[start : brackets[0]]) - len(text[start : brackets[0]].lstrip()), dash.end()
        named = _KIND_END.search(text[max(0, brackets[0] - 40) : brackets[0]])
        alone = not text[start : brackets[0]].strip() or _LINE_END.match(text, brackets[1])
        return brackets if alone and not named and (mention.weak_ok or _closes(text, brackets)) else None
    return _framed_otherwise(text, mention, (start, end))


def _closes(text: str, brackets: Span) -> bool:
    """Tell whether brackets stand behind the last sentence of a paragraph, or below it: "(SDA/abc)"."""
    ended = _ENDED.search(text[max(0, brackets[0] - 8) : brackets[0]]) is not None
    return ended and _LINE_END.match(text, brackets[1]) is not None


def _framed_otherwise(text: str, mention: Mention, line: Span) -> Span | None:
    """Return the span of a dateline that has other marks: 【東京＝AFP】, /TASS/, (서울=연합뉴스), "TASS, 12 March.".

    So is the name when it stands alone, as a sign, behind the last sentence of a paragraph.
    """
    before, after = text[line[0] : mention.start], text[mention.end : line[1]]
    marked = _marked(mention, before, after, line[0])
    if marked is not None:
        return marked
    signed = not after.strip() and mention.end - mention.start <= _SIGNS and _SENTENCE_ENDS.search(before)
    if signed:
        return mention.start, mention.end
    place = before.rstrip()
    if place.endswith(",") and len(place) <= 60 and _DASH.match(after) and is_dateline(place):
        return line[0] + len(before) - len(before.lstrip()), mention.end
    if mention.known and (stationed := _stationed(before, after)) is not None:
        return line[0], mention.end + stationed
    opening = re.match(r"[,.]?\s+\d{1,2}\.? [^\W\d_]{3,12}\.?[\s/–—-]", after)
    if opening is None and mention.known and line[1] - line[0] >= _PROSE and _begins(text, mention, line[0]):
        opening = _BEGINS.match(after)
    return (mention.start, mention.end + opening.end()) if not before.strip() and opening is not None else None


def _marked(mention: Mention, before: str, after: str, start: int) -> Span | None:
    """Return the span of a dateline with brackets of other kinds, slashes or a sign of equality; the line starts there.

    A known name may also stand so behind a place alone, "로윅=AP 뉴시스", and with a day, "[ロウィック 12日 ロイター]".
    """
    left = before.rfind("【")
    if left >= 0 and "】" not in before[left:] and "】" in after[:16] and len(before) - left <= 20:
        return start + left, mention.end + after.index("】") + 1
    if _SLASHED.search(before[-14:]) and len(before) < 60:
        if after.startswith("/"):
            return mention.start - 1, mention.end + 1
        if before.endswith(" / ") and after.startswith(" / ") and _is_filed(before[:-3].strip()):
            return start + len(before) - len(before.lstrip()), mention.end + 2
    if mention.known and _BRACKETED.fullmatch(before) and after.startswith(("]", "］")):
        return start, mention.end + 1
    placed = mention.known and _PLACED.search(before) is not None and not _others(after)
    korean = placed or (before.endswith("=") and len(before) <= 30 and after.startswith((")", "）", "]")))
    return (mention.start, mention.end) if korean else None


def _stationed(before: str, after: str) -> int | None:
    """Return how far behind a name goes what Indian papers open with: "एएनआई, लोविक। …", "लोविक, एएनआई। …"."""
    behind = _STATION_BEHIND.match(after) if not before.strip() else None
    behind = behind or (_STATION_END.match(after) if _STATION_AHEAD.fullmatch(before) else None)
    return None if behind is None else behind.end()


_INDIC = r"[^\W\d_\n][^\n।,()]{1,30}"
_STATION_BEHIND, _STATION_END = re.compile(rf", {_INDIC}।(?= )"), re.compile("।(?= )")
_STATION_AHEAD = re.compile(rf"\s*{_INDIC}, ")
_BRACKETED = re.compile(r"\s*[\[［][^\W\d_][^\n\[\]］]{1,20}\d{1,2}日 ")
"""What stands before an agency's name in brackets with a place and a day: "[ロウィック 12日 ロイター]"."""


def _is_filed(place: str) -> bool:
    """Tell whether what stands before a slash and a blank is a place and a day: "Lowick, 9 June"."""
    from provenance.read.metadata.months import MONTHS

    words = (word.strip(",.").casefold() for word in place.split())
    return DATE.search(place) is not None and (is_dateline(place) or any(word in MONTHS for word in words))


_PLACED = re.compile(r"[\uac00-\ud7af]=(?:[^\W\d_]{2,8}[ ·,/])*$")
"""What stands before an agency's name behind a place in a line of its own: "로윅=AP 뉴시스"."""


def _others(after: str) -> list[str]:
    """Return the words behind a name that are no names of agencies."""
    return [word for word in re.split(r"[ ·,/]+", after.strip()) if word and word not in known_names(()).short]


_BEGINS = re.compile(r" [-–—](?= [^\W\d_a-z])")
_HEAD, _PROSE = 700, 80
"""Code points within which a report begins, and of a line that is long enough for one: "ANSA - The council has …"."""
_SENTENCE = re.compile(rf"^[^\n]{{{_PROSE - 1},}}[.!?…][\"”“»«’']?[ \u00a0]*$", re.MULTILINE)
_OPENS_WITH = 3
"""Capitals and signs from which on a name that a text begins with is not there by chance."""


def _begins(text: str, mention: Mention, line: int) -> bool:
    """Tell whether a line is the first of a report, and the name that it begins with can be nothing but an agency's.

    It is capitals that the table has so, which mean nothing else, or the agency signs the report elsewhere too: "Hina –
    The girl who …" is a headline or a list's item, as is "MAP – The new map".
    """
    name = text[mention.start : mention.end]
    if mention.start >= _HEAD or not mention.weak_ok or name in _doubtful() or _SENTENCE.search(text, 0, line):
        return False
    return name in _sure_signs() or _signs_too(text, mention)


@cache
def _doubtful() -> frozenset[str]:
    """Return the names in capitals that mean other things too."""
    return frozenset(name for a in table() if a.ambiguous for name in a.names if name.isupper())


@cache
def _sure_signs() -> frozenset[str]:
    """Return the names that the table has in capitals and that mean nothing else."""
    names = (name for agency in table() for name in agency.names)
    return frozenset(name for name in names if name.isupper() and len(name) >= _OPENS_WITH) - _doubtful()


def _signs_too(text: str, mention: Mention) -> bool:
    """Tell whether an agency has its name in brackets or slashes, in a line on rights or alone on one elsewhere."""
    known = (agency.names for agency in table() if agency.short == mention.agency)
    written = "|".join(map(re.escape, sorted({text[mention.start : mention.end], *next(known, ())})))
    signed = re.compile(
        rf"[(（/\[](?:{written})[)）/\]]|(?:©|\([cC]\)) ?(?:(?:19|20)\d\d,? )?(?:{written})(?!\w)|"
        rf"^[^\w\n]*(?:{written})[^\w\n]*$",
        re.MULTILINE,
    )
    return any(found.start() > mention.end or found.end() <= mention.start for found in signed.finditer(text))


def opens(text: str, name: str) -> bool:
    """Tell whether a text begins with a name, as an agency's own report does: "C&Q // North", "Polna News Agency"."""
    if heads(text, name):
        return True
    first = text.lstrip()
    return (
        len(name) >= _OPENS_WITH
        and name.isupper()
        and first.startswith(name)
        and first[len(name) : len(name) + 1] == " "
    )


def heads(text: str, name: str) -> bool:
    """Tell whether the first part of a text's first line is a name and words for agency."""
    return len(name) >= _OPENS_WITH and headed(text[:200].lstrip().split("\n", 1)[0], name)


def is_dateline(place: str) -> bool:
    """Tell whether text before a bracket is where and when a report was filed: a place in capitals, or a date."""
    place = _REGION.sub("", place)
    words = place.split()
    first = words[0].strip(",.")
    capital = len(first) >= 3 and first.isupper() and len(words) <= 6
    parted = any(sign in place for sign in ",，،۔/") or _DAY_AND_MONTH.search(place) is not None
    dated = DATE.search(place) is not None and parted
    return capital or (len(place) <= 40 and dated)


_REGION = re.compile(r"[ ]?[(（][^()（）]*[)）]")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\. [^\W\d_]{3}")
