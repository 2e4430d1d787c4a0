"""How surprising it is, in bits, that an article contains a word.

The chance that an article holds a word is a mixture of two estimates: the prior of the language at large
(`wordfreq`, turned into a chance per article of ordinary length) and the document frequency in the corpus at hand.
Articles of one family count once together: a story that a hundred outlets ran must not make its own words common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.frequencies import common, is_common, listed
from provenance.model import Passage, Span
from provenance.spans import merged
from provenance.tables import kept, of_file
from provenance.words import tokenise, word_keys

ARTICLE_WORDS = 300
"""Words of an ordinary article, for turning a frequency per word into a chance per article."""
PRIOR_ARTICLES = 40.0
"""How many articles of the corpus weigh as much as the prior of the language."""
UNSEEN = 3e-8
"""Frequency of a word that the language's list lacks: a name, a rare number, a slip."""
NUMERALS = np.array([1.0, 1e-3, 1e-4, 2e-5, 1e-5, 1e-6, 3e-7])
"""Frequency of one number, by its count of digits; language lists hold numbers only by shape. Years weigh alike."""
LISTED_AS = {"no": "nb", "nn": "nb", "sr": "sh", "hr": "sh", "bs": "sh", "tl": "fil"}
"""Languages whose frequencies are listed under another code."""
MOST_BITS = 16.0
"""No single word proves more than this: it may be a name that the whole world uses that day."""

MANY = 500
"""Articles from which on it is worth while to load what finds words by a table and not by halving."""

Keys = npt.NDArray[np.uint64]
Table = npt.NDArray[np.int32]
Ints: TypeAlias = npt.NDArray[np.int32] | npt.NDArray[np.int64]
Bits = npt.NDArray[np.float32]


@lru_cache(maxsize=64)
def _language_prior(language: str) -> tuple[Keys, npt.NDArray[np.float64]]:
    """Return the sorted keys of a language's common words and the frequency of each, in [0, 1]."""
    code = LISTED_AS.get(language, language)
    if code not in listed():
        return np.empty(0, np.uint64), np.empty(0, np.float64)

    def made() -> dict[str, npt.NDArray[Any]]:
        table = common(code)
        every = sorted(word for word in table if word.isalnum())
        words = tokenise("\n".join(every))
        # A listed word of several of our words (an ideograph each) counts for each of its parts.
        starts = np.cumsum([0] + [len(w) + 1 for w in every])
        owner = np.searchsorted(starts, words.starts, side="right") - 1
        frequencies = np.array([table[w] for w in every])[owner]
        keys, place = np.unique(words.keys, return_inverse=True)
        return {"keys": keys, "shares": np.minimum(1.0, np.bincount(place, frequencies, minlength=len(keys)))}

    found = kept(f"words-{code}", (of_file(listed()[code]), word_keys()), made)
    return found["keys"], found["shares"]


def is_listed(word: str, languages: Sequence[str]) -> bool:
    """Return whether a word, in small letters, is among the frequent ones of any of the languages."""
    return any(is_common(LISTED_AS.get(language, language), word) for language in languages)


@lru_cache(maxsize=64)
def _prior_table(language: str) -> Table:
    from provenance.evidence_loops import table_of

    return table_of(_language_prior(language)[0])


def _look_up(
    keys: Keys, wanted: Keys, values: npt.NDArray[np.float64], missing: float, table: Table | None = None
) -> npt.NDArray[np.float64]:
    """Return the value that stands beside each of `wanted` among sorted `keys`, or `missing`."""
    if not len(keys):
        return np.full(len(wanted), missing)
    if table is not None:
        from provenance.evidence_loops import look_up

        return look_up(table, keys, values, wanted, missing)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, values[place], missing)


