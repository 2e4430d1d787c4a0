"""Numba kernels of the aligner: number words, find shared runs, weigh shared words of sentence pairs.

Flat arrays in and out; nothing here knows of texts. Imported only when two documents are aligned.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

Ints = npt.NDArray[np.int32]
Keys = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float32]


@njit(cache=True)
def _mix(h: Any) -> Any:
    h = np.uint64(h)
    h ^= h >> np.uint64(31)
    h *= np.uint64(0x9E3779B97F4A7C15)
    h ^= h >> np.uint64(29)
    return h


@njit(cache=True)
def number(left: Keys, right: Keys) -> tuple[Ints, Ints, int]:
    """Return small numbers for the keys of both sides, equal where the keys are equal, and how many there are."""
    n, m = len(left), len(right)
    size = 16
    while size < 2 * (n + m):
        size *= 2
    mask = np.uint64(size - 1)
    table = np.full(size, -1, np.int32)
    seen = np.empty(n + m, np.uint64)
    count = 0
    a = np.empty(n, np.int32)
    b = np.empty(m, np.int32)
    for p in range(n + m):
        k = left[p] if p < n else right[p - n]
        slot = _mix(k) & mask
        while table[slot] >= 0 and seen[table[slot]] != k:
            slot = (slot + np.uint64(1)) & mask
        if table[slot] < 0:
            table[slot] = count
            seen[count] = k
            count += 1
        if p < n:
            a[p] = table[slot]
        else:
            b[p - n] = table[slot]
    return a, b, count


@njit(cache=True)
def grams(ids: Ints, size: int) -> Keys:
    """Return a hash of the `size` numbers from each position on, 0 where they meet a barrier (a negative number)."""
    n = len(ids)
    out = np.zeros(n, np.uint64)
    for i in range(n - size + 1):
        h = np.uint64(1469598103934665603)
        fits = True
        for k in range(size):
            if ids[i + k] < 0:
                fits = False
            h = _mix(h ^ np.uint64(ids[i + k] + 1))
        if fits:
            out[i] = h | np.uint64(1)
    return out


@njit(cache=True)
def _places(ids: Ints, count: int) -> tuple[Ints, Ints]:
    """Return the positions of each number, sorted by number then position, and where each number's begin."""
    first = np.zeros(count + 1, np.int32)
    for i in ids:
        if i >= 0:
            first[i + 1] += 1
    for k in range(count):
        first[k + 1] += first[k]
    fill = first[:-1].copy()
    order = np.empty(first[count], np.int32)
    for p in range(len(ids)):
        i = ids[p]
        if i >= 0:
            order[fill[i]] = p
            fill[i] += 1
    return order, first


@njit(cache=True)
def runs(a: Ints, b: Ints, size: int, most: int) -> Ints:
    """Return all maximal runs of equal numbers of at least `size`, as rows (start in a, start in b, length).

    Where a gram stands so often on both sides that its pairs exceed `most`, its first place on one side is held against
    the first on the other and so on, so that a text of one repeated phrase costs no more than another.
    Negative numbers are equal to nothing.
    """
    n, m = len(a), len(b)
    ga, gb, count = number(grams(a, size), grams(b, size))
    barrier_a, barrier_b = grams(a, size) == 0, grams(b, size) == 0
    for i in range(n):
        if barrier_a[i]:
            ga[i] = -1
    for j in range(m):
        if barrier_b[j]:
            gb[j] = -1
    order_a, first_a = _places(ga, count)
    order_b, first_b = _places(gb, count)
    done = np.full(n + m + 1, -1, np.int32)
    found = np.empty((64, 3), np.int32)
    total = 0
    for i in range(n):
        g = ga[i]
        if g < 0:
            continue
        lo, hi = first_b[g], first_b[g + 1]
        if hi == lo:
            continue
        mine = first_a[g + 1] - first_a[g]
        if mine * (hi - lo) > most:
            rank = np.searchsorted(order_a[first_a[g] : first_a[g + 1]], i)
            if rank >= hi - lo:
                continue
            lo += rank
            hi = lo + 1
        for q in range(lo, hi):
            j = order_b[q]
            d = i - j + m
            if i < done[d]:
                continue
            s, t = i, j
            while s > 0 and t > 0 and a[s - 1] >= 0 and a[s - 1] == b[t - 1]:
                s -= 1
                t -= 1
            e, f = i, j
            while e < n and f < m and a[e] >= 0 and a[e] == b[f]:
                e += 1
                f += 1
            done[d] = e
            if e - s < size:
                continue
            if total == len(found):
                more = np.empty((2 * total, 3), np.int32)
                more[:total] = found
                found = more
            found[total, 0] = s
            found[total, 1] = t
            found[total, 2] = e - s
            total += 1
    return found[:total]


