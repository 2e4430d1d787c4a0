"""A trace held against the truth: how much of what happened it found, and how much of what it said is so.

A truth file describes one story: its edges with their kinds, the passages taken over, the facts changed on the way, and
the original withheld, if any (``tests/families/README.md`` names its keys). Shares lie in [0, 1]; what is derived,
whose matches, and which passages count is decided at a confidence of .5, as everywhere.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from provenance.errors import InputError
from provenance.model import DERIVED, ChangeKind, Derivation, Match, PassageKind, Span, Trace
from provenance.spans import merged, overlap

SAID = 0.5
"""Confidence from which on a derivation or a match is said."""
BINS = 10
"""Bins of equal width for the calibration error."""
RECOVERED = 85.0
"""Likeness, of 100, from which on a sentence of a lost original counts as recovered."""
SENTENCE_WORDS = 5
"""Shortest sentence of a lost original that is looked for."""
SCHEMA = "provenance.evaluation/1"
_SYNONYMS = {"paraphrase": "rewrite"}
_SENTENCE_END = re.compile(r"(?<=[.!?”\"。！？])\s+|\n+|(?<=[。！？])")

Edge: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TruePassage:
    """A passage that was taken over, by its wording on both sides."""

    source: str
    target: str
    source_text: str
    target_text: str
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class TrueChange:
    """A fact that differs between a source and its target."""

    target: str
    what: ChangeKind
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of one story; a withheld original goes by ``lost:`` and the story's name."""

    name: str
    documents: frozenset[str]
    edges: tuple[tuple[str, str, str], ...]
    """Source, target and kind."""
    passages: tuple[TruePassage, ...] = ()
    changes: tuple[TrueChange, ...] = ()
    lost: bool = False
    lost_text: str = ""
    """The withheld original, empty where the truth does not come with it."""
    built_on: str | None = None
    """The document that the withheld original itself used; an edge that nobody has to say."""

    @property
    def original(self) -> str:
        """What the withheld original is called."""
        return f"lost:{self.name}"


@dataclass(frozen=True, slots=True)
class Score:
    """How much of what was said is true, and how much of what is true was said."""

    precision: float
    recall: float
    f1: float
    said: int
    true: int


@dataclass(frozen=True, slots=True)
class Plagdet:
    """Passages by the measures of PAN (Potthast et al., COLING 2010), in characters of both sides."""

    precision: float
    recall: float
    granularity: float
    """Passages said for each true one that was found, at least 1."""
    plagdet: float


@dataclass(frozen=True, slots=True)
class Bin:
    """What was said with a confidence in one tenth of [0, 1]."""

    said: int
    confidence: float
    """Mean of the confidences."""
    true: float
    """Share that is true."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether eight in ten of the things said with .8 are true."""

    error: float
    """Expected calibration error: the distance of confidence and truth, averaged over all that was said."""
    bins: tuple[Bin, ...]
    """From low to high confidence, empty ones left out."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A trace held against the truth."""

    documents: int
    derived: Score
    """Documents that took from something."""
    same_story: Score
    """Pairs of documents in one family."""
    directed: Score
    undirected: Score
    ancestors: Score
    """Pairs of a document and what it goes back to, over any number of steps."""
    kinds_right: float
    """Of all documents that truly are derived, the share found and named rightly."""
    kinds_right_of_found: float
    confusions: tuple[tuple[str, str, int], ...]
    """True kind, said kind, how often."""
    lost_found: tuple[str, ...]
    lost_wanted: tuple[str, ...]
    lost_invented: int
    lost_recovered: tuple[tuple[str, float], ...]
    """Story and the share of its original's sentences that were put together again."""
    passages: Plagdet
    passages_found: tuple[tuple[str, int, int], ...]
    """Kind, how many were found, how many there are."""
    unrelated_matches: int
    """Pairs of documents of no common origin that are called derived."""
    changes_found: int
    changes_true: int
    changes_said: int
    edge_calibration: Calibration
    match_calibration: Calibration
    false_alarms: tuple[str, ...]
    missed: tuple[str, ...]


