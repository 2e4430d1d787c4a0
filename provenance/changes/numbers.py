"""Numbers that differ along an edge, and numbers that no source has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from provenance.article import Article
from provenance.changes.asides import is_of_the_page
from provenance.changes.names import INFLECTING, folded
from provenance.changes.numerals import KNOWN_LANGUAGES, LATE_LANGUAGES, WORDED, listed
from provenance.changes.pairs import Pair, companions, is_prose
from provenance.changes.quantities import Quantity, as_fitted, is_late, phrase, quantities, same_sort, says
from provenance.changes.shares import is_other_share, is_share_of, part_and_whole
from provenance.changes.units import ABOVE, AT_LEAST, BELOW, PERIOD, STOP
from provenance.crediting.agencies import words_of
from provenance.crediting.bylines import date_words
from provenance.model import Change, Derived, Span
from provenance.read.metadata.published import PUBLISHED
from provenance.words import plain

_WORD = re.compile(r"[^\W_]+")
_OWN_TEXT: frozenset[Derived] = frozenset({"excerpt", "version"})
"""Kinds of targets whose own figures are news of their own, not claims about the source."""
_RETELLING: frozenset[Derived] = frozenset({"rewrite", "summary"})
"""Kinds of targets that can slip a figure of their own in between."""
_WEEKDAYS = frozenset(
    plain(w)
    for w in listed(
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow montag "
        "dienstag mittwoch donnerstag "
        "freitag samstag sonntag heute gestern lunedi martedi mercoledi giovedi venerdi sabato domenica ieri oggi "
        "lunes martes "
        "miercoles jueves viernes sabado domingo ayer hoy lundi mardi mercredi jeudi vendredi samedi dimanche hier "
        "segunda terca "
        "quarta quinta sexta ontem hoje maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag "
        "poniedzialek wtorek sroda czwartek piatek sobota niedziela понедельник вторник среда четверг пятница суббота "
        "воскресенье вчера сегодня"
    )
)


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The numbers of both articles, sentence by sentence, and all that a source of the target is known to have."""

    source: Article
    target: Article
    kind: Derived
    theirs: Mapping[int, Sequence[Quantity]]
    ours: Mapping[int, Sequence[Quantity]]
    elsewhere: list[Quantity]
    as_fitted: bool = False
    """It is read as when weights were fitted to what differs."""

    @classmethod
    def fitted(cls, source: Article, target: Article) -> _Ledger:
        """Return the numbers as weights have seen them, so far as they can be told from others."""
        theirs, ours = _by_sentence(source, seen=True), _by_sentence(target, seen=True)
        elsewhere = [q for some in theirs.values() for q in some]
        return cls(source, target, "rewrite", theirs, ours, elsewhere, as_fitted=True)

    @classmethod
    def of(cls, source: Article, target: Article, kind: Derived, known: Sequence[Article]) -> _Ledger:
        elsewhere = [q for article in (source, *known) for q in quantities(article)]
        return cls(source, target, kind, _by_sentence(source), _by_sentence(target), elsewhere)


@dataclass(frozen=True, slots=True)
class _Difference:
    """A number that the source sentences lack, and the one it most likely replaced."""

    new: Quantity
    old: Quantity | None
    affinity: float
    """How sure it is that one replaced the other; 2 is enough where the source has the new number elsewhere."""


def number_changes(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived, known: Sequence[Article]
) -> Iterator[Change]:
    """Yield the numbers of linked sentences that the source has otherwise, or not at all, in the target's order."""
    ledger = _Ledger.of(source, target, kind, known)
    beside = companions(linked)
    told: dict[tuple[tuple[float, ...], tuple[float, ...]], _Difference] = {}
    for pair in sorted(linked, key=lambda p: not p.prose):  # a headline says it shorter than the text below it
        for d in _differing(ledger, pair, beside[pair.right]):
            once = (d.new.values, d.old.values if d.old else ())
            if once not in told and _is_change(ledger, pair, d):
                told[once] = d
    for d in sorted(told.values(), key=lambda d: d.new.start):
        yield _change(source, target, d.new, d.old)


