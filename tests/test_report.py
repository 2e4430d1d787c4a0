"""The report: what it holds, that it is inert, and that it never varies; what a browser makes of it is tested apart."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import re
import sys
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fake_trace import COPY, HOSTILE, WIRE, documents, many, record, trace
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.draw import family_dot
from provenance.engines import engine
from provenance.model import Derivation, LostOriginal, Match, Passage, Trace
from provenance.report import facts, ledger, page, render_report
from provenance.tracefile import trace_from_json

OUT = Path(__file__).parents[1] / "out"


class Page(HTMLParser):
    """What a browser without scripts sees: elements, attributes and the content of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[dict[str, str | None], str]] = []
        self.shown: list[str] = []
        self._open: dict[str, str | None] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self._open = {"tag": tag, **dict(attrs)}
            self.raw.append((self._open, ""))

    def handle_endtag(self, tag: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is None:
            self.shown.append(data)
        else:
            self.raw[-1] = (self.raw[-1][0], self.raw[-1][1] + data)

    def block(self, name: str) -> Any:
        (text,) = [(about, text) for about, text in self.raw if about.get("id") == f"block-{name}"]
        value = json.loads(text[1])
        if text[0].get("data-packed") == "gzip":
            return json.loads(gzip.decompress(base64.b64decode(value)))
        return value


@pytest.fixture(scope="module")
def shown() -> Page:
    return Page(render_report(trace()))


def test_the_page_asks_for_nothing_from_outside(shown: Page) -> None:
    loading = {"src", "href", "action", "srcset", "data", "poster", "background", "formaction"}
    assert [(tag, a) for tag, a in shown.tags if loading & a.keys()] == []
    assert {tag for tag, _ in shown.tags} <= {
        "html", "head", "meta", "title", "style", "body", "noscript", "main", "h1", "p", "table", "caption", "tr", "th",
        "td", "div", "script",
    }  # fmt: skip
    assert "url(" not in next(text for about, text in shown.raw if about["tag"] == "style")


def test_the_policy_allows_only_the_script_and_style_of_the_page(shown: Page) -> None:
    policy = next(a["content"] for _, a in shown.tags if a.get("http-equiv") == "Content-Security-Policy") or ""
    own = [text for about, text in shown.raw if about["tag"] == "style" or "type" not in about]
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in own]
    assert len(own) == 2
    style, script = hashes
    assert policy.startswith("default-src 'none'")
    assert f"script-src 'sha256-{script}'" in policy
    assert f"style-src 'sha256-{style}'" in policy
    assert "unsafe" not in policy


def test_no_attribute_runs_or_styles_anything(shown: Page) -> None:
    assert [a for _, a in shown.tags if any(name.startswith("on") or name == "style" for name in a)] == []


def test_blocks_hold_no_character_that_html_reads() -> None:
    text = render_report(trace())
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', text)
    assert len(blocks) == 5
    assert [c for block in blocks for c in block if c in "<>&\u2028\u2029" or ord(c) > 126] == []


def test_hostile_text_is_kept_to_the_letter_and_stays_text(shown: Page) -> None:
    found = trace()
    match = Match("hostile", "wire", "same event", 0.2, 1.0, 0.1, 0.1, 3, (Passage((0, 8), (0, 8), "edited", 0.4),))
    texts = Page(render_report(replace(found, matches=(*found.matches, match)))).block("apart-0")["texts"]
    assert texts["hostile"]["text"] == HOSTILE
    assert [tag for tag, _ in shown.tags if tag in {"img", "iframe", "b", "svg"}] == []
    assert len([tag for tag, _ in shown.tags if tag == "script"]) == 6
    titles = shown.block("overview")["documents"]["hostile"]
    assert "\u202e" not in titles["title"]
    assert "\x1b" not in titles["title"]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=30), st.text(max_size=30))
def test_any_text_title_and_outlet_stay_inside_their_block(text: str, title: str, outlet: str) -> None:
    one, other = record("a", text + "\n", outlet, None, "en", 1, title=title), record("b", "x\n", None, None, "en", 1)
    edge = Derivation("a", "b", "copy", 0.9, 1.0, 0.5, None, False)
    read = Page(render_report(Trace((one, other), derivations=(edge,))))
    assert read.block("family-1")["texts"]["a"]["text"] == text + "\n"
    assert len([tag for tag, _ in read.tags if tag == "script"]) == 4


def test_without_scripts_the_derivations_are_a_table(shown: Page) -> None:
    plain = " ".join("".join(shown.shown).split())
    rows = [a for tag, a in shown.tags if tag == "tr"]
    assert len(rows) == 1 + len(trace().derivations)
    assert "Dockers injured as harbour crane comes down · Harbour Herald" in plain
    assert "lost original of Meridian Wire" in plain
    assert "very likely (92 %)" in plain


