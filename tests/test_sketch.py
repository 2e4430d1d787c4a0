from __future__ import annotations

import re

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import pairing
from provenance.errors import RecipeError
from provenance.pairing import candidate_pairs
from provenance.sketch import (
    STANDARD,
    Recipe,
    Signatures,
    chunks,
    corpus_postings,
    near_duplicates,
    postings,
    sentence_signatures,
    shingle_hash,
    signatures,
    words_of,
)
from provenance.words import fold, tokenise

pieces = st.sampled_from(
    [
        "Ada",
        "said",
        "so",
        "U.S.",
        "p.m.",
        "3.5",
        "the",
        "mine",
        "été",
        "東京都は",
        "カメラ",
        "한국",
        "Σας",
        "ﬁre",
        "½",
        ". ",
        "! ",
        "? ",
        ".\n",
        "\n\n",
        "\n",
        ", ",
        '." ',
        "。",
        "… ",
        " ",
        "  ",
        "…",
        "-",
        "\x00",
        "\ud800",
        "। ",
    ]
)
texts = st.lists(pieces, max_size=50).map(" ".join) | st.text(max_size=60)


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence, by the rule that the module's docstring gives."""
    words = tokenise(text)
    spans = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
    out: list[list[str]] = [[]]
    for (start, end), (following, _) in zip(spans, [*spans[1:], (len(text), 0)][: len(spans)], strict=True):
        out[-1].append(text[start:end])
        gap = text[end:following]
        # The length of a word is in bytes of UTF-8; a run of ideographs is as many words.
        dot = gap.startswith(".") and len(text[start:end].encode()) > 2
        marks = re.search(
            "[!?\u037e\u0589\u061f\u06d4\u0964\u0965\u104b\u1362\u17d4\u203c\u2026\u2029\u203d"
            "\u2047\u2048\u2049\u3002\uff01\uff0e\uff1f\uff61]",
            gap,
        )
        if marks or gap.count("\n") > 1 or (dot and (len(gap) > 1 or following == len(text))):
            out.append([])
    return [s for s in out if s]


def shingles(words: list[str], size: int = 10) -> list[str]:
    """The shingles of a sentence: ideographs are worth one, other words two, until `size` is reached."""
    worth = [2 - int(tokenise(w).keys[0] & np.uint64(1)) for w in words]
    out = []
    for left in range(len(words)):
        right, weight = left, 0
        while right < len(words) and weight < size:
            weight += worth[right]
            right += 1
        if weight >= size or left == 0:
            out.append(" ".join(words[left:right]))
    return out


def reference(text_shingles: list[str]) -> np.ndarray:
    sketch = MinHash(num_perm=128, scheme="affine32", hashfunc=shingle_hash)
    for shingle in text_shingles:
        sketch.update(shingle)
    return sketch.hashvalues


@given(st.lists(texts, max_size=4))
@settings(max_examples=60, deadline=None)
def test_signatures_are_those_of_datasketch(some):
    found = signatures(some)
    assert found.dtype == np.uint32
    assert found.shape == (len(some), 128)
    for row, text in zip(found, some, strict=True):
        assert row.tolist() == reference([x for s in sentences(text) for x in shingles(s)]).tolist()


@given(st.lists(texts, max_size=3))
@settings(max_examples=30, deadline=None)
def test_sentence_signatures_are_those_of_datasketch(some):
    rows, ends, bounds = sentence_signatures(some)
    assert len(rows) == len(ends) == bounds[-1]
    for i, text in enumerate(some):
        expected = sentences(text)
        assert ends[bounds[i] : bounds[i + 1]].tolist() == np.cumsum([len(s) for s in expected], dtype=int).tolist()
        for row, sentence in zip(rows[bounds[i] : bounds[i + 1]], expected, strict=True):
            assert row.tolist() == reference(shingles(sentence)).tolist()


@given(texts)
@settings(deadline=None)
def test_the_words_of_bytes_are_the_words_of_code_points(text):
    assert words_of(["x", text]).keys[1:].tolist() == tokenise(text).keys.tolist()


