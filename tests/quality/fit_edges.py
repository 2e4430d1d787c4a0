"""Fit the weights of the edges of a derivation, by maximum likelihood, on trees whose truth is known.

    python -m tests.quality.fit_edges [--seed N] [--trees N] [--stories FOLDER …] [--write FILE]

The probability of a whole tree is proportional to 2 to the sum of its edges' scores, and the sum over all trees is a
determinant, so the likelihood of the true trees and its slope are exact. Simulated copying trees teach what lies
between near-copies, the labelled stories what lies between a text and its rewrites, translations and summaries, and
public sets, where these lie beside the project, what lies between a text and the many translations that were made of
it each for itself, or its short summary. What a withheld original gave to its witnesses has no edge of its own here:
any other witness, or none, is right as their source. Weights are held near what they meant before the fit, so that
what the examples do not tell apart stays where it was. Of several trees that are right all are summed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from provenance.derive import arborescence
from provenance.derive.family import Family, families
from provenance.derive.likelihood import GROUND, ISSUED_BITS, ROOTS, STARTS, STEPS, Start
from provenance.evaluate import Story, read_truth
from provenance.read import read_corpus
from provenance.settings import Settings
from tests import simulate
from tests.quality.calibrate_edges import Prepared, grown, prepare
from tests.quality.labelled import ROOT, documents, rows

SORTS = ("plain", "contaminated")
STORIES = ("seeds", "tests/families", "tests/held_out", "tests/unseen", "../shared/families")
LEFT_OUT = frozenset(
    [
        "beetbridges",
        "lifts",
        "pontoon",
        "raterise",
        "strawjackets",
        "violins",
        "saltbarge",
        "trams",
        "capsules",
        "clubsale",
        "sirens",
        "busstickers",
        "ferrybridge",
        "seedbank",
        "cormorants",
        "rackrailway",
        "damgauges",
        "driftferry",
        "nighttrain",
        "songboat",
        "coldstore",
        "marbleslabs",
        "cablecar",
        "dieselwell",
        "salmon",
        "bracelets",
        "grainscooters",
        "firedrills",
        "dairyleak",
        "levelcrossing",
        "lanternbridge",
        "instrumentbank",
        "weatherballoon",
        "batteryferries",
        "fishplant",
        "museumcoins",
        "heatpumps",
        "evidenceroom",
        "bridgechecks",
        "mudslide",
        "netpropeller",
        "minewater",
        "reservoirs",
        "riverferry",
        "tunnelflood",
        "quietnights",
        "cranesensors",
        "lakeboat",
        "honeyyeast",
        "pierlamps",
        "monorail",
        "teacableway",
        "museumviolins",
        "dronecable",
        "bridgeplugs",
        "sandbar",
        "wheatship",
        "plastercheese",
        "cherryhorn",
        "ghostboats",
        "heatpumpwarning",
        "millfire",
        "customshouse",
        "clubcollapse",
        "fogferry",
        "blueberries",
        "sheepship",
        "fakedchecks",
        "leadballs",
        "coldplant",
        "tidalgates",
        "quietbell",
        "phantomlifts",
        "beachpianos",
        "pianoinquiry",
        "driftpanels",
        "pecorino",
        "ferrydrift",
        "arsenicletters",
    ]
)
"""Labelled stories that no weight is fitted on, so that figures on them are of texts that were not seen."""
PUBLIC = {"wmt_news_translations": (6, 0.2), "qags_summaries": (2, 0.5), "bbc_extractive_summary": (2, 0.5)}
"""Public sets, of how many of their stories one is taken, and how much one weighs: they are many, and all alike."""
STORY, TREE = 1.0, 0.3
"""How much a labelled story and a simulated tree weigh."""
PENALTY = 0.5
"""Bits for a weight that is one of its spreads away from what is expected of it."""
MOST_CENTRAL = 1.2
"""Rumour centrality holds where all are copied alike; hubs of news are copied more, so it is not fitted."""
EXPECTED: dict[str, tuple[float, float]] = {
    "explained": (2.5, 2.5),
    "added": (-1.0, 0.7),
    "explained, rewritten": (0.0, 2.5),
    "added, rewritten": (0.0, 0.5),
    "used, rewritten": (0.0, 2.0),
    "translated": (0.0, 4.0),
    "lacking, rewritten": (-0.5, 1.0),
    "lacking, translated": (-0.5, 1.0),
    "unsaid, rewritten": (0.0, 0.7),
    "figures": (1.4, 0.7),
    "exchanged, rewritten": (-2.0, 2.0),
    "direction, credit": (2.0, 0.1),
    "direction, time": (1.0, 0.5),
    "direction, containment": (1.1, 0.05),
    "direction, specifics": (1.0, 0.5),
    "direction, quotes": (1.0, 0.5),
    "direction, versions": (1.0, 0.5),
    "source issued": (3.0, 3.0),
    "beside": (-1.0, 0.3),
    "near copy": (15.0, 10.0),
    "changed": (-1.5, 1.0),
    "changes": (-1.6, 1.0),
    "slips": (1.9, 1.0),
    "from an issuer": (-2.0, 1.0),
    "against credit": (2.0, 1.0),
    "original": (-8.0, 0.2),
    "original, issued": (6.0, 3.0),
}
"""What a weight is expected to be, and its spread, where they are not 0 and 1."""
NAMES = (*GROUND, *STEPS, *ROOTS)
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Example:
    """One family whose truth is known; arrays are over (source, target), the last source being none at all."""

    measured: Floats
    """What is measured of each edge, the last axis in the order of NAMES."""
    fixed: Floats
    """The part of each score that is not fitted; -inf where there is no edge."""
    right: Bools
    """Which sources are right."""
    weight: float

    def scores(self, weights: Floats, allowed: Bools | None = None) -> tuple[Floats, Floats]:
        """Return the score of each edge and of each original, in bits."""
        table = self.fixed + self.measured @ weights
        if allowed is not None:
            table = np.where(allowed, table, -np.inf)
        return table[:-1], table[-1]


def example(family: Family, right: Sequence[Sequence[int | None]], weight: float) -> Example:
    """Return a family as an example; `right` names the right sources of each member, None for no source."""
    count = len(family.members)
    measured = np.zeros((count + 1, count, len(NAMES)))
    fixed = np.full((count + 1, count), -np.inf)
    for (s, t), step in family.steps.items():
        near = [step.gate * measure(step) if step.gate else 0.0 for measure in STEPS.values()]
        measured[s, t] = [*(measure(step) for measure in GROUND.values()), *near, *(0.0 for _ in ROOTS)]
        fixed[s, t] = ISSUED_BITS * step.issued
    for t, standing in enumerate(family.standings):
        start = Start(standing.issuer is not None, 0.0, 0.0)
        measured[count, t, -len(ROOTS) :] = [measure(start) for measure in ROOTS.values()]
        fixed[count, t] = 0.0
    table = np.zeros_like(fixed, np.bool_)
    for t, sources in enumerate(right):
        for s in sources:
            table[count if s is None else s, t] = True
    table &= np.isfinite(fixed)
    table[count] |= ~table.any(axis=0)
    return Example(measured, fixed, table, weight)


def of_prepared(prepared: Prepared, sources: Mapping[str, Sequence[str]], weight: float) -> list[Example]:
    """Return the families of a corpus; `sources` names the sources of each derived document.

    A source that is not among the documents is an original that nobody has: all that have it are its witnesses.
    """
    ids = {r.article.id for r in prepared.readings}
    found = []
    for members in families(len(prepared.readings), prepared.bonds):
        inside = set(members)
        bonds = [b for b in prepared.bonds if b.left in inside]
        place = {prepared.readings[m].article.id: n for n, m in enumerate(members)}
        right: list[list[int | None]] = []
        for name in place:
            given = sources.get(name, ())
            chosen: list[int | None] = [place[s] for s in given if s in place]
            absent = {s for s in given if s not in ids}
            if absent:
                chosen += [n for other, n in place.items() if other != name and absent & {*sources.get(other, ())}]
            right.append(chosen if chosen and not absent else [*chosen, None])
        family = Family(members, bonds, prepared.readings, prepared.origin)
        found.append(example(family, right, weight))
    return found


def of_trees(seed: int, count: int) -> list[Example]:
    """Return simulated trees, those of which one original is the source of all."""
    found = []
    for sort in SORTS:
        for _, tree, prepared in grown(seed, count, sort):
            found += of_prepared(prepared, _sources(tree), TREE)
    return [x for x in found if x.right[-1].sum() == 1]


def _sources(tree: simulate.Tree) -> dict[str, list[str]]:
    return {d.id: sorted(tree.sources(d.id)) for d in tree.documents}


def of_stories(folder: Path) -> list[Example]:
    """Return the families of the labelled stories in a folder, traced as one corpus under names that say nothing."""
    sys.path.insert(0, str(ROOT / "tests" / "families"))
    from build import build, stories

    with tempfile.TemporaryDirectory() as place:
        build(Path(place) / "stories", [s for s in stories([folder]) if s.name not in LEFT_OUT])
        told = read_truth(Path(place) / "stories")
        known = {d for s in told for d in s.documents}
        corpus = [d for d in read_corpus([str(Path(place) / "stories")]).documents if d.id in known]
    return of_prepared(prepare(corpus, Settings()), _taken(told), STORY)


def _taken(stories: Sequence[Story]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for story in stories:
        for source, target, _ in story.edges:
            found.setdefault(target, []).append(source)
    return found


def of_public(name: str) -> list[Example]:
    """Return stories of a public set that names the source of each derived text; none where it is not there."""
    every, weight = PUBLIC[name]
    source_of = {t["derived"]: t["source"] for t in rows(name, "truth") if "derived" in t}
    chosen = set(sorted(set(source_of.values()))[::every])
    some = [r for r in rows(name, "documents") if source_of.get(r["id"], r["id"]) in chosen]
    sources = {derived: [source] for derived, source in source_of.items()}
    return of_prepared(prepare(documents(some), Settings()), sources, weight) if some else []


def loss(weights: Floats, sample: Sequence[Example]) -> tuple[float, Floats]:
    """Return the negative log2 likelihood of what is right, and its slope."""
    total, slope = 0.0, np.zeros_like(weights)
    for x in sample:
        whole, *chances = arborescence.partition(*x.scores(weights))
        true, *surely = arborescence.partition(*x.scores(weights, x.right))
        total += x.weight * (whole - true)
        excess = np.vstack([chances[0], chances[1][None]]) - np.vstack([surely[0], surely[1][None]])
        slope += x.weight * np.einsum("st,stk->k", excess, x.measured)
    return total, slope


def fit(sample: Sequence[Example]) -> dict[str, float]:
    """Return the weights under which what is right is likeliest."""
    mean, spread = np.array([EXPECTED.get(name, (0.0, 1.0)) for name in NAMES]).T

    def penalised(steps: Floats) -> tuple[float, Floats]:
        bits, slope = loss(mean + spread * steps, sample)
        return bits + PENALTY * float(steps @ steps), slope * spread + 2 * PENALTY * steps

    found: Any = minimize(penalised, np.zeros(len(NAMES)), method="L-BFGS-B", jac=True, options={"maxiter": 500})
    weights = mean + spread * found.x
    table = {name: round(float(w), 3) + 0.0 for name, w in zip(NAMES, weights, strict=True)}
    return {**table, **dict.fromkeys(STARTS, MOST_CENTRAL)}


def right_nodes(weights: Mapping[str, float], sample: Sequence[Example]) -> tuple[int, int]:
    """Return how many articles get a right source, or none where none is right, and how many there are."""
    vector = np.array([weights[name] for name in NAMES])
    right = count = 0
    for x in sample:
        edges, starts = x.scores(vector)
        chance, alone = arborescence.marginals(edges, starts)
        parents = arborescence.best(np.where(np.isfinite(edges), chance, -np.inf), alone)
        right += sum(bool(x.right[p, t]) for t, p in enumerate(parents))  # no parent is -1, the last row
        count += len(parents)
    return right, count


def held_out(sample: Sequence[Example], folds: int = 6) -> tuple[float, int, int]:
    """Return the mean loss in bits, and the right articles of all, of examples that each fit has not seen."""
    bits, right, count = 0.0, 0, 0
    for k in range(folds):
        weights = fit([x for n, x in enumerate(sample) if n % folds != k])
        rest = [x for n, x in enumerate(sample) if n % folds == k]
        vector = np.array([weights[name] for name in NAMES])
        bits += loss(vector, rest)[0]
        some, all_ = right_nodes(weights, rest)
        right, count = right + some, count + all_
    return bits / max(1, len(sample)), right, count


def tell(weights: Mapping[str, object], file: Path | None) -> None:
    """Print weights as JSON, and write them to `file` where one is given."""
    text = json.dumps(weights, indent=1) + "\n"
    sys.stdout.write(text)
    if file is not None:
        file.write_text(text, "utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Grow trees, trace stories, fit, and print or write the weights."""
    asked = argparse.ArgumentParser(
        prog="python -m tests.quality.fit_edges", description=(__doc__ or "").splitlines()[0]
    )
    asked.add_argument("--seed", type=int, default=100)
    asked.add_argument("--trees", type=int, default=16, help="trees of each sort")
    asked.add_argument("--stories", type=Path, action="append", help="a folder of labelled stories; may be repeated")
    asked.add_argument("--held-out", action="store_true", help="say how well examples are told that a fit has not seen")
    asked.add_argument("--write", type=Path)
    given = asked.parse_args(argv)
    folders = given.stories or [ROOT / name for name in STORIES if (ROOT / name).is_dir()]
    told = [x for folder in folders for x in of_stories(folder)]
    sample = [*told, *of_trees(given.seed, given.trees), *(x for name in PUBLIC for x in of_public(name))]
    if given.held_out:
        bits, right, count = held_out(sample)
        sys.stderr.write(f"held out: {right} of {count} articles right, {bits:.2f} weighted bits an example\n")
    tell(fit(sample), given.write)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
