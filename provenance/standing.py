"""What each article says of its own origin: who issued it, whom it credits, when, and as which version."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from provenance import credits
from provenance.abbreviations import bare, headed, heads_with, is_short, opening
from provenance.article import Article
from provenance.crediting.mention import MOST, Mention
from provenance.crediting.named import KIND_BEHIND
from provenance.crediting.phrases import in_phrase
from provenance.filing import is_filed
from provenance.foot import named_in_foot
from provenance.model import Passage, Span
from provenance.naming import NOTHING, Two, united
from provenance.notes import (
    ABROAD,
    EARLIER,
    FEEDS,
    HEAD,
    LATER,
    LONGEST_NOTE,
    RELEASES,
    ROOMS,
    TAIL,
    WIRES,
    finder,
    is_dated,
    marked,
)
from provenance.outlets import (
    BAR,
    INTERFACE,
    LONG_WORD,
    PAPER,
    PARTED,
    SPACELESS,
    banner_name,
    by_longest_word,
    declared_name,
    is_for_readers,
    named,
)
from provenance.rarity import is_listed
from provenance.read.metadata.byline import byline_of
from provenance.read.metadata.months import MONTHS
from provenance.read.metadata.published import date_of
from provenance.spans import overlap

HEAD_LINES = 3
"""An agency's own report names it in its first lines, above or beside the headline."""
LAST_LINES = 3
"""Its own report may say who it is in its last lines."""
ENDS_ABOVE, ENDS_BELOW, SHORT_LINE, LAST_WORDS = 6, 5, 70, 16
"""Lines at either end in which an agency is named in passing, the longest such line, and the code points of the last
words, behind which it may stand in brackets."""
SHORTEST_SIGN, SHORTEST_SPOKEN = 2, 3
"""Letters of a sign that stands in such a line, and of one that stands in the text, where AP may be a state."""
FEWEST_SURE, LONG_NAME = 2, 6
"""Articles of a story that credit an agency, and letters of its name, from which on whoever names it means it."""
INFLECTED = re.compile("[\u0370-\u04ff]")
"""Scripts all of whose languages add to a long name, or change its end, by its case."""
HEADLINE_WORDS, LONGEST_HEADLINE = 2, 110
"""Words of a headline that is as short as the name of a paper, and code points of a line that is no headline."""
CAPITALISED = ("en", "de", "nl")
"""Languages in which all long words of a paper's name have capitals."""
MOST_FIELDS = 4
"""Parts of a banner; a line of more is the links of a page."""
FEWEST_AT_HOME = 2
"""Articles in one other language that credit an agency from which on its reports are made in that one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article says of its own origin."""

    issuer: str | None
    """The agency whose own report it is, or "release" for a press release; None for anything else."""
    credited: frozenset[str]
    """The agencies it credits, by one name each."""
    published: str | None
    edition: int
    """-1 marked as a first version, 1 as a later one, 0 unmarked."""
    banner: str | None = None
    """The first line, where it is a banner: versions of one paper have it in common."""
    outlet: str | None = None
    """What the banner calls the paper, small letters."""
    papers: frozenset[str] = frozenset()
    """The papers of the others that it names."""
    cited: frozenset[str] = frozenset()
    """Those of them that it names as its source."""


RELEASE = "release"
ENDS = ".!?。！？؟۔।"
FIGURES = re.compile(r"\d+")
SERVICE = re.compile(rf" (?:{KIND_BEHIND})$")
APART = re.compile(r"\s{3,}|\t")
SHORTEST_BANNER = 12
"""Code points of a first line from which on it is one paper's own."""


