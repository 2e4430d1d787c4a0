"""What a trace says of a stemma, for stemmata that corpora rarely have."""

from __future__ import annotations

import numpy as np
import pytest

from provenance import evidence, rarity, relate
from provenance.align import passages_between
from provenance.annotate import annotate_all
from provenance.article import Article
from provenance.derive import Absent, Edge, Stemma
from provenance.evidence import Weighed
from provenance.model import Document, Passage
from provenance.standing import standings
from provenance.tell import Attested, Found, tell

STORY = (
    "Nineteen herons came back to the drained marsh at Velling on Tuesday, said warden Pia Lunde. "
    "The sluice had been shut since the flood of 1987, and 400 hectares had dried to grass. "
    "A retired lockkeeper opened it with a borrowed crank, against the advice of the county."
)


def test_a_witness_that_shares_nothing_with_the_others_is_told_as_an_excerpt() -> None:
    texts = (STORY, STORY + " Rain is expected.", "A choir of bakers sang in Orrest. Nobody had asked them to sing.")
    articles = annotate_all([Document(name, text) for name, text in zip("abc", texts, strict=True)])
    readings = evidence.Readings(articles, rarity.learn(articles))
    weighed = evidence.weigh(passages_between(articles[0], articles[1]), readings[0], readings[1])
    found: Found = {(0, 1): (relate.match(readings[0], readings[1], weighed), weighed)}
    edges = tuple(Edge(0, n, lost=True, confidence=0.6, reasons=(), alternatives=()) for n in range(3))
    tree = Stemma(edges, (Absent(None, (0, 1, 2), 0.6),))
    derivations, lost, _ = tell([tree], articles, readings, standings(articles), found)
    assert {d.target: d.kind for d in derivations} == {"a": "copy", "b": "copy", "c": "excerpt"}
    assert {d.target: d.share_of_target for d in derivations}["c"] == 0.0
    assert [x.witnesses for x in lost] == [("a", "b", "c")]


def test_witnesses_among_themselves_are_as_each_two_are_seen_from_either_side() -> None:
    lines = STORY.split(". ")
    texts = (STORY, " ".join(reversed(lines)), STORY.replace("400", "300"), lines[0] + ". Nobody asked the frogs.")
    articles = annotate_all([Document(name, text) for name, text in zip("abcd", texts, strict=True)])
    readings = evidence.Readings(articles, rarity.learn(articles))
    found: Found = {}
    for i, j in ((0, 1), (0, 2), (1, 2), (0, 3)):
        weighed = evidence.weigh(passages_between(articles[i], articles[j]), readings[i], readings[j])
        found[i, j] = relate.match(readings[i], readings[j], weighed), weighed

    def seen(source: int, target: int) -> Weighed:
        pair = found[min(source, target), max(source, target)][1]
        return pair if source < target else evidence.flipped(pair)

    mates = {0: (1, 2, 3), 1: (0, 2), 2: (0, 1), 3: (0,)}
    among = Attested((0, 1, 2, 3), readings, found)
    for w, others in mates.items():
        assert among.mates[w] == {o: seen(o, w).likeness.covered[1] for o in others}
        likenesses = [seen(w, o).likeness for o in others]
        faith = (sum(s * n for s, n in zip(x.verbatim, x.sizes, strict=True)) / sum(x.sizes) for x in likenesses)
        assert among.standing[w] == pytest.approx(sum(faith))
        told = np.max([seen(o, w).coverage.right for o in others], axis=0)
        bits = readings[w].sentence_bits
        assert among.share(w) == pytest.approx((bits * told).sum() / bits.sum())
    assert among.best == 0


def test_of_two_witnesses_as_faithful_the_one_that_credits_whom_others_credit_speaks() -> None:
    texts = (STORY, STORY.replace("400", "300"), "Elsewhere it rained all day, as it does.")
    articles = annotate_all([Document(name, text) for name, text in zip("abc", texts, strict=True)])
    readings = evidence.Readings(articles, rarity.learn(articles))
    weighed = evidence.weigh(passages_between(articles[0], articles[1]), readings[0], readings[1])
    found: Found = {(0, 1): (relate.match(readings[0], readings[1], weighed), weighed)}
    interline, other = frozenset({"Interline"}), frozenset({"Polna"})
    assert Attested((0, 1, 2), readings, found).best == 0
    assert Attested((0, 1, 2), readings, found, {0: frozenset(), 1: interline, 2: interline}).best == 1
    assert Attested((0, 1, 2), readings, found, {0: frozenset(), 1: interline, 2: other}).best == 0


def test_of_two_witnesses_as_faithful_the_one_that_the_other_has_more_of_speaks() -> None:
    more = " ".join(f"The ferryman {n} rowed {n} passengers across the cold river at dawn." for n in range(20, 30))
    articles = annotate_all([Document("a", f"{STORY} {more}"), Document("b", STORY)])
    readings = evidence.Readings(articles, rarity.learn(articles))
    weighed = evidence.weigh(passages_between(*articles), readings[0], readings[1])
    among = Attested((0, 1), readings, {(0, 1): (relate.match(readings[0], readings[1], weighed), weighed)})
    assert among.standing[0] == pytest.approx(among.standing[1])
    assert among.share(0) < among.share(1)
    assert among.best == 1


def test_readings_are_made_when_asked_for() -> None:
    articles = annotate_all([Document("a", STORY), Document("b", "Elsewhere.")])
    asked: list[str] = []

    class Asked(rarity.Rarity):
        def bits_beside(self, article: Article, *holders: float) -> tuple[rarity.Bits, ...]:
            asked.append(article.id)
            return super().bits_beside(article, *holders)

    known = rarity.learn(articles)
    readings = evidence.Readings(articles, Asked(known.keys, known.frequencies, known.articles))
    assert len(readings) == 2
    assert asked == []
    assert readings[0] is readings[0] is readings[-2]
    assert set(asked) == {"a"}
    assert [r.article.id for r in readings[0:2]] == ["a", "b"]


def test_what_was_translated_back_is_held_against_the_nearest_ancestor_of_its_language() -> None:
    texts = (
        "« Nous rouvrirons à l'heure, et nous en sommes fiers », a promis la conservatrice Solène Vautrin lundi.",
        '"We shall reopen on time and we are proud of it," promised the curator Solène Vautrin on Monday.',
        "« Nous allons rouvrir à temps, et nous sommes fiers », a promis la conservatrice Solène Vautrin lundi.",
    )
    articles = annotate_all([Document(name, text) for name, text in zip("abc", texts, strict=True)])
    assert [a.language for a in articles] == ["fr", "en", "fr"]
    readings = evidence.Readings(articles, rarity.learn(articles))
    found: Found = {}
    for i, j in ((0, 1), (0, 2), (1, 2)):
        whole = [Passage((0, len(texts[i])), (0, len(texts[j])), "edited" if (i, j) == (0, 2) else "translation", 0.8)]
        weighed = evidence.weigh(whole, readings[i], readings[j])
        found[i, j] = (relate.match(readings[i], readings[j], weighed), weighed)
    edges = tuple(Edge(n, n + 1, lost=False, confidence=0.9, reasons=(), alternatives=()) for n in range(2))
    _, _, altered = tell([Stemma(edges, ())], articles, readings, standings(articles), found)
    assert [(c.source, c.target, c.what) for c in altered] == [("a", "c", "quote")]
