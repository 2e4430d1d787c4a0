"""Second sources: articles that explain a part of another which its first source cannot.

Among near-copies a second source shows in a stretch: at one place of variation after another the target goes with
another article against its first source, and nowhere in the stretch the other way round. Among texts that are less
alike it shows in whole sentences that the first source has nothing of.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from provenance.derive.arborescence import ROOT
from provenance.derive.collation import Collated, collate
from provenance.derive.edits import word_slices
from provenance.derive.family import Family
from provenance.derive.likelihood import gate
from provenance.derive.tree import Tree
from provenance.evidence import RETOLD
from provenance.model import Reason

SECOND_SHARE = 0.1
"""Least share of a target that only a second source explains."""
UNEXPLAINED = 0.25
"""How well a sentence may be explained by the first source for a second one to explain it."""
SECOND_BITS = 80.0
"""Information that only a second source explains, at which it is as likely as not; measured on simulated trees."""
SECOND_DOUBLING = 60.0
"""So much more doubles the odds."""
SECOND_LIKE = 0.9
"""Second sources that explain this much of what the best one does are told apart by their chance as a source."""
BACKWARDS_BITS = -4.0
"""A source whose edge is so much less likely than its reverse is none."""
LEAST_GAIN = 16.0
"""Bits that a stretch must gain for anybody to ask who it was taken from: two changed words."""
RIVAL = 0.6
"""Stretches that gain at least this much of what the best one gains are told apart."""
LEAST_COVERED, MOST_LOOKED_AT = 5.0, 12
"""Bits of whole sentences that a source must explain better than the first one does to be collated, and how many are:
collating takes as long as counting edits."""
AGAINST = 2.0
"""A word of a stretch that speaks against its source counts so many times: there it should not be."""
DOUBLING = 8.0
LONGEST = 127
"""Words from which on a stretch speaks no louder."""
CLEAR_BITS = 20.0
FAINT = 1e-3
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Second:
    """A second source and its target, by position in the family."""

    source: int
    target: int
    reason: Reason
    """Its bits are the odds of the edge, log2."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the target that goes with another article against the first source."""

    source: int
    target: int
    words: int
    gain: float
    """Bits by which the source makes up the stretch at less cost, what speaks against it counted `AGAINST` times."""
    against: float
    """Bits of the stretch that the first source makes up at less cost."""
    elsewhere: float
    """Bits outside the stretch that the source makes up at less cost: a few tell of a lost source of both."""
    back: float
    """Bits by which the target makes up a stretch of the source at less cost than the source's own first source."""
    forward: float
    """Bits by which the edge is likelier than its reverse."""
    chance: float
    """Of the source as the target's only one, log2."""
    lead: float = 0.0
    """How likely this stretch is among those of its rivals, log2."""


STRETCHES: dict[str, Callable[[Stretch], float]] = {
    "base": lambda _: 1.0,
    "gain": lambda x: _doublings(x.gain),
    "words": lambda x: math.log2(1 + min(LONGEST, x.words)),
    "against": lambda x: _doublings(x.against),
    "elsewhere": lambda x: _doublings(x.elsewhere),
    "back": lambda x: min(1.0, x.back / x.gain),
    "forward": lambda x: max(-CLEAR_BITS, min(CLEAR_BITS, x.forward)) / 10,
    "lead": lambda x: x.lead,
}
"""What is measured of a stretch; the weighted sum are the bits of its source as a second one."""
RIVALS: dict[str, Callable[[Stretch], float]] = {
    "rival gain": lambda x: x.gain / 10,
    "rival chance": lambda x: x.chance,
}
"""What is measured of a stretch among its rivals; the weighted sum are bits."""


def _doublings(bits: float) -> float:
    return math.log2(1.0 + max(0.0, bits) / DOUBLING)


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Return the bits for each unit of every measure of a stretch."""
    text = resources.files("provenance.derive").joinpath("second_weights.json").read_text("utf-8")
    table: dict[str, float] = json.loads(text)
    return table


def second_sources(
    family: Family, tree: Tree, chance: Floats, lost_of: Mapping[int, int], kin: Mapping[int, Sequence[int]]
) -> list[Second]:
    """Return edges that explain a part of the target which its first source cannot, at most one for each target."""
    stretches = Stretches(family, tree, chance)
    found: list[Second] = []
    for target, parent in enumerate(tree.parents):
        if parent != ROOT or target in lost_of:
            first = kin[target] if target in lost_of else [parent]
            found += _of_sentences(family, tree, chance, target, first)
        if parent != ROOT and target not in lost_of:
            found += [said for said in map(judged, likeliest(stretches.of(target))) if said.reason.bits >= 0.0]
    kept: dict[int, Second] = {}
    # The surest first, so that of two that may each have taken from the other the likelier one did.
    for x in sorted(found, key=lambda x: (-x.reason.bits, x.target, x.source)):
        if x.target not in kept and x.source not in _heirs(tree, kept.values(), x.target):
            kept[x.target] = x
    return [kept[target] for target in sorted(kept)]


def judged(stretch: Stretch) -> Second:
    """Return a stretch as a second source, with its bits."""
    table = weights()
    bits = sum(table[name] * measure(stretch) for name, measure in STRETCHES.items())
    text = f"{stretch.words} words in a row go with this source where the target's other source differs"
    return Second(stretch.source, stretch.target, Reason("second source", bits, text))


def likeliest(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the likeliest of the stretches of one target, if there is any, with its lead over the others."""
    most = max((x.gain for x in stretches), default=0.0)
    rivals = [x for x in stretches if x.gain >= RIVAL * most]
    if not rivals:
        return []
    table = weights()
    bits = [sum(table[name] * measure(x) for name, measure in RIVALS.items()) for x in rivals]
    best = max(range(len(rivals)), key=lambda n: (bits[n], -rivals[n].source))
    lead = -math.log2(sum(2.0 ** (b - bits[best]) for b in bits))
    return [replace(rivals[best], lead=lead)]


