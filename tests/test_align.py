from __future__ import annotations

from provenance.align import align

STORY = (
    "The ferry Halvard ran aground off Skerrow Point shortly after dawn, with 112 people aboard.\n\n"
    "Nobody was hurt. The harbour master, Ingrid Solvane, said the fog had come down within minutes.\n\n"
    '"We heard the keel before we saw the rocks," she told reporters on the quay.'
)


def test_a_copy_is_one_verbatim_passage() -> None:
    (passage,) = align(STORY, "Our correspondent writes from the harbour. " + STORY)
    assert passage.kind == "verbatim"
    assert STORY[slice(*passage.left)] == STORY


def test_the_order_of_the_documents_does_not_matter() -> None:
    other = "Fog again. " + STORY[100:] + " " + STORY[:95]
    assert align(STORY, other) == tuple(sorted((p.flipped() for p in align(other, STORY)), key=lambda p: p.left))


def test_stock_phrases_are_no_passage() -> None:
    assert align("The mayor told a news conference on Monday.", "A spokesman told a news conference on Monday.") == ()
