"""What `provenance trace seeds` writes is what is committed under out/, byte for byte."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT, Run

from provenance.tracefile import trace_from_json

OUT = ROOT / "out"
FILES = ("graph.dot", "graph.svg", "report.html", "trace.json")


def test_the_program_writes_these_files_and_no_others(seeds_run: Run) -> None:
    assert sorted(p.name for p in seeds_run.folder.iterdir()) == list(FILES)


@pytest.mark.parametrize("name", FILES)
def test_committed_output_is_what_the_program_writes(name: str, seeds_run: Run, update_golden: bool) -> None:
    written = (seeds_run.folder / name).read_bytes()
    kept = OUT / name
    if update_golden:
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(written)
    # Not `==` in the assertion: a diff of half a megabyte helps nobody.
    same = kept.read_bytes() == written
    assert same, f"{_first_difference(kept, written)}; if that is meant, run `pytest --update-golden` and commit out/"


@pytest.mark.parametrize("name", FILES)
def test_no_output_knows_the_machine(name: str, seeds_run: Run) -> None:
    written = (seeds_run.folder / name).read_text("utf-8")
    for place in (str(ROOT), str(seeds_run.folder), str(Path.home()) + "/"):
        assert place not in written


def test_the_graph_is_xml_without_scripts(seeds_run: Run) -> None:
    root = ElementTree.fromstring((seeds_run.folder / "graph.svg").read_bytes())
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert {"svg", "path", "text"} <= names
    assert not names & {"script", "foreignObject", "image"}


def test_the_report_loads_nothing_from_elsewhere(seeds_run: Run) -> None:
    class Loads(HTMLParser):
        found: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            loading = {"src", "srcset", "data"} | ({"href"} if tag in ("link", "image", "use") else set())
            self.found += [
                f"{tag} {k}={v}" for k, v in attrs if k in loading and v and not v.startswith(("data:", "#"))
            ]

    parser = Loads()
    parser.found = []
    parser.feed((seeds_run.folder / "report.html").read_text("utf-8"))
    assert parser.found == []


def test_the_trace_speaks_of_every_seed(seeds_run: Run) -> None:
    trace = trace_from_json((seeds_run.folder / "trace.json").read_text("utf-8"))
    files = [p for p in (ROOT / "seeds").rglob("*.*") if p.suffix in (".txt", ".html") and p.name[0] != "_"]
    assert [d.id for d in trace.documents] == sorted(p.stem for p in files)
    assert {d.origin for d in trace.documents} == {p.relative_to(ROOT / "seeds").as_posix() for p in files}
    assert trace.lost
    assert trace.remarks == ()


def _first_difference(kept: Path, written: bytes) -> str:
    old, new = kept.read_bytes().splitlines(), written.splitlines()
    for number, (one, other) in enumerate(zip(old, new, strict=False), start=1):
        if one != other:
            return f"{kept.name}:{number} holds {one[:200]!r}, the program writes {other[:200]!r}"
    return f"{kept.name} holds {len(old)} lines, the program writes {len(new)}"
