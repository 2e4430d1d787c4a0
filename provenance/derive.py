"""From matches to a directed graph: who took from whom, what is lost, and how sure each edge is.

For every ordered pair of related articles the score of "the target took from the source" is, in bits,

* what the source explains of the target, sentence by sentence (a part of it: EXPLAINED per bit),
* less a part of what the target says beyond it: a source may say anything, whoever copies seldom adds,
* and the direction signals of `direction`.

Parents are chosen together as the best arborescence, and the probability of each edge is its marginal over all of
them (`arborescence`). A lost original is then posited above the articles that credit an agency whose own report
nobody has, or that agree on text which none of their possible parents has. A second source is added where it explains
a part of the target that the first cannot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from provenance import arborescence
from provenance.arborescence import ROOT
from provenance.changes.quantities import quantities
from provenance.direction import signals
from provenance.evidence import Reading, Weighed
from provenance.model import Reason
from provenance.standing import Standing

EXPLAINED = 0.05
"""Bits of score for each bit of the target that the source explains."""
ADDED = 0.2
"""How much of that an unexplained bit takes away again."""
ROOT_BITS = -12.0
"""Score of taking an article that has matches as an original."""
SECOND_SHARE = 0.15
"""Least share of a target that only a second source explains."""
SECOND_BITS = 150.0
HEIR_SHARE = 0.08
"""Share of a target that a witness explains beyond what the others can, from which on it is its heir, no sibling."""
ISSUED_BITS = -25.0
"""An issuer's own report is not made from somebody else's; only from a version of its own."""
COPY_SHARE = 0.5
"""Share of two texts in common runs from which on one is a copy of the other."""
FIGURE_BITS = 0.7
"""Score of each figure of the target that the source has too, and against the source for one it lacks."""
FIGURES_MOST = 6.0
FIGURES = ("count", "money", "percent", "span")
LEAST_FIGURE = 3.0
"""Ones and twos are words as often as figures."""
AUTHORITY_BITS = 3.0
"""A source that others take from, or that issued the story, is a likelier source than a copy of it."""
LOST_BITS = 150.0
"""Bits of text that witnesses must agree on, and their best parent lacks, for a lost original without a credit."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Bond:
    """Two articles of a family, by position, with what their passages weigh; ``left < right``."""

    left: int
    right: int
    weighed: Weighed
    confidence: float


@dataclass(frozen=True, slots=True)
class Edge:
    """The target took from the source, a position or the number of a lost original, counted from 0."""

    source: int
    target: int
    lost: bool
    confidence: float
    reasons: tuple[Reason, ...]
    alternatives: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """A lost original of one family."""

    agency: str | None
    witnesses: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Stemma:
    """The derivations of one family."""

    edges: tuple[Edge, ...]
    absent: tuple[Absent, ...]


def _numerals(reading: Reading) -> frozenset[int]:
    """Return the keys of an article's numerals of two digits and more, outside furniture."""
    words = reading.article.words
    chosen = reading.numeral & reading.content & (words.ends - words.starts >= 2)
    return frozenset(words.keys[chosen].tolist())


def _figures(reading: Reading) -> frozenset[float]:
    """Return what an article counts, weighs and pays, outside furniture, however its figures are written."""
    words = reading.article.words
    found = set()
    for q in quantities(reading.article):
        place = int(np.searchsorted(words.starts, q.start))
        plain = q.kind in FIGURES and len(q.values) == 1 and q.values[0] >= LEAST_FIGURE
        if plain and place < len(words) and reading.content[place]:
            found.add(round(q.values[0], 3))
    return frozenset(found)


