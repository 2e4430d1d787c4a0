"""A trace as schema.org JSON-LD: which article is based on which."""

from __future__ import annotations

import json
from typing import Any

from provenance.draw import document_anchor, families, readable
from provenance.model import Derivation, Trace

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "isBasedOn": {"@type": "@id"},
    "translationOfWork": {"@type": "@id"},
    "citation": {"@type": "@id"},
    "datePublished": {"@type": "https://schema.org/DateTime"},
}
"""Spelled out instead of linked, so that reading it needs no network."""
_BASE = "urn:news-provenance:"


def jsonld(trace: Trace) -> bytes:
    """Return a trace as schema.org JSON-LD: articles with isBasedOn, and translationOfWork and citation where so.

    Lost originals are works whose creative status says that nobody has them.
    """
    sources: dict[str, list[Derivation]] = {}
    for family in families(trace):
        for e in family.edges:
            sources.setdefault(e.target, []).append(e)
    graph: list[dict[str, Any]] = [
        {
            "@type": "NewsArticle",
            "@id": _name(d.id),
            "identifier": readable(d.id),
            "headline": readable(d.title) or None,
            "publisher": _organization(d.outlet),
            "datePublished": readable(d.published) or None,
            "inLanguage": readable(d.language) or None,
            "wordCount": d.words,
            **_relations(sources.get(d.id, [])),
        }
        for d in sorted(trace.documents, key=lambda d: d.id)
    ]
    graph += [
        {
            "@type": "NewsArticle",
            "@id": _name(x.id),
            "identifier": readable(x.id),
            "creativeWorkStatus": "lost; inferred from its witnesses",
            "publisher": _organization(x.agency),
            "text": " ".join(readable(s.text, 4000) for s in x.text) or None,
            **_relations(sources.get(x.id, [])),
        }
        for x in sorted(trace.lost, key=lambda x: x.id)
    ]
    known = [{k: v for k, v in node.items() if v is not None} for node in graph]
    tree = {"@context": _CONTEXT, "@graph": known}
    written = json.dumps(tree, ensure_ascii=False, indent=1) + "\n"
    return written.replace("<", "\\u003c").encode("utf-8")  # so that no headline ends the script element it is put in


def _relations(edges: list[Derivation]) -> dict[str, list[str] | None]:
    return {
        "isBasedOn": [_name(e.source) for e in edges] or None,
        "translationOfWork": [_name(e.source) for e in edges if e.kind == "translation"] or None,
        "citation": [_name(e.source) for e in edges if e.credited] or None,
    }


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "NewsMediaOrganization", "name": readable(name)} if readable(name) else None


def _name(id_: str) -> str:
    return _BASE + document_anchor(id_)
