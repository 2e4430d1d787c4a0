"""Notes that editors put at the two ends of an article: what it is a release of, which version, for whom."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from operator import itemgetter

from provenance.anycase import AnyCase, alternatives
from provenance.article import Article
from provenance.model import Span
from provenance.outlets import SPACELESS

HEAD = 700
TAIL = 700
"""Code points at either end in which editors put their notes."""

LONGEST_NOTE = 160
"""Code points of a note by an editor; a third of that in scripts without spaces."""
NEAR_START, SENTENCE_WORDS = 6, 8
"""Code points from the start of a line in which a phrase is a label even of a sentence, and words that make one."""
LINK_WORDS = 3
"""Words of a link: "Press releases", between bars."""


@cache
def phrases(kind: str) -> str:
    """Return the phrases of one kind over all languages, as one alternation."""
    lines = resources.files("provenance").joinpath("note_phrases.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return "|".join(f"(?:{phrase})" for what, _, phrase in rows if what == kind)


_LINKS = re.compile(r"[|·•»›｜]")
RELEASES = (
    r"^\W*(?:pressemeldung|medieninformation|presse-information|presseaussendung|boletín de prensa|boletim de imprensa|"
    r"(?:media)?tiedote|persmededeling|nota stampa)\b|"
    r"^\W*(?:communiqué|comunicado(?: oficial)?|comunicato|komunikat|коммюнике)\W*$|"
    r"^\W*(?:(?:media|news) release|(?:media|press) (?:notice|advisory|statement|information|enquiries|inquiries))\b|"
    r"press release|for immediate (?:release|use)|free for publication|notes? (?:for|to) editors|media contact|"
    r"^\W*(?:joint )?communiqu[ée] (?:no|nr)\b|(?:corporate|regulatory) announcement|ad-hoc-mitteilung|"
    r"original-content von|rückfragen (?:von |der )?(?:medien|journalist|presse)|"
    r"abdruck honorarfrei|frei zur veröffentlichung|libre de droits pour la presse|"
    r"communiqué de presse|pour diffusion immédiate|contacts? presse|dossier de presse|"
    r"pressemitteilung|medienmitteilung|presseinformation|pressekontakt|medienkontakt|rückfragehinweis|"
    r"zur sofortigen veröffentlichung|comunicado de prensa|nota de prensa|para su difusión inmediata|"
    r"contacto (?:de|para) (?:la )?prensa|"
    r"comunicato stampa|per la pubblicazione immediata|contatti? (?:per la )?stampa|"
    r"comunicado de imprensa|comunicado à imprensa|nota à imprensa|contacto de imprensa|contato (?:de|para) imprensa|"
    r"persbericht|perscontact|noot voor de redactie|informacja prasowa|komunikat prasowy|kontakt dla mediów|"
    r"пресс-релиз|для немедленного распространения|контакты? для (?:сми|прессы)|"
    r"прес-?реліз|контакти? для (?:змі|преси)|"
    r"pressmeddelande|pressemeddelelse|pressemelding|presskontakt|pressekontakt|lehdistötiedote|mediayhteydet|"
    r"tisková zpráva|kontakt pro média|tlačová správa|sajtóközlemény|comunicat de presă|δελτίο τύπου|"
    r"basın bülteni|basın açıklaması|medya iletişim|הודעה לעיתונות|بيان صحفي|للتواصل الإعلامي|"
    r"اطلاعیه مطبوعاتی|بیانیه مطبوعاتی|प्रेस विज्ञप्ति|siaran pers|thông cáo báo chí|liên hệ báo chí|"
    r"プレスリリース|ニュースリリース|報道関係者各位|報道発表|報道資料|新闻稿|新聞稿|"
    r"媒体垂询|媒體聯絡|보도자료|언론 ?문의"
)
"""Phrases by which a press release calls itself one, in many languages."""
ROOMS = (
    r"espace presse|salle de presse|service de presse|press(?:e)? ?(?:room|office|centre|center)|"
    r"media ?(?:room|centre|center)|for the media|pressestelle|presseportal|presse-?service|medienstelle|"
    r"sala de prensa|gabinete de prensa|ufficio stampa|sala stampa|sala de imprensa|assessoria de imprensa|"
    r"perskamer|persdienst|biuro prasowe|пресс-(?:служба|центр)|прес-(?:служба|центр)|pressrum|presserum|"
    r"presserom|tiskové oddělení|basın (?:odası|merkezi)|報道関係者向け|媒体中心|媒體中心|보도센터|ruang pers"
)
"""What the part of a house's own pages is called from which it addresses the press."""
WIRES, FEEDS = phrases("clients"), phrases("feed")
"""By what an agency tells its clients in a banner what they may do with a report, and what it calls its streams."""
ABROAD = (
    r"(?:english|german|french|spanish|portuguese|arabic|russian|chinese|japanese|italian|foreign)[- ]?(?:language )?"
    r"(?:service|desk|edition|wire)|"
    r"(?:englisch|fremdsprachen|auslands|deutsch|französisch)\w{0,3}[ -]?(?:dienst|ausgabe)|"
    r"service (?:anglais|allemand|arabe|espagnol)|servicio (?:en |de )?(?:inglés|francés|portugués)|"
    r"serviço (?:em |de )?(?:inglês|espanhol)|servizio (?:in )?(?:inglese|francese|tedesco)|"
    r"engelse? ?(?:dienst|editie)|"
    r"engelsk(?:a|e)? ?(?:tjänst|tjeneste|utgåva|udgave)|serwis (?:anglojęzyczny|angielski|w języku)|"
    r"anglick(?:ý|é) (?:servis|zpravodajství)|"
    r"(?:лента|служба|редакция|выпуск) (?:на (?:английском|немецком|французском)|"
    r"(?:английск|иностранн)\w+)|англомовн\w+ (?:стрічка|служба)|"
    r"(?:النشرة|الخدمة|القسم) (?:ال)?(?:إنجليزية|إنكليزية|فرنسية)|"
    r"i̇?ngilizce (?:servis|bülten)|英(?:語|文)(?:版|サービス|配信|部)|英文(?:专线|專線|稿|版)|영문 ?(?:판|서비스|뉴스)|"
    r"layanan bahasa inggris|bản tin tiếng anh"
)
"""What an agency calls the part of its house that translates its reports."""
HELD = (
    r"(?:embargo\w*|ambargo\w*|sperrfrist|(?:hold|held) (?:until|for)|not (?:for (?:use|release|publication) )?before|"
    r"frei (?:ab|für)|nicht vor|niet (?:voor|vóór|eerder dan)|vrij (?:voor|na|vanaf)|ne pas (?:diffuser|publier) avant|"
    r"no (?:publicar|difundir) antes|não (?:publicar|divulgar) antes|non (?:pubblicare|diffondere) prima|"
    r"får (?:ej|inte) publiceras före|må ikke (?:bringes|offentliggøres) før|nie publikować przed|"
    r"не (?:публиковать|ранее|раньше)|не публікувати до|解禁|엠바고)[^|/*·•>\n]{0,40}"
)
"""By what an agency tells its clients until when to hold a report; the time in it is no date of a page."""
LATER = (
    r"^[\W\d_]*(?:updates?|updated|recasts?|write-?through|(?:[2-9](?:nd|rd|th)|second|third) (?:lead|ld)|"
    r"adds? (?:\w+ ){0,2}(?:details?|quotes?|background|comments?|byline|reaction)|edits? throughout|correct(?:s|ed)\b|"
    r"aktualisiert|aktualisierung|neufassung|neu:|neue? (?:details|zahlen)|mit neuen|zusammenfassung|ergänzt|"
    r"actualiza|actualización|amplía|añade|"
    r"mis à jour|mise à jour|actualisé|actualise|aggiorna|aggiornamento|riscrive|atualiza|atualização|acrescenta|"
    r"bijgewerkt|uppdatera|oppdater|opdater|обновля|обновлен|дополн|aktualizacja|aktualizuje|続報|更新|最新|"
    r"(?:aktualizac[ei]|aktualizované|doplněno|doplnené|rozšířeno|rozšírené|upřesněno|spresnené|frissítve|frissítés|"
    r"bővítve|bővítés|kiegészítve|päivitetty|täydennetty|оновлено|уточнено|уточнення|уточнение|güncelleme|ενημέρωση|"
    r"επικαιροποίηση|تحديث|به[\u200c ]?روز ?رسانی|pembaruan|cập nhật)\s*(?:[:：)\-–—|!】/,.]|\d|$))"
    r"|第[2-9２-９二三四五六七八九][報报]|差し?替え|[(（](?:종합|[2-9]보|続報|差替)|[(（](?:дополнен|расширен|доповнен|розширен)|"
    r"\b[2-9](?:nd|rd|th)[ -](?:ld|lead)\b|\bld-writethru|(?-i:\bLEAD \d\b)|\b[1-9](?:st|nd|rd|th) update\b|"
    r"\bwrapup \d\b|(?-i:\b[2-9](?:e|ème|[.°º]) LEAD\b|\b(?:SECOND|THIRD) TAKE\b)|\b(?:substitutes|replaces) earlier\b|"
    r"ersätter tidigare|\bny version\b|\berweiterte fassung|\bvervangt eerder|\bgüncelleme \d|[(（]actualisation|"
    r"\beds: (?:updates|subs|adds|recasts)|[(（]ampliaci[óo]n|[(（]actualizaci[óo]n|[(（]aggiornamento|[(（]güncelleme|"
    r"[(（]更新|\((?:[1-9]\. ?)?(?:bővítés|bővítve|kiegészítés|frissítve|aktualizace|rozšíření|aktualizacja)"
)
"""Notes at the start of a line by which an agency marks a later version."""
EARLIER = (
    r"^\W*(?:urgent|bulletin|flash|breaking(?: news)?|alert|newsbreak|developing|eilmeldung|eil|urgente|"
    r"ultim.?ora|spoedbericht|молния|срочно|pilne|速報|快讯|快訊)\s*(?:[:：)\-–—|!】+〕]|$)|第[1１一][報报]"
    r"|\b(?:newsalert|snap)\b ?(?::|$)|(?-i:\bFIRST TAKE\b)|\bfurther takes to come\b|^\W*texten uppdateras\W*$|"
    r"^\W*(?:weitere )?meldung folgt\W*$|^\W*подробности следуют\W*$|\bthis is a breaking news (?:update|story)\b"
    r"|^\W*(?:more to (?:come|follow)|mehr in kürze|más información en breve|à suivre|volgt meer|segue)\W*$"
)
"""Notes by which it marks a first one."""
DATED = re.compile(r"\d.?\d|(?<!\w)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d", re.IGNORECASE)
"""What stands in a line with a date or a time: two figures, or a month and one; "Prio 3" is none."""
_FIGURE = re.compile(r"\d")
"""Without one nothing is a date."""
SLUG = re.compile(
    r"(?<!\w)[^\W\d_]{2,12}[-#/_]?(?!(?:19|20)\d\d(?!\d))\d{3,}(?!\w)|[#№]\s?\d+|"
    r"(?<![^\s|/(])(?!(?:19|20)\d\d(?!\d))\d{3,4}(?= [^\W\d_A-Z]| ?[|/:]{1,2} |\)?$)"
)
"""A running number, with letters joined to it or a sign for one before it, is no date: KPN-0412."""


