"""Passages of two documents that share wording: gapped, moved, many to many.

Runs of equal words grow from shared word 3-grams. Sentences that were reworked are found by the surprise of the words
they share (after Sanchez-Perez, Sidorov and Gelbukh, PAN 2014), with those of like spelling, as rapidfuzz tells them.
"""

from __future__ import annotations

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
SHORT_WORDS = 400
"""Words of two short articles; in fewer, a word that stands twice is still not common."""
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
PART_LIKENESS = 0.4
"""Share of a sentence's surprise that another must have left over for it to be a part of that one."""
CLEAR_LIKENESS = 0.65
"""From here on it does not matter how two sentences share it; below, one stock phrase is not enough."""
PHRASE_BITS = 20.0
"""A phrase of less surprise, beyond that of finding any, is a stock phrase however long."""
BESIDE_BITS = 5.0
"""Surprise that two sentences must share besides their longest common phrase, where that is short."""
FAINT_LIKENESS = 0.22
"""Below this, spelling is not even compared."""
WITHOUT_FORMS = 0.7
"""Share of the bits that two sentences need which they must have before spelling is compared."""
FORM_LETTERS = 5
"""Shorter words have no other forms that could be told from other words."""
SPELLING = 72.0
"""Words are one word in two forms from this rapidfuzz ratio on, in [0, 100]."""
FORM = 0.7
"""Surprise of a word that is shared in another form, beside one that is shared as it is."""

_LENGTH_BITS = np.array([0, 1, 1, 2, 3, 4.5, 5.5, 6.5, 7.5, 8, 8.5, 9], np.float32)
"""Surprise of a word by its count of letters, where nothing else is known of it."""
_NUMBER_BITS = np.array([0, 1, 3, 6, 6, 9, 10, 10, 10, 10, 10, 10], np.float32)
"""The same of a number."""
_SIGN_BITS, _HIRAGANA_BITS, _KATAKANA_BITS = 3.5, 2.0, 1.2
"""The same of one character of a script without spaces; foreign names take many of the last."""
_OPENING = "\"'“‘„‚«‹»›「『（([$€£¥"
_CLOSING = ".!?…。！？\"'”’“‘»›«‹」』）)]%"
_CASE_TOP = 0x3100
"""Scripts with capitals and kinds of spaces lie below, but for a few that sentences are not split by."""


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

    def precedes(self, other: _Side) -> bool:
        """Return whether this one is to be taken first, so that the order of two documents does not matter."""
        if self.text != other.text:
            return (len(self.text), self.text) < (len(other.text), other.text)
        mine, theirs = (
            (x.within.tobytes(), x.barred.tobytes(), x.bits.tobytes(), x.words.starts.tobytes()) for x in (self, other)
        )
        return mine <= theirs


def align(left: str, right: str) -> tuple[Passage, ...]:
    """Return the passages that two texts share, in the order of the left one.

    Spans are half-open code points; sentences are split roughly, and nothing is known of furniture or language.
    For articles `passages_between` knows better.

    >>> [(p.kind, p.left, p.right) for p in align("Sheep took over the ring road of Ostwick.", "So it was: "
    ...     "“sheep took over the ring road of Ostwick”.")]
    [('verbatim', (0, 41), (11, 54))]
    """
    from provenance import chain

    sides = []
    for text in (left, right):
        words = tokenise(text)
        sides.append(_side(text, words, chain.sentences(_codes(text), words.starts, words.ends, _sentence_marks())))
    return _aligned(sides[0], sides[1])


def passages_between(
    left: Article, right: Article, known: Sequence[Passage] = (), rarity: Rarity | None = None
) -> tuple[Passage, ...]:
    """Return the passages that two articles share outside their furniture, in the order of the left one.

    Kinds are "verbatim" (the same words; marks and case may differ) and "edited" (one sentence, reworked); bits are 0.
    Passages that lie within one already `known` are left out. `rarity` is, for one, `provenance.rarity.Rarity.bits`.
    """
    found = _aligned(_side_of(left, rarity), _side_of(right, rarity))
    return tuple(p for p in found if not any(_inside(p.left, k.left) and _inside(p.right, k.right) for k in known))


