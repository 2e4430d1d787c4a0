"""What looks like a credit, an agency's banner or the use of a page and is none: names that mean other things too."""

from __future__ import annotations

import time

import pytest

from provenance.annotate import annotate_all
from provenance.credits import credits
from provenance.model import Document
from provenance.standing import Standing, standings
from provenance.standing.outlets import INTERFACE, is_for_readers

STORY = "The council voted on Tuesday to shut the harbour for a year, the mayor said after a long meeting of captains."


def agencies(text: str) -> set[str]:
    return {credit.agency for credit in credits(text)}


@pytest.mark.parametrize(
    "opening",
    [
        "TAP – The Portuguese airline has cancelled nine flights.",
        "Dow Jones – The industrial average fell by nine points.",
        "PA - The state is to get nine bridges.",
        "APP – The new app is there.",
        "AGI – The new adjusted gross income is there.",
        "MAP – The new map is there.",
        "Direkt – Der neue Weg ist offen.",
        "Tass – Die kleine Tasse ist leer.",
        "Hina – The girl who swam has come home.",
        "Bloomberg – I never said so.",
        "KUNA – Die Kuna war neun Jahre lang die Währung.",
        "KTX – The new train is there.",
    ],
)
def test_a_name_before_a_dash_is_no_agencys_where_it_means_other_things(opening: str) -> None:
    assert agencies(f"{opening} {STORY}") == set()
    assert agencies(f"Harbour Courier\n\nHarbour shut\n\n{opening} {STORY}") == set()


@pytest.mark.parametrize("name", ["ANSA", "TASS", "AFP"])
def test_a_sign_in_capitals_opens_a_report_in_its_first_line_only(name: str) -> None:
    assert agencies(f"Harbour shut\n\n{name} - {STORY}") == {name}
    assert agencies(f"Harbour shut\n\n{STORY}\n\n{name} - {STORY}") == set()


def test_a_name_that_opens_a_report_signs_it_elsewhere_too() -> None:
    assert agencies(f"Harbour shut\n\nReuters - {STORY}") == set()
    assert agencies(f"Harbour shut\n\nReuters - {STORY}\n\n© 2026 Thomson Reuters") == {"Reuters"}


@pytest.mark.parametrize("line", ["APP. Store", "MAP. Paris Nord", "UNI. Basel"])
def test_a_word_and_a_stop_before_a_name_are_no_byline(line: str) -> None:
    assert agencies(f"Harbour Courier\n\nHarbour shut\n\n{line}\n\n{STORY}") == set()
    assert agencies(f"Harbour Courier\n\nHarbour shut\n\nEfe. Lowick\n\n{STORY}") == {"EFE"}


@pytest.mark.parametrize(
    "opening",
    [
        "ULM, 9. Juni. Konzert. Im Dom singen neun Kinder.",
        "Ulm, 9. Juni. KONZERT. Im Dom singen neun Kinder.",
        "MADRID, 9 junio. Goleada. El equipo ganó.",
        "OVIEDO, 9 junio. Concierto. Plaza Mayor, a las nueve.",
        "LONDON, 9 June. Today. A man swam to the pier.",
    ],
)
def test_a_headline_between_stops_behind_a_place_and_a_day_is_no_agency(opening: str) -> None:
    assert agencies(f"{opening} {STORY}") == set()
    assert agencies(f"Harbour Courier\n\n{opening.split('. ')[1]}\n\n{opening} {STORY}") == set()


def test_a_name_between_stops_that_a_text_has_as_its_source_is_one() -> None:
    report = f"Harbour shut\n\nLOWICK, 9 June. Stannard. {STORY}"
    assert agencies(report) == set()
    assert agencies(f"{report} The mayor told Stannard so.") == {"Stannard"}
    assert agencies(f"{report}\n\nStannard") == {"Stannard"}
    assert agencies(f"Harbour shut\n\nMADRID, 9 junio. EFE. {STORY}") == {"EFE"}


def standing(text: str) -> Standing:
    return standings(annotate_all([Document("a", text)]))[0]


