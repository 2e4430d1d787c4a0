"""Names in scripts that write spaces and no capitals."""

from __future__ import annotations

import pytest

from provenance.article import Article
from provenance.changes import changes
from provenance.model import Document, Passage
from provenance.words import tokenise


def told(before: str, after: str, language: str) -> list[tuple[str, str | None, str | None]]:
    source, target = (
        Article(Document(name, text), language, tokenise(text), ((0, len(text)),), (), ())
        for name, text in (("s", before), ("t", after))
    )
    passage = Passage((0, len(before)), (0, len(after)), "edited", 0.8)
    return [(c.what, c.source_text, c.target_text) for c in changes(source, target, [passage], "rewrite")]


@pytest.mark.parametrize(
    ("before", "after", "language", "was", "now"),
    [
        ("곽덕칠 과장은 유감을 표했다.", "곽득칠 과장이 유감을 표했다고 한다.", "ko", "곽덕칠", "곽득칠"),
        ("أعرب المدير قنديلوس عن أسفه.", "أعرب المدير قنيدلوس عن أسفه أمس.", "ar", "قنديلوس", "قنيدلوس"),
        ("وقال الراعي سالم الجدعان إنه فقد عنزة.", "وقال الراعي سالم الجدعاني إنه فقد عنزة.", "ar", "جدعان", "جدعاني"),
    ],
)
def test_a_name_spelt_otherwise_is_told(before: str, after: str, language: str, was: str, now: str) -> None:
    assert told(before, after, language) == [("name", was, now)]


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("곽덕칠 과장은 유감을 표했다.", "유감을 표한 것은 곽덕칠 과장이다.", "ko"),
        ("곽덕칠이 다리를 놓았다고 밝혔다.", "곽덕칠은 다리를 놓았으며 이를 밝혔다고 전했다.", "ko"),
        ("أعرب المدير قنديلوس عن أسفه.", "وأعرب قنديلوس المدير عن الأسف.", "ar"),
        ("وقال قنديلوس سالم إنه فقد عنزة.", "وقال قنديلوسه سالم إنه فقد عنزة.", "ar"),
        # an adjective of the name, elsewhere
        ("وقال الراعي سالم الجدعان إنه فقد عنزة.", "وقال الوزير الجدعاني في مؤتمر إنه فقد عنزة.", "ar"),
    ],
)
def test_other_particles_and_endings_change_nothing(before: str, after: str, language: str) -> None:
    assert told(before, after, language) == []
