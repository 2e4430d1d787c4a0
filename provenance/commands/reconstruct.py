"""`provenance reconstruct`: the lost originals of a trace, with the witnesses of each sentence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import click

from provenance.commands import terminal
from provenance.commands.options import as_json
from provenance.commands.traces import load, trace_path
from provenance.errors import InputError
from provenance.model import LostOriginal
from provenance.read.shown import shown

SCHEMA = "provenance.reconstruct/1"


@click.command("reconstruct")
@click.argument("trace", metavar="[TRACE]", default="out/trace.json")
@click.option("--lost", metavar="ID", help="Only this lost original, such as lost-1.")
@as_json
def command(*, trace: str, lost: str | None, as_json: bool) -> None:
    """Print the lost originals of a trace, with the witnesses of each sentence.

    TRACE is a trace.json or the folder it lies in; out/trace.json unless given.

    \b
    Example:
      provenance reconstruct out/trace.json --lost lost-1
    """  # noqa: D301 - \b keeps the lines of the example apart
    originals = _chosen(load(trace_path(trace)).lost, lost)
    if as_json:
        terminal.print_raw(_to_json(originals))
        return
    if not originals:
        terminal.say("no lost original: every family goes back to one of its articles")
    for original in originals:
        show(original)


def _chosen(originals: Sequence[LostOriginal], wanted: str | None) -> list[LostOriginal]:
    """Return all lost originals, or the wanted one; raises `InputError` where there is none of that name."""
    chosen = [o for o in originals if wanted in {None, o.id}]
    if wanted is not None and not chosen:
        known = ", ".join(shown(o.id) for o in originals)
        raise InputError(
            f"the trace has no lost original {shown(wanted)}; " + (f"choose one of {known}" if known else "it has none")
        )
    return chosen


def _to_json(originals: Sequence[LostOriginal]) -> str:
    told = {"schema": SCHEMA, "lost": [asdict(o) for o in originals]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def show(original: LostOriginal) -> None:
    """Print one lost original: who wrote it, who attests it, and its sentences in order."""
    agency = original.agency or "an unnamed source"
    terminal.say(f"{original.id}: by {agency}, confidence {original.confidence:.2f}")
    terminal.say(f"witnesses: {', '.join(original.witnesses)}")
    if not original.text:
        terminal.say("no sentence of it could be recovered")
        return
    rows = [(f"{s.confidence:.2f}", s.text, ", ".join(s.witnesses)) for s in original.text]
    terminal.table(("sure", "sentence", "witnesses"), rows, right=(0,))
