"""Agencies that no table has, by initials and by codes in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.crediting.agencies import NOT_AGENCIES
from provenance.crediting.mention import Mention, left_of
from provenance.crediting.phrases import is_told
from provenance.literals import Literals
from provenance.rarity import is_listed

# What may not stand before them is looked at after the first letter, for a search goes from letter to letter then.
_INITIALS = re.compile(r"[A-Z](?<![\w.-][A-Z])[A-Z]{2,4}(?![\w-]|\.\w)")
_CODE = re.compile(
    r"(?:(?:\bnews agency|[Nn]achrichtenagentur|[Pp]resseagentur|\bAgentur|\bagence(?: de presse)?|"
    r"\bagencia(?: de noticias)?|\bagência(?: de notícias)?|\bagenzia(?: di stampa)?|\bpersbureau|\bnieuwsbureau|"
    r"\bnyhetsbyrån|\bnyhedsbureauet) "
    r"|\b(?:sagte|sagt|erklärte|bestätigte|berichtete|schilderte)(?: [\w-]+){0,4} (?:der|dem|gegenüber (?:der|dem)) "
    r"|^[A-ZÄÖÜ][\w.-]+(?: [\w.-]+){0,3}(?:, [^()\n]{1,20})? ?"
    r"\((?=[a-zäöü]{2,5}(?:/[a-zäöü]{2,5})?\)(?: ?[-–—:]|\. [A-ZÄÖÜ])))"
    r"(?P<code>[a-zäöü]{2,5})(?![\w@-]|\.\w)",
    re.MULTILINE,
)
"""Where an agency's code in small letters is told from an author's: called an agency, spoken to, or in a dateline."""
_CODE_HINTS = Literals(
    (
        *("news agency ", "gentur ", "agence", "agencia", "agência", "agenzia", "persbureau", "nieuwsbureau"),
        *("nyhetsbyrån", "nyhedsbureauet", "sagt", "erklärte", "bestätigte", "berichtete", "schilderte"),
    )
)
_CODE_SIGNED = re.compile(r"\([a-zäöü]{2,5}(?:/[a-zäöü]{2,5})?\)(?: ?[-–—:]|\. [A-ZÄÖÜ])")
"""What must be in a text, the one or the other, before the pattern above is worth its time."""
_CODED_IN = ("de", "en", "fr", "es", "it", "nl", "pt", "sv", "da", "nb")
"""Languages whose words are no codes."""
_NAME_GOES_ON = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z0-9]"
)


def initials_mentions(text: str, ours: frozenset[str]) -> Iterator[Mention]:
    """Yield capitals in a strong phrase ("told CNS"), and those of agencies named in this text in any phrase."""
    for found in _INITIALS.finditer(text):
        name, end = found.group(), found.end()
        if text.startswith(" News", end) and name not in ours:
            name, end = f"{name} News", end + 5
        elif name not in ours and (name in NOT_AGENCIES or _NAME_GOES_ON.match(text, end)):
            continue
        if name in ours or is_told(left_of(text, found.start())):
            yield Mention(found.start(), end, name, name in ours, name in ours)


def coded_mentions(text: str) -> Iterator[Mention]:
    """Yield every mention of an agency that signs with small letters, as dpa does, and is introduced in the text."""
    if not _CODE_HINTS.inside(text) and not _CODE_SIGNED.search(text):
        return
    introduced = {found.group("code") for found in _CODE.finditer(text)}
    codes = sorted(code for code in introduced if not is_listed(code, _CODED_IN))
    for code in codes:
        for found in re.finditer(rf"(?<![\w@./-]){code}(?![\w@-]|\.\w)", text):
            yield Mention(found.start(), found.end(), code, True, False)
