"""The server on a real socket: connections that are slow, broken or many, and the program around it."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from serving import ROOT, Desk, app_of, listening, made_index, seeds, serving_at

from provenance.commands.program import program
from provenance.model import Document
from provenance.serve.gate import Site
from provenance.serve.limits import Limits
from provenance.settings import Settings

SOON = Limits(heading=0.3, reading=0.3, upload=0.3, body=100_000)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_index(tmp_path_factory.mktemp("index"), seeds()[:4])


@contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as connection:
        yield connection


def ask(port: int, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with closing(connection):
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()


def all_of(connection: socket.socket) -> bytes:
    """Read until the other side ends the connection."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionError:
        pass
    return b"".join(parts)


@pytest.fixture(scope="module")
def port(index: Path) -> Iterator[int]:
    with listening(app_of(index, Desk(index), site=Site(limits=SOON)), SOON) as found:
        yield found


def test_an_article_is_checked_over_the_network(port: int) -> None:
    status, body = ask(port, "POST", "/check", seeds()[0].text.encode(), **{"Content-Type": "text/plain"})
    assert status == 200
    assert json.loads(body)["sources"]


BROKEN = [
    b"\x16\x03\x01\x02\x00\x01\x00",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET /\r\n\r\n",
    b"G\x00T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000,
    b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
    b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
    b"POST /check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nabc",
    b"GET /%ff%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"",
]


@pytest.mark.parametrize("sent", BROKEN)
def test_broken_requests_are_answered_or_dropped_and_survived(port: int, sent: bytes) -> None:
    with connected(port) as connection:
        with suppress(OSError):  # the server may have ended it before all was sent
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
        told = all_of(connection)
    assert told == b"" or told.startswith(b"HTTP/1.1 4")
    assert ask(port, "GET", "/about")[0] == 200


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "])
def test_a_connection_that_asks_nothing_is_ended(port: int, sent: bytes) -> None:
    with connected(port) as connection:
        connection.sendall(sent)
        assert all_of(connection) == b""


def test_a_second_request_must_come_soon_too(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(b"GET /icon.svg HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHost: ")
        told = all_of(connection)
    assert told.startswith(b"HTTP/1.1 200")
    assert told.count(b"HTTP/1.1 ") == 1


def test_a_body_that_never_ends_is_given_up(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(
            b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 90\r\n\r\nslow"
        )
        assert all_of(connection).startswith(b"HTTP/1.1 408")


def test_a_client_that_reads_nothing_is_ended(index: Path) -> None:
    with serving_at(app_of(index, site=Site(limits=SOON)), SOON) as (port, server), connected(port) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(1)
        with suppress(OSError):  # more than the buffers on the way hold, so that it stops somewhere
            connection.sendall(b"GET /page.css HTTP/1.1\r\nHost: localhost\r\n\r\n" * 1_000_000)
        mine = connection.getsockname()[1]
        for _ in range(5000):
            assert ask(port, "GET", "/about")[0] == 200
            if not any(one.client and one.client[1] == mine for one in list(server.server_state.connections)):
                return
    pytest.fail("the connection is still there")


def test_a_body_too_large_is_told_so(port: int) -> None:
    assert ask(port, "POST", "/check", b"a" * 300_000, **{"Content-Type": "text/plain"})[0] == 413


def test_more_connections_than_may_be_are_told_to_come_back(index: Path) -> None:
    few = Limits(connections=4, heading=5)
    with listening(app_of(index, site=Site(limits=few)), few) as port:
        idle = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(3)]
        statuses = set()
        while 503 not in statuses:
            statuses.add(ask(port, "GET", "/about")[0])
        for one in idle:
            one.close()
        while ask(port, "GET", "/about")[0] != 200:
            pass
    assert statuses <= {200, 503}


def test_many_ask_at_once_and_all_are_answered(port: int) -> None:
    text = seeds()[1].text.encode()
    with ThreadPoolExecutor(16) as clients:
        asked = [clients.submit(ask, port, "POST", "/check", text, **{"Content-Type": "text/plain"}) for _ in range(24)]
        answers = {task.result() for task in asked}
    assert len(answers) == 1
    assert next(iter(answers))[0] == 200


# ---------------------------------------------------------------- the program


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_the_program_serves_until_it_is_stopped(index: Path, tmp_path: Path, told: signal.Signals) -> None:
    words = [
        sys.executable,
        str(ROOT / "cli.py"),
        "serve",
        str(index),
        "--port",
        "0",
        "--no-meaning",
        "--no-translation",
    ]
    with subprocess.Popen(
        words, stderr=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(tmp_path)}
    ) as program_:
        try:
            assert program_.stderr is not None
            line = program_.stderr.readline()
            found = re.fullmatch(r"serving made\.index, 4 articles, at http://127\.0\.0\.1:(\d+)/ until Ctrl-C\n", line)
            assert found, line
            port = int(found.group(1))
            status, body = ask(port, "POST", "/check", seeds()[0].text.encode(), **{"Content-Type": "text/plain"})
            assert status == 200
            assert json.loads(body)["sources"]
            program_.send_signal(told)
            rest = program_.stderr.read()
            assert program_.wait(20) == 0
        finally:
            program_.kill()  # of what failed above the rest would wait for ever
    assert rest == ""
    assert list(tmp_path.glob("provenance-*")) == []


