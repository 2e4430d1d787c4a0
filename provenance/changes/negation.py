"""Negations turned round, told by tables of cue words in many languages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from provenance.anycase import AnyCase
from provenance.article import Article
from provenance.changes.by_sentence import BySentence
from provenance.changes.names import folded
from provenance.changes.numerals import listed, small
from provenance.changes.pairs import Pair, companions
from provenance.model import Change, Derived, Span
from provenance.patterns import of_tables
from provenance.words import plain

NEGATORS = {
    "en": "no not never none nobody nothing neither nor without cannot nowhere t",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts ohne weder nirgends",
    "nl": "niet geen nooit niemand niets zonder nergens",
    "sv": "inte ingen inget inga aldrig utan varken ej",
    "da": "ikke ingen intet aldrig uden hverken",
    "no": "ikke ingen intet ingenting aldri uten verken",
    "fr": "pas jamais aucun aucune rien sans ni",
    "es": "no nunca jamas nadie nada ningun ninguno ninguna sin ni tampoco",
    "it": "non no mai nessun nessuno nessuna niente nulla senza ne neanche",
    "pt": "nao nunca jamais ninguem nada nenhum nenhuma sem nem tampouco",
    "pl": "nie nigdy nikt nikogo nic zaden zadna zadnego zadnych bez ani niczego",
    "cs": "ne neni nikdy nikdo nic zadny zadna bez ani",
    "ru": "не нет никогда никто никого ничего без ни нельзя",
    "uk": "не ні немае ніколи ніхто нічого без",
    "tr": "degil yok hic hicbir",
    "zh": "不 没 沒 未",
    "ja": "ない なく なかった なし ません ぬ せず れず らず わず かず えず けず めず さず たず",
    "ar": "لا لم لن ليس ليست ليسوا ولا ولم ولن وليس وليست غير دون بدون",
    "fa": "نه نیست نبود نیستند هیچ بدون",
    "he": "לא אין אל בלי ללא אינו אינה אינם ולא",
    "hi": "नहीं न मत बिना",
    "el": "δεν μην οχι χωρις ουτε",
    "ro": "nu niciun nicio niciodata fara",
    "hu": "nem ne sem nincs nelkul",
    "fi": "ei en et emme ette eivat ilman",
    "is": "ekki engin enginn ekkert engan aldrei",
    "id": "tidak bukan belum tanpa",
    "vi": "không chưa chẳng",
}
"""Words that negate, accents off; English "t" is what an apostrophe leaves of "isn't"."""
_NEGATING = {"ko": r"\w*(?:없|않|아니|아닌|못[하해한했])\w*"}
"""Words that negate by their form, each a verb of its own."""
DENIALS = {
    "en": "acquitted|dead|vain|untouched|stopp(?:ed|ing)|ceas(?:e|es|ed)|den(?:y|ies|ied|ying|ial)|"
    "declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing|al)|fail(?:s|ed|ing)?|reject(?:s|ed|"
    "ing)?|"
    "exclud(?:e|es|ed|ing)|lack(?:s|ed|ing)?|absent|unable|unwilling|impossible|rul(?:e|ed|ing) out|dismiss(?:es|ed|"
    "ing)?|"
    "avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|stop(?:s|ped) short|empty|unclear|unknown|hardly|barely|few|little|"
    "un(?!der|til|ite|ion|iver|ique|less)\\w{4,}|until|unless|"
    "mum|silent|silence|coy|secret\\w*|quiet\\w*|tight|lips|withh[eo]ld\\w*|"
    "innocent|beyond|refrain\\w*|rather than|instead|far from|only|abnormal|irregular|than|until|before|except|but|"
    "miss(?:es|ed)?|difficult\\w*|bad|worse|earliest|soonest|anonym\\w*|nearly|almost",
    "de": "vergeb(?:ens|lich\\w*)|freigesprochen\\w*|leugne\\w*|bestr(?:eite|itt)\\w*|dementier\\w*|lehn\\w* ab|"
    "ablehn\\w*|abgelehnt|weiger\\w*|geweigert|"
    "verweiger\\w*|fehl\\w*|"
    "ausgeschlossen|ausschlie\\w+|zuruckgewiesen|wies\\w* "
    "zuruck|un(?!ter(?!lass)|ser|ion|iver|gefahr|garn)\\w{4,}|kaum|wenig\\w*|statt|anstatt|nur|"
    "\\w+los\\w*|leer|verpass\\w*|verfehl\\w*|schwer\\w*|schwierig\\w*|schlecht\\w*|nein|fruhestens|erst|fruhest\\w*",
    "nl": "spre\\w+ tegen|tegen\\w*sprak\\w*|tegengesproken|tevergeefs|onschuldig\\w*|stillag\\w*|vrijgesproken|"
    "ontken\\w*|weiger\\w*|geweigerd|uitgesloten|ontbre\\w+|nauwelijks|weinig|alleen|slechts|"
    "\\w+loos|\\w+loze|leeg|"
    "bestrijd\\w*|mislukt\\w*|nee|vroegst|pas",
    "fr": "innocent\\w*|personne|vain|acquitt\\w*|cess(?:e|er|ee?s?|ent)|ne|n|ni(?:e|ent|e|a|er|ait)|dement\\w*|"
    "refus\\w*|rejet\\w*|exclu\\w*|manqu\\w*|absen\\w*|impossible|"
    "incapable|"
    "peu|"
    "seul\\w*|que|vide|contest\\w*|difficil\\w*|mauvais\\w*|mal|non|tot",
    "es": "inocent\\w*|absuel\\w*|absolv\\w*|vano|dej(?:o|aron) de|neg\\w+|nieg\\w+|rechaz\\w*|rehus\\w*|"
    "declin\\w*|descart\\w*|exclu\\w*|falt\\w*|imposible|"
    "apenas|poco\\w*|solo|"
    "ajen\\w+|carec\\w*|vacio|evit\\w*|pronto",
    "it": "innocent\\w*|assol\\w*|invano|smess\\w*|smett\\w*|neg\\w+|smenti\\w*|rifiut\\w*|resping\\w*|"
    "esclu\\w*|manc\\w*|impossibile|poc\\w+|solo|soltanto|"
    "vuoto|evit\\w*|presto",
    "pt": "inocent\\w*|absolv\\w*|deix(?:ou|aram) de|neg\\w+|desment\\w*|recus\\w*|rejeit\\w*|exclu\\w*|"
    "falt\\w*|impossivel|pouco\\w*|so|apenas|vazio|evit\\w*",
    "da": "frikend\\w*|forg[aæ]e?ves|n[aæ]e?gt\\w*|afvis\\w*|u(?!nder|den|ge|dg|ds|dv|ni)\\w{4,}|mangl\\w*|kun|"
    "nej|f[oø]rst|\\w+l[oø]s\\w*|"
    "udeluk\\w*|n[aæ]e?ppe|sv[aæ]e?r\\w*",
    "no": "frikjent\\w*|forgjeves|nekt\\w*|avvis\\w*|u(?!nder|ten|ke|t[a-z]|ni)\\w{4,}|mangl\\w*|bare|kun|nei|"
    "f[oø]rst|\\w+l[oø]s\\w*|"
    "uteluk\\w*|neppe|vanskelig\\w*",
    "sv": "frikand\\w*|forgaves|forneka\\w*|vagra\\w*|neka\\w*|utesl\\w+|sakna\\w*|o\\w{4,}|knappt|bara|endast|"
    "\\w+los\\w*|nej|"
    "forst|tidigast",
    "pl": "uniewinni\\w*|prozno|zaprzecz\\w*|odmow\\w*|odrzuc\\w*|wyklucz\\w*|brak\\w*|"
    "nie(?!dziel|mc|miec|ktor|dawn|bies|zale[zn])\\w{3,}|tylko|malo|ledwo|dopiero|najwczesniej",
    "cs": "zprosti\\w*|marne|popir\\w*|popre\\w*|odmit\\w*|vylouc\\w*|chyb\\w*|"
    "ne(?!j|del|mec|bes|bez|dav)\\w{3,}|jen|mene|min",
    "ru": "оправда\\w*|напрасно|тщетно|отриц\\w*|опроверг\\w*|отказ\\w*|отверг\\w*|исключ\\w*|отсутств\\w*|"
    "не(?!дел|давн|котор|скольк|фт|бес|мец|мк|вест|обход|ред)\\w{3,}|только|мало|едва|"
    "лиш\\w*|мен\\w+|противн\\w+|трудно|плох\\w*",
    "uk": "виправда\\w*|марно|запереч\\w*|спросту\\w*|відмов\\w*|відкин\\w*|виключ\\w*|відсутн\\w*|"
    "не(?!діл|щодавн|бес|обхід)\\w{3,}|тільки|лише|мало|ледв\\w*|менш\\w*|важко|погано",
    "zh": "哪|岂|休|不.+|[无無].*|未.+|非.*|勿|否|是否|能否|否认|否認|拒[绝絕]|禁止|反[对對]|"
    "缺乏|难|難|停止|避免|防止|失|免|仅|只|少|才|坏|差",
    "ja": "少な[いく]|沈黙|足ら|不|無|非|未|否|否定|拒否|禁止|反対|難|停止|中止|防止|失|免|だけ|しか|少|切|違|悪",
    "ko": r"익명\w*|\w*(?:없|않|아니|아닌|못|모르|거부|부인|반대|금지|만|뿐|에야|서야)\w*|(?:불|비|미|무)\w+|안",
    "tr": r"beraat\w*|sucsuz\w*|bosuna|\w*(?:m[ae][dyz]|m[ae]m[ae]|m[ıiu]yor)\w*|"
    r"\w+s[ıiu]z(?:l[ıiu]k|ca|ce)?\w{0,4}|red\w*|"
    r"inkar\w*|yalanla\w*|hic\w*|asla|"
    r"yok\w*|degil\w*|ne|yasak\w*|az|hayır|ancak|erken",
    "el": r"αρν\w+|διαψευ\w*|διεψευ\w*|απορρι\w*|απερρι\w*|αποκλει\w*|απεκλει\w*|λειπ\w*|ελλειψ\w*|απουσ\w*|αδυνατ\w*|"
    r"αδυναμ\w*|μονο\w*|μολις|λιγ\w+|ελαχιστ\w*|αποφυγ\w*|αποφευγ\w*|απεφυγ\w*|απαγορε\w*|σταματ\w*|παυ\w+|επαυσ\w*|"
    r"αποτυχ\w*|απετυχ\w*|ακυρ\w*|αγνωστ\w*|αγνο\w*|ασαφ\w*|αθω\w*|αν(?:επ|ικ|αξι|ωφελ|υπαρ|εφικ|ωνυμ|εξ)\w*|κεν\w*|"
    r"αδει\w*|δυσκολ\w*|κακ\w*|πριν|εκτος|αντι|παρα|αλλα|ποτε|κανεν\w*|κανεις|τιποτα|τιποτε|μη|μητε|διχως|ακομ\w*|"
    r"σχεδον|σιωπ\w*|ματαια|ουδε\w*|αφηνε\w*|μηδεν\w*|δυσαρ\w*|εως|μεχρι",
    "ro": r"neg(?:a|at|ata|au|and|are)|neag\w*|dezmin\w*|refuz\w*|respin\w*|exclu\w*|lips\w*|"
    r"imposibil\w*|incap\w*|doar|"
    r"numai|putin\w*|abia|evit\w*|impied\w*|interz\w*|esu\w*|esec\w*|gol\w*|ne[a-z]{4,}|nimeni|nimic|nici\w*|nu|n|greu|"
    r"dificil\w*|rau|inainte|pana|decat|insa|dar|ci|aproape|anonim\w*|tac\w*|achit\w*|in(?:ocent|suf|exist|disp|valid|cert)\w*|"
    r"niciun\w*|opri\w*|inceta\w*|scap\w*",
    "id": r"menolak|membantah|mengelak|enggan|gagal|tak\w*|tiada|kurang|hanya|sulit|sukar|mustahil|"
    r"mencegah|menghindari|"
    r"mengecualikan|kosong|jarang|sedikit|jangan|selain|kecuali|sebelum\w*|sampai|hingga|baru|cuma|buruk|lolos|luput|absen|"
    r"hilang|diam|bungkam|merahasiakan|anonim|nyaris|hampir|tertutup|\w*larang|tidak\w*|bukan\w*|belum\w*|mampu|mati|berhenti|"
    r"tetapi|tapi|melainkan|daripada|non|salah|bebas|malah|ketimbang",
    "ar": r"براءة|بريء\w*|بريئ\w*|\w*(?:نفى|نفت|رفض|ينفي|منع|فشل|انعدام|فقط|سوى|قليل)\w*|"
    r"[وفبل]?(?:ال)?عدم|و?إلا|ما|لكن",
}
"""Words that deny, refuse or fail, and those that can carry a negation in translation."""
_IDLE = {
    "en": "not only|no sooner|no matter|not least|no doubt|no fewer|no less",
    "de": "nicht nur|nicht zuletzt|ohne weiteres",
    "nl": "niet alleen",
    "sv": "inte bara|inte minst",
    "da": "ikke kun|ikke mindst|ikke bare",
    "no": "ikke bare|ikke minst",
    "fr": "pas seulement|au pas|sans doute|non seulement|sans cesse",
    "es": "sin embargo|no obstante|no solo|no solamente|nada mas",
    "it": "non solo|non soltanto|non appena|senz altro",
    "pt": "nao obstante|nao so|nao apenas|sem duvida",
    "pl": "nie tylko|nie lada|bez watpienia",
    "ru": "не только|тем не|не раз|не говоря|чуть ли не|как ни|не мог не|не могла не|не могло не|не могли не|"
    "не может не|не могут не",
    "uk": "не тільки|не лише|тим не|не раз|ні живий|ні мертвий|ні жива|ні мертва|ні сіло|ні впало",
    "tr": "ne var|yok etti|yok ettiler|yok eden|yok ederek|yok edildi|yok edilen|yok ediyor|yok etmek|yok etmis|"
    "yok ettigi|yok edecek|yok oldu|yok olan",
    "ar": "غير أن|غير أنه|غير أنها|غير أنهم|"
    "لا يزال|لا تزال|لا يزالون|لا زال|لا زالت|ما زال|ما زالت|ما زالوا|لا سيما|ولا سيما|ولا يزال|ولا تزال|"
    "لا بد|لا شك|لم يلبث|لم تلبث",
    "fa": "نه تنها",
    "el": "οχι μονο|δεν ειναι μονο|δεν ηταν μονο",
    "ro": "nu numai|nu doar",
    "hu": "nem csak|nem csupan",
    "fi": "ei vain|ei ainoastaan",
    "id": "tidak hanya|bukan hanya|tidak lama|mau tidak mau|suka tidak suka",
    "vi": "khong chi",
    "he": "לא רק",
    "ja": "違 い ない|違 い なかった|ば な ら ない|ば な ら なかった|ば い け ない|"
    "なく て は な ら ない|か も し れ ない",
}
"""Words, two or more, that negate nothing, though one of them does alone: "sin embargo" says "however"."""
_KEPT = {
    "en": r"keep(?:s|ing)?|kept|remain(?:s|ed|ing)?|still|stay(?:s|ed|ing)?|alone|against|oppos\w*|unlike|"
    r"went on|go(?:es|ing)? on|continu\w*",
    "de": r"bleib\w*|blieb\w*|gleich|gegen|dagegen|weiter(?:hin)?",
    "nl": r"blijv\w*|blijft|bleef|bleven|tegen",
    "fr": r"reste\w*|encore|contre|maint\w*",
    "es": r"sig(?:ue|uen|uio)|mantuv\w*|manten\w*|contra|aun|todavia",
    "it": r"rest(?:a|ano|ato|ata|ava|ano)|rimas\w*|rima\w*|ancora|contro|manten\w*",
    "pt": r"continu\w*|mant(?:em|eve|ido|ida)|contra|ainda|permanec\w*",
    "pl": r"pozosta\w*|wciaz|nadal|przeciw\w*",
    "ru": r"оста(?:л|е)\w*|прежнему|против|сохран\w*|никуда|негде|некуда|нечего",
    "uk": r"залиш\w*|проти|нікуди|ніде|нікому|нічого|нікуди|ніде|ніколи|ніхто|нікому",
    "sv": r"kvar|fortsatt\w*|emot",
}
"""Words by which a translation may say what was negated: what is not changed stays, and who votes no is against."""
_AHEAD = {
    "nl": ("on",),
    "fr": ("in", "im", "ir", "mal", "mé"),
    "es": ("in", "im", "ir", "des"),
    "it": ("in", "im", "ir", "dis"),
    "pt": ("in", "im", "ir", "des"),
}
"""What turns a word into its opposite, written before it; only where what is left is a word."""
_VERBS = {
    "en": r"turn(?:ed)? down|den(?:y|ies|ied|ying)|disput(?:e|ed|ing)|contest(?:ed)?|declin(?:e|ed)|"
    r"refus(?:e|ed)|reject(?:ed)?|"
    r"exclud(?:e|ed)|rule[d]? out|dismiss(?:ed)?",
    "de": r"bestreitet|bestritt|leugnet|leugnete|geleugnet|leugnen|bestritten|bestreiten|dementiert|"
    r"bestreiten|schliesst aus|schliessen aus|ausgeschlossen|ausschliessen|abgelehnt|ablehnen|"
    r"verweigert",
    "nl": r"ontkend|ontkennen|ontkent|uitgesloten|uitsluiten|geweigerd|afgewezen",
    "fr": r"nie|nient|nier|conteste|contestent|contester|dementi|dementir|exclu|exclure|excluent|"
    r"exclut|refuse|refuser|rejete",
    "es": r"negado|nego|niegan?|negar|negaron|descartado|descartar|descartan?|descartaron|excluido|"
    r"excluyen?|rechazado|desmentido",
    "it": r"negato|nega|negano|negare|smentito|escluso|escludere|esclude|escludono|rifiutato|respinto",
    "pt": r"negou|nega|negam|negaram|negado|negar|desmentiu|excluiu|excluem|excluido|descartado|"
    r"descartar|descartam?|recusou|rejeitou",
    "pl": r"zaprzeczyl\w*|zaprzecza\w*|wykluczono|wyklucza\w*|odmowil\w*|odrzucil\w*",
    "ru": r"отрицал\w?|отрица[ею]т|отрицать|опроверг\w*|исключил\w?|исключа[ею]т|исключено|"
    r"исключать|отказал\w+|отверг\w*",
    "sv": r"fornekat|fornekade|forneka|uteslutas|uteslutit|vagrat",
    "da": r"benægte\w*|nægte\w*|afvis(?:t|te|er|es)|udelukke\w*|bestrid\w*",
    "no": r"benekte\w*|nekte\w*|avvis(?:t|te|er|es)|utelukke\w*|bestrid\w*",
    "uk": r"запереч\w*|спросту\w*|відкида\w*|відкину\w*|виключ\w*|відхил\w*|відмови\w*",
    "el": r"αρνηθηκ\w*|αρνειται|αρνουνται|διεψευσ\w*|διαψευδ\w*|αποκλει\w*|απεκλεισ\w*|απερριψ\w*|απορριπτ\w*",
    "ro": r"neag[ae]|negat|dezmin\w*|exclu\w*|respins\w*|refuzat\w*|contest\w*",
    "hu": r"tagad\w*|cafol\w*|elutasit\w*|visszautasit\w*|kizart\w*|vitat\w*",
    "fi": r"kiista\w*|kiistan\w*|kielta\w*|sulje|sulkenut|sulkeneet|torju\w*",
    "id": r"membantah|menyangkal|menolak|menampik|mengesampingkan",
    "he": r"הכחיש\w*|מכחיש\w*|שלל\w*|שולל\w*|סירב\w*",
    "ar": r"ينف|ينفي|تنف|تنفي|ينكر\w*|تنكر\w*|يستبعد\w*|تستبعد\w*|يرفض\w*|ترفض\w*",
    "hr": r"negir\w*|poreka\w*|poric\w*|demantir\w*|iskljuc\w*|odbaci\w*|odbi(?:o|la|li|le)",
    "bg": r"отрич\w*|отрек\w*|опроверг\w*|изключ\w*|отхвърл\w*|отказ\w*",
    "zh": "否认|否認|排除|拒[绝絕]",
    "ja": "否定|排除|拒否",
}
"""Verbs that a negator turns into their opposite: "has not denied"."""
_UNDENIED = {
    "tr": r"(?:yalanla|reddet|disla)m(?:e|a)(?:d[iı]|m[iı]s|yerek|yen|yan|z|mis)\w*|(?:yalanla|reddet)m[iıu]yor\w*",
    "cs": r"nepopr\w+|nepopir\w+|nevyvr\w+|nevylouc\w+|nevyluc\w+|neodmit\w+|nezamit\w+|nedementova\w+",
    "sk": r"nepopr\w+|nepopier\w+|nevyvr\w+|nevyluc\w+|neodmiet\w+|nezamiet\w+|nedementova\w+",
}
"""Verbs that deny, turned into their opposite by what is written together with them."""
_CONCEDED = AnyCase(
    r"\b(?:admit(?:s|ted|ting)?|confess(?:es|ed|ing)?|acknowledge[sd]?|conced(?:es|ed)|gest(?:and|anden|eht)|zugegeben|"
    r"eingeräumt|räumt\w* ein|gab\w* zu|a(?:dmis|voué)|reconnu|reconnaît|admiti(?:ó|u|d[oa]s?|ram|eron)|admite[ns]?|"
    r"reconoci\w+|reconoce[ns]?|"
    r"confes[óo]u?|ammess[oa]|ammette|riconosciut[oa]|confessato|reconhec\w+|toegegeven|"
    r"erken(?:t|d|de)|gaf toe|medg\w+|"
    r"erkän\w+|indrømme\w*|innrømme\w*|erkend\w*|erkjen\w*|przyzna\w+|přizna\w*|приз(?:нал|наёт|нает|нают)\w*|"
    r"визна(?:в|ла|ли|є|ють)|itiraf\w*|παραδέχ\w*|παραδεχ\w*|ομολόγ\w*|recunoscut|recunoaște|elismer\w*|beismer\w*|"
    r"myön(?:si|tää|täny\w*)|mengakui|призна(?:ва|ха|л)\w*|prizna(?:o|la|li|je)|"
    r"(?:accept|assum|tak|took|shoulder)\w*(?: full| all| the)? (?:responsibility|liability|blame)|"
    r"(?:verantwortung|schuld) (?:übern|auf sich g)\w+|übern\w+ (?:die )?(?:volle )?verantwortung|"
    r"(?:assum|accept)\w* (?:la|sa|toute la) responsabilité|"
    r"(?:asum|acept)\w* (?:la|su|toda la) (?:responsabilidad|culpa)|"
    r"(?:assunt|accett|assum)\w* (?:la|ogni) (?:responsabilità|colpa)|(?:assum|aceit)\w* a (?:responsabilidade|culpa)|"
    r"aansprakelijkheid (?:erkend|aanvaard)|(?:αποδέχ|αποδεχ|ανέλαβ|αναλαμβάν)\w* την ευθύνη)\b|"
    r"承认|承認|認め|인정"
)
"""What says that somebody owned something."""
_SILENT = AnyCase(
    r"\b(?:(?:declin|refus)(?:es|ed|ing) to (?:say|comment|name|give|disclose|reveal|discuss|confirm|answer|specify|"
    r"speak|talk|respond|be (?:named|interviewed|drawn))|"
    r"(?:declin|refus)(?:es|ed) (?:an? |all )?(?:interviews?|comment)|"
    r"would not (?:say|comment|name|give|disclose|reveal|discuss|confirm|tell|specify|speak|talk|be interviewed)|"
    r"(?:wollte|wollten|möchte) (?:sich )?(?:\w+ ){0,3}nicht (?:äußern|sagen|nennen|kommentieren|mitteilen|sprechen)|"
    r"lehnt\w* (?:ein interview|einen kommentar|eine stellungnahme) ab|"
    r"(?:a|ont) (?:refusé|décliné) (?:de (?:dire|préciser|commenter|révéler|parler|répondre)|tout commentaire|"
    r"toute interview)|n['’](?:a|ont) pas (?:voulu|souhaité)|"
    r"(?:no quis(?:o|ieron)|(?:rehus|declin|evit)(?:ó|aron)|se neg(?:ó|aron) a) "
    r"(?:decir|precisar|revelar|comentar|detallar|hablar|declarar|responder|conceder|dar|hacer)|"
    r"non (?:ha|hanno) voluto (?:dire|precisare|commentare|rivelare|parlare|rispondere|rilasciare)|"
    r"(?:não quis(?:eram)?|recus(?:ou|aram)(?:-se a)?) (?:dizer|comentar|revelar|precisar|falar|dar|conceder|responder|"
    r"se pronunciar|comentários|entrevista)|"
    r"wilden? (?:\w+ ){0,3}niet (?:zeggen|kwijt|reageren|praten|antwoorden)|"
    r"ville (?:inte|ikke) (?:\w+ )?(?:säga|kommentera|uttala|svara|prata|sige|kommentere|udtale|svare|uttale|si)|"
    r"(?:отказал(?:ся|ась|ись)|не стал[аи]?) (?:сообщить|говорить|комментировать|называть|уточнять|отвечать|"
    r"разговаривать|дать|давать)|"
    r"(?:відмови(?:вся|лася|лись)|не став|не стал[аи]) (?:сказати|коментувати|говорити|називати|відповідати)|"
    r"(?:odmówi(?:ł|ła|li)|nie chcia(?:ł|ła|eli)) "
    r"(?:komentarza|odpowiedzi|podania|komentować|rozmawiać|mówić|powiedzieć|udzielić)|"
    r"(?:odmítl[aio]?|nechtěl[aio]?) (?:říci|říct|komentovat|mluvit|sdělit|odpovědět))\b|"
    r"拒绝(?:透露|置评|接受采访|评论|回应)|拒絕(?:透露|置評|受訪|評論|回應)"
)
"""What says that somebody would not say."""
_FIXED = (
    "不得不|不到|不足|不[过過仅僅但少断斷同久管论論如料止只禁妨一]|[无無][论論]|无人机|非常|非洲|"
    "未[来來]|是否|能否|否[则則]|没收|"
    "否[认認定]|拒[绝絕否]|禁止|反[对對対]|缺乏|停止|中止|避免|防止|"
    "しかし|余儀なく|(?:だけ|のみ)(?:で|では)なく|[ま間]もなく|わずか|[せれらわかえけめさた]ず|少な[いく]|"
    "危ない|亡くな|なくな[るっりられ]|なかった|ない|なく|なし|ません|だけ|しか"
)
"""What is one word to a negation where no spaces are written, and not the sign for "not" that is in it."""
_IDEOGRAPH = "\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"{_FIXED}|[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+")
_PLAIN_WORD = re.compile("[A-Za-z0-9]+")
"""The same for ASCII."""
_EDGE = re.compile(r"(?!(?<=\b[^\W\d_a-z])\. [^\W\d_a-z])[,;:.!?\"“”«»„「」、。]+(?:\s|$)|[\"“”«»„「」、。]|\s[–—-]\s")
"""What parts clauses; the full stop of an initial amid a name does not."""


class _Sentence(NamedTuple):
    """The words of one sentence or several, and which of them negate."""

    text: str
    words: tuple[str, ...]
    cues: tuple[int, ...] = ()
    negators: tuple[int, ...] = ()
    doubled: tuple[int, ...] = ()
    """Negators that stand just before a verb that denies."""
    denials: tuple[int, ...] = ()
    """Verbs that deny, without a negator before them."""
    kept: tuple[int, ...] = ()
    """Words that may say in a translation what was negated."""
    start: int = 0
    """Where in its article it stands."""

    @property
    def places(self) -> tuple[Span, ...]:
        """Where in the article the words stand; seldom asked for."""
        return _places(self.text, self.start)


@lru_cache(maxsize=8)
def _places(text: str, start: int) -> tuple[Span, ...]:
    words = _PLAIN_WORD if text.isascii() else _WORD
    return tuple([(m.start() + start, m.end() + start) for m in words.finditer(text)])


_PARTIAL = frozenset(
    listed(
        "all every everyone everybody always everything fewer less later doubt wonder matter менее более weniger "
        "minder moins menos meno mniej without ohne zonder utan uden sans sin senza sem bez без only alle jeder "
        "immer tous toujours todos siempre tutti sempre todas nur only just yet choice option smaller "
        "lower shorter more longer sooner earlier kleiner geringer kurzer langer "
        "mehr eher fruher inferieur inferieure menor inferior inferiore prima before avant antes"
    )
)
"""What a negator leaves half true ("not all"), and words whose phrase is simply cut."""
_ALMOST = frozenset(listed("чуть едва мало ледь malo omal пока поки dopoki poki az dokud finche amig"))
"""What makes "not" mean "nearly" or "until", before it."""
_UNTIL = frozenset(listed("until till before hasta bis erst fino finche ate avant totdat förrän forran før prije"))
"""What makes "not" mean only when it begins, behind it in its clause."""
_FIRST = frozenset(
    listed(
        "first primer primera primero premier premiere erste ersten erster primo prima primeiro primeira eerste forsta "
        "forste første första pierwszy pierwsza pierwsze prvni первый первая первое перший перша перше ilk"
    )
)
"""What is not the first has gone before."""
POSTPOSED = frozenset({"de", "nl", "sv", "da", "no", "ja"})
"""Languages that set what negates behind its verb."""
_UNSPACED = frozenset({"ja", "zh"})


def negation_changes(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the linked sentences that say the contrary, in order; weakly linked ones that own what was not owned."""
    weak = [p for p in linked if p.weak]
    linked = [p for p in linked if not p.weak]
    ours, theirs = _sentences(target), _sentences(source)
    beside = companions(linked)
    behind = {p.right: p.left for p in linked}
    told: set[int] = set()
    for pair in linked:
        left = [theirs[n] for n in pair.left]
        right = ours[pair.right]
        near = [ours[r] for r in beside[pair.right]]
        if source.language == target.language:
            reworked = pair.kind != "verbatim"
            found = _turned(left, right, near, source.language, reworked)
            found = found or (_spoken(left, right, near) if reworked and kind != "version" else None)
            if not found and reworked:
                found = _no_longer_denied(left, right, near, source.language)
            if not found and kind == "round-trip translation":
                found = _lost_in_translation(left, right, near, target, source.language)
        else:
            near = [ours[r] for r in _answering(pair, beside[pair.right], behind, (theirs, ours))]
            found = _lost_in_translation(left, right, near, target, source.language) if kind != "summary" else None
        if found and found[0] not in told:
            told.add(found[0])
            yield _change(source, target, *found, retold=pair.kind == "paraphrase")
    if source.language == target.language and source.language not in _UNSPACED and kind != "version":
        for refused, owned in _owned(theirs, [ours[p.right] for p in (*linked, *weak)]):
            if refused not in told:
                told.add(refused)
                yield _change(source, target, refused, owned, retold=True)


