from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.packing import DEFLATE, ZSTD, Packing

kinds = pytest.mark.parametrize("kind", [ZSTD, DEFLATE])


@kinds
@given(text=st.text(st.characters(codec=None)), words=st.sampled_from(["", "The harbour master said the ferry "]))
def test_texts_come_back_as_they_were(kind, text, words):
    packing = Packing(kind, words.encode())
    assert packing.unpacker()(packing.packer()(text)) == text


@kinds
def test_words_of_the_dictionary_take_no_room(kind):
    text = "".join(f"Paragraph {n} of this story is about {n * n} sheep. " for n in range(60))
    without, beside = (Packing(kind, words).packer()(text) for words in (b"", text.encode()))
    assert len(beside) < len(without) / 3 < len(text) / 3


@kinds
def test_what_is_cut_short_is_damaged(kind):
    packing = Packing(kind, b"")
    blob = packing.packer()("The harbour master said that the ferry had left at noon.")
    for end in range(len(blob)):
        with pytest.raises(ValueError, match=r"."):
            packing.unpacker()(blob[:end])


def test_a_length_that_cannot_be_is_damage():
    # A frame of eight bytes of length: a hundred terabytes.
    blob = b"\x28\xb5\x2f\xfd\xe0" + (10**14).to_bytes(8, "little") + b"\x01\x00\x00"
    with pytest.raises(ValueError, match="length"):
        Packing(ZSTD, b"").unpacker()(blob)


def test_another_way_of_packing_is_refused():
    with pytest.raises(ValueError, match="brotli"):
        Packing("brotli", b"")
