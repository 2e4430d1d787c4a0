"""From what a pair's passages weigh to the relation of the two documents.

Whether there was reuse at all is a sum of bits, one addend a signal: a logistic model whose weights are fitted on
labelled pairs (``relation_weights.json``, written by ``tests/quality/fit.py``), so that its probability is calibrated
and every addend can be shown to a reader. A pair is judged alone first. In a corpus where every article is compared
with all that may be like it, it is judged again by its lead: reuse stands out among an article's matches, and what is
as like a dozen others is told by a formula. Which kind of reuse it was is read off a table, in order.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from provenance.article import Pair
from provenance.evidence import RUN_WORDS, Likeness, Reading, Weighed, flipped
from provenance.model import Derived, Match, Reason, Relation

Group: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """One measure of a pair, at least 0, and how to say it to a reader."""

    name: str
    measure: Callable[[Likeness], float]
    text: Callable[[Likeness], str]
    sign: int = 1
    """-1 where the measure speaks against reuse."""


HELD = 0.5
"""Share of the names held, or of the numbers, that two tellings of one story seldom fall short of."""
TOLD_WHOLE = 40.0
"""Words told alike from which on a share of their numbers says all it can; a summary may keep one number of two."""
FORMS = 1.5
"""Look-alikes with other facts up to which a pair is no form: retellings of one story may be at odds too."""
NAMED = 4.0
"""Bits of rare words in both from which on some word is in common: whoever tells of a story keeps a name of it."""
NOTICE = 0.4
"""What two short notices that are alike throughout weigh with all numbers the same; with none it is one more."""
AS_MUCH = 0.6
"""Share of what a pair tells alike from which on another article begins to tell as much."""


def _doublings(amount: float) -> float:
    """Return `amount` on a scale of doublings: the hundredth matching sentence adds little to the fiftieth."""
    return math.log2(1.0 + amount)


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


SIGNALS: tuple[Signal, ...] = (
    Signal(
        "run",
        lambda x: x.particular * _doublings(max(0, x.longest_own_run - 4)),
        lambda x: f"the longest unbroken run outside quotes has {x.longest_own_run} words",
    ),
    Signal(
        "coverage",
        lambda x: x.particular * max(x.covered),
        lambda x: f"{_percent(max(x.covered))} of the more dependent text has a counterpart in the other",
    ),
    Signal(
        "order",
        lambda x: x.particular * x.order * max(x.covered),
        lambda x: f"{_percent(x.order)} of what they share stands in the same order",
    ),
    Signal(
        "telling",
        lambda x: x.particular * max(x.own_covered),
        lambda x: f"outside quotations the counterpart is {_percent(max(x.own_covered))}",
    ),
    Signal(
        "amount",
        lambda x: _doublings(x.fresh * x.told / 20.0),
        lambda x: f"the passages that are alike run to {round(x.told)} words, by how alike they are",
    ),
    Signal(
        "rare words",
        lambda x: _doublings(x.common / 8.0),
        lambda x: f"the rare words that both hold weigh {round(x.common)} bits",
    ),
    Signal(
        "words in common",
        lambda x: min(1.0, x.common / NAMED) if x.same_language and x.longest_run < RUN_WORDS else 1.0,
        lambda x: (
            f"no run of {RUN_WORDS} words and hardly a rare word is in both, only the sense"
            if x.same_language and x.longest_run < RUN_WORDS and x.common < NAMED
            else "beside the sense they have words in common, or are of two languages"
        ),
    ),
    Signal(
        "two languages",
        lambda x: 0.0 if x.same_language else _doublings(x.fresh * x.told / 20.0),
        lambda x: (
            "both may be in one language"
            if x.same_language
            else "of two languages only what is told can be compared, hardly a word"
        ),
    ),
    Signal(
        "credit",
        lambda x: x.credited,
        lambda x: (
            f"both credit one agency in passages that are {_percent(x.credited)} alike"
            if x.credited
            else "no passage credits one agency in both"
        ),
    ),
    Signal(
        "other facts",
        lambda x: _doublings(x.conflict / 2.0),
        lambda x: f"names and numbers that stand in each other's place weigh {round(x.conflict)} bits",
        sign=-1,
    ),
    Signal(
        "names apart",
        lambda x: max(0.0, HELD - x.names_kept),
        lambda x: f"of the names of the one with fewer the other has {_percent(x.names_kept)}",
        sign=-1,
    ),
    Signal(
        "figures apart",
        lambda x: max(0.0, HELD - x.figures_kept) * min(1.0, x.told / TOLD_WHOLE),
        lambda x: f"of the numbers in what is alike at best {_percent(x.figures_kept)} are the same",
        sign=-1,
    ),
    Signal(
        "two notices",
        lambda x: x.notice * (NOTICE + 1.0 - x.figures_shared),
        lambda x: (
            f"both are short, tell all of each other and have no more than {_percent(x.figures_shared)} "
            "of either's numbers in common"
            if x.notice > 0.0
            else "they are no two short notices that tell all of each other"
        ),
        sign=-1,
    ),
    Signal(
        "quotes alone",
        lambda x: x.quotes_alone,
        lambda x: (
            f"hardly anything but quotations is alike ({_percent(max(x.own_covered))} of the rest)"
            if x.quotes_alone > 0.0
            else "more than quotations is alike"
        ),
        sign=-1,
    ),
    Signal(
        "one form",
        lambda x: _doublings(max(0.0, x.lookalikes * x.at_odds - FORMS)),
        lambda x: (
            f"about {round(x.lookalikes)} other articles say as much of it with other names and numbers"
            if x.lookalikes >= 1.0
            else "no other article says as much of it with other names and numbers"
        ),
        sign=-1,
    ),
)
BASE = "chance"
LEAD = "lead"
SURE = 3.0
"""Bits beyond which two articles are tied for sure before any is compared with its rivals."""
ALLIED = 0.5
"""How alike passages must be at least for a common credit in them to be for one report."""
FAR = -6.0
"""Bits of a rival that is not there, or further away than matters."""
LEAST_LEAD, MOST_LEAD = -3.0, 6.0
"""Bits beyond which a lead says no more."""
TWINS, TIE = "twins", "lone tie"
DOUBTS: Mapping[str, str] = {
    TWINS: "most copies and translations of the one are not like those of the other",
    TIE: "nothing else ties the two groups, though most of their articles are alike: reports of one event are so too",
}
"""What a pair loses bits to beside the others, and what is said of it."""
TOLD_ALL, SURE_TWINS = 0.7, 6.0
"""Share of either that two articles tell of each other, and bits, from which on they are twins: one text, copied or
translated."""
SHARED_BITS = 160.0
"""Bits of wording outside quotations; of what twins outvoted copies share 230 and more in labelled stories, and two
reports of one event, with a line of the same announcement in both, some 100."""
AGREED = 1.0
"""Bits that the pairs between two groups of twins have in the mean where they are reuse: some are always alike."""
AGREED_ALIKE = 3.0
"""The same of the pairs in one language, in which two reports of one event are more alike: reuse has 3.5 and more in
labelled stories, two reports that hold one public quotation 2.6 at most, nearly all others less than -2."""
PROPOSED = 3
"""Twins in one language up to which pairs of theirs without a passage are unlike: channels propose the five nearest,
and more twins would keep others out."""
QUOTED_WORDS = 4
"""Shortest quotation whose wording is compared."""
KEPT_WORDS = 0.85
"""Share of the shorter quotation's words that stay, in order, when a quotation is merely cut or set otherwise."""


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """Return bits per unit of each signal, and the intercept, for a pair alone and for one among the rest."""
    text = resources.files("provenance").joinpath("relation_weights.json").read_text("utf-8")
    table: dict[str, dict[str, float]] = json.loads(text)
    return table


