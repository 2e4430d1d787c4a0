"""What newspapers are called by, in many languages: "Post", "Zeitung", "Diario"."""

from __future__ import annotations

import re

from provenance.phrasebook import rows

_WORDS = "|".join(phrase for what, _, phrase in rows("standing/page_words.tsv") if what == "paper")
PAPER = re.compile(rf"(?<!\w)(?:{_WORDS})(?!\w)", re.IGNORECASE)
