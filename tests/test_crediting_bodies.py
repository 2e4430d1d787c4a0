"""Who is called an agency, stands where one does, or is named as a source, and supplied no report."""

from __future__ import annotations

import pytest

from provenance.credits import credits

STORY = "The council voted on Tuesday to shut the harbour for a year, the mayor said after a long meeting of captains."


def agencies(text: str) -> set[str]:
    return {credit.agency for credit in credits(text)}


@pytest.mark.parametrize(
    "text",
    [
        "La plage est fermée, selon l'Agence Régionale de Santé.",
        "La sonde est perdue, selon l'Agence Spatiale Européenne.",
        "« Non », a déclaré à l'Agence France Travail le maire.",
        "El puente cayó, según la Agencia Tributaria.",
        "Llovió, según la Agencia Estatal de Meteorología.",
        "El puente cayó, informó la Agencia Española de Medicamentos.",
        "A ponte caiu, segundo a Agência Nacional de Águas.",
        "A ponte caiu, segundo a Agência Portuguesa do Ambiente.",
        "Il ponte è caduto, riferisce l'Agenzia Entrate.",
        "Il ponte è caduto, secondo l'Agenzia Spaziale Italiana.",
        "Die Brücke ist weg, laut Agentur Bundesnetzagentur.",
        "Most runął, podaje Agencja Bezpieczeństwa Wewnętrznego.",
        "Most runął, podaje Agencja Rynku Rolnego.",
        "Most spadl, uvedla Agentura Ochrany Přírody.",
        "Podul a căzut, potrivit Agenția Națională de Administrare Fiscală.",
        "Мост упал, сообщает Агентство Стратегических инициатив.",
        "Мост упал, по данным агентства Росавиация.",
        "Міст упав, повідомляє Агентство Держенергоефективності.",
        "The Forest agency reported nine fires.",
        "The Defense agency quoted nine captains.",
        "The Frontex agency reported nine crossings.",
        "It burned, according to the Ambulance Dispatch Service.",
        "قالت وكالة أنباء محلية إن الجسر سقط.",
        "הגשר נפל, לפי סוכנות הידיעות המקומית",
        "पुल समाचार एजेंसी द्वारा दिखाया गया।",
        "Η γέφυρα έπεσε, σύμφωνα με το πρακτορείο ειδήσεων της χώρας.",
    ],
)
def test_a_public_body_that_is_called_an_agency_supplies_no_report(text: str) -> None:
    assert agencies(text) == set()


@pytest.mark.parametrize("house", ["Moody's", "Fitch", "Standard & Poor's"])
@pytest.mark.parametrize(
    "text",
    [
        "La note baisse, selon l'agence {}.",
        "La nota baja, según la agencia {}.",
        "Il voto scende, riferisce l'agenzia {}.",
        "Рейтинг снижен, по данным агентства {}.",
        "The mayor told the agency {} so.",
    ],
)
def test_neither_does_a_house_that_grades_debtors(text: str, house: str) -> None:
    assert agencies(text.format(house)) == set()


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("Europe", "Selon l'agence Europe, le pont est tombé."),
        ("Energiepresse", "Laut Agentur Energiepresse ist die Brücke weg."),
        ("Orbis", "Selon l'agence Orbis, le pont est tombé."),
        ("Vauban Presse", "Selon l'Agence Vauban Presse, le pont est tombé."),
        ("Venezolana", "El puente cayó, según la Agencia Venezolana de Noticias."),
        ("Polna", "Segundo a Agência Polna, a ponte caiu."),
        ("Maestra", "Il ponte è caduto, riferisce l'Agenzia Maestra."),
        ("Polna", "Laut Agentur Polna ist die Brücke weg."),
        ("Polna", "Laut Nachrichtenagentur Polna ist die Brücke weg."),
        ("Polna", "Die Brücke ist weg. Die Nachrichtenagentur Polna meldete das."),
        ("Polna", "Volgens Persbureau Polna is de brug weg."),
        ("Polna", "Według agencji Polna most runął."),
        ("Polna", "Podul a căzut, potrivit agenției Polna."),
        ("Полна", "Мост упал, сообщает агентство «Полна»."),
        ("Lantern", "He told the agency Lantern so."),
        ("Polna", "The Polna agency reported nine floods."),
        ("Forest News Agency", "It burned, according to the Forest News Agency."),
        ("بولنا", "قالت وكالة أنباء بولنا إن الجسر سقط."),
        ("पोल्ना", "समाचार एजेंसी पोल्ना के अनुसार पुल गिर गया।"),
        ("Πόλνα", "Η γέφυρα έπεσε, σύμφωνα με το πρακτορείο ειδήσεων Πόλνα."),
    ],
)
def test_an_agency_is_named_in_the_same_forms(agency: str, text: str) -> None:
    assert agencies(text) == {agency}


