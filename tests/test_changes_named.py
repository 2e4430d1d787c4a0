"""Initials of names, names of lands in other languages, and what several witnesses have of a name."""

from __future__ import annotations

import pytest
from test_changes import article, side_by_side, told

from provenance.changes.homophones import syllable
from provenance.changes.lost import changes_from_lost


def test_another_initial_is_another_name() -> None:
    before, after = "Counsel Ann T. Doe spoke for the mill.", "Ann P. Doe, counsel, spoke for the mill."
    assert ("name", "Ann T. Doe", "Ann P. Doe") in told(before, after)
    assert ("name", "Ann T. Doe", "Ann P. Doe") in told(
        before, "Ann P. Doe habló por ellos.", "translation", ("en", "es")
    )


@pytest.mark.parametrize(
    "after", ["Ann Doe spoke for the mill.", "Ann T. Doe spoke for the mill.", "Doe spoke for it."]
)
def test_an_initial_left_out_is_no_other_name(after: str) -> None:
    assert not told("Counsel Ann T. Doe spoke for the mill.", after)


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("The bank of Karvenia raised its rate.", "La banque de Karvénie a relevé son taux.", ("en", "fr")),
        ("La Valombrie produit des truffes.", "Truffles come from Valombria each year.", ("fr", "en")),
        ("Prefect Annalaura Quisisani spoke.", "Präfektin Annalaura Quisisani hat gesprochen.", ("en", "de")),
        ("A South Korean yard built it.", "A yard in South Korea built it.", ("en", "en")),
    ],
)
def test_a_land_and_a_title_in_another_form_are_no_other_names(
    before: str, after: str, languages: tuple[str, str]
) -> None:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    assert not [c for c in told(before, after, kind, languages) if c[0] == "name"]


def test_a_name_that_a_copy_alone_misspells_is_told_by_a_rewrite_and_a_translation() -> None:
    rewrite = article("a", "The case was brought by Araminta Bellweather on Monday.")
    translation = article("b", "El caso lo presentó Araminta Bellweather el lunes.", "es")
    copy = article("c", "The case was brought by Araminta Bellwether on Monday.")
    passages = {
        ("a", "c"): side_by_side(rewrite, copy),
        ("b", "c"): side_by_side(translation, copy, "translation"),
        ("a", "b"): side_by_side(rewrite, translation, "translation"),
    }
    kinds = {"a": "rewrite", "b": "translation", "c": "copy"}
    found = changes_from_lost("lost-1", [rewrite, translation, copy], copy, passages, kinds)  # type: ignore[arg-type]
    assert [(c.what, c.target_text) for c in found if c.what == "name"] == [("name", "Araminta Bellwether")]
    alone = changes_from_lost("lost-1", [rewrite, copy], copy, passages, kinds)  # type: ignore[arg-type]
    assert not [c for c in alone if c.what == "name"]


def test_a_union_of_many_is_one_name_however_it_is_put() -> None:
    before = "She heads the Island Passengers' Union and was on board."
    after = "She was on board and leads the Union of Island Passengers."
    found = told(before, after, "round-trip translation")
    assert ("name", "Island Passengers' Union", "Union of Island Passengers") in found


def test_a_hindi_name_is_a_word_with_its_vowel_signs() -> None:
    before = "लिपिक मनोज पटैरिया को अदालत में पेश किया गया।"
    after = "लिपिक मनोज पटेरिया को कल अदालत में पेश किया गया।"
    assert told(before, after, "copy", ("hi", "hi")) == [("name", "पटैरिया", "पटेरिया")]


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        ("副馆长贺闻笛在电话里否认。", "副主任何文迪在电话上否认。", [("贺闻笛", "何文迪")]),
        ("负责人傅蓉在发布会上道歉。", "头目付荣在新闻会上道歉。", [("傅蓉", "付荣")]),
        ("南汀区的退休教师说没有声音。", "南廷区退休教师说没有声音。", [("南汀", "南廷")]),
        ("哪个晓得船上没有人。", "她小的时候船上没有任何人。", []),
        ("他的工作是看表。", "他的工做是看表。", []),
        ("公安机关从公司带走电脑。", "公共安全从公司带走电脑。", []),
    ],
)
def test_a_chinese_name_in_other_signs_of_the_same_sound(before: str, after: str, names: list[tuple[str, str]]) -> None:
    found = told(before, after, "round-trip translation", ("zh", "zh"))
    assert [(was, now) for what, was, now in found if what == "name"] == names


@pytest.mark.parametrize(("one", "other", "same"), [("蓉", "荣", True), ("旅", "鲁", False), ("兰", "岚", True)])
def test_the_sound_of_a_sign(one: str, other: str, same: bool) -> None:
    assert (syllable(one) == syllable(other)) == same
