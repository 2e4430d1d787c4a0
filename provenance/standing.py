"""What each article says of its own origin: who issued it, whom it credits, when, and as which version."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from provenance import credits
from provenance.article import Article
from provenance.model import Span
from provenance.spans import overlap

HEAD_LINES = 3
"""An agency's own report names it in its first lines, above or beside the headline."""
HEAD = 700
TAIL = 700
"""Code points at either end in which editors put their notes."""

RELEASES = (
    r"press release|for immediate (?:release|use)|notes? (?:for|to) editors|media contact|"
    r"communiqué de presse|pour diffusion immédiate|contact presse|pressemitteilung|presseinformation|pressekontakt|"
    r"zur sofortigen veröffentlichung|comunicado de prensa|nota de prensa|para su difusión inmediata|"
    r"comunicato stampa|per la pubblicazione immediata|comunicado de imprensa|nota à imprensa|persbericht|"
    r"noot voor de redactie|informacja prasowa|komunikat prasowy|пресс-релиз|для немедленного распространения|"
    r"pressmeddelande|pressemeddelelse|pressemelding|lehdistötiedote|tisková zpráva|basın bülteni|"
    r"プレスリリース|報道関係者各位|報道発表|新闻稿|新聞稿|보도자료"
)
"""Phrases by which a press release calls itself one, in many languages."""
LATER = (
    r"\(?\bupdates?\b[^.\n]{0,60}|\bupdated? \d|\brecasts?\b|\bwrite-?through\b|\b[2-9](?:nd|rd|th) (?:lead|ld)\b|"
    r"\badds? (?:details?|quotes?|background|comments?|byline)|\bedits? throughout\b|\bcorrects?\b|"
    r"aktualisiert|neufassung|\b\d\. zusammenfassung|ergänzt|actualiza|amplía|añade|mis à jour|actualisé|"
    r"aggiorna|riscrive|atualiza|acrescenta|bijgewerkt|uppdaterad|обновля|дополн|aktualizacja|続報|更新|最新"
)
"""Notes by which an agency marks a later version."""
EARLIER = (
    r"\burgent\b|\bbulletin\b|\bflash\b|\bbreaking\b|\balert\b|\bnewsbreak\b|\bmore to (?:come|follow)\b|"
    r"\bdeveloping\b|eilmeldung|\beil\b|folgt mehr|urgente|más información en breve|seguirá|à suivre|"
    r"ultim.?ora|spoedbericht|volgt meer|молния|срочно|pilne|速報|快讯|快訊"
)
"""Notes by which it marks a first one."""


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


RELEASE = "release"


def standings(articles: Sequence[Article]) -> tuple[Standing, ...]:
    """Return the standing of each article, in order."""
    agencies = tuple(sorted({c.agency for a in articles for c in a.credits}))
    return tuple(_standing(a, agencies) for a in articles)


def _standing(article: Article, agencies: Sequence[str]) -> Standing:
    issuer = next((a for a in agencies if _issued_by(article, a)), None)
    if issuer is None and _marked(RELEASES, article):
        issuer = RELEASE
    edition = 1 if _marked(LATER, article) else -1 if _marked(EARLIER, article) else 0
    credited = frozenset(c.agency for c in article.credits)
    return Standing(issuer, credited, article.document.published, edition)


@lru_cache(maxsize=16)
def _pattern(phrases: str) -> re.Pattern[str]:
    return re.compile(phrases, re.IGNORECASE)


def _marked(phrases: str, article: Article) -> bool:
    """Tell whether a note stands in the head or the tail, on a line of its own: a report may speak of one."""
    text = article.text
    for region in (text[:HEAD], text[max(HEAD, len(text) - TAIL) :]):
        for line in region.splitlines():
            if len(line) <= 160 and _pattern(phrases).search(line):
                return True
    return False


@lru_cache(maxsize=1024)
def _names(agency: str) -> re.Pattern[str]:
    """Return what an agency is written as; one known by initials alone, as any name that has these initials."""
    known = next((a for a in credits.table() if a.short == agency), None)
    names = [re.escape(n) for n in (known.names if known else (agency,)) if len(n) > 4 or not n.isascii()]
    if known is None and agency.isalpha() and agency.isupper() and 2 < len(agency) < 6:
        names.append(r"\s".join(rf"{letter}[^\W\d_]+" for letter in agency))
    return re.compile(rf"(?<!\w)(?:{'|'.join(names) or re.escape(agency)})(?!\w)", re.IGNORECASE)


def _issued_by(article: Article, agency: str) -> bool:
    """Tell whether `agency` is the outlet, or is named in the article's head or furniture other than as a credit."""
    outlet = article.document.outlet
    if outlet is not None and (outlet.casefold() == agency.casefold() or _names(agency).fullmatch(outlet)):
        return True
    credited = [c.span for c in article.credits]
    first = article.sentences[:HEAD_LINES]
    return any(
        not any(overlap(place, c) for c in credited)
        for start, end in (*(s for s in first if _is_banner(article, s)), *article.furniture)
        for place in ((start + m.start(), start + m.end()) for m in _names(agency).finditer(article.text[start:end]))
    )


def _is_banner(article: Article, sentence: Span) -> bool:
    """Tell whether a line of the head starts with a name in capitals or is cut by bars, as an agency's banner is."""
    line = article.text[slice(*sentence)]
    return "|" in line or "::" in line or line.isupper() or len(line.split()) <= 4