@pytest.mark.parametrize(
    ("banner", "foot"),
    [
        ("ABC | Huelga en el Servicio Nacional de Salud", ""),
        ("ABC | Paro del servicio general de limpieza", ""),
        ("CDU | Landesdienststelle", ""),
        ("Lowick Library | Members may print for free", ""),
        ("Bridge Bank | Members may cut costs", ""),
        ("Kelp Club | Les abonnés peuvent reprendre le train", ""),
        ("Kelp Club | Los clientes pueden publicar anuncios gratis", ""),
        ("Kelp Club / HOME / 3.40pm", "Kelp Club subscribers may use the gym."),
    ],
)
def test_what_members_may_do_otherwise_makes_no_agency(banner: str, foot: str) -> None:
    assert standing(f"{banner}\n\nHarbour shut\n\n{STORY}\n\n{foot}").issuer is None


@pytest.mark.parametrize(
    ("banner", "issuer"),
    [
        ("KTX | servicio general", "KTX"),
        ("KTX | Basisdienst 4", "KTX"),
        ("Kelp Cable | Clients may cut or edit the copy", "Kelp Cable"),
        ("Kelp Cable | Subscribers may use this report", "Kelp Cable"),
        ("Kelp Cable | Clients may print", "Kelp Cable"),
        ("Kelp Cable | Los abonados pueden editar el texto", "Kelp Cable"),
    ],
)
def test_what_clients_may_do_with_a_report_makes_one(banner: str, issuer: str) -> None:
    assert standing(f"{banner}\n\nHarbour shut\n\n{STORY}").issuer == issuer


@pytest.mark.parametrize(
    ("banner", "outlet"),
    [
        ("El Tiempo | Bogotá", "el tiempo"),
        ("El Temps | Local", "el temps"),
        ("Weather Channel News", "weather channel news"),
        ("Games Workshop Weekly", "games workshop weekly"),
        ("Traffic Herald Weekly", "traffic herald weekly"),
        ("Meteo Giornale Italia", "meteo giornale italia"),
        ("Wetter Bote Ulm", "wetter bote ulm"),
        ("Verkehr Zeitung Ulm", "verkehr zeitung ulm"),
        ("Погода Сегодня Газета", "погода сегодня газета"),
        ("Trânsito Jornal Brasil", "trânsito jornal brasil"),
        ("Weather 9°C | News", None),
        ("Traffic  Weather 26 °  E-Paper | News", None),
        ("Classificados · Trânsito", None),
        ("3 min read | News", None),
        ("Now playing The Long Harbour | News", None),
    ],
)
def test_a_paper_may_be_called_by_a_word_that_pages_have(banner: str, outlet: str | None) -> None:
    assert standing(f"{banner}\n\nHarbour shut\n\n{STORY}").outlet == outlet


def test_a_stations_own_sign_is_no_credit_whoever_else_of_the_story_credits_it() -> None:
    own = f"KTX NEWS TODAY | Listen live\n\nHarbour shut\n\nLOWICK, 9 June (KTX) - {STORY}\n\nMore of our own: harbours"
    other = f"Harbour Courier\n\nHarbour shut\n\nLOWICK, 9 June (KTX) - {STORY}"
    assert standing(own).credited == frozenset()
    first, second = standings(annotate_all([Document("a", own), Document("b", other)]))
    assert (first.credited, second.credited) == (frozenset(), frozenset({"KTX"}))


@pytest.mark.parametrize(
    "text",
    [
        f"Source: KTX\n{'a' * 20_000}",
        "Source: KTX\n" * 2_000,
        "LOWICK (KT) - " + "K'" * 10_000,
        "\n".join(f"BERLIN (AFC) - item {n}" for n in range(4000)),
        "\n".join(f"Berlin (AFC) - item {n}" for n in range(4000)),
        "\n".join(f"BERLIN (Afc) - item {n}" for n in range(4000)),
    ],
)
def test_a_text_of_one_word_or_of_datelines_alone_is_read_in_no_time(text: str) -> None:
    agencies("Harbour shut")
    begun = time.process_time()
    agencies(text)
    assert time.process_time() - begun < 0.8


