"""Names that were misspelt, swapped or translated."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import Indel

from provenance.article import Article
from provenance.changes.by_sentence import BySentence
from provenance.changes.numerals import listed
from provenance.changes.pairs import Pair
from provenance.changes.units import MONTHS
from provenance.frequencies import common
from provenance.frequencies import listed as listed_languages
from provenance.model import Change, Derived, Span
from provenance.nouns import NOUNS_HAVE_CAPITALS, is_noun
from provenance.words import plain

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PLAIN_WORD = re.compile("[A-Za-z]+(?:-[A-Za-z]+)*")
"""The same for ASCII."""
_CAPITAL = re.compile(r"[A-Z](?<![A-Za-z][A-Z])(?<![A-Za-z]-[A-Z])[A-Za-z]*(?:-[A-Za-z]+)*")
"""The words of ASCII that begin with a capital; from capital to capital is a much shorter way than word by word."""
LINKS = frozenset(
    listed("of de del della di da do dos das von van der den la le el al bin ibn y e du des the ter ten af av и &")
)
_SPACES = (" ", "\u00a0")
_ELISIONS = ("d'", "d’", "dell'", "dell’", "dall'", "dall’")
_JOINTS = frozenset(
    (
        *_SPACES,
        *(a + link + b for link in LINKS for a in _SPACES for b in _SPACES),
        *(a + link for link in _ELISIONS for a in _SPACES),
        "' ",
        "’ ",
    )
)
"""What may stand between two words of a name."""
TITLES = frozenset(
    listed(
        "mr mrs ms miss mx dr prof professor sir dame lord lady president minister herr frau monsieur madame mme "
        "m sr sra señor "
        "señora don doña justice judge signor signora senhor senhora meneer mevrouw de heer pan pani господин "
        "госпожа captain"
    )
)
_ALL_THROUGH: frozenset[Derived] = frozenset({"copy", "round-trip translation"})
"""Kinds of targets that take sentences over whole."""
_COMMON = 1e-5
"""Share of running words; a word above it is a word of the language before it is a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words."""

    start: int
    end: int
    words: tuple[str, ...]
    """Folded, links such as "of" left out."""


def name_changes(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived, known: Sequence[Article]
) -> Iterator[Change]:
    """Yield the names of linked sentences that came out otherwise, each way of it once, in the target's order."""
    if not _same_script(source.text, target.text):
        return
    if source.language != target.language and target.language in RESPELLING:
        return
    ours, theirs = vocabulary(target), vocabulary(source)
    elsewhere = theirs.union(*map(_named, known))
    told: set[tuple[str, str]] = set()
    for pair in linked:
        new = [n for n in names(target)[pair.right] if any(_is_new(w, elsewhere) for w in n.words)]
        if kind == "round-trip translation" and source.language == target.language:
            yield from (_change(source, target, s, t) for t, s in _turned_round(source, target, pair))
        if not new:
            continue
        old = [n for s in pair.left for n in names(source)[s] if any(_is_new(w, ours) for w in n.words)]
        for t, s in _matched(new, old, source, target, kind in _ALL_THROUGH and not pair.weak):
            ways = {(a, b) for a in s.words if _is_new(a, ours) for b in t.words if _is_new(b, theirs)}
            bare = kind not in _ALL_THROUGH or all(w not in s.words or is_noun(w, target.language) for w in t.words)
            if ways & told or (bare and all(is_noun(w, target.language) for way in ways for w in way)):
                continue
            told |= ways
            yield _change(source, target, s, t)
        if kind not in _SEVERAL_FORMS:
            continue
        for t, s in _slipped_once(new, [n for m in pair.left for n in names(source)[m]], (source, target), theirs):
            if not any(set(way) <= {*t.words, *s.words} for way in told):
                told.add(next((a, b) for a, b in zip(s.words, t.words, strict=True) if a != b))
                yield _change(source, target, s, t)


