"""Radix sorts put numbers in the order that numpy puts them in."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import radix

SPARSE = st.integers(0, 2**64 - 1).map(lambda number: number & 0x8000_0003_FF00_0101)
NUMBERS = st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 5000) | SPARSE, max_size=80)


@given(NUMBERS, st.integers(0, 3))
@settings(deadline=None)
def test_numbers_are_put_in_order(some: list[int], more: int) -> None:
    numbers = np.array(some, np.uint64)
    radix.sort(numbers, 0, np.empty(len(some) + more, np.uint64))
    assert numbers.tolist() == sorted(some)


@given(NUMBERS, st.integers(7, 63))
@settings(deadline=None)
def test_last_bits_that_are_in_order_stay_so(some: list[int], low: int) -> None:
    numbers = np.array([(number >> low << low) | at for at, number in enumerate(some)], np.uint64)
    expected = sorted(numbers.tolist())
    radix.sort(numbers, low, np.empty(len(some), np.uint64))
    assert numbers.tolist() == expected


def test_many_numbers_are_put_in_order() -> None:
    numbers = np.random.default_rng(1).integers(0, 2**64, 100_000, np.uint64)
    expected = np.sort(numbers)
    radix.sort(numbers, 0, np.empty_like(numbers))
    assert np.array_equal(numbers, expected)


@given(st.lists(NUMBERS, max_size=5))
@settings(deadline=None)
def test_every_part_is_put_in_order_alone(parts: list[list[int]]) -> None:
    bounds = np.cumsum([0, *map(len, parts)])
    numbers = np.array([number for part in parts for number in part], np.uint64)
    radix.sort_each(numbers, bounds, np.empty(max(map(len, parts), default=0), np.uint64))
    assert numbers.tolist() == [number for part in parts for number in sorted(part)]
