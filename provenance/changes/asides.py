"""Sentences of the page itself, whose numbers tell nothing of the story: how long it takes to read, whom to call."""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.anycase import AnyCase
from provenance.article import Article

_OF_THE_PAGE = AnyCase(
    # how long it takes to read
    r"\b(?:reading time|(?:time to |minutes? to |min(?:ute)?s? )read|lesezeit|"
    r"(?:temps de )?lecture ?: ?(?:environ )?\d|"
    r"(?:tiempo de lectura|tempo di lettura|tempo de leitura)|(?:leestijd|lästid|læsetid|lesetid|lukuaika)|"
    r"czas czytania|czyta się|doba čtení|время чтения|читать \d+ ?мин|час читання|читати \d+ ?хв|okuma süresi|"
    r"olvasási idő|timp de citire|χρόνος ανάγνωσης|waktu baca|"
    # how many others have put down their names
    r"(?:sign up|join|be one of)\b[^.!?\n]{0,40}\d[\d.,]* (?:other )?(?:readers|subscribers|members)|"
    r"rejoignez[^.!?\n]{0,30}\d[\d .,\u00a0\u202f]* (?:lecteurs|abonnés)|"
    r"\d[\d.]* (?:leserinnen|lesern?|abonnent(?:en|innen))\b[^.!?\n]{0,60}\b(?:newsletter|anmelden|abonnieren)|"
    r"únete a[^.!?\n]{0,30}\d[\d.]* (?:lectores|suscriptores)|"
    r"junte-se a[^.!?\n]{0,30}\d[\d.]* (?:leitores|assinantes)|"
    r"unisciti a[^.!?\n]{0,30}\d[\d.]* (?:lettori|abbonati)|"
    # prices of shares as the page shows them, and of the paper
    r"(?:prices|quotes|data|market data) (?:are )?delayed|kurse? (?:\d+ min\w* )?(?:zeit)?verzögert|cours différés|"
    r"(?:datos|cotizaciones) con (?:un )?retraso|(?:dati|quotazioni) (?:differit|in ritardo)\w*|cotações com atraso|"
    r"koersen (?:zijn )?vertraagd|"
    r"(?:subscriptions?|abonnements?|abonnemang|abonnement(?:spreis)?|suscripci(?:ón|ones)|assinaturas?|abbonament[oi]|"
    r"prenumerata|předplatné|подписка|передплата|tilaus|abonelik) ?:|"
    r"(?:become an? [^.!?\n]{1,30}|subscribe|sign up) for (?:just |only )?[$€£]?\d|"
    # whom to write to or call
    r"(?:text|sms|send)\s(?:[^\W\d_]+\s){1,4}(?:to|an|til|till|naar|au|al|ao|на)\s\d{4,6}\b|"
    r"(?:par|per|via|por|pr\.?|per) sms\b[^.!?\n]{0,12}\d|индекс(?: для)? подписки|підписний індекс|подписной индекс|"
    # what readers may send in
    r"(?:letters|courrier)\b[^.!?\n]{0,50}\d+ (?:words|signes|caractères|characters)|"
    r"(?:leserbriefe|cartas|lettere|lezersbrieven)\b[^.!?\n]{0,60}\d+ (?:zeichen|wörter|palabras|caracteres|"
    r"battute|parole|woorden|tekens)"
    r")"
    r"|(?:読了|所要)時間|この記事は[^。]{0,6}分で読め|阅读(?:时间|時間|约)|閱讀(?:時間|約)|읽는 시간|읽는 데"
)
"""What a sentence of the page says of itself, of its readers, of its prices, and where to reach it."""
_DIALLED = re.compile(
    r"(?<![\d.,:/-])(?:\+?0\d{0,4}(?:[ \u00a0/-]\d{2,4}){1,6}|\d{2,4}(?:[ \u00a0]\d{2}){2,5})(?![\d.,:]?\d)"
)
"""Figures in groups of which the first begins with a nought, or the others are pairs: a number to dial."""


def is_of_the_page(article: Article, n: int) -> bool:
    """Return whether a sentence speaks of the page it stands on and to its readers, and not of what happened."""
    return _is_of_the_page(article.text[slice(*article.sentences[n])])


@lru_cache(maxsize=4096)
def _is_of_the_page(sentence: str) -> bool:
    if len(sentence) > _LONGEST or not any(map(str.isdecimal, sentence)):
        return False
    return not any(map(str.isalpha, sentence)) or bool(_OF_THE_PAGE.find(sentence) or _DIALLED.search(sentence))


_LONGEST = 200
"""Code points; a longer sentence tells something else besides."""
