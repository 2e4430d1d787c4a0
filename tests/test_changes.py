from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.article import Article
from provenance.changes import changes
from provenance.changes.lost import changes_from_lost
from provenance.changes.pairs import pairs, touched
from provenance.changes.quantities import LONGEST, quantities
from provenance.model import Change, Credit, Derived, Document, Passage
from provenance.words import tokenise

SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s)[^\n.!?]*)*[.!?]*[\"”»]?")
QUOTE = re.compile(r'"[^"\n]*"|“[^”\n]*”|«[^»\n]*»')
FAMILIES = Path(__file__).parents[2] / "shared" / "families"


def article(name: str, text: str, language: str = "en", agency: str | None = None) -> Article:
    sentences = [m.span() for m in SENTENCE.finditer(text) if m.group().strip()]
    sentences = [(s + len(text[s:e]) - len(text[s:e].lstrip()), e) for s, e in sentences]
    credits = tuple(Credit(agency, m.span(), m.group()) for m in re.finditer(re.escape(agency), text)) if agency else ()
    quotes = tuple(m.span() for m in QUOTE.finditer(text))
    return Article(Document(name, text), language, tokenise(text), tuple(sentences), quotes, credits)


def side_by_side(source: Article, target: Article, kind: str = "edited") -> list[Passage]:
    return [
        Passage(a, b, kind, 0.8)  # type: ignore[arg-type]
        for a, b in zip(source.sentences, target.sentences, strict=False)
    ]


def told(
    before: str,
    after: str,
    kind: Derived = "rewrite",
    languages: tuple[str, str] = ("en", "en"),
    agency: str | None = None,
) -> list[tuple[str, str | None, str | None]]:
    source, target = article("s", before, languages[0], agency), article("t", after, languages[1])
    linked = "translation" if languages[0] != languages[1] else "edited"
    return [
        (c.what, c.source_text, c.target_text)
        for c in changes(source, target, side_by_side(source, target, linked), kind)
    ]


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("He told the 140 counters to wait.", "The 150 counters were told to wait.", "140 counters", "150 counters"),
        ("Six of them bore the same number.", "Seven of them had the same number.", "Six of them", "Seven of them"),
        ("It was dark for 73 minutes.", "The hall stayed dark for 37 minutes.", "73 minutes", "37 minutes"),
        ("The union warned for nine days.", "The union had warned for five days.", "nine days", "five days"),
        ("In all 1340 patients were warned.", "In all 1612 patients were warned.", "1340 patients", "1612 patients"),
        ("It fell as in May 2023, she said.", "It fell as in March 2023, she said.", "May 2023", "March 2023"),
        ("It paid 4.7 million escudos.", "It paid $4.7 million.", "4.7 million escudos", "$4.7 million"),
        ("It hurt at least 31 people.", "It hurt 31 people.", "at least 31 people", "31 people"),
        ("The 214 workers stayed on.", "Some 240 workers stayed on.", "214 workers", "240 workers"),
        ("It lay 17 nautical miles off the coast.", "It lay 17 miles off it.", "17 nautical miles", "17 miles"),
        ("The herd would be cut by half.", "The herd would be cut by a third.", "half", "a third"),
        ("It will cut 310 of the 1,870 jobs.", "One worker in four will go.", "310", "One worker in four"),
        ("It shrank from 14 people to three.", "It is a half of what it was.", "14 people", "a half"),
        ("It takes flight KX472 off sale.", "Flight KX427 was taken off sale.", "KX472", "KX427"),
        ("It saw all 62 before noon.", "All 26 before noon, it saw.", "62", "26"),
    ],
)
def test_a_number_that_came_out_otherwise(before: str, after: str, was: str, now: str) -> None:
    assert told(before, after) == [("number", was, now)]


