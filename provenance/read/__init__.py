"""Read articles: `read` one path, `read_corpus` many; the only place that knows file formats."""

from __future__ import annotations

from provenance.read.corpus import Corpus, read, read_corpus

__all__ = ["Corpus", "read", "read_corpus"]
