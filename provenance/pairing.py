"""Pairs of texts that share rare wording, from postings: sorted, grouped by shingle, counted by pair.

No loop here runs over documents or pairs in Python. Postings are sorted in slabs of eight million, so memory beside
the postings is bounded; the pairs that a shingle suggests are bounded by `_BUDGET`. Furniture that nobody marked is
told by what it is: wording at the edge of texts that share nothing else.
"""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from provenance import radix
from provenance.compiling import compiled
from provenance.kernels import F32, I32, I64, U8, U16, U32, U64
from provenance.sketch import Postings, corpus_postings

_SLAB = 1 << 23
"""Postings that are sorted at once; of fewer at a time all must be gone through more often."""
_BIN_BITS = 12
"""First bits of a hash by which postings are parted into slabs; winnowing leaves more small hashes than large ones."""
_BIN_SHIFT = np.uint64(64 - _BIN_BITS)
_PART = 1 << 18
"""Records that are sorted at once: the processor's own memory holds them."""
CAP = 64
"""Texts that share a shingle up to which every two of them are a pair; beyond, a star around the first and a chain."""
MANY = 4
"""Shared shingles from which on a pair needs no rare run."""
RARE = 16
"""Texts up to which a shingle is rare enough to join two of them alone."""
_MANY_TEXTS = 10_000
"""Texts from which on one shared shingle alone is chance."""
_FURNITURE = 1
_COMMON = 2
_BUDGET = 100_000_000
"""Records of (pair, shingle) held at once; the cap is lowered until they fit."""
_REGION = 40
"""Words between two shared shingles from which on they count as two regions."""
_EDGE = 80
"""Words from the start or end of a text within which recurring wording may be furniture."""

_DOC_BITS = np.uint64(22)
_ORDINAL_BITS = np.uint64(20)
_DOC_MASK = np.uint64((1 << 22) - 1)
_ORDINAL_MASK = np.uint64((1 << 20) - 1)


@compiled
def _count_bins(hashes: U64) -> I64:
    """Return how many hashes begin with each of the numbers of `_BIN_BITS` bits."""
    counts = np.zeros(1 << _BIN_BITS, np.int64)
    for h in hashes:
        counts[np.int64(h >> _BIN_SHIFT)] += 1
    return counts


@compiled
def _select(hashes: U64, first: int, end: int, drop: int, place_bits: int, out: U64) -> None:
    """Fill in the postings of some bins as hash bits followed by the posting's place; the last of `out` is used up.

    Of hashes counted from those of the first bin the leading bits are dropped, which all have alike.
    """
    n = np.int64(0)
    low = np.uint64((np.uint64(1) << np.uint64(place_bits)) - np.uint64(1))
    high = ~low
    least, span = np.uint64(first) << _BIN_SHIFT, np.uint64(end - first)
    for g in range(len(hashes)):
        h = hashes[g] - least
        # Written in any case and kept or not: a branch that nobody can foresee takes longer.
        out[n] = ((h << np.uint64(drop)) & high) | np.uint64(g)
        n += np.int64((h >> _BIN_SHIFT) < span)


@compiled
def _ownership(starts: I64, owners: I32) -> None:
    """Fill in the text that owns every 64th posting."""
    d = 0
    for block in range(len(owners)):
        while starts[d + 1] <= block << 6 and d + 2 < len(starts):
            d += 1
        owners[block] = d


@compiled
def _owner(g: int, starts: I64, owners: I32) -> int:
    d = int(owners[g >> 6])
    while starts[d + 1] <= g:
        d += 1
    return d


@compiled
def _groups(
    packed: U64,
    place_bits: int,
    hashes: U64,
    starts: I64,
    owners: I32,
    groups: int,
    members: U32,
    texts: I32,
    bounds: I64,
) -> int:
    """Fill in the postings of every hash that two or more texts share, one a text, and these texts.

    They come after those of the first `groups`; return how many groups there are then.
    """
    shift = np.uint64(place_bits)
    low = (np.uint64(1) << shift) - np.uint64(1)
    n = bounds[groups]
    i = 0
    size = len(packed)
    while i < size:
        j = i + 1
        high = packed[i] >> shift
        while j < size and packed[j] >> shift == high:
            j += 1
        if j - i > 1:
            first = int(packed[i] & low)
            last = _owner(first, starts, owners)
            start = n
            members[n], texts[n] = first, last
            n += 1
            for t in range(i + 1, j):
                g = int(packed[t] & low)
                if hashes[g] != hashes[first] or g < starts[last + 1]:
                    continue
                last = _owner(g, starts, owners)
                members[n], texts[n] = g, last
                n += 1
            if n - start > 1:
                groups += 1
                bounds[groups] = n
            else:
                n = start
        i = j
    return groups


