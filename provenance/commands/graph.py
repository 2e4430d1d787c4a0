"""`provenance graph`: the derivation graph of a trace, drawn."""

from __future__ import annotations

from pathlib import Path

import click

from provenance import draw
from provenance.commands import terminal
from provenance.commands.files import write
from provenance.commands.traces import load, trace_path
from provenance.errors import ProvenanceError
from provenance.export import ENDINGS as EXPORTS
from provenance.export import ending_of, export
from provenance.read.shown import shown

DRAWN = ("svg", "png", "pdf", "dot")


@click.command("graph")
@click.argument("trace", metavar="[TRACE]", default="out/trace.json")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="File to write; its ending says how: .svg .png .pdf .dot to draw, .csv .matches.csv .graphml .prov.json"
    " .jsonld for other programs. Default: graph.svg beside TRACE; - prints DOT.",
)
@click.option("--open", "open_it", is_flag=True, help="Show the drawing in the program for such files.")
def command(trace: str, output: str | None, open_it: bool) -> None:
    """Draw the derivation graph of a trace, or hand it to another program.

    TRACE is a trace.json or the folder it lies in; out/trace.json unless given.

    \b
    Example:
      provenance graph out/trace.json -o graph.png --open
      provenance graph out/trace.json -o edges.csv
    """  # noqa: D301 - \b keeps the lines of the example apart
    path = trace_path(trace)
    target = Path(output) if output else path.with_name("graph.svg")
    exported = ending_of(target.name) if output != "-" else None
    kind = "dot" if output == "-" else target.suffix.lower().removeprefix(".")
    if kind not in DRAWN and exported is None:
        known = " ".join(f".{ending}" for ending in (*DRAWN, *EXPORTS))
        raise click.BadParameter(f"{shown(str(target))} has none of the endings {known}", param_hint="-o")
    if output == "-" and open_it:
        raise click.UsageError("--open needs a file; give one with -o")
    found = load(path)
    if exported is not None:
        write(target, export(found, exported))
    elif output == "-":
        terminal.print_raw(draw.dot(found))
        return
    else:
        write(target, draw.render(draw.dot(found), kind))
    terminal.say(f"wrote {target.as_posix()}")
    if open_it and click.launch(str(target)) != 0:
        raise ProvenanceError(f"no program here opens {shown(str(target))}; open it by hand")
