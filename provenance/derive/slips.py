"""Slips that two articles share: a figure or a name that both have wrong, while others have it in another form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from provenance.evidence import Reading

AGREE = 2
"""How many others must have a figure or a name alike, for another form of it to be a slip."""
LIKE = 80.0
"""Likeness of two spellings of one name, of 100, at least."""
SHORTEST = 5
"""Letters of a name that may be misspelt: shorter ones are like others by chance."""


def slips(source: Reading, target: Reading, others: Sequence[Reading]) -> tuple[str, ...]:
    """Return the figures and names, in order, that source and target alone have where others agree on a like one.

    Names count among articles of one language only, since translations spell them anew.
    """
    here, there = forms(source), forms(target)
    count: Counter[str] = Counter()
    for other in others:
        count.update(forms(other))
    right = [form for form, n in count.items() if n >= AGREE and form not in here and form not in there]
    wrong = (here & there) - count.keys()
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
    """Return the figures of two digits and more, and the words that begin with a capital, outside furniture."""
    words, text = reading.article.words, reading.article.text
    length = words.ends - words.starts
    chosen = reading.content & ((reading.numeral & (length >= 2)) | (reading.capital & (length >= SHORTEST)))
    return frozenset(text[s:e].casefold() for s, e in zip(words.starts[chosen], words.ends[chosen], strict=True))


def _slipped(wrong: Collection[str], right: Collection[str], one_language: bool) -> tuple[str, ...]:
    figures, names = [f for f in right if f.isdigit()], [f for f in right if not f[0].isdigit()]
    found = [f for f in wrong if f.isdigit() and any(_misprinted(f, other) for other in figures)]
    if one_language:
        found += [f for f in wrong if not f[0].isdigit() and any(_misspelt(f, other) for other in names)]
    return tuple(sorted(found))


def _misprinted(one: str, other: str) -> bool:
    """Tell whether digits changed places or one of three and more differs; two figures are alike by chance."""
    if len(one) != len(other):
        return False
    differing = sum(a != b for a, b in zip(one, other, strict=True))
    return sorted(one) == sorted(other) or (differing == 1 and len(one) > 2)


def _misspelt(one: str, other: str) -> bool:
    """Tell whether a letter or two differ, but not the ending alone: that is another case of the same name."""
    if abs(len(one) - len(other)) > 2 or one.startswith(other) or other.startswith(one):
        return False
    return fuzz.ratio(one, other, score_cutoff=LIKE) > 0
