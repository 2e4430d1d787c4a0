"""Documents made into articles: language, words, sentences, quotes, credits, and furniture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from provenance import credits as crediting
from provenance import furniture, split
from provenance.article import Article
from provenance.engines import Engine, Here
from provenance.model import Credit, Document
from provenance.words import tokenise

_CHUNK = 64
"""Articles that one task annotates."""
_WORTH = 600
"""The fewest articles that are worth a second process: two seconds of work, as it takes one to start."""


def annotate(document: Document, agencies: Iterable[str] = ()) -> Article:
    """Return the document with all that can be found in it alone; furniture takes a corpus and is left empty.

    A declared language wins over a guessed one. `agencies` are names to look for beside the known ones.
    """
    language = split.declared_language(document.language) or split.language(document.text)
    sentences, quotes = split.split(document.text, language)
    return Article(
        document=document,
        language=language,
        words=tokenise(document.text),
        sentences=sentences,
        quotes=quotes,
        credits=crediting.credits(document.text, agencies),
    )


def annotate_all(
    documents: Sequence[Document],
    agencies: Iterable[str] = (),
    engine: Engine | None = None,
    progress: Callable[[int], None] | None = None,
    *,
    known: dict[Document, Article] | None = None,
) -> list[Article]:
    """Return the documents as articles, in their order, with furniture marked and agencies called by one name.

    Agencies that one article introduces are recognised in all the others. `engine` says where the work is done and
    changes nothing in the result; `progress` is called with how many documents are done. `known` holds what `annotate`
    made of documents for the same agencies; what is made now is added.
    """
    wanted = tuple(sorted(set(agencies)))
    known = {} if known is None else known
    workers = engine if engine is not None and len(documents) >= _WORTH else Here()
    new = [d for d in documents if d not in known]
    known.update(zip(new, _each(new, wanted, workers, progress), strict=True))
    articles = [known[d] for d in documents]
    return furniture.mark(settle_credits(articles, wanted, workers), workers)


def _each(
    documents: Sequence[Document],
    agencies: tuple[str, ...],
    engine: Engine,
    progress: Callable[[int], None] | None,
) -> Iterable[Article]:
    work = ((documents[at : at + _CHUNK], agencies) for at in range(0, len(documents), _CHUNK))
    done = 0
    for part in engine.map(_annotate_chunk, work):
        for article in part:
            yield article
            done += 1
            if progress is not None:
                progress(done)


def _annotate_chunk(task: tuple[Sequence[Document], tuple[str, ...]]) -> list[Article]:
    documents, agencies = task
    return [annotate(document, agencies) for document in documents]


def settle_credits(
    articles: Sequence[Article], agencies: Iterable[str] = (), engine: Engine | None = None
) -> list[Article]:
    """Return the articles with credits to agencies that only others introduce, and one name for each agency.

    `engine` says where articles are read once more, and changes nothing in the result.
    """
    found = crediting.discovered(article.credits for article in articles)
    wanted = tuple(sorted({*agencies, *found}))
    again = [place for place, article in enumerate(articles) if crediting.may_name(article.text, found)]
    texts = [articles[place].text for place in again]
    work = ((texts[at : at + _CHUNK], wanted) for at in range(0, len(texts), _CHUNK))
    workers = engine if engine is not None and len(again) >= _WORTH else Here()
    read = dict(zip(again, chain.from_iterable(workers.map(_credit_chunk, work)), strict=True))
    credited = [read.get(place, article.credits) for place, article in enumerate(articles)]
    names = crediting.canonical(credited)
    return [
        replace(article, credits=crediting.renamed(some, names)) if some or article.credits else article
        for article, some in zip(articles, credited, strict=True)
    ]


def _credit_chunk(task: tuple[Sequence[str], tuple[str, ...]]) -> list[tuple[Credit, ...]]:
    texts, agencies = task
    return [crediting.credits(text, agencies) for text in texts]
