"""Sets of code points, as spans: merging, intersecting and measuring them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from provenance.model import Span

Mask = npt.NDArray[np.bool_]


def mask(length: int, spans: Iterable[Span]) -> Mask:
    """Return which of `length` code points lie in any of `spans`; what reaches past the end is cut off."""
    inside = np.zeros(length, np.bool_)
    for start, end in spans:
        inside[start:end] = True
    return inside


def words_within(starts: npt.NDArray[np.int32], ends: npt.NDArray[np.int32], inside: Mask) -> Mask:
    """Return which words lie in `inside` with their first and last code point."""
    if not len(starts):
        return np.empty(0, np.bool_)
    found: Mask = inside[starts] & inside[ends - 1]
    return found


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` sorted, with those that touch or overlap made one and the empty ones left out."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def overlap(one: Span, other: Span) -> int:
    """Return how many code points two spans share, ≥ 0."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def longest_increasing(order: Sequence[int], weights: Sequence[float]) -> float:
    """Return the greatest weight of a subsequence of `order` that never falls; O(n²), for tens of passages."""
    best: list[float] = []
    for i, place in enumerate(order):
        before = [best[j] for j in range(i) if order[j] <= place]
        best.append(weights[i] + (max(before) if before else 0.0))
    return max(best, default=0.0)
