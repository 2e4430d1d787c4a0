"""Site boilerplate, as spans: what recurs over unrelated articles, and what says of itself that it is boilerplate.

Recurrence alone proves nothing: a hundred outlets run one wire story, and an agency repeats its background paragraphs
in every update. A paragraph is learned as furniture when it stands in articles that are *unrelated* in everything else,
and stands there as furniture does: at the edges, or together with other furniture. Nothing here compares all pairs; of
each recurring paragraph only a few articles are looked at.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.engines import Engine, Here
from provenance.literals import Literals
from provenance.model import Span
from provenance.patterns import of_tables
from provenance.phrasebook import rows
from provenance.split import paragraphs

# ------------------------------------------------------------------------------------------------------------ patterns


@cache
def _phrases(where: str) -> tuple[str, ...]:
    """Return the rows of the table of phrases for one place, over all languages."""
    return tuple(dict.fromkeys(phrase for kind, _, phrase in rows("furniture_phrases.tsv") if kind == where))


@cache
def _whole(where: str) -> re.Pattern[str]:
    return of_tables("|".join(f"(?:{phrase})" for phrase in _phrases(where)), re.IGNORECASE)


_LONGEST_PATTERN_LINE = 240
_LONGEST_EDGE_LINE = 420
_SPEECH = re.compile('["“„«「].{25}|\\b(?:said|says|told|sagte|dijo|disse|ha detto|zei)\\b')
_SENTENCES = re.compile(r"[.!?。！？](?:\s|$)|[。！？]")
_SEPARATOR = re.compile(r"\s?\|\s?|\s[·•›»→>/]\s|\s::\s|\s{3,}|\u3000+|\t+")
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff]{13}")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[.:]\d\d\b|\b\d{1,2}\.? (?:\w+ )?(?:19|20)\d\d\b")
_BYLINE = re.compile(r"^\s*(?:by|von|par|por|di|da|door|av|af|przez|автор|from)\b", re.IGNORECASE)
_ORNAMENT = " \t\u3000*_-–—:•►▶»›>→|"
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.):]|[•·▪‣*»›→>–-])\s+\S")
_PROSE_END = re.compile("[.!?…。！？][\"”»’'」』)]*$")


def _navigation(line: str) -> bool:
    """Tell whether a line is a row of links: three or more short pieces between separators, and no date or byline."""
    if len(line) > 200:
        return False
    prose = _PROSE_END.search(line) is not None and "?" not in line
    if prose or any(p.search(line) for p in (_DATED, _BYLINE, _IDEOGRAPHS)):
        return False
    pieces = [piece.strip() for piece in _SEPARATOR.split(line) if piece.strip()]
    lengths = [len(piece.split()) for piece in pieces]
    return len(pieces) >= 3 and max(lengths) <= 7 and sum(lengths) <= 5 * len(pieces) and any(c.isalpha() for c in line)


@cache
def _telltales() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the telltales by their first word."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in _phrases("edge"):
        words = tuple(phrase.split("+"))
        found[words[0]].append(words)
    return {first: tuple(some) for first, some in found.items()}


@cache
def _first_words() -> Literals:
    return Literals(_telltales())


def _telltales_in(text: str) -> list[tuple[str, ...]]:
    """Return the telltales whose first word stands anywhere in a text, of which few lines have any."""
    return [words for first in _first_words().inside(text.casefold()) for words in _telltales()[first]]


def _says_so(line: str, telltales: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether a line is short, quotes nobody, and has the words that only furniture has.

    `telltales` are those that may be in it.
    """
    if len(line) > _LONGEST_EDGE_LINE:
        return False
    folded = line.casefold()
    found = [words for words in telltales if words[0] in folded and all(word in folded for word in words[1:])]
    if not found or _SPEECH.search(folded) or len(_SENTENCES.findall(line)) > 4:
        return False
    return any(all(_stands_alone(folded, word) for word in words) for words in found)