def evaluate(trace: Trace, stories: Sequence[Story], texts: Mapping[str, str] | None = None) -> Evaluation:
    """Return how well `trace` tells `stories`.

    `texts` holds the documents' texts as read, by id; they are taken from the trace where it has them. A true passage
    whose document has no text counts as missed. Documents that no story names are left out.
    """
    known = frozenset().union(*(s.documents for s in stories))
    names = _names(trace, stories)
    said = [_named(d, names) for d in trace.derivations]
    said = [d for d in said if d.target in known]
    truth = [(source, target) for s in stories for source, target, _ in s.edges]
    # What a withheld original was built on is true, though no truth lists it among the edges.
    unasked = {(s.built_on, s.original) for s in stories if s.built_on is not None}
    edges = {(d.source, d.target) for d in said if d.confidence >= SAID} - unasked
    bodies = {names.get(d.id, d.id): d.text for d in trace.documents if d.text is not None}
    matches = [m for m in trace.matches if names.get(m.left, m.left) in known and names.get(m.right, m.right) in known]
    related = same_group([*truth, *((a, b) for a, b in unasked if a is not None)], known)
    kinds = _Kinds.of(said, stories)
    found_changes = _changes_found(trace, stories, names)
    originals = {name for name in names.values() if name in {s.original for s in stories}}
    return Evaluation(
        documents=len(known),
        derived=score({t for _, t in edges} & known, {t for _, t in truth}),
        same_story=score(same_group(edges, known), same_group(truth, known)),
        directed=score(edges, set(truth)),
        undirected=score(set(map(_sorted, edges)), set(map(_sorted, truth))),
        ancestors=score(ancestors(edges), ancestors(truth)),
        kinds_right=kinds.right / max(1, len(kinds.true)),
        kinds_right_of_found=kinds.right / max(1, kinds.found),
        confusions=kinds.confusions,
        lost_found=tuple(s.name for s in stories if s.original in originals),
        lost_wanted=tuple(s.name for s in stories if s.lost),
        lost_invented=sum(names[x.id] not in originals for x in trace.lost),
        lost_recovered=tuple(_recovered(trace, stories, names)),
        **_passages(matches, stories, names, {**bodies, **(texts or {})}, related),
        changes_found=found_changes,
        changes_true=sum(len(s.changes) for s in stories),
        changes_said=sum(names.get(c.target, c.target) in known for c in trace.changes),
        edge_calibration=calibration([(d.confidence, (d.source, d.target) in {*truth, *unasked}) for d in said]),
        match_calibration=calibration(_matches_judged(matches, stories, names, related)),
        false_alarms=tuple(sorted({t for _, t in edges} & known - {t for _, t in truth})),
        missed=tuple(sorted({t for _, t in truth} - {t for _, t in edges})),
    )


def score(said: set[Any], true: set[Any]) -> Score:
    """Return precision, recall and their harmonic mean; a share of nothing is 0.

    >>> score({1, 2}, {2, 3, 4}).f1
    0.4
    """
    hits = len(said & true)
    f1 = 2 * hits / (len(said) + len(true)) if said or true else 0.0
    return Score(hits / max(1, len(said)), hits / max(1, len(true)), f1, len(said), len(true))


def ancestors(edges: Iterable[Edge]) -> set[Edge]:
    """Return every pair of an ancestor and what goes back to it."""
    parents: dict[str, set[str]] = defaultdict(set)
    for source, target in edges:
        parents[target].add(source)
    found: set[Edge] = set()
    for target in list(parents):
        waiting, seen = list(parents[target]), set[str]()
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += parents.get(one, ())
        found |= {(one, target) for one in seen - {target}}
    return found


