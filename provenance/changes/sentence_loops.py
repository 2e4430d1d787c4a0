"""The compiled loop that holds sentences of two articles against each other, word by word."""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

import numpy as np

from provenance.kernels import I64, U64, compiled


@compiled
def shared_words(keys: U64, bounds: I64, some: I64, others: U64, other_bounds: I64, one: int) -> I64:
    """Return how many words each of `some` sentences shares with sentence `one` of another article.

    Those of sentence i are ``keys[bounds[i]:bounds[i + 1]]``, different and sorted.
    """
    counts = np.zeros(len(some), np.int64)
    for s in range(len(some)):
        i, end = bounds[some[s]], bounds[some[s] + 1]
        j, stop = other_bounds[one], other_bounds[one + 1]
        while i < end and j < stop:
            counts[s] += keys[i] == others[j]
            i, j = i + (keys[i] <= others[j]), j + (others[j] <= keys[i])
    return counts
