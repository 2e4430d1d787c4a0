"""Agencies that no table has, by the datelines that they sign."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

from provenance.crediting.agencies import MONTH_SIGNS, NOT_AGENCIES, known_names, phrases_of, table, words_of
from provenance.crediting.bodies import OTHER_HOUSES, has_stem, is_region
from provenance.crediting.bylines import TOKEN, UNCASED, date_words
from provenance.crediting.frames import DATE, DAYS_OF_WEEK, heads, is_dateline, opens
from provenance.crediting.judging import is_spoken_of, is_subject
from provenance.crediting.mention import MOST, SIGNS_OF_VOWELS, Mention, left_of
from provenance.crediting.named import cleaned
from provenance.crediting.phrases import phrases_ahead
from provenance.crediting.rights import has_rights
from provenance.model import Span
from provenance.patterns import of_tables

_PLACE = r"(?P<place>[^\W\d_][^\n()（）]{1,70}?(?:[ ]?[(（][^\W\d_][^\n()（）]{1,30}[)）],?[^\n()（）]{0,30}?)??)"
"""A place, its region in brackets, and the day: "LILLE (Nord), 7 oct 2026"."""
_DATELINE = re.compile(
    r"^[ \t\u00a0\u3000]{0,8}(?P<day>\d{1,2}[./]\d{1,2}[./]?(?:\d{4})? (?:\d{1,2}[:.]\d\d )?)?"
    rf"{_PLACE}[\s,.]{{0,4}}[(（\[](?P<agency>[^\W_][\w{SIGNS_OF_VOWELS} .&'’/+-]{{1,40}}?)"
    r"[)）\]](?:[\s.]{0,2}[-–—_:=](?![^\n()（）]{0,24}\d[^\n()（）]{0,12}[(（][^\n()（）]{2,40}[)）]\s?[-–—:])|[.।] |"
    r"(?P<date>,? (?:(?:le|el|il|em|den) )?\d{1,2}[.]?(?: de)? [^\W\d_]{3,10}[.]?[ ]?[.–—:-]))",
    re.MULTILINE,
)
_LONE_DATELINE = re.compile(
    rf"^{_PLACE}[\s,.]{{0,4}}[(（](?P<agency>[^\W_][\w{SIGNS_OF_VOWELS} .&'’/+-]{{1,40}}?)[)）]"
    rf"(?=(?:,? (?:{DAYS_OF_WEEK}))?[.:]?[ ]?$|[ ][^\W\d_a-zà-öø-ÿа-яё])",
    re.MULTILINE,
)
"""A dateline that stands on a line of its own, or has no dash."""
_OPENING_PAREN = re.compile(r"^[(（](?P<agency>[A-Z][\w .&'’/+-]{1,30}?)[)）]\s?[-–—]\s", re.MULTILINE)
_PLACE_BEHIND = re.compile(
    r"^[(（](?P<agency>[^\W\d_a-z][\w .&'’/+-]{1,30}?)[)）] "
    r"(?=(?:[^\W\d_a-z]{3}[^\n()]{0,40}|[^\W\d_a-z][^\n()]{1,40}?\d[^\n()]{0,12}?) ?[-–—] )",
    re.MULTILINE,
)
_DASHED_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\n()/]{1,40}?\d[^\n()/]{0,14}?) [-–—] "
    r"(?P<agency>[^\W\d_a-z]{3,20}(?: [^\W\d_a-z][^\W\d_]{2,20})?)\. ",
    re.MULTILINE,
)
_JAPANESE_DATELINE = re.compile(
    r"【[^】\n\d]{1,10}\d{1,2}日(?P<behind_day>[^\W\d_a-zA-Z]{2,6})】|"
    r"【[^】\n]{1,14}?[＝=](?P<agency>[A-Z][A-Za-z]{1,9}|[^\W\d_a-zA-Z]{1,8}(?:通信社?|通訊社|ニュース))"
    r"(?:[＝=][^】\n]{1,10})?】|"
    r"【[\u30a0-\u30ff]{2,10}(?P<behind_place>[\u4e00-\u9fff]{2,4}通信社?)】"
)
_HAN_DATELINE = re.compile(r"(?:^|[\n（(【])(?P<agency>[\u4e00-\u9fff]{2,6}社)[^\s，。]{2,9}\d{1,2}月\d{1,2}日[电電]")
_JAPANESE_SIGN = re.compile(
    r"【[^】\n\d]{1,12}?(?P<placed>[^\W\d_]{2,4})】|(?:^|(?<=[。」]))[（(](?P<alone>[^\W\d_]{2,3})[）)]$", re.MULTILINE
)
"""How papers in Japan set an agency's name without its last word: 【ワシントン共同】, （時事）."""
_KOREAN_DATELINE = re.compile(r"[(\[][^()\[\]\n]{1,12}?=(?P<agency>[\uac00-\ud7a3]{1,8}(?:뉴스|통신))[)\]]")
_SLASHED_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^\n/]{1,50}?)[\s.,]{1,3}/(?:[Кк]орр?\. |[^\W\d_a-zа-я][^\n/,]{3,30}, )?"
    r"(?P<agency>[^\W\d_][\w «»&-]{1,30}?)"
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


