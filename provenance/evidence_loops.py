"""Compiled loops of the weighing: what runs of equal words add up to, and which words another article holds.

Flat arrays in and out; nothing here knows of documents. Sums are taken in the order in which numpy takes them.
"""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from provenance.compiling import compiled

Bools: TypeAlias = npt.NDArray[np.bool_]
Doubles: TypeAlias = npt.NDArray[np.float64]
Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int32]
Longs: TypeAlias = npt.NDArray[np.int64]
Keys: TypeAlias = npt.NDArray[np.uint64]
Gapped: TypeAlias = tuple[Bools, Bools, Doubles]
"""Which words of an article count, which of them were retold, and what they weigh."""
Side: TypeAlias = tuple[Floats, Doubles, Bools, Bools, Bools]
"""Of each word of one article: its surprise, its information, whether it is quoted, matched, and in a run."""

Facts: TypeAlias = tuple[Keys, Floats, Bools]
"""Of each word of one article: its key, its surprise, and whether it is chosen."""
Range: TypeAlias = tuple[int, int]
"""The first word and the one after the last."""

Numbers = TypeVar("Numbers", Floats, Doubles)

_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_ONE = np.uint64(1)


@compiled
def _block(numbers: Numbers, first: int, end: int) -> Any:
    """Return the sum of up to 128 numbers, eight columns side by side."""
    summed = numbers.dtype.type(0)
    i = first
    if end - first >= 8:
        a, b, c, d = numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]
        e, f, g, h = numbers[i + 4], numbers[i + 5], numbers[i + 6], numbers[i + 7]
        i += 8
        while i + 8 <= end:
            a += numbers[i]
            b += numbers[i + 1]
            c += numbers[i + 2]
            d += numbers[i + 3]
            e += numbers[i + 4]
            f += numbers[i + 5]
            g += numbers[i + 6]
            h += numbers[i + 7]
            i += 8
        summed = ((a + b) + (c + d)) + ((e + f) + (g + h))
    while i < end:
        summed += numbers[i]
        i += 1
    return summed


@compiled
def total(numbers: Numbers, end: int) -> Any:
    """Return the sum of the numbers before `end`, halved again and again as numpy does, for the sake of its digits."""
    if end <= 128:
        return _block(numbers, 0, end)
    # The halves within halves that are being summed: where each ends, and for a second half the sum of the first.
    ends, sums, known = np.empty(64, np.int64), np.empty(64, numbers.dtype), np.zeros(64, np.bool_)
    depth = first = 0
    ends[0] = end
    while True:
        while ends[depth] - first > 128:
            half = (ends[depth] - first) // 2
            depth += 1
            ends[depth], known[depth] = first + half - half % 8, False
        summed = _block(numbers, first, ends[depth])
        first = ends[depth]
        while depth and known[depth]:
            summed = sums[depth] + summed
            depth -= 1
        if not depth:
            return summed
        ends[depth], sums[depth], known[depth] = ends[depth - 1], summed, True


@compiled
def runs_add_up(
    runs: Ints,
    left: Side,
    right: Side,
    stories: Ints,
    shingle: int,
    run_words: int,
    rates: tuple[float, float, float],
    formula: float,
) -> tuple[float, float, float, float, int, int]:
    """Mark the words of runs of equal words as matched, and return what these add up to.

    A row of `runs` is a first word on either side and a count. `stories` says for each place of the left where a
    shingle starts in how many stories it stands, nothing where nobody counted. `rates` are the bits of a word in a
    run, and the share of its surprise that a word adds in a run and alone; `formula` the stories that make one. The
    figures are bits outside quotation marks and inside, information in runs and what of it is no formula, and the
    words of the longest run and of the longest outside quotation marks.
    """
    left_bits, left_weights, left_quoted, left_matched, left_in_run = left
    right_bits, right_weights, right_quoted, right_matched, right_in_run = right
    each, rarity, lone = np.float32(rates[0]), np.float32(rates[1]), np.float32(rates[2])
    most = 0
    for r in range(len(runs)):
        most = max(most, runs[r, 2])
    told, spoken = np.empty(most, np.float32), np.empty(most, np.float32)
    information, new = np.empty(most, np.float64), np.empty(most, np.float64)
    own = quoted = running = fresh = 0.0
    longest = longest_own = 0
    for r in range(len(runs)):
        i, j, n = runs[r, 0], runs[r, 1], runs[r, 2]
        outside = inside = unbroken = 0
        for k in range(n):
            left_matched[i + k] = right_matched[j + k] = True
            bits = min(left_bits[i + k], right_bits[j + k])
            weight = lone * bits if n == 1 else each + rarity * bits
            if left_quoted[i + k] and right_quoted[j + k]:
                spoken[inside] = weight
                inside += 1
                unbroken = 0
            else:
                told[outside] = weight
                outside += 1
                unbroken += 1
                longest_own = max(longest_own, unbroken)
        own += total(told, outside)
        quoted += total(spoken, inside)
        longest = max(longest, n)
        if n < run_words:
            continue
        for k in range(n):
            left_in_run[i + k] = right_in_run[j + k] = True
            information[k] = min(left_weights[i + k], right_weights[j + k])
            new[k] = information[k]
            if len(stories):
                fewest = np.inf
                for at in range(max(0, k - shingle + 1), min(k, n - shingle) + 1):
                    fewest = min(fewest, np.float64(stories[i + at]))
                new[k] *= min(1.0, formula / fewest)
        running += total(information, n)
        fresh += total(new, n)
    return own, quoted, running, fresh, longest, longest_own


