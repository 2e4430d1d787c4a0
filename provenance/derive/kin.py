"""How sure it is that two articles of one family go back to one source, or the one to the other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from provenance import relate
from provenance.article import Pair
from provenance.derive.stemma import Stemma
from provenance.evidence import Reading, Weighed
from provenance.model import DERIVED, Match, Reason

_MOST = 60.0
"""Bits that no probability goes beyond."""
_Node: TypeAlias = tuple[bool, int]
"""Whether it is a lost original, and its position or number."""


def kinship(tree: Stemma, pairs: Iterable[Pair]) -> dict[Pair, float]:
    """Return for each of the pairs that have a source in common, or are above one another, how sure that is.

    It is the product of the confidences of all edges from either up to what they have in common, where that is
    greatest. Two sources of one article have nothing in common by that.
    """
    above = _above(tree)
    lines: dict[int, dict[_Node, float]] = {}
    found: dict[Pair, float] = {}
    for pair in pairs:
        for node in pair:
            lines[node] = lines.get(node) or _line((False, node), above)
        mine, theirs = (lines[node] for node in pair)
        sure = max((p * theirs[n] for n, p in mine.items() if n in theirs), default=0.0)
        if sure:
            found[pair] = sure
    return found


def _above(tree: Stemma) -> Mapping[_Node, dict[_Node, float]]:
    above: dict[_Node, dict[_Node, float]] = defaultdict(dict)
    for e in tree.edges:
        above[False, e.target][e.lost, e.source] = e.confidence
    return above


def _line(node: _Node, above: Mapping[_Node, dict[_Node, float]]) -> dict[_Node, float]:
    """Return a node and all above it, each with the greatest product of confidences up to it."""
    found = {node: 1.0}
    waiting = [node]
    for here in waiting:
        for source, confidence in sorted(above.get(here, {}).items()):
            if found[here] * confidence > found.get(source, 0.0):
                found[source] = found[here] * confidence
                waiting.append(source)
    return found


def as_kin(found: Match, left: Reading, right: Reading, weighed: Weighed, confidence: float) -> Match:
    """Return the match of two articles that go back to one source with such a probability, if they do so rather.

    Two retellings of a story may have so little in common that chance explains it; what ties them is what both retell.
    """
    if found.relation in DERIVED or confidence < 0.5:
        return found
    bits = min(_MOST, math.log2(confidence / max(2.0**-_MOST, 1.0 - confidence)))
    reason = Reason("family", bits - found.bits, "others of their family show that both go back to one source")
    return replace(
        found,
        relation=relate.taken(left, right, weighed),
        confidence=confidence,
        bits=bits,
        reasons=(*found.reasons, reason),
    )
