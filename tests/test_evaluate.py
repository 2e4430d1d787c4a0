"""A trace that tells the truth scores 1, and each way of being wrong lowers the figure that it should."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from provenance.commands import program
from provenance.errors import InputError
from provenance.evaluate import (
    Evaluation,
    Story,
    TrueChange,
    TruePassage,
    ancestors,
    calibration,
    evaluate,
    find,
    plagdet,
    read_truth,
    same_group,
    score,
    to_json,
)
from provenance.model import (
    Change,
    Derivation,
    DocumentRecord,
    LostOriginal,
    LostSentence,
    Match,
    Passage,
    Trace,
)
from provenance.tracefile import trace_to_json

ROOT = Path(__file__).resolve().parent.parent
TEXTS = {
    "a": "The ferry sank at dawn off Skerrin. Twelve people were saved by a trawler.",
    "b": "At dawn the ferry sank off Skerrin.\nNothing else is known of it.",
    "c": "At dawn the ferry went down off Skerrin. Ten people were saved by a trawler.",
    "d": "The price of bread rose again in the north this week.",
}
PASSAGE = TruePassage("a", "b", TEXTS["a"][:35], TEXTS["b"][:35], "edited")
STORY = Story(
    name="ferry",
    documents=frozenset(TEXTS),
    edges=(("a", "b", "copy"), ("b", "c", "paraphrase")),
    passages=(PASSAGE,),
    changes=(TrueChange("c", "number", "Ten people"),),
)


def record(name: str, text: str | None = None) -> DocumentRecord:
    return DocumentRecord(name, f"{name}.txt", None, None, None, "en", 9, "00", (), (), 1, text)


def edge(source: str, target: str, kind: str = "copy", confidence: float = 1.0) -> Derivation:
    return Derivation(source, target, kind, confidence, 20.0, 0.8, None, False)  # type: ignore[arg-type]


def match(left: str, right: str, *spans: tuple[tuple[int, int], tuple[int, int]], confidence: float = 1.0) -> Match:
    passages = tuple(Passage(one, other, "edited", 0.9) for one, other in spans)
    return Match(left, right, "rewrite", confidence, 9.0, 0.5, 0.5, 8, passages)


TRUE = Trace(
    documents=tuple(record(name, text) for name, text in TEXTS.items()),
    derivations=(edge("a", "b"), edge("b", "c", "rewrite")),
    matches=(match("a", "b", ((0, 35), (0, 35))), match("b", "c")),
    changes=(Change("b", "c", "number", None, (41, 51), None, "Ten people were"),),
)


def evaluated(**changed: object) -> Evaluation:
    return evaluate(replace(TRUE, **changed), [STORY])  # type: ignore[arg-type]


def test_the_truth_scores_one() -> None:
    found = evaluated()
    whole = (found.derived, found.same_story, found.directed, found.undirected, found.ancestors)
    assert [s.f1 for s in whole] == [1.0] * 5
    assert (found.kinds_right, found.passages.plagdet, found.changes_found) == (1.0, 1.0, 1)
    assert (found.false_alarms, found.missed, found.unrelated_matches) == ((), (), 0)
    assert found.edge_calibration.error == found.match_calibration.error == 0.0


def test_an_edge_turned_round_is_no_directed_edge_but_an_undirected_one() -> None:
    found = evaluated(derivations=(edge("b", "a"), edge("b", "c", "rewrite")))
    assert found.directed.f1 == 0.5
    assert found.undirected.f1 == 1.0
    assert (found.false_alarms, found.missed) == (("a",), ("b",))


def test_what_is_said_with_little_confidence_is_not_said() -> None:
    found = evaluated(derivations=(edge("a", "b"), edge("b", "c", confidence=0.49)))
    assert (found.directed.said, found.missed) == (1, ("c",))
    assert found.edge_calibration.error == pytest.approx(0.51 / 2)


def test_an_unrelated_document_called_derived_is_a_false_alarm() -> None:
    found = evaluated(
        derivations=(*TRUE.derivations, edge("a", "d")), matches=(*TRUE.matches, match("a", "d", ((0, 20), (0, 20))))
    )
    assert found.false_alarms == ("d",)
    assert found.unrelated_matches == 1
    assert found.passages.precision == pytest.approx(70 / 110)
    assert found.match_calibration.error == pytest.approx(1 / 3)


def test_two_of_one_origin_without_labelled_passages_are_neither_right_nor_wrong() -> None:
    found = evaluated(matches=(*TRUE.matches, match("a", "c", ((0, 20), (0, 20)))))
    assert found.passages.precision == 1.0
    assert sum(b.said for b in found.match_calibration.bins) == 2


def test_a_wrong_kind_is_found_and_told() -> None:
    found = evaluated(derivations=(edge("a", "b", "summary"), edge("b", "c", "rewrite")))
    assert (found.kinds_right, found.confusions) == (0.5, (("copy", "summary", 1),))


def test_a_document_of_two_sources_may_go_by_either_kind() -> None:
    story = replace(STORY, edges=(*STORY.edges, ("a", "c", "excerpt")))
    for kind in ("rewrite", "excerpt"):
        found = evaluate(replace(TRUE, derivations=(edge("a", "b"), edge("b", "c", kind))), [story])
        assert found.kinds_right == 1.0


def test_a_passage_that_leads_elsewhere_is_not_found() -> None:
    found = evaluated(matches=(match("a", "b", ((0, 35), (36, 64))),))
    assert found.passages_found == (("edited", 0, 1),)
    assert found.passages.plagdet == 0.0


def test_passages_cut_small_lose_by_granularity_alone() -> None:
    found = evaluated(matches=(match("a", "b", ((0, 18), (0, 18)), ((18, 35), (18, 35))),))
    assert (found.passages.precision, found.passages.recall, found.passages.granularity) == (1.0, 1.0, 2.0)
    assert found.passages.plagdet == pytest.approx(1 / 1.585, abs=1e-3)


def test_a_passage_without_its_text_is_missed() -> None:
    assert evaluate(replace(TRUE, documents=tuple(map(record, TEXTS))), [STORY]).passages.recall == 0.0
    assert evaluate(replace(TRUE, documents=tuple(map(record, TEXTS))), [STORY], TEXTS).passages.recall == 1.0


def test_a_change_of_another_kind_or_elsewhere_does_not_count() -> None:
    for what, target, text in (("name", "c", "Ten people"), ("number", "b", "Ten people"), ("number", "c", "Six")):
        change = Change("b", target, what, None, (0, 3), None, text)  # type: ignore[arg-type]
        found = evaluated(changes=(change,))
        assert (found.changes_found, found.changes_said) == (0, 1)


LOST = replace(
    STORY,
    edges=(("lost:ferry", "b", "copy"), ("lost:ferry", "c", "rewrite")),
    passages=(),
    lost=True,
    lost_text="The ferry sank off Skerrin at dawn. All twelve aboard were saved by a trawler.\n",
    built_on="a",
)


def lost_original(*witnesses: str, text: str = "") -> LostOriginal:
    said = (LostSentence(text, witnesses, 0.9),) if text else ()
    return LostOriginal("lost-1", None, witnesses, 0.9, said)


def test_a_lost_original_goes_by_its_witnesses() -> None:
    trace = replace(
        TRUE,
        lost=(lost_original("b", "c", text="The ferry sank off Skerrin at dawn."),),
        derivations=(edge("lost-1", "b"), edge("lost-1", "c", "rewrite"), edge("a", "lost-1")),
    )
    found = evaluate(trace, [LOST])
    assert (found.lost_found, found.lost_wanted, found.lost_invented) == (("ferry",), ("ferry",), 0)
    assert found.directed.f1 == 1.0, "what it was built on is not asked for"
    assert found.lost_recovered == (("ferry", 0.5),)


def test_a_lost_original_of_a_story_that_lost_none_is_invented() -> None:
    found = evaluated(lost=(lost_original("a", "b"),))
    assert (found.lost_found, found.lost_invented) == ((), 1)


def test_documents_that_no_story_names_are_left_out() -> None:
    other = replace(TRUE, derivations=(*TRUE.derivations, edge("a", "x")), matches=(*TRUE.matches, match("a", "x")))
    assert evaluate(other, [STORY]) == evaluated()


def test_a_document_is_known_by_its_file_where_its_id_is_longer() -> None:
    longer = replace(
        TRUE,
        documents=tuple(replace(d, id=f"ferry/{d.id}", origin=f"ferry/{d.id}.txt") for d in TRUE.documents),
        derivations=(edge("ferry/a", "ferry/b"), edge("ferry/b", "ferry/c", "rewrite")),
    )
    assert evaluate(longer, [STORY]).directed.f1 == 1.0


names = st.sampled_from("abcde")
edges = st.sets(st.tuples(names, names).filter(lambda e: e[0] != e[1]))


@given(edges, edges)
def test_scores_are_shares_and_whole_only_for_equals(said: set[tuple[str, str]], true: set[tuple[str, str]]) -> None:
    found = score(said, true)
    assert 0.0 <= found.f1 <= 1.0
    assert (found.f1 == 1.0) == (said == true and bool(true))


@given(edges)
def test_ancestors_reach_over_every_step(taken: set[tuple[str, str]]) -> None:
    found = ancestors(taken)
    assert taken <= found
    assert ancestors(found) == found
    assert {tuple(sorted(e)) for e in found} <= same_group(taken, "abcde")


spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))
passages = st.lists(st.tuples(spans, spans), max_size=5)


@given(passages, passages)
def test_plagdet_stays_in_bounds(true: list[object], said: list[object]) -> None:
    found = plagdet({("a", "b"): true}, {("a", "b"): said})  # type: ignore[dict-item]
    assert 0.0 <= found.plagdet <= 1.0
    assert found.granularity >= 1.0
    whole = plagdet({("a", "b"): true}, {("a", "b"): true})  # type: ignore[dict-item]
    assert (whole.precision, whole.recall) == ((1.0, 1.0) if true else (0.0, 0.0))


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_calibration_counts_everything_once(said: list[tuple[float, bool]]) -> None:
    found = calibration(said)
    assert sum(b.said for b in found.bins) == len(said)
    assert 0.0 <= found.error <= 1.0


def test_white_space_does_not_hide_a_passage() -> None:
    assert find("one  two\nthree", "two three") == (5, 14)
    assert find("one two", "") == (0, 0)
    assert find("one two", "three") is None


def test_the_seeds_can_be_read_and_stand_in_their_files() -> None:
    stories = read_truth(ROOT / "seeds")
    assert {s.name for s in stories if s.lost} == {"cylinder"}
    (cylinder,) = (s for s in stories if s.lost)
    assert cylinder.lost_text
    assert cylinder.original in {source for source, _, _ in cylinder.edges}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "no truth file"),
        ("[]", "no truth file"),
        ('{"documents": [{"id": "a"}]}', "missing 'edges'"),
        ('{"documents": 7, "edges": []}', "no truth file"),
    ],
)
def test_what_is_no_truth_is_said_in_one_line(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "truth.json").write_text(content, "utf-8")
    with pytest.raises(InputError, match=told):
        read_truth(tmp_path)


def test_a_folder_without_truth_and_names_twice_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no truth\.json"):
        read_truth(tmp_path)
    for story in ("one", "two"):
        (tmp_path / story).mkdir()
        (tmp_path / story / "truth.json").write_text('{"documents": [{"id": "a"}], "edges": []}', "utf-8")
    with pytest.raises(InputError, match="two stories"):
        read_truth(tmp_path)


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    truth = {
        "family": "ferry",
        "documents": [{"id": name} for name in TEXTS],
        "edges": [{"source": "a", "target": "b", "kind": "copy"}, {"source": "b", "target": "c", "kind": "rewrite"}],
        "passages": [
            {"source": "a", "target": "b", "source_text": PASSAGE.source_text, "target_text": PASSAGE.target_text}
            | {"kind": "edited"}
        ],
        "drift": [{"source": "b", "target": "c", "what": "number", "source_text": "", "target_text": "Ten people"}],
        "lost": None,
    }
    (tmp_path / "truth.json").write_text(json.dumps(truth), "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "trace.json").write_text(trace_to_json(TRUE), "utf-8")
    return tmp_path


def test_the_command_prints_what_the_library_finds(labelled: Path) -> None:
    run = CliRunner().invoke(program, ["evaluate", str(labelled / "out"), str(labelled), "--json"])
    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout == to_json(evaluate(TRUE, [STORY]))
    table = CliRunner().invoke(
        program, ["evaluate", str(labelled / "out" / "trace.json"), str(labelled / "truth.json")]
    )
    assert table.exit_code == 0
    assert "directed edges" in table.stdout
    assert "plagdet 1.000" in table.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("nowhere", "."), "no trace at"), (("out", "nowhere"), "no such file"), (("out", "out"), "no truth.json")],
)
def test_what_cannot_be_scored_ends_with_one_line(
    labelled: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, str], told: str
) -> None:
    monkeypatch.chdir(labelled)
    run = CliRunner().invoke(program, ["evaluate", *arguments])
    assert run.exit_code == 1
    assert run.stderr.startswith("error: ")
    assert told in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_help_needs_no_library() -> None:
    code = "import sys; from provenance.commands import evaluate; print('provenance.evaluate' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "False"
