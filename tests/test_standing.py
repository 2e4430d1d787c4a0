from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.annotate import annotate_all
from provenance.model import Document
from provenance.read.metadata import completed
from provenance.standing import RELEASE, Standing, standings
from provenance.standing.notes import is_dated

BODY = (
    "\n\nNineteen crates of oranges went overboard at the pier of Dunlarrig on Tuesday, the harbour master said."
    "\n\nDivers brought four of them back before dusk, and children ate the rest of the cargo on the quay."
)


def standing(head: str, tail: str = "", outlet: str | None = None, agencies: tuple[str, ...] = ()) -> Standing:
    document = Document("a", head + BODY + tail, outlet=outlet)
    return standings(annotate_all([document], agencies))[0]


@pytest.mark.parametrize(
    "head",
    ["PRESS RELEASE", "Pressemitteilung", "Communiqué de presse", "Comunicado de prensa", "Пресс-релиз", "新闻稿"],
)
def test_a_release_calls_itself_one_in_many_languages(head: str) -> None:
    assert standing(f"{head}\n\nOranges afloat").issuer == RELEASE


@pytest.mark.parametrize(
    "head",
    [
        "Dunlarrig Harbour – Espace presse – contact : service.presse",
        "Harbour Office | Press Room | Images",
        "Hafenamt Dunlarrig | Pressestelle",
        "MEDIA NOTICE 26/114",
        "Pressemeldung Nr. 12",
        "Communiqué",
        "Boletín de prensa 4/2026",
        "港湾局　報道資料",
        "Dunlarrig Harbour Office - Media information 41/2026",
    ],
)
def test_the_part_of_a_house_that_addresses_the_press_issues_releases(head: str) -> None:
    assert standing(f"{head}\n\nOranges afloat").issuer == RELEASE


@pytest.mark.parametrize(
    "head",
    [
        "The Dunlarrig Courier | News | Sport | Press office",
        "Communiqué calls oranges a loss",
        "The harbour press office knows of nothing.",
    ],
)
def test_a_link_to_a_press_office_makes_no_release(head: str) -> None:
    assert standing(f"{head}\n\nOranges afloat").issuer is None


def test_notes_to_editors_at_the_end_make_a_release() -> None:
    assert standing("Oranges afloat", "\n\nNotes to editors: pictures on request").issuer == RELEASE


def test_a_report_that_speaks_of_a_release_is_none() -> None:
    told = (
        "Oranges afloat\n\nThe harbour sent out a press release on Tuesday in which it said at some length that it was "
        "not to blame for any of the nineteen crates, nor for the weather, nor for the children who ate what was left."
    )
    assert standing(told).issuer is None


@pytest.mark.parametrize(
    ("note", "edition"),
    [
        ("UPDATE 2: adds details", 1),
        ("Recasts, adds quotes", 1),
        ("Aktualisiert um 14 Uhr", 1),
        ("Обновлено в 14:00", 1),
        ("更新 午後2時", 1),
        ("URGENT:", -1),
        ("EILMELDUNG", -1),
        ("速報", -1),
        ("(Neu: höhere Zahlen, Rücktritt)", 1),
        ("紅樹通信　契約社向け配信　第３報（差し替え）", 1),
        ("紅樹通信　契約社向け配信　第１報", -1),
        ("Oranges afloat", 0),
        ("Updating the pier will take years", 0),
        ("Corrects the number of crates", 1),
        ("Corrections to this item are sent under the same slug", 0),
        ("KTX – 2e LEAD", 1),
        ("Crates,5th Ld-Writethru", 1),
        ("Eds: SUBS lead with new numbers.", 1),
        ("PORTS – SECOND TAKE – SUBSTITUTES EARLIER", 1),
        ("PORTS – FIRST TAKE", -1),
        ("KTX NewsAlert", -1),
        ("Rovers lead 2-1 as crates float", 0),
        ("First take: what we know of the crates", 0),
        ("Publicado em 12/03/2026 - 09:14 | Atualizado em 12/03/2026 - 16:40", 1),
        ("Published 3 May at 9:14, updated at 16:40", 1),
        ("NARANJAS MAR (Resumen)", 1),
        ("(Reelabora con nuevos datos)", 1),
        ("ORANGES MER (synthèse)", 1),
        ("Veröffentlicht: 09:14 Uhr | Aktualisiert: 16:40 Uhr", 1),
        ("Home | Updates | Weather 24", 0),
        ("Software, updated 2025 edition, goes on sale", 0),
        ("Minister resigns, corrects 2 figures", 0),
        ("Rovers score again, second lead 2-1", 0),
        ("BCE mantiene tasas, actualiza previsiones para 2026", 0),
        ("Bce ferma i tassi, aggiorna le stime 2026", 0),
        ("Zoo, aktualizacja cennika 2026", 0),
        ("Sport | Update 24 | Wetter", 0),
        ("Actualités | Actualisé 24h/24", 0),
        ("Agregado militar expulsado del muelle", 0),
        ("Reescribe la historia: 40 naranjas en un año", 0),
        ("Le pont (complètement rénové) rouvre", 0),
        ("Photo du port (synthèse d'images)", 0),
        ("El ministro (añade el texto) no viaja", 0),
        ("Tabla de posiciones (resumen de la jornada)", 0),
        ("Bővebben", 0),
        ("(Ajoute réaction du port)", 1),
        ("Published 3 May at 9:14", 0),
    ],
)
def test_notes_mark_earlier_and_later_editions(note: str, edition: int) -> None:
    assert standing(f"{note}\n\nA headline of its own").edition == edition


