from __future__ import annotations

import pytest
from test_changes import told

from provenance.model import Derived

_RETOLD: dict[bool, Derived] = {True: "rewrite", False: "translation"}


@pytest.mark.parametrize(
    ("before", "after", "languages", "was"),
    [
        ("The lake could dry up by spring.", "Göl bahara kadar kuruyacak.", ("en", "tr"), "The lake could dry up"),
        ("The bridge might collapse soon.", "Le pont s'effondrera sous peu.", ("en", "fr"), "The bridge might"),
        ("El puerto podría cerrar en mayo.", "Порт закроется в мае.", ("es", "ru"), "El puerto podría"),
        ("Підозрюваний злодій утік до лісу.", "The thief fled to the forest.", ("uk", "en"), "Підозрюваний"),
        ("Den angivelige tyven flyktet til skogen.", "Tyven flyktet til skogen.", ("no", "no"), "angivelige"),
        ("Primarul ar fi vândut terenul.", "Primarul a vândut terenul.", ("ro", "ro"), "ar fi"),
    ],
)
def test_what_could_be_is_said_outright(before: str, after: str, languages: tuple[str, str], was: str) -> None:
    ((what, old, new),) = told(before, after, _RETOLD[languages[0] == languages[1]], languages)
    assert (what, new) == ("negation", after)
    assert old is not None
    assert was in old


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("The bridge might collapse soon.", "Le pont pourrait s'effondrer.", ("en", "fr")),
        ("They could hear the bells.", "On entendait les cloches.", ("en", "fr")),
        ("Das Haus könnte im Mai schließen.", "La casa podría cerrar en mayo.", ("de", "es")),
        ("It closed in May for good.", "Det stengte i mai for godt.", ("en", "no")),
        ("No truck may enter the yard.", "Kein Lastwagen darf in den Hof.", ("en", "de")),
        ("Police opened an inquiry on suspicion of arson.", "Politie opende een onderzoek naar brand.", ("en", "nl")),
        ("По предварительным данным, лопнула труба котла.", "Предварительно, труба котла лопнула.", ("ru", "ru")),
        ("За попередніми даними, луснула труба котла.", "Попередньо, труба котла луснула.", ("uk", "uk")),
    ],
)
def test_what_could_be_still_could(before: str, after: str, languages: tuple[str, str]) -> None:
    assert told(before, after, "translation", languages) == []


@pytest.mark.parametrize(
    ("before", "after", "languages", "was"),
    [
        (
            "The mayor, his neighbours claim, sold the land.",
            "The mayor sold the land.",
            ("en", "en"),
            "his neighbours claim",
        ),
        (
            "Der Wirt, behaupten die Nachbarn, verkaufte das Land.",
            "Der Wirt verkaufte das Land.",
            ("de", "de"),
            "behaupten die Nachbarn",
        ),
        ("Мэр, как уверяют соседи, продал землю.", "Мэр продал землю.", ("ru", "ru"), "как уверяют соседи"),
        (
            "Le maire, soutiennent ses voisins, avait vendu le terrain.",
            "El alcalde había vendido el terreno.",
            ("fr", "es"),
            "soutiennent ses voisins",
        ),
    ],
)
def test_what_somebody_claims_is_said_outright(before: str, after: str, languages: tuple[str, str], was: str) -> None:
    assert told(before, after, _RETOLD[languages[0] == languages[1]], languages) == [("negation", was, after)]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("The mayor, his neighbours claim, sold the land.", "Neighbours say the mayor sold the land.", ("en", "en")),
        ("The mayor, his neighbours claim, sold it.", "Selon ses voisins, le maire l'a vendu.", ("en", "fr")),
        ("Der Wirt, behaupten Nachbarn, verkaufte es.", "Angeblich verkaufte der Wirt es.", ("de", "de")),
    ],
)
def test_what_somebody_claims_in_other_words(before: str, after: str, languages: tuple[str, str]) -> None:
    assert told(before, after, _RETOLD[languages[0] == languages[1]], languages) == []


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        (
            "She said she was not hurt, and her son, who was not there, went home.",
            "Elle a dit qu'elle n'était pas blessée, et son fils, qui était là, est rentré.",
            ("en", "fr"),
        ),
        (
            "It is not clear who came, said Ada Wren, who was not asked to speak.",
            "Het is niet duidelijk wie er kwam, zei Ada Wren, die wel het woord kreeg.",
            ("en", "nl"),
        ),
        ("Die Halle war nicht dicht, und keiner hat es gesehen.", "Hallen var ikke tæt, og alle så det.", ("de", "da")),
    ],
)
def test_one_of_two_negations_is_lost_in_translation(before: str, after: str, languages: tuple[str, str]) -> None:
    assert [what for what, _, _ in told(before, after, "translation", languages)] == ["negation"]


def test_a_negation_is_lost_on_the_way_back() -> None:
    before = "The cause cannot be named today, he said."
    after = "It is possible to name the reason today, he said."
    assert [what for what, _, _ in told(before, after, "round-trip translation")] == ["negation"]
    kept = "It is impossible to name the reason today, he said."
    assert told(before, kept, "round-trip translation") == []