def _inside_words(word: str) -> bool:
    """Tell whether a telltale is of a script that does not part words, so that it may stand anywhere."""
    return "\u3040" <= word[0] <= "\ud7af"


def _stands_alone(folded: str, word: str) -> bool:
    """Tell whether a telltale begins a word, in scripts that part words; endings vary too much to ask for them."""
    at = folded.find(word)
    return _inside_words(word) or not folded[max(0, at - 1) : at].isalpha()


def _looks_like_link(line: str) -> bool:
    """Tell whether a line in a list may be a headline that links elsewhere."""
    return (
        _NUMBERED.match(line) is not None or (len(line) <= 140 and _PROSE_END.search(line) is None) or len(line) <= 40
    )


# ------------------------------------------------------------------------------------------------------------ learning

_EDGE = 5
"""Paragraphs from the first or the last that count as an edge."""
_SAMPLE = 12
"""Articles looked at for each recurring paragraph."""
_CHUNK = 128
"""Articles that one task takes apart."""
_RELATED = 0.12
"""Cosine of rare words from which two articles count as related."""
_ALIKE = 0.3
"""Cosine of all longer words from which they do; it is below .22 for 99 of 100 unrelated pairs in six languages.

In a corpus that is one story told over and over its own words are in every article, and none of them is rare.
"""
_FEATURE = re.compile(
    "[^\\W\\d_\u0900-\u0dff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4,}|[\u0900-\u0963\u0970-\u0dff]{4,}|"
    "[\u30a1-\u30ff]{3,}|[\u3400-\u9fff]{2}|(?<![\uac00-\ud7af])[\uac00-\ud7af]{2}"
)
"""Longer words, with the vowel signs of the scripts of India; of those of Korean what others are joined to."""
_DIGITS = re.compile(r"\d+")
_PLAIN_DIGITS = re.compile("[0-9]+")
_SPACE = re.compile(r"[\W_]+")
_WORDS_ONLY = bytes(code if chr(code).isalnum() else 32 for code in range(128)).ljust(256)
_LETTERS_ONLY = bytes(code if chr(code).isalpha() else 32 for code in range(128)).ljust(256)
"""Tables that do in ASCII, of which most text is, what the patterns do, in a twentieth of the time."""
_FIGURES = b"0123456789"

Ints: TypeAlias = npt.NDArray[np.int32]


def _in_plain(line: str, table: bytes) -> str:
    """Return a line of ASCII with the signs that a table has for its own."""
    return line.encode("ascii").translate(table).decode("ascii")


def _key(line: str) -> str | None:
    """Return the form under which lines count as the same: no case or punctuation, numbers alike if few."""
    if len(line) > 1_000:
        return None
    if line.isascii():
        plain = b" ".join(line.lower().encode("ascii").translate(_WORDS_ONLY).split())
        folded = plain.decode("ascii")
        figures = len(plain) > len(plain.translate(None, _FIGURES))
        alike, numbers = _PLAIN_DIGITS.subn("0", folded) if figures else (folded, 0)
    else:
        folded = _SPACE.sub(" ", unicodedata.normalize("NFKC", line).casefold()).strip()
        alike, numbers = _DIGITS.subn("0", folded)
    letters = len(alike) - alike.count(" ") - numbers
    if letters < 3:
        return None
    digits = len(folded) - len(alike) + numbers
    return alike if letters > 6 * digits else folded


