"""Words that say who says so, or to whom, cut out of sentences that are otherwise taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import LCSseq

from provenance.anycase import AnyCase
from provenance.article import Article
from provenance.changes.credits import (
    agencies,
    is_credited,
    is_dated,
    is_newsy,
    is_quoted,
    is_told_to_an_outlet,
    mentions,
    said_at_last,
    says_so,
    times_said,
)
from provenance.changes.pairs import Pair, companions
from provenance.changes.speakers import is_another_word, may_name_who_says
from provenance.model import Change, Derived, Span

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_QUOTED = re.compile(r"[\"“”«»„「」]")
_SAME_WORDS = ("verbatim", "edited")
"""Kinds of pairs in which what is not in the sentence was taken out of it."""
_BY_WHOM = AnyCase(
    r"\b(?:according to|as reported by|as (?:first )?reported in|citing|quoting|selon|d['’]après|au dire d\w+|"
    r"citant|laut|zufolge|nach (?:den )?(?:angaben|informationen|darstellung|worten|aussagen?)|unter berufung auf|"
    r"wie \w+ (?:berichtet|meldet|schreibt)\w*|según|de acuerdo con|citando|con base en|secondo|stando a|"
    r"a detta d\w+|segundo|de acordo com|volgens|aldus|onder verwijzing naar|enligt|med hänvisning till|ifølge|"
    r"med henvisning til|według|zdaniem|jak (?:podaje|informuje|podała?|poinformował\w*)|powołując się na|podle|"
    r"s odvoláním na|podľa|по (?:словам|данным|информации|сообщению|оценкам?)|как (?:сообщает|пишет|передаёт|передает)|"
    r"со ссылкой на|за (?:словами|даними|інформацією|оцінк\w+)|з посиланням на|verilerine göre|göre|potrivit|"
    r"conform|citând|σύμφωνα με|κατά τ(?:ην?|ον?|ους)|επικαλούμεν\w+|menurut|berdasarkan|theo|dẫn lời|kwa mujibu wa|"
    r"mukaan|szerint|hivatkozva|според|prema|по думите на)\b"
    r"|によると|によれば|따르면|(?<!数)据|(?<!數)據|بحسب|وفقا|حسب|نقلا عن|به گفته|به نقل از|לפי|לדברי|के अनुसार|के मुताबिक"
)
"""What stands before the name of the one who says so, or behind it."""
_TO_WHOM = AnyCase(
    r"\W*(?:desgevraagd |exclusively |exclusivement |en exclusiva (?:para )?)?"
    r"(?:to|with|in|tegen|aan|tegenover|à|au|aux|auprès d[eu]|a|al|ante|alla|all['’]|con|ao|à|para|gegenüber|der|dem|"
    r"zu|till|til|för|do|dla|pro|w rozmowie z|в|для|из|στ(?:ην?|ον?|ο)|kepada|pentru|với)"
    r"(?: (?:the|het|de|la|le|el|den|det|der|dem|agencji|gazecie|agenturze))?[ ]?(?:l['’])?"
)
"""What stands before the name of the one that was told."""
_ASKED = AnyCase(
    r"\b(?:(?:approached|contacted|asked|reached|interviewed|quoted|cited|questioned) by|declined to comment|"
    r"(?:interrogée?s?|contactée?s?|sollicitée?s?|jointe?s?|citée?s?|questionnée?s?) par|"
    r"(?:consultad|preguntad|contactad|entrevistad|cuestionad|citad)[oa]s? por|"
    r"(?:procurad|ouvid|consultad|questionad|contatad|contactad|entrevistad|citad)[oa]s? pel[oa]s?|"
    r"(?:interpellat|contattat|sentit|raggiunt|intervistat|citat)[oaie] d(?:a|al|alla|all['’])|"
    r"auf (?:an|nach)frage|befragt von|zitiert von|desgevraagd|benaderd door|gevraagd door|geciteerd door|"
    r"kontaktad av|tillfrågad av|kontaktet af|kontaktet av|adspurgt af|(?:za)?pytan[aiye] przez|poproszon[aiye] przez|"
    r"cytowan[aiye] przez|dotázán[aoiy]?|oslovil[aiy]?|na dotaz|на (?:запрос|вопрос|просьбу)|на запит|на запитання|"
    r"sorusu üzerine|sorduğu|ερωτηθείς|ερωτηθείσα|întrebat[ăei]? de|contactat[ăei]? de|megkeresésére|"
    r"ditanya oleh|dihubungi|pyynnöstä|được hỏi)\b"
    r"|ردا على سؤال|در پاسخ به|לשאלת|के सवाल|질문에|の取材に|の質問に"
    r"|(?:接受|受)[^，。]{1,8}(?:采访|採訪|访问|訪問)|被问及|被問及"
)
"""What says that somebody was asked, whether or not anything was said then."""
_TOWARDS = re.compile("tegenover|gegenüber", re.IGNORECASE)
"""The same where nobody need say anything besides."""
_PRESS = AnyCase(
    r"\b(?:(?:the|this|a) (?:news )?agency|(?:the|this|our) (?:news)?paper|the daily|the broadcaster|the magazine|"
    r"(?:die|der|dieser|unserer) (?:nachrichten|presse)?agentur|(?:der|die|dieser|unserer) zeitung|dem blatt|"
    r"dem (?:magazin|sender)|(?:de|deze|onze) krant|het (?:dagblad|persbureau|blad)|"
    r"(?:le|au|ce|notre) (?:journal|quotidien)|l['’]agence|(?:el|al|este) (?:diario|periódico|rotativo)|"
    r"(?:la|esta) agencia|(?:il|al|questo) (?:giornale|quotidiano)|all['’]agenzia|(?:o|ao|este) (?:jornal|diário)|"
    r"(?:a|à|esta) agência|tidningen|nyhetsbyrån|avisen|nyhedsbureauet|gazecie|gazety|gazeta|dziennikowi|"
    r"agencj[ia]|agentu[řr]\w{1,3}|deníku|listu|novinám|газет[еыуа]|агентств[уоа]|изданию|газет[іи]|агенці[їя]|"
    r"виданню|ziarului|cotidianului|agenției|(?:στην|η) εφημερίδα|πρακτορείο|gazete\w{1,3}|ajans\w{1,3}|"
    r"surat kabar|kantor berita|lehdelle|uutistoimistolle|lapnak|hírügynökségnek|báo|hãng tin)\b"
    r"|للصحيفة|الصحيفة|للوكالة|الوكالة|روزنامه|خبرگزاری|לעיתון|לסוכנות|अखबार को|एजेंसी को|本[报報](?![告道導导表价價酬])"
    r"|报社|報社|通讯社|通訊社|通信の取材|新聞の取材|紙の取材|본지|본보|통신에|신문에|일보에"
)
"""A newspaper or an agency that is not named."""
_PAPER = re.compile(
    r"(?:koerier|kurier|zeitung|blatt|anzeiger|dagblad|nieuwsblad|bladet|posten|tidningen?|tidende|avisen|bode|"
    r"bote|sanomat|"
    r"presse-?agentur|courier|gazette|herald|tribune|kuriren|нові?ни|новости|вестник)\b",
    re.IGNORECASE,
)
"""What the names of newspapers end in, in languages that write words together."""
_NAME_ENDS = re.compile(r"\W*(?:\s(?![^\W\d_a-z])[^\W\d_]+)*\W*")
"""What stands behind the name of a newspaper, of which no word with a capital is a part."""
_LONGEST_PAPER = 40
"""Code points up to the word that ends the name of a newspaper."""
_LONGEST_CUT = 18
"""Words of what is cut out of a sentence to leave it without its credit, at most."""
_MOST_CUTS = 16
"""Places at which words are cut out of a sentence, from more of which on it is told anew."""
_LEAST_LEFT = 4
_SAME_SENTENCE = 0.8
"""Share of what is left of a sentence that stands in the other, from which on that is the sentence with a cut."""
_LEAST_OF_LONGER = 0.35
"""The same of the longer one, which may have been joined to another or lost a dateline."""
_SHORTEST_NAMED = 4
"""Code points of the shortest stretch that says by whom and names somebody: 据法新社."""
_IN_A_DATELINE = re.compile(r"[=＝]|^[^()（）]*[)）]|(?<!ل)(?<!لـ)[(（][^()（）]*$")
"""What a stretch has that is part of a dateline and no clause; in Arabic brackets stand around whom somebody told."""
_TELLING = 4
"""Letters of a word up to which it is taken to say little."""


def credits_cut_out(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the words by which the source says who says so, or to whom, where the target has the rest without them.

    Nothing may stand in their place but a word that says no more than that somebody said so.
    """
    if source.language != target.language:
        return
    names = agencies(source)
    for pair in linked:
        if pair.weak or pair.kind not in _SAME_WORDS:
            continue
        for n in pair.left:
            if found := _cut_out(_sentence(source, n), _sentence(target, pair.right), names):
                found, now = _to_its_bracket(source.text, found), target.sentences[pair.right]
                yield Change(
                    source.id, target.id, "credit", found, now, source.text[slice(*found)], target.text[slice(*now)]
                )
                break


