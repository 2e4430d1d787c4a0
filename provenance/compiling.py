"""Loops compiled to machine code by numba, and where they are kept between runs: in the user's cache folder.

Import it only where a loop is about to run: numba costs a third of a second.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar, cast

from provenance.cache_folder import cache_folder, forget
from provenance.version import VERSION

F = TypeVar("F", bound=Callable[..., object])


@contextmanager
def _without(*names: str) -> Iterator[None]:
    """Let modules that nobody has loaded yet be missing meanwhile."""
    missing = [name for name in names if name not in sys.modules]
    modules: dict[str, Any] = sys.modules
    modules.update(dict.fromkeys(missing))
    try:
        yield
    finally:
        for name in missing:
            del modules[name]


# Where coverage is installed numba loads it to report to it, even if nobody measures; scipy to look at its version, of
# which no loop here needs anything; and yaml for a file of settings.
with _without("coverage", "scipy", *(() if Path(".numba_config.yaml").exists() else ("yaml",))):
    import numba


@cache
def _spare_blas() -> None:
    """Let numba compile without the BLAS that it looks for in scipy: no loop here needs one, and it takes long to load.

    What looks for it is not loaded for loops that are kept.
    """
    from numba.np import linalg

    def none() -> None:
        raise ImportError("not looked for")

    asked, linalg.ensure_blas = linalg.ensure_blas, none
    try:
        import numba.np.arraymath  # noqa: F401
    finally:
        linalg.ensure_blas = asked


def compiled(function: F) -> F:
    """Return the function compiled to machine code, kept on disk where any folder can be written."""
    return compiled_with()(function)


def compiled_with(*freedoms: str) -> Callable[[F], F]:
    """Return a decorator that compiles with these freedoms of rounding, by numba's names for them.

    What is compiled lies in the cache folder, not beside the package, which may be one that nobody can write or that
    outlives what is installed; `NUMBA_CACHE_DIR` names another folder. Where that cannot be written it lies where numba
    chooses, and without any folder it is compiled anew in every process.
    """
    compile_once = partial(numba.njit, nogil=True, error_model="numpy", fastmath=set(freedoms))

    def compile_loop(function: F) -> F:
        with _kept_in_cache_folder():
            try:
                loop = compile_once(cache=True)(function)
            except RuntimeError:  # no folder can be written
                _spare_blas()
                return cast(F, compile_once()(function))
        _spare_declarations(loop)
        return cast(F, loop)

    return compile_loop


def _spare_declarations(loop: Any) -> None:
    """Let a loop that is kept be loaded without all that numba can compile being declared before.

    That takes longer than to load twenty loops; where nothing is kept the compiler has it declared.
    """
    kept: Any = getattr(loop, "_cache", None)
    needed = ("load_overload", "_load_overload", "_guard_against_spurious_io_errors")
    if not all(hasattr(kept, name) for name in needed):
        _spare_blas()
        return  # another numba than those known

    def load_overload(signature: object, target: Any) -> object:
        _register_runtime()
        found: list[object] = [None]  # stays so after an error that numba lets pass
        with kept._guard_against_spurious_io_errors(), _bitcode_unread(target.codegen()):
            found = [kept._load_overload(signature, target)]
        if found[0] is None:
            _spare_blas()  # for it is compiled now
        return found[0]

    kept.load_overload = load_overload


@contextmanager
def _bitcode_unread(codegen: Any) -> Iterator[None]:
    """Let loops that are loaded meanwhile leave their bitcode unread, which takes thrice as long as their machine code.

    Only the compiler needs it, for another loop that calls them. Numba lets one thread at a time load loops.
    """
    plain = codegen.unserialize_library
    codegen.unserialize_library = partial(_library, codegen, plain)
    try:
        yield
    finally:
        codegen.unserialize_library = plain


def _library(codegen: Any, plain: Callable[[object], object], kept: tuple[str, str, tuple[bytes, bytes]]) -> object:
    """Return a kept loop as numba's codegen would, its bitcode to be read when it is first asked for."""
    name, form, parts = kept
    library = codegen.create_library(name)
    needed = ("_set_compiled_object", "_finalize_final_module", "_get_module_for_linking", "get_pointer_to_function")
    if form != "object" or not all(hasattr(library, n) for n in needed):
        return plain(kept)  # another numba than those known
    machine_code, bitcode = parts

    def address(function: str) -> int:
        known = function.encode() in machine_code  # as is what numba asks for first: the way in from Python
        return int(codegen._engine.get_function_address(function)) if known else 0

    library.enable_object_caching()
    library._set_compiled_object(machine_code)
    library._finalize_final_module()
    library.get_pointer_to_function = address
    library._get_module_for_linking = cache(lambda: import_module("llvmlite.binding").parse_bitcode(bitcode))
    return library


@cache
def _register_runtime() -> None:
    """Let kept loops find numba's runtime, without compiling of it what only loops to be compiled need.

    The compiler does that itself.
    """
    symbols: Any = import_module("llvmlite.binding")
    runtime: Any = import_module("numba.core.runtime._nrt_python")
    for name, address in runtime.c_helpers.items():
        symbols.add_symbol(name if name.startswith("_") else f"NRT_{name}", address)


_INSTALLATIONS = 12
"""Installations whose loops are kept."""


@cache
def _folder() -> Path | None:
    """Return the folder for the loops of this installation; of others the last few stay."""
    folder = cache_folder()
    if folder is None:
        return None
    made_of = f"{Path(__file__).resolve().parent} {VERSION} {numba.__version__}"
    place = folder / f"loops-{hashlib.sha256(made_of.encode()).hexdigest()[:20]}"
    if not place.exists():
        # Where it cannot be made, numba looks for another place.
        with suppress(OSError):
            place.mkdir(parents=True)
            forget(folder, "loops", _INSTALLATIONS)
    return place


@contextmanager
def _kept_in_cache_folder() -> Iterator[None]:
    """Let numba choose the cache folder meanwhile, unless the user has named one; other packages' loops stay theirs."""
    config: Any = numba.config
    named, folder = config.CACHE_DIR, _folder()
    if not named and folder is not None:
        config.CACHE_DIR = str(folder)
    try:
        yield
    finally:
        config.CACHE_DIR = named
