"""The quick ways of finding facts say what the slow, obvious ways say."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_changes import side_by_side

from provenance import changes
from provenance.annotate import annotate
from provenance.article import Article
from provenance.changes import calendar_names, codes, credits, gaps, names, negation, numbers, numerals, quantities
from provenance.changes.pairs import Pair, _different_words, companions, sentence_keys
from provenance.changes.units import ROUGH
from provenance.model import Derived, Document, Span

LANGUAGES = st.sampled_from(["en", "de", "fr", "nl", "es", "ja", "ru", "xx"])
WORDS = """
a an one two third of hundred million dozen hour twenty-one quatre-vingt dix soixante und hundert siebzig 5 1,200 3.5
12:30 10月3日 三分の一 ５００ 7% $4 km 21st May. not refused to rule out rather than den denied angeblich no, lehnte ab
doubt fewer only sin embargo niet alleen den чуть ли не мог как ни red
Musk musk Mayor Ostwick of de of University Oslo-Nord x-Ray A--B said “never” Straße été ﬁve sto quatre vingt ten
"""
WORD = st.sampled_from(WORDS.split())
TEXTS = st.lists(WORD | st.text("aeéß0123 .,-\n", max_size=6), max_size=40).map(" ".join)


def _read_slowly(text: str, language: str) -> list[quantities.Quantity]:
    """Look at every token, also where no quantity can begin."""
    text = text.translate(quantities._FULLWIDTH)
    matches = list(quantities._TOKEN.finditer(text))
    tokens = [quantities._Token(m.start(), m.end(), m.lastgroup or "", m.group()) for m in matches]
    line = quantities._Line(text, tokens, language)
    found: list[quantities.Quantity] = []
    i = 0
    while i < len(tokens):
        quantity, taken = quantities._quantity(line, i)
        if quantity and (not found or found[-1].end <= quantity.start):
            found.append(quantities._finished(text, quantity, language))
        i += max(taken, 1)
    return quantities._compound(text, quantities._ranges(text, found))


@given(TEXTS, LANGUAGES, st.integers(0, 3))
@settings(deadline=None)
def test_words_with_which_no_quantity_begins_are_passed_over_without_loss(text: str, language: str, at: int) -> None:
    moved = [q._replace(start=q.start + at, end=q.end + at) for q in _read_slowly(text, language)]
    assert quantities.read(text, language, at) == moved


@given(st.lists(WORD), LANGUAGES)
def test_a_spoken_number_ends_at_the_first_word_that_is_in_none(words: list[str], language: str) -> None:
    ends = (i for i, word in enumerate(words) if word not in numerals.inside(language))
    assert numerals.spoken(words, language) == numerals.spoken(words[: next(ends, None)], language)


def _article(text: str, language: str) -> Article:
    return annotate(Document("a", text, language=language))


def _sentence_slowly(article: Article, span: Span) -> negation._Sentence:
    """Hold every word, and every two, against every table."""
    negators, denials, verbs = negation._tables(article.language)
    matches = list(negation._WORD.finditer(article.text, *span))
    words = tuple(numerals.plain(m.group()) for m in matches)
    pairs = [f"{a} {b}" for a, b in zip(words, (*words[1:], ""), strict=False)]
    idle = {j for i, run in _idle_slowly(words, article.language) for j in range(i, i + len(run))}
    every = [i for i in range(len(words)) if i not in idle]
    negative = [i for i in every if words[i] in negators and article.text[matches[i].end() :][:1] != "-"]
    deny = [i for i in every if verbs.fullmatch(words[i]) or verbs.fullmatch(pairs[i])]
    cues = [i for i in every if words[i] in negators or denials.fullmatch(words[i]) or denials.fullmatch(pairs[i])]
    doubled = [i for i in negative if any(0 < j - i <= 3 for j in deny)]
    outright = [j for j in deny if not any(0 < j - i <= 3 for i in negative)]
    keeps = re.compile(numerals.plain(negation._KEPT.get(article.language, r"(?!)")))
    kept = [i for i in every if keeps.fullmatch(words[i])]
    undenied = re.compile(numerals.plain(negation._UNDENIED.get(article.language, r"(?!)")))
    doubled += [i for i in cues if undenied.fullmatch(words[i])]
    outright = [i for i in outright if i not in doubled]
    places = (tuple(some) for some in (cues, negative, doubled, outright, kept))
    start, end = span
    return negation._Sentence(article.text[start:end], words, *places, start)


def _idle_slowly(words: tuple[str, ...], language: str) -> list[tuple[int, list[str]]]:
    """Look at every place for every run of words that negates nothing."""
    runs = [numerals.plain(run).split(" ") for run in negation._IDLE.get(language, "").split("|")]
    return [(i, run) for i in range(len(words)) for run in runs if list(words[i : i + len(run)]) == run]


@pytest.mark.parametrize(
    ("text", "language", "negates"),
    [
        ("No doubt it is not safe.", "en", ["not"]),
        ("Not only she had no doubt.", "en", []),
        ("Sin embargo, cerró sin ayuda.", "es", ["sin"]),
        ("Он не мог не знать, чуть ли не плакал.", "ru", []),
        ("Он не мог знать.", "ru", ["не"]),
    ],
)
def test_words_that_negate_nothing_together_are_passed_over(text: str, language: str, negates: list[str]) -> None:
    article = _article(text, language)
    found = negation._sentences(article)[0]
    assert [found.words[i] for i in found.negators] == negates
    assert found == _sentence_slowly(article, article.sentences[0])


@given(TEXTS, LANGUAGES)
@settings(deadline=None)
def test_words_sorted_once_negate_as_words_held_against_every_table(text: str, language: str) -> None:
    article = _article(text, language)
    found = negation._sentences(article)
    assert tuple(found) == tuple(_sentence_slowly(article, span) for span in article.sentences)
    for sentence in found:
        assert tuple(numerals.plain(text[slice(*place)]) for place in sentence.places) == sentence.words


@given(TEXTS, LANGUAGES)
@settings(deadline=None)
def test_names_looked_for_from_capital_to_capital_are_those_found_word_by_word(text: str, language: str) -> None:
    article = _article(text, language)
    assert tuple(names.names(article)) == tuple(tuple(_names_slowly(article, *span)) for span in article.sentences)


def _names_slowly(article: Article, start: int, end: int) -> list[names.Name]:
    """Look at every word, links and words in small letters too."""
    small = {w for w in names.written(article) if w.islower()}
    runs: list[list[re.Match[str]]] = []
    last: re.Match[str] | None = None
    for m in names._WORD.finditer(article.text, start, end):
        word = m.group()
        ordinary = word.lower() in small or names.frequencies(article.language).get(word.lower(), 0.0) > names._COMMON
        capital = word[0].isupper() and not (ordinary and names._opens(article.text, start, m.start()))
        goes_on = last is not None and article.text[last.end() : m.start()] in (" ", "\u00a0")
        goes_on = goes_on and bool(runs) and runs[-1][-1] is last
        if goes_on and (capital or (word in names.LINKS and last is not None and last.group() not in names.LINKS)):
            runs[-1].append(m)
        elif capital:
            runs.append([m])
        last = m
    found = []
    for run in runs:
        kept = run[:-1] if run[-1].group() in names.LINKS else run
        words = tuple(numerals.plain(m.group()) for m in kept if m.group() not in names.LINKS)
        found.append(names.Name(kept[0].start(), kept[-1].end(), words))
    return found


def test_two_words_that_deny_together_are_found() -> None:
    article = _article("It did not rule out a strike rather than a talk.", "en")
    found = negation._sentences(article)[0]
    assert [found.words[i] for i in found.cues] == ["not", "rule", "rather", "than"]
    assert [found.words[i] for i in found.doubled] == ["not"]


@given(TEXTS)
@settings(deadline=None)
def test_names_that_are_never_small_are_those_counted_word_by_word(text: str) -> None:
    article = _article(text, "en")
    capital, plainly = Counter[str](), set[str]()
    for m in names._WORD.finditer(text):
        capital[m.group()] += m.group().istitle()
        plainly |= {m.group()} if m.group().islower() else set()
    slow = {w.lower(): w for w, n in sorted(capital.items()) if n > 1 and len(w) > 3 and w.lower() not in plainly}
    ordinary = names.frequencies("en")
    assert names._always_capital(article) == {
        low: w for low, w in slow.items() if ordinary.get(low, 0.0) < names._COMMON
    }


@given(st.text("abßжя三 1.", max_size=30))
def test_a_text_is_latin_by_most_of_its_letters(text: str) -> None:
    letters = [c for c in text if c.isalpha()]
    assert names.is_latin(text) == (sum(c < "\u0250" for c in letters) * 2 >= len(letters))


@given(st.text("aA more than just over nearly 'é.-\n", max_size=45))
def test_what_says_how_exact_a_number_is_is_found_as_word_by_word(before: str) -> None:
    last = re.findall(r"[^\W_]+", numerals.plain(before))[-3:]
    kinds = (ROUGH.get(" ".join(last[n:])) for n in range(len(last)))
    assert quantities._roughness(before, "en") == next(filter(None, kinds), "")


@given(TEXTS, TEXTS, LANGUAGES)
@settings(deadline=None)
def test_numbers_of_one_sense_say_the_same(one: str, other: str, language: str) -> None:
    for target in quantities.read(one, language):
        for source in quantities.read(other, language):
            if numbers._sense(target) == numbers._sense(source):
                assert quantities.says(target, source)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(TEXTS, min_size=1, max_size=4))
@settings(deadline=None)
def test_sentences_go_by_the_names_that_one_of_them_alone_has(theirs: list[str], ours: list[str]) -> None:
    source, target = (_article(".\n".join(some), "en") for some in (theirs, ours))
    left, right = range(len(source.sentences)), range(len(target.sentences))
    assert gaps._by_name(source, target, left, right) == _by_name_slowly(source, target)


def _by_name_slowly(source: Article, target: Article) -> dict[int, tuple[int, ...]]:
    def runs(article: Article, n: int) -> list[tuple[str, ...]]:
        every = names.names(article)[n]
        return [one.words[i : i + w] for one in every for w in (3, 2, 1) for i in range(len(one.words) - w + 1)]

    found = {}
    for r in range(len(target.sentences)):
        for run in runs(target, r):
            holders = [n for n in range(len(source.sentences)) if run in runs(source, n)]
            telling = len(run) > 1 or (len(run[0]) > 3 and run[0] not in names.folded("en"))
            if telling and len(holders) == 1:
                found[r] = (holders[0],)
                break
    return found


@given(TEXTS, st.text("a .:«\n", max_size=3))
def test_a_sentence_taken_over_whole_has_lost_no_attribution(sentence: str, before: str) -> None:
    text = f"{before}{sentence} said"
    said = credits._verb(text, (len(before), len(before) + len(sentence)))
    assert said is None or credits._SAYS_SO.find(sentence)


SAYING = st.sampled_from(re.findall(r"[^\W\d_]+", credits._TO_OUTLET.pattern + credits._TO_US.pattern))
CLAUSES = st.lists(SAYING | st.sampled_from(["the Argus", "us", "à", "has obtained", "Ilka", "."]), max_size=12).map(
    " ".join
)


@given(CLAUSES, st.integers(0, 5))
@settings(deadline=None)
def test_only_sentences_without_any_saying_are_passed_over(text: str, start: int) -> None:
    sentence = (min(start, len(text)), len(text))
    slowly = [m.span() for m in credits._TO_OUTLET.finditer(text, *sentence)]
    assert [m.span() for m in credits._told_outlets(text, sentence)] == slowly
    assert credits._may_speak_of_us(text, sentence) or not credits._TO_US.every(text, *sentence)
    assert credits._HAS.search(text, *sentence) or not credits._OUTLET_HAS.search(text, *sentence)


COUNTED = "5 5 12 1,200 3.5 $4 €4 million tonnes tonnes. a a month year week below above dollars euros. Oslo 7% 12:30"
AMOUNTS = st.lists(st.sampled_from(COUNTED.split(" ")), min_size=1, max_size=14).map(" ".join)


@given(AMOUNTS, AMOUNTS, AMOUNTS, st.sampled_from(["en", "de", "fr"]))
@settings(deadline=None, max_examples=300)
def test_numbers_of_a_sentence_taken_over_whole_are_passed_over_without_loss(
    same: str, one: str, other: str, language: str
) -> None:
    source, target = (_article(f"{same}. {more}", language) for more in (one, other))
    ledger = numbers._Ledger.of(source, target, "rewrite", ())
    for r in range(len(target.sentences)):
        for n in range(len(source.sentences)):
            pair = Pair(r, (n,), "edited")
            left, ours = ledger.theirs.get(n, ()), ledger.ours.get(r, ())
            if ours and numbers._goes_on_alike(source, target, pair, left, ours):
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(numbers, "_goes_on_alike", lambda *_: False)
                    assert list(numbers._differing(ledger, pair, (r,))) == []


OUTLETS = st.sampled_from(
    re.findall(r"[^\W\d_]+", credits._TO_OUTLET_BEHIND.pattern + credits._HAS_SEEN.pattern + credits._TO_OUTLET.pattern)
)


@given(st.lists(OUTLETS | st.sampled_from(["Argus'a", "Ilka:lle", "Rafid-nek", "\n", "the", "has seen"]), max_size=12))
@settings(deadline=None)
def test_only_texts_and_lines_without_any_outlet_are_passed_over(words: list[str]) -> None:
    text = " ".join(words)
    told = [m.span() for m in credits._TO_OUTLET.finditer(text)]
    lines = credits._lines_that_tell(text)
    assert [m.span() for line in lines for m in credits._TO_OUTLET.finditer(text, *line)] == told
    assert credits._TOLD_BEHIND.inside(text) or not credits._TO_OUTLET_BEHIND.search(text)
    assert credits._SEES.inside(text) or not credits._HAS_SEEN.search(text)


WRITTEN_CODES = st.lists(st.sampled_from("AB12 G7-/.@%\naé#x_"), max_size=24).map("".join)


@given(WRITTEN_CODES)
def test_codes_are_those_of_the_pattern_that_asks_first_what_stands_before(text: str) -> None:
    plainly = (
        r"(?<![\w/.@#%-])(?=[A-Za-z0-9/-]{0,12}\d)(?=[A-Za-z0-9/-]{0,12}[A-Z])[A-Z0-9][A-Za-z0-9]{0,7}"
        r"(?:[-/][A-Za-z0-9]{1,7}){0,3}(?![\w%])"
    )
    expected = [m.span() for m in re.finditer(plainly, text, re.ASCII)]
    assert [m.span() for m in codes._CODE.finditer(text)] == expected


@pytest.mark.parametrize("table", [*calendar_names._DAYS.values(), *calendar_names._MONTHS.values()])
def test_days_and_months_begin_as_told(table: str) -> None:
    pattern = calendar_names._pattern(table, unspaced=False)
    words = re.findall(r"[^\W\d_]+", table)
    some = [w[:-1] if cut else w for w in words for cut in (False, True)] + [a + b for a in words for b in words]
    for word in some:
        if pattern.search(word):
            assert any(map(word.__contains__, calendar_names._beginnings(table)))


PAIRS = st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=3, unique=True).map(sorted), max_size=7)


@given(PAIRS, st.sets(st.integers(0, 9)))
def test_companions_share_a_source_sentence(lefts: list[list[int]], gone: set[int]) -> None:
    linked = [Pair(n, tuple(left), "edited") for n, left in enumerate(lefts) if n not in gone]
    expected = {p.right: tuple(q.right for q in linked if {*p.left} & {*q.left}) for p in linked}
    assert companions(linked) == expected


@given(TEXTS)
@settings(deadline=None)
def test_the_different_words_of_a_sentence_are_those_of_its_set(text: str) -> None:
    article = _article(text, "en")
    found = _different_words(article)
    each = [found.keys[a:b].tolist() for a, b in zip(found.bounds, found.bounds[1:], strict=False)]
    assert each == [sorted(keys) for keys in sentence_keys(article)]


FIGURES = st.sampled_from(
    [0.5, 0.66, 0.67, 1.0, 1.4, 1.49, 1.5, 2.0, 10.0, 95.0, 99.6, 100.0, 1234.0, 1.2e6]
) | st.floats(1e-3, 1e9)


@st.composite
def _quantities(draw: st.DrawFn) -> quantities.Quantity:
    values = tuple(draw(st.lists(FIGURES, min_size=1, max_size=2)))
    kind, unit = draw(st.sampled_from([("count", ""), ("count", "length"), ("money", "money"), ("year", "")]))
    rough = draw(st.sampled_from(["", "about", "over", "under"]))
    return quantities.Quantity(0, 1, values, kind, unit, rough, spelled=draw(st.booleans()))


def _rounds_slowly(t: float, s: float, target: quantities.Quantity, source: quantities.Quantity) -> bool:
    """Look at every number, also at those far apart."""
    if t == s or abs(t - s) <= 1e-9 * max(abs(t), abs(s)):
        return True
    if t <= 0 or s <= 0 or target.kind in {"year", "date", "ordinal"}:
        return False
    converted = target.unit in {"length", "area", "mass", "time"} and target.factor != source.factor
    if converted and not float(s).is_integer() | float(t).is_integer():
        return abs(t - s) <= 0.06 * s
    low, high = quantities._BOUNDS[target.rough]
    digits, figures = quantities._digits(t), quantities._digits(s)
    if target.rough and low * s <= t <= high * s and digits <= figures:
        coarse = target.spelled or target.factor > source.factor or digits < figures
        step = quantities._step(t / target.factor, target.spelled) * target.factor * coarse
        return abs(t - s) <= max(quantities._SLOPPY * s, step)
    near = abs(t - s) <= quantities._ROUNDED * s or target.spelled or bool(target.rough)
    return near and digits < figures and t == quantities._rounded(s, digits)


@given(_quantities(), _quantities(), st.sampled_from([0, 1, 2, 3]))
def test_numbers_far_apart_are_told_to_be_no_rounding_as_by_looking(
    one: quantities.Quantity, other: quantities.Quantity, digits: int
) -> None:
    if digits:
        one = one._replace(values=(float(f"{other.value:.{digits}g}"),))
    for t in one.values:
        for s in other.values:
            assert quantities._rounds(t, s, one, other) == _rounds_slowly(t, s, one, other)


SAID = "two 2 12 $12 5% degrees below above zero a per month year day week each and in the Ostwick ."
NUMBERED = st.lists(st.sampled_from(SAID.split()) | st.just("\n"), max_size=24).map(" ".join)


@given(NUMBERED, NUMBERED)
@settings(deadline=None)
def test_what_goes_on_alike_is_of_another_time_or_side_nowhere(one: str, other: str) -> None:
    source, target = _article(one, "en"), _article(other, "en")
    left = quantities.quantities(source)
    for t in quantities.quantities(target):
        for s in left:
            if numbers._behind(source.text, s) == numbers._behind(target.text, t):
                assert not numbers._other_period(source, target, t, s, left)
                assert not numbers._other_side(source, target, t, s)


@given(_quantities(), _quantities())
def test_one_number_mistyped_has_the_figures_of_the_other(one: quantities.Quantity, other: quantities.Quantity) -> None:
    turned = one._replace(values=(float(f"{one.value:.10g}"[::-1].replace("e", "") or 0),)) if one.value >= 1 else one
    for t, s in ((one, other), (one, turned), (one, one._replace(values=(10 * one.value,)))):
        if numbers._is_slip(t, s):
            assert numbers._figures(t) == numbers._figures(s)


SAID = (
    "The mayor Ilka Thornbury did not sign the contract on Monday.",
    "The mayor Ilka Thornberry signed the contract on Monday.",
    "She told the Interline News Agency that at least 31 workers may leave.",
    "She said that 31 workers would leave.",
    "“We never refused to rule it out,” the director of the Oslo Fund told us.",
    "“We ruled it out,” the director of the oslo fund said, according to Reuters.",
    "The price rose by 12 per cent, allegedly.",
    "The price fell by 21 per cent.",
    "Ilka Thornbury declined to comment, our own calculations show.",
)


@given(
    st.lists(st.sampled_from(SAID), min_size=1, max_size=6),
    st.lists(st.tuples(st.sampled_from(SAID), st.booleans()), min_size=6, max_size=6),
    st.sampled_from(["copy", "excerpt", "version", "rewrite", "round-trip translation"]),
)
@settings(deadline=None, max_examples=300)
def test_sentences_taken_over_letter_by_letter_are_passed_over_without_loss(
    said: list[str], now: list[tuple[str, bool]], kind: Derived
) -> None:
    retold = [other if changed else one for one, (other, changed) in zip(said, now, strict=False)]
    source, target = (_article("\n".join(some), "en") for some in (said, retold))
    passages = side_by_side(source, target)
    found = changes.differences(source, target, passages, kind)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changes, "told_anew", lambda _source, _target, linked: list(linked))
        patch.setattr(credits, "_is_taken_over", lambda *_: False)
        assert changes.differences(source, target, passages, kind) == found
