"""What people see: tables, remarks and progress; alone imports rich."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from provenance.read.shown import shown

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

PIPED = 120
"""Columns of output that does not go to a terminal."""
KINDS = {
    "copy": "blue",
    "version": "magenta",
    "excerpt": "green",
    "rewrite": "yellow",
    "summary": "bright_yellow",
    "translation": "cyan",
    "round-trip translation": "bright_magenta",
}
"""Colours of relations, of those that every terminal has, so that its own theme keeps them readable."""
ALARM = "bold red"
MOST = 20
"""Remarks printed; a trace file holds them all."""


def console() -> Console:
    """Return standard output: with colours on a terminal that wants them, plain text elsewhere."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else PIPED
    return Console(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)


def safe(text: str, style: str = "") -> Text:
    """Return strangers' words for a table cell: on one line, nothing in them a markup, escape or direction sign."""
    from rich.text import Text

    return Text(shown(text), style=style)


def kind(relation: str, text: str = "") -> Text:
    """Return a relation, or another `text` about it, for a table cell in the relation's colour."""
    return safe(text or relation, KINDS.get(relation, ""))


def joined(parts: Sequence[Text], between: str = ", ") -> Text:
    """Return parts of one table cell with their colours."""
    from rich.text import Text

    return Text(between).join(parts)


def alarm(text: str, raised: bool) -> Text:
    """Return text for a table cell, red where there is something to look into."""
    return safe(text, ALARM if raised else "")


def paragraph(text: str) -> Text:
    """Return a passage for a table cell: its lines joined, its words safe."""
    return safe(" ".join(text.split()))


def table(headings: Sequence[str], rows: Iterable[Sequence[str | Text]], right: Sequence[int] = ()) -> None:
    """Print rows under headings; columns numbered in `right` hold figures."""
    from rich import box
    from rich.table import Table

    out = console()
    drawn = Table(box=box.ROUNDED if out.is_terminal else None, pad_edge=out.is_terminal, header_style="bold")
    for number, heading in enumerate(headings):
        figures = number in right
        drawn.add_column(
            heading, justify="right" if figures else "left", no_wrap=figures, overflow="ellipsis" if figures else "fold"
        )
    for row in rows:
        drawn.add_row(*(safe(cell) if isinstance(cell, str) else cell for cell in row))
    _print(out, drawn)


def side_by_side(left: str, right: str, rows: Iterable[tuple[str, str, str]]) -> None:
    """Print passages in two columns of equal width under the articles' names, each pair under a line about it."""
    from rich import box
    from rich.table import Table

    out = console()
    drawn = Table(box=box.ROUNDED if out.is_terminal else box.ASCII, show_lines=True, expand=True, header_style="bold")
    for name in (left, right):
        drawn.add_column(safe(name), ratio=1, overflow="fold")
    for about, one, other in rows:
        drawn.add_row(safe(about, "dim").append("\n").append_text(paragraph(one)), paragraph(other))
    _print(out, drawn)


def _print(out: Console, drawn: object) -> None:
    """Print without the spaces that rich puts after the last column of plain text."""
    if out.is_terminal:
        out.print(drawn)
        return
    with out.capture() as captured:
        out.print(drawn)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


def say(text: str, style: str = "") -> None:
    """Print one line of results, in `style` on a terminal."""
    if style and (out := console()).is_terminal:
        out.print(safe(text, style), soft_wrap=True)
    else:
        click.echo(shown(text))


def remark(lines: Sequence[str]) -> None:
    """Print remarks on standard error, one line each, and no more than a reader takes in."""
    for line in lines[:MOST]:
        click.echo(f"note: {shown(line)}", err=True)
    if len(lines) > MOST:
        click.echo(f"note: and {len(lines) - MOST} more like these", err=True)


def print_raw(text: str) -> None:
    """Print a document meant for programs, as UTF-8 whatever the encoding of the terminal."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """Give a callback that draws a bar on standard error; None where that is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield report
