"""Words turned into their opposites: what rose is said to have fallen, and the like, also across languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from provenance.article import Article
from provenance.changes.negation import (
    POSTPOSED,
    clause,
    denies,
    folded_words,
    may_negate,
    negated,
    negators_and_cues,
    word_at,
)
from provenance.changes.pairs import Pair, companions
from provenance.model import Change, Derived, Span
from provenance.patterns import of_tables
from provenance.phrasebook import rows
from provenance.words import plain


def _read() -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Return what can be turned round, one side and the other, as patterns of whole words by language, accents off."""
    poles: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for what, side, language, pattern in rows("opposites.tsv"):
        poles.setdefault(what, ({}, {}))[side == "other"][language] = pattern
    return poles


_POLES = _read()
_UNSPACED = frozenset({"ja", "zh"})
_AHEAD = {"ar": "[وفل]?(?:ال)?"}
"""What may be written together with a word before it."""
_OWN_TEXT: frozenset[Derived] = frozenset({"excerpt", "version"})
_LANGUAGES = frozenset(language for pair in _POLES.values() for side in pair for language in side)


class _Pole(NamedTuple):
    what: str
    side: int
    place: int
    """Code point of the text where the word begins."""
    negated: bool = False
    """It is on its side by a negation."""


def opposites(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the linked sentences of which one has the opposite of what the other has, each once, in order.

    That is a word for the opposite, or the same word with a negation, but not both: "did not rise" may well be told as
    a fall. Only where all that stands behind a sentence, and all that was made of it, is of one mind.
    """
    if kind in _OWN_TEXT or not {source.language, target.language} <= _LANGUAGES:
        return
    beside = companions(linked)
    told: set[int] = set()
    for pair in linked:
        here = () if pair.weak or pair.kind == "verbatim" or pair.right in told else _poles(target, pair.right)
        left = [p for n in pair.left for p in _poles(source, n)] if here else []
        right = [p for n in beside[pair.right] for p in _poles(target, n)] if left else []
        negations = [_negations(source, pair.left), _negations(target, beside[pair.right])] if right else []
        for t in here:
            s = next((s for s in left if s.what == t.what and s.side != t.side), None)
            if s and _of_one_mind(left, s) and _of_one_mind(right, t) and _is_sure(s, t, negations):
                told.add(pair.right)
                was, now = clause(source, s.place), target.sentences[pair.right]
                texts = source.text[slice(*was)], target.text[slice(*now)]
                yield Change(source.id, target.id, "negation", was, now, *texts)
                break
    yield from _throughout(source, target, told)
    if source.language == target.language and kind in _TOLD_ANEW:
        yield from _owned_after_all(source, target, linked, told)


def _owned_after_all(source: Article, target: Article, linked: Sequence[Pair], told: set[int]) -> Iterator[Change]:
    """Yield where the target has somebody admit something and deny nothing, where the source has them only deny it."""
    theirs, ours = _by_what(source).get(_GUILT, []), _by_what(target).get(_GUILT, [])
    if not (_all_on(1, theirs) and _all_on(0, ours)):
        return
    for (n, t), (m, s) in product(ours, theirs):
        was, now = clause(source, s.place), clause(target, t.place)
        if n not in told and _are_near(linked, m, n) and not _denies(target, now):
            yield Change(source.id, target.id, "negation", was, now, source.text[slice(*was)], target.text[slice(*now)])
            return


def _all_on(side: int, poles: Sequence[tuple[int, _Pole]]) -> bool:
    """Return whether there are words of some sentences, all on one side by themselves, and not by a negation."""
    return bool(poles) and all(one.side == side and not one.negated for _, one in poles)


def _are_near(linked: Sequence[Pair], left: int, right: int) -> bool:
    """Return whether a sentence or its neighbour goes back to another one or its neighbour."""
    return any(abs(p.right - right) < 2 and any(abs(n - left) < 2 for n in p.left) for p in linked)


_GUILT = "guilt"
"""What is admitted, or denied; who confirms something has nothing to admit."""
_TOLD_ANEW: frozenset[Derived] = frozenset({"rewrite", "summary"})


def _throughout(source: Article, target: Article, told: set[int]) -> Iterator[Change]:
    """Yield where the target says that somebody is what the source, wherever it speaks of that, denies of anyone."""
    theirs, ours = _by_what(source), _by_what(target)
    for what in sorted(_OF_PEOPLE & theirs.keys() & ours.keys()):
        (_, s), (n, t) = theirs[what][0], ours[what][0]
        denied = all(one.negated and one.side == s.side for _, one in theirs[what])
        outright = all(not one.negated and one.side != s.side for _, one in ours[what])
        now = clause(target, t.place)
        if denied and outright and n not in told and not _denies(target, (now[0], _ends(target, t, now))):
            was = clause(source, s.place)
            yield Change(source.id, target.id, "negation", was, now, source.text[slice(*was)], target.text[slice(*now)])


def _ends(article: Article, pole: _Pole, span: Span) -> int:
    """Return up to where in a clause a negation is one of its word: "charged but claiming that nobody saw it"."""
    return span[1] if article.language in POSTPOSED else min(span[1], pole.place + _JUST_BEHIND)


_JUST_BEHIND = 20
"""Code points from where a word begins."""


def _denies(article: Article, span: Span) -> bool:
    """Return whether a stretch negates, or might where its language has no sure words for that."""
    text, language = article.text[slice(*span)], article.language
    return denies(text, language) or (language in _BY_FORM and may_negate(text, language))


_OF_PEOPLE = frozenset({"charge", "custody", "grave", "part", "stay", "suspect", "verdict"})
"""What is told of few people in an article, and hardly of one and denied of another."""
_BY_FORM = frozenset({"cs", "fr", "ja", "ko", "tr", "zh"})
"""Languages that negate by the form of a word, or by one that alone says something else, as "personne" does."""


@lru_cache(maxsize=64)
def _by_what(article: Article) -> dict[str, list[tuple[int, _Pole]]]:
    """Return the words of an article that have an opposite, by what they are about, with their sentences."""
    out: dict[str, list[tuple[int, _Pole]]] = {}
    for n in range(len(article.sentences)):
        for pole in _poles(article, n):
            out.setdefault(pole.what, []).append((n, pole))
    return out


def _negations(article: Article, sentences: Sequence[int]) -> tuple[int, int]:
    """Return how many words of some sentences negate, and how many may, in a translation or not."""
    counts = [negators_and_cues(article, n) for n in sentences]
    return sum(sure for sure, _ in counts), sum(some for _, some in counts)


def _is_sure(s: _Pole, t: _Pole, negations: Sequence[tuple[int, int]]) -> bool:
    """Return whether two words are opposite in what they say, and not by how a negation is put in either sentence."""
    (theirs, their_cues), (ours, our_cues) = negations
    if s.negated == t.negated:
        return not theirs and not ours
    return theirs > our_cues if s.negated else ours > their_cues


def _of_one_mind(poles: Sequence[_Pole], one: _Pole) -> bool:
    """Return whether none of some words says the opposite of one."""
    return not any(p.what == one.what and p.side != one.side for p in poles)


@lru_cache(maxsize=1 << 13)
def _poles(article: Article, n: int) -> tuple[_Pole, ...]:
    """Return the words of a sentence that have an opposite."""
    if article.language in _UNSPACED:
        return tuple(_inside(article.text, article.sentences[n], article.language))
    sides, words = _sides(article.language), folded_words(article, n)
    out = []
    for i, word in enumerate(words):
        some = sides[word]
        if not some and word in sides.firsts and i + 1 < len(words):
            some = sides[f"{word} {words[i + 1]}"]
        if some:
            turned, place = negated(article, n, i), word_at(article, n, i)
            out += [_Pole(what, side ^ turned, place, turned) for what, side in some]
    return tuple(out)


def _inside(text: str, sentence: Span, language: str) -> Iterator[_Pole]:
    for what, side, pattern in _tables(language):
        for m in pattern.finditer(text, *sentence):
            ahead = text[max(sentence[0], m.start() - _NEAR) : m.start()]
            if _NOT_AHEAD.search(ahead) if language == "zh" else _NOT_BEHIND.match(text, m.end(), sentence[1]):
                yield _Pole(what, 1 - side, m.start(), True)
            elif not may_negate(ahead, language) and not may_negate(text[m.end() : m.end() + _NEAR], language):
                yield _Pole(what, side, m.start())


_NOT_AHEAD = re.compile("(?:[没沒]有|[并並]?未|不|[并並]非|[从從]未)[^，。]{0,2}$")
_NOT_BEHIND = re.compile("[^、。「」]{0,8}?(?:では|には|に|て|し|され|せ|は|も)*(?:ない|なかった|ません|なく|ず)")
"""What negates a word of Chinese or Japanese in its clause."""
_NEAR = 6
"""Signs before or behind a word in which a negation may stand where no spaces are written."""


class _Sides(dict[str, tuple[tuple[str, int], ...]]):
    """Tells of folded words on which side of what they stand; most of nothing."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._tables = _tables(language)
        firsts = {plain(w) for pair in _POLES.values() for side in pair for w in _FIRST.findall(side.get(language, ""))}
        self.firsts = frozenset(firsts)
        """The first words of those that are two."""
        self._any = of_tables("|".join(f"(?:{pattern.pattern})" for _, _, pattern in self._tables))

    def __missing__(self, word: str) -> tuple[tuple[str, int], ...]:
        some = self._tables if self._any.fullmatch(word) else ()
        sides = tuple([(what, side) for what, side, pattern in some if pattern.fullmatch(word)])
        if len(self) < _MOST:
            self[word] = sides
        return sides


_FIRST = re.compile(r"(?:^|\|)(\w+)(?: |\(\?:[^()]*\)\?? )")
_MOST = 1 << 15
_sides = lru_cache(maxsize=64)(_Sides)


@lru_cache(maxsize=64)
def _tables(language: str) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    ahead = _AHEAD.get(language, "")
    return tuple(
        (what, side, of_tables(f"{ahead}(?:{plain(words[language])})"))
        for what, pair in _POLES.items()
        for side, words in enumerate(pair)
        if language in words
    )
