"""The names of the months in some twenty languages, in the case that dates use, and their short forms."""

from __future__ import annotations

_NAMES = {
    1: """
        jan january januar janvier janv enero ene janeiro gennaio gen januari jänner stycznia styczeń января янв
        ledna január januarie ianuarie tammikuuta ocak ιανουαρίου ιαν يناير січня janvāra sausio जनवरी
        gener januára jaanuar janvāris janvārī sausio јануара януари ינואר בינואר oca
    """,
    2: """
        feb february februar février févr febrero fevereiro fev febbraio februari lutego luty февраля фев února
        február februarie helmikuuta şubat φεβρουαρίου φεβ فبراير лютого फरवरी
        febrer febr pebruari februára veebruar februāris vasario фебруара февруари פברואר בפברואר şub
    """,
    3: """
        mar march märz mrz mars marzo março maart mrt marca marzec марта мар března marts március martie
        maaliskuuta mart μαρτίου μαρ مارس березня मार्च
        març maret marca märts kovo марта март מרץ במרץ
    """,
    4: """
        apr april avril avr abril abr aprile kwietnia kwiecień апреля апр dubna április aprilie huhtikuuta nisan
        απριλίου απρ أبريل квітня अप्रैल
        abril apríla aprill aprīlis balandžio априла април אפריל באפריל nis
    """,
    5: """
        may mai mayo maio maggio mag mei maj maja мая května május toukokuuta mayıs μαΐου μαϊ مايو травня मई
        maig mája maijs gegužės маја май מאי במאי
    """,
    6: """
        jun june juni juin junio junho giugno giu czerwca czerwiec июня июн června június iunie kesäkuuta
        haziran ιουνίου ιουν يونيو червня जून
        juny juni júna juuni jūnijs birželio јуна юни יוני ביוני haz
    """,
    7: """
        jul july juli juillet juil julio julho luglio lug lipca lipiec июля июл července július iulie heinäkuuta
        temmuz ιουλίου ιουλ يوليو липня जुलाई
        juliol júla juuli jūlijs liepos јула юли יולי ביולי tem
    """,
    8: """
        aug august août agosto ago augustus augusti sierpnia sierpień августа авг srpna augusztus elokuuta
        ağustos αυγούστου αυγ أغسطس серпня अगस्त
        agost augusta augusts agustus rugpjūčio август августа אוגוסט באוגוסט ağu اغسطس
    """,
    9: """
        sep sept september septembre septiembre setembro set settembre września wrzesień сентября сен сент září
        szeptember septembrie syyskuuta eylül σεπτεμβρίου σεπ سبتمبر вересня सितंबर
        septembra septembris rugsėjo септембра септември ספטמבר בספטמבר eyl सितम्बर
    """,
    10: """
        oct october oktober okt octobre octubre outubro out ottobre ott października październik октября окт
        října október octombrie lokakuuta ekim οκτωβρίου οκτ أكتوبر жовтня अक्टूबर
        octubre októbra oktoober oktobris spalio октобра октомври אוקטובר באוקטובר eki اكتوبر
    """,
    11: """
        nov november novembre noviembre novembro listopada listopad ноября ноя listopadu noiembrie marraskuuta
        kasım νοεμβρίου νοε نوفمبر листопада नवंबर
        novembra novembris lapkričio новембра ноември נובמבר בנובמבר kas नवम्बर
    """,
    12: """
        dec december dezember dez décembre déc diciembre dic dezembro dicembre grudnia grudzień декабря дек
        prosince decembrie joulukuuta aralık δεκεμβρίου δεκ ديسمبر грудня दिसंबर
        desembre desember decembra detsember decembris gruodžio децембра декември דצמבר בדצמבר ara दिसम्बर
    """,
}
MONTHS = {name: number for number, names in _NAMES.items() for name in names.split()}
"""Month names in lower case to their number; a name that means two months in two languages is not among them."""
ROMAN = {
    figure: number
    for number, upper in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1)
    for figure in (upper, upper.lower())
}
"""Months as figures of Rome, as in "13.X.2026"."""
_DAYS = "mon monday|tue tues tuesday|wed weds wednesday|thu thur thurs thursday|fri friday|sat saturday|sun sunday"
WEEKDAYS = {name: number for number, names in enumerate(_DAYS.split("|")) for name in names.split()}
"""English days of the week, Monday being 0: other languages do not write the month first."""
