"""The server, mostly without a network: what it answers, and what it refuses."""

from __future__ import annotations

import asyncio
import base64
import gzip
import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_trace import HOSTILE
from fake_trace import trace as made_up
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from serving import (
    FAST,
    ROOT,
    Client,
    Desk,
    Fails,
    Reply,
    Told,
    app_of,
    broken,
    doubler,
    living,
    made_index,
    run,
    seeds,
)

from provenance.check import check_index
from provenance.errors import InputError
from provenance.index import Index
from provenance.model import Document
from provenance.report import render_report
from provenance.serve.archive import opened, policy_of, with_texts
from provenance.serve.desk import Submission, desk, read
from provenance.serve.families import Families
from provenance.serve.gate import HEADERS, Hosts, Site, is_loopback
from provenance.serve.limits import Limits
from provenance.serve.openapi import document as openapi
from provenance.serve.page import with_links
from provenance.serve.workers import BusyError, LostError, TooSlowError, Workers
from provenance.tracefile import check_to_json, trace_to_json

DRAFT = (ROOT / "seeds" / "ferry" / "morrow-ferry.txt").read_text("utf-8")
TOKEN = "a-token-long-enough"
OPERATIONS = ("/check", "/trace", "/about")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_index(tmp_path_factory.mktemp("index"), [d for d in seeds() if d.id != "morrow-ferry"])


def conforms(method: str, path: str, reply: Reply) -> None:
    """Every answer bears the headers; those of the API are what the OpenAPI document says they are."""
    assert {name for name in HEADERS if name not in reply.headers} == set()
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert "unsafe" not in reply.headers["content-security-policy"]
    described = openapi(Limits(), guarded=True)
    known = "/documents/{id}" if path.startswith("/documents/") else path
    operation = described["paths"].get(known, {}).get(method.lower())
    if operation is None:
        return
    answer = operation["responses"][str(reply.status)]
    assert reply.headers["content-type"] == "application/json"
    schema = {**answer["content"]["application/json"]["schema"], "components": described["components"]}
    Draft202012Validator(schema).validate(reply.json)
    assert ("retry-after" in reply.headers) == (reply.status == 503)


@pytest.fixture
def client(index: Path) -> Client:
    return Client(app_of(index, Desk(index)), conforms)


def guarded(site: Site, index: Path | None = None) -> Client:
    return Client(app_of(index, Desk(index) if index else None, site=site), conforms)


# ---------------------------------------------------------------- what is answered


@pytest.mark.parametrize("guard", [True, False])
def test_the_openapi_document_is_valid(guard: bool) -> None:
    validate(openapi(Limits(), guard))


def test_the_openapi_document_is_served_and_shown(client: Client) -> None:
    told = client.get("/openapi.json").json
    page = client.get("/api").text
    assert told == json.loads(json.dumps(openapi(Limits(), guarded=False)))
    assert set(told["paths"]) == {"/check", "/trace", "/documents/{id}", "/about"}
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            assert f"{method.upper()} {path}" in page
            assert operation["summary"] in page
    assert all(name in page for name in told["components"]["schemas"])
    assert "://" not in page.replace("http://www.w3.org", "")


def test_a_check_says_what_the_library_says(client: Client, index: Path) -> None:
    reply = client.post("/check", DRAFT.encode(), "text/plain")
    with Index.open(index) as opened_index:
        document = read(Submission(DRAFT.encode(), "text/plain"))
        expected = json.loads(check_to_json(check_index(document, opened_index, FAST)))
    told = reply.json
    assert reply.status == 200
    assert {key: told[key] for key in ("relation", "confidence", "share_reused", "changes")} == {
        key: expected[key] for key in ("relation", "confidence", "share_reused", "changes")
    }
    assert [s["document"] for s in told["sources"]] == [s["document"] for s in expected["sources"]] != []
    assert told["sources"][0]["sure"] in {"almost certain", "very likely", "likely", "more likely than not"}
    assert [d["id"] for d in told["documents"]] == [s["document"] for s in told["sources"]]
    assert "text" not in told["article"]
    assert not any("text" in d for d in told["documents"])


