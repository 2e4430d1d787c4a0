"""Initials amid full names that came out as other ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from provenance.article import Article
from provenance.changes.pairs import Pair
from provenance.model import Change, Span

_FULL = re.compile(
    r"(?<![\w.])(?P<first>[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?) (?P<initial>[^\W\d_a-z])\. "
    r"(?P<last>[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)?)"
)
"""A name of which the middle one is its first letter: "Ann T. Doe"."""


def other_initials(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the full names of linked sentences whose initial no name of the source has, each once, in their order."""
    theirs, ours = _full_names(source), _full_names(target)
    told: set[tuple[str, str]] = set()
    for pair in linked if theirs else ():
        start, end = target.sentences[pair.right]
        for (first, last), found in ours.items():
            before = theirs.get((first, last), {})
            for initial, now in found.items():
                if before and initial not in before and start <= now[0] < end and (first, last) not in told:
                    told.add((first, last))
                    was = next(iter(before.values()))
                    texts = source.text[slice(*was)], target.text[slice(*now)]
                    yield Change(source.id, target.id, "name", was, now, *texts)


@lru_cache(maxsize=256)
def _full_names(article: Article) -> dict[tuple[str, str], dict[str, Span]]:
    """Return by first and last name the initials between them, and where each stands first."""
    found: dict[tuple[str, str], dict[str, Span]] = {}
    for m in _FULL.finditer(article.text):
        found.setdefault((m["first"], m["last"]), {}).setdefault(m["initial"], m.span())
    return found
