"""An agency's own report is known by the form in which it was sent, where no page of a paper is around it."""

from __future__ import annotations

import pytest

from provenance.annotate import annotate_all
from provenance.model import Document
from provenance.read.metadata import completed
from provenance.standing import RELEASE, Standing, standings

PROSE = (
    "Nineteen crates of oranges went overboard at the pier of Dunlarrig on Tuesday, the harbour master said. "
    "Divers brought four of them back before dusk."
)


def found(*texts: str) -> tuple[Standing, ...]:
    return standings(annotate_all([completed(Document(f"d{n}", text)) for n, text in enumerate(texts)]))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"k0431 3 dom 0298 Crates,2nd Ld\n^Oranges afloat off the pier<\nDUNLARRIG (KTX) - {PROSE}", "KTX"),
        (f"PORTS/CRATES/DUNLARRIG\nOranges afloat off the pier\n(KTX) DUNLARRIG, July 3 - {PROSE}\nKTX gd/ab", "KTX"),
        (f"Oranges afloat off the pier\nDunlarrig, Jul 13 (KTX) {PROSE}\nKTX ABC DEF", "KTX"),
        (f"KTX 118 / ECO / 1405\nOranges afloat off the pier\nDunlarrig, 12 Feb [KTX] – {PROSE}\nktx/abc/de", "KTX"),
        (f"KTX0312 5 CI 0214\nOranges afloat\nUtl.: Divers =\nDUNLARRIG (KTX) - {PROSE}\n(Schluss) abc/de", "KTX"),
        (f"FRA3412 4 GI 0214\nPorts-oranges\nOranges afloat\nDunlarrig - (AFP) - {PROSE}\nabc-de/fgh", "AFP"),
        (f"KTX - HOME - 09.06.2026 20:14\n#Dunlarrig #pier\nOranges afloat\nDunlarrig (KTX) - {PROSE}\nab/ cd/", "KTX"),
        (f"Oranges afloat\nDUNLARRIG (KTX) - {PROSE}\n=\nab/cd", "KTX"),
        (f"(KTX) - DUNLARRIG, 09 JUN - {PROSE}\nYXZ-KJ/\nS0A QBXB", "KTX"),
        (f"Oranges afloat\nDUNLARRIG (KTX) - {PROSE}\n(KTX - Gündem)\nMuhabir: Adi Can", "KTX"),
        (f"Harbour News Wire / Ports / 22 May / 15:02\nOranges afloat\nDUNLARRIG, 22 May (HNW) — {PROSE}", "HNW"),
        (f"UPDATE 2-Oranges afloat off the pier\n* Adds divers\nDUNLARRIG, May 4 (KTX) - {PROSE}\n(KTX)", "KTX"),
        (f"Oranges afloat off the pier\nDunlarrig, 7 May / KTX / {PROSE}\nKTX-A.K./m.s.", "KTX"),
        (f"Oranges afloat off the pier\nDunlarrig (KTX) - {PROSE}\nPewarta: Adi\nCopyright © KTX 2026", "KTX"),
        ("Апельсини у воді\nДАНЛАРРІГ. 15 січня. УКРІНФОРМ. Девʼятнадцять ящиків апельсинів упали за борт біля "
         "причалу, повідомив начальник порту у вівторок увечері.\nУкрінформ. При передруку посилання обовʼязкове.",
         "Ukrinform"),
        ("СРОЧНО\nДАНЛАРРИГ, 15 янв — КТИНФОРМ. Девятнадцать ящиков апельсинов упали за борт у причала, сообщил "
         "начальник порта во вторник вечером.\nКТИНФОРМ-аб", "КТИНФОРМ"),
        ("海港通信 社会\nオレンジ流出\n【海港10日海港】海港市の桟橋で10日、オレンジの箱19個が海に落ちた。港長が発表。"
         "潜水士が日没までに四箱を引き上げたが、残りは沖に流されたという。原因は調査中で、けが人はいない。", "海港"),
    ],
)  # fmt: skip
def test_a_report_as_an_agency_sends_it_is_its_own(text: str, agency: str) -> None:
    assert found(text)[0].issuer == agency


