"""Half an hour and half a year, as languages say them that have a word of their own for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from provenance.model import Span

_HALVES = {
    "en": ("half[- ]hours?", ""),
    "de": ("halbe[nr]? stunde", "halbe[ns]? jahr"),
    "nl": ("half ?uur", "half ?jaar"),
    "sv": ("halvtimmen?|halv timme", "halvt år|ett halvår"),
    "da": ("halvtime|halv time", "halvt år|et halvår"),
    "no": ("halvtime|halv time", "halvt år|et halvår"),
    "fr": ("demie?[- ]heure", ""),
    "es": ("media hora", "medio año"),
    "ca": ("mitja hora", "mig any"),
    "it": ("mezz['’]ora|mezzora", "mezzo anno"),
    "pt": ("meia hora", "meio ano"),
    "pl": ("pół godziny", "pół roku"),
    "cs": ("půl ?hodin[yu]", "půl ?roku"),
    "sk": ("pol ?hodin[yu]", "pol ?roka"),
    "ru": ("полу?часа", "полу?года"),
    "uk": ("пів ?години", "пів ?року"),
    "tr": ("yarım saat", "yarım yıl"),
    "fi": ("puol(?:i tuntia|en tunnin)", "puol(?:i vuotta|en vuoden)"),
    "el": ("μισή ώρα", ""),
    "ro": ("jumătate de oră", "jumătate de an"),
    "hu": ("fél ?ór[aá]", "fél ?év"),
    "vi": ("nửa giờ|nửa tiếng", "nửa năm"),
    "ar": ("نصف ساعة", "نصف عام|نصف سنة"),
    "fa": ("نیم ساعت", ""),
    "hi": ("आधा घंटा|आधे घंटे", ""),
    "zh": ("半[个個]?(?:小[时時]|[钟鐘][头頭点點])", "半年"),
    "ja": ("半時間", "半年"),
    "ko": ("반 ?시간", "반년"),
}
"""Half an hour and half a year, by language; in English half an hour and half a year are read like other numbers."""
_UNSPACED = frozenset({"zh", "ja", "ko"})
_AND_A = re.compile(
    r"(?<!\w)(?:(?:und|och|og|y|e|i|a|ja|és|и|і|și|και|및)(?: (?:eine[nrms]?|en|ett?|una|o))?|en een|et une) $|"
    r"[\d一二两兩三四五六七八九十][个個]?$|[上下前後后]$",
    re.IGNORECASE,
)
"""What makes a half behind it the end of a number: "zwei und eine halbe Stunde", "上半年"."""
_REPORT = re.compile("[报報度会會]")
"""What stands behind half a year in the word for a report or a term."""
_LONGEST_AND = 12


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], float, str], ...]:
    """Return what a language calls them, with the minutes or months and the unit."""
    hour, year = _HALVES.get(language, ("", ""))
    ahead, behind = ("", "") if language in _UNSPACED else (r"(?<!\w)", r"(?!\w)")
    some = ((hour, 30.0, "time"), (year, 6.0, "months"))
    return tuple((re.compile(f"{ahead}(?:{p}){behind}", re.IGNORECASE), value, unit) for p, value, unit in some if p)


def halves(text: str, language: str) -> Iterator[tuple[Span, float, str]]:
    """Yield where a text says half an hour or half a year, with the minutes or months and the unit."""
    for pattern, value, unit in _patterns(language):
        for m in pattern.finditer(text):
            ahead = text[max(0, m.start() - _LONGEST_AND) : m.start()]
            if not _AND_A.search(ahead) and not _REPORT.match(text, m.end()):
                yield m.span(), value, unit
