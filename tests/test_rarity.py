from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import rarity
from provenance.annotate import annotate
from provenance.article import Article
from provenance.model import Document, Passage
from provenance.rarity import MOST_BITS, Rarity, independence, independence_around, learn


def article(text: str, language: str = "en") -> Article:
    return annotate(Document("a", text, language=language))


def bits(text: str, corpus: list[Article] | None = None, language: str = "en") -> dict[str, float]:
    found = article(text, language)
    words = [text[s:e].casefold() for s, e in zip(found.words.starts, found.words.ends, strict=True)]
    return dict(zip(words, learn(corpus or []).bits(found).tolist(), strict=True))


def test_common_words_say_nothing_and_rare_ones_much() -> None:
    found = bits("the harbour of Dunlarrig")
    assert found["the"] < 0.01
    assert found["of"] < 0.01
    assert found["the"] < found["harbour"] < found["dunlarrig"] <= MOST_BITS


@pytest.mark.parametrize(
    ("language", "common", "rare"),
    [("de", "und", "Schleuse"), ("ru", "и", "пристань"), ("es", "que", "transbordador"), ("fr", "les", "quai")],
)
def test_every_language_has_a_measure_of_its_own(language: str, common: str, rare: str) -> None:
    found = bits(f"{common} {rare}", language=language)
    assert found[common.casefold()] < 0.1
    assert found[rare.casefold()] > 4


def test_a_language_without_a_list_weighs_all_words_alike() -> None:
    found = bits("an harbour Dunlarrig", language="und")
    assert len(set(found.values())) == 1
    assert min(found.values()) > 5


def test_long_numbers_weigh_more_than_short_ones_in_any_digits() -> None:
    found = bits("3 17 450 2026 48213")
    assert found["3"] < found["17"] < found["450"] < found["2026"] < found["48213"]
    assert bits("４５０")["４５０"] == pytest.approx(found["450"])
    assert bits("450MW 1920s")["450mw"] == pytest.approx(found["450"])


def test_a_word_that_the_corpus_repeats_loses_weight() -> None:
    corpus = [article(f"Dunlarrig item number {n}") for n in range(30)]
    found = bits("Dunlarrig Oxmere", corpus)
    assert found["dunlarrig"] < found["oxmere"] - 3
    assert found["dunlarrig"] < bits("Dunlarrig")["dunlarrig"]


def test_a_word_of_one_article_alone_does_not_tell_against_itself() -> None:
    only = [article("Dunlarrig")]
    assert bits("Dunlarrig", only)["dunlarrig"] == pytest.approx(bits("Dunlarrig")["dunlarrig"], abs=0.1)


def test_articles_that_share_their_text_count_about_once() -> None:
    text = "Dunlarrig lost its ferry on Tuesday night"
    copies = [article(text) for _ in range(10)]
    whole = Passage((0, len(text)), (0, len(text)), "verbatim", 1.0)
    pairs = {(i, j): [whole] for i in range(10) for j in range(i + 1, 10)}
    weights = independence(copies, pairs)
    assert weights == pytest.approx([0.1] * 10)
    together, apart = learn(copies, weights), learn(copies)
    assert together.articles == pytest.approx(1.0)
    probe = article("Dunlarrig")
    assert together.bits(probe)[0] > apart.bits(probe)[0]


def test_half_a_text_shared_makes_kin_and_nothing_shared_none() -> None:
    pair = [article("x" * 100), article("y" * 200), article("z")]
    half = Passage((0, 50), (0, 50), "edited", 0.9)
    assert independence(pair, {(0, 1): [half]}) == pytest.approx([0.5, 1 / 1.5, 1.0])


def test_around_one_article_its_kin_are_kin_of_each_other() -> None:
    text = "Dunlarrig lost its ferry on Tuesday night"
    articles = [article(text), article(text), article(text), article("x" * 100)]
    whole = Passage((0, len(text)), (0, len(text)), "verbatim", 1.0)
    pairs = {(0, 1): [whole], (0, 2): [whole], (0, 3): []}
    assert independence_around(articles, pairs) == pytest.approx([1 / 3, 1 / 3, 1 / 3, 1.0])


