"""What is left of an agency's name without the words for agency, and which letters may stand for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from provenance.patterns import of_tables
from provenance.phrasebook import rows

_LONGEST_SHORT = 6
_MORE_LETTERS = 2
"""Letters that a short name may have beyond one for each word of the full one."""
_SPLIT = re.compile(r"[\s/&-]+")
_AROUND = " \t\u00a0\u3000*_#«»\"“”„'‘’「」『』[]()（）"
_LONGEST_NAME = 60
"""Code points of a line's first part that may be a name."""


def stands_for(short: str, name: str) -> bool:
    """Tell whether `short` may abbreviate `name`: its letters stand there in order, the first of each word among them.

    After Schwartz & Hearst (2003), who ask it of the first word only; here every word but particles counts, as the two
    need not stand side by side.

    >>> stands_for("CNW", "Cardinal Newswire"), stands_for("CNW", "Cardinal Press Wire")
    (True, False)
    """
    words = [plain(word) for word in _SPLIT.split(name) if word[:1].isupper()]
    letters = plain(short)
    if len(words) < 2 or not len(words) <= len(letters) <= min(_LONGEST_SHORT, len(words) + _MORE_LETTERS):
        return False
    return letters == "".join(word[:1] for word in words) or (len(letters) > 2 and _spells(letters, words))


@cache
def _desks() -> frozenset[str]:
    """Return the words behind an agency's name that are for the part of the house that sends a report."""
    return frozenset(word for side, _, words in rows("agency_kinds.tsv") if side == "desk" for word in words.split("|"))


def heads_with(short: str, name: str) -> bool:
    """Tell whether a name begins with what `short` may abbreviate, and goes on with words for agencies and desks.

    >>> heads_with("UD", "Union Dispatch Sports Wire"), heads_with("UD", "Union Dispatch Herald")
    (True, False)
    """
    words = name.split()
    for n in range(len(words), 0, -1):
        if stands_for(short, " ".join(words[:n])):
            return True
        if words[n - 1].casefold() not in _desks():
            return False
    return False


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Tell whether letters can be dealt out to words in order, to each its first one and then any."""
    if not words or letters[:1] != words[0][:1]:
        return not words and not letters
    word, at, used = words[0], 1, 1
    while True:
        if _spells(letters[used:], words[1:]):
            return True
        at = word.find(letters[used], at) + 1 if used < len(letters) else 0
        if not at:
            return False
        used += 1


def is_short(name: str) -> bool:
    """Tell whether a name is initials, as an agency signs with: DPX, or dpx."""
    return (name.isupper() or name.islower()) and " " not in name and len(name) <= _LONGEST_SHORT


def plain(written: str) -> str:
    """Return letters and figures in lower case, without accents."""
    apart = unicodedata.normalize("NFD", written.casefold())
    return "".join(letter for letter in apart if letter.isalnum())


@cache
def _kinds() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what matches the words for agency at the start of a name and at the end, over all languages."""
    ahead, behind = (
        "|".join(phrase for side, _, phrase in rows("agency_kinds.tsv") if side == where)
        for where in ("ahead", "behind")
    )
    return of_tables(rf"(?:{ahead})(?:\s+|(?=[«\"“„]))", re.I), of_tables(rf"(?:{behind})$", re.I)


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Return a name in small letters without the words for agency around it; "" where nothing else is in it.

    >>> bare("Agence de presse Polnaire"), bare("POLNAR NEWS AGENCY"), bare("وكالة الشراع للأنباء")
    ('polnaire', 'polnar', 'الشراع')
    """
    if len(name) > _LONGEST_NAME:
        return ""
    ahead, behind = _kinds()
    left = name.casefold().strip(_AROUND)
    found = ahead.match(left)
    while found is not None and found.end():
        left = left[found.end() :].strip(_AROUND)
        found = ahead.match(left)
    found = behind.search(left)
    while found is not None and found.group():
        left = left[: found.start()].strip(_AROUND)
        found = behind.search(left)
    return left


def headed(line: str, name: str) -> bool:
    """Tell whether a line begins, before its first bar, with a name and no more than words for agency around it.

    Behind a sign the word for a desk may stand.

    >>> headed("KPN Inrikes | 20:14", "KPN"), headed("KPN Herald", "KPN")
    (True, False)
    """
    called, begins = plain(bare(name)), opening(line)
    if not called or plain(begins) == called:
        return bool(called)
    first, *desks = begins.split() or [""]
    return is_short(name) and plain(first) == called and all(word in _desks() for word in desks)


_FIELD = re.compile(r"\s(?:--?|[–—])\s|\s?[|·•➤»›>/#~*=＞｜／　:：©]+\s?|\.\s")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SLUG = re.compile(r"(?<=[^\W\d_])[-_ ]?\d{2,}$")


def opening(line: str) -> str:
    """Return what a line calls itself before its first bar, without the words for agency and a running number.

    >>> opening("KPN-0412 | ECONOMY | PRIO 3"), opening("Agencja Polna // serwis")
    ('kpn', 'polna')
    """
    first = next((part for part in _FIELD.split(line[:200].strip()) if part.strip()), "")
    first = first.split()[0] if _IDEOGRAPH.match(first) else first
    return bare(_SLUG.sub("", first.strip()))
