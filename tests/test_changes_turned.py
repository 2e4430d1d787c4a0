"""Facts turned into their opposites, names put otherwise on the way back, and numbers in more languages."""

from __future__ import annotations

import pytest
from test_changes import article, side_by_side, told

from provenance.changes import changes
from provenance.changes.quantities import as_fitted, quantities, read
from provenance.model import Derived, Passage


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Sales rose by 4 percent in May.", "Sales fell by 4 percent in May.", ("en", "en")),
        ("Sales rose by 4 percent in May.", "Der Absatz ist im Mai um 4 Prozent gesunken.", ("en", "de")),
        ("Les ventes ont augmenté de 4 % en mai.", "Las ventas cayeron un 4% en mayo.", ("fr", "es")),
        ("Both goats were unharmed.", "Обе козы пострадали.", ("en", "ru")),
        ("The jury convicted the baker.", "陪审团宣判面包师无罪。", ("en", "zh")),
        ("El consejo aprobó el plan.", "The council rejected the plan.", ("es", "en")),
        ("판매가 4% 증가했다.", "Sales decreased by 4 percent.", ("ko", "en")),
        ("ارتفعت الأسعار في مايو.", "Prices dropped in May.", ("ar", "en")),
    ],
)
def test_the_opposite_of_what_was_said(before: str, after: str, languages: tuple[str, str]) -> None:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    assert [what for what, _, _ in told(before, after, kind, languages)] == ["negation"]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Sales rose in May.", "In May sales climbed.", ("en", "en")),
        ("Sales did not rise in May.", "Sales fell in May.", ("en", "en")),
        ("Sales rose in May and fell in June.", "Sales fell in June.", ("en", "en")),
        ("Sales rose in May.", "Im Mai ist der Absatz nicht gesunken.", ("en", "de")),
        ("Sales rose in May.", "In May sales rose, and costs fell.", ("en", "en")),
        ("Sales rose in May.", "Lidé žili v lese.", ("en", "xx")),
    ],
)
def test_what_only_sounds_like_the_opposite(before: str, after: str, languages: tuple[str, str]) -> None:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    assert [c for c in told(before, after, kind, languages) if c[0] == "negation"] == []


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        (
            "A spokesman for the Tin Street Bank said so.",
            "A spokesman for the Zinc Street Bank said so.",
            "Tin Street Bank",
            "Zinc Street Bank",
        ),
        (
            "The Pay Norms Office asked for papers of the bank.",
            "The Wage Norms Bureau asked for papers of the bank.",
            "Pay Norms Office",
            "Wage Norms Bureau",
        ),
        (
            "Helm Watch said so, and a bureau was told to watch the office.",
            "Helm Guard said so, and a bureau was told to watch the office.",
            "Helm Watch",
            "Helm Guard",
        ),
    ],
)
def test_a_name_put_otherwise_on_the_way_back(before: str, after: str, was: str, now: str) -> None:
    assert [(a, b) for what, a, b in told(before, after, "round-trip translation") if what == "name"] == [(was, now)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Mr Justice Orrin spoke at length.", "Judge Orrin spoke at length."),
        ("Pell and Graves wrote to them.", "Analysts of Pell and Graves wrote to them."),
        ("The Tin Street Bank said so.", "The bank in Tin Street said so."),
    ],
)
def test_a_name_in_fewer_or_more_words(before: str, after: str) -> None:
    assert [c for c in told(before, after, "round-trip translation") if c[0] == "name"] == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("بعد أربع عشرة دقيقة", "ar", 14),
        ("بعد أربعين دقيقة", "ar", 40),
        ("خمسة وعشرين رجلا", "ar", 25),
        ("في إحدى عشرة مدينة", "ar", 11),
        ("214 ألف تلميذ", "ar", 214_000),
        ("بیست و پنج نفر", "fa", 25),
        ("스물다섯 명이 왔다", "ko", 25),
        ("세 명이 왔다", "ko", 3),
        ("tizenkét ember", "hu", 12),
        ("двадесет и пет души", "bg", 25),
        ("dvadeset i pet ljudi", "hr", 25),
        ("14 אלף איש", "he", 14_000),
        ("12 nghìn người", "vi", 12_000),
        ("Januari 4", "sw", 104),
        ("január 14", "hu", 114),
        ("2 hours, 21 minutes and 6 seconds", "en", 141.1),
        ("šest set kubíků", "cs", 600),
        ("šestačtyřiceti lidí", "cs", 46),
        ("viisisataa ihmistä", "fi", 500),
        ("femhundrafemtiotre hus", "sv", 553),
        ("négyszázezer forint", "hu", 400_000),
        ("τετρακόσιοι άνθρωποι", "el", 400),
        ("vierhonderdduizend mensen", "nl", 400_000),
        ("17 mil bort", "sv", 170_000),
        ("48 phút sau", "vi", 48),
        ("одинадцятеро дітей", "uk", 11),
        ("пятеро детей", "ru", 5),
        ("5日間続いた", "ja", 5),
    ],
)
def test_a_number_in_another_language(text: str, language: str, value: float) -> None:
    (quantity,) = read(text, language)
    assert quantity.value / (
        quantity.factor if quantity.unit == "time" and value == int(value) else 1
    ) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "language"), [("54세 남성", "ko"), ("네, 그렇습니다", "ko"), ("이 세 가", "ko"), ("prohrál set", "cs")]
)
def test_a_word_that_is_a_number_elsewhere(text: str, language: str) -> None:
    assert [q for q in read(text, language) if q.spelled] == []


