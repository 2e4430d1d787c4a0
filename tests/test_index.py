from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.article import Article
from provenance.errors import CorpusIndexError, RecipeError
from provenance.index import HISTORY, SCHEMA, Added, Index, Topic
from provenance.index_mark import is_index
from provenance.model import Document
from provenance.sketch import Recipe
from provenance.words import tokenise


def story(seed: int, words: int = 60) -> str:
    return " ".join(f"w{n}" for n in np.random.default_rng(seed).integers(0, 5000, words)) + "."


def documents(start: int, stop: int) -> list[Document]:
    return [Document(f"d{i:04d}", story(i), title=f"Title {i}", outlet="Bugle") for i in range(start, stop)]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.create(tmp_path / "a.index") as made:
        yield made


def ids(index: Index, text: str | Article) -> list[str]:
    return [c.id for c in index.candidates(text)]


def test_what_was_added_is_found_listed_and_read_back(index):
    some = documents(0, 5)
    assert index.add(some) == Added(new=5, changed=0, same=0)
    assert len(index) == 5
    assert ids(index, some[3].text) == ["d0003"]
    assert index.documents(["d0004", "d0000"]) == [some[4], some[0]]
    assert [(e.id, e.title, e.outlet, e.published) for e in index.entries()][1] == ("d0001", "Title 1", "Bugle", None)
    assert index.candidates("") == index.candidates("nothing of that") == []
    info = index.info()
    assert (info.schema, info.documents, info.runs) == (SCHEMA, 5, 0)
    assert info.postings == info.recent > 50
    assert index.verify() == []


def test_a_quote_finds_its_document_among_runs_and_recent_ones(index):
    index.add(documents(0, 300))
    index.add(documents(300, 340))
    for number in (7, 320):
        quote = " ".join(story(number).split()[20:32])
        assert ids(index, f"{story(9000)} {quote} {story(9001)}") == [f"d{number:04d}"]
    assert index.info().runs == 1


def test_adding_again_changes_only_what_changed(index):
    index.add(documents(0, 300))
    index.add(documents(300, 310))
    changed = [Document("d0001", story(7000)), *documents(2, 4), *documents(400, 401)]
    assert index.add(changed) == Added(new=1, changed=1, same=2)
    assert ids(index, story(1)) == []
    assert ids(index, story(7000)) == ["d0001"]
    assert len(index) == 311
    assert index.verify() == []


def test_a_changed_title_is_a_change(index):
    index.add([Document("a", "one two three")])
    assert index.add([Document("a", "one two three", title="New")]).changed == 1
    assert index.documents(["a"])[0].title == "New"


def test_what_was_removed_is_gone_before_and_after_it_is_compacted(index):
    index.add(documents(0, 300))
    index.add(documents(300, 310))
    assert index.remove(["d0005", "d0305", "nobody", "d0005"]) == 2
    for _ in range(2):
        assert ids(index, story(5)) == ids(index, story(305)) == []
        assert ids(index, story(6)) == ["d0006"]
        assert index.verify() == []
        index.compact()
    info = index.info()
    assert (info.removed, info.recent, info.runs, info.documents) == (0, 0, 1, 308)
    assert index.add(documents(5, 6)).new == 1
    assert ids(index, story(5)) == ["d0005"]


def test_runs_are_merged_and_say_the_same(index):
    for start in range(0, 1800, 300):
        index.add(documents(start, start + 300))
    assert index.info().runs <= 2
    index.compact()
    assert index.info().runs == 1
    assert index.verify() == []
    assert [ids(index, story(i)) for i in range(0, 1800, 97)] == [[f"d{i:04d}"] for i in range(0, 1800, 97)]


def test_frequencies_are_summed_over_runs_and_recent_ones(index):
    phrase = " ".join(story(1).split()[:30])
    index.add([Document(f"a{i:03d}", f"{phrase} {story(100 + i)}") for i in range(300)])
    index.add([Document(f"b{i:03d}", f"{phrase} {story(900 + i)}") for i in range(20)])
    bits = {c.bits for c in index.candidates(phrase, most=400)}
    assert len(bits) == 1
    assert bits.pop() < 60


