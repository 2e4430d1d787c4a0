"""`provenance index`: a corpus kept on disk, for `check` and `trace --index`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.commands import terminal
from provenance.commands.options import as_json, processors
from provenance.errors import CorpusIndexError, MissingExtraError
from provenance.read.shown import shown
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.index import Entry, Index, Info
    from provenance.match import Progress

SCHEMA = "provenance.index/1"
_PAGE = 1000
"""Documents whose columns are drawn equally wide."""


@click.group("index")
def command() -> None:
    """Keep a corpus on disk, so that articles can be checked against it at once.

    \b
    Example:
      provenance index add archive.index archive/
      provenance check draft.txt --against archive.index
    """  # noqa: D301 - \b keeps the lines of the example apart


@command.command("add")
@click.argument("index", metavar="INDEX")
@click.argument("corpus", metavar="CORPUS...", nargs=-1, required=True)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=processors,
    show_default="all processors",
    help="Threads that may work.",
)
@click.option(
    "--no-topics", is_flag=True, help="Do not keep what articles are about; only shared wording is found then, faster."
)
@as_json
def add(*, index: str, corpus: tuple[str, ...], jobs: int, no_topics: bool, as_json: bool) -> None:
    """Add articles to an index, which is made if there is none.

    CORPUS is a folder, a file, or - for standard input. An article replaces the one that has its id in the index.
    What each is about is kept too, by which paraphrases and translations of it are found.

    \b
    Example:
      provenance index add archive.index archive/ today.jsonl
    """  # noqa: D301 - \b keeps the lines of the example apart
    from provenance.read import read_corpus

    read = read_corpus(corpus)
    from provenance.index import Index

    opened = Index.open(index, write=True, jobs=jobs) if Path(index).exists() else Index.create(index, jobs=jobs)
    with opened, terminal.progress() as report:
        total = len(read.documents)
        added = opened.add(read.documents, (lambda done: report("adding", done, total)) if report else None)
        remarks = () if no_topics else _describe(opened, report)
        holds = len(opened)
    terminal.remark((*read.remarks, *remarks))
    if as_json:
        _print({**asdict(added), "documents": holds})
        return
    terminal.say(f"{added.new} added, {added.changed} replaced, {added.same} there already; {_articles(holds)} in all")


@command.command("encode", short_help="Make later checks and traces faster.")
@click.argument("index", metavar="INDEX")
@as_json
def encode(*, index: str, as_json: bool) -> None:
    """Keep the vectors of all sentences of an index, so that checks and traces need not make them.

    By them paraphrases and translations are recognised. Nothing else changes in what is found. It takes some ten
    minutes for ten thousand articles and about 20 kB each; stopped, it goes on where it was the next time, and later
    it does only what was added since.

    \b
    Example:
      provenance index encode archive.index
    """  # noqa: D301 - \b keeps the lines of the example apart
    from provenance.index import Index

    with Index.open(index, write=True) as opened, terminal.progress() as report:
        from provenance import kept

        total = len(opened)
        done = kept.encode(opened, Settings(), (lambda n: report("encoding", n, total)) if report else None)
    if as_json:
        _print({"encoded": done, "documents": total})
        return
    terminal.say(f"{_articles(done)} encoded; {_articles(total)} in all")


@command.command("remove", short_help="Remove articles from an index.")
@click.argument("index", metavar="INDEX")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@as_json
def remove(*, index: str, ids: tuple[str, ...], as_json: bool) -> None:
    """Remove articles from an index; where one of them is not in it, none is removed.

    \b
    Example:
      provenance index remove archive.index story-17 story-18
    """  # noqa: D301 - \b keeps the lines of the example apart
    from provenance.index import Index

    with Index.open(index, write=True) as opened:
        if lacking := sorted(set(ids) - opened.known(ids)):
            raise CorpusIndexError(
                f'{shown(index)} has no document {lacking[0]!r}; nothing was removed, see "provenance index list"'
            )
        removed = opened.remove(ids)
        holds = len(opened)
    if as_json:
        _print({"removed": removed, "documents": holds})
        return
    terminal.say(f"{removed} removed; {_articles(holds)} left")


@command.command("list")
@click.argument("index", metavar="INDEX")
@as_json
def list_(*, index: str, as_json: bool) -> None:
    """List the articles of an index, by id.

    \b
    Example:
      provenance index list archive.index
    """  # noqa: D301 - \b keeps the lines of the example apart
    from provenance.index import Index

    with Index.open(index) as opened:
        if as_json:
            _print_list(opened.entries())
            return
        entries = opened.entries()
        while page := list(islice(entries, _PAGE)):
            rows = [(e.id, e.outlet or "", e.published or "", e.title or "") for e in page]
            terminal.table(("id", "outlet", "published", "title"), rows)


@command.command("info")
@click.argument("index", metavar="INDEX")
@as_json
def info(*, index: str, as_json: bool) -> None:
    """Say how much an index holds and how it was made.

    \b
    Example:
      provenance index info archive.index
    """  # noqa: D301 - \b keeps the lines of the example apart
    from provenance.index import Index

    with Index.open(index) as opened:
        found = opened.info()
    if as_json:
        about = asdict(found)
        about["format"] = about.pop("schema")
        _print(about)
        return
    for line in _told(found):
        terminal.say(line)


@command.command("verify", short_help="Say whether all of an index is as it was written.")
@click.argument("index", metavar="INDEX")
@as_json
def verify(*, index: str, as_json: bool) -> None:
    """Read an index through and say whether all of it is as it was written; exit code 1 where it is not.

    \b
    Example:
      provenance index verify archive.index
    """  # noqa: D301 - \b keeps the lines of the example apart
    from provenance.index import Index

    with Index.open(index) as opened:
        problems = opened.verify()
        holds = len(opened)
    if as_json:
        _print({"documents": holds, "problems": problems})
    else:
        for problem in problems:
            terminal.say(problem)
    if problems:
        what = "1 thing is wrong" if len(problems) == 1 else f"{len(problems)} things are wrong"
        raise CorpusIndexError(f"{what} in {shown(index)}; put back a copy of it, or make it anew")
    if not as_json:
        terminal.say(f"all is well: {_articles(holds)}")


def _describe(index: Index, report: Progress | None) -> tuple[str, ...]:
    """Keep the topics that are lacking, or say why that cannot be."""
    from provenance.topics import describe

    total = len(index)
    try:
        describe(index, Settings(), (lambda done: report("describing", done, total)) if report else None)
    except MissingExtraError as error:
        return (f"paraphrases and translations will not be found in {index.path}: {error}",)
    return ()


def _told(found: Info) -> Iterator[str]:
    """Yield what an index holds, a line each."""
    recipe = found.recipe
    waiting = f", {found.recent} of them not merged yet" if found.recent else ""
    yield f"articles  {found.documents}"
    yield f"postings  {found.postings}{waiting}"
    yield f"topics    {found.described}"
    yield f"encoded   {found.encoded}"
    yield f"size      {found.size / 1e6:.1f} MB"
    yield f"made of   {recipe.shingle}-word shingles, one in a window of {recipe.window}"
    yield f"schema    {found.schema}"


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"


def _print(about: dict[str, object]) -> None:
    terminal.print_raw(json.dumps({"schema": SCHEMA, **about}, ensure_ascii=False, indent=1) + "\n")


def _print_list(entries: Iterable[Entry]) -> None:
    """Print one JSON document, an article a line, as they come: an index may hold more than memory."""
    terminal.print_raw(f'{{"schema": "{SCHEMA}", "documents": [')
    for number, entry in enumerate(entries):
        terminal.print_raw((",\n" if number else "\n") + json.dumps(asdict(entry), ensure_ascii=False))
    terminal.print_raw("\n]}\n")
