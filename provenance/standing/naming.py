"""Names of one agency: in full and short, in two scripts, cut short or ending otherwise in a translation."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, permutations
from types import MappingProxyType

from provenance import credits
from provenance.article import Article, Pair
from provenance.crediting.abbreviations import bare, is_short, plain, stands_for
from provenance.model import Passage, Span
from provenance.standing.outlets import BAR

NOTHING: Mapping[Pair, Sequence[Passage]] = MappingProxyType({})
_ENDING = 2
"""Letters that a translation may add to a name or take from it: Lantern, Lanterna."""
_SHORTEST_STEM = 6
_LONGEST_HEAD = 200
"""Code points of a first line that are looked at."""
_SHORTEST_SIGN = 3
_VOWELS = frozenset("aeiouyhwаеёиоуыэюяйьъіїєґ")
"""What is not looked at when names are compared by their sound."""
_CLASS = {letter: number for number, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "lr", "mn")) for letter in letters}
"""Consonants that scripts write for each other, as in the Soundex code, with l and r as one."""
_LETTERS = {
    letter: latin
    for latin, letters in {
        "b": "بבβबব", "p": "پפףπपফপফ", "f": "فφफ", "v": "ڤוवভभ", "t": "تطةתטτतटत", "d": "دضذדδदডद", "th": "θ",
        "k": "كکקכךκकক", "q": "ق", "g": "غگגγग", "j": "جچجज", "s": "سصثشסשςσसशষस", "z": "زظזζ", "x": "ξ", "ps": "ψ",
        "kh": "خχख", "l": "لלλलল", "r": "رרρरর", "m": "مמםμमম", "n": "نנןνनন", "ts": "צץ",
    }.items()
    for letter in letters
}  # fmt: skip
"""Consonants of scripts whose letters have names that say more than their sound."""
_INDIC = frozenset(
    ["DEVANAGARI", "BENGALI", "GUJARATI", "GURMUKHI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "ORIYA"]
)
_ARTICLE = re.compile(r"^(?:(?:the|al|el|as|ar)[ -]|ال)")


def united(
    articles: Sequence[Article], names: Mapping[str, str], passages: Mapping[Pair, Sequence[Passage]] = NOTHING
) -> dict[str, str]:
    """Return one name for each that the articles of one story credit; `names` is what each agency is called so far.

    `passages` are those of pairs of articles, by their places.
    """
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
    for one, other in [*_same(unknown, full, articles), *_facing(unknown, names, articles, passages)]:
        first, second = called[one], called[other]
        kept = min(first, second, key=lambda n: (not is_short(n), -count[n], n))
        gone = second if kept == first else first
        called = {name: kept if now == gone else now for name, now in called.items()}
    return called


def _same(names: Sequence[str], full: Mapping[str, set[str]], articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Return the pairs of names that are one agency's; a short name that may stand for several stands for none."""
    short = [name for name in names if is_short(name)]
    pairs = [
        (one, other)
        for one in short
        for other in names
        if other not in short
        and (
            any(stands_for(one, name) or _beside(name, one, articles) for name in full[other])
            or _signs_with(one, other, articles)
        )
    ]
    shorts, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    found = [(one, other) for one, other in pairs if shorts[one] == others[other] == 1]
    apart = [name for name in names if name not in short]
    alike = [
        (a, b)
        for n, a in enumerate(apart)
        for b in apart[n + 1 :]
        if _ends_otherwise(a, b) or any(sounds(x, y) for x in full[a] for y in full[b]) or _glossed(a, b, articles)
    ]
    return found + alike


def _facing(
    unknown: Sequence[str],
    names: Mapping[str, str],
    articles: Sequence[Article],
    passages: Mapping[Pair, Sequence[Passage]],
) -> list[tuple[str, str]]:
    """Return the pairs of names in two scripts that translations of one text set for each other.

    Each faces no other name, and no article credits both.
    """
    credited = [[(names.get(c.agency, c.agency), c.span) for c in article.credits] for article in articles]
    together = {pair for some in credited for pair in permutations({name for name, _ in some}, 2)}
    faced: dict[str, set[str]] = defaultdict(set)
    for (i, j), some in passages.items():
        if articles[i].language == articles[j].language or not (credited[i] and credited[j]):
            continue
        for passage in some:
            one, other = _credited_in(credited[i], passage.left), _credited_in(credited[j], passage.right)
            if len(one) == len(other) == 1 and one != other:
                faced[one[0]].add(other[0])
                faced[other[0]].add(one[0])
    return [
        (one, other)
        for one, other in combinations(unknown, 2)
        if faced.get(one) == {other}
        and faced.get(other) == {one}
        and _in_two_scripts(one, other)
        and (one, other) not in together
    ]