def standings(
    articles: Sequence[Article],
    names: Mapping[str, str] | None = None,
    passages: Mapping[Two, Sequence[Passage]] = NOTHING,
) -> tuple[Standing, ...]:
    """Return the standing of each article, in order; `names` are those that `one_name` found in the whole corpus.

    `passages` are those of pairs of articles, by their places: translations call one agency by two names.
    """
    names = one_name(articles) if names is None else names
    called = united(articles, names, passages)
    found = [_standing(a, names) for a in articles]
    alone = _as_united([s for s, _ in found], called)
    own = [frozenset(called.get(name, name) for name in signs) for _, signs in found]
    alone = [replace(s, issuer=None) if _is_translated(n, articles, alone) else s for n, s in enumerate(alone)]
    issuers = frozenset(s.issuer for s in alone if s.issuer is not None) - {RELEASE}
    count = Counter(name for s in alone for name in s.credited)
    sure = issuers.union(name for name, times in count.items() if times >= FEWEST_SURE and len(name) >= LONG_NAME)
    written = {name: {name, *(form for form, one in called.items() if one == name)} for name in issuers.union(count)}
    alone = [
        replace(s, credited=s.credited | (_named_beside(a, s, sure, written) - signs))
        for a, s, signs in zip(articles, alone, own, strict=True)
    ]
    alone = [s if s.outlet or s.issuer else replace(s, outlet=_of_foot(n, articles)) for n, s in enumerate(alone)]
    outlets = {s.outlet for s in alone if s.outlet and s.issuer != RELEASE}
    by_word = by_longest_word(outlets)
    return tuple(_with_papers(a, s, by_word) for a, s in zip(articles, alone, strict=True))


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

    Its banner names such a desk, and at least two articles in one other language credit the agency: they go back to
    what the desk translated. Or there is one report of an agency in another language, whose name nobody can compare.
    """
    article, standing = articles[place], found[place]
    if standing.issuer is None or standing.banner is None or not finder(ABROAD)(standing.banner):
        return False
    others = Counter(
        a.language
        for a, s in zip(articles, found, strict=True)
        if a.language not in (article.language, "und") and s.issuer is None and standing.issuer in s.credited
    )
    at_home = {
        s.issuer
        for a, s in zip(articles, found, strict=True)
        if a.language != article.language
        and s.issuer not in (None, RELEASE)
        and not _comparable(s.issuer, standing.issuer)
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


def _standing(article: Article, names: Mapping[str, str]) -> tuple[Standing, frozenset[str]]:
    """Return what an article says of its origin by itself, and the signs in it that are of its station's own name."""
    issuer = next((names[a] for a in sorted(names) if _issued_by(article, a)), None)
    issuer = issuer or _filed_by(article, names) or _for_clients(article)
    if issuer is None and (marked(RELEASES, article) or _from_press_room(article)):
        issuer = RELEASE
    edition = 1 if marked(LATER, article) else -1 if marked(EARLIER, article) else 0
    credited = frozenset(names[c.agency] for c in article.credits)
    banner = _banner(article)
    declared = declared_name(article.document.outlet)
    credited = frozenset(n for n in credited if declared is None or not _is_own_service(n, declared))
    if declared is not None and any(
        not _is_own_service(agency, declared)
        and (_names(agency).search(declared) or heads_with(agency, declared.title()))
        for agency in names
    ):
        declared = None
    paper = declared or _paper(article)
    own: frozenset[str] = frozenset()
    if paper is not None and issuer is None:
        own = _own_signs(article, credited, paper)
        credited -= own
        if any(bare(name) == bare(paper) for name in credited):
            paper = None  # the agency's name on a paper's page
    return Standing(issuer, credited, article.document.published, edition, banner, paper), own


def _is_own_service(agency: str, paper: str) -> bool:
    """Tell whether what supplied an article is the paper's own service: "Lowick Chronicle News Service" on its page."""
    house = SERVICE.sub("", agency).casefold()
    return house != agency.casefold() and " " in house and paper.startswith(house)


def _own_signs(article: Article, credited: frozenset[str], paper: str) -> frozenset[str]:
    """Return the signs that are of a station's own name, as it signs what it reports itself: "6 NEWS WLDX".

    An agency's banner would begin with it, but none is made for readers.
    """
    words = paper.split() if _is_of_reader(_first_line(article)) else paper.split()[1:]
    return frozenset(n for n in credited if n.isupper() and n not in _known_shorts() and n.casefold() in words)


def _filed_by(article: Article, names: Mapping[str, str]) -> str | None:
    """Return the agency whose sign the dateline bears, where the article has the form in which agencies file."""
    return next((names[c.agency] for c in article.credits if is_filed(article, c.agency, c)), None)


def _from_press_room(article: Article) -> bool:
    """Tell whether an article's first line names the part of a house that addresses the press, ahead of its links.

    Or what it sends them: "Survey Office - Media information 41/2026".
    """
    if not article.sentences or not _is_banner(article, 0, article.sentences[0]):
        return False
    fields = _fields(article.text[slice(*article.sentences[0])])
    return any(finder(f"{ROOMS}|{RELEASES}")(field) is not None for field in fields[:2])


