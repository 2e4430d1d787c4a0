"""Who may ask for what: every request passes here before the app sees it, every answer on its way out.

Against DNS rebinding the Host must be one that this server has; against requests that other sites' pages make, Origin
and Sec-Fetch-Site must be its own. A body must be small and arrive in time. With a token, nothing is answered
without it.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
import ipaddress
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.serve.limits import Limits

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""What the pages here may do: load their own script and style, ask this server, and nothing else."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""Sent with every answer; one that brings its own keeps that."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")
_HOST = re.compile(r"(?:\[(?P<address>[0-9A-Fa-f:.]{2,45})\]|(?P<name>[A-Za-z0-9._-]{1,255}))(?::[0-9]{1,5})?")
_LINGER = 2.0
"""Seconds for which the rest of a refused body is read, so that the client gets to see why."""


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names by which a server may be asked."""

    names: frozenset[str]
    any_address: bool = False
    """Whether any IP address will do: it cannot be rebound, and a server on all of them does not know its own."""

    @classmethod
    def of(cls, bound: str, more: Iterable[str] = ()) -> Hosts:
        """Return the names of a server bound to an address: loopback's, its own, and those given."""
        wide = bound in {"0.0.0.0", "::", ""}  # noqa: S104 - compared, not bound
        return cls(frozenset(n.lower() for n in (*LOOPBACK, bound, *more)), wide)

    def __contains__(self, host: object) -> bool:
        """Return whether a Host header names this server; the port is the connection's business."""
        name = _hostname(host) if isinstance(host, str) else None
        return name is not None and (name in self.names or (self.any_address and _is_address(name)))


def _hostname(host: str) -> str | None:
    """Return the name in a Host header, without port and brackets; None for what is not one.

    >>> _hostname("[::1]:80"), _hostname("LOCALHOST"), _hostname("a@b")
    ('::1', 'localhost', None)
    """
    found = _HOST.fullmatch(host)
    return (found.group("address") or found.group("name")).lower() if found else None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(bound: str) -> bool:
    """Return whether an address to bind to is reached from this machine alone."""
    try:
        return ipaddress.ip_address(bound).is_loopback
    except ValueError:
        return bound.lower() == "localhost"


@dataclass(frozen=True, slots=True)
class Site:
    """Where a server listens, and what it asks of whoever asks it."""

    host: str = "127.0.0.1"
    port: int = 0
    names: tuple[str, ...] = ()
    """Names that it goes by beside its address."""
    token: str | None = None
    """What every request must bring."""
    limits: Limits = field(default_factory=Limits)


class _RefusalError(Exception):
    """A request that is not let through."""

    def __init__(self, status: int, error: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(error)
        self.status, self.error, self.headers = status, error, headers


class Gate:
    """An ASGI app around another that lets through only what may ask."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app, self._limits = app, site.limits
        self._hosts = Hosts.of(site.host, site.names)
        self._token = site.token.encode() if site.token else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        guarded = _with_headers(send)
        try:
            self._look_at(_headers(scope), scope["method"])
            body = await self._body(_headers(scope), receive)
        except _RefusalError as refused:
            await _refuse(refused, guarded)
            return
        await self._app(scope, _replayed(body, receive), guarded)

    def _look_at(self, headers: dict[str, list[str]], method: str) -> None:
        """Raise what a request is refused for before its body is read."""
        hosts, origins = headers.get("host", []), headers.get("origin", [])
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            raise _RefusalError(
                421, "this server does not go by that name; start it with --allow-host NAME if it should"
            )
        if any(_authority(origin) != hosts[0].lower() for origin in origins):
            raise _RefusalError(403, "requests from pages of other sites are not answered")
        crossed = headers.get("sec-fetch-site", ["none"])[0] not in {"none", "same-origin"}
        if crossed and (method not in {"GET", "HEAD"} or headers.get("sec-fetch-mode") != ["navigate"]):
            raise _RefusalError(403, "requests from pages of other sites are not answered")
        if self._token and not self._knows(headers.get("authorization", [])):
            told = (("www-authenticate", 'Basic realm="provenance", charset="UTF-8"'),)
            raise _RefusalError(401, "send the token: as a Bearer token, or as the password of any name", told)

    def _knows(self, given: list[str]) -> bool:
        """Return whether a request brings the token; takes as long whatever it brings."""
        scheme, _, rest = (given[0] if len(given) == 1 else "").partition(" ")
        secret = rest.strip().encode()
        if scheme.lower() == "basic":
            try:
                secret = base64.b64decode(secret, validate=True).partition(b":")[2]
            except binascii.Error:
                secret = b""
        assert self._token is not None
        return hmac.compare_digest(secret, self._token) and scheme.lower() in {"basic", "bearer"}

    async def _body(self, headers: dict[str, list[str]], receive: Receive) -> bytes:
        """Return the whole body; raise where it is too large or too slow."""
        told = headers.get("content-length", ["0"])[0]
        most = self._limits.body
        parts: list[bytes] = []
        size = int(told[:19]) if told.isdigit() and int(told[:19]) > most else 0
        more = True
        try:
            async with asyncio.timeout(self._limits.upload):
                while more and size <= most:
                    message = await receive()
                    if message["type"] != "http.request":
                        raise _RefusalError(400, "the body ended early")
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    more = message.get("more_body", False)
        except TimeoutError:
            close = (("connection", "close"),)
            raise _RefusalError(408, f"the body took longer than {self._limits.upload:g} seconds", close) from None
        if size <= most:
            return b"".join(parts)
        if more:
            await _drained(receive, 8 * most)
        raise _RefusalError(413, f"the body is larger than {most:,} bytes; send less", (("connection", "close"),))


async def _drained(receive: Receive, most: int) -> None:
    """Read what still comes of a body, for a while: a connection closed on unread bytes takes the answer with it."""
    try:
        async with asyncio.timeout(_LINGER):
            while most > 0:
                message = await receive()
                most -= len(message.get("body", b""))
                if not message.get("more_body", False):
                    return
    except TimeoutError:
        pass


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return what gives a body that was read already, then whatever comes after it: that the client has gone."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


def _headers(scope: Scope) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return found


def _authority(origin: str) -> str | None:
    scheme, mark, authority = origin.lower().partition("://")
    return authority if mark and scheme in {"http", "https"} else None


def _with_headers(send: Send) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            sent = list(message.get("headers", []))
            there = {name.lower() for name, _ in sent}
            sent += [(n.encode(), v.encode()) for n, v in HEADERS.items() if n.encode() not in there]
            message = {**message, "headers": sent}
        await send(message)

    return told


async def _refuse(refused: _RefusalError, send: Send) -> None:
    body = json.dumps({"error": refused.error}).encode()
    headers = [("content-type", "application/json"), ("content-length", str(len(body))), *refused.headers]
    encoded = [(n.encode(), v.encode()) for n, v in headers]
    await send({"type": "http.response.start", "status": refused.status, "headers": encoded})
    await send({"type": "http.response.body", "body": body})
