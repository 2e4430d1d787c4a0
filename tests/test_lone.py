"""Pairs that alone tie two groups, told by the groups that are left without each; and what they lose by it."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from provenance.lone import FEWEST, LONE, lone

FAMILY = dict.fromkeys(combinations(range(5), 2), 8.0)
"""Five articles that were made from one another."""


def with_report(alike: int, bits: float = 3.0) -> dict[tuple[int, int], float]:
    """Return the family with a report that one pair ties to it, and that is alike to so many others of it."""
    return {**FAMILY, (4, 5): bits, **{(n, 5): -6.0 for n in range(alike)}}


def test_a_report_that_is_alike_to_all_is_tied_less_by_the_one_that_it_is_like_enough() -> None:
    assert lone(with_report(4)) == {(4, 5): LONE}


def test_who_retells_one_of_them_has_little_to_do_with_the_rest() -> None:
    assert lone(with_report(FEWEST - 1)) == {}
    assert lone(with_report(0)) == {}


def test_two_ties_hold() -> None:
    assert lone({**with_report(4), (3, 5): 1.0}) == {}


def test_two_groups_are_asked_as_one_report_is() -> None:
    other = {(i + 5, j + 5): 8.0 for i, j in FAMILY}
    between = {(i, j): -6.0 for i in range(5) for j in range(5, 10)}
    assert lone({**FAMILY, **other, **between, (0, 5): 3.0}) == {(0, 5): LONE}
    few = dict(sorted(between.items())[:12])
    assert lone({**FAMILY, **other, **few, (0, 5): 3.0}) == {}


def reached(start: int, ties: set[tuple[int, int]]) -> set[int]:
    found = {start}
    while more := {y for x, y in ties | {(j, i) for i, j in ties} if x in found} - found:
        found |= more
    return found


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(5, 9)), st.floats(-9, 9), max_size=20))
def test_it_is_what_one_sees_by_leaving_each_tie_out(bits: dict[tuple[int, int], float]) -> None:
    ties = {pair for pair, amount in bits.items() if amount > 0}
    slowly = {}
    for pair in ties:
        one, other = (reached(side, ties - {pair}) for side in pair)
        every = len(one) * len(other) - 1
        alike = sum((i in one and j in other) or (i in other and j in one) for i, j in bits) - 1
        if pair[1] not in one and every >= FEWEST and alike >= max(FEWEST, 0.6 * every):
            slowly[pair] = LONE
    assert lone(bits) == slowly
