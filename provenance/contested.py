"""Whose word is believed where witnesses of one sentence have it in the same words but for a number or a negation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from provenance.changes.negation import NEGATORS, denies, refuses
from provenance.changes.quantities import Quantity, same_sort, says

SAME, REWORDED = 0.8, 0.5
"""Likeness from which on two sentences are one wording, so that what differs in one stands for what the other has; and
from which on one is the other reworded, so that a number stands for another where it is the only one."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a witness says of one thing."""

    text: str
    language: str
    words: tuple[str, ...]
    """Folded."""
    numbers: tuple[Quantity, ...]


def dissenters(said: Mapping[str, Said], name: str) -> frozenset[str]:
    """Return the witnesses that say otherwise than one of them, whether in its words or as another that has them."""
    one, some = said[name], Counter(said.values())
    against = {heard for rival in _rivals(one, some) for heard in _voices(some, rival, one)}
    return frozenset(w for w, heard in said.items() if heard in against)


def is_outvoted(said: Mapping[str, Said], name: str) -> bool:
    """Return whether more witnesses say as another does that has the words of one, but for a fact, than as that one."""
    one, some = said[name], Counter(said.values())
    return any(_voices(some, rival, one).total() > _voices(some, one, rival).total() for rival in _rivals(one, some))


def _rivals(one: Said, some: Iterable[Said]) -> list[Said]:
    return [other for other in some if other != one and at_odds(one, other)]


def _voices(some: Counter[Said], one: Said, rival: Said) -> Counter[Said]:
    """Return what says as one of two that are at odds, in whatever words and language, and how many say it."""
    own, other = _own_numbers(one, rival), _own_numbers(rival, one)
    # What has a word for "reject" besides may say either.
    turned = _denies(one) != _denies(rival) and _refuses(one) != _refuses(rival)

    def agrees(heard: Said, numbers: Sequence[Quantity], with_: Said) -> bool:
        if any(same_sort(q, h) and says(h, q) for q in numbers for h in heard.numbers):
            return True
        return turned and heard.language in _KNOWN and _refuses(heard) == _refuses(with_)

    def backs(heard: Said) -> bool:
        return heard == one or (agrees(heard, own, one) and not agrees(heard, other, rival))

    return Counter({heard: count for heard, count in some.items() if backs(heard)})


_KNOWN = NEGATORS.keys()
"""Languages of which it is known how they deny; in others a sentence without a word for it may well do so."""


def at_odds(one: Said, other: Said) -> bool:
    """Return whether two sentences of one wording differ in a number or a negation."""
    likeness = Indel.normalized_similarity(one.words, other.words) if one.language == other.language else 0.0
    if likeness < REWORDED:
        return False
    own, others = _own_numbers(one, other), _own_numbers(other, one)
    replaced = likeness >= SAME or len(own) == len(others) == 1
    if replaced and any(same_sort(q, r) for q in own for r in others):
        return True
    return likeness >= SAME and _denies(one) != _denies(other)


def _own_numbers(one: Said, other: Said) -> list[Quantity]:
    """Return the numbers of a sentence that another says in no way."""
    return [q for q in one.numbers if not any(says(q, r) or says(r, q) for r in other.numbers)]


@lru_cache(maxsize=4096)
def _denies(one: Said) -> bool:
    return denies(one.text, one.language)


@lru_cache(maxsize=4096)
def _refuses(one: Said) -> bool:
    return refuses(one.text, one.language)