def _answering(
    pair: Pair,
    near: Sequence[int],
    behind: Mapping[int, tuple[int, ...]],
    said: tuple[Sequence[_Sentence], Sequence[_Sentence]],
) -> list[int]:
    """Return the sentences near one of a translation, itself among them, that may tell what it tells.

    A quote behind which one of the source stands that none of the others goes back to is told of that.
    """
    theirs, ours = said
    if any(_QUOTED.search(s.text) for s in (ours[pair.right], *(theirs[n] for n in pair.left))):
        return [*near]
    used = Counter(n for r in near for n in behind[r])
    quoted = (
        r
        for r in near
        if _QUOTED.search(ours[r].text)
        and any(n not in pair.left and used[n] == 1 and _QUOTED.search(theirs[n].text) for n in behind[r])
    )
    apart = set(quoted)
    return [r for r in near if r not in apart]


def _owned(theirs: Sequence[_Sentence], ours: Sequence[_Sentence]) -> Iterator[tuple[int, int]]:
    """Yield where the source says that something was not owned, and nowhere that any was, and the target owns it."""
    owned = [(s, found[0]) for s in ours if (found := _conceded(s.text)) and not _is_denied(s, found[0])]
    said = [(s, at) for s in theirs if _conceded(s.text) for at in _each_conceded(s.text)] if owned else []
    if not said or not all(_is_denied(s, at) and _is_beside_negation(s, at) for s, at in said):
        return
    long = [(_long_words(s), s, at) for s, at in said[:_MOST_OWNED]]
    others = [({*t.words}, t, place) for t, place in owned[:_MOST_OWNED]]
    shared, (one, at), (other, place) = max(
        ((len(ours & words), (s, at), (t, place)) for ours, s, at in long for words, t, place in others),
        key=lambda x: x[0],
    )
    if shared:
        yield one.start + at, other.start + place