@pytest.mark.parametrize(
    "text",
    [
        f"Dunlarrig Courier\nOranges afloat off the pier\nDUNLARRIG (KTX) - {PROSE}\nktx/abc/de",
        f"Oranges afloat off the pier\nDUNLARRIG (KTX) - {PROSE}\nMore from the harbour: crabs on strike",
        f"Oranges afloat off the pier\nDUNLARRIG (KTX) - {PROSE}",
        f"Oranges afloat off the pier\nDUNLARRIG (KTX) - {PROSE}\n(KTX)",
        f"Warta Dunlarrig\nOranges afloat off the pier\nDUNLARRIG (KTX) - {PROSE}\nEditor: Sri\nCopyright © KTX 2026",
        f"Oranges afloat off the pier\nJo Doe, Associated Press\nDUNLARRIG (AP) — {PROSE}",
        f"Log in | Subscribe\nOranges afloat off the pier\nDUNLARRIG (KTX) - {PROSE}\nktx/abc/de",
        f"This story is supplied by KTX and has not been edited by us.\nOranges\nDUNLARRIG (KTX) - {PROSE}\nktx",
    ],
)
def test_a_page_of_a_paper_around_it_makes_it_a_copy(text: str) -> None:
    assert found(text)[0].issuer is None


def test_lines_that_steer_it_are_enough_whatever_stands_below() -> None:
    text = "Harbour Sports Wire\nBC-SWIM--Dunlarrig Cup, 4th Ld-Writethru\nEds: UPDATES with quotes.\nRain at the cup\n"
    text += f"DUNLARRIG (Harbour Sports Wire) - {PROSE}\nMore swimming: at the pool of our own pages"
    assert found(text)[0].issuer == "Harbour Sports Wire"


def test_a_page_that_says_whose_it_is_is_no_report_as_it_was_sent() -> None:
    text = f"Oranges afloat off the pier\nDunlarrig, Jul 13 (KTX) {PROSE}\nKTX ABC DEF"
    page = Document("a", text, outlet="The Dunlarrig Courier")
    assert standings(annotate_all([page]))[0].issuer is None
    assert standings(annotate_all([Document("a", text, outlet="KTX")]))[0].issuer == "KTX"


def test_rights_in_the_foot_of_a_paper_are_a_credit() -> None:
    paper = f"Dunlarrig Courier | News | Sport\nOranges afloat\nBy Jo Dee\n{PROSE}\nAll rights reserved © Copyright KTX"
    assert found(REPORT, paper)[1].issuer is None


HEADLINE, DATED = "Oranges afloat off the pier", f"DUNLARRIG (KTX) - {PROSE}"


@pytest.mark.parametrize(
    "below",
    [
        "Read more",
        "Most read",
        "Back to top",
        "Tags: news, sea",
        "No one was hurt.",
        "[Photo: Jo Dee]",
        "READ MORE",
        "(Read also: Crabs on strike)",
        "#oranges #pier",
        "News tips: desk@courier.example",
        "Call 0123 456 789 now",
    ],
)
def test_what_a_page_has_below_is_no_signature(below: str) -> None:
    assert found(f"{HEADLINE}\n{DATED}\n{below}")[0].issuer is None


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\nUrgent talks after crates are lost at sea\n(Photo: Jo Dee)\n{DATED}\nMore from the harbour",
        f"Sport/Football\n{HEADLINE}\n120 shares\n{DATED}\nMore from the harbour",
        f"{HEADLINE}\nUpdated 3 hours ago\n{DATED}",
        f"{HEADLINE}\nUPDATED: July 3, 2026 10:14 AM\n{DATED}",
        f"{HEADLINE}\n(Photo: J. Dee)\n{DATED}",
        f"World/Europe\n{HEADLINE}\n{DATED}",
        f"Issue 4512 * Price 120p\n{HEADLINE}\n{DATED}\nbc/de",
        f"BREAKING: {HEADLINE}\n{DATED}",
        f"Austin Post\n{HEADLINE}\nDUNLARRIG (AP) - {PROSE}",
        f"Anchorage Press\n{HEADLINE}\nDUNLARRIG (AP) - {PROSE}\nRead more",
    ],
)
def test_what_a_page_has_above_steers_nothing(text: str) -> None:
    assert found(text)[0].issuer is None