@pytest.mark.parametrize(
    "note",
    [
        "More to follow",
        "Mais informações em instantes.",
        "Habrá ampliación",
        "Plus d'informations à suivre",
        "Weitere Informationen folgen.",
        "Więcej informacji wkrótce",
        "Ayrıntılar geliyor",
        "Деталі згодом",
        "(계속)",
        "詳しくは続報で",
        "详细报道稍后",
        "يتبع",
    ],
)
def test_more_to_come_marks_a_first_version_at_the_end(note: str) -> None:
    assert standing("Oranges afloat", f"\n\n{note}").edition == -1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ORANGES, UPDATE 1", "ORANGES, UPDATE 2"),
        ("Oranges, 2nd Ld", "Oranges, 3rd Ld"),
        ("紅樹通信　第２報", "紅樹通信　第３報"),
        ("[2보] 귤", "[3보] 귤"),
    ],
)
def test_versions_are_in_the_order_of_their_numbers(first: str, second: str) -> None:
    assert 0 < standing(f"{first}\n\nA headline of its own").take < standing(f"{second}\n\nA headline of its own").take


def test_what_readers_are_told_to_expect_of_others_marks_nothing() -> None:
    assert standing("Oranges afloat", "\n\nMais informações em instantes, disse o porta-voz do porto.").edition == 0


def test_an_agency_that_is_the_outlet_issues_and_one_that_is_credited_does_not() -> None:
    own = Document("a", "Oranges afloat" + BODY, outlet="Reuters")
    borrowed = Document("b", "Oranges afloat" + BODY + "\n\nThe harbour said so, Reuters reported.")
    issuer, credited = standings(annotate_all([own, borrowed]))
    assert issuer.issuer == "Reuters"
    assert credited.issuer is None
    assert credited.credited == {"Reuters"}


def test_one_agency_under_a_long_and_a_short_name_is_one() -> None:
    first = Document("a", f"Oranges afloat{BODY}\n\nThe story was first reported by Quillon Wire.")
    second = Document("b", f"Crates adrift{BODY}\n\nThe master said so, Quillon reported.")
    found = standings(annotate_all([first, second], ("Quillon", "Quillon Wire")))
    assert found[0].credited == found[1].credited == {"Quillon Wire"}


def test_dates_are_kept_as_the_file_gave_them() -> None:
    document = Document("a", "Oranges afloat" + BODY, published="2026-02-17T09:05:00+01:00")
    assert standings(annotate_all([document]))[0].published == "2026-02-17T09:05:00+01:00"
    assert standings([]) == ()


def test_an_agency_is_read_from_a_banner_without_spaces() -> None:
    body = "\n\n码头上的橙子漂走了\n\n青岚社白港3月4日电　十九箱橙子周二掉进海里。孩子们把剩下的吃光了。"
    found = standings(annotate_all([Document("a", f"青岚社供稿专线　签约用户使用{body}")]))[0]
    assert found.issuer == "青岚社"


@pytest.mark.parametrize(
    "head",
    [
        "TPA ## Islands service ## for member papers",
        "kdb Basisdienst Inland | Nutzung nur für Bezieher | Prio 3",
    ],
)
def test_a_banner_that_begins_with_an_agency_however_short_is_its_own(head: str) -> None:
    agency = head.split(maxsplit=1)[0]
    found = standing(
        f"{head}\n\nOranges afloat\n\nDUNLARRIG, 4 March ({agency}) - The crates are gone.", "", None, (agency,)
    )
    assert found.issuer == agency


