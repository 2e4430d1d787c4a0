"""Web pages: the article's text and what the page says of itself; alone imports trafilatura and lxml."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from provenance.errors import InputError
from provenance.read.encoding import decode
from provenance.read.formats import split_ending
from provenance.read.rows import document
from provenance.read.source import Placed, Remark, Source

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w-]{2,40})", re.IGNORECASE
)
_LARGE = 4_000_000
"""Characters from which a page is only stripped of its tags; extraction would take minutes."""
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "nav", "button", "select", "form"}
)
_BLOCKS = frozenset(
    tag
    for tags in (
        "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr",
        "li main ol p pre section table td th tr ul",
    )
    for tag in tags.split()
)
_SCRIPT = re.compile(r"<(/?)(?:script|style)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ARTICLE = re.compile(r"article|posting|report", re.IGNORECASE)
_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "parsely-pub-date",
)


def read(source: Source, remark: Remark) -> Iterator[Placed]:
    """Yield the one article of a page, a paragraph a line; raises `InputError` when the page has no text.

    Offsets count in this extracted text. A page from which nothing can be extracted is stripped of its tags instead.
    """
    data = source.bytes()
    declared = _CHARSET.search(data[:4096])
    page = decode(data, source, remark, declared.group(1).decode("ascii") if declared else None)
    page = page.replace("\0", "\ufffd")
    if not page.strip():
        raise InputError(f"{source.shown}: is empty")
    tree = _tree(page)
    stated = _stated(tree)
    extracted = _extracted(page, source, remark)
    text = str(extracted.pop("text", None) or "")
    if not text.strip():
        text = "\n".join(_stripped(tree)) or "\n".join(_torn(page))
        if not text.strip():
            raise InputError(f"{source.shown}: holds no text")
        remark(f"{source.shown}: no article could be made out; read as the page's whole text")
    stem = split_ending(source.name.rpartition("/")[2])[0]
    yield "", document({**extracted, **stated, "id": stem, "text": text}, source.name)


def _extracted(page: str, source: Source, remark: Remark) -> dict[str, object]:
    """Return text, title, outlet, date, byline and address as trafilatura finds them; nothing when it cannot."""
    if len(page) > _LARGE:
        return {}
    try:
        import trafilatura
    except ImportError as error:
        remark(f"{source.shown}: trafilatura cannot be loaded ({error}); read as the page's whole text")
        return {}
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # Without a last date of its own the finder of dates asks the clock.
    finding = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
    try:
        found: Any = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=finding
        )
    except Exception:  # pages break parsers in every way
        return {}
    if found is None:
        return {}
    return {
        "text": found.text,
        "title": found.title,
        "outlet": found.sitename,
        "published": found.date,
        "url": found.url,
        "byline": (found.author or "").replace("; ", ", "),
    }


def _tree(page: str) -> Any:
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _stated(tree: Any) -> dict[str, object]:
    """Return what the page states in so many words, in JSON-LD and meta elements: the surest of all."""
    if tree is None:
        return {}
    metas = {
        str(m.get("property") or m.get("name") or m.get("itemprop") or "").lower(): str(m.get("content") or "")
        for m in reversed(list(tree.iter("meta")))
    }
    linked = _linked(tree)
    publisher = linked.get("publisher")
    stated: dict[str, object] = {
        "published": linked.get("datePublished") or next((metas[n] for n in _DATE_NAMES if metas.get(n)), None),
        "outlet": (publisher.get("name") if isinstance(publisher, dict) else None) or metas.get("og:site_name"),
        "title": linked.get("headline"),
        "language": linked.get("inLanguage")
        or tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    }
    return {name: unescape(value) for name, value in stated.items() if isinstance(value, str) and value.strip()}


def _linked(tree: Any) -> dict[str, Any]:
    """Return the JSON-LD object that describes the article."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                if _ARTICLE.search(str(node.get("@type"))):
                    return node
                waiting += [node["@graph"]] if "@graph" in node else []
    return {}


def _stripped(tree: Any) -> Iterator[str]:
    """Yield the page's visible lines, a block each."""
    from lxml import etree

    if tree is None:
        return
    line: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag
        if event == "start":
            hidden += name in _UNSEEN
            pieces = (element.text,)
        else:
            hidden -= name in _UNSEEN
            pieces = (element.tail,)
        if name in _BLOCKS:
            whole = " ".join("".join(line).split())
            line.clear()
            if whole:
                yield whole
        if not hidden:
            line += (piece for piece in pieces if piece)
    whole = " ".join("".join(line).split())
    if whole:
        yield whole


def _torn(page: str) -> Iterator[str]:
    """Yield the lines of a page that no parser takes, such as one nested thousands deep: whatever is not a tag."""
    first, *rest = _SCRIPT.split(page)
    seen = [first, *(text for slash, text in zip(rest[::2], rest[1::2], strict=True) if slash)]
    for line in _TAG.sub("\n", "\n".join(seen)).splitlines():
        whole = " ".join(unescape(line).split())
        if whole:
            yield whole
