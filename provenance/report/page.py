"""The report page: a template, its style and script, and a trace as inert blocks of JSON."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from string import Template

from provenance.draw import COLOURS, Family, family_dot, percent, readable, render_svgs, sure
from provenance.engines import Engine, Here
from provenance.model import Trace
from provenance.report.facts import Facts, apart_blocks, family_details, in_words, overview
from provenance.report.ledger import Ledger
from provenance.version import VERSION

_PLAIN = 4_000_000
"""Details up to so many characters are embedded as they are, so that the page is the same bytes whatever the zlib;
beyond, they are compressed."""
_ROWS = 1000
"""So many derivations are listed for readers without scripts."""
_AT_ONCE = 100
"""So many families' graphs are drawn by one run of the renderer."""
_WORTH = 300
"""Families from which on it is worth while to start processes."""
_ARTISTS = 2
"""Runs of it at once: one takes as long as all else that is done for the page."""
_PACKERS = 2
"""Threads that compress; there may be one processor alone, and more hardly help."""


def render_report(trace: Trace, workers: Engine | None = None) -> str:
    """Return the report of a trace as one HTML page that needs nothing else: no network, no other file.

    Text of articles is only ever data: in JSON blocks that hold no markup character, put on the page as text; and, for
    readers without scripts, escaped in a plain table. The page forbids itself every request and all other scripts.
    `workers` gather the details of many families, and change nothing in them.
    """
    ledger = Ledger(trace)
    blocks = {"overview": _json(overview(ledger))}
    apart = ((name, _json(facts)) for name, facts in apart_blocks(ledger))
    body = [_block(name, text, packed=False) for name, text in blocks.items()]
    body += _detail_blocks(chain(_details(ledger, workers or Here()), apart))
    script, style = _script(), style_sheet()
    return Template(_asset("report.html")).substitute(
        script_hash=_hash(script),
        style_hash=_hash(style),
        style=style,
        script=script,
        blocks="\n".join(body),
        table=_table(ledger),
        summary=html.escape(_summary(ledger)),
        version=html.escape(VERSION),
    )


def _detail_blocks(details: Iterable[tuple[str, str]]) -> list[str]:
    """Return named details as blocks, all of them packed where they are many: then the first while others are made."""
    waiting: list[tuple[str, str]] = []
    packed: list[Future[str]] = []
    size = 0
    with ThreadPoolExecutor(_PACKERS) as packers:
        for name, text in details:
            waiting.append((name, text))
            size += len(text)
            if size > _PLAIN:
                packed += [packers.submit(_block, *one, packed=True) for one in waiting]
                waiting.clear()
        return [block.result() for block in packed] or [_block(*one, packed=False) for one in waiting]


def _details(ledger: Ledger, workers: Engine) -> Iterator[tuple[str, str]]:
    """Yield the block of each family's details with its name."""
    families = list(ledger.families)
    batches = [families[at : at + _AT_ONCE] for at in range(0, len(families), _AT_ONCE)]
    if isinstance(workers, Here) or len(families) < _WORTH:
        yield from _details_here(ledger, batches)
        return
    for blocks in workers.map(_details_of, ((ledger.part(some), tuple(f.number for f in some)) for some in batches)):
        yield from blocks


def _details_here(ledger: Ledger, batches: Sequence[Sequence[Family]]) -> Iterator[tuple[str, str]]:
    """Yield the same; the renderer, a program of its own, draws some families while others' details are gathered."""
    drawn: deque[Future[list[str]]] = deque()
    with ThreadPoolExecutor(_ARTISTS) as artists:
        for number, batch in enumerate(batches):
            for some in batches[number + len(drawn) : number + _ARTISTS + 1]:
                drawn.append(artists.submit(render_svgs, [family_dot(f, ledger.outlets) for f in some]))
            yield from _blocks(batch, ledger, drawn.popleft().result())


def _details_of(task: tuple[Trace, tuple[int, ...]]) -> list[tuple[str, str]]:
    """Return the blocks of the families of these numbers with their names."""
    trace, numbers = task
    ledger = Ledger(trace)
    chosen = [family for family in ledger.families if family.number in numbers]
    return list(_blocks(chosen, ledger, render_svgs([family_dot(f, ledger.outlets) for f in chosen])))


def _blocks(families: Sequence[Family], ledger: Ledger, svgs: Sequence[str]) -> Iterator[tuple[str, str]]:
    for family, svg in zip(families, svgs, strict=True):
        yield f"family-{family.number}", _json(family_details(family, ledger, svg))


def _json(facts: Facts) -> str:
    """Return facts as JSON in which no character means anything to HTML."""
    text = json.dumps(facts, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _block(name: str, text: str, packed: bool) -> str:
    if not packed:
        return f'<script type="application/json" id="block-{name}">{text}</script>'
    small = base64.b64encode(gzip.compress(text.encode("ascii"), compresslevel=6, mtime=0)).decode("ascii")
    return f'<script type="application/json" id="block-{name}" data-packed="gzip">"{small}"</script>'


@lru_cache(maxsize=8)
def _asset(name: str) -> str:
    return (files("provenance.report") / name).read_text("utf-8")


@lru_cache(maxsize=1)
def _script() -> str:
    """Return the page's script: its parts in order, in one scope of their own."""
    parts = sorted(
        (p for p in (files("provenance.report") / "script").iterdir() if p.name.endswith(".js")), key=_by_name
    )
    return "(() => {\n" + "\n".join(p.read_text("utf-8") for p in parts) + "})();\n"


def _by_name(part: Traversable) -> str:
    return part.name


def style_sheet() -> str:
    """Return the style sheet, with a colour for each kind of derivation from the one table of them."""
    kinds = "".join(f".kind-{kind.replace(' ', '-')}{{--kind:{colour}}}" for kind, colour in COLOURS.items())
    return _asset("report.css") + kinds + "\n"


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _summary(ledger: Ledger) -> str:
    trace = ledger.trace
    return f"{len(trace.documents)} articles, {len(ledger.families)} families, {len(trace.derivations)} derivations"


def _table(ledger: Ledger) -> str:
    """Return the derivations as a plain table, for readers without scripts."""
    trace = ledger.trace
    if not trace.derivations:
        return "<p>No derivation was found.</p>"
    head = _row("th", ("Took from", "Article that took", "How", "Share", "Confidence", "Source credited"))
    edges = [e for family in ledger.families for e in family.edges]
    rows = [
        _row(
            "td",
            (
                _name(e.source, ledger),
                _name(e.target, ledger),
                e.kind,
                percent(e.share_of_target),
                f"{in_words(e.confidence)} ({sure(e.confidence)})",
                "yes" if e.credited else "no",
            ),
        )
        for e in edges[:_ROWS]
    ]
    more = f"<p>And {len(edges) - _ROWS} more, which the page shows with scripts.</p>" if len(edges) > _ROWS else ""
    return f"<table><caption>Who took what from whom</caption>{head}{''.join(rows)}</table>{more}"


def _row(cell: str, values: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{cell}>{html.escape(readable(v))}</{cell}>" for v in values) + "</tr>"


def _name(id_: str, ledger: Ledger) -> str:
    if id_ in ledger.lost:
        agency = ledger.lost[id_].agency
        return f"lost original{f' of {agency}' if agency else ''}"
    d = ledger.documents.get(id_)
    return " · ".join(part for part in ((d.title or d.id, d.outlet) if d else (id_,)) if part)
