"""Whether a mention of an agency is a credit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from provenance.crediting.agencies import words_of
from provenance.crediting.bodies import OTHER_HOUSES
from provenance.crediting.bylines import is_byline, signature_around, span_of_line
from provenance.crediting.frames import frame_of
from provenance.crediting.mention import MOST, Mention, line_around
from provenance.crediting.phrases import NOT_SOURCE, Verdict, in_phrase, labels_source
from provenance.crediting.rights import is_charts, is_photo, rights_around
from provenance.model import Span

_AND = re.compile(
    rf"\s?(?:,|/|\+|&|、|・| (?:{'|'.join(sorted(words_of('and')))}))"
    rf"(?: (?:{'|'.join(sorted(words_of('article')))})| (?:d|l|dal|del|dall|dell)['’])?\s?"
)
_CALLED = "Press|News|Wire|Agency|Newswire|Presse|Media|Service|Agentur"
"""Words after a name that nobody puts behind that of a town."""
_PARTNER = re.compile(r" ?[/+-] ?(?P<name>\w+)")
_PARTNER_AHEAD = re.compile(r"(?:^|[^\w\s]\s?|\n|(?<!\w)[^\W\d_A-Z]\w* )(?P<name>\w+) ?[/+-] ?$")
"""Behind another name it is that of who wrote or photographed it: "Jo Harris/AP"."""
_JOINS = frozenset("/+-")
_LONGEST_PARTNER = 40
"""Code points of a pollster's name and what stands before it."""


def judge(text: str, mention: Mention) -> Verdict | None:
    """Return the span of the credit that the mention is part of, or None when it is none."""
    if _polled(text, mention):
        return None
    framed = frame_of(text, mention) or mention.framed
    if framed is not None:
        return Verdict(framed, True)
    rights = rights_around(text, mention)
    if rights is not None:
        return Verdict(rights, mention.weak_ok)  # a house of papers has rights too
    signed = signature_around(text, mention)
    return _told(text, mention) if signed is None else Verdict(signed, True)


def _told(text: str, mention: Mention) -> Verdict | None:
    """Return the byline, or the phrase, that makes an agency the source of the text and not of what it shows."""
    if is_photo(text, mention):
        return None
    byline = Verdict(span_of_line(text, mention), True) if is_byline(text, mention) else None
    verdict = byline or in_phrase(text, mention)
    if verdict is None or not labels_source(text[slice(*verdict.span)]):
        return verdict
    return None if is_charts(text, line_around(text, *verdict.span), known=mention.known) else verdict


def _polled(text: str, mention: Mention) -> bool:
    """Tell whether an agency stands there for a poll that it had made: "Reuters/Ipsos", "Ifop/AFP"."""
    if not _JOINS.intersection(text[max(0, mention.start - 2) : mention.start] + text[mention.end : mention.end + 2]):
        return False
    behind = _PARTNER.match(text, mention.end)
    ahead = _PARTNER_AHEAD.search(text, max(0, mention.start - _LONGEST_PARTNER), mention.start)
    return any(partner is not None and partner.group("name") in OTHER_HOUSES for partner in (ahead, behind))


def is_spoken_of(text: str, mention: Mention, beside: Sequence[Span] = ()) -> bool:
    """Tell whether a text speaks of the name as of a country or a town: more often than as its source.

    Where it stands in the lines `beside` it says neither.
    """
    verdicts = _elsewhere(text, mention, beside)
    return len(verdicts) > 2 * sum(verdict is not None for verdict in verdicts)


def is_subject(text: str, mention: Mention) -> bool:
    """Tell whether a text speaks of the initials as of a club or an authority: again and again, never as its source."""
    verdicts = _elsewhere(text, mention)
    return len(verdicts) >= _AGAIN and not any(verdicts)


_AGAIN = 3
"""Times that a report names whom it is about; whose it is, it names once or twice, in a note at its end."""


def _elsewhere(text: str, mention: Mention, beside: Sequence[Span] = ()) -> list[Verdict | None]:
    """Return what is judged of the same name elsewhere in a text, but for the lines `beside`."""
    name = text[mention.start : mention.end]
    alone = rf"(?<!\w){re.escape(name)}(?!\w)(?! (?:{_CALLED})(?!\w))"
    others = [found.span() for found in re.finditer(alone, text)][:MOST]
    return [
        judge(text, mention._replace(start=s, end=e, framed=None))
        for s, e in others
        if s != mention.start and not any(a <= s < b for a, b in beside)
    ]


def shared_span(text: str, mentions: Sequence[Mention], verdicts: Sequence[Verdict | None], place: int) -> Span | None:
    """Return the mention's own span when it is joined by "and" to one that is credited: "told AFP and Reuters"."""
    mention = mentions[place]
    if is_photo(text, mention) or NOT_SOURCE.match(text[mention.end : mention.end + 30].lstrip()):
        return None
    for other in (place - 1, place + 1):
        if not 0 <= other < len(mentions) or verdicts[other] is None:
            continue
        first, second = sorted((mention, mentions[other]))
        if _AND.fullmatch(text, first.end, second.start):
            return mention.start, mention.end
    return None
