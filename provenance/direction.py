"""Which of two related articles took from the other: signals in bits, each for "left is the source".

Positive bits speak for left → right, negative ones for right → left; 0 is silence. Every signal is capped, since each
can be wrong for a reason of its own (a late correction, an outlet that strips credits, a clock in another zone).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.changes.quantities import Quantity, as_fitted
from provenance.evidence import Reading, Weighed
from provenance.model import Reason, Span
from provenance.standing import RELEASE, Standing

Keys = npt.NDArray[np.uint64]

CLOCK_BITS = 4.0
"""A source is seldom published after what was made of it."""
HOUR_TOLERANCE = timedelta(minutes=30)
DAY_TOLERANCE = timedelta(hours=24)
CONTAINMENT_BITS = 1.5
CONTAINMENT_MOST = 4.0
SPECIFICS_BITS = 0.08
SPECIFICS_MOST = 4.0
QUOTE_BITS = 1.0
QUOTE_MOST = 3.0
CREDIT_BITS = 3.0
ISSUER_BITS = 6.0
EDITION_BITS = 10.0
GROWTH_BITS = 0.7
GROWTH_MOST = 2.0
TOLL_BITS, TOLL_MOST = 1.5, 3.0
RECALLED_BITS, RECALLED_MOST = 2.0, 4.0
HEDGE_BITS = 1.0
HEDGE_MOST = 2.0
LEAD_SENTENCE = 60
"""Code points from which on a line is a sentence of the report and no headline or byline."""
LEAD_SENTENCES = 5


def signals(left: Reading, right: Reading, pair: Weighed, one: Standing, other: Standing) -> tuple[Reason, ...]:
    """Return the signals that say anything, strongest first."""
    found = (
        _issuer(one, other),
        _clock(one, other),
        _edition(one, other),
        _credit(one, other),
        *(_versions(left, right, pair) if one_house(one, other) else _handed_on(left, right, pair)),
        _quotes(left, right, pair),
    )
    return tuple(sorted((r for r in found if abs(r.bits) >= 0.05), key=lambda r: (-abs(r.bits), r.signal)))


def one_house(one: Standing, other: Standing) -> bool:
    """Tell whether both are of one house: the same agency's own reports, or under the banner of the same paper."""
    same = one.issuer is not None and one.issuer == other.issuer
    return same or (one.banner is not None and one.banner == other.banner)


def _handed_on(left: Reading, right: Reading, pair: Weighed) -> tuple[Reason, ...]:
    """Return what tells a source from what others made of it: they cut, and lose specifics."""
    return _containment(left, right, pair), _specifics(left, right, pair)


def _versions(left: Reading, right: Reading, pair: Weighed) -> tuple[Reason, ...]:
    """Return what tells an earlier version from a later one by the same issuer: it adds, counts on, and hedges less."""
    more, less = _novel(left, pair.coverage.left), _novel(right, pair.coverage.right)
    growth = _capped(GROWTH_BITS * math.log2((less + 60.0) / (more + 60.0)), GROWTH_MOST)
    grown, recalled = _updated(left.article, right.article, pair)
    rough = _rough(left.article) - _rough(right.article)
    return (
        Reason("growth", growth, "the target has more that the source lacks, as later versions have"),
        Reason("toll", _capped(TOLL_BITS * grown, TOLL_MOST), "counts that differ are higher in the target"),
        Reason("recalled", _capped(RECALLED_BITS * recalled, RECALLED_MOST), "the target recalls counts of the source"),
        Reason("hedges", _capped(HEDGE_BITS * rough, HEDGE_MOST), "figures are rougher in the source"),
    )