def test_furniture_of_the_article_asked_about_finds_nothing(index):
    index.add(documents(0, 20))
    text = story(3) + " " + story(8000)
    whole = Article(Document("x", text), "en", tokenise(text), (), (), ())
    barred = Article(Document("x", text), "en", tokenise(text), (), (), (), ((0, len(story(3))),))
    assert ids(index, whole) == ["d0003"]
    assert ids(index, barred) == []


def test_odd_texts_and_ids_come_back_as_they_were(index):
    odd = [
        Document("'; DROP TABLE document; --", "a\0b \ud800 <script> {}"),
        Document("", ""),
        Document('日本\n"', "東京" * 50, language="ja"),
    ]
    index.add(odd)
    assert index.documents([d.id for d in odd]) == odd
    assert index.verify() == []
    with pytest.raises(CorpusIndexError, match="no document 'x'"):
        index.documents(["x"])


@given(st.lists(st.tuples(st.booleans(), st.lists(st.integers(0, 9), min_size=1, max_size=8)), max_size=8))
@settings(max_examples=25, deadline=None)
def test_any_order_of_adding_and_removing_leaves_what_a_dictionary_would(tmp_path_factory, steps):
    expected: dict[str, str] = {}
    with Index.create(tmp_path_factory.mktemp("index") / "a.index") as index:
        for version, (adding, numbers) in enumerate(steps):
            if adding:
                some = {f"d{n}": story(100 * version + n) for n in numbers}
                index.add([Document(k, v) for k, v in some.items()])
                expected.update(some)
            else:
                index.remove([f"d{n}" for n in numbers])
                expected = {k: v for k, v in expected.items() if int(k[1:]) not in numbers}
            if version % 3 == 2:
                index.compact()
        assert {e.id: index.documents([e.id])[0].text for e in index.entries()} == expected
        assert index.verify() == []
        for id_, text in expected.items():
            assert ids(index, text) == [id_]


# --------------------------------------------------------------------------------------------- what the file is, or not


def directions(some: list[Document]) -> list[Topic]:
    """Return as topics unit vectors of three numbers, one language for the even documents and one for the odd."""
    angles = [int(d.id[1:]) / 100 for d in some]
    return [
        Topic("en" if int(d.id[1:]) % 2 == 0 else "de", np.array([np.cos(a), np.sin(a), 0], np.float32))
        for d, a in zip(some, angles, strict=True)
    ]


def east(language: str = "") -> Callable[[str], bool]:
    return lambda spoken: language in {"", spoken}


def test_topics_find_the_nearest_of_each_language(index):
    index.add(documents(0, 120))
    assert index.encoder() is None
    assert index.nearest(np.array([1, 0, 0], np.float32), 2, east()) == []
    assert index.describe("three", directions) == 120
    assert index.describe("three", directions) == 0
    assert (index.encoder(), index.info().described) == ("three", 120)
    assert index.nearest(np.array([1, 0, 0], np.float32), 2, east()) == ["d0000", "d0001", "d0002", "d0003"]
    assert index.nearest(np.array([1, 0, 0], np.float32), 2, east("de")) == ["d0001", "d0003"]
    row = np.array([1, 0, 0], np.float32)
    assert index.nearest(row, 200, east(), 0.9) == [d.id for d in documents(0, 46)]
    index.remove(["d0001"])
    index.add([Document("d0003", "Something else.")])
    assert index.nearest(np.array([1, 0, 0], np.float32), 2, east("de")) == ["d0005", "d0007"]
    assert index.info().described == 118
    assert index.describe("three", directions) == 1
    assert index.nearest(np.array([1, 0, 0], np.float32), 2, east("de")) == ["d0003", "d0005"]
    assert index.verify() == []


