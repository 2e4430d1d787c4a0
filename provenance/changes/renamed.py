"""Names of several words of which a way through another language and back has made others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from provenance.article import Article
from provenance.changes.names import (
    INFLECTING,
    TITLES,
    Name,
    folded,
    is_latin,
    names,
    one_stem,
)
from provenance.changes.pairs import Pair
from provenance.model import Change, Derived
from provenance.nouns import NOUNS_HAVE_CAPITALS
from provenance.words import plain

_AHEAD = re.compile(r"([^\W\d_]+)[ \u00a0]$")
_ORDINARY = 2e-4
"""Share of running words; what opens a sentence and is more frequent belongs to no name that goes on behind it."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def names_put_otherwise(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived, said: Sequence[Change]
) -> Iterator[Change]:
    """Yield the names of two words or more that came back with one word or more of their own, each once, in order.

    Two are one name where they share a word, no other of their sentences shares more, neither is ever written as the
    other in its article, and neither's own words stand in the other's sentence; one that only lost words or gained them
    is none, nor is one that differs in a title.
    None of what is `said` already, nor in languages whose nouns have capitals.
    """
    if kind != "round-trip translation" or source.language != target.language:
        return
    if source.language in NOUNS_HAVE_CAPITALS or not is_latin(target.text):
        return
    ours, theirs = _runs(target), _runs(source)
    spans = [c.target_span for c in said if c.target_span]
    told: set[tuple[str, ...]] = set()
    for pair in linked:
        if pair.weak:
            continue
        new = [t for t in _wide(target, pair.right) if f" {' '.join(t.words)} " not in theirs]
        new = [t for t in new if not any(a < t.end and t.start < b for a, b in spans)]
        old = [s for n in pair.left for s in _wide(source, n) if f" {' '.join(s.words)} " not in ours] if new else []
        here, there = _written(target, (pair.right,)), _written(source, pair.left)
        for t, s in _alike(new, old, target.language):
            if t.words not in told and not (here & {*s.words} - {*t.words} or there & {*t.words} - {*s.words}):
                told.add(t.words)
                was, now = source.text[s.start : s.end], target.text[t.start : t.end]
                yield Change(source.id, target.id, "name", (s.start, s.end), (t.start, t.end), was, now)


def _alike(new: Sequence[Name], old: Sequence[Name], language: str) -> Iterator[tuple[Name, Name]]:
    """Yield (target's, source's) names that are one, those that share most words first, each used once."""
    ranked = sorted(
        ((_shared(t, s, language), i, j) for i, t in enumerate(new) for j, s in enumerate(old)),
        key=lambda x: (-x[0], x[1], x[2]),
    )
    rows: set[int] = set()
    columns: set[int] = set()
    for shared, i, j in ranked:
        if shared and i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            yield new[i], old[j]


def _shared(t: Name, s: Name, language: str) -> float:
    """Return how much of two names is alike, 0 where they are not two ways of one name."""
    ours, theirs = _apart(t.words, s.words, language), _apart(s.words, t.words, language)
    if not ours or not theirs or {*ours, *theirs} <= TITLES:
        return 0.0
    same = len(s.words) - len(theirs)
    return same / max(len(t.words), len(s.words)) if same > 0 else 0.0


def _apart(words: Sequence[str], others: Sequence[str], language: str) -> list[str]:
    """Return the words of a name that another has not, in no form."""
    if language in INFLECTING:
        return [w for w in words if not any(one_stem(w, other) for other in others)]
    return [w for w in words if w not in others]


def _written(article: Article, sentences: Sequence[int]) -> set[str]:
    """Return the folded words of some sentences."""
    return {plain(w) for n in sentences for w in _WORD.findall(article.text, *article.sentences[n])}


@lru_cache(maxsize=256)
def _runs(article: Article) -> str:
    """Return the words of each name of an article, each between two spaces, and two between names."""
    found = (names_of for n in range(len(article.sentences)) for names_of in _wide(article, n))
    return f" {'  '.join(' '.join(one.words) for one in found)} "


@lru_cache(maxsize=4096)
def _wide(article: Article, n: int) -> tuple[Name, ...]:
    """Return the names of a sentence, each with the word with a capital before it that opens the sentence or a quote.

    Such a word alone is no name where it is a word of the language; before a name it may belong to it.
    """
    ordinary = folded(article.language)
    wide = (_widened(article, one, article.sentences[n][0], ordinary) for one in names(article)[n])
    return tuple([one for one in wide if len(one.words) > 1])


def _widened(article: Article, one: Name, start: int, ordinary: Mapping[str, float]) -> Name:
    before = _AHEAD.search(article.text, max(start, one.start - 30), one.start)
    if before is None or not before[1][0].isupper():
        return one
    word = plain(before[1])
    if ordinary.get(word, 0.0) > _ORDINARY:
        return one
    return Name(before.start(), one.end, (word, *one.words))
