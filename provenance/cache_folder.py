"""The user's cache folder, for what the program can make anew."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

_VERSIONS = 3
"""Things of one name that are kept."""


def cache_folder() -> Path | None:
    """Return the folder for what can be made anew, by the custom of the system; None where there is no home."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "provenance"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    customs = {"darwin": home / "Library/Caches", "win32": Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))}
    return customs.get(sys.platform, home / ".cache") / "provenance"


def forget(folder: Path, name: str, most: int = _VERSIONS) -> None:
    """Remove what is kept by a name but for so many folders, the last ones written."""
    written = sorted((place.stat().st_mtime_ns, place) for place in folder.glob(f"{name}-*"))
    for _, place in written[:-most]:
        shutil.rmtree(place, ignore_errors=True)
