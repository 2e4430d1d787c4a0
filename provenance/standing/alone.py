"""What one article says of its own origin, whatever the others of its story say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from provenance.article import Article
from provenance.crediting.abbreviations import bare, heads_with, is_short
from provenance.crediting.named import KIND_BEHIND
from provenance.patterns import of_tables
from provenance.read.metadata.byline import byline_of
from provenance.standing.banner import SHORT_LINE, banner_of, fields_of, first_line, is_banner, paper_of
from provenance.standing.filing import is_filed
from provenance.standing.issued import HEAD_LINES, LAST_LINES, is_issued_by, is_of_reader, known_shorts, writings
from provenance.standing.notes import (
    COMPILED,
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
    is_updated,
    marked,
    take_of,
)
from provenance.standing.outlets import declared_name
from provenance.standing.own_page import of_own_page


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
    take: int = field(default=0, kw_only=True)
    """The number that the mark of a later version gives it; 0 where it gives none."""
    banner: str | None = None
    """The first line, where it is a banner: versions of one paper have it in common."""
    outlet: str | None = None
    """What the banner calls the paper, small letters."""
    papers: frozenset[str] = frozenset()
    """The papers of the others that it names."""
    cited: frozenset[str] = frozenset()
    """Those of them that it names as its source."""


RELEASE = "release"
SERVICE = re.compile(rf" (?:{KIND_BEHIND})$")


def standing_of(article: Article, names: Mapping[str, str]) -> tuple[Standing, frozenset[str]]:
    """Return what an article says of its origin by itself, and the signs in it that are of its station's own name."""
    issuer = next((names[a] for a in sorted(names) if is_issued_by(article, a)), None)
    issuer = issuer or _filed_by(article, names) or _for_clients(article, names) or of_own_page(article, names)
    if issuer is None and (marked(RELEASES, article) or _from_press_room(article)):
        issuer = RELEASE
    later = marked(LATER, article) or is_updated(article)
    edition = 1 if later else -1 if marked(EARLIER, article) else 0
    credited = frozenset(names[c.agency] for c in article.credits)
    banner = banner_of(article)
    stations = frozenset(name for name in credited if _is_station(article, name))
    compiled = _is_compiled(article)
    if issuer in stations or (issuer != RELEASE and compiled):
        issuer = None
    declared = declared_name(article.document.outlet)
    credited = frozenset(n for n in credited if declared is None or not _is_own_service(n, declared))
    if declared is not None and any(
        not _is_own_service(agency, declared)
        and (writings(agency).search(declared) or heads_with(agency, declared.title()))
        for agency in names
    ):
        declared = None
    paper = declared or paper_of(article)
    own = stations
    credited -= stations
    if paper is not None and issuer is None:
        own |= _own_signs(article, credited, paper)
        own |= {name for name in credited if compiled and bare(name) == bare(paper)}
        credited -= own
        if any(bare(name) == bare(paper) for name in credited):
            paper = None  # the agency's name on a paper's page
    take = take_of(article) if later else 0
    return Standing(issuer, credited, article.document.published, edition, banner, paper, take=take), own


def _is_compiled(article: Article) -> bool:
    """Tell whether a byline is a newsroom's that used agencies: "By Lowick Chronicle staff and agencies".

    A headline ends so too, "Ministers at odds with agencies", but is none and has more words.
    """
    head = [line.strip() for line in article.text[:HEAD].splitlines() if line.strip()][:_BYLINE_LINES]
    ends = [(line, finder(COMPILED)(line)) for line in head if len(line) <= SHORT_LINE]
    return any(
        found is not None
        and not any(map(str.isalpha, line[found[1] :]))
        and (len(line.split()) <= _FEW_WORDS or byline_of(line) is not None)
        for line, found in ends
    )


_FEW_WORDS = 3
"""Words of a byline that has none for the writing: "Redacción / Agencias"."""
_BYLINE_LINES = 10
"""Lines from the top among which a byline stands."""


def _is_own_service(agency: str, paper: str) -> bool:
    """Tell whether what supplied an article is the paper's own service: "Lowick Chronicle News Service" on its page."""
    house = SERVICE.sub("", agency).casefold()
    return house != agency.casefold() and " " in house and paper.startswith(house)


