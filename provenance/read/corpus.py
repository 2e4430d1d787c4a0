"""Paths to a corpus: which files are read, what their documents are called, what could not be read."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace

from provenance.errors import DuplicateIdError, EmptyCorpusError, InputError, MissingExtraError
from provenance.model import Document
from provenance.read.folder import sources
from provenance.read.formats import ENDINGS, TEXT, Format, format_of, sniff, split_ending
from provenance.read.shown import shown
from provenance.read.source import STDIN, Remark, Source, ignore, reading, unicode_name


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents in the order of their ids, however they were given, and one line on each thing not read plainly."""

    documents: tuple[Document, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A document as its reader gave it, with what its id may become."""

    document: Document
    source: Source
    fixed: bool
    """The id comes from a row and stays."""


def read(path: str, remark: Remark = ignore) -> Iterator[Document]:
    """Yield the documents of one file, ``-`` being standard input; raises `InputError` when it cannot be read.

    A text or HTML file is called by its name without its ending.
    """
    for source in sources([path], remark):
        yield from _format(source).reader().read(source, remark)


def read_corpus(paths: Sequence[str]) -> Corpus:
    """Return every document below `paths`: folders, files, or ``-``; their order does not matter.

    What cannot be read among what can is a remark. Raises `InputError` for a path that does not exist,
    `EmptyCorpusError` when nothing can be read, `DuplicateIdError` when rows of one id differ.
    """
    remarks: list[str] = []
    failures: list[InputError | MissingExtraError] = []
    found: list[_Read] = []
    for source in sources(paths, remarks.append):
        try:
            form = _format(source)
            found += [_Read(d, source, form.has_ids) for d in form.reader().read(source, remarks.append)]
        except (InputError, MissingExtraError) as error:
            failures.append(error)
    if not found:
        raise _nothing(paths, failures)
    documents = _once(_named(found), remarks.append)
    told = {*remarks, *(f"{error}; left out" for error in failures)}
    return Corpus(tuple(sorted(documents, key=lambda d: d.id)), tuple(sorted(told)))


def _format(source: Source) -> Format:
    form = format_of(source.name)
    if form is not None:
        return form
    if source.path == STDIN or not split_ending(source.name.rpartition("/")[2])[1]:
        with reading(source), source.open() as stream:
            return sniff(stream.read(1024)) if stream.seekable() and source.path != STDIN else TEXT
    known = " ".join(ENDINGS)
    raise InputError(f"{source.shown}: has an ending that is not read; known are {known}, each also with .gz")


def _nothing(paths: Sequence[str], failures: Sequence[InputError | MissingExtraError]) -> Exception:
    if len(failures) == 1:
        return failures[0]
    where = ", ".join(shown(unicode_name(path)) for path in paths) or "no paths"
    if not failures:
        return EmptyCorpusError(f"no articles in {where}; give a folder with {' '.join(ENDINGS)} files")
    more = f" (and {len(failures) - 1} more like it)"
    return EmptyCorpusError(f"nothing in {where} could be read: {failures[0]}{more}")


def _named(found: Sequence[_Read]) -> list[Document]:
    """Give files whose names repeat longer names until none does: below the folder, with ending, with folders above."""
    level = [0] * len(found)
    while True:
        places: dict[str, list[int]] = defaultdict(list)
        for at, item in enumerate(found):
            places[_name(item, level[at])].append(at)
        clashes = [at for group in places.values() if len(group) > 1 for at in group if _can_grow(found[at], level[at])]
        if not clashes:
            return [replace(item.document, id=_name(item, level[at])) for at, item in enumerate(found)]
        for at in clashes:
            level[at] += 1


def _name(item: _Read, level: int) -> str:
    if item.fixed or level == 0:
        return item.document.id
    below = item.source.name
    if level <= 2:
        folder, slash, name = below.rpartition("/")
        return below if level == 2 else f"{folder}{slash}{split_ending(name)[0]}"
    parts = unicode_name(os.path.abspath(item.source.path)).split("/")
    return "/".join(parts[-(below.count("/") + level - 1) :])


def _can_grow(item: _Read, level: int) -> bool:
    depth = os.path.abspath(item.source.path).count(os.sep)
    return not item.fixed and item.source.path != STDIN and level < depth + 3


def _once(documents: Iterable[Document], remark: Remark) -> list[Document]:
    """Return one document for each id; the same text twice under one id is one, two texts are an error."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        groups[document.id].append(document)
    kept = []
    for name, group in groups.items():
        places = sorted({shown(document.origin) for document in group})
        where = " and ".join(places) if len(places) > 1 else f"{places[0]}, {len(group)} times"
        if len({document.text for document in group}) > 1:
            raise DuplicateIdError(f"different articles have the id {shown(name)!r} ({where}); give each its own")
        if len(group) > 1:
            remark(f"{shown(name)}: the same article stands in {where}; read once")
        kept.append(min(group, key=lambda d: tuple(part or "" for part in astuple(d))))
    return kept
