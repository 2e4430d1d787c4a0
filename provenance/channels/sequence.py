"""How far two texts tell the same things, and in the same order, beside what chance would bring.

Two reports of one event have statements in common; whoever retells a text goes through its statements, and keeps their
sequence. So it counts how far sentences stand out for each other, in whatever order, and the best chain of like
sentences in order is held against the best chains of the same sentences shuffled: a permutation test. Neither needs a
single pair of sentences to be much alike.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from provenance.compiling import compiled

Floats = npt.NDArray[np.float64]

SHUFFLES = 24
"""Random orders that the real one is held against."""
STANDS_OUT = 1.0
"""Standard deviations above what its row and column lead one to expect from which on a likeness counts."""
LEAST, MOST = -1.0, 6.0
"""Bounds of the result: beyond them chance is out of the question either way."""
LEAST_SPREAD = 1.0
"""Of the chains in random order: in short texts they may all be alike by accident."""
FEWEST = 3
"""Sentences of a text below which its order says nothing."""
STANDS_OUT_BOTH_WAYS = 1.5
"""Standard deviations from which on two sentences that are each other's best stand out for each other."""


def mutual(likeness: npt.NDArray[np.float32]) -> float:
    """Return by how many standard deviations sentences stand out for each other, for each of the shorter text's.

    Only those count that are each other's best, and by how much they exceed `STANDS_OUT_BOTH_WAYS`. `likeness` has a
    row for each sentence of one text and a column for each of the other; 0 where either has fewer than `FEWEST`.
    """
    if min(likeness.shape) < FEWEST:
        return 0.0
    beyond = _beyond(likeness)
    best = beyond.argmax(axis=1)
    rows = np.flatnonzero(beyond.argmax(axis=0)[best] == np.arange(len(best)))
    excess = np.maximum(beyond[rows, best[rows]] - STANDS_OUT_BOTH_WAYS, 0.0)
    return float(excess.sum() / min(likeness.shape))


def sequence(likeness: npt.NDArray[np.float32]) -> float:
    """Return by how many standard deviations the best chain in order exceeds those of shuffled sentences, in [-1, 6].

    `likeness` has a row for each sentence of one text and a column for each of the other; 0 where either has fewer
    than `FEWEST`.
    """
    if min(likeness.shape) < FEWEST:
        return 0.0
    gains = np.maximum(_beyond(likeness) - STANDS_OUT, 0.0)
    gains = np.ascontiguousarray(gains if gains.shape[0] <= gains.shape[1] else gains.T)
    chains = _chains(gains, SHUFFLES)
    shuffled = chains[1:]
    return float(np.clip((chains[0] - shuffled.mean()) / max(float(shuffled.std()), LEAST_SPREAD), LEAST, MOST))


def _beyond(likeness: npt.NDArray[np.float32]) -> Floats:
    """Return by how many standard deviations each likeness is beyond what its row and its column lead one to expect.

    Some sentences are like everything in the other text: what counts is what they are like beyond that.
    """
    exact = likeness.astype(np.float64)
    beyond = exact - exact.mean(axis=1, keepdims=True) - exact.mean(axis=0, keepdims=True) + exact.mean()
    found: Floats = beyond / max(float(beyond.std()), 1e-6)
    return found


@compiled
def _chains(gains: Floats, shuffles: int) -> Floats:
    """Return the gain of the best chain in order, then of the best ones after each shuffling of the columns."""
    m = gains.shape[1]
    order = np.arange(m)
    found = np.empty(1 + shuffles, np.float64)
    state = np.uint64(0x9E3779B97F4A7C15)
    for k in range(1 + shuffles):
        if k:
            for j in range(m - 1, 0, -1):
                # xorshift64*: the same shuffles whatever the library's generator does.
                state ^= state >> np.uint64(12)
                state ^= state << np.uint64(25)
                state ^= state >> np.uint64(27)
                other = int(((state * np.uint64(0x2545F4914F6CDD1D)) >> np.uint64(33)) % np.uint64(j + 1))
                order[j], order[other] = order[other], order[j]
        found[k] = _best(gains, order)
    return found


@compiled
def _best(gains: Floats, order: npt.NDArray[np.int64]) -> float:
    """Return the most that pairs of rows and columns, both in order, gain together."""
    n, m = gains.shape
    best = np.zeros(m + 1, np.float64)
    for i in range(n):
        diagonal = 0.0
        for j in range(m):
            above = best[j + 1]
            best[j + 1] = max(above, best[j], diagonal + gains[i, order[j]])
            diagonal = above
    return float(best[m])
