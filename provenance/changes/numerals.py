"""Number words of many languages, and the values of figures as written; tables, and two small parsers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from provenance.words import plain


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a table row."""
    return tuple(words.split())


_UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    "de": "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
    "achtzehn neunzehn",
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien",
    "sv": "ett tva tre fyra fem sex sju atta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve",
    "it": "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove",
    "pt": "um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete "
    "dezoito dezenove",
    "pl": "jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie trzynascie czternascie "
    "pietnascie szesnascie siedemnascie osiemnascie dziewietnascie",
    "tr": "bir iki uc dort bes altı yedi sekiz dokuz on onbir oniki onuc ondort onbes onaltı onyedi onsekiz ondokuz",
    "ru": "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "uk": "один два три чотири пʼять шість сім вісім девʼять десять одинадцять дванадцять тринадцять чотирнадцять "
    "пʼятнадцять шістнадцять сімнадцять вісімнадцять девʼятнадцять",
    "cs": "jeden dva tri ctyri pet sest sedm osm devet deset jedenact dvanact trinact ctrnact patnact sestnact "
    "sedmnact osmnact devatenact",
    "sk": "jeden dva tri styri pat sest sedem osem devat desat jedenast dvanast trinast strnast patnast sestnast "
    "sedemnast osemnast devatnast",
    "da": "en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
    "no": "en to tre fire fem seks sju atte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
    "fi": "yksi kaksi kolme nelja viisi kuusi seitseman kahdeksan yhdeksan kymmenen yksitoista kaksitoista "
    "kolmetoista neljatoista viisitoista kuusitoista seitsemantoista kahdeksantoista yhdeksantoista",
    # nine is left out of Romanian, where it means new as well, and of Persian, where it means no; seven of Hungarian
    "ro": "unu doi trei patru cinci sase sapte opt - zece unsprezece doisprezece treisprezece paisprezece "
    "cincisprezece saisprezece saptesprezece optsprezece nouasprezece",
    "el": "ενα δυο τρια τεσσερα πεντε εξι επτα οκτω εννεα δεκα εντεκα δωδεκα δεκατρια δεκατεσσερα δεκαπεντε δεκαεξι "
    "δεκαεπτα δεκαοκτω δεκαεννεα",
    # the last of Arabic's small numbers are two words each, as are those of more than twenty
    "ar": "واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة أحد-عشر اثني-عشر ثلاثة-عشر أربعة-عشر خمسة-عشر ستة-عشر "
    "سبعة-عشر ثمانية-عشر تسعة-عشر",
    "fa": "یک دو سه چهار پنج شش هفت هشت - ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده",
    "ko": "하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 열하나 열둘 열셋 열넷 열다섯 열여섯 열일곱 열여덟 열아홉",
    "hu": "egy ketto harom negy ot hat - nyolc kilenc tiz tizenegy tizenketto tizenharom tizennegy tizenot tizenhat "
    "tizenhet tizennyolc tizenkilenc",
    "bg": "един два три четири пет шест седем осем девет десет единадесет дванадесет тринадесет четиринадесет "
    "петнадесет шестнадесет седемнадесет осемнадесет деветнадесет",
    "hr": "jedan dva tri cetiri pet sest sedam osam devet deset jedanaest dvanaest trinaest cetrnaest petnaest "
    "sesnaest sedamnaest osamnaest devetnaest",
    "id": "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua-belas tiga-belas empat-belas "
    "lima-belas enam-belas tujuh-belas delapan-belas sembilan-belas",
    "hi": "एक दो तीन चार पांच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस",
    "mr": "एक दोन तीन चार पाच सहा सात आठ नऊ दहा अकरा बारा तेरा चौदा पंधरा सोळा सतरा अठरा एकोणीस",
    "af": "een twee drie vier vyf ses sewe agt nege tien elf twaalf dertien veertien vyftien sestien sewentien agtien "
    "negentien",
    # nine is left out of Catalan, where it means new as well, and ten, where it means must
    "ca": "un dos tres quatre cinc sis set vuit - - onze dotze tretze catorze quinze setze disset divuit dinou",
    "sl": "en dva tri stiri pet sest sedem osem devet deset enajst dvanajst trinajst stirinajst petnajst sestnajst "
    "sedemnajst osemnajst devetnajst",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "sv": "tjugo trettio fyrtio femtio sextio sjuttio attio nittio",
    "fr": "vingt trente quarante cinquante soixante septante quatre-vingt nonante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "pl": "dwadziescia trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat "
    "dziewiecdziesiat",
    "tr": "yirmi otuz kırk elli altmıs yetmis seksen doksan",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "uk": "двадцять тридцять сорок пʼятдесят шістдесят сімдесят вісімдесят девʼяносто",
    "cs": "dvacet tricet ctyricet padesat sedesat sedmdesat osmdesat devadesat",
    "sk": "dvadsat tridsat styridsat patdesiat sestdesiat sedemdesiat osemdesiat devatdesiat",
    "da": "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems",
    "no": "tjue tretti førti femti seksti sytti atti nitti",
    "fi": "kaksikymmenta kolmekymmenta neljakymmenta viisikymmenta kuusikymmenta seitsemankymmenta kahdeksankymmenta "
    "yhdeksankymmenta",
    "ro": "douazeci treizeci patruzeci cincizeci saizeci saptezeci optzeci nouazeci",
    "el": "εικοσι τριαντα σαραντα πενηντα εξηντα εβδομηντα ογδοντα ενενηντα",
    "ar": "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين",
    "fa": "بیست سی چهل پنجاه شصت هفتاد هشتاد نود",
    "ko": "스물 서른 마흔 쉰 예순 일흔 여든 아흔",
    "hu": "husz harminc negyven otven hatvan hetven nyolcvan kilencven",
    "bg": "двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет",
    "hr": "dvadeset trideset cetrdeset pedeset sezdeset sedamdeset osamdeset devedeset",
    "id": "dua-puluh tiga-puluh empat-puluh lima-puluh enam-puluh tujuh-puluh delapan-puluh sembilan-puluh",
    "hi": "बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे",
    "mr": "वीस तीस चाळीस पन्नास साठ सत्तर ऐंशी नव्वद",
    "af": "twintig dertig veertig vyftig sestig sewentig tagtig negentig",
    "ca": "vint trenta quaranta cinquanta seixanta setanta vuitanta noranta",
    "sl": "dvajset trideset stirideset petdeset sestdeset sedemdeset osemdeset devetdeset",
}
_MORE = {
    "de": "anderthalb=1.5 eineinhalb=1.5 zweieinhalb=2.5 dreieinhalb=3.5 viereinhalb=4.5 funfeinhalb=5.5 "
    "zwo=2 zweier=2 beide=2 hundert=100 einhundert=100",
    "nl": "anderhalf=1.5 anderhalve=1.5 honderd=100",
    "fr": "dizaine=10 quinzaine=15 vingtaine=20 trentaine=30 cinquantaine=50 soixantaine=60 "
    "centaine=100 "
    "une=1 cents=100 cent=100 quatre-vingts=80 huitante=80 octante=80",
    "es": "decena=10 veintena=20 treintena=30 centenar=100 cien=100 ciento=100 doscientos=200 doscientas=200 "
    "trescientos=300 trescientas=300 cuatrocientos=400 "
    "cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 "
    "ochocientos=800 ochocientas=800 novecientos=900 novecientas=900 veintiuno=21 veintiuna=21 veintiun=21 "
    "veintidos=22 "
    "veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29",
    "it": "decina=10 ventina=20 trentina=30 quarantina=40 cinquantina=50 centinaio=100 cento=100 duecento=200 "
    "trecento=300 quattrocento=400 cinquecento=500 seicento=600 settecento=700 "
    "ottocento=800 novecento=900",
    "pt": "duas=2 cem=100 cento=100 duzentos=200 duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 "
    "quatrocentas=400 quinhentos=500 quinhentas=500 seiscentos=600 seiscentas=600 setecentos=700 setecentas=700 "
    "oitocentos=800 oitocentas=800 novecentos=900 novecentas=900 dezasseis=16 dezassete=17 dezanove=19 quatorze=14",
    "sv": "en=1 hundra=100",
    "tr": "yuz=100 ikiyuz=200 ucyuz=300 dortyuz=400 besyuz=500",
    "pl": "poltora=1.5 poltorej=1.5 dwie=2 dwoch=2 dwaj=2 dwoje=2 trzech=3 trzej=3 troje=3 czterech=4 "
    "czterej=4 czworo=4 pieciu=5 szesciu=6 "
    "siedmiu=7 osmiu=8 dziewieciu=9 dziesieciu=10 jedenastu=11 dwunastu=12 sto=100 dwiescie=200 trzysta=300 "
    "czterysta=400 piecset=500 szescset=600 siedemset=700 osiemset=800 dziewiecset=900 kilkanascie=15",
    "ru": "полтора=1.5 полторы=1.5 полутора=1.5 две=2 двух=2 двое=2 двумя=2 трех=3 трое=3 тремя=3 "
    "четырех=4 четверо=4 пяти=5 пятеро=5 шести=6 семи=7 "
    "восьми=8 девяти=9 десяти=10 одиннадцати=11 двенадцати=12 сто=100 ста=100 двести=200 триста=300 четыреста=400 "
    "пятьсот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900",
    "uk": "півтора=1.5 півтори=1.5 дві=2 двох=2 двоє=2 двома=2 трьох=3 троє=3 трьома=3 чотирьох=4 четверо=4 пʼяти=5 "
    "пʼятьох=5 пʼятеро=5 шести=6 шістьох=6 семи=7 восьми=8 девʼяти=9 десяти=10 десятьох=10 дванадцяти=12 двадцяти=20 "
    "тридцяти=30 сорока=40 сто=100 ста=100 двісті=200 триста=300 чотириста=400 пʼятсот=500 шістсот=600 сімсот=700 "
    "вісімсот=800 девʼятсот=900",
    "cs": "dve=2 dvou=2 dvema=2 trech=3 ctyr=4 peti=5 sesti=6 sedmi=7 osmi=8 deviti=9 deseti=10 dvanacti=12 sto=100 "
    "dveste=200 trista=300 ctyrista=400 petset=500 sestset=600 sedmset=700 osmset=800 devetset=900",
    "sk": "dve=2 dvoch=2 dvaja=2 traja=3 troch=3 styria=4 styroch=4 piatich=5 siestich=6 siedmich=7 osmich=8 "
    "deviatich=9 desiatich=10 sto=100 dvesto=200 tristo=300 styristo=400 patsto=500",
    "da": "hundrede=100",
    "no": "syv=7 tyve=20 tredve=30 hundre=100",
    "fi": "kahden=2 kahta=2 kolmen=3 kolmea=3 neljan=4 neljaa=4 viiden=5 viitta=5 kuuden=6 kuutta=6 kymmenta=10 "
    "sata=100 sadan=100",
    "ro": "doua=2 suta=100 sute=100",
    "el": "τρεις=3 τριων=3 τεσσερις=4 τεσσαρων=4 εφτα=7 οχτω=8 εννια=9 δεκατρεις=13 δεκατεσσερις=14 δεκαεφτα=17 "
    "δεκαοχτω=18 δεκαεννια=19 εκατο=100 διακοσια=200 διακοσιοι=200 διακοσιες=200 τριακοσια=300 τριακοσιοι=300 "
    "τριακοσιες=300 πεντακοσια=500 πεντακοσιοι=500 πεντακοσιες=500",
    "id": "seratus=100",
    "ar": "اثنان=2 اثنتان=2 اثنتين=2 اثنتا-عشرة=12 اثنتي-عشرة=12 اثنا-عشر=12 إحدى-عشرة=11 ثلاث=3 أربع=4 خمس=5 ست=6 "
    "سبع=7 "
    "ثماني=8 ثمان=8 تسع=9 عشر=10 ثلاث-عشرة=13 أربع-عشرة=14 خمس-عشرة=15 ست-عشرة=16 سبع-عشرة=17 ثماني-عشرة=18 "
    "تسع-عشرة=19 "
    "عشرون=20 ثلاثون=30 أربعون=40 خمسون=50 ستون=60 سبعون=70 ثمانون=80 تسعون=90 مئة=100 مائة=100 مئتين=200 مائتين=200 "
    "مئتان=200 ثلاثمئة=300 ثلاثمائة=300 أربعمئة=400 أربعمائة=400 خمسمئة=500 خمسمائة=500 ستمئة=600 ستمائة=600 "
    "سبعمئة=700 "
    "ثمانمئة=800 تسعمئة=900",
    "fa": "صد=100 دویست=200 سیصد=300 چهارصد=400 پانصد=500 ششصد=600 هفتصد=700 هشتصد=800 نهصد=900",
    "ko": "두=2 세=3 네=4 스무=20 열두=12 열세=13 열네=14",
    "hu": "ket=2 tizenket=12 szaz=100 ketszaz=200 haromszaz=300 negyszaz=400 otszaz=500",
    "bg": "две=2 двама=2 трима=3 четирима=4 петима=5 шестима=6 сто=100 двеста=200 триста=300 четиристотин=400 "
    "петстотин=500",
    "hr": "dvije=2 dvoje=2 troje=3 cetvero=4 petero=5 stotinu=100 dvjesto=200 tristo=300 petsto=500",
    "hi": "पाँच=5 छः=6 छे=6 दोनों=2 तीनों=3 चारों=4 पांचों=5 पन्द्रह=15 अट्ठारह=18 इक्कीस=21 बाईस=22 "
    "बाइस=22 तेईस=23 तेइस=23 चौबीस=24 पच्चीस=25 छब्बीस=26 सत्ताईस=27 सत्ताइस=27 अट्ठाईस=28 "
    "अठ्ठाईस=28 अट्ठाइस=28 उनतीस=29 उन्तीस=29 इकतीस=31 इकत्तीस=31 बत्तीस=32 तैंतीस=33 तेंतीस=33 "
    "चौंतीस=34 पैंतीस=35 छत्तीस=36 सैंतीस=37 अड़तीस=38 उनतालीस=39 उन्तालीस=39 इकतालीस=41 बयालीस=42 "
    "ब्यालीस=42 तैंतालीस=43 तिरतालीस=43 चवालीस=44 चौवालीस=44 पैंतालीस=45 छियालीस=46 सैंतालीस=47 "
    "अड़तालीस=48 उनचास=49 उन्चास=49 इक्यावन=51 बावन=52 तिरपन=53 चौवन=54 पचपन=55 छप्पन=56 सत्तावन=57 "
    "अट्ठावन=58 अठ्ठावन=58 उनसठ=59 इकसठ=61 बासठ=62 तिरसठ=63 चौंसठ=64 चौसठ=64 पैंसठ=65 छियासठ=66 "
    "सड़सठ=67 सरसठ=67 अड़सठ=68 उनहत्तर=69 इकहत्तर=71 बहत्तर=72 तिहत्तर=73 चौहत्तर=74 पचहत्तर=75 "
    "छिहत्तर=76 सतहत्तर=77 अठहत्तर=78 उनासी=79 उन्यासी=79 इक्यासी=81 बयासी=82 तिरासी=83 चौरासी=84 "
    "पचासी=85 छियासी=86 सत्तासी=87 अट्ठासी=88 अठासी=88 नवासी=89 इक्यानवे=91 इक्यानबे=91 बानवे=92 "
    "बानबे=92 तिरानवे=93 चौरानवे=94 पचानवे=95 पंचानवे=95 छियानवे=96 सत्तानवे=97 अट्ठानवे=98 "
    "निन्यानवे=99 सौ=100 डेढ़=1.5 ढाई=2.5",
    "mr": "शंभर=100 दीड=1.5 अडीच=2.5",
    "af": "honderd=100 anderhalf=1.5",
    "ca": "dues=2 cent=100 cents=100 dos-cents=200 dues-centes=200 tres-cents=300 desena=10 vintena=20 trentena=30",
    "sl": "dve=2 dveh=2 treh=3 trije=3 stirje=4 sto=100 dvesto=200 tristo=300 petsto=500",
}
_SCALES = {
    "ar": "ألف=1e3 آلاف=1e3 ألفا=1e3 مليون=1e6 ملايين=1e6 مليونا=1e6 مليار=1e9 مليارات=1e9 مليارا=1e9 تريليون=1e12",
    "fa": "هزار=1e3 میلیون=1e6 میلیارد=1e9 تریلیون=1e12",
    "he": "אלף=1e3 אלפים=1e3 מיליון=1e6 מיליוני=1e6 מיליארד=1e9 מיליארדי=1e9",
    "bg": "хиляда=1e3 хиляди=1e3 хил=1e3 милион=1e6 милиона=1e6 млн=1e6 милиард=1e9 милиарда=1e9 млрд=1e9",
    "hr": "tisuca=1e3 tisuce=1e3 tisucu=1e3 hiljada=1e3 hiljade=1e3 milijun=1e6 milijuna=1e6 miliona=1e6 milijarda=1e9 "
    "milijarde=1e9 milijardi=1e9",
    "vi": "nghin=1e3 ngan=1e3 trieu=1e6 ty=1e9",
    "sk": "tisic=1e3 tisice=1e3 tisicov=1e3 milion=1e6 miliony=1e6 milionov=1e6 miliarda=1e9 miliardy=1e9 miliard=1e9",
    "el": "χιλια=1e3 χιλιαδες=1e3 χιλιαδων=1e3 εκατομμυριο=1e6 εκατομμυρια=1e6 εκατομμυριων=1e6 δισεκατομμυριο=1e9 "
    "δισεκατομμυρια=1e9 δισεκατομμυριων=1e9 εκατ=1e6 δισ=1e9",
    "id": "ratus=100 ribu=1e3 seribu=1e3 juta=1e6 miliar=1e9 triliun=1e12",
    "en": "hundred=100 dozen=12 thousand=1e3 million=1e6 millions=1e6 billion=1e9 billions=1e9 trillion=1e12 mn=1e6 "
    "bn=1e9 tn=1e12 trn=1e12 m=1e6 k=1e3 b=1e9 lakh=1e5 lakhs=1e5 crore=1e7 crores=1e7",
    "is": "þusund=1e3 milljon=1e6 milljonir=1e6 milljona=1e6 milljonum=1e6 milljarður=1e9 milljarðar=1e9 milljarða=1e9",
    "cs": "tisicich=1e3 tisicum=1e3 tisici=1e3 milionech=1e6 milionum=1e6 milionem=1e6 miliardach=1e9 miliardam=1e9 "
    "tisic=1e3 tisice=1e3 milion=1e6 miliony=1e6 milionu=1e6 miliarda=1e9 miliardy=1e9 miliard=1e9 bilion=1e12",
    "da": "tusind=1e3 million=1e6 millioner=1e6 milliard=1e9 milliarder=1e9",
    "no": "tusen=1e3 million=1e6 millioner=1e6 milliard=1e9 milliarder=1e9",
    "fi": "tuhat=1e3 tuhatta=1e3 miljoona=1e6 miljoonaa=1e6 miljardi=1e9 miljardia=1e9",
    "hu": "ezer=1e3 millio=1e6 milliard=1e9",
    "ro": "mie=1e3 mii=1e3 milion=1e6 milioane=1e6 miliard=1e9 miliarde=1e9",
    "tr": "bin=1e3 milyon=1e6 milyar=1e9 trilyon=1e12",
    "uk": "тисяча=1e3 тисячі=1e3 тисяч=1e3 тис=1e3 мільйон=1e6 мільйони=1e6 мільйонів=1e6 "
    "мільйона=1e6 мільярд=1e9 мільярда=1e9 мільярдів=1e9 млн=1e6 млрд=1e9",
    "de": "dutzend=12 tausend=1e3 eintausend=1e3 million=1e6 millionen=1e6 mio=1e6 milliarde=1e9 milliarden=1e9 "
    "mrd=1e9 "
    "billion=1e12 billionen=1e12",
    "nl": "dozijn=12 honderd=100 duizend=1e3 miljoen=1e6 mln=1e6 miljard=1e9 mld=1e9 biljoen=1e12",
    "sv": "dussin=12 hundra=100 tusen=1e3 miljon=1e6 miljoner=1e6 mn=1e6 miljard=1e9 miljarder=1e9 mdr=1e9",
    "fr": "dizaines=10 douzaines=12 douzaine=12 mille=1e3 milliers=1e3 millier=1e3 million=1e6 millions=1e6 "
    "milliard=1e9 milliards=1e9 "
    "billion=1e12 billions=1e12 cent=100 cents=100",
    "es": "decenas=10 docena=12 docenas=12 mil=1e3 millar=1e3 millon=1e6 millones=1e6 billon=1e12 billones=1e12",
    "it": "decine=10 dozzina=12 dozzine=12 mille=1e3 migliaio=1e3 mila=1e3 milione=1e6 milioni=1e6 mln=1e6 "
    "miliardo=1e9 "
    "miliardi=1e9 mld=1e9",
    "pt": "dezenas=10 duzia=12 duzias=12 mil=1e3 milhao=1e6 milhoes=1e6 bilhao=1e9 bilhoes=1e9 trilhao=1e12 "
    "trilhoes=1e12",
    "pl": "tuzin=12 tuziny=12 tuzinow=12 tysiac=1e3 tysiace=1e3 tysiecy=1e3 tys=1e3 milion=1e6 miliony=1e6 "
    "tysiaca=1e3 miliona=1e6 miliarda=1e9 "
    "milionow=1e6 mln=1e6 miliard=1e9 miliardy=1e9 miliardow=1e9 mld=1e9",
    "ru": "дюжина=12 дюжины=12 тысяча=1e3 тысячи=1e3 тысяч=1e3 тыс=1e3 миллион=1e6 миллиона=1e6 миллионов=1e6 млн=1e6 "
    "миллиард=1e9 миллиарда=1e9 миллиардов=1e9 млрд=1e9 триллион=1e12 триллиона=1e12 триллионов=1e12 трлн=1e12",
    "hi": "सौ=100 दर्जन=12 हजार=1e3 हज़ार=1e3 लाख=1e5 करोड़=1e7 करोड=1e7 अरब=1e9 खरब=1e11 मिलियन=1e6 बिलियन=1e9",
    "mr": "शे=100 हजार=1e3 लाख=1e5 कोटी=1e7 अब्ज=1e9",
    "af": "dosyn=12 duisend=1e3 miljoen=1e6 miljard=1e9 biljoen=1e12",
    "ca": "dotzena=12 mil=1e3 miler=1e3 milers=1e3 milio=1e6 milions=1e6 bilio=1e12 bilions=1e12",
    "sl": "tisoc=1e3 tisoce=1e3 milijon=1e6 milijona=1e6 milijonov=1e6 milijarda=1e9 milijarde=1e9 milijard=1e9",
}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "mln": 1e6, "bln": 1e9, "tln": 1e12}
"""What stands behind an amount of money in any language: "$55B"."""
_ORDINALS = {
    "en": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "de": "zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte",
    "nl": "tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
    "sv": "andra tredje fjarde femte sjatte sjunde attonde nionde tionde elfte tolfte",
    "fr": "deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme",
    "es": "segundo tercero cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo",
    "it": "secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo",
    "pt": "segundo terceiro quarto quinto sexto setimo oitavo nono decimo",
    "pl": "drugi trzeci czwarty piaty szosty siodmy osmy dziewiaty dziesiaty",
    "tr": "ikinci ucuncu dorduncu besinci altıncı yedinci sekizinci dokuzuncu onuncu",
    "ru": "второй третий четвертый пятый шестой седьмой восьмой девятый десятый",
    "uk": "другий третій четвертий пʼятий шостий сьомий восьмий девʼятий десятий",
    "cs": "druhy treti ctvrty paty sesty sedmy osmy devaty desaty",
    "da": "anden tredje fjerde femte sjette syvende ottende niende tiende",
    "no": "andre tredje fjerde femte sjette sjuende attende niende tiende",
}
LINKS = {
    "en": ("and",),
    "de": ("und",),
    "nl": ("en",),
    "sv": ("och",),
    "fr": ("et",),
    "es": ("y",),
    "it": ("e",),
    "pt": ("e",),
    "pl": (),
    "tr": (),
    "ru": (),
    "da": ("og",),
    "no": ("og",),
    "ro": ("si",),
    "fa": ("و",),
    "bg": ("и",),
    "hr": ("i",),
    "af": ("en",),
    "ca": ("i",),
    "sl": ("in",),
}
"""The words that may stand inside a number: "two hundred and six", "treinta y uno"."""
_READ_AS = {"bs": "hr", "sr": "hr", "sh": "hr", "me": "hr", "ms": "id", "nb": "no", "nn": "no"}