@compiled
def each_adds_up(
    runs: Ints,
    bounds: Longs,
    left: Side,
    right: Side,
    stories: Ints,
    shingle: int,
    run_words: int,
    rates: tuple[float, float, float],
    formula: float,
) -> tuple[Doubles, Longs]:
    """Return what `runs_add_up` does for each stretch of runs between two bounds, the bits and the words apart."""
    count = len(bounds) - 1
    bits, words = np.empty((count, 4), np.float64), np.empty((count, 2), np.int64)
    for p in range(count):
        some = runs[bounds[p] : bounds[p + 1]]
        found = runs_add_up(some, left, right, stories, shingle, run_words, rates, formula)
        bits[p, 0], bits[p, 1], bits[p, 2], bits[p, 3], words[p, 0], words[p, 1] = found
    return bits, words


@compiled
def pair_up(runs: Ints, mate: Longs, taken: Bools) -> None:
    """Give each left word of the runs the right word beside it as `mate`, where both are free."""
    for r in range(len(runs)):
        for k in range(runs[r, 2]):
            i, j = runs[r, 0] + k, runs[r, 1] + k
            if mate[i] < 0 and not taken[j]:
                mate[i] = j
                taken[j] = True


@compiled
def _gaps(places: Longs, lone: Bools, weights: Doubles) -> tuple[Longs, Doubles]:
    """Return how many lone words, and how many bits of them, stand before, between and after sorted `places`."""
    counts, bits = np.zeros(len(places) + 1, np.int64), np.zeros(len(places) + 1, np.float64)
    gap = 0
    total = before = 0.0
    for i in range(len(lone)):
        if gap < len(places) and places[gap] == i:
            bits[gap] = total - before
            before = total
            gap += 1
        elif lone[i]:
            counts[gap] += 1
            total += weights[i]
    bits[gap] = total - before
    return counts, bits


@compiled
def facing_gaps(
    mate: Longs, left: Gapped, right: Gapped
) -> tuple[Longs, Longs, tuple[Longs, Doubles], tuple[Longs, Doubles], Longs, int]:
    """Return the words with mates and these, the gaps on either side, which gap of the right each left one meets.

    Each side is which of its words count, which of them were retold, and what they weigh; of gaps are returned the
    words without mates and their bits. Gap k lies before the word k of its side that has a mate. One on the left meets
    one on the right where the words around it are neighbours there too; -1 for none, and at last how many meet none.
    """
    back = np.full(len(right[0]), -1, np.int64)
    count = 0
    for i in range(len(mate)):
        if mate[i] >= 0:
            back[mate[i]] = i
            count += left[0][i]
    mine, theirs, ordered = np.empty(count, np.int64), np.empty(count, np.int64), np.empty(count, np.int64)
    number = np.zeros(len(mate), np.int64)
    count = 0
    for i in range(len(mate)):
        if mate[i] >= 0 and left[0][i]:
            mine[count] = i
            theirs[count] = mate[i]
            count += 1
            number[i] = count
    rank = np.zeros(count + 2, np.int64)
    rank[count + 1] = count + 1
    at = 0
    for j in range(len(back)):
        if back[j] >= 0 and number[back[j]]:
            ordered[at] = j
            at += 1
            rank[number[back[j]]] = at
    met = np.full(count + 1, -1, np.int64)
    moved = 0
    for k in range(count + 1):
        if rank[k + 1] - rank[k] == 1:
            met[k] = rank[k]
        else:
            moved += 1
    lone = left[0] & (mate < 0) & ~left[1], right[0] & (back < 0) & ~right[1]
    return mine, theirs, _gaps(mine, lone[0], left[2]), _gaps(ordered, lone[1], right[2]), met, moved


@compiled
def lay(runs: Ints, here: int, there: int, mate: Longs) -> None:
    """Give each word of the runs, counted from `here` and `there`, the word beside it as `mate` if it has none yet."""
    for r in range(len(runs)):
        for k in range(runs[r, 2]):
            i = here + runs[r, 0] + k
            if mate[i] < 0:
                mate[i] = there + runs[r, 1] + k


@compiled
def digits(codes: npt.NDArray[np.uint8] | npt.NDArray[np.uint32], starts: Ints, ends: Ints, most: int) -> Longs:
    """Return with how many digits, narrow or wide, each word begins, and no more than `most`."""
    found = np.zeros(len(starts), np.int64)
    for i in range(len(starts)):
        for at in range(starts[i], min(ends[i], starts[i] + most)):
            code = codes[at]
            if not (0x30 <= code <= 0x39 or 0xFF10 <= code <= 0xFF19):
                break
            found[i] += 1
    return found


