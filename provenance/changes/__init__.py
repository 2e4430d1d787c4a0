"""Facts that differ along an edge: numbers, names, quotes, negations, credits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.article import Article
from provenance.changes import caseless, homophones, ideographs, titled
from provenance.changes.calendar_names import calendar_changes
from provenance.changes.caseless import caseless_names
from provenance.changes.codes import code_changes
from provenance.changes.credits import credit_changes
from provenance.changes.cut_out import attributions_left_out, credits_cut_out
from provenance.changes.full_names import names_in_place, other_names
from provenance.changes.gaps import fill
from provenance.changes.hedges import hedges_dropped
from provenance.changes.ideographs import ideographic_names
from provenance.changes.initials import other_initials
from provenance.changes.names import lowered, name_changes, names_translated_back, respelt
from provenance.changes.negation import negation_changes
from provenance.changes.not_yet import happened_since
from provenance.changes.numbers import (
    is_another_report,
    made_exact,
    no_longer_least,
    no_longer_one,
    number_changes,
    slipped,
    unheard,
)
from provenance.changes.one_script import as_written, in_one_script
from provenance.changes.opposites import opposites
from provenance.changes.pairs import Pair, pairs, told_anew
from provenance.changes.quantities import LONGEST
from provenance.changes.quotes import quote_changes
from provenance.changes.renamed import names_put_otherwise
from provenance.model import Change, Derived, Passage
from provenance.spans import overlap

__all__ = ["changes"]


def changes(
    source: Article,
    target: Article,
    passages: Sequence[Passage],
    kind: Derived,
    known: Sequence[Article] = (),
) -> tuple[Change, ...]:
    """Return the facts that differ between a source and what was made of it, in the target's order.

    `passages` have the source on the left; they may be coarse or incomplete. `kind` says what is to be
    expected: own figures of an excerpt or an updated version are no changes, and a round trip alters every quote.
    `known` are other sources of the target: what they have, it did not make up. Spans are code points of the articles'
    texts and hold exactly the texts beside them; a source span of None says that no source has the fact. Quotes,
    negations within a clause and names in another form are compared within one language, numbers and names letter by
    letter also across languages. Texts beyond `quantities.LONGEST` are not looked at, nor are the numbers of a form
    filled in anew.
    """
    found = differences(source, target, passages, kind, known)
    return tuple(c for c in found if c.what != "number") if is_another_report(found, target) else found


def differences(
    source: Article, target: Article, passages: Sequence[Passage], kind: Derived, known: Sequence[Article] = ()
) -> tuple[Change, ...]:
    """Return the same, though most numbers should differ."""
    if max(len(source.text), len(target.text)) > LONGEST:
        return ()
    sides = in_one_script(source), in_one_script(target)
    found = _told_otherwise(*sides, passages, kind, [in_one_script(other) for other in known])
    return found if sides == (source, target) else tuple(as_written(c, source, target) for c in found)


def _told_otherwise(
    source: Article, target: Article, passages: Sequence[Passage], kind: Derived, known: Sequence[Article]
) -> tuple[Change, ...]:
    """Return the facts that differ, of articles in one script."""
    linked = fill(source, target, pairs(source, target, passages), kind)
    prose = [p for p in linked if p.prose]
    numbers = list(number_changes(source, target, linked, kind, known))
    slips = list(slipped(source, target, linked, kind, known, said=[c for c in numbers if c.source_span]))
    anew = told_anew(source, target, prose)
    found = [
        *_once(slips, numbers),
        *(no_longer_least(source, target, anew) if anew else ()),
        *_without([*slips, *numbers], no_longer_one(source, target, anew, kind)),
        *_without([*slips, *numbers], made_exact(source, target, anew, kind, known)),
        *_without(slips, unheard(source, target, linked, kind, known)),
        *code_changes(source, target, linked),
        *calendar_changes(source, target, linked, kind),
        *(_names(source, target, anew, kind, known) if anew else ()),
        *quote_changes(source, target, prose, kind, known),
        *(_contrary(source, target, anew, kind) if anew else ()),
        *credit_changes(source, target, prose, kind, known),
    ]
    found += _cut_out(source, target, prose, kind, found)
    return tuple(sorted(found, key=lambda c: (c.target_span or (0, 0), c.what)))


def _cut_out(
    source: Article, target: Article, prose: Sequence[Pair], kind: Derived, told: Sequence[Change]
) -> Iterable[Change]:
    """Return the credits cut out of sentences, but what is told otherwise: credits there, and doubts of the source."""
    doubts = [c.source_span for c in told if c.what == "negation" and c.source_span]
    credits = [c for c in told if c.what == "credit"]
    cut = _elsewhere(credits, credits_cut_out(source, target, prose))
    cut += _elsewhere([*credits, *cut], attributions_left_out(source, target, prose, kind))
    return (c for c in cut if c.source_span and not any(overlap(c.source_span, doubt) for doubt in doubts))


def _names(
    source: Article, target: Article, anew: Sequence[Pair], kind: Derived, known: Sequence[Article]
) -> Iterable[Change]:
    """Return the names that differ in sentences that are told anew."""
    called = _once(respelt(source, target, anew), name_changes(source, target, anew, kind, known))
    called = _once(called, names_translated_back(source, target, anew, kind, called))
    called = _once(called, other_initials(source, target, anew))
    called = [*called, *_elsewhere(called, other_names(source, target, anew))]
    called = [*called, *_elsewhere(called, names_in_place(source, target, anew))]
    return (
        *lowered(source, target, anew),
        *called,
        *names_put_otherwise(source, target, anew, kind, called),
        *_names_without_capitals(source, target, anew, kind),
    )


def _contrary(source: Article, target: Article, anew: Sequence[Pair], kind: Derived) -> Iterable[Change]:
    """Return where sentences that are told anew say the contrary, or for sure what was in doubt."""
    found = list(negation_changes(source, target, anew, kind))
    found = _once(found, hedges_dropped(source, target, anew, kind))
    found += _elsewhere(found, opposites(source, target, anew, kind))
    return (*found, *_elsewhere(found, happened_since(source, target, anew, kind)))


def _names_without_capitals(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived
) -> Iterable[Change]:
    if source.language != target.language:
        return ()
    if source.language in ideographs.LANGUAGES:
        found = list(ideographic_names(source, target, linked, kind))
        if source.language == homophones.LANGUAGE:
            return (*found, *_elsewhere(found, homophones.of_one_sound(source, target, linked)))
        back = source.language == titled.LANGUAGE and kind == "round-trip translation"
        return (*found, *_elsewhere(found, titled.titled_names(source, target, linked))) if back else found
    return caseless_names(source, target, linked) if source.language in caseless.LANGUAGES else ()


def _once(some: Iterable[Change], others: Iterable[Change]) -> list[Change]:
    """Return the changes of both, without those of the second whose stretch of the target one of the first has."""
    first = list(some)
    return [*first, *_without(first, others)]


def _without(some: Iterable[Change], others: Iterable[Change]) -> list[Change]:
    """Return those of the second whose stretch of the target none of the first has."""
    spans = {c.target_span for c in some}
    return [c for c in others if c.target_span not in spans]


def _elsewhere(some: Iterable[Change], others: Iterable[Change]) -> list[Change]:
    """Return those of the second that reach into no stretch of the target that one of the first has."""
    spans = [c.target_span for c in some if c.target_span]
    return [c for c in others if not any(overlap(span, c.target_span) for span in spans if c.target_span)]
