"""Names without capitals and spaces that came out otherwise, and what else is told of Chinese and Japanese texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.article import Article
from provenance.changes import changes
from provenance.changes.ideographs import segmented
from provenance.changes.quantities import read
from provenance.model import Credit, Derived, Document, Passage
from provenance.words import tokenise

SENTENCE = re.compile(r"[^。\n]+。[”」]?")
QUOTE = re.compile(r"“[^”\n]*”|「[^」\n]*」")


def article(name: str, text: str, language: str, agency: str | None = None) -> Article:
    credits = tuple(Credit(agency, m.span(), m.group()) for m in re.finditer(agency, text)) if agency else ()
    sentences = tuple(m.span() for m in SENTENCE.finditer(text))
    quotes = tuple(m.span() for m in QUOTE.finditer(text))
    return Article(Document(name, text), language, tokenise(text), sentences, quotes, credits)


def told(
    before: str, after: str, language: str, kind: Derived = "rewrite", agency: str | None = None
) -> list[tuple[str, str | None, str | None]]:
    source, target = article("s", before, language, agency), article("t", after, language)
    linked = [Passage(a, b, "edited", 0.8) for a, b in zip(source.sentences, target.sentences, strict=False)]
    return [(c.what, c.source_text, c.target_text) for c in changes(source, target, linked, kind)]


@pytest.mark.parametrize(
    ("before", "after", "language", "was", "now"),
    [
        ("馆长顾砚秋昨天表示遗憾。", "馆长顾研秋昨天表示遗憾。", "zh", "顾砚秋", "顾研秋"),
        ("渔船“鸿发88”昨天返回。", "渔船“洪发88”昨天返回。", "zh", "鸿发88", "洪发88"),
        ("昨日、稲葉渚課長が発表した。", "昨日、稲葉緒課長が発表した。", "ja", "稲葉渚", "稲葉緒"),
        ("マルヴェインさんは昨日到着した。", "マルヴォインさんは昨日到着した。", "ja", "マルヴェイン", "マルヴォイン"),
    ],
)
def test_a_name_that_came_out_otherwise(before: str, after: str, language: str, was: str, now: str) -> None:
    assert [(s, t) for what, s, t in told(before, after, language) if what == "name"] == [(was, now)]


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("馆长顾砚秋昨天表示遗憾。", "顾砚秋馆长说，他感到遗憾。", "zh"),
        ("委员会讨论了这个问题。", "委员会就该问题进行了研究。", "zh"),
        ("昨日、稲葉渚課長が発表した。", "稲葉渚課長が昨日明らかにした。", "ja"),
    ],
)
def test_the_same_name_told_otherwise_changes_nothing(before: str, after: str, language: str) -> None:
    assert told(before, after, language) == []


def test_in_a_round_trip_a_name_that_another_stands_for_again_and_again_is_one() -> None:
    before = "昨天，澜汐的船返回。记者看到澜汐的船。"
    after = "昨天，浪熙的船返回。记者看到浪熙的船。"
    assert ("name", "澜汐", "浪熙") in told(before, after, "zh", "round-trip translation")
    assert told(before, after, "zh", "rewrite") == []


def test_in_a_round_trip_a_name_of_as_many_signs_between_the_same_ones_is_one() -> None:
    before, after = "72岁的居民沈阿巧说不晓得。", "72岁的居民周阿敏说不知道。"
    assert ("name", "沈阿巧", "周阿敏") in told(before, after, "zh", "round-trip translation")
    assert ("name", "沈阿巧", "周阿敏") not in told(before, after, "zh"), "it does not sound alike"
    elsewhere = told(before, "居民去了，72岁的周阿敏也去了。", "zh", "round-trip translation")
    assert "name" not in [what for what, *_ in elsewhere]


def test_a_quote_without_spaces_that_was_altered() -> None:
    before, after = "他说：“我们把船送回了家，剩下的路要自己走。”", "他说：“我们已把船带回家，其余的路必须自己走。”"
    assert [what for what, _, _ in told(before, after, "zh")] == ["quote"]
    assert told(before, before, "zh") == []


def test_a_credit_behind_a_quote_is_missed() -> None:
    before = "“标签夹在两箱鱼中间，灯还在闪。”林阿泉告诉岚港社。"
    after = "“标签夹在两箱鱼中间，灯还在闪。”林阿泉说。"
    assert ("credit", "林阿泉告诉岚港社", "林阿泉说") in told(before, after, "zh", "copy", "岚港社")


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("警方两次询问船长。", "警方三次询问船长。", "两", "三"),
        ("鲸重约1.6吨。", "鲸重约六吨。", "1.6吨", "六吨"),
    ],
)
def test_numerals_amid_ideographs_are_read(before: str, after: str, was: str, now: str) -> None:
    (change,) = told(before, after, "zh")
    assert change == ("number", was, now)


def test_a_range_of_days_has_one_month() -> None:
    for text, language in (
        ("Du 13 au 22 octobre, on a vendu.", "fr"),
        ("从10月13日到22日，该馆售出", "zh"),
        ("from October 13 to 22 it sold", "en"),
    ):
        assert [q.values for q in read(text, language)] == [(1013.0,), (1022.0,)]


@given(st.text(alphabet="馆长顾砚秋昨天表示遗憾稲葉渚課的了", max_size=40), st.sampled_from(["zh", "ja", "und"]))
def test_words_of_a_run_are_the_run(run: str, language: str) -> None:
    assert "".join(segmented(run, language)) == run
