"""Passages of two documents that share wording: gapped, moved, many to many.

Runs of equal words grow from shared word 3-grams. Sentences that were reworked are found by the surprise of the words
they share (after Sanchez-Perez, Sidorov and Gelbukh, PAN 2014), words of like spelling included, as rapidfuzz tells them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.model import Passage, Span
from provenance.words import Words, tokenise

Bools: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int32]
Pair: TypeAlias = tuple[int, int]
"""A sentence on the left and one on the right."""
Rarity: TypeAlias = Callable[[Article], Floats]
"""Tells for each word of an article how surprising it is in an unrelated one, in bits."""

SEED = 3
"""Words of the shortest shared run that is looked at."""
SEED_PAIRS = 64
"""A run of words that makes more pairs than this is only held against itself in order."""
TERM_PLACES = 64
"""A word that stands at more places than this in one document says nothing about a sentence."""
LIKEST = 6
"""For each sentence, so many of the other document are looked at closely."""
RUN_WORDS = 7
"""A run of fewer words is no passage unless it is a whole sentence on both sides."""
RUN_BITS = 34.0
"""Surprise of a run beyond that of finding any at all: "told a news conference on Monday" stays below."""
FEW_SENTENCES = 12
"""A document is taken to have at least so many sentences."""
SENTENCE_WORDS = 4
SENTENCE_BITS = 8.0
"""The same of a whole sentence, which may be plainer."""
LIKENESS = 0.42
"""Share of their surprise that two sentences must have in common to be one sentence reworked."""
SECOND_LIKENESS = 0.5
"""The same, where one of the two has a better partner elsewhere."""
NEXT_LIKENESS = 0.3
"""The same, where the sentences before or after are aligned with each other."""
FAINT_LIKENESS = 0.22
"""Below this, spelling is not even compared."""
SPELLING = 72.0
"""Words are one word in two forms from this rapidfuzz ratio on, in [0, 100]."""
FORM = 0.7
"""Surprise of a word that is shared in another form, beside one that is shared as it is."""

_LENGTH_BITS = np.array([0, 1, 1, 2, 3, 4.5, 5.5, 6.5, 7.5, 8, 8.5, 9], np.float32)
"""Surprise of a word by its count of letters, where nothing else is known of it."""
_NUMBER_BITS = np.array([0, 1, 3, 6, 6, 9, 10, 10, 10, 10, 10, 10], np.float32)
"""The same of a number."""
_KANA_BITS, _SIGN_BITS = 2.0, 3.5
"""The same of one character of a script without spaces."""
_OPENING = "\"'“‘„‚«‹»›「『（([$€£¥"
_CLOSING = ".!?…。！？\"'”’“‘»›«‹」』）)]%"
_MARKS_TOP = 0x3100


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One document as the aligner sees it."""

    text: str
    words: Words
    within: Ints
    """The sentence of each word, -1 outside of any."""
    count: int
    """Sentences."""
    barred: Bools
    """Which words are furniture."""
    signs: Bools
    """Which words are single characters of a script without spaces."""
    bits: Floats
    """Surprise of each word."""

    def rank(self) -> tuple[int, str, bytes, bytes, bytes]:
        """Return what puts two documents in an order that does not depend on which is left."""
        return len(self.text), self.text, self.within.tobytes(), self.barred.tobytes(), self.bits.tobytes()


def align(left: str, right: str) -> tuple[Passage, ...]:
    """Return the passages that two texts share, in the order of the left one.

    Spans are half-open code points; sentences are split roughly, and nothing is known of furniture or language.
    For articles `passages_between` knows better.

    >>> [(p.kind, p.left, p.right) for p in align("Sheep took over the ring road of Ostwick.", "So it was: "
    ...     "“sheep took over the ring road of Ostwick”.")]
    [('verbatim', (0, 41), (12, 52))]
    """
    from provenance import chain

    sides = []
    for text in (left, right):
        words = tokenise(text)
        codes = _codes(text)
        within, count = chain.sentences(codes, words.starts, words.ends, _marks())
        sides.append(_side(text, codes, words, within, count, ()))
    return _aligned(sides[0], sides[1])