def _updated(left: Article, right: Article, pair: Weighed) -> tuple[int, int]:
    """Return how many more counts are higher in the right one of two versions than in the left, and recalled there.

    Compared are the counts of one thing in passages that tell the same; one is recalled where the other version has
    it too, in another place, as what was said before.
    """
    ours, theirs = _counts(left), _counts(right)
    known = [{q.values[0] for q in some} for some in (ours, theirs)]
    grown = recalled = 0
    for old, new in dict.fromkeys(_differing(ours, theirs, pair)):
        grown += 1 if new > old else -1
        recalled += (old in known[1]) - (new in known[0])
    return grown, recalled


def _differing(ours: Sequence[Quantity], theirs: Sequence[Quantity], pair: Weighed) -> Iterator[tuple[float, float]]:
    """Yield what two versions count of one thing in a passage and the next, where they differ."""
    for passage in pair.passages:
        here, there = _within(ours, passage.left), _within(theirs, passage.right)
        both = {q.values[0] for q in here} & {q.values[0] for q in there}
        here, there = ([q for q in some if q.values[0] not in both] for some in (here, there))
        for one in here:
            like = [q for q in there if q.noun == one.noun and q.kind == one.kind]
            if len(like) == 1 and (one.noun or len(here) == len(there) == 1):
                yield one.values[0], like[0].values[0]


def _within(counts: Sequence[Quantity], span: Span) -> list[Quantity]:
    return [q for q in counts if span[0] <= q.start < span[1]]


@lru_cache(maxsize=512)
def _counts(article: Article) -> tuple[Quantity, ...]:
    """Return the plain counts of an article; a figure of four digits beside a noun is no year."""
    return tuple(
        q._replace(kind="count")
        for q in as_fitted(article)
        if len(q.values) == 1 and (q.kind == "count" or (q.kind == "year" and q.noun))
    )


def _rough(article: Article) -> int:
    """Return how many figures of an article's lead are given as rough."""
    return sum(q.rough != "" for q in _lead(article))


@lru_cache(maxsize=512)
def _lead(article: Article) -> tuple[Quantity, ...]:
    body = [s for s in article.sentences if s[1] - s[0] >= LEAD_SENTENCE]
    end = body[min(LEAD_SENTENCES, len(body)) - 1][1] if body else 0
    start = body[0][0] if body else 0
    return tuple(q for q in as_fitted(article) if start <= q.start < end)


def _capped(bits: float, most: float) -> float:
    return max(-most, min(most, bits))


def _issuer(one: Standing, other: Standing) -> Reason:
    """An agency's own report is the source of what others make of it; not of the paper that it names as its own."""
    issued = one.issuer is not None and other.outlet not in one.papers
    issued_back = other.issuer is not None and one.outlet not in other.papers
    bits = ISSUER_BITS * (issued - issued_back)
    who = one.issuer or other.issuer
    text = "the source is a press release" if who == RELEASE else f"the source is {who}'s own report"
    return Reason("issuer", bits, text)


