"""Where bytes come from: a file, a compressed file, or standard input."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from provenance.errors import InputError
from provenance.model import Document
from provenance.read.shown import shown

Remark: TypeAlias = Callable[[str], None]
"""Takes one line about something that was read otherwise than plainly, or not at all."""

Placed: TypeAlias = tuple[str, Document]
"""A document and where in its file it stands, such as ``line 3``; empty when it is all of the file."""

STDIN = "-"
GZIP = b"\x1f\x8b"


def ignore(line: str) -> None:
    """Drop a remark."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read."""

    path: str
    """As the operating system knows it; ``-`` is standard input."""
    name: str
    """Posix path below the folder that the user gave, or the file's name; valid Unicode."""
    held: bytes | None = None
    """What can be read only once, such as standard input and named pipes, is read when the source is made."""

    @property
    def shown(self) -> str:
        """The name, safe to print on one line."""
        return "standard input" if self.path == STDIN else shown(self.name)

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Return the bytes as a stream, unpacked when they are gzip, whatever the name says."""
        stream: BinaryIO = io.BytesIO(self.held) if self.held is not None else Path(self.path).open("rb")  # noqa: SIM115
        magic = stream.read(2)
        stream.seek(0)
        return _unpacked(stream) if magic == GZIP else stream

    def bytes(self) -> bytes:
        """Return all bytes; raises `InputError` when they cannot be had."""
        with reading(self), self.open() as stream:
            return stream.read()


class _unpacked(AbstractContextManager[BinaryIO]):  # noqa: N801 - used like a function
    """A gzip stream that closes the file below it too."""

    def __init__(self, below: BinaryIO) -> None:
        self._below = below
        self._stream = gzip.GzipFile(fileobj=below, mode="rb")

    def __enter__(self) -> BinaryIO:
        return cast(BinaryIO, self._stream)

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        self._below.close()


class reading(AbstractContextManager[None]):  # noqa: N801 - used like a function
    """Turn what the operating system and gzip say into an `InputError` that names the source."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __exit__(self, kind: object, error: BaseException | None, _: object) -> None:
        if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
            message = f"{self._source.shown}: the compressed file is damaged or cut off; make it anew"
            raise InputError(message) from error
        if isinstance(error, OSError):
            reason = error.strerror or str(error)
            raise InputError(f"{self._source.shown}: cannot be read ({reason})") from error


def unicode_name(path: str) -> str:
    """Return a path with forward slashes and as valid Unicode, whatever bytes the file system holds."""
    return os.fsencode(path.replace(os.sep, "/")).decode("utf-8", "backslashreplace")
