"""Passages of two documents that share wording: gapped, moved, many to many.

Runs of equal words are found from shared word 3-grams (as in seed-and-extend aligners); sentences that were reworked are found
by the rare words they share, after Sanchez-Perez, Sidorov and Gelbukh (PAN 2014), with rapidfuzz scoring their order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.model import Passage, Span
from provenance.words import Words, tokenise

Ints: TypeAlias = npt.NDArray[np.int32]
Floats: TypeAlias = npt.NDArray[np.float32]
Rarity: TypeAlias = Callable[[Article], Floats]
"""Tells for each word of an article how surprising it is in an unrelated one, in bits."""

SEED = 3
"""Words of the shortest shared run that is looked at."""
SEED_PAIRS = 64
"""A run of words that stands so often in both documents that it makes more pairs is only held against itself in order."""
TERM_PLACES = 64
"""A word that stands at more places than this in one document says nothing about a sentence."""
RUN_WORDS = 7
"""A run of fewer words is no passage unless it is a whole sentence on both sides."""
RUN_BITS = 52.0
"""Nor is one with less surprise than this: "told a news conference on Monday" stays below."""
SENTENCE_BITS = 20.0
"""A whole sentence on both sides may be as plain as this."""
SENTENCE_WORDS = 4
EDITED_BITS = 24.0
"""Surprise that a reworked sentence must share with its like."""
EDITED_LIKENESS = 0.38
"""Share of their surprise that two sentences must have in common to be one sentence reworked."""
FOLLOWING_LIKENESS = 0.25
"""The same, where the sentences before or after are already aligned with each other."""

_LENGTH_BITS = np.array([0, 1, 1, 2, 3, 4.5, 5.5, 6.5, 7.5, 8, 8.5, 9], np.float32)
"""Surprise of a word by its count of letters, where nothing else is known of it."""
_NUMBER_BITS = np.array([0, 1, 3, 6, 6, 9, 10, 10, 10, 10, 10, 10], np.float32)
_SIGN_BITS = 3.0
"""Surprise of one character of a script without spaces."""
_END = re.compile(r"[.!?…。！？][\"'”’»)\]」』]*\s|[。！？][」』]?|\n\s*\n")


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One document as the aligner sees it: words outside furniture, the sentence of each, and the signs among them."""

    starts: Ints
    ends: Ints
    keys: npt.NDArray[np.uint64]
    sentences: tuple[Span, ...]
    within: Ints
    """The sentence of each word, -1 outside of any."""
    signs: npt.NDArray[np.bool_]
    """Which words are single characters of a script without spaces."""
    numbers: npt.NDArray[np.bool_]
    barred: npt.NDArray[np.bool_]
    """Which words are furniture."""
    bits: Floats | None


def align(left: str, right: str) -> tuple[Passage, ...]:
    """Return the passages two texts share, in the order of the left one.

    Spans are half-open code points; nothing is known of furniture, language or how rare words are.
    For articles `passages_between` knows better.
    """
    if (left == right) or not left or not right:
        same = tokenise(left) if left == right else None
        if same is None or not len(same):
            return ()
        span = (int(same.starts[0]), _closed(left, int(same.ends[-1]), len(left)))
        return (Passage(span, span, "verbatim", 1.0),)
    sides = [_side(text, tokenise(text), _sentences_of(text), (), None) for text in (left, right)]
    return _aligned((left, right), sides[0], sides[1])


def passages_between(
    left: Article, right: Article, known: Sequence[Passage] = (), rarity: Rarity | None = None
) -> tuple[Passage, ...]:
    """Return the passages two articles share outside their furniture, in the order of the left one.

    Kinds are "verbatim" (the same words; marks and case may differ) and "edited" (one sentence, reworked); bits are 0.
    Passages that lie within one already `known` are left out. `rarity` is, for one, `provenance.rarity.Rarity.bits`.
    """
    sides = [
        _side(a.text, a.words, a.sentences, a.furniture, None if rarity is None else rarity(a)) for a in (left, right)
    ]
    found = _aligned((left.text, right.text), sides[0], sides[1])
    return tuple(p for p in found if not any(_inside(p.left, k.left) and _inside(p.right, k.right) for k in known))


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _sentences_of(text: str) -> tuple[Span, ...]:
    """Return rough sentences of a text of unknown language: enough to tell which words stand together."""
    out = []
    start = 0
    for end in [m.end() for m in _END.finditer(text)] + [len(text)]:
        piece = text[start:end]
        if end < len(text) and text[end : end + 1].islower():
            continue
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            out.append((start + lead, start + len(piece.rstrip())))
        start = end
    return tuple(out)


