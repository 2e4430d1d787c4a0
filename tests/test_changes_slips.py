"""Facts that came out otherwise by a slip, on the way back from another language, or by a word left out."""

from __future__ import annotations

import pytest
from test_changes import told

from provenance.model import Derived


@pytest.mark.parametrize(
    ("before", "after", "language", "was", "now"),
    [
        ("It sold about 545 boxes.", "It sold about 554 boxes.", "en", "545 boxes", "554 boxes"),
        ("Sie zählten rund 1.325 Boote.", "Sie zählten rund 1.352 Boote.", "de", "1.325 Boote", "1.352 Boote"),
        ("As multas chegam a 212 mil.", "As multas chegam a 221 mil.", "pt", "212 mil", "221 mil"),
        (
            "They took two tonnes in three winters.",
            "They took three tonnes in three winters.",
            "en",
            "two tonnes",
            "three tonnes",
        ),
        (
            "Sie holten zwei Tonnen in drei Wintern.",
            "Sie holten drei Tonnen in drei Wintern.",
            "de",
            "zwei Tonnen",
            "drei Tonnen",
        ),
        ("The mill dates from 1974 and is shut.", "The mill dates from 1947 and is shut.", "en", "1974", "1947"),
        ("El molino es de 1974 y está cerrado.", "El molino es de 1947 y está cerrado.", "es", "1974", "1947"),
        ("Ela tem seis dezenas de barcos.", "Ela tem sete dezenas de barcos.", "pt", "seis dezenas", "sete dezenas"),
    ],
)
def test_a_number_that_no_rounding_explains(before: str, after: str, language: str, was: str, now: str) -> None:
    ((what, old, new),) = told(before, after, languages=(language, language))
    assert what == "number"
    assert (old or "").startswith(was)
    assert (new or "").startswith(now)


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("It rang at 4:15 a.m. on the quay.", "It rang at four in the morning on the quay.", "en"),
        ("Kruszwin, 14.01 (ABC) - Pękła rura.", "Kruszwin, 15.01 (ABC) - Pękła rura.", "pl"),
        ("PORT, 3 (XYZ) - The pipe burst.", "PORT, 4 (XYZ) - The pipe burst.", "en"),
        ("The eels rarely live long.", "The eels seldom live long.", "en"),
        ("Die Aale leben selten lange.", "Die Aale leben in seltenen Fällen lange.", "de"),
        ("Угри живут долго в редких случаях.", "Угри редко живут долго.", "ru"),
        ("They were aged between 19 and 61.", "They were between 19 and 61 years old.", "en"),
    ],
)
def test_what_only_looks_like_another_fact(before: str, after: str, language: str) -> None:
    assert told(before, after, "copy", (language, language)) == []


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("The guard was allegedly told to shut the gate.", "The guard was told to shut the gate.", "en"),
        (
            "Der Wärter sollte angeblich das Tor vor sechs Uhr schließen.",
            "Der Wärter sollte das Tor vor sechs Uhr schließen.",
            "de",
        ),
        (
            "El guarda recibió presuntamente la orden de cerrar la puerta.",
            "El guarda recibió la orden de cerrar la puerta.",
            "es",
        ),
        ("Сторож якобы должен был закрыть эти ворота.", "Сторож должен был закрыть эти ворота.", "ru"),
        ("Das Gas kam nach ersten Ermittlungen aus der Maschine.", "Das Gas kam aus der Maschine.", "de"),
        ("По предварительным данным, газ вышел из машины.", "Газ вышел из машины.", "ru"),
        ("Secondo le prime indagini il gas è uscito dalla macchina.", "Il gas è uscito dalla macchina.", "it"),
    ],
)
def test_a_doubt_is_left_out(before: str, after: str, language: str) -> None:
    assert [what for what, _, _ in told(before, after, "copy", (language, language))] == ["negation"]


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("The director declined to be interviewed.", "The director talked to reporters.", "en"),
        ("O diretor não quis dar entrevista.", "O diretor falou com a imprensa.", "pt"),
        ("Директор відмовився коментувати аварію.", "Директор розповів про аварію.", "uk"),
        ("Ředitel odmítl komentovat požár.", "Ředitel mluvil o požáru.", "cs"),
        ("Die Leiterin wollte dazu nicht sprechen.", "Die Leiterin hat darüber gesprochen.", "de"),
    ],
)
def test_who_was_silent_speaks(before: str, after: str, language: str) -> None:
    assert [what for what, _, _ in told(before, after, languages=(language, language))] == ["negation"]


