"""Variant readings: who has a number as the target has it, and who has it otherwise in the same place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from provenance.annotate import annotate_all
from provenance.derive.variants import Variants
from provenance.model import Document, Passage

STORY = "The council sold 420 plots to a builder. He had asked for 75 of them in spring. Some 3,100 people live there."
GERMAN = (
    "Der Rat verkaufte 420 Grundstücke an einen Bauherrn. Er wollte 75 davon im Frühjahr. Dort leben 3.100 Menschen."
)


def variants(*texts: str) -> Variants:
    articles = annotate_all(
        [Document(f"d{n}", text, language="de" if "Der Rat" in text else "en") for n, text in enumerate(texts)]
    )
    spans = [a.sentences for a in articles]
    told = {
        (s, t): [Passage(x, y, "paraphrase", 0.9, 30.0) for x, y in zip(spans[s], spans[t], strict=False)]
        for s, t in combinations(range(len(texts)), 2)
    }
    return Variants(articles, told)


def numbers(found: Variants, source: int, target: int) -> list[tuple[float, float]]:
    return [(old.value, new.value) for old, new in found.between(source, target)]


def test_a_number_in_two_forms_is_found_by_its_place_in_any_language():
    found = variants(STORY, STORY.replace("420", "240"), GERMAN.replace("3.100", "1.300"))
    assert numbers(found, 0, 1) == [(420.0, 240.0)]
    assert numbers(found, 2, 0) == [(1300.0, 3100.0)]
    assert numbers(found, 1, 2) == [(240.0, 420.0), (3100.0, 1300.0)]


def test_another_way_to_say_a_number_is_no_variant():
    found = variants(STORY, STORY.replace("3,100", "More than 3,000").replace("75 of", "seventy-five of"))
    assert numbers(found, 0, 1) == []


def test_a_source_that_has_otherwise_what_a_third_has_as_the_target_is_unlikely():
    wrong = STORY.replace("420", "987")
    found = variants(STORY, wrong, GERMAN.replace("420", "987"), STORY.replace("75", "15"))
    assert found.exchanged(0, 1) == 1
    assert found.exchanged(2, 1) == 0
    assert found.exchanged(0, 3) == 0  # nobody shares it: the target changed it itself


def test_sides_name_who_has_a_number_in_one_form_and_who_otherwise():
    wrong = STORY.replace("420", "240")
    found = variants(STORY, wrong, wrong, GERMAN)
    assert list(found.sides(1, 2)) == [({1, 2}, {0, 3})]
    assert list(found.sides(0, 3)) == [({0, 3}, {1, 2})]
    assert list(found.sides(0, 1)) == []


@given(st.lists(st.sampled_from([420, 987, 640]), min_size=2, max_size=5))
def test_who_is_copied_costs_nothing_and_what_is_exchanged_is_shared(figures):
    found = variants(*(STORY.replace("420", str(n)) for n in figures))
    for s, t in _ordered(len(figures)):
        alone = figures.count(figures[t]) == 1
        assert found.exchanged(s, t) == (figures[s] != figures[t] and not alone)


def _ordered(count: int) -> Iterator[tuple[int, int]]:
    for s, t in combinations(range(count), 2):
        yield from pairwise((s, t, s))