def _turned_round(source: Article, target: Article, pair: Pair) -> Iterator[tuple[Name, Name]]:
    """Yield (target's, source's) names of the same words in another order, as a way back may leave them."""
    for t in names(target)[pair.right]:
        for s in (n for m in pair.left for n in names(source)[m]):
            if len(t.words) > 1 and t.words != s.words and sorted(t.words) == sorted(s.words):
                yield t, s
                break


def names_translated_back(
    source: Article, target: Article, linked: Sequence[Pair], kind: Derived, said: Sequence[Change]
) -> Iterator[Change]:
    """Yield the names of which a word came back from another language as another one, or with one more; each once.

    Of two such names a word is one that is no ordinary one; or they are the only two of one word without a partner in
    their sentences, and the target's is no word of the language. None of what is `said` already, nor in languages
    whose nouns have capitals.
    """
    if kind != "round-trip translation" or source.language != target.language:
        return
    if source.language in NOUNS_HAVE_CAPITALS or not is_latin(target.text):
        return
    ordinary, ours, theirs = folded(target.language), vocabulary(target), vocabulary(source)
    told = {word for c in said for word in map(plain, _WORD.findall(c.target_text or ""))}
    for pair in linked:
        new = [t for t in names(target)[pair.right] if any(_is_new(w, theirs) for w in t.words)]
        if pair.weak or not new:
            continue
        old = [(source.sentences[n][0], s) for n in pair.left for s in names(source)[n]]
        found = [(t, alike[0]) for t in new if len(alike := [s for _, s in old if _shares_rare(t, s, ordinary)]) == 1]
        inside = [t for t in new if len(t.words) == 1 and t.start > target.sentences[pair.right][0]]
        fresh = [t for t in inside if t.words[0] not in ordinary and len(t.words[0]) > _SHORT]
        alone = [s for start, s in old if len(s.words) == 1 and s.start > start]
        gone = [s for s in alone if len(s.words[0]) > _SHORT and _is_new(s.words[0], ours)]
        for t, s in [*found, *(zip(fresh, gone, strict=True) if len(fresh) == len(gone) == 1 else ())]:
            came = {w for w in t.words if _is_new(w, theirs)}
            if t.start == target.sentences[pair.right][0]:
                came -= {t.words[0]}
            if source.language in INFLECTING:
                came = {w for w in came if not any(one_stem(w, other) for other in s.words)}
            if came and not came & told:
                told |= came
                yield _change(source, target, s, t)


def _shares_rare(one: Name, other: Name, ordinary: Mapping[str, float]) -> bool:
    """Return whether two names have a word alike that is no ordinary one, nor a title."""
    both = {*"-".join(one.words).split("-")} & {*"-".join(other.words).split("-")}
    return any(ordinary.get(w, 0.0) < _COMMON and w not in TITLES for w in both)


def _change(source: Article, target: Article, s: Name, t: Name) -> Change:
    was, now = source.text[s.start : s.end], target.text[t.start : t.end]
    return Change(source.id, target.id, "name", (s.start, s.end), (t.start, t.end), was, now)


_SEVERAL_FORMS: frozenset[Derived] = frozenset({"copy", "rewrite", "version", "summary", "excerpt"})
"""Kinds of targets that write a name right elsewhere and yet may misspell it once."""


def _slipped_once(
    new: Sequence[Name], old: Sequence[Name], both: tuple[Article, Article], theirs: frozenset[str]
) -> Iterator[tuple[Name, Name]]:
    """Yield (target's, source's) full names of one language that differ in one word, by a letter or two."""
    language = both[1].language
    if both[0].language != language or language in INFLECTING:
        return
    for t in new:
        for s in old:
            apart = [(a, b) for a, b in zip(s.words, t.words, strict=False) if a != b]
            if len(s.words) != len(t.words) or len(s.words) < 2 or len(apart) != 1:
                continue
            ((was, now),) = apart
            slip = _spelling(was, now, language) >= _SLIP or _by_its_last_letter(was, now, language)
            if now not in theirs and slip and not (language == "en" and _is_of_land(was, now)):
                yield t, s
                break


