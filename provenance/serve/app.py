"""The app: what is answered at which path. Whether to answer at all is the gate's business."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from email.message import Message
from pathlib import Path
from typing import Any, Protocol, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from provenance.serve import page
from provenance.serve.archive import Archive, load
from provenance.serve.desk import LONGEST_NAME, MEDIA_TYPES, Answer, Submission, about, refusal
from provenance.serve.gate import Gate, Site
from provenance.serve.openapi import document as openapi
from provenance.serve.reference import reference
from provenance.serve.workers import BusyError, LostError, TooSlowError
from provenance.version import VERSION

_T = TypeVar("_T")


class Checks(Protocol):
    """Who checks articles: `workers.Workers`, or what stands for them in a test."""

    async def run(self, task: Submission, seconds: float | None, waiting: int, patience: float) -> Answer:
        """Return the answer to a submission."""
        ...


class Shown(Protocol):
    """Who knows the families: `families.Families`, or what stands for them in a test."""

    failed: str | None
    ready: bool

    def trace(self) -> Path | None:
        """Return the trace file; None while there is none."""
        ...

    def report(self) -> tuple[Path, str]:
        """Return the report's file and its Content-Security-Policy."""
        ...


def application(
    archive: Archive,
    checks: Checks | None,
    families: Shown,
    site: Site,
    during: Callable[[], contextlib.AbstractAsyncContextManager[None]] | None = None,
) -> ASGIApp:
    """Return the ASGI app that serves an archive; `checks` is None where there is nothing to check against.

    `during` is entered when the app starts and left when it stops.
    """
    answers = _Answers(archive, checks, families, site)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with during() if during else contextlib.nullcontext():
            yield

    routes = [
        Route("/", _page(page.html(), "text/html"), methods=["GET"]),
        Route("/page.css", _page(page.style(), "text/css"), methods=["GET"]),
        Route("/page.js", _page(page.script(), "text/javascript"), methods=["GET"]),
        Route("/icon.svg", _page(page.icon(), "image/svg+xml"), methods=["GET"]),
        Route("/api", _page(reference(answers.described), "text/html"), methods=["GET"]),
        Route("/openapi.json", answers.openapi, methods=["GET"]),
        Route("/about", answers.about, methods=["GET"]),
        Route("/check", answers.check, methods=["POST"]),
        Route("/trace", answers.trace, methods=["GET"]),
        Route("/documents/{id:path}", answers.document, methods=["GET"]),
        Route("/families", answers.families, methods=["GET"]),
    ]
    errors: Any = {HTTPException: _http_error, Exception: _failure}
    app = Starlette(routes=routes, exception_handlers=errors, lifespan=lifespan)
    app.router.redirect_slashes = False
    return Gate(app, site)


