"""How likely an edge of a derivation graph is, in bits: a log-linear model of what lies between source and target.

What the source explains of the target, what the target adds, which of its words and figures others have that the
source lacks, who issued it and the direction signals make up the ground of the score. Between near-copies the edits
count as well; where a text was rewritten or translated counting edits says little, and they do not count.

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
    """Share of the words of the one of the two that the other holds more of, word for word, in [0, 1]; of a text
    that is much shorter than the other, little more than what stands there in long runs."""
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
    across: bool
    """They are in two languages."""
    used: float
    """Share of the source that the target tells, in [0, 1]."""
    beside: float
    """Bits for that the two were made from a third in another language, each for itself."""
    lacking: float
    """Bits of the target's chosen words that some other source in this one's language has beyond it."""
    unsaid: int
    """Numerals of the target that some other source has beyond this one."""
    exchanged: int
    """Figures and names of the target that some other source has too, and this one in another form."""
    differing: int
    """Numbers of the target that this source has otherwise in the same place, where somebody else has them alike."""

    foreign: bool
    """They are in two scripts, and some other source is in the target's script, though in another language."""

    @property
    def told(self) -> float:
        """Return the share of the target that the source explains, in [0, 1]."""
        return min(1.0, self.covered / self.size / (ACROSS if self.across else 1.0))

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


ACROSS = 0.6
"""What a translation explains is counted at this discount."""
ISSUED_BITS = -25.0
"""An issuer's own report is not made from somebody else's; only from a version of its own."""
AUTHORITY_BITS = 3.0
"""A source that others take from is a likelier source than a copy of it."""
REWRITTEN, LITERAL = 0.55, 0.75
"""Shares of words in common up to which edits do not count, and from which on they do."""

REWEIGHED = ("time", "credit")
"""The signals of `direction` that have weights of their own between near-copies."""
WEIGHED = ("credit", "time", "containment", "specifics", "quotes", "versions")
"""The signals of `direction` that count of every edge, those that only versions of one house have as one; that the
source is an issuer's own report is measured by itself."""
APART = ("issuer", *WEIGHED[:-1])
DIRECTION = "direction, "
AGAINST = "against "
"""What a signal takes away is weighed apart from what it adds: a right order proves little, a wrong one much."""


def _likeness(name: str) -> Callable[[Step], float]:
    return lambda x: LIKENESS[name](x.edits)


def _signal(name: str) -> Callable[[Step], float]:
    if name == "versions":
        return lambda x: sum(bits for signal, bits in x.signals.items() if signal not in APART) / 2
    return lambda x: x.signals.get(name, 0.0) / 2


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
GROUND: dict[str, Callable[[Step], float]] = {
    "explained": lambda x: x.covered / 100,
    "added": lambda x: (x.size - x.covered) / 100,
    "explained, rewritten": lambda x: (1.0 - x.gate) * x.covered / 100,
    "added, rewritten": lambda x: (1.0 - x.gate) * (x.size - x.covered) / 100,
    "untold, translated": lambda x: x.across * math.log2(1.03 - x.told),
    "used, rewritten": lambda x: (1.0 - x.gate) * math.log2(0.05 + x.used),
    "translated": lambda x: x.across,
    "of another script": lambda x: x.foreign,
    "lacking, rewritten": lambda x: (not x.across) * (1.0 - x.gate) * math.log2(1.0 + x.lacking / 30),
    "lacking, translated": lambda x: x.across * math.log2(1.0 + x.lacking / 30),
    "unsaid, rewritten": lambda x: (1.0 - x.gate) * x.unsaid,
    "figures": lambda x: x.figures,
    "exchanged, rewritten": lambda x: (1.0 - x.gate) * math.log2(1 + x.exchanged),
    "differing, rewritten": lambda x: (1.0 - x.gate) * math.log2(1 + x.differing),
    **{DIRECTION + name: _signal(name) for name in WEIGHED},
    "source issued": lambda x: x.issuer,
    "beside": lambda x: x.beside,
}
"""What is measured of every edge."""
STEPS: dict[str, Callable[[Step], float]] = {
    **{name: _likeness(name) for name in LIKENESS},
    "slips": lambda x: x.edits.slips[1] - x.edits.slips[0],
    "from an issuer": lambda x: x.issuer,
    **{name: _for(name) for name in REWEIGHED},
    **{AGAINST + name: _against(name) for name in REWEIGHED},
}
"""What is measured of an edge between near-copies; the weighted sum is added to its ground as far as edits count."""

STARTS: dict[str, Callable[[Start], float]] = {
    "centrality": lambda x: x.gate * x.centrality,
}
"""What is measured of an article that is taken as the one original of its tree."""
ROOTS: dict[str, Callable[[Start], float]] = {
    "original": lambda _: 1.0,
    "original, issued": lambda x: x.issuer,
}
"""What is measured of an article that is taken as an original beside those that are not made from it."""


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
    """Return the score of an edge by all but the edits between."""
    table = weights()
    return sum(table[name] * measure(step) for name, measure in GROUND.items()) + ISSUED_BITS * step.issued


def root_bits(start: Start) -> float:
    """Return the score of an article as an original, in bits, on the scale of `ground_bits`."""
    table = weights()
    return sum(table[name] * measure(start) for name, measure in ROOTS.items())


def step_bits(step: Step) -> float:
    """Return the score of an edge, in bits; only differences between scores mean something."""
    return ground_bits(step) + edited_bits(step)


def edited_bits(step: Step) -> float:
    """Return what the edits between add to the ground of an edge between near-copies; nothing for any other."""
    table, counts = weights(), step.gate
    return counts * sum(table[name] * measure(step) for name, measure in STEPS.items()) if counts else 0.0


def likeness_bits(step: Step) -> float:
    """Return what the edits alone say for an edge, in bits."""
    table, counts = weights(), step.gate
    return counts * sum(table[name] * measure(step.edits) for name, measure in LIKENESS.items()) if counts else 0.0


def direction_bits(step: Step, signal: str, bits: float) -> float:
    """Return by how much a signal favours an edge over its reverse, as it is weighed."""
    table = weights()
    if signal == "issuer":
        return math.copysign(table["source issued"], bits) if bits else 0.0
    ground = table.get(DIRECTION + signal, table[DIRECTION + "versions"])
    return (ground + step.gate * (table.get(signal, 0.0) + table.get(AGAINST + signal, 0.0))) * bits


def start_bits(start: Start) -> float:
    """Return the score of an article as the original of its tree, in bits, on the scale of `step_bits`."""
    table = weights()
    fitted = sum(table[name] * measure(start) for name, measure in STARTS.items())
    return table["original, issued"] * start.issuer + fitted