def test_equally_near_topics_are_taken_by_id_whatever_order_they_came_in(index):
    index.add(documents(0, 30)[::-1])
    index.describe("same", lambda some: [Topic("en", np.array([1, 0, 0], np.float32)) for _ in some])
    assert index.nearest(np.array([1, 0, 0], np.float32), 3, east()) == ["d0000", "d0001", "d0002"]


def test_topics_of_another_encoder_are_refused(index):
    index.add(documents(0, 3))
    index.describe("three", directions)
    with pytest.raises(RecipeError, match="encoder three"):
        index.describe("four", directions)


def test_stray_topics_are_found(index):
    index.add(documents(0, 3))
    index.describe("three", directions)
    index._db.execute("UPDATE topic SET row = x'00' WHERE document = 2")
    assert len(index.verify()) == 1


def test_a_sample_is_the_same_whatever_order_documents_came_in(tmp_path):
    some = documents(0, 60)
    samples = []
    for name, order in (("a", some), ("b", some[::-1])):
        with Index.create(tmp_path / name) as made:
            made.add(order)
            samples.append(made.sample(7))
            assert made.sample(100) == [d.id for d in some]
            assert made.known(["d0003", "nobody"]) == {"d0003"}
    assert samples[0] == samples[1] == sorted(samples[0])
    assert len(set(samples[0])) == 7


def test_an_index_is_told_by_its_first_bytes(index, tmp_path):
    _text(tmp_path / "text")
    assert is_index(index.path)
    assert not is_index(tmp_path / "text")
    assert not is_index(tmp_path)
    assert not is_index(tmp_path / "nowhere")


def test_create_never_overwrites(index):
    with pytest.raises(CorpusIndexError, match="exists already"):
        Index.create(index.path)


def test_an_index_whose_words_have_other_keys_is_refused(tmp_path):
    """What it holds of a text would not be found by any word that is keyed otherwise now."""
    path = tmp_path / "a.index"
    Index.create(path).close()
    with sqlite3.connect(path) as db:
        (stored,) = db.execute("SELECT value FROM about WHERE name = 'recipe'").fetchone()
        older = json.dumps(json.loads(stored) | {"words": 1}).encode()
        db.execute("UPDATE about SET value = ? WHERE name = 'recipe'", (older,))
    db.close()
    with pytest.raises(CorpusIndexError, match="other keys for words"):
        Index.open(path)


def test_an_index_of_another_recipe_is_refused(tmp_path):
    Index.create(tmp_path / "a.index", Recipe(shingle=7)).close()
    with pytest.raises(RecipeError, match="shingle 5 and 7"):
        Index.open(tmp_path / "a.index", Recipe())
    with Index.open(tmp_path / "a.index") as opened:
        assert opened.recipe == Recipe(shingle=7)


def _text(path: Path) -> None:
    path.write_text("not an index at all, but a text that is long enough to have a header " * 100)


def _other(path: Path) -> None:
    path.unlink()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE t (a)")
    db.close()


def _newer(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


@pytest.mark.parametrize(
    ("spoil", "message"),
    [(Path.unlink, "there is no index"), (_text, "not an index"), (_other, "not an index"), (_newer, "schema 99")],
)
def test_what_is_not_an_index_is_said_to_be_none(tmp_path, spoil: Callable[[Path], None], message):
    Index.create(tmp_path / "a.index").close()
    spoil(tmp_path / "a.index")
    with pytest.raises(CorpusIndexError, match=message):
        Index.open(tmp_path / "a.index")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_file_cut_short_is_told(tmp_path, share):
    path = tmp_path / "a.index"
    with Index.create(path) as index:
        index.add(documents(0, 600))
    os.truncate(path, int(path.stat().st_size * share))
    told = ""
    try:
        with Index.open(path) as index:
            told = "; ".join(index.verify())
    except CorpusIndexError as error:
        told = str(error)
        assert "\n" not in told
    assert told


def test_a_flipped_byte_in_a_text_or_posting_is_found(tmp_path):
    path = tmp_path / "a.index"
    with Index.create(path) as index:
        index.add(documents(0, 300))
    for table, column in (("document", "text"), ("block", "postings")):
        db = sqlite3.connect(path)
        row, blob = db.execute(f"SELECT rowid, {column} FROM {table} LIMIT 1 OFFSET 3").fetchone()
        spoiled = bytes([blob[0] ^ 1]) + blob[1:]
        db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (spoiled, row))
        db.commit()
        with Index.open(path) as index:
            assert index.verify()
            if table == "document":
                with pytest.raises(CorpusIndexError, match="is damaged"):
                    index.documents([e.id for e in index.entries()])
        db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (blob, row))
        db.commit()
        db.close()
        with Index.open(path) as index:
            assert index.verify() == []


