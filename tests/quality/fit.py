"""Fit the weights of the signals of reuse on labelled pairs, and show how true the probabilities are.

    python -m tests.quality.fit [SET …] [--cache DIR] [--anew] [--write FILE]

Likeness is weighed for every pair that a channel proposes. The model is logistic with weights of at least 0 and a
small quadratic penalty; bits are natural log odds over ln 2. Its prior is that of a *proposed* pair, each set of
labelled pairs counting the same: balanced classes would say that every second pair is reuse before it is looked at,
and the share of reuse among all pairs, proposed or not, is no question that the model is ever asked. Every figure
that is called held out was made with the weights of a fit that had not seen the set.

Passages are kept in DIR (by default in the folder for temporary files) until --anew; weighing is done anew each time.
Without --write nothing is changed: `--write provenance/relation_weights.json` puts the weights into use.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from provenance import evidence, formula, rarity
from provenance.annotate import annotate_all
from provenance.article import Article
from provenance.evaluate import Calibration, calibration
from provenance.evidence import Likeness
from provenance.match import passages_of_corpus
from provenance.model import Passage
from provenance.relate import SIGNALS
from provenance.settings import Settings
from tests.quality.labelled import LabelledSet, Pair, load, ordered, present

PENALTY = 5e-4
"""Of the squared weights, beside a mean log loss: enough to keep a signal that all pairs of a set have finite."""
GIVEN = {"credit": 2.0}
"""Bits a unit that are not fitted. Where both credit one agency in a passage that is alike, reuse is eleven times as
likely as elsewhere (56 labelled pairs against 7), but nearly all of these are beyond doubt anyway, so that the loss is
the same for any weight from 0 to 2.5; it decides for a lost original whose witnesses are all far from it."""
CACHE = Path(tempfile.gettempdir()) / "provenance-likeness"

Floats = npt.NDArray[np.float64]
Passages = dict[tuple[int, int], tuple[Passage, ...]]


@dataclass(frozen=True)
class Rows:
    """The proposed pairs of one set of which it is known whether they are reuse."""

    pairs: tuple[Pair, ...]
    likeness: tuple[Likeness, ...]
    reuse: npt.NDArray[np.bool_]
    missing: int
    """Pairs that are reuse and were not proposed."""

    def measures(self) -> Floats:
        """Return one row a pair, one column a signal."""
        return np.array([[s.sign * s.measure(x) for s in SIGNALS] for x in self.likeness]).reshape(
            len(self.likeness), -1
        )


def passages(name: str, labelled: LabelledSet, cache: Path, anew: bool) -> tuple[list[Article], Passages]:
    """Return the articles of a set and the passages of every proposed pair, from the cache where they are there."""
    kept = cache / f"{name}.pickle"
    if kept.exists() and not anew:
        found: tuple[list[Article], Passages] = pickle.loads(kept.read_bytes())
        return found
    articles = annotate_all(sorted(labelled.documents, key=lambda d: d.id))

    pairs, _ = passages_of_corpus(articles, Settings())
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps((articles, pairs)))
    return articles, pairs


def collect(name: str, cache: Path = CACHE, anew: bool = False) -> Rows:
    """Return the labelled, proposed pairs of a set with their likeness, weighed as a trace weighs them."""
    labelled = load(name)
    articles, pairs = passages(name, labelled, cache, anew)
    weights = rarity.independence(articles, pairs)
    readings = evidence.Readings(articles, rarity.learn(articles, weights), weights)
    readings = readings.counting(formula.learn(pairs, readings).stories)
    rows = []
    for (i, j), found in sorted(pairs.items()):
        label = labelled.label(articles[i].id, articles[j].id)
        if label is not None:
            weighed = evidence.weigh(found, readings[i], readings[j])
            if weighed.passages:
                rows.append((ordered(articles[i].id, articles[j].id), weighed.likeness, label))
    there = {pair for pair, _, _ in rows}
    missing = sum(reuse and pair not in there for pair, reuse in labelled.labels.items())
    return Rows(tuple(r[0] for r in rows), tuple(r[1] for r in rows), np.array([r[2] for r in rows], np.bool_), missing)


def fit(sets: Sequence[Rows]) -> Floats:
    """Return the intercept and the weight of each signal, in natural log odds, that fit `sets` best."""
    measures = np.vstack([s.measures() for s in sets])
    sign = np.where(np.concatenate([s.reuse for s in sets]), 1.0, -1.0)
    share = np.concatenate([np.full(len(s.reuse), 1.0 / (len(sets) * max(1, len(s.reuse)))) for s in sets])

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = sign * (measures @ weights[1:] + weights[0])
        slope = -share * sign / (1.0 + np.exp(np.clip(margin, -50.0, 50.0)))
        value = float((share * np.logaddexp(0.0, -margin)).sum() + PENALTY * (weights[1:] ** 2).sum())
        return value, np.concatenate([[slope.sum()], measures.T @ slope + 2 * PENALTY * weights[1:]])

    given = [GIVEN.get(s.name) for s in SIGNALS]
    bounds = [(None, None), *((0.0, None) if g is None else (g * math.log(2.0), g * math.log(2.0)) for g in given)]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x, np.float64)


def chances(rows: Rows, weights: Floats) -> Floats:
    """Return the probability of reuse of each pair."""
    odds = np.clip(rows.measures() @ weights[1:] + weights[0], -40.0, 40.0)
    return np.asarray(1.0 / (1.0 + np.exp(-odds)), np.float64)


def f1(reuse: npt.NDArray[np.bool_], said: npt.NDArray[np.bool_]) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2.0 * float((reuse & said).sum()) / max(1, int(reuse.sum()) + int(said.sum()))


def in_bits(weights: Floats) -> dict[str, float]:
    """Return the table that ``relation_weights.json`` holds."""
    bits = np.round(weights / np.log(2.0), 2) + 0.0
    return {"intercept": float(bits[0])} | {s.name: float(b) for s, b in zip(SIGNALS, bits[1:], strict=True)}


def in_use(table: Mapping[str, float]) -> Floats:
    """Return the weights of a table, in natural log odds."""
    return np.log(2.0) * np.array([table["intercept"], *(table.get(s.name, 0.0) for s in SIGNALS)])


def reliable(sets: Mapping[str, Rows], said: Mapping[str, Floats]) -> Calibration:
    """Return how true the probabilities of all sets together are."""
    rows = [(float(p), bool(y)) for n, s in sets.items() for p, y in zip(said[n], s.reuse, strict=True)]
    return calibration(rows)


def report(sets: Mapping[str, Rows], weights: Floats, before: Floats) -> str:
    """Return a table of what the fit reaches on each set, and how true its probabilities are."""
    apart = {n: fit([s for m, s in sets.items() if m != n]) if len(sets) > 1 else weights for n in sets}
    said = {n: chances(s, apart[n]) for n, s in sets.items()}
    lines = [
        "| set | proposed | reuse | not proposed | F1 in use | fitted | held out | false | missed | error, held out |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for n, s in sets.items():
        held = said[n] >= 0.5
        figures = (f1(s.reuse, chances(s, w) >= 0.5) for w in (before, weights, apart[n]))
        error = calibration([(float(p), bool(y)) for p, y in zip(said[n], s.reuse, strict=True)]).error
        false, missed = int((held & ~s.reuse).sum()), int((s.reuse & ~held).sum())
        cells = (n, len(s.reuse), int(s.reuse.sum()), s.missing, *(f"{x:.3f}" for x in figures), false, missed)
        lines.append(f"| {' | '.join(map(str, cells))} | {error:.3f} |")
    held_out, used = reliable(sets, said), reliable(sets, {n: chances(s, before) for n, s in sets.items()})
    lines += ["", f"calibration error of all, held out {held_out.error:.3f}, with the weights in use {used.error:.3f}"]
    lines += ["", "| said, held out | true | pairs |", "|---|---|---|"]
    lines += [f"| {b.confidence:.2f} | {b.true:.2f} | {b.said} |" for b in held_out.bins]
    return "\n".join(lines) + "\n"


def wrong(sets: Mapping[str, Rows], weights: Floats) -> str:
    """Return a line on each pair that the fit takes for what it is not."""
    lines = []
    for n, s in sets.items():
        for pair, x, y, p in zip(s.pairs, s.likeness, s.reuse, chances(s, weights), strict=True):
            if bool(p >= 0.5) != bool(y):
                lines.append(f"{n} {pair[0]} {pair[1]} {'missed' if y else 'false'} {p:.2f} {x}\n")
    return "".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Collect, fit and print."""
    asked = argparse.ArgumentParser(prog="python -m tests.quality.fit", description=(__doc__ or "").splitlines()[0])
    asked.add_argument("sets", nargs="*", metavar="SET")
    asked.add_argument("--cache", type=Path, default=CACHE)
    asked.add_argument("--anew", action="store_true", help="collect passages again")
    asked.add_argument("--wrong", action="store_true", help="print the pairs that are taken for what they are not")
    asked.add_argument("--write", type=Path, metavar="FILE", help="write the weights there")
    given = asked.parse_args(argv)
    sets = {}
    for name in present(given.sets):
        start = time.process_time()
        sets[name] = collect(name, given.cache, given.anew)
        sys.stderr.write(f"{name}: {len(sets[name].pairs)} pairs, {time.process_time() - start:.0f} s\n")
    from provenance.relate import weights as table

    weights = fit(list(sets.values()))
    sys.stdout.write(report(sets, weights, in_use(table())))
    if given.wrong:
        sys.stdout.write("\n" + wrong(sets, weights))
    text = json.dumps(in_bits(weights), indent=1) + "\n"
    sys.stdout.write("\n" + text)
    if given.write:
        given.write.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
