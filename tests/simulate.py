"""Random copying trees with known truth, in invented text: what derivation is measured on.

A tree starts with one written text. Every further document copies an earlier one and alters it by the habits of its
tree: words changed, slips made, runs of sentences cut, own sentences put in, figures changed, credits dropped, a
second source mixed in. Slips and changes are inherited, as in any tradition. At the end some documents are lost.
Everything follows from the seed. Text is strung together from word lists and invented names by a small grammar, or,
for a tradition in a language nobody knows, from invented words alone.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from provenance.model import Document

ROOT = -1


def _listed(words: str) -> list[str]:
    return words.split()


NOUNS = _listed(
    """agreement airport album analyst apartment archive argument army article auction bakery bank barrel beach
boat border bottle bridge budget building campaign canal captain carpet castle cathedral ceiling ceremony chairman
chapel charter clinic coach coalition college committee compass concert contract convoy copper corridor council court
crane crew curtain customs dairy debate deposit desert director dock doctor driver drought editor election embassy
engine estate factory farmer ferry festival fire fishery flood forest fountain freight garden gate glacier grain
granite guard guitar hall harbour harvest helicopter highway horse hospital hotel inquiry insurer island jacket journal
judge kitchen laboratory ladder lawyer leather lens library licence lighthouse lobby machine magazine manager market
mayor meadow medal merger meter miner minister mirror monument motor museum nurse oak office orchard order orchestra
outbreak oven owner painter panel parish passenger pavement permit piano pilot pipeline planet pottery priest printer
prison professor protest province pump quarry railway rally ranger receipt refugee regiment repair reservoir resident
rifle river road roof route runner sailor satellite school sculptor seal seller senator shelter shepherd signal silver
singer soldier speech stadium station steel storm strike studio surgeon survey tailor tanker tavern teacher telescope
temple tenant terminal theatre timber tower tractor trader train treaty trial tunnel union valley vessel veteran
village vineyard violin volcano voter wagon warehouse watchman weaver wharf window winter witness workshop
yard"""
)
VERBS = _listed(
    """accused admitted adopted approached assembled backed banned bought built called carried challenged checked
closed collected compared copied counted covered crossed damaged defended delayed delivered demanded described designed
destroyed discovered doubted dropped emptied examined expected exported feared filmed financed followed found founded
guarded heard hired hosted ignored imported inspected insured invited joined launched lifted lost measured mended met
missed moved named needed noticed offered opened ordered owned painted passed photographed planned praised printed
promised protected questioned raised reached recalled refused rejected released rented repaired replaced rescued
restored reviewed sealed searched sent served shipped sold sponsored stopped studied supplied supported suspended
tested towed traced trained trusted visited warned washed watched welcomed won"""
)
ADJECTIVES = _listed(
    """abandoned ancient angry annual blue brave brief bright broad broken busy calm careful central cheap