def compared(found: Mapping[Pair, Weighed]) -> dict[Pair, Weighed]:
    """Return weighed pairs with how many others are as much alike: `found` holds every pair of each article.

    A form that is filled in daily, or by every company, is told by its look-alikes: each holds as much of the same
    with other names and numbers in it. Retellings of one story do not, however many there are. What is tied to the
    other article for sure is of its story and no other. The side that has fewer look-alikes counts, for a source may
    be told in part by a form.
    """
    near: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    ties: dict[int, set[int]] = defaultdict(set)
    for (i, j), weighed in found.items():
        sure = bits_alone(weighed.likeness) > SURE
        for one, other in ((i, j), (j, i)):
            near[one].append((max(1.0, weighed.likeness.told), weighed.likeness.at_odds, other))
            if sure:
                ties[one].add(other)
    crowds = {place: _Crowd(some) for place, some in near.items()}
    kin = {place: np.array(sorted(some)) for place, some in ties.items()}

    def lookalikes(one: int, other: int, likeness: Likeness) -> float:
        crowd = crowds[one].beside(likeness)
        return max(0.0, crowd - crowds[one].among(kin[other], likeness)) if crowd and other in kin else crowd

    def told_apart(pair: Pair, weighed: Weighed) -> Weighed:
        (i, j), likeness = pair, weighed.likeness
        some = min(lookalikes(i, j, likeness), lookalikes(j, i, likeness))
        # Most pairs have none, and it takes long to make such a thing anew.
        same = some == likeness.lookalikes
        return weighed if same else replace(weighed, likeness=replace(likeness, lookalikes=some))

    return {pair: told_apart(pair, weighed) for pair, weighed in found.items()}


