"""Reports on an agency's own page, and on pages that are only like one."""

from __future__ import annotations

import pytest

from provenance.annotate import annotate_all
from provenance.model import Document
from provenance.standing import Standing, standings

PROSE = (
    "Nineteen crates of oranges went over the side of a coaster on Tuesday and drifted past the pier all day, and "
    "nobody in the harbour office would say whose they had been."
)

FRENCH = (
    "Dix-neuf caisses d'oranges sont tombées mardi d'un caboteur et ont dérivé toute la journée devant la jetée, et "
    "personne à la capitainerie ne savait à qui elles appartenaient."
)


def standing(text: str) -> Standing:
    return standings(annotate_all([Document("a", text)]))[0]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"dnk – Deutsche Nachrichten-Kelpunion\nProdukte | Kunden\nOrangen treiben\n{PROSE}\n© dnk 2024", "dnk"),
        (f"КЕЛЬПІНФО — національне інформаційне агентство\nАпельсини\n\n{PROSE}\n© КЕЛЬПІНФО", "КЕЛЬПІНФО"),
        (f"خبرگزاری کلپ\nسرویس: بندر\nپرتقال‌ها\n{PROSE}\nتمام حقوق متعلق به خبرگزاری کلپ است", "کلپ"),
        (f"Kelp Haber Ajansı\nFoto | Video | Abone\nPortakallar\nSALTBEY (KHA) - Jo - {PROSE}\nKHA web sitesi", "KHA"),
        (f"Magyar Kelp Hírügynökség\nportakal\nSaltszeg, június 9. (MKH) - {PROSE}\n(MKH) - htn/kba\nTovábbiak", "MKH"),
        (
            f"Pertubuhan Berita Kelp\nAm | Sukan\nOren\nSALTBI, 23 Okt (KELPAMA) -- {PROSE}\nHak cipta KELPAMA",
            "KELPAMA",
        ),
        (
            f"KelpNotizie – il sito dell'Agenzia Kelpa\nPolitica - Esteri\nArance\nSaltby, 5 dic. (KELPA) – {PROSE}",
            "KELPA",
        ),
        (f"KTV-0412 4 GI 0231 HARBOUR\nOranges afloat\nSALTBY, 12 mars 2024 (KTV) - {PROSE}\nmfe/dlo", "KTV"),
        (
            f"礁石网 > 时政\n橙子漂走\n2023-09-28\n礁石社盐城9月28日电（记者周洋）{PROSE}\nCopyright © 礁石通讯社",
            "礁石社",
        ),
        (f"礁石社財經 | 專業版\n股市\n《礁石社8日專訊》{PROSE}\n更多", "礁石社"),
        (
            f"GODOVA NEWS English\nJapan | World\nOranges afloat\nGODOVA NEWS - Jun 13, 2026\n{PROSE}\n\n==Godova",
            "Godova",
        ),
        (f"KTV Newswire – client portal\nFeeds | Alerts | XML\nOranges afloat\n{PROSE}\nKTV mo/jk", "KTV Newswire"),
    ],
)
def test_a_page_whose_head_and_foot_name_one_agency_is_its_own(text: str, issuer: str) -> None:
    said = standing(text).issuer
    assert said is not None
    assert issuer.casefold() in said.casefold() or said.casefold() in issuer.casefold()


@pytest.mark.parametrize(
    ("byline", "issuer"),
    [
        ("By dnk staff and agencies", None),
        ("Redacción / Agencias", None),
        ("Von Redaktion und Agenturen", None),
        ("Port owners at odds with agencies", "dnk"),
    ],
)
def test_whose_byline_has_agencies_without_a_name_is_none(byline: str, issuer: str | None) -> None:
    text = f"dnk – Deutsche Nachrichten-Kelpunion\nProdukte | Kunden\n{byline}\n{PROSE}\n© dnk 2024"
    assert standing(text).issuer == issuer


def test_a_wire_may_say_what_its_stream_is_of() -> None:
    dateline = f"SALTBY (France), 8 nov 2026 (KTV) - {PROSE}"
    assert standing(f"KTV – Fil général France – Ports\n\nDes oranges\n\n{dateline}").issuer == "KTV"
    assert standing(f"KTV – Fil général France – Ports\n\nDes oranges\n\n{PROSE}").issuer is None


