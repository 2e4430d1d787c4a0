"""Measure how well the project traces labelled articles, and fail where it is worse than it was.

    python -m tests.quality [SET …] [--quick] [--raise]

Floors are in floors.toml, per set: the command, and for each figure the least (`floors`) or the most (`ceilings`) that
is allowed. `--quick` measures the sets that are marked so, in a few minutes; sets that are not beside the project are
passed over, saying so. `--raise` tightens every bound to what was measured; none is ever loosened.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FLOORS = HERE / "floors.toml"
STEPS = 100
"""Bounds are kept in hundredths, so that the last digits of another processor's arithmetic fail nothing."""


@dataclass(frozen=True)
class Bound:
    """What one figure of a set may be at worst."""

    figure: str
    worst: float
    least: bool
    """Whether `worst` is a floor; else it is a ceiling."""

    def holds(self, value: float) -> bool:
        """Tell whether a measured value is allowed."""
        return value >= self.worst - 1e-9 if self.least else value <= self.worst + 1e-9

    def tightened(self, value: float) -> float:
        """Return the bound that `value` would set, or this one where that is tighter."""
        if self.least:
            return max(self.worst, math.floor(value * STEPS + 1e-6) / STEPS)
        return min(self.worst, math.ceil(value * STEPS - 1e-6) / STEPS)


@dataclass(frozen=True)
class Measured:
    """A figure beside its bound; None where the set did not give it."""

    bound: Bound
    value: float | None

    @property
    def good(self) -> bool:
        """Whether the bound holds."""
        return self.value is not None and self.bound.holds(self.value)


def bounds(entry: Mapping[str, Any]) -> list[Bound]:
    """Return the bounds of one set."""
    floors = [Bound(name, float(worst), True) for name, worst in entry.get("floors", {}).items()]
    return floors + [Bound(name, float(worst), False) for name, worst in entry.get("ceilings", {}).items()]


def figure(tree: Any, path: str) -> float | None:
    """Return a figure of a scorer's JSON by its keys, joined by " / "; lists count, "3/4" is a share.

    >>> figure({"edges": {"f1": 0.5}, "missed": ["a", "b"], "changes": "3/4"}, "edges / f1")
    0.5
    """
    for key in path.split(" / "):
        if not isinstance(tree, dict) or key not in tree:
            return None
        tree = tree[key]
    if isinstance(tree, str) and (share := re.fullmatch(r"(\d+)/(\d+)", tree)):
        return int(share[1]) / max(1, int(share[2]))
    if isinstance(tree, (list, dict)):
        return float(len(tree))
    return float(tree) if isinstance(tree, (int, float)) else None


def measure(entry: Mapping[str, Any]) -> Any:
    """Run a set's commands, one after another, and return the JSON that the last one prints."""
    with tempfile.TemporaryDirectory() as place:
        words = {"python": sys.executable, "provenance": f"{sys.executable} {ROOT / 'cli.py'}", "tmp": place}
        for command in entry["command"]:
            done = subprocess.run(
                shlex.split(command.format(**words)), cwd=ROOT, capture_output=True, encoding="utf-8", check=False
            )
            if done.returncode:
                raise SystemExit(f"{command}\nfailed with {done.returncode}: {(done.stderr or done.stdout)[-2000:]}")
        return json.loads(done.stdout)


def chosen(table: Mapping[str, Any], names: Sequence[str], quick: bool) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the sets to measure, saying which are not there."""
    if unknown := sorted(set(names) - set(table)):
        raise SystemExit(f"no set called {unknown[0]}; known are {' '.join(table)}")
    for name, entry in table.items():
        if (names and name not in names) or (quick and not entry.get("quick")):
            continue
        if not (ROOT / entry["needs"]).exists():
            sys.stdout.write(f"{name}: passed over, as {entry['needs']} is not there\n")
            continue
        yield name, entry


def shown(name: str, rows: Sequence[Measured]) -> str:
    """Return the figures of a set as lines, those below their floor marked."""
    lines = [
        f"  {'' if row.good else 'WORSE '}{row.bound.figure}: "
        f"{'not given' if row.value is None else f'{row.value:.3f}'}"
        f" ({'at least' if row.bound.least else 'at most'} {row.bound.worst:g})\n"
        for row in rows
    ]
    return f"{name}\n{''.join(lines)}"


def raised(text: str, measured: Mapping[str, Sequence[Measured]]) -> str:
    """Return floors.toml with each bound of the measured sets tightened; everything else stays as it is."""
    lines, here = [], ""
    for line in text.splitlines():
        if header := re.fullmatch(r"\[([\w.-]+?)\.(?:floors|ceilings)\]", line):
            here = header[1]
        elif line.startswith("["):
            here = ""
        for row in measured.get(here, ()):
            if row.value is not None and line.startswith(f'"{row.bound.figure}" = '):
                line = f'"{row.bound.figure}" = {row.bound.tightened(row.value):g}'  # noqa: PLW2901 - the new line
        lines.append(line)
    return "\n".join(lines) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 where a bound does not hold."""
    asked = argparse.ArgumentParser(prog="python -m tests.quality", description=(__doc__ or "").splitlines()[0])
    asked.add_argument("sets", nargs="*", metavar="SET")
    asked.add_argument("--quick", action="store_true", help="only the sets that take a minute or so")
    asked.add_argument("--raise", dest="tighten", action="store_true", help="tighten the bounds to what is measured")
    given = asked.parse_args(argv)
    text = FLOORS.read_text("utf-8")
    measured = {}
    for name, entry in chosen(tomllib.loads(text), given.sets, given.quick):
        found = measure(entry)
        measured[name] = [Measured(bound, figure(found, bound.figure)) for bound in bounds(entry)]
        sys.stdout.write(shown(name, measured[name]))
        sys.stdout.flush()
    if given.tighten:
        FLOORS.write_text(raised(text, measured), "utf-8")
    worse = sum(not row.good for rows in measured.values() for row in rows)
    sys.stdout.write(f"{worse} worse than allowed\n" if worse else "all as good as before\n")
    return int(worse > 0)


if __name__ == "__main__":
    raise SystemExit(main())