class _Crowd:
    """The pairs of one article with others, by how much they tell alike."""

    def __init__(self, pairs: Sequence[tuple[float, float, int]]) -> None:
        told, odds, others = np.array(sorted(pairs)).T
        self.told = told
        self.each = odds
        self.others = others
        self.odds = np.concatenate(([0.0], np.cumsum(odds)))
        self.weighed = np.concatenate(([0.0], np.cumsum(odds * told)))

    def beside(self, likeness: Likeness) -> float:
        """Return how many of the pairs are as much alike as one of them and at odds, that one left out."""
        told = max(1.0, likeness.told)
        some, full = self.told.searchsorted([AS_MUCH * told, told]).tolist()
        part = (self.weighed[full] - self.weighed[some]) / told - AS_MUCH * (self.odds[full] - self.odds[some])
        return max(0.0, float(self.odds[-1] - self.odds[full] + part / (1.0 - AS_MUCH)) - likeness.at_odds)

    def among(self, some: npt.NDArray[np.int64], likeness: Likeness) -> float:
        """Return how many of the pairs with `some` articles are as much alike as one is and at odds."""
        chosen = np.isin(self.others, some)
        shares = (self.told[chosen] / max(1.0, likeness.told) - AS_MUCH) / (1.0 - AS_MUCH)
        return float((np.clip(shares, 0.0, 1.0) * self.each[chosen]).sum())


def leads(
    bits: Mapping[Pair, float],
    allied: Collection[Pair] = (),
    across: Collection[Pair] = (),
    outdone: Collection[Pair] = (),
) -> dict[Pair, float]:
    """Return by how much each pair is ahead of its rivals, in bits within `LEAST_LEAD` and `MOST_LEAD`.

    `bits` are those of each pair alone. A rival is the best match of either article that is not of the other's
    family: no match of it, and tied to nothing that it is tied to for sure. Nor are `allied` pairs rivals, which credit
    one agency for the same: both may attest a report that nobody has. The article with the weaker rival counts, for a
    source has many takers. Pairs that were `outdone`, alike alone but no reuse beside their rivals, make no family: who
    knows them from leads without them looks for leads anew. Pairs in two languages, `across`, and pairs in one are no
    rivals of each other: whatever a translation was made from, other translations of it are more like it.
    """
    kin: dict[int, set[int]] = defaultdict(set)
    ties: dict[int, set[int]] = defaultdict(set)
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), amount in bits.items():
        for one, other in ((i, j), (j, i)):
            if (amount > 0 and (i, j) not in outdone) or (i, j) in allied:
                kin[one].add(other)
            if amount > SURE:
                ties[one].add(other)
            elif amount > FAR:
                near[one].append((amount, other))
    for others in near.values():
        others.sort(reverse=True)

    def strange(one: int, other: int) -> bool:
        return one != other and other not in kin[one] and ties[one].isdisjoint(ties[other])

    def rival(one: int, other: int) -> float:
        translated = ordered(one, other) in across

        def rivals(k: int) -> bool:
            return strange(k, other) and (ordered(one, k) in across) == translated

        # What one is tied to is tied by it to all that one is tied to.
        tied = [] if other in ties[one] else [k for k in ties[one] if rivals(k)]
        if tied:
            return max(bits[ordered(one, k)] for k in tied)
        return next((amount for amount, k in near[one] if rivals(k)), FAR)

    return {
        (i, j): max(LEAST_LEAD, min(MOST_LEAD, amount - min(rival(i, j), rival(j, i))))
        for (i, j), amount in bits.items()
    }


