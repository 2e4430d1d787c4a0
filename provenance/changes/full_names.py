"""Names of which one word stands for another: a first name beside its last name, or any beside the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel, LCSseq

from provenance.article import Article
from provenance.changes.names import (
    INFLECTING,
    RESPELLING,
    TITLES,
    Name,
    as_heard,
    folded,
    is_latin,
    names,
    one_stem,
    vocabulary,
)
from provenance.changes.pairs import Pair
from provenance.model import Change, Span
from provenance.nouns import NOUNS_HAVE_CAPITALS
from provenance.words import plain

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_TWO = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:-[^\W\d_]+)*[ \u00a0][^\W\d_a-z][^\W\d_]*(?:-[^\W\d_]+)*$")
_SAME_WORDS = ("verbatim", "edited")
_ORDINARY = 1e-5
"""Share of running words; a word above it is a word of the language before it is a last name."""
_ORDINARY_BESIDE = 5e-5
"""The same of a word beside one that is the same: first names are more frequent than most words."""
_LISTED = 2e-6
"""The same, of words that stand where nothing tells that they are names."""
_FIRST = 0.4
_LAST = 0.5
"""Likeness from which on two first names, or last ones, that stand beside the same one are one name in two forms."""
_SLIP = 0.8
"""Likeness from which on a word is another with a letter mistyped."""
_ALIKE = 0.75
"""Likeness from which on two words that stand between the same words are one spelt otherwise."""
_SHORTEST = 3
_SHORTEST_IN_PLACE = 4
_SHORTEST_SLIPPED = 5


def other_names(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the full names of linked sentences of which the source has one word otherwise, each once, in order.

    The last two words of a name count. One is the same and stands in the source, wherever it is, beside one word only;
    of the two that differ neither article has the other's. They begin alike.
    """
    if is_latin(source.text) != is_latin(target.text) or target.language in RESPELLING:
        return
    told: set[tuple[str, str]] = set()
    for pair in linked:
        for t in names(target)[pair.right]:
            if slip := _slipped(source, target, t, pair):
                yield _change(source, target, (slip.start, slip.end), (t.start, t.end))
            last = _last_two(target, t)
            found = _counterpart(source, target, last) if last and last not in told else None
            if last and found:
                told.add(last)
                yield _change(source, target, (found.start, found.end), (t.start, t.end))


def _slipped(source: Article, target: Article, name: Name, pair: Pair) -> Name | None:
    """Return the name of the linked sentences that the target has right elsewhere, and here with a letter otherwise."""
    languages = source.language, target.language
    word = name.words[-1]
    if {*languages} & INFLECTING or len(word) < _SHORTEST_SLIPPED or word in vocabulary(source):
        return None
    if _is_ordinary(word, languages, _LISTED) or target.language in NOUNS_HAVE_CAPITALS:
        return None
    for s in (s for n in pair.left for s in names(source)[n]):
        other = s.words[-1]
        if other not in vocabulary(target) or other.startswith(word) or word.startswith(other):
            continue
        alike = Indel.normalized_similarity(word, other) >= _SLIP and not _is_ordinary(other, languages, _LISTED)
        if alike and word[0] == other[0] and as_heard(word) != as_heard(other):
            return s
    return None


def _last_two(article: Article, name: Name) -> tuple[str, str] | None:
    """Return the last two words of a name where nothing stands between them."""
    if len(name.words) < 2 or _LAST_TWO.search(article.text[name.start : name.end]) is None:
        return None
    return name.words[-2], name.words[-1]


def _counterpart(source: Article, target: Article, words: tuple[str, str]) -> Name | None:
    """Return the name of the source of which one of two words that follow each other is another one in the target."""
    theirs, ours = vocabulary(source), vocabulary(target)
    languages = source.language, target.language
    for same, other in ((1, 0), (0, 1)):
        kept, word = words[same], words[other]
        if kept not in theirs or word in theirs or _is_ordinary(word, languages, _ORDINARY_BESIDE):
            continue
        if kept in TITLES or (same and _is_ordinary(kept, languages, _ORDINARY)):
            continue
        beside = _beside(source).get((kept, same), {})
        fresh = [w for w in beside if w not in ours and not _is_ordinary(w, languages, _ORDINARY_BESIDE)]
        if len(beside) != 1 or len(fresh) != 1:
            continue
        short = same and languages[0] == languages[1]  # "Otto" for "Ottokar"
        if not short and (word.startswith(fresh[0]) or fresh[0].startswith(word)):
            continue
        if _are_one(word, fresh[0], _FIRST if same else _LAST, languages):
            return beside[fresh[0]]
    return None


