"""The protocol of all engines, and the two that need nothing but Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Engine(Protocol):
    """Runs one function over many items, wherever it likes."""

    def map(self, function: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        """Yield `function` of each item, in the order of the items.

        `function` stands at the top of a module; it, the items and the results can be pickled.
        """
        ...


class Here:
    """In this process; works as far as its results are asked for."""

    def map(self, function: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        """Yield `function` of each item, in the order of the items."""
        return map(function, items)


class Pool:
    """In several processes of this machine, started anew for each map and ended with it."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(self, function: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        """Yield `function` of each item, in the order of the items."""
        # Spawned, because a fork of a process with threads (numba's, a server's) may hang.
        with get_context("spawn").Pool(self.jobs) as pool:
            yield from pool.imap(function, items)


def engine(jobs: int, tasks: int) -> Engine:
    """Return the engine for so many tasks, each worth more than starting a process: no more processes than tasks.

    >>> type(engine(4, 1)).__name__, engine(4, 3).jobs
    ('Here', 3)
    """
    several = min(jobs, tasks)
    return Pool(several) if several > 1 else Here()
