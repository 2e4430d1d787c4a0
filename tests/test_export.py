"""The exports, read back by other people's readers."""

from __future__ import annotations

import csv
import io
import json
import random
import sys
from dataclasses import replace

import pytest
from fake_trace import many, record, trace
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import draw
from provenance.draw import document_anchor
from provenance.errors import MissingExtraError, RenderError
from provenance.export import ENDINGS, ending_of, export
from provenance.model import Derivation, Trace


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_order_of_the_input_changes_nothing(ending: str) -> None:
    if ending == "prov.json":
        pytest.importorskip("prov")
    found = trace()
    parts = [list(p) for p in (found.documents, found.derivations, found.lost, found.matches)]
    shuffled = random.Random(3)
    for part in parts:
        shuffled.shuffle(part)
    other = replace(
        found, documents=tuple(parts[0]), derivations=tuple(parts[1]), lost=tuple(parts[2]), matches=tuple(parts[3])
    )
    assert export(other, ending) == export(found, ending)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_trace_has_every_form(ending: str) -> None:
    if ending == "prov.json":
        pytest.importorskip("prov")
    assert export(Trace(()), ending)


def test_unknown_endings_are_refused_with_the_known_ones() -> None:
    with pytest.raises(RenderError, match=r"\.xls; choose one of \.csv \.matches\.csv \.graphml"):
        export(trace(), "xls")


def test_endings_of_names() -> None:
    names = ("a.csv", "a.matches.csv", "A.GraphML", "a.prov.json", "a.json", "csv")
    assert [ending_of(n) for n in names] == ["csv", "matches.csv", "graphml", "prov.json", None, None]


def test_graphml_is_read_by_networkx() -> None:
    networkx = pytest.importorskip("networkx")
    found = trace()
    graph = networkx.read_graphml(io.BytesIO(export(found, "graphml")))
    assert graph.is_directed()
    assert set(graph.nodes) == {d.id for d in found.documents} | {"lost-1"}
    assert set(graph.edges) == {(e.source, e.target) for e in found.derivations}
    assert graph.nodes["ja"]["outlet"] == "みなと新聞"
    assert graph.nodes["lost-1"]["type"] == "lost original"
    assert graph.nodes["lost-1"]["family"] == 2
    assert graph.edges["wire", "rewrite"] == {
        "kind": "rewrite", "share_of_target": 0.78, "confidence": 0.92, "bits": 98.0, "credited": False,
        "uncredited": True, "second_source": False,
    }  # fmt: skip
    assert graph.edges["copy", "rewrite"]["second_source"] is True


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=30), st.lists(st.text(max_size=8), min_size=2, max_size=5, unique=True))
def test_any_text_comes_through_graphml_with_all_its_nodes(title: str, outlet: str, ids: list[str]) -> None:
    networkx = pytest.importorskip("networkx")
    docs = tuple(record(i, "x", outlet, None, "en", 1, title=title) for i in ids)
    edges = tuple(Derivation(ids[0], i, "copy", 0.5, 1.0, 0.5, None, False) for i in ids[1:])
    graph = networkx.read_graphml(io.BytesIO(export(Trace(docs, derivations=edges), "graphml")))
    assert (len(graph.nodes), len(graph.edges)) == (len(ids), len(ids) - 1)


def test_prov_json_is_read_by_the_prov_library() -> None:
    prov = pytest.importorskip("prov.model")
    found = trace()
    document = prov.ProvDocument.deserialize(content=export(found, "prov.json").decode(), format="json")
    entities = {str(e.identifier) for e in document.get_records(prov.ProvEntity)}
    assert entities == {f"here:{document_anchor(i)}" for i in [*(d.id for d in found.documents), "lost-1"]}
    relations = list(document.get_records(prov.ProvDerivation))
    assert len(relations) == len(found.derivations)
    kinds = {
        (str(r.args[0]), str(r.args[1])): {str(t) for t in r.get_asserted_types()} for r in relations
    }  # target, source → what PROV calls it
    assert kinds["here:doc-copy", "here:doc-wire"] == {"prov:Quotation"}
    assert kinds["here:doc-rewrite", "here:doc-wire"] == {"prov:PrimarySource"}
    assert kinds["here:doc-hare-c", "here:doc-lost-1"] == {"prov:Quotation"}
    assert kinds["here:doc-brief", "here:doc-rewrite"] == set()
    agents = {str(a.label) for a in document.get_records(prov.ProvAgent)}
    assert {"Nordic Press", "Meridian Wire", "みなと新聞"} <= agents