def test_a_banner_is_its_own_where_the_dateline_has_the_letters_of_it() -> None:
    report = (
        "STANNARD PRESS | COMPANIES | Embargo: none\n\nOranges afloat\n\nDUNLARRIG, 4 March (SP) - Crates are gone."
    )
    assert standing(report).issuer == "SP"
    assert standing(report.replace("STANNARD", "SOUTHERN STANNARD")).issuer is None


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("«Норд-Линия» | регионы | перепечатка по договору", "Норд-Линия"),
        ("OSTROM CABLE // redistribution by contract only", "OSTROM CABLE"),
        ("KTX | fil général | usage réservé aux abonnés", "KTX"),
        ("KTX | for editorial clients only", "KTX"),
        ("Kelp-Dienst | Nutzung nur für Bezieher", "Kelp-Dienst"),
        ("KTX · servicio para abonados", "KTX"),
        ("KTX | notiziario generale", "KTX"),
        ("KTX | 계약사 전용", "KTX"),
        ("OSTROM CABLE / member feed / Coast / 2026-03-04 11:20", "OSTROM CABLE"),
        ("KTX | fil abonnés", "KTX"),
        ("KTX | Kundenticker", "KTX"),
        ("Ostrom Courier | Member services | Sign in", None),
        ("Le Courrier du Port | fil général", None),
        ("Le Courrier du Port | article réservé aux abonnés", None),
        ("KTX - Kelp Tidings Exchange", None),
        ("| | |", None),
        ("Ostrom Courier | Wire | Subscribers only", None),
    ],
)
def test_a_banner_that_tells_clients_what_they_may_do_is_an_agencys_own(head: str, issuer: str | None) -> None:
    assert standing(f"{head}\n\nOranges afloat").issuer == issuer


def test_a_banner_in_capitals_is_of_the_agency_that_the_report_names() -> None:
    report = "DORRICK WIRE / member feed\n\nOranges afloat\n\nDUNLARRIG - Crates are gone."
    signed = "This report by Dorrick Wire was first published March 3, 2026."
    assert standing(f"{report}\n\n{signed}").issuer == "Dorrick Wire"


def test_a_banner_of_several_fields_that_an_agency_opens_is_no_byline() -> None:
    report = "KESTREL WIRE / PORTS / DO NOT ARCHIVE\n\nOranges afloat\n\nPORT (Kestrel Wire) - Crates are gone."
    assert standing(report).issuer == "Kestrel Wire"
    assert standing(report.replace(" / PORTS / DO NOT ARCHIVE", " / Port Doe")).issuer is None


@pytest.mark.parametrize(
    ("banner", "dateline", "agency"),
    [
        ("Agentur Polnar | Basisdienst", "HAFEN (Polnar) - Weg.", "Polnar"),
        ("Agence Polnaire (AGX) - Monde", "PORT, 3 nov 2026 (AGX) - Parties.", "AGX"),
        ("ПОЛЮС-ИНФОРМ / лента", "ПОРТ, 3 октября. /Полюс-Информ/. Пропали.", "Полюс-Информ"),
        ("SVENSKA PRESSBYRÅN SPB | Inrikes", "HAMNEN, 3 november (SPB)\n\nBorta.", "SPB"),
    ],
)
def test_an_agencys_name_in_its_banner_may_have_its_kind_before_and_its_sign_behind_it(
    banner: str, dateline: str, agency: str
) -> None:
    assert standing(f"{banner}\n\nOranges afloat\n\n{dateline}").issuer == agency


