"""Words that say who says so, or to whom, cut out of sentences that are otherwise taken over."""

from __future__ import annotations

import pytest
from test_changes import article, told

from provenance.annotate import annotate
from provenance.changes import changes
from provenance.changes.credits import agencies
from provenance.model import Derived, Document, Passage


def _credits(before: str, after: str, language: str, agency: str | None = None) -> list[str | None]:
    found = told(before, after, "copy", (language, language), agency)
    return [was for what, was, _ in found if what == "credit"]


@pytest.mark.parametrize(
    ("before", "after", "language", "was"),
    [
        ("In Österreich laufen nach Angaben des Vereins ähnliche Verfahren.",
         "In Österreich laufen ähnliche Verfahren.", "de", "nach Angaben des Vereins"),
        ("Volgens de krant vallen negentig oefeningen op dagen dat het schip stillag.",
         "Negentig oefeningen vallen op dagen dat het schip stillag.", "nl", "Volgens de krant"),
        ("Directeur Wouter de Blaeij houdt het tegenover de Scheldekoerier op een administratieve fout.",
         "Directeur Wouter de Blaeij houdt het op een administratieve fout.", "nl", "tegenover de Scheldekoerier"),
        ("Zes oude werknemers zeggen aan de krant dat zij moesten tekenen.",
         "Zes oude werknemers zeggen dat zij moesten tekenen.", "nl", "aan de krant"),
        ("They were moved from crew lockers, the Courier reported, citing three employees and a list.",
         "Instead, they were moved from crew lockers, the Courier reported.", "en",
         "citing three employees and a list."),
        ("Siete personas fueron atendidas y tres detenidas, informó el Ministerio.",
         "Siete personas fueron atendidas y tres detenidas.", "es", "informó el Ministerio."),
        ("The grain was sent out on bogus bills last year, officials told Samachar News.",
         "The grain was sent out on bogus bills last year, officials said.", "en", "officials told Samachar News"),
        ("The old bridge opened to all traffic on Friday, as the mayor said.",
         "The old bridge opened to all traffic on Friday.", "en", "as the mayor said."),
        ("Die alte Brücke ist seit Freitag offen, wie die Polizei mitteilte.",
         "Die alte Brücke ist seit Freitag offen.", "de", "wie die Polizei mitteilte."),
        ("The old bridge will open on Friday to all traffic, she promised.",
         "The old bridge will open on Friday to all traffic.", "en", "she promised."),
        ("Il vecchio ponte, secondo il sindaco, resta chiuso fino a venerdì.",
         "Il vecchio ponte resta chiuso fino a venerdì.", "it", "secondo il sindaco"),
        ("Die alte Brücke ist laut Polizei seit Freitag offen.", "Die alte Brücke ist seit Freitag offen.", "de",
         "laut Polizei"),
        ("The grain was sent out on bogus bills last year, officials told Samachar Setu.",
         "The grain was sent out on bogus bills last year, officials said.", "en", "officials told Samachar Setu"),
    ],
)  # fmt: skip
def test_the_sentence_is_there_without_who_says_so(before: str, after: str, language: str, was: str) -> None:
    assert _credits(before, after, language) == [was]


