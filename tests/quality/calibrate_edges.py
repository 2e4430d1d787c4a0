"""Measure derivation on simulated copying trees: who stands next to whom, directed edges, how true their confidence is.

    python -m tests.quality.calibrate_edges [--seed N] [--trees N] [--sort NAME …] [--json]

Texts are invented by tests/simulate.py; wording alone is compared, without an encoder. Sorts: plain, contaminated
(with second sources) and decimated (a fifth of the documents lost); of each, trees of every kind in turn.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from provenance import evidence, formula, rarity, stories
from provenance.annotate import annotate_all
from provenance.article import Article
from provenance.derive import Bond, Stemma, families, stemma
from provenance.evidence import Reading
from provenance.match import passages_of_corpus
from provenance.model import DERIVED, Document, Passage
from provenance.settings import Settings
from provenance.standing import Standing, one_name, standings
from tests import simulate

WORDING = Settings(meaning=False, translation=False)
SETS = {"plain": lambda h: h, "contaminated": simulate.contaminated, "decimated": simulate.decimated}
FAR = 99


@dataclass(frozen=True)
class Prepared:
    """A corpus up to the point where it is derived."""

    readings: list[Reading]
    bonds: list[Bond]
    origin: tuple[Standing, ...]
    seconds: dict[str, float]


def say(line: str) -> None:
    """Write one line of a report."""
    sys.stdout.write(line + "\n")


def prepare(documents: Sequence[Document], settings: Settings = WORDING) -> Prepared:
    """Return what derivation starts from, as `trace` makes it."""
    started = time.perf_counter()
    articles = annotate_all(sorted(documents, key=lambda d: d.id), settings.agencies)
    annotated = time.perf_counter()
    pairs, _ = passages_of_corpus(articles, settings)
    aligned = time.perf_counter()
    weights = rarity.independence(articles, pairs)
    plain = evidence.Readings(articles, rarity.learn(articles, weights), weights)
    readings = list(plain.counting(formula.learn(pairs, plain).stories))
    bonds = [
        Bond(i, j, weighed, match.confidence)
        for (i, j), (match, weighed) in sorted(stories.matches(readings, pairs).items())
        if match.relation in DERIVED and match.confidence >= 0.5
    ]
    seconds = {
        "annotate": annotated - started,
        "align": aligned - annotated,
        "weigh": time.perf_counter() - aligned,
    }
    return Prepared(readings, bonds, _told_apart(articles, pairs), seconds)


def _told_apart(
    articles: Sequence[Article], pairs: Mapping[tuple[int, int], Sequence[Passage]]
) -> tuple[Standing, ...]:
    """Return the standing of each article, with the agencies of its own story called by one name, as `trace` does."""
    names = one_name(articles)
    found = list(standings(articles, names))
    for story in stories.joined(pairs):
        places = sorted({place for pair in story for place in pair})
        for place, standing in zip(places, standings([articles[p] for p in places], names), strict=True):
            found[place] = standing
    return tuple(found)


def derived(prepared: Prepared) -> list[Stemma]:
    """Return the stemmata of all families."""
    found = []
    for members in families(len(prepared.readings), prepared.bonds):
        inside = set(members)
        bonds = [b for b in prepared.bonds if b.left in inside]
        found.append(stemma(members, bonds, prepared.readings, prepared.origin))
    return found


@dataclass(frozen=True)
class Said:
    """An edge of a trace, by id; a lost source's name starts with "lost"."""

    source: str
    target: str
    confidence: float


def said_of(prepared: Prepared, trees: Sequence[Stemma]) -> list[Said]:
    """Return the edges of stemmata by id."""
    ids = [r.article.id for r in prepared.readings]
    found = []
    for number, t in enumerate(trees):
        for e in t.edges:
            source = f"lost-{number}-{e.source}" if e.lost else ids[e.source]
            found.append(Said(source, ids[e.target], e.confidence))
    return found


def distances(edges: Iterable[tuple[str, str]], ids: Sequence[str]) -> npt.NDArray[np.int64]:
    """Return the steps between documents along edges taken both ways, FAR where there is no way."""
    beside = defaultdict(set)
    for a, b in edges:
        beside[a].add(b)
        beside[b].add(a)
    table = np.full((len(ids), len(ids)), FAR)
    for row, start in enumerate(ids):
        steps, queue = {start: 0}, [start]
        for here in queue:
            for there in sorted(beside[here]):
                if there not in steps:
                    steps[there] = steps[here] + 1
                    queue.append(there)
        table[row] = [steps.get(i, FAR) for i in ids]
    return table


def sign_similarity(true: npt.NDArray[np.int64], said: npt.NDArray[np.int64]) -> float:
    """Return how often two sets of distances agree on which of two documents is nearer to a third (Roos & Heikkilä)."""
    total = count = 0.0
    size = len(true)
    for i in range(size):
        rest = [x for x in range(size) if x != i]
        signs = [np.sign(t[i, rest][:, None] - t[i, rest][None, :]) for t in (true, said)]
        off = ~np.eye(size - 1, dtype=bool)
        total += float((1.0 - np.abs(signs[0] - signs[1]) / 2)[off].sum())
        count += float(off.sum())
    return total / max(1.0, count)


