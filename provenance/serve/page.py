"""The pages of the server, from files beside this one and the report's style and texts."""

from __future__ import annotations

import html as escaping
from functools import lru_cache
from importlib.resources import files
from string import Template

from provenance.report import page as report

PAGES = (("/", "Check an article"), ("/families", "Families"), ("/api", "HTTP API"))
"""The pages there are, and what links to them say."""


def html() -> str:
    """Return the page on which articles are checked."""
    return frame("Check an article", "/", _asset("check.html"), script=True)


def waiting(failed: str | None) -> str:
    """Return what stands where the families will be, or why there will be none."""
    told = failed or "The families are being found; this page shows them as soon as they are."
    said = escaping.escape(told[0].upper() + told[1:])
    return frame(
        "Families", "/families", f'<main id="main" tabindex="-1"><h1>Families</h1><p role="status">{said}</p></main>'
    )


def frame(title: str, here: str, body: str, *, script: bool = False) -> str:
    """Return an HTML page around a body that is HTML already."""
    return Template(_asset("frame.html")).substitute(
        title=escaping.escape(title),
        links=_links(here),
        body=body,
        script='<script src="/page.js" defer></script>' if script else "",
    )


def _links(here: str) -> str:
    return "".join(
        f'<a class="quiet" href="{path}"{" aria-current=page" if path == here else ""}>{escaping.escape(says)}</a>'
        for path, says in PAGES
    )


def with_links(page: str) -> str:
    """Return the report with links to the other pages on top; it has a style of its own, so no more than these."""
    links = f'<nav class="page-head choices" aria-label="Pages">{_links("/families")}</nav>'
    return page.replace("<body>", f"<body>\n{links}", 1)


def icon() -> str:
    """Return the picture that browsers show beside the title."""
    return _asset("icon.svg")


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style sheet: the report's, and what its own pages add."""
    return report.style_sheet() + _asset("serve.css")


@lru_cache(maxsize=1)
def script() -> str:
    """Return the script of the check page, in one scope; the report's parts build its elements and mark its texts."""
    shared = files("provenance.report") / "script"
    builders, texts = ((shared / name).read_text("utf-8") for name in ("0_builders.js", "5_texts.js"))
    return f"(() => {{\n{builders}{_asset('parts.js')}{texts}{_asset('check.js')}}})();\n"


@lru_cache(maxsize=8)
def _asset(name: str) -> str:
    return (files("provenance.serve") / "assets" / name).read_text("utf-8")
