"""The names of the months in some twenty languages, in the case that dates use, and their short forms."""

from __future__ import annotations

_NAMES = {
    1: """
        jan january januar janvier janv enero ene janeiro gennaio gen januari jänner stycznia styczeń января янв
        ledna január januarie ianuarie tammikuuta ocak ιανουαρίου ιαν يناير січня janvāra sausio जनवरी
    """,
    2: """
        feb february februar février févr febrero fevereiro fev febbraio februari lutego luty февраля фев února
        február februarie helmikuuta şubat φεβρουαρίου φεβ فبراير лютого फरवरी
    """,
    3: """
        mar march märz mrz mars marzo março maart mrt marca marzec марта мар března marts március martie
        maaliskuuta mart μαρτίου μαρ مارس березня मार्च
    """,
    4: """
        apr april avril avr abril abr aprile kwietnia kwiecień апреля апр dubna április aprilie huhtikuuta nisan
        απριλίου απρ أبريل квітня अप्रैल
    """,
    5: """
        may mai mayo maio maggio mag mei maj maja мая května május toukokuuta mayıs μαΐου μαϊ مايو травня मई
    """,
    6: """
        jun june juni juin junio junho giugno giu czerwca czerwiec июня июн června június iunie kesäkuuta
        haziran ιουνίου ιουν يونيو червня जून
    """,
    7: """
        jul july juli juillet juil julio julho luglio lug lipca lipiec июля июл července július iulie heinäkuuta
        temmuz ιουλίου ιουλ يوليو липня जुलाई
    """,
    8: """
        aug august août agosto ago augustus augusti sierpnia sierpień августа авг srpna augusztus elokuuta
        ağustos αυγούστου αυγ أغسطس серпня अगस्त
    """,
    9: """
        sep sept september septembre septiembre setembro set settembre września wrzesień сентября сен сент září
        szeptember septembrie syyskuuta eylül σεπτεμβρίου σεπ سبتمبر вересня सितंबर
    """,
    10: """
        oct october oktober okt octobre octubre outubro out ottobre ott października październik октября окт
        října október octombrie lokakuuta ekim οκτωβρίου οκτ أكتوبر жовтня अक्टूबर
    """,
    11: """
        nov november novembre noviembre novembro listopada listopad ноября ноя listopadu noiembrie marraskuuta
        kasım νοεμβρίου νοε نوفمبر листопада नवंबर
    """,
    12: """
        dec december dezember dez décembre déc diciembre dic dezembro dicembre grudnia grudzień декабря дек
        prosince decembrie joulukuuta aralık δεκεμβρίου δεκ ديسمبر грудня दिसंबर
    """,
}
MONTHS = {name: number for number, names in _NAMES.items() for name in names.split()}
"""Month names in lower case to their number; a name that means two months in two languages is not among them."""
