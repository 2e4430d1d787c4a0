"""Compiled loops of the aligner: number words, find shared runs, weigh the words that two sentences share.

Flat arrays in and out; nothing here knows of documents. Imported only when two documents are aligned.
"""

from __future__ import annotations

from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from provenance.compiling import compiled

Bools: TypeAlias = npt.NDArray[np.bool_]
Codes: TypeAlias = npt.NDArray[np.uint32]
Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int32]
Keys: TypeAlias = npt.NDArray[np.uint64]
Doubles: TypeAlias = npt.NDArray[np.float64]
Edges: TypeAlias = tuple[Ints, Ints, Ints]
"""The sentence of each word (-1: none); the first and the last word of each sentence (-1: none)."""
Bar: TypeAlias = tuple[int, float]
"""Words and bits that something must have."""

Rows = TypeVar("Rows", Ints, Floats)

_ODD = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_ONE = np.uint64(1)

SPACE, LINE, STOP, FULL, SMALL, LARGE = 1, 2, 4, 8, 16, 32
"""What a code point can be to the end of a sentence."""


@compiled
def _mix(h: np.uint64) -> np.uint64:
    h = (h ^ (h >> _SHIFT)) * _ODD
    return h ^ (h >> _SHIFT)


@compiled
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
    out = np.empty(n + m, np.int32)
    for p in range(n + m):
        k = left[p] if p < n else right[p - n]
        slot = _mix(k) & mask
        while table[slot] >= 0 and seen[table[slot]] != k:
            slot = (slot + _ONE) & mask
        if table[slot] < 0:
            table[slot] = count
            seen[count] = k
            count += 1
        out[p] = table[slot]
    return out[:n].copy(), out[n:].copy(), count


@compiled
def _doubled(rows: Rows) -> Rows:
    """Return the rows with room for as many more."""
    out = np.empty((2 * rows.shape[0], rows.shape[1]), rows.dtype)
    for r in range(rows.shape[0]):
        for k in range(rows.shape[1]):
            out[r, k] = rows[r, k]
    return out


@compiled
def grams(ids: Ints, size: int) -> Keys:
    """Return a hash of the `size` numbers from each position on, 0 where they meet a barrier (a negative number)."""
    out = np.zeros(len(ids), np.uint64)
    for i in range(len(ids) - size + 1):
        h = np.uint64(size)
        fits = True
        for k in range(size):
            if ids[i + k] < 0:
                fits = False
            h = _mix(h ^ np.uint64(ids[i + k] + 1))
        if fits:
            out[i] = h | _ONE
    return out


@compiled
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


@compiled
def _gram_numbers(a: Ints, b: Ints, size: int) -> tuple[Ints, Ints, int]:
    grams_a, grams_b = grams(a, size), grams(b, size)
    ga, gb, count = number(grams_a, grams_b)
    for i in range(len(ga)):
        if grams_a[i] == 0:
            ga[i] = -1
    for j in range(len(gb)):
        if grams_b[j] == 0:
            gb[j] = -1
    return ga, gb, count


@compiled
def _extended(a: Ints, b: Ints, i: int, j: int) -> tuple[int, int, int]:
    """Return the maximal run of equal numbers through places i and j: its starts and its length."""
    s, t = i, j
    while s > 0 and t > 0 and a[s - 1] >= 0 and a[s - 1] == b[t - 1]:
        s -= 1
        t -= 1
    e, f = i, j
    while e < len(a) and f < len(b) and a[e] >= 0 and a[e] == b[f]:
        e += 1
        f += 1
    return s, t, e - s


