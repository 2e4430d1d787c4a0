"""Whether an article has the form in which an agency sends its own report, with no page of a paper around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from provenance import credits
from provenance.article import Article
from provenance.crediting.abbreviations import bare, headed, heads_with, opening, plain
from provenance.model import Credit
from provenance.read.metadata.byline import byline_of
from provenance.read.metadata.published import date_of
from provenance.standing.notes import EARLIER, HEAD, HELD, LATER, WIRES, finder, is_dated, phrases
from provenance.standing.outlets import BAR, INTERFACE, SPACELESS, is_for_readers

MOST_ABOVE, MOST_BELOW = 8, 4
"""Lines that an agency sets above the place from which it reports, and below the text."""
CLEARLY, MOST_HEADLINES = 2, 2
"""Lines that steer a report through newsrooms from which on what stands below it makes no page of a paper, and
headlines that may then stand above it."""
PLACE = 80
"""Places of signs before an agency's sign in the line that begins with the place."""
LONGEST_SIGNATURE = 60
"""Code points of a line of initials and codes."""
SENTENCE = 5
"""Words of a line above a report from which on it is a sentence, which says who supplied the report to a paper."""
INITIALS = 4
"""Letters of the initials of who wrote, edited and sent it."""
FRAMES = re.compile(r"[()（）\[\]【】/=]|电$|電$|[-–—]|\d\.? [^\W\d_]+\. [^\W\d_][\w-]+\.")
"""A sign of which stands around an agency's name in a dateline."""
SHORTEST_INITIALS = 3
"""Letters of an agency's sign from which on a name that has these initials is its own."""
BYLINE_FIELDS = 2
"""Parts of a line with a date up to which it is a byline."""
CODES = re.compile(
    r"^\^|^\+\+|^(?i:zczc|bc-\w)|^[^\W\d_]\d{3,} \d|^[A-Z\d]{2,}(?:/[A-Z\d-]{2,})+/?$|^[^\s/]+(?:/[^\s/]+)+/$|"
    r"\b(?i:slug|prio|priority|category) ?[:\d]|\b(?i:urg) ?\d|\b(?i:eds): |\b(?i:pix)\b"
)
"""What a line above a report is made of that steers it through newsrooms, and no page has."""
SLUGGED = re.compile(
    r"(?<!\w)BC-[\w -]+(?:--|,)|\b[1-9](?:st|nd|rd|th) L(?:ea)?d\b|\b(?i:ld-writethru)|"
    r"^(?i:[a-z]{2,4}\d{3,5} \d [a-z]{2})\b"
)
"""The same, whatever date it has: "r k2214 BC-Harbour Fire,3rd Ld 06-14", "ktx0231 3 vm 214"."""
TO_EDITORS = re.compile(
    r"^\W*(?:eds?|editors|note to (?:eds|editors)|(?:achtung|an die) redaktionen|redaktionelle[rn]? hinweise?|"
    r"note aux rédactions|nota a los editores|nota ai redattori)\b ?[:：—–-]",
    re.IGNORECASE,
)
"""How a note begins that is meant for newsrooms, a sentence or more of it."""
POST = re.compile(r"\b(?:writers?|reporters?|correspondents?|editors?)\W*$", re.IGNORECASE)
"""What somebody who wrote a report is, on a line below the name."""
KICKER = re.compile(
    r"^\(.*\)$|^/.*/$|^[*#]|^(?i:utl)\b|=$|^[^\W\d_]{3,}(?:-[^\W\d_]{2,})+$"
    r"|^[^\W\d_a-zà-öø-ÿа-яё]{3,}(?:-[^\W\d_a-zà-öø-ÿа-яё]{3,})+(?: ?\([^()]*\))?$"
    r"|^[^\W\d_]{2,20}(?:/[^\W\d_-]{2,20})+$"
)
"""What may stand above a report, as it may above the headline of a page."""
NUMBERED = re.compile(r"\d|[(（]")
"""What an agency's mark of a version has where it is part of the headline: "UPDATE 2-", "(종합)"."""
CLOSES = re.compile(
    rf"^\W*(?:{phrases('ending')})\W*$|^\W*(?:{phrases('credit')})\b ?[:.]",
    re.IGNORECASE,
)
"""What stands alone in the last lines of a report."""
ENDING = re.compile(rf"^\W*(?:{phrases('ending')})\W+", re.IGNORECASE)
"""The same ahead of who signed it: "(Schluss) abc/de"."""
WRITERS = re.compile(rf"^\W*(?:{phrases('writers')})\b", re.IGNORECASE)
"""The same of those who wrote it, which papers print too."""
CLOSED = re.compile(
    r"[(（](?:完|了|終|끝|end|النهاية|انتهى)[)）]\W*$|[.。] Enditem\W*$|[(（]編輯[:：][^()（）\n]{2,12}[)）]\d*\W*$"
)
"""The same behind the last sentence."""
SENT = re.compile(rf"^\W*(?:{phrases('sent')})\b|\d\W*(?:{phrases('sent')})\W*$", re.IGNORECASE)
"""By which an agency says on its own pages when a report went out; a paper says when it was printed."""
CONTACT = re.compile(r"\S@\S|\+?\d[\d -]{6,}\d")
"""An address or a number to call."""
RIGHTS = re.compile(
    r"©|\(c\)|copyright|저작권|reprod|rediffusion|weiterverbreitung|verboten|prohibid|vietat|"
    r"передрук|перепечат|przedruk|転載|转载|轉載|無断|all rights|redistribut",
    re.IGNORECASE,
)
"""What says who may print a report: such a line is long and yet no part of it."""
RIGHTS_SIGN = re.compile(r"^\W*(?:copyright|©|\(c\)|of|by)[\W\d]*", re.IGNORECASE)
"""What stands before the name of whose it is, or who wrote it."""
CAPITALS = re.compile(r"[^a-zà-öø-ÿа-яё]*[^\W\d_][^a-zà-öø-ÿа-яё]*\([^a-zà-öø-ÿа-яё]+\)")
"""A slug in capitals with what is new in brackets; lines above a report are short, on longer ones it takes long."""
AGO = re.compile(r"\bago\b|\bvor \d|\bil y a\b|\bhace \d", re.IGNORECASE)
"""How a page says when it was updated."""
SIGNED = re.compile(
    r"(?<![^\W_])[^\W\d_]{1,4}(?:/ ?| //? )[^\W\d_]{1,4}(?![^\W_])|(?<![^\W_])[A-Z\d]{2,4}-[A-Z\d]{2,4}(?![^\W_])"
)
"""Initials parted by a slash, or a code."""
SIGNED_LAST = re.compile(r"[.!?।][\"”’]? (?P<sign>\S+)(?: [A-Z]{2,4}){1,4}$")
"""A sign and initials behind the last sentence."""
CODED = re.compile(r"(?=.*\d)[A-Z\d]{2,5}(?:[ /-][A-Z\d]{2,5}){0,3}/?")
"""Capitals and figures in small groups, by which a system knows a report."""
VOWELLESS = re.compile(r"[b-df-hj-np-tv-zčřšžðñçß]{2,4}", re.IGNORECASE)
"""Initials that are no word."""
TOKEN = re.compile(r"[^\W\d_]+")
"""A word."""


