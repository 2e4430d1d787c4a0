"""The protocol of all engines, and the two that need nothing but Python."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Protocol, Self, TypeVar

from provenance.errors import WorkerError
from provenance.garbage import look_seldom
from provenance.patterns import keep_compiled

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_AHEAD = 2
"""Tasks a process that are under way or waiting; more would only fill memory."""


class Engine(Protocol):
    """Runs functions over many items, wherever it likes; used in a `with` statement, as it may hold processes."""

    def map(self, function: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        """Yield `function` of each item, in the order of the items.

        `function` stands at the top of a module; it, the items and the results can be pickled. An item is worth more
        work than starting a process.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


class Here:
    """In this process; works as far as its results are asked for."""

    def map(self, function: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        """Yield `function` of each item, in the order of the items."""
        return map(function, items)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Hold nothing."""


class Pool:
    """In up to `jobs` processes of this machine, started when there are two tasks, and kept from one map to the next.

    Raises WorkerError where a process was ended from outside.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._processes: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        if self._processes is not None:
            self._processes.shutdown(cancel_futures=True)
            self._processes = None

    def map(self, function: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        """Yield `function` of each item, in the order of the items; a single item is worked on in this process."""
        source = iter(items)
        first = list(islice(source, 2))
        if len(first) < 2:
            yield from map(function, first)
            return
        try:
            yield from self._elsewhere(function, chain(first, source))
        except BrokenProcessPool as error:
            raise WorkerError("a process was ended from outside, for want of memory perhaps; try --jobs 1") from error

    def _elsewhere(self, function: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        if self._processes is None:
            # Spawned, because a fork of a process with threads (numba's, a server's) may hang.
            self._processes = ProcessPoolExecutor(self.jobs, get_context("spawn"), _begin)
        waiting: deque[Future[_Result]] = deque()
        for item in items:
            waiting.append(self._processes.submit(function, item))
            if len(waiting) >= _AHEAD * self.jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _begin() -> None:
    """Make this process end with the one that started it, and leave it to that one what an interrupt means."""
    look_seldom()
    keep_compiled()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        # Nobody is left to tell, and nothing is half written: results go to the parent alone.
        os._exit(1)


def engine(jobs: int) -> Engine:
    """Return the engine for so many processes.

    >>> type(engine(1)).__name__, type(engine(2)).__name__
    ('Here', 'Pool')
    """
    return Pool(jobs) if jobs > 1 else Here()