@lru_cache(maxsize=16)
def finder(phrases: str) -> Callable[[str], Span | None]:
    """Return what tells where any of such phrases first stands in a line, capitals or not; None for nowhere."""
    some = alternatives(phrases)
    written = [one for one in some if "(?-i:" in one]
    if not written:
        return AnyCase(phrases).find
    any_case = AnyCase("|".join(one for one in some if one not in written))
    as_written = re.compile("|".join(written), re.IGNORECASE)

    def find(line: str) -> Span | None:
        found = as_written.search(line)
        spans = [span for span in (any_case.find(line), None if found is None else found.span()) if span]
        return min(spans, key=_start, default=None)

    return find


_start: Callable[[Span], int] = itemgetter(0)


@cache
def _held() -> re.Pattern[str]:
    return re.compile(HELD, re.IGNORECASE)


def marked(phrases: str, article: Article) -> bool:
    """Tell whether a note stands in the head or the tail, on a line of its own: a report may speak of one."""
    find = finder(phrases)
    found = ((line, find(line)) for line in _notes(article))
    return any(at is not None and _is_label(line, at[0]) for line, at in found)


def _is_label(line: str, place: int) -> bool:
    """Tell whether what stands at a place of a line labels it: no part of a sentence, no link among those of a page."""
    if _is_sentence(line):
        return place <= NEAR_START and not any(map(str.isalpha, line[:place]))
    bars = [bar.start() for bar in _LINKS.finditer(line)]
    if not bars:
        return True
    first = max((bar + 1 for bar in bars if bar < place), default=0)
    field = line[first : min((bar for bar in bars if bar >= place), default=len(line))]
    return len(field.split()) > LINK_WORDS or any(map(str.isdigit, field)) or ":" in field


@lru_cache(maxsize=2)
def _notes(article: Article) -> tuple[str, ...]:
    """Return the lines of an article's head and tail that may be notes; each is held against several tables."""
    text = article.text
    regions = text[:HEAD], text[max(HEAD, len(text) - TAIL) :]
    return tuple([line for region in regions for line in region.splitlines() if _is_note(line)])


def _is_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does and has the words of one."""
    return line.rstrip().endswith((".", "!", "?")) and len(line.split()) >= SENTENCE_WORDS


def _is_note(line: str) -> bool:
    """Tell whether a line is short enough for a note, and no prose where a sentence needs few signs."""
    if SPACELESS.search(line):
        return len(line) <= LONGEST_NOTE // 3 and not line.rstrip(" \u3000”」』").endswith(("。", "！", "？"))
    return len(line) <= LONGEST_NOTE


@lru_cache(maxsize=256)
def is_dated(line: str) -> bool:
    """Tell whether a line has a date or a time; remembered, as it is asked for one agency after another."""
    return _FIGURE.search(line) is not None and DATED.search(SLUG.sub("", _held().sub("", line))) is not None
