"""Vectors of sentences, kept once for every channel and article that needs them, and what the channels share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.channels.background import article_mean, sentence_mean
from provenance.channels.gists import Gist, Gists, PieceTable, Rarity, WordTable, nearest
from provenance.channels.groups import group, sides, telling
from provenance.encoder import DEFAULT, Encoder, Vectors, load_encoder
from provenance.model import Passage, PassageKind, Span
from provenance.words import tokenise

Stored = npt.NDArray[np.float16]
Encoded: TypeAlias = dict[str, Stored]
"""Sentences and their vectors, all by one encoder."""

LEAST = 0.15
"""Probability from which two sentences are worth naming as a passage."""


class SentenceVectors:
    """The vectors of sentences, each encoded once, whatever channel, article or pair asks for it.

    `encoder` is loaded when the first sentence needs it. `encoded` is what the same encoder made of sentences before;
    those made now are added to it.
    """

    def __init__(self, encoder: Encoder | str = DEFAULT, encoded: Encoded | None = None) -> None:
        self._encoder = encoder
        self._rows: Encoded = {} if encoded is None else encoded

    @property
    def encoder(self) -> Encoder:
        """The encoder itself; loads it at first use, or says what to install."""
        if isinstance(self._encoder, str):
            self._encoder = load_encoder(self._encoder)
        return self._encoder

    @cached_property
    def gists(self) -> Gists:
        """The gists of articles under this encoder."""
        encoder = self.encoder
        table = encoder if isinstance(encoder, PieceTable) else WordTable()
        return Gists(table, lambda language: article_mean(encoder, language))

    def prepare(self, sentences: Iterable[str]) -> None:
        """Encode those of the sentences that are not known yet, in one go."""
        new = sorted({s for s in sentences if s not in self._rows})
        if new:
            self.keep(new, self.encoder.encode(new))

    def rows(self, sentences: Sequence[str]) -> Stored:
        """Return the vectors of sentences as they are kept, shape (n, dimension): what an index may store."""
        self.prepare(sentences)
        return np.array([self._rows[s] for s in sentences], np.float16).reshape(-1, self.encoder.dimension)

    def keep(self, sentences: Sequence[str], rows: Stored | Vectors) -> None:
        """Take vectors over that `rows` gave before, by the same encoder, so that they are not made again."""
        # Half precision, whether stored in between or not, so that a result does not depend on it.
        self._rows.update(zip(sentences, rows.astype(np.float16), strict=True))

    def of(self, sentences: Sequence[str], language: str) -> Vectors:
        """Return unit rows with the mean of the language's sentences taken away: what each says beside its language."""
        rows = self.rows(sentences).astype(np.float32)
        if len(rows):
            rows -= sentence_mean(self.encoder, language)
        centred: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
        return centred


def passages(
    left: Article, right: Article, known: Sequence[Passage], vectors: SentenceVectors, kind: PassageKind
) -> tuple[Passage, ...]:
    """Return the passages of two articles that say the same in other words, in the order of the left text."""
    both = sides(left, right, known)
    found = group(
        both,
        vectors.of(*_open(left, both.lefts, both.open_lefts)),
        vectors.of(*_open(right, both.rights, both.open_rights)),
        across=kind == "translation",
    )
    told = (
        Passage(
            (both.lefts[g.rows[0]][0], both.lefts[g.rows[1] - 1][1]),
            (both.rights[g.columns[0]][0], both.rights[g.columns[1] - 1][1]),
            kind,
            round(chance, 2),
        )
        for g, chance in found
        if chance >= LEAST
    )
    return tuple(_or_verbatim(passage, left, right) for passage in told)


def _or_verbatim(found: Passage, left: Article, right: Article) -> Passage:
    """Return the passage, verbatim if its words are: a sentence too short for a shingle is no paraphrase of itself."""
    if _same_words(left, found.left, right, found.right):
        return replace(found, kind="verbatim", similarity=1.0)
    return found


def _same_words(left: Article, here: Span, right: Article, there: Span) -> bool:
    mine, theirs = (tokenise(article.text[slice(*span)]).keys for article, span in ((left, here), (right, there)))
    return len(mine) > 0 and np.array_equal(mine, theirs)


def _open(article: Article, sentences: Sequence[Span], places: Sequence[int]) -> tuple[list[str], str]:
    return [article.text[slice(*sentences[i])] for i in places], article.language


