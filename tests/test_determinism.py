"""The same articles give the same bytes, whatever their order and whatever the process; odd articles give no error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provenance.check import check
from provenance.compare import compare
from provenance.model import DERIVED, Document, Trace
from provenance.settings import Settings
from provenance.trace import trace
from provenance.tracefile import check_to_json, trace_from_json, trace_to_json

WORDED = Settings(meaning=False, translation=False)
CORPUS = (
    "ferry/skerrin-ferry.txt",
    "ferry/oxmere-ferry.txt",
    "ferry/mirror-ferry.txt",
    "ferry/brevio-ferry.txt",
    "ferry/auerfeld-ferry.txt",
    "ferry/ledger-ferry.html",
    "cylinder/lantern-cylinder.txt",
    "cylinder/sorrel-cylinder.txt",
    "cylinder/courrier-cylinder.txt",
    "other/mirror-beehives.txt",
)
FILES = ("trace.json", "graph.dot", "graph.svg", "report.html")


def outputs(folder: Path, names: tuple[str, ...], *options: str, **environment: str) -> dict[str, bytes]:
    paths = [str(ROOT / "seeds" / name) for name in names]
    command = [sys.executable, str(ROOT / "cli.py"), "trace", *paths, "--out", str(folder), *options]
    done = subprocess.run(
        command, env={**os.environ, **environment}, cwd=folder.parent, capture_output=True, timeout=600, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    table = done.stdout.partition(b"wrote ")[0]
    return {"standard output": table} | {name: (folder / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    found = outputs(tmp_path_factory.mktemp("first") / "out", CORPUS, PYTHONHASHSEED="0")
    assert b"translation" in found["trace.json"]
    return found


VARIANTS = {
    "another order and hash seed": (CORPUS[::-1], (), {"PYTHONHASHSEED": "4711"}),
    "another order, hash seed, clock, locale and count of processes": (
        CORPUS[3:] + CORPUS[:3],
        ("--jobs", "2"),
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "NUMBA_NUM_THREADS": "1"},
    ),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_neither_order_nor_process_changes_a_byte(variant: str, reference: dict[str, bytes], tmp_path: Path) -> None:
    names, options, environment = VARIANTS[variant]
    found = outputs(tmp_path / "out", names, *options, **environment)
    assert [name for name in reference if found[name] != reference[name]] == []


SENTENCES = (
    "The harbour master of Dunlarrig said on Tuesday that nineteen crates of oranges had gone overboard at dawn.",
    '"We counted them twice," said Ottoline Brask, who owns the ship.',
    "\u202eThe text of this line runs from right to left\u202c, or so its marks say, for a dozen words or more.",
    "أعلنت بلدية المدينة القديمة يوم الثلاثاء أن الجسر الحجري سيبقى مغلقا أمام السيارات حتى نهاية العام المقبل.",
    "市は火曜日、古い石の橋を来年の終わりまで通行止めにすると発表した。",
    "A line with a NUL \x00 and an escape \x1b[31m in it that goes on for long enough to be matched with others.",
    "<script>alert('Brask')</script> digraph { a -> b [label=\"<b>x</b>\"] } =HYPERLINK(1) \\N\\G &amp; and so on.",
    "(Quillon Wire) -",
    "Read more: sign up for our newsletter",
    "\ud800 stands alone",
    "🇳🇴👩‍👩‍👧 e\u0301\u0301\u0301 ﬃ ß ǅ \ufeff \u2028",
    "",
    "   \n\t\r\n",
    "1,234.5 " * 40,
    "word " * 300,
)
texts = st.one_of(
    st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join),
    st.lists(st.sampled_from(SENTENCES), max_size=6).map("\n\n".join),
    st.text(max_size=200),
)
dates = st.sampled_from((None, "2026-02-17", "2026-02-17T12:40:00+01:00", "yesterday", ""))


@st.composite
def corpora(draw: st.DrawFn) -> list[Document]:
    """Return up to five documents of odd texts, some of them the same text twice, under odd ids."""
    drawn = draw(st.lists(st.tuples(texts, dates), max_size=4))
    if drawn and draw(st.booleans()):
        drawn.append(drawn[0])
    names = draw(st.lists(st.text(min_size=1, max_size=8), min_size=len(drawn), max_size=len(drawn), unique=True))
    return [Document(n, text, published=date) for n, (text, date) in zip(names, drawn, strict=True)]


def assert_sound(found: Trace, documents: list[Document]) -> None:
    """Hold what every trace promises: ids that exist, spans inside texts, probabilities, a source for each target."""
    lengths = {d.id: len(d.text) for d in documents}
    assert [d.id for d in found.documents] == sorted(lengths)
    places = set(lengths) | {x.id for x in found.lost}
    for edge in found.derivations:
        assert {edge.source, edge.target} <= places
        assert edge.source != edge.target
        assert 0 <= edge.confidence <= 1
        assert 0 <= edge.share_of_target <= 1
    for match in found.matches:
        assert match.left < match.right
        assert 0 <= match.confidence <= 1
        assert 0 <= match.share_of_left <= 1
        assert 0 <= match.share_of_right <= 1
        for passage in match.passages:
            assert 0 <= passage.left[0] < passage.left[1] <= lengths[match.left]
            assert 0 <= passage.right[0] < passage.right[1] <= lengths[match.right]
    for d in found.documents:
        assert all(0 <= s < e <= lengths[d.id] for s, e in d.furniture)
        assert all(0 <= c.span[0] < c.span[1] <= lengths[d.id] for c in d.credits)
    for lost in found.lost:
        assert set(lost.witnesses) <= set(lengths)


@settings(max_examples=60, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
@example([], None)
@example([Document("alone", SENTENCES[0])], None)
@example([Document("a", ""), Document("b", ""), Document("c", "\x00")], None)
def test_odd_articles_are_traced_in_any_order(documents: list[Document], random: object) -> None:
    first = trace(documents, WORDED)
    assert_sound(first, documents)
    shuffled = list(reversed(documents))
    if random is not None:
        random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert trace(shuffled, WORDED) == first
    # What is written can be read again, and says the same when it is written again.
    written = trace_to_json(first, with_text=True)
    assert trace_to_json(trace_from_json(written), with_text=True) == written


@settings(max_examples=30, deadline=None)
@given(texts, corpora())
def test_odd_articles_are_checked(text: str, documents: list[Document]) -> None:
    found = check(Document("checked", text), documents, WORDED)
    assert 0 <= found.share_uncredited <= found.share_reused <= 1
    assert {s.document for s in found.sources} <= {d.id for d in documents}
    assert found.relation == (found.sources[0].relation if found.sources else "none")
    assert found == check(Document("checked", text), documents[::-1], WORDED)
    assert check_to_json(found).startswith('{\n "schema"')


@settings(max_examples=30, deadline=None)
@given(texts, texts)
def test_a_comparison_does_not_depend_on_its_sides(one: str, other: str) -> None:
    left, right = Document("a", one), Document("b", other)
    there, back = compare(left, right, WORDED).match, compare(right, left, WORDED).match
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.relation == back.relation
        assert there.confidence == pytest.approx(back.confidence)
        assert (there.share_of_left, there.share_of_right) == pytest.approx((back.share_of_right, back.share_of_left))


def test_two_identical_articles_are_a_copy_and_one_that_says_nothing_is_not() -> None:
    story = "\n\n".join(SENTENCES[:2]) + " Divers went down at noon and came back with four, all of them still good."
    found = trace([Document("one", story), Document("two", story), Document("empty", " \x00 ")], WORDED)
    assert [(m.left, m.right, m.relation) for m in found.matches if m.relation in DERIVED] == [("one", "two", "copy")]
    assert {d.id: d.family for d in found.documents} == {"empty": None, "one": 1, "two": 1}