def test_texts_come_when_asked_for_and_spans_lie_in_them(client: Client) -> None:
    told = client.post("/check?texts=true", {"text": "😀 " + DRAFT}).json
    assert told["article"]["text"] == "😀 " + DRAFT
    texts = {d["id"]: d["text"] for d in told["documents"]}
    assert {d["language"] for d in told["documents"]} >= {"en"}
    for source in told["sources"]:
        for passage in source["passages"]:
            assert told["article"]["text"][slice(*passage["left"])].strip()
            assert texts[source["document"]][slice(*passage["right"])].strip()


WAYS = [
    ("text/plain", DRAFT.encode(), ""),
    ("text/plain; charset=utf-16", DRAFT.encode("utf-16"), ""),
    ("TEXT/PLAIN;charset=UTF-8", DRAFT.encode(), ""),
    ("application/json", json.dumps({"text": DRAFT}).encode(), ""),
    ("text/html", f"<html><body><article><p>{DRAFT}</p></article></body></html>".encode(), ""),
    ("application/octet-stream", DRAFT.encode(), "?name=story.txt"),
    ("application/octet-stream", DRAFT.encode(), ""),
    ("application/octet-stream", f"<!doctype html><p>{DRAFT}".encode(), "?name=../../etc/x.html"),
    ("application/octet-stream", f"# Story\n\n{DRAFT}".encode(), "?name=story.md"),
]


@pytest.mark.parametrize(("media", "body", "query"), WAYS)
def test_an_article_may_come_in_many_ways(client: Client, media: str, body: bytes, query: str) -> None:
    reply = client.post("/check" + query, body, media)
    assert reply.status == 200
    assert len(reply.json["sources"]) >= 3
    assert "/" not in reply.json["article"]["id"]


def test_what_is_told_about_an_article_is_used(client: Client) -> None:
    told = {"text": DRAFT, "id": "draft", "title": "A title", "outlet": "Gazette", "published": "2026-02-18"}
    article = client.post("/check", told).json["article"]
    assert {name: article[name] for name in told if name != "text"} == {n: v for n, v in told.items() if n != "text"}


def test_an_article_is_not_its_own_source_but_its_twin_is(client: Client) -> None:
    known = next(d for d in seeds() if d.id == "skerrin-ferry")
    own = client.post("/check", {"text": known.text, "id": known.id}).json
    pasted = client.post("/check", {"text": known.text}).json
    renamed = client.post("/check", {"text": known.text + "\nMore.", "id": known.id}).json
    assert known.id not in {s["document"] for s in own["sources"]}
    assert pasted["sources"][0]["share"] == 1.0
    assert known.id in {s["document"] for s in pasted["sources"]}
    assert known.id in {s["document"] for s in renamed["sources"]}


def test_an_article_called_like_the_nameless_has_no_twin_hidden(tmp_path: Path) -> None:
    path = made_index(tmp_path, [Document("article", DRAFT), Document("other", "Nothing of it at all.")])
    told = Client(app_of(path, Desk(path)), conforms).post("/check", DRAFT.encode(), "text/plain").json
    assert [s["document"] for s in told["sources"]] == ["article"]


def test_a_text_that_took_nothing(client: Client) -> None:
    told = client.post(
        "/check", {"text": "Completely unrelated words about pastry and the price of butter in June."}
    ).json
    assert (told["relation"], told["sources"], told["changes"]) == ("none", [], [])


UNREADABLE = [
    (400, "application/json", b"{"),
    (400, "application/json", b""),
    (400, "application/json", b"\xff\xfe"),
    (400, "application/json", b"[" * 100_000),
    (400, "application/json", b"1" * 5000),
    (422, "application/json", b"[]"),
    (422, "application/json", b"{}"),
    (422, "application/json", b'{"text": 1}'),
    (422, "application/json", b'{"text": " \\n"}'),
    (422, "application/json", b'{"text": "a", "colour": "red"}'),
    (422, "application/json", b'{"text": "a", "title": 1}'),
    (422, "application/json", json.dumps({"text": "a", "title": "x" * 1001}).encode()),
    (422, "text/plain", b""),
    (422, "text/plain", b"   \n"),
    (422, "text/plain", b"%PDF-1.7 \x00\x01"),
    (422, "text/plain; charset=ascii", b"\xff"),
    (415, "text/plain; charset=elvish", b"a"),
    (415, "text/plain", gzip.compress(b"a" * 100)),
    (422, "text/html", b"<html></html>"),
    (415, "application/octet-stream", b'{"id": "a", "text": "b"}'),
    (415, "image/png", b"a"),
    (415, "multipart/form-data; boundary=x", b"--x--"),
    (415, "", b"a"),
]


