"""Changed facts that show only beyond one pair of sentences: attributions, witnesses, languages in between."""

from __future__ import annotations

import re

import pytest

from provenance.article import Article
from provenance.changes import changes
from provenance.changes.lost import changes_from_lost
from provenance.changes.pairs import is_prose
from provenance.changes.quantities import read
from provenance.model import Credit, Derived, Document, Passage
from provenance.words import tokenise

SENTENCE = re.compile(r"[^\n.]+\.(?:(?=\d)[^\n.]+\.)?[\"”«]?")
QUOTE = re.compile(r'"[^"\n]*"|“[^”\n]*”')


def article(name: str, text: str, language: str = "en", agency: str | None = None) -> Article:
    sentences = [m.span() for m in SENTENCE.finditer(text)]
    sentences = [(s + len(text[s:e]) - len(text[s:e].lstrip()), e) for s, e in sentences]
    credits = tuple(Credit(agency, m.span(), m.group()) for m in re.finditer(re.escape(agency), text)) if agency else ()
    quotes = tuple(m.span() for m in QUOTE.finditer(text))
    return Article(Document(name, text), language, tokenise(text), tuple(sentences), quotes, credits)


def linked(source: Article, target: Article) -> list[Passage]:
    return [Passage(a, b, "edited", 0.8) for a, b in zip(source.sentences, target.sentences, strict=False)]


def told(
    before: str, after: str, kind: Derived = "rewrite", languages: tuple[str, str] = ("en", "en")
) -> list[tuple[str, str | None, str | None]]:
    source, target = article("s", before, languages[0]), article("t", after, languages[1])
    found = changes(source, target, linked(source, target), kind)
    return [(c.what, c.source_text, c.target_text) for c in found]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("It will send 60 workers. Then 600 came.", "Vai enviar 600 operários. Então vieram 600.", ("en", "pt")),
        ("A seal died on its 31st day at sea.", "Un phoque est mort à son 13e jour en mer.", ("en", "fr")),
    ],
)
def test_a_slip_of_digits_is_told_though_the_number_stands_elsewhere(
    before: str, after: str, languages: tuple[str, str]
) -> None:
    assert "number" in [what for what, _, _ in told(before, after, "translation", languages)]


def test_four_is_not_a_fourth() -> None:
    before = "Three of its nine coaches rolled down and a fourth was left hanging."
    after = "Four of its nine coaches rolled down and a fourth was left hanging."
    assert [(was, now) for _, was, now in told(before, after)] == [("Three", "Four")]


def test_two_floors_do_not_round_one_and_a_half_tonnes() -> None:
    assert told("The whale weighed 1.6 tonnes.", "The whale was two floors long and weighed six tonnes.")[0][1:] == (
        "1.6 tonnes",
        "six tonnes",
    )


def test_a_number_is_shown_in_the_text_rather_than_the_headline() -> None:
    before = "Nine dead as slope slides\n\nNine people were killed on Sunday in the slide."
    after = "Thirteen dead as slope slides\n\nThirteen people were killed on Sunday in the slide."
    source, target = article("s", before), article("t", after)
    spans = [(0, 25), (27, len(before))], [(0, 29), (31, len(after))]
    passages = [Passage(a, b, "edited", 0.9) for a, b in zip(*spans, strict=True)]
    source = Article(source.document, "en", source.words, tuple(spans[0]), (), ())
    target = Article(target.document, "en", target.words, tuple(spans[1]), (), ())
    (change,) = changes(source, target, passages, "version")
    assert (change.source_text, change.target_text) == ("Nine people", "Thirteen people")


def test_an_attribution_cut_from_a_sentence_is_told() -> None:
    before = "Thieves took nine watches from the town museum at night, prosecutors announced on Monday."
    after = "Thieves took nine watches from the town museum at night."
    assert told(before, after, "copy") == [("credit", "prosecutors announced on Monday.", after)]


