"""Originals that nobody has: those that credits name, and those that witnesses demand.

A lost original is posited above the articles that credit an agency whose own report is not there, or that agree on
text which none of their possible parents has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.derive.arborescence import ROOT
from provenance.derive.family import COPY_SHARE, Family, connected
from provenance.derive.slips import AGREE, slips
from provenance.derive.tree import Tree, by_depth
from provenance.model import Reason
from provenance.standing import Standing

Floats = npt.NDArray[np.float64]
HEIR_SHARE = 0.08
"""Share of a target that a witness explains beyond what the others can, from which on it is its heir, no sibling."""
CONTAINED = 0.9
"""Share of an article that another explains, from which on it has nothing of its own."""
HEADING, SIGNATURE = 400, 150
"""Code points from the start, headline and byline among them, and from the end, within which a credit is for all."""
LACKED = 0.15
"""Share of a target that the others have and a witness has not, from which on it is not made from that one."""
FULL_SHARE = 0.5
"""Size against the largest from which on a witness may stand for an original: an excerpt has too little of it."""
LOST_BITS = 400.0
"""Bits of text that witnesses must agree on, and their best parent lacks, for a lost original without a credit."""
LOST_SHARE = 0.35
RETOLD_ABROAD = 0.2
"""Share of two texts in common runs from which on one was made from the other where the original was in another
language: two translations of it word it each in its own way."""
AS_WELL = 0.3
"""Probability from which on an article may as well have come from a root that is not its likeliest source."""
LOST_LEAST = 150.0
"""So much is enough where it is such a share of these witnesses: what one copy added to another is seldom as much."""

SEVERAL, SEVERAL_SHARE, SEVERAL_BITS = 3, 0.1, 100.0
"""So many witnesses, so much of them, and bits, are enough beside a root that is no agency's own report. Of 68 labelled
families whose original is there none has as much below any root; under an agency's own the share reaches .09."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An original that nobody has, by the positions of its witnesses in the family."""

    agency: str | None
    witnesses: tuple[int, ...]
    confidence: float
    joined: tuple[tuple[int, float], ...] = ()
    """Those of them that no article was the source of, with the probability that the original was."""

    def joined_by(self, node: int, sure: float) -> Lost:
        """Return the original with one more such witness."""
        return replace(self, witnesses=tuple(sorted((*self.witnesses, node))), joined=(*self.joined, (node, sure)))

    def sure(self, node: int) -> float:
        """Return the probability that a witness came from it."""
        return self.confidence * dict(self.joined).get(node, 1.0)


def credited_originals(family: Family, tree: Tree) -> list[Lost]:
    """Return the originals that credits name and nobody has: one for each agency whose own report is not there."""
    issuers = {s.issuer for s in family.standings}
    agencies = sorted({a for s in family.standings for a in s.credited} - {i for i in issuers if i})
    found = []
    for agency in agencies:
        named = [agency in s.credited for s in family.standings]
        top = [t for t, p in enumerate(tree.parents) if named[t] and (p == ROOT or not named[p])]
        top = [t for t in top if family.standings[t].issuer is None]
        # A credit that appears below an uncredited parent was added there: only a whole tree's top tells of a source.
        top = [t for t in top if tree.parents[t] == ROOT or not _transliterated(family, tree.parents[t], t)]
        witnesses = gathered(family, tree, top) if top else []
        if family.accounts(witnesses) >= 2 and _demanded(family, agency, witnesses):
            crediting = sum(named[w] for w in witnesses)
            found.append(Lost(agency, tuple(witnesses), 1.0 - 0.5**crediting * 0.4))
    return sorted(found, key=lambda x: (-len(x.witnesses), x.agency or ""))


def _demanded(family: Family, agency: str, witnesses: Sequence[int]) -> bool:
    """Tell whether witnesses need an original of an agency to be explained.

    Of two, one may have all that the other has, and with it a sentence that somebody said something to the agency;
    then it is enough that the other was made from it, unless the agency's name heads or signs either.
    """
    if len(witnesses) > 2:
        return True
    one, other = witnesses
    if max(family.share(one, other), family.share(other, one)) < CONTAINED:
        return True
    return any(_heads_or_signs(family.readings[w].article, family.standings[w], agency) for w in witnesses)