def test_hours_and_minutes_of_one_time_in_ukrainian() -> None:
    assert [q.value for q in read("дві години й десять хвилин", "uk")] == [130]


def test_as_many_weeks_are_not_as_many_months() -> None:
    found = told("It took seven months.", "Levou sete semanas.", "translation", ("en", "pt"))
    assert found == [("number", "seven months", "sete semanas")]
    assert told("It took 48 months.", "Levou quatro anos.", "translation", ("en", "pt")) == []


def test_a_scale_that_is_read_in_both_languages_is_compared() -> None:
    found = told("It cost 2.6 million crowns.", "Biayanya 2,6 miliar crown.", "translation", ("en", "id"))
    assert [(was, now) for _, was, now in found] == [("2.6 million crowns", "2,6 miliar crown")]


def test_an_amount_in_the_readers_own_money_is_nothing_new() -> None:
    before, after = "It paid 241,000 kronor.", "Se on maksanut 241 000 kruunua eli noin 22 000 euroa."
    assert told(before, after, "translation", ("en", "fi")) == []
    assert told(before, "Käräjäoikeus on maksanut 252 000 kruunua.", "translation", ("en", "fi")) != []


def test_when_a_page_was_put_up_is_no_fact() -> None:
    before, after = "5 feb. 2026 kl. 13:05. It rained.", "Idag 15:40. It rained."
    assert told(before, after, "rewrite", ("sv", "sv")) == []


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("14:05 Damm gebrochen.", "15:05 Damm gebrochen.", "de"),
        ("12 March: closed.", "14 March: closed.", "en"),
        ("1974: mill closed.", "1975: mill closed.", "en"),
        ("1974 : fermeture.", "1975 : fermeture.", "fr"),
        ("10:30 — мост закрыт.", "11:30 — мост закрыт.", "ru"),
        ("10:30: puente cerrado.", "11:30: puente cerrado.", "es"),
        ("She died 1974.", "She died 1984.", "en"),
    ],
)
def test_when_something_happened_is_one_in_however_few_words(before: str, after: str, language: str) -> None:
    assert len(told(f"{before} It rained.", f"{after} It rained.", "copy", (language, language))) == 1


@pytest.mark.parametrize("stamp", ["Updated 12 March {}.", "{}: updated.", "{} – Jo Doe.", "Lowick {}.", "kl {} mars."])
def test_names_and_words_of_a_date_beside_a_time_tell_nothing(stamp: str) -> None:
    before, after = (f"{stamp.format(time)} It rained." for time in ("10:30", "11:30"))
    assert told(before, after, "copy", ("en", "en")) == []


def test_dozens_are_about_so_many() -> None:
    assert told("They sold 37 tickets.", "They sold three dozen tickets.") == []


