"""The tables of words and phrases that come with the package, each read once."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table by its place in the package, but for empty lines and those that begin with a #."""
    lines = resources.files("provenance").joinpath(table).read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
