"""Agencies named as such: those of the table, and those that no table has by the word for agency in their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set

from provenance.crediting.agencies import (
    KnownNames,
    known_names,
    phrases_of,
    words_of,
)
from provenance.crediting.bodies import is_body
from provenance.crediting.mention import Mention, Taken, lines_with, stands_alone, with_case
from provenance.literals import Literals

# Names that no table has, by the word for agency in them.
KIND_BEHIND, _KIND_AHEAD = phrases_of("called", "behind"), phrases_of("called", "ahead")
KIND = re.compile(rf"(?:{_KIND_AHEAD}) ")
KIND_LAST = re.compile(rf"(?<![\w-])(?:{_KIND_AHEAD}) [«\"“„]?$")
_PROPER = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ](?:[\w'’&-]|\.(?=\w)){0,30}"
_OPENING = "|".join(sorted(words_of("opening")))
_NAMES = (
    rf"(?:(?<![\w-])(?!(?:{_OPENING}) (?:{KIND_BEHIND}) {_PROPER})"
    rf"{_PROPER}(?: {_PROPER}){{0,2}} (?:{KIND_BEHIND})(?![\w-])"
    r"|(?<![\w-])[A-Z][A-Z'’&.-]{1,30}(?: [A-Z][A-Z'’&.-]{1,30})?"
    rf" (?:{phrases_of('called', 'capitals')})(?![\w-])"
    rf"|(?<![\w-])(?:{_KIND_AHEAD}) (?P<proper>«?{_PROPER}(?: {_PROPER})?»?)"
    rf"|(?<=[Tt]he )agency (?P<called>{_PROPER})"
    rf"|(?<=[Tt]he )(?P<reported>{_PROPER}) agency(?= (?:had )?(?:reported|reports|quoted|cited|wrote)(?![\w-]))"
    rf"|(?<![\w-])(?<!the )(?<!The )(?<!THE )(?P<press>{_PROPER}(?: {_PROPER})? Press)(?![\w-])"
    rf"|(?<![\w-])(?P<small>{_PROPER}(?: {_PROPER})?) (?:[Nn]ews agency|newswire)(?![\w-])(?! [A-Z])"
    rf"|(?:{phrases_of('called', 'plain')})"
    r" [«\"“]?(?P<plain>[^\W\d_][\w\u0900-\u0963-]{2,15})"
    r"|وكالة (?P<arabic>[^\W\d_]{2,14}(?: [^\W\d_]{2,14})?) للأنباء"
    r"|(?P<kana>[\u30a1-\u30fa\u30fc・]{3,10}通信(?=に|が|は|の)|[\u30a1-\u30fa\u30fc]{2,8}・プレス)"
    r"|(?:(?<=\n)[（(]|[©Ⓒ] ?)(?P<signed>[\u30a0-\u30ff\u4e00-\u9fff]{2,6}通信)(?=[）)]?\s*(?:$|\n)|[\s　])"
    r"|(?P<asked>[\u30a0-\u30ff\u4e00-\u9fff]{2,6}通信)(?=の(?:取材|記者|単独取材|インタビュー|調べ|集計|まとめ)"
    r"|が(?:独自に|新たに)?(?:入手|取材し|報じ|伝え|集計し)|に(?:語[っり]|話し|明かし|答え|証言し|対し))"
    r"|(?<![\w-])(?P<joined>[А-ЯЁЄІЇҐ][\w'’]{1,20}(?:-[А-ЯЁЄІЇҐ][\w'’]{1,20})?-"
    r"(?:[Пп]ресс?|[Ии]нформ|[Іі]нформ|[Тт]елеграф|[Тт]елеграм)|[A-Z][\w'’]{1,20}-(?:[Pp]ress|[Ii]nform|[Tt]elegraf))(?![\w-])"
    r"|(?<![\w-])(?P<camel>[А-ЯЁЄІЇҐ][\w'’]{1,14}(?:Информ|информ|Інформ|інформ))(?![\w-])"
    r"|(?:(?:来源|來源)[:：] ?)(?P<source>[\u4e00-\u9fff]{2,4}社)(?![\u4e00-\u9fff])"
    r"|(?:据|據)(?P<according>[\u4e00-\u9fff]{2,4}社)(?=报道|報道|报导|報導|消息|\d{1,2}日)"
    r"|(?P<cjk>[\u30a0-\u30ff\u4e00-\u9fff]{2,8}?(?:通信社|通訊社|通讯社|新闻社))"
    r"|(?P<hangul>[\uac00-\ud7af]{2,8}(?:통신사|통신)))"
)
_NAMED = re.compile(rf"(?!(?<=[a-z])[a-z]){_NAMES}")
"""What names an agency; not within a word of small letters, for most places of a text are, and no name begins there."""
_NAMED_HINTS = Literals(
    (
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
            *(
                "aber Ajansı",
                "aber ajansı",
                "utistoimisto",
                "وكالة",
                "خبرگزاری",
                "סוכנות",
                "एजेंसी",
                "πρακτορείο",
                "通信",
            ),
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
)
"""What is in each line that the pattern matches in; it never reaches into the next."""
_NOT_NAMES = words_of("unnamed")
_OFFICIAL = words_of("official")
"""What stands behind the word for agency where names have no capitals, and is none."""
_DEMONYM = re.compile(
    r"(?:an|ese|ish|sh|ch|i|eek|iss|ss|hai|State|Official|Local|Domestic|Foreign|National|International)$"
)
"""What makes a name before "news agency" a country's."""
_PAPERS = words_of("press")
"""What makes a Press a paper or a house of books."""
_PAPERS_OR_WORDS = _PAPERS | _NOT_NAMES
_DAYS = words_of("beside")
"""What else may follow "the agency"."""
_OTHER_HOUSES = tuple(sorted(words_of("house")))


