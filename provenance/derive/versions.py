"""Reports of an agency that nobody has, told by articles that the agency's reports which are there cannot have given.

A wire story is filed again as it grows, and in several languages. Where two articles that were not made from one
another have the same figures, or the same words in several places, and every report of the agency that is there has
them otherwise, they were made from another version; where they share their wording in a language in which no report is
there, from the report in that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, combinations, product

from provenance.derive.family import COPY_SHARE, LEFT_OUT_SHARE, Family
from provenance.derive.tree import Tree
from provenance.derive.wordings import Agreement, agreements, kept
from provenance.standing import RELEASE

OTHERWISE = 3
"""Figures that a report has otherwise than an article and somebody else has them, from which on it was not its source;
one and two are slips, or figures in other units, which copies and translations of one article have in common."""
TWICE = 2
"""Figures of another version that make an article one of its takers, where it has fewer as the report has them."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Reports that nobody has, of agencies others of which are there."""

    agencies: frozenset[str]
    unlike: frozenset[tuple[int, int]]
    """Sources and targets, by position in the family, of which the source cannot have given the target what it has."""
    heirs: frozenset[tuple[int, int]]
    """Reports and articles that have the figures of the report, where others have those of one that is not there."""
    takers: frozenset[int]
    """Articles that have the wording of a report that is not there, none of which made from another alone."""


def withheld_reports(family: Family, tree: Tree) -> Withheld:
    """Return whose reports are not all there, told by articles that none of those which are there explains."""
    reports: dict[str, list[int]] = defaultdict(list)
    for node, standing in enumerate(family.standings):
        if standing.issuer not in (None, RELEASE):
            reports[str(standing.issuer)].append(node)
    found = {agency: w for agency, some in reports.items() for w in _withheld(family, tree, agency, some)}
    return Withheld(
        frozenset(found),
        frozenset().union(*(w.unlike for w in found.values())),
        frozenset().union(*(w.heirs for w in found.values())),
        frozenset().union(*(w.takers for w in found.values())),
    )


def _withheld(family: Family, tree: Tree, agency: str, reports: Sequence[int]) -> Iterator[Withheld]:
    """Yield what tells that reports of an agency are withheld beside these, if anything does."""
    agreed = _agreed(family, reports)
    pairs = {a.pair for some in agreed.values() for a in some}
    copyists = {*chain.from_iterable(a.pair for some in agreed.values() for a in some if a.apart)}
    takers = {*_takers(family, tree, reports), *copyists}
    while more := {n for pair in pairs for n in pair if not takers.isdisjoint(pair)} - takers:
        takers |= more
    agreed = {r: [a for a in some if takers.issuperset(a.pair)] for r, some in agreed.items()}
    versions, heirs = set[tuple[int, int]](), set[tuple[int, int]]()
    if not _from_one(family, reports, sorted(takers)):
        free = [n for n, s in enumerate(family.standings) if s.issuer is None and n not in takers]
        heirs = {(r, n) for r in reports for n in free if _kept(family, tree, r, n, takers)[0] >= TWICE}
        heirs |= {(r, n) for r in agreed for n in free if _worded_as(family, r, n, agreed[r])}
        theirs = {*reports, *(n for _, n in heirs)}
        versions = {*product(theirs, takers), *product(takers, theirs - {*reports})}
    speakers = _speakers(family, tree, reports)
    parted = any(family.parted(*pair) for pair in combinations(speakers, 2))
    if versions or parted:
        # Nobody who is not of the agency gave it a report.
        versions |= {*product(set(range(len(family.members))) - {*reports}, reports)} if versions else set()
        yield Withheld(
            frozenset({agency}), frozenset(versions), frozenset(heirs), frozenset(copyists if versions else ())
        )


