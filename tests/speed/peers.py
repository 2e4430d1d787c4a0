"""What the peers do for the same tasks, in the way their own documentation shows it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Sequence
from typing import Any

Pairs = set[tuple[int, int]]
_words = re.compile(r"\w+").findall
_sentences = re.compile(r"[^.!?\n]+").findall


def shingles(text: str, size: int = 5) -> list[str]:
    """Return the word 5-shingles of a text; a shorter one is one shingle."""
    words = _words(text.lower())
    return [" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1))]


def available() -> list[str]:
    """Return the peers that can be imported, datasketch first."""
    found = []
    for name in ("datasketch", "rensa", "gaoya", "FastSketchLSH"):
        try:
            importlib.import_module(name)
        except ImportError:
            continue
        if name in SIGNATURES:
            found.append(name)
    return found


def _datasketch_bulk(texts: Sequence[str]) -> list:
    from datasketch import MinHash

    return MinHash.bulk(([s.encode() for s in shingles(t)] for t in texts), num_perm=128)


def _datasketch_sentences(texts: Sequence[str]) -> None:
    from datasketch import MinHash

    MinHash.bulk(([s.encode() for s in shingles(x)] for t in texts for x in _sentences(t)), num_perm=128)


def _rensa(texts: Sequence[str]) -> list:
    import rensa

    out = []
    for at in range(0, len(texts), 2000):
        out += rensa.RMinHash.from_token_sets([shingles(t) for t in texts[at : at + 2000]], 128, 42)
    return out


def gaoya(texts: Sequence[str]) -> Any:
    import gaoya

    index = gaoya.minhash.MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=0.5,
        num_bands=42,
        band_size=3,
        analyzer="word",
        lowercase=True,
        ngram_range=(5, 5),
        id_container="vec",
    )
    for i, text in enumerate(texts):
        index.insert_document(i, text)
    return index


def _datasketch_pairs(texts: Sequence[str]) -> Pairs:
    from datasketch import MinHashLSH

    rows = _datasketch_bulk(texts)
    index = MinHashLSH(threshold=0.5, num_perm=128)
    for i, row in enumerate(rows):
        index.insert(i, row, check_duplication=False)
    return {(j, i) for i, row in enumerate(rows) for j in index.query(row) if j < i}


def _rensa_pairs(texts: Sequence[str]) -> Pairs:
    import rensa

    rows = _rensa(texts)
    index = rensa.RMinHashLSH(0.5, 128, 32)
    index.insert_many(rows, 0)
    return {(j, i) for i, found in enumerate(index.query_all(rows)) for j in found if j < i}


def _gaoya_pairs(texts: Sequence[str]) -> Pairs:
    index = gaoya(texts)
    return {(j, i) for i, text in enumerate(texts) for j in index.query(text) if j < i}


SIGNATURES: dict[str, Callable[[Sequence[str]], object]] = {
    "datasketch": _datasketch_bulk,
    "rensa": _rensa,
    "gaoya": gaoya,
}
SENTENCES: dict[str, Callable[[Sequence[str]], object]] = {"datasketch": _datasketch_sentences}
PAIRS: dict[str, Callable[[Sequence[str]], Pairs]] = {
    "datasketch": _datasketch_pairs,
    "rensa": _rensa_pairs,
    "gaoya": _gaoya_pairs,
}
