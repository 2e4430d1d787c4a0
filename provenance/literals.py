"""Which of many strings stand in a text, found in one walk over it (Aho and Corasick, 1975)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Sorts = npt.NDArray[np.uint16]
States = npt.NDArray[np.uint16]

OFTEN = 200
"""Texts from which on it is worth while to make an automaton: it takes as long as to look for each string in some."""


class Automaton(NamedTuple):
    """A machine that goes through a text byte by byte, and is where it has just read most of some string."""

    sort_of: Sorts
    """The sort of each byte; 0 for all that are in no string."""
    moves: States
    """By state and sort of byte, the next state; a text begins in state 0."""
    ends: States
    """For each state the nearest in which a string has been read whole, 0 for none: itself, or one of a shorter end."""
    behind: States
    """For each state that in which less has been read: of all that ends alike, the longest shorter beginning."""
    told: States
    """The state in which each string has been read whole."""


class Literals:
    """Strings to look for in texts; none may be empty.

    >>> Literals(["told", "to ", "ol", "with"]).inside("He told us.")
    ('told', 'ol')
    """

    def __init__(self, some: Iterable[str], often: int = OFTEN) -> None:
        """`often` is from how many texts on all are looked for at once; raises ValueError for an empty string."""
        self.strings = tuple(dict.fromkeys(some))
        if "" in self.strings:
            raise ValueError("an empty string stands everywhere")
        self._plain = tuple(filter(str.isascii, self.strings))
        self._often = often
        self._asked = 0

    def inside(self, text: str) -> tuple[str, ...]:
        """Return those that stand in a text, in their own order."""
        self._asked += 1
        if self._asked <= self._often:
            return tuple(filter(text.__contains__, self._plain if text.isascii() else self.strings))
        from provenance.literal_loops import walk

        machine = self._automaton
        seen = np.zeros(len(machine.ends), np.bool_)
        walk(*machine[:4], np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8), seen)
        return tuple([self.strings[n] for n in np.flatnonzero(seen[machine.told]).tolist()])

    @cached_property
    def _automaton(self) -> Automaton:
        return automaton([one.encode("utf-8", "surrogatepass") for one in self.strings])


def automaton(strings: Sequence[bytes]) -> Automaton:
    """Return the machine for some strings, each once; they hold fewer than 65,536 bytes together."""
    letters = sorted(set(b"".join(strings)))
    sort_of = np.zeros(256, np.uint16)
    sort_of[letters] = np.arange(1, len(letters) + 1)
    after: list[dict[int, int]] = [{}]
    told = [_grown(after, string) for string in strings]
    moves = np.zeros((len(after), len(letters) + 1), np.uint16)
    ends, behind = np.zeros(len(after), np.uint16), np.zeros(len(after), np.uint16)
    ends[told] = told
    waiting = deque([0])
    while waiting:
        state = waiting.popleft()
        # What was read less of is nearer to the beginning, and has its moves already.
        shorter = moves[behind[state]].copy()
        ends[state] = ends[state] or ends[behind[state]]
        for byte, longer in after[state].items():
            behind[longer] = shorter[sort_of[byte]] if state else 0
            moves[state, sort_of[byte]] = longer
            waiting.append(longer)
        kept = moves[state] == 0
        moves[state, kept] = shorter[kept]
    return Automaton(sort_of, moves, ends, behind, np.array(told, np.uint16))


def _grown(after: list[dict[int, int]], string: bytes) -> int:
    """Return the state in which a string has been read, those on the way added where they are missing."""
    state = 0
    for byte in string:
        following = after[state].setdefault(byte, len(after))
        if following == len(after):
            after.append({})
        state = following
    return state