@pytest.mark.parametrize(
    ("banner", "outlet"),
    [
        ("Réécouter le direct · Podcasts · Fréquences", None),
        ("Crates adrift", None),
        ("Kelp Courier", "kelp courier"),
        ("Mon compte | Mes communes | Avis de décès", None),
        ("4 minutes de lecture | L'info décortiquée", None),
        ("Выпуск № 171 (20 488)", None),
        ("Погода +9 · Пробки 4 балла · Курс талера", None),
        ("Мы используем файлы cookie. Хорошо | Подробнее", None),
        ("Сейчас в эфире: «Вечерний фарватер» | Афиша", None),
        ("Abo  E-Paper  Inserieren  Wetter 9°", None),
        ("Wetterauer Kurier | Lokales", "wetterauer kurier"),
        ("АФИША НЕДЕЛИ • КИНО • СЦЕНА", None),
        ("Журнал «Перфорация» | Разговоры", "перфорация"),
        ("La Gazette des Berges, votre hebdo | Vie pratique", "gazette des berges"),
        ("Ghana cocoa purchases, cumulative figures and some prices", None),
        ("«Quatre économes» contre la relance de l'Europe en crise", None),
        ("The Dunlarrig Courier | Local", "dunlarrig courier"),
        ("Trang chủ / Thế giới / Cuộc sống đó đây", None),
        ("Ana Sayfa > Dünya > Yaşam", None),
        ("Domů | Zprávy | Kultura a volný čas", None),
        ("Strona główna » Świat » Morze", None),
        ("Home Counties Gazette | Local", "home counties gazette"),
        ("Logged in as desk | Messages | Help", None),
        ("Print this page   Share   Comments", None),
        ("DUNLARRIG DAILY   Breaking · Money · Weather", "dunlarrig daily"),
        ("The Islander Weekly | Est. 1922 | Two crowns", "islander weekly"),
        ("KELP DNES", "kelp dnes"),
        ("Guardar noticia | Compartir | Imprimir", None),
        ("Gift this article | Save | Print", None),
        ("Słuchasz Radia Radolin | Wiadomości", None),
        ("Save Our Seas Weekly | News", "save our seas weekly"),
        ("Wednesday, 7 October 2026 | Page 3 | Price 40p", None),
        ("The May Fair Courier | Local", "may fair courier"),
        ("橙城早报数字报 A05版：民生", "橙城早报"),
        ("月刊かんきつウェブ版｜港", "月刊かんきつ"),
    ],
)
def test_a_banner_names_the_paper_and_no_part_of_the_page(banner: str, outlet: str | None) -> None:
    assert standing(f"{banner}\n\nOranges afloat").outlet == outlet


@pytest.mark.parametrize(
    ("banner", "dateline", "agency"),
    [
        ("KPN-0412 | ECONOMY | PRIO 3", "DUNLARRIG, 4 March (KPN) - The crates are gone.", "KPN"),
        ("وكالة الشراع للأنباء | نشرة الموانئ", "دنلريغ 4 مارس (الشراع) - اختفت الصناديق.", "الشراع"),
        ("وكالة الشراع الإخبارية · تقارير", "دنلريغ (الشراع) – اختفت الصناديق.", "الشراع"),
        ("QUILLON NEWS AGENCY / CLIENT COPY / SLUG: CRATES", "DUNLARRIG (Quillon), Tuesday", "Quillon News Agency"),
        ("AGENCJA POLNA // serwis krajowy", "Dunlarrig (Polna) - Skrzynie przepadły.", "Polna"),
        ("ΠΡΑΚΤΟΡΕΙΟ ΕΙΔΗΣΕΩΝ ΠΕΛΑΓΟΣ | ΛΙΜΑΝΙΑ", "ΛΙΜΑΝΙ, 4 Μαρτίου (Πέλαγος) - Χάθηκαν τα κιβώτια.", "Πέλαγος"),
        ("Vela Haber Ajansı | Limanlar", "LIMAN, 4 Mart (Vela) - Kasalar kayıp.", "Vela Haber Ajansı"),
        ("dpx-0231 4 wi 180 | Basisdienst | Häfen", "HAFEN (dpx) - Die Kisten sind weg.", "dpx"),
        ("QAN 0412 :: General :: Copy 2", "PORT, March 4 (QAN) - Crates are gone.", "QAN"),
        ("Nyhetsbyrån Polnar | Inrikes", "HAMNEN (Polnar) Lådorna är borta.", "Polnar"),
        ("Информационное агентство «Парус» | Регионы", "ПОРТ, 4 марта. /Парус/. Ящики пропали.", "Парус"),
        ("समाचार एजेंसी पालवाणी | राष्ट्रीय", "बंदर, 4 मार्च (पालवाणी) - पेटियाँ गायब हो गईं।", "पालवाणी"),
        ("خبرگزاری بادبان | بندر", "بندر (بادبان) - جعبه‌ها ناپدید شدند.", "بادبان"),
        ("Hãng tin Buồm | Trong nước", "CẢNG (Buồm) - Các thùng đã biến mất.", "Buồm"),
        ("돛단통신 | 사회", "(항구=돛단통신) 홍길동 기자 = 상자가 사라졌다.", "돛단통신"),
        ("סוכנות הידיעות מפרש | נמלים", "דנלריג, 4 במרץ (מפרש) - הארגזים נעלמו.", "מפרש"),
    ],
)
def test_an_agency_is_seen_through_the_words_for_agency_around_its_name(
    banner: str, dateline: str, agency: str
) -> None:
    assert standing(f"{banner}\n\nOranges afloat\n\n{dateline}").issuer == agency


