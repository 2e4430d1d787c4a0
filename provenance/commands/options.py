"""Options that several verbs share, and the settings they make."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from provenance.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])


def processors() -> int:
    """Return how many processors this program may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


_SETTINGS = (
    click.option(
        "--agency",
        "agencies",
        metavar="NAME",
        multiple=True,
        help="A news agency to know besides the known ones; may be given again.",
    ),
    click.option("--no-meaning", is_flag=True, help="Do not look for paraphrases: faster, by wording alone."),
    click.option("--no-translation", is_flag=True, help="Do not look for translations."),
    click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(min=1),
        default=processors,
        show_default="all processors",
        help="Processes that may work; never changes a result.",
    ),
)

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


def with_settings(command: _Command) -> _Command:
    """Give a command the options that `settings` takes."""
    for option in reversed(_SETTINGS):
        command = option(command)
    return command


def settings(agencies: tuple[str, ...], no_meaning: bool, no_translation: bool, jobs: int) -> Settings:
    """Return the settings that the options of `with_settings` say."""
    return Settings(agencies=agencies, meaning=not no_meaning, translation=not no_translation, jobs=jobs)
