"""Words turned into their opposites: what rose is said to have fallen, and the like, also across languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from provenance.article import Article
from provenance.changes.negation import clause, folded_words, may_negate, negated, negators_and_cues, word_at
from provenance.changes.numerals import plain
from provenance.changes.pairs import Pair, companions
from provenance.model import Change, Derived, Span

_POLES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "rise": (
        {
            "en": "rose|risen|rises?|rising|climb\\w*|increas\\w*|soar\\w*|surg(?:ed|es|ing)|grew|grown|grows|"
            "raised?|raising",
            "de": "stieg(?:en)?|steig\\w*|gestiegen\\w*|anstieg\\w*|erhoh\\w*|wuchs\\w*|gewachsen|zunahm\\w*",
            "nl": "steeg|stegen|stijg\\w*|gestegen|toename|toegenomen|verhoog\\w*|groei\\w*",
            "sv": "steg|stigit|stig\\w*|oka\\w*|hoj\\w*|vaxte|vuxit",
            "da": "steg|stig\\w*|øge\\w*|hæve\\w*|vokse\\w*",
            "no": "steg|stig\\w*|økt\\w*|økning\\w*|heve\\w*|vokst\\w*",
            "fr": "augment\\w*|hausse\\w*|grimp\\w*|progress(?:e|ent|e|ees?|ait|aient|er|ion)|bond(?:i|it|issent)|"
            "accru\\w*|relev(?:e|ees?|er)",
            "es": "sub(?:io|ieron|e|en|ido|ida|iendo|ir)|aument\\w*|increment\\w*|crec\\w*|alza",
            "it": "sal(?:ito|iti|ita|ite|i|gono|ire|endo)|aument\\w*|cresc\\w*|rialz\\w*",
            "pt": "sub(?:iu|iram|e|em|ido|indo|ir)|aument\\w*|cresc\\w*|alta",
            "pl": "wzros\\w*|rosn\\w*|zwieksz\\w*|podni[eo]s\\w*",
            "cs": "vzrost\\w*|stoup\\w*|zvys\\w*|narust\\w*",
            "ru": "вырос\\w*|возрос\\w*|раст[её]\\w*|увелич\\w*|повыс\\w*|поднял\\w*|рост\\w{0,2}",
            "uk": "зрос\\w*|зростан\\w*|збільш\\w*|підвищ\\w*|піднял\\w*",
            "tr": "art(?:tı|mıs|ıs|ıyor|arak|ırdı)\\w*|yuksel\\w*",
            "zh": "上[涨漲升]|增[加长長]|[涨漲]至|提高|攀升",
            "ja": "上昇|増加|値上がり|増え|引き上げ",
            "ko": "증가\\w*|상승\\w*|올랐\\w*|늘었\\w*|늘어\\w*|인상\\w*",
            "ar": "ارتفع\\w*|ارتفاع\\w*|ازداد\\w*|زيادة|زاد\\w?",
        },
        {
            "en": "fell|fallen|falls|falling|dropped|dropping|decreas\\w*|plung\\w*|slump\\w*|sank|sunk|shrank|"
            "shrunk|shrink\\w*|"
            "tumbl\\w*|lowered|lowering|reduc(?:ed|es|ing|tion)",
            "de": "fiel(?:en)?|gefallen|sank(?:en)?|sink(?:t|en)|gesunken\\w*|ruckgang\\w*|zuruckgegangen|"
            "gesenkt\\w*|senk(?:t|te|ten|en)|"
            "geschrumpft|schrumpf\\w*|verringer\\w*",
            "nl": "daal\\w*|gedaald|zakte\\w*|gezakt|afname|afgenomen|verlaag\\w*|kromp\\w*",
            "sv": "foll|fallit|sjonk|sjunk\\w*|minska\\w*|sank(?:te|t|s)",
            "da": "faldt|faldet|falder|falde|sænke\\w*|mindske\\w*",
            "no": "falt|faller|sank|sunket|synke\\w*|senke\\w*|redusert\\w*",
            "fr": "baiss\\w*|diminu\\w*|chut\\w*|recul(?:e|ent|ait|er|ees?)|redui\\w*|repli",
            "es": "baj(?:o|aron|ado|ada|ando|ar|an)|ca(?:yo|yeron|ido|ida|en)|caida|disminu\\w*|descen\\w*|"
            "reduj\\w*|reduc\\w*",
            "it": "scend\\w*|sces[oaie]|cal(?:ato|ata|ati|ate|o|ano|are)|diminu\\w*|ridott\\w*|ridu\\w*|"
            "crollat\\w*|crollo",
            "pt": "ca(?:iu|iram|ido|indo|ir)|queda|diminu\\w*|reduz\\w*|baix(?:ou|aram|ado|ando|ar)|recu(?:ou|aram)",
            "pl": "spad(?:l\\w*|a|aja|ek|ku)|zmniejsz\\w*|obniz\\w*|zmala\\w*",
            "cs": "kles\\w*|poklesl?\\w*|sniz\\w*|zmensi\\w*",
            "ru": "упал\\w*|пада[ею]\\w*|снизил\\w*|снижен\\w*|сократил\\w*|сокращен\\w*|уменьш\\w*|падени\\w*",
            "uk": "впал\\w*|упал\\w*|знизил\\w*|знижен\\w*|скоротил\\w*|зменш\\w*|падін\\w*",
            "tr": "dus(?:tu|mus|us|uyor|urdu)\\w*|azal\\w*|geriled\\w*",
            "zh": "下[跌降滑]|减少|減少|降至|跌至|降低|缩减",
            "ja": "下落|減少|低下|値下がり|減っ|引き下げ",
            "ko": "감소\\w*|하락\\w*|떨어\\w*|줄었\\w*|줄어\\w*|인하\\w*",
            "ar": "انخفض\\w*|انخفاض\\w*|تراجع\\w*|هبط\\w*|هبوط\\w*",
        },
    ),
    "harm": (
        {
            "en": "unharmed|unhurt|uninjured|unscathed|undamaged|intact",
            "de": "unverletzt\\w*|unversehrt\\w*|unbeschadigt\\w*|unbeschadet",
            "nl": "ongedeerd\\w*|onbeschadigd\\w*",
            "sv": "oskadd\\w*|oskadat",
            "da": "uskadt\\w*|uskadte",
            "no": "uskadd\\w*",
            "fr": "indemnes?|intacte?s?",
            "es": "iles[oa]s?|indemnes?|intact[oa]s?",
            "it": "illes[oaie]|incolum[ei]|indenn[ei]|intatt[oaie]",
            "pt": "ileso?s?|ilesas?|incolumes?|intact[oa]s?",
            "ru": "невредим\\w*|цел[ыа]?",
            "zh": "安然无恙|毫发无损|完好",
            "ja": "無傷|無事",
        },
        {
            "en": "hurt|injur(?:ed|ies)|wounded|harmed|damaged",
            "de": "verletzt\\w*|beschadigt\\w*|verwundet\\w*",
            "nl": "gewond\\w*|beschadigd\\w*|letsel",
            "sv": "skadad\\w*|skadats",
            "da": "saret\\w*|såret\\w*|skadet\\w*",
            "no": "skadet\\w*|såret\\w*",
            "fr": "blesse\\w*|endommag\\w*",
            "es": "herid[oa]s?|lesionad[oa]s?|danad[oa]s?",
            "it": "ferit[oaie]|danneggiat[oaie]",
            "pt": "ferid[oa]s?|danificad[oa]s?",
            "ru": "пострадал\\w*|ранен\\w*|поврежд\\w*",
            "zh": "受伤|受損|受损",
            "ja": "負傷|けがを|損傷",
        },
    ),
    "verdict": (
        {
            "en": "convict(?:ed|s|ion)|guilty",
            "de": "verurteil\\w*|schuldig\\w*",
            "nl": "veroordeel\\w*|schuldig\\w*",
            "sv": "domd\\w*|skyldig\\w*",
            "da": "domt\\w*|dømt\\w*|skyldig\\w*",
            "no": "dømt\\w*|skyldig\\w*",
            "fr": "condamne\\w*|coupables?",
            "es": "condenad[oa]s?|culpables?",
            "it": "condannat[oaie]|colpevol[ei]",
            "pt": "condenad[oa]s?|culpad[oa]s?",
            "pl": "skazan\\w*|winn[ya]\\w*",
            "cs": "odsouzen\\w*|vinen|vinn\\w*",
            "ru": "осужд[её]н\\w*|осудил\\w*|виновн\\w*",
            "uk": "засудж\\w*|винн\\w*",
            "zh": "有罪|定罪|判刑",
            "ja": "有罪",
            "ko": "유죄\\w*",
        },
        {
            "en": "acquit(?:ted|s|tal)|exonerat\\w*",
            "de": "freigesprochen\\w*|freispruch\\w*|unschuldig\\w*",
            "nl": "vrijgesproken|vrijspraak|onschuldig\\w*",
            "sv": "friad\\w*|frikand\\w*|oskyldig\\w*",
            "da": "frifundet|frifind\\w*|frikendt\\w*|uskyldig\\w*",
            "no": "frifunnet|frikjent\\w*|uskyldig\\w*",
            "fr": "acquitt\\w*|relaxe\\w*|innocente\\w*",
            "es": "absuelt[oa]s?|absolvi\\w*|inocentes?",
            "it": "assolt[oaie]|assoluzion\\w*|innocent[ei]",
            "pt": "absolvid[oa]s?|inocentes?|absolvic\\w*",
            "pl": "uniewinni\\w*|niewinn\\w*",
            "cs": "zprosten\\w*|nevin\\w*",
            "ru": "оправда(?:н|л)\\w*|невиновн\\w*",
            "uk": "виправда(?:н|л)\\w*|невинн\\w*",
            "zh": "无罪|無罪",
            "ja": "無罪",
            "ko": "무죄\\w*",
        },
    ),
    "assent": (
        {
            "en": "approv(?:ed|es|al)|accept(?:ed|s|ing)|adopt(?:ed|s)|endors\\w*|agreed|granted|upheld|upholds?",
            "de": "angenommen|genehmigt\\w*|gebilligt|billigt\\w*|zugestimmt|zustimm\\w*|stimmt\\w* zu|"
            "bewilligt\\w*|stattgegeben",
            "nl": "goedgekeurd|keurde|aanvaard\\w*|ingestemd|aangenomen|ingewilligd",
            "sv": "godkan\\w*|accepterad\\w*|antog\\w*|bifoll\\w*|bifall\\w*",
            "da": "godkend\\w*|accepter\\w*|vedtog|vedtaget",
            "no": "godkjen\\w*|aksepter\\w*|vedtok|vedtatt",
            "fr": "approuv\\w*|accept\\w*|adopt\\w*|valid(?:e|ees?|er|ait)",
            "es": "aprob\\w*|aprueb\\w*|acept\\w*|adopt\\w*",
            "it": "approva\\w*|accett\\w*|adott\\w*|accolt\\w*|accogl\\w*",
            "pt": "aprov\\w*|aceit\\w*|adot\\w*|acolh\\w*",
            "pl": "zatwierdz\\w*|przyje\\w*|zgodzi\\w*|uchwali\\w*",
            "cs": "schval\\w*|prija\\w*|souhlasi\\w*",
            "ru": "одобр\\w*|принял\\w*|утвержд[её]н\\w*|утверд\\w*|соглас\\w*|удовлетвор\\w*",
            "uk": "схвал\\w*|прийня\\w*|затверд\\w*|погод\\w*",
            "tr": "onayla\\w*|kabul\\w*",
            "zh": "批准|通过|通過|同意|接受",
            "ja": "承認|可決|受け入れ|同意",
            "ko": "승인\\w*|가결\\w*|수용\\w*|동의\\w*",
        },
        {
            "en": "reject\\w*|refus(?:ed|es|al)|dismiss(?:ed|es)|oppos(?:ed|es)|vetoed",
            "de": "abgelehnt\\w*|ablehn\\w*|lehn\\w*|zuruckgewiesen|verweiger\\w*|verworfen|abgewiesen",
            "nl": "afgewezen|afwij\\w*|wees|geweiger\\w*|weiger\\w*|verworp\\w*",
            "sv": "avslog\\w*|avslag\\w*|avvisa\\w*|forkasta\\w*|vagra\\w*",
            "da": "afvis\\w*|afslog|forkaste\\w*|nægte\\w*",
            "no": "avvis\\w*|avslo\\w*|forkaste\\w*|nekte\\w*",
            "fr": "rejet\\w*|refus\\w*|repouss\\w*|debout\\w*",
            "es": "rechaz\\w*|deneg\\w*|desestim\\w*|rehus\\w*",
            "it": "respin\\w*|rifiut\\w*|bocci\\w*|rigett\\w*|negat\\w*",
            "pt": "rejeit\\w*|recus\\w*|negad\\w*|indefer\\w*",
            "pl": "odrzuc\\w*|odmow\\w*|oddali\\w*",
            "cs": "zamit\\w*|odmit\\w*",
            "ru": "отверг\\w*|отклон\\w*|отказ\\w*",
            "uk": "відхил\\w*|відкин\\w*|відмов\\w*",
            "tr": "red(?:det|di|ded)\\w*",
            "zh": "拒[绝絕]|否决|否決|驳回|駁回",
            "ja": "却下|拒否|否決|退け",
            "ko": "거부\\w*|기각\\w*|부결\\w*|거절\\w*",
        },
    ),
    "owning": (
        {
            "en": "admit(?:s|ted|ting)|confess(?:ed|es)|acknowledg(?:ed|es)|conced(?:ed|es)|confirm(?:ed|s)",
            "de": "gestand\\w*|gesteh\\w*|zugegeben|eingeraumt|raumt\\w*|bestatigt\\w*",
            "nl": "toegegeven|erkend\\w*|erkent|bevestig\\w*|bekend\\w*",
            "sv": "erkan\\w*|medg\\w+|bekrafta\\w*",
            "da": "erkend\\w*|indromm\\w*|indrømm\\w*|bekræft\\w*",
            "no": "innrømm\\w*|erkjen\\w*|bekreft\\w*",
            "fr": "admi[st]\\w*|reconn\\w*|avou\\w*|confirm\\w*",
            "es": "admiti\\w*|admite\\w*|reconoc\\w*|confes\\w*|confirm\\w*",
            "it": "ammess\\w*|ammett\\w*|riconosc\\w*|confess\\w*|conferm\\w*",
            "pt": "admit\\w*|reconhec\\w*|confess\\w*|confirm\\w*",
            "pl": "przyzna\\w*|potwierdz\\w*",
            "cs": "prizna\\w*|potvrd\\w*",
            "ru": "призна(?:л|[её]т|ют)\\w*|подтверд\\w*|подтвержда\\w*",
            "uk": "визна(?:л|є|в)\\w*|підтверд\\w*",
            "tr": "itiraf\\w*|dogrula\\w*",
            "zh": "承认|承認|证实|證實",
            "ja": "認め|確認し",
            "ko": "인정\\w*|시인\\w*|확인했\\w*",
        },
        {
            "en": "den(?:ied|ies|ying|ial)|disput(?:ed|es)|contest(?:ed|s)|refut\\w*",
            "de": "bestr(?:eite|itt)\\w*|bestritten|leugne\\w*|geleugnet|dementier\\w*",
            "nl": "ontken\\w*|bestrijd\\w*|betwist\\w*",
            "sv": "fornek\\w*|neka\\w*|dementer\\w*|bestrid\\w*",
            "da": "benægte\\w*|nægte\\w*|afvise\\w*",
            "no": "benekte\\w*|nekte\\w*|avvise\\w*",
            "fr": "ni(?:e|ent|ait|er)|dement\\w*|contest\\w*|refut\\w*",
            "es": "neg(?:o|aron|ado|ar)|nieg\\w*|desment\\w*|desmient\\w*|refut\\w*",
            "it": "neg(?:a|ato|ano|are)|smenti\\w*|contest\\w*",
            "pt": "neg(?:ou|aram|a|am|ado|ar)|desment\\w*|contest\\w*",
            "pl": "zaprzecz\\w*|zdementowa\\w*",
            "cs": "popr\\w*|popir\\w*|dementova\\w*",
            "ru": "отриц\\w*|опроверг\\w*",
            "uk": "запереч\\w*|спросту\\w*",
            "tr": "yalanla\\w*|red(?:det|ded)\\w*|inkar\\w*",
            "zh": "否认|否認",
            "ja": "否定|否認",
            "ko": "부인\\w*|부정\\w*",
        },
    ),
    "leave": (
        {
            "en": "allow(?:ed|s|ing)|permit(?:ted|s|ting)|authori[sz]ed|legali[sz]\\w*",
            "de": "erlaub\\w*|zulass\\w*|zugelassen|gestattet",
            "nl": "toegestaan|toelat\\w*|toegelaten|vergund",
            "sv": "tillat\\w*|tillåt\\w*",
            "da": "tillad\\w*|tilladt",
            "no": "tillat\\w*",
            "fr": "autoris\\w*|permet\\w*|permis\\w*",
            "es": "permit\\w*|autoriz\\w*",
            "it": "permess\\w*|consent\\w*|autorizz\\w*",
            "pt": "permit\\w*|autoriz\\w*",
            "pl": "dozwol\\w*|zezwol\\w*|pozwol\\w*",
            "cs": "povol\\w*",
            "ru": "разреш\\w*|позвол\\w*",
            "uk": "дозвол\\w*",
            "tr": "izin\\w*",
            "zh": "允许|允許|准许",
            "ja": "許可|認可",
            "ko": "허용\\w*|허가\\w*",
        },
        {
            "en": "ban(?:ned|s|ning)?|forbid\\w*|forbade|prohibit\\w*|barred|outlaw\\w*",
            "de": "verb[io]t\\w*|verboten\\w*|untersag\\w*",
            "nl": "verb[io]\\w*|verboden",
            "sv": "forbj\\w*|forbud\\w*",
            "da": "forby\\w*|forbud\\w*",
            "no": "forby\\w*|forbud\\w*",
            "fr": "interdi\\w*|prohib\\w*",
            "es": "prohib\\w*|vetad\\w*",
            "it": "viet\\w*|proibi\\w*|divieto",
            "pt": "proib\\w*|vetad\\w*",
            "pl": "zakaz\\w*|zabron\\w*",
            "cs": "zakaz\\w*|zakaza\\w*",
            "ru": "запре[тщ]\\w*",
            "uk": "заборон\\w*",
            "tr": "yasak\\w*",
            "zh": "禁止",
            "ja": "禁止|禁じ",
            "ko": "금지\\w*",
        },
    ),
    "better": (
        {
            "en": "improv(?:ed|es|ing|ement)|better",
            "de": "verbesser\\w*|besser\\w*",
            "nl": "verbeter\\w*|beter",
            "fr": "amelior\\w*|meilleure?s?",
            "es": "mejor\\w*",
            "it": "miglior\\w*",
            "pt": "melhor\\w*",
            "ru": "улучш\\w*|лучше",
            "pl": "popraw\\w*|lepsz\\w*|lepiej",
            "zh": "改善|好转",
            "ja": "改善",
        },
        {
            "en": "worsen\\w*|deteriorat\\w*|worse",
            "de": "verschlechter\\w*|verschlimmer\\w*|schlechter\\w*|schlimmer",
            "nl": "verslechter\\w*|slechter|erger",
            "fr": "empir\\w*|deterior\\w*|aggrav\\w*|pires?",
            "es": "empeor\\w*|deterior\\w*|agrav\\w*|peor(?:es)?",
            "it": "peggior\\w*|deterior\\w*|aggrav\\w*",
            "pt": "pior\\w*|deterior\\w*|agrav\\w*",
            "ru": "ухудш\\w*|хуже",
            "pl": "pogorsz\\w*|gorsz\\w*|gorzej",
            "zh": "恶化|惡化",
            "ja": "悪化",
        },
    ),
    "speed": (
        {
            "en": "faster|quicker|accelerat\\w*",
            "de": "schneller\\w*|beschleunig\\w*",
            "nl": "sneller\\w*|versneld\\w*",
            "fr": "acceler\\w*",
            "es": "aceler\\w*",
            "it": "acceler\\w*",
            "pt": "aceler\\w*",
            "ru": "быстрее|ускор\\w*",
            "pl": "szybciej|szybsz\\w*|przyspiesz\\w*",
        },
        {
            "en": "slower|slow(?:ed|ing)",
            "de": "langsamer\\w*|verlangsam\\w*",
            "nl": "langzamer|trager|vertraag\\w*",
            "fr": "ralenti\\w*",
            "es": "ralenti\\w*|desaceler\\w*",
            "it": "rallent\\w*",
            "pt": "desaceler\\w*",
            "ru": "медленнее|замедл\\w*",
            "pl": "wolniej|wolniejsz\\w*|spowoln\\w*",
        },
    ),
    "gain": (
        {
            "en": "profits?|surplus\\w*",
            "de": "gewinn\\w*|uberschuss\\w*",
            "nl": "winst\\w*|overschot\\w*",
            "fr": "benefices?|excedent\\w*",
            "es": "beneficios?|ganancias?|superavit",
            "it": "util[ei]|profitt\\w*|avanzo",
            "pt": "lucros?|superavit",
            "ru": "прибыл\\w*|профицит\\w*",
            "pl": "zysk\\w*|nadwyzk\\w*",
            "zh": "盈利|利润|盈余",
            "ja": "黒字|利益",
            "ko": "흑자\\w*|이익\\w*",
        },
        {
            "en": "loss|losses|deficits?",
            "de": "verluste?s?|defizit\\w*",
            "nl": "verliez\\w*|verlies|tekort\\w*",
            "fr": "pertes?|deficit\\w*",
            "es": "perdidas?|deficit",
            "it": "perdit[ae]|disavanz\\w*|deficit",
            "pt": "prejuizos?|deficit",
            "ru": "убыт\\w*|дефицит\\w*",
            "pl": "strat\\w*|deficyt\\w*",
            "zh": "亏损|虧損|赤字",
            "ja": "赤字|損失",
            "ko": "적자\\w*|손실\\w*",
        },
    ),
    "will": (
        {
            "en": "deliberate\\w*|intentional\\w*|on purpose",
            "de": "absichtlich\\w*|vorsatzlich\\w*",
            "nl": "opzettelijk\\w*",
            "fr": "volontaire(?:ment|s)?|delibere\\w*|intentionnel\\w*",
            "es": "intencionad\\w*|deliberad\\w*",
            "it": "intenzional\\w*|dolos\\w*|deliberat\\w*",
            "pt": "intencional\\w*|deliberad\\w*",
            "ru": "умышленн\\w*|намеренн\\w*",
            "pl": "celow\\w*|umysln\\w*",
            "zh": "故意|蓄意",
            "ja": "故意|意図的",
        },
        {
            "en": "accidental\\w*|unintentional\\w*|inadvertent\\w*|involuntar\\w*",
            "de": "versehentlich\\w*|unabsichtlich\\w*|zufallig\\w*",
            "nl": "per ongeluk|onopzettelijk\\w*|abusievelijk",
            "fr": "accidentel\\w*|involontaire\\w*",
            "es": "accidental\\w*|involuntari\\w*",
            "it": "accidental\\w*|involontari\\w*",
            "pt": "acidental\\w*|involuntari\\w*",
            "ru": "случайн\\w*|неумышленн\\w*|непреднамеренн\\w*",
            "pl": "przypadkow\\w*|nieumysln\\w*",
            "zh": "意外|无意",
            "ja": "偶然|過失",
        },
    ),
    "life": (
        {
            "en": "surviv(?:ed|es|e|ing)|alive",
            "de": "uberleb\\w*",
            "nl": "overleef\\w*",
            "sv": "overlev\\w*",
            "da": "overlev\\w*",
            "no": "overlev\\w*",
            "fr": "surv(?:it|ivent|ecu|ecut|ecurent|ivra)",
            "es": "sobreviv\\w*",
            "it": "sopravviv\\w*|sopravvissut[oaie]",
            "pt": "sobreviv\\w*",
            "pl": "przezy[lł]\\w*",
            "cs": "prezil\\w*",
            "ru": "выжил\\w*|уцелел\\w*",
            "uk": "вижи[вл]\\w*",
            "tr": "hayatta|kurtul\\w*",
            "zh": "幸存|生还",
            "ja": "生き残|助か",
            "ko": "생존\\w*|살아남\\w*",
            "ar": "نجا|نجت|نجوا",
        },
        {
            "en": "died|dies|killed|dead|perished",
            "de": "starb(?:en)?|gestorben|getotet\\w*|tot|umgekommen",
            "nl": "stierf|stierven|overleden|omgekomen|gedood",
            "sv": "dog|dott|dodad\\w*|omkom\\w*",
            "da": "døde|omkom\\w*|dræbt",
            "no": "døde|omkom\\w*|drept",
            "fr": "mort(?:e|s|es)?|mouru\\w*|tue(?:e|s|es)?|deced\\w*",
            "es": "mur(?:io|ieron)|muert[oa]s?|fallec\\w*",
            "it": "mort[oaie]|morirono|ucci[so]\\w*|decedut[oaie]",
            "pt": "morr(?:eu|eram)|mort[oa]s?|falec\\w*",
            "pl": "zgin\\w*|zmar\\w*",
            "cs": "zemrel\\w*|zahynul\\w*",
            "ru": "погиб\\w*|умер\\w*|скончал\\w*",
            "uk": "загин\\w*|помер\\w*",
            "tr": "oldu|oldu[gk]\\w*|hayatını",
            "zh": "死亡|身亡|遇难|丧生",
            "ja": "死亡|死去|亡くな",
            "ko": "사망\\w*|숨졌\\w*|숨지\\w*",
            "ar": "قتل\\w*|توفي\\w*|مات\\w?",
        },
    ),
    "law": (
        {
            "en": "legal(?:ly)?|lawful(?:ly)?|constitutional",
            "de": "legal\\w*|rechtmassig\\w*|zulassig\\w*",
            "nl": "legaal|legale|rechtmatig\\w*",
            "fr": "legal(?:e|es|ement)?|legaux|licites?",
            "es": "legal(?:es|mente)?|licit[oa]s?",
            "it": "legal[ei]|legalmente|lecit[oaie]",
            "pt": "legal|legais|legalmente|licit[oa]s?",
            "pl": "legaln\\w*",
            "ru": "законн\\w*",
            "zh": "(?<![非不])合法",
            "ja": "合法|適法",
            "ko": "합법\\w*",
        },
        {
            "en": "illegal(?:ly)?|unlawful(?:ly)?|unconstitutional",
            "de": "illegal\\w*|rechtswidrig\\w*|unrechtmassig\\w*|unzulassig\\w*",
            "nl": "illegaal|illegale|onrechtmatig\\w*",
            "fr": "illegal(?:e|es|ement)?|illegaux|illicites?",
            "es": "ilegal(?:es|mente)?|ilicit[oa]s?",
            "it": "illegal[ei]|illegalmente|illecit[oaie]|illegittim[oaie]",
            "pt": "ilegal|ilegais|ilegalmente|ilicit[oa]s?",
            "pl": "nielegaln\\w*|bezprawn\\w*",
            "ru": "незаконн\\w*",
            "zh": "非法|违法",
            "ja": "違法",
            "ko": "불법\\w*|위법\\w*",
        },
    ),
    "stay": (
        {
            "en": "resign(?:s|ed|ing|ation)?|step(?:s|ped|ping)? down|stand(?:s|ing)? down|quit(?:s|ting)?",
            "de": "zurucktr\\w*|zurucktrat\\w*|zuruckgetreten|rucktritt\\w*",
            "nl": "aftred\\w*|afgetreden|opstap\\w*|ontslag",
            "sv": "avga\\w*|avgang\\w*",
            "fr": "demission\\w*",
            "es": "dimi(?:te|tir|tio|tira|sion)\\w*|renunci\\w*",
            "it": "dimett\\w*|dimess[oaie]|dimission\\w*",
            "pt": "demit\\w*|demissao|renunci\\w*",
            "pl": "dymisj\\w*|rezygn\\w*|ustapi\\w*",
            "ru": "отставк\\w*",
            "uk": "відставк\\w*",
            "tr": "istifa\\w*",
            "zh": "辞职|辭職",
            "ja": "辞任|辞職",
            "ko": "사임\\w*|사퇴\\w*",
            "ar": "استقال\\w*|يستقيل\\w*",
        },
        {
            "en": "stay(?:s|ed|ing)? on|remain(?:s|ed|ing)? in (?:office|post)",
            "de": "im amt",
            "fr": "en poste",
        },
    ),
    "plea": (
        {
            "en": "appeal(?:s|ed|ing)?",
            "de": "berufung|revision",
            "nl": "beroep",
            "fr": "appel",
            "es": "apel\\w*|recurr\\w*",
            "it": "appello|ricors[oi]|ricorr\\w*",
            "pt": "recorr\\w*|apel\\w*",
            "pl": "apelacj\\w*|odwola\\w*",
            "ru": "обжал\\w*|апелляц\\w*",
            "tr": "istinaf\\w*|temyiz\\w*",
            "zh": "上诉|上訴",
            "ja": "控訴|上告",
            "ko": "항소\\w*|상고\\w*",
        },
        {},
    ),
    "flight": (
        {
            "en": "evacuat\\w*",
            "de": "evakuier\\w*|geraumt",
            "nl": "geevacueerd|evacu\\w*",
            "fr": "evacu\\w*",
            "es": "evacu\\w*|desaloj\\w*",
            "it": "evacu\\w*|sgomber\\w*",
            "pt": "evacu\\w*|retirad[oa]s?",
            "pl": "ewaku\\w*",
            "ru": "эваку\\w*",
            "uk": "еваку\\w*",
            "tr": "tahliye\\w*",
            "zh": "疏散|撤离",
            "ja": "避難",
            "ko": "대피\\w*",
        },
        {},
    ),
    "custody": (
        {
            "en": "arrest(?:ed|s|ing)?|detain(?:ed|s)?|jailed|imprisoned",
            "de": "festgenommen\\w*|verhaftet\\w*|inhaftiert\\w*",
            "nl": "aangehouden|gearresteerd|opgepakt",
            "sv": "grips\\w*|gripits|gripna|anhallen",
            "fr": "arret(?:ee?s?|e)|interpell\\w*|ecrou\\w*|incarcer\\w*",
            "es": "deten(?:ido|ida|idos|idas)|arrest\\w*|detuv\\w*|encarcel\\w*",
            "it": "arrestat[oaie]|fermat[oaie]|incarcerat[oaie]",
            "pt": "det(?:ido|ida|idos|idas)|pres[oa]s?|detev\\w*",
            "pl": "zatrzyma\\w*|aresztowa\\w*",
            "ru": "арест\\w*|задерж\\w*",
            "uk": "арешт\\w*|затрим\\w*",
            "tr": "tutukla\\w*|gozaltı\\w*",
            "zh": "逮捕|拘留",
            "ja": "逮捕|拘束",
            "ko": "체포\\w*|구속\\w*",
        },
        {
            "en": "released|freed|set free",
            "de": "freigelassen\\w*|entlassen|auf freien fuss",
            "nl": "vrijgelaten|vrijlating",
            "sv": "slapp(?:t|ts|tes)|frigav\\w*|frigiv\\w*",
            "fr": "liber\\w*|relach\\w*",
            "es": "liber\\w*|puest\\w+ en libertad",
            "it": "rilasciat[oaie]|liberat[oaie]|scarcerat[oaie]",
            "pt": "libertad[oa]s?|solt[oa]s?|liberad[oa]s?",
            "pl": "zwolnion\\w*|wypuszcz\\w*",
            "ru": "освобо\\w*|отпущен\\w*|отпустил\\w*",
            "uk": "звільн\\w*|відпущ\\w*",
            "tr": "serbest",
            "zh": "释放|獲釋|获释",
            "ja": "釈放",
            "ko": "석방\\w*|풀려\\w*",
        },
    ),
    "door": (
        {
            "en": "reopen\\w*|opened|opens",
            "de": "(?:wieder)?eroffnet\\w*|geoffnet\\w*|offnet\\w*",
            "nl": "heropen\\w*|geopend|opent|opende\\w*",
            "fr": "rouv\\w*|ouvert(?:e|s|es)?|ouvre\\w*",
            "es": "reabr\\w*|reabiert\\w*|abiert[oa]s?|abri(?:o|eron|ra)",
            "it": "riapert\\w*|riapr\\w*|apert[oaie]",
            "pt": "reabr\\w*|reabert\\w*|abert[oa]s?",
            "pl": "otwart\\w*|otworz\\w*",
            "ru": "откры\\w*",
            "uk": "відкри\\w*",
            "zh": "开放|重开",
            "ja": "再開|開館|開業",
        },
        {
            "en": "clos(?:ed|es|ing|ure)|shut(?:s|ting)?",
            "de": "geschlossen\\w*|schliess(?:t|ung|en)|schloss(?:en)?|gesperrt\\w*",
            "nl": "gesloten|sluit\\w*|sloot",
            "fr": "ferm(?:e|ee|es|ees|ent|ait|eture)",
            "es": "cerr(?:o|ado|ada|ados|adas|aron)|cierr\\w*|clausur\\w*",
            "it": "chius[oaie]|chiud\\w*|chiusura",
            "pt": "fech\\w*|encerr\\w*",
            "pl": "zamkni\\w*",
            "ru": "закры\\w*|закрыт\\w*",
            "uk": "закри\\w*",
            "zh": "关闭|關閉",
            "ja": "閉鎖|休館|閉館",
        },
    ),
    "danger": (
        {
            "en": "safe(?:ly)?|harmless",
            "de": "sicher|ungefahrlich\\w*|harmlos\\w*|unbedenklich\\w*",
            "nl": "veilig\\w*|ongevaarlijk\\w*",
            "fr": "inoffensi\\w*|sans danger",
            "es": "segur[oa]s?|inofensiv\\w*",
            "it": "sicur[oaie]|innocu[oaie]",
            "pt": "segur[oa]s?|inofensiv\\w*",
            "pl": "bezpieczn\\w*|nieszkodliw\\w*",
            "ru": "безопасн\\w*|безвредн\\w*",
            "zh": "安全|无害",
            "ja": "安全|無害",
        },
        {
            "en": "dangerous(?:ly)?|unsafe|hazardous|harmful",
            "de": "gefahrlich\\w*|unsicher\\w*|schadlich\\w*",
            "nl": "gevaarlijk\\w*|onveilig\\w*|schadelijk\\w*",
            "fr": "dangereu\\w*|nocif\\w*|nocives?",
            "es": "peligros[oa]s?|insegur[oa]s?|nociv[oa]s?",
            "it": "pericolos[oaie]|insicur[oaie]|nociv[oaie]",
            "pt": "perigos[oa]s?|insegur[oa]s?|nociv[oa]s?",
            "pl": "niebezpieczn\\w*|szkodliw\\w*",
            "ru": "опасн\\w*|вредн\\w*",
            "zh": "危险|有害",
            "ja": "危険|有害",
        },
    ),
}
"""What can be turned round, one side and the other, as patterns of whole words by language, accents off."""
_UNSPACED = frozenset({"ja", "zh"})
_AHEAD = {"ar": "[وفل]?(?:ال)?"}
"""What may be written together with a word before it."""
_OWN_TEXT: frozenset[Derived] = frozenset({"excerpt", "version"})
_LANGUAGES = frozenset(language for pair in _POLES.values() for side in pair for language in side)


class _Pole(NamedTuple):
    what: str
    side: int
    place: int
    """Code point of the text where the word begins."""
    negated: bool = False
    """It is on its side by a negation."""


def opposites(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the linked sentences of which one has the opposite of what the other has, each once, in order.

    That is a word for the opposite, or the same word with a negation, but not both: "did not rise" may well be told as
    a fall. Only where all that stands behind a sentence, and all that was made of it, is of one mind.
    """
    if kind in _OWN_TEXT or not {source.language, target.language} <= _LANGUAGES:
        return
    beside = companions(linked)
    told: set[int] = set()
    for pair in linked:
        here = () if pair.weak or pair.kind == "verbatim" or pair.right in told else _poles(target, pair.right)
        left = [p for n in pair.left for p in _poles(source, n)] if here else []
        right = [p for n in beside[pair.right] for p in _poles(target, n)] if left else []
        negations = [_negations(source, pair.left), _negations(target, beside[pair.right])] if right else []
        for t in here:
            s = next((s for s in left if s.what == t.what and s.side != t.side), None)
            if s and _of_one_mind(left, s) and _of_one_mind(right, t) and _is_sure(s, t, negations):
                told.add(pair.right)
                was, now = clause(source, s.place), target.sentences[pair.right]
                texts = source.text[slice(*was)], target.text[slice(*now)]
                yield Change(source.id, target.id, "negation", was, now, *texts)
                break


