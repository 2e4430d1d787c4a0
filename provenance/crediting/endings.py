"""Agencies that are set behind the last word of a text, or alone below it: "… waited. (KTX)", "-- KTX"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.crediting.agencies import known_names
from provenance.crediting.houses import MARKS, desk, is_capitalised, is_house, is_sign, may_sign
from provenance.crediting.page_lines import Line
from provenance.crediting.rights import PICTURED
from provenance.model import Span


def ending(text: str, line: Line) -> Iterator[Span]:
    """Yield the names set behind the last word of a paragraph, in brackets or behind a dash, or alone below it."""
    # To look for a bracket first takes no time, and for what stands around it some in every line.
    bracketed = any(map(line.text.__contains__, OPENING)) and _BRACKETED.search(line.text)
    found = bracketed or _DASHED.search(line.text) or _ALONE.fullmatch(line.text)
    if found is None or PICTURED.match(found.group("names")):
        return
    bare = found.re is _ALONE and found.group() == found.group("names")
    inside = found.re is _BRACKETED or line.text[found.start("names") - 1 : found.start("names")] in ("(", "（", "[")
    parts = [line.text[s:e] for s, e in parts_of_sign(line.text, *found.span("names"))]
    signs = [p for p in parts if is_sign(p, text, sure=inside or len(parts) > 1) or is_house(p)]
    words = [p for p in parts if p not in signs and is_capitalised(p) and not desk().fullmatch(p)]
    if len(parts) == 1:
        words = words if not bare and all(map(may_sign, words)) else []
    elif not words or not any(p.isupper() or p in known_names(()).short for p in signs):
        # Others are of who wrote it.
        signs = [p for p in signs if p in known_names(()).short or p in text.replace(line.text, "")]
        words = []
    if any(p not in signs and p not in words and not _is_initials(p) for p in parts):
        return
    named = {*signs, *words}
    for start, end in parts_of_sign(line.text, *found.span("names")):
        if line.text[start:end] in named:
            yield line.start + start, line.start + end


OPENING = "(（["
"""Brackets that open."""
_NAMES = rf"(?:©\s?)?(?P<names>[^\W\d_][\w{MARKS} .&'’\"״/+–-]{{1,45}}?)"
_BRACKETED = re.compile(rf"(?:^|[.!?…。।۔”\"»])\s?[(（\[]\s?{_NAMES}\s?[)）\]](?:\W*$| \d)")
_DASHED = re.compile(rf"[.!?…।۔”\"»]\s*(?:--|[-–—=])\s?{_NAMES}\W*$")
_ALONE = re.compile(rf"(?:[-–—=]{{1,3}}|[/@])?\s?{_NAMES}[/.]?")


def parts_of_sign(line: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands between the slashes of a line, and the hyphens by which signs are joined: "KTX-Horizon"."""
    at = start
    for found in re.finditer(
        r"\s*[/+]\s*|\s[-–—]\s|(?<=[A-ZÅÄÖ]{2})[–-](?=[A-ZÅÄÖ])|(?<=[a-zåäö])[–-](?=[A-ZÅÄÖ]{2})", line[start:end]
    ):
        yield at, start + found.start()
        at = start + found.end()
    yield at, end


def _is_initials(name: str) -> bool:
    return name.isalpha() and len(name) <= 4
