"""What was denied and is owned, or not denied; what had not happened yet; and what only looks like a negation."""

from __future__ import annotations

import pytest
from test_changes import told

from provenance.model import Derived

BOTH = tuple[str, str]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Avukat ihmal iddialarını reddetti.", "Avukat ihmal iddialarını reddetmedi.", ("tr", "tr")),
        ("社長は辞任は否定した。", "社長は辞任は否定しておらず、再開を目指す。", ("ja", "ja")),
        ("Το συμβούλιο δεν αποδέχθηκε χθες την ευθύνη.", "Το συμβούλιο αποδέχθηκε την ευθύνη.", ("el", "el")),
        (
            "She maintains that she never entered the vault alone.",
            "She concedes that she went in by herself.",
            ("en", "en"),
        ),
        (
            "Prezes zapewniła, że nie zgłoszono usterek.",
            "Prezes przyznaje, że wyszły wtedy pewne niedociągnięcia.",
            ("pl", "pl"),
        ),
        ("The town said it did not accept liability.", "The town has accepted responsibility for it.", ("en", "en")),
        (
            "Na ludziach białka jeszcze nie wypróbowano.",
            "Na lidech už byla látka vyzkoušena, lék ale nepřijde.",
            ("pl", "cs"),
        ),
        (
            "The valves have not been tested yet.",
            "Die Ventile sind bereits geprüft, nur die Pumpe nicht.",
            ("en", "de"),
        ),
        (
            "She said that no individual was accused, and the investigation goes on.",
            "وقالت إن اتهامات وجهت إلى أفراد وإن التحقيق لا يزال مستمرا.",
            ("en", "ar"),
        ),
        (
            "Dans l'église il y avait des couvertures mais aucune liste.",
            "وكانت في الكنيسة أغطية وقائمة بالأسماء.",
            ("fr", "ar"),
        ),
        (
            "Pusieron una cocina pero ninguna lista de desaparecidos.",
            "They put up a kitchen and a list of the missing.",
            ("es", "en"),
        ),
        (
            "Ha detto di non essere stata informata di nulla e che non si dimetterà.",
            "Dijo que nunca fue informada de nada y que piensa irse.",
            ("it", "es"),
        ),
    ],
)
def test_what_was_denied_is_denied_no_longer(before: str, after: str, languages: BOTH) -> None:
    kind: Derived = "translation" if languages[0] != languages[1] else "rewrite"
    assert "negation" in [what for what, *_ in told(before, after, kind, languages)]


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("Sin embargo, la fábrica cerró en mayo.", "The mill, though, shut in May.", ("es", "en")),
        (
            "The contract has not ended, however, as there is no other.",
            "El contrato, sin embargo, no ha acabado porque no hay otro.",
            ("en", "es"),
        ),
        ("It is not a prize and it is not a gift.", "No es ni un premio ni un regalo.", ("en", "es")),
        (
            "Not one box was moved and not one was opened.",
            "Nessuna cassa è stata mossa e nessuna è stata aperta.",
            ("en", "it"),
        ),
        ("Я не знаю и не спрошу.", "Не знаю і не спитаю.", ("ru", "uk")),
        ("Він ніколи не брехав.", "Он никогда не лгал.", ("uk", "ru")),
        (
            "The valves have not been tested yet.",
            "Die Ventile sind bereits da, aber noch nicht geprüft.",
            ("en", "de"),
        ),
        (
            "The valves, already in place, have not been tested yet.",
            "Die Ventile, bereits eingebaut, prüft niemand.",
            ("en", "de"),
        ),
        ("She asserts that no one was hurt.", "She admits that no one was hurt.", ("en", "en")),
        ("They told us nobody had seen it.", "The owner admits it was seen late.", ("en", "en")),
        (
            "The town accepted no blame. Its mayor admits a debt.",
            "The town paid. The town admits a debt.",
            ("en", "en"),
        ),
    ],
)
def test_what_is_denied_in_another_way_is_no_change(before: str, after: str, languages: BOTH) -> None:
    kind: Derived = "translation" if languages[0] != languages[1] else "rewrite"
    assert "negation" not in [what for what, *_ in told(before, after, kind, languages)]


def test_what_a_later_version_says_has_happened_is_news() -> None:
    before, after = "The valves have not been tested yet.", "The valves are in use already."
    assert "negation" in [what for what, *_ in told(before, after, "rewrite")]
    assert "negation" not in [what for what, *_ in told(before, after, "version")]