@pytest.mark.parametrize(
    "after",
    [
        "According to prosecutors, thieves took nine watches from the town museum at night.",
        "Prosecutors said thieves took nine watches from the town museum at night.",
        "Thieves robbed a museum.",
    ],
)
def test_an_attribution_moved_or_a_sentence_told_anew_is_no_dropped_one(after: str) -> None:
    before = "Thieves took nine watches from the town museum at night, prosecutors announced on Monday."
    assert told(before, after, "copy") == []


def test_a_dateline_is_no_credit() -> None:
    text = "TELMO, March 3 (Quillon) - A slope slid onto the line on Sunday, officials said."
    source = article("s", text, agency="TELMO, March 3 (Quillon) -")
    target = article("t", "A slope slid onto the line on Sunday, officials said.")
    assert changes(source, target, linked(source, target), "rewrite") == ()


def test_diminished_marks_and_made_up_compounds_of_german_are_no_names() -> None:
    before = "Die Glocken hingen an Vorhängeschlössern. Das Einhängen kostete viel."
    after = "Die Glocken hingen an Hängeschlössern. Das Hängen kostete viel."
    assert told(before, after, "rewrite", ("de", "de")) == []


def test_a_sentence_may_end_in_a_mark_that_opens_elsewhere() -> None:
    text = "Titel\n\n»Es ist so«, sagte sie. »Ich sage die Wahrheit.«\n"
    start = text.index("»")
    whole = Article(Document("d", text), "de", tokenise(text), ((0, 5), (start, len(text) - 1)), (), ())
    assert is_prose(whole, 1)
    assert not is_prose(whole, 0)


def test_what_most_witnesses_say_stands_against_one_that_shares_the_slip() -> None:
    original = "The ministry said that 640 lifts remained out of service until the autumn."
    slipped = "The ministry said that 460 lifts remained out of service until the autumn."
    witnesses = [article(name, original) for name in "abc"] + [article(name, slipped) for name in "xy"]
    passages = {(one.id, other.id): linked(one, other) for one in witnesses for other in witnesses if one.id < other.id}
    kinds: dict[str, Derived] = {"a": "copy", "b": "rewrite", "c": "rewrite", "x": "rewrite", "y": "summary"}
    found = changes_from_lost("lost-1", witnesses, witnesses[3], passages, kinds)
    assert [(c.source_text, c.target_text) for c in found] == [("640 lifts", "460 lifts")]
    few = [witnesses[0], *witnesses[3:]]
    assert changes_from_lost("lost-1", few, witnesses[3], passages, kinds) == ()


@pytest.mark.parametrize(
    ("text", "language", "value"), [("im zweiten Stock", "de", 2.0), ("au troisième étage", "fr", 3.0)]
)
def test_low_ordinals_are_read_with_their_endings(text: str, language: str, value: float) -> None:
    assert [(q.kind, q.value) for q in read(text, language)] == [("ordinal", value)]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("It happened in Israel.", "Es geschah in Isriel.", ("en", "de")),
        ("The clinic of Chirayu was full.", "La clinique de Ciirayu était pleine.", ("en", "fr")),
        ("Die Klinik von Wolnau war voll.", "Klinika v Wotnau byla plná.", ("de", "cs")),
    ],
)
def test_a_single_name_misspelt_in_a_translation_is_told(before: str, after: str, languages: tuple[str, str]) -> None:
    assert [what for what, _, _ in told(before, after, "translation", languages)] == ["name"]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("It happened in Tunisia.", "Es geschah in Tunesien.", ("en", "de")),
        ("It happened in California.", "Það gerðist í Kaliforníu.", ("en", "is")),
        ("The clinic of Chirayu was full.", "Klinika v Chirayuovi byla plná.", ("en", "cs")),
    ],
)
def test_what_another_language_calls_a_place_is_no_misspelling(
    before: str, after: str, languages: tuple[str, str]
) -> None:
    assert told(before, after, "translation", languages) == []


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("市尚未立案。", "市已经立案。", ("zh", "zh")),
        ("市が架けた記録はない。", "The city has a record of building it.", ("ja", "en")),
        ("He denied that they had cut corners.", "He did not dispute that they had cut corners.", ("en", "en")),
    ],
)
def test_a_negation_lost_where_no_spaces_are_written(before: str, after: str, languages: tuple[str, str]) -> None:
    kind: Derived = "rewrite" if languages[0] == languages[1] else "translation"
    source, target = (article_of_signs(n, t, x) for n, t, x in zip("st", (before, after), languages, strict=True))
    sort = "edited" if kind == "rewrite" else "translation"
    passage = Passage((0, len(before)), (0, len(after)), sort, 0.8)  # type: ignore[arg-type]
    assert [c.what for c in changes(source, target, [passage], kind)] == ["negation"]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("数字不断上升，不少人离开。", "The figures rise and many people leave.", ("zh", "en")),
        ("例年よりも遅い時期にまもなく開催する。", "It will soon be held later than usual.", ("ja", "en")),
        ("No. 4 Yama was first.", "Yama, numéro 4, était le premier.", ("en", "fr")),
        ("誰の物か分からない。", "누구 것인지 알 수 없다.", ("ja", "ko")),
    ],
)
def test_what_only_looks_like_a_negation_is_none(before: str, after: str, languages: tuple[str, str]) -> None:
    source, target = (article_of_signs(n, t, x) for n, t, x in zip("st", (before, after), languages, strict=True))
    passage = Passage((0, len(before)), (0, len(after)), "translation", 0.8)
    assert [c for c in changes(source, target, [passage], "translation") if c.what == "negation"] == []


