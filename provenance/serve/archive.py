"""What is served: an index to check against, and a trace to look at, made of what the user named."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import InputError, MissingExtraError
from provenance.model import Document, DocumentRecord, Trace
from provenance.read.shown import shown
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.match import Progress

MOST_TRACED = 5000
"""Articles of an index that are traced when no trace of them is given; more take long, and memory."""
_TRACE = "provenance.trace/"
"""What the beginning of every trace holds."""


@dataclass(frozen=True, slots=True)
class Archive:
    """What a server answers from; the files stay where they are while it runs."""

    name: str
    """What the user calls it."""
    documents: int
    index: Path | None
    """None where there are no texts to check against."""
    trace: Path | None
    """None where the articles are yet to be traced, or are too many."""
    remarks: tuple[str, ...] = ()

    @property
    def to_trace(self) -> bool:
        """Whether families must be found first."""
        return self.trace is None and self.index is not None and self.documents <= MOST_TRACED


def opened(paths: Sequence[str], folder: Path, settings: Settings, progress: Progress | None = None) -> Archive:
    """Return what `paths` name: an index, a trace or a folder that holds one, folders and files of articles.

    Articles that are in no index yet are put into one in `folder`, those of a trace that holds their texts too.
    Raises InputError for what cannot be served together.
    """
    from provenance.index_mark import is_index

    indexes = [p for p in paths if is_index(p)]
    traces = [t for p in paths if p not in indexes and (t := trace_at(p))]
    others = [p for p in paths if p not in indexes and not trace_at(p)]
    if len(indexes) > 1 or len(traces) > 1:
        raise InputError("give one index and one trace at most")
    if indexes and others:
        raise InputError(f'give an index or articles, not both; "provenance index add" puts {shown(others[0])} into it')
    name = " and ".join(shown(Path(p).resolve().name) for p in [*indexes, *others] or paths)
    trace = traces[0] if traces else None
    if indexes:
        return _of_index(name, Path(indexes[0]), trace, settings)
    if others:
        from provenance.read import read_corpus

        corpus = read_corpus(others)
        made = _of_index(name, _indexed(corpus.documents, folder, settings, progress), trace, settings)
        return replace(made, remarks=(*corpus.remarks, *made.remarks))
    assert trace is not None
    return _of_trace(name, trace, folder, settings, progress)


def trace_at(path: str) -> Path | None:
    """Return the trace file that a path names, itself or in a folder; None where it names none."""
    place = Path(path)
    file = place / "trace.json" if place.is_dir() else place
    try:
        with file.open(encoding="utf-8", errors="replace") as text:
            return file if _TRACE in text.read(200) else None
    except OSError:
        return None


def load(path: Path) -> Trace:
    """Return the trace in a file; raises InputError for one that is broken."""
    from provenance.tracefile import trace_from_json

    try:
        return trace_from_json(path.read_text("utf-8"))
    except (UnicodeDecodeError, RecursionError, OSError, InputError) as error:
        raise InputError(f'{shown(str(path))}: cannot be read; run "provenance trace" again') from error


def _of_index(name: str, path: Path, trace: Path | None, settings: Settings) -> Archive:
    from provenance.check import unsearched
    from provenance.index import Index

    if trace:
        load(trace)
    with Index.open(path) as index:
        return Archive(name, len(index), path, trace, unsearched(index, settings))


def _of_trace(name: str, path: Path, folder: Path, settings: Settings, progress: Progress | None) -> Archive:
    found = load(path)
    documents = [_document(d, d.text) for d in found.documents if d.text is not None]
    if len(documents) < len(found.documents) or not documents:
        remark = 'the trace holds no texts, so nothing can be checked; give its articles too, or "trace --with-text"'
        return Archive(name, len(found.documents), None, path, (remark,))
    return _of_index(name, _indexed(documents, folder, settings, progress), path, settings)


def _document(record: DocumentRecord, text: str) -> Document:
    return Document(record.id, text, record.origin, record.title, record.outlet, record.published, record.language)


def _indexed(documents: Sequence[Document], folder: Path, settings: Settings, progress: Progress | None) -> Path:
    """Return a new index of documents, with their topics where an encoder is there."""
    from provenance.index import Index

    path = folder / "archive.index"
    with Index.create(path, jobs=settings.jobs) as index:
        index.add(documents)
        if settings.meaning or settings.translation:
            from provenance.topics import describe

            # Where no encoder is installed, a remark says what is not searched for.
            with suppress(MissingExtraError):
                describe(index, settings, (lambda n: progress("describing", n, len(documents))) if progress else None)
    return path


def with_texts(trace: Trace, index: Path) -> Trace:
    """Return a trace with the texts that an index has of its documents, each only where it is still the same."""
    from hashlib import sha256

    from provenance.index import Index

    found = []
    with Index.open(index) as there:
        known = there.known(d.id for d in trace.documents)
        for record in trace.documents:
            text = record.text
            if text is None and record.id in known:
                text = there.documents([record.id])[0].text
                if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != record.sha256:
                    text = None
            found.append(replace(record, text=text))
    return replace(trace, documents=tuple(found))


def prepare(archive: Archive, settings: Settings, folder: Path) -> None:
    """Write the families of an archive into `folder`: ``trace.json``, and the report of it as ``report.html``.

    Run in a process of its own, as it takes a while.
    """
    from provenance.report import render_report
    from provenance.serve.page import with_links

    if archive.trace is not None:
        found = load(archive.trace)
        if archive.index is not None:
            found = with_texts(found, archive.index)
    else:
        found = _traced(archive, settings, folder)
        from provenance.tracefile import trace_to_json

        _written(folder / "trace.json", trace_to_json(found))
    _written(folder / "report.html", with_links(render_report(found)))


def _traced(archive: Archive, settings: Settings, folder: Path) -> Trace:
    from provenance.index import Index
    from provenance.kept import KnownVectors, known_articles
    from provenance.trace import trace

    assert archive.index is not None
    own = archive.index.parent == folder
    with Index.open(archive.index, write=own) as index:
        documents = index.documents([e.id for e in index.entries()])
        encoded = KnownVectors(index, settings.encoder)
        known = known_articles(index, documents, settings.agencies)
        found = trace(documents, replace(settings, jobs=1), known=known, encoded=encoded)
        if own:
            # Checks find it there; an index of the user's is left as it is.
            encoded.keep()
    return found


def _written(path: Path, text: str) -> None:
    beside = path.with_name(path.name + ".part")
    beside.write_text(text, "utf-8", errors="backslashreplace", newline="\n")
    beside.replace(path)


def policy_of(report: str) -> str:
    """Return the Content-Security-Policy that a report states, for its header; it stands before any article's words."""
    _, found, rest = report[:4000].partition('http-equiv="Content-Security-Policy" content="')
    policy = rest.partition('"')[0] if found else "default-src 'none'"
    return f"{policy}; frame-ancestors 'none'"
