from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from provenance.article import Article
from provenance.model import Derived, Document, LostSentence, Passage
from provenance.reconstruct import reconstruct
from provenance.words import tokenise

FAMILIES = Path(__file__).parents[2] / "shared" / "families"
STORY = (
    "The president approved payments for 14 pitches that were never built.",
    "The money went to a company owned by his brother-in-law.",
    "Reporters visited all the addresses on the list.",
    "Police carried away 27 boxes of files on Thursday.",
    "The audit was shown to nobody outside the board.",
)


def witness(name: str, *sentences: str, language: str = "en", furniture: int | None = None) -> Article:
    text = "\n".join(sentences)
    spans = tuple(m.span() for m in re.finditer(r"[^\n]+", text))
    walls = (spans[furniture],) if furniture is not None else ()
    return Article(Document(name, text), language, tokenise(text), spans, (), (), walls)


def linked(one: Article, other: Article, *numbers: tuple[int, int]) -> dict[tuple[str, str], list[Passage]]:
    return {(one.id, other.id): [Passage(one.sentences[a], other.sentences[b], "edited", 0.8) for a, b in numbers]}


def texts(found: tuple[LostSentence, ...]) -> list[str]:
    return [s.text for s in found]


def test_two_cuts_of_one_story_give_the_whole() -> None:
    one = witness("a", *STORY[:4])
    other = witness("b", *STORY[2:])
    third = witness("c", *STORY[:2], STORY[4])
    passages = linked(one, other, (2, 0), (3, 1)) | linked(one, third, (0, 0), (1, 1)) | linked(other, third, (2, 2))
    found = reconstruct([one, other, third], passages, {"a": "copy", "b": "copy", "c": "copy"})
    assert texts(found) == list(STORY)
    assert found[0].witnesses == ("a", "c")
    assert found[2].witnesses == ("a", "b")


def test_headline_byline_dateline_and_boxes_are_left_out() -> None:
    one = witness(
        "a",
        "Chief paid for pitches that do not exist",
        "By Perpetua Ansholm",
        f"SAN ORELIO, Belmara, May 15 (Halden Wire) - {STORY[0]}",
        "Sign up for our morning letter today, it is free for all of you.",
        STORY[1],
        "Read more: how to bake bread",
        furniture=3,
    )
    other = witness("b", "Chief paid for pitches nobody found", STORY[0], STORY[1])
    passages = linked(one, other, (0, 0), (2, 1), (4, 2))
    assert texts(reconstruct([one, other], passages, {"a": "copy", "b": "rewrite"})) == list(STORY[:2])


def test_a_sentence_of_one_copy_alone_is_told_with_less_confidence() -> None:
    one = witness("a", *STORY[:3])
    other = witness("b", STORY[0], STORY[2])
    found = reconstruct([one, other], linked(one, other, (0, 0), (2, 1)), {"a": "copy", "b": "rewrite"})
    assert texts(found) == list(STORY[:3])
    assert found[1].witnesses == ("a",)
    assert found[1].confidence < min(found[0].confidence, found[2].confidence)


def test_what_others_pass_over_is_doubted() -> None:
    def confidence(others: int) -> float:
        one = witness("a", *STORY[:3])
        rest = [witness(f"b{n}", STORY[0], STORY[2]) for n in range(others)]
        passages = {k: v for w in rest for k, v in linked(one, w, (0, 0), (2, 1)).items()}
        kinds: dict[str, Derived] = {"a": "copy", **{w.id: "rewrite" for w in rest}}
        found = {s.text: s.confidence for s in reconstruct([one, *rest], passages, kinds)}
        return found.get(STORY[1], 0.0)

    assert confidence(1) > confidence(2)


def test_a_house_change_is_outvoted() -> None:
    changed = "Police took 27 boxes of stuff with them Thursday."
    one, other, third = (
        witness("a", STORY[0], changed),
        witness("b", STORY[0], STORY[3]),
        witness("c", STORY[0], STORY[3]),
    )
    passages = (
        linked(one, other, (0, 0), (1, 1)) | linked(one, third, (0, 0), (1, 1)) | linked(other, third, (0, 0), (1, 1))
    )
    found = reconstruct([one, other, third], passages, {"a": "copy", "b": "copy", "c": "copy"})
    assert texts(found) == [STORY[0], STORY[3]]