class _Family:
    """One family while its stemma is found: who explains how much of whom, and the scores of all edges."""

    def __init__(
        self, members: Sequence[int], bonds: Sequence[Bond], readings: Sequence[Reading], standings: Sequence[Standing]
    ) -> None:
        self.members = tuple(members)
        self.place = {m: i for i, m in enumerate(members)}
        self.readings = [readings[m] for m in members]
        self.standings = [standings[m] for m in members]
        count = len(members)
        self.coverage: dict[tuple[int, int], Floats] = {}
        self.worded: dict[tuple[int, int], float] = {}
        self.figures = [_figures(r) for r in self.readings]
        self.numerals = [_numerals(r) for r in self.readings]
        self.sure = np.zeros((count, count))
        self.reasons: dict[tuple[int, int], tuple[Reason, ...]] = {}
        self.scores = np.full((count, count), -np.inf)
        for bond in bonds:
            self._add(bond)
        self.roots = np.array([ROOT_BITS + (6.0 if s.issuer else 0.0) for s in self.standings])

    def _add(self, bond: Bond) -> None:
        s, t = self.place[bond.left], self.place[bond.right]
        coverage = bond.weighed.coverage
        self.coverage[s, t], self.coverage[t, s] = coverage.right, coverage.left
        shares, sizes = bond.weighed.likeness.verbatim, bond.weighed.likeness.sizes
        matched = shares[0] * sizes[0] + shares[1] * sizes[1]
        self.worded[s, t] = self.worded[t, s] = matched / max(1, sum(sizes))
        self.sure[s, t] = self.sure[t, s] = bond.confidence
        found = signals(self.readings[s], self.readings[t], bond.weighed, self.standings[s], self.standings[t])
        self.reasons[s, t] = found
        self.reasons[t, s] = tuple(Reason(r.signal, -r.bits, r.text) for r in found)
        towards = sum(r.bits for r in found) / 2
        for one, other, sign in ((s, t, 1), (t, s, -1)):
            self.scores[one, other] = (
                self._explained(one, other)
                + sign * towards
                + self._authority(one, other)
                + self._figures_kept(one, other)
            )

    def _figures_kept(self, source: int, target: int) -> float:
        """Return bits for the figures of the target that the source has: a copy repeats its version's toll."""
        mine, theirs = self.figures[target], self.figures[source]
        kept = len(mine & theirs)
        return max(-FIGURES_MOST, min(FIGURES_MOST, FIGURE_BITS * (2 * kept - len(mine))))

    def inherited(self, source: int, rest: Sequence[int], target: int) -> int:
        """Return how many figures the target has from `source` alone, less those it has from `rest` alone.

        A figure counts if neither its numeral nor its amount is found elsewhere: units and spelling differ.
        """
        balances = []
        for figures in (self.figures, self.numerals):
            elsewhere = frozenset().union(*(figures[r] for r in rest))
            from_source = len(figures[target] & (figures[source] - elsewhere))
            balances.append(from_source - len(figures[target] & (elsewhere - figures[source])))
        return min(balances)

    def _authority(self, source: int, target: int) -> float:
        """Return bits for a source that is an issuer, and against making an issuer's report from a stranger's."""
        one, other = self.standings[source].issuer, self.standings[target].issuer
        if other is not None and one != other:
            return ISSUED_BITS
        return AUTHORITY_BITS if one is not None else 0.0

    def _explained(self, source: int, target: int) -> float:
        bits = self.readings[target].sentence_bits
        covered = float((bits * self.coverage[source, target]).sum())
        return EXPLAINED * (covered - ADDED * (float(bits.sum()) - covered))

    def explained_by(self, sources: Sequence[int], target: int) -> Floats:
        """Return for each sentence of the target how well the best of `sources` explains it."""
        best = np.zeros(len(self.readings[target].sentence_bits))
        for s in sources:
            known = self.coverage.get((s, target))
            if known is not None:
                best = np.maximum(best, known)
        return best

    def margin(self, source: int, rest: Sequence[int], target: int) -> float:
        """Return the share of the target that `source` explains beyond what `rest` together does, in [-1, 1]."""
        bits = self.readings[target].sentence_bits
        mine, others = self.explained_by([source], target), self.explained_by(rest, target)
        return float((bits * (mine - others)).sum()) / self.size(target)

    def faith(self, witness: int, others: Sequence[int]) -> float:
        """Return how much of their wording others have in common with a witness, summed over them."""
        return sum(self.worded.get((witness, o), 0.0) for o in others)

    def size(self, target: int) -> float:
        """Return the information of a whole article, in bits, at least 1."""
        return max(1.0, float(self.readings[target].sentence_bits.sum()))