@pytest.mark.parametrize(
    ("before", "after", "languages", "was", "now"),
    [
        (
            "Im Werk fallen 1.850 Stellen weg. Der Gewinn sinkt.",
            "Der Gewinn sinkt stark. Nun fallen 1.580 Stellen weg.",
            ("de", "de"),
            "1.850 Stellen",
            "1.580 Stellen",
        ),
        (
            "The mill will shed 640 jobs. Its profit fell.",
            "Its profit fell. Now 460 jobs will go.",
            ("en", "en"),
            "640 jobs",
            "460 jobs",
        ),
        ("Il faut dix mètres.", "Потрібно сто метрів.", ("fr", "uk"), "dix mètres", "сто метрів"),
        ("She waited three hours.", "Čekala čtyři hodiny.", ("en", "cs"), "three hours", "čtyři hodiny"),
        ("Sie fand sechs Boote.", "Hun fandt syv både.", ("de", "da"), "sechs Boote", "syv både"),
    ],
)
def test_a_number_mistyped_or_in_words_of_another_language(
    before: str, after: str, languages: tuple[str, str], was: str, now: str
) -> None:
    assert told(before, after, "rewrite" if languages[0] == languages[1] else "translation", languages) == [
        ("number", was, now)
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It paid $6.5m for 412 boxes.", "More than 400 boxes cost it 6.5 million dollars."),
        ("It paid 2.6 million crowns for 47 hens.", "It paid over two and a half million for nearly four dozen hens."),
        ("It will cut 310 of the 1,870 jobs.", "One worker in six will go."),
        ("It shrank from 14 people to three.", "It is a quarter of what it was."),
        ("It lay 17 nautical miles off.", "It lay 31.5 kilometres off."),
        ("It recalled batch KX-472.", "Batch KX472 was recalled by it."),
        ("It was dark for 73 minutes.", "It stayed dark for an hour and 13 minutes."),
        ("About a third of the 61,300 ballots were open.", "Some 20,000 ballots were still open."),
        ("He denied any wrongdoing.", "He said he had done nothing wrong."),
        ('"I would rather be slow than sorry," she said.', "“I would rather be slow”, she said."),
        ("Greta Haldimann spoke first.", "Ms Haldimann spoke first."),
    ],
)
def test_a_faithful_retelling_changes_nothing(before: str, after: str) -> None:
    assert told(before, after) == []


@pytest.mark.parametrize(
    ("after", "language", "now"),
    [
        ("La federación pagó 40 campos por 3,8 millones de florines.", "es", "40 campos"),
        ("Der Verband zahlte 3,8 Millionen Florin für 41 Plätze.", "de", "41 Plätze"),
        ("連盟は３８０万フロリンで１５面の競技場に支払った。", "ja", "１５"),
    ],
)
def test_numbers_change_across_languages(after: str, language: str, now: str) -> None:
    found = told("The federation paid 3.8 million florins for 14 pitches.", after, "translation", ("en", language))
    assert [(what, text and text.startswith(now)) for what, _, text in found] == [("number", True)]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("It paid 4.7 million, or $9 million in all.", "It paid $4.7 million, or $9 million in all.", ("en", "en")),
        ("It hurt at least 31 people.", "It hurt 31 people or more.", ("en", "en")),
        ("It hurt at least 31 people.", "It hurt 31 people at the very least.", ("en", "en")),
        ("It hurt at least 31 people.", "Es wurden zumindest 31 Menschen verletzt.", ("en", "de")),
        (
            "It hurt at least 31 people. In all 31 people came.",
            "It hurt 31 people. In all 31 people came.",
            ("en", "en"),
        ),
        ("It hurt at least 31 people.", "Fueron heridas al menos 31 personas.", ("en", "es")),
        ("It was built in March 2023.", "Mart 2023'te yapıldı.", ("en", "tr")),
        ("It opened at 10 p.m. sharp.", "Il a ouvert à 22 heures.", ("en", "fr")),
    ],
)
def test_numbers_that_stay_what_they_were(before: str, after: str, languages: tuple[str, str]) -> None:
    assert told(before, after, languages=languages) == []


