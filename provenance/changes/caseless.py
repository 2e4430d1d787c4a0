"""Names in scripts that write spaces and no capitals: Korean, Arabic and other names that came out otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from provenance.article import Article
from provenance.changes.numerals import listed
from provenance.changes.pairs import Pair
from provenance.frequencies import common
from provenance.model import Change
from provenance.words import plain

LANGUAGES = frozenset({"ar", "fa", "he", "hi", "ko"})
_WORD = re.compile(r"[^\W\d_A-Za-z](?:[^\W\d_A-Za-z]|[\u0900-\u0963])*")
"""A word; the vowel signs of Hindi are marks upon its letters, and no letters themselves."""
_PARTICLES = sorted(
    listed(
        "은 는 이 가 을 를 의 에 에서 에게 에게서 와 과 도 로 으로 만 까지 부터 보다 처럼 "
        "이라고 라고 이라는 라는 에는 에서는 에게는 "
        "씨는 씨가 씨의 씨를 씨 이다 이며 이고 께서"
    ),
    key=len,
    reverse=True,
)
_AHEAD = {
    "ar": re.compile(r"^(?:[وفبلك]?ال|[وفبلك](?=\w{4}))"),
    "he": re.compile(r"^[ובלכמשה](?=\w{4})"),
}
"""What is written together with a word before it: and, to, the."""
_SHORTEST = {"ko": 2}
_LIKE = 0.7
"""Likeness of two spellings, of Korean letter by letter, from which on they are one name."""


class _Word(NamedTuple):
    start: int
    end: int
    bare: str
    """Without what grammar adds."""


def caseless_names(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the names of linked sentences that are spelt otherwise, each way of it once, in the target's order.

    Both articles are of one of `LANGUAGES`. A name is a word that no list has; two are one name in two spellings where
    neither article has the other's, and they differ before their ends, for there grammar makes differences.
    """
    theirs, ours = _words(source), _words(target)
    told: set[tuple[str, str]] = set()
    for pair in linked:
        new = [t for t in ours[pair.right] if t.bare not in source.text]
        old = [s for n in pair.left for s in theirs[n] if s.bare not in target.text] if new else []
        for t in new:
            s = max(old, key=lambda word: (_likeness(word.bare, t.bare), -word.start), default=None)
            if s is None or _likeness(s.bare, t.bare) < _LIKE or (s.bare, t.bare) in told:
                continue
            told.add((s.bare, t.bare))
            yield Change(source.id, target.id, "name", (s.start, s.end), (t.start, t.end), s.bare, t.bare)
        for s, t in _grown(source, target, [s for n in pair.left for s in theirs[n]], ours[pair.right]):
            if (s.bare, t.bare) not in told:
                told.add((s.bare, t.bare))
                yield Change(source.id, target.id, "name", (s.start, s.end), (t.start, t.end), s.bare, t.bare)


def _grown(
    source: Article, target: Article, old: Sequence[_Word], new: Sequence[_Word]
) -> Iterator[tuple[_Word, _Word]]:
    """Yield the words of a sentence with those of linked ones that differ in a last letter which is not grammar's."""
    if target.language not in _GRAMMAR_ENDS:
        return
    here = {word.bare for word in new}
    for s in (s for s in old if s.bare not in here):
        yield from ((s, t) for t in new if _is_grown(source, s, target, t))


def _is_grown(source: Article, one: _Word, target: Article, other: _Word) -> bool:
    """Return whether two words are one but for a letter at the end, right between the same words on both sides."""
    shorter, longer = sorted((plain(one.bare), plain(other.bare)), key=len)
    if (
        len(longer) != len(shorter) + 1
        or not longer.startswith(shorter)
        or longer[-1] in _GRAMMAR_ENDS[target.language]
    ):
        return False
    ours, theirs = _beside(source, one), _beside(target, other)
    return ours == theirs and all(ours)


def _beside(article: Article, word: _Word) -> tuple[str, str]:
    """Return the words right before and behind one, nothing where a line ends."""
    before = re.search(r"([^\W\d_]+) (?:ال)?$", article.text[max(0, word.start - _NEAR) : word.start])
    behind = re.match(r"[،,]? ([^\W\d_]+)", article.text[word.end : word.end + _NEAR])
    return before[1] if before else "", behind[1] if behind else ""


_GRAMMAR_ENDS = {"ar": "اةهنتك"}
"""Last letters of words that grammar adds, of languages in which a name grows by no other."""
_NEAR = 30
"""Code points."""


@lru_cache(maxsize=256)
def _words(article: Article) -> tuple[tuple[_Word, ...], ...]:
    """Return the words of each sentence that no list has, bare or as written."""
    known = _folded(article.language)
    shortest = _SHORTEST.get(article.language, 4)
    out = []
    for start, end in article.sentences:
        found = []
        for m in _WORD.finditer(article.text, start, end):
            at, bare = _bare(m.group(), article.language)
            if len(bare) >= shortest and not {plain(bare), plain(m.group())} & known:
                found.append(_Word(m.start() + at, m.start() + at + len(bare), bare))
        out.append(tuple(found))
    return tuple(out)


@lru_cache(maxsize=8)
def _folded(language: str) -> frozenset[str]:
    return frozenset(map(plain, common(language)))


def _bare(word: str, language: str) -> tuple[int, str]:
    """Return where in a word its bare form begins, and that form."""
    if language == "ko":
        ending = next((p for p in _PARTICLES if word.endswith(p) and len(word) - len(p) >= 2), "")
        return 0, word.removesuffix(ending)
    ahead = _AHEAD[language].match(word) if language in _AHEAD else None
    at = ahead.end() if ahead else 0
    return at, word[at:]


@lru_cache(maxsize=1 << 14)
def _likeness(one: str, other: str) -> float:
    """Return how like two spellings are, in [0, 1]; 0 where they differ at their ends alone."""
    left, right = plain(one), plain(other)
    stem = min(len(left), len(right)) * 2 // 3
    if left[:stem] == right[:stem]:
        return 0.0
    return float(Indel.normalized_similarity(left, right))