civil clean clever cold common costly crowded damp daring distant dry early eastern empty famous fertile foreign former
fragile fresh frozen gentle giant golden grand green grey heavy hidden hollow honest huge idle inner iron joint junior
large late lesser little local lonely loose loud lower main marble massive military minor modern muddy narrow naval
nervous new northern old open outer pale patient plain polite poor private proud public quiet rapid rare regional
remote retired rich rival rough round royal rural rusty sandy scarce secret senior severe shallow sharp short silent
single slow small solid southern spare steep stone strange strict strong sudden tall temporary thick thin tidy tired
upper urban urgent vacant vast violent western wet white wide wild wooden yellow young"""
)
PLACES = _listed(
    "near behind beside beyond above below inside outside across along around towards through after before"
)
JOINS = _listed("while because although after before since until when as once")
LEADS = ["Officially", "On Monday", "On Tuesday", "On Friday", "Last week", "Later", "Meanwhile", "At noon",
         "In spring", "By evening", "Overnight", "This year", "In the end", "According to neighbours"]  # fmt: skip
ONSETS = _listed("b br c ch d dr f g gr h j k kl l m n p pr r s st t tr v w z")
NUCLEI = _listed("a e i o u ai ea ou")
CODAS = ["", "", "l", "m", "n", "r", "s", "t", "nd", "rk"]

OPENS = "¶"
"""Stands before the first word of a sentence that opens a paragraph; copies keep their paragraphs."""

Sentence = tuple[str, ...]
Text = tuple[Sentence, ...]


def _coin(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS) for _ in range(syllables))


class Writer:
    """Writes sentences; its names and, where it invents a language, its words are its own."""

    def __init__(self, rng: random.Random, invented: bool) -> None:
        self.rng = rng
        self.names = [_coin(rng, rng.choice((2, 3))).capitalize() for _ in range(40)]
        self.words = [_coin(rng, rng.choice((1, 2, 2, 3))) for _ in range(900)] if invented else []

    def sentence(self) -> Sentence:
        """Return a new sentence, its last word without the full stop."""
        words = self._strange() if self.words else self._plain()
        return (OPENS, *words) if self.rng.random() < 0.4 else words

    def _strange(self) -> Sentence:
        rng = self.rng
        # Frequencies fall off with rank, as in any language.
        words = [self.words[int(len(self.words) * rng.random() ** 2.5)] for _ in range(rng.randint(8, 24))]
        if rng.random() < 0.4:
            words[rng.randrange(1, len(words))] = rng.choice(self.names)
        return (words[0].capitalize(), *words[1:])

    def _thing(self) -> list[str]:
        rng = self.rng
        if rng.random() < 0.18:
            return [rng.choice(self.names), rng.choice(self.names)]
        if rng.random() < 0.2:
            return [str(rng.randint(3, 980)), rng.choice(ADJECTIVES), rng.choice(NOUNS) + "s"]
        return [rng.choice(("the", "the", "a")), *([rng.choice(ADJECTIVES)] * (rng.random() < 0.5)), rng.choice(NOUNS)]

    def _clause(self) -> list[str]:
        rng = self.rng
        words = [*self._thing(), rng.choice(VERBS), *self._thing()]
        if rng.random() < 0.5:
            words += [rng.choice(PLACES), *self._thing()]
        return words

    def _plain(self) -> Sentence:
        rng = self.rng
        words = self._clause()
        if rng.random() < 0.5:
            words += [rng.choice(JOINS), *self._clause()]
        if rng.random() < 0.3:
            words = [*rng.choice(LEADS).split(), *words]
        if rng.random() < 0.12:
            words += ["said", rng.choice(self.names)]
        return (words[0][:1].upper() + words[0][1:], *words[1:])

    def instead_of(self, word: str) -> str:
        """Return another word that could stand there."""
        if any(c.isdigit() for c in word):
            return str(max(2, int(word) + self.rng.choice((-20, -3, -1, 1, 2, 5, 10, 100)))) if word.isdigit() else word
        if self.words:
            return self.rng.choice(self.words)
        for words in (VERBS, ADJECTIVES, PLACES, JOINS):
            if word in words:
                return self.rng.choice(words)
        return self.rng.choice(NOUNS)


@dataclass(frozen=True)
class Habits:
    """How a tree is copied; rates are per sentence unless said otherwise."""

    sentences: tuple[int, int] = (14, 34)
    """Of the first text, least and most."""
    reworded: float = 0.25
    """Words changed for others."""
    slips: float = 0.08
    """Words misspelt."""
    dropped: float = 0.08
    """Words left out."""
    added: float = 0.06
    """Words put in."""
    swapped: float = 0.03
    """Neighbouring words that change places."""
    figures: float = 0.15
    """Chance of a figure to be changed, per copy."""
    cut: float = 0.5
    """Chance of a copy to leave out a run of sentences, per copy; the tail above all."""
    deepest: float = 0.5
    """Share of the text that one cut takes at most."""
    own: float = 0.5
    """Chance of a copy to put in own sentences, per copy."""
    grows: float = 0.0
    """Chance of a copy to be a later version, which only adds."""
    moved: float = 0.1
    """Chance of a copy to move a run of sentences."""
    verbatim: float = 0.15
    """Chance of a copy to change no word."""
    second: float = 0.0
    """Chance of a copy to take a run of sentences from a second source."""
    lost: float = 0.0
    """Share of the documents that are lost in the end; the first one may be among them."""
    timed: float = 0.5
    """Chance of a document to say when it was published."""
    mistimed: float = 0.05
    """Share of these times that tell of a later update instead, by up to a day."""
    credit: float = 0.5
    """Chance of a tree to start with an agency's own report; a copy of it, or of one that credits it, credits it too,
    but for three times in ten."""
    hubs: float = 0.5
    """0: every earlier document is as likely to be copied; 1: as likely as it was before, plus one."""


@dataclass(frozen=True)
class _Copy:
    text: Text
    parent: int
    second: int | None
    published: datetime
    credited: bool


@dataclass(frozen=True)
class Tree:
    """A grown tree: the documents that survive, and what truly came from what, lost documents included."""

    documents: tuple[Document, ...]
    parents: dict[str, str | None]
    """The source of every document ever written, lost ones included; None for the first."""
    seconds: dict[str, str] = field(default_factory=dict)
    """The second source of those that have one."""

    @property
    def kept(self) -> list[str]:
        """The ids of the documents that survive, sorted."""
        return sorted(d.id for d in self.documents)

    def edges(self) -> set[tuple[str, str]]:
        """All links, first and second sources, lost documents included."""
        first = {(p, c) for c, p in self.parents.items() if p is not None}
        return first | {(s, t) for t, s in self.seconds.items()}

    def nearest(self, id: str | None) -> str | None:
        """Return the nearest document at or above `id` that survives; None where none does."""
        kept = {d.id for d in self.documents}
        while id is not None and id not in kept:
            id = self.parents[id]
        return id

    def sources(self, target: str) -> set[str]:
        """Return the surviving documents that `target` came from, by way of lost ones if need be."""
        found = {self.nearest(self.parents[target]), self.nearest(self.seconds.get(target))}
        return {s for s in found if s is not None}


def _times(rng: random.Random, mean: float) -> int:
    """Return a Poisson number."""
    limit, k, p = math.exp(-mean), 0, rng.random()
    while p > limit:
        k, p = k + 1, p * rng.random()
    return k


def _misspelt(rng: random.Random, word: str) -> str:
    if len(word) < 4:
        return word
    at = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice("aeioulnrst") + word[at + 1 :]


def _altered(rng: random.Random, writer: Writer, sentence: Sentence, habits: Habits) -> Sentence:
    opening = sentence[:1] if sentence[0] == OPENS else ()
    words = list(sentence[len(opening) :])
    for rate, kind in (
        (habits.reworded, "reword"),
        (habits.slips, "slip"),
        (habits.dropped, "drop"),
        (habits.added, "add"),
        (habits.swapped, "swap"),
    ):
        for _ in range(_times(rng, rate)):
            at = rng.randrange(len(words))
            if kind == "reword":
                words[at] = writer.instead_of(words[at])
            elif kind == "slip" and not words[at].isdigit():
                words[at] = _misspelt(rng, words[at])
            elif kind == "drop" and len(words) > 4:
                del words[at]
            elif kind == "add":
                words.insert(at, rng.choice(ADJECTIVES) if not writer.words else rng.choice(writer.words))
            elif kind == "swap" and at + 1 < len(words):
                words[at], words[at + 1] = words[at + 1], words[at]
    return (*opening, *words)


def _cut(rng: random.Random, text: Text, deepest: float) -> Text:
    size = rng.randint(1, max(1, int(len(text) * deepest)))
    size = min(size, len(text) - 3)
    if size < 1:
        return text
    at = len(text) - size if rng.random() < 0.5 else rng.randrange(0, len(text) - size + 1)
    return text[:at] + text[at + size :]


def _moved(rng: random.Random, text: Text) -> Text:
    size = rng.randint(1, max(1, len(text) // 4))
    at = rng.randrange(0, len(text) - size + 1)
    run, rest = text[at : at + size], text[:at] + text[at + size :]
    to = rng.randrange(0, len(rest) + 1)
    return rest[:to] + run + rest[to:]


def _with_own(rng: random.Random, writer: Writer, text: Text) -> Text:
    at = rng.choice((0, len(text), rng.randrange(0, len(text) + 1)))
    return text[:at] + tuple(writer.sentence() for _ in range(rng.randint(1, 5))) + text[at:]


def _with_figures(rng: random.Random, writer: Writer, text: Text) -> Text:
    places = [(s, w) for s, words in enumerate(text) for w, word in enumerate(words) if word.isdigit()]
    if not places:
        return text
    s, w = rng.choice(places)
    changed = (*text[s][:w], writer.instead_of(text[s][w]), *text[s][w + 1 :])
    return (*text[:s], changed, *text[s + 1 :])


def _mixed(rng: random.Random, text: Text, other: Text) -> Text:
    """Return `text` with a run of another document, in place of as much or beside it."""
    size = rng.randint(max(1, len(other) // 4), max(1, len(other) // 2))
    at = rng.randrange(0, len(other) - size + 1)
    to = rng.randrange(0, len(text) + 1)
    keep = text[to + size :] if rng.random() < 0.7 else text[to:]
    return text[:to] + other[at : at + size] + keep


def _copied(rng: random.Random, writer: Writer, text: Text, habits: Habits) -> Text:
    if rng.random() < habits.grows:
        return _with_figures(rng, writer, _with_own(rng, writer, text))
    steps: list[tuple[float, Callable[[Text], Text]]] = [
        (habits.cut, lambda t: _cut(rng, t, habits.deepest)),
        (habits.moved, lambda t: _moved(rng, t)),
        (1.0 - habits.verbatim, lambda t: tuple(_altered(rng, writer, s, habits) for s in t)),
        (habits.figures, lambda t: _with_figures(rng, writer, t)),
        (habits.own, lambda t: _with_own(rng, writer, t)),
    ]
    for chance, step in steps:
        if rng.random() < chance:
            text = step(text)
    return text


def _chosen(rng: random.Random, children: Sequence[int], hubs: float) -> int:
    weights = [(1.0 - hubs) + hubs * (c + 1) for c in children]
    return rng.choices(range(len(children)), weights)[0]


def _grown(rng: random.Random, writer: Writer, size: int, habits: Habits) -> list[_Copy]:
    first = tuple(writer.sentence() for _ in range(rng.randint(*habits.sentences)))
    copies = [_Copy(first, ROOT, None, datetime(2024, 5, 6, 6, tzinfo=UTC), rng.random() < habits.credit)]
    children = [0]
    # Of two that are equal nobody could tell which came first, so no two are.
    written = {first}
    while len(copies) < size:
        parent = _chosen(rng, children, habits.hubs)
        source = copies[parent]
        text = source.text
        second = None
        if len(copies) > 3 and rng.random() < habits.second:
            second = rng.choice([i for i in range(len(copies)) if i != parent])
            text = _mixed(rng, text, copies[second].text)
        after = max(source.published, copies[second].published if second is not None else source.published)
        text = _copied(rng, writer, text, habits)
        if text in written:
            continue
        written.add(text)
        children[parent] += 1
        children.append(0)
        copies.append(
            _Copy(
                text,
                parent,
                second,
                after + timedelta(minutes=rng.randint(5, 600)),
                source.credited and rng.random() < 0.7,
            )
        )
    return copies


def _laid_out(copy: _Copy, agency: str) -> str:
    sentences = [" ".join(words) + "." for words in copy.text]
    if copy.credited and copy.parent != ROOT:
        sentences[0] = sentences[0][:-1] + f", {agency} reported."
    return " ".join(sentences).replace(f" {OPENS} ", "\n\n").removeprefix(f"{OPENS} ") + "\n"


def tree(seed: int, size: int, habits: Habits, invented: bool = False) -> Tree:
    """Return a tree of `size` documents, fewer where some are lost; `invented` makes up its language too."""
    rng = random.Random(seed)
    writer = Writer(rng, invented)
    copies = _grown(rng, writer, size, habits)
    # Names say nothing about the order of copying.
    names = [f"t{seed}-{n:03d}" for n in rng.sample(range(size), size)]
    agency = writer.names[0] + " News Agency"
    lost = {i for i in range(size) if rng.random() < habits.lost}
    late = [timedelta(minutes=rng.randint(5, 1440)) * (rng.random() < habits.mistimed) for _ in copies]
    documents = [
        Document(
            names[i],
            _laid_out(copy, agency),
            outlet=agency if copy.credited and copy.parent == ROOT else None,
            published=(copy.published + late[i]).isoformat() if rng.random() < habits.timed else None,
            language=None if invented else "en",
        )
        for i, copy in enumerate(copies)
        if i not in lost
    ]
    return Tree(
        tuple(sorted(documents, key=lambda d: d.id)),
        {names[i]: names[c.parent] if c.parent != ROOT else None for i, c in enumerate(copies)},
        {names[i]: names[c.second] for i, c in enumerate(copies) if c.second is not None},
    )


NEWS = Habits()
HAND = Habits(
    sentences=(20, 40), reworded=0.2, slips=0.2, dropped=0.1, added=0.05, figures=0.0, cut=0.15, deepest=0.2,
    own=0.05, moved=0.03, verbatim=0.0, timed=0.0, credit=0.0, hubs=0.2,
)  # fmt: skip
"""A text copied by hand: nobody means to change it, everybody slips."""
GROWING = replace(NEWS, grows=0.35, cut=0.35, own=0.3)
HASTY = replace(NEWS, reworded=0.08, slips=0.03, dropped=0.02, added=0.02, swapped=0.0, verbatim=0.4)
"""Barely edited copies, many of them alike."""
FREE = replace(NEWS, reworded=0.8, dropped=0.3, added=0.3, own=0.7, deepest=0.7)

KINDS: dict[str, tuple[Habits, bool]] = {
    "news": (NEWS, False),
    "growing": (GROWING, False),
    "hasty": (HASTY, False),
    "free": (FREE, False),
    "hand": (HAND, False),
    "hand, unknown language": (replace(HAND, second=0.0), True),
}


def contaminated(habits: Habits) -> Habits:
    """Return the habits with second sources."""
    return replace(habits, second=0.2)


def decimated(habits: Habits) -> Habits:
    """Return the habits with lost documents."""
    return replace(habits, lost=0.2)


def forest(seed: int, count: int, alter: Callable[[Habits], Habits] = lambda h: h) -> list[tuple[str, Tree]]:
    """Return `count` trees of 10 to 40 documents, of each kind in turn, with the names of their kinds."""
    found = []
    kinds = sorted(KINDS)
    for n in range(count):
        kind = kinds[n % len(kinds)]
        habits, invented = KINDS[kind]
        size = random.Random(seed * 1000 + n).randint(10, 40)
        found.append((kind, tree(seed * 1000 + n, size, alter(habits), invented)))
    return found
