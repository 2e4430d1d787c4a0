"""Processes of their own, as patterns are kept from one to the next."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from array import array
from importlib import import_module
from pathlib import Path

import pytest

from provenance.cache_folder import cache_folder

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


DEEP = b"[" * 200_000
ROW_OF_A_NUMBER = b'[[7, 0, 32, 0, {}, 0], ["a", 0, 32, 0, {}, 0]]\n'


@pytest.mark.parametrize("damaged", [DEEP, DEEP + b"\n", ROW_OF_A_NUMBER, b"\n" + DEEP, b"{}\n\n", b"null\n"])
def test_a_file_of_something_else_is_as_none(caches: Path, damaged: bytes) -> None:
    run(caches)
    (place,) = caches.rglob("patterns")
    whole = place.read_bytes()
    place.write_bytes(damaged)
    assert [run(caches), run(caches)] == [COMPILED, KEPT]
    assert place.read_bytes() == whole


def test_codes_that_would_match_something_else_are_not_taken(caches: Path) -> None:
    run(caches)
    (place,) = caches.rglob("patterns")
    whole = place.read_bytes()
    end = whole.index(b"]]\n") + 3
    codes = array("I", whole[end:])
    literal = int(import_module("re._constants").LITERAL)
    for at in [n for n, code in enumerate(codes) if n and codes[n - 1] == literal and ord("a") <= code < ord("z")]:
        codes[at] += 1
    assert codes.tobytes() != whole[end:]
    place.write_bytes(whole[:end] + codes.tobytes())
    assert [run(caches), run(caches)] == [COMPILED, KEPT]


def test_nothing_is_left_of_what_cannot_be_put_in_place(caches: Path) -> None:
    run(caches)
    (place,) = caches.rglob("patterns")
    place.unlink()
    (place / "in the way").mkdir(parents=True)
    assert [run(caches), run(caches)] == [COMPILED, COMPILED]
    assert [path.name for path in place.parent.iterdir()] == ["patterns"]


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


ARTICLE = """KORVANE, Upper Melisande, Feb. 17 ({}) - The bridge at Korvane was closed on Monday, the roads office said.

Traffic is sent over the ferry at Lomm, which carries sixty cars an hour, engineer Olav Brekke said. He told {} that \
the pier had a crack of four metres and that nobody had seen it before the flood of last week.

{}
"""
NAMES = "Orrin Zembrovia Fennimore Gullhaven Sablewick Press Agency", "Ostrowell Pellandine Courier News Agency"


def test_patterns_settle_whatever_the_order_of_sets_and_hold_nothing_of_an_article(tmp_path: Path) -> None:
    for n, name in enumerate(NAMES):
        (tmp_path / f"{n}.txt").write_text(ARTICLE.format(name, name, f"Source: {name}"))
    ours = tmp_path / "caches/provenance"
    ours.mkdir(parents=True)
    tables = cache_folder()
    for table in tables.iterdir() if tables and tables.exists() else ():
        if not table.name.startswith(("patterns-", ".")):
            (ours / table.name).symlink_to(table)  # they take half a minute to make
    settings = {"XDG_CACHE_HOME": str(tmp_path / "caches"), "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    program = "from provenance.commands import main; main()"
    command = [sys.executable, "-c", program, "compare", str(tmp_path / "0.txt"), str(tmp_path / "1.txt")]
    written = []
    for seed in ("1", "2", "3"):
        subprocess.run(command, env=os.environ | settings | {"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        (place,) = ours.rglob("patterns")
        written.append((place.stat().st_mtime_ns, place.read_bytes()))
    assert written[1:] == written[:-1]
    assert not re.search(rb"Zembrovia|Pellandine|Korvane|Melisande", written[0][1], re.IGNORECASE)
