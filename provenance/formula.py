"""Which wording is formula: what a corpus says in the same words in stories that have nothing to do with each other.

Bond issues, dividends, court rulings and weather are told in set phrases. Two such articles share most of their words
and the order of them, and neither took from the other. A run of words therefore counts by how many *stories* hold it,
where articles of one story count once: a report that a hundred outlets ran is not a formula. Two articles tell one
story when the greater part of one lies in the other and with it the names and the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.evidence import SHINGLE, Reading, Stories, held
from provenance.model import Passage
from provenance.rarity import MANY, Table, once_each
from provenance.spans import merged

STORY_SHARE = 0.5
"""Share of the one article's characters that passages must reach."""
STORY_NAMES = 0.75
"""Share of the surprise of the one article's names, and of its numbers, that the other must hold."""
NAME_DOUBT = 0.5
"""Bits taken as held, so that an article without names holds them all."""

_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Formulas:
    """In how many stories of a corpus each shingle of words stands."""

    shingles: npt.NDArray[np.uint64]
    """Sorted where there is no table."""
    counts: Stories
    table: Table | None = None
    """What finds the shingles of many articles."""

    def stories(self, article: Article) -> Stories:
        """Return for each place where a shingle of the article starts in how many stories it stands, at least 1."""
        wanted = _shingles(article.words.keys)
        if not len(self.shingles) or not len(wanted):
            return np.ones(len(wanted), np.int32)
        if self.table is not None:
            from provenance.evidence_loops import look_up

            return look_up(self.table, self.shingles, self.counts, wanted, 1).astype(np.int32)
        place = np.minimum(np.searchsorted(self.shingles, wanted), len(self.shingles) - 1)
        return np.where(self.shingles[place] == wanted, self.counts[place], 1).astype(np.int32)


def learn(pairs: Mapping[tuple[int, int], Sequence[Passage]], readings: Sequence[Reading]) -> Formulas:
    """Return the formulas of a corpus; only articles that some pair joins to another can hold one that matters."""
    involved = sorted({place for pair, passages in pairs.items() if passages for place in pair})
    if not involved:
        return Formulas(np.empty(0, np.uint64), np.empty(0, np.int32))
    stories: dict[int, list[npt.NDArray[np.uint64]]] = {}
    joined = _joined(pairs, readings)
    for i in involved:
        stories.setdefault(joined[i], []).append(_shingles(readings[i].article.words.keys))
    told = [np.concatenate(some) for some in stories.values()]
    if len(involved) >= MANY:
        from provenance.evidence_loops import table_of

        known, places, _ = once_each(told)
        return Formulas(known, np.bincount(places).astype(np.int32), table_of(known))
    known, counts = np.unique(np.concatenate([np.unique(some) for some in told]), return_counts=True)
    return Formulas(known, counts.astype(np.int32))


def _shingles(keys: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    count = max(0, len(keys) - SHINGLE + 1)
    mixed = np.zeros(count, np.uint64)
    for at in range(SHINGLE):
        mixed = mixed * _MIX + keys[at : at + count]
        mixed ^= mixed >> np.uint64(29)
    return mixed


def _joined(pairs: Mapping[tuple[int, int], Sequence[Passage]], readings: Sequence[Reading]) -> list[int]:
    """Return the story of each article, as the place of one of its articles."""
    parents = list(range(len(readings)))

    def root(x: int) -> int:
        while parents[x] != x:
            parents[x] = parents[parents[x]]
            x = parents[x]
        return x

    for (i, j), passages in sorted(pairs.items()):
        # Most pairs of a story join what others have joined.
        if passages and (a := root(i)) != (b := root(j)) and _one_story(readings[i], readings[j], passages):
            parents[max(a, b)] = min(a, b)
    return [root(x) for x in range(len(readings))]


def _one_story(left: Reading, right: Reading, passages: Sequence[Passage]) -> bool:
    reached = (_reach(left.article, [p.left for p in passages]), _reach(right.article, [p.right for p in passages]))
    if max(reached) < STORY_SHARE:
        return False
    if left.article.language != right.article.language:
        return True
    names = (left.capital & ~left.numeral, right.capital & ~right.numeral)
    return all(
        held(left, right, mine, NAME_DOUBT) >= STORY_NAMES or held(right, left, theirs, NAME_DOUBT) >= STORY_NAMES
        for mine, theirs in (names, (left.figure, right.figure))
    )


def _reach(article: Article, spans: Sequence[tuple[int, int]]) -> float:
    return sum(end - start for start, end in merged(spans)) / max(1, len(article.text))
