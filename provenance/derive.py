"""From matches to a directed graph: who took from whom, what is lost, and how sure each edge is.

For every ordered pair of related articles `likelihood` says, in bits, how likely "the target took from the source"
is: by what the source explains of the target, by the direction signals of `direction`, and between near-copies by the
edits that lie between them, gap by gap. What is explained settles who belongs to one tree at all. The probability of
each edge is its marginal over all arborescences (`arborescence`), and that arborescence is told which holds most true
edges on average. A lost original is then posited above the articles that credit an agency whose own report nobody
has, or that agree on text which none of their possible parents has. A second source is added where it explains a part
of the target that the first cannot. What two unlike articles make up is the source of neither; what tells all of two
texts in another language, each in words of its own, is likely the source of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt

from provenance import arborescence
from provenance.arborescence import ROOT
from provenance.changes.quantities import quantities
from provenance.direction import signals
from provenance.edits import UNCOUNTED, Edits, edits
from provenance.evidence import Reading, Weighed
from provenance.likelihood import (
    AUTHORITY_BITS,
    ISSUER_ROOT_BITS,
    LITERAL,
    ROOT_BITS,
    Start,
    Step,
    direction_bits,
    gate,
    ground_bits,
    likeness_bits,
    start_bits,
    step_bits,
)
from provenance.model import Reason
from provenance.relate import probability
from provenance.standing import Standing

SINGLE_BITS = -100.0
"""Score of any original within one tree, so that it has one."""
SECOND_SHARE = 0.1
"""Least share of a target that only a second source explains."""
COMPILED_BITS = -25.0
"""Bits for what two unlike articles make up as the source of either."""
WHOLE, PART = 0.7, 0.6
"""Share of it that the two explain together, and share of each of them that it may explain at most."""
MOST_PARTS = 6
"""Articles that are looked at, two by two, as the parts of one."""
TWICE_BITS = 5.0
"""Bits for a text as the source of two in another language that tell all of it, each in its own words."""
TWICE_SHARE, TWICE_WORDED, TWICE_TOLD = 0.97, 0.5, 0.35
"""Share of each of the two that the other covers, share of the words that they have in common (19 in 20 machine
translations have more), and share of their information that the one explains."""
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
HEIR_SHARE = 0.08
"""Share of a target that a witness explains beyond what the others can, from which on it is its heir, no sibling."""
NEARER_BITS = 4.0
"""What the edits must say more for a near-copy than for the fullest witness, for the former to be the source."""
LEAST_CHANCE = 1e-9
LEAST_REASON = 0.05
"""Bits below which a signal is not worth telling."""
COPY_SHARE = 0.5
"""Share of two texts in common runs from which on one is a copy of the other."""
FIGURES_MOST = 4.3
FIGURES = ("count", "money", "percent", "span")
LEAST_FIGURE = 3.0
"""Ones and twos are words as often as figures."""
LOST_BITS = 400.0
"""Bits of text that witnesses must agree on, and their best parent lacks, for a lost original without a credit."""
LOST_SHARE = 0.35
LOST_LEAST = 150.0
"""So much is enough where it is such a share of these witnesses: what one copy added to another is seldom as much."""

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
        self.sizes = [max(1.0, float(r.sentence_bits.sum())) for r in self.readings]
        self.coverage: dict[tuple[int, int], Floats] = {}
        self.worded: dict[tuple[int, int], float] = {}
        self.figures = [_figures(r) for r in self.readings]
        self.numerals = [_numerals(r) for r in self.readings]
        self.sure = np.zeros((count, count))
        self.signals: dict[tuple[int, int], tuple[Reason, ...]] = {}
        self.steps: dict[tuple[int, int], Step] = {}
        self.ground = np.full((count, count), -np.inf)
        self.likeness = np.full((count, count), -np.inf)
        self.scores = np.full((count, count), -np.inf)
        self.literal = self._literal(bonds)
        for bond in bonds:
            self._add(bond)
        for source, target in self._compilations():
            self.scores[source, target] += COMPILED_BITS
            self.ground[source, target] += COMPILED_BITS
        for source, target in self._translations(bonds):
            self.scores[source, target] += TWICE_BITS
            self.ground[source, target] += TWICE_BITS

    def _compilations(self) -> set[tuple[int, int]]:
        """Return (source, target) where the source is put together from the target and another that is unlike it.

        Whoever is made of two stories that have nothing to do with each other did not give both of them away.
        """
        found = set()
        for node in range(len(self.members)):
            parts = [p for p in np.flatnonzero(self.linked[node]).tolist() if self._share(node, p) <= PART]
            parts = sorted(parts, key=lambda p: (-self._share(p, node), p))[:MOST_PARTS]
            bits = self.readings[node].sentence_bits
            for one, other in combinations(parts, 2):
                told = float((bits * self.explained_by([one, other], node)).sum())
                if not self.linked[one, other] and told >= WHOLE * self.size(node):
                    found |= {(node, one), (node, other)}
        return found

    def _translations(self, bonds: Sequence[Bond]) -> set[tuple[int, int]]:
        """Return (source, target) where two texts of one language tell all that a text of another tells.

        Who rewrites a text keeps some of its wording or leaves some of it out; who translates the same text twice
        gets one statement for another and few runs in common.
        """
        found = set()
        languages = [r.article.language for r in self.readings]
        for bond in bonds:
            likeness = bond.weighed.likeness
            one, other = self.place[bond.left], self.place[bond.right]
            alike = TWICE_WORDED <= max(likeness.worded) < LITERAL
            if likeness.same_language and alike and min(likeness.covered) >= TWICE_SHARE:
                for third in range(len(self.members)):
                    shares = [self._share(third, t) for t in (one, other)]
                    if languages[third] != languages[one] and min(shares) >= TWICE_TOLD:
                        found |= {(third, one), (third, other)}
        return found

    def _share(self, source: int, target: int) -> float:
        """Return the share of the target's bits that the source explains."""
        step = self.steps.get((source, target))
        return 0.0 if step is None else step.covered / step.size

    def _literal(self, bonds: Sequence[Bond]) -> list[float]:
        """Return for each article the share of its words that some other has word for word."""
        found = [0.0] * len(self.members)
        for bond in bonds:
            for member, share in zip((bond.left, bond.right), bond.weighed.likeness.worded, strict=True):
                found[self.place[member]] = max(found[self.place[member]], share)
        return found

    def _add(self, bond: Bond) -> None:
        s, t = self.place[bond.left], self.place[bond.right]
        coverage = bond.weighed.coverage
        self.coverage[s, t], self.coverage[t, s] = coverage.right, coverage.left
        shares, sizes = bond.weighed.likeness.verbatim, bond.weighed.likeness.sizes
        matched = shares[0] * sizes[0] + shares[1] * sizes[1]
        self.worded[s, t] = self.worded[t, s] = matched / max(1, sum(sizes))
        self.sure[s, t] = self.sure[t, s] = bond.confidence
        found = signals(self.readings[s], self.readings[t], bond.weighed, self.standings[s], self.standings[t])
        literal = max(bond.weighed.likeness.worded)
        # Counting them takes half of all the time, and where they do not count nothing asks for them.
        between = edits(self.readings[s], self.readings[t], bond.weighed) if gate(literal) else UNCOUNTED
        self._step(s, t, between, literal, found)
        self._step(t, s, between.flipped(), literal, tuple(Reason(r.signal, -r.bits, r.text) for r in found))

    def _step(self, source: int, target: int, between: Edits, literal: float, found: tuple[Reason, ...]) -> None:
        bits = self.readings[target].sentence_bits
        mine, theirs = self.figures[target], self.figures[source]
        one, other = self.standings[source].issuer, self.standings[target].issuer
        step = Step(
            edits=between,
            literal=literal,
            covered=float((bits * self.coverage[source, target]).sum()),
            size=self.sizes[target],
            signals={r.signal: r.bits for r in found},
            figures=max(-FIGURES_MOST, min(FIGURES_MOST, len(mine & theirs) - len(mine) / 2)),
            issued=other is not None and one != other,
            issuer=one is not None,
        )
        self.signals[source, target] = found
        self.steps[source, target] = step
        self.ground[source, target] = ground_bits(step)
        self.likeness[source, target] = likeness_bits(step)
        self.scores[source, target] = step_bits(step)

    def grounds(self) -> Floats:
        """Return the score of each article as an original beside what is explained of it."""
        return np.array([ROOT_BITS + ISSUER_ROOT_BITS * (s.issuer is not None) for s in self.standings])

    def starts(self, central: Floats) -> Floats:
        """Return the score of each article as the one original of its tree; `central` is how central each is."""
        # One figure for all, for each is weighed against the others: who copies little gains nothing by that.
        copied = float(np.mean([gate(share) for share in self.literal]))
        return np.array(
            [
                SINGLE_BITS + start_bits(Start(standing.issuer is not None, copied, float(middle)))
                for standing, middle in zip(self.standings, central, strict=True)
            ]
        )

    @property
    def linked(self) -> npt.NDArray[np.bool_]:
        """Which article may have been made from which."""
        return np.asarray(np.isfinite(self.scores), np.bool_)

    def reasons(self, source: int, target: int) -> tuple[Reason, ...]:
        """Return what speaks for an edge: how near copies are, then the direction signals as they are weighed."""
        step = self.steps[source, target]
        scaled = [replace(r, bits=direction_bits(step, r.signal, r.bits)) for r in self.signals[source, target]]
        telling = [r for r in scaled if abs(r.bits) >= LEAST_REASON]
        nearness = (self._nearness(source, target),) if step.gate else ()
        return (*nearness, *sorted(telling, key=lambda r: (-abs(r.bits), r.signal)))

    def _nearness(self, source: int, target: int) -> Reason:
        """Return how much better the texts fit this source than the next best one."""
        step = self.steps[source, target]
        rivals = [self.likeness[r, target] for r in np.flatnonzero(self.linked[:, target]) if r != source]
        bits = float(self.likeness[source, target] - max(rivals, default=self.likeness[source, target]))
        cuts, additions = step.edits.alone
        text = f"{step.edits.changed} changes, {additions} additions and {cuts} cuts lie between source and target"
        return Reason("edits", bits, f"{text}; the next best source is judged by the same count")

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

    def faith(self, witness: int, others: Sequence[int]) -> tuple[float, float]:
        """Return how much of its wording a witness has in common with others, copies of one another counted once.

        Its own copies come second: they tell whose wording spread, not whose was first.
        """
        groups = copies(others, self.worded)
        shared = [[self.worded.get((witness, o), 0.0) for o in g if o != witness] for g in groups if witness not in g]
        mates = next(g for g in groups if witness in g)
        return sum(map(max, shared)), sum(self.worded.get((witness, o), 0.0) for o in mates)

    def nearer(self, source: int, rival: int, target: int) -> bool:
        """Tell whether a near-copy of the target is clearly nearer to it, by the edits between, than a rival is."""
        step = self.steps[source, target]
        return step.gate > 0 and bool(self.likeness[source, target] >= self.likeness[rival, target] + NEARER_BITS)

    def size(self, target: int) -> float:
        """Return the information of a whole article, in bits, at least 1."""
        return self.sizes[target]


