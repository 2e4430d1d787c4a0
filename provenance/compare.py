"""Two articles side by side: their passages, what these weigh, and what that makes of them."""

from __future__ import annotations

from dataclasses import dataclass

from provenance import evidence, rarity, relate
from provenance.annotate import annotate_all
from provenance.article import Article
from provenance.match import passages_of_pairs
from provenance.model import Document, Match, Reason
from provenance.settings import Settings


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles and the match between them."""

    left: Article
    right: Article
    match: Match | None
    """None where no channel found a passage outside furniture."""
    account: tuple[Reason, ...]
    """Each signal with its bits for or against reuse; they sum to the bits of the match."""
    direction: tuple[Reason, ...]
    """Each signal that speaks for left (positive bits) or right as the source."""
    remarks: tuple[str, ...] = ()


def compare(left: Document, right: Document, settings: Settings | None = None) -> Comparison:
    """Return how two documents hang together; candidates are not searched for, the two are aligned as they are."""
    from provenance.direction import signals
    from provenance.standing import standings

    settings = settings or Settings()
    articles = annotate_all([left, right], settings.agencies)
    pairs, remarks = passages_of_pairs(articles, [(0, 1)], settings)
    known = rarity.learn([])
    one, other = evidence.Readings(articles, known)
    weighed = evidence.weigh(pairs.get((0, 1), ()), one, other)
    if not weighed.passages:
        return Comparison(articles[0], articles[1], None, (), (), remarks)
    match = relate.match(one, other, weighed)
    return Comparison(
        articles[0],
        articles[1],
        match,
        match.reasons,
        signals(one, other, weighed, *standings(articles)),
        remarks,
    )
