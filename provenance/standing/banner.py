"""What the first line of an article is: a banner, and what it calls the paper, or a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from provenance.article import Article
from provenance.crediting.abbreviations import heads_with
from provenance.model import Span
from provenance.paper_words import PAPER
from provenance.read.metadata.byline import byline_of
from provenance.read.metadata.months import MONTHS
from provenance.read.metadata.published import date_of
from provenance.standing.notes import HEAD, LONGEST_NOTE
from provenance.standing.outlets import BAR, LONG_WORD, PARTED, banner_name

SHORT_LINE = 70
"""Code points of the longest line that is none of the running text."""
HEADLINE_WORDS, LONGEST_HEADLINE = 2, 110
"""Words of a headline that is as short as the name of a paper, and code points of a line that is no headline."""
CAPITALISED = ("en", "de", "nl")
"""Languages in which all long words of a paper's name have capitals."""
ENDS = ".!?。！？؟۔।"
FIGURES = re.compile(r"\d+")
APART = re.compile(r"\s{3,}|\t")
SHORTEST_BANNER = 12
"""Code points of a first line from which on it is one paper's own."""


def banner_of(article: Article) -> str | None:
    """Return an article's first line without its figures, where it is no sentence and no headline."""
    line = FIGURES.sub("", first_line(article).casefold())
    return " ".join(line.split()) if len(line) >= SHORTEST_BANNER else None


@lru_cache(maxsize=4)
def paper_of(article: Article) -> str | None:
    """Return what an article's first line calls its paper, small letters; what stands apart in it is another field."""
    if _is_short_headline(article):
        return None
    line = APART.sub(" | ", first_line(article).strip()).casefold()
    day = BAR.split(line, maxsplit=1)[0].replace(",", " ").split()
    if not MONTHS.keys().isdisjoint(day) and any(map(str.isdigit, day)):
        return None  # a page that begins with the date
    return banner_name(" ".join(FIGURES.sub("", line).split())) if line else None


def _is_short_headline(article: Article) -> bool:
    """Tell whether a first line of two words is a headline: no other line above the report can be.

    So it is where the second begins with a small letter in a language that sets none in the name of a paper. Above a
    date alone, or the report, stands what a paper is called, too, where it has a word that papers are called by; of a
    longer headline several words begin with small letters.
    """
    first, *others = [line for line in article.text[:HEAD].splitlines() if line.strip()] or [""]
    if PARTED.search(first):
        return False
    if len(first.split()) != HEADLINE_WORDS:
        small = [len(word) for word in first.split() if word[0].islower() and len(word) >= LONG_WORD - 1]
        return len(small) >= HEADLINE_WORDS and max(small) >= LONG_WORD and _is_alone(first, others)
    if article.language in CAPITALISED and first.split()[1][0].islower():
        return True
    if not others or _is_told(others[0]) or byline_of(others[0]) is not None:
        return True
    return _is_alone(first, others)


def _is_alone(first: str, others: Sequence[str]) -> bool:
    """Tell whether a line has no word that papers are called by, and none but of writers between it and a report."""
    below = next((line for line in others if not _is_of_writer(line)), "")
    return not PAPER.search(first) and (not below or _is_told(below))


def _is_told(line: str) -> bool:
    """Tell whether a line is of the running text: longer than a headline, or a sentence that is no short one."""
    return len(line) > (SHORT_LINE if line[-1:] in ENDS else LONGEST_HEADLINE)


def _is_of_writer(line: str) -> bool:
    """Tell whether a line says who wrote a report or when, and no more."""
    return byline_of(line) is not None or (len(line) <= SHORT_LINE and date_of(line) is not None)


def first_line(article: Article) -> str:
    """Return an article's first line where it is no sentence and no headline; else nothing.

    It goes on behind a stop where it has several fields: "The Islander | Est. 1922".
    """
    if not article.sentences:
        return ""
    start, end = article.sentences[0]
    line = (start, next((n for n in (article.text.find("\n", start),) if n >= 0), len(article.text)))
    several = line[1] - start <= LONGEST_NOTE and PARTED.search(article.text[slice(*line)])
    span = line if several else (start, end)
    return article.text[slice(*span)] if is_banner(article, 0, span) else ""


@lru_cache(maxsize=256)
def fields_of(line: str) -> tuple[str, ...]:
    """Return what stands between the bars of a banner."""
    return tuple([field.strip() for field in BAR.split(line) if field.strip()])


def is_banner(article: Article, number: int, sentence: Span) -> bool:
    """Tell whether a line of the head is no sentence and no headline: the first, or one cut by bars, as banners are."""
    line = article.text[slice(*sentence)]
    if line[-1:] in ENDS or (line == article.document.title and not _spells_itself(line)):
        return False
    return number == 0 or any(mark in line for mark in ("|", "::", ">>"))


def _spells_itself(line: str) -> bool:
    """Tell whether a line is a sign and what it stands for, which nobody sets as a headline: "KTX - Kelp Exchange"."""
    fields = fields_of(line)
    return len(fields) == 2 and (heads_with(fields[0], fields[1]) or heads_with(fields[1], fields[0]))