def test_the_only_number_of_a_translated_sentence_is_another_one_even_if_heard_elsewhere() -> None:
    before = "They paid 800 marks a trip. The garage held 300 boxes."
    after = "Sie zahlten 300 Mark pro Reise. In der Garage standen 300 Kisten."
    assert told(before, after, "translation", ("en", "de")) == [("number", "800 marks", "300 Mark")]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("She would not resign, she said.", "She has offered to step down.", ("en", "en")),
        ("The wall met the legal standard.", "El muro no cumplía la norma legal.", ("en", "es")),
        ("Der Rat erlaubt das Angeln.", "The council prohibits fishing.", ("de", "en")),
        ("The crew survived.", "Экипаж погиб.", ("en", "ru")),
        ("He keeps the archive and had no part in the project.", "He also worked on the project.", ("en", "en")),
        ("Ocho han sido atendidos, aunque ninguno reviste gravedad.", "Hay ocho, y uno está grave.", ("es", "es")),
        ("Polisen har ännu ingen misstänkt.", "Yhtä henkilöä epäillään.", ("sv", "fi")),
        ("경찰에 아직 입건된 사람은 없다.", "경찰은 직원 셋을 입건했다.", ("ko", "ko")),
        ("社長は違法な運航ではなかったと強調した。", "社長は法律に触れる運航だったと話した。", ("ja", "ja")),
    ],
)
def test_the_opposite_by_a_negation_or_by_another_word(before: str, after: str, languages: tuple[str, str]) -> None:
    kind: Derived = "rewrite" if languages[0] == languages[1] else "translation"
    assert [what for what, _, _ in told(before, after, kind, languages)] == ["negation"]


@pytest.mark.parametrize(
    ("before", "after", "kind", "expected"),
    [
        (
            "The keeper is under inquiry. He denied knowing that the sacks were empty.",
            "The keeper of the store admitted to the judges that he knew.",
            "rewrite",
            True,
        ),
        (
            "Il custode è indagato. Ha negato di sapere che i sacchi fossero vuoti.",
            "Il custode ha ammesso davanti ai giudici di sapere.",
            "rewrite",
            True,
        ),
        (
            "The keeper is under inquiry. He denied knowing that the sacks were empty.",
            "The keeper of the store denied it, and admitted to the judges that he had a key.",
            "rewrite",
            False,
        ),
        (
            "The keeper admitted having a key. He denied knowing that the sacks were empty.",
            "The keeper of the store admitted to the judges that he had a key.",
            "rewrite",
            False,
        ),
        (
            "The keeper is under inquiry. He denied knowing that the sacks were empty.",
            "The keeper is under inquiry. Since then he has admitted that he knew.",
            "version",
            False,
        ),
    ],
)
def test_what_was_only_denied_is_admitted_beside_it(before: str, after: str, kind: Derived, expected: bool) -> None:
    language = "it" if before.startswith("Il ") else "en"
    source, target = article("s", before, language), article("t", after, language)
    first = [Passage(source.sentences[0], target.sentences[0], "paraphrase", 0.8)]
    assert ("negation" in [c.what for c in changes(source, target, first, kind)]) == expected


def test_who_is_charged_may_deny_something_else() -> None:
    before = "The train left the rails. Its driver has not been charged."
    after = "The train jumped the rails. The driver was charged but claims he saw no light."
    source, target = article("s", before), article("t", after)
    first = side_by_side(source, target)[:1]
    assert [c.what for c in changes(source, target, first, "summary")] == ["negation"]
    none = article("t", "The train jumped the rails. The driver was not charged.")
    assert changes(source, none, first, "summary") == ()


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("There are no papers about a ban.", "Никакие бумаги о запрете не найдены.", ("en", "ru")),
        ("She would not resign.", "She is not going to step down.", ("en", "en")),
        ("The pieces cannot be sold legally.", "Les objets sont impossibles à vendre légalement.", ("en", "fr")),
        ("He has non-life threatening injuries.", "他的伤势没有生命危险。", ("en", "zh")),
        ("No one has been named as a suspect.", "Ніхто не був названий підозрюваним.", ("en", "uk")),
        ("لكنها أقرت بالعطل.", "غير أنها اعترفت بالعطل.", ("ar", "ar")),
        ("It was the largest fish yet released.", "Le plus gros poisson jamais relâché.", ("en", "fr")),
    ],
)
def test_a_negation_put_in_another_way(before: str, after: str, languages: tuple[str, str]) -> None:
    kind: Derived = "rewrite" if languages[0] == languages[1] else "translation"
    assert [c for c in told(before, after, kind, languages) if c[0] == "negation"] == []


