"""Which sentences of a source stand behind each sentence of a target, as far as the passages tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.model import Passage, PassageKind, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the target and the sentences of the source that it goes back to."""

    right: int
    """Number of the target's sentence."""
    left: tuple[int, ...]
    """Numbers of the source's, in order, never empty."""
    kind: PassageKind
    """The closest kind of the passages that link them."""
    weak: bool = False
    """No passage links them; only their place or a name does."""
    prose: bool = True
    """Whether both sides are sentences, and not headings, bylines or boxes."""


_ENDS = re.compile(r"[.!?。！？…:؟।][\"”’“»«›‹」』)\]]*$|[\"”»」』]$")
_WORD = re.compile(r"[^\W\d_]{2,}")
LONGEST = 5000
"""Code points; what is longer is no sentence, and comparing it word by word would take forever."""
_CLOSEST: tuple[PassageKind, ...] = ("verbatim", "edited", "paraphrase", "translation")


def pairs(source: Article, target: Article, passages: Sequence[Passage]) -> tuple[Pair, ...]:
    """Return the linked sentences in the target's order; a passage over several sentences is taken apart."""
    links: dict[int, set[int]] = {}
    kinds: dict[int, PassageKind] = {}
    for passage in passages:
        left, right = _covered(source, passage.left), _covered(target, passage.right)
        if not left or not right:
            continue
        for r, partners in zip(right, _partners(source, target, left, right), strict=True):
            links.setdefault(r, set()).update(partners)
            if kinds.setdefault(r, passage.kind) != passage.kind:
                kinds[r] = min(kinds[r], passage.kind, key=_CLOSEST.index)
    if source.language != target.language:
        _part(source, target, links)
    ours, theirs = _prose(target), _prose(source)
    prose = {r for r, left in links.items() if ours[r] and any(theirs[n] for n in left)}
    return tuple(Pair(r, tuple(sorted(links[r])), kinds[r], prose=r in prose) for r in sorted(links))


def _part(source: Article, target: Article, links: dict[int, set[int]]) -> None:
    """Part groups of a few sentences, and as many of a translation, that answer to each other one by one.

    They do where each is of about the length, beside the others, of the one in its place, and where no quote is among
    them: quotes are parted from who spoke, and joined to others.
    """
    together: dict[frozenset[int], list[int]] = {}
    for r in sorted(links):
        together.setdefault(frozenset(links[r]), []).append(r)
    users = Counter(n for left in links.values() for n in left)
    for left, right in together.items():
        if not 1 < len(left) == len(right) <= FEW or any(users[n] != len(right) for n in left):
            continue
        some, others = sorted(left), right
        if others[-1] - others[0] != len(others) - 1 or some[-1] - some[0] != len(some) - 1:
            continue
        theirs, ours = _stretches(source, some), _stretches(target, others)
        rate = sum(map(len, ours)) / max(1, sum(map(len, theirs)))
        alike = (_SHORTER <= len(t) / (rate * len(s)) <= 1 / _SHORTER for s, t in zip(theirs, ours, strict=True))
        if not any(map(_QUOTED.search, (*theirs, *ours))) and all(alike) and not _crossed(theirs, ours):
            links.update({r: {n} for r, n in zip(others, some, strict=True)})


def _crossed(theirs: Sequence[str], ours: Sequence[str]) -> bool:
    """Return whether a figure or a name of a sentence stands in another one of the source than that in its place."""
    marks = [set(_MARK.findall(s)) for s in theirs]
    for i, t in enumerate(ours):
        found = set(_MARK.findall(t))
        if any(found & (mark - marks[i]) for j, mark in enumerate(marks) if j != i):
            return True
    return False


_MARK = re.compile(r"\d+|[^\W\d_a-z][^\W\d_]{3,}")
"""A figure, or a word with a capital."""


def _stretches(article: Article, sentences: Sequence[int]) -> list[str]:
    return [article.text[slice(*article.sentences[n])] for n in sentences]


FEW = 3
"""Sentences, at most, that a translation is taken to tell one by one in their order where nothing else parts them."""
_SHORTER = 0.75
_QUOTED = re.compile(r"[\"“”«»„「」]")


def touched(target: Article, passages: Sequence[Passage]) -> set[int]:
    """Return the sentences of the target that passages reach: those that `pairs` links are among them."""
    return {n for passage in passages for n in _covered(target, passage.right)}


def is_prose(article: Article, n: int) -> bool:
    """Return whether a sentence ends as sentences do, or stands in a line with others."""
    return _prose(article)[n]


@lru_cache(maxsize=256)
def _prose(article: Article) -> tuple[bool, ...]:
    return tuple(_is_prose(article, span) for span in article.sentences)


def _is_prose(article: Article, sentence: Span) -> bool:
    start, end = sentence
    words = _WORD.findall(article.text, start, end) if end - start < 100 else []
    if article.text[end - 1] in "?!:" and len(words) > 2 and sum(w[0].isupper() for w in words) * 3 > len(words) * 2:
        return False  # "Where Did the Grass Go?"
    if _ENDS.search(article.text[max(start, end - 6) : end].rstrip()):
        return True
    alone_before = start == 0 or "\n" in article.text[max(0, start - 3) : start]
    alone_after = end >= len(article.text) or "\n" in article.text[end : end + 3]
    return not (alone_before and alone_after)


