"""What passages weigh: runs more than lone words, quotes apart, furniture nothing, and the same from either side."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import evidence, rarity
from provenance.align import passages_between
from provenance.annotate import annotate
from provenance.article import Article
from provenance.evidence import Likeness, Reading, Weighed, flipped, weigh
from provenance.model import Document, Passage

WIRE = (
    "A heron brought down the grid of Ostervale on Tuesday, leaving 412 bakeries without light. "
    "The mayor told reporters that nobody had been hurt in the dark. "
    '"We counted the loaves by candle and found every one of them," said Ilse Brandt. '
    "Engineers expect the substation at Kuhle to work again within nine days."
)
OTHER = (
    "Ostervale lost its electricity on Tuesday when a bird flew into a line. "
    "No injuries were reported, according to the town hall. "
    '"We counted the loaves by candle and found every one of them," said Ilse Brandt. '
    "Repairs may last more than a week."
)
WORDS = ("heron", "grid", "of", "the", "Ostervale", "412", "bakeries", "light", "dark", "mayor", "said")


def article(name: str, text: str, language: str = "en") -> Article:
    return annotate(Document(name, text, language=language))


def read(one: Article) -> Reading:
    return evidence.reading(one, rarity.learn([]).bits(one))


def weighed(left: str, right: str) -> Weighed:
    one, other = article("a", left), article("b", right)
    return weigh(passages_between(one, other), read(one), read(other))


def whole(left: str, right: str, kind: str = "edited", similarity: float = 1.0) -> Passage:
    return Passage((0, len(left)), (0, len(right)), kind, similarity)  # type: ignore[arg-type]


def likeness(left: str, right: str, kind: str = "edited", similarity: float = 1.0) -> Likeness:
    passage = whole(left, right, kind, similarity)
    return weigh([passage], read(article("a", left)), read(article("b", right))).likeness


def test_a_copy_is_covered_whole_in_one_order() -> None:
    x = weighed(WIRE, WIRE).likeness
    assert x.verbatim == x.worded == x.covered == (1.0, 1.0)
    assert (x.order, x.conflict, x.retold) == (1.0, 0.0, (0.0, 0.0))
    assert x.longest_run == x.sizes[0] == len(article("a", WIRE).words)
    assert x.own_bits > 50
    assert x.quoted_bits > 10


def test_a_shared_public_quote_is_not_ones_own_wording() -> None:
    x = weighed(WIRE, OTHER).likeness
    assert x.quoted_bits > x.own_bits
    assert x.longest_own_run < x.longest_run
    assert max(x.own_covered) < max(x.covered)


def test_a_run_weighs_more_than_the_same_words_apart() -> None:
    together = likeness("heron grid bakeries candle", "heron grid bakeries candle")
    apart = likeness("heron grid bakeries candle", "heron red grid blue bakeries green candle")
    assert together.own_bits > 2 * apart.own_bits
    assert (together.longest_run, apart.longest_run) == (4, 1)


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert likeness("heron substation candle", "heron substation candle").own_bits > (
        likeness("that it was", "that it was").own_bits
    )


def test_what_a_corpus_often_says_weighs_less() -> None:
    text = "The heron of Ostervale stood in the bakery again."
    often = rarity.learn([article(str(n), text) for n in range(200)])
    one, other = article("a", text), article("b", text)
    passages = [whole(text, text)]
    common = weigh(passages, *(evidence.reading(a, often.bits(a)) for a in (one, other)))
    assert common.likeness.own_bits < weigh(passages, read(one), read(other)).likeness.own_bits


def test_furniture_is_no_evidence() -> None:
    plain, marked = article("a", WIRE), replace(article("b", WIRE), furniture=((0, len(WIRE)),))
    assert weigh(passages_between(plain, plain), read(plain), read(marked)).passages == ()
    tail = replace(article("b", WIRE), furniture=((WIRE.index("Engineers"), len(WIRE)),))
    x = weigh(passages_between(plain, plain), read(plain), read(tail)).likeness
    assert x.sizes[1] < x.sizes[0]
    assert x.covered[1] == 1.0


def test_a_retold_passage_counts_by_its_similarity() -> None:
    for similarity in (0.5, 0.7, 1.0):
        x = likeness(WIRE, OTHER, "paraphrase", similarity)
        assert x.retold == pytest.approx((similarity, similarity))
        assert x.covered == pytest.approx((similarity, similarity))
        assert x.retold_bits == pytest.approx(evidence.MEANING_BITS * (2 * similarity - 1))
        assert x.worded == (0.0, 0.0)


def test_moved_passages_are_out_of_order() -> None:
    first, second = "The heron of Ostervale fell. ", "The mayor of Kuhle laughed. "
    left, right = first + second, second + first
    cut = len(first), len(second)
    passages = [
        Passage((0, cut[0]), (cut[1], len(right)), "verbatim", 1.0),
        Passage((cut[0], len(left)), (0, cut[1]), "verbatim", 1.0),
    ]
    assert weigh(passages, read(article("a", left)), read(article("b", right))).likeness.order < 0.7


def test_nothing_shared_weighs_nothing() -> None:
    x = weigh([], read(article("a", WIRE)), read(article("b", ""))).likeness
    assert (x.own_bits, x.longest_run, x.order, x.covered) == (0.0, 0, 0.0, (0.0, 0.0))
    assert x.sizes[1] == 1


@pytest.mark.parametrize("language", ["ja", "de", "und"])
def test_other_scripts_weigh_too(language: str) -> None:
    text = "九つの町を結ぶ橋が火曜日に閉鎖されたと市長が述べた。"
    one, other = article("a", text, language), article("b", text, language)
    x = weigh([whole(text, text)], read(one), read(other)).likeness
    assert x.own_bits > 10
    assert x.covered == (1.0, 1.0)


texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(texts, texts)
def test_it_is_the_same_from_either_side(left: str, right: str) -> None:
    one, other = read(article("a", left)), read(article("b", right))
    passages = [whole(left, right)]
    there, back = weigh(passages, one, other), weigh([p.flipped() for p in passages], other, one)
    turned = flipped(there)
    for name in Likeness.__slots__:
        found, mirrored = getattr(back.likeness, name), getattr(turned.likeness, name)
        if name in ("longest_run", "longest_own_run", "own_bits", "quoted_bits", "worded", "verbatim"):
            continue  # which of several equally long common orders is taken may depend on the side
        assert found == pytest.approx(mirrored), name
    assert flipped(turned).likeness == there.likeness
    assert np.allclose(turned.coverage.left, there.coverage.right)


@settings(deadline=None, max_examples=60)
@given(texts, texts)
def test_shares_are_shares_and_bits_never_negative(left: str, right: str) -> None:
    found = weigh([whole(left, right)], read(article("a", left)), read(article("b", right)))
    x = found.likeness
    for pair in (x.verbatim, x.worded, x.covered, x.own_covered, x.retold):
        assert all(0.0 <= share <= 1.0 for share in pair)
    assert all(v <= w <= c for v, w, c in zip(x.verbatim, x.worded, x.covered, strict=True))
    assert min(x.own_bits, x.quoted_bits, x.retold_bits) >= 0.0
    assert all(p.bits >= 0.0 for p in found.passages)
    assert x.longest_own_run <= x.longest_run
    assert 0.0 <= x.order <= 1.0
    assert ((found.coverage.left >= 0) & (found.coverage.left <= 1 + 1e-9)).all()


def test_names_and_numbers_in_each_others_place_are_in_conflict() -> None:
    said = "The council paid Mara Osk 412 crowns for the Fenby bridge."
    for other, kinds in (
        ("The council gave Mara Osk 412 crowns for the Fenby bridge.", 0),
        ("The council gave Mara Osk a sum for the Fenby bridge.", 0),
        ("The council gave Mara Osk 977 crowns for the Fenby bridge.", 1),
        ("The council gave Ilka Thorn 977 crowns for the Dunmar bridge.", 2),
    ):
        found = likeness(said, other, "paraphrase", 1.0).conflict
        assert (found > 5.0 * kinds) if kinds else found == 0.0
    across = article("b", "Der Rat gab Ilka Thorn 977 Kronen.", "de")
    passage = whole(said, across.text, "translation")
    assert weigh([passage], read(article("a", said)), read(across)).likeness.conflict < 20.0


def test_whoever_is_credited_stands_in_nobodys_place() -> None:
    said = "The council paid 412 crowns for the bridge, the clerk Mara Osk and Ilka Thorn said."
    briefly = "The council paid 412 crowns for the bridge, Associated Press reported."
    assert "AP" in {c.agency for c in article("b", briefly).credits}
    assert likeness(said, briefly, "paraphrase", 1.0).conflict == 0.0
    other = briefly.replace("Associated Press reported", "the clerk Tessa Wrenmark said")
    assert likeness(said, other, "paraphrase", 1.0).conflict > 5.0


NAMED = "Yesterday the mayor of Fenby met Mara Oskdottir and Ilka Thornbury at the old tannery bridge. "


@pytest.mark.parametrize(
    "retold",
    [
        # Words that open sentences, headlines in capitals, bylines and the outlet's own name are no names of the story.
        "Spokespeople, too, were there when two women were received by the head of Fenby at the bridge. "
        "Instruments, gusts, ploughing: none of it came up in the talk between them, not even once.",
        "Five Lessons From the Tannery Bridge Sticker Scandal\n\n"
        "Two women, it turns out, were received by the head of Fenby at a bridge where hides were tanned.",
        "UNDERSTORY\n\nWords: Ffion Adeyemi\n\n"
        "Two women, it turns out, were received by the head of Fenby at a bridge where hides were tanned.",
        # Misspelt or bent, a name is the same.
        "At the bridge, we hear, it was Mara Oskdotir and one Ilka Thornburys who were received by the head of Fenby.",
    ],
)
def test_names_are_what_names_somebody_inside_a_sentence(retold: str) -> None:
    assert likeness(NAMED, retold, "paraphrase", 0.8).names_kept > 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The dead are Anna Petersen, Johan Lindqvist, Maria Gomez and Peter Olafsson.",
            "The dead are Ilka Thornbury, Tessa Wrenmark, Boris Kuhlemann and Jonna Dunmarsh.",
        ),
        (
            "Sie nahm Anna Petersen, Johan Lindqvist und Maria Gomez in Hamburg fest.",
            "Sie nahm Ilka Thornbury, Boris Kuhlemann und Tessa Wrenmark in Rostock fest.",
        ),
        (
            "Poliisi tapasi Virtasen Tampereella maanantaina.",
            "Poliisi tapasi Korhosen Oulussa perjantaina.",
        ),
    ],
)
def test_sentences_may_be_short_or_hold_hardly_more_than_names(one: str, other: str) -> None:
    assert likeness(one, other, "paraphrase", 0.8).names_kept < 0.5


def test_a_name_in_two_forms_is_the_same_from_either_side() -> None:
    one = "The police said that Lopatnikova was seen there and that Lopatnikovu was not seen."
    other = "The police said that Lopatnikov met Oslowitz, Florence, Madridejos and Parisot there for talks today."
    there, back = likeness(one, other, "paraphrase", 0.8), likeness(other, one, "paraphrase", 0.8)
    assert (there.names_kept, there.conflict) == (back.names_kept, back.conflict)


def test_others_are_named_by_other_names() -> None:
    retold = "At the bridge, we hear, it was Jonna Wrenmark and one Tessa Kuhle who were met by the head of Dunmar."
    assert likeness(NAMED, retold, "paraphrase", 0.8).names_kept < 0.3
    misspelt = NAMED.replace("Oskdottir", "Oskdotir").replace("Thornbury", "Thornbery")
    assert likeness(NAMED, misspelt, "paraphrase", 0.8).conflict == 0.0
    other = NAMED.replace("Oskdottir", "Wrenmark").replace("Thornbury", "Kuhle")
    assert likeness(NAMED, other, "paraphrase", 0.8).conflict > 10.0


def in_german(one: str, other: str) -> Likeness:
    """Return how alike two German texts are that tell each other in other words."""
    return weigh(
        [whole(one, other, "paraphrase", 0.8)], read(article("a", one, "de")), read(article("b", other, "de"))
    ).likeness


def test_in_german_a_noun_is_no_name() -> None:
    said = "Gestern hat der Rat in Fenbach über die Brücken, den Haushalt und das Honigglas der Forscherin beraten."
    retold = "Die Abgeordneten sprachen in Fenbach über Übergänge, Geld und ein Gefäß der Wissenschaftlerinnen."
    found = in_german(said, retold)
    assert found.names_kept == 1.0
    assert found.conflict == 0.0
    for place, other in (("Fenbach", "Tannbruck"), ("Berlin", "Hamburg"), ("Washington", "Paris")):
        elsewhere = in_german(
            said.replace("Fenbach", f"{place} unter Merkel"), retold.replace("Fenbach", f"{other} mit Schmidt")
        )
        assert elsewhere.names_kept < 0.5
        assert elsewhere.conflict > 5.0


def test_a_notice_is_short_and_told_whole_by_the_other() -> None:
    said = "Prices on 3 May: rye 214, oats 177 crowns."
    for other, least in (("Prices on 4 May: rye 219, oats 181 crowns.", 0.3), (said, 1.0)):
        x = likeness(said, other)
        assert x.notice == 1.0
        assert x.figures_shared == pytest.approx(least, abs=0.2)
    assert likeness(said, said + " " + WIRE).figures_shared < 0.9, "the side counts of which less is held"
    long = 4 * (WIRE + " ")
    assert likeness(long, long).notice == 0.0
    brief = weigh([Passage((0, 50), (0, 50), "edited", 1.0)], read(article("a", WIRE[:50])), read(article("b", long)))
    assert brief.likeness.notice == 0.0
    german = article("b", "Preise am 4. Mai: Roggen 219, Hafer 181 Kronen, teilte die Stadt am Dienstag mit.", "de")
    passage = whole(said, german.text, "translation")
    assert weigh([passage], read(article("a", said)), read(german)).likeness.notice == 0.0


def test_rare_words_that_both_hold_count_wherever_they_stand() -> None:
    one, other = "Ostervale and Kuhle met the mayor.", "The mayor met no one, said Kuhle of Ostervale."
    apart = weigh([], read(article("a", one)), read(article("b", other))).likeness
    assert apart.common > 10.0
    assert apart.told == 0.0
    assert weigh([], read(article("a", one)), read(article("b", "She met no one."))).likeness.common == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("206,737 people", "2,06,737 people"),
        ("1 500 people", "1,500 people"),
        ("1.5 million people", "1,500,000 people"),
        ("４００ people", "400 people"),
        ("２・３ people", "2.3 people"),
        ("3million people", "3 million people"),
        ("12.03.2018 people", "2018 03 12 people"),
        ("6-7/16 people", "6 7/16 people"),
    ],
)
def test_a_number_is_its_digits_and_not_its_parts(one: str, other: str) -> None:
    found = likeness(one, other)
    assert found.figures_kept == 1.0
    assert found.conflict == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("300,000 to 305,000 people", "285,000 to 290,000 people"),
        ("6.18 people", "6.22 people"),
        ("4 7/8 points", "7 4/8 points"),
    ],
)
def test_numbers_that_share_a_part_are_others(one: str, other: str) -> None:
    found = likeness(one, other)
    assert found.figures_kept < 0.6
    assert found.conflict > 5.0


@given(st.text("0123456789.,・/- '’\u00a0a٣", max_size=60))
def test_no_sequence_of_figures_is_too_odd_to_be_read(text: str) -> None:
    one = read(article("a", text))
    assert len(one.facts) == len(one.telling) == len(one.figure) == len(one.article.words)
    assert float(one.telling[one.figure].sum()) <= float(one.bits[one.numeral].sum()) + 1e-3


def test_a_number_is_the_same_however_it_is_set() -> None:
    left, right = "長さ１８メートルの橋で４００世帯が遠回りする。", "길이 18미터의 다리 때문에 400가구가 돌아간다."
    one, other = read(article("a", left, "ja")), read(article("b", right, "ko"))
    found = weigh([whole(left, right, "translation")], one, other).likeness
    assert found.figures_kept == 1.0
    assert found.conflict == 0.0
    assert found.common > 0.0


PLAIN_FRACTION = re.compile(r"(?<![\d/.,])(?:\d{1,3}[ -])?\d{1,2}/(?:2|3|4|5|8|16|32|64)(?![\d/])", re.ASCII)


@given(st.text("12386/ -.,x", max_size=16))
def test_fractions_are_those_that_stand_apart_from_other_figures(text: str) -> None:
    slowly = [m.span() for m in PLAIN_FRACTION.finditer(text)]
    assert [m.span() for m in evidence.FRACTION.finditer(text)] == slowly