def _side(
    text: str, words: Words, sentences: tuple[Span, ...], furniture: Iterable[Span], bits: Floats | None
) -> _Side:
    starts, ends = words.starts, words.ends
    n = len(starts)
    within = np.full(n, -1, np.int32)
    if sentences and n:
        edges = np.array(sentences, np.int32)
        place = np.searchsorted(edges[:, 0], starts, side="right").astype(np.int32) - 1
        within = np.where((place >= 0) & (ends <= edges[place, 1]), place, -1).astype(np.int32)
    barred = np.zeros(n, np.bool_)
    for start, end in furniture:
        barred[np.searchsorted(ends, start, side="right") : np.searchsorted(starts, end)] = True
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    first = codes[starts]
    signs = (first >= 0x2E80) & (ends - starts == 1) & ((first < 0xAC00) | (first >= 0xF900))
    numbers = (first >= 0x30) & (first <= 0x39)
    return _Side(starts, ends, words.keys, sentences, within, signs, numbers, barred, bits)


def _guessed_bits(side: _Side) -> Floats:
    """Return the surprise of each word by its length alone."""
    size = np.minimum(side.ends - side.starts, len(_LENGTH_BITS) - 1)
    bits = np.where(side.numbers, _NUMBER_BITS[size], _LENGTH_BITS[size])
    return np.where(side.signs, np.float32(_SIGN_BITS), bits).astype(np.float32)


def _aligned(texts: tuple[str, str], left: _Side, right: _Side) -> tuple[Passage, ...]:
    """Return the passages, found in an order of the documents that does not depend on which is left."""
    if not len(left.keys) or not len(right.keys):
        return ()
    if _rank(texts[0], left) > _rank(texts[1], right):
        found = [p.flipped() for p in _Pair((texts[1], texts[0]), right, left).passages()]
    else:
        found = _Pair(texts, left, right).passages()
    return tuple(sorted(found, key=lambda p: (p.left, p.right)))


def _rank(text: str, side: _Side) -> tuple[int, str, tuple[Span, ...], bytes]:
    return len(text), text, side.sentences, side.barred.tobytes()


Run: TypeAlias = tuple[int, int, int]
"""First word on the left, first word on the right, words."""


