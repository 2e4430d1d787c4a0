"""`provenance compare`: two articles side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.commands import terminal
from provenance.commands.articles import one_article, renamed
from provenance.commands.options import as_json, settings, with_settings
from provenance.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.compare import Comparison


@click.command("compare")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--explain", is_flag=True, help="Show what speaks for and against, in bits.")
@with_settings
@as_json
def command(
    *,
    left: str,
    right: str,
    explain: bool,
    agencies: tuple[str, ...],
    no_meaning: bool,
    no_translation: bool,
    jobs: int,
    as_json: bool,
) -> None:
    """Align two articles and show their passages side by side.

    \b
    Example:
      provenance compare wire.txt copy.html --explain
    """  # noqa: D301 - \b keeps the lines of the example apart
    if left == right == "-":
        raise click.UsageError("standard input can be one of the articles, not both")
    (one, said), (other, also_said) = one_article(left), one_article(right)
    from provenance.compare import compare

    chosen = settings(agencies, no_meaning, no_translation, jobs)
    found = compare(one, renamed(other, right, frozenset({one.id})), chosen)
    terminal.remark((*said, *also_said, *found.remarks))
    if as_json:
        from provenance.tell import record
        from provenance.tracefile import match_to_json

        terminal.print_raw(match_to_json(found.match, record(found.left), record(found.right)))
        return
    show(found)
    if explain:
        _explain("for (+) and against (-) reuse", found.account)
        _tell_what_tipped(found)
        _explain("for (+) and against (-) other explanations", found.rivals)
        _explain(f"for {found.left.id} (+) or {found.right.id} (-) as the source", found.direction)


def show(found: Comparison) -> None:
    """Print the verdict on two articles and their passages in two columns."""
    left, right, match = found.left, found.right, found.match
    if match is None:
        terminal.say(f"{left.id} and {right.id} share no passage")
        return
    terminal.say(f"{match.relation}, confidence {match.confidence:.2f}, {match.bits:.0f} bits")
    shares = f"{match.share_of_left:.0%} of {left.id}, {match.share_of_right:.0%} of {right.id}"
    terminal.say(f"shared: {shares}; longest run {match.longest_run} words")
    rows = [
        (f"{p.kind} {p.similarity:.2f}, {p.bits:.0f} bits", left.text[slice(*p.left)], right.text[slice(*p.right)])
        for p in sorted(match.passages, key=lambda p: (p.left, p.right))
    ]
    terminal.side_by_side(left.id, right.id, rows)


def _tell_what_tipped(found: Comparison) -> None:
    if found.match is None:
        return
    verdict = "reuse" if found.match.bits > 0 else "no reuse"
    signals = ", ".join(f"{r.signal} ({r.bits:+.1f})" for r in found.tipped)
    terminal.say(f"what tipped it to {verdict}: {signals}" if signals else f"nothing tipped it: {verdict}")


def _explain(what: str, reasons: Iterable[Reason]) -> None:
    rows = [(f"{r.bits:+.1f}", r.signal, r.text) for r in reasons]
    if rows:
        terminal.say(f"bits {what}:")
        terminal.table(("bits", "signal", "reason"), rows, right=(0,))
