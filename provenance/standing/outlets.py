"""What papers are called: in their banners, in what a page declares, and in the texts of others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from provenance.article import Article
from provenance.model import Span
from provenance.patterns import of_tables
from provenance.phrasebook import rows

BAR = re.compile(r"\s(?:--?|[–—])\s|[|·•»>›:/#~*=:＞｜　]|\.\s")
"""What parts the fields of a banner."""
SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that set no space between words, so that a name has no bounds."""


def _alternation(kind: str) -> str:
    return "|".join(phrase for what, _, phrase in rows("standing/page_words.tsv") if what == kind)


_SPACED = r"[^\W\d_\u3040-\u9fff\uac00-\ud7af]"
INTERFACE = re.compile(rf"(?<!{_SPACED})(?:{_alternation('use')})(?!{_SPACED})", re.IGNORECASE)
"""What the first words of a page say that are for its use, and name nobody."""
HOME = re.compile(_alternation("home"), re.IGNORECASE)
"""What the way back to a page's first one is called, in many languages, with which a line of links begins."""
TOOLS = re.compile(
    rf"(?:{_alternation('tool')})(?!\w)|(?:{_alternation('tool-ideograph')})(?=$|[\s|｜·])", re.IGNORECASE
)
"""What a page offers to do with an article, where its first line begins with it."""
WORD = re.compile(r"\w+")
ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|los|il|lo|o|os|de|het) |^l['’]")
HOUSE = re.compile(rf"(?:,? (?:{_alternation('house')})\.?)+$|{_alternation('house-ideograph')}")
"""What makes a paper's name that of the firm that owns it."""
DIGITAL = re.compile(rf"(?<=.{{3}})(?:{_alternation('digital')})$")
"""What a paper's name ends in on its page in scripts without spaces."""
PARTED = re.compile(r"[|·•]|//|::|>>")
QUOTED = re.compile(r"(?:\w+ )?[«„“]([^«»„“”]{6,40})[»“”]")
BANNER_WORDS = 8
"""Words of a paper's name and what it says of itself."""
SHORTEST_PAPER, SHORTEST_SPACELESS = 8, 3
"""Code points of a paper's name, and of one in a script without spaces."""
LONGEST_DECLARED = 160
"""Code points of what a page declares that are looked at."""
LONGEST_PAPER = 6
"""Words of a paper's name."""
LONG_WORD = 4
"""Letters of a word that a translation of a name leaves in it."""


@cache
def _page_words(kind: str) -> re.Pattern[str]:
    """Match what one kind of words of a page is, over all languages."""
    return of_tables(_alternation(kind), re.IGNORECASE)


@cache
def _nouns() -> re.Pattern[str]:
    """Match a field that is nothing but nouns of a page, and figures and signs: "Abo  E-Paper  Wetter 9°"."""
    noun = _alternation("noun")
    return of_tables(rf"[\W\d]*(?:{noun})(?:[\W\d]+(?:{noun}))*(?:[\W\d]+[CF]?)?", re.IGNORECASE)


def is_of_page(field: str) -> bool:
    """Tell whether the first field of a first line is for the use of the page, and names nobody."""
    if any(words.match(field) for words in (INTERFACE, TOOLS)) or HOME.fullmatch(field):
        return True
    service = _page_words("service").match(field)
    ended = service is not None and not field[service.end() : service.end() + 1].isalpha()
    return ended or any(words.fullmatch(field) for words in (_nouns(), _page_words("field")))


def is_for_readers(line: str) -> bool:
    """Tell whether a line of several fields has one for the use of a page: a station's, and no agency's for newsrooms.

    >>> is_for_readers("KTX News | Listen live"), is_for_readers("KTX News | Sport")
    (True, False)
    """
    others = [field.strip(" ▶►★*") for field in BAR.split(line)][1:]
    home = not any(map(str.isdigit, line)) and any(map(HOME.fullmatch, others))  # agencies have reports from home
    fields = [field for field in others if len(field.split()) <= _LONGEST_USE]
    return home or any(INTERFACE.match(f) or TOOLS.match(f) or _READING.fullmatch(f) for f in fields)


_LONGEST_USE = 3
"""Words of a field for the use of a page."""


_READING = re.compile(r"(?:[^\W\d_]+ )?[-+−]?\d{1,2} ?°[CF]?")
"""What the weather is like: "Weather 9°C"."""


def banner_name(banner: str) -> str | None:
    """Return what a banner calls its paper: what stands before the first sign, without its article; None if short."""
    first = BAR.split(banner, maxsplit=1)[0]
    if is_of_page(first.strip(" ▶►★*")):
        return None
    # A headline has commas and quotations too, but hardly ever what parts the fields of a banner.
    parted = PARTED.search(banner) is not None and len(first.split()) <= BANNER_WORDS
    quoted = QUOTED.match(banner) if parted else None
    name = quoted.group(1) if quoted else ARTICLE.sub("", (first.split(", ")[0] if parted else first).strip(" ★*"))
    if name.startswith(("«", "„", "“", '"')):
        return None
    if SPACELESS.search(name):
        name = DIGITAL.sub("", name.split()[0])
        return name if len(name) >= SHORTEST_SPACELESS else None
    if not quoted and parted and len(name.split()) == 1 and first.strip(" ★*") != name:
        name = first.strip(" ★*")  # one word is a name with its article only: "De Waalbode"
    return name if len(name) >= SHORTEST_PAPER and (quoted or 2 <= len(name.split()) <= LONGEST_PAPER) else None


def declared_name(declared: str | None) -> str | None:
    """Return the outlet that is declared, or that the foot of the page names, as a banner would call it; None if short.

    One word is too little to know a paper by in what others write.
    """
    name = HOUSE.sub("", ARTICLE.sub("", " ".join((declared or "")[:LONGEST_DECLARED].casefold().split())))
    if SPACELESS.search(name):
        return name if len(name) >= SHORTEST_SPACELESS else None
    return name if len(name) >= SHORTEST_PAPER and 2 <= len(name.split()) <= LONGEST_PAPER else None


def by_longest_word(outlets: Iterable[str]) -> dict[str, str]:
    """Return what papers are called by their longest words, unaccented, by which a text is searched for them."""
    words = {outlet: WORD.findall(_unaccented(outlet)) for outlet in sorted(outlets, reverse=True)}
    return {max(some, key=len): outlet for outlet, some in words.items() if some}


def named(article: Article, by_word: Mapping[str, str]) -> dict[str, tuple[Span, ...]]:
    """Return where a text names papers; `by_word` holds what they are called by their longest words, unaccented."""
    if not by_word:
        return {}
    text = article.text
    folded = _unaccented(_small(text))
    words = sorted(by_word.keys() & set(WORD.findall(folded)))
    found = {by_word[word]: _written(_unaccented(by_word[word])).finditer(folded) for word in words}
    places = {name: tuple(m.span(1) for m in some if not text[m.start(1)].islower()) for name, some in found.items()}
    return {name: some for name, some in places.items() if some}


def _small(text: str) -> str:
    """Return a text in small letters, place by place, so that a capital that has two of them stays one."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower()[0] for c in text)


_UNACCENTED = {
    code: apart[0]
    for code in range(0xC0, 0x250)
    if len(apart := unicodedata.normalize("NFD", chr(code))) > 1 and apart[0].isascii()
}


def _unaccented(folded: str) -> str:
    """Return Latin letters without their accents, place by place: a desk abroad may have set none."""
    return folded if folded.isascii() else folded.translate(_UNACCENTED)


@lru_cache(maxsize=1024)
def _written(name: str) -> re.Pattern[str]:
    """Match a paper's name with other small words between its longer ones, as translations set them.

    The first group begins with what is a capital in a name; the article of a name of one word is none in mid-sentence.
    """
    if SPACELESS.search(name):
        return re.compile(f"({re.escape(name)})")
    words = WORD.findall(name)
    long = [word for word in words if len(word) >= LONG_WORD]
    if len(words) == 2 and ARTICLE.match(name):
        return re.compile(rf"(?<!\w){re.escape(words[0])}\W{{1,2}}({re.escape(words[1])})(?!\w)")
    if len(long) < 2:
        return re.compile(rf"(?<!\w)({re.escape(name)})")
    first = words.index(long[0])
    ahead = "".join(rf"{re.escape(word)}\W{{1,3}}" for word in words[:first])
    return re.compile(rf"(?<!\w)({ahead}" + r"\W{1,3}(?:\w{1,3}\W{1,3}){0,2}".join(map(re.escape, long)) + ")")
