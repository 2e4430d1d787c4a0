"""A trace as the plain values that the page shows: an overview, and the details of each family.

The page's script counts in UTF-16 units, so spans are converted from code points here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

from provenance.draw import (
    Family,
    document_anchor,
    edge_anchor,
    main_sources,
    moment,
    readable,
    uncredited,
)
from provenance.model import (
    DERIVED,
    Change,
    Derivation,
    DocumentRecord,
    LostOriginal,
    Match,
    Passage,
    Span,
)
from provenance.report.ledger import Ledger, on_one_line, rounded

Facts: TypeAlias = dict[str, Any]
"""What json.dumps takes."""

_SURE = (
    (0.95, "almost certain"),
    (0.85, "very likely"),
    (0.7, "likely"),
    (0.5, "more likely than not"),
    (0.0, "uncertain"),
)


_TOGETHER = 500
"""Details of so many matches across families lie in one block."""


def in_words(confidence: float) -> str:
    """Return a probability as words.

    >>> in_words(0.97), in_words(0.31)
    ('almost certain', 'uncertain')
    """
    return next((words for least, words in _SURE if confidence >= least), _SURE[-1][1])


def overview(ledger: Ledger) -> Facts:
    """Return what the page shows before any family is opened."""
    trace = ledger.trace
    silent = [uncredited(e, ledger.outlets) for e in trace.derivations]
    return {
        "counts": {
            "articles": len(trace.documents),
            "families": len(ledger.families),
            "derivations": len(trace.derivations),
            "uncredited": sum(silent),
            "lost originals": len(trace.lost),
            "altered facts": len(trace.changes),
        },
        "kinds": [kind for kind in DERIVED if any(e.kind == kind for e in trace.derivations)],
        "documents": {id_: _document(d) for id_, d in ledger.documents.items()},
        "lost": {id_: _lost(x) for id_, x in ledger.lost.items()},
        "families": [_family(f) for f in ledger.families],
        "edges": [edge for f in ledger.families for edge in _edges(f, ledger)],
        "apart": len(ledger.alike.get(None, ())),
        "remarks": [readable(r, 400) for r in trace.remarks],
    }


def _document(d: DocumentRecord) -> Facts:
    return {
        "anchor": document_anchor(d.id),
        "title": readable(d.title) or readable(d.id),
        "outlet": readable(d.outlet, 60),
        "published": moment(d.published),
        "at": _minutes(d.published),
        "language": readable(d.language, 20),
        "words": d.words,
        "family": d.family,
        "credits": sorted({readable(c.agency, 40) for c in d.credits}),
    }


def _lost(x: LostOriginal) -> Facts:
    agency = readable(x.agency, 60)
    return {
        "anchor": document_anchor(x.id),
        "title": f"Lost {agency} original" if agency else "Lost original",
        "outlet": agency,
        "published": "",
        "at": None,
        "language": "",
        "words": sum(len(s.text.split()) for s in x.text),
        "lost": True,
        "confidence": rounded(x.confidence),
        "sure": in_words(x.confidence),
        "witnesses": list(x.witnesses),
    }


def _minutes(published: str | None) -> int | None:
    """Return a publication time in minutes of the common era, local where no offset is told; None for no time."""
    try:
        at = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    since = (at if at.tzinfo else at.replace(tzinfo=UTC)) - datetime(1970, 1, 1, tzinfo=UTC)
    return int(since.total_seconds() // 60)


def _family(family: Family) -> Facts:
    return {
        "number": family.number,
        "documents": [d.id for d in family.documents],
        "lost": [x.id for x in family.lost],
        "sources": list(family.sources),
    }


def _edges(family: Family, ledger: Ledger) -> Iterable[Facts]:
    main = main_sources(family.edges)
    for e in family.edges:
        yield {
            "anchor": edge_anchor(e.source, e.target),
            "family": family.number,
            "source": e.source,
            "target": e.target,
            "kind": e.kind,
            "confidence": rounded(e.confidence),
            "sure": in_words(e.confidence),
            "share": rounded(e.share_of_target),
            "bits": round(e.bits, 1),
            "credited": e.credited,
            "uncredited": uncredited(e, ledger.outlets),
            "second": main[e.target] != e.source,
            "changes": len(ledger.changes.get((e.source, e.target), ())),
        }


def _alike(m: Match) -> Facts:
    return {
        "anchor": "match" + edge_anchor(m.left, m.right).removeprefix("edge"),
        "left": m.left,
        "right": m.right,
        "relation": m.relation,
        "confidence": rounded(m.confidence),
        "sure": in_words(m.confidence),
        "shares": [rounded(m.share_of_left), rounded(m.share_of_right)],
        "run": m.longest_run,
    }


def family_details(family: Family, ledger: Ledger, svg: str) -> Facts:
    """Return what the page shows of one family once it is opened."""
    ids = [d.id for d in family.documents]
    inside = {*ids, *(x.id for x in family.lost)}
    pairs = [(e.source, e.target) for e in family.edges]
    strangers = sorted({id_ for pair in pairs for id_ in pair if id_ not in inside and id_ in ledger.documents})
    return {
        "svg": svg,
        "texts": _texts([*ids, *strangers], ledger),
        "lost": {x.id: _lost_text(x, ledger) for x in family.lost},
        "edges": {edge_anchor(e.source, e.target): _edge_details(e, ledger) for e in family.edges},
        "alike": [_alike(m) | _alike_details(m, ledger) for m in ledger.alike.get(family.number, ())],
    }


def apart_blocks(ledger: Ledger) -> Iterator[tuple[str, Facts]]:
    """Yield the matches across families as a list, and their details so many at a time, each with its name.

    Texts of families are in the families' own blocks and not here.
    """
    matches = ledger.alike.get(None, [])
    yield "apart", {"alike": [_alike(m) | {"block": f"apart-{n // _TOGETHER}"} for n, m in enumerate(matches)]}
    for start in range(0, len(matches), _TOGETHER):
        batch = matches[start : start + _TOGETHER]
        ids = sorted({id_ for m in batch for id_ in (m.left, m.right) if id_ in ledger.documents})
        loose = [id_ for id_ in ids if ledger.family(id_) is None]
        details = {_alike(m)["anchor"]: _alike_details(m, ledger) for m in batch}
        yield f"apart-{start // _TOGETHER}", {"texts": _texts(loose, ledger), "alike": details}


def _texts(ids: Iterable[str], ledger: Ledger) -> Facts:
    texts: Facts = {}
    for id_ in ids:
        d = ledger.documents[id_]
        place = ledger.place(id_)
        texts[id_] = {
            "text": d.text,
            "furniture": [_placed(f, place) for f in d.furniture],
            "credits": [[*_placed(c.span, place), readable(c.agency, 60)] for c in d.credits],
        }
    return texts


def _lost_text(x: LostOriginal, ledger: Ledger) -> Facts:
    return {
        "text": ledger.text(x.id),
        "sentences": [
            {"text": on_one_line(s.text), "witnesses": list(s.witnesses), "confidence": rounded(s.confidence)}
            for s in x.text
        ],
    }


def _edge_details(e: Derivation, ledger: Ledger) -> Facts:
    if e.source in ledger.lost:
        passages = _lost_passages(ledger.lost[e.source], e.target, ledger)
    else:
        passages = ledger.passages(e.source, e.target)
    details: Facts = {
        "reasons": [{"signal": r.signal, "bits": round(r.bits, 1), "text": readable(r.text, 400)} for r in e.reasons],
        "alternatives": [{"source": a.source, "confidence": rounded(a.confidence)} for a in e.alternatives],
        "passages": _passages(passages, e.source, e.target, ledger),
        "changes": [_change(c, e.source, ledger) for c in ledger.changes.get((e.source, e.target), ())],
    }
    if not passages and (other := _fellow(e, ledger)):
        details["beside"] = other
        details["passages"] = _passages(ledger.passages(other, e.target), other, e.target, ledger)
    return details


def _fellow(e: Derivation, ledger: Ledger) -> str | None:
    """Return the witness that shares most with the target, to read beside it where the source itself has no text."""
    witnesses = set(ledger.lost[e.source].witnesses) if e.source in ledger.lost else set()
    for m in ledger.matches_of.get(e.target, ()):
        other = m.left if m.right == e.target else m.right
        if other in witnesses and m.passages:
            return other
    return None


def _lost_passages(lost: LostOriginal, target: str, ledger: Ledger) -> tuple[Passage, ...]:
    """Return where each sentence of a lost original stands in `target`, found by its wording or through a witness."""
    found: list[Passage] = []
    at = 0
    for sentence in lost.text:
        line = on_one_line(sentence.text)
        here = (at, at + len(line))
        at += len(line) + 1
        passage = _own_words(sentence.text, here, target, ledger) or _aligned(sentence.text, here, lost, target, ledger)
        found += [passage] if passage else []
    return tuple(found)


def _own_words(sentence: str, here: Span, target: str, ledger: Ledger) -> Passage | None:
    start = ledger.text(target).find(sentence)
    return Passage(here, (start, start + len(sentence)), "verbatim", 1.0) if sentence and start >= 0 else None


def _aligned(sentence: str, here: Span, lost: LostOriginal, target: str, ledger: Ledger) -> Passage | None:
    """Return the passage of `target` that lies opposite the sentence in the witness whose wording it is."""
    for witness in lost.witnesses:
        start = ledger.text(witness).find(sentence) if sentence and witness != target else -1
        if start < 0:
            continue
        end = start + len(sentence)
        for p in ledger.passages(witness, target):
            if min(p.left[1], end) - max(p.left[0], start) > 0.5 * min(p.left[1] - p.left[0], end - start):
                return Passage(here, p.right, p.kind, p.similarity, p.bits)
    return None


def _passages(passages: Iterable[Passage], left: str, right: str, ledger: Ledger) -> list[list[Any]]:
    one, other = ledger.place(left), ledger.place(right)
    return [
        [*_placed(p.left, one), *_placed(p.right, other), p.kind, rounded(p.similarity), round(p.bits, 1)]
        for p in passages
    ]


def _change(c: Change, beside: str, ledger: Ledger) -> Facts:
    """Return a change as shown with an edge whose source is `beside`; in another source's text nothing is marked."""
    spans = []
    for id_, span in ((c.source, c.source_span if c.source == beside else None), (c.target, c.target_span)):
        known = span is not None and id_ in ledger.documents
        spans.append(_placed(span, ledger.place(id_)) if span is not None and known else None)
    return {"what": c.what, "from": readable(c.source_text, 200), "to": readable(c.target_text, 200), "spans": spans}


def _alike_details(m: Match, ledger: Ledger) -> Facts:
    return {
        "reasons": [{"signal": r.signal, "bits": round(r.bits, 1), "text": readable(r.text, 400)} for r in m.reasons],
        "passages": _passages(m.passages, m.left, m.right, ledger),
    }


def _placed(span: Span | Sequence[int], place: Callable[[int], int]) -> list[int]:
    return [place(span[0]), place(span[1])]
