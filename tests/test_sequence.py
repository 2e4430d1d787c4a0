from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.channels.sequence import FEWEST, LEAST, MOST, _best, mutual, sequence


def noise(rows: int, columns: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(0.05, 0.1, (rows, columns)).astype(np.float32)


def retold(count: int, gain: float, order: list[int] | None = None) -> np.ndarray:
    """Return how alike the sentences of two texts are, of which the second tells all that the first does."""
    likeness = noise(count, count)
    likeness[np.arange(count), order or np.arange(count)] += gain
    return likeness


def test_what_is_retold_in_order_stands_out_though_no_sentence_does():
    assert sequence(retold(20, 0.25)) > 5


def test_the_same_statements_in_any_order_do_not():
    shuffled = np.random.default_rng(1).permutation(20).tolist()
    assert sequence(retold(20, 0.25, shuffled)) < 3


def test_the_same_statements_stand_out_for_each_other_in_any_order():
    shuffled = np.random.default_rng(1).permutation(20).tolist()
    assert mutual(retold(20, 0.4, shuffled)) > 1.5 * max(mutual(noise(20, 25, seed)) for seed in range(8))
    assert mutual(retold(20, 0.4)) == pytest.approx(mutual(retold(20, 0.4, shuffled)), rel=0.2)


def test_half_of_a_longer_text_retold_stands_out_as_much():
    part = noise(12, 30)
    part[np.arange(12), np.arange(12) * 2] += 0.25
    assert mutual(part) > 0.8
    assert mutual(part) == pytest.approx(mutual(np.ascontiguousarray(part.T)), abs=1e-6)


@pytest.mark.parametrize("seed", range(8))
def test_unrelated_texts_do_not(seed: int):
    assert sequence(noise(20, 25, seed)) < 3


def test_texts_of_few_sentences_say_nothing():
    assert sequence(retold(FEWEST - 1, 0.5)) == 0
    assert mutual(retold(FEWEST - 1, 0.5)) == 0


def test_a_sentence_that_is_like_everything_counts_for_nothing():
    likeness = noise(15, 15)
    likeness[3] += 0.4
    likeness[:, 7] += 0.4
    assert sequence(likeness) < 3


@given(st.integers(0, 50), st.integers(3, 12), st.integers(3, 12))
def test_it_is_bounded_and_the_same_from_either_side(seed: int, rows: int, columns: int):
    likeness = noise(rows, columns, seed)
    found = sequence(likeness)
    assert LEAST <= found <= MOST
    if rows != columns:
        assert sequence(np.ascontiguousarray(likeness.T)) == pytest.approx(found, abs=0.05)


@given(st.integers(0, 50), st.integers(1, 6), st.integers(1, 6))
def test_the_best_chain_is_the_best_of_all_chains(seed: int, rows: int, columns: int):
    gains = np.maximum(np.random.default_rng(seed).normal(0, 1, (rows, columns)), 0)
    order = np.random.default_rng(seed + 1).permutation(columns)

    def slow(i: int, j: int) -> float:
        if i == rows or j == columns:
            return 0.0
        return max(slow(i + 1, j), slow(i, j + 1), gains[i, order[j]] + slow(i + 1, j + 1))

    assert _best(gains, order) == pytest.approx(slow(0, 0))