def passages_between(
    left: Article, right: Article, known: Sequence[Passage] = (), rarity: Rarity | None = None
) -> tuple[Passage, ...]:
    """Return the passages that two articles share outside their furniture, in the order of the left one.

    Kinds are "verbatim" (the same words; marks and case may differ) and "edited" (one sentence, reworked); bits are 0.
    Passages that lie within one already `known` are left out. `rarity` is, for one, `provenance.rarity.Rarity.bits`.
    """
    sides = []
    for article in (left, right):
        words = article.words
        within = _sentence_of(words, article.sentences)
        bits = None if rarity is None else rarity(article)
        sides.append(
            _side(article.text, _codes(article.text), words, within, len(article.sentences), article.furniture, bits)
        )
    found = _aligned(sides[0], sides[1])
    return tuple(p for p in found if not any(_inside(p.left, k.left) and _inside(p.right, k.right) for k in known))


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@lru_cache(maxsize=1)
def _marks() -> npt.NDArray[np.uint8]:
    """Return what each code point is to the end of a sentence, as `chain.sentences` reads it."""
    from provenance import chain

    marks = np.zeros(_MARKS_TOP, np.uint8)
    for code in range(_MARKS_TOP):
        sign = chr(code)
        category = unicodedata.category(sign)
        marks[code] |= (
            chain.SPACE * sign.isspace() | chain.SMALL * (category == "Ll") | chain.LARGE * (category == "Lu")
        )
    marks[[10, 0x2028, 0x2029]] |= chain.LINE
    marks[[ord(c) for c in ".!?…։؟۔।॥።"]] |= chain.STOP
    marks[ord("。")] |= chain.FULL
    return marks


def _sentence_of(words: Words, sentences: tuple[Span, ...]) -> Ints:
    """Return the sentence that each word lies in, -1 outside of any."""
    if not sentences or not len(words):
        return np.full(len(words), -1, np.int32)
    edges = np.array(sentences, np.int32)
    place = np.searchsorted(edges[:, 0], words.starts, side="right").astype(np.int32) - 1
    return np.where((place >= 0) & (words.ends <= edges[place, 1]), place, -1).astype(np.int32)


def _side(
    text: str,
    codes: npt.NDArray[np.uint32],
    words: Words,
    within: Ints,
    count: int,
    furniture: Iterable[Span],
    bits: Floats | None = None,
) -> _Side:
    barred = np.zeros(len(words), np.bool_)
    for start, end in furniture:
        barred[np.searchsorted(words.ends, start, side="right") : np.searchsorted(words.starts, end)] = True
    first = codes[words.starts]
    size = words.ends - words.starts
    signs = (first >= 0x2E80) & (size == 1) & ((first < 0xAC00) | (first >= 0xF900))
    guessed = _guessed_bits(first, np.minimum(size, len(_LENGTH_BITS) - 1), signs)
    return _Side(text, words, within, count, barred, signs, guessed if bits is None else (bits + guessed) / 2)


def _guessed_bits(first: npt.NDArray[np.uint32], size: Ints, signs: Bools) -> Floats:
    """Return the surprise of each word by its first code point and its length."""
    bits = np.where((first >= 0x30) & (first <= 0x39), _NUMBER_BITS[size], _LENGTH_BITS[size])
    if not signs.any():
        return bits
    kana = (first >= 0x3040) & (first < 0x30A0)
    return np.where(signs, np.where(kana, np.float32(_KANA_BITS), np.float32(_SIGN_BITS)), bits)


def _aligned(left: _Side, right: _Side) -> tuple[Passage, ...]:
    """Return the passages, found in an order of the documents that does not depend on which is left."""
    if not len(left.words) or not len(right.words):
        return ()
    if left.rank() > right.rank():
        found = [p.flipped() for p in _passages(_meeting(right, left))]
    else:
        found = _passages(_meeting(left, right))
    return tuple(sorted(found, key=lambda p: (p.left, p.right)))


@dataclass(frozen=True, slots=True, eq=False)
class _Meeting:
    """Two documents with one numbering of their words."""

    left: _Side
    right: _Side
    a: Ints
    """The number of each word on the left, -1 in furniture."""
    b: Ints
    weights: Floats
    """Surprise of each word number."""
    edges_a: tuple[Ints, Ints, Ints]
    """On the left: the sentence of each word, the first and the last word of each sentence, -1 where it has none."""
    edges_b: tuple[Ints, Ints, Ints]

    def places(self) -> float:
        """Return the bits that chance gains by trying every sentence with every other; notes count as short articles."""
        return float(np.log2(max(FEW_SENTENCES, self.left.count) * max(FEW_SENTENCES, self.right.count)))