def is_filed(article: Article, agency: str, credit: Credit) -> bool:
    """Tell whether an article whose dateline bears an agency's sign is that agency's own report as it was sent.

    Above the dateline stand only its headline, its writers, and what steers it through newsrooms; below the text only
    who signed it and whose it is; and there is something of the latter. A paper has its name above or its page below.
    """
    framed = article.text[max(0, credit.span[0] - 1) : credit.span[1] + 1].rstrip()
    if credit.span[0] >= HEAD or not FRAMES.search(framed):
        return False
    lines = [(n, line) for n, line in _lines(article.text) if line]
    at = max(k for k, (n, _) in enumerate(lines) if n <= credit.span[0])
    start, filed = lines[at]
    if credit.span[0] - start > PLACE or at > MOST_ABOVE or _is_published(article, agency):
        return False
    above = [line for _, line in lines[:at]]
    below = _below(lines[at + 1 :])
    steering = [_steers(line, agency, article.document.title) for line in above]
    behind = [False, *steering]
    headlines = [
        line
        for line, dated in zip(above, behind, strict=False)
        if TOKEN.search(line)
        and (not _is_tolerated(line, agency) or _is_marked_headline(line, article.document.title, agency))
        and not (dated and date_of(line))
    ]
    steered = sum(steering)
    most = MOST_HEADLINES if steered >= CLEARLY else 1
    of_page = any(INTERFACE.search(line) for line in (*headlines, *below))
    of_page = of_page or (not _is_known(agency) and any(map(is_for_readers, above)))
    if len(headlines) > most or of_page:
        return _is_own_page([line for _, line in lines], agency)
    if steered >= CLEARLY:
        return True
    if _width(filed) < PLACE or not all(_closes(line, agency) for line in below):
        return False
    signed = any(_signs(line, agency) for line in below) or CLOSED.search(article.text) is not None
    return steered > 0 or signed or _ends_signed(article.text.rstrip(), agency)


