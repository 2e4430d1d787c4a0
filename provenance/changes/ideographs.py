"""Names written without capitals and spaces: Chinese and Japanese names that came out otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from rapidfuzz.distance import Indel

from provenance.article import Article
from provenance.changes.pairs import Pair
from provenance.frequencies import common
from provenance.model import Change, Derived, Span

LANGUAGES = frozenset({"ja", "zh"})
_RUN = re.compile(r"[々\u3400-\u4dbf\u4e00-\u9fff]+|[\u30a1-\u30fa\u30fc]+")
_QUOTED = re.compile(r"[“「『《](?P<name>[^“”「」『』《》，。！？、\s\u3041-\u309f]{2,8})[”」』》]")
"""A name in quotation marks; with the signs of Japanese grammar in it, it is a phrase."""
_LONGEST_WORD = 8
_UNSEEN = 1e-8
"""Share of running words that a sign without an entry is taken to be."""
_RARE_SIGN = 2.5e-4
_RARER_SIGN = 1e-4
_RAREST_SIGN = 5e-6
_RARE_WORD = 1e-5
_COMMONEST_BRIDGE = 5e-3
"""Share of running words; a sign above it joins two others only as grammar."""
_LONGEST_RUN = 200
"""Signs; what is longer is no sentence, and is cut."""
_LONGEST = 6
"""Signs of a name."""


class _Term(NamedTuple):
    """A stretch that no list of words explains, or that stands in quotation marks: likely a name."""

    start: int
    end: int
    text: str
    quoted: bool = False


def ideographic_names(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the names of linked sentences that came out otherwise, each way of it once, in the target's order.

    Both articles are of one of `LANGUAGES`. A name is known by its signs: few running words begin or end inside it.
    Two are one name in two forms where neither article has the other's, they stand in linked sentences, and they share
    signs, or in a round trip stand for each other again and again.
    """
    theirs, ours = _terms(source), _terms(target)
    together: Counter[tuple[str, str]] = Counter()
    between: set[tuple[str, str]] = set()
    back = kind == "round-trip translation"
    first: dict[tuple[str, str], tuple[_Term, _Term]] = {}
    for pair in linked:
        new = [t for t in ours[pair.right] if t.text not in source.text]
        old = [s for n in pair.left for s in theirs[n] if s.text not in target.text] if new else []
        for t in new:
            for s in old:
                way = (s.text, t.text)
                if max(map(len, way)) == 2 and not _alike_around(s, t, source, target):
                    continue
                together[way] += 1
                between |= {way} if back and _stand_between_the_same(s, t, source, target) else set()
                first.setdefault(way, (s, t))
    for s, t in sorted(_best(together, first, back, between), key=lambda found: found[1].start):
        yield Change(source.id, target.id, "name", (s.start, s.end), (t.start, t.end), s.text, t.text)


def _alike_around(one: _Term, other: _Term, source: Article, target: Article) -> bool:
    """Return whether two stretches of two signs stand beside the same sign, share a very rare one, or come again."""
    if any(common(source.language).get(c, 0.0) < _RAREST_SIGN for c in set(one.text) & set(other.text)):
        return True
    if min(source.text.count(one.text), target.text.count(other.text)) > 1 or one.quoted & other.quoted:
        return True
    before = source.text[one.start - 1 : one.start] == target.text[other.start - 1 : other.start]
    after = source.text[one.end : one.end + 1] == target.text[other.end : other.end + 1]
    return (before and source.text[one.start - 1].isalpha()) or (after and source.text[one.end].isalpha())


def _stand_between_the_same(one: _Term, other: _Term, source: Article, target: Article) -> bool:
    """Return whether two stretches of as many signs stand between the same ones, as 沈阿巧 in 居民沈阿巧说."""
    before, after = (article.text[t.start - _BESIDE : t.start] for article, t in ((source, one), (target, other)))
    behind = source.text[one.end : one.end + 1], target.text[other.end : other.end + 1]
    same = before == after and before.isalpha() and behind[0] == behind[1] and behind[0].isalpha()
    return same and len(before) == _BESIDE and len(one.text) == len(other.text) > 2


_BESIDE = 2


