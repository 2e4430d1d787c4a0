"""Numbers of the page and not of the story, and numbers put otherwise that are the same."""

from __future__ import annotations

import pytest
from test_changes import article, told

from provenance.changes import changes
from provenance.changes.quantities import read
from provenance.model import Passage

_STORY = "The mill at Karsk burned down on Friday. Nobody was hurt, the owner said. "


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Sign up free and join 28,000 readers.", "en"),
        ("Prices delayed by 15 minutes.", "en"),
        ("Réagissez par SMS au 60 114 (prix d'un message).", "fr"),
        ("Ping the Northside desk on 07 55 01.", "en"),
        ("Lecture : 3 min, pas une de plus.", "fr"),
        ("Читати 14 хв, не більше.", "uk"),
        ("Abonnement : 48 couronnes par an.", "fr"),
    ],
)
def test_what_a_page_says_of_itself_is_no_number_of_the_story(line: str, language: str) -> None:
    after = _STORY + line + " The fire began at night, a neighbour said."
    before = _STORY + "The owner has 12 other mills. The fire began at night, a neighbour said."
    assert not [c for c in told(before, after, "rewrite", (language, language)) if c[0] == "number"]


def test_a_sentence_of_the_story_with_such_a_word_is_none_of_the_page() -> None:
    found = told("The paper has 28,000 readers in Karsk.", "The paper has 82,000 readers in Karsk.", "copy")
    assert [c[2] for c in found] == ["82,000 readers"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Mandag 18. maj 2026 kl. 20.12.", "da"),
        ("오전 8:07  수정 2026.05.19.", "ko"),
        ("LINDHOLM, 22 okt. — Corvane.", "sv"),
    ],
)
def test_when_a_page_was_put_up_and_a_report_was_sent_is_no_number_of_the_story(line: str, language: str) -> None:
    before = "The train left at 18:20 on 17 May. It was full."
    after = line + "\n\nThe train left at 18:20 on 17 May. It was full."
    assert not told(before, after, "copy", (language, language))


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Kasa 1 milyon 340 bin lira tutuyor.", "Kasada 1,34 milyon lira var.", ("tr", "tr")),
        ("放流は午後1時半に始まった。", "The release began at 1:30 p.m. that day.", ("ja", "en")),
        ("Engineers warned of cracks in November 2024.", "技術者は24年11月に亀裂を警告した。", ("en", "ja")),
        ("The clip lasts 47 seconds.", "The clip lasts under a minute.", ("en", "en")),
        ("The vote was halted after forty minutes.", "The vote must be held a second time.", ("en", "en")),
        ("The hall is shut until at least 15 May.", "The hall is shut until 15 May at the earliest.", ("en", "en")),
        ("Škoda je nejméně 60 milionů korun.", "Škoda je najmenej 60 miliónov korún.", ("cs", "sk")),
        ("Each home gets 300 yuan.", "Each home gets 300 yuan (about 42 U.S. dollars).", ("en", "en")),
        ("The dyke cost 85 million crowns.", "The dyke cost 85 million crowns (about EUR 3.5 million).", ("en", "en")),
    ],
)
def test_another_way_to_say_a_number_is_no_change(before: str, after: str, languages: tuple[str, str]) -> None:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    assert not [c for c in told(before, after, kind, languages) if c[0] == "number"]


def test_an_hour_or_an_amount_put_so_may_still_be_another() -> None:
    assert told("放流は午後1時半に始まった。", "The release began at 1:50 p.m. that day.", "translation", ("ja", "en"))
    assert told("Kasa 1 milyon 340 bin lira tutuyor.", "Kasa 1 milyon 430 bin lira tutuyor.", "copy", ("tr", "tr"))


def test_what_comes_second_is_no_second_of_time() -> None:
    assert not [q for q in read("It must be done a second time.", "en") if q.unit == "time"]
    assert [q.unit for q in read("It took a second.", "en")] == ["time"]


@pytest.mark.parametrize(
    ("before", "after", "language", "changed"),
    [
        ("Four drowned and dozens were missing.", "Nine drowned and 34 were missing.", "en", ("dozens", "34")),
        ("O gás escapou por volta das 6h.", "O gás escapou às 5h50.", "pt", ("6h", "5h50")),
        ("Le choc s'est produit vers 02H30.", "Le choc s'est produit à 02H26.", "fr", ("02H30", "02H26")),
    ],
)
def test_a_later_version_makes_a_number_exact(before: str, after: str, language: str, changed: tuple[str, str]) -> None:
    assert ("number", *changed) in told(before, after, "version", (language, language))


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("O gás escapou às 5h50.", "O gás escapou por volta das 6h.", "pt"),
        ("Le choc s'est produit à 02H26.", "Le choc s'est produit vers 02H30.", "fr"),
        ("Die Fähre lief um 7.55 Uhr aus.", "Gegen 8.00 Uhr lief die Fähre aus.", "de"),
    ],
)
def test_about_an_hour_is_no_other_hour(before: str, after: str, language: str) -> None:
    assert not told(before, after, "rewrite", (language, language))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Another 112 people were pulled from the water.", "Seven people were found alive on a sandbank."),
        ("The leak sends 38 people to hospital.", "The leak drives 2,300 people from their homes."),
    ],
)
def test_a_later_version_counts_something_else_where_the_numbers_are_far_apart(before: str, after: str) -> None:
    assert not [c for c in told(before, after, "version") if c[0] == "number"]


def test_what_lasts_years_is_not_what_lasts_a_month() -> None:
    assert not told("He built ships for 27 years.", "The swell keeps ships in for a month each winter.", "rewrite")


def test_a_number_that_the_source_has_elsewhere_stands_for_no_other_one() -> None:
    source = article("s", "Fines are 4% of sales. Nobody was hurt. The shares fell 17.4% by noon.")
    target = article("t", "The shares fell by up to 17.4% today.")
    passage = Passage(source.sentences[0], target.sentences[0], "paraphrase", 0.5)
    assert not changes(source, target, [passage], "summary")
    other = article("t", "The shares fell by up to 18.3% today.")
    passage = Passage(source.sentences[0], other.sentences[0], "paraphrase", 0.5)
    assert changes(source, other, [passage], "summary")
