"""The words of an article that its writer chose among others: who shares them is near to it.

In scripts without spaces a single sign says little, so two that stand together count as a word; either of them lends
it half of its bits, for it stands in two such pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.direction import known_in
from provenance.evidence import Reading

Keys = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]

CHOSEN = 7.0
"""Bits of a word from which on it was chosen among others."""
_MIX = np.uint64(0x9E3779B97F4A7C15)


def chosen(reading: Reading) -> tuple[Keys, Floats]:
    """Return the keys of an article's chosen words, each once and in order, and their bits."""
    keys, bits = _occurrences(reading)
    keys, first = np.unique(keys, return_index=True)
    return keys, bits[first]


def in_common(target: Reading, sources: Sequence[Reading]) -> list[float]:
    """Return the bits of the target's chosen words that each of `sources` has."""
    keys, bits = chosen(target)
    return [float(bits[known_in(keys, _vocabulary(source.article))].sum()) for source in sources]


def shares(one: Reading, other: Reading) -> tuple[float, float]:
    """Return the share of the chosen words of either of two articles that the other has, each as often as both do."""
    mine, theirs = _occurrences(one)[0], _occurrences(other)[0]
    (keys, counts), (others, times) = (np.unique(words, return_counts=True) for words in (mine, theirs))
    _, here, there = np.intersect1d(keys, others, assume_unique=True, return_indices=True)
    common = float(np.minimum(counts[here], times[there]).sum())
    return common / max(1, len(mine)), common / max(1, len(theirs))


@lru_cache(maxsize=512)
def _occurrences(reading: Reading) -> tuple[Keys, Floats]:
    """Return the keys and bits of all chosen words of an article."""
    keys, bits, content = reading.article.words.keys, reading.bits, reading.content
    single = content & (bits >= CHOSEN)
    firsts = _pairs(reading.article)
    firsts = firsts[content[firsts] & content[firsts + 1] & (bits[firsts] + bits[firsts + 1] >= CHOSEN)]
    halves = (bits[firsts] + bits[firsts + 1]) / 2
    return np.concatenate([keys[single], _joined(keys, firsts)]), np.concatenate([bits[single], halves]).astype(
        np.float64
    )


@lru_cache(maxsize=512)
def _vocabulary(article: Article) -> Keys:
    """Return the keys of an article's words and of its pairs of ideographs, each once and in order."""
    keys = article.words.keys
    return np.unique(np.concatenate([keys, _joined(keys, _pairs(article))]))


def _pairs(article: Article) -> npt.NDArray[np.int64]:
    """Return the places of the ideographs that another follows at once."""
    words = article.words
    signs = (words.keys & np.uint64(1)).astype(np.bool_)
    return np.flatnonzero(signs[:-1] & signs[1:] & (words.ends[:-1] == words.starts[1:]))


def _joined(keys: Keys, firsts: npt.NDArray[np.int64]) -> Keys:
    return keys[firsts] * _MIX + keys[firsts + 1]
