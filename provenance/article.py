"""An article: a document together with what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from provenance.model import Credit, Document, Span
from provenance.words import Words

Pair: TypeAlias = tuple[int, int]
"""Two articles by their places in a sequence of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """A document, its words, sentences, quotes, credits and furniture; all spans are code points of its text."""

    document: Document
    language: str
    """ISO 639-1; "und" where the text is too short to tell."""
    words: Words
    sentences: tuple[Span, ...]
    """In order, disjoint, never across the end of a paragraph; headlines and list items are sentences too."""
    quotes: tuple[Span, ...]
    """What stands inside quotation marks, marks included."""
    credits: tuple[Credit, ...]
    furniture: tuple[Span, ...] = ()
    """Site boilerplate, in order and disjoint; never evidence."""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def text(self) -> str:
        """The document's text as read."""
        return self.document.text
