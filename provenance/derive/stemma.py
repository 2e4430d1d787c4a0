"""From matches to a directed graph: who took from whom, what is lost, and how sure each edge is.

For every ordered pair of related articles `likelihood` says, in bits, how likely "the target took from the source"
is: by what the source explains of the target, by the direction signals of `direction`, and between near-copies by the
edits that lie between them, gap by gap. What is explained settles who belongs to one tree at all. The probability of
each edge is its marginal over all arborescences (`arborescence`), and that arborescence is told which holds most true
edges on average. A lost original is then posited above the articles that credit an agency whose own report nobody
has, or that agree on text which none of their possible parents has, and above those that only all its witnesses
together explain. A second source is added where it explains a part
of the target that the first cannot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from provenance.derive import arborescence
from provenance.derive.abroad import from_abroad, through_abroad
from provenance.derive.acknowledged import acknowledged
from provenance.derive.arborescence import ROOT
from provenance.derive.family import Bond, Family, copies
from provenance.derive.likelihood import AUTHORITY_BITS, gate
from provenance.derive.lost import Lost, attested_original, credited_originals, lost_reasons
from provenance.derive.second import second_sources
from provenance.derive.skipped import skipped
from provenance.derive.translated_back import translated_back
from provenance.derive.tree import Tree
from provenance.derive.versions import withheld_reports
from provenance.evidence import Reading
from provenance.model import Reason
from provenance.relate import probability
from provenance.standing import Standing

LEAST_CHANCE = 1e-9
DOUBTED = 0.5
"""Confidence of an edge below which nobody says it: its target has no source yet."""
SHARPNESS = 1.3
"""What scores are raised by before they become chances: their weights were held near 0 where examples are few, and
of simulated trees, which hold thousands of edges, chances come out right so (calibration error .035, at 1 .066)."""
Floats = npt.NDArray[np.float64]


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


def stemma(
    members: Sequence[int], bonds: Sequence[Bond], readings: Sequence[Reading], standings: Sequence[Standing]
) -> Stemma:
    """Return the derivations of one family; the order of `members`, positions, settles what nothing else does."""
    family = Family(members, bonds, readings, standings)
    unlike = from_abroad(family) | acknowledged(family) | translated_back(family)
    heirs = frozenset[tuple[int, int]]()
    family.known(unlike, heirs)
    tree, chance = settled(family)
    withheld = withheld_reports(family, tree)
    if withheld.agencies:
        # The reports which are there are made from the one that is not, or beside it, like whoever credits the agency.
        standings = [_as_taker(s, withheld.agencies) for s in standings]
        unlike, heirs = unlike | withheld.unlike, withheld.heirs
        family = Family(members, bonds, readings, standings)
        family.known(unlike, heirs, withheld.takers)
        tree, chance = settled(family)
    while through := through_abroad(family, tree):
        unlike |= through
        family = Family(members, bonds, readings, standings)
        family.known(unlike, heirs, withheld.takers)
        tree, chance = settled(family)
    originals: list[Lost] = []
    taken: set[int] = set()
    for x in credited_originals(family, tree):
        if len(set(x.witnesses) - taken) >= 2:
            originals.append(replace(x, witnesses=tuple(w for w in x.witnesses if w not in taken)))
            taken |= set(x.witnesses)
    for root in [t for t in tree.roots() if t not in taken]:
        attested = attested_original(family, tree, chance, root)
        if attested and not taken & set(attested.witnesses):
            originals.append(attested)
            taken |= set(attested.witnesses)
    originals = _joined(family, tree, chance, originals)
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


def _as_taker(standing: Standing, agencies: frozenset[str]) -> Standing:
    """Return the standing of an agency's own report as that of one which credits it, if another is withheld."""
    if standing.issuer not in agencies:
        return standing
    return replace(standing, issuer=None, credited=standing.credited | {standing.issuer})


def _joined(family: Family, tree: Tree, chance: Floats, originals: Sequence[Lost]) -> list[Lost]:
    """Return the lost originals with those made witnesses whom no article explains well enough, but the original."""
    found = list(originals)
    taken, bare = {w for x in originals for w in x.witnesses}, family.grounds()
    for node, parent in enumerate(tree.parents):
        sure = 0.0 if parent == ROOT else float(chance[parent, node]) * family.belongs(tree, node)
        if node in taken or family.standings[node].issuer is not None or sure >= DOUBTED:
            continue
        bits = [family.lost_ground(x.witnesses, node) - bare[node] if x.agency else -np.inf for x in originals]
        if bits and max(bits) > 0:
            place = bits.index(max(bits))
            found[place] = found[place].joined_by(node, probability(SHARPNESS * max(bits)))
    return found


