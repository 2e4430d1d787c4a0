"""What an index keeps of a trace makes the next one shorter and changes nothing in it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from provenance import kept
from provenance.annotate import annotate
from provenance.check import Kept, check_index
from provenance.commands.program import program
from provenance.index import SCHEMA, Index
from provenance.model import Document
from provenance.settings import Settings

TEXTS = {
    "a": "SOLLUND (SPA) - The wheel of Tarnbeck mill turned on Sunday for the first time in ninety years.\n\n"
    '"She groaned like my grandmother and then she went," said Agneta Froyle, a dentist who led the work.',
    "b": "The wheel of Tarnbeck mill turned on Sunday for the first time in ninety years, the Sollund Press Agency "
    "reported.\n\nIt weighs eleven tonnes.",
    "c": "There are 212 benches in the borough and 40 of them face a wall, a survey has found.",
}
DOCUMENTS = [Document(name, text) for name, text in TEXTS.items()]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    with Index.create(tmp_path / "x.index") as made:
        made.add(DOCUMENTS)
    return tmp_path / "x.index"


def _kept(path: Path, agencies: tuple[str, ...] = ()) -> set[str]:
    with Index.open(path) as opened:
        return {d.id for d in kept.known_articles(opened, DOCUMENTS, agencies)}


def _keep(path: Path, agencies: tuple[str, ...] = ()) -> None:
    with Index.open(path, write=True) as opened:
        kept.keep_articles(opened, agencies, {d: annotate(d, agencies) for d in DOCUMENTS})


def test_an_article_comes_back_as_it_was_made(index: Path) -> None:
    _keep(index)
    with Index.open(index) as opened:
        known = kept.known_articles(opened, DOCUMENTS, ())
    for document in DOCUMENTS:
        was, now = annotate(document), known[document]
        assert (was.language, was.sentences, was.quotes, was.credits) == (
            now.language,
            now.sentences,
            now.quotes,
            now.credits,
        )
        assert was.words.keys.tolist() == now.words.keys.tolist()


def test_only_what_the_same_program_made_for_the_same_agencies_is_used(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _kept(index) == set()
    _keep(index)
    assert _kept(index) == {"a", "b", "c"}
    assert _kept(index, ("Sollund Press Agency",)) == set()
    monkeypatch.setattr(kept, "_program", lambda: b"another")
    assert _kept(index) == set()


def test_what_changed_or_went_is_not_used(index: Path) -> None:
    _keep(index)
    with Index.open(index, write=True) as opened:
        opened.add([Document("a", "Another text.")])
        opened.remove(["b"])
    assert _kept(index) == {"c"}


@pytest.mark.parametrize("blob", [b"{", b"[]", b'{"language": "en"}', b"\xff"])
def test_what_is_damaged_is_made_anew(index: Path, blob: bytes) -> None:
    _keep(index)
    with sqlite3.connect(index) as db:
        db.execute("UPDATE made SET article = ?", (blob,))
    db.close()
    assert _kept(index) == set()


def test_spans_outside_the_text_are_not_believed(index: Path) -> None:
    _keep(index)
    with sqlite3.connect(index) as db:
        rows = db.execute("SELECT document, article FROM made").fetchall()
        for number, blob in rows:
            made = json.loads(blob)
            made["sentences"] = [[0, 10**6]]
            db.execute("UPDATE made SET article = ? WHERE document = ?", (json.dumps(made).encode(), number))
    db.close()
    assert _kept(index) == set()


def test_vectors_come_back_as_they_were_for_the_same_encoder(index: Path) -> None:
    row = np.array([0.5, -0.25, 3.0], np.float16)
    with Index.open(index, write=True) as opened:
        vectors = kept.KnownVectors(opened, "one")
        assert "A sentence." not in vectors
        vectors["A sentence."] = row
        vectors.keep()
        again = kept.KnownVectors(opened, "one")
        assert "A sentence." in again
        assert again["A sentence."].tolist() == row.tolist()
        assert "A sentence." not in kept.KnownVectors(opened, "another")


class Counting(kept.KnownVectors):
    """Vectors of an index, and the sentences that had to be encoded beside them."""

    def new(self) -> set[str]:
        return {s for s in self if s not in self._read}


def test_what_was_encoded_is_not_encoded_again(index: Path) -> None:
    told: list[int] = []
    with Index.open(index, write=True) as opened:
        assert kept.encode(opened, Settings(), told.append) == 3
        assert kept.encode(opened, Settings()) == 0
        opened.remove(["c"])
        opened.add([Document("a", TEXTS["c"]), Document("d", "Nobody had asked the 212 benches.")])
        assert opened.info().encoded == 1
        assert kept.encode(opened, Settings()) == 2
        assert opened.info().encoded == 3
    assert told == [3]


def test_a_check_against_an_encoded_index_encodes_the_article_alone(index: Path) -> None:
    article = Document("new", "For the first time since 1941 the mill at Tarnbeck has turned. It weighs eleven tonnes.")
    found = []
    for encoded in (False, True):
        if encoded:
            with Index.open(index, write=True) as opened:
                kept.encode(opened, Settings())
        with Index.open(index) as opened:
            vectors = Counting(opened, Settings().encoder)
            found.append(check_index(article, opened, kept=Kept(encoded=vectors)))
        others = {s for s in vectors.new() if s not in article.text}
        assert (others == set()) == encoded
    assert found[0] == found[1]


def test_articles_of_another_encoder_are_encoded_again(index: Path) -> None:
    with Index.open(index, write=True) as opened:
        opened.keep_vectors([], "another", [1, 2, 999])
        assert opened.info().encoded == 2
        assert [id_ for _, id_ in opened.unencoded("another", 0, 9)] == ["c"]
        assert [id_ for _, id_ in opened.unencoded(Settings().encoder, 0, 2)] == ["a", "b"]


def test_an_index_of_the_schema_before_is_read_and_brought_up_to_date_when_written(index: Path) -> None:
    with sqlite3.connect(index) as db:
        db.executescript("DROP TABLE made; DROP TABLE vector; DROP TABLE encoded; PRAGMA user_version = 2;")
    db.close()
    assert _kept(index) == set()
    with Index.open(index) as opened:
        assert "A sentence." not in kept.KnownVectors(opened, "one")
        assert opened.info().schema == 2
    _keep(index)
    assert _kept(index) == {"a", "b", "c"}
    with Index.open(index) as opened:
        assert opened.info().schema == SCHEMA
        assert opened.verify() == []


def test_an_index_traces_as_the_folder_it_was_made_of(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text)
    index = str(tmp_path / "x.index")
    worded = ["--no-meaning", "--no-translation", "--jobs", "1"]

    def run(*arguments: str) -> None:
        result = CliRunner().invoke(program, arguments, catch_exceptions=False)
        assert result.exit_code == 0, result.output

    run("index", "add", index, str(tmp_path / "in"), "--no-topics")
    run("trace", str(tmp_path / "in"), "--out", str(tmp_path / "folder"), *worded)
    for time in ("first", "second"):
        run("trace", "--index", index, "--out", str(tmp_path / time), *worded)
        for name in ("trace.json", "graph.dot", "report.html"):
            assert (tmp_path / time / name).read_bytes() == (tmp_path / "folder" / name).read_bytes()
    assert _kept_ids(index) == {"a", "b", "c"}


def _kept_ids(path: str) -> set[str]:
    with Index.open(path) as opened:
        documents = opened.documents(["a", "b", "c"])
        return {d.id for d in kept.known_articles(opened, documents, ())}


def test_either_articles_or_an_index_are_traced(tmp_path: Path) -> None:
    for arguments in (["trace"], ["trace", "x.txt", "--index", "x.index"]):
        assert CliRunner().invoke(program, arguments).exit_code == 2
    Index.create(tmp_path / "empty.index").close()
    result = CliRunner().invoke(program, ["trace", "--index", str(tmp_path / "empty.index"), "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert "no articles" in result.output
