"""The compiled loops of the weighing say what the slow, obvious ways say."""

from __future__ import annotations

import random
from itertools import groupby

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import evidence_loops as loops

KEYS = st.lists(st.integers(0, 9), max_size=12)


@given(st.integers(0, 3000), st.sampled_from([np.float32, np.float64]))
@settings(deadline=None, max_examples=60)
def test_sums_have_the_very_digits_of_numpy(count: int, kind: type[np.floating]) -> None:
    numbers = (np.random.default_rng(count).random(count) * 16).astype(kind)
    assert loops.total(numbers, count) == numbers.sum()
    assert loops.total(numbers, count // 2) == numbers[: count // 2].sum()


@given(KEYS, KEYS)
@settings(deadline=None)
def test_a_key_is_among_others_if_it_is_one_of_them(keys: list[int], known: list[int]) -> None:
    found = loops.among(np.array(keys, np.uint64), np.array(sorted(known), np.uint64))
    assert found.tolist() == [key in known for key in keys]


def _unmatched_slowly(keys: list[int], bits: list[float], chosen: list[bool], others: list[int]) -> float:
    last = {key: amount for key, amount, some in zip(keys, bits, chosen, strict=True) if some}
    return sum(amount for key, amount in last.items() if key not in others)


@given(KEYS, KEYS, st.data())
@settings(deadline=None)
def test_what_stands_in_the_place_of_something_else_is_what_either_has_alone(
    left: list[int], right: list[int], data: st.DataObject
) -> None:
    sides = []
    for keys in (left, right):
        chosen = data.draw(st.lists(st.booleans(), min_size=len(keys), max_size=len(keys)))
        sides.append((keys, [float(n) for n in range(len(keys))], chosen))
    (start, stop), (first, end) = (
        sorted(data.draw(st.tuples(st.integers(0, len(k)), st.integers(0, len(k))))) for k, _, _ in sides
    )
    one, other = ((np.array(k, np.uint64), np.array(b, np.float32), np.array(c, np.bool_)) for k, b, c in sides)
    mine, theirs = [part[start:stop] for part in sides[0]], [part[first:end] for part in sides[1]]
    slow = min(_unmatched_slowly(*mine, theirs[0]), _unmatched_slowly(*theirs, mine[0]))  # type: ignore[arg-type]
    assert loops.conflict(one, (start, stop), other, (first, end)) == slow


@given(st.integers(1, 40), st.integers(0, 5), st.booleans(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_runs_add_up_word_by_word(words: int, gap: int, counted: bool, random: object) -> None:
    rng = np.random.default_rng(random.randrange(1 << 30))  # type: ignore[attr-defined]
    size = words + 2 * gap + 3
    runs = np.array([(0, gap, words), (words + gap, words + 2 * gap, 3)], np.int32)
    stories = rng.integers(1, 9, max(0, size - 2)).astype(np.int32) if counted else np.empty(0, np.int32)

    def side() -> loops.Side:
        bits = (rng.random(size) * 16).astype(np.float32)
        none = np.zeros(size, np.bool_)
        return bits, bits.astype(np.float64), rng.random(size) < 0.3, none, none.copy()

    left, right = side(), side()
    found = loops.runs_add_up(runs, left, right, stories, 3, 3, (0.5, 0.25, 0.15), 3.0)
    own = quoted = running = fresh = 0.0
    longest_own = 0
    for i, j, n in runs.tolist():
        spoken = [bool(left[2][i + k] and right[2][j + k]) for k in range(n)]
        for k in range(n):
            bits = min(float(left[0][i + k]), float(right[0][j + k]))
            weight = 0.15 * bits if n == 1 else 0.5 + 0.25 * bits
            quoted, own = quoted + weight * spoken[k], own + weight * (not spoken[k])
            if n >= 3:
                near = stories[i + max(0, k - 2) : i + min(k, n - 3) + 1]
                running, fresh = running + bits, fresh + bits * (min(1.0, 3.0 / near.min()) if counted else 1.0)
        longest_own = max([longest_own, *(len(list(run)) for said, run in groupby(spoken) if not said)])
    assert np.allclose(found[:4], (own, quoted, running, fresh), rtol=1e-5)
    assert found[4:] == (max(words, 3), longest_own)
    assert left[3].sum() == right[3].sum() == words + 3
    assert left[4].sum() == 3 + words * (words >= 3)


@given(st.lists(st.tuples(KEYS, KEYS), min_size=1, max_size=4))
@settings(deadline=None)
def test_many_stretches_are_in_conflict_as_each_is(stretches: list[tuple[list[int], list[int]]]) -> None:
    ranges, sides = [], ([], [])
    for left, right in stretches:
        at, there = len(sides[0]), len(sides[1])
        sides[0].extend(left)
        sides[1].extend(right)
        ranges.append((at, at + len(left), there, there + len(right)))
    one, other = (
        (np.array(k, np.uint64), np.arange(len(k), dtype=np.float32), np.array([x % 2 > 0 for x in k], np.bool_))
        for k in sides
    )
    found = loops.conflicts(one, other, np.array(ranges, np.int32)).tolist()
    assert found == [loops.conflict(one, (a, b), other, (c, d)) for a, b, c, d in ranges]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 99))
@settings(deadline=None)
def test_many_stretches_add_up_as_each_does(lengths: list[int], seed: int) -> None:
    starts = np.cumsum([0, *(n + 1 for n in lengths)])
    rows = np.array([(at, at, n) for at, n in zip(starts.tolist(), lengths, strict=False)], np.int32)
    size, rng = int(starts[-1]), np.random.default_rng(seed)

    def side() -> loops.Side:
        marks = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
        return rng.random(size, np.float32), rng.random(size), rng.random(size) < 0.3, *marks

    left, right = side(), side()
    rest = (np.empty(0, np.int32), 3, 3, (0.5, 0.25, 0.1), 3.0)
    bits, words = loops.each_adds_up(rows, np.arange(len(rows) + 1), left, right, *rest)
    marks = [left[3].copy(), left[4].copy()]
    left[3][:] = left[4][:] = False
    alone = [loops.runs_add_up(row[None], left, right, *rest) for row in rows]
    assert [(*b, *w) for b, w in zip(bits.tolist(), words.tolist(), strict=True)] == alone
    assert [m.tolist() for m in marks] == [left[3].tolist(), left[4].tolist()]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 4)), max_size=5), st.integers(0, 3))
