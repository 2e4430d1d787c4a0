"""What was denied and is owned, or not denied; what had not happened yet; and what only looks like a negation."""

from __future__ import annotations

import pytest
from test_changes import article, told

from provenance.changes import changes
from provenance.model import Derived, Passage

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
        ("Warga tidak mau pindah ke bukit.", "Residents moved to the hill.", ("id", "en")),
        ("Köprü yok.", "There is a bridge.", ("tr", "en")),
        ("Он не мог говорить.", "He was able to speak.", ("ru", "en")),
        ("Δεν είναι η γέφυρα που έκλεισε.", "It is the bridge that closed.", ("el", "en")),
        ("لم ينهر الجسر.", "The bridge collapsed.", ("ar", "en")),
        ("橋は壊れない。", "The bridge collapses.", ("ja", "en")),
        ("De burgemeester was niet in de stad.", "De burgemeester was in de stad.", ("nl", "nl")),
        (
            'Ann Doe, who was not involved in the study, said: "The unhappiest ward smiles."',
            'Ann Doe, who was involved in the study, said: "Then the unhappiest ward smiles."',
            ("en", "en"),
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
        ("The money is not in the vault.", "Het geld zit niet in de kluis.", ("en", "nl")),
        ("Not even the mayor came.", "Nicht einmal der Bürgermeister kam.", ("en", "de")),
        ("Ні живий ні мертвий, він стояв біля воріт.", "He stood at the gate in terror.", ("uk", "en")),
        ("Mau tidak mau warga pindah ke bukit.", "Residents had to move to the hill.", ("id", "en")),
        ("Δεν είναι μόνο η γέφυρα που έκλεισε.", "It is not only the bridge that closed.", ("el", "en")),
        ("Sel köprüyü yok etti.", "The flood destroyed the bridge.", ("tr", "en")),
        ("Это чуть ли не лучший завод.", "It is perhaps the best plant.", ("ru", "en")),
        ("Как ни странно, завод открыт.", "Strangely, the plant is open.", ("ru", "en")),
        ("Он не мог не знать.", "He must have known.", ("ru", "en")),
        ("لا بد من إصلاح الجسر.", "The bridge must be repaired.", ("ar", "en")),
        ("لم يلبث الجسر أن انهار.", "The bridge soon collapsed.", ("ar", "en")),
        ("橋は壊れたに違いない。", "The bridge must have collapsed.", ("ja", "en")),
        ("橋を直さなければならない。", "The bridge must be repaired.", ("ja", "en")),
        ("No doubt the bridge is safe.", "Die Brücke ist sicherlich sicher.", ("en", "de")),
        ("Boat No. 5 sank.", "Das Boot Nummer fünf sank.", ("en", "de")),
        ("No fewer than 30 boats sank.", "Mindestens 30 Boote sanken.", ("en", "de")),
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
        (
            "It dismissed nine managers and replaced the bench at its Tilden plant.",
            "Nine managers were shown the door, and a new bench stands at its Tilden plant.",
            ("en", "en"),
        ),
        (
            "Die Drohne wog nach ersten Erkenntnissen 4,8 Kilogramm.",
            "Die Drohne wog bei ersten Befunden 4,8 Kilogramm.",
            ("de", "de"),
        ),
        (
            "The firm pays to settle claims of fraud. Nobody has been charged.",
            "该公司就欺诈指控达成和解。",
            ("en", "zh"),
        ),
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


def test_a_quote_beside_a_sentence_is_told_of_another_one() -> None:
    before = 'The skipper said that he did not want to sail. "If I stayed, someone else would go," he said.'
    after = 'El patrón dijo que quería zarpar. "Si yo no salía, salía otro", dijo.'
    assert ("negation", before[: before.index(".")], after[: after.index(".") + 1]) in _translated(before, after)
    unquoted = after.replace('"', "")
    assert "negation" not in [what for what, *_ in _translated(before.replace('"', ""), unquoted)]


def _translated(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    """Return what changed in a translation of whose two sentences the second goes back to both of the source."""
    source, target = article("s", before), article("t", after, "es")
    first, last = source.sentences[0], source.sentences[-1]
    both = [
        Passage(first, target.sentences[0], "translation", 0.8),
        Passage((first[0], last[1]), (target.sentences[1][0], target.sentences[-1][1]), "translation", 0.8),
    ]
    return [(c.what, c.source_text, c.target_text) for c in changes(source, target, both, "translation")]


@pytest.mark.parametrize(
    ("before", "after", "languages", "expected"),
    [
        (
            "The sluice burst. Police said that nobody had been charged.",
            "The sluice burst, but several people have been charged.",
            ("en", "en"),
            True,
        ),
        (
            "The sluice burst. Nobody was arrested.",
            "The sluice burst, and no one has been arrested.",
            ("en", "en"),
            False,
        ),
        (
            "The sluice burst. Nobody has been arrested so far.",
            "L'écluse a cédé, mais personne n'a été arrêté.",
            ("en", "fr"),
            False,
        ),
        (
            "The sluice burst. Nobody has been charged, but one man was charged in May.",
            "The sluice burst, and one man has been charged.",
            ("en", "en"),
            False,
        ),
    ],
)
def test_of_whom_nothing_was_true_it_is_told_elsewhere(
    before: str, after: str, languages: BOTH, expected: bool
) -> None:
    kind: Derived = "summary" if languages[0] == languages[1] else "translation"
    assert ("negation" in [what for what, *_ in told(before, after, kind, languages)]) == expected


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        (
            "The bridge has not been opened yet.",
            "The bridge, which was already built in May, has still to open.",
            ("en", "en"),
        ),
        ("Le pont n'est pas encore ouvert.", "Le pont, déjà construit, reste fermé.", ("fr", "fr")),
        ("Il ponte non è ancora aperto.", "Il ponte, già costruito, resta chiuso.", ("it", "it")),
        ("Мост ещё не открыт.", "Мост, уже построенный, закрыт.", ("ru", "ru")),
        ("The bridge is yet to open.", "El puente sigue cerrado, ya que faltan permisos.", ("en", "es")),
        ("The court has not ruled yet.", "El tribunal ya en junio habló, pero no dictó fallo.", ("en", "es")),
        ("The court has not ruled yet.", "O tribunal já em junho falou, mas não decidiu.", ("en", "pt")),
        ("The court has not ruled yet.", "Soud už v červnu zasedal, ale nerozhodl.", ("en", "cs")),
        ("The bridge had not been inspected yet.", "The bridge was already a hundred years old.", ("en", "en")),
    ],
)
def test_what_happened_already_may_be_something_else(before: str, after: str, languages: BOTH) -> None:
    kind: Derived = "translation" if languages[0] != languages[1] else "rewrite"
    assert told(before, after, kind, languages) == []


