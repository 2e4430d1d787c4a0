"""The compiled loop that holds sentences of two articles against each other, word by word."""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

import numpy as np

from provenance.compiling import compiled
from provenance.kernels import I64, U64


@compiled
def shared_words(keys: U64, bounds: I64, some: I64, other_keys: U64, other_bounds: I64, others: I64) -> I64:
    """Return how many words each of the `others` shares with each of `some` sentences, shape (others, some).

    The words of sentence i are ``keys[bounds[i]:bounds[i + 1]]``, different and sorted.
    """
    counts = np.zeros((len(others), len(some)), np.int64)
    for o in range(len(others)):
        for s in range(len(some)):
            i, end = bounds[some[s]], bounds[some[s] + 1]
            j, stop = other_bounds[others[o]], other_bounds[others[o] + 1]
            while i < end and j < stop:
                one, other = keys[i], other_keys[j]
                counts[o, s] += one == other
                i += one <= other
                j += other <= one
    return counts
