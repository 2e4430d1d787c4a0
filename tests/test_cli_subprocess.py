"""The program as a process of its own: streams, exit codes, and what it imports to say hello."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CLI = [sys.executable, str(ROOT / "cli.py")]
STORY = """Barge shuts the bridge at Ormley

ORMLEY (Nordic Press) - A barge laden with gravel struck the middle pier of the road bridge at Ormley on Monday,
closing the only crossing for forty kilometres, harbour master Ilse Brandvold said.

"She came round the bend sideways and there was nothing anybody could do," Brandvold told reporters on the quay.

Engineers expect to inspect the pier by boat on Wednesday once the flood has fallen below two metres.
"""


def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [*CLI, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, timeout=300, check=False)


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stories")
    (folder / "wire.txt").write_text(STORY)
    (folder / "copy.txt").write_text(STORY.replace("Barge shuts", "Gravel barge shuts"))
    (folder / "other.txt").write_text(
        "Onion wins prize\n\nA grower from Tamsin took first prize with an onion of nine kilos.\n"
    )
    return folder


def test_help_needs_no_heavy_library() -> None:
    code = (
        "import sys; from provenance.commands import program; program(['--help'], standalone_mode=False);"
        "print(sorted({'numba', 'numpy', 'trafilatura', 'rich', 'pyarrow', 'graphviz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == b"[]"


def test_a_corpus_is_traced_from_end_to_end(stories: Path, tmp_path: Path) -> None:
    done = call("trace", stories, "--out", tmp_path / "out", "--no-meaning", "--no-translation", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in done.stdout
    assert b"1 article in no family" in done.stdout
    names = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert names == ["graph.dot", "graph.svg", "report.html", "trace.json"]
    told = json.loads((tmp_path / "out" / "trace.json").read_text())
    assert [d["id"] for d in told["documents"]] == ["copy", "other", "wire"]


def test_errors_and_wrong_usage_leave_with_their_codes(tmp_path: Path) -> None:
    missing = call("trace", tmp_path / "no\nwhere")
    assert (missing.returncode, missing.stdout) == (1, b"")
    assert missing.stderr.startswith(b"error: no such file or folder: ")
    assert missing.stderr.count(b"\n") == 1
    assert call("trace").returncode == 2


def test_a_reader_that_leaves_early_is_no_error(stories: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    arguments = ("compare", stories / "wire.txt", stories / "copy.txt", "--json", "--no-meaning", "--no-translation")
    with os.fdopen(writing, "wb") as nobody:
        done = subprocess.run(
            [*CLI, *map(str, arguments)], stdout=nobody, stderr=subprocess.PIPE, timeout=300, check=False
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_lines_and_weights_but_no_escapes_of_strangers() -> None:
    import pty

    code = "from provenance.commands import terminal; terminal.table(('a', 'b'), [('\\x1b[31mx', 'y')])"
    above, below = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "60", "NO_COLOR": "1"}
    subprocess.run([sys.executable, "-c", code], stdout=below, cwd=ROOT, env=environment, check=True)
    os.close(below)
    told = os.read(above, 65536).decode()
    os.close(above)
    assert "╭" in told
    assert "\x1b[1m" in told
    assert "\\x1b[31mx" in told
    assert "\x1b[3" not in told