def _heads_or_signs(article: Article, standing: Standing, agency: str) -> bool:
    """Tell whether a credit to an agency, by its name or one that stands for it, is in the first lines or the last."""
    last = len(article.text.rstrip()) - SIGNATURE
    return any(
        (c.agency == agency or c.agency not in standing.credited) and (c.span[0] < HEADING or c.span[1] > last)
        for c in article.credits
    )


def _transliterated(family: Family, parent: int, child: int) -> bool:
    """Tell whether a translation of an issuer's own report may only write that issuer's name in its own way."""
    languages = [family.readings[n].article.language for n in (parent, child)]
    return family.standings[parent].issuer is not None and languages[0] != languages[1]


def attested_original(family: Family, tree: Tree, chance: Floats, root: int) -> Lost | None:
    """Return the original that witnesses demand without a credit: they agree on text that their best parent lacks.

    `chance` is the probability of each edge; whoever may as well have come from the root is asked too. Not the versions
    of a report: what two of them have beyond a third their house added.
    """
    issuer = family.standings[root].issuer
    below = {n for n in tree.below(root) if issuer is None or family.standings[n].issuer != issuer} - {root}
    children = sorted({n for n in below if chance[root, n] >= AS_WELL or tree.parents[n] == root})
    if len(children) < 2:
        return None
    extra = held = 0.0
    holders = []
    for child in children:
        others = [c for c in children if c != child]
        elsewhere = family.explained_by(others, child)
        at_root = family.coverage[root, child]
        bits = family.readings[child].sentence_bits
        lacking = float(bits[(elsewhere >= 0.5) & (at_root <= 0.2)].sum())
        extra += lacking
        if lacking > 0:
            holders.append(child)
            held += family.size(child)
    least = LOST_LEAST if extra >= LOST_SHARE * held else LOST_BITS
    if issuer is None and len(holders) >= SEVERAL and extra >= SEVERAL_SHARE * held:
        least = SEVERAL_BITS
    if len(holders) < 2 or extra / 2 < least:
        return None
    witnesses = gathered(family, tree, [root, *holders])
    return Lost(None, tuple(witnesses), 0.75) if len(witnesses) >= 3 else None


def gathered(family: Family, tree: Tree, top: Sequence[int]) -> list[int]:
    """Return the witnesses of a lost original that is put above `top`: these, and who below them has no nearer source.

    The witness that the others in its language came from stands for the original, so whoever seems to come from it
    came from the original as far as anybody can tell; another witness keeps those whom it explains clearly better than
    the rest can, and each keeps those that have its slips or name its paper as their source.
    """
    inside = sorted({d for t in top for d in tree.below(t)})
    spoken = original_language(family, inside)
    best = _stand_in(family, inside, spoken)
    certain = {*top, best, *(family.takers & {*inside})}
    witnesses, followers = {*certain}, {n for _, n in family.heirs}
    # What stands between the tree's top and that witness is judged as taken from the latter: with the original
    # gone, which of its witnesses is the top is as good as chance, but not what is near to what.
    tree = tree.turned(best, top)
    for node in by_depth(tree, inside):
        parent = tree.parents[node]
        if node in witnesses or parent not in witnesses or node not in inside:
            continue
        below = tree.below(node)
        # A copy of the parent attests the parent's text, not the original's.
        alike = {w for w in inside if family.worded.get((parent, w), 0.0) >= COPY_SHARE and w != best}
        rest = [w for w in inside if w not in below and w not in alike and w != parent]
        whole = family.lacked(parent, rest, node) < LACKED
        nearer = whole and (
            family.margin(parent, rest, node) >= HEIR_SHARE
            or family.inherited(parent, rest, node) > 0
            or family.nearer(parent, rest, node)
        )
        readings = family.readings
        # What several have from one of them counts once.
        others = set(inside) - below - {parent}
        heads = [n for n in sorted(others) if tree.parents[n] not in others - {best} and n not in followers]
        slipped = bool(slips(readings[parent], readings[node], [readings[n] for n in heads]))
        named = family.standings[parent].outlet in family.standings[node].cited
        heir = slipped or named or (parent, node) in family.heirs
        heir = heir or (whole and _worded_abroad(family, parent, node, spoken))
        if not heir and (parent == best or not nearer):
            witnesses.add(node)
    asked = [n for n in by_depth(tree, inside) if n in witnesses and n not in certain]
    asked = [n for n in asked if tree.parents[n] in inside]
    sides = {n: tuple(family.variants.sides(tree.parents[n], n)) for n in asked}
    while asked:
        apart = [_voices_apart(sides[n], tree, witnesses, n) for n in asked]
        most = max(apart)
        if most < 1:
            break
        witnesses.remove(asked.pop(apart.index(most)))
    return sorted(witnesses)


