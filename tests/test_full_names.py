"""Full names of which one word stands for another, wherever the source has them."""

from __future__ import annotations

import pytest
from test_changes import told


def _names(before: str, after: str, languages: tuple[str, str] = ("en", "en")) -> list[tuple[str | None, str | None]]:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    return [(was, now) for what, was, now in told(before, after, kind, languages) if what == "name"]


@pytest.mark.parametrize(
    ("before", "after", "languages", "was", "now"),
    [
        ("Der Leiter Gernot Eickhoff sprach von der Mauer.", "Von der Mauer sprach der Leiter Gerhard Eickhoff.",
         ("de", "de"), "Leiter Gernot Eickhoff", "Leiter Gerhard Eickhoff"),
        ("Die Rede hielt Ottokar Liebscher.", "Die Rede hielt Otto Liebscher.", ("de", "de"), "Ottokar Liebscher",
         "Otto Liebscher"),
        ("The engineer, Anil Gresham, found it.", "Lo halló el ingeniero Anil Graham.", ("en", "es"), "Anil Gresham",
         "Anil Graham"),
        ("Ζημιά έπαθε η Νούαλα Κρίγκαν.", "Τη ζημιά έπαθε η Νόρμα Κρίγκαν.", ("el", "el"), "Νούαλα Κρίγκαν",
         "Νόρμα Κρίγκαν"),
    ],
)  # fmt: skip
def test_a_full_name_with_one_word_otherwise(
    before: str, after: str, languages: tuple[str, str], was: str, now: str
) -> None:
    assert _names(before, after, languages) == [(was, now)]


def test_the_name_may_stand_in_another_sentence_of_the_source() -> None:
    before = "Leopold Arkwane kept the pumps. He wrote many messages that nobody read."
    after = "Many messages went out. Nobody read them, said Leonard Arkwane of the pumps."
    assert _names(before, after) == [("Leopold Arkwane", "Leonard Arkwane")]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Leopold Arkwane kept the pumps.", "Leopold Arkwane and Leonard Arkwane kept the pumps.", ("en", "en")),
        ("Leopold Arkwane and Ann Arkwane kept it.", "Leonard Arkwane kept it.", ("en", "en")),
        ("It was Prefect Annalaura Quisi.", "Es war Präfektin Annalaura Quisi.", ("en", "de")),
        ("Ilian Petrow kam an.", "Ilian Petrov arrived.", ("de", "en")),
        ("Ann Doe spoke.", "Olga Doe spoke.", ("en", "en")),
    ],
)
def test_others_are_other_people_or_one_name_in_another_language(
    before: str, after: str, languages: tuple[str, str]
) -> None:
    assert _names(before, after, languages) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("La compagnie Ferrovale a parlé hier soir.", "La compagnie Ferroval a parlé hier soir.", True),
        ("La compagnie Ferrovale a parlé hier soir.", "La compagnie Maritima a parlé hier soir.", False),
        ("La compagnie Ferrovale a parlé hier soir.", "Une société, Ferroval, parlait hier soir.", False),
    ],
)
def test_a_word_between_the_same_words_is_a_name_misspelt(before: str, after: str, *, found: bool) -> None:
    assert bool(_names(before, after, ("fr", "fr"))) is found


def test_a_name_that_is_right_elsewhere_slips_once_in_a_translation() -> None:
    before = "Habló el comandante Rosendo Abarzúa. El agua está fría, señaló Abarzúa en el muelle."
    after = "Le commandant, Rosendo Abarzúa, a parlé. L'eau est froide, a déclaré Abarza sur le quai."
    assert _names(before, after, ("es", "fr")) == [("Abarzúa", "Abarza")]
