"""Doubts that were dropped: what a source calls alleged, possible or unproven, and the target says outright."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from provenance.article import Article
from provenance.changes.names import folded
from provenance.changes.negation import clause, denies
from provenance.changes.numerals import plain
from provenance.changes.pairs import Pair, companions
from provenance.model import Change, Derived, Span

DOUBTS = {
    "en": r"alleged(?:ly)?|reportedly|purported(?:ly)?|suspected|supposedly|apparently|presumably|possibly|perhaps|"
    r"probably|(?:may|might) (?:well )?(?:have|be)|could have",
    "de": r"angeblich\w*|mutma(?:ss|ß)lich\w*|offenbar|vermutlich|möglicherweise|vielleicht|"
    r"wahrscheinlich|anscheinend|"
    r"könnten?|dürften?",
    "nl": r"vermeende?|naar verluidt|vermoedelijke?|mogelijk|misschien|waarschijnlijk|blijkbaar|zogenaamde?",
    "sv": r"pastadd\w*|pastas|misstankta?|formodligen|uppges|mojligen|troligen|kanske|ska ha|kan ha",
    "da": r"angiveligt|formentlig|muligvis|maske|pastaede?|kan have|skal have",
    "fr": r"presumee?s?|pretendument|supposee?s?|soupconnee?s?|probablement|peut[- ]etre|(?:au|pou)rai(?:t|ent)",
    "es": r"presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|posiblemente|probablemente|quizas?|tal vez|"
    r"(?:po|ha)drian?|habrian?|pud(?:o|ieron) haber",
    "it": r"presunt[oaie]|presumibilmente|forse|probabilmente|possibilmente|potrebber?o?|avrebber?o?|sarebber?o?",
    "pt": r"alegad[oa]s?|alegadamente|supost[oa]s?|supostamente|possivelmente|provavelmente|talvez|"
    r"poderiam?|teriam?|pode[mr]? ter",
    "pl": r"rzekom\w*|podobno|domnieman\w*|prawdopodobnie|byc moze|mog(?:l|ly|la|lo) (?:byc|zostac|miec)",
    "cs": r"udajn\w*|pravdepodobne|mozna|zrejme|snad",
    "ru": r"якобы|предположительн\w*|предполагаем\w*|возможно|вероятно|подозреваем\w*",
    "tr": r"iddia\w*|sozde|muhtemelen|belki|olasi\w*|olabil\w*",
    "zh": r"可能|或许|也许|涉嫌|据称|據稱|疑似|疑因",
    "ja": r"かもしれない|可能性|とみられ|おそらく|疑い|容疑|恐れ",
    "ko": r"혐의|의혹|가능성|추정|아마|수도 있|것으로 보인",
}
"""Words that make a single word or clause doubtful, as patterns of each language; accents are off but in German."""
ALLEGED = {
    "en": r"alleged(?:ly)?|reportedly|purported(?:ly)?|supposedly",
    "de": r"angeblich\w*|mutma(?:ss|ß)lich\w*",
    "nl": r"vermeende?|naar verluidt|zogenaamde?",
    "sv": r"pastadd\w*|pastas|misstankta?",
    "da": r"angiveligt|pastaede?",
    "fr": r"presumee?s?|pretendument",
    "es": r"presunt[oa]s?|presuntamente|supuestamente",
    "it": r"presunt[oaie]|presumibilmente",
    "pt": r"alegad[oa]s?|alegadamente|supostamente",
    "pl": r"rzekom\w*|domnieman\w*",
    "cs": r"udajn\w*",
    "ru": r"якобы|предполагаем\w*",
    "tr": r"iddia\w*|sozde",
    "zh": r"涉嫌|据称|據稱|疑似",
    "ja": r"容疑",
    "ko": r"혐의|의혹",
}
"""Those of them that a translation has to have in some form: what somebody says is not taken for true."""
OPEN = {
    "en": r"not (?:yet )?(?:been )?(?:\w+ )?(?:proven|proved|established|confirmed|verified)|unproven|unconfirmed|"
    r"unverified|unclear|uncertain|in rare cases|rarely|in some cases",
    "de": r"nicht (?:\w+ )?(?:erwiesen|bewiesen|bestätigt|belegt|geklärt|nachgewiesen)|unklar|ungewiss|unbestätigt|"
    r"in seltenen fällen|in einzelfällen",
    "nl": r"niet (?:\w+ )?(?:bewezen|bevestigd|vastgesteld)|onduidelijk|onbevestigd|in zeldzame gevallen",
    "sv": r"inte (?:\w+ )?(?:bevisat|bevisats|bekraftats?|faststallt)|oklart|obekraftad\w*|i sallsynta fall",
    "da": r"ikke (?:\w+ )?(?:bevist|bekr(?:ae|æ)ftet)|uklart|ubekr(?:ae|æ)ftede?|i sj[aæ]e?ldne tilf[aæ]e?lde",
    "fr": r"pas (?:\w+ )?(?:ete )?(?:prouvee?|demontree?|confirmee?|etablie?)|non confirmee?s?|dans de rares cas",
    "es": r"no (?:\w+ ){0,2}(?:probad|demostrad|confirmad|comprobad)\w+|sin confirmar|en (?:raros casos|casos raros)",
    "it": r"non (?:\w+ ){0,2}(?:provat|dimostrat|confermat|accertat)\w+|non confermat\w+|in rari casi",
    "pt": r"nao (?:\w+ ){0,2}(?:provad|comprovad|confirmad|demonstrad)\w+|em casos raros",
    "pl": r"nie (?:\w+ )?(?:udowodnion\w+|potwierdzon\w+)|niepotwierdzon\w+|niejasn\w+|w rzadkich przypadkach",
    "cs": r"nen\w* (?:\w+ )?(?:prokazan\w*|potvrzen\w*)|nepotvrzen\w*|nejasn\w*|ve vzacnych pripadech",
    "ru": r"не (?:\w+ )?(?:доказан\w*|подтвержд\w*)|неясно|неподтвержд\w*|в редких случаях",
    "tr": r"kanıtlanma\w*|dogrulanma\w*|kesinlesme\w*|nadir\w*",
    "zh": r"(?:尚未|未|没有|沒有)[^，。]{0,6}(?:证实|證實|证明|證明|确认|確認)|不清楚|极少数|少数情况",
    "ja": r"(?:確認|証明|実証)され?て?い?ない|不明|まれに",
    "ko": r"(?:확인|입증|증명)되지|불분명|드물게",
}
"""What leaves a whole statement open, or narrows it to few cases."""
_MORE = {
    "en": r"maybe|may|might|could|can|uncertain|presum\w*|likely|seems?|seemed|appears?|appeared|"
    r"suggests?|suggested|suspects?|suspicion|"
    r"alleg\w+|claim\w*|accus\w+|believed?|thinks?|thought|charge[sd]?|if|whether|reports?|"
    r"reported|potential\w*|risk\w*|fear\w*|rumou?r\w*",
    "de": r"k[oö]nn\w+|kann|mag|soll\w*|wohl|sch(?:ein|ien)\w*|heißt|verd[aä]cht\w*|vorw[ou]rf\w*|ob|"
    r"bericht\w*|falls|wenn|drohe?n?|"
    r"behaupt\w*|denkbar|möglich\w*|würden?|wollen|habe|seien?|sei|risik\w*",
    "nl": r"kan|kunnen|zou|zouden|lijkt|lijken|verd[ae]cht\w*|beweer\w*|beschuldig\w*|of|als|"
    r"dreig\w*|mogelijk\w*|zegt te",
    "sv": r"kan|kunde|ska ha|skall ha|verkar|rapport\w*|enligt uppgift|tycks|tros|misstank\w*|"
    r"pasta\w*|om|risk\w*|mojlig\w*|trolig\w*|sags|hota\w*",
    "da": r"kan|kunne|skulle|skal|synes|formod\w*|pasta\w*|mist[aæ]e?n\w*|om|hvis|risik\w*|mulig\w*|trues?",
    "fr": r"parai\w*|peut|peuvent|pourr\w+|serai\w+|aurai\w+|semble\w*|accus\w*|allegu\w*|"
    r"soupcon\w*|possible\w*|si|risqu\w*|"
    r"presum\w*|eventuel\w*|devrai\w+|menac\w*|suspect\w*|probabl\w*",
    "es": r"pued\w+|pod\w+|seri\w+|habri\w+|parec\w*|acus\w*|sospech\w*|posibl\w*|si(?! bien)|"
    r"riesgo\w*|presun\w*|supon\w*|"
    r"supues\w*|probabl\w*|eventual\w*|imput\w*|investig\w*|amenaz\w*|deb\w+",
    "it": r"pu[o]|possono|potr\w+|sar(?:ebb|ann)\w*|avrebb\w*|sembra\w*|pare|accus\w*|sospett\w*|"
    r"possibil\w*|se|rischi\w*|"
    r"eventual\w*|presun\w*|ipotesi|probabil\w*|dovrebb\w*|minacc\w*|indaga\w*",
    "pt": r"pod\w+|seria\w*|teria\w*|parec\w*|acus\w*|suspeit\w*|possi\w*|caso|risco\w*|"
    r"eventual\w*|aleg\w*|provavel\w*|"
    r"supost\w*|relat\w*|investig\w*|ameac\w*|dev\w+",
    "pl": r"mo(?:ze|ga|gl|zliw)\w*|mia(?:l|la|lo|ly)|podejrz\w*|oskarz\w*|czy|jesli|zarzu\w*|"
    r"ryzyk\w*|prawdopodob\w*|groz\w*|"
    r"rzekom\w*|domniem\w*|by",
    "cs": r"mu(?:ze|zou)|moh\w+|by|pry|podez\w*|obvin\w*|zda|pokud|mozn\w*|riziko|pravdepodob\w*|"
    r"hroz\w*|snad|asi|nejspis\w*|zrejme",
    "ru": r"мо[жг]\w*|бы|возмож\w*|вероят\w*|подозр\w*|обвин\w*|ли|если|риск\w*|предпол\w*|"
    r"кажет\w*|видимо|похоже|утвержд\w*|"
    r"грозит|угро\w*|должн\w*",
    "tr": r"\w*(?:abil|ebil)\w*|iddia\w*|suphe\w*|suc\w*|eger|olas\w*|muhtemel\w*|belki|sozde|gibi|"
    r"tahmin\w*|risk\w*|saniy\w*|"
    r"sanıl\w*|dusun\w*|\w*m[iı]s\w*",
    "zh": r"可能|可|或|会|會|恐|疑|嫌|据|據|称|稱|似|如果|是否|指控|指责|认为|認為|估计|風險|风险|"
    r"怀疑|懷疑|恐怕|大概|应该|被控",
    "ja": r"かも|可能|みら|恐れ|おそれ|疑|容疑|らしい|よう|という|とされ|場合|もし|だろう|でしょう|"
    r"うる|得る|一部|思わ|考え|報じ|伝え|主張|リスク",
    "ko": r"수 ?(?:도 ?)?있|혐의|의혹|가능|추정|아마|보인|보이|것으로|알려|의심|만약|우려|듯|주장|전망|위험|일부",
}
"""Further signs of doubt, which are enough on the target's side."""
_WORDS = re.compile(r"[^\W\d_]+")
_REACH, _BEFORE, _AFTER = 4, 40, 30
"""Words behind a doubt that it may be about, and code points around such a word in the target that may hold another."""
_ALIKE = 0.6
"""Likeness of two sentences from which on one is the other, edited."""
_UNSPACED = frozenset({"zh", "ja", "ko"})


