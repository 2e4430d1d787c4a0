"""What a source says has not happened yet, and the target says has happened already, also across languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from provenance.anycase import AnyCase
from provenance.article import Article
from provenance.changes.calendar_names import is_month
from provenance.changes.names import folded
from provenance.changes.negation import clause, denies
from provenance.changes.numerals import listed
from provenance.changes.pairs import Pair, companions
from provenance.model import Change, Derived
from provenance.words import plain

_NOT_YET = {
    "en": r"\b(?:not|n['’]t|never|no one|nobody|none|no)\b[^.,;]{0,40}\byet\b|\byet to \w+|\bso far (?:not|no)\b",
    "de": r"\b(?:noch|bisher|bislang) (?:nicht|kein\w*|nie|niemand\w*)\b",
    "nl": r"\bnog (?:niet|geen|nooit|niemand)\b|\btot nu toe (?:niet|geen)\b",
    "sv": r"\b(?:ännu|än) (?:inte|ingen|inga)\b|\binte (?:\w+ )?(?:ännu|än)\b",
    "da": r"\bendnu (?:ikke|ingen)\b|\bikke (?:\w+ )?endnu\b",
    "no": r"\bennå (?:ikke|ingen)\b|\bikke (?:\w+ )?ennå\b",
    "fr": r"\bpas encore\b|\btoujours pas\b|\bencore (?:pas|jamais|aucun\w*)\b",
    "es": r"\b(?:todavía|aún) no\b|\bno\b[^.,;]{0,30}\b(?:todavía|aún)\b",
    "it": r"\bnon\b[^.,;]{0,20}\bancora\b|\bancora (?:non|nessun\w*)\b|\bfinora non\b",
    "pt": r"\bainda não\b|\bnão\b[^.,;]{0,25}\bainda\b",
    "pl": r"\bjeszcze (?:\w+ )?nie\b|\bnie\b[^.,;]{0,25}\bjeszcze\b|\b(?:dotąd|dotychczas) nie\b",
    "cs": r"\b(?:ještě|dosud|zatím) (?:\w+ )?ne\w+|\bne\w+ (?:\w+ )?(?:ještě|dosud|zatím)\b",
    "sk": r"\b(?:ešte|zatiaľ|doteraz) (?:\w+ )?ne\w+|\bne\w+ (?:\w+ )?(?:ešte|zatiaľ|doteraz)\b",
    "ru": r"\b(?:ещё|еще|пока|до сих пор) (?:\w+ )?(?:не|нет)\b",
    "uk": r"\b(?:ще|поки|досі) (?:\w+ )?(?:не|немає)\b",
    "bg": r"\b(?:още|все още|засега) (?:\w+ )?(?:не|няма)\b",
    "tr": r"\bhenüz\b",
    "el": r"\bδεν\b[^.,;]{0,30}\bακόμ[αη]\b|\bακόμ[αη] δεν\b",
    "ro": r"\bîncă nu\b|\bnu\b[^.,;]{0,20}\bîncă\b",
    "hu": r"\bmég (?:nem|sem|nincs\w*)\b|\begyelőre nem\b",
    "fi": r"\bei(?:vät)?\b[^.,;]{0,20}\bvielä\b|\bvielä ei\b|\btoistaiseksi ei\b",
    "id": r"\bbelum\b",
    "vi": r"\bchưa\b",
    "zh": r"尚未|[还還仍]未|[还還]没|[还還]沒|尚[无無]",
    "ja": r"まだ[^。、]{0,20}(?:ない|なかっ|なく|ません|ず)|未だ",
    "ko": r"아직[^.,]{0,30}(?:않|없|못)",
    "ar": r"\bلم\b[^.،]{0,40}\bبعد\b",
    "he": r"\b(?:עדיין|עוד) לא\b|\bטרם\b",
}
"""What says that something has not happened yet."""
_ALREADY = {
    "en": r"\balready\b",
    "de": r"\b(?:bereits|schon)\b",
    "nl": r"\breeds\b|\bal (?:ge|be|ver|ont)\w+",
    "sv": r"\bredan\b",
    "da": r"\ballerede\b",
    "no": r"\ballerede\b",
    "fr": r"\bdéjà\b",
    "es": r"\bya\b(?! que\b)",
    "it": r"\bgià\b",
    "pt": r"\bjá\b(?! que\b)",
    "pl": r"\bjuż\b",
    "cs": r"\b(?:už|již)\b",
    "sk": r"\b(?:už|dávno)\b",
    "ru": r"\bуже\b",
    "uk": r"\b(?:вже|уже)\b",
    "bg": r"\bвече\b",
    "tr": r"\b(?:çoktan|şimdiden)\b",
    "el": r"\bήδη\b",
    "ro": r"\bdeja\b",
    "hu": r"\bmár\b",
    "fi": r"\bjo\b",
    "id": r"\bsudah\b",
    "zh": r"已经|已經|业已|早已",
    "ja": r"すでに|既に",
    "ko": r"이미|벌써",
    "ar": r"\bبالفعل\b",
    "he": r"\bכבר\b",
}
"""What says that something has happened already."""
_OPEN = {
    "en": r"\b(?:still|pending|remain(?:s|ed|ing)?|await(?:s|ed|ing)?)\b",
    "de": r"\b(?:noch|bleib\w*|blieb\w*|weiterhin|ausstehend\w*)\b",
    "nl": r"\b(?:nog|blij(?:ft|ven)|bleef|bleven)\b",
    "sv": r"\b(?:fortfarande|ännu|kvar|förblir)\b",
    "da": r"\b(?:stadig|endnu|fortsat|forbliver)\b",
    "no": r"\b(?:fortsatt|fremdeles|ennå|forblir)\b",
    "fr": r"\b(?:rest(?:e|ent|ait|aient)|demeur\w+|toujours|encore)\b",
    "es": r"\b(?:sigu?en?|seguía\w*|continúan?|todavía|aún|permanece\w*|pendiente\w*)\b",
    "it": r"\b(?:rest(?:a|ano|ava|avano)|riman\w+|ancora|tuttora)\b",
    "pt": r"\b(?:segue\w*|continua\w*|ainda|permanece\w*|pendente\w*)\b",
    "pl": r"\b(?:wciąż|nadal|pozosta\w+|jeszcze)\b",
    "cs": r"\b(?:stále|nadále|zůst\w+|ještě|dosud)\b",
    "sk": r"\b(?:stále|naďalej|zost\w+|ešte|doteraz)\b",
    "ru": r"\b(?:ещё|еще|остаётся|оста[её]т\w*|остал\w+|по-прежнему|пока)\b",
    "uk": r"\b(?:ще|залиша\w+|залиши\w+|досі|поки)\b",
    "bg": r"\b(?:още|остава\w*|засега)\b",
    "tr": r"\b(?:hâlâ|hala|halen|henüz)\b",
    "el": r"\b(?:ακόμ[αη]|παραμέν\w+)\b",
    "ro": r"\b(?:încă|rămân\w*)\b",
    "hu": r"\b(?:még|marad\w*|továbbra)\b",
    "fi": r"\b(?:yhä|vielä|edelleen)\b",
    "id": r"\b(?:masih|tetap)\b",
    "zh": r"仍|尚|[还還]|有待",
    "ja": r"まだ|依然|未だ",
    "ko": r"아직|여전히",
    "ar": r"لا يزال|لا تزال|ما زال|يبقى|تبقى",
    "he": r"עדיין",
}
"""What says that something is as it was, so that what has happened already is something else."""
_OWN_TEXT: frozenset[Derived] = frozenset({"excerpt", "version"})
"""Kinds of targets in which it may have happened since."""


def happened_since(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the linked sentences by which something has happened already that their source denies so far, each once.

    In one language it must be about the same, by a word of both.
    """
    pattern = _PATTERNS.get(source.language)
    if kind in _OWN_TEXT or pattern is None or target.language not in _PATTERNS:
        return
    beside = companions(linked)
    told: set[int] = set()
    for pair in linked:
        if pair.weak or pair.kind == "verbatim" or not (already := _already(target, pair.right)):
            continue
        if any(_PATTERNS[target.language].find(_text(target, n)) for n in beside[pair.right]):
            continue
        n = next((n for n in pair.left if n not in told and pattern.find(_text(source, n))), -1)
        if n >= 0 and not any(_already(source, m) for m in pair.left):
            told.add(n)
            found = pattern.find(_text(source, n))
            assert found is not None
            was, now = clause(source, source.sentences[n][0] + found[0]), clause(target, already)
            texts = source.text[slice(*was)], target.text[slice(*now)]
            if source.language == target.language and not _has_common(*texts, source.language):
                continue
            yield Change(source.id, target.id, "negation", was, now, *texts)


