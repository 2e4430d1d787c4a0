"""Channels: the ways in which two articles can be found to tell the same; each proposes candidates and aligns them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from provenance.article import Article
from provenance.model import Passage


class Channel(Protocol):
    """One way of finding reuse. `wording`, `meaning` and `translation` are channels.

    A channel may keep what it computed of an article (sketches, vectors) between calls.
    """

    name: str

    def propose(self, articles: Sequence[Article]) -> Iterable[tuple[int, int]]:
        """Return pairs ``(i, j)``, ``i < j``, sorted and without repeats, that are worth aligning."""
        ...

    def propose_for(self, article: Article, articles: Sequence[Article]) -> Iterable[int]:
        """Return the positions of the articles that are worth aligning with a new one, sorted."""
        ...

    def align(self, left: Article, right: Article, known: Sequence[Passage] = ()) -> tuple[Passage, ...]:
        """Return the passages this channel sees, in the order of the left text, beyond those already `known`."""
        ...
