"""Nothing that an article says is ever more than text: in the report, the drawing, the exports and on a terminal."""

from __future__ import annotations

import csv
import io
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import hostile
import pytest
from browsing import asked, forget, said, until

from provenance import draw
from provenance.commands import terminal
from provenance.commands import trace as trace_command
from provenance.export import export
from provenance.report import render_report

JOINERS = "\u200c\u200d"


def unprintable(text: str) -> set[str]:
    return {c for c in text if unicodedata.category(c)[0] == "C" and c not in JOINERS and c != "\n"}


def test_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    trace_command.show(hostile.trace())
    terminal.table(("a", "b"), [(a, a) for a in hostile.ATTEMPTS])
    terminal.side_by_side("\x1b[31ma", "\u202eb", [(a, a, a) for a in hostile.ATTEMPTS])
    terminal.remark(hostile.ATTEMPTS)
    for attempt in hostile.ATTEMPTS:
        terminal.say(attempt)
    told = capsys.readouterr()
    assert unprintable(told.out + told.err) == set()
    assert "[bold red]markup[/]" in told.out


@pytest.mark.parametrize("ending", ["csv", "matches.csv"])
def test_in_a_spreadsheet(ending: str) -> None:
    table = list(csv.reader(io.StringIO(export(hostile.trace(), ending).decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in table}) == 1
    cells = [cell for row in table[1:] for cell in row if cell]
    assert [c for c in cells if c[0] in "=+-@|%\t\r"] == []
    assert unprintable("".join(cells)) == set()
    assert any("HYPERLINK" in c for c in cells)


def test_in_graphml() -> None:
    networkx = pytest.importorskip("networkx")
    found = hostile.trace()
    written = export(found, "graphml")
    assert b"<!DOCTYPE" not in written
    graph = networkx.read_graphml(io.BytesIO(written))
    assert (len(graph.nodes), len(graph.edges)) == (len(found.documents) + 1, len(found.derivations))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own affair
def test_in_linked_data() -> None:
    rdflib = pytest.importorskip("rdflib")
    written = export(hostile.trace(), "jsonld").decode()
    assert "<" not in written  # pages carry JSON-LD in a script element
    graph = rdflib.Graph().parse(data=written, format="json-ld")
    headlines = {str(text) for text in graph.objects(None, rdflib.URIRef("https://schema.org/headline"))}
    assert any("</script><script>" in headline for headline in headlines)
    addresses = {str(term) for triple in graph for term in triple if isinstance(term, rdflib.URIRef)}
    known = ("https://schema.org/", "urn:news-provenance:", "http://www.w3.org/")
    assert [a for a in addresses if not a.startswith(known)] == []


def test_in_prov() -> None:
    prov = pytest.importorskip("prov.model")
    found = hostile.trace()
    document = prov.ProvDocument.deserialize(content=export(found, "prov.json").decode(), format="json")
    assert len(list(document.get_records(prov.ProvEntity))) == len(found.documents) + 1
    assert len(list(document.get_records(prov.ProvDerivation))) == len(found.derivations)


def test_in_the_drawing() -> None:
    found = hostile.trace()
    picture = ET.fromstring(draw.render(draw.dot(found), "svg"))
    space = "{http://www.w3.org/2000/svg}"
    assert {e.tag for e in picture.iter()} <= {space + t for t in ("svg", "g", "title", "polygon", "path", "text", "a")}
    links = {v for e in picture.iter() for k, v in e.attrib.items() if k.rpartition("}")[2] == "href"}
    assert [link for link in links if not link.startswith("report.html#")] == []
    assert [k for e in picture.iter() for k in e.attrib if k.startswith("on")] == []
    cards = [g for g in picture.iter(f"{space}g") if "article" in (g.get("class") or "")]
    assert len(cards) == len(found.documents)
    assert unprintable("".join(picture.itertext())) == set()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    path.write_text(render_report(hostile.trace()), "utf-8", newline="\n")
    return path


OUTSIDE = """
const own = new Set(["html", "head", "meta", "title", "style", "body", "noscript", "script", "div", "header", "a", "h1",
  "h2", "h3", "dl", "dt", "dd", "form", "button", "i", "output", "label", "span", "input", "select", "option", "main",
  "section", "p", "svg", "g", "path", "polygon", "text", "rect", "details", "summary", "ol", "ul", "li", "table",
  "caption", "thead", "tbody", "tr", "th", "td", "dialog", "article", "aside", "mark", "bdi", "b", "del", "ins",
  "footer"]);
const all = [...document.querySelectorAll("*")];
const attributes = all.flatMap((e) => [...e.attributes]);
return {
  elements: all.map((e) => e.localName).filter((n) => !own.has(n)),
  scripts: document.querySelectorAll("script:not([type])").length,
  handlers: all.filter((e) => !e.matches(".graph > svg")).flatMap((e) => e.getAttributeNames())
    .filter((n) => n.startsWith("on") || n === "srcdoc" || n === "style"),
  links: attributes.filter((a) => a.localName === "href" || a.localName === "src").map((a) => a.value)
    .filter((v) => !/^#[A-Za-z0-9._~-]+$/.test(v)),
  owned: window.owned,
  hidden: getComputedStyle(document.body).display === "none",
};
"""
INERT = {"elements": [], "scripts": 1, "handlers": [], "links": [], "owned": None, "hidden": False}


@pytest.mark.usefixtures("needs_browser")
def test_in_the_report(report: Path, browser: Any) -> None:
    """Every article, edge, match and lost original is opened, and every part unfolded."""
    forget(browser)
    browser.get(report.as_uri())
    until(browser, lambda: browser.execute_script("return document.querySelector('.graph svg path')"))
    browser.execute_script("for (const d of document.querySelectorAll('details')) d.open = true")
    until(
        browser, lambda: browser.execute_script("return document.querySelectorAll('table.others tbody tr').length > 3")
    )
    anchors = browser.execute_script(
        "return [...new Set([...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href')))]"
        ".filter((a) => /^#(edge|doc|match)-/.test(a))"
    )
    assert len(anchors) > len(hostile.IDS)
    assert browser.execute_script(OUTSIDE) == INERT
    for anchor in anchors:
        browser.execute_script("location.hash = arguments[0]", anchor)
        until(browser, lambda: browser.execute_script("return document.querySelector('dialog[open] .text')"))
        assert browser.execute_script(OUTSIDE) == INERT, anchor
    holds = "return document.querySelector('dialog .text').textContent.includes(arguments[0])"
    assert browser.execute_script(holds, hostile.ATTEMPTS[0])
    assert said(browser) == []
    assert {url.partition("#")[0] for url in asked(browser)} <= {report.as_uri(), "about:blank"}


@pytest.mark.usefixtures("needs_browser")
@pytest.mark.parametrize("name", ["graph.svg", "graph.graphml"])
def test_in_files_that_a_browser_would_run(name: str, tmp_path: Path, browser: Any) -> None:
    found = hostile.trace()
    path = tmp_path / name
    path.write_bytes(draw.render(draw.dot(found), "svg") if name == "graph.svg" else export(found, "graphml"))
    forget(browser)
    browser.get(path.as_uri())
    assert browser.execute_script("return window.owned") is None
    assert said(browser) == []
    assert {url for url in asked(browser) if not url.startswith("about:")} <= {path.as_uri()}


@pytest.mark.usefixtures("needs_browser")
def test_without_scripts(report: Path, browser: Any) -> None:
    forget(browser)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(report.as_uri())
        tree = browser.execute_cdp_cmd("DOM.getDocument", {"depth": -1})["root"]
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    names: list[str] = []
    texts: list[str] = []
    rest = [tree]
    while rest:
        node = rest.pop()
        names.append(node["nodeName"].lower())
        texts.append(node.get("nodeValue", ""))
        rest += node.get("children", [])
    assert set(names) <= {
        "#document", "#text", "html", "head", "meta", "title", "style", "body", "noscript", "main", "h1", "p", "table",
        "caption", "tbody", "tr", "th", "td", "div", "script",
    }  # fmt: skip
    assert names.count("tr") == 1 + len(hostile.trace().derivations)
    assert "<iframe srcdoc=" in "".join(texts)
    assert said(browser) == []
