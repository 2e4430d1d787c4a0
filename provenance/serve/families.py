"""The families of what is served, found and drawn in a process of their own while the server answers already."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from provenance.serve.archive import Archive, policy_of, prepare
from provenance.serve.workers import LostError, TooSlowError, Workers
from provenance.settings import Settings


class Families:
    """A trace and its report, as files that are there at once or after a while."""

    def __init__(self, archive: Archive, settings: Settings, folder: Path) -> None:
        self._archive, self._settings, self._folder = archive, settings, folder
        self._workers: Workers | None = None
        self.failed: str | None = None
        """Why there are no families, where that is certain."""
        self.ready = False
        """Whether the report can be read."""

    async def prepare(self) -> None:
        """Find and draw the families; returns when that is done, or has failed."""
        if self._archive.trace is None and not self._archive.to_trace:
            self.failed = "no trace was given, and the articles are too many to trace now; give a trace of them too"
            return
        self._workers = Workers(_preparer, (self._archive, self._settings, self._folder))
        try:
            told = await self._workers.run(None)
        except (LostError, TooSlowError) as error:
            told = f"the families could not be found ({error or 'the process ended'})"
        self.failed = told
        self.ready = told is None
        await asyncio.to_thread(self._workers.close)

    def close(self) -> None:
        """Stop what is still being prepared."""
        if self._workers is not None:
            self._workers.close()

    def trace(self) -> Path | None:
        """Return the trace file; None while there is none."""
        if self._archive.trace is not None:
            return self._archive.trace
        made = self._folder / "trace.json"
        return made if made.is_file() else None

    def report(self) -> tuple[Path, str]:
        """Return the report's file and the Content-Security-Policy that it is made for, once it is ready."""
        path = self._folder / "report.html"
        with path.open(encoding="utf-8") as page:
            return path, policy_of(page.read(4000))


def _preparer(archive: Archive, settings: Settings, folder: Path) -> Callable[[object], str | None]:
    def work(_: object) -> str | None:
        try:
            prepare(archive, settings, folder)
        except Exception as error:  # whatever it is: here in full, to whoever asks for the families its kind
            if not folder.exists():
                return None  # the server stopped and took its folder away: nobody asks any more
            sys.stderr.write(f"error: the families could not be found: {' '.join(str(error).split())}\n")
            return f"the families could not be found ({type(error).__name__})"
        return None

    return work
