"""What was edited between two articles: cuts, additions and changes, each gap counted once.

Plain edit distance is swamped by one long omission, so whatever is missing in one place counts as one edit however
long it is (edit blocks; the measure behind the best trees of hand-copied traditions). The words that two articles
have in common are laid side by side; each stretch between two neighbouring pairs is a cut, an addition or a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel, Levenshtein

from provenance.evidence import RETOLD, Reading, Weighed, equal_runs
from provenance.model import Span
from provenance.spans import Mask

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

GAP_BITS = 8.0
"""A gap of so much information counts as long by one doubling."""
RETOLD_WORDS = 3
"""So many words of a retold passage count as one change; about as many as a rewritten sentence keeps in a row."""
SLIP_LETTERS = 4
"""A slip is looked for in words of at least this many letters."""
SLIP_EDITS = 2
SLIP_BITS = 3.0
"""The misspelt word is more surprising than the right one by at least this."""


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits between a left and a right article; pairs of figures are (of left, of right)."""

    changed: int
    """Places where both go on differently."""
    alone: tuple[int, int]
    """Places where only one of them says something."""
    moved: int
    """Places where neighbours of one are not neighbours of the other."""
    length: tuple[float, float]
    """How long the stretches are that the other lacks, in doublings of their information, summed."""
    bits: tuple[float, float]
    """Information that the other lacks."""
    slips: tuple[int, int]
    """Words misspelt that the other has right."""

    def flipped(self) -> Edits:
        """Return the same seen from the right article."""
        return Edits(
            changed=self.changed,
            alone=(self.alone[1], self.alone[0]),
            moved=self.moved,
            length=(self.length[1], self.length[0]),
            bits=(self.bits[1], self.bits[0]),
            slips=(self.slips[1], self.slips[0]),
        )


UNCOUNTED = Edits(changed=0, alone=(0, 0), moved=0, length=(0.0, 0.0), bits=(0.0, 0.0), slips=(0, 0))
"""Stands in where edits do not matter."""


def word_slices(reading: Reading, spans: Sequence[Span]) -> list[slice]:
    """Return the words that lie wholly inside each of `spans`."""
    if not spans:
        return []
    # Of the arrays' own type: plain integers would have them copied to a wider one.
    places = np.array(spans, np.int32)
    words = reading.article.words
    first = words.starts.searchsorted(places[:, 0], side="left").tolist()
    last = words.ends.searchsorted(places[:, 1], side="right").tolist()
    return [slice(f, max(f, e)) for f, e in zip(first, last, strict=True)]


def mates(left: Reading, right: Reading, weighed: Weighed) -> tuple[Ints, Mask, Mask]:
    """Return for each word of the left article its word in the right one, -1 for none, and which words were retold.

    A word takes part once: the passages that weigh most are laid first.
    """
    from provenance.evidence_loops import pair_up

    mate, taken = np.full(len(left.article.words), -1, np.int64), np.zeros(len(right.article.words), np.bool_)
    retold = np.zeros(len(mate), np.bool_), taken.copy()
    passages = sorted(weighed.passages, key=lambda p: (-p.bits, p.left, p.right))
    heres, theres = word_slices(left, [p.left for p in passages]), word_slices(right, [p.right for p in passages])
    rows: list[tuple[int, int, int]] = []
    for p, here, there in zip(passages, heres, theres, strict=True):
        if p.kind in RETOLD:
            retold[0][here] = retold[1][there] = True
        else:
            rows += equal_runs(left, right, here, there)
    pair_up(np.array(rows, np.int32).reshape(-1, 3), mate, taken)
    retold[0][mate >= 0] = False
    retold[1][taken] = False
    return mate, *retold


def runs(a: npt.NDArray[np.uint64], b: npt.NDArray[np.uint64]) -> Sequence[tuple[int, int, int]]:
    """Return the runs that two sequences have in common, in order, as (place in a, place in b, length)."""
    if len(a) == len(b) and bool(np.array_equal(a, b)):
        return ((0, 0, len(a)),)
    blocks = Indel.opcodes(a.tolist(), b.tolist())
    return [(o.src_start, o.dest_start, o.src_end - o.src_start) for o in blocks if o.tag == "equal"]


def edits(left: Reading, right: Reading, weighed: Weighed) -> Edits:
    """Return the edits between two articles; furniture is left out, a retold passage is changed throughout."""
    from provenance.evidence_loops import facing_gaps

    mate, *retold = mates(left, right, weighed)
    sides = ((side.content, told, side.weights) for side, told in zip((left, right), retold, strict=True))
    mine, theirs, (gaps_left, bits_left), (gaps_right, bits_right), met, moved = facing_gaps(mate, *sides)
    facing = np.where(met >= 0, gaps_right[met], 0)
    changed = (gaps_left > 0) & (facing > 0)
    told_anew = int(sum(side.sum() for side in retold)) // (2 * RETOLD_WORDS)
    return Edits(
        changed=int(changed.sum()) + told_anew,
        alone=(int((gaps_left > 0).sum() - changed.sum()), int((gaps_right > 0).sum() - changed.sum())),
        moved=moved,
        length=(_doublings(bits_left), _doublings(bits_right)),
        bits=(float(bits_left.sum()), float(bits_right.sum())),
        slips=_slips(left, right, _ends(mine, left), _ends(theirs, right), changed & (gaps_left == 1) & (facing == 1)),
    )


def _doublings(bits: Floats) -> float:
    return float(np.log2(1.0 + bits / GAP_BITS).sum())


def _ends(places: Ints, reading: Reading) -> Ints:
    """Return the last word of each gap before one of `places`, and of the article."""
    return np.append(places, len(reading.content)) - 1


def _slips(left: Reading, right: Reading, mine: Ints, theirs: Ints, single: Mask) -> tuple[int, int]:
    """Return how many words stand misspelt on the left and on the right, where one word stands for one."""
    found = [0, 0]
    for i, j in zip(mine[single].tolist(), theirs[single].tolist(), strict=True):
        balance = float(right.bits[j]) - float(left.bits[i])
        if abs(balance) < SLIP_BITS or left.numeral[i] or right.numeral[j]:
            continue
        one, other = _spelt(left, i), _spelt(right, j)
        if min(len(one), len(other)) >= SLIP_LETTERS and Levenshtein.distance(one, other) <= SLIP_EDITS:
            found[balance > 0] += 1
    return found[0], found[1]


def _spelt(reading: Reading, word: int) -> str:
    words = reading.article.words
    return reading.article.text[words.starts[word] : words.ends[word]].lower()
