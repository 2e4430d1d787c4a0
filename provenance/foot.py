"""Whose page an article stands on, where no banner says so: its foot names a house that others name as their source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from provenance.article import Article
from provenance.crediting.mention import MOST, Mention
from provenance.crediting.phrases import in_phrase
from provenance.crediting.rights import is_photo
from provenance.outlets import declared_name
from provenance.rarity import is_listed

MOST_BELOW, LONGEST_LINE = 4, 160
"""Lines of a page's foot that are looked at, and code points of one."""
SHORTEST, MOST_NAMES = 6, 12
"""Letters of a house's name of one word, and names in a foot that are looked at."""
_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-яё]"
_NAME = re.compile(
    rf"(?<![\w-]){_CAPITAL}[^\W_]+(?:[’'-]\w+)?"
    rf"(?: (?:(?:de|del|di|da|do|du|des|van|von|der|den|of|la|le) ){{0,2}}{_CAPITAL}[^\W_]+){{0,3}}(?![\w-])"
)


def named_in_foot(article: Article, others: Sequence[Article]) -> str | None:
    """Return the house, in small letters, that an article's foot and its text name, and another names as its source."""
    for name in _names(article):
        if any(_is_source(name, other) for other in others):
            return declared_name(name) or name.casefold()
    return None


def _names(article: Article) -> Iterator[str]:
    """Yield the names in an article's last lines that its text has too."""
    lines = [line for line in article.text.splitlines() if line.strip()]
    foot = [line for line in lines[-MOST_BELOW:] if len(line) <= LONGEST_LINE]
    body = "\n".join(lines[: len(lines) - MOST_BELOW])
    found = dict.fromkeys(found.group() for line in foot for found in _NAME.finditer(line))
    for name in list(found)[:MOST_NAMES]:
        common = " " not in name and (len(name) < SHORTEST or is_listed(name.casefold(), (article.language, "en")))
        if not common and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", body):
            yield name


def _is_source(name: str, article: Article) -> bool:
    """Tell whether an article names a house as one names a source."""
    text = article.text
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)][:MOST] if name in text else []
    mentions = (Mention(start, end, name, True, False) for start, end in places)
    verdicts = (in_phrase(text, mention) for mention in mentions if not is_photo(text, mention))
    return any(verdict is not None and verdict.strong for verdict in verdicts)