@pytest.mark.parametrize(
    ("before", "after", "language", "was", "now"),
    [
        ("Rurę kupiła firma Ciepłołan.", "Fajkę nabyła spółka Warmnet.", "pl", "Ciepłołan", "Warmnet"),
        ("O advogado Rui Tavira Coelho saiu.", "O advogado Rui Tavira Rabbit saiu.", "pt", "Coelho", "Rabbit"),
        ("The builder, Garrick Civil, left.", "The builder Garrick Civil Works left.", "en", "Garrick Civil", "Works"),
        ("On l'a vu à Sainte-Ombeline.", "On l'a vu à Saint Ombeline.", "fr", "Sainte-Ombeline", "Saint Ombeline"),
        ("L'ha detto Ilda Falconara Rossi.", "Lo ha detto Ilda Falconara Redson.", "it", "Rossi", "Redson"),
    ],
)
def test_a_name_that_came_back_as_another(before: str, after: str, language: str, was: str, now: str) -> None:
    ((what, old, new),) = told(before, after, "round-trip translation", (language, language))
    assert what == "name"
    assert was in (old or "")
    assert now in (new or "")


@pytest.mark.parametrize("kind", ["copy", "rewrite"])
def test_a_name_is_another_one_but_on_the_way_back(kind: Derived) -> None:
    assert told("Rurę kupiła firma Ciepłołan.", "Rurę kupiła firma Warmnet.", kind, ("pl", "pl")) == []


def test_nouns_with_capitals_are_no_names_on_the_way_back() -> None:
    before, after = "Er las das Thermometer ab.", "Er las das Fieberthermometer ab."
    assert told(before, after, "round-trip translation", ("de", "de")) == []


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ('"It went cold", said Rui Vale.', '"It went cold", Rui Vale complained to Daily Plover.', "en"),
        ('"Ficou frio", disse Rui Vale.', '"Ficou frio", desabafou ao Diário Pardal o motorista.', "pt"),
        ('"Hizo frío", dijo Rui Vale.', '"Hizo frío", confesó a Diario Gorrión el conductor.', "es"),
    ],
)
def test_words_are_said_to_have_been_spoken_to_another_outlet(before: str, after: str, language: str) -> None:
    assert "credit" in [what for what, _, _ in told(before, after, languages=(language, language))]


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        (
            "Of 900 samples taken by the firm Aqualis, 380 were in all likelihood invented, inspectors wrote.",
            "According to the inspectors, 380 of the 900 samples that the firm Aqualis took were invented.",
            "en",
        ),
        (
            "Von 900 Proben der Firma Aqualis wurden 380 aller Wahrscheinlichkeit nach erfunden, schreiben Prüfer.",
            "Den Prüfern nach wurden 380 der 900 Proben der Firma Aqualis erfunden.",
            "de",
        ),
        (
            "De 900 muestras de la firma Aqualis, 380 fueron con toda probabilidad inventadas, escriben inspectores.",
            "Los inspectores escriben que 380 de las 900 muestras de la firma Aqualis fueron inventadas.",
            "es",
        ),
    ],
)
def test_a_doubt_is_left_out_of_a_sentence_told_anew(before: str, after: str, language: str) -> None:
    assert "negation" in [what for what, _, _ in told(before, after, languages=(language, language))]