def test_an_update_stands_beside_the_figure_that_it_replaces() -> None:
    before = "The merger saves $23.4 million a year in all."
    after = "The merger saves $19.8 million a year in all, down from the $23.4 million it announced."
    assert told(before, after, "version") == [("number", "$23.4 million", "$19.8 million")]


def test_a_slip_in_a_sentence_without_a_counterpart() -> None:
    source = article("s", "Il treno è partito. La fabbrica dà lavoro a 96 persone. Il mare è lontano.", "it")
    text = "El tren salió. El mar está lejos. La planta emplea a 69 personas y perdió 8 millas."
    target = article("t", text, "es")
    linked = [
        Passage(source.sentences[0], target.sentences[0], "translation", 0.8),
        Passage(source.sentences[2], target.sentences[1], "translation", 0.8),
    ]
    found = changes(source, target, linked, "translation")
    assert [(c.what, c.source_text, c.target_text) for c in found] == [("number", "96 persone", "69 personas")]


def test_a_faithful_translation_changes_nothing() -> None:
    before = "Ilka Thornbury of the Civic Alliance led by 212 votes at 9:47 p.m. on Sunday, with 61,300 ballots open."
    after = "Alle 21.47 di domenica Ilka Thornbury, dell'Alleanza Civica, era avanti di 212 voti su 61.300 schede."
    assert told(before, after, "translation", ("en", "it")) == []


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("Then Greta Haldimann spoke.", "Then Gerta Haldeman spoke.", "Greta Haldimann", "Gerta Haldeman"),
        ("It went to Verdelux Turf.", "It went to Green Luxury Turf.", "Verdelux Turf", "Green Luxury Turf"),
        ("So the Civic Alliance won.", "So the Citizen Alliance won.", "Civic Alliance", "Citizen Alliance"),
    ],
)
def test_a_name_that_came_out_otherwise(before: str, after: str, was: str, now: str) -> None:
    assert ("name", was, now) in told(before, after, "round-trip translation")


def test_a_short_first_name_that_differs_in_a_letter() -> None:
    before, after = "Then Dov Castellane cut the price.", "Sedan sänkte Dow Castellane priset."
    assert told(before, after, "translation", ("en", "sv")) == [("name", "Dov Castellane", "Dow Castellane")]
    assert told("Then Mrs Castellane spoke.", "Sedan talade Mr Castellane.", "translation", ("en", "sv")) == []


def test_an_adjective_in_another_case_is_no_other_name() -> None:
    assert told("Пришла Транспортная полиция.", "Пришёл Транспортный отдел.", languages=("ru", "ru")) == []


def test_a_title_is_no_other_name() -> None:
    assert told("Then Ilka Thornbury left for Dunmarrow.", "Then President Thornbury left for Dunmarrow.") == []


