"""Which sentences of two articles say the same: groups of one or two on each side, and how probable each group is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.encoder import Vectors
from provenance.model import Passage, Span
from provenance.spans import mask

Likeness = npt.NDArray[np.float32]

_LETTERS, _SIGNED = 3, 8
"""Letters and digits below which a sentence says nothing that could be compared, and below which, beside the names of
agencies, one that closes a text is a signature: the same below every report, it would vouch for what stands before."""
_SIGN, _SIGNS = 3, 0x2E80
"""What a sign of Chinese, Japanese or Korean counts for, and the code from which on they stand."""

_MOST = 1000
"""Sentences of an article that are compared; aligning takes time and memory with the product of two articles'."""

_FLOORS, _MERGED, _MOVED = (0.28, 0.15), 0.05, 0.4
"""Likeness from which sentences of short and of long texts may go together in order, what two together need beyond, and
likeness out of order."""

_JEALOUS = 0.5
"""Share of what a sentence finds better elsewhere that counts against a group in order."""

_LONG_ODDS = {"likeness": 11.1, "order": 3.5, "rival": -4.3, "sequence": 1.8, "always": -13.4}
_RETOLD_ODDS = {
    "likeness": 11.9,
    "order": 1.3,
    "rival": -7.4,
    "sequence": 1.33,
    "mutual": 5.3,
    "known": 4.9,
    "always": -13.9,
}
_SHORT_ODDS = {"likeness": 9.5, "support": 5.0, "order": 5.8, "rival": -12.5, "alone": -0.5, "always": -5.9}
"""Log odds (nats) that a group is one statement taken over, fitted on aligned translations, paraphrases and summaries
against other stories, independent answers to one question and independent reports of one event. In a text of few
sentences their sequence says nothing, and neighbours have to. Those of long texts in one language were fitted on
labelled stories, made sharper by 1.4, which tells pairs of articles better, and half a nat readier: there two reports
of one event have the same names and words, and it tells more how far sentences stand out for each other."""

_FEW, _MANY = 5, 10
"""Sentences up to which a text is judged as a short one, and from which on as a long one."""

_UNKNOWN = 0.2
"""What stands for the likeness of neighbours where a text has no sentence beside the group."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of the left article, by their numbers, that go with sentences of the right one."""

    rows: Span
    columns: Span
    likeness: float


def telling(article: Article) -> list[Span]:
    """Return the sentences of an article that can be compared: no furniture or signature, with something in them."""
    inside = _shares(len(article.text), article.sentences, article.furniture)
    outside = (s for s, share in zip(article.sentences, inside, strict=True) if share < 0.5)
    found = list(islice((s for s in outside if _says(article.text, s, _LETTERS)), _MOST))
    credited = [credit.span for credit in article.credits]
    while found and not _says(article.text, found[-1], _SIGNED, credited):
        found.pop()
    return found


def _says(text: str, span: Span, least: int, credited: Sequence[Span] = ()) -> bool:
    """Tell whether a sentence has at least so many letters and digits outside of credits."""
    letters = 0
    for place in range(span[0], min(span[1], span[0] + 200)):
        if text[place].isalnum() and not any(start <= place < end for start, end in credited):
            letters += _SIGN if ord(text[place]) >= _SIGNS else 1
            if letters >= least:
                return True
    return False


def _shares(length: int, spans: Sequence[Span], by: Sequence[Span]) -> list[float]:
    """Return which share of each span of a text of so many code points lies in the spans `by`, which may overlap."""
    inside = np.zeros(length + 1, np.int64)
    np.cumsum(mask(length, by), out=inside[1:])
    return [float(inside[end] - inside[start]) / max(1, end - start) for start, end in spans]


@dataclass(frozen=True, slots=True)
class Sides:
    """The telling sentences of two articles, those that no known passage accounts for, and the known as groups."""

    lefts: list[Span]
    rights: list[Span]
    open_lefts: list[int]
    open_rights: list[int]
    known: list[Group]

    @property
    def share_known(self) -> float:
        """The share of sentences that known passages account for, on the side where it is greater."""
        return 1 - min(
            len(some) / max(1, len(every))
            for some, every in ((self.open_lefts, self.lefts), (self.open_rights, self.rights))
        )