def outvoted(
    bits: Mapping[Pair, float], whole: Collection[Pair], languages: Sequence[str], worded: Collection[Pair] = ()
) -> dict[Pair, float]:
    """Return the bits that pairs lose to what their twins say of the same, each below 0.

    Twins are copies or translations of one text, so whoever took from one of them has as much in common with each:
    what ties two groups of twins is one question, which all pairs between them answer, and their mean is worth more
    than the one pair that happens to be like. Reports of one event by two agencies, each with its translations, are
    alike here and there; what was taken over is alike throughout. `whole` are the pairs that tell all of each other,
    `languages` those of the articles by position. Pairs that share their wording, `worded`, answer for the groups:
    who retells a copy, or translates it, need not be like the translations of what it was copied from.
    """
    group = _twins(pair for pair in whole if bits[pair] > SURE_TWINS)
    between: dict[tuple[Group, Group], list[Pair]] = defaultdict(list)
    for i, j in bits:
        if i in group and j in group and group[i] is not group[j]:
            between[min(group[i], group[j]), max(group[i], group[j])].append((i, j))
    lost: dict[Pair, float] = {}
    for (one, other), pairs in between.items():
        if any(pair in worded and bits[pair] > 0 for pair in pairs):
            continue
        few = max(Counter(languages[k] for k in side).most_common(1)[0][1] for side in (one, other)) <= PROPOSED
        mean = max(
            _mean(found, every, bits, few) - least for found, every, least in _polls(one, other, pairs, languages)
        )
        lost.update((pair, mean - bits[pair]) for pair in pairs if mean < min(0.0, bits[pair]))
    return lost


def _polls(
    one: Group, other: Group, pairs: Sequence[Pair], languages: Sequence[str]
) -> Iterator[tuple[Sequence[Pair], int, float]]:
    """Yield the pairs between two groups that were found, how many there are, and what their mean must be at least.

    All are asked, and those in one language: what was put in other words and then translated is far from the other
    translations of its source.
    """
    yield pairs, len(one) * len(other), AGREED
    if every := sum(languages[i] == languages[j] for i in one for j in other):
        yield [(i, j) for i, j in pairs if languages[i] == languages[j]], every, AGREED_ALIKE


def _mean(pairs: Sequence[Pair], every: int, bits: Mapping[Pair, float], proposed: bool) -> float:
    """Return the mean bits of `pairs`; the rest of `every` pair are far apart where all were `proposed`."""
    said = [max(FAR, bits[pair]) for pair in pairs]
    if proposed:
        said += [FAR] * (every - len(pairs))
    return math.fsum(said) / len(said) if said else FAR


def _twins(pairs: Iterable[Pair]) -> dict[int, Group]:
    """Return the group of each article that `pairs` join to others."""
    groups: dict[int, Group] = {}
    for i, j in pairs:
        one, other = groups.get(i, (i,)), groups.get(j, (j,))
        if one is not other:
            joined = tuple(sorted((*one, *other)))
            groups.update(dict.fromkeys(joined, joined))
    return groups


def ordered(one: int, other: int) -> Pair:
    """Return two positions as a pair, the smaller first."""
    return (one, other) if one < other else (other, one)


def are_allied(likeness: Likeness) -> bool:
    """Tell whether both credit one agency in passages that are alike."""
    return likeness.credited >= ALLIED


