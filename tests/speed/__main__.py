"""Measures the speed beside peers in one run and writes README.md beside this file.

    python -m tests.speed [CORPUS.jsonl …]

A corpus has a line for each document with `id`, `text`, `family`, `kind` and `parent`, as the generator beside the
shared data writes it; without one, corpora of 2,000 and 20,000 documents are made in a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
GENERATOR = HERE.parents[2] / "shared" / "bench" / "gen_corpus.py"

Rows = list[dict]
_TABLE = ("| | × datasketch | documents/s |", "|---|---|---|")


def main() -> None:
    """Measure and write."""
    asked = argparse.ArgumentParser(prog="python -m tests.speed", description=__doc__.splitlines()[0])
    asked.add_argument("corpus", nargs="*", type=Path)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--to", type=Path, default=HERE / "README.md")
    asked.add_argument("--only-pairs", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.only_pairs:
        _only_pairs(given.corpus[0])
        return
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    os.environ.setdefault("NUMBA_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as folder:
        paths = given.corpus or [_made(Path(folder), size) for size in (2_000, 20_000)]
        text = "\n".join([*_head(), *_signatures(_read(paths[0])[:400], given.rounds), *_pairs(paths)])
        text += "\n" + "\n".join(_index(_read(_largest(paths)), Path(folder))) + "\n" + "\n".join(_verbs(paths)) + "\n"
    given.to.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _made(folder: Path, size: int) -> Path:
    if not GENERATOR.exists():
        sys.exit("name a corpus: the generator of the shared data is not here")
    subprocess.run([sys.executable, str(GENERATOR), str(size)], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / f"corpus_{size}.jsonl"


def _read(path: Path) -> Rows:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _cpu(work: Callable[[], object]) -> tuple[float, object]:
    start = time.process_time()
    result = work()
    return max(1e-9, time.process_time() - start), result


def _head() -> list[str]:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    return [
        "# Speed beside peers",
        "",
        f"Written by `python -m tests.speed` on {model}, {os.cpu_count()} cores,",
        f"Python {platform.python_version()}, load {os.getloadavg()[0]:.0f} at the start.",
        "CPU time of one thread, everything in one run; read the ratios, not the times. Other work that shares the",
        "cores makes a CPU second hold up to half as much.",
        "Peers are driven as their documentation shows. The corpora are drawn from the statistics of news wording,",
        "with known truth: verbatim copies, cuts, light edits, articles that share only quotes; one in seven of all",
        "has a footer that others have too.",
        "",
    ]


def _signatures(rows: Rows, rounds: int) -> list[str]:
    import provenance
    from provenance.sketch import sentence_signatures
    from tests.speed import peers

    texts = [r["text"] for r in rows]
    there = peers.available()
    lines = [
        f"## Text to 128-permutation MinHash, {len(texts)} documents",
        "",
        "| | × datasketch | documents/s |",
        "|---|---|---|",
    ]
    jobs: dict[str, Callable[[], object]] = {name: _bound(peers.SIGNATURES[name], texts) for name in there}
    jobs["provenance"] = lambda: provenance.signatures(texts)
    lines += _compared(jobs, rounds, len(texts))
    lines += ["", "## The same, a signature a sentence", "", *_TABLE]
    jobs = {name: _bound(work, texts) for name, work in peers.SENTENCES.items() if name in there}
    jobs["provenance"] = lambda: sentence_signatures(texts)
    return [*lines, *_compared(jobs, rounds, len(texts)), ""]


def _bound(work: Callable[[Sequence[str]], object], texts: Sequence[str]) -> Callable[[], object]:
    return lambda: work(texts)


def _compared(jobs: dict[str, Callable[[], object]], rounds: int, count: int) -> list[str]:
    for work in jobs.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, work in jobs.items():
            times[name].append(_cpu(work)[0])
    base = times["datasketch"]
    lines = []
    for name, spent in times.items():
        ratio = statistics.median(b / s for b, s in zip(base, spent, strict=True))
        lines.append(f"| {name} | {ratio:.1f} | {count / statistics.median(spent):,.0f} |")
    return lines


def _quality(rows: Rows, pairs: set[tuple[int, int]]) -> list[str]:
    place = {r["id"]: i for i, r in enumerate(rows)}
    hit: dict[str, list[bool]] = {}
    for row in rows:
        if row["parent"] in place:
            pair = tuple(sorted((place[row["id"]], place[row["parent"]])))
            hit.setdefault(row["kind"], []).append(pair in pairs)
    right = sum(rows[i]["family"] == rows[j]["family"] for i, j in pairs) / max(1, len(pairs))
    return [f"{statistics.mean(hit[kind]):.3f}" for kind in _KINDS] + [f"{right:.3f}"]


_KINDS = ("verbatim", "cut", "light", "quotes")


def _pairs(paths: Sequence[Path]) -> list[str]:
    from tests.speed import peers

    lines = []
    ours = {}
    for path in paths:
        rows = _read(path)
        texts = [r["text"] for r in rows]
        told = json.loads(_subprocess(path))
        ours[len(rows)] = told["cpu"]
        lines += [
            f"## All related pairs, {len(rows):,} documents, text in",
            "",
            "| | CPU s | × datasketch | recall verbatim | cut | light | quotes | precision |",
            "|---|---|---|---|---|---|---|---|",
        ]
        measured = {}
        for name in peers.available() if len(rows) <= _PEERS_UP_TO else []:
            spent, found = _cpu(_bound(peers.PAIRS[name], texts))
            measured[name] = spent, _quality(rows, found)
        measured["provenance"] = told["cpu"], _quality(rows, {tuple(p) for p in told["pairs"]})
        base = measured["datasketch"][0] if "datasketch" in measured else None
        for name, (spent, quality) in measured.items():
            ratio = f"{base / spent:.1f}" if base else "–"
            lines.append(f"| {name} | {spent:.2f} | {ratio} | {' | '.join(quality)} |")
        lines += [
            "",
            f"Peak memory {told['peak']:,} MB, of which the texts and the interpreter {told['base']:,} MB.",
            "",
        ]
    sizes = sorted(ours)
    if len(sizes) > 1:
        growth = ours[sizes[-1]] / ours[sizes[-2]]
        lines += [
            f"From {sizes[-2]:,} to {sizes[-1]:,} documents the time grows {growth:.1f}-fold.",
            "",
        ]
    return lines


_PEERS_UP_TO = 50_000
"""Documents up to which the peers run too: beyond it takes minutes."""


def _subprocess(path: Path) -> str:
    command = [sys.executable, "-m", "tests.speed", "--only-pairs", str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _largest(paths: Sequence[Path]) -> Path:
    """Return the last corpus that is small enough to be put into an index in a minute."""
    small = [path for path in paths if path.stat().st_size < _INDEXED_UP_TO]
    return (small or list(paths))[-1]


_INDEXED_UP_TO = 200_000_000


def _only_pairs(path: Path) -> None:
    """Print what finding all pairs takes in a process of its own, so that its memory can be told."""
    import resource

    import provenance

    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    provenance.candidate_pairs(texts[:50])
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    spent, pairs = _cpu(lambda: provenance.candidate_pairs(texts))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(json.dumps({"cpu": spent, "base": base, "peak": peak, "pairs": pairs.tolist()}))


def _index(rows: Rows, folder: Path) -> list[str]:
    import numpy as np

    from provenance.index import Index
    from provenance.model import Document

    documents = [Document(str(r["id"]), r["text"], outlet=r.get("outlet")) for r in rows]
    with Index.create(folder / "speed.index") as index:
        index.add(documents[:300])
        bulk, _ = _cpu(lambda: index.add(documents[300:]))
        index.compact()
        info = index.info()
        asked = [d.text for d in documents[:: max(1, len(documents) // 1000)]]
        for text in asked[:20]:
            index.candidates(text)
        times = []
        for text in asked:
            start = time.perf_counter()
            index.candidates(text)
            times.append(1000 * (time.perf_counter() - start))
        new = [Document(f"new {i}", d.text + " Corrected.") for i, d in enumerate(documents[:200])]
        one, _ = _cpu(lambda: [index.add([d]) for d in new])
        middle, worst = np.percentile(times, [50, 99])
    return [
        f"## Index on disk, {info.documents:,} documents",
        "",
        "| | |",
        "|---|---|",
        f"| bulk add, documents a CPU second | {(len(documents) - 300) / bulk:,.0f} |",
        f"| adds one by one, a CPU second | {len(new) / one:,.0f} |",
        f"| bytes a document, text included | {info.size / info.documents:,.0f} |",
        f"| candidates of an article, wall ms, p50 / p99 | {middle:.2f} / {worst:.2f} |",
        "",
    ]


def _verbs(paths: Sequence[Path]) -> list[str]:
    """Measure whole commands, start of the interpreter included: CPU of all their processes, and wall time."""
    worded = ("--no-meaning", "--no-translation")
    seeds = HERE.parents[1] / "seeds"
    article = next(path for path in sorted(seeds.rglob("*.txt")))
    lines = ["## Whole commands, wording only", "", "| | CPU s | wall s |", "|---|---|---|"]
    asked = [
        ("`--help`", ("--help",), 3),
        ("`check` on the seeds", ("check", str(article), "--against", str(seeds)), 3),
    ]
    for path in paths:
        with path.open("rb") as rows:
            count = sum(1 for _ in rows)
        if count <= _TRACED_UP_TO:
            asked.append((f"`trace` of {count:,} articles, all files written", ("trace", str(path)), 1))
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments, rounds in asked:
            more = (*worded, *(("--out", folder) if arguments[0] == "trace" else ())) if len(arguments) > 1 else ()
            spent = [_spent((*arguments, *more)) for _ in range(rounds)]
            lines.append(f"| {name} | {min(s[0] for s in spent):.2f} | {min(s[1] for s in spent):.2f} |")
    return [*lines, ""]


_TRACED_UP_TO = 25_000
"""Documents up to which a corpus is traced: it takes minutes."""


def _spent(arguments: Sequence[str]) -> tuple[float, float]:
    before, start = os.times(), time.perf_counter()
    command = [sys.executable, "cli.py", *arguments]
    # As installed: Python keeps what it made of the sources, whatever the surroundings say.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, cwd=HERE.parents[1], env=kept)
    after = os.times()
    children = after.children_user + after.children_system - before.children_user - before.children_system
    return children, time.perf_counter() - start


if __name__ == "__main__":
    main()