def _to_its_bracket(text: str, span: Span) -> Span:
    """Return a stretch with the bracket right behind it that closes its last one."""
    start, end = span
    stretch = text[start:end]
    opened = sum(map(stretch.count, "(（")) > sum(map(stretch.count, ")）"))
    return start, end + (opened and text[end : end + 1] in (")", "）"))


@dataclass(frozen=True)
class _Sentence:
    """A sentence of an article and its words."""

    article: Article
    number: int

    @property
    def span(self) -> Span:
        return self.article.sentences[self.number]

    @property
    def text(self) -> str:
        return self.article.text[slice(*self.span)]

    @cached_property
    def places(self) -> list[Span]:
        return [m.span() for m in _WORD.finditer(self.article.text, *self.span)]

    @cached_property
    def words(self) -> list[str]:
        return [self.article.text[a:b].casefold() for a, b in self.places]


_sentence = lru_cache(maxsize=512)(_Sentence)
"""Return a sentence; remembered with its words, for several articles may have been made from one."""


def _cut_out(source: _Sentence, target: _Sentence, names: Sequence[str]) -> Span | None:
    """Return the stretch of a source's sentence that says who says so and is all that the target's lacks of it."""
    if source.text == target.text or not _may_say_who(source.text, names):
        return None
    before, after = source.words, target.words
    steps = [op for op in LCSseq.opcodes(before, after) if op.tag != "equal"]
    if sum(op.tag == "delete" for op in steps) > _MOST_CUTS:
        return None
    put_in = {w for op in steps if op.tag == "insert" for w in after[op.dest_start : op.dest_end]}
    for op in steps:
        if op.tag != "delete":
            continue
        start, end = op.src_start, op.src_end
        while end > start and before[end - 1] in put_in:  # a verb behind what opens a sentence, ahead without that
            end -= 1
        rest = before[:start] + before[end:]
        if not 0 < end - start <= _LONGEST_CUT or len(rest) < _LEAST_LEFT:
            continue
        kept = LCSseq.similarity(rest, after)
        if kept < max(_SAME_SENTENCE * min(len(rest), len(after)), _LEAST_OF_LONGER * max(len(rest), len(after))):
            continue
        if any(len(w) > _TELLING and after.count(w) > rest.count(w) for w in before[start:end]):
            continue
        cut = source.places[start][0], source.places[end - 1][1]
        beside = [o for o in steps if o.tag == "insert" and op.src_start <= o.src_start <= op.src_end]
        instead = [w for o in beside for w in after[o.dest_start : o.dest_end] if end == op.src_end]
        if instead:
            told = len(instead) == 1 and says_so(instead[0]) and is_told_to_an_outlet(source.article, cut)
            told = told and _is_of_a_house(source.article.text[slice(*cut)], names)
            if told or (_is_by_whom(" ".join(instead)) and _names_one(source, cut, names)):
                return cut
        elif _says_who(source, target, cut, names):
            return cut
    return None


