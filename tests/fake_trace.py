# ruff: noqa: E501, PLR0917 (articles are written as they are read, a paragraph a line)
"""Made-up traces for the tests of what draws, reports and exports; every sentence is invented for them."""

from __future__ import annotations

import hashlib
import random

from provenance.model import (
    DERIVED,
    Alternative,
    Change,
    Credit,
    Derivation,
    Derived,
    DocumentRecord,
    LostOriginal,
    LostSentence,
    Match,
    Passage,
    PassageKind,
    Reason,
    Relation,
    Span,
    Trace,
)

WIRE = """Crane falls into Veldhaven harbour, three hurt
VELDHAVEN (Nordic Press) - A 60-metre loading crane toppled into Veldhaven harbour on Tuesday after a cable snapped, hurting three dockers and blocking the only deep-water berth.

"It leaned, it groaned, and then it simply went," said Marit Oosterling, who watched from the pilot house.

Port director Hein Dravik said the crane had passed an inspection in March and that the berth would stay closed for at least nine days.

The three injured men, aged between 24 and 51, were taken to hospital with broken bones. None is in danger.

Nordic Press has seen a maintenance log in which engineers asked twice for a new cable. The port did not comment on the log.
"""

COPY = """Crane falls into Veldhaven harbour, three hurt
Share this article
(Nordic Press) - A 60-metre loading crane toppled into Veldhaven harbour on Tuesday after a cable snapped, hurting three dockers and blocking the only deep-water berth.

“It leaned, it groaned, and then it simply went,” said Marit Oosterling, who watched from the pilot house.

Port director Hein Dravik said the crane had passed an inspection in March and that the berth would stay closed for at least nine days.

The three injured men, aged between 24 and 51, were taken to hospital with broken bones. None is in danger.

Sign up for our morning letter
"""

REWRITE = """Dockers injured as harbour crane comes down
Three dock workers were hurt on Tuesday when a loading crane 90 metres tall crashed into the harbour at Veldhaven after one of its cables broke, closing the only deep-water berth.

"It leaned, it moaned and then it was gone," said Marit Osterling, who saw it from the pilot house.

The port's director, Hein Dravik, said the crane had passed an inspection in March. The berth is expected to stay closed for at least nine days.

Sign up for our morning letter
"""

EXCERPT = """Comment: a harbour that would not listen
For years we have written that this port is run on hope. This week hope ran out.

According to Nordic Press, engineers asked twice for a new cable. The port did not comment on the log.

A town that lives from its quay deserves a director who reads his own post. We will keep asking who signed the paper in March.
"""

JAPANESE = """フェルトハーフェン港でクレーン倒壊、3人負傷
【ノルディック通信】火曜日、フェルトハーフェン港で高さ60メートルの荷役クレーンがケーブルの切断により海に倒れ、港湾労働者3人が負傷し、唯一の大水深岸壁がふさがれた。

港のヘイン・ドラヴィク局長は、クレーンは3月の検査に合格しており、岸壁は少なくとも9日間閉鎖されると述べた。
"""

ARABIC = """سقوط رافعة في ميناء فيلدهافن وإصابة ثلاثة
سقطت رافعة يبلغ ارتفاعها 60 مترا في ميناء فيلدهافن يوم الثلاثاء بعد انقطاع أحد الكابلات، ما أدى إلى إصابة ثلاثة من عمال الميناء.
"""

SUMMARY = """In brief
• A crane 90 metres tall fell into Veldhaven harbour after a cable broke; three dock workers hurt.
• Berth closed for nine days or more.
"""

LEDGER_A = """Museum returns bronze hare to Tessaly
(Meridian Wire) The Oslund Museum will hand back a bronze hare taken from a temple in Tessaly in 1911, its trustees voted on Friday.

"A hare knows its own field," said the keeper of antiquities, Ilse Bram, after the vote of seven to two.

The bronze, 31 centimetres long, has stood in the museum's east hall since 1923.
"""

LEDGER_B = """Bronze hare goes home
The Oslund Museum will hand back a bronze hare taken from a temple in Tessaly in 1911, its trustees voted on Friday. The bronze, 31 centimetres long, has stood in the museum's east hall since 1923. Tessaly's culture ministry called it a good day.

Follow us everywhere
"""

LEDGER_C = """Trustees vote seven to two: the hare leaves Oslund
"A hare knows its own field," said the keeper of antiquities, Ilse Bram, after the vote of seven to two, Meridian Wire reported.

Our reader survey found most of the town in favour of the decision to give the animal back, although few had visited it since their school days.

Follow us everywhere
"""