@pytest.mark.parametrize(
    "dateline",
    [
        "LILLE (Nord) -",
        "LILLE (Nord).",
        "LYON (Rhône) –",
        "Lille (Nord), 7 oct 2026 -",
        "LUZERN (LU) -",
        "MÜNCHEN (Bayern) -",
        "TOLEDO (España).-",
        "CUENCA (Castilla-La Mancha) -",
        "LECCO (LC) -",
        "LECCO (Como) -",
        "RIO (RJ) -",
        "LOWICK (Kent) -",
        "LOWICK (Norfolk County) -",
        "AUSTIN (Texas) -",
        "КАЗАНЬ (Татарстан).",
        "КАЗАНЬ (Лесная область) -",
        "BERLIN (BMWK) -",
        "BERLIN (BMVg) -",
        "HAMBURG (HSV) -",
        "WIEN (ÖVP) -",
        "PARIS (PSG) -",
        "MADRID (Redacción) -",
        "LOWICK (Staff) -",
        "LONDON (Interview) -",
        "BERLIN (Kommentar) -",
        "MADRID (Opinión) -",
        "МОСКВА (Эксклюзив) -",
        "ROMA (Serie A) -",
        "MADRID (Liga) -",
        "KIEL (Handball) -",
        "PARIS (Ligue 1) -",
        "КАЗАНЬ (Футбол) -",
        "LONDON (Reuters/Ipsos) -",
        "LONDON (Ipsos/Reuters) -",
    ],
)
def test_a_region_an_authority_or_a_club_behind_a_town_signs_no_dateline(dateline: str) -> None:
    assert agencies(f"{dateline} {STORY}") == set()


@pytest.mark.parametrize(
    ("dateline", "signs"),
    [
        ("LILLE (KTX) -", {"KTX"}),
        ("LILLE (Polna) -", {"Polna"}),
        ("LILLE (Liga Press) -", {"Liga Press"}),
        ("LILLE (Agencia Polna) -", {"Polna"}),
        ("PORTO NOVO (Brevio).—", {"Brevio"}),
        ("LOWICK, 3 May (HSV) -", {"HSV"}),
        ("LOWICK, Okanaw (UD) -", {"UD"}),
        ("LONDON (Reuters) -", {"Reuters"}),
        ("LONDON (Reuters/KTX) -", {"Reuters", "KTX"}),
        ("CUIABÁ (AP) -", {"AP"}),
    ],
)
def test_an_agency_in_the_same_place_does(dateline: str, signs: set[str]) -> None:
    assert agencies(f"{dateline} {STORY}") == signs


def test_a_name_that_is_a_regions_too_is_an_agencys_where_it_says_so_elsewhere() -> None:
    assert agencies(f"BERN (BE) - {STORY}\n\n© BE 2026") == {"BE"}
    assert agencies(f"BERN (BE) - {STORY}") == set()


def test_whom_a_report_names_again_and_again_and_never_as_its_source_it_is_about() -> None:
    match = "The KSV won. The KSV had lost nine times. Nobody at the KSV knew why. The captain of the KSV smiled."
    assert agencies(f"LOWICK (KSV) - {match} {STORY}") == set()
    assert agencies(f"LOWICK (KSV) - {match} {STORY} The captain told KSV so.") == {"KSV"}
    assert agencies(f"LOWICK, 3 May (KSV) - {match} {STORY}") == {"KSV"}