class Retelling:
    """What `meaning` and `translation` share: articles that say the same, sentence for sentence, in other words."""

    name: str
    kind: PassageKind
    across: bool
    """Whether the articles are in two languages or in one."""

    def __init__(self, vectors: SentenceVectors | None = None) -> None:
        self.vectors = vectors or SentenceVectors()

    def concerns(self, left: Article, right: Article) -> bool:
        """Return whether this channel is the one for two articles; an unknown language goes with any."""
        return self._speaks(left.language, right.language)

    def _speaks(self, left: str, right: str) -> bool:
        same = left == right or "und" in {left, right}
        return same != self.across

    def propose(self, articles: Sequence[Article]) -> list[tuple[int, int]]:
        """Return pairs ``(i, j)``, ``i < j``, sorted, of which one is among the nearest of the other by their gists.

        Within a language they must share rare words beside.
        """
        gists = self.vectors.gists
        known = gists.of(articles)
        by_language = _by_language(articles)
        found: set[tuple[int, int]] = set()
        for mine, rows in by_language.items():
            for theirs, columns in by_language.items():
                if self._speaks(mine, theirs):
                    found.update(_neighbours(known, articles, rows, columns))
        rarity = Rarity(known, gists.pieces)
        likely = [(i, j) for i, j in sorted(found) if _likely(articles[i], articles[j], known[i], known[j], rarity)]
        openings = self._openings(articles, sorted({i for pair in likely for i in pair}))
        return [(i, j) for i, j in likely if _alike(openings[i], openings[j])]

    def propose_for(self, article: Article, articles: Sequence[Article]) -> list[int]:
        """Return the positions of the articles worth aligning with a new one, sorted."""
        gists = self.vectors.gists
        mine, *known = gists.of([article, *articles])
        rarity = Rarity(known, gists.pieces)
        found: list[int] = []
        for language, columns in _by_language(articles).items():
            if self._speaks(article.language, language):
                matrix = np.array([known[j].row for j in columns])
                names = [articles[j].id for j in columns]
                near = nearest(mine.row[None], matrix, names, _NEAR_ACROSS, same=False)
                found += [columns[j] for _, j in near]
        likely = sorted(j for j in found if _likely(article, articles[j], mine, known[j], rarity))
        openings = self._openings([article, *articles], [0, *(1 + j for j in likely)])
        return [j for j in likely if _alike(openings[0], openings[1 + j])]

    def _openings(self, articles: Sequence[Article], places: Sequence[int]) -> dict[int, Vectors]:
        """Return the vectors of the sentences that the articles at `places` open with."""
        sentences = {i: [articles[i].text[slice(*s)] for s in telling(articles[i])[:_OPENING]] for i in places}
        self.vectors.prepare(s for opening in sentences.values() for s in opening)
        return {i: self.vectors.of(opening, articles[i].language) for i, opening in sentences.items()}

    def prepare(self, pairs: Iterable[tuple[Article, Article, Sequence[Passage]]]) -> None:
        """Encode at once whatever `align` will ask for these pairs, given what is `known` of each; saves time only."""
        wanted: set[str] = set()
        for left, right, known in pairs:
            if self.concerns(left, right):
                both = sides(left, right, known)
                if both.open_lefts and both.open_rights:
                    wanted.update(_open(left, both.lefts, both.open_lefts)[0])
                    wanted.update(_open(right, both.rights, both.open_rights)[0])
        self.vectors.prepare(wanted)

    def align(self, left: Article, right: Article, known: Sequence[Passage] = ()) -> tuple[Passage, ...]:
        """Return the passages that tell the same in other words, in the order of the left text, beyond the known."""
        if not self.concerns(left, right):
            return ()
        return passages(left, right, known, self.vectors, self.kind)


_NEAR, _NEAR_ACROSS = 5, 12
"""Articles of each language that are looked at for each article, within a language and across."""

_FAR, _SHARED = 0.05, 0.2
"""Likeness of gists across languages, and share of rare pieces within one, below which no pair is worth encoding."""

_OPENING, _ALIKE = 6, 0.35
"""Sentences at the top of both articles that are encoded first, and how alike the best two of them must be."""


def _alike(left: Vectors, right: Vectors) -> bool:
    """Return whether any two sentences that two articles open with are alike at all.

    Whoever retells a story keeps what it is about at the top; a pair of unrelated articles costs no more than that.
    """
    return bool(len(left) and len(right) and (left @ right.T).max() >= _ALIKE)


def _likely(left: Article, right: Article, mine: Gist, theirs: Gist, rarity: Rarity) -> bool:
    if left.language != right.language:
        return float(mine.row @ theirs.row) >= _FAR
    return rarity.shared(mine, theirs) >= _SHARED


def _by_language(articles: Sequence[Article]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for i, article in enumerate(articles):
        places.setdefault(article.language, []).append(i)
    return dict(sorted(places.items()))


def _neighbours(
    gists: Sequence[Gist], articles: Sequence[Article], rows: Sequence[int], columns: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Return for each article of `rows` its nearest in `columns`, as pairs ``(i, j)``, ``i < j``."""
    count = _NEAR if articles[rows[0]].language == articles[columns[0]].language else _NEAR_ACROSS
    left = np.array([gists[i].row for i in rows])
    right = np.array([gists[j].row for j in columns])
    names = [articles[j].id for j in columns]
    for a, b in nearest(left, right, names, count, same=rows is columns):
        i, j = rows[a], columns[b]
        yield (i, j) if i < j else (j, i)
