from __future__ import annotations

import doctest
import importlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import chain
from provenance.align import align, passages_between
from provenance.article import Article
from provenance.model import Document, Passage, Span
from provenance.split import sentences
from provenance.words import tokenise

SHARED = Path(__file__).parents[2] / "shared"

STORY = (
    "The ferry Halvard ran aground off Skerrow Point shortly after dawn, with 112 people aboard.\n\n"
    "Nobody was hurt. The harbour master, Ingrid Solvane, said the fog had come down within minutes.\n\n"
    '"We heard the keel before we saw the rocks," she told reporters on the quay. '
    "Two tugs from Brennick pulled the vessel free at high water, and it reached the yard under its own power.\n\n"
    "An inquiry will ask why the radar had been switched off since Tuesday."
)
OTHER = (
    "Beekeepers in the valley of Ansted have lost a third of their hives this winter.\n\n"
    "A mite is to blame, the growers' union believes. Warm weeks in January woke the colonies too early.\n\n"
    "The minister told a news conference on Monday that she would pay for new queens. "
    "Orchards may have to hire colonies from abroad by April."
)


def article(text: str, furniture: Sequence[Span] = (), language: str = "en") -> Article:
    found = sentences(text, language)
    return Article(Document("a", text), language, tokenise(text), found, (), (), tuple(furniture))


def shown(text: str, other: str, passages: Iterable[Passage]) -> list[tuple[str, str, str]]:
    return [(p.kind, text[slice(*p.left)], other[slice(*p.right)]) for p in passages]


def flipped(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted((p.flipped() for p in passages), key=lambda p: (p.left, p.right)))


# What is found


def test_examples_hold() -> None:
    assert doctest.testmod(importlib.import_module("provenance.align")).failed == 0


def test_a_copy_is_one_verbatim_passage() -> None:
    (passage,) = align(STORY, "Our correspondent writes from the harbour. " + STORY)
    assert (passage.kind, passage.similarity, passage.bits) == ("verbatim", 1.0, 0.0)
    assert STORY[slice(*passage.left)] == STORY


def test_quotation_marks_case_and_closing_marks_are_no_change() -> None:
    left = 'The mate was calm: "We heard the keel before we saw the rocks in the fog," she said.'
    right = "“we heard the keel before we saw the rocks in the fog”"
    assert shown(left, right, align(left, right)) == [
        (
            "verbatim",
            '"We heard the keel before we saw the rocks in the fog,"',
            "“we heard the keel before we saw the rocks in the fog”",
        )
    ]


def test_moved_paragraphs_are_passages_of_their_own() -> None:
    paragraphs = STORY.split("\n\n")
    other = "\n\n".join([paragraphs[2], OTHER, paragraphs[0]])
    found = align(STORY, other)
    assert [p.kind for p in found] == ["verbatim", "verbatim"]
    assert [STORY[slice(*p.left)] for p in found] == [paragraphs[0], paragraphs[2]]
    assert found[0].right > found[1].right


def test_a_quote_that_is_given_twice_is_found_twice() -> None:
    quote = '"We heard the keel before we saw the rocks," she told reporters on the quay.'
    other = f"{quote}\n\n{OTHER}\n\n{quote}"
    assert [STORY[slice(*p.left)] for p in align(STORY, other)] == [quote, quote]


def test_a_reworked_sentence_is_edited_and_the_copied_ones_around_it_stay_verbatim() -> None:
    before = "Two tugs from Brennick pulled the vessel free at high water, and it reached the yard under its own power."
    after = "Under its own power the vessel reached the yard after two tugs from Brennick had pulled it free."
    other = STORY.replace(before, after)
    found = align(STORY, other)
    assert [p.kind for p in found] == ["verbatim", "edited", "verbatim"]
    assert shown(STORY, other, found)[1] == ("edited", before, after)
    assert 0.5 < found[1].similarity < 1