_MOST_OWNED = 100
"""How many sentences that own something are held against each other at most."""


def _each_conceded(text: str) -> list[int]:
    """Return where a text says that somebody owned something."""
    return [start for start, _ in _CONCEDED.every(text, 0, len(text))]


def _change(source: Article, target: Article, left: int, right: int, *, retold: bool) -> Change:
    one, other = clause(source, left), clause(target, right)
    if retold or source.language != target.language:
        other = next(s for s in target.sentences if s[0] <= right < s[1])
    return Change(
        source.id, target.id, "negation", one, other, source.text[slice(*one)], target.text[slice(*other)]
    )  # fmt: skip


@lru_cache(maxsize=64)
def _tables(language: str) -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    negators = frozenset(map(plain, NEGATORS.get(language, "").split()))
    return (
        negators,
        of_tables(plain(DENIALS.get(language, r"(?!)"))),
        of_tables(plain(_VERBS.get(language, r"(?!)"))),
    )


@lru_cache(maxsize=256)
def _sentences(article: Article) -> Sequence[_Sentence]:
    text, language = article.text, article.language

    def read(n: int) -> _Sentence:
        start, end = article.sentences[n]
        said = (_remembered if end - start < _REMEMBERED else _sentence)(
            text[start:end], text[end : end + 1] == "-", language
        )
        return said._replace(start=start)

    return BySentence(len(article.sentences), read)