def _moment(published: str | None) -> tuple[datetime, bool] | None:
    """Return the time and whether it has hours; None where nothing usable is known."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return moment, len(published) > 10


def _clock(one: Standing, other: Standing) -> Reason:
    first, second = _moment(one.published), _moment(other.published)
    text = "the source was published before the target"
    if first is None or second is None:
        return Reason("time", 0.0, text)
    (a, fine_a), (b, fine_b) = first, second
    zoned = a.tzinfo is not None and b.tzinfo is not None
    gap = (b - a) if zoned else (b.replace(tzinfo=None) - a.replace(tzinfo=None))
    tolerance = HOUR_TOLERANCE if zoned and fine_a and fine_b else DAY_TOLERANCE
    if abs(gap) < tolerance:
        return Reason("time", 0.0, text)
    return Reason("time", math.copysign(CLOCK_BITS, gap.total_seconds()), text)


def _edition(one: Standing, other: Standing) -> Reason:
    """Versions of one issuer say which of them is the later."""
    same = one.issuer is not None and one.issuer == other.issuer
    numbered = one.take and other.take
    later = (other.take - one.take if numbered else other.edition - one.edition) if same else 0
    return Reason("edition", EDITION_BITS * (later > 0) - EDITION_BITS * (later < 0), "notes mark the later version")


def _credit(one: Standing, other: Standing) -> Reason:
    """A credit is passed on or dropped, hardly ever invented."""
    gained = len(other.credited - one.credited - {one.issuer})
    dropped = len(one.credited - other.credited - {other.issuer})
    named, named_back = names_as_source(other, one), names_as_source(one, other)
    bits = CREDIT_BITS * ((dropped > 0) - (gained > 0)) * 0.5 + CREDIT_BITS * (named - named_back)
    text = "the target credits the source" if named or named_back else "a credit was dropped on the way"
    return Reason("credit", bits, text)


def names_as_source(one: Standing, other: Standing) -> bool:
    """Tell whether an article names the agency or the paper that the other is from."""
    return (other.issuer is not None and other.issuer in one.credited) or other.outlet in one.papers


def _novel(reading: Reading, coverage: np.ndarray) -> float:
    return float((reading.sentence_bits * (1.0 - coverage)).sum())


def _containment(left: Reading, right: Reading, pair: Weighed) -> Reason:
    """What is cut loses text; the one with more that the other lacks is rather the source."""
    more, less = _novel(left, pair.coverage.left), _novel(right, pair.coverage.right)
    bits = _capped(CONTAINMENT_BITS * math.log2((more + 60.0) / (less + 60.0)), CONTAINMENT_MOST)
    return Reason("containment", bits, "the source has more that the target lacks than the other way round")


def _specifics(left: Reading, right: Reading, pair: Weighed) -> Reason:
    """In a sentence that was reworked, specifics get lost; who has them did not take them from who has not."""
    text = "where both say the same, the source is more specific"
    reworked = [p for p in pair.passages if p.kind not in ("verbatim", "translation")]
    if not reworked:
        return Reason("specifics", 0.0, text)
    mine = _only(left, right, [p.left for p in reworked])
    theirs = _only(right, left, [p.right for p in reworked])
    return Reason("specifics", _capped(SPECIFICS_BITS * (mine - theirs), SPECIFICS_MOST), text)


def _only(side: Reading, other: Reading, spans: Sequence[Span]) -> float:
    """Return the bits of the names and figures inside `spans` that the other article has nowhere."""
    places = side.specific
    places = places[~known_in(side.article.words.keys[places], vocabulary(other.article))]
    bits = side.bits[places]
    bounds = places.searchsorted(side.words_in(spans)).tolist()
    return sum(float(bits[first:last].sum()) for first, last in bounds if first < last)


@lru_cache(maxsize=4096)
def vocabulary(article: Article) -> Keys:
    """Return the keys of an article's words, each once and in order."""
    return np.unique(article.words.keys)


def known_in(keys: Keys, sorted_keys: Keys) -> npt.NDArray[np.bool_]:
    """Return which of `keys` are among the others."""
    from provenance.evidence_loops import among

    return among(keys, sorted_keys)


def _quotes(left: Reading, right: Reading, pair: Weighed) -> Reason:
    """A quotation becomes reported speech; reported speech does not become a quotation."""
    spoken = _spoken(left, [p.left for p in pair.passages]), _spoken(right, [p.right for p in pair.passages])
    balance = sum(
        (one >= 0.4 and other <= 0.05) - (other >= 0.4 and one <= 0.05) for one, other in zip(*spoken, strict=True)
    )
    text = "quotations of the source are reported speech in the target"
    return Reason("quotes", _capped(QUOTE_BITS * balance, QUOTE_MOST), text)


def _spoken(side: Reading, spans: Sequence[Span]) -> list[float]:
    """Return the share of the words of each of `spans` that stands in quotation marks."""
    bounds = side.words_in(spans)
    quoted = side.quoted_before[bounds]
    shares: list[float] = ((quoted[:, 1] - quoted[:, 0]) / np.maximum(1, bounds[:, 1] - bounds[:, 0])).tolist()
    return shares
