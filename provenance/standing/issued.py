"""Whether an article is an agency's own report, by its banner, its foot and its dateline."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from provenance import credits
from provenance.article import Article
from provenance.crediting.abbreviations import bare, headed, heads_with, is_short, opening, stands_for
from provenance.model import Span
from provenance.spans import overlap
from provenance.standing.banner import ENDS, fields_of, is_banner, paper_of
from provenance.standing.notes import TAIL, is_dated
from provenance.standing.outlets import BAR, INTERFACE, SPACELESS, is_for_readers

HEAD_LINES = 3
"""An agency's own report names it in its first lines, above or beside the headline."""
LAST_LINES = 3
"""Its own report may say who it is in its last lines."""
MOST_FIELDS = 4
"""Parts of a banner; a line of more is the links of a page."""


def is_issued_by(article: Article, agency: str) -> bool:
    """Tell whether `agency` is the outlet, or is named in the article's head or furniture other than as a credit."""
    outlet = article.document.outlet
    if outlet is not None and (outlet.casefold() == agency.casefold() or writings(agency).fullmatch(outlet)):
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
        for place in ((start + m.start(), start + m.end()) for m in writings(agency).finditer(article.text[start:end]))
    )


@lru_cache(maxsize=1024)
def writings(agency: str) -> re.Pattern[str]:
    """Return what an agency is written as; one known by initials alone, as any name that has these initials."""
    known = next((a for a in credits.table() if a.short == agency), None)
    names = [re.escape(n) for n in (known.names if known else (agency,)) if len(n) > 4 or not n.isascii()]
    if known is None and agency.isalpha() and agency.isupper() and 2 < len(agency) < 6:
        names.append(r"\s".join(rf"{letter}[^\W\d_]+" for letter in agency))
    written = "|".join(names) or re.escape(agency)
    if SPACELESS.search(agency):
        return re.compile(written)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _banners(article: Article) -> tuple[Span, ...]:
    """Return the lines of an article's head that are banners; they are asked for one agency after another."""
    return tuple([s for n, s in enumerate(article.sentences[:HEAD_LINES]) if is_banner(article, n, s)])


@lru_cache(maxsize=8)
def _naming(article: Article, furniture: bool) -> tuple[Span, ...]:
    """Return the banners, and where asked the furniture, in which a name is no byline, no source and no link."""
    spans = (*_banners(article), *article.furniture) if furniture else _banners(article)
    lines = [(span, article.text[slice(*span)]) for span in spans]
    return tuple([span for span, line in lines if not _is_beside(line) and len(fields_of(line)) <= MOST_FIELDS])


@lru_cache(maxsize=256)
def _is_beside(line: str) -> bool:
    """Tell whether a name in a line has a date beside it, as in a byline, or the word for who supplied a report."""
    return is_dated(line) or credits.labels_source(line)


@cache
def known_shorts() -> frozenset[str]:
    """Return what the agencies of the table are called."""
    return frozenset(agency.short for agency in credits.table())


@lru_cache(maxsize=256)
def is_of_reader(line: str) -> bool:
    """Tell whether a line has words for the use of a page; remembered as it is asked for many agencies."""
    return INTERFACE.search(line) is not None or is_for_readers(line)


def _ends_name(line: str, agency: str) -> bool:
    """Tell whether a sign is the last word of what a line begins with, as of a paper's name: "LOWICK TODAY"."""
    first, *words = BAR.split(line, maxsplit=1)[0].split() or [""]
    return is_short(agency) and bool(words) and words[-1] == agency and first not in (agency, "THE", "The")


def _is_for_readers(line: str, agency: str) -> bool:
    """Tell whether a banner is of a page for readers, as a station that people told: "CPR News | Listen live"."""
    return agency not in known_shorts() and is_of_reader(line)


def _is_of_paper(article: Article, agency: str) -> bool:
    """Tell whether a banner names a paper, so that an agency in the foot of the page is whose report it prints."""
    paper = paper_of(article)
    return paper is not None and not writings(agency).search(paper) and not headed(paper, agency)


def _is_own_banner(article: Article, agency: str) -> bool:
    """Tell whether the first line is a banner though it was read as a byline: it has several fields, none a place.

    A byline may stand there too, "Kestrel Wire / Port Doe", with the place from which the report was filed, or alone
    above the headline. Alone it is a banner where another line of fields is below it, or the last line begins with it.
    """
    line = article.text[slice(*article.sentences[0])]
    if _is_of_desk(line, agency):
        return True
    fields = fields_of(line)
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
    return 2 <= len(fields_of(line)) <= MOST_FIELDS and line[-1:] not in ENDS and not is_dated(line)


def _describes_itself(article: Article, agency: str) -> bool:
    """Tell whether one of the last lines begins with an agency's name and goes on: "Polna News Agency. No reprints"."""
    last = [line.strip(" -–—") for line in article.text[-TAIL:].splitlines() if line.strip()][-LAST_LINES:]
    full = f"{agency.casefold()} "
    return any(
        headed(line, agency) and opening(line) != bare(line) if " " not in agency else line.casefold().startswith(full)
        for line in last
    )


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
    full = name.removesuffix(f" {agency}")
    if full != name and stands_for(agency, full.title()):
        return True
    # Many a paper has the initials of an agency that everybody knows by its name.
    if agency in known_shorts():
        return False
    return heads_with(agency, name.title() if name.isupper() else name)


def _ends_dateline(text: str, agency: str) -> bool:
    """Tell whether a sign ends a place and a day: "Lowick, Jun 9, IPX"."""
    return text.endswith(f", {agency}") and any(map(str.isdigit, text))
