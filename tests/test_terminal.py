"""What a terminal gets and what a pipe gets: tables with colour, and the same words without."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.commands import terminal
from provenance.model import DERIVED

ROOT = Path(__file__).parent.parent
SHOW = """
import sys
sys.path.insert(0, "tests")
from fake_trace import trace
from provenance.commands import check, terminal
from provenance.commands import trace as trace_command
from provenance.model import Check, CheckSource
found = trace()
trace_command.show(found)
article = found.documents[0]
source = CheckSource("wire", "rewrite", 0.9, 12.0, 0.8, False, ())
check.show(Check(article, "rewrite", 0.9, 0.8, 0.8, (source,)))
"""
STYLES = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(**environment: str) -> str:
    import pty

    above, below = pty.openpty()
    inherited = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR"}}
    told = inherited | {"TERM": "xterm-256color", "COLUMNS": "100", "PYTHONPATH": str(ROOT)} | environment
    with subprocess.Popen([sys.executable, "-c", SHOW], stdout=below, cwd=ROOT, env=told) as process:
        os.close(below)
        pieces = []
        while True:
            try:
                piece = os.read(above, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            pieces.append(piece)
    os.close(above)
    assert process.returncode == 0
    return b"".join(pieces).decode()


def piped() -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", SHOW], cwd=ROOT, env=environment, capture_output=True, check=True)
    return done.stdout.decode()


def colours(text: str) -> set[str]:
    codes = {code for style in STYLES.findall(text) for code in style[2:-1].split(";")}
    return {code for code in codes if code.startswith(("3", "9")) and len(code) == 2}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_frames_and_a_colour_a_kind_and_red_for_reuse_without_credit() -> None:
    told = on_a_terminal()
    assert "╭" in told
    assert re.search(r"\x1b\[34m1 copy", told)
    assert re.search(r"\x1b\[1;31m\s*4", told)
    assert re.search(r"\x1b\[33mrewrite", told)
    assert re.search(r"\x1b\[1;31mno", told)
    assert re.search(r"\x1b\[1mrewrite, confidence 0.90", told)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_colours_are_left_out_where_they_are_not_wanted(environment: dict[str, str]) -> None:
    told = on_a_terminal(**environment)
    assert colours(told) == set()
    assert "uncredited" in told


def test_a_pipe_gets_the_same_words_and_nothing_else() -> None:
    told = piped()
    assert "\x1b" not in told
    assert "╭" not in told
    assert [line for line in told.splitlines() if line != line.rstrip()] == []
    assert "1 copy, 1 excerpt, 2 rewrites, 1 summary, 2 translations" in " ".join(told.split())


def test_every_kind_has_a_colour_of_its_own() -> None:
    assert set(terminal.KINDS) == set(DERIVED)
    assert len(set(terminal.KINDS.values())) == len(DERIVED)