def _for_clients(article: Article) -> str | None:
    """Return who a banner names that tells its clients what they may do with the report; the table may not have it.

    It tells them in the banner, or in the foot behind its name again.
    """
    if not article.sentences or not _is_banner(article, 0, article.sentences[0]):
        return None
    fields = _fields(article.text[slice(*article.sentences[0])])
    name = fields[0].strip('«»“”„" ') if fields else ""
    told = finder(WIRES)
    last = [line.strip() for line in article.text[-TAIL:].splitlines() if line.strip()][-LAST_LINES:]
    terms = [line for line in last if name and line.casefold().startswith(name.casefold())]
    streams = is_short(name) and any(_feed().fullmatch(field) for field in fields[1:])
    if not streams and not any(told(line) for line in (*fields[1:], *terms)):
        return None
    return name if 2 <= len(name) <= LONGEST_NOTE // 4 and not is_dated(name) else None


@cache
def _feed() -> re.Pattern[str]:
    """Match a field that is nothing but the name of a stream and a number: "Servicio Nacional de Salud" is none."""
    return re.compile(rf"[\W\d]*(?:{FEEDS})[\W\d]*", re.IGNORECASE)


def _banner(article: Article) -> str | None:
    """Return an article's first line without its figures, where it is no sentence and no headline."""
    line = FIGURES.sub("", _first_line(article).casefold())
    return " ".join(line.split()) if len(line) >= SHORTEST_BANNER else None


@lru_cache(maxsize=4)
def _paper(article: Article) -> str | None:
    """Return what an article's first line calls its paper, small letters; what stands apart in it is another field."""
    if _is_short_headline(article):
        return None
    line = APART.sub(" | ", _first_line(article).strip()).casefold()
    day = BAR.split(line, maxsplit=1)[0].replace(",", " ").split()
    if not MONTHS.keys().isdisjoint(day) and any(map(str.isdigit, day)):
        return None  # a page that begins with the date
    return banner_name(" ".join(FIGURES.sub("", line).split())) if line else None


def _is_short_headline(article: Article) -> bool:
    """Tell whether a first line of two words is a headline: no other line above the report can be.

    So it is where the second begins with a small letter in a language that sets none in the name of a paper. Above a
    date alone, or the report, stands what a paper is called, too, where it has a word that papers are called by; of a
    longer headline several words begin with small letters.
    """
    first, *others = [line for line in article.text[:HEAD].splitlines() if line.strip()] or [""]
    if PARTED.search(first):
        return False
    if len(first.split()) != HEADLINE_WORDS:
        small = [len(word) for word in first.split() if word[0].islower() and len(word) >= LONG_WORD - 1]
        return len(small) >= HEADLINE_WORDS and max(small) >= LONG_WORD and _is_alone(first, others)
    if article.language in CAPITALISED and first.split()[1][0].islower():
        return True
    if not others or _is_told(others[0]) or byline_of(others[0]) is not None:
        return True
    return _is_alone(first, others)


def _is_alone(first: str, others: Sequence[str]) -> bool:
    """Tell whether a line has no word that papers are called by, and none but of writers between it and a report."""
    below = next((line for line in others if not _is_of_writer(line)), "")
    return not PAPER.search(first) and (not below or _is_told(below))


def _is_told(line: str) -> bool:
    """Tell whether a line is of the running text: longer than a headline, or a sentence that is no short one."""
    return len(line) > (SHORT_LINE if line[-1:] in ENDS else LONGEST_HEADLINE)


def _is_of_writer(line: str) -> bool:
    """Tell whether a line says who wrote a report or when, and no more."""
    return byline_of(line) is not None or (len(line) <= SHORT_LINE and date_of(line) is not None)


def _first_line(article: Article) -> str:
    """Return an article's first line where it is no sentence and no headline; else nothing.

    It goes on behind a stop where it has several fields: "The Islander | Est. 1922".
    """
    if not article.sentences:
        return ""
    start, end = article.sentences[0]
    line = (start, next((n for n in (article.text.find("\n", start),) if n >= 0), len(article.text)))
    several = line[1] - start <= LONGEST_NOTE and PARTED.search(article.text[slice(*line)])
    span = line if several else (start, end)
    return article.text[slice(*span)] if _is_banner(article, 0, span) else ""


