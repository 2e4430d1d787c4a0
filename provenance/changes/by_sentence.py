"""What is read out of the sentences of an article, each of which is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class BySentence(Sequence[T]):
    """One thing for each of so many sentences, in order; most of those that were copied nobody asks for.

    >>> squares = BySentence(4, lambda n: n * n)
    >>> squares[3], list(squares[1:3]), len(squares)
    (9, [1, 4], 4)
    """

    __slots__ = ("_found", "_read")

    def __init__(self, count: int, read: Callable[[int], T]) -> None:
        """`read` returns what a sentence has, by its number."""
        self._read = read
        self._found: list[T | None] = [None] * count

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        found = self._found[at]
        if found is None:
            found = self._found[at] = self._read(range(len(self._found))[at])
        return found