def share_wording(likeness: Likeness) -> bool:
    """Tell whether two articles have so much wording in common, outside quotations, as nobody hits upon twice."""
    return likeness.own_bits >= SHARED_BITS


def tell_all(likeness: Likeness) -> bool:
    """Tell whether each of two articles tells all of the other, as a copy or a translation does."""
    return min(likeness.covered) >= TOLD_ALL


def account(likeness: Likeness, lead: float | None = None, doubts: Mapping[str, float] = {}) -> tuple[Reason, ...]:
    """Return every signal with the bits it adds for or against reuse; their sum is log2 of the odds.

    Without `lead` the pair is judged alone. `doubts` are the bits that it loses beside the others, by signal.
    """
    table = weights()["alone" if lead is None else "among"]
    found = [
        Reason(BASE, table["intercept"], "two articles that share nothing are rarely reuse"),
        *(Reason(s.name, s.sign * table[s.name] * s.measure(likeness), s.text(likeness)) for s in SIGNALS),
    ]
    if lead is not None:
        least = "at least " if lead == MOST_LEAD else ""
        text = f"the next article outside the family is {least}{round(lead)} bits less alike"
        found.append(Reason(LEAD, table[LEAD] * lead, text if lead > 0 else "another article is as much alike"))
    found += [Reason(signal, bits, DOUBTS[signal]) for signal, bits in doubts.items() if bits]
    return tuple(found)


def bits_alone(likeness: Likeness) -> float:
    """Return the sum of the `account` of a pair alone, without saying what it is made up of."""
    return _bits(likeness, weights()["alone"])


def bits_among(likeness: Likeness) -> float:
    """Return the sum of the `account` of a pair among the rest, but for its lead."""
    return _bits(likeness, weights()["among"])


def bits_ahead(lead: float) -> float:
    """Return what being so much ahead of its rivals adds to a pair."""
    return weights()["among"][LEAD] * lead


def _bits(likeness: Likeness, table: Mapping[str, float]) -> float:
    return sum([table["intercept"], *(s.sign * table[s.name] * s.measure(likeness) for s in SIGNALS)])


def probability(bits: float) -> float:
    """Return the probability of odds given as log2, in [0, 1]."""
    return float(1.0 / (1.0 + 2.0 ** -max(-60.0, min(60.0, bits))))


@dataclass(frozen=True, slots=True)
class Leaning:
    """A pair seen from a source to a target, with what the two articles say of themselves."""

    verbatim: float
    """Share of the target in verbatim runs."""
    worded: float
    """Share of the target's words matched."""
    covered: float
    """Share of the target with a counterpart in the source."""
    covered_source: float
    """Share of the source with a counterpart in the target."""
    length: float
    """Words of the target for each of the source."""
    order: float
    same_language: bool
    same_issuer: bool
    """Both are reports of one agency or outlet."""
    altered_quotes: float
    """Share of the target's matched quotations whose wording was changed though the marks were kept, in [0, 1]."""
    scattered: float
    """Share of the target's sentences whose predecessor in the source was left out, in [0, 1]."""
    kept: float
    """Share of the words of the target's passages that stand in their counterparts too, in [0, 1].

    Counted where quotations were altered, else 0.
    """


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of derivation and when it applies."""

    kind: Derived
    applies: Callable[[Leaning], bool]


MOST_OF_IT = 0.6
"""Length of a target for each of its source's from which on what was left out makes a cut, no summary."""
MOSTLY_ALTERED = 0.5
"""Share of the quoted words from which on quotations were altered throughout."""
SAME_WORDS = 0.4
"""Share of the words kept from which on quotations were translated there and back: who tells it anew keeps fewer."""


MUCH_OF_IT = 0.4
"""Share of a source that a copy with lines of its own has; whoever took a line or two made an excerpt."""
MOSTLY_TAKEN, IN_ITS_WORDS = 0.68, 0.9
"""Share of a target that is its source's wording, and of what it tells of it at all, from which on it is a copy with
lines of its own or sentences cut short: excerpts take less, and who rewrites tells as much in words of his own."""


