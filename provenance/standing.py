"""What each article says of its own origin: who issued it, whom it credits, when, and as which version."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from provenance import credits
from provenance.abbreviations import bare, headed, opening, stands_for
from provenance.article import Article
from provenance.model import Span
from provenance.naming import united
from provenance.spans import overlap

HEAD_LINES = 3
"""An agency's own report names it in its first lines, above or beside the headline."""
HEAD = 700
TAIL = 700
"""Code points at either end in which editors put their notes."""

LAST_LINES = 3
"""Its own report may say who it is in its last lines."""
MOST_FIELDS = 4
"""Parts of a banner; a line of more is the links of a page."""
LONGEST_NOTE = 160
"""Code points of a note by an editor; a third of that in scripts without spaces."""
NEAR_START, SENTENCE_WORDS = 6, 8
"""Code points from the start of a line in which a phrase is a label even of a sentence, and words that make one."""
SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that set no space between words, so that a name has no bounds."""
RELEASES = (
    r"^\W*(?:pressemeldung|medieninformation|presse-information|presseaussendung|boletín de prensa|boletim de imprensa|"
    r"(?:media)?tiedote|persmededeling|nota stampa)\b|"
    r"^\W*(?:communiqué|comunicado(?: oficial)?|comunicato|komunikat|коммюнике)\W*$|"
    r"^\W*(?:(?:media|news) release|(?:media|press) (?:notice|advisory|statement|information|enquiries|inquiries))\b|"
    r"press release|for immediate (?:release|use)|free for publication|notes? (?:for|to) editors|media contact|"
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
WIRES = (
    r"redistribution (?:by contract|prohibited)|(?:contracted|contract) clients|"
    r"for (?:member|client|subscribing) (?:papers|media)|nur für bezieher|"
    r"reproduction (?:est )?soumise à abonnement|prohibida su reproducción sin contrato|"
    r"riservato agli abbonati al notiziario|перепечатка по договору|только для подписчиков агентства|"
    r"передрук за договором|契約社(?:向け|限定)|加盟社向け|供稿专线|供稿專線|签约用户|簽約用戶|계약사 ?(?:전용|제공)"
)
"""By what an agency tells its clients in a banner what they may do with a report."""
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
FEWEST_AT_HOME = 2
"""Articles in one other language that credit an agency from which on its reports are made in that one."""
INTERFACE = (
    r"skip to|on air|listen|watch live|live scores?|log ?in|sign in|subscribe|reading time|print subscribers|"
    r"sie hören|zum inhalt|anmelden|abonnieren|merkliste|écouter|réécouter|en direct|"
    r"article (?:offert|réservé)|abonnez|s'abonner|escuchar|en directo|suscr|iniciar sesión|ascolta|in diretta|"
    r"abbonati|accedi|ouvir|assine|ao vivo|luister|abonneer|inloggen|lyssna|logga in|prenumer|strona główna|"
    r"zaloguj|przejdź|главная|войти|подпис|слушать|прямой эфир|афиша|головна|увійти|giriş yap|abone ol|"
    r"canlı yayın|masuk|berlangganan|đăng nhập|シェア|会員限定|ログイン|メニュー|分享|"
    r"打开|打開|登录|登錄|로그인|공유|기사 듣기|welcome"
)
"""What the first words of a page say that are for its use, and name nobody."""
LATER = (
    r"^[\W\d_]*(?:updates?|updated|recasts?|write-?through|(?:[2-9](?:nd|rd|th)|second|third) (?:lead|ld)|"
    r"adds? (?:\w+ ){0,2}(?:details?|quotes?|background|comments?|byline|reaction)|edits? throughout|correct(?:s|ed)\b|"
    r"aktualisiert|aktualisierung|neufassung|neu:|neue? (?:details|zahlen)|mit neuen|zusammenfassung|ergänzt|"
    r"actualiza|actualización|amplía|añade|"
    r"mis à jour|mise à jour|actualisé|actualise|aggiorna|aggiornamento|riscrive|atualiza|atualização|acrescenta|"
    r"bijgewerkt|uppdatera|oppdater|opdater|обновля|обновлен|дополн|aktualizacja|aktualizuje|続報|更新|最新)"
    r"|第[2-9２-９二三四五六七八九][報报]|差し?替え|[(（](?:종합|[2-9]보)[)）]"
)
"""Notes at the start of a line by which an agency marks a later version."""
EARLIER = (
    r"^\W*(?:urgent|bulletin|flash|breaking(?: news)?|alert|newsbreak|developing|eilmeldung|eil|urgente|"
    r"ultim.?ora|spoedbericht|молния|срочно|pilne|速報|快讯|快訊)\s*(?:[:：)\-–—|!】]|$)|第[1１一][報报]"
    r"|^\W*(?:more to (?:come|follow)|mehr in kürze|más información en breve|à suivre|volgt meer|segue)\W*$"
)
"""Notes by which it marks a first one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article says of its own origin."""

    issuer: str | None
    """The agency whose own report it is, or "release" for a press release; None for anything else."""
    credited: frozenset[str]
    """The agencies it credits, by one name each."""
    published: str | None
    edition: int
    """-1 marked as a first version, 1 as a later one, 0 unmarked."""
    banner: str | None = None
    """The first line, where it is a banner: versions of one paper have it in common."""
    outlet: str | None = None
    """What the banner calls the paper, small letters."""
    papers: frozenset[str] = frozenset()
    """The papers of the others that it names."""


RELEASE = "release"
ENDS = ".!?。！？؟۔।"
FIGURES = re.compile(r"\d+")
WORD = re.compile(r"\w+")
BAR = re.compile(r"\s(?:--?|[–—])\s|[|·•»>›:/#~*=:＞｜　]|\.\s")
ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|los|il|lo|o|os|de|het) |^l['’]")
HOUSE = re.compile(
    r"(?:,? (?:group|media|ltd|limited|inc|llc|plc|corp|company|co|holdings?|publishing(?: house)?|publications?|"
    r"newspapers|gmbh|ag|kg|verlag|medien(?:gruppe|haus)?|sarl|sas|sa|s\.a\.|spa|s\.p\.a\.|srl|sl|lda|ltda|bv|b\.v\.|ab|as|oy|"
    r"éditions|ediciones|editora|editorial|editore|editrice|grupo|gruppo|groupe|uitgeverij|förlag|wydawnictwo|a\.?ş|"
    r"ооо|тов|издательский дом|видавничий дім)\.?)+$|株式会社|有限公司$|\(주\)"
)
"""What makes a paper's name that of the firm that owns it."""
PARTED = re.compile(r"[|·•]|//|::|>>")
QUOTED = re.compile(r"(?:\w+ )?[«„“]([^«»„“”]{6,40})[»“”]")
BANNER_WORDS = 8
"""Words of a paper's name and what it says of itself."""
SHORTEST_PAPER, SHORTEST_SPACELESS = 8, 3
"""Code points of a paper's name, and of one in a script without spaces."""
LONGEST_PAPER = 6
"""Words of a paper's name."""
LONG_WORD = 4
"""Letters of a word that a translation of a name leaves in it."""
SHORTEST_BANNER = 12
"""Code points of a first line from which on it is one paper's own."""
DATED = re.compile(r"\d.?\d|(?<!\w)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d", re.IGNORECASE)
"""What stands in a line with a date or a time: two figures, or a month and one; "Prio 3" is none."""
SLUG = re.compile(
    r"(?<!\w)[^\W\d_]{2,12}[-#/_](?!(?:19|20)\d\d(?!\d))\d{3,}(?!\w)|[#№]\s?\d+|"
    r"(?<![^\s|/(])(?!(?:19|20)\d\d(?!\d))\d{3,4}(?= [^\W\d_A-Z]| ?[|/:]{1,2} |$)"
)
"""A running number, with letters joined to it or a sign for one before it, is no date: KPN-0412."""


