"""Measures an index on disk, and texts in memory beside gaoya, on a corpus of any size; prints a table.

    python -m tests.speed.archive CORPUS.jsonl [--times N] [--index FILE]

With `--times` every article is added so many times, each time with its words in another order: the same words in
other shingles, so that a million articles need not be made first.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

ASKED = 500
"""Articles that are asked about."""
ONES = 300
"""Articles that are added one by one."""
IN_MEMORY = 250_000
"""Texts up to which they are also held in memory."""


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="python -m tests.speed.archive", description=__doc__.splitlines()[0])
    asked.add_argument("corpus", type=Path)
    asked.add_argument("--times", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--index", type=Path, help="Where to make the index; one that is there is used.")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in _measured(given.corpus, given.times, given.jobs, given.index or Path(folder) / "archive.index"):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def _measured(corpus: Path, times: int, jobs: int, path: Path) -> Iterator[str]:
    from provenance.index import Index

    count = times * sum(1 for _ in corpus.open("rb"))
    yield f"| {count:,} articles, load {os.getloadavg()[0]:.0f} at the start | |"
    yield "|---|---|"
    if not path.exists():
        yield from _added(corpus, times, jobs, path)
    some = [text for _, text, _ in _texts(corpus, times, max(1, count // ASKED))]
    _loaded(path.with_name("warm.index"))
    _forgotten(path)
    start = time.perf_counter()
    with Index.open(path) as index:
        index.candidates(some[0])
    yield f"| first answer, nothing of the file in memory, ms | {1000 * (time.perf_counter() - start):.0f} |"
    with Index.open(path) as index:
        info = index.info()
        yield f"| bytes an article, text included | {info.size / info.documents:,.0f} |"
        yield f"| bytes a posting, without texts | {_of_postings(path) / info.postings:.1f} |"
        for _ in range(2):
            told = _asked(index.candidates, some)
        yield f"| candidates of an article, {told} |"
    with Index.open(path, write=True) as index:
        yield from _one_by_one(index, some[:ONES])
    if count <= IN_MEMORY:
        yield from _in_memory([text for _, text, _ in _texts(corpus, times, 1)], some)


def _texts(corpus: Path, times: int, step: int) -> Iterator[tuple[str, str, str | None]]:
    """Yield id, text and outlet of every `step`-th article."""
    for turn in range(times):
        with corpus.open(encoding="utf-8") as lines:
            for n, line in enumerate(lines):
                if n % step == 0:
                    row = json.loads(line)
                    words = row["text"].split(" ")
                    size = turn + 1
                    mixed = [w for at in range(0, len(words), size) for w in reversed(words[at : at + size])]
                    yield f"{row['id']} {turn}", " ".join(mixed), row.get("outlet")


def _added(corpus: Path, times: int, jobs: int, path: Path) -> Iterator[str]:
    from provenance.index import Index
    from provenance.model import Document

    spent, read = [time.process_time()], [0.0, 0]

    def documents() -> Iterator[Document]:
        rows = _texts(corpus, times, 1)
        while True:
            start = time.process_time()
            row = next(rows, None)
            read[0] += time.process_time() - start
            if row is None:
                return
            read[1] += 1
            yield Document(row[0], row[1], outlet=row[2])

    with Index.create(path, jobs=jobs) as index:
        index.add(documents())
    work = time.process_time() - spent[0] - read[0]
    yield f"| bulk add, articles a CPU second, beside reading them | {read[1] / work:,.0f} |"
    yield f"| most memory held, MB | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} |"


def _asked(question: Callable[[str], object], some: Sequence[str]) -> str:
    cpu, wall = [], []
    for text in some:
        begun, start = time.process_time(), time.perf_counter()
        question(text)
        cpu.append(1e6 * (time.process_time() - begun))
        wall.append(1e6 * (time.perf_counter() - start))
    told = [f"{a:,.0f} / {b:,.0f}" for a, b in (np.percentile(times, [50, 99]) for times in (cpu, wall))]
    return f"µs at the median / 99th percentile | {told[0]} of CPU, {told[1]} of wall time"


def _one_by_one(index: object, some: Sequence[str]) -> Iterator[str]:
    from provenance.index import Index
    from provenance.model import Document

    assert isinstance(index, Index)
    new = [Document(f"new {n}", f"{text} Corrected.") for n, text in enumerate(some)]
    begun, start = time.process_time(), time.perf_counter()
    for document in new:
        index.add([document])
    cpu, wall = time.process_time() - begun, time.perf_counter() - start
    yield f"| adds one by one | {len(new) / cpu:,.0f} a CPU second, {len(new) / wall:,.0f} a second |"
    index.remove(d.id for d in new)


def _in_memory(texts: Sequence[str], some: Sequence[str]) -> Iterator[str]:
    from provenance.lookup import Lookup
    from tests.speed import peers

    held: dict[str, Callable[[str], object]] = {"provenance": Lookup(texts).candidates}
    if "gaoya" in peers.available():
        held["gaoya"] = peers.gaoya(texts).query
    told = {}
    for _ in range(2):
        told = {name: _asked(question, some) for name, question in held.items()}
    for name, line in told.items():
        yield f"| held in memory by {name}, {line} |"


def _of_postings(path: Path) -> int:
    """Return the bytes that blocks take, with what SQLite needs beside."""
    import sqlite3

    db = sqlite3.connect(path)
    try:
        # Four bytes a key and four a number; rows, pages and their edges are measured by the file without texts.
        texts = db.execute("SELECT sum(length(text) + length(known) + length(id) + 40) FROM document").fetchone()[0]
        pages = db.execute("PRAGMA page_count").fetchone()[0] - db.execute("PRAGMA freelist_count").fetchone()[0]
        return int(pages * db.execute("PRAGMA page_size").fetchone()[0] - texts)
    finally:
        db.close()


def _loaded(path: Path) -> None:
    """Have the compiled loops loaded, by an index of two texts."""
    from provenance.index import Index
    from provenance.model import Document

    text = "The ferry left the harbour at noon, as it does on every day of the year."
    with Index.create(path) as index:
        index.add([Document(name, text) for name in "ab"])
        index.compact()
        index.candidates(text)
    path.unlink()


def _forgotten(path: Path) -> None:
    """Have the system forget what it holds of a file, where it can."""
    if not hasattr(os, "posix_fadvise"):
        return
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


if __name__ == "__main__":
    main()