_REMEMBERED = 2000
"""Code points from which on a sentence is not remembered, for the sake of memory."""


def _sentence(text: str, hyphened: bool, language: str) -> _Sentence:
    """Return what a sentence says, whatever article it stands in; a hyphen may follow it."""
    sort_of = _sorter(language)
    sorts = list(map(sort_of, (_PLAIN_WORD if text.isascii() else _WORD).findall(text)))
    words = tuple([sort.word for sort in sorts])
    some = [i for i, sort in enumerate(sorts) if not sort.plain]
    if not some:
        return _Sentence(text, words)
    _, denials, verbs = _tables(language)
    negative, deny, cues, kept = [], [], [], []
    idle = _idle(language, words)
    for i in (i for i in some if i not in idle):
        sort = sorts[i]
        pair = f"{sort.word} {words[i + 1]}" if i + 1 < len(words) else f"{sort.word} "
        negates = sort.negates and not (sort.word == "t" and _is_initial(text, _places(text, 0)[i][0]))
        if negates and not _is_part(text, _places(text, 0)[i][1], hyphened):
            negative.append(i)
        if sort.turns or verbs.fullmatch(pair):
            deny.append(i)
        if negates or sort.denies or denials.fullmatch(pair):
            cues.append(i)
        if sort.keeps:
            kept.append(i)
    behind = _NEGATED_BEHIND.get(language, 0)
    doubled = [i for i in negative if any(-behind <= j - i <= _NEGATED_BEFORE and j != i for j in deny)]
    if language in _UNSPACED:
        doubled = [i for i in doubled if any(_is_close(text, i, j) for j in deny)]
    if undenied := _UNDENIED.get(language):
        pattern = of_tables(plain(undenied))
        doubled += [i for i in cues if pattern.fullmatch(words[i])]
        deny = [i for i in deny if i not in doubled]
    outright = [j for j in deny if not any(-behind <= j - i <= _NEGATED_BEFORE for i in negative)]
    places = tuple(cues), tuple(negative), tuple(doubled), tuple(outright), tuple(kept)
    return _Sentence(text, words, *places)


