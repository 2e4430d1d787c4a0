"""The drawing: what it shows, that nothing of an article is ever DOT or markup, and that it never varies."""

from __future__ import annotations

import random
import re
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from fake_trace import HOSTILE, crowd, many, trace
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import draw
from provenance.errors import RenderError
from provenance.model import Derivation, DocumentRecord, Trace

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
TIP = "{http://www.w3.org/1999/xlink}title"
FRAGMENT = re.compile(r"report\.html#[A-Za-z0-9_.~-]+")


def drawn(found: Trace) -> ET.Element:
    return ET.fromstring(draw.render(draw.dot(found), "svg"))


def groups(picture: ET.Element, word: str) -> list[ET.Element]:
    return [g for g in picture.iter(f"{SVG}g") if word in (g.get("class") or "").split()]


def words(part: ET.Element) -> list[str]:
    return [t.text or "" for t in part.iter(f"{SVG}text")]


def article(id_: str, title: str | None, outlet: str | None = None, family: int | None = 1) -> DocumentRecord:
    return DocumentRecord(id_, id_, title, outlet, None, None, 1, "", (), (), family, None)


def edge(source: str, target: str, share: float = 0.5, credited: bool = False) -> Derivation:
    return Derivation(source, target, "copy", 0.9, 10.0, share, None, credited)


def test_every_article_lost_original_and_edge_is_drawn_once() -> None:
    found = trace()
    picture = drawn(found)
    assert len(groups(picture, "article")) == len(found.documents)
    assert len(groups(picture, "lost")) == len(found.lost)
    assert len(groups(picture, "edge")) == len(found.derivations)
    assert len(groups(picture, "cluster")) == 3  # two families and the articles without one


def test_originals_stand_out_and_only_they() -> None:
    picture = drawn(trace())
    assert [words(g)[:2] for g in groups(picture, "original")] == [["ORIGINAL", "Crane falls into Veldhaven"]]
    (lost,) = groups(picture, "lost")
    assert "Lost Meridian Wire original" in words(lost)
    assert lost.find(f".//{SVG}path").get("stroke-dasharray")  # type: ignore[union-attr]


def test_an_edge_says_kind_share_and_confidence_and_marks_reuse_without_credit() -> None:
    found = trace()
    by_link = {g.find(f".//{SVG}a").get(LINK): g for g in groups(drawn(found), "edge")}  # type: ignore[union-attr]
    rewrite = by_link["report.html#edge-wire--rewrite"]
    assert " ".join(words(rewrite)).split() == ["rewrite", "78", "%", "92", "%", "sure", "UNCREDITED"]
    assert "UNCREDITED" not in words(by_link["report.html#edge-wire--copy"])
    assert rewrite.find(f".//{SVG}path").get("stroke") == draw.COLOURS["rewrite"]  # type: ignore[union-attr]


def test_a_second_source_is_dashed_and_the_main_one_is_not() -> None:
    by_link = {g.find(f".//{SVG}a").get(LINK): g for g in groups(drawn(trace()), "edge")}  # type: ignore[union-attr]
    dashes = {link: g.find(f".//{SVG}path").get("stroke-dasharray") for link, g in by_link.items()}  # type: ignore[union-attr]
    assert [link for link, dash in dashes.items() if dash] == ["report.html#edge-copy--rewrite"]


def test_more_reuse_makes_a_thicker_line() -> None:
    by_link = {g.find(f".//{SVG}a").get(LINK): g for g in groups(drawn(trace()), "edge")}  # type: ignore[union-attr]
    thick, thin = (
        float(by_link[f"report.html#edge-wire--{target}"].find(f".//{SVG}path").get("stroke-width"))  # type: ignore[union-attr, arg-type]
        for target in ("copy", "comment")
    )
    assert thick > 2 * thin


def test_an_outlet_need_not_credit_itself() -> None:
    same = Trace((article("a", "One", "Gazette"), article("b", "Two", "Gazette")), derivations=(edge("a", "b"),))
    other = Trace((article("a", "One", "Gazette"), article("b", "Two", "Herald")), derivations=(edge("a", "b"),))
    unknown = Trace((article("a", "One"), article("b", "Two")), derivations=(edge("a", "b"),))
    assert ["UNCREDITED" in draw.dot(t) for t in (same, other, unknown)] == [False, True, True]


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return sum(v * weight for v, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize("kind", draw.COLOURS)
def test_the_name_of_each_kind_can_be_read_in_its_colour(kind: str) -> None:
    """WCAG's AA, on the grounds of the drawing and of the report."""
    ink = _light(draw.COLOURS[kind])  # type: ignore[index]
    assert min((_light(ground) + 0.05) / (ink + 0.05) for ground in ("#ffffff", "#f6f7f9", "#f3f4f6")) >= 4.5
    assert (ink + 0.05) / (_light("#151a22") + 0.05) >= 3


def test_links_are_made_of_slugs_only() -> None:
    links = [a.get(LINK) for a in drawn(trace()).iter(f"{SVG}a") if a.get(LINK)]
    assert links
    assert [link for link in links if not FRAGMENT.fullmatch(link or "")] == []


def test_hostile_text_comes_out_as_plain_text() -> None:
    """Backslash sequences, references, tags, controls and direction marks are shown or dropped, never obeyed."""
    source = draw.dot(trace())
    assert not [c for c in source if unicodedata.category(c) in {"Cf", "Cs"} and c not in "\u200c\u200d"]
    picture = drawn(trace())
    (card,) = [g for g in groups(picture, "node") if any("quoted" in line for line in words(g))]
    shown = " ".join(words(card))
    assert r'a "quoted" \N \G \l <b>bold</b> </script><script>alert(1)</script> --> ]]> &#x202e; gnp.exe' in shown
    assert '<img src=x onerror="alert(4)">' in shown
    tip = next(a.get(TIP) or "" for a in card.iter(f"{SVG}a")).replace("\u200c", "")
    assert tip.startswith(r'a "quoted" \N \G \l <b>bold</b>')
    assert {e.tag for e in picture.iter()} <= {SVG + t for t in ("svg", "g", "title", "polygon", "path", "text", "a")}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.text(max_size=40), st.text(min_size=1, max_size=30))