def copies(nodes: Sequence[int], worded: Mapping[tuple[int, int], float]) -> list[tuple[int, ...]]:
    """Return `nodes` in groups of copies of one another, each in order."""
    groups: list[list[int]] = []
    for node in sorted(nodes):
        near = [g for g in groups if any(worded.get((node, o), 0.0) >= COPY_SHARE for o in g)]
        groups = [g for g in groups if g not in near] + [sorted([node, *(o for g in near for o in g)])]
    return [tuple(g) for g in sorted(groups)]


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


class _Tree:
    """The parents that were chosen, and what follows from them."""

    def __init__(self, parents: Sequence[int]) -> None:
        self.parents = tuple(parents)
        self.children: list[list[int]] = [[] for _ in parents]
        for child, parent in enumerate(parents):
            if parent != ROOT:
                self.children[parent].append(child)

    def below(self, node: int) -> set[int]:
        """Return a node and its descendants."""
        found = [node]
        for here in found:
            found += self.children[here]
        return set(found)

    def turned(self, node: int, top: Collection[int]) -> _Tree:
        """Return the same tree with `node` in the place of the node of `top` that it descends from."""
        parents = list(self.parents)
        line = self.line(node)
        line = line[: 1 + next((n for n, x in enumerate(line) if x in top), 0)]
        for child, parent in pairwise(line):
            parents[parent] = child
        parents[node] = self.parents[line[-1]]
        return _Tree(parents)

    def line(self, node: int) -> list[int]:
        """Return a node and its ancestors."""
        found = []
        while node != ROOT:
            found.append(node)
            node = self.parents[node]
        return found

    def apart(self) -> npt.NDArray[np.bool_]:
        """Return which pairs of nodes are in different trees."""
        number = np.array([self.line(node)[-1] for node in range(len(self.parents))])
        return np.asarray(number[:, None] != number[None, :])

    def roots(self) -> list[int]:
        """Return the nodes without a parent."""
        return [t for t, p in enumerate(self.parents) if p == ROOT]


