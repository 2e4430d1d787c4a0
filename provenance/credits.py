"""Credits to agencies: names and phrases come from tables, names that no table has from how they are written.

A mention of an agency is a credit only with a phrase that makes it the source ("told AP", "laut dpa", "によると"), in a
dateline, in a byline, or in a line about rights. News about an agency ("AP sues the White House") is none, and neither
is the credit of a photograph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from provenance.abbreviations import headed, stands_for
from provenance.anycase import AnyCase
from provenance.model import Credit, Span
from provenance.rarity import is_listed

# ------------------------------------------------------------------------------------------------------------- phrases

_Side = Literal["ahead", "behind", "source", "desk", "byline"]
_Strength = Literal["strong", "weak", "label"]


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of one of the package's tables."""
    for line in resources.files("provenance").joinpath(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _words(kind: str) -> frozenset[str]:
    """Return the words of one kind over all languages."""
    return frozenset(word for what, _, words in _rows("credit_words.tsv") if what == kind for word in words.split())


def _phrases(side: _Side, strength: _Strength) -> str:
    """Return the phrases before or behind a name, over all languages, as one alternation."""
    rows = _rows("credit_phrases.tsv")
    return "|".join(f"(?:{phrase})" for where, kind, _, phrase in rows if where == side and kind == strength)


_ARTICLE = (
    r"(?:(?:the|der|die|das|dem|den|la|le|les|el|los|il|lo|al|alla|dalla|à|a|ao|às|de|da|do|di|het|een|an?|az?|agency|"
    r"agence|agencia|agência|agenzia|stampa|noticias|notícias|presse|persbureau|nieuwsbureau|nachrichtenagentur|news|press|"
    r"nyhetsbyrån|nyhedsbureauet|nyhetsbyrået|uutistoimisto|wire|agentur|presseagentur|kantor|berita|hãng|tin|agencja|agencji|prasowa|prasowej|agentura|agentuře|агентство|"
    r"агентству|агентства|агентством|агентстві|інформагентство|інформагентства|информагентство|информагентства|"
    r"информагентству|(?:информационн|інформаційн|новостн)\w{1,3}|агенцията|agenția|agenției|presă|știri|tietotoimisto|agenturou|agentury|το|τον|την|στο|"
    r"πρακτορείο|ειδήσεων|סוכנות|הידיעות|החדשות)[ \u00a0]|(?:à )?(?:l|all|dall|d)['’]){0,5}"
)
"""What may stand between a phrase and a name; every piece ends in a space or an apostrophe, so that there is one way
to read it."""
_NOT_SOURCE = re.compile(
    r"(?:['’]s?)? ?(?:lawyers?|attorneys?|complaint|lawsuit|suit|executives?|employees|shares|stock|headquarters|owner|"
    r"president|chief executive|CEO|board|spokes\w+|terminal|building|exams?|class(?:es)?|sues?|sued|suing|hired)\b"
)
"""What makes an agency the subject of the news in spite of a phrase before it."""
_PICTURES = "|".join(sorted(_words("picture")))
_PHOTO_AHEAD = re.compile(
    rf"(?:\bvia|\b(?:photos?|fotos?|bild|images?|pictures?|credit)\b(?: ?:| by| from| courtesy of)?[^.()\n]{{0,60}}"
    rf"|(?:^|[\s(（])(?:fot\.|(?:{_PICTURES}) ?[:：]) ?[^.()\n]{{0,60}}"
    r"|[\w.]/(?:\w+/)?|\([^()\n]{0,80}/ ?)(?:The )?$",
    re.IGNORECASE,
)
"""A slash with no space before it is a photographer's: "Jo Doe/AP"."""
_PHOTO_HINTS = ("/", "via", "photo", "foto", "bild", "image", "picture", "credit", ":", "fot.")
"""One of these stands in all that the pattern above matches in ASCII."""
_PHOTO_BEHIND = re.compile(
    r"\s?(?:[-–—/,]?\s?(?:Photo|Foto|File\b|Images|Getty|Pool|Video)|/\w+ (?:Images|Photo)|-? ?Bild)"
)
_CONTRIBUTED = re.compile(r"[^.\n]{0,120}\bcontributed to (?:this|the) (?:report|story|article)")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)[\s\w,–-]{0,20}?$", re.IGNORECASE)
_RIGHTS_BEHIND = re.compile(r"\s?[™®]?\s?&?\s?(?:©|\(c\))(?: ?(?:19|20)\d\d)?")
_AND = re.compile(
    r"\s?(?:,|/|\+|&|、|・| and| und| et| y| e| i| en| och| og| и| і| ja)(?: the| l['’]| la| der| die)?\s?"
)

