from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations, cycle
from types import SimpleNamespace

import numpy as np
import pytest
import simulate
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import rarity
from provenance.annotate import annotate
from provenance.derive import Bond, stemma
from provenance.derive.arborescence import ROOT
from provenance.derive.family import COPY_SHARE, LEFT_OUT_SHARE, Family
from provenance.derive.lost import Lost, attested_original, original_language
from provenance.derive.stemma import _joined as joined_to
from provenance.derive.tree import Tree
from provenance.evidence import Reading, Readings, weigh
from provenance.model import Document, Passage, PassageKind, Trace
from provenance.settings import Settings
from provenance.standing import standings
from provenance.trace import trace

WORDED = Settings(meaning=False, translation=False)


def sentences(count: int, seed: int) -> list[str]:
    """Return sentences of invented news; another seed gives others."""
    writer = simulate.Writer(random.Random(seed), invented=False)
    return [" ".join(w for w in writer.sentence() if w != simulate.OPENS) + "." for _ in range(count)]


def article(id_: str, lines: list[str], **about: str) -> Document:
    return Document(id_, " ".join(lines) + "\n", language="en", **about)


def respelt(line: str, place: int, word: str) -> str:
    words = line.split()
    words[place] = word
    return " ".join(words)


def told(*documents: Document) -> Trace:
    return trace(documents, WORDED)


def edges(found: Trace) -> set[tuple[str, str]]:
    return {(d.source, d.target) for d in found.derivations}


STORY = sentences(20, 1)
SLIPPED = [respelt(respelt(STORY[3], 2, "quarwy"), 4, "brond") if n == 3 else s for n, s in enumerate(STORY)][:17]
SLIPPED_ON = [respelt(s, 2, "mirk") if n == 8 else s for n, s in enumerate(SLIPPED)][:13]
OTHERWISE = [respelt(s, 3, "zelt") if n == 5 else s for n, s in enumerate(STORY)]


def test_no_article_one_article_and_empty_articles_have_no_source():
    assert edges(told()) == set()
    assert edges(told(article("a", STORY))) == set()
    assert edges(told(article("a", []), article("b", STORY), article("c", []))) == set()


def test_what_is_cut_came_from_what_is_whole():
    found = told(article("a", STORY[:12]), article("b", STORY))
    assert edges(found) == {("b", "a")}
    assert found.derivations[0].confidence > 0.8


def test_a_slip_that_two_share_makes_them_neighbours():
    found = told(article("a", SLIPPED_ON), article("b", OTHERWISE), article("c", STORY), article("d", SLIPPED))
    assert edges(found) == {("c", "d"), ("d", "a"), ("c", "b")}


def test_of_two_equal_articles_nobody_can_tell_which_was_first():
    (edge,) = told(article("a", STORY), article("b", STORY)).derivations
    assert edge.confidence == pytest.approx(0.5, abs=0.02)


def test_equal_articles_hang_together_and_none_is_surely_the_source():
    found = told(*(article(name, STORY) for name in "abcd"))
    assert len(found.derivations) == 3
    assert all(d.confidence <= 0.5 for d in found.derivations)
    assert all(d.alternatives for d in found.derivations)


def test_times_tell_equal_articles_apart():
    found = told(
        article("a", STORY, published="2024-05-06T12:00:00+00:00"),
        article("b", STORY, published="2024-05-06T07:00:00+00:00"),
    )
    assert edges(found) == {("b", "a")}
    assert found.derivations[0].confidence > 0.8


def test_a_time_alone_does_not_turn_a_story_round():
    late = article("whole", STORY, published="2024-05-06T12:00:00+00:00")
    early = article("part", STORY[:9], published="2024-05-06T02:00:00+00:00")
    surely = told(article("whole", STORY), article("part", STORY[:9])).derivations[0].confidence
    assert all(d.confidence < surely for d in told(late, early).derivations)