def read_as(language: str) -> str:
    """Return the language whose tables a language's numbers are read by: its own, or one that has the same words."""
    return _READ_AS.get(language, language)


LATE_LANGUAGES = frozenset(
    {"uk", "cs", "sk", "da", "no", "fi", "ro", "el", "id", "ar", "fa", "he", "ko", "hu", "bg", "hr", "vi"}
    | {"hi", "mr", "af", "ca", "sl", *_READ_AS}
)
"""Those whose number words no fit of weights has seen."""
_HALF_KNOWN = frozenset({"fi", "ro", "el", "id", "ar", "fa", "ko", "hu", "bg", "hr", "hi", "mr", "af", "ca", "sl"})
KNOWN_LANGUAGES = (frozenset(_UNITS) | {"ja", "zh"}) - _HALF_KNOWN
"""Languages whose number words are read, in most forms that grammar gives them."""
WORDED = frozenset(_UNITS) | KNOWN_LANGUAGES | frozenset(_READ_AS)
"""Languages whose number words are read at all; of others those that are English ones."""


def _pairs(table: str) -> dict[str, float]:
    return {plain(k): float(v) for k, v in (item.split("=") for item in table.split())}


_GLUE = {"de": "und", "nl": "en", "da": "og", "it": "", "sv": "", "no": "", "sk": "", "fi": "", "ko": "", "hu": ""} | {
    "af": "en",
    "sl": "in",
}
"""What stands between ones and tens where a language writes both as one word."""
_ONES_FIRST = frozenset({"de", "nl", "da", "af", "sl"})
_HUNDRED_THOUSAND = {"de": ("hundert", "tausend"), "nl": ("honderd", "duizend"), "it": ("cento", "mila")}
_LATE_HUNDRED = {
    "sv": ("hundra", "tusen"),
    "da": ("hundrede", "tusind"),
    "no": ("hundre", "tusen"),
    "fi": ("sataa", "tuhatta"),
    "hu": ("szaz", "ezer"),
    "sk": ("sto", "tisic"),
    "nl": ("honderd", "duizend"),
    "de": ("hundert", "tausend"),
}
"""What these write behind ones in one word: "femhundra", "viisisataa", "vierhonderdduizend"."""
_COLLECTIVE = {
    "uk": "четверо пʼятеро шестеро семеро восьмеро девʼятеро десятеро одинадцятеро дванадцятеро тринадцятеро",
    "ru": "четверо пятеро шестеро семеро восьмеро девятеро десятеро",
    "pl": "czworo piecioro szescioro siedmioro osmioro dziewiecioro dziesiecioro jedenascioro dwanascioro",
}
"""Numbers of people and of children, from four on."""
_OBLIQUE = {
    "pl": "trzynastu=13 czternastu=14 pietnastu=15 szesnastu=16 siedemnastu=17 osiemnastu=18 dziewietnastu=19 "
    "dwudziestu=20 trzydziestu=30 czterdziestu=40 piecdziesieciu=50 szescdziesieciu=60 siedemdziesieciu=70 "
    "osiemdziesieciu=80 dziewiecdziesieciu=90 stu=100 dwustu=200 trzystu=300 czterystu=400 pieciuset=500 dwoma=2 "
    "trzema=3 czterema=4",
    "ru": "четырьмя=4 десятью=10 тринадцати=13 четырнадцати=14 пятнадцати=15 шестнадцати=16 семнадцати=17 "
    "восемнадцати=18 девятнадцати=19 двадцати=20 тридцати=30 сорока=40 пятидесяти=50 шестидесяти=60 семидесяти=70 "
    "восьмидесяти=80 девяноста=90 двухсот=200 трехсот=300 четырехсот=400 пятисот=500",
    "uk": "одинадцяти=11 тринадцяти=13 чотирнадцяти=14 пʼятнадцяти=15 шістнадцяти=16 сімнадцяти=17 вісімнадцяти=18 "
    "девʼятнадцяти=19 пʼятдесяти=50 шістдесяти=60 сімдесяти=70 вісімдесяти=80 девʼяноста=90 двадцятьох=20 "
    "тридцятьох=30 сімох=7 вісьмох=8 девʼятьох=9 двохсот=200 трьохсот=300",
    "sk": "piati=5 siesti=6 siedmi=7 osmi=8 deviati=9 desiati=10 jedenasti=11 dvanasti=12 jedenastich=11 dvanastich=12 "
    "dvadsiatich=20 tridsiatich=30 styridsiatich=40 patdesiatich=50",
    "hr": "dva=2 dvije=2 dve=2 dvojica=2 trojica=3 cetvorica=4 petorica=5 sestorica=6 sedmorica=7 osmorica=8 sestero=6 "
    "sedmero=7 osmero=8 devetero=9 desetero=10 cetvoro=4 petoro=5 sestoro=6 sedmoro=7 osmoro=8 devetoro=9 desetoro=10 "
    "sto=100 dvjesta=200 dvesta=200 trista=300 cetiristo=400 seststo=600",
    "bg": "седмина=7 осмина=8 деветима=9 десетима=10 "
    "единайсет=11 дванайсет=12 тринайсет=13 четиринайсет=14 петнайсет=15 шестнайсет=16 "
    "седемнайсет=17 осемнайсет=18 деветнайсет=19 двайсет=20 трийсет=30 четирийсет=40 шейсет=60",
}
"""Numbers in cases that their tables lack, of persons, and as they are spoken."""
_CZECH_TEENS = range(11, 20)
_CZECH_ONES = listed("jedna dvaa tria ctyria peta sesta sedma osma deveta")
_GREEK_HUNDREDS = listed("διακοσ τριακοσ τετρακοσ πεντακοσ εξακοσ επτακοσ οκτακοσ εννιακοσ")


