"""The text of a lost original, sentence by sentence, from the witnesses that took from it.

The sentences of all witnesses are laid along one line, as a partial order: the fullest near-verbatim witness gives the
thread, and what only others have is put in beside its neighbours. Each sentence is worded as its best witness has it,
where "best" is a vote: how freely the witness treats its source, and how many others agree with it word for word. Where
witnesses of one wording differ in a number or a negation, those in other words and languages vote on that first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from rapidfuzz.distance import Indel

from provenance.article import Article
from provenance.changes.pairs import pairs, sentence_keys
from provenance.changes.quantities import quantities
from provenance.contested import Said, dissenters, is_outvoted
from provenance.model import Derived, LostSentence, Passage
from provenance.spans import overlap
from provenance.words import plain

FAITH: dict[Derived, float] = {
    "copy": 1.0,
    "version": 0.9,
    "excerpt": 0.6,
    "rewrite": 0.4,
    "round-trip translation": 0.1,
    "summary": 0.1,
    "translation": 0.0,
}
"""How near a witness of each kind keeps to the words of its source."""
ATTESTS: dict[Derived, float] = {
    "copy": 0.65,
    "version": 0.65,
    "excerpt": 0.5,
    "rewrite": 0.5,
    "round-trip translation": 0.5,
    "summary": 0.3,
    "translation": 0.5,
}
"""Chance that a sentence of such a witness stood in the lost original, if nobody else has it."""
VERBATIM: dict[Derived, float] = {
    "copy": 0.98,
    "version": 0.9,
    "excerpt": 0.6,
    "rewrite": 0.4,
    "round-trip translation": 0.1,
    "summary": 0.1,
    "translation": 0.0,
}
"""Chance that a sentence that did stand there stood there in about the words of such a witness."""
SILENCE: dict[Derived, float] = {
    "copy": 0.4,
    "version": 0.4,
    "excerpt": 1.0,
    "rewrite": 0.75,
    "round-trip translation": 0.5,
    "summary": 1.0,
    "translation": 0.6,
}
"""What is left of the trust in a witness when another has the sentences around and not this one: it may be a box."""
OWN_TEXT: frozenset[Derived] = frozenset({"excerpt", "summary"})
"""Kinds of witnesses whose sentences may be their own unless another has nearly the same words."""
LEAST = 0.25
"""Confidence below which a sentence is left out."""
NEAR, ECHO = 2, 0.8
"""Places around an unsure sentence, and the share of its words that they hold when it only rewords them."""
WORDED = 0.3
"""Least faith for a witness to give the wording where another witness attests the sentence."""
SHORTEST = 3
"""Words of a sentence worth telling, in scripts with spaces."""

_DATELINE = re.compile(
    r"[^\n.!?\"“”«»]{0,60}\((?:[^()\n]{2,40})\)\s?[-–—]{1,2}\s+"  # BRECKA, Tolvany, Feb 24 (Halden Wire) -
    r"|[^\W\d_a-z][^\n\"“”«»a-z]{2,40}[,.]?(?: [\w.]{2,10} \d{1,2})?\s?[-–—]{1,2}\s+"  # BRECKA -
    r"|【[^】\n]{1,40}】"
)
_ENDS = re.compile(r"[.!?。！？…][\"”’»」』)\]]*$|[\"”»」』]$")
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class _Place:
    """One sentence of the lost original: which sentence of each witness attests it."""

    members: dict[str, list[int]] = field(default_factory=dict)


def reconstruct(
    witnesses: Sequence[Article],
    passages: Mapping[tuple[str, str], Sequence[Passage]],
    kinds: Mapping[str, Derived],
    language: str | None = None,
) -> tuple[LostSentence, ...]:
    """Return the sentences of a lost original in order, each with the witnesses that attest it and a confidence.

    `passages` are keyed by the ids of the left and the right document; either direction will do. `kinds` says how each
    witness took from the lost original; one that it does not name took from another witness and has no say. One that
    has another number in a sentence than it is told with, or denies what is told, is not named for it.
    Headlines, bylines, datelines and furniture are left out, and so is what only a free retelling or a witness in
    another language has. `language` is the original's; by default that of its most faithful witness.
    """
    direct = sorted((w for w in witnesses if w.id in kinds), key=lambda w: w.id)
    if not direct:
        return ()
    links = _links(direct, passages)
    ranked = sorted(direct, key=lambda w: (-FAITH[kinds[w.id]], -len(_linked(w, links)), -len(w.words), w.text, w.id))
    language = language or ranked[0].language
    line = _ordered(_line(ranked, links), ranked, kinds)
    articles = {w.id: w for w in direct}
    ballot = _ballot(line, articles, kinds, language)
    told: dict[str, LostSentence] = {}
    for n in range(len(line)):
        sentence = _told(line, n, articles, kinds, ballot)
        if sentence and sentence.text not in told:  # one sentence of a rewrite may stand for two
            told[sentence.text] = sentence
    return _without_echoes(list(told.values()))


_Links = dict[tuple[str, int], frozenset[tuple[str, int]]]


def _links(witnesses: Sequence[Article], passages: Mapping[tuple[str, str], Sequence[Passage]]) -> _Links:
    """Return for each sentence of each witness the sentences of the others that it is linked to."""
    by_id = {w.id: w for w in witnesses}
    found: dict[tuple[str, int], set[tuple[str, int]]] = {}
    for (one, other), shared in sorted(passages.items()):
        if one not in by_id or other not in by_id or one == other:
            continue
        for pair in pairs(by_id[one], by_id[other], shared):
            for n in pair.left:
                found.setdefault((one, n), set()).add((other, pair.right))
                found.setdefault((other, pair.right), set()).add((one, n))
    return {k: frozenset(v) for k, v in found.items()}


def _linked(witness: Article, links: _Links) -> list[int]:
    return [n for n in range(len(witness.sentences)) if (witness.id, n) in links]


def _body(witness: Article, links: _Links) -> list[int]:
    """Return the sentences of a witness that can have stood in its source: no headline, byline, box or tail."""
    linked = _linked(witness, links)
    if not linked:
        return []
    return [
        n
        for n in range(linked[0], linked[-1] + 1)
        if not any(overlap(witness.sentences[n], f) for f in witness.furniture) and _is_prose(witness, n, n in linked)
    ]


def _is_prose(witness: Article, n: int, linked: bool) -> bool:
    start, end = witness.sentences[n]
    text = witness.text[start:end].strip()
    alone = (start == 0 or "\n" in witness.text[max(0, start - 2) : start]) and (
        end == len(witness.text) or "\n" in witness.text[end : end + 2]
    )
    if alone and not _ENDS.search(text):
        return False
    return linked or len(sentence_keys(witness)[n]) > SHORTEST + 1


def _line(ranked: Sequence[Article], links: _Links) -> list[_Place]:
    """Return the places of the lost original in order, each with all sentences that attest it."""
    line: list[_Place] = []
    of: dict[tuple[str, int], list[_Place]] = {}
    for witness in ranked:
        body = _body(witness, links)
        known = [
            _unique(p for other in sorted(links.get((witness.id, n), ())) for p in of.get(other, ())) for n in body
        ]
        last = max((i for i, places in enumerate(known) if places), default=-1)
        at = -1
        for i, (n, places) in enumerate(zip(body, known, strict=True)):
            if not places:
                places = [_Place()]  # noqa: PLW2901 - a place of its own
                line.insert(at + 1 if i < last else len(line), places[0])
            for place in places:
                place.members.setdefault(witness.id, []).append(n)
            of[witness.id, n] = places
            at = max(at, *(_index(line, p) for p in places))
    return line


def _ordered(line: Sequence[_Place], ranked: Sequence[Article], kinds: Mapping[str, Derived]) -> list[_Place]:
    """Return the places in the order that contradicts the witnesses least, the faithful ones weighing most.

    The best attested places are set down first, each further one where fewest votes are against it, and where votes do
    not tell, as in `line`. O(n²) for n places.
    """
    faith = {w.id: FAITH[kinds[w.id]] + 0.05 for w in ranked}
    at = [{w: min(numbers) for w, numbers in sorted(p.members.items())} for p in line]
    weight = [sum(faith[w] for w in places) for places in at]
    out: list[int] = []
    for x in sorted(range(len(line)), key=lambda i: (-round(weight[i], 6), i)):
        ahead = [_vote(at[o], at[x], faith) for o in out]  # > 0 where a placed one comes before x
        cost = sum(v for v in ahead if v > 0)
        costs = [cost]
        for v in ahead:
            cost -= v
            costs.append(cost)
        natural = max((k + 1 for k, o in enumerate(out) if o < x), default=0)
        best = min(range(len(costs)), key=lambda k: (round(costs[k], 6), abs(k - natural), k))
        out.insert(best, x)
    return [line[i] for i in out]


def _vote(one: Mapping[str, int], other: Mapping[str, int], faith: Mapping[str, float]) -> float:
    """Return the weight of the witnesses that have `one` before `other`, less of those that have it after."""
    return sum(faith[w] * ((one[w] < other[w]) - (one[w] > other[w])) for w in one if w in other)


def _unique(places: Iterator[_Place]) -> list[_Place]:
    out: list[_Place] = []
    for p in places:
        if not any(p is q for q in out):
            out.append(p)
    return out


def _index(line: Sequence[_Place], wanted: _Place) -> int:
    return next(i for i, p in enumerate(line) if p is wanted)


@dataclass(frozen=True, slots=True)
class _Ballot:
    """The words of each place as those witnesses have them that may vote on its wording."""

    words: tuple[dict[str, tuple[str, ...]], ...]
    closeness: dict[str, float]
    """How near each witness comes, all in all, to the words of the others; in [0, 1]."""


def _ballot(
    line: Sequence[_Place], articles: Mapping[str, Article], kinds: Mapping[str, Derived], language: str
) -> _Ballot:
    in_tongue = {w for w, a in articles.items() if a.language == language and kinds[w] != "translation"}
    words = tuple(
        {w: _words(articles[w], place.members[w]) for w in sorted(place.members) if w in in_tongue} for place in line
    )
    likeness: dict[str, list[float]] = {w: [] for w in sorted(in_tongue)}
    for place in words:
        for w in place:
            near = [Indel.normalized_similarity(place[w], place[o]) for o in place if o != w]
            likeness[w] += [max(near)] if near else []
    return _Ballot(words, {w: sum(v) / len(v) if v else 0.0 for w, v in likeness.items()})


def _told(
    line: Sequence[_Place], n: int, articles: Mapping[str, Article], kinds: Mapping[str, Derived], ballot: _Ballot
) -> LostSentence | None:
    """Return the sentence of a place as its best witness words it, or None where none can be trusted with the words."""
    place = line[n]
    said = _said(place, articles)
    best = _elected(said, ballot.words[n], ballot.closeness, kinds)
    text = _plain_text(articles[best], place.members[best]) if best else ""
    if best is None or not text:
        return None
    there = 1 - prod(1 - ATTESTS[kinds[w]] for w in place.members)
    if FAITH[kinds[best]] < FAITH["version"] or len(place.members) == 1:
        there *= prod(SILENCE[kinds[w]] for w in _silent(line, n))
    words = ballot.words[n]
    echo = max((Indel.normalized_similarity(words[best], words[w]) for w in words if w != best), default=0.0)
    if kinds[best] in OWN_TEXT and echo < 0.5:
        return None
    confidence = round(there * max(VERBATIM[kinds[best]], min(0.95, echo) if echo >= 0.8 else 0.0), 4)
    if confidence < LEAST:
        return None
    against = dissenters(said, best)
    agreed = tuple(sorted(place.members.keys() - against))
    share = len(agreed) / len(place.members)
    return LostSentence(text, agreed, round(max(LEAST, confidence * share), 4) if against else confidence)


def _said(place: _Place, articles: Mapping[str, Article]) -> dict[str, Said]:
    """Return what each witness says in a place."""
    found = {}
    for w, numbers in sorted(place.members.items()):
        article = articles[w]
        spans = [article.sentences[n] for n in numbers]
        inside = [q for q in quantities(article) if any(start <= q.start < end for start, end in spans)]
        told = tuple(q._replace(start=0, end=0) for q in inside)  # copies say the same wherever it stands
        text = " ".join(article.text[slice(*span)] for span in spans)
        found[w] = Said(text, article.language or "", _words(article, numbers), told)
    return found


def _without_echoes(told: Sequence[LostSentence]) -> tuple[LostSentence, ...]:
    """Return the sentences without those that only say again, less surely, what the ones beside them say."""
    words = [{plain(w) for w in _WORD.findall(s.text)} for s in told]
    kept = []
    for n, sentence in enumerate(told):
        near = [
            m for m in range(max(0, n - NEAR), min(len(told), n + NEAR + 1)) if told[m].confidence > sentence.confidence
        ]
        said = set().union(*(words[m] for m in near))
        if len(words[n] & said) < ECHO * len(words[n]) or sentence.confidence >= 0.5:
            kept.append(sentence)
    return tuple(kept)


def _silent(line: Sequence[_Place], n: int) -> list[str]:
    """Return the witnesses that have both neighbours of a sentence and not the sentence."""
    before = line[n - 1].members if n else {}
    after = line[n + 1].members if n + 1 < len(line) else {}
    return sorted(w for w in before if w in after and w not in line[n].members)


def _elected(
    said: Mapping[str, Said],
    words: Mapping[str, tuple[str, ...]],
    closeness: Mapping[str, float],
    kinds: Mapping[str, Derived],
) -> str | None:
    """Return the witness whose words win the vote of faith and agreement, or None when none may stand."""
    least = FAITH["version"] if len(said) == 1 else WORDED
    fit = [w for w in words if FAITH[kinds[w]] >= least]
    votes = {
        w: FAITH[kinds[w]]
        + closeness[w]
        + sum(Indel.normalized_similarity(words[w], words[o]) for o in words if o != w)
        for w in fit
    }

    def order(w: str) -> tuple[float, float, int, str, str]:
        return -round(votes[w], 6), -FAITH[kinds[w]], len(words[w]), said[w].text, w

    ranked = sorted(fit, key=order)
    return next((w for w in ranked if not is_outvoted(said, w)), ranked[0] if ranked else None)


def _words(article: Article, numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(plain(m) for n in numbers for m in _WORD.findall(article.text[slice(*article.sentences[n])]))


def _plain_text(article: Article, numbers: Sequence[int]) -> str:
    """Return sentences as one line, without a dateline before them."""
    text = " ".join(" ".join(article.text[slice(*article.sentences[n])].split()) for n in sorted(set(numbers)))
    dateline = _DATELINE.match(text)
    return text[dateline.end() :] if dateline else text
