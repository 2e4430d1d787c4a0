"""What each article of a story says of its origin, in the light of the others: agencies by one name, papers named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from provenance import credits
from provenance.article import Article, Pair
from provenance.crediting.abbreviations import bare, is_short
from provenance.crediting.mention import MOST, Mention
from provenance.crediting.phrases import in_phrase
from provenance.model import Passage
from provenance.rarity import is_listed
from provenance.standing.alone import RELEASE, Standing, standing_of
from provenance.standing.banner import SHORT_LINE
from provenance.standing.foot import named_in_foot
from provenance.standing.naming import NOTHING, united
from provenance.standing.notes import ABROAD, finder
from provenance.standing.outlets import SPACELESS, by_longest_word, named

ENDS_ABOVE, ENDS_BELOW, LAST_WORDS = 6, 5, 16
"""Lines at either end in which an agency is named in passing, and the code points of the last words, behind which it
may stand in brackets."""
SHORTEST_SIGN, SHORTEST_SPOKEN = 2, 3
"""Letters of a sign that stands in such a line, and of one that stands in the text, where AP may be a state."""
FEWEST_SURE, LONG_NAME = 2, 6
"""Articles of a story that credit an agency, and letters of its name, from which on whoever names it means it."""
INFLECTED = re.compile("[\u0370-\u04ff]")
"""Scripts all of whose languages add to a long name, or change its end, by its case."""
FEWEST_AT_HOME = 2
"""Articles in one other language that credit an agency from which on its reports are made in that one."""


def standings(
    articles: Sequence[Article],
    names: Mapping[str, str] | None = None,
    passages: Mapping[Pair, Sequence[Passage]] = NOTHING,
) -> tuple[Standing, ...]:
    """Return the standing of each article, in order; `names` are those that `one_name` found in the whole corpus.

    `passages` are those of pairs of articles, by their places: translations call one agency by two names.
    """
    names = one_name(articles) if names is None else names
    called = united(articles, names, passages)
    found = [standing_of(a, names) for a in articles]
    alone = _as_united([s for s, _ in found], called)
    own = [frozenset(called.get(name, name) for name in signs) for _, signs in found]
    alone = [replace(s, issuer=None) if _is_translated(n, articles, alone) else s for n, s in enumerate(alone)]
    issuers = frozenset(s.issuer for s in alone if s.issuer is not None) - {RELEASE}
    count = Counter(name for s in alone for name in s.credited)
    sure = issuers.union(name for name, times in count.items() if times >= FEWEST_SURE and len(name) >= LONG_NAME)
    shorter = {form: called.get(one, one) for form, one in names.items() if len(form) >= LONG_NAME}
    written = _writings({**shorter, **called}, issuers.union(count))
    alone = [
        replace(s, credited=s.credited | (_named_beside(a, s, sure, written) - signs))
        for a, s, signs in zip(articles, alone, own, strict=True)
    ]
    alone = [s if s.outlet or s.issuer else replace(s, outlet=_of_foot(n, articles)) for n, s in enumerate(alone)]
    outlets = {s.outlet for s in alone if s.outlet and s.issuer != RELEASE}
    by_word = by_longest_word(outlets)
    return tuple(_with_papers(a, s, by_word) for a, s in zip(articles, alone, strict=True))


def _writings(called: Mapping[str, str], agencies: Iterable[str]) -> dict[str, Set[str]]:
    """Return all that agencies are called by, where `called` has the one name for each."""
    forms: dict[str, set[str]] = {}
    for form, name in called.items():
        forms.setdefault(name, set()).add(form)
    return {name: {name} | forms.get(name, set()) for name in agencies}


def _with_papers(article: Article, standing: Standing, by_word: Mapping[str, str]) -> Standing:
    """Return a standing with the papers that its article names, and those of them that it names as its source."""
    places = {name: some for name, some in named(article, by_word).items() if name != standing.outlet}
    cited = {
        name
        for name, some in places.items()
        if any(in_phrase(article.text, Mention(start, end, name, True, False)) for start, end in some[:MOST])
    }
    return replace(standing, papers=frozenset(places), cited=frozenset(cited))


def _of_foot(place: int, articles: Sequence[Article]) -> str | None:
    return named_in_foot(articles[place], [a for n, a in enumerate(articles) if n != place])


def _named_beside(
    article: Article, standing: Standing, sure: frozenset[str], written: Mapping[str, Set[str]]
) -> frozenset[str]:
    """Return the agencies of the story that stand in a short line at either end of an article, or that it speaks of.

    Who is known as an agency by another article of the story, by what it is `written` there, is one here too, however
    it is set: "KTX | Updated", "With KTX inputs", "[KTX]". Of those who are `sure`, as their own reports are there or
    several articles credit them, it is enough that the text names them.
    """
    if standing.issuer is not None:
        return frozenset()
    lines = [line for line in article.text.splitlines() if line.strip()]
    ends = "\n".join([line for line in (*lines[:ENDS_ABOVE], *lines[-ENDS_BELOW:]) if len(line) <= SHORT_LINE])
    last = article.text.rstrip()[-LAST_WORDS:]
    first = lines[0] if lines else ""

    def is_named(form: str, name: str) -> bool:
        one_word = form != form.upper() and " " not in form
        elsewhere = name not in sure and article.text.count(form) > ends.count(form)
        if one_word and (form in first or elsewhere):
            return False  # a town that the paper is named after, or that the text speaks of
        if _signs_with(form, ends) or (is_short(form) and _signs_small(form, ends)):
            return True
        if _signs_with(form, last) and (form not in _doubtful_names() or _closes(form, last)):
            return True
        return name in sure and _is_unmistakable(form, article) and _signs_with(form, article.text)

    return frozenset(name for name, forms in written.items() if any(is_named(form, name) for form in forms))


def _is_unmistakable(name: str, article: Article) -> bool:
    """Tell whether a name means nothing else in an article: no common word unless quoted, no part of a longer name.

    Delta is a river's, "Delta Air Lines" another house, "Delta News Agency" the agency.
    """
    if SPACELESS.search(name):
        return True
    if len(name) < SHORTEST_SPOKEN:
        return False
    if " " in name or name.isupper():
        return True
    written = re.escape(name)
    if name in _doubtful_names() or is_listed(name.casefold(), (article.language, "en")):
        return re.search(rf"[«„“\"]{written}[»“”\"]", article.text) is not None
    longer = re.findall(rf"(?<!\w){written} [^\W\d_a-zа-яё]\w*[^\W\d_A-Z]", article.text)
    return all(bare(one) == bare(name) for one in longer)


def _signs_small(sign: str, ends: str) -> bool:
    """Tell whether a sign stands behind a slash on a line of its own, in whatever letters: "/alp" for ALP."""
    return re.search(rf"^/{re.escape(sign)}/?$", ends, re.IGNORECASE | re.MULTILINE) is not None


def _closes(name: str, last: str) -> bool:
    """Tell whether a name stands in brackets or behind a stop at the end of a text, as a sign: "… waited. Antara"."""
    return re.search(rf"[.!?…(\[（/–—-]\W*{re.escape(name)}\W*$", last) is not None


@cache
def _doubtful_names() -> frozenset[str]:
    """Return the names of agencies of the table that mean other things too."""
    return frozenset(name for agency in credits.table() if agency.ambiguous for name in agency.names)


def _signs_with(name: str, text: str) -> bool:
    """Tell whether an agency's name stands in a text as it is written, as a word of its own."""
    if len(name) < SHORTEST_SIGN:
        return False
    if SPACELESS.search(name):
        return name in text
    ending = r"[^\W\d_A-Z]{0,3}" if len(name) >= LONG_NAME and INFLECTED.search(name) else ""
    return re.search(rf"(?<![\w-]){re.escape(name)}{ending}(?![\w-])", text) is not None


