"""`provenance graph`: the derivation graph of a trace, drawn."""

from __future__ import annotations

from pathlib import Path

import click

from provenance.commands import terminal
from provenance.commands.files import write
from provenance.errors import InputError, ProvenanceError
from provenance.model import Trace
from provenance.read.shown import shown

ENDINGS = ("svg", "png", "pdf", "dot")


@click.command("graph")
@click.argument("trace", metavar="[TRACE]", default="out/trace.json")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="File to draw to; its ending says how: .svg .png .pdf .dot. Default: graph.svg beside TRACE; - prints DOT.",
)
@click.option("--open", "open_it", is_flag=True, help="Show the drawing in the program for such files.")
def command(trace: str, output: str | None, open_it: bool) -> None:
    """Draw the derivation graph of a trace.

    TRACE is a trace.json or the folder it lies in; out/trace.json unless given.

    \b
    Example:
      provenance graph out/trace.json -o graph.png --open
    """  # noqa: D301 - \b keeps the lines of the example apart
    path = _trace_path(trace)
    target = Path(output) if output else path.with_name("graph.svg")
    kind = "dot" if output == "-" else target.suffix.lower().removeprefix(".")
    if kind not in ENDINGS:
        known = " ".join(f".{ending}" for ending in ENDINGS)
        raise click.BadParameter(f"{shown(str(target))} has none of the endings {known}", param_hint="-o")
    if output == "-" and open_it:
        raise click.UsageError("--open needs a file; give one with -o")
    from provenance import draw

    drawing = draw.dot(_load(path))
    if output == "-":
        terminal.print_raw(drawing)
        return
    write(target, draw.render(drawing, kind))
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
