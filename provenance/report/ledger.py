"""A trace with what the report asks of it again and again looked up once."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from provenance.draw import Family, families
from provenance.model import Change, Derivation, DocumentRecord, LostOriginal, Match, Passage, Trace

_Item = TypeVar("_Item")


class Ledger:
    """A trace, indexed by what the page asks for."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.families = families(trace)
        self._places: dict[str, Callable[[int], int]] = {}

    @cached_property
    def documents(self) -> dict[str, DocumentRecord]:
        """Every document by its id, in the order of ids."""
        return {d.id: d for d in sorted(self.trace.documents, key=lambda d: d.id)}

    @cached_property
    def lost(self) -> dict[str, LostOriginal]:
        """Every lost original by its id."""
        return {x.id: x for x in sorted(self.trace.lost, key=lambda x: x.id)}

    @cached_property
    def outlets(self) -> dict[str, str | None]:
        """The outlet of each document."""
        return {d.id: d.outlet for d in self.trace.documents}

    @cached_property
    def matches(self) -> dict[tuple[str, str], Match]:
        """Every match by its pair."""
        return {(m.left, m.right): m for m in self.trace.matches}

    @cached_property
    def matches_of(self) -> dict[str, list[Match]]:
        """The matches of each document, surest first."""
        found: defaultdict[str, list[Match]] = defaultdict(list)
        for m in sorted(self.trace.matches, key=lambda m: (-rounded(m.confidence), -round(m.bits, 1), m.left, m.right)):
            found[m.left].append(m)
            found[m.right].append(m)
        return found

    @cached_property
    def changes(self) -> dict[tuple[str, str], list[Change]]:
        """The changes along each edge; those against a farther ancestor are with the surest edge to their target."""
        found: defaultdict[tuple[str, str], list[Change]] = defaultdict(list)
        edges = {(e.source, e.target) for e in self.trace.derivations}
        surest = {e.target: e.source for e in sorted(self.trace.derivations, key=lambda e: e.confidence)}
        for c in self.trace.changes:
            source = c.source if (c.source, c.target) in edges else surest.get(c.target, c.source)
            found[source, c.target].append(c)
        return found

    @cached_property
    def alike(self) -> dict[int | None, list[Match]]:
        """Matches that no derivation stands for, surest first, by the family of both; across families: under None."""
        derived = {frozenset((e.source, e.target)) for e in self.trace.derivations}
        found: defaultdict[int | None, list[Match]] = defaultdict(list)
        for m in sorted(self.trace.matches, key=lambda m: (-rounded(m.confidence), m.left, m.right)):
            if frozenset((m.left, m.right)) not in derived:
                left, right = self.family(m.left), self.family(m.right)
                found[left if left == right else None].append(m)
        return found

    @cached_property
    def edges_to(self) -> dict[str, list[Derivation]]:
        """The derivations of each target, as the trace has them."""
        return _grouped(self.trace.derivations, lambda e: e.target)

    @cached_property
    def changes_in(self) -> dict[str, list[Change]]:
        """The changes in each target, as the trace has them."""
        return _grouped(self.trace.changes, lambda c: c.target)

    def part(self, chosen: Sequence[Family]) -> Trace:
        """All that the page says of some families as a trace, which other processes can be given."""
        inside = sorted(d.id for family in chosen for d in family.documents)
        edges = [e for id_ in inside for e in self.edges_to.get(id_, ())]
        names = {x.id for family in chosen for x in family.lost} | {e.source for e in edges}
        lost = [x for name in sorted(names) if (x := self.lost.get(name)) is not None]
        ids = sorted({*inside, *names, *(w for x in lost for w in x.witnesses)} & self.documents.keys())
        there = set(ids)
        matches = {
            (m.left, m.right): m for id_ in inside for m in self.matches_of.get(id_, ()) if {m.left, m.right} <= there
        }
        return Trace(
            documents=tuple(self.documents[id_] for id_ in ids),
            lost=tuple(lost),
            derivations=tuple(edges),
            matches=tuple(matches.values()),
            changes=tuple(c for id_ in inside for c in self.changes_in.get(id_, ())),
        )

    def family(self, id_: str) -> int | None:
        """The number of a document's family; None for a document that is in none, or not there."""
        return self.documents[id_].family if id_ in self.documents else None

    def passages(self, source: str, target: str) -> tuple[Passage, ...]:
        """The passages of two documents, `source` on the left."""
        if source <= target:
            match = self.matches.get((source, target))
            return match.passages if match else ()
        match = self.matches.get((target, source))
        return tuple(sorted((p.flipped() for p in match.passages), key=lambda p: p.left)) if match else ()

    def text(self, id_: str) -> str:
        """The text of a document, or of a lost original as far as it is known: a line a sentence."""
        if id_ in self.lost:
            return "\n".join(on_one_line(s.text) for s in self.lost[id_].text)
        return (self.documents[id_].text or "") if id_ in self.documents else ""

    def place(self, id_: str) -> Callable[[int], int]:
        """The function from code points in a document's text to UTF-16 units."""
        if id_ not in self._places:
            self._places[id_] = utf16(self.text(id_))
        return self._places[id_]


def _grouped(some: Iterable[_Item], key: Callable[[_Item], str]) -> dict[str, list[_Item]]:
    found: defaultdict[str, list[_Item]] = defaultdict(list)
    for one in some:
        found[key(one)].append(one)
    return found


def on_one_line(text: str) -> str:
    """Return `text` with every run of white space as one space."""
    return " ".join(text.split())


def utf16(text: str) -> Callable[[int], int]:
    """Return the function from a code point offset in `text` to the offset in UTF-16 units.

    >>> utf16("a😀b")(2)
    3
    """
    if text.isascii():
        return int
    beyond = [n for n, char in enumerate(text) if char > "\uffff"]
    return (lambda offset: offset + bisect_left(beyond, offset)) if beyond else int


def rounded(value: float) -> float:
    """Return a figure as trace.json has it, so that a report is the same from a trace in memory and from a file."""
    return round(float(value), 3)
