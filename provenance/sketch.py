"""Sketches of texts: MinHash signatures with datasketch's values, and winnowed postings, both of word shingles.

A sentence ends at ``! ? …`` or the full stop of another script, at a blank line, and at a ``.`` that ends a word of
three bytes or more and is followed by something else than a letter or digit, so that "U.S.", "p.m.", "Mr." and "3.5"
do not end one. A shingle is five words; an ideograph counts half a word. Shingles of signatures stay inside their
sentence, and a sentence shorter than a shingle is one shingle. Postings run on over sentences, because copied runs do.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Generic, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from provenance.errors import RecipeError
from provenance.words import alphabet, tokenise

S = TypeVar("S")
T = TypeVar("T")
N = TypeVar("N", bound=np.generic)
U8: TypeAlias = npt.NDArray[np.uint8]
U16: TypeAlias = npt.NDArray[np.uint16]
U32: TypeAlias = npt.NDArray[np.uint32]
U64: TypeAlias = npt.NDArray[np.uint64]
I32: TypeAlias = npt.NDArray[np.int32]
I64: TypeAlias = npt.NDArray[np.int64]

_PAD = "\0" * 8
"""The loop reads eight bytes at a time."""
_CHUNK = 1_000_000
"""Characters that are packed at a time: enough to make the loop's start free, few enough to stay in the cache."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The parameters a sketch was made with; sketches of different recipes cannot be compared."""

    num_perm: int = 128
    shingle: int = 5
    """Words a shingle."""
    window: int = 4
    """Of so many consecutive shingles one becomes a posting: a run of ``shingle + window - 1`` words is found."""
    seed: int = 1
    scheme: str = "affine32"
    words: int = 2
    """Raised whenever the keys of words change."""

    def require(self, other: Recipe) -> None:
        """Raise RecipeError, naming what differs, unless `other` is the same."""
        mine, theirs = asdict(self), asdict(other)
        differing = [f"{name} {mine[name]} and {theirs[name]}" for name in mine if mine[name] != theirs[name]]
        if differing:
            raise RecipeError(
                f"these sketches were made differently ({', '.join(differing)}); make both anew with one recipe"
            )


STANDARD = Recipe()


@dataclass(frozen=True, slots=True, eq=False)
class Signatures:
    """MinHash rows with the recipe they were made by."""

    values: U32
    """Shape (texts, num_perm); a text without words has a row of 2**32 - 1."""
    recipe: Recipe

    def __len__(self) -> int:
        return len(self.values)

    def likeness(self, i: int, other: Signatures, j: int) -> float:
        """Return the estimated Jaccard likeness of two rows, in [0, 1]; 0 where either is of a text without words."""
        self.recipe.require(other.recipe)
        left, right = self.values[i], other.values[j]
        if bool((left == 0xFFFFFFFF).all() or (right == 0xFFFFFFFF).all()):
            return 0.0
        return float((left == right).mean())


