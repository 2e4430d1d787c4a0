"""Whether what stands beside a word of saying is somebody who says so, or the word another one."""

from __future__ import annotations

import re

from provenance.changes.numerals import listed
from provenance.model import Span

_WORD = re.compile(r"[^\W_]+")


def may_name_who_says(text: str, clause: Span, verb: Span) -> bool:
    """Return whether a clause whose last word of saying is `verb` may tell who says so: not "as promised".

    Only clauses that begin or end with the verb are looked at closely.
    """
    promise = _PROMISE.fullmatch(text, *verb) is not None
    if verb[0] == clause[0]:
        if promise:
            return text[verb[1] : clause[1]].lstrip()[:1].isupper()
        return not is_another_word(text, *verb)
    ends = not any(map(str.isalnum, text[verb[1] : clause[1]]))
    return not ends or _is_who_says(text[clause[0] : verb[0]], promise)


def _is_who_says(ahead: str, promise: bool) -> bool:
    """Return whether what stands before a verb at the end is somebody who speaks, and no clause of another kind."""
    words = [w.casefold() for w in _WORD.findall(ahead)]
    if not words or "," in ahead or not _OTHER_CLAUSES.isdisjoint(words):
        return False
    if words[0] in _AS:
        words = words[1:]
        if not words or (not _AND.isdisjoint(words) and not any(map(str.isupper, ahead))):
            return False
    relative = len(words) > 1 and words[0] in _WHICH and words[1] in _PRONOUNS
    somebody = ahead.lstrip()[:1].isupper() or (bool(words) and words[0] in _PRONOUNS)
    return not relative and (somebody or not promise)


_PROMISE = re.compile(
    "promised|promet\\w+|versprach(?:en)?|beloofde|lovade|lovede|обещал[аи]?|obiecał[aoi]?", re.IGNORECASE
)
"""Verbs of saying that are often said of what was promised."""
_OTHER_CLAUSES = frozenset(
    listed(
        "than which whom whose who after before since until when while if because where though although was were been "
        "be is are being had nachdem bevor seit bis als wenn weil obwohl während wurde wurden worden war waren "
        "après avant depuis quand lorsque qui que dont où été était dopo prima quando che cui era stato stata "
        "después antes cuando que fue sido era depois antes quando foi sido na nadat voordat toen sinds werd werden"
    )
)
"""Words of clauses that tell when or what, and not who says so."""
_AS = frozenset(listed("as wie come comme como zoals som jak jako как як"))
_AND = frozenset(listed("and und e ed et y en och og i a и и"))
_WHICH = frozenset(listed("das die der den dem was welches welche dat wat"))
_PRONOUNS = frozenset(
    listed("he she they it i we er sie es ich wir man hij zij ze wij il elle ils elles on han hun hon de")
)


def is_another_word(text: str, start: int, end: int) -> bool:
    """Return whether what may stand before a name is another word here: "il secondo treno", "laut bellend"."""
    if _ALSO_OTHERS.fullmatch(text, start, end) is None:
        return False
    ahead = _ARTICLE_AHEAD.search(text[max(0, start - _LONGEST_ARTICLE) : start])
    return ahead is not None or _SPEAKER_BEHIND.match(text, end) is None


_ALSO_OTHERS = re.compile("secondo|segundo|según|laut|conform|citing|quoting", re.IGNORECASE)
"""Words that stand before the name of the one who says so, and before much else."""
_ARTICLE_AHEAD = re.compile(r"\b(?:il|lo|un|al|nel|dal|del|sul|o|um|ao|no|do|pelo|el|en|seu|suo)\s+$", re.IGNORECASE)
_LONGEST_ARTICLE = 6
_SPEAKER_BEHIND = re.compile(
    r"\s+(?:[\W\d]*[^\W\d_a-zß-öø-ÿ]|\d|(?:the|an?|its?|their|his|her|two|three|four|five|several|official|sources|people|"
    r"il|la|i|gli|le|l['’]|un|una|uno|alcun\w+|quanto|fonti|o|os|as|um|uma|fontes?|el|los|las|unos|una|dos|tres|"
    r"varias|varios|fuentes|su|sus|expertos|testigos|de[rmnst]|die|das|ein\w*|ihr\w*|sein\w*|eigene[nr]|mehrere[rn]|"
    r"unui|unei|surselor|unor|datelor)\b)"
)
"""A capital, a figure or an article, as names and what speaks have before them."""