def same_group(edges: Iterable[Edge], known: Iterable[str]) -> set[Edge]:
    """Return every pair of `known` documents that the edges join, in whatever direction, the lesser id first."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for one, other in edges:
        neighbours[one].add(other)
        neighbours[other].add(one)
    kept, seen, pairs = set(known), set[str](), set[Edge]()
    for start in list(neighbours):
        group, waiting = set[str](), [start]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                group.add(one)
                waiting += neighbours[one]
        pairs |= set(combinations(sorted(group & kept), 2))
    return pairs


def calibration(said: Iterable[tuple[float, bool]]) -> Calibration:
    """Return how far confidences are from the truth, over tenths of [0, 1].

    >>> calibration([(0.8, True), (0.8, True), (0.8, False)]).error
    0.133...
    """
    held: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, true in said:
        held[min(BINS - 1, int(confidence * BINS))].append((confidence, true))
    bins = tuple(
        Bin(len(rows), math.fsum(c for c, _ in rows) / len(rows), sum(t for _, t in rows) / len(rows))
        for _, rows in sorted(held.items())
    )
    total = sum(b.said for b in bins)
    return Calibration(math.fsum(b.said * abs(b.confidence - b.true) for b in bins) / max(1, total), bins)


def _matches_judged(
    matches: Sequence[Match], stories: Sequence[Story], names: Mapping[str, str], related: set[Edge]
) -> Iterable[tuple[float, bool]]:
    """Yield the confidence of each match and whether it is reuse.

    Two documents of one origin that the truth gives neither an edge nor a passage may have taken different parts;
    they are left out.
    """
    taken = {_sorted((source, target)) for s in stories for source, target, _ in s.edges}
    taken |= {_sorted((p.source, p.target)) for s in stories for p in s.passages}
    for m in matches:
        pair = _pair(m, names)
        if pair in taken or pair not in related:
            yield m.confidence, pair in taken


def _sorted(edge: Edge) -> Edge:
    return (edge[0], edge[1]) if edge[0] <= edge[1] else (edge[1], edge[0])


def _pair(match: Match, names: Mapping[str, str]) -> Edge:
    return _sorted((names.get(match.left, match.left), names.get(match.right, match.right)))


def _names(trace: Trace, stories: Sequence[Story]) -> dict[str, str]:
    """Return what the truth calls each document and each lost original of the trace.

    A document may go by a longer id in the trace, where names repeat. A lost original is that of the story most of
    its witnesses belong to, if that story has one.
    """
    story_of = {document: s for s in stories for document in s.documents}
    names = {}
    for d in trace.documents:
        stem = PurePosixPath(d.origin or d.id).stem
        names[d.id] = d.id if d.id in story_of else stem
    for lost in trace.lost:
        ranked = Counter(story_of[names.get(w, w)].name for w in lost.witnesses if names.get(w, w) in story_of)
        likely = ranked.most_common(1)[0][0] if ranked else None
        names[lost.id] = next((s.original for s in stories if s.name == likely and s.lost), lost.id)
    return names


def _named(derivation: Derivation, names: Mapping[str, str]) -> _Said:
    source, target = (names.get(x, x) for x in (derivation.source, derivation.target))
    return _Said(source, target, derivation.kind, derivation.confidence)


@dataclass(frozen=True, slots=True)
class _Said:
    source: str
    target: str
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The kinds of derived documents; one with two sources may go by either kind."""

    true: Mapping[str, frozenset[str]]
    found: int
    right: int
    confusions: tuple[tuple[str, str, int], ...]

    @staticmethod
    def of(said: Sequence[_Said], stories: Sequence[Story]) -> _Kinds:
        true: dict[str, set[str]] = defaultdict(set)
        for s in stories:
            for _, target, kind in s.edges:
                true[target].add(_SYNONYMS.get(kind, kind))
        best = {d.target: d.kind for d in sorted(said, key=lambda d: d.confidence) if d.confidence >= SAID}
        found = sorted(set(best) & set(true))
        wrong = Counter(("/".join(sorted(true[t])), best[t]) for t in found if best[t] not in true[t])
        confusions = tuple((t, s, n) for (t, s), n in sorted(wrong.items(), key=lambda row: (-row[1], row[0])))
        frozen = {t: frozenset(kinds) for t, kinds in true.items()}
        return _Kinds(frozen, len(found), len(found) - sum(wrong.values()), confusions)


