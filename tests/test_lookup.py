from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import lookup
from provenance.index import Index
from provenance.lookup import Found, Lookup
from provenance.model import Document

vocabulary = ["ferry", "harbour", "captain", "noon", "said", "left", "island", "weather", "council", "bridge"]
words = st.lists(st.sampled_from(vocabulary), max_size=60)
texts = st.lists(words.map(" ".join), max_size=25)


def on_disk(path, some: list[str], asked: str, most: int = 50) -> list[Found]:
    with Index.create(path) as index:
        index.add([Document(str(i), text) for i, text in enumerate(some)])
        return [Found(int(c.id), c.shingles, c.bits) for c in index.candidates(asked, most)]


@settings(max_examples=60, deadline=None)
@given(some=texts, asked=words.map(" ".join), most=st.integers(1, 30))
def test_it_finds_what_an_index_of_the_same_texts_finds(tmp_path_factory, some, asked, most):
    held = Lookup(some)
    expected = on_disk(tmp_path_factory.mktemp("index") / "a.index", some, asked, most)
    assert len(held) == len(some)
    for _ in range(2):  # nothing is left of the first question
        found = held.candidates(asked, most)
        assert [f.bits for f in found] == pytest.approx([e.bits for e in expected], abs=0.002)
        # Sums that differ in their last digit alone may come in either order.
        if len(found) < most:
            assert {f[:2] for f in found} == {e[:2] for e in expected}


def test_a_quote_finds_its_text_among_many():
    numbers = np.random.default_rng(5).integers(0, 3000, (400, 80)).tolist()
    some = [" ".join(f"w{n}" for n in row) for row in numbers]
    held = Lookup(some, jobs=2)
    for place in (0, 123, 399):
        quote = " ".join(some[place].split()[30:42])
        assert [f.place for f in held.candidates(f"Nobody ever wrote that {quote} and so on.")] == [place]


def test_of_a_shingle_that_is_everywhere_some_are_looked_at(tmp_path):
    some = ["The same eight words stand in every text here and now."] * 600
    found = Lookup(some).candidates(some[0])
    assert found == on_disk(tmp_path / "a.index", some, some[0])
    assert len(found) == 50


@pytest.mark.parametrize("asked", ["", "nothing", "\ud800 \0"])
def test_odd_questions_find_nothing(asked):
    assert Lookup([]).candidates(asked) == []
    assert Lookup(["The ferry left the harbour at noon, the captain said."]).candidates(asked) == []


def test_more_texts_than_fit_are_refused(monkeypatch):
    monkeypatch.setattr(lookup, "MOST_TEXTS", 3)
    with pytest.raises(ValueError, match="put them into an index"):
        Lookup(["a", "b", "c", "d"])