@compiled
def runs(a: Ints, b: Ints, size: int, most: int) -> Ints:
    """Return all maximal runs of equal numbers of at least `size`, as rows (start in a, start in b, length).

    Where a gram stands so often on both sides that its pairs exceed `most`, its first place on one side is held against
    the first on the other and so on, so that a text of one repeated phrase costs no more than another.
    Negative numbers are equal to nothing.
    """
    ga, gb, count = _gram_numbers(a, b, size)
    _, first_a = _places(ga, count)
    order_b, first_b = _places(gb, count)
    met = np.zeros(count, np.int32)
    done = np.full(len(a) + len(b) + 1, -1, np.int32)
    found = np.empty((64, 3), np.int32)
    total = 0
    for i in range(len(a)):
        g = ga[i]
        if g < 0:
            continue
        lo, hi = first_b[g], first_b[g + 1]
        if (first_a[g + 1] - first_a[g]) * (hi - lo) > most:
            lo = min(hi, lo + met[g])
            hi = min(hi, lo + 1)
        met[g] += 1
        for q in range(lo, hi):
            j = order_b[q]
            diagonal = i - j + len(b)
            if i < done[diagonal]:
                continue
            s, t, n = _extended(a, b, i, j)
            done[diagonal] = s + n
            if n < size:
                continue
            if total == len(found):
                found = _doubled(found)
            found[total, 0], found[total, 1], found[total, 2] = s, t, n
            total += 1
    return found[:total]


@compiled
def edges(within: Ints, ids: Ints, count: int) -> tuple[Ints, Ints]:
    """Return the first and the last word of each of `count` sentences, barriers aside; -1 where it has none."""
    first, last = np.full(count, -1, np.int32), np.full(count, -1, np.int32)
    for i in range(len(ids)):
        s = within[i]
        if s >= 0 and ids[i] >= 0:
            if first[s] < 0:
                first[s] = i
            last[s] = i
    return first, last


@compiled
def meet(
    keys: tuple[Keys, Keys],
    bits: tuple[Floats, Floats],
    barred: tuple[Bools, Bools],
    within: tuple[Ints, Ints],
    counts: tuple[int, int],
) -> tuple[Ints, Ints, Floats, Ints, tuple[Ints, Ints], tuple[Ints, Ints]]:
    """Return two documents with one numbering of their words.

    These are the number of each word on either side, -1 where it is barred; the most bits that each number has; at how
    many places it stands, barred or not; and the `edges` of the sentences of either side, of which there are `counts`.
    """  # fmt: skip
    a, b, count = number(keys[0], keys[1])
    here = np.zeros(count, np.float32)
    often = np.zeros(count, np.int32)
    for j in range(len(b)):
        here[b[j]] = bits[1][j]
        often[b[j]] += 1
    weights = here.copy()
    for i in range(len(a)):
        weights[a[i]] = max(bits[0][i], here[a[i]])
        often[a[i]] += 1
    for i in range(len(a)):
        if barred[0][i]:
            a[i] = -1
    for j in range(len(b)):
        if barred[1][j]:
            b[j] = -1
    return a, b, weights, often, edges(within[0], a, counts[0]), edges(within[1], b, counts[1])


@compiled
def without_common(a: Ints, b: Ints, weights: Floats, most: int) -> Floats:
    """Return the weights of terms, those that stand at more than so many places of one side without any."""
    out = weights.copy()
    times = np.zeros(len(weights), np.int32)
    for k in a:
        if k >= 0:
            times[k] += 1
            if times[k] > most:
                out[k] = 0.0
    times[:] = 0
    for k in b:
        if k >= 0:
            times[k] += 1
            if times[k] > most:
                out[k] = 0.0
    return out


@compiled
def _piece(within_a: Ints, within_b: Ints, i: int, j: int, n: int) -> int:
    """Return how many of n words from i and j on lie in one sentence on either side."""
    k = 1
    while k < n and within_a[i + k] == within_a[i] and within_b[j + k] == within_b[j]:
        k += 1
    return k


@compiled
def _last_piece(within_a: Ints, within_b: Ints, i: int, j: int, n: int) -> int:
    """Return how many of n words before i and j lie in one sentence on either side."""
    k = 1
    while k < n and within_a[i - 1 - k] == within_a[i - 1] and within_b[j - 1 - k] == within_b[j - 1]:
        k += 1
    return k


