"""How frequent the common words of a language are; alone reads the lists of wordfreq.

The lists are read without importing the package, for that takes as long as everything else a check imports.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

import numpy as np

from provenance.tables import Tables, kept, of_file


@cache
def listed() -> dict[str, Path]:
    """Return where the list of each language is that has one, by language code."""
    found = find_spec("wordfreq")
    if found is None or found.submodule_search_locations is None:
        return {}
    folder = Path(next(iter(found.submodule_search_locations))) / "data"
    return {path.name.split(".")[0].split("_")[1]: path for path in sorted(folder.glob("small_*.msgpack.gz"))}


@cache
def common(language: str) -> dict[str, float]:
    """Return the frequency of each common word of a language, in (0, 1]; nothing for a language without a list."""
    if language not in listed():
        return {}
    import msgpack

    with gzip.open(listed()[language], "rb") as file:
        header, *buckets = msgpack.load(file, raw=False)
    if header != {"format": "cB", "version": 1}:
        return {}
    # Bucket n holds the words that one in ten to the power of n / 100 running words is.
    shares: dict[str, float] = {}
    for n, bucket in enumerate(buckets):
        shares |= dict.fromkeys(bucket, 10 ** (-n / 100))
    return shares


@cache
def simplified() -> dict[int, int]:
    """Return the simplified ideograph of each traditional one that has one, by code point; the list is of those too."""
    where = of_simplified()
    if where is None:
        return {}
    import msgpack

    with gzip.open(where, "rb") as file:
        signs: dict[int, str] = msgpack.load(file, raw=False, strict_map_key=False)
    # A few signs are those of two others' middle way: only what is simplified no further is one sign for all of them.
    return {code: ord(signs.get(ord(sign), sign)) for code, sign in sorted(signs.items())}


def of_simplified() -> Path | None:
    """Return where the table of traditional ideographs is, if it is."""
    place = next(iter(listed().values()), Path()).with_name("_chinese_mapping.msgpack.gz")
    return place if place.exists() else None


@lru_cache(maxsize=1 << 16)
def is_common(language: str, word: str) -> bool:
    """Return whether a word is among the common ones of a language, without the time that it takes to read them all."""
    letters, bounds = _in_order(language)

    def at(place: int) -> bytes:
        return bytes(letters[bounds[place] : bounds[place + 1]])

    wanted, count = word.encode("utf-8", "surrogatepass"), len(bounds) - 1
    place = bisect_left(range(count), wanted, key=at)
    return place < count and at(place) == wanted


@cache
def _in_order(language: str) -> tuple[memoryview, memoryview]:
    """Return the common words of a language in order, one behind the other, and where each begins."""

    def made() -> Tables:
        words = sorted(word.encode() for word in common(language))
        bounds = np.array([0, *accumulate(map(len, words))], np.int32)
        return {"letters": np.frombuffer(b"".join(words), np.uint8), "bounds": bounds}

    found = kept(f"listed-{language}", (of_file(listed()[language]),), made) if language in listed() else made()
    return found["letters"].data, found["bounds"].data
