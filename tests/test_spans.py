from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.spans import longest_increasing, mask, merged, overlap, words_within

spans = st.tuples(st.integers(0, 60), st.integers(0, 60))


def points(*pairs: tuple[int, int]) -> set[int]:
    return {point for start, end in pairs for point in range(start, end)}


@given(st.lists(spans))
def test_merged_spans_cover_the_same_points_and_never_touch(given_spans: list[tuple[int, int]]) -> None:
    found = merged(given_spans)
    assert points(*found) == points(*given_spans)
    assert all(start < end for start, end in found)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    assert merged(found) == found


def test_spans_that_touch_become_one_and_empty_ones_vanish() -> None:
    assert merged([(4, 6), (0, 2), (2, 4), (9, 9), (8, 3)]) == ((0, 6),)


@given(st.integers(0, 50), st.lists(spans))
def test_a_mask_holds_the_points_of_spans_up_to_the_end(length: int, given_spans: list[tuple[int, int]]) -> None:
    assert set(np.flatnonzero(mask(length, given_spans))) == {p for p in points(*given_spans) if p < length}


@given(spans, spans)
def test_overlap_counts_shared_points(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert overlap(one, other) == overlap(other, one) == len(points(one) & points(other))


def test_words_must_lie_inside_with_both_ends() -> None:
    starts, ends = np.array([0, 4, 9], np.int32), np.array([3, 8, 12], np.int32)
    assert words_within(starts, ends, mask(12, [(0, 6), (9, 12)])).tolist() == [True, False, True]
    assert words_within(starts[:0], ends[:0], mask(3, [(0, 3)])).tolist() == []


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=7))
def test_longest_increasing_is_the_best_of_all_subsequences(steps: list[tuple[int, int]]) -> None:
    order, weights = [o for o, _ in steps], [float(w) for _, w in steps]
    best = 0.0
    for size in range(1, len(steps) + 1):
        for chosen in combinations(range(len(steps)), size):
            if all(order[a] <= order[b] for a, b in pairwise(chosen)):
                best = max(best, sum(weights[c] for c in chosen))
    assert longest_increasing(order, weights) == best