@settings(deadline=None)
def test_words_that_have_mates_keep_them(rows: list[tuple[int, int, int]], here: int) -> None:
    mate = np.full(16, -1, np.int64)
    mate[::4] = 99
    expected = mate.tolist()
    for i, j, n in rows:
        for k in range(n):
            if expected[here + i + k] < 0:
                expected[here + i + k] = 40 + j + k
    loops.lay(np.array(rows, np.int32).reshape(-1, 3), here, 40, mate)
    assert mate.tolist() == expected


@given(st.lists(st.integers(-1, 11), max_size=12), st.integers(12, 14), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_gaps_face_each_other_where_the_words_around_them_are_neighbours(
    drawn: list[int], others: int, chance: random.Random
) -> None:
    mate = np.array([m if m not in drawn[:i] else -1 for i, m in enumerate(drawn)], np.int64)

    def side(count: int) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_], npt.NDArray[np.float64]]:
        marks = [np.array([chance.random() < share for _ in range(count)], np.bool_) for share in (0.8, 0.2)]
        return marks[0], marks[1], np.array([chance.random() for _ in range(count)])

    left, right = side(len(mate)), side(others)
    taken = np.zeros(others, np.bool_)
    taken[mate[mate >= 0]] = True
    lone = left[0] & (mate < 0) & ~left[1], right[0] & ~taken & ~right[1]
    mine = np.flatnonzero((mate >= 0) & left[0])
    theirs = mate[mine]
    order = np.argsort(theirs)
    rank = np.empty(len(order) + 2, np.int64)
    rank[1:-1][order] = np.arange(1, len(order) + 1)
    rank[0], rank[-1] = 0, len(order) + 1
    neighbours = np.diff(rank) == 1
    found = loops.facing_gaps(mate, left, right)
    assert (found[0].tolist(), found[1].tolist()) == (mine.tolist(), theirs.tolist())
    assert [g.tolist() for g in found[2]] == _gaps_slowly(mine, lone[0], left[2])
    assert [g.tolist() for g in found[3]] == _gaps_slowly(theirs[order], lone[1], right[2])
    assert found[4].tolist() == np.where(neighbours, rank[:-1], -1).tolist()
    assert found[5] == (~neighbours).sum()


def _gaps_slowly(
    places: npt.NDArray[np.int64], lone: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64]
) -> list[list[float]]:
    bounds = np.concatenate(([-1], places, [len(lone)]))
    counts = np.concatenate(([0], np.cumsum(lone)))
    bits = np.concatenate(([0.0], np.cumsum(weights * lone)))
    sums = (counts, bits)
    return [(s[bounds[1:]] - s[bounds[:-1] + 1]).tolist() for s in sums]