def test_a_translation_attests_and_gives_no_words() -> None:
    one = witness("a", *STORY[:2])
    spanish = witness("b", "El presidente aprobó los pagos.", "La policía se llevó 27 cajas.", language="es")
    alone = reconstruct([one], {}, {"a": "copy"})
    assert alone == ()  # nothing attests a body
    found = reconstruct([one, spanish], linked(one, spanish, (0, 0), (1, 1)), {"a": "copy", "b": "translation"})
    assert texts(found) == list(STORY[:2])
    assert found[0].witnesses == ("a", "b")
    assert reconstruct([spanish], {}, {"b": "translation"}) == ()


def test_the_second_generation_has_no_say() -> None:
    one, two = witness("a", *STORY[:2]), witness("b", *STORY[:2])
    child = witness("c", *STORY[:2])
    passages = (
        linked(one, two, (0, 0), (1, 1)) | linked(one, child, (0, 0), (1, 1)) | linked(two, child, (0, 0), (1, 1))
    )
    kinds: dict[str, Derived] = {"a": "copy", "b": "rewrite"}
    assert reconstruct([one, two, child], passages, kinds) == reconstruct([one, two], passages, kinds)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_order_of_the_input_makes_no_difference_and_words_are_a_witness_s_own(data: st.DataObject) -> None:
    kept = [sorted(data.draw(st.sets(st.integers(0, 4), min_size=1), label=f"kept {n}")) for n in range(3)]
    articles = [witness(f"w{n}", *(STORY[i] for i in chosen)) for n, chosen in enumerate(kept)]
    kinds: dict[str, Derived] = {
        a.id: data.draw(st.sampled_from(["copy", "rewrite", "excerpt", "summary"])) for a in articles
    }
    passages: dict[tuple[str, str], list[Passage]] = {}
    for i in range(3):
        for j in range(i + 1, 3):
            both = [(kept[i].index(n), kept[j].index(n)) for n in kept[i] if n in kept[j]]
            passages |= linked(articles[i], articles[j], *both)
    found = reconstruct(articles, passages, kinds)
    assert found == reconstruct(articles[::-1], dict(reversed(passages.items())), kinds)
    order = [STORY.index(t) for t in texts(found)]
    # Of two sentences that no witness has both of nobody can tell which came first.
    for chosen in kept:
        within = [n for n in order if n in chosen]
        assert within == sorted(within)
    assert all(0 < s.confidence <= 1 and s.witnesses == tuple(sorted(s.witnesses)) for s in found)


@pytest.mark.skipif(not FAMILIES.is_dir(), reason="the labelled families are not beside the repository")
@pytest.mark.parametrize("family", ["d3", "d4"])
def test_a_withheld_story_is_recovered(family: str) -> None:
    from provenance.annotate import annotate

    truth = json.loads((FAMILIES / family / "truth.json").read_text("utf-8"))
    kinds = {
        e["target"]: "rewrite" if e["kind"] == "paraphrase" else e["kind"]
        for e in truth["edges"]
        if e["source"] == "_lost_original"
    }
    articles = [annotate(Document(w, (FAMILIES / family / f"{w}.txt").read_text("utf-8"))) for w in sorted(kinds)]
    by_id = {a.id: a for a in articles}
    passages: dict[tuple[str, str], list[Passage]] = {}
    for p in truth["sibling_passages"]:
        if p["a"] in by_id and p["b"] in by_id:
            spans = [(by_id[p[k]].text.index(p[f"{k}_text"]), len(p[f"{k}_text"])) for k in ("a", "b")]
            left, right = ((start, start + length) for start, length in spans)
            passages.setdefault((p["a"], p["b"]), []).append(Passage(left, right, p["kind"], 0.8))
    body = " ".join(s.text for s in reconstruct(articles, passages, kinds))
    original = (FAMILIES / family / "_lost_original.txt").read_text("utf-8")
    wanted = [s for s in re.split(r"(?<=[.!?”\"])\s+|\n+", original) if len(s.split()) > 4]
    assert sum(fuzz.partial_ratio(s, body) >= 85 for s in wanted) >= 0.75 * len(wanted)


