"""Chinese in one script, for what is compared sign by sign: whoever changes the script alone has changed no fact."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from provenance.article import Article
from provenance.frequencies import simplified
from provenance.model import Change

LANGUAGE = "zh"


@lru_cache(maxsize=512)
def in_one_script(article: Article) -> Article:
    """Return a Chinese article in simplified signs, any other as it is; all spans hold, for each sign has one."""
    if article.language != LANGUAGE:
        return article
    text, signs = article.text.translate(simplified()), simplified()
    if text == article.text:
        return article
    credits = tuple(replace(c, agency=c.agency.translate(signs), text=c.text.translate(signs)) for c in article.credits)
    return replace(article, document=replace(article.document, text=text), credits=credits)


def as_written(change: Change, source: Article, target: Article) -> Change:
    """Return a change with the texts that the two articles have at its spans."""
    spans = (source, change.source_span), (target, change.target_span)
    there, here = (span and article.text[slice(*span)] for article, span in spans)
    return replace(change, source_text=there, target_text=here)
