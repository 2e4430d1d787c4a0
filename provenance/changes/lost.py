"""Facts that differ between a lost original and a witness, read off the other witnesses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from provenance.article import Article
from provenance.changes import differences
from provenance.changes.credits import agencies, is_put_in
from provenance.changes.hedges import doubts_alike
from provenance.changes.names import INFLECTING, LINKS, written
from provenance.changes.numbers import is_another_report, period
from provenance.changes.pairs import pairs, sentence_at, touched
from provenance.changes.quantities import Quantity, quantities, same_sort, says
from provenance.changes.quotes import is_quoted_in
from provenance.model import Change, Derived, Passage, Span
from provenance.nouns import NOUNS_HAVE_CAPITALS
from provenance.reconstruct import FAITH
from provenance.words import plain


def changes_from_lost(
    lost: str,
    witnesses: Sequence[Article],
    target: Article,
    passages: Mapping[tuple[str, str], Sequence[Passage]],
    kinds: Mapping[str, Derived],
    *,
    known: Sequence[Article] = (),
) -> tuple[Change, ...]:
    """Return the facts that a witness changed, as far as the others attest what the lost original said.

    Each sentence of `target` is held against the most faithful other witness that has it; a witness that has nothing
    but what more faithful ones have is not looked at. What a third witness has as the target has it is no change, and
    of two equally faithful ones neither is believed without a third. `source_span`
    is None, since nobody has the source; `source_text` is the other witness's wording. `passages` as in `reconstruct`.
    `known` are other sources of `target`, which it may have the rest from.
    """
    if target.id not in kinds:
        return ()
    others = [w for w in witnesses if w.id != target.id and w.id in kinds]
    others.sort(key=lambda w: (-FAITH[kinds[w.id]], w.language != target.language, -len(w.words), w.id))
    done: set[int] = set()
    closely: set[int] = set()
    loosely: set[int] = set()
    told: set[tuple[str, Span | None]] = set()
    found: list[Change] = []
    for stand_in in others:
        shared = _between(passages, stand_in.id, target.id)
        if done and touched(target, shared) <= closely:
            continue
        third = [w for w in others if w is not stand_in]
        trust = FAITH[kinds[stand_in.id]] - FAITH[kinds[target.id]]
        shares = {w.id: _between(passages, w.id, target.id) for w in third}
        court = _Court(stand_in, target, third, known, trust, shares, shared)
        own = differences(stand_in, target, shared, kinds[target.id], (*third, *known))
        for change in (*own, *_shared_slips(court, own, kinds[target.id])):
            sentence = sentence_at(target, change.target_span[0]) if change.target_span else None
            place = (change.what, change.target_span)
            if place in told or (sentence in done and not _is_heard_again(change, court, sentence in loosely)):
                continue
            if change.source_text is None or _believed(change, court):
                told.add(place)
                found.append(replace(change, source=lost, source_span=None))
        linked = pairs(stand_in, target, shared)
        closely |= {p.right for p in linked if p.kind != "paraphrase"}
        done |= {p.right for p in linked}
        loosely = done - closely
    if is_another_report(found, target):
        found = [c for c in found if c.what != "number"]
    return tuple(sorted(found, key=lambda c: (c.target_span or (0, 0), c.what)))


def _shared_slips(court: _Court, own: Sequence[Change], kind: Derived) -> Iterator[Change]:
    """Yield the names and numbers that another witness has as the target has them, though more have them otherwise.

    None is among its `own`: whoever has what a witness has was taken for its source, and may have been made from it.
    """
    stand_in, target = court.stand_in, court.target
    if len(court.others) < _MAJORITY or court.trust < 0:
        return
    spans = {(c.what, c.target_span) for c in own}
    for change in differences(stand_in, target, court.shared, kind, court.known):
        if (change.what, change.target_span) in spans or change.source_text is None:
            continue
        sure = change.what == "name" and target.language not in INFLECTING
        sure = sure or (change.what == "number" and _is_close(change, stand_in, target))
        if sure and sum(_says_as_before(change, court, w) for w in court.others) >= _MAJORITY:
            yield change


def _is_close(change: Change, stand_in: Article, target: Article) -> bool:
    """Return whether both numbers of a change are exact, and neither is many times the other."""
    if change.source_span is None or change.target_span is None:
        return False
    was, now = _numbers_of(stand_in, change.source_span), _numbers_of(target, change.target_span)
    if len(was) != 1 or len(now) != 1 or any(q.rough or q.spelled for q in (*was, *now)):
        return False
    low, high = sorted((was[0].value, now[0].value))
    return same_sort(now[0], was[0]) and high <= _TIMES * low


_TIMES = 10
"""How many times as much a number is at most that two articles have in two forms."""


def _numbers_of(article: Article, span: Span | None) -> list[Quantity]:
    return [q for q in quantities(article) if span and span[0] <= q.start < span[1]]


_PLAIN = frozenset({"number", "name", "quote"})
"""Facts for which a sentence that one witness tells in other words is held against another one too."""


def _between(passages: Mapping[tuple[str, str], Sequence[Passage]], left: str, right: str) -> Sequence[Passage]:
    if (left, right) in passages:
        return passages[left, right]
    return [p.flipped() for p in passages.get((right, left), ())]


@dataclass(frozen=True, slots=True)
class _Court:
    """The witness that speaks for the lost original, the one that is judged, and the others, who are asked."""

    stand_in: Article
    target: Article
    others: Sequence[Article]
    known: Sequence[Article]
    """Other sources of the one that is judged."""
    trust: float
    """How much more faithful the first is than the second."""
    passages: Mapping[str, Sequence[Passage]]
    """What each of the others shares with the one that is judged."""
    shared: Sequence[Passage]
    """What the one that speaks shares with it."""


_MAJORITY = 2
"""Others who must say as a less faithful witness does before a more faithful one is taken to have changed a fact."""


def _is_heard_again(change: Change, court: _Court, loosely: bool) -> bool:
    """Return whether a sentence that a more faithful witness has too is to be held against another one as well."""
    if change.what not in _PLAIN or change.source_text is None:
        return False
    telling = _is_one_name(change, court.target.language) if change.what == "name" else _tells(change, court.target)
    return loosely or (telling and not _is_attested(change, court))


def _is_attested(change: Change, court: _Court) -> bool:
    """Return whether another witness has the fact as the target has it, and no more of them have it as before."""
    against = sum(_says_so(change, court, w) for w in court.others)
    return against > 0 and sum(_says_as_before(change, court, w) for w in court.others) < against + _MAJORITY


def _believed(change: Change, court: _Court) -> bool:
    """Return whether it was the target that changed the fact, and not the witness it is held against."""
    if change.what == "credit":
        return court.trust >= 0 and not is_put_in(change, agencies(court.target))
    if change.source_text is None:
        return True
    against = sum(_says_so(change, court, w) for w in (*court.others, *court.known))
    if court.trust > 0 and not against:
        return True
    as_before = [w for w in court.others if _says_as_before(change, court, w)]
    if court.trust < 0 and change.what == "number" and not _tells(change, court.target):
        return not against and len(as_before) > _MAJORITY and _is_close(change, court.stand_in, court.target)
    before = len(as_before)
    if against and (court.trust < 0 or against >= before):
        return False
    # A slip that nobody else has is the target's own where a witness in another language has it right.
    plain_slip = change.what == "name" or _is_close(change, court.stand_in, court.target)
    alone = plain_slip and any(w.language != court.stand_in.language for w in as_before)
    return court.trust > 0 or before >= (1 if court.trust == 0 or alone else _MAJORITY)


def _says_so(change: Change, court: _Court, other: Article) -> bool:
    """Return whether another witness has the fact as the target has it.

    It has a number so where it stands anywhere, but for a witness that tells the same and has it there as before.
    """
    target = court.target
    if change.what == "number" and change.target_span is not None:
        if _numbers_in(target, change.target_span, other):
            return not _has_before_instead(change, court, other)
        there = _behind(change, court, other) if other.id in court.passages else []
        was, now = _numbers_of(court.stand_in, change.source_span), _numbers_of(target, change.target_span)
        return any(_is_there(q, there, other) and not any(says(s, q) for s in was) for q in now)
    if change.what == "quote":
        return is_quoted_in(change.target_text or "", other)
    return change.what == "name" and _is_named(other, change.target_text or "", change.source_text or "")


def _has_before_instead(change: Change, court: _Court, other: Article) -> bool:
    """Return whether another witness has, where it tells what the target tells, the old number and not the new one."""
    if other.id not in court.passages or not _is_close(change, court.stand_in, court.target):
        return False
    there = _behind(change, court, other)
    was, now = _numbers_of(court.stand_in, change.source_span), _numbers_of(court.target, change.target_span)
    return any(_is_there(q, there, other) for q in was) and not any(_is_there(q, there, other) for q in now)


def _says_as_before(change: Change, court: _Court, other: Article) -> bool:
    """Return whether another witness has the fact as the one that speaks for the lost original has it."""
    if change.what == "number" and change.source_span is not None:
        some = _numbers_of(court.stand_in, change.source_span)
        there = _behind(change, court, other)
        return _numbers_in(court.stand_in, change.source_span, other) or any(_is_there(q, there, other) for q in some)
    if change.what == "negation":
        there = _behind(change, court, other)
        return doubts_alike(change.source_text or "", court.stand_in.language, _texts(other, there), other.language)
    if change.what == "quote":
        return is_quoted_in(change.source_text or "", other)
    return _is_named(other, change.source_text or "", change.target_text or "")


def _behind(change: Change, court: _Court, other: Article) -> list[Span]:
    """Return the sentences of another witness that tell what the changed one tells."""
    if change.target_span is None:
        return []
    shared = pairs(other, court.target, court.passages[other.id])
    sentence = sentence_at(court.target, change.target_span[0])
    return [other.sentences[n] for p in shared if p.right == sentence for n in p.left]


def _is_there(number: Quantity, there: Sequence[Span], other: Article) -> bool:
    """Return whether some sentences of an article have a number of one sort."""
    some = [q for q in quantities(other) if any(start <= q.start < end for start, end in there)]
    return any(q.kind != "vague" and same_sort(number, q) and says(number, q) for q in some)


def _texts(article: Article, spans: Sequence[Span]) -> list[str]:
    return [article.text[slice(*span)] for span in spans]


_BARE = 12
"""What is up to a dozen stands in any article, of one thing or another."""


def _numbers_in(article: Article, span: Span, other: Article) -> bool:
    """Return whether another article says a number of a stretch of this one; small bare ones say nothing."""
    some = _numbers_of(article, span)
    exact = [q for q in quantities(other) if q.kind != "vague"]
    telling = (
        (n, q) for n in some for q in exact if n.value / n.factor > _BARE or n.unit == q.unit != "" or _ranks(n, q)
    )
    return any(says(n, q) and n.month == q.month and _as_often(article, n, other, q) for n, q in telling)


def _ranks(number: Quantity, other: Quantity) -> bool:
    """Return whether both are ordinals, and not the second: whatever is the fifth of its kind is so elsewhere too."""
    return number.kind == other.kind == "ordinal" and number.value > _SECOND


_SECOND = 2


def _as_often(article: Article, n: Quantity, other: Article, q: Quantity) -> bool:
    """Return whether two numbers are not of a month in one article and of a year in the other."""
    spans = {period(article.text, n), period(other.text, q)} - {""}
    return len(spans) < 2


def _tells(change: Change, target: Article) -> bool:
    """Return whether another witness could attest the number that the target has: it is no small bare one."""
    start, end = change.target_span or (0, 0)
    return any(q.value / q.factor > _BARE or q.unit != "" for q in quantities(target) if start <= q.start < end)


def _is_named(article: Article, text: str, other: str) -> bool:
    """Return whether an article has that word of a name, letter by letter, that another form of it has otherwise."""
    ours = {plain(w) for w in written(article)}
    theirs, those = ({plain(w) for w in _LETTERS.findall(name)} for name in (text, other))
    apart = theirs - those - LINKS
    if not apart:  # the same words in another order
        return text in article.text
    close = {w for w in apart if any(Indel.normalized_similarity(w, o) >= _ONE_NAME for o in those - theirs)}
    words = close or apart
    return bool(words) and words <= ours


def _is_one_name(change: Change, language: str) -> bool:
    """Return whether a name is plainly another's: of the same words, or with a word spelt otherwise.

    One word alone is none where all nouns have capitals.
    """
    ours, theirs = (
        {plain(w) for w in _LETTERS.findall(text or "")} for text in (change.target_text, change.source_text)
    )
    if language in NOUNS_HAVE_CAPITALS and len(ours) == 1:
        return False
    now, was = ours - theirs - LINKS, theirs - ours - LINKS
    return now == was or any(Indel.normalized_similarity(a, b) >= _ONE_NAME for a in now for b in was)


_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ONE_NAME = 0.75
"""Likeness of two words of names from which on they are one, spelt otherwise."""
