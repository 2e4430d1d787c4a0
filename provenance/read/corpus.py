"""Paths to a corpus: which files are read, what their documents are called, what could not be read."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from provenance.errors import DuplicateIdError, EmptyCorpusError, InputError, MissingExtraError
from provenance.model import Document
from provenance.read.folder import sources
from provenance.read.formats import ENDINGS, Format, format_of, sniff, split_ending
from provenance.read.metadata import completed, dated_alike
from provenance.read.shown import shown
from provenance.read.source import STDIN, Remark, Source, ignore, reading, unicode_name

if TYPE_CHECKING:
    from provenance.engines import Engine


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
    place: str
    fixed: bool
    """The id comes from a row and stays."""


def read(path: str, remark: Remark = ignore) -> Iterator[Document]:
    """Yield the documents of one file, ``-`` being standard input; raises `InputError` when it cannot be read.

    A text or HTML file is called by its name without its ending.
    """
    for source in sources([path], remark):
        for _, document in _format(source).reader().read(source, remark):
            yield completed(document)


_CHUNK = 200
"""Documents of which one task reads what they say of themselves."""
_WORTH = 600
"""The fewest documents for which processes are started that a trace of so many needs anyway."""


def read_corpus(paths: Sequence[str], engine: Engine | None = None) -> Corpus:
    """Return every document below `paths`: folders, files, or ``-``; their order does not matter.

    `engine` says where it is read in texts what they say of themselves, and changes nothing in the result. What cannot
    be read among what can is a remark. Raises `InputError` for a path that does not exist,
    `EmptyCorpusError` when nothing can be read, `DuplicateIdError` when rows of one id differ.
    """
    remarks: list[str] = []
    failures: list[InputError | MissingExtraError] = []
    found: list[_Read] = []
    for source in sources(paths, remarks.append):
        try:
            form = _format(source)
            rows = form.reader().read(source, remarks.append)
            found += [_Read(document, source, place, form.has_ids) for place, document in rows]
        except (InputError, MissingExtraError) as error:
            failures.append(error)
    if not found:
        raise _nothing(paths, failures)
    documents = dated_alike(_once(_named(_completed(found, engine)), remarks.append))
    told = {*remarks, *(f"{error}; left out" for error in failures)}
    return Corpus(tuple(sorted(documents, key=lambda d: d.id)), tuple(sorted(told)))


def _completed(found: Sequence[_Read], engine: Engine | None) -> list[_Read]:
    """Return the same with what the texts say of themselves."""
    work = ([item.document for item in found[at : at + _CHUNK]] for at in range(0, len(found), _CHUNK))
    done = map(_complete_chunk, work) if engine is None or len(found) < _WORTH else engine.map(_complete_chunk, work)
    documents = chain.from_iterable(done)
    return [replace(item, document=document) for item, document in zip(found, documents, strict=True)]


def _complete_chunk(documents: Iterable[Document]) -> list[Document]:
    return [completed(document) for document in documents]


def _format(source: Source) -> Format:
    form = format_of(source.name)
    if form is not None:
        return form
    if source.path == STDIN or not split_ending(source.name.rpartition("/")[2])[1]:
        with reading(source), source.open() as stream:
            return sniff(stream.read(1024))
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


def _named(found: Sequence[_Read]) -> list[_Read]:
    """Give files whose names repeat longer names until none does: below the folder, with ending, with folders above."""
    level = [0] * len(found)
    while True:
        places: dict[str, list[int]] = defaultdict(list)
        for at, item in enumerate(found):
            places[_name(item, level[at])].append(at)
        clashes = [at for group in places.values() if len(group) > 1 for at in group if _can_grow(found[at], level[at])]
        if not clashes:
            renamed = (replace(item.document, id=_name(item, level[at])) for at, item in enumerate(found))
            return [replace(item, document=document) for item, document in zip(found, renamed, strict=True)]
        for at in clashes:
            level[at] += 1


def _name(item: _Read, level: int) -> str:
    """Return a file's name: its stem at level 0, then with more and more folders, each without and with its ending."""
    if item.fixed or level == 0:
        return item.document.id
    parts = item.source.name.split("/")
    if level > 2:
        above = unicode_name(os.path.abspath(item.source.path)).split("/")[: -len(parts)]
        parts = above[-((level - 1) // 2) :] + parts
    if level % 2:
        parts[-1] = split_ending(parts[-1])[0]
    return "/".join(parts)


def _can_grow(item: _Read, level: int) -> bool:
    depth = os.path.abspath(item.source.path).count(os.sep)
    return not item.fixed and item.source.path != STDIN and level < 2 * depth + 2


def _once(found: Sequence[_Read], remark: Remark) -> list[Document]:
    """Return one document for each id; the same text twice under one id is one, two texts are an error."""
    groups: dict[str, list[_Read]] = defaultdict(list)
    for item in found:
        groups[item.document.id].append(item)
    kept = []
    for name, group in groups.items():
        if len(group) == 1:
            kept.append(group[0].document)
            continue
        where = _places(group)
        if len({item.document.text for item in group}) > 1:
            raise DuplicateIdError(f"different articles have the id {shown(name)!r}: {where}; give each its own")
        remark(f"{shown(name)}: the same article stands in {where}; read once")
        kept.append(min((item.document for item in group), key=lambda d: tuple(part or "" for part in astuple(d))))
    return kept


def _places(group: Sequence[_Read]) -> str:
    places = [f"{item.source.shown} {item.place}".rstrip() for item in group]
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return " and ".join(places[:3]) + more
