"""Credits that were stripped, or given to somebody else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from unicodedata import normalize

from rapidfuzz.distance import LCSseq

from provenance.anycase import AnyCase, lowered
from provenance.article import Article
from provenance.changes.names import INFLECTING, is_latin
from provenance.changes.names import names as names_of
from provenance.changes.numerals import listed
from provenance.changes.pairs import Pair, companions, is_the_same
from provenance.changes.speakers import may_name_who_says
from provenance.crediting.agencies import words_of
from provenance.literals import Literals
from provenance.model import Change, Credit, Derived, Span
from provenance.words import plain

_NEWSY = frozenset(
    listed(
        "news wire press service agency agence agencia agenzia agentur agência times post herald tribune journal "
        "gazette radio tv "
        "television broadcasting reuters daily weekly magazine review zeitung nachrichten nieuws noticias notizie "
        "courier observer sentinel chronicle echo argus mercury mail standard telegraph examiner bulletin newspaper "
        "kurier bote anzeiger tageblatt tagblatt rundschau courrier dépêche diario periódico heraldo corriere gazzetta "
        "giornale "
        "dispatch clarion enquirer inquirer shimbun ilbo sinmun ribao samachar "
        "correio jornal folha diário gazeta dziennik tidningen allehanda courant quotidien gazette tribuna "
        "voce voz stampa vestnik "
        "вестник курьер газета известия телеграф правда новости ведомости пресс кур'єр вісник новини "
        "ajansı gazetesi haber "
        "curierul ziarul adevărul jurnalul monitorul gazeta"
    )
)
_NEWS_WORDS = frozenset(map(plain, _NEWSY)) - {
    "news",
    "wire",
    "press",
    "service",
    "radio",
    "post",
    "standard",
    "review",
}
"""Those that are in the name of a newspaper, and seldom in another's."""
_TO_OUTLET = re.compile(
    r"\b(?:told|tells|assured|assures|informed|reminded|promised|warned|(?:explained|confirmed|confided|"
    r"revealed|admitted|said|"
    r"spoke|speaking|"
    r"talking|remarks|confided|interview) (?:exclusively )?(?:to|with|in)|seen by|obtained by|reviewed by|"
    r"shared with|made available to|"
    r"dij[oe] a|cont[oó] a|asegur[oó] a|explic[oó] a|declar[oó] a|(?:ha|han) (?:accedido|tenido acceso)|"
    r"(?:dit|déclaré|confi[eé]|expliqu[eé]|affirm[eé]|assur[eé]|racont[eé]|indiqu[eé]|précis[eé]|annonc[eé]) (?:à|au)|"
    r"(?:detto|raccontato|spiegato|dichiarato|confidato|rivelato|confessato|ammesso) (?:a|al|alla|all['’])|"
    r"(?:disse|contou|explicou|afirmou|garantiu|relatou|revelou|declarou|confessou|lamentou|"
    r"desabafou|falou) (?:a|ao|à)|"
    r"(?:confes[óo]|relat[óo]|revel[óo]|coment[óo]|se[ñn]al[óo]|admiti[óo]|lament[óo]) a|"
    r"(?:vented|opened up|complained|boasted|grumbled|explains|recalled|admits) to|"
    r"(?:sagte|erklärte|erzählte|bestätigte|verriet|sagten) (?:der|dem|gegenüber|zu)|gegenüber (?:der|dem)?|"
    r"(?:zei|zegt|vertelde|vertelt|verzekerde) (?:tegen|aan|telefonisch tegen)|"
    r"(?:säger|sade|berättar|berättade|skriver|uppger|siger|sagde|fortæller|fortalte|oplyser|sier|sa|forteller|"
    r"opplyser)"
    r"(?: (?!till? |om |att |at )[^\W\d_]+){0,4} till?|(?:řekl|sdělil|potvrdil|popsal|řeklo)[ayio]?(?: to)?(?: pro)?|"
    r"(?:powiedział|mówi|przekazał|wyjaśnił|przyznał)[aoi]?(?: [^\W\d_]+){0,3}? (?:w rozmowie z|dla|agencji|gazecie)|"
    r"a (?:declarat|spus|povestit|explicat|mărturisit)(?: [^\W\d_]+){0,2}?(?: pentru)?|"
    r"(?:δήλωσε|είπε|ανέφερε|εξήγησε) στ(?:ον?|ην?)|"
    r"(?:mengatakan|kata|ujar|bercerita|berkata|mengaku)"
    r"(?: (?!kepada|akan|untuk|sudah|telah|bahwa)[^\W\d_]+){0,4} kepada|"
    r"(?:nói|chia sẻ|trao đổi|kể|cho biết) với|ali(?:i|wa)?ambia) "
    r"(?:the |la |el |le |de |het |der |dem )?[„«“]?(?P<name>us\b|this (?:newspaper|website|paper)|[^\W\d_a-z][\w&'’-]*"
    r"(?: (?:& )?[^\W\d_a-z][\w&'’-]*){0,4})"
)
_TO_OUTLET_CYRILLIC = re.compile(
    r"\b(?:рассказал|сказал|сообщил|заявил|признал|пояснил|объяснил|подтвердил|поделил|розпові|сказа|"
    r"повідоми)[а-яіїє]{0,4} "
    r"(?:[а-яіїє]{2,12} ){0,2}?(?:корреспонденту |кореспонденту |изданию |агентству |газете |со |с |"
    r"із )?«(?P<name>[^»\n]{2,40})»"
)
_TO_OUTLET_BEHIND = re.compile(
    r"(?<![\w&])(?P<name>[^\W\d_a-z][\w&]*(?: [^\W\d_a-z][\w&]*){0,3})(?:['’][yn]?[ea]|:lle|-n[ea]k) "
    r"(?:[^\W\d_]+ ){0,4}?(?:konuş|anlat|söyle|açıkla|kerto|sano|mondt|nyilatkoz|elmond)"
)
"""The same where the name comes first, with an ending."""
_TOLD_BEHIND = Literals(("konuş", "anlat", "söyle", "açıkla", "kerto", "sano", "mondt", "nyilatkoz", "elmond"))
"""One of these stands in all that is so."""
_TELLS = Literals((
    " till ", " til ", " kepada ", " với ", "ambia", "řekl", "sdělil", "potvrdil", "popsal", "w rozmowie z", " dla ",
    " agencji", " gazecie", "declarat", "a spus", "povestit", "δήλωσε", "είπε", "ανέφερε", "εξήγησε",
    "told", "tells", "assure", "informed", "reminded", "promised", "warned", "explained", "confirmed", "confided",
    "revealed", "admitted",
    "said to", "said with", "said in ", "said exclusively", "spoke", "speaking", "talking", "seen by", "obtained by",
    "reviewed by", "shared with", "available to", "dijo a", "dije a", "conto a", "contó a", "aseguro a", "aseguró a",
    "explico a", "explicó a", "declaro a", "declaró a", "accedido", "tenido acceso", "dit à", "dit au", "déclaré",
    "confié", "confie", "expliqué", "explique", "affirmé", "affirme", "assuré", "raconté", "raconte", "indiqué",
    "indique", "précisé", "précise", "annoncé", "annonce", "detto", "raccontato", "spiegato", "dichiarato",
    "confidato", "disse", "contou", "explicou", "afirmou", "garantiu", "sagte", "erklärte", "erzählte", "bestätigte",
    "relatou", "revelou", "declarou", "confessou", "lamentou", "desabafou", "falou", "confeso a", "confesó a",
    "relato a",
    "relató a", "revelo a", "reveló a", "comento a", "comentó a", "senalo a", "señaló a", "senaló a", "señalo a",
    "admitio a", "admitió a",
    "lamento a", "lamentó a", "vented", "opened up", "complained", "boasted", "grumbled", "explains", "recalled",
    "admits", "rivelato", "confessato", "ammesso",
    "verriet", "gegenüber", "zei ", "zegt", "vertel", "verzekerde", "remarks ", "interview ",
))  # fmt: skip
"""One of these stands in all that is so; they are looked for in a tenth of the time."""
_TO_OUTLET_HAN = re.compile(
    r"(?:告[诉訴]|[对對向])(?P<name>[\u4e00-\u9fff]{2,6}?)(?:记者|記者)?(?:说|說|讲|講|表示|透露|坦言|回忆|[:：，。])"
    r"|(?P<seen>[\u4e00-\u9fff]{2,6}?)(?:记者|記者)?(?:看到|见到|見到|读到|讀到|获得|獲得|拿到|取得)的"
)
_TO_US = AnyCase(
    r"\b(?:told us|(?:told|seen by|shared with|obtained by|reviewed by) this (?:newspaper|paper|website)|"
    r"told our (?:reporter|correspondent|newsroom|readers)|shared with us|seen by us|"
    r"our (?:own )?(?:calculations?|analysis|findings|inquiries|investigation)|at our request|"
    r"nos (?:propres )?(?:calculs|informations|recherches)|notre (?:enquête|analyse|demande)|"
    r"unsere[rn]? (?:berechnung(?:en)?|recherchen?|informationen|bitte|auswertung)|"
    r"nuestr[oa]s? (?:propi[oa]s )?(?:cálculos|análisis|investigación|petición)|"
    r"(?:i )?nostr[aioe] (?:calcoli|analisi|inchiesta|richiesta)|noss[ao]s? (?:cálculos|análise|apuração|pedido)|"
    r"onze (?:eigen )?(?:berekening(?:en)?|analyse|navraag)|on[sz]e? verzoek|"
    r"våra (?:egna )?beräkningar|vores (?:egne )?beregninger|våre (?:egne )?beregninger|"
    r"наш(?:им|и) (?:расч[её]там?|данным)|нашей просьбе|нашими підрахунками|naszych (?:obliczeń|informacji|ustaleń)|"
    r"we have (?:seen|obtained|learned)|(?:gegenüber|sagte|erzählte|verriet|bestätigte|"
    r"schilderte) unsere[rm] (?:redaktion|zeitung|reporter\w*)|[àa] notre (?:journal|"
    r"rédaction|reporter)|"
    r"a (?:nuestro periódico|este periódico|nuestra redacción)|al nostro giornale|ao nosso jornal|"
    r"a (?:este diario|este medio|nuestro diario)|a questo giornale|(?:a|ao) (?:este jornal|nosso jornal)|"
    r"gazetemize|muhabirimize|sitemize|lapunknak|lehdellemme|"
    r"naš[ií](?:mu deníku| redakci)|ziarului nostru|redacției noastre|ne-a (?:spus|declarat|povestit|mărturisit)|"
    r"στην εφημερίδα μας|kepada redaksi kami|với chúng tôi|"
    r"нашему (?:корреспонденту|изданию)|нашей (?:газете|редакции)|нашому (?:кореспонденту|кореспондентові|виданню)|"
    r"naszemu (?:reporterowi|dziennikarzowi)|naszej (?:redakcji|gazecie)|"
    r"(?:sagten?|erzählten?|verriet|schilderte|bestätigte) (?:\w+ )?uns\b|"
    r"uns (?:\w+ )?(?:zugespielt|vorlieg|anvertraut)|"
    r"(?:nos|nous a|nous ont|ci ha|ci hanno|nos ha|nos han) "
    r"(?:dijo|dijeron|contó|explicó|confesó|aseguró|dicho|contado|dit|confié|expliqué|raconté|assuré|detto|"
    r"spiegato|raccontato|confidato|disse|contou|explicou)|"
    r"nous a-t-(?:il|elle|on) (?:dit|confié|expliqué|raconté|assuré|affirmé|déclaré)|"
    r"nous (?:dit|confie|explique|raconte|assure)-t-(?:il|elle|on)|"
    r"(?:disse|contou|explicou)-nos|(?:vertelde|zei|vertelden) (?:tegen )?ons|"
    r"berättar för oss|säger till oss|fortæller (?:til )?os|"
    r"(?:рассказал|сказал|сообщил|признал)[аи]?(?:сь|ся)? нам|powiedział[aoi]? nam)"
    r"|본지(?:에|와|의 취재)|본보(?:에|와)|본사 취재|(?:編集部|本紙|本誌|小紙|当サイト)(?:に|の取材に)|"
    r"(?:告诉|告訴|对|對|向)本[报報](?![告道導导表价價酬])|"
    r"本[报報]记者(?:了解到|获悉)|لصحيفتنا|لجريدتنا|لموقعنا|به خبرنگار ما|לכתבנו|לעיתוננו|हमारे संवाददाता"
)
"""What an outlet says when it was the one that was told."""
_US = Literals((
    "nous dit", "nous confie", "nous explique", "nous raconte", "nous assure",
    "told us", " this ", "with us", "by us", "we have ", " uns", "zugespielt", "vorlieg", "anvertraut", "nos ",
    "nous a", "nous ont", "ci ha", "-nos", " ons", "för oss", "till oss", "fortæller", " нам", "powiedział",
    "our ", "unser", "notre ", "nuestr", "este periódico", "nostr", "noss", "onze ", "våra ", "vores ", "våre ", "наш",
    "nasz", "ons verzoek", "onz verzoek", "este diario", "este medio", "questo giornale", "este jornal", "gazetemiz",
    "muhabirimiz", "sitemiz", "lapunk", "lehdellemme", "naší", "naši", "nostru", "noastre", "ne-a ", "μας", " kami",
    "chúng tôi", "본지", "본보", "본사", "編集部",
    "本紙", "本誌", "小紙", "当サイト", "本报", "本報", "لصحيفتنا", "لجريدتنا",
    "لموقعنا", "خبرنگار ما", "לכתבנו", "לעיתוננו", "हमारे",
))  # fmt: skip
"""One of these stands in all that says so."""
_OUTLET_HAS = re.compile(
    r"\b(?P<name>[^\W\d_a-z][\w&'’-]*(?: [^\W\d_a-z][\w&'’-]*){0,3}) (?:(?:has|have) (?:obtained|seen|learned|reviewed|"
    r"looked at|got(?:ten)? hold of|been (?:shown|told|given|leaked)|gone through|examined|read)|"
    r"a (?:pu (?:consulter|voir|lire)|obtenu|consulté|retrouvée?|rencontrée?)|ha (?:tenido acceso|"
    r"podido (?:ver|consultar)|"
    r"obtenido|consultado|visionato|potuto (?:vedere|consultare|visionare)|ottenuto)|teve acesso|heeft ingezien)\b"
)
_SAYS_SO = AnyCase(
    r"\b(?:said|says?|told|tells|added|adds|according to|accused|claims?|claimed|suggests?|suggested|reports?|"
    r"reported|shows?|"
    r"showed|showed|revealed|explained|assured|insists?|insisted|stressed|argued|warned|admitted|confirmed|recalled|"
    r"dij[oe]|dice|cuent[ao]|contó|asegur[aóo]|explic[aó]|según|señaló|afirmó|declaró|"
    r"dit|déclar\w+|selon|affirm\w+|expliqu\w+|d['’]après|racont\w+|indiqu\w+|précis\w+|annonc\w+|confi\w+|"
    r"detto|dice|secondo|stando a|stando al\w*|a detta d\w+|sostien\w+|afferm\w+|garantisc\w+|raccont\w+|"
    r"témoign\w+|révèlent?|révélée?s?|rapporte(?:nt)?|montre(?:nt)?|résume|soupire|jure(?:nt)?|"
    r"relat[óoa]|revel[óoau]\w*|sostiene|"
    r"leaked|insiders|rumou?r|sources|reveals?|confided|recalls?|testified|according|"
    r"geht aus|hervor|schildert\w*|erzählt\w*|verriet|räumte|heißt es|nach angaben|blijkt uit|"
    r"thinks?|believes?|meint|findet|glaubt|estime|pense|opina|cree|ritiene|acha|vindt|счита[ею]т|думает|"
    r"полагает|увер\w+|"
    r"рассказ\w+|призна\w+|отмети\w+|по (?:её|его|их) (?:словам|данным|воспоминаниям)|вспомина\w+|розпов\w+|повідом\w+|"
    r"за (?:її|його|їх\w*) словами|söyledi|dedi|anlattı|göre|spiegato|dichiarato|ha fatto sapere|"
    r"disse|segundo|contou|explicou|afirmou|diz|"
    r"sagte|sagt|laut|zufolge|erklärte|teilte|berichtete|"
    r"zei|zegt|volgens|aldus|vertelde|meldde|"
    r"announced|announces|noted|remarked|quot(?:ed|es)|cit(?:ed|es|ing)|zitiert\w*|citeert|citeerde|"
    r"vorlieg\w*|in handen (?:is|heeft)|ingezien|inzag|tagit del av|har set|har sett|dotarł\w*|ознакомил\w*|"
    r"powiedział\w*|według|poinformował\w*|сказал\w*|сообщил\w*|по словам|заявил\w*|"
    r"säger|sade|uppger|uppgav|enligt|berättar|berättade|skriver|skrev|meddelar|meddelade|hävdar|menar|framgår|"
    r"visar|förklarar|siger|sagde|oplyser|oplyste|ifølge|fortæller|fortalte|meddeler|forklarer|viser|"
    r"sier|opplyser|opplyste|forteller|sanoo|sanoi|kertoo|kertoi|kertoivat|mukaan|kirjoittaa|toteaa|totesi|ilmoitti|"
    r"vahvisti|arvioi|řekl[aiy]?|uvedl[aiy]?|sdělil[aiy]?|prohlásil[aiy]?|dodal[aiy]?|podle|oznámil[aiy]?|tvrdí|"
    r"potvrdil[aiy]?|vyplývá|povedal[aio]?|uviedol|uviedl[aio]|podľa|mondta|közölte|szerint|nyilatkozta|elmondta|írta|"
    r"a spus|a declarat|a precizat|a afirmat|au declarat|potrivit|spune|είπε|δήλωσε|σύμφωνα με|ανέφερε|τόνισε|"
    r"kata|mengatakan|menurut|ujar|tutur|menyatakan|menyebut|menunjukkan|mengungkapkan|berkata|"
    r"nói|cho biết|theo (?:lời|ông|bà|báo|tin)|cho hay|khẳng định|"
    r"alisema|walisema|alieleza|aliambia|kwa mujibu|казва|каза|заяви|според|"
    r"inform(?:ó|aron|a|an)|comunic(?:ó|aron)|detall(?:ó|aron)|precis(?:ó|aron)|indic(?:ó|aron)|agreg(?:ó|aron)|"
    r"añadi(?:ó|eron)|apunt(?:ó|aron)|subray(?:ó|aron)|confirm(?:ó|aron)|advirti(?:ó|eron)|anunci(?:ó|aron)|"
    r"αποκάλυψε|αποκαλύπτει|έγραψε|υποστηρίζει|ισχυρίστηκε|rivela(?:to|ta|no)?|revela(?:m|n)?|enthüllte[n]?|"
    r"onthulde[n]?|avslöja(?:r|de)|afslører|afslørede|avslører|avslørte|ujawnił[aoiy]?|odhalil[aiy]?|"
    r"выяснил[аи]?|розкри[вл][аи]?|зʼясува[вл][аи]?|duyurdu\w*|ortaya çıkardı\w*|a (?:dezvăluit|relatat)|mengungkap|"
    r"tiết lộ|đưa tin|promised|prometi(?:ó|eron)|prometeu|versprach|versprachen|beloofde|lovade|"
    r"lovede|обещал[аи]?|obiecał[aoi]?|"
    r"manifest(?:ó|aron)|reconoci(?:ó|eron)|denunci(?:ó|aron)|"
    r"informou|informaram|acrescentou|acrescentaram|destacou|confirmou|confirmaram|anunciou|escreveu|ressaltou|"
    r"riferi(?:to|sce|scono|va)|aggiun\w+|precisato|confermato|annunciato|scrive|scrivono|sottolinea(?:to)?|"
    r"bestätigte[n]?|betonte[n]?|meldete[n]?|meldet|mitteilte[n]?|erklärten|sagten|schrieb|schreibt|warnte[n]?|"
    r"versicherte[n]?|schrijft|schreef|meldt|bericht(?= (?:de|het|een|dat)\b)|"
    r"laat weten|liet weten|verklaart|verklaarde|bevestigt|"
    r"bevestigde|zeggen|zeiden|vertellen|stelt|"
    r"assicura(?:to|ta|no)?|ammesso|assur\w+|soulign(?:e|é|ent|ait)|ajout(?:e|é|ent)|confirm(?:e|é|ent)|"
    r"przekazał\w*|podał[aoiy]?|podaje|dodał\w*|mówi[ąłl]?\w*|napisał\w*|zapewnił\w*|potwierdził\w*|oświadczył\w*|"
    r"stwierdził\w*|zaznaczył\w*|wyjaśnił\w*|informoval[aiy]?|napsal[aiy]?|píše|vysvětlil[aiy]?|upozornil[aiy]?|"
    r"popsal[aiy]?|пояснил\w*|добавил\w*|подчеркнул\w*|уточнил\w*|написал\w*|пишет|передаёт|передает|сообщает|"
    r"говорит|говорят|сказа[вл]\w*|заяви[вл]\w*|пояснив|дода[вл][аи]?|пише|каже|кажуть|зазначи[вл]\w*|"
    r"за словами|за даними|açıkladı\w*|belirtti\w*|bildirdi\w*|kaydetti\w*|konuştu\w*|aktardı\w*|vurguladı\w*|"
    r"savundu\w*|ifadelerini kullandı|a (?:adăugat|explicat|transmis|anunțat|scris|susținut)|scrie|susține|"
    r"πρόσθεσε|εξήγησε|επισήμανε|γράφει|μετέδωσε|σημείωσε|λέει|ανακοίνωσε|υποστήριξε|"
    r"tambah|imbuh|ungkap|jelas|tillägger|bekräftar|bekräftade|skriver|udtaler|bekræfter|bekrefter|uttaler|"
    r"съобщи|אמרה?|אמרו|מסרה?|לדברי|לפי|گفت|گفته|گفتند|افزود|اعلام کرد)\b"
    r"|ने कहा|के अनुसार|बताया|के मुताबिक"
    r"|によると|によれば|と述べ|と話|と語"
    r"|表示|告[诉訴]|透露|指出|介[绍紹]|[说說讲講称稱][，。:：]|[说說]$|回[忆憶]|[显顯]示|[据據]|获悉|獲悉|"
    r"看到的|读到的"
    r"|말했|밝혔|전했|설명했|따르면"
    r"|قال|أعلن|صرح|أكد|أوضح|وفقا|بحسب"
)
_HAS = re.compile(
    r"\b(?:ha(?:s|ve)?|a|teve|heeft) (?:obtained|seen|learned|reviewed|looked|got|been|gone|examined|read|pu |obtenu|"
    r"consult|retrouv|rencontr|tenido|podido|obtenido|visionato|potuto|ottenuto|acesso|ingezien)"
)
_THAT = re.compile(r"\s(?:that|que|che|dass|dat|że|что)\b")
_EDGE = re.compile(r"[,;:.!?\"“”«»„「」、。]+\s|[\"“”«»„「」、。]|\s[–—-]\s|[.!?]$")
_THE_AGENCY = AnyCase(
    r"\b(?:the (?:news )?agency|la agencia|l['’]agence|l['’]agenzia|a agência|die agentur|der agentur|het persbureau|"
    r"agencj[aię]|agentu[řr]\w{1,3}|агентств\w+|агенці\w+|uutistoimisto\w*|nyhetsbyrån?|nyhedsbureauet|"
    r"ajans\w{1,4}|hírügynökség\w*|agenției|kantor berita|hãng (?:tin|thông tấn)|πρακτορεί\w+|"
    r"this (?:news )?agency|esta agencia|cette agence|diese[rn]? agentur|questa agenzia|"
    r"esta agência|"
    r"(?:told|tells|to|with|by) the (?:newspaper|paper|daily)|(?:au|par le) (?:journal|quotidien)|"
    r"(?:al|con el|por el) (?:diario|periódico|rotativo)|(?:al|dal) (?:giornale|quotidiano)|"
    r"(?:ao|pelo) (?:jornal|diário)|der zeitung|dem blatt|(?:tegen|door|aan) de krant|"
    r"(?:till|av|til|av|af) (?:tidningen|avisen|avisa)|газет[еою]й?|газеті|gazetie|gazeteye)\b"
    r"|الوكالة|للوكالة|סוכנות הידיעות|एजेंसी|خبرگزاری"
    r"|通信社|同通信|通讯社|通訊社|[该該]社|本社记者|本社記者"
)
_DATELINE = re.compile(r"\s*[)\]】]")
_DATED = re.compile(r"[()\[\]（）【】\d]|[-–—:电電]\s*$")
"""What a credit has that is a dateline and no clause."""
_PLACE_AHEAD = re.compile(r"\W*[^\W\d_a-z]{3}|[^.]{0,40}\d{1,2}\.? [^\W\d_]{3,12},? $")
_QUOTED = re.compile(r"[\"“”«»„「」]")
_COMMA = re.compile(r"[,，、]")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