def _gathered(family: _Family, tree: _Tree, top: Sequence[int]) -> list[int]:
    """Return the witnesses of a lost original that is put above `top`: these, and who below them has no nearer source.

    The fullest witness stands for the original, so whoever seems to come from it came from the original as far as
    anybody can tell; another witness keeps those whom it explains clearly better than the rest can.
    """
    inside = sorted({d for t in top for d in tree.below(t)})
    best = max(inside, key=lambda w: (family.faith(w, inside), -w))
    witnesses = {*top, best}
    # What stands between the tree's top and the fullest witness is judged as taken from the latter: with the original
    # gone, which of its witnesses is the top is as good as chance, but not what is near to what.
    tree = tree.turned(best, top)
    for node in _by_depth(tree, inside):
        parent = tree.parents[node]
        if node in witnesses or parent not in witnesses or node not in inside:
            continue
        below = tree.below(node)
        # A copy of the parent attests the parent's text, not the original's.
        alike = {w for w in inside if family.worded.get((parent, w), 0.0) >= COPY_SHARE and w != best}
        rest = [w for w in inside if w not in below and w not in alike and w != parent]
        nearer = (
            family.margin(parent, rest, node) >= HEIR_SHARE
            or family.inherited(parent, rest, node) > 0
            or family.nearer(parent, best, node)
        )
        if parent == best or not nearer:
            witnesses.add(node)
    return sorted(witnesses)