@lru_cache(maxsize=1024)
def _names(agency: str) -> re.Pattern[str]:
    """Return what an agency is written as; one known by initials alone, as any name that has these initials."""
    known = next((a for a in credits.table() if a.short == agency), None)
    names = [re.escape(n) for n in (known.names if known else (agency,)) if len(n) > 4 or not n.isascii()]
    if known is None and agency.isalpha() and agency.isupper() and 2 < len(agency) < 6:
        names.append(r"\s".join(rf"{letter}[^\W\d_]+" for letter in agency))
    written = "|".join(names) or re.escape(agency)
    if SPACELESS.search(agency):
        return re.compile(written)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)


def _issued_by(article: Article, agency: str) -> bool:
    """Tell whether `agency` is the outlet, or is named in the article's head or furniture other than as a credit."""
    outlet = article.document.outlet
    if outlet is not None and (outlet.casefold() == agency.casefold() or _names(agency).fullmatch(outlet)):
        return True
    credited = [c.span for c in article.credits]
    lines = [
        article.text[start:end]
        for n, (start, end) in enumerate(_banners(article))
        if not _is_for_readers(article.text[start:end], agency)
        and ((start, end) not in credited or (n == 0 and _is_own_banner(article, agency)))
    ]
    if any(_opens_with(line, agency) or _abbreviated(line, agency, article) for line in lines):
        return True
    return any(
        not any(overlap(place, c) for c in credited)
        for start, end in _naming(article, not _is_of_paper(article, agency))
        if not _ends_name(article.text[start:end], agency)
        for place in ((start + m.start(), start + m.end()) for m in _names(agency).finditer(article.text[start:end]))
    )


@lru_cache(maxsize=4)
def _banners(article: Article) -> tuple[Span, ...]:
    """Return the lines of an article's head that are banners; they are asked for one agency after another."""
    return tuple([s for n, s in enumerate(article.sentences[:HEAD_LINES]) if _is_banner(article, n, s)])


@lru_cache(maxsize=8)
def _naming(article: Article, furniture: bool) -> tuple[Span, ...]:
    """Return the banners, and where asked the furniture, in which a name is no byline, no source and no link."""
    spans = (*_banners(article), *article.furniture) if furniture else _banners(article)
    lines = [(span, article.text[slice(*span)]) for span in spans]
    return tuple([span for span, line in lines if not _is_beside(line) and len(_fields(line)) <= MOST_FIELDS])


@lru_cache(maxsize=256)
def _is_beside(line: str) -> bool:
    """Tell whether a name in a line has a date beside it, as in a byline, or the word for who supplied a report."""
    return is_dated(line) or credits.labels_source(line)


@cache
def _known_shorts() -> frozenset[str]:
    """Return what the agencies of the table are called."""
    return frozenset(agency.short for agency in credits.table())


@lru_cache(maxsize=256)
def _is_of_reader(line: str) -> bool:
    """Tell whether a line has words for the use of a page; remembered as it is asked for many agencies."""
    return INTERFACE.search(line) is not None or is_for_readers(line)


def _ends_name(line: str, agency: str) -> bool:
    """Tell whether a sign is the last word of what a line begins with, as of a paper's name: "LOWICK TODAY"."""
    first, *words = BAR.split(line, maxsplit=1)[0].split() or [""]
    return is_short(agency) and bool(words) and words[-1] == agency and first not in (agency, "THE", "The")


def _is_for_readers(line: str, agency: str) -> bool:
    """Tell whether a banner is of a page for readers, as a station that people told: "CPR News | Listen live"."""
    return agency not in _known_shorts() and _is_of_reader(line)


def _is_of_paper(article: Article, agency: str) -> bool:
    """Tell whether a banner names a paper, so that an agency in the foot of the page is whose report it prints."""
    paper = _paper(article)
    return paper is not None and not _names(agency).search(paper) and not headed(paper, agency)


def _is_own_banner(article: Article, agency: str) -> bool:
    """Tell whether the first line is a banner though it was read as a byline: it has several fields, none a place.

    A byline may stand there too, "Kestrel Wire / Port Doe", with the place from which the report was filed, or alone
    above the headline. Alone it is a banner where another line of fields is below it, or the last line begins with it.
    """
    line = article.text[slice(*article.sentences[0])]
    if _is_of_desk(line, agency):
        return True
    fields = _fields(line)
    framed = [c for c in article.credits if c.agency == agency and _has_sign(c.text, agency)]
    filed = [article.text[article.text.rfind("\n", 0, c.span[0]) + 1 : c.span[1]].casefold() for c in framed]
    if len(fields) == 1:
        return bool(filed) and (_heads_desk(article) or _describes_itself(article, agency))
    return len(fields) > 2 or (
        len(fields) == 2 and bool(filed) and not any(fields[1].casefold().split()[0] in text for text in filed)
    )


