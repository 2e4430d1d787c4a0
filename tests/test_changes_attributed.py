"""Credits that went, by what each language says of who was told, and by the names that papers and agencies go by."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from test_changes_followed import article, linked, told

from provenance.changes import changes
from provenance.changes.credits import agencies
from provenance.model import Credit, Derived, Passage


@pytest.mark.parametrize(
    ("before", "after", "language", "was"),
    [
        ("Det regnade, säger domaren Pia Sjö till LTB.", "Det regnade, säger domaren Pia Sjö.", "sv",
         "säger domaren Pia Sjö till LTB"),
        ("Det regnede, siger Pia Sø til RTB.", "Det regnede, siger Pia Sø.", "da", "siger Pia Sø til RTB"),
        ("Včera řekl DTK mluvčí Radim Vohnout ráno na mostě.", "Včera uvedl mluvčí Radim Vohnout ráno na mostě.", "cs",
         "Včera řekl DTK mluvčí Radim Vohnout ráno na mostě"),
        ("Itu benar, kata Sri Dewi kepada KBN kemarin pagi.", "Itu benar, kata Sri Dewi kemarin pagi.", "id",
         "kata Sri Dewi kepada KBN kemarin pagi"),
        ("В школе плюс двенадцать, рассказала она «Норд-Телеграфу» по телефону.",
         "В школе плюс двенадцать, рассказала она по телефону.", "ru",
         "рассказала она «Норд-Телеграфу» по телефону"),
    ],
)  # fmt: skip
def test_whom_somebody_told_is_left_out(before: str, after: str, language: str, was: str) -> None:
    found = told(before, after, "copy", (language, language))
    assert [(what, old) for what, old, _ in found] == [("credit", was)]


def test_a_paper_is_known_by_a_word_of_its_name_and_by_what_it_says_it_saw() -> None:
    text = (
        "Rafid News Agency. The pupil told Rafid that it was hot. Stannard has seen the list. He told Stannard so. "
        "Records seen by Parliament show more. Records seen by Hollin show less.\nHollin\n"
    )
    names = agencies(article("s", text, agency="Rafid News Agency"))
    assert {"Rafid", "Stannard", "Hollin"} <= set(names)
    assert "Parliament" not in names


@pytest.mark.parametrize(
    ("before", "after", "kind", "languages"),
    [
        ("He told UPQ that rain fell.", "Disse à Upq que choveu.", "translation", ("en", "pt")),
        ("A viúva contou ao Diário Novo que choveu.", "A viúva disse ao jornal que choveu.", "rewrite", ("pt", "pt")),
        ("Here is the Courier. She told us it rained.", "Good day to all. She told the Courier it rained.",
         "rewrite", ("en", "en")),
        ("Сказала она «Норд-Телеграфу» вчера.", "Сказала она «Северному телеграфу» вчера.", "round-trip translation",
         ("ru", "ru")),
    ],
)  # fmt: skip
def test_a_credit_by_another_name_is_one(before: str, after: str, kind: Derived, languages: tuple[str, str]) -> None:
    assert [what for what, _, _ in told(before, after, kind, languages) if what == "credit"] == []


def test_what_the_newsroom_reckoned_is_told_of_nobody() -> None:
    before = "By our own calculations, 2.3 million tickets were sold in the spring."
    after = "By one reckoning, 2.3 million tickets were sold in the spring."
    source, target = article("s", before, agency="x"), article("t", after)
    found = changes(source, target, linked(source, target), "rewrite")
    assert [(c.what, c.source_text) for c in found] == [("credit", "By our own calculations")]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (
            "チェアマンは辞任せず、エクダール氏に退任を求める考えもないと語った。ポンプが動く間は船長を代えないと話した。",
            1,
        ),
        ("ポンプが動く間は船長を代えないと話した。", 0),
    ],
)
def test_a_sentence_left_out_of_a_translation_takes_its_credit_along(after: str, expected: int) -> None:
    start = "NQM reports rain, and more rain behind it, and wind from the sea, and fog in all of the valleys.\n"
    before = "Chairman Gustaf Brenning told NQM that he would not resign. You do not change the captain, he said."
    source = article("s", start + before, agency="NQM")
    target = article(
        "t",
        "NQMによると雨で、その後も雨が続き、海からの風と谷の霧もあり、どの谷も一日中霧に包まれていた.\n"
        + after.replace("。", "、")
        + ".",
        "ja",
    )
    (_, first), (left, _), (_, right) = source.sentences
    passages = [
        Passage((0, first), target.sentences[0], "translation", 0.9),
        Passage((left, right), target.sentences[1], "translation", 0.9),
    ]
    found = changes(source, target, passages, "translation")
    assert [c.what for c in found if c.source_text and "told NQM" in c.source_text] == ["credit"] * expected


@pytest.mark.parametrize(
    ("before", "after", "language", "was", "now"),
    [
        ("– Det är genant och det är allvarligt, säger Hedqvist.", "– Det är pinsamt och det är seriöst, säger hon.",
         "sv", "– Det är genant och det är allvarligt", "– Det är pinsamt och det är seriöst"),
        ("— Люди в тепле и паники у нас нет, — сказал он.", "— Люди тёплые и никакой паники нет, — сказал он.",
         "ru", "— Люди в тепле и паники у нас нет", "— Люди тёплые и никакой паники нет"),
        ("– Tämä on noloa ja hyvin vakavaa, Hedqvist sanoi.", "– Tämä on kiusallista ja hyvin vakavaa, Hedqvist sanoi.",
         "fi", "– Tämä on noloa ja hyvin vakavaa", "– Tämä on kiusallista ja hyvin vakavaa"),
    ],
)  # fmt: skip
def test_what_is_said_behind_a_dash_is_a_quote(before: str, after: str, language: str, was: str, now: str) -> None:
    assert ("quote", was, now) in told(before, after, "rewrite", (language, language))


def test_a_list_is_no_speech() -> None:
    before = "– Fyra säckar mjöl från kvarnen i dalen."
    assert told(before, "– Fem säckar korn från kvarnen i byn.", "rewrite", ("sv", "sv")) == [
        ("number", "Fyra säckar", "Fem säckar")
    ]


@pytest.mark.parametrize(
    ("before", "after", "kind", "found"),
    [
        (
            "It was cold, she said in the hall.",
            "It was cold, she told NQM.",
            "excerpt",
            [("she said in the hall", "she told NQM")],
        ),
        ("It was cold, she said in the hall.", "It was cold, she told NQM.", "rewrite", []),
        ("It was cold, she told NQM in the hall.", "It was cold, she told the agency.", "excerpt", []),
    ],
)
def test_who_is_said_to_have_told_an_agency_that_told_nobody(
    before: str, after: str, kind: Derived, found: list[tuple[str, str]]
) -> None:
    start = "NORR (NQM) - Rain fell all day long.\nThe valley was wet.\n"
    source, target = article("s", start + before, agency="NQM"), article("t", start + after, agency="NQM")
    said = changes(source, target, linked(source, target), kind)
    assert [(c.source_text, c.target_text) for c in said if c.what == "credit"] == found


def test_a_signed_reporter_behind_a_dateline_lost_the_agency() -> None:
    source = article(
        "s",
        "云津社11月5日电 上月高调放归大海的鲸鲨已经失去踪迹,它身上的卫星标签近日在一艘渔船里被找到,云津社记者5日获悉.",
        "zh",
    )
    credits = [
        Credit("云津社", (m.start(), m.end()), m.group())
        for m in re.finditer("云津社11月5日电|云津社记者5日获悉", source.text)
    ]
    source = replace(source, credits=tuple(credits))
    target = article(
        "t", "上月高调放归大海的鲸鲨已经失去踪迹,它身上的卫星标签近日在一艘渔船里被找到,记者5日获悉.", "zh"
    )
    found = changes(source, target, linked(source, target), "copy")
    assert [(c.what, c.source_text) for c in found] == [("credit", "云津社")]


@pytest.mark.parametrize(
    ("before", "after", "language", "found"),
    [
        ("Il a reconnu des “négligences”.", "Il a reconnu des “insouciances”.", "fr", 1),
        ("他叫“小满”，在海里。", "他叫“小曼”，在海里。", "zh", 0),
    ],
)
def test_one_word_in_quotation_marks_comes_back_as_another(before: str, after: str, language: str, found: int) -> None:
    said = told(before, after, "round-trip translation", (language, language))
    assert [what for what, _, _ in said].count("quote") == found


def test_whom_somebody_told_is_the_house_that_signs() -> None:
    text = (
        "By Huw Castellane, Interline\nIt was cold, Oake told Interline. He told Parliament so.\nNews from Parliament\n"
    )
    names = agencies(article("s", text))
    assert "Interline" in names
    assert "Parliament" not in names


def test_a_paper_that_has_a_report_in_hand_is_credited() -> None:
    before = "Dat blijkt uit een vertrouwelijk rapport dat in handen is van PLL."
    after = "Dat blijkt uit een uitgelekt en vertrouwelijk rapport."
    source = article("s", before, "nl", agency="PLL")
    target = article("t", after, "nl")
    assert [c.what for c in changes(source, target, linked(source, target), "rewrite")] == ["credit"]


@pytest.mark.parametrize(("point", "found"), [("\n14. The lift", []), (" 14 times the lift", ["number"])])
def test_what_a_list_counts_its_points_by_is_no_number(point: str, found: list[str]) -> None:
    source = article("s", "Rain fell. The lift fell in the house.")
    text = f"Rain fell.{point} fell in the house."
    target = replace(article("t", text), sentences=((0, 10), (11, len(text))))
    said = changes(source, target, linked(source, target), "rewrite")
    assert [c.what for c in said] == found