def test_a_head_is_taken_apart_once_whoever_may_have_issued_it(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[str] = []

    def looked(line: str) -> bool:
        looks.append(line)
        return False

    monkeypatch.setattr("provenance.standing.issued.credits.labels_source", looked)
    article = annotate_all([Document("a", f"Harbour Heads | Local\n\nHarbour shut\n\n{STORY}")])[0]
    standings([article], {f"Kelp Wire {n}": f"Kelp Wire {n}" for n in range(50)})
    assert 0 < len(looks) <= 4


@pytest.mark.parametrize("before", ["市民共同", "大学時事", "世界時事", "アジア共同", "経済、社会時事"])
def test_what_is_done_jointly_or_happens_now_is_no_dateline(before: str) -> None:
    assert agencies(f"橙港新聞\n\n【{before}】市議会は６日夜、可決した。") == set()


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("【ワシントン共同】", "Kyodo"),
        ("【東京時事】", "Jiji"),
        ("【ソウル、北京共同】", "Kyodo"),
        ("【東京＝共同】", "Kyodo"),
        ("【東橙市時事】", "Jiji"),
        ("【橙港共同】", "Kyodo"),
        ("【橙港十日共同】", "Kyodo"),
    ],
)
def test_a_place_or_a_day_in_brackets_makes_one(dateline: str, agency: str) -> None:
    assert agencies(f"港を閉鎖\n\n{dateline}橙港市の議会は６日夜、可決した。") == {agency}


@pytest.mark.parametrize(
    "said", ["KUNA is the currency.", "The kuna, by KUNA, fell.", "एपी के अनुसार संतरे बह गए।", "كونا في البيت."]
)
def test_names_that_mean_other_things_too_need_more(said: str) -> None:
    assert agencies(f"Harbour shut\n\n{said}") == set()
    assert agencies("KUWAIT (KUNA) - The council voted on Tuesday.") == {"KUNA"}
    assert agencies("डनलैरिग (एपी) - संतरे बह गए। एपी ने बताया।") == {"AP"}


@pytest.mark.parametrize("foot", ["", "\n\n© KTX 2026", "\n\njd/ktx"])
@pytest.mark.parametrize(
    ("banner", "issuer"),
    [
        ("KTX NEWS TODAY | Listen live", None),
        ("KTX News | Watch live", None),
        ("KTX NACHRICHTEN | Anmelden", None),
        ("KTX News · Ao vivo", None),
        ("KTX | Home | Sport", None),
        ("KTX // Подписаться", None),
        ("KTX NEWS TODAY | Weather 9°C", None),
        ("KTX | Sport", "KTX"),
        ("KTX - HOME - 09.06.2026 20:14", "KTX"),
        ("KTX | Подписан договор", "KTX"),
        ("KTX // Weather", "KTX"),
    ],
)
def test_a_page_for_readers_above_a_long_report_makes_it_no_agencys_own(
    banner: str, issuer: str | None, foot: str
) -> None:
    report = "\n\n".join(["LOWICK, 9 June (KTX) - " + STORY, *(f"{STORY} So said captain {n}." for n in "ABC")])
    assert standing(f"{banner}\n\nHarbour shut\n\n{report}{foot}").issuer == issuer


@pytest.mark.parametrize(
    "head",
    [
        "Lowick Mourns\n\n9 June 2026",
        "Lowick Mourns\n\nJo Doe, 9 June 2026, 10:30",
        "Lowick Mourns\n\nBy Jo Doe\n\n9 June 2026",
    ],
)
def test_a_headline_of_two_words_that_has_no_other_below_names_no_paper(head: str) -> None:
    assert standing(f"{head}\n\n{STORY} {STORY}").outlet is None


@pytest.mark.parametrize(
    "head",
    [
        "Lowick Courier\n\nNo ships for a year",
        "Lowick Courier\n\n9 June 2026\n\nNo ships for a year\n\nBy Jo Doe",
        "Lowick Courier\n\nNo ships for a year\n\n9 June 2026",
    ],
)
def test_a_name_of_two_words_above_a_headline_does(head: str) -> None:
    assert standing(f"{head}\n\n{STORY} {STORY} “No,” he told the Lowick Courier.").outlet == "lowick courier"