def test_articles_without_times_have_the_same_sources():
    times = [f"2024-05-06T{hour:02d}:00:00+00:00" for hour in (3, 6, 9, 12)]
    texts = {"d": STORY, "c": SLIPPED, "b": OTHERWISE, "a": SLIPPED_ON}
    timed = told(*(article(n, t, published=at) for (n, t), at in zip(texts.items(), times, strict=True)))
    bare = told(*(article(n, t) for n, t in texts.items()))
    assert edges(timed) == edges(bare)
    assert sum(d.confidence for d in timed.derivations) >= sum(d.confidence for d in bare.derivations)


def test_a_credited_agency_whose_report_nobody_has_is_a_lost_original():
    credit = ["The dispute was first reported by the Norvane News Agency."]
    shared = sentences(14, 4)
    found = told(
        article("a", sentences(6, 5) + shared[:10] + credit), article("b", shared[4:] + sentences(4, 6) + credit)
    )
    (lost,) = found.lost
    assert (lost.agency, lost.witnesses) == ("Norvane News Agency", ("a", "b"))
    assert edges(found) == {("lost-1", "a"), ("lost-1", "b")}


def test_who_names_the_paper_of_one_witness_took_it_from_there():
    credit = ["The dispute was first reported by the Norvane News Agency."]
    shared = sentences(16, 4)
    one = article("a", sentences(3, 5) + shared[:13] + credit)
    other = article("b", shared[3:] + sentences(3, 6) + credit, outlet="Tarnfold Echo")
    assert ("lost-1", "c") in edges(told(one, other, article("c", shared[5:11])))
    naming = ["That is what the Tarnfold Echo reported on Monday."]
    found = told(one, other, article("c", shared[5:11] + naming))
    assert edges(found) == {("lost-1", "a"), ("lost-1", "b"), ("b", "c")}


def test_of_two_that_quote_what_somebody_told_an_agency_the_shorter_was_made_from_the_longer():
    said = ['"We had not expected the dispute to end like that," a clerk told the Norvane News Agency.']
    story = sentences(40, 4)
    longer, shorter = story[:20] + said + story[20:], story[5:20] + said + story[20:30]
    found = told(article("a", longer), article("b", shorter))
    assert (found.lost, edges(found)) == ((), {("a", "b")})
    headed = ["The dispute was first reported by the Norvane News Agency."]
    (lost,) = told(article("a", headed + longer), article("b", headed + shorter)).lost
    assert lost.witnesses == ("a", "b")


def test_three_that_agree_two_by_two_on_what_the_third_lacks_come_from_a_lost_original():
    whole = sentences(36, 7)
    found = told(
        article("b", whole[:24]),
        article("c", whole[12:] + sentences(4, 8)),
        article("d", whole[:12] + whole[24:]),
    )
    (lost,) = found.lost
    assert (lost.agency, lost.witnesses) == (None, ("b", "c", "d"))


def test_what_one_copy_added_and_another_took_from_it_needs_no_lost_original():
    own = sentences(4, 9)
    found = told(article("a", STORY), article("b", SLIPPED + own), article("c", SLIPPED_ON + own))
    assert found.lost == ()
    assert ("b", "c") in edges(found)


def test_nothing_is_lost_where_the_source_is_there():
    found = told(article("a", STORY), article("b", STORY[:14]), article("c", STORY[5:]), article("d", STORY[2:17]))
    assert found.lost == ()


def test_a_second_source_is_named_for_what_the_first_lacks():
    one, other = sentences(9, 2), sentences(9, 3)
    # Without times it may as well be the one that both took from, each what the other left.
    found = told(
        article("story", STORY, published="2026-03-01"),
        article("cut", SLIPPED + one, published="2026-03-03"),
        article("grown", OTHERWISE + other, published="2026-03-05"),
        article("both", SLIPPED[:7] + one[2:] + other[:8], published="2026-03-07"),
    )
    assert {s for s, t in edges(found) if t == "both"} == {"cut", "grown"}


def test_the_reasons_of_an_edge_say_what_lies_between():
    found = told(article("a", SLIPPED_ON), article("c", STORY), article("d", SLIPPED))
    by_target = {d.target: d for d in found.derivations}
    reason = next(r for r in by_target["a"].reasons if r.signal == "edits")
    assert reason.bits > 0
    assert "1 changes" in reason.text
    assert "1 cuts" in reason.text


