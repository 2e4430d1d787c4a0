"""`provenance trace`: a corpus to trace.json, graph and report, and its families as a table."""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.commands import terminal
from provenance.commands.files import folder, write
from provenance.commands.options import as_json, settings, with_settings
from provenance.errors import CorpusIndexError, EmptyCorpusError
from provenance.model import Derivation, DocumentRecord, LostOriginal, Trace
from provenance.read import Corpus, read_corpus
from provenance.read.shown import shown

if TYPE_CHECKING:
    from provenance.engines import Engine
    from provenance.match import Progress
    from provenance.settings import Settings

if TYPE_CHECKING:
    from rich.text import Text

_ALONE = "one article only, so there is nothing to compare it with"
_PLURALS = {"copy": "copies", "summary": "summaries"}


@click.command("trace")
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--index", metavar="INDEX", help="Trace the articles of an index, doing again only what changed.")
@click.option("--out", metavar="DIR", default="out", show_default=True, help="Folder for the files written.")
@with_settings
@click.option("--with-text", is_flag=True, help="Write each article's text into trace.json.")
@as_json
def command(
    *,
    paths: tuple[str, ...],
    index: str | None,
    out: str,
    agencies: tuple[str, ...],
    no_meaning: bool,
    no_translation: bool,
    jobs: int,
    with_text: bool,
    as_json: bool,
) -> None:
    """Trace a corpus: who took what from whom.

    PATH is a folder, a .txt, .md, .html, .jsonl or .parquet file (also .gz), or - for standard input; or give --index.
    Writes trace.json, graph.dot, graph.svg and report.html, and prints the families as a table.

    \b
    Example:
      provenance trace seeds --out out
    """  # noqa: D301 - \b keeps the lines of the example apart
    if bool(paths) == (index is not None):
        raise click.UsageError("give either articles or --index INDEX")
    chosen = settings(agencies, no_meaning, no_translation, jobs)
    from provenance.engines import engine

    # The same processes read, trace and write: one takes as long to start as to tell a hundred articles.
    with engine(jobs) as workers:
        corpus = read_corpus(paths, workers) if paths else Corpus(())
        place = folder(out)
        from provenance.trace import trace

        remarks = corpus.remarks
        with terminal.progress() as report:
            if index is None:
                found = trace(corpus.documents, chosen, report, workers=workers)
            else:
                found, not_kept = _of_index(index, chosen, report, workers)
                terminal.remark(not_kept)
        alone = (_ALONE,) if len(found.documents) == 1 else ()
        found = replace(found, remarks=(*remarks, *alone, *found.remarks))
        terminal.remark(found.remarks)
        written = _write(found, place, with_text, workers)
    if as_json:
        terminal.print_raw((place / "trace.json").read_text("utf-8"))
        return
    show(found)
    terminal.say("wrote " + ", ".join(path.as_posix() for path in written))


def _of_index(path: str, chosen: Settings, report: Progress | None, workers: Engine) -> tuple[Trace, tuple[str, ...]]:
    """Return the trace of all articles of an index, and a remark where what it found could not be kept there.

    What earlier traces left in the index is used, and what is new is left there.
    """
    from provenance import kept
    from provenance.index import Index
    from provenance.trace import trace

    with Index.open(path, write=os.access(path, os.W_OK)) as opened:
        documents = opened.documents([entry.id for entry in opened.entries()])
        if not documents:
            raise EmptyCorpusError(f'{shown(path)} holds no articles; add some with "provenance index add"')
        known = kept.known_articles(opened, documents, chosen.agencies)
        before = set(known)
        encoded = kept.KnownVectors(opened, chosen.encoder)
        found = trace(documents, chosen, report, known=known, encoded=encoded, workers=workers)
        new = {d: article for d, article in known.items() if d not in before}
        try:
            kept.keep_articles(opened, chosen.agencies, new)
            encoded.keep()
        except CorpusIndexError as error:
            return found, (f"the next trace of the index will take as long: {error}",)
        return found, ()


def _write(found: Trace, place: Path, with_text: bool, workers: Engine) -> list[Path]:
    """Write the four files, the trace first, as it does not depend on what can be drawn here.

    The report is put together meanwhile, mostly by `workers`.
    """
    from provenance import draw
    from provenance.report import render_report
    from provenance.tracefile import trace_to_json

    with ThreadPoolExecutor(1) as beside:
        report = beside.submit(render_report, found, workers)
        written = [write(place / "trace.json", trace_to_json(found, with_text=with_text))]
        drawing = draw.dot(found)
        written += [
            write(place / "graph.dot", drawing),
            write(place / "graph.svg", draw.render(drawing, "svg")),
            write(place / "report.html", report.result()),
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
    silent = sum(uncredited(edge, outlets) for edge in edges)
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
