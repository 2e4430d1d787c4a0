"""Texts packed small, by a dictionary of words they are likely to share; alone imports zstandard and zlib."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import cached_property
from typing import Any

ZSTD, DEFLATE = "zstd", "deflate"
"""How texts are packed: as Zstandard frames (RFC 8878), or in older indexes as raw deflate streams (RFC 1951)."""
MOST = 1 << 31
"""Bytes of the longest text that is unpacked; a damaged one may claim any length."""
_LEVEL = 3


class Packing:
    """One way to pack texts, with its dictionary."""

    size = 110 << 10
    """Bytes of a dictionary from which on more hardly helps."""

    def __init__(self, kind: str, dictionary: bytes) -> None:
        """`kind` is `ZSTD` or `DEFLATE`; raises ValueError for another."""
        if kind not in {ZSTD, DEFLATE}:
            raise ValueError(f"texts are packed in a way not known here, {kind}")
        self.kind = kind
        self.dictionary = dictionary

    def packer(self) -> Callable[[str], bytes]:
        """Return what packs texts, in one thread."""
        pack = self._zstd_packer() if self.kind == ZSTD else self._deflater
        return lambda text: pack(text.encode("utf-8", "surrogatepass"))

    def unpacker(self) -> Callable[[bytes], str]:
        """Return what unpacks texts, in one thread; it raises ValueError for one that is damaged."""
        unpack = self._zstd_unpacker() if self.kind == ZSTD else self._inflated
        return lambda blob: unpack(blob).decode("utf-8", "surrogatepass")

    @cached_property
    def _shared(self) -> Any:
        import zstandard

        words = zstandard.ZstdCompressionDict(self.dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
        words.precompute_compress(level=_LEVEL)
        return words

    def _zstd_packer(self) -> Callable[[bytes], bytes]:
        import zstandard

        words = self._shared if self.dictionary else None
        pack: Callable[[bytes], bytes] = zstandard.ZstdCompressor(level=_LEVEL, dict_data=words).compress
        return pack

    def _zstd_unpacker(self) -> Callable[[bytes], bytes]:
        import zstandard

        words = None
        if self.dictionary:
            words = zstandard.ZstdCompressionDict(self.dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
        ready = zstandard.ZstdDecompressor(dict_data=words)

        def unpacked(blob: bytes) -> bytes:
            try:
                if not 0 <= zstandard.frame_content_size(blob) <= MOST:
                    raise ValueError("the length is missing")
                text: bytes = ready.decompress(blob, allow_extra_data=False)
            except (zstandard.ZstdError, MemoryError) as error:
                raise ValueError(str(error)) from error
            return text

        return unpacked

    @cached_property
    def _deflating(self) -> Any:
        # The dictionary is read once, for that takes as long as a text.
        return zlib.compressobj(3, zlib.DEFLATED, -15, 8, zlib.Z_DEFAULT_STRATEGY, self.dictionary)

    def _deflater(self, text: bytes) -> bytes:
        squeezer = self._deflating.copy()
        return bytes(squeezer.compress(text) + squeezer.flush())

    def _inflated(self, blob: bytes) -> bytes:
        stretcher = zlib.decompressobj(-15, self.dictionary)
        try:
            text = stretcher.decompress(blob)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        if not stretcher.eof:
            raise ValueError("the end is missing")
        return text