def says_so(text: str) -> bool:
    """Return whether a text has a word by which somebody says something."""
    return _SAYS_SO.find(text) is not None


def said_by(text: str, start: int, end: int) -> bool:
    """Return whether a stretch of text begins with a word by which somebody says something."""
    found = _SAYS_SO.every(text, start, min(end, start + _LONGEST_VERB))
    return bool(found) and found[0][0] == start


def said_at_last(text: str, span: Span) -> Span | None:
    """Return the last word of a stretch of text by which somebody says something."""
    return _verb(text, span)


def is_told_to_an_outlet(article: Article, span: Span) -> bool:
    """Return whether a stretch of an article is no more than that somebody told a name something: "told Interline"."""
    found = _TO_OUTLET.match(article.text, *span)
    return found is not None and found.end() == span[1]


def is_newsy(name: str) -> bool:
    """Return whether a name has a word such as "Courier" in it, and is no authority's."""
    return not _NEWSY.isdisjoint(name.lower().split()) and _OFFICE.find(name) is None


_LONGEST_VERB = 30
"""Code points of the longest word or two by which somebody says something."""


def credit_changes(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived, known: Sequence[Article] = ()
) -> Iterator[Change]:
    """Yield the credits in linked sentences that the target left out or gave to an outlet that no source knows."""
    asked = [p for p in linked if not _is_taken_over(source, target, p, kind)]
    if not asked:
        return
    names = (*agencies(source), *_told_its_own(source))
    if source.language != target.language and not (is_latin(source.text) and is_latin(target.text)):
        yield from _told_to_all(source, target, asked, kind, names)
        names = tuple(n for n in names if _keeps_its_letters(n, target) or mentions(target.text, [n]))
    if source.language != target.language:
        names = (*names, *(n.capitalize() for n in names if n.isupper() and n.isalpha() and 2 < len(n) < 6))
    names = _as_written_there(names, target)
    named = {c.agency for c in source.credits} & {c.agency for c in target.credits}

    @cache
    def credited() -> bool:
        return bool(named) or any(is_credited(target, target.sentences[p.right], names) for p in linked)

    beside = companions(linked)
    known_there = kind == "translation" and any(mentions(target.text, [n]) for n in names)
    told: set[Span] = set()
    swaps: set[Span] = set()
    for pair in asked:
        sentence = target.sentences[pair.right]
        olds = [s for n in pair.left for s in _credits_in(source, n, names) if s not in told]
        swap = _swapped(source, target, sentence, known) if _may_be_swapped(source, target, pair) else None
        olds = [s for s in olds if not _is_paper_of(source, s, target, beside[pair.right])]
        if olds and not swap and kind in _RETELLING:
            aside = _told_beside(source, target, pair.right, linked, known)
            sentence, swap = aside if aside and aside[1] not in swaps else (sentence, None)
        swaps |= {swap} if swap else set()
        near = [target.sentences[n] for n in beside[pair.right]]
        olds = _that_may_go(source, target, olds, near, kind) if olds else olds
        stays = not olds or pair.weak or kind == "version"
        if not swap and not stays:
            cut = pair.kind in _SAME_WORDS and not any(is_credited(target, s, names) for s in near)
            told_whole = _is_told_one_by_one(pair, kind, near)
            told_whole = told_whole and (
                _is_as_long(source, target, pair, near, linked) or _is_the_one_quoted(source, target, pair, olds, near)
            )
            if not cut and known_there and told_whole:
                olds = [s for s in olds if _names_one(source.text[slice(*s)], names)]
                cut = not any(_names_one(target.text[slice(*s)], names) or is_credited(target, s, names) for s in near)
            cut = cut or _only_emerges(source, target, pair)
            stays = not olds or (credited() and not cut)
        if not swap and stays:
            dropped = _attribution_dropped(source, target, pair) or _put_in(source, target, pair, kind, names)
            if dropped and dropped[0] not in told:
                told.add(dropped[0])
                yield _change(source, target, *dropped)
            continue
        old = olds[0] if olds else _attribution(source, pair)
        clause = swap if target.language in _WITHOUT_SPACES else _clause(target.text, sentence, swap)
        shown = clause if swap else _counterpart(source, target, old, pair, beside[pair.right])
        taken_over = kind in _TAKEN_OVER and pair.kind in _SAME_WORDS
        if shown and not swap and not (taken_over and len(_WORD.findall(target.text, *shown)) >= _FEWEST_SHOWN):
            shown = next(s for s in target.sentences if s[0] <= shown[0] < s[1])
        told |= {old} if old else set()
        yield _change(source, target, old, shown or _likest(source, target, old, near) or sentence)


