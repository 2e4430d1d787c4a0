"""A real browser for tests: Debian's Chromium, steered by selenium, with nothing fetched from anywhere.

Where one is missing the tests that need it are skipped, saying what to install; with PROVENANCE_BROWSER=required, as
in the gate, that is a failure instead.
"""

from __future__ import annotations

import json
import os
import shutil
from base64 import b64decode
from collections.abc import Callable, Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

PROGRAMS = ("chromium", "chromedriver")
MODULES = ("selenium", "axe_playwright_python")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--window-size=1300,1000",
)  # fmt: skip


def missing(
    program: Callable[[str], str | None] = shutil.which, module: Callable[[str], object] = find_spec
) -> str | None:
    """Return what keeps a browser from being used here and what to do, or None."""
    if gone := [name for name in PROGRAMS if not program(name)]:
        return f'no {" and no ".join(gone)} on the PATH; on Debian run "apt-get install chromium chromium-driver"'
    if gone := [name for name in MODULES if not module(name)]:
        return f"no {' and no '.join(gone)}; run \"pip install -e '.[test]'\""
    return None


def need(reason: str | None, required: bool) -> None:
    """Skip the test, or the module that is being collected, for `reason`, or fail where a browser is required."""
    if reason and required:
        pytest.fail(f"the tests in a browser cannot run: {reason}", pytrace=False)
    if reason:
        pytest.skip(reason, allow_module_level=True)


def needed() -> None:
    """Go on only where there is a browser."""
    need(missing(), os.environ.get("PROVENANCE_BROWSER") == "required")


def chromium(profile: Path) -> Iterator[Any]:
    """Yield a browser without a window, whose profile lies in `profile`, and close it afterwards."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


def until(browser: Any, condition: Callable[[], Any], seconds: float = 15) -> None:
    """Wait until a condition holds; selenium's TimeoutException otherwise."""
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, seconds, 0.05).until(lambda _: condition())


def forget(browser: Any) -> None:
    """Leave the page and drop what was logged so far."""
    browser.get("about:blank")
    for kind in ("browser", "performance"):
        browser.get_log(kind)


def said(browser: Any) -> list[str]:
    """Return what the browser logged since last asked: errors, warnings, breaches of the page's policy."""
    return [entry["message"] for entry in browser.get_log("browser")]


def asked(browser: Any) -> list[str]:
    """Return every address that was requested since last asked."""
    sent = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return [m["params"]["request"]["url"] for m in sent if m["method"] == "Network.requestWillBeSent"]


def scheme(browser: Any, name: str) -> None:
    """Ask for a "light" or "dark" page from here on; "" for the browser's own choice."""
    feature = {"name": "prefers-color-scheme", "value": name}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})


def violations(browser: Any, context: str = "document") -> list[tuple[str, str, str]]:
    """Return rule, impact and first element of each breach of accessibility that axe-core finds in the page now."""
    browser.execute_script((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = browser.execute_async_script(
        f"const done = arguments[0]; axe.run({context}, {{resultTypes: ['violations']}})"
        ".then((r) => done(r.violations), (e) => done([{id: String(e), impact: 'critical', nodes: []}]))"
    )
    return [(v["id"], v["impact"] or "", (v["nodes"] or [{"html": ""}])[0]["html"]) for v in found]


def picture(browser: Any, address: str, width: int, height: int) -> bytes:
    """Return a screenshot of a page of the report as PNG, light, once what its address asks for is shown."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme(browser, "light")
    try:
        forget(browser)
        browser.get(address)
        until(browser, lambda: browser.execute_script("return document.querySelector('dialog[open] .bands path')"))
        until(browser, lambda: browser.execute_script("return document.fonts.status === 'loaded'"))
        return b64decode(browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"])
    finally:
        scheme(browser, "")
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
