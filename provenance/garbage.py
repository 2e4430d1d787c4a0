"""How often a process looks for cycles of garbage: seldom, and not when it ends."""

from __future__ import annotations

import atexit
import gc

_SELDOM = (400_000, 20, 100)
"""Objects made, and looks at the young ones, between two looks of the garbage collector."""


def look_seldom() -> None:
    """Make this process look for cycles of garbage seldom, and leave those there are at its end to the system.

    Tracing makes many objects and few cycles of them, and so does loading libraries: to look for these as often as
    usual takes a twentieth of the time of a trace, and at the end a tenth of that of a check.
    """
    gc.set_threshold(*_SELDOM)
    atexit.register(gc.freeze)
