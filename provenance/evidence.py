"""What the passages of two articles weigh: bits for each passage, and the likeness of the pair as a whole.

A passage weighs what it would surprise in articles written independently. Words that match one by one weigh little:
two reports of one event share names and numbers. Words that match in unbroken runs weigh more, since independent
writers rarely choose the same sequence. Wording inside quotation marks is counted apart: a public statement reaches
every desk. Spans are code points; shares lie in [0, 1] and leave furniture out on both sides.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypeAlias, overload

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from provenance.article import Article
from provenance.frequencies import listed
from provenance.model import Passage, PassageKind, Span
from provenance.nouns import NOUNS_HAVE_CAPITALS, is_no_name
from provenance.rarity import MOST_BITS, Bits, Rarity
from provenance.spans import Mask, longest_increasing, mask, overlap, words_within

RUN_WORD_BITS = 0.5
"""A word that continues a run weighs at least this: even likely words seldom follow in the same order."""
RUN_RARITY = 0.25
"""Share of its own surprise that a word adds when it continues a run."""
SPECIFIC_BITS = 7.0
"""A name or figure at least this surprising is a specific of a story."""
LONE_RARITY = 0.15
"""Share of its own surprise that a word adds when neither neighbour matches."""
PLACE_BITS = 3.0
"""What a passage must first overcome: it could have stood anywhere."""
MEANING_BITS = 8.0
"""Bits of a passage retold at similarity 1; none at an even chance, 0.5."""

RUN_WORDS = 3
"""Shortest run of equal words that counts as verbatim."""
MOST_ORDERED = 400
"""Passages whose order is looked at; measuring it takes quadratic time."""
EDITED_WORTH = 0.4
"""How well a changed word inside an edited passage is explained by the passage."""
RETOLD_WORTH = 0.6
"""How well a word of a retold passage of similarity 1 is explained."""
UNKNOWN = "und"
"""The language of a text too short to tell; it may be any."""
RETOLD = ("paraphrase", "translation")
CREDITED_WORDS = 4
"""Words beside the credit from which on a passage tells something that is credited."""
SURE_WORDS = 60
"""Words from which on a text is taken to be in a language of which no list of words is known."""

SHINGLE = 3
"""Words of the shingle by which formulas are told: the shortest run that counts as verbatim."""
RARE_BITS = 6.0
"""Surprise from which on a word says what a story is about: fewer than one article in sixty holds it."""
FIGURE_DOUBT = 4.0
"""Bits of numbers without which a share of them says little: one number may well be told otherwise."""
NAME_DOUBT = 4.0
STOPS, BEHIND_STOPS = ".!?…。！？।", "\"'»”’“)"
"""What closes a sentence, and what may stand behind that."""
LINE_WORDS = 8
"""Words from which on a line is more than a byline or a label, though nothing closes it."""
LONG_WORD, TITLE_WORDS, TITLE_SHARE = 4, 4, 0.75
"""Letters of a word that has a capital for a reason, how many such words make a line one in capitals throughout, and
the share of them that has one."""
SPELLED, SPELLED_LETTERS, SPELLED_MOST = 0.85, 5, 100
"""How alike two names are, and letters of either, from which on they may be one, bent or misspelt; and names with one
initial that are looked at."""
"""Bits of names without which a share of them says little."""
AT_ODDS_BITS = 4.0
"""Bits of names and numbers in each other's place that a retelling may well have."""
AT_ODDS_RATE = 0.3
"""Bits of them beyond that, for each word told alike, from which on two articles are one form filled in twice."""
QUOTES_BESIDE = 0.2
"""Share of an article outside quotation marks from which on more than quotations is alike."""
NOTICE_SHARE = 0.3
"""Share of the longer of two articles that the shorter must tell at least for both to be notices of one kind."""
NOTICE_WORDS, LONG_WORDS = 60.0, 120.0
"""Words up to which an article is no longer than a notice, and from which on it is none."""
FORMULA_STORIES = 3.0
"""Stories from which on wording is a formula: a few tell of a source, more of a habit."""

# The one digit that either begins with stands first, for then a search goes from digit to digit.
NUMBER = re.compile(
    r"\d(?:\d{0,2}(?:[ \u00a0\u202f\u2009'’]\d{3}){1,5}(?!\d)|\d*(?:([.,．，・])\d+)?(?:[.,．，・]\d+)*)"
)
"""A number as written, its thousands apart or not, and whether it has a point; a unit may follow at once."""
PART = re.compile(r"\d+")
FRACTION = re.compile(r"\d(?<![\d/.,]\d)(?:\d{0,2}[ -]\d{1,2}|\d?)/(?:2|3|4|5|8|16|32|64)(?![\d/])", re.ASCII)
"""A fraction as prices and rates are quoted, with a whole number before it or not: 6-7/16 is one number, not three.

It begins with its first digit, and what may not stand before that is asked for then: so it is found much sooner.
"""
LONGEST_NUMBER = 40
"""Digits beyond which a number is none."""
_SPREAD = 0x9E3779B97F4A7C15

