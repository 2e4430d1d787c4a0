"""Facts that came out otherwise in sentences told anew, in another language or script, or by another outlet."""

from __future__ import annotations

import pytest
from test_changes import article, side_by_side, told

from provenance.changes import changes
from provenance.changes.names import as_heard
from provenance.changes.quantities import read
from provenance.model import Derived, Passage

TOLD_ANEW = "paraphrase"


def whats(
    before: str, after: str, kind: Derived = "rewrite", languages: tuple[str, str] = ("en", "en"), link: str = "edited"
) -> list[str]:
    source, target = article("s", before, languages[0]), article("t", after, languages[1])
    return [c.what for c in changes(source, target, side_by_side(source, target, link), kind)]


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("It is not yet clear whether it came from the roof.", "It came from the roof, she said.", "en"),
        (
            "The cause is not known, the ministry said on Monday.",
            "Rust was the cause, the ministry said on Monday.",
            "en",
        ),
        ("The tank might not burn up on its way back down.", "The tank would not burn up on its way back down.", "en"),
        ("The plain may be losing six tonnes of earth.", "There is no doubt that tonnes of earth vanish.", "en"),
        ("Der Lieferant will das Ventil vorerst nicht schließen.", "Der Lieferant schließt das Ventil nicht.", "de"),
        (
            "Il fondo avrebbe già dirottato le commesse all'estero.",
            "Il fondo ha già dirottato le commesse all'estero.",
            "it",
        ),
        ("It did not conclude that such sales were common.", "It concluded that such rackets were common.", "en"),
        ("She denies six counts of fraud.", "She has admitted half a dozen frauds.", "en"),
    ],
)
def test_a_doubt_or_denial_that_is_gone_is_told(before: str, after: str, language: str) -> None:
    assert "negation" in whats(before, after, languages=(language, language))


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("It is not yet clear whether it came from the roof.", "Nobody knows if it came from the roof.", "en"),
        ("He is not allowed to leave for now.", "He may not leave for the time being.", "en"),
        ("The letters were no smaller than the slogan's.", "The letters were at least as large as the slogan's.", "en"),
        ("It fell as it had in May of that year, he said.", "It fell as it had in March of that year, he said.", "en"),
        ("Among the alleged customers are two brothers.", "Those said to be customers include two brothers.", "en"),
        ("Chi pagherà il conto non è chiaro.", "Non si sa chi pagherà il conto.", "it"),
        ("La Regione ne chiederà la restituzione a tutti.", "La Regione vuole la restituzione da tutti.", "it"),
    ],
)
def test_a_doubt_in_other_words_is_still_one(before: str, after: str, language: str) -> None:
    assert "negation" not in whats(before, after, languages=(language, language))


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Er will das Ventil vorerst nicht schließen.", "He does not want to close the valve.", ("de", "en")),
        ("Документов о запрете до сих пор не нашли.", "Документи про заборону нещодавно знайшли.", ("ru", "uk")),
    ],
)
def test_a_denial_lost_between_languages_is_told(before: str, after: str, languages: tuple[str, str]) -> None:
    assert whats(before, after, "translation", languages, "translation") == ["negation"]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        (
            "Der Ofen könnte nicht vor Mai anlaufen.",
            "Il forno potrebbe ripartire al più presto a maggio.",
            ("de", "it"),
        ),
        ("Er gab zunächst keine Namen bekannt.", "Au départ, il n'a donné aucun nom.", ("de", "fr")),
        ("He gave one answer: no.", "Er gab eine einzige Antwort: nein.", ("en", "de")),
        ("Он чуть не отправил их в мусор.", "He very nearly sent them to the tip.", ("ru", "en")),
        ("Он чуть не отправил их в мусор.", "He was close to sending them to the tip.", ("ru", "en")),
        ("The ice has not changed since.", "Das Eis ist gleich geblieben.", ("en", "de")),
        ("No es el primer caso.", "There is a precedent.", ("es", "en")),
        (
            "It was not theirs, said nine, who voted no.",
            "No era suyo, dijeron nueve, que votaron en contra.",
            ("en", "es"),
        ),
        ("You did not find an error in this text.", "Did you like this text very much?", ("en", "de")),
    ],
)
def test_a_denial_that_another_language_says_otherwise_is_kept(
    before: str, after: str, languages: tuple[str, str]
) -> None:
    assert whats(before, after, "translation", languages, "translation") == []


@pytest.mark.parametrize(
    ("before", "after", "languages", "expected"),
    [
        ("The concert is on Sunday, they said.", "The concert is on Saturday, they said.", ("en", "en"), True),
        ("The concert is on Sunday, they said.", "Das Konzert ist am Samstag, sagten sie.", ("en", "de"), True),
        ("The concert is on Sunday, they said.", "Das Konzert ist am Sonntag, sagten sie.", ("en", "de"), False),
        ("The concert is on Sunday, they said.", "Концерт в субботу, сказали они.", ("en", "ru"), True),
        ("It was four degrees above zero there.", "Hacía cuatro grados bajo cero allí.", ("en", "es"), True),
        ("It was four degrees above zero there.", "Hacía cuatro grados sobre cero allí.", ("en", "es"), False),
        ("Он снял его в 1927 году на реке.", "He shot it on the river in 1929.", ("ru", "en"), True),
        ("Он снял его в 1927 году на реке.", "He shot it on the river in 1927.", ("ru", "en"), False),
    ],
)
def test_days_sides_of_zero_and_years_are_compared_across_languages(
    before: str, after: str, languages: tuple[str, str], expected: bool
) -> None:
    assert ("number" in whats(before, after, "translation", languages, "translation")) == expected


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("полутора лет", "ru", 18.0),
        ("двух с половиной лет", "ru", 30.0),
        ("anderthalb Jahre", "de", 18.0),
        ("two and a half million", "en", 2_500_000.0),
        ("17 nautical miles", "en", 17 * 1852.0),
    ],
)
def test_halves_and_miles_at_sea_are_read(text: str, language: str, value: float) -> None:
    assert read(text, language)[0].value == value


