"""Files of every kind to documents, and what is said of those that are no good."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.engines import Here
from provenance.errors import DuplicateIdError, EmptyCorpusError, InputError, MissingExtraError
from provenance.model import Document
from provenance.read import Corpus, read, read_corpus
from provenance.read.formats import HTML, JSONL, PARQUET, TEXT, sniff, split_ending
from provenance.read.shown import shown

Item, Result = TypeVar("Item"), TypeVar("Result")
BODY = "The bridge at Ormley was shut on Monday after a barge struck its middle pier, the harbour master said."


def put(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def rows(*objects: dict[str, object]) -> str:
    return "".join(json.dumps(o) + "\n" for o in objects)


def ids(corpus: Corpus) -> list[str]:
    return [d.id for d in corpus.documents]


def test_a_folder_gives_its_articles_by_file_name_and_passes_over_the_rest(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.TXT", ".hidden.txt", "_lost_original.txt", "README.md", ".git/x.txt"):
        put(tmp_path, name, BODY)
    put(tmp_path, "truth.json", "{}")
    put(tmp_path, "photo.jpg", b"\xff\xd8\xff")
    corpus = read_corpus([str(tmp_path)])
    assert ids(corpus) == ["a", "b", "c"]
    assert [d.origin for d in corpus.documents] == ["a.md", "b.txt", "deep/c.TXT"]
    assert corpus.remarks == ("1 file passed over, as no reader knows the ending: .jpg",)


def test_what_a_trace_wrote_below_the_folder_is_not_read_again(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", BODY)
    put(tmp_path, "out/trace.json", "{}")
    put(tmp_path, "out/report.html", f"<p>{BODY}</p>")
    corpus = read_corpus([str(tmp_path)])
    assert ids(corpus) == ["a"]
    assert corpus.remarks == ("out: is what a trace wrote; passed over",)


def test_names_that_repeat_become_paths_below_the_folder(tmp_path: Path) -> None:
    for name in ("x/a.txt", "y/a.txt", "y/b.txt", "y/b.md", "c.txt"):
        put(tmp_path, name, BODY + name)
    assert ids(read_corpus([str(tmp_path)])) == ["c", "x/a", "y/a", "y/b.md", "y/b.txt"]


def test_names_that_repeat_across_sources_take_their_folders_name(tmp_path: Path) -> None:
    one, two = put(tmp_path, "x/a.txt", BODY), put(tmp_path, "y/a.txt", BODY + "!")
    expected = ["x/a", "y/a"]
    assert ids(read_corpus([one, two])) == expected
    assert ids(read_corpus([str(tmp_path / "y"), str(tmp_path / "x")])) == expected


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    one = put(tmp_path, "a.txt", BODY)
    again = os.path.join(str(tmp_path), ".", "a.txt")
    assert ids(read_corpus([one, again, str(tmp_path)])) == ["a"]


def test_two_files_of_the_same_text_stay_two_articles(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", BODY)
    put(tmp_path, "b.txt", BODY)
    assert ids(read_corpus([str(tmp_path)])) == ["a", "b"]


def test_link_loops_end(tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt", BODY)
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "dead.txt").symlink_to(tmp_path / "nowhere")
    assert ids(read_corpus([str(tmp_path)])) == ["a"]


def test_hostile_file_names_are_ids_but_never_more_than_one_line(tmp_path: Path) -> None:
    put(tmp_path, "q\"u'o\nte<b>.txt", BODY)
    put(tmp_path, "bad\n\x1b[31m.txt", b"")
    corpus = read_corpus([str(tmp_path)])
    assert ids(corpus) == ["q\"u'o\nte<b>"]
    assert corpus.remarks == ("bad\\n\\x1b[31m.txt: is empty; left out",)


def test_file_names_that_are_not_unicode_can_be_written_down(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(BODY)
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    corpus = read_corpus([str(tmp_path)])
    assert [d.id.encode() for d in corpus.documents] == [b"\\xff"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t", "is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), "binary"),
        ("a.txt", bytes(range(256)) * 9, "binary"),
        ("a.txt", codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "begins like UTF-16"),
        ("a.html", b"<html><script>1</script></html>", "no text"),
        ("a.html", b"", "is empty"),
        ("a.jsonl", b"\n", "is empty"),
        ("a.jsonl", b'{"id": 1}\n', "line 1"),
        ("a.jsonl.gz", b"\x1f\x8b\x08rest", "damaged"),
        ("a.parquet", b"PAR1 not really PAR1", "not Parquet"),
        ("a.pdf", b"%PDF-1.4", "ending"),
    ],
)
def test_an_unreadable_file_is_an_error_alone_and_a_remark_among_others(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    bad = put(tmp_path, name, content)
    with pytest.raises(InputError, match=reason) as caught:
        read_corpus([bad])
    assert name in str(caught.value)
    corpus = read_corpus([bad, put(tmp_path, "good.txt", BODY)])
    assert ids(corpus) == ["good"]
    assert len(corpus.remarks) == 1
    assert reason in corpus.remarks[0]


def test_nothing_to_read_is_an_error_that_says_where(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such file or folder: .*nowhere"):
        read_corpus([str(tmp_path / "nowhere")])
    with pytest.raises(EmptyCorpusError, match="no articles in"):
        read_corpus([str(tmp_path)])
    put(tmp_path, "a.txt", b"")
    put(tmp_path, "b.txt", b"")
    with pytest.raises(EmptyCorpusError, match=r"nothing in .*a.txt: is empty \(and 1 more"):
        read_corpus([str(tmp_path)])


def test_what_the_system_refuses_is_named(tmp_path: Path) -> None:
    from provenance.read.source import Source

    with pytest.raises(InputError, match=r"a\.txt: cannot be read \(Is a directory\)"):
        Source(str(tmp_path), "a.txt").bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_text_is_read_as_it_is(tmp_path: Path, encoding: str) -> None:
    text = "Über\r\nzwei\n\x00Zeilen \u202e\x1b[0m\u2028 mit Allerlei 北浜"
    path = put(tmp_path, "a.txt", text.encode(encoding))
    corpus = read_corpus([path])
    assert corpus.documents[0].text == text
    assert corpus.remarks == ()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_text_is_kept_code_point_for_code_point(text: str) -> None:
    from provenance.read.encoding import decode
    from provenance.read.source import Source, ignore

    text = text.lstrip("\ufeff") or "x"
    source = Source("a.txt", "a.txt")
    assert decode(text.encode(), source, ignore) == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), source, ignore) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1252",
            "The mayor said “we’re fine” – the café reopened on Monday after the fire, officials told reporters.",
        ),
        ("cp1252", "Le maire a déclaré lundi que le pont serait fermé à cause des dégâts. L'été dernier aussi."),
        ("cp1252", "El alcalde dijo el lunes que el puente se cerrará. «Mañana habrá más», señaló el señor Núñez."),
        ("cp1251", "Мэр города заявил в понедельник, что мост через реку будет закрыт на ремонт."),
        ("koi8_r", "Мэр города заявил в понедельник, что мост через реку будет закрыт на ремонт."),
        ("cp1250", "Burmistrz powiedział w poniedziałek, że most zostanie zamknięty, ponieważ źle znosi ciężarówki."),
        ("iso8859_2", "Burmistrz powiedział w poniedziałek, że most zostanie zamknięty, ponieważ są tam ślady."),
        ("cp1253", "Ο δήμαρχος δήλωσε τη Δευτέρα ότι η γέφυρα θα κλείσει για επισκευές."),
        ("cp1254", "Belediye başkanı pazartesi günü köprünün onarım için kapatılacağını, yolun değişeceğini söyledi."),
        ("cp932", "市長は月曜日、川に架かる橋を補修のため閉鎖すると述べた。市民は迂回しなければならない。"),
        ("gb18030", "市长星期一表示，横跨河流的大桥将关闭进行维修，市民需要绕行。"),
        ("big5", "市長星期一表示，橫跨河流的大橋將關閉進行維修，市民需要繞行。"),
        ("cp949", "시장은 월요일에 다리가 보수를 위해 폐쇄될 것이라고 말했다."),
    ],
)
def test_other_encodings_are_detected_and_said(tmp_path: Path, encoding: str, text: str) -> None:
    corpus = read_corpus([put(tmp_path, "a.txt", (text * 3).encode(encoding))])
    assert corpus.documents[0].text == text * 3
    assert len(corpus.remarks) == 1
    assert "which is a guess" in corpus.remarks[0]


def test_a_few_bad_bytes_in_utf8_do_not_turn_all_of_it_into_another_encoding(tmp_path: Path) -> None:
    good = "Grüße aus München, schöne Straßen für Fußgänger und Mähroboter überall"
    corpus = read_corpus([put(tmp_path, "a.txt", good.encode() + b"\xff!")])
    assert corpus.documents[0].text == good + "\ufffd!"
    assert corpus.remarks == ("a.txt: 1 of its bytes not UTF-8; U+FFFD stands for each",)


def test_jsonl_fields_and_their_other_names(tmp_path: Path) -> None:
    line = {"id": 7, "text": BODY, "title": " A  title ", "publisher": "The Ormley Post", "lang": "en-GB"}
    line |= {"published": "May 31, 2019, 9:52 PM UTC", "url": "https://example.org/a", "byline": ["A. Bee", "C. Dee"]}
    corpus = read_corpus([put(tmp_path, "c.jsonl", rows(line))])
    assert corpus.documents == (
        Document(
            id="7",
            text=BODY,
            origin="c.jsonl",
            title="A title",
            outlet="The Ormley Post",
            published="2019-05-31T21:52:00+00:00",
            language="en",
            url="https://example.org/a",
            byline="A. Bee, C. Dee",
        ),
    )


class Counting(Here):
    """Counts the tasks that it is asked to do."""

    asked = 0

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        for item in items:
            self.asked += 1
            yield function(item)


@pytest.mark.parametrize(("count", "shared"), [(3, False), (700, True)])
def test_what_many_texts_say_of_themselves_is_read_wherever_the_engine_works(
    tmp_path: Path, count: int, shared: bool
) -> None:
    some = [{"id": f"n{n}", "text": f"By Anna Lindqvist\nMay {n % 28 + 1}, 2019\n\n{BODY} {n}"} for n in range(count)]
    path = put(tmp_path, "c.jsonl", rows(*some))
    engine = Counting()
    corpus = read_corpus([path], engine)
    assert corpus == read_corpus([path])
    assert {d.byline for d in corpus.documents} == {"Anna Lindqvist"}
    assert [d.published for d in corpus.documents if d.id == "n2"] == ["2019-05-03"]
    assert (engine.asked > 1) == shared


def test_broken_jsonl_lines_are_told_by_number_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = ['{"id": "a", "text": "One"}', "{broken", "", "[1]", '{"id": "b", "text": 5}', '{"text": "no id"}']
    lines += ['{"id": "c", "text": " "}', "[" * 100_000, '{"id": "\\ud800", "text": "x\\udfffy"}']
    corpus = read_corpus([put(tmp_path, "c.jsonl", "\n".join(lines))])
    assert ids(corpus) == ["a", "\ufffd"]
    assert corpus.documents[1].text == "x\ufffdy"
    told = "\n".join(corpus.remarks)
    for number in (2, 4, 5, 6, 7):
        assert f"c.jsonl: line {number} " in told
    assert "c.jsonl: 1 more lines could not be used" in told


def test_rows_of_one_id_are_one_when_alike_and_an_error_naming_both_when_not(tmp_path: Path) -> None:
    alike = rows({"id": "a", "text": "One"}, {"id": "a", "text": "One"})
    corpus = read_corpus([put(tmp_path, "c.jsonl", alike)])
    assert ids(corpus) == ["a"]
    assert corpus.remarks == ("a: the same article stands in c.jsonl line 1 and c.jsonl line 2; read once",)
    other = put(tmp_path, "d.jsonl", rows({"id": "b", "text": "Two"}, {"id": "a", "text": "Three"}))
    with pytest.raises(DuplicateIdError, match=r"'a': c.jsonl line 1 and c.jsonl line 2 and d.jsonl line 2"):
        read_corpus([str(tmp_path / "c.jsonl"), other])


def test_a_file_gives_way_to_a_row_that_has_its_name(tmp_path: Path) -> None:
    put(tmp_path, "f/a.txt", "One")
    put(tmp_path, "c.jsonl", rows({"id": "a", "text": "Two"}))
    assert ids(read_corpus([str(tmp_path)])) == ["a", "f/a"]


def test_compressed_and_utf16_jsonl_read_alike(tmp_path: Path) -> None:
    plain = rows({"id": "a", "text": "Ünd"}, {"id": "b", "text": "Zwei"}).replace("\n", "\r\n")
    texts = []
    for name, content in (
        ("c.jsonl", plain.encode()),
        ("c.jsonl.gz", gzip.compress(plain.encode())),
        ("d.ndjson", plain.encode("utf-16")),
        ("e.jsonl", plain.encode("utf-8-sig")),
    ):
        texts.append([(d.id, d.text) for d in read_corpus([put(tmp_path, name, content)]).documents])
    assert texts == [[("a", "Ünd"), ("b", "Zwei")]] * 4


def test_parquet_reads_like_jsonl(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from datetime import UTC, datetime

    from pyarrow import parquet

    when = datetime(2026, 3, 9, 6, 25, tzinfo=UTC)
    table = pa.table({"id": ["b", "a", "c"], "text": [BODY, "Two", None], "date": [when, None, None], "n": [1, 2, 3]})
    parquet.write_table(table, tmp_path / "c.parquet")
    corpus = read_corpus([str(tmp_path)])
    assert [(d.id, d.published) for d in corpus.documents] == [("a", None), ("b", "2026-03-09T06:25:00+00:00")]
    assert corpus.remarks == ('c.parquet: row 3 has no "text"; left out',)
    parquet.write_table(pa.table({"id": ["a"]}), tmp_path / "d.parquet")
    with pytest.raises(InputError, match='no column "text"'):
        read_corpus([str(tmp_path / "d.parquet")])


def test_parquet_without_pyarrow_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'news-provenance\[parquet\]'"):
        read_corpus([put(tmp_path, "c.parquet", b"PAR1")])


PAGE = """<!DOCTYPE html><html lang="de-AT"><head><title>Brücke gesperrt | Ormley Bote</title>
<meta property="og:site_name" content="Ormley Bote"><meta name="author" content="Jana Reh">
<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "X"}, {"@type": ["NewsArticle"],
"headline": "Brücke gesperrt", "datePublished": "2026-03-09T07:25:00+01:00"}]}</script></head>
<body><nav><a href="/">Start</a></nav>
<article><h1>Brücke gesperrt</h1>%s</article><footer>Impressum</footer></body></html>
"""
PARAGRAPHS = [f"Absatz {n}: Die Brücke bleibt nach Angaben der Stadt noch {n} Wochen gesperrt." for n in range(2, 9)]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_a_page_gives_its_article_and_what_it_states(tmp_path: Path, encoding: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{encoding}">') % "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    corpus = read_corpus([put(tmp_path, "seite.html", page.encode(encoding))])
    (page_read,) = corpus.documents
    assert corpus.remarks == ()
    assert page_read.text.splitlines()[-len(PARAGRAPHS) :] == PARAGRAPHS
    assert "Impressum" not in page_read.text
    assert (page_read.title, page_read.outlet, page_read.language) == ("Brücke gesperrt", "Ormley Bote", "de")
    assert (page_read.published, page_read.byline) == ("2026-03-09T07:25:00+01:00", "Jana Reh")


def test_a_page_that_cannot_be_extracted_is_stripped_of_its_tags(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = "<html><body><nav>Menu</nav><style>p{}</style><div>One <b>bold</b><p>Two<p>Three &lt;&amp;</div>tail</body>"
    corpus = read_corpus([put(tmp_path, "a.html", page)])
    assert corpus.documents[0].text == "One bold\nTwo\nThree <&\ntail"
    assert any("whole text" in remark for remark in corpus.remarks)


@pytest.mark.parametrize(
    "page",
    ["<" * 20_000 + " " + BODY, "<script>1</script>" + "<div>" * 5_000 + BODY, f"<p>{BODY}", "<p>" * 20_000 + BODY],
)
def test_broken_pages_give_their_text(tmp_path: Path, page: str) -> None:
    assert BODY in read_corpus([put(tmp_path, "a.html", page)]).documents[0].text


def test_front_matter_declares_but_stays_in_the_text(tmp_path: Path) -> None:
    text = f'---\ntitle: "A bridge shut"\ndate: 2026-05-15\nlang: en\n---\n\n{BODY}\n'
    (found,) = read(put(tmp_path, "a.md", text))
    assert (found.title, found.published, found.language, found.text) == ("A bridge shut", "2026-05-15", "en", text)


@pytest.mark.parametrize(
    ("content", "expected"),
    [(BODY.encode(), ["stdin"]), (rows({"id": "a", "text": "One"}).encode(), ["a"]), (PAGE.encode(), ["stdin"])],
)
def test_standard_input_is_told_by_how_it_starts(
    monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert ids(read_corpus(["-"])) == expected


def test_empty_standard_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(InputError, match="standard input: is empty"):
        read_corpus(["-"])


def test_formats_are_told_by_ending_and_start() -> None:
    assert split_ending("a.b.HTML.GZ") == ("a.b", ".html.gz")
    assert split_ending(".txt") == (".txt", "")
    assert [sniff(b) for b in (b"PAR1", b"\xef\xbb\xbf <!DOCTYPE html>", b'{"id": 1}', b"{curly} text")] == [
        PARQUET,
        HTML,
        JSONL,
        TEXT,
    ]


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["word and more, of it ", "wordandmore", "1,2 3:4 May 5. ", "Aa Bb-", "日本"])
def test_a_line_of_millions_is_read(tmp_path: Path, unit: str) -> None:
    path = put(tmp_path, "a.txt", unit * (20_000_000 // len(unit)))
    assert len(read_corpus([path]).documents[0].text) == len(unit) * (20_000_000 // len(unit))


def test_order_of_paths_and_hash_seed_change_nothing(tmp_path: Path) -> None:
    paths = [put(tmp_path, f"{n % 3}/{n}.txt", f"{BODY} {n}") for n in range(12)]
    paths.append(put(tmp_path, "x/3.txt", BODY))
    paths.append(put(tmp_path, "c.jsonl", rows(*({"id": f"r{n}", "text": f"Row {n}"} for n in range(9))) + "{"))
    expected = read_corpus(paths)
    for seed in range(3):
        shuffled = random.Random(seed).sample(paths, len(paths))
        assert read_corpus(shuffled) == expected
    code = "import sys; from provenance.read import read_corpus; print(read_corpus(sys.argv[1:]))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, *paths],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@given(st.text())
def test_what_is_shown_is_one_printable_line(text: str) -> None:
    line = shown(text)
    assert len(line.splitlines()) <= 1
    assert not any(ord(c) < 32 or c in "\x7f\x9b\u202a\u202e\u2066\u2069\u200f" for c in line)
    line.encode()
