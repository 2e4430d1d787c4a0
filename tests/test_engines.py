"""Engines give the results of a plain map, in its order, wherever they work."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.engines import Engine, Here, Pool, engine
from provenance.errors import WorkerError


def _square(number: int) -> int:
    return number * number


def _where(_: int) -> int:
    return os.getpid()


def _end(_: int) -> None:
    os.kill(os.getpid(), 9)


def _fail(number: int) -> int:
    raise ValueError(f"no {number}")


@pytest.fixture(params=[1, 2], ids=["here", "pool"])
def some(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with engine(request.param) as found:
        yield found


def test_results_come_in_the_order_of_the_items(some: Engine) -> None:
    assert list(some.map(_square, range(40))) == [n * n for n in range(40)]
    assert list(some.map(_square, [])) == []


def test_an_error_reaches_the_caller(some: Engine) -> None:
    with pytest.raises(ValueError, match="no 3"):
        list(some.map(_fail, [3, 3]))


def test_a_pool_works_elsewhere_and_here_stays_here() -> None:
    assert set(Here().map(_where, range(3))) == {os.getpid()}
    with Pool(2) as pool:
        assert os.getpid() not in set(pool.map(_where, range(3)))


def test_one_task_is_not_worth_a_process() -> None:
    with Pool(2) as pool:
        assert list(pool.map(_where, [1])) == [os.getpid()]


def test_processes_are_kept_from_one_map_to_the_next() -> None:
    with Pool(1) as pool:
        assert set(pool.map(_where, range(3))) == set(pool.map(_where, range(3)))


def test_a_process_that_is_killed_is_an_error_and_not_a_wait() -> None:
    with Pool(2) as pool, pytest.raises(WorkerError, match="--jobs 1"):
        list(pool.map(_end, range(4)))


def test_items_are_asked_for_as_they_are_worked_on() -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for n in range(50):
            asked.append(n)
            yield n

    with Pool(2) as pool:
        results = pool.map(_square, items())
        assert next(results) == 0
        assert len(asked) < 10


ORPHANS = """
import sys
from provenance.engines import Pool
from test_engines import _where

if __name__ == "__main__":
    with Pool(2) as pool:
        print(len(list(pool.map(_where, range(4)))), flush=True)
        sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX systems do")
def test_no_process_outlives_the_one_that_started_it(tmp_path: Path) -> None:
    (tmp_path / "starts.py").write_text(ORPHANS)
    here = str(Path(__file__).parent)
    paths = os.pathsep.join([str(Path(here).parent), here])
    command = [sys.executable, str(tmp_path / "starts.py")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": paths}, **pipes) as starter:  # type: ignore[call-overload]
        assert starter.stdout.readline() == b"4\n"
        starter.kill()
        # Its processes hold the same output open as long as they live.
        assert starter.communicate(timeout=60)[0] == b""
