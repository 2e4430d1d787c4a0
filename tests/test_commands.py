"""Each verb: an argv makes exactly these library calls, prints this, and leaves with that."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from provenance import report
from provenance.commands import program, terminal
from provenance.commands.files import folder, write
from provenance.commands.options import processors
from provenance.errors import ProvenanceError, RenderError
from provenance.model import (
    Change,
    Check,
    CheckSource,
    Derivation,
    Document,
    DocumentRecord,
    LostOriginal,
    Passage,
    Trace,
)
from provenance.settings import Settings
from provenance.tracefile import trace_to_json

HOSTILE = "\x1b[31mred\x1b]0;owned\x07 [bold]no[/bold] \u202eesrever <b>&amp;"
BODY = "The bridge at Ormley was shut on Monday after a barge struck its middle pier, the harbour master said."


def record(name: str, family: int | None = None, title: str | None = None, outlet: str | None = None) -> DocumentRecord:
    return DocumentRecord(name, f"{name}.txt", title, outlet, None, "en", 9, "00", (), (), family, BODY)


def derivation(source: str, target: str, credited: bool = True, kind: Any = "copy") -> Derivation:
    return Derivation(source, target, kind, 0.9, 30.0, 0.8, None, credited)


TRACED = Trace(
    documents=(record("a", 1, "A title"), record("b", 1), record("c", 1), record("d")),
    lost=(LostOriginal("lost-1", "AP", ("a", "b"), 0.9),),
    derivations=(derivation("lost-1", "a"), derivation("lost-1", "b", credited=False), derivation("b", "c")),
)


class Library:
    """Stands for the library: keeps what it was called with, and gives what it was told to."""

    def __init__(self, result: object) -> None:
        self.result = result
        self.calls: list[tuple[Any, ...]] = []

    def __call__(self, *arguments: Any, workers: object = None) -> object:
        self.calls.append(arguments)
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, object], Library]:
    """Put a `Library` in the place of a module's function of the same name."""

    def put(name: str, result: object) -> Library:
        library = Library(result)
        monkeypatch.setitem(sys.modules, f"provenance.{name}", SimpleNamespace(**{name: library}))
        return library

    monkeypatch.setattr(
        report, "render_report", lambda trace, workers: f"<html>{len(trace.documents)}</html>", raising=False
    )
    return put


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in "abcd":
        put = tmp_path / "in" / f"{name}.txt"
        put.parent.mkdir(exist_ok=True)
        put.write_text(f"{BODY} {name}")
    return tmp_path / "in"


def run(*arguments: object, input: str | None = None) -> Result:
    return CliRunner().invoke(program, [str(a) for a in arguments], input=input)


def failed(result: Result, code: int = 1) -> str:
    assert result.exit_code == code
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