def dateline_mentions(text: str) -> Iterator[Mention]:
    """Yield the agencies that sign datelines, known or not."""
    spoken: dict[str, bool] = {}
    for pattern, sign in _DATELINES:
        end = _HEAD_END if pattern in _HEAD_DATELINES else len(text)
        every = pattern.finditer(text, 0, end) if _sign_in(sign, text) else iter(())
        for found, which, name in islice(_with_names(every), _MOST_DATELINES):
            groups = found.groupdict()
            place = groups.get("place")
            if _is_no_sign(text, name, place):
                continue
            named = pattern is _STOPPED_DATELINE or (pattern is _DASHED_DATELINE and " " in name)
            if named and not _is_source(text, name, found.end()):
                continue
            dated = pattern is _STOPPED_DATELINE or groups.get("date") is not None or groups.get("day") is not None
            filed = pattern is _LONE_DATELINE and _files(text, place or "", name, found.start())
            if pattern is _LONE_DATELINE and not (filed or heads(text, name)):
                continue
            if place is not None and not (
                filed or dated or is_dateline(place) or opens(text, name) or _told_too(text, name)
            ):
                continue
            bracketed = text[found.start(which) - 1] == "["
            fresh = bracketed or which == "behind_day" or pattern in _SURE_DATELINES
            if fresh and not _is_filed_from(text, found, which, pattern is _LONE_DATELINE):
                continue
            framed = fresh or pattern is _SLASHED_DATELINE
            frame = (found.start(), found.start() + len(found.group().rstrip())) if framed else None
            mention = Mention(found.start(which), found.start(which) + len(name), cleaned(name), True, False, frame)
            # Only what is set in brackets after a place may be another place.
            dated = dated or (place is not None and DATE.search(place) is not None)
            told = place is None or " " in name or (name.isupper() and dated) or opens(text, name)
            told = told or (name in known_names(()).short and not name.isascii())
            told = told or (pattern is _SLASHED_DATELINE and dated)  # no place stands between slashes
            if not told and name not in spoken:
                spoken[name] = is_subject(text, mention) if name.isupper() else is_spoken_of(text, mention)
            if told or not spoken[name]:
                yield from _each_of(text, mention, (found.start(), found.start() + len(found.group().rstrip())))


