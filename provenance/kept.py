"""What an index keeps for traces and checks to come: what was found in each article alone, and vectors of sentences.

Only what is the same in any corpus is kept, so a trace that uses it says what a trace of the same articles anew says.
What another version of the program made is not used.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from provenance import split
from provenance.article import Article
from provenance.model import Credit, Document, Span
from provenance.settings import Settings
from provenance.version import VERSION
from provenance.words import Words, tokenise

if TYPE_CHECKING:
    from provenance.channels.vectors import Stored
    from provenance.index import Index

_AT_ONCE = 32
"""Articles whose sentences are encoded before they are kept: some ten seconds of work."""
_MAKERS = ("provenance.annotate", "provenance.split", "provenance.credits", "sentencex", "py3langid.langid")
"""Modules that decide what is found in an article alone; words are cheap and made anew."""


def known_articles(index: Index, documents: Iterable[Document], agencies: Sequence[str]) -> dict[Document, Article]:
    """Return those of an index's documents that were annotated before, by this program and for the same agencies."""
    by_id = {d.id: d for d in documents}
    found: dict[Document, Article] = {}
    for id_, blob in index.made(_maker(tuple(agencies))):
        document = by_id.get(id_)
        if document is None:
            continue
        # What is damaged is made anew.
        with suppress(ValueError, TypeError, KeyError):
            found[document] = _article(document, json.loads(blob))
    return found


def keep_articles(index: Index, agencies: Sequence[str], known: Mapping[Document, Article]) -> None:
    """Keep in an index what was found in its articles alone; articles that it has not are left out."""
    index.keep_made(_maker(tuple(agencies)), ((d.id, _blob(article)) for d, article in known.items()))


def _article(document: Document, made: dict[str, list[list[int]]]) -> Article:
    length = len(document.text)

    def spans(name: str) -> Iterator[Span]:
        for start, end in made[name]:
            if not 0 <= int(start) <= int(end) <= length:
                raise ValueError(f"a span of {document.id!r} lies outside its text")
            yield int(start), int(end)

    named = zip(made["agencies"], spans("credits"), strict=True)
    return Article(
        document=document,
        language=str(made["language"]),
        words=tokenise(document.text),
        sentences=tuple(spans("sentences")),
        quotes=tuple(spans("quotes")),
        credits=tuple(Credit(str(agency), span, document.text[slice(*span)]) for agency, span in named),
    )


def _blob(article: Article) -> bytes:
    made = {
        "language": article.language,
        "sentences": article.sentences,
        "quotes": article.quotes,
        "credits": [credit.span for credit in article.credits],
        "agencies": [credit.agency for credit in article.credits],
    }
    return json.dumps(made, separators=(",", ":")).encode()


def _maker(agencies: tuple[str, ...]) -> bytes:
    """Return what tells programs and settings apart that may find other things in an article."""
    return hashlib.sha256(_program() + json.dumps(sorted(set(agencies))).encode()).digest()[:16]


@cache
def _program() -> bytes:
    digest = hashlib.sha256(f"{VERSION} {unicodedata.unidata_version}".encode())
    for name in _MAKERS:
        place = import_module(name).__file__
        # A program packed into one file has none; it is told by its version alone.
        with suppress(OSError):
            digest.update(Path(place or "").read_bytes())
    return digest.digest()


class KnownVectors(dict[str, "Stored"]):
    """The vectors of sentences that an index keeps, each read when it is first asked for; those added are told apart.

    As long as the index is open it is what `Encoded` says.
    """

    def __init__(self, index: Index, encoder: str) -> None:
        super().__init__()
        self._index = index
        self._encoder = encoder
        self._read: set[str] = set()

    def __contains__(self, sentence: object) -> bool:
        if dict.__contains__(self, sentence):
            return True
        blob = self._index.vector(_sentence_key(self._encoder, str(sentence)))
        if blob is None:
            return False
        self._read.add(str(sentence))
        self[str(sentence)] = np.frombuffer(blob, "<f2").astype(np.float16)
        return True

    def keep(self, documents: Sequence[int] = ()) -> None:
        """Keep in the index what was added since, and that all of these documents' sentences are kept."""
        new = ((s, row) for s, row in self.items() if s not in self._read)
        rows = ((_sentence_key(self._encoder, s), row.astype("<f2").tobytes()) for s, row in new)
        self._index.keep_vectors(rows, self._encoder, documents)


def encode(index: Index, settings: Settings, progress: Callable[[int], None] | None = None) -> int:
    """Keep the vectors of all sentences of an index's articles, and return how many articles had lacked some.

    A few articles at a time: what a process that is killed had not done is done the next time. `progress` is called
    with how many are done. Raises `MissingExtraError` where the encoder is not installed.
    """
    from provenance.channels.vectors import SentenceVectors

    encoder = SentenceVectors(settings.encoder).encoder
    done = last = 0
    while rows := index.unencoded(settings.encoder, last, _AT_ONCE):
        known = KnownVectors(index, settings.encoder)
        documents = index.documents(id_ for _, id_ in rows)
        SentenceVectors(encoder, known).prepare(s for d in documents for s in _sentences(d))
        known.keep([number for number, _ in rows])
        done, last = done + len(rows), rows[-1][0]
        if progress:
            progress(done)
    return done


def _sentences(document: Document) -> list[str]:
    """Return the sentences of a document that may be compared; which are furniture is not known yet."""
    from provenance.channels.groups import telling

    language = split.declared_language(document.language) or split.language(document.text)
    sentences, quotes = split.split(document.text, language)
    nothing = Words(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.uint64))
    article = Article(document, language, nothing, sentences, quotes, ())
    return [document.text[slice(*s)] for s in telling(article)]


def _sentence_key(encoder: str, sentence: str) -> bytes:
    return hashlib.sha256(f"{encoder}\0{sentence}".encode("utf-8", "surrogatepass")).digest()[:16]