@compiled
def among(keys: Keys, known: Keys) -> Bools:
    """Return which of `keys` are among the sorted `known` ones."""
    found = np.zeros(len(keys), np.bool_)
    for i in range(len(keys)):
        low, high = 0, len(known)
        while low < high:
            middle = (low + high) // 2
            if known[middle] < keys[i]:
                low = middle + 1
            else:
                high = middle
        found[i] = low < len(known) and known[low] == keys[i]
    return found


@compiled
def _places(size: int) -> Ints:
    """Return an empty table for so many keys."""
    room = 8
    while room < 2 * size:
        room *= 2
    return np.full(room, -1, np.int32)


@compiled
def _place(table: Ints, keys: Keys, key: np.uint64) -> np.int64:
    """Return where in a table a key is, or is to be put; the table tells where in `keys` each one stands."""
    mixed = key * _SPREAD
    slot = (mixed ^ (mixed >> _SHIFT)) & np.uint64(len(table) - 1)
    while table[slot] >= 0 and keys[table[slot]] != key:
        slot = (slot + _ONE) & np.uint64(len(table) - 1)
    return np.int64(slot)


@compiled
def table_of(keys: Keys) -> Ints:
    """Return a table of different keys, in which `look_up` finds them."""
    table = _places(len(keys))
    for i in range(len(keys)):
        table[_place(table, keys, keys[i])] = i
    return table


@compiled
def look_up(table: Ints, keys: Keys, values: Doubles | Ints, wanted: Keys, missing: float) -> Doubles:
    """Return for each of `wanted` the value that stands beside it among the keys of a table, or `missing`."""
    found = np.empty(len(wanted), np.float64)
    for i in range(len(wanted)):
        at = table[_place(table, keys, wanted[i])]
        found[i] = values[at] if at >= 0 else missing
    return found


@compiled
def different_keys(keys: Keys, bounds: Longs) -> tuple[Keys, Ints, Ints]:
    """Return the different keys as they first stand, the places among them of those of each stretch, and its number.

    Stretch i is ``keys[bounds[i]:bounds[i + 1]]``; each of its keys is named once, as it first stands there.
    """
    found = np.empty(len(keys), np.uint64)
    last = np.empty(len(keys), np.int32)
    words, owners = np.empty(len(keys), np.int32), np.empty(len(keys), np.int32)
    table = _places(1 << 12)
    count = named = 0
    for i in range(len(bounds) - 1):
        for k in range(bounds[i], bounds[i + 1]):
            slot = _place(table, found, keys[k])
            if table[slot] < 0:
                found[count] = keys[k]
                last[count] = -1
                table[slot] = count
                count += 1
                if 2 * count > len(table):
                    table = table_of(found[:count])
                at = count - 1
            else:
                at = int(table[slot])
            if last[at] != i:
                last[at] = i
                words[named] = at
                owners[named] = i
                named += 1
    return found[:count].copy(), words[:named].copy(), owners[:named].copy()


@compiled
def _unmatched(facts: Facts, here: Range, other: Facts, there: Range) -> float:
    """Return the bits of the different chosen words of a range that the other lacks; of one that repeats, its last."""
    keys, bits, chosen = facts
    count = 0
    for i in range(here[0], here[1]):
        count += chosen[i]
    if count == 0:
        return 0.0
    others = other[0]
    mine, theirs = _places(count), _places(there[1] - there[0])
    for j in range(there[0], there[1]):
        theirs[_place(theirs, others, others[j])] = j
    last = np.empty(here[1] - here[0], np.float64)
    for i in range(here[0], here[1]):
        if chosen[i]:
            slot = _place(mine, keys, keys[i])
            if mine[slot] < 0:
                mine[slot] = i
            last[mine[slot] - here[0]] = bits[i]
    summed = 0.0
    for i in range(here[0], here[1]):
        if chosen[i] and mine[_place(mine, keys, keys[i])] == i and theirs[_place(theirs, others, keys[i])] < 0:
            summed += last[i - here[0]]
    return summed


@compiled
def conflict(facts: Facts, here: Range, other: Facts, there: Range) -> float:
    """Return the bits of chosen words that two ranges of words each have for themselves, on the side that has less."""
    alone = _unmatched(facts, here, other, there)
    if alone == 0.0:
        return 0.0
    return min(alone, _unmatched(other, there, facts, here))


@compiled
def conflicts(facts: Facts, other: Facts, ranges: Ints) -> Doubles:
    """Return `conflict` for each row of a first word and the one after the last on the left, then on the right."""
    found = np.empty(len(ranges), np.float64)
    for r in range(len(ranges)):
        a, b, c, d = ranges[r, 0], ranges[r, 1], ranges[r, 2], ranges[r, 3]
        found[r] = conflict(facts, (a, b), other, (c, d))
    return found
