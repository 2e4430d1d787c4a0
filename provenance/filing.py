"""Whether an article has the form in which an agency sends its own report, with no page of a paper around it."""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.abbreviations import bare, opening, plain, stands_for
from provenance.article import Article
from provenance.model import Credit
from provenance.notes import EARLIER, HEAD, HELD, LATER, is_dated, pattern
from provenance.outlets import BAR, INTERFACE, SPACELESS
from provenance.read.metadata.byline import byline_of

MOST_ABOVE, MOST_BELOW = 8, 4
"""Lines that an agency sets above the place from which it reports, and below the text."""
CLEARLY = 2
"""Lines that steer a report through newsrooms from which on what stands below it makes no page of a paper."""
PLACE = 80
"""Code points before an agency's sign in the line that begins with the place."""
LONGEST_SIGNATURE = 60
"""Code points of a line of initials and codes."""
SENTENCE = 5
"""Words of a line above a report from which on it is a sentence, which says who supplied the report to a paper."""
INITIALS = 4
"""Letters of the initials of who wrote, edited and sent it."""
FRAMES = re.compile(r"[()（）\[\]【】/=]|电$|電$|[-–—]")
"""A sign of which stands around an agency's name in a dateline."""
BYLINE_FIELDS = 2
"""Parts of a line with a date up to which it is a byline."""
SLUG = re.compile(
    r"^[\^=]|[=<]$|[^\W\d_][/-][^\W_][^\s]*[/,-]|\d{3,}|\b(?:slug|prio\w*|urg\w*|category|eds?|ws?|pix)\b[: \d]|"
    r"^\*|^\+\+|^\(.*\)$|^[^\W\d_]{2,12}(?:/[^\W\d_-]{2,12})+/?$",
    re.IGNORECASE,
)
"""What a line above a report is made of that steers it through newsrooms and names no page."""
CLOSES = re.compile(
    r"^\W*(?:nnnn|ends?|more(?: to (?:come|follow))?|-30-|fin|fine|ende|конец|完|终|完了|끝)\W*$|"
    r"^\W*(?:edição|edición|autor|autorka|oprac)\b ?[:.]",
    re.IGNORECASE,
)
"""What stands alone in the last lines of a report."""
WRITERS = re.compile(r"^\W*(?:writing|reporting|editing|compiled|written|edited) by\b", re.IGNORECASE)
"""The same of those who wrote it, which papers print too."""
CLOSED = re.compile(r"[(（](?:完|了|終|끝|end)[)）]\W*$")
"""The same behind the last sentence."""
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
"""A slug in capitals with what is new in brackets."""
TOKEN = re.compile(r"[^\W\d_]+")
"""A word."""


def is_filed(article: Article, agency: str, credit: Credit) -> bool:
    """Tell whether an article whose dateline bears an agency's sign is that agency's own report as it was sent.

    Above the dateline stand only its headline, its writers, and what steers it through newsrooms; below the text only
    who signed it and whose it is; and there is something of the latter. A paper has its name above or its page below.
    """
    if credit.span[0] >= HEAD or not FRAMES.search(credit.text):
        return False
    lines = [(n, line.strip()) for n, line in _lines(article.text) if line.strip()]
    at = max(k for k, (n, _) in enumerate(lines) if n <= credit.span[0])
    start, filed = lines[at]
    if credit.span[0] - start > PLACE or at > MOST_ABOVE or _is_published(article, agency):
        return False
    above = [line for _, line in lines[:at]]
    headlines = [line for line in above if not _steers(line, agency) and TOKEN.search(line)]
    below = [line for n, line in lines[at + 1 :] if n >= _text_ends(article)][:MOST_BELOW]
    if any(INTERFACE.search(line) for line in above) or len(headlines) > 1:
        return False
    steered = sum(_is_for_newsrooms(line, agency, article.document.title) for line in above if line not in headlines)
    if steered >= CLEARLY:
        return True
    if len(filed) < PLACE or not all(_closes(line, agency) for line in below):
        return False
    return steered > 0 or any(_signs(line, agency) for line in below) or CLOSED.search(article.text) is not None


