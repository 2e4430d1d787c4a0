"""The command line: one file per verb, each parses, makes one library call and renders what comes back."""

from __future__ import annotations

import sys

from provenance.blas import rest_soon
from provenance.commands.program import program
from provenance.garbage import look_seldom
from provenance.patterns import keep_compiled

__all__ = ["main", "program"]


def main() -> None:
    """Run the program on the arguments of this process and leave with its exit code."""
    rest_soon()
    look_seldom()
    keep_compiled()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a letter shows its number, instead of a traceback.
            stream.reconfigure(errors="backslashreplace")
    program(prog_name="provenance")
