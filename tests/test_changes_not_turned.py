"""Negations and doubts that are put otherwise and say the same, beside such as do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_changes import article, told

from provenance.changes.negation import clause


def _negations(before: str, after: str, languages: tuple[str, str]) -> list[str | None]:
    kind = "rewrite" if languages[0] == languages[1] else "translation"
    return [now for what, _, now in told(before, after, kind, languages) if what == "negation"]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("All three pleaded not guilty.", "Los tres se declararon inocentes.", ("en", "es")),
        ("All three pleaded not guilty.", "Tous les trois se disent innocents.", ("en", "fr")),
        ("No case was thrown out so far.", "So far no case was dismissed.", ("en", "en")),
        ("Вину свою он отрицает.", "Вины своей он не признает.", ("ru", "ru")),
        ("Müdür suçlamaları reddetti.", "Suçlamaları kabul etmeyen müdür işe gitti.", ("tr", "tr")),
        ("The lights had not worked since Sunday.", "The lights had been dead since Sunday.", ("en", "en")),
        ("We had a lock and nobody at the door.", "Nous avions une serrure et personne à la porte.", ("en", "fr")),
        ("No pagó la multa hasta el 29 de mayo.", "La multa se pagó el 29 de mayo.", ("es", "es")),
        (
            "Il gas sarebbe uscito da una cisterna.",
            "I vigili stimano che il gas sia uscito da una cisterna.",
            ("it", "it"),
        ),
        ("Also charged was Ann T. Doe, a baker of Karsk.", "También fue acusada Ann T. Doe, panadera.", ("en", "es")),
        (
            "A camera purportedly shows the van behind the station.",
            "Una cámara mostraría la furgoneta detrás de la estación.",
            ("en", "es"),
        ),
        (
            "A camera purportedly shows the van behind the station.",
            "Uma câmera mostraria a van atrás da estação.",
            ("en", "pt"),
        ),
    ],
)
def test_the_same_said_with_another_negation_or_doubt(before: str, after: str, languages: tuple[str, str]) -> None:
    assert not _negations(before, after, languages)


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("All three pleaded not guilty.", "Los tres se declararon culpables.", ("en", "es")),
        ("Вину свою он отрицает.", "Вину свою он признает.", ("ru", "ru")),
        ("Müdür suçlamaları reddetti.", "Müdür suçlamaları kabul etti.", ("tr", "tr")),
        ("He denied the charge on Monday.", "He did not deny the charge on Monday.", ("en", "en")),
        (
            "A camera purportedly shows the van behind the station.",
            "Una cámara mostró la furgoneta detrás de la estación.",
            ("en", "es"),
        ),
        (
            "The pin was allegedly rejected as it would cost 38 cents.",
            "O pino foi rejeitado porque custaria 38 centavos.",
            ("en", "pt"),
        ),
    ],
)
def test_the_contrary_is_still_told(before: str, after: str, languages: tuple[str, str]) -> None:
    assert _negations(before, after, languages)


def test_the_stop_of_an_initial_parts_no_clauses() -> None:
    text = "Also charged was Ann T. Doe, a baker."
    whole = replace(article("a", text), sentences=((0, len(text)),))
    assert text[slice(*clause(whole, 5))] == "Also charged was Ann T. Doe"
