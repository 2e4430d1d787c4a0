from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from fake_trace import trace as sample
from hypothesis import given
from hypothesis import strategies as st

from provenance import tracefile
from provenance.errors import InputError
from provenance.model import Check, CheckSource, Match, Passage, Trace
from provenance.tracefile import check_to_json, match_to_json, trace_from_json, trace_to_json

KEYS = {
    "documents": "id origin title outlet published language words sha256 credits furniture family",
    "lost": "id agency witnesses confidence text",
    "derivations": "source target kind confidence bits share_of_target share_of_source credited reasons alternatives",
    "matches": "left right relation confidence bits share_of_left share_of_right longest_run passages",
    "changes": "source target what source_span target_span source_text target_text",
}

CHECK_KEYS = [
    *("schema", "article", "relation", "confidence"),
    *("share_reused", "share_uncredited", "sources", "changes"),
]


def told(trace: Trace, **options: bool) -> dict[str, Any]:
    tree = json.loads(trace_to_json(trace, **options))
    assert isinstance(tree, dict)
    return tree


def test_the_file_has_the_fields_of_the_contract_in_their_order() -> None:
    tree = told(sample())
    assert list(tree) == ["schema", "generator", *KEYS, "remarks"]
    assert tree["schema"] == "provenance.trace/1"
    assert list(tree["generator"]) == ["name", "version", "settings"]
    for part, keys in KEYS.items():
        assert tree[part], f"the sample has no {part}"
        assert all(" ".join(entry) == keys for entry in tree[part])


def test_text_is_written_only_when_asked_for() -> None:
    assert not any("text" in d for d in told(sample())["documents"])
    assert [d["text"] for d in told(sample(), with_text=True)["documents"]] == [d.text for d in sample().documents]


def test_what_was_written_is_read_back() -> None:
    written = trace_to_json(sample(), with_text=True)
    back = trace_from_json(written)
    assert trace_to_json(back, with_text=True) == written
    assert back.documents == sample().documents
    assert [d.target for d in back.derivations] == [d.target for d in sample().derivations]
    assert trace_from_json(trace_to_json(sample())).documents[0].text is None


def test_figures_are_rounded_so_that_last_digits_never_show() -> None:
    match = sample().matches[0]
    noisy = replace(match, confidence=0.87654321, bits=12.3456, share_of_left=1 / 3, share_of_right=-0.0)
    assert told(replace(sample(), matches=(noisy,)))["matches"][0] | {"passages": None} == {
        "left": match.left,
        "right": match.right,
        "relation": match.relation,
        "confidence": 0.877,
        "bits": 12.3,
        "share_of_left": 0.333,
        "share_of_right": 0.0,
        "longest_run": match.longest_run,
        "passages": None,
    }
    quiet = replace(noisy, confidence=math.nextafter(0.87654321, 1), bits=math.nextafter(12.3456, 0))
    assert trace_to_json(Trace((), matches=(noisy,))) == trace_to_json(Trace((), matches=(quiet,)))
    assert "-0.0" not in trace_to_json(replace(sample(), matches=(replace(match, bits=-0.001),)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "broken JSON"),
        ("{", "broken JSON"),
        ("[]", "found None"),
        ("7", "found None"),
        ('{"schema": "provenance.trace/2"}', "found 'provenance.trace/2'"),
        ('{"schema": "provenance.trace/1"}', "part missing"),
        ('{"schema": "provenance.trace/1", "documents": [{"id": "a"}]}', "part missing"),
        ('{"schema": "provenance.trace/1", "documents": 5}', "part missing"),
    ],
)
def test_anything_else_is_refused_with_what_to_do(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        trace_from_json(text)
    assert "provenance trace" in str(caught.value)


@pytest.mark.parametrize("part", sorted(KEYS))
def test_a_field_left_out_is_noticed(part: str) -> None:
    for key in KEYS[part].split():
        tree = told(sample())
        del tree[part][0][key]
        with pytest.raises(InputError, match=key):
            trace_from_json(json.dumps(tree))


def test_a_span_of_three_is_no_span() -> None:
    tree = told(sample())
    tree["matches"][0]["passages"][0]["left"] = [1, 2, 3]
    with pytest.raises(InputError):
        trace_from_json(json.dumps(tree))


def test_a_check_has_the_fields_of_the_contract() -> None:
    record = sample().documents[0]
    source = CheckSource("wire", "copy", 0.98765, 20.04, 0.5, True, (Passage((0, 5), (2, 7), "verbatim", 1.0, 9.99),))
    tree = json.loads(check_to_json(Check(record, "copy", 0.98765, 0.5, 0.25, (source,), sample().changes)))
    assert list(tree) == CHECK_KEYS
    assert tree["schema"] == "provenance.check/1"
    assert tree["sources"] == [
        {
            "document": "wire",
            "relation": "copy",
            "confidence": 0.988,
            "bits": 20.0,
            "share": 0.5,
            "credited": True,
            "passages": [{"left": [0, 5], "right": [2, 7], "kind": "verbatim", "similarity": 1.0, "bits": 10.0}],
        }
    ]


def test_a_comparison_tells_its_reasons_or_that_there_is_nothing() -> None:
    left, right = sample().documents[:2]
    match: Match = sample().matches[0]
    tree = json.loads(match_to_json(match, left, right))
    assert list(tree) == ["schema", "left", "right", "match"]
    assert [r["text"] for r in tree["match"]["reasons"]] == [r.text for r in match.reasons]
    assert json.loads(match_to_json(None, left, right))["match"] is None


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
TREES = st.recursive(
    LEAVES, lambda some: st.lists(some, max_size=3) | st.dictionaries(st.text(max_size=3), some, max_size=3)
)


@given(TREES)
def test_trees_are_written_as_json_writes_them(tree: object) -> None:
    assert tracefile._written(tree, "\n") == json.dumps(tree, ensure_ascii=False, indent=1)