def _mostly_taken(x: Leaning) -> bool:
    """Tell whether a target is mostly its source's wording, and has much of its source."""
    return x.worded >= MOSTLY_TAKEN and (x.covered_source >= MUCH_OF_IT or x.length > MOST_OF_IT)


def _whole(x: Leaning) -> bool:
    """Tell whether a target follows its source in long stretches, or is about as long."""
    return x.scattered <= 0.6 or x.length > MOST_OF_IT


def _revised(x: Leaning) -> bool:
    """Tell whether hardly a sentence goes on as its source does and many words were put in place of others."""
    return x.scattered >= 0.9 and x.worded < 0.85 and x.kept < 0.9


def _by_machine(x: Leaning) -> bool:
    """Tell whether quotations were altered though other words were kept, which no writer does."""
    return x.altered_quotes >= MOSTLY_ALTERED and x.kept >= SAME_WORDS


KINDS: tuple[Kind, ...] = (
    Kind("translation", lambda x: not x.same_language),
    Kind("version", lambda x: x.same_issuer and x.worded >= 0.3 and x.covered_source >= 0.3),
    Kind("summary", lambda x: x.length <= MOST_OF_IT and x.worded >= 0.8 and x.scattered >= 0.7),
    Kind("summary", lambda x: x.length <= 0.3 and x.covered >= 0.7 and x.scattered > 0.4),
    Kind("copy", lambda x: x.worded >= 0.93 or (x.worded >= 0.8 and _whole(x) and not _revised(x))),
    Kind("copy", lambda x: _mostly_taken(x) and x.worded >= IN_ITS_WORDS * x.covered),
    Kind("excerpt", lambda x: x.covered <= 0.6 and x.covered_source <= 0.5 and x.worded >= 0.55 * x.covered),
    Kind("excerpt", lambda x: x.worded >= 0.85 * x.covered),
    Kind(
        "round-trip translation",
        lambda x: min(x.covered, x.covered_source + 0.1) >= 0.7 and x.order >= 0.8 and _by_machine(x),
    ),
    Kind("summary", lambda x: x.length <= 0.55 and x.covered_source <= 0.6),
    Kind("rewrite", lambda _: True),
)
"""Tried in order; the first that applies names the derivation."""


def kind_of(leaning: Leaning) -> Derived:
    """Return what kind of derivation a pair is, given that it is one."""
    return next(k.kind for k in KINDS if k.applies(leaning))


WELL_ATTESTED, WORD_FOR_WORD = 0.7, 0.8
"""Share of a witness that others attest, and of what the one in the place of the original covers of it that is its
wording, from which on the witness is a copy: that one was cut otherwise, so covers less of it than the original did."""


def kind_of_witness(leaning: Leaning, kept: float, attested: float) -> Derived:
    """Return what kind of derivation led from a lost original to a witness, seen from another witness in its place.

    `kept` is the share of the stand-in's attested text that the witness has, `attested` the share of the witness that
    any other has: the original is not there to compare, and a witness of parts of it must not make a faithful
    translation or a copy look like an excerpt.
    """
    literal = leaning.worded >= 0.25 * leaning.covered
    if leaning.same_language and literal and kept >= 0.6 and leaning.order >= 0.8 and _by_machine(leaning):
        return "round-trip translation"
    kind = kind_of(leaning)
    copied = attested >= WELL_ATTESTED and leaning.worded >= WORD_FOR_WORD * leaning.covered
    return "copy" if copied and kind in ("excerpt", "rewrite") else kind


def lean(source: Reading, target: Reading, weighed: Weighed, same_issuer: bool = False) -> Leaning:
    """Return a weighed pair seen from `source`, its left side, to `target`, its right side."""
    likeness = weighed.likeness
    altered = _altered_quotes(source, target, weighed)
    return Leaning(
        verbatim=likeness.verbatim[1],
        worded=likeness.worded[1],
        covered=likeness.covered[1],
        covered_source=likeness.covered[0],
        length=target.size / source.size,
        order=likeness.order,
        same_language=likeness.same_language,
        same_issuer=same_issuer,
        altered_quotes=altered,
        scattered=_scattered(target, weighed),
        # It takes long to count, and says something only where quotations were altered.
        kept=_kept(source, target, weighed) if altered >= MOSTLY_ALTERED else 0.0,
    )


