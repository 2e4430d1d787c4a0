"""Titles, bylines, outlets and dates recovered from plain text, and left alone where they are not there."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Document
from provenance.read import read_corpus
from provenance.read.metadata import completed
from provenance.read.metadata.byline import byline_of
from provenance.read.metadata.dates import dates, has_slashes, iso_date
from provenance.read.metadata.lines import FURNITURE
from provenance.read.metadata.months import MONTHS
from provenance.read.metadata.published import date_of
from provenance.read.metadata.words import Phrases, literal

SHARED = Path(__file__).parent.parent.parent / "shared"
BODY = (
    "The road bridge at Ormley was shut on Monday after a barge laden with gravel struck its middle pier, the harbour"
    " master said, and it will stay shut until divers have looked at the damage.\n\n"
    "Gravel from the barge blocked the river for most of the day, and boats had to wait below the bridge."
)


def told(*lines: str, language: str | None = None) -> Document:
    return completed(Document("a", "\n\n".join(lines), language=language))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-05-15", "2026-05-15"),
        ("2026-05-15T14:20:00+02:00", "2026-05-15T14:20:00+02:00"),
        ("2026-05-15 14:20", "2026-05-15T14:20:00"),
        ("May 31, 2019, 9:52 PM UTC", "2019-05-31T21:52:00+00:00"),
        ("1:52 pm CDT, Friday, May 31, 2019", "2019-05-31T13:52:00-05:00"),
        ("May 31, 2019 10:00AM (UTC)", "2019-05-31T10:00:00+00:00"),
        ("May 31, 2019 8:00 a.m. ET", "2019-05-31T08:00:00"),
        ("12:01 AM, 1 Jan. 2020", "2020-01-01T00:01:00"),
        ("Monday 9 March 2026, 7.25am", "2026-03-09T07:25:00"),
        ("9th of March 2026", "2026-03-09"),
        ("9. März 2026, 14.20 Uhr", "2026-03-09T14:20:00"),
        ("Stand: 09.03.2026, 14:20 Uhr", "2026-03-09T14:20:00"),
        ("9 mars 2026 à 14h20", "2026-03-09T14:20:00"),
        ("1er août 2026", "2026-08-01"),
        ("9 de marzo de 2026", "2026-03-09"),
        ("16 de maio de 2026", "2026-05-16"),
        ("9 marzo 2026", "2026-03-09"),
        ("9 maart 2026", "2026-03-09"),
        ("9 marca 2026 r.", "2026-03-09"),
        ("9 марта 2026, 14:20 МСК", "2026-03-09T14:20:00"),
        ("9 Mart 2026", "2026-03-09"),
        ("2026. március 9.", "2026-03-09"),
        ("9. maaliskuuta 2026", "2026-03-09"),
        ("9 मार्च 2026", "2026-03-09"),
        ("9 مارس 2026", "2026-03-09"),
        ("2026年3月9日 7時25分", "2026-03-09T07:25:00"),
        ("2026년 3월 9일", "2026-03-09"),
        ("9 de març 2026", "2026-03-09"),
        ("9 במרץ 2026", "2026-03-09"),
        ("ngày 9 tháng 3 năm 2026", "2026-03-09"),
        ("9 Maret 2026, pukul 14.20 WIB", "2026-03-09T14:20:00"),
        ("Thu 8 Jan 2026 18.40 GMT", "2026-01-08T18:40:00+00:00"),
        ("8 gennaio 2026 ore 20.45", "2026-01-08T20:45:00"),
        ("8. januar 2026 kl. 20.45", "2026-01-08T20:45:00"),
        ("8 Jan 2026, 20.45", "2026-01-08T20:45:00"),
        ("8 Jan 2026: 3.40 marks", "2026-01-08"),
        ("8 janvier 2026 à 7 h 30", "2026-01-08T07:30:00"),
        ("16.set.2026 às 13h40", "2026-09-16T13:40:00"),
        ("16-Sep-2026", "2026-09-16"),
        ("13.X.2026", "2026-10-13"),
        ("13.Q.2026", None),
        ("25/12/2026", "2026-12-25"),
        ("25/12/26", "2026-12-25"),
        ("12/25/26", "2026-12-25"),
        ("25/12/86", "1986-12-25"),
        ("26/12/25(金)", None),
        ("03/04/26", None),
        ("1/2/26", None),
        ("06/01/2018 02:57 pm ET", "2018-06-01T14:57:00"),
        ("03/04/2026", None),
        ("Monday 9 March, 7.25am", None),
        ("Updated 14:20 CET", None),
        ("31 February 2026", None),
        ("March 2026", None),
        ("9 people in 2026", None),
        ("12345-67-89", None),
        ("", None),
    ],
)
def test_full_dates_and_no_others(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_every_month_name_reads_back(day: date, name: str) -> None:
    first = day.replace(month=MONTHS[name], day=min(day.day, 28))
    assert [d.iso for d in dates(f"{first.day} {name.title()} {first.year}")] == [first.isoformat()]


@given(st.text(max_size=300))
def test_any_line_is_survived_and_dates_lie_where_they_say(line: str) -> None:
    for found in dates(line):
        date.fromisoformat(found.iso[:10])
        assert 0 <= found.start < found.end <= len(line)
    date_of(line)
    byline_of(line)
    completed(Document("a", line))


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Barnaby Tull", "Barnaby Tull"),
        ("BY BARNABY TULL", "BARNABY TULL"),
        ("By Ann Bee and Carl de la Dee", "Ann Bee and Carl de la Dee"),
        ("By Jessica Vane, professor at Ormley Law School", "Jessica Vane"),
        ("By Amir Vera , CNN", "Amir Vera"),
        ("By Eastmere Today staff | 9 March 2026 | World", "Eastmere Today staff"),
        ("By the Chronicle's foreign desk", "the Chronicle's foreign desk"),
        ("From Hesper Quillan in Dunmarrow", "Hesper Quillan"),
        ("Von Jana Reh", "Jana Reh"),
        ("Par Élodie Duval", "Élodie Duval"),
        ("Por Casilda Berrueco", "Casilda Berrueco"),
        ("di Ottavia Brancaleone", "Ottavia Brancaleone"),
        ("Door Lieske van Hammerdal", "Lieske van Hammerdal"),
        ("Av Åsa Öberg", "Åsa Öberg"),
        ("Автор: Анна Котова", "Анна Котова"),
        ("作者：王小明", "王小明"),
        ("By the time the bridge fell, all were gone", None),
        ("By Monday the bridge had fallen.", None),
        ("Von der Leyen besucht Kiew", None),
        ("Di Maria scores twice as Ormley win", None),
        ("Por qué se cerró el puente", None),
        ("DIGEST NINE | the day in under a minute", None),
        ("From farm to fork in Ormley", None),
    ],
)
def test_bylines_in_many_languages(line: str, who: str | None) -> None:
    assert byline_of(line) == who


@pytest.mark.parametrize(
    "above",
    [
        "Home › News › Region",
        "Accept all | Reject all | What are cookies doing here?",
        "SHARE   SAVE   GIFT",
        "Teilen",
        "Compartir · Imprimir · Guardar",
        "シェア　印刷　文字サイズ変更",
        "Facebook Twitter Email",
        "9 March 2026",
        "By Ann Bee",
        "Sign up for our morning newsletter",
        "Try it free for one whole month from today.",
    ],
)
def test_the_title_is_found_below_furniture(above: str) -> None:
    assert told(above, "Gravel barge shuts the bridge at Ormley", "By Carl Dee", BODY).title == (
        "Gravel barge shuts the bridge at Ormley"
    )


def test_a_banner_of_an_agency_is_no_title() -> None:
    title = "Barge shuts bridge at Ormley"
    assert told("KESTREL PRESS // ports // slug: ORMLEY-BRIDGE", title, BODY).title == title
    assert told("KTP home/ports ** not before 06.45 ** section: bridges", title, BODY).title == title
    assert told("SHORT & CLEAR ☕ the news of the bridge before your cup is cold", title, BODY).title == title


@pytest.mark.parametrize(
    ("first", "foot"),
    [
        ("The Ormley Post", "The Ormley Post corrects significant errors."),
        ("ORMLEYNYTT – bron på sextio sekunder", "Nästa Ormleynytt kommer klockan 17."),
        ("Bargebell: five questions on the bridge", "See you tomorrow on Bargebell."),
        ("Bargewatch | Home | Gravel | Bridge | Forum", "About us"),
    ],
)
def test_the_name_of_a_page_is_no_title_where_its_foot_has_it_too(first: str, foot: str) -> None:
    title = "Gravel barge shuts the bridge at Ormley"
    assert told(first, title, BODY, "More on bridges", foot).title == title


def test_a_headline_that_the_foot_repeats_stays_the_title() -> None:
    title, below = "Gravel barge shuts the bridge at Ormley", "Divers look at the middle pier of the bridge on Monday"
    assert told(title, below, BODY, f"Comment on this article: {title}").title == title
    assert told("Ormley bridge shut", below, BODY, "Next: Ormley bridge shut").title == "Ormley bridge shut"
    assert told("Ormley: Bridge shut", "What is known", BODY, "More from Ormley").title == "Ormley: Bridge shut"


def test_the_title_is_what_the_text_is_about() -> None:
    title = "Gravel barge shuts bridge at Ormley"
    assert told("Now playing on Valley Sounds", title, BODY).title == title
    assert told("# " + title, "What happened so far", BODY).title == title
    assert told("砂利運搬船、橋に衝突　オームリー", "橋は月曜日、砂利運搬船の衝突で閉鎖された。" * 3).title == (
        "砂利運搬船、橋に衝突　オームリー"
    )


@pytest.mark.parametrize(
    "lines",
    [
        (BODY,),
        (BODY, "The river and the bridge", BODY),
        ("ORMLEY (Nordic Press) - " + BODY,),
        ("By Carl Dee", "9 March 2026", BODY),
        ("ANN BEE, HOST: Welcome to the show about bridges", BODY),
    ],
)
def test_a_text_without_a_title_has_none(lines: tuple[str, ...]) -> None:
    assert told(*lines).title is None


def test_broken_lines_of_a_paragraph_are_no_bylines_titles_or_outlets() -> None:
    body = (
        "The road bridge at Ormley was shut on Monday after it was struck\n"
        "by Hanson Gravel\n"
        "in the early hours of 9 March 2026, when a barge lay across the\n"
        "river and boats had to wait for most of the day below the town\n"
        "Ormley Gravel is owned by people who have left the bridge as it is"
    )
    found = told("BRIDGE AT ORMLEY SHUT\n" + body)
    assert found == Document("a", found.text, title="BRIDGE AT ORMLEY SHUT")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2026 The Ormley Post", "The Ormley Post"),
        ("Copyright 2019-2026 Ormley Post. All rights reserved.", "Ormley Post"),
        ("The Ormley Post uses cookies to remember you.", "The Ormley Post"),
        ("Het Ormleyblad plaatst cookies om de site te verbeteren.", "Het Ormleyblad"),
        ("Ormley Post copy may not be stored for longer than 30 days.", "Ormley Post"),
        ("The Ormley Post, founded in 1884, is owned by its readers.", "The Ormley Post"),
        ("Assine o Jornal de Ormley a partir de um euro", "Jornal de Ormley"),
        ("Follow Marcus Rashford on Instagram.", None),
        ("Suivez Le Quotidien du Lac sur Facebook et Instagram", None),
        (
            "Ormley Gravel, founded in 1938 as a maker of barges, employs 630 people and had sales of two million "
            "marks last year.",
            None,
        ),
        ("This site uses cookies.", None),
        ("Diese Website verwendet Cookies.", None),
        ("Site uses cookies", None),
        ("Copyright 2018 The Associated Press. All rights reserved.", None),
        ("© 2019 Reuters", None),
        ("© RIPRODUZIONE RISERVATA", None),
        ("Usamos cookies propias y de terceros.", None),
    ],
)
def test_outlets_only_where_clearly_named(line: str, outlet: str | None) -> None:
    assert told("Gravel barge shuts bridge at Ormley", BODY, line).outlet == outlet


def test_a_firm_that_the_article_is_about_is_no_outlet() -> None:
    about = "Ormley Gravel said on Monday that its barge had been moored with two ropes and could not have come loose. "
    line = "Ormley Gravel, founded in 1938, employs 630 people."
    assert told("Barge", about + BODY, about + BODY, line).outlet is None
    assert told("Barge", BODY, line).outlet == "Ormley Gravel"


@pytest.mark.parametrize(
    ("lines", "iso"),
    [
        (("Posted: 7:37 PM, May 30, 2019", BODY), "2019-05-30T19:37:00"),
        (("Redazione esteri, 9 marzo 2026", BODY), "2026-03-09"),
        (("By Ann Bee 9 March 2026", BODY), "2026-03-09"),
        (("ORMLEY, March 9, 2026 (Nordic Press) -- " + BODY,), "2026-03-09"),
        (("Title of the piece", BODY, "First published on 9 March 2026"), "2026-03-09"),
        (("M. T. | 9 mars 2026, 17:05 | mis à jour à 17:20 | Temps de lecture : 3 min", BODY), "2026-03-09T17:05:00"),
        (("Foreign desk. 9 March 2026, 20:10 h", BODY), "2026-03-09T20:10:00"),
        (("The bridge closed. 9 March 2026 was the day.", BODY), None),
        (("The fair of 9 March 2026", BODY), None),
        ((BODY, "On 9 March 2026 the bridge is to be opened again, said the mayor."), None),
        ((BODY + " It was built on 9 March 1926.",), None),
    ],
)
def test_publication_dates_are_lines_of_their_own(lines: tuple[str, ...], iso: str | None) -> None:
    assert told(*lines).published == iso


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Seen on 13/4/2026.", True),
        ("Seen on 13-04-2026, at noon.", True),
        ("Put up 05/03/26", True),
        ("They won 1-0, then 12-10; a rate of 6-7/16 and/or 24/7.", False),
        ("", False),
    ],
)
def test_dates_with_slashes_are_told_from_scores_and_rates(text: str, has: bool) -> None:
    assert has_slashes(text) is has


def test_slashes_are_read_as_the_language_reads_them() -> None:
    assert told("Publié le 03/04/2026", BODY, language="fr").published == "2026-04-03"
    assert told("Published 03/04/2026", BODY, language="en").published is None


@pytest.mark.parametrize(
    ("line", "text", "iso"),
    [
        (
            "05/03/2026 14:25",
            "El puente de Ormley sigue cerrado desde que una barcaza lo golpeó el lunes.",
            "2026-03-05",
        ),
        ("Publié le 05/03/2026", "Le pont reste fermé depuis qu'une péniche l'a heurté lundi matin.", "2026-03-05"),
        ("05/03/2026", "The bridge has been shut since a barge struck it on Monday morning, said the mayor.", None),
        ("Thursday 05/03/2026", "The bridge has been shut since a barge struck it on Monday morning.", "2026-03-05"),
        ("Sunday 05/03/2026", "The bridge has been shut since a barge struck it on Monday morning.", "2026-05-03"),
    ],
)
def test_slashes_are_read_by_the_language_of_the_text_and_the_day_of_the_week(line: str, text: str, iso: str) -> None:
    found = told("Ormley", line, text * 4).published
    assert (found and found[:10]) == iso


def test_a_region_says_whether_the_month_comes_first() -> None:
    assert told("Posted 05/03/2026", BODY, language="en-US").published == "2026-05-03"
    assert told("Posted 05/03/2026", BODY, language="en-GB").published == "2026-03-05"


def test_an_outlet_reads_all_its_dates_in_one_way(tmp_path: Path) -> None:
    banner = "The Ormley Post | News | Sport"
    for name, first, line in [
        ("a", banner, "Updated 05/03/2026"),
        ("b", banner, "Updated 13/04/2026"),
        ("c", "The Alder Post | News | Sport", "Updated 05/03/2026"),
    ]:
        (tmp_path / f"{name}.txt").write_text("\n\n".join([first, "Barge shuts bridge", line, BODY]))
    found = {d.id: d.published for d in read_corpus([str(tmp_path)]).documents}
    assert found == {"a": "2026-03-05", "b": "2026-04-13", "c": None}


def test_an_outlet_that_writes_short_years_is_read_alike(tmp_path: Path) -> None:
    for name, line in [("a", "Star Reporter | 14/10/26"), ("b", "Star Reporter | 02/09/26")]:
        text = ["The Ormley Star | News | Sport", "Barge shuts bridge", line, BODY]
        (tmp_path / f"{name}.txt").write_text("\n\n".join(text))
    found = {d.id: d.published for d in read_corpus([str(tmp_path)]).documents}
    assert found == {"a": "2026-10-14", "b": "2026-09-02"}


def test_what_the_file_declares_stands() -> None:
    declared = Document("a", "By Ann Bee\n\n9 March 2026", title="T", outlet="O", published="2020-01-01", byline="B")
    assert completed(declared) is declared


@pytest.mark.skipif(not (SHARED / "families").is_dir(), reason="the shared story families are not here")
def test_on_labelled_stories_what_is_said_is_right() -> None:
    outlets = dated = titles = documents = 0
    for folder in sorted((SHARED / "families").glob("d*")):
        truth = {d["id"]: d for d in json.loads((folder / "truth.json").read_text())["documents"]}
        for document in read_corpus([str(folder)]).documents:
            documents += 1
            titles += document.title is not None
            if document.outlet:
                outlets += 1
                assert re.sub("^The ", "", document.outlet) == re.sub("^The ", "", truth[document.id]["outlet"])
            if document.published:
                dated += 1
                assert truth[document.id]["published"].startswith(document.published)
    assert titles == documents
    assert outlets >= documents * 0.4
    assert dated >= 5


PHRASES = Phrases(r"""
    sign (?:up|in)|log ?in\b|\bshares?\b|min(?:ute)?s? read|\(c\)|©|https?:|www\.
    подпис|クッキー|päivitetty|yayınlan
""")


@given(
    st.lists(
        st.sampled_from(
            [
                "sign",
                "up",
                "log",
                "login",
                "LOGIN",
                "shares",
                "share",
                "s",
                "min",
                "mins",
                "minutes",
                "READ",
                "(C)",
                "©",
                "http:",
                "www.",
                "ПОДПИС",
                "cookie",
            ]
        )
        | st.sampled_from(
            ["minute read", "Päivitetty", "yayinlan", "YAYINLAN", "\u017fhare", "\u1c83", "クッキー", "İ"]
        ),
        max_size=6,
    ),
    st.sampled_from(["", " ", "\u0307"]),
)
def test_phrases_found_by_their_letters_are_those_of_the_plain_pattern(words: list[str], gap: str) -> None:
    text = gap.join(words)
    assert PHRASES.found_in(text) == (PHRASES.pattern.search(text) is not None)


def test_every_phrase_has_letters_by_which_it_is_looked_for() -> None:
    assert all(map(literal, ["cookie", "\\(c\\)", "log ?in\\b", "min(?:ute)?s? read"]))
    assert FURNITURE.found_in("ALL RIGHTS RESERVED")
    assert not FURNITURE.found_in("The mill turned again.")
