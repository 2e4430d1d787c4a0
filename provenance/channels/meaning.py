"""The channel for reuse within one language that keeps the statements and changes the words."""

from __future__ import annotations

from provenance.channels.vectors import Retelling


class Meaning(Retelling):
    """Finds articles that tell the same in other words of the same language: paraphrases, summaries, round trips."""

    name = "meaning"
    kind = "paraphrase"
    across = False
