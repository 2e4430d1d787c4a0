"""Agencies that no table has, by the places around a report in which only who supplied it stands."""

from __future__ import annotations

import pytest

from provenance.annotate import annotate_all
from provenance.credits import credits
from provenance.model import Document
from provenance.standing import standings

PROSE = (
    "Nineteen crates of oranges went over the side of a coaster on Tuesday and drifted past the pier all day, and "
    "nobody in the harbour office would say whose they had been."
)


def found(text: str) -> set[str]:
    return {credit.agency for credit in credits(text)}


def page(above: str = "", below: str = "", end: str = "") -> str:
    return f"Saltby Lantern\nOranges afloat off the pier\n{above}\n{PROSE}{end}\n{below}\nMore from the harbour"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(With inputs from Kelp News of Sarn, TKB)", {"Kelp News of Sarn", "TKB"}),
        ("This text comes from a syndicated feed of Halvren Trust.", {"Halvren Trust"}),
        ("Kelp Press contributed to this report.", {"Kelp Press"}),
        ("The Kelp Press contributed to this report.", {"Kelp Press"}),
        ("По материалам агентств ДОРАНТ, Сельва", {"ДОРАНТ", "Сельва"}),
        ("За матеріалами Дорант", {"Дорант"}),
        ("По материали на Дорант-Прес", {"Дорант-Прес"}),
        ("Sursa: Doranpres", {"Doranpres"}),
        ("Kilde: Horizon/Nordkelp", {"Horizon", "Nordkelp"}),
        ("Sumber: Ronda/Keltra", {"Ronda", "Keltra"}),
        ("Źródło: Doranta", {"Doranta"}),
        ("(Theo Kelp News)", {"Kelp News"}),
        ("ที่มา : สำนักข่าวกอไก่", {"สำนักข่าวกอไก่"}),
        ("글 제공: 다도통신", {"다도통신"}),
        ("※ 本文由礁石通訊社授權刊登", {"礁石通訊社"}),
        ("Kelp Wire Service is a nonprofit service of nine islands.", {"Kelp Wire Service"}),
        ("KTX: Kelp tidings, novinska agencija.", {"KTX"}),
    ],
)
def test_a_line_that_says_from_whom_a_text_came_names_agencies(line: str, names: set[str]) -> None:
    assert found(page(below=line)) >= names or found(page(above=line)) >= names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jo Doe, KTV", {"KTV"}),
        ("Jo Doe / Kelp Press", {"Kelp Press"}),
        ("Jo Doe avec KTV", {"KTV"}),
        ("Ana Silvestre e Atlântida", {"Atlântida"}),
        ("By the Lantern with Dawn", {"Dawn"}),
        ("Text: KTV", {"KTV"}),
        ("Szerző: KTV", {"KTV"}),
        ("Redazione KTV", {"KTV"}),
        ("Van onze redactie, KTV", {"KTV"}),
        ("KTV | Updated: 4 March, 14:20", {"KTV"}),
        ("KELPIBERIA | SALTILLA", {"KELPIBERIA"}),
        ("סוכנות עופרים | 14.08.23, 09:12", {"סוכנות עופרים"}),
    ],
)
def test_a_byline_names_an_agency_beside_who_wrote_it(line: str, names: set[str]) -> None:
    assert found(page(above=line)) == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        (" (KTV)", {"KTV"}),
        (" (Kelp News)", {"Kelp News"}),
        (" (KTV/Reuvren)", {"KTV", "Reuvren"}),
        ("\nKTV–Horizon", {"KTV", "Horizon"}),
        ("\n(KTV-Horizon)", {"KTV", "Horizon"}),
        ("\n-- KTV", {"KTV"}),
        ("\n==Godova", {"Godova"}),
        ("\n(©KTV)", {"KTV"}),
        ("\n/다도뉴스", {"다도뉴스"}),
        ("\n— काई समाचार", {"काई समाचार"}),
    ],
)
def test_what_is_set_behind_the_last_word_is_an_agency(end: str, names: set[str]) -> None:
    assert found(page(end=end)) == names


def test_a_sign_below_makes_out_the_names_above() -> None:
    assert found(page(above="Jo Doe, Southern Kelp Tidings", end="\nSKT")) == {"Southern Kelp Tidings", "SKT"}
    assert found(page(above="Jo Doe, Southern Kelp Tidings")) == set()
    assert found(page(above="Keltonia-AHV", end="\n/ahv")) >= {"Keltonia", "AHV"}
    assert found(page(above="Keltonia / AHV")) == set()