def article_of_signs(name: str, text: str, language: str) -> Article:
    return Article(Document(name, text), language, tokenise(text), ((0, len(text)),), (), ())


def test_units_of_other_countries_are_converted() -> None:
    assert told("It has 23.94 lakh cases.", "Es sind 2.394.000 Fälle.", "translation", ("en", "de")) == []
    assert told("It burned 30,000 acres.", "Сгорело 30 000 акров.", "translation", ("en", "ru")) == []
    assert told("It began at 11:30 p.m.", "午後11時30分に始まった.", "translation", ("en", "ja")) == []


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Shares rose 29 cents.", "Les actions ont gagné 29 cents.", ("en", "fr")),
        ("It paid $55B for the firm.", "Sie zahlte $55B für die Firma.", ("en", "de")),
        ("It closed at 9,837.94 points.", "Indeks zakończył dzień na 9 837,94 punktach.", ("en", "pl")),
        ("He was quarantined at home.", "Il s'est mis en quarantaine chez lui.", ("en", "fr")),
        ("It needed more than 5 million dollars.", "需要500多万美元.", ("en", "zh")),
        ("It sent hundreds of staff.", "把数百名人员送回.", ("en", "zh")),
        ("It grew in the second quarter.", "第2四半期に増えた.", ("en", "ja")),
        ("It happened in Japan.", "Aconteceu no Japão.", ("en", "pt")),
        ("It is not a good idea.", "Это плохая идея.", ("en", "ru")),
    ],
)
def test_faithful_translations_change_nothing(before: str, after: str, languages: tuple[str, str]) -> None:
    assert told(before, after, "translation", languages) == []


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("Solène Vautrin a parlé à l'été.", "Solene Vautrin a parlé cet été.", "fr"),
        ("Leopold Sturrock denied it.", "Leopold Sturrocks denied it.", "en"),
    ],
)
def test_a_full_name_that_lost_an_accent_or_gained_an_s_is_told(before: str, after: str, language: str) -> None:
    ((what, was, now),) = told(before, after, "rewrite", (language, language))
    assert (what, was, now) == ("name", " ".join(before.split()[:2]), " ".join(after.split()[:2]))


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("Solène Vautrin a parlé à l'été.", "Solene Vautrin a parle en mai.", "fr"),
        ("Leopold Sturrock denied it. The Sturrocks left.", "Leopold Sturrock's Sturrocks left.", "en"),
    ],
)
def test_a_text_without_accents_and_a_plural_misspell_nothing(before: str, after: str, language: str) -> None:
    assert told(before, after, "rewrite", (language, language)) == []


