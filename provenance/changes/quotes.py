"""Wording altered inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from rapidfuzz.distance import Indel

from provenance.article import Article
from provenance.changes.credits import said_by, says_so
from provenance.changes.pairs import LONGEST, Pair
from provenance.model import Change, Derived, Span
from provenance.spans import overlap
from provenance.words import plain

SHORTEST = 4
"""Words; what is shorter is a name, a title or scare quotes."""
_SHORTEST_BACK = 1
_SHORTEST_SIGNS = 2
"""Words; a round trip alters shorter quotes as well, where one of like length stands behind the sentence.

The second is for scripts without spaces, whose shortest quotes are names.
"""
_SHORTEST_ALIKE = 3
"""Words of a shorter quote that may be an altered one, or part of one, all the same."""
_ALIKE = 0.6
"""Likeness of such a quote to one behind its sentence."""
_BACK: Derived = "round-trip translation"
_IDEOGRAPH = "\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+")
"""A word, or a sign of a script that writes no spaces."""
_PLAIN_WORD = re.compile("[A-Za-z0-9]+")
"""The same for ASCII."""
_SPELT = re.compile(r"is(e|es|ed|ing|ation|ations)$|our(?=s?$|ed$|ing$|ite)")
"""Two spellings of one word, British and American; what they are made is no word, only alike for both."""
_CUT = re.compile(r"\.\.\.|…|[\[(]\s*(?:\.\.\.|…)\s*[\])]|\[[^\]\n]{0,60}\]")


@dataclass(frozen=True, slots=True)
class _Quote:
    span: Span
    words: tuple[str, ...]

    @property
    def length(self) -> float:
        """About how many words it has; two signs of a script without spaces make one."""
        return sum(0.5 if "\u3040" <= w[0] <= "\u9fff" else 1.0 for w in self.words)


def quote_changes(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived, known: Sequence[Article]
) -> Iterator[Change]:
    """Yield the quotes whose words were altered; none across languages, where every word must be altered.

    A cut of a quote is no change, nor is prose of the source set in quotation marks.
    """
    if source.language != target.language or not spoken(target):
        return
    theirs = [_Quote(q, _quoted_words(source.text[slice(*q)])) for q in spoken(source) if q[1] - q[0] <= LONGEST]

    @cache
    def whole() -> str:
        return "".join(map(_running, (source, *known)))

    left_of = {p.right: p.left for p in linked}
    used: set[Span] = set()
    for span in spoken(target):
        quote = _Quote(span, _quoted_words(target.text[slice(*span)]))
        behind = _behind(target, span, left_of)
        back = _SHORTEST_SIGNS if target.language in ("ja", "zh") else _SHORTEST_BACK
        shortest = back if kind == _BACK and behind else SHORTEST
        least = min(shortest, _SHORTEST_ALIKE) if behind else shortest
        if not least <= quote.length <= LONGEST / 2 or not (behind or kind == _BACK):
            continue
        written = target.text[slice(*span)]
        if (not written[-1].isalnum() and written in source.text) or _is_faithful(written, whole()):
            continue
        beside = [q for q in theirs if any(overlap(q.span, source.sentences[n]) for n in behind)]
        near = [q for q in beside if q.length >= shortest or _goes_on(q, quote)]
        near = [q for q in near if q.span not in used] or near
        if not near and kind in _RETOLD:
            near = _only_beside(source, behind, [q for q in theirs if q.length >= shortest], target)
        if any(overlap(span, wall) for wall in target.furniture):
            continue
        short = quote.length < shortest
        near = [q for q in near if not short or _likeness(quote, q) >= _ALIKE]
        original = _original(quote, near, near if short else theirs, alone=kind not in ("excerpt", "version"))
        if original and original.span not in used and not _same_but_for_spelling(quote, original, theirs):
            used.add(original.span)
            yield _change(source, target, original.span, span)
        elif original is None and kind == _BACK and quote.length > SHORTEST:
            yield _change(source, target, None, span)  # nobody spoke these words: they were translated back


@lru_cache(maxsize=256)
def spoken(article: Article) -> tuple[Span, ...]:
    """Return what stands in quotation marks, and what follows a dash at the beginning of a line up to who says it.

    Dashes open lists as well: there must be such a line that says who speaks.
    """
    text = article.text
    lines = [m.span() for m in _DASH.finditer(text)]
    ends = [_until_who_says_so(text, line) for line in lines]
    if all(end is None for end in ends):
        return article.quotes
    speeches = [(start, stop if end is None else end) for (start, stop), end in zip(lines, ends, strict=True)]
    free = [one for one in speeches if not any(overlap(one, quote) for quote in article.quotes)]
    return tuple(sorted((*article.quotes, *free)))


_DASH = re.compile(r"^[–—―]\s(?=[^\W\d_]).*\S", re.MULTILINE)
_TAG = re.compile(r",?\s[–—―]\s|[,!?…]\s")
"""What stands between what is said and who says so."""


def _until_who_says_so(text: str, line: Span) -> int | None:
    """Return where a line no longer tells what was said, if it tells who said it."""
    tags = [m.span() for m in _TAG.finditer(text, line[0] + 1, line[1])]
    first = next((start for start, end in tags if said_by(text, end, line[1])), None)
    if first is None and tags and says_so(text[tags[-1][1] : line[1]]):  # where the verb comes last
        return tags[-1][0]
    return first


def _change(source: Article, target: Article, old: Span | None, new: Span) -> Change:
    was, now = source.text[slice(*old)] if old else None, target.text[slice(*new)]
    return Change(source.id, target.id, "name" if was and _is_name(was, now) else "quote", old, new, was, now)


def _is_name(was: str, now: str) -> bool:
    """Return whether two short quotes are the names of ships, companies and the like: they begin with capitals."""
    words = [_WORD.findall(text) for text in (was, now)]
    return (
        all(len(w) < SHORTEST and w[:1] and w[0][0].isupper() for w in words) and not {was[-2:-1], now[-2:-1]} & _ENDS
    )


_ENDS = frozenset(".,!?")
_RETOLD: frozenset[Derived] = frozenset({"rewrite", "summary"})
"""Kinds of targets that put quotes elsewhere in what they tell."""


def _only_beside(source: Article, behind: Sequence[int], theirs: Sequence[_Quote], target: Article) -> list[_Quote]:
    """Return the quote in the sentences right before and behind some, if it is the only one, and not told elsewhere."""
    beside = [n for m in behind for n in (m - 1, m + 1) if 0 <= n < len(source.sentences)]
    found = [q for q in theirs if any(overlap(q.span, source.sentences[n]) for n in beside)]
    return found if len(found) == 1 and f" {' '.join(found[0].words)} " not in _running(target) else []


@lru_cache(maxsize=256)
def _running(article: Article) -> str:
    """Return the words of an article, each between two spaces."""
    return f" {' '.join(_words(article.text))} "


def _quoted_words(text: str) -> tuple[str, ...]:
    """Return the words of a quotation; one that is not too long is remembered, as copies share it."""
    return _remembered(text) if len(text) <= LONGEST else _words(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(map(_spelt, (_PLAIN_WORD if text.isascii() else _WORD).findall(text)))


_remembered = lru_cache(maxsize=512)(_words)


@lru_cache(maxsize=1 << 16)
def _spelt(word: str) -> str:
    return _SPELT.sub(lambda m: f"iz{m[1]}" if m[1] else "or", plain(word))


def _behind(target: Article, span: Span, left_of: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Return the source sentences behind the target's sentences that a quote touches."""
    inside = [n for n, s in enumerate(target.sentences) if overlap(s, span)]
    return tuple(sorted({n for r in inside for n in left_of.get(r, ())}))


