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
from provenance.match import passages_of_corpus
from provenance.model import Passage
from provenance.relate import LEAD, SIGNALS, are_allied, compared, leads
from provenance.settings import Settings
from tests.quality.labelled import STRETCHES, LabelledSet, Pair, load, ordered, present

PENALTY = 5e-4
"""Of the squared weights, beside a mean log loss: enough to keep a signal that all pairs of a set have finite."""
GIVEN = {
    "credit": 2.0,
    "words in common": 1.0,
    "names apart": 4.0,
    "figures apart": 3.0,
    "two notices": 2.0,
    "quotes alone": 5.0,
    "one form": 1.4,
}
"""Bits a unit that are not fitted. All but the first tell forms that are filled in again and again, which only an
archive of agency notices has: they were chosen on such, with the other weights left as they were, and hardly touch a
pair of any other set. Where both credit one agency in a passage that is alike, reuse is eleven times as likely as
elsewhere (56 labelled pairs against 7), but nearly all of these are beyond doubt anyway, so that the loss is the same
for any weight from 0 to 2.5; it decides for a lost original whose witnesses are all far from it."""
ROUNDS = 3
"""Fits of the weights of a pair among the rest; a fourth changes next to nothing."""
TIMES = {"reuters21578": 3, **{f"reuters21578_{n}": 0 for n in STRETCHES}}
"""Sets that count more than once: this one stands for archives, where nearly all that is alike is so by its kind. Its
further stretches are for looking at: they hold only pairs that were said, which would mislead a fit."""
CACHE = Path(tempfile.gettempdir()) / "provenance-likeness"

Floats = npt.NDArray[np.float64]
Passages = dict[tuple[int, int], tuple[Passage, ...]]


@dataclass(frozen=True)
class Rows:
    """The proposed pairs of one set, and of which of them it is known whether they are reuse."""

    places: tuple[tuple[int, int], ...]
    """Every proposed pair with passages, by positions in the corpus."""
    measures: Floats
    """One row a pair, one column a signal."""
    allied: frozenset[tuple[int, int]]
    """Those that credit one agency for the same."""
    across: frozenset[tuple[int, int]]
    """Those in two languages."""
    known: npt.NDArray[np.int64]
    """Rows of the pairs that are labelled."""
    pairs: tuple[Pair, ...]
    """Ids of the labelled pairs."""
    reuse: npt.NDArray[np.bool_]
    missing: int
    """Pairs that are reuse and were not proposed."""

    def leads(self, alone: Floats, among: Floats) -> Floats:
        """Return by how much each labelled pair is ahead of its rivals, given the weights of a pair alone.

        Those of a pair `among` the rest say which pairs are outdone by their rivals.
        """
        odds = (self.measures @ alone[1:] + alone[0]) / math.log(2.0)
        bits = dict(zip(self.places, odds.tolist(), strict=True))
        first = leads(bits, self.allied, self.across)
        beside = self.measures @ among[1:-1] + among[0] + among[-1] * np.array([first[p] for p in self.places])
        outdone = {p for p, amount in zip(self.places, beside.tolist(), strict=True) if amount <= 0 < bits[p]}
        ahead = leads(bits, self.allied, self.across, outdone)
        return np.array([ahead[self.places[row]] for row in self.known.tolist()])


@dataclass(frozen=True)
class Fit:
    """Weights in natural log odds, the intercept first."""

    alone: Floats
    among: Floats
    """The last is that of the lead."""


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
    every = {(i, j): evidence.weigh(found, readings[i], readings[j]) for (i, j), found in sorted(pairs.items())}
    likenesses = {
        pair: weighed.likeness for pair, weighed in compared({p: w for p, w in every.items() if w.passages}).items()
    }
    rows = [(pair, [s.sign * s.measure(likeness) for s in SIGNALS]) for pair, likeness in likenesses.items()]
    allied = {pair for pair, likeness in likenesses.items() if are_allied(likeness)}
    across = {pair for pair, likeness in likenesses.items() if not likeness.same_language}
    ids = [ordered(articles[i].id, articles[j].id) for (i, j), _ in rows]
    labels = [labelled.label(*pair) for pair in ids]
    known = [row for row, label in enumerate(labels) if label is not None]
    there = {ids[row] for row in known}
    return Rows(
        places=tuple(places for places, _ in rows),
        measures=np.array([measures for _, measures in rows]).reshape(len(rows), len(SIGNALS)),
        allied=frozenset(allied),
        across=frozenset(across),
        known=np.array(known, np.int64),
        pairs=tuple(ids[row] for row in known),
        reuse=np.array([labels[row] for row in known], np.bool_),
        missing=sum(reuse and pair not in there for pair, reuse in labelled.labels.items()),
    )