@pytest.mark.parametrize(
    ("before", "after", "language", "was"),
    [
        ("Its owner, Tallow Hill, gave no answer when asked by Interline.", "Its owner, Tallow Hill, gave no answer.",
         "en", "gave no answer when asked by Interline"),
        ("O prefeito, procurado pela Interline, não quis falar.", "O prefeito não quis falar.", "pt",
         "procurado pela Interline"),
        ('وقال الراعي لـ(Interline) "أنزلت حفيدي بحبل لينقذ العنزة".',
         'وقال الراعي "أنزلت حفيدي بحبل لينقذ العنزة".', "ar", "لـ(Interline)"),
    ],
)  # fmt: skip
def test_who_asked_is_left_out(before: str, after: str, language: str, was: str) -> None:
    assert _credits(before, after, language, "Interline") == [was]


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        # said in another way
        ("According to the court papers, Oakhurst copied the key to the cage in 2021.",
         "Oakhurst copied the key to the cage in 2021, court papers say.", "en"),
        # what was cut out tells of something else
        ("About nine thousand litres by a first estimate of the crew ran out of a buried tank.",
         "The oil ran out of a buried tank.", "en"),
        # who speaks is told beside another part of the quote
        ('"It was cold in the hall that night," she said at the club on Friday.',
         'Ann Doe was there too: "It was cold in the hall that night."', "en"),
        # told to somebody else than a newspaper
        ("The minister told Parliament that the old bridge would close.",
         "The minister said that the old bridge would close.", "en"),
        ("The driver told Officer Grady that the old bridge was closed.",
         "The driver said that the old bridge was closed.", "en"),
        ("The minister promised Kyiv that the old bridge would open again.",
         "The minister said that the old bridge would open again.", "en"),
        # no newspaper at all
        ("He drove with server Maria Lopez to the old town on Friday.", "He drove to the old town on Friday.", "en"),
        ("He walked in the park near the Herald building until the rain began.", "He walked until the rain began.",
         "en"),
        ("She played on Friday with the Tribune Courier Orchestra for an hour.", "She played on Friday for an hour.",
         "en"),
        ("Der alte Mann kaufte in der Zeitung nichts mehr und ging heim.",
         "Der alte Mann kaufte nichts mehr und ging heim.", "de"),
        # a clause of another kind
        ("The old bridge opened to all traffic on Friday, as promised.",
         "The old bridge opened to all traffic on Friday.", "en"),
        ("The old bridge opened to all traffic on Friday, months later than promised.",
         "The old bridge opened to all traffic on Friday.", "en"),
        ("The old bridge opened to all traffic on Friday, a month before the date promised.",
         "The old bridge opened to all traffic on Friday.", "en"),
        ("The old bridge opened to all traffic on Friday, two years after the plan was announced.",
         "The old bridge opened to all traffic on Friday.", "en"),
        ("Il vecchio ponte è stato aperto venerdì al traffico, come annunciato.",
         "Il vecchio ponte è stato aperto venerdì al traffico.", "it"),
        ("Le vieux pont a ouvert vendredi à la circulation, comme promis et confirmé.",
         "Le vieux pont a ouvert vendredi à la circulation.", "fr"),
        ("Sie baute am alten Hafen ein neues Haus, das sie versprach.", "Sie baute am alten Hafen ein neues Haus.",
         "de"),
        ("Die Stadt prüft die Brücke, die Straße und den Bericht.", "Die Stadt prüft die Brücke.", "de"),
        # other words that are written alike
        ("Il secondo treno arrivò in ritardo alla vecchia stazione.",
         "Il treno arrivò in ritardo alla vecchia stazione.", "it"),
        ("O segundo trem chegou atrasado na velha estação.", "O trem chegou atrasado na velha estação.", "pt"),
        ("Der Hund lief laut bellend über die alte Brücke.", "Der Hund lief über die alte Brücke.", "de"),
        ("They closed the old bridge on Friday, citing safety.", "They closed the old bridge on Friday.", "en"),
        ("El viejo puente se abrió el viernes según lo previsto.", "El viejo puente se abrió el viernes.", "es"),
        # where it was said, and to no newspaper
        ("Sie bestätigte den Fund am alten Hafen in Bern der Feuerwehr.", "Sie bestätigte den Fund am alten Hafen.",
         "de"),
    ],
)  # fmt: skip
def test_other_cuts_are_no_credits_left_out(before: str, after: str, language: str) -> None:
    assert _credits(before, after, language) == []