def test_bits_lie_between_nothing_and_the_most_for_any_text() -> None:
    for text in ("", "\x00", "🙂 \u202e שלום", "word " * 500, "١٢٣ 東京"):
        found = learn([article(text)] * 3).bits(article(text))
        assert found.dtype == np.float32
        assert ((found >= 0) & (found <= MOST_BITS)).all()


def test_a_large_corpus_is_looked_up_by_a_table_and_comes_out_the_same() -> None:
    names = [f"Name{n // 3}" for n in range(3 * rarity.MANY)]
    corpus = [article(f"The mayor of {name} went to Oxmere {n} times") for n, name in enumerate(names)]
    large = learn(corpus)
    assert large.table is not None
    order = np.argsort(large.keys)
    small = Rarity(large.keys[order], large.frequencies[order], large.articles)
    for probe in (*corpus[:9], article("Nothing of the kind: 48213 herons"), article(""), article("Ödes Wort", "de")):
        assert large.bits(probe).tolist() == small.bits(probe).tolist()


@given(st.lists(st.sampled_from(["7", "12", "4x", "x4", "１８", "1234567890", "3日", "½", "٣", ","]), max_size=12))
def test_digits_are_counted_up_to_six_from_the_start_of_a_word(pieces: list[str]) -> None:
    for between in (" ", ""):
        found = article(between.join(pieces))
        told = [found.text[s:e] for s, e in zip(found.words.starts, found.words.ends, strict=True)]
        digits = [len(word) - len(word.lstrip("0123456789０１２３４５６７８９")) for word in told]
        assert rarity._digits(found).tolist() == [min(6, n) for n in digits]


@given(st.lists(st.text("ab c", max_size=12), max_size=6), st.data())
@settings(deadline=None)
def test_words_known_to_be_held_are_counted_by_any_weights_as_when_learned_anew(
    texts: list[str], data: st.DataObject
) -> None:
    articles = [article(text) for text in texts]
    held = rarity.Held.of(articles)
    for _ in range(2):
        weights = data.draw(st.lists(st.sampled_from([0.25, 0.5, 1.0]), min_size=len(texts), max_size=len(texts)))
        found = held.rarity(weights)
        counted: dict[int, float] = {}
        for one, weight in zip(articles, weights, strict=True):
            for key in set(one.words.keys.tolist()):
                counted[key] = counted.get(key, 0.0) + weight
        assert dict(zip(found.keys.tolist(), found.frequencies.tolist(), strict=True)) == counted
        assert found.articles == sum(weights)


@given(st.lists(st.lists(st.integers(0, 40), max_size=30), max_size=8))
@settings(deadline=None)
def test_different_keys_are_found_by_a_table_as_by_sorting(groups: list[list[int]]) -> None:
    keys, words, owners = rarity.once_each([np.array(some, np.uint64) for some in groups])
    assert keys.tolist() == list(dict.fromkeys(key for some in groups for key in some))
    named = [{int(keys[w]) for w, o in zip(words, owners, strict=True) if o == n} for n in range(len(groups))]
    assert named == [set(some) for some in groups]
    assert len(words) == sum(len(set(some)) for some in groups)


def test_a_table_of_many_keys_grows() -> None:
    many = np.arange(20_000, dtype=np.uint64)[::-1] * np.uint64(1 << 40)
    keys, words, _ = rarity.once_each([many, many[:10]])
    assert keys.tolist() == many.tolist()
    assert keys[words].tolist() == [*many.tolist(), *many[:10].tolist()]


def test_words_of_a_large_corpus_are_counted_as_those_of_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [article(text) for text in ("the harbour of Dunlarrig", "the the quay 12", "", "Dunlarrig 12 of")]
    small = learn(articles, [1.0, 0.5, 0.5, 0.25])
    monkeypatch.setattr(rarity, "MANY", 2)
    large = learn(articles, [1.0, 0.5, 0.5, 0.25])
    counted = [dict(zip(found.keys.tolist(), found.frequencies.tolist(), strict=True)) for found in (small, large)]
    assert counted[0] == counted[1]
    assert [small.bits(a).tolist() for a in articles] == [large.bits(a).tolist() for a in articles]
