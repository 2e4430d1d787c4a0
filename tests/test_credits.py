from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.annotate import annotate_all
from provenance.crediting import agencies, mention, named, phrases, rights, signs
from provenance.credits import canonical, credits, discovered, initials, renamed, table
from provenance.model import Document

FAMILIES = Path(__file__).parents[2] / "shared" / "families"

CREDITED = [
    ("AP", "BOSTON (AP) — A bridge fell on Tuesday."),
    ("AP", "The letter, a copy of which was obtained by The Associated Press, is short."),
    ("AP", "“It fell,” she told AP on Tuesday."),
    ("AP", "In an interview with AP he said that it fell."),
    ("AP", "The Source: City records and the Associated Press contributed to this report."),
    ("AP", "Bridge falls\nBy The Associated Press\nIt fell on Tuesday."),
    ("AP", "It fell.\n© 2019 The Associated Press. All rights reserved."),
    ("AP", "It fell, according to a report by The Associated Press."),
    ("Reuters", "LONDON, May 30 (Reuters) - A bridge fell."),
    ("Reuters", "Reuters reported in April that the bridge was weak."),
    ("Reuters", "橋が落ちたとロイターが報じた。"),
    ("Reuters", "据路透社报道，桥塌了。"),
    ("AFP", "PARIS (AFP) - Un pont est tombé."),
    ("AFP", "« Il est tombé », a déclaré à l'AFP le maire."),
    ("AFP", "Selon l’AFP, le pont est tombé."),
    ("dpa", "Berlin (dpa) - Eine Brücke ist eingestürzt."),
    ("dpa", "Laut dpa ist die Brücke eingestürzt."),
    ("dpa", "«Sie ist weg», sagte er der Deutschen Presse-Agentur. Das berichtet die dpa."),
    ("dpa", "Die Brücke ist eingestürzt, wie die Nachrichtenagentur dpa meldete."),
    ("PA", "The minister told the PA news agency that it fell."),
    ("EFE", "Madrid, 3 mar (EFE).- Un puente cayó."),
    ("EFE", "Según EFE, el puente cayó."),
    ("EFE", "«Cayó», dijo a EFE el alcalde."),
    ("ANSA", "(ANSA) - ROMA, 12 MAR - Un ponte è caduto."),
    ("ANSA", "Il ponte è caduto, riferisce l'ANSA."),
    ("PAP", "Most runął, podaje PAP, w poniedziałek (PAP)."),
    ("TASS", "Мост упал, сообщает ТАСС."),
    ("TASS", "МОСКВА, 12 марта. /ТАСС/. Мост упал."),
    ("Xinhua", "据新华社报道，桥塌了。"),
    ("Kyodo", "共同通信によると、橋が落ちた。"),
    ("UPI", "July 25 (UPI) -- A bridge fell."),
    ("Bloomberg", "Bloomberg reported last week that it was weak."),
    ("Bloomberg", "Bridge falls\nJo Doe, Bloomberg\nIt fell."),
    ("Interfax", "Мост упал, по данным Интерфакса и полиции, сообщает Интерфакс."),
    ("ANP", "De brug is ingestort, aldus het ANP, dat met de burgemeester sprak. „Weg”, zei hij tegen het ANP."),
    ("Lusa", "O presidente disse à Lusa que a ponte caiu."),
    ("Lusa", "A ponte caiu, segundo a Lusa."),
    ("TT", "– Bron är borta, säger han till TT."),
    ("NTB", "– Broen er borte, sier han til NTB."),
    ("Ritzau", "Det oplyser politiet, skriver Ritzau."),
    ("STT", "Silta romahti (STT)\nNäin kertoo STT."),
    ("CTK", "Most spadl, uvedla ČTK."),
    ("Anadolu", "Köprü çöktü, Anadolu Ajansı bildirdi."),
    ("Yonhap", "연합뉴스에 따르면 다리가 무너졌다."),
    ("Ukrinform", "Про це повідомляє Укрінформ."),
    ("Europa Press", "Según informa Europa Press, el puente cayó."),
    ("The Canadian Press", "OTTAWA — A bridge fell. This report by The Canadian Press was first published May 1."),
    ("CNN Wire", "It fell.\nThe-CNN-Wire ™ & © 2019 Cable News Network."),
    ("Tern News Service", "Bridge falls\nJo Doe, Tern News Service\nIt fell."),
    ("Kestrel Wire", "“It fell,” he told Kestrel Wire by telephone."),
    ("Kestrel Wire", "Bank records seen by Kestrel Wire show it."),
    ("TNA", "PORT DOE, Ruritania, March 9 (TNA) - A bridge fell on Sunday night."),
    ("TNA", "【ポートドウ＝ＴＮＡ】橋が落ちた。"),
    ("Orbis", "«Elle est tombée», a dit le maire, interrogé par l'agence de presse Orbis."),
    ("北海通信社", "北海通信社によると、橋が落ちた。"),
    ("北海通信社", "北海通信社が見つけた議事録には、橋の名がない。"),
    ("视角新闻社", "2026-03-09 18:30　来源：视角新闻社"),
    ("视角新闻社", "【视角新闻社东港3月9日电】一座桥塌了。"),
    ("视角新闻社", "桥塌了，视角新闻社的记者9日从市政府了解到。"),
    ("보라통신", "[동항=보라통신] 다리가 무너졌다."),
    ("보라통신", "보라통신이 입수한 보고서에 다리 이야기가 있다."),
    ("AFP", "« Il est tombé », a appris mardi l'AFP."),
    ("EFE", "«Cayó», dijo Ramón Prieto a EFE por teléfono."),
    ("EFE", "La caída, contada por EFE, es otra."),
    ("EFE", "Contaba la agencia EFE que el puente cayó."),
    ("EFE", "El puente era débil, según cartas que EFE pudo consultar."),
    ("dpa", "„Sie ist weg“, sagte er dpa."),
    ("dpa", "Die Brücke ist weg. Niemand weiß, wohin. dpa"),
    ("dpa", "HAMBURG (dpa). Eine Brücke ist eingestürzt."),
    ("PAP", "„Runął”, opowiedziała agencji PAP."),
    ("Волна-Телеграф", "ПОРТ-ДОУ, 9 марта. /Волна-Телеграф/. Мост упал."),
    ("Kestrel Wire", "Bridge falls\nHill FM news / Kestrel Wire\nIt fell."),
    ("Kestrel Wire", "I thought of it over Kestrel Wire's account of the bridge."),
]