def standings(articles: Sequence[Article], names: Mapping[str, str] | None = None) -> tuple[Standing, ...]:
    """Return the standing of each article, in order; `names` are those that `one_name` found in the whole corpus."""
    names = one_name(articles) if names is None else names
    alone = _as_united([_standing(a, names) for a in articles], united(articles, names))
    alone = [replace(s, issuer=None) if _is_translated(n, articles, alone) else s for n, s in enumerate(alone)]
    outlets = {s.outlet for s in alone if s.outlet}
    by_word = {max(_unaccented(outlet).split(), key=len): outlet for outlet in sorted(outlets, reverse=True)}
    return tuple(replace(s, papers=_named(a, by_word) - {s.outlet}) for a, s in zip(articles, alone, strict=True))


def _is_translated(place: int, articles: Sequence[Article], found: Sequence[Standing]) -> bool:
    """Tell whether an agency's own report is one that its desk abroad made of one in the language of the others.

    Its banner names such a desk, and at least two articles in one other language credit the agency: they go back to
    what the desk translated.
    """
    article, standing = articles[place], found[place]
    if standing.issuer is None or standing.banner is None or not _pattern(ABROAD).search(standing.banner):
        return False
    others = Counter(
        a.language
        for a, s in zip(articles, found, strict=True)
        if a.language not in (article.language, "und") and s.issuer is None and standing.issuer in s.credited
    )
    return max(others.values(), default=0) >= FEWEST_AT_HOME


