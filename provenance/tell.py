"""What a trace says of stemmata: derivations with kinds and shares, lost originals with text, changed facts."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from provenance import evidence, relate
from provenance.article import Article
from provenance.changes import changes
from provenance.changes.lost import changes_from_lost
from provenance.evidence import Reading, Weighed
from provenance.model import Alternative, Change, Derivation, Derived, DocumentRecord, LostOriginal, Match, Passage
from provenance.reconstruct import reconstruct
from provenance.standing import Standing

if TYPE_CHECKING:
    from provenance.derive import Absent, Edge, Stemma

WORDED: tuple[Derived, ...] = ("copy", "excerpt", "rewrite", "summary")
"""What a report of an agency may look like beside another version of it, in one language."""
COPY_SHARE = 0.5
"""Share of the most faithful witness that others must attest for it to be a copy; below it has much of its own."""
Floats: TypeAlias = npt.NDArray[np.float64]
Found: TypeAlias = dict[tuple[int, int], tuple[Match, Weighed]]
"""The matches of a corpus by position, with what they weigh."""


def tell(
    trees: Iterable[Stemma],
    articles: Sequence[Article],
    readings: Sequence[Reading],
    origin: Sequence[Standing],
    found: Found,
    *,
    called: str = "lost-",
) -> tuple[tuple[Derivation, ...], tuple[LostOriginal, ...], tuple[Change, ...]]:
    """Return the derivations, by target and the surest first; the lost originals; and the changed facts.

    The lost originals are `called` that and a number.
    """
    derivations: list[Derivation] = []
    lost: list[LostOriginal] = []
    altered: list[Change] = []
    for tree in trees:
        names = {n: f"{called}{len(lost) + n + 1}" for n in range(len(tree.absent))}
        teller = _Teller(articles, readings, origin, found, names)
        edges = teller.derivations(tree)
        derivations += edges
        altered += teller.changes(tree, edges)
        lost += teller.lost(tree, edges)
    derivations.sort(key=lambda d: (d.target, -d.confidence, d.source))
    return tuple(derivations), tuple(lost), tuple(altered)


def record(article: Article, family: int | None = None) -> DocumentRecord:
    """Return what a trace says of one article."""
    d = article.document
    return DocumentRecord(
        id=d.id,
        origin=d.origin,
        title=d.title,
        outlet=d.outlet,
        published=d.published,
        language=article.language,
        words=len(article.words),
        sha256=hashlib.sha256(d.text.encode("utf-8", "surrogatepass")).hexdigest(),
        credits=article.credits,
        furniture=article.furniture,
        family=family,
        text=d.text,
    )


class _Teller:
    """Turns the stemma of one family, in positions, into what a trace says, in ids."""

    def __init__(
        self,
        articles: Sequence[Article],
        readings: Sequence[Reading],
        origin: Sequence[Standing],
        found: Found,
        names: Mapping[int, str],
    ) -> None:
        self.articles = articles
        self.readings = readings
        self.origin = origin
        self.found = found
        self.names = names
        self._attested: dict[tuple[int, ...], Attested] = {}

    def weighed(self, source: int, target: int) -> Weighed | None:
        """Return a pair with the source on the left, or None where no channel found anything."""
        if source < target:
            return self.found[source, target][1] if (source, target) in self.found else None
        pair = self.found.get((target, source))
        return None if pair is None else evidence.flipped(pair[1])

    def derivations(self, tree: Stemma) -> list[Derivation]:
        """Return the edges of a stemma as derivations."""
        return [self._from_lost(tree, e) if e.lost else self._from_document(e) for e in tree.edges]

    def _from_document(self, edge: Edge) -> Derivation:
        weighed = self.weighed(edge.source, edge.target)
        assert weighed is not None
        likeness = weighed.likeness
        one, other = self.origin[edge.source], self.origin[edge.target]
        same = one.issuer is not None and one.issuer == other.issuer
        kind = relate.kind_of(relate.lean(self.readings[edge.source], self.readings[edge.target], weighed, same))
        key = min(edge.source, edge.target), max(edge.source, edge.target)
        return Derivation(
            source=self.articles[edge.source].id,
            target=self.articles[edge.target].id,
            kind=kind,
            confidence=edge.confidence,
            bits=self.found[key][0].bits,
            share_of_target=min(1.0, likeness.covered[1]),
            share_of_source=min(1.0, likeness.covered[0]),
            credited=self._credited(edge),
            reasons=(*edge.reasons, *self.found[key][0].reasons),
            alternatives=tuple(Alternative(self.articles[s].id, c) for s, c in edge.alternatives),
        )

    def _credited(self, edge: Edge) -> bool:
        """Tell whether the target names the source's agency or outlet, or passes its credit on."""
        one, other = self.origin[edge.source], self.origin[edge.target]
        if one.issuer is not None:
            return one.issuer in other.credited
        outlet = self.articles[edge.source].document.outlet
        named = outlet is not None and outlet.lower() in self.articles[edge.target].text.lower()
        return named or bool(one.credited & other.credited)

    def _from_lost(self, tree: Stemma, edge: Edge) -> Derivation:
        absent = tree.absent[edge.source]
        pairs = [(min(w, edge.target), max(w, edge.target)) for w in absent.witnesses if w != edge.target]
        bits = max((self.found[pair][0].bits for pair in pairs if pair in self.found), default=0.0)
        return Derivation(
            source=self.names[edge.source],
            target=self.articles[edge.target].id,
            kind=self._kind_from_lost(absent, edge.target),
            confidence=edge.confidence,
            bits=bits,
            share_of_target=self._attested_share(edge.target, absent.witnesses),
            share_of_source=None,
            credited=absent.agency in self.origin[edge.target].credited if absent.agency else False,
            reasons=edge.reasons,
            alternatives=(),
        )

    def _kind_from_lost(self, absent: Absent, target: int) -> Derived:
        """Return how a witness came from its lost original; an agency's own report is a version of its other one."""
        kind = self._kind_of_witness(absent.witnesses, target)
        own = absent.agency is not None and self.origin[target].issuer == absent.agency
        return "version" if own and kind in WORDED else kind

    def _kind_of_witness(self, witnesses: tuple[int, ...], target: int) -> Derived:
        """Return how a witness came from its lost original, whoever wrote it.

        The most faithful one is judged by what the others attest, the others by one that is faithful and tells much of
        them, as far as it is attested.
        """
        attested = self._among(witnesses)
        # A witness may be one through a chain of others alone, and share nothing with any of these.
        if attested.best == target or not attested.mates[target]:
            return "copy" if attested.share(target) >= COPY_SHARE else "excerpt"
        # Who has little of the target may be most faithful to the original, and yet can tell no more of what became of
        # it than that quotations were altered.
        told = attested.mates[target]
        stand_in = max(told, key=lambda w: (attested.standing[w] * told[w], -w))
        beside = [attested.best] if attested.best in told and attested.best != stand_in else []
        kinds = [self._kind_beside(w, target, attested) for w in (*beside, stand_in)]
        return "round-trip translation" if "round-trip translation" in kinds else kinds[-1]

    def _kind_beside(self, stand_in: int, target: int, attested: Attested) -> Derived:
        """Return how a witness came from its lost original, with another witness in the place of that."""
        weighed = self.weighed(stand_in, target)
        assert weighed is not None
        leaning = relate.lean(self.readings[stand_in], self.readings[target], weighed)
        kept = min(1.0, leaning.covered_source / max(0.05, attested.share(stand_in)))
        return relate.kind_of_witness(leaning, kept, attested.share(target))

    def _attested_share(self, witness: int, witnesses: tuple[int, ...]) -> float:
        """Return how much of a witness the others have too, in [0, 1], by information."""
        return self._among(witnesses).share(witness)

    def _among(self, witnesses: tuple[int, ...]) -> Attested:
        if witnesses not in self._attested:
            credited = {w: self.origin[w].credited for w in witnesses}
            self._attested[witnesses] = Attested(witnesses, self.readings, self.found, credited)
        return self._attested[witnesses]

    def changes(self, tree: Stemma, edges: Sequence[Derivation]) -> list[Change]:
        """Return the facts that differ along every edge; for a lost original its other witnesses speak."""
        sources: dict[int, list[int]] = defaultdict(list)
        for edge in tree.edges:
            if not edge.lost:
                sources[edge.target].append(edge.source)
        found: list[Change] = []
        passages = [self._passages(absent) for absent in tree.absent]
        kinds = [self._kinds(self.names[n], edges) for n in range(len(tree.absent))]
        for edge, d in zip(tree.edges, edges, strict=True):
            target = self.articles[edge.target]
            if edge.lost:
                witnesses = [self.articles[w] for w in tree.absent[edge.source].witnesses]
                known = [self.articles[s] for s in sources[edge.target]]
                spoken = passages[edge.source], kinds[edge.source]
                found += changes_from_lost(d.source, witnesses, target, *spoken, known=known)
            elif (weighed := self.weighed(edge.source, edge.target)) is not None:
                known = [self.articles[s] for s in sources[edge.target] if s != edge.source]
                found += changes(self.articles[edge.source], target, weighed.passages, d.kind, known)
                found += self._changes_on_the_way_back(tree, edge, sources, known)
        return found

    def _changes_on_the_way_back(
        self, tree: Stemma, edge: Edge, sources: Mapping[int, Sequence[int]], known: Sequence[Article]
    ) -> list[Change]:
        """Return the quotes and names that came out otherwise in what was translated back to a language.

        They can only be held against words of the same language, those of the nearest ancestor that has it; for a lost
        original the witness speaks that tells most of the target.
        """
        target, parent = self.articles[edge.target], self.articles[edge.source]
        if parent.language == target.language:
            return []
        below_lost = {e.target: tree.absent[e.source].witnesses for e in tree.edges if e.lost}
        above = self._told_first(edge.target, below_lost.get(edge.source, ())) + list(sources.get(edge.source, ()))
        seen = {edge.target, edge.source}
        while above:
            ancestor = above.pop(0)
            if ancestor in seen:
                continue
            seen.add(ancestor)
            pair = self.weighed(ancestor, edge.target)
            if self.articles[ancestor].language == target.language and pair is not None:
                found = changes(
                    self.articles[ancestor], target, pair.passages, "round-trip translation", (parent, *known)
                )
                return [c for c in found if c.what in ("quote", "name")]
            above += self._told_first(edge.target, below_lost.get(ancestor, ())) + list(sources.get(ancestor, ()))
        return []

    def _told_first(self, target: int, witnesses: Sequence[int]) -> list[int]:
        """Return the witnesses that share anything with a target in its language, who tells most of it first."""
        told = {w: pair.likeness.covered[1] for w in witnesses if w != target and (pair := self.weighed(w, target))}
        language = self.articles[target].language
        return sorted((w for w in told if self.articles[w].language == language), key=lambda w: (-told[w], w))

    def _passages(self, absent: Absent) -> dict[tuple[str, str], tuple[Passage, ...]]:
        """Return the passages between the witnesses of a lost original, by ids."""
        return {
            (self.articles[i].id, self.articles[j].id): self.found[i, j][1].passages
            for i in absent.witnesses
            for j in absent.witnesses
            if (i, j) in self.found
        }

    def _kinds(self, source: str, edges: Sequence[Derivation]) -> dict[str, Derived]:
        """Return how each witness of a lost original came from it."""
        return {d.target: d.kind for d in edges if d.source == source}

    def lost(self, tree: Stemma, edges: Sequence[Derivation]) -> list[LostOriginal]:
        """Return the lost originals of a stemma with their text."""
        found = []
        for number, absent in enumerate(tree.absent):
            name = self.names[number]
            witnesses = [self.articles[w] for w in absent.witnesses]
            text = reconstruct(witnesses, self._passages(absent), self._kinds(name, edges))
            ids = tuple(sorted(w.id for w in witnesses))
            found.append(LostOriginal(name, absent.agency, ids, absent.confidence, text))
        return found


