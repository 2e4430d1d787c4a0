"""Facts that differ between a lost original and a witness, read off the other witnesses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from provenance.article import Article
from provenance.changes import changes
from provenance.changes.names import vocabulary
from provenance.changes.numerals import plain
from provenance.changes.pairs import pairs, sentence_at, touched
from provenance.changes.quantities import quantities, says
from provenance.model import Change, Derived, Passage, Span
from provenance.reconstruct import FAITH


def changes_from_lost(
    lost: str,
    witnesses: Sequence[Article],
    target: Article,
    passages: Mapping[tuple[str, str], Sequence[Passage]],
    kinds: Mapping[str, Derived],
) -> tuple[Change, ...]:
    """Return the facts that a witness changed, as far as the others attest what the lost original said.

    Each sentence of `target` is held against the most faithful other witness that has it; a witness that has nothing
    but what more faithful ones have is not looked at. What a third witness has as the target has it is no change, and
    of two equally faithful ones neither is believed without a third. `source_span`
    is None, since nobody has the source; `source_text` is the other witness's wording. `passages` as in `reconstruct`.
    """
    if target.id not in kinds:
        return ()
    others = [w for w in witnesses if w.id != target.id and w.id in kinds]
    others.sort(key=lambda w: (-FAITH[kinds[w.id]], w.language != target.language, -len(w.words), w.id))
    done: set[int] = set()
    unsupported: set[tuple[str, Span | None]] = set()
    found: list[Change] = []
    for stand_in in others:
        shared = _between(passages, stand_in.id, target.id)
        if done and touched(target, shared) <= done:
            continue
        third = [w for w in others if w is not stand_in]
        trust = FAITH[kinds[stand_in.id]] - FAITH[kinds[target.id]]
        for change in changes(stand_in, target, shared, kinds[target.id], third):
            sentence = sentence_at(target, change.target_span[0]) if change.target_span else None
            if change.source_text is None and (change.what, change.target_span) in unsupported:
                continue
            if change.source_text is None:
                unsupported.add((change.what, change.target_span))
            if sentence not in done and _believed(change, stand_in, target, third, trust):
                found.append(replace(change, source=lost, source_span=None))
        done |= {p.right for p in pairs(stand_in, target, shared)}
    return tuple(sorted(found, key=lambda c: (c.target_span or (0, 0), c.what)))


def _between(passages: Mapping[tuple[str, str], Sequence[Passage]], left: str, right: str) -> Sequence[Passage]:
    if (left, right) in passages:
        return passages[left, right]
    return [p.flipped() for p in passages.get((right, left), ())]


def _believed(change: Change, stand_in: Article, target: Article, third: Sequence[Article], trust: float) -> bool:
    """Return whether it was the target that changed the fact, and not the witness it is held against."""
    if change.what == "credit":
        return trust >= 0
    if change.source_text is None:
        return True
    against = sum(_says_so(change, target, w) for w in third)
    if against and (trust <= 0 or against >= sum(_says_as_before(change, stand_in, w) for w in third)):
        return False
    return trust > 0 or (trust == 0 and any(_says_as_before(change, stand_in, w) for w in third))


def _says_so(change: Change, target: Article, other: Article) -> bool:
    """Return whether another witness has the fact as the target has it."""
    if change.what != "number" or change.target_span is None:
        return bool(change.target_text) and change.what == "quote" and _has(other, change.target_text or "")
    return _numbers_in(target, change.target_span, other)


def _says_as_before(change: Change, stand_in: Article, other: Article) -> bool:
    """Return whether another witness has the fact as the one that speaks for the lost original has it."""
    if change.what == "number" and change.source_span is not None:
        return _numbers_in(stand_in, change.source_span, other)
    return _has(other, change.source_text or "")


_BARE = 12
"""What is up to a dozen stands in any article, of one thing or another."""


def _numbers_in(article: Article, span: Span, other: Article) -> bool:
    """Return whether another article says a number of a stretch of this one; small bare ones say nothing."""
    some = [q for q in quantities(article) if span[0] <= q.start < span[1]]
    exact = [q for q in quantities(other) if q.kind != "vague"]
    return any(n.value / n.factor > _BARE or n.unit == q.unit != "" for n in some for q in exact if says(n, q))


def _has(article: Article, text: str) -> bool:
    """Return whether an article has all the words of a short text."""
    words = {plain(w) for w in text.split()} - {""}
    return bool(words) and words <= vocabulary(article)
