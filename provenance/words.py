"""Words of a text with their places, and a 64-bit key for each folded word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from provenance.frequencies import of_simplified, simplified
from provenance.tables import kept, of_file
from provenance.version import VERSION

_IDEOGRAPHIC = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_INDIC = range(0x0900, 0x0E00)
"""Scripts of India and Sri Lanka, whose signs for vowels are marks upon the letters and part of the word."""
_IDEOGRAPH = 0x8000_0000
_SEVERAL = 0x4000_0000
_STOP = 0x2000_0000
_STOPS = (
    "!?\u037e\u0589\u061f\u06d4\u0964\u0965\u104b\u1362"
    "\u17d4\u203c\u2026\u2029\u203d\u2047\u2048\u2049\u3002\uff01\uff0e\uff1f\uff61"
)
_TOP = 0x4_0000
"""No code point from here on is a letter or digit."""
_COMPOSED = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002f7ff\U0002fa20-\U0003ffff"
"""Ideographs that are no compatibility forms, the great majority."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text, in order, as three parallel arrays of length n."""

    starts: npt.NDArray[np.int32]
    """Code point at which each word starts."""
    ends: npt.NDArray[np.int32]
    """Code point after its last."""
    keys: npt.NDArray[np.uint64]
    """A hash of the folded word; equal words have equal keys. The lowest bit tells an ideograph from other words."""

    def __len__(self) -> int:
        return len(self.keys)


def plain(word: str) -> str:
    """Return `word` in lower case, compatibility forms folded and accents taken off, as tables of words are keyed."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("ß", "ss").replace("ł", "l")


@dataclass(frozen=True, slots=True, eq=False)
class Alphabet:
    """What each code point does to a word: the table that the compiled loops read.

    An entry of `table` is 0 where the code point separates words. Else its low 21 bits are the folded code point, or
    with the second highest bit the place in `expansion` of a count and that many code points. The highest bit marks
    an ideograph, a word of its own; the third highest, on a separator, the end of a sentence.
    """

    table: npt.NDArray[np.uint32]
    expansion: npt.NDArray[np.uint32]


def fold(word: str) -> str:
    """Return the form under which words count as equal: NFKC, lower case, one sigma, and simplified ideographs."""
    return unicodedata.normalize("NFKC", word).lower().replace("ς", "σ").translate(simplified())


@lru_cache(maxsize=1 << 18)
def key(word: str) -> int:
    """Return the 64-bit key of a word as written, 0 where the string holds no word.

    >>> key("Straße") == key("STRAße") != key("Strasse")
    True
    """
    found = tokenise(word).keys
    return int(found[0]) if len(found) else 0


def word_keys() -> str:
    """Return what tells programs apart that may give words other keys."""
    files = (__file__, Path(__file__).with_name("kernels.py"), of_simplified() or "")
    return f"{VERSION} {unicodedata.unidata_version} {' '.join(map(of_file, files))}"


@lru_cache(maxsize=1)
def alphabet() -> Alphabet:
    """Return the table of this Python's Unicode version; it takes a twentieth of a second to make."""
    found = kept("alphabet", (word_keys(),), _alphabet)
    return Alphabet(found["table"], found["expansion"])


def _alphabet() -> dict[str, npt.NDArray[np.uint32]]:
    every = "".join(map(chr, range(0xD800))) + "\0" * 0x800 + "".join(map(chr, range(0xE000, _TOP)))

    def places(pattern: str) -> npt.NDArray[np.int64]:
        return np.concatenate([np.arange(*m.span()) for m in re.finditer(pattern, every)])

    table = np.zeros(_TOP, np.uint32)
    ideographs = places(f"[{_IDEOGRAPHIC}]+")
    table[ideographs] = ideographs
    for sign, plain_sign in simplified().items():
        table[sign] = plain_sign
    expansion = [0]  # a place is never 0, which would read as a separator
    for form, pattern in (
        (fold, rf"(?:[^\W_{_COMPOSED}\uac00-\ud7a3]|(?![{_COMPOSED}])[{_IDEOGRAPHIC}])+"),
        # Syllables of Hangul as letters, because some software writes them so.
        (partial(unicodedata.normalize, "NFD"), "[\uac00-\ud7a3]+"),
        # A letter and its dot are written as one sign or as two.
        (partial(unicodedata.normalize, "NFKD"), f"[{_letters_and_marks(_INDIC)}]+"),
    ):
        points = places(pattern).tolist()
        lines = "\n".join([every[c] for c in points])
        for c, folded in zip(points, form(lines).split("\n"), strict=True):
            if len(folded) == 1:
                table[c] = ord(folded)
            else:
                table[c] = _SEVERAL | len(expansion)
                expansion += [len(folded), *map(ord, folded)]
    table[ideographs] |= _IDEOGRAPH
    table[[ord(c) for c in _STOPS]] = _STOP
    return {"table": table, "expansion": np.array(expansion, np.uint32)}


def _letters_and_marks(points: range) -> str:
    """Return the letters, digits and marks of a script."""
    return "".join(c for c in map(chr, points) if c.isalnum() or unicodedata.category(c).startswith("M"))


def tokenise(text: str) -> Words:
    """Return the words of `text`: runs of letters, digits and Indic vowel signs; single characters without spaces.

    Words never span punctuation, so an apostrophe or hyphen of any style separates, and offsets are code points.
    """
    from provenance import kernels

    codes: npt.NDArray[np.uint8] | npt.NDArray[np.uint32]
    if text.isascii():
        codes = np.frombuffer(text.encode("ascii"), np.uint8)
    else:
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    signs = alphabet()
    n = kernels.count_words(codes, signs.table)
    words = Words(np.empty(n, np.int32), np.empty(n, np.int32), np.empty(n, np.uint64))
    kernels.words_of_codes(codes, signs.table, signs.expansion, words.starts, words.ends, words.keys)
    return words