def _best(
    together: Mapping[tuple[str, str], int],
    first: Mapping[tuple[str, str], tuple[_Term, _Term]],
    back: bool,
    between: Collection[tuple[str, str]],
) -> Iterator[tuple[_Term, _Term]]:
    """Yield the terms that are one name in two forms, each used once, the likest first."""
    seen: Counter[str] = Counter()
    for (old, new), times in together.items():
        seen[old] = max(seen[old], times)
        seen[new] = max(seen[new], times)
    ranked = []
    for way, (s, t) in first.items():
        likeness = _likeness(s, t)
        again = back and together[way] > 1 and together[way] == seen[s.text] == seen[t.text]
        again = again or way in between
        if likeness >= 0.4 or (again and abs(len(s.text) - len(t.text)) < 2):
            ranked.append((likeness + 0.1 * together[way], way))
    used: set[str] = set()
    for _, way in sorted(ranked, key=lambda x: (-x[0], first[x[1]][1].start, x[1])):
        if not used & set(way):
            used |= set(way)
            yield first[way]


def _likeness(one: _Term, other: _Term) -> float:
    """Return how many signs two names share, in [0, 1]; of two names of one length only those in the same place."""
    if one.quoted != other.quoted and not {one.text[0], one.text[-1]} & {other.text[0], other.text[-1]}:
        return 0.0
    longer, shorter = max(len(one.text), len(other.text)), min(len(one.text), len(other.text))
    if shorter < 2 or longer > 2 * shorter:
        return 0.0
    if longer == shorter:
        same = sum(a == b for a, b in zip(one.text, other.text, strict=True)) / longer
        return max(same, 0.4) if longer == 3 and one.text[0] == other.text[0] else same  # family name and two signs
    like = float(Indel.normalized_similarity(one.text, other.text))
    return like if like >= 0.5 or one.quoted else 0.0


@lru_cache(maxsize=256)
def _terms(article: Article) -> tuple[tuple[_Term, ...], ...]:
    """Return the likely names of each sentence, in order and disjoint."""
    out = []
    for start, end in article.sentences:
        quoted = [_Term(*m.span("name"), m["name"], True) for m in _QUOTED.finditer(article.text, start, end)]
        covered = [(t.start, t.end) for t in quoted]
        plain = [
            _Term(a, b, article.text[a:b])
            for a, b in _unexplained(article, (start, end))
            if not any(a < e and s < b for s, e in covered)
        ]
        out.append(tuple(sorted((*quoted, *plain))))
    return tuple(out)


def _unexplained(article: Article, sentence: Span) -> Iterator[Span]:
    """Yield the stretches of two to `_LONGEST` signs that common words do not make up."""
    frequent = common(article.language)
    text = article.text
    for run in _RUN.finditer(text, *sentence):
        if "\u30a1" <= run.group()[0] <= "\u30fc":
            if len(run.group()) > 2 and run.group() not in frequent:
                yield run.span()
            continue
        words = segmented(run.group()[:_LONGEST_RUN], article.language)
        rare = [_is_rare(w, frequent) for w in words]
        for i in range(1, len(words) - 1):  # a common sign between two rare ones is part of a name too
            bridge = len(words[i]) == 1 and frequent.get(words[i], 0.0) < _COMMONEST_BRIDGE
            rare[i] |= bridge and _is_rarer(words[i - 1], frequent) and _is_rarer(words[i + 1], frequent)
        at = run.start()
        begin = at
        for i, word in enumerate(words):
            if not rare[i]:
                begin = at + len(word)
            at += len(word)
            last = i + 1 == len(words) or not rare[i + 1]
            if not (rare[i] and last):
                continue
            if at - begin == 1 and i and len(words[i - 1]) > 1 and frequent[words[i - 1]] < _RARE_WORD:
                begin -= len(words[i - 1])  # a family name that is listed, and a given name of one sign
            if 2 <= at - begin <= _LONGEST:
                yield begin, at


def _is_rare(word: str, frequent: Mapping[str, float]) -> bool:
    return len(word) == 1 and frequent.get(word, 0.0) < _RARE_SIGN


def _is_rarer(word: str, frequent: Mapping[str, float]) -> bool:
    return len(word) == 1 and frequent.get(word, 0.0) < _RARER_SIGN


@lru_cache(maxsize=4096)
def segmented(run: str, language: str) -> tuple[str, ...]:
    """Return the likeliest words that make up a run of signs, by how frequent each is alone."""
    frequent = common(language)
    best = [0.0] + [-1e9] * len(run)
    back = [0] * (len(run) + 1)
    for end in range(1, len(run) + 1):
        for begin in range(max(0, end - _LONGEST_WORD), end):
            share = frequent.get(run[begin:end], 0.0 if end - begin > 1 else _UNSEEN)
            if share and best[begin] + log(share) > best[end]:
                best[end], back[end] = best[begin] + log(share), begin
    cuts = [len(run)]
    while cuts[-1]:
        cuts.append(back[cuts[-1]])
    return tuple(run[a:b] for a, b in pairwise(reversed(cuts)))
