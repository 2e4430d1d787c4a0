"""Days of the week, and months that no day or year stands beside, that came out otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from provenance.article import Article
from provenance.changes.numerals import listed
from provenance.changes.pairs import Pair, companions, is_prose
from provenance.model import Change, Derived, Span
from provenance.patterns import of_tables
from provenance.words import plain

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
    "pt": "segunda-feira|segunda terca-feira|terca quarta-feira|quarta quinta-feira|quinta sexta-feira|sexta "
    "sabado domingo",
    "pl": "poniedzial\\w+ wtor(?:ek|ku|kiem) srod[aeyo]\\w* czwart(?:ek|ku|kiem) "
    "piat(?:ek|ku|kiem) sobot\\w+ niedziel\\w+",
    "cs": "pondel\\w+ uter\\w+ stred(?:a|y|ou|u) ctvrt(?:ek|ka|ku) pat(?:ek|ku|kem) sobot\\w+ nedel[ei]\\w*",
    "ru": "понедельник\\w* вторник\\w* сред[ау] четверг\\w* пятниц\\w+ суббот\\w+ воскресень\\w+",
    "uk": "понеділ\\w+ вівтор\\w+ серед[ауи] четвер\\w* п['’]?ятниц\\w+ субот\\w+ неділ\\w+",
    "tr": "pazartesi salı carsamba persembe cuma cumartesi pazar",
    "ja": "月曜 火曜 水曜 木曜 金曜 土曜 日曜",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "zh": "(?:星期|周|週|礼拜)一 (?:星期|周|週|礼拜)二 (?:星期|周|週|礼拜)三 "
    "(?:星期|周|週|礼拜)四 (?:星期|周|週|礼拜)五 (?:星期|周|週|礼拜)六 (?:星期|周|週|礼拜)[日天]",
}
"""The words for Monday to Sunday, accents off, as patterns."""
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januars?|janners? februars? marz april mai juni juli augusts? septembers? oktobers? novembers? dezembers?",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    "ca": "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "pl": "stycz(?:en|nia|niu) lut(?:y|ego|ym) mar(?:zec|ca|cu) kwie(?:cien|tnia|tniu) maj[au]? czerw(?:iec|ca|cu) "
    "lip(?:iec|ca|cu) sierp(?:ien|nia|niu) wrzes(?:ien|nia|niu) pazdziernik[ua]? listopad(?:a|zie)? "
    "grud(?:zien|nia|niu)",
    "cs": "led(?:en|na|nu) unor[au]? brez(?:en|na|nu) dub(?:en|na|nu) kvet(?:en|na|nu) cerv(?:en|na|nu) "
    "cerven(?:ec|ce|ci) srp(?:en|na|nu) zari rij(?:en|na|nu) listopadu? prosin(?:ec|ce|ci)",
    "ru": "январ[яьею]м? феврал[яьею]м? март(?:а|е|у|ом)? апрел[яьею]м? ма[ияею] июн[яьею]м? июл[яьею]м? "
    "август(?:а|е|у)? сентябр[яьею]м? октябр[яьею]м? ноябр[яьею]м? декабр[яьею]м?",
    "uk": "січ(?:ень|ня|ні) лют(?:ии|ого|ому) берез(?:ень|ня|ні) квіт(?:ень|ня|ні) трав(?:ень|ня|ні) "
    "черв(?:ень|ня|ні) лип(?:ень|ня|ні) серп(?:ень|ня|ні) верес(?:ень|ня|ні) жовт(?:ень|ня|ні) "
    "листопад[аі]? груд(?:ень|ня|ні)",
    "tr": "ocak(?:ta|tan)? subat(?:ta|tan)? mart(?:ta|tan)? nisan(?:da|dan)? mayıs(?:ta|tan)? haziran(?:da|dan)? "
    "temmuz(?:da|dan)? agustos(?:ta|tan)? eylul(?:de|den)? ekim(?:de|den)? kasım(?:da|dan)? aralık(?:ta|tan)?",
}
"""The words for January to December in the same way; ideographic scripts write them in figures."""
_CAPITAL = frozenset({"en", "de", "tr"})
"""Languages that write months with capitals; in others a capital makes "Mars" a planet, and in these none a verb."""
_LIKE_OTHERS: Mapping[str, tuple[str, str]] = {
    "en": (
        "january february march april may june july august september october november december",
        "in since by until till from last next this early late mid mid- through during around end in",
    ),
    "de": ("april mai juni juli august", "im seit ende anfang mitte bis vom zum ab kommenden letzten nachsten diesen"),
    "pt": ("segunda terca quarta quinta sexta", "na nesta desta ultima proxima passada a ate"),
    "cs": ("stredu stredy zari", "ve od do v na"),
    "tr": ("ekim pazar salı", "gecen gelecek bu onumuzdeki her"),
    "uk": ("лютого", ""),
    "ru": ("среды", ""),
}
"""Words that mean something else as well, or are names, and what must stand before each for it to be a day or month."""
_COUNTED = re.compile(r"[每一二三四五六七八九十两几数第\d]$")
_COUNTS = re.compile("[天次年期岁届个]")
"""What stands beside a Chinese "week" that is counted and no day: 每周五天."""
_DATED_BEFORE = re.compile(r"\d[ºª.]?[ \u00a0-]?(?:(?:de|di|of) )?$")
_DATED_BEHIND = re.compile(r"[ \u00a0-]?,? ?(?:(?:de|del|di|of) )?\d")
"""Days and years beside a month: such dates are numbers."""
_UNSPACED = frozenset({"ja", "ko", "zh"})
_OWN_TEXT: frozenset[Derived] = frozenset({"excerpt", "version"})
"""Kinds of targets that have days of their own, but where another one stood amid the same words."""


class _Names(NamedTuple):
    """A day of the week or a month in an article: its number from 0, its sentence and its place."""

    number: int
    sentence: int
    span: Span


def calendar_changes(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the days of the week, then the months, in linked sentences where the source has another one, in order.

    Only where one stands on either side, and no other sentence of the source has the target's. Each once.
    """
    own = kind in _OWN_TEXT
    beside = companions(linked)
    for named in (_days, _months):
        for was, now in _changed(source, target, linked, beside, (named(source), named(target))):
            ahead = _ahead(source, was)
            if own and (ahead[-2:] != _ahead(target, now)[-2:] or not ahead or _SAID & {*ahead}):
                continue  # "she said on Monday" is said anew on Tuesday
            texts = source.text[slice(*was)], target.text[slice(*now)]
            yield Change(source.id, target.id, "number", was, now, *texts)