@dataclass
class Tally:
    """What is counted over the trees of one sort."""

    trees: int = 0
    similarity: float = 0.0
    right: int = 0
    said: int = 0
    true: int = 0
    near: int = 0
    roots: int = 0
    lost_said: int = 0
    lost_right: int = 0
    lost_true: int = 0
    seconds_true: int = 0
    seconds_found: int = 0

    def add(self, tree: simulate.Tree, said: Sequence[Said]) -> list[tuple[float, bool]]:
        """Count one tree; return for each edge its confidence and whether it is right."""
        ids = tree.kept
        kept = set(ids)
        pairs = {(s.source, s.target) for s in said}
        true = {(s, t) for s, t in tree.edges() if s in kept and t in kept}
        plain = {(s, t) for s, t in pairs if s in kept}
        self.trees += 1
        self.similarity += sign_similarity(distances(tree.edges(), ids), distances(pairs, ids))
        self.right += len(true & plain)
        self.said += len(plain)
        self.true += len(true)
        self.near += sum(s in tree.sources(t) for s, t in plain)
        top = {t for t in ids if not tree.sources(t)}
        self.roots += bool(top - {t for _, t in plain})
        lost = {t for s, t in pairs if s not in kept}
        # What was copied from lost documents at the top.
        orphans = {t for t in top if tree.parents[t] is not None}
        self.lost_said += len(lost)
        self.lost_true += len(orphans)
        self.lost_right += len(lost & orphans)
        second = {(s, t) for t, s in tree.seconds.items() if s in kept and t in kept}
        self.seconds_true += len(second)
        self.seconds_found += len(second & plain)
        return [(s.confidence, s.source in tree.sources(s.target) or s.target in lost & orphans) for s in said]

    @property
    def f1(self) -> float:
        """Return F1 of the directed edges between documents that survive, second sources included."""
        return 2 * self.right / max(1, self.said + self.true)

    def row(self) -> str:
        """Return the figures as a line."""
        cells = (
            f"{self.trees:5d}",
            f"{self.similarity / max(1, self.trees):7.3f}",
            f"{self.f1:7.3f}",
            f"{self.near / max(1, self.said):7.3f}",
            f"{self.roots / max(1, self.trees):7.2f}",
            f"{self.lost_right:4d}/{self.lost_said}/{self.lost_true}",
            f"{self.seconds_found:5d}/{self.seconds_true}",
        )
        return "".join(cells)


HEADING = "trees   sign edge F1 nearest  root  lost right/said/true  seconds"


def calibration(judged: Sequence[tuple[float, bool]], bins: int = 10) -> tuple[float, list[tuple[int, float, float]]]:
    """Return the expected calibration error, and for each bin its size, mean confidence and share that is right."""
    table = []
    for b in range(bins):
        inside = [(c, ok) for c, ok in judged if b / bins <= c < (b + 1) / bins or (b == bins - 1 and c == 1.0)]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            table.append((len(inside), mean, sum(ok for _, ok in inside) / len(inside)))
    return sum(n * abs(mean - share) for n, mean, share in table) / max(1, len(judged)), table


def grown(seed: int, count: int, sort: str) -> list[tuple[str, simulate.Tree, Prepared]]:
    """Return simulated trees of one sort, ready to be derived."""
    return [(kind, t, prepare(t.documents)) for kind, t in simulate.forest(seed, count, SETS[sort])]


def measure(
    forests: dict[str, list[tuple[str, simulate.Tree, Prepared]]], say: Callable[[str], None] = say
) -> dict[str, object]:
    """Say the figures of trees, and return the main ones."""
    figures: dict[str, object] = {}
    everything: list[tuple[float, bool]] = []
    say(f"{'':40}{HEADING}")
    for sort, trees in forests.items():
        tallies: dict[str, Tally] = defaultdict(Tally)
        judged: list[tuple[float, bool]] = []
        for kind, tree, prepared in trees:
            said = said_of(prepared, derived(prepared))
            judged += tallies[kind].add(tree, said)
            tallies["all"].add(tree, said)
        for kind in sorted(tallies):
            say(f"{sort + ', ' + kind:40}{tallies[kind].row()}")
        error, _ = calibration(judged)
        say(f"{sort + ', calibration error':40}{error:.3f} over {len(judged)} edges")
        everything += judged
        whole = tallies["all"]
        figures[sort] = {"sign similarity": whole.similarity / max(1, whole.trees), "directed edges": whole.f1}
    error, table = calibration(everything)
    say(f"{'calibration error':40}{error:.3f} over {len(everything)} edges")
    for n, mean, share in table:
        say(f"{'':8}{n:6d} edges said with {mean:.2f}: {share:.2f} right")
    return {**figures, "calibration error": error, "edges": float(len(everything))}


def main(argv: Sequence[str] | None = None) -> int:
    """Grow trees, measure, and print."""
    asked = argparse.ArgumentParser(
        prog="python -m tests.quality.calibrate_edges", description=(__doc__ or "").splitlines()[0]
    )
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--trees", type=int, default=36, help="trees of each sort")
    asked.add_argument("--sort", choices=tuple(SETS), action="append")
    asked.add_argument("--json", action="store_true", help="print the main figures as JSON and nothing else")
    given = asked.parse_args(argv)
    forests = {sort: grown(given.seed, given.trees, sort) for sort in given.sort or SETS}
    if given.json:
        say(json.dumps(measure(forests, lambda line: None)))
    else:
        measure(forests)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
