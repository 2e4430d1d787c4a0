"""The compiled loop that walks a text through the automaton of py3langid, byte by byte."""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from provenance.compiling import compiled
from provenance.kernels import F32, I32, U8, U16, U32


@compiled
def _walk(moves: U32, rows: U16, features: I32, data: U8, found: I32, times: F32) -> int:
    """Fill in the features that the bytes visit, as they are first visited, and how often; return how many they are."""
    size = 16
    while size < 2 * len(data):
        size *= 2
    slots = np.zeros(size, np.int32)
    state = 0
    count = 0
    for i in range(len(data)):
        state = int(moves[(np.int64(rows[state]) << 8) + data[i]])
        feature = features[state]
        if feature < 0:
            continue
        at = np.int64(np.uint32(feature) * np.uint32(2654435761)) & (size - 1)
        while slots[at] and found[slots[at] - 1] != feature:
            at = (at + 1) & (size - 1)
        if not slots[at]:
            found[count] = feature
            times[count] = 0
            count += 1
            slots[at] = count
        times[slots[at] - 1] += 1
    return count


def visits(moves: U32, rows: U16, features: I32, text: bytes) -> tuple[I32, npt.NDArray[np.float32]]:
    """Return the features of the automaton that a text visits, as they are first visited, and how often each."""
    found, times = np.empty(len(text), np.int32), np.empty(len(text), np.float32)
    count = _walk(moves, rows, features, np.frombuffer(text, np.uint8), found, times)
    return found[:count], times[:count]
