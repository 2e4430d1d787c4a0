"""Patterns are looked for where what they need stands, and no match is lost by it."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provenance.needles import Sieve

TEXTS = st.text("abcé社 :", max_size=12)
ATOMS = st.sampled_from(
    ["a", "b", "ca", "é", "社", r"\w", "[ab]", ".", r"\b", "(?=a)", "(?!b)", "(?<=a)", "(?:)", r"\ "]
)
PATTERNS = st.recursive(
    ATOMS,
    lambda some: (
        st.lists(some, min_size=2, max_size=3).map("".join)
        | st.lists(some, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})")
        | st.tuples(some, st.sampled_from(["?", "*", "+", "{2}", "{1,2}?", "{0}"])).map(lambda x: f"(?:{x[0]}){x[1]}")
        | some.map(lambda one: f"({one})")
        | some.map(lambda one: f"(?i:{one.upper() if one.isalpha() else one})")
    ),
    max_leaves=8,
)


@given(st.lists(PATTERNS, min_size=1, max_size=3), TEXTS)
@example(["ca(?:b|é)", "ca(?:b|)a", "a(?:b|é):"], "cab caa aé:")
@settings(deadline=None)
def test_a_pattern_that_matches_is_let_through(patterns: list[str], text: str) -> None:
    matching = [re.search(pattern, text) is not None for pattern in patterns]
    through = Sieve(patterns, often=0).let_through(text)
    assert [one and not other for one, other in zip(matching, through, strict=True)] == [False] * len(patterns)


@pytest.mark.parametrize(
    ("pattern", "kept", "out"),
    [
        ("with (?:further )?(?:inputs?|material) from", "with no input from", "with material of"),
        ("aut(?:or|hor) ?:?", "the author", "autumn for"),
        (r"\b(?:told|said to) (?:us|them)\b", "told by us", "told you"),
        ("(?:ab){2,3}", "xab", "ba"),
    ],
)
def test_texts_without_what_a_pattern_needs_are_held_back(pattern: str, kept: str, out: str) -> None:
    assert [Sieve([pattern], often=0).let_through(text) for text in (kept, out)] == [(True,), (False,)]


def test_a_pattern_that_needs_nothing_is_always_let_through() -> None:
    assert Sieve(["[0-9]+", "a?b*", "(?i:told)", "told"], often=0).let_through("") == (True, True, True, False)


def test_all_is_let_through_until_so_many_texts_have_been_seen() -> None:
    sieve = Sieve(["told", "said"], often=2)
    assert [sieve.let_through("said") for _ in range(3)] == [(True, True), (True, True), (False, True)]
