from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.annotate import annotate_all
from provenance.crediting.abbreviations import bare, stands_for
from provenance.credits import initials
from provenance.model import Document, Passage
from provenance.standing import one_name, standings
from provenance.standing.naming import united

BODY = "\n\nNineteen crates of oranges went overboard at the pier of Dunlarrig on Tuesday, the harbour master said."


def called(*texts: str, agencies: tuple[str, ...] = ()) -> set[str]:
    """Return what the agencies of a story are called when it is made of these texts."""
    articles = annotate_all([Document(str(n), text + BODY) for n, text in enumerate(texts)], agencies)
    names = united(articles, one_name(articles))
    return {names[credit.agency] for article in articles for credit in article.credits}


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("CNW", "Cardinal Newswire"),
        ("AMS", "Agencia Meseta"),
        ("AMR", "Agence Mérienne"),
        ("SP", "Stannard Press"),
        ("kdb", "Korrespondenz-Dienst Binnenland"),
        ("TNS", "Tern News Service"),
        ("AVP", "Agence de presse Vauban Presse"),
    ],
)
def test_letters_in_order_with_the_first_of_each_word_stand_for_a_name(short: str, name: str) -> None:
    assert stands_for(short, name)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("CNW", "Cardinal Press Wire"),
        ("NWC", "Cardinal Newswire"),
        ("CWN", "Cardinal Newswire"),
        ("CAR", "Cardinal"),
        ("CARDN", "Cardinal Newswire"),
        ("SP", "Southern Sun Press"),
        ("ST", "Saint"),
        ("", "Stannard Press"),
        ("SP", ""),
    ],
)
def test_other_letters_stand_for_no_name(short: str, name: str) -> None:
    assert not stands_for(short, name)


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,6}", fullmatch=True), min_size=2, max_size=4))
def test_initials_always_stand_for_their_name(words: list[str]) -> None:
    assert stands_for(initials(" ".join(words)), " ".join(words))


def test_a_story_calls_an_agency_by_its_short_name() -> None:
    long, short = "Crates adrift, Cardinal Newswire reported.", "DUNLARRIG, 4 March (CNW) - Crates are adrift."
    assert called(long, short) == {"CNW"}
    assert called(long) == {"Cardinal Newswire"}


def test_the_word_for_agency_counts_as_part_of_the_name() -> None:
    long = "Las cajas flotan, según la Agencia Meseta."
    assert called(long, "DUNLARRIG, 4 mar (AMS) - Las cajas flotan.") == {"AMS"}


def test_a_short_name_that_may_stand_for_two_stands_for_none() -> None:
    texts = (
        "It fell, Cardinal Newswire reported.",
        "It fell, Corran Newswire reported.",
        "PORT, 4 March (CNW) - It fell.",
    )
    assert called(*texts) == {"Cardinal Newswire", "Corran Newswire", "CNW"}


def test_a_name_explained_in_brackets_needs_no_letters() -> None:
    long = "Crates adrift, reports Northquay Markets Wire.\n\nCopy by Northquay Markets Wire (NQX)."
    assert called(long, "DUNLARRIG, 4 March (NQX) - Crates are adrift.") == {"NQX"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("«Пропали», — рассказал он корреспонденту «Заречье-пресс».", "“Gone,” he told Zarechye-Press."),
        ("Ящики уплыли, сообщило агентство Нортлайн.", "PORT, 4 March (Northline) - Crates are adrift."),
        ("“Gone,” said the keeper to the agency Lantern.", "«Sparite», ha detto all'Agenzia Lanterna."),
    ],
)
def test_a_name_in_another_script_or_with_another_ending_is_the_same(one: str, other: str) -> None:
    assert len(called(one)) == len(called(other)) == 1
    assert len(called(one, other)) == 1


def test_agencies_that_the_table_has_keep_their_names() -> None:
    assert called("PORT, 4 March (AP) - It fell.", "It fell, Agencia Pampa informó, según la Agencia Pampa.") == {
        "AP",
        "Pampa",
    }


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Agence de presse Polnaire", "polnaire"),
        ("POLNAR NEWS AGENCY", "polnar"),
        ("لوكالة الشراع للأنباء", "الشراع"),
        ("Информационное агентство «Парус»", "парус"),
        ("紅樹通信社", "紅樹"),
        ("돛단통신", "돛단"),
        ("Hãng thông tấn Buồm", "buồm"),
        ("The Harbour Times", "harbour times"),
        ("Agency", "agency"),
    ],
)
def test_a_name_is_bare_without_the_words_for_agency(name: str, left: str) -> None:
    assert bare(name) == left


@given(st.text(max_size=80))
def test_a_bare_name_is_part_of_the_name(name: str) -> None:
    assert bare(name) in name.casefold()


def test_one_agency_in_two_scripts_is_one() -> None:
    arabic = "وكالة المرسات للأنباء | نشرة\n\nدنلريغ، 4 مارس (المرسات) - اختفت الصناديق."
    english = "Crates adrift\n\nFrom our international desk with Marsat News Agency"
    assert len(called(arabic, english)) == 1
    other = "Crates adrift\n\nFrom our international desk with Maraka News Agency"
    assert len(called(arabic, other)) == 2


def test_a_sign_of_letters_of_a_one_word_name_is_that_agencys_where_one_article_has_both() -> None:
    both = "Kisten weg\n\nHAFEN (ostp) - Die Kisten sind weg, sagte der Hafen der Nachrichtenagentur Ostpress."
    assert len(called(both)) == 1
    assert len(called(both.replace("ostp", "osk"))) == 2


def test_a_name_set_in_two_scripts_side_by_side_is_one() -> None:
    own = "橙港通信　KOKO TSUSHIN　社会\n\nオレンジ流出\n\n（橙港通信）"
    english = "Crates adrift\n\nKoko Tsushin\n\nThe harbour master told Koko Tsushin."
    assert len(called(own, english)) == 1
    assert len(called(own.replace("KOKO TSUSHIN", "KOKO"), english)) == 2


def test_a_sign_and_the_name_it_stands_for_in_the_foot_are_one() -> None:
    report = "APR | fil général\n\nMONTBREL (Lorvaine), 7 oct 2026 (APR) - Les caisses.\n\n© Agence Presse-Relais"
    assert called(report, "Par Le Courrier avec APR") == {"APR"}


ENGLISH = Document(
    "en", "PORT, 4 March - The crates were filled with sand, papers obtained by Koko Press show.", language="en"
)
JAPANESE = Document("ja", "木箱の中身は砂だったことが、橙港通信が入手した文書で分かった。", language="ja")


def told(*documents: Document, facing: bool = True) -> set[str]:
    articles = annotate_all(documents)
    whole = (0, len(documents[0].text)), (0, len(documents[1].text))
    passages = {(0, 1): (Passage(*whole, kind="translation", bits=9.0, similarity=0.9),)} if facing else {}
    return {name for s in standings(articles, passages=passages) for name in s.credited}


def test_names_that_translations_set_for_each_other_are_one() -> None:
    assert len(told(ENGLISH, JAPANESE)) == 1
    assert len(told(ENGLISH, JAPANESE, facing=False)) == 2


def test_names_in_one_script_are_two_and_so_are_those_that_one_article_credits() -> None:
    spanish = Document("es", "Las cajas tenían arena, según papeles obtenidos por la agencia Meseta.", language="es")
    assert len(told(ENGLISH, spanish)) == 2
    both = Document(
        "third", "Koko Press and 橙港通信: papers obtained by Koko Press. 橙港通信が入手した。", language="en"
    )
    assert len(told(ENGLISH, JAPANESE, both)) == 2