def _by_its_last_letter(one: str, other: str, language: str) -> bool:
    """Return whether a word of three letters or more is another without its last letter, which is no ending."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORT or len(longer) != len(shorter) + 1 or not longer.startswith(shorter):
        return False
    return longer[-1] != "s" and language not in NOUNS_HAVE_CAPITALS and language not in _DEFINITE_BY_ENDING


_DEFINITE_BY_ENDING = frozenset({"sv", "da", "no"})
_SLIP = 0.8
"""Likeness from which on one word is the other with a letter or two mistyped."""


_MARKS_NO_CASE_BY_S = frozenset({"en", "es", "fr", "it", "nl", "pt"})


def respelt(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the full names of linked sentences that lost or gained an accent, a hyphen or a final s, each once.

    In one language only, and none where the target writes no accents at all.
    """
    if source.language != target.language or (target.text.isascii() and not source.text.isascii()):
        return
    ours, theirs = written(target), written(source)
    told: set[tuple[str, ...]] = set()
    for pair in linked:
        new = [(n, w) for n in names(target)[pair.right] if not (w := _as_written(target, n)) <= theirs]
        if not new:
            continue
        for s in (n for m in pair.left for n in names(source)[m] if len(n.words) > 1):
            gone = _as_written(source, s) - ours
            t = next((n for n, w in new if gone and w - theirs and _one_but_for_marks(n, s, target.language)), None)
            if t is not None and s.words not in told:
                told.add(s.words)
                spans = (s.start, s.end), (t.start, t.end)
                yield Change(
                    source.id, target.id, "name", *spans, source.text[slice(*spans[0])], target.text[slice(*spans[1])]
                )


def _as_written(article: Article, name: Name) -> frozenset[str]:
    return frozenset(_WORD.findall(article.text, name.start, name.end))


def _one_but_for_marks(one: Name, other: Name, language: str) -> bool:
    """Return whether two names of several words are one but for accents, hyphens, and an s at one word's end."""
    left, right = ("-".join(n.words).split("-") for n in (one, other))
    if len(left) < 2 or len(left) != len(right):
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    by_s = all(a.removesuffix("s") == b.removesuffix("s") for a, b in apart)
    return not apart or (len(apart) == 1 and by_s and language in _MARKS_NO_CASE_BY_S)