def _is_translated(place: int, articles: Sequence[Article], found: Sequence[Standing]) -> bool:
    """Tell whether an agency's own report is one that its desk abroad made of one in the language of the others.

    At least two articles in one other language credit the agency, more than in this one, and its own report in that
    language is there, or its banner names such a desk: they go back to what the desk translated. Or it names one, and
    there is one report of an agency in another language, whose name nobody can compare.
    """
    article, standing = articles[place], found[place]
    if standing.issuer in (None, RELEASE):
        return False
    others = Counter(
        a.language
        for a, s in zip(articles, found, strict=True)
        if a.language != "und" and s.issuer is None and standing.issuer in s.credited
    )
    own = {a.language for a, s in zip(articles, found, strict=True) if s.issuer == standing.issuer}
    here = others.pop(article.language, 0)
    if any(others[language] >= max(FEWEST_AT_HOME, here + 1) for language in own):
        return True
    if standing.banner is None or not finder(ABROAD)(standing.banner):
        return False
    at_home = {
        s.issuer
        for a, s in zip(articles, found, strict=True)
        if a.language != article.language
        and s.issuer not in (None, RELEASE)
        and not _comparable(s.issuer, str(standing.issuer))
    }
    return max(others.values(), default=0) >= FEWEST_AT_HOME or len(at_home) == 1


def _comparable(one: str | None, other: str) -> bool:
    """Tell whether one can see by two names whether they are one agency's: both have ideographs, or neither has."""
    return one is not None and bool(SPACELESS.search(one)) == bool(SPACELESS.search(other))


def _as_united(found: Sequence[Standing], called: Mapping[str, str]) -> list[Standing]:
    """Return standings with the agencies of one story called by one name each."""
    return [
        replace(
            s,
            issuer=None if s.issuer is None else called.get(s.issuer, s.issuer),
            credited=frozenset(called.get(name, name) for name in s.credited),
        )
        for s in found
    ]


def one_name(articles: Iterable[Article]) -> dict[str, str]:
    """Return the one name to call each agency by that the articles of a corpus credit."""
    return _one_name({c.agency for a in articles for c in a.credits})


def _one_name(agencies: Iterable[str]) -> dict[str, str]:
    """Return the name to call each agency by: one that is another cut short ("Quillon", "Quillon Wire") is the same."""
    ordered = sorted(agencies, key=lambda n: (len(n), n))
    longer = {n: [m for m in ordered if m.casefold().startswith(n.casefold() + " ")] for n in ordered}
    return {n: longer[n][0] if len(longer[n]) == 1 else n for n in ordered}
