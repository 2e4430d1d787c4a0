"""Words of many languages by which something is doubtful, hearsay, open, for a while or sure, as tables.

Accents are off, but in German; a pattern stands between the edges of words, but where no spaces are written.
"""

from __future__ import annotations

DOUBTS = {
    "en": r"(?:is|are|was|were) (?:rumou?red|presumed) to|"
    r"(?:according to|on) (?:initial|early|first|preliminary) (?:findings|reports?|information|evidence|indications)|"
    r"(?:initial|preliminary) (?:findings|evidence|indications)|"
    r"alleged(?:ly)?|reportedly|purported(?:ly)?|suspected|supposedly|apparently|presumably|possibly|perhaps|"
    r"probably|in all (?:likelihood|probability)|most likely|(?:may|might) (?:well )?(?:have|be)|could have",
    "de": r"nach (?:ersten|vorläufigen|bisherigen) (?:ermittlungen|erkenntnissen|angaben|informationen)|"
    r"ersten erkenntnissen zufolge|"
    r"womöglich|eventuell|"
    r"angeblich\w*|mutma(?:ss|ß)lich\w*|offenbar|vermutlich|möglicherweise|vielleicht|"
    r"wahrscheinlich|anscheinend|"
    r"aller wahrscheinlichkeit nach|könnten?|dürften?",
    "nl": r"volgens (?:eerste|voorlopige) (?:bevindingen|berichten|informatie)|"
    r"vermeende?|naar verluidt|vermoedelijke?|mogelijk|misschien|waarschijnlijk|blijkbaar|"
    r"zogenaamde?|naar alle waarschijnlijkheid",
    "sv": r"enligt (?:de )?forsta uppgifter\w*|enligt preliminara uppgifter|"
    r"pastadd\w*|pastas|misstankta?|formodligen|uppges|mojligen|troligen|kanske|ska ha|kan ha",
    "da": r"ifølge de første oplysninger|efter de foreløbige oplysninger|"
    r"angiveligt|formentlig|muligvis|maske|pastaede?|kan have|skal have",
    "fr": r"(?:selon|d['’]apres) les (?:premi\w+|tout premi\w+) (?:elements|constatations|informations|conclusions)|"
    r"presumee?s?|pretendument|supposee?s?|soupconnee?s?|probablement|selon toute (?:vraisemblance|"
    r"probabilite)|vraisemblablement|peut[- ]etre|(?:au|pou)rai(?:t|ent)",
    "es": r"segun (?:las )?primeras (?:investigaciones|informaciones|pesquisas)|"
    r"se (?:cree|sospecha|presume) que|al parecer|"
    r"presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|posiblemente|probablemente|"
    r"con toda probabilidad|quizas?|tal vez|"
    r"(?:po|ha)drian?|habrian?|pud(?:o|ieron) haber",
    "it": r"secondo (?:le )?prime (?:indagini|informazioni|ricostruzioni)|"
    r"da una prima ricostruzione|si (?:ritiene|presume|sospetta) che|"
    r"presunt[oaie]|presumibilmente|con ogni probabilita|verosimilmente|forse|probabilmente|"
    r"possibilmente|potrebber?o?|avrebber?o?|sarebber?o?",
    "pt": r"segundo (?:as )?primeiras (?:informacoes|investigacoes|apuracoes)|"
    r"acredita-se que|suspeita-se que|ao que parece|ao que tudo indica|"
    r"alegad[oa]s?|alegadamente|supost[oa]s?|supostamente|possivelmente|provavelmente|"
    r"com toda a probabilidade|talvez|"
    r"poderiam?|teriam?|pode[mr]? ter",
    "pl": r"wedlug (?:wstepnych|pierwszych) (?:ustalen|informacji)|ze wstepnych ustalen|jak sie przypuszcza|"
    r"rzekom\w*|podobno|domnieman\w*|prawdopodobnie|najpewniej|byc moze|mog(?:l|ly|la|lo) (?:byc|zostac|miec)",
    "cs": r"podle (?:prvnich|predbeznych) (?:zjisteni|informaci)|"
    r"udajn\w*|pravdepodobne|mozna|zrejme|snad",
    "ru": r"по предварительн\w+ (?:данным|информации)|"
    r"по первым данным|как (?:полагают|считается|предполагается)|по-видимому|судя по всему|"
    r"якобы|предположительн\w*|предполагаем\w*|возможно|вероятно|по всей (?:вероятности|видимости)|"
    r"подозреваем\w*",
    "tr": r"ilk (?:belirlemelere|bulgulara|incelemelere|tespitlere) gore|"
    r"iddia\w*|sozde|muhtemelen|belki|olasi\w*|olabil\w*",
    "zh": r"据初步|據初步|初步(?:调查|調查|判断)|"
    r"可能|很可能|或许|也许|涉嫌|据称|據稱|疑似|疑因",
    "ja": r"とみて|とみら|調べによると|模様|"
    r"かもしれない|可能性|とみられ|おそらく|疑い|容疑|恐れ",
    "ko": r"잠정|초기 조사|"
    r"혐의|의혹|가능성|추정|아마|수도 있|것으로 보인",
    "no": r"ifølge de første opplysningene|etter de foreløpige opplysningene|"
    r"angivelig\w*|trolig\w*|sannsynligvis|muligens|kanskje|pastatte?|antakelig\w*|kan ha|skal ha",
    "uk": r"за попередн\w+ (?:даними|інформацією)|судячи з усього|як вважають|"
    r"нібито|імовірно|ймовірно|можливо|мабуть|напевно|підозрюван\w*|очевидно",
    "ro": r"potrivit primelor (?:informatii|date|cercetari)|"
    r"presupus\w*|se pare|probabil|posibil|poate|eventual|ar fi|pretins\w*",
    "el": r"συμφωνα με (?:τα|τις) πρωτ\w+|"
    r"φερομεν\w+|πιθαν\w+|ισως|μαλλον|υποτιθεμεν\w+|ενδεχομενως",
    "id": r"berdasarkan (?:temuan|penyelidikan) awal|menurut (?:temuan|informasi) awal|"
    r"diduga|kemungkinan|mungkin|barangkali|konon|dikabarkan|disebut-sebut",
    "ar": r"المعلومات الأولية|التحقيقات الأولية|بحسب المعطيات الأولية|"
    r"يزعم\w*|المزعوم\w?|ربما|يعتقد|يشتبه|المشتبه|محتمل\w*|المحتمل",
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
    "no": r"angivelig\w*|pastatte?",
    "uk": r"нібито|підозрюван\w*",
    "ro": r"presupus\w*|pretins\w*",
    "el": r"φερομεν\w+|υποτιθεμεν\w+",
    "id": r"diduga|konon|dikabarkan",
    "ar": r"المزعوم\w?|يزعم\w*",
}
"""Those of them that a translation has to have in some form: what somebody says is not taken for true."""
CLAIMED = {
    "en": r"maintain|maintains|contend|contends|claim|claims|say|says|it is (?:said|claimed)",
    "de": r"behaupten|behauptet|heißt es|sagen|sagt man",
    "nl": r"beweren|beweert|zeggen|naar men zegt",
    "sv": r"havdar|pastar|menar|sags det",
    "da": r"haevder|hævder|pastar|mener|siges det",
    "no": r"hevder|pastar|mener|sies det",
    "fr": r"pretend|pretendent|soutient|soutiennent|assurent|affirment|dit-on|disent",
    "es": r"sostiene|sostienen|aseguran|afirman|dicen|segun (?:se )?dicen?",
    "it": r"sostiene|sostengono|affermano|dicono|si dice|a quanto pare",
    "pt": r"sustenta|sustentam|afirmam|garantem|alegam|dizem|diz-se",
    "pl": r"twierdza|twierdzi|utrzymuja|mowia",
    "cs": r"tvrdi|rikaji",
    "ru": r"утверждают|утверждает|уверяют|говорят|считают|по слухам",
    "uk": r"стверджують|стверджує|запевняють|кажуть|вважають|за чутками",
    "ro": r"sustin|sustine|pretind|se spune|spun",
    "el": r"ισχυριζονται|υποστηριζουν|λενε",
    "tr": r"one suruyor\w*|savunuyor\w*|soyleniyor|iddia ediyor\w*",
    "id": r"klaim|konon|mengklaim",
}
"""Verbs of those who say so, as they stand in a remark between two commas."""
POSSIBLE = {
    "en": r"(?<!nobody )(?<!no one )(?:(?:may|might)(?= (?!not\b|have\b|well\b)[a-z])|could(?= (?!not\b|have\b|"
    r"(?:be )?(?:hea|see|felt|feel|smell|f[io]und?|read|sa[iy]|t[eo]l|afford|remember|underst|speak|do\b|get|make|us|"
    r"only|bare|hard|no )|be an?y )[a-z]))",
    "de": r"könnten?|dürften?",
    "nl": r"(?:zou|zouden) (?:\w+ ){0,4}kunnen",
    "fr": r"pourrai(?:t|ent)",
    "es": r"podrian?",
    "it": r"potrebber?o?",
    "pt": r"poderiam?|poder(?:a|ao)",
    "pl": r"mogl[aoy]by|moglby|moze|moga",
    "cs": r"mohl[aoiy]? by|by (?:\w+ )?mohl[aoiy]?",
    "ru": r"мо(?:жет|гут)(?: быть)?|мог(?:ла|ли|ло)? бы",
    "uk": r"мо(?:же|жуть)|міг би|могла б|могли б",
    "ro": r"ar putea",
    "el": r"ενδεχεται|μπορει να|θα μπορουσ\w+",
    "tr": r"\w+(?:abilir|ebilir)(?:ler)?",
    "zh": r"可能|或许|或許|也许|也許|恐怕?",
    "ja": r"可能性|かもしれ\w*|恐れ|おそれ",
    "ko": r"수 ?도? ?있|가능성",
}
"""Verbs by which something is possible, and not said to be so, in a sentence that is told one by one."""
OPEN = {
    "en": r"seldom|hardly ever|no ?(?:one|body) knows|not (?:yet )?(?:been )?(?:\w+ )?(?:proven|proved|"
    r"established|confirmed|"
    r"verified|clear|certain|known|determined)|unproven|"
    r"(?:remains|yet) to be (?:proven|proved|established|confirmed|seen|determined)|"
    r"(?<!\ban )(?<!\bthe )unknown|unconfirmed|"
    r"unverified|unclear|uncertain|in rare cases|rarely|in some cases",
    "de": r"selten|nicht (?:\w+ )?(?:erwiesen|bewiesen|bestätigt|belegt|geklärt|nachgewiesen|klar|bekannt|sicher|"
    r"fest)|unklar|unbekannt|offen|weiß (?:niemand|man nicht)|"
    r"ungewiss|unbestätigt|"
    r"in seltenen fällen|in einzelfällen",
    "nl": r"zelden|niet (?:\w+ )?(?:bewezen|bevestigd|vastgesteld|duidelijk|bekend|zeker)|onduidelijk|onbekend|"
    r"weet niemand|onbevestigd|in zeldzame gevallen",
    "sv": r"s[aä]llan|inte (?:\w+ )?(?:bevisat|bevisats|bekraftats?|faststallt|klart|kant|sakert)|oklart|okant|"
    r"obekraftad\w*|i sallsynta fall",
    "da": r"sj[aæ]e?lden|ikke (?:\w+ )?(?:bevist|bekr(?:ae|æ)ftet|klart|kendt|sikkert)|uklart|ubekr(?:ae|æ)ftede?|"
    r"i sj[aæ]e?ldne tilf[aæ]e?lde",
    "fr": r"rarement|pas (?:\w+ )?(?:ete )?(?:prouvee?|demontree?|confirmee?|etablie?|clair|connue?|certaine?|"
    r"determinee?)|"
    r"non confirmee?s?|(?:on )?ignore|ne sai[st]|reste a (?:etablir|determiner|prouver)|dans de rares cas",
    "es": r"raramente|rara vez|raras veces|no (?:\w+ ){0,2}(?:probad|demostrad|confirmad|comprobad|determinad)\w+|"
    r"no (?:\w+ ){0,2}(?:clar[oa]|sabe)|se (?:desconoce|ignora)|sin confirmar|en (?:raros casos|casos raros)",
    "it": r"raramente|di rado|non (?:\w+ ){0,2}(?:provat|dimostrat|confermat|accertat|chiar|not)[oaie]\b|"
    r"(?:non|ancora da) (?:confermat|chiarir)\w+|si ignora|non si sa|in rari casi",
    "pt": r"raramente|raras vezes|nao (?:\w+ ){0,2}(?:provad|comprovad|confirmad|demonstrad|clar|determinad)\w+|"
    r"nao se sabe|"
    r"desconhece-se|em casos raros",
    "pl": r"rzadko|nie (?:\w+ )?(?:udowodnion\w+|potwierdzon\w+|wiadomo|jasne|ustalon\w+)|niepotwierdzon\w+|"
    r"niejasn\w+|w rzadkich przypadkach",
    "cs": r"zridka|nen\w* (?:\w+ )?(?:prokazan\w*|potvrzen\w*)|nepotvrzen\w*|nejasn\w*|ve vzacnych pripadech",
    "ru": r"редко|не (?:\w+ )?(?:доказан\w*|подтвержд\w*|ясно|известн\w+|установлен\w*)|неясно|"
    r"(?:никто )?не знает|неизвестн\w+|неподтвержд\w*|в редких случаях",
    "tr": r"kanıtlanma[dmyz]\w*|dogrulanma[dmyz]\w*|kesinlesme[dmyz]\w*|bilinm\w+|belli degil|netlesme[dmyz]\w*|"
    r"nadir\w*",
    "zh": r"很少|罕|(?:尚未|未|没有|沒有)[^，。]{0,6}(?:证实|證實|证明|證明|确认|確認|查明|明确|公布)|不清楚|"
    r"不得而知|尚不|极少数|少数情况",
    "ja": r"めったに|稀に|(?:確認|証明|実証|特定|解明)(?:され|でき)?て?い?(?:ない|おらず)|(?<!行方)不明|(?:分か|わか|"
    r"判)(?:って|ら)い?(?:ない|ません|おらず)|"
    r"断定(?:は|も)?でき(?:ない|ません)|まれに",
    "ko": r"드문|(?:확인|입증|증명)되지|(?:알려지|밝혀지)지 않|단정할 수 없|불분명|드물게",
    "no": r"sjelden|ikke (?:\w+ )?(?:bevist|bekreftet|klart|kjent|sikkert|avklart)|uklart|ukjent|ubekreftet|"
    r"i sjeldne tilfeller",
    "uk": r"рідко|не (?:\w+ )?(?:доведен\w*|підтвердж\w*|зрозуміло|відом\w+|встановлен\w*|зʼясован\w*)|невідом\w+|"
    r"незрозуміло|у рідкісних випадках",
    "ro": r"nu (?:\w+ ){0,2}(?:dovedit|confirmat|clar|cunoscut|stabilit|sigur)\w*|neconfirmat\w*|neclar\w*|"
    r"nu se stie|in cazuri rare",
    "el": r"δεν (?:\w+ ){0,3}(?:αποδειχθ|επιβεβαιωθ|γνωστ|σαφ|εξακριβωθ)\w*|αγνωστ\w+|ασαφ\w+|ανεπιβεβαιωτ\w+|"
    r"σε σπανιες περιπτωσεις",
    "id": r"belum (?:\w+ )?(?:terbukti|dikonfirmasi|diketahui|jelas|dipastikan)|tidak (?:jelas|diketahui)|"
    r"dalam kasus yang jarang",
    "ar": r"لم (?:يتاكد|يثبت|يتضح|تتضح|تتاكد|تثبت)\w*|غير (?:مؤكد|واضح|معروف)\w?|في حالات نادرة",
}
"""What leaves a whole statement open, or narrows it to few cases."""
SOFTER = {
    "en": r"preliminar\w*|tentativ\w*|"
    r"(?:first|initial|early|preliminary) (?:findings|results|indications|information)|"
    r"estimate[sd]?|regarded|considered|so-called|bogus|fake|sham|maybe|may|might|could|can|uncertain|"
    r"presum\w*|likely|seems?|seemed|appears?|appeared|"
    r"suggests?|suggested|suspects?|suspicion|"
    r"alleg\w+|claim\w*|accus\w+|believed?|thinks?|thought|charge[sd]?|if|whether|reports?|"
    r"reported|potential\w*|risk\w*|fear\w*|rumou?r\w*|said to|understood to|neither confirm\w*|not confirm\w*",
    "de": r"vorläufig\w*|"
    r"(?:ersten|vorläufigen) (?:befunden|ergebnissen|untersuchungen|einschätzungen)|"
    r"gilt|gelten|galt|glaub\w*|schätz\w*|vermut\w*|sogenannt\w*|vermeintlich\w*|ausgeh\w*|ausgeht|"
    r"k[oö]nn\w+|kann|mag|soll\w*|wohl|sch(?:ein|ien)\w*|heißt|verd[aä]cht\w*|vorw[ou]rf\w*|ob|"
    r"bericht\w*|falls|wenn|drohe?n?|"
    r"behaupt\w*|denkbar|möglich\w*|würden?|wollen|habe|seien?|sei|risik\w*|vorgeworfen|"
    r"(?:weder|nicht) (?:\w+ )?bestätig\w*",
    "nl": r"voorlopig\w*|"
    r"eerste (?:bevindingen|resultaten|berichten)|"
    r"denk\w*|dacht\w*|schat\w*|vermoed\w*|geldt|zogeh?eten|zogenaamd\w*|nep\w*|kan|kunnen|zou|zouden|"
    r"lijkt|lijken|verd[ae]cht\w*|beweer\w*|beschuldig\w*|of|als|"
    r"dreig\w*|mogelijk\w*|zegt te",
    "sv": r"preliminar\w*|"
    r"anser\w*|bedom\w*|uppskatt\w*|befaras|sa kallad\w*|falsk\w*|kan|kunde|ska ha|skall ha|verkar|"
    r"rapport\w*|enligt uppgift|tycks|tros|misstank\w*|"
    r"pasta\w*|om|risk\w*|mojlig\w*|trolig\w*|sags|hota\w*",
    "da": r"forelobig\w*|foreløbig\w*|"
    r"mener|vurder\w*|ansla\w*|sakaldt\w*|falsk\w*|kan|kunne|skulle|skal|synes|formod\w*|pasta\w*|"
    r"mist[aæ]e?n\w*|om|hvis|risik\w*|mulig\w*|trues?",
    "fr": r"preliminair\w*|provisoir\w*|"
    r"premi(?:er|ere)s (?:elements|resultats|constatations|informations)|"
    r"estim\w*|pens\w*|croi\w*|considere\w*|soi-disant|faux|fausses?|\w+rai(?:t|ent)|"
    r"parai\w*|peut|peuvent|pourr\w+|serai\w+|aurai\w+|semble\w*|accus\w*|allegu\w*|"
    r"soupcon\w*|possible\w*|si|risqu\w*|"
    r"presum\w*|eventuel\w*|devrai\w+|menac\w*|suspect\w*|probabl\w*|reproch\w*|(?:ni|ne) (?:\w+ )?confirm\w*",
    "es": r"preliminar\w*|provisional\w*|"
    r"primer[oa]s (?:datos|indicios|hallazgos|informaciones)|"
    r"(?<!la )(?<!una )(?<!su )(?<!las )(?<!sus )(?<!de )(?<!en )\w{2,}[aei]rian?|cree[ns]?|estim\w*|"
    r"consider\w*|fals[oa]s?|llamad[oa]s?|pued\w+|pod\w+|seri\w+|habri\w+|parec\w*|acus\w*|sospech\w*|posibl\w*|"
    r"si(?! bien)|"
    r"riesgo\w*|presun\w*|supon\w*|"
    r"supues\w*|probabl\w*|eventual\w*|imput\w*|amenaz\w*|deb\w+|achac\w*|"
    r"ni? (?:\w+ )?confirm\w*|no confirm\w*",
    "it": r"preliminar\w*|provvisori\w*|"
    r"prim[ie] (?:riscontri|risultati|accertamenti|informazioni)|"
    r"riten\w*|ritien\w*|stim\w*|cred\w*|consider\w*|fals[oaie]|fint[oaie]|sedicent\w*|\w+rebb\w+|"
    r"pu[o]|possono|potr\w+|sar(?:ebb|ann)\w*|avrebb\w*|sembra\w*|pare|accus\w*|sospett\w*|"
    r"possibil\w*|se|rischi\w*|"
    r"eventual\w*|presun\w*|ipotesi|probabil\w*|dovrebb\w*|minacc\w*|indaga\w*|contesta\w*|"
    r"ne?(?:on)? (?:\w+ )?conferm\w*",
    "pt": r"preliminar\w*|provisori\w*|"
    r"primeir[oa]s (?:dados|indicios|achados|informacoes)|"
    r"(?<!\ba )(?<!\bda )(?<!\bna )(?<!uma )(?<!sua )(?<!de )(?<!em )\w{2,}[aei]riam?|acredit\w*|estim\w*|"
    r"consider\w*|fals[oa]s?|chamad[oa]s?|pod\w+|seria\w*|teria\w*|parec\w*|acus\w*|suspeit\w*|possi\w*|caso|"
    r"risco\w*|"
    r"eventual\w*|aleg\w*|provavel\w*|"
    r"supost\w*|relat\w*|ameac\w*|dev\w+|imput\w*|nao confirm\w*",
    "pl": r"wstepn\w*|"
    r"pierwsz\w+ ustale\w+|"
    r"szacuj\w*|szacowa\w*|uwaza\w*|sadz\w*|przypuszcz\w*|tak zwan\w*|falszyw\w*|mo(?:ze|ga|gl|zliw)\w*|"
    r"mia(?:l|la|lo|ly)|podejrz\w*|oskarz\w*|czy|jesli|zarzu\w*|"
    r"ryzyk\w*|prawdopodob\w*|groz\w*|"
    r"rzekom\w*|domniem\w*|by",
    "cs": r"predbezn\w*|"
    r"prvni\w* (?:zjisteni\w*|vysledk\w*)|"
    r"odhad\w*|domniv\w*|takzvan\w*|falesn\w*|povazuj\w*|mu(?:ze|zou)|moh\w+|by|pry|podez\w*|obvin\w*|zda|"
    r"pokud|mozn\w*|riziko|pravdepodob\w*|"
    r"hroz\w*|snad|asi|nejspis\w*|zrejme",
    "ru": r"предварительн\w*|"
    r"перв\w+ (?:данн\w+|сведени\w+|результат\w+)|"
    r"счита\w+|оцен\w+|полага\w+|так называем\w*|лже\w+|фальшив\w*|мо[жг]\w*|бы|возмож\w*|вероят\w*|"
    r"подозр\w*|обвин\w*|ли|если|риск\w*|предпол\w*|"
    r"кажет\w*|видимо|похоже|утвержд\w*|"
    r"грозит|угро\w*|должн\w*|не подтвержда\w*",
    "tr": r"sahte|sayıl\w*|inan\w*|\w*(?:abil|ebil)\w*|iddia\w*|suphe\w*|suc\w*|eger|olas\w*|muhtemel\w*|belki|"
    r"sozde|gibi|"
    r"tahmin\w*|risk\w*|saniy\w*|"
    r"sanıl\w*|dusun\w*|\w*m[iı]s\w*",
    "zh": r"可能|可|或|会|會|恐|疑|嫌|据|據|称|稱|似|如果|是否|指控|指责|认为|認為|估计|風險|风险|"
    r"怀疑|懷疑|恐怕|大概|应该|被控",
    "ja": r"かも|可能|みら|恐れ|おそれ|疑|容疑|らしい|よう|という|とされ|場合|もし|だろう|でしょう|"
    r"うる|得る|一部|思わ|考え|報じ|伝え|主張|リスク",
    "ko": r"것 ?같|가짜|"
    r"수 ?(?:도 ?)?있|혐의|의혹|가능|추정|아마|보인|보이|것으로|알려|의심|만약|우려|듯|주장|전망|위험|일부",
    "no": r"forelopig\w*|foreløpig\w*|"
    r"mener|vurder\w*|ansla\w*|sakalt\w*|falsk\w*|kan|kunne|skulle|skal|synes|formod\w*|pasta\w*|"
    r"mistenk\w*|om|hvis|risik\w*|mulig\w*|true\w*|anta\w*|"
    r"visstnok|tyder|rykte\w*",
    "uk": r"попередн\w*|"
    r"перш\w+ (?:дан\w+|відомост\w+|результат\w+)|"
    r"оціню\w+|так зван\w*|лже\w+|фальшив\w*|мож\w+|може|би|ймовір\w*|імовір\w*|підозр\w*|звинувач\w*|"
    r"обвинувач\w*|чи|якщо|ризик\w*|припуска\w*|"
    r"здається|схоже|стверджу\w*|загрож\w*|ніби\w*|вважа\w+|побою\w+|не підтвердж\w*",
    "ro": r"preliminar\w*|provizori\w*|"
    r"estim\w*|cred\w*|consider\w*|fals\w*|asa-zis\w*|pot|poate|putea\w*|ar|s-ar|pare|acuz\w*|suspect\w*|"
    r"banui\w*|posibil\w*|probabil\w*|daca|risc\w*|"
    r"presup\w*|pretin\w*|amenint\w*|ipotez\w*",
    "el": r"προκαταρκτ\w*|προσωριν\w*|"
    r"εκτιμ\w+|πιστευ\w+|δηθεν|ψευτικ\w+|μπορ\w+|ισως|πιθαν\w+|ενδεχ\w+|φερ\w+|κατηγορ\w+|υποψ\w+|"
    r"υποπτ\w+|αν|εαν|κινδυν\w+|φαιν\w+|ισχυρ\w+|"
    r"θεωρ\w+|εικασ\w+|απειλ\w+|ενδεχομεν\w+",
    "id": r"sementara|"
    r"diperkirakan|diyakini|memperkirakan|palsu|bisa|dapat|mungkin|diduga|dugaan|kemungkinan|tersangka|"
    r"dituduh|tuduh\w*|jika|apakah|risiko|terancam|"
    r"klaim\w*|mengklaim|konon|dikabarkan|dianggap|dicurigai",
    "ar": r"اولي\w?|"
    r"قد|ربما|يمكن|يحتمل|محتمل\w*|المحتمل|يشتبه|اشتباه|مشتبه\w*|المشتبه|اتهم\w*|تهم\w*|اتهام\w*|متهم\w*|"
    r"المتهم|اذا|خطر|زعم\w*|يزعم\w*|المزعوم\w?|يعتقد|يبدو|يرجح|يقال|تهدد",
}
"""Further signs of doubt, which are enough on the target's side."""
ABROAD = {
    "en": r"investigat\w*|inquir\w*|would|possib\w*|prospects?|chances?|hopes?|perhaps|should|(?:is|are|was|were) to",
    "de": r"ermittl\w*|ermittel\w*|womöglich|eventuell|zufolge|laut|angaben|w[aä]ren?|h[aä]tten?|würden?|könne|"
    r"dürfen|"
    r"gefahr\w*|wom[oö]glich",
    "nl": r"onderzoek\w*|kon|konden|zou\w*|volgens|vrees\w*|wellicht|mogen|mag",
    "fr": r"enquet\w*|pu|pouv\w*|puiss\w*|crain\w*|selon|d['’]apres|possib\w*|risque\w*",
    "es": r"investig\w*|pud\w+|podia\w*|quiza\w*|tal vez|segun|tem\w+|cabe",
    "it": r"indag\w*|inchiesta|pot(?:r|ev|ut|er|ess)\w*|possano|possa|secondo|paura|tim\w+",
    "pt": r"investig\w*|inquerito|pud\w+|talvez|segundo|tem\w+|possa\w*",
    "pl": r"sledztw\w*|dochodzeni\w*|mog\w+|moze|moz\w+|wedlug|obaw\w*",
    "ru": r"расслед\w*|мог\w*|может|вероят\w*|потенциал\w*|по (?:словам|данным)|опас\w+|способ\w+|возмож\w*",
    "tr": r"sorusturma\w*|\w*(?:abil|ebil|mal[iı]|meli)\w*|gore",
    "zh": r"调查|調查|侦查|将会|有望|希望|机会|能|若|未必",
    "ja": r"捜査|調査|れば|見込み|見通し|できる|れる",
    "sv": r"utred\w*|skulle|borde|enligt|befar\w*|chans\w*|kanske",
    "da": r"efterforsk\w*|unders[oø]g\w*|kunne|burde|ifolge|ifølge|frygt\w*|chance\w*|maske",
    "no": r"etterforsk\w*|kunne|burde|ifolge|ifølge|frykt\w*|sjanse\w*|kanskje",
    "cs": r"vysetr\w*|mohl\w*|podle|obav\w*|sanc\w*|mel[aoiy]?",
    "uk": r"розслід\w*|міг|могл\w+|змо\w+|за (?:словами|даними)|побою\w+|здатн\w+",
    "ro": r"ancheta\w*|putea\w*|potrivit|tem\w+|sansa",
    "el": r"ερευν\w*|μπορ\w+|συμφωνα|φοβ\w+|ευκαιρια",
    "id": r"selidik\w*|penyelidikan|bisa|dapat|menurut|peluang",
}
"""Words that can stand for a doubt in a translation, though they need not be any."""
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
    "no": r"inntil videre|forelopig|foreløpig|for øyeblikket|for oyeblikket",
    "uk": r"поки(?: що)?|наразі|тимчасово",
    "ro": r"deocamdata|pentru moment|momentan|provizoriu",
    "el": r"προς το παρον|για την ωρα|προσωρινα",
    "id": r"untuk saat ini|sementara ini|untuk sementara",
}
"""Words by which what is said holds only for a while."""
SO_FAR = {
    "en": r"moment|present|stage|yet|currently|now|so far|still|first|the (?:start|beginning|outset)|immediately",
    "de": r"moment\w*|gegenw\w+|noch|bisher|bislang|jetzt|aktuell|zurzeit|erst|anfangs|zuerst|sofort|heute",
    "fr": r"moment|instant|stade|encore|"
    r"actuellement|a present|d['’]abord|debut|depart|initialement|aussitot|immediatement",
    "es": r"momento|todavia|aun|actualmente|ahora|principio|inicialmente|primero",
    "it": r"moment\w+|present\w+|ancora|adesso|attualmente|ora|finora|inizi\w+|subito",
    "pt": r"momento|ainda|atualmente|agora|principio|inicialmente|inicio",
    "nl": r"moment\w*|nog|nu|thans|tot nu toe|eerst|begin",
    "sv": r"for stunden|laget|an|nu|hittills|annu|forst|borjan|inledningsvis",
    "da": r"ojeblikket|øjeblikket|endnu|nu|hidtil|forst|begyndelsen",
    "pl": r"jeszcze|teraz|dotad|dotychczas|poczatk\w+",
    "cs": r"jeste|nyni|dosud|zpocatku|nejprve",
    "ru": r"еще|сейчас|покуда|сначала|поначалу|сразу",
    "tr": r"henuz|hala|once|basta",
    "zh": r"还|還|尚|现在|至今|暂|最初|起初",
    "ja": r"まだ|現在|今は|当初|最初",
    "ko": r"아직|현재",
    "no": r"enna|enda|na|hittil|forst|begynnelsen",
    "uk": r"ще|зараз|досі|спочатку|одразу",
    "ro": r"inca|acum|pana acum|initial",
    "el": r"ακομα|ακομη|τωρα|αρχικα",
    "id": r"masih|belum|kini|awalnya|sekarang",
}
"""Words that say it weaker, and are enough on the target's side."""
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
    "no": r"kan|kunne|skulle|skal",
    "uk": r"може|можуть|міг|могл[аио]",
    "ro": r"poate|pot|ar putea",
    "id": r"bisa|dapat|mungkin",
}
"""Verbs by which something is possible or hearsay, and may be so of anything."""
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
    "es": r"sin (?:ninguna |lugar a )?dudas?|con certeza|con total seguridad|esta (?:probado|demostrado)|"
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
    "no": r"uten tvil|utvilsomt|med sikkerhet|helt sikkert|er bevist",
    "uk": r"безсумнівно|без сумніву|немає сумнівів|точно відомо|доведено",
    "ro": r"fara (?:nicio )?indoiala|cu siguranta|cu certitudine|e dovedit",
    "el": r"χωρις αμφιβολια|αναμφιβολ\w+|σιγουρα|με βεβαιοτητα|ειναι βεβαιο",
    "id": r"tanpa keraguan|tidak diragukan|pasti|sudah terbukti",
    "ar": r"بلا شك|دون شك|بالتاكيد|من المؤكد",
}
"""What makes a statement sure."""
PLANS = r"\w*plan\w*|prevu\w*|previst\w*|previsto|планир\w*|计划|計劃|計画|予定|계획|etape"
"""What is not planned may come yet."""
