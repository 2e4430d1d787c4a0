"""What looks like a change and is none, and what looks like none and is one: cases of ordinary prose."""

from __future__ import annotations

import time

import pytest
from test_changes import told

from provenance.annotate import annotate
from provenance.changes.credits import agencies
from provenance.model import Document


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Le maire n'a pas signé le contrat, mais il reste.", "Le maire a signé le contrat, mais il reste.", "fr"),
        ("O prefeito não assinou o contrato, mas fica.", "O prefeito assinou o contrato, mas fica.", "pt"),
        ("The mayor did not warn vice president Doe.", "The mayor warned vice president Doe.", "en"),
    ],
)  # fmt: skip
def test_a_small_word_that_is_more_in_another_language_excuses_no_denial(
    source: str, target: str, language: str
) -> None:
    assert any(c[0] == "negation" for c in told(source, target, "copy", (language, language)))


def test_a_word_that_the_source_has_too_carries_no_negation() -> None:
    found = told(
        "Der Bürgermeister hat nicht gegen den Vertrag gestimmt.",
        "The mayor voted against the contract.",
        "translation",
        ("de", "en"),
    )
    assert any(c[0] == "negation" for c in found)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The firm said in a statement that it left Kent and Ohio.", "The firm said that it left two states."),
        ("A company spokesman said the machines were sold.", "Three computers were sold, a company spokesman said."),
        ("The fund bought a hospital near the lake.", "The fund bought three hospices near the lake."),
    ],
)  # fmt: skip
def test_another_word_with_the_same_beginning_is_not_several_of_one(source: str, target: str) -> None:
    assert not [c for c in told(source, target, "rewrite") if c[1] and c[1].lower().startswith("a ")]


def test_an_amount_behind_a_count_of_things_is_no_conversion() -> None:
    found = told(
        "Police stopped 12 lorries near the border on Friday.",
        "Police stopped 12 lorries worth 400,000 euros near the border on Friday.",
        "copy",
    )
    assert any("400,000" in c[2] for c in found)


def test_a_copy_with_other_numbers_still_tells_what_else_was_changed() -> None:
    halls = [
        f"Hall {name} took in {n} people."
        for n, name in enumerate(
            ["Abe", "Bix", "Cor", "Dan", "Elm", "Fay", "Gus", "Hob", "Ivo", "Jet", "Kim", "Lod"], 210
        )
    ]
    raised = [line.replace("took in 2", "took in 3") for line in halls]
    quote = 'The chief said: "We will not close any of the halls." '
    found = told(quote + " ".join(halls), quote.replace("not close any", "close all") + " ".join(raised), "copy")
    assert {c[0] for c in found} & {"quote", "negation"}
    assert not any(c[0] == "number" for c in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Han sa att han flyttade till USA. Hon berättade om resan till EU i maj.", "sv"),
        (
            "Dia mengatakan akan menyerahkan laporan lengkap kepada KPK. Warga berkata sudah lama melapor kepada PBB.",
            "id",
        ),
    ],
)
def test_where_somebody_went_is_no_outlet(text: str, language: str) -> None:
    assert agencies(annotate(Document("a", text, language=language))) == ()


@pytest.mark.parametrize(
    "source",
    [
        "Our investigation found the pier unsafe, the police chief said.",
        "The ministry said our analysis shows that the pier is unsafe.",
    ],
)
def test_who_speaks_of_his_own_work_is_no_newsroom(source: str) -> None:
    assert not [
        c
        for c in told(source, source.replace("ur ", "he ").replace("Ohe", "The").replace("ohe", "the"), "copy")
        if c[0] == "credit"
    ]


def test_a_name_without_end_is_read_in_no_time() -> None:
    started = time.process_time()
    agencies(annotate(Document("a", "A-" * 20_000 + " A&" * 10_000)))
    assert time.process_time() - started < 5