def _negations(article: Article, sentences: Sequence[int]) -> tuple[int, int]:
    """Return how many words of some sentences negate, and how many may, in a translation or not."""
    counts = [negators_and_cues(article, n) for n in sentences]
    return sum(sure for sure, _ in counts), sum(some for _, some in counts)


def _is_sure(s: _Pole, t: _Pole, negations: Sequence[tuple[int, int]]) -> bool:
    """Return whether two words are opposite in what they say, and not by how a negation is put in either sentence."""
    (theirs, their_cues), (ours, our_cues) = negations
    if s.negated == t.negated:
        return not theirs and not ours
    return theirs > our_cues if s.negated else ours > their_cues


def _of_one_mind(poles: Sequence[_Pole], one: _Pole) -> bool:
    """Return whether none of some words says the opposite of one."""
    return not any(p.what == one.what and p.side != one.side for p in poles)


@lru_cache(maxsize=1 << 13)
def _poles(article: Article, n: int) -> tuple[_Pole, ...]:
    """Return the words of a sentence that have an opposite."""
    if article.language in _UNSPACED:
        return tuple(_inside(article.text, article.sentences[n], article.language))
    sides, words = _sides(article.language), folded_words(article, n)
    out = []
    for i, word in enumerate(words):
        side = sides[word]
        if side is None and word in sides.firsts and i + 1 < len(words):
            side = sides[f"{word} {words[i + 1]}"]
        if side is not None:
            turned = negated(article, n, i)
            out.append(_Pole(side[0], side[1] ^ turned, word_at(article, n, i), turned))
    return tuple(out)


