"""Heads and feet as newsrooms set them, in a dozen languages: whose report it is, and whom it credits."""

from __future__ import annotations

import pytest

from provenance.annotate import annotate_all
from provenance.credits import credits
from provenance.model import Document
from provenance.standing import Standing, standings

EN = (
    "The council of Lowick voted on Tuesday to shut the harbour for a year after a long meeting of captains. Nobody "
    "knows yet where the boats will go, and the first of them left in the night."
)
SV = (
    "Kommunfullmäktige i Lowick beslutade på tisdagen efter ett långt möte att stänga hamnen i ett år, till skepparnas "
    "ilska. Ingen vet ännu vart båtarna ska ta vägen, de första gav sig av under natten."
)
PT = (
    "A câmara de Lowick decidiu na terça-feira, depois de uma longa reunião, fechar o porto durante um ano. Ninguém "
    "sabe ainda para onde irão os barcos, dos quais os primeiros partiram durante a noite."
)
KO = (
    "로윅 시의회는 화요일 긴 회의 끝에 항구를 1년 동안 폐쇄하기로 결정했고 선장들이 반발하고 있다. "
    "배들이 어디로 갈지는 아직 아무도 모르며 첫 배들은 밤사이에 떠났다."
)
ZH = "洛维克市议会周二经过长时间会议后决定关闭港口一年，船长们对此表示愤怒。目前还没有人知道船只将驶往何处。"
AR = (
    "قرر مجلس مدينة لويك يوم الثلاثاء بعد اجتماع طويل إغلاق الميناء لمدة عام وسط غضب القباطنة الذين حضروا الاجتماع. "
    "ولا أحد يعرف حتى الآن إلى أين ستذهب القوارب التي غادر أولها خلال الليل."
)
HI = (
    "लोविक नगर परिषद ने मंगलवार को लंबी बैठक के बाद बंदरगाह को एक साल के लिए बंद करने का फैसला किया, जिससे कप्तान "
    "नाराज़ हैं। अभी किसी को नहीं पता कि नावें कहाँ जाएँगी, पहली नावें रात में निकल गईं।"
)


def standing(text: str) -> Standing:
    return standings(annotate_all([Document("a", text)]))[0]