def _is_of_a_house(stretch: str, names: Sequence[str]) -> bool:
    """Return whether a stretch has one of some names, or what newspapers and agencies are called by."""
    named = bool(mentions(stretch, names)) or _PRESS.find(stretch) is not None
    return named or _PAPER.search(stretch) is not None or is_newsy(stretch)


def _may_say_who(text: str, names: Sequence[str]) -> bool:
    """Return whether a sentence has anything by which a stretch of it may say who says so, or to whom."""
    return _has_words_for_who(text) or bool(mentions(text, names))


@lru_cache(maxsize=2048)
def _has_words_for_who(text: str) -> bool:
    """Return the same where no names are known; remembered, as copies of an article share its sentences."""
    if says_so(text) or _BY_WHOM.find(text) is not None:
        return True
    return _PAPER.search(text) is not None or _PRESS.find(text) is not None


def _says_who(source: _Sentence, target: _Sentence, cut: Span, names: Sequence[str]) -> bool:
    """Return whether a stretch of the source's sentence says who says so, names an outlet, or whom somebody told.

    Where the target says so as often, it does in another way.
    """
    text = source.article.text
    stretch = text[slice(*cut)]
    if _QUOTED.search(stretch) or is_quoted(source.article, cut[0]):
        return False
    if says_so(stretch) and times_said(target.text) >= times_said(source.text):
        return False
    if mentions(stretch, names):
        said = says_so(source.text) or _BY_WHOM.find(source.text) is not None or _ASKED.find(source.text) is not None
        if not (said or _is_of_its_own(source.article, stretch)):
            return False
        signs = any(is_dated(c, *cut) for c in source.article.credits) or _IN_A_DATELINE.search(stretch)
        split = says_so(stretch) and _QUOTED.search(target.text)  # who speaks is said behind another part of the quote
        return not (signs or split or is_credited(target.article, target.span, names))
    if any(start == 0 or end == len(stretch) for start, end in _cues(text, cut)):
        return len(stretch) > _SHORTEST_NAMED
    behind = _is_a_clause_of_saying(source, cut) and _QUOTED.search(target.text) is None
    return behind or _is_to_whom(source, cut)