# ------------------------------------------------------------------------------------------------------------ agencies


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: the short name it is called by here, and the names it is written with."""

    short: str
    names: tuple[str, ...]
    ambiguous: bool = False
    """Its short name means other things too, so that only a strong phrase makes it a credit."""


@cache
def table() -> tuple[Agency, ...]:
    """Return the agencies that the package knows."""
    return tuple(Agency(short, tuple(names.split("|")), flag == "?") for short, flag, names in _rows("agencies.tsv"))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


class _Known(NamedTuple):
    names: tuple[str, ...]
    short: Mapping[str, str]
    ambiguous: frozenset[str]
    """Names, not agencies: a full name is never ambiguous."""
    by_head: Mapping[str, tuple[int, ...]]
    """Places in `names` of those that begin with ASCII letters and figures, by all of these that they begin with."""
    by_letter: Mapping[str, tuple[int, ...]]
    """Places in `names` of the others, by their first letter."""

    def possible(self, text: str) -> list[str]:
        """Return the names that may stand alone somewhere in a text, and few others, in the order of `names`."""
        places: list[int] = []
        plain = text.encode("ascii").translate(_HEADS_ONLY).decode("ascii") if text.isascii() else ""
        heads = plain.split() if plain else _HEAD.findall(text)
        for head in self.by_head.keys() & heads:
            places += self.by_head[head]
        for letter, some in self.by_letter.items():
            if letter in text:
                places += some
        return [self.names[place] for place in sorted(places)]


_HEAD = re.compile("[A-Za-z0-9]+")
_HEADS_ONLY = bytes(code if chr(code).isalnum() else 32 for code in range(128)).ljust(256)
"""Does in ASCII what the pattern does, in a quarter of the time."""


_SHORTEST_IN_CAPITALS = 5
"""Letters of a name of one word from which on it is the same in capitals: "By REUTERS"."""


@cache
def _known(added: tuple[str, ...]) -> _Known:
    short: dict[str, str] = {}
    ambiguous: set[str] = set()
    for agency in table():
        for name in agency.names:
            short[name] = agency.short
            if len(name) > 6 and name.isascii() and " " in name:
                short.setdefault(name.upper(), agency.short)
            called = (name == agency.short or not name.isascii()) and len(name) >= _SHORTEST_IN_CAPITALS
            if called and name.istitle() and not agency.ambiguous:
                short.setdefault(name.upper(), agency.short)
            if agency.ambiguous and len(name) <= 6:
                ambiguous.add(name)
    for name in added:
        short.setdefault(name, name)
        ambiguous.discard(name)
        if " " in name:
            short.setdefault(name.upper(), short[name])
    names = tuple(sorted(filter(None, short), key=lambda name: (-len(name), name)))
    by_head: dict[str, list[int]] = {}
    by_letter: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        head = _HEAD.match(name)
        if head is not None:
            by_head.setdefault(head.group(), []).append(place)
        else:
            by_letter.setdefault(name[0], []).append(place)
    return _Known(
        names,
        short,
        frozenset(ambiguous),
        {head: tuple(places) for head, places in by_head.items()},
        {letter: tuple(places) for letter, places in by_letter.items()},
    )


_CALLED = "Press|News|Wire|Agency|Newswire|Presse|Media|Service|Agentur"
"""Words after a name that nobody puts behind that of a town."""
# Names that no table has, by the word for agency in them.
_KIND_BEHIND = (
    r"(?:News|Press|Wire|Media|Telegraph|Cable|Telegram|Dispatch)[ -](?:Service|Agency|Bureau|Wire)|"
    r"News ?wires?|Wire(?: Service| News)?|Newswire|"
    r"Nachrichtenagentur|Presseagentur|Presse-Agentur|Persbureau|Nieuwsdienst|Nyhetsbyrå|Nyhedsbureau|Tietotoimisto|"
    r"[Hh]aber [Aa]jansı|Távirati Iroda|Press Association|Tsushin(?:sha)?|Tongxunshe|Tongshin|"
    r"Pressedienst|Depeschendienst|hírügynökség"
)
_KIND_AHEAD = (
    r"[Aa]gence(?: de presse)?|[Aa]gencia(?: de noticias)?|[Aa]gência(?: de notícias)?|[Aa]genzia(?: di stampa)?|"
    r"(?:Nachrichten|Presse|Depeschen)agentur|Agentur|[Pp]ersbureau|[Nn]yhetsbyrån|[Nn]yhedsbureauet|[Nn]yhetsbyrået|"
    r"[Aa]gencj[aięą](?: [Pp]rasow\w{1,3}| [Ii]nformacyjn\w{1,3})?|(?:[Ii]nformačn.|[Tt]iskov.) agentur.|"
    r"(?:[Нн]овостн\w{1,3} |[Ии]нформационн\w{1,3} |[Іі]нформаційн\w{1,3} )?[Аа]гентств[оауі]м?|"
    r"[Іі]нформ ?агентств[оауі]м?|[Ии]нформагентств[оау]м?|[Aa]genți[aei](?: de (?:presă|știri))?|"
    r"[Aa]gentur[auyeě]|[Uu]utistoimisto|(?:news|press|wire) agency|"
    r"[Kk]antor [Bb]erita|[Hh]ãng (?:tin|thông tấn)"
)
_KIND = re.compile(rf"(?:{_KIND_AHEAD}) ")
_KIND_LAST = re.compile(rf"(?<![\w-])(?:{_KIND_AHEAD}) [«\"“„]?$")
_PROPER = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ](?:[\w'’&-]|\.(?=\w)){0,30}"
_NAMED = re.compile(
    rf"(?:(?<![\w-]){_PROPER}(?: {_PROPER}){{0,2}} (?:{_KIND_BEHIND})(?![\w-])"
    r"|(?<![\w-])[A-Z][A-Z'’&.-]{1,30}(?: [A-Z][A-Z'’&.-]{1,30})?"
    r" (?:NEWS SERVICE|WIRE SERVICE|NEWS AGENCY|PRESS AGENCY|NEWSWIRE|WIRE NEWS|WIRE|TSUSHIN)(?![\w-])"
    rf"|(?<![\w-])(?:{_KIND_AHEAD}) (?P<proper>«?{_PROPER}(?: {_PROPER})?»?)"
    rf"|(?<=[Tt]he )agency (?P<called>{_PROPER})"
    rf"|(?<=[Tt]he )(?P<reported>{_PROPER}) agency(?= (?:had )?(?:reported|reports|quoted|cited|wrote)(?![\w-]))"
    rf"|(?<![\w-])(?<!the )(?<!The )(?<!THE )(?P<press>{_PROPER}(?: {_PROPER})? Press)(?![\w-])"
    rf"|(?<![\w-])(?P<small>{_PROPER}(?: {_PROPER})?) (?:[Nn]ews agency|newswire)(?![\w-])(?! [A-Z])"
    r"|(?:وكالة(?: الأنباء| أنباء)|خبرگزاری|סוכנות (?:הידיעות|החדשות)|समाचार एजेंसी|πρακτορείο(?: ειδήσεων)?)"
    r" [«\"“]?(?P<plain>[^\W\d_][\w\u0900-\u0963-]{2,15})"
    r"|وكالة (?P<arabic>[^\W\d_]{2,14}(?: [^\W\d_]{2,14})?) للأنباء"
    r"|(?P<kana>[\u30a1-\u30fa\u30fc・]{3,10}(?<!モバイル)(?<!データ)(?<!ネット)(?<!デジタル)通信(?=に|が|は|の)|[\u30a1-\u30fa\u30fc]{2,8}・プレス)"
    r"|(?:(?<=\n)[（(]|[©Ⓒ] ?)(?P<signed>[\u30a0-\u30ff\u4e00-\u9fff]{2,6}通信)(?=[）)]?\s*(?:$|\n)|[\s　])"
    r"|(?P<asked>[\u30a0-\u30ff\u4e00-\u9fff]{2,6}通信)(?=の(?:取材|記者|単独取材|インタビュー))"
    r"|(?<![\w-])(?P<joined>[А-ЯЁЄІЇҐ][\w'’]{1,20}(?:-[А-ЯЁЄІЇҐ][\w'’]{1,20})?-"
    r"(?:[Пп]ресс?|[Ии]нформ|[Іі]нформ|[Тт]елеграф|[Тт]елеграм)|[A-Z][\w'’]{1,20}-(?:[Pp]ress|[Ii]nform|[Tt]elegraf))(?![\w-])"
    r"|(?<![\w-])(?P<camel>[А-ЯЁЄІЇҐ][\w'’]{1,14}(?:Информ|информ|Інформ|інформ))(?![\w-])"
    r"|(?:(?:来源|來源)[:：] ?)(?P<source>[\u4e00-\u9fff]{2,4}社)(?![\u4e00-\u9fff])"
    r"|(?:据|據)(?P<according>[\u4e00-\u9fff]{2,4}社)(?=报道|報道|报导|報導|消息|\d{1,2}日)"
    r"|(?P<cjk>[\u30a0-\u30ff\u4e00-\u9fff]{2,8}?(?:通信社|通訊社|通讯社|新闻社))"
    r"|(?P<hangul>[\uac00-\ud7af]{2,8}(?:통신사|통신)))"
)
_NAMED_HINTS = (
    *(
        "Service",
        "Agency",
        "Bureau",
        "Wire",
        "wire",
        "WIRE",
        "NEWS ",
        "PRESS ",
        "Press Association",
        "Presse-Agent",
        "Presseagentur",
    ),
    *(
        "achrichtenagentur",
        "gence ",
        "gencia ",
        "gência ",
        "genzia ",
        "ersbureau",
        "Nieuwsdienst",
        "yhetsbyrå",
        "yhedsbureau",
    ),
    *(
        "Tietotoimisto",
        *("aber Ajansı", "aber ajansı", "utistoimisto", "وكالة", "خبرگزاری", "סוכנות", "एजेंसी", "πρακτορείο", "通信"),
        *(
            "ews agency",
            " newswire",
            "информ",
            "Информ",
            "інформ",
            "Інформ",
            " agency re",
            " agency had re",
            " agency quo",
            " agency cit",
            " agency wr",
        ),
        " Press",
        "・プレス",
        "Távirati",
        *(" Tsushin", " Tongxunshe", " Tongshin", " TSUSHIN"),
        "gencja",
        "gencji",
        "гентств",
        "gentur",
        "genți",
        *("antor berita", "antor Berita", "来源", "來源", "据", "據"),
        "ãng t",
        "hírügynökség",
        "essedienst",
        "Depeschendienst",
        *("news agency ", "press agency ", "wire agency ", "he agency "),
        *("-пресс", "-Пресс", "-прес", "-Прес", "-информ", "-Информ", "-інформ", "-Інформ", "-телегра", "-Телегра"),
        *("-press", "-Press", "-inform", "-Inform", "-telegraf", "-Telegraf"),
        "通信社",
        "通訊社",
        "通讯社",
        "新闻社",
        "통신",
    ),
)
"""What is in each line that the pattern matches in; it never reaches into the next."""
_PLAIN_NAMED_HINTS = tuple(filter(str.isascii, _NAMED_HINTS))
"""The same for texts of ASCII."""
_NOT_NAMES = _set(
    "The A An In On At By As For From With And But Barbed Live High Down To Our His Her Their Its Under Over "
    "Razor Trip Hot Copper Chicken Steel Electric Fibre Fiber Tripwire Space European National Federal "
    "Environmental Protection Der Die Das Den Dem Des Eine Einer Einem La Le Les El Los Las Il Lo De Het Een Une Una "
)
_OFFICIAL = ("الرسمية", "المحلية", "رسمی", "الوطنية", "العالمية")
_DEMONYM = re.compile(
    r"(?:an|ese|ish|sh|ch|i|eek|iss|ss|hai|State|Official|Local|Domestic|Foreign|National|International)$"
)
"""What makes a name before "news agency" a country's."""
_PAPERS = _set("Free National Daily Morning Evening City University Weekly Sunday State County Academic Printing Small")
"""What makes a Press a paper or a house of books."""
_PAPERS_OR_WORDS = _PAPERS | _NOT_NAMES
_DAYS = _set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Secretary Administrator Director Commissioner Chief President Inspector"
)
"""What else may follow "the agency"."""
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0981-\u0d63\u0e31-\u0e4e"
"""Signs for vowels that scripts of India and others set around a letter: part of a word, but no letters."""
_PLACE = r"(?P<place>[^\W\d_][^\n()（）]{1,70}?(?:[ ]?[(（][^\W\d_][^\n()（）]{1,30}[)）],?[^\n()（）]{0,30}?)??)"
"""A place, its region in brackets, and the day: "LILLE (Nord), 7 oct 2026"."""
_DATELINE = re.compile(
    r"^(?P<day>\d{1,2}\.\d{1,2}\.(?:\d{4})? )?"
    rf"{_PLACE}[\s,.]{{0,4}}[(（\[](?P<agency>[^\W_][\w{_MARKS} .&'’/+-]{{1,40}}?)"
    r"[)）\]](?:[\s.]{0,2}[-–—_:]|[.।] |"
    r"(?P<date>,? (?:(?:le|el|il|em|den) )?\d{1,2}[.]?(?: de)? [^\W\d_]{3,10}[.]?[ ]?[.–—:-]))",
    re.MULTILINE,
)
_DAYS_OF_WEEK = "|".join(f"{name}day" for name in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))
_LONE_DATELINE = re.compile(
    rf"^{_PLACE}[\s,.]{{0,4}}[(（](?P<agency>[^\W_][\w{_MARKS} .&'’/+-]{{1,40}}?)[)）]"
    rf"(?=(?:,? (?:{_DAYS_OF_WEEK}))?[.:]?[ ]?$|[ ][^\W\d_a-zà-öø-ÿа-яё])",
    re.MULTILINE,
)
"""A dateline that stands on a line of its own, or has no dash."""
_DATE = re.compile(r"\d")
_OPENING_PAREN = re.compile(r"^[(（](?P<agency>[A-Z][\w .&'’/+-]{1,30}?)[)）]\s?[-–—]\s", re.MULTILINE)
_PLACE_BEHIND = re.compile(
    r"^[(（](?P<agency>[^\W\d_a-z][\w .&'’/+-]{1,30}?)[)）] "
    r"(?=(?:[^\W\d_a-z]{3}[^\n()]{0,40}|[^\W\d_a-z][^\n()]{1,40}?\d[^\n()]{0,12}?) ?[-–—] )",
    re.MULTILINE,
)
_DASHED_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\n()/]{1,40}?\d[^\n()/]{0,14}?) [-–—] (?P<agency>[^\W\d_a-z]{3,20})\. ", re.MULTILINE
)
_JAPANESE_DATELINE = re.compile(
    r"【[^】\n\d]{1,10}\d{1,2}日(?P<behind_day>[^\W\d_a-zA-Z]{2,6})】|"
    r"【[^】\n]{1,14}?[＝=](?P<agency>[A-Z][A-Za-z]{1,9}|[^\W\d_a-zA-Z]{1,8}(?:通信社?|通訊社|ニュース))"
    r"(?:[＝=][^】\n]{1,10})?】"
)
_HAN_DATELINE = re.compile(r"(?:^|[\n（(【])(?P<agency>[\u4e00-\u9fff]{2,6}社)[^\s，。]{2,9}\d{1,2}月\d{1,2}日[电電]")
_JAPANESE_SIGN = re.compile(
    r"【[^】\n\d]{1,12}?(?P<placed>[^\W\d_]{2,3})】|^[（(](?P<alone>[^\W\d_]{2,3})[）)]$", re.MULTILINE
)
"""How papers in Japan set an agency's name without its last word: 【ワシントン共同】, （時事）."""
_KOREAN_DATELINE = re.compile(r"[(\[][^()\[\]\n]{1,12}?=(?P<agency>[\uac00-\ud7a3]{1,8}(?:뉴스|통신))[)\]]")
_SLASHED_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^\n/]{1,50}?)[\s.,]{1,3}/(?:[Кк]орр?\. )?(?P<agency>[^\W\d_][\w «»&-]{1,30}?)"
    r"(?:(?<=[^\W\d_a-zа-я]) [^\W\d_]{2,20} [^\W\d_]{2,20})?/[\s.]{0,2}(?=[-–—:\s])",
    re.MULTILINE,
)
_STOPPED_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\n.,()/]{1,30}[.,] \d{1,2}\.? [^\W\d_]{3,10})\. "
    r"(?P<agency>[^\W\d_][\w-]{2,19})(?:\. |\.? [–—-] )",
    re.MULTILINE,
)
_SPACED_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^\n/]{1,40}?\d{1,2}[.]? [^\W\d_]{3,10}) / (?P<agency>[^\W\d_a-z][\w &-]{1,30}) / ",
    re.MULTILINE,
)
# What may not stand before them is looked at after the first letter, for a search goes from letter to letter then.
_INITIALS = re.compile(r"[A-Z](?<![\w.-][A-Z])[A-Z]{2,4}(?![\w-]|\.\w)")
_MONTH_SIGNS = _words("month")
_NOT_AGENCIES = _words("body") | _words("mark") | _MONTH_SIGNS
_POLLSTERS = _words("pollster")
_OTHER_HOUSES = tuple(sorted(_words("house")))
_MEANS = (
    "無線",
    "衛星",
    "移動",
    "携帯",
    "電気",
    "情報",
    "有線",
    "国際",
    "高速",
    "暗号",
    "データ",
    "近距離",
    "固定",
    "郵便",
)
"""What makes 通信 a way to pass on messages, and no house that does."""
_NO_NAME: Mapping[str, Callable[[str], bool]] = {
    # "told the agency Lantern" names one; "the agency Director", "told the agency Monday" do not.
    "called": lambda name: name in _NOT_NAMES or name.upper() in _NOT_AGENCIES or name in _DAYS or name in _POLLSTERS,
    # A paper that is called so has an article or a town before it; what follows "told" alone is an agency.
    "reported": lambda name: (
        bool(_DEMONYM.search(name))
        or not _PAPERS_OR_WORDS.isdisjoint(name.split())
        or name.isupper()
        or name.upper() in _NOT_AGENCIES
    ),
    "press": lambda name: not _PAPERS_OR_WORDS.isdisjoint(name.split()),
    "small": lambda name: bool(_DEMONYM.search(name)) or not _PAPERS_OR_WORDS.isdisjoint(name.split()),
    "arabic": lambda name: name.startswith(_OFFICIAL),
    "plain": lambda name: name.startswith(_OFFICIAL),
    "camel": lambda name: (
        name.casefold().startswith(("мин", "мін", "гос", "держ")) or name.casefold() in ("переинформ", "дезинформ")
    ),
    "signed": lambda name: name.startswith(_MEANS),
    "asked": lambda name: name.startswith(_MEANS),
    "source": lambda name: name.endswith(_OTHER_HOUSES),
    "according": lambda name: name.endswith(_OTHER_HOUSES),
}
"""What, by how an agency is named, is no name."""

