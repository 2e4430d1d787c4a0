"""Rows of JSONL and Parquet: which fields are used, and under which other names they are known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from provenance.errors import InputError
from provenance.model import Document
from provenance.read.metadata.dates import iso_date

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "sitename"),
    "published": ("published", "date", "published_at"),
    "language": ("language", "lang"),
    "url": ("url",),
    "byline": ("byline", "author"),
}
"""Each field of a document, and the names a row may give it, the first that is there counting."""
FIELDS = frozenset(name for names in NAMES.values() for name in names)

_LONE = re.compile("[\ud800-\udfff]")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")


def document(row: Mapping[str, object], origin: str) -> Document:
    """Return the document that a row describes; raises `InputError` saying which field is missing or wrong."""
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError('has no "text"' if text is None else '"text" is not a string')
    if not text.strip():
        raise InputError('"text" is empty')
    found = {field: _first(row, names) for field, names in NAMES.items()}
    language = _LANGUAGE.fullmatch(found["language"] or "")
    return Document(
        id=_id(row.get("id")),
        # JSON can name halves of surrogate pairs, which no encoding can write; one code point stays one.
        text=text if text.isascii() else _LONE.sub("\ufffd", text),
        origin=origin,
        title=found["title"],
        outlet=found["outlet"],
        published=iso_date(found["published"]) if found["published"] else None,
        language=language.group(1).lower() if language else None,
        url=found["url"],
        byline=found["byline"],
    )


def _id(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        raise InputError('has no "id"')
    if not isinstance(value, str):
        raise InputError('"id" is not a string')
    name = _LONE.sub("\ufffd", value)
    if not name.strip():
        raise InputError('"id" is empty')
    return name


def _first(row: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = row.get(name)
        if isinstance(value, (list, tuple)):
            value = ", ".join(part for part in value if isinstance(part, str))
        if isinstance(value, (date, datetime)):
            value = value.isoformat()
        if isinstance(value, str) and value.strip():
            return " ".join(_LONE.sub("\ufffd", value).split())
    return None
