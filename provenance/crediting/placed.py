"""Agencies that no table has, by places around a report in which only who supplied it stands.

Such are a line that says from whom the text came ("With inputs from …", "Sursa: …"), the byline ("Jo Doe, KTX"), and
the end of the last sentence ("… waited. (KTX)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.crediting.abbreviations import plain, stands_for
from provenance.crediting.agencies import known_names
from provenance.crediting.endings import ending
from provenance.crediting.given import contributed, explained, given
from provenance.crediting.mention import Mention
from provenance.crediting.named import cleaned
from provenance.crediting.page_lines import Line, page_of
from provenance.crediting.writers import bylined, paired
from provenance.model import Span


def placed_mentions(text: str) -> Iterator[Mention]:
    """Yield the names that stand where only those of agencies do."""
    page = page_of(text)
    if page is None:
        return
    sure: dict[Span, Mention] = {}
    signed: dict[Span, Mention] = {}
    for line, span in given(text, (*page.head, *page.last)):
        sure.setdefault(span, _mention(text, span, line))
    for line in page.head:
        for span in (*bylined(text, line), *paired(text, line, page)):
            sure.setdefault(span, _mention(text, span, line))
    for line in page.last:
        for span in (*explained(line), *contributed(text, line)):
            sure.setdefault(span, _mention(text, span, line))
        for span in ending(text, line):
            signed.setdefault(span, _mention(text, span, line))
    yield from (m for m in sure.values() if m[:2] not in signed and not _is_own(m.agency, page.first))
    yield from (m for m in signed.values() if not _is_own(m.agency, page.first) or _is_dashed(text, m.start))


def _mention(text: str, span: Span, line: Line) -> Mention:
    name = text[slice(*span)]
    short = known_names(()).short.get(name, cleaned(name))
    return Mention(*span, short, True, False, (line.start, line.end))


def _is_dashed(text: str, start: int) -> bool:
    """Tell whether two dashes or the like stand before a place, as no page does that signs with its own name."""
    return text[max(0, start - 3) : start].rstrip().endswith(("==", "--"))


def _is_own(name: str, first: str) -> bool:
    """Tell whether a page's first line has a name, its own, or begins with what it is the letters of."""
    if name.isupper():
        return stands_for(name, re.split(r" [-–—] |[|·•/:]", first, maxsplit=1)[0].strip().title())
    return plain(name) in plain(first)
