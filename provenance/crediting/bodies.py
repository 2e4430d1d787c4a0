"""Who is called an agency and supplies no news: public bodies, and houses that grade debtors or ask people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from provenance.crediting.agencies import NOT_AGENCIES, POLLSTERS, known_names, regions, words_of

_CONCERNS = tuple(sorted(words_of("concern")))
_NEWSROOM = tuple(sorted(words_of("newsroom") - {"agentur", "agence", "agencia", "agência", "agenzia", "агентств"}))
"""How words begin that say what an agency deals in, those for agency itself left out."""
_NEWSROOM_ENDS = ("press", "presse", "news", "wire", "nachrichten", "medien", "пресс", "прес", "информ", "інформ")
"""What a name in one word ends in that says the same."""
OTHER_HOUSES = words_of("rater") | POLLSTERS
"""Names of houses that supply grades or polls, and no reports."""
_OF_MANY = re.compile("(?:ego|ych|ého|ých|[ое]го|[иы]х)$")
"""How a Slavic language ends what a body is for: "Agencja Rynku Rolnego"; an agency's name stands beside the word."""
_BEHIND = re.compile(r"(?: (?:&|[^\W\d_][\w'’-]*)){1,4}")
"""What a name may go on with."""


def has_stem(words: Iterable[str], stems: Set[str] | tuple[str, ...]) -> bool:
    """Tell whether one of some words, in small letters, begins with one of some stems."""
    beginnings = tuple(stems)
    return any(word.startswith(beginnings) for word in words)


def is_body(name: str, behind: str = "") -> bool:
    """Tell whether what a text calls an agency is a body or a house that supplies no news; `behind` stands behind it.

    >>> is_body("Tributaria"), is_body("Polna"), is_body("Régionale", " de santé"), is_body("Centrale", " de presse")
    (True, False, True, False)
    """
    words = name.strip('«»"“”„ ').split()
    if any(word.upper() in NOT_AGENCIES for word in words) or words[0] in OTHER_HOUSES:
        return True
    small = [word.casefold() for word in words]
    further = _BEHIND.match(behind)
    if any(word.endswith(_NEWSROOM_ENDS) for word in small):
        return False
    if has_stem([*small, *(further.group().casefold().split() if further else ())], _NEWSROOM):
        return False
    inflected = any(len(word) > _SHORTEST_INFLECTED and _OF_MANY.search(word) for word in small)
    return inflected or has_stem(small, _CONCERNS)


_SHORTEST_INFLECTED = 5
"""Letters of a word beyond which such an ending is no part of a name."""


def is_region(name: str) -> bool:
    """Tell whether a name is a region's, or a county's, as it stands in brackets behind a town, and no known agency's.

    >>> is_region("Rhône"), is_region("Lowick County"), is_region("RJ"), is_region("AP")
    (True, True, True, False)

    Nor a newsroom's:

    >>> is_region("District Dispatch")
    False
    """
    small = [word.casefold().rstrip(".") for word in name.split()]
    if name in known_names(()).short or any(word.endswith(_NEWSROOM_ENDS) for word in small):
        return False
    return not has_stem(small, _NEWSROOM) and (name in regions() or not words_of("division").isdisjoint(small))
