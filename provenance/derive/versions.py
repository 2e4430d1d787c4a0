"""Reports of an agency that nobody has, told by articles that the agency's reports which are there cannot have given.

A wire story is filed again as it grows, and in several languages. Where two articles that were not made from one
another have the same figures, and every report of the agency that is there has them otherwise, they were made from
another version; where they share their wording in a language in which no report is there, from the report in that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from provenance.derive.family import COPY_SHARE, Family
from provenance.derive.lost import LACKED
from provenance.derive.tree import Tree
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


def withheld_reports(family: Family, tree: Tree) -> Withheld:
    """Return whose reports are not all there, told by articles that none of those which are there explains."""
    reports: dict[str, list[int]] = defaultdict(list)
    for node, standing in enumerate(family.standings):
        if standing.issuer not in (None, RELEASE):
            reports[str(standing.issuer)].append(node)
    unlike = {agency: _unlike(family, tree, some) for agency, some in reports.items()}
    return Withheld(frozenset(a for a, edges in unlike.items() if edges), frozenset().union(*unlike.values()))


def _unlike(family: Family, tree: Tree, reports: Sequence[int]) -> frozenset[tuple[int, int]]:
    takers = _takers(family, reports)
    versions = {(r, t) for r in reports for t in takers} if any(_apart(family, p) for p in combinations(takers, 2)) else ()
    spoken = [r.article.language for r in family.readings]
    apart = {n for p in combinations(_speakers(family, tree, reports), 2) if _apart(family, p) for n in p}
    foreign = {(n, t) for t in apart for n, language in enumerate(spoken) if language != spoken[t]}
    return frozenset({*versions, *foreign})


def _takers(family: Family, reports: Sequence[int]) -> list[int]:
    """Return the articles that have the figures of another version than any of `reports`."""
    others = [n for n, standing in enumerate(family.standings) if standing.issuer is None]
    places: dict[int, set[tuple[int, int]]] = defaultdict(set)
    kept = {n: max((_kept(family, r, n) for r in reports), default=0) for n in others}
    for node in others:
        known = [r for r in reports if (r, node) in family.variants.passages]
        otherwise = {r: list(_otherwise(family, r, node)) for r in known}
        if known and all(len(some) >= max(OTHERWISE, 2 * kept[node] + 1) for some in otherwise.values()):
            for r, some in otherwise.items():
                for place, sayers in some:
                    for sayer in (node, *sayers):
                        places[sayer].add((r, place))
    return [n for n in others if len(places[n]) >= TWICE and len(places[n]) > kept[n]]


def _otherwise(family: Family, report: int, node: int) -> Iterator[tuple[int, frozenset[int]]]:
    """Yield where the report has a figure otherwise than the node, and who else has it as the node does, if any."""
    for old, new in family.variants.between(report, node):
        sayers = family.variants.sayers(node, new) - {report}
        if sayers:
            yield old.start, sayers


def _kept(family: Family, report: int, node: int) -> int:
    """Return how many figures the two have in one form, while others have them otherwise."""
    if (report, node) not in family.variants.passages:
        return 0
    return sum(bool(against) for _, against in family.variants.sides(report, node))


def _speakers(family: Family, tree: Tree, reports: Sequence[int]) -> list[int]:
    """Return the articles below any of `reports` in a language in which none of these is."""
    language = [r.article.language for r in family.readings]
    spoken = {language[r] for r in reports}
    below = {n for r in reports for n in tree.below(r)}
    return [n for n in sorted(below) if family.standings[n].issuer is None and language[n] not in spoken]


def _apart(family: Family, pair: tuple[int, int]) -> bool:
    """Tell whether two articles share wording, and each leaves out what the other has from elsewhere."""
    one, other = pair
    if family.worded.get(pair, 0.0) < COPY_SHARE:
        return False
    rest = [n for n in range(len(family.members)) if n not in pair]
    return min(family.lacked(one, rest, other), family.lacked(other, rest, one)) >= LACKED
