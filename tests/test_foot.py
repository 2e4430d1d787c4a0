"""Whose page an article stands on, by its foot and by others that name it as their source."""

from __future__ import annotations

import pytest

from provenance.annotate import annotate_all
from provenance.model import Document
from provenance.standing.foot import named_in_foot

TEXT = (
    "Forty drills were entered that never took place, papers obtained by the Tarnfold Echo show. "
    "The ferry line said on Monday that it would look into them and could not say more."
)
HEAD = "Region | Sport | Views\n\nFerry ticked off drills in dry dock"
PAGE = f"{HEAD}\n\n{TEXT}\n\nDo you know more? Write in\nMiss nothing of the {{foot}}"
OTHERS = {
    "told": "The captain told Tarnfold Echo that he had signed.",
    "daily": "Forty drills never took place, the daily Tarnfold Echo reported on Monday.",
    "passing": "The Tarnfold Echo has moved its office.",
}


def house(foot: str, other: str, text: str = PAGE) -> str | None:
    page, said = annotate_all([Document("page", text.format(foot=foot)), Document("other", other)])
    return named_in_foot(page, [said])


@pytest.mark.parametrize("said", ["told", "daily"])
def test_what_the_foot_and_the_text_name_and_another_as_its_source_is_the_house(said: str) -> None:
    assert house("Tarnfold Echo", OTHERS[said]) == "tarnfold echo"


@pytest.mark.parametrize(
    ("foot", "said"),
    [
        pytest.param("Tarnfold Echo", OTHERS["passing"], id="nobody names it as a source"),
        pytest.param("Corvela Post", OTHERS["daily"], id="the foot names another"),
        pytest.param("Corvela Post", "The captain told Corvela Post.", id="the text does not name it"),
        pytest.param(
            "Tarnfold Echo", "PORT, 4 March (Tarnfold Echo) - The captain told Tarnfold Echo.", id="an agency"
        ),
    ],
)
def test_less_is_too_little(foot: str, said: str) -> None:
    assert house(foot, said) is None


def test_the_last_sentence_of_a_text_is_no_foot() -> None:
    text = (
        f"Region | Sport\n\nFerry ticked off drills\n\n{TEXT}\n\nIt was the Tarnfold Echo that told the line of them."
    )
    assert house("", OTHERS["told"], text) is None