def _changes_found(trace: Trace, stories: Sequence[Story], names: Mapping[str, str]) -> int:
    """Count the true changes that the trace names: the same kind, at the same target, one wording inside the other."""
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for c in trace.changes:
        said[names.get(c.target, c.target), c.what].append(c.target_text or "")
    return sum(
        any(c.text in text or (text and text in c.text) for text in said[c.target, c.what])
        for s in stories
        for c in s.changes
    )


def _recovered(trace: Trace, stories: Sequence[Story], names: Mapping[str, str]) -> Iterable[tuple[str, float]]:
    """Yield each story whose lost original was found, with the share of its sentences that stand in what was found."""
    from rapidfuzz import fuzz

    for s in stories:
        sentences = [x for x in _SENTENCE_END.split(s.lost_text) if x and _long_enough(x)]
        bodies = [" ".join(part.text for part in x.text) for x in trace.lost if names[x.id] == s.original]
        if sentences and bodies:
            hits = max(
                sum(fuzz.partial_ratio(x, body) >= RECOVERED for x in sentences) if body else 0 for body in bodies
            )
            yield s.name, hits / len(sentences)


def _long_enough(sentence: str) -> bool:
    """Tell whether a sentence is more than a few words, also in scripts that put no spaces between them."""
    return len(sentence.split()) >= SENTENCE_WORDS or (not sentence.isascii() and len(sentence) >= 4 * SENTENCE_WORDS)


def _passages(
    matches: Sequence[Match],
    stories: Sequence[Story],
    names: Mapping[str, str],
    texts: Mapping[str, str],
    related: set[Edge],
) -> dict[str, Any]:
    """Return the figures of an `Evaluation` that are about passages.

    Truth labels some pairs of documents only, so a passage is right or wrong in those, and wrong in pairs of no common
    origin; in other pairs it is neither.
    """
    said: dict[Edge, list[tuple[Span, Span]]] = defaultdict(list)
    for m in matches:
        if m.relation in DERIVED and m.confidence >= SAID:
            one, other = names.get(m.left, m.left), names.get(m.right, m.right)
            turned = one > other
            said[_sorted((one, other))] += [(p.right, p.left) if turned else (p.left, p.right) for p in m.passages]
    unrelated = sum(pair not in related for pair in said)
    true: dict[Edge, list[tuple[Span, Span]]] = defaultdict(list)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    unplaced = 0
    for p in (p for s in stories for p in s.passages):
        counts[p.kind][1] += 1
        spans = find(texts.get(p.source, ""), p.source_text), find(texts.get(p.target, ""), p.target_text)
        if spans[0] is None or spans[1] is None:
            unplaced += len(p.source_text) + len(p.target_text)
            continue
        pair = _sorted((p.source, p.target))
        placed = (spans[0], spans[1]) if pair[0] == p.source else (spans[1], spans[0])
        true[pair].append(placed)
        counts[p.kind][0] += any(_covers(x, placed) for x in said.get(pair, ()))
    counted = {pair: spans for pair, spans in said.items() if pair in true or pair not in related}
    return {
        "passages": plagdet(true, counted, unplaced),
        "passages_found": tuple((kind, hits, total) for kind, (hits, total) in sorted(counts.items())),
        "unrelated_matches": unrelated,
    }


def find(text: str, part: str) -> Span | None:
    """Return where `part` stands in `text`, white space aside; None where it does not."""
    at = text.find(part)
    if at >= 0:
        return at, at + len(part)
    words = part.split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return found.span() if found else None


def _covers(said: tuple[Span, Span], true: tuple[Span, Span]) -> bool:
    """Tell whether a passage reaches half of a true one on both sides and leads from the one half to the other."""
    if any(2 * overlap(mine, theirs) < theirs[1] - theirs[0] for mine, theirs in zip(said, true, strict=True)):
        return False
    (left, right), (want_left, want_right) = said, true
    share = ((want_left[0] + want_left[1]) / 2 - left[0]) / max(1, left[1] - left[0])
    landed = right[0] + min(1.0, max(0.0, share)) * (right[1] - right[0])
    return abs(landed - (want_right[0] + want_right[1]) / 2) <= max(120, want_right[1] - want_right[0])