def _told_to_all(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived, names: Sequence[str]
) -> Iterator[Change]:
    """Yield where the source has somebody tell one of some names, and the target the reporters."""
    if kind != "translation":
        return
    for pair in linked:
        sentence = target.sentences[pair.right]
        place = _REPORTERS.find(target.text[slice(*sentence)])
        text = source.text[source.sentences[pair.left[0]][0] : source.sentences[pair.left[-1]][1]]
        if place is None or pair.weak or len(pair.left) > _FEW or _PRESS_CONFERENCE.find(text) is not None:
            continue
        olds = [s for n in pair.left for s in _credits_in(source, n, tuple(names))]
        if olds:
            yield _change(source, target, olds[0], sentence)


_REPORTERS = AnyCase(
    r"\b(?:told (?:reporters|journalists|the press)|journalisten|reportern|aux journalistes|a (?:los|las) periodistas|"
    r"ai giornalisti|aos jornalistas|till journalister|til journalister|dziennikarzom|novinářům|"
    r"журналист(?:ам|ів)|репорт[её]рам|журналістам|gazetecilere|στους δημοσιογράφους|(?:kepada )?wartawan|"
    r"các phóng viên|újságíróknak|toimittajille|jurnaliștilor)\b"
    r"|للصحفيين|للصحافيين|به خبرنگاران|לעיתונאים|पत्रकारों|"
    r"对记者|對記者|告诉记者|告訴記者|記者団に|記者らに|기자들에게|취재진에"
)
"""Reporters in general, who are told something."""
_PRESS_CONFERENCE = AnyCase(
    r"\b(?:reporters|journalists|news conference|press conference|journalisten|reporter[n]?|pressekonferenz|"
    r"journalistes|conférence de presse|periodistas|rueda de prensa|conferencia de prensa|giornalisti|"
    r"conferenza stampa|jornalistas|coletiva|journalister|presskonferens|pressemøde|pressekonferanse|dziennikarz\w*|"
    r"konferencj\w+|novinář\w*|tiskov\w+|журналист\w*|пресс-конференци\w*|журналіст\w*|пресконференці\w*|"
    r"gazeteci\w*|basın toplantısı\w*|δημοσιογράφ\w*|συνέντευξη τύπου|wartawan|konferensi pers|phóng viên|họp báo)\b"
    r"|الصحفيين|مؤتمر صحفي|خبرنگاران|نشست خبری|पत्रकार|记者会|記者会見|記者團|記者団|发布会|기자회견|기자들"
)
"""The same in the source, or an occasion at which they are told."""


