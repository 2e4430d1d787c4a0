from __future__ import annotations

import random
from itertools import pairwise

import pytest
import simulate

from provenance.derive.second import RIVALS, STRETCHES, Stretch, judged, likeliest, weights
from provenance.model import Document, Trace
from provenance.settings import Settings
from provenance.trace import trace

WORDED = Settings(meaning=False, translation=False)
WRITER = simulate.Writer(random.Random(5), invented=False)
STORY = [tuple(w for w in WRITER.sentence() if w != simulate.OPENS) for _ in range(24)]


def varied(story: list[simulate.Sentence], seed: int, rate: float = 0.6) -> list[simulate.Sentence]:
    """Return the story with words changed here and there, in a way of its own."""
    rng = random.Random(seed)
    found = []
    for sentence in story:
        words = list(sentence)
        if rng.random() < rate:
            at = rng.randrange(1, len(words))
            words[at] = "".join(rng.sample("bcdfgklmnprstvz", 3)) + words[at]
        found.append(tuple(words))
    return found


def told(**texts: list[simulate.Sentence]) -> Trace:
    return trace(
        [Document(n, " ".join(" ".join(s) + "." for s in t) + "\n", language="en") for n, t in texts.items()], WORDED
    )


def sources(found: Trace, target: str) -> set[str]:
    return {d.source for d in found.derivations if d.target == target}


ONE, OTHER = varied(STORY, 1), varied(STORY, 2)


def test_a_stretch_that_goes_with_another_copy_has_a_second_source():
    mixed = varied(ONE[:8] + OTHER[8:16] + ONE[16:], 3, 0.1)
    found = told(story=STORY, one=ONE, other=OTHER, mixed=mixed)
    assert sources(found, "mixed") == {"one", "other"}
    reason = next(d.reasons[0] for d in found.derivations if (d.source, d.target) == ("other", "mixed"))
    assert reason.signal == "second source"
    assert "words in a row" in reason.text


@pytest.mark.parametrize("names", [("a", "b", "c", "d"), ("d", "c", "b", "a"), ("c", "a", "d", "b")])
def test_names_do_not_settle_which_is_the_second_source(names):
    mixed = varied(ONE[:8] + OTHER[8:16] + ONE[16:], 3, 0.1)
    found = told(**dict(zip(names, (STORY, ONE, OTHER, mixed), strict=True)))
    assert sources(found, names[3]) == {names[1], names[2]}


def test_copies_that_changed_each_in_its_own_way_have_one_source_each():
    found = told(story=STORY, **{f"copy{n}": varied(STORY, n) for n in range(6)})
    assert all(sources(found, f"copy{n}") == {"story"} for n in range(6))


def test_one_change_that_two_copies_share_by_chance_makes_no_second_source():
    shared = (*STORY[9][:2], "zelt", *STORY[9][3:])
    one, other = ([*x[:9], shared, *x[10:]] for x in (varied(ONE, 7), varied(STORY, 8)))
    found = told(story=STORY, one=ONE, heir=one, other=other)
    assert sources(found, "heir") == {"one"}


def stretch(**about: float) -> Stretch:
    known = {"words": 60, "gain": 60.0, "against": 0.0, "elsewhere": 0.0, "back": 0.0, "forward": 0.0, "chance": -5.0}
    known |= about
    return Stretch(0, 1, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("words", (10, 40, 100)),
        ("gain", (20.0, 60.0, 200.0)),
        ("against", (40.0, 10.0, 0.0)),
        ("elsewhere", (200.0, 50.0, 0.0)),
        ("back", (60.0, 30.0, 0.0)),
        ("forward", (-10.0, 0.0, 10.0)),
        ("lead", (-3.0, -1.0, 0.0)),
    ],
)
def test_the_odds_rise_with_what_speaks_for_a_source(name, values):
    odds = [judged(stretch(**{name: v})).reason.bits for v in values]
    assert all(a <= b for a, b in pairwise(odds))


def test_of_rivals_the_one_that_gains_more_is_likelier_and_equals_share_their_odds():
    one, other = stretch(gain=90.0), stretch(gain=60.0)
    assert likeliest([other, one])[0].gain == 90.0
    assert likeliest([one])[0].lead == 0.0
    assert likeliest([one, one])[0].lead == pytest.approx(-1.0)
    assert likeliest([]) == []


def test_every_measure_has_a_weight():
    assert set(weights()) == {*STRETCHES, *RIVALS}
