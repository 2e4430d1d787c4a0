"""`provenance index` and `provenance check --against INDEX`, through click's runner."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_trace import COPY, CUT, EXCERPT, ORIGINAL, OTHER

from provenance.commands import program
from provenance.index import Index
from provenance.model import Document

WORDED = ("--no-meaning", "--no-translation")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules["provenance.commands.program"].VERBS, "index", "Keep a corpus on disk.")
    put("archive", ORIGINAL, CUT, EXCERPT, OTHER)
    put("draft", COPY)
    return tmp_path


def put(folder: str, *documents: Document) -> None:
    Path(folder).mkdir(exist_ok=True)
    for document in documents:
        Path(folder, f"{document.id}.txt").write_text(document.text, "utf-8")


def run(*arguments: object, input: str | None = None) -> Result:
    return CliRunner().invoke(program, [str(a) for a in arguments], input=input)


def done(*arguments: object) -> str:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def failed(*arguments: object) -> str:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


def held(index: str = "a.index") -> list[str]:
    return [d["id"] for d in json.loads(done("index", "list", index, "--json"))["documents"]]


@pytest.mark.parametrize("verb", ["", "add", "encode", "remove", "list", "info", "verify"])
def test_each_verb_gives_an_example(verb: str) -> None:
    words = [w for w in ("index", verb) if w]
    assert f"provenance {' '.join(words)}" in done(*words, "--help").split("Example")[1]


def test_add_makes_an_index_and_then_changes_only_what_changed() -> None:
    assert done("index", "add", "a.index", "archive") == "4 added, 0 replaced, 0 there already; 4 articles in all\n"
    put("archive", Document("cut", "Something else altogether."))
    told = json.loads(done("index", "add", "a.index", "archive", "draft/copy.txt", "--json"))
    assert told == {"schema": "provenance.index/1", "new": 1, "changed": 1, "same": 3, "documents": 5}
    assert held() == ["column", "copy", "cut", "other", "wire"]


def test_what_cannot_be_read_makes_no_index() -> None:
    Path("empty").mkdir()
    assert "empty" in failed("index", "add", "a.index", "empty")
    assert not Path("a.index").exists()


def test_remove_removes_all_or_none() -> None:
    done("index", "add", "a.index", "archive")
    assert "has no document 'nobody'; nothing was removed" in failed("index", "remove", "a.index", "cut", "nobody")
    assert held() == ["column", "cut", "other", "wire"]
    assert done("index", "remove", "a.index", "cut", "cut", "other") == "2 removed; 2 articles left\n"
    assert json.loads(done("index", "remove", "a.index", "wire", "--json"))["documents"] == 1
    assert held() == ["column"]


def test_list_shows_what_is_known_and_nothing_that_strangers_wrote_as_it_is() -> None:
    with Index.create("a.index") as index:
        index.add([Document("b\x1b[31m", "Text.", title="\u202eT", outlet="O", published="2031-05-02")])
    heading, row = done("index", "list", "a.index").splitlines()
    assert heading.split() == ["id", "outlet", "published", "title"]
    assert row.split() == ["b\\x1b[31m", "O", "2031-05-02", "\\u202eT"]
    entry = json.loads(done("index", "list", "a.index", "--json"))["documents"][0]
    assert (entry["id"], entry["title"]) == ("b\x1b[31m", "\u202eT")


def test_info_counts() -> None:
    done("index", "add", "a.index", "archive")
    told = json.loads(done("index", "info", "a.index", "--json"))
    assert (told["schema"], told["documents"], told["recipe"]["shingle"]) == ("provenance.index/1", 4, 5)
    assert "articles  4" in done("index", "info", "a.index").splitlines()


def test_encode_makes_nothing_twice() -> None:
    done("index", "add", "a.index", "archive")
    assert done("index", "encode", "a.index") == "4 articles encoded; 4 articles in all\n"
    told = json.loads(done("index", "encode", "a.index", "--json"))
    assert told == {"schema": "provenance.index/1", "encoded": 0, "documents": 4}
    assert "encoded   4" in done("index", "info", "a.index").splitlines()


def test_verify_finds_an_article_that_is_not_what_was_added() -> None:
    done("index", "add", "a.index", "archive")
    assert done("index", "verify", "a.index") == "all is well: 4 articles\n"
    assert json.loads(done("index", "verify", "a.index", "--json"))["problems"] == []
    with sqlite3.connect("a.index") as db:
        db.execute("UPDATE document SET known = '{}' WHERE id = 'wire'")
    db.close()
    for options, shown in (((), lambda text: text.splitlines()), (("--json",), lambda t: json.loads(t)["problems"])):
        result = run("index", "verify", "a.index", *options)
        assert result.exit_code == 1
        assert len(shown(result.stdout)) == 1
        assert "'wire' is not what was added" in shown(result.stdout)[0]
        assert result.stderr == "error: 1 thing is wrong in a.index; put back a copy of it, or make it anew\n"


@pytest.mark.parametrize("verb", ["list", "info", "verify", "remove", "encode"])
def test_where_there_is_no_index_one_line_says_how_to_make_one(verb: str) -> None:
    more = ("wire",) if verb == "remove" else ()
    assert 'make one with "provenance index add"' in failed("index", verb, "nowhere.index", *more)
    Path("text.index").write_text("This is not an index, though it has the name of one. " * 20)
    assert "not an index" in failed("index", verb, "text.index", *more)


def test_check_against_an_index_says_what_check_against_its_articles_says() -> None:
    done("index", "add", "a.index", "archive")
    for article in ("draft/copy.txt", "archive/cut.txt", "archive/other.txt"):
        folder = done("check", article, "--against", "archive", "--json", *WORDED)
        assert done("check", article, "--against", "a.index", "--json", *WORDED) == folder
    assert json.loads(done("check", "draft/copy.txt", "--against", "a.index", "--json", *WORDED))["relation"] == "copy"


def test_check_takes_folders_beside_an_index() -> None:
    done("index", "add", "a.index", "archive/other.txt", "archive/column.txt")
    alone, beside = (
        json.loads(done("check", "draft/copy.txt", *more, "--json", *WORDED))["sources"]
        for more in (("--against", "a.index"), ("--against", "a.index", "--against", "archive/wire.txt"))
    )
    assert "wire" not in [s["document"] for s in alone]
    assert beside[0]["document"] == "wire"


def test_another_article_of_the_same_name_in_the_index_is_checked_against_too() -> None:
    put("later", Document("wire", COPY.text))
    done("index", "add", "a.index", "archive")
    found = json.loads(done("check", "later/wire.txt", "--against", "a.index", "--json", *WORDED))
    assert found["article"]["id"] == "later/wire.txt"
    assert found["sources"][0]["document"] == "wire"


def test_other_databases_and_two_indexes_are_refused() -> None:
    done("index", "add", "a.index", "archive")
    done("index", "add", "b.index", "archive")
    result = run("check", "draft/copy.txt", "--against", "a.index", "--against", "b.index")
    assert (result.exit_code, "give one index" in result.stderr) == (2, True)
    with sqlite3.connect("other.db") as db:
        db.execute("CREATE TABLE t (x)")
    db.close()
    assert "other.db is not an index" in failed("check", "draft/copy.txt", "--against", "other.db")
