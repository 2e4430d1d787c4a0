"""Lines about rights, and the credits of photographs and charts, which are none of a text."""

from __future__ import annotations

import re

from provenance.crediting.abbreviations import stands_for
from provenance.crediting.agencies import phrases_of, words_of
from provenance.crediting.mention import Mention, left_of, right_of
from provenance.crediting.phrases import source_label
from provenance.model import Span

_PICTURES = "|".join(sorted(words_of("picture")))
_PHOTO_AHEAD = re.compile(
    rf"(?:\bvia|\b(?:photos?|fotos?|bild|images?|pictures?|credit)\b(?: ?:| by| from| courtesy of)?[^.()\n]{{0,60}}"
    rf"|(?:^|[\s(（\[［])(?:fot\.|(?:{_PICTURES}) ?[:：=＝]) ?[^.()\n]{{0,60}}"
    rf"|(?<![\w.'’-])(?!(?:{phrases_of('desk', 'label')})/)(?-i:[^\W_a-z])[\w.'’-]*/(?:\w+/)?"
    r"|\([^()\n]{0,80}/ ?)(?:The )?$",
    re.IGNORECASE,
)
"""A slash with no space before it is a photographer's: "Jo Doe/AP"."""
_PHOTO_HINTS = ("/", "via", "photo", "foto", "bild", "image", "picture", "credit", ":", "fot.")
"""One of these stands in all that the pattern above matches in ASCII."""
_PHOTO_BEHIND = re.compile(
    r"\s?(?:[-–—/,]?\s?(?:Photo|Foto|File\b|Images|Getty|Pool|Video)|/\w+ (?:Images|Photo)|-? ?Bild)"
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)(?:[\s\w,–-]{0,20}?|[^\n/／・|。.]{2,24}\s?[/／・]\s?)$", re.IGNORECASE)
"""What stands before whose the rights are, another holder of them among it: "© Kelp Courier / KTX"."""
_RIGHTS_BEHIND = re.compile(r"\s?[™®]?\s?&?\s?(?:©|\(c\))(?: ?(?:19|20)\d\d)?")


def is_photo(text: str, mention: Mention) -> bool:
    """Tell whether the mention credits a photograph."""
    if _PHOTO_BEHIND.match(right_of(text, mention.end)) is not None:
        return True
    left = left_of(text, mention.start)[-90:]
    if left.isascii() and not any(map(left.lower().__contains__, _PHOTO_HINTS)):
        return False
    return _PHOTO_AHEAD.search(left) is not None


def rights_around(text: str, mention: Mention) -> Span | None:
    """Return the span of a line about rights: "© 2019 The Associated Press"."""
    article = 4 if text[max(0, mention.start - 4) : mention.start].lower() == "the " else 0
    found = _RIGHTS.search(left_of(text, mention.start - article)[-30:])
    if found is not None:
        return mention.start - article - len(found.group()), mention.end
    mark = _RIGHTS_BEHIND.match(text, mention.end)
    return None if mark is None else (mention.start, mark.end())


def has_rights(text: str, sign: str) -> bool:
    """Tell whether the rights to a text are reserved for whom a sign may stand for: APR, "© Agence Presse-Relais"."""
    return any(stands_for(sign, found.group("name")) for found in _RIGHTS_OF.finditer(text))


_RIGHTS_OF = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright) ?(?:©|\([cC]\))? ?(?:(?:19|20)\d\d,? )?"
    r"(?P<name>[^\W\d_][\w'’-]+(?:[ -][^\W\d_][\w'’-]+){1,4})"
)
PICTURED = re.compile(
    rf"\W*(?:photo|foto|bild|image|picture|graphi|grafi|gráfi|infogr|video|vídeo|vidéo|map\b|karte|carte|illustra|{_PICTURES})",
    re.IGNORECASE,
)
"""How a line begins that says who made what is shown beside a report."""


def is_charts(text: str, line: Span, *, known: bool) -> bool:
    """Tell whether a line says whose the figures of a table or a chart are: it has a word for either, or is below one.

    The word stands behind that for a source, or is what it belongs to: "Source: KTX calculations", "data source". Below
    a table stands a line right under several that have little but figures, nothing else where an agency is known; it
    may also stand under a line, or behind a label, that says what is shown.
    """
    label = source_label()
    for field in _FIELD.split(text[slice(*line)]):
        found = label.search(field)
        told = "" if found is None else (_ADJACENT.findall(field, 0, found.start()) or [""])[-1] + field[found.end() :]
        if not {word.casefold() for word in _WORD.findall(told)}.isdisjoint(words_of("figures") | words_of("chart")):
            return True
    above = [one.strip() for one in text[max(0, line[0] - _TABLE) : line[0]].split("\n") if one.strip()]
    if _LABELLED.match(text, *line) or (above and len(above[-1]) <= _LONGEST_TITLE and _SHOWN.match(above[-1])):
        return True
    rows = above[-_ROWS:]
    return len(rows) == _ROWS and all(
        _ROW.search(one) and len(one) <= _LONGEST_ROW and not (known and _WORD.search(one)) for one in rows
    )


_FIELD = re.compile(r"[|·•]|(?<=[.!?…])[\"”“»«’')]*\s+(?=\W*[^\W\d_a-zß-ÿа-я])")
"""What parts a note from the sentence or the note before it."""
_ADJACENT = re.compile(r"\w+ $")
_WORD = re.compile(r"[^\W\d_]+")
_CHART = "|".join(sorted(words_of("chart")))
_SHOWN = re.compile(rf"\W*(?:{_CHART})(?: \d+)?\W*(?:[:.–—]|$)", re.IGNORECASE)
_LABELLED = re.compile(rf"\W*(?:{_CHART})(?: \d+)? ?[:：]", re.IGNORECASE)
_ROW = re.compile(r"(?<![\d.,:/-])(?!(?:19|20)\d\d$)\d[\d.,% ]*$")
"""A figure at the end of a line, which is no year and no time."""
_TABLE, _ROWS, _LONGEST_ROW, _LONGEST_TITLE = 200, 3, 60, 110
"""Code points above a line in which a table may stand, lines from which on it is one, and code points of one of them
and of a line that says what it shows."""