def _as_written_there(names: Sequence[str], target: Article) -> tuple[str, ...]:
    """Return names with those that an article writes without their accents or all in capitals, or spells out."""
    bare = {found for n in names if not n.isascii() and (found := _without_accents(n, target))}
    short = [n for n in names if n.isupper() and n.isalpha() and n.isascii() and len(n) >= _INITIALS_LEAST]
    whole = {found for n in short if (found := _spelt_out(n, target))}
    loud = {n.upper() for n in names if n.islower() and n.isalpha() and len(n) >= _INITIALS_LEAST}
    return (*names, *sorted({*bare, *whole, *loud} - {*names}))


_INITIALS_LEAST = 3
"""Initials that are few enough stand for anything."""


@lru_cache(maxsize=1024)
def _spelt_out(initials: str, article: Article) -> str:
    """Return the words with capitals of an article that begin with some initials, one by one, or nothing."""
    words = r"[ -](?:(?:of|the|de|des|da|do|del|della|di|für|der) )?".join(rf"{c}[^\W\d_]+" for c in initials)
    found = re.search(rf"\b{words}\b", article.text)
    return found.group() if found else ""


def _without_accents(name: str, article: Article) -> str:
    """Return how an article writes a name, if only with other accents, or nothing."""
    at = _bare(article.text).find(_bare(name))
    return article.text[at : at + len(name)] if at >= 0 else ""


@lru_cache(maxsize=64)
def _bare(text: str) -> str:
    """Return a text with each letter without its accents."""
    return "".join(normalize("NFD", c)[0] for c in text)


def _is_taken_over(source: Article, target: Article, pair: Pair, kind: Derived) -> bool:
    """Return whether a sentence is the source's own, so that its credits are; who "told us" told others there.

    What is retold may credit in the next sentence what this one does.
    """
    sentence = target.text[slice(*target.sentences[pair.right])]
    return kind not in _RETELLING and " us" not in sentence and is_the_same(source, target, pair)


def _keeps_its_letters(name: str, target: Article) -> bool:
    """Return whether a name, such as initials in an Arabic text, would stand in an article as it is."""
    return name.isascii() and name.isupper() and name.isalpha() and is_latin(target.text)


def _that_may_go(source: Article, target: Article, olds: list[Span], near: Sequence[Span], kind: Derived) -> list[Span]:
    """Return the credits without those that sentences of the target may hold by another name.

    So are names translated there and back, and "told us" for "told the Courier".
    """
    somebody = any(_told_somebody(target.text, s) for s in near)
    somebody = somebody or any(_has_a_paper(target.text[slice(*s)], target.language) for s in near)
    if somebody and kind == "round-trip translation":
        return []
    if somebody or any(_TO_US.find(target.text[slice(*s)]) for s in near):
        return [s for s in olds if not _TO_US.find(source.text[slice(*s)])]
    return olds


_A_PAPER = AnyCase(
    r"\b(?:the (?:news)?paper|die zeitung|(?:die|der) zeitung|das blatt|de krant|le (?:journal|quotidien)|"
    r"(?:el|al) (?:diario|periódico)|(?:il|al|dal) (?:giornale|quotidiano)|(?:o|ao|pelo) (?:jornal|diário)|tidningen|"
    r"avisen|avisa|gazet[aęiy]e?|dziennik\w*|deník\w*|noviny|газет[аеиіуы]|газетой|газетою|видання|издани[ею]|"
    r"ziarul\w*|εφημερίδας?|gazete\w*|lehti|lehden|lehdelle|az? újság|báo)\b"
    r"|الصحيفة|صحيفة|העיתון|अखबार|报纸|報紙|本[报報](?![告道導导表价價酬])|同紙|紙面|신문|본지|본보|روزنامه"
)
"""A newspaper that is not named."""
_A_PAPER_IN = {"hu": AnyCase(r"\ba lap(?:nak|tól|ban)?\b"), "id": AnyCase(r"\bkoran\b")}
"""The same by words that are others elsewhere."""


def _has_a_paper(text: str, language: str | None) -> bool:
    here = _A_PAPER_IN.get(language or "")
    return _A_PAPER.find(text) is not None or (here is not None and here.find(text) is not None)


def _is_told_one_by_one(pair: Pair, kind: Derived, near: Sequence[Span]) -> bool:
    """Return whether a sentence is the translation of one or two."""
    return kind == pair.kind == "translation" and not pair.weak and max(len(pair.left), len(near)) <= _FEW


def _is_as_long(source: Article, target: Article, pair: Pair, near: Sequence[Span], linked: Sequence[Pair]) -> bool:
    """Return whether sentences are about as long, beside their source's, as others are: none of these was left out."""
    if len(pair.left) == 1:
        return True
    there = {n for p in linked for n in p.left}
    rate = _length(target, {p.right for p in linked}) / max(1, _length(source, there))
    return sum(e - s for s, e in near) >= _SHORTER * rate * _length(source, pair.left)


