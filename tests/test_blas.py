"""Processes of their own, as how long threads wait is read when numpy is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

PLAIN = {name: value for name, value in os.environ.items() if name != "OPENBLAS_THREAD_TIMEOUT"}
SCRIPT = """
import os, sys
from provenance.blas import rest_soon

rest_soon()
assert "numpy" not in sys.modules
print(os.environ["OPENBLAS_THREAD_TIMEOUT"])
"""


@pytest.mark.parametrize(("given", "waits"), [({}, "20"), ({"OPENBLAS_THREAD_TIMEOUT": "28"}, "28")])
def test_threads_wait_half_a_millisecond_unless_the_user_says_how_long(given: Mapping[str, str], waits: str) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=PLAIN | given, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == waits


def test_the_program_says_so_before_numpy_is_loaded() -> None:
    script = """
import os, sys
from provenance import commands

def program(prog_name):
    print("numpy" in sys.modules, "OPENBLAS_THREAD_TIMEOUT" in os.environ)

commands.program = program
commands.main()
"""
    done = subprocess.run([sys.executable, "-c", script], env=PLAIN, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