def _ends_signed(text: str, agency: str) -> bool:
    """Tell whether an agency's sign and initials stand behind the last sentence: "… said. PTI ABC DEF"."""
    found = SIGNED_LAST.search(text[-LONGEST_SIGNATURE:])
    return found is not None and _token(agency).fullmatch(found.group("sign")) is not None


def _is_own_page(lines: Sequence[str], agency: str) -> bool:
    """Tell whether the lines of a page say when a report was sent, and that it is the agency's to print."""
    ends = (*lines[:MOST_ABOVE], *lines[-MOST_BELOW:])
    return any(SENT.search(line) for line in ends) and any(
        RIGHTS.search(line) and _named(line, agency) for line in lines[-MOST_BELOW:]
    )


def _is_published(article: Article, agency: str) -> bool:
    """Tell whether the file says that an article is of a page of somebody else."""
    document = article.document
    said = " ".join(filter(None, (document.outlet, document.url)))
    return bool(said) and not _named(said, agency) and plain(agency) not in plain(said)


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines of a text, without what is blank at their ends, and where each begins."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line.strip()))
        at += len(line) + 1
    return found


def _below(lines: Sequence[tuple[int, str]]) -> list[str]:
    """Return the first lines behind the last one that is long enough to be of the running text."""
    prose = [k for k, (_, line) in enumerate(lines) if _width(line) >= PLACE and not RIGHTS.search(line)]
    return [line for _, line in lines[prose[-1] + 1 if prose else 0 :][:MOST_BELOW]]


def _width(line: str) -> int:
    """Return how much room a line takes in letters of an alphabet: an ideograph or a syllable has that of two."""
    return len(line) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in line)


def _is_tolerated(line: str, agency: str) -> bool:
    """Tell whether a line above a report may be there beside its headline: a byline, a slug, a mark, a name."""
    if TO_EDITORS.search(line) or SLUGGED.search(line) or finder(WIRES)(line):
        return True
    if line[-1] in ".。" and len(line.split()) >= SENTENCE:
        return False
    if POST.search(line) and len(line.split()) <= SENTENCE:
        return True
    if _named(line, agency) or _is_byline(line) or _is_marked(line):
        return True
    return any(p.search(line) for p in (CODES, KICKER)) or CAPITALS.fullmatch(line) is not None or _is_signature(line)


def _steers(line: str, agency: str, title: str | None) -> bool:
    """Tell whether a line above a report is one for newsrooms: it names the agency, is a slug, or marks a version.

    Who wrote it and when, and what a page says of when it was updated, is on pages too; so is a headline.
    """
    if SLUGGED.search(line) or TO_EDITORS.search(line):
        return True
    if _is_byline(line) or _is_dated_byline(line) or (line[-1] in ".。" and len(line.split()) >= SENTENCE):
        return False
    marked = finder(LATER)(line) is not None
    if line == title:
        opens = plain(line.strip("【】[]")).startswith(plain(agency)) or headed(line, agency)
        return opens or (marked and NUMBERED.search(line) is not None)
    if POST.search(line) and not CODES.search(line):
        return False
    if _named(line, agency) or CODES.search(line) or CAPITALS.fullmatch(line) or finder(WIRES)(line):
        return True
    held = finder(HELD)(line) or finder(EARLIER)(line)
    return bool(held) or (marked and not is_dated(line) and not AGO.search(line))


