"""The compiled loops: words, shingles, MinHash and winnowing over flat arrays.

Import it only where a loop is about to run: numba costs a third of a second. Every function takes and returns flat
arrays and knows nothing of documents, so that it runs alike in process, in a pool and in a cluster's workers.
"""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, cast

import numpy as np
import numpy.typing as npt
from llvmlite import ir  # type: ignore[import-untyped]
from numba import types
from numba.extending import intrinsic

from provenance.compiling import compiled

U8: TypeAlias = npt.NDArray[np.uint8]
U16: TypeAlias = npt.NDArray[np.uint16]
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
_TOP = np.uint64(1 << 63)
_ONES = np.uint64(0x0101_0101_0101_0101)
_SEVENS = np.uint64(0x7F7F_7F7F_7F7F_7F7F)
_EIGHTS = np.uint64(0x8080_8080_8080_8080)
_LOWER = np.uint64(0x2020_2020_2020_2020)
_FROM_A = np.uint64((128 - 97) * 0x0101_0101_0101_0101)
_AFTER_Z = np.uint64((127 - 122) * 0x0101_0101_0101_0101)
_FROM_0 = np.uint64((128 - 48) * 0x0101_0101_0101_0101)
_AFTER_9 = np.uint64((127 - 57) * 0x0101_0101_0101_0101)
_U32 = np.uint64(32)
_U33 = np.uint64(33)
_ODD = np.uint64(0xFFFF_FFFF_FFFF_FFFE)

_IDEOGRAPH = np.uint32(IDEOGRAPH)
_SEVERAL = np.uint32(SEVERAL)
_STOP = np.uint32(STOP)
_LOW = np.uint32(LOW)


