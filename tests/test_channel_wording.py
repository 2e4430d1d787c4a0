from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.article import Article
from provenance.channels import Channel
from provenance.channels.wording import Wording
from provenance.model import Document, Span
from provenance.words import tokenise


def article(text: str, name: str = "a", furniture: tuple[Span, ...] = ()) -> Article:
    return Article(Document(name, text), "en", tokenise(text), ((0, len(text)),), (), (), furniture)


def story(seed: int, words: int = 150, vocabulary: int = 40_000) -> str:
    numbers = np.random.default_rng(seed).zipf(1.3, words) % vocabulary
    return " ".join(f"w{n}" for n in numbers) + "."


def corpus(texts: list[str]) -> list[Article]:
    return [article(t, str(i)) for i, t in enumerate(texts)]


def test_it_is_a_channel():
    channel: Channel = Wording()
    assert channel.name == "wording"


def test_in_a_handful_of_articles_every_pair_is_worth_a_look():
    assert Wording().propose(corpus(["one two", "...", "three", "four"])) == [(0, 2), (0, 3), (2, 3)]
    assert Wording().propose([]) == []
    assert Wording().propose_for(article("x"), corpus(["one", ""])) == [0]
    assert Wording().propose_for(article(""), corpus(["one", ""])) == []


def test_a_quote_of_ten_rare_words_is_found_among_many():
    quote = " ".join(f"rare{i}" for i in range(10))
    texts = [story(i) for i in range(200)]
    texts[17] += " " + quote
    texts[90] = quote + " " + texts[90]
    assert (17, 90) in Wording().propose(corpus(texts))
    assert 89 in Wording().propose_for(article(texts[17]), corpus(texts[:17] + texts[18:]))


def test_a_rewrite_that_left_no_shingle_whole_is_found_by_its_rare_words():
    texts = [story(i) for i in range(100)]
    words = texts[40].split()
    texts[70] = " ".join(w if i % 4 else f"other{i}" for i, w in enumerate(words))
    assert (40, 70) in Wording().propose(corpus(texts))
    assert 40 in Wording().propose_for(article(texts[70]), corpus(texts[:70]))


def test_candidates_by_runs_stay_few():
    found = Wording().propose(corpus([story(i) for i in range(300)]))
    assert len(found) < 300 * 30


def test_wording_inside_furniture_is_no_ground():
    box = "Sign up for the letter that brings nine rare zebras to your quiet breakfast table on Fridays. "
    texts = [box + story(i, vocabulary=10**9) for i in range(3200)]
    plain, barred = (
        corpus(texts[:3]) + corpus(texts[3:]),
        [article(t, str(i), ((0, len(box)),)) for i, t in enumerate(texts)],
    )
    assert len(Wording().propose(barred)) <= len(Wording().propose(plain))
    two = [article(texts[0], "0", ((0, len(box)),)), article(texts[1], "1", ((0, len(box)),)), *barred[2:]]
    assert (0, 1) not in Wording().propose(two)


def test_a_crowd_of_copies_is_paired_beyond_the_star():
    body = story(1, 300)
    crowd = [f"{body} {story(1000 + i, 12)}" for i in range(90)]
    found = Wording().propose(corpus(crowd))
    assert {i for pair in found for i in pair} == set(range(90))
    assert len(found) > 90 * 3


@given(st.lists(st.text("ab c.東京1", max_size=30), min_size=25, max_size=40))
@settings(max_examples=15, deadline=None)
def test_pairs_are_sorted_unique_and_in_range(texts):
    found = Wording().propose(corpus(texts))
    assert found == sorted(set(found))
    assert all(0 <= i < j < len(texts) for i, j in found)


@given(st.integers(0, 10**6))
@settings(max_examples=10, deadline=None)
def test_proposals_do_not_depend_on_the_order(seed):
    texts = [story(i, 60) for i in range(30)]
    texts += [" ".join(texts[i].split()[:25]) + " " + story(50 + i, 30) for i in range(3)]
    order = np.random.default_rng(seed).permutation(len(texts)).tolist()
    found = Wording().propose(corpus([texts[i] for i in order]))
    back = sorted(tuple(sorted((order[i], order[j]))) for i, j in found)
    assert {(0, 30), (1, 31), (2, 32)} <= set(back)


def test_a_new_article_finds_what_it_would_find_in_the_corpus():
    texts = [story(i) for i in range(60)]
    texts.append(texts[5] + " " + texts[9])
    every = corpus(texts)
    mine = Wording().propose_for(every[-1], every[:-1])
    assert {5, 9} <= set(mine)
    assert mine == sorted(set(mine))


@pytest.mark.parametrize("spans", [((0, 5),), ((3, 11),), ((0, 100),)])
def test_a_word_that_furniture_touches_is_left_out(spans):
    from provenance.channels.wording import outside_furniture

    some = article("alpha beta gamma", furniture=spans)
    keys, breaks = outside_furniture(some)
    inside = {i for i in range(3) for s, e in spans if some.words.starts[i] < e and some.words.ends[i] > s}
    assert keys.tolist() == [k for i, k in enumerate(some.words.keys.tolist()) if i not in inside]
    assert len(breaks) == len(keys)