def _features(line: str) -> Iterable[str]:
    """Return the longer words of a line, those that repeat more than once."""
    if line.isascii():
        return [word for word in _in_plain(line.lower(), _LETTERS_ONLY).split() if len(word) > 3]
    found: list[str] = _FEATURE.findall(line.casefold())
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """One article taken apart; what is said of paragraphs is in their order."""

    spans: tuple[Span, ...]
    keys: tuple[str | None, ...]
    telling: tuple[bool, ...]
    """Which are furniture by what they say."""
    heads: tuple[int, ...]
    """Those that may be the heading of a list."""
    words: Ints
    """The different longer words of each, as numbers."""
    bounds: tuple[int, ...]
    """Where the words of each begin, and at last where those of the last one end."""

    def __len__(self) -> int:
        return len(self.spans)

    def words_of(self, place: int) -> Ints:
        """Return the longer words of one paragraph."""
        return self.words[self.bounds[place] : self.bounds[place + 1]]

    def words_but(self, keys: Container[str | None]) -> Ints:
        """Return the longer words of the paragraphs that have none of `keys`, sorted."""
        kept = [self.words_of(place) for place, key in enumerate(self.keys) if key not in keys]
        return np.unique(np.concatenate(kept)) if kept else np.empty(0, np.int32)


class _Numbers(dict[str, int]):
    """Numbers of words in the order in which they are first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def _cut(text: str, numbers: _Numbers) -> _Cut:
    """Return a text taken apart; words that have no number yet are given one."""
    spans = paragraphs(text)
    lines = [text[start:end] for start, end in spans]
    telltales = _telltales_in(text)
    words = [sorted({*map(numbers.__getitem__, _features(line))}) for line in lines]
    return _Cut(
        spans,
        tuple(map(_key, lines)),
        tuple(_tells_itself(line, place, len(lines), telltales) for place, line in enumerate(lines)),
        tuple(place for place, line in enumerate(lines) if _may_head(line)),
        np.array([number for some in words for number in some], np.int32),
        tuple(np.cumsum([0, *map(len, words)]).tolist()),
    )


def _cut_chunk(texts: Sequence[str]) -> tuple[list[_Cut], list[str]]:
    """Return some texts taken apart, and the words that their numbers stand for."""
    numbers = _Numbers()
    return [_cut(text, numbers) for text in texts], list(numbers)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The paragraphs that a corpus repeats over unrelated articles; applied to any article."""

    keys: frozenset[str] = field(default_factory=frozenset)

    def spans(self, article: Article) -> tuple[Span, ...]:
        """Return the furniture of one article: trimmed, disjoint, in order."""
        return _spans(article, _cut(article.text, _Numbers()), self.keys)


