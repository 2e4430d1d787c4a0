"""`provenance trace`: a corpus to trace.json, graph and report, and its families as a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.commands import terminal
from provenance.commands.files import folder, write
from provenance.commands.options import as_json, settings, with_settings
from provenance.model import Derivation, DocumentRecord, LostOriginal, Trace
from provenance.read import read_corpus

if TYPE_CHECKING:
    from rich.text import Text

_ALONE = "one article only, so there is nothing to compare it with"
_PLURALS = {"copy": "copies", "summary": "summaries"}


@click.command("trace")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--out", metavar="DIR", default="out", show_default=True, help="Folder for the files written.")
@with_settings
@click.option("--with-text", is_flag=True, help="Write each article's text into trace.json.")
@as_json
def command(
    *,
    paths: tuple[str, ...],
    out: str,
    agencies: tuple[str, ...],
    no_meaning: bool,
    no_translation: bool,
    jobs: int,
    with_text: bool,
    as_json: bool,
) -> None:
    """Trace a corpus: who took what from whom.

    PATH is a folder, a .txt, .md, .html, .jsonl or .parquet file (also .gz), or - for standard input.
    Writes trace.json, graph.dot, graph.svg and report.html, and prints the families as a table.

    \b
    Example:
      provenance trace seeds --out out
    """  # noqa: D301 - \b keeps the lines of the example apart
    corpus = read_corpus(paths)
    place = folder(out)
    from provenance.trace import trace

    with terminal.progress() as report:
        found = trace(corpus.documents, settings(agencies, no_meaning, no_translation, jobs), report)
    alone = (_ALONE,) if len(corpus.documents) == 1 else ()
    found = replace(found, remarks=(*corpus.remarks, *alone, *found.remarks))
    terminal.remark(found.remarks)
    written = _write(found, place, with_text)
    if as_json:
        terminal.print_raw((place / "trace.json").read_text("utf-8"))
        return
    show(found)
    terminal.say("wrote " + ", ".join(path.as_posix() for path in written))


def _write(found: Trace, place: Path, with_text: bool) -> list[Path]:
    """Write the four files, the trace first, as it does not depend on what can be drawn here."""
    from provenance.tracefile import trace_to_json

    written = [write(place / "trace.json", trace_to_json(found, with_text=with_text))]
    from provenance import draw
    from provenance.report import render_report

    drawing = draw.dot(found)
    written += [
        write(place / "graph.dot", drawing),
        write(place / "graph.svg", draw.render(drawing, "svg")),
        write(place / "report.html", render_report(found)),
    ]
    return written


def show(found: Trace) -> None:
    """Print the families of a trace as a table, and how many articles are in none."""
    families: dict[int, list[DocumentRecord]] = {}
    for document in found.documents:
        if document.family is not None:
            families.setdefault(document.family, []).append(document)
    family_of = {document.id: document.family for document in found.documents}
    edges: dict[int | None, list[Derivation]] = {}
    for edge in found.derivations:
        edges.setdefault(family_of[edge.target], []).append(edge)
    lost = {original.id: original for original in found.lost}
    rows = [_row(number, members, edges.get(number, []), lost) for number, members in sorted(families.items())]
    if rows:
        headings = ("family", "articles", "goes back to", "took from it", "uncredited")
        terminal.table(headings, rows, right=(0, 1, 4))
    single = len(found.documents) - sum(map(len, families.values()))
    if single:
        what = "1 article" if single == 1 else f"{single} articles"
        terminal.say(f"{what} in no family" if rows else f"no reuse found among {what}")


def _row(
    number: int, members: list[DocumentRecord], edges: list[Derivation], lost: dict[str, LostOriginal]
) -> tuple[str | Text, ...]:
    from provenance.draw import uncredited

    kinds = Counter(edge.kind for edge in edges)
    taken = [
        terminal.kind(kind, f"{n} {_PLURALS.get(kind, kind + 's') if n > 1 else kind}")
        for kind, n in sorted(kinds.items())
    ]
    outlets = {member.id: member.outlet for member in members}
    silent = len({edge.target for edge in edges if uncredited(edge, outlets)})
    roots = terminal.safe(_roots(members, edges, lost), "bold")
    return str(number), str(len(members)), roots, terminal.joined(taken), terminal.alarm(str(silent), silent > 0)


def _roots(members: list[DocumentRecord], edges: list[Derivation], lost: dict[str, LostOriginal]) -> str:
    """Name the originals of a family: lost ones by their agency, others by id and outlet."""
    records = {member.id: member for member in members}
    targets = {edge.target for edge in edges}
    roots = sorted({edge.source for edge in edges} - targets) or sorted(records)[:1]
    names = []
    for root in roots[:3]:
        if root in lost:
            names.append(f"a lost {lost[root].agency or 'unnamed'} original")
        else:
            outlet = records[root].outlet if root in records else None
            names.append(f"{root} ({outlet})" if outlet else root)
    return ", ".join(names) + (f" and {len(roots) - 3} more" if len(roots) > 3 else "")
