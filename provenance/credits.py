"""Credits to agencies: names and phrases come from tables, names that no table has from how they are written.

A mention of an agency is a credit only with a phrase that makes it the source ("told AP", "laut dpa", "によると"), in a
dateline, in a byline, or in a line about rights. News about an agency ("AP sues the White House") is none, and neither
is the credit of a photograph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from provenance.crediting.abbreviations import stands_for
from provenance.crediting.agencies import initials, known_names, table
from provenance.crediting.datelines import dateline_mentions, sign_mentions, stem
from provenance.crediting.judging import judge, shared_span
from provenance.crediting.labels import labelled_mentions, spelled_out
from provenance.crediting.mention import LONGEST, MOST, Mention, Taken, half_width, stands_alone
from provenance.crediting.named import KIND, KIND_LAST, named_mentions, table_mentions
from provenance.crediting.phrases import TOLD, labels_source
from provenance.crediting.placed import placed_mentions
from provenance.crediting.signs import coded_mentions, initials_mentions
from provenance.crediting.suppliers import supplier_mentions
from provenance.model import Credit, Span


class _Heard(NamedTuple):
    """All that may be a mention in a text, those that lie in others too, and the datelines by the names in them."""

    mentions: list[Mention]
    frames: dict[Span, Span | None]


__all__ = [
    "canonical",
    "credits",
    "credits_and_names",
    "cut_short",
    "discovered",
    "in_full",
    "initials",
    "labels_source",
    "may_credit",
    "may_name",
    "renamed",
    "table",
    "without_kind",
]


def _heard(text: str, agencies: tuple[str, ...]) -> _Heard:
    """Return what may be a mention: names from the table first, then named agencies, then initials."""
    found = list(table_mentions(text, known_names(agencies)))
    named = list(named_mentions(text))
    datelines = list(dateline_mentions(text))
    ours = frozenset(
        [initials(m.agency) for m in named if len(initials(m.agency)) >= 2]
        + [m.agency for m in datelines if m.agency.isupper()]
    )
    frames = {(m.start, m.end): m.framed for m in datelines}
    signs = list(sign_mentions(text, agencies))
    frames.update({(m.start, m.end): m.framed for m in signs})
    spelled = spelled_out(text, (m.agency for m in datelines))
    labelled = list(labelled_mentions(text))
    frames.update({(m.start, m.end): m.framed for m in labelled})
    suppliers = supplier_mentions(text, {m.agency for m in named})
    unknown = [*suppliers, *initials_mentions(text, ours), *coded_mentions(text)]
    heard = [*found, *signs, *named, *datelines, *spelled, *labelled, *unknown]
    placed = list(_beside(placed_mentions(text), heard))
    for mention in placed:
        frames.setdefault((mention.start, mention.end), mention.framed)
    return _Heard([*heard, *placed], frames)


def _beside(further: Iterable[Mention], heard: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the further mentions that are where no other is, or just there."""
    taken = Taken()
    for mention in heard:
        taken.add(mention)
    for mention in further:
        others = taken.overlapping(mention.start, mention.end)
        if all((other.start, other.end) == (mention.start, mention.end) for other in others):
            yield mention


def _mentions(heard: _Heard) -> list[Mention]:
    """Return the mentions, disjoint and in order; of those that lie in each other mostly the first heard wins."""
    chosen: dict[Mention, None] = {}
    taken = Taken()
    for any_ in heard.mentions:
        mention = any_._replace(framed=heard.frames.get((any_.start, any_.end)))
        inside = [m for m in taken.overlapping(mention.start, mention.end) if m in chosen]
        longer = not mention.known and all(mention.start < m.start and m.end < mention.end for m in inside)
        if inside and not longer:
            continue
        # A known name in the middle of a longer one makes another agency; at either end it is the agency itself.
        for other in inside:
            del chosen[other]
        chosen[mention] = None
        taken.add(mention)
    return sorted(chosen)[:MOST]


def credits(text: str, agencies: Iterable[str] = ()) -> tuple[Credit, ...]:
    """Return the phrases that credit an agency, in order of their place; `agencies` are further names to look for.

    The agency is given by its short name where the table has one, and otherwise as the text names it, without its
    article; initials stay initials, see `canonical`.
    """
    return credits_and_names(text, agencies)[0]


def credits_and_names(text: str, agencies: Iterable[str] = ()) -> tuple[tuple[Credit, ...], tuple[Span, ...]]:
    """Return the credits of a text, and where anything stands in it that may be an agency's name."""
    as_read, text = text, half_width(text[:LONGEST])
    heard = _heard(text, tuple(sorted(set(agencies))))
    mentions = _mentions(heard)
    verdicts = [judge(text, mention) for mention in mentions]
    strong = {m.agency for m, verdict in zip(mentions, verdicts, strict=True) if verdict is not None and verdict.strong}
    found: list[Credit] = []
    for place, (mention, verdict) in enumerate(zip(mentions, verdicts, strict=True)):
        span = verdict.span if verdict is not None else shared_span(text, mentions, verdicts, place)
        if span is None or not (mention.weak_ok or mention.agency in strong):
            continue
        found.append(Credit(mention.agency, span, as_read[span[0] : span[1]]))
    names = tuple(sorted({(m.start, m.end) for m in heard.mentions}))
    return tuple(sorted(set(found), key=lambda credit: (credit.span, credit.agency))), names


