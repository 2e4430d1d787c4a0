"""Processes of their own, as patterns are kept from one to the next."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import re
from importlib import import_module

from provenance.patterns import keep_compiled

compiler = import_module("re._compiler")
plain, parse = compiler.compile, compiler._parser.parse
long = []

def parsed(text, flags=0):
    if len(text) > 300:
        long.append(text)
    return parse(text, flags)

compiler._parser.parse = parsed
keep_compiled()
def made_by_another():
    return re.compile("|".join(map(str, range(1000))))

OTHER = made_by_another()
from provenance.crediting import named

patterns = [v for v in vars(named).values() if isinstance(v, re.Pattern) and len(v.pattern) > 300]
asked = {p.pattern for p in patterns} & set(long)
print(len(patterns) > 0, "ours compiled" if asked else "ours kept", "other compiled" if OTHER.pattern in long else "")
fresh = [plain(p.pattern, p.flags) for p in patterns]
print(fresh == patterns, [p.groupindex for p in fresh] == [p.groupindex for p in patterns])
"""


@pytest.fixture
def caches(tmp_path: Path) -> Path:
    return tmp_path / "caches"


def run(caches: Path) -> list[str]:
    """Return what a process that uses these caches says of the long patterns of a module."""
    settings = {"XDG_CACHE_HOME": str(caches), "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, check=True)
    assert not done.stderr
    return done.stdout.splitlines()


COMPILED = ["True ours compiled other compiled", "True True"]
KEPT = ["True ours kept other compiled", "True True"]


def test_a_long_pattern_is_compiled_once_and_the_same_afterwards(caches: Path) -> None:
    assert [run(caches) for _ in range(3)] == [COMPILED, KEPT, KEPT]


@pytest.mark.parametrize("left", [0, 20, -100, -1])
def test_patterns_that_are_cut_short_are_compiled_anew(caches: Path, left: int) -> None:
    run(caches)
    (place,) = caches.rglob("patterns")
    whole = place.read_bytes()
    place.write_bytes(whole[:left])
    assert run(caches)[1] == "True True"
    assert place.read_bytes() == whole
    assert run(caches) == KEPT


def test_patterns_that_are_none_are_compiled_anew(caches: Path) -> None:
    run(caches)
    (place,) = caches.rglob("patterns")
    listed, _, codes = place.read_bytes().partition(b"\n")
    place.write_bytes(listed + b"\n" + b"\xff" * len(codes))
    assert [run(caches), run(caches)] == [COMPILED, KEPT]


def test_patterns_are_compiled_where_nothing_can_be_kept(caches: Path) -> None:
    caches.write_text("in the way of a folder")
    assert [run(caches) for _ in range(2)] == [COMPILED, COMPILED]


SHORT = """
import sys
from importlib import import_module

from provenance.patterns import keep_compiled

keep_compiled()
parser = import_module("re._compiler")._parser
plain, parsed = parser.parse, []
parser.parse = lambda text, flags=0: parsed.append(text) or plain(text, flags)
sys.path.insert(0, sys.argv[1])
import some
print([text for text in parsed if text in some.EVERY], some.LOADED.flags, some.LOADED.groupindex)
"""
SOME = r"""
import re

def made(text):
    return re.compile(text)

LOADED = re.compile(r"(?P<year>\d{4})", re.IGNORECASE)
EVERY = [LOADED.pattern, made("a+").pattern]
"""


def test_short_patterns_are_kept_where_a_module_makes_them_when_it_is_loaded(caches: Path, tmp_path: Path) -> None:
    (tmp_path / "some.py").write_text(SOME)
    settings = {"XDG_CACHE_HOME": str(caches), "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    command = [sys.executable, "-c", SHORT, str(tmp_path)]

    def said() -> str:
        done = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    facts = f"{int(re.IGNORECASE | re.UNICODE)} {{'year': 1}}"
    first = said()
    assert first.endswith(facts)
    assert r"(?P<year>\\d{4})" in first
    assert said() == f"['a+'] {facts}"