@dataclass(frozen=True, slots=True, eq=False)
class TextWords:
    """The words of many texts in flat arrays; those of text i are at ``offsets[i]:offsets[i + 1]``."""

    keys: U64
    stops: U8
    """1 at the last word of each sentence."""
    offsets: I64


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Winnowed shingle hashes of many texts in flat arrays; those of text i are at ``bounds[i]:bounds[i + 1]``."""

    hashes: U64
    places: I32
    """The word of its text at which each shingle starts."""
    bounds: I64
    recipe: Recipe

    def __len__(self) -> int:
        return len(self.bounds) - 1


@lru_cache(maxsize=8)
def permutations(num_perm: int, seed: int) -> tuple[U32, U32]:
    """Return the factors and shifts of datasketch's affine32 permutations."""
    generator = np.random.RandomState(seed)
    a = generator.randint(0, 1 << 31, num_perm, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    b = generator.randint(0, 1 << 32, num_perm, dtype=np.uint32)
    return a, b


def shingle_hash(shingle: str | bytes) -> int:
    """Return the 32-bit hash of a shingle, written as its words with anything between them.

    This is the `hashfunc` under which datasketch gives the values of `signatures`::

        MinHash(num_perm=128, scheme="affine32", hashfunc=shingle_hash)
    """
    total = 0
    for word in tokenise(shingle.decode() if isinstance(shingle, bytes) else shingle).keys.tolist():
        total = (total * 0xBF58476D1CE4E5B9 + word) % 2**64
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        total = (total ^ total >> 33) * factor % 2**64
    return (total ^ total >> 33) >> 32


def words_of(texts: Sequence[str]) -> TextWords:
    """Return the words of the texts, by one pass over their UTF-8."""
    from provenance import kernels

    data, bounds = _packed(texts)
    signs = alphabet()
    keys, stops = np.empty(len(data), np.uint64), np.empty(len(data), np.uint8)
    offsets = np.empty(len(texts) + 1, np.int64)
    kernels.words_of_bytes(data, bounds, signs.table, signs.expansion, keys, stops, offsets)
    return TextWords(keys[: offsets[-1]], stops[: offsets[-1]], offsets)


def _packed(texts: Sequence[str]) -> tuple[U8, I64]:
    joined = "".join(texts)
    if joined.isascii():
        data, sizes = (joined + _PAD).encode("ascii"), map(len, texts)
    else:
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        data, sizes = b"".join([*encoded, _PAD.encode("ascii")]), map(len, encoded)
    return np.frombuffer(data, np.uint8), np.fromiter(accumulate(sizes, initial=0), np.int64, len(texts) + 1)


def chunks(texts: Sequence[str]) -> Iterator[slice]:
    """Yield slices of the texts that hold some million characters each."""
    start = held = 0
    for i, text in enumerate(texts):
        held += len(text)
        if held >= _CHUNK:
            yield slice(start, i + 1)
            start, held = i + 1, 0
    if start < len(texts):
        yield slice(start, len(texts))


def signatures(texts: Sequence[str], num_perm: int = 128, *, jobs: int = 1) -> U32:
    """Return the MinHash of each text's word shingles, shape (texts, num_perm); the values are datasketch's.

    A text without words has an empty sketch, a row of 2**32 - 1. `jobs` threads share the work.
    """
    from provenance import kernels

    out = np.empty((len(texts), num_perm), np.uint32)
    a, b = permutations(num_perm, STANDARD.seed)

    def fill(part: slice) -> None:
        words = words_of(texts[part])
        kernels.document_signatures(words.keys, words.stops, words.offsets, 2 * STANDARD.shingle, a, b, out[part])

    deque(in_order(fill, chunks(texts), jobs), maxlen=0)
    return out


def sentence_signatures(texts: Sequence[str], num_perm: int = 128) -> tuple[U32, I64, I64]:
    """Return the MinHash of every sentence, the word of its text after it, and where each text's sentences start.

    The signatures of text i are the rows ``bounds[i]:bounds[i + 1]`` of the first array; bounds come last.
    """
    from provenance import kernels

    a, b = permutations(num_perm, STANDARD.seed)
    rows, ends, counts = [np.empty((0, num_perm), np.uint32)], [np.empty(0, np.int64)], [np.zeros(1, np.int64)]
    for part in chunks(texts):
        words = words_of(texts[part])
        n = int(words.stops.sum())
        row, end = np.empty((n, num_perm), np.uint32), np.empty(n, np.int64)
        kernels.sentence_signatures(words.keys, words.stops, 2 * STANDARD.shingle, a, b, row, end)
        first = np.concatenate([[0], np.cumsum(words.stops, dtype=np.int64)])[words.offsets]
        rows.append(row)
        ends.append(end - np.repeat(words.offsets[:-1], np.diff(first)))
        counts.append(np.diff(first))
    return np.concatenate(rows), np.concatenate(ends), np.cumsum(np.concatenate(counts))


def postings(keys: U64, breaks: U8, offsets: I64, recipe: Recipe = STANDARD) -> Postings:
    """Return the winnowed shingles of texts given as flat word keys; none reaches over a word with a break after it.

    The words of text i are ``keys[offsets[i]:offsets[i + 1]]``.
    """
    from provenance import kernels

    hashes, places = np.empty(len(keys), np.uint64), np.empty(len(keys), np.int32)
    bounds = np.empty(len(offsets), np.int64)
    kernels.winnow(keys, breaks, offsets, 2 * recipe.shingle, recipe.window, hashes, places, bounds)
    return Postings(hashes[: bounds[-1]].copy(), places[: bounds[-1]].copy(), bounds, recipe)


def corpus_postings(texts: Sequence[str], *, jobs: int = 1) -> tuple[Postings, U16, I64]:
    """Return the postings of the texts, 16 bits of the key of every word, and where the words of each text start."""

    def sketched(part: slice) -> tuple[Postings, U16, I64]:
        words = words_of(texts[part])
        found = postings(words.keys, np.zeros(len(words.keys), np.uint8), words.offsets)
        return found, short_keys(words.keys), np.diff(words.offsets)

    hashes, places, shorts = _Flow(np.uint64), _Flow(np.int32), _Flow(np.uint16)
    posted, worded = _Flow(np.int64), _Flow(np.int64)
    for found, short, counts in in_order(sketched, chunks(texts), jobs):
        hashes.add(found.hashes)
        places.add(found.places)
        shorts.add(short)
        posted.add(np.diff(found.bounds))
        worded.add(counts)
    return Postings(hashes.all(), places.all(), _running(posted.all()), STANDARD), shorts.all(), _running(worded.all())


def short_keys(keys: U64) -> U16:
    """Return 16 bits of each key, enough to follow a run of words that is known to be shared."""
    return (keys >> np.uint64(48)).astype(np.uint16)


def _running(counts: I64) -> I64:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])


