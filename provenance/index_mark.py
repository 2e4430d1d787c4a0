"""Which files are indexes; apart from the index itself, which takes long to load where there is none."""

from __future__ import annotations

from pathlib import Path

_SQLITE = b"SQLite format 3\0"


def is_index(path: str | Path) -> bool:
    """Return whether a file is an SQLite database, which of all that can be checked against only an index is.

    `Index.open` tells whether it is one of ours: the mark may still lie in the write-ahead log.
    """
    try:
        with Path(path).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
