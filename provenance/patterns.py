"""Regular expressions, kept compiled in the user's cache folder from one run of the program to the next.

The words of many languages make patterns that `re` takes a sixth of a second to compile, longer than a check looks for
them in fifty articles; the hundreds of short ones with which modules begin, here and in libraries, take half as long.
Kept is what `re` itself made of them, for the same Python alone; nothing of what an article says.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import re
import sys
import tempfile
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple, TypeAlias

from provenance.cache_folder import cache_folder, forget
from provenance.version import VERSION

_MOST = 4_000_000
"""Bytes of codes that are kept; where there would be more, only what the last run needed stays."""
_INSTALLATIONS = 12
"""Installations whose patterns are kept."""
_CODES = "I"
"""The type of array that holds the codes of a pattern."""
_FILE = "patterns"

Key: TypeAlias = tuple[str, int]
"""A pattern, and the flags that were given with it."""

_sre: Any = import_module("_sre")


class _Made(NamedTuple):
    """What `re` makes of a pattern in Python, before the little that it does in C."""

    flags: int
    groups: int
    names: Mapping[str, int]
    codes: bytes

    def pattern(self, text: str) -> re.Pattern[Any]:
        named: list[str | None] = [None] * (1 + self.groups)
        for name, group in self.names.items():
            named[group] = name
        codes = array(_CODES, self.codes).tolist()
        made: re.Pattern[Any] = _sre.compile(text, self.flags, codes, self.groups, dict(self.names), tuple(named))
        return made


def of_tables(text: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern that is made of tables and constants alone, to be kept even if it is made after loading.

    What an article says must have no part in it, for it would lie in the cache folder from then on.
    """
    return re.compile(text, flags)


def keep_compiled() -> None:
    """Let `re` take patterns from what earlier runs compiled, in this process and from now on.

    Those are kept that a module makes when it is loaded, and those that `of_tables` makes.
    """
    compiler: Any = import_module("re._compiler")
    folder = cache_folder()
    if folder is not None and all(hasattr(compiler, name) for name in ("compile", "_code", "_parser")):
        made_of = f"{Path(__file__).resolve().parent} {VERSION} {sys.version} {_sre.MAGIC}"
        place = folder / f"patterns-{hashlib.sha256(made_of.encode()).hexdigest()[:20]}"
        compiler.compile = _Compiler(compiler, place).compile


class _Compiler:
    """Compiles as `re` does. What is kept is read when it is first asked for anything; new ones are kept at exit."""

    def __init__(self, compiler: Any, place: Path) -> None:
        self._compiler = compiler
        self._plain: Callable[[Any, int], re.Pattern[Any]] = compiler.compile
        self._place = place
        self._asked: dict[Key, _Made] = {}
        self._new = False

    def compile(self, text: Any, flags: int = 0) -> re.Pattern[Any]:
        """Return a pattern compiled."""
        if type(text) is not str or flags & re.DEBUG or not _lasting(text):
            return self._plain(text, flags)
        key = text, int(flags)
        if key in self._kept:
            # It may be damaged in any way.
            with suppress(Exception):
                pattern = self._kept[key].pattern(text)
                self._asked[key] = self._kept[key]
                return pattern
        pattern = self._plain(text, flags)
        made = self._taken_apart(text, flags)
        if made.pattern(text) == pattern:
            self._asked[key] = made
            if not self._new:
                self._new = True
                atexit.register(self._keep)
        return pattern

    def _taken_apart(self, text: str, flags: int) -> _Made:
        parsed = self._compiler._parser.parse(text, flags)
        codes = array(_CODES, self._compiler._code(parsed, flags)).tobytes()
        return _Made(int(flags | parsed.state.flags), parsed.state.groups - 1, parsed.state.groupdict, codes)

    @cached_property
    def _kept(self) -> dict[Key, _Made]:
        return _read(self._place)

    def _keep(self) -> None:
        # Read again, for another process may have written by now.
        every = {**_read(self._place), **self._asked}
        _write(self._place, every if sum(len(made.codes) for made in every.values()) < _MOST else self._asked)


def _lasting(text: str) -> bool:
    """Tell whether a pattern will be asked for again, by who has asked `re` for it.

    Others' patterns may differ each time, such as those of `tokenize` and what is joined from a set; those that stand
    in a module as they are do not.
    """
    frame = sys._getframe(2)
    while frame.f_back is not None and _package(frame) == "re":
        frame = frame.f_back
    if frame.f_code.co_name == "<module>":
        return _package(frame) == _package(sys._getframe()) or text in frame.f_code.co_consts
    return frame.f_code is of_tables.__code__


def _package(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__")).partition(".")[0]


def _read(place: Path) -> dict[Key, _Made]:
    """Return what is kept; nothing where it is damaged."""
    found: dict[Key, _Made] = {}
    with suppress(OSError, ValueError, TypeError):
        digest, _, rest = (place / _FILE).read_bytes().partition(b"\n")
        if digest != _digest(rest):
            return {}
        listed, _, codes = rest.partition(b"\n")
        start = 0
        for text, given, flags, groups, names, size in json.loads(listed):
            found[text, given] = _Made(flags, groups, names, codes[start : start + size])
            start += size
    return found


def _digest(content: bytes) -> bytes:
    """Return what tells content from other: `re` runs codes as they are, and damaged ones match something else."""
    return hashlib.blake2b(content, digest_size=16).hexdigest().encode()


def _write(place: Path, some: Mapping[Key, _Made]) -> None:
    """Write patterns under another name first, so that nobody sees half of them."""
    every = sorted(some.items())
    listed = [(*key, made.flags, made.groups, made.names, len(made.codes)) for key, made in every]
    content = b"\n".join([json.dumps(listed).encode(), b"".join(made.codes for _, made in every)])
    # Where nothing can be written they are compiled anew in every process.
    with suppress(OSError):
        if not place.exists():
            place.mkdir(parents=True)
            forget(place.parent, "patterns", _INSTALLATIONS)
        # Processes of two containers may have the same number.
        file, name = tempfile.mkstemp(prefix=".new-", dir=place)
        beside = Path(name)
        try:
            with open(file, "wb") as new:
                new.write(_digest(content) + b"\n" + content)
            beside.replace(place / _FILE)
        finally:
            beside.unlink(missing_ok=True)
