"""A corpus in, everything that was found out about it out: the composition that a newcomer reads first.

Documents are annotated; the channels propose pairs and align them; passages are weighed; a pair's weight names its
relation; families of related articles are derived; along every edge the changed facts are looked for, and the text of
every lost original is put together from its witnesses. From the weighing on each story is told alone (`stories`).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import chain

from provenance import evidence, formula, rarity, stories
from provenance.annotate import annotate_all
from provenance.article import Article
from provenance.channels.vectors import Encoded
from provenance.engines import Engine, engine
from provenance.match import Progress, passages_of_corpus, silent
from provenance.model import Document, Trace
from provenance.settings import Settings
from provenance.standing import one_name
from provenance.stories import Family, Told
from provenance.tell import record

SHOWN = 0.05
"""Matches less probable than this are not worth a line."""


def trace(
    documents: Sequence[Document],
    settings: Settings | None = None,
    progress: Progress | None = None,
    *,
    known: dict[Document, Article] | None = None,
    encoded: Encoded | None = None,
    workers: Engine | None = None,
) -> Trace:
    """Return who took what from whom among `documents`, whose ids must differ.

    The result does not depend on their order. Raises nothing for odd texts: a document without words has no matches.
    `known` and `encoded` are what an earlier trace, by the same settings, made of documents and of sentences; they
    change nothing in the result, and what is made now is added. `workers` do the work and stay with the caller; without
    any, as many processes as `settings` say are started for it.
    """
    settings = settings or Settings()
    report = progress or silent
    ordered = sorted(documents, key=lambda d: d.id)
    with engine(settings.jobs) if workers is None else nullcontext(workers) as hands:
        articles = annotate_all(
            ordered, settings.agencies, hands, lambda n: report("reading", n, len(ordered)), known=known
        )
        held = rarity.Held.of(articles)
        pairs, remarks = passages_of_corpus(articles, settings, report, hands, encoded=encoded, held=held)
        weights = rarity.independence(articles, pairs)
        readings = evidence.Readings(articles, held.rarity(weights), weights)
        readings = readings.counting(formula.learn(pairs, readings).stories)
        joined = stories.joined(pairs)
        tasks = stories.tasks(joined, pairs, readings, one_name(articles), _unlike(ordered))
        told: list[Told] = []
        for some in hands.map(stories.told, tasks):
            told += some
            report("deriving", len(told), len(joined))
    families = _numbered(told)
    family_of = {place: number for number, family in enumerate(families, 1) for place in family.members}
    matches = sorted((match for one in told for match in one.matches), key=lambda m: m[0])
    derivations = chain.from_iterable(family.derivations for family in families)
    return Trace(
        documents=tuple(record(a, family_of.get(i)) for i, a in enumerate(articles)),
        lost=tuple(original for family in families for original in family.lost),
        derivations=tuple(sorted(derivations, key=lambda d: (d.target, -d.confidence, d.source))),
        matches=tuple(match for _, match in matches if match.confidence >= SHOWN),
        changes=tuple(change for family in families for change in family.changes),
        settings=settings.recorded(),
        remarks=remarks,
    )


def _unlike(documents: Sequence[Document]) -> str:
    """Return a name for lost originals, while their numbers are not known, with which no document's id begins."""
    name = "\N{ZERO WIDTH SPACE}lost"
    while any(d.id.startswith(name) for d in documents):
        name += "\N{ZERO WIDTH SPACE}"
    return name


def _numbered(told: Sequence[Told]) -> list[Family]:
    """Return the families of all stories, largest first, their lost originals numbered throughout."""
    found: list[Family] = []
    count = 0
    for family in sorted((f for one in told for f in one.families), key=lambda f: (-len(f.members), f.members)):
        names = {original.id: f"lost-{count + n}" for n, original in enumerate(family.lost, 1)}
        found.append(family.renamed(names))
        count += len(family.lost)
    return found
