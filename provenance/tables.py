"""Tables that take long to make, kept in the user's cache folder and mapped into memory from there.

A table is told by what it was made of. Where the folder cannot be written, tables are made anew in every process; what
lies there damaged or cut short is made anew too. A mapped table takes memory only where it is read, once for all
processes of a machine.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from provenance.cache_folder import cache_folder, forget

Tables: TypeAlias = dict[str, npt.NDArray[Any]]
_LAYOUT = 2
"""Raised whenever what is written differs."""
_LIST = "names"
"""The file that says which tables there are."""


def kept(name: str, made_of: Iterable[str], make: Callable[[], Mapping[str, npt.NDArray[Any]]]) -> Tables:
    """Return what `make` returns, from the cache folder where it lies there; it cannot be written to.

    `made_of` are all versions, files and settings that the tables depend on. Of tables of one name that were made of
    something else the last few stay, for several versions may be in use on a machine.
    """
    print_ = hashlib.sha256("\0".join([str(_LAYOUT), *made_of]).encode()).hexdigest()[:20]
    folder = cache_folder()
    if folder is None:
        return dict(make())
    place = folder / f"{name}-{print_}"
    # A table may be damaged in any way, and the folder taken away by another process.
    with suppress(Exception):
        return _read(place)
    tables = dict(make())
    with suppress(OSError):
        _write(place, tables)
        forget(folder, name)
    return tables


def of_file(path: str | Path) -> str:
    """Return what tells a file from another of the same path: its size and when it was written."""
    with suppress(OSError):
        status = Path(path).stat()
        return f"{Path(path).name} {status.st_size} {status.st_mtime_ns}"
    return str(path)


def _read(place: Path) -> Tables:
    """Return the tables in a folder, mapped; raise ValueError where they are not what was written."""
    files = sorted(place.glob("*.npy"))
    tables = {file.stem: np.load(file, mmap_mode="r", allow_pickle=False).view(np.ndarray) for file in files}
    if (place / _LIST).read_text("utf-8") != _listed(tables):
        raise ValueError(f"damaged: {place}")
    return tables


def _listed(tables: Tables) -> str:
    """Return what is written of tables beside them, by which what lies there is told from something else."""
    return "".join(f"{name} {tables[name].dtype.str} {tables[name].shape}\n" for name in sorted(tables))


def _write(place: Path, tables: Tables) -> None:
    """Write the tables under another name first, so that nobody sees half of them."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=place.parent))
    try:
        for name, table in tables.items():
            np.save(beside / f"{name}.npy", table, allow_pickle=False)
        (beside / _LIST).write_text(_listed(tables), "utf-8")
        if place.exists():
            shutil.rmtree(place)
        beside.rename(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
