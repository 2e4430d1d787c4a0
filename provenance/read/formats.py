"""Which reader reads which file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from provenance.read.source import Placed, Remark, Source


class Reader(Protocol):
    """What every module of a format has."""

    def read(self, source: Source, remark: Remark) -> Iterator[Placed]:
        """Yield the source's documents with their places in it, as they are declared; what their texts say is left.

        Raises `InputError` when it has none or is damaged.
        """
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that reads it, and whether its rows bring their own ids."""

    module: str
    has_ids: bool = False

    def reader(self) -> Reader:
        """Return the module, imported on first use, as some bring heavy libraries."""
        return cast(Reader, import_module(f"provenance.read.{self.module}"))


TEXT = Format("text")
HTML = Format("html")
JSONL = Format("jsonl", has_ids=True)
PARQUET = Format("parquet", has_ids=True)

ENDINGS = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": TEXT,
    ".markdown": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".jsonl": JSONL,
    ".ndjson": JSONL,
    ".parquet": PARQUET,
}


def split_ending(name: str) -> tuple[str, str]:
    """Return a file name without its ending, and the ending in lower case; ``.gz`` goes with what stands before it.

    >>> split_ending("a.b.JSONL.gz")
    ('a.b', '.jsonl.gz')
    """
    stem, dot, ending = name.rpartition(".")
    if not stem:
        return name, ""
    if ending.lower() == "gz":
        below, inner = split_ending(stem)
        return below, f"{inner}.gz"
    return stem, f"{dot}{ending}".lower()


def format_of(name: str) -> Format | None:
    """Return the format that a file's ending names; None when no reader knows it."""
    return ENDINGS.get(split_ending(name)[1].removesuffix(".gz"))


def sniff(start: bytes) -> Format:
    """Return the format of bytes without a name, from how they start; text unless they say otherwise."""
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith(b"PAR1"):
        return PARQUET
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<?xml")):
        return HTML
    if head.startswith(b'{"') or head.startswith(b'{ "'):
        return JSONL
    return TEXT