def _idle(language: str, words: Sequence[str]) -> set[int]:
    """Return the words that negate nothing beside the words before or behind them."""
    some = _idle_runs(language)
    return {
        j
        for i in (i for i, word in enumerate(words) if word in some)
        for run in some[words[i]]
        if run == tuple(words[i : i + len(run)])
        for j in range(i, i + len(run))
    }


@lru_cache(maxsize=64)
def _idle_runs(language: str) -> dict[str, list[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for run in filter(None, _IDLE.get(language, "").split("|")):
        words = tuple(map(plain, run.split(" ")))
        out.setdefault(words[0], []).append(words)
    return out


_NEGATED_BEFORE = 3
_NEGATED_BEHIND = {"fr": 2, "de": 5, "nl": 5, "sv": 2, "da": 2, "no": 2, "ja": 5, "ko": 2}
"""How many words before a verb the word that negates it may stand at most, and how many behind it."""


def _is_close(text: str, one: int, other: int) -> bool:
    """Return whether no punctuation parts two words of a text."""
    places = _places(text, 0)
    first, last = sorted((one, other))
    return _EDGE.search(text, places[first][1], places[last][0] + 1) is None


def _is_initial(text: str, start: int) -> bool:
    """Return whether a lone letter stands behind no apostrophe, so that it is not what one left of "isn't"."""
    return text[start - 1 : start] not in ("'", "’")


def _is_part(text: str, end: int, hyphened: bool) -> bool:
    """Return whether a word that ends there is part of a longer one, or of a number: "No. 4", "Boat No."."""
    behind = text[end + 1 : end + 3].strip()[:1]
    numbered = text[end : end + 1] == "." and (behind.isdecimal() or (not behind and text[:end].endswith(" No")))
    return bool(text[end : end + 1] == "-" or numbered or (end == len(text) and hyphened))


_remembered = lru_cache(maxsize=4096)(_sentence)
"""The same for a sentence that copies of an article share."""


class _Sort(NamedTuple):
    """What a word can be to a negation."""

    word: str
    """Folded."""
    plain: bool
    """Nothing at all, nor the first of two words that are something."""
    negates: bool
    denies: bool
    turns: bool
    """A verb that a negator turns into its opposite."""
    keeps: bool
    """A word that may say in a translation what was negated."""


@lru_cache(maxsize=64)
def _sorter(language: str) -> Callable[[str], _Sort]:
    """Return what sorts a word as written."""
    negators, denials, verbs = _tables(language)
    keeps = of_tables(plain(_KEPT.get(language, r"(?!)")))
    forms = of_tables(plain(_NEGATING.get(language, r"(?!)")))
    firsts = [of_tables(_firsts(plain(table.get(language, "")))) for table in (DENIALS, _VERBS)]

    @lru_cache(maxsize=1 << 15)
    def sort_of(written: str) -> _Sort:
        word = plain(written)
        negates = word in negators and (language, written.lower()) not in _NO_NEGATORS
        negates = negates or bool(forms.fullmatch(word))
        denies = bool(denials.fullmatch(word)) or _is_opposite(word, language)
        is_one = (negates, denies, bool(verbs.fullmatch(word)), bool(keeps.fullmatch(word)))
        return _Sort(word, not any(is_one) and not any(f.fullmatch(word) for f in firsts), *is_one)

    return sort_of


def _is_opposite(word: str, language: str) -> bool:
    """Return whether a word is a more frequent one with what turns it into its opposite before it: "inutile"."""
    ahead = next((a for a in map(plain, _AHEAD.get(language, ())) if word.startswith(a)), "")
    if not ahead or len(word) - len(ahead) < _SHORTEST_OPPOSITE:
        return False
    common = folded(language)
    return common.get(word[len(ahead) :], 0.0) > common.get(word, 0.0)


_SHORTEST_OPPOSITE = 4
_NO_NEGATORS = frozenset({("it", "ne")})
"""Words that negate only with their accent, as "né" does."""


def _firsts(pattern: str) -> str:
    """Return the pattern of the first words of those alternatives that are two words; a pattern of nothing if none.

    >>> _firsts("den(?:y|ied)|rul(?:e|ed) out|rather than")
    'rul(?:e|ed)|rather'
    """
    found, depth, start = [], 0, 0
    for i, sign in enumerate(pattern + "|"):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            one, start = pattern[start:i], i + 1
            if " " in one:
                found.append(one.split(" ")[0])
    return "|".join(found) or r"(?!)"


def _turned(
    left: Sequence[_Sentence], right: _Sentence, near: Sequence[_Sentence], language: str, reworked: bool
) -> tuple[int, int] | None:
    """Return places in source and target that say the contrary of each other, or None."""
    denied = next((s for s in left if s.denials), None) or next((s for s in left if s.cues), None)
    if denied is not None and _is_done_to_none(right) and any(len(s.negators) >= len(right.negators) for s in left):
        denied = None  # "none was thrown out", "none was dismissed"
    if right.doubled and denied is not None and not any(s.doubled or _half_denied(s) for s in left):
        return denied.places[(denied.denials or denied.cues)[0]][0], right.places[right.doubled[0]][0]
    for s in left:
        if s.doubled and right.cues and not any(n.doubled for n in near) and not right.negators:
            return s.places[s.doubled[0]][0], right.places[right.cues[0]][0]
    if not reworked:
        return None
    for s in left:
        if found := _same_context(s, right, language):
            return s.places[found[0]][0], right.places[found[1]][0]
        if Indel.normalized_similarity(s.words, right.words) >= 0.7 and (found := _same_context(right, s, language)):
            return s.places[found[1]][0], right.places[found[0]][0]
    return None


def _half_denied(sentence: _Sentence) -> bool:
    """Return whether a word that negates and a verb that denies stand together in a part of a sentence."""
    return any(_is_close(sentence.text, i, j) for i in sentence.negators for j in sentence.denials)


def _is_done_to_none(sentence: _Sentence) -> bool:
    """Return whether every verb that a negator turns round in a sentence says what is done, and not what is said."""
    after = [sentence.words[i + 1 : i + 1 + _NEGATED_BEFORE] for i in sentence.doubled]
    return bool(after) and all(any(word.startswith(_DONE) for word in words) for words in after)


_DONE = tuple(
    listed(
        "dismiss reject refus declin turn abgelehn ablehn verweiger abgewies geweiger afgewez rejet rechaz rifiut resp "
        "recus rejeit odmow odrzuc отказ отверг vagra 拒"
    )
)
"""How verbs begin by which something is turned away, and of which "not" leaves it where it was."""


def _spoken(left: Sequence[_Sentence], right: _Sentence, near: Sequence[_Sentence]) -> tuple[int, int] | None:
    """Return places where somebody denied or would not say what the target has them own, or say."""
    owned = _conceded(right.text)
    if owned is not None and any(_conceded(s.text) for s in left):
        return None
    if owned is not None and _is_denied(right, owned[0]):
        owned = None  # "does not admit it"
    for s in left:
        silent = _silent(s.text)
        insists = owned is not None and _owns_that(right.text, owned) and not _is_beside_negation(right, owned[0])
        insisted = _insisted(s) if insists else -1
        if owned is not None and right.text and (silent or s.denials or insisted >= 0):
            place = silent[0] if silent else s.places[s.denials[0] if s.denials else insisted][0] - s.start
            return s.start + place, right.start + owned[0]
        own = _shared(s, right) >= max(_shared(one, right) for one in left)
        if silent and own and right.words and _likest(right, s, near) and not any(n.cues for n in near):
            place = int(silent[0] / len(s.text) * len(right.words))
            return s.start + silent[0], right.places[place][0]
    return None


def _owns_that(text: str, owned: Span) -> bool:
    """Return whether it is owned that something is so; what is merely acknowledged, as merits are, is not owned."""
    if (sign := text[owned[0]]) in "承認":
        return sign == "承" or _JAPANESE_THAT.search(text, 0, owned[0]) is not None
    return _THAT.match(text, owned[1]) is not None or _KOREAN_THAT.search(text, 0, owned[0]) is not None


_THAT = re.compile(
    r"\w*,?\s(?:\w+,?\s){0,2}?(?:that|having|dass|dat|que|che|at|att|że|iż|že|что|що|че|da|ότι|πως|că|hogy|"
    r"että|bahwa)\b|"
    r"\w*\squ['’]|\w*\s(?:أن|بأن)",
    re.IGNORECASE,
)
_JAPANESE_THAT = re.compile("(?:と|こと[をは]|の[をは]|点[をは])$")
_KOREAN_THAT = re.compile("(?:고|음을|것을|사실을|점을) $")
"""What stands beside a verb of owning whose object is that something is so."""


def _insisted(sentence: _Sentence) -> int:
    """Return the word by which somebody insists in a sentence that something is not so, outside quotes, or -1."""
    said = _INSISTED.find(sentence.text) if sentence.negators else None
    places = sentence.places if said else ()
    anywhere = _UNSPACED_SIGN.search(sentence.text) is not None
    behind = (at for at in sentence.negators if said and (anywhere or places[at][0] - sentence.start > said[0]))
    return next((at for at in behind if not _is_quoted(sentence.text, places[at][0] - sentence.start)), -1)


def _is_quoted(text: str, place: int) -> bool:
    """Return whether a place of a sentence stands within quotation marks."""
    return any(m.start() < place < m.end() for m in _QUOTE.finditer(text))


_UNSPACED_SIGN = re.compile(f"[{_IDEOGRAPH}]")
_QUOTE = re.compile(r"\"[^\"]*\"?|[“„][^”“]*[”“]?|«[^»]*»?|「[^」]*」?")
_INSISTED = AnyCase(
    r"\b(?:maintain(?:s|ed)|insist(?:s|ed)|assert(?:s|ed)|claim(?:s|ed)|stress(?:es|ed)|emphasi[sz]e[sd]|assure[sd]|"
    r"beteuer\w*|versicher\w*|beton(?:t|te|ten)|behaupte\w*|verzeker\w*|benadruk\w*|beweer\w*|houdt vol|"
    r"assur(?:e|ent|é|ait)|affirm(?:e|ent|é|ait)|soutien(?:t|nent)|soutenu|maintien(?:t|nent)|insist\w*|"
    r"asegur\w*|afirm\w*|sostien\w*|sostuv\w*|recalc\w*|assicur\w*|sosten\w*|ribadi\w*|garant\w*|sustent\w*|"
    r"försäkra\w*|hävda\w*|betona\w*|forsikr\w*|hævde\w*|hevde\w*|understreg\w*|understrek\w*|"
    r"zapewni\w*|twierdz\w*|podkreśl\w*|tvrd\w*|ujist\w*|zdůrazn\w*|завер\w*|утвержд\w*|настаив\w*|подчерк\w*|"
    r"запевн\w*|стверджу\w*|наголо\w*|savun\w*|vurgula\w*|iddia e\w*|διαβεβαί\w*|υποστηρίζ\w*|τόνισ\w*|"
    r"susțin\w*|asigur\w*|állít\w*|hangsúlyoz\w*|vakuut\w*|väit\w*|menegaskan|mengklaim|menekankan)\b|"
    r"坚称|堅稱|坚持|堅持|强调|強調|声称|聲稱|主張|강조|주장|أكد|شدد|زعم"
)
"""What says that somebody insists."""


def _is_beside_negation(sentence: _Sentence, place: int) -> bool:
    """Return whether a word that negates stands in one part of a sentence with what is at a place of it."""
    at = next((i for i, (_, end) in enumerate(sentence.places) if end - sentence.start > place), -1)
    return at >= 0 and any(_is_close(sentence.text, i, at) for i in sentence.negators)


def _is_denied(sentence: _Sentence, place: int) -> bool:
    """Return whether a word that negates stands right before or behind the word at a place of a sentence."""
    at = next((i for i, (_, end) in enumerate(sentence.places) if end - sentence.start > place), -1)
    return any(-_NEGATED_BEFORE <= at - i <= _NEGATED_BEFORE for i in sentence.negators)


def _shared(one: _Sentence, other: _Sentence) -> int:
    """Return how many long words two sentences have in common."""
    return len(_long_words(one) & {*other.words})


def _long_words(sentence: _Sentence) -> set[str]:
    return {word for word in sentence.words if len(word) > _STEM}


def _likest(one: _Sentence, other: _Sentence, near: Sequence[_Sentence]) -> bool:
    """Return whether no sentence of some has more long words of another than this one."""
    return _shared(other, one) >= max(_shared(other, n) for n in near)


_conceded = lru_cache(maxsize=2048)(_CONCEDED.find)
_silent = lru_cache(maxsize=2048)(_SILENT.find)


def _same_context(one: _Sentence, other: _Sentence, language: str) -> tuple[int, int] | None:
    """Return a negation of `one` and the place in `other` where the same words stand without any."""
    negators, _, verbs = _tables(language)
    if len(other.negators) >= len(one.negators) > 0 and language not in _UNSPACED:
        return None
    strong = [i for i in one.cues if one.words[i] in negators - _PARTIAL or verbs.fullmatch(one.words[i])]
    strong = [i for i in strong if not _lays_off(one.words[i : i + 4])]
    for i in strong:
        if (
            one.words[i] in other.words
            or {*one.words[i + 1 : i + _BOUND]} & _more(language)
            or (language in _UNSPACED and other.cues)
            or set(one.words[i + 1 : i + 2]) & _PARTIAL
        ):
            continue
        places = [
            *(range(i + 1, i + 5) if language != "ja" else ()),
            *(range(i - 5, i - 1) if language in POSTPOSED else ()),
        ]
        for at, width in ((at, width) for at in places for width in (3, 2)):
            gram = one.words[at : at + width]
            if at < 0 or len(gram) < width or not _withinclause(one, min(i, at), max(i, at + width - 1)):
                continue
            j = _find(gram, other.words) if _telling(gram, language) and not set(gram) & negators else -1
            if j >= 0 and not any(j - 9 <= c <= j + width + 5 and _tells_on(one, other, c, j) for c in other.cues):
                return i, j
    return None


def _tells_on(one: _Sentence, other: _Sentence, cue: int, place: int) -> bool:
    """Return whether a word that negates or denies may be why a negation is gone at a place of a sentence.

    What the other sentence denies by the same word, apart from that place, is denied by both.
    """
    kept = cue not in other.negators and any(one.words[i] == other.words[cue] for i in one.cues)
    return not kept or _withinclause(other, min(cue, place), max(cue, place))


def _lays_off(words: Sequence[str]) -> bool:
    """Return whether words that begin with one that denies say how many people lost their post: "dismissed nine"."""
    return words[0].startswith("dismiss") and any(word.isdecimal() or word in small("en") for word in words)


_BOUND = 9
"""Words behind "not" among which "more" makes a bound of it: "not expected to cover more than a third"."""
_MORE = {
    "en": frozenset(listed("more less")),
    "de": frozenset(listed("mehr weniger")),
    "fr": frozenset(listed("plus moins")),
    "es": frozenset(listed("mas menos")),
    "pt": frozenset(listed("mais menos")),
    "it": frozenset(listed("piu meno")),
    "nl": frozenset(listed("meer minder")),
    "sv": frozenset(listed("mer mindre")),
    "pl": frozenset(listed("wiecej mniej")),
    "cs": frozenset(listed("vice mene")),
    "ru": frozenset(listed("больше более менее")),
    "uk": frozenset(listed("більше менше")),
}


def _more(language: str) -> frozenset[str]:
    return _MORE.get(language, frozenset())


def _no_longer_denied(
    left: Sequence[_Sentence], right: _Sentence, near: Sequence[_Sentence], language: str
) -> tuple[int, int] | None:
    """Return where the word that a negator stands right before is said outright, in whatever form."""
    if language in _UNSPACED or any(n.cues for n in near):
        return None
    common = folded(language)
    for s in left:
        for i in (i for i in _outright(s) if s.words[i] in _OF_VERBS.get(language, ())):
            after = next((k for k in range(i + 1, min(i + 4, len(s.words))) if _tells(s.words[k], common)), -1)
            if after < 0 or not _withinclause(s, i, after) or {*s.words[i + 1 : i + _BOUND]} & _more(language):
                continue
            stem = s.words[after][: max(_STEM, len(s.words[after]) * 3 // 4)]
            j = next((j for j, w in enumerate(right.words) if w.startswith(stem)), -1)
            if j >= 0 and sum(w.startswith(stem) for w in s.words) == 1:
                return s.places[i][0], right.places[j][0]
    return None


_OF_VERBS = {
    "en": ("not", "never", "t", "cannot"),
    "de": ("nicht", "nie", "niemals"),
    "nl": ("niet", "nooit"),
    "sv": ("inte", "aldrig"),
    "da": ("ikke", "aldrig"),
    "no": ("ikke", "aldri"),
    "fr": ("pas", "jamais"),
    "es": ("no", "nunca"),
    "it": ("non", "mai"),
    "pt": ("nao", "nunca"),
    "pl": ("nie", "nigdy"),
    "ru": ("не", "никогда"),
    "uk": ("не",),
    "el": ("δεν", "μην"),
    "ro": ("nu",),
    "hu": ("nem",),
    "fi": ("ei", "eivat", "en", "emme"),
    "is": ("ekki",),
    "id": ("tidak", "belum"),
    "ar": ("لا", "لم", "لن", "ولم", "ولا", "ولن"),
    "he": ("לא", "ולא"),
    "bg": ("не",),
    "hr": ("ne", "nije", "nisu"),
}
"""Words that negate the verb behind them, and not a noun."""
_STEM = 5
"""Letters by which at least two words are forms of one."""


def _tells(word: str, common: Mapping[str, float]) -> bool:
    return len(word) > _STEM and common.get(word, 0.0) < 2e-4


def _withinclause(sentence: _Sentence, first: int, last: int) -> bool:
    """Return whether no punctuation wider than a space parts two words."""
    if last >= len(sentence.places):
        return False
    return all(sentence.places[k + 1][0] - sentence.places[k][1] <= 1 for k in range(first, last))


def _telling(gram: Sequence[str], language: str) -> bool:
    common = folded(language)
    rare = sorted(common.get(w, 0.0) for w in gram)
    return rare[0] < 2e-3 and (len(gram) > 2 or rare[1] < 6e-3)


def _find(gram: Sequence[str], words: Sequence[str]) -> int:
    width = len(gram)
    return next((j for j in range(len(words) - width + 1) if tuple(words[j : j + width]) == tuple(gram)), -1)


def _lost_in_translation(
    left: Sequence[_Sentence], right: _Sentence, near: Sequence[_Sentence], target: Article, language: str
) -> tuple[int, int] | None:
    """Return where a source sentence's negation has no counterpart anywhere in what was made of it."""
    if not near or target.language not in DENIALS or language not in DENIALS:
        return None
    if 1 < len(left) == len(near) <= _FEW and _as_long(left, near):  # one by one, in order
        left, near = [left[[n.start for n in near].index(right.start)]], [right]
    if len(left) != 1 or _asks(left[0]) != _asks(right):
        return None
    one = left[0]
    kept = any(n.cues or (n.kept and not one.kept) for n in near)
    if len(one.negators) <= kept:
        return None
    negation = _one_too_many(one, near, {language, target.language}) if kept else _outright(one)
    if not negation:
        return None
    share = negation[0] / len(one.words)
    places = [p for n in near for p in n.places]
    place = places[min(len(places) - 1, int(share * len(places)))]
    return (one.places[negation[0]][0], place[0]) if place in right.places else None


def _asks(sentence: _Sentence) -> bool:
    """Return whether a sentence ends as questions do."""
    return sentence.text.rstrip('"”’»」』 ').endswith(("?", "？", "؟"))


def _one_too_many(sentence: _Sentence, near: Sequence[_Sentence], languages: set[str]) -> list[int]:
    """Return the words that negate in a sentence, if it does so in more clauses than its translation can."""
    if languages & _UNSPACED or any(sentence.words[at] in _ONCE_MORE for at in sentence.negators):
        return []
    whole = [at for at in sentence.negators if not {*sentence.words[at : at + 2]} & _PARTIAL]
    told = sum(max(len(_clauses_of(n, (*n.cues, *n.kept))), _plainly(n), _again(n)) for n in near)
    clauses = len(_clauses_of(sentence, sentence.negators))
    if clauses > 1 and clauses > told:
        return whole
    others = len(sentence.cues) - len(sentence.negators)  # "irregolarita" is "irregularidad"
    told += max(0, sum(len({*n.cues, *n.kept} - {*n.negators}) for n in near) - others)
    joined = any(n.words[at] in _ONCE_MORE for n in near for at in n.negators)
    return whole if 1 < _plainly(sentence) > told and not joined else []


def _again(sentence: _Sentence) -> int:
    """Return how often a sentence negates by one word: "nessuna scheda e nessun sigillo"."""
    return max(Counter(sentence.words[at][:_STEM] for at in sentence.negators).values(), default=0)


def _plainly(sentence: _Sentence) -> int:
    """Return how many words of a sentence negate each a verb of its own."""
    return sum(
        sentence.words[at] in _PLAINLY or _BY_FORM.fullmatch(sentence.words[at]) is not None for at in sentence.negators
    )


_BY_FORM = of_tables(plain("|".join(_NEGATING.values())))
_PLAINLY = frozenset(
    map(plain, listed("not t cannot nicht niet inte ikke pas no non nao nie не δεν nu nem ekki tidak לא"))
)
"""Words that negate a verb, each one of its own, and agree with no other one."""


_ONCE_MORE = frozenset(
    listed("nor neither weder noch ni tampoco ne neanche nem tampouco ни ani ні varken hverken even")
)
"""Words that negate with another one, and can go without saying."""


def _clauses_of(sentence: _Sentence, words: Sequence[int]) -> set[int]:
    """Return the numbers of those parts of a sentence, between punctuation marks, that hold some of its words."""
    edges = [i for i in range(len(sentence.words)) if i and not _withinclause(sentence, i - 1, i)]
    return {bisect_right(edges, word) for word in words}


def _as_long(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> bool:
    """Return whether sentences in their order are alike in length, as the whole of them are."""
    if any(_QUOTED.search(s.text) for s in (*left, *right)):
        return False  # quotes are parted from who spoke, and joined to others
    rate = sum(len(r.text) for r in right) / max(1, sum(len(s.text) for s in left))
    return all(_SHORTER <= len(r.text) / (rate * len(s.text)) <= 1 / _SHORTER for s, r in zip(left, right, strict=True))


_SHORTER = 0.75
_QUOTED = re.compile(r"[\"“”«»„「」]")
_FEW = 3
"""Sentences, at most, that a translation is taken to tell one by one in their order where nothing else parts them."""


def _outright(sentence: _Sentence) -> list[int]:
    """Return the words that negate in a sentence, none if one of them leaves something half true."""
    places = list(sentence.negators)
    return [] if any(_is_partial(sentence, at) for at in places) else places


def _is_partial(sentence: _Sentence, at: int) -> bool:
    """Return whether a word that negates leaves something half true, or something else can say the same."""
    around = {*sentence.words[at : at + 2]} & _PARTIAL or {*sentence.words[max(0, at - 1) : at]} & _ALMOST
    if around or {*sentence.words[at + 1 : at + 4]} & _FIRST:
        return True
    until = (i for i, w in enumerate(sentence.words[at + 1 : at + _BOUND], at + 1) if w in _UNTIL)
    return any(_withinclause(sentence, at, i) for i in until)


def folded_words(article: Article, n: int) -> tuple[str, ...]:
    """Return the words of a sentence, folded."""
    return _sentences(article)[n].words


def word_at(article: Article, n: int, i: int) -> int:
    """Return where in an article a word of a sentence begins."""
    return _sentences(article)[n].places[i][0]


def negated(article: Article, n: int, i: int) -> bool:
    """Return whether a word that negates stands close to a word of a sentence, with no punctuation between them."""
    sentence = _sentences(article)[n]
    if article.language == "fr" and not {"ne", "n"} & {*sentence.words}:
        return False  # "jamais" without it says "ever"
    form = _NEGATED_FORM.get(article.language)
    if form and any(form.fullmatch(word) for word in sentence.words[i : i + 2]):
        return True
    behind = _NEGATED_BEHIND.get(article.language, 0)
    return any(
        -behind <= i - k <= _CLOSE and k != i and _withinclause(sentence, min(i, k), max(i, k))
        for k in sentence.negators
    )


def negators_and_cues(article: Article, n: int) -> tuple[int, int]:
    """Return how many verbs or other words of a sentence are negated, and how many words can carry a negation."""
    sentence = _sentences(article)[n]
    return _plainly(sentence) or len(sentence.negators), len(sentence.cues)


_NEGATED_FORM = {"tr": re.compile(r"\w+(?:m[ae](?:d[ıi]|z|y[ae][nc]|m[ıi]s)|m[ıiu]yor)\w*")}
"""Verbs that negate by their own form, which may stand right behind the word that they go with: "kabul etmeyen"."""
_CLOSE = 5
"""How many words before another one that which negates it may stand."""


def denies(text: str, language: str) -> bool:
    """Return whether a text has a word that negates."""
    return bool(_sentence(text, False, language).negators)


def refuses(text: str, language: str) -> bool:
    """Return whether a text negates, or has a verb that denies or rules out."""
    one = _sentence(text, False, language)
    return bool(one.negators or one.denials)


def may_negate(text: str, language: str) -> bool:
    """Return whether a text has any word that can carry a negation in translation."""
    return bool(_sentence(text, False, language).cues)


def clause(article: Article, place: int) -> Span:
    """Return the clause around a place, between punctuation marks."""
    start, end = next(s for s in article.sentences if s[0] <= place < s[1])
    for m in _EDGE.finditer(article.text, start, end):
        if m.end() <= place:
            start = m.end()
        elif m.start() >= place:
            end = m.start()
            break
    return start, end
