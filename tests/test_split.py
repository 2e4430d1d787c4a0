from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import split as split_module
from provenance.split import declared_language, language, paragraphs, quotes, sentences, split


def told(text: str, code: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, code)]


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotes(text)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "It rose at 3 p.m. Tuesday in the U.S. Senate. He left.",
            ["It rose at 3 p.m. Tuesday in the U.S. Senate.", "He left."],
        ),
        ("en", "He came at 5 p.m. He left.", ["He came at 5 p.m.", "He left."]),
        (
            "en",
            "Sen. John Q. Doe, R-Ind., met Dr. Roe. She nodded.",
            ["Sen. John Q. Doe, R-Ind., met Dr. Roe.", "She nodded."],
        ),
        ("en", "“Will you go?” he asked. She did.", ["“Will you go?” he asked.", "She did."]),
        ("en", "He said so (it was late). Then he left.", ["He said so (it was late).", "Then he left."]),
        ("en", "He said “no.” “Yes,” she said.", ["He said “no.”", "“Yes,” she said."]),
        (
            "de",
            "Am 3. Mai kam Dr. Roe z. B. nach Bonn. Er blieb.",
            ["Am 3. Mai kam Dr. Roe z. B. nach Bonn.", "Er blieb."],
        ),
        (
            "ru",
            "Он приехал в г. Тверь в 1990 г. вместе с братом. Потом ушёл.",
            ["Он приехал в г. Тверь в 1990 г. вместе с братом.", "Потом ушёл."],
        ),
        ("ru", "«Я приду завтра», — сказал он. Потом ушёл.", ["«Я приду завтра», — сказал он.", "Потом ушёл."]),
        ("ja", "彼は「行く」と言った。雨が降った。", ["彼は「行く」と言った。", "雨が降った。"]),
        ("ja", "「一番いい畑がなくなる。」と話す。雨だ。", ["「一番いい畑がなくなる。」と話す。", "雨だ。"]),
        ("zh", "今天天气好。真的吗？是。", ["今天天气好。", "真的吗？", "是。"]),
        ("ar", "قال إنه سيذهب. هل هذا صحيح؟ نعم.", ["قال إنه سيذهب.", "هل هذا صحيح؟", "نعم."]),
        ("hi", "यह एक वाक्य है। यह दूसरा है।", ["यह एक वाक्य है।", "यह दूसरा है।"]),
    ],
)
def test_sentences_end_where_readers_end_them(code: str, text: str, expected: list[str]) -> None:
    assert told(text, code) == expected


def test_a_long_quotation_is_told_sentence_by_sentence() -> None:
    text = "“We took turns with one lamp. They kept the rhythm all morning,” he said."
    assert told(text) == ["“We took turns with one lamp.", "They kept the rhythm all morning,” he said."]


def test_a_short_quotation_stays_whole() -> None:
    assert told("“Go. Now!” he shouted at everybody there.") == ["“Go. Now!” he shouted at everybody there."]


def test_headlines_and_list_items_are_sentences_without_their_bullets() -> None:
    text = "A headline\n  • First point here\n- Second point\n* * *\n1. A numbered point."
    assert told(text) == ["A headline", "First point here", "Second point", "1. A numbered point."]


WRAPPED = """Showers continued throughout the week in the northern valleys, and the
farmers who had been waiting for them since early January went out to
look at their fields, which had not been so green for several years.
    The dry period means that the harvest will be late this year, the
weekly review said, although nobody could tell by how many weeks yet."""


def test_wrapped_text_is_read_on_across_its_line_breaks() -> None:
    found = told(WRAPPED)
    assert len(found) == 2
    assert found[1].startswith("The dry period")


def test_short_lines_that_are_not_wrapped_stay_apart() -> None:
    text = "Council buys bridge\nMayor pleased with price\nFerryman keeps his boat\nToll stays as it was"
    assert told(text) == text.split("\n")
    assert len(paragraphs(text)) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and left.', ['"no"']),
        ("Er sagte: „Ich gehe jetzt.“ Dann ging er.", ["„Ich gehe jetzt.“"]),
        ("« Je pars », a-t-il dit.", ["« Je pars »"]),
        ("»Ich gehe«, sagte er.", ["»Ich gehe«"]),
        ("”Jag går”, sade hon.", ["”Jag går”"]),
        ("彼は「行く『今』」と言った。", ["「行く『今』」"]),
        ("‘I had a dog’, he said. The dogs’ home isn’t near.", ["‘I had a dog’"]),
        ("It isn’t the farmers’ fault, and it’s late.", []),
        ("It's John's dog, the girls' dog.", []),
        ('A 5" pipe and a 6" pipe.', []),
        ("»Read more: It is expected.\nNext line.", []),
        ("“I will go,“ she said. He stayed.", ["“I will go,“"]),
    ],
)
def test_quotes_in_all_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_of_several_paragraphs_is_not_lost() -> None:
    text = "“It began at night.\n\n“Then it stopped,” he said.\n\nHe left."
    assert quoted(text) == ["“It began at night.", "“Then it stopped,”"]