@pytest.mark.parametrize(("agency", "text"), CREDITED)
def test_a_phrase_that_credits_is_found(agency: str, text: str) -> None:
    assert agency in {credit.agency for credit in credits(text)}


@pytest.mark.parametrize(
    "text",
    [
        "AP sues the White House over access to events.",
        "Three officials face a lawsuit from the Associated Press.",
        "AP claims that all three punish the press agency for its decisions.",
        "Shares of Bloomberg rival Kite fell. The shares rose later.",
        "The bridge before it fell. (Jo Doe/Associated Press/File 2019)",
        "The bridge. (AP Photo/Jo Doe)",
        "Photo: Jo Doe, AP",
        "The bridge seen from the air. Jo Doe / AFP - Getty Images file",
        "Students took AP classes. PA is a state, TT a race and PAP a party.",
        "The mayor told MPs and the FBI that NATO and NASA had told him.",
        "Kestrel Wire fell by two percent on the stock exchange.",
        "She told TV reporters and USA fans that it fell.",
        "Bridge falls / and rises / again on Tuesday.",
        "Er arbeitet seit Jahren für dpa",
        "",
        "No agency at all is named here.",
    ],
)
def test_news_about_an_agency_and_photographs_are_no_credits(text: str) -> None:
    assert credits(text) == ()


def test_two_agencies_joined_by_and_share_the_phrase() -> None:
    found = {credit.agency for credit in credits("“It fell,” the mayor told AFP and Reuters on Monday.")}
    assert found == {"AFP", "Reuters"}


def test_an_added_name_is_looked_for() -> None:
    text = "“It fell,” he told Kestrel on Monday."
    assert credits(text) == ()
    assert [credit.agency for credit in credits(text, ["Kestrel"])] == ["Kestrel"]


def test_the_span_holds_the_phrase() -> None:
    text = "It is short. It was obtained by The Associated Press on Monday."
    (credit,) = credits(text)
    assert text[slice(*credit.span)] == credit.text == "obtained by The Associated Press"


def test_full_width_letters_are_read_and_kept() -> None:
    (credit,) = credits("市長がＡＦＰに語った。")
    assert (credit.agency, credit.text) == ("AFP", "ＡＦＰに語")


def test_initials_and_name_become_one_across_articles() -> None:
    texts = [
        "Jo Doe, Tern News Service\nA bridge fell.",
        "PORT DOE, March 9 (TNS) - A bridge fell.",
        "“It fell,” he told the TNA.",
        "PORT DOE, March 9 (TNA) - A bridge fell.",
        "Jo Doe, Tarn News Agency\nA bridge fell.",
    ]
    found = [credits(text) for text in texts]
    assert found[2] == ()
    again = [credits(text, discovered(found)) for text in texts]
    names = canonical(again)
    assert names["Tarn News Agency"] == "TNA" == names["TNA"]
    assert {credit.agency for credit in renamed(again[4], names)} == {"TNA"}
    assert [credit.agency for credit in again[2]] == ["TNA"]