@compiled
def _at(edge: Ints, sentence: int, word: int) -> bool:
    return sentence >= 0 and edge[sentence] == word


@compiled
def _weak(total: Doubles, start: int, n: int, short: Bar) -> bool:
    return n < short[0] or total[start + n] - total[start] < short[1]


@compiled
def _trimmed(run: tuple[int, int, int], total: Doubles, left: Edges, right: Edges, short: Bar) -> tuple[int, int, int]:
    """Return a run without weak ends that reach into a sentence which goes on otherwise on both sides."""
    i, j, n = run
    head = _piece(left[0], right[0], i, j, n)
    starts = _at(left[1], left[0][i], i) or _at(right[1], right[0][j], j)
    if head < n and not starts and _weak(total, i, head, short):
        i, j, n = i + head, j + head, n - head
    tail = _last_piece(left[0], right[0], i + n, j + n, n)
    stops = _at(left[2], left[0][i + n - 1], i + n - 1) or _at(right[2], right[0][j + n - 1], j + n - 1)
    if tail < n and not stops and _weak(total, i + n - tail, tail, short):
        n -= tail
    return i, j, n


@compiled
def _whole(edges: Edges, i: int, n: int) -> bool:
    return _at(edges[1], edges[0][i], i) and _at(edges[2], edges[0][i], i + n - 1)


@compiled
def worthy(found: Ints, total: Doubles, left: Edges, right: Edges, bars: tuple[Bar, Bar]) -> Ints:
    """Return what of the runs may stand as a passage.

    `bars` are the words and the bits of a run that stands, without weak ends, and those of a sentence that stands if it
    is whole on both sides, or if it is whole on one and has the words of a run. `total[i]` are the bits of the words
    before i. The rows are: start in a, start in b, words, words of the first sentence, words of the last.
    """
    long, short = bars
    out = np.empty((len(found) + 8, 5), np.int32)
    kept = 0
    for r in range(len(found)):
        i, j, n = found[r, 0], found[r, 1], found[r, 2]
        stands = not _weak(total, i, n, long)
        end = i + n
        if stands:
            i, j, n = _trimmed((i, j, n), total, left, right, short)
            end = i + n
        elif _weak(total, i, n, short):
            continue
        while i < end:
            head = _piece(left[0], right[0], i, j, end - i)
            size = end - i if stands else head
            wholes = int(_whole(left, i, size)) + int(_whole(right, j, size))
            if stands or ((wholes == 2 or (wholes == 1 and size >= long[0])) and not _weak(total, i, size, short)):
                if kept == len(out):
                    out = _doubled(out)
                out[kept, 0], out[kept, 1], out[kept, 2] = i, j, size
                out[kept, 3], out[kept, 4] = head, _last_piece(left[0], right[0], i + size, j + size, size)
                kept += 1
            i, j = i + size, j + size
    return out[:kept]


@compiled
def fresh(kept: Ints, order: Ints, words_a: int, words_b: int) -> Bools:
    """Return which runs show something new.

    Taken in `order`, at least half of a run must lie, on one side or the other, outside all runs taken before it.
    """
    seen_a, seen_b = np.zeros(words_a, np.bool_), np.zeros(words_b, np.bool_)
    new = np.zeros(len(kept), np.bool_)
    for r in order:
        i, j, n = kept[r, 0], kept[r, 1], kept[r, 2]
        old_a, old_b = 0, 0
        for k in range(n):
            old_a += seen_a[i + k]
            old_b += seen_b[j + k]
        if 2 * min(old_a, old_b) <= n:
            new[r] = True
            for k in range(n):
                seen_a[i + k] = True
                seen_b[j + k] = True
    return new


