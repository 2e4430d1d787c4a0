"""How long the threads of numpy's BLAS wait for more work before they sleep: not long."""

from __future__ import annotations

import os

_WAIT = "20"
"""Of OpenBLAS: the logarithm of the cycles, half a millisecond's; its own is a hundred times as many."""


def rest_soon() -> None:
    """Let the threads of OpenBLAS sleep soon, in this process and those it starts, where numpy is not loaded yet.

    They wait turning, once when numpy is loaded and after every product: that takes a twentieth of the time of a check
    that has nothing to multiply, and a tenth of one that encodes sentences. What the user has set stays.
    """
    os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", _WAIT)
