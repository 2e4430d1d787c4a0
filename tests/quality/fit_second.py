"""Fit the weights of second sources among near-copies on simulated copying trees, by maximum likelihood.

    python -m tests.quality.fit_second [--seed N] [--trees N] [--write FILE]

First what tells rivals for one stretch apart, then the odds that the likeliest of them is a source at all. Trees of
all sorts grow, plain and decimated ones too, for there nothing may be said. Weights keep the sign that their meaning
asks for. Measure what comes of it with `calibrate_edges` and another seed;
`--write provenance/derive/second_weights.json` puts the weights into use.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from provenance.derive.arborescence import ROOT
from provenance.derive.family import Family, families
from provenance.derive.second import RIVAL, RIVALS, STRETCHES, Stretch, Stretches
from provenance.derive.stemma import settled
from tests import simulate
from tests.quality.calibrate_edges import SETS, Prepared, grown
from tests.quality.fit_edges import tell

PENALTY = 0.05
"""Of the squared weights, in natural log odds."""
SIGNS = {"gain": 1, "words": 1, "against": -1, "elsewhere": -1, "back": -1, "forward": 1, "lead": 1}

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Group:
    """The stretches of one target that are rivals, and which of their sources are true."""

    stretches: list[Stretch]
    true: npt.NDArray[np.bool_]

    def measures(self) -> Floats:
        """Return what is measured of the stretches as rivals."""
        return np.array([[measure(x) for measure in RIVALS.values()] for x in self.stretches])


def groups(tree: simulate.Tree, prepared: Prepared) -> list[Group]:
    """Return the rivals of every target of a simulated corpus."""
    found = []
    for members in families(len(prepared.readings), prepared.bonds):
        inside = set(members)
        bonds = [b for b in prepared.bonds if b.left in inside]
        family = Family(members, bonds, prepared.readings, prepared.origin)
        shape, chance = settled(family)
        stretches = Stretches(family, shape, chance)
        ids = [r.article.id for r in family.readings]
        for target, parent in enumerate(shape.parents):
            some = stretches.of(target) if parent != ROOT else []
            most = max((x.gain for x in some), default=0.0)
            rivals = [x for x in some if x.gain >= RIVAL * most]
            if rivals:
                sources = tree.sources(ids[target])
                found.append(Group(rivals, np.array([ids[x.source] in sources for x in rivals])))
    return found


def _rival_loss(weights: Floats, sample: Sequence[Group]) -> tuple[float, Floats]:
    """Return the penalised negative log likelihood of the true sources among their rivals, and its slope."""
    total, slope = PENALTY * float(weights @ weights), 2 * PENALTY * weights
    for group in sample:
        table = group.measures()
        odds = np.exp(table @ weights - (table @ weights).max())
        chance, true = odds / odds.sum(), odds * group.true / (odds * group.true).sum()
        total -= math.log(float(chance[group.true].sum()))
        slope = slope + table.T @ (chance - true)
    return total, slope


def _loss(weights: Floats, table: Floats, true: Floats) -> tuple[float, Floats]:
    """Return the penalised negative log likelihood of second sources, and its slope."""
    odds = table @ weights
    total = float(np.logaddexp(0.0, odds).sum() - true @ odds) + PENALTY * float(weights @ weights)
    return total, table.T @ (1.0 / (1.0 + np.exp(-odds)) - true) + 2 * PENALTY * weights


def fit(sample: Sequence[Group]) -> dict[str, float]:
    """Return the weights, in bits, under which the true second sources are likeliest."""
    told = [g for g in sample if g.true.any() and not g.true.all()]
    found: Any = minimize(_rival_loss, np.zeros(len(RIVALS)), (told,), "L-BFGS-B", jac=True, bounds=[(0, None)] * 2)
    rows, true = [], []
    for group in sample:
        odds = group.measures() @ found.x
        best = int(np.argmax(odds))
        lead = float(-np.log2(np.exp(odds - odds[best]).sum()))
        rows.append([measure(replace(group.stretches[best], lead=lead)) for measure in STRETCHES.values()])
        true.append(float(group.true[best]))
    limits = [{1: (0, None), -1: (None, 0), 0: (None, None)}[SIGNS.get(name, 0)] for name in STRETCHES]
    second: Any = minimize(
        _loss, np.zeros(len(STRETCHES)), (np.array(rows), np.array(true)), "L-BFGS-B", jac=True, bounds=limits
    )
    names = (*RIVALS, *STRETCHES)
    bits = np.concatenate([found.x, second.x]) / math.log(2)
    return {name: round(float(w), 3) + 0.0 for name, w in zip(names, bits, strict=True)}


def main(argv: Sequence[str] | None = None) -> int:
    """Grow trees, fit, and print or write the weights."""
    asked = argparse.ArgumentParser(
        prog="python -m tests.quality.fit_second", description=(__doc__ or "").splitlines()[0]
    )
    asked.add_argument("--seed", type=int, action="append", help="several may be given; 101 to 104 if none is")
    asked.add_argument("--trees", type=int, default=36, help="trees of each sort and seed")
    asked.add_argument("--write", type=Path)
    given = asked.parse_args(argv)
    seeds = given.seed or range(101, 105)
    sample = [g for seed in seeds for sort in SETS for _, t, p in grown(seed, given.trees, sort) for g in groups(t, p)]
    tell(fit(sample), given.write)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
