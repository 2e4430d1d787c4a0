"""The compiled loops: words, shingles, MinHash and winnowing over flat arrays; alone imports numba.

Import it only where a loop is about to run: numba costs a third of a second. Every function takes and returns flat
arrays and knows nothing of documents, so that it runs alike in process, in a pool and in a cluster's workers.
"""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar, cast

import numba
import numpy as np
import numpy.typing as npt

F = TypeVar("F", bound=Callable[..., object])
U8: TypeAlias = npt.NDArray[np.uint8]
U32: TypeAlias = npt.NDArray[np.uint32]
U64: TypeAlias = npt.NDArray[np.uint64]
F32: TypeAlias = npt.NDArray[np.float32]
I32: TypeAlias = npt.NDArray[np.int32]
I64: TypeAlias = npt.NDArray[np.int64]

IDEOGRAPH = 0x8000_0000
SEVERAL = 0x4000_0000
STOP = 0x2000_0000
LOW = 0x001F_FFFF

_SEED = np.uint64(0x9AE16A3B2F90404F)
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_ROLL = np.uint64(0xBF58476D1CE4E5B9)
_FMIX1 = np.uint64(0xFF51AFD7ED558CCD)
_FMIX2 = np.uint64(0xC4CEB9FE1A85EC53)
_U1 = np.uint64(1)
_U2 = np.uint64(2)
_U32 = np.uint64(32)
_U33 = np.uint64(33)
_ODD = np.uint64(0xFFFF_FFFF_FFFF_FFFE)

_IDEOGRAPH = np.uint32(IDEOGRAPH)
_SEVERAL = np.uint32(SEVERAL)
_STOP = np.uint32(STOP)
_LOW = np.uint32(LOW)


def compiled(function: F) -> F:
    """Return the function compiled to machine code, kept on disk where any folder can be written."""
    try:
        return cast(F, numba.njit(cache=True, nogil=True, error_model="numpy")(function))
    except RuntimeError:  # neither the package folder nor the user's cache folder can be written
        return cast(F, numba.njit(nogil=True, error_model="numpy")(function))


@compiled
def _finish(state: np.uint64) -> np.uint64:
    state ^= state >> _U32
    state *= _MIX
    state ^= state >> _U32
    return state & _ODD


@compiled
def _absorb(state: np.uint64, entry: np.uint32, expansion: U32) -> np.uint64:
    if entry & _SEVERAL:
        at = np.int64(entry & _LOW)
        for i in range(at + 1, at + 1 + np.int64(expansion[at])):
            state = (state ^ np.uint64(expansion[i])) * _STEP
        return state
    return (state ^ np.uint64(entry & _LOW)) * _STEP


@compiled
def count_words(codes: U8 | U32, table: U32) -> int:
    """Return how many words the code points hold."""
    n = 0
    inside = False
    for i in range(len(codes)):
        c = codes[i]
        entry = table[c] if c < len(table) else np.uint32(0)
        if entry & _IDEOGRAPH:
            n += 1
            inside = False
        elif entry & _LOW:
            if not inside:
                n += 1
            inside = True
        else:
            inside = False
    return n


@compiled
def words_of_codes(codes: U8 | U32, table: U32, expansion: U32, starts: I32, ends: I32, keys: U64) -> None:
    """Fill in where each word of the code points starts and ends, and its key."""
    n = 0
    i = 0
    size = len(codes)
    while i < size:
        entry = table[codes[i]] if codes[i] < len(table) else np.uint32(0)
        if not entry & (_IDEOGRAPH | _LOW):
            i += 1
            continue
        starts[n] = i
        state = _SEED
        if entry & _IDEOGRAPH:
            keys[n] = _finish(_absorb(state, entry, expansion)) | _U1
            i += 1
        else:
            while entry & _LOW and not entry & _IDEOGRAPH:
                state = _absorb(state, entry, expansion)
                i += 1
                if i >= size:
                    break
                entry = table[codes[i]] if codes[i] < len(table) else np.uint32(0)
            keys[n] = _finish(state)
        ends[n] = i
        n += 1