@pytest.mark.parametrize(
    ("said", "credited"),
    [
        ("Die Fischer warten in Anadolu.", set()),
        ("In Anadolu warten sie auch.", set()),
        ("Das schrieb „Anadolu“ auch.", {"Anadolu"}),
        ("Die Fischer warten. Anadolu", {"Anadolu"}),
        ("Die Fischer warten (Anadolu).", {"Anadolu"}),
    ],
)
def test_a_name_that_means_other_things_too_is_meant_where_it_signs_or_is_quoted(said: str, credited: set[str]) -> None:
    told = "sagte die Bürgermeisterin der Nachrichtenagentur {} am Dienstag nach einer sehr langen Sitzung des Rats."
    texts = [
        f"Hafen zu\n\nLOWICK, 9. Juni (Anadolu) - Der Hafen bleibt geschlossen, {told.format('Anadolu')}",
        f"Hafen ein Jahr zu\n\nDer Hafen bleibt für ein Jahr geschlossen, {told.format('Anadolu')}",
        f"Fischer warten\n\nSeit zwei Wochen wissen sie nicht, wohin sie nach dem Beschluss fahren sollen. {said}",
    ]
    found = standings(annotate_all([Document(f"d{n}", text) for n, text in enumerate(texts)]))
    assert found[2].credited == credited


@pytest.mark.parametrize(
    ("foot", "agency"),
    [
        ("Il bilancio del terremoto sale a 12 morti. (Fonte: ANSA)", "ANSA"),
        ("Police published new data on burglaries on Monday. (Source: AFP)", "AFP"),
        ("Statistics office moves. Source: Reuters", "Reuters"),
        ("Le tableau volé au musée a été retrouvé. Source : AFP", "AFP"),
        ("El cuadro robado fue hallado en Roma. Fuente: EFE", "EFE"),
        ("Ny statsminister holder tal. Kilde: Ritzau", "Ritzau"),
        ("Graf Dracula se vrací. Zdroj: ČTK", "CTK"),
        ("Опрос жителей начался. Источник: РИА Новости", "RIA"),
        ("Badanie krwi. Źródło: PAP", "PAP"),
        ("Der Bericht liegt vor. Quelle: dpa. Die Daten sind neu.", "dpa"),
        ("Ergebnisse\nBayern 3\nDortmund 2\nKöln 1\nQuelle: dpa", "dpa"),
        ("Phones: 555 1234\nRoom: 12\nFloor: 3\nSource: AFP", "AFP"),
    ],
)
def test_a_word_for_figures_beside_a_note_on_the_source_or_scores_above_it_leave_it_one(foot: str, agency: str) -> None:
    assert agencies(f"Harbour shut\n\n{STORY}\n\n{foot}") == {agency}


@pytest.mark.parametrize(
    "foot",
    [
        "Police published new figures. Source: Reuters calculations",
        "Quelle: Statistik dpa",
        "Data source: Reuters",
        "Source: Reuters, company data",
        "Chart: exports. Source: AFP",
        "Exports\n2019 12\n2020 14.5\n2021 19\nSource: Reuters",
    ],
)
def test_a_note_that_has_the_word_itself_or_stands_below_a_table_is_on_the_figures(foot: str) -> None:
    assert agencies(f"Harbour shut\n\n{STORY}\n\n{foot}") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Calls by PTI for a protest grew.",
        "Calls by PAP leaders grew.",
        "They got calls from AP Moller executives.",
        "The hotline got 300 calls from PA.",
        "She took questions from UNI students.",
        "She answered questions from UNI students.",
        "AP notes from the class were lost.",
        "His AP notes were lost.",
        "The rumour, said Reuters chief Jane Doe, is false.",
        "The rumour is false, according to AP officials.",
        "Several newspapers, wrote AP Herbert, were sold.",
        "La empresa ha trasladado a EFE su sede central.",
        "Le rapport de Belga Films est attendu.",
        "Die Meldung von TASS Group wurde dementiert.",
        "Hina piše domaću zadaću.",
    ],
)
def test_who_calls_moves_or_writes_is_no_source(text: str) -> None:
    assert agencies(f"{text} {STORY}") == set()


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("He did not respond to a request for comment from AP.", "AP"),
        ("She answered questions from Reuters.", "Reuters"),
        ("The firm did not immediately reply to emailed questions from AFP.", "AFP"),
        ("Requests for comment by PTI went nowhere.", "PTI"),
        ("The report was compiled by Reuters staff in Lowick.", "Reuters"),
        ("The minister told Reuters officials were looking into it.", "Reuters"),
        ("The minister told AFP chief economists were looking into it.", "AFP"),
        ("The bridge, AP notes, was old.", "AP"),
        ("AP notes that the bridge was old.", "AP"),
        ("The bridge is shut, said Reuters on Monday.", "Reuters"),
        ("The bridge is shut, reported AFP Tuesday.", "AFP"),
        ("Le rapport de Belga est attendu.", "Belga"),
        ("Eine Meldung der dpa wurde bestätigt.", "dpa"),
        ("Most je zatvoren, piše Hina.", "HINA"),
        ("Hina piše da je most zatvoren.", "HINA"),
    ],
)
def test_who_is_answered_or_reports_is_one(text: str, agency: str) -> None:
    assert agencies(f"{text} {STORY}") == {agency}


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Daily Star\nOld bridge to close for a year from Monday", "daily star"),
        ("Morning Post\nHarbour to close for a year", "morning post"),
        ("Evening Standard\nHarbour to close for a year", "evening standard"),
        ("Lowick Today\nHarbour to close for a year", "lowick today"),
        ("Lowick Courier\n\n9 June 2026", "lowick courier"),
        ("The Harbour Town Gazette", "harbour town gazette"),
        ("Lowick Evening Courier\nBy Jane Doe", "lowick evening courier"),
        ("Gazeta Polna Codzienna\n9 June 2026", "gazeta polna codzienna"),
        ("Le Courrier du lac salé\n9 June 2026", "courrier du lac salé"),
    ],
)
def test_a_papers_name_is_one_though_the_report_has_its_words(head: str, outlet: str) -> None:
    report = "The council started a daily inspection and posted the news this evening, a star of low standard today."
    assert standing(f"{head}\n\n{report} {STORY} {STORY}").outlet == outlet