@pytest.mark.parametrize(
    ("before", "after", "language", "cut"),
    [
        (
            "Volgens de krant zijn er sinds een verbouwing in 2021 in het bad elf records gevestigd, "
            "waaronder drie van de jeugd en twee van dames.",
            "Sinds een verbouwing in 2021 zijn er in het bad elf records gevestigd, "
            "waaronder drie van de jeugd en twee van dames.",
            "nl",
            "Volgens de krant",
        ),
        (
            'De aannemer zegt in De Waarheid de opdracht "tot op de schroef" te hebben gevolgd.',
            'De aannemer zegt de opdracht "tot op de schroef" te hebben gevolgd.',
            "nl",
            "in De Waarheid",
        ),
        (
            "The chief wrote, according to the paper, in a letter that the water was clean.",
            "The chief wrote in a letter that the water was clean.",
            "en",
            "according to the paper",
        ),
    ],
)
def test_a_credit_cut_out_of_a_sentence(before: str, after: str, language: str, cut: str) -> None:
    found = told(before, after, "copy", (language, language))
    assert [(what, was) for what, was, _ in found] == [("credit", cut)]


def test_a_credit_that_only_moved() -> None:
    before = "The pump was started at two in the morning, according to a letter seen by the clerk."
    after = "According to a letter seen by the clerk, the pump was started at two in the morning."
    assert told(before, after, "copy") == []


def test_initials_of_an_agency_left_out_of_a_translation_from_another_script() -> None:
    source = article(
        "s", "가람통신(GRT)에 따르면 비가 왔다. 지휘자는 GRT에 비가 왔다고 말했다.", "ko", "가람통신(GRT)에 따르면"
    )
    target = article("t", "It rained. The conductor said that it had rained.")
    found = changes(source, target, side_by_side(source, target, "translation"), "translation")
    assert [(c.what, c.target_text) for c in found] == [("credit", "The conductor said that it had rained.")]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        (
            "The cause was not known. The pipe was allegedly checked in 2019.",
            "Причина невідома. Трубу перевіряли 2019 року.",
            ("en", "uk"),
        ),
        (
            "It was clean then. The board wants a list of all times that will presumably lapse.",
            "La junta quiere una lista de todas las marcas que quedarán anuladas.",
            ("en", "es"),
        ),
        (
            "A guard is suspected of having taken pictures of them, a source said.",
            "Un gardien a photographié les sujets, selon une source.",
            ("en", "fr"),
        ),
    ],
)
def test_a_doubt_left_out_of_a_translation(before: str, after: str, languages: tuple[str, str]) -> None:
    source, target = article("s", before, languages[0]), article("t", after, languages[1])
    whole = (source.sentences[0][0], source.sentences[-1][1]), (target.sentences[0][0], target.sentences[-1][1])
    found = changes(source, target, [Passage(*whole, "translation", 0.8)], "translation")
    assert [c.what for c in found] == ["negation"]


def test_a_vague_number_explains_no_exact_one_while_another_is_left_over() -> None:
    before = "The barrier turned all 14,206 runners and ruined thousands of bets."
    after = "The barrier turned all 41,206 runners and ruined thousands of bets."
    assert told(before, after, "copy") == [("number", "14,206 runners", "41,206 runners")]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("The Board met. It said the Board would pay.", "The board met. It said the board would pay.", "copy"),
        ("PORT DOE, March 8 (TNA) - It fell.", "PORT DOE, 9 abr (TNA) - It fell.", "copy"),
    ],
)
def test_what_only_looks_like_a_changed_fact(before: str, after: str, kind: Derived) -> None:
    assert told(before, after, kind) == []


def test_nine_of_them_in_turkish() -> None:
    before, after = "Resimlerden dokuzunu belediyeye verdi.", "Resimlerden sekizini belediyeye verdi."
    assert told(before, after, "rewrite", ("tr", "tr")) == [("number", "dokuzunu belediyeye", "sekizini belediyeye")]