def _kept(source: Reading, target: Reading, weighed: Weighed) -> float:
    """Return the share of the words of the target's passages that stand in their counterparts too."""
    from provenance.evidence_loops import among

    words = kept = 0
    bounds = (source.words_in([p.left for p in weighed.passages]), target.words_in([p.right for p in weighed.passages]))
    for (first, end), (start, stop) in zip(*(at.tolist() for at in bounds), strict=True):
        theirs, mine = source.article.words.keys[first:end], target.article.words.keys[start:stop]
        words += len(mine)
        kept += int(among(mine, np.sort(theirs)).sum())
    return kept / max(1, words)


def _altered_quotes(source: Reading, target: Reading, weighed: Weighed) -> float:
    """Return the share of the target's words quoted on both sides that stand in quotations whose wording changed."""
    altered = whole = 0
    sides = (source, [p.left for p in weighed.passages]), (target, [p.right for p in weighed.passages])
    bounds = [reading.words_in(spans) for reading, spans in sides]
    counts = [np.diff(reading.quoted_before[at])[:, 0] for (reading, _), at in zip(sides, bounds, strict=True)]
    for n in np.flatnonzero(np.minimum(*counts) >= QUOTED_WORDS).tolist():
        theirs, mine = _quoted_words(source, *bounds[0][n]), _quoted_words(target, *bounds[1][n])
        kept = LCSseq.similarity(theirs, mine)
        if kept >= KEPT_WORDS * min(len(theirs), len(mine)):
            whole += len(mine)
        else:
            altered += len(mine)
    return altered / max(1, altered + whole)


def _quoted_words(reading: Reading, first: int, end: int) -> list[int]:
    keys: list[int] = reading.article.words.keys[first:end][reading.quoted[first:end]].tolist()
    return keys


def _scattered(target: Reading, weighed: Weighed) -> float:
    """Return the passages for each sentence of the target that they cover: 1 where no two stayed neighbours."""
    worded = [p for p in weighed.passages if p.kind in ("verbatim", "edited")]
    sentences = 0
    if worded and target.article.sentences:
        spans, places = np.array([p.right for p in worded]).T, np.array(target.article.sentences)
        shared = np.minimum(places[:, 1:], spans[1]) - np.maximum(places[:, :1], spans[0])
        sentences = int((shared.max(axis=1) * 2 > places[:, 1] - places[:, 0]).sum())
    return len(worded) / max(1, sentences)


def match(
    left: Reading, right: Reading, weighed: Weighed, lead: float | None = None, doubts: Mapping[str, float] = {}
) -> Match:
    """Return the match of two articles, its relation named from the one that has more to the one that has less.

    `lead` is by how much it is ahead of its rivals, see `leads`; None where nobody looked for any. `doubts` are the
    bits that it loses beside the others, see `outvoted` and `lone`.
    """
    likeness = weighed.likeness
    reasons = account(likeness, lead, doubts)
    bits = sum(r.bits for r in reasons)
    relation: Relation
    if bits > 0:
        relation = taken(left, right, weighed)
    elif likeness.quoted_bits > 2 * (likeness.own_bits + likeness.retold_bits):
        relation = "shared quotes"
    else:
        relation = "same event"
    return Match(
        left=left.article.id,
        right=right.article.id,
        relation=relation,
        confidence=probability(bits),
        bits=bits,
        share_of_left=min(1.0, likeness.covered[0]),
        share_of_right=min(1.0, likeness.covered[1]),
        longest_run=likeness.longest_run,
        passages=weighed.passages,
        reasons=reasons,
    )


def taken(left: Reading, right: Reading, weighed: Weighed) -> Derived:
    """Return how the one of two that has less would have come from the other."""
    # Of two that hold all of each other the shorter is the one that has less.
    (one, other), (size, length) = weighed.likeness.covered, weighed.likeness.sizes
    towards_left = (one, length, left.article.id) > (other, size, right.article.id)
    return kind_of(lean(right, left, flipped(weighed)) if towards_left else lean(left, right, weighed))
