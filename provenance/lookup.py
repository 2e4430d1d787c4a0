"""Texts held in memory, to be asked at once which of them share wording with another; `index` is the same on disk."""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from provenance.compiling import compiled
from provenance.kernels import I32, U32, U64
from provenance.sketch import STANDARD, Postings, Recipe, chunks, in_order, postings, words_of

F64: TypeAlias = npt.NDArray[np.float64]

MOST_TEXTS = 1 << 22
"""Texts that can be held: beside the number of its text 42 bits of a hash are left."""
_NUMBER = 22
_HOT = 500
"""Texts that one shingle may bring into an answer."""
_RARE = 16
"""Texts up to which a single shared shingle makes a candidate."""
_SCARCE = 1 << 32
"""What a rare shingle adds to the count of those shared, so that it is told too."""
_BUCKET = 8
"""Postings between which a hash is looked for, on average."""


class Found(NamedTuple):
    """A text that shares shingles with another."""

    place: int
    """Its place among the texts."""
    shingles: int
    """How many they share."""
    bits: float
    """How surprising that is: the sum of log2 of one over the share of texts that have each."""


class Lookup:
    """Texts by their winnowed shingles, eight bytes each, some two thousand bytes a text. One thread, one `Lookup`."""

    def __init__(self, texts: Sequence[str], *, recipe: Recipe = STANDARD, jobs: int = 1) -> None:
        """Sketch the texts, in so many threads; raises ValueError for more than four million of them."""
        if len(texts) > MOST_TEXTS:
            raise ValueError(f"{len(texts)} texts are too many to be held in memory; put them into an index")
        self.recipe = recipe
        self._texts = len(texts)
        parts = in_order(lambda part: _joined(_sketched(texts[part], recipe), part.start), chunks(texts), jobs)
        self._postings = np.concatenate([np.empty(0, np.uint64), *parts])
        self._postings.sort()
        self._postings = self._postings[: once(self._postings)]
        bits = max(1, round(math.log2(max(2, len(self._postings) / _BUCKET))))
        self._shift = 64 - bits
        self._starts: U32 = np.empty((1 << bits) + 1, np.uint32)
        mark_buckets(self._postings, self._shift, self._starts)
        # Count and weight of a text beside each other, for what is far apart in memory takes long to read.
        self._sums, self._touched = np.zeros((len(texts), 2), np.float64), np.empty(len(texts), np.int32)

    def __len__(self) -> int:
        return self._texts

    def candidates(self, text: str, most: int = 50) -> list[Found]:
        """Return the texts that share most with `text`, the most surprising first, as `Index.candidates` would."""
        asked = _sketched([text], self.recipe).hashes
        asked.sort()
        numbers, shared, weights = np.empty(most, np.int32), np.empty(most, np.int32), np.empty(most, np.float64)
        n = share_most(
            asked, self._postings, self._starts, self._shift, self._sums, self._touched, numbers, shared, weights
        )
        rows = zip(numbers[:n].tolist(), shared[:n].tolist(), weights[:n].round(3).tolist(), strict=True)
        return list(map(Found._make, rows))


def _sketched(texts: Sequence[str], recipe: Recipe) -> Postings:
    words = words_of(texts)
    return postings(words.keys, np.zeros(len(words.keys), np.uint8), words.offsets, recipe)


def _joined(found: Postings, first: int) -> U64:
    """Return the first 42 bits of each hash, followed by the number of its text, counted from `first`."""
    owners = np.repeat(np.arange(first, first + len(found), dtype=np.uint64), np.diff(found.bounds))
    joined: U64 = (found.hashes >> np.uint64(_NUMBER) << np.uint64(_NUMBER)) | owners
    return joined


@compiled
def once(rows: U64) -> int:
    """Move the different numbers of sorted ones to the front, in place, and return how many there are."""
    n = 0
    for g in range(len(rows)):
        if g == 0 or rows[g] != rows[g - 1]:
            rows[n] = rows[g]
            n += 1
    return n


@compiled
def mark_buckets(rows: U64, shift: int, starts: U32) -> None:
    """Fill in where the numbers with each beginning, all bits but the last `shift`, start among sorted ones."""
    bucket = 0
    for g in range(len(rows)):
        while bucket <= np.int64(rows[g] >> np.uint64(shift)):
            starts[bucket] = np.uint32(g)
            bucket += 1
    while bucket < len(starts):
        starts[bucket] = np.uint32(len(rows))
        bucket += 1


@compiled
def share_most(
    asked: U64,
    rows: U64,
    starts: U32,
    shift: int,
    sums: F64,
    touched: I32,
    numbers: I32,
    shared: I32,
    weights: F64,
) -> int:
    """Fill in the texts that share most of the sorted hashes asked for, and return how many.

    `sums` is zero before and after, with two columns and a row for each text; `touched` has a place for each.
    """
    drop = np.uint64(_NUMBER)
    low = (np.uint64(1) << drop) - np.uint64(1)
    met = 0
    for q in range(len(asked)):
        wanted = asked[q] >> drop
        if q > 0 and asked[q - 1] >> drop == wanted:
            continue
        bucket = np.int64(asked[q] >> np.uint64(shift))
        first, end = np.int64(starts[bucket]), np.int64(starts[bucket + 1])
        while first < end and rows[first] >> drop < wanted:
            first += 1
        last = first
        while last < end and last - first < _HOT and rows[last] >> drop == wanted:
            last += 1
        if last == first:
            continue
        bits = math.log2(1.0 + len(sums) / (last - first))
        one = 1.0 + _SCARCE if last - first <= _RARE else 1.0
        for g in range(first, last):
            number = np.int64(rows[g] & low)
            if sums[number, 0] == 0.0:
                touched[met] = number
                met += 1
            sums[number, 0] += one
            sums[number, 1] += bits
    n = 0
    for t in range(met):
        number = touched[t]
        if sums[number, 0] > 1.0:
            n = _place(number, int(sums[number, 0]) % _SCARCE, sums[number, 1], n, numbers, shared, weights)
        sums[number, 0] = 0.0
        sums[number, 1] = 0.0
    return n


@compiled
def _place(number: int, count: int, weight: float, n: int, numbers: I32, shared: I32, weights: F64) -> int:
    """Put a text among the `n` first, the weightiest first and equal ones by number; return how many these are now."""
    at = n
    while at > 0 and (weights[at - 1] < weight or (weights[at - 1] == weight and numbers[at - 1] > number)):
        at -= 1
    if at == len(numbers):
        return n
    for i in range(min(n, len(numbers) - 1), at, -1):
        numbers[i], shared[i], weights[i] = numbers[i - 1], shared[i - 1], weights[i - 1]
    numbers[at], shared[at], weights[at] = number, count, weight
    return min(n + 1, len(numbers))