def _inside(text: str, sentence: Span, language: str) -> Iterator[_Pole]:
    for what, side, pattern in _tables(language):
        for m in pattern.finditer(text, *sentence):
            ahead = text[max(sentence[0], m.start() - _NEAR) : m.start()]
            if not may_negate(ahead, language) and not may_negate(text[m.end() : m.end() + _NEAR], language):
                yield _Pole(what, side, m.start())


_NEAR = 6
"""Signs before or behind a word in which a negation may stand where no spaces are written."""


class _Sides(dict[str, tuple[str, int] | None]):
    """Tells of folded words on which side of what they stand; most on none."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._tables = _tables(language)
        firsts = {plain(w) for pair in _POLES.values() for side in pair for w in _FIRST.findall(side.get(language, ""))}
        self.firsts = frozenset(firsts)
        """The first words of those that are two."""
        self._any = re.compile("|".join(f"(?:{pattern.pattern})" for _, _, pattern in self._tables))

    def __missing__(self, word: str) -> tuple[str, int] | None:
        some = self._tables if self._any.fullmatch(word) else ()
        side = next(((what, side) for what, side, pattern in some if pattern.fullmatch(word)), None)
        if len(self) < _MOST:
            self[word] = side
        return side


_FIRST = re.compile(r"(?:^|\|)(\w+)(?: |\(\?:[^()]*\)\?? )")
_MOST = 1 << 15
_sides = lru_cache(maxsize=64)(_Sides)


@lru_cache(maxsize=64)
def _tables(language: str) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    ahead = _AHEAD.get(language, "")
    return tuple(
        (what, side, re.compile(f"{ahead}(?:{plain(words[language])})"))
        for what, pair in _POLES.items()
        for side, words in enumerate(pair)
        if language in words
    )