def _is_station(article: Article, sign: str) -> bool:
    """Tell whether a sign is the call sign of a station in America, which it sets in datelines of whatever it prints.

    It begins with K or W, and the page says what a station's does: a channel behind it, or whose it is.
    """
    if _CALL_SIGN.fullmatch(sign) is None or sign in known_shorts() or sign not in article.text:
        return False
    head = "\n".join(article.text[:HEAD].split("\n")[:HEAD_LINES])
    return any(
        re.search(rf"(?<!\w){sign}(?!\w){behind}", where, re.IGNORECASE) is not None
        for where, behind in ((head, _CHANNEL), (article.text[-TAIL:], _OF_STATION))
    ) or (len(sign) == _FOUR_LETTERS and re.search(rf"{_RIGHTS_YEAR}{sign}(?!\w)", article.text[-TAIL:]) is not None)


_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}")
_FOUR_LETTERS = 4
_CHANNEL = r"(?:-(?:TV|FM|AM|DT|LP)|[ /-]{1,3}(?:\d{1,2}(?!\d)|channel|tv(?!\w)|fm(?!\w)|radio))"
"""What stands behind a call sign on its own page: "WQKB 9", "KPLO-TV"."""
_OF_STATION = r"(?:-(?:TV|FM|AM|DT|LP)|/(?:CNN|Gray|Scripps|Sinclair))(?!\w)"
_RIGHTS_YEAR = r"(?i:©|\(c\)|copyright)\s?(?:©\s?)?(?:(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?,? )?(?:by )?(?:the )?"
"""How a line on rights begins, up to whose they are."""


def _own_signs(article: Article, credited: frozenset[str], paper: str) -> frozenset[str]:
    """Return the signs that are of a station's own name, as it signs what it reports itself: "6 NEWS WLDX".

    An agency's banner would begin with it, but none is made for readers.
    """
    words = paper.split() if is_of_reader(first_line(article)) else paper.split()[1:]
    return frozenset(n for n in credited if n.isupper() and n not in known_shorts() and n.casefold() in words)


def _filed_by(article: Article, names: Mapping[str, str]) -> str | None:
    """Return the agency whose sign the dateline bears, where the article has the form in which agencies file."""
    return next((names[c.agency] for c in article.credits if is_filed(article, c.agency, c)), None)


def _from_press_room(article: Article) -> bool:
    """Tell whether an article's first line names the part of a house that addresses the press, ahead of its links.

    Or what it sends them: "Survey Office - Media information 41/2026".
    """
    if not article.sentences or not is_banner(article, 0, article.sentences[0]):
        return False
    fields = fields_of(article.text[slice(*article.sentences[0])])
    return any(finder(f"{ROOMS}|{RELEASES}")(field) is not None for field in fields[:2])


def _for_clients(article: Article, names: Mapping[str, str]) -> str | None:
    """Return who a banner names that tells its clients what they may do with the report; the table may not have it.

    It tells them in the banner, or in the foot behind its name again.
    """
    fields = fields_of(article.text[slice(*article.sentences[0])]) if article.sentences else ()
    name = fields[0].strip('«»“”„" ') if fields else ""
    told = finder(WIRES)
    last = [line.strip() for line in article.text[-TAIL:].splitlines() if line.strip()][-LAST_LINES:]
    terms = [line for line in last if name and line.casefold().startswith(name.casefold())]
    signed = any(credit.agency == name for credit in article.credits)
    streams = is_short(name) and any(_is_stream(field, signed) for field in fields[1:])
    if not streams and not (fields and is_banner(article, 0, article.sentences[0])):
        return None
    if not streams and not any(told(line) for line in (*fields[1:], *terms)):
        return None
    if not 2 <= len(name) <= LONGEST_NOTE // 4 or is_dated(name):
        return None
    return next((known for known in sorted(names.values()) if known.casefold() == name.casefold()), name)


def _is_stream(field: str, signed: bool) -> bool:
    """Tell whether a field names a stream, and nothing else: "Servicio Nacional de Salud" is none.

    In a report that is `signed` with the name beside it, it may say what the stream is of: "Fil général France".
    """
    found = _feed().match(field)
    rest = field[found.end() :] if found is not None else field
    return found is not None and (not rest or (signed and len(rest.split()) <= _MOST_OF_STREAM))


_MOST_OF_STREAM = 2
"""Words behind the name of a stream that say what it is of."""


@cache
def _feed() -> re.Pattern[str]:
    """Match the name of a stream and a number."""
    return of_tables(rf"[\W\d]*(?:{FEEDS})(?!\w)[\W\d]*", re.IGNORECASE)
