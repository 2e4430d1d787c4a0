"""Edges from one language to another that wording rules out: a text was written in its own."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from provenance.derive.arborescence import ROOT
from provenance.derive.family import Family
from provenance.derive.tree import Tree

NO_WORDING = 0.1
"""Share of two texts in common runs of words below which they may be in two languages; of short ones one may be told
wrongly."""
SHARED_ABROAD = 0.5
"""Share of either of two texts in long runs of the other that two who translate parts of one, each for himself, do
not reach."""
KEPT_ABROAD = 0.37
"""Share of a text in long runs of words of another that no way through a third language leaves: of 60 labelled texts
which went it the greatest is .35."""


def from_abroad(family: Family) -> frozenset[tuple[int, int]]:
    """Return the edges from texts in other languages to those that were made from one in their own.

    Of two that share their wording, and of which neither gave the other all that it has, both were, though that may be
    one which nobody has.
    """
    spoken = [r.article.language for r in family.readings]
    if len({*spoken}) < 2:
        return frozenset()
    pairs = (p for p in combinations(range(len(spoken)), 2) if spoken[p[0]] == spoken[p[1]] and family.parted(*p))
    taken = {n for pair in pairs for n in pair if family.standings[n].issuer is None}
    return frozenset(
        (n, t)
        for t in taken
        for n, language in enumerate(spoken)
        if language != spoken[t] and family.worded.get((n, t), 0.0) < NO_WORDING
    )


def through_abroad(family: Family, tree: Tree) -> frozenset[tuple[int, int]]:
    """Return the edges of a tree from another language to a text that has long runs of words of one further up.

    What was translated there and back has hardly any of these: such a text was made in its own language.
    """
    spoken = [r.article.language for r in family.readings]
    found = set()
    for target, source in enumerate(tree.parents):
        if source == ROOT or spoken[source] == spoken[target]:
            continue
        further = (n for n in tree.line(source) if spoken[n] == spoken[target])
        if any(family.verbatim(n, target) >= KEPT_ABROAD for n in further):
            found.add((source, target))
    return frozenset(found) or _apart(family, tree)


def _apart(family: Family, tree: Tree) -> frozenset[tuple[int, int]]:
    """Return edges of a tree to texts that share their wording with another that is said to be translated too.

    Neither tells all of the other, as two translations do: one of them was made from the other.
    """
    spoken = [r.article.language for r in family.readings]
    across = [(s, t) for t, s in enumerate(tree.parents) if s != ROOT and spoken[s] != spoken[t]]
    abroad = [t for s, t in across if family.worded.get((s, t), 0.0) < NO_WORDING]
    told, found = frozenset(family.told), set()
    for one, other in combinations(abroad, 2):
        alike = spoken[one] == spoken[other] and family.verbatim(one, other) >= SHARED_ABROAD
        forward, back = family.scores[one, other], family.scores[other, one]
        if alike and (one, other) not in told and max(forward, back) > -np.inf:
            later = other if forward >= back else one
            found.add((tree.parents[later], later))
    return frozenset(found)