def _glued(language: str, units: dict[str, float], tens: dict[str, float]) -> dict[str, float]:
    """Return the numbers that a language writes as one word, such as "dreiundsiebzig" and "settantatre"."""
    ones = {w: v for w, v in units.items() if v < 10}
    if language == "de":
        ones = {("ein" if v == 1 else w): v for w, v in ones.items()}
    link = _GLUE[language]
    out: dict[str, float] = {}
    for ten, t in tens.items():
        for one, u in ones.items():
            if language in _ONES_FIRST:
                out[one + link + ten] = t + u
            else:
                out[ten + one] = t + u
                if one[0] in "uo":
                    out[ten[:-1] + one] = t + u
    if language in _HUNDRED_THOUSAND:
        hundred, thousand = _HUNDRED_THOUSAND[language]
        for one, u in {**units, **tens}.items():
            if u < 10:
                out[one + hundred] = u * 100
            out[one + thousand] = u * 1000
    return out


_OTHER_WORDS = frozenset({"bir", "on", "uc"})
"""Turkish numbers whose cases are other words."""
_CASES = listed(
    "ı i u sı si ını ini unu sını sini ının inin unun sının sinin ına ine una sına sine ında inde unda sinde"
)
"""What Turkish adds to a number of some things: "nine of them"."""


