"""The compiled loops of the index: postings put in order, cut into blocks, and found in them again."""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from provenance.compiling import compiled
from provenance.kernels import I64, U32, U64

F64: TypeAlias = npt.NDArray[np.float64]


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
def count_in_blocks(
    keys: U64, rest: int, blocks: I64, sizes: I64, data: U32, most: int, firsts: I64, found: I64
) -> int:
    """Fill in where the document numbers of each key stand in the blocks and how many there are; return the sum.

    Keys and blocks are in order. Of a key that has more documents only `most` count. See `fill_blocks` for what is in
    a block.
    """
    shift = np.uint64(rest)
    mask = (np.uint64(1) << shift) - np.uint64(1)
    block, start, total = 0, 0, 0
    for q in range(len(keys)):
        found[q] = 0
        prefix = np.int64(keys[q] >> shift)
        while block < len(blocks) and blocks[block] < prefix:
            start += 2 * sizes[block]
            block += 1
        if block == len(blocks) or blocks[block] != prefix:
            continue
        wanted = np.uint32(keys[q] & mask)
        end = start + sizes[block]
        low, high = start, end
        while low < high:
            middle = (low + high) // 2
            if data[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        firsts[q] = low + sizes[block]
        while low < end and data[low] == wanted and found[q] < most:
            low += 1
            found[q] += 1
        total += found[q]
    return total


@compiled
def copy_from_blocks(data: U32, firsts: I64, found: I64, documents: U32, query: I64) -> None:
    """Fill in the documents that `count_in_blocks` found, and which key each belongs to."""
    n = 0
    for q in range(len(found)):
        for i in range(found[q]):
            documents[n] = data[firsts[q] + i]
            query[n] = q
            n += 1


@compiled
def sum_shared(joined: U64, bits: F64, frequency: I64, rare: int, numbers: I64, shared: I64, weight: F64) -> int:
    """Fill in the documents that share enough of a query, how many keys each shares and the bits of these.

    `joined` are document number and place in the query, 32 bits each, in order. Two keys are enough, or one that at
    most `rare` documents have. Return how many documents there are.
    """
    n, g = 0, 0
    while g < len(joined):
        number = joined[g] >> np.uint64(32)
        count, total, scarce = 0, 0.0, False
        while g < len(joined) and joined[g] >> np.uint64(32) == number:
            q = np.int64(joined[g] & np.uint64(0xFFFFFFFF))
            count += 1
            total += bits[q]
            scarce = scarce or frequency[q] <= rare
            g += 1
        if count > 1 or scarce:
            numbers[n] = np.int64(number)
            shared[n] = count
            weight[n] = total
            n += 1
    return n