SAID = {
    "en": ("Traffic goes over the ferry, which carries sixty cars an hour.", '"We will take no risks," he said.'),
    "forged": ("Traffic goes over the ferry, which carries 80 cars an hour.", '"We will take risks," he said.'),
    "fr": ("Le bac transporte soixante voitures à l'heure.", "« Nous ne prendrons aucun risque », a-t-il dit."),
    "de": ("Die Fähre bringt 60 Autos in der Stunde hinüber.", "„Wir gehen kein Risiko ein“, sagte er."),
    "told": ("Sixty cars cross on the ferry each hour.", "He would not run any risk, he said."),
}


FREELY: dict[str, Derived] = {"fr": "translation", "de": "translation", "told": "rewrite"}


def attested(names: dict[str, str]) -> tuple[LostSentence, ...]:
    """Return what is told where witnesses go by these names, each with the sentences of one of `SAID`."""
    language = {"fr": "fr", "de": "de"}
    some = [witness(name, *SAID[who], language=language.get(who, "en")) for name, who in sorted(names.items())]
    pairs_of = [(a, b) for n, a in enumerate(some) for b in some[n + 1 :]]
    passages = {k: v for a, b in pairs_of for k, v in linked(a, b, (0, 0), (1, 1)).items()}
    kinds = {name: FREELY.get(who, "copy") for name, who in names.items()}
    return reconstruct(some, passages, kinds)


@pytest.mark.parametrize("other", ["fr", "de", "told"])
@pytest.mark.parametrize("names", ["abc", "acb", "bac", "bca", "cab", "cba"])
def test_those_in_other_words_vote_on_a_number_and_on_a_negation(names: str, other: str) -> None:
    right, wrong, third = names
    found = attested({right: "en", wrong: "forged", third: other})
    assert texts(found) == list(SAID["en"])
    assert [s.witnesses for s in found] == [tuple(sorted((right, third)))] * 2


def test_what_nobody_settles_is_doubted_and_does_not_hang_on_names() -> None:
    one, other = attested({"a": "en", "b": "forged"}), attested({"b": "en", "a": "forged"})
    assert texts(one) == texts(other)
    assert all(s.confidence < 0.5 and len(s.witnesses) == 1 for s in one)


def test_two_who_made_the_same_change_are_outvoted_by_three() -> None:
    found = attested({"a": "forged", "b": "forged", "c": "en", "d": "fr", "e": "told"})
    assert texts(found) == list(SAID["en"])
    assert {s.witnesses for s in found} == {("c", "d", "e")}
    found = attested({"a": "forged", "b": "forged", "c": "en"})
    assert texts(found) == list(SAID["forged"])
    assert {s.witnesses for s in found} == {("a", "b")}


def test_a_number_in_another_form_is_no_other_number() -> None:
    found = attested({"a": "en", "b": "told", "c": "fr"})
    assert {s.witnesses for s in found} == {("a", "b", "c")}


def test_who_rewords_a_sentence_with_another_number_is_not_named_for_it() -> None:
    some = [
        witness("a", "Fourteen of the guild's 19 captains have signed a letter asking for a diesel engine."),
        witness("b", "A letter signed by 15 of the guild's 19 captains asks for a diesel engine."),
        witness("c", "A letter that 14 of the 19 captains have signed asks for a diesel engine."),
    ]
    passages = linked(*some[:2], (0, 0)) | linked(*some[1:], (0, 0)) | linked(some[0], some[2], (0, 0))
    (told,) = reconstruct(some, passages, {"a": "copy", "b": "rewrite", "c": "rewrite"})
    assert told.text.startswith("Fourteen")
    assert told.witnesses == ("a", "c")


def test_who_denies_something_else_besides_is_still_a_witness() -> None:
    some = [
        witness("a", "In a letter to the board she wrote that she had asked about the pitches eleven times."),
        witness("b", "She gave no reason, and wrote in a letter to the board that she had asked eleven times."),
    ]
    (told,) = reconstruct(some, linked(*some, (0, 0)), {"a": "copy", "b": "rewrite"})
    assert told.witnesses == ("a", "b")
