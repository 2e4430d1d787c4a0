"""Reports of an agency that nobody has, while others of the same agency are there."""

from __future__ import annotations

import pytest
from test_derive import WORDED, edges, sentences

from provenance.model import Document, Trace
from provenance.trace import trace

FIRST = (
    "Rescuers pulled 9 people from the flooded tunnel under Lindmark station.",
    "The water rose 140 centimetres in 12 minutes, the transport board said.",
    "Another 26 passengers climbed out through a shaft 310 metres away.",
    "Repairs will cost about 4 million crowns, the board estimated.",
)
LATER = (
    "Rescuers pulled 14 people from the flooded tunnel under Lindmark station.",
    "The water rose 180 centimetres in 25 minutes, the transport board said.",
    "Another 41 passengers climbed out through a shaft 310 metres away.",
    "Repairs will cost about 7 million crowns, the board estimated.",
)
STORY = sentences(22, 31)
BANNER = "NORVANE NEWS AGENCY | national | for clients only\n\n"
CREDIT = "Lindmark (Norvane News Agency) - "


def written(figures: tuple[str, ...], first: int = 0, last: int = 22, own: int = 0) -> str:
    """Return a report with these figures amid a part of the story, and some sentences of one's own."""
    body = [*STORY[first:10], *figures, *STORY[10:last], *(sentences(own, 77) if own else ())]
    return " ".join(body) + "\n"


def told(**texts: str) -> Trace:
    return trace([Document(name, text, language="en") for name, text in texts.items()], WORDED)


def test_two_that_have_the_figures_of_another_version_come_from_one_that_nobody_has():
    found = told(
        agency=BANNER + CREDIT + written(LATER),
        cut=CREDIT + written(FIRST, last=16),
        started=CREDIT + written(FIRST, first=6, own=2),
        updated=CREDIT + written(LATER, last=19),
    )
    (lost,) = found.lost
    assert lost.agency == "Norvane News Agency"
    assert {"cut", "started"} <= set(lost.witnesses)
    assert edges(found) >= {("lost-1", "cut"), ("lost-1", "started"), ("agency", "updated")}


def test_no_version_is_lost_where_each_has_its_figures_from_one_that_is_there():
    found = told(
        agency=BANNER + CREDIT + written(FIRST),
        again=BANNER + "UPDATE 2 with new figures\n\n" + CREDIT + written(LATER),
        cut=CREDIT + written(FIRST, last=16),
        started=CREDIT + written(LATER, first=6, own=2),
    )
    assert found.lost == ()
    assert edges(found) >= {("agency", "cut"), ("again", "started")}


def test_nor_where_one_copy_has_other_figures_and_gave_them_to_another():
    found = told(
        agency=BANNER + CREDIT + written(FIRST),
        changed=CREDIT + written(LATER, last=18),
        again=CREDIT + written(LATER, last=14),
    )
    assert found.lost == ()
    assert edges(found) == {("agency", "changed"), ("changed", "again")}


MARK = "UPDATE 2 with the board's answer\n\n"
EARLY = (
    "The tunnel's upper gate was found locked, a spokesman for the board told reporters.",
    "Two dogs were brought out as well, tired but unharmed, by a diver of the harbour police.",
    "Traffic on the coastal line came to a standstill and has not been resumed.",
)
LATE = (
    "The tunnel's upper gate was found jammed, the head of the board told reporters.",
    "Two dogs were brought out as well, tired but unharmed, by an unnamed passenger.",
    "Traffic on the coastal line came to a standstill but was resumed by nightfall.",
)


def test_two_with_the_wording_of_another_version_come_from_one_that_nobody_has():
    found = told(
        agency=BANNER + MARK + CREDIT + written(LATE),
        cut=CREDIT + written(EARLY, last=16),
        started=CREDIT + written(EARLY, first=6, own=2),
        updated=CREDIT + written(LATE, first=1, last=20),
    )
    (lost,) = found.lost
    assert {"cut", "started"} <= set(lost.witnesses)
    assert edges(found) >= {("lost-1", "cut"), ("lost-1", "started"), ("agency", "updated")}
    assert {d.target: d.kind for d in found.derivations}["agency"] == "version"


def test_of_a_report_that_is_not_marked_as_a_later_version_nobody_knows_of_another():
    found = told(
        agency=BANNER + CREDIT + written(LATE),
        cut=CREDIT + written(EARLY, last=16),
        started=CREDIT + written(EARLY, first=6, own=2),
    )
    assert found.lost == ()


@pytest.mark.parametrize(
    ("cut", "started"),
    [
        pytest.param(written(EARLY, last=16), written(EARLY, last=14), id="one has all of the other"),
        pytest.param(written(EARLY, last=16), written(LATE, first=6), id="each with another wording"),
        pytest.param(
            written((*EARLY[:1], *LATE[1:]), last=16), written((*EARLY[:1], *LATE[1:]), first=6), id="at one place only"
        ),
    ],
)
def test_no_version_is_lost_where(cut: str, started: str):
    assert told(agency=BANNER + MARK + CREDIT + written(LATE), cut=CREDIT + cut, started=CREDIT + started).lost == ()


def test_who_agrees_with_a_taker_of_another_version_is_one_as_well():
    found = told(
        agency=BANNER + MARK + CREDIT + written((*LATER, *LATE)),
        cut=CREDIT + written((*FIRST, *EARLY), last=16),
        started=CREDIT + written((*FIRST, *EARLY), first=6, own=2),
        wordy=CREDIT + written(EARLY),
        updated=CREDIT + written((*LATER, *LATE), first=1, last=20),
    )
    takers = {("lost-1", name) for name in ("agency", "cut", "started", "wordy")}
    assert edges(found) == takers | {("agency", "updated")}
