"""Which of some patterns may match in a text at all: each needs strings, and all are looked for in one walk over it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias

from provenance.literals import OFTEN, Literals

_Clause: TypeAlias = tuple[str, ...]
"""Strings of which at least one stands in whatever matches."""
_Way: TypeAlias = tuple[_Clause, ...]
"""What all must hold of a match that comes about in one way."""
_CLAUSES = 3
"""Clauses of a way that are looked at, the most telling ones."""


class Sieve:
    """Patterns, of which most match in hardly any text; they heed case.

    >>> sieve = Sieve(["with (?:further )?(?:inputs?|material) from", "nach [a-z]+angaben", "[0-9]"], often=0)
    >>> sieve.let_through("told with material")
    (False, False, True)
    >>> sieve.let_through("material from them, nach eigenen angaben")
    (False, True, True)
    """

    def __init__(self, patterns: Iterable[str], often: int = OFTEN) -> None:
        """`often` is how many texts are all let through before the sieve is made, which takes as long as so many."""
        self._patterns = tuple(patterns)
        self._often = often
        self._asked = 0

    def let_through(self, text: str) -> tuple[bool, ...]:
        """Return for each pattern whether it may match in a text, or in a stretch of it."""
        self._asked += 1
        if self._asked <= self._often:
            return (True,) * len(self._patterns)
        mesh = self._mesh
        through = list(mesh.free)
        inside = frozenset(mesh.strings.inside(text))
        for one in mesh.ways.keys() & inside:
            for number, rest in mesh.ways[one]:
                if not through[number]:
                    through[number] = not any(map(inside.isdisjoint, rest))
        return tuple(through)

    @cached_property
    def _mesh(self) -> _Mesh:
        every = [_ways(pattern) for pattern in self._patterns]
        by_first: dict[str, dict[tuple[int, _Way], None]] = defaultdict(dict)
        for number, ways in enumerate(every):
            for first, *rest in ways or ():
                for one in first:
                    by_first[one][number, tuple(rest)] = None
        further = (one for some in by_first.values() for _, rest in some for clause in rest for one in clause)
        return _Mesh(
            tuple(ways is None for ways in every),
            {one: tuple(some) for one, some in by_first.items()},
            Literals((*by_first, *further), often=0),
        )


class _Mesh(NamedTuple):
    """What a sieve looks for."""

    free: tuple[bool, ...]
    """Which patterns need nothing that can be looked for."""
    ways: Mapping[str, tuple[tuple[int, _Way], ...]]
    """By a string of its first clause, the ways in which a pattern, by its number, may match, with further clauses."""
    strings: Literals


def _ways(pattern: str) -> list[_Way] | None:
    """Return in which ways a pattern may match, the clauses first that tell most; None where one needs nothing."""
    parser: Any = import_module("re._parser")
    found = _Reader(import_module("re._constants")).ways(parser.parse(pattern))
    return None if found is None else [tuple(sorted(set(way), key=_telling)[:_CLAUSES]) for way in found]


def _telling(clause: _Clause) -> tuple[float, float, _Clause]:
    """Return by what clauses are sorted, those first whose strings are long."""
    lengths = [len(one.strip()) for one in clause]
    return -min(lengths), -sum(lengths) / len(lengths), clause


class _Reader:
    """Reads out of a pattern, as `re` parses it, what it needs."""

    def __init__(self, names: Any) -> None:
        self._names = names
        self._repeats = (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT)

    def ways(self, parsed: Iterable[tuple[Any, Any]]) -> list[list[_Clause]] | None:
        """Return the clauses of each way in which a sequence may match; None where one has none."""
        clauses: list[_Clause] = []
        branches: list[list[list[_Clause]]] = []
        run: list[tuple[Any, Any]] = []
        for what, value in (*parsed, (None, None)):
            if what is self._names.LITERAL:
                run.append((what, value))
                continue
            inside = self._inside(what, value, run)
            if inside is not None:
                branches.append(inside)
            if run and (inside is None or what is not self._names.BRANCH):
                clauses.append(("".join(chr(code) for _, code in run),))
            run = []
        if branches:
            widest = max(branches, key=len)
            clauses += [_in_common(some) for some in branches if some is not widest]
            return [[*clauses, *way] for way in widest]
        return [clauses] if clauses else None

    def _inside(self, what: Any, value: Any, run: Sequence[tuple[Any, Any]]) -> list[list[_Clause]] | None:
        """Return the ways of one item of a sequence; None where it may match without anything that is looked for.

        `run` are the letters right before it, which those that begin its branches go on from.
        """
        if what is self._names.BRANCH:
            found: list[list[_Clause]] = []
            for branch in value[1]:
                ways = self.ways((*run, *branch))
                if ways is None:
                    return None
                found += ways
            return found
        if what is self._names.SUBPATTERN:
            _, added, taken, inside = value
            return None if added or taken else self.ways(inside)
        return self.ways(value[2]) if what in self._repeats and value[0] else None


def _in_common(ways: Sequence[Sequence[_Clause]]) -> _Clause:
    """Return a clause that holds whichever of some ways is taken."""
    return tuple(dict.fromkeys(one for way in ways for one in min(way, key=_telling)))