def _takers(family: Family, tree: Tree, reports: Sequence[int]) -> list[int]:
    """Return the articles that have the figures of another version than any of `reports`.

    A figure weighs as many accounts as have it so: what one changed, and who copied from it, is one.
    """
    others = [n for n, standing in enumerate(family.standings) if standing.issuer is None]
    unlike: list[int] = []
    places: dict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
    for node in others:
        found = {r: list(_otherwise(family, r, node)) for r in reports if (r, node) in family.variants.passages}
        if found and all(len(some) >= OTHERWISE for some in found.values()):
            unlike.append(node)
            for r, some in found.items():
                for place, sayers in some:
                    weight = _accounts(tree, sayers | {node})
                    for sayer in (node, *sayers):
                        places[sayer][r, place] = max(places[sayer][r, place], weight)
    return [
        n
        for n in others
        if len(places[n]) >= TWICE
        and sum(places[n].values()) > max((_kept(family, tree, r, n, {*unlike} - {n})[1] for r in reports), default=0)
    ]


def _accounts(tree: Tree, side: Set[int]) -> int:
    """Return how many of those who say the same have it from none of them."""
    return sum(tree.parents[n] not in side for n in side)


def _agreed(family: Family, reports: Sequence[int]) -> dict[int, list[Agreement]]:
    """Return for each of `reports` which copies of it go on alike otherwise than it, and than any other of them.

    A report that is marked as a later version had an earlier one; of another's copies one may have gone back to it.
    """
    free = [n for n, standing in enumerate(family.standings) if standing.issuer is None]
    copied = {r: [n for n in free if family.worded.get((r, n), 0.0) >= COPY_SHARE] for r in reports}
    later = {r: family.standings[r].edition > 0 for r in reports}
    found = {r: agreements(family, r, some) if later[r] else [] for r, some in copied.items()}
    pairs = {r: {a.pair for a in some} for r, some in found.items()}

    def explained(one: int, other: int) -> bool:
        return any({one, other} <= {*copied[r]} and (one, other) not in pairs[r] for r in reports)

    return {r: [a for a in some if not explained(*a.pair)] for r, some in found.items()}


def _worded_as(family: Family, report: int, node: int, agreed: Sequence[Agreement]) -> bool:
    """Tell whether an article goes on as a report does in places where copies of another version go on otherwise."""
    places = {place for a in agreed for place in a.places}
    return bool(family.linked[report, node]) and kept(family, report, node, places) >= TWICE


def _otherwise(family: Family, report: int, node: int) -> Iterator[tuple[int, frozenset[int]]]:
    """Yield where the report has a figure otherwise than the node, and who else has it as the node does, if any."""
    for old, new in family.variants.between(report, node):
        sayers = family.variants.sayers(node, new) - {report}
        if sayers:
            yield old.start, sayers


def _kept(family: Family, tree: Tree, report: int, node: int, others: Set[int]) -> tuple[int, int]:
    """Return how many figures a node has as a report has them and some of `others` otherwise, and what these weigh."""
    if (report, node) not in family.variants.passages:
        return 0, 0
    weights = [_accounts(tree, against & others) for _, against in family.variants.sides(report, node)]
    return sum(weight > 0 for weight in weights), sum(weights)


def _speakers(family: Family, tree: Tree, reports: Sequence[int]) -> list[int]:
    """Return the articles below any of `reports` in a language in which neither these are nor anybody's own report."""
    language = [r.article.language for r in family.readings]
    spoken = {language[n] for n, standing in enumerate(family.standings) if standing.issuer not in (None, RELEASE)}
    below = {n for r in reports for n in tree.below(r)}
    return [n for n in sorted(below) if family.standings[n].issuer is None and language[n] not in spoken]


def _from_one(family: Family, reports: Sequence[int], takers: Sequence[int]) -> bool:
    """Tell whether all takers may have been made from one of them."""
    return not takers or any(
        all(_may_give(family, reports, taker, other) for other in takers if other != taker) for taker in takers
    )


def _may_give(family: Family, reports: Sequence[int], source: int, target: int) -> bool:
    """Tell whether a target was perhaps made from a source: it has nothing that other texts in its language give.

    Who shares wording with a report was not made from a text in another language.
    """
    spoken = [r.article.language for r in family.readings]
    copied = max(family.worded.get((r, target), 0.0) for r in reports) >= COPY_SHARE
    if copied and spoken[source] != spoken[target]:
        return False
    rest = [n for n, language in enumerate(spoken) if n not in (source, target) and language == spoken[source]]
    return family.lacked(source, rest, target) < LEFT_OUT_SHARE