def test_a_sentence_that_was_split_is_one_passage_with_both_halves() -> None:
    whole = "Nadja Ferrol, who had warned the board about the leaking vats in Tolm since 2019, resigned on Wednesday."
    halves = "Nadja Ferrol resigned on Wednesday. She had warned the board about the leaking vats in Tolm since 2019."
    left, right = f"{OTHER}\n\n{whole}", f"{halves}\n\n{STORY}"
    assert shown(left, right, align(left, right)) == [("edited", whole, halves)]


def test_words_in_other_forms_count() -> None:
    left = "Суд в Ольмске оштрафовал владельца пекарни Тихона Бурлакова за опоздавшие караваи."
    right = "Владелец пекарни Тихон Бурлаков оштрафован судом в Ольмске за опоздавший каравай."
    assert [p.kind for p in align(left + "\n\nПогода была ясная.", right)] == ["edited"]


def test_scripts_without_spaces_are_compared_by_character() -> None:
    sentence = "川沿いの古い水車小屋で、村の人々は三十年ぶりに小麦をひいた。"
    reworked = "村の人々は川沿いの古い水車小屋で、三十年ぶりに小麦をひき始めた。"
    left = f"祭りは朝から始まった。{sentence}夕方には雨になった。"
    assert shown(left, sentence, align(left, sentence)) == [("verbatim", sentence, sentence)]
    assert shown(left, reworked, align(left, reworked)) == [("edited", sentence, reworked)]


# What is no passage


def test_stock_phrases_are_no_passage() -> None:
    left = STORY + " The captain told a news conference on Monday that he had lost his way."
    assert align(left, OTHER) == ()


def test_a_long_name_in_a_script_of_syllables_is_no_passage() -> None:
    left = "昨夜の試合でマンチェスター・ユナイテッドは敗れた。監督は何も語らずに帰った。"
    right = "株価が上がった。マンチェスター・ユナイテッドの決算は来週出る。"
    assert align(left, right) == ()


@pytest.mark.parametrize("text", ["", " \n", "...", "\0\0", "\ud800", "a", "“”", "\u202e\u202d", "\n" * 1000])
def test_texts_with_nothing_to_align(text: str) -> None:
    assert align(text, STORY) == ()
    assert align(STORY, text) == ()
    assert align(text, text) == ()


def test_one_phrase_over_and_over_stays_small() -> None:
    found = align("the cat sat on the mat and ate. " * 4000, "on the mat the cat sat and ate. " * 4000)
    assert len(found) < 100


def test_long_documents_of_rare_and_common_sentences() -> None:
    odd = [np.base_repr(i * 7919 % 100003 + 10**7, 36) for i in range(16000)]
    numbered = [f"The clerk {a}{b} of {c}{d} counted the sheets." for a, b, c, d in np.array(odd).reshape(-1, 4)]
    found = align("\n\n".join(numbered), "\n\n".join(numbered[::-1]))
    assert len(found) >= 3900
    assert all(p.left[1] - p.left[0] < 200 for p in found)


# Articles


def test_furniture_is_never_in_a_passage() -> None:
    box = "Sign up for the Morning Plover newsletter and never miss a story about your harbour town again."
    text = STORY.replace("\n\n", f"\n\n{box}\n\n", 1)
    start = text.index(box)
    known, unknown = article(text, [(start, start + len(box))]), article(text)
    found = passages_between(known, unknown)
    assert len(found) == 2
    assert all(p.left[1] <= start or p.left[0] >= start + len(box) for p in found)
    assert len(passages_between(unknown, article(text + " "))) == 1


def test_known_passages_are_left_out() -> None:
    whole = Passage((0, len(STORY)), (0, len(STORY)), "paraphrase", 0.9)
    assert passages_between(article(STORY), article(STORY), [whole]) == ()
    part = Passage((0, 30), (0, 30), "paraphrase", 0.9)
    assert len(passages_between(article(STORY), article(STORY), [part])) == 1


