"""How frequent the common words of a language are; alone reads the lists of wordfreq.

The lists are read without importing the package, for that takes as long as everything else a check imports.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec
from pathlib import Path


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
    return {word: 10 ** (-n / 100) for n, bucket in enumerate(buckets) for word in bucket}