# ------------------------------------------------------------------------------------------------------------ contexts


@cache
def _ahead(strength: _Strength) -> AnyCase:
    """Match a phrase at the end of what stands before a name; an article or the word for agency may come between."""
    # Behind no letter of a script that parts words.
    begin = r"(?<![^\W\u3040-\u9fff\uac00-\ud7af])"
    return AnyCase(rf"{begin}(?:{_phrases('ahead', strength)})[ \u00a0:,]*{_ARTICLE}[\"“«]?$")


@cache
def _behind(strength: _Strength) -> re.Pattern[str]:
    """Match a phrase at the start of what stands behind a name."""
    begin = r"(?:通信社?|통신|[’']s?)?[\"”»]?(?:\s*\([^()\n]{1,20}\))?[ \u00a0]?"
    return re.compile(rf"{begin}(?:{_phrases('behind', strength)})")


_TOLD = re.compile(
    r"\b(?:(?:told(?: to)?|interview with|(?:obtained|seen|reviewed|viewed|collected|compiled) by) "
    r"|(?:déclaré|indiqué|confié|affirmé|raconté|expliqué) à (?:la |l['’])?"
    r"|(?:dijo|declaró|contó|explicó|afirmó) a (?:la )?"
    r"|(?:disse|afirmou|declarou|contou|explicou) (?:à|ao) "
    r"|(?:detto|raccontato|dichiarato|spiegato) (?:a |alla |all['’])"
    r"|(?:sagte|erklärte) (?:er |sie )?(?:der|gegenüber(?: der)?) "
    r"|(?:zei|zegt|vertelde|vertelt) (?:tegen|aan) (?:het )?"
    r"|(?:säger|sade|berättar) (?:till|för) |(?:siger|sagde|fortæller|sier|sa|forteller) til )$"
)
"""What makes capitals that nobody has explained an agency; with "the" before them they are mostly other bodies."""
_BYLINE_WORDS = _words("byline")
_TIME_WORDS = _words("time")
"""What a byline's date has besides figures and months: days of the week, and words for the hour."""
_BYLINE_EDGE = frozenset('/|,;•·–—-+&、:：(（)）[]«»“”„"')
_BARS, _MOST_BARS = (" / ", "|", "·", "•"), 3
_KIND_AFTER = re.compile(r"^(?:Press|Presse|News|Wire|Agency|Newswire|Media)(?!\w)\s*(?=$|\W)")
_TOKEN = re.compile(r"(?<!\d)[^\W\d_][\w'’.-]*")


_TOLD_ENDS = (
    "'",
    "’",
    " a ",
    " with ",
    " by ",
    *(f"{word} " for word in _set("told à la a ao alla der gegenüber tegen aan het till för til")),
)
"""What any of these ends in; to look for that takes hardly any time."""


def _is_told(left: str) -> bool:
    return left.endswith(_TOLD_ENDS) and _TOLD.search(left) is not None


class _Mention(NamedTuple):
    start: int
    end: int
    agency: str
    weak_ok: bool
    """A weak phrase is enough."""
    known: bool
    framed: Span | None = None
    """The dateline that it was found in, where that says all."""


