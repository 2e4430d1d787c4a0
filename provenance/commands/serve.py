"""`provenance serve`: an archive as a local web page and HTTP API."""

from __future__ import annotations

import os
import secrets
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from click.core import ParameterSource

from provenance.commands import terminal
from provenance.commands.options import settings, with_settings
from provenance.errors import MissingExtraError, ProvenanceError

TOKEN = "PROVENANCE_TOKEN"  # noqa: S105 - the variable's name
_SHORTEST = 16
_PROCESSES = 4
"""Processes that check, at most, where nobody says how many: each takes half a gigabyte."""


@click.command("serve")
@click.argument("archive", metavar="ARCHIVE...", nargs=-1, required=True)
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), default=8417, show_default=True, help="0 picks a free one."
)
@click.option(
    "--allow-host",
    "names",
    metavar="NAME",
    multiple=True,
    help="A name the server is also asked by; may be given again.",
)
@click.option("--most-bytes", metavar="N", type=click.IntRange(min=1000), default=2_000_000, show_default=True,
              help="Largest article taken, markup included.")  # fmt: skip
@click.option("--most-seconds", metavar="N", type=click.FloatRange(min=1), default=60, show_default=True,
              help="Longest that a check may take.")  # fmt: skip
@click.option("--open", "open_it", is_flag=True, help="Show the page in a browser.")
@with_settings
@click.pass_context
def command(
    ctx: click.Context,
    *,
    archive: tuple[str, ...],
    host: str,
    port: int,
    names: tuple[str, ...],
    most_bytes: int,
    most_seconds: float,
    open_it: bool,
    agencies: tuple[str, ...],
    no_meaning: bool,
    no_translation: bool,
    jobs: int,
) -> None:
    """Show an archive and check articles against it, on a local web page and by HTTP.

    ARCHIVE is an index, or folders and files of articles; also a trace of them, so that it need not be made.
    At any other address than this machine's own a token is demanded: the one in the variable PROVENANCE_TOKEN, or one
    that is made up and shown.

    \b
    Examples:
      provenance serve archive.index --open
      provenance serve seeds out/trace.json
    """  # noqa: D301 - \b keeps the lines of the example apart
    for needed in ("starlette", "uvicorn"):
        if find_spec(needed) is None:
            raise MissingExtraError(f"{needed} is not installed: pip install 'news-provenance[serve]'")
    from provenance.serve.archive import opened
    from provenance.serve.gate import Site, is_loopback
    from provenance.serve.limits import Limits
    from provenance.serve.server import serve

    token = _token(is_loopback(host))
    site = Site(host, port, names, token, Limits(body=most_bytes, check=most_seconds))
    if ctx.get_parameter_source("jobs") is ParameterSource.DEFAULT:
        jobs = min(jobs, _PROCESSES)
    chosen = settings(agencies, no_meaning, no_translation, jobs)
    with TemporaryDirectory(prefix="provenance-") as folder:
        with terminal.progress() as report:
            found = opened(archive, Path(folder), chosen, report)
        terminal.remark(found.remarks)

        def started(address: str) -> None:
            click.echo(f"serving {found.name}, {found.documents} articles, at {address} until Ctrl-C", err=True)
            if open_it:
                click.launch(address)

        serve(found, chosen, site, Path(folder), started)


def _token(loopback: bool) -> str | None:
    """Return what requests must bring; None where everyone who can ask may."""
    given = os.environ.get(TOKEN)
    if given is not None and (len(given) < _SHORTEST or not given.isascii() or not given.isprintable()):
        raise ProvenanceError(f"{TOKEN} must have at least {_SHORTEST} characters, of ASCII; choose another")
    if given is None and not loopback:
        given = secrets.token_urlsafe(24)
        click.echo(f"note: the token, as password of any name: {given}", err=True)
    return given
