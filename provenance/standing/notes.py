"""Notes that editors put at the two ends of an article: what it is a release of, which version, for whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from operator import itemgetter

from provenance.anycase import AnyCase, alternatives
from provenance.article import Article
from provenance.model import Span
from provenance.patterns import of_tables
from provenance.phrasebook import rows
from provenance.standing.outlets import SPACELESS

HEAD = 700
TAIL = 700
"""Code points at either end in which editors put their notes."""

LONGEST_NOTE = 160
"""Code points of a note by an editor; a third of that in scripts without spaces."""
NEAR_START, SENTENCE_WORDS = 6, 8
"""Code points from the start of a line in which a phrase is a label even of a sentence, and words that make one."""
LINK_WORDS = 3
"""Words of a link: "Press releases", between bars."""


@cache
def phrases(kind: str) -> str:
    """Return the phrases of one kind over all languages, as one alternation."""
    return "|".join(phrase for what, _, phrase in rows("standing/note_phrases.tsv") if what == kind)


_LINKS = re.compile(r"[|·•»›｜]")
RELEASES, ROOMS, ABROAD = phrases("release"), phrases("room"), phrases("abroad")
"""By which a press release calls itself one, what the part of a house's own pages is called from which it addresses the
press, and what an agency calls the part of its house that translates its reports."""
WIRES, FEEDS = phrases("clients"), phrases("feed")
"""By what an agency tells its clients in a banner what they may do with a report, and what it calls its streams."""
COMPILED = phrases("compiled")
"""By what a newsroom says in a byline that it used agencies, none by name: no agency's own report says so."""
HELD = rf"(?:{phrases('held')})[^|/*·•>\n]{{0,40}}"
"""By what an agency tells its clients until when to hold a report; the time in it is no date of a page."""
LATER = (
    rf"^[\W\d_]*(?:{phrases('later')}|(?:{phrases('later-word')})\s*(?:[:：)\-–—|!】/,.]|\d|$))|{phrases('later-mark')}|"
    rf"[(（](?:{phrases('later-closed')})[)）]\W*$|^\W*[(（](?:{phrases('later-bracket')})(?!\w)[^()（）]*[)）]\W*$"
)
"""Notes by which an agency marks a later version: at the start of a line, in brackets at its end, or a line of them."""
UPDATED = (
    rf"(?<=[|·•｜(（,;])\s*(?:{phrases('later')}|{phrases('later-word')})[^|·•｜,;]{{0,24}}?"
    r"(?:\d\s?[:.h時时시]\s?\d|\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d)"
)
"""How a page says, behind when it was published, at what time it was changed."""
_TAKE = re.compile(
    r"\b(?:update|lead|take|version|versie|aktualisierung|actualizaci[óo]n|mise à jour) ?(\d)\b|"
    r"\b(\d)(?:st|nd|rd|th|e|ème|[.°º])?[ -](?:update|lead|ld|take)\b|第 ?(\d) ?[報报]|(?<=[\[(（])(\d)보",
    re.IGNORECASE,
)
"""The number of a version in the note that marks it."""
EARLIER = (
    rf"^\W*(?:{phrases('earlier-word')})\s*(?:[:：)\-–—|!】+〕]|$)|{phrases('earlier-mark')}|"
    rf"^\W*(?:{phrases('earlier-line')})\W*$"
)
"""Notes by which it marks a first one."""
DATED = re.compile(r"\d.?\d|(?<!\w)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d", re.IGNORECASE)
"""What stands in a line with a date or a time: two figures, or a month and one; "Prio 3" is none."""
_FIGURE = re.compile(r"\d")
"""Without one nothing is a date."""
SLUG = re.compile(
    r"(?<!\w)[^\W\d_]{2,12}[-#/_]?(?!(?:19|20)\d\d(?!\d))\d{3,}(?!\w)|[#№]\s?\d+|"
    r"(?<![^\s|/(])(?!(?:19|20)\d\d(?!\d))\d{3,4}(?= [^\W\d_A-Z]| ?[|/:]{1,2} |\)?$)"
)
"""A running number, with letters joined to it or a sign for one before it, is no date: KPN-0412."""