def test_rarity_weighs() -> None:
    first, second = article(STORY), article("Nobody was hurt. It was a calm day. " + STORY[:90])

    def common(of: Article) -> npt.NDArray[np.float32]:
        return np.zeros(len(of.words), np.float32)

    def rare(of: Article) -> npt.NDArray[np.float32]:
        return np.full(len(of.words), 16, np.float32)

    assert len(passages_between(first, second, rarity=rare)) > len(passages_between(first, second, rarity=common))


# What holds for any two texts

_words = st.sampled_from(
    re.findall(r"\S+", "Halvard ferry aground Skerrow dawn the of and a fog, rocks. quay! 112 「霧」 船")
)
_pieces = st.one_of(
    st.lists(_words, min_size=1, max_size=14).map(" ".join),
    st.sampled_from(re.split(r"(?<=[.!?])\s+", STORY)),
    st.sampled_from(["\n", "\n\n", '"', "…", "\0", "\ud83d", "ﬁn", "İ"]),
)
_texts = st.lists(_pieces, max_size=14).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(_texts, _texts)
def test_the_order_of_the_documents_does_not_matter(left: str, right: str) -> None:
    assert align(left, right) == flipped(align(right, left))


@settings(max_examples=100, deadline=None)
@given(_texts, _texts, st.lists(st.integers(0, 200), max_size=4), st.lists(st.integers(0, 200), max_size=4))
def test_passages_of_articles_are_sound(left: str, right: str, cuts: list[int], others: list[int]) -> None:
    def spans(text: str, places: list[int]) -> list[Span]:
        return [(p, min(p + 15, len(text))) for p in sorted({20 * p for p in places}) if p < len(text)]

    first, second = article(left, spans(left, cuts)), article(right, spans(right, others))
    found = passages_between(first, second)
    assert found == flipped(passages_between(second, first))
    assert list(found) == sorted(found, key=lambda p: (p.left, p.right))
    for p in found:
        for side, span in ((first, p.left), (second, p.right)):
            assert 0 <= span[0] < span[1] <= len(side.text)
            inside = (side.words.starts >= span[0]) & (side.words.ends <= span[1])
            touched = (side.words.ends > span[0]) & (side.words.starts < span[1])
            assert (inside == touched).all()
            barred = [
                w for s, e in side.furniture for w in np.flatnonzero((side.words.ends > s) & (side.words.starts < e))
            ]
            assert not inside[barred].any()
        words = [tokenise(a.text[slice(*s)]).keys.tolist() for a, s in ((first, p.left), (second, p.right))]
        assert (p.kind == "verbatim") == (p.similarity == 1.0)
        assert p.kind != "verbatim" or words[0] == words[1]
        assert p.kind in ("verbatim", "edited")


@settings(max_examples=60, deadline=None)
@given(st.permutations(STORY.split("\n\n")), st.integers(0, 3))
def test_every_paragraph_is_found_wherever_it_went(paragraphs: list[str], gap: int) -> None:
    other = f"\n\n{OTHER}\n\n".join(paragraphs[: gap + 1]) + "\n\n" + "\n\n".join(paragraphs[gap + 1 :])
    covered = {c for p in align(STORY, other) for c in range(*p.left)}
    assert all(c in covered for c, sign in enumerate(STORY) if sign.isalnum())


# The kernels beside their slow twins


def slow_runs(a: list[int], b: list[int], size: int) -> list[tuple[int, int, int]]:
    """Every maximal run, by trying every place with every other."""
    out = []
    for i in range(len(a)):
        for j in range(len(b)):
            same = a[i] >= 0 and a[i] == b[j]
            if not same or (i and j and a[i - 1] >= 0 and a[i - 1] == b[j - 1]):
                continue
            n = 0
            while i + n < len(a) and j + n < len(b) and a[i + n] >= 0 and a[i + n] == b[j + n]:
                n += 1
            if n >= size:
                out.append((i, j, n))
    return out