def agencies(text: str) -> set[str]:
    return {credit.agency for credit in credits(text)}


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("Lusa", f"Porto fecha por um ano\n\nLowick, 12 mar 2026 (Lusa) – {PT}\n\nABC // DEF\n\nLusa/Fim"),
        ("Yonhap", f"항구 1년 폐쇄\n\n(로윅=연합뉴스) 홍길동 기자 = {KO}\n\nhong@example.kr\n\n"
         "<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>\n2026/03/12 14:05 송고"),
        ("Xinhua", f"Lowick shuts harbor for a year\n\nLOWICK, March 12 (Xinhua) -- {EN} Enditem"),
        ("CNA", f"洛維克港關閉一年\n\n（中央社記者張三洛維克12日電）{ZH}（編輯：李四）1150312"),
        ("KUNA", f"إغلاق الميناء لمدة عام\n\nلويك - 12 - 3 (كونا) -- {AR} (النهاية)\n\nا ب / ج د"),
        ("PTI", f"बंदरगाह एक साल बंद\n\nलोविक, 12 मार्च (भाषा) {HI}\n\nभाषा अमित सुरेश"),
        ("PTI", f"Harbour shut for a year\n\nLowick, Mar 12 (PTI) {EN} PTI ABC DEF"),
        ("askanews", f"Porto chiuso\n\nLowick, 12 mar. (askanews) - {PT}\n\nAbc/Def 20260312T140500Z"),
    ],
)  # fmt: skip
def test_an_agencys_own_report_ends_as_it_ends_them(agency: str, text: str) -> None:
    assert standing(text).issuer == agency


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("RIA", "ЛОУИК, 12 мар - РИА Новости. Порт закрыт на год, решил совет города."),
        ("WAM", f"إغلاق الميناء\n\nلويك في 12 مارس / وام / {AR}"),
        ("SPA", f"إغلاق الميناء\n\nلويك 23 رمضان 1447 هـ الموافق 12 مارس 2026 م واس\n\n{AR}"),
        ("Reuters", "港を一年閉鎖\n\n[ロウィック 12日 ロイター] - 市議会は港を閉鎖する。"),
        ("News1", f"항구 1년 폐쇄\n\n(로윅=뉴스1) 홍길동 기자 = {KO}"),
        ("Newsis", f"로윅신문\n\n항구 1년 폐쇄\n\n입력 2026-03-12 14:05 / 로윅=AP 뉴시스\n\n{KO}"),
        ("AP", f"로윅신문\n\n항구 1년 폐쇄\n\n입력 2026-03-12 14:05 / 로윅=AP 뉴시스\n\n{KO}"),
        ("ANI", f"बंदरगाह एक साल बंद\n\nएएनआई, लोविक। {HI}"),
        ("ANI", f"बंदरगाह एक साल बंद\n\nलोविक, एएनआई। {HI}"),
        ("UNI", f"बंदरगाह एक साल बंद\n\nलोविक, 12 मार्च (वार्ता) {HI}"),
        ("AFP", f"लोविक टाइम्स\n\n{HI} समाचार एजेंसी एएफपी के मुताबिक, नावें चली गईं।"),
        ("PTI", f"लोविक टाइम्स\n\n{HI} मेयर ने पीटीआई-भाषा से कहा कि फैसला अंतिम है।"),
        ("AFP", f"Porto fecha por um ano\n\nPor France Presse\n\n12/03/2026 14h05\n\n{PT}"),
        ("Reuters", f"Porto fecha por um ano\n\n{PT}\n\n*Com informações da Agência Brasil e da Reuters"),
        ("ANP", f"De Courant\n\nHaven dicht\n\nDoor onze redactie binnenland/ANP\n\n{EN}"),
        ("dpa", f"Hafen zu\n\n{EN}\n\nabc/dpa/AFP"),
        ("AFP", f"Hafen zu\n\n{EN}\n\nabc/dpa/AFP"),
        ("TT", f"Hamnen stängs\n\n{SV}\n\nabc/TT"),
        ("Interfax", "Порт закрили\n\nКИЇВ. 12 березня. Інтерфакс-Україна. Порт закрито на рік, вирішила міськрада."),
        ("Kyodo", "港を閉鎖\n\n市議会は港を一年間閉鎖することを決めた。（共同）"),
        ("Interfax", "«Мы ждём», — сказал капитан «Интерфаксу»."),
        ("Interfax", "Порт закрыт, следует из сообщения Интерфакса, рассказали капитаны Интерфаксу."),
        ("Ukrinform", "«Чекаємо», — повідомив капітан Укрінформу."),
    ],
)
def test_a_credit_is_read_as_newsrooms_set_it(agency: str, text: str) -> None:
    assert agency in agencies(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Hamnen stängs\n\nAnna Berg/TT\n\n{SV}",
        f"Hamnen stängs\n\n{SV}\n\nAnna Berg/TT",
        f"Tor in München\n\n{EN} So sprach der Fußballer für Fußgänger.\n\nBild oben: Schüler.\nMax Müller/AP",
        f"Tor in München\n\n{EN} So sprach der Fußballer für Fußgänger über Züge.\n\nMax Müller/dpa",
        f"Harbour shut\n\n{EN}\n\nAnna Berg/AP",
        f"Harbour shut\n\n{EN}\n\nAnna Berg/Invision/AP",
        f"नाव भाषा\n\n{HI} यह भाषा की बात है, वार्ता जारी है।",
        f"बंदरगाह बंद\n\nमेयर, लोविक। {HI}",
        "Космонавт сказал, что спутников было два, а «Интерфаксология» — не слово.",
        "Порт закрыт. Спутнику помогли подняться.",
        "Порт закрыт, сообщил директор завода «Спутник».",
        "Порт закрыт, рассказал гендиректор ТАСС на встрече.",
        f"항구 폐쇄\n\n가격=AP 시험 대비\n\n{KO}",
    ],
)
def test_what_looks_like_one_is_none(text: str) -> None:
    assert agencies(text) == set()


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Lowick shuts its harbour", None),
        ("Порт Лоуика закрыли на год", None),
        ("Lowick shuts its harbour\n\nBy Jo Doe\n\n12 March 2026", None),
        ("The Lowick Harbour Courier\n\nHarbour shut for a year", "lowick harbour courier"),
        ("The Lowick Harbour Courier\n\nHarbour shut for a year\n\nBy Jo Doe", "lowick harbour courier"),
    ],
)
def test_a_headline_of_some_words_right_above_the_report_names_no_paper(head: str, outlet: str | None) -> None:
    assert standing(f"{head}\n\n{EN}").outlet == outlet


@pytest.mark.parametrize(
    ("agency", "said"),
    [
        ("Reuters", "समाचार एजेंसी रायटर्स के अनुसार नावें चली गईं।"),
        ("Reuters", "रायटर्स ने बताया कि नावें चली गईं।"),
        ("AP", "एसोशिएटेड प्रेस के मुताबिक नावें चली गईं।"),
        ("Kyodo", "क्योदो समाचार एजेंसी के मुताबिक नावें चली गईं।"),
        ("TASS", "रूसी समाचार एजेंसी तास के अनुसार नावें चली गईं।"),
        ("Reuters", "রয়টার্স জানায়, নৌকাগুলো চলে গেছে।"),
        ("AFP", "বার্তা সংস্থা এএফপি জানিয়েছে, নৌকাগুলো চলে গেছে।"),
        ("Reuters", "สำนักข่าวรอยเตอร์รายงานว่าเรือออกไปแล้ว"),
        ("AP", "ونقلت أسوشييتد برس عن رئيس البلدية أن القوارب غادرت."),
        ("RIA", "نقلت وكالة ريا نوفوستي عن رئيس البلدية أن القوارب غادرت."),
        ("Interfax", "ذكرت وكالة إنترفاكس الروسية أن القوارب غادرت."),
        ("Bloomberg", "وذكرت بلومبرج أن القوارب غادرت."),
        ("Sputnik", "ذكرت وكالة سبوتنيك أن القوارب غادرت."),
        ("Interfax", "به گزارش اینترفاکس، قایق‌ها رفتند."),
        ("Interfax", "인테르팍스 통신에 따르면 배들이 떠났다."),
        ("dpa", "ドイツ通信によると、船は出港した。"),
        ("Anadolu", "据阿纳多卢通讯社报道，船已离港。"),
        ("SANA", "据叙通社报道，船已离港。"),
        ("MAP", "Les bateaux sont partis, selon l'agence MAP."),
        ("APS", "The official news agency APS said on Monday that the boats had left."),
    ],
)
def test_an_agency_is_known_in_other_scripts(agency: str, said: str) -> None:
    assert agencies(said) == {agency}