@pytest.mark.parametrize(("status", "media", "body"), UNREADABLE)
def test_what_cannot_be_read_is_answered_in_one_line(client: Client, status: int, media: str, body: bytes) -> None:
    reply = client.post("/check", body, media)
    assert reply.status == status
    assert "\n" not in reply.json["error"]
    assert str(ROOT) not in reply.text
    assert client.post("/check", {"text": "Still there."}).status == 200


@pytest.mark.parametrize("query", ["?texts=maybe", "?texts=", "?name=" + "x" * 201])
def test_wrong_parameters_are_refused(client: Client, query: str) -> None:
    assert client.post("/check" + query, {"text": "a"}).status == 422


ODD = ["\x00" * 50, "\ud800 half \udfff", "\u202e" * 20, "a" * 50_000, "\n" * 999 + "x", "=cmd|' /C calc'!A0", HOSTILE]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_checked_as_they_stand(client: Client, text: str) -> None:
    reply = client.post("/check?texts=true", {"text": text, "title": text[:500]})
    assert reply.status == 200
    assert len(reply.json["article"]["text"]) == len(text)


def test_documents_are_told(client: Client, tmp_path: Path) -> None:
    known = next(d for d in seeds() if d.id == "skerrin-ferry")
    told = client.get("/documents/skerrin-ferry").json
    assert (told["id"], told["text"], told["title"]) == (known.id, known.text, known.title)
    for gone in ("/documents/nobody", "/documents/", "/documents/../skerrin-ferry", "/documents/\x00"):
        assert client.get(gone).status == 404
    odd = Document("a/b c?😀", HOSTILE, title="</script>")
    path = made_index(tmp_path, [odd])
    assert Client(app_of(path), conforms).get("/documents/a/b c?😀".replace("?", "%3F")).status == 404
    scope = Client(app_of(path), conforms)
    assert scope.ask("GET", "/documents/nobody").status == 404


def test_the_trace_is_told_when_it_is_there(index: Path, tmp_path: Path) -> None:
    file = tmp_path / "trace.json"
    file.write_text(trace_to_json(made_up()), "utf-8")
    assert Client(app_of(index, families=Told(file=file)), conforms).get("/trace").json == json.loads(
        file.read_text("utf-8")
    )
    assert Client(app_of(index), conforms).get("/trace").status == 503
    assert Client(app_of(index, families=Told(failed="too many")), conforms).get("/trace").status == 404


def test_the_families_are_the_report_under_its_own_policy(index: Path, tmp_path: Path) -> None:
    page = with_links(render_report(made_up()))
    file = tmp_path / "report.html"
    file.write_text(page, "utf-8")
    told = Told(ready=True, page=(file, policy_of(page)))
    reply = Client(app_of(index, families=told), conforms).get("/families", ("range", "bytes=9-3"))
    policy = reply.headers["content-security-policy"]
    assert reply.status == 200
    assert policy.count("sha256-") == 2
    assert "default-src 'none'" in policy
    assert 'href="/api"' in reply.text
    assert reply.text == page
    waiting = Client(app_of(index), conforms).get("/families")
    assert (waiting.status, waiting.headers["refresh"]) == (503, "3")
    failed = Client(app_of(index, families=Told(failed="<b>no</b>")), conforms).get("/families")
    assert (failed.status, "<b>" in failed.text, "refresh" in failed.headers) == (404, False, False)


def test_a_report_of_strangers_words_keeps_its_policy() -> None:
    evil = 'http-equiv="Content-Security-Policy" content="default-src *"'
    trace = made_up()
    page = render_report(replace(trace, documents=tuple(replace(d, title=evil) for d in trace.documents)))
    assert policy_of(page).startswith("default-src 'none'")
    assert policy_of("no policy at all") == "default-src 'none'; frame-ancestors 'none'"


