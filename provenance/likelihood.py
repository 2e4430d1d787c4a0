"""How likely an edge of a derivation graph is, in bits: a log-linear model of what lies between source and target.

The probability of a whole tree is proportional to 2 to the sum over its edges (Xu & Smith, AAAI 2018, with the
matrix-tree theorem of `arborescence`), so the weights can be fitted by maximum likelihood on trees whose truth is
known; ``edge_weights.json`` is written by ``tests/quality/calibrate_edges.py``. Edits are counted block by block
(`edits`), not word by word, and are asymmetric: who copies cuts gladly and adds seldom (Marmerola et al. 2016).
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from provenance.edits import Edits


@dataclass(frozen=True, slots=True)
class Step:
    """What lies between a source, on the left of `edits`, and a target."""

    edits: Edits
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


@dataclass(frozen=True, slots=True)
class Start:
    """An article taken as one that came from no other."""

    size: float
    """Its bits."""
    issuer: bool
    changed: int
    """Changes to the article that is nearest by them."""
    added: float
    """Length of what the fullest other article lacks, in doublings."""
    centrality: float
    """How central the article is in its family, log2, at most 0."""


DIRECTION = (
    "issuer",
    "time",
    "edition",
    "credit",
    "containment",
    "specifics",
    "quotes",
    "growth",
    "toll",
    "hedges",
)
"""The signals of `direction`; each has a weight of its own."""


AGAINST = "against "
"""What a signal takes away is weighed apart from what it adds: a right order proves little, a wrong one much."""


def _for(name: str) -> Callable[[Step], float]:
    return lambda x: max(0.0, x.signals.get(name, 0.0))


def _against(name: str) -> Callable[[Step], float]:
    return lambda x: min(0.0, x.signals.get(name, 0.0))


STEPS: dict[str, Callable[[Step], float]] = {
    "covered": lambda x: x.covered / 100,
    "uncovered": lambda x: (x.size - x.covered) / 100,
    "share": lambda x: x.covered / max(1.0, x.size),
    "changed": lambda x: x.edits.changed / 10,
    "changes": lambda x: math.log2(1 + x.edits.changed),
    "additions": lambda x: x.edits.alone[1],
    "added length": lambda x: x.edits.length[1],
    "added bits": lambda x: x.edits.bits[1] / 100,
    "cuts": lambda x: x.edits.alone[0],
    "cut length": lambda x: x.edits.length[0],
    "cut bits": lambda x: x.edits.bits[0] / 100,
    "moved": lambda x: x.edits.moved,
    "slips made": lambda x: x.edits.slips[1],
    "slips mended": lambda x: x.edits.slips[0],
    **{name: _for(name) for name in DIRECTION},
    **{AGAINST + name: _against(name) for name in DIRECTION},
    "figures": lambda x: x.figures,
    "from an issuer": lambda x: float(x.issuer and not x.issued),
    "to an issuer": lambda x: float(x.issued),
}
"""What is measured of an edge; its score is the weighted sum."""
LIKENESS = tuple(STEPS)[: tuple(STEPS).index("slips mended") + 1]
"""The measures of what the texts have in common and what was edited."""

STARTS: dict[str, Callable[[Start], float]] = {
    "one": lambda _: 1.0,
    "start of an issuer": lambda x: float(x.issuer),
    "start size": lambda x: x.size / 100,
    "start changed": lambda x: x.changed / 10,
    "start changes": lambda x: math.log2(1 + x.changed),
    "start added": lambda x: x.added,
    "centrality": lambda x: x.centrality,
}
"""What is measured of an article that is taken as an original."""


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Return the bits for each unit of every measure."""
    text = resources.files("provenance").joinpath("edge_weights.json").read_text("utf-8")
    table: dict[str, float] = json.loads(text)
    return table


def step_bits(step: Step) -> float:
    """Return the score of an edge, in bits; only differences between scores mean something."""
    table = weights()
    return sum(table[name] * measure(step) for name, measure in STEPS.items())


def direction_bits(signal: str, bits: float) -> float:
    """Return by how much a signal favours an edge over its reverse, as it is weighed."""
    table = weights()
    return (table[signal] + table[AGAINST + signal]) * bits


def likeness_bits(step: Step) -> float:
    """Return what the texts alone say for an edge, in bits."""
    table = weights()
    return sum(table[name] * STEPS[name](step) for name in LIKENESS)


def start_bits(start: Start) -> float:
    """Return the score of an article as an original, in bits, on the scale of `step_bits`."""
    table = weights()
    return sum(table[name] * measure(start) for name, measure in STARTS.items())