@lru_cache(maxsize=1024)
def _side_of(article: Article, rarity: Rarity | None) -> _Side:
    """Return an article as the aligner sees it; kept a while, as one is held against many others in turn."""
    sentences = (_sentence_of(article.words, article.sentences), len(article.sentences))
    bits = None if rarity is None else rarity(article)
    return _side(article.text, article.words, sentences, article.furniture, bits)


def forget() -> None:
    """Let go of the articles that were held against others last."""
    _side_of.cache_clear()


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@lru_cache(maxsize=1)
def _sentence_marks() -> npt.NDArray[np.uint8]:
    """Return what each code point is to the end of a sentence, as `chain.sentences` reads it."""
    from provenance import chain

    marks = np.zeros(1 << 16, np.uint8)
    for code in range(_CASE_TOP):
        sign = chr(code)
        marks[code] = chain.SPACE * sign.isspace() + chain.SMALL * sign.islower() + chain.LARGE * sign.isupper()
    marks[[10, 0x2028, 0x2029]] |= chain.LINE
    marks[[ord(c) for c in ".!?…։؟۔।॥።"]] |= chain.STOP
    marks[[ord(c) for c in "。！？．"]] |= chain.FULL
    return marks


def _sentence_of(words: Words, sentences: tuple[Span, ...]) -> Ints:
    """Return the sentence that each word lies in, -1 outside of any."""
    if not sentences or not len(words):
        return np.full(len(words), -1, np.int32)
    edges = np.array(sentences, np.int32)
    place = np.searchsorted(edges[:, 0], words.starts, side="right").astype(np.int32) - 1
    return np.where((place >= 0) & (words.ends <= edges[place, 1]), place, -1).astype(np.int32)


def _side(
    text: str, words: Words, sentences: tuple[Ints, int], furniture: Iterable[Span] = (), bits: Floats | None = None
) -> _Side:
    barred = np.zeros(len(words), np.bool_)
    for start, end in furniture:
        barred[np.searchsorted(words.ends, start, side="right") : np.searchsorted(words.starts, end)] = True
    within, count = _cut(*sentences, barred) if barred.any() else sentences
    first = _codes(text)[words.starts]
    size = words.ends - words.starts
    signs = (first >= 0x2E80) & (size == 1) & ((first < 0xAC00) | (first >= 0xF900))
    guessed = _guessed_bits(first, np.minimum(size, len(_LENGTH_BITS) - 1), signs)
    known = guessed if bits is None else ((bits + guessed) / 2).astype(np.float32)
    return _Side(text, words, within, count, barred, signs, known)


def _cut(within: Ints, count: int, barred: Bools) -> tuple[Ints, int]:
    """Return the sentences without furniture; one that furniture interrupts is two."""
    free = ~barred
    begins = np.zeros(len(within), np.bool_)
    begins[:1] = True
    begins[1:] = (within[1:] != within[:-1]) | (free[1:] & barred[:-1])
    begins &= free
    return np.where(free & (within >= 0), np.cumsum(begins) - 1, -1).astype(np.int32), max(count, int(begins.sum()))


def _guessed_bits(first: npt.NDArray[np.uint32], size: Ints, signs: Bools) -> Floats:
    """Return the surprise of each word by its first code point and its length."""
    bits: Floats = np.where((first >= 0x30) & (first <= 0x39), _NUMBER_BITS[size], _LENGTH_BITS[size])
    if not signs.any():
        return bits
    kana = np.where(first < 0x30A0, np.float32(_HIRAGANA_BITS), np.float32(_KATAKANA_BITS))
    return np.where(signs, np.where((first >= 0x3040) & (first < 0x3100), kana, np.float32(_SIGN_BITS)), bits)


def _aligned(left: _Side, right: _Side) -> tuple[Passage, ...]:
    """Return the passages, found in an order of the documents that does not depend on which is left."""
    if not len(left.words) or not len(right.words):
        return ()
    if left.precedes(right):
        found = _passages(_meeting(left, right))
    else:
        found = [p.flipped() for p in _passages(_meeting(right, left))]
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
    places: float
    """The bits that chance gains by trying every sentence with every other."""


