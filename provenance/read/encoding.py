"""Bytes to text: by byte order mark, as UTF-8, as declared, or detected, and then it says so."""

from __future__ import annotations

import codecs
import re

from provenance.errors import InputError
from provenance.read.source import Remark, Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x7fELF",
    b"MZ\x90",
    b"PAR1",
    b"SQLite format 3\x00",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\xca\xfe\xba\xbe",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\x28\xb5\x2f\xfd",
)
_LIKELY = (
    "cp1252",
    "cp1250",
    "iso8859_2",
    "cp1251",
    "koi8_r",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "iso2022_jp",
)
"""What news is written in when not in UTF-8; where several fit alike, the earlier."""
_SAMPLE = 1 << 16
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b") + b"\x7f"
_BAD = re.compile("[\udc80-\udcff]")
_ODD = re.compile(r"(?<=[^\W\d_])[\x80-\xa9\xab-\xb1\xb4-\xb6\xb8\xb9\xbb-\xbf×÷](?=[^\W\d_])")
_HIRAGANA = re.compile("[\u3041-\u3096]")


def decode(data: bytes, source: Source, remark: Remark, declared: str | None = None) -> str:
    """Return the text of `data`, line ends and all; a byte order mark is not part of it.

    `declared` is an encoding that the file itself names; it is used when the bytes are not UTF-8.
    Anything but a mark, UTF-8 or the declared encoding is told to `remark`.
    Raises `InputError` for what is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, source)
    if data.startswith(_MAGIC) or _mostly_controls(data):
        raise InputError(f"{source.shown}: is a binary file, not text; convert it to text first")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared is not None:
        text = _tried(data, declared)
        if text is not None:
            return text
    damaged = _damaged_utf8(data)
    if damaged is not None:
        text, count = damaged
        remark(f"{source.shown}: {count} of its bytes not UTF-8; U+FFFD stands for each")
        return text
    return _detected(data, source, remark)


def _marked(data: bytes, encoding: str, source: Source) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{source.shown}: begins like {encoding.upper()} but is not; save it as UTF-8"
        raise InputError(message) from error


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        codec = codecs.lookup(encoding)
        # Browsers read latin-1 and ASCII as windows-1252, and that is what pages mean by them.
        name = "cp1252" if codec.name in {"iso8859-1", "ascii"} else codec.name
        return str(data, name)
    except (LookupError, ValueError):
        return None


def _mostly_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 10


def _damaged_utf8(data: bytes) -> tuple[str, int] | None:
    """Return the text and the number of bad bytes if `data` is UTF-8 but for a few."""
    sample = _excerpt(data)
    bad = len(_BAD.findall(sample.decode("utf-8", "surrogateescape")))
    good = sum(byte >= 0xC2 for byte in sample) - bad
    if b"\0" in data or bad * 10 > good:
        return None
    return _BAD.subn("\ufffd", data.decode("utf-8", "surrogateescape"))


def _detected(data: bytes, source: Source, remark: Remark) -> str:
    from charset_normalizer import from_bytes

    unknown = f"{source.shown}: its encoding could not be told; save it as UTF-8"
    if b"\0" in data:
        raise InputError(f"{source.shown}: is a binary file, not text; convert it to text first")
    found = list(from_bytes(_excerpt(data), cp_isolation=list(_LIKELY)))
    if not found:
        raise InputError(unknown)
    best = found[0]
    alike = [m for m in found if m.chaos <= best.chaos + 0.06 and m.coherence >= best.coherence - 0.03]
    named = {name for m in alike for name in (m.encoding, *m.could_be_from_charset)}
    ranked = sorted(named.intersection(_LIKELY), key=lambda e: (_oddities(data, e), _LIKELY.index(e)))
    for encoding in ranked:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        remark(f"{source.shown}: not UTF-8; read as {encoding}, which is a guess")
        return text
    raise InputError(unknown)


def _oddities(data: bytes, encoding: str) -> int:
    """Count signs inside words, such as the ± of an ISO 8859-2 text read as windows-1250; hiragana counts against.

    Nothing but Japanese read rightly has hiragana, while it reads as rare Korean or Chinese without an oddity.
    """
    text = data[:_SAMPLE].decode(encoding, "ignore")
    return len(_ODD.findall(text)) - len(_HIRAGANA.findall(text))


def _excerpt(data: bytes) -> bytes:
    """Return the part of `data` that tells its encoding: from before the first byte that is not ASCII."""
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, (first.start() if first else 0) - 200)
    return data[start : start + _SAMPLE]