def test_an_altered_quote() -> None:
    found = told(
        '"My girls train between parked vans," said Perpetua Ansholm.',
        '"We have nothing but boxes," said Perpetua Ansholm.',
    )
    assert found == [("quote", '"My girls train between parked vans,"', '"We have nothing but boxes,"')]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("He denied any wrongdoing.", "He has not denied wrongdoing.", ("en", "en")),
        (
            "Tullivane, who was not involved in the study, agreed.",
            "Tullivane, who took part in the study, agreed.",
            ("en", "en"),
        ),
        ("It declined to say how much.", "It has revealed how much.", ("en", "en")),
        ("The firm had put up no list of names.", "Het bedrijf had een namenlijst opgehangen.", ("en", "nl")),
        ("Er war nicht an der Studie beteiligt.", "Er war an der Studie beteiligt.", ("de", "de")),
    ],
)
def test_a_negation_turned_round(before: str, after: str, languages: tuple[str, str]) -> None:
    kind: Derived = "translation" if languages[0] != languages[1] else "rewrite"
    assert [what for what, _, _ in told(before, after, kind, languages)] == ["negation"]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("The chief allegedly took the money.", "The chief took the money.", ("en", "en")),
        ("The bloom may have been fed by fertiliser.", "It was fed by fertiliser.", ("en", "en")),
        ("It was fed by fertiliser, though this has not been proven.", "It was fed by fertiliser.", ("en", "en")),
        ("In rare cases the pin can wear down.", "The pin can wear down.", ("en", "en")),
        ("La fiscalía investiga una presunta estafa.", "Por estafa abre diligencias la fiscalía.", ("es", "es")),
        ("Los hechos podrían haber prescrito en 2017.", "Los hechos prescribieron en 2017.", ("es", "es")),
        ("O dono teria desviado dinheiro da obra.", "O dono desviou dinheiro da obra.", ("pt", "pt")),
        ("Le patron aurait détourné la recette.", "Le patron a détourné la recette.", ("fr", "fr")),
        ("Der Keim stammt, was nicht erwiesen ist, vom Gerät.", "Der Keim stammt vom Gerät.", ("de", "de")),
        ("Der Pfleger soll mutmaßlich Geräte verkauft haben.", "Der Pfleger hat Geräte verkauft.", ("de", "de")),
        ("Der Keim könnte vom Gerät stammen.", "Der Keim stammt vom Gerät.", ("de", "de")),
        ("Директор якобы присвоил деньги фонда.", "Директор присвоил деньги фонда.", ("ru", "ru")),
        ("局长涉嫌挪用工程款。", "局长挪用工程款。", ("zh", "zh")),
        ("A pin was proposed and allegedly rejected.", "En sprint föreslogs men ratades.", ("en", "sv")),
        ("A pin was proposed and allegedly rejected.", "Um pino foi proposto e rejeitado.", ("en", "pt")),
    ],
)
def test_a_hedge_dropped(before: str, after: str, languages: tuple[str, str]) -> None:
    kind: Derived = "translation" if languages[0] != languages[1] else "rewrite"
    assert [(what, now) for what, _, now in told(before, after, kind, languages)] == [("negation", after)]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("The chief allegedly took the money.", "The chief is suspected of taking the money.", ("en", "en")),
        ("The bloom may have been fed by fertiliser.", "Fertiliser possibly fed the bloom.", ("en", "en")),
        ("It was fed by waste, though this is unproven.", "It was fed by waste, which is not confirmed.", ("en", "en")),
        ("Los hechos podrían haber prescrito.", "Los hechos quizá prescribieron.", ("es", "es")),
        ("A pin was allegedly rejected.", "En sprint uppges ha ratats.", ("en", "sv")),
        ("A pin can be rejected.", "En sprint ratas.", ("en", "sv")),
        ("Der Koch konnte den Deckel öffnen.", "Der Koch hat den Deckel geöffnet.", ("de", "de")),
        ("Perhaps they never saw it before.", "Maybe they never saw it before.", ("en", "en")),
        ("A pin was allegedly rejected.", "Lidé žili v lese.", ("en", "xx")),
    ],
)
def test_a_hedge_kept_in_other_words(before: str, after: str, languages: tuple[str, str]) -> None:
    kind: Derived = "translation" if languages[0] != languages[1] else "rewrite"
    assert told(before, after, kind, languages) == []


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("He declined to say who had paid.", "He admitted that the state had paid.", "en"),
        ("She would not say what the museum paid.", "She put a figure on the price.", "en"),
        ("The chief had denied fraud at the works.", "The chief admitted having cheated.", "en"),
        ("Er wollte sich dazu nicht äußern.", "Er gestand alles.", "de"),
        ("El alcalde negó el fraude.", "El alcalde reconoció el fraude.", "es"),
    ],
)
def test_what_was_denied_or_kept_silent_and_is_owned(before: str, after: str, language: str) -> None:
    assert [what for what, _, _ in told(before, after, languages=(language, language))] == ["negation"]


