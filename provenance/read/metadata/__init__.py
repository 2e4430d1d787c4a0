"""What a text says about itself at its two ends: title, byline, outlet, date; nothing where it is not clear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from provenance.model import Document
from provenance.read.metadata.byline import byline
from provenance.read.metadata.dates import has_slashes, is_ambiguous, orders
from provenance.read.metadata.headline import headline
from provenance.read.metadata.lines import Lines
from provenance.read.metadata.outlet import outlet
from provenance.read.metadata.published import date_lines, published

__all__ = ["completed", "dated_alike"]

_MONTH_FIRST = ("en-us", "en-ph")
_EITHER = ("en", "und")
"""English and what is taken for it; in all other languages the day comes first."""
_SHORTEST_NAME = 4


def completed(document: Document) -> Document:
    """Return the document with what its text says, where its file said nothing."""
    if document.title and document.byline and document.outlet and document.published:
        return document
    lines = Lines.of(document.text)
    return replace(
        document,
        title=document.title or headline(lines),
        byline=document.byline or byline(lines),
        outlet=document.outlet or outlet(lines),
        published=document.published or published(lines, _day_first(document, lines)),
    )


def _day_first(document: Document, lines: Lines) -> bool | None:
    """Tell whether the language of a document puts the day before the month; None where it does either."""
    if not any(is_ambiguous(line) for line in date_lines(lines)):
        return None
    declared = (document.language or "").lower().replace("_", "-")
    if declared in _MONTH_FIRST:
        return False
    if not declared:
        # To tell a language takes more than all the rest, and few documents need it.
        from provenance.split import language

        declared = language(document.text)
    return None if declared in _EITHER else True


def dated_alike(documents: Iterable[Document]) -> list[Document]:
    """Return the documents, in order, with the dates that others of the same outlet show how to read.

    An outlet that writes 13/4/2026 somewhere means the fifth of March by 5/3/2026. Outlets are told by what they are
    declared to be and by their first lines.
    """
    documents = list(documents)
    if not any(has_slashes(d.text) for d in documents if not d.published):
        return documents
    slashed = {place: Lines.of(d.text) for place, d in enumerate(documents) if has_slashes(d.text)}
    written: dict[str, set[bool]] = defaultdict(set)
    for place, lines in slashed.items():
        found = set[bool]().union(*map(orders, date_lines(lines)))
        for name in _houses(documents[place], lines) if found else ():
            written[name] |= found
    for place, lines in slashed.items():
        if not documents[place].published and any(is_ambiguous(line) for line in date_lines(lines)):
            documents[place] = _dated_as(documents[place], lines, written)
    return documents


def _dated_as(document: Document, lines: Lines, written: Mapping[str, set[bool]]) -> Document:
    order = set[bool]().union(*(written.get(name, ()) for name in _houses(document, lines)))
    return replace(document, published=published(lines, order.pop())) if len(order) == 1 else document


def _houses(document: Document, lines: Lines) -> set[str]:
    """Return what an outlet is called: its name, and the first line without its figures."""
    first = "".join(letter for letter in lines.head[0] if not letter.isdecimal()).strip() if lines.head else ""
    return {name for name in (document.outlet, first) if name and len(name) >= _SHORTEST_NAME}
