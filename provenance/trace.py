"""A corpus in, everything that was found out about it out: the composition that a newcomer reads first.

Documents are annotated; the channels propose pairs and align them; passages are weighed; a pair's weight names its
relation; families of related articles are derived; along every edge the changed facts are looked for, and the text of
every lost original is put together from its witnesses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance import evidence, formula, rarity, relate
from provenance.annotate import annotate_all
from provenance.derive import Bond, Stemma, families, stemma
from provenance.match import Progress, passages_of_corpus, silent
from provenance.model import DERIVED, Document, Trace
from provenance.settings import Settings
from provenance.standing import standings
from provenance.tell import Found, record, tell

SHOWN = 0.05
"""Matches less probable than this are not worth a line."""


def trace(documents: Sequence[Document], settings: Settings | None = None, progress: Progress | None = None) -> Trace:
    """Return who took what from whom among `documents`, whose ids must differ.

    The result does not depend on their order. Raises nothing for odd texts: a document without words has no matches.
    """
    settings = settings or Settings()
    report = progress or silent
    ordered = sorted(documents, key=lambda d: d.id)
    articles = annotate_all(ordered, settings.agencies, settings.jobs, lambda n: report("reading", n, len(ordered)))
    pairs, remarks = passages_of_corpus(articles, settings, report)
    weights = rarity.independence(articles, pairs)
    readings = evidence.Readings(articles, rarity.learn(articles, weights), weights)
    readings = readings.counting(formula.learn(pairs, readings).stories)
    found: Found = {}
    for number, ((i, j), passages) in enumerate(sorted(pairs.items())):
        report("weighing", number, len(pairs))
        if not passages:
            continue
        weighed = evidence.weigh(passages, readings[i], readings[j])
        if weighed.passages:
            found[i, j] = relate.match(readings[i], readings[j], weighed), weighed
    bonds = [
        Bond(i, j, weighed, match.confidence)
        for (i, j), (match, weighed) in sorted(found.items())
        if match.relation in DERIVED and match.confidence >= 0.5
    ]
    origin = standings(articles)
    groups = families(len(articles), bonds)
    family_of = {m: number + 1 for number, members in enumerate(groups) for m in members}
    of_family: dict[int, list[Bond]] = defaultdict(list)
    for bond in bonds:
        of_family[family_of[bond.left]].append(bond)

    def trees() -> Iterator[Stemma]:
        # One family at a time through deriving and telling: both read its figures, which are kept for a while only.
        for number, members in enumerate(groups):
            report("deriving", number, len(groups))
            yield stemma(members, of_family[number + 1], readings, origin)

    derivations, lost, changes = tell(trees(), articles, readings, origin, found)
    return Trace(
        documents=tuple(record(a, family_of.get(i)) for i, a in enumerate(articles)),
        lost=lost,
        derivations=derivations,
        matches=tuple(m for _, (m, _) in sorted(found.items()) if m.confidence >= SHOWN),
        changes=changes,
        settings=settings.recorded(),
        remarks=remarks,
    )