def test_two_names_with_the_same_initials_are_not_mixed_up() -> None:
    found = [credits(f"Jo Doe, {name}\nIt fell.") for name in ("Tern News Agency", "Tarn News Agency")]
    names = canonical([*found, credits("PORT DOE, March 9 (TNA) - A bridge fell.")])
    assert names["Tern News Agency"] == "Tern News Agency"
    assert names["Tarn News Agency"] == "Tarn News Agency"


def test_initials_count_the_word_for_agency_before_a_name() -> None:
    named, told, read = (
        "Le pont est tombé, selon l'Agence Vauban Presse.",
        "« Non », a déclaré à l'AVP le maire.",
        "Le pont est tombé, selon un rapport consulté par l'AVP.",
    )
    assert credits(read) == ()
    found = discovered([credits(named), credits(told)])
    assert "AVP" in found
    assert {credit.agency for credit in credits(read, found)} == {"AVP"}
    assert "AVP" not in discovered([credits(told)])


@pytest.mark.parametrize(
    "line",
    [
        "Por Agência Polna | 08/04/2025 11h30",
        "Redazione con Agenzia Polna, martedì 8 aprile 2025 alle ore 11.30",
        "Agencja Polna, 8 kwietnia 2025, godz. 11.30",
        "Nyhetsbyrån Polna · tisdag 8 april 2025 kl. 11.30",
        "Agencia Polna, martes 8 de abril de 2025",
        "From the Mirror's international desk with Polna News Agency",
    ],
)
def test_a_byline_may_have_a_date_in_any_language(line: str) -> None:
    assert [c.text for c in credits(f"Oranges afloat\n\n{line}\n\nThe crates are gone.")] == [line]


@pytest.mark.parametrize(
    "line", ["Agencia Polna sufre 8 ataques en abril", "Agentur Polna plant 8 neue Stellen im Mai"]
)
def test_a_headline_with_a_month_is_no_byline(line: str) -> None:
    assert not credits(f"{line}\n\nThe crates are gone.")


def test_a_dateline_alone_on_its_line_is_one_under_the_agencys_own_banner() -> None:
    text = "{}\n\nOranges afloat\n\nDunlarrig (Polna), Tuesday\n\nThe crates are gone."
    assert [c.agency for c in credits(text.format("POLNA NEWS AGENCY / PORTS"))][-1] == "Polna"
    assert not credits(text.format("The Harbour Mirror / Ports"))


def test_the_links_of_a_page_are_no_byline() -> None:
    assert [c.text for c in credits("Kestrel / Port", ["Kestrel"])] == ["Kestrel / Port"]
    assert credits("Home / Latest / Kestrel / Weather / Video", ["Kestrel"]) == ()


def test_initials() -> None:
    assert initials("Tern News Service") == "TNS"
    assert initials("Agence de presse Orbis") == "AO"


def test_the_table_names_every_agency_once() -> None:
    names = [name for agency in table() for name in agency.names]
    assert len(names) == len(set(names))
    assert {
        "AP",
        "Reuters",
        "AFP",
        "dpa",
        "PA",
        "EFE",
        "ANSA",
        "PAP",
        "TASS",
        "Xinhua",
        "Kyodo",
        "UPI",
        "Bloomberg",
    } <= {agency.short for agency in table()}


pieces = st.lists(
    st.sampled_from(
        [
            "AP",
            "(AP)",
            "told",
            " ",
            "\n",
            "Reuters",
            "—",
            "by",
            "The",
            "Wire",
            "CNS",
            "によると",
            "【",
            "】",
            "/",
            "\x00",
            "'s",
            "ＡＰ",
        ]
    ),
    max_size=20,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(pieces, st.text(max_size=120)))
def test_every_credit_is_a_stretch_of_the_text(text: str) -> None:
    found = credits(text)
    assert list(found) == sorted(found, key=lambda credit: (credit.span, credit.agency))
    for credit in found:
        start, end = credit.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == credit.text