_numbers = st.lists(st.integers(-1, 4), max_size=40)


@settings(max_examples=200, deadline=None)
@given(_numbers, _numbers, st.integers(1, 4))
def test_runs_are_those_of_the_slow_twin(a: list[int], b: list[int], size: int) -> None:
    found = chain.runs(np.array(a, np.int32), np.array(b, np.int32), size, 10_000)
    assert sorted(map(tuple, found.tolist())) == slow_runs(a, b, size)


@settings(max_examples=100, deadline=None)
@given(_numbers, _numbers)
def test_often_repeated_runs_are_some_of_them(a: list[int], b: list[int]) -> None:
    few = chain.runs(np.array(a, np.int32), np.array(b, np.int32), 2, 1)
    assert set(map(tuple, few.tolist())) <= set(slow_runs(a, b, 2))


_sides = st.lists(st.lists(st.integers(-1, 6), min_size=1, max_size=6), min_size=1, max_size=5)


@settings(max_examples=200, deadline=None)
@given(_sides, _sides)
def test_shared_bits_are_those_of_the_slow_twin(left: list[list[int]], right: list[list[int]]) -> None:
    weights = np.array([0, 1, 2, 3, 5, 8, 13], np.float32)
    ids, within = [], []
    for side in (left, right):
        ids.append(np.array([k for s in side for k in s], np.int32))
        within.append(np.array([n for n, s in enumerate(side) for _ in s], np.int32))
    rows, bits = chain.shared((ids[0], ids[1]), (within[0], within[1]), (len(left), len(right)), weights, (9, 1.0))
    want = {}
    for s, one in enumerate(left):
        for t, other in enumerate(right):
            both = Counter(k for k in one if k >= 0) & Counter(k for k in other if k >= 0)
            gain = sum(float(weights[k]) * n for k, n in both.items())
            if gain >= 1:
                want[s, t] = (gain, sum(float(weights[k]) for k in one + other if k >= 0))
    found = {(s, t): tuple(b) for (s, t), b in zip(rows.tolist(), bits.tolist(), strict=True)}
    assert found == want


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_numbers_are_equal_where_keys_are(left: list[int], right: list[int]) -> None:
    a, b, count = chain.number(np.array(left, np.uint64), np.array(right, np.uint64))
    seen = dict(zip([*left, *right], [*a.tolist(), *b.tolist()], strict=True))
    assert [seen[k] for k in [*left, *right]] == [*a.tolist(), *b.tolist()]
    assert sorted(set(seen.values())) == list(range(count))


_words = st.lists(st.tuples(st.integers(0, 9), st.sampled_from([0.5, 3.0, 8.25]), st.booleans()), max_size=30)