class _Corpus:
    """What learning needs to know of all articles at once."""

    def __init__(self, articles: Sequence[Article], engine: Engine | None = None) -> None:
        self.articles = articles
        self.cuts: list[_Cut] = []
        numbers = _Numbers()
        texts = [article.text for article in articles]
        chunks = (texts[at : at + _CHUNK] for at in range(0, len(texts), _CHUNK))
        for cuts, words in (engine or Here()).map(_cut_chunk, chunks):
            number = np.fromiter(map(numbers.__getitem__, words), np.int32, len(words))
            self.cuts += [replace(cut, words=number[cut.words]) for cut in cuts]
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        # By text, so that the sample of a paragraph's articles hangs neither on the order of the input nor on names.
        for at in sorted(range(len(articles)), key=lambda n: (articles[n].text, articles[n].id)):
            first: dict[str, int] = {}
            for place, key in enumerate(self.cuts[at].keys):
                if key is not None:
                    first.setdefault(key, place)
            for key, place in first.items():
                places[key].append((at, place))
        self.recurring = {key: found for key, found in places.items() if len(found) > 1}
        every = [np.unique(cut.words) for cut in self.cuts]
        self.frequency = np.bincount(np.concatenate(every or [np.empty(0, np.int32)]), minlength=len(numbers))
        """In how many articles each word stands."""
        self.squares = np.log((len(self.cuts) + 1) / self.frequency) ** 2
        """How rare each word is, as its inverse document frequency squared."""
        self._related: dict[tuple[int, int], bool] = {}

    def related(self, left: int, right: int) -> bool:
        """Tell whether two articles share more than furniture: much text, or many or rare words in the rest."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._related:
            self._related[pair] = self._compare(*pair)
        return self._related[pair]

    def _compare(self, left: int, right: int) -> bool:
        keys = frozenset(self.cuts[left].keys) & frozenset(self.cuts[right].keys)
        for cut in (self.cuts[left], self.cuts[right]):
            lengths = [end - start for start, end in cut.spans]
            if 2 * sum(n for n, key in zip(lengths, cut.keys, strict=True) if key not in keys) < sum(lengths):
                return True
        one, other = self.cuts[left].words_but(keys), self.cuts[right].words_but(keys)
        if min(len(one), len(other)) < 10:
            return True
        shared = np.intersect1d(one, other, assume_unique=True)
        if len(shared) >= _ALIKE * math.sqrt(len(one) * len(other)):
            return True
        weight, *norms = (float(self.squares[words].sum()) for words in (shared, one, other))
        return weight >= _RELATED * math.sqrt(norms[0]) * math.sqrt(norms[1])

    def strangers(self, key: str) -> list[tuple[int, int]]:
        """Return places of the paragraph in articles that are unrelated to each other, a few of them.

        Two that a third is related to tell one story as well: each may have kept another half of it.
        """
        sample = _spread(self.recurring[key], _SAMPLE)
        groups: list[list[int]] = []
        for at, (number, _) in enumerate(sample):
            kin = [group for group in groups if any(self.related(number, sample[other][0]) for other in group)]
            groups = [group for group in groups if group not in kin]
            groups.append([*(other for group in kin for other in group), at])
        return [sample[first] for first in sorted(min(group) for group in groups)]

    def at_edge(self, number: int, place: int) -> bool:
        """Tell whether a paragraph stands among the first or the last of its article."""
        count = len(self.cuts[number])
        return place < _EDGE or count - place <= _EDGE

    def coherent(self, key: str, number: int, place: int) -> bool:
        """Tell whether the paragraph speaks of what its article speaks of, in words that are rare elsewhere."""
        cut = self.cuts[number]
        words = cut.words_of(place)
        words = words[self.frequency[words] <= len(self.cuts) * 0.02 + len(self.recurring[key]) + 1]
        if len(words) < 3:
            return False
        return len(np.intersect1d(words, cut.words_but(self.recurring), assume_unique=True)) * 2 >= len(words)


def _spread(places: Sequence[tuple[int, int]], most: int) -> Sequence[tuple[int, int]]:
    """Return at most `most` of the places, evenly spread."""
    if len(places) <= most:
        return places
    return [places[i * (len(places) - 1) // (most - 1)] for i in range(most)]


def _one_site(corpus: _Corpus, left: int, right: int, accepted: frozenset[str]) -> bool:
    """Tell whether two articles come from one site: the same outlet, or the same furniture at their edges."""
    outlets = [corpus.articles[number].document.outlet for number in (left, right)]
    if all(outlets):
        return outlets[0] == outlets[1]
    return any(key in accepted and key in _keys(corpus, right) for key in corpus.cuts[left].keys)


def _keys(corpus: _Corpus, number: int) -> frozenset[str | None]:
    return frozenset(corpus.cuts[number].keys)


def learn(articles: Sequence[Article]) -> Furniture:
    """Return what recurs as furniture in these articles, whatever their order.

    A paragraph is learned when it stands in two articles unrelated in all else and either stands at their edges, or
    inside articles that are seen to be of one site. It is not when it speaks of the rare things its article speaks of.
    """
    return _learn(_Corpus(articles))


def _learn(corpus: _Corpus) -> Furniture:
    strangers = {key: corpus.strangers(key) for key in sorted(corpus.recurring)}
    candidates = {
        key: found
        for key, found in strangers.items()
        if len(found) > 1 and not any(corpus.coherent(key, number, place) for number, place in found[:4])
    }
    edge = frozenset(
        key
        for key, found in candidates.items()
        if sum(corpus.at_edge(number, place) for number, place in found) * 3 > len(found) * 2
        and (_one_place(corpus, found) or _tells(corpus, key, found, candidates))
    )
    inner = frozenset(
        key
        for key, found in candidates.items()
        if key not in edge and _one_site(corpus, found[0][0], found[1][0], edge) and (len(found) > 2 or len(key) < 200)
    )
    return Furniture(edge | inner)


def _one_place(corpus: _Corpus, found: Sequence[tuple[int, int]]) -> bool:
    """Tell whether three or more unrelated articles have the paragraph in the same place, counted from one end."""
    tops = Counter(place for _, place in found)
    tails = Counter(len(corpus.cuts[number]) - place for number, place in found)
    most = max(*tops.values(), *tails.values())
    return len(found) > 2 and most * 2 > len(found)


def _tells(
    corpus: _Corpus,
    key: str,
    found: Sequence[tuple[int, int]],
    candidates: Mapping[str, list[tuple[int, int]]],
) -> bool:
    """Tell whether a paragraph at the edges of unrelated articles is more than a turn of phrase of its trade.

    Either both share a second such paragraph, as pages made from one template do, or the outlet is known to be one.
    """
    left, right = found[0][0], found[1][0]
    outlets = [corpus.articles[number].document.outlet for number in (left, right)]
    if all(outlets):
        return outlets[0] == outlets[1]
    others = _keys(corpus, left) & _keys(corpus, right)
    return any(other != key and other in candidates for other in others)


# ------------------------------------------------------------------------------------------------------------ applying


def _spans(article: Article, cut: _Cut, learned: frozenset[str]) -> tuple[Span, ...]:
    marked = [telling or key in learned for telling, key in zip(cut.telling, cut.keys, strict=True)]
    if cut.heads:
        _mark_lists([article.text[start:end] for start, end in cut.spans], cut.heads, marked)
    return tuple(span for span, mark in zip(cut.spans, marked, strict=True) if mark)


def _tells_itself(line: str, place: int, count: int, telltales: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether a paragraph is furniture by what it says, at its place among so many.

    `telltales` are those that may be in it.
    """
    if len(line) > _LONGEST_EDGE_LINE:
        return False
    if len(line) <= _LONGEST_PATTERN_LINE and _whole("line").fullmatch(line.strip(_ORNAMENT)) is not None:
        return True
    edge = place < _EDGE or count - place <= _EDGE
    return edge and (_says_so(line, telltales) or _navigation(line))