_NOBODY_COUNTED = np.empty(0, np.int32)

Stories = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Keys = npt.NDArray[np.uint64]
_Stretch: TypeAlias = tuple[slice, slice]
"""The words of a passage on either side."""


@dataclass(frozen=True, eq=False)
class Reading:
    """An article made ready for weighing: masks over its words, computed once and used for every pair."""

    article: Article
    bits: Bits
    """Surprise of each word."""
    shared: Bits
    """Surprise of each word that another article holds too, as far as third ones hold it."""
    content: Mask
    """Which words lie outside furniture."""
    quoted: Mask
    """Which words lie inside quotation marks."""
    numeral: Mask
    """Which words start with a digit."""
    capital: Mask
    """Which words start with a capital letter."""
    weights: Floats
    """Information of each word, in bits; 0 in furniture."""
    sentence_of: npt.NDArray[np.int64]
    """Which sentence each word stands in; -1 outside all."""
    sentence_bits: Floats
    """Information of each sentence, in bits; 0 for one in furniture."""
    stories: Stories | None = None
    """For each place where a shingle starts in how many stories of the corpus it stands; None where nobody counted."""

    @cached_property
    def size(self) -> int:
        """Words outside furniture, at least 1."""
        return max(1, int(np.count_nonzero(self.content)))

    @cached_property
    def name(self) -> Mask:
        """Which words are names, as far as a capital tells inside a sentence."""
        opens = np.ones(len(self.sentence_of), np.bool_)
        opens[1:] = self.sentence_of[1:] != self.sentence_of[:-1]
        return self.capital & ~self.numeral & ~opens & ~self._nouns

    @cached_property
    def _nouns(self) -> Mask:
        """Which words have their capital from the grammar alone, as every noun has in German."""
        nouns: Mask = np.zeros(len(self.sentence_of), np.bool_)
        language = self.article.language
        if language in NOUNS_HAVE_CAPITALS:
            words, text = self.article.words, self.article.text
            for at in np.flatnonzero(self.capital).tolist():
                nouns[at] = is_no_name(text[words.starts[at] : words.ends[at]], language)
        return nouns

    @cached_property
    def named(self) -> Mask:
        """Which words outside furniture and credits are names, those that open a sentence where it is one elsewhere.

        Who wrote a text and what its paper and its columns are called stands in short lines that nothing closes, and
        nothing tells names in a headline in which nearly all words have a capital, as in English.
        """
        from provenance.evidence_loops import among

        keys = self.article.words.keys
        may_be = self.content & self.capital & ~self.numeral & ~self.credit & ~self._labels
        named: Mask = np.zeros(len(keys), np.bool_)
        places = np.flatnonzero(may_be)
        named[places] = among(keys[places], np.sort(keys[may_be & self.name]))
        return named

    @cached_property
    def spelled(self) -> tuple[list[str], Keys]:
        """The different names of some length, folded and in order, and their keys."""
        words, text = self.article.words, self.article.text
        places = np.flatnonzero(self.named & (words.ends - words.starts >= SPELLED_LETTERS))
        keys, first = np.unique(words.keys[places], return_index=True)
        places = places[first]
        spans = zip(words.starts[places].tolist(), words.ends[places].tolist(), strict=True)
        found = sorted(zip((text[start:end].casefold() for start, end in spans), keys.tolist(), strict=True))
        return [name for name, _ in found], np.array([key for _, key in found], np.uint64)

    @cached_property
    def _labels(self) -> Mask:
        """Which words stand in a line that nothing closes and that is short, or has capitals throughout."""
        words, text = self.article.words, self.article.text
        at = self.sentence_of + 1
        closed = [False, *(text[start:end].rstrip(BEHIND_STOPS)[-1:] in STOPS for start, end in self.article.sentences)]
        long = (words.ends - words.starts >= LONG_WORD) & ~self.numeral
        every, longer, capitals = (
            np.bincount(at[chosen], minlength=len(closed)) for chosen in (slice(None), long, long & self.capital)
        )
        titled = (longer >= TITLE_WORDS) & (capitals >= TITLE_SHARE * longer)
        labels: Mask = (((every < LINE_WORDS) | titled) & ~np.array(closed))[at]
        return labels

    @cached_property
    def names(self) -> tuple[Keys, Bits]:
        """The keys of the names, as they follow, and what each tells."""
        return self.facts[self.named], self.telling[self.named]

    @cached_property
    def facts(self) -> Keys:
        """The key of each word; all parts of a number have that of its digits: １８, 18 and 18일 are one.

        Zeros at the end are left out: 1.5 million, 1,500,000 and 150万 are one.
        """
        keys = self.article.words.keys.copy()
        for first, last, digits in self._numbers:
            value = int(digits.rstrip("0") or "0") if len(digits) <= LONGEST_NUMBER else 0
            keys[first:last] = np.uint64(value * _SPREAD & 0xFFFF_FFFF_FFFF_FFFF)
        return keys

    @cached_property
    def _different(self) -> tuple[Keys, npt.NDArray[np.int64]]:
        """The different facts outside furniture, sorted by key, and among the words there the first of each."""
        keys, first = np.unique(self.facts[self.content], return_index=True)
        return keys, first

    @property
    def known(self) -> Keys:
        """The keys of the facts outside furniture, sorted."""
        return self._different[0]

    @cached_property
    def figure(self) -> Mask:
        """Which words start a number, the further parts of 1,500 left out."""
        starts = self.numeral.copy()
        for first, last, _ in self._numbers:
            starts[first + 1 : last] = False
        return starts

    @cached_property
    def telling(self) -> Bits:
        """Surprise of each word; that of a number stands with its first part."""
        return self._summed(self.bits)

    def _summed(self, bits: Bits) -> Bits:
        summed = bits.copy()
        for first, last, _ in self._numbers:
            if last - first > 1:
                summed[first] = min(MOST_BITS, float(bits[first:last][self.numeral[first:last]].sum()))
        return summed

    @cached_property
    def _numbers(self) -> list[tuple[int, int, str]]:
        """The first place, the last place exclusive, and the digits of each number that starts a word."""
        words = self.article.words
        found = [(m.span(), _plain_digits(m.group())) for m in _numbers(self.article.text)]
        spans = np.array([span for span, _ in found], np.int32).reshape(-1, 2)
        firsts = words.starts.searchsorted(spans[:, 0]).tolist()
        lasts = words.starts.searchsorted(spans[:, 1]).tolist()
        return [
            (first, last, digits)
            for first, last, (_, digits) in zip(firsts, lasts, found, strict=True)
            if first < last and self.numeral[first]
        ]

    @cached_property
    def rare(self) -> tuple[Keys, Floats]:
        """The different rare words outside furniture, sorted by key, and what each tells beyond `RARE_BITS`."""
        keys, first = self._different
        telling = self._summed(self.shared)[self.content][first].astype(np.float64) - RARE_BITS
        return keys[telling > 0], telling[telling > 0]

    @cached_property
    def held_before(self) -> npt.NDArray[np.int64]:
        """For each word, and for the end, how many words before it lie outside furniture."""
        return np.concatenate((np.zeros(1, np.int64), np.cumsum(self.content, dtype=np.int64)))

    @cached_property
    def quoted_before(self) -> npt.NDArray[np.int64]:
        """For each word, and for the end, how many words before it lie inside quotation marks."""
        return np.concatenate((np.zeros(1, np.int64), np.cumsum(self.quoted, dtype=np.int64)))

    @cached_property
    def specific(self) -> npt.NDArray[np.int64]:
        """Places of the names and figures that surprise by `SPECIFIC_BITS` at least, in order."""
        return np.flatnonzero((self.bits >= SPECIFIC_BITS) & (self.numeral | self.capital))

    def words_in(self, spans: Sequence[Span]) -> npt.NDArray[np.int64]:
        """Return for each span the first word that starts in it and the first after it, as rows."""
        # Of the starts' own type: plain integers would have them copied to a wider one.
        return self.article.words.starts.searchsorted(np.array(spans, np.int32).reshape(-1, 2))

    @cached_property
    def own(self) -> npt.NDArray[np.int64]:
        """Places of the words outside furniture and quotation marks."""
        return np.flatnonzero(self.content & ~self.quoted)

    @cached_property
    def in_sentences(self) -> npt.NDArray[np.int64]:
        """Places of the words that stand in a sentence."""
        return np.flatnonzero(self.sentence_of >= 0)

    def counting(self, stories: Stories) -> Reading:
        """Return the same reading with the stories in which its shingles stand; what was found out of it is kept."""
        counted = replace(self, stories=stories)
        for name in self.__dict__.keys() - counted.__dict__.keys():
            counted.__dict__[name] = self.__dict__[name]
        return counted

    @cached_property
    def credit(self) -> Mask:
        """Which words are part of a credit."""
        words = self.article.words
        return words_within(
            words.starts, words.ends, mask(len(self.article.text), [c.span for c in self.article.credits])
        )

    def agencies(self, span: Span) -> frozenset[str]:
        """Return the agencies that the article credits in a span."""
        return frozenset(c.agency for c in self.article.credits if overlap(c.span, span))