def _ahead(article: Article, span: Span) -> list[str]:
    """Return the last three words before a day or a month."""
    return [plain(word) for word in _WORDS.findall(article.text[max(0, span[0] - _NEAR) : span[0]])[-3:]]


_WORDS = re.compile(r"[^\W_]+")
_NEAR = 30
_SAID = frozenset(
    map(
        plain,
        listed(
            "said says told reporters journalists announced reported added confirmed stated declared warned wrote "
            "sagte sagten mitteilte mitteilten erklärte erklärten berichtete berichteten kündigte teilte teilten "
            "zei zeiden meldde meldden verklaarde sade sa sagde oplyste meddelade meddelte opplyste uppgav dit dits "
            "déclaré annoncé indiqué affirmé précisé dijo dijeron anunció anunciaron informó informaron declaró afirmó "
            "periodistas detto dichiarato annunciato riferito giornalisti disse disseram anunciou informou afirmou "
            "jornalistas powiedział powiedziała poinformował poinformowała poinformowali przekazał przekazała oznajmił "
            "řekl řekla řekli uvedl uvedla uvedli oznámil oznámila сказал сказала сообщил сообщила сообщили заявил "
            "заявила заявили сказав повідомив повідомила повідомили заявив"
        ),
    )
)
"""What stands before the day on which something was said, and not on which it was done."""


def _changed(
    source: Article,
    target: Article,
    linked: Sequence[Pair],
    beside: Mapping[int, Collection[int]],
    named: tuple[Sequence[_Names], Sequence[_Names]],
) -> Iterator[tuple[Span, Span]]:
    """Yield where a day or a month stood, and where another one does."""
    theirs, ours = named
    known, here = {x.number for x in theirs}, {x.number for x in ours}
    told: set[int] = set()
    for pair in linked:
        new = [x for x in ours if x.sentence in beside[pair.right]]
        old = [x for x in theirs if x.sentence in pair.left]
        if len(new) != 1 or len(old) != 1 or new[0].sentence != pair.right:
            continue
        if new[0].number in known | told or old[0].number in here:
            continue
        if is_prose(target, pair.right) and is_prose(source, old[0].sentence):
            told.add(new[0].number)
            yield old[0].span, new[0].span


