"""Fit the weights of the edges of near-copies on simulated copying trees, by maximum likelihood.

    python -m tests.quality.fit_edges [--seed N] [--trees N] [--write FILE]

The probability of a whole tree is proportional to 2 to the sum of its edges' scores, and the sum over all trees is a
determinant, so the likelihood of the true trees and its slope are exact. What is explained, figures and issuers are
no part of the fit: their weights serve every kind of text, and these trees are near-copies only. Weights keep the sign
that their meaning asks for, since a sample must not teach that misspelling words makes a source. Trees grow plain and
with second sources, with times of which one in twenty is wrong. Measure what comes of it with `calibrate_edges` and
another seed; `--write provenance/derive/edge_weights.json` puts the weights into use.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from provenance.derive import arborescence
from provenance.derive.arborescence import ROOT
from provenance.derive.family import Family, families
from provenance.derive.likelihood import (
    AGAINST,
    LIKENESS,
    REWEIGHED,
    STARTS,
    STEPS,
    gate,
    ground_bits,
    step_bits,
)
from provenance.derive.stemma import settled
from provenance.derive.tree import Tree
from tests import simulate
from tests.quality.calibrate_edges import Prepared, grown

PENALTY = 0.2
"""Of the squared weights, in natural log odds: enough to keep what the trees do not tell apart near 0."""
ROUNDS = 3
"""Who is central, and which of two sources counts as the first, are guessed anew with the weights of each round."""
LEAST_SIGNAL = -0.3
"""A signal of direction has half its own bits as ground; no fit may take more than this of them away."""
MOST_ISSUER = 2.0
"""Of the six bits that an agency's own report gains over its copies as a source, edits may take so many away: a tie
between equal copies should still fall to the agency, whose customers they are."""
MOST_CENTRAL = 1.2
"""Rumour centrality holds where all are copied alike; hubs of news are copied more, which would only raise it."""
NAMES = (*STEPS, *STARTS)
SORTS = ("plain", "contaminated")

Floats = npt.NDArray[np.float64]


@dataclass
class Example:
    """One family whose true tree is known; arrays are over (source, target)."""

    steps: Floats
    """What is measured of each edge, the last axis in the order of STEPS, as far as edits count."""
    ground: Floats
    """The rest of each edge's score; -inf where there is none."""
    starts: Floats
    """The score of each article as an original but for its place in the tree."""
    gates: Floats
    sources: list[list[int]]
    """The true sources of each article that may have an edge to it; none for an original."""
    central: Floats = field(default_factory=lambda: np.zeros(0))
    parents: list[int] = field(default_factory=list)

    def scores(self, weights: Floats) -> tuple[Floats, Floats]:
        """Return the score of each edge and of each original, in bits."""
        edges = np.where(np.isfinite(self.ground), self.ground + self.steps @ weights[: len(STEPS)], -np.inf)
        return edges, self.starts + self.gates * self.central * weights[len(STEPS)]

    def guess(self, weights: Floats) -> None:
        """Settle who is central and which of several sources is the first, by the weights so far."""
        self.central = np.zeros(len(self.gates))
        edges, starts = self.scores(weights)
        self.central = arborescence.centrality(arborescence.best(edges, starts))
        self.parents = [
            max(sources, key=lambda s, t=t: (edges[s, t], -s)) if sources else ROOT
            for t, sources in enumerate(self.sources)
        ]


def examples(tree: simulate.Tree, prepared: Prepared) -> list[Example]:
    """Return the families of a simulated corpus that have one true original each."""
    found = []
    for members in families(len(prepared.readings), prepared.bonds):
        inside = set(members)
        bonds = [b for b in prepared.bonds if b.left in inside]
        family = Family(members, bonds, prepared.readings, prepared.origin)
        place = {prepared.readings[m].article.id: n for n, m in enumerate(members)}
        settled(family)
        ground, steps = np.full_like(family.scores, -np.inf), np.zeros((*family.scores.shape, len(STEPS)))
        apart = Tree(arborescence.best(family.ground, family.grounds())).apart()
        for (s, t), step in family.steps.items():
            if not apart[s, t]:
                ground[s, t] = family.scores[s, t] - step_bits(step) + ground_bits(step)
                steps[s, t] = [step.gate * measure(step) for measure in STEPS.values()]
        sources = [
            sorted(place[s] for s in tree.sources(i) if s in place and np.isfinite(ground[place[s], t]))
            for i, t in place.items()
        ]
        if sum(not s for s in sources) == 1:
            gates = np.full(len(members), np.mean([gate(share) for share in family.literal]))
            starts = family.starts(np.zeros(len(members)))
            found.append(Example(steps, ground, starts, gates, sources))
    return found


def loss(weights: Floats, sample: Sequence[Example]) -> tuple[float, Floats]:
    """Return the penalised negative log likelihood of the true trees, and its slope."""
    total, slope = 0.0, np.zeros_like(weights)
    for x in sample:
        edges, starts = x.scores(weights)
        whole, chance, alone = arborescence.partition(edges, starts)
        central = x.gates * x.central
        for target, source in enumerate(x.parents):
            if source == ROOT:
                whole -= float(starts[target])
                slope[-1] -= central[target]
            else:
                whole -= float(edges[source, target])
                slope[:-1] -= x.steps[source, target]
        total += whole
        slope[:-1] += np.einsum("st,stk->k", chance, x.steps)
        slope[-1] += float(alone @ central)
    natural = math.log(2)
    penalty = PENALTY * float((weights * natural) @ (weights * natural))
    return total * natural + penalty, slope * natural + 2 * PENALTY * natural**2 * weights


def bounds() -> list[tuple[float | None, float | None]]:
    """Return the least and the most that each weight may be."""
    table: dict[str, tuple[float | None, float | None]] = dict.fromkeys(LIKENESS, (None, 0.0))
    table |= {name: (LEAST_SIGNAL, None) for signal in REWEIGHED for name in (signal, AGAINST + signal)}
    table |= {
        "from an issuer": (-MOST_ISSUER, 0.0),
        "near copy": (0.0, None),
        "slips": (0.0, None),
        "centrality": (0.0, MOST_CENTRAL),
    }
    return [table[name] for name in NAMES]


def fit(sample: Sequence[Example]) -> dict[str, float]:
    """Return the weights under which the true trees are likeliest."""
    weights = np.zeros(len(NAMES))
    for _ in range(ROUNDS):
        for x in sample:
            x.guess(weights)
        found: Any = minimize(loss, weights, (sample,), "L-BFGS-B", jac=True, bounds=bounds())
        weights = found.x
    return {name: round(float(w), 3) + 0.0 for name, w in zip(NAMES, weights, strict=True)}


def tell(weights: Mapping[str, object], file: Path | None) -> None:
    """Print weights as JSON, and write them to `file` where one is given."""
    text = json.dumps(weights, indent=1) + "\n"
    sys.stdout.write(text)
    if file is not None:
        file.write_text(text, "utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Grow trees, fit, and print or write the weights."""
    asked = argparse.ArgumentParser(
        prog="python -m tests.quality.fit_edges", description=(__doc__ or "").splitlines()[0]
    )
    asked.add_argument("--seed", type=int, default=100)
    asked.add_argument("--trees", type=int, default=42, help="trees of each sort")
    asked.add_argument("--write", type=Path)
    given = asked.parse_args(argv)
    sample = [x for sort in SORTS for _, t, p in grown(given.seed, given.trees, sort) for x in examples(t, p)]
    tell(fit(sample), given.write)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