def _digits(article: Article) -> npt.NDArray[np.int64]:
    """Return for each word its count of digits before a unit if it starts with one, capped at six, else 0."""
    from provenance.evidence_loops import digits

    codes: npt.NDArray[np.uint8] | npt.NDArray[np.uint32]
    if article.text.isascii():
        codes = np.frombuffer(article.text.encode("ascii"), np.uint8)
    else:
        codes = np.frombuffer(article.text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return digits(codes, article.words.starts, article.words.ends, len(NUMERALS) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """Document frequencies of a corpus; tells the bits of each word of an article."""

    keys: Keys
    """Of all words, sorted where there is no table."""
    frequencies: npt.NDArray[np.float64]
    """Articles that hold each word, families counted once; not sorted by value, parallel to `keys`."""
    articles: float
    """Articles in all, families counted once."""
    table: Table | None = None
    """What finds the keys in a large corpus."""

    def bits(self, article: Article, holders: float = 1.0) -> Bits:
        """Return for each word of `article` the surprise of finding it in an unrelated article, in bits ≥ 0.

        So many articles of the corpus do not count as holding it: this one, or also one that it is compared with.
        """
        return self.bits_beside(article, holders)[0]

    def bits_beside(self, article: Article, *holders: float) -> tuple[Bits, ...]:
        """Return the same for each count of holders, for hardly more than the time of one."""
        wanted = article.words.keys
        prior_keys, prior = _language_prior(article.language)
        prior_table = None if self.table is None else _prior_table(article.language)
        per_word = _look_up(prior_keys, wanted, prior, UNSEEN, prior_table)
        digits = _digits(article)
        per_word = np.where(digits > 0, NUMERALS[digits], per_word)
        by_chance = -np.expm1(-per_word * ARTICLE_WORDS)
        held = _look_up(self.keys, wanted, self.frequencies, 0.0, self.table)

        def bits(without: float) -> Bits:
            seen = np.maximum(0.0, held - without)
            chance = (seen + PRIOR_ARTICLES * by_chance) / (max(0.0, self.articles - without) + PRIOR_ARTICLES)
            found: Bits = np.clip(-np.log2(np.clip(chance, 1e-12, 1.0)), 0.0, MOST_BITS).astype(np.float32)
            return found

        return tuple(map(bits, holders))


def learn(articles: Sequence[Article], weights: Sequence[float] | None = None) -> Rarity:
    """Return the document frequencies of `articles`.

    `weights` says for how much of an article each counts, 1 by default; near-copies of one another share one.
    """
    return Held.of(articles).rarity(weights)


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """Which words each article of a corpus holds: all but how much each article counts."""

    keys: Keys
    """Of all words, sorted where there is no table."""
    words: Ints
    """The places in `keys` of the different words of each article, one article after another."""
    owners: Ints
    """Which article each of them is of."""
    articles: int
    table: Table | None
    """What finds the keys in a large corpus."""

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Held:
        """Return the words of `articles`."""
        every = [a.words.keys for a in articles]
        if len(articles) >= MANY:
            from provenance.evidence_loops import table_of

            known, words, owners = once_each(every)
            return cls(known, words, owners, len(every), table_of(known))
        distinct = [np.unique(some) for some in every]
        keys, places = np.unique(np.concatenate(distinct or [np.empty(0, np.uint64)]), return_inverse=True)
        return cls(keys, places, np.repeat(np.arange(len(every)), [len(some) for some in distinct]), len(every), None)

    def rarity(self, weights: Sequence[float] | None = None) -> Rarity:
        """Return the document frequencies, as `learn` does."""
        counted = np.ones(self.articles) if weights is None else np.asarray(weights, np.float64)
        frequencies = np.bincount(self.words, weights=counted[self.owners], minlength=len(self.keys))
        return Rarity(self.keys, np.asarray(frequencies, np.float64), float(counted.sum()), self.table)


def once_each(groups: Sequence[Keys]) -> tuple[Keys, npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return the different keys of many groups, the places in them of those of each group, and its number.

    The keys stand in the order in which they are first met: a table finds them in any, and sorting takes long.
    """
    from provenance.evidence_loops import different_keys

    bounds = np.cumsum([0, *map(len, groups)], dtype=np.int64)
    return different_keys(np.concatenate([np.empty(0, np.uint64), *groups]), bounds)


def independence(articles: Sequence[Article], pairs: Mapping[tuple[int, int], Sequence[Passage]]) -> list[float]:
    """Return for how much of an independent article each of `articles` counts, in (0, 1].

    One that shares half its text with n others counts for 1 / (n + 1): a family counts about once.
    """
    kin = [0.0] * len(articles)
    for (i, j), passages in sorted(pairs.items()):
        for place, share in zip((i, j), _kinship(articles[i], articles[j], passages), strict=True):
            kin[place] += share
    return [1.0 / (1.0 + k) for k in kin]


def independence_around(articles: Sequence[Article], pairs: Mapping[tuple[int, int], Sequence[Passage]]) -> list[float]:
    """Return the same where all pairs are of the first article: those that share text with it share it among them."""
    kin = [0.0] * len(articles)
    for (i, j), passages in sorted(pairs.items()):
        kin[max(i, j)] = max(_kinship(articles[i], articles[j], passages))
    around = sum(kin)
    return [1.0 / (1.0 + around), *(1.0 / (1.0 + k * around) for k in kin[1:])]


def _kinship(left: Article, right: Article, passages: Sequence[Passage]) -> tuple[float, float]:
    """Return how far each of two articles is told by the other, in [0, 1]; half of its characters are the whole."""

    def share(article: Article, spans: Iterable[Span]) -> float:
        return min(1.0, 2.0 * sum(end - start for start, end in merged(spans)) / max(1, len(article.text)))

    return share(left, (p.left for p in passages)), share(right, (p.right for p in passages))