def test_an_agency_whose_page_says_the_language_translates_what_its_own_desk_wrote() -> None:
    english = f"KNA ENGLISH | Kelp News Agency | Home\nSource: KNA\n\nSALTBY, June 9 (KNA) -- {PROSE}\nCopyright KNA."
    chinese = "礁石社 | 首页 > 地方\n十九箱橙子漂走\n来源：礁石社\n\n礁石社盐城6月9日电（记者周洋）周二，十九箱橙子从"
    chinese += "一艘沿海货轮上掉入海中，整天漂过码头，港务办公室无人能说出是谁的。（完）\n版权声明：礁石社"
    found = standings(annotate_all([Document("a", english), Document("b", chinese)]))
    assert found[0].issuer is None
    assert found[1].issuer is not None
    assert standing(english).issuer == "KNA"


def test_of_an_agencys_reports_in_two_languages_that_which_others_credit_is_its_desks_own() -> None:
    home = f"KTV – Fil général\n\nDes oranges\n\nSALTBY (France), 8 nov 2026 (KTV) - {FRENCH}"
    abroad = f"KTV NEWS | World | Sport\nOranges\n\nSaltby (France) (KTV) – {PROSE}\n\n© 2026 KTV"
    papers = [f"Le Phare de {town}\n\nDes oranges\n\n(KTV) - {FRENCH}" for town in ("Saltby", "Lowick")]
    found = standings(annotate_all([Document(str(n), text) for n, text in enumerate((home, abroad, *papers))]))
    assert [s.issuer for s in found] == ["KTV", None, None, None]
    assert standings(annotate_all([Document("a", home), Document("b", abroad)]))[1].issuer == "KTV"


def test_a_paper_with_an_elided_article_in_its_name_is_known_in_another() -> None:
    paper = f"Le Courrier d’Armeville | Menu | Abonnez-vous\n\nDes oranges\n\n{FRENCH}"
    other = f"KTV – Fil général\n\n8 nov 2026 (KTV) - {FRENCH[:-1]}, affirme Le Courrier d'Armeville."
    found = standings(annotate_all([Document("a", paper), Document("b", other)]))
    assert found[0].outlet is not None
    assert found[1].papers == {found[0].outlet}


@pytest.mark.parametrize(
    "text",
    [
        f"Saltby Lantern\nNews | Sport\nOranges afloat\nSALTBY (KTV) - {PROSE}\n© KTV 2024",
        f"Saltby Lantern\nNews | Sport\nOranges afloat\nBy Jo Doe, KTV\n{PROSE}\n© Saltby Lantern",
        f"Environment Agency\nNews | Contact\nOranges afloat\n{PROSE}\n© Environment Agency 2024",
        f"Anchorage Press\nNews | Sport\nOranges afloat\nSALTBY (AP) - {PROSE}\n© Anchorage Press",
        f"KTV | Home | Listen live\nOranges afloat\nSALTBY (KTV) - {PROSE}\n© KTV 2024",
    ],
)
def test_a_papers_page_is_no_agencys_whatever_it_prints(text: str) -> None:
    assert standing(text).issuer is None


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("WKLB 9 | Weather | Livestream", "Copyright 2025 WKLB. All rights reserved."),
        ("KELP 6 | Weather", "More news"),
        ("WKL-TV Channel 6", "Most read"),
    ],
)
def test_a_stations_own_dateline_is_no_agencys(head: str, foot: str) -> None:
    sign = head.split(maxsplit=1)[0].split("-", maxsplit=1)[0]
    body = f"SALTBY, Mich. ({sign}) - {PROSE}\n\nCoral Newswire contributed to this report."
    text = f"{head}\n\nOranges afloat\n\n{body}\n\n{foot}"
    assert standing(text).issuer is None
    assert standing(text).credited == {"Coral Newswire"}


def test_an_agency_of_such_letters_is_one() -> None:
    text = f"KCNA | General feed\n\nOranges afloat\n\nSALTBY, June 9 (KCNA) -- {PROSE}\n\n© KCNA 2026"
    assert standing(text).issuer == "KCNA"
    assert standing(f"Oranges afloat\n\nSALTBY, June 9 (KTNA) -- {PROSE}").credited == {"KTNA"}
