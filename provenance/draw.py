"""The derivation graph of a trace: as DOT, and rendered; alone knows graphviz.

Nothing of an article is ever DOT: titles and outlets pass through `readable`, then through the escaping of the place
where they stand. Names of nodes, links and classes are made of slugs, never of what an article says.
"""

from __future__ import annotations

import hashlib
import html
import os
import re
import shutil
import subprocess
import sysconfig
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import RenderError
from provenance.model import Derivation, Derived, DocumentRecord, LostOriginal, Trace

if TYPE_CHECKING:
    import graphviz

COLOURS: dict[Derived, str] = {
    "copy": "#1f6fb2",
    "version": "#7353ba",
    "excerpt": "#1f7848",
    "rewrite": "#b05310",
    "summary": "#8a6a14",
    "translation": "#0b757e",
    "round-trip translation": "#b93a86",
}
"""Colour of each kind of derivation: as its name, 4.5:1 on light ground; as a line, 3:1 on the report's dark one."""

_INK, _GREY, _PALE, _ALARM = "#1c2430", "#5d6673", "#c5ccd6", "#b3261e"
_ORIGINAL = "#14324f"
_FONT = "Helvetica"
_CARD = 214
"""Width of a card's text in points; titles wrap to it, so that cards align whatever their script."""
_TITLE_LINES = 3
_SINGLY = 8
"""Up to so many articles without a derivation are drawn; more become one note."""
_LEAVES = 24
"""A source shows so many leaves of one kind; what is beyond becomes one card."""
_CARDS = 240
"""A family shows so many cards; beyond, the branches with most articles stay and the others are counted."""
_MOST = 400
"""The drawing of a whole trace shows families until so many articles; the report shows them all."""