def fit(sets: Sequence[Rows]) -> Fit:
    """Return the weights that fit `sets` best: of a pair alone, then with its lead by these.

    Which pairs are outdone by their rivals hangs on the latter, so that they are fitted again and again.
    """
    given = [GIVEN.get(s.name) for s in SIGNALS]
    alone = _logistic([s.measures[s.known] for s in sets], [s.reuse for s in sets], given)
    among = np.append(alone, 0.0)
    for _ in range(ROUNDS):
        beside = [np.column_stack([s.measures[s.known], s.leads(alone, among)]) for s in sets]
        among = _logistic(beside, [s.reuse for s in sets], [*given, None])
    return Fit(alone, among)


def _logistic(sets: Sequence[Floats], labels: Sequence[npt.NDArray[np.bool_]], given: Sequence[float | None]) -> Floats:
    """Return the intercept and weights of at least 0 that fit best, each set counting the same."""
    measures = np.vstack(sets)
    sign = np.where(np.concatenate(labels), 1.0, -1.0)
    share = np.concatenate([np.full(len(x), 1.0 / (len(sets) * max(1, len(x)))) for x in labels])

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = sign * (measures @ weights[1:] + weights[0])
        slope = -share * sign / (1.0 + np.exp(np.clip(margin, -50.0, 50.0)))
        value = float((share * np.logaddexp(0.0, -margin)).sum() + PENALTY * (weights[1:] ** 2).sum())
        return value, np.concatenate([[slope.sum()], measures.T @ slope + 2 * PENALTY * weights[1:]])

    bounds = [(None, None), *((0.0, None) if g is None else (g * math.log(2.0), g * math.log(2.0)) for g in given)]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x, np.float64)


def chances(rows: Rows, weights: Fit) -> Floats:
    """Return the probability of reuse of each labelled pair among the others."""
    beside = np.column_stack([rows.measures[rows.known], rows.leads(weights.alone, weights.among)])
    odds = np.clip(beside @ weights.among[1:] + weights.among[0], -40.0, 40.0)
    return np.asarray(1.0 / (1.0 + np.exp(-odds)), np.float64)


def f1(reuse: npt.NDArray[np.bool_], said: npt.NDArray[np.bool_]) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2.0 * float((reuse & said).sum()) / max(1, int(reuse.sum()) + int(said.sum()))


def in_bits(weights: Fit) -> dict[str, dict[str, float]]:
    """Return the tables that ``relation_weights.json`` holds."""
    names = ["intercept", *(s.name for s in SIGNALS), LEAD]
    return {
        kind: dict(zip(names, (np.round(found / np.log(2.0), 2) + 0.0).tolist(), strict=False))
        for kind, found in (("alone", weights.alone), ("among", weights.among))
    }


def in_use(tables: Mapping[str, Mapping[str, float]]) -> Fit:
    """Return the weights of the tables, in natural log odds."""
    names = ["intercept", *(s.name for s in SIGNALS), LEAD]
    alone, among = (np.log(2.0) * np.array([tables[k].get(n, 0.0) for n in names]) for k in ("alone", "among"))
    return Fit(alone[:-1], among)


def reliable(sets: Mapping[str, Rows], said: Mapping[str, Floats]) -> Calibration:
    """Return how true the probabilities of all sets together are."""
    rows = [(float(p), bool(y)) for n, s in sets.items() for p, y in zip(said[n], s.reuse, strict=True)]
    return calibration(rows)


def _times(sets: Mapping[str, Rows]) -> list[Rows]:
    """Return the sets, each as often as it counts."""
    return [s for n, s in sets.items() for _ in range(TIMES.get(n, 1))]


def report(sets: Mapping[str, Rows], weights: Fit, before: Fit) -> str:
    """Return a table of what the fit reaches on each set, and how true its probabilities are."""
    apart = {n: fit(_times({m: s for m, s in sets.items() if m != n})) if len(sets) > 1 else weights for n in sets}
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


def wrong(sets: Mapping[str, Rows], weights: Fit) -> str:
    """Return a line on each pair that the fit takes for what it is not."""
    lines = []
    for n, s in sets.items():
        ahead = s.leads(weights.alone, weights.among)
        for at, (pair, y, p) in enumerate(zip(s.pairs, s.reuse, chances(s, weights), strict=True)):
            if bool(p >= 0.5) != bool(y):
                shown = " ".join(
                    f"{x.name} {m:.2f}" for x, m in zip(SIGNALS, s.measures[s.known[at]].tolist(), strict=True)
                )
                lines.append(
                    f"{n} {pair[0]} {pair[1]} {'missed' if y else 'false'} {p:.2f} {shown} lead {ahead[at]:.1f}\n"
                )
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
    sets: dict[str, Rows] = {}
    for name in present(given.sets):
        start = time.process_time()
        sets[name] = collect(name, given.cache, given.anew)
        sys.stderr.write(f"{name}: {len(sets[name].pairs)} pairs, {time.process_time() - start:.0f} s\n")
    from provenance.relate import weights as table

    weights = fit(_times(sets))
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