@pytest.mark.parametrize(
    "piece", ["AP ", "(AP) ", "A.", "alal", "told the the the ", "AAA ", "A (", "【A＝", "AP and ", "«"]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    # Quadratic or exponential behaviour would take minutes here, and the run would be stopped.
    credits(piece * (60_000 // len(piece)) + " AP")


@pytest.mark.skipif(not FAMILIES.is_dir(), reason="the labelled families are not beside this checkout")
def test_labelled_families_credit_a_wire_where_they_say_they_do() -> None:
    truth = {}
    texts = {}
    for path in sorted(FAMILIES.glob("*/truth.json")):
        for document in json.loads(path.read_text("utf-8"))["documents"]:
            truth[document["id"]] = document["credits_wire"]
            texts[document["id"]] = (path.parent / f"{document['id']}.txt").read_text("utf-8")
    first = {name: credits(text) for name, text in texts.items()}
    names = discovered(first.values())
    told = {name: bool(credits(text, names)) for name, text in texts.items()}
    wrong = sorted(name for name in truth if truth[name] != told[name])
    assert len(wrong) <= len(truth) // 20, wrong


NAMES = sorted({name for agency in table() for name in agency.names})


@given(
    st.lists(st.sampled_from(NAMES) | st.sampled_from(["told ", "é", "-", "_", "x", "9", " ", "\n", "（", "年", "Ж"])),
    st.sampled_from([(), ("Ostwick Wire", "_x", "été")]),
)
def test_only_names_that_can_stand_in_a_text_are_looked_for(parts: list[str], added: tuple[str, ...]) -> None:
    text = "".join(parts)
    known = agencies.known_names(added)
    alone = [
        name
        for name in known.names
        if any(mention.stands_alone(text, at, at + len(name)) for at in range(len(text)) if text.startswith(name, at))
    ]
    possible = known.possible(text)
    assert set(alone) <= set(possible)
    assert possible == [name for name in known.names if name in set(possible)]


@given(st.text("ABCé.-_ 1x\n", max_size=20))
def test_initials_are_capitals_that_stand_alone(text: str) -> None:
    slow = re.finditer(r"(?<![\w.-])[A-Z]{3,5}(?![\w-]|\.\w)", text)
    assert [m.span() for m in signs._INITIALS.finditer(text)] == [m.span() for m in slow]


def test_an_agency_that_signs_in_small_letters_is_found_where_it_is_introduced() -> None:
    text = (
        "Stand: 14.01.2026, 10.30 Uhr | lkd\n\nEs brannte. »Das war knapp«, sagte Bürgermeister Anton Krey dem lkd.\n\n"
        "Mehr dazu später.\n"
    )
    found = credits(text)
    assert [c.agency for c in found] == ["lkd", "lkd"]
    assert found[0].text == "Stand: 14.01.2026, 10.30 Uhr | lkd"
    assert discovered([found]) == ("lkd",)
    assert [c.agency for c in credits("Tarn (lkd) - Es brannte.")] == ["lkd"]
    assert [c.agency for c in credits("The mayor told the news agency lkd that it burned.")] == ["lkd"]


@pytest.mark.parametrize(
    "text",
    [
        "Stand: 14.01.2026 | mhe",
        "The news agency said that it burned.",
        "Die Nachrichtenagentur meldete einen Brand.",
        "Das sagte er der alten Frau.",
        "Das sagte die Ministerin dem neuen Sender.",
    ],
)
def test_an_authors_code_and_a_common_word_are_no_agency(text: str) -> None:
    assert credits(text) == ()


CODED = [
    *(
        "news agency ",
        "Nachrichtenagentur ",
        "Agentur ",
        "agence de presse ",
        "nyhetsbyrån ",
        "persbureau ",
        "sagte der ",
    ),
    *("erklärte am Tag gegenüber dem ", "Ostwick (", "Ostwick, Mai (", ") -", ")", "dpx", "qqz", " ", "\n"),
]


@given(st.lists(st.sampled_from(CODED), max_size=6).map("".join))
def test_a_text_with_a_code_in_small_letters_has_a_hint_of_it(text: str) -> None:
    if signs._CODE.search(text):
        assert signs._CODE_SIGNED.search(text) or signs._CODE_HINTS.inside(text)


def test_a_sign_that_others_introduce_is_found_behind_the_last_sentence() -> None:
    text = "Die Kühe wollten sich von einer Trommel nicht erschrecken lassen. lkd\n"
    assert credits(text) == ()
    assert [c.text for c in credits(text, ["lkd"])] == ["lkd"]
    assert credits("Die Kühe standen auf der lkd", ["lkd"]) == ()


def test_a_place_in_brackets_is_no_agency():
    text = "PORTO NOVO (Ardania).— Subió el agua.\n\nEl gobierno de Ardania lo niega.\n"
    assert credits(text) == ()
    assert [c.agency for c in credits(text.replace("Ardania", "Brevio", 1))] == ["Brevio"]


def test_an_agency_ends_a_dateline_without_brackets():
    text = "MARLOW, Ardania, 14 November, Kestrel Wire: The sea came in.\n"
    assert [(c.agency, c.text) for c in credits(text)] == [
        ("Kestrel Wire", "MARLOW, Ardania, 14 November, Kestrel Wire")
    ]


def test_a_name_called_an_agency_ends_with_its_sentence():
    text = "The sluice was shut, she told Agenzia Maestra. In the valley nobody noticed."
    assert [c.agency for c in credits(text)] == ["Maestra"]


def test_who_speaks_after_the_name_of_an_agency_is_no_part_of_it():
    text = (
        "«Non ce ne siamo accorti», ha detto all'Agenzia Maestra Rosa Benini, che abita di fronte.\n\n"
        "Il custode ha riferito all'Agenzia Maestra che la porta era aperta."
    )
    assert {c.agency for c in credits(text)} == {"Maestra"}


@pytest.mark.parametrize("agencies", [(), ("Maestra",)])
def test_an_agency_called_one_signs_in_brackets(agencies):
    text = "PORTOVENTO (Agenzia Maestra) - Il ponte resta chiuso, ha deciso il comune."
    assert [c.text for c in credits(text, agencies)] == ["PORTOVENTO (Agenzia Maestra) -"]


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("Brightwater Cable Service", "The bridge was weak, says a paper seen by Brightwater Cable Service."),
        ("Заречье-пресс", "«Он упал», — рассказал сторож корреспонденту «Заречье-пресс»."),
        ("Заречье-пресс", "Мост упал\n\n«Заречье-пресс», Сурга\n\nМост упал в среду."),
        ("Zarechye-Press", "Bridge falls\n\nFrom our correspondent, with Zarechye-Press\n\nA bridge fell."),
        ("Shioji Press", "“It is gone,” she told Shioji Press on Monday."),
        ("Shioji Press", "«Se fue», contó a Shioji Press Tae Mizu, que vive enfrente."),
        ("シオジ・プレス", "「橋が落ちた」とタエはシオジ・プレスに語りました。"),
        ("Lanterna", "„Er ist weg“, sagte der Wärter der Agentur Lanterna."),
        ("Lantern", "“It is gone,” said the keeper Ercole Brandi to the agency Lantern."),
        ("Lantern", "The bridge had been weak, news agency Lantern reported."),
        ("Полюс", "Мост упал, сообщает информагентство «Полюс»."),
        ("Polnar", "Most spadl, uvedla agentura Polnar."),
        ("Polnar hírügynökség", "A híd leomlott, jelentette a Polnar hírügynökség."),
        ("Polnar", "Podul a căzut, transmite agenția Polnar."),
        ("Polnar", "Silta romahti, kertoo uutistoimisto Polnar."),
        ("Polnar haber ajansı", "Köprü yıkıldı, Polnar haber ajansı bildirdi."),
        ("Polnar", "Jembatan runtuh, lapor kantor berita Polnar."),
        ("Polnar", "Cầu sập, theo hãng tin Polnar."),
        ("Πολνάρ", "Η γέφυρα έπεσε, σύμφωνα με το πρακτορείο Πολνάρ."),
        ("بولنار", "سقط الجسر، بحسب وكالة بولنار للأنباء."),
        ("پولنار", "به گزارش خبرگزاری پولنار پل فرو ریخت."),
        ("פולנאר", "הגשר קרס, כך לפי סוכנות הידיעות פולנאר."),
        ("पोलनार", "समाचार एजेंसी पोलनार के अनुसार पुल गिर गया।"),
        ("ポルナール通信", "ポルナール通信によると、橋が落ちた。"),
        ("Polnar", "The bridge fell, Polnar news agency reported."),
        ("AFP", "The bridge fell, Afp news agency reported."),
        ("KTX", "Oslo (KTX): Broen falt.\n\n– Den falt, sier han til KTX."),
        ("CSA", "Logrosa (CSA), 8 de enero. Un puente cayó, dijo a CSA el alcalde."),
        (
            "Brevio",
            "BREVIO PRESS // north\n\nDUNVERE (Brevio) -- A bridge fell.\n\nBrevio Press // no use without leave",
        ),
        ("K&Q", "K&Q // NORTH // SLUG: BRIDGE\n\nBridge falls\n\nSkelby Haven (K&Q) -- A bridge fell."),
    ],
)
def test_agencies_that_no_table_has_are_found_by_how_they_are_written(agency: str, text: str) -> None:
    assert {credit.agency for credit in credits(text)} == {agency}


@pytest.mark.parametrize(
    "text",
    [
        "“It fell,” he told the agency Monday.",
        "“It fell,” he told the agency Director of Works.",
        "The agency Frontex sent two boats.",
        "“It fell,” he told the Grand Marsh Press.",
        "“It fell,” he told Detroit Free Press.",
        "The bridge fell, Turkish news agency reported.",
        "The bridge fell, State news agency reported.",
        "データ通信によると、橋が落ちた。",
        "Oslo (KTX): Broen falt.",
        "It fell.\n\n© Lantern Press. Our archive goes back to 1907.",
        "Shioji Press won a prize on Monday.",
        "The Express-pressed bridge fell, reported nobody.",
        "Skelby Haven (K&Q) -- A bridge fell.",
    ],
)
def test_what_an_agency_does_and_a_word_that_only_looks_like_its_name_are_no_credit(text: str) -> None:
    assert credits(text) == ()


WRITTEN = """
وكالة للأنباء 通信 ポルナ newswire agentura Shioji Press the プレス シオジ・プレス to
Agentur -пресс Заречье-пресс Nord-Press the agency Lantern news (CSA) 8
told with by à al alla all' l' gegenüber der het till Reuters News Service Presse-Agentur Deutsche agence Agence CNS
AP Tanjug агентство ТАСС 通信社 新華通信社 said . The WIRE NEWS
"""
PIECES = st.sampled_from([*WRITTEN.split(), "\n", "\n\n"])
MADE = st.lists(PIECES | st.text("aZé. \n'’", max_size=4), max_size=30).map(" ".join)


@given(MADE)
def test_named_agencies_are_found_line_by_line_as_in_the_whole_text(text: str) -> None:
    lines = mention.lines_with(named._NAMED_HINTS.inside(text), text)
    found = [m.span() for line in lines for m in named._NAMED.finditer(text, *line)]
    assert found == [m.span() for m in named._NAMED.finditer(text)]


@given(MADE)
def test_to_look_at_the_end_first_tells_the_same_of_who_was_told(text: str) -> None:
    left = mention.left_of(text, len(text))
    assert phrases.is_told(left) == (phrases.TOLD.search(left) is not None)


@given(MADE)
def test_names_that_may_stand_in_a_text_are_looked_up_alike_in_ascii_and_beyond(text: str) -> None:
    known = agencies.known_names(("Zé News", "aZ"))
    assert set(known.possible(text)) == set(known.possible(text + " \N{EM DASH}"))
    assert all(name in known.possible(text) for name in known.names if f" {name} " in f" {text} ")


PICTURED = "Photo FOTOS bild: Images by picture credit: courtesy of via / Jo Doe/ (AFP/ The the x . ( )"


@given(st.lists(st.sampled_from(PICTURED.split()) | st.text("viaVIA/(.ıſ K", max_size=4), max_size=8).map(" ".join))
def test_whatever_credits_a_photograph_ahead_has_one_of_the_hints(left: str) -> None:
    if left.isascii() and rights._PHOTO_AHEAD.search(left):
        assert any(hint in left.lower() for hint in rights._PHOTO_HINTS)


SIGNED = "HARBOUR, Kelp (KD) — Nineteen crates of oranges went overboard at the pier on Tuesday."


@pytest.mark.parametrize(
    "text",
    [
        f"Harbour 6 | Watch live\n\nby: Kelp Dispatch\n\n{SIGNED}\n\nCopyright 2026 Kelp Dispatch.",
        f"{SIGNED}\n\nCopyright 2026 Kelp Dispatch. All rights reserved.",
        f"KELP DISPATCH SPORTS WIRE | members only\n\n{SIGNED} “They floated,” a diver told Kelp Dispatch.",
    ],
)
def test_what_a_sign_stands_for_is_known_where_only_an_agencys_name_stands(text: str) -> None:
    assert {c.agency for c in credits(text)} >= {"KD", "Kelp Dispatch"}
    others = Document("b", "JO DEE  Kelp Dispatch\n\nCrates were lost."), Document("c", "Kelp dried.")
    there = annotate_all([Document("a", text), *others])
    assert [{c.agency for c in article.credits} for article in there] == [{"KD"}, {"KD"}, set()]


@pytest.mark.parametrize(
    "text",
    [
        f"Harbour 6 | Watch live\n\n{SIGNED} “They floated,” the harbour master told Kara Dunn.",
        f"Harbour 6 | Watch live\n\nBy Kara Dunn\n\n{SIGNED}",
        f"Harbour 6 | Watch live\n\n{SIGNED} Kelp Dispatch Riders Ltd was fined.",
    ],
)
def test_who_has_the_letters_of_a_sign_by_chance_is_no_agency(text: str) -> None:
    assert {c.agency for c in credits(text)} == {"KD"}


STORY = "Nineteen crates of oranges went overboard at the pier of Dunlarrig on Tuesday, the harbour master said."


def supplied(head: str = "", tail: str = "", story: str = STORY) -> set[str]:
    return {c.agency for c in credits(f"Harbour Courier\n\nOranges afloat\n\n{head}\n\n{story}\n\n{tail}")}


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Source: KTX", "KTX"),
        ("Kaynak: KTX", "KTX"),
        ("Giriş: 14.06.2026 15:31 Kaynak: KTX", "KTX"),
        ("Πηγή: ΚΤΞ-ΜΠ", "ΚΤΞ-ΜΠ"),
        ("(Sumber: KTX)", "KTX"),
        ("Źródło: KTX", "KTX"),
        ("Источник: МорИнформ", "МорИнформ"),
        ("KTX / Redacción", "KTX"),
        ("KTX, red", "KTX"),
        ("Door onze redactie/KTX", "KTX"),
        ("Av KTX", "KTX"),
        ("/ktx/", "ktx"),
        ("— KTX", "KTX"),
        ("La rédaction avec KTX", "KTX"),
        ("来源：橙港社 责任编辑：周洋", "橙港社"),
        ("By REUTERS", "Reuters"),
        ("Efe. Dunlarrig", "EFE"),
        ("Reporting by Jo Doe in Dunlarrig; editing by A. Sule; Reuters", "Reuters"),
        ("PAP, oprac. JK", "PAP"),
        ("ats", "ATS"),
        ("Theo TTXVN", "VNA"),
        ("Źródło: PAP", "PAP"),
        ("دنلريغ - أ ف ب", "AFP"),
        ("סוכנויות הידיעות, רויטרס", "Reuters"),
        ("एजेंसी, डनलैरिग (पीटीआई) | 9 जून 2026", "PTI"),
        ("2026年6月9日 20時14分　時事通信", "Jiji"),
        ("（共同）", "Kyodo"),
        ("（橙港通信）", "橙港通信"),
    ],
)
def test_a_line_of_its_own_says_who_supplied_a_report(line: str, agency: str) -> None:
    assert supplied(line) == supplied(tail=line) == {agency}


