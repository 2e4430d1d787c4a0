"""A trace as CSV tables that spreadsheets open without running anything in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from provenance.draw import families, readable, uncredited
from provenance.model import Trace

Cell: TypeAlias = str | int | float | bool | None

_DERIVATIONS = (
    "family", "source", "source_title", "source_outlet", "source_published", "target", "target_title", "target_outlet",
    "target_published", "kind", "confidence", "bits", "share_of_target", "share_of_source", "credited", "uncredited",
    "altered_facts", "reasons", "alternatives",
)  # fmt: skip
_MATCHES = (
    "left", "left_title", "left_outlet", "right", "right_title", "right_outlet", "relation", "confidence", "bits",
    "share_of_left", "share_of_right", "longest_run", "passages",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "|", "%")
"""With these, half or full width, a cell starts that a spreadsheet may run."""


def derivations_csv(trace: Trace) -> bytes:
    """Return the derivations of a trace as CSV, a row each, by family, source and target."""
    articles = {d.id: (d.title, d.outlet, d.published) for d in trace.documents}
    articles |= {x.id: ("lost original", x.agency, None) for x in trace.lost}
    outlets = {d.id: d.outlet for d in trace.documents}
    altered: dict[tuple[str, str], int] = {}
    for c in trace.changes:
        altered[c.source, c.target] = altered.get((c.source, c.target), 0) + 1
    rows = (
        (
            family.number,
            e.source, *articles.get(e.source, (None, None, None)),
            e.target, *articles.get(e.target, (None, None, None)),
            e.kind, round(e.confidence, 3), round(e.bits, 1), round(e.share_of_target, 3),
            None if e.share_of_source is None else round(e.share_of_source, 3),
            e.credited, uncredited(e, outlets), altered.get((e.source, e.target), 0),
            "; ".join(f"{r.text} ({r.bits:+.1f} bits)" for r in e.reasons),
            "; ".join(f"{a.source} ({a.confidence:.2f})" for a in e.alternatives),
        )
        for family in families(trace)
        for e in family.edges
    )  # fmt: skip
    return _csv(_DERIVATIONS, rows)


def matches_csv(trace: Trace) -> bytes:
    """Return the matches of a trace as CSV, a row each, by left and right document."""
    articles = {d.id: (d.title, d.outlet) for d in trace.documents}
    rows = (
        (
            m.left, *articles.get(m.left, (None, None)), m.right, *articles.get(m.right, (None, None)),
            m.relation, round(m.confidence, 3), round(m.bits, 1), round(m.share_of_left, 3),
            round(m.share_of_right, 3), m.longest_run, len(m.passages),
        )
        for m in sorted(trace.matches, key=lambda m: (m.left, m.right))
    )  # fmt: skip
    return _csv(_MATCHES, rows)


def _csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as RFC 4180 says, in UTF-8 with the mark by which spreadsheets know it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> str | int | float:
    """Return a cell that no spreadsheet takes for a formula: such text gets an apostrophe in front."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if not isinstance(cell, str):
        return cell
    text = readable(cell, 2000)
    return "'" + text if text.startswith(_FORMULA) else text
