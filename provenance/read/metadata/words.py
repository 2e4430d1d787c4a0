"""Word lists as they are kept in the tables here: lines of alternatives."""

from __future__ import annotations


def alternatives(table: str) -> str:
    """Return one regular expression that matches any of the alternatives, which stand between bars or on lines.

    >>> alternatives('''
    ...     by|written by
    ...     von
    ... ''')
    '(?:by|written by|von)'
    """
    return f"(?:{'|'.join(line.strip() for line in table.strip().splitlines())})"