def _as_united(found: Sequence[Standing], called: Mapping[str, str]) -> list[Standing]:
    """Return standings with the agencies of one story called by one name each."""
    return [
        replace(
            s,
            issuer=None if s.issuer is None else called.get(s.issuer, s.issuer),
            credited=frozenset(called.get(name, name) for name in s.credited),
        )
        for s in found
    ]


def _named(article: Article, by_word: Mapping[str, str]) -> frozenset[str]:
    """Return the papers that a text names; `by_word` holds what they are called by their longest words, unaccented."""
    if not by_word:
        return frozenset()
    text = article.text
    folded = _unaccented(_small(text))
    words = by_word.keys() & set(WORD.findall(folded))
    found = ((by_word[word], _written(_unaccented(by_word[word])).search(folded)) for word in words)
    return frozenset(name for name, at in found if at is not None and not text[at.start(1)].islower())


def _small(text: str) -> str:
    """Return a text in small letters, place by place, so that a capital that has two of them stays one."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower()[0] for c in text)


_UNACCENTED = {
    code: apart[0]
    for code in range(0xC0, 0x250)
    if len(apart := unicodedata.normalize("NFD", chr(code))) > 1 and apart[0].isascii()
}


def _unaccented(folded: str) -> str:
    """Return Latin letters without their accents, place by place: a desk abroad may have set none."""
    return folded if folded.isascii() else folded.translate(_UNACCENTED)


@lru_cache(maxsize=1024)
def _written(name: str) -> re.Pattern[str]:
    """Match a paper's name with other small words between its longer ones, as translations set them.

    The first group begins with what is a capital in a name; the article of a name of one word is none in mid-sentence.
    """
    if SPACELESS.search(name):
        return re.compile(f"({re.escape(name)})")
    words = WORD.findall(name)
    long = [word for word in words if len(word) >= LONG_WORD]
    if len(words) == 2 and ARTICLE.match(name):
        return re.compile(rf"(?<!\w){re.escape(words[0])}\W{{1,2}}({re.escape(words[1])})(?!\w)")
    if len(long) < 2:
        return re.compile(rf"(?<!\w)({re.escape(name)})")
    first = words.index(long[0])
    ahead = "".join(rf"{re.escape(word)}\W{{1,3}}" for word in words[:first])
    return re.compile(rf"(?<!\w)({ahead}" + r"\W{1,3}(?:\w{1,3}\W{1,3}){0,2}".join(map(re.escape, long)) + ")")


def one_name(articles: Iterable[Article]) -> dict[str, str]:
    """Return the one name to call each agency by that the articles of a corpus credit."""
    return _one_name({c.agency for a in articles for c in a.credits})


def _one_name(agencies: Iterable[str]) -> dict[str, str]:
    """Return the name to call each agency by: one that is another cut short ("Quillon", "Quillon Wire") is the same."""
    ordered = sorted(agencies, key=lambda n: (len(n), n))
    longer = {n: [m for m in ordered if m.casefold().startswith(n.casefold() + " ")] for n in ordered}
    return {n: longer[n][0] if len(longer[n]) == 1 else n for n in ordered}


def _standing(article: Article, names: Mapping[str, str]) -> Standing:
    issuer = next((names[a] for a in sorted(names) if _issued_by(article, a)), None)
    issuer = issuer or _for_clients(article)
    if issuer is None and (_marked(RELEASES, article) or _from_press_room(article)):
        issuer = RELEASE
    edition = 1 if _marked(LATER, article) else -1 if _marked(EARLIER, article) else 0
    credited = frozenset(names[c.agency] for c in article.credits)
    banner = _banner(article)
    paper = _paper(article.document.outlet, names) or (_outlet(banner) if banner else None)
    if paper is not None and issuer is None and any(bare(name) == bare(paper) for name in credited):
        paper = None  # the agency's name on a paper's page
    return Standing(issuer, credited, article.document.published, edition, banner, paper)


def _from_press_room(article: Article) -> bool:
    """Tell whether an article's first line names the part of a house that addresses the press, ahead of its links.

    Or what it sends them: "Survey Office - Media information 41/2026".
    """
    if not article.sentences or not _is_banner(article, 0, article.sentences[0]):
        return False
    fields = _fields(article.text[slice(*article.sentences[0])])
    return any(_pattern(f"{ROOMS}|{RELEASES}").search(field) is not None for field in fields[:2])


def _outlet(banner: str) -> str | None:
    """Return what a banner calls its paper: what stands before the first sign, without its article; None if short."""
    first = BAR.split(banner, maxsplit=1)[0]
    if _pattern(INTERFACE).match(first.strip(" ▶►★*")):
        return None
    # A headline has commas and quotations too, but hardly ever what parts the fields of a banner.
    parted = PARTED.search(banner) is not None and len(first.split()) <= BANNER_WORDS
    quoted = QUOTED.match(banner) if parted else None
    name = quoted.group(1) if quoted else ARTICLE.sub("", (first.split(", ")[0] if parted else first).strip(" ★*"))
    if name.startswith(("«", "„", "“", '"')):
        return None
    if SPACELESS.search(name):
        name = name.split()[0]
        return name if len(name) >= SHORTEST_SPACELESS else None
    if not quoted and parted and len(name.split()) == 1 and first.strip(" ★*") != name:
        name = first.strip(" ★*")  # one word is a name with its article only: "De Waalbode"
    return name if len(name) >= SHORTEST_PAPER and (quoted or 2 <= len(name.split()) <= LONGEST_PAPER) else None


def _is_dated(line: str) -> bool:
    """Tell whether a line has a date or a time."""
    return DATED.search(SLUG.sub("", _pattern(HELD).sub("", line))) is not None


def _paper(declared: str | None, agencies: Mapping[str, str]) -> str | None:
    """Return the outlet that is declared, or that the foot of the page names, as a banner would call it; None if short.

    One word is too little to know a paper by in what others write.
    """
    name = HOUSE.sub("", ARTICLE.sub("", " ".join((declared or "")[:LONGEST_NOTE].casefold().split())))
    if any(_names(agency).search(name) for agency in agencies):
        return None
    if SPACELESS.search(name):
        return name if len(name) >= SHORTEST_SPACELESS else None
    return name if len(name) >= SHORTEST_PAPER and 2 <= len(name.split()) <= LONGEST_PAPER else None


def _for_clients(article: Article) -> str | None:
    """Return who a banner names that tells its clients what they may do with the report; the table may not have it."""
    if not article.sentences or not _is_banner(article, 0, article.sentences[0]):
        return None
    fields = _fields(article.text[slice(*article.sentences[0])])
    told = any(_pattern(WIRES).search(field) for field in fields[1:])
    name = fields[0].strip('«»“”„" ') if told else ""
    return name if 2 <= len(name) <= LONGEST_NOTE // 4 and not _is_dated(name) else None


def _banner(article: Article) -> str | None:
    """Return an article's first line without its figures, where it is no sentence and no headline."""
    if not article.sentences or not _is_banner(article, 0, article.sentences[0]):
        return None
    line = FIGURES.sub("", article.text[slice(*article.sentences[0])].casefold())
    return " ".join(line.split()) if len(line) >= SHORTEST_BANNER else None


