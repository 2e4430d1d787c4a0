from __future__ import annotations

from dataclasses import replace

import pytest
from test_trace import COPY, CORPUS, CUT, EXCERPT, ORIGINAL, OTHER, WIRE, WORDED, paragraphs, story

from provenance.check import CHECKED, check


def test_a_copy_is_found_in_the_archive_and_its_best_source_first() -> None:
    found = check(replace(COPY, id="draft"), [ORIGINAL, EXCERPT, OTHER], WORDED)
    assert (found.relation, found.sources[0].document) == ("copy", "wire")
    assert found.confidence > 0.9
    assert found.share_reused > 0.9
    assert found.article.id == "draft"
    shares = [s.share for s in found.sources]
    assert shares == sorted(shares, reverse=True)


def test_passages_point_into_the_article_and_its_source() -> None:
    found = check(EXCERPT, [ORIGINAL], WORDED)
    assert found.relation == "excerpt"
    pairs = [(EXCERPT.text[slice(*p.left)], WIRE[slice(*p.right)]) for p in found.sources[0].passages]
    assert any("grandmother" in one and "grandmother" in other for one, other in pairs)


def test_credited_reuse_is_not_counted_as_uncredited() -> None:
    credited = check(CUT, [ORIGINAL], WORDED)
    silent = check(replace(CUT, text=CUT.text.replace(" (Sollund Press Agency)", "")), [ORIGINAL], WORDED)
    assert credited.sources[0].credited
    assert credited.share_uncredited == 0
    assert not silent.sources[0].credited
    assert silent.share_uncredited == silent.share_reused > 0.9


def test_an_article_is_not_its_own_source() -> None:
    found = check(ORIGINAL, [ORIGINAL, OTHER], WORDED)
    assert (found.relation, found.sources, found.share_reused) == ("none", (), 0)


def test_nothing_taken_is_certain_when_nothing_is_near() -> None:
    found = check(OTHER, [ORIGINAL, COPY], WORDED)
    assert (found.relation, found.confidence, found.share_uncredited, found.changes) == ("none", 1.0, 0, ())
    assert check(OTHER, [], WORDED).sources == ()


def test_a_slip_is_told_under_the_names_of_the_two_articles() -> None:
    slip = story("draft", WIRE.replace("eleven kilos", "twelve kilos"))
    found = check(slip, [ORIGINAL, OTHER], WORDED)
    assert [(c.what, c.source, c.target) for c in found.changes] == [("number", "wire", "draft")]
    assert CHECKED not in repr(found)


def test_a_mosaic_has_several_sources() -> None:
    draft = story("draft", "\n\n".join((*paragraphs()[1:4], *OTHER.text.split("\n\n")[1:])))
    found = check(draft, CORPUS, WORDED)
    assert {"wire", "other"} <= {s.document for s in found.sources}
    assert found.share_reused == pytest.approx(1.0, abs=0.1)
