"""Which outlet a text names as its own: in a copyright line, a cookie notice, an imprint."""

from __future__ import annotations

import re

from provenance.patterns import of_tables
from provenance.read.metadata.lines import Lines, is_running_text
from provenance.read.metadata.words import alternatives

_ARTICLE = alternatives("The|Der|Die|Das|Le|La|Les|El|Los|Il|Lo|O|Het|De")
_UPPER = r"[^\W\d_a-zà-öø-ÿа-я]"
_NAME = (
    rf"(?P<outlet>(?:{_ARTICLE}\s)?{_UPPER}[\w'’.&+-]*"
    rf"(?:\s(?:(?:of|de|del|di|da|do|du|des|della|van|von|der|den|la|le|the|and|&)\s){{0,2}}(?:{_UPPER}[\w'’.&+-]*|&)){{0,4}})"
)
_USES = alternatives("""
    uses|utiliza|utilise|usa|utilizza|verwendet|setzt|plaatst|gebruikt|använder|bruger|bruker|używa|käyttää|использует
""")
_COOKIES = alternatives("cookies?|plików cookie|evästeitä|kakor|файлы cookie")
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s)?"
_SUBSCRIBE = alternatives(
    "Assine o|Subscribe to|Abonnez-vous à|Abonnieren Sie|Suscríbase a|Abbonati a|Neem een abonnement op"
)
_MAY_NOT = r"(?:may|must)\s(?:not|only)\sbe\s(?:stored|reproduced|copied|republished|redistributed|used)"

_PATTERNS = tuple(
    of_tables(pattern)
    for pattern in (
        rf"^(?:Copyright\s)?(?:©|\([cC]\)|Copyright)\s{_YEARS}(?:by\s)?{_NAME}(?:$|[.,|]|\s(?:Inc|Ltd|LLC|GmbH|All)\b)",
        rf"^{_NAME}\s{_USES}\s(?:\w+\s){{0,3}}(?i:{_COOKIES})\b",
        rf"(?i:(?:you are|you're) reading|vous lisez|sie lesen)\s{_NAME}[.,]",
        rf"^(?:To reprint this article|Reprinted from|For reprints)\b.{{0,60}}\b(?:at|from)\s{_NAME}\.?$",
        rf"^(?:(?:Copy|Copyright|Text|Material|Content)\s(?:of|from|by)\s)?{_NAME}(?:\s(?:copy|content))?\s{_MAY_NOT}",
        rf"^(?i:welcome)\s(?:to|on)\s{_NAME}[,.!]",
        rf"^{_SUBSCRIBE}\s{_NAME}(?:$|[.,!]|\s(?:today|now|for|from|a\spartir|ab|dès|online)\b)",
        r"^(?P<outlet>[\u3040-\u30ff\u4e00-\u9fff]{2,8}(?:新聞|日報|新報|日报|晚报|新闻网))(?:デジタル|電子|は|の|が|客户端|版权)",
    )
)
_DESCRIBED = tuple(
    of_tables(pattern)
    for pattern in (
        rf"^{_NAME},\s(?:founded|established|published|printed)\s(?:in|since|daily|weekly)\b",
        rf"^{_NAME}\s(?:is\sread\sby|is\sowned\sby|is\spublished\sby|is\spart\sof)\b",
    )
)
"""What is said of an outlet below its articles, and of a firm in the last paragraph of an article about it."""
_NOBODY = re.compile(
    alternatives("""
        (?:we|us|our|this|the|you|all|these|no|it|he|she|they|nous|wir|wij|deze|dit|diese[rs]?|este|esta|questo|ce|cette|denna)
        (?:.{0,20}\\b)?(?:site|website|page|web|publisher|newsletter|text|copyright|comments|photo|image|author|authors)
    """)
    + r"s?$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    alternatives("""
        riproduzione riservata|tous droits|alle rechte|todos los derechos|reservados|all rights|reproduction interdite
        droits de reproduction|alle rettigheter|alla rättigheter|alle rechten|wszelkie prawa|toate drepturile
    """),
    re.IGNORECASE,
)
_PARAGRAPH = 12
"""Words from which on a line is a paragraph."""
_AGENCY = re.compile(
    alternatives("""
        associated press|\\bAP\\b|reuters|agence france|\\bAFP\\b|\\bdpa\\b|press association|bloomberg|xinhua|\\bEFE\\b
        \\bANSA\\b|\\bTASS\\b|kyodo|\\bUPI\\b|\\bPAP\\b|news agency|newswire|getty|cnn wire
    """),
    re.IGNORECASE,
)
"""Agencies copyright their stories on other outlets' pages, so their name there says nothing about the page."""

_RESOLD = re.compile(r"\bbroadcast, (?:re-?written|or re-?written)\b", re.IGNORECASE)
"""What no paper forbids in a line about its own rights, but an agency does in each that prints its reports."""


def outlet(lines: Lines) -> str | None:
    """Return the outlet that the last or first lines clearly name as theirs; else None."""
    for line in (*lines.tail[::-1], *lines.head[:3]):
        for pattern in (*_PATTERNS, *_DESCRIBED) if len(line) <= 200 and not _RESOLD.search(line) else ():
            m = pattern.search(line)
            if m is None or _NOBODY.match(m["outlet"]) or _AGENCY.search(m["outlet"]) or _RIGHTS.match(m["outlet"]):
                continue
            name = m["outlet"].strip(" .,")
            if pattern not in _DESCRIBED or not (is_running_text(line) or _is_topic(name, line, lines)):
                return name
    return None


def _is_topic(name: str, described: str, lines: Lines) -> bool:
    """Tell whether an article is about what has this name: more than one other paragraph near its head speaks of it."""
    return sum(name in line for line in lines.head if line != described and len(line.split()) >= _PARAGRAPH) > 1
