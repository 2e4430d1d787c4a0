"""Word lists as they are kept in the tables here: lines of alternatives."""

from __future__ import annotations

import re
from functools import cached_property

from provenance.anycase import AnyCase
from provenance.patterns import of_tables


def alternatives(table: str) -> str:
    """Return one regular expression that matches any of the alternatives, which stand between bars or on lines.

    >>> alternatives('''
    ...     by|written by
    ...     von
    ... ''')
    '(?:by|written by|von)'
    """
    return f"(?:{'|'.join(line.strip() for line in table.strip().splitlines())})"


_PIECES = re.compile(r"(?P<edge>\\b)|\\(?P<sign>.)|\(\?:[^()]*\)\??|(?P<maybe>.\?)|(?P<letter>.)")
_FOLDED = re.compile("[\u0130\u0131\u017f\u0345\u03c2\u1c80-\u1c8f]")
"""Letters that equal others where case counts for nothing, but do not become them in lower case."""


def literal(alternative: str) -> str:
    r"""Return the longest string, in lower case, that stands in whatever an alternative matches.

    Optional letters and groups without groups inside are understood, and ``\b``; nothing else of regular expressions.

    >>> literal(r"\bmin(?:ute)?s? Read"), literal(r"\(c\)")
    (' read', '(c)')
    """
    runs = [""]
    for piece in _PIECES.finditer(alternative):
        letter = piece["sign"] or piece["letter"]
        if letter and not _FOLDED.match(letter):
            runs[-1] += letter
        elif not piece["edge"]:
            runs.append("")
    return max(runs, key=len).lower()


class Phrases:
    """Alternatives looked for in whatever case; what holds the letters of none is told at once."""

    def __init__(self, table: str) -> None:
        self._table = table

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression that says what is meant."""
        return of_tables(alternatives(self._table), re.IGNORECASE)

    @cached_property
    def _literals(self) -> tuple[str, ...]:
        return tuple(sorted({literal(one) for one in _split(alternatives(self._table)[3:-1])}))

    @cached_property
    def _plainly(self) -> AnyCase:
        return AnyCase(alternatives(self._table))

    def found_in(self, text: str) -> bool:
        """Tell whether the pattern matches somewhere in a text."""
        small = text.lower()
        if text.isascii():
            return any(map(small.__contains__, self._literals)) and self._plainly.find(small) is not None
        if not any(map(small.__contains__, self._literals)) and not _FOLDED.search(text):
            return False
        return self.pattern.search(text) is not None


def _split(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, those inside groups left together."""
    found, depth = [""], 0
    for sign in re.findall(r"\\.|.", pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found
