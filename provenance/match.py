"""The passages of pairs of articles, through every channel that is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from provenance import rarity
from provenance.align import forget, passages_between
from provenance.article import Article, Pair
from provenance.channels.retelling import open_channels
from provenance.channels.vectors import Encoded
from provenance.channels.wording import Wording
from provenance.engines import Engine, Here
from provenance.model import Passage
from provenance.settings import Settings

_PAIRS = 1000
"""Pairs that one task aligns, and the fewest worth a second process."""
Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def passages_of_corpus(
    articles: Sequence[Article],
    settings: Settings,
    report: Progress = silent,
    engine: Engine | None = None,
    *,
    encoded: Encoded | None = None,
    held: rarity.Held | None = None,
) -> tuple[dict[Pair, tuple[Passage, ...]], tuple[str, ...]]:
    """Return the passages of every pair that some channel proposes, and remarks on channels that must stay off.

    `held` are the words of the articles, where they are known already.
    """
    return passages_of_pairs(
        articles, Wording().propose(articles), settings, report, search=True, engine=engine, encoded=encoded, held=held
    )


def passages_of_pairs(
    articles: Sequence[Article],
    pairs: Iterable[Pair],
    settings: Settings,
    report: Progress = silent,
    *,
    search: bool = False,
    encoded: Encoded | None = None,
    engine: Engine | None = None,
    held: rarity.Held | None = None,
) -> tuple[dict[Pair, tuple[Passage, ...]], tuple[str, ...]]:
    """Return the passages of `pairs`, wording first; `search` lets the other channels propose pairs of their own.

    `encoded` holds vectors of sentences by the settings' encoder; those made now are added.
    """
    found = _worded(articles, sorted(pairs), engine or Here(), report, held)
    channels, remarks = open_channels(settings, encoded)
    for channel in channels:
        asked = sorted({*found, *(channel.propose(articles) if search else ())})
        channel.prepare((articles[i], articles[j], found.get((i, j), ())) for i, j in asked)
        for number, (i, j) in enumerate(asked):
            report(channel.name, number, len(asked))
            known = found.get((i, j), ())
            more = channel.align(articles[i], articles[j], known)
            found[i, j] = tuple(sorted((*known, *more), key=lambda p: (p.left, p.right, p.kind)))
    return found, remarks


def _worded(
    articles: Sequence[Article], pairs: Sequence[Pair], engine: Engine, report: Progress, held: rarity.Held | None
) -> dict[Pair, tuple[Passage, ...]]:
    """Return the worded passages of `pairs`; pairs without any are kept, other channels may find some."""
    common = (held or rarity.Held.of(articles)).rarity()
    aligned: dict[Pair, tuple[Passage, ...]] = {}
    tasks = _tasks(pairs)
    work = (_Task(task, {n: (articles[n], common.bits(articles[n])) for n in _places(task)}) for task in tasks)
    report("aligning", 0, len(pairs))
    for task, passages in zip(tasks, engine.map(_align, work), strict=True):
        aligned.update(zip(task, passages, strict=True))
        report("aligning", len(aligned), len(pairs))
    return {pair: aligned[pair] for pair in pairs}


@dataclass(frozen=True, slots=True)
class _Task:
    """Pairs to align and their articles, with the surprise of each word: all that another process needs."""

    pairs: tuple[Pair, ...]
    articles: dict[int, tuple[Article, rarity.Bits]]


def _align(task: _Task) -> list[tuple[Passage, ...]]:
    """Return the worded passages of each pair of a task."""
    bits = {article.id: known for article, known in task.articles.values()}

    def surprise(article: Article) -> rarity.Bits:
        return bits[article.id]

    articles = {place: article for place, (article, _) in task.articles.items()}
    found = [passages_between(articles[i], articles[j], rarity=surprise) for i, j in task.pairs]
    forget()
    return found


def _places(pairs: Iterable[Pair]) -> list[int]:
    return sorted({place for pair in pairs for place in pair})


def _tasks(pairs: Sequence[Pair]) -> list[tuple[Pair, ...]]:
    """Return sorted `pairs` as tasks, those of one family together, so that few articles travel twice."""
    parent = {place: place for place in _places(pairs)}

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for i, j in pairs:
        one, other = sorted((root(i), root(j)))
        parent[other] = one
    ordered = sorted(pairs, key=lambda pair: (root(pair[0]), pair))
    return [tuple(ordered[at : at + _PAIRS]) for at in range(0, len(ordered), _PAIRS)]