@pytest.mark.parametrize(
    "foot",
    [
        "Source: BASF",
        "Источник: ВТБ",
        "Quelle: Destatis",
        "Quelle: KfW",
        "Quelle: BMWK",
        "Fuente: BBVA",
        "Zdroj: ČSÚ",
        "Kilde: SSB",
        "Source: LSEG",
        "Source: company data",
        "Source: BASF, company data",
        "Source: KTX calculations",
        "Source: Reuters calculations",
        "Source: Bloomberg; company data",
        "Quelle: Berechnungen KTX | Quelle: KTX",
        "Chart: exports by year. Source: KTX",
        "Wykres: eksport. Źródło: KTX",
        "Exports by year\n2019 12\n2020 14.5\n2021 19\nSource: KTX",
        "Exports by year\n2019 12\n2020 14.5\n2021 19\nSource: Reuters",
        "Table: exports by year, in tonnes\n\nSource: Reuters",
    ],
)
def test_who_gave_the_figures_of_a_chart_supplied_no_report(foot: str) -> None:
    assert agencies(f"Harbour shut\n\n{STORY}\n\n{foot}") == set()


@pytest.mark.parametrize(
    ("foot", "agency"),
    [
        ("Source: KTX", "KTX"),
        ("Quelle: KTX", "KTX"),
        ("Quelle: dpa", "dpa"),
        ("Source: Reuters", "Reuters"),
        ("Table ronde à Lowick\nSource : AFP", "AFP"),
        ("Charter flights to Lowick\nSource: AFP", "AFP"),
        ("Источник: МорИнформ", "МорИнформ"),
        ("Published 12 May 2026\nUpdated 13 May 2026\nat 9:30\nSource: KTX", "KTX"),
        ("Published 12 May 2026\nUpdated 13 May 2026\nat 9:30\nSource: Reuters", "Reuters"),
    ],
)
def test_who_supplied_a_report_is_named_in_the_same_way(foot: str, agency: str) -> None:
    assert agencies(f"Harbour shut\n\n{STORY}\n\n{foot}") == {agency}


@pytest.mark.parametrize(
    "text",
    [
        "モバイル通信が止まった。",
        "インターネット通信に障害が出た。",
        "ワイヤレス通信は速い。",
        "衛星通信の取材を続けた。",
        "次世代移動通信の記者会見。",
        "港を閉鎖\n（光ファイバー通信）\n",
        "港を閉鎖\n（光通信）\n",
        "이동통신사에 따르면 가입자가 늘었다.",
        "위성통신에 따르면 가입자가 늘었다.",
        "【橙港文学社东港3月9日电】一座桥塌了。",
        "（本社东港3月9日电）一座桥塌了。",
        "据摄影社报道，桥塌了。",
        "据通讯社报道，桥塌了。",
    ],
)
def test_a_way_to_pass_on_messages_and_a_house_of_another_kind_are_no_agency(text: str) -> None:
    assert agencies(text) == set()


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("ロート通信", "ロート通信によると、橋が落ちた。"),
        ("北海通信", "北海通信の取材に市長が答えた。"),
        ("光橋通信", "光橋通信の取材に市長が答えた。"),
        ("北海通信", "港を閉鎖\n（北海通信）\n"),
        ("보라통신", "보라통신에 따르면 다리가 무너졌다."),
        ("橙新社", "【橙新社东港3月9日电】一座桥塌了。"),
        ("橙港社", "据橙港社报道，桥塌了。"),
        ("青潮通讯社", "据青潮通讯社报道，桥塌了。"),
    ],
)
def test_an_agency_of_the_same_ending_is_one(agency: str, text: str) -> None:
    assert agencies(text) == {agency}


def test_an_agency_that_had_people_asked_supplied_no_report_and_one_that_stands_behind_a_writer_did() -> None:
    assert agencies("Nine in ten agree, found a poll by Ipsos/Reuters.") == set()
    assert agencies("Nine in ten agree, found a poll by Reuters/Ipsos.") == set()
    assert agencies(f"Harbour shut\n\nBy Jo Gallup / Reuters\n\n{STORY}") == {"Reuters"}