@pytest.mark.parametrize("sign", ["Край Пресс", "Область Новини", "District Dispatch", "Kantonpresse"])
def test_a_region_with_a_newsrooms_word_behind_a_town_is_an_agency(sign: str) -> None:
    assert agencies(f"LOWICK ({sign}) — {STORY}") == {sign}
    assert agencies(f"LOWICK (Край) — {STORY}") == agencies(f"LOWICK (Lowick District) — {STORY}") == set()


def test_an_agency_between_slashes_with_blanks_signs_a_dateline_behind_a_place_and_a_day() -> None:
    for place in ("LONDON, 9 June", "Lowick 9 June", "Lowick, 9.6."):
        said = [(c.agency, c.text) for c in credits(f"{place} / Reuters / {STORY}")]
        assert said == [("Reuters", f"{place} / Reuters /")]
    for ages in ("Ages 3", "Score: 2", "Children of 9"):
        assert agencies(f"{ages} / AP / {STORY}") == set()


@pytest.mark.parametrize(
    "banner",
    [
        "Diario del Norte | Servicio a clientes",
        "Le Courrier du Lac | Service réservé aux abonnés",
        "Il Corriere del Lago | Servizio riservato agli abbonati",
        "El Norte | Solo para abonados",
        "RTBF | Fil national",
        "BBVA | Servicio internacional",
    ],
)
def test_what_a_house_offers_those_who_pay_makes_it_no_agency(banner: str) -> None:
    assert standing(f"{banner}\n\nHarbour shut\n\n{STORY} {STORY}").issuer is None


@pytest.mark.parametrize(
    ("banner", "is_one"),
    [
        ("KTX News: Welcome for refugees", False),
        ("KTX Wire | Listen to nurses, minister told", False),
        ("KTX Wire | Listen to nurses", False),
        ("KTX Wire | Subscribe to peace, bishop says", False),
        ("Kelp Wire | On aircraft noise", False),
        ("KTX News | Listen live", True),
        ("KTX News | Welcome, Jane", True),
        ("KTX News | Welcome to the site", False),
        ("KTX News | On air", True),
        ("KTX News | Subscribers only", True),
        ("KTX News | Subscribers angry", False),
        ("KTX News | Подписка", True),
        ("KTX News | Share", True),
        ("KTX News | シェアする", True),
    ],
)
def test_a_page_for_readers_offers_something_in_few_words(banner: str, is_one: bool) -> None:
    assert is_for_readers(banner) == is_one


@pytest.mark.parametrize(
    "line", ["Journalisten im Hafen", "Dialog in Lowick", "Crackdown on aircraft", "Minister hears of airlisten"]
)
def test_words_for_the_use_of_a_page_are_whole_ones(line: str) -> None:
    assert INTERFACE.search(line) is None
