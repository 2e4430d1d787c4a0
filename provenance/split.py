"""Sentences, quotations and language of a text; the only file that knows sentencex and py3langid.

Everything is linear in the text: sentencex is called paragraph by paragraph and in bounded pieces, because its time
grows with the square of a paragraph full of brackets, and quotations are found in one pass with a state per paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import sentencex

from provenance.model import Span
from provenance.tables import kept, of_file

UNKNOWN = "und"
"""The language of a text that is too short, or too mixed, to tell."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_OTHER_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_BULLET = re.compile(r"[•·▪◦‣⁃●○■□➤►▶»›✔✓*\-–—]+[ \t\u00a0\u3000]+(?=\S)")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD_CHARACTER = re.compile(r"[^\W_]")
_LONGEST_CALL = 4_000


class _Paragraph(NamedTuple):
    """One or more lines that belong together, trimmed."""

    start: int
    end: int
    after_blank: bool


# ---------------------------------------------------------------------------------------------------------- paragraphs


class _Line(NamedTuple):
    start: int
    end: int
    indented: bool
    after_blank: bool


def _lines(text: str) -> list[_Line]:
    """Return the lines with something on them, trimmed."""
    lines = []
    previous = 0
    blank = True
    for begin, raw in _raw_lines(text):
        bare = raw.strip()
        if not bare:
            blank = True
            continue
        if not blank:
            between = text[previous:begin]
            blank = len(between) > 1 and between != "\r\n"
        start = begin + len(raw) - len(raw.lstrip())
        lines.append(_Line(start, start + len(bare), start - begin > 1 or raw[0] in "\t\u3000", blank))
        previous = begin + len(raw)
        blank = False
    return lines


def _raw_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each line begins and what is on it, without the empty ones."""
    if any(sign in text for sign in _OTHER_BREAKS):
        for found in _LINE.finditer(text):
            yield found.start(), found.group()
        return
    begin = 0
    for raw in text.split("\n"):
        if raw:
            yield begin, raw
        begin += len(raw) + 1


_NEXT_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|\\S+")


def _full(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Tell whether the first word of the following line would not have fitted on this one."""
    word = _NEXT_WORD.match(text, following.start, following.start + width)
    # Two characters of grace: editors take a word out of a line and do not wrap again.
    return line.end - line.start + 3 + (word.end() - word.start() if word else 0) > width


