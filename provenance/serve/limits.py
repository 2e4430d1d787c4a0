"""How much one request, and all of them together, may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on requests; seconds are of the clock."""

    body: int = 2_000_000
    """Bytes of an article as sent, markup included."""
    upload: float = 30.0
    """Seconds in which a body must have arrived."""
    check: float = 60.0
    """Seconds after which a check is ended."""
    waiting: int = 100
    """Checks that may wait for a process."""
    patience: float = 120.0
    """Seconds that a check may wait for a process."""
    connections: int = 250
    """Connections that may be open."""
    heading: float = 10.0
    """Seconds in which a connection must have asked for something, and that it may idle."""
    reading: float = 30.0
    """Seconds that a client may leave what was sent to it unread."""