def _plain_digits(number: str) -> str:
    """Return the digits of a number; those of a fraction so that no plain number is the same."""
    if number.isascii() and number.isdecimal():
        return number
    if "/" in number:
        return f"7{'00'.join(PART.findall(number))}9"
    digits = filter(str.isdecimal, number)
    return "".join(digits if number.isascii() else (str(int(c)) for c in digits))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of a text, in order; 12.03.2018 is three, for another may write the month as a word."""
    end = 0
    for fraction in FRACTION.finditer(text) if "/" in text else ():
        yield from _whole_numbers(text, end, fraction.start())
        yield fraction
        end = fraction.end()
    yield from _whole_numbers(text, end, len(text))


def _whole_numbers(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for found in NUMBER.finditer(text, start, end):
        number = found.group()
        parts = () if number.isdecimal() else PART.findall(number)
        if len(parts) > 2 and len(parts[-1]) != 3 and number.count(found.group(1)) == len(parts) - 1:
            yield from PART.finditer(text, *found.span())
        else:
            yield found


def reading(article: Article, bits: Bits, shared: Bits | None = None) -> Reading:
    """Return `article` made ready for weighing, given the surprise of each of its words, alone and in two articles."""
    length = len(article.text)
    words = article.words
    content = ~words_within(words.starts, words.ends, mask(length, article.furniture))
    quoted = words_within(words.starts, words.ends, mask(length, article.quotes))
    numeral, capital = _first_letters(article)
    weights = np.where(content, RUN_WORD_BITS + RUN_RARITY * bits.astype(np.float64), 0.0)
    starts = np.array([s[0] for s in article.sentences], np.int64)
    ends = np.array([s[1] for s in article.sentences], np.int64)
    at = np.searchsorted(starts, words.starts, side="right") - 1
    inside = (at >= 0) & (words.ends <= ends[np.maximum(at, 0)]) if len(starts) else np.zeros(len(words), np.bool_)
    sentence_of = np.where(inside, at, -1)
    sentence_bits = np.bincount(sentence_of[inside], weights=weights[inside], minlength=len(starts)).astype(np.float64)
    return Reading(
        article,
        bits,
        bits if shared is None else shared,
        content,
        quoted,
        numeral,
        capital,
        weights,
        sentence_of,
        sentence_bits,
    )


def _first_letters(article: Article) -> tuple[Mask, Mask]:
    """Return which words start with a digit, and which with a capital letter."""
    if article.text.isascii():
        plain = np.frombuffer(article.text.encode("ascii"), np.uint8)[article.words.starts]
        return _DIGIT[plain], _CAPITAL[plain]
    codes = np.frombuffer(article.text.encode("utf-32-le", "surrogatepass"), np.uint32)
    first = codes[article.words.starts] if len(article.words) else np.empty(0, np.uint32)
    numeral = ((first >= 0x30) & (first <= 0x39)) | ((first >= 0xFF10) & (first <= 0xFF19))
    different, which = np.unique(first, return_inverse=True)
    return numeral, np.array([chr(c).isupper() for c in different.tolist()], np.bool_)[which]


_DIGIT, _CAPITAL = (np.array([test(chr(code)) for code in range(128)], np.bool_) for test in (str.isdigit, str.isupper))
"""Which signs of ASCII are digits, and which capitals."""


class Readings(Sequence[Reading]):
    """The readings of a corpus by position, each made when it is first asked for: most articles are in no pair."""

    def __init__(self, articles: Sequence[Article], known: Rarity, weights: Sequence[float] | None = None) -> None:
        """`weights` says for how much of an article each counted when `known` was learned, 1 by default."""
        self._articles = articles
        self._known = known
        self._weights = weights
        self._stories: Callable[[Article], Stories] | None = None
        self._made: dict[int, Reading] = {}

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, at: int) -> Reading: ...
    @overload
    def __getitem__(self, at: slice) -> list[Reading]: ...
    def __getitem__(self, at: int | slice) -> Reading | list[Reading]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        made = self._made.get(at)
        if made is None:
            made = self._made[at] = self._read(at)
            if self._stories is not None:
                made = self._made[at] = replace(made, stories=self._stories(self._articles[at]))
        return made

    def _read(self, at: int) -> Reading:
        article = self._articles[at]
        # Whoever it is compared with counts about as much: kin share one article among them.
        others = 1.0 if self._weights is None else self._weights[at]
        return reading(article, *self._known.bits_beside(article, 1.0, 1.0 + others))

    def counting(self, stories: Callable[[Article], Stories]) -> Readings:
        """Return the same readings, each with the stories in which its shingles stand."""
        counted = Readings(self._articles, self._known, self._weights)
        counted._stories = stories
        counted._made = {at: r.counting(stories(r.article)) for at, r in self._made.items()}
        return counted


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the passages of a pair add up to; a pair of figures is (of left, of right)."""

    verbatim: tuple[float, float]
    """Share of the content words that stand in verbatim runs, quotes included."""
    worded: tuple[float, float]
    """Share of the content words matched word for word in any passage, quotes included."""
    covered: tuple[float, float]
    """Share of the content words that lie in any passage, retold ones by their similarity."""
    own_covered: tuple[float, float]
    """The same of the content words outside quotation marks."""
    retold: tuple[float, float]
    """Share of the content words that lie in paraphrased or translated passages, by their similarity."""
    own_bits: float
    """Bits of the passages outside quotation marks."""
    quoted_bits: float
    """Bits of the passages inside quotation marks."""
    retold_bits: float
    """Bits of paraphrased and translated passages."""
    longest_run: int
    """Words of the longest unbroken run."""
    longest_own_run: int
    """The same outside quotation marks."""
    order: float
    """Share of the passages' weight that stands in one order in both articles."""
    credited: float
    """How alike the passages are, at best, in which both credit one agency, in [0, 1]."""
    fresh: float
    """Share of the wording in runs that is no formula of the corpus, in (0, 1]; 1 where nothing runs."""
    figures_kept: float
    """Share of the numbers in the passages that the other side has, by surprise, on the side that keeps more."""
    names_kept: float
    """Share of the names that the other side has, by surprise, on the side that keeps more; 1 across languages."""
    told: float
    """Words of the passages, on the side that has fewer, by how alike the sides are."""
    common: float
    """Bits of the rare words that both hold, wherever they stand."""
    conflict: float
    """Bits of the names and numbers in passages for which the other side has others in their place."""
    sizes: tuple[int, int]
    """Content words."""
    same_language: bool
    figures_shared: float = 1.0
    """Share of the numbers of either article that the other holds, by surprise, on the side of which it holds less."""
    lookalikes: float = 0.0
    """Other articles that tell either side as much of the same with other names and numbers; 0 where nobody looked."""

    @property
    def at_odds(self) -> float:
        """How far names and numbers contradict each other where the two are alike, in [0, 1]."""
        return min(1.0, max(0.0, self.conflict - AT_ODDS_BITS) / (AT_ODDS_RATE * max(1.0, self.told)))

    @property
    def notice(self) -> float:
        """How far both are short and tell all of each other, as two notices of one kind do, in [0, 1].

        What was taken from a notice is seldom told at its length, and two longer texts that are alike throughout have
        words enough that could have been chosen otherwise.
        """
        if not self.same_language:
            return 0.0
        mutual = max(0.0, min(self.covered) - NOTICE_SHARE) / (1.0 - NOTICE_SHARE)
        shortness = (LONG_WORDS - min(self.sizes)) / (LONG_WORDS - NOTICE_WORDS)
        return min(1.0, mutual) * min(1.0, max(0.0, shortness))

    @property
    def quotes_alone(self) -> float:
        """How far all that is alike stands in quotation marks, in [0, 1]: public statements reach every desk."""
        quoted = self.quoted_bits / max(1.0, self.own_bits + self.quoted_bits + self.retold_bits)
        return max(0.0, 2.0 * quoted - 1.0) * max(0.0, 1.0 - max(self.own_covered) / QUOTES_BESIDE)

    @property
    def particular(self) -> float:
        """How far the likeness is one of this story and not of its genre, in [0, 1].

        Two dividend notices share words, order and sense; what tells them apart are fresh wording and numbers.
        """
        return self.fresh * math.sqrt(self.figures_kept)


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """How well each sentence of one article is explained by the other, in [0, 1], weighed by information."""

    left: Floats
    """One figure a sentence of the left article."""
    right: Floats