def companions(linked: Sequence[Pair]) -> dict[int, tuple[int, ...]]:
    """Return for each linked sentence of the target those that share a source sentence with it, itself among them.

    They are linked in the target's order.
    """
    from_left: dict[int, list[int]] = {}
    for pair in linked:
        for n in pair.left:
            from_left.setdefault(n, []).append(pair.right)
    return {
        p.right: tuple(from_left[p.left[0]] if len(p.left) == 1 else sorted({r for n in p.left for r in from_left[n]}))
        for p in linked
    }


def told_anew(source: Article, target: Article, linked: Sequence[Pair]) -> list[Pair]:
    """Return the linked sentences without those taken over letter by letter that share their source with no other.

    These are most in copies, and what is looked for within a sentence is not in them.
    """
    beside = companions(linked)
    return [p for p in linked if not (len(beside[p.right]) == 1 and is_the_same(source, target, p))]


def is_the_same(source: Article, target: Article, pair: Pair) -> bool:
    """Return whether a sentence goes back to one, in the same language, and is that letter by letter."""
    if len(pair.left) != 1 or source.language != target.language:
        return False
    (start, end), (begin, stop) = source.sentences[pair.left[0]], target.sentences[pair.right]
    return end - start == stop - begin and source.text[start:end] == target.text[begin:stop]


def _covered(article: Article, span: Span) -> list[int]:
    """Return the sentences half covered by `span`, or that hold half of it."""
    begin, stop = span
    out = []
    for n in range(max(0, bisect_left(article.sentences, (begin, begin)) - 1), len(article.sentences)):
        start, end = article.sentences[n]
        if start >= stop:
            break
        if begin <= start and end <= stop:
            half = True
        else:
            shared = min(end, stop) - max(start, begin)
            half = shared > 0 and shared * 2 >= min(end - start, stop - begin)
        if half and end - start <= LONGEST:
            out.append(n)
    return out


def _partners(source: Article, target: Article, left: list[int], right: list[int]) -> Iterator[list[int]]:
    """Yield for each of the `right` sentences those of `left` that it most likely goes back to."""
    if len(left) == 1 or len(right) == 1:
        yield from [left] * len(right)
        return
    theirs, ours = _prose(source), _prose(target)
    sorts = [ours[n] for n in right]
    of_sort = {sort: [i for i, n in enumerate(left) if theirs[n] == sort] or range(len(left)) for sort in {*sorts}}
    for r, likenesses in enumerate(_likenesses(source, target, left, right)):
        sort = sorts[r]
        some = of_sort[sort]
        best = max(likenesses[i] for i in some)
        if best >= 0.2:
            yield [left[i] for i in some if likenesses[i] >= 0.6 * best]
            continue
        alike, before = sorts.count(sort), sorts[:r].count(sort)
        place = (before + 0.5) / alike * len(some) - 0.5  # no word in common: by its place
        yield [left[n] for i, n in enumerate(some) if abs(i - place) <= 1]


def _likenesses(source: Article, target: Article, left: Sequence[int], right: Sequence[int]) -> list[list[float]]:
    """Return how like each of the `left` sentences is to each of the `right`, in [0, 1], by their different words."""
    from provenance.changes.sentence_loops import shared_words

    theirs, ours = _different_words(source), _different_words(target)
    some, others = np.array(left, np.int64), np.array(right, np.int64)
    counts = shared_words(theirs.keys, theirs.bounds, some, ours.keys, ours.bounds, others)
    sizes = np.multiply.outer(np.diff(ours.bounds)[others], np.diff(theirs.bounds)[some])
    likenesses: list[list[float]] = (counts / np.maximum(1.0, np.sqrt(sizes))).tolist()
    return likenesses


class _Different(NamedTuple):
    """The different words of each sentence of an article, sorted, one sentence after another."""

    keys: npt.NDArray[np.uint64]
    bounds: npt.NDArray[np.int64]


@lru_cache(maxsize=256)
def _different_words(article: Article) -> _Different:
    first, last = _words_of_sentences(article)
    sizes = last - first
    # The words one sentence after another, and the sentence of each.
    places = np.arange(sizes.sum()) + np.repeat(first - (np.cumsum(sizes) - sizes), sizes)
    keys, sentence = article.words.keys[places], np.repeat(np.arange(len(sizes)), sizes)
    order = np.lexsort((keys, sentence))
    keys, sentence = keys[order], sentence[order]
    new = np.ones(len(keys), np.bool_)
    new[1:] = (keys[1:] != keys[:-1]) | (sentence[1:] != sentence[:-1])
    counts = np.bincount(sentence[new], minlength=len(sizes))
    return _Different(keys[new], np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64))))


@lru_cache(maxsize=256)
def sentence_keys(article: Article) -> tuple[frozenset[int], ...]:
    """Return the set of word keys of each sentence."""
    return tuple(
        frozenset(article.words.keys[a:b].tolist()) for a, b in zip(*_words_of_sentences(article), strict=True)
    )


def _words_of_sentences(article: Article) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the first word of each sentence, and the first one after it."""
    bounds = np.array(article.sentences, np.int32).reshape(-1, 2)
    first, last = article.words.starts.searchsorted(bounds.T)
    return first, last


def sentence_at(article: Article, place: int) -> int | None:
    """Return the number of the sentence that holds the code point `place`."""
    n = bisect_left(article.sentences, (place + 1, 0)) - 1
    return n if n >= 0 and article.sentences[n][1] > place else None
