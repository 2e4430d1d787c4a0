"""Numbers that came out otherwise: told of the same fate, in another unit, order or share, or of the other half-day."""

from __future__ import annotations

import pytest
from test_changes import article, told
from test_changes_followed import _witnesses

from provenance.changes.lost import changes_from_lost
from provenance.changes.quantities import as_fitted, quantities, read
from provenance.model import Derived

Fact = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("before", "after", "language", "fact"),
    [
        (
            "Once personas murieron y 28 están desaparecidas tras el alud.",
            "Once personas murieron y siete seguían desaparecidas tras el alud.",
            "es",
            ("28 están", "siete seguían"),
        ),
        (
            "Four people died and 21 others were hospitalised in the city.",
            "Four people died and nine are still hospitalised in the city.",
            "en",
            ("21 others", "nine"),
        ),
    ],
)
def test_an_update_counts_anew_what_became_of_so_many(
    before: str, after: str, language: str, fact: tuple[str, str]
) -> None:
    assert told(before, after, "version", (language, language)) == [("number", *fact)]


def test_another_count_in_an_update_is_no_change() -> None:
    before = "Eleven people died and 28 of the boats were wrecked in the harbour."
    after = "Eleven people died, while seven were hospitalised."
    assert told(before, after, "version") == []


@pytest.mark.parametrize("kind", ["excerpt", "version"])
def test_a_month_amid_the_same_words_is_another_one(kind: Derived) -> None:
    before = "The sensors had been switched off since March to save money."
    assert told(before, before.replace("March", "May"), kind) == [("number", "March", "May")]
    assert told(before, "The sensors were bought in May to save money.", kind) == []


@pytest.mark.parametrize("kind", ["excerpt", "version"])
@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("The mayor said on Monday that the dam is safe.", "The mayor said on Tuesday that the dam is safe.", "en"),
        ("She told reporters on Monday that it is safe.", "She told reporters on Tuesday that it is safe.", "en"),
        ("Das sagte sie am Montag vor der Presse.", "Das sagte sie am Dienstag vor der Presse.", "de"),
    ],
)
def test_what_is_said_again_on_another_day_is_no_change(before: str, after: str, language: str, kind: Derived) -> None:
    assert told(before, after, kind, (language, language)) == []
    assert [what for what, *_ in told(before, after, "rewrite", (language, language))] == ["number"]


def test_midnight_belongs_to_both_halves_of_the_day() -> None:
    assert told("Um 24 Uhr schloss das Tor.", "The gate shut at 12 a.m.", "translation", ("de", "en")) == []
    assert told("Um 23 Uhr schloss das Tor.", "The gate shut at 11 a.m.", "translation", ("de", "en")) != []