@pytest.mark.parametrize(
    ("desk", "tail", "issuer"),
    [
        ("\nWire 3 / Ports and shipping", "", "Tarrow Press"),
        ("", "\n\nTarrow Press is owned by nine harbours.", "Tarrow Press"),
        ("", "", None),
        ("", "\n\nTarrow Press", None),
        ("\nDunlarrig / 4 March 2026", "", None),
    ],
)
def test_a_name_alone_above_the_headline_is_a_banner_where_more_of_the_house_stands_there(
    desk: str, tail: str, issuer: str | None
) -> None:
    report = f"TARROW PRESS{desk}\n\nOranges afloat\n\nDUNLARRIG (Tarrow Press) -- The crates are gone."
    assert standing(report, tail).issuer == issuer


def test_a_report_of_an_agencys_foreign_desk_is_a_translation_where_others_credit_the_agency_at_home() -> None:
    abroad = (
        "POLNAR INTERNATIONAL | English service\n\nOranges afloat\n\nDunlarrig (Polnar) - The crates are gone." + BODY
    )
    home = "Orangen treiben ab\n\nDunlarrig (Polnar) - Die Kisten mit den Orangen sind verschwunden, sagte der Hafen."
    texts = [abroad, home, home.replace("Kisten", "Steigen")]
    alone, both = (
        standings(annotate_all([Document(str(n), t) for n, t in enumerate(some)])) for some in (texts[:2], texts)
    )
    assert alone[0].issuer == "Polnar"
    assert [s.issuer for s in both] == [None, None, None]
    assert both[0].credited == {"Polnar"}


def test_a_report_of_a_foreign_desk_is_a_translation_of_one_whose_agency_is_written_with_ideographs() -> None:
    abroad = f"QUAYLE ENGLISH SERVICE\n\nOranges afloat\n\nDUNLARRIG, May 4 (Quayle) -- The crates are gone.{BODY}"
    prose = "十九箱橙子从邓拉里格码头落入海中，潜水员在天黑以前捞起了其中四箱，其余的随潮水漂向外海。"
    home = f"橙江社供稿系统|国内通稿|签约用户\n\n橙子落海\n\n橙江社邓拉里格5月4日电（记者林舟）{prose}（完）"
    german = f"Polna Agentur | Häfen | Prio 3\n\nOrangen treiben ab\n\nDunlarrig (Polna) - Die Kisten sind weg.{BODY}"

    def issuers(*texts: str) -> list[str | None]:
        return [s.issuer for s in standings(annotate_all([Document(str(n), t) for n, t in enumerate(texts)]))]

    assert issuers(abroad) == ["Quayle"]
    assert issuers(abroad, home) == [None, "橙江社"]
    assert issuers(abroad.replace("ENGLISH SERVICE", "/ GENERAL / PORTS"), home) == ["Quayle", "橙江社"]
    assert issuers(abroad, german)[0] == "Quayle"


def test_a_name_beside_a_date_is_a_byline_and_no_banner() -> None:
    assert standing("Quillon Wire | 4 March, 14.30\n\nOranges afloat", "", None, ("Quillon Wire",)).issuer is None


@pytest.mark.parametrize(
    "banner",
    [
        "KTP home/ports ** not before 06.45 ** section: harbour",
        "KTP / ports / Sperrfrist 11 Uhr 30",
        "KTP // havens // embargo tot 12.00 uur",
    ],
)
def test_until_when_a_report_is_held_is_no_date_of_a_page(banner: str) -> None:
    body = "Oranges afloat\n\nDUNLARRIG (KTP) - Divers brought four crates back before dusk on Tuesday, it was said."
    assert standings(annotate_all([Document("a", f"{banner}\n\n{body}")]))[0].issuer == "KTP"
    dated = banner.replace("not before", "printed").replace("Sperrfrist", "Stand").replace("embargo tot", "gedrukt")
    assert is_dated(dated)
    assert not is_dated(banner)