@pytest.mark.parametrize(
    ("before", "after", "kind", "languages", "expected"),
    [
        ("They said Halla Verrinder saw it.", "Sie sagten, es sah Hella Verrinder.", "translation", ("en", "de"), True),
        ("So said Rosalind Tweddle of it.", "Così ha detto Rosalinda Tweddle.", "translation", ("en", "it"), True),
        ("So said Pavel Lytkin of it.", "Así lo dijo Pavel Litkin.", "translation", ("en", "es"), False),
        ("Ainsi parla Ségolène d'Hautrive.", "Ainsi parla Solange d'Hautrive.", "rewrite", ("fr", "fr"), True),
        ("Corbin Aldersea left. Corbin Aldersea slept.", "Corbin Aldersea left. Corbin Aldersee slept.", "copy",
         ("en", "en"), True),
    ],
)  # fmt: skip
def test_a_name_spelt_otherwise_is_told_and_one_written_as_its_readers_do_is_not(
    before: str, after: str, kind: Derived, languages: tuple[str, str], expected: bool
) -> None:
    link = "translation" if languages[0] != languages[1] else "edited"
    assert whats(before, after, kind, languages, link) == ["name"] * expected


def test_one_name_is_heard_alike_in_several_languages() -> None:
    assert len({as_heard(w) for w in ("sukhoverkhov", "suhoverhov", "sujoverjov")}) == 1
    assert as_heard("chirayu") != as_heard("ciirayu")


def test_names_in_quotation_marks_are_names() -> None:
    found = told("He sold “Ostwick Lines” to them.", "He sold “Lines of Ostwick” to them.", "round-trip translation")
    assert [what for what, _, _ in found] == ["name"]


def test_a_quote_told_beside_its_sentence_is_held_against_the_only_one_there() -> None:
    source = article("s", 'The keeper said so in a note. "We sent an old friend home, and it must swim the rest."')
    target = article("t", '"An old friend went home and has to dare the sea alone," said the keeper.')
    linked = [Passage(source.sentences[0], target.sentences[0], TOLD_ANEW, 0.7)]
    assert [c.what for c in changes(source, target, linked, "rewrite")] == ["quote"]


def test_a_quote_with_a_word_put_before_it_was_altered() -> None:
    before = 'He wrote it was "four millimetres too good" to melt.'
    after = 'He wrote it was "on four millimetres too good" to melt.'
    assert [what for what, _, _ in told(before, after)] == ["quote"]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ('"It was a shop," Osk Farrow said, according to Quillon.', '"It was a shop," Osk Farrow said.', "said"),
        ("The court heard so on Tuesday, the Marrowick Courant reported.", "The court heard so on Tuesday.", "Tuesday"),
    ],
)  # fmt: skip
def test_one_of_two_attributions_that_was_cut_is_told(before: str, after: str, shown: str) -> None:
    ((what, _, now),) = told(before, after, "copy")
    assert what == "credit"
    assert shown in (now or "")


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("So he told Quillon Wire in his kitchen.", "So he told us in his kitchen.", "en"),
        ("So he told Quillon Wire in his kitchen.", "So he told our reporter in his kitchen.", "en"),
        ("Рассказал он корреспонденту «Заречье» вчера.", "Он рассказал нашему корреспонденту вчера.", "ru"),
    ],
)
def test_a_credit_that_the_outlet_took_for_itself_is_told(before: str, after: str, language: str) -> None:
    assert "credit" in whats(before, after, languages=(language, language))


def test_a_credit_that_the_outlet_takes_beside_the_sentence_is_shown_there() -> None:
    source = article(
        "s", "The rinse was too cold, says a note that kdb has seen, by Quillon Wire.", agency="Quillon Wire"
    )
    target = article("t", "The rinse was too cold for months. So says a note that we have seen.")
    linked = [Passage(source.sentences[0], target.sentences[0], "edited", 0.8)]
    (change,) = [c for c in changes(source, target, linked, "rewrite") if c.what == "credit"]
    assert "we have seen" in (change.target_text or "")


def test_a_name_whose_words_a_way_back_left_in_another_order_is_told() -> None:
    before, after = "They flew with Meridian Pacific to him.", "They flew with Pacific Meridian to him."
    assert [what for what, _, _ in told(before, after, "round-trip translation")] == ["name"]
    assert told(before, after, "rewrite") == []


def test_a_slip_in_a_headline_is_told_where_it_counts_the_same() -> None:
    source = article("s", "The maker of boxes will shed 1,850 jobs in all. It said so on a call.")
    target = article("t", "Maker to axe 1,580 jobs\nIt said so on a call.")
    linked = [Passage(source.sentences[1], target.sentences[1], "edited", 0.9)]
    assert [c.target_text for c in changes(source, target, linked, "rewrite")] == ["1,580 jobs"]


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("It stranded 230 drivers there.", "It left a couple of hundred stranded there.", "en"),
        ("Elles ont servi quatorze mois durant.", "Elles ont servi plus d'un an durant.", "fr"),
    ],
)
def test_a_rough_number_in_words_changes_nothing(before: str, after: str, language: str) -> None:
    assert whats(before, after, languages=(language, language)) == []