def _is_the_one_quoted(
    source: Article, target: Article, pair: Pair, olds: Sequence[Span], near: Sequence[Span]
) -> bool:
    """Return whether of two sentences only that which credits quotes, and so does the only one of the target's."""
    quotes = [n for n in pair.left if _QUOTED.search(source.text, *source.sentences[n])]
    if len(near) != 1 or len(quotes) != 1 or _QUOTED.search(target.text, *near[0]) is None:
        return False
    start, end = source.sentences[quotes[0]]
    return any(start <= s < end for s, _ in olds)


def _length(article: Article, sentences: Collection[int]) -> int:
    return sum(article.sentences[n][1] - article.sentences[n][0] for n in sentences)


_SHORTER = 0.75


def is_put_in(change: Change, names: Sequence[str]) -> bool:
    """Return whether a credit gives one of some names, and what it was made from none."""
    was, now = (
        bool(mentions(text or "", names)) or _THE_AGENCY.find(text or "") is not None
        for text in (change.source_text, change.target_text)
    )
    return change.source_text is not None and now and not was


def _names_one(text: str, names: Sequence[str]) -> bool:
    return any(n.casefold() in text.casefold() for n in names)


def _only_emerges(source: Article, target: Article, pair: Pair) -> bool:
    """Return whether a sentence says that something came to light, by no one's doing, and its source does not."""
    here = target.text[slice(*target.sentences[pair.right])]
    there = source.text[slice(*_stretch(source, pair.left))]
    return pair.kind != "translation" and _EMERGES.find(here) is not None and _EMERGES.find(there) is None


_EMERGES = AnyCase(
    r"\b(?:it (?:has (?:now |since )?)?emerged|it can (?:now )?be revealed|(?:came|come) to light|it (?:turns|"
    r"turned) out|"
    r"it has been (?:revealed|reported|claimed|alleged)|it is (?:claimed|alleged|understood|reported)|reportedly|"
    r"reports (?:say|claim|suggest)|according to (?:media |press )?reports|(?:leaked|confidential|secret) "
    r"(?:documents?|papers|emails?|e-mails?|memos?|files|paperwork)|"
    r"wie (?:nun |jetzt |erst )?bekannt wurde|(?:wurde|ist) (?:nun |jetzt )?bekannt geworden|kam heraus|"
    r"stellte sich heraus|"
    r"(?:medien)?berichten zufolge|ans licht (?:kam|gekommen)|"
    r"on (?:apprend|a appris|découvre)|il (?:s['’]avère|est apparu|ressort)|a été révélé|(?:au|"
    r"mis au) grand jour|paraît-il|"
    r"(?:ha|han) trascendido|trascendió|se (?:ha sabido|supo|descubrió)|según (?:parece|ha trascendido|"
    r"informes)|al parecer|"
    r"(?:ha salido|salió|salieron) a la luz|"
    r"è emerso|emerge (?:dalle|dai|dagli|da alcuni)|si (?:è appreso|è saputo|apprende)|a quanto (?:pare|risulta)|"
    r"venut[oaie] alla luce|"
    r"veio à tona|vieram à tona|soube-se|ao que (?:tudo indica|parece)|documentos (?:que vazaram|vazados)|"
    r"naar verluidt|naar nu blijkt|(?:is|zijn) uitgelekt|uitgelekte|aan het licht|"
    r"(?:jak się )?okaz(?:uje|ało) się|wyszł[oay] na jaw|podobno|vyšl[oay] najevo|ukázalo se|údajně|"
    r"(?:как )?стало известно|(?:как )?выяснилось|как оказалось|(?:як )?стало відомо|(?:як )?з['’ʼ]ясувалося|"
    r"det har (?:framkommit|kommit fram)|det er kommet (?:frem|fram)|enligt uppgift|efter sigende|"
    r"ortaya çıktı|öğrenildi|öne sürüldü|iddia edildi|έγινε γνωστό|αποκαλύφθηκε|όπως προέκυψε|s-a aflat|"
    r"a ieșit la iveală|"
    r"kiderült|állítólag|kävi ilmi|paljastui|tiettävästi|terungkap|dikabarkan|hé lộ|được biết|imebainika)\b"
    r"|ことが(?:分か|わか)った|が明らかになった|が判明した|据悉|據悉|据了解|據了解|据报道|據報導|알려졌다|드러났다|밝혀졌다"
    r"|تبين أن|اتضح أن|معلوم شد|מסתבר|התברר|נודע|पता चला|बताया जाता है"
)
"""What says that something became known, and not through whom."""
_FEW = 2
"""Sentences, at most, that stand for each other in a translation."""
_RETELLING: frozenset[Derived] = frozenset({"rewrite", "summary"})


def _told_beside(
    source: Article, target: Article, right: int, linked: Sequence[Pair], known: Sequence[Article]
) -> tuple[Span, Span] | None:
    """Return the sentence right before or behind one, of no counterpart, in which the outlet says that it was told."""
    done = {p.right for p in linked}
    for n in (right + 1, right - 1):
        if 0 <= n < len(target.sentences) and n not in done:
            sentence = target.sentences[n]
            if swap := _swapped(source, target, sentence, known):
                return sentence, swap
    return None


_SAME_WORDS = ("verbatim", "edited")
"""Kinds of pairs in which a credit that is not in the sentence was taken out of it, though others be left."""


def _change(source: Article, target: Article, old: Span | None, new: Span) -> Change:
    was = source.text[slice(*old)] if old else None
    return Change(source.id, target.id, "credit", old, new, was, target.text[slice(*new)])


def _attribution_dropped(source: Article, target: Article, pair: Pair) -> tuple[Span, Span] | None:
    """Return the clause that says who says so, where the target has the sentence without it and none of its own.

    Only the same words without the clause show that: a sentence told anew can say it in another way.
    """
    if len(pair.left) != 1 or pair.weak or source.language != target.language:
        return None
    start, end = source.sentences[pair.left[0]]
    begin, stop = target.sentences[pair.right]
    stretch = target.text[begin:stop]
    if (
        source.text[start:end] == stretch
        or _says_as_often(stretch, source.text[start:end])
        or not (verb := _verb(source.text, (start, end)))
    ):
        return None
    for clause, ahead in _outer_clauses(source.text, (start, end)):
        if not clause[0] <= verb[0] < clause[1] or _QUOTED.search(source.text, *clause):
            continue
        if not ahead and not may_name_who_says(source.text, clause, verb):
            continue
        words = _WORD.findall(source.text, clause[1], end) if ahead else _WORD.findall(source.text, start, clause[0])
        ours = _WORD.findall(target.text, begin, stop)
        if len(words) >= 5 and _likeness([w.lower() for w in words], [w.lower() for w in ours]) >= 0.8:
            place = begin if ahead else stop - 1
            shown = _clause(target.text, (begin, stop), (place, place)) or (begin, stop)
            return clause, shown if ahead else (shown[0], stop)
    return None


_TAKEN_OVER: frozenset[Derived] = frozenset({"copy", "excerpt", "version"})
"""Kinds of targets that take sentences over as they stand, where a clause shows what is missing."""
_BESIDE_VERB = 24
"""Code points between the verb and the name of the one that was told."""


def _put_in(
    source: Article, target: Article, pair: Pair, kind: Derived, names: Sequence[str]
) -> tuple[Span, Span] | None:
    """Return the clauses by which the target has somebody tell an agency what the source has told to nobody.

    Nor may the sentences beside it say whom.
    """
    if kind not in _CUT_OUT_OF or len(pair.left) != 1 or pair.weak or pair.kind not in _SAME_WORDS or not names:
        return None
    if source.language != target.language or not (new := _told_an_agency(target, pair.right, names)):
        return None
    beside = source.sentences[max(0, pair.left[0] - 1) : pair.left[0] + 2]
    verb = _verb(source.text, source.sentences[pair.left[0]])
    if not verb or any(is_credited(source, s, names) or _TO_US.find(source.text[slice(*s)]) for s in beside):
        return None
    if any(_told_somebody(source.text, s) for s in beside):
        return None
    old = _clause(source.text, source.sentences[pair.left[0]], verb)
    return (old, new) if old else None


def _told_an_agency(article: Article, n: int, names: Sequence[str]) -> Span | None:
    """Return the clause of a sentence by which somebody tells one of `names`, right behind the verb, or the agency."""
    text, (start, end) = article.text, article.sentences[n]
    for s, e in sorted((*mentions(text[start:end], names), *_THE_AGENCY.every(text[start:end], 0, end - start))):
        verbs = _SAYS_SO.every(text, max(start, start + s - _BESIDE_VERB), start + s)
        between = text[verbs[-1][1] : start + s] if verbs else ", "
        if not _EDGE.search(between) and all(len(word) <= _TELLING for word in _WORD.findall(between)):
            return _clause(text, (start, end), (start + s, start + e))
    return None


_CUT_OUT_OF: frozenset[Derived] = frozenset({"copy", "excerpt"})


def is_dated(credit: Credit, start: int, end: int) -> bool:
    """Return whether a credit in a stretch is a dateline, which says nothing."""
    there = credit.span[0] < end and start < credit.span[1]
    return there and _DATED.search(credit.text) is not None and _SAYS_SO.find(credit.text) is None


