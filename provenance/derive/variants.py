"""Variant readings: a number that the articles of one family have in two forms, found by where it stands.

Textual criticism orders witnesses by them: whoever has a reading that most others lack shares it with its source or
its heirs. Unlike in `slips`, no two forms need be alike, and either may be in any language.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from provenance.article import Article, Pair
from provenance.changes.numbers import number_variants
from provenance.changes.pairs import pairs
from provenance.changes.quantities import Quantity, as_fitted, says
from provenance.model import Passage

_start = attrgetter("start")


class Variants:
    """The variant readings of a family; articles are known by their places in it."""

    def __init__(self, articles: Sequence[Article], passages: Mapping[Pair, Sequence[Passage]]) -> None:
        """`passages` are those of each two articles that share any, the first of the two on the left."""
        self.articles = articles
        self.passages = {**passages, **{(t, s): tuple(p.flipped() for p in some) for (s, t), some in passages.items()}}
        self.near: dict[int, list[int]] = defaultdict(list)
        for s, t in sorted(self.passages):
            self.near[t].append(s)
        self._sayers: dict[tuple[int, int], frozenset[int]] = {}
        self._between: dict[Pair, tuple[tuple[Quantity, Quantity], ...]] = {}

    def between(self, source: int, target: int) -> tuple[tuple[Quantity, Quantity], ...]:
        """Return the numbers that the target has in another form, the source's form first."""
        if (source, target) not in self._between:
            left, right = self.articles[source], self.articles[target]
            linked = pairs(left, right, self.passages[source, target])
            self._between[source, target] = tuple(number_variants(left, right, linked))
        return self._between[source, target]

    def sayers(self, target: int, number: Quantity) -> frozenset[int]:
        """Return who else has a number of the target as it does, in the same place."""
        key = target, number.start
        if key not in self._sayers:
            self._sayers[key] = frozenset(s for s in self.near[target] if self._says(s, target, number))
        return self._sayers[key]

    def _says(self, source: int, target: int, number: Quantity) -> bool:
        there = as_fitted(self.articles[source])
        spans = [p.left for p in self.passages[source, target] if p.right[0] <= number.start < p.right[1]]
        near = (
            q for s, e in spans for q in there[bisect_left(there, s, key=_start) : bisect_left(there, e, key=_start)]
        )
        return any(says(number, q) or says(q, number) for q in near)

    def exchanged(self, source: int, target: int) -> int:
        """Return how many numbers of the target the source has in another form, where somebody else has them alike."""
        if len(self.near[target]) < 2:
            return 0  # nobody else shares a passage with it
        return sum(bool(self.sayers(target, new) - {source}) for _, new in self.between(source, target))

    def sides(self, source: int, target: int) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
        """Yield, for each number that both have in one form, who has it so, the two among them, and who otherwise."""
        against: dict[int, set[int]] = defaultdict(set)
        forms: dict[int, Quantity] = {}
        for other in self.near[source]:
            for _, new in self.between(other, source):
                forms[new.start] = new
                against[new.start].add(other)
        for place in sorted(forms):
            alike = self.sayers(source, forms[place]) | {source}
            if target in alike:
                yield alike, frozenset(against[place]) - alike
