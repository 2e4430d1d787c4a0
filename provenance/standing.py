"""What each article says of its own origin: which agency issued it, which it credits, when it appeared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from provenance.article import Article
from provenance.direction import Standing
from provenance.spans import overlap

HEAD_LINES = 2
"""An agency's own report names it in its first lines, above the headline."""


def standings(articles: Sequence[Article]) -> tuple[Standing, ...]:
    """Return the standing of each article, in order."""
    agencies = sorted({c.agency for a in articles for c in a.credits})
    return tuple(_standing(a, agencies) for a in articles)


def _standing(article: Article, agencies: Sequence[str]) -> Standing:
    issuer = next((a for a in agencies if _issued_by(article, a)), None)
    return Standing(issuer, frozenset(c.agency for c in article.credits), article.document.published)


def _issued_by(article: Article, agency: str) -> bool:
    """Tell whether `agency` is the outlet, or is named in the article's head or furniture other than as a credit."""
    outlet = article.document.outlet
    if outlet is not None and outlet.casefold() == agency.casefold():
        return True
    credited = [c.span for c in article.credits]
    head = article.sentences[:HEAD_LINES]
    named = re.compile(rf"(?<!\w){re.escape(agency)}(?!\w)", re.IGNORECASE)
    places = [
        (start + m.start(), start + m.end())
        for start, end in (*head, *article.furniture)
        for m in named.finditer(article.text[start:end])
    ]
    return any(not any(overlap(place, c) for c in credited) for place in places)