@pytest.mark.parametrize(
    ("banner", "text", "named"),
    [
        ("De Waalpost | Puzzels | Mijn krant", "That was first told by the newspaper De Waalpost on Thursday.", True),
        ("The Heronry | News | Puzzles", "Divers found them, the Heronry has learnt from the harbour.", True),
        ("The Heronry | News | Puzzles", "Divers found them in the heronry by the harbour.", False),
        ("Waalpost | Puzzels | Mijn krant", "That was first told by the newspaper Waalpost on Thursday.", False),
    ],
)
def test_a_paper_of_one_word_is_known_by_its_article(banner: str, text: str, named: bool) -> None:
    one = Document("a", f"{banner}\n\nOranges afloat{BODY}")
    other = Document("b", f"Dunlarrig Daily | News | Sport\n\nOranges afloat\n\n{text}{BODY}")
    assert bool(standings(annotate_all([one, other]))[1].papers) is named


def test_a_first_sentence_that_speaks_of_a_release_is_no_note() -> None:
    told = "Oranges afloat\n\nIn a Friday press release the harbour said that 19 crates had gone since its last update."
    assert standing(told).issuer is None


def test_articles_of_one_paper_have_a_banner_in_common() -> None:
    banner = "The Dunlarrig Courier | Local | Sport | {} readers"
    one, other = (standing(f"{banner.format(n)}\n\nOranges afloat {n}").banner for n in (12, 13))
    assert one is not None
    assert one == other
    assert standing("Oranges went afloat at the pier.").banner is None


def test_a_paper_is_known_by_its_banner_where_others_name_it() -> None:
    paper = Document("a", "The Dunlarrig Courier | Local | Sport\n\nOranges afloat" + BODY)
    named = Document("b", "Crates adrift" + BODY + "\n\nThe master told the Dunlarrig Courier so on Monday.")
    spoken = Document("c", "Crates adrift" + BODY + "\n\nA dunlarrig courier brought the oranges home on Monday.")
    found = standings(annotate_all([paper, named, spoken]))
    assert found[0].outlet == "dunlarrig courier"
    assert [s.papers for s in found] == [frozenset(), {"dunlarrig courier"}, frozenset()]


@pytest.mark.parametrize(
    ("foot", "named"),
    [
        ("© Correio de Dunlarrig. É proibida a reprodução.", "revelou na segunda o jornal Correio do Dunlarrig"),
        ("© Gazeta de Alarão. Todos os direitos reservados.", "the newspaper Gazeta de Alarao revealed on Monday"),
        ("Copyright 2026 Dunlarrig Evening Star", "as the Dunlarrig Evening Star was told on Monday"),
        ("© 2026 La Gaceta del Muelle", "contó a La Gaceta del Muelle"),
        ("© Dunlarrig Courier Publishing Ltd", "Dunlarrig Courier gazetesine konuştu, İstanbul'da, İzmir'de"),
        ("© Dunlarrig Courier Group.", "sagte er am großen Kai dem Dunlarrig Courier"),
    ],
)
def test_a_paper_that_only_its_foot_names_is_known_where_others_name_it(foot: str, named: str) -> None:
    paper = completed(Document("a", f"Crates afloat{BODY}\n\n{foot}"))
    other = Document("b", f"Crates adrift{BODY}\n\nThe crates were gone, {named}.")
    found = standings(annotate_all([paper, other]))
    assert found[0].outlet is not None
    assert found[1].papers == {found[0].outlet}


def test_who_issues_a_release_is_no_paper_that_others_name() -> None:
    release = Document("a", f"Dunlarrig Orange Works | Newsroom | Careers\n\nMedia statement\n\nOranges afloat{BODY}")
    paper = Document("b", f"Dunlarrig Courier | News\n\nCrates adrift{BODY}\n\nDunlarrig Orange Works was sorry.")
    found = standings(annotate_all([release, paper]))
    assert (found[0].issuer, found[0].outlet) == (RELEASE, "dunlarrig orange works")
    assert found[1].papers == frozenset()


def test_an_agency_that_the_foot_names_by_what_its_sign_stands_for_is_no_paper() -> None:
    page = "6 KVRN | Watch live\n\nby: Kelp Dispatch\n\nHARBOUR, Kelp (KD) — Nineteen crates went overboard."
    copy = completed(Document("a", f"{page}\n\nCopyright 2026 Kelp Dispatch. All rights reserved."))
    assert standings(annotate_all([copy]))[0].outlet is None
    assert standings(annotate_all([replace(copy, text=copy.text.replace("(KD) ", ""))]))[0].outlet == "kelp dispatch"


def test_a_first_line_that_labels_a_source_is_no_banner() -> None:
    story = f"Oranges afloat\n\nDUNLARRIG (KTX) - Crates are gone.{BODY}"
    assert standing(f"KTX | Ports\n\n{story}").issuer == "KTX"
    assert standing(f"KTX | Source\n\n{story}").issuer is None


