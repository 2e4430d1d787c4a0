"""The lines at the two ends of a text, and which of them are running text or site furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.read.metadata.words import alternatives

HEAD = 8_000
TAIL = 1_500
LONG = 400
"""Code points: how much is looked at from the start, from the end, and of one line."""

FURNITURE = re.compile(
    alternatives("""
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
    """),
    re.IGNORECASE,
)
"""What lines of site furniture say; only used to keep them from being taken for a headline or for running text."""

IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
SENTENCE_END = re.compile(r"[.。．।॥؟!?！？…:;,，、][\"'”’»」』)）\]]*$")


@dataclass(frozen=True, slots=True)
class Lines:
    """The non-empty lines at both ends of a text."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    start: str
    """The text that `head` was taken from."""

    @classmethod
    def of(cls, text: str) -> Lines:
        """Return the ends of `text`; the cost does not grow with it."""
        start = text[:HEAD]
        head = [line.strip("\ufeff \t\r\f\v\xa0\u3000") for line in start.split("\n")[:60]]
        if len(text) > HEAD:
            head.pop()  # the window cuts it, so it is not a whole line
        tail = [line.strip()[:LONG] for line in text[-TAIL:].split("\n")[-12:]]
        return cls(tuple(line for line in head if line)[:30], tuple(line for line in tail if line)[-8:], start)


def is_running_text(line: str) -> bool:
    """Tell whether a line is a paragraph of an article: long, closed by a stop, and not furniture."""
    words = line.count(" ") + len(IDEOGRAPH.findall(line[:LONG])) / 2
    closed = bool(SENTENCE_END.search(line[-4:])) or words >= 30
    return words >= 16 and closed and not FURNITURE.search(line[:LONG])