def test_a_house_that_writes_itself_in_small_letters_is_known_by_its_dateline() -> None:
    text = "Bern (npa) - Die Bahn steht still.\n\nGrund ist eine Drohne, sagte Ann Doe der npa."
    assert "npa" in agencies(annotate(Document("a", text, language="de")))
    alone = "Bern (hm) - Die Bahn steht still.\n\nGrund ist eine Drohne, sagte Ann Doe."
    assert agencies(annotate(Document("a", alone, language="de"))) == ()


def test_a_house_is_known_by_what_it_is_called() -> None:
    text = "Dat schrijft de krant Kolmoord. Ann Doe told the newspaper Brask that it rained. The daily bread is dear."
    assert {"Kolmoord", "Brask"} <= set(agencies(annotate(Document("a", text, language="nl"))))


@pytest.mark.parametrize("agency", ["der npa", "der Agentur Interline"])
def test_whom_somebody_told_may_stand_behind_what_he_is(agency: str) -> None:
    head = "Bern (npa) - Die Bahn steht still.\n"
    before = f"{head}Es war kalt oben, sagte der Leiter des Vereins, Ruprecht Zell, {agency}."
    after = f"{head}Es war kalt oben, sagte der Leiter des Vereins, Ruprecht Zell."
    assert _credits(before, after, "de", "Interline")


def test_a_credit_across_languages_is_missed_where_it_stood() -> None:
    before = (
        "El patrón, de 44 años, fue rescatado con vida y declaró que no quería zarpar esa noche. "
        "Si no salía él, salía otro, relató, según el acta a la que tuvo acceso Meridiano."
    )
    after = (
        "The skipper, 44, was rescued alive and testified that he did not want to sail that night. "
        "If he did not go out, somebody else would, he said, according to his statement."
    )
    found = told(before, after, "translation", ("es", "en"), "Meridiano")
    assert [now for what, _, now in found if what == "credit"] == [after.split("night. ")[1]]


def test_a_newspaper_that_is_not_named_in_a_translation_is_this_newspaper() -> None:
    before = "Letters seen by this newspaper show that she was told to wait."
    after = "З листів, які бачила газета, видно, що їй радили чекати."
    assert not [what for what, *_ in told(before, after, "translation", ("en", "uk")) if what == "credit"]


def test_the_newsroom_that_was_told_in_a_translation_is_another() -> None:
    before, after = "Udono told Retto News that it was not.", "우도노 사장은 본지에 그렇지 않다고 말했다."
    found = told(before, after, "translation", ("en", "ko"), "Retto News")
    assert [now for what, _, now in found if what == "credit"] == ["우도노 사장은 본지에 그렇지 않다고 말했다"]
    ours = told("Udono told us that it was not.", after, "translation", ("en", "ko"))
    assert not [what for what, *_ in ours if what == "credit"]


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("The mayor told our newspaper the bridge would close.",
         "Der Bürgermeister sagte unserer Zeitung, die Brücke werde geschlossen.", "de"),
        ("In an interview with our newspaper, the mayor said the bridge would close.",
         "市长接受采访时告诉本报,桥将关闭。", "zh"),
        ("The mayor opposes the conclusions of this report.", "市长反对本报道的结论。", "zh"),
        ("Income rose during the period, the firm said.", "公司表示,对本报告期内的收入增长感到满意。", "zh"),
    ],
)  # fmt: skip
def test_a_newsroom_told_in_a_translation_of_what_names_none_is_the_same(
    before: str, after: str, language: str
) -> None:
    found = told(before, after, "translation", ("en", language))
    assert not [what for what, *_ in found if what == "credit"]


def test_of_two_sentences_the_one_quoted_lost_its_credit_in_a_translation() -> None:
    head = "Cordal informó ayer de la mina."
    before = f"{head} Negó el peligro. «No se ha mojado ni un solo grano», aseguró a Cordal en la mina."
    source, target = article("s", before, "es", "Cordal"), article("t", "Cordal. «Non un chicco», ha assicurato.", "it")
    quoted = target.text.index("«")
    passage = Passage((len(head) + 1, len(before)), (quoted, len(target.text)), "translation", 0.8)
    found = changes(source, target, [passage], "translation")
    assert [c.source_text for c in found if c.what == "credit"] == ["aseguró a Cordal en la mina"]


