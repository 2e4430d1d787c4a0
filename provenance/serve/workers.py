"""Processes that each do one thing at a time, and are ended when it takes too long.

A thread cannot be ended; a process can, whatever a text made it do. Imports nothing heavy: a new process sets how many
threads its libraries may use before they are loaded.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, TypeAlias

Work: TypeAlias = Callable[[Any], Any]
Maker: TypeAlias = Callable[..., Work]
"""Makes, in the new process, what is then called for each task; a module's own function."""

_STARTING = 300.0
"""Seconds that a process may take to get ready: the first on a machine compiles."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class BusyError(Exception):
    """All processes work, and as many tasks wait as may."""


class TooSlowError(Exception):
    """A task took longer than it may, and its process was ended."""


class LostError(Exception):
    """A process ended before its task was done, or could not be started."""


class Workers:
    """A number of processes, and the tasks that wait for one. Belongs to one event loop."""

    def __init__(self, maker: Maker, arguments: tuple[Any, ...], count: int = 1) -> None:
        self._idle = [_Worker(maker, arguments, max(1, (os.cpu_count() or 1) // count)) for _ in range(count)]
        self._all = tuple(self._idle)
        self._places = asyncio.Semaphore(count)
        self._waiting = 0
        self._threads = ThreadPoolExecutor(count, "worker")
        self._running: set[asyncio.Task[Any]] = set()

    async def run(self, task: Any, seconds: float | None = None, waiting: int = 100, patience: float = 60.0) -> Any:
        """Return what the work made of a task.

        Raises `BusyError` when `waiting` tasks wait already or none was free within `patience` seconds, `TooSlowError`
        after `seconds`, `LostError` when the process died. Cancelled while it waits, a task is never begun.
        """
        if self._waiting >= waiting and self._places.locked():
            raise BusyError
        self._waiting += 1
        try:
            async with asyncio.timeout(patience):
                await self._places.acquire()
        except TimeoutError:
            raise BusyError from None
        finally:
            self._waiting -= 1
        # A task that was begun keeps its process, whoever still wants the answer.
        running = asyncio.create_task(self._begun(task, seconds))
        self._running.add(running)
        running.add_done_callback(self._done)
        return await asyncio.shield(running)

    def _done(self, running: asyncio.Task[Any]) -> None:
        self._running.discard(running)
        if not running.cancelled():
            running.exception()  # so that one whose asker has gone is not reported as forgotten

    async def _begun(self, task: Any, seconds: float | None) -> Any:
        worker = self._idle.pop()
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, worker.exchange, task, seconds)
        finally:
            self._idle.append(worker)
            self._places.release()

    async def warm(self) -> None:
        """Start every process, so that the first task need not wait for that; those that cannot start say so later."""
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(self._warmed(loop) for _ in self._all))

    async def _warmed(self, loop: asyncio.AbstractEventLoop) -> None:
        async with self._places:
            worker = self._idle.pop(0)
            try:
                await loop.run_in_executor(self._threads, worker.ready)
            except LostError:
                pass
            finally:
                self._idle.append(worker)

    def close(self) -> None:
        """End every process, whatever it does."""
        for worker in self._all:
            worker.end()
        self._threads.shutdown(wait=False, cancel_futures=True)


class _Worker:
    """One process, started when it is needed."""

    def __init__(self, maker: Maker, arguments: tuple[Any, ...], threads: int) -> None:
        self._begin = (maker, arguments, threads)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._closed = False

    def ready(self) -> Connection:
        """Return the way to the process, which is started if need be and then ready."""
        if self._closed:
            raise LostError("the server is stopping")
        if self._process is not None and not self._process.is_alive():
            self.kill()
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_work, args=(theirs, *self._begin), daemon=True)
            self._process.start()
            theirs.close()
            told = self._answer(self._pipe, _STARTING)
            if told is not None:
                self.kill()
                raise LostError(told)
        return self._pipe

    def exchange(self, task: Any, seconds: float | None) -> Any:
        """Return what the process makes of a task."""
        pipe = self.ready()
        try:
            pipe.send(task)
        except OSError:
            self.kill()
            raise LostError("the process had ended") from None
        return self._answer(pipe, seconds)

    def _answer(self, pipe: Connection, seconds: float | None) -> Any:
        try:
            if pipe.poll(seconds):
                return pipe.recv()
        except (EOFError, OSError):
            self.kill()
            raise LostError("the process ended") from None
        self.kill()
        raise TooSlowError

    def kill(self) -> None:
        """End the process; the next task starts another."""
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if process is not None:
            process.kill()
            process.join(5)
        if pipe is not None:
            pipe.close()

    def end(self) -> None:
        """End the process for good, also while a thread waits for its answer: that thread then reads the end."""
        self._closed = True
        if (process := self._process) is not None:
            process.kill()


def _work(pipe: Connection, maker: Maker, arguments: tuple[Any, ...], threads: int) -> None:
    """Do one task after another until the other side goes; what a process of `Workers` runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in _THREADS:
        os.environ.setdefault(name, str(threads))
    try:
        work = maker(*arguments)
    except Exception as error:  # whatever it is: here in full, to whoever asked its kind
        sys.stderr.write(f"error: a process could not be started: {' '.join(str(error).split())}\n")
        pipe.send(f"{type(error).__name__} at the start")
        return
    pipe.send(None)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(work(task))