def test_confidences_are_probabilities_and_rivals_share_what_is_left():
    _, tree = simulate.forest(41, 1)[0]
    for d in told(*tree.documents).derivations:
        rivals = [a.confidence for a in d.alternatives]
        assert 0.0 <= d.confidence <= 1.0
        assert rivals == sorted(rivals, reverse=True)
        assert d.confidence + sum(rivals) <= 1.0 + 1e-6


@given(st.integers(0, 10_000))
@settings(max_examples=4, deadline=None)
def test_names_do_not_settle_who_took_from_whom(seed):
    tree = simulate.tree(7, 9, replace(simulate.NEWS, timed=1.0, verbatim=0.0))
    names = [d.id for d in tree.documents]
    shuffled = dict(zip(names, random.Random(seed).sample(names, len(names)), strict=True))
    renamed = told(*(replace(d, id=shuffled[d.id]) for d in tree.documents))
    assert {(shuffled[s], shuffled[t]) for s, t in edges(told(*tree.documents))} == edges(renamed)


@pytest.mark.parametrize("kind", ["free", "hand", "news"])
def test_grown_trees_are_found_again(kind):
    habits, invented = simulate.KINDS[kind]
    right = said = true = 0
    for seed in (3, 4):
        tree = simulate.tree(seed, 14, habits, invented)
        found = edges(told(*tree.documents))
        right, said, true = right + len(found & tree.edges()), said + len(found), true + len(tree.edges())
    assert 2 * right / (said + true) >= 0.7


def _translated(count: int, tail: str = "", alike: int = 0, seed: int = 20) -> tuple[list[Reading], list[Bond]]:
    """Return a French story and German ones that each chose a third of their words for themselves.

    The last `alike` of them chose all but a tenth as the one before.
    """
    told = sentences(10, 5)
    stories = [sentences(10, 6)]
    for n in range(count):
        choice = random.Random(n)
        own = sentences(10, seed + n)
        stories.append(
            [
                " ".join(o if choice.random() < 0.35 else w for w, o in zip(line.split(), cycle(other.split())))
                for line, other in zip(told, own, strict=True)
            ]
        )
    for n in range(len(stories) - alike, len(stories)):
        choice = random.Random(n)
        fresh = [line.split() for line in sentences(10, 40 + n)]
        stories[n] = [
            " ".join(o if choice.random() < 0.1 else w for w, o in zip(line.split(), cycle(other)))
            for line, other in zip(stories[n - 1], fresh, strict=True)
        ]
    articles = [
        annotate(Document("abcdef"[n], "\n\n".join(lines) + tail, language="de" if n else "fr"))
        for n, lines in enumerate(stories)
    ]
    passages = {}
    for i, j in combinations(range(len(articles)), 2):
        kind: PassageKind = "edited" if i else "translation"
        both = zip(articles[i].sentences[:10], articles[j].sentences[:10], strict=True)
        passages[i, j] = tuple(Passage(s, t, kind, 0.95) for s, t in both)
    weights = rarity.independence(articles, passages)
    readings = list(Readings(articles, rarity.learn(articles, weights), weights))
    bonds = [Bond(i, j, weigh(some, readings[i], readings[j]), 0.99) for (i, j), some in passages.items()]
    return readings, bonds


def test_translations_that_are_all_equally_alike_are_not_taken_from_one_another():
    readings, bonds = _translated(3)
    found = stemma(range(4), bonds, readings, standings([r.article for r in readings]))
    assert {(e.source, e.target) for e in found.edges} == {(0, 1), (0, 2), (0, 3)}