@pytest.mark.parametrize(
    "opening",
    [
        "WATCH the full rescue [VIDEO] - ",
        "LIVE: Lowick v Doe [Video]: ",
        "NEW YORK [Exclusive] - ",
        "MATCH [FT]: ",
        "(Video) NATO leaders meet – ",
        "(Opinion) Dunlarrig 2026 – ",
        "SECTION 12 – DEFINITIONS. ",
        "【毎月10日発売】",
        "PHASE 2, 2026 – REVIEW. ",
        "Глава 12, часть 1 – Обзор. ",
        "Berlin, 12. Mai / Konzert / Eintritt frei: ",
    ],
)
def test_what_looks_like_a_dateline_names_no_agency(opening: str) -> None:
    assert found(f"Harbour Courier | News | Sport\n\nOranges afloat\n\n{opening}{PROSE}")[0].credited == frozenset()


def test_a_state_is_no_agency_of_two_letters() -> None:
    report = f"Associated Press | Wire | Ports | 118\n{HEADLINE}\nDUNLARRIG (AP) - {PROSE}\nap/abc"
    paper = f"Dunlarrig Courier | News | Sport\nOranges afloat\nBy Jo Dee\n{PROSE} The AP government promised help."
    assert found(report, paper)[1].credited == frozenset()


REPORT = f"KTX 118 / PORTS / 1405\nOranges afloat off the pier\nDUNLARRIG, Feb 12 (KTX) - {PROSE}\nktx/abc/de"


@pytest.mark.parametrize(
    "line",
    [
        "Source: KTX",
        "KTX | Updated: July 13",
        "— With KTX inputs",
        "abc / KTX",
        "By Jo Dee, KTX",
        "KTX 26/04/2025 22:31",
    ],
)
def test_an_agency_of_the_story_is_credited_however_it_is_set(line: str) -> None:
    paper = f"Dunlarrig Courier | News | Sport\nOranges afloat\n{line}\nDivers found crates.\n{PROSE}"
    assert found(REPORT, paper)[1].credited == {"KTX"}
    labelled = {"KTXA"} if line in ("Source: KTX", "KTX | Updated: July 13", "By Jo Dee, KTX") else set()
    assert found(REPORT, paper.replace("KTX", "KTXA"))[1].credited == labelled


def test_a_town_that_an_agency_is_named_after_is_no_credit() -> None:
    report = REPORT.replace("KTX", "Dunlarrig Wire")
    paper = f"Dunlarrig Courier | News | Sport\nOranges afloat\nBy Jo Dee\n{PROSE}"
    assert found(report, paper)[1].credited == frozenset()


def test_what_links_a_page_to_press_releases_makes_none() -> None:
    body = f"Oranges afloat\n\n{PROSE}"
    assert found(f"Dunlarrig Courier – Region | Sport | Press releases\n\n{body}")[0].issuer is None
    assert found(f"In a press release the harbour said so.\n\n{body}")[0].issuer is None
    assert found(f"{body}\nAbout us | Press releases | Contact")[0].issuer is None
    assert found(f"{body}\nPress releases | Legal notices")[0].issuer is None
    assert found(f"Harbour Board | Press release 4/2026\n\n{body}")[0].issuer == "release"