def test_a_full_disk_loses_nothing_and_is_told(index):
    index.add(documents(0, 300))
    pages = index._db.execute("PRAGMA page_count").fetchone()[0]
    index._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(CorpusIndexError, match="disk is full"):
        index.add(documents(300, 900))
    assert len(index) == 300
    assert index.verify() == []
    index._db.execute("PRAGMA max_page_count = 1000000")
    index.add(documents(300, 900))
    assert ids(index, story(888)) == ["d0888"]


def test_a_reader_cannot_write(index):
    with Index.open(index.path) as reader, pytest.raises(CorpusIndexError, match="cannot be written"):
        reader.add(documents(0, 1))


def test_readers_read_what_was_whole_while_one_writes(index):
    index.add(documents(0, 300))
    seen = []
    with Index.open(index.path) as reader:
        index._at = lambda point: seen.append((point, len(reader), ids(reader, story(5)), ids(reader, story(400))))
        index.add(documents(300, 600))
    assert {point for point, *_ in seen} >= {"documents written", "run written", "slice merged", "merged", "added"}
    assert {tuple(rest) for (*rest,) in ((len_, *a, *b) for p, len_, a, b in seen if p != "committed")} == {
        (300, "d0005")
    }
    assert seen[-1][0] == "committed"
    assert seen[-1][1:] == (600, ["d0005"], ["d0400"])


def test_a_second_writer_is_told_to_wait(index):
    with Index.open(index.path, write=True) as other:
        other._db.execute("PRAGMA busy_timeout = 1")
        told = []

        def meanwhile(point: str) -> None:
            if point == "documents written":
                with pytest.raises(CorpusIndexError, match="another process is writing"):
                    other.add(documents(50, 51))
                told.append(point)

        index._at = meanwhile
        index.add(documents(0, 5))
        assert told
        assert other.add(documents(50, 51)).new == 1


def _older(path: Path) -> None:
    """Make an index, still without texts, what the schema before made: one whose texts are deflated."""
    db = sqlite3.connect(path)
    db.execute("DELETE FROM about WHERE name = 'packing'")
    db.execute("DROP TABLE encoded")
    db.execute("PRAGMA user_version = 3")
    db.commit()
    db.close()


def test_deflated_texts_of_an_older_index_are_read_and_added_to(tmp_path):
    path = tmp_path / "a.index"
    Index.create(path).close()
    _older(path)
    for first in (0, 300):
        with Index.open(path, write=True) as index:
            index.add(documents(first, first + 300))
    with Index.open(path) as index:
        assert index.info().schema == SCHEMA
        assert index.documents(["d0007", "d0444"]) == [*documents(7, 8), *documents(444, 445)]
        assert index.verify() == []


def test_texts_packed_in_a_way_not_known_are_told(index):
    index.add(documents(0, 3))
    index._db.execute("UPDATE about SET value = ? WHERE name = 'packing'", (b"brotli",))
    with Index.open(index.path) as reader, pytest.raises(CorpusIndexError, match="brotli; use a later version"):
        reader.documents(["d0001"])


