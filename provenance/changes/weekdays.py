"""Days of the week that came out otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from provenance.article import Article
from provenance.changes.numerals import plain
from provenance.changes.pairs import Pair, companions, is_prose
from provenance.model import Change, Derived, Span

_DAYS = {
    "en": "mondays? tuesdays? wednesdays? thursdays? fridays? saturdays? sundays?",
    "de": "montags? dienstags? mittwochs? donnerstags? freitags? samstags?|sonnabends? sonntags?",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "sv": "mandag\\w* tisdag\\w* onsdag\\w* torsdag\\w* fredag\\w* lordag\\w* sondag\\w*",
    "da": "mandag\\w* tirsdag\\w* onsdag\\w* torsdag\\w* fredag\\w* lørdag\\w* søndag\\w*",
    "no": "mandag\\w* tirsdag\\w* onsdag\\w* torsdag\\w* fredag\\w* lørdag\\w* søndag\\w*",
    "fr": "lundis? mardis? mercredis? jeudis? vendredis? samedis? dimanches?",
    "es": "lunes martes miercoles jueves viernes sabados? domingos?",
    "it": "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "pt": "segunda-feira|segunda terca-feira|terca quarta-feira quinta-feira sexta-feira|sexta sabado domingo",
    "pl": "poniedzial\\w+ wtor(?:ek|ku|kiem) srod[aeyo]\\w* czwart(?:ek|ku|kiem) "
    "piat(?:ek|ku|kiem) sobot\\w+ niedziel\\w+",
    "cs": "pondel\\w+ uter\\w+ stred[auy]\\w* ctvrt(?:ek|ka|ku) pat(?:ek|ku|kem) sobot\\w+ nedel[ei]\\w*",
    "ru": "понедельник\\w* вторник\\w* сред[ауы] четверг\\w* пятниц\\w+ суббот\\w+ воскресень\\w+",
    "uk": "понеділ\\w+ вівтор\\w+ серед[ауи] четвер\\w* п['’]?ятниц\\w+ субот\\w+ неділ\\w+",
    "tr": "pazartesi salı carsamba persembe cuma cumartesi pazar",
    "ja": "月曜 火曜 水曜 木曜 金曜 土曜 日曜",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "zh": "(?:星期|周|週|礼拜)一 (?:星期|周|週|礼拜)二 (?:星期|周|週|礼拜)三 "
    "(?:星期|周|週|礼拜)四 (?:星期|周|週|礼拜)五 (?:星期|周|週|礼拜)六 (?:星期|周|週|礼拜)[日天]",
}
"""The words for Monday to Sunday, accents off, as patterns."""
_UNSPACED = frozenset({"ja", "ko", "zh"})
_OWN_TEXT: frozenset[Derived] = frozenset({"excerpt", "version"})


def weekday_changes(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the days of the week in linked sentences where the source has another one, each once, in order.

    Only where one day stands on either side, and no other sentence of the source has the target's.
    """
    if kind in _OWN_TEXT:
        return
    theirs, ours = _days(source), _days(target)
    known, here = {day for day, _, _ in theirs}, {day for day, _, _ in ours}
    beside = companions(linked)
    told: set[int] = set()
    for pair in linked:
        new = [d for d in ours if d[1] in beside[pair.right]]
        old = [d for d in theirs if d[1] in pair.left]
        if len(new) != 1 or len(old) != 1 or new[0][1] != pair.right or new[0][0] in known | told or old[0][0] in here:
            continue
        if is_prose(target, pair.right) and is_prose(source, old[0][1]):
            told.add(new[0][0])
            was, now = old[0][2], new[0][2]
            yield Change(source.id, target.id, "number", was, now, source.text[slice(*was)], target.text[slice(*now)])


@lru_cache(maxsize=256)
def _days(article: Article) -> tuple[tuple[int, int, Span], ...]:
    """Return each day of the week of an article, by its number from 0 for Monday, its sentence and its place."""
    pattern = _pattern(article.language)
    if pattern is None:
        return ()
    beginnings = _beginnings(article.language)
    out: list[tuple[int, int, Span]] = []
    for n, (start, end) in enumerate(article.sentences):
        text = article.text[start:end]
        flat = text.lower() if text.isascii() else "".join(p if len(p := plain(c)) == 1 else c for c in text)
        if not any(map(flat.__contains__, beginnings)):
            continue
        out += [
            (int((m.lastgroup or "d0")[1:]), n, (start + m.start(), start + m.end())) for m in pattern.finditer(flat)
        ]
    return tuple(out)


@lru_cache(maxsize=64)
def _beginnings(language: str) -> tuple[str, ...]:
    """Return what the words for days begin with, one of which is in whatever they match."""
    words = (word for some in _DAYS[language].split(" ") for word in some.split("|"))
    return tuple(m.group() if (m := _LETTERS.match(word)) else "" for word in words)


_LETTERS = re.compile(r"[^\W\d_]+(?![?*+{])")
"""Letters that cannot be left out; that before a sign of repetition can."""


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str] | None:
    if language not in _DAYS:
        return None
    days = "|".join(f"(?P<d{i}>{words})" for i, words in enumerate(_DAYS[language].split(" ")))
    return re.compile(days if language in _UNSPACED else rf"(?<!\w)(?:{days})(?!\w)")