@compiled
def _record_count(bounds: I64, cap: int) -> int:
    n = 0
    for group in range(len(bounds) - 1):
        m = bounds[group + 1] - bounds[group]
        n += m * (m - 1) // 2 if m <= cap else 2 * m - 3
    return n


@compiled
def _count_records(bounds: I64, texts: I32, cap: int, counts: I64) -> None:
    """Count the records of which each text is the left one; see `_records`."""
    for group in range(len(bounds) - 1):
        first, size = bounds[group], bounds[group + 1] - bounds[group]
        for t in range(size - 1):
            counts[texts[first + t]] += size - 1 - t if size <= cap or t == 0 else 1


@compiled
def _records(bounds: I64, members: U32, texts: I32, cap: int, starts: I64, parts: I32, filled: I64, out: U64) -> None:
    """Fill in left text, right text and which posting of the left one, for every two texts that share a shingle.

    Each goes to the part of its left text, after what is filled in there.
    """
    lefts, theirs = np.empty(max(2, cap), np.uint64), np.empty(max(2, cap), np.int32)
    for group in range(len(bounds) - 1):
        first, size = bounds[group], bounds[group + 1] - bounds[group]
        for t in range(size):
            text = texts[first + t]
            # Of more texts than the cap, only the first and the last one are a pair with the next.
            for s in range(t if size <= cap else min(t, 2)):
                out[filled[theirs[s]]] = lefts[s] | np.uint64(text) << _ORDINAL_BITS
                filled[theirs[s]] += 1
            place = t if size <= cap else min(t, 1)
            ordinal = min(np.int64(members[first + t] - starts[text]), np.int64(_ORDINAL_MASK))
            lefts[place] = np.uint64(text) << (_DOC_BITS + _ORDINAL_BITS) | np.uint64(ordinal)
            theirs[place] = parts[text]


@compiled
def _count_pairs(records: U64) -> int:
    n = 0
    last = np.uint64(0xFFFF_FFFF_FFFF_FFFF)
    for i in range(len(records)):
        pair = records[i] >> _ORDINAL_BITS
        n += pair != last
        last = pair
    return n


@compiled
def _reduce(
    records: U64,
    starts: I64,
    places: I32,
    standing: U8,
    least: int,
    lefts: I32,
    rights: I32,
    counts: I32,
    regions: I32,
    at: I64,
) -> int:
    """Fill in each pair, how many shingles it shares outside furniture, in how many regions, and its first record.

    Pairs with few shingles are left out where none is rare or there are fewer than `least`.
    """
    n = 0
    i = 0
    while i < len(records):
        pair = records[i] >> _ORDINAL_BITS
        left = np.int64(pair >> _DOC_BITS)
        count = 0
        spread = 0
        rare = False
        last = -1_000_000
        first = i
        while i < len(records) and records[i] >> _ORDINAL_BITS == pair:
            g = starts[left] + np.int64(records[i] & _ORDINAL_MASK)
            if standing[g] != _FURNITURE:
                count += 1
                spread += places[g] - last > _REGION
                rare |= standing[g] != _COMMON
                last = places[g]
            i += 1
        if count >= MANY or (rare and count >= least):
            lefts[n], rights[n], counts[n], regions[n], at[n] = left, np.int64(pair & _DOC_MASK), count, spread, first
            n += 1
    return n


@compiled
def _mark_common(bounds: I64, members: U32, rare: int, standing: U8) -> None:
    """Mark the postings of shingles that more than `rare` texts share."""
    for group in range(len(bounds) - 1):
        if bounds[group + 1] - bounds[group] > rare:
            for t in range(bounds[group], bounds[group + 1]):
                standing[members[t]] = _COMMON


