"""The passages of pairs of articles, through every channel that is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from provenance import rarity
from provenance.align import passages_between
from provenance.article import Article
from provenance.channels.retelling import open_channels
from provenance.channels.wording import Wording
from provenance.model import Passage
from provenance.settings import Settings

Pair = tuple[int, int]
Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def passages_of_corpus(
    articles: Sequence[Article], settings: Settings, report: Progress = silent
) -> tuple[dict[Pair, tuple[Passage, ...]], tuple[str, ...]]:
    """Return the passages of every pair that some channel proposes, and remarks on channels that must stay off."""
    return passages_of_pairs(articles, Wording().propose(articles), settings, report, search=True)


def passages_of_pairs(
    articles: Sequence[Article],
    pairs: Iterable[Pair],
    settings: Settings,
    report: Progress = silent,
    search: bool = False,
) -> tuple[dict[Pair, tuple[Passage, ...]], tuple[str, ...]]:
    """Return the passages of `pairs`, wording first; `search` lets the other channels propose pairs of their own."""
    found = _worded(articles, sorted(pairs), report)
    channels, remarks = open_channels(settings)
    for channel in channels:
        asked = sorted({*found, *(channel.propose(articles) if search else ())})
        channel.prepare((articles[i], articles[j], found.get((i, j), ())) for i, j in asked)
        for number, (i, j) in enumerate(asked):
            report(channel.name, number, len(asked))
            known = found.get((i, j), ())
            more = channel.align(articles[i], articles[j], known)
            found[i, j] = tuple(sorted((*known, *more), key=lambda p: (p.left, p.right, p.kind)))
    return found, remarks


def _worded(articles: Sequence[Article], pairs: Sequence[Pair], report: Progress) -> dict[Pair, tuple[Passage, ...]]:
    """Return the worded passages of `pairs`; pairs without any are kept, other channels may find some."""
    common = rarity.learn(articles)
    needed = sorted({place for pair in pairs for place in pair})
    bits = {articles[i].id: common.bits(articles[i]) for i in needed}
    found = {}
    for number, (i, j) in enumerate(pairs):
        report("aligning", number, len(pairs))
        found[i, j] = passages_between(articles[i], articles[j], rarity=lambda a: bits[a.id])
    return found