def _meeting(left: _Side, right: _Side) -> _Meeting:
    from provenance import chain

    a, b, weights, often, bounds_a, bounds_b = chain.meet(
        (left.words.keys, right.words.keys),
        (left.bits, right.bits),
        (left.barred, right.barred),
        (left.within, right.within),
        (left.count, right.count),
    )
    # What is all over these two documents is no surprise in either.
    plenty = max(SHORT_WORDS, len(a) + len(b)) / often
    weights = np.minimum(weights, np.log2(plenty).astype(np.float32))
    # The bits that chance gains by trying every sentence with every other.
    places = float(np.log2(max(FEW_SENTENCES, left.count) * max(FEW_SENTENCES, right.count)))
    edges_a, edges_b = (left.within, *bounds_a), (right.within, *bounds_b)
    return _Meeting(left, right, a, b, weights, edges_a, edges_b, places)


def _passages(pair: _Meeting) -> list[Passage]:
    """Return the passages in an order that depends on nothing but the documents."""
    kept = _runs(pair)
    blocks = _reworked(pair, kept)
    cells = {(s, t) for block in blocks for s in range(*block.left) for t in range(*block.right)}
    out = []
    for row in kept.tolist():
        i, j, n = _without_reworked_ends(pair, row, cells)
        if n >= SENTENCE_WORDS:
            out.append(Passage(_span(pair.left, i, i + n), _span(pair.right, j, j + n), "verbatim", 1.0))
    for block in blocks:
        left = _span(pair.left, *_word_range(pair.edges_a, block.left))
        right = _span(pair.right, *_word_range(pair.edges_b, block.right))
        out.append(Passage(left, right, "edited", round(min(block.likeness, 0.999), 3)))
    return out


def _runs(pair: _Meeting) -> Ints:
    """Return the verbatim runs as `chain.worthy` does, those that show nothing new left out."""
    from provenance import chain

    long = (RUN_WORDS, RUN_BITS + pair.places)
    short = (SENTENCE_WORDS, SENTENCE_BITS + pair.places)
    kept: Ints = chain.telling_runs(
        (pair.a, pair.b), pair.weights, (pair.edges_a, pair.edges_b), (SEED, SEED_PAIRS), (long, short)
    )
    return kept


def _without_reworked_ends(pair: _Meeting, row: list[int], cells: set[Pair]) -> tuple[int, int, int]:
    """Return what of a run is no part of two sentences that are shown as edited as a whole."""
    i, j, n, head, tail = row
    if (int(pair.edges_a[0][i]), int(pair.edges_b[0][j])) in cells:
        i, j, n = i + head, j + head, n - head
    if n > 0 and (int(pair.edges_a[0][i + n - 1]), int(pair.edges_b[0][j + n - 1])) in cells:
        n -= tail
    return i, j, n


def _word_range(edges: tuple[Ints, Ints, Ints], sentences: Span) -> tuple[int, int]:
    return int(edges[1][sentences[0]]), int(edges[2][sentences[1] - 1]) + 1


@dataclass(frozen=True, slots=True)
class _Block:
    """Sentences of one document and the sentences of the other that rework them; half-open ranges of sentences."""

    left: Span
    right: Span
    likeness: float


@dataclass(frozen=True, slots=True, eq=False)
class _Sentences:
    """What sentences are compared by: words, and pairs of characters in scripts without spaces."""

    pair: _Meeting
    a: Ints
    b: Ints
    weights: Floats

    def common(self, left: Span, right: Span) -> tuple[float, float]:
        """Return the bits that two ranges of sentences share, and all their bits."""
        from provenance import chain

        i, e = _word_range(self.pair.edges_a, left)
        j, f = _word_range(self.pair.edges_b, right)
        found: tuple[float, float] = chain.common(self.a[i:e], self.b[j:f], self.weights)
        return found


def _reworked(pair: _Meeting, kept: Ints) -> list[_Block]:
    """Return the sentences that are reworked, one with one, one with several, or several with one."""
    from provenance import chain

    sentences = _terms(pair)
    likeness = _likenesses(sentences)
    if not likeness:
        return []
    copied = {(s, t) for s, t in chain.covered(kept, pair.edges_a, pair.edges_b).tolist()}
    chosen = _chosen(likeness, copied)
    chosen |= _wedged(sentences, copied | chosen.keys())
    partners = _partners(copied | chosen.keys())
    blocks = []
    merged: set[Pair] = set()
    for start in sorted(chosen, key=lambda p: (-chosen[p], p)):
        if start not in merged:
            block = _grown(sentences, start, chosen[start], partners)
            merged |= {(s, t) for s in range(*block.left) for t in range(*block.right)}
            blocks.append(block)
    return blocks


