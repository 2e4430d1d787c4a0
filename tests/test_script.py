"""The script of an article, by most of its letters."""

from __future__ import annotations

import pytest

from provenance.annotate import annotate
from provenance.derive.script import script
from provenance.model import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left at noon. Паром.", "LATIN"),
        ("Паром вышел в полдень, сообщила Ferry Press.", "CYRILLIC"),
        ("渡し船は正午に出た。フェリーは戻らなかった。", "CJK"),
        ("渡船中午离开码头。", "CJK"),
        ("غادرت العبارة عند الظهر", "ARABIC"),
        ("12 34 56", ""),
        ("", ""),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, expected: str) -> None:
    assert script(annotate(Document("a", text))) == expected


def test_a_long_text_is_read_throughout() -> None:
    assert script(annotate(Document("a", "abc " * 2000 + "паром " * 3000))) == "CYRILLIC"