def _meeting(left: _Side, right: _Side) -> _Meeting:
    from provenance import chain

    a, b, count = chain.number(left.words.keys, right.words.keys)
    weights = np.zeros(count, np.float32)
    weights[b] = right.bits
    weights[a] = np.maximum(left.bits, weights[a])
    # What is all over these two documents is no surprise in either.
    often = np.bincount(a, minlength=count) + np.bincount(b, minlength=count)
    weights = np.minimum(weights, np.log2((len(a) + len(b)) / often).astype(np.float32))
    a[left.barred] = -1
    b[right.barred] = -1
    edges_a = (left.within, *chain.edges(left.within, a, left.count))
    edges_b = (right.within, *chain.edges(right.within, b, right.count))
    return _Meeting(left, right, a, b, weights, edges_a, edges_b)


def _passages(pair: _Meeting) -> list[Passage]:
    """Return the passages in an order that depends on nothing but the documents."""
    from provenance import chain

    found = chain.runs(pair.a, pair.b, SEED, SEED_PAIRS)
    total = np.concatenate((np.zeros(1), np.cumsum(np.where(pair.a >= 0, pair.weights[pair.a], 0.0), dtype=np.float64)))
    surprise = pair.places()
    kept = chain.worthy(
        found,
        total,
        pair.edges_a,
        pair.edges_b,
        (RUN_WORDS, RUN_BITS + surprise),
        (SENTENCE_WORDS, SENTENCE_BITS + surprise),
    )
    kept = chain.fresh(kept, len(pair.a), len(pair.b))
    edited = _edited(pair, kept, surprise)
    out = []
    for i, j, n, head, tail in kept.tolist():
        if edited:
            i, j, n = _without_reworked_ends(pair, (i, j, n), (head, tail), edited)
        if n >= SENTENCE_WORDS:
            left, right = _span(pair.left, i, i + n), _span(pair.right, j, j + n)
            out.append(Passage(left, right, "verbatim", 1.0))
    return out + [_reworked(pair, s, t, likeness) for (s, t), likeness in edited.items()]


def _without_reworked_ends(
    pair: _Meeting, run: tuple[int, int, int], ends: Pair, edited: dict[Pair, float]
) -> tuple[int, int, int]:
    """Return what of a run is no part of two sentences that are shown as edited as a whole."""
    i, j, n = run
    head, tail = ends
    if (int(pair.edges_a[0][i]), int(pair.edges_b[0][j])) in edited:
        i, j, n = i + head, j + head, n - head
    if n > 0 and (int(pair.edges_a[0][i + n - 1]), int(pair.edges_b[0][j + n - 1])) in edited:
        n -= tail
    return i, j, n


def _edited(pair: _Meeting, kept: Ints, surprise: float) -> dict[Pair, float]:
    """Return the sentence pairs that are one sentence reworked, with the likeness of each."""
    from provenance import chain

    likeness = _likenesses(pair, SENTENCE_BITS + surprise)
    if not likeness:
        return {}
    copied = {(s, t) for s, t in chain.covered(kept, pair.edges_a, pair.edges_b).tolist()}
    lefts, rights = {s for s, _ in copied}, {t for _, t in copied}
    partners = set(copied)
    edited: dict[Pair, float] = {}
    for bar in (LIKENESS, NEXT_LIKENESS):
        for (s, t), score in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
            free = (s not in lefts) + (t not in rights)
            follows = (s - 1, t - 1) in partners or (s + 1, t + 1) in partners
            if free == 2 and (score >= LIKENESS or (score >= bar and follows)) or free == 1 and score >= SECOND_LIKENESS:
                lefts.add(s)
                rights.add(t)
                partners.add((s, t))
                edited[s, t] = score
    return edited


def _likenesses(pair: _Meeting, least: float) -> dict[Pair, float]:
    """Return the sentence pairs that share enough surprise, with the share of it that they have in common, in [0, 1]."""
    from provenance import chain

    a, b, weights = _terms(pair)
    counts = (pair.left.count, pair.right.count)
    rows, bits, mass_a, mass_b = chain.shared(
        (a, b), (pair.left.within, pair.right.within), counts, weights, TERM_PLACES, LIKEST, np.float32(0.7 * least)
    )
    masses = mass_a[rows[:, 0]] + mass_b[rows[:, 1]]
    likely = 2 * bits >= FAINT_LIKENESS * masses
    out: dict[Pair, float] = {}
    for (s, t), gain, mass in zip(rows[likely].tolist(), bits[likely].tolist(), masses[likely].tolist(), strict=True):
        if 2 * gain < SECOND_LIKENESS * mass:
            gain += _other_forms(pair, s, t)
        if gain >= least:
            out[s, t] = 2 * gain / mass
    return out