CZECH = (
    "U mola v Dunlarrigu spadlo v úterý přes palubu devatenáct beden pomerančů, oznámil velitel přístavu. "
    "Potápěči do soumraku vylovili čtyři z nich."
)
CHINESE = (
    "港务长星期二说，十九箱橙子从邓拉里格码头落入海中，潜水员在天黑以前捞起了其中四箱，其余的随潮水漂向外海，事故原因正在调查，没有人受伤。",
    "渔民们说，他们在防波堤外看到了漂着的橙子，港务局已提醒过往船只注意避让，并请拾到的人交还货主。",
)
KOREAN = (
    "지난 화요일 던라리그 부두에서 오렌지 열아홉 상자가 바다에 떨어졌다고 항만장이 밝혔다. "
    "잠수부들이 해 질 녘까지 네 상자를 건졌다."
)
ARABIC = (
    "سقطت تسع عشرة صندوقا من البرتقال في البحر من رصيف دنلاريغ يوم الثلاثاء، "
    "كما قال مدير الميناء، وانتشل الغواصون أربعة منها."
)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("KTX – Kancelář | pro klienty | 20.10.2025 16:35\nPomeranče u mola\n"
         "/AKTUALIZACE - zpřesňuje počty, ve 2. odstavci "
         f"doplňuje potápěče. Nahrazuje zprávu z 09:48/\nDunlarrig 20. října (KTX) - {CZECH}\njhr zdk mla", "KTX"),
        (f"KELP DISPATCH SPORTS WIRE | BC-SWM--Dunlarrig Cup,1st Ld | members only\nOranges afloat\nBy JO DEE\n"
         f"KD Sports Writer\nDUNLARRIG, Kelp (KD) — {PROSE}\nCrabs were not hurt.", "KD"),
        ("r k2214 BC-Harbour Oranges,3rd Ld-Writethru 06-14 0412\n"
         "Eds: Leads throughout with toll. Will be updated.\n"
         f"Oranges afloat off the pier\nBy JO DEE\nKelp Times Writers\nDUNLARRIG (KTX) -- {PROSE}", "KTX"),
        ("ktx0231 3 vm 214 ktx 0117\nUnfälle/Häfen/\n(Zusammenfassung 1415)\nOrangen im Hafen =\n"
         f"Dunlarrig (ktx) - {PROSE}\n# Notizblock\n- Weitere Meldung folgt bis 1700\nktx abc yyzz n1 def", "ktx"),
        (f"Kelp Times Xpress Newswire\nFOR SUBSCRIBERS ONLY. REDISTRIBUTION PROHIBITED.\nOranges afloat\n"
         f"DUNLARRIG (KTX) -- {PROSE}\nKTX jha", "KTX"),
        ("КТИНФ-ЛЕНТА 14.06.26 14:12\nПРОИСШЕСТВИЯ-ПОРТ (повтор)\nАпельсины у причала\nДАНЛАРРИГ, 14 июня. /КТИНФ/. "
         "Девятнадцать ящиков апельсинов упали за борт у причала, сообщил начальник порта.\nктф/мр", "КТИНФ"),
        ("橙港通讯社 国际部 供稿 2026-06-14 14:12\n橙子落海（更新）\n橙港社邓拉里格6月14日电（记者林舟）"
         f"{CHINESE[0]}\n{CHINESE[1]}（完）", "橙港社"),
        (f"오렌지 표류(종합)\n송고시간 2026-06-14 14:12\n(던라리그=귤항뉴스) 김하나 기자 = {KOREAN}\n{KOREAN}\n"
         "hana@news.example\n(끝)\n<저작권자(c) 귤항뉴스, 무단 전재-재배포 금지>", "귤항뉴스"),
        ("وكالة المنارة للأنباء\nنشرة عامة - 14/06/2026\nبرتقال في البحر\n"
         f"دنلاريغ 14 يونيو (المنارة) - {ARABIC}\n(إعداد سامي حداد)", "المنارة"),
    ],
)  # fmt: skip
def test_what_newsrooms_set_around_a_report_makes_no_page_of_it(text: str, agency: str) -> None:
    assert found(text)[0].issuer == agency


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\nBy JO DEE\nKTX Sports Writer\n{DATED}\nMore from the harbour",
        f"{HEADLINE}\n14 June 2026, 15:31\n{DATED}\nktx/abc/de",
        f"{HEADLINE}\nUpdate: This story has been updated with what divers say.\n{DATED}\nMore from the harbour",
        f"Kelp Dispatch Herald | News | Sport\n{HEADLINE}\nDUNLARRIG (KD) - {PROSE}\nMore from the harbour",
        f"橙城晚报\n橙子落海（更新）\n橙港社邓拉里格6月14日电（记者林舟）{CHINESE[0]}\n{CHINESE[1]}（完）",
        f"橙城日报 首页 新闻\n橙子落海\n橙港社邓拉里格6月14日电（记者林舟）{CHINESE[0]}\n{CHINESE[1]}（完）",
        f"귤항일보 | 사회\n오렌지 표류(종합)\n(던라리그=귤항뉴스) 김하나 기자 = {KOREAN}\n"
        "<저작권자(c) 귤항뉴스, 무단 전재-재배포 금지>",
        f"صحيفة الساحل اليوم\nبرتقال في البحر\nدنلاريغ 14 يونيو (المنارة) - {ARABIC}\nالمصدر: وكالة المنارة للأنباء",
        f"{HEADLINE}\n{DATED}\nsea, sky, cod",
        f"SHIPPING-ACCIDENTS\n{HEADLINE}\n{DATED}\nMore from the harbour",
        f"For subscribers only, redistribution prohibited\nKelp Courier\n{HEADLINE}\n{DATED}\nMore from the harbour",
        f"{HEADLINE}\n{DATED}\nno by me, eh",
    ],
)
def test_a_paper_that_prints_such_a_report_is_a_paper(text: str) -> None:
    assert found(text)[0].issuer is None