@lru_cache
def late_words(language: str) -> dict[str, float]:
    """Return those number words of a language that no fit of weights has seen, for the most part written as one."""
    if language in _LATE_HUNDRED:
        return _by_hundreds(language)
    if language == "cs":
        tens = {w + end: i * 10.0 for i, w in enumerate(_TENS["cs"].split(), 2) for end in ("", "i")}
        units = {w + "i": float(i) for i, w in enumerate(_UNITS["cs"].split(), 1) if i in _CZECH_TEENS}
        return units | tens | {one + ten: t + u for u, one in enumerate(_CZECH_ONES, 1) for ten, t in tens.items()}
    if language in _COLLECTIVE or language in _OBLIQUE:
        people = {plain(w): float(i) for i, w in enumerate(listed(_COLLECTIVE.get(language, "")), 4)}
        return people | _pairs(_OBLIQUE.get(language, ""))
    if language == "el":
        return {w + end: i * 100.0 for i, w in enumerate(_GREEK_HUNDREDS, 2) for end in ("ια", "ιοι", "ιες", "ιων")}
    if language != "tr":
        return {}
    said = [(w, float(i)) for i, w in enumerate(map(plain, _UNITS["tr"].split()), 1)]
    said += [(w, float(i * 10)) for i, w in enumerate(map(plain, _TENS["tr"].split()), 2)]
    return {w + end: v for w, v in said if w not in _OTHER_WORDS for end in _CASES}


