"""What becomes of the tests in a browser where there is none."""

from __future__ import annotations

import browsing
import pytest


def test_a_missing_browser_skips_and_in_the_gate_fails() -> None:
    reason = browsing.missing(program=lambda _: None)
    assert reason is not None
    assert "apt-get install chromium chromium-driver" in reason
    with pytest.raises(pytest.skip.Exception, match="no chromium and no chromedriver"):
        browsing.need(reason, required=False)
    with pytest.raises(pytest.fail.Exception, match="no chromium and no chromedriver"):
        browsing.need(reason, required=True)
    browsing.need(None, required=True)


def test_a_missing_library_names_the_extra() -> None:
    assert "pip install -e '.[test]'" in (browsing.missing(lambda _: "/bin/true", lambda _: None) or "")
