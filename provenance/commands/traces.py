"""Traces found and read from the command line, one way for every verb that takes one."""

from __future__ import annotations

from pathlib import Path

from provenance.errors import InputError
from provenance.model import Trace
from provenance.read.shown import shown


def trace_path(given: str) -> Path:
    """Return the trace file at `given`, itself or the folder it lies in; raises InputError where there is none."""
    path = Path(given)
    if path.is_dir():
        path /= "trace.json"
    if not path.is_file():
        raise InputError(f'no trace at {shown(str(path))}; run "provenance trace PATH" first')
    return path


def load(path: Path) -> Trace:
    """Return the trace in a file; raises InputError, naming the file, for one that cannot be read or is none."""
    from provenance.tracefile import trace_from_json

    try:
        return trace_from_json(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{shown(str(path))}: cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise InputError(f'{shown(str(path))}: is not a trace; run "provenance trace" again') from error
    except InputError as error:
        raise InputError(f"{shown(str(path))}: {error}") from error