@pytest.mark.parametrize(
    ("before", "after", "languages"),
    [
        ("The court has not ruled yet.", "El tribunal ya dictó su fallo, pero no lo publicó.", ("en", "es")),
        ("Le pont n'est pas encore ouvert.", "Le pont est déjà ouvert.", ("fr", "fr")),
        ("The bridge had not been inspected yet.", "The bridge was already inspected.", ("en", "en")),
    ],
)
def test_what_had_not_happened_has_happened_already(before: str, after: str, languages: BOTH) -> None:
    kind: Derived = "translation" if languages[0] != languages[1] else "rewrite"
    assert [what for what, *_ in told(before, after, kind, languages)] == ["negation"]


@pytest.mark.parametrize(
    ("insisted", "acknowledged", "owned", "language"),
    [
        (
            "The mayor stressed that nobody was to blame.",
            "The mayor acknowledged the work of the firefighters, saying blame was out of place.",
            "The mayor acknowledged that somebody was to blame.",
            "en",
        ),
        (
            "El alcalde aseguró que nadie resultó herido.",
            "El alcalde reconoció el esfuerzo de los bomberos.",
            "El alcalde reconoció que hubo heridos.",
            "es",
        ),
        (
            "Le maire assure que rien n'a été caché.",
            "Le maire a reconnu les lieux.",
            "Le maire a reconnu que tout avait été caché.",
            "fr",
        ),
        (
            "Мэр заверил, что никто не пострадал.",
            "Мэр признал заслуги пожарных.",
            "Мэр признал, что есть пострадавшие.",
            "ru",
        ),
        (
            "市長は誰もけがをしていないと主張した。",
            "市長は全員の無事を認めた。",
            "市長は数人がけがをしたことを認めた。",
            "ja",
        ),
    ],
)
def test_merits_that_are_acknowledged_are_not_owned(
    insisted: str, acknowledged: str, owned: str, language: str
) -> None:
    assert told(insisted, acknowledged, languages=(language, language)) == []
    assert [what for what, *_ in told(insisted, owned, languages=(language, language))] == ["negation"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "She has never admitted the theft but her brother confessed.",
            "Her brother confessed to the theft, she did not.",
        ),
        (
            "She did not accept responsibility, but he has accepted responsibility.",
            "He has accepted responsibility, unlike her.",
        ),
    ],
)
def test_what_another_owned_in_the_same_sentence_is_no_change(before: str, after: str) -> None:
    assert told(before, after) == []