def test_a_paper_gives_way_to_what_it_cites() -> None:
    before = "Eleven bracelets are gilded copies, the daily Brask reported on Monday, citing a report by experts."
    after = "Eleven bracelets are gilded copies, according to a report by experts."
    assert any("Brask" in (was or "") for was in _credits(before, after, "en"))


def test_a_word_that_comes_again_was_cut_out_with_its_credit() -> None:
    before = "According to the company register its only director is the manager of the company."
    assert _credits(before, "Its only director is the manager of the company.", "en") == [
        "According to the company register"
    ]


def _rewritten(before: str, after: str, language: str, kind: Derived = "rewrite") -> list[str | None]:
    return [was for what, was, _ in told(before, after, kind, (language, language)) if what == "credit"]


@pytest.mark.parametrize(
    ("before", "after", "language", "was"),
    [
        ("According to the transport ministry, 460 lifts are still out of service in the city.",
         "Some 460 lifts are still out of service.", "en", "According to the transport ministry"),
        ("No impide ceder el nombre, por el que pujan dos casas de apuestas, según dos fuentes cercanas.",
         "El nombre podrá cederse: dos casas de apuestas ya pujan.", "es", "según dos fuentes cercanas."),
        ("Meteoroloji verilerine göre ilçeye pazartesi gecesi 138 kilogram yağış düştü.",
         "Pazartesi gecesi metrekareye düşen yağış 138 kilogramı buldu.", "tr", "Meteoroloji verilerine göre"),
    ],
)  # fmt: skip
def test_what_somebody_said_is_told_as_so(before: str, after: str, language: str, was: str) -> None:
    assert _rewritten(before, after, language) == [was]


@pytest.mark.parametrize(
    ("after", "language"),
    [
        ("Some 460 lifts are still out of service, officials said.", "en"),
        ("Transport officials count 460 lifts that are out of service.", "en"),
        ('Some "460 lifts" are still out of service.', "en"),
    ],
)
def test_who_says_so_may_be_there_in_another_way(after: str, language: str) -> None:
    before = "According to the transport ministry, 460 lifts are still out of service in the city."
    assert _rewritten(before, after, language) == []


def test_only_who_retells_leaves_out_by_whom() -> None:
    before = "According to the transport ministry, 460 lifts are still out of service in the city."
    assert _rewritten(before, "Some 460 lifts, of all, are still now out of service.", "en", "version") == []


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("Temel Kotan, THA muhabirine konuştu.", True),
        ("Temel Kotan, THA muhabirinin de olduğu basın toplantısında konuştu.", False),
        ("Temel Kotan köyde konuştu.", False),
    ],
)
def test_an_agency_that_was_told_becomes_the_reporters_in_another_script(before: str, *, found: bool) -> None:
    after = "تمل کوتان به خبرنگاران گفت."
    said = told(before, after, "translation", ("tr", "fa"), "THA")
    assert bool([what for what, *_ in said if what == "credit"]) is found


def test_a_daily_that_quotes_somebody_is_left_out() -> None:
    before = "Het was een lijst met data, citeert het dagblad een voormalige stuurman."
    assert _credits(before, "Het was een lijst met data, aldus een voormalige stuurman.", "nl") == [
        "citeert het dagblad"
    ]


def test_a_sentence_cut_in_many_places_is_told_anew() -> None:
    words = [f"word{n}" for n in range(90)]
    before = f"According to the mayor of Karsk {' '.join(words)}."
    assert not _credits(before, f"{' '.join(w for n, w in enumerate(words) if n % 3)}.", "en")
    assert _credits(before, f"{' '.join(words)}.", "en") == ["According to the mayor of Karsk"]