@settings(max_examples=100, deadline=None)
@given(_words, _words)
def test_two_documents_meet_as_step_by_step(
    left: list[tuple[int, float, bool]], right: list[tuple[int, float, bool]]
) -> None:
    keys = [np.array([k for k, _, _ in side], np.uint64) for side in (left, right)]
    bits = [np.array([b for _, b, _ in side], np.float32) for side in (left, right)]
    barred = [np.array([x for _, _, x in side], np.bool_) for side in (left, right)]
    within = [np.arange(len(side), dtype=np.int32) // 4 for side in (left, right)]
    counts = [len(side) // 4 + 1 for side in (left, right)]
    a, b, count = chain.number(*keys)
    weights = np.zeros(count, np.float32)
    weights[b] = bits[1]
    weights[a] = np.maximum(bits[0], weights[a])
    often = np.bincount(a, minlength=count) + np.bincount(b, minlength=count)
    a[barred[0]] = -1
    b[barred[1]] = -1
    pairs = (tuple(x) for x in (keys, bits, barred, within, counts))
    found = chain.meet(*pairs)
    for one, other in zip(found[:4], (a, b, weights, often), strict=True):
        assert one.tolist() == other.tolist()
    for bounds, ids, places, n in zip(found[4:], (a, b), within, counts, strict=True):
        assert [x.tolist() for x in bounds] == [x.tolist() for x in chain.edges(places, ids, n)]


@settings(max_examples=100, deadline=None)
@given(_numbers, _numbers, st.integers(1, 6))
def test_telling_runs_are_found_as_step_by_step(left: list[int], right: list[int], sentence: int) -> None:
    words = a, b = np.array(left, np.int32), np.array(right, np.int32)
    weights = np.array([1, 2, 4, 0.5, 9], np.float32)
    sides = []
    for ids in words:
        within = np.arange(len(ids), dtype=np.int32) // sentence
        sides.append((within, *chain.edges(within, ids, len(ids) // sentence + 1)))
    bars = ((3, 4.0), (2, 1.0))
    bits = np.where(a >= 0, weights[a], 0.0)
    total = np.concatenate((np.zeros(1), np.cumsum(bits, dtype=np.float64)))
    kept = chain.worthy(chain.runs(a, b, 2, 8), total, sides[0], sides[1], bars)
    longest_first = np.argsort(-kept[:, 2], kind="stable").astype(np.int32)
    kept = kept[chain.fresh(kept, longest_first, len(a), len(b))]
    assert chain.telling_runs(words, weights, (sides[0], sides[1]), (2, 8), bars).tolist() == kept.tolist()


@given(_numbers, _numbers, st.integers(0, 6))
def test_common_terms_have_no_weight(a: list[int], b: list[int], most: int) -> None:
    weights = np.arange(1, 6, dtype=np.float32)
    found = chain.without_common(np.array(a, np.int32), np.array(b, np.int32), weights, most)
    assert found.tolist() == [0.0 if max(a.count(k), b.count(k)) > most else k + 1.0 for k in range(5)]


# Labelled stories


@pytest.mark.skipif(not (SHARED / "families").is_dir(), reason="the labelled families are not here")
def test_labelled_passages_are_found_and_unrelated_articles_share_none() -> None:
    texts, found, unrelated = {}, Counter[str](), []
    for truth in sorted((SHARED / "families").glob("*/truth.json")):
        told = json.loads(truth.read_text("utf-8"))
        lines = {line for box in told["furniture"].values() for line in box}
        for path in sorted(truth.parent.glob("[a-z][0-9].txt")):
            text = path.read_text("utf-8")
            spans = [m.span() for m in re.finditer(r"[^\n]+", text) if any(x in m.group() for x in lines)]
            texts[path.stem] = article(text, spans)
            if not told["edges"]:
                unrelated.append(path.stem)
        for row in told["passages"] + told["sibling_passages"]:
            pair = [row.get("source") or row["a"], row.get("target") or row["b"]]
            parts = [row.get("source_text") or row["a_text"], row.get("target_text") or row["b_text"]]
            if not set(pair) <= texts.keys() or row["kind"] not in ("verbatim", "edited"):
                continue
            want = [(texts[i].text.find(x), texts[i].text.find(x) + len(x)) for i, x in zip(pair, parts, strict=True)]
            met = any(
                min(w[1], g[1]) - max(w[0], g[0]) >= (w[1] - w[0]) / 2
                and min(v[1], h[1]) - max(v[0], h[0]) >= (v[1] - v[0]) / 2
                for (w, v), (g, h) in [
                    ((want[0], want[1]), (p.left, p.right)) for p in passages_between(texts[pair[0]], texts[pair[1]])
                ]
            )
            found[f"{row['kind']} {'found' if met else 'missed'}"] += 1
    for kind in ("verbatim", "edited"):
        assert found[f"{kind} found"] >= 9 * found[f"{kind} missed"]
    pairs = [(a, b) for n, a in enumerate(unrelated) for b in unrelated[:n]]
    assert sum(bool(passages_between(texts[a], texts[b])) for a, b in pairs) <= len(pairs) // 50