def _is_marked(line: str) -> bool:
    """Tell whether a line says which version it is of, or until when to hold it."""
    return any(finder(phrases)(line) for phrases in (LATER, EARLIER, HELD))


def _is_marked_headline(line: str, title: str | None, agency: str) -> bool:
    """Tell whether a mark of a version is all that makes a line more than a headline: "Fire kills six (update)"."""
    words = NUMBERED.split(line, maxsplit=1)[0]
    headline = line == title or (TOKEN.search(words) is not None and line[-1] in ")）")
    return headline and _is_marked(line) and not words.isupper() and not _named(line, agency) and not CODES.search(line)


def _is_byline(line: str) -> bool:
    return byline_of(line.strip("^=<> ")) is not None


def _is_dated_byline(line: str) -> bool:
    return is_dated(line) and len([part for part in BAR.split(line) if part.strip()]) <= BYLINE_FIELDS


def _closes(line: str, agency: str) -> bool:
    """Tell whether a line below a report may be there: what a page has there is none of it."""
    if _signs(line, agency) or _named(line, agency) or _is_marked(line):
        return True
    if is_dated(line) and len(TOKEN.findall(line)) <= 1:
        return True
    brackets = line[0] in "(【[" and line[-1] in ")】]"
    if not TOKEN.search(line) or CODED.fullmatch(line):
        return True
    return brackets or line[0] in "#*" or any(p.search(line) for p in (CLOSES, WRITERS, CONTACT))


def _signs(line: str, agency: str) -> bool:
    """Tell whether a line below is more than a credit, which a paper sets there too: initials, rights or an ending."""
    if WRITERS.search(line) or len(line) > LONGEST_SIGNATURE or (line[-1] in ".!?。" and len(line.split()) >= SENTENCE):
        return _named(line, agency) and RIGHTS.search(line) is not None
    named = _token(agency).search(line) is not None and TOKEN.search(_without(line, agency)) is not None
    return named or CLOSES.search(line) is not None or _is_signature(_without(line, agency))


def _is_signature(line: str) -> bool:
    """Tell whether a line is made of initials: "abc/de", "jhk dbr", "YK4-BRT"; words that are short are none."""
    line = ENDING.sub("", line)
    words = TOKEN.findall(line)
    if len(line) > LONGEST_SIGNATURE or not words or any(len(word) > INITIALS for word in words):
        return False
    sounded = sum(VOWELLESS.fullmatch(word) is None for word in words)
    plainly = line.replace(" ", "").isalpha() and line.islower()
    return SIGNED.search(line) is not None or sounded == 0 or (plainly and sounded < len(words) / 2)


@lru_cache(maxsize=1024)
def _token(agency: str) -> re.Pattern[str]:
    known = next((known.names for known in credits.table() if known.short == agency), ())
    names = [name for name in known if not name.isascii()]  # in full it is in bylines of papers too
    whole = [re.escape(name) for name in (agency, *names) if not SPACELESS.search(name)]
    parts = [re.escape(name) for name in (agency, *names) if SPACELESS.search(name)]
    return re.compile("|".join([*parts, rf"(?<![^\W\d_])(?:{'|'.join(whole or ['(?!)'])})(?![^\W\d_])"]), re.IGNORECASE)


def _without(line: str, agency: str) -> str:
    return _token(agency).sub("", line)


def _named(line: str, agency: str) -> bool:
    """Tell whether a line has an agency's name or sign, or begins with the name that it stands for."""
    if _token(agency).search(line) or (bare(agency) and bare(agency) in plain(line) and len(bare(agency)) > INITIALS):
        return True
    if bare(agency) and opening(line) == bare(agency):
        return True
    if len(agency) < SHORTEST_INITIALS or _is_known(agency):
        return False  # many a paper has the initials of an agency that everybody knows by its name
    name = RIGHTS_SIGN.sub("", re.split(r"[|/,]", line, maxsplit=1)[0]).strip("=^*#<>. ")
    return heads_with(agency, name.title() if name.isupper() else name)


def _is_known(agency: str) -> bool:
    return any(agency == known.short for known in credits.table())
