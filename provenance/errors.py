"""What can go wrong, as a tree; every message says what is wrong, where, and what to do.

::

    ProvenanceError            exit code 1: the user can mend it
    ├── InputError             a path, file or row that cannot be read
    │   ├── EmptyCorpusError   nothing to trace was found
    │   └── DuplicateIdError   two documents claim one id
    ├── RecipeError            sketches or indexes made with other parameters
    ├── CorpusIndexError       an index file that is broken, locked or of another version
    ├── MissingExtraError      an optional library is not installed
    ├── RenderError            a graph that no renderer here can draw
    └── WorkerError            a process that was to help was ended from outside
"""

from __future__ import annotations


class ProvenanceError(Exception):
    """Base of all errors that a user can mend; the command line prints the message alone and exits with 1."""


class InputError(ProvenanceError):
    """A path, file or row that cannot be read."""


class EmptyCorpusError(InputError):
    """Nothing to trace was found where the user pointed."""


class DuplicateIdError(InputError):
    """Two documents claim one id."""


class RecipeError(ProvenanceError):
    """Sketches or an index made with other parameters than asked for; they cannot be compared."""


class CorpusIndexError(ProvenanceError):
    """An index file that is broken, locked, or of a schema this version does not read."""


class MissingExtraError(ProvenanceError):
    """An optional library is not installed; the message names the extra that brings it."""


class RenderError(ProvenanceError):
    """A graph that no renderer on this machine can draw in the format asked for."""


class WorkerError(ProvenanceError):
    """A process that was to help was ended from outside, as systems do that run out of memory."""
