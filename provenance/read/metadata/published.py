"""When a text that does not declare it was published: only where a line is there to say so, year included."""

from __future__ import annotations

import re
import unicodedata

from provenance.read.metadata.byline import byline_of
from provenance.read.metadata.dates import Found, dates
from provenance.read.metadata.lines import Lines
from provenance.read.metadata.words import Phrases

PUBLISHED = Phrases("""
        publish|updated|posted|last modified|created|date:|veröffentlicht|aktualisiert|stand:|erstellt
        publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornat|gepubliceerd|bijgewerkt
        publicerad|uppdaterad|publisert|oppdatert|udgivet|opublikowan|aktualizac|zaktualizowan
        опубликован|обновлен|公開|更新|配信|発信|发布|발표|입력|수정|yayınlan|güncellen|julkaistu|päivitetty
""")
"""What stands before or behind the time at which an article was published or last changed."""
_BREAK = re.compile(r"[,|·•–—/:：()（）\[\]>›]|\s-\s")
_WORDS = re.compile(r"\S*\w\S*")
_SIGNED = re.compile(r"[^\W\d_]{2}\. $")
_ALONE = re.compile(r"\s*(?:$|[|·•(–—]|[,\s]\s*\d{1,2}[:.h]\d\d)")
"""What stands before and after a date of its own: a desk and a stop; nothing, or a time."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<![\d/])\d\d/\d\d/\d\d(?![\d/])")
_FIGURES = re.compile(r"\d\d[\d/]")
_DASH = re.compile(r"\s{0,2}(?:\([^()]{1,40}\)\s{0,2})?[-–—]")


def published(lines: Lines, day_first: bool | None) -> str | None:
    """Return the first date line near the top, dateline, or labelled date near the end, as ISO 8601; else None."""
    for line in _top(lines):
        found = date_of(line, day_first) or _dateline(line, day_first)
        if found:
            return found.iso
    labelled = (date_of(line, day_first) for line in lines.tail if _may_date(line) and PUBLISHED.found_in(line))
    return next((found.iso for found in labelled if found), None)


def date_lines(lines: Lines) -> list[str]:
    """Return the lines in which a date would be looked for."""
    tail = (line for line in lines.tail if _may_date(line) and PUBLISHED.found_in(line))
    return [unicodedata.normalize("NFKC", line) for line in (*filter(_may_date, _top(lines)), *tail)]


def _top(lines: Lines) -> tuple[str, ...]:
    return lines.head[: max(8, len(lines.above))]


def date_of(line: str, day_first: bool | None = None) -> Found | None:
    """Return the full date that a line is there to give; None for a date in running text or a headline."""
    if not _may_date(line):
        return None
    folded = unicodedata.normalize("NFKC", line)
    for found in dates(folded, day_first):
        before, after = folded[: found.start], folded[found.end :]
        if len(_WORDS.findall(before)) + len(_WORDS.findall(after)) <= 16 and len(_BREAK.split(after)[0].split()) <= 4:
            nearest = _BREAK.split(before)[-1].split()
            closed = _SIGNED.search(before) is not None and _ALONE.match(after) is not None
            if (
                len(nearest) <= 1
                or closed
                or _is_clock(nearest)
                or PUBLISHED.found_in(before)
                or byline_of(before.strip())
            ):
                return found
    return None


def _may_date(line: str) -> bool:
    return len(line) <= 160 and _has_year(line)


def _has_year(line: str) -> bool:
    # To look for digits alone is much quicker, and most lines have none.
    return _FIGURES.search(line) is not None and _YEAR.search(line) is not None


def _is_clock(words: list[str]) -> bool:
    """Tell whether words before a date are no more than a time, a zone and a day of the week."""
    return len(words) <= 4 and words[0][0].isdigit() and all(len(word) <= 5 for word in words)


def _dateline(line: str, day_first: bool | None) -> Found | None:
    """Return the date of a line that begins like ``BEIJING, March 9, 2026 (Xinhua) --``."""
    start = line[:120]
    # Whether there is a dash at all is told at once; what is not ASCII may become one.
    if (start.isascii() and "-" not in start) or not _has_year(start):
        return None
    start = unicodedata.normalize("NFKC", start)
    if not any(dash in start for dash in "-–—"):
        return None
    for found in dates(start, day_first):
        if len(start[: found.start].split()) <= 5 and _DASH.match(start, found.end):
            return Found(found.iso[:10], found.start, found.end)
    return None