def is_quoted_in(written: str, article: Article) -> bool:
    """Return whether every piece of a quote, as cut by ellipses and brackets, stands in an article word for word."""
    return _is_faithful(written, _running(article))


def _is_faithful(written: str, whole: str) -> bool:
    """Return whether every piece of a quote, as cut by ellipses and brackets, stands in the source word for word."""
    pieces = [p for p in (_words(piece) for piece in _CUT.split(written)) if p]
    return all(f" {' '.join(piece)} " in whole for piece in pieces)


def _original(quote: _Quote, near: Sequence[_Quote], everywhere: Sequence[_Quote], alone: bool) -> _Quote | None:
    """Return the quote that was altered: the likest of those near, else one anywhere that is plainly the same."""
    best = max(near, key=lambda q: (_likeness(quote, q), -q.span[0]), default=None)
    if best and (_likeness(quote, best) >= 0.5 or (alone and _as_long(quote, best))):
        return best
    best = max(everywhere, key=lambda q: (_likeness(quote, q), -q.span[0]), default=None)
    return best if best and best.length >= SHORTEST and _likeness(quote, best) >= 0.6 else None


def _as_long(one: _Quote, other: _Quote) -> bool:
    """Return whether two quotes are of about one length: neither more than four times the other."""
    return max(len(one.words), len(other.words)) <= 4 * min(len(one.words), len(other.words))


def _likeness(one: _Quote, other: _Quote) -> float:
    shared = Indel.normalized_similarity(one.words, other.words) * (len(one.words) + len(other.words)) / 2
    return float(shared) / max(1, min(len(one.words), len(other.words)))


def _goes_on(short: _Quote, long: _Quote) -> bool:
    """Return whether a quote of a few words stands in a longer one word for word."""
    return short.length >= _SHORTEST_ALIKE and f" {' '.join(short.words)} " in f" {' '.join(long.words)} "


def _is_of_whole_words(run: str, words: Sequence[str]) -> bool:
    """Return whether a run of letters begins and ends where some words do, put together without spaces."""
    bounds = {0, *accumulate(map(len, words))}
    start = "".join(words).find(run)
    return start in bounds and start + len(run) in bounds


def _same_but_for_spelling(one: _Quote, other: _Quote, everywhere: Sequence[_Quote]) -> bool:
    """Return whether the words differ only as "programme" and "program" do, or where two words were run together.

    So it is where the first goes on as other quotes do.
    """
    left, right = "".join(one.words), "".join(other.words)
    if left in right and _is_of_whole_words(left, other.words):
        return True
    if right in left and _is_of_whole_words(right, one.words):
        whole, part = f" {' '.join(one.words)} ", f" {' '.join(other.words)} "
        more = whole.replace(part, " ", 1)
        return part not in whole or any(more in f" {' '.join(q.words)} " for q in everywhere)
    if len(one.words) != len(other.words):
        return False
    unlike = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    return all(
        min(len(a), len(b)) >= 5 and a[:3] == b[:3] and Indel.normalized_similarity(a, b) >= 0.83 and a[-1] == b[-1]
        for a, b in unlike
    )