@lru_cache(maxsize=16)
def finder(phrases: str) -> Callable[[str], Span | None]:
    """Return what tells where any of such phrases first stands in a line, capitals or not; None for nowhere."""
    some = alternatives(phrases)
    written = [one for one in some if "(?-i:" in one]
    if not written:
        return AnyCase(phrases).find
    any_case = AnyCase("|".join(one for one in some if one not in written))
    as_written = of_tables("|".join(written), re.IGNORECASE)

    def find(line: str) -> Span | None:
        found = as_written.search(line)
        spans = [span for span in (any_case.find(line), None if found is None else found.span()) if span]
        return min(spans, key=_start, default=None)

    return find


_start: Callable[[Span], int] = itemgetter(0)


@cache
def _held() -> re.Pattern[str]:
    return of_tables(HELD, re.IGNORECASE)


def marked(phrases: str, article: Article) -> bool:
    """Tell whether a note stands in the head or the tail, on a line of its own: a report may speak of one."""
    found = ((line, _noted(phrases, line)) for line in _notes(article))
    return any(at is not None and _is_label(line, at[0]) for line, at in found)


@lru_cache(maxsize=4096)
def _noted(phrases: str, line: str) -> Span | None:
    """Return where any of such phrases stands in a line; remembered, as copies of an article share their notes."""
    return finder(phrases)(line)


def is_updated(article: Article) -> bool:
    """Tell whether a line says when a page was published and when it was changed: a headline has no two times."""
    found = ((line, _noted(UPDATED, line)) for line in _notes(article))
    return any(at is not None and any(map(str.isdigit, line[: at[0]])) for line, at in found)


def take_of(article: Article) -> int:
    """Return the number that the notes of a later version give it, the greatest; 0 where none does."""
    lines = [unicodedata.normalize("NFKC", line) for line in _notes(article) if _noted(LATER, line) is not None]
    numbers = [int(number) for line in lines for groups in _TAKE.findall(line) for number in groups if number]
    return max(numbers, default=0)


def _is_label(line: str, place: int) -> bool:
    """Tell whether what stands at a place of a line labels it: no part of a sentence, no link among those of a page."""
    if _is_sentence(line):
        return place <= NEAR_START and not any(map(str.isalpha, line[:place]))
    bars = [bar.start() for bar in _LINKS.finditer(line)]
    if not bars:
        return True
    first = max((bar + 1 for bar in bars if bar < place), default=0)
    field = line[first : min((bar for bar in bars if bar >= place), default=len(line))]
    return len(field.split()) > LINK_WORDS or any(map(str.isdigit, field)) or ":" in field


@lru_cache(maxsize=2)
def _notes(article: Article) -> tuple[str, ...]:
    """Return the lines of an article's head and tail that may be notes; each is held against several tables."""
    text = article.text
    regions = text[:HEAD], text[max(HEAD, len(text) - TAIL) :]
    return tuple([line for region in regions for line in region.splitlines() if _is_note(line)])


def _is_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does and has the words of one."""
    return line.rstrip().endswith((".", "!", "?")) and len(line.split()) >= SENTENCE_WORDS


def _is_note(line: str) -> bool:
    """Tell whether a line is short enough for a note, and no prose where a sentence needs few signs."""
    if SPACELESS.search(line):
        return len(line) <= LONGEST_NOTE // 3 and not line.rstrip(" \u3000”」』").endswith(("。", "！", "？"))
    return len(line) <= LONGEST_NOTE


@lru_cache(maxsize=256)
def is_dated(line: str) -> bool:
    """Tell whether a line has a date or a time; remembered, as it is asked for one agency after another."""
    return _FIGURE.search(line) is not None and DATED.search(SLUG.sub("", _held().sub("", line))) is not None
