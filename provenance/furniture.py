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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib import resources

from provenance.article import Article
from provenance.model import Span
from provenance.split import paragraphs

# ------------------------------------------------------------------------------------------------------------ patterns


@cache
def _phrases(where: str) -> tuple[str, ...]:
    """Return the rows of the table of phrases for one place, over all languages."""
    lines = resources.files("provenance").joinpath("furniture_phrases.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(dict.fromkeys(phrase for kind, _, phrase in rows if kind == where))


@cache
def _whole(where: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in _phrases(where)), re.IGNORECASE)


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
    prose = _PROSE_END.search(line) is not None and "?" not in line
    if prose or len(line) > 200 or any(p.search(line) for p in (_DATED, _BYLINE, _IDEOGRAPHS)):
        return False
    pieces = [piece.strip() for piece in _SEPARATOR.split(line) if piece.strip()]
    lengths = [len(piece.split()) for piece in pieces]
    return len(pieces) >= 3 and max(lengths) <= 7 and sum(lengths) <= 5 * len(pieces) and any(c.isalpha() for c in line)


@cache
def _telltales() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split("+")) for phrase in _phrases("edge"))


def _says_so(line: str) -> bool:
    """Tell whether a line is short, quotes nobody, and has the words that only furniture has."""
    folded = line.casefold()
    if len(line) > _LONGEST_EDGE_LINE:
        return False
    found = [words for words in _telltales() if words[0] in folded and all(word in folded for word in words)]
    if not found or _SPEECH.search(folded) or len(_SENTENCES.findall(line)) > 4:
        return False
    return any(all(_stands_alone(folded, word) for word in words) for words in found)


def _stands_alone(folded: str, word: str) -> bool:
    """Tell whether a telltale begins a word, in scripts that part words; endings vary too much to ask for them."""
    at = folded.find(word)
    return "\u3040" <= word[0] <= "\ud7af" or not folded[max(0, at - 1) : at].isalpha()


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
_REMEMBERED = 512
"""Articles whose words are kept while they are compared; those of a corpus would fill the memory."""
_RELATED = 0.12
"""Cosine of rare words from which two articles count as related."""
_ALIKE = 0.3
"""Cosine of all longer words from which they do; it is below .22 for 99 of 100 unrelated pairs in six languages.

In a corpus that is one story told over and over its own words are in every article, and none of them is rare.
"""
_FEATURE = re.compile("[^\\W\\d_\u3040-\u30ff\u3400-\u9fff]{4,}|[\u30a1-\u30ff]{3,}|[\u3400-\u9fff]{2}")
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"[\W_]+")


def _key(line: str) -> str | None:
    """Return the form under which lines count as the same: no case or punctuation, numbers alike if few."""
    if len(line) > 1_000:
        return None
    folded = _SPACE.sub(" ", (line if line.isascii() else unicodedata.normalize("NFKC", line)).casefold()).strip()
    alike, numbers = _DIGITS.subn("0", folded)
    letters = len(alike) - alike.count(" ") - numbers
    if letters < 3:
        return None
    digits = len(folded) - len(alike) + numbers
    return alike if letters > 6 * digits else folded


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    line: str
    key: str | None


def _cut(article: Article) -> list[_Paragraph]:
    lines = []
    for start, end in paragraphs(article.text):
        line = article.text[start:end]
        lines.append(_Paragraph((start, end), line, _key(line)))
    return lines


@dataclass(frozen=True, slots=True)
class Furniture:
    """The paragraphs that a corpus repeats over unrelated articles; applied to any article."""

    keys: frozenset[str] = field(default_factory=frozenset)

    def spans(self, article: Article) -> tuple[Span, ...]:
        """Return the furniture of one article: trimmed, disjoint, in order."""
        return _spans(_cut(article), self.keys)


