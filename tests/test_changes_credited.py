"""Credits that are there in another form, and lines that only sign a page."""

from __future__ import annotations

import pytest
from test_changes import told

from provenance.annotate import annotate
from provenance.changes.credits import agencies
from provenance.model import Document


def _credits(before: str, after: str, languages: tuple[str, str], agency: str, kind: str = "") -> list[str | None]:
    kind = kind or ("rewrite" if languages[0] == languages[1] else "translation")
    found = told(before, after, kind, languages, agency)  # type: ignore[arg-type]
    return [now for what, _, now in found if what == "credit"]


@pytest.mark.parametrize(
    ("before", "after", "languages", "agency"),
    [
        (
            '"Nenhuma tocou", contou à Agência Maracá o operador.',
            '"Nenhuma tocou", disse à Agência Maraca o operador.',
            ("pt", "pt"),
            "Agência Maracá",
        ),
        (
            '"Cups are ready," Kolm told the MPA on Monday.',
            '"Cups are ready," Kolm told the Meridian Press Agency on Monday.',
            ("en", "en"),
            "MPA",
        ),
        (
            "Hajduk powiedział agencji KSI, że pisał trzy razy.",
            "Hajduk řekl agentuře, že psal třikrát.",
            ("pl", "cs"),
            "KSI",
        ),
        ("© Interline.", "That is all for today.", ("en", "en"), "Interline"),
        ("Source: Interline.", "The mill burned down on Friday.", ("en", "en"), "Interline"),
    ],
)
def test_a_credit_in_another_form_and_a_signature_are_no_credits_dropped(
    before: str, after: str, languages: tuple[str, str], agency: str
) -> None:
    assert not _credits(before, after, languages, agency)


def test_a_credit_left_out_is_still_told() -> None:
    before, after = '"It is cold," Kolm told Interline.', '"It is cold," Kolm said.'
    assert _credits(before, after, ("en", "en"), "Interline")


def test_an_authority_tells_no_news() -> None:
    text = "He told the Swedish Tax Agency that he had moved. She told the Karsk News Agency that he had not."
    assert agencies(annotate(Document("a", text, language="en"))) == ("Karsk News Agency", "Agency")


@pytest.mark.parametrize(
    ("before", "after", "language", "agency"),
    [
        ("The ferries carry foam that soaks up water, an investigation by The Ellery Courier has found.",
         "The ferries carry foam that soaks up water, it has emerged.", "en", "The Ellery Courier"),
        # nobody says what the newspaper is but its own sentence
        ("The lifts were signed off by nobody who looked, an investigation by The Aldermouth Ledger has found.",
         "The lifts were signed off by nobody who looked, it can be revealed.", "en", "Interline"),
        ("Gli ispettori salivano solo al quinto ripiano, si legge nel decreto, visionato dall'AAN.",
         "Gli ispettori salivano solo al quinto ripiano, emerge dalle carte.", "it", "AAN"),
        ("Records obtained by The Beacon show that the water was not safe to drink.",
         "Records obtained by Tidewater Weeklies show that the water was not safe to drink.", "en", "Interline"),
    ],
)  # fmt: skip
def test_who_found_it_out_is_no_longer_named(before: str, after: str, language: str, agency: str) -> None:
    assert len(_credits(before, after, (language, language), agency)) == 1


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Records obtained by The Beacon show that the water was not safe to drink.",
         "The water was not safe to drink, the Gannet Harbour Beacon is reporting.", ("en", "en")),
        ("L'atto di sequestro, visionato dall'AAN, dice che la scala arrivava al quinto ripiano.",
         "该社看到的查封令写道，梯子只爬到第五层。", ("it", "zh")),
        ("The ferries carry foam that soaks up water, it has emerged.",
         "The ferries carry foam that soaks up water, it can be revealed.", ("en", "en")),
        # a tribunal finds out too
        ("The ferries carry foam that soaks up water, an investigation by the ministry has found.",
         "The ferries carry foam that soaks up water, it has emerged from an investigation by the ministry.",
         ("en", "en")),
    ],
)  # fmt: skip
def test_who_found_it_out_is_named_in_another_way_or_was_not(
    before: str, after: str, languages: tuple[str, str]
) -> None:
    assert not _credits(before, after, languages, "AAN")


def test_a_credit_with_a_name_in_quotation_marks_is_told_once() -> None:
    before = "Без тепла остались 540 домов, сообщил агентству «Интерстепь» акимат области."
    assert len(_credits(before, "Без тепла остались 540 домов, сообщили в акимате.", ("ru", "ru"), "Интерстепь")) == 1
