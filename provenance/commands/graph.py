"""`provenance graph`: the derivation graph of a trace, drawn."""

from __future__ import annotations

from pathlib import Path

import click

from provenance import draw
from provenance.commands import terminal
from provenance.commands.files import write
from provenance.errors import InputError, ProvenanceError
from provenance.export import ENDINGS as EXPORTS
from provenance.export import ending_of, export
from provenance.model import Trace
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
    path = _trace_path(trace)
    target = Path(output) if output else path.with_name("graph.svg")
    exported = ending_of(target.name) if output != "-" else None
    kind = "dot" if output == "-" else target.suffix.lower().removeprefix(".")
    if kind not in DRAWN and exported is None:
        known = " ".join(f".{ending}" for ending in (*DRAWN, *EXPORTS))
        raise click.BadParameter(f"{shown(str(target))} has none of the endings {known}", param_hint="-o")
    if output == "-" and open_it:
        raise click.UsageError("--open needs a file; give one with -o")
    found = _load(path)
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


def _trace_path(given: str) -> Path:
    path = Path(given)
    if path.is_dir():
        path /= "trace.json"
    if not path.is_file():
        raise InputError(f'no trace at {shown(str(path))}; run "provenance trace PATH" first')
    return path


def _load(path: Path) -> Trace:
    from provenance.tracefile import trace_from_json

    try:
        return trace_from_json(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{shown(str(path))}: cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise InputError(f'{shown(str(path))}: is not a trace; run "provenance trace" again') from error
    except InputError as error:
        raise InputError(f"{shown(str(path))}: {error}") from error
