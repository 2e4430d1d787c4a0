from __future__ import annotations

import pytest
from test_trace import COPY, EXCERPT, ORIGINAL, OTHER, WORDED

from provenance.compare import compare
from provenance.model import Document


def test_the_account_adds_up_to_the_bits_of_the_match() -> None:
    for left, right in ((ORIGINAL, COPY), (ORIGINAL, EXCERPT)):
        found = compare(left, right, WORDED)
        assert found.match is not None
        assert sum(r.bits for r in found.account) == pytest.approx(found.match.bits, abs=0.2)
        assert all(r.text for r in found.account)


def test_direction_speaks_for_the_agency_from_either_side() -> None:
    there = compare(ORIGINAL, COPY, WORDED)
    back = compare(COPY, ORIGINAL, WORDED)
    assert sum(r.bits for r in there.direction) > 0 > sum(r.bits for r in back.direction)


def test_articles_keep_their_sides() -> None:
    found = compare(ORIGINAL, EXCERPT, WORDED)
    assert (found.left.id, found.right.id) == ("wire", "column")
    assert found.match is not None
    for passage in found.match.passages:
        assert ORIGINAL.text[slice(*passage.left)]
        assert passage.right[1] <= len(EXCERPT.text)


def test_two_articles_that_share_nothing_have_no_match() -> None:
    found = compare(ORIGINAL, OTHER, WORDED)
    assert found.match is None or found.match.confidence < 0.1
    nothing = compare(Document("a", ""), Document("b", "\x00"), WORDED)
    assert (nothing.match, nothing.account, nothing.direction) == (None, (), ())