def _says_as_often(sentence: str, source: str) -> bool:
    """Return whether a sentence says who says so as often as its source does, or quotes and does not say whom."""
    times = times_said(sentence)
    return times >= times_said(source) or (not times and _QUOTED.search(sentence) is not None)


@lru_cache(maxsize=2048)
def times_said(sentence: str) -> int:
    """Return how often a sentence says who says so; remembered, as copies of an article share it."""
    return len(_SAYS_SO.every(sentence, 0, len(sentence)))


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of each of two runs of words stands in the other, in order, the less."""
    return float(LCSseq.similarity(one, other)) / max(len(one), len(other), 1)


def _outer_clauses(text: str, sentence: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the first clause of a sentence, as far as a comma, and the last, and whether it is the first."""
    start, end = sentence
    commas = [m.start() for m in _COMMA.finditer(text, start, end - 1)]
    if commas:
        yield (start, commas[0]), True
        last = commas[-1] + 1
        yield (last + (text[last] == " "), end), False


_SEEN = ("seen by", "obtained by", "reviewed by")
_HAS_SEEN = re.compile(
    r"(?<![\w&'’-])(?P<name>[^\W\d_a-z][\w&'’-]*(?: [^\W\d_a-z][\w&'’-]*){0,3}) "
    r"(?:(?:has|have) (?:obtained|seen|learned|reviewed)|"
    r"ha[rt] (?:tagit del av|sett|läst|fått|set|læst|sett|lest|fått tilgang)|hat (?:eingesehen|erfahren)|vorliegt|"
    r"a (?:pu consulter|obtenu|consulté)|ha (?:tenido acceso|podido|visionato|potuto)|teve acesso|heeft ingezien|"
    r"má k dispozici|on nähnyt)\b"
)
"""What an outlet says that it saw."""
_SEES = Literals((
    " obtained", " seen", " learned", " reviewed", " tagit del av", " sett", " läst", " fått", " set", " læst",
    " lest", " eingesehen", " erfahren", "vorliegt", "a pu consulter", "a obtenu", "a consulté", "ha tenido acceso",
    "ha podido", "ha visionato", "ha potuto", "teve acesso", "heeft ingezien", "má k dispozici", "on nähnyt",
))  # fmt: skip
"""One of these stands in all that says so."""
_FOUND_BY = re.compile(
    r"\b(?:investigation|analysis|inquiry|survey|review|probe|report) (?:by|in) "
    r"(?P<name>The [A-Z][\w&-]+(?: (?:& )?[A-Z][\w&-]+){0,3})"
)
"""A newspaper that found a thing out: within a sentence no others write their article with a capital."""
_ARTICLE = "The "
_CALLED = re.compile(
    r"\b(?:newspaper|newspapers|daily|weekly|news (?:agency|site|website|service)|broadcaster|krant|dagblad|persbureau|"
    r"weekblad|[Nn]achrichtenagentur|[Pp]resseagentur|(?:Tages|Wochen)?[Zz]eitung|quotidien|hebdomadaire|journal local|"
    r"agence de presse|diario|periódico|rotativo|semanario|agencia de noticias|giornale|quotidiano|settimanale|"
    r"agenzia di stampa|jornal|diário|semanário|agência de notícias|(?:dags)?tidningen|nyhetsbyrån|avisen|"
    r"nyhedsbureauet|nyhetsbyrået|gazet[aęyi]e?|dziennik(?:a|owi|iem)?|tygodnik(?:a|owi)?|"
    r"agencj[aięą] (?:prasow\w+|informacyjn\w+)|deník(?:u|em)?|týdeník(?:u)?|agentur[aeuy]|газет[аеуыо]й?|"
    r"агентств[оауе]м?|издани[еюя]м?|газет[іи]|видання|виданню|агентств[оау]|агенці[яїю]|ziarul(?:ui)?|"
    r"cotidianul(?:ui)?|"
    r"εφημερίδα[ς]?|πρακτορεί(?:ο|ου)|harian|surat kabar|kantor berita|báo) "
    r"[«„“\"‘”]?(?P<name>[^\W\d_a-z][\w&'’-]{2,}"
    r"(?:(?: (?:de|del|di|da|do|van|der|des|of|the|la|le|el))? [^\W\d_a-z][\w&'’-]+){0,3})"
)
"""A newspaper or an agency by its name, behind what it is: "the newspaper Courant"."""
_INITIALS = re.compile(r"[(（]([A-Z]{2,6})[)）]")
"""Initials behind the name that they stand for."""


@lru_cache(maxsize=256)
def agencies(article: Article) -> tuple[str, ...]:
    """Return the names under which an article's agencies and outlet go in its text, longest first."""
    names = {c.agency for c in article.credits} | {
        article.text[slice(*c.span)] for c in article.credits if len(c.text) < 40
    }
    if article.document.outlet:
        names.add(article.document.outlet)
    plainly = [m for line in _lines_that_tell(article.text) for m in _TO_OUTLET.finditer(article.text, *line)]
    behind = _TO_OUTLET_BEHIND.finditer(article.text) if _TOLD_BEHIND.inside(article.text) else ()
    told = [*plainly, *behind]
    sees = _HAS_SEEN.finditer(article.text) if _SEES.inside(article.text) else ()
    seen = {m["name"] for m in told if m.group().startswith(_SEEN)} | {m["name"] for m in sees}
    lines = {line.strip() for line in article.text.split("\n") if len(line) < _LONGEST_PAPER}
    twice = seen & ({m["name"] for m in told if not m.group().startswith(_SEEN)} | lines)
    for name in sorted({m["name"] for m in told}):
        initials = "".join(word[0] for word in name.split())
        newsy = set(name.lower().split()) & _NEWSY and _OFFICE.find(name) is None
        if (name.isupper() and 2 <= len(name) <= 5) or newsy or initials in names:
            names.add(name)
    names |= twice | {m["name"] for m in plainly if any(_signs(line, m["name"]) for line in lines)}
    found = {m["name"] for m in (*plainly, *_FOUND_BY.finditer(article.text)) if m["name"].startswith(_ARTICLE)}
    names |= found | {name.removeprefix(_ARTICLE) for name in found}
    names |= {m[1] for c in article.credits for m in _INITIALS.finditer(c.text)}
    names |= _in_short(names, {m["name"] for m in plainly})
    names |= set() if article.text.isascii() else {m["name"] for m in _TO_OUTLET_CYRILLIC.finditer(article.text)}
    names |= _papers(article) | {m["name"] for m in _CALLED.finditer(article.text)}
    small = {c.agency for c in article.credits if len(c.agency) < 6 and c.agency.isalpha()}  # as dpa writes itself
    small |= _small_signs(article.text)
    names |= small
    names = {n for n in names if len(n) > 1 and (n in small or (not n[0].islower() and not n.islower()))}
    for name in sorted(names):
        letters = "".join(w[0] for w in name.split() if w[0].isupper())
        if len(letters) > 2 and re.search(rf"\b{re.escape(letters)}\b", article.text):
            names.add(letters)
        if name.isupper() and 2 < len(name) < 6 and name.isalpha():
            full = re.search(r"\b" + r"\s".join(rf"{c}[a-z]+" for c in name) + r"\b", article.text)
            names |= {full.group()} if full else set()
    return tuple(sorted(names, key=lambda n: (-len(n), n)))


def _small_signs(text: str) -> set[str]:
    """Return the initials in small letters that sign a dateline and stand elsewhere too: "Bern (npa) - "."""
    signs = {m["name"] for m in _SMALL_SIGN.finditer(text)} if "(" in text else set()
    return signs.intersection(_SMALL_WORD.findall(text)) if signs else signs


_SMALL_WORD = re.compile(r"(?<![\w(])[a-zäöü]{3,6}(?![\w)])")
_SMALL_SIGN = re.compile(r"^[^\W\d_][^\n()]{1,50} \((?P<name>[a-zäöü]{3,6})\)[.:]? ?[-–—] ", re.MULTILINE)
_OFFICE = AnyCase(
    r"\b(?:tax|revenue|space|police|security|health|medicines?|environment(?:al)?|weather|meteorolog\w+|energy|atomic|"
    r"protection|safety|standards|food|drugs?|emergency|intelligence|employment|migration|transport|aviation|maritime|"
    r"railways?|travel|estate|patent|border|crime|disaster|resources|licensing|housing|"
    r"tributaria|espacial|estatal|spatiale|nationale de|régionale|spaziale|entrate|delle dogane)\b"
)
"""What is in the name of an agency that is an authority or sells something, and tells no news."""


def _lines_that_tell(text: str) -> Iterator[Span]:
    """Yield the lines of a text that may say who told an outlet something."""
    tells = _tells_in(text)
    start = 0
    for line in text.split("\n") if tells else ():
        if any(map(line.__contains__, tells)):
            yield start, start + len(line)
        start += len(line) + 1


def _signs(line: str, name: str) -> bool:
    """Return whether a line ends with a name as bylines do: "By Ann Doe, Interline"."""
    return line.endswith(name) and line[: -len(name)].rstrip()[-1:] in tuple(",/|·—–")