def _page(text: str, media_type: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(_: Request) -> Response:
        return Response(text, media_type=media_type)

    return answer


async def _http_error(_: Request, error: HTTPException) -> Response:
    return _error(error.status_code, str(error.detail).lower(), dict(error.headers or {}))


async def _failure(_: Request, error: Exception) -> Response:
    return _error(500, f"the server failed ({type(error).__name__})")


def _error(status: int, error: str, headers: dict[str, str] | None = None) -> Response:
    return Response(refusal(error), status, headers, "application/json")


class _Whole(FileResponse):
    """A file, sent as a whole whatever range of it is asked for."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(name, value) for name, value in scope["headers"] if name != b"range"]
        await super().__call__({**scope, "headers": headers}, receive, send)


class _Answers:
    """What is answered to each operation of the API."""

    def __init__(self, archive: Archive, checks: Checks | None, families: Shown, site: Site) -> None:
        self._archive, self._checks, self._families, self._limits = archive, checks, families, site.limits
        self.described = openapi(site.limits, site.token is not None)

    async def openapi(self, _: Request) -> Response:
        return JSONResponse(self.described)

    async def about(self, _: Request) -> Response:
        shown = self._families
        return JSONResponse(
            {
                "name": "provenance",
                "version": VERSION,
                "archive": self._archive.name,
                "documents": self._archive.documents,
                "checks": self._checks is not None,
                "families": "ready" if shown.ready else "none" if shown.failed else "being found",
                "remarks": [*self._archive.remarks, *([shown.failed] if shown.failed else [])],
            }
        )

    async def check(self, request: Request) -> Response:
        if self._checks is None:
            return _error(409, "there are no texts to check against; start the server with an index or articles")
        task = await _submission(request)
        return task if isinstance(task, Response) else await self._checked(task, self._checks, request)

    async def _checked(self, task: Submission, checks: Checks, request: Request) -> Response:
        limits = self._limits
        asked = checks.run(task, limits.check, limits.waiting, limits.patience)
        try:
            status, told = await _unless_gone(asked, request)
        except BusyError:
            return _error(503, "too many checks are waiting; come back in a while", {"retry-after": "10"})
        except TooSlowError:
            return _error(422, f"the check was stopped after {limits.check:g} seconds; send a shorter article")
        except LostError as error:
            return _error(503, f"the check was lost ({error}); try again", {"retry-after": "10"})
        return Response(told, status, media_type="application/json")

    async def trace(self, _: Request) -> Response:
        path = self._families.trace()
        if path is not None:
            return _Whole(path, media_type="application/json")
        return self._not_there()

    async def families(self, _: Request) -> Response:
        if not self._families.ready:
            told = self._families.failed
            headers = {} if told else {"refresh": "3", "retry-after": "3"}
            return Response(page.waiting(told), 404 if told else 503, headers, "text/html")
        path, policy = self._families.report()
        return _Whole(path, headers={"content-security-policy": policy}, media_type="text/html")

    def _not_there(self) -> Response:
        if self._families.failed:
            return _error(404, self._families.failed)
        return _error(503, "the articles are being traced; come back in a while", {"retry-after": "3"})

    async def document(self, request: Request) -> Response:
        found = await asyncio.to_thread(_found, self._archive, request.path_params["id"])
        return _error(404, "there is no document of that id") if found is None else _json(found)


def _json(tree: object) -> Response:
    text = json.dumps(tree, ensure_ascii=False)
    return Response(text.encode("utf-8", "backslashreplace"), media_type="application/json")


def _found(archive: Archive, wanted: str) -> dict[str, Any] | None:
    """Return what is known of a document, with its text where there is an index; runs in a thread."""
    from provenance.index import Index
    from provenance.model import Document

    if archive.index is None:
        assert archive.trace is not None
        records = [d for d in load(archive.trace).documents if d.id == wanted]
        known = [Document(d.id, "", d.origin, d.title, d.outlet, d.published, d.language) for d in records]
        return about(known[0], texts=False) | {"text": None} if known else None
    with Index.open(archive.index) as index:
        if wanted not in index.known([wanted]):
            return None
        return about(index.documents([wanted])[0])


async def _submission(request: Request) -> Submission | Response:
    """Return what was sent to be checked, or why it is not taken."""
    media_type, charset = _content_type(request.headers.get("content-type", ""))
    if media_type not in MEDIA_TYPES:
        return _error(415, f"send the article as {', '.join(MEDIA_TYPES)}", {"accept": ", ".join(MEDIA_TYPES)})
    texts, name = request.query_params.get("texts", "false"), request.query_params.get("name")
    if texts not in {"true", "false"} or len(name or "") > LONGEST_NAME:
        return _error(422, f"texts is true or false, name has at most {LONGEST_NAME} characters")
    return Submission(await request.body(), media_type, charset, name, texts == "true")


def _content_type(header: str) -> tuple[str, str | None]:
    """Return the media type of a header, in lower case, and its charset."""
    message = Message()
    message["content-type"] = header.replace("\r", " ").replace("\n", " ")
    charset = message.get_param("charset") if header else None
    return (message.get_content_type() if header else ""), charset if isinstance(charset, str) else None


async def _unless_gone(answer: Awaitable[_T], request: Request) -> _T:
    """Return an answer; stop waiting for it where the client has gone."""
    wanted = asyncio.ensure_future(answer)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({wanted, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not wanted.done():
            raise LostError("its client went away")
        return wanted.result()
    finally:
        for task in (wanted, gone):
            task.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
