"""The lines at the two ends of a text, and which of them are running text or site furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.read.metadata.words import Phrases

HEAD = 8_000
TAIL = 1_500
START = 4_000
LONG = 400
"""Code points: how much is looked at from the start, from the end, for what the text is about, and of one line."""

FURNITURE = Phrases("""
        cookie|クッキー|newsletter|subscri|abonn|suscr|assine|iscriviti|inscre|prenum|подпис|订阅|購読
        \\bshares?\\b|\\bteilen\\b|partag|compart|partilh|condivid|\\bdeel\\b|\\bdela\\b|udostępnij|поделит
        シェア|分享|공유|imprim|drucken|stampa|印刷
        advertis|anzeige\\b|publicité|publicidad|publicidade|pubblicità|广告|広告
        read more|weiterlesen|lire la suite|leer más|leia mais|leggi|lees meer|続きを読む
        sign (?:up|in)|log ?in\\b|anmelden|password|\\baccept all|manage choices|privacy|datenschutz|consent
        ©|\\(c\\)|copyright|all rights reserved|alle rechte|tous droits|reprints?\\b
        \\bimage:|\\bphoto:|/photo|photo/|screenshot|\\bfoto:|getty|shutterstock
        click here|tap here|\\bpermalink|comments?\\b|\\bemail\\b|e-mail
        reading time|lesezeit|min(?:ute)?s? read|on air|listen live|watch live
        facebook|twitter|whatsapp|linkedin|@|www\\.|https?:
""")
"""What lines of site furniture say; only used to keep them from being taken for a headline or for running text."""

_WRAPPED = 100
"""Code points that no line is longer than where paragraphs are broken into lines."""
IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
SENTENCE_END = re.compile(r"[.。．।॥؟!?！？…:;,，、][\"'”’»」』)）\]]*$")


@dataclass(frozen=True, slots=True)
class Lines:
    """The non-empty lines at both ends of a text."""

    above: tuple[str, ...]
    """What stands before the running text."""
    head: tuple[str, ...]
    """The first lines, running text or not, but not those of a text whose paragraphs are broken into lines."""
    tail: tuple[str, ...]
    start: str
    """The text around the head."""

    @classmethod
    def of(cls, text: str) -> Lines:
        """Return the ends of `text`; the cost does not grow with it."""
        lines = [line.strip("\ufeff \t\r\f\v\xa0\u3000") for line in text[:HEAD].split("\n")[:60]]
        if len(text) > HEAD:
            lines.pop()  # the window cuts it, so it is not a whole line
        wrapped = _wrapped(lines)
        head = tuple(line for line in lines[:wrapped] if line)[:30]
        above = next((head[:at] for at, line in enumerate(head) if is_running_text(line)), head)
        tail = [] if wrapped is not None else [line.strip() for line in text[-TAIL:].split("\n")[-12:]]
        return cls(above[:12], head, tuple(line for line in tail if line)[-8:], text[:START])


def _wrapped(lines: list[str]) -> int | None:
    """Return where paragraphs begin that are broken into lines, where any line may look like anything; else None."""
    for at, (line, second, third) in enumerate(zip(lines, lines[1:], lines[2:], strict=False)):
        short = len(line) >= 30 and third and max(len(line), len(second), len(third)) <= _WRAPPED
        if short and second[:1].islower() and not SENTENCE_END.search(line[-4:]):
            return at
    return None


def is_running_text(line: str) -> bool:
    """Tell whether a line is a paragraph of an article: long, closed by a stop, and not furniture."""
    words = line.count(" ") + (0 if line.isascii() else len(IDEOGRAPH.findall(line[:LONG])) / 2)
    closed = words >= 30 or bool(SENTENCE_END.search(line[-4:]))
    return words >= 16 and closed and not FURNITURE.found_in(line[:LONG])
