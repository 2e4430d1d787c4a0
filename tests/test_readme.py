"""Everything that README shows works, and prints what README says it prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import browsing
import click
import pytest
from conftest import ROOT, Run

from provenance.commands import program
from provenance.commands.program import VERBS

README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
SHELL = [line for kind, body in BLOCKS if kind == "sh" for line in body.splitlines()]
SHOWN = [body for kind, body in BLOCKS if kind == "console"]
EXIT_CODES = {"check": 3}


def calls(line: str) -> list[list[str]]:
    """Return the arguments of each call of the program in a line of shell."""
    parts = re.split(r"&&|\|", line)
    words = [shlex.split(part) for part in parts]
    return [w[1:] for w in words if w and Path(w[0]).name == "provenance"]


def sessions(block: str) -> list[tuple[str, str]]:
    """Return each command of a block, and what stands under it."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


COMMANDS = [command for body in SHOWN for command, _ in sessions(body)]
CALLS = [call for line in [*SHELL, *COMMANDS] for call in calls(line)]


def run(arguments: list[str], place: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "cli.py"), *arguments]
    return subprocess.run(command, cwd=place, capture_output=True, encoding="utf-8", timeout=600, check=False)


@pytest.fixture
def place(tmp_path: Path, seeds_run: Run) -> Path:
    """A folder like a checkout after its first trace."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    (tmp_path / "out").symlink_to(seeds_run.folder, target_is_directory=True)
    return tmp_path


def test_it_opens_with_the_picture_and_two_commands() -> None:
    picture = re.search(r"!\[[^]]{20,}\]\(out/graph\.svg\)", TEXT)
    assert picture
    assert TEXT.index(SHELL[0]) < TEXT.index(SHELL[1]) < TEXT.index("\n## ")
    assert picture.start() < TEXT.index(SHELL[0])
    environment = "python3 -m venv .venv && .venv/bin/pip install "
    assert SHELL[0] == environment + ". && .venv/bin/provenance trace seeds"
    assert SHELL[1] == environment + "-e '.[test]' && .venv/bin/pytest"


def test_what_it_installs_is_what_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = set(re.findall(rf"(?:\.|{project['name']})\[(\w+)\]", TEXT))
    assert extras == set(project["optional-dependencies"])
    assert project["scripts"] == {"provenance": "provenance.commands:main"}
    assert "Python 3.11" in TEXT
    assert project["requires-python"] == ">=3.11"


def test_every_verb_is_explained() -> None:
    assert set(re.findall(r"^### (\w+)$", TEXT, re.MULTILINE)) == set(VERBS)
    assert {call[0] for call in CALLS} == set(VERBS)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_every_call_shown_is_understood(call: list[str]) -> None:
    context, rest = click.Context(program), call
    verb: click.Command | None = program
    while isinstance(verb, click.Group):
        name, *rest = rest
        verb = verb.get_command(context, name)
    assert verb is not None
    verb.make_context(verb.name, rest, parent=context)


def test_every_option_named_exists() -> None:
    verbs = [program.get_command(click.Context(program), name) for name in VERBS]
    known = {o for verb in verbs if verb for p in verb.params for o in p.opts}
    known |= {"--help", "--update-golden"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXT)) - known == set()


def test_every_file_named_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("shown", SHOWN, ids=lambda body: body.splitlines()[0])
def test_outputs_are_what_the_program_prints(shown: str, place: Path, seeds_run: Run, update_golden: bool) -> None:
    now = ""
    for command, _ in sessions(shown):
        (arguments,) = calls(command)
        if arguments == ["trace", "seeds"]:
            printed = seeds_run.stdout
        else:
            done = run(arguments, place)
            assert done.returncode == EXIT_CODES.get(arguments[0], 0), done.stderr
            printed = done.stdout
        now += f"$ {command}\n{printed}"
    if update_golden:
        README.write_text(
            README.read_text("utf-8").replace(f"```console\n{shown}```", f"```console\n{now}```"), "utf-8"
        )
        return
    assert now == shown, "if that is meant, run `pytest --update-golden` and commit README.md"


def test_the_first_command_ends_with_a_table_and_the_files(seeds_run: Run) -> None:
    lines = seeds_run.stdout.splitlines()
    assert lines[0].split() == ["family", "articles", "goes", "back", "to", "took", "from", "it", "uncredited"]
    assert lines[-1] == "wrote out/trace.json, out/graph.dot, out/graph.svg, out/report.html"


PICTURE = ROOT / "out" / "report.png"


def test_the_picture_of_the_report(update_golden: bool, request: pytest.FixtureRequest) -> None:
    """A screenshot of the page that is committed beside it; drawn anew where that is asked for."""
    if update_golden:
        request.getfixturevalue("needs_browser")
        browser = request.getfixturevalue("browser")
        page = (ROOT / "out" / "report.html").as_uri()
        PICTURE.write_bytes(browsing.picture(browser, f"{page}#edge-skerrin-ferry--morrow-ferry", 1240, 800))
    shot = PICTURE.read_bytes()
    assert shot.startswith(b"\x89PNG")
    assert (int.from_bytes(shot[16:20], "big"), int.from_bytes(shot[20:24], "big")) == (1240, 800)
    assert len(shot) < 300_000


def test_two_articles_are_compared_and_the_reasons_told(place: Path) -> None:
    arguments = next(call for call in CALLS if call[0] == "compare")
    done = run(arguments, place)
    assert (done.returncode, done.stderr) == (0, "")
    assert "bits for (+) and against (-) reuse" in done.stdout


def test_the_graph_is_drawn_without_another_program(place: Path) -> None:
    arguments = next(call for call in CALLS if call[0] == "graph" and call[-1].endswith(".png"))
    command = [sys.executable, str(ROOT / "cli.py"), *arguments]
    alone = {**os.environ, "PATH": str(place)}
    done = subprocess.run(command, cwd=place, env=alone, capture_output=True, timeout=300, check=False)
    assert (done.returncode, done.stdout) == (0, b"wrote graph.png\n"), done.stderr
    assert (place / "graph.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("call", [c for c in CALLS if c[1:2] in (["out"], ["out/trace.json"])], ids=" ".join)
def test_what_is_done_with_the_trace_of_the_seeds_works(call: list[str], place: Path) -> None:
    done = run(call, place)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


def test_cli_py_is_the_same_program(tmp_path: Path) -> None:
    done = run(["--version"], tmp_path)
    version = re.search(r'^VERSION = "(.+)"$', (ROOT / "provenance" / "version.py").read_text("utf-8"), re.MULTILINE)
    assert version
    assert done.stdout == f"provenance {version[1]}\n"
    assert f"## {version[1]}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")