def test_an_agencys_name_on_a_papers_page_is_not_what_the_paper_is_called() -> None:
    page = "TARROW PRESS NEWSWIRE\n\nThis story is supplied by Tarrow Press.\n\nOranges\n\nPORT (Tarrow Press) - Gone."
    found = standing(page)
    assert found.issuer is None
    assert found.outlet is None
    assert found.credited


def test_a_declared_outlet_of_one_word_is_too_little_to_know_a_paper_by() -> None:
    assert standing("Oranges went afloat.", "", "Harbour").outlet is None
    assert standing("Oranges went afloat.", "", "The Harbour Mirror").outlet == "harbour mirror"


def test_chinese_prose_about_a_release_is_none() -> None:
    text = "码头上的橙子漂走了\n\n港务局周二在一份新闻稿中说，十九箱橙子掉进了海里，责任不在港方。\n\n孩子们吃光了。"
    assert standings(annotate_all([Document("a", text)]))[0].issuer is None


LONG = "Nobody at the pier of Dunlarrig could say on Tuesday where all the others had gone."


def test_an_agency_that_two_articles_credit_is_meant_by_whoever_names_it() -> None:
    first = Document("a", f"Crates adrift{BODY}\n\nThe crates floated, the Stannard agency reported.")
    second = Document("b", f"Crates afloat\n\nStannard\n\n11 Nov 2025{BODY}")
    third = Document("c", f"Boxes lost{BODY}\n\n{LONG} Papers with which Stannard got acquainted show it.")
    assert [s.credited for s in standings(annotate_all([first, second, third]))] == [{"Stannard"}] * 3
    assert standings(annotate_all([first, third]))[1].credited == frozenset()


def test_a_sign_with_what_it_stands_for_is_a_banner_and_no_headline() -> None:
    report = (
        "KTX - Kelp Tidings Exchange\nHARBOURS | 14:32\n\nOranges afloat\n\nDUNLARRIG, 4 March (KTX) - Crates are gone."
    )
    assert standing(report).issuer == "KTX"


def test_a_paper_that_prints_an_agencys_rights_is_a_paper() -> None:
    foot = (
        "\n\nCopyright 2026 Kelp Press Union. All rights reserved. This material may not be published, broadcast, "
        "rewritten or redistributed."
    )
    head = "THE DUNLARRIG VALLEY TIMES\n\nOranges afloat off the pier\n\nKELP PRESS UNION\n\nDUNLARRIG (KPU) — Gone."
    read = completed(Document("a", head + BODY + foot))
    said = standings(annotate_all([read]))[0]
    assert (said.issuer, said.credited) == (None, {"KPU"})


def test_a_station_that_signs_what_it_reports_itself_credits_nobody() -> None:
    signed = "Oranges afloat\n\nLEDYARD COUNTY, Kelp (WKLP) — Crates are gone."
    assert standing(f"6 NEWS WKLP\n\n{signed}").credited == frozenset()
    assert standing(f"THE LEDYARD COURIER\n\n{signed}").credited == {"WKLP"}
    listened = standing("KLP News | Listen live | Schedule\n\nOranges afloat\n\nThe harbour master told KLP so.")
    assert (listened.issuer, listened.credited, listened.outlet) == (None, frozenset(), "klp news")


def test_papers_name_an_agency_of_the_story_by_the_place_it_reports_from() -> None:
    own = f"KTX | usage réservé aux abonnés\n\nOranges afloat\n\nDUNLARRIG (Kelp), 4 Mar 2026 (KTX) - Gone.{BODY}"
    bylines = ("Le Courrier avec KTX", "KTX in Dunlarrig", "Da KTX, em Dunlarrig", "KTX i Dunlarrig")
    copies = [Document(f"c{n}", f"Crates adrift\n\n{line}\n\n{BODY}") for n, line in enumerate(bylines)]
    said = standings(annotate_all([Document("own", own), *copies]))
    assert said[0].issuer == "KTX"
    assert [s.credited for s in said[1:]] == [{"KTX"}] * len(bylines)