def test_silence_kept_in_other_words_is_no_change() -> None:
    assert told("He declined to say who had paid.", "On who had paid his lips stayed sealed.") == []
    assert told("He admitted it and denied the rest.", "He admitted it.") == []


def test_a_credit_stripped() -> None:
    before, after = '"I wanted it to count," she told CNS.', '"I wanted it to count," she said.'
    assert told(before, after, "copy", agency="CNS") == [("credit", "she told CNS", "she said")]
    assert told(before, '"I wanted it to count," she told the CNS.', "copy", agency="CNS") == []


def test_a_credit_taken_over_by_the_outlet() -> None:
    before = "Folded news.\nThe team captain said it was a question."
    after = "Folded by Quickfold.\nThe captain told Quickfold that it was a question.\nIt ended.\nRead Quickfold."
    assert ("credit", "The captain told Quickfold") in [(what, now) for what, _, now in told(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "language", "now"),
    [
        ("The captain told CNS that it burned.", "The captain told us that it burned.", "en", "The captain told us"),
        ("Il capo ha detto alla CNS che brucia.", "Brucia, ci ha detto il capo.", "it", "ci ha detto il capo"),
        ("El jefe dijo a CNS que ardía.", "El jefe nos dijo que ardía.", "es", "El jefe nos dijo"),
    ],
)
def test_a_credit_taken_over_as_ours(before: str, after: str, language: str, now: str) -> None:
    found = told(before, after, languages=(language, language), agency="CNS")
    assert ("credit", now) in [(what, text) for what, _, text in found]


def test_what_somebody_is_quoted_as_saying_is_not_our_credit() -> None:
    before = '"They told me nothing," said the captain.'
    after = '"They told us nothing at all there," said the captain.'
    assert [what for what, _, _ in told(before, after)] == ["quote"]


def test_a_credit_cut_out_of_one_sentence_though_another_is_left() -> None:
    before = "The mayor told CNS that it burned.\nThe note, seen by CNS, is short and dry."
    after = "The mayor told CNS that it burned.\nThe note is short and dry."
    source, target = article("s", before, agency="CNS"), article("t", after, agency="CNS")
    found = changes(source, target, side_by_side(source, target), "copy")
    assert [(c.what, c.source_text) for c in found] == [("credit", "seen by CNS")]
    assert changes(source, target, side_by_side(source, target, "paraphrase"), "rewrite") == ()


def test_an_outlet_that_another_source_is_was_told_it() -> None:
    source = article("s", "The dean said it was a wish.")
    target = article("t", "The dean told the Courier it was a wish.")
    other = article("o", "Penmarrow Courier\nThe dean told the Courier it was a wish.")
    linked = side_by_side(source, target)
    assert [c.what for c in changes(source, target, linked, "rewrite")] == ["credit"]
    assert changes(source, target, linked, "rewrite", [other]) == ()


def test_a_claim_that_no_source_has() -> None:
    before = "Staff resigned.\nThey wrote a letter.\nIt was long."
    after = "Staff resigned.\nThey wrote a letter, and 100 lawmakers agreed.\nIt was long."
    assert told(before, after) == [("number", None, "100 lawmakers")]
    assert told(before, after, "excerpt") == []


def test_what_another_source_has_is_no_claim() -> None:
    source = article("s", "Staff resigned.\nThey wrote.")
    target = article("t", "Staff resigned.\nThey wrote to 100 lawmakers.")
    other = article("o", "There are 100 lawmakers in all.")
    assert len(changes(source, target, side_by_side(source, target), "rewrite")) == 1
    assert changes(source, target, side_by_side(source, target), "rewrite", [other]) == ()


def test_an_identical_copy_changes_nothing() -> None:
    text = 'The 14 pitches cost "a lot of money, too much" in 2011, Ilka Thornbury told CNS.\nNobody was not denied it.'
    assert told(text, text, "copy", agency="CNS") == []


