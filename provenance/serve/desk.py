"""Where an article that was sent in is read and checked: what each process of the server does.

Everything that touches the article's text happens here, and nothing raises: whatever goes wrong is an answer.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from provenance.errors import CorpusIndexError, InputError, ProvenanceError
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.check import Kept
    from provenance.index import Index
    from provenance.model import Check, Document

JSON, HTML, XHTML, TEXT, ANY = (
    "application/json",
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/octet-stream",
)
MEDIA_TYPES = (JSON, TEXT, HTML, XHTML, ANY)
"""What an article may be sent as; the last is a file whose name or beginning tells what it is."""
NAMELESS = "article"
"""Id of an article that was sent without one."""
LONGEST = 1000
"""Characters of what is told about an article, each."""
LONGEST_NAME = 200
"""Characters of a file's name."""
FIELDS = ("id", "title", "outlet", "published", "language", "url", "byline")
"""What may be told about an article beside its text."""
_ARTICLES, _SENTENCES = 2_000, 100_000
"""Of how many articles and sentences what was made is kept between checks; about a hundred megabytes each."""

Answer: TypeAlias = tuple[int, bytes]
"""A status of HTTP and a body of JSON."""


@dataclass(frozen=True, slots=True)
class Submission:
    """An article as it was sent."""

    body: bytes
    media_type: str
    charset: str | None = None
    name: str | None = None
    """What the article's file is called."""
    texts: bool = False
    """Whether the answer is to hold the texts of the article and of its sources."""


class _UnusableError(Exception):
    """A submission that cannot be answered, with the status that says so."""

    def __init__(self, status: int, error: str) -> None:
        super().__init__(error)
        self.status = status


def refusal(error: str) -> bytes:
    """Return an error as the JSON of every answer that is one."""
    return json.dumps({"error": error}).encode()


def desk(path: str, settings: Settings, warm: bool = True) -> Callable[[Submission], Answer]:
    """Return what checks submissions against the index at `path`, which stays open; made once in each process.

    `warm` loads and compiles now what checks need.
    """
    from provenance.index import Index

    alone = replace(settings, jobs=1)
    index = Index.open(path)
    kept = _nothing_kept(index, alone)
    if warm:
        _warm(index, alone, kept)

    def answer(submission: Submission) -> Answer:
        nonlocal kept
        if kept.larger(_ARTICLES, _SENTENCES):
            kept = _nothing_kept(index, alone)
        try:
            return 200, _checked(submission, index, alone, kept)
        except _UnusableError as error:
            return error.status, refusal(str(error))
        except InputError as error:
            return 422, refusal(str(error))
        except ProvenanceError:
            # Its message names files here, which are no stranger's business.
            return 500, refusal('the index cannot be read; "provenance index verify" says what is wrong')
        except Exception as error:  # a process that ends here would take seconds to replace
            return 500, refusal(f"the check failed ({type(error).__name__}); please report this article")

    return answer


def _nothing_kept(index: Index, settings: Settings) -> Kept:
    """Return what is kept between checks at first: nothing but what a trace has left in the index."""
    from provenance.check import Kept
    from provenance.kept import KnownVectors

    return Kept(encoded=KnownVectors(index, settings.encoder))


def _warm(index: Index, settings: Settings, kept: Kept) -> None:
    """Check an article of the index, so that the first one sent in finds everything loaded and compiled."""
    from provenance.check import check_index

    for document in index.documents(index.sample(1)):
        check_index(replace(document, id=NAMELESS + "'"), index, settings, kept=kept)


def read(submission: Submission) -> Document:
    """Return the article that was sent; raises InputError where there is none in it."""
    from provenance.read import formats
    from provenance.read.metadata import completed
    from provenance.read.source import GZIP, Source, ignore

    if submission.media_type == JSON:
        return _told(submission.body)
    body = submission.body
    if body.startswith(GZIP):
        raise _UnusableError(415, "compressed files are not taken; send the article unpacked")
    if submission.charset:
        body = _as_utf8(body, submission.charset)
    source = Source(path="", name=_plain(submission.name or NAMELESS), held=body)
    known = {TEXT: formats.TEXT, HTML: formats.HTML, XHTML: formats.HTML}
    form = known.get(submission.media_type) or formats.format_of(source.name) or formats.sniff(body)
    if form not in {formats.TEXT, formats.HTML}:
        raise _UnusableError(415, "send one article: text, HTML or Markdown, or JSON with its text")
    found = [document for _, document in form.reader().read(source, ignore)]
    return completed(found[0])


