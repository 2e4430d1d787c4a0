"""Units, months, rounding words and fractions of many languages, as tables; words are keyed with their accents off."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from provenance.changes.numerals import KANJI_DIGITS, KANJI_SCALES, listed
from provenance.words import plain

Rough: TypeAlias = Literal["", "about", "over", "under"]
SCALE_CHARS = re.escape(KANJI_DIGITS + KANJI_SCALES)


def _units(*rows: tuple[str, float, str]) -> dict[str, tuple[str, float]]:
    return {plain(word): (dimension, factor) for dimension, factor, words in rows for word in words.split()}


UNITS = _units(
    ("time", 1 / 60, "second seconds sekunden seconde secondes segundos secondi seconden sekund секунд 秒"),
    ("time", 1, "minute minutes min mins minuten minuto minutos minuti minut minuty minuter минут минуты 分 分間"),
    ("time", 60, "hour hours stunde stunden heure heures hora horas ora ore uur uren godzin godziny timmar час часа "
    "часов "
     "時間"),
    ("time", 1440, "day days tag tage tagen jour jours dia dias giorno giorni dag dagen dni dagar день дня дней "
    "сутки суток 日間"),
    ("time", 10080, "week weeks woche wochen semaine semaines semana semanas settimana settimane weken tygodni "
    "tygodnie "
     "veckor недель недели 週間"),
    ("months", 1, "month months monat monate monaten mois mes meses mese mesi maand maanden miesiecy miesiace manader "
     "месяцев месяца mesicu か月 ヶ月 カ月"),
    ("months", 12, "year years jahr jahre jahren an ans annee annees ano anos anno anni jaar jaren lat lata ar лет "
    "года год "
     "年間 年"),
    ("months", 120, "decade decades jahrzehnt jahrzehnte decennie decennies decada decadas decennio decenni decennia"),
    ("months", 1200, "century centuries jahrhundert jahrhunderte siecle siecles siglo siglos secolo secoli eeuw eeuwen "
     "seculo seculos wiek wiekow век века веков 世紀"),
    ("length", 1, "metre metres meter meters metro metros metri metrow metry метров метра m メートル"),
    ("length", 1000, "kilometre kilometres kilometer kilometers kilometro kilometros chilometro chilometri kilometrow "
     "kilometry quilometro quilometros км километров километра km キロ キロメートル"),
    ("length", 0.01, "centimetre centimetres centimeter centimeters cm centimetros centimetri センチ"),
    ("length", 0.3048, "foot feet ft"),
    ("length", 1609.344, "mile miles meilen milles millas miglia mijl mil миль マイル"),
    ("area", 1, "hectare hectares hektar hectarea hectareas ettaro ettari hectaren hektarow гектаров гектара гектар "
     "га ha hektara ヘクタール"),
    ("area", 0.404686, "acre acres акров акра акр acri acres akrow ekrar ekra ekrur 英畝"),
    ("mass", 1, "kilo kilos kg kilogram kilograms kilogramme kilogrammes kilogramm kilogramos chili chilogrammi "
    "kilogramow "
     "кг килограммов キログラム"),
    ("time", 60, "小时"), ("time", 1, "分钟"), ("time", 1440, "天"), ("months", 1, "个月"),
    ("length", 1000, "公里"), ("length", 1, "米"), ("area", 1, "公顷"), ("area", 0.404686, "英亩 エーカー"),
    ("mass", 1, "公斤"), ("mass", 1000, "吨"), ("money", 1, "美元 欧元 英镑 人民币 日元"),
    ("mass", 1000, "tonne tonnes ton tons tonnen toneladas tonnellate ton тонн тонны トン"),
    ("mass", 0.453592, "pound_weight lb lbs"),
    ("percent", 1, "percent percentage prozent procent pourcent percento procento процентов процента パーセント pct"),
    ("money", 1, "dollar dollars euro euros pound pounds pfund yen yuan rouble roubles rubel rubles franc francs "
    "franken rubli рубля рубль "
     "crown crowns kronen kroner kronor couronnes coronas corone coroas florin florins florines florini florijnen peso "
     "pesos peseta rupee rupees won zloty zlotych dolarow dolares dollari dolar долларов рублей евро 円 ドル ユーロ 元 "
     "クラウン フロリン"),
    ("clock", 60, "時 时 点 點 uhr"),
    ("time", 60, "saat saatlik"), ("time", 1, "dakika dakikalık"), ("time", 1440, "gun gunluk"),
    ("time", 10080, "hafta haftalık"), ("months", 1, "ay aylık"), ("months", 12, "yıl yıllık"),
    ("length", 1000, "kilometrelik"), ("length", 1, "metrelik"), ("length", 1609.344, "milha milhas engelska_mil"),
    ("date", 1, "日"),
)  # fmt: skip
_LATE_UNITS = _units(
    ("time", 60, "个小时 個小時"),
    ("months", 12, "岁 歲 歳"),
    ("time", 1 / 60, "секунда секунди sekundy sekunder sekunnin sekuntia secunde δευτερολεπτα detik"),
    ("time", 1, "хвилина хвилини хвилин minuten minutter minuuttia minuutin λεπτα λεπτων menit دقيقة دقائق דקות"),
    ("time", 60, "година години годин годину hodin hodiny hodinu timer timen tuntia tunnin ωρες ωρα ωρων ساعة ساعات "
     "שעות"),
    ("time", 1440, "дні днів доби діб dnu dnech dage dagene dager paivaa paivan zile ημερες μερες ημερων hari أيام "
     "يوما ימים"),
    ("time", 10080, "тиждень тижні тижнів tyden tydnu uger uker viikkoa viikon saptamani εβδομαδες εβδομαδων pekan "
     "أسابيع أسبوعا שבועות"),
    ("months", 1, "місяць місяці місяців mesice maneder kuukautta kuukauden luni μηνες μηνων bulan أشهر شهرا חודשים"),
    ("months", 12, "роки років roky rokov rokmi vuotta vuoden χρονια ετη ετων χρονων tahun سنوات أعوام "
     "عاما سنة שנים שנה"),
    ("length", 1, "метрів метри метру metru metra metriä μετρα μετρων أمتار مترا מטרים"),
    ("length", 1000, "кілометрів кілометра кілометри kilometru kilometrov kilometra kilometriä kilometri χιλιομετρα "
     "χιλιομετρων كيلومترا كيلومترات كيلومتر קילומטרים קילומטר"),
    ("mass", 1, "кілограмів кілограми kilogramu kilogramov kiloa kilograme κιλα"),
    ("mass", 1000, "тонни tun tuny ton tonnia tone τονοι τονους טונות"),
    ("time", 10080, "주일"), ("months", 1, "개월"), ("months", 12, "살"),
    ("length", 1, "미터"), ("length", 0.01, "센티미터"), ("length", 1000, "킬로미터"),
    ("mass", 1, "킬로그램"), ("mass", 1000, "톤"), ("area", 1, "헥타르"),
    ("percent", 1, "퍼센트"), ("length", 1, "متر"), ("length", 1000, "کیلومتر كلم"),
    ("mass", 1, "كيلوغراما كيلوغرام کیلوگرم"), ("mass", 1000, "طن طنا تن"), ("months", 12, "سال ساله"),
    ("months", 1, "ماه"), ("time", 1440, "روز"), ("time", 60, "ساعت"),
    ("percent", 1, "درصد"), ("time", 1, "دقیقه"), ("time", 10080, "هفته"),
    ("months", 12, "عاما عام"),
    ("area", 1, "гектарів гектари hektaru hektarov hehtaaria hectare εκταρια hektare هكتار هكتارا هكتارات "
     "هکتار 헥타르"),
    ("area", 0.1, "decare decares dekar dekarlik donum donumluk dunam dunams stremma stremmata στρεμματα στρεμματων "
     "декар декара декари decares دونم دونما دونمات"),
    ("length", 0.01, "centimetre centimetres centimeters centymetrow centymetry centimetru centimetry centimetrov "
     "centimetri senttimetria santim santimetre sentimeter εκατοστα εκατοστων сантиметр сантиметра сантиметров "
     "сантиметри сантиметрів سنتيمترا سنتيمترات سنتيمتر سانتی‌متر 厘米 公分"),
    ("length", 0.001, "millimetre millimetres millimeter millimeters millimetri milimetro milimetros milimetrow "
     "milimetry milimetru milimetrov millimetria milimetre χιλιοστα миллиметр миллиметра миллиметров міліметр "
     "міліметри міліметрів ملم mm 毫米 ミリ 밀리미터"),
    ("percent", 1, "відсотків відсотки відсотка процентів procent procenta percenta prosent prosenttia procente persen "
     "بالمئة بالمائة אחוזים"),
)  # fmt: skip
LATE_UNITS = frozenset(_LATE_UNITS) - UNITS.keys()
"""Words for units that no fit of weights has seen."""
UNITS = {**_LATE_UNITS, **UNITS}
UNITS_OF = {(language, "mil"): ("length", 10_000.0) for language in ("sv", "no")} | {
    ("vi", "phut"): ("time", 1.0),
    ("vi", "gio"): ("time", 60.0),
    ("vi", "ngay"): ("time", 1440.0),
    ("vi", "tuan"): ("time", 10_080.0),
    ("vi", "thang"): ("months", 1.0),
    ("vi", "nam"): ("months", 12.0),
}
"""Units by the language that means something else by a word than others do."""
NAUTICAL = re.compile(
    r"\s?(?:nautical|sea) miles?\b|\s?seemeilen?\b|\s?zeemijl(?:en)?\b|\s?sjömil\b|\s?sømil\b|\s?морск\w+ мил\w*|"
    r"\s?deniz mili\b|\s?海里|\s?浬|\s?해리",
    re.IGNORECASE,
)
"""Miles at sea, right behind a figure."""
AT_SEA = re.compile(r"\s(?:nauti\w+|n[aá]utica?s?|marin\w*|morski\w*)\b", re.IGNORECASE)
"""What makes the miles before it miles at sea."""
AGED = re.compile(
    r"(?:\baged(?: between| from)?|\bages of|\bâgée?s? de|\bim Alter von|\bde edad de|\bdell['’]età di|"
    r"\bcom idade de|\bв возрасте|\bw wieku|"
    r"\bvan de leeftijd van) $",
    re.IGNORECASE,
)
"""What makes the number behind it somebody's age in years."""
PERIODS: tuple[tuple[str, str], ...] = (
    ("hour", r"(?:an|per|each|every) hour|(?:pro|je) stunde|stündlich|(?:par|de l['’])heure|(?:por|la|à|cada) hora|"
    r"(?:all['’]|l['’])ora|ogni ora|per uur|(?:i|per) timmen|в час|na godzinę"),
    ("day", r"(?:a|per|each|every) day|daily|(?:pro|am|je) tag|täglich|par jour|quotidien\w*|(?:al|por|"
    r"cada) d[ií]a|diari\w+|"
    r"al giorno|ogni giorno|giornalier\w+|per dag|om dagen|om dygnet|в день|ежедневно|dziennie|günde"),
    ("week", r"(?:a|per|each|every) week|weekly|(?:pro|je) woche|wöchentlich|par semaine|hebdomadaires?|"
    r"(?:a la|por|cada) semana|semanal\w*|(?:a|alla|ogni) settimana|settimanal\w+|per week|i veckan|"
    r"в неделю|еженедельно|"
    r"tygodniowo|haftada"),
    ("month", r"(?:a|per|each|every) month|monthly|(?:pro|im|je) monat|monatlich|par mois|mensuel\w*|(?:al|"
    r"por|cada) m[eê]s|"
    r"mensua\w+|mensai?s|(?:al|ogni) mese|mensil\w+|per maand|i månaden|в месяц|ежемесячно|miesięcznie|ayda"),
    ("year", r"(?:a|per|each|every) year|yearly|annually|annual|(?:pro|im|je) jahr|jährlich|par an|annuel\w*|"
    r"(?:al|por|cada) a[ñn]o|anual\w*|all['’]anno|ogni anno|annu[ie]|per jaar|om året|per år|в год|ежегодно|rocznie|"
    r"yılda|年間|每年|毎年"),
)  # fmt: skip
PERIOD = re.compile(
    r"^\W{0,3}(?:[^\W\d_]+ ){0,2}?(?:"
    + "|".join(rf"(?P<{name}>{words})" for name, words in PERIODS)
    + r")(?!\w)(?! (?:\d|ago\b|earlier\b|later\b|before\b|after\b))",
    re.IGNORECASE,
)
"""The time in which so much is spent or done, at most two words behind the number."""
BELOW = re.compile(
    r"^\W{0,2}(?:[^\W\d_]+ ){0,2}?(?:below (?:zero|freezing)|unter null|minus|(?:au-)?dessous de zéro|"
    r"sous (?:le )?zéro|"
    r"bajo cero|sotto (?:lo )?zero|abaixo de zero|negativos|onder nul|under noll|under nul|poniżej zera|"
    r"mrozu|ниже нуля|"
    r"мороза|нижче нуля|морозу)\b",
    re.IGNORECASE,
)
ABOVE = re.compile(
    r"^\W{0,2}(?:[^\W\d_]+ ){0,2}?(?:above (?:zero|freezing)|über null|plus|(?:au-)?dessus de zéro|sobre cero|"
    r"sopra (?:lo )?zero|acima de zero|positivos|boven nul|över noll|over nul|powyżej zera|ciepła|"
    r"выше нуля|тепла|вище нуля)\b",
    re.IGNORECASE,
)
"""What says behind a temperature on which side of zero it lies."""
ONE_IN = re.compile(
    r"\b(?:(?:one|1)(?: \w{1,20})?(?: in| out of)(?: every)?|une?(?: [^\W\d_]{1,20})? sur|"
    r"un[oa]?(?: [^\W\d_]{1,20})? de cada|"
    r"un[oa]?(?: [^\W\d_]{1,20})? su|uma?(?: [^\W\d_]{1,20})? em cada|[ée]{2}n(?: [^\W\d_]{1,20})? op de) $",
    re.IGNORECASE,
)
"""What makes the number behind it a share: "one worker in four"."""
LONG = frozenset(word for word, (unit, factor) in UNITS.items() if unit == "months" and factor >= 120)
CURRENCIES = {
    plain(word): sign
    for sign, words in (
        ("$", "dollar dollars dolarow dolary dolares dollari dolar dolara доллар доллара долларов ドル 美元 달러"),
        ("€", "euro euros евро ユーロ 欧元 유로 avro"),
        ("£", "pfund sterling 英镑 ポンド 파운드"),
        ("¥", "yen 日元 円 엔"),
    )
    for word in words.split()
}
"""The sign of each currency that a word surely means; a pound may be a weight, and a crown anybody's."""
DECADE = re.compile(
    r"['’]?s\b|ern?\b(?![\w-]*mal)|er[- ]?[Jj]ahren?\b|er[- ]?jaren\b|-?talet\b|-[хе]\b|年代|년대|['’]?l[iı] yıllar"
)
"""What makes a round number a decade, right behind it."""
SIGNS: dict[str, Literal["money", "percent"]] = {
    "$": "money",
    "€": "money",
    "£": "money",
    "¥": "money",
    "%": "percent",
}
PERCENT_PAIRS = {
    ("per", "cent"),
    ("por", "ciento"),
    ("por", "cento"),
    ("per", "cento"),
    ("pour", "cent"),
    ("от", "ста"),
}
MONTHS = {
    plain(word): n
    for table in (
        "january february march april may june july august september october november december",
        "januar februar marz april mai juni juli august september oktober november dezember",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "ocak subat mart nisan mayıs haziran temmuz agustos eylul ekim kasım aralık",
        "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
        "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
        "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrzesniu pazdzierniku listopadzie grudniu",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
        "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
        "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta "
        "marraskuuta joulukuuta",
        "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου "
        "δεκεμβριου",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca",
        "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
        "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
        "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
        "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
        "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर",
        "gener febrer - abril maig juny juliol agost setembre octubre novembre desembre",
        "januarie februarie maart april mei junie julie augustus september oktober november desember",
        "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for n, word in enumerate(table.split(), 1)
} | {"sept": 9}
AT = frozenset(
    listed("saat at um kl alle dalle ore klockan om las gegen vers о в o as klokken pukul klo kello klukkan")
)
AT_HOUR = frozenset(listed("alle dalle kl klockan klokken pukul klo kello klukkan"))
HOURS = frozenset({"h", "heure", "heures", "часов"})
HALF_DAY = re.compile(r"\s*(?P<half>[ap])\.?\s?m\b\.?|\s*(?:uhr|uur|h\b|heures?|часов)", re.IGNORECASE)
OCLOCK = re.compile(
    r"\s(?:o['’]clock\b|in the (?:morning|evening|afternoon)\b|uhr\b|uur\b|heures du\b|de la (?:ma[nñ]ana|tarde|"
    r"noche)\b)|(?<=\d\d[.:]\d\d)['’](?:[dt][ae]n?|y[ae])\b",
    re.IGNORECASE,
)
HALF_MORE = re.compile(
    r"\s(?:and a half|und ein halb\w*|et demie?|y medi[oa]|e mezz[oa]|e mei[oa]|en een half|"
    r"с половиной|з половиною|i pół|och en halv|半)\b|半",
    re.IGNORECASE,
)
_ROUGHLY: tuple[tuple[Rough, str], ...] = (
    (
        "over",
        "more than|over|at least|upwards of|just over|a little over|well over|plus d|piu d|"
        "mehr als|uber|mindestens|plus de|au "
        "moins|"
        "mas de|al menos|oltre|piu di|almeno|mais de|pelo menos|meer dan|minstens|ruim|ponad|co najmniej|wiecej niz|"
        "более|свыше|не менее|больше",
    ),
    (
        "under",
        "nearly|almost|close to|just under|under|less than|fewer than|up to|at most|shortly before|"
        "a little before|just before|"
        "best part of|better part of|fast|beinahe|knapp|weniger als|bis zu|presque|pres de|moins de|casi|menos de|"
        "hasta|"
        "quasi|meno di|fino a|quase|bijna|minder dan|moins d|pres d|meno d|prawie|niemal|mniej niz|почти|менее|до",
    ),
    (
        "about",
        "about|around|roughly|some|approximately|an estimated|circa|ca|etwa|rund|ungefahr|gut|environ|quelque|une|unos|"
        "unas|alrededor de|cerca de|aproximadamente|intorno a|uns|umas|ongeveer|zo n|een|okolo|около|примерно|約|"
        "およそ|a|an|shortly after|just after",
    ),
)
ROUGH: dict[str, Rough] = {words: kind for kind, table in reversed(_ROUGHLY) for words in table.split("|")}
"""What stands before a rounded number, accents off, and what it says; of up to three words."""
ABOUT_HOUR = re.compile(
    r"\b(?:vers|aux (?:alentours|environs) de|peu (?:après|avant)|gegen|kurz (?:nach|vor)|por volta d[ae]s?|"
    r"pouco (?:depois|antes) d[ae]s?|perto das|hacia|sobre|poco (?:después|antes) de|alrededor de|en torno a|verso|"
    r"poco (?:dopo|prima)(?: delle)?|intorno alle|rond|omstreeks|tegen|kort (?:na|voor)|vid|"
    r"strax (?:efter|före)|omkring|ved|kort (?:efter|før)|lidt (?:over|før)|rundt|like (?:etter|før)|około|"
    r"krótko po|tuż (?:po|przed)|krátce (?:po|před)|kolem|около|примерно в|вскоре после|незадолго до|близько|"
    r"приблизно о|невдовзі після|în jurul orei)"
    r"(?: (?:de|las|le|les|a las|klockan|kl\.?|godz\.?|ora))? ?$",
    re.IGNORECASE,
)
"""What says before a time of day that it was about then."""
AT_LEAST = re.compile(
    r"\b(?:at the (?:very )?(?:earliest|soonest)|frühestens|au plus tôt|como muy pronto|no antes de|non prima d\w+|"
    r"no mais cedo|op zijn vroegst|tidigast|tidligst|najwcześniej|nejdříve|не раньше|не раніше|en erken|"
    r"(?:ne|nie) (?:méně|mniej|menej) než|nejméně|alespoň|přinejmenším|aspoň|najmenej|prinajmenšom|"
    r"по крайней мере|щонайменше|принаймні|не менше|cel puțin|legalább|vähintään|ainakin|"
    r"τουλάχιστον|setidaknya|paling sedikit|"
    r"at (?:the )?(?:very )?least|no fewer than|no less than|not less than|a minimum of|as a minimum|if not more|"
    r"or longer|zumindest|oder länger|au minimum|como mínimo|cuando menos|come minimo|non meno di|no mínimo|"
    r"op zijn minst|of langer|som minst|nie mniej niż|не меньше|минимум|или больше|или более|"
    r"mindestens|wenigstens|au moins|al menos|por lo menos|almeno|per lo meno|"
    r"pelo menos|ao menos|minstens|ten minste|minst|åtminstone|mindst|co najmniej|przynajmniej|не менее|"
    r"по меньшей мере|как минимум|en az|or more|oder mehr|ou plus|o más|o più|ou mais|of meer|eller fler)\b"
    r"|至少|最少|不少于|不下|以上|少なくとも|最低|적어도|최소|이상"
)
"""What makes a number the least that it can be, before it or behind it."""
AFTER_ROUGH = re.compile(r"\s?(以上|超|余り|あまり|多|余)|(近く|弱|未満)|(ほど|程度|前後|くらい|ぐらい)")
VAGUE_SCALES = "十百千万萬億亿"
MORE_THAN = re.compile(r"[多余餘](?P<scale>[十百千万億亿]{1,2})")
VAGUE = {
    word: bounds
    for bounds, words in (
        ((20.0, 100.0), "dozens dutzende dizaines douzaines decenas docenas decine decenas dezenas tientallen "
        "dziesiatki десятки 数十"),
        ((150.0, 1000.0), "hundreds hunderte centaines cientos centenares centinaia centenas honderden setki сотни "
         "数百"),
        ((1500.0, 1e6), "thousands tausende milliers miles migliaia milhares duizenden tysiace тысячи 数千"),
    )
    for word in words.split()
}  # fmt: skip
SHARES: dict[str, dict[str, float]] = {
    "en": {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "half": 2, "fifth": 5, "fifths": 5},
    "de": {"drittel": 3, "viertel": 4, "halfte": 2, "funftel": 5},
    "nl": {"derde": 3, "kwart": 4, "helft": 2, "vijfde": 5},
    "fr": {"tiers": 3, "quart": 4, "quarts": 4, "moitie": 2},
    "es": {"tercio": 3, "tercios": 3, "cuartos": 4, "mitad": 2},
    "it": {"terzo": 3, "terzi": 3, "quarti": 4, "meta": 2},
    "pt": {"terco": 3, "tercos": 3, "quartos": 4, "metade": 2},
    "pl": {"trzecia": 3, "trzecie": 3, "czwarta": 4, "polowa": 2},
    "ru": {"треть": 3, "трети": 3, "четверть": 4, "половина": 2},
}
LATE_SHARES: dict[str, dict[str, float]] = {
    "sv": {"tredjedel": 3, "tredjedelar": 3, "fjardedel": 4, "fjardedelar": 4, "halften": 2, "femtedel": 5},
    "da": {"tredjedel": 3, "tredjedele": 3, "fjerdedel": 4, "fjerdedele": 4, "halvdelen": 2, "femtedel": 5},
    "no": {"tredjedel": 3, "tredjedeler": 3, "fjerdedel": 4, "fjerdedeler": 4, "halvparten": 2, "femtedel": 5},
    "cs": {"tretina": 3, "tretinu": 3, "tretiny": 3, "ctvrtina": 4, "ctvrtinu": 4, "polovina": 2, "polovinu": 2},
    "uk": {"третина": 3, "третину": 3, "третини": 3, "чверть": 4, "половина": 2, "половину": 2},
    "fi": {"kolmannes": 3, "kolmanneksen": 3, "neljannes": 4, "neljanneksen": 4, "puolet": 2},
    "ro": {"treime": 3, "treimi": 3, "sfert": 4, "sferturi": 4, "jumatate": 2},
    "el": {"τριτο": 3, "τριτα": 3, "τεταρτο": 4, "τεταρτα": 4},
    "id": {"sepertiga": 3, "seperempat": 4, "separuh": 2, "setengah": 2},
    "tr": {"yarısı": 2, "yarısını": 2, "yarısının": 2, "yarıya": 2},
}
"""The same of languages in which no fit of weights has seen them; they need no article."""
SHARE_OF: dict[str, dict[str, float]] = {
    "tr": {
        "ikide": 2,
        "ucte": 3,
        "dortte": 4,
        "beste": 5,
        "altıda": 6,
        "yedide": 7,
        "sekizde": 8,
        "dokuzda": 9,
        "onda": 10,
    },
}
"""Words for a whole in so many parts, before how many of them are meant: "in three, one"."""
NO_SHARE_BEHIND = {
    "sv": frozenset(listed("forsta andra klockan")),
    "da": frozenset(listed("forste første anden klokken")),
    "no": frozenset(listed("forste første andre klokken")),
    "cs": frozenset(listed("prvni druha druhe druhou")),
    "uk": frozenset(listed("перша першу першоі друга другу другоі")),
    "fi": frozenset(listed("ensimmainen toinen kello klo")),
    "ro": frozenset(listed("prima doua ora")),
    "id": frozenset(listed("pukul jam")),
    "tr": frozenset(listed("ilk ikinci saat")),
}
"""What makes of a share behind it the half of a match, or an hour: "the second half", "at half past two"."""
KANJI_SHARE = re.compile(rf"(?P<of>[\d{SCALE_CHARS}]+)分[の之](?P<parts>[\d{SCALE_CHARS}]+)")
KANJI_DATE = re.compile(r"(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?[日号])?")
COUNTERS = "年日人月時分秒回件社台軒頭機戦度倍戸個本隻冊ヵカか％%割週世"
MORE_COUNTERS = (
    "年日人月時秒回件社台軒頭機戦度倍戸個本隻冊割週世"
    "次名条條枚张張个位只辆輛艘家座架头匹棵层層岁歲天户吨米元句篇项批起颗羽匹校"
)
"""What may follow a lone numeral above one; "一" before many of these is an article."""
ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th|ού|ου|ος|ης|ό|ή)\b|(?:er|e|ème|eme|º|ª|°)(?!\w)", re.IGNORECASE)
DOTTED = frozenset(listed("de cs sk da nb no is fi hr sr sl et hu lv pl"))
"""Languages that write an ordinal with a full stop."""
RANGE_GAP = re.compile(
    r"\s*(?:-|–|—|~|～|〜|から|到|至|\b(?:and|to|bis|und|y|e|a|al|ao|au|et|en|tot|och|og|i|do|и|і|й|та|до|по|à)\b)\s*",
    re.IGNORECASE,
)
STOP = frozenset(
    listed(
        "of the a an its their his her our other more new de der die das des den dem la le les el los las del "
        "della di il lo i gli "
        "do da dos das van het een und et y e en zijn были"
    )
)
NO_NOUNS = frozenset(
    map(
        plain,
        listed(
            "before after in at on with without were was are is had has have who whom which that this by "
            "from for as when "
            "while than then but or so yet to into over across since until if because where "
            "vor nach mit ohne am im bei auf aus für wurden waren sind hatten haben wird werden als wenn "
            "weil seit bis oder "
            "aber zu zum zur durch gegen "
            "avant après dans avec sans sur pour par sont ont ont était étaient qui que où mais ou depuis quand comme "
            "antes después en con sin por para son eran fueron que quien pero o desde cuando como "
            "prima dopo con senza per sono erano che ma da quando come nel nella "
            "depois em com sem são eram foram mas ou "
            "voor na met zonder bij uit zijn waren werden die dat maar sinds toen als "
            "före efter med utan på vid som var är hade har men eller sedan när för "
            "przed po w z na do od dla przez które który byli było są ale lub gdy jak "
            "до после в с на из от для через которые который были было но или когда как"
        ),
    )
)
"""Words that may stand behind a number and never say what it counts."""
