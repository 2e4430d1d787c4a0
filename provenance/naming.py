"""Names of one agency: in full and short, in two scripts, cut short or ending otherwise in a translation."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from provenance import credits
from provenance.article import Article

_LONGEST_SHORT = 6
_MORE_LETTERS = 2
"""Letters that a short name may have beyond one for each word of the full one."""
_ENDING = 2
"""Letters that a translation may add to a name or take from it: Lantern, Lanterna."""
_SHORTEST_STEM = 6
_SPLIT = re.compile(r"[\s/&-]+")
_VOWELS = frozenset("aeiouyhwаеёиоуыэюяйьъіїєґ")
"""What is not looked at when names are compared by their sound."""
_CLASS = {letter: number for number, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "lr", "mn")) for letter in letters}
"""Consonants that scripts write for each other, as in the Soundex code, with l and r as one."""
_KIND = re.compile(
    r"\b(?:news|press)? ?(?:agency|service|wire|newswire)$|^(?:agencia|agência|agenzia|agence|agency) |"
    r"(?:通信社?|通訊社|通讯社|통신사?)$",
    re.IGNORECASE,
)


def stands_for(short: str, name: str) -> bool:
    """Tell whether `short` may abbreviate `name`: its letters stand there in order, the first of each word among them.

    After Schwartz & Hearst (2003), who ask it of the first word only; here every word but particles counts, as the two
    need not stand side by side.

    >>> stands_for("CNW", "Cardinal Newswire"), stands_for("CNW", "Cardinal Press Wire")
    (True, False)
    """
    words = [_plain(word) for word in _SPLIT.split(name) if word[:1].isupper()]
    letters = _plain(short)
    if len(words) < 2 or not len(words) <= len(letters) <= min(_LONGEST_SHORT, len(words) + _MORE_LETTERS):
        return False
    return letters == "".join(word[:1] for word in words) or (len(letters) > 2 and _spells(letters, words))


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


def _plain(written: str) -> str:
    """Return letters and figures in lower case, without accents."""
    apart = unicodedata.normalize("NFD", written.casefold())
    return "".join(letter for letter in apart if letter.isalnum())


def united(articles: Sequence[Article], names: Mapping[str, str]) -> dict[str, str]:
    """Return one name for each that the articles of one story credit; `names` is what each agency is called so far."""
    count: Counter[str] = Counter()
    full: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        count.update({names.get(c.agency, c.agency) for c in article.credits})
        for credit in article.credits:
            name = names.get(credit.agency, credit.agency)
            full[name].update(credits.in_full(credit))
    known = {agency.short for agency in credits.table()}
    unknown = sorted(name for name in count if name not in known)
    called = {name: name for name in count}
    for one, other in _same(unknown, full, articles):
        first, second = called[one], called[other]
        kept = min(first, second, key=lambda n: (not _is_short(n), -count[n], n))
        gone = second if kept == first else first
        called = {name: kept if now == gone else now for name, now in called.items()}
    return called


def _is_short(name: str) -> bool:
    return (name.isupper() or name.islower()) and " " not in name and len(name) <= _LONGEST_SHORT


def _same(names: Sequence[str], full: Mapping[str, set[str]], articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Return the pairs of names that are one agency's; a short name that may stand for several stands for none."""
    short = [name for name in names if _is_short(name)]
    pairs = [
        (one, other)
        for one in short
        for other in names
        if other not in short and any(stands_for(one, name) or _beside(name, one, articles) for name in full[other])
    ]
    shorts, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    found = [(one, other) for one, other in pairs if shorts[one] == others[other] == 1]
    apart = [name for name in names if name not in short]
    alike = [(a, b) for n, a in enumerate(apart) for b in apart[n + 1 :] if _ends_otherwise(a, b) or _sounds(a, b)]
    return found + alike


def _beside(name: str, short: str, articles: Iterable[Article]) -> bool:
    """Tell whether an article explains a short name: "Northquay Markets Service (NQM)"."""
    return " " in name and any(f"{name} ({short})" in article.text for article in articles)


def _ends_otherwise(one: str, other: str) -> bool:
    first, second = sorted((_plain(one), _plain(other)), key=len)
    return len(first) >= _SHORTEST_STEM and second.startswith(first) and len(second) - len(first) <= _ENDING


def _sounds(one: str, other: str) -> bool:
    """Tell whether two names in different scripts have the same consonants: Заречье-пресс, Zarechye-Press."""
    return one.isascii() != other.isascii() and _sound(one) == _sound(other) != ""


def _sound(name: str) -> str:
    """Return the classes of a name's consonants; nothing where it has fewer than three, or letters of other scripts."""
    plain = _KIND.sub("", name).strip().casefold()
    latin = "".join(_latin(letter) for n, letter in enumerate(plain) if letter != plain[n - 1 : n])
    classes = [str(_CLASS[letter]) for letter in latin if letter in _CLASS]
    return "".join(classes) if len(classes) >= 3 else ""


def _latin(letter: str) -> str:
    """Return what the consonants of a letter are in Latin ones, by its name in Unicode, as that of п is "PE"."""
    if letter.isascii() or letter in _VOWELS or not letter.isalpha():
        return letter
    called = unicodedata.name(letter, "").split()
    if called[:1] == ["LATIN"]:
        return unicodedata.normalize("NFD", letter)[0]
    if called[:1] in (["CYRILLIC"], ["KATAKANA"], ["HIRAGANA"], ["HANGUL"]):
        return called[-1].lower()
    return ""
