"""The title of a text that does not declare one."""

from __future__ import annotations

import re
from collections import Counter

from provenance.read.metadata.byline import byline_of
from provenance.read.metadata.lines import FURNITURE, IDEOGRAPH, LONG, SENTENCE_END, Lines
from provenance.read.metadata.published import date_of

_ENDS = re.compile(r"[?!？！…؟][\"'”’»」』)）\]]*$")
_SEPARATED = re.compile(r"\s(?:[|·•›»/*#~=]{1,3}|>{1,2}|[\u25a0-\u27bf])\s|\s::\s|\s-\s[^\n]{1,80}\s-\s|\s{3,}|\t")
_LINKS = re.compile(r"(?:\s[|·•›»]\s[^|·•›»]{1,12}){3}")
"""Four short fields or more, as a page's links are."""
_SPEAKER = re.compile(r"[A-Z][A-Z .'-]{1,60},? [A-Z ]{0,60}:")
_DATELINE = re.compile(r"[^\W\d_]{2,20}(?:,? [^\W\d_]{2,20}){0,3} \([^()]{2,30}\) ?[-–—]")
_MARKERS = ("-", "*", "•", "·", "»", "›", "/", "(", "|", ">")
_WORD = re.compile(r"[^\W_]+")
_NAME_ENDS = re.compile(r"\s*(?:[|·•›»/,:;]|\s[-–—~]\s|\s{3,}|\t)")
_MASTHEAD_WORDS, _MASTHEAD_LETTERS = 5, 4
"""Most words of a name above a page, and its fewest code points."""
_LONG_ENOUGH = 20
"""Code points from which on the only candidate need not share the text's subject."""


def headline(lines: Lines) -> str | None:
    """Return the first line above the running text that is built like a headline and shares its subject; else None."""
    candidates = [line.lstrip("#").strip() for line in lines.above if _is_built_like_one(line)]
    if len(candidates) > 1 and candidates[0] == lines.head[0] and _is_masthead(lines, candidates[1]):
        candidates = candidates[1:]
    if not candidates:
        return None
    if len(candidates) == 1 and len(candidates[0]) >= _LONG_ENOUGH:
        return candidates[0]
    counts = Counter(_terms(lines.start))
    scores = [_shared_terms(line, counts) for line in candidates]
    best = max(scores)
    if best == 0:
        return None
    return next(line for line, score in zip(candidates, scores, strict=True) if score >= best / 2)


def _is_built_like_one(line: str) -> bool:
    words = line.count(" ") + 1
    ideographs = len(IDEOGRAPH.findall(line[:LONG]))
    if len(line) > 220 or words > 30 or (words < 3 and ideographs < 6):
        return False
    if SENTENCE_END.search(line[-4:]) and not _ENDS.search(line[-4:]):
        return False
    if line.startswith(_MARKERS) or (_SEPARATED.search(line) and not ideographs) or _LINKS.search(line):
        return False
    if _SPEAKER.match(line) or _DATELINE.match(line) or FURNITURE.found_in(line):
        return False
    return byline_of(line) is None and date_of(line) is None


def _is_masthead(lines: Lines, second: str) -> bool:
    """Tell whether the first line is a page's name, with what it says of itself: the foot of the page names it too.

    A foot may repeat the headline as well, but hardly one that is shorter than the line below it and all capitals.
    """
    name = _NAME_ENDS.split(lines.head[0], maxsplit=1)[0].strip()
    words = name.split()
    if not words or len(words) > _MASTHEAD_WORDS or len(name) < _MASTHEAD_LETTERS or len(second) < _LONG_ENOUGH:
        return False
    capitals = all(not word[0].islower() or len(word) < _MASTHEAD_LETTERS for word in words)
    return (
        capitals
        and len(second) > len(name)
        and any(name.casefold() in line.casefold() for line in lines.tail if line not in lines.above)
    )


def _terms(text: str) -> list[str]:
    """Return the beginnings of words of four letters or more, and pairs of ideographs."""
    if text.isascii():
        return [word[:8] for word in _WORD.findall(text.lower()) if len(word) >= 4]
    words = [word.casefold() for word in _WORD.findall(text)]
    if not IDEOGRAPH.search(text):
        return [word[:8] for word in words if len(word) >= 4]
    terms = [word[:8] for word in words if len(word) >= 4 and not IDEOGRAPH.search(word)]
    for word in words:
        if IDEOGRAPH.search(word):
            terms += (word[i : i + 2] for i in range(len(word) - 1))
    return terms


def _shared_terms(line: str, counts: Counter[str]) -> int:
    """Count the different terms of a line that the text around it uses too."""
    return sum(counts[term] > times for term, times in Counter(_terms(line)).items())