def _may_head(line: str) -> bool:
    """Tell whether a paragraph may be the heading of a list of links."""
    return len(line) <= 80 and _whole("list").fullmatch(line.strip(_ORNAMENT)) is not None


def _mark_lists(lines: Sequence[str], heads: Sequence[int], marked: list[bool]) -> None:
    """Mark the links that follow the heading of a list, up to the first line that is prose."""
    for place in heads:
        links = 0
        for follower in range(place + 1, min(len(lines), place + 13)):
            if marked[follower]:
                continue
            if not _looks_like_link(lines[follower]):
                break
            links += 1
        if links or place >= len(lines) - _EDGE:
            marked[place] = True
        tail = place + 1 + links >= len(lines) - _EDGE
        numbered = links > 1 and all(_NUMBERED.match(line) for line in lines[place + 1 : place + 1 + links])
        if tail or numbered:
            for follower in range(place + 1, min(len(lines), place + 1 + links)):
                marked[follower] = True


def mark(articles: Sequence[Article], engine: Engine | None = None) -> list[Article]:
    """Return the articles, in their order, with the furniture that they show each other to have.

    `engine` says where they are taken apart, and changes nothing in the result.
    """
    corpus = _Corpus(articles, engine)
    keys = _learn(corpus).keys
    cut_up = zip(articles, corpus.cuts, strict=True)
    return [replace(article, furniture=_spans(article, cut, keys)) for article, cut in cut_up]


def mark_one(article: Article, articles: Sequence[Article]) -> Article:
    """Return one article with the furniture that it has in the light of a corpus."""
    return replace(article, furniture=learn([*articles, article]).spans(article))