def _has_sign(text: str, agency: str) -> bool:
    """Tell whether an agency's sign stands in brackets behind a place, between slashes, or last, as in a dateline."""
    folded = text.casefold()
    return (
        _ends_dateline(text, agency) or folded.find(f"({agency.casefold()})") > 0 or f"/{agency.casefold()}/" in folded
    )


def _heads_desk(article: Article) -> bool:
    """Tell whether the second line is one of fields too, none of which has a date: "Wire 3 / Social affairs"."""
    if len(article.sentences) < 2:
        return False
    line = article.text[slice(*article.sentences[1])]
    return 2 <= len(_fields(line)) <= MOST_FIELDS and line[-1:] not in ENDS and not is_dated(line)


def _describes_itself(article: Article, agency: str) -> bool:
    """Tell whether one of the last lines begins with an agency's name and goes on: "Polna News Agency. No reprints"."""
    last = [line.strip(" -–—") for line in article.text[-TAIL:].splitlines() if line.strip()][-LAST_LINES:]
    full = f"{agency.casefold()} "
    return any(
        headed(line, agency) and opening(line) != bare(line) if " " not in agency else line.casefold().startswith(full)
        for line in last
    )


@lru_cache(maxsize=256)
def _fields(line: str) -> tuple[str, ...]:
    """Return what stands between the bars of a banner."""
    return tuple([field.strip() for field in BAR.split(line) if field.strip()])


def _opens_with(line: str, agency: str) -> bool:
    """Tell whether a banner begins with an agency's name, however short, as in "TPA ## Islands Service"."""
    if _is_of_desk(line, agency):
        return True
    if _is_beside(line):
        return False
    if headed(line, agency):
        return True
    line = credits.without_kind(line)
    rest = line[len(agency) :] if line.casefold().startswith(agency.casefold()) else line
    return rest != line and not rest[:1].isalnum()


def _is_of_desk(line: str, agency: str) -> bool:
    """Tell whether a line begins with an agency's sign and a word for a desk: "NTB Innenriks 9.6"."""
    words = line.split()[:2]
    return (
        len(words) == 2
        and words[1].isalpha()
        and words[0] == agency
        and is_short(agency)
        and headed(" ".join(words), agency)
    )


def _abbreviated(line: str, agency: str, article: Article) -> bool:
    """Tell whether a banner begins with the name that the sign of the article's own dateline or rights stands for."""
    framed = [c.text for c in article.credits if c.agency == agency and c.text != agency]
    if not any(
        f"({agency})" in text or "©" in text or "(c)" in text or _ends_dateline(text, agency) for text in framed
    ):
        return False
    name, signed, _ = BAR.split(line, maxsplit=1)[0].partition("(")
    name = name.strip()
    if signed and f"({agency})" in line:
        return True
    # Many a paper has the initials of an agency that everybody knows by its name.
    if agency in _known_shorts():
        return False
    return heads_with(agency, name.title() if name.isupper() else name)


def _spells_itself(line: str) -> bool:
    """Tell whether a line is a sign and what it stands for, which nobody sets as a headline: "KTX - Kelp Exchange"."""
    fields = _fields(line)
    return len(fields) == 2 and (heads_with(fields[0], fields[1]) or heads_with(fields[1], fields[0]))


def _ends_dateline(text: str, agency: str) -> bool:
    """Tell whether a sign ends a place and a day: "Lowick, Jun 9, IPX"."""
    return text.endswith(f", {agency}") and any(map(str.isdigit, text))


def _is_banner(article: Article, number: int, sentence: Span) -> bool:
    """Tell whether a line of the head is no sentence and no headline: the first, or one cut by bars, as banners are."""
    line = article.text[slice(*sentence)]
    if line[-1:] in ENDS or (line == article.document.title and not _spells_itself(line)):
        return False
    return number == 0 or any(mark in line for mark in ("|", "::", ">>"))
