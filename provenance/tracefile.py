"""Traces and checks as the JSON of the public contract, and traces back from it.

Figures are rounded (shares, probabilities and similarities to three places, bits to one), so that another
processor's last digits never show; keys and lists keep the order in which the model holds them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from provenance.errors import InputError
from provenance.model import (
    Alternative,
    Change,
    Check,
    CheckSource,
    Credit,
    Derivation,
    DocumentRecord,
    LostOriginal,
    LostSentence,
    Match,
    Passage,
    Reason,
    Span,
    Trace,
)
from provenance.version import VERSION

TRACE_SCHEMA = "provenance.trace/1"
CHECK_SCHEMA = "provenance.check/1"
COMPARISON_SCHEMA = "provenance.compare/1"


def trace_to_json(trace: Trace, with_text: bool = False) -> str:
    """Return `trace` as the JSON text of ``trace.json``; `with_text` adds each document's text as read."""
    return _dump(
        {
            "schema": TRACE_SCHEMA,
            "generator": {"name": "provenance", "version": VERSION, "settings": dict(trace.settings)},
            "documents": [_document(d, with_text) for d in trace.documents],
            "lost": [_lost(x) for x in trace.lost],
            "derivations": [_derivation(d) for d in trace.derivations],
            "matches": [_match(m) for m in trace.matches],
            "changes": [_change(c) for c in trace.changes],
            "remarks": list(trace.remarks),
        }
    )


def check_to_json(check: Check) -> str:
    """Return `check` as the JSON text that ``provenance check --json`` prints."""
    return _dump(
        {
            "schema": CHECK_SCHEMA,
            "article": _document(check.article, with_text=False),
            "relation": check.relation,
            "confidence": _share(check.confidence),
            "share_reused": _share(check.share_reused),
            "share_uncredited": _share(check.share_uncredited),
            "sources": [_source(s) for s in check.sources],
            "changes": [_change(c) for c in check.changes],
        }
    )


def match_to_json(match: Match | None, left: DocumentRecord, right: DocumentRecord) -> str:
    """Return the comparison of two documents as JSON text; a null match means that they share nothing."""
    return _dump(
        {
            "schema": COMPARISON_SCHEMA,
            "left": _document(left, with_text=False),
            "right": _document(right, with_text=False),
            "match": None if match is None else _match(match) | {"reasons": [_reason(r) for r in match.reasons]},
        }
    )