class _Corpus:
    """What learning needs to know of all articles at once."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.cuts = [_cut(article) for article in articles]
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        # By id, so that the sample of a paragraph's articles does not hang on the order of the input.
        for number in sorted(range(len(articles)), key=lambda n: (articles[n].id, articles[n].text)):
            first: dict[str, int] = {}
            for place, paragraph in enumerate(self.cuts[number]):
                if paragraph.key is not None:
                    first.setdefault(paragraph.key, place)
            for key, place in first.items():
                places[key].append((number, place))
        self.recurring = {key: found for key, found in places.items() if len(found) > 1}
        self._features: dict[int, list[frozenset[str]]] = {}
        self._squares: dict[str, float] = {}
        self._related: dict[tuple[int, int], bool] = {}

    @cached_property
    def frequency(self) -> Counter[str]:
        """In how many articles each word stands outside recurring paragraphs."""
        counted: Counter[str] = Counter()
        for cut in self.cuts:
            counted.update({word for paragraph in cut for word in _FEATURE.findall(paragraph.line.casefold())})
        return counted

    def features(self, number: int) -> list[frozenset[str]]:
        """Return the longer words of each of an article's paragraphs."""
        found = self._features.get(number)
        if found is None:
            if len(self._features) >= _REMEMBERED:
                self._features.clear()
            found = [frozenset(_FEATURE.findall(paragraph.line.casefold())) for paragraph in self.cuts[number]]
            self._features[number] = found
        return found

    def square(self, word: str) -> float:
        """Return how rare a word is, as its inverse document frequency squared."""
        found = self._squares.get(word)
        if found is None:
            count = self.frequency[word]
            found = self._squares[word] = (math.log((len(self.cuts) + 1) / count) if count else 0.0) ** 2
        return found

    def related(self, left: int, right: int) -> bool:
        """Tell whether two articles share more than furniture: much text, or many or rare words in the rest."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._related:
            self._related[pair] = self._compare(*pair)
        return self._related[pair]

    def _compare(self, left: int, right: int) -> bool:
        keys = {p.key for p in self.cuts[left]} & {p.key for p in self.cuts[right]}
        for number in (left, right):
            whole = sum(len(p.line) for p in self.cuts[number])
            if 2 * sum(len(p.line) for p in self.cuts[number] if p.key not in keys) < whole:
                return True
        words = [self._rest(number, keys) for number in (left, right)]
        if min(map(len, words)) < 10:
            return True
        if len(words[0] & words[1]) >= _ALIKE * math.sqrt(len(words[0]) * len(words[1])):
            return True
        norms = [math.sqrt(sum(map(self.square, sorted(found)))) for found in words]
        shared = sum(map(self.square, sorted(words[0] & words[1])))
        return shared >= _RELATED * norms[0] * norms[1]

    def _rest(self, number: int, keys: set[str | None]) -> set[str]:
        """Return the longer words of the paragraphs that have none of `keys`."""
        kept = [words for p, words in zip(self.cuts[number], self.features(number), strict=True) if p.key not in keys]
        return set().union(*kept)

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
        rare = len(self.cuts) * 0.02 + len(self.recurring[key]) + 1
        words = {w for w in _FEATURE.findall(self.cuts[number][place].line.casefold()) if self.frequency[w] <= rare}
        if len(words) < 3:
            return False
        rest: set[str] = set()
        for paragraph in self.cuts[number]:
            if paragraph.key not in self.recurring:
                rest.update(_FEATURE.findall(paragraph.line.casefold()))
        return len(words & rest) * 2 >= len(words)


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
    return any(p.key in accepted and p.key in _keys(corpus, right) for p in corpus.cuts[left])


def _keys(corpus: _Corpus, number: int) -> frozenset[str | None]:
    return frozenset(p.key for p in corpus.cuts[number])


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


def _spans(cut: Sequence[_Paragraph], learned: frozenset[str]) -> tuple[Span, ...]:
    marked = [_is_furniture(paragraph, place, len(cut), learned) for place, paragraph in enumerate(cut)]
    _mark_lists(cut, marked)
    return tuple(paragraph.span for paragraph, mark in zip(cut, marked, strict=True) if mark)


def _is_furniture(paragraph: _Paragraph, place: int, count: int, learned: frozenset[str]) -> bool:
    if paragraph.key in learned:
        return True
    line = paragraph.line
    if len(line) > _LONGEST_EDGE_LINE:
        return False
    if len(line) <= _LONGEST_PATTERN_LINE and _whole("line").fullmatch(line.strip(_ORNAMENT)) is not None:
        return True
    edge = place < _EDGE or count - place <= _EDGE
    return edge and (_says_so(line) or _navigation(line))


def _mark_lists(cut: Sequence[_Paragraph], marked: list[bool]) -> None:
    """Mark the links that follow the heading of a list, up to the first line that is prose."""
    for place, paragraph in enumerate(cut):
        if len(paragraph.line) > 80 or _whole("list").fullmatch(paragraph.line.strip(_ORNAMENT)) is None:
            continue
        links = 0
        for follower in range(place + 1, min(len(cut), place + 13)):
            if marked[follower]:
                continue
            if not _looks_like_link(cut[follower].line):
                break
            links += 1
        if links or place >= len(cut) - _EDGE:
            marked[place] = True
        tail = place + 1 + links >= len(cut) - _EDGE
        numbered = links > 1 and all(_NUMBERED.match(cut[f].line) for f in range(place + 1, place + 1 + links))
        if tail or numbered:
            for follower in range(place + 1, min(len(cut), place + 1 + links)):
                marked[follower] = True


def mark(articles: Sequence[Article]) -> list[Article]:
    """Return the articles, in their order, with the furniture that they show each other to have."""
    corpus = _Corpus(articles)
    keys = _learn(corpus).keys
    return [replace(article, furniture=_spans(cut, keys)) for article, cut in zip(articles, corpus.cuts, strict=True)]


def mark_one(article: Article, articles: Sequence[Article]) -> Article:
    """Return one article with the furniture that it has in the light of a corpus."""
    return replace(article, furniture=learn([*articles, article]).spans(article))
