"""The server: uvicorn with deadlines on connections; alone imports it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from provenance.errors import ProvenanceError
from provenance.serve.app import application
from provenance.serve.archive import Archive
from provenance.serve.desk import desk
from provenance.serve.families import Families
from provenance.serve.gate import Site
from provenance.serve.limits import Limits
from provenance.serve.workers import Workers
from provenance.settings import Settings


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens at an address; raises ProvenanceError where that cannot be."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=256)
    except OSError as error:
        raise ProvenanceError(
            f"cannot listen at {host}, port {port} ({error.strerror}); choose another with --host and --port"
        ) from error


def serve(archive: Archive, settings: Settings, site: Site, folder: Path, started: Callable[[str], None]) -> None:
    """Serve an archive until the process is told to stop; `started` is called with the address, once it listens.

    `folder` is where the families are written. Raises ProvenanceError where the address cannot be had.
    """
    listening = bound(site.host, site.port)
    checks = Workers(desk, (str(archive.index), settings), settings.jobs) if archive.index else None
    families = Families(archive, settings, folder)
    app = application(archive, checks, families, site, during(checks, families))
    host = f"[{site.host}]" if ":" in site.host else site.host
    started(f"http://{host}:{listening.getsockname()[1]}/")
    # Told to end as much as interrupted, so that what was written meanwhile is cleared away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        server(app, site.limits).run(sockets=[listening])


def server(app: ASGIApp, limits: Limits) -> Server:
    """Return what serves an app on the sockets that its `run` is given, until the process is told to stop."""
    config = Config(
        app,
        http=_within(limits),
        ws="none",
        lifespan="on",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=limits.connections,
        timeout_keep_alive=int(limits.heading),
        timeout_graceful_shutdown=3,
    )
    return Server(config)


def during(checks: Workers | None, families: Families) -> Callable[[], contextlib.AbstractAsyncContextManager[None]]:
    """Return what keeps the processes of a server for as long as it runs."""

    @contextlib.asynccontextmanager
    async def kept() -> AsyncIterator[None]:
        starting = asyncio.create_task(_started(checks, families))
        try:
            yield
        finally:
            starting.cancel()
            for one in (checks, families):
                if one is not None:
                    one.close()

    return kept


async def _started(checks: Workers | None, families: Families) -> None:
    if checks is not None:
        await checks.warm()
    await families.prepare()


def _within(limits: Limits) -> type[H11Protocol]:
    """Return uvicorn's protocol with the deadlines that it lacks: for asking, and for reading the answer."""

    class Hurried(H11Protocol):
        _asking: asyncio.TimerHandle | None = None
        _reading: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._asking = self.loop.call_later(limits.heading, transport.abort)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            self._stop_if_asked()

        def _stop_if_asked(self) -> None:
            if self.cycle is not None and not self.cycle.response_complete:
                self._stop("_asking")

        def on_response_complete(self) -> None:
            self._stop("_asking")
            self._asking = self.loop.call_later(limits.heading, self.transport.abort)
            super().on_response_complete()
            self._stop_if_asked()

        def pause_writing(self) -> None:
            super().pause_writing()
            self._reading = self.loop.call_later(limits.reading, self.transport.abort)

        def resume_writing(self) -> None:
            self._stop("_reading")
            super().resume_writing()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop("_asking")
            self._stop("_reading")
            super().connection_lost(exc)

        def _stop(self, name: str) -> None:
            timer: Any = getattr(self, name)
            if timer is not None:
                timer.cancel()

    return Hurried
