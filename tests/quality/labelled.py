"""Pairs of articles of which it is known whether one took from the other or both from one source.

The project's own stories are always there; sets beside the project (``../shared``) where they lie. Pairs that a set
neither labels nor rules out, such as two versions of one story, are left out.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from provenance.evaluate import read_truth, same_group
from provenance.model import Document
from provenance.read import read_corpus

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
REUTERS = 4000
"""Articles of reuters21578 that its pairs were chosen among, in the order of the file."""
STRETCH = 1500
"""Articles of a further stretch of it that was judged."""
STRETCHES = (0, 5000, 6000, 7000, 9000, 13000, 14500, 15000, 16500, 17000, 18500, 19300)
"""Where these begin. Nothing is fitted on them, but bits of forms (`GIVEN` of the fit) were chosen by most of them."""
TAKEN = {"copy", "version", "excerpt", "paraphrase"}
"""Relations of us_news_2018_events that are reuse."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class LabelledSet:
    """Articles, and what is known of pairs of them; the lesser id comes first in a pair."""

    name: str
    documents: tuple[Document, ...]
    labels: dict[Pair, bool]
    neither: frozenset[Pair] = frozenset()
    """Pairs that are not labelled and may well be reuse."""
    closed: bool = True
    """Every pair that is in neither is no reuse."""

    def label(self, one: str, other: str) -> bool | None:
        """Return whether a pair is reuse; None where nobody knows."""
        pair = ordered(one, other)
        if pair in self.neither:
            return None
        return self.labels.get(pair, False if self.closed else None)


def ordered(one: str, other: str) -> Pair:
    """Return the pair with the lesser id first."""
    return (one, other) if one < other else (other, one)


def own() -> LabelledSet:
    """Return the seeds and the held-out stories, as one corpus under names that say nothing."""
    sys.path.insert(0, str(ROOT / "tests" / "families"))
    from build import build

    with tempfile.TemporaryDirectory() as place:
        build(Path(place))
        return stories("own", Path(place))


def stories(name: str, folder: Path) -> LabelledSet:
    """Return the labelled stories of a folder: an edge or a labelled passage is reuse, two of one origin may be."""
    told = read_truth(folder)
    known = {d for s in told for d in s.documents}
    taken = {ordered(a, b) for s in told for a, b, _ in s.edges if a in known}
    taken |= {ordered(p.source, p.target) for s in told for p in s.passages}
    edges = [(a, b) for s in told for a, b, _ in s.edges]
    edges += [(s.built_on, s.original) for s in told if s.built_on]
    neither = same_group(edges, known) - taken
    # What is left out of a truth is left out of the corpus, by its name.
    documents = tuple(d for d in read_corpus([str(folder)]).documents if d.id in known)
    return LabelledSet(name, documents, dict.fromkeys(taken, True), frozenset(neither))


def rows(name: str, part: str) -> list[dict[str, Any]]:
    """Return the lines of one file of a shared set, empty where it has no such file."""
    for path in (SHARED / "data" / name / f"{part}.jsonl.gz", SHARED / "data" / name / f"{part}.jsonl"):
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as f:
                return [json.loads(line) for line in f]
    return []


def documents(lines: Iterable[dict[str, Any]]) -> tuple[Document, ...]:
    """Return the articles that lines of a set describe."""
    return tuple(
        Document(
            str(r["id"]),
            r["text"],
            title=r.get("title"),
            outlet=r.get("outlet") or r.get("publisher"),
            published=r.get("published"),
            language=r.get("language"),
        )
        for r in lines
    )


def clough() -> LabelledSet:
    """Return answers written with and without a source."""
    labels = {ordered(t["source"], t["derived"]): t["label"] != "non" for t in rows("clough_stevenson", "truth")}
    return LabelledSet("clough_stevenson", documents(rows("clough_stevenson", "documents")), labels, closed=False)