def _with_names(every: Iterator[re.Match[str]]) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield datelines, each with the group that has its sign, and the sign, where it may be one by its form."""
    for found in every:
        groups = found.groupdict()
        which = next(key for key in ("agency", "behind_day", "behind_place") if groups.get(key) is not None)
        name = groups[which].strip()
        if not (name[0].islower() or len(name.split()) > 4 or DATE.search(name)):
            yield found, which, name


@cache
def _cut_short() -> Mapping[str, str]:
    """Return the agencies by what Japanese papers call them between brackets: 共同 for 共同通信."""
    names = ((stem(name), a.short) for a in table() for name in a.names if name.endswith(_KIND_OF_HOUSE))
    return {cut: short for cut, short in names if cut}


def _is_placed(text: str, before: str) -> bool:
    """Tell whether what stands before a sign in brackets is a place, or has a day: 【市民共同】 is no sign.

    A place is known, or says that it is a town or the like, or does so in the text's first lines.
    """
    if _DAY.search(before):
        return True
    head = text[:_HEAD_CHARACTERS]
    return any(
        part in words_of("place") or _TOWN.search(part) or re.search(rf"{re.escape(part)}[{_TOWNS}]", head)
        for part in re.split(r"[・、,／/=＝\s]", before)
        if part
    )


_DAY = re.compile("[０-９一二三四五六七八九十]日$")
_TOWNS = "都道府県市区町村郡州島"
_TOWN = re.compile(f"..[{_TOWNS}]$")
_OTHER_HOUSES = tuple(sorted(words_of("house")))
_TOGETHER = tuple(sorted(words_of("together")))
"""Who does something together, 共同, and is no place."""
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]{2,3}")


def sign_mentions(text: str, agencies: Collection[str] = ()) -> Iterator[Mention]:
    """Yield the agencies whose names are cut short between brackets, as Japanese papers set them.

    They are those of the table, `agencies`, and those that the text has in full elsewhere.
    """
    signs = {**_cut_short(), **{cut: name for name in agencies if (cut := stem(name))}}
    placed = {found.group() for found in _SIGNED_PLACE.finditer(text)} if "】" in text else set()
    houses = {cut: f"{cut}{_KIND_OF_HOUSE}" for cut in placed if not cut.startswith(tuple(words_of("means")))}
    signs.update((cut, house) for cut, house in sorted(houses.items()) if house in text and cut not in signs)
    if not _sign_in(signs, text):
        return
    for found in _JAPANESE_SIGN.finditer(text):
        end = found.end(found.lastgroup or 0)
        # The place before it is matched as short as can be, so that the sign is looked for from its end.
        sign = next((cut for cut in signs if text.startswith(cut, end - len(cut))), None)
        if sign is None or text.startswith(_TOGETHER, found.start() + 1):
            continue
        before = text[found.start() + 1 : end - len(sign)]
        if found.lastgroup == "alone" or _is_placed(text, before) or _signs_place(before):
            yield Mention(end - len(sign), end, signs[sign], True, True, found.span())


def _signs_place(before: str) -> bool:
    """Tell whether a sign is set behind a place, as 【新田＝共同】 is, and not behind what a picture shows."""
    return before.endswith(("＝", "=")) and not any(picture in before for picture in words_of("picture"))


_KIND_OF_HOUSE = "通信"
_SIGNED_PLACE = re.compile("(?<=[＝=])[\u30a0-\u30ff\u4e00-\u9fff]{2,4}(?=】)")


def stem(name: str) -> str | None:
    """Return what a Japanese agency is called between brackets, None where its name says nothing of an agency."""
    cut = name.removesuffix("社").removesuffix(_KIND_OF_HOUSE)
    return cut if cut != name and _IDEOGRAPHS.fullmatch(cut) else None


def _is_no_sign(text: str, name: str, place: str | None) -> bool:
    """Tell whether a name in a dateline is a body that is no agency, a region, or a day; an agency may have a month's.

    What stands behind a place and a day is no region, and what people are told or whose rights are reserved is neither.
    """
    if name in MONTH_SIGNS and (heads(text, name) or _told_too(text, name) or has_rights(text, name)):
        return False
    if name.upper() in NOT_AGENCIES or name in OTHER_HOUSES or name.casefold() in date_words():
        return True
    if _desk().fullmatch(name) or name.endswith(_OTHER_HOUSES) or _is_form(name):
        return True
    behind_town = place is not None and not DATE.search(place)
    if behind_town and (name.upper() in words_of("national") or (is_region(name) and "," not in (place or ""))):
        return not (opens(text, name) or _told_too(text, name) or has_rights(text, name))
    return len(name) <= _LONGEST_INITIALS and name.isalpha() and name.isupper() and _is_authors(text, name)


def _is_form(name: str) -> bool:
    """Tell whether each word of a name says what a report is, or is about, a letter or a figure left out: "Serie A"."""
    words = [word for word in name.casefold().split() if len(word) > 1 and not word.isdigit()]
    return bool(words) and _not_signs().issuperset(words)


@cache
def _not_signs() -> frozenset[str]:
    """Return what stands in brackets for what a report is, or for what is shown beside it, in small letters."""
    return words_of("form") | words_of("picture")


@cache
def _desk() -> re.Pattern[str]:
    """Match the paper's own desk."""
    return of_tables(phrases_of("desk", "label"), re.IGNORECASE)


@lru_cache(maxsize=8)
def _is_authors(text: str, sign: str) -> bool:
    """Tell whether a sign is the initials of who wrote a text: it stands with stops on a line of its own."""
    return re.search(rf"^[^\w\n]*{r'[. ]{1,2}'.join(sign)}\.[^\w\n]*$", text, re.MULTILINE) is not None