@pytest.mark.parametrize(
    "line",
    [
        "Source: NATO",
        "Source: Harbour board",
        "Quelle: Agenturen/jkl",
        "AGENCIAS | DUNLARRIG",
        "Agencias / PARÍS, 14 jun",
        "By JD",
        "By The Staff",
        "Av redaktionen",
        "Open source: FREE",
        "The source: KTXABCDEF",
        "来源：橙港出版社",
        "/news/",
        "(ABC-DE)",
        "Fuente: INE",
        "Graphic: KTX/Staff",
        "(Reuters/Ipsos)",
        "Фото: ТАСС",
        "Zdjęcie: PAP",
        "（图：路透社）",
        "RED-XYZ",
        "来源：橙港学社",
        "رويترز الدولية للتجارة والنقل والخدمات العامة - فرع",
        "— JD",
        "Fire crews came by KTX and the newsroom was shut, so that nobody had the staff to print what it had to say.",
    ],
)
def test_what_looks_like_such_a_line_credits_nobody(line: str) -> None:
    assert supplied(line, line) == set()


def test_who_is_spoken_of_gave_the_figures_and_not_the_report() -> None:
    spoken = f"{STORY} The KTX will meet again. The KTX has nine members. The KTX is old."
    assert supplied(tail="Source: KTX", story=spoken) == set()