def test_any_title_outlet_and_id_draws_one_card_and_its_words(title: str, outlet: str, id_: str) -> None:
    picture = drawn(Trace((article(id_, title, outlet), article("0", "Other")), derivations=(edge(id_, "0"),)))
    if id_ == "0":
        return
    cards = groups(picture, "original")
    assert len(groups(picture, "article")) == 2
    assert len(cards) == 1
    shown = words(cards[0])[1] if len(words(cards[0])) > 1 else ""
    expected = draw.readable(title) or draw.readable(id_)
    assert not expected or "".join(expected.split()).startswith("".join(shown.rstrip("…").split()))


def test_the_order_of_the_input_changes_nothing() -> None:
    found = trace()
    shuffled = random.Random(5)
    parts = [list(p) for p in (found.documents, found.derivations, found.lost, found.matches)]
    for part in parts:
        shuffled.shuffle(part)
    other = replace(
        found, documents=tuple(parts[0]), derivations=tuple(parts[1]), lost=tuple(parts[2]), matches=tuple(parts[3])
    )
    assert draw.dot(other) == draw.dot(found)


def test_many_loose_articles_become_one_note() -> None:
    picture = drawn(many(1, 3, loose=14))
    assert len(groups(picture, "article")) == 3
    (note,) = groups(picture, "note")
    assert words(note)[0] == "14 articles without a derivation"


def test_a_big_family_folds_its_leaves_into_one_card_a_kind() -> None:
    found = many(1, 200)
    picture = drawn(found)
    cards = groups(picture, "article")
    folded = [g for g in cards if "more" in (g.get("class") or "")]
    assert len(folded) == 6
    hidden = sum(int(words(g)[0].split()[0]) for g in folded)
    assert len(cards) - len(folded) + hidden == 200
    assert hidden > 0


def test_a_huge_family_shows_its_greatest_branches_and_counts_the_others() -> None:
    found = crowd(1500)
    picture = drawn(found)
    cards = groups(picture, "article")
    more = [g for g in cards if "more" in (g.get("class") or "")]
    assert len(cards) - len(more) <= 241
    assert len(cards) - len(more) + sum(int(words(g)[0].split()[0]) for g in more) == 1500
    assert len(groups(picture, "original")) == 1
    text = draw.dot(found)
    linked = set(re.findall(r'(?m)^\s*"?([^\s"]+)"? -> "?([^\s"]+)"? \[', text))
    named = set(re.findall(r'(?m)^\s*"?([^\s"]+)"? \[', text))
    assert {name for pair in linked for name in pair} <= named


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60, unique=True))
def test_any_web_of_edges_is_cut_without_losing_count(pairs: list[tuple[int, int]]) -> None:
    """Circles too, which no trace of ours has but a file may."""
    edges = tuple(edge(f"a{s:02}", f"a{t:02}") for s, t in pairs if s != t)
    family = draw.Family(1, tuple(article(f"a{n:02}", "Title") for n in range(31)), (), edges)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draw, "_CARDS", 5)
        hidden = draw._beyond(family, draw.main_sources(edges), set())
    linked = {name for e in edges for name in (e.source, e.target)}
    assert hidden.keys() <= linked
    assert not hidden.keys() & set(hidden.values())


def test_families_beyond_what_can_be_read_are_counted_in_a_note() -> None:
    picture = drawn(many(50, 20))
    (note,) = groups(picture, "note")
    assert words(note)[0] == "30 more families with 600 articles"
    assert len(groups(picture, "article")) == 400


def test_the_legend_names_what_is_drawn_and_nothing_else() -> None:
    found = trace()
    legend = words(drawn(found))
    assert {"copy", "excerpt", "translation"} <= {w.strip() for w in legend}
    assert "version" not in {w.strip() for w in legend}
    assert "No derivation was found." in words(drawn(Trace(())))