HOSTILE = (
    'a "quoted" \\N \\G \\l <b>bold</b> </script><script>alert(1)</script> --> ]]> &#x202e; \u202egnp.exe\u2028 =cmd()\x1b[31m\x00 {a|b} <!--\n'
    "<img src=x onerror=alert(2)> javascript:alert(3) \ud83d body of the text\n"
)


def span(text: str, piece: str) -> Span:
    """Where `piece` stands in `text`; it must be there."""
    start = text.index(piece)
    return start, start + len(piece)


def record(
    id_: str,
    text: str,
    outlet: str | None = None,
    published: str | None = None,
    language: str = "en",
    family: int | None = None,
    furniture: tuple[str, ...] = (),
    credits: tuple[tuple[str, str], ...] = (),
    title: str | None = None,
) -> DocumentRecord:
    return DocumentRecord(
        id=id_,
        origin=f"{id_}.txt",
        title=text.splitlines()[0] if title is None else title,
        outlet=outlet,
        published=published,
        language=language,
        words=len(text.split()),
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        credits=tuple(Credit(agency, span(text, phrase), phrase) for agency, phrase in credits),
        furniture=tuple(span(text, f) for f in furniture),
        family=family,
        text=text,
    )


def documents() -> tuple[DocumentRecord, ...]:
    """The articles of two stories, and three that belong to neither."""
    letter = "Sign up for our morning letter"
    return (
        record("ar", ARABIC, "Al-Marsa", "2031-04-09T11:00:00+03:00", "ar", 1),
        record("brief", SUMMARY, "Two-Minute Gazette", "2031-04-09", "en", 1),
        record(
            "comment",
            EXCERPT,
            "Veldhaven Voice",
            "2031-04-10T06:00:00+02:00",
            "en",
            1,
            credits=(("Nordic Press", "According to Nordic Press"),),
        ),
        record(
            "copy",
            COPY,
            "The Quayside Times",
            "2031-04-08T15:10:00+02:00",
            "en",
            1,
            furniture=("Share this article", letter),
            credits=(("Nordic Press", "(Nordic Press)"),),
        ),
        record(
            "hare-a",
            LEDGER_A,
            "Oslund Daily",
            "2031-05-02T18:00:00+02:00",
            "en",
            2,
            credits=(("Meridian Wire", "(Meridian Wire)"),),
        ),
        record("hare-b", LEDGER_B, "Culture Today", "2031-05-03T08:00:00+02:00", "en", 2, ("Follow us everywhere",)),
        record(
            "hare-c",
            LEDGER_C,
            "Oslund Daily",
            None,
            "en",
            2,
            ("Follow us everywhere",),
            credits=(("Meridian Wire", "Meridian Wire reported"),),
        ),
        record("hostile", HOSTILE, '<img src=x onerror="alert(4)">', "not a date", 'x"><script>', None),
        record(
            "ja",
            JAPANESE,
            "みなと新聞",
            "2031-04-09T09:00:00+09:00",
            "ja",
            1,
            credits=(("Nordic Press", "ノルディック通信"),),
        ),
        record("rewrite", REWRITE, "Harbour Herald", "2031-04-08T19:30:00+02:00", "en", 1, (letter,)),
        record("wire", WIRE, "Nordic Press", "2031-04-08T13:45:00+02:00", "en", 1),
        record("zebra", "Zebra crossing moved\nThe council moved it by two metres.\n", "Quay Notes", None, "en", None),
    )


def pair(
    left: DocumentRecord,
    right: DocumentRecord,
    relation: Relation,
    confidence: float,
    pieces: tuple[tuple[str, str, PassageKind, float], ...],
) -> Match:
    """A match whose passages are given as the texts themselves."""
    assert left.text is not None
    assert right.text is not None
    assert left.id < right.id
    passages = tuple(
        Passage(span(left.text, one), span(right.text, other), kind, likeness, bits=12.5 + len(one) / 10)
        for one, other, kind, likeness in pieces
    )
    bits = sum(p.bits for p in passages)
    covered = [sum(p.left[1] - p.left[0] for p in passages), sum(p.right[1] - p.right[0] for p in passages)]
    return Match(
        left.id, right.id, relation, confidence, bits,
        min(1.0, covered[0] / len(left.text)), min(1.0, covered[1] / len(right.text)), 27, passages,
        (Reason("wording", bits, "rare words in the same order"),),
    )  # fmt: skip


def _paragraphs(text: str) -> list[str]:
    return [p for p in text.splitlines() if p]