@njit(cache=True)
def shared(
    a: Ints, b: Ints, where_a: Ints, where_b: Ints, weights: Floats, most: int, best: int, least: float
) -> tuple[Ints, Floats]:
    """Return the sentence pairs that share weight: rows (left, right, terms shared) and (weight shared, of left, of right).

    `a` and `b` are term numbers, `where_*` the sentence of each (-1: none), `weights` the bits of each term number.
    Terms that stand in more than `most` places on either side count for nothing. Of each left sentence at most
    the `best` right ones with at least `least` bits are kept.
    """
    count = len(weights)
    order_a, first_a = _places(a, count)
    order_b, first_b = _places(b, count)
    weight = weights.copy()
    for k in range(count):
        if first_a[k + 1] - first_a[k] > most or first_b[k + 1] - first_b[k] > most:
            weight[k] = 0.0
    n_left, n_right = 0, 0
    for s in where_a:
        n_left = max(n_left, s + 1)
    for t in where_b:
        n_right = max(n_right, t + 1)
    mass_a = np.zeros(n_left, np.float32)
    mass_b = np.zeros(n_right, np.float32)
    for i in range(len(a)):
        if where_a[i] >= 0 and a[i] >= 0:
            mass_a[where_a[i]] += weight[a[i]]
    for j in range(len(b)):
        if where_b[j] >= 0 and b[j] >= 0:
            mass_b[where_b[j]] += weight[b[j]]
    gain = np.zeros(n_right, np.float32)
    terms = np.zeros(n_right, np.int32)
    touched = np.empty(n_right, np.int32)
    times = np.zeros(count, np.int32)
    rows = np.empty((256, 3), np.int32)
    bits = np.empty((256, 3), np.float32)
    total = 0
    i = 0
    n = len(a)
    while i < n:
        s = where_a[i]
        e = i
        while e < n and where_a[e] == s:
            e += 1
        if s >= 0:
            n_touched = 0
            for p in range(i, e):
                k = a[p]
                if k < 0 or weight[k] <= 0.0:
                    continue
                times[k] += 1
                # The r-th place of a term in this sentence meets each right sentence that has it r times or more.
                in_this = 0
                last = -1
                for q in range(first_b[k], first_b[k + 1]):
                    t = where_b[order_b[q]]
                    if t < 0:
                        continue
                    if t != last:
                        in_this = 0
                        last = t
                    in_this += 1
                    if in_this == times[k]:
                        if gain[t] == 0.0:
                            touched[n_touched] = t
                            n_touched += 1
                        gain[t] += weight[k]
                        terms[t] += 1
            for p in range(i, e):
                if a[p] >= 0:
                    times[a[p]] = 0
            for _ in range(min(best, n_touched)):
                top = -1
                for u in range(n_touched):
                    t = touched[u]
                    if gain[t] >= least and (
                        top < 0 or gain[t] / (mass_a[s] + mass_b[t]) > gain[top] / (mass_a[s] + mass_b[top])
                    ):
                        top = t
                if top < 0:
                    break
                if total == len(rows):
                    more = np.empty((2 * total, 3), np.int32)
                    more[:total] = rows
                    rows = more
                    wider = np.empty((2 * total, 3), np.float32)
                    wider[:total] = bits
                    bits = wider
                rows[total, 0] = s
                rows[total, 1] = top
                rows[total, 2] = terms[top]
                bits[total, 0] = gain[top]
                bits[total, 1] = mass_a[s]
                bits[total, 2] = mass_b[top]
                total += 1
                gain[top] = 0.0
            for u in range(n_touched):
                gain[touched[u]] = 0.0
                terms[touched[u]] = 0
        i = e
    return rows[:total], bits[:total]
