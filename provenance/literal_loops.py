"""The compiled loop that walks a text through an automaton of strings, byte by byte."""

# Compiled loops take flat arrays, one after another.
# ruff: noqa: PLR0917

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from provenance.compiling import compiled
from provenance.kernels import U8, U16


@compiled
def walk(sort_of: U16, moves: U16, ends: U16, behind: U16, text: U8, seen: npt.NDArray[np.bool_]) -> None:
    """Mark as `seen` the states in which a string has been read whole."""
    state = 0
    for byte in text:
        state = moves[state, sort_of[byte]]
        end = ends[state]
        while end and not seen[end]:
            seen[end] = True
            end = ends[behind[end]]
