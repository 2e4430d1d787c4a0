"""Doubts that were dropped: what a source calls alleged, possible or unproven, and the target says outright."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from provenance.article import Article
from provenance.changes.by_sentence import BySentence
from provenance.changes.credits import says_so
from provenance.changes.doubts import (
    ABROAD,
    ALLEGED,
    CERTAIN,
    CLAIMED,
    DOUBTS,
    MODALS,
    OPEN,
    PLANS,
    POSSIBLE,
    PROVISIONAL,
    SO_FAR,
    SOFTER,
)
from provenance.changes.names import folded
from provenance.changes.negation import clause, denies, may_negate, refuses
from provenance.changes.pairs import Pair, companions
from provenance.model import Change, Derived, Span
from provenance.patterns import of_tables
from provenance.words import plain

_WORDS = re.compile(r"[^\W\d_]+")
_REACH, _BEFORE, _AFTER = 4, 40, 30
"""Words behind a doubt that it may be about, and code points around such a word in the target that may hold another."""
_ALIKE = 0.6
"""Likeness of two sentences from which on one is the other, edited."""
_RETOLD = 0.4
"""The same where the one surely goes back to the other."""
_UNSPACED = frozenset({"zh", "ja", "ko"})


class _Tables(NamedTuple):
    doubt: re.Pattern[str]
    open: re.Pattern[str]
    alleged: re.Pattern[str]
    claimed: re.Pattern[str]
    possible: re.Pattern[str]
    soft: re.Pattern[str]
    abroad: re.Pattern[str]


@lru_cache(maxsize=64)
def _tables(language: str) -> _Tables | None:
    if language not in DOUBTS:
        return None
    ahead, behind = ("", "") if language in _UNSPACED else (r"(?<!\w)(?:", r")(?!\w)")
    soft = "|".join((DOUBTS[language], OPEN[language], SOFTER[language]))
    nothing = r"(?!)"
    patterns = (
        DOUBTS[language],
        OPEN[language],
        ALLEGED.get(language, nothing),
        CLAIMED.get(language, nothing),
        POSSIBLE.get(language, nothing),
        soft,
        f"{soft}|{ABROAD.get(language, nothing)}",
    )
    return _Tables(*(of_tables(_folded(ahead + pattern + behind, language)) for pattern in patterns))


@lru_cache(maxsize=256)
def _flat(article: Article) -> Sequence[str]:
    return BySentence(
        len(article.sentences), lambda n: _folded(article.text[slice(*article.sentences[n])], article.language)
    )


def _folded(text: str, language: str) -> str:
    """Return a text in small letters without accents, each sign in its place; German says another thing by them."""
    small = text.lower() if len(text.lower()) == len(text) else text
    return small if small.isascii() or language == "de" else "".join(p if len(p := plain(c)) == 1 else c for c in small)


class _Doubt(NamedTuple):
    sentence: int
    start: int
    end: int
    open: bool = False
    """It leaves the whole statement open."""
    alleged: bool = False
    heard: bool = False
    """It is what somebody claims."""
    possible: bool = False
    """It is a verb that makes the statement possible."""


_ASIDE = re.compile(r"(?<=[,–—] )(?:[^\W\d_]+[ ’'-]){1,5}[^\W\d_]+(?=,| [–—])")
"""A remark of a few words between two commas."""
_HEARSAY = re.compile(r"(?:au|se)rai(?:t|ent)|habrian?|(?:avre|sare)bber?o?|teriam?|seriam?")
"""Verbs by which Romance languages tell what somebody else says, and what would have been."""


def _is(pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    return pattern.fullmatch(found.group()) is not None


@lru_cache(maxsize=256)
def _doubts(article: Article) -> Sequence[tuple[_Doubt, ...]]:
    """Return the doubts of each sentence; places are within the sentence."""
    tables = _tables(article.language)
    return BySentence(len(article.sentences), lambda n: _doubts_in(article, n, tables) if tables else ())


def _doubts_in(article: Article, n: int, tables: _Tables) -> tuple[_Doubt, ...]:
    text = _flat(article)[n]
    found = [
        _Doubt(n, *m.span(), alleged=bool(tables.alleged.match(m.group())), heard=_is(_HEARSAY, m))
        for m in tables.doubt.finditer(text)
    ]
    found += [_Doubt(n, *m.span(), open=True) for m in tables.open.finditer(text)]
    once = {d.start for d in found}
    found += [_Doubt(n, *m.span(), heard=True) for m in _ASIDE.finditer(text) if tables.claimed.search(m.group())]
    possible = (m for m in tables.possible.finditer(text) if m.start() not in once)
    possible = (m for m in possible if not _is_forbidden(article, n, m))
    found += [_Doubt(n, *m.span(), possible=True) for m in possible if not _is_name(article, n, m.start())]
    return tuple(found)


def _is_forbidden(article: Article, n: int, found: re.Match[str]) -> bool:
    """Return whether a word of what may be stands behind one that negates, in its clause: "no truck may enter"."""
    place = article.sentences[n][0] + found.start()
    start, _ = clause(article, place)
    return denies(article.text[start:place], article.language)


@lru_cache(maxsize=64)
def _while_tables(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    if language not in PROVISIONAL:
        return None
    ahead, behind = ("", "") if language in _UNSPACED else (r"(?<!\w)(?:", r")(?!\w)")
    either = f"{PROVISIONAL[language]}|{SO_FAR[language]}|{PLANS}"
    return of_tables(ahead + PROVISIONAL[language] + behind), of_tables(ahead + either + behind)


def _provisional(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the linked sentences that say no for good where the source says no for now, each once."""
    strict, loose = _while_tables(source.language), _while_tables(target.language)
    if strict is None or loose is None or kind in _OWN_TEXT:
        return
    ours, theirs, beside = _flat(target), _flat(source), companions(linked)
    told: set[int] = set()
    for pair in linked:
        if pair.weak or len(pair.left) > 1 or pair.left[0] in told:
            continue
        was = strict[0].search(theirs[pair.left[0]])
        if was is None or _any(loose[1], [ours[n] for n in beside[pair.right]]):
            continue
        around = clause(source, source.sentences[pair.left[0]][0] + was.start())
        said = source.text[around[0] : around[1]]
        if refuses(said, source.language) and refuses(
            target.text[slice(*target.sentences[pair.right])], target.language
        ):
            told.add(pair.left[0])
            yield _change(source, target, _Doubt(pair.left[0], *was.span()), pair.right)