def test_help_names_every_verb_and_each_verb_gives_an_example() -> None:
    assert run().exit_code in {0, 2}
    told = run("--help").stdout
    for verb in ("trace", "check", "compare", "graph"):
        assert f"  {verb} " in told
        assert f"provenance {verb}" in run(verb, "--help").stdout.split("Example")[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("unknown",),
        ("trace",),
        ("trace", "x", "--jobs", "0"),
        ("check", "x"),
        ("check", "x", "--against", "y", "--fail-over", "30"),
        ("check", "-", "--against", "-"),
        ("compare", "x"),
        ("compare", "-", "-"),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    assert "Usage:" in failed(run(*arguments), 2)


@pytest.mark.parametrize(
    "arguments", [("trace", "nowhere"), ("check", "nowhere", "--against", "x"), ("compare", "nowhere", "y"), ("graph",)]
)
def test_a_missing_path_is_one_line_and_1(corpus: Path, arguments: tuple[str, ...]) -> None:
    line = failed(run(*arguments))
    assert line.startswith("error: no ")
    assert line.count("\n") == 1
    assert not Path("out").exists()


def test_trace_passes_on_documents_and_choices_and_writes_four_files(
    corpus: Path, instead: Callable[[str, object], Library]
) -> None:
    library = instead("trace", TRACED)
    result = run("trace", "in/b.txt", "in", "--agency", "Foo", "--agency", "Bar", "--no-meaning", "--jobs", 2)
    assert result.exit_code == 0
    ((documents, settings, progress),) = library.calls
    assert [d.id for d in documents] == ["a", "b", "c", "d"]
    assert settings == Settings(agencies=("Foo", "Bar"), meaning=False, translation=True, jobs=2)
    assert progress is None
    assert sorted(p.name for p in Path("out").iterdir()) == ["graph.dot", "graph.svg", "report.html", "trace.json"]
    assert Path("out/trace.json").read_text() == trace_to_json(TRACED)
    assert Path("out/report.html").read_text() == "<html>4</html>"
    assert result.stdout.splitlines() == [
        "family  articles  goes back to        took from it  uncredited",
        "     1         3  a lost AP original  3 copies               1",
        "1 article in no family",
        "wrote out/trace.json, out/graph.dot, out/graph.svg, out/report.html",
    ]


def test_trace_json_is_all_of_standard_output(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    instead("trace", TRACED)
    (corpus / "bad.txt").write_bytes(b"")
    result = run("trace", "in", "--json", "--with-text", "--out", "elsewhere/deep")
    told = json.loads(result.stdout)
    assert told["schema"] == "provenance.trace/1"
    assert told["documents"][0]["text"] == BODY
    assert result.stdout == Path("elsewhere/deep/trace.json").read_text()
    assert result.stderr == "note: bad.txt: is empty; left out\n"


def test_more_remarks_than_a_reader_takes_in_are_counted(
    corpus: Path, instead: Callable[[str, object], Library]
) -> None:
    instead("trace", TRACED)
    for n in range(25):
        (corpus / f"bad{n:02}.txt").write_bytes(b"")
    lines = run("trace", "in").stderr.splitlines()
    assert (len(lines), lines[-1]) == (21, "note: and 5 more like these")


def test_one_article_is_traced_with_a_remark(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    instead("trace", Trace(documents=(record("a"),)))
    result = run("trace", "in/a.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("no reuse found among 1 article\n")
    assert "one article only" in result.stderr
    assert "one article only" in Path("out/trace.json").read_text()


def test_what_strangers_wrote_reaches_no_terminal_as_it_is(
    corpus: Path, instead: Callable[[str, object], Library]
) -> None:
    instead("trace", Trace((record(HOSTILE, 1, outlet=HOSTILE), record("b", 1)), (), (derivation(HOSTILE, "b"),)))
    result = run("trace", "in")
    assert result.exit_code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)
    assert "[bold]no[/bold]" in result.stdout


def test_an_error_of_the_library_is_one_line(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    instead("trace", ProvenanceError("what is wrong\nand what to do"))
    assert failed(run("trace", "in")) == "error: what is wrong and what to do\n"


def test_the_trace_is_there_when_the_drawing_fails(
    corpus: Path, instead: Callable[[str, object], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    from provenance import draw

    instead("trace", TRACED)
    monkeypatch.setattr(draw, "render", Library(RenderError("nothing draws here")))
    assert failed(run("trace", "in")) == "error: nothing draws here\n"
    assert json.loads(Path("out/trace.json").read_text())["schema"] == "provenance.trace/1"


def test_a_place_that_cannot_be_written_is_an_error(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    library = instead("trace", TRACED)
    assert "cannot make the folder in/a.txt/x" in failed(run("trace", "in", "--out", "in/a.txt/x"))
    assert library.calls == []


@pytest.mark.parametrize(
    ("ending", "code", "said"), [(KeyboardInterrupt(), 130, "stopped\n"), (BrokenPipeError(), 0, "")]
)
def test_interruptions_end_quietly(
    corpus: Path, instead: Callable[[str, object], Library], ending: BaseException, code: int, said: str
) -> None:
    instead("trace", ending)
    assert failed(run("trace", "in"), code) == said


def checked(share: float, sources: Sequence[CheckSource] = ()) -> Check:
    change = Change("b", "a", "number", None, None, "three", "four")
    relation: Any = sources[0].relation if sources else "none"
    return Check(record("a", title=HOSTILE), relation, 0.9, share, 0.1, tuple(sources), (change,) if sources else ())


SOURCE = CheckSource("b", "rewrite", 0.9, 30.0, 0.4, False, (Passage((0, 5), (1, 6), "verbatim", 1.0, 9.0),))


def test_check_passes_on_article_and_corpus(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    library = instead("check", checked(0.4, [SOURCE]))
    result = run("check", "in/a.txt", "--against", "in/b.txt", "--against", "in/c.txt", "--no-translation")
    assert result.exit_code == 0
    ((document, against, settings, progress),) = library.calls
    assert document.text == f"{BODY} a"
    assert [d.id for d in against] == ["b", "c"]
    assert (settings, progress) == (Settings(translation=False, jobs=processors()), None)
    lines = result.stdout.splitlines()
    assert "\x1b" not in lines[0]
    assert lines[1] == "rewrite, confidence 0.90; 40% reused, 10% without credit"
    assert lines[3].split() == ["b", "rewrite", "40%", "0.90", "30", "no"]
    assert lines[5].split() == ["number", "b", "three", "four"]


def test_check_reads_standard_input_and_prints_json(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    library = instead("check", checked(0.0))
    result = run("check", "-", "--against", "in", "--json", input=BODY)
    assert json.loads(result.stdout)["schema"] == "provenance.check/1"
    assert library.calls[0][0].text == BODY


def test_check_says_when_nothing_was_found(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    instead("check", checked(0.0))
    assert "nothing taken over was found" in run("check", "in/a.txt", "--against", "in").stdout


@pytest.mark.parametrize(("limit", "code"), [("0.39", 3), ("0.4", 0), ("1", 0)])
def test_fail_over_is_3_only_above_the_share(
    corpus: Path, instead: Callable[[str, object], Library], limit: str, code: int
) -> None:
    instead("check", checked(0.4, [SOURCE]))
    result = run("check", "in/a.txt", "--against", "in", "--fail-over", limit, "--json")
    assert result.exit_code == code
    assert json.loads(result.stdout)["share_reused"] == 0.4


def test_another_article_of_the_same_name_is_checked_against_too(
    corpus: Path, instead: Callable[[str, object], Library]
) -> None:
    library = instead("check", checked(0.0))
    Path("a.txt").write_text("Something else")
    run("check", "a.txt", "--against", "in")
    run("check", "in/a.txt", "--against", "in")
    assert [call[0].id for call in library.calls] == ["a.txt", "a"]


def test_several_articles_where_one_is_asked_for_is_an_error(corpus: Path) -> None:
    assert "in holds 4 articles" in failed(run("check", "in", "--against", "in"))


def compared(match: object = None) -> SimpleNamespace:
    article = SimpleNamespace(id="a", text=BODY)
    other = SimpleNamespace(id="b", text=BODY)
    reason = SimpleNamespace(signal="run", bits=4.25, text="nine words in a row")
    found = {"account": (reason,), "tipped": (reason,), "rivals": (), "direction": (), "remarks": ("said",)}
    return SimpleNamespace(left=article, right=other, match=match, **found)


def test_compare_shows_passages_in_two_columns(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    passage = Passage((4, 20), (4, 10), "edited", 0.5, 12.0)
    shares = {"share_of_left": 0.2, "share_of_right": 0.5, "longest_run": 7}
    match = SimpleNamespace(relation="excerpt", confidence=0.8, bits=12.0, passages=(passage,), **shares)
    library = instead("compare", compared(match))
    result = run("compare", "in/a.txt", "in/b.txt", "--explain")
    assert result.exit_code == 0
    one, other, settings = library.calls[0]
    assert (one.id, other.id, settings) == ("a", "b", Settings(jobs=processors()))
    lines = result.stdout.splitlines()
    assert lines[:2] == ["excerpt, confidence 0.80, 12 bits", "shared: 20% of a, 50% of b; longest run 7 words"]
    shown = [[cell.strip() for cell in line.split("|")[1:3]] for line in lines if line.startswith("|")]
    assert ["a", "b"] in shown
    assert ["edited 0.50, 12 bits", "bridge"] in shown
    assert ["bridge at Ormley", ""] in shown
    assert lines[-2].split() == ["+4.2", "run", "nine", "words", "in", "a", "row"]
    assert lines[-1] == "what tipped it to reuse: run (+4.2)"
    assert result.stderr == "note: said\n"


def test_compare_tells_articles_of_one_name_apart(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    library = instead("compare", compared())
    Path("a.txt").write_text("Something else")
    assert run("compare", "in/a.txt", "a.txt").stdout == "a and b share no passage\n"
    run("compare", "in/a.txt", "in/a.txt")
    assert [(c[0].id, c[1].id) for c in library.calls] == [("a", "a.txt"), ("a", "in/a.txt")]


def test_compare_json_is_the_comparison(corpus: Path) -> None:
    result = run("compare", "in/a.txt", "in/b.txt", "--json", "--no-meaning", "--no-translation")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert (told["left"]["id"], told["right"]["id"]) == ("a", "b")


@pytest.fixture
def traced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    Path("out/trace.json").write_text(trace_to_json(TRACED))
    return tmp_path / "out"


@pytest.mark.parametrize(
    ("name", "start"), [("g.svg", b"<?xml"), ("g.SVG", b"<?xml"), ("g.png", b"\x89PNG"), ("g.dot", b"digraph")]
)
def test_graph_draws_by_ending(traced: Path, name: str, start: bytes) -> None:
    result = run("graph", "-o", name)
    assert (result.exit_code, result.stdout) == (0, f"wrote {name}\n")
    assert start in Path(name).read_bytes()[:200]


def test_graph_lies_beside_its_trace_or_goes_to_standard_output(traced: Path) -> None:
    assert run("graph", "out").stdout == "wrote out/graph.svg\n"
    assert "digraph" in run("graph", "out/trace.json", "-o", "-").stdout[:200]


@pytest.mark.parametrize("output", ["g.gif", "g", "g.txt"])
def test_graph_names_the_endings_it_knows(traced: Path, output: str) -> None:
    assert ".svg .png .pdf .dot" in failed(run("graph", "-o", output), 2)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"schema": "provenance.trace/1"}', b"[" * 100_000])
def test_what_is_no_trace_is_an_error(traced: Path, content: bytes) -> None:
    Path("out/trace.json").write_bytes(content)
    line = failed(run("graph"))
    assert line.startswith("error: out/trace.json: ")
    assert line.count("\n") == 1


def test_graph_opens_what_it_drew(traced: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", lambda path: opened.append(path) or len(opened) - 1)
    assert run("graph", "-o", "g.svg", "--open").exit_code == 0
    assert opened == ["g.svg"]
    result = run("graph", "-o", "g.svg", "--open")
    assert (result.exit_code, result.stderr) == (1, "error: no program here opens g.svg; open it by hand\n")
    assert "--open needs a file" in failed(run("graph", "-o", "-", "--open"), 2)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "f.txt"
    write(target, "one")
    assert write(target, b"two").read_text() == "two"
    stops: tuple[tuple[BaseException, type[BaseException]], ...] = (
        (OSError(28, "No space left on device"), ProvenanceError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    )
    for stop, raised in stops:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", Library(stop))
            with pytest.raises(raised):
                write(target, "three")
        assert [p.name for p in tmp_path.iterdir()] == ["f.txt"]
        assert target.read_text() == "two"
    assert folder(str(tmp_path / "x" / "y")).is_dir()


def test_progress_is_drawn_on_terminals_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with terminal.progress() as report_progress:
        assert report_progress is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with terminal.progress() as report_progress:
        assert report_progress is not None
        report_progress("weighing", 1, 3)
    told = capsys.readouterr()
    assert told.out == ""
    assert "weighing" in told.err


def test_documents_keep_their_text_on_the_way(corpus: Path, instead: Callable[[str, object], Library]) -> None:
    library = instead("trace", TRACED)
    (corpus / "z.jsonl").write_text(json.dumps({"id": "z", "text": HOSTILE, "title": "T", "byline": "B"}))
    run("trace", "in")
    assert Document("z", HOSTILE, "z.jsonl", title="T", byline="B") in library.calls[0][0]