@pytest.mark.parametrize(
    "said",
    [
        "وأوضح رويتر أن الحساب مغلق.",
        "قالت الصحافة الفرنسية إن القوارب غادرت.",
        "وكانت إنسانا عن القوارب في الترويترات.",
        "स्पुतनिक के अनुसार टीका लगा।",
        "港を閉鎖した（共同）と市議会は言った。",
        "La MAP, selon MAP, est une carte.",
    ],
)
def test_words_and_surnames_of_the_same_letters_are_none(said: str) -> None:
    assert agencies(said) == set()


@pytest.mark.parametrize(
    ("agency", "said"),
    [
        ("AP", "The harbour master did not respond to requests by the Associated Press."),
        ("NNA", "“Nine boats,” told captain Roald Berg to NNA by telephone."),
        ("Polna News Agency", "The lamp went out, as Polna News Agency put it."),
        ("Maestra", "I fatti, come li ha riferiti l'agenzia Maestra, sono pochi."),
        ("TASS", "The boats have left the harbour, reports TASS."),
        ("Reuters", "Reuters points out that nine boats are left."),
        ("AFP", "Neun Boote sind noch da, enthüllte AFP am Dienstag."),
        ("AFP", "Das geht aus einem Brief hervor, den AFP am Dienstag einsehen konnte."),
        ("dpa", "Neun Boote sind noch da, sagte er der Deutschen Presse-Agentur."),
        ("Reuters", "Das zeigt eine Umfrage der Nachrichtenagentur Reuters."),
        ("AFP", "« Neuf bateaux », a déclaré le maire par téléphone à l'AFP."),
        ("Reuters", "C'est ce que dit un document dont Reuters a eu connaissance."),
        ("AFP", "Neuf bateaux sont partis, a révélé l'AFP."),
        ("EFE", "Nou barques han marxat, segons informa EFE."),
        ("Reuters", "Níu bátar fóru, samkvæmt fréttastofunni Reuters."),
        ("Reuters", "Níu bátar fóru, sagði Reuters."),
        ("TASR", "Deväť lodí odplávalo, informovala TASR."),
        ("HINA", "Devet brodova je otišlo, javlja novinska agencija HINA."),
        ("Tanjug", "Девет бродова је отишло, јавља Танјуг."),
        ("Reuters", "Devet ladij je odplulo, poroča Reuters."),
        ("Reuters", "Девет лодки заминаха, съобщава Reuters."),
        ("Reuters", "Devyni laivai išplaukė, praneša agentūra Reuters."),
        ("Reuters", "Deviņi kuģi aizbrauca, ziņo aģentūra Reuters."),
        ("Reuters", "Üheksa paati lahkus, vahendab Reuters."),
        ("Reuters", "Chín chiếc thuyền đã rời đi, Reuters đưa tin."),
        ("Reuters", "Boti tisa zimeondoka, kulingana na Reuters."),
        ("AP", "港を閉鎖\n\nロウィック（AP通信）－九隻が出港した。"),
        ("AP", "AP通信による土曜日の記事で明らかになった。"),
        ("Reuters", "Reuters, belediye başkanının teknelerin gittiğini söylediğini aktardı."),
        ("Northmark haber ajansı", "Northmark haber ajansı belgeleri görmediğini bildirdi."),
        ("Reuters", "로이터통신은 현지시간 화요일 배들이 떠났다고 보도했다."),
        ("KCNA", "KCNAは、「九隻が出港した」と述べた。"),
    ],
)
def test_phrases_that_credit_in_more_languages(agency: str, said: str) -> None:
    assert agencies(said) == {agency}


@pytest.mark.parametrize(
    "said",
    [
        "Reuters adds nine posts in Lowick.",
        "AP was asked by Reuters lawyers.",
        "AP通信は新しい本社を建てた。",
        "Reuters yeni bir bina yaptırdı.",
        "로이터통신은 새 건물을 지었다.",
        "九隻が出港した様子 (ビデオ) - 港にて",
        "Der Umfrage der Stadt zufolge liest man AFP.",
    ],
)
def test_what_agencies_do_otherwise_is_no_credit(said: str) -> None:
    assert agencies(said) == set()