def settled(family: Family) -> tuple[Tree, Floats]:
    """Return the tree that holds most true edges on average, and the probability of every edge.

    What is explained decides who belongs to one tree at all; within a tree edits and its shape decide as well, and at
    last what of a text would come back after it was gone.
    """
    authority = _taken_from(family)
    family.ground += authority[:, None]
    # Among near-copies the shape of the tree tells who is central.
    family.scores += (authority * [1.0 - gate(share) for share in family.literal])[:, None]
    apart = Tree(arborescence.best(family.ground, family.grounds())).apart()
    tree, chance = _shaped(family, apart)
    while against := {edge: bits for edge, bits in skipped(family, tree).items() if edge not in family.skipped}:
        family.skipped |= against
        for (source, target), bits in against.items():
            family.scores[source, target] -= bits
        tree, chance = _shaped(family, apart)
    return tree, chance


def _shaped(family: Family, apart: npt.NDArray[np.bool_]) -> tuple[Tree, Floats]:
    """Return the tree and the probability of every edge; none joins two that are `apart`."""
    scores = np.where(apart, -np.inf, family.scores)
    shape = arborescence.best(scores, family.starts(np.zeros(len(family.members))))
    starts = family.starts(arborescence.centrality(shape))
    chance, alone = arborescence.marginals(scores, starts)
    scores = scores + _of_copies(family, chance, alone)
    chance, alone = arborescence.marginals(SHARPNESS * scores, SHARPNESS * starts)
    # An origin costs more than any edge, so that no tree falls apart where two equals are as likely each.
    expected = np.where(np.isfinite(scores), chance, -np.inf)
    return Tree(arborescence.best(expected, alone - len(alone))), chance


def _of_copies(family: Family, chance: Floats, alone: Floats) -> Floats:
    """Return bits against each edge from a copy to what was rewritten or translated: its original explains as much.

    Which of copies of one another is the first is known from the tree so far: it came from none of the others. An
    issuer's versions are no copies: whoever took the second has what the first lacks.
    """
    bits = np.zeros_like(chance)
    nodes = np.arange(len(alone))
    free = [n for n, standing in enumerate(family.standings) if standing.issuer is None]
    for group in (g for g in copies(free, family.worded) if len(g) > 1):
        inside = np.isin(nodes, group)
        first = chance[~inside][:, inside].sum(axis=0) + alone[inside]
        against = AUTHORITY_BITS * (first / max(LEAST_CHANCE, float(first.max())) - 1.0)
        for source, less in zip(group, against.tolist(), strict=True):
            for target in np.flatnonzero(family.linked[source] & ~inside).tolist():
                bits[source, target] = less * (1.0 - family.steps[source, target].gate)
    return bits


def _taken_from(family: Family) -> Floats:
    """Return bits for each article as a source: the likeliest original is one that others take from.

    Others gain as far as they are as likely, for of two equals neither may gain by coming first.
    """
    grounds = family.grounds()
    _, alone = arborescence.marginals(family.ground, grounds)
    together = ~Tree(arborescence.best(family.ground, grounds)).apart()
    likeliest = np.where(together, alone[:, None], 0.0).max(axis=0)
    unissued = np.array([s.issuer is None for s in family.standings])
    return np.asarray(AUTHORITY_BITS * unissued * alone / np.maximum(likeliest, LEAST_CHANCE))


def _edges(
    family: Family, tree: Tree, chance: Floats, originals: Sequence[Lost], lost_of: Mapping[int, int]
) -> list[Edge]:
    edges = []
    for target, parent in enumerate(tree.parents):
        if target in lost_of:
            number = lost_of[target]
            x = originals[number]
            edges.append(Edge(number, family.members[target], True, x.sure(target), lost_reasons(x), ()))
        elif parent != ROOT:
            edges.append(_edge(family, tree, target, chance))
    kin = {
        t: [m for w, n in lost_of.items() if n == number for m in tree.below(w) if m != t]
        for t, number in lost_of.items()
    }
    for second in second_sources(family, tree, chance, lost_of, kin):
        confidence = probability(second.reason.bits) * float(family.sure[second.source, second.target])
        source, target = family.members[second.source], family.members[second.target]
        edges.append(Edge(source, target, False, confidence, (second.reason,), ()))
    return edges


def _edge(family: Family, tree: Tree, target: int, chance: Floats) -> Edge:
    parent = tree.parents[target]
    order = sorted(range(len(family.members)), key=lambda s: (-chance[s, target], s))
    others = [(family.members[s], float(chance[s, target])) for s in order if s != parent and chance[s, target] >= 0.01]
    confidence = float(chance[parent, target]) * family.belongs(tree, target)
    source, drain = family.members[parent], family.members[target]
    return Edge(source, drain, False, confidence, family.reasons(parent, target), tuple(others[:3]))
