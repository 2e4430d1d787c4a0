from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.changes import numerals
from provenance.changes.quantities import Quantity, read, says


def only(text: str, language: str = "en") -> Quantity:
    (quantity,) = read(text, language)
    return quantity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It cost $6.5m.", "It cost 6.5 million dollars."),
        ("It lasted 73 minutes.", "It lasted an hour and 13 minutes."),
        ("It lasted seventy-three minutes.", "It lasted 73 minutes."),
        ("It began at 9:47 p.m. sharp.", "It began at 9.47pm sharp."),
        ("It rose 5 per cent.", "It rose 5%."),
        ("It kept 412 boxes.", "It kept more than 400 boxes."),
        ("It cost 3.8 million florins.", "It cost close to four million florins."),
        ("It lent 40 lamps.", "It lent dozens of lamps."),
        ("It lasted a century and a half.", "It lasted 150 years."),
        ("He was 44.", "The 44-year-old."),
        ("It happened on June 19.", "It happened on 19 June."),
        ("It was built in March 2023.", "It was built in 2023."),
        ("It was built in 1994.", "It was built in the 1990s."),
        ("It lasted 30 minutes.", "It lasted half an hour."),
        ("It lasted 14 minutes.", "It lasted about a quarter of an hour."),
        ("It lasted 17 days.", "It lasted over two weeks."),
        ("It cost $5 million.", "It cost five million dollars."),
    ],
)
def test_two_ways_to_say_one_number(one: str, other: str) -> None:
    assert says(only(other), only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It lasted 73 minutes.", "It lasted 37 minutes."),
        ("It cost 61 million crowns.", "It cost 16 million crowns."),
        ("It had 14 pitches.", "It had four dozen pitches."),
        ("It began at 1:40 a.m. sharp.", "It began at 1:36 a.m. sharp."),
        ("It kept 412 boxes.", "It kept fewer than 300 boxes."),
        ("It rose 2.1 percent.", "It rose 21 percent."),
        ("It burned 550 acres.", "It burned 550 hectares."),
        ("It lasted nine days.", "It lasted five days."),
        ("A fifth term.", "A sixth term."),
        ("About 640 came.", "About 710 came."),
        ("It was built in March 2023.", "It was built in May 2023."),
        ("It was built in 1988.", "It was built in the 1990s."),
        ("It cost $5 million.", "It cost 5 million euros."),
    ],
)
def test_two_numbers_that_differ(one: str, other: str) -> None:
    assert not says(only(other), only(one))


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("dreiundsiebzig Minuten", "de", 73),
        ("settantatré minuti", "it", 73),
        ("soixante-treize minutes", "fr", 73),
        ("quatre-vingt-dix-sept sièges", "fr", 97),
        ("treinta y uno florines", "es", 31),
        ("trinta e duas pessoas", "pt", 32),
        ("vierentwintig boten", "nl", 24),
        ("pięćdziesiąt trzy osoby", "pl", 53),
        ("двадцать пять человек", "ru", 25),
        ("３万８４００ヘクタール", "ja", 38400),
        ("６１００万クラウン", "ja", 61_000_000),
        ("46万7,000人", "ja", 467_000),
        ("61.300 schede", "it", 61300),
        ("61,300 ballots", "en", 61300),
        ("3,8 millones de florines", "es", 3_800_000),
        ("118 000 logements", "fr", 118_000),
        ("twenty-one thousand boxes", "en", 21_000),
        ("yirmi beş kişi", "tr", 25),
        ("38 bin 600 metreküp", "tr", 38_600),
        ("38 mil 600 metros", "es", 38_600),
        ("周四，21万人", "zh", 210_000),
        ("凌晨3时52分", "zh", 232),
        ("saat 03.25'te durdu", "tr", 205),
        ("16 Nisan'da", "tr", 416),
        ("fine anni Ottanta", "it", 1980),
        ("5 дней", "ru", 7200),
        ("2 мільйони людей", "uk", 2_000_000),
        ("4,2 miliona rubli", "pl", 4_200_000),
        ("п'ятдесят сім людей", "uk", 57),
        ("двадцять дві хвилини", "uk", 22),
        ("dvacet pět lidí", "cs", 25),
        ("dvadsaťpäť ľudí", "sk", 25),
        ("femogtyve huse", "da", 25),
        ("tjuefem hus", "no", 25),
        ("kaksikymmentäviisi taloa", "fi", 25),
        ("douăzeci și cinci de case", "ro", 25),
        ("είκοσι πέντε σπίτια", "el", 25),
        ("dua puluh lima rumah", "id", 25),
        ("tiga ratus orang", "id", 300),
        ("मार्च में सत्रह खामियां", "hi", 17),
        ("हादसे में दो सौ पच्चीस लोग", "hi", 225),
        ("67 लाख पाउंड", "hi", 6_700_000),
        ("16 जनवरी को", "hi", 116),
        ("पंधरा घरे", "mr", 15),
        ("vier-en-twintig huise", "af", 24),
        ("vyfentwintig huise", "af", 25),
        ("vint-i-dues cases", "ca", 22),
        ("petindvajset hiš", "sl", 25),
        ("sedamnaest osoba", "bs", 17),
        ("dvadeset pet kuća", "sr", 25),
        ("dua puluh lima rumah", "ms", 25),
        ("Czterdziestu mieszkańców", "pl", 40),
        ("около сорока пяти человек", "ru", 45),
        ("пʼятнадцяти людей", "uk", 15),
        ("třinácti dětí", "cs", 13),
        ("двайсет души", "bg", 20),
    ],
)
def test_numbers_of_many_languages(text: str, language: str, value: float) -> None:
    assert read(text, language)[0].value == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("alle 21.47 di sera", "it", 1307),
        ("um 21.47 Uhr", "de", 1307),
        ("à 14h30 précises", "fr", 870),
        ("om 01.36 uur", "nl", 96),
    ],
)
def test_times_of_day(text: str, language: str, value: float) -> None:
    quantity = read(text, language)[0]
    assert (quantity.kind, quantity.value) == ("clock", value)


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("5ドル", "ja", "money"),
        ("5キログラム", "ja", "mass"),
        ("5 рублей", "ru", "money"),
        ("5パーセント", "ja", "percent"),
        ("сто метрів", "uk", "length"),
        ("tři hodiny", "cs", "time"),
        ("kuusi tuntia", "fi", "time"),
        ("τρεις ημέρες", "el", "time"),
    ],
)
def test_units_are_known_by_letters_with_marks(text: str, language: str, unit: str) -> None:
    assert only(text, language).unit == unit


