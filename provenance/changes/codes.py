"""Letters and figures that name a thing, such as a batch, a flight or a file, and came out otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from provenance.article import Article
from provenance.changes.pairs import Pair
from provenance.model import Change, Span

_CODE = re.compile(
    r"[A-Z0-9](?<![\w/.@#%-].)(?:(?<=\d)|(?=[A-Za-z0-9/-]{0,11}\d))(?:(?<=[A-Z])|(?=[A-Za-z0-9/-]{0,11}[A-Z]))"
    r"[A-Za-z0-9]{0,7}(?:[-/][A-Za-z0-9]{1,7}){0,3}(?![\w%])",
    re.ASCII,
)
"""What may not stand before the first sign is asked for behind it: a search for that alone goes much faster."""
_SHORTEST = 4
"""Letters and figures; what is shorter ("G7", "A1") stands in any article."""
_LEAST_FIGURES = 2
_LIKE = 0.7
"""Likeness of two codes of one length from which on one is the other mistyped."""


def code_changes(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the codes of linked sentences that came out otherwise, each once, in the target's order.

    A code is of letters and figures, one of each at least. Two are one where neither article has the other's, as many
    letters and figures stand in both, and nearly all are the same, or the same in another order.
    """
    theirs, ours = _codes(source), _codes(target)
    known, here = {c for _, c in theirs}, {c for _, c in ours}
    new = [(span, code) for span, code in ours if code not in known]
    gone = [(span, code) for span, code in theirs if code not in here] if new else []
    told: set[str] = set()
    for pair in linked:
        for span, code in _inside(new, target.sentences[pair.right]):
            old = [found for n in pair.left for found in _inside(gone, source.sentences[n]) if _alike(found[1], code)]
            if len(old) == 1 and code not in told:
                told.add(code)
                was, now = source.text[slice(*old[0][0])], target.text[slice(*span)]
                yield Change(source.id, target.id, "number", old[0][0], span, was, now)


@lru_cache(maxsize=256)
def _codes(article: Article) -> tuple[tuple[Span, str], ...]:
    """Return the places of an article's codes, and each without its hyphens and strokes."""
    found = ((m.span(), m.group().replace("-", "").replace("/", "")) for m in _CODE.finditer(article.text))
    return tuple((span, code) for span, code in found if _is_code(code))


def _is_code(code: str) -> bool:
    figures = sum(c.isdigit() for c in code)
    return _LEAST_FIGURES <= figures < len(code) and len(code) >= _SHORTEST


def _inside(codes: Sequence[tuple[Span, str]], sentence: Span) -> list[tuple[Span, str]]:
    return [found for found in codes if sentence[0] <= found[0][0] < sentence[1]]


def _alike(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    return sorted(one) == sorted(other) or Indel.normalized_similarity(one, other) >= _LIKE
