"""From a likeness to a relation: sums of bits that a reader can follow, and a table of kinds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import evidence, rarity, relate
from provenance.align import passages_between
from provenance.annotate import annotate
from provenance.article import Article
from provenance.evidence import Coverage, Likeness, Weighed, weigh
from provenance.model import DERIVED, Document, Match, Passage
from provenance.relate import (
    AGREED,
    AS_MUCH,
    FAR,
    KINDS,
    LEAD,
    LEAST_LEAD,
    MOST_LEAD,
    SIGNALS,
    SURE,
    SURE_TWINS,
    TWINS,
    Leaning,
    account,
    compared,
    kind_of,
    kind_of_witness,
    leads,
    outvoted,
    probability,
    weights,
)

STORY = (
    "A heron brought down the grid of Ostervale on Tuesday, leaving 412 bakeries without light. "
    "The mayor told reporters that nobody had been hurt in the dark. "
    "Engineers expect the substation at Kuhle to work again within nine days. "
    "Bakers who had risen at three o'clock went home again, or kneaded by candle. "
    "The bird, which had a wingspan of two metres, survived and was fed with herring."
)
ELSEWHERE = (
    "Parliament passed a law on the width of pavements yesterday after a debate of eleven hours. "
    "Its critics promised to bring the matter before the constitutional court in autumn."
)
NOTHING = Likeness(
    verbatim=(0.0, 0.0),
    worded=(0.0, 0.0),
    covered=(0.0, 0.0),
    own_covered=(0.0, 0.0),
    retold=(0.0, 0.0),
    own_bits=0.0,
    quoted_bits=0.0,
    retold_bits=0.0,
    longest_run=0,
    longest_own_run=0,
    order=0.0,
    credited=0.0,
    fresh=1.0,
    figures_kept=1.0,
    names_kept=1.0,
    told=0.0,
    common=0.0,
    conflict=0.0,
    sizes=(300, 300),
    same_language=True,
)
COPY = Leaning(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, True, False, 0.0, 0.1, 1.0)


def article(name: str, text: str) -> Article:
    return annotate(Document(name, text, language="en"))


def matched(left: str, right: str) -> Match:
    one, other = article("a", left), article("b", right)
    common = rarity.learn([])
    readings = [evidence.reading(a, common.bits(a)) for a in (one, other)]
    return relate.match(readings[0], readings[1], weigh(passages_between(one, other), *readings))


def test_a_copy_is_one_and_says_so() -> None:
    found = matched(STORY, STORY)
    assert (found.relation, found.share_of_left, found.share_of_right) == ("copy", 1.0, 1.0)
    assert found.confidence > 0.95
    assert found.longest_run == len(article("a", STORY).words)


def test_reasons_add_up_to_the_bits_and_the_bits_to_the_confidence() -> None:
    for found in (matched(STORY, STORY), matched(STORY, ELSEWHERE)):
        assert sum(r.bits for r in found.reasons) == pytest.approx(found.bits)
        assert probability(found.bits) == pytest.approx(found.confidence)
        assert [r.signal for r in found.reasons] == [relate.BASE, *(s.name for s in SIGNALS)]
        assert all(r.text for r in found.reasons)


def test_the_bits_of_a_pair_alone_are_those_of_its_account() -> None:
    for one, other in ((STORY, STORY), (STORY, ELSEWHERE), (STORY, "")):
        sides = article("a", one), article("b", other)
        common = rarity.learn([])
        readings = [evidence.reading(a, common.bits(a)) for a in sides]
        likeness = weigh(passages_between(*sides), *readings).likeness
        assert relate.bits_alone(likeness) == sum(r.bits for r in relate.account(likeness))


def test_another_story_is_none() -> None:
    found = matched(STORY, ELSEWHERE)
    assert found.relation not in DERIVED
    assert found.confidence < 0.1


def test_a_public_quote_alone_is_shared_quotes() -> None:
    quote = '"We counted the loaves by candle and found every one of them where the bakers had left it last night." '
    found = matched(STORY + "\n\n" + quote, ELSEWHERE + "\n\n" + quote)
    assert found.relation == "shared quotes"


def test_quotations_alone_speak_against_reuse_and_less_so_the_more_stands_beside_them() -> None:
    quoted = replace(NOTHING, covered=(0.2, 0.2), quoted_bits=40.0, told=30.0, common=80.0)
    signal = next(s for s in SIGNALS if s.name == "quotes alone")
    assert signal.sign == -1
    assert signal.measure(quoted) == 1.0
    beside = [signal.measure(replace(quoted, own_covered=(share, share))) for share in (0.0, 0.05, 0.1, 0.2, 0.6)]
    assert beside == sorted(beside, reverse=True)
    assert beside[-2:] == [0.0, 0.0]
    assert signal.measure(replace(quoted, own_bits=40.0)) == 0.0
    assert relate.bits_alone(quoted) < relate.bits_alone(replace(quoted, own_bits=40.0))


def test_a_half_is_named_by_the_side_that_has_less() -> None:
    half = " ".join(STORY.split(". ")[0:2]) + "."
    one, other = matched(STORY, half), matched(half, STORY)
    assert one.relation == other.relation
    assert one.confidence == pytest.approx(other.confidence)
    assert (one.share_of_left, one.share_of_right) == pytest.approx((other.share_of_right, other.share_of_left))


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("copy", {}),
        ("translation", {"same_language": False}),
        ("version", {"same_issuer": True}),
        ("excerpt", {"worded": 0.4, "covered": 0.4, "covered_source": 0.3}),
        ("summary", {"worded": 0.2, "covered": 0.9, "covered_source": 0.3, "length": 0.3}),
        ("round-trip translation", {"worded": 0.4, "altered_quotes": 0.9}),
        ("rewrite", {"worded": 0.0, "altered_quotes": 1.0, "kept": 0.25}),
        ("copy", {"worded": 0.85, "scattered": 0.8, "length": 0.7}),
        ("summary", {"worded": 0.85, "scattered": 0.8, "length": 0.5}),
        ("copy", {"worded": 0.74, "covered": 0.78, "covered_source": 0.45, "scattered": 0.8, "length": 0.6}),
        ("rewrite", {"worded": 0.7, "covered": 0.98, "scattered": 0.9, "length": 0.7}),
        ("rewrite", {"worded": 0.5}),
    ],
)
def test_each_kind_has_its_shape(kind: str, changed: dict[str, float]) -> None:
    assert kind_of(replace(COPY, **changed)) == kind  # type: ignore[arg-type]


def test_a_copy_cut_otherwise_than_the_one_in_the_originals_place_is_no_excerpt() -> None:
    cut = replace(COPY, verbatim=0.55, worded=0.6, covered=0.62, covered_source=0.7, length=1.1, scattered=0.6)
    assert kind_of(cut) == "excerpt"
    assert kind_of_witness(cut, 0.8, attested=0.85) == "copy"
    assert kind_of_witness(cut, 0.8, attested=0.62) == "excerpt", "what nobody else has is its own"
    assert kind_of_witness(replace(cut, worded=0.3), 0.8, attested=0.85) != "copy"


def test_a_text_revised_sentence_by_sentence_is_no_copy() -> None:
    revised = replace(COPY, worded=0.82, verbatim=0.75, kept=0.87, scattered=1.0)
    assert kind_of(revised) == "rewrite"
    assert kind_of(replace(revised, kept=0.98)) == kind_of(replace(revised, scattered=0.5)) == "copy"


def test_every_kind_can_be_said_and_the_last_always_applies() -> None:
    assert {k.kind for k in KINDS} == set(DERIVED)
    assert KINDS[-1].applies(replace(COPY, worded=0.0, covered=0.0, covered_source=0.0, order=0.0))


def test_quotes_that_changed_their_wording_are_told_from_those_cut_short() -> None:
    spoken = '"We counted the loaves by candle and found every one of them," she said. '
    cut = '"We counted the loaves by candle," she said. '
    other = '"The breads were numbered near a candle and each was discovered," she said. '
    for said, expected in ((spoken, 0.0), (cut, 0.0), (other, 1.0)):
        left, right = article("a", spoken), article("b", said)
        readings = [evidence.reading(a, rarity.learn([]).bits(a)) for a in (left, right)]
        passage = Passage((0, len(spoken)), (0, len(said)), "paraphrase", 0.9)
        leaning = relate.lean(readings[0], readings[1], weigh([passage], *readings))
        assert leaning.altered_quotes == expected


def test_weights_are_for_the_signals_there_are_and_none_turns_its_signal_round() -> None:
    table = json.loads(resources.files("provenance").joinpath("relation_weights.json").read_text("utf-8"))
    assert set(table) == {"alone", "among"}
    for kind, names in (("alone", ()), ("among", (LEAD,))):
        assert set(table[kind]) == {"intercept", *(s.name for s in SIGNALS), *names}
        assert table[kind]["intercept"] < 0
        assert all(bits >= 0 for name, bits in table[kind].items() if name != "intercept")
    assert weights() == table


def test_nothing_shared_leaves_chance_alone() -> None:
    reasons = account(NOTHING)
    assert sum(r.bits for r in reasons) == pytest.approx(weights()["alone"]["intercept"])


def test_who_stands_out_leads_and_who_is_one_of_many_does_not() -> None:
    crowd = {(i, j): 1.0 for i in range(4) for j in range(i + 1, 4)}
    assert set(leads({(0, 1): 1.0}).values()) == {MOST_LEAD}
    assert set(leads(crowd).values()) == {MOST_LEAD}, "a family are no rivals of each other"
    apart = leads({(0, 1): 1.0, (0, 2): 1.5, (1, 3): 2.0})
    assert apart[0, 1] == -0.5
    assert apart[0, 2] == MOST_LEAD, "nothing else is like article 2"
    assert leads({(0, 1): -40.0, (0, 2): 30.0, (1, 2): -40.0})[0, 1] == LEAST_LEAD
    tied = {(0, 1): -1.0, (0, 2): SURE + 1, (1, 3): SURE + 1}
    assert leads(tied)[0, 1] == LEAST_LEAD
    assert leads({**tied, (2, 3): SURE - 4})[0, 1] == LEAST_LEAD
    assert leads({**tied, (2, 3): SURE + 1})[0, 1] == -1.0 - FAR, "two that are tied to a third are of one family"
    witnesses = {(0, 1): -1.0, (0, 2): -1.0, (1, 2): -1.0}
    assert set(leads(witnesses).values()) == {0.0}
    assert set(leads(witnesses, witnesses).values()) == {-1.0 - FAR}, "who credits one agency is no rival"


def test_what_was_outdone_by_its_rivals_makes_no_family() -> None:
    # 1 is as like 0 as chance has it, and each has something that it is tied to for sure.
    bits = {(0, 1): 1.0, (0, 2): SURE + 5, (1, 3): SURE + 5, (0, 3): 0.5}
    assert leads(bits)[0, 3] == MOST_LEAD, "3 is of the family of 1, and 1 of that of 0"
    apart = leads(bits, outdone={(0, 1)})
    assert apart[0, 3] == LEAST_LEAD
    assert apart[0, 1] == leads(bits)[0, 1], "what was outdone is judged as before"
    assert leads(bits, allied={(0, 1)}, outdone={(0, 1)}) == leads(bits, allied={(0, 1)}), "one report is one report"


def test_facts_told_across_languages_count_for_the_words_that_cannot_be_shared() -> None:
    alike = replace(NOTHING, told=200.0, covered=(0.9, 0.9), own_covered=(0.9, 0.9), order=1.0)
    one, two = (sum(r.bits for r in account(replace(alike, same_language=same))) for same in (True, False))
    assert two > one + 1


@settings(deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(6, 9)), st.floats(-20, 20), max_size=20))
def test_a_lead_keeps_its_bounds_and_does_not_hang_on_order(bits: dict[tuple[int, int], float]) -> None:
    found = leads(bits)
    assert set(found) == set(bits)
    assert all(LEAST_LEAD <= lead <= MOST_LEAD for lead in found.values())
    assert leads(dict(reversed(bits.items()))) == found
    better = {pair: amount + 1.0 for pair, amount in bits.items() if pair == min(bits)}
    assert all(leads({**bits, **better})[pair] >= found[pair] for pair in better)


@settings(deadline=None)
@given(st.floats(-3, 6), st.floats(-3, 6))
def test_a_greater_lead_speaks_for_reuse(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert sum(r.bits for r in account(NOTHING, low)) <= sum(r.bits for r in account(NOTHING, high))


def test_other_names_and_numbers_in_their_place_speak_against_reuse() -> None:
    alike = replace(NOTHING, told=200.0, common=60.0, covered=(0.9, 0.9), own_covered=(0.9, 0.9), order=1.0)
    bits = [sum(r.bits for r in account(replace(alike, conflict=c))) for c in (0.0, 10.0, 100.0)]
    assert bits[0] > bits[1] > bits[2]


def test_a_signature_that_both_bear_is_no_common_credit() -> None:
    report = "The grid of Ostervale broke down on Tuesday, the Associated Press reported. "
    for text, credited in ((report, 0.9), ("Reuters", 0.0)):
        one, other = article("a", STORY + "\n\n" + text), article("b", ELSEWHERE + "\n\n" + text)
        common = rarity.learn([])
        readings = [evidence.reading(a, common.bits(a)) for a in (one, other)]
        spans = [(len(a.text) - len(text), len(a.text)) for a in (one, other)]
        assert one.credits
        found = weigh([Passage(spans[0], spans[1], "paraphrase", 0.9)], *readings)
        assert found.likeness.credited == credited


def test_names_and_numbers_that_the_other_has_not_speak_against_reuse() -> None:
    alike = replace(NOTHING, told=200.0, common=60.0, covered=(0.9, 0.9), own_covered=(0.9, 0.9), order=1.0)
    for field in ("names_kept", "figures_kept"):
        bits = [sum(r.bits for r in account(replace(alike, **{field: kept}))) for kept in (1.0, 0.4, 0.1)]
        assert bits[0] > bits[1] > bits[2]


def test_sense_without_a_word_in_common_tells_less() -> None:
    alike = replace(NOTHING, told=40.0, covered=(0.9, 0.1), own_covered=(0.9, 0.1), order=1.0, common=2.0)

    def bits(**changed: object) -> float:
        likeness = replace(alike, **changed)  # type: ignore[arg-type]
        return sum(r.bits for r in account(likeness) if r.signal == "words in common")

    assert 0.0 == bits(common=0.0) < bits() < bits(common=20.0)
    assert bits(longest_run=3) == bits(common=20.0) == bits(common=0.0, same_language=False)


def test_two_short_notices_that_tell_all_of_each_other_are_of_one_kind_rather_than_one_taken() -> None:
    alike = replace(NOTHING, told=40.0, common=20.0, covered=(1.0, 1.0), own_covered=(1.0, 1.0), order=1.0)

    def bits(**changed: object) -> float:
        return sum(r.bits for r in account(replace(alike, **changed)))  # type: ignore[arg-type]

    short, long = (50, 50), (400, 400)
    assert bits(sizes=short, figures_shared=0.1) < bits(sizes=short) - 1 < bits(sizes=long) - 1
    assert bits(sizes=long, figures_shared=0.1) == bits(sizes=long)
    brief = bits(sizes=(400, 50), covered=(0.1, 1.0), figures_shared=0.1)
    assert brief == pytest.approx(bits(sizes=(400, 400), covered=(0.1, 1.0)))
    assert bits(sizes=short, same_language=False) > bits(sizes=short)


def notices(slots: Sequence[tuple[str, str]]) -> dict[tuple[int, int], Weighed]:
    """Return every pair of some notices that differ in a name and a number, weighed and compared."""
    texts = [f"{name} Savings Bank said {name} pays {paid} crowns a share on 30 April." for name, paid in slots]
    articles = [article(str(n), text) for n, text in enumerate(texts)]
    common = rarity.learn([])
    readings = [evidence.reading(a, common.bits(a)) for a in articles]
    found = {
        (i, j): weigh([Passage((0, len(texts[i])), (0, len(texts[j])), "edited", 0.9)], readings[i], readings[j])
        for i, j in combinations(range(len(slots)), 2)
    }
    return compared(found)


def test_a_form_filled_in_by_many_is_told_by_its_lookalikes() -> None:
    many = [(name, str(317 + 101 * n)) for n, name in enumerate(("Ostervale", "Kuhle", "Brannock", "Tessaly", "Quorn"))]
    crowd, alone = notices([*many, many[0]]), notices(many[:2])
    assert crowd[0, 1].likeness.lookalikes > 2 > alone[0, 1].likeness.lookalikes == 0.0
    bits = {pair: sum(r.bits for r in account(found.likeness)) for pair, found in crowd.items()}
    assert bits[0, 1] < sum(r.bits for r in account(alone[0, 1].likeness)) - 0.5
    # One notice sent twice is the same form, with the same in it.
    assert crowd[0, 5].likeness.at_odds == 0.0
    assert bits[0, 5] > max(amount for pair, amount in bits.items() if pair != (0, 5))


def test_what_is_tied_to_the_other_for_sure_is_no_lookalike() -> None:
    # A list of facts is at odds with a report, and as much so with each of its copies.
    nothing = Coverage(np.zeros(0), np.zeros(0))
    at_odds = replace(NOTHING, told=60.0, conflict=80.0)
    copy = replace(NOTHING, told=300.0, covered=(1.0, 1.0), own_covered=(1.0, 1.0), order=1.0, common=200.0)
    spokes = {(0, n): at_odds for n in range(1, 6)}
    copies = dict.fromkeys(combinations(range(1, 6), 2), copy)

    def lookalikes(likenesses: dict[tuple[int, int], Likeness]) -> float:
        found = compared({pair: Weighed((), likeness, nothing) for pair, likeness in likenesses.items()})
        return found[0, 1].likeness.lookalikes

    others = dict.fromkeys(copies, at_odds)
    assert lookalikes(spokes | others) == pytest.approx(4.0)
    assert lookalikes(spokes | copies) == pytest.approx(0.0)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200)), min_size=1, max_size=12))
def test_lookalikes_are_what_counting_them_one_by_one_says(pairs: list[tuple[float, float]]) -> None:
    likenesses = {(0, n): replace(NOTHING, told=told, conflict=c) for n, (told, c) in enumerate(pairs, 1)}
    nothing = Coverage(np.zeros(0), np.zeros(0))
    found = compared({pair: Weighed((), likeness, nothing) for pair, likeness in likenesses.items()})
    crowd = relate._Crowd([(max(1.0, x.told), x.at_odds, n) for (_, n), x in likenesses.items()])
    for pair, x in likenesses.items():
        told = max(1.0, x.told)
        shares = [min(1.0, max(0.0, max(1.0, y.told) / told - AS_MUCH) / (1 - AS_MUCH)) for y in likenesses.values()]
        counted = sum(s * y.at_odds for s, y in zip(shares, likenesses.values(), strict=True)) - x.at_odds
        assert crowd.beside(x) == pytest.approx(max(0.0, counted), abs=1e-6)
        # The other side of each has no further pair, so that nothing is told by a crowd.
        assert found[pair].likeness.lookalikes == pytest.approx(0.0, abs=1e-9)


shares, bits, runs = st.floats(0, 1), st.floats(0, 500), st.integers(0, 400)


@settings(deadline=None)
@given(st.tuples(shares, shares), st.tuples(bits, bits), st.tuples(runs, runs), shares)
def test_more_of_the_same_never_speaks_against_reuse(
    covered: tuple[float, float], own: tuple[float, float], run: tuple[int, int], credited: float
) -> None:
    low, high = sorted(covered)
    few = replace(
        NOTHING,
        covered=(low, low),
        own_covered=(low, low),
        told=min(own),
        common=min(own),
        longest_own_run=min(run),
        order=1.0,
        credited=credited,
    )
    many = replace(
        few,
        covered=(high, low),
        own_covered=(high, low),
        told=max(own),
        common=max(own),
        longest_own_run=max(run),
    )
    assert sum(r.bits for r in account(many)) >= sum(r.bits for r in account(few)) - 1e-9


@settings(deadline=None)
@given(st.floats(-500, 500), st.floats(-500, 500))
def test_probability_grows_with_bits(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0.0 <= probability(low) <= probability(high) <= 1.0
    assert probability(low) + probability(-low) == pytest.approx(1.0)


def _leads_by_looking_at_every_match(bits: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    def match(one: int, other: int) -> float:
        return bits.get((min(one, other), max(one, other)), FAR)

    def rival(one: int, other: int) -> float:
        others = {k for pair in bits for k in pair} - {one, other}
        return max([FAR, *(match(one, k) for k in others if match(k, other) <= 0 and not tied(k, other))])

    def tied(one: int, other: int) -> bool:
        return any(min(match(one, k), match(k, other)) > SURE for k in range(8))

    return {
        (i, j): max(LEAST_LEAD, min(MOST_LEAD, amount - min(rival(i, j), rival(j, i))))
        for (i, j), amount in bits.items()
    }


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(-10, 10) | st.integers(-3, 3).map(float),
        max_size=28,
    )
)
def test_leads_are_what_looking_at_every_match_says(bits: dict[tuple[int, int], float]) -> None:
    assert leads(bits) == _leads_by_looking_at_every_match(bits)


def between(*bits: float) -> dict[tuple[int, int], float]:
    """Return the bits of the pairs of 0 and 1 with 2 and 3, as they follow, where both are copies of one another."""
    return {(0, 1): 20.0, (2, 3): 20.0, **dict(zip([(0, 2), (0, 3), (1, 2), (1, 3)], bits, strict=False))}


COPIES = [(0, 1), (2, 3)]
ENGLISH = ["en"] * 4


def test_one_pair_that_is_like_is_outvoted_by_its_twins() -> None:
    found = between(3.0, -5.0, -5.0, -5.0)
    assert outvoted(found, COPIES, ENGLISH) == {(0, 2): pytest.approx(-3.0 - AGREED - 3.0)}
    assert outvoted(found, COPIES[:1], ENGLISH) == {}


def test_what_all_twins_tell_alike_loses_nothing() -> None:
    assert outvoted(between(3.0, 2.0, -1.0, 4.0), COPIES, ENGLISH) == {}


def test_copies_that_are_not_sure_are_no_twins() -> None:
    found = between(3.0, -2.0, -4.0, -3.0) | {(2, 3): SURE_TWINS}
    assert outvoted(found, COPIES, ENGLISH) == {}


def test_pairs_without_a_passage_are_unlike_but_where_too_many_could_be_proposed() -> None:
    assert outvoted(between(3.0), COPIES, ENGLISH) == {(0, 2): pytest.approx((3.0 + 3 * FAR) / 4 - AGREED - 3.0)}
    many = {(i, i + 1): 20.0 for i in range(2, 8)} | {(0, 1): 20.0, (0, 2): 3.0}
    copies = [pair for pair in many if pair != (0, 2)]
    assert outvoted(many, copies, ["en"] * 9) == {}
    assert outvoted(many, copies, [*"abcdefghi"])


def test_what_twins_say_is_a_reason_of_its_own() -> None:
    one, other = (account(NOTHING, 6.0, {TWINS: doubt}) for doubt in (0.0, -5.0))
    assert TWINS not in {reason.signal for reason in one}
    assert other[:-1] == one
    assert (other[-1].signal, other[-1].bits) == (TWINS, -5.0)


@settings(deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(4, 7)), st.floats(-20, 20), min_size=1))
def test_nobody_is_outvoted_into_being_more_alike(bits: dict[tuple[int, int], float]) -> None:
    copies = [*combinations(range(4), 2), *combinations(range(4, 8), 2)]
    found = bits | dict.fromkeys(copies, 20.0)
    lost = outvoted(found, copies, ["en"] * 8)
    after = {found[pair] + amount for pair, amount in lost.items()}
    assert all(amount < 0 for amount in lost.values())
    if after:
        assert max(after) < 0
        assert max(after) - min(after) < 1e-6
        assert all(bits[pair] <= max(after) + 1e-6 for pair in bits.keys() - lost.keys())
    assert lost == pytest.approx(outvoted(dict(reversed(found.items())), copies[::-1], ["en"] * 8))


def test_shared_wording_answers_for_the_twins() -> None:
    found = between(3.0, -5.0, -5.0, -5.0)
    assert outvoted(found, COPIES, ENGLISH, worded=[(0, 2)]) == {}
    assert outvoted(found, COPIES, ENGLISH, worded=[(0, 3)]) == outvoted(found, COPIES, ENGLISH)


def test_of_two_languages_pairs_in_one_may_speak_for_the_twins() -> None:
    told_anew = between(4.0, -5.0, -5.0, -5.0)
    assert outvoted(told_anew, COPIES, ["en", "es", "en", "ar"]) == {}
    none_in_one = outvoted(told_anew, COPIES, ["en", "es", "fr", "ar"])
    assert none_in_one == {(0, 2): pytest.approx((4.0 - 15.0) / 4 - AGREED - 4.0)}
    # Two pairs are in one language, and one of them is unlike; or the only one is no more alike than two reports are.
    assert outvoted(told_anew, COPIES, ["en", "es", "en", "es"]) == pytest.approx(none_in_one, abs=0.5)
    assert outvoted(between(2.5, -5.0, -5.0, -5.0), COPIES, ["en", "es", "en", "ar"]).keys() == {(0, 2)}