@compiled
def _root(parents: I32, x: int) -> int:
    while parents[x] != x:
        parents[x] = parents[parents[x]]
        x = parents[x]
    return x


@compiled
def _join(lefts: I32, rights: I32, counts: I32, regions: I32, starts: I64, parents: I32) -> None:
    """Join texts that share more than furniture may: half of the shorter one, much of it, or wording in many places."""
    for p in range(len(lefts)):
        i, j = lefts[p], rights[p]
        size = min(starts[i + 1] - starts[i], starts[j + 1] - starts[j])
        if 2 * counts[p] >= size or (5 * counts[p] >= size and counts[p] >= 30) or regions[p] >= 4:
            a, b = _root(parents, i), _root(parents, j)
            parents[max(a, b)] = min(a, b)
    for x in range(len(parents)):
        parents[x] = _root(parents, x)


@compiled
def _mark_furniture(
    bounds: I64, members: U32, texts: I32, parents: I32, places: I32, offsets: I64, standing: U8
) -> None:
    """Mark the postings of shingles that stand at the edges of texts which otherwise share little."""
    seen = np.full(len(parents), -1, np.int64)
    for group in range(len(bounds) - 1):
        first, end = bounds[group], bounds[group + 1]
        if end - first < 3:
            continue
        m = end - first
        unlike = 0
        for t in range(first, end):
            kin = parents[texts[t]]
            if seen[kin] != group:
                seen[kin] = group
                unlike += 1
        # Of most groups this is known without looking where in their texts they stand.
        if unlike < 3 or 2 * unlike < m:
            continue
        edge = 0
        for t in range(first, end):
            place, text = np.int64(places[members[t]]), texts[t]
            length = offsets[text + 1] - offsets[text]
            near = min(place, length - place)
            edge += near < min(_EDGE, max(_EDGE // 2, length // 5))
        if 3 * edge >= 2 * m or unlike >= 12:
            for t in range(first, end):
                standing[members[t]] = _FURNITURE


@compiled
def _tally(words: U16, counts: U32) -> None:
    for i in range(len(words)):
        counts[words[i]] += np.uint32(1)


@compiled
def _runs(
    lefts: I32,
    rights: I32,
    at: I64,
    records: U64,
    standing: U8,
    starts: I64,
    hashes: U64,
    places: I32,
    words: U16,
    offsets: I64,
    surprise: F32,
    lengths_out: I32,
    bits_out: F32,
) -> None:
    """Fill in the words of the longest run that starts from the shared shingles of each pair, and its bits."""
    for p in range(len(lefts)):
        i, j = np.int64(lefts[p]), np.int64(rights[p])
        pair = records[at[p]] >> _ORDINAL_BITS
        r = at[p]
        done = -1
        while r < len(records) and records[r] >> _ORDINAL_BITS == pair:
            g = starts[i] + np.int64(records[r] & _ORDINAL_MASK)
            r += 1
            if standing[g] == _FURNITURE or places[g] < done:
                continue
            for other in range(starts[j], starts[j + 1]):
                if hashes[other] != hashes[g]:
                    continue
                a, b = offsets[i] + places[g], offsets[j] + places[other]
                back = 0
                while a - back > offsets[i] and b - back > offsets[j] and words[a - back - 1] == words[b - back - 1]:
                    back += 1
                run = 0
                bits = np.float32(0)
                a -= back
                b -= back
                while a + run < offsets[i + 1] and b + run < offsets[j + 1] and words[a + run] == words[b + run]:
                    bits += surprise[words[a + run]]
                    run += 1
                if bits > bits_out[p]:
                    bits_out[p] = bits
                    lengths_out[p] = run
                done = a + run - offsets[i]
                break


@compiled
def _overlaps(bounds: I64, texts: I32, most: int, scores: F32) -> None:
    """Add to each pair's score, above the diagonal, the bits of the features they share with at most `most` texts."""
    for group in range(len(bounds) - 1):
        first, end = bounds[group], bounds[group + 1]
        if end - first > most:
            continue
        bits = np.float32(np.log2(len(scores) / (end - first)))
        for t in range(first + 1, end):
            for s in range(first, t):
                scores[texts[s], texts[t]] += bits


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Pairs of texts with what they share; parallel arrays, sorted by pair."""

    lefts: I32
    rights: I32
    shingles: I32
    """Winnowed shingles in common, furniture left out."""
    regions: I32
    """Places of the left text, forty words and more apart, at which they stand."""
    run: I32
    """Words of the run with the most bits, looked for only where few shingles are shared; else 0."""
    bits: F32
    """Bits of that run, by the frequencies of its words among these texts."""

    def __len__(self) -> int:
        return len(self.lefts)

    def only(self, kept: npt.NDArray[np.bool_]) -> Shared:
        """Return the pairs marked in `kept`."""
        return Shared(*(getattr(self, name)[kept] for name in self.__slots__))

    def pairs(self) -> I32:
        """Return the pairs alone, shape (pairs, 2)."""
        return np.stack([self.lefts, self.rights], axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class _Grouped:
    """Postings by shingle: group i is ``members[bounds[i]:bounds[i + 1]]``, at most one a text, at least two."""

    members: U32
    texts: I32
    """The text of each."""
    bounds: I64
    starts: I64


def _grouped(hashes: U64, starts: I64) -> _Grouped:
    owners = np.zeros((len(hashes) >> 6) + 1, np.int32)
    _ownership(starts, owners)
    place_bits = max(1, len(hashes).bit_length())
    sizes = _count_bins(hashes)
    slabs = np.append(_begins(sizes, _SLAB), len(sizes))
    sizes = np.add.reduceat(sizes, slabs[:-1])
    # One slab's arrays are used again for the next: new memory costs more than the work in it.
    packed, room = (np.empty(int(sizes.max()) + 1, np.uint64) for _ in range(2))
    # Of these only what is filled in takes memory.
    members, texts = np.empty(len(hashes), np.uint32), np.empty(len(hashes), np.int32)
    bounds = np.empty(len(hashes) // 2 + 1, np.int64)
    bounds[0] = groups = 0
    for first, end, size in zip(slabs[:-1].tolist(), slabs[1:].tolist(), sizes.tolist(), strict=True):
        part = packed[:size]
        _select(hashes, first, end, _BIN_BITS - (end - first - 1).bit_length(), place_bits, packed)
        radix.sort(part, place_bits, room)
        groups = _groups(part, place_bits, hashes, starts, owners, groups, members, texts, bounds)
    return _Grouped(members[: bounds[groups]], texts[: bounds[groups]], bounds[: groups + 1], starts)


def _begins(counts: I64, size: int) -> I64:
    """Return where parts begin that add up to some `size` each."""
    return np.flatnonzero(np.diff((np.cumsum(counts) - counts) // size, prepend=-1))


def _fitting_cap(grouped: _Grouped, cap: int) -> int:
    while cap > 2 and _record_count(grouped.bounds, cap) > _BUDGET:
        cap //= 2
    return cap


def _sorted_records(grouped: _Grouped, cap: int) -> U64:
    """Return the records in order; those of some texts are put in order at a time."""
    bounds, texts, starts = grouped.bounds, grouped.texts, grouped.starts
    counts = np.zeros(len(starts) - 1, np.int64)
    _count_records(bounds, texts, cap, counts)
    begins = np.append(_begins(counts, _PART), len(counts))
    parts = np.repeat(np.arange(len(begins) - 1, dtype=np.int32), np.diff(begins))
    edges = np.append(0, np.cumsum(counts))[begins]
    records = np.empty(edges[-1], np.uint64)
    _records(bounds, grouped.members, texts, cap, starts, parts, edges[:-1].copy(), records)
    radix.sort_each(records, edges, np.empty(np.diff(edges).max(initial=0), np.uint64))
    return records


def candidate_pairs(texts: Sequence[str], *, jobs: int = 1) -> I32:
    """Return the pairs of texts that share wording beyond chance and furniture, shape (pairs, 2), left < right, sorted.

    Pairs that only a run of common words joins are left out; so are those joined by what stands at the edge of texts
    that share nothing else. From ten thousand texts on one shared shingle alone is chance.
    """
    found, words, offsets = corpus_postings(texts, jobs=jobs)
    shared, _ = shared_wording(found, words, offsets, least=1 if len(texts) < _MANY_TEXTS else 2)
    chance = 68 + 5 * math.log2(max(2, len(texts)))
    return shared.only((shared.shingles >= MANY) | (shared.bits >= chance)).pairs()


def shared_wording(
    postings: Postings,
    words: U16,
    offsets: I64,
    cap: int = CAP,
    *,
    least: int = 1,
    rare: int = RARE,
    furniture_known: bool = False,
) -> tuple[Shared, I32]:
    """Return every two texts that share a winnowed shingle outside furniture, and the texts that stand in a crowd.

    `words` are 16 bits of the key of every word, those of text i at ``offsets[i]:offsets[i + 1]``. A shingle that more
    than `cap` texts share pairs each with the first of them and with its predecessor only; texts half of whose
    shingles outside furniture are such ones are the crowded ones. With `furniture_known` none is looked for.
    Pairs with fewer than `least` shingles are left out, and those with few, each of which more than `rare` texts have.
    """
    if len(postings) >= 1 << 22 or len(postings.hashes) >= 1 << 32:
        raise ValueError("at most 4,194,303 texts can be paired at once; use an index for more")
    starts, places = postings.bounds, postings.places
    grouped = _grouped(postings.hashes, starts)
    cap = _fitting_cap(grouped, cap)
    records = _sorted_records(grouped, cap)
    standing = np.zeros(len(places), np.uint8)
    _mark_common(grouped.bounds, grouped.members, rare, standing)

    def reduced() -> tuple[I32, I32, I32, I32, I64]:
        n = _count_pairs(records)
        lefts, rights, counts, regions = (np.empty(n, np.int32) for _ in range(4))
        at = np.empty(n, np.int64)
        n = _reduce(records, starts, places, standing, least, lefts, rights, counts, regions, at)
        return lefts[:n], rights[:n], counts[:n], regions[:n], at[:n]

    if not furniture_known:
        lefts, rights, counts, regions, at = reduced()
        parents = np.arange(len(postings), dtype=np.int32)
        _join(lefts, rights, counts, regions, starts, parents)
        _mark_furniture(grouped.bounds, grouped.members, grouped.texts, parents, places, offsets, standing)
    crowded = _crowded(grouped, cap, standing)
    del grouped
    lefts, rights, counts, regions, at = reduced()
    weak = np.flatnonzero(counts < MANY)
    run, bits = np.zeros(len(weak), np.int32), np.zeros(len(weak), np.float32)
    hashes, surprise = postings.hashes, _surprise(words)
    _runs(
        lefts[weak],
        rights[weak],
        at[weak],
        records,
        standing,
        starts,
        hashes,
        places,
        words,
        offsets,
        surprise,
        run,
        bits,
    )
    pairs = Shared(lefts, rights, counts, regions, np.zeros(len(lefts), np.int32), np.zeros(len(lefts), np.float32))
    pairs.run[weak], pairs.bits[weak] = run, bits
    return pairs, crowded


@compiled
def _count_crowded(bounds: I64, members: U32, texts: I32, cap: int, standing: U8, shared: I64) -> None:
    """Add up for each text its shingles outside furniture that more than `cap` texts share."""
    for group in range(len(bounds) - 1):
        if bounds[group + 1] - bounds[group] > cap:
            for t in range(bounds[group], bounds[group + 1]):
                shared[texts[t]] += standing[members[t]] != _FURNITURE


def _crowded(grouped: _Grouped, cap: int, standing: U8) -> I32:
    shared = np.zeros(len(grouped.starts) - 1, np.int64)
    _count_crowded(grouped.bounds, grouped.members, grouped.texts, cap, standing, shared)
    return np.flatnonzero(2 * shared > np.diff(grouped.starts)).astype(np.int32)


def _surprise(words: U16) -> F32:
    counts = np.zeros(1 << 16, np.uint32)
    _tally(words, counts)
    return (math.log2(max(1, len(words))) - np.log2(np.maximum(counts, 1))).astype(np.float32)


def overlaps(features: U64, starts: I64, most: int) -> F32:
    """Return the bits of the features that each two texts share, above the diagonal of a square array.

    Those of text i are ``features[starts[i]:starts[i + 1]]``; what more than `most` texts have counts for nothing.
    """
    grouped = _grouped(features, starts)
    scores = np.zeros((len(starts) - 1, len(starts) - 1), np.float32)
    _overlaps(grouped.bounds, grouped.texts, most, scores)
    return scores