def _partners(pairs: Iterable[Pair]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Return the right sentences of each left one, and the left of each right."""
    rights: dict[int, set[int]] = {}
    lefts: dict[int, set[int]] = {}
    for s, t in pairs:
        rights.setdefault(s, set()).add(t)
        lefts.setdefault(t, set()).add(s)
    return rights, lefts


def _wedged(sentences: _Sentences, aligned: set[Pair]) -> dict[Pair, float]:
    """Return the single sentences between aligned ones; being short, they have little to show, and need not."""
    lefts, rights = {s for s, _ in aligned}, {t for _, t in aligned}
    found: dict[Pair, float] = {}
    for s, t in sorted(aligned):
        if (s + 2, t + 2) in aligned and s + 1 not in lefts and t + 1 not in rights:
            gain, mass = _common_if_whole(sentences, (s + 1, s + 2), (t + 1, t + 2))
            if 2 * gain >= NEXT_LIKENESS * mass > 0:
                found[s + 1, t + 1] = 2 * gain / mass
    return found


def _common_if_whole(sentences: _Sentences, left: Span, right: Span) -> tuple[float, float]:
    """Return the same as `common`, or nothing where a range reaches beyond the document or over furniture."""
    pair = sentences.pair
    for side, edges, (start, end) in ((pair.left, pair.edges_a, left), (pair.right, pair.edges_b, right)):
        if start < 0 or end > len(edges[1]) or edges[1][start] < 0 or edges[1][end - 1] < 0:
            return 0.0, 0.0
        if side.barred[slice(*_word_range(edges, (start, end)))].any():
            return 0.0, 0.0
    return sentences.common(left, right)


def _chosen(likeness: dict[Pair, float], copied: set[Pair]) -> dict[Pair, float]:
    """Return which of the like sentences are taken for one another, the likest first."""
    lefts, rights = {s for s, _ in copied}, {t for _, t in copied}
    partners = set(copied)
    chosen: dict[Pair, float] = {}
    ranked = sorted(likeness.items(), key=lambda item: (-item[1], item[0]))
    for bar in (LIKENESS, NEXT_LIKENESS):
        for (s, t), score in ranked:
            free = (s not in lefts) + (t not in rights)
            beside = (s - 1, t - 1) in partners or (s + 1, t + 1) in partners
            least = (2.0, SECOND_LIKENESS, bar if beside else LIKENESS)[free]
            if score >= least:
                lefts.add(s)
                rights.add(t)
                partners.add((s, t))
                chosen[s, t] = score
    return chosen


def _grown(
    sentences: _Sentences, start: Pair, likeness: float, partners: tuple[dict[int, set[int]], dict[int, set[int]]]
) -> _Block:
    """Return the block around two sentences: one beside them joins if it holds what the other side has over.

    It must have no partner outside the block; `partners` is kept up.
    """
    block = _Block((start[0], start[0] + 1), (start[1], start[1] + 1), likeness)
    gain, mass = sentences.common(block.left, block.right)
    grew = True
    while grew:
        grew = False
        (s, e), (t, f) = block.left, block.right
        for left, right, of, new in (
            ((s, e + 1), (t, f), 0, e),
            ((s - 1, e), (t, f), 0, s - 1),
            ((s, e), (t, f + 1), 1, f),
            ((s, e), (t - 1, f), 1, t - 1),
        ):
            start_opposite, end_opposite = (block.right, block.left)[of]
            if not all(start_opposite <= p < end_opposite for p in partners[of].get(new, ())):
                continue
            more, wider = _common_if_whole(sentences, left, right)
            if more - gain >= PART_LIKENESS * (wider - mass) > 0 and 2 * more > block.likeness * wider:
                block, gain, mass, grew = _Block(left, right, 2 * more / wider), more, wider, True
                partners[of][new] = set(range(start_opposite, end_opposite))
                break
    return block


def _likenesses(sentences: _Sentences) -> dict[Pair, float]:
    """Return the sentence pairs that share enough surprise, with the share of it they have in common, in [0, 1]."""
    from provenance import chain

    pair = sentences.pair
    least = SENTENCE_BITS + pair.places
    within = (pair.left.within, pair.right.within)
    counts = (pair.left.count, pair.right.count)
    terms = (sentences.a, sentences.b)
    rows, bits = chain.shared(terms, within, counts, sentences.weights, (LIKEST, WITHOUT_FORMS * least))
    likely = 2 * bits[:, 0] >= FAINT_LIKENESS * bits[:, 1]
    out: dict[Pair, float] = {}
    for (s, t), (gain, mass) in zip(rows[likely].tolist(), bits[likely].tolist(), strict=True):
        forms = _other_forms(pair, s, t) if 2 * gain < LIKENESS * mass or gain < least else 0.0
        score = 2 * (gain + forms) / mass
        if gain + forms >= least and (score >= CLEAR_LIKENESS or not _one_phrase(pair, s, t, gain + forms)):
            out[s, t] = score
    return out


def _one_phrase(pair: _Meeting, s: int, t: int, gain: float) -> bool:
    """Return whether two sentences share one phrase too short to be a passage, and next to nothing besides."""
    from provenance import chain

    i, e = _word_range(pair.edges_a, (s, s + 1))
    j, f = _word_range(pair.edges_b, (t, t + 1))
    at, words, bits = chain.phrase(pair.a[i:e], pair.b[j:f], pair.weights)
    words -= int(pair.left.signs[i + at : i + at + words].sum()) // 2
    short = words < RUN_WORDS or bits < PHRASE_BITS + pair.places
    return short and gain - bits < BESIDE_BITS


def _terms(pair: _Meeting) -> _Sentences:
    """Return the terms of both documents, and the bits of each; those that are all over one document have none."""
    from provenance import chain

    a, b, weights = pair.a, pair.b, pair.weights
    if pair.left.signs.any() and pair.right.signs.any():
        doubles_a, doubles_b, count = chain.number(chain.grams(a, 2), chain.grams(b, 2))
        weights = np.concatenate((weights, np.zeros(count, np.float32)))
        first = len(pair.weights)
        a = _with_doubles(pair.left, a, doubles_a + first, weights)
        b = _with_doubles(pair.right, b, doubles_b + first, weights)
    return _Sentences(pair, a, b, chain.without_common(a, b, weights, TERM_PLACES))


def _with_doubles(side: _Side, ids: Ints, doubles: Ints, weights: Floats) -> Ints:
    """Return the terms of one side, each sign replaced by it and the next as one; sets the bits of these doubles."""
    follows = np.zeros(len(ids), np.bool_)
    follows[:-1] = side.signs[:-1] & side.signs[1:] & (side.within[:-1] == side.within[1:])
    follows[:-1] &= (ids[:-1] >= 0) & (ids[1:] >= 0)
    places = np.flatnonzero(follows)
    # Their mean, as each character lies in two.
    weights[doubles[places]] = (weights[ids[places]] + weights[ids[places + 1]]) / 2
    return np.where(follows, doubles, np.where(side.signs, np.int32(-1), ids)).astype(np.int32)


def _other_forms(pair: _Meeting, s: int, t: int) -> float:
    """Return the surprise of the words that two sentences share in other forms only, by their spelling."""
    from rapidfuzz import fuzz, process

    i, e = _word_range(pair.edges_a, (s, s + 1))
    j, f = _word_range(pair.edges_b, (t, t + 1))
    lefts = _long_words(pair.left, pair.a[i:e].tolist(), i, set(pair.b[j:f].tolist()))
    rights = _long_words(pair.right, pair.b[j:f].tolist(), j, set(pair.a[i:e].tolist()))
    if not lefts or not rights:
        return 0.0
    alike = process.cdist(list(lefts.values()), list(rights.values()), scorer=fuzz.ratio, score_cutoff=SPELLING)
    gain = 0.0
    numbers = list(rights)
    for k, row in zip(lefts, alike, strict=True):
        at = int(row.argmax())
        # Each word stands for one only: the first that is nearest to it.
        if row[at] and int(alike[:, at].argmax()) == list(lefts).index(k):
            gain += FORM * float(min(pair.weights[k], pair.weights[numbers[at]]))
    return gain


def _long_words(side: _Side, ids: list[int], first: int, others: set[int]) -> dict[int, str]:
    """Return the words from `first` on that are none of the `others` and may have forms, by their numbers."""
    starts = side.words.starts[first : first + len(ids)].tolist()
    ends = side.words.ends[first : first + len(ids)].tolist()
    return {
        k: side.text[i:e].lower()
        for k, i, e in zip(ids, starts, ends, strict=True)
        if k >= 0 and e - i >= FORM_LETTERS and k not in others
    }


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