class _Tables(NamedTuple):
    doubt: re.Pattern[str]
    open: re.Pattern[str]
    alleged: re.Pattern[str]
    soft: re.Pattern[str]


@lru_cache(maxsize=64)
def _tables(language: str) -> _Tables | None:
    if language not in DOUBTS:
        return None
    ahead, behind = ("", "") if language in _UNSPACED else (r"(?<!\w)(?:", r")(?!\w)")
    soft = "|".join((DOUBTS[language], OPEN[language], _MORE[language]))
    patterns = (DOUBTS[language], OPEN[language], ALLEGED[language], soft)
    return _Tables(*(re.compile(_folded(ahead + pattern + behind, language)) for pattern in patterns))


@lru_cache(maxsize=256)
def _flat(article: Article) -> tuple[str, ...]:
    return tuple(_folded(article.text[s:e], article.language) for s, e in article.sentences)


def _folded(text: str, language: str) -> str:
    """Return a text in small letters without accents, each sign in its place; German says another thing by them."""
    small = text.lower() if len(text.lower()) == len(text) else text
    return small if small.isascii() or language == "de" else "".join(p if len(p := plain(c)) == 1 else c for c in small)


class _Doubt(NamedTuple):
    sentence: int
    start: int
    end: int
    open: bool = False
    """It leaves the whole statement open."""
    alleged: bool = False