_FULL_WIDTH = re.compile("[\uff21-\uff3a\uff41-\uff5a]")


def _half(text: str) -> str:
    """Return the text with full-width letters as plain ones, place by place."""
    if text.isascii() or not _FULL_WIDTH.search(text):
        return text
    return _FULL_WIDTH.sub(lambda found: chr(ord(found.group()) - 0xFEE0), text)


_INDIC = re.compile("[\u0900-\u0963\u0966-\u0df4]")
"""Scripts that set spaces between words, in which short names are parts of others and long ones take endings."""


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands alone: not inside a longer word of an alphabet."""
    if _INDIC.match(text, start):
        inside = start > 0 and _INDIC.match(text, start - 1) is not None
        return not inside and (end - start > _SHORTEST_IN_CAPITALS or _INDIC.match(text, end) is None)
    if not text[start].isascii() and not ("\u0370" <= text[start] <= "\u04ff"):
        return True
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    joined = (
        (before.isalnum() and before.isascii())
        or before in "_@#"
        or (before.isalpha() and "\u0370" <= before <= "\u04ff")
    )
    ahead = (after.isalnum() and (after < "\u0250" or "\u0370" <= after <= "\u04ff")) or after in "_@"
    hyphened = after == "-" and end - start <= 4 and text[end + 1 : end + 2].isupper()
    return not joined and not ahead and not hyphened


class _Taken:
    """Mentions found so far, by place, so that looking for an overlap does not look at all of them."""

    _STRIDE = 128

    def __init__(self) -> None:
        self._near: dict[int, list[_Mention]] = {}

    def add(self, mention: _Mention) -> None:
        for block in range(mention.start // self._STRIDE, mention.end // self._STRIDE + 1):
            self._near.setdefault(block, []).append(mention)

    def overlapping(self, start: int, end: int) -> list[_Mention]:
        blocks = range(start // self._STRIDE, end // self._STRIDE + 1)
        near = dict.fromkeys(mention for block in blocks for mention in self._near.get(block, ()))
        return [mention for mention in near if mention.start < end and start < mention.end]


def _table_mentions(text: str, known: _Known) -> Iterator[_Mention]:
    taken = _Taken()
    for name in known.possible(text):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if _bounded(text, at, end) and not taken.overlapping(at, end):
                mention = _Mention(at, end, known.short[name], name not in known.ambiguous, True)
                taken.add(mention)
                yield mention
            at = text.find(name, end)


_LEADING_PARTICLE = re.compile("^[据據由与與和及在对對向は、の]")
_GENERIC = re.compile(
    "(?:国家|國家|国営|國營|官方|国立|海外|各国|各國|同|[该該某其本]|外国|外國|[当當]地|本地|[一多各几幾两兩这這那][家个個]?|主要|地方|民营|民營|私营)"
    "(?:通信社|通訊社|通讯社)"
)


def _clean(name: str) -> str:
    """Return a name as one would write it: no article, no capitals throughout."""
    words = _LEADING_PARTICLE.sub("", name.strip('«»"“”. ')).split()
    while len(words) > 1 and (words[0] in _NOT_NAMES or words[0].endswith("-based")):
        words = words[1:]
    name = " ".join(words)
    return name.title() if name.isupper() and len(words) > 1 else name


def _lines_with(some: Iterable[str], text: str) -> list[Span]:
    """Return the lines of a text that hold any of `some`, in order."""
    lines: set[Span] = set()
    for one in some:
        at = text.find(one)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            lines.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(one, end)
    return sorted(lines)


def _named_mentions(text: str) -> Iterator[_Mention]:
    hints = _PLAIN_NAMED_HINTS if text.isascii() else _NAMED_HINTS
    every = [found for line in _lines_with(hints, text) for found in _NAMED.finditer(text, *line)]
    called = {_clean(found.group("proper")) for found in every if found.group("proper")}
    for found in every:
        mention = _named(found, called)
        if mention is not None and _GENERIC.fullmatch(mention.agency) is None:
            yield mention


_LONGER = re.compile(r" & [A-Z][\w'’-]*(?! (?:said|reported|told)\b) [A-Z]")
_GOES_ON = re.compile(r"(?:^|[^\w’'-])(?:The|the|THE) (?:[A-Z][\w'’-]* ){1,2}$")


def _named(found: re.Match[str], called: Set[str]) -> _Mention | None:
    """Return the mention of an agency that the text says is one; None where what looks like a name is none."""
    kind = found.lastgroup
    if kind is None:
        if _LONGER.match(found.string, found.end()):
            return None  # "Gulf Wire & Cable Weekly"
        name = _clean(found.group())
        start = found.end() - len(name) if found.group().endswith(name) else found.start()
        return _Mention(start, found.end(), name, True, False) if " " in name else None
    written, (start, end) = found.group(kind), found.span(kind)
    if kind in _NO_NAME and _NO_NAME[kind](written):
        return None
    if kind == "press" and _GOES_ON.search(found.string[max(0, start - 40) : start]):
        return None  # the end of a longer name: "The Wire Valley Press"
    name = written if kind in ("joined", "kana", "press", "called") else _clean(written)
    first = name.split(" ")[0]
    if kind == "proper" and first != name and first in called:
        # "told Agenzia Quillon Rosa Neri": what follows the name is who told it.
        name, end = first, start + written.index(first) + len(first)
    elif kind in ("cjk", "hangul") and written.endswith(name):
        start = end - len(name)
    known = _known(()).short.get(name.upper(), name)
    return _Mention(start, end, known, kind not in ("press", "called"), False)


@cache
def _date_words() -> frozenset[str]:
    """Return the words that a date and a time in a byline may have, in small letters."""
    from provenance.read.metadata.months import MONTHS

    return frozenset(MONTHS) | _TIME_WORDS


def _line(text: str, start: int, end: int) -> Span:
    """Return the line around `[start, end)`, no further than 200 characters away."""
    left = max(text.rfind("\n", max(0, start - 200), start) + 1, start - 200, 0)
    right = text.find("\n", end, end + 200)
    return left, right if right >= 0 else min(len(text), end + 200)


_UNCASED, _LONGEST_PLACE = re.compile("[\u0590-\u0e7f\u10a0-\u10ff]"), 4
"""Scripts with spaces between words and no capitals, and words of a place, and a month, that stand in a byline."""


def _byline(text: str, mention: _Mention) -> bool:
    """Tell whether the line is a byline: the name between separators, and no prose around it."""
    start, end = _line(text, mention.start, mention.end)
    line = text[start:end].strip()
    if line.isupper() and len(line) - (mention.end - mention.start) > 30:
        return False
    sentence = line.endswith((".", "?", "!")) and len(line) > mention.end - mention.start + 12
    if sentence or len(line) > 110:
        return False
    before, after = text[start : mention.start].rstrip(), text[mention.end : end].lstrip()
    if sum(line.count(bar) for bar in _BARS) > _MOST_BARS:
        return False  # the links of a page
    before, after = _KIND_LAST.sub("", f"{before} ").rstrip(), _KIND_AFTER.sub("", after)
    words = {word.lower().rstrip(".") for word in _TOKEN.findall(before + " | " + after) if not word[0].isupper()}
    left = words - _BYLINE_WORDS
    if sum(_UNCASED.search(word) is not None for word in f"{before} {after}".split()) <= _LONGEST_PLACE:
        left = {word for word in left if not _UNCASED.match(word)}
    if left and not (_DATE.search(line) and left <= _date_words()):
        return False
    last = _TOKEN.findall(before)[-1:] or [""]
    apart = text[max(start, mention.start - 2) : mention.start].isspace() and mention.start - start >= 2
    apart = apart or text[max(start, mention.start - 1) : mention.start] == "\u3000"
    opens = not before or apart or before[-1] in _BYLINE_EDGE or last[0].lower() in _BYLINE_WORDS
    first = _TOKEN.match(after)
    closes = not after or after[0] in _BYLINE_EDGE or (first is not None and first.group().lower() in _BYLINE_WORDS)
    return opens and closes


def _left(text: str, place: int) -> str:
    """Return up to 80 characters before `place`, across the line break of wrapped text but not across a paragraph."""
    before = text[max(0, place - 80) : place]
    for part in ("\n\n", "\r\n\r\n"):
        before = before.rsplit(part, 1)[-1]
    head, broken, tail = before.rpartition("\n")
    if not broken:
        return before
    last = head.rstrip()[-1:]
    return tail if not last or last in '.!?:”"»。' else f"{head} {tail}"


def _right(text: str, place: int) -> str:
    return text[place : place + 140].split("\n\n", 1)[0].replace("\n", " ")


def _in_parentheses(text: str, mention: _Mention) -> Span | None:
    """Return the brackets around the name when they hold only agencies and desks: (AFP), (dpa/lnw), (Agenzia X)."""
    start = mention.start
    while start > 0 and mention.start - start < 20 and (text[start - 1].isalnum() or text[start - 1] in "/-+ "):
        start -= 1
    end = mention.end
    while end < len(text) and end - mention.end < 20 and (text[end].isalnum() or text[end] in "/-+"):
        end += 1
    if start == 0 or end >= len(text) or text[start - 1] not in "(（" or text[end] not in ")）":
        return None
    called = start == mention.start or _KIND.fullmatch(text, start, mention.start) is not None
    alone = called and end == mention.end
    short = all(len(part) <= 8 for part in text[start:end].split("/") if part != text[mention.start : mention.end])
    return (start - 1, end + 1) if alone or (short and " " not in text[start : mention.start]) else None


_DASH = re.compile(r"[\s.]{0,2}[-–—_:]|[.।] (?=[\w\"“„«»])")
_LONE_END = re.compile(rf"(?:,? (?:{_DAYS_OF_WEEK}))?[.:]?[ ]?(?=\n|$)|(?=[ ][^\W\d_a-zà-öø-ÿа-яё])")
_KIND_END = re.compile(rf"(?:{_KIND_BEHIND})\s*$")
_LINE_END = re.compile(r"\s*[.]?\s*(?:\n|$)")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"”“»«’']?[ \u00a0]+$")
_ENDED = re.compile(r"[.!?…][\"”“»«’']?\s+$")
_SIGNS = 5
"""Letters of the longest sign that an agency's name stands for alone behind the last sentence: "… said. dpa"."""
_SLASHED = re.compile(r"(?:^|[\s.])/\s?$")