def lowered(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the first place where a name of the source has become a plain word: "musk", in one language only."""
    if source.language != target.language:
        return
    here = written(target)
    lost = {low: name for low, name in _always_capital(source).items() if low in here}
    lost = {low: name for low, name in lost.items() if _is_called(source.text, name)}
    if not lost:
        return
    for pair in linked:
        for m in _WORD.finditer(target.text, *target.sentences[pair.right]):
            name = lost.pop(m.group(), None)
            if name:
                at = source.text.index(name)
                yield Change(source.id, target.id, "name", (at, at + len(name)), m.span(), name, m.group())


def _is_called(text: str, name: str) -> bool:
    """Return whether a word stands inside a sentence as the end of a name: behind no article, and before no name."""
    for m in re.finditer(rf"(?<=[^\W\d_] ){re.escape(name)}(?![\w-])(?! [^\W\d_a-z])", text):
        before = plain(text[max(0, m.start() - _ARTICLE) : m.start()]).split()
        if before and before[-1] not in _ARTICLES:
            return True
    return False


_ARTICLE = 8
_ARTICLES = frozenset(
    listed(
        "the a an this that its their our your his her my no every each la le les l el los las il lo i gli o os "
        "as um uma un una une de het een der die das dem den des du del della dello dei da do em na no"
    )
)


@lru_cache(maxsize=256)
def _always_capital(article: Article) -> dict[str, str]:
    """Return the names of one word that stand twice and never in small letters, by what they would be in these."""
    capital = Counter(w for w in _words(article.text) if len(w) > 3 and w.istitle())
    plainly = _in_small_letters(article)
    ordinary = frequencies(article.language)
    names = {w.lower(): w for w, n in sorted(capital.items()) if n > 1 and w.lower() not in plainly}
    return {low: w for low, w in names.items() if ordinary.get(low, 0.0) < _COMMON}


@lru_cache(maxsize=256)
def written(article: Article) -> frozenset[str]:
    """Return the words of an article as they are written."""
    return frozenset(_words(article.text))


@lru_cache(maxsize=8)
def _words(text: str) -> tuple[str, ...]:
    return tuple((_PLAIN_WORD if text.isascii() else _WORD).findall(text))


@lru_cache(maxsize=256)
def vocabulary(article: Article) -> frozenset[str]:
    """Return the folded words of an article, and the stems that a plural or genitive leaves."""
    words = set(map(str.lower if article.text.isascii() else plain, written(article)))
    parts = {part for word in words if "-" in word for part in word.split("-")}
    return frozenset(words | parts | {w[:-1] for w in words if w.endswith("s")})


_ENDINGS = frozenset("emnrs")
"""What a German noun may end in for its case."""


def _is_new(word: str, known: frozenset[str]) -> bool:
    return not (word in known or word.rstrip("s") in known or word in TITLES or word in MONTHS or len(word) < 2)


@lru_cache(maxsize=256)
def names(article: Article) -> Sequence[tuple[Name, ...]]:
    """Return the names of each sentence; a sentence's first word counts when it is no ordinary word."""
    return BySentence(len(article.sentences), lambda n: _names_in(article, article.sentences[n]))


def _names_in(article: Article, sentence: Span) -> tuple[Name, ...]:
    text, lower, frequent = article.text, _in_small_letters(article), frequencies(article.language)
    words, folded_word = (_CAPITAL, str.lower) if text.isascii() else (_WORD, plain)
    found: list[Name] = []
    run: list[str] = []
    first = last = sentence[0]
    for m in words.finditer(text, *sentence):
        word = m.group()
        if not word[0].isupper():
            continue
        low = word.lower()
        start, end = m.span()
        if (low in lower or frequent.get(low, 0.0) > _COMMON) and _opens(text, sentence[0], start):
            continue
        if run and text[last:start] not in _JOINTS:
            found.append(Name(first, last, tuple(run)))
            run = []
        if not run:
            first = start
        run.append(folded_word(word))
        last = end
    if run:
        found.append(Name(first, last, tuple(run)))
    return tuple(found)


@lru_cache(maxsize=256)
def _in_small_letters(article: Article) -> frozenset[str]:
    """Return the words of an article that it writes in small letters."""
    return frozenset(filter(str.islower, written(article)))


@lru_cache(maxsize=256)
def _named(article: Article) -> frozenset[str]:
    """Return the words of an article's names."""
    return frozenset(word for sentence in names(article) for name in sentence for word in name.words)


def _opens(text: str, start: int, place: int) -> bool:
    """Return whether the word at `place` opens the sentence at `start`, a quote in it, or a clause."""
    if place - start > 1 and text[place - 1] == " " and text[place - 2].isalnum():
        return False  # behind a word, as nearly all
    return place == start or text[place - 1] in "\"“«„‘'¿¡(" or _starts_afresh(text, place)


def _starts_afresh(text: str, place: int) -> bool:
    before = text[max(0, place - 3) : place].rstrip()
    return before.endswith((".", ":", "!", "?", "-", "–", "—"))


def _matched(
    new: Sequence[Name], old: Sequence[Name], source: Article, target: Article, whole: bool
) -> Iterator[tuple[Name, Name]]:
    """Yield (target's, source's) names that are one name in two forms, the likest first, each used once.

    Where the `whole` sentence was taken over, the only two names without a partner are one as well.
    """
    ours, theirs = vocabulary(target), vocabulary(source)
    foreign = source.language != target.language
    likeness = _foreign_likeness if foreign else _likeness
    languages = source.language, target.language
    apart = (
        [[w for w in t.words if _is_new(w, theirs)] for t in new],
        [[w for w in s.words if _is_new(w, ours)] for s in old],
    )
    scored = [
        (likeness(t, s, (apart[0][i], apart[1][j]), languages), i, j)
        for i, t in enumerate(new)
        for j, s in enumerate(old)
    ]
    rows: set[int] = set()
    columns: set[int] = set()
    for score, i, j in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
        if score > 0 and i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            yield new[i], old[j]
    alone = [t for i, t in enumerate(new) if i not in rows and len(t.words) > 1]
    rest = [s for j, s in enumerate(old) if j not in columns and len(s.words) > 1]
    if whole and not foreign and len(alone) == len(rest) == 1:
        fresh = sum(_is_new(w, theirs) for w in alone[0].words)
        gone = sum(_is_new(w, ours) for w in rest[0].words)
        if fresh * 2 >= len(alone[0].words) and gone * 2 >= len(rest[0].words):
            yield alone[0], rest[0]


def _likeness(t: Name, s: Name, apart: tuple[list[str], list[str]], languages: tuple[str, str]) -> float:
    """Return how likely two names are one; `apart` are the words of each that the other's article lacks; 0 for no."""
    language = languages[1]
    fresh, gone = apart
    if language == "en" and fresh and all(any(_is_of_land(w, b) for b in gone) for w in fresh):
        return 0.0  # "South Korea" and "South Korean"
    shared = len(set(t.words) & set(s.words))
    like = max((_spelling(a, b, language) for a in fresh for b in gone), default=0.0)
    if like >= 0.7 or (shared and like >= 0.5):
        return like + shared
    if language not in INFLECTING and _one_letter(t, s):
        return 0.7 + shared
    if shared and any(w.startswith(part) and len(part) > 4 < len(w) - len(part) + 1 for w in fresh for part in s.words):
        return 0.7 + shared  # "Department of GovernmentSpeaking"
    ordinary = folded(language)
    common = [all(ordinary.get(w, 0.0) >= _COMMON / 3 for w in words) for words in (fresh, gone)]
    # "Citizen Alliance" for "Civic Alliance", but not "President Thornbury" for "Ilka Thornbury"
    return shared * 0.5 if len(t.words) == len(s.words) and common[0] == common[1] else 0.0


def _one_letter(t: Name, s: Name) -> bool:
    """Return whether two full names differ in one letter of one word of three, as "Dov" and "Dow" do."""
    apart = [(a, b) for a, b in zip(t.words, s.words, strict=False) if a != b]
    if len(t.words) != len(s.words) or len(t.words) < 2 or len(apart) != 1:
        return False
    a, b = apart[0]
    return len(a) == len(b) == _SHORT and sum(x != y for x, y in zip(a, b, strict=True)) == 1 and not {a, b} & TITLES


_SHORT = 3


def _foreign_likeness(t: Name, s: Name, apart: tuple[list[str], list[str]], languages: tuple[str, str]) -> float:
    """Return the same across languages: most of the name must be there letter by letter, and no plain word in it.

    One word alone is a name misspelt where the target's language has no such word, and no word of its own for it.
    """
    language = languages[1]
    ordinary, at_home = folded(language), folded(languages[0])
    same = {as_heard(w) for w in s.words} | {_as_land(w) for w in s.words}
    fresh = [w for w in apart[0] if ordinary.get(w, 0.0) < _COMMON / 10 and same.isdisjoint((as_heard(w), _as_land(w)))]
    rare = [w for w in t.words if w in s.words and ordinary.get(w, 0.0) < _COMMON]
    if rare and not {*languages} & INFLECTING and _one_letter(t, s):
        return 0.7
    if not {*languages} & INFLECTING and _other_first_name(t, s, rare, languages):
        return 0.7
    like = max((_spelling(a, b, language) for a in fresh for b in apart[1]), default=0.0)
    title = language in NOUNS_HAVE_CAPITALS and any(b in at_home for b in apart[1])  # "Archäologin Ann Doe"
    if like >= 0.6 and rare and not title and len(t.words) == len(s.words) and not {*languages} & INFLECTING:
        return like
    if {*languages} & INFLECTING:
        fresh = [a for a in fresh if not _is_form(a, language) and not any(one_stem(a, b) for b in apart[1])]
    alone = [_spelling(a, b, language) for a in fresh for b in apart[1] if b in ordinary or b not in at_home]
    unheard = [a for a in fresh if a not in ordinary and not is_noun(a, language)]
    return like if unheard and max(alone, default=0.0) >= 0.8 else 0.0


def _other_first_name(t: Name, s: Name, rare: Sequence[str], languages: tuple[str, str]) -> bool:
    """Return whether the word before a rare one of both names is one spelt otherwise, "Halla" and "Hella"."""
    for word in rare:
        i, j = t.words.index(word), s.words.index(word)
        if not i or not j:
            continue
        a, b = t.words[i - 1], s.words[j - 1]
        if folded(languages[1]).get(a, 0.0) >= _COMMON and folded(languages[0]).get(b, 0.0) >= _COMMON:
            continue  # "Präsident", "president"
        longer = len(a) == len(b) + 1 and a.startswith(b) and a[-1] in "aeio"  # "Rosalinda" for "Rosalind"
        if a != b and as_heard(a) != as_heard(b) and (longer or _spelling(a, b, languages[1]) >= _SLIP):
            return True
    return False


def _is_of_land(one: str, other: str) -> bool:
    """Return whether of two folded English words one is a land and the other what is of it, as with "Korean"."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter + "n" and shorter.endswith("a")


def _as_land(word: str) -> str:
    """Return a folded word without what languages end the names of lands in: "Karvenia", "Karvénie", "Karvenian"."""
    return _OF_LANDS.sub("-", word) if len(word) > _SHORTEST_LAND else word


_OF_LANDS = re.compile(r"i(?:ja|ya|en|es|a|e|n|y)?n?$")
_SHORTEST_LAND = 5
_HEARD = (
    ("shch", "s"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("zh", "z"),
    ("dj", "j"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("w", "v"), ("x", "ks"), ("j", "h"), ("y", "i"), ("і", "и"), ("ї", "и"), ("ы", "и"), ("є", "е"),
    ("э", "е"), ("ґ", "г"), ("ь", ""), ("ъ", ""), ("'", ""),
)  # fmt: skip
"""How one name is written in several languages, each way of it as one that stands for all."""


@lru_cache(maxsize=1 << 13)
def as_heard(word: str) -> str:
    """Return a folded word without what languages write in their own ways: "Litkin" and "Lytkin" are one."""
    for written_so, heard in _HEARD:
        word = word.replace(written_so, heard)
    return "".join(c for i, c in enumerate(word) if c != word[i - 1 : i] or c in "aeiou")


@lru_cache(maxsize=1 << 12)
def _is_form(word: str, language: str) -> bool:
    """Return whether a listed word begins as this one does, but for two letters at its end."""
    if len(word) < 6:
        return False
    listed = _in_order(language)
    at = bisect_left(listed, word[:-2])
    return at < len(listed) and listed[at].startswith(word[:-2])


@cache
def _in_order(language: str) -> tuple[str, ...]:
    return tuple(sorted(folded(language)))


def one_stem(a: str, b: str) -> bool:
    """Return whether two words differ only in what they end in: the last third of the shorter."""
    stem = min(len(a), len(b)) * 2 // 3
    return a[:stem] == b[:stem]


def _spelling(a: str, b: str, language: str) -> float:
    """Return the likeness of two spellings in [0, 1]; an ending that the grammar asks for makes no difference: 0."""
    stem = min(len(a), len(b)) - 1
    if (a.startswith(b) and len(a) - len(b) < 4) or (b.startswith(a) and len(b) - len(a) < 4):
        return 0.0
    if language in NOUNS_HAVE_CAPITALS and (a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a)):
        return 0.0  # one noun made of another
    if language in NOUNS_HAVE_CAPITALS and stem >= 6 and a[:stem] == b[:stem] and {a[-1], b[-1]} <= _ENDINGS:
        return 0.0
    if language in INFLECTING and stem >= 3 and _is_one_in_two_cases(a, b):
        return 0.0
    if min(len(a), len(b)) < 4:
        return 0.0
    return float(Indel.normalized_similarity(a, b))


_ADJECTIVES = frozenset(
    map(
        plain,
        listed(
            "ая ую ой ый ий ого ому ым ом ые ых ыми ое яя юю ей его ему им ем ие их ими ою а у ої ий і их "
            "y a e i ou eho emu ym em ych ymi ego ej im ich imi"
        ),
    )
)
"""What Slavic adjectives end in; most names of bodies begin with one."""


def _is_one_adjective(a: str, b: str) -> bool:
    """Return whether two words are forms of one adjective."""
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same >= _LONG_STEM and {a[same:], b[same:]} <= _ADJECTIVES


def _is_one_in_two_cases(a: str, b: str) -> bool:
    """Return whether two words are one but for what grammar makes of its end."""
    stem = min(len(a), len(b)) - 1
    return a[:stem] == b[:stem] or _is_one_adjective(a, b) or _is_without_its_vowel(a, b) or _is_without_its_vowel(b, a)


def _is_without_its_vowel(one: str, other: str) -> bool:
    """Return whether one word is a case of another, whose last vowel goes with an ending: "Ostrůvek", "Ostrůvku"."""
    bare = other[:-2] + other[-1:]
    return len(bare) > _SHORT and other[-2] in "eoеоё" and one.startswith(bare) and 0 < len(one) - len(bare) <= _SHORT


_LONG_STEM = 5
INFLECTING = frozenset(listed("is pl ru uk cs sk sl hr sr bg fi et hu tr lt lv el la ro"))


RESPELLING = frozenset({"lt", "lv"})
"""Languages that write foreign names as they are spoken."""


def _same_script(one: str, other: str) -> bool:
    return is_latin(one) == is_latin(other)


@lru_cache(maxsize=256)
def is_latin(text: str) -> bool:
    """Return whether most letters of a text's beginning are Latin."""
    if text[:4000].isascii():
        return True
    sample = [c for c in text[:4000] if c.isalpha()]
    return sum(c < "\u0250" for c in sample) * 2 >= len(sample)


@lru_cache(maxsize=32)
def folded(language: str) -> dict[str, float]:
    """Return the same by the words' folded forms, the most frequent of each."""
    shares = frequencies(language)
    out = {word: share for word, share in shares.items() if word.isascii()}
    for word in shares:
        if not word.isascii():
            key = plain(word)
            out[key] = max(shares[word], out.get(key, 0.0))
    return out


_LISTED_AS = {"no": "nb"}
"""Codes under which lists of words know a language."""


@lru_cache(maxsize=32)
def frequencies(language: str) -> dict[str, float]:
    """Return the frequency of each common word of a language; nothing for a language without a list."""
    language = _LISTED_AS.get(language, language)
    if language in listed_languages():
        return common(language)
    import wordfreq

    try:
        return dict(wordfreq.get_frequency_dict(language, wordlist="small"))
    except LookupError:
        return {}
