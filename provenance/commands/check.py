"""`provenance check`: what one article took from a corpus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from provenance.commands import terminal
from provenance.commands.articles import one_article, renamed
from provenance.commands.options import as_json, settings, with_settings
from provenance.index_mark import is_index
from provenance.model import Check, Document
from provenance.read import Corpus, read_corpus
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.match import Progress

TOO_MUCH = 3
"""Exit code when more is reused than ``--fail-over`` allows."""


@click.command("check")
@click.argument("article", metavar="ARTICLE")
@click.option(
    "--against",
    metavar="CORPUS",
    multiple=True,
    required=True,
    help="Folder, file or index to check against; folders and files may be given again.",
)
@click.option(
    "--fail-over",
    metavar="SHARE",
    type=click.FloatRange(0, 1),
    help="Leave with exit code 3 when more than this share is reused.",
)
@with_settings
@as_json
@click.pass_context
def command(
    ctx: click.Context,
    *,
    article: str,
    against: tuple[str, ...],
    fail_over: float | None,
    agencies: tuple[str, ...],
    no_meaning: bool,
    no_translation: bool,
    jobs: int,
    as_json: bool,
) -> None:
    """Say what one article took from a corpus, and from where.

    ARTICLE is a file, or - for standard input. It may itself be in the corpus; it is not its own source.

    \b
    Examples:
      provenance check draft.txt --against archive/ --fail-over 0.3
      provenance check draft.txt --against archive.index
      curl -s https://example.org/story.html | provenance check - --against archive.jsonl.gz
    """  # noqa: D301 - \b keeps the lines of the example apart
    if article == "-" and "-" in against:
        raise click.UsageError("standard input can be the article or the corpus, not both")
    document, remarks = one_article(article)
    chosen = settings(agencies, no_meaning, no_translation, jobs)
    with terminal.progress() as report:
        found, more = _checked(document, article, against, chosen, report)
    terminal.remark((*remarks, *more))
    if as_json:
        from provenance.tracefile import check_to_json

        terminal.print_raw(check_to_json(found))
    else:
        show(found)
    if fail_over is not None and found.share_reused > fail_over:
        click.echo(f"reused: {found.share_reused:.1%}, more than the {fail_over:.1%} allowed", err=True)
        ctx.exit(TOO_MUCH)


def _checked(
    document: Document, path: str, against: Sequence[str], chosen: Settings, report: Progress | None
) -> tuple[Check, tuple[str, ...]]:
    """Return what a document took from indexes or from a corpus, and remarks on reading them."""
    indexes = [place for place in against if is_index(place)]
    if not indexes:
        corpus = read_corpus(against)
        from provenance.check import check

        return check(_apart(document, path, _texts(corpus).get), corpus.documents, chosen, report), corpus.remarks
    if len(indexes) > 1:
        raise click.UsageError("give one index; put the articles of several into one with provenance index add")
    others = [place for place in against if place not in indexes]
    corpus = read_corpus(others) if others else Corpus(())
    from provenance.check import Kept, check_index, unsearched
    from provenance.index import Index
    from provenance.kept import KnownVectors

    texts = _texts(corpus)

    with Index.open(indexes[0]) as index:

        def text_of(name: str) -> str | None:
            if name in texts or not index.known([name]):
                return texts.get(name)
            return index.documents([name])[0].text

        kept = Kept(encoded=KnownVectors(index, chosen.encoder))
        found = check_index(_apart(document, path, text_of), index, chosen, report, corpus.documents, kept=kept)
        return found, (*corpus.remarks, *unsearched(index, chosen))


def _texts(corpus: Corpus) -> dict[str, str]:
    return {d.id: d.text for d in corpus.documents}


def _apart(document: Document, path: str, text_of: Callable[[str], str | None]) -> Document:
    """Rename an article whose id another text of the corpus has, as one of the same id counts as itself."""
    named, taken = document, frozenset[str]()
    while text_of(named.id) not in {None, document.text}:
        taken |= {named.id}
        named = renamed(document, path, taken)
    return named


def show(found: Check) -> None:
    """Print the verdict on an article, its sources and the facts that differ from them."""
    title = f": {found.article.title}" if found.article.title else ""
    terminal.say(f"{found.article.id}{title}")
    if not found.sources:
        terminal.say("nothing taken over was found")
        return
    shares = f"{found.share_reused:.0%} reused, {found.share_uncredited:.0%} without credit"
    terminal.say(f"{found.relation}, confidence {found.confidence:.2f}; {shares}", "bold")
    rows = [
        (
            s.document,
            terminal.kind(s.relation),
            f"{s.share:.0%}",
            f"{s.confidence:.2f}",
            f"{s.bits:.0f}",
            "yes" if s.credited else terminal.alarm("no", True),
        )
        for s in found.sources
    ]
    terminal.table(("source", "relation", "share", "confidence", "bits", "credited"), rows, right=(2, 3, 4))
    changes = [(c.what, c.source, c.source_text or "", c.target_text or "") for c in found.changes]
    if changes:
        terminal.table(("changed", "source", "there", "here"), changes)
