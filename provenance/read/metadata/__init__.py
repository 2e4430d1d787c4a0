"""What a text says about itself at its two ends: title, byline, outlet, date; nothing where it is not clear."""

from __future__ import annotations

from dataclasses import replace

from provenance.model import Document
from provenance.read.metadata.byline import byline
from provenance.read.metadata.headline import headline
from provenance.read.metadata.lines import Lines
from provenance.read.metadata.outlet import outlet
from provenance.read.metadata.published import published

__all__ = ["completed"]


def completed(document: Document) -> Document:
    """Return the document with what its text says, where its file said nothing."""
    if document.title and document.byline and document.outlet and document.published:
        return document
    lines = Lines.of(document.text)
    # Only English-language outlets, and of them the American ones, write the month first.
    day_first = document.language not in {None, "en"}
    return replace(
        document,
        title=document.title or headline(lines),
        byline=document.byline or byline(lines),
        outlet=document.outlet or outlet(lines),
        published=document.published or published(lines, day_first),
    )
