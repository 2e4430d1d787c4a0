"""Stories: articles that passages join, and all that is told of one of them without looking at the others.

Once it is known of a corpus how rare each word is and which wording is formula, what was taken from where is a matter
of each story alone. So stories can be told anywhere, in any order, and come out the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from provenance import evidence, relate
from provenance.article import Pair
from provenance.derive import Bond, as_kin, carried, families, kinship, stemma
from provenance.evidence import Reading
from provenance.lone import lone
from provenance.model import DERIVED, Change, Derivation, LostOriginal, Match, Passage
from provenance.standing import standings
from provenance.tell import Found, tell

TASK = 400
"""Pairs and articles of the stories that are told in one task: about two seconds of work."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that passages join, with what their corpus says of them."""

    places: tuple[int, ...]
    """Positions in the corpus, in order; everything else here counts from 0 in this order."""
    readings: tuple[Reading, ...]
    agencies: Mapping[str, str]
    """The one name to call each agency by."""
    passages: Mapping[Pair, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that derive from each other, by position in the corpus, and what is told of them."""

    members: tuple[int, ...]
    derivations: tuple[Derivation, ...]
    lost: tuple[LostOriginal, ...]
    changes: tuple[Change, ...]

    def renamed(self, names: Mapping[str, str]) -> Family:
        """Return the same family with its lost originals under other names."""
        return Family(
            self.members,
            tuple(replace(d, source=names[d.source]) if d.source in names else d for d in self.derivations),
            tuple(replace(original, id=names[original.id]) for original in self.lost),
            tuple(replace(c, source=names[c.source]) if c.source in names else c for c in self.changes),
        )


@dataclass(frozen=True, slots=True)
class Told:
    """What was found out about one story."""

    matches: tuple[tuple[Pair, Match], ...]
    """In order, by positions in the corpus."""
    families: tuple[Family, ...]


def joined(pairs: Mapping[Pair, Sequence[Passage]]) -> list[tuple[Pair, ...]]:
    """Return the pairs that have passages, those of one story together; the stories with most pairs first."""
    root: dict[int, int] = {}

    def find(x: int) -> int:
        root.setdefault(x, x)
        while root[x] != x:
            root[x] = x = root[root[x]]
        return x

    some = sorted(pair for pair, passages in pairs.items() if passages)
    for i, j in some:
        one, other = sorted((find(i), find(j)))
        root[other] = one
    stories: dict[int, list[Pair]] = defaultdict(list)
    for pair in some:
        stories[find(pair[0])].append(pair)
    return sorted((tuple(story) for story in stories.values()), key=lambda story: (-len(story), story[0]))


def tasks(
    joined: Sequence[Sequence[Pair]],
    pairs: Mapping[Pair, tuple[Passage, ...]],
    readings: Sequence[Reading],
    agencies: Mapping[str, str],
    lost: str,
) -> Iterator[tuple[tuple[Story, ...], str]]:
    """Yield the stories of a corpus in bundles worth a task each; lost originals are to be called `lost` and a number.

    Made as they are asked for, so that no more are in memory than are worked on.
    """
    bundle: list[Story] = []
    size = 0
    for story in joined:
        places = tuple(sorted({place for pair in story for place in pair}))
        at = {place: number for number, place in enumerate(places)}
        passages = {(at[i], at[j]): pairs[i, j] for i, j in story}
        bundle.append(Story(places, tuple(readings[p] for p in places), agencies, passages))
        size += len(story) + len(places)
        if size >= TASK:
            yield tuple(bundle), lost
            bundle, size = [], 0
    if bundle:
        yield tuple(bundle), lost


def told(task: tuple[Sequence[Story], str]) -> list[Told]:
    """Return what is found out about each story of a task."""
    stories, lost = task
    return [_told(story, lost) for story in stories]


def _told(story: Story, lost: str) -> Told:
    articles = [reading.article for reading in story.readings]
    origin = standings(articles, story.agencies, story.passages)
    found = matches(story.readings, story.passages)
    bonds = [
        Bond(i, j, weighed, match.confidence)
        for (i, j), (match, weighed) in sorted(found.items())
        if match.relation in DERIVED and match.confidence >= 0.5
    ]
    groups = families(len(articles), bonds)
    family_of = {member: number for number, members in enumerate(groups) for member in members}
    of_family: dict[int, list[Bond]] = defaultdict(list)
    for bond in bonds:
        of_family[family_of[bond.left]].append(bond)

    related = {pair: match for pair, (match, _) in found.items()}

    def family(number: int, members: tuple[int, ...]) -> Family:
        # Deriving and telling follow each other, for both read figures that are kept for a while only.
        tree = stemma(members, of_family[number], story.readings, origin)
        inside = set(members)
        doubted = [(i, j) for i, j in found if i in inside and j in inside and related[i, j].relation not in DERIVED]
        for (i, j), sure in kinship(tree, doubted).items():
            match, weighed = found[i, j]
            related[i, j] = as_kin(match, story.readings[i], story.readings[j], weighed, sure)
        within = ((pair, related[pair]) for pair in found if inside.issuperset(pair))
        taken = {pair: m.passages for pair, m in within if m.relation in DERIVED and m.confidence >= 0.5}
        for pair, more in carried(story.readings, taken).items():
            related[pair] = replace(related[pair], passages=tuple(sorted((*taken[pair], *more), key=lambda p: p.left)))
        places = tuple(story.places[m] for m in members)
        return Family(places, *tell([tree], articles, story.readings, origin, found, called=lost))

    of_families = tuple(family(number, members) for number, members in enumerate(groups))
    return Told(
        tuple(((story.places[i], story.places[j]), match) for (i, j), match in sorted(related.items())), of_families
    )


def matches(readings: Sequence[Reading], passages: Mapping[Pair, Sequence[Passage]]) -> Found:
    """Return the matches of pairs of articles, with what they weigh; each is judged beside the others and its twins."""
    weighed = {
        (i, j): evidence.weigh(some, readings[i], readings[j]) for (i, j), some in sorted(passages.items()) if some
    }
    weighed = relate.compared({pair: found for pair, found in weighed.items() if found.passages})
    alone = {pair: relate.bits_alone(found.likeness) for pair, found in weighed.items()}
    allied = {pair for pair, found in weighed.items() if relate.are_allied(found.likeness)}
    across = {pair for pair, found in weighed.items() if not found.likeness.same_language}

    among = {pair: relate.bits_among(found.likeness) for pair, found in weighed.items()}

    def beside(leads: Mapping[Pair, float]) -> dict[Pair, float]:
        return {pair: amount + relate.bits_ahead(leads[pair]) for pair, amount in among.items()}

    first = beside(relate.leads(alone, allied, across))
    leads = relate.leads(alone, allied, across, {pair for pair, amount in first.items() if amount <= 0 < alone[pair]})
    bits = beside(leads)
    whole = [pair for pair, found in weighed.items() if relate.tell_all(found.likeness)]
    worded = {pair for pair, found in weighed.items() if relate.share_wording(found.likeness)}
    outvoted = relate.outvoted(bits, whole, [reading.article.language for reading in readings], worded)
    ties = lone({pair: amount + outvoted.get(pair, 0.0) for pair, amount in bits.items()})

    def doubts(pair: Pair) -> dict[str, float]:
        return {relate.TWINS: outvoted.get(pair, 0.0), relate.TIE: ties.get(pair, 0.0)}

    return {
        (i, j): (relate.match(readings[i], readings[j], found, leads[i, j], doubts((i, j))), found)
        for (i, j), found in weighed.items()
    }