def _eight_bytes(typing: object, array: Any, at: Any) -> Any:
    """Return eight bytes of an array from a place on, as one number, the first byte lowest."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        first = context.make_array(signature.args[0])(context, builder, args[0]).data
        place = builder.bitcast(builder.gep(first, [args[1]]), ir.IntType(64).as_pointer())
        return builder.load(place, align=1)

    return types.uint64(array, at), build


_eight = cast(Callable[[U8, int], np.uint64], intrinsic(_eight_bytes))


@compiled
def _stir(state: np.uint64, unit: np.uint64) -> np.uint64:
    state = (state ^ unit) * _STEP
    return state ^ (state >> _U32)


@compiled
def _finish(state: np.uint64) -> np.uint64:
    state *= _MIX
    return (state ^ (state >> _U32)) & _ODD


@compiled
def _absorb(
    state: np.uint64, held: np.uint64, count: int, entry: np.uint32, expansion: U32
) -> tuple[np.uint64, np.uint64, int]:
    """Return the state after one more code point of a word: ASCII is stirred in by eights, anything else alone."""
    at = int(entry & _LOW)
    several = (entry & _SEVERAL) != 0
    for i in range(int(expansion[at]) if several else 1):
        point = np.uint64(expansion[at + 1 + i]) if several else np.uint64(entry & _LOW)
        if point < 128:
            held |= point << np.uint64(8 * count)
            count += 1
        if count == 8 or (point >= 128 and count > 0):
            state = _stir(state, held)
            held = np.uint64(0)
            count = 0
        if point >= 128:
            state = _stir(state, point | _TOP)
    return state, held, count


@compiled
def _close(state: np.uint64, held: np.uint64, count: int) -> np.uint64:
    return _finish(_stir(state, held) if count else state)


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
        state, held, count = _absorb(_SEED, np.uint64(0), 0, entry, expansion)
        i += 1
        if entry & _IDEOGRAPH:
            keys[n] = _close(state, held, count) | _U1
        else:
            while i < size:
                entry = table[codes[i]] if codes[i] < len(table) else np.uint32(0)
                if entry & _IDEOGRAPH or not entry & _LOW:
                    break
                state, held, count = _absorb(state, held, count, entry, expansion)
                i += 1
            keys[n] = _close(state, held, count)
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
def _word(data: U8, p: int, end: int, table: U32, expansion: U32) -> tuple[np.uint64, int]:
    """Return the key of a word of any script and the byte after it."""
    entry, size = _entry(data, p, table)
    state, held, count = _absorb(_SEED, np.uint64(0), 0, entry, expansion)
    p += size
    if entry & _IDEOGRAPH:
        return _close(state, held, count) | _U1, p
    while p < end:
        entry, size = _entry(data, p, table)
        if entry & _IDEOGRAPH or not entry & _LOW:
            break
        state, held, count = _absorb(state, held, count, entry, expansion)
        p += size
    return _close(state, held, count), p


@compiled
def _letters(eight: np.uint64) -> tuple[np.uint64, np.uint64]:
    """Return the mask of the ASCII letters and digits that eight bytes begin with, and how many they are."""
    seven = eight & _SEVENS
    lower = seven | _LOWER
    word = ((lower + _FROM_A) & ~(lower + _AFTER_Z)) | ((seven + _FROM_0) & ~(seven + _AFTER_9))
    other = ~(word & ~eight) & _EIGHTS
    mask = ((other & (~other + _U1)) >> np.uint64(7)) - _U1
    return mask, ((mask & _ONES) * _ONES) >> np.uint64(56)


@compiled
def words_of_bytes(data: U8, bounds: I64, table: U32, expansion: U32, keys: U64, stops: U8, offsets: I64) -> None:
    """Fill in the key of each word of the UTF-8 texts `data[bounds[i]:bounds[i + 1]]` and whether it ends a sentence.

    The words of text i are ``keys[offsets[i]:offsets[i + 1]]``; `keys` and `stops` must hold one for every byte, and
    `data` eight bytes more than the texts. ASCII words are taken eight bytes at a time.
    """
    n = 0
    offsets[0] = 0
    for d in range(len(bounds) - 1):
        end = bounds[d + 1]
        p, _ = _gap(data, bounds[d], end, 0, table)
        while p < end:
            start = p
            state = _SEED
            eight = _eight(data, p)
            mask, size = _letters(eight)
            while size == 8:
                state = _stir(state, eight | _LOWER)
                p += 8
                eight = _eight(data, p)
                mask, size = _letters(eight)
            if size:
                state = _stir(state, (eight | _LOWER) & mask)
                p = int(p + np.int64(size))
            if p > end:
                # The next text's first letters were read as well.
                key, p = _word(data, start, end, table, expansion)
            elif p == start or (p < end and data[p] > 127):
                key, p = _word(data, start, end, table, expansion)
            else:
                key = _finish(state)
            keys[n] = key
            stops[n] = 0
            if p + 1 < end and data[p] == 32 and _plain(data[p + 1]):
                p += 1
            elif p < end:
                p, stop = _gap(data, p, end, p - start, table)
                stops[n] = stop
            n += 1
        if n > offsets[d]:
            stops[n - 1] = 1
        offsets[d + 1] = n


@compiled
def _plain(byte: np.uint8) -> bool:
    """Tell an ASCII letter or digit."""
    return bool(np.uint8((byte | np.uint8(32)) - np.uint8(97)) < 26 or np.uint8(byte - np.uint8(48)) < 10)


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
    ideographs = np.uint64(0)
    for i in range(size):
        prefix[i + 1] = prefix[i] * _ROLL + keys[start + i]
        ideographs |= keys[start + i]
    n = 0
    if not ideographs & _U1 and half % 2 == 0 and 2 * size >= half:
        # All shingles have the same number of words: the usual case, without a branch in the loop.
        words = half // 2
        factor = power[words]
        for left in range(size - words + 1):
            hashes[left] = _fmix(prefix[left + words] - prefix[left] * factor)
        return size - words + 1
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
def _least(hashes: U64, j: int, m: int, window: int) -> bool:
    """Tell whether a hash is the least, the rightmost of equals, of some `window` neighbours with it."""
    h = hashes[j]
    reach = 1
    going = True
    for s in range(1, min(window, j + 1)):
        going &= hashes[j - s] >= h
        reach += going
    going = True
    for s in range(1, min(window, m - j)):
        going &= hashes[j + s] > h
        reach += going
    return reach >= window


@compiled
def _four(hashes: U64, j: int) -> bool:
    """Tell the same for windows of four with three neighbours on either side, without a loop."""
    h = hashes[j]
    left1 = hashes[j - 1] >= h
    left2 = left1 & (hashes[j - 2] >= h)
    left3 = left2 & (hashes[j - 3] >= h)
    right1 = hashes[j + 1] > h
    right2 = right1 & (hashes[j + 2] > h)
    right3 = right2 & (hashes[j + 3] > h)
    return bool(left3 | (left2 & right1) | (left1 & right2) | right3)


@compiled
def winnow(
    keys: U64, breaks: U8, offsets: I64, half: int, window: int, hashes_out: U64, places: I32, bounds: I64
) -> None:
    """Fill in the winnowed shingle hashes of each text with the word each starts at (Schleimer et al., SIGMOD 2003).

    Of every `window` consecutive shingles the one with the least hash is kept, the rightmost of equals; a run of words
    between two breaks that has fewer shingles keeps its least. One that repeats its predecessor is left out, so that a
    text of one word over and over has few. Postings of text i are ``bounds[i]:bounds[i + 1]``.
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
            if 0 < m < window:
                least = 0
                for j in range(1, m):
                    if hashes[j] <= hashes[least]:
                        least = j
                hashes_out[n] = hashes[least]
                places[n] = start - offsets[d] + least
                n += n == bounds[d] or hashes_out[n - 1] != hashes[least]
            for j in range(m if m >= window else 0):
                kept = _four(hashes, j) if window == 4 and 3 <= j < m - 3 else _least(hashes, j, m, window)
                hashes_out[n] = hashes[j]
                places[n] = start - offsets[d] + j
                n += kept and (n == bounds[d] or hashes_out[n - 1] != hashes[j])
            start = i + 1
        bounds[d + 1] = n