@lru_cache(maxsize=256)
def _told_its_own(article: Article) -> tuple[str, ...]:
    """Return the names by which an article says whom somebody told, that stand in its first lines by themselves."""
    told = {m["name"] for line in _lines_that_tell(article.text) for m in _TO_OUTLET.finditer(article.text, *line)}
    banner = _banner(article.text) if told else frozenset()
    return tuple(sorted(name for name in told - {*agencies(article)} if name.casefold() in banner))


def _banner(text: str) -> frozenset[str]:
    """Return the parts of a text's first lines, in small letters: "COURANT | News | Sport"."""
    lines = text.split("\n", _BANNER_LINES)[:_BANNER_LINES]
    return frozenset(part.strip() for line in lines for part in _PARTS.split(line[:_BANNER_LONGEST].casefold()))


_BANNER_LINES = 3
_BANNER_LONGEST = 400
"""Code points of a line in which a page names itself."""
_PARTS = re.compile(r" [-–—|/·•>›»:] |\t|  +")


def _in_short(names: Collection[str], told: Collection[str]) -> set[str]:
    """Return words of names that stand for the whole: whom somebody `told`, as in "told Rafid", and "the Courant"."""
    newsy = [name for name in names if " " in name and set(name.lower().split()) & _NEWSY]
    long = [name.split() for name in newsy if _OFFICE.find(name) is None]
    return {w for words in long for w in words if w in told or plain(w) in _NEWS_WORDS}


@lru_cache(maxsize=256)
def _papers(article: Article) -> frozenset[str]:
    """Return the names of newspapers and the like that an article speaks of, by a word such as "Courier" in them."""
    several = (n for sentence in names_of(article) for n in sentence if len(n.words) > 1)
    found = (n for n in several if not _NEWS_WORDS.isdisjoint(n.words))
    written = (article.text[n.start : n.end] for n in found if n.end - n.start < _LONGEST_PAPER)
    return frozenset(name for name in written if _OFFICE.find(name) is None)


def _is_paper_of(source: Article, clause: Span, target: Article, near: Sequence[int]) -> bool:
    """Return whether a clause names a paper of which the target's sentences have a part of the name at least."""
    papers = [paper for paper in _papers(source) if paper in source.text[slice(*clause)]]
    words = {w for paper in papers for w in _WORD.findall(paper) if len(w) > 3 and w[0].isupper()}
    return any(w in target.text[slice(*target.sentences[n])] for n in near for w in sorted(words))


_LONGEST_PAPER = 40
"""Code points."""


def mentions(text: str, names: Sequence[str]) -> list[Span]:
    """Return where a text has one of some names."""
    if not names:
        return []
    return [m.span() for m in _any_of(tuple(names)).finditer(text if text.isascii() else text.translate(_NARROW))]


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z0-9])(?:" + "|".join(map(re.escape, names)) + r")(?![a-z])")


def _is_of_a_speaker(sentence: str, start: int) -> bool:
    """Return whether "our" is somebody's who says so in the same sentence, and not the newsroom's."""
    return _OURS.match(sentence, start) is not None and says_so(sentence)


_OURS = re.compile(r"our|nos|notre|unsere|nuestr|i nostr|onze|våra|vores|våre|наш|нашим|naszych", re.IGNORECASE)
"""How it begins where a newsroom's own work is named."""
_NARROW = {0xFF21 + i: 0x41 + i for i in range(26)} | {0xFF41 + i: 0x61 + i for i in range(26)}


@lru_cache(maxsize=2048)
def _credits_in(article: Article, n: int, names: tuple[str, ...]) -> tuple[Span, ...]:
    """Return the clauses of a sentence that credit one of `names`; a dateline's brackets are not a clause."""
    start, end = article.sentences[n]
    out: list[Span] = []
    stretch = article.text[start:end]
    if _is_signature(stretch, names):
        return ()
    own = _THE_AGENCY.every(stretch, 0, len(stretch)) if article.credits else []
    if _may_speak_of_us(article.text, article.sentences[n]):
        us = _TO_US.every(stretch, 0, len(stretch))
        own += [(s, e) for s, e in us if not (is_quoted(article, start + s) or _is_of_a_speaker(stretch, s))]
    for s, e in sorted((*mentions(stretch, names), *own)):
        around = [c for c in article.credits if c.span[0] < start + e and start + s < c.span[1]]
        if _is_dateline(article.text, (start, end), (start + s, start + e), around):
            continue
        clause = _clause(article.text, (start, end), _with_marks(article.text, (start + s, start + e)))
        if (
            around
            or (s, e) in own
            or (clause and _SAYS_SO.every(article.text, *clause))
            or (clause and _OWN_WORK.every(article.text, *clause))
            or (clause and _is_whom_was_told(article.text, clause, start + s) and says_so(stretch))
            or _TO_OUTLET.search(article.text, start, end)
        ):
            out.append(clause or (start, end))
    return tuple(c for c in out if not any(c != o and o[0] <= c[0] and c[1] <= o[1] for o in out))


_OWN_WORK = AnyCase(
    r"\b(?:(?:investigation|analysis|inquiry|survey|review|probe) by|has (?:found|learned|established|obtained)|"
    r"can reveal|(?:seen|obtained|viewed|reviewed|examined|analysed|analyzed|commissioned) by|"
    r"recherchen? (?:von|de[sr])|auswertung (?:von|de[sr])|vorlieg(?:t|en)|eingesehen|herausgefunden|"
    r"enquête (?:de|du|d['’])|analyse (?:de|du|d['’])|(?:consultée?s?|obtenue?s?|vue?s?) par|a (?:appris|"
    r"découvert|établi)|"
    r"(?:investigación|análisis) (?:de|del)|(?:consultad|obtenid|revisad|analizad)[oa]s? por|ha (?:averiguado|sabido)|"
    r"(?:inchiesta|analisi) (?:de\w*|di)|(?:visionat|consultat|ottenut|esaminat|vist)[oaie] d(?:a|al|alla|all['’])|"
    r"(?:levantamento|apuração|investigação|análise) d[aoe]s?|(?:obtid|analisad|consultad)[oa]s? pel[oa]s?|apurou|"
    r"(?:onderzoek|analyse) van|(?:gezien|verkregen|ingezien) door|"
    r"granskning|tagit del av|gennemgang|gjennomgang|ustalenia|ustaleń|widział[aoy]?|obejrzał[aoy]?|"
    r"zjištění|zjistil[aoiy]?|nahlédl[aoiy]?|расследовани[еяю]|выяснил[аои]?|установил[аои]?|розслідуванн[яі]|"
    r"araştırması\w*|ulaştığı|incelediği|έρευνα τ(?:ης|ου)|investigația|selvityksen)\b"
    r"|の調べ|の取材|が入手|调查发现|調查發現|取得的|获得的|獲得的|취재|입수한|확보한|تحقيق|اطلعت|حصلت"
)
"""What says that somebody found a thing out, or has seen it."""


def _is_whom_was_told(text: str, clause: Span, place: int) -> bool:
    """Return whether nothing but a word or two stands before a name in its clause: "said Ann Doe, a nurse, to Ana"."""
    return _WHOM.fullmatch(text, clause[0], place) is not None


_WHOM = re.compile(
    r"(?:to|der|dem|gegenüber|tegen|aan|à|a|al|alla|ao|till?|do|dla|pro) (?:(?:the|der|dem|het|de|la|le) )?"
)


def _is_signature(sentence: str, names: Sequence[str]) -> bool:
    """Return whether a sentence names an agency and says nothing: "© Interline", "Source: Interline"."""
    if len(sentence) > _LONGEST_SIGNATURE:
        return False
    found = mentions(sentence, names)
    rest = sentence
    for start, end in reversed(found):
        rest = rest[:start] + rest[end:]
    return bool(found) and all(w.lower() in words_of("byline") for w in _WORD.findall(rest))


_LONGEST_SIGNATURE = 60


def _with_marks(text: str, mention: Span) -> Span:
    """Return where a name stands, with the quotation marks around it: they part no clauses."""
    start, end = mention
    while end < len(text) and text[end].isalpha():  # what grammar adds
        end += 1
    quoted = text[max(0, start - 1) : start] in _OPENS and text[end : end + 1] in _CLOSES
    return (start - 1, end + 1) if quoted else mention


_OPENS, _CLOSES = tuple('«„“"「'), tuple('»“”"」')


def _is_dateline(text: str, sentence: Span, mention: Span, around: Sequence[Credit]) -> bool:
    if _DATELINE.match(text, mention[1]) or any(_DATED.search(c.text) for c in around):
        return True
    return text[mention[1] : mention[1] + 1] == ":" and bool(_PLACE_AHEAD.match(text[sentence[0] : mention[0]]))


def is_credited(article: Article, sentence: Span, names: Sequence[str]) -> bool:
    """Return whether a sentence has one of some names, or speaks of an agency or a newspaper without a name."""
    stretch = article.text[slice(*sentence)]
    if article.language in INFLECTING:  # "Reuterom"
        names = [n[:-1] if len(n) > 5 else n for n in names]
        return any(n in stretch for n in names) or bool(_THE_AGENCY.find(stretch))
    return bool(mentions(stretch, names) or _THE_AGENCY.find(stretch))