def invoked(*words: str, token: str | None = None) -> tuple[int, str]:
    done = CliRunner().invoke(program, ["serve", *words], env={"PROVENANCE_TOKEN": token})
    return done.exit_code, done.output


def test_a_missing_extra_is_told_in_one_line(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.commands.serve.find_spec", lambda name: None)
    code, said = invoked(str(index))
    assert (code, said.count("\n")) == (1, 1)
    assert "pip install 'news-provenance[serve]'" in said


def test_mistakes_are_told_in_one_line(index: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        busy = invoked(str(index), "--port", str(taken.getsockname()[1]))
    short = invoked(str(index), token="short")
    nothing = invoked(str(tmp_path / "nothing"))
    nowhere = invoked(str(index), "--host", "203.0.113.1", "--port", "0", token="a-token-long-enough")
    for code, said in (busy, short, nothing, nowhere):
        assert (code, said.count("\n")) == (1, 1), said
    assert invoked()[0] == 2


def test_at_another_address_a_token_is_demanded(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sites, jobs = [], []

    def serve(archive: object, settings: Settings, site: Site, *_: object) -> None:
        sites.append(site)
        jobs.append(settings.jobs)

    monkeypatch.setattr("provenance.serve.server.serve", serve)
    code, said = invoked(str(index), "--host", "0.0.0.0")
    assert code == 0
    assert sites[-1].token
    assert len(sites[-1].token) >= 30
    assert sites[-1].token in said
    invoked(str(index), "--host", "0.0.0.0", token="chosen-and-long-enough")
    assert sites[-1].token == "chosen-and-long-enough"
    assert "chosen-and" not in invoked(str(index), "--host", "::", token="chosen-and-long-enough")[1]
    invoked(str(index))
    assert sites[-1].token is None
    invoked(str(index), "--allow-host", "archive.example", "--most-bytes", "5000", "--most-seconds", "7")
    assert (sites[-1].names, sites[-1].limits.body, sites[-1].limits.check) == (("archive.example",), 5000, 7)
    monkeypatch.setattr("provenance.commands.options.os.sched_getaffinity", lambda _: range(64), raising=False)
    invoked(str(index))
    invoked(str(index), "--jobs", "9")
    assert jobs[-2:] == [4, 9]


def test_an_empty_index_is_served(tmp_path: Path) -> None:
    path = made_index(tmp_path, [])
    with listening(app_of(path, Desk(path))) as port:
        status, body = ask(port, "POST", "/check", b"Some words of an article.", **{"Content-Type": "text/plain"})
    assert (status, json.loads(body)["relation"]) == (200, "none")


def test_the_index_may_grow_while_it_is_served(tmp_path: Path) -> None:
    from provenance.index import Index

    path = made_index(tmp_path, seeds()[:1])
    text = "Nineteen geese crossed the Vellmer causeway before the sluice keeper could close the eastern gate. " * 4
    with listening(app_of(path, Desk(path))) as port:
        before = ask(port, "POST", "/check", text.encode(), **{"Content-Type": "text/plain"})[1]
        with Index.open(path, write=True) as index:
            index.add([Document("geese", text)])
        after = ask(port, "POST", "/check", text.encode(), **{"Content-Type": "text/plain"})[1]
    assert json.loads(before)["sources"] == []
    assert [s["document"] for s in json.loads(after)["sources"]] == ["geese"]
    assert os.path.exists(path)