def _by_hundreds(language: str) -> dict[str, float]:
    """Return the numbers of hundreds and thousands that a language writes as one word, what follows them included."""
    units = {plain(w): float(i) for i, w in enumerate(_UNITS[language].split(), 1)}
    tens = {plain(w): float(i * 10) for i, w in enumerate(_TENS[language].split(), 2)}
    below = {w: v for w, v in {**units, **tens, **_glued(language, units, tens)}.items() if v < 100}
    hundred, thousand = _LATE_HUNDRED[language]
    ahead = {w + hundred: v * 100 for w, v in units.items() if 1 < v < 10}
    out = ahead | {h + w: v + u for h, v in ahead.items() for w, u in below.items()}
    return out | {w + thousand: v * 1000 for w, v in {**below, **ahead}.items() if v > 1}


@lru_cache
def small(language: str) -> dict[str, float]:
    """Return the number words of `language` up to 999, accents off; English for a language without a table."""
    language = language if language in _UNITS else "en"
    units = {plain(w): float(i) for i, w in enumerate(_UNITS[language].split(), 1)}
    tens = {plain(w): float(i * 10) for i, w in enumerate(_TENS[language].split(), 2)}
    out = {**units, **tens, **_pairs(_MORE.get(language, ""))}
    if language in _GLUE:
        out |= _glued(language, units, tens)
    if language == "ar":
        ones = [(w, v) for w, v in out.items() if v < 10]
        more = [(w, v) for w, v in out.items() if 20 <= v < 100]
        ahead = ("", "و", "ب", "ل", "ال")
        out |= {a + word: v for word, v in out.items() for a in ahead}
        out |= {f"{a}{one}-و{ten}": u + t for one, u in ones for ten, t in more for a in ahead}
    out = late_words(language) | out
    if language == "tr":
        out |= {f"on-{w}": 10 + v for w, v in out.items() if v < 10}
    if language == "fr":
        out |= {f"{t}-{u}": v + units[u] for t, v in (("soixante", 60.0), ("quatre-vingt", 80.0)) for u in list(units)}
    return out