def _framed(text: str, mention: _Mention) -> Span | None:
    """Return the span of a dateline or closing bracket that holds the name."""
    start, end = _line(text, mention.start, mention.end)
    brackets = _in_parentheses(text, mention)
    if brackets is not None:
        dash = _DASH.match(text, brackets[1])
        if dash is None and _heads(text, text[mention.start : mention.end]):
            dash = _LONE_END.match(text, brackets[1])
        if dash is not None and brackets[0] - start <= 80:
            return start + len(text[start : brackets[0]]) - len(text[start : brackets[0]].lstrip()), dash.end()
        named = _KIND_END.search(text[max(0, brackets[0] - 40) : brackets[0]])
        alone = not text[start : brackets[0]].strip() or _LINE_END.match(text, brackets[1])
        return brackets if alone and not named and (mention.weak_ok or _closes(text, brackets)) else None
    return _framed_otherwise(text, mention, (start, end))


def _closes(text: str, brackets: Span) -> bool:
    """Tell whether brackets stand behind the last sentence of a paragraph, or below it: "(SDA/abc)"."""
    ended = _ENDED.search(text[max(0, brackets[0] - 8) : brackets[0]]) is not None
    return ended and _LINE_END.match(text, brackets[1]) is not None


def _framed_otherwise(text: str, mention: _Mention, line: Span) -> Span | None:
    """Return the span of a dateline that has other marks: 【東京＝AFP】, /TASS/, (서울=연합뉴스), "TASS, 12 March.".

    So is the name when it stands alone, as a sign, behind the last sentence of a paragraph.
    """
    before, after = text[line[0] : mention.start], text[mention.end : line[1]]
    left = before.rfind("【")
    if left >= 0 and "】" not in before[left:] and "】" in after[:16] and len(before) - left <= 20:
        return line[0] + left, mention.end + after.index("】") + 1
    if _SLASHED.search(before[-14:]) and after.startswith("/") and len(before) < 60:
        return mention.start - 1, mention.end + 1
    korean = before.endswith("=") and len(before) <= 30 and after.startswith((")", "）", "]"))
    signed = not after.strip() and mention.end - mention.start <= _SIGNS and _SENTENCE_ENDS.search(before)
    if korean or signed:
        return mention.start, mention.end
    place = before.rstrip()
    if place.endswith(",") and len(place) <= 60 and _DASH.match(after) and _is_dateline(place):
        return line[0] + len(before) - len(before.lstrip()), mention.end
    opening = re.match(r"[,.]?\s+\d{1,2}\.? [^\W\d_]{3,12}\.?[\s/–—-]", after)
    if not before.strip() and opening is not None:
        return mention.start, mention.end + opening.end()
    return None


def _photo(text: str, mention: _Mention) -> bool:
    """Tell whether the mention credits a photograph."""
    if _PHOTO_BEHIND.match(_right(text, mention.end)) is not None:
        return True
    left = _left(text, mention.start)[-90:]
    if left.isascii() and not any(map(left.lower().__contains__, _PHOTO_HINTS)):
        return False
    return _PHOTO_AHEAD.search(left) is not None


def _trim_left(text: str, start: int) -> int:
    while start < len(text) and text[start] in " \u00a0\t\n\r,;":
        start += 1
    return start


_PARTNER = re.compile(r"[/-](?P<name>\w+)")


class _Verdict(NamedTuple):
    span: Span
    strong: bool


def _in_phrase(text: str, mention: _Mention) -> _Verdict | None:
    """Return the phrase around the mention that makes it the source."""
    left, right = _left(text, mention.start), _right(text, mention.end)
    if _NOT_SOURCE.match(right.lstrip()):
        return None
    span: Span | None = None
    strong = False
    for pattern, is_strong in ((_ahead("strong"), True), (_ahead("weak"), False)):
        place = pattern.find(left)
        if place is not None:
            span = (_trim_left(text, mention.start - (len(left) - place[0])), mention.end)
            strong = is_strong
            break
    for behind, is_strong in ((_behind("strong"), True), (_behind("weak"), False)):
        found = behind.match(right)
        if found is not None:
            start, end = span or (mention.start, mention.end)
            span = (start, max(end, mention.end + len(found.group().rstrip())))
            strong = strong or is_strong
            break
    if span is None and _CONTRIBUTED.match(right):
        span, strong = (mention.start, mention.end), True
    return None if span is None else _Verdict(span, strong)


def _judge(text: str, mention: _Mention) -> _Verdict | None:
    """Return the span of the credit that the mention is part of, or None when it is none."""
    if _polled(text, mention):
        return None
    framed = _framed(text, mention) or mention.framed
    if framed is not None:
        return _Verdict(framed, True)
    rights = _rights(text, mention)
    if rights is not None:
        return _Verdict(rights, mention.weak_ok)  # a house of papers has rights too
    if _photo(text, mention):
        return None
    return _Verdict(_line_span(text, mention), True) if _byline(text, mention) else _in_phrase(text, mention)


def _polled(text: str, mention: _Mention) -> bool:
    """Tell whether an agency stands there for a poll that it had made: "Reuters/Ipsos"."""
    partner = _PARTNER.match(text, mention.end)
    return partner is not None and partner.group("name") in _POLLSTERS


def _rights(text: str, mention: _Mention) -> Span | None:
    """Return the span of a line about rights: "© 2019 The Associated Press"."""
    article = 4 if text[max(0, mention.start - 4) : mention.start].lower() == "the " else 0
    found = _RIGHTS.search(_left(text, mention.start - article)[-30:])
    if found is not None:
        return mention.start - article - len(found.group()), mention.end
    mark = _RIGHTS_BEHIND.match(text, mention.end)
    return None if mark is None else (mention.start, mark.end())


def _line_span(text: str, mention: _Mention) -> Span:
    start, end = _line(text, mention.start, mention.end)
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


# ------------------------------------------------------------------------------------------------------------- unknown


_DATELINES = (
    (_DATELINE, "(（["),
    (_LONE_DATELINE, "(（"),
    (_OPENING_PAREN, "(（"),
    (_PLACE_BEHIND, "(（"),
    (_DASHED_DATELINE, (" - ", " – ", " — ")),
    (_JAPANESE_DATELINE, "【"),
    (_HAN_DATELINE, "社"),
    (_KOREAN_DATELINE, "="),
    (_SLASHED_DATELINE, "/"),
    (_STOPPED_DATELINE, (". ",)),
    (_SPACED_DATELINE, (" / ",)),
)
"""Each pattern with signs one of which is in whatever it matches."""
_SURE_DATELINES = (_LONE_DATELINE, _PLACE_BEHIND, _DASHED_DATELINE, _STOPPED_DATELINE, _SPACED_DATELINE)
"""Those which say where and when a report was filed, so that nothing else need tell that the name is an agency's."""

_HEAD_DATELINES = (_PLACE_BEHIND, _DASHED_DATELINE, _STOPPED_DATELINE, _SPACED_DATELINE)
"""Those of them that count in the head of a text only."""


def _sign_in(signs: Iterable[str], text: str) -> bool:
    return any(sign in text for sign in signs)