def test_a_korean_unit_with_a_particle() -> None:
    (quantity,) = read("2.3킬로미터를 돌아간다", "ko")
    assert (quantity.value, quantity.unit) == (pytest.approx(2300), "length")


def test_words_that_no_weight_was_fitted_to_are_left_out_of_what_weights_see() -> None:
    late, plainly = article("s", "Dokuzunu verdi.", "tr"), article("t", "Dokuz resim verdi.", "tr")
    assert [len(quantities(a)) for a in (late, plainly)] == [1, 1]
    assert [len(as_fitted(a)) for a in (late, plainly)] == [0, 1]


@pytest.mark.parametrize(
    ("before", "after", "languages", "was", "now"),
    [
        ("The sensors were off since March.", "The sensors were off since May.", ("en", "en"), "March", "May"),
        ("Il museo resta chiuso fino a marzo.", "The museum stays shut until May.", ("it", "en"), "marzo", "May"),
        ("Le pont ouvrira en août.", "Мост откроют в июле.", ("fr", "ru"), "août", "июле"),
        ("Most otevřou v červnu.", "Die Brücke öffnet im Juli.", ("cs", "de"), "červnu", "Juli"),
        ("Köprü Mayıs'ta açılacak.", "A ponte abre em junho.", ("tr", "pt"), "Mayıs", "junho"),
        ("The bridge opens on Friday.", "The bridge opens on Saturday.", ("en", "en"), "Friday", "Saturday"),
        ("In June the bridge opens.", "In April the bridge opens.", ("en", "en"), "June", "April"),
        (
            "Die Brücke ist seit März Teil der Stadt.",
            "Die Brücke ist seit Mai Teil der Stadt.",
            ("de", "de"),
            "März",
            "Mai",
        ),
        ("Most otwarto w lutym.", "Most otwarto w styczniu.", ("pl", "pl"), "lutym", "styczniu"),
    ],
)
def test_a_day_or_a_month_came_out_otherwise(
    before: str, after: str, languages: tuple[str, str], was: str, now: str
) -> None:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    assert told(before, after, kind, languages) == [("number", was, now)]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("The sensors were off since March.", "The sensors may be off.", ("en", "en")),
        ("Theresa March opens the bridge.", "Theresa May opens the bridge.", ("en", "en")),
        ("The bridge opens in March.", "Most otwarto w marcu.", ("en", "pl")),
        ("The bridge opens in March and shuts in May.", "Le pont ferme en mai.", ("en", "fr")),
        ("La sonda llega en abril a Marte.", "La sonde arrive en avril sur Mars.", ("es", "fr")),
        ("Le pont ouvrira en août.", "Le pont ouvrira en août.", ("fr", "fr")),
        ("Takım Haziranda sahaya çıktı.", "Kasımpaşa takımı sahaya çıktı.", ("tr", "tr")),
        ("The board met in June.", "Kurul Martin adını seçti.", ("en", "tr")),
        ("Im Juli sprach der Dirigent.", "Der Dirigent August Everding sprach.", ("de", "de")),
        ("They voted in June.", "Critics of May voted.", ("en", "en")),
        ("They voted in June.", "They voted before August Wilson arrived.", ("en", "en")),
        ("W lutym rada zbadała sprawę.", "Rada zbadała styczność problemu.", ("pl", "pl")),
        ("Most se otevřel v únoru.", "Most se otevřel záři reflektorů.", ("cs", "cs")),
        ("У березні опору не було.", "Лютого опору не було.", ("uk", "uk")),
        ("El martes se reunió el consejo.", "El consejo se reunió en Santo Domingo.", ("es", "es")),
        ("O conselho reuniu-se na terça.", "O conselho reuniu-se pela segunda vez.", ("pt", "pt")),
        ("Совет собрался во вторник.", "Совет собрался для охраны окружающей среды.", ("ru", "ru")),
        ("理事会周一开会。", "理事会每周五天开会。", ("zh", "zh")),
    ],
)
def test_what_is_no_other_month(before: str, after: str, languages: tuple[str, str]) -> None:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    assert [c for c in told(before, after, kind, languages) if c[0] == "number"] == []
