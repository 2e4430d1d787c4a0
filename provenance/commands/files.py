"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from provenance.errors import ProvenanceError
from provenance.read.shown import shown


def folder(path: str) -> Path:
    """Return the folder at `path`, made if need be; raises `ProvenanceError` where that cannot be."""
    made = Path(path)
    try:
        made.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProvenanceError(f"cannot make the folder {shown(path)} ({error.strerror}); choose another") from error
    return made


def write(path: Path, content: str | bytes) -> Path:
    """Write `content` beside `path` and rename it there, so that no half file is ever seen; returns `path`."""
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise ProvenanceError(f"cannot write {shown(str(path))} ({error.strerror}); choose another place") from error
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return path