def _is_of_its_own(article: Article, stretch: str) -> bool:
    """Return whether a stretch names the outlet of an article, or an agency that it credits."""
    own = {c.agency for c in article.credits} | {article.document.outlet or ""}
    return bool(mentions(stretch, sorted(own - {""})))


def _cues(text: str, span: Span) -> list[Span]:
    """Return where in a stretch of a text, counted from its beginning, stands what says by whom, beside a name."""
    start, end = span
    stretch = text[start:end]
    found = _BY_WHOM.every(stretch, 0, len(stretch))
    return [
        (a, b) for a, b in found if b - a < len(stretch.strip()) and not is_another_word(text, start + a, start + b)
    ]


def _is_by_whom(text: str) -> bool:
    """Return whether a text is no more than what stands before the name of the one who says so."""
    return _BY_WHOM.find(text) == (0, len(text))


def _names_one(sentence: _Sentence, cut: Span, names: Sequence[str]) -> bool:
    """Return whether a stretch of a sentence names one who says so, and stands in no quotation marks."""
    stretch = sentence.article.text[slice(*cut)]
    named = bool(mentions(stretch, names)) or _PRESS.find(stretch) is not None
    return named and says_so(stretch) and not _QUOTED.search(stretch)


def _is_to_whom(sentence: _Sentence, cut: Span) -> bool:
    """Return whether a stretch of a sentence says which newspaper or agency somebody told."""
    text = sentence.article.text
    stretch = text[slice(*cut)]
    ahead = _TO_WHOM.every(stretch, 0, len(stretch))
    if not ahead or ahead[0][0] != 0:
        return False
    paper = _PAPER.search(stretch, ahead[0][1])
    named = paper is not None and _NAME_ENDS.fullmatch(stretch, paper.end()) and paper.start() < _LONGEST_PAPER
    said = says_so(sentence.text) or _TOWARDS.match(stretch.lstrip()) is not None
    if (named or _PRESS.find(stretch) is not None) and said:
        return True
    verb = said_at_last(text, (sentence.span[0], cut[0]))
    told = verb is not None and text[verb[1] : cut[0]].strip() == ""
    return told and stretch[ahead[0][1] :][:1].isupper()