def _stand_in(family: Family, inside: Sequence[int], spoken: str | None) -> int:
    """Return the witness that the others in the original's language came from."""
    # Within a language only: words of one that is little known carry more bits.
    kin = [w for w in inside if family.readings[w].article.language == spoken]
    # Where another version is there it is no witness of what the lost one said.
    kin = [w for w in kin if w in family.takers] or kin
    most = max(family.size(w) for w in kin)
    kin = [w for w in kin if family.size(w) >= FULL_SHARE * most]
    pairs = [p for p in combinations(kin, 2) if family.linked[p]]
    return family.first(max(connected(kin, pairs), key=len))


def _worded_abroad(family: Family, parent: int, node: int, spoken: str | None) -> bool:
    """Tell whether two share their wording in one language, and the original was in another."""
    languages = {family.readings[n].article.language for n in (parent, node)}
    apart = len(languages) == 1 and spoken not in languages
    return apart and family.worded.get((parent, node), 0.0) >= RETOLD_ABROAD


def _voices_apart(sides: Sequence[tuple[Set[int], Set[int]]], tree: Tree, witnesses: Set[int], node: int) -> int:
    """Return how many more accounts than have a number as a node and its parent have it have it otherwise, at most.

    `sides` are, for each such number, who has it so and who otherwise. Whoever is no witness has its numbers from its
    parent and is no account of its own. Fewer than two that have it otherwise may have changed it themselves, and
    count for none.
    """
    below = tree.below(node)

    def voices(side: Set[int]) -> int:
        return sum(tree.parents[n] not in side or (n in witnesses and n != node) for n in side)

    found = [(voices(alike - below), voices(against - below)) for alike, against in sides]
    return max((against - alike for alike, against in found if against >= AGREE), default=0)


def original_language(family: Family, nodes: Sequence[int]) -> str | None:
    """Return the language in which most wording is shared: translations share none, copies and rewrites do.

    Those count which lack something of each other that others have: one text and what was cut from it may share all of
    a translation.

    Where none is shared it is that of the one which explains most of the others.
    """
    apart: dict[str | None, float] = defaultdict(float)
    shared: dict[str | None, float] = defaultdict(float)
    for one, other in combinations(nodes, 2):
        language, worded = family.readings[one].article.language, family.worded.get((one, other), 0.0)
        if worded and language == family.readings[other].article.language:
            shared[language] += worded
            apart[language] += worded * family.each_lacks(one, other)
    shared = apart if any(apart.values()) else shared
    most = max(shared.values(), default=0.0)
    if most <= 0.0:
        return family.readings[family.first(nodes)].article.language
    return min((language for language, share in shared.items() if share == most), key=str)


def lost_reasons(original: Lost) -> tuple[Reason, ...]:
    """Return what speaks for an original that nobody has."""
    if original.agency:
        text = f"credits name {original.agency}, whose own report is not among the documents"
        return (Reason("credited original", 3.0 * original.confidence, text),)
    text = "several documents agree on text that none of their possible sources among the documents has"
    return (Reason("attested original", 3.0 * original.confidence, text),)