def trace_from_json(text: str) -> Trace:
    """Return the trace that `text` holds; raises InputError for anything that is not a trace of this schema."""
    try:
        tree = json.loads(text)
    except ValueError as error:
        raise InputError(f"not a trace: broken JSON ({error}); run `provenance trace` again") from None
    schema = tree.get("schema") if isinstance(tree, dict) else None
    if schema != TRACE_SCHEMA:
        raise InputError(f"not a trace of schema {TRACE_SCHEMA}: found {schema!r}; run `provenance trace` again")
    try:
        return Trace(
            documents=tuple(_read_document(d) for d in tree["documents"]),
            lost=tuple(_read_lost(x) for x in tree["lost"]),
            derivations=tuple(_read_derivation(d) for d in tree["derivations"]),
            matches=tuple(_read_match(m) for m in tree["matches"]),
            changes=tuple(_read_change(c) for c in tree["changes"]),
            settings=tree["generator"]["settings"],
            remarks=tuple(tree.get("remarks", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"a trace with a part missing or malformed ({error}); run `provenance trace` again") from None


def _number(x: float) -> str:
    return float.__repr__(x) if isfinite(x) else json.dumps(x)


_SCALARS: Mapping[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: int.__repr__,
    float: _number,
    bool: lambda x: "true" if x else "false",
    type(None): lambda _: "null",
}
"""How what most of a trace consists of is written; the rest is left to json."""


class _Ready(str):
    """What is written already as with no margin, and holds no line break but between its parts."""

    __slots__ = ()


def _dump(tree: Mapping[str, Any]) -> str:
    return _written(tree, "\n") + "\n"


def _written(tree: object, margin: str) -> str:
    r"""Return what ``json.dumps`` with an indent of 1 returns, in half its time.

    >>> _written({"spans": [[1, 2]], "none": []}, "\n") == json.dumps({"spans": [[1, 2]], "none": []}, indent=1)
    True
    """
    scalar = _SCALARS.get(type(tree))
    if scalar is not None:
        return scalar(tree)
    if type(tree) is _Ready:
        return tree.replace("\n", margin)
    inner = margin + " "
    if tree and isinstance(tree, list):
        rows, (opening, closing) = [_written(value, inner) for value in tree], "[]"
    elif tree and isinstance(tree, dict):
        rows, (opening, closing) = [f"{encode_basestring(k)}: {_written(v, inner)}" for k, v in tree.items()], "{}"
    elif tree == []:
        return "[]"
    else:
        return json.dumps(tree, ensure_ascii=False)
    return f"{opening}{inner}{f',{inner}'.join(rows)}{margin}{closing}"


def _share(value: float) -> float:
    return round(float(value), 3) + 0.0


def _bits(value: float) -> float:
    return round(float(value), 1) + 0.0


def _document(d: DocumentRecord, with_text: bool) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "id": d.id,
        "origin": d.origin,
        "title": d.title,
        "outlet": d.outlet,
        "published": d.published,
        "language": d.language,
        "words": d.words,
        "sha256": d.sha256,
        "credits": [{"agency": c.agency, "span": list(c.span), "text": c.text} for c in d.credits],
        "furniture": [list(s) for s in d.furniture],
        "family": d.family,
    }
    if with_text:
        tree["text"] = d.text
    return tree


def _lost(x: LostOriginal) -> dict[str, Any]:
    return {
        "id": x.id,
        "agency": x.agency,
        "witnesses": list(x.witnesses),
        "confidence": _share(x.confidence),
        "text": [{"text": s.text, "witnesses": list(s.witnesses), "confidence": _share(s.confidence)} for s in x.text],
    }


def _reason(r: Reason) -> dict[str, Any]:
    return {"signal": r.signal, "bits": _bits(r.bits), "text": r.text}


def _derivation(d: Derivation) -> dict[str, Any]:
    return {
        "source": d.source,
        "target": d.target,
        "kind": d.kind,
        "confidence": _share(d.confidence),
        "bits": _bits(d.bits),
        "share_of_target": _share(d.share_of_target),
        "share_of_source": None if d.share_of_source is None else _share(d.share_of_source),
        "credited": d.credited,
        "reasons": [_reason(r) for r in d.reasons],
        "alternatives": [{"source": a.source, "confidence": _share(a.confidence)} for a in d.alternatives],
    }


def _passage(p: Passage) -> _Ready:
    """Return a passage as written at once, for most of a trace are passages."""
    (a, b), (c, d) = p.left, p.right
    figures = f'"similarity": {_number(_share(p.similarity))},\n "bits": {_number(_bits(p.bits))}'
    return _Ready(
        f'{{\n "left": [\n  {a},\n  {b}\n ],\n "right": [\n  {c},\n  {d}\n ],\n "kind": "{p.kind}",\n {figures}\n}}'
    )


def _match(m: Match) -> dict[str, Any]:
    return {
        "left": m.left,
        "right": m.right,
        "relation": m.relation,
        "confidence": _share(m.confidence),
        "bits": _bits(m.bits),
        "share_of_left": _share(m.share_of_left),
        "share_of_right": _share(m.share_of_right),
        "longest_run": m.longest_run,
        "passages": [_passage(p) for p in m.passages],
    }


def _change(c: Change) -> dict[str, Any]:
    return {
        "source": c.source,
        "target": c.target,
        "what": c.what,
        "source_span": None if c.source_span is None else list(c.source_span),
        "target_span": None if c.target_span is None else list(c.target_span),
        "source_text": c.source_text,
        "target_text": c.target_text,
    }


def _source(s: CheckSource) -> dict[str, Any]:
    return {
        "document": s.document,
        "relation": s.relation,
        "confidence": _share(s.confidence),
        "bits": _bits(s.bits),
        "share": _share(s.share),
        "credited": s.credited,
        "passages": [_passage(p) for p in s.passages],
    }


def _read_span(pair: Sequence[int]) -> Span:
    start, end = pair
    return int(start), int(end)


def _read_optional_span(pair: Sequence[int] | None) -> Span | None:
    return None if pair is None else _read_span(pair)


def _read_document(d: Mapping[str, Any]) -> DocumentRecord:
    return DocumentRecord(
        id=d["id"],
        origin=d["origin"],
        title=d["title"],
        outlet=d["outlet"],
        published=d["published"],
        language=d["language"],
        words=d["words"],
        sha256=d["sha256"],
        credits=tuple(Credit(c["agency"], _read_span(c["span"]), c["text"]) for c in d["credits"]),
        furniture=tuple(_read_span(s) for s in d["furniture"]),
        family=d["family"],
        text=d.get("text"),
    )


def _read_lost(x: Mapping[str, Any]) -> LostOriginal:
    text = tuple(LostSentence(s["text"], tuple(s["witnesses"]), s["confidence"]) for s in x["text"])
    return LostOriginal(x["id"], x["agency"], tuple(x["witnesses"]), x["confidence"], text)


def _read_derivation(d: Mapping[str, Any]) -> Derivation:
    return Derivation(
        source=d["source"],
        target=d["target"],
        kind=d["kind"],
        confidence=d["confidence"],
        bits=d["bits"],
        share_of_target=d["share_of_target"],
        share_of_source=d["share_of_source"],
        credited=d["credited"],
        reasons=tuple(Reason(r["signal"], r["bits"], r["text"]) for r in d["reasons"]),
        alternatives=tuple(Alternative(a["source"], a["confidence"]) for a in d["alternatives"]),
    )


def _read_match(m: Mapping[str, Any]) -> Match:
    return Match(
        left=m["left"],
        right=m["right"],
        relation=m["relation"],
        confidence=m["confidence"],
        bits=m["bits"],
        share_of_left=m["share_of_left"],
        share_of_right=m["share_of_right"],
        longest_run=m["longest_run"],
        passages=tuple(
            Passage(_read_span(p["left"]), _read_span(p["right"]), p["kind"], p["similarity"], p["bits"])
            for p in m["passages"]
        ),
        reasons=(),
    )


def _read_change(c: Mapping[str, Any]) -> Change:
    return Change(
        source=c["source"],
        target=c["target"],
        what=c["what"],
        source_span=_read_optional_span(c["source_span"]),
        target_span=_read_optional_span(c["target_span"]),
        source_text=c["source_text"],
        target_text=c["target_text"],
    )
