"""Collation: what it takes, word by word, to make one text from another.

A word of the target that its source has in the same run costs nothing. One that the source lacks must have been
thought of, and costs what it would surprise, up to a limit, for a slip or a common change may be made twice; where
words of the source are left out or change places, that costs something once. Two sources are told apart by the costs
of a stretch: whoever a run was taken from makes it up at less cost than any other (after Li & Stephens, 2003, who read
a chromosome as a mosaic of others).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from provenance.derive.edits import runs, word_slices
from provenance.evidence import RETOLD, Reading
from provenance.model import Passage
from provenance.spans import Mask

MOST_BITS = 8.0
"""A word costs no more than this: the same slip or synonym may come to two minds."""
BREAK_BITS = 4.0
"""Cost of words of the source that are left out or stand elsewhere, however many."""
WIDE, WIDER = 2, 8
"""A stretch of n words that no passage reaches is looked for among so many times n words and so many more, beside
those of its neighbours: a short sentence of which one figure changed is no passage."""
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Collated:
    """One text as made from another, word by word."""

    cost: Floats
    """Bits of each word; 0 in furniture."""
    mate: Ints
    """The word of the source that each word is, -1 for none; a word of the source may be used again."""


def collate(source: Reading, target: Reading, passages: Sequence[Passage]) -> Collated:
    """Return what it takes to make the target from the source; ``right`` of each passage is the target's.

    A word retold in other words costs nothing: nobody can tell who else worded it.
    """
    mate = _mates(source, target, [p for p in passages if p.kind not in RETOLD])
    new = (mate < 0) & target.content
    for told in word_slices(target, [p.right for p in passages if p.kind in RETOLD]):
        new[told] = False
    cost = np.where(new, np.minimum(target.bits.astype(np.float64), MOST_BITS), 0.0)
    at = np.flatnonzero((mate >= 0) & target.content)
    cost[at[1:][np.diff(mate[at] - at) != 0]] += BREAK_BITS
    return Collated(cost, mate)


def _mates(source: Reading, target: Reading, passages: Sequence[Passage]) -> Ints:
    a, b = target.article.words.keys, source.article.words.keys
    mate = np.full(len(a), -1, np.int64)
    ordered = sorted(passages, key=lambda p: (-p.bits, p.right, p.left))
    heres, theres = (word_slices(target, [p.right for p in ordered]), word_slices(source, [p.left for p in ordered]))
    for here, there in zip(heres, theres, strict=True):
        _lay(mate, a, b, here, there)
    mine, theirs = a.tolist(), b.tolist()
    for here in _stretches(mate < 0):
        words = set(mine[here])
        for there in _beside(mate, here, len(b)):
            # Most stretches are a word or two that the source has nowhere near.
            if not words.isdisjoint(theirs[there]):
                _lay(mate, a, b, here, there)
    return mate


def _lay(mate: Ints, a: npt.NDArray[np.uint64], b: npt.NDArray[np.uint64], here: slice, there: slice) -> None:
    """Give words of `here` that have none yet their mates among those of `there`."""
    from provenance.evidence_loops import lay

    if (mate[here] >= 0).all():
        return
    if found := runs(a[here], b[there]):
        lay(np.array(found, np.int32), here.start, there.start, mate)


def _stretches(flags: Mask) -> list[slice]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.view(np.int8), [0])))).tolist()
    return [slice(i, j) for i, j in zip(edges[::2], edges[1::2], strict=True)]


def _beside(mate: Ints, here: slice, count: int) -> list[slice]:
    """Return where in the source words without mates may stand: between their neighbours' mates or beside each."""
    room = WIDE * (here.stop - here.start) + WIDER
    before = int(mate[here.start - 1]) if here.start else -1
    after = int(mate[here.stop]) if here.stop < len(mate) else count
    if before < after and after - before - 1 <= 2 * room:
        return [slice(before + 1, after)]
    found = [slice(before + 1, min(count, before + 1 + room))] if here.start else []
    return [*found, slice(max(0, after - room), after)] if here.stop < len(mate) else found
