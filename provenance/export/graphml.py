"""A trace as GraphML, for Gephi, yEd, Cytoscape, igraph and networkx."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from provenance.draw import Family, families, main_sources, readable, uncredited
from provenance.model import Trace

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = {
    "label": "string",
    "type": "string",
    "outlet": "string",
    "published": "string",
    "language": "string",
    "words": "int",
    "family": "int",
    "confidence": "double",
}
_EDGE_KEYS = {
    "kind": "string",
    "share_of_target": "double",
    "confidence": "double",
    "bits": "double",
    "credited": "boolean",
    "uncredited": "boolean",
    "second_source": "boolean",
}
Values = dict[str, str | int | float | bool | None]


def graphml(trace: Trace) -> bytes:
    """Return the documents, lost originals and derivations of a trace as a directed GraphML graph.

    Node ids are the documents' ids where XML can hold them; edges lead from the source to what took from it. Values
    that are not known are left out.
    """
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    for what, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys.items():
            ET.SubElement(root, "key", {"id": f"{what}-{name}", "for": what, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="provenance", edgedefault="directed")
    names = _names(trace)
    found = families(trace)
    of = {x.id: f.number for f in found for x in f.lost}
    for d in sorted(trace.documents, key=lambda d: d.id):
        values: Values = {
            "label": readable(d.title) or readable(d.id),
            "type": "article",
            "outlet": readable(d.outlet) or None,
            "published": readable(d.published) or None,
            "language": readable(d.language) or None,
            "words": d.words,
            "family": d.family,
        }
        _element(graph, "node", {"id": names[d.id]}, values)
    for x in sorted(trace.lost, key=lambda x: x.id):
        label = f"lost original of {readable(x.agency)}" if x.agency else "lost original"
        values = {"label": label, "type": "lost original", "outlet": readable(x.agency) or None, "family": of.get(x.id)}
        _element(graph, "node", {"id": names[x.id]}, {**values, "confidence": round(x.confidence, 3)})
    outlets = {d.id: d.outlet for d in trace.documents}
    for family in found:
        _edges(graph, family, names, outlets)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _edges(graph: ET.Element, family: Family, names: dict[str, str], outlets: dict[str, str | None]) -> None:
    main = main_sources(family.edges)
    for e in family.edges:
        values: Values = {
            "kind": e.kind,
            "share_of_target": round(e.share_of_target, 3),
            "confidence": round(e.confidence, 3),
            "bits": round(e.bits, 1),
            "credited": e.credited,
            "uncredited": uncredited(e, outlets),
            "second_source": main[e.target] != e.source,
        }
        _element(graph, "edge", {"source": names[e.source], "target": names[e.target]}, values)


def _names(trace: Trace) -> dict[str, str]:
    """Return a node id for each document and lost original: its own where XML can hold it, else a safe one."""
    from provenance.draw import slug

    ids = [*(d.id for d in trace.documents), *(x.id for x in trace.lost)]
    return {id_: id_ if readable(id_) == id_ and "~" not in id_ else slug(id_) for id_ in ids}


def _element(graph: ET.Element, what: str, about: dict[str, str], values: Values) -> None:
    element = ET.SubElement(graph, what, about)
    for name, value in values.items():
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            ET.SubElement(element, "data", key=f"{what}-{name}").text = text
