"""The nouns of the public contract, as frozen dataclasses; imports nothing from the package.

Spans are half-open ``(start, end)`` pairs of code points in a document's text as read.
Probabilities lie in [0, 1]; bits are log2 of odds and may be negative.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]

Derived: TypeAlias = Literal[
    "copy", "version", "excerpt", "rewrite", "summary", "translation", "round-trip translation"
]
Relation: TypeAlias = Derived | Literal["shared quotes", "furniture", "same event"]
PassageKind: TypeAlias = Literal["verbatim", "edited", "paraphrase", "translation"]
ChangeKind: TypeAlias = Literal["number", "name", "quote", "negation", "credit"]

DERIVED: tuple[Derived, ...] = (
    "copy",
    "version",
    "excerpt",
    "rewrite",
    "summary",
    "translation",
    "round-trip translation",
)
"""The relations that are derivations; every other relation never becomes an edge."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read: its text, untouched, and what its file said about it."""

    id: str
    text: str
    origin: str = ""
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601, with or without a time and an offset."""
    language: str | None = None
    """ISO 639-1, as declared by the file; None when it said nothing."""
    url: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A phrase that names an agency or outlet as the source."""

    agency: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the left document and the stretch of the right one that carries the same text or meaning."""

    left: Span
    right: Span
    kind: PassageKind
    similarity: float
    bits: float = 0.0

    def __reduce__(self) -> tuple[type[Passage], tuple[object, ...]]:
        """Pickle by its fields alone: passages travel between processes by the million."""
        return Passage, (self.left, self.right, self.kind, self.similarity, self.bits)

    def flipped(self) -> Passage:
        """The same passage seen from the right document."""
        return Passage(self.right, self.left, self.kind, self.similarity, self.bits)


@dataclass(frozen=True, slots=True)
class Reason:
    """One signal for or against, with its weight in bits and a sentence a reader understands."""

    signal: str
    bits: float
    text: str

    def __reduce__(self) -> tuple[type[Reason], tuple[object, ...]]:
        """Pickle by its fields alone, as passages do."""
        return Reason, (self.signal, self.bits, self.text)


@dataclass(frozen=True, slots=True)
class Match:
    """Two documents that share wording or retell each other, with the passages that show it; ``left < right``."""

    left: str
    right: str
    relation: Relation
    confidence: float
    """Probability that wording or telling was taken over, by either or by both from one source."""
    bits: float
    share_of_left: float
    share_of_right: float
    longest_run: int
    """Words of the longest verbatim run outside furniture."""
    passages: tuple[Passage, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another source that was considered, with its probability."""

    source: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Derivation:
    """A directed edge: the target took from the source, which is a document or a lost original."""

    source: str
    target: str
    kind: Derived
    confidence: float
    bits: float
    share_of_target: float
    share_of_source: float | None
    credited: bool
    reasons: tuple[Reason, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class LostSentence:
    """A sentence of a lost original, in the wording of its best witness."""

    text: str
    witnesses: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class LostOriginal:
    """A document that nobody has, inferred from its witnesses."""

    id: str
    agency: str | None
    witnesses: tuple[str, ...]
    confidence: float
    text: tuple[LostSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that differs between a source and its target."""

    source: str
    target: str
    what: ChangeKind
    source_span: Span | None
    target_span: Span | None
    source_text: str | None
    target_text: str | None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """What a trace says of one document."""

    id: str
    origin: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    words: int
    sha256: str
    credits: tuple[Credit, ...]
    furniture: tuple[Span, ...]
    family: int | None
    text: str | None = None
    """The text as read; written only by ``trace --with-text``, always there in memory."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that was found out about a corpus; the content of ``trace.json``."""

    documents: tuple[DocumentRecord, ...]
    lost: tuple[LostOriginal, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    matches: tuple[Match, ...] = ()
    changes: tuple[Change, ...] = ()
    settings: dict[str, object] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    """One line each on what could not be read or was switched off."""


@dataclass(frozen=True, slots=True)
class CheckSource:
    """One document that a checked article took from, or shares a source with."""

    document: str
    relation: Relation
    confidence: float
    bits: float
    share: float
    """Share of the article's characters outside furniture that this document accounts for."""
    credited: bool
    passages: tuple[Passage, ...]
    """``left`` is the article, ``right`` the document."""


@dataclass(frozen=True, slots=True)
class Check:
    """What one article took from a corpus."""

    article: DocumentRecord
    relation: Relation | Literal["none"]
    confidence: float
    share_reused: float
    share_uncredited: float
    sources: tuple[CheckSource, ...]
    changes: tuple[Change, ...] = ()