def trace() -> Trace:
    """Two families: a harbour story with its original, and a museum story whose wire original is lost."""
    docs = {d.id: d for d in documents()}
    wire, copy = _paragraphs(WIRE), _paragraphs(COPY)
    rewrite, japanese = _paragraphs(REWRITE), _paragraphs(JAPANESE)
    summary, arabic = _paragraphs(SUMMARY), _paragraphs(ARABIC)
    lead = wire[1].removeprefix("VELDHAVEN ")
    hare = "The Oslund Museum will hand back a bronze hare taken from a temple in Tessaly in 1911, its trustees voted on Friday."
    bronze = "The bronze, 31 centimetres long, has stood in the museum's east hall since 1923."
    field = '"A hare knows its own field," said the keeper of antiquities, Ilse Bram, after the vote of seven to two'
    matches = (
        pair(docs["ar"], docs["wire"], "translation", 0.71, ((arabic[1], wire[1], "translation", 0.78),)),
        pair(docs["brief"], docs["rewrite"], "summary", 0.83, ((summary[1], rewrite[1], "paraphrase", 0.61),)),
        pair(docs["brief"], docs["wire"], "same event", 0.31, ((summary[1], wire[1], "paraphrase", 0.44),)),
        pair(
            docs["comment"], docs["wire"], "excerpt", 0.97,
            (("engineers asked twice for a new cable. The port did not comment on the log.",) * 2 + ("verbatim", 1.0),),
        ),
        pair(docs["copy"], docs["rewrite"], "rewrite", 0.9, ((copy[3], rewrite[2], "edited", 0.8),)),
        pair(
            docs["copy"], docs["wire"], "copy", 0.998,
            (
                (copy[0], wire[0], "verbatim", 1.0),
                (copy[2], lead, "verbatim", 1.0),
                (copy[3], wire[2], "verbatim", 0.99),
                (copy[4], wire[3], "verbatim", 1.0),
                (copy[5], wire[4], "verbatim", 1.0),
            ),
        ),
        pair(docs["hare-a"], docs["hare-b"], "rewrite", 0.95, ((hare, hare, "verbatim", 1.0), (bronze, bronze, "verbatim", 1.0))),
        pair(docs["hare-a"], docs["hare-c"], "excerpt", 0.92, ((field, field, "verbatim", 1.0),)),
        pair(docs["hare-b"], docs["rewrite"], "furniture", 0.03, (("Follow us everywhere", "Sign up for our morning letter", "edited", 0.3),)),
        pair(docs["ja"], docs["wire"], "translation", 0.94, ((japanese[1], wire[1], "translation", 0.88), (japanese[2], wire[3], "translation", 0.85))),
        pair(
            docs["rewrite"], docs["wire"], "rewrite", 0.96,
            (
                (rewrite[1], wire[1], "paraphrase", 0.72),
                (rewrite[2], wire[2], "edited", 0.81),
                (rewrite[3], wire[3], "edited", 0.88),
            ),
        ),
    )  # fmt: skip
    lost = LostOriginal(
        "lost-1", "Meridian Wire", ("hare-a", "hare-b", "hare-c"), 0.93,
        (
            LostSentence(hare, ("hare-a", "hare-b"), 0.97),
            LostSentence(field + ".", ("hare-a", "hare-c"), 0.9),
            LostSentence(bronze, ("hare-a", "hare-b"), 0.95),
        ),
    )  # fmt: skip
    return Trace(
        documents=documents(),
        lost=(lost,),
        derivations=_derivations(),
        matches=matches,
        changes=(
            Change("wire", "rewrite", "number", span(WIRE, "60-metre"), span(REWRITE, "90 metres"), "60-metre", "90 metres"),
            Change("wire", "rewrite", "name", span(WIRE, "Oosterling"), span(REWRITE, "Osterling"), "Oosterling", "Osterling"),
            Change("wire", "rewrite", "quote", span(WIRE, "groaned"), span(REWRITE, "moaned"), "groaned", "moaned"),
            Change("wire", "rewrite", "credit", span(WIRE, "(Nordic Press)"), None, "(Nordic Press)", None),
        ),
        settings={"channels": ["wording", "meaning", "translation"]},
        remarks=("empty.txt: no text in it",),
    )  # fmt: skip