@lru_cache
def scales(language: str) -> dict[str, float]:
    """Return the multipliers of `language`, from a dozen to a trillion; English for a language without a table."""
    return _pairs(_SCALES.get(language, _SCALES["en"]))


_DECLINED = {
    "pl": (
        "trzec czwart piat szost siodm osm dziewiat dziesiat",
        "i iego iemu im ia iej ie ich y ego emu ym a ej e ych",
    ),
    "cs": ("tret ctvrt pat sest sedm osm devat desat", "i iho imu im ich y eho emu em a ou e ych ym"),
    "ru": (
        "трет четверт пят шест седьм восьм девят десят",
        "ии ьего ьему ьем ьеи ьих ья ье ью ыи ого ому ом ои ая ое ую ых ым ые",
    ),
    "uk": (
        "трет четверт пʼят шост сьом восьм девʼят десят",
        "іи ього ьому ьои ьої ьою ьих я є ю ии ого ому ои ої ою а е у их им",
    ),
}
"""Ordinals from third on without their endings, and the endings; "second" means "other" in some of these."""
_ARABIC_ORDINALS = "ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر"


@lru_cache
def late_ordinals(language: str) -> dict[str, float]:
    """Return those ordinal words of a language that no fit of weights has seen."""
    if language == "ar":
        words = listed(_ARABIC_ORDINALS)
        return {plain(f"ال{w}{end}"): float(i) for i, w in enumerate(words, 2) for end in ("", "ة")}
    stems, endings = _DECLINED.get(language, ("", ""))
    found = {plain(stem + end): float(i) for i, stem in enumerate(listed(stems), 3) for end in listed(endings)}
    return {w: i for w, i in found.items() if w not in map(plain, listed(_ORDINALS.get(language, "")))}


