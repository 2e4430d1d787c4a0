"""`provenance check`: what one article took from a corpus."""

from __future__ import annotations

import click

from provenance.commands import terminal
from provenance.commands.articles import one_article, renamed
from provenance.commands.options import as_json, settings, with_settings
from provenance.model import Check, Document
from provenance.read import Corpus, read_corpus

TOO_MUCH = 3
"""Exit code when more is reused than ``--fail-over`` allows."""


@click.command("check")
@click.argument("article", metavar="ARTICLE")
@click.option(
    "--against",
    metavar="CORPUS",
    multiple=True,
    required=True,
    help="Folder or file to check against; may be given again.",
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
      curl -s https://example.org/story.html | provenance check - --against archive.jsonl.gz
    """  # noqa: D301 - \b keeps the lines of the example apart
    if article == "-" and "-" in against:
        raise click.UsageError("standard input can be the article or the corpus, not both")
    document, remarks = one_article(article)
    corpus = read_corpus(against)
    from provenance.check import check

    with terminal.progress() as report:
        chosen = settings(agencies, no_meaning, no_translation, jobs)
        found = check(_apart(document, article, corpus), corpus.documents, chosen, report)
    terminal.remark((*remarks, *corpus.remarks))
    if as_json:
        from provenance.tracefile import check_to_json

        terminal.print_raw(check_to_json(found))
    else:
        show(found)
    if fail_over is not None and found.share_reused > fail_over:
        click.echo(f"reused: {found.share_reused:.1%}, more than the {fail_over:.1%} allowed", err=True)
        ctx.exit(TOO_MUCH)


def _apart(document: Document, path: str, corpus: Corpus) -> Document:
    """Rename an article whose id another text of the corpus has, as one of the same id counts as itself."""
    same = {d.id: d.text for d in corpus.documents}
    if same.get(document.id, document.text) == document.text:
        return document
    return renamed(document, path, frozenset(same))


def show(found: Check) -> None:
    """Print the verdict on an article, its sources and the facts that differ from them."""
    title = f": {found.article.title}" if found.article.title else ""
    terminal.say(f"{found.article.id}{title}")
    if not found.sources:
        terminal.say("nothing taken over was found")
        return
    shares = f"{found.share_reused:.0%} reused, {found.share_uncredited:.0%} without credit"
    terminal.say(f"{found.relation}, confidence {found.confidence:.2f}; {shares}")
    rows = [
        (
            s.document,
            s.relation,
            f"{s.share:.0%}",
            f"{s.confidence:.2f}",
            f"{s.bits:.0f}",
            "yes" if s.credited else "no",
        )
        for s in found.sources
    ]
    terminal.table(("source", "relation", "share", "confidence", "bits", "credited"), rows, right=(2, 3, 4))
    changes = [(c.what, c.source, c.source_text or "", c.target_text or "") for c in found.changes]
    if changes:
        terminal.table(("changed", "source", "there", "here"), changes)