def test_a_passage_over_several_sentences_is_taken_apart() -> None:
    source = article("s", "The hall was dark.\nNine men came up.\nRain fell on Brecka.")
    target = article("t", "Rain fell on Brecka.\nThe hall was dark.\nNine men came up.")
    whole = Passage((0, len(source.text)), (0, len(target.text)), "edited", 0.9)
    assert [p.left for p in pairs(source, target, [whole])] == [(2,), (0,), (1,)]


WORDS = st.sampled_from(
    [
        "the",
        "14",
        "nine",
        "Ilka",
        "Thornbury",
        "not",
        "denied",
        '"',
        "“",
        "”",
        "told",
        "CNS",
        ".",
        "\n",
        "million",
        "９",
        "万",
        ",",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40), st.lists(WORDS, max_size=40))
def test_spans_hold_exactly_what_they_say(one: list[str], other: list[str]) -> None:
    source, target = article("s", " ".join(one)), article("t", " ".join(other))
    passages = [Passage((0, len(source.text)), (0, len(target.text)), "edited", 0.5), *side_by_side(source, target)]
    found = changes(source, target, passages, "rewrite")
    assert found == changes(source, target, passages, "rewrite")
    for c in found:
        assert c.target_span is not None
        assert target.text[slice(*c.target_span)] == c.target_text
        assert (c.source_span is None) == (c.source_text is None)
        assert c.source_span is None or source.text[slice(*c.source_span)] == c.source_text


@pytest.mark.parametrize("unit", ["Ilka ", '"a" ', "9 ", "not ", "told CNS ", "1 million, "])
def test_a_line_without_end_is_survived(unit: str) -> None:
    text = unit * 4_000
    whole = Article(Document("s", text), "en", tokenise(text), ((0, len(text)),), ((0, len(text)),), ())
    other = Article(Document("t", text), "en", tokenise(text), ((0, len(text)),), ((0, len(text)),), ())
    assert changes(whole, other, [Passage((0, len(text)), (0, len(text)), "edited", 0.9)], "rewrite") == ()


def test_linked_sentences_of_the_target_are_among_those_that_passages_touch() -> None:
    source = article("s", "One ran. Two ran on.\nThree sat down at once.\nFour")
    target = article("t", "One ran. Two ran on. Then\nthree sat down.\nFour Five. Six.")
    spans = [(a, b) for a in range(0, 40, 7) for b in range(a + 3, 46, 9)]
    for left in spans:
        for right in spans:
            passages = [Passage(left, right, "edited", 0.9)]
            assert {p.right for p in pairs(source, target, passages)} <= touched(target, passages)


def test_changes_from_a_lost_original_are_read_off_the_other_witnesses() -> None:
    copy = article("c", "The chief paid for 14 pitches.\nPolice took 27 boxes.")
    rewrite = article("r", "The chief had paid for 14 pitches.\nPolice took 37 boxes.")
    other = article("o", "The chief paid for 14 pitches.\nPolice took 27 boxes of files.")
    passages = {
        ("c", "r"): side_by_side(copy, rewrite),
        ("c", "o"): side_by_side(copy, other),
        ("o", "r"): side_by_side(other, rewrite),
    }
    kinds: dict[str, Derived] = {"c": "copy", "r": "rewrite", "o": "rewrite"}
    (change,) = changes_from_lost("lost-1", [copy, rewrite, other], rewrite, passages, kinds)
    assert change == Change("lost-1", "r", "number", None, change.target_span, "27 boxes", "37 boxes")
    assert changes_from_lost("lost-1", [copy, rewrite, other], copy, passages, kinds) == ()