def _is_published(article: Article, agency: str) -> bool:
    """Tell whether the file says that an article is of a page of somebody else."""
    document = article.document
    said = " ".join(filter(None, (document.outlet, document.url)))
    return bool(said) and not _named(said, agency) and plain(agency) not in plain(said)


def _lines(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


def _text_ends(article: Article) -> int:
    """Return where the last line begins that is long enough to be of the running text, or the end of that line."""
    prose = [n + len(line) for n, line in _lines(article.text) if len(line) >= PLACE and not RIGHTS.search(line)]
    return max(prose, default=0)


def _steers(line: str, agency: str) -> bool:
    """Tell whether a line above a report names its agency, marks its version, or is a byline or a slug."""
    if line[-1] in ".。" and len(line.split()) >= SENTENCE:
        return False
    if _named(line, agency) or _is_byline(line):
        return True
    codes = line == line.upper() and _is_signature(line) and " " in line
    return codes or _is_marked(line) or SLUG.search(line) is not None or CAPITALS.fullmatch(line) is not None


def _is_for_newsrooms(line: str, agency: str, title: str | None) -> bool:
    """Tell whether a line above a report is no headline that only speaks of a name, nor who wrote it and when."""
    if line == title:
        return plain(line.strip("【】[]")).startswith(plain(agency)) or _is_marked(line)
    return not _is_byline(line) and not _is_dated_byline(line)


def _is_marked(line: str) -> bool:
    """Tell whether a line says which version it is of, or until when to hold it."""
    return any(pattern(phrases).search(line) for phrases in (LATER, EARLIER, HELD))


def _is_byline(line: str) -> bool:
    return byline_of(line.strip("^=<> ")) is not None


def _is_dated_byline(line: str) -> bool:
    return is_dated(line) and len([part for part in BAR.split(line) if part.strip()]) <= BYLINE_FIELDS


def _closes(line: str, agency: str) -> bool:
    """Tell whether a line below a report is one of its agency's."""
    if _named(line, agency) or _is_signature(line) or line[0] in "#*" or (line[0] == "(" and line[-1] == ")"):
        return True
    brackets = line[0] in "【[" and line[-1] in "】]"
    return brackets or any(p.search(line) for p in (CLOSES, WRITERS, CONTACT)) or _is_marked(line)


def _signs(line: str, agency: str) -> bool:
    """Tell whether a line below is more than a credit, which a paper sets there too: initials, rights or a contact."""
    if WRITERS.search(line):
        return False
    return TOKEN.search(_without(line, agency)) is not None or bool(CLOSES.search(line))


def _is_signature(line: str) -> bool:
    """Tell whether a line is made of initials: "abc/de", "jhk dbr", "09-OCT 07:44"."""
    words = TOKEN.findall(line)
    return len(line) <= LONGEST_SIGNATURE and bool(words) and all(len(word) <= INITIALS for word in words)


@lru_cache(maxsize=1024)
def _token(agency: str) -> re.Pattern[str]:
    if SPACELESS.search(agency):
        return re.compile(re.escape(agency))
    return re.compile(rf"(?<![^\W\d_]){re.escape(agency)}(?![^\W\d_])", re.IGNORECASE)


def _without(line: str, agency: str) -> str:
    return _token(agency).sub("", line)


def _named(line: str, agency: str) -> bool:
    """Tell whether a line has an agency's name or sign, or begins with the name that it stands for."""
    if _token(agency).search(line) or (bare(agency) and bare(agency) in plain(line) and len(bare(agency)) > INITIALS):
        return True
    if bare(agency) and opening(line) == bare(agency):
        return True
    name = RIGHTS_SIGN.sub("", re.split(r"[|/,]", line, maxsplit=1)[0]).strip("=^*#<>. ")
    return stands_for(agency, name.title() if name.isupper() else name)