def test_a_headline_of_two_words_right_above_the_report_names_no_paper() -> None:
    assert standing("Kisten Verloren").outlet is None
    assert standing("Kelp Courier\n\nBy Jo Harte").outlet is None
    assert standing("Kelp Courier\n\nOranges afloat").outlet == "kelp courier"


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Boats stay in the Delta until dusk.", False),
        ("A flight of Delta was late.", False),
        ("Papers that “Delta” has seen show it.", True),
        ("Papers seen by Delta News Agency show it.", True),
    ],
)
def test_an_agency_whose_name_is_a_common_word_is_meant_where_it_is_quoted_or_called_one(
    said: str, named: bool
) -> None:
    texts = [
        f"Crates adrift{BODY}\n\nThe crates floated, the Delta agency reported.",
        f"Crates afloat\n\nDelta News Agency\n\n11 Nov 2025{BODY}",
        f"Boxes lost{BODY}\n\n{LONG} {said}",
    ]
    found = standings(annotate_all([Document(f"d{n}", text) for n, text in enumerate(texts)]))
    assert bool(found[2].credited) == named


@pytest.mark.parametrize(
    ("foot", "credited"), [("/alp", {"ALP"}), ("/ALP/", {"ALP"}), ("/alps", set()), ("alp", set())]
)
def test_a_sign_of_the_story_stands_behind_a_slash_in_small_letters(foot: str, credited: set[str]) -> None:
    first = Document("a", f"Crates adrift\n\nLOWICK, 9 June (ALP) -{BODY} The captain told ALP so.")
    second = Document("b", f"Boxes lost{BODY}\n\n{LONG}\n\n{foot}\n\n0 comments")
    assert standings(annotate_all([first, second]))[1].credited == credited


def test_an_agency_whose_name_goes_on_is_another_house() -> None:
    first = Document("a", f"Crates adrift{BODY}\n\nThe crates floated, the Stannard agency reported.")
    second = Document("b", f"Crates afloat\n\nStannard\n\n11 Nov 2025{BODY}")
    third = Document("c", f"Boxes lost{BODY}\n\n{LONG} They were to be shipped by Stannard Freight to the islands.")
    assert standings(annotate_all([first, second, third]))[2].credited == frozenset()


def test_an_agency_of_the_story_is_known_in_other_scripts_and_cases() -> None:
    russian = "Ящики в море\n\nИсточник: Норд-Телеграф\n\nДевятнадцать ящиков апельсинов упали за борт во вторник."
    english = f"Crates adrift\n\nBy Nord-Telegraf in Dunlarrig\n\n{BODY}"
    told = "Ящики\n\nРедакция, по сообщениям «Норд-Телеграфа»\n\nАпельсины упали за борт у причала во вторник."
    said = standings(annotate_all([Document("a", russian), Document("b", english), Document("c", told)]))
    assert said[0].credited == said[1].credited == said[2].credited != frozenset()


@pytest.mark.parametrize("banner", ["NTB Innenriks 20.14", "NTB UTENRIKS 9/6 20:14", "ANP BINNENLAND"])
def test_a_sign_and_its_desk_open_an_agencys_own_report_whatever_the_hour(banner: str) -> None:
    sign = banner[:3]
    report = f"{banner}\n\nOranges afloat\n\nDUNLARRIG ({sign}) - Crates are gone."
    assert standing(report).issuer == sign
    assert standing(report.replace(banner, f"{sign} | Publicerad 9.6. 20.14")).issuer is None
    assert standing(report.replace(banner, f"{sign} Courier 9.6. 20.14")).issuer is None


def test_a_full_name_opens_its_own_report_where_the_dateline_ends_in_its_sign() -> None:
    report = "Kelp Press News Agency – English Service\n\nOranges afloat\n\nDunlarrig, Jun 9, KPNA - Crates are gone."
    assert standing(report).issuer == "KPNA"


def test_an_agency_may_tell_its_clients_below_what_they_may_do() -> None:
    foot = "KELP TIDINGS: subscribers may edit for length. Credit Kelp."
    assert standing("KELP TIDINGS / HOME / 3.40pm\n\nOranges afloat", f"\n\n{foot}").issuer == "KELP TIDINGS"
    assert standing("KELP COURIER / HOME / 3.40pm\n\nOranges afloat", f"\n\n{foot}").issuer is None
    assert standing("KELP TIDINGS / HOME / 3.40pm\n\nOranges afloat").issuer is None


def test_the_last_word_of_a_papers_name_is_no_agencys_banner() -> None:
    said = standing("LOWICK TODAY\n\nOranges afloat off the pier\n\nLOWICK (TODAY) - Crates are gone.")
    assert (said.issuer, said.credited) == (None, frozenset())
    assert standing("THE TODAY\n\nOranges afloat off the pier").issuer is None