def _by_depth(tree: _Tree, nodes: Sequence[int]) -> list[int]:
    """Return `nodes` with parents before children."""
    return sorted(nodes, key=lambda n: (len(tree.line(n)), n))


@dataclass(frozen=True, slots=True)
class _Lost:
    agency: str | None
    witnesses: tuple[int, ...]
    confidence: float


def _credited_originals(family: _Family, tree: _Tree) -> list[_Lost]:
    """Return the originals that credits name and nobody has: one for each agency whose own report is not there."""
    issuers = {s.issuer for s in family.standings}
    agencies = sorted({a for s in family.standings for a in s.credited} - {i for i in issuers if i})
    found = []
    for agency in agencies:
        named = [agency in s.credited for s in family.standings]
        top = [t for t, p in enumerate(tree.parents) if named[t] and (p == ROOT or not named[p])]
        top = [t for t in top if family.standings[t].issuer is None]
        # A credit that appears below an uncredited parent was added there: only a whole tree's top tells of a source.
        top = [t for t in top if tree.parents[t] == ROOT or not _inherits(family, tree.parents[t], t)]
        top = [t for t in top if tree.parents[t] == ROOT or not _transliterated(family, tree.parents[t], t)]
        witnesses = _gathered(family, tree, top) if top else []
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