def _are_one(one: str, other: str, least: float, languages: tuple[str, str]) -> bool:
    """Return whether two words of names begin alike and are no forms of one, nor one as two languages write it."""
    if one[0] != other[0] or min(len(one), len(other)) < _SHORTEST or as_heard(one) == as_heard(other):
        return False
    if {*languages} & INFLECTING and one_stem(one, other):
        return False
    return float(Indel.normalized_similarity(one, other)) >= least


def _is_ordinary(word: str, languages: tuple[str, str], share: float) -> bool:
    return any(folded(language).get(word, 0.0) >= share for language in languages) or word in TITLES


@lru_cache(maxsize=256)
def _beside(article: Article) -> dict[tuple[str, int], dict[str, Name]]:
    """Return by the last word of each name, and by that before it, those beside it, each with the first such name."""
    found: dict[tuple[str, int], dict[str, Name]] = {}
    for one in (one for sentence in names(article) for one in sentence):
        if two := _last_two(article, one):
            found.setdefault((two[1], 1), {}).setdefault(two[0], one)
            found.setdefault((two[0], 0), {}).setdefault(two[1], one)
    return found


def names_in_place(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the words that stand between the same words as another that is spelt much alike, each way once, in order.

    Both begin with a capital, neither is in a list of words, and the source has the target's nowhere. In one language,
    and none whose nouns have capitals.
    """
    if source.language != target.language or source.language in NOUNS_HAVE_CAPITALS:
        return
    theirs = _written(source)
    told: set[tuple[str, str]] = set()
    for pair in linked:
        if pair.weak or pair.kind not in _SAME_WORDS:
            continue
        if theirs.issuperset(word for name in names(target)[pair.right] for word in name.words):
            continue
        for n in pair.left:
            for was, now in _exchanged(source, source.sentences[n], target, target.sentences[pair.right]):
                old, new = source.text[slice(*was)], target.text[slice(*now)]
                if (old, new) not in told and plain(new) not in theirs and _is_respelt(old, new, target.language):
                    told.add((old, new))
                    yield _change(source, target, _whole(source, n, was), _whole(target, pair.right, now))


def _whole(article: Article, sentence: int, word: Span) -> Span:
    """Return where the name stands that a word is in."""
    inside = (n for n in names(article)[sentence] if n.start <= word[0] and word[1] <= n.end)
    return next(((n.start, n.end) for n in inside), word)


@lru_cache(maxsize=256)
def _written(article: Article) -> frozenset[str]:
    """Return the words of an article without accents and capitals."""
    return frozenset(plain(word) for word in _WORD.findall(article.text))


def _exchanged(source: Article, there: Span, target: Article, here: Span) -> Iterator[tuple[Span, Span]]:
    """Yield the words of two sentences that differ though those on either side of them are the same."""
    old = [m.span() for m in _WORD.finditer(source.text, *there)]
    new = [m.span() for m in _WORD.finditer(target.text, *here)]
    before = [source.text[slice(*s)].casefold() for s in old]
    after = [target.text[slice(*s)].casefold() for s in new]
    steps = list(LCSseq.opcodes(before, after))
    for one, gone, come, other in zip(steps, steps[1:], steps[2:], [*steps[3:], None], strict=False):
        ends = one.tag == "equal" and (other is None or other.tag == "equal")
        sizes = gone.src_end - gone.src_start, come.dest_end - come.dest_start
        sizes = sizes if gone.tag == "delete" else (come.src_end - come.src_start, gone.dest_end - gone.dest_start)
        if ends and {gone.tag, come.tag} == {"delete", "insert"} and sizes == (1, 1):
            cut, put = (gone, come) if gone.tag == "delete" else (come, gone)
            yield old[cut.src_start], new[put.dest_start]


def _is_respelt(old: str, new: str, language: str) -> bool:
    """Return whether two words are likely one name in two spellings."""
    one, other = plain(old), plain(new)
    if one == other or min(len(one), len(other)) < _SHORTEST_IN_PLACE:
        return False
    if not (old[0].isupper() and new[0].isupper()) or old.isupper() or new.isupper():
        return False
    known = folded(language)
    if any(known.get(word, 0.0) >= _LISTED for word in (one, other)):
        return False
    return float(Indel.normalized_similarity(one, other)) >= _ALIKE


def _change(source: Article, target: Article, was: Span, now: Span) -> Change:
    return Change(source.id, target.id, "name", was, now, source.text[slice(*was)], target.text[slice(*now)])
