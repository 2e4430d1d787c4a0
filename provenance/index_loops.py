"""The compiled loops of the index: postings put in order, cut into blocks, and found in them again."""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

import numpy as np

from provenance.kernels import I32, I64, U32, U64, compiled


@compiled
def join_keys(hashes: U64, bounds: I64, first: int, drop: int, joined: U64) -> None:
    """Fill in the first bits of each hash, all but `drop`, followed by the number of its text, counted from `first`."""
    shift = np.uint64(drop)
    for d in range(len(bounds) - 1):
        for g in range(bounds[d], bounds[d + 1]):
            joined[g] = ((hashes[g] >> shift) << shift) | np.uint64(first + d)


@compiled
def part_keys(joined: U64, drop: int, keys: U64, owners: U32, counts: I64) -> int:
    """Take apart what `join_keys` joined, in order, each once; count those of every text, and return how many."""
    shift = np.uint64(drop)
    low = (np.uint64(1) << shift) - np.uint64(1)
    n = 0
    for g in range(len(joined)):
        if g > 0 and joined[g] == joined[g - 1]:
            continue
        keys[n] = joined[g] >> shift
        owner = joined[g] & low
        owners[n] = np.uint32(owner)
        counts[np.int64(owner)] += 1
        n += 1
    return n


@compiled
def part_all(joined: U64, drop: int, keys: U64, owners: U32) -> None:
    """Take apart what was joined like that, repeats too."""
    shift = np.uint64(drop)
    low = (np.uint64(1) << shift) - np.uint64(1)
    for g in range(len(joined)):
        keys[g] = joined[g] >> shift
        owners[g] = np.uint32(joined[g] & low)


@compiled
def read_blocks(prefixes: U64, sizes: I64, data: U32, rest: int, keys: U64, numbers: U32) -> None:
    """Fill in the keys and document numbers of blocks, one after another; see `fill_blocks`."""
    n = 0
    for b in range(len(prefixes)):
        high = prefixes[b] << np.uint64(rest)
        for i in range(sizes[b]):
            keys[n + i] = high | np.uint64(data[2 * n + i])
            numbers[n + i] = data[2 * n + sizes[b] + i]
        n += sizes[b]


@compiled
def fill_blocks(keys: U64, numbers: U32, first: int, rest: int, blocks: I64, data: U32, starts: I64) -> int:
    """Fill in the blocks that sorted postings make, the content of each and where it starts; return how many.

    A block is named by the bits of its keys before the last `rest`; in it stand the last bits of every key, then the
    document numbers, counted from `first`. One more start than blocks is filled in.
    """
    shift = np.uint64(rest)
    low = (np.uint64(1) << shift) - np.uint64(1)
    count, start = 0, 0
    for end in range(1, len(keys) + 1):
        if end < len(keys) and keys[end] >> shift == keys[start] >> shift:
            continue
        blocks[count] = np.int64(keys[start] >> shift)
        starts[count] = start
        size = end - start
        for i in range(size):
            data[2 * start + i] = np.uint32(keys[start + i] & low)
            data[2 * start + size + i] = np.uint32(numbers[start + i] + first)
        count += 1
        start = end
    starts[count] = len(keys)
    return count


@compiled
def count_in_blocks(wanted: U32, block_of: I64, data: U32, starts: I64, counts: I64, firsts: I64, found: I64) -> None:
    """Fill in where each wanted fragment stands first in its block and how often; -1 as block means nowhere.

    A block is `counts` fragments in order followed by as many document numbers.
    """
    for q in range(len(wanted)):
        found[q] = 0
        if block_of[q] < 0:
            continue
        low = starts[block_of[q]]
        end = low + counts[block_of[q]]
        high = end
        while low < high:
            middle = (low + high) // 2
            if data[middle] < wanted[q]:
                low = middle + 1
            else:
                high = middle
        firsts[q] = low
        while low < end and data[low] == wanted[q]:
            low += 1
        found[q] = low - firsts[q]


@compiled
def copy_from_blocks(
    block_of: I64, data: U32, counts: I64, firsts: I64, found: I64, most: int, documents: U32, query: I32
) -> int:
    """Fill in the documents of each fragment found, at most `most` of each, and which fragment they belong to."""
    n = 0
    for q in range(len(block_of)):
        for i in range(min(found[q], most)):
            documents[n] = data[firsts[q] + i + counts[block_of[q]]]
            query[n] = q
            n += 1
    return n
