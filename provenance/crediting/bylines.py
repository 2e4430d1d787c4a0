"""Lines that are nothing but a byline."""

from __future__ import annotations

import re
from functools import cache

from provenance.crediting.agencies import known_names, words_of
from provenance.crediting.frames import DATE
from provenance.crediting.mention import Mention, line_around
from provenance.crediting.named import KIND_LAST
from provenance.model import Span

_BYLINE_WORDS = words_of("byline")
_TIME_WORDS = words_of("time")
"""What a byline's date has besides figures and months: days of the week, and words for the hour."""
_BYLINE_EDGE = frozenset('/|,;•·–—-+&、:：(（)）[]«»“”„"')
_BARS, _MOST_BARS = (" / ", "|", "·", "•"), 3
_KIND_AFTER = re.compile(r"^(?:Press|Presse|News|Wire|Agency|Newswire|Media)(?!\w)\s*(?=$|\W)")
TOKEN = re.compile(r"(?<!\d)[^\W\d_][\w'’.-]*")


@cache
def date_words() -> frozenset[str]:
    """Return the words that a date and a time in a byline may have, in small letters."""
    from provenance.read.metadata.months import MONTHS

    return frozenset(MONTHS) | _TIME_WORDS


UNCASED, _LONGEST_PLACE = re.compile("[\u0590-\u0e7f\u10a0-\u10ff]"), 4
"""Scripts with spaces between words and no capitals, and words of a place, and a month, that stand in a byline."""

_STATIONED = re.compile(r"\. [^\W\d_a-z][^\W\d_]{2,20}(?: [^\W\d_a-z][^\W\d_]{2,20})?")
"""A place behind an agency's name, as papers in Spain set it: "Efe. Madrid"."""


def is_byline(text: str, mention: Mention) -> bool:
    """Tell whether the line is a byline: the name between separators, and no prose around it."""
    start, end = line_around(text, mention.start, mention.end)
    line = text[start:end].strip()
    if line.isupper() and len(line) - (mention.end - mention.start) > 30:
        return False
    sentence = line.endswith((".", "?", "!")) and len(line) > mention.end - mention.start + 12
    if sentence or len(line) > 110:
        return False
    before, after = text[start : mention.start].rstrip(), text[mention.end : end].lstrip()
    if sum(line.count(bar) for bar in _BARS) > _MOST_BARS:
        return False  # the links of a page
    before, after = KIND_LAST.sub("", f"{before} ").rstrip(), _KIND_AFTER.sub("", after)
    words = {word.lower().rstrip(".") for word in TOKEN.findall(before + " | " + after) if not word[0].isupper()}
    left = words - _BYLINE_WORDS
    others = [word for word in f"{before} {after}".split() if word not in date_words()]
    if sum(UNCASED.search(word) is not None for word in others) <= _LONGEST_PLACE:
        left = {word for word in left if not UNCASED.match(word)}
    if left and not (DATE.search(line) and left <= date_words()):
        return False
    last = TOKEN.findall(before)[-1:] or [""]
    apart = text[max(start, mention.start - 2) : mention.start].isspace() and mention.start - start >= 2
    apart = apart or text[max(start, mention.start - 1) : mention.start] == "\u3000"
    opens = not before or apart or before[-1] in _BYLINE_EDGE or last[0].lower() in _BYLINE_WORDS
    opens = opens or (not after and DATE.search(before) is not None and last[0] in date_words())
    first = TOKEN.match(after)
    closes = not after or after[0] in _BYLINE_EDGE or (first is not None and first.group().lower() in _BYLINE_WORDS)
    sure = mention.known and mention.weak_ok and not before  # "APP. Store" and "MAP. Paris Nord" are no bylines
    return opens and (closes or (sure and _STATIONED.fullmatch(after) is not None))


def span_of_line(text: str, mention: Mention) -> Span:
    """Return the span of the line around a mention, without blanks at its ends."""
    start, end = line_around(text, mention.start, mention.end)
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


_PARTS = re.compile(r"[(\[]?(?P<parts>[^\W\d_]{2,9}(?:[/+][^\W\d_]{2,9}){1,4})[)\]]?")
_INITIALS, _MOST_BELOW = 5, 4
"""Letters of a writer's initials, and lines at the end of a text one of which may have them."""


def signature_around(text: str, mention: Mention) -> Span | None:
    """Return the span of the line at an article's end that a known agency signs with writers: "abc/dpa/AFP".

    "Jo Doe/TT" is none: so photographers sign.
    """
    if not mention.known or "/" not in text[mention.start - 1 : mention.end + 1] or not mention.start:
        return None
    start, end = span_of_line(text, mention)
    below = [line for line in text[end:].splitlines() if line.strip()]
    found = _PARTS.fullmatch(text[start:end])
    if found is None or len(below) >= _MOST_BELOW:
        return None
    known = known_names(()).short
    parts = re.split("[/+]", found.group("parts"))
    signs = all(part in known or (len(part) <= _INITIALS and part.islower()) for part in parts)
    return (start, end) if signs else None