@pytest.mark.parametrize(("told", "issued"), [(10, False), (4, True)])
def test_an_agency_may_take_a_whole_report_from_its_service_in_another_language(told: int, issued: bool):
    readings, (bond,) = _translated(1)
    passages = bond.weighed.passages[:told]
    origin = [
        replace(s, issuer=name) for s, name in zip(standings([r.article for r in readings]), ("T", "K"), strict=True)
    ]
    family = Family(range(2), [Bond(0, 1, weigh(passages, *readings), 0.99)], readings, origin)
    assert family.steps[0, 1].issued is family.steps[1, 0].issued is issued
    taken = Family(range(2), [bond], readings, [replace(origin[0], issuer=None), origin[1]])
    assert taken.steps[0, 1].issued, "of one that is nobody's own report it is not made"


def test_an_article_and_its_translations_are_no_two_witnesses_of_an_agency():
    readings, bonds = _translated(1, "\n\n(Quillon Newswire)")
    origin = standings([r.article for r in readings])
    assert all(s.credited for s in origin)
    assert stemma(range(2), bonds, readings, origin).absent == ()


def test_nor_are_translations_of_which_one_may_have_been_made_from_another():
    readings, bonds = _translated(4, alike=1, seed=50)
    origin = standings([r.article for r in readings])
    assert Family(range(5), bonds, readings, origin).accounts(range(5)) == 1
    # Without the French story nobody knows what the German ones were made from.
    some = [b for b in bonds if b.left]
    assert Family(range(5), some, readings, origin).accounts(range(1, 5)) > 1


def test_what_is_put_together_from_two_unlike_stories_took_from_both():
    one, other = sentences(24, 5), sentences(24, 6)
    found = told(article("a", one), article("b", other), article("c", one[:12] + other[:12]))
    assert edges(found) == {("a", "c"), ("b", "c")}


def test_a_press_release_is_not_put_together_from_those_who_used_it():
    one, other = sentences(24, 5), sentences(24, 6)
    released = Document("c", "PRESS RELEASE\n\n" + " ".join(one[:12] + other[:12]) + "\n", language="en")
    assert edges(told(article("a", one), article("b", other), released)) == {("c", "a"), ("c", "b")}


def _family(*stories: list[str], languages: str = "") -> Family:
    """Return a family of articles whose equal sentences are its passages; `languages` names each by one letter."""
    articles = [annotate(article("abcdef"[n], lines)) for n, lines in enumerate(stories)]
    articles = [
        replace(a, language=spoken) for a, spoken in zip(articles, languages or "e" * len(articles), strict=True)
    ]
    passages = {
        (i, j): tuple(
            Passage(s, t, "verbatim", 1.0)
            for s, one in zip(articles[i].sentences, stories[i], strict=True)
            for t, other in zip(articles[j].sentences, stories[j], strict=True)
            if one == other
        )
        for i, j in combinations(range(len(articles)), 2)
    }
    readings = list(Readings(articles, rarity.learn(articles)))
    bonds = [Bond(i, j, weigh(some, readings[i], readings[j]), 0.99) for (i, j), some in passages.items()]
    return Family(range(len(articles)), bonds, readings, standings(articles))


def test_what_a_source_lacks_is_what_others_have_of_the_target_beyond_it():
    whole = sentences(20, 12)
    family = _family(whole[:14], whole, sentences(5, 13) + whole[10:])
    assert family.lacked(0, [2], 1) == pytest.approx(6 / 20, abs=0.08)
    assert family.lacked(1, [2], 0) == 0.0
    assert family.lacked(0, [], 1) == 0.0


def test_an_original_that_nobody_has_explains_what_any_of_its_witnesses_does():
    whole, own = sentences(20, 12), sentences(8, 13)
    family = _family(whole[:10], whole[10:], own[:4] + whole[4:7] + whole[12:15] + own[4:])
    alone = [family.lost_ground([w], 2) for w in (0, 1)]
    assert family.lost_ground([0, 1], 2) > max(alone)
    assert family.lost_ground([], 2) == float("-inf")


