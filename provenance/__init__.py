"""Traces near-duplicates, rewrites and translations of news articles back to their source."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from provenance import version

if TYPE_CHECKING:
    from provenance.align import align as align
    from provenance.pairing import candidate_pairs
    from provenance.sketch import signatures

__all__ = ["__version__", "align", "candidate_pairs", "signatures"]

__version__ = version.VERSION

_HOMES = {"align": "provenance.align", "candidate_pairs": "provenance.pairing", "signatures": "provenance.sketch"}


def __getattr__(name: str) -> object:
    """Return a function of the package, imported when first asked for, so that starting costs nothing."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'provenance' has no attribute {name!r}")


class _Package(ModuleType):
    """The package: `provenance.align` stays the function after the module of that name was imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOMES or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
