"""The lines around the text of an article, in which a page says whose it is."""

from __future__ import annotations

from typing import NamedTuple

from provenance.crediting.houses import UNCASED

_HEAD, _TAIL, _LONGEST, _PROSE, _WORDS = 12, 9, 160, 100, 9
"""Lines above and below the text that are looked at, code points of one, and code points and words of a line that is
of the text."""
_ENDS = (".", "!", "?", "…", "。", "।", "”", "»", "」", "؟", "۔")


class Line(NamedTuple):
    """A line of a text, without the blanks around it."""

    start: int
    end: int
    text: str


class Page(NamedTuple):
    """The lines around a report: above it, below it, and the places where sentences end near its end."""

    first: str
    head: tuple[Line, ...]
    last: tuple[Line, ...]
    """The last lines, sentences among them."""


def page_of(text: str) -> Page | None:
    """Return the lines around the report that a text is; None where no line is of a report."""
    lines, at = [], 0
    for written in text.split("\n"):
        line = written.strip()
        if line:
            start = at + len(written) - len(written.lstrip())
            lines.append(Line(start, start + len(line), line))
        at += len(written) + 1
    prose = [n for n, line in enumerate(lines) if is_prose(line.text)]
    if not prose:
        return None
    head = [line for line in lines[1 : prose[0]][:_HEAD] if len(line.text) <= _LONGEST]
    below = [(n, line) for n, line in enumerate(lines) if n >= prose[0]][-_TAIL:]

    return Page(lines[0].text, tuple(head), tuple(line for _, line in below))


def is_prose(line: str) -> bool:
    """Tell whether a line is of a report: it is long, or ends as a sentence does and has the words of one."""
    if len(line) >= _PROSE:
        return True
    return line.endswith(_ENDS) and (
        len(line.split()) >= _WORDS or (UNCASED.search(line) is not None and len(line) > 40)
    )
