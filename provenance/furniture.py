"""Site boilerplate, as spans: what recurs over unrelated articles, and what says of itself that it is boilerplate.

Recurrence alone proves nothing: a hundred outlets run one wire story, and an agency repeats its background paragraphs in
every update. A paragraph is learned as furniture when it stands in articles that are *unrelated* in everything else, and
stands there as furniture does: at the edges, or together with other furniture. Nothing here compares all pairs; of each
recurring paragraph only a few articles are looked at.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from provenance.article import Article
from provenance.model import Span
from provenance.split import paragraphs

# ------------------------------------------------------------------------------------------------------------ patterns

_ANYWHERE: tuple[tuple[str, str], ...] = (
    (
        "en",
        r"[»›>→\s]*(?:read (?:more|also|next|this)|see also|also read|related(?: stor(?:y|ies)| articles?| posts?| content| topics?)?|"
        r"more (?:on|from|about) this|recommended|(?:click|tap) here|watch|listen|explore more|go deeper|don['’]t miss)\s?:.{0,160}",
    ),
    (
        "en",
        r"(?:more on this(?: story)?|more stories|more news|read more|read also|related|related (?:posts?|articles?|stories|content|coverage|links|news|topics|video)|"
        r"most (?:read|popular|viewed|shared|commented)(?: .{0,40})?|trending(?: now)?|you (?:may|might) (?:also )?like|editors['’]? picks?|top stories|latest news|up next|"
        r"recommended(?: for you)?|in this article|story continues(?: below)?.{0,40}|advertisement|advertising|ad|sponsored(?: content)?|promoted(?: stories| content)?|"
        r"continue reading(?: below)?.{0,40}|article continues (?:after|below).{0,40}|show (?:more|less)|view (?:more )?comments?|leave a (?:comment|reply)|"
        r"(?:\d+ )?comments?(?: \(\d+\))?|share|share (?:this|on|via|with|tweet).{0,40}|share this (?:post|article|story|page)|tweet|e-?mail|print(?: this (?:page|article))?|"
        r"save(?: for later)?|gift(?: article)?|(?:sign|log) in|sign up|subscribe(?: now| today)?|register|skip to (?:main )?content|skip advertisement|"
        r"back to (?:top|gallery)|close|loading\.*|follow us(?: on .{0,40})?|view gallery|facebook|twitter|whatsapp|linkedin|pinterest|reddit|copy link|"
        r"image \d+ ?of ?/?\s?\d+|read (?:full|the full) (?:story|article).{0,30}|filed under.{0,80}|tags?:.{0,120}|topics?:.{0,120})",
    ),
    (
        "de",
        r"(?:mehr zum thema|lesen sie (?:auch|mehr|hier).{0,160}|auch interessant|mehr (?:lesen|dazu).{0,60}|das könnte sie auch interessieren|meistgelesen.{0,40}|"
        r"anzeige|werbung|teilen|kommentare?(?: \(\d+\))?|drucken|merken|newsletter|zum newsletter anmelden|artikel teilen|weiterlesen.{0,60}|verwandte (?:artikel|themen))",
    ),
    (
        "fr",
        r"(?:à lire aussi|lire aussi|a lire aussi|voir aussi|à lire également|lire la suite|sur le même sujet)(?:\s?:.{0,160})?|(?:les )?(?:plus lus|articles les plus lus)|"
        r"publicité|partager|partagez(?: cet article)?|imprimer|commentaires?(?: \(\d+\))?|s['’]abonner|abonnez-vous.{0,60}|newsletter|recommandé pour vous",
    ),
    (
        "es",
        r"(?:lea|lee|leer) (?:también|más)(?:\s?:.{0,160})?|(?:noticias? |artículos? |temas? )?relacionad[oa]s?(?:\s?:.{0,160})?|te puede interesar.{0,120}|"
        r"(?:lo )?más (?:leíd[oa]s?|vist[oa]s?)(?: .{0,30})?|publicidad|compartir|comparte.{0,40}|imprimir|comentarios?(?: \(\d+\))?|suscríb[ea]te.{0,60}|ver más",
    ),
    (
        "pt",
        r"(?:leia|veja|saiba) (?:também|mais)(?:\s?:.{0,160})?|(?:notícias? |artigos? )?relacionad[oa]s?|(?:as )?mais (?:lid[oa]s?|vist[oa]s?)(?: .{0,30})?|publicidade|"
        r"partilhar|compartilhar|compartilhe.{0,40}|imprimir|comentários?(?: \(\d+\))?|continua (?:após|depois d)a publicidade|assine.{0,60}",
    ),
    (
        "it",
        r"(?:leggi|vedi) anche(?:\s?:?.{0,160})?|(?:articoli |notizie )?correlat[ie]|(?:i )?più letti(?: .{0,30})?|potrebbe interessarti.{0,80}|pubblicità|condividi|stampa|"
        r"commenti(?: \(\d+\))?|continua a leggere.{0,60}|abbonati.{0,60}",
    ),
    (
        "nl",
        r"(?:lees|kijk|bekijk) (?:ook|meer|verder)(?:\s?:?.{0,160})?|meest gelezen(?: .{0,30})?|advertentie|delen|deel dit (?:artikel|bericht).{0,40}|reacties?(?: \(\d+\))?|"
        r"gerelateerd(?:e artikelen)?|aanbevolen|abonneer.{0,60}",
    ),
    (
        "sv",
        r"(?:läs|se) (?:också|även|mer|vidare)(?:\s?:?.{0,160})?|mest läst(?:a)?|annons|dela(?: artikeln)?|kommentarer?|relaterat|prenumerera.{0,60}",
    ),
    ("da", r"læs (?:også|mere)(?:\s?:?.{0,160})?|mest læste|annonce|del(?: artiklen)?|kommentarer|relaterede artikler"),
    ("no", r"les (?:også|mer)(?:\s?:?.{0,160})?|mest lest(?:e)?|annonse|del(?: artikkelen)?|kommentarer"),
    ("fi", r"lue (?:myös|lisää)(?:\s?:?.{0,160})?|luetuimmat|mainos|jaa(?: artikkeli)?|kommentit"),
    (
        "pl",
        r"(?:czytaj|zobacz|przeczytaj|sprawdź) (?:też|także|również|więcej)(?:\s?:?.{0,160})?|najczęściej czytane|najpopularniejsze|reklama|udostępnij|komentarze|powiązane.{0,30}",
    ),
    (
        "cs",
        r"(?:čtěte|přečtěte si) (?:také|více|i)(?:\s?:?.{0,160})?|nejčtenější|reklama|inzerce|sdílet|diskuse|související.{0,30}",
    ),
    ("hu", r"olvassa el.{0,80}|kapcsolódó(?: cikkek)?|legolvasottabb|hirdetés|megosztás"),
    ("ro", r"cite(?:ște|şte|ste) (?:și|şi|si|mai mult)(?:\s?:?.{0,160})?|cele mai citite|publicitate|distribuie"),
    (
        "tr",
        r"(?:ayrıca|daha fazla) (?:okuyun|oku)(?:\s?:?.{0,160})?|en çok okunanlar|ilgili haberler?|reklam|paylaş|yorumlar?",
    ),
    (
        "ru",
        r"(?:читайте|смотрите) (?:также|ещё|еще|далее)(?:\s?:?.{0,160})?|по теме|самое читаемое|популярное|реклама|поделиться|комментарии|подписаться|материалы по теме",
    ),
    ("uk", r"(?:читайте|дивіться) (?:також|ще)(?:\s?:?.{0,160})?|за темою|найпопулярніше|реклама|поділитися|коментарі"),
    ("el", r"διαβάστε (?:επίσης|ακόμα|περισσότερα)(?:\s?:?.{0,160})?|διαφήμιση|σχετικά άρθρα"),
    ("id", r"baca (?:juga|selengkapnya)(?:\s?:?.{0,160})?|terpopuler|iklan|bagikan"),
    ("vi", r"xem thêm(?:\s?:?.{0,160})?|đọc thêm|quảng cáo|chia sẻ"),
    ("ar", r"(?:اقرأ|اقرئي|شاهد) (?:أيضا|أيضاً|المزيد)(?:\s?:?.{0,160})?|الأكثر قراءة|إعلان|شارك"),
    ("he", r"קראו (?:גם|עוד)(?:\s?:?.{0,160})?|פרסומת|שתפו"),
    ("hi", r"(?:यह भी पढ़ें|ये भी पढ़ें|और पढ़ें)(?:\s?:?.{0,160})?|विज्ञापन|शेयर करें"),
    (
        "ja",
        r"(?:関連記事|あわせて読みたい|こちらもおすすめ|おすすめ記事|アクセスランキング|人気記事|もっと読む|続きを読む|広告|シェア(?:する)?|ツイート|印刷|コメント(?:する)?|"
        r"【関連記事】|【関連】|スポンサーリンク)(?:.{0,60})?",
    ),
    (
        "zh",
        r"(?:相关(?:新闻|阅读|文章|链接)|相關(?:新聞|閱讀|文章)|延伸阅读|延伸閱讀|推荐阅读|热门(?:文章|新闻)|熱門(?:文章|新聞)|广告|廣告|分享(?:到)?|阅读更多|閱讀更多|查看更多|责任编辑[:：].{0,20})(?:.{0,40})?",
    ),
    ("ko", r"(?:관련 ?기사|많이 본 뉴스|인기 ?기사|광고|공유하기|댓글(?: ?\d+)?|더 ?보기)(?:.{0,40})?"),
)
"""Whole lines that are furniture wherever they stand."""

_AT_EDGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "en",
        (
            "newsletter",
            "newsletters",
            "mailing list",
            "our app",
            "our podcast",
            "straight to your",
            "to your inbox",
            "in your inbox",
            "push alerts",
            "news alerts",
            "for alerts",
            "unsubscribe",
            "subscribe",
            "print subscribers",
            "a subscriber",
            "free trial",
            "try it for",
            "try it free",
            "become a member",
            "follow us",
            "like us on",
            "join the conversation",
            "join the discussion",
            "sign in to",
            "sign up to",
            "sign up for",
            "log in to",
            "manage choices",
            "manage preferences",
            "terms of use",
            "terms of service",
            "terms and conditions",
            "privacy policy",
            "all rights reserved",
            "may not be published",
            "may not be reproduced",
            "may not be stored",
            "may not be republished",
            "to reprint",
            "contact us",
            "contact the newsroom",
            "contact the editor",
            "got a tip",
            "know more about this story",
            "letters to the editor",
            "report an error",
            "comments on this article",
            "comments are closed",
            "tell us what",
            "have your say",
            "for information only",
            "not replace professional advice",
            "not constitute",
            "reading time",
            "min read",
            "minute read",
            "share this",
            "share on",
            "support our journalism",
            "independent journalism",
            "download our",
            "get the app",
            "copyright",
            "©",
            "first published on",
            "using artificial intelligence",
            "over-18s",
            "also on our site",
            "our partners",
            "accept all",
        ),
    ),
    ("*", ("cookie", "cookies", "クッキー", "쿠키")),
    (
        "de",
        (
            "newsletter",
            "jetzt abonnieren",
            "abonnieren sie",
            "alle rechte vorbehalten",
            "datenschutz",
            "kontaktieren sie uns",
            "folgen sie uns",
            "probeabo",
            "unserer app",
            "impressum",
            "schreiben sie uns",
        ),
    ),
    (
        "fr",
        (
            "abonnez-vous",
            "inscrivez-vous",
            "tous droits réservés",
            "suivez-nous",
            "notre application",
            "réservé aux abonnés",
            "recevez chaque",
            "vie privée",
        ),
    ),
    (
        "es",
        (
            "boletín",
            "boletines",
            "suscríbete",
            "suscríbase",
            "todos los derechos reservados",
            "síguenos",
            "nuestra app",
            "política de privacidad",
            "recibe cada",
            "recibe en tu",
            "regístrate",
        ),
    ),
    (
        "pt",
        (
            "boletim",
            "assine",
            "subscreva",
            "todos os direitos reservados",
            "siga-nos",
            "nossa app",
            "política de privacidade",
            "receba",
            "registe-se",
            "cadastre-se",
        ),
    ),
    (
        "it",
        (
            "iscriviti",
            "abbonati",
            "tutti i diritti riservati",
            "riproduzione riservata",
            "seguici",
            "nostra app",
            "informativa sulla privacy",
            "registrati",
        ),
    ),
    (
        "nl",
        (
            "nieuwsbrief",
            "meld je aan",
            "abonneer",
            "alle rechten voorbehouden",
            "volg ons",
            "onze app",
            "privacybeleid",
            "in je mail",
            "in je mailbox",
        ),
    ),
    ("sv", ("nyhetsbrev", "prenumerera", "följ oss", "vår app")),
    ("da", ("nyhedsbrev", "abonner", "følg os", "alle rettigheder forbeholdes", "vores app")),
    ("no", ("nyhetsbrevet", "følg oss", "vår app", "bli abonnent")),
    ("fi", ("uutiskirje", "tilaa uutiskirje", "seuraa meitä")),
    ("pl", ("zapisz się", "subskrybuj", "wszelkie prawa zastrzeżone", "obserwuj nas", "polityka prywatności")),
    ("cs", ("přihlaste se", "předplatné", "všechna práva vyhrazena", "sledujte nás")),
    ("hu", ("hírlevél", "iratkozzon fel", "minden jog fenntartva")),
    ("ro", ("abonează-te", "toate drepturile rezervate", "urmărește-ne")),
    ("tr", ("bülten", "abone ol", "abone olun", "tüm hakları saklıdır", "bizi takip edin")),
    ("el", ("εγγραφείτε", "ακολουθήστε μας", "με επιφύλαξη παντός δικαιώματος")),
    ("ru", ("подпишитесь", "подписывайтесь", "рассылку", "все права защищены", "политика конфиденциальности")),
    ("uk", ("підпишіться", "підписуйтесь", "підписуйтеся", "розсилку", "усі права захищені", "всі права захищено")),
    ("id", ("berlangganan", "hak cipta", "ikuti kami")),
    ("vi", ("đăng ký nhận", "bản quyền", "theo dõi chúng tôi")),
    ("ar", ("النشرة البريدية", "اشترك", "جميع الحقوق محفوظة", "تابعونا")),
    ("he", ("הירשמו", "כל הזכויות שמורות", "עקבו אחרינו")),
    ("hi", ("सब्सक्राइब", "सर्वाधिकार सुरक्षित")),
    (
        "ja",
        (
            "無料でお試し",
            "メールマガジン",
            "メルマガ",
            "会員登録",
            "有料会員",
            "無断転載",
            "ニュースレター",
            "デジタル版",
            "お問い合わせ",
            "利用規約",
            "プライバシーポリシー",
            "フォローする",
        ),
    ),
    (
        "zh",
        (
            "版权所有",
            "版權所有",
            "未经授权",
            "未經授權",
            "不得转载",
            "不得轉載",
            "订阅",
            "訂閱",
            "关注我们",
            "關注我們",
            "扫描二维码",
            "隐私政策",
        ),
    ),
    ("ko", ("무단 전재", "무단전재", "재배포 금지", "뉴스레터", "구독", "저작권자")),
)
"""Words that make a line furniture among the first and the last lines of an article, if it is short and quotes nobody."""

_LIST_HEADS: tuple[tuple[str, str], ...] = (
    (
        "en",
        r"most (?:read|popular|viewed|shared|commented|discussed)\b.{0,50}|related(?: posts?| articles?| stories| content| coverage| links| news| reading)?:?|"
        r"more (?:on this(?: story)?|stories|news|headlines|from .{1,40}|in .{1,30}|coverage|reading):?|(?:also|elsewhere) (?:on|in) .{1,40}:?|trending(?: now| stories| topics)?:?|"
        r"you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|editors['’]? (?:picks?|choice)|top stories|latest (?:news|stories|headlines)|recommended(?: for you| reading| stories)?:?|"
        r"read (?:more|next|also):?|up next|what to read next|popular (?:now|stories|posts)|don['’]t miss:?|in other news:?|today['’]s (?:top )?(?:headlines|picks|stories)",
    ),
    (
        "de",
        r"meistgelesen\w*.{0,40}|mehr zum thema:?|verwandte (?:artikel|themen)|das könnte sie auch interessieren.{0,10}|auch interessant:?|weitere (?:artikel|meldungen|themen):?|lesen sie auch:?",
    ),
    (
        "fr",
        r"(?:les )?(?:articles )?(?:les )?plus lus.{0,40}|(?:à |a )?lire (?:aussi|également) ?:?|sur le même (?:sujet|thème) ?:?|dans la même rubrique ?:?|articles liés ?:?",
    ),
    (
        "es",
        r"(?:lo |las |los )?más (?:leíd|vist|comentad)[oa]s?.{0,40}|(?:noticias|artículos|temas) relacionad[oa]s:?|te puede interesar:?|lea también:?|lee también:?|últimas noticias",
    ),
    (
        "pt",
        r"(?:as |os |o )?mais (?:lid|vist|comentad)[oa]s?.{0,40}|(?:notícias|artigos|temas) relacionad[oa]s:?|leia também:?|veja também:?|últimas(?: notícias)?",
    ),
    (
        "it",
        r"(?:i |le |gli )?(?:articoli )?più (?:lett|vist|commentat)[ie].{0,40}|(?:articoli|notizie) correlat[ie]:?|leggi anche:?|potrebbe interessarti:?",
    ),
    (
        "nl",
        r"meest gelezen.{0,40}|lees ook:?|lees meer:?|gerelateerde? (?:artikelen|berichten):?|ook interessant:?|verder lezen:?|meer (?:nieuws|berichten):?",
    ),
    ("sv", r"mest läst\w*.{0,30}|läs (?:också|även|mer):?|relaterat:?|fler nyheter"),
    ("da", r"mest læste.{0,30}|læs også:?|relaterede artikler:?|flere nyheder"),
    ("no", r"mest lest\w*.{0,30}|les også:?|flere saker"),
    ("fi", r"luetuimmat.{0,30}|lue myös:?|lisää aiheesta:?"),
    (
        "pl",
        r"najczęściej czytane.{0,30}|najpopularniejsze|czytaj (?:też|także|również):?|zobacz (?:też|także|również):?|powiązane.{0,20}|polecane",
    ),
    ("cs", r"nejčtenější.{0,30}|čtěte také:?|související.{0,20}|mohlo by vás zajímat.{0,5}"),
    ("tr", r"en çok okunan\w*.{0,20}|ilgili haberler:?"),
    (
        "ru",
        r"самое (?:читаемое|популярное|интересное).{0,20}|читайте также:?|по теме:?|материалы по теме:?|популярное|другие новости:?",
    ),
    ("uk", r"найпопулярніше|читайте також:?|за темою:?|інші новини:?"),
    ("ar", r"الأكثر قراءة|اقرأ أيضا[ً]?:?|مواضيع ذات صلة"),
    (
        "ja",
        r"[【［]?(?:関連(?:記事|ニュース|リンク)?|あわせて読みたい|おすすめ記事|(?:アクセス)?ランキング|人気記事|よく読まれている記事)[】］]?.{0,10}",
    ),
    (
        "zh",
        r"[【［]?(?:相关(?:新闻|阅读|文章|链接|报道)|相關(?:新聞|閱讀|文章|報導)|延伸阅读|延伸閱讀|推荐阅读|热门(?:文章|新闻)|熱門(?:文章|新聞)|猜你喜欢)[】］]?[:：]?",
    ),
    ("ko", r"(?:관련 ?기사|많이 본 (?:뉴스|기사)|인기 ?(?:기사|뉴스)|추천 ?기사).{0,10}"),
)
"""Headings after which short lines are links to other articles."""


def _whole(rows: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for _, pattern in rows), re.IGNORECASE)


_ANYWHERE_LINE, _LIST_HEAD = _whole(_ANYWHERE), _whole(_LIST_HEADS)
_TELLTALES = tuple(dict.fromkeys(word for _, words in _AT_EDGES for word in words))
_LONGEST_PATTERN_LINE = 240
_LONGEST_EDGE_LINE = 420
_SPEECH = re.compile('["“„«「].{25}|\\b(?:said|says|told|sagte|dijo|disse|ha detto|zei)\\b')
_SENTENCES = re.compile(r"[.!?。！？](?:\s|$)|[。！？]")
_SEPARATOR = re.compile(r"\s?[|·•›»‹«→>]\s?|\s/\s|\s::\s|\s{3,}|\u3000+|\t+")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[.:]\d\d\b|\b\d{1,2}\.? (?:\w+ )?(?:19|20)\d\d\b")
_BYLINE = re.compile(r"\s*(?:by|von|par|por|di|da|door|av|af|przez|автор|from)\b", re.IGNORECASE)
_ORNAMENT = " \t\u3000*_-–—:•►▶»›>→|"
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.):]|[•·▪‣*»›→>–-])\s+\S")
_PROSE_END = re.compile("[.!?…。！？][\"”»’'」』)]*$")


def _navigation(line: str) -> bool:
    """Tell whether a line is a row of links: three or more short pieces between separators, and no date or byline."""
    if len(line) > 200 or _PROSE_END.search(line) and "?" not in line or _DATED.search(line) or _BYLINE.match(line):
        return False
    pieces = [piece.strip() for piece in _SEPARATOR.split(line) if piece.strip()]
    lengths = [len(piece.split()) for piece in pieces]
    return len(pieces) >= 3 and max(lengths) <= 7 and sum(lengths) <= 5 * len(pieces) and any(c.isalpha() for c in line)


def _says_so(line: str) -> bool:
    """Tell whether a line is short, quotes nobody, and has a word that only furniture has."""
    folded = line.casefold()
    if len(line) > _LONGEST_EDGE_LINE or not any(word in folded for word in _TELLTALES):
        return False
    if _SPEECH.search(folded) or len(_SENTENCES.findall(line)) > 4:
        return False
    return any(_stands_alone(folded, word) for word in _TELLTALES if word in folded)


def _stands_alone(folded: str, word: str) -> bool:
    """Tell whether a telltale is a word of its own and not a part of one, in scripts that part words."""
    at = folded.find(word)
    end = at + len(word)
    if not word[-1].isalpha() or "\u3040" <= word[-1] <= "\ud7af":
        return True
    return not folded[max(0, at - 1) : at].isalpha() and not folded[end : end + 1].isalpha()


def _looks_like_link(line: str) -> bool:
    """Tell whether a line in a list may be a headline that links elsewhere."""
    return (
        _NUMBERED.match(line) is not None or (len(line) <= 140 and _PROSE_END.search(line) is None) or len(line) <= 40
    )


# ------------------------------------------------------------------------------------------------------------ learning

_EDGE = 5
"""Paragraphs from the first or the last that count as an edge."""
_SAMPLE = 12
"""Articles looked at for each recurring paragraph."""
_RELATED = 0.12
"""Cosine of rare words from which two articles count as related."""
_FEATURE = re.compile("[^\\W\\d_\u3040-\u30ff\u3400-\u9fff]{4,}|[\u30a1-\u30ff]{3,}|[\u3400-\u9fff]{2}")
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"[\W_]+")


def _key(line: str) -> str | None:
    """Return the form under which lines count as the same: no case, no punctuation, numbers alike unless they are the point."""
    if len(line) > 1_000:
        return None
    folded = _SPACE.sub(" ", (line if line.isascii() else unicodedata.normalize("NFKC", line)).casefold()).strip()
    alike, numbers = _DIGITS.subn("0", folded)
    letters = len(alike) - alike.count(" ") - numbers
    if letters < 3:
        return None
    digits = len(folded) - len(alike) + numbers
    return alike if letters > 6 * digits else folded


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    line: str
    key: str | None


def _cut(article: Article) -> list[_Paragraph]:
    lines = []
    for start, end in paragraphs(article.text):
        line = article.text[start:end]
        lines.append(_Paragraph((start, end), line, _key(line)))
    return lines


@dataclass(frozen=True, slots=True)
class Furniture:
    """The paragraphs that a corpus repeats over unrelated articles; applied to any article."""

    keys: frozenset[str] = field(default_factory=frozenset)

    def spans(self, article: Article) -> tuple[Span, ...]:
        """Return the furniture of one article: trimmed, disjoint, in order."""
        return _spans(_cut(article), self.keys)


class _Corpus:
    """What learning needs to know of all articles at once."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.cuts = [_cut(article) for article in articles]
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        # By id, so that the sample of a paragraph's articles does not hang on the order of the input.
        for number in sorted(range(len(articles)), key=lambda n: (articles[n].id, articles[n].text)):
            first: dict[str, int] = {}
            for place, paragraph in enumerate(self.cuts[number]):
                if paragraph.key is not None:
                    first.setdefault(paragraph.key, place)
            for key, place in first.items():
                places[key].append((number, place))
        self.recurring = {key: found for key, found in places.items() if len(found) > 1}
        self._features: dict[int, frozenset[str]] = {}
        self._related: dict[tuple[int, int], bool] = {}

    @cached_property
    def frequency(self) -> Counter[str]:
        """In how many articles each word stands outside recurring paragraphs."""
        counted: Counter[str] = Counter()
        for number in range(len(self.cuts)):
            counted.update(self.features(number))
        return counted

    def features(self, number: int) -> frozenset[str]:
        """Return the longer words of an article's paragraphs."""
        if number not in self._features:
            words: set[str] = set()
            for paragraph in self.cuts[number]:
                words.update(_FEATURE.findall(paragraph.line.casefold()))
            self._features[number] = frozenset(words)
        return self._features[number]

    def weight(self, word: str) -> float:
        """Return how rare a word is, as its inverse document frequency."""
        return math.log((len(self.cuts) + 1) / self.frequency[word]) if self.frequency[word] else 0.0

    def related(self, left: int, right: int) -> bool:
        """Tell whether two articles have more in common than furniture: much text, or rare words in the rest."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._related:
            self._related[pair] = self._compare(*pair)
        return self._related[pair]

    def _compare(self, left: int, right: int) -> bool:
        keys = {p.key for p in self.cuts[left]} & {p.key for p in self.cuts[right]}
        rests = [[p.line for p in self.cuts[n] if p.key not in keys] for n in (left, right)]
        for number, rest in zip((left, right), rests, strict=True):
            whole = sum(len(p.line) for p in self.cuts[number])
            if 2 * sum(map(len, rest)) < whole:
                return True
        words = [set(_FEATURE.findall(" ".join(rest).casefold())) for rest in rests]
        if min(map(len, words)) < 10:
            return True
        norms = [math.sqrt(sum(self.weight(w) ** 2 for w in sorted(found))) for found in words]
        shared = sum(self.weight(w) ** 2 for w in sorted(words[0] & words[1]))
        return shared >= _RELATED * norms[0] * norms[1]

    def strangers(self, key: str) -> list[tuple[int, int]]:
        """Return places of the paragraph in articles that are unrelated to each other, a few of them."""
        chosen: list[tuple[int, int]] = []
        for number, place in _spread(self.recurring[key], _SAMPLE):
            if not any(self.related(number, other) for other, _ in chosen):
                chosen.append((number, place))
        return chosen

    def at_edge(self, number: int, place: int) -> bool:
        """Tell whether a paragraph stands among the first or the last of its article."""
        count = len(self.cuts[number])
        return place < _EDGE or count - place <= _EDGE

    def coherent(self, key: str, number: int, place: int) -> bool:
        """Tell whether the paragraph speaks of what its article speaks of, in words that are rare elsewhere."""
        rare = len(self.cuts) * 0.02 + len(self.recurring[key]) + 1
        words = {w for w in _FEATURE.findall(self.cuts[number][place].line.casefold()) if self.frequency[w] <= rare}
        if len(words) < 3:
            return False
        rest: set[str] = set()
        for paragraph in self.cuts[number]:
            if paragraph.key not in self.recurring:
                rest.update(_FEATURE.findall(paragraph.line.casefold()))
        return len(words & rest) * 2 >= len(words)


def _spread(places: Sequence[tuple[int, int]], most: int) -> Sequence[tuple[int, int]]:
    """Return at most `most` of the places, evenly spread."""
    if len(places) <= most:
        return places
    return [places[i * (len(places) - 1) // (most - 1)] for i in range(most)]


def _one_site(corpus: _Corpus, left: int, right: int, accepted: frozenset[str]) -> bool:
    """Tell whether two articles come from one site: the same outlet, or the same furniture at their edges."""
    outlets = [corpus.articles[number].document.outlet for number in (left, right)]
    if all(outlets):
        return outlets[0] == outlets[1]
    return any(p.key in accepted and p.key in _keys(corpus, right) for p in corpus.cuts[left])


def _keys(corpus: _Corpus, number: int) -> frozenset[str | None]:
    return frozenset(p.key for p in corpus.cuts[number])


def learn(articles: Sequence[Article]) -> Furniture:
    """Return what recurs as furniture in these articles, whatever their order.

    A paragraph is learned when it stands in two articles unrelated in all else and either stands at their edges, or
    inside articles that are seen to be of one site. It is not when it speaks of the rare things its article speaks of.
    """
    return _learn(_Corpus(articles))


def _learn(corpus: _Corpus) -> Furniture:
    strangers = {key: corpus.strangers(key) for key in sorted(corpus.recurring)}
    candidates = {
        key: found
        for key, found in strangers.items()
        if len(found) > 1 and not any(corpus.coherent(key, number, place) for number, place in found[:4])
    }
    edge = frozenset(
        key
        for key, found in candidates.items()
        if sum(corpus.at_edge(number, place) for number, place in found) * 3 > len(found) * 2
        and (len(found) > 2 or _tells(corpus, key, found, candidates))
    )
    inner = frozenset(
        key
        for key, found in candidates.items()
        if key not in edge and _one_site(corpus, found[0][0], found[1][0], edge) and (len(found) > 2 or len(key) < 200)
    )
    return Furniture(edge | inner)


def _tells(
    corpus: _Corpus,
    key: str,
    found: Sequence[tuple[int, int]],
    candidates: Mapping[str, list[tuple[int, int]]],
) -> bool:
    """Tell whether a paragraph seen in only two unrelated articles is more than a turn of phrase of its trade.

    Either both share a second such paragraph, as pages made from one template do, or the outlet is known to be one.
    """
    left, right = found[0][0], found[1][0]
    outlets = [corpus.articles[number].document.outlet for number in (left, right)]
    if all(outlets):
        return outlets[0] == outlets[1]
    others = _keys(corpus, left) & _keys(corpus, right)
    return any(other != key and other in candidates for other in others)


# ------------------------------------------------------------------------------------------------------------ applying


def _spans(cut: Sequence[_Paragraph], learned: frozenset[str]) -> tuple[Span, ...]:
    marked = [_is_furniture(paragraph, place, len(cut), learned) for place, paragraph in enumerate(cut)]
    _mark_lists(cut, marked)
    return tuple(paragraph.span for paragraph, mark in zip(cut, marked, strict=True) if mark)


def _is_furniture(paragraph: _Paragraph, place: int, count: int, learned: frozenset[str]) -> bool:
    if paragraph.key in learned:
        return True
    line = paragraph.line
    if len(line) > _LONGEST_EDGE_LINE:
        return False
    if len(line) <= _LONGEST_PATTERN_LINE and _ANYWHERE_LINE.fullmatch(line.strip(_ORNAMENT)) is not None:
        return True
    edge = place < _EDGE or count - place <= _EDGE
    return edge and (_says_so(line) or _navigation(line))


def _mark_lists(cut: Sequence[_Paragraph], marked: list[bool]) -> None:
    """Mark the links that follow the heading of a list, up to the first line that is prose."""
    for place, paragraph in enumerate(cut):
        if len(paragraph.line) > 80 or _LIST_HEAD.fullmatch(paragraph.line.strip(_ORNAMENT)) is None:
            continue
        links = 0
        for follower in range(place + 1, min(len(cut), place + 13)):
            if marked[follower]:
                continue
            if not _looks_like_link(cut[follower].line):
                break
            links += 1
        if links or place >= len(cut) - _EDGE:
            marked[place] = True
        tail = place + 1 + links >= len(cut) - _EDGE
        numbered = links > 1 and all(_NUMBERED.match(cut[f].line) for f in range(place + 1, place + 1 + links))
        if tail or numbered:
            for follower in range(place + 1, min(len(cut), place + 1 + links)):
                marked[follower] = True


def mark(articles: Sequence[Article]) -> list[Article]:
    """Return the articles, in their order, with the furniture that they show each other to have."""
    corpus = _Corpus(articles)
    keys = _learn(corpus).keys
    return [replace(article, furniture=_spans(cut, keys)) for article, cut in zip(articles, corpus.cuts, strict=True)]


def mark_one(article: Article, articles: Sequence[Article]) -> Article:
    """Return one article with the furniture that it has in the light of a corpus."""
    return replace(article, furniture=learn([*articles, article]).spans(article))