class _Pair:
    """The work on one pair of documents: numbers for words, their bits, runs, and likeness of sentences."""

    def __init__(self, texts: tuple[str, str], left: _Side, right: _Side) -> None:
        from provenance import chain

        self.texts, self.left, self.right = texts, left, right
        self.a, self.b, count = chain.number(left.keys, right.keys)
        self.weights = self._weights(count)
        self.a[left.barred] = -1
        self.b[right.barred] = -1
        self.total = np.concatenate((np.zeros(1), np.cumsum(self.weights[self.a] * (self.a >= 0))))
        self.first_a, self.last_a = _edges(left.within, len(left.sentences), self.a)
        self.first_b, self.last_b = _edges(right.within, len(right.sentences), self.b)

    def _weights(self, count: int) -> Floats:
        """Return the bits of each word number: what is rare at large and not all over this pair."""
        weights = np.zeros(count, np.float32)
        for side, ids in ((self.left, self.a), (self.right, self.b)):
            weights[ids] = _guessed_bits(side) if side.bits is None else side.bits
        if self.left.bits is None or self.right.bits is None:
            often = np.bincount(np.concatenate((self.a, self.b)), minlength=count)
            plenty = np.log2((len(self.a) + len(self.b)) / np.maximum(1, often))
            weights = np.minimum(weights, plenty.astype(np.float32))
        return weights

    def passages(self) -> list[Passage]:
        """Return the passages in no particular order that matters."""
        from provenance import chain

        rows = chain.runs(self.a, self.b, SEED, SEED_PAIRS)
        kept = [run for row in rows.tolist() for run in self._worth((row[0], row[1], row[2]))]
        edited = self._edited(kept)
        out: list[Passage] = []
        for run in kept:
            rest = self._without_reworked_ends(run, edited)
            if rest is not None:
                out.append(self._verbatim(rest))
        out += [self._reworked(s, t, likeness) for (s, t), likeness in edited.items()]
        return out

    def _bits(self, i: int, n: int) -> float:
        return float(self.total[i + n] - self.total[i])

    def _worth(self, run: Run) -> list[Run]:
        """Return what of a run may be a passage: all of it, its whole sentences, or nothing."""
        i, j, n = run
        if n >= RUN_WORDS and self._bits(i, n) >= RUN_BITS:
            return [self._trimmed(run)]
        if n >= SENTENCE_WORDS and self._bits(i, n) >= SENTENCE_BITS:
            s, t = int(self.left.within[i]), int(self.right.within[j])
            if s >= 0 and t >= 0 and self.first_a[s] == i and self.first_b[t] == j:
                size = int(self.last_a[s]) + 1 - i
                if (
                    size == int(self.last_b[t]) + 1 - j
                    and SENTENCE_WORDS <= size <= n
                    and self._bits(i, size) >= SENTENCE_BITS
                ):
                    return [(i, j, size)]
        return []

    def _trimmed(self, run: Run) -> Run:
        """Return the run without a word or two that reach into a sentence which is otherwise another."""
        i, j, n = run
        head, tail = self._head(run), self._tail(run)
        if head < n and (head < SENTENCE_WORDS or self._bits(i, head) < SENTENCE_BITS) and not self._starts(i, j):
            i, j, n = i + head, j + head, n - head
        if (
            tail < n
            and (tail < SENTENCE_WORDS or self._bits(i + n - tail, tail) < SENTENCE_BITS)
            and not self._stops(i + n, j + n)
        ):
            n -= tail
        return i, j, n

    def _head(self, run: Run) -> int:
        """Return how many words of the run lie before the first sentence boundary in it."""
        i, j, n = run
        s, t = self.left.within[i], self.right.within[j]
        k = 1
        while k < n and self.left.within[i + k] == s and self.right.within[j + k] == t:
            k += 1
        return k

    def _tail(self, run: Run) -> int:
        i, j, n = run
        s, t = self.left.within[i + n - 1], self.right.within[j + n - 1]
        k = 1
        while k < n and self.left.within[i + n - 1 - k] == s and self.right.within[j + n - 1 - k] == t:
            k += 1
        return k

    def _starts(self, i: int, j: int) -> bool:
        """Return whether a sentence starts here on either side."""
        s, t = self.left.within[i], self.right.within[j]
        return bool((s >= 0 and self.first_a[s] == i) or (t >= 0 and self.first_b[t] == j))

    def _stops(self, i: int, j: int) -> bool:
        s, t = self.left.within[i - 1], self.right.within[j - 1]
        return bool((s >= 0 and self.last_a[s] == i - 1) or (t >= 0 and self.last_b[t] == j - 1))

    def _without_reworked_ends(self, run: Run, edited: dict[tuple[int, int], float]) -> Run | None:
        """Return what of a run is no part of a sentence pair that is shown as edited as a whole."""
        i, j, n = run
        head = self._head(run)
        if (int(self.left.within[i]), int(self.right.within[j])) in edited:
            i, j, n = i + head, j + head, n - head
        if n and (int(self.left.within[i + n - 1]), int(self.right.within[j + n - 1])) in edited:
            n -= self._tail((i, j, n))
        return (i, j, n) if n > 0 else None

    def _edited(self, kept: list[Run]) -> dict[tuple[int, int], float]:
        """Return the sentence pairs that are one sentence reworked, with the likeness of each."""
        pairs = self._candidates()
        if not pairs:
            return {}
        whole = self._whole_pieces(kept)
        by_left: dict[int, float] = {}
        by_right: dict[int, float] = {}
        for (s, t), score in pairs.items():
            by_left[s] = max(by_left.get(s, 0.0), score)
            by_right[t] = max(by_right.get(t, 0.0), score)
        sure = {
            p
            for p, score in pairs.items()
            if score >= EDITED_LIKENESS and (score >= by_left[p[0]] or score >= by_right[p[1]])
        }
        sure |= whole
        near = {
            (s, t)
            for (s, t), score in pairs.items()
            if score >= FOLLOWING_LIKENESS
            and ((s - 1, t - 1) in sure or (s + 1, t + 1) in sure)
            and (score >= by_left[s] or score >= by_right[t])
        }
        return {p: pairs[p] for p in sorted((sure | near) - whole) if p in pairs}

    def _whole_pieces(self, kept: list[Run]) -> set[tuple[int, int]]:
        """Return the sentence pairs of which a run leaves nothing over on one side at least."""
        out = set()
        for i, j, n in kept:
            k = 0
            while k < n:
                s, t = int(self.left.within[i + k]), int(self.right.within[j + k])
                e = k + 1
                while e < n and self.left.within[i + e] == s and self.right.within[j + e] == t:
                    e += 1
                if s >= 0 and t >= 0:
                    whole_left = self.first_a[s] >= i and self.last_a[s] < i + n
                    whole_right = self.first_b[t] >= j and self.last_b[t] < j + n
                    if whole_left or whole_right:
                        out.add((s, t))
                k = e
        return out

    def _candidates(self) -> dict[tuple[int, int], float]:
        """Return the sentence pairs that share enough rare words, with their likeness in [0, 1]."""
        from provenance import chain

        rows, bits = chain.shared(
            self.a, self.b, self.left.within, self.right.within, self.weights, TERM_PLACES, 6, EDITED_BITS
        )
        likeness = 2 * bits[:, 0] / (bits[:, 1] + bits[:, 2])
        good = (likeness >= FOLLOWING_LIKENESS) & (rows[:, 2] >= 3)
        return {(int(s), int(t)): float(x) for (s, t, _), x in zip(rows[good].tolist(), likeness[good], strict=True)}

    def _verbatim(self, run: Run) -> Passage:
        i, j, n = run
        return Passage(self._span(0, i, i + n), self._span(1, j, j + n), "verbatim", 1.0)

    def _span(self, which: int, first: int, end: int) -> Span:
        """Return the code points of words `first` to `end`, with the marks that open and close them."""
        text, side = self.texts[which], (self.left, self.right)[which]
        start = int(side.starts[first])
        floor = int(side.ends[first - 1]) if first else 0
        ceiling = int(side.starts[end]) if end < len(side.starts) else len(text)
        return _opened(text, start, floor), _closed(text, int(side.ends[end - 1]), ceiling)

    def _reworked(self, s: int, t: int, likeness: float) -> Passage:
        return Passage(self.left.sentences[s], self.right.sentences[t], "edited", round(min(likeness, 0.999), 3))


def _edges(within: Ints, count: int, ids: Ints) -> tuple[Ints, Ints]:
    """Return the first and last word of each sentence, -1 where it has none."""
    first, last = np.full(count, -1, np.int32), np.full(count, -1, np.int32)
    places = np.flatnonzero((within >= 0) & (ids >= 0)).astype(np.int32)
    last[within[places]] = places
    first[within[places[::-1]]] = places[::-1]
    return first, last


_OPENING = "\"'“‘„‚«‹»›「『(["
_CLOSING = ".!?…。！？\"'”’“‘»›«‹」』)]%"


def _opened(text: str, start: int, floor: int) -> int:
    while start > floor and text[start - 1] in _OPENING:
        start -= 1
    return start


def _closed(text: str, end: int, ceiling: int) -> int:
    # A comma before a closing quotation mark belongs to what is quoted.
    after = end + 1 if text[end : end + 1] == "," and text[end + 1 : end + 2] in ('"', "”", "’", "'") else end
    while after < ceiling and text[after] in _CLOSING:
        after += 1
    return min(after, ceiling)
