"""Chinese in traditional and in simplified signs is one language: nobody retells by changing the script."""

from __future__ import annotations

import pytest

from provenance.frequencies import simplified
from provenance.model import Document
from provenance.trace import trace
from provenance.words import fold, key

TRADITIONAL = """港務局：防波堤裂縫擴大 兩千艘漁船改道

濱城港務局週二宣布，南防波堤的裂縫在颱風過後擴大到三十七公分，約二千一百艘漁船須改由東側水道進出，直到十月底。

局長鄭漢榮說：「我們沒有關閉港口，只是請大家繞一點路。」他說，潛水員在水下十二公尺處發現四塊鬆動的護坡石。

漁會估計，繞道會讓每艘船每天多燒六十公升柴油。漁會理事長羅麗雲說，補貼還沒有談定，「油錢不會自己變出來」。

修復工程預計耗資一億八千萬元，由兩家廠商承攬，第一批沉箱將於下個月運抵。
"""


def folder(*texts: str) -> list[Document]:
    return [Document(f"d{n}", text) for n, text in enumerate(texts)]


def test_a_table_of_signs_gives_one_sign_for_one_and_none_twice():
    table = simplified()
    assert len(table) > 2000
    assert chr(table[ord("颱")]) == "台"
    assert ord("港") not in table
    assert not set(table.values()) & set(table)


@pytest.mark.parametrize(("one", "other"), [("風", "风"), ("說", "说"), ("說", "説"), ("羅", "罗")])
def test_signs_of_two_scripts_are_one_word(one, other):
    assert key(one) == key(other)
    assert fold(one) == fold(other)


def test_a_copy_in_the_other_script_is_a_copy_and_changes_nothing():
    found = trace(folder(TRADITIONAL, TRADITIONAL.translate(simplified())))
    (match,) = found.matches
    assert match.relation == "copy"
    assert match.longest_run > 30
    assert {p.kind for p in match.passages} == {"verbatim"}
    assert not found.changes


def test_what_changed_beside_the_script_is_told_as_either_wrote_it():
    copy = TRADITIONAL.translate(simplified()).replace("三十七", "七十三").replace("郑汉荣", "郑汉宏")
    found = trace(folder(TRADITIONAL, copy))
    told = [(c.what, {c.source_text, c.target_text}) for c in found.changes]
    assert told == [("number", {"三十七公分", "七十三公分"}), ("name", {"鄭漢榮", "郑汉宏"})]