@given(st.lists(texts, max_size=5), st.integers(2, 3))
@settings(max_examples=20, deadline=None)
def test_texts_are_sketched_alike_alone_together_and_by_several_threads(some, jobs):
    together = signatures(some, jobs=jobs)
    for row, text in zip(together, some, strict=True):
        assert row.tolist() == signatures([text])[0].tolist()


def test_fewer_permutations_are_the_first_of_a_generator_of_that_many():
    text = "The miners were brought up before dawn, the company said."
    sketch = MinHash(num_perm=16, scheme="affine32", hashfunc=shingle_hash)
    for shingle in shingles(text.replace(",", "").replace(".", "").split()):
        sketch.update(shingle)
    assert signatures([text], 16)[0].tolist() == sketch.hashvalues.tolist()


def test_a_text_without_words_has_an_empty_sketch():
    assert (signatures(["", "...", "\n"]) == 0xFFFFFFFF).all()
    assert signatures([]).shape == (0, 128)


def test_sentences_end_where_the_docstring_says():
    text = 'He left the U.S. at 9 p.m. on Monday, 3.5 days late. "Never!" she said. 終わり。次\n\nHeadline'
    assert [len(s) for s in sentences(text)] == [15, 1, 2, 3, 1, 1]
    assert (np.flatnonzero(words_of([text]).stops) + 1).tolist() == [15, 16, 18, 21, 22, 23]


def test_sketches_of_another_recipe_are_refused():
    values = signatures(["One sentence of a handful of words."])
    mine, other = Signatures(values, STANDARD), Signatures(values, Recipe(shingle=3))
    assert mine.likeness(0, mine, 0) == 1.0
    with pytest.raises(RecipeError, match="shingle 5 and 3"):
        mine.likeness(0, other, 0)
    nothing = Signatures(signatures([""]), STANDARD)
    assert nothing.likeness(0, nothing, 0) == 0.0


def slow_winnow(hashes: list[int], window: int) -> list[int]:
    kept = []
    for i in range(max(1, len(hashes) - window + 1) if hashes else 0):
        part = hashes[i : i + window]
        kept.append(i + max(j for j, h in enumerate(part) if h == min(part)))
    return sorted(set(kept))


@given(
    st.lists(st.lists(st.integers(0, 6), max_size=30), max_size=4), st.lists(st.booleans(), min_size=120, max_size=120)
)
@settings(deadline=None)
def test_postings_are_those_of_a_slow_winnow(documents, marks):
    offsets = np.cumsum([0, *map(len, documents)], dtype=np.int64)
    keys = np.array([2 * w + 2 for d in documents for w in d], np.uint64)
    breaks = np.array(marks[: len(keys)], np.uint8)
    found = postings(keys, breaks, offsets)
    for d in range(len(documents)):
        expected = []
        run_start = offsets[d]
        for i in range(offsets[d], offsets[d + 1]):
            if not breaks[i] and i + 1 < offsets[d + 1]:
                continue
            run = keys[run_start : i + 1].tolist()
            count = max(1, len(run) - 4)
            hashes = [full_hash(run[s : s + 5]) for s in range(count)]
            expected += [(int(run_start - offsets[d]) + s, hashes[s]) for s in slow_winnow(hashes, 4)]
            run_start = i + 1
        expected = [e for i, e in enumerate(expected) if i == 0 or e[1] != expected[i - 1][1]]
        part = slice(found.bounds[d], found.bounds[d + 1])
        assert list(zip(found.places[part].tolist(), found.hashes[part].tolist(), strict=True)) == expected


def full_hash(words: list[int]) -> int:
    total = 0
    for word in words:
        total = (total * 0xBF58476D1CE4E5B9 + word) % 2**64
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        total = (total ^ total >> 33) * factor % 2**64
    return total ^ total >> 33