@pytest.mark.parametrize(
    ("before", "after", "languages", "fact"),
    [
        ("男性は30分ごとに歩いた。", "男性は30秒ごとに歩いた。", ("ja", "ja"), ("30分", "30秒")),
        (
            "It hit 1,200 decares of tea.",
            "Teh seluas 1.200 hektare rusak.",
            ("en", "id"),
            ("1,200 decares", "1.200 hektare"),
        ),
        (
            "Трамваи на 11 сантиметров шире.",
            "The trams are 17 centimetres wider.",
            ("ru", "en"),
            ("11 сантиметров", "17 centimetres"),
        ),
        ("파도는 3.5m였다.", "The waves were 2.5 metres high.", ("ko", "en"), ("3.5m", "2.5 metres")),
        (
            "강풍은 초속 17m의 바람이었다.",
            "Gusts reached 17 kilometres an hour.",
            ("ko", "en"),
            ("17m", "17 kilometres"),
        ),
        (
            "Strażak zniósł ją z czwartego piętra.",
            "Strażak zniósł ją z trzeciego piętra.",
            ("pl", "pl"),
            ("czwartego piętra", "trzeciego piętra"),
        ),
        (
            "Он живёт на пятом этаже.",
            "He lives on the third floor.",
            ("ru", "en"),
            ("пятом этаже", "third floor"),
        ),
        (
            "يعود إلى القرن الثالث قبل الميلاد.",
            "يعود إلى القرن الثاني قبل الميلاد.",
            ("ar", "ar"),
            ("الثالث قبل", "الثاني قبل"),
        ),
        ("Yatak üçte bir daraltıldı.", "Yatak yarıya daraltıldı.", ("tr", "tr"), ("üçte bir", "yarıya")),
        (
            "It burst at 2:40 a.m. on Monday.",
            "Sungai meluap pukul 14.40 hari Senin.",
            ("en", "id"),
            ("2:40 a.m.", "14.40"),
        ),
        ("公司有员工1940人。", "The firm employs 1,490 people.", ("zh", "en"), ("1940", "1,490 people")),
        (
            "He tried the lights four times.",
            "Δοκίμασε τα φώτα πέντε φορές.",
            ("en", "el"),
            ("four times", "πέντε φορές"),
        ),
        (
            "Hay 50 cubos. Se filtran hasta 15 litros.",
            "It has 50 pails. Up to 50 litres leak.",
            ("es", "en"),
            ("15 litros", "50 litres"),
        ),
    ],
)
def test_a_number_of_another_unit_or_language(
    before: str, after: str, languages: tuple[str, str], fact: tuple[str, str]
) -> None:
    kind: Derived = "translation" if languages[0] != languages[1] else "rewrite"
    assert told(before, after, kind, languages) == [("number", *fact)]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("It burst at 2:40 p.m. on Monday.", "Sungai meluap pukul 14.40 hari Senin.", ("en", "id")),
        ("Waves of 2.5 metres were seen.", "파도는 2.5m였다.", ("en", "ko")),
        ("It hit 120 hectares of tea.", "Zarar gören 1.200 dekar çay bahçesi var.", ("en", "tr")),
        ("A third of the bed is gone.", "Yatağın üçte biri yok.", ("en", "tr")),
        ("Его нашли на третьем этаже.", "He was found on the third floor.", ("ru", "en")),
        ("The ship bears the words.", "Con tàu mang tên chủ.", ("en", "vi")),
        ("It opened in November 2020.", "افتتح في تشرين الثاني 2020.", ("en", "ar")),
    ],
)
def test_a_number_that_is_said_in_another_way(before: str, after: str, languages: tuple[str, str]) -> None:
    assert [c for c in told(before, after, "translation", languages) if c[0] == "number"] == []


def test_a_number_in_a_quote_is_not_rounded() -> None:
    before = 'She said: "They sold 94 tickets and carried 41 vests, and that is the sum."'
    assert ("number", "41 vests", "40 vests") in told(before, before.replace("41", "40"), "excerpt")
    assert told("They sold 94 tickets and carried 41 vests.", "They carried 40 vests for 94 tickets.") == []


def test_an_age_is_not_rounded_to_a_time() -> None:
    before, after = "運転士（28）は30分ごとに歩いた。", "運転士（28）は30秒ごとに歩いた。"
    assert told(before, after, "round-trip translation", ("ja", "ja")) == [("number", "30分", "30秒")]


def test_a_year_is_shown_without_the_words_behind_it() -> None:
    before = "Since 2014 all such work had gone to a single workshop."
    assert told(before, before.replace("2014", "2004")) == [("number", "2014", "2004")]


def test_a_share_needs_all_of_its_words() -> None:
    assert [q.kind for q in read("onda kimse yok, üçte kaldı", "tr")] == []


def test_an_ordinal_is_attested_by_who_has_it_elsewhere() -> None:
    texts = (
        "He fell from the third floor.",
        "He fell from the fourth floor.",
        "Someone fell from the fourth floor there.",
    )
    kinds: dict[str, Derived] = {"a": "copy", "b": "rewrite", "c": "rewrite"}
    witnesses, passages = _witnesses(*texts)
    assert changes_from_lost("lost-1", witnesses, witnesses[1], passages, kinds) == ()