def number_variants(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the numbers that linked sentences of two articles have in two forms, the source's first.

    Only those that surely stand in one another's place, and that are more than a way of saying the same. Of languages
    whose words were learnt late only bare figures are, as when what variants weigh was fitted.
    """
    late = bool({source.language, target.language} & LATE_LANGUAGES)
    ledger = _Ledger.fitted(source, target)
    beside = companions(linked)
    for pair in linked:
        for d in _differing(ledger, pair, beside[pair.right]) if pair.prose else ():
            if d.old is None or d.affinity < SURE or d.new.kind == "vague":
                continue
            if is_late(target, d.new) or is_late(source, d.old):
                continue
            if not late or not (d.new.unit or d.old.unit or d.new.spelled or d.old.spelled):
                yield d.old, d.new


SURE = 2.0
"""Affinity of two numbers from which on one surely stands where the other stood."""


def unheard(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived, known: Sequence[Article]
) -> Iterator[Change]:
    """Yield the numbers that no source has, in sentences without a counterpart amid a retelling of the source."""
    if kind not in _RETELLING or not linked or not {source.language, target.language} <= KNOWN_LANGUAGES:
        return
    done = {p.right for p in linked}
    ledger = _Ledger.of(source, target, kind, known)
    told: set[tuple[tuple[float, ...], str]] = set()
    for n, numbers in ledger.ours.items():
        if n in done or not linked[0].right < n < linked[-1].right or not is_prose(target, n):
            continue
        for new in numbers:
            claim = new.kind in ("count", "money", "percent") and not new.rough and new.value / new.factor > 12
            if (new.values, new.noun) in told:
                continue
            if claim and not any(says(new, q) or says(q, new) for q in ledger.elsewhere):
                told.add((new.values, new.noun))
                yield _change(source, target, new, None)


def is_another_report(found: Sequence[Change], target: Article) -> bool:
    """Return whether most numbers of a text differ, and many: it fills in a form anew, and changed nothing."""
    numbers = sum(c.what == "number" and c.source_text is not None for c in found)
    return numbers >= _MANY and numbers * 2 > sum(q.kind != "vague" for q in quantities(target))


def made_exact(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived, known: Sequence[Article]
) -> Iterator[Change]:
    """Yield the numbers of a later version that stand where the earlier one had no more than "dozens", each once."""
    if kind != "version" or source.language != target.language:
        return
    ledger = _Ledger.of(source, target, kind, known)
    told: set[float] = set()
    for pair in (p for p in linked if p.prose and not p.weak):
        vague = [s for n in pair.left for s in ledger.theirs.get(n, ()) if s.kind == "vague"]
        for t in ledger.ours.get(pair.right, ()) if vague else ():
            heard = any(q.kind != "vague" and t.value in q.values for q in ledger.elsewhere)
            if t.kind != "count" or t.unit or t.value in told or heard:
                continue
            old = [s for s in vague if says(t, s) and _same_noun(_noun_behind(target, t), _noun_behind(source, s))]
            if len(old) == 1:
                told.add(t.value)
                yield _change(source, target, t, old[0])


def _noun_behind(article: Article, q: Quantity) -> str:
    """Return the beginning of the word behind a number, but for what says of how many it is: "dozens of people"."""
    words = map(plain, _WORD.findall(article.text[q.end : q.end + 30]))
    return next((word[:_STEM] for word in words if word not in STOP), "")


def _counted(article: Article, q: Quantity) -> str:
    """Return the whole word for what a number counts."""
    found = re.compile(rf"\b{re.escape(q.noun)}\w*", re.IGNORECASE).search(article.text, q.start)
    return found.group() if found else q.noun


def _is_plural(one: str, several: str) -> bool:
    """Return whether two words differ in no more than an ending."""
    letters = zip(one.casefold(), several.casefold(), strict=False)
    same = sum(1 for _ in takewhile(lambda both: both[0] == both[1], letters))
    return same >= max(len(one), len(several)) - 3 and same >= min(len(one), len(several)) - 2


_MANY = 10
"""Numbers, at least, of a form in which most are others."""


_BOUNDED = KNOWN_LANGUAGES | {"da", "no", "ko"}
"""Languages whose words for "at least" are known."""


def no_longer_least(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the numbers that were the least it could be ("at least 31") and are said outright, each once."""
    if not {source.language, target.language} <= _BOUNDED or not _has_least(source.text):
        return
    theirs, ours, beside = _by_sentence(source), _by_sentence(target), companions(linked)
    plainly = (s for n, some in theirs.items() if is_prose(source, n) for s in some)
    outright = {s.value for s in plainly if not _is_least(source.text, s)}
    told: set[float] = set()
    for pair in linked:
        if pair.weak or any(AT_LEAST.search(target.text, *target.sentences[n]) for n in beside[pair.right]):
            continue
        least = [
            s for n in pair.left for s in theirs.get(n, ()) if _is_least(source.text, s) and s.value not in outright
        ]
        for s in least:
            t = next((t for t in ours.get(pair.right, ()) if t.value == s.value and not t.rough and says(t, s)), None)
            if t and s.value not in told:
                told.add(s.value)
                yield _change(source, target, t, s._replace(start=_least_from(source.text, s)))


@lru_cache(maxsize=64)
def _has_least(text: str) -> bool:
    return AT_LEAST.search(text) is not None


def _is_least(text: str, q: Quantity) -> bool:
    """Return whether words right before a number say that it is the least."""
    return _least_from(text, q) < q.start


def _least_from(text: str, q: Quantity) -> int:
    """Return where the words begin that say right before a number that it is the least, its own start without any."""
    start = max(0, q.start - 24)
    before = text[start : q.start].rstrip()
    return next((start + m.start() for m in AT_LEAST.finditer(before) if not before[m.end() :].strip()), q.start)


def slipped(
    source: Article,
    target: Article,
    linked: Sequence[Pair],
    kind: Derived,
    known: Sequence[Article],
    *,
    said: Sequence[Change] = (),
) -> Iterator[Change]:
    """Yield the numbers that are mistyped ones of the source, wherever it has them; none of those `said` already.

    So are "69" for "96", and "six miles" for "sei chilometri"; only where one number of the source alone can be meant.
    """
    if kind in _OWN_TEXT or not linked:
        return
    ledger = _Ledger.of(source, target, kind, known)
    done = {p.right for p in linked}
    first = linked[0].right
    heads = [new for n in ledger.ours if n not in done and n < first for new in ledger.ours[n]]
    told = [new for n in ledger.ours if n in done for new in ledger.ours[n]]
    alone = [new for n in ledger.ours if n not in done and (n < first or is_prose(target, n)) for new in ledger.ours[n]]
    spans = [c.target_span for c in said if c.target_span]
    again = {q.values for q in quantities(target) if any(start <= q.start < end for start, end in spans)}
    strange = [new for new in (*alone, *told) if _can_slip(new) and new.values not in again]
    if not strange:
        return
    there = [t for t in quantities(target) if t.kind != "vague"]
    heard = set(map(_sense, there))
    figures = set(map(_figures, strange))
    missing = (s for s in quantities(source) if _can_slip(s) and _sense(s) not in heard and _figures(s) in figures)
    lost = [s for s in missing if not any(says(t, s._replace(values=s.values[:1])) for t in there)]
    for new in strange if lost else ():
        old = [s for s in lost if same_sort(new, s) and _is_slip(new, s)]
        # no hour of publication, nor a number of something else in a sentence that goes back to others
        old = [s for s in old if not (new in heads or new in told) or _same_noun(new.noun, s.noun)]
        if len(old) != 1 or new.values in again:
            continue
        if not any(says(new, q) for q in ledger.elsewhere if q.kind != "vague"):
            again |= {new.values} if new in told or new in heads else set()
            yield _change(source, target, new, old[0])


_ONE = {
    "en": "an?|one",
    "de": "ein(?:e[nmrs]?)?",
    "nl": "een|één",
    "fr": "une?",
    "es": "una?",
    "it": "un[ao]?",
    "pt": "uma?",
    "sv": "en|ett",
    "da": "en|et",
    "no": "en|et|ei",
    "pl": "jed(?:en|n[aąeoiy]\\w{0,3})",
    "cs": "jed(?:en|n[aueio]\\w{0,3})",
    "ru": "од(?:ин|н[аоуи]\\w{0,3})",
    "uk": "од(?:ин|н[аоуиі]\\w{0,3})",
    "tr": "bir",
}
"""What says that it is one thing."""
_FEW = 12
_STEM_OF_NOUN = 4
"""Letters by which one thing and several are known as the same."""


def no_longer_one(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the small numbers of things of which the source's sentence has one, each once, in one language."""
    if source.language != target.language or source.language not in _ONE or kind == "round-trip translation":
        return
    theirs, ours, beside = _by_sentence(source), _by_sentence(target), companions(linked)
    told: set[str] = set()
    for pair in linked:
        some = ours.get(pair.right, ()) if pair.prose and not pair.weak else ()
        for t in (t for t in some if _counts(t) and 1 < t.value <= _FEW and t.noun not in told):
            stem = t.noun[:_STEM_OF_NOUN]
            before = (s for n in pair.left for s in theirs.get(n, ()))
            if any(s.value == t.value or s.noun.startswith(stem) for s in before):
                continue
            one = re.compile(rf"\b(?:{_ONE[source.language]}) {re.escape(stem)}\w*", re.IGNORECASE)
            old = [m for n in pair.left for m in one.finditer(source.text, *source.sentences[n])]
            if len(old) != 1 or not _is_plural(old[0].group().split()[-1], _counted(target, t)):
                continue
            if any(one.search(target.text, *target.sentences[n]) for n in beside[pair.right]):
                continue
            told.add(t.noun)
            now = _shown(target, t)
            yield Change(source.id, target.id, "number", old[0].span(), now, old[0].group(), target.text[slice(*now)])


def _counts(q: Quantity) -> bool:
    return q.kind == "count" and not q.unit and len(q.noun) >= _STEM_OF_NOUN and not q.rough


def _can_slip(q: Quantity) -> bool:
    """Return whether a number is told from others by its figures: it has several, or a unit of measure."""
    return q.kind in ("count", "money", "percent") and (q.value / q.factor > 12 or q.unit in ("length", "area", "mass"))


@lru_cache(maxsize=256)
def _by_sentence(article: Article, *, seen: bool = False) -> Mapping[int, Sequence[Quantity]]:
    out: dict[int, list[Quantity]] = {}
    n = 0
    for q in as_fitted(article) if seen and article.language not in LATE_LANGUAGES else quantities(article):
        while article.sentences[n][1] <= q.start:
            n += 1
        out.setdefault(n, []).append(q)
    return {n: some for n, some in out.items() if not is_of_the_page(article, n)}


def _differing(ledger: _Ledger, pair: Pair, near: Sequence[int]) -> Iterator[_Difference]:
    """Yield the numbers of a sentence that its source sentences lack; `near` share a source sentence with it."""
    source, target, ours = ledger.source, ledger.target, ledger.ours
    numbers = ours.get(pair.right, ())
    if not numbers:
        return
    left = [q for n in pair.left for q in ledger.theirs.get(n, ())]
    if len(pair.left) == 1 and _goes_on_alike(source, target, pair, left, numbers):
        return
    same = _like_saying(source, target)
    yield from _of_something_else(source, target, left, numbers)
    known, years = set(map(_sense, left)), _published(source, target)
    exactly = source.language == target.language and not ledger.as_fitted
    missing = [
        t
        for t in numbers
        if _sense(t) not in known
        and not _is_said(t, left, numbers, _is_exactly if exactly and _is_quoted(target, t) else same)
        and not _derived(t, left, years)
    ]
    if not missing:
        return
    told = [t for n in near for t in ours.get(n, ())]
    heard = set(map(_sense, told))
    spare = [
        s
        for s in left
        if _sense(s) not in heard
        and not any(same(t, s) and (t.value == s.value or not _slips(missing, s)) for t in told)
    ]
    whole = part_and_whole(source, left) if any(t.kind == "share" for t in missing) else None
    partner = _partners(ledger, pair, missing, spare, alone_there=len(pair.left) == len(near) == 1)
    for i, t in enumerate(missing):
        score, j = partner.get(i, (0.0, -1))
        amid = _same_place(source, target, t, left) if j < 0 else None
        if j < 0 and whole and is_share_of(target.text, t) and is_other_share(t, *whole):
            amid = whole[0]
        yield _Difference(t, spare[j] if j >= 0 else amid, _AMID if amid else score)


def _of_something_else(
    source: Article, target: Article, left: Sequence[Quantity], numbers: Sequence[Quantity]
) -> Iterator[_Difference]:
    """Yield the numbers that are as the source has them, but of another currency, time or side."""
    alike = [(t, s) for t in numbers for s in left if t.value in s.values]
    if source.language == target.language:
        yield from (_Difference(t, s, _AMID) for t, s in alike if _other_money(source, target, t, s))
    # What goes on in the same words, as most does in copies, is of the same time and on the same side.
    alike = [(t, s) for t, s in alike if _behind(source.text, s) != _behind(target.text, t)]
    yield from (_Difference(t, s, _AMID) for t, s in alike if _other_period(source, target, t, s, left))
    yield from (_Difference(t, s, _AMID) for t, s in alike if _other_side(source, target, t, s))


def _partners(
    ledger: _Ledger, pair: Pair, missing: Sequence[Quantity], spare: Sequence[Quantity], *, alone_there: bool
) -> dict[int, tuple[float, int]]:
    """Return which spare number each missing one most likely stands for, and how likely; each is taken once."""
    source, target = ledger.source, ledger.target
    # the only number of its sort that a sentence has otherwise, and the one it translates
    lonely = ledger.kind in _FOLLOWED and source.language != target.language and alone_there
    ranked = sorted(
        ((_affinity(source, target, t, s, alone) + _likelier(ledger, pair, t, s, lonely=lonely and alone), i, j)
         for i, t in enumerate(missing) for j, s in enumerate(spare)
         for alone in [_only(t, missing) and _only(s, spare)]),
        key=lambda x: (-x[0], x[1], x[2]),
    )  # fmt: skip
    partner: dict[int, tuple[float, int]] = {}
    for score, i, j in ranked:
        if score >= 1 and i not in partner and j not in {taken for _, taken in partner.values()}:
            partner[i] = (score, j)
    return partner


def _likelier(ledger: _Ledger, pair: Pair, t: Quantity, s: Quantity, *, lonely: bool) -> float:
    """Return how much likelier one number stands for another by what became of so many, or if it has no other."""
    if ledger.as_fitted or not same_sort(t, s):
        return 0.0
    if ledger.source.language == ledger.target.language:
        near = pair.prose and t.kind == s.kind and _is_near(t, s)
        return 1.5 * bool(near and _fates(ledger.target, t) & _fates(ledger.source, s))
    return 0.5 * (lonely and _answers(ledger, t, s))


def _answers(ledger: _Ledger, t: Quantity, s: Quantity) -> bool:
    """Return whether a number may be a wrong translation of another: of its size, and no word of unknown numerals."""
    if _is_known(ledger):
        return True
    read = (not q.spelled or article.language in WORDED for q, article in ((t, ledger.target), (s, ledger.source)))
    return all(read) and _is_near(t, s)


def _is_said(
    t: Quantity, left: Sequence[Quantity], numbers: Sequence[Quantity], same: Callable[[Quantity, Quantity], bool]
) -> bool:
    """Return whether a number says one of the source's; a vague one there only where no exact one is left over."""
    found = [s for s in left if same(t, s)]
    if found and not any(bool(s.unit) == bool(t.unit) or _is_figure(t, s) for s in found):
        found = [] if any(_is_figure(t, s) and same_sort(t, s) for s in left) else found  # "28" and "30 seconds"
    if t.kind == "vague" or any(s.kind != "vague" for s in found):
        return bool(found)
    return bool(found) and not any(same_sort(t, s) and not any(same(o, s) for o in numbers) for s in left)


def _is_exactly(t: Quantity, s: Quantity) -> bool:
    """Return whether a number says another one without rounding it, as whoever quotes somebody must, or roughly."""
    return says(t, s) and bool(
        t.value == s.value or t.rough or t.spelled or t.kind not in ("count", "money", "percent")
    )


def _is_quoted(article: Article, q: Quantity) -> bool:
    """Return whether a number stands within a quote."""
    return any(start <= q.start < end for start, end in article.quotes)


def _goes_on_alike(
    source: Article, target: Article, pair: Pair, left: Sequence[Quantity], numbers: Sequence[Quantity]
) -> bool:
    """Return whether a sentence, with what comes right behind it, is its source's own, and no number in it is another.

    So are most in copies, and none of their numbers differs in anything.
    """
    if len(left) != len(numbers) or source.language != target.language:
        return False
    (start, end), (begin, stop) = source.sentences[pair.left[0]], target.sentences[pair.right]
    if source.text[start : end + _BEHIND] != target.text[begin : stop + _BEHIND]:
        return False
    if any(t.end - begin != s.end - start or t[2:] != s[2:] for t, s in zip(numbers, left, strict=True)):
        return False
    values = [value for t in numbers for value in t.values]
    return len(set(values)) == len(values)


def _other_money(source: Article, target: Article, t: Quantity, s: Quantity) -> bool:
    """Return whether an amount of a great currency, which the source never names, is one of the source's own there.

    This and the next two are asked of one number only, as it stands in both.
    """
    if not t.currency or s.kind != "count" or s.unit or not s.noun or t.value <= 12:
        return False
    behind = _beside(source.text, s.end, 1)
    return (
        not (_named_money(source) & {t.currency})
        and behind.startswith(s.noun)
        and behind not in plain(target.text[t.start : t.end + 30])
    )


def _other_period(source: Article, target: Article, t: Quantity, s: Quantity, left: Sequence[Quantity]) -> bool:
    """Return whether one number is of a month in one article and of a year in the other, or so."""
    if t.kind not in _FLOWS or s.kind not in _FLOWS or t.value <= 1:
        return False
    ours, theirs = period(target.text, t), period(source.text, s)
    if not ours or not theirs or ours == theirs:
        return False
    if any(0 < q.start - t.end < _NEXT for q in quantities(target)):  # "a week" is a number itself
        return False
    return ours not in [period(source.text, q) for q in left if t.value in q.values and q is not s]


def _other_side(source: Article, target: Article, t: Quantity, s: Quantity) -> bool:
    """Return whether one number is so much above zero and the other as much below it."""
    below, above = _side(_behind(target.text, t))
    return below != above and _side(_behind(source.text, s)) == (above, below)


@lru_cache(maxsize=4096)
def _side(behind: str) -> tuple[bool, bool]:
    """Return whether words behind a number say that it lies below zero, and whether above."""
    return BELOW.match(behind) is not None, ABOVE.match(behind) is not None


_FLOWS = frozenset({"count", "money", "percent"})
"""Kinds of numbers that can be of so much time."""


def period(text: str, q: Quantity) -> str:
    """Return the time of which a number is, such as "month", by the words behind it, or nothing."""
    return _period(_behind(text, q))


@lru_cache(maxsize=4096)
def _period(behind: str) -> str:
    told = PERIOD.match(behind)
    return (told.lastgroup or "") if told else ""


def _behind(text: str, q: Quantity) -> str:
    return text[q.end : q.end + _BEHIND]


_BEHIND = 40
"""Code points behind a number in which it may say of what time it is."""
_NEXT = 9
"""Code points between the beginnings of what stands behind a number and of a number right behind that."""


def _named_money(article: Article) -> set[str]:
    return {q.currency for q in quantities(article)}


def _only(q: Quantity, others: Sequence[Quantity]) -> bool:
    """Return whether a number is the only one of its sort."""
    return not any(other is not q and same_sort(q, other) for other in others)


def _same_place(source: Article, target: Article, t: Quantity, left: Sequence[Quantity]) -> Quantity | None:
    """Return the number of the source that stands amid the same words, though the target may have it elsewhere.

    So an update tells it: "$19.8 million a year, down from the $23.4 million it announced".
    """
    if source.language != target.language:
        return None
    enough = _BESIDE if t.unit else _AMID
    some = [s for s in left if same_sort(t, s) and max(t.value, s.value) <= _TIMES * min(t.value, s.value)]
    alike = [s for s in some if _affinity(source, target, t, s, False) >= enough]
    alike = alike or [s for s in some if _recalls(target, t, s)]
    return alike[0] if len(alike) == 1 else None


def _recalls(target: Article, t: Quantity, s: Quantity) -> bool:
    """Return whether the target has a number of the source right beside its own: "to 4.6 million from 3.1 million"."""
    if t.spelled or t.value / t.factor <= _FEW:
        return False
    for q in quantities(target):
        if q.value not in s.values or q.kind == "vague":
            continue
        between = target.text[min(t.end, q.end) : max(t.start, q.start)]
        words = plain(between).split()
        if len(between) <= _RECALLED and not any(c in between for c in ".;\n") and not {*words} & _AND and words:
            return True
    return False


_RECALLED = 25
_AND = frozenset(listed("and or und oder et ou y e ed i och og en of и или і або ve veya a nebo lub"))


_TIMES = 10
"""How many times as much as before a number is told to be at most, where it may have nothing to do with it."""
_BESIDE = 3.0
"""Affinity of two amounts of one unit with the same word before them, or behind them."""
_AMID = 4.5
"""Affinity of two numbers whose noun, and the words before and behind, are the same."""


def _sense(q: Quantity) -> tuple[object, ...]:
    """Return what two quantities have in common that surely say the same; most do that stand in copies."""
    return q.values, q.kind, q.unit, q.factor, q.scale, q.month, q.currency


def _like_saying(source: Article, target: Article) -> Callable[[Quantity, Quantity], bool]:
    """Return how to compare two numbers; where a language's scale words are unknown, the figures alone must agree."""
    if source.language == target.language:
        return _says_of_that
    if {source.language, target.language} <= KNOWN_LANGUAGES:
        return says
    return lambda t, s: (
        says(t, s)
        or (1.0 in (t.scale, s.scale) and any(a / t.scale == b / s.scale for a in t.values for b in s.values))
    )


def _says_of_that(t: Quantity, s: Quantity) -> bool:
    """Return whether one number says another of the same language, but for "three tonnes" and "three winters"."""
    measured, other = (t, s) if t.unit else (s, t)
    apart = measured.unit in _MEASURES and not other.unit and other.noun and measured.value / measured.factor <= 12
    return says(t, s) and not apart


_MEASURES = frozenset({"mass", "length", "area", "percent", "money"})


def _affinity(source: Article, target: Article, t: Quantity, s: Quantity, alone: bool) -> float:
    """Return how likely `t` stands where `s` stood, 0 for never; 2 is enough against a second sighting."""
    if _is_other_time(t, s):
        return SURE
    if (
        not same_sort(t, s)
        or _is_far(t, s)
        or (t.kind == "share") != (s.kind == "share")
        or (t.kind == "ordinal") != (s.kind == "ordinal")
    ):
        return 0.0
    score = 2.0 if t.unit else 0.5
    score += 1.5 * (t.month == s.month != 0)  # "November 2023" for "November 2024"
    score += 1.5 * (t.kind == s.kind == "year" and t.value == s.value)  # "March 2023" for "May 2023"
    score += 1.0 * alone + 1.5 * _is_slip(t, s)
    if source.language == target.language:
        score += 2.0 * _same_noun(t.noun, s.noun)
        stem = _STEM if target.language in INFLECTING else None
        score += 1.0 * (_beside(target.text, t.end, 1)[:stem] == _beside(source.text, s.end, 1)[:stem] != "")
        score += 1.0 * (_beside(target.text, t.start, -1)[:stem] == _beside(source.text, s.start, -1)[:stem] != "")
    return score


def _fates(article: Article, q: Quantity) -> set[str]:
    """Return how the rare words begin that say behind a number what became of so many: "9 are still missing"."""
    clause = _CLAUSE.match(article.text, q.end)
    words = [plain(word) for word in _WORD.findall(clause.group())[:_TELLING]] if clause else []
    common = folded(article.language)
    return {word[:_STEM] for word in words if len(word) > _STEM and common.get(word, 0.0) < _RARE}


_CLAUSE = re.compile(r"[^\n.,;:!?()\d]{0,60}")
_TELLING = 4
"""Words behind a number that may say what became of so many."""
_RARE = 1e-4
"""Share of all words below which one says something."""


def _is_far(t: Quantity, s: Quantity) -> bool:
    """Return whether two lengths of time are so unlike that they hardly measure one thing, "27 years" and "a month"."""
    low, high = sorted((t.value, s.value))
    other_unit = t.factor != s.factor and not _is_figure(t, s)
    return t.unit in ("time", "months") and t.kind == "span" and other_unit and high > _FAR * low


_FAR = 50
"""How many times as long one thing lasts at most in two accounts of it."""


def _is_other_time(t: Quantity, s: Quantity) -> bool:
    """Return whether one is so many weeks and the other as many months."""
    return t.kind == s.kind == "span" and t.unit != s.unit and _is_figure(t, s)


def _is_figure(t: Quantity, s: Quantity) -> bool:
    """Return whether two numbers are as many of their units, and more than one: "30 seconds" and "30 minutes"."""
    return t.value / t.factor == s.value / s.factor > 1


_FOLLOWED: frozenset[Derived] = frozenset({"translation", "round-trip translation"})
"""Kinds of targets that go sentence by sentence."""


_STEM = 5
"""Letters by which two words are forms of one."""


def _same_noun(one: str, other: str) -> bool:
    """Return whether two beginnings of nouns are one; of scripts without spaces the counter, one sign, is enough."""
    return bool(one) and (one == other or (one[0] == other[:1] and "\u3040" <= one[0] <= "\u9fff"))


def _slips(some: Sequence[Quantity], s: Quantity) -> bool:
    """Return whether one of some numbers is another one mistyped."""
    return any(same_sort(t, s) and _is_slip(t, s) for t in some)


def _is_slip(t: Quantity, s: Quantity) -> bool:
    """Return whether one number is the other mistyped: its digits in another order, or a nought more or less."""
    one, other = _written(t), _written(s)
    if one.strip("0") == other.strip("0"):
        return len(one.strip("0")) > 0
    return len(one) > 1 and sorted(one) == sorted(other)


def _written(q: Quantity) -> str:
    return f"{q.value / q.factor / q.scale:.10g}".replace(".", "")


def _figures(q: Quantity) -> str:
    """Return the figures of a number but noughts, in order of size: those of one mistyped are the same."""
    return "".join(sorted(_written(q).replace("0", "")))


def _beside(text: str, place: int, step: int) -> str:
    """Return the word after (1) or before (-1) a place, folded, or nothing."""
    stretch = text[place : place + 30] if step > 0 else text[max(0, place - 30) : place]
    words = _WORD.findall(stretch)
    return plain(words[0 if step > 0 else -1]) if words else ""


def _published(*articles: Article) -> tuple[int, ...]:
    """Return the years in which articles came out, as far as they say so."""
    stamps = (a.document.published or "" for a in articles)
    return tuple(int(stamp[:4]) for stamp in stamps if stamp[:4].isdecimal())


def _is_since(t: Quantity, year: Quantity, now: Sequence[int]) -> bool:
    """Return whether a number of years is how long ago a year is."""
    span = t.value / 12
    slack = 1 + span * _LONG_AGO * bool(t.rough)
    return any(abs(n - year.value - span) <= slack for n in now)


_LONG_AGO = 0.3
"""Share of a rough number of years by which it may miss: "more than two centuries" since 1791."""


def _derived(t: Quantity, left: Sequence[Quantity], years: Sequence[int]) -> bool:
    """Return whether a number follows from others of the source sentences: a share of a count, a ratio, years since."""
    counts = [s for s in left if s.kind == "count" and not s.unit]
    if t.kind == "share":
        return any(abs(a.value / b.value - t.value) <= 0.06 for a in counts for b in counts if a.value < b.value)
    if t.unit == "months" and t.value >= 120:
        since = [s for s in left if s.kind == "year"]
        if not years:  # nobody knows what year it is
            return bool(since) and (bool(t.rough) or not any(s.factor == t.factor for s in left if s.unit == "months"))
        return any(_is_since(t, s, years) for s in since)
    if t.rough:
        shares = [s.value for s in left if s.kind == "share"]
        return any(abs(share * c.value - t.value) <= 0.12 * t.value for share in shares for c in counts)
    return False


def _is_change(ledger: _Ledger, pair: Pair, d: _Difference) -> bool:
    """Return whether a difference is worth a word."""
    if (
        _is_dateline(ledger.target, d.new)
        or _is_stamp(ledger.target, pair.right, d.new)
        or _is_of_else(ledger, pair, d)
    ):
        return False
    if d.new.kind == "vague" or (d.affinity < 2 and (pair.weak or (d.old and ledger.kind in _OWN_TEXT))):
        return False
    if not pair.prose and (_is_of_a_date(ledger.target, d.new) or d.affinity < SURE):
        return False  # when a page was put up, or how long it takes to read
    if d.new.spelled and d.affinity < SURE and not _is_known(ledger):
        return False
    if d.old is None and not (pair.prose and _is_claim(ledger.source, ledger.target, pair, d.new, ledger.kind)):
        return False
    return d.affinity >= 2 or not any(_heard(d, q) for q in ledger.elsewhere)


def _is_of_else(ledger: _Ledger, pair: Pair, d: _Difference) -> bool:
    """Return whether a number counts something else than the one it seems to stand for."""
    if d.old and _is_slip(d.new, d.old):
        return False
    far = ledger.kind in _OWN_TEXT and d.old is not None and not _is_near(d.new, d.old)
    return far or ((pair.weak or pair.kind == "paraphrase") and _is_told_elsewhere(d.new, ledger))


def _is_near(t: Quantity, s: Quantity) -> bool:
    """Return whether one number is at most so many times the other as an update would make it."""
    return max(t.value, s.value) <= _TIMES * min(t.value, s.value)


def _is_told_elsewhere(t: Quantity, ledger: _Ledger) -> bool:
    """Return whether a source has a number of three figures and more elsewhere, so that it stands for no other one.

    Sentences that are told in other words may be paired wrongly.
    """
    if len(_written(t)) < _UNLIKELY or t.kind == "share":
        return False
    return any(q.kind != "vague" and q.unit == t.unit and t.value in q.values for q in ledger.elsewhere)


_UNLIKELY = 3
"""Figures of a number that two articles hardly have by chance."""


def _is_of_a_date(article: Article, q: Quantity) -> bool:
    """Return whether a number is a time, or a part of a date in figures: "17/11/2026"."""
    around = article.text[max(0, q.start - _IN_DATE) : q.end + _IN_DATE]
    return q.kind in ("clock", "date", "year") or _IN_FIGURES.search(around) is not None


_IN_DATE = 6
_IN_FIGURES = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)|\(\d{1,2}/\d{1,2}\)")


def _is_stamp(article: Article, n: int, q: Quantity) -> bool:
    """Return whether a time stands in a sentence of so few words that it says when a page was put up.

    One that has a word beside names, those of a date and those that say so tells what happened: "1974: mill closed".
    """
    if q.kind not in ("clock", "date", "year"):
        return False
    sentence = article.text[slice(*article.sentences[n])]
    words = [w for w in _WORD.findall(sentence) if len(w) > 1 and w.isalpha()]
    if words and all(w.lower() in date_words() or w in _HALVES or PUBLISHED.found_in(w) for w in words):
        return True
    if len(words) >= _SPEAKING or article.language in _UNSPACED:
        return False
    telling = any(w[0].islower() and w not in date_words() and w not in words_of("byline") for w in words)
    return not telling or PUBLISHED.found_in(sentence)


_HALVES = frozenset({"오전", "오후", "午前", "午後", "上午", "下午"})
"""Halves of the day."""
_UNSPACED = frozenset({"ja", "zh", "ko", "th"})
_SPEAKING = 3
"""Words of a sentence, at least, that tells something."""


def _is_known(ledger: _Ledger) -> bool:
    """Return whether the number words of both languages are known well enough to miss one."""
    one, other = ledger.source.language, ledger.target.language
    return one == other or {one, other} <= KNOWN_LANGUAGES


def _is_dateline(article: Article, q: Quantity) -> bool:
    """Return whether a number stands in what a report begins with: "PORT, 15.01 (ABC) -"."""
    if _STAMP.match(article.text, q.start) or _NUMBERED.match(article.text, q.start):
        return True
    if q.start > _FIRST_LINES:
        return False
    line = article.text.rfind("\n", 0, q.start) + 1
    opens = _PLACE_AND_DAY.match(article.text, line)
    return bool(_DATELINE.match(article.text, q.end) or (opens and q.end <= opens.end()))


_FIRST_LINES = 600
"""Code points; no dateline begins farther on."""
_STAMP = re.compile(r"\d{6}\s[^\W\d_]{3}\s\d{2}\b")
"""Day, hour, minute, month and year of a report, as agencies sign it: "171235 Mrz 26"."""
_NUMBERED = re.compile(r"(?<=\n)\d{1,2}[.)]\s(?=[^\W\d_a-z])")
"""What a list counts its points by."""
_PLACE_AND_DAY = re.compile(
    r"[^\W\d_a-z][^\n.;:!?\d]{1,40}, (?:\d{1,2}\.? [^\W\d_]{3,12}\.?|[^\W\d_]{3,12}\.? \d{1,2})(?:,? \d{4})?"
    r" ?(?:\([^()\n]{2,30}\) ?)?[-–—]\s"
)
"""How a report begins: "PORT, 22 Oct - "."""
_DATELINE = re.compile(r"\s?(?:[^\W\d_]{3,10}\.?\s(?:\d{4}\s)?)?(?:\([^()\n]{2,30}\)|/[^/\n]{2,30}/)\s?[-–—.:]")


def _heard(d: _Difference, q: Quantity) -> bool:
    """Return whether a source has the new number of something else; where it stands for another, only the very same."""
    if d.old is None:
        return says(d.new, q)
    return (
        q.kind != "vague"
        and same_sort(d.new, q)
        and (d.new.value in q.values or (bool(d.new.rough) and says(d.new, q)))
    )


def _change(source: Article, target: Article, new: Quantity, old: Quantity | None) -> Change:
    if old and {old.kind, new.kind} == {"count", "year"}:  # "1340 patients" and "1612 patients"
        old, new = old._replace(kind="count"), new._replace(kind="count")
    was, now = _shown(source, old) if old else None, _shown(target, new)
    old_text = source.text[slice(*was)] if was else None
    return Change(source.id, target.id, "number", was, now, old_text, target.text[slice(*now)])


def _is_claim(source: Article, target: Article, pair: Pair, new: Quantity, kind: Derived) -> bool:
    """Return whether a number without a counterpart is worth a word: exact, and no date spelt out for a weekday."""
    if kind in _OWN_TEXT or new.kind in ("share", "ordinal", "year", "clock"):
        return False
    if source.language not in KNOWN_LANGUAGES or _is_of_a_date(target, new) > (new.kind == "date"):
        return False
    if new.kind == "date":
        words = {plain(w) for n in pair.left for w in _WORD.findall(source.text[slice(*source.sentences[n])])}
        return not words & _WEEKDAYS
    size = new.value / new.factor
    if size <= 12 and (new.spelled or kind in ("translation", "round-trip translation")):
        return False
    if (new.spelled and size in _ROUND_WORDS) or _is_converted(target, new):
        return False
    return not (new.unit == "months" and new.value >= 120)


def _is_converted(target: Article, new: Quantity) -> bool:
    """Return whether an amount of money stands right behind another, as what that is in the readers' own money."""
    behind = [q for q in quantities(target) if 0 < new.start - q.end < _CONVERTED]
    if not (new.unit == "money" or new.noun.startswith(_MONEYS)):  # of any money in brackets: "(about EUR 3.5 million)"
        behind = [q for q in behind if _OPENED.search(target.text, q.end, new.start)]
    return any(q.unit == "money" or q.noun.startswith(_MONEYS) for q in behind)


_OPENED = re.compile(r"[(（][^()（）]*$")
_CONVERTED = 25
"""Code points between an amount and what it is in another money."""
_MONEYS = tuple(
    listed(
        "euro dolla dolar pound punta yen yuan kruun kron crown frank franc peso rubl doler hryv zlot lira "
        "rupe евро долл грив злот крон руб"
    )
)
_ROUND_WORDS = frozenset({100.0, 1e3, 1e6})
"""What a lone word for a hundred or thousand may stand for as well: hundreds of them, or as many as that."""


def _shown(article: Article, quantity: Quantity) -> Span:
    stop = next((e for s, e in article.sentences if s <= quantity.start < e), quantity.end)
    known = article.language in KNOWN_LANGUAGES
    return phrase(article.text, quantity, stop, most=2 if known else 0 if quantity.unit else 1)