@compiled
def telling_runs(
    words: tuple[Ints, Ints], weights: Floats, sides: tuple[Edges, Edges], least: tuple[int, int], bars: tuple[Bar, Bar]
) -> Ints:
    """Return the `runs` that are `worthy` and, taken the longest first, show something new, in their order.

    `least` are the words of the shortest run that is looked for, and the most pairs of places of one.
    """
    a, b = words
    total = np.zeros(len(a) + 1, np.float64)
    for i in range(len(a)):
        total[i + 1] = total[i] + (np.float64(weights[a[i]]) if a[i] >= 0 else 0.0)
    kept = worthy(runs(a, b, least[0], least[1]), total, sides[0], sides[1], bars)
    order = np.argsort(-kept[:, 2], kind="mergesort").astype(np.int32)
    return kept[fresh(kept, order, len(a), len(b))]


@compiled
def covered(kept: Ints, left: Edges, right: Edges) -> Ints:
    """Return the sentence pairs of which a run leaves nothing over on one side at least, as rows (left, right)."""
    within_a, first_a, last_a = left
    within_b, first_b, last_b = right
    out = np.empty((len(kept) + 8, 2), np.int32)
    total = 0
    for r in range(len(kept)):
        i, j, n = kept[r, 0], kept[r, 1], kept[r, 2]
        at = 0
        while at < n:
            s, t = within_a[i + at], within_b[j + at]
            if s >= 0 and t >= 0:
                whole_a = first_a[s] >= i and last_a[s] < i + n
                whole_b = first_b[t] >= j and last_b[t] < j + n
                if whole_a or whole_b:
                    if total == len(out):
                        out = _doubled(out)
                    out[total, 0], out[total, 1] = s, t
                    total += 1
            at += _piece(within_a, within_b, i + at, j + at, n - at)
    return out[:total]


@compiled
def _masses(ids: Ints, within: Ints, weight: Floats, count: int) -> Floats:
    out = np.zeros(count, np.float32)
    for i in range(len(ids)):
        if within[i] >= 0 and ids[i] >= 0:
            out[within[i]] += weight[ids[i]]
    return out


@compiled
def _meet(times: int, places: tuple[Ints, Ints], weight: float, tally: tuple[Floats, Ints], touched: int) -> int:
    """Add a term's weight to the gain of each sentence that has it `times` times or more.

    `places` are where the term stands and the sentence of each word, `tally` the gains and the sentences that have
    any, `touched` of them; returns how many have any now.
    """
    gain, having = tally
    here = 0
    last = -1
    for p in places[0]:
        t = places[1][p]
        if t < 0:
            continue
        here = here + 1 if t == last else 1
        last = t
        if here == times:
            if gain[t] == 0.0:
                having[touched] = t
                touched += 1
            gain[t] += weight
    return touched


@compiled
def _likest(gain: Floats, mass: float, masses: Floats, touched: Ints, least: float) -> int:
    top = -1
    best = 0.0
    for t in touched:
        if gain[t] >= least:
            likeness = gain[t] / (mass + masses[t])
            if likeness > best or (likeness == best and t < top):
                top = t
                best = likeness
    return top