def plagdet(
    true: Mapping[Edge, Sequence[tuple[Span, Span]]],
    said: Mapping[Edge, Sequence[tuple[Span, Span]]],
    unplaced: int = 0,
) -> Plagdet:
    """Return PAN's measures over all pairs of documents, every character of either side counting once.

    A true passage is found by a said one that overlaps it on both sides. `unplaced` are characters of true passages
    that could not be placed in their texts; nothing can have found them.
    """
    hit = said_in_all = true_in_all = detections = cases = 0
    for pair in sorted({*true, *said}):
        here, there = said.get(pair, ()), true.get(pair, ())
        found: tuple[list[Span], list[Span]] = ([], [])
        for case in there:
            by = [x for x in here if all(overlap(a, b) for a, b in zip(x, case, strict=True))]
            detections += len(by)
            cases += bool(by)
            for side in (0, 1):
                found[side].extend(_common(x[side], case[side]) for x in by)
        for side in (0, 1):
            hit += _length(found[side])
            said_in_all += _length(x[side] for x in here)
            true_in_all += _length(x[side] for x in there)
    precision, recall = hit / max(1, said_in_all), hit / max(1, true_in_all + unplaced)
    granularity = detections / cases if cases else 1.0
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return Plagdet(precision, recall, granularity, f1 / math.log2(1 + granularity))


def _common(one: Span, other: Span) -> Span:
    return max(one[0], other[0]), min(one[1], other[1])


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in merged(spans))


def read_truth(path: Path) -> tuple[Story, ...]:
    """Return the stories of a ``truth.json``, or of every one in a folder or one level below it.

    Raises `InputError` where there is none, or it does not hold what it should.
    """
    files = sorted((*path.glob("truth.json"), *path.glob("*/truth.json"))) if path.is_dir() else [path]
    if not files:
        raise InputError(f"no truth.json in {path.name} or one folder below it; give a folder of labelled stories")
    stories = tuple(_read_story(file) for file in files)
    again = [name for name, n in Counter(d for s in stories for d in s.documents).items() if n > 1]
    if again:
        raise InputError(f"{min(again)} stands in two stories; names of documents must differ over all of them")
    return stories


def _read_story(file: Path) -> Story:
    try:
        return _story(json.loads(file.read_text("utf-8")), file)
    except OSError as error:
        raise InputError(f"{file.name}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        told = f"missing {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(f"{file.parent.name}/{file.name}: is no truth file ({told}); see tests/families") from error


def _story(tree: Mapping[str, Any], file: Path) -> Story:
    name = str(tree.get("family") or file.parent.name)
    documents = frozenset(str(d["id"]) for d in tree["documents"])
    lost = tree.get("lost")

    def called(given: str) -> str:
        return given if given in documents else f"lost:{name}"

    return Story(
        name=name,
        documents=documents,
        edges=tuple((called(e["source"]), called(e["target"]), e["kind"]) for e in tree["edges"]),
        passages=(
            *(_passage(p, "source", "target") for p in tree.get("passages", ()) if p["source"] in documents),
            *(_passage(p, "a", "b") for p in tree.get("sibling_passages", ())),
        ),
        changes=tuple(TrueChange(c["target"], c["what"], c["target_text"]) for c in tree.get("drift", ())),
        lost=lost is not None,
        lost_text=_beside(file, lost["path"]) if lost else "",
        built_on=lost.get("built_on") if lost else None,
    )


def _passage(row: Mapping[str, Any], one: str, other: str) -> TruePassage:
    return TruePassage(row[one], row[other], row[f"{one}_text"], row[f"{other}_text"], row["kind"])


def _beside(file: Path, path: str) -> str:
    """Return the text of the file of that name beside a truth file, empty where it is not there."""
    beside = file.parent / PurePosixPath(path).name
    return beside.read_text("utf-8") if beside.is_file() else ""


def to_json(found: Evaluation) -> str:
    """Return an evaluation as one JSON document, shares to three places."""
    tree = {"schema": SCHEMA, **_rounded(asdict(found))}
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(held) for held in value]
    return round(value, 3) + 0.0 if isinstance(value, float) else value
