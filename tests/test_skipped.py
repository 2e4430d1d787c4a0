"""Text that is gone does not come back."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from test_derive import sentences

from provenance import rarity
from provenance.annotate import annotate
from provenance.derive import Bond
from provenance.derive.family import Family
from provenance.derive.skipped import skipped
from provenance.derive.stemma import settled
from provenance.derive.tree import Tree
from provenance.evidence import Readings, weigh
from provenance.model import Document, Passage
from provenance.standing import standings

WHOLE, CUT, CUT_AGAIN = 0, 1, 2


def in_a_row(*kept: range) -> Family:
    """Return parts of one story, each with so many of its sentences."""
    story = sentences(20, 41)
    articles = [
        annotate(Document(name, "\n\n".join(story[n] for n in some))) for name, some in zip("abc", kept, strict=True)
    ]
    passages = {
        (i, j): tuple(
            Passage(articles[i].sentences[kept[i].index(n)], articles[j].sentences[kept[j].index(n)], "verbatim", 1.0)
            for n in kept[i]
            if n in kept[j]
        )
        for i, j in combinations(range(3), 2)
    }
    readings = list(Readings(articles, rarity.learn(articles)))
    bonds = [Bond(i, j, weigh(some, readings[i], readings[j]), 0.99) for (i, j), some in passages.items()]
    return Family(range(3), bonds, readings, standings(articles))


def test_the_shorter_of_two_cuts_did_not_give_the_longer_what_only_the_whole_has() -> None:
    family = in_a_row(range(20), range(16), range(12))
    assert skipped(family, Tree([-1, CUT_AGAIN, WHOLE])).keys() == {(CUT_AGAIN, CUT)}
    assert skipped(family, Tree([-1, WHOLE, CUT])) == {}, "cut, and cut again"
    assert skipped(family, Tree([-1, WHOLE, WHOLE])) == {}, "each was cut from the whole"


def test_what_nobody_further_up_has_may_have_been_added() -> None:
    family = in_a_row(range(12), range(20), range(12))
    assert skipped(family, Tree([-1, CUT_AGAIN, WHOLE])) == {}


def test_a_tree_in_which_text_comes_back_is_turned_and_says_so() -> None:
    family = in_a_row(range(20), range(16), range(12))
    family.scores[:] = -np.inf
    # Through the shorter cut, or through the longer one: nearly as likely.
    family.scores[WHOLE, CUT_AGAIN], family.scores[CUT_AGAIN, CUT] = 6.0, 10.0
    family.scores[WHOLE, CUT], family.scores[CUT, CUT_AGAIN] = 5.0, 10.0
    family.ground[:] = family.scores
    tree, _ = settled(family)
    assert tree.parents == (-1, WHOLE, CUT)
    assert "gone" in [reason.signal for reason in family.reasons(CUT, CUT_AGAIN)]
    assert "gone" not in [reason.signal for reason in family.reasons(WHOLE, CUT)]
