"""Puts a server under load: many clients that check articles, and some that are slow, oversize or broken meanwhile.

    python -m tests.speed.serve [CORPUS …] [--clients 50] [--seconds 60] [--jobs 2] [--to FILE]

A corpus is what `provenance index add` takes; the seeds without one. Every client sends one article after another, each
cut from an article of the corpus and no two alike, and waits for the answer. Prints, and writes to FILE, how many were
answered, how long that took, and every answer that was not 200.
"""

from __future__ import annotations

import argparse
import http.client
import os
import platform
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).parents[2]
CLI = [sys.executable, str(ROOT / "cli.py")]


@dataclass
class Tally:
    """What clients saw; each appends to lists, which threads may do at once."""

    seconds: list[float] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    abused: list[str] = field(default_factory=list)


def main() -> None:
    """Make an index, serve it, load it, tell."""
    asked = argparse.ArgumentParser(prog="python -m tests.speed.serve", description=__doc__.splitlines()[0])
    asked.add_argument("corpus", nargs="*", default=[str(ROOT / "seeds")])
    asked.add_argument("--clients", type=int, default=50)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--to", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "load.index"
        subprocess.run([*CLI, "index", "add", str(index), *given.corpus], check=True, stdout=subprocess.DEVNULL)
        words = [*CLI, "serve", str(index), "--port", "0", "--jobs", str(given.jobs)]
        with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as server:
            try:
                text = "\n".join(_loaded(server, index, given)) + "\n"
            finally:
                server.terminate()
    sys.stdout.write(text)
    if given.to:
        given.to.write_text(text, encoding="utf-8")


def _loaded(server: subprocess.Popen[str], index: Path, given: argparse.Namespace) -> list[str]:
    assert server.stderr is not None
    found = None
    while not found:
        found = re.search(r", (\d+) articles, at http://127\.0\.0\.1:(\d+)/", server.stderr.readline())
    articles, port = int(found.group(1)), int(found.group(2))
    texts = _texts(index)
    for text in texts[: 4 * given.jobs]:  # what is compiled or loaded once is not what is measured
        _ask(port, text, Tally())
    while _families(port) == 503:
        time.sleep(1)
    tally, over = Tally(), Event()
    clients = [Thread(target=_client, args=(port, texts, n, tally, over)) for n in range(given.clients)]
    abusers = [Thread(target=abuse, args=(port, tally, over)) for abuse in (_slow, _oversize, _broken)]
    start, worked = time.monotonic(), _processor(server.pid)
    for one in (*clients, *abusers):
        one.start()
    time.sleep(given.seconds)
    over.set()
    for one in (*clients, *abusers):
        one.join()
    cost = _processor(server.pid) - worked
    return _told(tally, articles, time.monotonic() - start, (cost, _memory(server.pid)), given)


def _texts(index: Path) -> list[str]:
    from provenance.index import Index

    with Index.open(index) as opened:
        return [d.text for d in opened.documents(opened.sample(400)) if len(d.text) > 200]


def _client(port: int, texts: list[str], number: int, tally: Tally, over: Event) -> None:
    choose = random.Random(number)
    while not over.is_set():
        text = choose.choice(texts)
        lines = text.splitlines() or [text]
        kept = lines[: choose.randint(1 + len(lines) // 2, len(lines))]
        _ask(port, f"Story {number}-{choose.random()}.\n" + "\n".join(kept), tally)


def _ask(port: int, text: str, tally: Tally) -> None:
    start = time.monotonic()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        connection.request("POST", "/check", text.encode(), {"Content-Type": "text/plain"})
        answer = connection.getresponse()
        body = answer.read()
        tally.answers.append("200" if answer.status == 200 else f"{answer.status} {body[:80].decode()}")
        connection.close()
    except OSError as error:
        tally.answers.append(type(error).__name__)
    tally.seconds.append(time.monotonic() - start)


def _families(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("HEAD", "/families")
    return connection.getresponse().status


def _abuse(port: int, sent: bytes, tally: Tally, over: Event, pause: float) -> None:
    """Send bytes again and again, and note how each answer begins."""
    while not over.wait(pause):
        told = b""
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
            with suppress(OSError):
                connection.sendall(sent)
            told = connection.recv(64)
        tally.abused.append(told.partition(b"\r\n")[0].decode("latin-1") or "ended")


_HEAD = b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"


def _slow(port: int, tally: Tally, over: Event) -> None:
    _abuse(port, _HEAD + b"X-Slow: ", tally, over, 0.1)


def _oversize(port: int, tally: Tally, over: Event) -> None:
    _abuse(port, _HEAD + b"Content-Length: 3000000\r\n\r\n" + b"a" * 3_000_000, tally, over, 0.5)


def _broken(port: int, tally: Tally, over: Event) -> None:
    _abuse(port, b"\x16\x03\x01 nonsense\r\n\r\n", tally, over, 0.1)


def _family(process: int, column: str) -> list[int]:
    """Return what `ps` tells of a process and of all that it started."""
    words = ["ps", "-e", "-o", f"pid=,ppid=,{column}="]
    listed = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    rows = sorted(tuple(map(int, line.split())) for line in listed.splitlines())
    family = {process}
    for pid, parent, _ in rows:
        if parent in family:
            family.add(pid)
    return [told for pid, _, told in rows if pid in family]


def _memory(process: int) -> int:
    """Return the megabytes that a process and its children use now."""
    return sum(_family(process, "rss")) // 1024


def _processor(process: int) -> int:
    """Return the seconds of processor time that a process and its children have used."""
    return sum(_family(process, "cputimes"))


def _told(tally: Tally, articles: int, wall: float, used: tuple[int, int], given: argparse.Namespace) -> list[str]:
    times = sorted(tally.seconds)
    at = [times[min(len(times) - 1, int(p * len(times)))] for p in (0.5, 0.9, 0.99, 1)]
    good = tally.answers.count("200")
    bad = Counter(a for a in tally.answers if a != "200")
    abuse = Counter(tally.abused)
    return [
        "# A server under load",
        "",
        f"Written by `python -m tests.speed.serve` on {platform.processor() or platform.machine()},"
        f" {os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.0f} at the end.",
        f"{given.clients} clients checked articles one after another for {given.seconds:g} s against",
        f"{articles:,} articles, with {given.jobs} processes; beside them one client sent heads that never end,",
        "one bodies that are too large, one what is no HTTP.",
        "",
        "| | |",
        "|---|---|",
        f"| checks answered | {good:,} |",
        f"| checks a second | {good / wall:.1f} |",
        f"| seconds to the answer, p50 / p90 / p99 / most | {' / '.join(f'{x:.1f}' for x in at)} |",
        f"| other answers | {', '.join(f'{n} × {a}' for a, n in sorted(bad.items())) or 'none'} |",
        f"| answers to abuse | {', '.join(f'{n} × {a}' for a, n in sorted(abuse.items()))} |",
        f"| seconds of a processor for a check | {used[0] / max(1, good):.2f} |",
        f"| memory of all processes, MB | {used[1]:,} |",
    ]


if __name__ == "__main__":
    main()