def _is_means(what: str) -> bool:
    """Tell whether what stands before 通信 makes it a way to pass on messages, and no house that does: 移動, 光."""
    return any(what == m or (len(m) > 1 and (what.startswith(m) or what.endswith(m))) for m in words_of("means"))


_NO_NAME: Mapping[str, Callable[[str], bool]] = {
    # "told the agency Lantern" names one; "the agency Director", "told the agency Monday" do not.
    "called": lambda name: name in _NOT_NAMES or name in _DAYS,
    # A paper that is called so has an article or a town before it; what follows "told" alone is an agency.
    "reported": lambda name: (
        bool(_DEMONYM.search(name)) or not _PAPERS_OR_WORDS.isdisjoint(name.split()) or name.isupper()
    ),
    "press": lambda name: not _PAPERS_OR_WORDS.isdisjoint(name.split()),
    "small": lambda name: bool(_DEMONYM.search(name)) or not _PAPERS_OR_WORDS.isdisjoint(name.split()),
    "arabic": lambda name: not _OFFICIAL.isdisjoint(name.split()),
    "plain": lambda name: name in _OFFICIAL,
    "camel": lambda name: (
        name.casefold().startswith(("мин", "мін", "гос", "держ")) or name.casefold() in ("переинформ", "дезинформ")
    ),
    "signed": lambda name: _is_means(name.removesuffix("通信")),
    "asked": lambda name: _is_means(name.removesuffix("通信")),
    "kana": lambda name: _is_means(name.removesuffix("通信")),
    "hangul": lambda name: _is_means(name.removesuffix("사").removesuffix("통신")),
    "source": lambda name: name.endswith(_OTHER_HOUSES),
    "according": lambda name: name.endswith(_OTHER_HOUSES),
}
"""What, by how an agency is named, is no name."""


_CALLED_ONE = re.compile(rf"(?<![\w-])(?:{_KIND_AHEAD}|{phrases_of('called', 'plain')}|[ولبفك]{{0,2}}وكالة) [«\"“„]?$")


def _is_called_one(text: str, place: int) -> bool:
    """Tell whether the word for agency stands before a place: "l'agence MAP", "समाचार एजेंसी तास"."""
    return _CALLED_ONE.search(text, max(0, place - _FURTHER), place) is not None


def table_mentions(text: str, known: KnownNames) -> Iterator[Mention]:
    """Yield every mention of an agency by one of the names that are known."""
    taken = Taken()
    for name in known.possible(text):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if stands_alone(text, at, end) and not taken.overlapping(at, end):
                end = with_case(text, at, end)
                sure = name not in known.ambiguous or _is_called_one(text, at)
                mention = Mention(at, end, known.short[name], sure, True)
                taken.add(mention)
                yield mention
            at = text.find(name, end)