@pytest.mark.parametrize(
    ("before", "after", "language", "was", "now"),
    [
        ("Cztery osoby zostały ranne.", "Siedem osób zostało rannych.", "pl", "Cztery", "Siedem"),
        ("Пострадали четыре человека.", "Пострадало шесть человек.", "ru", "четыре", "шесть"),
        ("Zraněni byli čtyři lidé.", "Zraněno bylo šest lidí.", "cs", "čtyři", "šest"),
    ],
)
def test_a_number_beside_words_in_another_form(before: str, after: str, language: str, was: str, now: str) -> None:
    ((what, old, new),) = told(before, after, languages=(language, language))
    assert what == "number"
    assert (old or "").startswith(was)
    assert (new or "").startswith(now)


@pytest.mark.parametrize(
    ("before", "after", "language", "was", "now"),
    [
        (
            "The repair will cost 155 million dollars, she told us.",
            "The repair will cost 190 million dollars, not the 155 million she had told us.",
            "en",
            "155 million dollars",
            "190 million dollars",
        ),
        (
            "Die Reparatur kostet 155 Millionen Euro, sagte sie.",
            "Die Reparatur kostet 190 Millionen Euro und nicht 155 Millionen, sagte sie.",
            "de",
            "155 Millionen Euro",
            "190 Millionen Euro",
        ),
        (
            "La reparación costará 155 toneladas de acero, dijo.",
            "La reparación costará 190 toneladas de acero, y no las 155 toneladas que dijo.",
            "es",
            "155 toneladas",
            "190 toneladas",
        ),
        (
            "A first estimate put the loss at 155 million marens, she said.",
            "The house raised its estimate of the loss to 190 million marens from 155 million.",
            "en",
            "155 million marens",
            "190 million marens",
        ),
    ],
)
def test_a_number_that_the_target_recalls(before: str, after: str, language: str, was: str, now: str) -> None:
    found = told(before, after, "version", (language, language))
    ((old, new),) = [(old, new) for what, old, new in found if what == "number"]
    assert (old or "").startswith(was)
    assert (new or "").startswith(now)


@pytest.mark.parametrize(("was", "now"), [("Zhan Guoliang", "Zhang Guoliang"), ("Hale Quimby", "Hal Quimby")])
def test_a_name_that_lost_or_won_its_last_letter(was: str, now: str) -> None:
    text = "It was said on Monday in the hall by {}, who has been in the trade for a long time."
    assert ("name", was, now) in told(text.format(was), text.format(now), "rewrite")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "No fish from the cold store will be sold before a test.",
            "Fish from the cold store will not be sold untested.",
        ),
        (
            "The state is not expected to cover more than a third of it.",
            "The state is expected to cover a third at most.",
        ),
    ],
)
def test_a_negation_that_stands_elsewhere_or_makes_a_bound_is_none_lost(before: str, after: str) -> None:
    assert [what for what, _, _ in told(before, after, "rewrite") if what == "negation"] == []


@pytest.mark.parametrize(
    ("before", "after", "language", "was", "now"),
    [
        ("A school and a home were emptied.", "Two schools and a home were emptied.", "en", "A school", "Two schools"),
        ("Stan jednej osoby jest ciężki.", "Stan dwóch osób jest ciężki.", "pl", "jednej osoby", "dwóch osób"),
        ("Eine Halle wurde geräumt.", "Drei Hallen wurden geräumt.", "de", "Eine Halle", "Drei Hallen"),
    ],
)
def test_one_thing_became_several(before: str, after: str, language: str, was: str, now: str) -> None:
    assert ("number", was, now) in told(before, after, "version", (language, language))


def test_one_thing_beside_several_is_another() -> None:
    before, after = "A school was emptied.", "A school was emptied, and two schools stayed open."
    assert told(before, after, "version") == []


def test_a_case_without_the_last_vowel_is_the_same_name() -> None:
    before, after = "V obci Ostrůvek pršelo celý den.", "Celý den pršelo v obci jménem a v Ostrůvku."
    assert told(before, after, "rewrite", ("cs", "cs")) == []
