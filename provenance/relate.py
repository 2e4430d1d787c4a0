"""From what a pair's passages weigh to the relation of the two documents.

Whether there was reuse at all is a sum of bits, one addend a signal: a logistic model whose weights are fitted on
labelled pairs (``relation_weights.json``, written by ``tests/quality/fit.py``), so that its probability is calibrated
and every addend can be shown to a reader. Which kind of reuse it was is read off a table, in order.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from provenance.evidence import Likeness
from provenance.model import Derived, Reason


@dataclass(frozen=True, slots=True)
class Signal:
    """One measure of a pair, at least 0, and how to say it to a reader."""

    name: str
    measure: Callable[[Likeness], float]
    text: Callable[[Likeness], str]


def _logarithm(bits: float) -> float:
    """Return `bits` on a scale of doublings; the hundredth matching sentence adds little to the fiftieth."""
    return math.log2(1.0 + bits / 8.0)


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


SIGNALS: tuple[Signal, ...] = (
    Signal(
        "wording",
        lambda x: _logarithm(x.own_bits),
        lambda x: f"shared wording outside quotes weighs {round(x.own_bits)} bits",
    ),
    Signal(
        "retelling",
        lambda x: _logarithm(x.retold_bits),
        lambda x: f"sentences that say the same in other words weigh {round(x.retold_bits)} bits",
    ),
    Signal(
        "quotes",
        lambda x: _logarithm(x.quoted_bits),
        lambda x: f"shared quotations weigh {round(x.quoted_bits)} bits, which a public statement can explain",
    ),
    Signal(
        "own run",
        lambda x: math.log2(1.0 + max(0, x.longest_own_run - 4)),
        lambda x: f"the longest unbroken run outside quotes has {x.longest_own_run} words",
    ),
    Signal(
        "coverage",
        lambda x: max(x.covered),
        lambda x: f"{_percent(max(x.covered))} of the more dependent text has a counterpart in the other",
    ),
    Signal(
        "order",
        lambda x: x.order * max(x.covered),
        lambda x: f"{_percent(x.order)} of what they share stands in the same order",
    ),
    Signal(
        "numbers",
        lambda x: x.numbers,
        lambda x: f"{_percent(x.numbers)} of the rarer numbers agree",
    ),
)
BASE = "chance"


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Return bits per unit of each signal, and the intercept."""
    text = resources.files("provenance").joinpath("relation_weights.json").read_text("utf-8")
    table: dict[str, float] = json.loads(text)
    return table


def account(likeness: Likeness) -> tuple[Reason, ...]:
    """Return every signal with the bits it adds for or against reuse; their sum is log2 of the odds."""
    table = weights()
    start = Reason(BASE, table["intercept"], "two articles that share nothing are rarely reuse")
    return (
        start,
        *(Reason(s.name, table[s.name] * s.measure(likeness), s.text(likeness)) for s in SIGNALS),
    )


def probability(bits: float) -> float:
    """Return the probability of odds given as log2, in [0, 1]."""
    return 1.0 / (1.0 + 2.0 ** -max(-60.0, min(60.0, bits)))


@dataclass(frozen=True, slots=True)
class Leaning:
    """A pair seen from a source to a target, with what the two articles say of themselves."""

    verbatim: float
    """Share of the target in verbatim runs."""
    worded: float
    """Share of the target's words matched."""
    covered: float
    """Share of the target with a counterpart in the source."""
    covered_source: float
    """Share of the source with a counterpart in the target."""
    length: float
    """Words of the target for each of the source."""
    order: float
    same_language: bool
    same_issuer: bool
    """Both are reports of one agency or outlet."""
    altered_quotes: float
    """Share of the target's matched quotations whose wording was changed though the marks were kept, in [0, 1]."""
    scattered: float
    """Share of the target's sentences whose predecessor in the source was left out, in [0, 1]."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of derivation and when it applies."""

    kind: Derived
    applies: Callable[[Leaning], bool]


KINDS: tuple[Kind, ...] = (
    Kind("translation", lambda x: not x.same_language),
    Kind("version", lambda x: x.same_issuer and x.worded >= 0.3 and x.covered_source >= 0.3),
    Kind("summary", lambda x: x.length <= 0.5 and x.covered >= 0.5 and x.worded >= 0.8 and x.scattered >= 0.6),
    Kind("copy", lambda x: x.worded >= 0.8),
    Kind("excerpt", lambda x: x.worded >= 0.75 * x.covered and x.verbatim >= 0.5 * x.covered),
    Kind(
        "round-trip translation",
        lambda x: x.covered >= 0.7 and x.covered_source >= 0.6 and x.order >= 0.8 and x.altered_quotes >= 0.5,
    ),
    Kind("summary", lambda x: x.length <= 0.55 and x.covered_source <= 0.6),
    Kind("rewrite", lambda _: True),
)
"""Tried in order; the first that applies names the derivation."""


def kind_of(leaning: Leaning) -> Derived:
    """Return what kind of derivation a pair is, given that it is one."""
    return next(k.kind for k in KINDS if k.applies(leaning))