def us_news() -> LabelledSet:
    """Return scraped articles on two events, with pairs judged by hand."""
    name = "us_news_2018_events"
    labels = {ordered(r["a"], r["b"]): r["relation"] in TAKEN for r in rows(name, "pairs")}
    return LabelledSet(name, documents(rows(name, "documents")), labels, closed=False)


def reuters() -> LabelledSet:
    """Return a month of short agency reports, with pairs judged by hand: many are told by one formula."""
    lines = (HERE / "reuters21578.tsv").read_text("utf-8").splitlines()
    labels = {ordered(a, b): same == "1" for a, b, same in (line.split("\t") for line in lines)}
    found = documents(rows("reuters21578", "documents")[:REUTERS])
    return LabelledSet("reuters21578", found, labels, closed=False)


def stretch(first: int) -> Callable[[], LabelledSet]:
    """Return a reader of a stretch of the agency reports, with random pairs of those that were said there judged."""

    def read() -> LabelledSet:
        lines = [line.split("\t") for line in (HERE / "reuters21578_stretches.tsv").read_text("utf-8").splitlines()]
        labels = {ordered(a, b): same == "1" for start, a, b, same in lines if int(start) == first}
        found = documents(rows("reuters21578", "documents")[first : first + STRETCH])
        return LabelledSet(f"reuters21578_{first}", found, labels, closed=False)

    return read


def grouped(name: str, most: int) -> Callable[[], LabelledSet]:
    """Return a reader of a set of sources with what was made from each: `most` of them, evenly from the whole."""

    def read() -> LabelledSet:
        truth = [t for t in rows(name, "truth") if "derived" in t]
        source_of = {t["derived"]: t["source"] for t in truth}

        def story(document: str) -> str:
            # Two rewrites of one text go by its name and a number.
            return document.partition(".")[0] if name.startswith("wmt19") else source_of.get(document, document)

        groups: dict[str, list[dict[str, Any]]] = {}
        for line in rows(name, "documents"):
            groups.setdefault(story(line["id"]), []).append(line)
        some = list(groups.values())
        kept = [line for n in range(min(most, len(some))) for line in some[n * len(some) // min(most, len(some))]]
        ids = {line["id"] for line in kept}
        pairs = [(t["source"], t["derived"]) for t in truth] + [(t["a"], t["b"]) for t in rows(name, "siblings")]
        labels = {ordered(a, b): True for a, b in pairs if a in ids and b in ids}
        kin = {ordered(a, b) for a, b in combinations(sorted(ids), 2) if story(a) == story(b)}
        return LabelledSet(name, documents(kept), labels, frozenset(kin - labels.keys()))

    return read


SETS: dict[str, tuple[Path | None, Callable[[], LabelledSet]]] = {
    "own": (None, own),
    "families": (SHARED / "families", lambda: stories("families", SHARED / "families")),
    "us_news_2018_events": (SHARED / "data" / "us_news_2018_events", us_news),
    "clough_stevenson": (SHARED / "data" / "clough_stevenson", clough),
    "qags_summaries": (SHARED / "data" / "qags_summaries", grouped("qags_summaries", 237)),
    "bbc_extractive_summary": (SHARED / "data" / "bbc_extractive_summary", grouped("bbc_extractive_summary", 50)),
    "wmt19_paraphrase_de": (SHARED / "data" / "wmt19_paraphrase_de", grouped("wmt19_paraphrase_de", 20)),
    "wmt_news_translations": (SHARED / "data" / "wmt_news_translations", grouped("wmt_news_translations", 44)),
    "reuters21578": (SHARED / "data" / "reuters21578", reuters),
    **{f"reuters21578_{n}": (SHARED / "data" / "reuters21578", stretch(n)) for n in STRETCHES},
}
"""Each set, where it must lie, and how it is read."""


def present(names: Sequence[str] = ()) -> list[str]:
    """Return the sets that are there, all or those of `names`."""
    return [n for n, (place, _) in SETS.items() if (place is None or place.exists()) and (not names or n in names)]


def load(name: str) -> LabelledSet:
    """Return the set of that name."""
    return SETS[name][1]()
