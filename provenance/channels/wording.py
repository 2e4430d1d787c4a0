"""The channel for reuse of wording: articles that share rare runs of words, or in a small corpus rare words.

Runs are found through winnowed shingles, so that one sentence taken over is enough. Light rewrites of which no shingle
is left are found, as long as the corpus is small enough to hold every pair, by the words and pairs of words that few
articles have in common. Near copies in a crowd, too many for every pair of them to come from its shingles, are found
through datasketch's MinHashLSH. Furniture is left out before anything is counted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.model import Passage
from provenance.sketch import I32, I64, STANDARD, U8, U32, U64, Postings, near_duplicates, postings, short_keys

_FEW = 24
"""Up to so many articles every pair is worth aligning."""
_SMALL = 3_000
"""Up to so many articles the rare words of every pair are compared; the square array takes 36 MB."""
_MOST = 30
"""Candidates by shared runs that an article brings; it may be among those of others beyond that."""
_ROLL = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, eq=False)
class _Flat:
    """The words of many articles outside their furniture, one after another."""

    keys: U64
    breaks: U8
    """1 after a word that furniture follows."""
    offsets: I64


class Wording:
    """Finds articles that took over each other's words."""

    name = "wording"

    def propose(self, articles: Sequence[Article]) -> list[tuple[int, int]]:
        """Return pairs ``(i, j)``, ``i < j``, sorted and without repeats, that share wording beyond chance."""
        if len(articles) <= _FEW:
            worded = [i for i, article in enumerate(articles) if len(article.words)]
            return [(i, j) for at, i in enumerate(worded) for j in worded[at + 1 :]]
        flat = _flat(articles)
        pairs = [_by_runs(flat), _by_rare_words(flat)]
        every = np.unique(np.concatenate(pairs), axis=0)
        return [(int(i), int(j)) for i, j in every.tolist()]

    def propose_for(self, article: Article, articles: Sequence[Article]) -> list[int]:
        """Return the positions of the articles that share wording with a new one, sorted."""
        if not len(article.words):
            return []
        if len(articles) < _FEW:
            return [j for j, other in enumerate(articles) if len(other.words)]
        flat = _flat([article, *articles])
        found = {
            int(j) - 1 for i, j in np.concatenate([_by_runs(flat, new=True), _by_rare_words(flat, new=True)]) if i == 0
        }
        return sorted(found)

    def align(self, left: Article, right: Article, known: Sequence[Passage] = ()) -> tuple[Passage, ...]:
        """Return the passages of shared wording, in the order of the left text, beyond those already `known`."""
        from provenance.align import passages_between

        return passages_between(left, right, known)


def _flat(articles: Sequence[Article]) -> _Flat:
    keys, breaks = [np.empty(0, np.uint64)], [np.empty(0, np.uint8)]
    for article in articles:
        key, broken = outside_furniture(article)
        keys.append(key)
        breaks.append(broken)
    offsets = np.cumsum([len(k) for k in keys], dtype=np.int64)
    return _Flat(np.concatenate(keys), np.concatenate(breaks), offsets)


def outside_furniture(article: Article) -> tuple[U64, U8]:
    """Return the keys of an article's words outside its furniture, and 1 for each that furniture follows."""
    words = article.words
    kept = np.ones(len(words) + 1, np.bool_)
    for start, end in article.furniture:
        kept[np.searchsorted(words.ends, start, side="right") : np.searchsorted(words.starts, end)] = False
    return words.keys[kept[:-1]], (~kept[1:][kept[:-1]]).astype(np.uint8)


