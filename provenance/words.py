"""Words of a text with their places, and a 64-bit key for each folded word."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

_IDEOGRAPHIC = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_IDEOGRAPHIC}]|[^\W_{_IDEOGRAPHIC}]+")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text, in order, as three parallel arrays of length n."""

    starts: npt.NDArray[np.int32]
    """Code point at which each word starts."""
    ends: npt.NDArray[np.int32]
    """Code point after its last."""
    keys: npt.NDArray[np.uint64]
    """A hash of the word after folding case and compatibility forms; equal words have equal keys."""

    def __len__(self) -> int:
        return len(self.keys)


def fold(word: str) -> str:
    """Return the form under which words count as equal: NFKC, lower case."""
    return unicodedata.normalize("NFKC", word).lower()


@lru_cache(maxsize=1 << 18)
def key(word: str) -> int:
    """Return the 64-bit key of a word as written."""
    return int.from_bytes(hashlib.blake2b(fold(word).encode(), digest_size=8).digest(), "little")


def tokenise(text: str) -> Words:
    """Return the words of `text`: runs of letters and digits; in scripts without spaces, single characters.

    Words never span punctuation, so an apostrophe or hyphen of any style separates, and offsets are code points.
    """
    found = [(m.start(), m.end(), key(m.group())) for m in _WORD.finditer(text)]
    starts = np.fromiter((f[0] for f in found), np.int32, len(found))
    ends = np.fromiter((f[1] for f in found), np.int32, len(found))
    keys = np.fromiter((f[2] for f in found), np.uint64, len(found))
    return Words(starts, ends, keys)