def _plain(name: str) -> str:
    """Return the last part of a file name that a stranger chose."""
    return name.replace("\\", "/").rpartition("/")[2].strip() or NAMELESS


def _as_utf8(body: bytes, charset: str) -> bytes:
    try:
        codecs.lookup(charset)
        return body.decode(charset).encode("utf-8", "replace")
    except LookupError:
        raise _UnusableError(415, "the charset is not known; send UTF-8") from None
    except (UnicodeError, ValueError, TypeError, AttributeError):
        raise _UnusableError(422, "the article is not in the charset that it is sent as") from None


def _told(body: bytes) -> Document:
    """Return the article that a JSON object tells of."""
    from provenance.read import rows

    try:
        row = json.loads(body)
    except (ValueError, RecursionError):
        raise _UnusableError(400, "the body is not JSON") from None
    if not isinstance(row, dict):
        raise InputError("the body is not a JSON object")
    if odd := sorted(row.keys() - {"text", *FIELDS}):
        raise InputError(f"{odd[0][:LONGEST]!r} is not known; known are text, {', '.join(FIELDS)}")
    for name in FIELDS:
        value = row.get(name)
        if value is not None and (not isinstance(value, str) or len(value) > LONGEST):
            raise InputError(f'"{name}" is not a string of at most {LONGEST} characters')
    named = row.get("id") or ""
    return rows.document(row | {"id": named if named.strip() else NAMELESS}, "")


def _checked(submission: Submission, index: Index, settings: Settings, kept: Kept) -> bytes:
    from provenance.check import check_index

    document = _apart(read(submission), index)
    try:
        found = check_index(document, index, settings, kept=kept)
    except CorpusIndexError:
        # Another process may remove an article between two looks; it does so once.
        found = check_index(document, index, settings, kept=kept)
    tree = _answer(found, document, submission.texts) | {"documents": _sources(found, index, kept, submission.texts)}
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _apart(document: Document, index: Index) -> Document:
    """Rename an article whose id another text of the index has, as one of the same id counts as itself."""
    wanted = document
    while wanted.id in index.known([wanted.id]) and (
        document.id == NAMELESS or index.documents([wanted.id])[0].text != document.text
    ):
        wanted = replace(wanted, id=wanted.id + "'")
    return wanted


def _answer(found: Check, document: Document, texts: bool) -> dict[str, Any]:
    """Return a check as the contract has it, with confidence in words."""
    from provenance.report.facts import in_words
    from provenance.tracefile import check_to_json

    tree: dict[str, Any] = json.loads(check_to_json(found))
    for item in (tree, *tree["sources"]):
        item["sure"] = in_words(item["confidence"])
    if texts:
        tree["article"]["text"] = document.text
    return tree


def _sources(found: Check, index: Index, kept: Kept, texts: bool) -> list[dict[str, Any]]:
    """Return what is known of the sources, their language as told or, where it was not, as guessed."""
    there = index.known(s.document for s in found.sources)
    told = []
    for document in index.documents(s.document for s in found.sources if s.document in there):
        article = kept.articles.get(document)
        guessed = article.language if article and article.language != "und" else None
        told.append(about(document, texts) | {"language": document.language or guessed})
    return told


def about(document: Document, texts: bool = True) -> dict[str, Any]:
    """Return what is known of a document as the values of JSON."""
    from provenance.draw import document_anchor

    known: dict[str, Any] = {"id": document.id, "origin": document.origin}
    known |= {name: getattr(document, name) for name in FIELDS[1:]}
    known["anchor"] = document_anchor(document.id)
    return known | ({"text": document.text} if texts else {})
