"""Doubts that were dropped: what a source calls alleged, possible or unproven, and the target says outright."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from provenance.article import Article
from provenance.changes.names import folded
from provenance.changes.negation import clause, denies, refuses
from provenance.changes.numerals import plain
from provenance.changes.pairs import Pair, companions
from provenance.model import Change, Derived, Span

DOUBTS = {
    "en": r"alleged(?:ly)?|reportedly|purported(?:ly)?|suspected|supposedly|apparently|presumably|possibly|perhaps|"
    r"probably|in all (?:likelihood|probability)|most likely|(?:may|might) (?:well )?(?:have|be)|could have",
    "de": r"angeblich\w*|mutma(?:ss|ß)lich\w*|offenbar|vermutlich|möglicherweise|vielleicht|"
    r"wahrscheinlich|anscheinend|"
    r"aller wahrscheinlichkeit nach|könnten?|dürften?",
    "nl": r"vermeende?|naar verluidt|vermoedelijke?|mogelijk|misschien|waarschijnlijk|blijkbaar|"
    r"zogenaamde?|naar alle waarschijnlijkheid",
    "sv": r"pastadd\w*|pastas|misstankta?|formodligen|uppges|mojligen|troligen|kanske|ska ha|kan ha",
    "da": r"angiveligt|formentlig|muligvis|maske|pastaede?|kan have|skal have",
    "fr": r"presumee?s?|pretendument|supposee?s?|soupconnee?s?|probablement|selon toute (?:vraisemblance|"
    r"probabilite)|vraisemblablement|peut[- ]etre|(?:au|pou)rai(?:t|ent)",
    "es": r"presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|posiblemente|probablemente|"
    r"con toda probabilidad|quizas?|tal vez|"
    r"(?:po|ha)drian?|habrian?|pud(?:o|ieron) haber",
    "it": r"presunt[oaie]|presumibilmente|con ogni probabilita|verosimilmente|forse|probabilmente|"
    r"possibilmente|potrebber?o?|avrebber?o?|sarebber?o?",
    "pt": r"alegad[oa]s?|alegadamente|supost[oa]s?|supostamente|possivelmente|provavelmente|"
    r"com toda a probabilidade|talvez|"
    r"poderiam?|teriam?|pode[mr]? ter",
    "pl": r"rzekom\w*|podobno|domnieman\w*|prawdopodobnie|najpewniej|byc moze|mog(?:l|ly|la|lo) (?:byc|zostac|miec)",
    "cs": r"udajn\w*|pravdepodobne|mozna|zrejme|snad",
    "ru": r"якобы|предположительн\w*|предполагаем\w*|возможно|вероятно|по всей (?:вероятности|видимости)|"
    r"подозреваем\w*",
    "tr": r"iddia\w*|sozde|muhtemelen|belki|olasi\w*|olabil\w*",
    "zh": r"可能|很可能|或许|也许|涉嫌|据称|據稱|疑似|疑因",
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
    "en": r"no ?(?:one|body) knows|not (?:yet )?(?:been )?(?:\w+ )?(?:proven|proved|established|confirmed|"
    r"verified|clear|certain|known|determined)|unproven|"
    r"(?:remains|yet) to be (?:proven|proved|established|confirmed|seen|determined)|unknown|unconfirmed|"
    r"unverified|unclear|uncertain|in rare cases|rarely|in some cases",
    "de": r"nicht (?:\w+ )?(?:erwiesen|bewiesen|bestätigt|belegt|geklärt|nachgewiesen|klar|bekannt|sicher|"
    r"fest)|unklar|unbekannt|offen|weiß (?:niemand|man nicht)|"
    r"ungewiss|unbestätigt|"
    r"in seltenen fällen|in einzelfällen",
    "nl": r"niet (?:\w+ )?(?:bewezen|bevestigd|vastgesteld|duidelijk|bekend|zeker)|onduidelijk|onbekend|"
    r"weet niemand|onbevestigd|in zeldzame gevallen",
    "sv": r"inte (?:\w+ )?(?:bevisat|bevisats|bekraftats?|faststallt|klart|kant|sakert)|oklart|okant|"
    r"obekraftad\w*|i sallsynta fall",
    "da": r"ikke (?:\w+ )?(?:bevist|bekr(?:ae|æ)ftet|klart|kendt|sikkert)|uklart|ubekr(?:ae|æ)ftede?|"
    r"i sj[aæ]e?ldne tilf[aæ]e?lde",
    "fr": r"pas (?:\w+ )?(?:ete )?(?:prouvee?|demontree?|confirmee?|etablie?|clair|connue?|certaine?|determinee?)|"
    r"non confirmee?s?|(?:on )?ignore|ne sai[st]|reste a (?:etablir|determiner|prouver)|dans de rares cas",
    "es": r"no (?:\w+ ){0,2}(?:probad|demostrad|confirmad|comprobad|determinad)\w+|"
    r"no (?:\w+ ){0,2}(?:clar[oa]|sabe)|se (?:desconoce|ignora)|sin confirmar|en (?:raros casos|casos raros)",
    "it": r"non (?:\w+ ){0,2}(?:provat|dimostrat|confermat|accertat|chiar|not)[oaie]\b|"
    r"(?:non|ancora da) (?:confermat|chiarir)\w+|si ignora|non si sa|in rari casi",
    "pt": r"nao (?:\w+ ){0,2}(?:provad|comprovad|confirmad|demonstrad|clar|determinad)\w+|nao se sabe|"
    r"desconhece-se|em casos raros",
    "pl": r"nie (?:\w+ )?(?:udowodnion\w+|potwierdzon\w+|wiadomo|jasne|ustalon\w+)|niepotwierdzon\w+|"
    r"niejasn\w+|w rzadkich przypadkach",
    "cs": r"nen\w* (?:\w+ )?(?:prokazan\w*|potvrzen\w*)|nepotvrzen\w*|nejasn\w*|ve vzacnych pripadech",
    "ru": r"не (?:\w+ )?(?:доказан\w*|подтвержд\w*|ясно|известн\w+|установлен\w*)|неясно|"
    r"(?:никто )?не знает|неизвестн\w+|неподтвержд\w*|в редких случаях",
    "tr": r"kanıtlanma\w*|dogrulanma\w*|kesinlesme\w*|bilinm\w+|belli degil|netlesme\w*|nadir\w*",
    "zh": r"(?:尚未|未|没有|沒有)[^，。]{0,6}(?:证实|證實|证明|證明|确认|確認|查明|明确|公布)|不清楚|"
    r"不得而知|尚不|极少数|少数情况",
    "ja": r"(?:確認|証明|実証|特定|解明)(?:され|でき)?て?い?(?:ない|おらず)|(?<!行方)不明|(?:分か|わか|"
    r"判)(?:って|ら)い?(?:ない|ません|おらず)|"
    r"断定(?:は|も)?でき(?:ない|ません)|まれに",
    "ko": r"(?:확인|입증|증명)되지|(?:알려지|밝혀지)지 않|단정할 수 없|불분명|드물게",
}
"""What leaves a whole statement open, or narrows it to few cases."""
_MORE = {
    "en": r"maybe|may|might|could|can|uncertain|presum\w*|likely|seems?|seemed|appears?|appeared|"
    r"suggests?|suggested|suspects?|suspicion|"
    r"alleg\w+|claim\w*|accus\w+|believed?|thinks?|thought|charge[sd]?|if|whether|reports?|"
    r"reported|potential\w*|risk\w*|fear\w*|rumou?r\w*|said to|understood to|neither confirm\w*|not confirm\w*",
    "de": r"k[oö]nn\w+|kann|mag|soll\w*|wohl|sch(?:ein|ien)\w*|heißt|verd[aä]cht\w*|vorw[ou]rf\w*|ob|"
    r"bericht\w*|falls|wenn|drohe?n?|"
    r"behaupt\w*|denkbar|möglich\w*|würden?|wollen|habe|seien?|sei|risik\w*|vorgeworfen|"
    r"(?:weder|nicht) (?:\w+ )?bestätig\w*",
    "nl": r"kan|kunnen|zou|zouden|lijkt|lijken|verd[ae]cht\w*|beweer\w*|beschuldig\w*|of|als|"
    r"dreig\w*|mogelijk\w*|zegt te",
    "sv": r"kan|kunde|ska ha|skall ha|verkar|rapport\w*|enligt uppgift|tycks|tros|misstank\w*|"
    r"pasta\w*|om|risk\w*|mojlig\w*|trolig\w*|sags|hota\w*",
    "da": r"kan|kunne|skulle|skal|synes|formod\w*|pasta\w*|mist[aæ]e?n\w*|om|hvis|risik\w*|mulig\w*|trues?",
    "fr": r"parai\w*|peut|peuvent|pourr\w+|serai\w+|aurai\w+|semble\w*|accus\w*|allegu\w*|"
    r"soupcon\w*|possible\w*|si|risqu\w*|"
    r"presum\w*|eventuel\w*|devrai\w+|menac\w*|suspect\w*|probabl\w*|reproch\w*|(?:ni|ne) (?:\w+ )?confirm\w*",
    "es": r"pued\w+|pod\w+|seri\w+|habri\w+|parec\w*|acus\w*|sospech\w*|posibl\w*|si(?! bien)|"
    r"riesgo\w*|presun\w*|supon\w*|"
    r"supues\w*|probabl\w*|eventual\w*|imput\w*|amenaz\w*|deb\w+|achac\w*|"
    r"ni? (?:\w+ )?confirm\w*|no confirm\w*",
    "it": r"pu[o]|possono|potr\w+|sar(?:ebb|ann)\w*|avrebb\w*|sembra\w*|pare|accus\w*|sospett\w*|"
    r"possibil\w*|se|rischi\w*|"
    r"eventual\w*|presun\w*|ipotesi|probabil\w*|dovrebb\w*|minacc\w*|indaga\w*|contesta\w*|"
    r"ne?(?:on)? (?:\w+ )?conferm\w*",
    "pt": r"pod\w+|seria\w*|teria\w*|parec\w*|acus\w*|suspeit\w*|possi\w*|caso|risco\w*|"
    r"eventual\w*|aleg\w*|provavel\w*|"
    r"supost\w*|relat\w*|ameac\w*|dev\w+|imput\w*|nao confirm\w*",
    "pl": r"mo(?:ze|ga|gl|zliw)\w*|mia(?:l|la|lo|ly)|podejrz\w*|oskarz\w*|czy|jesli|zarzu\w*|"
    r"ryzyk\w*|prawdopodob\w*|groz\w*|"
    r"rzekom\w*|domniem\w*|by",
    "cs": r"mu(?:ze|zou)|moh\w+|by|pry|podez\w*|obvin\w*|zda|pokud|mozn\w*|riziko|pravdepodob\w*|"
    r"hroz\w*|snad|asi|nejspis\w*|zrejme",
    "ru": r"мо[жг]\w*|бы|возмож\w*|вероят\w*|подозр\w*|обвин\w*|ли|если|риск\w*|предпол\w*|"
    r"кажет\w*|видимо|похоже|утвержд\w*|"
    r"грозит|угро\w*|должн\w*|не подтвержда\w*",
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


PROVISIONAL = {
    "en": r"for now|for the (?:time being|moment)|at (?:present|this stage)|provisionally|as yet|initially|at first",
    "de": r"vorerst|vorläufig|bis auf weiteres|einstweilen|derzeit|momentan|zunächst|bislang noch",
    "nl": r"voorlopig|vooralsnog|op dit moment|momenteel|aanvankelijk",
    "sv": r"tills vidare|for narvarande|an sa lange|i nulaget|till att borja med",
    "da": r"indtil videre|for [oø]jeblikket|forel[oø]bigt?",
    "fr": r"pour l['’]instant|pour le moment|a ce stade|provisoirement|jusqu['’]a nouvel ordre|dans un premier temps",
    "es": r"por (?:ahora|el momento)|de momento|provisionalmente|en un principio|hasta nuevo aviso",
    "it": r"per (?:ora|il momento|adesso)|al momento|provvisoriamente|in un primo momento|fino a nuovo ordine",
    "pt": r"por (?:agora|enquanto|ora)|de momento|neste momento|provisoriamente|para ja",
    "pl": r"na razie|poki co|tymczasowo|obecnie|w tej chwili",
    "cs": r"prozatim|zatim|nateraz|docasne",
    "ru": r"пока(?: что)?|на данный момент|временно|до поры",
    "tr": r"simdilik|su an(?:da|lık)?|gecici olarak",
    "zh": r"暂时|暫時|目前|眼下|暂不|暂未",
    "ja": r"当面|今のところ|現時点|さしあたり|しばらく",
    "ko": r"당분간|현재로서는|지금으로서는|일단",
}
"""Words by which what is said holds only for a while."""
_FOR_GOOD = {
    "en": r"yet|currently|now|so far|still|first|the (?:start|beginning|outset)|immediately",
    "de": r"noch|bisher|bislang|jetzt|aktuell|zurzeit|erst|anfangs|zuerst|sofort|heute",
    "fr": r"encore|"
    r"actuellement|a present|d['’]abord|debut|depart|initialement|aussitot|immediatement",
    "es": r"todavia|aun|actualmente|ahora|principio|inicialmente|primero",
    "it": r"ancora|adesso|attualmente|ora|finora|inizi\w+|subito",
    "pt": r"ainda|atualmente|agora|principio|inicialmente|inicio",
    "nl": r"nog|nu|thans|tot nu toe|eerst|begin",
    "sv": r"an|nu|hittills|annu|forst|borjan|inledningsvis",
    "da": r"endnu|nu|hidtil|forst|begyndelsen",
    "pl": r"jeszcze|teraz|dotad|dotychczas|poczatk\w+",
    "cs": r"jeste|nyni|dosud|zpocatku|nejprve",
    "ru": r"еще|сейчас|покуда|сначала|поначалу|сразу",
    "tr": r"henuz|hala|once|basta",
    "zh": r"还|還|尚|现在|至今|暂|最初|起初",
    "ja": r"まだ|現在|今は|当初|最初",
    "ko": r"아직|현재",
}
"""Words that say it weaker, and are enough on the target's side."""