def _credited_in(credited: Iterable[tuple[str, Span]], span: Span) -> list[str]:
    return sorted({name for name, (start, end) in credited if span[0] <= start and end <= span[1]})


def _in_two_scripts(one: str, other: str) -> bool:
    """Tell whether two names are in two scripts, so that neither can be read as the other letter by letter."""
    scripts = [{_script(letter) for letter in name if letter.isalpha()} for name in (one, other)]
    return bool(scripts[0]) and bool(scripts[1]) and scripts[0].isdisjoint(scripts[1])


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0]
    return "CJK" if name in ("HIRAGANA", "KATAKANA") else name


def _beside(name: str, short: str, articles: Iterable[Article]) -> bool:
    """Tell whether an article explains a short name: "Northquay Markets Service (NQM)"."""
    return " " in name and any(f"{name} ({short})" in article.text for article in articles)


def _glossed(one: str, other: str, articles: Iterable[Article]) -> bool:
    """Tell whether a first line sets a name in two scripts side by side: 列島通信　RETTO TSUSHIN."""
    if one.isascii() == other.isascii():
        return False
    heads = (article.text[:_LONGEST_HEAD].lstrip().split("\n", maxsplit=1)[0] for article in articles)
    fields = ([plain(field) for field in BAR.split(head)] for head in heads)
    return any({plain(one), plain(other)} <= {*row} for row in fields)


def _signs_with(short: str, name: str, articles: Iterable[Article]) -> bool:
    """Tell whether an article credits both, and the sign is letters of a name of one word, in order: ostp, Ostpress."""
    if " " in name or len(short) < _SHORTEST_SIGN or len(name) < _SHORTEST_STEM or plain(short)[0] != plain(name)[:1]:
        return False
    left = iter(plain(name))
    in_order = all(letter in left for letter in plain(short))
    return in_order and any({short, name} <= {c.agency for c in article.credits} for article in articles)


def _ends_otherwise(one: str, other: str) -> bool:
    first, second = sorted((plain(one), plain(other)), key=len)
    return len(first) >= _SHORTEST_STEM and second.startswith(first) and len(second) - len(first) <= _ENDING


def sounds(one: str, other: str) -> bool:
    """Tell whether two names in different scripts have the same consonants: Заречье-пресс, Zarechye-Press."""
    if one.isascii() == other.isascii():
        return False
    # A word for agency may be one in one of the scripts only.
    return any(_sound(a) == _sound(b) != "" for a, b in ((one, other), (bare(one), bare(other))))


def _sound(name: str) -> str:
    """Return the classes of a name's consonants; nothing where it has fewer than three, or letters of other scripts."""
    written = _ARTICLE.sub("", name.casefold())
    latin = "".join(_latin(letter) for n, letter in enumerate(written) if letter != written[n - 1 : n])
    classes = [str(_CLASS[letter]) for letter in latin if letter in _CLASS]
    return "".join(classes) if len(classes) >= 3 else ""


def _latin(letter: str) -> str:
    """Return what the consonants of a letter are in Latin ones, by its name in Unicode, as that of п is "PE"."""
    if letter.isascii() or letter in _VOWELS or not letter.isalpha():
        return letter
    if letter in _LETTERS:
        return _LETTERS[letter]
    called = unicodedata.name(letter, "").split()
    if called[:1] == ["LATIN"]:
        return unicodedata.normalize("NFD", letter)[0]
    if called[:1] in (["CYRILLIC"], ["KATAKANA"], ["HIRAGANA"], ["HANGUL"]):
        return called[-1].lower()
    if called[:1] and called[0] in _INDIC and called[1:2] == ["LETTER"]:
        return "".join(dict.fromkeys(called[-1].lower()))  # TTA and DDHA sound as one consonant
    return ""