def _each_of(text: str, mention: Mention, dateline: Span) -> Iterator[Mention]:
    """Yield the agencies that sign a dateline together: "(KTX/Kelp News)"; where they do not, the one that does."""
    names = list(re.finditer(r"[^/+]+", text[mention.start : mention.end]))
    if len(names) == 1 or not all(name.group().strip()[:1].isupper() for name in names):
        yield mention
        return
    if any(_is_no_sign(text, name.group().strip(), None) for name in names):
        return
    for name in names:
        start, end = mention.start + name.start(), mention.start + name.end()
        yield mention._replace(start=start, end=end, agency=cleaned(name.group()), framed=dateline)


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
    plain = name != name.upper() and " " not in name and name not in known_names(()).short
    if plain and not (found.groupdict().get("place") or "a").split(",")[0].isupper():
        return False
    if which == "behind_day":
        return text.count(name) > 1
    from provenance.read.metadata.months import MONTHS

    line = text[found.start() : found.end() + _PLACE_CHARACTERS].split("\n", maxsplit=1)[0]
    words = {word.casefold().rstrip(".") for word in TOKEN.findall(line)}
    return (DATE.search(line) is not None and not words.isdisjoint(MONTHS)) or opens(text, name)


def _files(text: str, place: str, name: str, at: int) -> bool:
    """Tell whether a place with a date, and a sign behind it, open a report: "Lowick, Jul 13 (IPX) A passenger"."""
    uncased = UNCASED.match(name) is not None
    house = uncased and has_stem(name.split(), words_of("newsroom"))
    if house and at < _HEAD_CHARACTERS:
        return len(place.split()) <= _LONGEST_PLACE
    whole = " " not in name or (place.isupper() and len(name.split()) <= _LONGEST_SIGN)
    sign = name == name.upper() and (whole or (uncased and text.count(name) > 1))
    return at < _HEAD_CHARACTERS and sign and DATE.search(place) is not None and is_dateline(place)


def _is_source(text: str, name: str, behind: int) -> bool:
    """Tell whether a name between stops is an agency's, and not a headline: "ULM, 9. Juni. Konzert. Im Dom …".

    A table has it, or it says that it is one, or the text has it elsewhere as a source, or alone on a line below.
    """
    if name in known_names(()).short or _SAYS_SO.search(name) or opens(text, name) or has_rights(text, name):
        return True
    if re.search(rf"(?:©|\([cC]\)) ?(?:(?:19|20)\d\d,? )?{name}\b", text):
        return True
    if re.compile(rf"^[^\w\n]*{name}[^\w\n]*$", re.MULTILINE).search(text, behind):
        return True
    return _is_told_of(text, name)


_SAYS_SO = re.compile(r"\w-?(?:inform|информ|інформ)$|\w-(?:press?e?|пресс?)$", re.IGNORECASE)
"""What agencies' names of one word end in that say so."""


def _is_told_of(text: str, name: str) -> bool:
    """Tell whether somebody speaks to who has a name, or it is otherwise said to have supplied something."""
    others = islice(re.finditer(rf"(?<!\w){name}(?!\w)", text), MOST)
    return any(phrases_ahead("strong").find(left_of(text, found.start())) is not None for found in others)


@lru_cache(maxsize=8)
def _told_too(text: str, name: str) -> bool:
    """Tell whether somebody speaks to a name in capitals in a text, or it has its rights, or signs it below."""
    if not (name.isupper() and name.isalpha()):
        return False
    if re.search(rf"(?:©|\([cC]\)) ?(?:{name}\b|(?:19|20)\d\d,? {name}\b|{name} (?:19|20)\d\d)", text):
        return True
    if re.search(rf"^[^\w\n]*{name}[^\w\n]*$", text, re.MULTILINE):
        return True
    return _is_told_of(text, name)


_LONGEST_PLACE, _LONGEST_SIGN = 6, 3
"""Words of a place and a day, and of a sign in capitals behind a place in capitals."""
_LONGEST_INITIALS = 3
"""Letters of an author's initials."""
_MOST_DATELINES = 50
"""Datelines of one form that are looked at; a text has one, and each is held against all of the text."""
_HEAD_CHARACTERS, _HEAD_END, _PLACE_CHARACTERS = 700, 1000, 60
"""Within which a report begins, and its dateline ends, and within which the place and the day stand behind a sign."""