@pytest.mark.parametrize(
    "line",
    [
        "HOME  NEWS  SPORT  JOBS",
        "Local News / Crime",
        "TEXT SIZE A A+ A++",
        "Text FERN to 81017 for alerts",
        "Saltby Lantern newsroom",
        "Skerry Sound news team",
        "By the Lantern staff",
        "Questions on this report: duty editor, extension 0142",
        "TIN LIÊN QUAN",
        "COMMUNIQUÉ DE PRESSE",
        "Boletín de prensa núm. 214",
        "Síguenos en Google Noticias",
        "Отдел новостей",
        "Dış Haberler Servisi",
        "Source: Harbour Office",
        "Source: Kelp Pumps Inc.",
        "Theo Tuần báo Kelp",
        "oprac. MKZ, 13.10.2026",
        "Photo: Jo Doe / Kelp Press",
        "प्रेस विज्ञप्ति",
        "एजेंसी इनपुट के साथ",
        "本文未经书面授权，不得转载",
        "The Short Version",
        "Jo Doe and Ann Roe",
    ],
)
def test_what_else_stands_around_a_report_names_none(line: str) -> None:
    assert found(page(above=line)) == found(page(below=line)) == set()


@pytest.mark.parametrize("end", ["\nGVO/ldb/", "\nGRT-PLC", "\n(Jo Doe)", "\nabc/de", "\n(Fortsetzung folgt)"])
def test_who_wrote_a_report_signs_it_too(end: str) -> None:
    assert found(page(end=end)) == set()


def test_a_page_does_not_credit_itself() -> None:
    assert found(page(above="By Saltby Lantern", below="Source: Lantern")) == set()
    radio = f"Radio Pier Nord - on air\nOranges afloat\nRedazione RPN, 4 March\n{PROSE}\nMore"
    assert found(radio) == set()


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("गोदीपुर (सागर प्रदेश), दो जून (काई प्रेस) ", "काई प्रेस"),
        ("نیلم پور (کائی نیوز ایجنسی) ", "کائی نیوز ایجنسی"),
        ("ستورهافن، 2 نيسان. /كلبان/. ", "كلبان"),
        ("SALTBY, 24 (EUROPA KELP)\n", "Europa Kelp"),
        ("11/06 15:03 SALTBEKE (KELTA) = ", "KELTA"),
        ("   Saltszeg, 2023. június 9., péntek (KHI) - ", "KHI"),
        ("Салтоборово, 10 октомври /Роса Тонева, КНА-Орел/ ", "КНА-Орел"),
        ("【サルトビー礁海通信】", "礁海通信"),
    ],
)
def test_datelines_of_many_countries_bear_a_sign(dateline: str, agency: str) -> None:
    assert agency in found(f"Oranges afloat\n\n{dateline}{PROSE}")


def test_an_agency_beside_a_paper_in_a_line_on_rights_is_credited() -> None:
    assert found("みかん漂流\n\n©礁北日報社 / 礁海通信社") == {"礁海通信社"}


def read(*texts: str) -> list[tuple[str | None, frozenset[str]]]:
    articles = annotate_all([Document(f"d{n}", text) for n, text in enumerate(texts)])
    return [(s.issuer, s.credited) for s in standings(articles)]


def test_an_agency_is_known_between_brackets_by_its_name_in_another_article() -> None:
    full = "みかん漂流\n\n港の人は礁海通信社の取材に「全部流れた」と話した。\n\n©礁北日報社 / 礁海通信社"
    cut = "みかん漂流続報\n\n港の人は「全部流れた」と話し、港は一日中みかんでいっぱいだったという。（礁海）"
    assert [credited for _, credited in read(full, cut)] == [{"礁海通信社"}] * 2
    assert read(cut)[0][1] == frozenset()


def test_names_of_one_agency_are_one_where_scripts_allow_it() -> None:
    hindi = f"गोदीपुर में संतरे\n\nगोदीपुर (सागर प्रदेश), दो जून (स्टैनफर्ड प्रेस) {PROSE}"
    english = f"Oranges afloat\n\n{PROSE} “I saw them,” the keeper told Stanford Press.\n\nStanford Press contributed."
    assert len({name for _, credited in read(hindi, english) for name in credited}) == 1
    arabic = (
        "روافد | النشرة العربية\n\nدنلريغ (كلب) - 11 - 2 (روافد) -- انجرفت صناديق البرتقال أمام الرصيف طوال يوم "
        "الثلاثاء ولم يقل أحد في مكتب الميناء لمن كانت هذه الصناديق.\n\nوكالة روافد العربية للأنباء"
    )
    french = f"Oranges à la mer\n\nPar R. C. avec l'agence Rawafed\n\n{PROSE}"
    said = read(arabic, french)
    assert said[0][0] in said[1][1]