@pytest.mark.parametrize(
    ("longer", "alone", "language"),
    [
        ("Он занял двадцать пятое место.", "Он занял пятое место.", "ru"),
        ("Zajął dwudzieste piąte miejsce.", "Zajął piąte miejsce.", "pl"),
        ("Obsadil dvacáté páté místo.", "Obsadil páté místo.", "cs"),
        ("Він посів двадцять п'яте місце.", "Він посів п'яте місце.", "uk"),
        ("حل في المركز الخامس عشر.", "حل في المركز الخامس.", "ar"),
        ("حل في المركز الخامس والعشرين.", "حل في المركز الخامس.", "ar"),
        ("She came twenty-fifth.", "She came fifth.", "en"),
    ],
)
def test_the_ones_of_a_longer_ordinal_are_no_ordinal(longer: str, alone: str, language: str) -> None:
    assert [q for q in read(longer, language) if q.kind == "ordinal"] == []
    assert [q.values for q in read(alone, language) if q.kind == "ordinal"] == [(5.0,)]


@pytest.mark.parametrize(
    ("text", "language", "shares"),
    [
        ("Evlerin üçte biri kurtuldu.", "tr", [1 / 3]),
        ("Evlerin üçte ikisi kurtuldu.", "tr", [2 / 3]),
        ("Saat üçte bir adam geldi.", "tr", []),
        ("İkinci yarısı sönük geçti.", "tr", []),
        ("Polovina domů shořela.", "cs", [0.5]),
        ("Druhá polovina byla lepší.", "cs", []),
        ("Setengah rumah terbakar.", "id", [0.5]),
        ("Pukul setengah tiga gempa terjadi.", "id", []),
    ],
)
def test_a_half_of_a_match_or_an_hour_is_no_share(text: str, language: str, shares: list[float]) -> None:
    assert [q.value for q in read(text, language) if q.kind == "share"] == shares


def test_a_quarter_of_a_czech_hour_is_no_number() -> None:
    assert read("Začalo to ve čtvrtě na pět.", "cs") == []
    assert [q.kind for q in read("Skončil na pátém místě, třetí na Moravě.", "cs")] == ["ordinal", "ordinal"]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("Een half jaar later ging hij weg.", "nl", 6, "months"),
        ("Eine halbe Stunde später kam sie.", "de", 30, "time"),
        ("Mezz’ora dopo è arrivata.", "it", 30, "time"),
        ("Одна лишь полчаса ждала.", "ru", 30, "time"),
        ("Yarım saat sonra geldi.", "tr", 30, "time"),
        ("他等了半个小时。", "zh", 30, "time"),
        ("彼は半年待った。", "ja", 6, "months"),
        ("반년 뒤에 왔다.", "ko", 6, "months"),
        ("وصلت بعد نصف ساعة.", "ar", 30, "time"),
        ("वह आधा घंटा रुकी।", "hi", 30, "time"),
        ("他接受了14个小时讯问。", "zh", 840, "time"),
    ],
)
def test_half_an_hour_and_half_a_year_in_words(text: str, language: str, value: float, unit: str) -> None:
    assert (value, unit) in [(q.value, q.unit) for q in read(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("上半年利润增长。", "zh"), ("他等了一个半小时。", "zh"), ("Zwei und eine halbe Stunde dauerte es.", "de")],
)
def test_a_half_that_is_the_end_of_a_number_or_of_a_year(text: str, language: str) -> None:
    assert not [q for q in read(text, language) if q.value in (6, 30)]


def test_half_a_year_is_about_seven_months_and_not_one_year_and_a_half() -> None:
    before = "Hij vertrok een half jaar later naar de stad."
    after = "Hij vertrok anderhalf jaar later naar de stad."
    assert told(before, after, "rewrite", ("nl", "nl")) == [("number", "half jaar", "anderhalf jaar")]
    assert told("Dauerte sieben Monate.", "Dauerte ein halbes Jahr.", "rewrite", ("de", "de")) == []


def test_the_preposition_before_a_number_makes_it_no_rough_one() -> None:
    before = "I crediti sono andati a undici caseifici della valle."
    after = "Crediti che erano andati a dodici caseifici della valle."
    assert told(before, after, "rewrite", ("it", "it")) == [("number", "undici caseifici", "dodici caseifici")]
    target = article("t", after, "it")
    assert [q.rough for q in quantities(target)] == [""]
    assert [q.rough for q in as_fitted(target)] == ["about"]


def test_no_fit_of_weights_has_seen_halves_of_hours() -> None:
    assert as_fitted(article("t", "Eine halbe Stunde später kam sie.", "de")) == ()