def readable(text: str | None, limit: int = 300) -> str:
    """Return `text` on one line, without control, format and bidirectional characters, at most `limit` long.

    What is left is plain to print anywhere once it is escaped for the place. Joiners of Persian and Indic words stay.
    """
    if text and text.isascii() and text.isprintable() and len(text) <= limit:
        return " ".join(text.split())
    kept: list[str] = []
    marks = 0
    for char in (text or "")[: 4 * limit]:
        kind = unicodedata.category(char)
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        if kind in {"Cc", "Zl", "Zp", "Zs"}:
            kept.append(" ")
        elif char in "\u200c\u200d" or (kind[0] != "C" and marks <= 4):
            kept.append(char)
    line = " ".join("".join(kept).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def slug(name: str) -> str:
    """Return a short name for `name` that is safe in links, DOT and HTML; different names get different ones.

    Single hyphens stay; a tilde marks a name that had to be changed, two hyphens are left to part two names.
    """
    if len(name) <= 40 and re.fullmatch(r"[A-Za-z0-9_.]+(?:-[A-Za-z0-9_.]+)*", name):
        return name
    plain = re.sub(r"[^A-Za-z0-9_.]+", "_", name[:24]).strip("_")
    return f"{plain}~{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def document_anchor(name: str) -> str:
    """Return the fragment under which the report shows a document or lost original.

    >>> document_anchor("001")
    'doc-001'
    """
    return f"doc-{slug(name)}"


def edge_anchor(source: str, target: str) -> str:
    """Return the fragment under which the report shows what `target` took from `source`.

    >>> edge_anchor("lost-1", "003")
    'edge-lost-1--003'
    """
    return f"edge-{slug(source)}--{slug(target)}"


@dataclass(frozen=True, slots=True)
class Family:
    """The members of one family, with the edges among them; documents by id, edges by source and target."""

    number: int
    documents: tuple[DocumentRecord, ...]
    lost: tuple[LostOriginal, ...]
    edges: tuple[Derivation, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of those that gave and did not take: the originals, most takers first."""
        taken = {e.target for e in self.edges}
        gave = Counter(e.source for e in self.edges if e.source not in taken)
        return tuple(sorted(gave, key=lambda name: (-gave[name], name)))


def families(trace: Trace) -> tuple[Family, ...]:
    """Return the families of a trace by their number; a lost original belongs where its witnesses are."""
    of: dict[str, int] = {d.id: d.family for d in trace.documents if d.family is not None}
    of |= {lost.id: n for lost in trace.lost if (n := _home(lost, of)) is not None}
    documents: defaultdict[int, list[DocumentRecord]] = defaultdict(list)
    lost_in: defaultdict[int, list[LostOriginal]] = defaultdict(list)
    edges: defaultdict[int, list[Derivation]] = defaultdict(list)
    for d in sorted(trace.documents, key=lambda d: d.id):
        if d.family is not None:
            documents[d.family].append(d)
    for lost in sorted(trace.lost, key=lambda one: one.id):
        if lost.id in of:
            lost_in[of[lost.id]].append(lost)
    for e in sorted(trace.derivations, key=lambda e: (e.source, e.target)):
        if e.target in of:
            edges[of[e.target]].append(e)
    return tuple(Family(n, tuple(documents[n]), tuple(lost_in[n]), tuple(edges[n])) for n in sorted(documents))


def _home(lost: LostOriginal, of: dict[str, int]) -> int | None:
    return next((of[w] for w in lost.witnesses if w in of), None)


def uncredited(edge: Derivation, outlets: dict[str, str | None]) -> bool:
    """Return whether `edge` is reuse that should name its source and does not; an outlet need not credit itself."""
    own = outlets.get(edge.source)
    return not edge.credited and (own is None or own != outlets.get(edge.target))


def main_sources(edges: Iterable[Derivation]) -> dict[str, str]:
    """Return for each target the source it took most from; its other sources are second sources."""
    best: dict[str, Derivation] = {}
    for e in sorted(edges, key=lambda e: (-round(e.share_of_target, 3), -round(e.confidence, 3), e.source)):
        best.setdefault(e.target, e)
    return {target: e.source for target, e in best.items()}


def dot(trace: Trace) -> str:
    """Return the derivation graph of a whole trace as DOT: each family a cluster, the largest trace still readable."""
    graph = _graph("report.html")
    kinds: set[Derived] = set()
    outlets = outlets_of(trace)
    drawn, hidden = _chosen(families(trace))
    _draw_rest(graph, trace, hidden)
    for family in reversed(drawn):  # from left to right, dot stacks from the bottom
        kinds |= {e.kind for e in family.edges}
        with graph.subgraph(name=f"cluster_{family.number}") as cluster:
            assert cluster is not None
            cluster.attr(**_cluster_look(family, outlets))
            _draw(cluster, family, outlets, "report.html")
    graph.attr(label=_legend(kinds, bool(trace.lost), _has_second_sources(trace.derivations), _has_unlinked(drawn)))
    return str(graph.source)


def _chosen(found: Sequence[Family]) -> tuple[list[Family], list[Family]]:
    """Return the families to draw and those that only the report shows, each in order."""
    drawn: list[Family] = []
    hidden: list[Family] = []
    shown = 0
    for family in found:
        fits = not shown or shown + len(family.documents) <= _MOST
        (drawn if fits else hidden).append(family)
        shown += len(family.documents) if fits else 0
    return drawn, hidden


def family_dot(family: Family, outlets: dict[str, str | None], page: str = "") -> str:
    """Return the graph of one family as DOT, without legend; links lead to fragments of `page`.

    `outlets` has the outlet of each document, those of other families too.
    """
    graph = _graph(page)
    graph.attr(bgcolor="transparent", pad="0.1")
    _draw(graph, family, outlets, page)
    return str(graph.source)


def outlets_of(trace: Trace) -> dict[str, str | None]:
    """Return the outlet of each document."""
    return {d.id: d.outlet for d in trace.documents}


def _has_second_sources(edges: Iterable[Derivation]) -> bool:
    return any(n > 1 for n in Counter(e.target for e in edges).values())


def _has_unlinked(found: Iterable[Family]) -> bool:
    return any({d.id for d in f.documents} - {name for e in f.edges for name in (e.source, e.target)} for f in found)


def _graph(page: str) -> graphviz.Digraph:
    import graphviz

    graph = graphviz.Digraph("provenance")
    graph.attr(
        rankdir="LR", fontname=_FONT, bgcolor="white", pad="0.3", nodesep="0.24", ranksep="0.35", newrank="true",
        outputorder="edgesfirst", labelloc="b", labeljust="l", tooltip="Who took what from whom",
    )  # fmt: skip
    graph.attr(
        "node", fontname=_FONT, shape="box", style="rounded,filled", fillcolor="white", color=_PALE, margin="0.1,0.07"
    )
    graph.attr("edge", fontname=_FONT, fontsize="9", fontcolor=_INK, arrowsize="0.75")
    return graph


_GAP = '<br/><font point-size="7"> </font>'
"""Room below a cluster's heading, which labels of edges would touch otherwise."""


def _cluster_look(family: Family, outlets: dict[str, str | None]) -> dict[str, str]:
    silent = sum(uncredited(e, outlets) for e in family.edges)
    parts = [_count(len(family.documents), "article"), _count(len(family.edges), "derivation")]
    parts += [f"{silent} uncredited"] if silent else []
    name = f'<b>Family {family.number}</b>  <font color="{_GREY}">{" · ".join(parts)}</font>'
    return {
        "label": f"<{name}{_GAP}>", "labelloc": "t", "labeljust": "l", "fontsize": "13", "fontcolor": _INK,
        "style": "rounded,filled", "fillcolor": "#f6f7f9", "color": "#e1e5ea", "margin": "14",
        "tooltip": f"Family {family.number}", "URL": f"report.html#family-{family.number}",
    }  # fmt: skip


def _draw(graph: graphviz.Digraph, family: Family, outlets: dict[str, str | None], page: str) -> None:
    """Add the nodes and edges of one family, originals first."""
    folded, leaves = _fold(family)
    main = main_sources(family.edges)
    beyond = _beyond(family, main, folded)
    folded |= beyond.keys()
    incoming = {e.target: e for e in family.edges if main[e.target] == e.source}
    originals = set(family.sources)
    for lost in family.lost:
        _lost_node(graph, lost, page)
    linked = {name for e in family.edges for name in (e.source, e.target)}
    for d in sorted(family.documents, key=lambda d: (d.id not in originals, d.id)):
        if d.id in linked and d.id not in folded:
            edge = incoming.get(d.id)
            _card(graph, d, edge.kind if edge else None, d.id in originals, page)
    for e in family.edges:
        if e.target not in folded and e.source not in folded:
            _edge(graph, e, main[e.target] == e.source, uncredited(e, outlets), page)
    link = f"{page}#family-{family.number}"
    for (source, _), edges in leaves.items():
        if source not in beyond:
            _folded_card(graph, edges, link)
    for source, number in sorted(Counter(beyond.values()).items()):
        _beyond_card(graph, source, number, link)
    _draw_unlinked(graph, family, [d for d in family.documents if d.id not in linked], page)


def _draw_unlinked(graph: graphviz.Digraph, family: Family, documents: Sequence[DocumentRecord], page: str) -> None:
    """Add the members without a derivation behind the original, so that they do not stand in its place."""
    names = [document_anchor(d.id) for d in documents]
    if len(documents) > _SINGLY:
        names = [f"note-apart-{family.number}"]
        title = f"{len(documents)} more articles of this story, none derived"
        link = f"{page}#family-{family.number}"
        graph.node(
            names[0], _label(title, [], _FAINT), URL=link, tooltip=title, color=_PALE, **{"class": "article apart"}
        )
    else:
        for d in documents:
            _card(graph, d, None, False, page)
    for name in names if family.sources else ():
        graph.edge(document_anchor(family.sources[-1]), name, style="invis")


def _fold(family: Family) -> tuple[set[str], dict[tuple[str, Derived], list[Derivation]]]:
    """Return which documents stand in a common card, and those cards: leaves of one kind under one source."""
    takes = Counter(e.target for e in family.edges)
    gives = {e.source for e in family.edges}
    leaves: defaultdict[tuple[str, Derived], list[Derivation]] = defaultdict(list)
    for e in sorted(family.edges, key=lambda e: (-round(e.confidence * e.share_of_target, 3), e.target)):
        if takes[e.target] == 1 and e.target not in gives:
            leaves[e.source, e.kind].append(e)
    cards = {k: edges[_LEAVES - 1 :] for k, edges in sorted(leaves.items()) if len(edges) > _LEAVES}
    return {e.target for edges in cards.values() for e in edges}, cards


def _beyond(family: Family, main: dict[str, str], folded: set[str]) -> dict[str, str]:
    """Return the documents for which there is no room, each with the source on its line that is drawn.

    Room is for those that most come of, so that a drawn one's source is drawn too.
    """
    if len(family.documents) - len(folded) <= _CARDS:
        return {}
    order, parent = _from_the_sources(main)
    size = dict.fromkeys(order, 1)
    for name in reversed(order):
        if name in parent:
            size[parent[name]] += size[name]
    ranked = sorted((name for name in order if name not in folded), key=lambda name: (name in parent, -size[name]))
    shown = set(ranked[:_CARDS]) | (order.keys() - parent.keys())
    hidden: dict[str, str] = {}
    for name in order:
        if name not in shown and not (name in folded and parent[name] in shown):
            hidden[name] = hidden.get(parent[name], parent[name])
    return hidden


def _from_the_sources(main: dict[str, str]) -> tuple[dict[str, None], dict[str, str]]:
    """Return all names, sources before what came of them, and each one's source; circles are cut open."""
    takers: defaultdict[str, list[str]] = defaultdict(list)
    for target, source in sorted(main.items()):
        takers[source].append(target)
    order: dict[str, None] = {}
    parent = dict(main)
    for root in (*sorted({*main.values()} - main.keys()), *sorted(main)):
        if root in order:
            continue
        parent.pop(root, None)
        line = [root]
        for name in line:  # grows while it is read
            order[name] = None
            line += [taker for taker in takers[name] if taker not in order and taker != root]
    return order, parent


def _card(graph: graphviz.Digraph, d: DocumentRecord, taken: Derived | None, original: bool, page: str) -> None:
    name = readable(d.title) or readable(d.id)
    who = readable(d.outlet, 40) or readable(d.id, 40)
    below = [part for part in (who, moment(d.published), readable(d.language, 12)) if part]
    look = {"color": COLOURS[taken], "penwidth": "1.4"} if taken else {"color": _PALE}
    state = "original" if original else _kind_class(taken) if taken else "apart"
    if original:
        look = {"color": _ORIGINAL, "fillcolor": _ORIGINAL, "penwidth": "2"}
    graph.node(
        document_anchor(d.id), _label(name, below, _LOOKS.get(state, _PLAIN)),
        URL=f"{page}#{document_anchor(d.id)}", tooltip=_tip(" · ".join((name, *below))),
        **{"class": f"article {state}"}, **look,
    )  # fmt: skip


def _kind_class(kind: Derived) -> str:
    return f"kind-{kind.replace(' ', '-')}"


def _lost_node(graph: graphviz.Digraph, lost: LostOriginal, page: str) -> None:
    agency = readable(lost.agency, 60)
    name = f"Lost {agency} original" if agency else "Lost original"
    below = [f"known by {_count(len(lost.witnesses), 'witness', 'es')}", f"{sure(lost.confidence)} sure"]
    graph.node(
        document_anchor(lost.id), _label(name, below, _LOST),
        URL=f"{page}#{document_anchor(lost.id)}", tooltip=_tip(" · ".join((name, *below))),
        style="rounded,dashed,filled", color="#79828e", fillcolor="#e9ebee", penwidth="2.2", **{"class": "lost"},
    )  # fmt: skip


def _folded_card(graph: graphviz.Digraph, edges: Sequence[Derivation], link: str) -> None:
    """Add one card for many leaves that one source has of one kind."""
    source, kind = edges[0].source, edges[0].kind
    name = f"{document_anchor(source)}--{kind.replace(' ', '_')}"
    low, high = min(e.share_of_target for e in edges), max(e.share_of_target for e in edges)
    title, below = f"{len(edges)} more articles: {kind}", ["listed in the report", f"{percent(low)} to {percent(high)}"]
    graph.node(
        name, _label(title, below), URL=link, tooltip=title, color=COLOURS[kind], penwidth="1.4",
        style="rounded,filled,dotted", **{"class": f"article more {_kind_class(kind)}"},
    )  # fmt: skip
    line = {"color": COLOURS[kind], "penwidth": "4", "arrowsize": "0.6", "class": f"edge {_kind_class(kind)}"}
    graph.edge(document_anchor(source), name, tooltip=title, **line)


def _beyond_card(graph: graphviz.Digraph, source: str, number: int, link: str) -> None:
    """Add one card for what came of a source and is not drawn."""
    name = f"{document_anchor(source)}--beyond"
    title = f"{number} more {'article' if number == 1 else 'articles'} down this line"
    graph.node(
        name, _label(title, ["listed in the report"], _FAINT), URL=link, tooltip=title, color=_PALE,
        style="rounded,filled,dotted", **{"class": "article more"},
    )  # fmt: skip
    graph.edge(document_anchor(source), name, tooltip=title, color=_GREY, penwidth="2", **{"class": "edge"})


def _edge(graph: graphviz.Digraph, e: Derivation, main: bool, silent: bool, page: str) -> None:
    line = COLOURS[e.kind]
    rows = [
        '<tr><td height="4"></td></tr>',  # and off its neighbour's
        f'<tr><td><font color="{line}"><b>{e.kind}</b></font>  {_escaped(percent(e.share_of_target))}</td></tr>',
        f'<tr><td><font color="{_GREY}" point-size="8">{_escaped(sure(e.confidence))} sure</font></td></tr>',
    ]
    rows += [f'<tr><td><font color="{_ALARM}" point-size="8"><b>UNCREDITED</b></font></td></tr>'] if silent else []
    rows += ['<tr><td height="9"></td></tr>']  # keeps the words off their line
    classes = [
        "edge",
        f"kind-{e.kind.replace(' ', '-')}",
        *(["uncredited"] if silent else []),
        *([] if main else ["second"]),
    ]
    width = 1.1 + 4.4 * max(0.0, min(1.0, round(e.share_of_target, 3)))
    tip = f"{e.kind}, {percent(e.share_of_target)} of the target, {sure(e.confidence)} sure" + (
        ", uncredited" if silent else ""
    )
    anchor = edge_anchor(e.source, e.target)
    graph.edge(
        document_anchor(e.source), document_anchor(e.target), id=anchor + "-line", URL=f"{page}#{anchor}", color=line,
        label=f'<<table border="0" cellborder="0" cellspacing="0" cellpadding="1">{"".join(rows)}</table>>',
        penwidth=f"{width:.2f}", arrowsize=f"{max(0.4, 0.95 - width / 10):.2f}", edgetooltip=_tip(tip),
        labeltooltip=_tip(tip), style="solid" if main else "dashed", weight="4" if main else "1",
        **{"class": " ".join(classes)},
    )  # fmt: skip


def _draw_rest(graph: graphviz.Digraph, trace: Trace, hidden: Sequence[Family]) -> None:
    """Add what stands outside the drawn families: single cards when few, one note each when many."""
    loose = sorted((d for d in trace.documents if d.family is None), key=lambda d: d.id)
    notes: list[tuple[str, str, str]] = []
    if hidden:
        articles = sum(len(f.documents) for f in hidden)
        notes.append(
            ("families", f"{len(hidden)} more families with {articles} articles", "all of them are in the report")
        )
    if len(loose) > _SINGLY:
        notes.append(
            (
                "loose",
                f"{len(loose)} articles without a derivation",
                "nobody took from them, nor they from anybody here",
            )
        )
    elif loose:
        with graph.subgraph(name="cluster_loose") as cluster:
            assert cluster is not None
            title = f'<font color="{_GREY}">{_count(len(loose), "article")} without a derivation</font>'
            cluster.attr(
                label=f"<{title}>", labelloc="t", labeljust="l", fontsize="11", style="rounded", color="#e1e5ea",
                margin="12", tooltip="without a derivation",
            )  # fmt: skip
            for d in loose:
                _card(cluster, d, None, False, "report.html")
    for name, title, below in notes:
        graph.node(
            f"note-{name}", _label(title, [below], _FAINT), URL=f"report.html#{name}", tooltip=title,
            color="#e1e5ea", fillcolor="#f6f7f9", **{"class": "note"},
        )  # fmt: skip


def _legend(kinds: set[Derived], lost: bool, second: bool, apart: bool) -> str:
    """Return the legend as an HTML-like label: only what the drawing holds."""
    rows = [
        f'<td fixedsize="true" width="26" height="5" bgcolor="{colour}"></td><td align="left">{kind}  </td>'
        for kind, colour in COLOURS.items()
        if kind in kinds
    ]
    words = ["thicker: more of the target was taken"] if kinds else []
    words += ["dashed line: a second source"] if second else []
    words += ["dashed grey card: a lost original, known by its witnesses only"] if lost else []
    words += ["faint card: alike, but not derived"] if apart else []
    words += ["arrows lead from the source to what took from it"] if kinds else []
    if not rows:
        return f'<<font color="{_GREY}" point-size="10">No derivation was found.</font>>'
    cells = "".join(rows)
    under = f'<tr><td align="left" colspan="{2 * len(rows)}"><font color="{_GREY}">{" · ".join(words)}</font></td></tr>'
    return (
        f'<<font point-size="10" color="{_INK}"><table border="0" cellborder="0" cellspacing="4" cellpadding="1">'
        f"<tr>{cells}</tr>{under}</table></font>>"
    )


@dataclass(frozen=True, slots=True)
class _Print:
    """How a card is printed: colours of its title and of what stands below, size of its title, a word above it."""

    ink: str = _INK
    grey: str = _GREY
    size: int = 11
    kicker: str = ""
    kicker_colour: str = _GREY


_PLAIN = _Print()
_FIRST = _Print("white", "#c9d6e4", 13, "ORIGINAL", "#ffd166")
_LOST = _Print("#3b434e", _GREY, 13, "NOBODY HAS IT")
_FAINT = _Print(_GREY)
_LOOKS = {"original": _FIRST, "apart": _FAINT}


def _label(title: str, below: Sequence[str], look: _Print = _PLAIN) -> str:
    """Return a card as an HTML-like label; `title` and `below` are readable text, not yet escaped."""
    rows = [f'<font point-size="8" color="{look.kicker_colour}"><b>{look.kicker}</b></font>'] if look.kicker else []
    rows += [
        f'<font point-size="{look.size}" color="{look.ink}"><b>{_escaped(line)}</b></font>'
        for line in wrapped(title, _CARD / look.size, _TITLE_LINES)
    ]
    rows += [f'<font point-size="9" color="{look.grey}">{_escaped(line)}</font>' for line in _small_lines(below)]
    cells = "".join(f'<tr><td align="left" width="{_CARD}">{row}</td></tr>' for row in rows)
    return f'<<table border="0" cellborder="0" cellspacing="0" cellpadding="1">{cells}</table>>'


def _small_lines(parts: Sequence[str]) -> list[str]:
    """Return what stands below a title: on one line where it fits, else broken after the first part."""
    joined = " · ".join(parts)
    if width(joined) <= _CARD / 8.2 or len(parts) < 2:
        return wrapped(joined, _CARD / 8.2, 2)
    return [*wrapped(parts[0], _CARD / 8.2, 1), *wrapped(" · ".join(parts[1:]), _CARD / 8.2, 1)]


def _escaped(text: str) -> str:
    """Return `text` for an HTML-like label, in which DOT would read backslash sequences too."""
    return html.escape(text, quote=True).replace("\\", "\\\\")


def _tip(text: str) -> str:
    """Return `text` for a tooltip, in which DOT reads backslash sequences, even doubled ones, and character references.

    A joiner, which nobody sees, keeps a backslash from the letter after it.
    """
    import graphviz

    return str(graphviz.escape(html.escape(text, quote=True).replace("\\", "\\\u200c")))


def percent(share: float) -> str:
    """Return a share as whole per cent; what is neither none nor all never looks like it.

    Rounded like trace.json first, so that a trace reads the same before and after it was written.

    >>> percent(0.998), percent(1.0), percent(0.004)
    ('>99 %', '100 %', '<1 %')
    """
    share = round(share, 3)
    if 0.995 <= share < 1:
        return ">99 %"
    if 0 < share < 0.005:
        return "<1 %"
    return f"{int(100 * share + 0.5)} %"  # halves up, as the report's script rounds


def sure(confidence: float) -> str:
    """Return a probability as whole per cent, never as certainty.

    >>> sure(1.0), sure(0.31)
    ('>99 %', '31 %')
    """
    return percent(min(confidence, 0.998))


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def moment(published: str | None) -> str:
    """Return a publication time as a reader writes it, or as it stands where it is none.

    >>> moment("2031-04-08T13:45:00+02:00")
    '8 Apr 2031, 13:45'
    """
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?", published or "", re.ASCII)
    if not found or not 1 <= int(found[2]) <= 12:
        return readable(published, 24)
    month = _MONTHS[int(found[2]) - 1]
    return f"{int(found[3])} {month} {found[1]}" + (f", {found[4]}" if found[4] else "")


def _count(n: int, noun: str, plural: str = "s") -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}{plural}"


def width(text: str) -> float:
    """Return about how wide `text` is set in bold sans-serif, in em; wide scripts count a full em a character."""
    return sum(map(_em, text))


@lru_cache(maxsize=4096)
def _em(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if unicodedata.combining(char):
        return 0.0
    if char in "iIjl.,:;'|!·’‘ ()[]ft":
        return 0.34
    return 0.76 if char.isupper() or char in "mwMW@%—…" else 0.59


def wrapped(text: str, em: float, lines: int) -> list[str]:
    """Return `text` on at most `lines` lines of at most `em` em; what does not fit ends in an ellipsis."""
    done: list[str] = []
    line = ""
    for word in _breakable(text, em):
        joined = line + word
        if line and width(joined.rstrip()) > em:
            done.append(line.rstrip())
            line = word
        else:
            line = joined
    done += [line.rstrip()] if line.strip() else []
    if len(done) <= lines:
        return done
    last = done[lines - 1]
    while last and width(last + "…") > em:
        last = last[:-1]
    return [*done[: lines - 1], last.rstrip() + "…"]


def _breakable(text: str, em: float) -> list[str]:
    """Return the pieces between which a line may break: words with their space, single characters of wide scripts."""
    pieces: list[str] = []
    for word in re.findall(r"\S+ ?", text):
        if width(word) <= em and not any(unicodedata.east_asian_width(c) in "WF" for c in word):
            pieces.append(word)
            continue
        run = ""
        for char in word:
            wide = unicodedata.east_asian_width(char) in "WF"
            if run and (wide or width(run + char) > em):
                pieces.append(run)
                run = ""
            run += char
            if wide:
                pieces.append(run)
                run = ""
        pieces += [run] if run else []
    return pieces


_OWN_FORMATS = ("svg", "png")
_SYSTEM_FORMATS = ("pdf", "ps", "eps")
_SECONDS = 300


def render(dot_source: str, format: str) -> bytes:
    """Return the picture of `dot_source`: "svg" and "png" the same bytes everywhere, "pdf" by a system Graphviz.

    The fonts that draw a PNG know Latin, Greek, Cyrillic and Hebrew; letters of other scripts are drawn by a system
    Graphviz where there is one, else each run of them is named in brackets. SVG uses the fonts of whoever looks at it.
    Raises RenderError, saying what to do, where no renderer here can.
    """
    if format == "dot":
        return dot_source.encode("utf-8", "replace")
    if format in _SYSTEM_FORMATS:
        return _run([_system(format), f"-T{format}"], dot_source)
    if format not in _OWN_FORMATS:
        known = ", ".join(("dot", *_OWN_FORMATS, *_SYSTEM_FORMATS))
        raise RenderError(f'cannot draw a graph as "{readable(format, 20)}"; choose one of {known}')
    if format == "svg":
        return _run([_own(), "-Tsvg"], dot_source)
    if _FOREIGN.search(dot_source):
        if system := shutil.which("dot"):
            return _run([system, "-Tpng", "-Gdpi=144"], dot_source)
        dot_source = _FOREIGN.sub(_named_script, dot_source)
    return _run([_own(), "-Tpng", "-Gdpi=144"], dot_source)


def render_svgs(sources: Sequence[str]) -> list[str]:
    """Return one SVG for each graph of `sources`, all drawn by one run of the renderer."""
    if not sources:
        return []
    drawn = _run([_own(), "-Tsvg"], "\n".join(sources)).decode()
    pictures = ["<svg" + piece.partition("<svg")[2] for piece in drawn.split("<?xml")[1:]]
    if len(pictures) != len(sources):
        raise RenderError(
            f"graphviz-pure drew {len(pictures)} of {len(sources)} graphs; reinstall graphviz-pure==0.2.2"
        )
    return pictures


_DRAWN = "\x00-\u052f\u0590-\u05ff\u1d00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2100-\u218f\u2190-\u21ff"
_FOREIGN = re.compile(f"[^{_DRAWN}]+(?: +[^{_DRAWN}]+)*")
"""Runs of letters that the bundled fonts have no shapes for."""


def _named_script(run: re.Match[str]) -> str:
    """Return a stand-in for letters that cannot be drawn: their script's name, from the character's own."""
    name = unicodedata.name(run[0][0], "unknown").split()[0].capitalize()
    known = {"Cjk": "Chinese or Japanese", "Hiragana": "Japanese", "Katakana": "Japanese", "Hangul": "Korean"}
    return f"[{known.get(name, name)}]"


@lru_cache(maxsize=1)
def _own() -> str:
    from importlib.metadata import PackageNotFoundError, files

    names = {"graphviz-pure", "graphviz-pure.exe"}
    try:
        for file in files("graphviz-pure") or ():
            if file.name in names and Path(str(file.locate())).is_file():
                return str(Path(str(file.locate())).resolve())
    except PackageNotFoundError:
        pass
    found = shutil.which("graphviz-pure") or shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
    if not found:
        raise RenderError('graphs are drawn by graphviz-pure, which is missing; run "pip install graphviz-pure==0.2.2"')
    return found


def _system(format: str) -> str:
    found = shutil.which("dot")
    if not found:
        raise RenderError(
            f"{format} needs a system Graphviz, and there is no dot on the PATH; install it "
            '("apt install graphviz", "brew install graphviz", "winget install graphviz"), or write .svg or .png'
        )
    return found


def _run(command: list[str], source: str) -> bytes:
    """Run a renderer on `source`; its environment says that no date may enter the file."""
    done = subprocess.run(  # noqa: S603 (a program found by name, fixed arguments, the graph on standard input)
        command,
        input=source.encode("utf-8", "replace"),
        capture_output=True,
        timeout=_SECONDS,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0"},
        check=False,
    )
    if done.returncode != 0 or not done.stdout:
        said = readable(done.stderr.decode("utf-8", "replace"), 200)
        raise RenderError(
            f"{Path(command[0]).name} could not draw the graph ({said}); write .dot and draw it elsewhere"
        )
    return done.stdout