def _terms(pair: _Meeting) -> tuple[Ints, Ints, Floats]:
    """Return what sentences are compared by: words, and pairs of characters in scripts without spaces."""
    from provenance import chain

    if not pair.left.signs.any() or not pair.right.signs.any():
        return pair.a, pair.b, pair.weights
    a, b, count = chain.number(chain.grams(pair.a, 2), chain.grams(pair.b, 2))
    start = len(pair.weights)
    weights = np.concatenate((pair.weights, np.zeros(count, np.float32)))
    for side, ids, doubles in ((pair.left, pair.a, a), (pair.right, pair.b, b)):
        follows = np.zeros(len(ids), np.bool_)
        follows[:-1] = (
            side.signs[:-1] & side.signs[1:] & (side.within[:-1] == side.within[1:]) & (ids[:-1] >= 0) & (ids[1:] >= 0)
        )
        own = pair.weights[ids[:-1]] + pair.weights[ids[1:]]
        weights[start + doubles[:-1][follows[:-1]]] = own[follows[:-1]]
        doubles += start
        doubles[~follows] = np.where(side.signs, -1, ids)[~follows]
    return a, b, weights


def _other_forms(pair: _Meeting, s: int, t: int) -> float:
    """Return the surprise of the words that two sentences share in other forms only, by their spelling."""
    from rapidfuzz import fuzz, process

    lefts, rights = _unshared(pair, s, t)
    if not lefts or not rights:
        return 0.0
    alike = process.cdist(list(lefts), list(rights), scorer=fuzz.ratio, score_cutoff=SPELLING)
    left_bits, right_bits = list(lefts.values()), list(rights.values())
    gain = 0.0
    taken: set[int] = set()
    for i, j in zip(*(x.tolist() for x in np.nonzero(alike)), strict=True):
        if j not in taken and alike[i, j] == alike[i].max():
            taken.add(j)
            gain += FORM * min(left_bits[i], right_bits[j])
    return gain


def _unshared(pair: _Meeting, s: int, t: int) -> tuple[dict[str, float], dict[str, float]]:
    """Return the words of five letters or more that only one of two sentences has, folded, with their surprise."""
    found = []
    for side, ids, (_, first, last) in ((pair.left, pair.a, pair.edges_a), (pair.right, pair.b, pair.edges_b)):
        places = range(int(first[s if side is pair.left else t]), int(last[s if side is pair.left else t]) + 1)
        found.append((side, {int(ids[p]): p for p in places if ids[p] >= 0}))
    (left, mine), (right, theirs) = found
    out = []
    for side, own, other in ((left, mine, theirs), (right, theirs, mine)):
        spans = ((k, int(side.words.starts[p]), int(side.words.ends[p])) for k, p in own.items() if k not in other)
        out.append({side.text[i:e].lower(): float(pair.weights[k]) for k, i, e in spans if e - i >= 5})
    return out[0], out[1]


def _reworked(pair: _Meeting, s: int, t: int, likeness: float) -> Passage:
    left = _span(pair.left, int(pair.edges_a[1][s]), int(pair.edges_a[2][s]) + 1)
    right = _span(pair.right, int(pair.edges_b[1][t]), int(pair.edges_b[2][t]) + 1)
    return Passage(left, right, "edited", round(min(likeness, 0.999), 3))


def _span(side: _Side, first: int, end: int) -> Span:
    """Return the code points of the words from `first` to `end`, with the marks that open and close them."""
    text, words = side.text, side.words
    start, stop = int(words.starts[first]), int(words.ends[end - 1])
    floor = int(words.ends[first - 1]) if first else 0
    ceiling = int(words.starts[end]) if end < len(words) else len(text)
    while start > floor and text[start - 1] in _OPENING:
        start -= 1
    # A comma before a closing quotation mark belongs to what is quoted.
    if text[stop : stop + 1] == "," and stop + 1 < ceiling and text[stop + 1] in "\"”’'":
        stop += 2
    while stop < ceiling and text[stop] in _CLOSING:
        stop += 1
    return start, stop
