"""Documents made into articles: language, words, sentences, quotes, credits, and furniture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from provenance import credits as crediting
from provenance import furniture, split
from provenance.article import Article
from provenance.engines import Engine, Here
from provenance.model import Credit, Document, Span
from provenance.words import tokenise

_CHUNK = 64
"""Articles that one task annotates."""
_WORTH = 600
"""The fewest articles that are worth a second process: two seconds of work, as it takes one to start."""


Names = tuple[Span, ...]
"""Where anything stands in an article that may be the name of an agency."""


def annotate(document: Document, agencies: Iterable[str] = ()) -> Article:
    """Return the document with all that can be found in it alone; furniture takes a corpus and is left empty.

    A declared language wins over a guessed one. `agencies` are names to look for beside the known ones.
    """
    return _with_names(document, agencies)[0]


def _with_names(document: Document, agencies: Iterable[str]) -> tuple[Article, Names]:
    language = split.declared_language(document.language) or split.language(document.text)
    sentences, quotes = split.split(document.text, language)
    credits, names = crediting.credits_and_names(document.text, agencies)
    article = Article(
        document=document,
        language=language,
        words=tokenise(document.text),
        sentences=sentences,
        quotes=quotes,
        credits=credits,
    )
    return article, names


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
    names: dict[Document, Names] = {}
    for document, (article, some) in zip(new, _each(new, wanted, workers, progress), strict=True):
        known[document] = article
        names[document] = some
    articles = [known[d] for d in documents]
    return furniture.mark(settle_credits(articles, wanted, workers, names=names), workers)


def _each(
    documents: Sequence[Document],
    agencies: tuple[str, ...],
    engine: Engine,
    progress: Callable[[int], None] | None,
) -> Iterable[tuple[Article, Names]]:
    work = ((documents[at : at + _CHUNK], agencies) for at in range(0, len(documents), _CHUNK))
    done = 0
    for part in engine.map(_annotate_chunk, work):
        for one in part:
            yield one
            done += 1
            if progress is not None:
                progress(done)


def _annotate_chunk(task: tuple[Sequence[Document], tuple[str, ...]]) -> list[tuple[Article, Names]]:
    documents, agencies = task
    return [_with_names(document, agencies) for document in documents]


def settle_credits(
    articles: Sequence[Article],
    agencies: Iterable[str] = (),
    engine: Engine | None = None,
    *,
    names: Mapping[Document, Names] | None = None,
) -> list[Article]:
    """Return the articles with credits to agencies that only others introduce, and one name for each agency.

    `engine` says where articles are read once more, and `names` what may be a name in these documents; neither
    changes anything in the result.
    """
    names = names or {}
    found = crediting.discovered(article.credits for article in articles)
    wanted = tuple(sorted({*agencies, *found}))
    written = (*found, *crediting.cut_short(found))
    again = [place for place, article in enumerate(articles) if any(name in article.text for name in written)]
    chosen = [(articles[place].text, names.get(articles[place].document)) for place in again]
    work = ((chosen[at : at + _CHUNK], written, wanted) for at in range(0, len(chosen), _CHUNK))
    workers = engine if engine is not None and len(again) >= _WORTH else Here()
    read = zip(again, chain.from_iterable(workers.map(_credit_chunk, work)), strict=True)
    anew = {place: some for place, some in read if some is not None}
    credited = [anew.get(place, article.credits) for place, article in enumerate(articles)]
    called = crediting.canonical(credited)
    return [
        replace(article, credits=crediting.renamed(some, called)) if some or article.credits else article
        for article, some in zip(articles, credited, strict=True)
    ]


def _credit_chunk(
    task: tuple[Sequence[tuple[str, Names | None]], tuple[str, ...], tuple[str, ...]],
) -> list[tuple[Credit, ...] | None]:
    """Return the credits of some texts with further agencies; None for one in which these make no difference."""
    texts, further, agencies = task
    return [crediting.credits(text, agencies) if _may_credit(text, further, names) else None for text, names in texts]


def _may_credit(text: str, agencies: tuple[str, ...], names: Names | None) -> bool:
    if names is None:
        return crediting.may_name(text, agencies)
    return crediting.may_credit(text, agencies, names)
