"""`provenance reconstruct`, through click's runner."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_trace import COPY, CUT

from provenance.commands import program
from provenance.model import LostOriginal, LostSentence, Trace
from provenance.tracefile import trace_to_json

SENTENCES = (
    LostSentence("The wheel turned on \x1b[31mSunday.", ("copy", "cut"), 0.9),
    LostSentence("Nobody had asked it to.", ("copy",), 0.25),
)
LOST = (
    LostOriginal("lost-1", "SPA", ("copy", "cut"), 0.75, SENTENCES),
    LostOriginal("lost-2", None, ("a", "b"), 0.5),
)


@pytest.fixture(autouse=True)
def traced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules["provenance.commands.program"].VERBS, "reconstruct", "Print lost originals.")
    write(LOST)


def write(lost: tuple[LostOriginal, ...]) -> None:
    Path("out").mkdir(exist_ok=True)
    Path("out/trace.json").write_text(trace_to_json(Trace((), lost)), "utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["reconstruct", *arguments])


@pytest.mark.parametrize("path", [(), ("out",), ("out/trace.json",)])
def test_each_sentence_has_its_witnesses(path: tuple[str, ...]) -> None:
    result = run(*path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "lost-1: by SPA, confidence 0.75",
        "witnesses: copy, cut",
        "sure  sentence                             witnesses",
        "0.90  The wheel turned on \\x1b[31mSunday.  copy, cut",
        "0.25  Nobody had asked it to.              copy",
        "lost-2: by an unnamed source, confidence 0.50",
        "witnesses: a, b",
        "no sentence of it could be recovered",
    ]


def test_json_is_the_lost_of_the_trace() -> None:
    told = json.loads(run("--json").stdout)
    assert told == {"schema": "provenance.reconstruct/1", "lost": json.loads(trace_to_json(Trace((), LOST)))["lost"]}
    assert [o["id"] for o in json.loads(run("--json", "--lost", "lost-2").stdout)["lost"]] == ["lost-2"]


def test_one_that_is_not_there_is_an_error_that_names_the_others() -> None:
    result = run("--lost", "lost-9")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "error: the trace has no lost original lost-9; choose one of lost-1, lost-2\n"


def test_a_trace_without_any_says_so() -> None:
    write(())
    assert run().stdout == "no lost original: every family goes back to one of its articles\n"
    assert json.loads(run("--json").stdout)["lost"] == []


def test_no_trace_and_no_article_of_it_is_needed() -> None:
    assert not Path(f"{COPY.id}.txt").exists()
    assert not Path(f"{CUT.id}.txt").exists()
    result = run("nowhere")
    assert (result.exit_code, result.stderr) == (
        1,
        'error: no trace at nowhere; run "provenance trace PATH" first\n',
    )


def test_help_gives_an_example() -> None:
    assert "provenance reconstruct" in run("--help").stdout.split("Example")[1]
