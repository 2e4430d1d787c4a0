"""A trace as W3C PROV in JSON; alone knows the prov library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from provenance.draw import document_anchor, families, readable, slug
from provenance.errors import MissingExtraError
from provenance.model import Derivation, Trace

if TYPE_CHECKING:
    from prov.model import ProvDocument

_TERMS = "https://schema.org/"
_HERE = "urn:news-provenance:"
_QUOTING = {"copy", "excerpt"}
_RETELLING = {"rewrite", "summary", "translation", "round-trip translation"}


def prov_json(trace: Trace) -> bytes:
    """Return a trace as PROV-JSON: articles and lost originals are entities, outlets and agencies are agents.

    Every derivation is a wasDerivedFrom; versions are also revisions (wasRevisionOf), copies and excerpts quotations
    (wasQuotedFrom), and what retells an original has it as its primary source (hadPrimarySource). Kind, confidence and
    share stand on the relation. Raises MissingExtraError without the prov library.
    """
    try:
        from prov.model import ProvDocument
    except ImportError:
        raise MissingExtraError('PROV-JSON needs the prov library; run pip install "news-provenance[prov]"') from None
    document = ProvDocument()
    document.add_namespace("here", _HERE)
    document.add_namespace("schema", _TERMS)
    _entities(document, trace)
    for family in families(trace):
        originals = set(family.sources)
        for e in family.edges:
            _relation(document, e, e.source in originals)
    tree = json.loads(document.serialize(format="json") or "{}")
    return (json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _entities(document: ProvDocument, trace: Trace) -> None:
    for d in sorted(trace.documents, key=lambda d: d.id):
        about = {
            "prov:type": document.valid_qualified_name("schema:NewsArticle"),
            "prov:label": readable(d.title) or readable(d.id),
            "schema:identifier": readable(d.id),
            "schema:datePublished": readable(d.published),
            "schema:inLanguage": readable(d.language),
            "schema:wordCount": d.words,
            "schema:sha256": d.sha256,
        }
        entity = document.entity(_name(d.id), {k: v for k, v in about.items() if v not in {"", None}})
        _attribute(document, entity, d.outlet)
    for x in sorted(trace.lost, key=lambda x: x.id):
        label = f"lost original of {readable(x.agency)}" if x.agency else "lost original"
        entity = document.entity(
            _name(x.id),
            {"prov:type": "here:LostOriginal", "prov:label": label, "here:confidence": round(x.confidence, 3)},
        )
        _attribute(document, entity, x.agency)


def _attribute(document: ProvDocument, entity: Any, outlet: str | None) -> None:
    name = readable(outlet)
    if not name:
        return
    agent = f"here:outlet-{slug(name)}"
    if not document.get_record(agent):
        document.agent(agent, {"prov:type": document.valid_qualified_name("prov:Organization"), "prov:label": name})
    document.wasAttributedTo(entity, agent)


def _relation(document: ProvDocument, e: Derivation, from_original: bool) -> None:
    about = {
        "here:kind": e.kind,
        "here:confidence": round(e.confidence, 3),
        "here:shareOfTarget": round(e.share_of_target, 3),
        "here:credited": e.credited,
    }
    target, source = _name(e.target), _name(e.source)
    if e.kind == "version":
        document.wasRevisionOf(target, source, other_attributes=about)
    elif e.kind in _QUOTING:
        document.wasQuotedFrom(target, source, other_attributes=about)
    elif from_original and e.kind in _RETELLING:
        document.hadPrimarySource(target, source, other_attributes=about)
    else:
        document.wasDerivedFrom(target, source, other_attributes=about)


def _name(id_: str) -> str:
    return f"here:{document_anchor(id_)}"
