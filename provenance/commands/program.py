"""The program: which verbs there are, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import IO, Any, cast

import click

from provenance.errors import ProvenanceError
from provenance.version import VERSION

VERBS = {
    "trace": "Trace a corpus: who took what from whom.",
    "check": "Say what one article took from a corpus.",
    "compare": "Align two articles and show their passages.",
    "graph": "Draw the derivation graph of a trace.",
    "reconstruct": "Print the lost originals of a trace.",
    "index": "Keep a corpus on disk, to check articles against.",
    "evaluate": "Score a trace against a truth file.",
    "serve": "Show and check articles on a local web page.",
}
"""Each verb and the line that help shows; ``provenance.commands.VERB.command`` is imported when it is used."""


class _Mendable(click.ClickException):
    """An error of the library, as one line on standard error; exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo("error: " + " ".join(self.message.splitlines()), file=file, err=file is None)


class _Program(click.Group):
    """A group that imports a verb only when it runs, and ends cleanly whatever ends it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        return cast(click.Command, import_module(f"provenance.commands.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except ProvenanceError as error:
            raise _Mendable(str(error)) from error
        except BrokenPipeError:
            # Whoever read the output has seen enough; nothing may be written at exit either.
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            ctx.exit(130)
        return result


@click.command(
    cls=_Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 an error that you can mend, 2 wrong usage, 3 more reuse than --fail-over allows.",
)
@click.version_option(VERSION, prog_name="provenance", message="%(prog)s %(version)s")
def program() -> None:
    """Trace news articles back to their source: who took what from whom, with the passages that show it.

    \b
    Example:
      provenance trace seeds
    """  # noqa: D301 - \b keeps the lines of the example apart
