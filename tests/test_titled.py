"""Japanese names in a round trip, known by what stands behind them."""

from __future__ import annotations

import pytest
from test_ideographs import told

from provenance.model import Derived

_BACK: Derived = "round-trip translation"


def _names(before: str, after: str, kind: Derived = _BACK) -> list[tuple[str | None, str | None]]:
    return [(was, now) for what, was, now in told(before, after, "ja", kind) if what == "name"]


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("江頭修さん（61）は語った。", "会社員エガシラ・オサム(61)は話しました。", "江頭修", "エガシラ・オサム"),
        ("民宿を営む椋本ひなたさん（１８）は話した。", "宿の椋本日向（18）は言いました。", "椋本ひなた", "椋本日向"),
        ("地元の十河昭彦教授は話した。", "土地のトガワ・アキヒコ教授は言いました。", "十河昭彦", "トガワ・アキヒコ"),
        ("曽我部知事は謝罪した。", "ソガベ知事は謝罪しました。", "曽我部", "ソガベ"),
        ("堂垣内剛組合長（67）が来た。", "堂ヶ内強大統領（67）が来ました。", "堂垣内剛", "堂ヶ内強"),
        ("昨日は汐見県で雨だった。", "昨日は塩見県で雨でした。", "汐見", "塩見"),
        ("昨日は汐見区で雨だった。", "昨日は塩見区で雨でした。", "汐見", "塩見"),
    ],
)
def test_a_name_is_known_by_age_title_or_sort_of_place(before: str, after: str, was: str, now: str) -> None:
    assert _names(before, after) == [(was, now)]


def test_an_age_is_enough_in_another_sentence() -> None:
    before = "港は静かだった。乗客の真壁亮一さん（58）は船を降りた。"
    after = "乗客の間壁良一さん（58）は船から降りました。港は静かでした。"
    assert ("真壁亮一", "間壁良一") in _names(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("曽我部知事は謝罪した。", "ソガベ教授は謝罪しました。"),  # another title
        ("曽我部知事と江頭知事は謝罪した。", "ソガベ知事は謝罪しました。"),  # either of two
        ("江頭修さん（61）は語った。", "エガシラ・オサム（16）は話しました。"),  # another age
        ("江頭知事は謝罪した。江頭さんは泣いた。", "江頭知事は謝罪しました。彼は泣きました。"),  # the same name
        ("大学教授は話した。", "専門教授は言いました。"),  # words of the language
        ("住宅地区は静かだった。", "居住地区は静かでした。"),  # no ward of a city
        ("総務部長は謝罪した。", "庶務部長は謝罪しました。"),  # an office
        ("消防隊長は話した。", "救助隊長は言いました。"),
        ("無職男性（35）が来た。", "失業者（35）が来ました。"),  # somebody of no name
    ],
)
def test_others_are_no_one_name_in_two_forms(before: str, after: str) -> None:
    assert _names(before, after) == []


def test_it_takes_a_round_trip() -> None:
    assert _names("曽我部知事は謝罪した。", "ソガベ知事は謝罪しました。", "rewrite") == []