def test_what_is_served_is_told(client: Client, index: Path) -> None:
    assert client.get("/about").json | {"version": ""} == {
        "name": "provenance",
        "version": "",
        "archive": "made",
        "documents": 10,
        "checks": True,
        "families": "being found",
        "remarks": [],
    }
    assert guarded(Site()).get("/about").json["checks"] is False


def test_without_texts_nothing_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "trace.json"
    file.write_text(trace_to_json(made_up()), "utf-8")
    client = Client(app_of(None, trace=file, families=Told(file=file)), conforms)
    assert client.post("/check", {"text": "a"}).status == 409
    assert client.get("/documents/wire").json["text"] is None
    assert client.get("/documents/nobody").status == 404


@pytest.mark.parametrize("path", ["/", "/api", "/page.css", "/page.js", "/icon.svg"])
def test_pages_hold_nothing_inline_and_load_nothing_from_elsewhere(client: Client, path: str) -> None:
    reply = client.get(path)
    assert reply.status == 200
    assert "script-src 'self'" in reply.headers["content-security-policy"]
    if reply.headers["content-type"].startswith("text/html"):
        assert "<script>" not in reply.text
        assert "<style" not in reply.text
        assert " style=" not in reply.text
        assert "http://" not in reply.text
        assert "https://" not in reply.text


def test_every_asset_is_packed_with_the_package() -> None:
    packed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"]
    endings = {Path(pattern).suffix for pattern in packed["provenance"]}
    assets = [path for path in (ROOT / "provenance" / "serve" / "assets").iterdir() if path.is_file()]
    assert len(assets) >= 6
    assert {path.suffix for path in assets} - endings == set()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/check", 405),
        ("DELETE", "/trace", 405),
        ("POST", "/", 405),
        ("GET", "/check/", 404),
    ],
)
def test_what_is_not_there_is_an_error_of_the_same_shape(client: Client, method: str, path: str, status: int) -> None:
    reply = Client(client.app).ask(method, path)
    assert reply.status == status
    assert set(reply.json) == {"error"}
    assert status != 405 or reply.headers["allow"]


# ---------------------------------------------------------------- who may ask


HOSTS = [
    ("localhost", True),
    ("localhost:8417", True),
    ("LocalHost:1", True),
    ("127.0.0.1:8417", True),
    ("[::1]:8417", True),
    ("evil.example", False),
    ("evil.example:8417", False),
    ("localhost.evil.example", False),
    ("127.0.0.1.evil.example", False),
    ("localhost@evil.example", False),
    ("192.168.0.7", False),
    ("", False),
    ("localhost:x", False),
    ("[::1", False),
    ("localhost ", False),
    ("localhost/..", False),
]


@pytest.mark.parametrize(("host", "answered"), HOSTS)
def test_only_known_hosts_are_answered(client: Client, host: str, answered: bool) -> None:
    reply = client.get("/about", ("host", host), bare=True)
    assert reply.status == (200 if answered else 421)


def test_hosts_are_those_of_the_address_and_those_named() -> None:
    assert "archive.example:80" in Hosts.of("127.0.0.1", ["Archive.Example"])
    assert "10.0.0.5:80" in Hosts.of("10.0.0.5")
    assert "10.0.0.6" not in Hosts.of("10.0.0.5")
    assert "10.0.0.6" in Hosts.of("0.0.0.0")
    assert "[fe80::1]:80" in Hosts.of("::")
    assert "evil.example" not in Hosts.of("0.0.0.0")


@pytest.mark.parametrize(
    ("address", "own"), [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True),
                         ("0.0.0.0", False), ("::", False), ("10.0.0.5", False), ("archive.example", False)],
)  # fmt: skip
def test_addresses_of_this_machine_alone(address: str, own: bool) -> None:
    assert is_loopback(address) is own


def test_no_host_and_two_hosts_are_refused(client: Client) -> None:
    assert client.get("/about", bare=True).status == 421
    assert client.get("/about", ("host", "evil.example")).status == 421


ORIGINS = [
    ("http://localhost:8417", 200),
    ("http://LOCALHOST:8417", 200),
    ("http://localhost:3000", 403),
    ("http://evil.example", 403),
    ("null", 403),
    ("", 403),
    ("file://", 403),
    ("http://localhost:8417.evil.example", 403),
]