_ORDINAL_TENS = {
    "pl": "dwudziest trzydziest czterdziest piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat dziewiecdziesiat",
    "cs": "dvacat tricat ctyricat padesat sedesat sedmdesat osmdesat devadesat",
}
"""How the ordinals of tens begin where they stand before those of ones."""


def is_ten(word: str, language: str) -> bool:
    """Return whether a word says tens or hundreds, as before the ones of an ordinal: "twenty-third"."""
    value = small(language).get(word, 0.0)
    return (value >= 20 and value % 10 == 0) or word.startswith(listed(_ORDINAL_TENS.get(language, "-")))


@lru_cache
def ordinals(language: str) -> dict[str, float]:
    """Return the ordinal words of `language` from second on; "first" says too little to compare."""
    plainly = late_ordinals(language) | {
        plain(w): float(i) for i, w in enumerate(_ORDINALS.get(language, "").split(), 2)
    }
    if language == "de":
        return plainly | {w + end: value for w, value in plainly.items() for end in "nrsm"}
    if language in ("es", "it", "pt"):
        return plainly | {f"{w[:-1]}a": value for w, value in plainly.items()}
    return plainly


@lru_cache
def inside(language: str) -> frozenset[str]:
    """Return every word that may stand in a spoken number of `language`; at any other a number has ended."""
    words = {*small(language), *scales(language), *LINKS.get(language, ())}
    words |= _CZECH_HUNDREDS if language == "cs" else frozenset()
    return frozenset(words | {part for word in small(language) for part in word.split("-")})


@lru_cache
def openers(language: str) -> frozenset[str]:
    """Return every word that a spoken number of `language` may begin with."""
    words = {*small(language), *scales(language)}
    return frozenset(words | {part for word in small(language) for part in word.split("-")})