def test_a_quotation_of_several_lines_is_told_line_by_line() -> None:
    text = 'She said.\n"It began at night.\nThen it stopped.\nWe left", she said of the "flood".\nHe stayed.'
    assert quoted(text) == ['"It began at night.', "Then it stopped.", 'We left"', '"flood"']
    assert quoted(text.replace('left"', "left")) == ['"flood"']
    assert quoted(text.replace("\nThen", "\n\nThen")) == ['"flood"']
    assert quoted("“It began.\nIt stopped.\n“Then we left,” she said.") == ["“Then we left,”"]
    assert quoted('"It began.' + "\nIt rained." * 9 + '\nIt stopped," she said.') == []
    assert quoted('"Сначала шёл дождь.\nМы ушли", - сказал он.') == ['"Сначала шёл дождь.', 'Мы ушли"']
    assert quoted("« Nous partons.\nNous restons », dit-il.") == ["« Nous partons.", "Nous restons »"]
    assert quoted("“We go.\nIt is John’s turn,” he said.") == ["“We go.", "It is John’s turn,”"]


def test_a_stray_mark_swallows_nothing() -> None:
    assert quoted("He said “ and left.\n\nThe next day it rained.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said that he would go to the market tomorrow and buy some bread.", "en"),
        ("Il presidente ha detto che la legge sarà approvata entro la fine dell'anno.", "it"),
        ("彼は明日市場に行くと言った。", "ja"),
        ("他说他明天会去市场买面包。", "zh"),
        ("그는 내일 시장에 갈 것이라고 말했다.", "ko"),
        ("Президент сказал, что закон будет принят до конца этого года.", "ru"),
        ("ok", "und"),
        ("", "und"),
        ("12345 67890", "und"),
        ("\ud800\udc00 lone surrogates", "und"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("pt_BR", "pt"),
        ("NB", "no"),
        ("", None),
        (None, None),
        ("und", None),
        ("English", None),
    ],
)
def test_a_declared_language_is_taken_only_if_it_is_a_code(code: str | None, expected: str | None) -> None:
    assert declared_language(code) == expected


marks = st.text(alphabet="ab Z.!?。\n\r\t\u2028\"'“”„«»‘’「」()•-–\x00\ud800é日あ1", max_size=120)


@settings(max_examples=300, deadline=None)
@given(st.one_of(marks, st.text(max_size=200)))
def test_spans_are_in_order_disjoint_and_trimmed(text: str) -> None:
    found, speech = split(text, "en")
    for spans in (found, speech):
        previous = 0
        for start, end in spans:
            assert previous <= start < end <= len(text)
            previous = end
    for start, end in found:
        assert text[start:end] == text[start:end].strip()
        assert any(c.isalnum() for c in text[start:end])
    for start, end in speech:
        assert "\n\n" not in text[start:end]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(["Ann left.", "He said so.", "“We will go,” she said.", "Bo slept at noon."]), max_size=8)
)
def test_no_letter_is_lost(parts: list[str]) -> None:
    text = " ".join(parts)
    assert " ".join(told(text)) == text


@pytest.mark.parametrize("piece", ["(“a.", "“", "1. ", "'a. ", "a\n", '"', " ", "-", "「", "a. B. "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    # Quadratic behaviour would take minutes here, and the run would be stopped.
    text = piece * (150_000 // len(piece))
    assert all(start < end for start, end in split(text, "en")[0])


@given(st.text(alphabet=st.sampled_from("abcdefinrstu éßжк中のع.\n"), max_size=300) | st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_the_compiled_walk_tells_the_language_as_py3langid_does(text: str) -> None:
    sample = text.encode("utf-8", "replace").decode()
    assert split_module._identifier()(sample) == tuple(_theirs().classify(sample))


@cache
def _theirs() -> Any:
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


@given(st.text(alphabet=st.characters(max_codepoint=0x180), max_size=200))
def test_letters_are_counted_alike_in_ascii_and_beyond(sample: str) -> None:
    assert split_module._count_letters(sample) == len(re.findall(r"[^\W\d_]", sample))


@given(st.text("aB1. \t\n\r\v\x85\u2028\u3000•-–", max_size=80))
def test_lines_are_told_apart_alike_with_and_without_rare_line_breaks(text: str) -> None:
    slowly = [(m.start(), m.group()) for m in split_module._LINE.finditer(text)]
    assert list(split_module._raw_lines(text)) == slowly


@given(st.text("aB1_. \t\n\u3000•-–", max_size=20))
def test_a_span_is_trimmed_alike_whatever_it_begins_with(text: str) -> None:
    bullet = split_module._BULLET.match(text)
    start = bullet.end() if bullet else 0
    part = text[start:]
    bare = part.strip()
    start += len(part) - len(part.lstrip())
    slowly = (start, start + len(bare)) if re.search(r"[^\W_]", bare) else None
    assert split_module._trimmed(text, (0, len(text))) == slowly