_PLACES = 9
"""Places behind the point up to which two standings are one."""


class Attested:
    """The witnesses of one lost original among themselves, by position; each two are looked at once."""

    def __init__(
        self,
        witnesses: Sequence[int],
        readings: Sequence[Reading],
        found: Found,
        credited: Mapping[int, frozenset[str]] = MappingProxyType({}),
    ) -> None:
        """`credited` are the agencies that each witness credits."""
        self.readings = readings
        self.standing = dict.fromkeys(witnesses, 0.0)
        """How much the other witnesses find of themselves in each."""
        self.mates: dict[int, dict[int, float]] = {w: {} for w in witnesses}
        """The witnesses that share anything with each, and how much of it they tell."""
        self._coverage: dict[int, Floats] = {}
        for one in witnesses:
            for other in witnesses:
                if one != other and (key := relate.ordered(one, other)) in found:
                    self._add(one, other, found[key][1], 0 if one < other else 1)
        houses = {w: credited.get(w, frozenset()) for w in witnesses}
        agreed = {w: sum(not houses[w].isdisjoint(houses[o]) for o in witnesses if o != w) for w in witnesses}
        equal = {w: (round(self.standing[w], _PLACES), round(self.share(w), _PLACES)) for w in witnesses}
        self.best = max(witnesses, key=lambda w: (*equal[w], agreed[w], -w))
        """The most faithful; of two alike in that, the one that others have more of, or that credits whom they do."""

    def _add(self, one: int, other: int, weighed: Weighed, side: int) -> None:
        likeness = weighed.likeness
        first, second = (share * size for share, size in zip(likeness.verbatim, likeness.sizes, strict=True))
        self.standing[one] += (first + second) / max(1, sum(likeness.sizes))
        self.mates[one][other] = likeness.covered[side]
        coverage = (weighed.coverage.left, weighed.coverage.right)[side]
        known = self._coverage.get(one)
        self._coverage[one] = coverage if known is None else np.maximum(known, coverage)

    def share(self, witness: int) -> float:
        """Return how much of a witness the others have too, in [0, 1], by information."""
        bits = self.readings[witness].sentence_bits
        union = self._coverage.get(witness)
        return 0.0 if union is None else float((bits * union).sum()) / max(1.0, float(bits.sum()))