def test_versions_are_revisions() -> None:
    pytest.importorskip("prov")
    found = many(6, 3)
    tree = json.loads(export(found, "prov.json"))
    types = [d.get("prov:type", {}).get("$") for d in tree["wasDerivedFrom"].values()]
    assert types.count("prov:Revision") == sum(e.kind == "version" for e in found.derivations) > 0


def test_without_the_prov_library_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prov.model", None)
    with pytest.raises(MissingExtraError, match=r"pip install \"news-provenance\[prov\]\""):
        export(trace(), "prov.json")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own affair
def test_jsonld_is_read_by_rdflib() -> None:
    rdflib = pytest.importorskip("rdflib")
    found = trace()
    graph = rdflib.Graph().parse(data=export(found, "jsonld").decode(), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    here = rdflib.Namespace("urn:news-provenance:")
    based = {(str(s), str(o)) for s, o in graph.subject_objects(schema.isBasedOn)}
    assert based == {
        (str(here[document_anchor(e.target)]), str(here[document_anchor(e.source)])) for e in found.derivations
    }
    assert (here["doc-ja"], schema.translationOfWork, here["doc-wire"]) in graph
    assert (here["doc-rewrite"], schema.citation, here["doc-wire"]) not in graph
    assert len(set(graph.subjects(rdflib.RDF.type, schema.NewsArticle))) == len(found.documents) + 1


def test_derivations_as_csv() -> None:
    found = trace()
    table = rows(export(found, "csv"))
    assert [(r["source"], r["target"]) for r in table] == sorted(
        ((e.source, e.target) for e in found.derivations), key=lambda p: (p[0] == "lost-1", p)
    )
    row = next(r for r in table if r["source"] == "wire" and r["target"] == "rewrite")
    assert (row["kind"], row["uncredited"], row["altered_facts"]) == ("rewrite", "true", "4")
    assert float(row["share_of_target"]) == 0.78
    assert row["alternatives"] == "copy (0.08); brief (0.04)"
    assert "the longer one (-1.5 bits)" in row["reasons"]


def test_csv_is_read_by_arrow_with_types() -> None:
    arrow = pytest.importorskip("pyarrow.csv")
    table = arrow.read_csv(io.BytesIO(export(trace(), "matches.csv")))
    assert table.num_rows == len(trace().matches)
    assert [str(table.schema.field(n).type) for n in ("left", "confidence", "longest_run")] == [
        "string",
        "double",
        "int64",
    ]


def test_derivations_are_read_by_arrow_too() -> None:
    arrow = pytest.importorskip("pyarrow.csv")
    table = arrow.read_csv(io.BytesIO(export(trace(), "csv")))
    assert table.num_rows == len(trace().derivations)
    assert str(table.schema.field("share_of_target").type) == "double"
    assert str(table.schema.field("uncredited").type) == "bool"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # pydot's own affair
def test_dot_is_read_by_pydot() -> None:
    pydot = pytest.importorskip("pydot")
    found = trace()
    (graph,) = pydot.graph_from_dot_data(draw.dot(found))
    inside = [graph, *graph.get_subgraphs()]
    edges = {(e.get_source().strip('"'), e.get_destination().strip('"')) for g in inside for e in g.get_edges()}
    assert edges == {(document_anchor(e.source), document_anchor(e.target)) for e in found.derivations}
    nodes = {n.get_name().strip('"') for g in inside for n in g.get_nodes()} - {"node", "edge", "graph"}
    assert nodes == {document_anchor(i) for i in [*(d.id for d in found.documents), "lost-1"]}


@given(st.text(max_size=40), st.sampled_from(["=", "+", "-", "@", "\t=", " =", "\r\n=", "＝", "|", "\u202e="]))
def test_no_cell_is_a_formula(text: str, start: str) -> None:
    hostile = record("a", "x", start + text, start + text, "en", 1, title=start + text)
    edge = Derivation("a", "b", "copy", 0.5, -3.0, 0.5, None, False)
    found = Trace((hostile, record("b", "y", None, None, "en", 1)), derivations=(edge,))
    (row,) = rows(export(found, "csv"))
    numbers = {"family", "confidence", "bits", "share_of_target", "share_of_source", "altered_facts"}
    for name, cell in row.items():
        assert name in numbers or not cell or cell[0] not in "=+-@|%\t\r＝＋－＠"
        assert "\n" not in cell