def sides(left: Article, right: Article, known: Sequence[Passage]) -> Sides:
    """Return the sentences of two articles, given the passages that are `known` already."""
    lefts, rights = telling(left), telling(right)
    taken_left = _shares(len(left.text), lefts, [p.left for p in known])
    taken_right = _shares(len(right.text), rights, [p.right for p in known])
    groups = []
    for passage in known:
        rows, columns = _within(lefts, passage.left), _within(rights, passage.right)
        if rows and columns:
            groups.append(Group(rows, columns, 1.0))
    return Sides(
        lefts,
        rights,
        [i for i, share in enumerate(taken_left) if share < 0.5],
        [j for j, share in enumerate(taken_right) if share < 0.5],
        groups,
    )


def _within(sentences: Sequence[Span], span: Span) -> Span | None:
    """Return the numbers of the sentences of which at least half lies in a span."""
    inside = [
        i for i, (start, end) in enumerate(sentences) if 2 * (min(end, span[1]) - max(start, span[0])) >= end - start
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def group(both: Sides, left: Vectors, right: Vectors, *, across: bool = False) -> list[tuple[Group, float]]:
    """Return the groups of open sentences that say the same, by rows, each with its probability in [0, 1].

    `left` and `right` hold a vector for each open sentence, `across` tells whether they are in two languages. Groups
    that keep their order in both texts are found together, by dynamic programming (as in vecalign, Thompson and Koehn
    2019); what is left over may be anywhere, but must be each other's best. The vector of two sentences is their mean,
    weighed by length.
    """
    from provenance.channels.sequence import mutual, sequence
    from provenance.encoder_loops import chain

    if not len(left) or not len(right):
        return []
    likeness = _likenesses(both, left, right)
    long = min(1.0, max(0.0, (min(len(left), len(right)) - _FEW) / (_MANY - _FEW)))
    floor = (1 - long) * _FLOORS[0] + long * _FLOORS[1]
    found = [
        Group((i, i + a), (j, j + b), float(likeness[a - 1 + 2 * (b - 1), i, j]))
        for i, a, j, b in chain(likeness - _JEALOUS * _bettered(likeness), floor, _MERGED).tolist()
    ]
    rest = likeness[0].copy()
    for g in found:
        rest[slice(*g.rows)] = -1
        rest[:, slice(*g.columns)] = -1
    found += [Group((i, i + 1), (j, j + 1), float(rest[i, j])) for i, j in _mutual_best(rest) if rest[i, j] >= _MOVED]
    rivals = [_rival(g, likeness[0]) for g in found]
    placed = [_placed(g, both) for g in found]
    every = [*placed, *both.known]
    whole = {"sequence": sequence(likeness[0]), "mutual": mutual(likeness[0]), "known": both.share_known}
    signals = [{**_signals(g, rival, every, both), **whole} for g, rival in zip(placed, rivals, strict=True)]
    return sorted(
        (
            (g, _chance(some, long, _LONG_ODDS if across else _RETOLD_ODDS))
            for g, some in zip(placed, signals, strict=True)
        ),
        key=lambda x: (x[0].rows, x[0].columns),
    )


def _likenesses(both: Sides, left: Vectors, right: Vectors) -> Likeness:
    """Return the products of sentences, alone and with the next, in the shape (4, n, m) that `chain` wants."""
    lefts, rights = (
        (rows, _joined(rows, [b - a for a, b in (spans[i] for i in places)], places))
        for rows, spans, places in ((left, both.lefts, both.open_lefts), (right, both.rights, both.open_rights))
    )
    return np.stack([lefts[k % 2] @ rights[k // 2].T for k in range(4)]).round(3)


def _bettered(likeness: Likeness) -> Likeness:
    """Return by how much each group's likeness falls short of the best that any of its sentences finds alone."""
    single = likeness[0]
    rows, columns = single.max(axis=1), single.max(axis=0)
    rows2, columns2 = np.maximum(rows, np.append(rows[1:], -1)), np.maximum(columns, np.append(columns[1:], -1))
    best = [np.maximum(r[:, None], c[None]) for c in (columns, columns2) for r in (rows, rows2)]
    short: Likeness = np.maximum(np.stack(best) - likeness, 0).astype(np.float32)
    return short


def _joined(rows: Vectors, lengths: Sequence[int], places: Sequence[int]) -> Vectors:
    """Return the vector of each sentence and the next one together; nothing like anything where the two are apart."""
    weighed = rows * np.asarray(lengths, np.float32)[:, None]
    joined = np.zeros_like(rows)
    next_door = np.flatnonzero(np.diff(places) == 1)
    joined[next_door] = weighed[next_door] + weighed[next_door + 1]
    unit: Vectors = joined / np.maximum(np.linalg.norm(joined, axis=1, keepdims=True), 1e-6)
    return unit


def _mutual_best(likeness: Likeness) -> list[tuple[int, int]]:
    best_right, best_left = likeness.argmax(axis=1), likeness.argmax(axis=0)
    return [(i, int(j)) for i, j in enumerate(best_right) if best_left[j] == i]


def _rival(g: Group, likeness: Likeness) -> float:
    """Return how like the group's sentences the best others are, on the side where they are less so, in [0, 1].

    In one text on a subject everything is like everything; a statement taken over is like one sentence alone. A
    summary's sentence is like several of its source's, but a source's sentence is like one of the summary's.
    """
    across = likeness[slice(*g.rows)].copy()
    across[:, slice(*g.columns)] = 0
    down = likeness[:, slice(*g.columns)].copy()
    down[slice(*g.rows)] = 0
    return max(0.0, min(float(across.max()), float(down.max())))


def _placed(g: Group, both: Sides) -> Group:
    """Return a group of open sentences by their numbers among all sentences."""
    rows = both.open_lefts[g.rows[0]], both.open_lefts[g.rows[1] - 1] + 1
    columns = both.open_rights[g.columns[0]], both.open_rights[g.columns[1] - 1] + 1
    return Group(rows, columns, g.likeness)


def _chance(signals: Mapping[str, float], long: float, odds_of_long: Mapping[str, float]) -> float:
    """Return the probability that a group with these signals is one statement taken over; `long` in [0, 1]."""
    odds = [sum(weight * signals[name] for name, weight in table.items()) for table in (_SHORT_ODDS, odds_of_long)]
    return 1 / (1 + math.exp(-((1 - long) * odds[0] + long * odds[1])))


def _signals(g: Group, rival: float, every: Sequence[Group], both: Sides) -> dict[str, float]:
    """Return what speaks for and against a group.

    `support` is the likeness of the groups right before and after in both texts, `order` of those right before and
    after in the shorter text that stand before and after in the longer one too, as in a summary.
    """
    n, m = len(both.lefts), len(both.rights)
    first, last = min(g.rows[0], g.columns[0]) == 0, g.rows[1] == n or g.columns[1] == m
    support = _mean(
        [] if first else [max((_beside(other, g) * other.likeness for other in every), default=0.0)],
        [] if last else [max((_beside(g, other) * other.likeness for other in every), default=0.0)],
    )
    short, long = (_rows, _columns) if n <= m else (_columns, _rows)
    order = _mean(
        [] if short(g)[0] == 0 else [_best(o for o in every if _next(short(o), short(g)) and long(o)[1] <= long(g)[0])],
        []
        if short(g)[1] == min(n, m)
        else [_best(o for o in every if _next(short(g), short(o)) and long(g)[1] <= long(o)[0])],
    )
    return {
        "likeness": g.likeness,
        "support": _UNKNOWN if support is None else support,
        "order": _UNKNOWN if order is None else order,
        "rival": rival,
        "alone": float(support is None),
        "always": 1.0,
    }


def _rows(g: Group) -> Span:
    return g.rows


def _columns(g: Group) -> Span:
    return g.columns


def _best(groups: Iterable[Group]) -> float:
    return max((g.likeness for g in groups), default=0.0)


def _mean(*sides: list[float]) -> float | None:
    values = [value for side in sides for value in side]
    return sum(values) / len(values) if values else None


def _next(first: Span, second: Span) -> bool:
    return 0 <= second[0] - first[1] <= 1


def _beside(first: Group, second: Group) -> float:
    """Return 1 where a group follows another at once in both texts, 0.8 where a sentence lies between, or 0."""
    if not (_next(first.rows, second.rows) and _next(first.columns, second.columns)):
        return 0.0
    return 1.0 if (first.rows[1], first.columns[1]) == (second.rows[0], second.columns[0]) else 0.8