class Stretches:
    """The stretches of a family's articles that go with another article against their first source."""

    def __init__(self, family: Family, tree: Tree, chance: Floats) -> None:
        self.family, self.tree, self.chance = family, tree, chance
        self._collated: dict[tuple[int, int], Collated] = {}

    def of(self, target: int) -> list[Stretch]:
        """Return the stretches of one target, one for each possible second source."""
        parent = self.tree.parents[target]
        if not self._near(parent, target):
            return []
        found = (self._stretch(source, target) for source in self._possible(parent, target))
        return [x for x in found if x.gain >= LEAST_GAIN]

    def _near(self, source: int, target: int) -> bool:
        step = self.family.steps.get((source, target))
        return step is not None and gate(step.literal) > 0

    def _possible(self, parent: int, target: int) -> list[int]:
        """Return the near-copies that explain some sentences better than the first source, the best ones only."""
        family, excluded = self.family, {parent} | self.tree.below(target)
        bits = family.readings[target].sentence_bits
        better = {
            s: float((bits * np.maximum(0.0, family.coverage[s, target] - family.coverage[parent, target])).sum())
            for s in np.flatnonzero(family.linked[:, target]).tolist()
            if s not in excluded and self._near(s, target)
        }
        likely = sorted((s for s, b in better.items() if b >= LEAST_COVERED), key=lambda s: (-better[s], s))
        return likely[:MOST_LOOKED_AT]

    def _stretch(self, source: int, target: int) -> Stretch:
        family, above = self.family, self.tree.parents[source]
        saved = self._saved(source, self.tree.parents[target], target)
        worded = saved.copy()
        # What is told in other words goes with nobody word by word, least of all what a page has around its text.
        for told in self._retold(source, target):
            worded[told] = np.minimum(worded[told], 0.0)
        gain, inside = _heaviest(worded)
        # What its own first source explains it did not take from the target.
        near = above != ROOT and self._near(above, source)
        back = _heaviest(self._saved(target, above, source))[0] if near else 0.0
        better = np.maximum(saved, 0.0)
        return Stretch(
            source,
            target,
            words=int(family.readings[target].content[inside].sum()),
            gain=gain,
            against=float(-np.minimum(saved[inside], 0.0).sum()) / AGAINST,
            elsewhere=float(better.sum() - better[inside].sum()),
            back=back,
            forward=float(family.scores[source, target] - family.scores[target, source]),
            chance=math.log2(max(FAINT, float(self.chance[source, target]))),
        )

    def _saved(self, source: int, first: int, target: int) -> Floats:
        """Return by how much less each word costs from `source` than from `first`; more counts `AGAINST` times."""
        saved = self._collate(first, target).cost - self._collate(source, target).cost
        return np.where(saved < 0, AGAINST * saved, saved)

    def _retold(self, source: int, target: int) -> list[slice]:
        """Return the words of the target that the source tells in other words."""
        spans = [p.right for p in self.family.passages(source, target) if p.kind in RETOLD]
        return word_slices(self.family.readings[target], spans) if spans else []

    def _collate(self, source: int, target: int) -> Collated:
        if (source, target) not in self._collated:
            readings = self.family.readings
            passages = self.family.passages(source, target)
            self._collated[source, target] = collate(readings[source], readings[target], passages)
        return self._collated[source, target]


def _heaviest(saved: Floats) -> tuple[float, slice]:
    """Return the sum of the stretch with the greatest one, at least 0, and where it is (Bentley, 1984)."""
    sums = np.concatenate(([0.0], np.cumsum(saved)))
    end = int(np.argmax(sums - np.minimum.accumulate(sums)))
    start = int(np.argmin(sums[: end + 1]))
    return float(sums[end] - sums[start]), slice(start, end)


def _heirs(tree: Tree, added: Iterable[Second], node: int) -> set[int]:
    """Return a node and all that descends from it, by second sources too."""
    some = list(added)
    found = tree.below(node)
    while more := {x.target for x in some if x.source in found} - found:
        found = found.union(*(tree.below(t) for t in more))
    return found


def _of_sentences(family: Family, tree: Tree, chance: Floats, target: int, first: Sequence[int]) -> Iterator[Second]:
    """Yield the source, if there is any, of whole sentences that the first source has nothing of."""
    gains = _gains(family, target, first, {*first, *tree.below(target)})
    most = max(gains.values(), default=0.0)
    if most >= SECOND_BITS and most >= SECOND_SHARE * family.size(target):
        like = [s for s, gain in gains.items() if gain >= SECOND_LIKE * most]
        source = max(like, key=lambda s: (float(chance[s, target]), -s))
        bits = (gains[source] - SECOND_BITS) / SECOND_DOUBLING
        text = "explains a part of the target that its other source lacks"
        yield Second(source, target, Reason("second source", bits, text))


def _gains(family: Family, target: int, first: Sequence[int], excluded: set[int]) -> dict[int, float]:
    """Return for every other possible source how many bits of the target it explains beyond what `first` does."""
    known = family.explained_by(sorted(first), target)
    bits = family.readings[target].sentence_bits
    found = {}
    for s in np.flatnonzero(family.linked[:, target]).tolist():
        backwards = family.scores[s, target] < family.scores[target, s] + BACKWARDS_BITS
        if s not in excluded and not backwards:
            # A sentence that the first has in other words is explained: a sibling may word it more alike.
            found[s] = float((bits * family.coverage[s, target])[known <= UNEXPLAINED].sum())
    return found
