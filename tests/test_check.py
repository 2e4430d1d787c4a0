from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from test_trace import COPY, CORPUS, CUT, EXCERPT, ORIGINAL, OTHER, WIRE, WORDED, paragraphs, story

from provenance.check import BESIDE, CHECKED, NEAR, Kept, check, check_index, unsearched
from provenance.index import Index
from provenance.model import Document
from provenance.settings import Settings


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


def noise(count: int) -> list[Document]:
    """Return stories that share words with one another but no run of them, so that none is near."""
    names = [f"{a}{b}" for a in ("Or", "Vel", "Tam", "Kesk", "Brin") for b in ("ley", "haven", "beck", "ridge", "oe")]
    return [
        story(
            f"n{i:03d}",
            f"Notes from {names[i % 25]} number {i}\n\n"
            + " ".join(f"{names[(i * j) % 25]} saw {i * j % 97} things{j} by part{i % 7}." for j in range(1, 12)),
        )
        for i in range(count)
    ]


class Counting(Index):
    """An index that counts the documents it was made to read."""

    read = 0

    def documents(self, ids: Iterable[str]) -> list[Document]:
        wanted = list(ids)
        self.read += len(wanted)
        return super().documents(wanted)


def test_an_index_is_searched_and_never_loaded(tmp_path: Path) -> None:
    with Counting.create(tmp_path / "a.index") as index:
        index.add([*noise(400), ORIGINAL, OTHER, EXCERPT])
        found = check_index(replace(COPY, id="draft"), index, WORDED)
        assert 0 < index.read <= BESIDE + NEAR + 1
        assert (found.relation, found.sources[0].document, found.article.id) == ("copy", "wire", "draft")
        assert found.share_reused > 0.9
        assert check_index(OTHER, index, WORDED).sources == ()


def test_what_an_index_tells_does_not_depend_on_the_order_of_adding(tmp_path: Path) -> None:
    documents = [*noise(120), ORIGINAL, CUT, OTHER]
    found = []
    for name, order in (("a", documents), ("b", documents[::-1])):
        with Index.create(tmp_path / name) as index:
            for at in range(0, len(order), 50):
                index.add(order[at : at + 50])
            found.append(check_index(EXCERPT, index, WORDED))
    assert found[0].sources
    assert found[0] == found[1]


def test_what_one_check_leaves_to_the_next_saves_work_and_changes_nothing(tmp_path: Path) -> None:
    kept = Kept()
    with Index.create(tmp_path / "a.index") as index:
        index.add([*noise(20), ORIGINAL, OTHER, EXCERPT])
        first = check_index(COPY, index, Settings(), kept=kept)
        assert len(kept.articles) == 24
        assert kept.encoded
        before = len(kept.articles), len(kept.encoded)
        assert check_index(COPY, index, Settings(), kept=kept) == first == check_index(COPY, index, Settings())
        assert (len(kept.articles), len(kept.encoded)) == before
    assert not kept.larger(24, 10_000)
    assert kept.larger(23, 10_000)
    assert kept.larger(24, 0)


def test_an_article_beside_the_index_stands_for_its_namesake_there(tmp_path: Path) -> None:
    with Index.create(tmp_path / "a.index") as index:
        index.add([replace(OTHER, id="wire")])
        found = check_index(COPY, index, WORDED, beside=[ORIGINAL])
        assert [s.document for s in found.sources] == ["wire"]


def test_what_is_not_searched_for_is_said(tmp_path: Path) -> None:
    with Index.create(tmp_path / "a.index") as index:
        index.add(noise(BESIDE))
        assert unsearched(index, Settings()) == ()
        index.add([ORIGINAL])
        (said,) = unsearched(index, Settings(meaning=False))
        assert said.startswith("translations of 65 of the 65 articles")
        assert "provenance index add" in said
        assert unsearched(index, WORDED) == ()
