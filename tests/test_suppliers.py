"""Agencies that only a line of supply and those who spoke to them tell of."""

from __future__ import annotations

import pytest

from provenance.credits import credits

BODY = "\n\nThe bridge is shut, and the ferries are full. “I heard a knock,” the keeper told {name} at noon.\n"
LONG = "The ferries are full, and nobody at the pier knows when the bridge is to open again for carts and riders. " * 2


def found(text: str) -> set[str]:
    return {credit.agency for credit in credits(text)}


@pytest.mark.parametrize(
    "line",
    ["By Tarnfold", "By Tarnfold News", "Source: Tarnfold", "Por Tarnfold — Corvela", "oprac. JK, źródło: Tarnfold"],
)
def test_who_is_named_as_the_supplier_and_spoken_to_is_an_agency(line: str) -> None:
    assert found(f"Corvela Echo\n\nBridge shut\n\n{line}{BODY.format(name='Tarnfold')}") == {"Tarnfold"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Bridge shut\n\nBy Tarnfold{BODY.format(name='reporters')}", id="spoken to others"),
        pytest.param(f"Bridge shut\n\nBy staff{BODY.format(name='Tarnfold')}", id="no line"),
        pytest.param(f"Bridge shut\n\nBy Anna Tarnfold{BODY.format(name='Tarnfold')}", id="a person"),
        pytest.param(f"Bridge shut\n\nBy Echo{BODY.format(name='the Echo')}", id="a paper has an article"),
        pytest.param(
            f"Echo | Home\n\nBridge shut\n\nBy Echo{BODY.format(name='Echo')}\nMore from Echo", id="on its own page"
        ),
    ],
)
def test_either_alone_or_a_papers_own_name_is_none(text: str) -> None:
    assert found(text) == set()


def test_a_name_called_an_agencys_needs_no_other_sign() -> None:
    text = "Most zamknięty\n\nźródło: Tarnfold\n\n– Usłyszałam stukanie – opowiadała agencji Tarnfold strażniczka."
    assert found(text) == {"Tarnfold"}
    assert len(credits(text)) == 2


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("【白浜＝青潮】橋は５日、閉鎖された。青潮通信が入手した文書で分かった。", "青潮通信"),
        ("【白浜＝青潮】橋は閉鎖された。町長は青潮通信に語った。", "青潮通信"),
        ("【白浜＝共同】橋は５日、閉鎖された。", "Kyodo"),
    ],
)
def test_a_japanese_sign_cut_short_is_the_name_that_the_text_has_in_full(text: str, agency: str) -> None:
    assert found(text) == {agency}


@pytest.mark.parametrize(
    "text",
    [
        "【白浜＝青潮】橋は５日、閉鎖された。",
        "【橋の写真＝共同】橋は５日、閉鎖された。",
        "【白浜＝移動】会社は移動通信に対し料金を下げた。",
    ],
)
def test_a_sign_that_nothing_explains_or_below_a_picture_is_none(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "By Christmas, shops will close for good.\n\nThe mayor spoke. He told Christmas shoppers to go.",
        "Von Starnau – ein Porträt\n\nSie sprach lange. Das sagte er gegenüber Starnau.",
        "Da Sarvala, o candidato\n\nEle falou. “Não”, disse ao Sarvala.",
        "Di Maiorno, addio al leader\n\nParlò a lungo. Lo ha detto a Maiorno.",
        "Por Messaro, todo por la copa\n\nHabló mucho. Lo dijo a Messaro.",
        "By Madonna\n\nShe spoke for long. “No,” I told Madonna.",
        "Source: Netflix\n\nThe series was seen by Netflix chiefs, and seen by Netflix.",
        "Source: Tarnfold\n\nThe series was seen by Tarnfold chiefs.",
        "By Tarnfold\n\nAnna Tarnfold spoke for long. “No,” I told Tarnfold.",
        "Von Tarnfold\n\nBeatrix von Tarnfold sprach. Das sagte er gegenüber Tarnfold.",
        "Por Correio\n\nEla falou. “Não”, disse a Maria. “Sim”, told Correio.",
    ],
)
def test_whom_a_line_or_a_report_names_otherwise_is_none(text: str) -> None:
    assert found(f"Harbour shut\n\n{text} {LONG}") == set()


def test_the_name_may_have_a_date_or_a_place_behind_it_and_stand_before_a_place() -> None:
    for line in ("By Tarnfold, 9 June 2026", "By Tarnfold – Port Corvela", "Por Tarnfold | 9.6.2026"):
        assert found(f"Bridge shut\n\n{line}\n\nIt is shut, the keeper told Tarnfold in Corvela. {LONG}") == {
            "Tarnfold"
        }