def _derivations() -> tuple[Derivation, ...]:
    def edge(
        source: str, target: str, kind: Derived, confidence: float, share: float, credited: bool, *others: str
    ) -> Derivation:
        return Derivation(
            source, target, kind, confidence, 20 + 100 * share, share, None if source.startswith("lost") else share / 2, credited,
            (
                Reason("order", 9.25, "passages stand in the same order in both"),
                Reason("time", 2.0, f"{source} was published first"),
                Reason("length", -1.5, f"{target} is the longer one"),
            ),
            tuple(Alternative(o, round((1 - confidence) / (n + 1), 3)) for n, o in enumerate(others)),
        )  # fmt: skip

    return (
        edge("copy", "rewrite", "rewrite", 0.41, 0.22, False, "wire"),
        edge("lost-1", "hare-a", "copy", 0.93, 0.9, True, "hare-b"),
        edge("lost-1", "hare-b", "rewrite", 0.88, 0.7, False, "hare-a"),
        edge("lost-1", "hare-c", "excerpt", 0.79, 0.35, True, "hare-a"),
        edge("rewrite", "brief", "summary", 0.83, 0.6, False, "wire"),
        edge("wire", "ar", "translation", 0.71, 0.8, False),
        edge("wire", "comment", "excerpt", 0.97, 0.24, True),
        edge("wire", "copy", "copy", 0.998, 0.98, True, "rewrite"),
        edge("wire", "ja", "translation", 0.94, 0.91, True),
        edge("wire", "rewrite", "rewrite", 0.92, 0.78, False, "copy", "brief"),
    )


def many(families: int, size: int, loose: int = 0) -> Trace:
    """A large trace: `families` stars of `size` articles about nothing, and `loose` articles outside them."""
    docs: list[DocumentRecord] = []
    derivations: list[Derivation] = []
    matches: list[Match] = []
    kinds: tuple[Derived, ...] = ("copy", "rewrite", "excerpt", "summary", "translation", "version")
    for f in range(families):
        source = f"f{f:04}-00"
        body = [
            f"Sentence {s} of story {f} says {s * 37 % 101} things about item {f * s % 89} at length."
            for s in range(40)
        ]
        text = "\n".join([f"Story {f}: what the council of town {f % 97} decided on the old bridge", *body])
        docs.append(record(source, text, f"Outlet {f % 7}", f"2031-01-{f % 28 + 1:02}T08:00:00+00:00", "en", f + 1))
        for m in range(1, size):
            target = f"f{f:04}-{m:02}"
            kept = body[m % 5 : 40 - m % 7]
            own = "\n".join([f"Town {f % 97} decides on bridge, version {m} by another desk", *kept])
            docs.append(
                record(
                    target, own, f"Outlet {m % 11}", f"2031-01-{f % 28 + 1:02}T{9 + m % 12:02}:00:00+00:00", "en", f + 1
                )
            )
            kind = kinds[(f + m) % len(kinds)]
            derivations.append(
                Derivation(
                    source,
                    target,
                    kind,
                    0.5 + m % 50 / 100,
                    80.0,
                    0.8,
                    0.7,
                    m % 3 > 0,
                    (Reason("order", 4.0, "same order"),),
                )
            )
            left, right = docs[-m - 1], docs[-1]
            matches.append(pair(left, right, kind, 0.9, tuple((s, s, "verbatim", 1.0) for s in kept[:6])))
    for n in range(loose):
        docs.append(
            record(
                f"loose-{n:04}",
                f"Loose item {n}\nNothing to do with anything, number {n}.\n",
                "Quay Notes",
                None,
                "en",
                None,
            )
        )
    return Trace(tuple(docs), derivations=tuple(derivations), matches=tuple(matches))


HEADLINES = (
    "Ministers agree to close the last coal harbour by spring after nine hours of talks",
    "Harbour closes",
    "Coal quay to shut: what the deal means for 4,000 dockers and the railway that feeds them",
    "Κλείνει το λιμάνι του άνθρακα",
    "Закрытие угольного порта: что известно",
    "石炭港、春までに閉鎖へ 閣僚が合意",
    "إغلاق آخر ميناء للفحم",
    "Der letzte Kohlehafen schließt im Frühjahr, sagen Minister nach neun Stunden Verhandlung",
)


def crowd(size: int) -> Trace:
    """One family of `size` articles with headlines long and short in many scripts, some with two sources."""
    drawn = random.Random(2)
    docs = tuple(
        record(f"c{n:03}", f"{HEADLINES[n % 8]}\nItem {n}.\n", f"Outlet {n % 40}", f"2031-01-{n % 28 + 1:02}", "en", 1)
        for n in range(size)
    )
    edges: list[Derivation] = []
    for n in range(1, size):
        source, share, sure = int(n * drawn.random() ** 2), drawn.random(), 0.5 + drawn.random() / 2
        edges.append(
            Derivation(f"c{source:03}", f"c{n:03}", DERIVED[n % 7], sure, 9.0, share, 0.5, drawn.random() < 0.5)
        )
        if n % 12 == 5 and source != n // 2:
            edges.append(Derivation(f"c{n // 2:03}", f"c{n:03}", "excerpt", 0.6, 9.0, 0.2, 0.5, False))
    return Trace(docs, derivations=tuple(edges))
