"""Engines give the results of a plain map, in its order, wherever they work."""

from __future__ import annotations

import os

import pytest

from provenance.engines import Engine, Here, Pool, engine


def _square(number: int) -> int:
    return number * number


def _where(_: int) -> int:
    return os.getpid()


def _fail(number: int) -> int:
    raise ValueError(f"no {number}")


@pytest.fixture(params=[Here(), Pool(2)], ids=["here", "pool"])
def some(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.param
    return found


def test_results_come_in_the_order_of_the_items(some: Engine) -> None:
    assert list(some.map(_square, range(40))) == [n * n for n in range(40)]
    assert list(some.map(_square, [])) == []


def test_an_error_reaches_the_caller(some: Engine) -> None:
    with pytest.raises(ValueError, match="no 3"):
        list(some.map(_fail, [3]))


def test_a_pool_works_elsewhere_and_here_stays_here() -> None:
    assert set(Here().map(_where, range(3))) == {os.getpid()}
    assert os.getpid() not in set(Pool(2).map(_where, range(3)))


@pytest.mark.parametrize(("jobs", "tasks", "several"), [(1, 9, None), (4, 1, None), (4, 0, None), (4, 3, 3), (2, 9, 2)])
def test_no_more_processes_than_tasks(jobs: int, tasks: int, several: int | None) -> None:
    found = engine(jobs, tasks)
    assert (found.jobs if isinstance(found, Pool) else None) == several
