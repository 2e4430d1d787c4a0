"""A trace in the formats of other programs, chosen by the ending of a file name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from provenance.errors import RenderError
from provenance.model import Trace

_WRITERS = {
    "csv": "table:derivations_csv",
    "matches.csv": "table:matches_csv",
    "graphml": "graphml:graphml",
    "prov.json": "prov_json:prov_json",
    "jsonld": "jsonld:jsonld",
}
"""Ending → module and function; only the one asked for is imported."""

ENDINGS: tuple[str, ...] = tuple(_WRITERS)
"""Endings that `export` knows, without the leading dot."""


def ending_of(name: str) -> str | None:
    """Return the longest known ending of a file name, or None.

    >>> ending_of("out/graph.matches.csv"), ending_of("graph.txt")
    ('matches.csv', None)
    """
    fitting = [ending for ending in ENDINGS if name.lower().endswith("." + ending)]
    return max(fitting, key=len, default=None)


def export(trace: Trace, ending: str) -> bytes:
    """Return `trace` in the format of a file name's `ending`; the same trace gives the same bytes.

    Raises RenderError for an ending that is not in `ENDINGS`, MissingExtraError where a format needs a library that is
    not installed.
    """
    if ending not in _WRITERS:
        raise RenderError(f"no export has the ending .{ending}; choose one of {' '.join('.' + e for e in ENDINGS)}")
    module, _, function = _WRITERS[ending].partition(":")
    writer = cast("Callable[[Trace], bytes]", getattr(import_module(f"provenance.export.{module}"), function))
    return writer(trace)