@given(
    st.lists(st.integers(0, 10**6), min_size=8, max_size=8),
    st.lists(st.integers(0, 10**6), max_size=20),
    st.integers(0, 20),
)
@settings(deadline=None)
def test_a_run_of_eight_words_is_always_found(run, rest, at):
    left, right = [*rest[:at], *run, *rest[at:]], [*rest[at:][::-1], *run]
    found = postings(
        np.array([2 * w + 2 for w in left + right], np.uint64),
        np.zeros(len(left + right), np.uint8),
        np.array([0, len(left), len(left + right)], np.int64),
    )
    middle = found.bounds[1]
    assert set(found.hashes[:middle].tolist()) & set(found.hashes[middle:].tolist())


def story(seed: int, words: int = 120) -> str:
    numbers = np.random.default_rng(seed).integers(0, 5000, words)
    return " ".join(f"w{n}" for n in numbers) + "."


def test_candidates_are_copies_and_runs_but_not_furniture_or_common_phrases():
    box = " Sign up for our morning letter and get the best of the day in your inbox before breakfast every day."
    some = [story(i) + box for i in range(8)]
    some.append("New lead. " + some[3].replace(box, ""))
    some.append(story(100) + " " + " ".join(some[5].split()[40:60]) + " " + story(101))
    found = candidate_pairs(some)
    assert found.tolist() == [[3, 8], [5, 9]]


@given(st.permutations(range(6)))
@settings(max_examples=10, deadline=None)
def test_candidates_do_not_depend_on_the_order_of_the_texts(order):
    base = [story(i) for i in range(4)]
    some = [*base, base[0] + story(7), story(8) + base[2]]
    found = candidate_pairs([some[i] for i in order])
    assert found.tolist() == sorted(found.tolist())
    assert {tuple(sorted((order[i], order[j]))) for i, j in found.tolist()} == {(0, 4), (2, 5)}


def test_a_wire_story_that_a_hundred_outlets_ran_stays_connected():
    found = candidate_pairs([story(1) + f" Outlet{i} adds w{i}." for i in range(100)])
    assert {i for pair in found.tolist() for i in pair} == set(range(100))
    assert len(found) < 100 * 30


def test_pairs_are_the_same_however_little_is_sorted_at_a_time(monkeypatch):
    some = [story(i % 40) + story(i % 7) for i in range(90)] + [story(1) + f" Outlet{i} adds w{i}." for i in range(70)]
    found = candidate_pairs(some)
    monkeypatch.setattr(pairing, "_SLAB", 1 << 8)
    monkeypatch.setattr(pairing, "_PART", 1 << 4)
    assert len(found) > 100
    assert np.array_equal(candidate_pairs(some), found)


def test_one_word_over_and_over_has_few_postings_and_pairs_with_its_like():
    some = ["spam " * 100_000, story(1), "x " + "spam " * 50, "ab cd " * 100_000]
    found, _, _ = corpus_postings(some)
    assert np.diff(found.bounds)[[0, 2, 3]].max() < 10
    assert all(i == 0 and j == 2 for i, j in candidate_pairs(some).tolist())


def test_no_texts_no_pairs():
    assert candidate_pairs([]).shape == (0, 2)
    assert candidate_pairs(["", "", "one"]).shape == (0, 2)


def test_chunks_cover_the_texts_once():
    some = ["x" * 1_500_000] * 7 + [""]
    parts = list(chunks(some))
    assert [i for part in parts for i in range(len(some))[part]] == list(range(8))
    assert len(parts) > 1


def test_near_duplicates_by_datasketch():
    base = [story(i) for i in range(3)]
    values = signatures([*base, base[1] + " One more word.", "", ""])
    assert near_duplicates(values) == [(1, 3)]
    assert near_duplicates(values[:0]) == []


def test_folding_is_the_words_folding():
    assert signatures(["ΟΔΟΣ ΕΝΑ"])[0].tolist() == signatures([f"{fold('ΟΔΟΣ')} ένα".replace("έ", "ε")])[0].tolist()
