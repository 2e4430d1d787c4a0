"""Whose page an article stands on, where no banner says so: its foot names a house that others name as their source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from provenance.article import Article
from provenance.crediting.abbreviations import bare
from provenance.crediting.agencies import words_of
from provenance.crediting.mention import MOST, Mention
from provenance.crediting.phrases import in_phrase
from provenance.crediting.rights import is_photo
from provenance.rarity import is_listed
from provenance.standing.outlets import declared_name

MOST_BELOW, LONGEST_LINE = 4, 160
"""Lines of a page's foot that are looked at, and code points of one."""
SHORTEST, MOST_NAMES = 6, 12
"""Letters of a house's name of one word, and names in a foot that are looked at."""
_CALLED = 24
"""Code points before a name that hold what it is called."""
_LINE = re.compile(r"\S[^\n]*")
_ENDS = frozenset('.!?…。！？।”“"»’')
_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-яё]"
_NAME = re.compile(
    rf"(?<![\w-]){_CAPITAL}[^\W_]+(?:[’'-]\w+)?"
    rf"(?: (?:(?:de|del|di|da|do|du|des|van|von|der|den|of|la|le) ){{0,2}}{_CAPITAL}[^\W_]+){{0,3}}(?![\w-])"
)


def named_in_foot(article: Article, others: Sequence[Article]) -> str | None:
    """Return the house, in small letters, that an article's foot and its text name, and another names as its source.

    An agency is named in the feet of those who print it.
    """
    agencies = {bare(credit.agency) for other in (article, *others) for credit in other.credits}
    for name in _names(article):
        if bare(name) not in agencies and any(_is_source(name, other) for other in others):
            return declared_name(name) or name.casefold()
    return None


def _names(article: Article) -> Iterator[str]:
    """Yield the names in an article's last lines that its text has too."""
    lines = [(m.start(), m.group().strip()) for m in _LINE.finditer(article.text)]
    below = {start: line for start, line in lines[-MOST_BELOW:] if len(line) <= LONGEST_LINE}
    foot = {start: line for start, line in below.items() if _is_of_page(article, start, line)}
    body = "\n".join(line for start, line in lines if start not in foot)
    found = dict.fromkeys(found.group() for line in foot.values() for found in _NAME.finditer(line))
    for name in list(found)[:MOST_NAMES]:
        common = " " not in name and (len(name) < SHORTEST or is_listed(name.casefold(), (article.language, "en")))
        # Cases change what a name ends in, but where it is cut to its first word that is as it is in the foot.
        first = name.split(" ")[0]
        told = (name, first) if len(first) >= SHORTEST else (name,)
        if not common and any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", body) for one in told):
            yield name


def _is_of_page(article: Article, start: int, line: str) -> bool:
    """Tell whether a line is a page's: it is known as furniture, or is no sentence."""
    return line[-1] not in _ENDS or any(a <= start < b for a, b in article.furniture)


def _is_source(name: str, article: Article) -> bool:
    """Tell whether an article names a house as one names a source."""
    text = article.text
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)][:MOST] if name in text else []
    mentions = (Mention(start, end, name, True, False) for start, end in places)
    verdicts = ((mention, in_phrase(text, mention)) for mention in mentions if not is_photo(text, mention))
    return any(v is not None and (v.strong or _is_called_paper(text, mention.start)) for mention, v in verdicts)


def _is_called_paper(text: str, start: int) -> bool:
    """Tell whether a text calls a paper what has its name at a place: "the daily Curierul"."""
    words = text[max(0, start - _CALLED) : start].strip(' «„“"').split()
    return bool(words) and words[-1] in words_of("paper")