def _dateline_mentions(text: str) -> Iterator[_Mention]:
    for pattern, sign in _DATELINES:
        end = _HEAD_END if pattern in _HEAD_DATELINES else len(text)
        for found in pattern.finditer(text, 0, end) if _sign_in(sign, text) else ():
            groups = found.groupdict()
            place = groups.get("place")
            which = next(key for key in ("agency", "behind_day") if groups.get(key) is not None)
            name = groups[which].strip()
            if name[0].islower() or len(name.split()) > 4 or _DATE.search(name) or _is_no_sign(text, name):
                continue
            dated = groups.get("date") is not None or groups.get("day") is not None
            if pattern is _LONE_DATELINE and not (_heads(text, name) or _files(place or "", name, found.start())):
                continue
            if place is not None and not (dated or _is_dateline(place) or _opens(text, name) or _told_too(text, name)):
                continue
            bracketed = text[found.start(which) - 1] == "["
            fresh = bracketed or which == "behind_day" or pattern in _SURE_DATELINES
            if fresh and not _is_filed_from(text, found, which, pattern is _LONE_DATELINE):
                continue
            frame = (found.start(), found.start() + len(found.group().rstrip())) if fresh else None
            mention = _Mention(found.start(which), found.start(which) + len(name), _clean(name), True, False, frame)
            # Only what is set in brackets after a place may be another place.
            told = place is None or " " in name or name.isupper() or _opens(text, name)
            if told or not _spoken_of(text, mention):
                yield from _each_of(text, mention, (found.start(), found.start() + len(found.group().rstrip())))


@cache
def _cut_short() -> Mapping[str, str]:
    """Return the agencies by what Japanese papers call them between brackets: 共同 for 共同通信."""
    names = ((name.removesuffix("通信"), a.short) for a in table() for name in a.names if name.endswith("通信"))
    return {stem: short for stem, short in names if _IDEOGRAPHS.fullmatch(stem)}


_TOGETHER = ("男女", "産学", "官民", "日米", "日中", "日韓", "日英", "日仏", "日独", "国際", "両国", "三者", "民間")
"""Who does something together, 共同, and is no place."""
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]{2,3}")


def _sign_mentions(text: str) -> Iterator[_Mention]:
    """Yield the agencies whose names are cut short between brackets, as Japanese papers set them."""
    if not _sign_in(_cut_short(), text):
        return
    for found in _JAPANESE_SIGN.finditer(text):
        end = found.end(found.lastgroup or 0)
        # The place before it is matched as short as can be, so that the sign is looked for from its end.
        sign = next((stem for stem in _cut_short() if text.startswith(stem, end - len(stem))), None)
        if sign is not None and not text.startswith(_TOGETHER, found.start() + 1):
            yield _Mention(end - len(sign), end, _cut_short()[sign], True, True, found.span())


def _is_no_sign(text: str, name: str) -> bool:
    """Tell whether a name in a dateline is a body that is no agency, or a day; an agency may have a month's."""
    if name in _MONTH_SIGNS and (_heads(text, name) or _told_too(text, name) or _has_rights(text, name)):
        return False
    if name.upper() in _NOT_AGENCIES or name in _POLLSTERS or name.casefold() in _date_words():
        return True
    return len(name) <= _LONGEST_INITIALS and name.isalpha() and name.isupper() and _is_authors(text, name)


def _is_authors(text: str, sign: str) -> bool:
    """Tell whether a sign is the initials of who wrote a text: it stands with stops on a line of its own."""
    return re.search(rf"^[^\w\n]*{r'[. ]{1,2}'.join(sign)}\.[^\w\n]*$", text, re.MULTILINE) is not None


def _has_rights(text: str, sign: str) -> bool:
    """Tell whether the rights to a text are reserved for whom a sign may stand for: APR, "© Agence Presse-Relais"."""
    return any(stands_for(sign, found.group("name")) for found in _RIGHTS_OF.finditer(text))


def _each_of(text: str, mention: _Mention, dateline: Span) -> Iterator[_Mention]:
    """Yield the agencies that sign a dateline together: "(KTX/Kelp News)"; where they do not, the one that does."""
    names = list(re.finditer(r"[^/+]+", text[mention.start : mention.end]))
    if len(names) == 1 or not all(name.group().strip()[:1].isupper() for name in names):
        yield mention
        return
    if any(_is_no_sign(text, name.group().strip()) for name in names):
        return
    for name in names:
        start, end = mention.start + name.start(), mention.start + name.end()
        yield mention._replace(start=start, end=end, agency=_clean(name.group()), framed=dateline)


def _is_filed_from(text: str, found: re.Match[str], which: str, alone: bool) -> bool:
    """Tell whether what looks like a dateline opens a report: its sign is one, and it has a day and a month.

    Where the day alone is given, as in Japanese, the text has the name elsewhere too. "WATCH the rescue [VIDEO] -" and
    "PHASE 2, 2026 - REVIEW." are none.
    """
    name = found.group(which).strip()
    if alone:
        return True
    if found.start() >= _HEAD_CHARACTERS:
        return False
    if name != name.upper() and " " not in name and not (found.groupdict().get("place") or "a").split(",")[0].isupper():
        return False
    if which == "behind_day":
        return text.count(name) > 1
    from provenance.read.metadata.months import MONTHS

    line = text[found.start() : found.end() + _PLACE_CHARACTERS].split("\n", maxsplit=1)[0]
    words = {word.casefold().rstrip(".") for word in _TOKEN.findall(line)}
    return (_DATE.search(line) is not None and not words.isdisjoint(MONTHS)) or _opens(text, name)


def _files(place: str, name: str, at: int) -> bool:
    """Tell whether a place with a date, and a sign behind it, open a report: "Lowick, Jul 13 (IPX) A passenger"."""
    sign = name == name.upper() and " " not in name
    return at < _HEAD_CHARACTERS and sign and _DATE.search(place) is not None and _is_dateline(place)


def _told_too(text: str, name: str) -> bool:
    """Tell whether somebody speaks to a name in capitals in a text, or it has its rights, or signs it below."""
    if not (name.isupper() and name.isalpha()):
        return False
    if re.search(rf"(?:©|\([cC]\)) ?(?:{name}\b|(?:19|20)\d\d,? {name}\b|{name} (?:19|20)\d\d)", text):
        return True
    if re.search(rf"^[^\w\n]*{name}[^\w\n]*$", text, re.MULTILINE):
        return True
    others = [found.start() for found in re.finditer(rf"(?<!\w){name}(?!\w)", text)][:_MOST]
    return any(_ahead("strong").find(_left(text, at)) is not None for at in others)


_LONGEST_INITIALS = 3
"""Letters of an author's initials."""
_RIGHTS_OF = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright) ?(?:©|\([cC]\))? ?(?:(?:19|20)\d\d,? )?"
    r"(?P<name>[^\W\d_][\w'’-]+(?:[ -][^\W\d_][\w'’-]+){1,4})"
)
_HEAD_CHARACTERS, _HEAD_END, _PLACE_CHARACTERS = 700, 1000, 60
"""Within which a report begins, and its dateline ends, and within which the place and the day stand behind a sign."""
_OPENS_WITH = 3
"""Capitals and signs from which on a name that a text begins with is not there by chance."""


def _opens(text: str, name: str) -> bool:
    """Tell whether a text begins with a name, as an agency's own report does: "C&Q // North", "Polna News Agency"."""
    if _heads(text, name):
        return True
    first = text.lstrip()
    return (
        len(name) >= _OPENS_WITH
        and name.isupper()
        and first.startswith(name)
        and first[len(name) : len(name) + 1] == " "
    )


def _heads(text: str, name: str) -> bool:
    """Tell whether the first part of a text's first line is a name and words for agency."""
    return len(name) >= _OPENS_WITH and headed(text[:200].lstrip().split("\n", 1)[0], name)


def _spoken_of(text: str, mention: _Mention, beside: Sequence[Span] = ()) -> bool:
    """Tell whether a text speaks of the name as of a country or a town: more often than as its source.

    Where it stands in the lines `beside` it says neither.
    """
    name = text[mention.start : mention.end]
    alone = rf"(?<!\w){re.escape(name)}(?!\w)(?! (?:{_CALLED})(?!\w))"
    others = [found.span() for found in re.finditer(alone, text)][:_MOST]
    verdicts = [
        _judge(text, mention._replace(start=s, end=e, framed=None))
        for s, e in others
        if s != mention.start and not any(a <= s < b for a, b in beside)
    ]
    credited = sum(verdict is not None for verdict in verdicts)
    return len(verdicts) > 2 * credited


def _is_dateline(place: str) -> bool:
    """Tell whether text before a bracket is where and when a report was filed: a place in capitals, or a date."""
    place = _REGION.sub("", place)
    words = place.split()
    first = words[0].strip(",.")
    capital = len(first) >= 3 and first.isupper() and len(words) <= 6
    parted = any(sign in place for sign in ",，") or _DAY_AND_MONTH.search(place) is not None
    dated = _DATE.search(place) is not None and parted
    return capital or (len(place) <= 40 and dated)


