"""The labelled stories hold what their truth says: exact passages, known ids, well-formed edges, all shapes."""

from __future__ import annotations

import html
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
HELD_OUT = ROOT / "tests" / "families"
LATER = (ROOT / "tests" / "held_out", ROOT / "tests" / "unseen")
STORIES = sorted(path.parent for top in (SEEDS, HELD_OUT, *LATER) for path in top.glob("*/truth.json"))
LOST = "_lost_original"
KINDS = {
    "copy",
    "version",
    "excerpt",
    "rewrite",
    "paraphrase",
    "summary",
    "translation",
    "round-trip translation",
}
SHAPES = {
    "original",
    "verbatim",
    "cut_copy",
    "excerpt",
    "close_rewrite",
    "second_generation",
    "heavy_paraphrase",
    "summary",
    "translation",
    "round_trip",
    "independent",
    "different_event",
    "version",
    "mosaic",
    "press_release",
    "background",
}
FEWEST_PASSAGES = {"excerpt": 2, "summary": 5}
QUOTATION_MARKS = str.maketrans("“”’‘", "\"\"''")

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)


@cache
def truth_of(story: Path) -> dict[str, Any]:
    return dict(json.loads((story / "truth.json").read_text("utf-8")))


@cache
def texts_of(story: Path) -> dict[str, str]:
    read = {".txt": str, ".html": visible}
    return {p.stem: read[p.suffix](p.read_text("utf-8")) for p in sorted(story.iterdir()) if p.suffix in read}


def visible(page: str) -> str:
    """Return the text of a web page between its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def edges_of(story: Path) -> dict[tuple[str, str], str]:
    return {(e["source"], e["target"]): e["kind"] for e in truth_of(story)["edges"]}


def bare(text: str) -> str:
    """Return the text without what may differ in a verbatim passage: quotation marks' shape, first case, last stop."""
    text = text.translate(QUOTATION_MARKS).strip().strip('".,').strip()
    return text[:1].lower() + text[1:]