def _attested_original(family: _Family, tree: _Tree, root: int) -> _Lost | None:
    """Return the original that witnesses demand without a credit: they agree on text that their best parent lacks."""
    children = tree.children[root]
    if len(children) < 2:
        return None
    extra = held = 0.0
    holders = []
    for child in children:
        others = [c for c in children if c != child]
        elsewhere = family.explained_by(others, child)
        at_root = family.coverage[root, child]
        bits = family.readings[child].sentence_bits
        lacking = float(bits[(elsewhere >= 0.5) & (at_root <= 0.2)].sum())
        extra += lacking
        if lacking > 0:
            holders.append(child)
            held += family.size(child)
    if len(holders) < 2 or extra / 2 < (LOST_LEAST if extra >= LOST_SHARE * held else LOST_BITS):
        return None
    witnesses = _gathered(family, tree, [root, *holders])
    return _Lost(None, tuple(witnesses), 0.75) if len(witnesses) >= 3 else None


def _second_sources(
    family: _Family, tree: _Tree, chance: Floats, lost_of: Mapping[int, int], kin: Mapping[int, Sequence[int]]
) -> list[tuple[int, int, float]]:
    """Return (source, target, bits) of edges that explain a part of the target which its first source cannot."""
    added: list[tuple[int, int, float]] = []
    for target, parent in enumerate(tree.parents):
        if parent == ROOT and target not in lost_of:
            continue
        first = set(kin[target] if target in lost_of else [parent])
        gains = _gains(family, target, first, first | _heirs(tree, added, target))
        most = max(gains.values(), default=0.0)
        if most >= SECOND_BITS and most >= SECOND_SHARE * family.size(target):
            like = [s for s, gain in gains.items() if gain >= SECOND_LIKE * most]
            source = max(like, key=lambda s: (float(chance[s, target]), -s))
            added.append((source, target, gains[source]))
    return added


def _heirs(tree: _Tree, added: Sequence[tuple[int, int, float]], node: int) -> set[int]:
    """Return a node and all that descends from it, by second sources too."""
    found = tree.below(node)
    while more := {t for s, t, _ in added if s in found} - found:
        found = found.union(*(tree.below(t) for t in more))
    return found


def _gains(family: _Family, target: int, first: Iterable[int], excluded: Collection[int]) -> dict[int, float]:
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


def _taken_from(family: _Family) -> Floats:
    """Return bits for each article as a source: the likeliest original is one that others take from.

    Others gain as far as they are as likely, for of two equals neither may gain by coming first.
    """
    grounds = family.grounds()
    _, alone = arborescence.marginals(family.ground, grounds)
    together = ~_Tree(arborescence.best(family.ground, grounds)).apart()
    likeliest = np.where(together, alone[:, None], 0.0).max(axis=0)
    unissued = np.array([s.issuer is None for s in family.standings])
    return np.asarray(AUTHORITY_BITS * unissued * alone / np.maximum(likeliest, LEAST_CHANCE))


