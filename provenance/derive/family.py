"""One family of related articles: who explains how much of whom, and how likely each edge is.

What two unlike articles make up is the source of neither; what all agree on alike, each in words of its own, was taken
from none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations

import numpy as np
import numpy.typing as npt

from provenance.changes.quantities import as_fitted
from provenance.derive import arborescence, chosen
from provenance.derive.edits import UNCOUNTED, Edits, edits
from provenance.derive.likelihood import (
    ACROSS,
    Start,
    Step,
    direction_bits,
    edited_bits,
    gate,
    ground_bits,
    likeness_bits,
    root_bits,
    start_bits,
)
from provenance.derive.script import script
from provenance.derive.slips import exchanged, forms, slips
from provenance.derive.tree import Tree
from provenance.derive.variants import Variants
from provenance.direction import names_as_source, one_house, signals
from provenance.evidence import Reading, Weighed
from provenance.model import Passage, Reason
from provenance.standing import RELEASE, Standing

SINGLE_BITS = -100.0
"""Score of any original within one tree, so that it has one."""
COMPILED_BITS = -25.0
"""Bits for what two unlike articles make up as the source of either."""
WHOLE, PART = 0.7, 0.6
"""Share of it that the two explain together, and share of each of them that it may explain at most."""
MOST_PARTS = 6
"""Articles that are looked at, two by two, as the parts of one."""
ALL = 0.85
"""Share of either of two texts from which on they tell the same."""
FAINT, LEFT_OUT = 0.15, 0.02
"""Coverage up to which a sentence is not told, and the share of such sentences up to which nothing was left out."""
BESIDE_LEAST, BESIDE_BITS, BESIDE_MOST = 0.1, 250.0, 40.0
"""Share of chosen words that two texts have in common beyond what one between them would hand on (nine in ten who do
stand between reach .1, and one in ten translations does not), the bits for all of it, and the most."""
REPORT_LEAST, REPORT_BITS, LEAST_HANDED, REPORT_SHARE = 0.4, 60.0, 0.01, 0.5
"""Part of what a target shares with an agency's own report that it shares with a third too, beyond what the report
handed on to both: the most of one made from it, the bits for all of it, the least that is counted as shared, and how
much of what speaks against others as sources does against a report. It is the likelier source, so that it takes more to
tell that it is none."""
ELSEWHERE = 0.4
"""How much of what speaks against a text as the source of all others in its language speaks against it as the source
of the one in another language that tells the same: versions and their copies look like that too."""
MOST_GIVEN = 1 / 3
"""What speaks so against at least two in three of them: one may be its copy, or as like it by chance."""
LEAST_REASON = 0.05
"""Bits below which a signal is not worth telling."""
COPY_SHARE = 0.5
"""Share of two texts in common runs from which on one is a copy of the other."""
LEFT_OUT_SHARE = 0.1
"""Share of a target that others give and a source lacks, from which on it was not made from that one alone."""
SHORTER, SCATTERED = 0.5, 0.1
"""Share of a text up to which another is none but a part or a summary of it, and the share of words in short runs that
counts there beside the long ones: whoever sums up picks words from everywhere, and what lies between is no edit."""
NEAR_COPY = 0.75
"""Share of two texts in common runs that two translations of one text do not reach."""
NEARER_BITS, NEARER_ACROSS = 2.0, 6.0
"""What must speak more for a witness of a lost original than for any other, for what it explains to be made from it, in
its own language and in another."""
LESS_KNOWN, LESS_ACROSS = -1, -2
"""How many figures less such a witness may have of what it explains than the others have."""
OF_TEXT = ("containment", "specifics", "quotes")
"""The signals that what a witness of a lost original says may stand for what that one said."""
AKIN = (True, False)
RIVALS = ((False, False), AKIN, (True, True))
"""Sources that are rivals of one another: those in the target's language, in others of its script, in other scripts."""
FIGURES_MOST = 4.3
FIGURES = ("count", "money", "percent", "span")
LEAST_FIGURE = 3.0
"""Ones and twos are words as often as figures."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Bond:
    """Two articles of a family, by position, with what their passages weigh; ``left < right``."""

    left: int
    right: int
    weighed: Weighed
    confidence: float


def families(count: int, bonds: Sequence[Bond]) -> list[tuple[int, ...]]:
    """Return the groups of articles that bonds connect, largest first, each in order of position."""
    groups = connected(range(count), [(b.left, b.right) for b in bonds])
    return sorted((g for g in groups if len(g) > 1), key=lambda g: (-len(g), g))


def copies(nodes: Sequence[int], worded: Mapping[tuple[int, int], float]) -> list[tuple[int, ...]]:
    """Return `nodes` in groups of copies of one another, each in order."""
    return connected(nodes, [p for p in combinations(nodes, 2) if worded.get(p, 0.0) >= COPY_SHARE])


def connected(nodes: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Return `nodes` in the groups that pairs of them connect, each in order, the groups by their first."""
    root = {node: node for node in nodes}

    def find(x: int) -> int:
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    for pair in pairs:
        one, other = sorted(map(find, pair))
        root[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for node in sorted(root):
        groups[find(node)].append(node)
    return [tuple(groups[first]) for first in sorted(groups)]


class Family:
    """One family while its stemma is found: who explains how much of whom, and the scores of all edges."""

    def __init__(
        self, members: Sequence[int], bonds: Sequence[Bond], readings: Sequence[Reading], standings: Sequence[Standing]
    ) -> None:
        self.members = tuple(members)
        self.place = {m: i for i, m in enumerate(members)}
        self._told: dict[int, Floats] = {}
        """How well the best of all others explains each sentence of an article."""
        self.readings = [readings[m] for m in members]
        self.standings = [standings[m] for m in members]
        count = len(members)
        self.sizes = [max(1.0, float(r.sentence_bits.sum())) for r in self.readings]
        self.coverage: dict[tuple[int, int], Floats] = {}
        self.weighed: dict[tuple[int, int], Weighed] = {}
        self.figures = [_figures(r) for r in self.readings]
        self.numerals = [_numerals(r) for r in self.readings]
        self.sure = np.zeros((count, count))
        self.signals: dict[tuple[int, int], tuple[Reason, ...]] = {}
        self.steps: dict[tuple[int, int], Step] = {}
        self.ground = np.full((count, count), -np.inf)
        self.likeness = np.full((count, count), -np.inf)
        self.scores = np.full((count, count), -np.inf)
        self.literal = self._literal(bonds)
        self.worded = self._worded(bonds)
        whole = [b for b in bonds if self._leaves_nothing_out(b)]
        self.whole = frozenset((self.place[b.left], self.place[b.right]) for b in whole)
        """The pairs in two languages of which neither leaves anything out."""
        told = {(self.place[b.left], self.place[b.right]) for b in bonds if min(b.weighed.likeness.covered) >= ALL}
        self.told = sorted(told | self.whole)
        """The pairs that tell all of each other."""
        self.beside = self._beside()
        for bond in bonds:
            self._add(bond)
        self.variants = Variants(
            [r.article for r in self.readings], {pair: weighed.passages for pair, weighed in self.weighed.items()}
        )
        for (source, target), step in self._beyond().items():
            self._score(source, target, step)
        self.skipped: dict[tuple[int, int], float] = {}
        """Bits against edges whose source lacks what its target has from further up."""
        self.heirs: frozenset[tuple[int, int]] = frozenset()
        """Sources and targets that have in common what tells that the one came from the other."""
        self.takers: frozenset[int] = frozenset()
        """Articles each of which was made from a version that is not there of a report which is."""
        self.compiled = self._compilations()
        """The edges from what is put together of its target and another article."""
        for source, target in sorted(self.compiled):
            self.scores[source, target] += COMPILED_BITS
            self.ground[source, target] += COMPILED_BITS

    def _compilations(self) -> set[tuple[int, int]]:
        """Return (source, target) where the source is put together from the target and another that is unlike it.

        Whoever is made of two stories that have nothing to do with each other did not give both of them away. An
        issuer's own report is not made of others: they took its parts.
        """
        found = set()
        for node in (n for n, standing in enumerate(self.standings) if standing.issuer is None):
            parts = [p for p in np.flatnonzero(self.linked[node]).tolist() if self.share(node, p) <= PART]
            parts = sorted(parts, key=lambda p: (-self.share(p, node), p))[:MOST_PARTS]
            bits = self.readings[node].sentence_bits
            for one, other in combinations(parts, 2):
                told = float((bits * self.explained_by([one, other], node)).sum())
                if not self.linked[one, other] and told >= WHOLE * self.size(node):
                    found |= {(node, one), (node, other)}
        return found

    def _leaves_nothing_out(self, bond: Bond) -> bool:
        """Tell whether each of two articles in two languages has something of every sentence of the other.

        Where a language is read badly, all of a text may be told and none of it surely; but nothing is left out.
        """
        sides = [self.readings[self.place[side]] for side in (bond.left, bond.right)]
        if sides[0].article.language == sides[1].article.language:
            return False
        return max(map(_untold, sides, (bond.weighed.coverage.left, bond.weighed.coverage.right))) <= LEFT_OUT

    def _beside(self) -> dict[tuple[int, int], float]:
        """Return the bits against an edge between texts of one language that a text of another tells all of.

        Whoever stands between two texts has more in common with either than they have with each other. If a third
        is as near to the target as the target is to its source, all three were translated, each for itself. A
        near-copy of either is no third, and versions by one house are not translated. Who names another's
        paper is taken at its word.
        """
        found: dict[tuple[int, int], float] = {}
        for group, tellers in self._retold():
            shared = np.zeros((len(group), len(group)))
            for i, j in combinations(range(len(group)), 2):
                shared[i, j], shared[j, i] = chosen.shares(self.readings[group[i]], self.readings[group[j]])
            near = np.array([[self.worded.get((i, j), float(i == j)) >= NEAR_COPY for j in group] for i in group])
            against = np.zeros((len(group), len(group)))
            for i, j in permutations(range(len(group)), 2):
                thirds = ~(near[i] | near[j])
                one, other = self.standings[group[i]], self.standings[group[j]]
                if not near[i, j] and not one_house(one, other) and thirds.any():
                    # With the third: what the target shares, less what it would if all of it had come by the source.
                    handed = shared[j, i] * shared[i, thirds]
                    beyond = shared[j, thirds] - handed
                    bits = BESIDE_BITS * (float(beyond.mean()) - BESIDE_LEAST)
                    if one.issuer is not None:
                        part = beyond / np.maximum(shared[j, i] - handed, LEAST_HANDED)
                        bits = min(REPORT_SHARE * bits, REPORT_BITS * (float(part.mean()) - REPORT_LEAST))
                    against[i, j] = min(BESIDE_MOST, bits)
                edge = group[i], group[j]
                found[edge] = max(found.get(edge, 0.0), float(against[i, j]))
            for edge, bits in self._elsewhere(group, tellers, against):
                found[edge] = max(found.get(edge, 0.0), bits)
        at = self.standings
        return {(i, j): bits for (i, j), bits in found.items() if bits > 0 and at[i].outlet not in at[j].papers}

    def _elsewhere(
        self, group: Sequence[int], tellers: Sequence[int], against: Floats
    ) -> Iterator[tuple[tuple[int, int], float]]:
        """Yield the edges from texts of one language to those of others that tell all of them, with bits against each.

        Whoever gave the others nothing in its own language did not give it to them in another, see `against`; but who
        has its slips, which the others have not, has them from there.
        """
        for i, node in enumerate(group):
            bits = ELSEWHERE * float(np.quantile(np.delete(against[i], i), MOST_GIVEN))
            rest = [self.readings[n] for n in group if n != node]
            for teller in tellers:
                if not slips(self.readings[node], self.readings[teller], rest):
                    yield (node, teller), bits

    def _retold(self) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Return the groups of three and more texts of one language that texts of others tell all of, with these."""
        languages = [r.article.language for r in self.readings]
        retold: dict[tuple[int, str], set[int]] = defaultdict(set)
        for one, other in self.told:
            if languages[one] != languages[other]:
                retold[one, languages[other]].add(other)
                retold[other, languages[one]].add(one)
        tellers: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for (teller, _), told in sorted(retold.items()):
            if len(told) > 2:
                tellers[tuple(sorted(told))].append(teller)
        return [(group, tuple(tellers[group])) for group in sorted(tellers)]

    def known(
        self,
        unlike: Collection[tuple[int, int]],
        heirs: Collection[tuple[int, int]],
        takers: Collection[int] = (),
    ) -> None:
        """Leave no chance to edges whose source cannot have given its target what that has; keep who has who's.

        `takers` are articles each made from a version that is not there of a report which is.
        """
        for source, target in sorted(unlike):
            self.scores[source, target] = self.ground[source, target] = -np.inf
        self.heirs = frozenset(heirs)
        self.takers = frozenset(takers)

    def belongs(self, tree: Tree, node: int) -> float:
        """Return how sure it is that an article was made from any other of its tree, in [0, 1].

        Whoever shares what only derivation explains with an article that it did not give it to has it from there, or
        from where that one has it.
        """
        rest = set(range(len(self.members))) - tree.below(node)
        return max((float(self.sure[n, node]) for n in rest), default=0.0)

    def share(self, source: int, target: int) -> float:
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

    def _worded(self, bonds: Sequence[Bond]) -> dict[tuple[int, int], float]:
        """Return for each two related articles, either way, the share of both that is in common runs of words."""
        found = {}
        for bond in bonds:
            s, t = self.place[bond.left], self.place[bond.right]
            shares, sizes = bond.weighed.likeness.verbatim, bond.weighed.likeness.sizes
            matched = shares[0] * sizes[0] + shares[1] * sizes[1]
            found[s, t] = found[t, s] = matched / max(1, sum(sizes))
        return found

    def _add(self, bond: Bond) -> None:
        s, t = self.place[bond.left], self.place[bond.right]
        self.weighed[s, t] = bond.weighed
        coverage = bond.weighed.coverage
        self.coverage[s, t], self.coverage[t, s] = coverage.right, coverage.left
        self.sure[s, t] = self.sure[t, s] = bond.confidence
        found = signals(self.readings[s], self.readings[t], bond.weighed, self.standings[s], self.standings[t])
        likeness = bond.weighed.likeness
        literal = max(likeness.worded)
        if min(likeness.sizes) < SHORTER * max(likeness.sizes):
            literal = min(literal, max(likeness.verbatim) + SCATTERED)
        # Counting them takes half of all the time, and where they do not count nothing asks for them.
        between = edits(self.readings[s], self.readings[t], bond.weighed) if gate(literal) else UNCOUNTED
        self._step(s, t, between, literal, found)
        self._step(t, s, between.flipped(), literal, tuple(Reason(r.signal, -r.bits, r.text) for r in found))

    def _step(self, source: int, target: int, between: Edits, literal: float, found: tuple[Reason, ...]) -> None:
        bits = self.readings[target].sentence_bits
        mine, theirs = self.figures[target], self.figures[source]
        one, other = self.standings[source], self.standings[target]
        own = other.issuer is not None and one.issuer not in (other.issuer, RELEASE)
        covered = float((bits * self.coverage[source, target]).sum())
        told = float((self.readings[source].sentence_bits * self.coverage[target, source]).sum()) / self.sizes[source]
        across = self.readings[source].article.language != self.readings[target].article.language
        # An agency's services in two languages give each other whole reports; another's it names.
        whole = across and (min(source, target), max(source, target)) in self.told
        handed = whole and one.issuer is not None and not names_as_source(one, other)
        self.signals[source, target] = found
        self.steps[source, target] = Step(
            edits=between,
            literal=literal,
            covered=covered,
            size=self.sizes[target],
            signals={r.signal: r.bits for r in found},
            figures=max(-FIGURES_MOST, min(FIGURES_MOST, len(mine & theirs) - len(mine) / 2)),
            issued=own and not handed and not names_as_source(other, one),
            issuer=one.issuer is not None,
            across=across,
            used=min(1.0, told / (ACROSS if across else 1.0)),
            beside=self.beside.get((source, target), 0.0),
            lacking=0.0,
            unsaid=0,
            exchanged=0,
            differing=0,
            foreign=False,
        )

    def _beyond(self) -> dict[tuple[int, int], Step]:
        """Return the steps with what each target has in common with its other sources beyond the one at hand.

        Where a text was rewritten, who has a word of it that all others lack, or a figure, is known as its source, and
        who has in another form what another has as the target does is known as none; near-copies are told apart by
        the edits between. Only texts of one script have names and borrowed words in common letter by letter, so that
        those of other scripts have rivals of their own.
        """
        scripts = [script(r.article) for r in self.readings]
        sources: dict[tuple[int, bool, bool], list[int]] = defaultdict(list)
        for (source, target), step in self.steps.items():
            sources[target, step.across, scripts[source] != scripts[target]].append(source)
        steps = dict(self.steps)
        for target in range(len(self.members)):
            rivals = [some for across, foreign in RIVALS if (some := sources.get((target, across, foreign)))]
            akin = (target, *AKIN) in sources
            said = {s: len(self.numerals[s] & self.numerals[target]) for some in rivals for s in some}
            retold = [some for some in rivals if any(self.steps[s, target].gate < 1.0 for s in some)]
            shared = frozenset[str]().union(*(forms(self.readings[s]) for s in said)) if retold else frozenset[str]()
            for some in retold:
                common = chosen.in_common(self.readings[target], [self.readings[s] for s in some])
                most = max(
                    (b for s, b in zip(some, common, strict=True) if not self._took_from(s, target)), default=0.0
                )
                for s, bits in zip(some, common, strict=True):
                    steps[s, target] = replace(
                        steps[s, target],
                        lacking=max(0.0, most - bits),
                        foreign=akin and scripts[s] != scripts[target],
                        unsaid=max(said.values()) - said[s],
                        exchanged=exchanged(self.readings[s], self.readings[target], shared),
                    )
        for (s, t), step in steps.items():
            if step.gate < 1.0:
                steps[s, t] = replace(step, differing=self.variants.exchanged(s, t))
        return steps

    def _took_from(self, node: int, report: int) -> bool:
        """Tell whether an article is a near-copy of an issuer's own report, so that the report has no word from it."""
        one, other = self.standings[node], self.standings[report]
        return other.issuer not in (None, one.issuer) and self.worded.get((node, report), 0.0) >= NEAR_COPY

    def _score(self, source: int, target: int, step: Step) -> None:
        self.steps[source, target] = step
        self.ground[source, target] = ground = ground_bits(step)
        self.likeness[source, target] = likeness_bits(step)
        self.scores[source, target] = ground + edited_bits(step)

    def lost_ground(self, witnesses: Sequence[int], target: int) -> float:
        """Return the score of an edge from an original that nobody has, as far as its witnesses tell of it.

        What any of them explains it explains, it lacks nothing that they have, and it is an issuer's own report. A
        translation tells of it, though it may be known to be nobody's source in the original's language.
        """
        near = [w for w in witnesses if (w, target) in self.steps and (w, target) not in self.compiled]
        if not near:
            return -np.inf
        nearest = self.steps[max(near, key=lambda w: (self.ground[w, target], -w)), target]
        covered = float((self.readings[target].sentence_bits * self.explained_by(near, target)).sum())
        across = all(self.steps[w, target].across for w in near)
        signals = {name: bits for name, bits in nearest.signals.items() if name in OF_TEXT}
        original = replace(
            nearest, covered=covered, across=across, signals=signals, issuer=True,
            lacking=0.0, unsaid=0, exchanged=0, differing=0, beside=0.0, foreign=False,
        )  # fmt: skip
        return ground_bits(original)

    def grounds(self) -> Floats:
        """Return the score of each article as an original beside what is explained of it."""
        return np.array([root_bits(Start(s.issuer is not None, 0.0, 0.0)) for s in self.standings])

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
        if back := self.skipped.get((target, source)):
            telling.append(Reason("gone", back, "what the target lacks of an article further up the source has"))
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

    def passages(self, source: int, target: int) -> tuple[Passage, ...]:
        """Return the passages of two related articles, the source on the left."""
        weighed = self.weighed.get((source, target))
        return weighed.passages if weighed else tuple(p.flipped() for p in self.weighed[target, source].passages)

    def margin(self, source: int, rest: Sequence[int], target: int) -> float:
        """Return the share of the target that `source` explains beyond what `rest` together does, in [-1, 1]."""
        bits = self.readings[target].sentence_bits
        mine, others = self.explained_by([source], target), self.explained_by(rest, target)
        return float((bits * (mine - others)).sum()) / self.size(target)

    def lacked(self, source: int, rest: Sequence[int], target: int) -> float:
        """Return the share of the target that `rest` together explains beyond what `source` does, in [0, 1]."""
        bits = self.readings[target].sentence_bits
        mine, others = self.explained_by([source], target), self.explained_by(rest, target)
        return float((bits * np.maximum(0.0, others - mine)).sum()) / self.size(target)

    def verbatim(self, one: int, other: int) -> float:
        """Return the share of either of two articles, the greater, that is in long runs of words of the other."""
        weighed = self.weighed.get((min(one, other), max(one, other)))
        return max(weighed.likeness.verbatim) if weighed else 0.0

    def parted(self, one: int, other: int) -> bool:
        """Tell whether two articles share their wording, and either leaves out what the other has from elsewhere."""
        if self.worded.get((one, other), 0.0) < COPY_SHARE:
            return False
        return self.each_lacks(one, other)

    def each_lacks(self, one: int, other: int) -> bool:
        """Tell whether either of two articles leaves out what the other has from elsewhere."""
        return min(self._missed(one, other), self._missed(other, one)) >= LEFT_OUT_SHARE

    def _missed(self, source: int, target: int) -> float:
        """Return what `lacked` does with all others as the rest, whose best is the same whoever the source is."""
        if target not in self._told:
            self._told[target] = self.explained_by([n for n in range(len(self.members)) if n != target], target)
        bits, mine = self.readings[target].sentence_bits, self.explained_by([source], target)
        return float((bits * (self._told[target] - mine)).sum()) / self.size(target)

    def first(self, nodes: Sequence[int]) -> int:
        """Return the one of `nodes` that the others most likely came from, the smallest of equals."""
        some = list(nodes)
        starts = self.starts(np.zeros(len(self.members)))[some]
        _, alone = arborescence.marginals(self.scores[np.ix_(some, some)], starts)
        return some[int(alone.argmax())]

    def nearer(self, source: int, rest: Sequence[int], target: int) -> bool:
        """Tell whether a source is clearly likelier than each of `rest`, and these have hardly any figure beyond it."""
        rivals = max((float(self.scores[r, target]) for r in rest), default=-np.inf)
        across = self.steps[source, target].across
        bits, less = (NEARER_ACROSS, LESS_ACROSS) if across else (NEARER_BITS, LESS_KNOWN)
        return bool(self.scores[source, target] >= rivals + bits) and self.inherited(source, rest, target) >= less

    def accounts(self, nodes: Sequence[int]) -> int:
        """Return how many of these articles can stand for themselves.

        Those that tell all of each other in two languages are one and its translations, of which some may not be
        among `nodes`: the credits of these were translated with the rest. Where there are several in either
        language, it is so if none of them can have been made from another, or if they are no near-copies and there
        is one only in the other.
        """
        languages = [r.article.language for r in self.readings]
        across = [(i, j) for i, j in self.told if languages[i] != languages[j]]
        inside = set(nodes)

        def alone(node: int) -> bool:
            alike = [n for n in inside if n != node and languages[n] == languages[node] and self.linked[n, node]]
            return all(self.beside.get((n, node), 0.0) > 0 and not self.parted(n, node) for n in alike)

        joined = connected(range(len(self.members)), [(i, j) for i, j in across if alone(i) and alone(j)])
        return 1 if self._translated(nodes) else sum(not inside.isdisjoint(group) for group in joined)

    def _translated(self, nodes: Sequence[int]) -> bool:
        """Tell whether these are one article and its translations: the only one in its language, and all of it in each.

        Where all texts in a language are near-copies, one of them gave it to the others; where two are copies and
        neither gave the other all, a third did.
        """
        spoken: dict[str | None, list[int]] = defaultdict(list)
        for node in nodes:
            spoken[self.readings[node].article.language].append(node)
        for some in spoken.values():
            pairs = list(combinations(some, 2))
            near = pairs and all(self.worded.get(pair, 0.0) >= NEAR_COPY for pair in pairs)
            if near or any(self.parted(*pair) for pair in pairs):
                return False
        only = [some[0] for some in spoken.values() if len(some) == 1]
        return any(all((min(n, o), max(n, o)) in self.whole for o in nodes if o != n) for n in only)

    def size(self, target: int) -> float:
        """Return the information of a whole article, in bits, at least 1."""
        return self.sizes[target]


def _untold(reading: Reading, coverage: Floats) -> float:
    """Return the share of an article in sentences that are not told at all, in [0, 1]."""
    bits = reading.sentence_bits
    return float(bits[coverage <= FAINT].sum() / max(1.0, float(bits.sum())))


def _numerals(reading: Reading) -> frozenset[int]:
    """Return the keys of an article's numerals of two digits and more, outside furniture."""
    words = reading.article.words
    chosen = reading.numeral & reading.content & (words.ends - words.starts >= 2)
    return frozenset(words.keys[chosen].tolist())


def _figures(reading: Reading) -> frozenset[float]:
    """Return what an article counts, weighs and pays, outside furniture, however its figures are written."""
    some = [q for q in as_fitted(reading.article) if q.kind in FIGURES and len(q.values) == 1]
    starts = reading.article.words.starts
    # Of the array's own type: plain integers would have it copied to a wider one.
    places = starts.searchsorted(np.array([q.start for q in some], np.int32)).tolist()
    return frozenset(
        round(q.value, 3)
        for q, place in zip(some, places, strict=True)
        if q.value >= LEAST_FIGURE and place < len(starts) and reading.content[place]
    )
