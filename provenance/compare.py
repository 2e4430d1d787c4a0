"""Two articles side by side: their passages, what these weigh, what that makes of them, and what else it could be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance import evidence, rarity, relate
from provenance.annotate import annotate_all
from provenance.article import Article
from provenance.match import passages_of_pairs
from provenance.model import Document, Match, Reason
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.evidence import Likeness
    from provenance.standing import Standing


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
    rivals: tuple[Reason, ...] = ()
    """Each other explanation with its bits for (positive) or against it, as far as two articles can tell; strongest
    first. They are judged one by one and do not add up."""

    @property
    def tipped(self) -> tuple[Reason, ...]:
        """The fewest signals, strongest first, without which the verdict on reuse would be the opposite one."""
        return tipping(self.account)


def tipping(account: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return the fewest reasons, strongest first, without which the sum of their bits would change its sign.

    >>> [r.signal for r in tipping((Reason("chance", -3.0, ""), Reason("run", 5.0, ""), Reason("order", 1.0, "")))]
    ['run']
    """
    rest = sum(r.bits for r in account)
    sign = 1.0 if rest > 0 else -1.0
    found: list[Reason] = []
    for reason in sorted(account, key=lambda r: (-sign * r.bits, r.signal)):
        if sign * rest <= 0 or sign * reason.bits <= 0:
            break
        found.append(reason)
        rest -= reason.bits
    return tuple(found)


def _rivals(match: Match, likeness: Likeness, one: Standing, other: Standing) -> tuple[Reason, ...]:
    """Return what else could have made two articles alike."""
    found = (
        Reason("chance", -match.bits, "two reports written independently: the odds against reuse"),
        _quotes(likeness),
        _release(one, other),
        _common_source(one, other),
    )
    return tuple(sorted(found, key=lambda r: (-r.bits, r.signal)))


def _quotes(likeness: Likeness) -> Reason:
    own = likeness.own_bits + likeness.retold_bits
    bits = math.log2((1.0 + likeness.quoted_bits) / (1.0 + own))
    text = f"of the shared wording {round(likeness.quoted_bits)} bits stand in quotation marks, {round(own)} outside"
    return Reason("shared quote", bits, f"{text}: a public statement reaches every desk")


def _release(one: Standing, other: Standing) -> Reason:
    from provenance.direction import ISSUER_BITS
    from provenance.standing import RELEASE

    issued = sum(s.issuer == RELEASE for s in (one, other))
    texts = {
        0: "neither says that it is a press release; whether both used one that is not here, two cannot tell",
        1: "one of them is the press release itself, and needs no other",
        2: "both say that they are press releases",
    }
    return Reason("press release", (0.0, -ISSUER_BITS, ISSUER_BITS)[issued], texts[issued])


def _common_source(one: Standing, other: Standing) -> Reason:
    from provenance.direction import CREDIT_BITS, ISSUER_BITS

    issuers = {one.issuer, other.issuer} - {None}
    if issuers & (one.credited | other.credited):
        return Reason("common source", -ISSUER_BITS, "one credits the other's agency, whose own report it is")
    if both := sorted(one.credited & other.credited):
        return Reason("common source", CREDIT_BITS, f"both credit {both[0]}, whose own report neither is")
    return Reason("common source", 0.0, "they credit no agency in common; a third article could tell more")


def compare(left: Document, right: Document, settings: Settings | None = None) -> Comparison:
    """Return how two documents hang together; candidates are not searched for, the two are aligned as they are."""
    from provenance.direction import signals
    from provenance.standing import standings

    settings = settings or Settings()
    articles = annotate_all([left, right], settings.agencies)
    # Where a sentence stands twice in one of them, which of the two is aligned may depend on the side: they are
    # aligned in the order in which a trace would.
    swapped = (right.id, right.text) < (left.id, left.text)
    pairs, remarks = passages_of_pairs(articles[::-1] if swapped else articles, [(0, 1)], settings)
    known = rarity.learn([])
    one, other = evidence.Readings(articles, known)
    if swapped:
        weighed = evidence.flipped(evidence.weigh(pairs.get((0, 1), ()), other, one))
    else:
        weighed = evidence.weigh(pairs.get((0, 1), ()), one, other)
    if not weighed.passages:
        return Comparison(articles[0], articles[1], None, (), (), remarks)
    match = relate.match(one, other, weighed)
    origin = standings(articles)
    return Comparison(
        articles[0],
        articles[1],
        match,
        match.reasons,
        signals(one, other, weighed, *origin),
        remarks,
        _rivals(match, weighed.likeness, *origin),
    )