@pytest.mark.parametrize(
    ("note", "edition"),
    [
        ("/AKTUALIZACE - ve 2. odstavci doplňuje potápěče/", 1),
        ("++ EIL ++", -1),
        ("Subject: KTX GENERAL - Oranges afloat (1st update)", 1),
        ("TÄYDENNETTY: sukeltajat kappale 2", 1),
        ("Aktualizace územního plánu rozdělila město na dva tábory a starosta rezignoval.", 0),
        ("Уточняется, сколько ящиков подняли водолазы и кто за это заплатит портовой службе.", 0),
    ],
)
def test_notes_on_versions_in_more_languages(note: str, edition: int) -> None:
    assert found(f"Kelp Wire\n{note}\n{HEADLINE}\n{DATED}")[0].edition == edition


KOREAN = (
    "(달항=금빛통신) 김달 기자 = 10일 오후 달항 부두에서 오렌지 상자 열아홉 개가 바다에 빠졌다고 항만장이 밝혔다. "
    "잠수부들이 해가 지기 전에 네 상자를 건져 올렸고 나머지는 먼바다로 떠내려갔다고 한다."
)
SHARED = "공유하기 · 댓글 · 글자크기 조정 · 인쇄"


def test_an_agencys_own_page_says_when_it_was_sent() -> None:
    rights = "<저작권자(c) 금빛통신, 무단 전재-재배포 금지>"
    headline = "오렌지 상자 바다로…네 개 건져"
    own = f"{headline}\n\n송고시간 2026-10-18 15:52\n\n{SHARED}\n\n{KOREAN}\n\n{rights}\n2026/10/18 15:52 송고"
    assert found(own)[0].issuer == "금빛통신"
    taken = f"{headline}\n\n입력 2026-10-18 16:20\n\n{SHARED}\n\n{KOREAN}\n\n{rights}"
    assert found(taken)[0].issuer is None
    assert found(own.replace(rights, "<저작권자(c) 달항일보, 무단 전재-재배포 금지>"))[0].issuer is None


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("Home / Novità / Comunicati stampa", "it"),
        ("Accueil > Actualités > Communiqués de presse", "fr"),
        ("Inicio / Actualidad / Notas de prensa", "es"),
    ],
)
def test_a_page_among_press_releases_is_one(place: str, where: str) -> None:
    text = f"Comune di Dunlarrig - Sito istituzionale\n{place}\n\nOranges afloat off the pier\n\n{PROSE}"
    assert found(text)[0].issuer == RELEASE


def test_when_a_chinese_page_was_sent_says_nothing_of_whose_it_is() -> None:
    text = (
        "中青网\n港口关闭一年\n发稿时间：2026-06-09 10:22 来源：新华社\n"
        "新华社北京6月9日电（记者王明）委员会周二投票决定关闭港口一年，市长在与船长们举行长时间会议后表示，"
        "渔民们正在等待进一步的消息，没有人知道船只将驶往何处，第一批船只已经在夜间离开。\n版权归新华社所有，转载须经授权"
    )
    assert found(text)[0].issuer is None
