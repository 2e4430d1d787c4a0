"""Words that a writer chose among others, and who has them too."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import rarity
from provenance.annotate import annotate
from provenance.derive import chosen
from provenance.evidence import Reading, reading
from provenance.model import Document

LINES = (
    "门锁在凌晨两点重启后再也打不开。",
    "公司上午十点四十分撤回了升级包。",
    "老人提着一条活鱼在楼道里等了五个小时。",
    "消保委要求企业书面整改并公布赔付办法。",
)
ENGLISH = (
    "The locks restarted at two in the morning and would not open.",
    "A pensioner waited in the stairwell with a live carp.",
)


def readings(*texts: str, language: str = "zh") -> list[Reading]:
    articles = [annotate(Document("abcdef"[n], text, language=language)) for n, text in enumerate(texts)]
    return [reading(a, rarity.learn([]).bits(a)) for a in articles]


def test_in_a_script_without_spaces_two_signs_are_a_word() -> None:
    whole, half, rearranged = readings("".join(LINES), "".join(LINES[:2]), "".join(sorted("".join(LINES[:2]))))
    bits = chosen.in_common(whole, [half, rearranged])
    assert bits[0] > 3 * bits[1], "the same signs in another order are other words"


def test_what_is_shared_is_told_of_either_side() -> None:
    whole, half = readings("".join(LINES), "".join(LINES[:2]))
    of_whole, of_half = chosen.shares(whole, half)
    assert of_half == 1.0
    assert 0.3 < of_whole < 0.7
    assert chosen.shares(half, whole) == (of_half, of_whole)


def test_words_with_spaces_between_count_alone() -> None:
    one, other = readings(" ".join(ENGLISH), " ".join(reversed(ENGLISH)), language="en")
    keys, bits = chosen.chosen(one)
    assert set(keys.tolist()) <= set(one.article.words.keys.tolist())
    assert bits.min() >= chosen.CHOSEN
    assert chosen.shares(one, other) == (1.0, 1.0)


@given(st.lists(st.sampled_from([*LINES, *ENGLISH]), max_size=6), st.lists(st.sampled_from(LINES), max_size=6))
def test_nobody_has_more_in_common_than_one_has_with_oneself(one: list[str], other: list[str]) -> None:
    left, right = readings("".join(one), "".join(other))
    keys, bits = chosen.chosen(left)
    assert np.all(np.diff(keys.astype(object)) > 0)
    own, with_other = chosen.in_common(left, [left, right])
    assert own == pytest.approx(float(bits.sum()))
    assert with_other <= own + 1e-9
    assert all(0.0 <= share <= 1.0 for share in chosen.shares(left, right))
