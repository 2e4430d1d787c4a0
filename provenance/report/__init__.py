"""The report: a trace as one self-contained HTML page."""

from __future__ import annotations

from provenance.report.page import render_report

__all__ = ["render_report"]
