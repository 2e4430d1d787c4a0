"""What one new article took from a corpus, and from where."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from provenance import evidence, rarity, relate
from provenance.annotate import annotate_all
from provenance.article import Article
from provenance.channels.wording import Wording
from provenance.encoder import missing
from provenance.engines import engine
from provenance.errors import MissingExtraError
from provenance.evidence import Reading, Weighed
from provenance.match import Progress, passages_of_pairs, silent
from provenance.model import DERIVED, Change, Check, CheckSource, Document, Match, Span
from provenance.settings import Settings
from provenance.spans import mask, merged
from provenance.standing import Standing, standings
from provenance.tell import record

if TYPE_CHECKING:
    from provenance.channels.vectors import Encoded
    from provenance.index import Index

MOST_SOURCES = 20
"""Sources in which a fact is looked for before it counts as one that no source has."""
NEAR = 50
"""Articles of an index that are looked at because they share wording with the one checked."""
BESIDE = 64
"""Articles drawn from an index to tell what is common in it: words, furniture, topics."""
CHECKED = "\N{ZERO WIDTH SPACE}checked"
"""Id of the article while it is checked, so that it may be in the corpus under its own."""


@dataclass(slots=True, eq=False)
class Kept:
    """What one check may leave to the next, as long as the settings stay: work saved, the result the same."""

    articles: dict[Document, Article] = field(default_factory=dict)
    encoded: Encoded = field(default_factory=dict)

    def larger(self, articles: int, sentences: int) -> bool:
        """Return whether more of one sort is kept than so many."""
        return len(self.articles) > articles or len(self.encoded) > sentences


def check(
    document: Document, against: Sequence[Document], settings: Settings | None = None, progress: Progress | None = None
) -> Check:
    """Return what `document` took from the documents of `against`; one with the same id is not its source."""
    settings = settings or Settings()
    report = progress or silent
    article, corpus = _annotated(document, against, settings, report)
    return check_article(article, corpus, document, settings, report)


def _annotated(
    document: Document,
    against: Sequence[Document],
    settings: Settings,
    report: Progress,
    known: dict[Document, Article] | None = None,
) -> tuple[Article, Sequence[Article]]:
    """Return the article to check and those of the corpus that are not itself, by id."""
    corpus = sorted((d for d in against if d.id != document.id), key=lambda d: d.id)
    everything = [replace(document, id=CHECKED), *corpus]
    with engine(settings.jobs) as workers:
        articles = annotate_all(
            everything,
            settings.agencies,
            workers,
            lambda n: report("reading", n, len(everything)),
            known=known,
        )
    return articles[0], articles[1:]


def check_index(
    document: Document,
    index: Index,
    settings: Settings | None = None,
    progress: Progress | None = None,
    beside: Sequence[Document] = (),
    *,
    kept: Kept | None = None,
) -> Check:
    """Return what `document` took from the documents of an index, and of `beside`, without loading the index.

    Of the index are read the fifty documents that share most wording with `document`, twelve of each language whose
    topics are nearest, and sixty-four drawn by lot that show what is common in it; an index of no more than those is
    checked whole, as `check` would. A document of `beside` stands for one of the same id in the index. `kept` is what
    earlier checks left, by the same settings; this one adds to it.
    """
    settings = settings or Settings()
    article = annotate_all([document], settings.agencies)[0]
    near = {c.id for c in index.candidates(article, NEAR + 1)}
    if settings.meaning or settings.translation:
        from provenance.topics import about

        with suppress(MissingExtraError):
            near.update(about(article, index, settings))
    wanted = near | set(index.sample(BESIDE))
    wanted -= {document.id, *(d.id for d in beside)}
    documents = [*beside, *index.documents(sorted(wanted))]
    retold = None if len(index) <= BESIDE else near | {d.id for d in beside}
    report = progress or silent
    kept = kept or Kept()
    both = _annotated(document, documents, settings, report, kept.articles)
    return check_article(*both, document, settings, report, retold=retold, encoded=kept.encoded)


def unsearched(index: Index, settings: Settings) -> tuple[str, ...]:
    """Return a remark where `check_index` cannot look for all that the settings ask for in an index."""
    ways = " and ".join(
        n for n, on in (("paraphrases", settings.meaning), ("translations", settings.translation)) if on
    )
    if not ways:
        return ()
    if reason := missing(settings.encoder):
        return (f"{ways} are not looked for: {reason}",)
    found = index.info()
    if found.documents <= BESIDE:
        return ()
    if index.encoder() not in {None, settings.encoder}:
        return (f"{ways} are not searched for: {index.path} has topics by the encoder {index.encoder()}; use that one",)
    if lacking := found.documents - found.described:
        return (
            f"{ways} of {lacking} of the {found.documents} articles of the index are found only if they share wording; "
            'add the articles again with "provenance index add" to have their topics kept',
        )
    return ()


def check_article(
    article: Article,
    corpus: Sequence[Article],
    document: Document,
    settings: Settings,
    report: Progress = silent,
    *,
    retold: Collection[str] | None = None,
    encoded: Encoded | None = None,
) -> Check:
    """Return what an annotated article took from an annotated corpus.

    `retold` are the ids of those whose sentences are worth encoding to see whether they are retold, all by default.
    `encoded` holds vectors of sentences by the settings' encoder; those made now are added.
    """
    encoded = {} if encoded is None else encoded
    everything = [article, *corpus]
    asked = {1 + j for j in Wording().propose_for(article, corpus)}
    if settings.meaning or settings.translation:
        from provenance.channels.retelling import open_channels

        places = [j for j, other in enumerate(corpus) if retold is None or other.id in retold]
        for channel in open_channels(settings, encoded)[0]:
            asked.update(1 + places[j] for j in channel.propose_for(article, [corpus[j] for j in places]))
    pairs, _ = passages_of_pairs(everything, [(0, j) for j in sorted(asked)], settings, report, encoded=encoded)
    weights = rarity.independence_around(everything, pairs)
    readings = evidence.Readings(everything, rarity.learn(everything, weights), weights)
    mine = readings[0]
    origin = standings(everything)
    sources: list[tuple[CheckSource, Reading, Weighed]] = []
    for (_, j), passages in sorted(pairs.items()):
        other = readings[j]
        weighed = evidence.weigh(passages, mine, other)
        if weighed.passages:
            match = relate.match(mine, other, weighed)
            if match.confidence >= 0.5 and match.relation in DERIVED:
                sources.append((_source(match, weighed, origin[0], origin[j], everything[j]), other, weighed))
    issued = {everything[j].id for j, standing in enumerate(origin) if standing.issuer is not None}
    # Copies of one report explain an article as well as the report does, to a few words: its issuer goes first.
    sources.sort(key=lambda x: (-round(x[0].share, 1), x[0].document not in issued, -x[0].bits, x[0].document))
    return _told(article, document, mine, [s for s, _, _ in sources], _changes(article, sources))


def _source(match: Match, weighed: Weighed, mine: Standing, theirs: Standing, other: Article) -> CheckSource:
    named = theirs.issuer in mine.credited if theirs.issuer else bool(theirs.credited & mine.credited)
    return CheckSource(
        document=other.id,
        relation=match.relation,
        confidence=match.confidence,
        bits=match.bits,
        share=match.share_of_left,
        credited=named,
        passages=weighed.passages,
    )


def _changes(article: Article, sources: Sequence[tuple[CheckSource, Reading, Weighed]]) -> tuple[Change, ...]:
    """Return the facts that differ from the source that explains most of the article."""
    if not sources:
        return ()
    from provenance.changes import changes

    first, reading, weighed = sources[0]
    others = [r.article for _, r, _ in sources[1:MOST_SOURCES]]
    kind = first.relation
    assert kind in DERIVED
    turned = evidence.flipped(weighed)
    return changes(reading.article, article, turned.passages, kind, others)


def _told(
    article: Article, document: Document, mine: Reading, sources: Sequence[CheckSource], found: tuple[Change, ...]
) -> Check:
    """Return the sum of what was found; shares count characters outside furniture."""
    reused = _share(article, [p.left for s in sources for p in s.passages])
    credited = merged(p.left for s in sources if s.credited for p in s.passages)
    uncredited = _share(article, [p.left for s in sources if not s.credited for p in s.passages], credited)
    first = sources[0] if sources else None
    return Check(
        article=replace(record(article), id=document.id),
        relation=first.relation if first else "none",
        confidence=max((s.confidence for s in sources), default=1.0),
        share_reused=reused,
        share_uncredited=uncredited,
        sources=tuple(sources),
        changes=tuple(replace(c, target=document.id) for c in found),
    )


def _share(article: Article, spans: Sequence[Span], without: Sequence[Span] = ()) -> float:
    """Return the share of the characters outside furniture that lie in `spans` and not in `without`."""
    content = ~mask(len(article.text), article.furniture)
    inside = mask(len(article.text), spans) & ~mask(len(article.text), without) & content
    return float(inside.sum()) / max(1.0, float(content.sum()))