def equal_runs(left: Reading, right: Reading, one: slice, other: slice) -> list[tuple[int, int, int]]:
    """Return the runs of equal words of two stretches as left place, right place and length."""
    mine, theirs = left.article.words.keys[one], right.article.words.keys[other]
    if len(mine) == len(theirs) and mine.tobytes() == theirs.tobytes():
        return [(one.start, other.start, len(mine))]
    blocks = Indel.opcodes(mine.tolist(), theirs.tolist())
    return [
        (one.start + b.src_start, other.start + b.dest_start, b.src_end - b.src_start)
        for b in blocks
        if b.tag == "equal"
    ]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair after weighing."""

    passages: tuple[Passage, ...]
    likeness: Likeness
    coverage: Coverage


class _Account(NamedTuple):
    """What one worded passage adds."""

    own: float
    quoted: float
    running: float
    """Information of the words in runs."""
    fresh: float
    """The part of it that is no formula."""
    longest: int
    longest_own: int


class _Side:
    """One article of a pair, with the words marked that passages reach."""

    def __init__(self, reading: Reading, number: int) -> None:
        count = len(reading.article.words)
        self.reading = reading
        self.number = number
        self.matched = np.zeros(count, np.bool_)
        self.in_run = np.zeros(count, np.bool_)
        self.in_passage = np.zeros(count, np.bool_)
        self.retold = np.zeros(count, np.float64)
        self.words = (reading.bits, reading.weights, reading.quoted, self.matched, self.in_run)

    def words_of(self, passages: Sequence[Passage]) -> list[slice | None]:
        """Return the words that each passage holds on this side; None for one with none outside furniture."""
        words = self.reading.article.words
        # Of the arrays' own type: plain integers would have them copied to a wider one.
        spans = np.array([(p.left, p.right)[self.number] for p in passages], np.int32).reshape(-1, 2)
        first = words.starts.searchsorted(spans[:, 0], side="left")
        end = np.maximum(first, words.ends.searchsorted(spans[:, 1], side="right"))
        held = self.reading.held_before[end] > self.reading.held_before[first]
        found = zip(first.tolist(), end.tolist(), held.tolist(), strict=True)
        return [slice(start, stop) if some else None for start, stop, some in found]

    def coverage(self) -> Floats:
        """Return how well each sentence is explained: matched words wholly, others by how their passage is retold."""
        reading = self.reading
        explained = np.maximum(self.matched, np.maximum(EDITED_WORTH * self.in_passage, RETOLD_WORTH * self.retold))
        inside = reading.in_sentences
        summed = np.bincount(
            reading.sentence_of[inside],
            weights=(explained * reading.weights)[inside],
            minlength=len(reading.sentence_bits),
        )
        return np.asarray(summed / np.maximum(reading.sentence_bits, 1e-9), np.float64)

    def own_share(self) -> float:
        """Return the share of the content words outside quotation marks that lie in passages, retold ones in part."""
        own = self.reading.own
        reached = np.maximum(self.in_passage[own], self.retold[own])
        return float(reached.sum()) / max(1.0, float(len(own)))

    def share(self, marked: npt.NDArray[np.bool_] | Floats) -> float:
        """Return the share of the content words that `marked` marks, or their mean mark."""
        inside = marked[self.reading.content]
        # To count is much quicker than to sum up, and these are few words, many times.
        return float(np.count_nonzero(inside) if inside.dtype == np.bool_ else inside.sum()) / self.reading.size


def held(reading: Reading, other: Reading, chosen: Mask, doubt: float) -> float:
    """Return the share of the surprise of the `chosen` words, each time they stand there, that `other` holds too.

    `doubt` are bits taken as held: the share of a single number says little.
    """
    from provenance.evidence_loops import among

    places = np.flatnonzero(chosen & reading.content)
    there = places[among(reading.facts[places], other.known)]
    return (float(reading.telling[there].sum()) + doubt) / (float(reading.telling[places].sum()) + doubt)


def _weigh(stretches: Sequence[_Stretch], left: _Side, right: _Side) -> list[_Account]:
    """Return what worded passages of these words weigh, marking the words that they match."""
    from provenance.evidence_loops import each_adds_up

    if not stretches:
        return []
    rows: list[tuple[int, int, int]] = []
    bounds = [0]
    for one, other in stretches:
        left.in_passage[one] = right.in_passage[other] = True
        rows += equal_runs(left.reading, right.reading, one, other)
        bounds.append(len(rows))
    stories = left.reading.stories
    bits, words = each_adds_up(
        np.array(rows, np.int32).reshape(-1, 3),
        np.array(bounds, np.int64),
        left.words,
        right.words,
        _NOBODY_COUNTED if stories is None else stories,
        SHINGLE,
        RUN_WORDS,
        (RUN_WORD_BITS, RUN_RARITY, LONE_RARITY),
        FORMULA_STORIES,
    )
    return [_Account(*some, *longest) for some, longest in zip(bits.tolist(), words.tolist(), strict=True)]


def _common(left: Reading, right: Reading) -> float:
    """Return the bits of the rare words that both hold, as the side counts them that makes less of them."""
    from provenance.evidence_loops import among

    (lk, lb), (rk, rb) = left.rare, right.rare
    return min(float(lb[among(lk, rk)].sum()), float(rb[among(rk, lk)].sum()))


def _credits_alike(passage: Passage, one: slice, other: slice, left: Reading, right: Reading) -> bool:
    """Tell whether both credit one agency for what a passage says; a signature below an article says nothing."""
    says = (int((~side.credit[words]).sum()) for side, words in ((left, one), (right, other)))
    return min(says) >= CREDITED_WORDS and bool(left.agencies(passage.left) & right.agencies(passage.right))


def _language_sure(reading: Reading) -> bool:
    """Tell whether a text is surely in the language that it is said to be in.

    Notices in telegraphic style hold none of the small words by which languages are told. They are taken for rare
    languages then, of which no list of words is there to hold against it.
    """
    article = reading.article
    if article.language == UNKNOWN:
        return False
    return article.language in listed() or len(article.words) >= SURE_WORDS or not article.text.isascii()


def _names_kept(one: Reading, other: Reading, spelled: Collection[int]) -> float:
    """Return the share of the surprise of the names of `one`, each time they stand there, that `other` holds too.

    `spelled` are the keys of names that either spells otherwise.
    """
    from provenance.evidence_loops import among

    keys, bits = one.names
    held_too = among(keys, other.known)
    if spelled:
        held_too |= np.isin(keys, np.array(sorted(spelled), np.uint64))
    return (float(bits[held_too].sum()) + NAME_DOUBT) / (float(bits.sum()) + NAME_DOUBT)


def _spellings(left: Reading, right: Reading) -> dict[int, int]:
    """Return the keys of names that only one of two articles has, nearly as the other has one, each with one for all.

    A name is bent in many languages, and misspelt in any: Lopatnikova, Lopatnikov; Ruggero, Ruggiero.
    """
    mine, theirs = _strange(left, right), _strange(right, left)
    one: dict[int, int] = {}

    def first(key: int) -> int:
        while one.setdefault(key, key) != key:
            key = one[key]
        return key

    for initial in sorted(mine.keys() & theirs.keys()):
        for name, key in mine[initial][:SPELLED_MOST]:
            for other, other_key in theirs[initial][:SPELLED_MOST]:
                if Indel.normalized_similarity(name, other, score_cutoff=SPELLED):
                    lesser, greater = sorted((first(key), first(other_key)))
                    one[greater] = lesser
    return {key: first(key) for key in sorted(one)}


def _strange(reading: Reading, other: Reading) -> dict[str, list[tuple[str, int]]]:
    """Return the names of some length that `other` has not, folded and in order, with their keys, by first letter."""
    from provenance.evidence_loops import among

    names, keys = reading.spelled
    found: dict[str, list[tuple[str, int]]] = {}
    for at in np.flatnonzero(~among(keys, other.known)).tolist():
        found.setdefault(names[at][0], []).append((names[at], int(keys[at])))
    return found


def _respelled(keys: Keys, spelled: Mapping[int, int]) -> Keys:
    """Return keys with those of names that two articles spell otherwise made one."""
    if not spelled:
        return keys
    known = np.array(list(spelled), np.uint64)
    at = np.minimum(known.searchsorted(keys), len(known) - 1)
    made_one: Keys = np.where(known[at] == keys, np.array(list(spelled.values()), np.uint64)[at], keys)
    return made_one


def _conflicts(
    stretches: Sequence[_Stretch], left: Reading, right: Reading, foreign: bool, spelled: Mapping[int, int]
) -> list[float]:
    """Return the bits of the names and numbers that stand in each other's place in each two like passages.

    A retelling leaves some out or adds some; another story of the same kind has others instead. Across languages
    names change their shape, so that numbers alone count. `spelled` are the keys of names that are one, see
    `_spellings`.
    """
    from provenance.evidence_loops import conflicts

    if not stretches:
        return []
    names = left.name & ~left.credit, right.name & ~right.credit
    kinds = ((left.figure, right.figure),) if foreign else ((left.figure, right.figure), names)
    ranges = np.array([(one.start, one.stop, other.start, other.stop) for one, other in stretches], np.int32)
    found = np.zeros(len(ranges))
    facts, other = _respelled(left.facts, spelled), _respelled(right.facts, spelled)
    for mine, theirs in kinds:
        found += conflicts((facts, left.telling, mine), (other, right.telling, theirs), ranges)
    summed: list[float] = found.tolist()
    return summed


def weigh(passages: Sequence[Passage], left: Reading, right: Reading) -> Weighed:
    """Return the passages with their bits, those in furniture left out, and what they add up to."""
    sides = _Side(left, 0), _Side(right, 1)
    foreign = left.article.language != right.article.language and _language_sure(left) and _language_sure(right)
    own = quoted = retold = running = fresh = told = conflict = credited = 0.0
    longest = longest_own = 0
    weighed: list[Passage] = []
    passages = sorted(passages, key=lambda p: (p.left, p.right, p.kind))
    reached = [
        (p, one, other)
        for p, one, other in zip(passages, *(side.words_of(passages) for side in sides), strict=True)
        if one is not None and other is not None
    ]
    accounts = iter(_weigh([(one, other) for p, one, other in reached if p.kind not in RETOLD], *sides))
    like = [(one, other) for p, one, other in reached if p.kind != "verbatim"]
    spelled = {} if foreign else _spellings(left, right)
    conflicting = iter(_conflicts(like, left, right, foreign, spelled))
    for p, one, other in reached:
        told += p.similarity * min(one.stop - one.start, other.stop - other.start)
        if p.kind != "verbatim":
            conflict += p.similarity * next(conflicting)
        if left.article.credits and right.article.credits and _credits_alike(p, one, other, left, right):
            credited = max(credited, p.similarity)
        if p.kind in RETOLD:
            bits = max(0.0, MEANING_BITS * (2 * p.similarity - 1))
            retold += bits
            for side, there in zip(sides, (one, other), strict=True):
                side.retold[there] = np.maximum(side.retold[there], p.similarity)
        else:
            account = next(accounts)
            bits = max(0.0, account.own + account.quoted - PLACE_BITS)
            own += bits * account.own / max(1e-9, account.own + account.quoted)
            quoted += bits * account.quoted / max(1e-9, account.own + account.quoted)
            longest, longest_own = max(longest, account.longest), max(longest_own, account.longest_own)
            running += account.running
            fresh += account.fresh
        kind: PassageKind = "translation" if p.kind == "edited" and foreign else p.kind
        weighed.append(Passage(p.left, p.right, kind, p.similarity, bits))
    coverage = Coverage(*(side.coverage() for side in sides))
    for side in sides:
        side.retold[side.in_passage] = 0.0
    first, second = sides
    likeness = Likeness(
        verbatim=(first.share(first.in_run), second.share(second.in_run)),
        worded=(first.share(first.matched), second.share(second.matched)),
        covered=(first.share(first.in_passage + first.retold), second.share(second.in_passage + second.retold)),
        own_covered=(first.own_share(), second.own_share()),
        retold=(first.share(first.retold), second.share(second.retold)),
        own_bits=own,
        quoted_bits=quoted,
        retold_bits=retold,
        longest_run=longest,
        longest_own_run=longest_own,
        order=_order(weighed),
        fresh=(fresh + 2.0) / (running + 2.0),
        figures_kept=max(
            held(one.reading, other.reading, one.reading.figure & (one.in_passage | (one.retold > 0)), FIGURE_DOUBT)
            for one, other in (sides, sides[::-1])
        ),
        names_kept=1.0 if foreign else max(_names_kept(left, right, spelled), _names_kept(right, left, spelled)),
        told=told,
        common=_common(left, right),
        conflict=conflict,
        credited=credited,
        sizes=(left.size, right.size),
        same_language=not foreign,
        figures_shared=min(held(one, other, one.figure, FIGURE_DOUBT) for one, other in ((left, right), (right, left))),
    )
    return Weighed(tuple(weighed), likeness, coverage)


def _turned(pair: tuple[float, float]) -> tuple[float, float]:
    return pair[1], pair[0]


def flipped(weighed: Weighed) -> Weighed:
    """Return a weighed pair seen from its right side."""
    x = weighed.likeness
    likeness = replace(
        x,
        verbatim=_turned(x.verbatim),
        worded=_turned(x.worded),
        covered=_turned(x.covered),
        own_covered=_turned(x.own_covered),
        retold=_turned(x.retold),
        sizes=(x.sizes[1], x.sizes[0]),
    )
    passages = sorted((p.flipped() for p in weighed.passages), key=lambda p: (p.left, p.right, p.kind))
    return Weighed(tuple(passages), likeness, Coverage(weighed.coverage.right, weighed.coverage.left))


def _order(passages: Sequence[Passage]) -> float:
    """Return the share of the weight of `passages`, sorted by left, that stands in the same order on the right."""
    some = passages[:MOST_ORDERED]
    weights = [p.bits + 0.1 for p in some]
    return longest_increasing([p.right[0] for p in some], weights) / sum(weights) if some else 0.0
