"""Sentences that no passage links, paired by the names they share or by their place between linked ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from provenance.article import Article
from provenance.changes.names import folded, names
from provenance.changes.pairs import LONGEST, Pair, is_prose
from provenance.model import Derived
from provenance.spans import overlap

FOLLOWING: frozenset[Derived] = frozenset({"copy", "rewrite", "summary", "translation", "round-trip translation"})
"""Kinds of targets that tell the source's story throughout, so that a gap in one answers to a gap in the other."""
WIDEST = 3
"""Source sentences a gap may hold to be taken as the source of what stands in the target's gap."""


def fill(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> tuple[Pair, ...]:
    """Return the linked sentences with those added that surely or probably belong together, marked as weak."""
    linked = _with_tags(source, target, linked)
    if kind not in FOLLOWING or not linked:
        return tuple(linked)
    used = {n for p in linked for n in p.left}
    done = {p.right for p in linked}
    free_left = [n for n in _prose(source) if n not in used]
    free_right = [n for n in _prose(target) if n not in done]
    by_name = free_right and source.language == target.language
    found = _by_name(source, target, free_left, free_right) if by_name else {}
    taken = {n for left in found.values() for n in left}
    for r in free_right:
        if r not in found and (between := _between(linked, r, [n for n in free_left if n not in taken])):
            found[r] = between
    weak = [Pair(r, left, "paraphrase", weak=True) for r, left in found.items()]
    return tuple(sorted((*linked, *weak), key=lambda p: p.right))


_CLOSED = '"”’“»«」』'
LONGEST_TAG = 40
"""Code points of the longest sentence that only says who spoke."""


def _with_tags(source: Article, target: Article, linked: Sequence[Pair]) -> list[Pair]:
    """Return the linked sentences where those who say who spoke go with their quotes."""
    used = {n for p in linked for n in p.left}
    done = {p.right for p in linked}
    out = []
    for p in linked:
        tags = [n for m in p.left if (n := _tag_after(source, m)) is not None and n not in used]
        left = tuple(sorted({*p.left, *tags}))
        out.append(replace(p, left=left) if tags else p)
        if (tag := _tag_after(target, p.right)) is not None and tag not in done:
            out.append(replace(p, right=tag, left=left))
    return out


def _tag_after(article: Article, n: int) -> int | None:
    """Return the number of the short sentence right behind one that ends in a quote, on the same line."""
    if n + 1 >= len(article.sentences):
        return None
    (_, end), (start, stop) = article.sentences[n : n + 2]
    closed = article.text[end - 1] in _CLOSED and "\n" not in article.text[end:start]
    return n + 1 if closed and stop - start <= LONGEST_TAG else None


def _prose(article: Article) -> list[int]:
    walls = article.furniture
    free = [n for n, s in enumerate(article.sentences) if not any(overlap(s, wall) for wall in walls)]
    return [n for n in free if is_prose(article, n) and article.sentences[n][1] - article.sentences[n][0] <= LONGEST]


def _by_name(
    source: Article, target: Article, free_left: Sequence[int], free_right: Sequence[int]
) -> dict[int, tuple[int, ...]]:
    """Return for sentences of the target those of the source that alone share a full name with them, or a rare word."""
    ordinary = folded(target.language)
    holder: dict[tuple[str, ...], int] = {}
    for n in free_left:
        for run in _runs(source, n):
            if holder.setdefault(run, n) != n:
                holder[run] = _SEVERAL
    out: dict[int, tuple[int, ...]] = {}
    for r in free_right:
        for run in _runs(target, r):
            n = holder.get(run, _SEVERAL)
            if n != _SEVERAL and (len(run) > 1 or (len(run[0]) > 3 and run[0] not in ordinary)):
                out[r] = (n,)
                break
    return out


_SEVERAL = -1
"""In place of the one sentence that holds a name."""


@lru_cache(maxsize=8192)
def _runs(article: Article, n: int) -> tuple[tuple[str, ...], ...]:
    """Return up to three words in a row of each name of a sentence, of each name the longest first."""
    return tuple(
        [one.words[i : i + w] for one in names(article)[n] for w in (3, 2, 1) for i in range(len(one.words) - w + 1)]
    )


def _between(linked: Sequence[Pair], r: int, free_left: Sequence[int]) -> tuple[int, ...]:
    """Return the free source sentences between those behind the neighbours of `r`, if they are few and in order."""
    at = bisect_left(linked, r, key=lambda p: p.right)
    if not 0 < at < len(linked):
        return ()
    before, after = linked[at - 1], linked[at]
    if before.left[-1] >= after.left[0] or after.right - before.right > WIDEST + 2:
        return ()
    gap = tuple(n for n in free_left if before.left[-1] < n < after.left[0])
    return gap if len(gap) <= WIDEST else ()
