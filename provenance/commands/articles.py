"""One article from a path, for the verbs that take one."""

from __future__ import annotations

from dataclasses import replace

from provenance.errors import InputError
from provenance.model import Document
from provenance.read import read_corpus
from provenance.read.shown import shown


def one_article(path: str) -> tuple[Document, tuple[str, ...]]:
    """Return the article at `path` and remarks on reading it; raises `InputError` when there are several."""
    corpus = read_corpus([path])
    if len(corpus.documents) > 1:
        raise InputError(f"{shown(path)} holds {len(corpus.documents)} articles; give one that holds one")
    return corpus.documents[0], corpus.remarks


def renamed(document: Document, path: str, taken: frozenset[str]) -> Document:
    """Return the document under an id that is not taken: its own, or its path, or that with a mark."""
    name = document.id
    if name in taken:
        name = shown(path)
    while name in taken:
        name += "'"
    return replace(document, id=name)
