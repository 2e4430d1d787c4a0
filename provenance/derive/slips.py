"""Slips that two articles share: a figure or a name that both have wrong, while others have it in another form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from provenance.evidence import Reading

AGREE = 2
"""How many others must have a figure or a name alike, for another form of it to be a slip."""
LIKE = 80.0
"""Likeness of two spellings of one name, of 100, at least."""
PARTING, THOUSANDS = ".,'’\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", 3
"""What parts the thousands of a figure, and how many digits these are."""
SHORTEST = 5
"""Letters of a name that may be misspelt: shorter ones are like others by chance."""


def slips(source: Reading, target: Reading, others: Sequence[Reading]) -> tuple[str, ...]:
    """Return the figures and names, in order, that source and target alone have where others agree on a like one.

    Names count among articles of one language only, since translations spell them anew.
    """
    here, there = forms(source), forms(target)
    count: Counter[str] = Counter()
    known: set[str] = set()
    for other in others:
        known |= forms(other)
        count.update(forms(other) - _heads(other))
    right = [form for form, n in count.items() if n >= AGREE and form not in here and form not in there]
    wrong = (here & there) - known
    return _slipped(wrong, right, source.article.language == target.article.language)


def exchanged(source: Reading, target: Reading, shared: frozenset[str]) -> int:
    """Return how many figures and names of the target that are among `shared` the source has in another form.

    Whoever took them from this source changed each, and somebody else changed it alike.
    """
    here, there = forms(source), forms(target)
    wrong = (there & shared) - here
    if not wrong:
        return 0
    return len(_slipped(wrong, here - there, source.article.language == target.article.language))


@lru_cache(maxsize=4096)
def forms(reading: Reading) -> frozenset[str]:
    """Return the figures of two digits and more, and the words that begin with a capital, outside furniture.

    The digits between two commas or stops are a figure each.
    """
    words, text = reading.article.words, reading.article.text
    length = words.ends - words.starts
    chosen = reading.content & ((reading.numeral & (length >= 2)) | (reading.capital & (length >= SHORTEST)))
    return frozenset(text[s:e].casefold() for s, e in zip(words.starts[chosen], words.ends[chosen], strict=True))


@lru_cache(maxsize=4096)
def _heads(reading: Reading) -> frozenset[str]:
    """Return the forms that only begin greater figures: 72,000 is no 72."""
    words, text = reading.article.words, reading.article.text
    places = np.flatnonzero(reading.content & reading.numeral).tolist()
    starts, ends = words.starts.tolist(), words.ends.tolist()
    begun: set[str] = set()
    whole: set[str] = set()
    for at in places:
        end = ends[at]
        goes_on = at + 1 < len(starts) and starts[at + 1] == end + 1 and ends[at + 1] - end - 1 == THOUSANDS
        parted = goes_on and text[end] in PARTING and text[end + 1].isdigit()
        (begun if parted else whole).add(text[starts[at] : end].casefold())
    return frozenset(begun - whole)


def _slipped(wrong: Collection[str], right: Collection[str], one_language: bool) -> tuple[str, ...]:
    found = _misprinted([f for f in wrong if f.isdigit()], [f for f in right if f.isdigit()])
    if one_language:
        found += _misspelt([f for f in wrong if not f[0].isdigit()], [f for f in right if not f[0].isdigit()])
    return tuple(sorted(found))


def _misprinted(figures: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the figures of which digits changed places or one of three and more differs; two are alike by chance."""
    rearranged = {"".join(sorted(other)) for other in others}
    holed = frozenset[str]().union(*map(_holed, others))
    return [f for f in figures if "".join(sorted(f)) in rearranged or not holed.isdisjoint(_holed(f))]


@lru_cache(maxsize=4096)
def _holed(figure: str) -> frozenset[str]:
    """Return a figure of three digits and more without each of them in turn, a gap in its place."""
    return frozenset([f"{figure[:at]} {figure[at + 1 :]}" for at in range(len(figure) if len(figure) > 2 else 0)])


def _misspelt(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the names of which a letter or two differ, but not the ending alone: that is another case of the same."""
    if not names or not others:
        return []
    alike = cdist(names, others, scorer=fuzz.ratio, score_cutoff=LIKE).nonzero()
    found = [(names[i], others[j]) for i, j in zip(*map(np.ndarray.tolist, alike), strict=True)]
    return sorted({one for one, other in found if not _is_case(one, other)})


def _is_case(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) > 2 or one.startswith(other) or other.startswith(one)
