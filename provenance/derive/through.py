"""Sentences of two articles of one family that a third shows to go back to one sentence, though no channel saw it.

Two retellings of a story may word a sentence so unlike that neither is seen in the other, and yet each be seen in
what both were made from: what two texts have of a third they have of each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np

from provenance.article import Pair
from provenance.evidence import Reading
from provenance.model import Passage, PassageKind, Span
from provenance.spans import overlap

LEAST = 0.5
"""Similarity to which the ways through all thirds must add up; of passages so found three in four are right."""
COVERED = 0.5
"""Share of a sentence in passages of the two themselves from which on nothing is looked for through others."""
WORDS, BITS = 5, 10.0
"""Least words of a sentence, and least information: bylines and captions are like each other everywhere."""
WORDED = 0.8
"""Share of what two articles have in common that is told word for word, from which on what is not seen is not there."""
THIRDS = 8
"""Articles that are looked through for one pair, those that have most passages with either."""
_Links: TypeAlias = Mapping[int, Sequence[tuple[int, float]]]
"""For a sentence of one article those of another that it goes with, and how alike they are."""


def carried(readings: Sequence[Reading], passages: Mapping[Pair, Sequence[Passage]]) -> dict[Pair, tuple[Passage, ...]]:
    """Return for pairs of articles the passages that others of their family show beside those they have.

    `passages` are those of each related pair of one family, by position in `readings`, the smaller first. What is
    added joins one sentence each that no passage of the pair covers; each sentence is joined once, to what it is most
    like, in the order of the left article.
    """
    beside: dict[int, set[int]] = defaultdict(set)
    for i, j in passages:
        beside[i].add(j)
        beside[j].add(i)

    @cache
    def links(one: int, other: int) -> _Links:
        some = passages[one, other] if one < other else [p.flipped() for p in passages[other, one]]
        return _linked(readings[one], readings[other], some)

    found = {}
    for i, j in sorted(passages):
        thirds = beside[i] & beside[j] if _is_retold(passages[i, j]) else frozenset[int]()
        left = _uncovered(readings[i], [p.left for p in passages[i, j]]) if thirds else []
        right = _uncovered(readings[j], [p.right for p in passages[i, j]]) if left else []
        if right:
            likeliest = sorted(thirds, key=lambda k: (-min(len(links(i, k)), len(links(k, j))), k))[:THIRDS]
            joined = _joined([(links(i, k), links(k, j)) for k in likeliest], left, set(right))
            if joined:
                found[i, j] = tuple(_passage(readings[i], readings[j], *way) for way in joined)
    return found


def _joined(
    ways: Iterable[tuple[_Links, _Links]], left: Iterable[int], right: set[int]
) -> list[tuple[int, int, float]]:
    """Return the sentences that ways through thirds join, each once, and how alike they are the best way, in order."""
    sums: dict[Pair, float] = defaultdict(float)
    likest: dict[Pair, float] = defaultdict(float)
    for there, on in ways:
        for n in left:
            best: dict[int, float] = {}
            for k, alike in there.get(n, ()):
                for m, likewise in on.get(k, ()):
                    if m in right:
                        best[m] = max(best.get(m, 0.0), alike * likewise)
            for m, product in best.items():
                sums[n, m] += product
                likest[n, m] = max(likest[n, m], product)
    taken: tuple[set[int], set[int]] = (set(), set())
    kept = []
    for (n, m), alike in sorted(sums.items(), key=lambda item: (-item[1], item[0])):
        if alike >= LEAST and n not in taken[0] and m not in taken[1]:
            taken[0].add(n)
            taken[1].add(m)
            kept.append((n, m, likest[n, m]))
    return sorted(kept)


def _passage(left: Reading, right: Reading, n: int, m: int, similarity: float) -> Passage:
    one_language = left.article.language == right.article.language
    kind: PassageKind = "paraphrase" if one_language else "translation"
    return Passage(left.article.sentences[n], right.article.sentences[m], kind, similarity)


def _is_retold(passages: Sequence[Passage]) -> bool:
    """Tell whether less than `WORDED` of what passages hold is told word for word."""
    lengths = [p.left[1] - p.left[0] + p.right[1] - p.right[0] for p in passages]
    worded = sum(n for n, p in zip(lengths, passages, strict=True) if p.kind in ("verbatim", "edited"))
    return worded < WORDED * sum(lengths)


def _uncovered(reading: Reading, spans: Sequence[Span]) -> list[int]:
    """Return the sentences of an article that are text of its own and lie in none of the spans."""
    words = reading.sentence_of[reading.content & (reading.sentence_of >= 0)]
    counts = np.bincount(words, minlength=len(reading.article.sentences))
    return [
        n
        for n, (start, end) in enumerate(reading.article.sentences)
        if counts[n] >= WORDS
        and reading.sentence_bits[n] >= BITS
        and sum(overlap((start, end), span) for span in spans) < COVERED * (end - start)
    ]


def _linked(left: Reading, right: Reading, passages: Sequence[Passage]) -> _Links:
    """Return what each sentence of one article goes with in another, by their passages.

    Within a passage of several sentences place answers to place.
    """
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for passage in passages:
        scale = (passage.right[1] - passage.right[0]) / max(1, passage.left[1] - passage.left[0])
        for n in _within(left, passage.left):
            start, end = (
                passage.right[0] + round((place - passage.left[0]) * scale) for place in left.article.sentences[n]
            )
            for m in _within(right, passage.right):
                there = right.article.sentences[m]
                if 2 * overlap((start, end), there) >= max(end - start, there[1] - there[0]):
                    found[n].append((m, passage.similarity))
    return found


def _within(reading: Reading, span: Span) -> range:
    """Return the sentences whose middle lies in a span."""
    sentences = reading.article.sentences
    first = bisect_left(sentences, 2 * span[0], key=sum)
    last = bisect_right(sentences, 2 * span[1], key=sum)
    return range(first, last)
