"""Which files lie below the paths that the user gave."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from provenance.errors import InputError
from provenance.read.formats import format_of, split_ending
from provenance.read.shown import shown
from provenance.read.source import STDIN, Remark, Source, reading, unicode_name

_NO_ARTICLES = frozenset({"truth.json", "trace.json", "readme", "readme.md", "readme.txt", "license", "license.txt"})
_OUR_OUTPUT = frozenset({"trace.json", "report.html"})


def sources(paths: Sequence[str], remark: Remark) -> list[Source]:
    """Return the files to read, each once, in the order of their names.

    In folders, what is hidden, begins with ``_`` or is no article by its name is passed over; links are followed
    once; endings that no reader knows are told in one line. Raises `InputError` for a path that does not exist.
    """
    unknown: Counter[str] = Counter()
    found: dict[str, Source] = {}
    for source in sorted(_all(paths, unknown, remark), key=lambda s: (s.name, s.path)):
        found.setdefault(os.path.realpath(source.path) if source.path != STDIN else STDIN, source)
    if unknown:
        kinds = ", ".join(shown(ending) or "no ending" for ending in sorted(unknown))
        total = sum(unknown.values())
        remark(f"{total} {'file' if total == 1 else 'files'} passed over, as no reader knows the ending: {kinds}")
    return list(found.values())


def _all(paths: Sequence[str], unknown: Counter[str], remark: Remark) -> Iterator[Source]:
    for path in dict.fromkeys(paths):
        if path == STDIN:
            yield Source(STDIN, "stdin", sys.stdin.buffer.read())
        elif "\0" in path or not os.path.exists(path):
            raise InputError(f"no such file or folder: {shown(unicode_name(path))}")
        elif os.path.isdir(path):
            yield from _below(path, unknown, remark)
        else:
            yield _given(path)


def _given(path: str) -> Source:
    source = Source(path, unicode_name(os.path.basename(path)))
    if os.path.isfile(path):
        return source
    with reading(source):
        return replace(source, held=Path(path).read_bytes())


def _below(folder: str, unknown: Counter[str], remark: Remark) -> Iterator[Source]:
    seen: set[str] = set()

    def failed(error: OSError) -> None:
        remark(f"{shown(unicode_name(str(error.filename)))}: cannot be read ({error.strerror}); left out")

    for here, folders, files in os.walk(folder, followlinks=True, onerror=failed):
        real = os.path.realpath(here)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        if here != folder and set(files) >= _OUR_OUTPUT:
            remark(f"{shown(unicode_name(os.path.relpath(here, folder)))}: is what a trace wrote; passed over")
            folders.clear()
            continue
        for name in sorted(files):
            path = os.path.join(here, name)
            if name.startswith((".", "_")) or name.lower() in _NO_ARTICLES or not os.path.isfile(path):
                continue
            if format_of(name) is None:
                unknown[split_ending(unicode_name(name))[1]] += 1
                continue
            yield Source(path, unicode_name(os.path.relpath(path, folder)))
