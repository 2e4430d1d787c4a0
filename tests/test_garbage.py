"""A process of its own, as what is asked of here holds for a whole one."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import atexit, gc
from provenance.garbage import look_seldom

class Cycle:
    def __init__(self):
        self.itself = self
    def __del__(self):
        print("looked")

atexit.register(lambda: print("frozen", gc.get_freeze_count() > 0))
look_seldom()
for _ in range(2):
    Cycle()
    {ask}
print("end", gc.get_threshold()[0] >= 50_000)
"""


def _said(ask: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.replace("{ask}", ask)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_cycles_are_left_to_the_system_at_the_end() -> None:
    assert _said("pass") == ["end", "True", "frozen", "True"]


def test_cycles_are_found_when_asked_for() -> None:
    assert _said("gc.collect()") == ["looked", "looked", "end", "True", "frozen", "True"]