_OWN_TEXT: frozenset[Derived] = frozenset({"version", "summary"})
"""Kinds of targets in which what held for a while may have ended, or is told in few words."""


_FEW = 2
"""Source sentences of one of a translation, at most, where a doubt of either must be found in it."""


class _Told(NamedTuple):
    """A sentence of the target, and what it goes back to."""

    right: str
    left: tuple[str, ...]
    near: tuple[str, ...]
    """Sentences of the target that share a source sentence with it, itself among them."""


def hedges_dropped(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the linked sentences that say outright what the source left in doubt, each doubt once, in order."""
    tables = _tables(target.language)
    if tables is None:
        return
    doubts = _doubts(source)
    ours, theirs, beside = _flat(target), _flat(source), companions(linked)
    said: set[_Doubt] = set()
    yield from _provisional(source, target, linked, kind)
    edited = list(_edited_away(source, target, linked, tables)) if source.language == target.language else []
    yield from edited
    done = {change.target_span for change in edited}
    for pair in linked:
        if not any(doubts[n] for n in pair.left):
            continue
        told = _Told(ours[pair.right], tuple(theirs[n] for n in pair.left), tuple(ours[n] for n in beside[pair.right]))
        for doubt in (d for n in pair.left for d in doubts[n] if d not in said):
            if doubt.heard and (any(says_so(text) for text in told.near) or _any(tables.claimed, told.near)):
                dropped = False
            elif _is_certain(told, theirs[doubt.sentence], target.language):
                dropped = not pair.weak
            elif source.language != target.language:
                alone = len(pair.left) == len(told.near) == 1
                few = alone or (_is_adverb(doubt, theirs[doubt.sentence]) and len(pair.left) <= _FEW)
                soft = tables.soft if doubt.alleged else tables.abroad
                dropped = kind == "translation" and not pair.weak and few
                dropped = dropped and not _is_soft(soft, told.near, theirs[doubt.sentence])
                dropped = dropped and not (doubt.open and any(may_negate(t, target.language) for t in told.near))
            elif doubt.possible:
                dropped = False
            elif doubt.open:
                dropped = _settled(told, tables, reworked=kind == "rewrite" and not pair.weak)
            else:
                dropped = _outright(told, theirs[doubt.sentence], doubt, target.language, tables)
            if dropped and target.sentences[pair.right] not in done:
                said.add(doubt)
                yield _change(source, target, doubt, pair.right)


def _is_soft(soft: re.Pattern[str], near: Sequence[str], sentence: str) -> bool:
    """Return whether some sentences have a word that softens; none is one who says so where the source says it too."""
    found = [m.group() for text in near for m in soft.finditer(text)]
    if _WOULD.search(sentence):
        found = [word for word in found if not _CONDITIONAL.fullmatch(word)]
    return any(not _ACCORDING.fullmatch(word) for word in found) or (bool(found) and not says_so(sentence))


_CONDITIONAL = re.compile(r"(?!pou|pod|pot|au|hab|av|sar|ser|ter)\w+(?:ri(?:a|an|am)|rai(?:t|ent)|rebb\w+)")
"""Forms of verbs by which Romance languages tell hearsay, and what would be."""
_WOULD = re.compile(rf"\b(?:would|should|w[uü]rden?|zou(?:den)?|skulle|ville|бы|{_CONDITIONAL.pattern})\b")
"""What they stand for where nobody doubts it."""

_ACCORDING = re.compile(
    r"selon|d['’]apres|zufolge|laut|angaben|volgens|enligt|ifølge|ifolge|segun|secondo|segundo|wedlug|podle|"
    r"по (?:словам|данным)|за (?:словами|даними)|gore|potrivit|συμφωνα|menurut"
)
"""Words that say who says so."""


def _is_adverb(doubt: _Doubt, sentence: str) -> bool:
    """Return whether a doubt is a word such as "allegedly" and "presumably", and no verb nor remark."""
    said = sentence[doubt.start : doubt.end]
    return doubt.alleged or (
        not (doubt.open or doubt.heard or doubt.possible) and _ADVERB.fullmatch(said.split(" ")[-1]) is not None
    )


_ADVERB = re.compile(
    r"\w+(?:ly|lich|weise|lijk|ligt|ligen|ment|mente|ement|nie|ně|но|lar?ca)|perhaps|vielleicht|misschien"
)
"""What adverbs of doubt end in."""


def doubts_alike(text: str, language: str, others: Sequence[str], other: str) -> bool:
    """Return whether what is doubted in a text, or denied, is so in some others of another language, if they are any.

    A text without doubt or denial asks for others without.
    """
    tables, theirs = _tables(language), _tables(other)
    if tables is None or theirs is None or not others:
        return False
    flat, told = _folded(text, language), [_folded(o, other) for o in others]
    if tables.doubt.search(flat) or tables.open.search(flat):
        return _any(theirs.doubt, told) or _any(theirs.open, told) or _any(theirs.soft, told)
    return denies(text, language) == any(denies(o, other) for o in others)


@lru_cache(maxsize=64)
def _modal(language: str) -> re.Pattern[str] | None:
    return of_tables(rf"(?:{DOUBTS[language]}|{MODALS[language]})") if language in MODALS else None


def _edited_away(source: Article, target: Article, linked: Sequence[Pair], tables: _Tables) -> Iterator[Change]:
    """Yield the sentences of which one word that leaves them open was edited into one that does not, each once."""
    modal = _modal(source.language)
    if modal is None:
        return
    doubt = tables.doubt
    ours, theirs = _flat(target), _flat(source)
    for pair in linked:
        if pair.kind != "edited" or pair.weak or len(pair.left) > 1 or theirs[pair.left[0]] == ours[pair.right]:
            continue
        if not modal.search(theirs[pair.left[0]]):
            continue
        left = list(_WORDS.finditer(theirs[pair.left[0]]))
        before, after = [m.group() for m in left], _WORDS.findall(ours[pair.right])
        if Indel.normalized_similarity(before, after) < _EDITED:
            continue
        for op in Levenshtein.opcodes(before, after):
            old, new = before[op.src_start : op.src_end], after[op.dest_start : op.dest_end]
            firm = max(len(old), len(new)) <= _REACH and not tables.soft.search(" ".join(new))
            words = {"replace": modal, "delete": doubt}.get(op.tag)
            at = next((op.src_start + i for i, w in enumerate(old) if words and words.fullmatch(w)), -1)
            if firm and at >= 0 and not _is_name(source, pair.left[0], left[at].start()):
                yield _change(source, target, _Doubt(pair.left[0], *left[at].span()), pair.right)
                break


def _is_name(article: Article, n: int, place: int) -> bool:
    """Return whether a word inside a sentence has a capital, as the month of May has."""
    return place > 0 and article.text[article.sentences[n][0] + place].isupper()


_EDITED = 0.8
"""Likeness of two sentences from which on one is the other with a word or two edited."""


@lru_cache(maxsize=64)
def _certain(language: str) -> re.Pattern[str] | None:
    ahead, behind = ("", "") if language in _UNSPACED else (r"(?<!\w)(?:", r")(?!\w)")
    return of_tables(ahead + CERTAIN[language] + behind) if language in CERTAIN else None


def _is_certain(told: _Told, sentence: str, language: str) -> bool:
    """Return whether a sentence says for sure what its source sentence, and no other, doubts."""
    certain = _certain(language)
    return (
        certain is not None
        and len(told.left) == 1
        and bool(certain.search(told.right))
        and not certain.search(sentence)
    )


def _any(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    return any(pattern.search(text) for text in texts)


def _settled(told: _Told, tables: _Tables, *, reworked: bool) -> bool:
    """Return whether a sentence has a statement, and none of the words that leave it open."""
    if _any(tables.open, told.near):
        return False
    alike = max(_likeness(left, told.right) for left in told.left)
    return alike >= _ALIKE or (reworked and not _any(tables.soft, told.near))


def _outright(told: _Told, sentence: str, doubt: _Doubt, language: str, tables: _Tables) -> bool:
    """Return whether the words right behind a doubt stand in the target, and no doubt about them there."""
    common = folded(language)
    stop = next((m.start() for m in _STOP.finditer(sentence, doubt.end + 1)), len(sentence))
    behind = [m.group() for m in _WORDS.finditer(sentence, doubt.end, stop)][: _REACH * (language not in _UNSPACED)]
    for word in (w for w in behind if len(w) > _REACH and common.get(w, 0.0) < _TELLING):
        stem = re.compile(rf"(?<!\w){re.escape(word[: max(5, len(word) * 2 // 3)])}")
        places = [(text, m.start()) for text in told.near for m in stem.finditer(text)]
        if places:
            kept = any(tables.soft.search(text, max(0, at - _BEFORE), at + _AFTER) for text, at in places)
            return not kept and stem.search(told.right) is not None
    alike = _ALIKE if len(told.left) > 1 or len(told.near) > 1 else _RETOLD
    return not _any(tables.soft, told.near) and _likeness(sentence, told.right) >= alike


_STOP = re.compile(r"[,;:.!?]")
_TELLING = 2e-4
"""Share of running words up to which a word tells what is spoken of."""


def _likeness(one: str, other: str) -> float:
    left, right = _WORDS.findall(one), _WORDS.findall(other)
    if len(left) < _REACH or len(right) < _REACH:  # no spaces are written
        left, right = list(one), list(other)
    return float(Indel.normalized_similarity(left, right))


def _change(source: Article, target: Article, doubt: _Doubt, right: int) -> Change:
    was: Span = clause(source, source.sentences[doubt.sentence][0] + doubt.start)
    now = target.sentences[right]
    return Change(source.id, target.id, "negation", was, now, source.text[slice(*was)], target.text[slice(*now)])
