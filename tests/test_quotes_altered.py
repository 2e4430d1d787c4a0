"""Quotes of a few words, and of a letter more, that were altered."""

from __future__ import annotations

import pytest
from test_changes import told

from provenance.model import Derived


def _quotes(before: str, after: str, kind: Derived = "rewrite") -> list[tuple[str | None, str | None]]:
    return [(was, now) for what, was, now in told(before, after, kind) if what == "quote"]


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        # a word of it is another
        ('They are "back to chalk and arithmetic", he said.', 'It is a return, he says, to "chalk and math".',
         '"back to chalk and arithmetic"', '"chalk and math"'),
        # more was put into his mouth
        ('Nobody would "sign blind again", Kuhl said.', '"Nobody will sign blind again here," Kuhl said.',
         '"sign blind again"', '"Nobody will sign blind again here,"'),
        # a letter more
        ('"He felt his way along the pipe," Quin said.', '"He felt his way along the pipes," Quin said.',
         '"He felt his way along the pipe,"', '"He felt his way along the pipes,"'),
        ('"He felt his way along the pipes," Quin said.', '"He felt his way along the pipe," Quin said.',
         '"He felt his way along the pipes,"', '"He felt his way along the pipe,"'),
    ],
)  # fmt: skip
def test_a_few_words_and_a_letter_more_are_altered_quotes(before: str, after: str, was: str, now: str) -> None:
    assert _quotes(before, after) == [(was, now)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"You cannot tell a kidney to wait," she said.', '"You can not tell a kidney to wait," she said.'),
        ('They are "back to chalk and arithmetic", he said.', 'It is a return, he says, to "slate and pen".'),
        ('They are "back to chalk and arithmetic", he said.', 'It is a return, he says, to "chalk and arithmetic".'),
    ],
)
def test_two_words_for_one_other_words_and_a_cut_are_no_altered_quotes(before: str, after: str) -> None:
    assert _quotes(before, after) == []


def test_of_two_quotes_of_a_sentence_each_is_held_against_its_own() -> None:
    before = 'A note reading "pump 3 awaiting parts" was changed to "pump 3 in service" on Monday.'
    after = 'The note "pump 3 waits for parts" was replaced to "pump 3 on duty" on Monday.'
    assert _quotes(before, after, "round-trip translation") == [
        ('"pump 3 awaiting parts"', '"pump 3 waits for parts"'),
        ('"pump 3 in service"', '"pump 3 on duty"'),
    ]