def spoken(tokens: Sequence[str], language: str) -> tuple[float, int]:
    """Return the value of the longest number that `tokens` begin with, and how many tokens it takes; (0, 0) for none.

    `tokens` are plain words, without the hyphens between them. A lone word for one counts as no number.
    """
    words, big = small(language), scales(language)
    if language in _ONES_AHEAD and (whole := _ones_and_ten(tokens, language)):
        return whole, 3
    links = LINKS.get(language, ())
    total = current = 0.0
    taken = i = 0
    while i < len(tokens):
        word = tokens[i]
        joined = f"{word}-{tokens[i + 1]}" if i + 1 < len(tokens) else ""
        if joined in words:
            word, width = joined, 2
        else:
            width = 1
        if word in _CZECH_HUNDREDS and language == "cs":
            if not 1 < current < 10:
                break
            current *= 100
        elif word in words and _fits(current, words[word]):
            value = words[word]
            current = current * 100 if value == 100 and 0 < current < 10 else current + value
        elif len(word) > 2 and word in big and (taken or 100 <= big[word] < 1e6):
            factor = big[word]
            if factor == 100:
                current = max(current, 1) * 100
            else:
                total, current = total + max(current, 1) * factor, 0.0
        elif word in links and taken and i + 1 < len(tokens) and _joins(language, current, total, tokens[i + 1], words):
            i += 1
            continue
        else:
            break
        i += width
        taken = i
    value = total + current
    return (value, taken) if taken and (value != 1 or taken > 1) else (0.0, 0)


_ONES_AHEAD = frozenset({"af"})
"""Languages that write ones, a link and tens as three words: "vier-en-twintig"."""


def _ones_and_ten(tokens: Sequence[str], language: str) -> float:
    """Return the number that three words say in that order, or 0."""
    if len(tokens) < 3 or tokens[1] not in LINKS[language]:
        return 0.0
    one, ten = (small(language).get(tokens[i], 0.0) for i in (0, 2))
    return one + ten if 0 < one < 10 and 20 <= ten < 100 else 0.0


_CZECH_HUNDREDS = frozenset({"set", "sta", "ste"})
"""What makes hundreds of the number before it: "šest set"."""


def _fits(current: float, value: float) -> bool:
    if current == 0:
        return True
    if value == 100:
        return current < 10
    if value < 10:
        return current % 10 == 0 and current % 100 != 10
    if current in (60, 80) and 10 <= value < 20:  # soixante-dix, quatre-vingt-douze
        return True
    return value < 100 and current % 100 == 0


_LINKED_ONES = frozenset({"es", "pt", "fr", "ro", "fa", "bg", "hr", "ca"})
"""Languages that write a word between tens and ones."""


def _joins(language: str, current: float, total: float, following: str, words: dict[str, float]) -> bool:
    if following not in words:
        return False
    after_hundreds = current % 100 == 0 and (current or total)
    after_tens = language in _LINKED_ONES and current % 100 >= 20 and current % 10 == 0 and words[following] < 10
    return bool(after_hundreds and language not in ("es", "ro")) or after_tens


_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "両": 2, "两": 2}
_KANJI_SMALL = {"十": 10, "百": 100, "千": 1000}
_KANJI_BIG = {"万": 1e4, "億": 1e8, "亿": 1e8, "兆": 1e12}
KANJI_DIGITS = "".join(_KANJI)
KANJI_SCALES = "".join(_KANJI_SMALL) + "".join(_KANJI_BIG)


def ideographic(text: str) -> float | None:
    """Return the value of a Japanese or Chinese number, figures and ideographs mixed ("3万8400"), or None.

    >>> ideographic("3万8400"), ideographic("二百十二"), ideographic("二〇一五")
    (38400.0, 212.0, 2015.0)
    """
    total = section = 0.0
    digits = ""
    for c in text:
        if c in _KANJI:
            digits += str(_KANJI[c])
        elif c.isdecimal() or c == ".":
            digits += c
        elif c in _KANJI_SMALL:
            section += (float(digits) if digits else 1) * _KANJI_SMALL[c]
            digits = ""
        elif c in _KANJI_BIG:
            section += _value(digits)
            total += (section or 1) * _KANJI_BIG[c]
            section, digits = 0.0, ""
        elif c != ",":
            return None
    return total + section + _value(digits)


def _value(digits: str) -> float:
    try:
        return float(digits) if digits else 0.0
    except ValueError:
        return 0.0


_POINT = frozenset({"en", "ja", "zh", "ko", "he", "th", "hi", "und"})


def figures(written: str, language: str) -> tuple[float, ...]:
    """Return what a figure can mean, likeliest first: "61.300" is 61300 in Italian and may be 61.3 in English.

    >>> figures("61.300", "it"), figures("3,8", "es"), figures("1,234.5", "en")
    ((61300.0, 61.3), (3.8,), (1234.5,))
    """
    bare = written
    for mark in "\u00a0\u202f\u2009'’ ":
        bare = bare.replace(mark, "")
    marks = [c for c in bare if c in ".,"]
    try:
        if not marks:
            return (float(bare),)
        if len(set(marks)) == 2:
            last = marks[-1]
            return (float(bare.replace("," if last == "." else ".", "").replace(last, ".")),)
        mark = marks[0]
        groups = bare.split(mark)
        thousands = float("".join(groups))
        if len(groups) > 2:
            return (thousands,)
        decimal = float(".".join(groups))
    except ValueError:
        return ()
    if len(groups[1]) != 3 or groups[0] in ("", "0"):
        return (decimal,)
    is_thousands = (mark == ",") == (language in _POINT)
    return (thousands, decimal) if is_thousands else (decimal, thousands)