@lru_cache(maxsize=16)
def _pattern(phrases: str) -> re.Pattern[str]:
    return re.compile(phrases, re.IGNORECASE)


def _marked(phrases: str, article: Article) -> bool:
    """Tell whether a note stands in the head or the tail, on a line of its own: a report may speak of one."""
    found = ((line, _pattern(phrases).search(line)) for line in _notes(article))
    return any(at is not None and (at.start() <= NEAR_START or not _is_sentence(line)) for line, at in found)


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


@lru_cache(maxsize=1024)
def _names(agency: str) -> re.Pattern[str]:
    """Return what an agency is written as; one known by initials alone, as any name that has these initials."""
    known = next((a for a in credits.table() if a.short == agency), None)
    names = [re.escape(n) for n in (known.names if known else (agency,)) if len(n) > 4 or not n.isascii()]
    if known is None and agency.isalpha() and agency.isupper() and 2 < len(agency) < 6:
        names.append(r"\s".join(rf"{letter}[^\W\d_]+" for letter in agency))
    written = "|".join(names) or re.escape(agency)
    if SPACELESS.search(agency):
        return re.compile(written)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)


def _issued_by(article: Article, agency: str) -> bool:
    """Tell whether `agency` is the outlet, or is named in the article's head or furniture other than as a credit."""
    outlet = article.document.outlet
    if outlet is not None and (outlet.casefold() == agency.casefold() or _names(agency).fullmatch(outlet)):
        return True
    credited = [c.span for c in article.credits]
    banner = [s for n, s in enumerate(article.sentences[:HEAD_LINES]) if _is_banner(article, n, s)]
    lines = [
        article.text[start:end]
        for n, (start, end) in enumerate(banner)
        if (start, end) not in credited or (n == 0 and _is_own_banner(article, agency))
    ]
    if any(_opens_with(line, agency) or _abbreviated(line, agency, article) for line in lines):
        return True
    return any(
        not any(overlap(place, c) for c in credited)
        for start, end in (*banner, *article.furniture)
        if not _is_dated(article.text[start:end])  # a name beside a date is a byline
        and len(_fields(article.text[start:end])) <= MOST_FIELDS
        for place in ((start + m.start(), start + m.end()) for m in _names(agency).finditer(article.text[start:end]))
    )