@pytest.mark.parametrize(
    ("dateline", "agencies"),
    [
        ("DUNLARRIG (KTX/Kelp News) — ", {"KTX", "Kelp News"}),
        ("DUNLARRIG (Kelp), Feb 12 2026 (KTX) - ", {"KTX"}),
        ("Dunlarrig (Kelp), 12 feb (KTX).- ", {"KTX"}),
        ("ДАНЛАРРИГ. 14 червня. КТИНФОРМ. ", {"КТИНФОРМ"}),
        ("Данларриг. 14 июня. ИНТЕРФАКС - ", {"Interfax"}),
        ("ANSA - ", {"ANSA"}),
        ("AGI - ", set()),
        ("KTX - ", set()),
        ("ДАНЛАРРИГ, 14 июн. Маяк. ", set()),
        ("© Маяк\n\nДАНЛАРРИГ, 14 июн. Маяк. ", {"Маяк"}),
        ("ДАНЛАРРИГ. 14 червня. УКРІНФОРМ. ", {"Ukrinform"}),
        ("DUNLARRIG (Wednesday) — ", set()),
        ("DUNLARRIG (APR) — ", set()),
        ("DUNLARRIG (Ipsos) — ", set()),
        ("14.06. Dunlarrig (KTX) - ", {"KTX"}),
        ("ДАНЛАРРИГ, 14 июн — МорИнформ. ", {"МорИнформ"}),
        ("मारलो, 14 जून (तरंग)। ", {"तरंग"}),
        ("橙市，5月12日（橙江）——", {"橙江"}),
        ("WATCH (News/Video) — ", set()),
        ("Dunlarrig (ktx). ", {"ktx"}),
        ("Dunlarrig (link). ", set()),
        ("ЧАСТЬ 2 — Обзор. ", set()),
        ("炎上する船＝14日、港沖（橙港提供）\n", set()),
    ],
)
def test_datelines_in_more_forms(dateline: str, agencies: set[str]) -> None:
    assert {c.agency for c in credits(f"Oranges afloat\n\n{dateline}{STORY}")} == agencies