def _swapped(source: Article, target: Article, sentence: Span, known: Sequence[Article]) -> Span | None:
    """Return where the target's sentence says it was told to a name that no source holds.

    Across languages only what the target's own newsroom was told counts, and that where the source names whom it told.
    """
    if source.language != target.language:
        return _told_us(source, target, sentence)
    if own := _told_us(source, target, sentence):
        return own
    outlets = _told_outlets(target.text, sentence)
    texts = [_bare(article.text).casefold() for article in (source, *known)] if outlets else []
    for m in outlets:
        ours = m["name"] == "us"
        strange = not (is_quoted(target, m.start()) if ours else _is_known_to(texts, m["name"]))
        if strange and _is_outlet(target, m["name"]):
            return m.span()
    return None if target.text.isascii() else _told_in_other_scripts(source, target, sentence, texts)


def _may_be_swapped(source: Article, target: Article, pair: Pair) -> bool:
    """Return whether the target may say that it was told what others were: in a translation of what names these."""
    if source.language == target.language:
        return True
    told = (*agencies(source), *_told_its_own(source))
    return any(mentions(source.text[slice(*source.sentences[n])], told) for n in pair.left)


def _is_known_to(texts: Sequence[str], name: str) -> bool:
    """Return whether one of some texts, in small letters without accents, has a name, or its initials."""
    initials = "".join(w[0] for w in name.split() if w[0].isupper()).casefold()
    short = re.compile(rf"\b{re.escape(initials)}\b") if len(initials) >= _INITIALS_LEAST else None
    whole = _bare(name).casefold()
    return any(whole in text or (short is not None and short.search(text)) for text in texts)


def _told_in_other_scripts(source: Article, target: Article, sentence: Span, texts: Sequence[str]) -> Span | None:
    """Return the same where names have no capitals, or are written with an ending."""
    for m in _TO_OUTLET_CYRILLIC.finditer(target.text, *sentence):
        if not any(_stems(_bare(m["name"])) <= _stems(text) for text in texts) and _is_own(target, m["name"]):
            return m.span()
    for m in _TO_OUTLET_HAN.finditer(target.text, *sentence):
        name = m["name"] or m["seen"]
        if name not in source.text and _is_signed(target, name):
            return m.span()
    return None


def _stems(text: str) -> set[str]:
    """Return the beginnings of words, without what grammar adds."""
    return {w[:5] for w in _WORD.findall(text.casefold()) if len(w) > 2}


def _is_own(article: Article, name: str) -> bool:
    """Return whether a name, in whatever case, is the outlet's, or stands in the first or last lines."""
    edges = (*article.furniture, *article.sentences[:2], *article.sentences[-3:])
    own = [article.document.outlet or "", *(article.text[slice(*s)] for s in edges)]
    return any(_stems(name) <= _stems(text) for text in own)


def is_quoted(article: Article, place: int) -> bool:
    """Return whether a place of an article stands in quotation marks."""
    return any(start <= place < end for start, end in article.quotes)


def _told_us(source: Article, target: Article, sentence: Span) -> Span | None:
    """Return where the target's own words say that it was told, or has seen, what the source says of nobody so."""
    for span in _TO_US.every(target.text, *sentence) if _may_speak_of_us(target.text, sentence) else ():
        if not is_quoted(target, span[0]) and not _speaks_of_us(source):
            return span
    if source.language != target.language:
        return None
    for m in _OUTLET_HAS.finditer(target.text, *sentence) if _HAS.search(target.text, *sentence) else ():
        if m["name"].casefold() not in source.text.casefold() and _is_outlet(target, m["name"]):
            return m.span()
    return None


@lru_cache(maxsize=256)
def _speaks_of_us(article: Article) -> bool:
    """Return whether an article says anywhere that its own newsroom was told or has seen something."""
    return _TO_US.find(article.text) is not None


def _may_speak_of_us(text: str, sentence: Span) -> bool:
    small = lowered(text)
    return small is None or any(map(small[max(0, sentence[0] - 1) : sentence[1] + 1].__contains__, _us_in(text)))


@lru_cache(maxsize=8)
def _us_in(text: str) -> tuple[str, ...]:
    small = lowered(text)
    return _US.strings if small is None else _US.inside(small)


def _told_outlets(text: str, sentence: Span) -> tuple[re.Match[str], ...]:
    """Return where a sentence says that somebody told an outlet."""
    if not any(map(text[slice(*sentence)].__contains__, _tells_in(text))):
        return ()
    return tuple(_TO_OUTLET.finditer(text, *sentence))


@lru_cache(maxsize=8)
def _tells_in(text: str) -> tuple[str, ...]:
    return _TELLS.inside(text)


def _told_somebody(text: str, sentence: Span) -> bool:
    """Return whether a sentence names whom somebody told, by whatever name it came out in another language."""
    return bool(_told_outlets(text, sentence) or _TO_OUTLET_CYRILLIC.search(text, *sentence))


def _is_signed(article: Article, name: str) -> bool:
    """Return whether the first or last lines of an article, or its furniture, hold a name."""
    edges = (*article.furniture, *article.sentences[:2], *article.sentences[-3:])
    return any(name in article.text[slice(*s)] for s in edges)


def _is_outlet(article: Article, name: str) -> bool:
    """Return whether a name is the article's own outlet: it says so, or stands in its furniture, first or last line."""
    name = re.sub(r"['’]s$", "", name)
    if (
        name == "us"
        or name.startswith("this ")
        or name == article.document.outlet
        or set(name.lower().split()) & _NEWSY
    ):
        return True
    if any(name in article.text[slice(*s)] for s in article.furniture):
        return True
    body = article.sentences[2:-3]
    between = article.text[body[0][0] : body[-1][1]] if body else ""
    told = sum(m["name"] == name for m in _TO_OUTLET.finditer(between))
    edges = (*article.sentences[:2], *article.sentences[-3:])
    signed = any(name in _TO_OUTLET.sub("", article.text[slice(*s)]) for s in edges)
    return signed and between.count(name) == told


def _counterpart(source: Article, target: Article, old: Span | None, pair: Pair, near: Sequence[int]) -> Span | None:
    """Return the clause of some sentences of the target that stands for one of the source.

    Those that say who says so come first, then those with its words, then the one nearest to its place.
    """
    text = target.text
    theirs = [w.lower() for w in _WORD.findall(source.text, *old)] if old else []

    def likeness(clause: Span) -> float:
        ours = [w.lower() for w in _WORD.findall(text, *clause)]
        return 2.0 * LCSseq.similarity(theirs, ours) / max(1, len(theirs) + len(ours))

    sentences = [target.sentences[n] for n in near]
    clauses = [c for s in sentences for place in _starts(text, s) if (c := _clause(text, s, (place, place + 1)))]
    saying = [c for c in clauses if _SAYS_SO.every(text, *c)]
    there = _stretch(source, pair.left)
    here = _stretch(target, near)

    def apart(clause: Span) -> float:
        if old is None or source.language == target.language:
            return 0.0
        return abs((clause[1] - here[0]) / (here[1] - here[0]) - (old[1] - there[0]) / (there[1] - there[0]))

    best = max(saying or clauses, key=lambda c: (likeness(c), -apart(c), -c[0]), default=None)
    return best if best and (saying or likeness(best) >= 0.3) else None


def _stretch(article: Article, sentences: Sequence[int]) -> Span:
    """Return where the first of some sentences begins and the last one ends."""
    return article.sentences[min(sentences)][0], article.sentences[max(sentences)][1]


def _likest(source: Article, target: Article, old: Span | None, near: Sequence[Span]) -> Span | None:
    """Return the sentence of the target with most words and figures of that in which the source credits."""
    if old is None:
        return None
    around = next((s for s in source.sentences if s[0] <= old[0] < s[1]), old)
    theirs = {w.lower() for w in _WORD.findall(source.text, *around) if len(w) > _TELLING or w.isdecimal()}
    alike = [len(theirs & {w.lower() for w in _WORD.findall(target.text, *s)}) for s in near]
    best = max(range(len(near)), key=lambda i: (alike[i], -i), default=-1)
    return near[best] if best >= 0 and alike[best] else None


_WITHOUT_SPACES = frozenset({"ja", "zh"})
"""Languages whose clauses may be whole sentences."""
_FEWEST_SHOWN = 2
"""Words of a clause that shows by itself where a credit is missing."""
_TELLING = 4
"""Letters of a word up to which it is taken to say little."""


def _starts(text: str, sentence: Span) -> list[int]:
    return [sentence[0], *(m.end() for m in _EDGE.finditer(text, *sentence) if m.end() < sentence[1])]


@lru_cache(maxsize=2048)
def _verb(text: str, sentence: Span) -> Span | None:
    found = _SAYS_SO.every(text, *sentence)
    return found[-1] if found else None


def _attribution(source: Article, pair: Pair) -> Span | None:
    for n in pair.left:
        if verb := _verb(source.text, source.sentences[n]):
            return _clause(source.text, source.sentences[n], verb)
    return None


def _clause(text: str, sentence: Span, inside: Span | None) -> Span | None:
    """Return the stretch between punctuation marks around `inside`, cut before "that"."""
    if inside is None:
        return None
    start, end = sentence
    for m in _EDGE.finditer(text, *sentence):
        if m.end() <= inside[0]:
            start = m.end()
        elif m.start() >= inside[1]:
            end = m.start()
            break
    if that := _THAT.search(text, inside[1], end):
        end = that.start()
    while start < end and not text[start].isalnum():
        start += 1
    return (start, end) if start < end else None