def _is_own_banner(article: Article, agency: str) -> bool:
    """Tell whether the first line is a banner though it was read as a byline: it has several fields, none a place.

    A byline may stand there too, "Kestrel Wire / Port Doe", with the place from which the report was filed, or alone
    above the headline. Alone it is a banner where another line of fields is below it, or the last line begins with it.
    """
    fields = _fields(article.text[slice(*article.sentences[0])])
    framed = [c for c in article.credits if c.agency == agency and _has_sign(c.text, agency)]
    filed = [article.text[article.text.rfind("\n", 0, c.span[0]) + 1 : c.span[1]].casefold() for c in framed]
    if len(fields) == 1:
        return bool(filed) and (_heads_desk(article) or _describes_itself(article, agency))
    return len(fields) > 2 or (
        len(fields) == 2 and bool(filed) and not any(fields[1].casefold().split()[0] in text for text in filed)
    )


def _has_sign(text: str, agency: str) -> bool:
    """Tell whether an agency's sign stands in brackets behind a place, or between slashes, as in a dateline."""
    folded = text.casefold()
    return folded.find(f"({agency.casefold()})") > 0 or f"/{agency.casefold()}/" in folded


def _heads_desk(article: Article) -> bool:
    """Tell whether the second line is one of fields too, none of which has a date: "Wire 3 / Social affairs"."""
    if len(article.sentences) < 2:
        return False
    line = article.text[slice(*article.sentences[1])]
    return 2 <= len(_fields(line)) <= MOST_FIELDS and line[-1:] not in ENDS and not _is_dated(line)


def _describes_itself(article: Article, agency: str) -> bool:
    """Tell whether one of the last lines begins with an agency's name and goes on: "Polna News Agency. No reprints"."""
    last = [line.strip(" -–—") for line in article.text[-TAIL:].splitlines() if line.strip()][-LAST_LINES:]
    full = f"{agency.casefold()} "
    return any(
        headed(line, agency) and opening(line) != bare(line) if " " not in agency else line.casefold().startswith(full)
        for line in last
    )


def _fields(line: str) -> list[str]:
    """Return what stands between the bars of a banner."""
    return [field.strip() for field in BAR.split(line) if field.strip()]


def _opens_with(line: str, agency: str) -> bool:
    """Tell whether a banner begins with an agency's name, however short, as in "TPA ## Islands Service"."""
    if _is_dated(line):
        return False
    if headed(line, agency):
        return True
    line = credits.without_kind(line)
    rest = line[len(agency) :] if line.casefold().startswith(agency.casefold()) else line
    return rest != line and not rest[:1].isalnum()


def _abbreviated(line: str, agency: str, article: Article) -> bool:
    """Tell whether a banner begins with the name that the sign of the article's own dateline or rights stands for."""
    framed = [c.text for c in article.credits if c.agency == agency and c.text != agency]
    if not any(f"({agency})" in text or "©" in text or "(c)" in text for text in framed):
        return False
    name, signed, _ = BAR.split(line, maxsplit=1)[0].partition("(")
    name = name.strip()
    if signed and f"({agency})" in line:
        return True
    return stands_for(agency, name.title() if name.isupper() else name)


def _is_banner(article: Article, number: int, sentence: Span) -> bool:
    """Tell whether a line of the head is no sentence and no headline: the first, or one cut by bars, as banners are."""
    line = article.text[slice(*sentence)]
    if line[-1:] in ENDS or line == article.document.title:
        return False
    return number == 0 or any(mark in line for mark in ("|", "::", ">>"))