def families(count: int, bonds: Sequence[Bond]) -> list[tuple[int, ...]]:
    """Return the groups of articles that bonds connect, largest first, each in order of position."""
    root = list(range(count))

    def find(x: int) -> int:
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    for b in bonds:
        one, other = sorted((find(b.left), find(b.right)))
        root[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for x in range(count):
        groups[find(x)].append(x)
    return sorted((tuple(g) for g in groups.values() if len(g) > 1), key=lambda g: (-len(g), g))


def _descendants(parents: Sequence[int], node: int) -> set[int]:
    found, queue = {node}, [node]
    while queue:
        here = queue.pop()
        for child, parent in enumerate(parents):
            if parent == here and child not in found:
                found.add(child)
                queue.append(child)
    return found


def _gathered(family: _Family, parents: Sequence[int], top: Sequence[int]) -> list[int]:
    """Return the witnesses of a lost original that is put above `top`: these, and who below them has no nearer source.

    The fullest witness stands for the original, so whoever seems to come from it came from the original as far as
    anybody can tell; another witness keeps those whom it explains clearly better than the rest can.
    """
    inside = sorted({d for t in top for d in _descendants(parents, t)})
    best = max(inside, key=lambda w: (family.faith(w, inside), -w))
    witnesses = {*top, best}
    for node in _by_depth(parents, inside):
        parent = parents[node]
        if node in witnesses or parent not in witnesses:
            continue
        below = _descendants(parents, node)
        # A copy of the parent attests the parent's text, not the original's.
        alike = {w for w in inside if family.worded.get((parent, w), 0.0) >= COPY_SHARE and w != best}
        rest = [w for w in inside if w not in below and w not in alike and w != parent]
        nearer = family.margin(parent, rest, node) >= HEIR_SHARE or family.inherited(parent, rest, node) > 0
        if parent == best or not nearer:
            witnesses.add(node)
    return sorted(witnesses)


def _by_depth(parents: Sequence[int], nodes: Sequence[int]) -> list[int]:
    """Return `nodes` with parents before children."""
    return sorted(nodes, key=lambda n: (len(_line(parents, n)), n))


@dataclass(frozen=True, slots=True)
class _Lost:
    agency: str | None
    witnesses: tuple[int, ...]
    confidence: float


def _credited_originals(family: _Family, parents: Sequence[int]) -> list[_Lost]:
    """Return the originals that credits name and nobody has: one for each agency whose own report is not there."""
    issuers = {s.issuer for s in family.standings}
    agencies = sorted({a for s in family.standings for a in s.credited} - {i for i in issuers if i})
    found = []
    for agency in agencies:
        named = [agency in s.credited for s in family.standings]
        top = [t for t, p in enumerate(parents) if named[t] and (p == ROOT or not named[p])]
        top = [t for t in top if family.standings[t].issuer is None]
        # A credit that appears below an uncredited parent was added there: only a whole tree's top tells of a source.
        top = [t for t in top if parents[t] == ROOT or not _inherits(family, parents[t], t)]
        top = [t for t in top if parents[t] == ROOT or not _transliterated(family, parents[t], t)]
        witnesses = _gathered(family, parents, top) if top else []
        if len(witnesses) >= 2:
            crediting = sum(named[w] for w in witnesses)
            found.append(_Lost(agency, tuple(witnesses), 1.0 - 0.5**crediting * 0.4))
    return sorted(found, key=lambda x: (-len(x.witnesses), x.agency or ""))


def _inherits(family: _Family, parent: int, child: int) -> bool:
    """Tell whether a parent explains nearly all of a child."""
    bits = family.readings[child].sentence_bits
    return float((bits * family.coverage[parent, child]).sum()) >= 0.7 * family.size(child)


def _transliterated(family: _Family, parent: int, child: int) -> bool:
    """Tell whether a translation of an issuer's own report may only write that issuer's name in its own way."""
    languages = [family.readings[n].article.language for n in (parent, child)]
    return family.standings[parent].issuer is not None and languages[0] != languages[1]


def _attested_original(family: _Family, parents: Sequence[int], root: int) -> _Lost | None:
    """Return the original that witnesses demand without a credit: they agree on text that their best parent lacks."""
    below = _descendants(parents, root)
    children = [c for c in sorted(below) if parents[c] == root]
    if len(children) < 2:
        return None
    extra = 0.0
    holders = 0
    for child in children:
        others = [c for c in children if c != child]
        elsewhere = family.explained_by(others, child)
        at_root = family.coverage[root, child]
        bits = family.readings[child].sentence_bits
        lacking = float(bits[(elsewhere >= 0.5) & (at_root <= 0.2)].sum())
        extra += lacking
        holders += lacking > 0
    if holders < 2 or extra / 2 < LOST_BITS:
        return None
    witnesses = _gathered(family, parents, [root])
    return _Lost(None, tuple(witnesses), 0.75) if len(witnesses) >= 3 else None


def _second_sources(
    family: _Family, parents: Sequence[int], lost_of: Mapping[int, int], kin: Mapping[int, Sequence[int]]
) -> list[tuple[int, int]]:
    """Return (source, target) edges that explain a part of the target which its first source cannot."""
    added = []
    for target, parent in enumerate(parents):
        if parent == ROOT and target not in lost_of:
            continue
        first = kin[target] if target in lost_of else _line(parents, parent)
        known = family.explained_by(first, target)
        bits = family.readings[target].sentence_bits
        below = _descendants(parents, target)
        gains = []
        for s in range(len(parents)):
            if s in below or s in first or (s, target) not in family.coverage:
                continue
            if family.scores[s, target] < family.scores[target, s] - 4.0:
                continue
            gain = float((bits * np.maximum(0.0, family.coverage[s, target] - known)).sum())
            gains.append((gain, -s))
        if gains:
            gain, negative = max(gains)
            if gain >= SECOND_BITS and gain >= SECOND_SHARE * family.size(target):
                added.append((-negative, target))
    return added


def _line(parents: Sequence[int], node: int) -> list[int]:
    """Return a node and its ancestors."""
    found = []
    while node != ROOT:
        found.append(node)
        node = parents[node]
    return found


def stemma(
    members: Sequence[int], bonds: Sequence[Bond], readings: Sequence[Reading], standings: Sequence[Standing]
) -> Stemma:
    """Return the derivations of one family; the order of `members`, positions, settles what nothing else does."""
    family = _Family(members, bonds, readings, standings)
    parents = arborescence.best(family.scores, family.roots)
    for root in [t for t, p in enumerate(parents) if p == ROOT and standings[members[t]].issuer is None]:
        family.scores[root] += AUTHORITY_BITS
    parents = arborescence.best(family.scores, family.roots)
    chance, _ = arborescence.marginals(family.scores, family.roots)
    originals: list[_Lost] = []
    taken: set[int] = set()
    for x in _credited_originals(family, parents):
        if len(set(x.witnesses) - taken) >= 2:
            originals.append(replace(x, witnesses=tuple(w for w in x.witnesses if w not in taken)))
            taken |= set(x.witnesses)
    for root in [t for t, p in enumerate(parents) if p == ROOT and t not in taken]:
        attested = _attested_original(family, parents, root)
        if attested and not taken & set(attested.witnesses):
            originals.append(attested)
            taken |= set(attested.witnesses)
    lost_of: dict[int, int] = {}
    for number, x in enumerate(originals):
        for w in x.witnesses:
            lost_of.setdefault(w, number)
    edges = _edges(family, parents, chance, originals, lost_of)
    absent = tuple(
        Absent(x.agency, tuple(family.members[w] for w in x.witnesses if lost_of[w] == number), x.confidence)
        for number, x in enumerate(originals)
    )
    return Stemma(tuple(edges), absent)


def _edges(
    family: _Family, parents: Sequence[int], chance: Floats, originals: Sequence[_Lost], lost_of: Mapping[int, int]
) -> list[Edge]:
    edges = []
    for target, parent in enumerate(parents):
        if target in lost_of:
            number = lost_of[target]
            x = originals[number]
            edges.append(Edge(number, family.members[target], True, x.confidence, _lost_reasons(x), ()))
        elif parent != ROOT:
            edges.append(_edge(family, parent, target, chance))
    kin = {
        t: [m for w, n in lost_of.items() if n == number for m in _descendants(parents, w) if m != t]
        for t, number in lost_of.items()
    }
    for source, target in _second_sources(family, parents, lost_of, kin):
        sure = float(family.sure[source, target])
        reasons = (Reason("second source", 3.0, "explains a part of the target that its other source lacks"),)
        edges.append(Edge(family.members[source], family.members[target], False, 0.8 * sure, reasons, ()))
    return edges


def _edge(family: _Family, parent: int, target: int, chance: Floats) -> Edge:
    order = sorted(range(len(family.members)), key=lambda s: (-chance[s, target], s))
    others = [(family.members[s], float(chance[s, target])) for s in order if s != parent and chance[s, target] >= 0.01]
    confidence = float(chance[parent, target]) * float(family.sure[parent, target])
    source, drain = family.members[parent], family.members[target]
    return Edge(source, drain, False, confidence, family.reasons[parent, target], tuple(others[:3]))


def _lost_reasons(original: _Lost) -> tuple[Reason, ...]:
    if original.agency:
        text = f"credits name {original.agency}, whose own report is not among the documents"
        return (Reason("credited original", 3.0 * original.confidence, text),)
    text = "several documents agree on text that none of their possible sources among the documents has"
    return (Reason("attested original", 3.0 * original.confidence, text),)