def test_sentences_without_a_passage_are_linked_by_a_name_that_one_sentence_alone_has() -> None:
    source = article("s", "The ferry sailed on Monday. It ran aground in fog. Captain Ragna Ellerby slept.")
    target = article("t", "Skipper Regina Ellerby was asleep. The ferry sailed on Monday. It ran aground in fog.")
    passages = [Passage(source.sentences[n], target.sentences[n + 1], "edited", 0.8) for n in range(2)]
    found = changes(source, target, passages, "rewrite")
    assert [(c.source_text, c.target_text) for c in found] == [("Ragna Ellerby", "Skipper Regina Ellerby")]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("２・３キロの道", "ja", [2300.0]),
        ("3월 22일 2만4천 명이", "ko", [322.0, 24000.0]),
        ("11시 30분에 3시간", "ko", [690.0, 180.0]),
        ("à 7 h 30, qui", "fr", [450.0]),
        ("1,4 milljónir", "is", [1.4e6]),
        ("$1 tln to", "en", [1e12]),
        ("100多万人", "zh", [1e6]),
    ],
)
def test_figures_are_read_as_each_language_writes_them(text: str, language: str, values: list[float]) -> None:
    assert [q.value for q in read(text, language)] == values


def test_a_case_ending_of_a_german_noun_is_no_other_name() -> None:
    before, after = "Es kam des oberen Atmungsorgans wegen.", "Es kam der oberen Atmungsorgane wegen."
    assert told(before, after, "rewrite", ("de", "de")) == []


@pytest.mark.parametrize(
    ("before", "after", "languages", "expected"),
    [
        ("Perde 1,2 milioni al mese, dice.", "Sie verliert 1,2 Millionen im Jahr.", ("it", "de"), True),
        ("Perde 1,2 milioni al mese, dice.", "Sie verliert 1,2 Millionen im Monat.", ("it", "de"), False),
        ("Il perd 340 euros par jour.", "It loses 340 euros daily.", ("fr", "en"), False),
        ("A deckhand aged 22 was hurt.", "Un marinaio di 32 anni è ferito.", ("en", "it"), True),
        ("A deckhand aged 22 was hurt.", "Un marinaio di 22 anni è ferito.", ("en", "it"), False),
        ("It lies 17 nautical miles off.", "Sta a 17 miglia nautiche.", ("en", "it"), False),
        ("The unit went seven years without one since 2019.", "Отдел семнадцать лет жил без неё с 2019 года.",
         ("en", "ru"), True),
    ],
)  # fmt: skip
def test_rates_ages_and_miles_are_compared_for_what_they_are(
    before: str, after: str, languages: tuple[str, str], expected: bool
) -> None:
    assert bool(told(before, after, "translation", languages)) == expected


def _witnesses(*texts: str) -> tuple[list[Article], dict[tuple[str, str], list[Passage]]]:
    witnesses = [article(name, text) for name, text in zip("abcd", texts, strict=False)]
    return witnesses, {(s.id, t.id): linked(s, t) for s in witnesses for t in witnesses if s is not t}


def test_two_witnesses_stand_against_a_more_faithful_one() -> None:
    text = "The miller {} said so in court. He found 412 sacks of flour there."
    witnesses, passages = _witnesses(
        *(text.format(n) for n in ("Osk Parrow", "Osk Farrow", "Osk Farrow", "Osk Farrow"))
    )
    kinds: dict[str, Derived] = {"a": "copy", "b": "rewrite", "c": "rewrite", "d": "rewrite"}
    found = changes_from_lost("lost-1", witnesses, witnesses[0], passages, kinds)
    assert [(c.what, c.target_text) for c in found] == [("name", "Osk Parrow")]
    assert changes_from_lost("lost-1", witnesses[:2], witnesses[0], passages, kinds) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "text"),
    [
        ("Osk Farrow", "Osk Parrow", "The miller {} said so in court. He found sacks of flour there."),
        ("9.2 million eggs", "9.2 billion eggs", "They counted {} in one litre. He found sacks of flour there."),
    ],
)
def test_a_slip_that_a_copy_passed_on_is_a_slip_where_more_have_it_right(right: str, wrong: str, text: str) -> None:
    kinds: dict[str, Derived] = {"a": "copy", "b": "copy", "c": "rewrite", "d": "rewrite"}
    witnesses, passages = _witnesses(*(text.format(n) for n in (right, wrong, right, right)))
    witnesses.append(article("e", text.format(wrong)))
    passages |= {(s.id, "e"): linked(s, witnesses[-1]) for s in witnesses[:-1]}
    kinds["e"] = "summary"
    found = changes_from_lost("lost-1", witnesses, witnesses[1], passages, kinds)
    assert [(c.source_text, c.target_text) for c in found] == [(right, wrong)]
    assert changes_from_lost("lost-1", witnesses[:3:2] + witnesses[1::3], witnesses[1], passages, kinds) == ()