@compiled
def _code_point(data: U8, p: int) -> tuple[int, int]:
    lead = int(data[p])
    if lead < 0xE0:
        return ((lead & 0x1F) << 6) | (int(data[p + 1]) & 0x3F), 2
    if lead < 0xF0:
        return ((lead & 0x0F) << 12) | ((int(data[p + 1]) & 0x3F) << 6) | (int(data[p + 2]) & 0x3F), 3
    return (
        ((lead & 0x07) << 18)
        | ((int(data[p + 1]) & 0x3F) << 12)
        | ((int(data[p + 2]) & 0x3F) << 6)
        | (int(data[p + 3]) & 0x3F),
        4,
    )


@compiled
def _entry(data: U8, p: int, table: U32) -> tuple[np.uint32, int]:
    b = data[p]
    if b < 128:
        return table[b], 1
    point, size = _code_point(data, p)
    return (table[point] if point < len(table) else np.uint32(0)), size


@compiled
def _gap(data: U8, p: int, end: int, letters: int, table: U32) -> tuple[int, bool]:
    """Return where the next word starts, and whether a sentence ended before it."""
    stop = False
    lines = 0
    dot = False
    first = True
    while p < end:
        entry, size = _entry(data, p, table)
        if entry & (_IDEOGRAPH | _LOW):
            break
        b = data[p]
        stop |= dot or (entry & _STOP) != 0
        dot = b == 46 and first and letters > 2
        lines += b == 10
        first = False
        p += size
    return p, stop or lines > 1


@compiled
def words_of_bytes(  # noqa: PLR0912
    data: U8, bounds: I64, fold: U8, table: U32, expansion: U32, keys: U64, stops: U8, offsets: I64
) -> None:
    """Fill in the key of each word of the UTF-8 texts `data[bounds[i]:bounds[i + 1]]` and whether it ends a sentence.

    ``fold[b]`` is the folded form of an ASCII letter or digit, 0 for any other ASCII byte, 255 beyond ASCII. The words
    of text i are ``keys[offsets[i]:offsets[i + 1]]``; `keys` and `stops` must hold one for every byte.
    """
    n = 0
    offsets[0] = 0
    for d in range(len(bounds) - 1):
        end = bounds[d + 1]
        p, _ = _gap(data, bounds[d], end, 0, table)
        while p < end:
            state = _SEED
            start = p
            ideograph = False
            f = fold[data[p]]
            while f != 0:
                if f != 255:
                    state = (state ^ np.uint64(f)) * _STEP
                    p += 1
                else:
                    point, size = _code_point(data, p)
                    entry = table[point] if point < len(table) else np.uint32(0)
                    if entry & _IDEOGRAPH:
                        if p == start:
                            state = _absorb(state, entry, expansion)
                            p += size
                            ideograph = True
                        break
                    if not entry & _LOW:
                        break
                    state = _absorb(state, entry, expansion)
                    p += size
                if p >= end:
                    break
                f = fold[data[p]]
            keys[n] = _finish(state) | np.uint64(ideograph)
            stops[n] = 0
            if p < end:
                if data[p] == 32 and p + 1 < end and 0 < fold[data[p + 1]] < 255:
                    p += 1
                else:
                    p, stop = _gap(data, p, end, p - start, table)
                    stops[n] = stop
            n += 1
        if n > offsets[d]:
            stops[n - 1] = 1
        offsets[d + 1] = n


@compiled
def _fmix(h: np.uint64) -> np.uint64:
    h ^= h >> _U33
    h *= _FMIX1
    h ^= h >> _U33
    h *= _FMIX2
    return h ^ (h >> _U33)


@compiled
def powers(count: int) -> U64:
    """Return the first powers of the rolling hash's base."""
    out = np.empty(count, np.uint64)
    value = _U1
    for i in range(count):
        out[i] = value
        value *= _ROLL
    return out


@compiled
def shingles(keys: U64, start: int, end: int, half: int, power: U64, prefix: U64, hashes: U64) -> int:
    """Fill in the hashes of the shingles of one run of words and return how many there are.

    A shingle reaches over words worth `half` half-words: an ideograph counts one, any other word two. A run shorter
    than that is one shingle; an empty run has none. `prefix` and `hashes` must hold ``end - start + 1``.
    """
    size = end - start
    prefix[0] = 0
    for i in range(size):
        prefix[i + 1] = prefix[i] * _ROLL + keys[start + i]
    n = 0
    right = 0
    weight = 0
    for left in range(size):
        while right < size and weight < half:
            weight += 1 if keys[start + right] & _U1 else 2
            right += 1
        if weight < half and left > 0:
            break
        hashes[n] = _fmix(prefix[right] - prefix[left] * power[right - left])
        n += 1
        weight -= 1 if keys[start + left] & _U1 else 2
    return n