@compiled
def shared(
    ids: tuple[Ints, Ints],
    within: tuple[Ints, Ints],
    counts: tuple[int, int],
    weights: Floats,
    keep: tuple[int, float],
) -> tuple[Ints, Floats]:
    """Return the sentence pairs that share enough bits, as rows (left, right), with their bits and all bits of both.

    `ids` are the terms of each side, `within` their sentences (-1: none), `counts` how many sentences there are, and
    `weights` the bits of each term. `keep` says how many right sentences are returned of each left one, the likest,
    and the bits they must share.
    """
    a, b = ids
    order_b, first_b = _places(b, len(weights))
    mass_a, mass_b = _masses(a, within[0], weights, counts[0]), _masses(b, within[1], weights, counts[1])
    gain = np.zeros(counts[1], np.float32)
    touched = np.empty(counts[1], np.int32)
    times = np.zeros(len(weights), np.int32)
    rows = np.empty((256, 2), np.int32)
    bits = np.empty((256, 2), np.float32)
    total = 0
    i = 0
    while i < len(a):
        s = within[0][i]
        e = i
        n_touched = 0
        while e < len(a) and within[0][e] == s:
            k = a[e]
            if s >= 0 and k >= 0 and weights[k] > 0.0:
                times[k] += 1
                places = order_b[first_b[k] : first_b[k + 1]]
                n_touched = _meet(times[k], (places, within[1]), weights[k], (gain, touched), n_touched)
            e += 1
        for _ in range(min(keep[0], n_touched)):
            t = _likest(gain, mass_a[s], mass_b, touched[:n_touched], keep[1])
            if t < 0:
                break
            if total == len(rows):
                rows = _doubled(rows)
                bits = _doubled(bits)
            rows[total, 0], rows[total, 1] = s, t
            bits[total, 0], bits[total, 1] = gain[t], mass_a[s] + mass_b[t]
            total += 1
            gain[t] = 0.0
        for u in range(n_touched):
            gain[touched[u]] = 0.0
        for p in range(i, e):
            if a[p] >= 0:
                times[a[p]] = 0
        i = e
    return rows[:total], bits[:total]


@compiled
def common(a: Ints, b: Ints, weights: Floats) -> tuple[float, float]:
    """Return the bits of the terms that two stretches share, and all their bits; negative numbers are no terms."""
    times = np.zeros(len(weights), np.int32)
    mass = 0.0
    gain = 0.0
    for k in a:
        if k >= 0:
            times[k] += 1
            mass += weights[k]
    for k in b:
        if k >= 0:
            mass += weights[k]
            if times[k] > 0:
                times[k] -= 1
                gain += weights[k]
    return gain, mass


@compiled
def phrase(a: Ints, b: Ints, weights: Floats) -> tuple[int, int, float]:
    """Return the run of equal numbers with most bits: its start in a, its length, its bits."""
    best = (0, 0, 0.0)
    for i in range(len(a)):
        for j in range(len(b)):
            n = 0
            bits = 0.0
            while i + n < len(a) and j + n < len(b) and a[i + n] >= 0 and a[i + n] == b[j + n]:
                bits += weights[a[i + n]]
                n += 1
            if bits > best[2]:
                best = (i, n, bits)
    return best


@compiled
def _ends_sentence(codes: Codes, start: int, end: int, following: int, marks: npt.NDArray[np.uint8]) -> bool:
    """Return whether a sentence ends between the word from `start` to `end` and the next one, at `following`."""
    top = len(marks)
    begins_small = following < len(codes) and codes[following] < top and marks[codes[following]] & SMALL
    # A short word with a capital before a full stop is mostly an abbreviation or an initial.
    abbreviation = end - start <= 3 and codes[start] < top and marks[codes[start]] & LARGE
    lines = 0
    stop = False
    for p in range(end, following):
        mark = marks[codes[p]] if codes[p] < top else 0
        if mark & LINE:
            lines += 1
        if mark & FULL or lines > 1:
            return True
        if mark & STOP and not (abbreviation and codes[p] == 46):
            stop = True
        if stop and mark & (LINE | SPACE) and not begins_small:
            return True
    return False


@compiled
def sentences(codes: Codes, starts: Ints, ends: Ints, marks: npt.NDArray[np.uint8]) -> tuple[Ints, int]:
    """Return the sentence of each word by a rough rule for any language, and how many sentences there are.

    A sentence ends at an empty line, at a full stop of a script without spaces, and at another stop that white space
    follows but no small letter. `marks` holds SPACE, LINE, STOP, FULL, SMALL and LARGE for the code points that are so.
    """
    within = np.empty(len(starts), np.int32)
    count = 0
    for w in range(len(starts)):
        within[w] = count
        following = starts[w + 1] if w + 1 < len(starts) else len(codes)
        if _ends_sentence(codes, starts[w], ends[w], following, marks):
            count += 1
    return within, count + 1