def test_a_small_number_is_attested_by_who_tells_the_sentence() -> None:
    texts = ("Police arrested nine people.", "Police arrested 14 people.", "Officers arrested nine people.")
    kinds: dict[str, Derived] = {"a": "copy", "b": "copy", "c": "copy"}
    witnesses, passages = _witnesses(*texts)
    found = changes_from_lost("lost-1", witnesses, witnesses[1], passages, kinds)
    assert [(c.source_text, c.target_text) for c in found] == [("nine people", "14 people")]
    apart, passages = _witnesses(*texts[:2], "Nine people saw it.")
    del passages["c", "b"], passages["b", "c"]
    assert changes_from_lost("lost-1", apart, apart[1], passages, kinds) == ()


def test_a_small_number_that_another_tells_so_is_no_slip_of_the_less_faithful() -> None:
    texts = ("Police arrested nine people.", "Police arrested seven people.", "Officers arrested seven people.")
    kinds: dict[str, Derived] = {"a": "copy", "b": "rewrite", "c": "rewrite"}
    witnesses, passages = _witnesses(*texts)
    assert changes_from_lost("lost-1", witnesses, witnesses[1], passages, kinds) == ()
    alone, passages = _witnesses(*texts[:2], "Officers arrested several people.")
    found = changes_from_lost("lost-1", alone, alone[1], passages, kinds)
    assert [(c.source_text, c.target_text) for c in found] == [("nine people", "seven people")]


def test_a_number_heard_elsewhere_attests_none_where_a_witness_has_the_old_one() -> None:
    text = "The yard laid off {} welders in spring. They were owed {} marks each."
    witnesses, passages = _witnesses(*(text.format(n, 640) for n in (830, 640, 830, 830)))
    kinds: dict[str, Derived] = {"a": "copy", "b": "rewrite", "c": "rewrite", "d": "rewrite"}
    found = changes_from_lost("lost-1", witnesses, witnesses[1], passages, kinds)
    assert [(c.source_text, c.target_text) for c in found] == [("830 welders", "640 welders")]


def test_a_small_number_of_the_most_faithful_witness_is_a_slip_where_all_who_tell_it_have_another() -> None:
    text = "She asked {} times for a visit. Nobody came to the weir."
    kinds: dict[str, Derived] = {"a": "copy", "b": "rewrite", "c": "rewrite", "d": "rewrite", "e": "rewrite"}
    witnesses, passages = _witnesses(*(text.format(n) for n in (9, 7, 7, 7)))
    witnesses.append(article("e", text.format(7)))
    passages |= {("e", s.id): linked(witnesses[-1], s) for s in witnesses[:-1]}
    found = changes_from_lost("lost-1", witnesses, witnesses[0], passages, kinds)
    assert [(c.source_text, c.target_text) for c in found] == [("7 times", "9 times")]
    assert changes_from_lost("lost-1", witnesses[:3], witnesses[0], passages, kinds) == ()