def _settled(family: _Family) -> tuple[_Tree, Floats]:
    """Return the tree that holds most true edges on average, and the probability of every edge.

    What is explained decides who belongs to one tree at all; within a tree edits and its shape decide as well.
    """
    authority = _taken_from(family)
    family.ground += authority[:, None]
    # Among near-copies the shape of the tree tells who is central.
    family.scores += (authority * [1.0 - gate(share) for share in family.literal])[:, None]
    apart = _Tree(arborescence.best(family.ground, family.grounds())).apart()
    scores = np.where(apart, -np.inf, family.scores)
    shape = arborescence.best(scores, family.starts(np.zeros(len(family.members))))
    chance, alone = arborescence.marginals(scores, family.starts(arborescence.centrality(shape)))
    # An origin costs more than any edge, so that no tree falls apart where two equals are as likely each.
    expected = np.where(np.isfinite(scores), chance, -np.inf)
    return _Tree(arborescence.best(expected, alone - len(alone))), chance


def stemma(
    members: Sequence[int], bonds: Sequence[Bond], readings: Sequence[Reading], standings: Sequence[Standing]
) -> Stemma:
    """Return the derivations of one family; the order of `members`, positions, settles what nothing else does."""
    family = _Family(members, bonds, readings, standings)
    tree, chance = _settled(family)
    originals: list[_Lost] = []
    taken: set[int] = set()
    for x in _credited_originals(family, tree):
        if len(set(x.witnesses) - taken) >= 2:
            originals.append(replace(x, witnesses=tuple(w for w in x.witnesses if w not in taken)))
            taken |= set(x.witnesses)
    for root in [t for t in tree.roots() if t not in taken]:
        attested = _attested_original(family, tree, root)
        if attested and not taken & set(attested.witnesses):
            originals.append(attested)
            taken |= set(attested.witnesses)
    lost_of: dict[int, int] = {}
    for number, x in enumerate(originals):
        for w in x.witnesses:
            lost_of.setdefault(w, number)
    edges = _edges(family, tree, chance, originals, lost_of)
    absent = tuple(
        Absent(x.agency, tuple(family.members[w] for w in x.witnesses if lost_of[w] == number), x.confidence)
        for number, x in enumerate(originals)
    )
    return Stemma(tuple(edges), absent)


def _edges(
    family: _Family, tree: _Tree, chance: Floats, originals: Sequence[_Lost], lost_of: Mapping[int, int]
) -> list[Edge]:
    edges = []
    for target, parent in enumerate(tree.parents):
        if target in lost_of:
            number = lost_of[target]
            x = originals[number]
            edges.append(Edge(number, family.members[target], True, x.confidence, _lost_reasons(x), ()))
        elif parent != ROOT:
            edges.append(_edge(family, parent, target, chance))
    kin = {
        t: [m for w, n in lost_of.items() if n == number for m in tree.below(w) if m != t]
        for t, number in lost_of.items()
    }
    for source, target, gain in _second_sources(family, tree, chance, lost_of, kin):
        bits = (gain - SECOND_BITS) / SECOND_DOUBLING
        reasons = (Reason("second source", bits, "explains a part of the target that its other source lacks"),)
        confidence = probability(bits) * float(family.sure[source, target])
        edges.append(Edge(family.members[source], family.members[target], False, confidence, reasons, ()))
    return edges


def _edge(family: _Family, parent: int, target: int, chance: Floats) -> Edge:
    order = sorted(range(len(family.members)), key=lambda s: (-chance[s, target], s))
    others = [(family.members[s], float(chance[s, target])) for s in order if s != parent and chance[s, target] >= 0.01]
    confidence = float(chance[parent, target]) * float(family.sure[parent, target])
    source, drain = family.members[parent], family.members[target]
    return Edge(source, drain, False, confidence, family.reasons(parent, target), tuple(others[:3]))


def _lost_reasons(original: _Lost) -> tuple[Reason, ...]:
    if original.agency:
        text = f"credits name {original.agency}, whose own report is not among the documents"
        return (Reason("credited original", 3.0 * original.confidence, text),)
    text = "several documents agree on text that none of their possible sources among the documents has"
    return (Reason("attested original", 3.0 * original.confidence, text),)
