"""The script in which most of an article is written: languages of one script share names and numbers as they are."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

from provenance.article import Article

LETTERS = 400
"""So many letters, evenly from the whole, are looked at."""
_SIGNS = frozenset(["CJK", "HIRAGANA", "KATAKANA"])


@lru_cache(maxsize=4096)
def script(article: Article) -> str:
    """Return the name of the script of most letters of an article, as Unicode calls it; empty where there are none.

    Ideographs and the syllables written among them are one script.
    """
    if article.text.isascii():
        return "LATIN" if any(map(str.isalpha, article.text)) else ""
    letters = list(filter(str.isalpha, article.text))
    some = letters[:: max(1, len(letters) // LETTERS)]
    count = Counter(unicodedata.name(c, "").partition(" ")[0] for c in some)
    if not count:
        return ""
    most = min(count, key=lambda name: (-count[name], name))
    return "CJK" if most in _SIGNS else most
