"""Plain text and Markdown: one file is one document, its text is the file's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.errors import InputError
from provenance.read.encoding import decode
from provenance.read.formats import split_ending
from provenance.read.rows import FIELDS, document
from provenance.read.source import Placed, Remark, Source

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEY = re.compile(r"(\w+)[ \t]*:[ \t]*(.*)")


def read(source: Source, remark: Remark) -> Iterator[Placed]:
    """Yield the one document of a text file; raises `InputError` when it is empty or not text."""
    text = decode(source.bytes(), source, remark)
    if not text.strip():
        raise InputError(f"{source.shown}: is empty")
    stem, ending = split_ending(source.name.rpartition("/")[2])
    declared = _front_matter(text) if ending in {".md", ".markdown"} else {}
    yield "", document({**declared, "id": stem, "text": text}, source.name)


def _front_matter(text: str) -> dict[str, object]:
    """Return what the ``---`` block of a Markdown file declares; the block stays part of the text."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}
    pairs = (_KEY.match(line) for line in found.group(1).splitlines())
    return {m.group(1).lower(): m.group(2).strip().strip("\"'") for m in pairs if m and m.group(1).lower() in FIELDS}
