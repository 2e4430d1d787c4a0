"""How likely an edge of a derivation graph is, in bits: a log-linear model of what lies between source and target.

What the source explains of the target, what the target adds, who issued it and the direction signals make up the
ground of the score. Between near-copies the edits count as well, with fitted weights; where a text was rewritten or
translated counting edits says little, and they do not count.

The probability of a whole tree is proportional to 2 to the sum over its edges (Xu & Smith, AAAI 2018, with the
matrix-tree theorem of `arborescence`), so the weights can be fitted by maximum likelihood on trees whose truth is
known; ``edge_weights.json`` is written by ``tests/quality/fit_edges.py``. Edits are counted block by block
(`edits`), not word by word, and alike both ways: they tell who is next to whom, as in text phylogeny (Marmerola et
al. 2016); the order comes from the signals, from slips, and from who is central.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from provenance.derive.edits import Edits


@dataclass(frozen=True, slots=True)
class Step:
    """What lies between a source, on the left of `edits`, and a target."""

    edits: Edits
    literal: float
    """Share of the words of the one of the two that the other holds more of, word for word, in [0, 1]."""
    covered: float
    """Bits of the target that the source explains."""
    size: float
    """Bits of the target."""
    signals: Mapping[str, float]
    """The signals of `direction` by name, positive for this direction."""
    figures: float
    """Figures of the target that the source has too, less half of all its figures."""
    issued: bool
    """The target is an issuer's own report, and the source is not of that issuer."""
    issuer: bool
    """The source is an issuer's own report."""

    @property
    def gate(self) -> float:
        """How far edits count, in [0, 1]."""
        return gate(self.literal)


@dataclass(frozen=True, slots=True)
class Start:
    """An article taken as one that came from no other."""

    issuer: bool
    gate: float
    """How far the article is a near-copy of any other."""
    centrality: float
    """How central the article is in its family, log2, at most 0."""


EXPLAINED = 0.05
"""Bits of score for each bit of the target that the source explains."""
ADDED = 0.2
"""How much of that an unexplained bit takes away again."""
ISSUED_BITS = -25.0
"""An issuer's own report is not made from somebody else's; only from a version of its own."""
FIGURE_BITS = 1.4
"""Score of each figure of the target that the source has too, and half of it against the source for any figure."""
AUTHORITY_BITS = 3.0
"""A source that others take from, or that issued the story, is a likelier source than a copy of it."""
ROOT_BITS = -12.0
"""Score of taking an article that has matches as an original."""
ISSUER_ROOT_BITS = 6.0
REWRITTEN, LITERAL = 0.55, 0.75
"""Shares of words in common up to which edits do not count, and from which on they do."""

REWEIGHED = ("time", "credit")
"""The signals of `direction` that have fitted weights beside their own bits."""
AGAINST = "against "
"""What a signal takes away is weighed apart from what it adds: a right order proves little, a wrong one much."""


def _likeness(name: str) -> Callable[[Step], float]:
    return lambda x: LIKENESS[name](x.edits)


def _for(name: str) -> Callable[[Step], float]:
    return lambda x: max(0.0, x.signals.get(name, 0.0))


def _against(name: str) -> Callable[[Step], float]:
    return lambda x: min(0.0, x.signals.get(name, 0.0))


LIKENESS: dict[str, Callable[[Edits], float]] = {
    "near copy": lambda _: 1.0,
    "changed": lambda x: x.changed / 10,
    "changes": lambda x: math.log2(1 + x.changed),
    "alone": lambda x: sum(x.alone),
    "alone length": lambda x: sum(x.length),
    "alone bits": lambda x: sum(x.bits) / 100,
    "moved": lambda x: x.moved,
}
"""What is measured of two articles whichever was first: it makes out neighbours, and leaves every direction open."""
STEPS: dict[str, Callable[[Step], float]] = {
    **{name: _likeness(name) for name in LIKENESS},
    "slips": lambda x: x.edits.slips[1] - x.edits.slips[0],
    "from an issuer": lambda x: x.issuer,
    **{name: _for(name) for name in REWEIGHED},
    **{AGAINST + name: _against(name) for name in REWEIGHED},
}
"""What is measured of an edge; the weighted sum is added to its ground as far as edits count."""

STARTS: dict[str, Callable[[Start], float]] = {
    "centrality": lambda x: x.centrality,
}
"""What is measured of an article that is taken as an original."""


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Return the bits for each unit of every measure."""
    text = resources.files("provenance.derive").joinpath("edge_weights.json").read_text("utf-8")
    table: dict[str, float] = json.loads(text)
    return table


def gate(literal: float) -> float:
    """Return how far edits count between two articles that have such a share of words in common, in [0, 1]."""
    return max(0.0, min(1.0, (literal - REWRITTEN) / (LITERAL - REWRITTEN)))


def ground_bits(step: Step) -> float:
    """Return the score of an edge by what is explained, by the signals of direction, figures and issuers."""
    issued = ISSUED_BITS if step.issued else AUTHORITY_BITS if step.issuer else 0.0
    explained = EXPLAINED * (step.covered - ADDED * (step.size - step.covered))
    return explained + sum(step.signals.values()) / 2 + FIGURE_BITS * step.figures + issued


def step_bits(step: Step) -> float:
    """Return the score of an edge, in bits; only differences between scores mean something."""
    table, counts = weights(), step.gate
    fitted = sum(table[name] * measure(step) for name, measure in STEPS.items()) if counts else 0.0
    return ground_bits(step) + counts * fitted


def likeness_bits(step: Step) -> float:
    """Return what the edits alone say for an edge, in bits."""
    table, counts = weights(), step.gate
    return counts * sum(table[name] * measure(step.edits) for name, measure in LIKENESS.items()) if counts else 0.0


def direction_bits(step: Step, signal: str, bits: float) -> float:
    """Return by how much a signal favours an edge over its reverse, as it is weighed."""
    table = weights()
    return (1.0 + step.gate * (table.get(signal, 0.0) + table.get(AGAINST + signal, 0.0))) * bits


def start_bits(start: Start) -> float:
    """Return the score of an article as the original of its tree, in bits, on the scale of `step_bits`."""
    table = weights()
    fitted = sum(table[name] * measure(start) for name, measure in STARTS.items())
    return ISSUER_ROOT_BITS * start.issuer + start.gate * fitted
