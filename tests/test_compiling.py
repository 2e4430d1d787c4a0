from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numba
import pytest

from provenance.cache_folder import cache_folder
from provenance.compiling import compiled

LOOP = """
from provenance.compiling import compiled

@compiled
def twice(number):
    return number + number

print(twice(21), sum(twice.stats.cache_hits.values()))
"""
MORE = """
import numpy as np

from provenance.compiling import compiled
from some.loops import twice

@compiled
def each(count):
    made = np.zeros(count)
    for i in range(count):
        made[i] = twice(i)
    return made

print(each(3), sum(each.stats.cache_hits.values()))
"""
UNREAD = """
import llvmlite.binding

def unread(bitcode):
    raise AssertionError("bitcode was read")

llvmlite.binding.parse_bitcode = unread
import some.loops
"""
LOADED = """
import sys

import some.loops

print([name for name in ("scipy.linalg", "numba.np.linalg") if name in sys.modules])
"""
GIVEN = """
from provenance.compiling import compiled
from some.loops import twice

@compiled
def applied(loop, number):
    return loop(loop(number))

print(applied(twice, 21))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a package of a folder of its own, with one loop that prints an answer and whether it was kept."""
    place = tmp_path / "installed" / "some"
    place.mkdir(parents=True)
    (place / "__init__.py").write_text("")
    (place / "loops.py").write_text(LOOP)
    return place


def run(package: Path, settings: Mapping[str, str], module: str = "some.loops") -> str:
    """Return what the package's loops print in a process of their own."""
    kept = {name: v for name, v in os.environ.items() if name not in {"XDG_CACHE_HOME", "NUMBA_CACHE_DIR", "HOME"}}
    path = os.pathsep.join([str(package.parent), str(Path(__file__).resolve().parents[1])])
    environment = kept | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"} | dict(settings)
    command = [sys.executable, "-c", f"import {module}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def loops_in(folder: Path) -> list[Path]:
    """Return the files below a folder that hold compiled loops."""
    return sorted(folder.rglob("*.nbi"))


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="the home of caches differs")
def test_a_loop_is_kept_in_the_cache_folder_and_not_beside_its_package(package: Path, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path / "home")}
    assert [run(package, home) for _ in range(2)] == ["42 0", "42 1"]
    assert loops_in(tmp_path / "home/.cache/provenance")
    assert sorted(p.name for p in package.iterdir()) == ["__init__.py", "loops.py"]


def test_a_loop_is_kept_where_the_user_says(package: Path, tmp_path: Path) -> None:
    named = {"XDG_CACHE_HOME": str(tmp_path / "caches"), "NUMBA_CACHE_DIR": str(tmp_path / "named")}
    assert [run(package, named) for _ in range(2)] == ["42 0", "42 1"]
    assert loops_in(tmp_path / "named")
    assert not loops_in(tmp_path / "caches")


def test_of_many_installations_the_loops_of_the_last_few_stay(package: Path, tmp_path: Path) -> None:
    caches = tmp_path / "caches" / "provenance"
    for number in range(30):
        place = caches / f"loops-{number:02}"
        place.mkdir(parents=True)
        os.utime(place, ns=(number, number))
    run(package, {"XDG_CACHE_HOME": str(tmp_path / "caches")})
    left = sorted(place.name for place in caches.glob("loops-*"))
    assert len(left) < 20
    assert set(left) > {f"loops-{number}" for number in range(20, 30)}


def test_a_loop_works_where_nothing_can_be_kept(package: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way of a folder")
    (package / "__pycache__").write_text("in the way of another")
    nowhere = {"XDG_CACHE_HOME": str(tmp_path / "file"), "HOME": str(tmp_path / "file")}
    assert [run(package, nowhere) for _ in range(2)] == ["42 0", "42 0"]
    assert not loops_in(tmp_path)


def test_another_package_compiled_meanwhile_keeps_its_own_folder() -> None:
    config: Any = numba.config
    before = config.CACHE_DIR
    compiled(lambda number: number)
    assert before == config.CACHE_DIR


def test_the_loops_of_this_package_are_in_the_cache_folder() -> None:
    from provenance.kernels import powers

    folder = cache_folder()
    if folder is None or os.environ.get("NUMBA_CACHE_DIR"):
        pytest.skip("no cache folder, or another one named")
    place = Path(powers.stats.cache_path).relative_to(folder)  # type: ignore[attr-defined]
    assert place.parts[0].startswith("loops-")


def test_a_loop_that_must_be_compiled_may_call_one_that_was_kept(package: Path, tmp_path: Path) -> None:
    (package / "more.py").write_text(MORE)
    caches = {"XDG_CACHE_HOME": str(tmp_path / "caches")}
    assert run(package, caches, "some.more") == "42 0\n[0. 2. 4.] 0"
    for kept in (tmp_path / "caches").rglob("more.each*"):
        kept.unlink()
    assert run(package, caches, "some.more") == "42 1\n[0. 2. 4.] 0"


def test_a_loop_that_was_kept_runs_without_what_only_the_compiler_reads(package: Path, tmp_path: Path) -> None:
    (package / "unread.py").write_text(UNREAD)
    caches = {"XDG_CACHE_HOME": str(tmp_path / "caches")}
    assert [run(package, caches), run(package, caches, "some.unread")] == ["42 0", "42 1"]


def test_a_loop_that_was_kept_may_be_given_to_another(package: Path, tmp_path: Path) -> None:
    (package / "given.py").write_text(GIVEN)
    caches = {"XDG_CACHE_HOME": str(tmp_path / "caches")}
    assert [run(package, caches, "some.given") for _ in range(2)] == ["42 0\n84", "42 1\n84"]


def test_what_compiles_algebra_is_loaded_to_compile_alone_and_never_the_library_for_it(
    package: Path, tmp_path: Path
) -> None:
    (package / "loaded.py").write_text(LOADED)
    caches = {"XDG_CACHE_HOME": str(tmp_path / "caches")}
    assert [run(package, caches, "some.loaded") for _ in range(2)] == ["42 0\n['numba.np.linalg']", "42 1\n[]"]
    (tmp_path / "file").write_text("in the way of a folder")
    (package / "__pycache__").write_text("in the way of another")
    nowhere = {"XDG_CACHE_HOME": str(tmp_path / "file"), "HOME": str(tmp_path / "file")}
    assert run(package, nowhere, "some.loaded") == "42 0\n['numba.np.linalg']"
