"""What articles are about, from their word pieces alone: cheap enough for every article, in any language.

A gist is the mean of the piece vectors that the encoder starts from, each weighed by how rare its piece is (Arora et
al. 2017). The twelve gists nearest to a translation's in the other language hold its source in 99 of 100 cases, so only
sentences of such pairs need the encoder itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.encoder import Vectors
from provenance.words import tokenise

_READ = 20_000
"""Code points of an article that its gist is made of."""
_COMMON = 1e-5
"""Share of all text at which a piece has half of the greatest weight."""
_IMAGINED = 100
"""Articles of average text that the frequencies in a corpus are mixed with, so that two articles are a corpus too."""
_BLOCK = 1024


@runtime_checkable
class PieceTable(Protocol):
    """An encoder that can tell a text's word pieces, how likely each is, and its vector before the first layer."""

    def pieces_of(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
        """Return the pieces of all texts in one row, and where each text's begin (n + 1 offsets)."""
        ...

    def piece_likelihoods(self) -> npt.NDArray[np.float32]:
        """Return the share of each piece in all text."""
        ...

    def summed(self, ids: npt.NDArray[np.int32], weights: npt.NDArray[np.float32]) -> Vectors:
        """Return the sum of the vectors of `ids`, each times its piece's weight."""
        ...


class WordTable:
    """Words for pieces, signs drawn by their hash for vectors: for encoders that keep their pieces to themselves.

    Finds articles that share words, so across languages only those that share names and numbers.
    """

    _size, _width = 1 << 17, 256

    def pieces_of(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
        """Return the words of all texts in one row, as buckets of their hashes, and where each text's begin."""
        found = [(tokenise(t).keys >> np.uint64(8)) % np.uint64(self._size) for t in texts]
        offsets = np.zeros(len(found) + 1, np.int64)
        np.cumsum([len(f) for f in found], out=offsets[1:])
        return np.concatenate([*found, np.zeros(0, np.uint64)]).astype(np.int32), offsets

    def piece_likelihoods(self) -> npt.NDArray[np.float32]:
        """Return one share for all words: which are rare, the corpus must tell."""
        return np.full(self._size, 1e-5, np.float32)

    def summed(self, ids: npt.NDArray[np.int32], weights: npt.NDArray[np.float32]) -> Vectors:
        """Return the sum of the signs of `ids`, each times its word's weight."""
        out = np.zeros(self._width, np.float32)
        for i in ids.tolist():
            out += self._signs[i % len(self._signs)] * weights[i]
        return out

    @cached_property
    def _signs(self) -> Vectors:
        signs: Vectors = np.random.default_rng(0).choice(np.array([-1, 1], np.float32), (1 << 14, self._width))
        return signs


@dataclass(frozen=True, slots=True, eq=False)
class Gist:
    """What one article is about."""

    row: Vectors
    """A unit vector, what all articles of its language have in common taken away."""
    pieces: npt.NDArray[np.int32]
    """Its different pieces, ascending."""
    expected: npt.NDArray[np.float32]
    """How probable each is in an article of this length."""


class Gists:
    """The gists of articles, each made once."""

    def __init__(self, table: PieceTable, background: Callable[[str], Vectors]) -> None:
        self._table, self._background = table, background
        self._likelihoods = table.piece_likelihoods()
        self._weights = (_COMMON / (_COMMON + self._likelihoods)).astype(np.float32)
        self._kept: dict[tuple[str, str], Gist] = {}
        self.pieces = len(self._likelihoods)

    def of(self, articles: Sequence[Article]) -> list[Gist]:
        """Return one gist an article."""
        keys = [(a.language, a.text) for a in articles]
        new = [a for a, k in zip(articles, keys, strict=True) if k not in self._kept]
        for start in range(0, len(new), _BLOCK):
            part = new[start : start + _BLOCK]
            ids, offsets = self._table.pieces_of([content(a) for a in part])
            for k, article in enumerate(part):
                self._kept[article.language, article.text] = self._gist(
                    ids[offsets[k] : offsets[k + 1]], self._background(article.language)
                )
        return [self._kept[k] for k in keys]

    def keep(self, article: Article, gist: Gist) -> None:
        """Take a gist over that `of` gave before, by the same encoder, so that it is not made again."""
        self._kept[article.language, article.text] = gist

    def _gist(self, ids: npt.NDArray[np.int32], background: Vectors) -> Gist:
        total = float(self._weights[ids].sum())
        row = self._table.summed(ids, self._weights) / np.float32(max(total, 1e-9)) - background
        row /= max(float(np.linalg.norm(row)), 1e-9)
        pieces = np.unique(ids)
        expected = -np.expm1(-len(ids) * self._likelihoods[pieces])
        return Gist(row.astype(np.float32), pieces, expected.astype(np.float32))


def content(article: Article) -> str:
    """Return an article's text outside furniture, as far as gists read it."""
    kept, at = [], 0
    for start, end in article.furniture:
        kept.append(article.text[at:start])
        at = end
    kept.append(article.text[at : at + _READ])
    return " ".join(kept)[:_READ]


class Rarity:
    """How many nats each piece tells, by its frequency in a corpus mixed with its frequency in all text."""

    def __init__(self, gists: Sequence[Gist], pieces: int) -> None:
        self._seen = np.zeros(pieces, np.float32)
        for gist in gists:
            self._seen[gist.pieces] += 1
        self._documents = len(gists)

    def shared(self, left: Gist, right: Gist) -> float:
        """Return the share of the nats of the one with fewer that the other tells too, in [0, 1]."""
        mine, theirs = self._nats(left), self._nats(right)
        ours = mine[np.isin(left.pieces, right.pieces, assume_unique=True)].sum()
        yours = theirs[np.isin(right.pieces, left.pieces, assume_unique=True)].sum()
        return float(min(ours, yours) / max(1e-6, min(mine.sum(), theirs.sum())))

    def _nats(self, gist: Gist) -> Vectors:
        seen = self._seen[gist.pieces] + _IMAGINED * gist.expected
        nats: Vectors = -np.log(np.minimum(seen / (self._documents + _IMAGINED), 1))
        return nats


def nearest(
    rows: Vectors, columns: Vectors, names: Sequence[str], count: int, *, same: bool
) -> Iterator[tuple[int, int]]:
    """Return for every row the places of its `count` nearest columns; equal ones by name.

    `same` says that rows and columns are the same articles, so that none is its own neighbour.
    """
    rank = np.empty(len(names), np.int64)
    rank[sorted(range(len(names)), key=lambda i: names[i])] = np.arange(len(names))
    count = min(count, len(columns) - same)
    if count < 1:
        return
    for start in range(0, len(rows), _BLOCK):
        likeness = (rows[start : start + _BLOCK] @ columns.T).round(4)
        if same:
            likeness[np.arange(len(likeness)), np.arange(start, start + len(likeness))] = -2
        least = np.partition(likeness, len(columns) - count, axis=1)[:, len(columns) - count]
        for i, row in enumerate(likeness):
            chosen = np.flatnonzero(row >= least[i])
            order = np.lexsort((rank[chosen], -row[chosen]))[:count]
            yield from ((start + i, int(j)) for j in chosen[order])
