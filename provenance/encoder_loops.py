"""The inner loops of the encoder, compiled by numba: word pieces by Viterbi, and what a BLAS does not do."""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from provenance.compiling import compiled_with

_BASIS = np.uint64(1469598103934665603)
_PRIME = np.uint64(1099511628211)
_BITS = 1 << 25

_Slots = tuple[npt.NDArray[np.int32], npt.NDArray[np.uint64]]
_Table = tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32], npt.NDArray[np.float32], _Slots]


@compiled_with()
def hash_pieces(pieces: npt.NDArray[np.uint8], offsets: npt.NDArray[np.uint32]) -> _Slots:
    """Return an open-addressing table of piece numbers plus one, 0 where empty, by FNV-1a of the piece's bytes.

    Beside it, one bit for the hash of every beginning of a piece, so that a search can stop where none goes on.
    """
    beginnings = np.zeros(_BITS // 64, np.uint64)
    size = 1
    while size < 4 * len(offsets):
        size *= 2
    slots = np.zeros(size, np.int32)
    for i in range(len(offsets) - 1):
        h = _BASIS
        for j in range(offsets[i], offsets[i + 1]):
            h = (h ^ np.uint64(pieces[j])) * _PRIME
            bit = (h >> np.uint64(20)) & np.uint64(_BITS - 1)
            beginnings[np.int64(bit >> np.uint64(6))] |= np.uint64(1) << (bit & np.uint64(63))
        if offsets[i + 1] > offsets[i]:
            at = np.int64(h & np.uint64(size - 1))
            while slots[at]:
                at = (at + 1) & (size - 1)
            slots[at] = i + 1
    return slots, beginnings


@compiled_with()
def _piece(
    stretch: npt.NDArray[np.uint8],
    hashed: np.uint64,
    pieces: npt.NDArray[np.uint8],
    offsets: npt.NDArray[np.uint32],
    slots: npt.NDArray[np.int32],
) -> int:
    """Return the number of the piece that has these bytes, -1 where none has."""
    size = len(slots)
    at = np.int64(hashed & np.uint64(size - 1))
    while slots[at]:
        p = slots[at] - 1
        low = np.int64(offsets[p])
        if np.int64(offsets[p + 1]) - low == len(stretch):
            same = True
            for j in range(len(stretch)):
                if pieces[low + j] != stretch[j]:
                    same = False
                    break
            if same:
                return int(p)
        at = (at + 1) & (size - 1)
    return -1


@compiled_with()
def _trace_back(piece: npt.NDArray[np.int32], back: npt.NDArray[np.int64], end: int, out: npt.NDArray[np.int32]) -> int:
    """Fill in the pieces of the best way to `end`, in order; return how many."""
    count, e = 0, end
    while e > 0:
        count += 1
        e = back[e]
    at, e = count, end
    while e > 0:
        at -= 1
        out[at] = piece[e]
        e = back[e]
    return count


@compiled_with()
def split_pieces(
    text: npt.NDArray[np.uint8],
    starts: npt.NDArray[np.int64],
    table: _Table,
    longest: int,
    floor: float,
    unknown: int,
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Return the likeliest pieces of each sentence ``text[starts[i]:starts[i + 1]]``, and where each one's begin."""
    pieces, offsets, scores, (slots, beginnings) = table
    out = np.empty(len(text), np.int32)
    bounds = np.zeros(len(starts), np.int64)
    for s in range(len(starts) - 1):
        first, n = starts[s], starts[s + 1] - starts[s]
        best = np.full(n + 1, -1e30)
        piece = np.full(n + 1, -1, np.int32)
        back = np.zeros(n + 1, np.int64)
        best[0] = 0.0
        for i in range(n):
            if best[i] <= -1e29:
                continue
            h = _BASIS
            for e in range(i + 1, min(n, i + longest) + 1):
                h = (h ^ np.uint64(text[first + e - 1])) * _PRIME
                bit = (h >> np.uint64(20)) & np.uint64(_BITS - 1)
                if not (beginnings[np.int64(bit >> np.uint64(6))] >> (bit & np.uint64(63))) & np.uint64(1):
                    break
                p = _piece(text[first + i : first + e], h, pieces, offsets, slots)
                if p >= 0 and p != unknown and best[i] + scores[p] > best[e]:
                    best[e], piece[e], back[e] = best[i] + scores[p], p, i
            e = i + 1
            while e < n and text[first + e] & 0xC0 == 0x80:
                e += 1
            if best[i] + floor > best[e]:
                best[e], piece[e], back[e] = best[i] + floor, unknown, i
        bounds[s + 1] = bounds[s] + _trace_back(piece, back, n, out[bounds[s] :])
    return out[: bounds[-1]].copy(), bounds


@compiled_with("contract", "arcp", "nnan", "nsz")
def bend(x: npt.NDArray[np.float32], bias: npt.NDArray[np.float32]) -> None:
    """Add `bias` to every row of `x` and apply the Gaussian error linear unit, in place.

    The error function is Eigen's rational approximation, within 2e-7 of the true one.
    """
    half, one, four, root = np.float32(0.5), np.float32(1), np.float32(4), np.float32(0.7071067811865476)
    for t in range(x.shape[0]):
        row = x[t]
        for i in range(row.shape[0]):
            v = row[i] + bias[i]
            z = v * root
            z = four if z > four else z
            z = -four if z < -four else z
            q = z * z
            p = np.float32(-2.72614225801306e-10) * q + np.float32(2.77068142495902e-08)
            p = p * q + np.float32(-2.10102402082508e-06)
            p = p * q + np.float32(-5.69250639462346e-05)
            p = p * q + np.float32(-7.34990630326855e-04)
            p = p * q + np.float32(-2.95459980854025e-03)
            p = p * q + np.float32(-1.60960333262415e-02)
            d = np.float32(-1.45660718464996e-05) * q + np.float32(-2.13374055278905e-04)
            d = d * q + np.float32(-1.68282697438203e-03)
            d = d * q + np.float32(-7.37332916720468e-03)
            d = d * q + np.float32(-1.42647390514189e-02)
            row[i] = half * v * (one + z * (p / d))


@compiled_with("contract", "reassoc")
def add_normalise(
    x: npt.NDArray[np.float32],
    y: npt.NDArray[np.float32],
    shift: npt.NDArray[np.float32],
    weight: npt.NDArray[np.float32],
    bias: npt.NDArray[np.float32],
    epsilon: float,
) -> None:
    """Add `y` and `shift` to `x` and bring every row to mean 0 and variance 1, then weight and shift it, in place."""
    width = x.shape[1]
    for t in range(x.shape[0]):
        row, other = x[t], y[t]
        total = np.float32(0)
        for i in range(width):
            row[i] += other[i] + shift[i]
            total += row[i]
        mean = total / np.float32(width)
        spread = np.float32(0)
        for i in range(width):
            spread += (row[i] - mean) * (row[i] - mean)
        scale = np.float32(1) / np.sqrt(spread / np.float32(width) + np.float32(epsilon))
        for i in range(width):
            row[i] = (row[i] - mean) * scale * weight[i] + bias[i]


@compiled_with()
def chain(likeness: npt.NDArray[np.float32], floor: float, merged: float) -> npt.NDArray[np.int32]:
    """Return the groups of rows and columns that go together best while both keep their order, as rows of four.

    `likeness` has shape (4, n, m): of row i with column j, of rows i and i+1 with column j, of row i with columns j and
    j+1, and of two with two. A group gains what it exceeds `floor` by, times the sentences in it; a group
    of three or four must exceed it by `merged` more. Each result is (row, rows, column, columns).
    """
    _, n, m = likeness.shape
    gain = np.zeros((n + 1, m + 1), np.float64)
    step = np.zeros((n + 1, m + 1), np.int8)
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best, move = gain[i + 1, j], 5
            if gain[i, j + 1] > best:
                best, move = gain[i, j + 1], 6
            for k in range(4):
                a, b = 1 + k % 2, 1 + k // 2
                if i + a > n or j + b > m:
                    continue
                over = likeness[k, i, j] - floor - (merged if k else 0.0)
                if over > 0 and gain[i + a, j + b] + over * (a + b) > best:
                    best, move = gain[i + a, j + b] + over * (a + b), k + 1
            gain[i, j], step[i, j] = best, move
    out = np.empty((min(n, m), 4), np.int32)
    count = i = j = 0
    while i < n and j < m:
        move = step[i, j]
        if move >= 5:
            i, j = (i + 1, j) if move == 5 else (i, j + 1)
            continue
        a, b = 1 + (move - 1) % 2, 1 + (move - 1) // 2
        out[count] = (i, a, j, b)
        count += 1
        i += a
        j += b
    return out[:count].copy()


@compiled_with("contract")
def sum_pieces(
    nibbles: npt.NDArray[np.uint8],
    scales: npt.NDArray[np.float32],
    ids: npt.NDArray[np.int32],
    weights: npt.NDArray[np.float32],
    out: npt.NDArray[np.float32],
) -> None:
    """Add to `out` the rows of a 4-bit table that `ids` name, each times its piece's weight.

    `nibbles` has shape (pieces, blocks, 16): value j of a block is low in byte j, value j + 16 high. `scales` has a
    factor for each block.
    """
    blocks = nibbles.shape[1]
    for t in range(len(ids)):
        p = ids[t]
        for b in range(blocks):
            factor = scales[p, b] * weights[p]
            row = out[32 * b : 32 * b + 32]
            packed = nibbles[p, b]
            for j in range(16):
                row[j] += (np.float32(packed[j] & 15) - np.float32(8)) * factor
                row[j + 16] += (np.float32(packed[j] >> 4) - np.float32(8)) * factor