def test_the_overview_counts_and_names(shown: Page) -> None:
    seen = shown.block("overview")
    assert seen["counts"] == {
        "articles": 12, "families": 2, "derivations": 10, "uncredited": 5, "lost originals": 1, "altered facts": 4,
    }  # fmt: skip
    assert seen["kinds"] == ["copy", "excerpt", "rewrite", "summary", "translation"]
    assert [f["sources"] for f in seen["families"]] == [["wire"], ["lost-1"]]
    assert [e["anchor"] for e in seen["edges"] if e["second"]] == ["edge-copy--rewrite"]
    assert seen["apart"] == 1
    alike = [m["relation"] for f in (1, 2) for m in shown.block(f"family-{f}")["alike"]]
    assert sorted(alike) == ["excerpt", "rewrite", "same event"]
    assert [m["relation"] for m in shown.block("apart")["alike"]] == ["furniture"]
    assert seen["remarks"] == ["empty.txt: no text in it"]


def test_an_edge_shows_its_passages_from_source_to_target(shown: Page) -> None:
    details = shown.block("family-1")
    texts = {name: t["text"] for name, t in details["texts"].items()}
    passages = details["edges"]["edge-wire--copy"]["passages"]
    assert len(passages) == 5
    for ls, le, rs, re_, kind, likeness, _ in passages:
        assert kind == "verbatim"
        if likeness == 1.0:
            assert texts["wire"][ls:le] == texts["copy"][rs:re_]
    assert texts["wire"] == WIRE
    assert texts["copy"] == COPY


def test_an_edge_says_why_and_what_else_it_could_be(shown: Page) -> None:
    edge = shown.block("family-1")["edges"]["edge-wire--rewrite"]
    assert [r["signal"] for r in edge["reasons"]] == ["order", "time", "length"]
    assert [a["source"] for a in edge["alternatives"]] == ["copy", "brief"]
    number = next(c for c in edge["changes"] if c["what"] == "number")
    texts = shown.block("family-1")["texts"]
    assert [texts[d]["text"][slice(*s)] for d, s in zip(("wire", "rewrite"), number["spans"], strict=True)] == [
        "60-metre", "90 metres",
    ]  # fmt: skip


def test_a_change_against_a_farther_ancestor_is_shown_with_the_surest_edge_and_unmarked_there() -> None:
    whole = trace()
    farther = replace(whole, changes=(replace(whole.changes[0], source="brief"),))
    (change,) = ledger.Ledger(farther).changes["wire", "rewrite"]
    assert change.source == "brief"
    edge = Page(render_report(farther)).block("family-1")["edges"]["edge-wire--rewrite"]
    assert [(c["spans"][0], c["spans"][1] is not None) for c in edge["changes"]] == [(None, True)]


def test_a_lost_original_is_aligned_with_its_witnesses(shown: Page) -> None:
    """The witness whose wording a sentence has, and another one that an alignment leads to."""
    details = shown.block("family-2")
    original = details["lost"]["lost-1"]["text"]
    for name, expected in (("hare-a", 3), ("hare-b", 2), ("hare-c", 1)):
        passages = details["edges"][f"edge-lost-1--{name}"]["passages"]
        assert len(passages) == expected
        text = details["texts"][name]["text"]
        for ls, le, rs, re_, *_ in passages:
            assert original[ls:le].rstrip(".")[:40] == text[rs:re_][:40]


def test_where_nothing_of_a_lost_original_is_known_a_fellow_witness_stands_beside() -> None:
    found = trace()
    bare = LostOriginal("lost-1", "Meridian Wire", ("hare-a", "hare-b", "hare-c"), 0.93)
    edges = Page(render_report(replace(found, lost=(bare,)))).block("family-2")["edges"]
    assert edges["edge-lost-1--hare-b"]["beside"] == "hare-a"
    assert len(edges["edge-lost-1--hare-b"]["passages"]) == 2
    assert "beside" not in shownless(found)["edge-lost-1--hare-b"]


def shownless(found: Trace) -> dict[str, Any]:
    edges: dict[str, Any] = Page(render_report(found)).block("family-2")["edges"]
    return edges


def test_the_order_of_the_input_changes_nothing() -> None:
    found = trace()
    shuffled = random.Random(7)
    parts = [list(p) for p in (found.documents, found.derivations, found.lost, found.matches)]
    for part in parts:
        shuffled.shuffle(part)
    other = replace(
        found, documents=tuple(parts[0]), derivations=tuple(parts[1]), lost=tuple(parts[2]), matches=tuple(parts[3])
    )
    assert render_report(other) == render_report(found)


