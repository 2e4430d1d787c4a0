from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import formula, rarity
from provenance.annotate import annotate
from provenance.evidence import SHINGLE, Readings
from provenance.model import Document, Passage

WORDS = st.sampled_from(["the", "harbour", "of", "Dunlarrig", "12", "sank", "on", "Monday", "with", "all", "hands"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=6)


def _readings(texts: list[str]) -> Readings:
    articles = [annotate(Document(str(n), text, language="en")) for n, text in enumerate(texts)]
    return Readings(articles, rarity.learn(articles))


def _whole(one: str, other: str) -> tuple[Passage, ...]:
    return (Passage((0, len(one)), (0, len(other)), "verbatim", 1.0),)


@given(TEXTS, st.data())
@settings(deadline=None)
def test_a_shingle_counts_once_in_each_story(texts: list[str], data: st.DataObject) -> None:
    every = list(combinations(range(len(texts)), 2))
    chosen = data.draw(st.lists(st.sampled_from(every), unique=True)) if every else []
    pairs = {(i, j): _whole(texts[i], texts[j]) for i, j in chosen}
    readings = _readings(texts)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(formula, "MANY", data.draw(st.sampled_from([1, 500])))
        found = formula.learn(pairs, readings)
    involved = {place for pair in chosen for place in pair}
    story = _stories_slowly(pairs, readings)
    for n, text in enumerate(texts):
        words = text.lower().split()
        mine = [tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]
        expected = [max(1, len({story[i] for i in involved if run in _runs(texts[i])})) for run in mine]
        assert found.stories(readings[n].article).tolist() == expected


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _stories_slowly(pairs: dict[tuple[int, int], tuple[Passage, ...]], readings: Readings) -> list[object]:
    """Join the articles of every pair that tells one story, whether or not others have joined them."""
    story: list[object] = list(range(len(readings)))
    for (i, j), passages in pairs.items():
        if formula._one_story(readings[i], readings[j], passages):
            story = [story[i] if one == story[j] else one for one in story]
    return story


@pytest.mark.parametrize(("corpus", "counted"), [(1, 1), (3, 3)])
def test_wording_of_unrelated_stories_is_counted_by_story(corpus: int, counted: int) -> None:
    names = ("Arlen Voss", "Brita Quill", "Cato Wren")
    texts = [f"Net profit rose sharply this year said {name} ." for name in names[:corpus]] * 2
    readings = _readings(texts)
    pairs = {(i, i + corpus): _whole(texts[i], texts[i]) for i in range(corpus)}
    found = formula.learn(pairs, readings).stories(readings[0].article)
    assert found[0] == counted