_REGION = re.compile(r"[ ]?[(（][^()（）]*[)）]")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\. [^\W\d_]{3}")


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
_CODE_HINTS = (
    *("news agency ", "gentur ", "agence", "agencia", "agência", "agenzia", "persbureau", "nieuwsbureau"),
    *("nyhetsbyrån", "nyhedsbureauet", "sagt", "erklärte", "bestätigte", "berichtete", "schilderte"),
)
_CODE_SIGNED = re.compile(r"\([a-zäöü]{2,5}(?:/[a-zäöü]{2,5})?\)(?: ?[-–—:]|\. [A-ZÄÖÜ])")
"""What must be in a text, the one or the other, before the pattern above is worth its time."""
_CODED_IN = ("de", "en", "fr", "es", "it", "nl", "pt", "sv", "da", "nb")
"""Languages whose words are no codes."""
_NAME_GOES_ON = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z0-9]"
)


def _initials_mentions(text: str, ours: frozenset[str]) -> Iterator[_Mention]:
    """Yield capitals in a strong phrase ("told CNS"), and those of agencies named in this text in any phrase."""
    for found in _INITIALS.finditer(text):
        name, end = found.group(), found.end()
        if text.startswith(" News", end) and name not in ours:
            name, end = f"{name} News", end + 5
        elif name not in ours and (name in _NOT_AGENCIES or _NAME_GOES_ON.match(text, end)):
            continue
        if name in ours or _is_told(_left(text, found.start())):
            yield _Mention(found.start(), end, name, name in ours, name in ours)


def _coded_mentions(text: str) -> Iterator[_Mention]:
    """Yield every mention of an agency that signs with small letters, as dpa does, and is introduced in the text."""
    if not any(map(text.__contains__, _CODE_HINTS)) and not _CODE_SIGNED.search(text):
        return
    introduced = {found.group("code") for found in _CODE.finditer(text)}
    codes = sorted(code for code in introduced if not is_listed(code, _CODED_IN))
    for code in codes:
        for found in re.finditer(rf"(?<![\w@./-]){code}(?![\w@-]|\.\w)", text):
            yield _Mention(found.start(), found.end(), code, True, False)


_SIGN = r"(?P<sign>[^\W\d_]{2,12}(?:-[^\W\d_]{2,4})?)"
_WITH = "and|und|et|y|e|en|och|avec|mit|with|con|com|met|med"
_LONGEST_SIGN = 5
_ENDS, _MOST_SIGNED = 700, 90
"""Code points at either end of a text, and of one line there, in which who supplied a report is given."""


@cache
def _labelled() -> tuple[re.Pattern[str], ...]:
    """Match lines that say by their form who supplied a report: "Source: KTX", "KTX / Redacción", "Av KTX", "/ktx/"."""
    source, desk, byline = (_phrases(side, "label") for side in ("source", "desk", "byline"))
    ends, joined = r"(?=\s*\.?\s*(?:$|[,;/|)\]·•–]))", rf" ?(?:[/,|+&–-]| (?:{_WITH}) ) ?"
    lines = (
        rf"(?:^|[\s(|·•,;–-])(?:{source}) ?[:：] ?{_SIGN}{ends}",
        rf"^(?:[^\n]{{0,40}}[|·•–,:] ?|(?:{byline}) )?(?:(?:la|die|the|our) )?(?:{desk})(?!-\b){joined}{_SIGN}{ends}",
        rf"^(?:[^\n]{{0,40}}[|·•–,:] ?|(?:{byline}) )?{_SIGN}{joined}(?:{desk})(?![\w]){ends}",
        rf"^(?:{byline}) {_SIGN}$",
        rf"^/{_SIGN}/$",
        rf"^[—–-]{{1,2}} ?{_SIGN}$",
    )
    return tuple(re.compile(line, re.IGNORECASE | re.MULTILINE) for line in lines)


def _labelled_mentions(text: str) -> Iterator[_Mention]:
    """Yield the signs that a line of an article's head or tail says have supplied it: capitals, or some inside a name.

    Who is spoken of in the text is rather who gave the figures.
    """
    lines, known = list(_short_lines(text)), _known(()).short
    for start, end in lines:
        for pattern in _labelled():
            for found in pattern.finditer(text, start, end):
                name = found.group("sign")
                if not (found.group()[0] == "/" or _is_sign(name)) or (name not in known and _is_other(name, text)):
                    continue
                if _PICTURED.match(text, start):
                    continue
                mention = _Mention(*found.span("sign"), name, True, False, found.span())
                if not _spoken_of(text, mention, lines):
                    yield mention


_PICTURED = re.compile(
    rf"\W*(?:photo|foto|bild|image|picture|graphi|grafi|gráfi|infogr|video|vídeo|vidéo|map\b|karte|carte|illustra|{_PICTURES})",
    re.IGNORECASE,
)
"""How a line begins that says who made what is shown beside a report."""
_MAY_SIGN = re.compile(r"[A-Z]{3}|[a-z][A-Z]|^/[a-z]|[^\x00-\x7f]")


def _short_lines(text: str) -> Iterator[Span]:
    """Yield the short lines in an article's head and tail that may hold a sign."""
    tail = text.find("\n", max(_ENDS, len(text) - _ENDS))
    for start, end in ((0, min(_ENDS, len(text))), (len(text) if tail < 0 else tail, len(text))):
        at = start
        for line in text[start:end].split("\n"):
            if 2 < len(line) <= _MOST_SIGNED and _MAY_SIGN.search(line) and sum(map(str.isupper, line)) != 1:
                yield at, at + len(line)
            at += len(line) + 1


def labels_source(line: str) -> bool:
    """Tell whether a line has the word by which pages say who supplied a report.

    >>> labels_source("KTX | Source"), labels_source("KTX | Sport")
    (True, False)
    """
    return _source_label().search(line) is not None


@cache
def _source_label() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{_phrases('source', 'label')})(?![a-z])", re.IGNORECASE)


_SURNAME = re.compile(r"(?:De|Di|Du|La|Le|Mc|Mac|Van|Fitz)[A-Z][a-z]")
"""How surnames begin that have a capital inside."""


def _is_sign(name: str) -> bool:
    """Tell whether letters are a sign: capitals, three or more, or with capitals inside: "МорИнформ"."""
    if _SURNAME.match(name):
        return False
    longest = _LONGEST_SIGN if name.isalpha() else len(name)
    capitals = name.isupper() and len(name) <= longest
    return len(name) > 2 and (capitals or (name[0].isupper() and not name.isupper() and name[1:] != name[1:].lower()))


def _is_other(name: str, text: str) -> bool:
    """Tell whether what is set as a sign is a word, a body that is no agency, or a place that the text names."""
    word = name.upper() in _NOT_AGENCIES or is_listed(name.casefold(), ("en",)) or _is_institution(name, text)
    return word or (name.isupper() and name.title() in text)


def _is_institution(sign: str, text: str) -> bool:
    """Tell whether a text says what a sign stands for, and it is a ministry or the like: "Kelp Trade Authority (KTA)".

    It stands there in full, its small words left out, or right before the sign in brackets.
    """
    if not (sign.isalpha() and sign.isupper()):
        return False
    between = r"(?:[ -]+[^\W\d_A-Z][^\W\d_]{0,3}){0,2}[ '’-]+"
    words = between.join(rf"{letter}[^\W\d_]+" for letter in sign)
    spelled = re.compile(rf"(?<!\w){words}(?!\w)")
    bracketed = re.compile(rf"(?P<before>(?:[^\W\d_][\w'’-]*[ ]+){{1,8}})[(（]{sign}[)）]")
    names = [m.group() for m in spelled.finditer(text)] + [m.group("before") for m in bracketed.finditer(text)]
    return any(_has(name, _words("institution")) and not _has(name, _words("newsroom")) for name in names)


def _has(name: str, stems: Set[str]) -> bool:
    """Tell whether a word of a name begins with one of some stems."""
    return any(word.startswith(tuple(stems)) for word in name.casefold().split())


_SIGN_LETTERS = range(2, 6)
"""Letters of a sign that may be spelled out."""


def _spelled_out(text: str, signs: Iterable[str]) -> Iterator[_Mention]:
    """Yield every mention of what an agency's sign stands for: "by: Union Dispatch" over "LOWICK (UD) —".

    Somebody may have the same initials, so that the name has to stand once as only an agency's does: in a line about
    rights, at the very start, or, with three words or more, as a byline that is nothing else.
    """
    known = _known(()).short
    for sign in sorted(set(signs)):
        if sign in known or len(sign) not in _SIGN_LETTERS or not sign.isalpha() or not sign.isupper():
            continue
        words = "[ -]".join(rf"{letter}[\w'’]+" for letter in sign)
        found = [
            _Mention(m.start(), m.end(), _clean(m.group()), True, True)
            for m in re.finditer(rf"(?<![\w-]){words}(?![\w-])", text)
        ]
        sure = {m.agency for m in found if _is_an_agencys(text, m)}
        yield from (m for m in found[:_MOST] if m.agency in sure)


_BY_ALONE = re.compile(
    r"^[^\w\n]*(?:by|von|par|por|di|da|door|av|af|od|przez|autor|author|source)?[^\w\n]*$", re.IGNORECASE
)


