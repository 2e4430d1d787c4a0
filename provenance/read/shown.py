"""Strings of strangers, made safe to print: file names, ids, titles."""

from __future__ import annotations

import re
import unicodedata

_SUSPECT = re.compile(r"[^\w !-~]")
_HARMLESS = frozenset({"\u200c", "\u200d"})  # joiners: Persian, Indic scripts and emoji need them
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in _HARMLESS or unicodedata.category(character) not in _ESCAPED:
        return character
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")


def shown(text: str) -> str:
    r"""Return `text` on one line, with control, escape and direction characters spelt out.

    >>> print(shown("a\nb\x1b[31m\u202ec"))
    a\nb\x1b[31m\u202ec
    """
    return _SUSPECT.sub(_escape, text)