def _has_common(one: str, other: str, language: str) -> bool:
    """Return whether two clauses have a word in common that says what they are about."""
    if language in _UNSPACED:
        return True
    known, (first, last) = folded(language), (set(map(plain, _WORD.findall(text))) for text in (one, other))
    return any(known.get(word, 0.0) < _RARE for word in first & last)


_UNSPACED = frozenset({"ja", "ko", "zh"})
_WORD = re.compile(r"[^\W\d_]{4,}")
_RARE = 2e-4
"""How frequent a word may be at most that tells what a clause is about."""


def _already(article: Article, n: int) -> int:
    """Return where a sentence says that something has happened, and denies nothing beside it; 0 if nowhere.

    Not where it says since when, or how old something is, or that something is as it was.
    """
    pattern, still = _SETTLED.get(article.language), _STILL.get(article.language)
    text = _text(article, n)
    found = pattern.find(text) if pattern else None
    if found is None or (still and still.find(text)) or _tells_when(text[found[1] :], article.language):
        return 0
    place = article.sentences[n][0] + found[0]
    return 0 if denies(article.text[slice(*clause(article, place))], article.language) else place


def _tells_when(behind: str, language: str) -> bool:
    """Return whether a figure, a month or a hundred stands among the next words."""
    near = _NEXT.match(behind)
    words = map(plain, near.group().split() if near else [])
    return any(word[:1].isdecimal() or word in _AGES or is_month(word, language) for word in words)


_NEXT = re.compile(r"(?:[ \u00a0][\w'’]+){1,3}")
_AGES = frozenset(
    listed("hundred thousand hundert tausend cent cien mil cento mille sto sta сто honderd hundra hundre")
)


def _text(article: Article, n: int) -> str:
    return article.text[slice(*article.sentences[n])]


_PATTERNS = {language: AnyCase(pattern) for language, pattern in _NOT_YET.items()}
_STILL = {language: AnyCase(pattern) for language, pattern in _OPEN.items()}
_SETTLED = {language: AnyCase(pattern) for language, pattern in _ALREADY.items()}