@lru_cache(maxsize=256)
def _doubts(article: Article) -> dict[int, tuple[_Doubt, ...]]:
    """Return the doubts of each sentence that has any; places are within the sentence."""
    tables = _tables(article.language)
    out: dict[int, tuple[_Doubt, ...]] = {}
    for n, text in enumerate(_flat(article) if tables else ()):
        assert tables is not None
        found = [
            _Doubt(n, *m.span(), alleged=bool(tables.alleged.match(m.group()))) for m in tables.doubt.finditer(text)
        ]
        found += [_Doubt(n, *m.span(), open=True) for m in tables.open.finditer(text)]
        if found:
            out[n] = tuple(found)
    return out


class _Told(NamedTuple):
    """A sentence of the target, and what it goes back to."""

    right: str
    left: tuple[str, ...]
    near: tuple[str, ...]
    """Sentences of the target that share a source sentence with it, itself among them."""


def hedges_dropped(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the linked sentences that say outright what the source left in doubt, each doubt once, in order."""
    tables = _tables(target.language)
    if tables is None or not (doubts := _doubts(source)):
        return
    ours, theirs, beside = _flat(target), _flat(source), companions(linked)
    said: set[_Doubt] = set()
    for pair in linked:
        told = _Told(ours[pair.right], tuple(theirs[n] for n in pair.left), tuple(ours[n] for n in beside[pair.right]))
        for doubt in (d for n in pair.left for d in doubts.get(n, ()) if d not in said):
            if source.language != target.language:
                faithful = doubt.alleged and kind == "translation" and len(pair.left) == 1 and not pair.weak
                dropped = faithful and not _any(tables.soft, told.near)
            elif doubt.open:
                dropped = _settled(told, tables, reworked=kind == "rewrite" and not pair.weak)
            else:
                dropped = _outright(told, theirs[doubt.sentence], doubt, target.language, tables)
            if dropped:
                said.add(doubt)
                yield _change(source, target, doubt, pair.right)


def doubts_alike(text: str, language: str, others: Sequence[str], other: str) -> bool:
    """Return whether what is doubted in a text, or denied, is so in some others of another language, if they are any.

    A text without doubt or denial asks for others without.
    """
    tables, theirs = _tables(language), _tables(other)
    if tables is None or theirs is None or not others:
        return False
    flat, told = _folded(text, language), [_folded(o, other) for o in others]
    if tables.doubt.search(flat) or tables.open.search(flat):
        return _any(theirs.doubt, told) or _any(theirs.open, told) or _any(theirs.soft, told)
    return denies(text, language) == any(denies(o, other) for o in others)


def _any(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    return any(pattern.search(text) for text in texts)


def _settled(told: _Told, tables: _Tables, *, reworked: bool) -> bool:
    """Return whether a sentence has a statement, and none of the words that leave it open."""
    if _any(tables.open, told.near):
        return False
    alike = max(_likeness(left, told.right) for left in told.left)
    return alike >= _ALIKE or (reworked and not _any(tables.soft, told.near))


def _outright(told: _Told, sentence: str, doubt: _Doubt, language: str, tables: _Tables) -> bool:
    """Return whether the words right behind a doubt stand in the target, and no doubt about them there."""
    common = folded(language)
    behind = [m.group() for m in _WORDS.finditer(sentence, doubt.end)][: _REACH * (language not in _UNSPACED)]
    for word in (w for w in behind if len(w) > _REACH and common.get(w, 0.0) < _TELLING):
        stem = re.compile(rf"(?<!\w){re.escape(word[: max(5, len(word) * 2 // 3)])}")
        places = [(text, m.start()) for text in told.near for m in stem.finditer(text)]
        if places:
            kept = any(tables.soft.search(text, max(0, at - _BEFORE), at + _AFTER) for text, at in places)
            return not kept and stem.search(told.right) is not None
    return not _any(tables.soft, told.near) and _likeness(sentence, told.right) >= _ALIKE


_TELLING = 2e-4
"""Share of running words up to which a word tells what is spoken of."""


def _likeness(one: str, other: str) -> float:
    left, right = _WORDS.findall(one), _WORDS.findall(other)
    if len(left) < _REACH or len(right) < _REACH:  # no spaces are written
        left, right = list(one), list(other)
    return float(Indel.normalized_similarity(left, right))


def _change(source: Article, target: Article, doubt: _Doubt, right: int) -> Change:
    was: Span = clause(source, source.sentences[doubt.sentence][0] + doubt.start)
    now = target.sentences[right]
    return Change(source.id, target.id, "negation", was, now, source.text[slice(*was)], target.text[slice(*now)])
