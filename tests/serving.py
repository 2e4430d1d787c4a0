"""What tests of the server share: an archive, a client without a network, and work for processes."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import Any

from provenance.index import Index
from provenance.model import Document
from provenance.read import read_corpus
from provenance.serve.app import application
from provenance.serve.archive import Archive
from provenance.serve.desk import Answer, Submission, desk
from provenance.serve.gate import Site
from provenance.serve.limits import Limits
from provenance.serve.server import bound, server
from provenance.settings import Settings

ROOT = Path(__file__).parent.parent
FAST = Settings(meaning=False, translation=False)
"""By wording alone, which needs no encoder."""


def seeds() -> tuple[Document, ...]:
    return read_corpus([str(ROOT / "seeds" / "ferry")]).documents


def made_index(folder: Path, documents: Iterable[Document]) -> Path:
    path = folder / "made.index"
    with Index.create(path) as index:
        index.add(documents)
    return path


@dataclass
class Desk:
    """Checks in this very process."""

    path: Path

    async def run(self, task: Submission, seconds: float | None, waiting: int, patience: float) -> Answer:
        return self._answer(task)

    @cached_property
    def _answer(self) -> Callable[[Submission], Answer]:
        return desk(str(self.path), FAST, warm=False)


@dataclass
class Fails:
    """Checks that never succeed."""

    error: Exception

    async def run(self, task: Submission, seconds: float | None, waiting: int, patience: float) -> Answer:
        raise self.error


@dataclass
class Told:
    """Families that a test made up."""

    failed: str | None = None
    ready: bool = False
    file: Path | None = None
    page: tuple[Path, str] = (Path(), "")

    def trace(self) -> Path | None:
        return self.file

    def report(self) -> tuple[Path, str]:
        return self.page


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Client:
    """Asks an app without a network; headers may repeat, bodies may come in parts, or never end."""

    app: Any
    watch: Callable[[str, str, Reply], None] = lambda method, path, reply: None
    headers: Sequence[tuple[str, str]] = field(default=(("host", "localhost:8417"),))

    def get(self, path: str, *headers: tuple[str, str], bare: bool = False) -> Reply:
        return self.ask("GET", path, *headers, bare=bare)

    def post(self, path: str, body: bytes | Any, media: str | None = None, *headers: tuple[str, str]) -> Reply:
        if not isinstance(body, bytes):
            body, media = json.dumps(body).encode(), media or "application/json"
        told = [("content-type", media)] if media else []
        return self.ask("POST", path, *told, *headers, parts=[body])

    def ask(
        self,
        method: str,
        path: str,
        *headers: tuple[str, str],
        parts: Sequence[bytes] = (b"",),
        ends: bool = True,
        bare: bool = False,
    ) -> Reply:
        path, _, query = path.partition("?")
        sent = [*(() if bare else self.headers), *headers]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(n.lower().encode("latin-1"), v.encode("latin-1")) for n, v in sent],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 8417),
        }
        reply = asyncio.run(self._asked(scope, list(parts), ends))
        self.watch(method, path, reply)
        return reply

    async def _asked(self, scope: dict[str, Any], parts: list[bytes], ends: bool) -> Reply:
        answered: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            if parts:
                body = parts.pop(0)
                return {"type": "http.request", "body": body, "more_body": bool(parts) or not ends}
            await asyncio.Event().wait()
            raise AssertionError

        async def send(message: dict[str, Any]) -> None:
            answered.append(message)

        await asyncio.wait_for(self.app(scope, receive, send), 60)
        start, *rest = answered
        headers = {n.decode().lower(): v.decode() for n, v in start["headers"]}
        return Reply(start["status"], headers, b"".join(m.get("body", b"") for m in rest))


def app_of(
    path: Path | None,
    checks: Any = None,
    families: Told | None = None,
    site: Site | None = None,
    trace: Path | None = None,
) -> Any:
    archive = Archive("made", 10, path, trace)
    return application(archive, checks, families or Told(), site or Site())


@asynccontextmanager
async def living(app: Any) -> Any:
    """Run the app's lifespan around what is done within."""
    messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    told: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    running = asyncio.create_task(app({"type": "lifespan", "asgi": {"version": "3.0"}}, messages.get, told.put))
    await messages.put({"type": "lifespan.startup"})
    assert (await told.get())["type"] == "lifespan.startup.complete"
    yield
    await messages.put({"type": "lifespan.shutdown"})
    await told.get()
    await running


def run(work: Awaitable[Any]) -> Any:
    async def bounded() -> Any:
        return await asyncio.wait_for(work, 120)

    return asyncio.run(bounded())


# ---------------------------------------------------------------- what processes do in tests


def doubler(factor: int = 2) -> Callable[[Any], Any]:
    """Make work that multiplies numbers, hangs at "hang", ends the process at "end", and tells its number at "who"."""

    def work(task: Any) -> Any:
        if task == "hang":
            time.sleep(600)
        if task == "end":
            os._exit(3)
        return os.getpid() if task == "who" else factor * task

    return work


def broken() -> Callable[[Any], Any]:
    raise RuntimeError("no desk here")


@contextmanager
def serving_at(app: Any, limits: Limits | None = None) -> Iterator[tuple[int, Any]]:
    """Serve an app with uvicorn in a thread, and yield its port and the server."""
    place = bound("127.0.0.1", 0)
    serving = server(app, limits or Limits())
    thread = Thread(target=serving.run, kwargs={"sockets": [place]})
    thread.start()
    try:
        yield place.getsockname()[1], serving
    finally:
        serving.should_exit = True
        thread.join(20)
        place.close()


@contextmanager
def listening(app: Any, limits: Limits | None = None) -> Iterator[int]:
    """Serve an app with uvicorn in a thread, and yield its port."""
    with serving_at(app, limits) as (port, _):
        yield port
