from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_trace import COPY, EXCERPT, ORIGINAL, OTHER, WORDED

from provenance.compare import compare, tipping
from provenance.model import Document, Reason


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


def rivals(left: Document, right: Document) -> dict[str, float]:
    return {r.signal: r.bits for r in compare(left, right, WORDED).rivals}


def test_every_other_explanation_is_weighed() -> None:
    found = compare(ORIGINAL, COPY, WORDED)
    assert found.match is not None
    assert {r.signal for r in found.rivals} == {"chance", "shared quote", "press release", "common source"}
    assert rivals(ORIGINAL, COPY)["chance"] == pytest.approx(-found.match.bits)
    assert all(r.text for r in found.rivals)


def test_what_both_quote_may_be_a_public_statement() -> None:
    said = "We shall not close the harbour before the last of the eleven ferries has found itself a berth elsewhere"
    more = "and nobody in this town has asked us to think otherwise since the fire of the year before last"
    quote = f'"{said}, {more}," Orla Quennell told the harbour committee.'
    own = "Nobody at the parish office could be reached, as it keeps no hours in spring."
    other = "Snow lay on the hills above Castor when the trains came to a halt."
    quoted = rivals(Document("a", f"{own}\n\n{quote}"), Document("b", f"{quote}\n\n{other}"))
    assert quoted["shared quote"] > 0 > rivals(ORIGINAL, COPY)["shared quote"]


def test_agencies_and_releases_speak_for_a_source_of_both() -> None:
    credit = "The dispute was first reported by the Norvane News Agency."
    one, other = (Document(n, f"{ORIGINAL.text}\n\n{credit}") for n in "ab")
    assert rivals(one, other)["common source"] > 0
    release = Document("r", f"PRESS RELEASE\n\n{COPY.text}")
    assert rivals(release, Document("c", COPY.text))["press release"] < 0


def test_what_tipped_it_would_turn_the_verdict() -> None:
    found = compare(ORIGINAL, COPY, WORDED)
    assert found.match is not None
    assert found.tipped
    assert found.match.bits - sum(r.bits for r in found.tipped) <= 0 < found.match.bits


@given(st.lists(st.integers(-80, 80).map(lambda quarters: quarters / 4), max_size=8))
def test_the_fewest_reasons_that_turn_the_sum(bits: list[float]) -> None:
    account = tuple(Reason(str(n), b, "") for n, b in enumerate(bits))
    found = tipping(account)
    whole, said = sum(bits), [r.bits for r in found]
    if whole > 0:
        assert all(b > 0 for b in said)
        assert whole - sum(said) <= 1e-9
        assert whole - sum(said[:-1]) > 0
    else:
        assert all(b < 0 for b in said)