_PLANS = r"\w*plan\w*|prevu\w*|previst\w*|previsto|планир\w*|计划|計劃|計画|予定|계획|etape"
"""What is not planned may come yet."""


@lru_cache(maxsize=64)
def _while_tables(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    if language not in PROVISIONAL:
        return None
    ahead, behind = ("", "") if language in _UNSPACED else (r"(?<!\w)(?:", r")(?!\w)")
    either = f"{PROVISIONAL[language]}|{_FOR_GOOD[language]}|{_PLANS}"
    return re.compile(ahead + PROVISIONAL[language] + behind), re.compile(ahead + either + behind)


def _provisional(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the linked sentences that say no for good where the source says no for now, each once."""
    strict, loose = _while_tables(source.language), _while_tables(target.language)
    if strict is None or loose is None or kind in _OWN_TEXT:
        return
    ours, theirs, beside = _flat(target), _flat(source), companions(linked)
    told: set[int] = set()
    for pair in linked:
        if pair.weak or len(pair.left) > 1 or pair.left[0] in told:
            continue
        was = strict[0].search(theirs[pair.left[0]])
        if was is None or _any(loose[1], [ours[n] for n in beside[pair.right]]):
            continue
        around = clause(source, source.sentences[pair.left[0]][0] + was.start())
        said = source.text[around[0] : around[1]]
        if refuses(said, source.language) and refuses(
            target.text[slice(*target.sentences[pair.right])], target.language
        ):
            told.add(pair.left[0])
            yield _change(source, target, _Doubt(pair.left[0], *was.span()), pair.right)


_OWN_TEXT: frozenset[Derived] = frozenset({"version", "summary"})
"""Kinds of targets in which what held for a while may have ended, or is told in few words."""


_FEW = 2
"""Source sentences of one of a translation, at most, where a doubt of either must be found in it."""


class _Told(NamedTuple):
    """A sentence of the target, and what it goes back to."""

    right: str
    left: tuple[str, ...]
    near: tuple[str, ...]
    """Sentences of the target that share a source sentence with it, itself among them."""


def hedges_dropped(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the linked sentences that say outright what the source left in doubt, each doubt once, in order."""
    tables = _tables(target.language)
    if tables is None:
        return
    doubts = _doubts(source)
    ours, theirs, beside = _flat(target), _flat(source), companions(linked)
    said: set[_Doubt] = set()
    yield from _provisional(source, target, linked, kind)
    edited = list(_edited_away(source, target, linked, tables)) if source.language == target.language else []
    yield from edited
    done = {change.target_span for change in edited}
    for pair in linked:
        told = _Told(ours[pair.right], tuple(theirs[n] for n in pair.left), tuple(ours[n] for n in beside[pair.right]))
        for doubt in (d for n in pair.left for d in doubts.get(n, ()) if d not in said):
            if _is_certain(told, theirs[doubt.sentence], target.language):
                dropped = not pair.weak
            elif source.language != target.language:
                faithful = doubt.alleged and kind == "translation" and len(pair.left) <= _FEW and not pair.weak
                dropped = faithful and not _any(tables.soft, told.near)
            elif doubt.open:
                dropped = _settled(told, tables, reworked=kind == "rewrite" and not pair.weak)
            else:
                dropped = _outright(told, theirs[doubt.sentence], doubt, target.language, tables)
            if dropped and target.sentences[pair.right] not in done:
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


MODALS = {
    "en": r"may|might|could",
    "de": r"könnten?|dürften?|soll(?:en)?|mag",
    "nl": r"kan|kunnen|zou(?:den)?|mogelijk",
    "sv": r"kan|kunde|skulle|ska",
    "da": r"kan|kunne|skulle|skal",
    "fr": r"pourrai(?:t|ent)|(?:aur|ser)ai(?:t|ent)|peu(?:t|vent)",
    "es": r"podrian?|habrian?|serian?|puede[n]?|pudier[ao]n?",
    "it": r"potrebber?o?|avrebber?o?|sarebber?o?|puo|possono",
    "pt": r"poderiam?|teriam?|seriam?|pode[m]?",
    "pl": r"moze|moga|mogl[aoiy]?|mialb?[yo]?",
    "cs": r"muze|mohou|mohl[aoiy]?",
    "ru": r"может|могут|мог(?:ла|ли|ло)?",
}
"""Verbs by which something is possible or hearsay, and may be so of anything."""


@lru_cache(maxsize=64)
def _modal(language: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{DOUBTS[language]}|{MODALS[language]})") if language in MODALS else None


def _edited_away(source: Article, target: Article, linked: Sequence[Pair], tables: _Tables) -> Iterator[Change]:
    """Yield the sentences of which one word that leaves them open was edited into one that does not, each once."""
    modal = _modal(source.language)
    if modal is None:
        return
    ours, theirs = _flat(target), _flat(source)
    for pair in linked:
        if pair.kind != "edited" or pair.weak or len(pair.left) > 1 or not modal.search(theirs[pair.left[0]]):
            continue
        left = list(_WORDS.finditer(theirs[pair.left[0]]))
        before, after = [m.group() for m in left], _WORDS.findall(ours[pair.right])
        if Indel.normalized_similarity(before, after) < _EDITED:
            continue
        for op in Levenshtein.opcodes(before, after):
            old, new = before[op.src_start : op.src_end], after[op.dest_start : op.dest_end]
            firm = op.tag == "replace" and max(len(old), len(new)) <= _REACH and not tables.soft.search(" ".join(new))
            at = next((op.src_start + i for i, w in enumerate(old) if modal.fullmatch(w)), -1)
            if firm and at >= 0 and not _is_name(source, pair.left[0], left[at].start()):
                yield _change(source, target, _Doubt(pair.left[0], *left[at].span()), pair.right)
                break


def _is_name(article: Article, n: int, place: int) -> bool:
    """Return whether a word inside a sentence has a capital, as the month of May has."""
    return place > 0 and article.text[article.sentences[n][0] + place].isupper()


_EDITED = 0.8
"""Likeness of two sentences from which on one is the other with a word or two edited."""


CERTAIN = {
    "en": r"(?:no|without|beyond) (?:a )?(?:any )?doubt|undoubtedly|certainly|definitely|for certain|"
    r"has been prove[dn]",
    "de": r"zweifellos|ohne (?:jeden )?zweifel|kein zweifel|mit sicherheit|definitiv|steht fest|"
    r"ist (?:erwiesen|bewiesen)",
    "nl": r"zonder twijfel|ongetwijfeld|zeker|staat vast|is bewezen",
    "sv": r"utan tvekan|utan tvivel|definitivt|star klart",
    "da": r"uden tvivl|utvivlsomt|med sikkerhed|ligger fast",
    "fr": r"sans (?:aucun|le moindre) doute|nul doute|a coup sur|avec certitude|est (?:prouvee?|averee?)|"
    r"incontestable\w*",
    "es": r"sin (?:ninguna |lugar a )?dudas?|con certeza|con seguridad|esta (?:probado|demostrado)|"
    r"no (?:hay|cabe) duda",
    "it": r"senza (?:alcun )?dubbio|di sicuro|con certezza|e (?:provato|dimostrato|accertato)|non c['’]e dubbio",
    "pt": r"sem (?:qualquer )?duvida|com certeza|esta (?:provado|comprovado)|nao ha duvida",
    "pl": r"bez watpienia|niewatpliwie|na pewno|z pewnoscia",
    "cs": r"bezpochyby|nepochybne|urcite|zcela jiste",
    "ru": r"несомненно|без сомнения|нет сомнений|точно известно|доказано",
    "tr": r"kesinlikle|suphesiz|kesin olarak",
    "zh": r"毫无疑问|无疑|肯定|确定无疑",
    "ja": r"間違いなく|疑いなく|確実に|断定",
    "ko": r"분명히|확실히|틀림없이",
}
"""What makes a statement sure."""


@lru_cache(maxsize=64)
def _certain(language: str) -> re.Pattern[str] | None:
    ahead, behind = ("", "") if language in _UNSPACED else (r"(?<!\w)(?:", r")(?!\w)")
    return re.compile(ahead + CERTAIN[language] + behind) if language in CERTAIN else None


def _is_certain(told: _Told, sentence: str, language: str) -> bool:
    """Return whether a sentence says for sure what its source sentence, and no other, doubts."""
    certain = _certain(language)
    return (
        certain is not None
        and len(told.left) == 1
        and bool(certain.search(told.right))
        and not certain.search(sentence)
    )


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
    stop = next((m.start() for m in _STOP.finditer(sentence, doubt.end + 1)), len(sentence))
    behind = [m.group() for m in _WORDS.finditer(sentence, doubt.end, stop)][: _REACH * (language not in _UNSPACED)]
    for word in (w for w in behind if len(w) > _REACH and common.get(w, 0.0) < _TELLING):
        stem = re.compile(rf"(?<!\w){re.escape(word[: max(5, len(word) * 2 // 3)])}")
        places = [(text, m.start()) for text in told.near for m in stem.finditer(text)]
        if places:
            kept = any(tables.soft.search(text, max(0, at - _BEFORE), at + _AFTER) for text, at in places)
            return not kept and stem.search(told.right) is not None
    return not _any(tables.soft, told.near) and _likeness(sentence, told.right) >= _ALIKE


_STOP = re.compile(r"[,;:.!?]")
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