@compiled
def _premix(h: np.uint64) -> np.uint32:
    """Return the 32-bit shingle hash after datasketch's affine32 pre-mix (the MurmurHash3 finalizer)."""
    x = h >> _U32
    x = np.uint64(np.uint32((x ^ (x >> np.uint64(16))) * np.uint64(0x85EBCA6B)))
    x = np.uint64(np.uint32((x ^ (x >> np.uint64(13))) * np.uint64(0xC2B2AE35)))
    return np.uint32(x ^ (x >> np.uint64(16)))


@compiled
def document_signatures(keys: U64, stops: U8, offsets: I64, half: int, a: U32, b: U32, out: U32) -> None:
    """Fill in one MinHash row a text over the shingles of all its sentences; without words the row is all ones."""
    longest = 0
    for d in range(len(offsets) - 1):
        longest = max(longest, offsets[d + 1] - offsets[d])
    power = powers(half + 1)
    prefix = np.empty(longest + 1, np.uint64)
    hashes = np.empty(longest + 1, np.uint64)
    mixed = np.empty(longest + 1, np.uint32)
    for d in range(len(offsets) - 1):
        n = 0
        start = offsets[d]
        for i in range(offsets[d], offsets[d + 1]):
            if stops[i]:
                m = shingles(keys, start, i + 1, half, power, prefix, hashes)
                for j in range(m):
                    mixed[n + j] = _premix(hashes[j])
                n += m
                start = i + 1
        for p in range(len(a)):
            factor = a[p]
            shift = b[p]
            least = np.uint32(0xFFFFFFFF)
            for j in range(n):
                least = min(least, np.uint32(mixed[j] * factor + shift))
            out[d, p] = least


@compiled
def sentence_signatures(keys: U64, stops: U8, half: int, a: U32, b: U32, out: U32, ends: I64) -> int:
    """Fill in one MinHash row a sentence and the word after it; return how many sentences there are."""
    power = powers(half + 1)
    prefix = np.empty(len(keys) + 1, np.uint64)
    hashes = np.empty(len(keys) + 1, np.uint64)
    row = 0
    start = 0
    for i in range(len(keys)):
        if not stops[i]:
            continue
        n = shingles(keys, start, i + 1, half, power, prefix, hashes)
        out[row, :] = np.uint32(0xFFFFFFFF)
        for j in range(n):
            h = _premix(hashes[j])
            for p in range(len(a)):
                out[row, p] = min(out[row, p], np.uint32(h * a[p] + b[p]))
        ends[row] = i + 1
        row += 1
        start = i + 1
    return row


@compiled
def winnow(
    keys: U64, breaks: U8, offsets: I64, half: int, window: int, hashes_out: U64, places: I32, bounds: I64
) -> None:
    """Fill in the winnowed shingle hashes of each text with the word each starts at (Schleimer et al., SIGMOD 2003).

    Of every `window` consecutive shingles the one with the least hash is kept, the rightmost of equals; a run of words
    between two breaks that has fewer shingles keeps its least. Postings of text i are ``bounds[i]:bounds[i + 1]``.
    """
    longest = 0
    for d in range(len(offsets) - 1):
        longest = max(longest, offsets[d + 1] - offsets[d])
    power = powers(half + 1)
    prefix = np.empty(longest + 1, np.uint64)
    hashes = np.empty(longest + 1, np.uint64)
    n = 0
    bounds[0] = 0
    for d in range(len(offsets) - 1):
        start = offsets[d]
        for i in range(offsets[d], offsets[d + 1]):
            if not breaks[i] and i + 1 < offsets[d + 1]:
                continue
            m = shingles(keys, start, i + 1, half, power, prefix, hashes)
            kept = -1
            for right in range(min(window, m) - 1, m):
                first = max(0, right - window + 1)
                if kept >= first and hashes[right] > hashes[kept]:
                    continue
                if kept >= first:
                    kept = right
                else:
                    kept = first
                    for j in range(first + 1, right + 1):
                        if hashes[j] <= hashes[kept]:
                            kept = j
                hashes_out[n] = hashes[kept]
                places[n] = start - offsets[d] + kept
                n += 1
            start = i + 1
        bounds[d + 1] = n