def _is_an_agencys(text: str, mention: _Mention) -> bool:
    """Tell whether a name stands where only an agency's does: see `_spelled_out`."""
    start, end = _line(text, mention.start, mention.end)
    before, after = text[start : mention.start], text[mention.end : end]
    alone = not after.strip() and mention.agency.count(" ") > 1 and _BY_ALONE.match(before) is not None
    return alone or not text[: mention.start].strip() or _rights(text, mention) is not None


def initials(name: str) -> str:
    """Return the initials of a name's capitalised words: CNS for Cresta News Service."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper()).upper()


class _Heard(NamedTuple):
    """All that may be a mention in a text, those that lie in others too, and the datelines by the names in them."""

    mentions: list[_Mention]
    frames: dict[Span, Span | None]


def _heard(text: str, agencies: tuple[str, ...]) -> _Heard:
    """Return what may be a mention: names from the table first, then named agencies, then initials."""
    found = list(_table_mentions(text, _known(agencies)))
    named = list(_named_mentions(text))
    datelines = list(_dateline_mentions(text))
    ours = frozenset(
        [initials(m.agency) for m in named if len(initials(m.agency)) >= 2]
        + [m.agency for m in datelines if m.agency.isupper()]
    )
    frames = {(m.start, m.end): m.framed for m in datelines}
    signs = list(_sign_mentions(text))
    frames.update({(m.start, m.end): m.framed for m in signs})
    spelled = _spelled_out(text, (m.agency for m in datelines))
    labelled = list(_labelled_mentions(text))
    frames.update({(m.start, m.end): m.framed for m in labelled})
    unknown = [*_initials_mentions(text, ours), *_coded_mentions(text)]
    return _Heard([*found, *signs, *named, *datelines, *spelled, *labelled, *unknown], frames)


def _mentions(heard: _Heard) -> list[_Mention]:
    """Return the mentions, disjoint and in order; of those that lie in each other mostly the first heard wins."""
    chosen: dict[_Mention, None] = {}
    taken = _Taken()
    for any_ in heard.mentions:
        mention = any_._replace(framed=heard.frames.get((any_.start, any_.end)))
        inside = [m for m in taken.overlapping(mention.start, mention.end) if m in chosen]
        longer = not mention.known and all(mention.start < m.start and m.end < mention.end for m in inside)
        if inside and not longer:
            continue
        # A known name in the middle of a longer one makes another agency; at either end it is the agency itself.
        for other in inside:
            del chosen[other]
        chosen[mention] = None
        taken.add(mention)
    return sorted(chosen)[:_MOST]


_LONGEST, _MOST = 400_000, 400
"""Characters of a text, and mentions in it, that are looked at; no article has more."""


def credits(text: str, agencies: Iterable[str] = ()) -> tuple[Credit, ...]:
    """Return the phrases that credit an agency, in order of their place; `agencies` are further names to look for.

    The agency is given by its short name where the table has one, and otherwise as the text names it, without its
    article; initials stay initials, see `canonical`.
    """
    return credits_and_names(text, agencies)[0]


def credits_and_names(text: str, agencies: Iterable[str] = ()) -> tuple[tuple[Credit, ...], tuple[Span, ...]]:
    """Return the credits of a text, and where anything stands in it that may be an agency's name."""
    as_read, text = text, _half(text[:_LONGEST])
    heard = _heard(text, tuple(sorted(set(agencies))))
    mentions = _mentions(heard)
    verdicts = [_judge(text, mention) for mention in mentions]
    strong = {m.agency for m, verdict in zip(mentions, verdicts, strict=True) if verdict is not None and verdict.strong}
    found: list[Credit] = []
    for place, (mention, verdict) in enumerate(zip(mentions, verdicts, strict=True)):
        span = verdict.span if verdict is not None else _shared(text, mentions, verdicts, place)
        if span is None or not (mention.weak_ok or mention.agency in strong):
            continue
        found.append(Credit(mention.agency, span, as_read[span[0] : span[1]]))
    names = tuple(sorted({(m.start, m.end) for m in heard.mentions}))
    return tuple(sorted(set(found), key=lambda credit: (credit.span, credit.agency))), names


def may_name(text: str, agencies: Sequence[str]) -> bool:
    """Tell whether to look for these agencies too may find other credits in a text: one of them stands there alone."""
    return any(name in text for name in agencies) and next(_alone(_half(text[:_LONGEST]), agencies), None) is not None


def may_credit(text: str, agencies: Sequence[str], names: Sequence[Span]) -> bool:
    """Tell the same where it is known what else may be `names` in the text, and more surely.

    One name more changes nothing where it is credited nowhere and stands far from all of these, neither in the place
    of one nor joined to it.
    """
    half = _half(text[:_LONGEST])
    alone = list(_alone(half, agencies))
    if len(alone) + len(names) > _MOST:
        return True
    return any(
        any(start - _BESIDE < end_ and start_ < end + _BESIDE for start_, end_ in names)
        or _judge(half, _Mention(start, end, half[start:end], True, True)) is not None
        for start, end in alone
    )


_BESIDE = 20
"""More characters than what joins two names has."""


def _alone(text: str, agencies: Sequence[str]) -> Iterator[Span]:
    """Yield where one of some agencies may stand alone in a text, in whatever capitals."""
    for name in sorted({*agencies, *(name.upper() for name in agencies)} - {""}):
        for at in _places(name, text):
            if _bounded(text, at, at + len(name)):
                yield at, at + len(name)


def _places(name: str, text: str) -> Iterator[int]:
    """Yield where a name stands in a text, as `_table_mentions` looks for it."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _shared(text: str, mentions: Sequence[_Mention], verdicts: Sequence[_Verdict | None], place: int) -> Span | None:
    """Return the mention's own span when it is joined by "and" to one that is credited: "told AFP and Reuters"."""
    mention = mentions[place]
    if _photo(text, mention) or _NOT_SOURCE.match(text[mention.end : mention.end + 30].lstrip()):
        return None
    for other in (place - 1, place + 1):
        if not 0 <= other < len(mentions) or verdicts[other] is None:
            continue
        first, second = sorted((mention, mentions[other]))
        if _AND.fullmatch(text, first.end, second.start):
            return mention.start, mention.end
    return None


# ----------------------------------------------------------------------------------------------------- across a corpus


def canonical(found: Iterable[Iterable[Credit]]) -> dict[str, str]:
    """Return, for each agency credited anywhere, the one name to call it by.

    Initials and the full name they stand for become one, named by the initials; so do spellings that differ only in
    capitals, named as most credits do. Where two full names would share initials, neither is linked.
    """
    count = Counter(credit.agency for article in found for credit in article)
    names = sorted(count, key=lambda name: (-count[name], name))
    known = {agency.short for agency in table()}
    by_initials: dict[str, set[str]] = {}
    spelling: dict[str, str] = {}
    for name in names:
        spelling.setdefault(name.casefold(), name)
        if " " in name and name not in known:
            by_initials.setdefault(initials(name), set()).add(name.casefold())
    result = {}
    for name in names:
        short = initials(name)
        linked = " " in name and name not in known and short in names and len(by_initials[short]) == 1
        result[name] = short if linked else spelling[name.casefold()]
    return result


def in_full(credit: Credit) -> tuple[str, ...]:
    """Return what a credit calls its agency: the name, and with the word for agency that stands before it."""
    before = credit.text.split(credit.agency)[0] if credit.agency in credit.text else ""
    kind = _KIND_LAST.search(before)
    return (credit.agency,) if kind is None else (credit.agency, f"{_capital(kind.group())}{credit.agency}")


def without_kind(line: str) -> str:
    """Return a line without the word for agency that it begins with."""
    kind = _KIND.match(line)
    return line if kind is None else line[kind.end() :]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def renamed(found: Iterable[Credit], names: Mapping[str, str]) -> tuple[Credit, ...]:
    """Return the credits with each agency called as `names` says."""
    return tuple(replace(credit, agency=names.get(credit.agency, credit.agency)) for credit in found)


def discovered(found: Iterable[Iterable[Credit]]) -> tuple[str, ...]:
    """Return the agencies that these credits introduce and the table does not have, sorted, to look for elsewhere.

    A name counts that says what it is, or that stands in a dateline or byline; capitals that only somebody "told" do
    not, unless they stand for one that counts.
    """
    known = {agency.short for agency in table()}
    credited = [credit for article in found for credit in article if credit.agency not in known]
    sure = {c.agency for c in credited if _TOLD.search(c.text.removesuffix(c.agency)) is None or " " in c.agency}
    full = {name for c in credited if c.agency in sure for name in in_full(c)}
    names = [name for name in sorted(full) if " " in name]
    short = {initials(name) for name in names}
    told = {c.agency for c in credited if c.agency not in sure}
    stand = {a for a in told if a in short or (a.isupper() and any(stands_for(a, name) for name in names))}
    return tuple(sorted(sure | stand))