def _wrap_width(text: str, lines: list[_Line]) -> int:
    """Return the width that the text was wrapped at, or 0 when its line breaks mean something.

    In wrapped text nearly every line is as full as its neighbour's first word allowed, and most break mid-sentence.
    """
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[len(lengths) * 9 // 10]
    narrowest = 20 if _CJK.match(text, lines[-1].start) else 40
    if len(lines) < 2 or not narrowest <= width <= 100:
        return 0
    breaks = [(a, b) for a, b in pairwise(lines) if not b.after_blank and not b.indented]
    full = [(a, b) for a, b in breaks if _full(text, a, b, width)]
    running = [b for a, b in full if text[a.end - 1] not in '.!?…。！？:;"”»']
    lower = sum(text[b.start].islower() for b in running)
    enough = len(full) >= 3 and len(full) * 2 > len(breaks) and len(running) * 2 > len(full)
    few = len(running) == len(full) > 0 and lower * 2 > len(full) and len(full) * 2 >= len(breaks)
    return width if enough or few else 0


def _paragraphs(text: str) -> list[_Paragraph]:
    """Return the paragraphs: single lines, or runs of lines where the text was wrapped at a fixed width."""
    lines = _lines(text)
    if not lines:
        return []
    width = _wrap_width(text, lines)
    paragraphs = [_Paragraph(lines[0].start, lines[0].end, True)]
    for before, line in pairwise(lines):
        soft = (
            width > 0
            and not line.after_blank
            and not line.indented
            and _BULLET.match(text, line.start, line.end) is None
            and _full(text, before, line, width)
        )
        if soft:
            last = paragraphs[-1]
            paragraphs[-1] = _Paragraph(last.start, line.end, last.after_blank)
        else:
            paragraphs.append(_Paragraph(line.start, line.end, line.after_blank))
    return paragraphs


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of `text`, trimmed: its lines, or what a fixed width has broken into lines."""
    return tuple((paragraph.start, paragraph.end) for paragraph in _paragraphs(text))


# -------------------------------------------------------------------------------------------------------------- quotes

_CLOSERS = {
    '"': '"',
    "＂": "＂",
    "“": "”",
    "”": "”",
    "„": "“”‟",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "‘": "’",
    "'": "'",
}
_MARK = re.compile("[\"＂“”„‟«»‹›「」『』〝〞〟‘’']")
_EITHER_WAY = '"＂”»›'
"""Marks that some languages open with and others close with: they open only where a word begins."""
_SINGLE = "‘'"
_OPENS_AFTER = " \t\u00a0\u202f\u3000([{-–—/…:;,=¿¡"
_SPACES = " \t\u00a0\u202f\u3000"


def _before(text: str, place: int, paragraph: _Paragraph) -> str:
    return text[place - 1] if place > paragraph.start else " "


def _after(text: str, place: int, paragraph: _Paragraph) -> str:
    return text[place + 1] if place + 1 < paragraph.end else " "


def _back(text: str, start: int, place: int) -> int:
    """Return the end of what stands before `place` without the white space between."""
    while place > start and text[place - 1].isspace():
        place -= 1
    return place


def _opens(text: str, place: int, paragraph: _Paragraph) -> bool:
    """Tell whether the mark may open a quotation, judged by its neighbours."""
    mark = text[place]
    before, after = _before(text, place, paragraph), _after(text, place, paragraph)
    if mark in _SINGLE:
        return (before in _OPENS_AFTER or _MARK.match(before) is not None) and (after.isalpha() or after in "¿¡")
    if mark in _EITHER_WAY:
        starts = before in _OPENS_AFTER or before in "\n\r" or _MARK.match(before) is not None or not before.isascii()
        return starts and after not in _SPACES
    return True


def _single_close(text: str, opener: int, closers: list[int], paragraph: _Paragraph) -> int | None:
    """Return where a single-quoted speech ends, or None where the mark is an apostrophe or a scare quote.

    Speech ends at a mark after punctuation, or else at one that a word cannot contain, with three words inside.
    """
    fallback = None
    for place in closers[:40]:
        before, after = _before(text, place, paragraph), _after(text, place, paragraph)
        if after.isalnum() or before in _SPACES:
            continue
        if before in ",.!?…。":
            fallback = place
            break
        if fallback is None and (after in ",.;:!?)" or (after in _SPACES and before not in "sSzZ")):
            fallback = place
    if fallback is None or len(text[opener + 1 : fallback].split()) < 3:
        return None
    return fallback


class _Marks:
    """The quotation marks of one paragraph, walked once."""

    def __init__(self, text: str, paragraph: _Paragraph) -> None:
        self.text = text
        self.paragraph = paragraph
        self.places = [m.start() for m in _MARK.finditer(text, paragraph.start, paragraph.end)]
        self.by_mark: dict[str, list[int]] = {}
        for place in self.places:
            self.by_mark.setdefault(text[place], []).append(place)

    def _next(self, marks: str, after: int) -> int | None:
        found = []
        for mark in marks:
            places = self.by_mark.get(mark, [])
            at = bisect_left(places, after + 1)
            if at < len(places):
                found.append(places[at])
        return min(found, default=None)

    def _close(self, opener: int) -> int | None:
        """Return the mark that closes the one at `opener`."""
        mark = self.text[opener]
        if mark in _SINGLE:
            places = self.by_mark.get(_CLOSERS[mark], [])
            at = bisect_left(places, opener + 1)
            return _single_close(self.text, opener, places[at : at + 40], self.paragraph)
        close = self._next(_CLOSERS[mark], opener)
        if mark == "“":
            # Sloppy typesetting closes with another opening mark, after punctuation: “I will,“ she said.
            again = self._next("“", opener)
            if again is not None and (close is None or again < close) and self._ends_speech(again):
                return again
        return close

    def _ends_speech(self, place: int) -> bool:
        bare = _back(self.text, self.paragraph.start, place)
        after = _after(self.text, place, self.paragraph)
        return bare > self.paragraph.start and self.text[bare - 1] in ",.!?…" and (after in _SPACES or after.islower())

    def walk(self) -> tuple[list[Span], int | None]:
        """Return the closed quotations, and the first mark that opens one and is never closed."""
        spans: list[Span] = []
        loose = None
        end = -1
        for place in self.places:
            if place < end or self.text[place] not in _CLOSERS or not _opens(self.text, place, self.paragraph):
                continue
            close = self._close(place)
            if close is None:
                if loose is None and self.text[place] not in "'’‘":
                    loose = place
                continue
            if close > place + 1:
                spans.append((place, close + 1))
            end = close + 1
            loose = None
        return spans, loose


def _speech_goes_on(text: str, opener: int, following: _Paragraph | None) -> bool:
    """Tell whether the next paragraph takes an unclosed quotation up again, by opening with a mark of its own."""
    return following is not None and text[following.start] in {
        text[opener],
        "»" if text[opener] == "«" else text[opener],
    }


_LINES_OF_SPEECH = 6
"""Lines, one sentence each, that a quotation goes on for at most."""


def _goes_on_to(text: str, opener: int, following: Sequence[_Paragraph]) -> tuple[int, int] | None:
    """Return which of the following lines closes an unclosed quotation, and where; None if none does.

    Lines between which nothing is left blank may be the sentences of one paragraph, as corpora of sentences have them.
    """
    for number, line in enumerate(following[:_LINES_OF_SPEECH]):
        if line.after_blank:
            return None
        marks = (m.start() for m in _MARK.finditer(text, line.start, line.end) if m.group() not in "'‘’")
        place = next(marks, None)
        if place is not None:
            mark = text[place]
            apart = mark != text[opener] or _before(text, place, line) not in _SPACES
            return (number, place) if mark in _CLOSERS[text[opener]] and apart else None
    return None


def _quotes(text: str, paragraphs: list[_Paragraph]) -> list[Span]:
    spans: list[Span] = []
    told = 0
    for place, whole in enumerate(paragraphs):
        paragraph = whole._replace(start=max(told, whole.start))
        if paragraph.start >= paragraph.end or _MARK.search(text, paragraph.start, paragraph.end) is None:
            continue
        closed, loose = _Marks(text, paragraph).walk()
        if loose is None:
            spans.extend(closed)
            continue
        following = paragraphs[place + 1 : place + 1 + _LINES_OF_SPEECH]
        closing = _goes_on_to(text, loose, following)
        if closing is not None or _speech_goes_on(text, loose, following[0] if following else None):
            closed = [span for span in closed if span[1] <= loose] + [(loose, paragraph.end)]
        spans.extend(closed)
        if closing is not None:
            number, end = closing
            told = end + 1
            spans.extend((line.start, line.end) for line in following[:number])
            spans.append((following[number].start, told))
    return spans


def quotes(text: str) -> tuple[Span, ...]:
    """Return what stands inside quotation marks, marks included, in order and disjoint, outermost ones only.

    Single marks count only around speech of three words or more. A quotation never leaves its paragraph; one that is
    not closed runs to the paragraph's end if the next paragraph opens with the mark again, as long speech is printed,
    or if a line soon after closes it with no line left blank between: then it is one stretch on each of these lines.
    """
    return tuple(_quotes(text, _paragraphs(text)))


# ----------------------------------------------------------------------------------------------------------- sentences

_HIDDEN = re.compile(
    '["＂“”„‟«»‹›「」『』〝〞〟()\\[\\]{}（）［］【】\n\r\v\f\x00\x1c-\x1e\x85\u2028\u2029\ud800-\udfff]'
)
"""Marks that make sentencex keep whole quotations and brackets together, line breaks of wrapped text, and code points
that it cannot take."""
_OPENING = '"＂“„«‹「『〝([（［【'
_CLOSING = re.compile("[\"＂”“‟»›」』〞〟’')\\]}）］】.!?…。！？]+")
_GAP = re.compile("[ \t\u00a0\u202f\u3000\n\r]*")
_LEADING = re.compile("[\\s\"＂“”„‟«»‹›「」『』〝〞〟‘’'(\\[{（［【¿¡]*")
_NEW_TURN = re.compile(r"[–—-]\s")
_TIME_ABBREVIATION = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_AFTER_TIME = re.compile(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|[A-Z]{1,3}[SD]?T\b|GMT|UTC|Eastern|Central|Mountain|Pacific|Greenwich|Local|BST|CES?T)"
)
_INITIAL = re.compile(r"(?:^|[\s(])[^\W\d_]\.$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_ORDINAL_LANGUAGES = frozenset(
    {"cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lv", "no", "sk", "sl", "sr", "tr"}
)
_NUMBERING = re.compile(r"^(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})[.)]$")
_TITLE = re.compile(
    r"(?:^|[\s(])(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Cpl|Adm|Rev|Hon|Pres|St|Mt|Ft|No|vs|Sra?|Dra|"
    r"Ph|M|Mme|Mlle|MM|Me|Sig|Dott|Ing|Avv|On|Hr|Fr|Nr|Abb|Art|Bd|bzw|etc\. al|Jr|approx|ca|т|г|ул|им|акад|проф)\.$"
)
_SPEECH_TAIL = re.compile("[\u3041-\u309f]|他|她|它|[^。！？\n]{0,8}[说說称稱道示问問]")


def _pieces(start: int, end: int, text: str) -> Iterator[Span]:
    """Yield the stretch in pieces that sentencex takes in bounded time, cut at white space where there is any."""
    while end - start > _LONGEST_CALL:
        cut = text.rfind(" ", start + _LONGEST_CALL // 2, start + _LONGEST_CALL) + 1 or start + _LONGEST_CALL
        yield start, cut
        start = cut
    yield start, end


def _candidates(text: str, paragraph: _Paragraph, language: str) -> list[int]:
    """Return the places inside the paragraph at which sentencex ends a sentence."""
    hidden = _HIDDEN.sub(" ", text[paragraph.start : paragraph.end])
    ends = []
    for start, end in _pieces(0, len(hidden), hidden):
        place = start
        for piece in sentencex.segment(language, hidden[start:end]):
            place += len(piece)
            ends.append(paragraph.start + place)
        if end < len(hidden) and ends:
            # The cut between two pieces is ours and ends nothing.
            ends.pop()
    return ends[:-1] if ends and ends[-1] >= paragraph.end else ends


def _settle(text: str, paragraph: _Paragraph, place: int) -> tuple[int, int]:
    """Return where the sentence before `place` ends and the next begins, closing marks given to the one before."""
    end = _back(text, paragraph.start, place)
    # Marks were hidden: the cut may stand after white space and the opening mark of the next sentence.
    while end > paragraph.start and text[end - 1] in '"＂“„«‹「『〝([（［【' and _opened_here(text, end - 1, paragraph):
        end = _back(text, paragraph.start, end - 1)
    closing = _CLOSING.match(text, end, paragraph.end)
    if closing is not None and not _opened_here(text, closing.start(), paragraph):
        end = closing.end()
    gap = _GAP.match(text, end, paragraph.end)
    return end, gap.end() if gap else end


def _opened_here(text: str, place: int, paragraph: _Paragraph) -> bool:
    """Tell whether a mark after white space is glued to what follows: then it belongs to the next sentence."""
    return _before(text, place, paragraph) in _SPACES + "\n\r" and _after(text, place, paragraph) not in _SPACES


def _joins(before: str, after: str, language: str) -> bool:
    """Tell whether a cut is to be taken back.

    `before` are up to 24 characters before it, `after` as many of the next sentence without its opening marks.
    """
    if after[:1].islower() or _NUMBERING.match(before):
        return True
    if before[-1:] != ".":
        # All that follows is about words and figures that end in a full stop.
        return False
    return bool(
        _TITLE.search(before)
        or (after[:1].isupper() and _INITIAL.search(before))
        or (_TIME_ABBREVIATION.search(before) and _AFTER_TIME.match(after))
        or (language in _ORDINAL_LANGUAGES and _ORDINAL.search(before))
    )


def _continues(text: str, paragraph: _Paragraph, cut: tuple[int, int, int], language: str) -> bool:
    """Tell whether what begins at `begin` goes on with the sentence `[start, end)`; these three are the `cut`."""
    start, end, begin = cut
    if begin >= paragraph.end:
        return True
    if begin == end:
        if text[end - 1] in "」』”’" and text[begin] not in "「『“‘":
            return _SPEECH_TAIL.match(text, begin, paragraph.end) is not None
        return text[end - 1] not in "。！？!?…」』”" or not (_CJK.match(text, begin) or text[begin] in "「『“‘（【〝")
    if _NEW_TURN.match(text, begin, paragraph.end):
        # «I am going,» — he said: a dash with a lower-case word goes on, one with a capital is a new turn.
        return text[begin + 2 : begin + 3].islower()
    before = text[max(start, end - 24) : end]
    bare = _LEADING.match(text, begin, paragraph.end)
    at = bare.end() if bare else begin
    after = text[at : at + 24]
    return _joins(before, after, language)


def _too_short(text: str, start: int, end: int) -> bool:
    """Tell whether a piece of a quotation cannot stand alone: under four words, or ten characters without spaces."""
    if end - start > 40:
        return False
    part = text[start:end]
    return len(part) < 10 if _CJK.search(part) else len(part.split()) < 4


def _paragraph_sentences(text: str, paragraph: _Paragraph, quoted: list[Span], language: str) -> Iterator[Span]:
    start = paragraph.start
    opener = bisect_left(quoted, (paragraph.start, 0))
    for place in _candidates(text, paragraph, language):
        end, begin = _settle(text, paragraph, place)
        if end <= start or _continues(text, paragraph, (start, end, begin), language):
            continue
        while opener < len(quoted) and quoted[opener][1] <= end:
            opener += 1
        inside = opener < len(quoted) and quoted[opener][0] < end < quoted[opener][1]
        if inside and (
            _too_short(text, max(start, quoted[opener][0]), end) or _too_short(text, begin, quoted[opener][1])
        ):
            continue
        yield start, end
        start = begin
    yield start, paragraph.end


def _trimmed(text: str, span: Span) -> Span | None:
    """Return the span without white space and a leading bullet, or None when there is no letter or digit in it."""
    start, end = span
    if text[start : start + 1].isalnum():
        # No bullet, and a word: so begins nearly every sentence.
        return start, start + len(text[start:end].rstrip())
    bullet = _BULLET.match(text, start, end)
    if bullet is not None:
        start = bullet.end()
    part = text[start:end]
    bare = part.strip()
    if _WORD_CHARACTER.search(bare) is None:
        return None
    start += len(part) - len(part.lstrip())
    return start, start + len(bare)


def split(text: str, language: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return sentences and quotes together, for the price of one."""
    paragraphs = _paragraphs(text)
    quoted = _quotes(text, paragraphs)
    found = (
        _trimmed(text, span)
        for paragraph in paragraphs
        for span in _paragraph_sentences(text, paragraph, quoted, language)
    )
    return tuple(span for span in found if span is not None), tuple(quoted)


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of `text`, trimmed, disjoint and in order; `language` is an ISO 639-1 code or "und".

    A line break ends a sentence, unless the text was wrapped at a fixed width. Headlines and list items are sentences,
    without their bullets; lines without a letter or digit are none. Inside quotations a sentence is told apart where
    both sides have four words, so that a quote taken over in part can be aligned.
    """
    return split(text, language)[0]


# ------------------------------------------------------------------------------------------------------------ language

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ka", re.compile("[\u10d0-\u10ff]")),
    ("hy", re.compile("[\u0531-\u058f]")),
)
"""Scripts that settle the language alone; Japanese before Chinese, since it is written with both."""
_FIRST_SCRIPT = "\u0370"
"""What lies below is Latin."""
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "zxx": UNKNOWN, "wuu": "zh", "yue": "zh"}
_CODE = re.compile(r"[a-z]{2,3}(?=$|[-_])")
_LETTERS = re.compile(r"[^\W\d_]")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
"""All of ASCII but the letters."""
_SHORTEST = 20


def _count_letters(sample: str) -> int:
    if sample.isascii():
        return len(sample.encode("ascii").translate(None, _NO_LETTERS))
    return len(_LETTERS.findall(sample))


def _script(sample: str, letters: int) -> str | None:
    """Return the language that the script of most letters tells, if it does."""
    if max(sample) < _FIRST_SCRIPT:
        return None
    for code, script in _SCRIPTS:
        share = len(script.findall(sample)) / letters
        if share > 0.5 or (code == "ja" and share > 0.1):
            return code
    return None


@cache
def _identifier() -> Callable[[str], tuple[str, float]]:
    from py3langid import langid, modelio

    path = langid.MODEL_DIR / langid.MODEL_FILE

    def unpacked() -> dict[str, npt.NDArray[Any]]:
        chances, priors, classes, moves, rows, features = modelio.load_model(path)
        return {
            "chances": np.asarray(chances, np.float32),
            "priors": priors,
            "classes": np.array(classes),
            "moves": np.array(moves),
            "rows": np.array(rows),
            "features": np.array(features, np.int32),
        }

    # Unpacking takes most of a second; halves of floats would be made whole for each text anew.
    found = kept("languages", (of_file(path), "float32"), unpacked)

    class Identifier(langid.LanguageIdentifier):  # type: ignore[misc]
        """The same identifier with its automaton walked by a compiled loop."""

        __slots__ = ()

        def _raw_score(self, text: bytes) -> npt.NDArray[np.float32]:
            from provenance.language_loops import visits

            features, times = visits(found["moves"], found["rows"], found["features"], text)
            if not len(features):
                return np.zeros(len(found["classes"]), np.float32)
            scores: npt.NDArray[np.float32] = np.log1p(times) @ self.nb_ptc[features] + self.nb_pc
            return scores

    model = Identifier(found["chances"], found["priors"], found["classes"].tolist(), (), (), norm_probs=True, tk_row=())

    def classify(sample: str) -> tuple[str, float]:
        code, probability = model.classify(sample)
        return str(code), float(probability)

    return classify


def declared_language(code: str | None) -> str | None:
    """Return a declared language as ISO 639-1 without its region, or None when the declaration is none."""
    found = _CODE.match(code.strip().lower()) if code else None
    if found is None or found.group() in {UNKNOWN, "zxx", "mul", "unk"}:
        return None
    return _SAME.get(found.group(), found.group())


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or "und" when it is too short or too mixed to tell."""
    middle = len(text) // 3
    samples = (text[middle : middle + 180], text[: min(len(text), 1_200)])
    for sample, enough in zip(samples, (0.98, 0.5), strict=True):
        letters = _count_letters(sample)
        if letters == 0:
            continue
        script = _script(sample, letters)
        if script is not None and letters >= 6:
            return script
        if letters < _SHORTEST:
            continue
        code, probability = _identifier()(sample.encode("utf-8", "replace").decode())
        if probability >= enough:
            return _SAME.get(code, code)
    return UNKNOWN