@pytest.mark.parametrize(("origin", "status"), ORIGINS)
def test_only_its_own_pages_may_send_articles(client: Client, origin: str, status: int) -> None:
    assert client.post("/check", {"text": "Some words."}, None, ("origin", origin)).status == status


@pytest.mark.parametrize(
    ("method", "site", "mode", "status"),
    [
        ("GET", "none", "navigate", 200),
        ("GET", "same-origin", "cors", 200),
        ("GET", "cross-site", "navigate", 200),
        ("GET", "cross-site", "no-cors", 403),
        ("GET", "same-site", "no-cors", 403),
        ("POST", "cross-site", "navigate", 403),
        ("POST", "same-site", "cors", 403),
    ],
)
def test_other_sites_pages_get_nothing(client: Client, method: str, site: str, mode: str, status: int) -> None:
    headers = (("sec-fetch-site", site), ("sec-fetch-mode", mode), ("content-type", "text/plain"))
    path = "/about" if method == "GET" else "/check"
    assert client.ask(method, path, *headers, parts=[b"Some words."]).status == status


def basic(password: str) -> str:
    return "Basic " + base64.b64encode(f"any:{password}".encode()).decode()


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (None, 401),
        (f"Bearer {TOKEN}", 200),
        (f"bearer {TOKEN}", 200),
        (basic(TOKEN), 200),
        ("Bearer wrong", 401),
        ("Bearer ", 401),
        (basic("wrong"), 401),
        ("Basic not-base64!", 401),
        (f"Digest {TOKEN}", 401),
        (TOKEN, 401),
        ("Bearer \xe9", 401),
    ],
)
@pytest.mark.parametrize("path", ["/", "/about", "/page.js", "/documents/a"])
def test_with_a_token_nothing_is_answered_without_it(path: str, given: str | None, status: int, index: Path) -> None:
    headers = [("authorization", given)] if given is not None else []
    reply = guarded(Site(token=TOKEN), index).get(path, *headers)
    assert reply.status in ({401} if status == 401 else {200, 404})
    assert ("www-authenticate" in reply.headers) == (reply.status == 401)
    assert TOKEN not in reply.text


def test_only_http_is_spoken(client: Client) -> None:
    async def asked() -> list[Any]:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        await client.app({"type": "websocket", "headers": []}, None, send)
        return sent

    assert run(asked()) == []


# ---------------------------------------------------------------- how much


def test_a_body_too_large_is_refused_by_its_length_or_as_it_comes(index: Path) -> None:
    client = guarded(Site(limits=Limits(body=1000)), index)
    exact = client.post("/check", b"a" * 1000, "text/plain")
    for headers in ([("content-length", "1001")], [("content-length", "9" * 50)], []):
        large = client.ask("POST", "/check", ("content-type", "text/plain"), *headers, parts=[b"a" * 600, b"a" * 600])
        assert (large.status, large.headers["connection"]) == (413, "close")
    assert exact.status == 200


def test_a_refused_body_is_read_for_a_while_so_that_the_answer_arrives(index: Path) -> None:
    client = guarded(Site(limits=Limits(body=10)), index)
    parts = [b"a" * 6] * 9
    client.ask("POST", "/check", ("content-type", "text/plain"), parts=parts)
    endless = client.ask("POST", "/check", ("content-type", "text/plain"), parts=[b"a" * 6] * 1000, ends=False)
    assert endless.status == 413


def test_a_body_that_never_ends_is_given_up(index: Path) -> None:
    client = guarded(Site(limits=Limits(upload=0.05)), index)
    reply = client.ask("POST", "/check", ("content-type", "text/plain"), parts=[b"some"], ends=False)
    assert (reply.status, reply.headers["connection"]) == (408, "close")


@pytest.mark.parametrize(
    ("error", "status"), [(BusyError(), 503), (LostError("the process ended"), 503), (TooSlowError(), 422)]
)
def test_a_check_that_cannot_be_had_is_told(index: Path, error: Exception, status: int) -> None:
    reply = Client(app_of(index, Fails(error)), conforms).post("/check", {"text": "Some words."})
    assert reply.status == status