def test_an_original_that_nobody_has_takes_whoever_has_no_sure_source():
    names = standings([annotate(article(name, STORY[:2])) for name in "abcd"])
    family = SimpleNamespace(
        standings=names, grounds=lambda: np.full(4, -8.0), lost_ground=lambda _, node: [-4.0, -4.0, -4.0, -9.0][node],
        belongs=lambda _, node: 1.0,
    )  # fmt: skip
    chance = np.array([[0.0, 0.9, 0.4, 0.4], *np.zeros((3, 4)).tolist()])
    (found,) = joined_to(family, Tree([ROOT, 0, 0, 0]), chance, [Lost("Quillon", (0,), 0.8)])
    assert found.witnesses == (0, 2), "1 has a sure source, and the original does not explain 3"
    assert joined_to(family, Tree([ROOT] * 4), chance, [Lost(None, (0,), 0.8)]) == [Lost(None, (0,), 0.8)]


def test_a_digest_of_one_story_is_no_compilation():
    found = told(article("a", STORY), article("b", STORY[:9]), article("c", STORY[10:19]))
    assert edges(found) == {("a", "b"), ("a", "c")}


def test_what_was_made_from_either_of_two_copies_was_made_from_the_first():
    story, own = sentences(14, 5), sentences(12, 6)
    whole = article("b-whole", story, published="2026-03-01")
    copy = article("a-copy", story[:12], published="2026-03-03")
    excerpt = article("c-excerpt", own[:4] + story[2:9] + own[4:], published="2026-03-05")
    found = told(whole, copy, excerpt)
    assert ("b-whole", "c-excerpt") in edges(found)
    (edge,) = (d for d in found.derivations if d.target == "c-excerpt")
    assert [a.source for a in edge.alternatives] == ["a-copy"]


@pytest.mark.parametrize(("copies", "issuer", "lost"), [(3, None, True), (2, None, False), (3, "QNA", False)])
def test_an_original_that_no_credit_names_is_lost_where_three_agree_on_what_their_root_lacks(copies, issuer, lost):
    cuts = [STORY[:14] + STORY[16:20], STORY[2:15] + STORY[16:18], STORY[4:15] + STORY[18:20]]
    family = _family(STORY[:16], *cuts[:copies])
    family.standings[0] = replace(family.standings[0], issuer=issuer)
    tree = Tree([ROOT] + [0] * copies)
    found = attested_original(family, tree, np.ones((copies + 1, copies + 1)), 0)
    assert (found is not None) == lost
    if found:
        assert set(found.witnesses) >= {1, 2, 3}


def test_a_lost_original_was_in_the_language_in_which_copies_were_cut_otherwise_not_in_that_of_one_and_its_cut():
    family = _family(STORY, STORY[:18], STORY[:13], STORY[7:], languages="ppee")
    assert original_language(family, range(4)) == "e"
    assert original_language(family, range(2)) == "p", "if there is no other"


@pytest.mark.parametrize("seed", range(4))
def test_who_leaves_out_what_the_other_has_is_told_as_by_all_the_others(seed):
    chance = random.Random(seed)
    whole = sentences(20, seed)
    family = _family(*[whole[(start := chance.randrange(8)) : start + chance.randrange(9, 13)] for _ in range(5)])
    for one, other in combinations(range(5), 2):
        rest = [n for n in range(5) if n not in (one, other)]
        both = (family.lacked(one, rest, other), family.lacked(other, rest, one))
        copied = family.worded.get((one, other), 0.0) >= COPY_SHARE
        assert family.parted(one, other) == (copied and min(both) >= LEFT_OUT_SHARE)


def test_an_article_belongs_to_a_tree_as_surely_as_to_any_that_it_did_not_give_itself_to():
    family = _family(STORY, STORY[:12], STORY[4:14], STORY[5:9])
    family.sure[:] = [[0, 0.9, 0.55, 0.2], [0.9, 0, 0.8, 0.3], [0.55, 0.8, 0, 0.97], [0.2, 0.3, 0.97, 0]]
    tree = Tree([ROOT, 0, 0, 2])
    assert family.belongs(tree, 2) == pytest.approx(0.8), "by its sibling, not by its own heir"
    assert family.belongs(tree, 3) == pytest.approx(0.97)
    assert family.belongs(Tree([ROOT, 0, ROOT, 2]), 1) == pytest.approx(0.9)