def test_a_sign_in_a_dateline_whose_rights_the_foot_reserves_is_an_agencys() -> None:
    dated = f"Pelabuhan Jambe (KTX) - {STORY}"
    assert credits(dated) == ()
    assert {c.agency for c in credits(f"{dated}\n\nHak cipta © KTX 2026.")} == {"KTX"}
    assert credits(f"{dated}\n\nHak cipta © KTXA 2026.") == ()
    assert {c.agency for c in credits(f"{dated}\n\nKTX")} == {"KTX"}


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("The crates, the Stannard agency reported, floated.", "Stannard"),
        ("The crates, the Stannard agency had reported, floated.", "Stannard"),
        ("Portions were provided by the Kelp News agency.", "Kelp"),
        ("Об этом сообщает МорИнформ.", "МорИнформ"),
        ("Про це повідомляє інформаційне агентство «Маяк-інформ».", "Маяк-інформ"),
        ("据橙港社报道，橙子落海。", "橙港社"),
        ("The Russian agency reported so.", None),
        ("The UN agency reported so.", None),
        ("The Stannard agency sells cars.", None),
        ("The Wire Valley Press reported so.", None),
        ("Gulf Wire & Cable Weekly reported so.", None),
        ("据旅行社报道，橙子落海。", None),
    ],
)
def test_agencies_introduced_in_passing(said: str, agency: str | None) -> None:
    assert {c.agency for c in credits(f"{STORY} {said}")} == ({agency} if agency else set())


