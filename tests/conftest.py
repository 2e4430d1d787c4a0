from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import browsing
import pytest

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Run:
    """One run of the program over the seeds: what it printed, and the folder that it wrote."""

    stdout: str
    folder: Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write out/ and the outputs shown in README.md anew instead of comparing with them",
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def seeds_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run what README's first command ends with, once for all tests, in a folder that links to the seeds."""
    place = tmp_path_factory.mktemp("seeds-run")
    (place / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "trace", "seeds"],
        cwd=place,
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return Run(done.stdout, place / "out")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests that look at a page; modules that use it call `browsing.needed` first."""
    yield from browsing.chromium(tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="session")
def needs_browser() -> None:
    """Skip a test where there is no browser; where one is required, fail it."""
    browsing.needed()