def _by_runs(flat: _Flat, *, new: bool = False) -> I32:
    """Return the pairs that share runs of words; with `new` those of the first article, cheaply."""
    from provenance import pairing

    found = postings(flat.keys, flat.breaks, flat.offsets)
    if new:
        mine = np.isin(found.hashes, found.hashes[: found.bounds[1]])
        found = Postings(found.hashes[mine], found.places[mine], _rebound(found.bounds, mine), found.recipe)
    shared, crowded = pairing.shared_wording(
        found,
        short_keys(flat.keys),
        flat.offsets,
        2 if new else pairing.CAP,
        # In a small corpus of one story even a rare sentence stands in many articles.
        rare=max(pairing.RARE, min(_SMALL, len(found)) // 4),
        furniture_known=True,
    )
    chance = 36 + 3 * math.log2(len(found))
    shared = shared.only((shared.shingles >= pairing.MANY) | (shared.bits >= chance))
    pairs = shared.pairs()
    if new:
        return pairs
    pairs = pairs[_strongest(pairs, 20.0 * shared.shingles + shared.bits, _MOST)]
    return np.concatenate([pairs, _crowd(flat, crowded)])


def _crowd(flat: _Flat, crowded: I32) -> I32:
    """Return the near copies among articles whose shingles are too common to pair them."""
    from provenance import kernels
    from provenance.sketch import permutations

    if not len(crowded):
        return np.empty((0, 2), np.int32)
    spans = [slice(flat.offsets[i], flat.offsets[i + 1]) for i in crowded.tolist()]
    keys = np.concatenate([flat.keys[s] for s in spans])
    stops = np.concatenate([flat.breaks[s] for s in spans])
    offsets = np.cumsum([0, *(s.stop - s.start for s in spans)], dtype=np.int64)
    stops[offsets[1:] - 1] = 1
    values: U32 = np.empty((len(spans), STANDARD.num_perm), np.uint32)
    a, b = permutations(STANDARD.num_perm, STANDARD.seed)
    kernels.document_signatures(keys, stops, offsets, 2 * STANDARD.shingle, a, b, values)
    near = near_duplicates(values, 0.5)
    if not near:
        return np.empty((0, 2), np.int32)
    at = np.array(near, np.int32)
    likeness = (values[at[:, 0]] == values[at[:, 1]]).mean(axis=1)
    return crowded[at[_strongest(at, likeness, _MOST)]]


def _by_rare_words(flat: _Flat, *, new: bool = False) -> I32:
    """Return each article with those that share most rare words and pairs of words with it, if the corpus is small."""
    from provenance import pairing

    count = len(flat.offsets) - 1
    if count > _SMALL:
        return np.empty((0, 2), np.int32)
    most = max(3, min(200, count // 4))
    scores = np.zeros((count, count), np.float32)
    owners = np.repeat(np.arange(count), np.diff(flat.offsets))
    features = flat.keys.copy()
    for size in (1, 2, 3):
        within = np.ones(len(features), np.bool_)
        if size > 1:
            reach = size - 1
            features[:-reach] = features[:-reach] * _ROLL + flat.keys[reach:]
            within[len(features) - reach :] = False
            within[:-reach] &= owners[:-reach] == owners[reach:]
        if new:
            within &= np.isin(features, features[: flat.offsets[1]])
        scores += pairing.overlaps(features[within], _rebound(flat.offsets, within), most)
    scores += scores.T
    nearest = round(max(3.0, 12 - 1.5 * max(0.0, math.log2(count / 64))))
    best = np.argsort(-scores[: 1 if new else count], axis=1, kind="stable")[:, :nearest]
    lefts = np.repeat(np.arange(len(best)), best.shape[1])
    pairs = np.stack([lefts, best.ravel()], axis=1)
    return np.sort(pairs[scores[pairs[:, 0], pairs[:, 1]] > 0], axis=1).astype(np.int32)


def _rebound(bounds: I64, kept: npt.NDArray[np.bool_]) -> I64:
    """Return the bounds of what is kept."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(kept, dtype=np.int64)])[bounds]


def _strongest(pairs: I32, strength: npt.NDArray[np.floating], most: int) -> npt.NDArray[np.bool_]:
    """Tell which pairs are among the `most` strongest of either of their two."""
    kept = np.zeros(len(pairs), np.bool_)
    for side in (0, 1):
        order = np.lexsort((pairs[:, 1 - side], -strength, pairs[:, side]))
        owner = pairs[order, side]
        rank = np.arange(len(order)) - np.searchsorted(owner, owner)
        kept[order[rank < most]] = True
    return kept
