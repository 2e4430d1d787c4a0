"""`provenance evaluate`: a trace held against the truth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.commands import terminal
from provenance.commands.options import as_json
from provenance.commands.traces import load, trace_path
from provenance.errors import InputError
from provenance.read import read_corpus
from provenance.read.shown import shown

if TYPE_CHECKING:
    from provenance.evaluate import Evaluation, Score
    from provenance.model import Trace


@click.command("evaluate")
@click.argument("trace", metavar="TRACE")
@click.argument("truth", metavar="TRUTH")
@as_json
def command(*, trace: str, truth: str, as_json: bool) -> None:
    """Score a trace against a truth file.

    TRACE is a trace.json or the folder it lies in; TRUTH is a truth.json, or a folder of stories that have one,
    laid out like tests/families. Articles are read from TRUTH where the trace was written without --with-text.

    \b
    Example:
      provenance evaluate out seeds
    """  # noqa: D301 - \b keeps the lines of the example apart
    from provenance.evaluate import evaluate, read_truth, to_json

    told = load(trace_path(trace))
    place = Path(truth)
    if not place.exists():
        raise InputError(f"no such file or folder: {shown(truth)}")
    stories = read_truth(place)
    found = evaluate(told, stories, _texts(told, place if place.is_dir() else place.parent))
    if as_json:
        terminal.print_raw(to_json(found))
    else:
        show(found)


def _texts(told: Trace, folder: Path) -> dict[str, str]:
    """Return the texts of documents that the trace itself does not hold, by their ids."""
    if all(d.text is not None for d in told.documents):
        return {}
    return {d.id: d.text for d in read_corpus([str(folder)]).documents}


def show(found: Evaluation) -> None:
    """Print an evaluation as a table, then how true its confidences are, then what it got wrong."""
    terminal.table(("", "precision", "recall", "F1", "said", "true"), _scores(found), right=(1, 2, 3, 4, 5))
    terminal.say("")
    terminal.table(("", ""), list(_figures(found)), right=())
    terminal.say("")
    rows = [
        (what, f"{b.confidence:.2f}", f"{b.true:.2f}", str(b.said))
        for what, held in (("edges", found.edge_calibration), ("matches", found.match_calibration))
        for b in held.bins
    ]
    terminal.table(("calibration of", "confidence", "true", "said"), rows, right=(1, 2, 3))


def _scores(found: Evaluation) -> list[tuple[str, ...]]:
    named: tuple[tuple[str, Score], ...] = (
        ("derived documents", found.derived),
        ("pairs of one story", found.same_story),
        ("directed edges", found.directed),
        ("undirected edges", found.undirected),
        ("ancestor pairs", found.ancestors),
    )
    return [
        (name, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", str(s.said), str(s.true)) for name, s in named
    ]


def _figures(found: Evaluation) -> Iterator[tuple[str, str]]:
    p = found.passages
    yield "kinds right", f"{found.kinds_right:.3f} of all derived, {found.kinds_right_of_found:.3f} of those found"
    for true, said, times in found.confusions:
        yield "", f"{true} called {said}: {times}"
    lost = f"{len(found.lost_found)} of {len(found.lost_wanted)} found, {found.lost_invented} invented"
    yield "lost originals", lost + "".join(f"; {name}: {share:.0%} recovered" for name, share in found.lost_recovered)
    measures = f"precision {p.precision:.3f}, recall {p.recall:.3f}, granularity {p.granularity:.2f}"
    yield "passages", f"plagdet {p.plagdet:.3f} ({measures})"
    for kind, hits, total in found.passages_found:
        yield "", f"{kind}: {hits} of {total} found"
    yield "matches of unrelated", str(found.unrelated_matches)
    yield "changes", f"{found.changes_found} of {found.changes_true} found, {found.changes_said} said"
    edges, matches = found.edge_calibration.error, found.match_calibration.error
    yield "calibration error", f"edges {edges:.3f}, matches {matches:.3f}"
    yield "false alarms", ", ".join(found.false_alarms) or "none"
    yield "missed", ", ".join(found.missed) or "none"