def test_the_answer_stays_the_same_however_often_a_reader_asks(index):
    index.add(documents(0, 300))
    with Index.open(index.path) as reader:
        assert {tuple(ids(reader, story(7))) for _ in range(40)} == {("d0007",)}
        index.add(documents(300, 600))
        assert ids(reader, story(444)) == ["d0444"]


def test_a_large_addition_leaves_one_run_and_no_empty_pages(index, monkeypatch):
    monkeypatch.setattr("provenance.index._CHUNK", 300)
    index.add(documents(0, 1500))
    assert index.info().runs == 1
    assert index._db.execute("PRAGMA freelist_count").fetchone() == (0,)
    index.add(documents(1500, 1900))
    assert index.verify() == []
    assert ids(index, story(1234)) == ["d1234"]


def test_the_schema_has_a_history():
    assert [version for version, _ in HISTORY] == list(range(1, SCHEMA + 1))


# ------------------------------------------------------------------------------------------------------------ kill -9


def _killed(path: Path, when: Callable[[str], bool] | None, delay: float | None) -> list[tuple[int, int]]:
    """Let a process add, change and remove, kill it, and return what it had been promised: step and documents."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover
        os.close(read)
        try:
            with Index.open(path, write=True) as index:

                def at(point: str) -> None:
                    if when is not None and when(point):
                        os.kill(os.getpid(), signal.SIGKILL)

                index._at = at
                for step in range(6):
                    if step == 3:
                        index.remove([f"d{i:04d}" for i in range(0, 100)])
                    elif step == 5:
                        index.compact()
                    else:
                        index.add(documents(300 * step, 300 * step + (300 if step != 1 else 20)))
                    os.write(write, bytes([step]))
        finally:
            os._exit(0)
    os.close(write)
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    steps = list(os.read(read, 100))
    os.close(read)
    return steps


def _expected(steps: int) -> set[str]:
    there: set[str] = set()
    for step in range(steps):
        if step == 3:
            there -= {f"d{i:04d}" for i in range(100)}
        elif step != 5:
            there |= {d.id for d in documents(300 * step, 300 * step + (300 if step != 1 else 20))}
    return there


def _check_after(path: Path, promised: int) -> None:
    with Index.open(path, write=True) as index:
        there = {e.id for e in index.entries()}
        assert there in (_expected(promised), _expected(promised + 1))
        assert index.verify() == []
        for id_ in sorted(there)[::151]:
            assert ids(index, story(int(id_[1:]))) == [id_]
        index.add(documents(5000, 5001))
        assert ids(index, story(5000)) == ["d5000"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize(
    "point", ["documents written", "run written", "slice merged", "merged", "added", "removed", "committed"]
)
def test_killed_at_a_point_it_keeps_what_it_had_promised(tmp_path, point, nth):
    path = tmp_path / "a.index"
    Index.create(path).close()
    counted = iter(range(1, 1000))
    steps = _killed(path, lambda p: p == point and next(counted) == nth, None)
    assert len(steps) < 6 or (point, nth) in {("removed", 2), ("removed", 3), ("slice merged", 3), ("merged", 3)}
    _check_after(path, len(steps))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_moment_it_keeps_what_it_had_promised(tmp_path):
    moments = random.Random(5)
    for round_ in range(8):
        path = tmp_path / f"{round_}.index"
        Index.create(path).close()
        _check_after(path, len(_killed(path, None, moments.uniform(0.01, 0.5))))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("room", [4096, 200_000])
def test_a_write_that_the_system_refuses_loses_nothing_and_is_told(tmp_path, room):
    import resource

    path = tmp_path / "a.index"
    with Index.create(path) as index:
        index.add(documents(0, 300))
    read, write = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        try:
            with Index.open(path, write=True) as index:
                index.add(documents(300, 900))
        except CorpusIndexError as error:
            os.write(write, str(error).encode())
        finally:
            os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    told = os.read(read, 1000).decode()
    os.close(read)
    assert "disk" in told
    assert "\n" not in told
    _check_after(path, 1)