def test_a_trace_read_without_texts_still_makes_a_page() -> None:
    found = trace()
    bare = replace(found, documents=tuple(replace(d, text=None) for d in found.documents))
    read = Page(render_report(bare))
    assert read.block("family-1")["texts"]["wire"]["text"] is None
    assert len(read.block("family-1")["edges"]) == 7


def test_an_empty_trace_makes_a_page() -> None:
    read = Page(render_report(Trace(())))
    assert "No derivation was found." in "".join(read.shown)
    assert read.block("apart") == {"alike": []}


def test_large_traces_are_packed_and_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    found = many(4, 4, loose=3)
    plain = render_report(found)
    monkeypatch.setattr(page, "_PLAIN", 1000)
    packed = render_report(found)
    assert len(packed) < len(plain) - 50_000
    assert packed == render_report(found)
    one, other = Page(plain), Page(packed)
    for name in ("overview", "family-1", "family-4", "apart"):
        assert one.block(name) == other.block(name)


def test_families_are_drawn_in_batches_to_the_same_page(monkeypatch: pytest.MonkeyPatch) -> None:
    found = many(5, 3)
    whole = render_report(found)
    monkeypatch.setattr(page, "_AT_ONCE", 2)
    assert render_report(found) == whole


def test_details_gathered_elsewhere_make_the_same_page(monkeypatch: pytest.MonkeyPatch) -> None:
    found = many(5, 3, loose=2)
    whole = render_report(found)
    monkeypatch.setattr(page, "_AT_ONCE", 2)
    monkeypatch.setattr(page, "_WORTH", 1)
    with engine(2) as workers:
        assert render_report(found, workers) == whole


@pytest.mark.parametrize("found", [trace(), trace_from_json((OUT / "trace.json").read_text("utf-8"))])
def test_a_part_says_of_its_families_what_the_whole_does(found: Trace) -> None:
    whole = ledger.Ledger(found)
    for family in whole.families:
        part = ledger.Ledger(whole.part([family]))
        same = next(f for f in part.families if f.number == family.number)
        assert same == family
        assert facts.family_details(same, part, "") == facts.family_details(family, whole, "")
        assert family_dot(same, part.outlets) == family_dot(family, whole.outlets)


def test_work_grows_with_the_trace_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in calls of functions, which no other work on the machine changes."""
    monkeypatch.setattr(page, "render_svgs", lambda sources: ["<svg/>"] * len(sources))

    def calls(families: int) -> int:
        found = many(families, 4, loose=families)
        ids = sorted(d.id for d in found.documents)
        alike = tuple(
            Match(*sorted((a, b)), "same event", 0.3, 2.0, 0.1, 0.1, 4, (Passage((0, 9), (0, 9), "edited", 0.5),))
            for a, b in zip(ids, reversed(ids), strict=True)
            if a < b
        )
        seen = Counter[str]()
        sys.setprofile(lambda _, event, __: seen.update([event]))
        try:
            render_report(replace(found, matches=(*found.matches, *alike)))
        finally:
            sys.setprofile(None)
        return seen["call"]

    assert calls(80) < 2.6 * calls(40)


def test_each_family_has_its_own_graph(shown: Page) -> None:
    for number, name in ((1, "#edge-wire--copy"), (2, "#edge-lost-1--hare-c")):
        svg = shown.block(f"family-{number}")["svg"]
        assert svg.startswith("<svg")
        assert name in svg


@given(st.text(alphabet=st.sampled_from("aé語😀\U0001f468\n")), st.data())
def test_offsets_are_turned_into_utf16_units(text: str, choice: st.DataObject) -> None:
    at = choice.draw(st.integers(0, len(text)))
    assert ledger.utf16(text)(at) == len(text[:at].encode("utf-16-le")) // 2


def test_confidence_in_words_never_falls_as_it_rises() -> None:
    order = [facts.in_words(n / 100) for n in range(101)]
    assert order[0] == "uncertain"
    assert order[-1] == "almost certain"
    assert len([1 for a, b in pairwise(order) if a != b]) == 4


def test_dates_that_are_none_are_shown_but_not_ordered(shown: Page) -> None:
    seen = shown.block("overview")["documents"]
    assert (seen["hostile"]["at"], seen["hostile"]["published"]) == (None, "not a date")
    assert seen["wire"]["at"] < seen["copy"]["at"] < seen["rewrite"]["at"]


def test_the_fixture_tells_the_truth_about_its_texts() -> None:
    texts = {d.id: d.text or "" for d in documents()}
    for m in trace().matches:
        for p in m.passages:
            assert texts[m.left][slice(*p.left)]
            assert texts[m.right][slice(*p.right)]