def test_what_is_no_number_is_left_alone() -> None:
    assert read("COVID-19 and the A380 of one man", "en") == []
    assert read("一部の家族", "ja") == []


def test_a_range_shares_its_scale_and_unit() -> None:
    low, high = read("between 0.8 and 1.4 million tonnes", "en")
    assert (low.value, high.value) == (0.8e9, 1.4e9)
    assert low.unit == high.unit == "mass"


@given(st.integers(min_value=2, max_value=999_999_999))
def test_grouped_figures_read_back(n: int) -> None:
    assert numerals.figures(f"{n:,}", "en")[0] == n
    assert numerals.figures(f"{n:,}".replace(",", "."), "de")[0] == n
    assert numerals.figures(f"{n:,}".replace(",", "\u202f"), "fr")[0] == n


@given(st.integers(min_value=13, max_value=99), st.sampled_from(["de", "nl", "it", "da", "no", "sk", "fi", "af", "sl"]))
def test_glued_words_name_every_number_once(n: int, language: str) -> None:
    words = [w for w, v in numerals.small(language).items() if v == n]
    assert words
    assert all(numerals.spoken([w], language) == (n, 1) for w in words)


@given(st.text(max_size=200), st.sampled_from(["en", "de", "ja", "fr", "ru", "und"]))
def test_any_text_is_read_in_order_and_within_bounds(text: str, language: str) -> None:
    found = read(text, language, 7)
    assert all(7 <= q.start < q.end <= 7 + len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.integers(min_value=13, max_value=99_999))
def test_a_number_says_itself(n: int) -> None:
    assert says(only(f"There were {n} lamps."), only(f"There were {n} boxes."))


@pytest.mark.parametrize("unit", ["1", "1,", "1 111 ", "一", "9:", "1.1.1 ", "１，"])
def test_hostile_lines_are_read_in_linear_time(unit: str) -> None:
    assert len(read(unit * 10_000, "en")) < 200_000


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It stands 3,421 metres high.", "It stands 3,412 metres high."),
        ("It was 82 centimetres thick.", "It was 80 centimetres thick."),
        ("It had 300 people.", "It had 340 people."),
        ("It began at 3.10 a.m. sharp.", "It began at half past three o'clock, or ten past four in the morning."),
    ],
)
def test_what_is_near_is_not_the_same(one: str, other: str) -> None:
    assert not any(says(only(one), q) for q in read(other, "en"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It began at 3.10 a.m. sharp.", "It began at ten past three in the morning."),
        ("It began at 3.45 a.m. sharp.", "It began at a quarter to four in the morning."),
        ("It had 400 people.", "It had 412 people."),
    ],
)
def test_what_is_said_in_words_or_rounded(one: str, other: str) -> None:
    assert says(only(one), only(other))