@lru_cache(maxsize=256)
def _days(article: Article) -> tuple[_Names, ...]:
    """Return the days of the week of an article."""
    return tuple(x for x in _named(article, _DAYS) if _is_of_calendar(article, x))


@lru_cache(maxsize=256)
def _months(article: Article) -> tuple[_Names, ...]:
    """Return the months of an article that no day or year stands beside."""
    found = (x for x in _named(article, _MONTHS) if _is_of_calendar(article, x))
    return tuple(x for x in found if not _is_dated(article, *x.span) and _is_cased(article, x.span[0]))


def _is_of_calendar(article: Article, named: _Names) -> bool:
    """Tell whether a word that may be a day or a month is one, and no name: Theresa May, August Wilson."""
    text, language, (start, end) = article.text, article.language, named.span
    if language in _UNSPACED:
        return not (_COUNTED.search(text[max(0, start - 1) : start]) or _COUNTS.match(text, end))
    ahead = _GOES_AHEAD.search(text, article.sentences[named.sentence][0] + 1, start)
    if language != "de" and (_GOES_ON.match(text, end) or (text[start].isupper() and ahead)):
        return False
    words, before = _LIKE_OTHERS.get(language, ("", ""))
    if plain(text[start:end]) not in words.split():
        return True
    last = plain(text[max(0, start - 16) : start].rstrip(" \u00a0").rpartition(" ")[2].strip("(„“\"'"))
    return last in before.split()


_GOES_ON = re.compile(r" [^\W\d_a-zà-öø-ÿа-яёіїєґ][^\W\d_]*[a-zà-öø-ÿ]")
_GOES_AHEAD = re.compile(r"(?<=[ („“\"])[^\W\d_a-zà-öø-ÿа-яё][\w'’-]* $")
"""A word with a capital right behind it, or, inside a sentence, before one that has one itself; German nouns have
one."""


def is_month(word: str, language: str) -> bool:
    """Return whether a word, accents off and small, is a month."""
    words = _MONTHS.get(language)
    return words is not None and _pattern(words, language in _UNSPACED).fullmatch(word) is not None


def _is_dated(article: Article, start: int, end: int) -> bool:
    before = _DATED_BEFORE.search(article.text[max(0, start - 12) : start])
    return before is not None or _DATED_BEHIND.match(article.text, end) is not None


def _is_cased(article: Article, start: int) -> bool:
    return article.text[start].isupper() == (article.language in _CAPITAL)


def _named(article: Article, table: Mapping[str, str]) -> Iterator[_Names]:
    """Yield where the words of a table stand in an article's sentences."""
    words = table.get(article.language)
    if words is None:
        return
    pattern, flat_text = _pattern(words, article.language in _UNSPACED), _flat(article.text)
    beginnings = [one for one in _beginnings(words) if one in flat_text]
    for n, (start, end) in enumerate(article.sentences if beginnings else ()):
        flat = flat_text[start:end]
        if any(map(flat.__contains__, beginnings)):
            for m in pattern.finditer(flat):
                yield _Names(int((m.lastgroup or "d0")[1:]), n, (start + m.start(), start + m.end()))


@lru_cache(maxsize=2)
def _flat(text: str) -> str:
    """Return a text in small letters without accents, place by place; remembered for days and months."""
    return text.lower() if text.isascii() else "".join(p if len(p := plain(c)) == 1 else c for c in text)


@lru_cache(maxsize=64)
def _beginnings(words: str) -> tuple[str, ...]:
    """Return what the words of a language begin with, one of which is in whatever they match."""
    each = (word for some in words.split(" ") for word in some.split("|"))
    return tuple(m.group() if (m := _LETTERS.match(word)) else "" for word in each)


_LETTERS = re.compile(r"[^\W\d_]+(?![?*+{])")
"""Letters that cannot be left out; that before a sign of repetition can."""


@lru_cache(maxsize=64)
def _pattern(words: str, unspaced: bool) -> re.Pattern[str]:
    """Match any of the words of a language, each in a group by its number."""
    either = "|".join(f"(?P<d{i}>{some})" for i, some in enumerate(words.split(" ")))
    return of_tables(either if unspaced else rf"(?<!\w)(?:{either})(?!\w)")