def test_brackets_behind_the_last_sentence_credit_even_who_has_a_name_that_means_other_things() -> None:
    assert {c.agency for c in credits(f"{STORY} (APA/red)")} == {"APA"}
    assert supplied(tail="(SDA/hso)") == {"SDA"}
    assert credits(f"{STORY[:-1]} by the assistant (APA) of the pier.") == ()


def test_a_month_is_an_agency_where_it_opens_the_text_or_what_it_stands_for_has_the_rights() -> None:
    dated = f"DUNLARRIG (Kelp), 12 Feb 2026 (APR) - {STORY}"
    assert credits(dated) == ()
    assert {c.agency for c in credits(f"APR | general wire\n\n{dated}")} == {"APR"}
    assert "APR" in {c.agency for c in credits(f"{dated}\n\n© Agence Presse-Relais")}
    assert "APR" not in {c.agency for c in credits(f"{dated}\n\n© Agence Presse-Debout")}


def test_initials_that_the_author_signs_with_stops_are_no_agency() -> None:
    dated = f"DUNLARRIG (MK). {STORY}"
    assert {c.agency for c in credits(dated)} == {"MK"}
    assert credits(f"{dated}\n\nM.K.") == ()


@pytest.mark.parametrize(
    "said",
    ["Мининформ сообщает об этом.", "The Eurostat agency reported so.", "衛星通信の記者に対し語った。"],
)
def test_bodies_and_ways_to_pass_on_messages_are_no_agencies(said: str) -> None:
    assert credits(f"{STORY} {said}") == ()


def test_papers_in_japan_cut_an_agencys_name_short_between_brackets() -> None:
    assert {c.agency for c in credits("橙港\n\n【ワシントン共同】市議会は６日夜、可決した。")} == {"Kyodo"}
    assert credits("橙港\n\n【男女共同】市議会は６日夜、共同で可決した。（動画）") == ()
    assert credits("橙港\n\n市議会は６日夜、共同で可決した。（動画）") == ()


def test_a_short_name_inside_a_word_of_an_indic_script_is_none() -> None:
    assert {c.agency for c in credits("डनलैरिग। समाचार एजेंसी एपी ने बताया कि संतरे बह गए।")} == {"AP"}
    assert credits("डनलैरिग। एपीजे ने बताया कि संतरे बह गए।") == ()


@pytest.mark.parametrize("agencies", ["该通讯社", "外国通讯社", "当地通讯社", "多家通讯社"])
def test_any_agency_in_chinese_is_none(agencies: str) -> None:
    assert credits(f"据{agencies}报道，橙子落海。") == ()
    assert {c.agency for c in credits("据橙港通讯社报道，橙子落海。")} == {"橙港通讯社"}


@pytest.mark.parametrize(
    ("spelled", "agencies"),
    [
        ("The Kelp Trade Institute counted nineteen crates.", set()),
        ("The ministry for trade in kelp (KTI) counted nineteen crates.", set()),
        ("Het Kelp Toezicht Instituut telde negentien kisten.", set()),
        ("The Kelp Trade Intelligencer counted nineteen crates.", {"KTI"}),
        ("The Kelp Telegraph Institute counted nineteen crates.", {"KTI"}),
        ("The harbour master counted nineteen crates.", {"KTI"}),
    ],
)
def test_a_source_that_the_text_calls_an_institute_is_no_agency(spelled: str, agencies: set[str]) -> None:
    assert supplied(tail="Source: KTI", story=f"{STORY} {spelled}") == agencies


def test_the_news_of_a_wire_is_part_of_its_name() -> None:
    assert {c.agency for c in credits("Crates adrift\n\nMIDLAND WIRE NEWS\n\nThe crates floated.")} == {
        "Midland Wire News"
    }