def test_a_family_alone_links_within_its_own_page() -> None:
    found = trace()
    family = draw.families(found)[0]
    (picture,) = draw.render_svgs([draw.family_dot(family, draw.outlets_of(found))])
    links = {a.get(LINK) for a in ET.fromstring(picture).iter(f"{SVG}a") if a.get(LINK)}
    assert "#edge-wire--copy" in links
    assert all(link and link.startswith("#") for link in links)


def test_many_pictures_come_from_one_run_in_order() -> None:
    found = many(5, 3)
    families = draw.families(found)
    pictures = draw.render_svgs([draw.family_dot(f, draw.outlets_of(found)) for f in families])
    assert [f"doc-f{n:04}-00" in p for n, p in enumerate(pictures)] == [True] * 5
    assert draw.render_svgs([]) == []


def test_a_lost_original_belongs_to_the_family_of_its_witnesses() -> None:
    first, second = draw.families(trace())
    assert (first.lost, [x.id for x in second.lost]) == ((), ["lost-1"])
    assert (first.sources, second.sources) == (("wire",), ("lost-1",))


def test_pictures_are_the_same_bytes_each_time() -> None:
    source = draw.dot(trace())
    for format in ("svg", "dot"):
        assert draw.render(source, format) == draw.render(source, format)
    assert draw.render(source, "dot").decode() == source


def test_png_draws_what_its_fonts_lack_as_the_name_of_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw.shutil, "which", lambda *_, **__: None)
    japanese = draw.render(draw.dot(Trace((article("a", "フェルト港"),))), "png")
    named = draw.render(draw.dot(Trace((article("a", "[Japanese]"),))), "png")
    assert japanese.startswith(b"\x89PNG")
    sizes = [int.from_bytes(p[16:20], "big") for p in (japanese, named)]
    assert sizes[0] == sizes[1]  # a card is as wide whatever its script


def test_pdf_without_graphviz_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw.shutil, "which", lambda *_, **__: None)
    with pytest.raises(RenderError, match=r"pdf needs a system Graphviz.*apt install graphviz"):
        draw.render("digraph {}", "pdf")


def test_unknown_formats_and_broken_graphs_are_refused_in_one_line() -> None:
    with pytest.raises(RenderError, match="choose one of dot, svg, png"):
        draw.render("digraph {}", "g\x1b[31mif")
    with pytest.raises(RenderError, match="could not draw the graph") as failed:
        draw.render("digraph {{{", "svg")
    assert "\n" not in str(failed.value)


@given(st.text())
def test_readable_text_is_one_plain_line(text: str) -> None:
    line = draw.readable(text, 50)
    assert len(line) <= 50
    assert draw.readable(line, 50) == line
    assert not [c for c in line if unicodedata.category(c)[0] == "C" and c not in "\u200c\u200d"]
    assert len(line.splitlines()) <= 1


def test_readable_keeps_words_of_joined_scripts_and_bounds_stacked_marks() -> None:
    assert draw.readable("می\u200cخواهم") == "می\u200cخواهم"
    assert len(draw.readable("a" + "\u0301" * 500)) == 5
    assert draw.readable(None) == ""
    assert "\u202e" not in draw.readable(HOSTILE)


@given(st.text(max_size=60), st.text(max_size=60))
def test_slugs_are_safe_and_tell_names_apart(one: str, other: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_.~-]*", draw.slug(one))
    assert "--" not in draw.slug(one)
    assert (draw.slug(one) == draw.slug(other)) == (one == other)


def test_names_that_look_like_slugs_of_others_stay_apart() -> None:
    assert draw.slug(draw.slug("a/b")) != draw.slug("a/b")
    assert draw.edge_anchor("a--b", "c") != draw.edge_anchor("a", "b--c")


@given(st.text(max_size=200).map(draw.readable), st.floats(4, 30), st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_unsaid(text: str, em: float, lines: int) -> None:
    found = draw.wrapped(text, em, lines)
    assert len(found) <= lines
    assert all(draw.width(line) <= em + 1e-9 for line in found)
    kept = "".join("".join(found).split())
    whole = "".join(text.split())
    assert kept == whole or (kept.endswith("…") and whole.startswith(kept[:-1]))


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2031-04-08T13:45:00+02:00", "8 Apr 2031, 13:45"),
        ("2031-04-08", "8 Apr 2031"),
        ("2031-13-08", "2031-13-08"),
        ("soon\u202e", "soon"),
        (None, ""),
    ],
)
def test_moments(published: str | None, shown: str) -> None:
    assert draw.moment(published) == shown


def test_members_without_a_derivation_stand_behind_the_original() -> None:
    """Told independently: in the family, faint, linked to nothing that is seen."""
    few = [article("a", "Source"), article("b", "Taker"), article("c", "Alone")]
    picture = drawn(Trace(tuple(few), derivations=(edge("a", "b"),)))
    assert [words(g)[0] for g in groups(picture, "apart")] == ["Alone"]
    assert len(groups(picture, "edge")) == 1
    many_more = [article(f"x{n:02}", f"Alone {n}") for n in range(30)]
    picture = drawn(Trace((*few, *many_more), derivations=(edge("a", "b"),)))
    assert [words(g)[0] for g in groups(picture, "apart")] == ["31 more articles of this story, none"]
    assert len(groups(picture, "article")) == 3