def test_a_translation_stands_beside_one_witness_against_a_more_faithful_one() -> None:
    texts = ("They sent 43 ambulances.", "They had sent 34 ambulances.", "Sie schickten 34 Rettungswagen.")
    witnesses, passages = _witnesses(*texts[:2])
    kinds: dict[str, Derived] = {"a": "copy", "b": "rewrite", "c": "translation"}
    assert changes_from_lost("lost-1", witnesses, witnesses[0], passages, kinds) == ()
    witnesses.append(article("c", texts[2], "de"))
    passages |= {("c", s.id): linked(witnesses[-1], s) for s in witnesses[:-1]}
    found = changes_from_lost("lost-1", witnesses, witnesses[0], passages, kinds)
    assert [(c.source_text, c.target_text) for c in found] == [("34 ambulances", "43 ambulances")]


def test_a_name_that_one_copy_shares_is_a_slip_where_many_more_have_another() -> None:
    text, more = "A postwoman called Dorrit {} heard it.", " She counts the birds on Mondays."
    right, wrong = text.format("Hask"), text.format("Haske")
    witnesses, passages = _witnesses(wrong + more, wrong, right + more, right)
    witnesses[1] = article("b", wrong + "\nWrite to us about it, and to all your friends and neighbours.")
    passages |= {("b", "a"): linked(witnesses[1], witnesses[0])[:1]}
    kinds: dict[str, Derived] = {"a": "copy", "b": "copy", "c": "copy", "d": "rewrite", "e": "rewrite", "f": "rewrite"}
    for name in "ef":
        witnesses.append(article(name, right))
        passages[name, "a"] = linked(witnesses[-1], witnesses[0])
    found = changes_from_lost("lost-1", witnesses, witnesses[0], passages, kinds)
    assert [(c.source_text, c.target_text) for c in found] == [("Dorrit Hask", "Dorrit Haske")]
    assert changes_from_lost("lost-1", witnesses[:5], witnesses[0], passages, kinds) == ()


def test_a_quote_that_a_third_witness_has_word_for_word_was_altered_by_the_other_copy() -> None:
    text = 'He said: "I had {} minutes for a test that takes ninety, so I guessed." The seven men went home.'
    witnesses, passages = _witnesses(*(text.format(n) for n in ("eleven", "seven", "eleven")))
    kinds: dict[str, Derived] = {"a": "copy", "b": "copy", "c": "excerpt"}
    found = changes_from_lost("lost-1", witnesses, witnesses[1], passages, kinds)
    assert {c.what for c in found} == {"quote", "number"}


def test_a_doubt_that_a_third_witness_has_was_dropped_by_the_other_copy() -> None:
    witnesses, passages = _witnesses(
        "The weed was fed by dung from the fields, although this has not been proven, he said.",
        "The weed was fed by dung from the fields, he said.",
        "It is unproven that dung from the fields fed the weed.",
    )
    kinds: dict[str, Derived] = {"a": "copy", "b": "copy", "c": "rewrite"}
    found = changes_from_lost("lost-1", witnesses, witnesses[1], passages, kinds)
    assert [c.what for c in found] == ["negation"]
    assert changes_from_lost("lost-1", witnesses[:2], witnesses[1], passages, kinds) == ()


def test_a_form_filled_in_anew_changed_nothing() -> None:
    form = "The rate is {} pct. Stocks rose {} points. Bonds fell {} points. Gold closed at {} marks. "
    before = form.format(12, 140, 15, 1800) + form.format(21, 155, 18, 1700) + form.format(33, 121, 27, 1600)
    after = form.format(17, 191, 53, 2400) + form.format(46, 172, 64, 2900) + form.format(58, 168, 79, 3300)
    assert told(before, after) == []
    some = form.format(12, 140, 15, 2400) + form.format(21, 155, 18, 1700) + form.format(33, 121, 27, 1600)
    assert told(before, some) == [("number", "1800 marks", "2400 marks")]
    witnesses, passages = _witnesses(before, before, after)
    kinds: dict[str, Derived] = {"a": "copy", "b": "copy", "c": "rewrite"}
    assert changes_from_lost("lost-1", witnesses, witnesses[2], passages, kinds) == ()