def test_a_witness_in_another_language_attests_a_number() -> None:
    told_by = {
        "a": article("a", "The farm paid 2 million dalers to 47 farmers of the valley."),
        "b": article("b", "The farm paid 2 million dalers to 74 farmers of the valley."),
        "c": article("c", "Der Hof zahlte 47 Bauern des Tals 2 Millionen Taler, Hunderte kamen.", "de"),
    }
    linked = {(x, y): side_by_side(told_by[x], told_by[y]) for x, y in (("a", "b"), ("a", "c"), ("b", "c"))}
    kinds: dict[str, Derived] = {"a": "copy", "b": "copy", "c": "translation"}
    wanted = {"a": [], "b": [("47 farmers", "74 farmers")]}
    for name, expected in wanted.items():
        found = changes_from_lost("lost-1", list(told_by.values()), told_by[name], linked, kinds)
        assert [(c.source_text, c.target_text) for c in found] == expected


def test_a_witness_of_a_lost_original_is_held_against_the_most_faithful_one_that_has_a_sentence() -> None:
    copy = article("c", "The chief paid for 14 pitches.\nPolice took 27 boxes.")
    rewrite = article("r", "The chief had paid for 14 pitches.\nPolice took 37 boxes.\nThe dog barked at 90 carts.")
    less = article("o", "The chief paid for 18 pitches.\nPolice took 57 boxes of files.")
    more = article("p", "Police took 57 boxes of files.\nThe dog barked at 80 carts.")
    kinds: dict[str, Derived] = {"c": "copy", "r": "rewrite", "o": "excerpt", "p": "excerpt"}
    passages = {(x.id, "r"): side_by_side(x, rewrite) for x in (copy, less)}
    passages["p", "r"] = [Passage(more.sentences[n], rewrite.sentences[n + 1], "edited", 0.9) for n in range(2)]
    found = changes_from_lost("lost-1", [copy, rewrite, less, more], rewrite, passages, kinds)
    assert [(c.source_text, c.target_text) for c in found] == [("27 boxes", "37 boxes"), ("80 carts", "90 carts")]


@pytest.mark.skipif(not FAMILIES.is_dir(), reason="the labelled families are not beside the repository")
def test_labelled_changes_are_found_and_few_others() -> None:
    from provenance.annotate import annotate

    wanted = hit = reported = 0
    for folder in sorted(p for p in FAMILIES.iterdir() if p.is_dir()):
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        articles = {p.stem: annotate(Document(p.stem, p.read_text("utf-8"))) for p in sorted(folder.glob("*.txt"))}
        for edge in truth["edges"]:
            s, t = edge["source"], edge["target"]
            others = [articles[e["source"]] for e in truth["edges"] if e["target"] == t and e["source"] != s]
            kind = "rewrite" if edge["kind"] == "paraphrase" else edge["kind"]
            passages = [
                Passage(_at(articles[s], p["source_text"]), _at(articles[t], p["target_text"]), p["kind"], 0.8)
                for p in truth["passages"]
                if (p["source"], p["target"]) == (s, t)
            ]
            found = changes(articles[s], articles[t], passages, kind, others)
            reported += len(found)
            for d in truth["drift"]:
                if (d["source"], d["target"]) == (s, t):
                    wanted += 1
                    said = [c.target_text or "" for c in found if c.what == d["what"]]
                    hit += any(d["target_text"] in x or (x and x in d["target_text"]) for x in said)
    assert hit >= 0.9 * wanted
    assert reported <= 1.4 * wanted


def _at(found_in: Article, text: str) -> tuple[int, int]:
    start = found_in.text.index(text)
    return start, start + len(text)


def test_a_text_too_long_for_an_article_is_left_alone_at_once() -> None:
    before, after = "The fair drew 140 farmers. ", "The fair drew 150 farmers. "
    assert told(before, after)
    filler = "Rain fell on it. " * (LONGEST // 16)
    source, target = article("s", before + filler), article("t", after)
    passages = [Passage((0, len(before) - 1), (0, len(after) - 1), "edited", 0.9)]
    assert changes(source, target, passages, "rewrite") == ()
    assert quantities(source) == ()
