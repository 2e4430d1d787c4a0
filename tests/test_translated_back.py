"""Who was translated there and back gave nothing to those who share wording with each other."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from test_derive import sentences

from provenance import rarity
from provenance.annotate import annotate
from provenance.derive import Bond
from provenance.derive.family import Family
from provenance.derive.translated_back import translated_back
from provenance.evidence import reading, weigh
from provenance.model import Document, Passage
from provenance.standing import standings

LINES = [f'"{line[:-1]}," she said.' if n % 2 else line for n, line in enumerate(sentences(20, 5))]


def respelt(kept: float, seed: int) -> list[str]:
    """Return the story with other words in place of most, as they come out of another language."""
    draw = random.Random(seed)
    return [" ".join(w if draw.random() < kept or not w[-1].isalpha() else f"{w}ex" for w in x.split()) for x in LINES]


def family_of(texts: Sequence[Sequence[str]], places: Sequence[Sequence[int]]) -> Family:
    """Return a family of texts, each of some sentences of the story, whose like sentences are its passages."""
    articles = [annotate(Document("abcd"[n], "\n\n".join(some), language="en")) for n, some in enumerate(texts)]
    spans = [dict(zip(at, a.sentences, strict=True)) for at, a in zip(places, articles, strict=True)]
    passages = {
        (i, j): tuple(
            Passage(spans[i][n], spans[j][n], "verbatim" if same(texts, spans, i, j, n) else "edited", 0.9)
            for n in sorted(spans[i].keys() & spans[j].keys())
        )
        for i, j in combinations(range(len(texts)), 2)
    }
    readings = [reading(a, rarity.learn([]).bits(a)) for a in articles]
    bonds = [Bond(i, j, weigh(some, readings[i], readings[j]), 0.99) for (i, j), some in passages.items()]
    return Family(range(len(texts)), bonds, readings, standings(articles))


def same(texts: Sequence[Sequence[str]], spans: Sequence[dict[int, tuple[int, int]]], i: int, j: int, n: int) -> bool:
    return texts[i][[*spans[i]].index(n)] == texts[j][[*spans[j]].index(n)]


def parts(*ranges: range) -> tuple[list[list[str]], list[list[int]]]:
    return [[LINES[n] for n in some] for some in ranges], [list(some) for some in ranges]


def test_the_text_that_came_back_gave_the_others_nothing() -> None:
    cuts, places = parts(range(16), range(4, 20))
    family = family_of([*cuts, respelt(0.45, 1)], [*places, list(range(20))])
    assert translated_back(family) == {(2, 0), (2, 1)}


def test_of_a_text_and_what_came_back_of_it_alone_nobody_knows_which_was_first() -> None:
    family = family_of([LINES, respelt(0.45, 1)], [list(range(20))] * 2)
    assert translated_back(family) == frozenset()


@pytest.mark.parametrize("kept", [17, 20])
def test_a_copy_of_what_came_back_does_not_make_it_the_first(kept: int) -> None:
    back = respelt(0.45, 1)
    family = family_of([LINES, back, back[:kept]], [list(range(20)), list(range(20)), list(range(kept))])
    assert translated_back(family) == frozenset()