_LEADING_PARTICLE = re.compile("^(?:[本全此]文由|[据據由与與和及在对對向は、の])")
_LEGAL_FORM = re.compile("^(?:一般社団法人|公益社団法人|社団法人|公益財団法人|株式会社|\\(주\\)|㈜)")
_GENERIC = re.compile(phrases_of("called", "generic"))


def cleaned(name: str) -> str:
    """Return a name as one would write it: no article, no capitals throughout."""
    words = _LEADING_PARTICLE.sub("", _LEGAL_FORM.sub("", name.strip('«»"“”. '))).split()
    while len(words) > 1 and (words[0] in _NOT_NAMES or words[0].endswith("-based")):
        words = words[1:]
    name = " ".join(words)
    return name.title() if name.isupper() and len(words) > 1 else name


def named_mentions(text: str) -> Iterator[Mention]:
    """Yield every mention of an agency whose name says that it is one."""
    every = [found for line in lines_with(_NAMED_HINTS.inside(text), text) for found in _NAMED.finditer(text, *line)]
    called = {cleaned(found.group("proper")) for found in every if found.group("proper")}
    for found in every:
        mention = _named(found, called)
        if mention is not None and _GENERIC.fullmatch(mention.agency) is None:
            yield mention


_LONGER = re.compile(r" & [A-Z][\w'’-]*(?! (?:said|reported|told)\b) [A-Z]")
_GOES_ON = re.compile(r"(?:^|[^\w’'-])(?:The|the|THE) (?:[A-Z][\w'’-]* ){1,2}$")


_CALLED = ("proper", "called", "reported")
"""Names that only the word for agency makes an agency's."""
_AND_SONS = re.compile(r" & [^\W\d_]")
_DISPATCHES = re.compile(r" (?:Media|Cable|Telegram|Dispatch) (?:Service|Bureau)$")
"""What others have besides agencies."""


def _is_bodys(found: re.Match[str], kind: str) -> bool:
    """Tell whether a name behind the word for agency, or before it, is a public body's or a firm's: see `is_body`.

    Behind one that says it is of the press it is not: "agence de presse Régionale".
    """
    before, behind = found.string[found.start() : found.start(kind)], found.string[found.end(kind) :][:_FURTHER]
    if kind == "proper" and len(before.split()) > 1:
        return False
    return _AND_SONS.match(behind) is not None or is_body(found.group(kind), behind)


def _is_no_agencys(found: re.Match[str], kind: str) -> bool:
    """Tell whether what looks like a name is none, or another's, by the form in which it stands."""
    if kind in _NO_NAME and _NO_NAME[kind](found.group(kind)):
        return True
    if kind in _CALLED:
        return _is_bodys(found, kind)
    # The end of a longer name: "The Wire Valley Press".
    start = found.start(kind)
    return kind == "press" and _GOES_ON.search(found.string[max(0, start - 40) : start]) is not None


_FURTHER = 60
"""Code points behind a name in which the rest of it stands."""


def _named(found: re.Match[str], called: Set[str]) -> Mention | None:
    """Return the mention of an agency that the text says is one; None where what looks like a name is none."""
    kind = found.lastgroup
    if kind is None:
        if _LONGER.match(found.string, found.end()):
            return None  # "Gulf Wire & Cable Weekly"
        name = cleaned(found.group())
        sends = _DISPATCHES.search(name)
        if sends is not None and is_body(name[: sends.start()] or name):
            return None  # "Ambulance Dispatch Service"
        start = found.end() - len(name) if found.group().endswith(name) else found.start()
        return Mention(start, found.end(), name, True, False) if " " in name else None
    written, (start, end) = found.group(kind), found.span(kind)
    if _is_no_agencys(found, kind):
        return None
    name = written if kind in ("joined", "kana", "press", "called") else cleaned(written)
    first = name.split(" ")[0]
    if kind == "proper" and first != name and first in called:
        # "told Agenzia Quillon Rosa Neri": what follows the name is who told it.
        name, end = first, start + written.index(first) + len(first)
    elif kind in ("cjk", "hangul") and written.endswith(name):
        start = end - len(name)
    known = known_names(()).short.get(name.upper(), name)
    return Mention(start, end, known, kind not in ("press", "called"), False)
