"""A trace in which everything that an article, a file or an agency could say is an attempt to be more than text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from fake_trace import record

from provenance.model import (
    Alternative,
    Change,
    Credit,
    Derivation,
    DocumentRecord,
    LostOriginal,
    LostSentence,
    Match,
    Passage,
    Reason,
    Trace,
)

CALL = "window.owned=1"
"""What the scripts among the attempts would do."""

ATTEMPTS = (
    f"<script>{CALL}</script>",
    f"</script><script>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f'"><svg/onload={CALL}><iframe srcdoc="<script>parent.{CALL}</script>">',
    f"javascript:{CALL}//",
    f"data:text/html,<script>{CALL}</script>",
    '<a href="https://example.invalid/x">a</a><link rel=stylesheet href=//example.invalid/s>',
    "<base href=//example.invalid><form action=//example.invalid><input name=x>",
    "</style><style>*{display:none!important}</style><meta http-equiv=refresh content=0;url=//example.invalid>",
    "</noscript></title></textarea>--><!--<plaintext>",
    "\x1b[31mred\x1b]8;;https://example.invalid\x07link\x1b]8;;\x07\x9b2J\x08\x7f",
    "\u202e\u2066gnp.exe\u2069\u200f\u061c\ufeff",
    "\u2028\u2029\x85\x00\x0b\r\n\t",
    "\ud83d lone \udc00",
    '=HYPERLINK("https://example.invalid","x")',
    "@SUM(A1)|cmd' /C calc'!A0",
    '\\N\\G\\"]; x [label=<<b>y</b>>, URL="javascript:0"]; subgraph cluster_x {',
    "]]><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;&#x202e;&lt;",
    "${script} {{7*7}} %s %(x)s {0.__class__}",
    "[bold red]markup[/] [link=https://example.invalid]x[/link]",
)

IDS = ("__proto__", "constructor", "toString", *ATTEMPTS, "../../etc/passwd", "con", "a--b", "a b", "#frag?x=1")


def _article(number: int, id_: str) -> str:
    return "".join(f"Sentence {number} of {id_} says: {attempt} and goes on.\n" for attempt in ATTEMPTS)


def trace() -> Trace:
    """One family of articles with such names; all took from the first, one from a lost original too."""
    texts = {id_: _article(n, id_) for n, id_ in enumerate(sorted(IDS))}
    ids = sorted(texts)
    documents = []
    for n, id_ in enumerate(ids):
        said = ATTEMPTS[n % len(ATTEMPTS)]
        documents.append(record(id_, texts[id_], said + "o", said, said, 1 if n % 9 else None, title=said))
    documents = [_with_credit(d, n) for n, d in enumerate(documents)]
    members = [d.id for d in documents if d.family]
    first = members[0]
    reasons = tuple(Reason(a, 2.0, a) for a in ATTEMPTS)
    edges = [
        Derivation(first, id_, "copy", 0.9, 9.0, 0.9, 0.9, False, reasons, (Alternative(members[-1], 0.1),))
        for id_ in members[1:]
    ]
    lost = LostOriginal(
        "lost-" + ATTEMPTS[0], ATTEMPTS[2], tuple(members[1:4]), 0.8,
        tuple(LostSentence(a, tuple(members[1:3]), 0.8) for a in ATTEMPTS),
    )  # fmt: skip
    edges.append(Derivation(lost.id, members[2], "excerpt", 0.5, 3.0, 0.2, None, False, reasons))
    matches = tuple(
        Match(one, other, "copy", 0.9, 9.0, 0.9, 0.9, 9, (Passage((0, 30), (0, 30), "edited", 0.8, 9.0),), reasons)
        for one, other in pairwise(ids)
    )
    changes = tuple(
        Change(first, members[1 + n % (len(members) - 1)], "quote", (0, 8), (0, 9), a, a)
        for n, a in enumerate(ATTEMPTS)
    )
    return Trace(tuple(documents), (lost,), tuple(edges), matches, changes, {"x": ATTEMPTS[0]}, ATTEMPTS)


def _with_credit(document: DocumentRecord, n: int) -> DocumentRecord:
    said = ATTEMPTS[n % len(ATTEMPTS)]
    return replace(document, credits=(Credit(said, (0, 12), said),), furniture=((20, 40),))