def _is_a_clause_of_saying(sentence: _Sentence, cut: Span) -> bool:
    """Return whether a stretch is what stands behind the last comma of a sentence and begins or ends with a verb."""
    text, (start, end) = sentence.article.text, sentence.span
    if _QUOTED.search(sentence.text):
        return False  # who speaks may be said beside another sentence
    alone = text[start : cut[0]].rstrip().endswith((",", "，", "、")) and not any(map(str.isalnum, text[cut[1] : end]))
    if not alone:
        return False
    verb = said_at_last(text, cut)
    return verb is not None and (verb[0] == cut[0] or verb[1] == cut[1]) and may_name_who_says(text, cut, verb)


_TOLD_ANEW: frozenset[Derived] = frozenset({"rewrite", "summary"})
_POSTPOSED = frozenset({"tr", "fi", "hu", "ja", "ko", "hi"})
"""Languages that set behind the name what says that somebody says so."""
_LONGEST_AHEAD = 6
"""Words at the beginning of a sentence that may name the one who says so, before that."""
_WORDS_NAMED = 4
"""Words behind what says so that may name who does, where no comma ends the clause before."""
_COMMA = re.compile("[,，、]")
_STEM = 6
"""Letters by which a word in another form is known."""


def attributions_left_out(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield by whom the source says what it tells, where the target tells the same much alike and of nobody.

    Nobody says anything in the target's sentences that go back to it, nor do they quote, and none of the words that
    name the one who says so is in them or beside them.
    """
    if source.language != target.language or kind not in _TOLD_ANEW:
        return
    beside = companions(linked)
    told: set[Span] = set()
    for pair in linked:
        here = [target.text[slice(*target.sentences[n])] for n in beside[pair.right]]
        if pair.weak or pair.kind not in _SAME_WORDS or any(map(_tells_by_whom, here)):
            continue
        for n in pair.left:
            found = _by_whom_of(_Sentence(source, n))
            if found and found not in told and not _is_named_around(source, found, target, pair.right):
                told.add(found)
                now = target.sentences[pair.right]
                texts = source.text[slice(*found)], target.text[slice(*now)]
                yield Change(source.id, target.id, "credit", found, now, *texts)
                break


def _tells_by_whom(text: str) -> bool:
    return says_so(text) or _QUOTED.search(text) is not None or _BY_WHOM.find(text) is not None


def _by_whom_of(sentence: _Sentence) -> Span | None:
    """Return the clause at the beginning or the end of a sentence that says by whom it is said."""
    text, (start, end) = sentence.text, sentence.span
    if _QUOTED.search(text):
        return None
    found = _BY_WHOM.find(text)
    if found is None:
        return None
    commas = [m.start() for m in _COMMA.finditer(text)]
    before = [c for c in commas if c < found[0]]
    if sentence.article.language in _POSTPOSED:
        ahead = _WORD.findall(text[: found[0]])
        return (start, start + found[1]) if not before and len(ahead) <= _LONGEST_AHEAD else None
    if found[0] == 0:
        named = [m.end() for m in _WORD.finditer(text, found[1])][:_WORDS_NAMED]
        return start, start + min([c for c in commas if c > found[1]] + named[-1:], default=found[1])
    last = before and not any(c > found[1] for c in commas) and text[before[-1] + 1 : found[0]].strip() == ""
    return (start + found[0], end) if last else None


def _is_named_around(source: Article, clause: Span, target: Article, n: int) -> bool:
    """Return whether a sentence of the target, or one beside it, has a word of a clause of the source, in any form."""
    stems = {w.casefold()[:_STEM] for w in _WORD.findall(source.text, *clause) if len(w) > _TELLING}
    stems = {stem for stem in stems if _BY_WHOM.find(stem) is None}
    around = target.sentences[max(0, n - 1) : n + 2]
    text = " ".join(target.text[slice(*s)] for s in around).casefold()
    return not stems or any(stem in text for stem in stems)