class _Flow(Generic[N]):
    """An array that grows at its end, mostly without being copied."""

    def __init__(self, kind: type[N]) -> None:
        self._held: npt.NDArray[N] = np.empty(1 << 16, kind)
        self._size = 0

    def add(self, part: npt.NDArray[N]) -> None:
        """Append the part."""
        end = self._size + len(part)
        if end > len(self._held):
            self._held.resize(end + end // 8, refcheck=False)
        self._held[self._size : end] = part
        self._size = end

    def all(self) -> npt.NDArray[N]:
        """Return what was added; nothing can be added afterwards."""
        self._held.resize(self._size, refcheck=False)
        return self._held


def in_order(work: Callable[[S], T], parts: Iterable[S], jobs: int) -> Iterator[T]:
    """Yield the results in order; with several jobs in threads, for work that lets go of the interpreter."""
    if jobs == 1:
        yield from map(work, parts)
        return
    with ThreadPoolExecutor(jobs) as pool:
        waiting: deque[Future[T]] = deque()
        for part in parts:
            waiting.append(pool.submit(work, part))
            if len(waiting) > 16 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def near_duplicates(values: U32, threshold: float = 0.8, recipe: Recipe = STANDARD) -> list[tuple[int, int]]:
    """Return the pairs of rows, left < right, sorted, whose estimated likeness reaches the threshold.

    By datasketch's `MinHashLSH`, in memory; rows of texts without words pair with nothing.
    """
    from datasketch import MinHash, MinHashLSH

    if not len(values):
        return []
    kinds = permutations(values.shape[1], recipe.seed)
    nearby = MinHashLSH(threshold=threshold, num_perm=values.shape[1])
    found = []
    for i, row in enumerate(values):
        if bool((row == 0xFFFFFFFF).all()):
            continue
        sketch = MinHash(hashvalues=row, permutations=np.array(kinds), scheme=recipe.scheme)
        for j in sorted(nearby.query(sketch)):
            if float((values[j] == row).mean()) >= threshold:
                found.append((j, i))
        nearby.insert(i, sketch, check_duplication=False)
    return sorted(found)