def families_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("families_build", HELD_OUT / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_stems_are_unique_over_all_stories() -> None:
    stems = Counter(stem for story in STORIES for stem in texts_of(story) if stem != LOST)
    assert [stem for stem, times in stems.items() if times > 1] == []


@each_story
def test_every_file_is_a_document_and_every_document_a_file(story: Path) -> None:
    ids = [d["id"] for d in truth_of(story)["documents"]]
    assert sorted(ids) == sorted(set(texts_of(story)) - {LOST})
    assert (LOST in texts_of(story)) == (truth_of(story)["lost"] is not None)


@each_story
def test_edges_are_well_formed(story: Path) -> None:
    truth, edges = truth_of(story), edges_of(story)
    published = {d["id"]: datetime.fromisoformat(d["published"]) for d in truth["documents"]}
    if truth["lost"]:
        published[LOST] = datetime.fromisoformat(truth["lost"]["published"])
    assert len(edges) == len(truth["edges"])
    assert set(edges.values()) <= KINDS
    for source, target in edges:
        assert published[source] < published[target], f"{target} is not later than {source}"
    per_target = Counter(target for _, target in edges)
    assert max(per_target.values(), default=0) <= 2
    taking_part = {name for edge in edges for name in edge}
    assert set(truth["independent"]) == set(published) - taking_part


@each_story
def test_passages_are_exact_and_of_the_kind_they_say(story: Path) -> None:
    texts, edges = texts_of(story), edges_of(story)
    languages = {d["id"]: d["language"] for d in truth_of(story)["documents"]}
    languages[LOST] = (truth_of(story)["lost"] or {}).get("language")
    per_edge: Counter[tuple[str, str]] = Counter()
    for p in truth_of(story)["passages"]:
        assert p["source_text"] in texts[p["source"]]
        assert p["target_text"] in texts[p["target"]]
        assert (p["kind"] == "verbatim") == (bare(p["source_text"]) == bare(p["target_text"])), p["target_text"]
        assert (p["kind"] == "translation") == (languages[p["source"]] != languages[p["target"]])
        per_edge[p["source"], p["target"]] += 1
    assert set(per_edge) <= set(edges)
    for edge, kind in edges.items():
        assert per_edge[edge] >= FEWEST_PASSAGES.get(kind, 4), edge


@each_story
def test_sibling_passages_are_exact_and_between_children_of_one_lost_original(story: Path) -> None:
    texts, edges = texts_of(story), edges_of(story)
    siblings = truth_of(story)["sibling_passages"]
    assert bool(siblings) == (truth_of(story)["lost"] is not None)
    for p in siblings:
        assert p["a_text"] in texts[p["a"]]
        assert p["b_text"] in texts[p["b"]]
        assert (p["a"], p["b"]) not in edges
        assert (p["b"], p["a"]) not in edges


def above(article: str, edges: Iterable[tuple[str, str]]) -> set[str]:
    """Return all that an article goes back to."""
    found = [article]
    for here in found:
        found += [s for s, t in edges if t == here and s not in found]
    return set(found[1:])


@each_story
def test_changed_facts_stand_in_their_texts(story: Path) -> None:
    texts, edges, truth = texts_of(story), edges_of(story), truth_of(story)
    for d in truth["drift"]:
        assert (d["source"], d["target"]) in edges
        assert d["source_text"] in texts[d["source"]]
        assert d["target_text"] in texts[d["target"]]
        assert d["what"] in {"number", "quote", "name", "negation", "credit"}
        if d["what"] not in {"credit", "negation"}:  # what is left of a doubt may stand in the source
            assert not re.search(
                rf"(?<!\d){re.escape(d['target_text'])}(?![a-z])", texts[d["source"]]
            )  # "Castellan(e)"
    for d in truth["inherited_drift"]:
        assert (d["via"], d["target"]) in edges
        assert d["origin"] in above(d["via"], edges)
        assert d["origin_text"] in texts[d["origin"]]
        assert d["target_text"] in texts[d["target"]]
        assert d["origin_text"] not in texts[d["target"]]


@each_story
def test_public_quotes_stand_in_every_article_named(story: Path) -> None:
    texts = texts_of(story)
    for quote in truth_of(story)["shared_public_quotes"]:
        assert quote["text"] in texts[quote["document"]]
        bare_quote = bare(quote["text"]).rstrip(' ",.')
        for name in quote["also_in"]:
            assert bare_quote[1:] in texts[name].translate(QUOTATION_MARKS), (quote["document"], name)


@each_story
def test_furniture_stands_in_its_outlets_articles(story: Path) -> None:
    texts, truth = texts_of(story), truth_of(story)
    outlets = {d["outlet"] for d in truth["documents"]}
    assert set(truth["furniture"]) <= outlets
    for outlet, lines in truth["furniture"].items():
        own = [texts[d["id"]] for d in truth["documents"] if d["outlet"] == outlet]
        assert lines
        for line in lines:
            assert any(line in text for text in own), (outlet, line)
    furniture = [line for lines in truth["furniture"].values() for line in lines]
    for p in truth["passages"]:
        assert not any(line in p["target_text"] for line in furniture)


def test_furniture_of_the_seeds_recurs_on_other_stories() -> None:
    stories = [path for path in STORIES if path.parent == SEEDS]
    seen = Counter(outlet for story in stories for outlet in truth_of(story)["furniture"])
    readers = {o for o in seen if "Agency" not in o and "Wire" not in o and "Press Office" not in o}
    assert [outlet for outlet in sorted(readers) if seen[outlet] < 2] == []


def test_seeds_show_every_shape_in_six_languages() -> None:
    stories = [path for path in STORIES if path.parent == SEEDS]
    documents = [d for story in stories for d in truth_of(story)["documents"]]
    assert len(documents) >= 30
    assert {d["role"] for d in documents} >= SHAPES
    assert len({d["language"] for d in documents}) >= 6
    assert {kind for story in stories for kind in edges_of(story).values()} == KINDS
    assert sum(truth_of(story)["lost"] is not None for story in stories) == 1
    assert sum(len(edges_of(story)) > 0 for story in stories) >= 2


def test_held_out_stories_start_in_other_languages() -> None:
    stories = [path for path in STORIES if path.parent == HELD_OUT]
    first = {d["language"] for story in stories for d in truth_of(story)["documents"] if d["role"] == "original"}
    first |= {truth_of(story)["lost"]["language"] for story in stories if truth_of(story)["lost"]}
    assert len(stories) >= 2
    assert "en" not in first
    assert len(first) == len(stories)


def test_build_keeps_texts_and_truth_under_names_that_say_nothing(tmp_path: Path) -> None:
    names = families_builder().build(tmp_path / "out")
    built = {path.stem: path for path in (tmp_path / "out").glob("s*/*") if re.fullmatch("[a-z][0-9]", path.stem)}
    assert sorted(built) == sorted(names.values())
    for number, story in enumerate([s for top in (SEEDS, HELD_OUT) for s in STORIES if s.parent == top], 1):
        fresh = json.loads((tmp_path / "out" / f"s{number}" / "truth.json").read_text("utf-8"))
        for path in story.iterdir():
            if path.stem in names:
                assert built[names[path.stem]].read_bytes() == path.read_bytes()
        known = {d["id"] for d in fresh["documents"]} | {LOST}
        assert known <= {*names.values(), LOST}
        used = [e[key] for e in fresh["edges"] + fresh["passages"] + fresh["drift"] for key in ("source", "target")]
        used += [p[key] for p in fresh["sibling_passages"] for key in ("a", "b")] + fresh["independent"]
        used += [name for q in fresh["shared_public_quotes"] for name in (q["document"], *q["also_in"])]
        assert set(used) <= known
        if fresh["lost"]:
            assert (tmp_path / "out" / fresh["lost"]["path"]).is_file()
            assert fresh["lost"].get("built_on", LOST) in known