def may_name(text: str, agencies: Sequence[str]) -> bool:
    """Tell whether to look for these agencies too may find other credits in a text: one of them stands there alone."""
    return (
        any(name in text for name in agencies) and next(_alone(half_width(text[:LONGEST]), agencies), None) is not None
    )


def may_credit(text: str, agencies: Sequence[str], names: Sequence[Span]) -> bool:
    """Tell the same where it is known what else may be `names` in the text, and more surely.

    One name more changes nothing where it is credited nowhere and stands far from all of these, neither in the place
    of one nor joined to it.
    """
    half = half_width(text[:LONGEST])
    alone = list(_alone(half, agencies))
    if len(alone) + len(names) > MOST:
        return True
    return any(
        any(start - _BESIDE < end_ and start_ < end + _BESIDE for start_, end_ in names)
        or judge(half, Mention(start, end, half[start:end], True, True)) is not None
        for start, end in alone
    )


_BESIDE = 20
"""More characters than what joins two names has."""


def _alone(text: str, agencies: Sequence[str]) -> Iterator[Span]:
    """Yield where one of some agencies may stand alone in a text, in whatever capitals."""
    for name in sorted({*agencies, *(name.upper() for name in agencies)} - {""}):
        for at in _places(name, text):
            if stands_alone(text, at, at + len(name)):
                yield at, at + len(name)


def _places(name: str, text: str) -> Iterator[int]:
    """Yield where a name stands in a text, as `table_mentions` looks for it."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def canonical(found: Iterable[Iterable[Credit]]) -> dict[str, str]:
    """Return, for each agency credited anywhere, the one name to call it by.

    Initials and the full name they stand for become one, named by the initials; so do spellings that differ only in
    capitals, named as most credits do. Where two full names would share initials, neither is linked.
    """
    count = Counter(credit.agency for article in found for credit in article)
    names = sorted(count, key=lambda name: (-count[name], name))
    known = {agency.short for agency in table()}
    by_initials: dict[str, set[str]] = {}
    spelling: dict[str, str] = {}
    for name in names:
        spelling.setdefault(name.casefold(), name)
        if " " in name and name not in known:
            by_initials.setdefault(initials(name), set()).add(name.casefold())
    result = {}
    for name in names:
        short = initials(name)
        linked = " " in name and name not in known and short in names and len(by_initials[short]) == 1
        result[name] = short if linked else spelling[name.casefold()]
    return result


def in_full(credit: Credit) -> tuple[str, ...]:
    """Return what a credit calls its agency: the name, and with the word for agency that stands before it."""
    before = credit.text.split(credit.agency)[0] if credit.agency in credit.text else ""
    kind = KIND_LAST.search(before)
    return (credit.agency,) if kind is None else (credit.agency, f"{_capital(kind.group())}{credit.agency}")


def without_kind(line: str) -> str:
    """Return a line without the word for agency that it begins with."""
    kind = KIND.match(line)
    return line if kind is None else line[kind.end() :]


def cut_short(agencies: Iterable[str]) -> tuple[str, ...]:
    """Return what papers in Japan set for agencies between brackets, where that is less than their names.

    >>> cut_short(["環礁通信社", "Kelp Wire"])
    ('環礁',)
    """
    return tuple(cut for cut in map(stem, agencies) if cut is not None)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def renamed(found: Iterable[Credit], names: Mapping[str, str]) -> tuple[Credit, ...]:
    """Return the credits with each agency called as `names` says."""
    return tuple(replace(credit, agency=names.get(credit.agency, credit.agency)) for credit in found)


def discovered(found: Iterable[Iterable[Credit]]) -> tuple[str, ...]:
    """Return the agencies that these credits introduce and the table does not have, sorted, to look for elsewhere.

    A name counts that says what it is, or that stands in a dateline or byline; capitals that only somebody "told" do
    not, unless they stand for one that counts.
    """
    known = {agency.short for agency in table()}
    credited = [credit for article in found for credit in article if credit.agency not in known]
    sure = {c.agency for c in credited if TOLD.search(c.text.removesuffix(c.agency)) is None or " " in c.agency}
    full = {name for c in credited if c.agency in sure for name in in_full(c)}
    names = [name for name in sorted(full) if " " in name]
    short = {initials(name) for name in names}
    told = {c.agency for c in credited if c.agency not in sure}
    stand = {a for a in told if a in short or (a.isupper() and any(stands_for(a, name) for name in names))}
    return tuple(sorted(sure | stand))
