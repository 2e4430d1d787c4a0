from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.frequencies import simplified
from provenance.words import alphabet, fold, key, tokenise

_IDEOGRAPHIC = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_MARKS = "".join(c for c in map(chr, range(0x0900, 0x0E00)) if unicodedata.category(c) in ("Mn", "Mc", "Me"))
_WORD = re.compile(rf"[{_IDEOGRAPHIC}]|(?:[^\W_{_IDEOGRAPHIC}]|[{_MARKS}])+")

news = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "aAbBzZ09 .,'-_\n\u2019éÉßẞſİıΣσςﬁ½¼東京颱台發发カｶﾞ한국어ᄒ\u1161\u11abعربيहिन्दीไทย\u0301\x00\u200f"
        ),
    ),
    max_size=60,
)


def slow(text: str) -> list[tuple[int, int, str]]:
    """The words by a regular expression: the obvious twin of the compiled loop."""
    return [
        (*m.span(), unicodedata.normalize("NFKC", m.group()).lower().replace("ς", "σ").translate(simplified()))
        for m in _WORD.finditer(text)
    ]


@settings(deadline=None)
@given(news)
def test_spans_are_those_of_the_slow_twin(text):
    words = tokenise(text)
    assert list(zip(words.starts.tolist(), words.ends.tolist(), strict=True)) == [(s, e) for s, e, _ in slow(text)]


@settings(deadline=None)
@given(news, news)
def test_keys_are_equal_exactly_where_folded_words_are(left, right):
    keys = tokenise(left).keys.tolist() + tokenise(right).keys.tolist()
    folded = [form for _, _, form in slow(left) + slow(right)]
    assert len(set(zip(keys, folded, strict=True))) == len(set(keys)) == len(set(folded))


@settings(deadline=None)
@given(news)
def test_one_word_alone_has_the_key_it_has_in_its_text(text):
    words = tokenise(text)
    assert [key(text[s:e]) for s, e in zip(words.starts, words.ends, strict=True)] == words.keys.tolist()


def test_every_code_point_is_classed_and_folded_like_the_slow_twin():
    text = "".join(chr(c) + " a" for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000)
    words, expected = tokenise(text), slow(text)
    assert words.starts.tolist() == [s for s, _, _ in expected]
    assert words.ends.tolist() == [e for _, e, _ in expected]
    keys, folded = words.keys.tolist(), [form for _, _, form in expected]
    assert len(set(zip(keys, folded, strict=True))) == len(set(keys)) == len(set(folded))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ﬁnal", "FINAL"),
        ("ΟΔΟΣ", "οδοσ"),
        ("한국", unicodedata.normalize("NFD", "한국")),
        ("２０２０", "2020"),
        ("İ", "i̇"),
    ],
)
def test_writings_of_one_word_have_one_key(left, right):
    assert fold(left) == fold(right)
    assert key(left.split("\u0307")[0]) == key(left)
    if unicodedata.is_normalized("NFC", right) or "\u1112" in right:
        assert tokenise(left).keys[0] == tokenise(right).keys[0] or "\u0307" in right


def test_the_lowest_bit_tells_ideographs():
    assert [k & 1 for k in tokenise("東京 Tokyo カ한").keys.tolist()] == [1, 1, 0, 1, 0]


def test_an_apostrophe_and_a_hyphen_of_any_style_separate():
    assert [len(tokenise(t)) for t in ("don't", "don\u2019t", "well-known", "well\u2011known", "snake_case")] == [2] * 5


def test_lone_surrogates_and_nuls_separate():
    words = tokenise("a\ud800b\0c")
    assert words.starts.tolist() == [0, 2, 4]


def test_a_very_long_line_of_letters_is_one_word():
    words = tokenise("a" * 5_000_000 + "é")
    assert (words.starts.tolist(), words.ends.tolist()) == ([0], [5_000_001])


def test_no_words():
    assert len(tokenise("")) == len(tokenise(" .,\n\u3002")) == 0
    assert key("...") == 0


def test_the_table_is_made_once():
    assert alphabet() is alphabet()


def test_vowel_signs_of_indic_scripts_are_part_of_the_word():
    text = "अधिकारियों ने जानकारी दी। கேரளா நிலச்சரிவு, বাংলাদেশের"
    words = tokenise(text)
    assert [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == re.findall(r"[^\s।,]+", text)


def test_a_letter_and_its_dot_are_one_sign_or_two():
    for whole in ("\u0929", "\u0958", "\u09cb", "\u0bca"):
        assert key(whole) == key(unicodedata.normalize("NFD", whole)) != 0