def test_what_fails_is_an_answer_and_the_next_one_is_right(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = desk(str(index), FAST, warm=False)

    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret")

    with monkeypatch.context() as patched:
        patched.setattr("provenance.check.check_index", fails)
        status, body = answer(Submission(b"Some words.", "text/plain"))
    assert status == 500
    assert b"ZeroDivisionError" in body
    assert b"secret" not in body
    assert answer(Submission(b"Some words.", "text/plain"))[0] == 200


def test_a_damaged_index_is_told_without_saying_where_it_lies(tmp_path: Path) -> None:
    path = made_index(tmp_path, seeds()[:2])
    answer = desk(str(path), FAST, warm=False)
    path.with_name("made.index-wal").unlink(missing_ok=True)
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (path.stat().st_size - 8192))
    status, body = answer(Submission(DRAFT.encode(), "text/plain"))
    assert status == 500
    assert b"index cannot be read" in body
    assert str(tmp_path).encode() not in body


def test_an_article_removed_meanwhile_makes_no_error(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from provenance.errors import CorpusIndexError

    calls = iter([CorpusIndexError("made.index has no document 'x'")])
    real = check_index

    def once(*given: Any, **named: Any) -> Any:
        for error in calls:
            raise error
        return real(*given, **named)

    monkeypatch.setattr("provenance.check.check_index", once)
    assert desk(str(index), FAST, warm=False)(Submission(DRAFT.encode(), "text/plain"))[0] == 200


# ---------------------------------------------------------------- processes


@pytest.fixture
def workers() -> Iterator[Any]:
    made: list[Workers] = []

    def make(maker: Any = doubler, *arguments: Any, count: int = 1) -> Workers:
        made.append(Workers(maker, arguments, count))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_work_is_done_in_other_processes(workers: Any) -> None:
    async def work() -> tuple[Any, ...]:
        pool = workers(doubler, 3)
        await pool.warm()
        return tuple([await pool.run(n) for n in (1, 2, "who", "who")])

    one, two, who, again = run(work())
    assert (one, two) == (3, 6)
    assert who == again


def test_what_takes_too_long_is_ended_and_the_next_task_is_done(workers: Any) -> None:
    async def work() -> Any:
        pool = workers()
        before = await pool.run("who")
        with pytest.raises(TooSlowError):
            await pool.run("hang", 0.1)
        return before, await pool.run("who"), await pool.run(4)

    before, after, eight = run(work())
    assert before != after
    assert eight == 8


def test_a_process_that_ends_is_replaced(workers: Any) -> None:
    async def work() -> Any:
        pool = workers()
        with pytest.raises(LostError):
            await pool.run("end")
        return await pool.run(4)

    assert run(work()) == 8


def test_a_process_that_cannot_start_says_why(workers: Any) -> None:
    async def work() -> None:
        pool = workers(broken)
        await pool.warm()
        with pytest.raises(LostError, match="RuntimeError"):
            await pool.run(1)

    run(work())


def test_no_more_wait_than_may_and_none_for_ever(workers: Any) -> None:
    async def work() -> Any:
        pool = workers()
        await pool.run(1)
        busy = asyncio.create_task(pool.run("hang"))
        while pool._idle:
            await asyncio.sleep(0)
        with pytest.raises(BusyError):
            await pool.run(1, waiting=0)
        with pytest.raises(BusyError):
            await pool.run(1, waiting=5, patience=0.05)
        waiting = asyncio.create_task(pool.run(1, waiting=5))
        await asyncio.sleep(0)
        waiting.cancel()
        busy.cancel()
        pool.close()
        return await asyncio.gather(waiting, busy, return_exceptions=True)

    assert [type(e) for e in run(work())] == [asyncio.CancelledError, asyncio.CancelledError]


def test_an_asker_who_goes_leaves_the_process_whole(workers: Any) -> None:
    async def work() -> Any:
        pool = workers()
        await pool.run(1)
        going = asyncio.create_task(pool.run(5))
        while pool._idle:
            await asyncio.sleep(0)
        going.cancel()
        return await pool.run(6), await pool.run(7)

    assert run(work()) == (12, 14)


def test_articles_are_checked_in_processes(index: Path, workers: Any) -> None:
    pool = workers(desk, str(index), FAST)
    reply = Client(app_of(index, pool), conforms).post("/check", {"text": DRAFT})
    assert reply.status == 200
    assert reply.json["sources"]


# ---------------------------------------------------------------- what is served


def test_an_index_a_trace_and_articles_can_be_served(index: Path, tmp_path: Path) -> None:
    file = tmp_path / "out" / "trace.json"
    file.parent.mkdir()
    file.write_text(trace_to_json(made_up()), "utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(DRAFT, "utf-8")

    of_index = opened([str(index)], tmp_path, FAST)
    assert (of_index.name, of_index.documents, of_index.index, of_index.trace) == (
        "made.index",
        len(seeds()) - 1,
        index,
        None,
    )
    assert of_index.to_trace
    both = opened([str(index), str(file.parent)], tmp_path, FAST)
    assert (both.index, both.trace, both.to_trace) == (index, file, False)
    of_trace = opened([str(file)], tmp_path, FAST)
    assert (of_trace.index, of_trace.trace) == (None, file)
    assert "no texts" in of_trace.remarks[0]
    articles = opened([str(tmp_path / "in")], tmp_path, FAST)
    assert (articles.documents, articles.index) == (1, tmp_path / "archive.index")


def test_a_trace_with_texts_can_be_checked_against(tmp_path: Path) -> None:
    file = tmp_path / "trace.json"
    file.write_text(trace_to_json(made_up(), with_text=True), "utf-8", errors="backslashreplace")
    found = opened([str(file)], tmp_path, FAST)
    assert found.index is not None
    assert found.documents == len(made_up().documents)
    assert found.trace == file


def test_what_cannot_be_served_together_is_refused(index: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    second = made_index(other, [Document("a", "b")])
    (other / "a.txt").write_text("Words.", "utf-8")
    bad = tmp_path / "trace.json"
    bad.write_text('{"schema": "provenance.trace/1"}', "utf-8")
    for paths in ([index, second], [index, other / "a.txt"], [bad], [index, bad], [tmp_path / "nothing"]):
        with pytest.raises(InputError):
            opened([str(p) for p in paths], tmp_path, FAST)


def test_texts_are_taken_from_the_index_where_they_are_the_same(tmp_path: Path) -> None:
    trace = made_up()
    first, second, *_ = trace.documents
    assert first.text is not None
    path = made_index(tmp_path, [Document(first.id, first.text), Document(second.id, "Another text by now.")])
    bare = replace(trace, documents=tuple(replace(d, text=None) for d in trace.documents))
    texts = {d.id: d.text for d in with_texts(bare, path).documents}
    assert texts[first.id] in {first.text, None}
    assert texts[second.id] is None


def test_families_are_found_and_drawn_meanwhile(index: Path, tmp_path: Path) -> None:
    families = Families(opened([str(index)], tmp_path, FAST), FAST, tmp_path)
    assert (families.ready, families.trace()) == (False, None)
    run(families.prepare())
    assert (families.failed, families.ready) == (None, True)
    path = families.trace()
    assert path is not None
    assert len(json.loads(path.read_text("utf-8"))["documents"]) == len(seeds()) - 1
    file, policy = families.report()
    assert "Ferry passengers" in file.read_text("utf-8")
    assert "sha256-" in policy


def test_families_that_cannot_be_found_say_why(index: Path, tmp_path: Path) -> None:
    archive = opened([str(index)], tmp_path, FAST)
    many = Families(replace(archive, documents=6000), FAST, tmp_path)
    run(many.prepare())
    assert many.failed is not None
    assert "too many" in many.failed
    broken_trace = tmp_path / "trace.json"
    broken_trace.write_text("{", "utf-8")
    lost = Families(replace(archive, trace=broken_trace), FAST, tmp_path)
    run(lost.prepare())
    assert lost.failed is not None
    assert "could not be found" in lost.failed


def test_what_runs_with_the_app_starts_and_stops_with_it(index: Path) -> None:
    from contextlib import asynccontextmanager

    from provenance.serve.app import application
    from provenance.serve.archive import Archive

    seen: list[str] = []

    @asynccontextmanager
    async def during() -> Any:
        seen.append("in")
        yield
        seen.append("out")

    async def lived() -> None:
        async with living(application(Archive("made", 1, index, None), None, Told(), Site(), during)):
            assert seen == ["in"]

    run(lived())
    assert seen == ["in", "out"]
