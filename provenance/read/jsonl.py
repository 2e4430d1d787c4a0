"""JSON lines, plain or gzip: one object a line is one document."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from provenance.errors import EmptyCorpusError, InputError
from provenance.read.rows import document
from provenance.read.source import Placed, Remark, Source, reading

_TOLD = 5


def read(source: Source, remark: Remark) -> Iterator[Placed]:
    """Yield a document for every good line; each bad one is told with its number, the first few by name.

    Raises `InputError` when no line is good.
    """
    bad: list[str] = []
    good = 0
    with reading(source), source.open() as stream:
        for number, line in enumerate(_lines(stream), 1):
            if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            try:
                found = document(_object(line), source.name)
            except InputError as error:
                bad.append(f"line {number} {error}")
                continue
            good += 1
            yield f"line {number}", found
    if not good and not bad:
        raise InputError(f"{source.shown}: is empty")
    if not good:
        raise EmptyCorpusError(f"{source.shown}: no line could be used; {bad[0]}")
    for reason in bad[:_TOLD]:
        remark(f"{source.shown}: {reason}; left out")
    if len(bad) > _TOLD:
        remark(f"{source.shown}: {len(bad) - _TOLD} more lines could not be used; left out")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines as UTF-8 bytes, also of a file that begins with a UTF-16 mark."""
    mark = stream.read(2)
    stream.seek(0)
    if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        text = io.TextIOWrapper(stream, "utf-16", "replace", newline="\n")
        try:
            yield from (line.encode("utf-8", "replace") for line in text)
        finally:
            text.detach()
    else:
        yield from stream


def _object(line: bytes) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON ({error.msg}, column {error.colno})") from error
    except (ValueError, RecursionError) as error:
        raise InputError("is not JSON that can be read") from error
    if not isinstance(row, dict):
        raise InputError("is not an object")
    return row
