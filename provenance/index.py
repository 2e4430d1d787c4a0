"""A corpus on disk in one SQLite file: documents with their text, and postings that find reuse; alone imports sqlite3.

SQLite is the only truth: every change is one transaction of its write-ahead log, so a process killed at any moment
loses nothing that `add` or `remove` had returned from, one process may write while many read, and a copy of the file
is a backup. A power cut may take back the last changes, but leaves the file whole.

Postings lie in runs, as a log-structured merge tree: a run's keys, the
first 42 bits of its hashes, are cut by their first bits into blocks of about a kilobyte, each a row that holds the
rest of every key in order, then the document numbers. New documents
that come one at a time wait in a table of their own. A run is merged with its elders until each is four times the
next, so there are few to look into. Numbers of documents are never used twice.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from provenance.article import Article
from provenance.errors import CorpusIndexError, RecipeError
from provenance.model import Document
from provenance.packing import DEFLATE, ZSTD, Packing
from provenance.sketch import I64, STANDARD, U32, U64, Recipe, chunks, in_order, postings, words_of

SCHEMA = 5
HISTORY = (
    (1, "documents with text, postings in runs of blocks"),
    (2, "an order by lot, and topics by which retellings are found"),
    (3, "what traces made of articles and sentences, to be used again"),
    (4, "texts as Zstandard frames; deflated ones stay so"),
    (5, "which documents have the vectors of all their sentences kept"),
)
"""Every schema there was, with what changed."""

_APPLICATION = 0x70726F76
_TABLES = """
CREATE TABLE about (                -- what the file is
  name TEXT PRIMARY KEY,            -- schema, recipe, packing and dictionary of the texts, or encoder of the topics
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE document (             -- one article as read
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice, for postings name it
  id TEXT NOT NULL UNIQUE,
  sha256 BLOB NOT NULL,             -- of its text and what is known of it: tells whether it changed
  postings INTEGER NOT NULL,        -- different shingles it was indexed under
  known TEXT NOT NULL,              -- title, outlet, ... as JSON, where known
  text BLOB NOT NULL                -- UTF-8, packed as about says, deflated where it says nothing
) STRICT;
CREATE INDEX by_lot                 -- a sample that no order of adding changes
  ON document (sha256, id);
CREATE TABLE run (                  -- postings that were written together
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  bits INTEGER NOT NULL,            -- first bits of a key that choose its block
  postings INTEGER NOT NULL
) STRICT;
CREATE TABLE block (                -- the postings of one run whose keys begin alike
  place INTEGER PRIMARY KEY,        -- run << 32 | first bits
  postings BLOB NOT NULL            -- n times the rest of a key, in order; n document numbers; little-endian
) STRICT;
CREATE TABLE recent (               -- postings not yet in a run
  key INTEGER NOT NULL,             -- the first 42 bits of a shingle's hash
  document INTEGER NOT NULL,
  PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE topic (                -- what a document is about; of those that were described
  document INTEGER PRIMARY KEY,
  language TEXT NOT NULL,
  row BLOB NOT NULL                 -- a unit vector of half floats, little-endian, by the encoder that about names
) STRICT;
CREATE TABLE removed (              -- documents whose postings still lie in runs
  document INTEGER PRIMARY KEY
) STRICT;
"""
_MADE = """
CREATE TABLE made (                 -- what a trace found in a document alone
  document INTEGER PRIMARY KEY,
  maker BLOB NOT NULL,              -- tells programs and settings apart that may find something else
  article BLOB NOT NULL             -- language, spans and agencies as JSON
) STRICT;
CREATE TABLE vector (               -- the vectors of sentences, by whatever encoder
  sentence BLOB PRIMARY KEY,        -- the first 16 bytes of the hash of encoder and sentence
  row BLOB NOT NULL                 -- half floats, little-endian
) STRICT, WITHOUT ROWID;
"""
_MADE_SINCE = 3
"""The first schema with these two."""
_ENCODED = """
CREATE TABLE encoded (              -- documents whose sentences all have vectors
  document INTEGER PRIMARY KEY,
  encoder TEXT NOT NULL
) STRICT;
"""
_ENCODED_SINCE = 5
_UPGRADES = {2: _MADE, 3: "", 4: _ENCODED}
"""What a schema lacks of the next, where the older one can be read and is brought up to date when it is written to."""
_CHUNK = 20_000
"""Documents that are added in one transaction."""
_BULK = 256
"""Documents from which on a chunk makes a run of its own."""
_RECENT = 250_000
"""Postings that may wait for a run: those of about a thousand articles."""
_KEPT = 42
"""First bits of a hash that are kept; a query of 250 in 250 million postings meets one by chance in 70."""
_LEAST_BITS = 10
"""First bits that choose a block, at least, for the rest to fit into 32."""
_BLOCK = 40
"""Postings a block is made to hold: fewer take more room each, more must be read for the one that is wanted."""
_WAITING = 64
"""Runs that may lie beside each other while more is added."""
_RATIO = 4
"""How much larger a run is than the next."""
_SLICE = 1 << 22
"""Postings that are merged at a time."""
_MANY_QUESTIONS = 32
"""Questions from which on the file is mapped: then reading is faster by a sixth, but what is not in memory comes with
a hundred thousand bytes around it, so that a first answer takes ten times as long."""
_HOT = 500
"""Documents that one shingle may bring into a query."""
_DESCRIBED = 500
"""Documents whose topics are written in one transaction."""
_RARE = 16
"""Documents up to which a single shared shingle makes a candidate."""


Row: TypeAlias = npt.NDArray[np.float32]
N = TypeVar("N", np.int64, np.uint64)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document of the index that shares shingles with an article."""

    id: str
    shingles: int
    """How many they share, outside the article's furniture."""
    bits: float
    """How surprising that is: the sum of log2 of one over the share of documents that have each."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the documents given to `add`."""

    new: int
    changed: int
    same: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of documents."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """What a document is about."""

    language: str
    row: Row
    """A unit vector; the more alike two are, the nearer their topics."""


@dataclass(frozen=True, slots=True)
class Info:
    """What an index holds."""

    schema: int
    recipe: Recipe
    documents: int
    postings: int
    runs: int
    recent: int
    """Postings that wait to be put into a run."""
    removed: int
    described: int
    """Documents whose topic is kept, so that retellings and translations of them are found."""
    encoded: int
    """Documents whose sentences all have vectors, so that checks need not make them."""
    size: int
    """Bytes of the file without its write-ahead log."""


class Index:
    """An index file, open; use it in a `with` statement. One thread, one `Index`."""

    def __init__(self, path: str | Path, connection: sqlite3.Connection, recipe: Recipe, jobs: int = 1) -> None:
        self.path = Path(path)
        self.recipe = recipe
        self._db = connection
        self._jobs = jobs
        self._at: Callable[[str], None] = _nothing
        self._packing: Packing | None = None
        self._room = 0
        """Postings that may surely be added before it is worth counting how many wait for a run."""
        self._questions = 0

    @classmethod
    def create(cls, path: str | Path, recipe: Recipe = STANDARD, *, jobs: int = 1) -> Self:
        """Return a new, empty index; raise CorpusIndexError where the file exists."""
        if Path(path).exists():
            raise CorpusIndexError(f"{path} exists already; add to it, or choose another name")
        with _mended(path):
            db = _connect(path, "rwc")
            db.execute("PRAGMA page_size = 8192")
            db.execute("PRAGMA auto_vacuum = INCREMENTAL")
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("BEGIN IMMEDIATE")
            for statement in (_TABLES + _MADE + _ENCODED).split(";\n"):
                db.execute(statement)
            about = {"schema": str(SCHEMA), "recipe": json.dumps(asdict(recipe), sort_keys=True), "packing": ZSTD}
            db.executemany("INSERT INTO about VALUES (?, ?)", [(k, v.encode()) for k, v in about.items()])
            db.execute(f"PRAGMA application_id = {_APPLICATION}")
            db.execute(f"PRAGMA user_version = {SCHEMA}")
            db.execute("COMMIT")
            return cls(path, db, recipe, jobs)

    @classmethod
    def open(cls, path: str | Path, recipe: Recipe | None = None, *, write: bool = False, jobs: int = 1) -> Self:
        """Return the index in a file.

        Raise CorpusIndexError where there is none, where it is damaged or of a schema this version does not read, and
        RecipeError where it was made with another recipe than asked for.
        """
        if not Path(path).is_file():
            raise CorpusIndexError(f'there is no index at {path}; make one with "provenance index add"')
        with _mended(path):
            db = _connect(path, "rw" if write else "ro")
            if db.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
                raise CorpusIndexError(f'{path} is not an index; make one with "provenance index add"')
            schema = db.execute("PRAGMA user_version").fetchone()[0]
            if write:
                schema = _upgraded(db, schema)
            if schema != SCHEMA and schema not in _UPGRADES:
                raise CorpusIndexError(
                    f"{path} has schema {schema}, this version reads {SCHEMA}; make it anew, or use the other version"
                )
            row = db.execute("SELECT value FROM about WHERE name = 'recipe'").fetchone()
            if row is None:
                raise CorpusIndexError(f"{path} has lost its recipe; make it anew")
            made = _recipe(path, row[0])
        if recipe is not None and made != recipe:
            try:
                recipe.require(made)
            except RecipeError as error:
                raise RecipeError(f"{path}: {error}") from None
        return cls(path, db, made, jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was not finished is undone."""
        self._db.close()

    def __len__(self) -> int:
        with _mended(self.path):
            return int(self._db.execute("SELECT count(*) FROM document").fetchone()[0])

    def add(self, documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> Added:
        """Add documents, in transactions of twenty thousand; one whose id is known replaces it if it differs.

        `progress` is called with how many are safe on disk, after every transaction.
        """
        source = iter(documents)
        done, counts = 0, np.zeros(3, np.int64)
        while chunk := list(islice(source, _CHUNK)):
            with self._writing():
                counts += self._add(list({d.id: d for d in chunk}.values()))
                self._at("added")
            done += len(chunk)
            self._at("committed")
            if progress:
                progress(done)
        if done >= _CHUNK:
            with self._writing():
                self._settle(1, whole=2 * int(counts[:2].sum()) > len(self))
            self._at("committed")
            self._give_back()
        return Added(*counts.tolist())

    def _add(self, documents: Sequence[Document]) -> tuple[int, int, int]:
        known = self._fingerprints([d.id for d in documents])
        wanted = [(d, _fingerprint(d)) for d in documents]
        same = sum(known.get(d.id) == print_ for d, print_ in wanted)
        wanted = [(d, print_) for d, print_ in wanted if known.get(d.id) != print_]
        changed = [d.id for d, _ in wanted if d.id in known]
        self._remove(changed)
        if wanted:
            self._insert(wanted)
        return len(wanted) - len(changed), len(changed), same

    def _fingerprints(self, ids: Sequence[str]) -> dict[str, bytes]:
        found = self._db.execute(
            "SELECT id, sha256 FROM document WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )
        return dict(found.fetchall())

    def _insert(self, wanted: Sequence[tuple[Document, bytes]]) -> None:
        texts = [d.text for d, _ in wanted]
        packed, keys, owners, counts = self._made_ready(texts, self._packs(texts[:_WORDS_OF]))
        last = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'document'").fetchone()
        first = 1 + (last[0] if last else 0)
        self._db.executemany(
            "INSERT INTO document (number, id, sha256, postings, known, text) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (first + i, d.id, print_, n, _known(d), text)
                for i, ((d, print_), n, text) in enumerate(zip(wanted, counts.tolist(), packed, strict=True))
            ),
        )
        self._at("documents written")
        if len(wanted) >= _BULK:
            self._write_run(keys, owners, first)
            # Of many chunks each would be merged again and again.
            self._settle(_WAITING if len(wanted) == _CHUNK else 1)
            return
        numbers = (owners.astype(np.int64) + first).tolist()
        self._db.executemany("INSERT INTO recent VALUES (?, ?)", zip(keys.tolist(), numbers, strict=True))
        if self._many_recent(len(keys)):
            self._flush()

    def _made_ready(self, texts: Sequence[str], packing: Packing) -> tuple[list[bytes], U64, U32, I64]:
        """Return the texts packed, and the keys of their postings in order with the text of each and their counts."""

        def ready(part: slice) -> tuple[list[bytes], U64]:
            return list(map(packing.packer(), texts[part])), self._joined(texts[part], part.start)

        parts = list(in_order(ready, chunks(texts), self._jobs))
        packed = [text for some, _ in parts for text in some]
        return packed, *_parted([joined for _, joined in parts], len(texts))

    def _many_recent(self, added: int) -> bool:
        """Return whether so many postings wait for a run that it is time for one; looks only now and then."""
        self._room -= added
        if self._room > 0:
            return False
        query = "SELECT count(*) FROM (SELECT 1 FROM recent LIMIT ?)"
        self._room = _RECENT - int(self._db.execute(query, (_RECENT,)).fetchone()[0])
        return self._room <= 0

    def _keys(self, texts: Sequence[str]) -> tuple[U64, U32, I64]:
        """Return the keys of the texts' postings in order, each once a text, the text of each, and their counts."""
        return _parted([self._joined(texts[part], part.start) for part in chunks(texts)], len(texts))

    def _joined(self, texts: Sequence[str], first: int) -> U64:
        """Return the keys of the texts' postings, each followed by its text's number, counted from `first`."""
        from provenance import index_loops

        words = words_of(texts)
        found = postings(words.keys, np.zeros(len(words.keys), np.uint8), words.offsets, self.recipe)
        joined = np.empty(len(found.hashes), np.uint64)
        index_loops.join_keys(found.hashes, found.bounds, first, 64 - _KEPT, joined)
        return joined

    def _packs(self, texts: Sequence[str]) -> Packing:
        """Return how texts are packed, with the words of `texts` if nothing was yet."""
        if self._packing is None:
            self._packing = self._packed_as()
        if not self._packing.dictionary:
            words = "\n".join(texts).encode("utf-8", "surrogatepass")[-Packing.size :]
            self._db.execute("INSERT OR REPLACE INTO about VALUES ('dictionary', ?)", (words,))
            self._packing = Packing(self._packing.kind, words)
        return self._packing

    def _packed_as(self) -> Packing:
        """Return how the texts here are packed."""
        told = dict(
            self._db.execute("SELECT name, value FROM about WHERE name IN ('packing', 'dictionary')").fetchall()
        )
        try:
            return Packing(bytes(told.get("packing", DEFLATE.encode())).decode(), bytes(told.get("dictionary", b"")))
        except ValueError as error:
            raise CorpusIndexError(f"{self.path}: {error}; use a later version") from None

    def _write_run(self, keys: U64, numbers: U32, first: int = 0) -> None:
        """Write sorted postings as a run; numbers are counted from `first`."""
        bits = _bits(len(keys))
        run = self._db.execute("INSERT INTO run (bits, postings) VALUES (?, ?)", (bits, len(keys))).lastrowid
        assert run is not None
        self._write_blocks(run, bits, keys, numbers, first)
        self._at("run written")

    def _write_blocks(self, run: int, bits: int, keys: U64, numbers: U32, first: int = 0) -> None:
        blocks, data, starts = _blocks(keys, numbers, bits, first)
        view = data.data.cast("B")
        edges = (8 * starts).tolist()
        rows = zip((blocks + (run << 32)).tolist(), edges[:-1], edges[1:], strict=True)
        self._db.executemany("INSERT INTO block VALUES (?, ?)", ((b, view[s:e]) for b, s, e in rows))

    def _flush(self) -> None:
        """Put the postings that wait into a run."""
        rows = self._db.execute("SELECT key, document FROM recent ORDER BY key, document").fetchall()
        waiting = np.array(rows, np.int64).reshape(-1, 2)
        self._write_run(waiting[:, 0].astype(np.uint64), waiting[:, 1].astype(np.uint32))
        self._db.execute("DELETE FROM recent")
        self._settle()

    def _settle(self, few: int = 1, *, whole: bool = False) -> None:
        """Merge the last runs until each is four times as large as the next; with `whole` all into one.

        While there are no more than `few` runs nothing is done.
        """
        runs = self._runs()
        kept = len(runs)
        if kept <= few:
            return
        size = 0
        while kept and (whole or kept == len(runs) or runs[kept - 1][2] < _RATIO * size):
            kept -= 1
            size += runs[kept][2]
        if len(runs) - kept > 1:
            self._merge(runs[kept:])

    def _runs(self) -> list[tuple[int, int, int]]:
        return self._db.execute("SELECT number, bits, postings FROM run ORDER BY number").fetchall()

    def _merge(self, runs: Sequence[tuple[int, int, int]]) -> None:
        """Put the runs into one, dropping the postings of removed documents; slice by slice, to bound memory."""
        gone = np.array(self._db.execute("SELECT document FROM removed ORDER BY document").fetchall(), np.int64).ravel()
        total = sum(postings for _, _, postings in runs)
        bits = _bits(total)
        merged = self._db.execute("INSERT INTO run (bits, postings) VALUES (?, 0)", (bits,)).lastrowid
        assert merged is not None
        # A slice must hold whole blocks of every run.
        slices = min(max(0, math.ceil(math.log2(total / _SLICE))), bits, *(b for _, b, _ in runs)) if total else 0
        kept = 0
        for part in range(1 << slices):
            keys, numbers = self._merged_slice(runs, slices, part, gone)
            self._write_blocks(merged, bits, keys, numbers)
            kept += len(keys)
            self._at("slice merged")
        self._db.execute("UPDATE run SET postings = ? WHERE number = ?", (kept, merged))
        self._db.executemany("DELETE FROM run WHERE number = ?", [(run,) for run, _, _ in runs])
        self._at("merged")

    def _merged_slice(self, runs: Sequence[tuple[int, int, int]], slices: int, part: int, gone: I64) -> tuple[U64, U32]:
        """Take the postings of one slice out of the runs, and return those of documents that are still there."""
        taken = [_unpacked(self._slice(run, bits, slices, part), bits) for run, bits, _ in runs]
        keys, numbers = np.concatenate([t[0] for t in taken]), np.concatenate([t[1] for t in taken])
        if len(gone):
            stays = ~np.isin(numbers, gone)
            keys, numbers = keys[stays], numbers[stays]
        return _in_key_order(keys, numbers)

    def _slice(self, run: int, bits: int, slices: int, part: int) -> list[tuple[int, bytes]]:
        """Take the blocks of one slice out of a run."""
        span = 1 << (bits - slices)
        limits = ((run << 32) + part * span, (run << 32) + (part + 1) * span)
        rows = self._db.execute(
            "SELECT place, postings FROM block WHERE place >= ? AND place < ? ORDER BY place", limits
        ).fetchall()
        self._db.execute("DELETE FROM block WHERE place >= ? AND place < ?", limits)
        return rows

    def compact(self) -> None:
        """Put all postings into one run, forget removed documents, and give free space back."""
        with self._writing():
            if self._db.execute("SELECT 1 FROM recent LIMIT 1").fetchone():
                self._flush()
            runs = self._runs()
            if len(runs) > 1 or (runs and self._db.execute("SELECT 1 FROM removed LIMIT 1").fetchone()):
                self._merge(runs)
            self._db.execute("DELETE FROM removed")
        self._give_back()

    def _give_back(self) -> None:
        """Give free space back to the system."""
        with _mended(self.path):
            # A page a row, of no columns; `execute` would stop after the first.
            self._db.executescript("PRAGMA incremental_vacuum")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def remove(self, ids: Iterable[str]) -> int:
        """Remove documents in one transaction and return how many there were; unknown ids count nothing."""
        with self._writing():
            count = self._remove(sorted(set(ids)))
            self._at("removed")
        self._at("committed")
        return count

    def _remove(self, ids: Sequence[str]) -> int:
        wanted = json.dumps(ids)
        numbers = self._db.execute(
            "SELECT number FROM document WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
        ).fetchall()
        self._db.executemany("INSERT INTO removed VALUES (?)", numbers)
        self._db.executemany("DELETE FROM document WHERE number = ?", numbers)
        self._db.executemany("DELETE FROM topic WHERE document = ?", numbers)
        self._db.executemany("DELETE FROM made WHERE document = ?", numbers)
        self._db.executemany("DELETE FROM encoded WHERE document = ?", numbers)
        return len(numbers)

    def describe(
        self,
        encoder: str,
        topics: Callable[[Sequence[Document]], Iterable[Topic]],
        progress: Callable[[int], None] | None = None,
    ) -> int:
        """Keep the topics of the documents that have none yet, and return how many these were.

        `topics` tells one a document, by the encoder called `encoder`; raise RecipeError where those kept already are
        another's. What a process that is killed had not done is done the next time.
        """
        if self.encoder() not in {None, encoder}:
            raise RecipeError(f"{self.path} has topics by the encoder {self.encoder()}; use that one, or make it anew")
        done = last = 0
        while rows := self._undescribed(last):
            found = topics(self.documents([id_ for _, id_ in rows]))
            with self._writing():
                self._db.execute("INSERT OR IGNORE INTO about VALUES ('encoder', ?)", (encoder.encode(),))
                # What another process removed meanwhile stays so.
                self._db.executemany(
                    "INSERT OR REPLACE INTO topic SELECT number, ?, ? FROM document WHERE number = ?",
                    [(t.language, t.row.astype("<f2").tobytes(), n) for t, (n, _) in zip(found, rows, strict=True)],
                )
            done, last = done + len(rows), rows[-1][0]
            if progress:
                progress(done)
        return done

    def _undescribed(self, after: int) -> list[tuple[int, str]]:
        with _mended(self.path):
            return self._db.execute(
                "SELECT number, id FROM document WHERE number > ? AND number NOT IN (SELECT document FROM topic) "
                "ORDER BY number LIMIT ?",
                (after, _DESCRIBED),
            ).fetchall()

    def encoder(self) -> str | None:
        """Return the name of the encoder that the topics kept here are by; None where there are none."""
        with _mended(self.path):
            row = self._db.execute("SELECT value FROM about WHERE name = 'encoder'").fetchone()
            return bytes(row[0]).decode() if row else None

    def nearest(self, row: Row, most: int, speaks: Callable[[str], bool], share: float = 0.0) -> list[str]:
        """Return the ids of the documents nearest to a topic, `most` of each language that `speaks` is true of, by id.

        Those are left out that are less than `share` times as near as the nearest of all. Reads the row of every
        topic: 768 bytes a document.
        """
        best: dict[str, list[tuple[float, int]]] = {}
        with self._reading():
            rows = self._db.execute("SELECT language, document, row FROM topic ORDER BY document")
            while some := rows.fetchmany(4096):
                for language in sorted({r[0] for r in some}):
                    if speaks(language):
                        mine = [(number, blob) for spoken, number, blob in some if spoken == language]
                        best[language] = _closest(best.get(language, []), mine, row, most)
            numbers = json.dumps([number for _, near in sorted(best.items()) for _, number in near])
            ids = dict(self._db.execute(_NAMED, (numbers,)).fetchall())
            least = share * max((near[0][0] for near in best.values()), default=0.0)
            return sorted(
                id_
                for near in best.values()
                for far, id_ in sorted((-likeness, ids[number]) for likeness, number in near)[:most]
                if -far >= least
            )

    def entries(self) -> Iterator[Entry]:
        """Yield what the index knows of each document, by id."""
        with _mended(self.path):
            for id_, known, print_ in self._db.execute("SELECT id, known, sha256 FROM document ORDER BY id"):
                about = json.loads(known)
                yield Entry(id_, about.get("title"), about.get("outlet"), about.get("published"), print_.hex())

    def documents(self, ids: Iterable[str]) -> list[Document]:
        """Return the documents with these ids, in the order given; raise CorpusIndexError for one that is not there."""
        with _mended(self.path):
            unpacked = self._packed_as().unpacker()
            found = []
            for id_ in ids:
                row = self._db.execute("SELECT known, text FROM document WHERE id = ?", (id_,)).fetchone()
                if row is None:
                    raise CorpusIndexError(f"{self.path} has no document {id_!r}; list them with provenance index list")
                try:
                    found.append(Document(id=id_, text=unpacked(row[1]), **json.loads(row[0])))
                except (ValueError, TypeError) as error:
                    raise CorpusIndexError(f"{self.path}: the text of {id_!r} is damaged; add it again") from error
            return found

    def made(self, maker: bytes) -> list[tuple[str, bytes]]:
        """Return the id of each document of which `maker` has kept something, and what."""
        with _mended(self.path):
            if not self._has_made():
                return []
            return self._db.execute(
                "SELECT id, article FROM made JOIN document ON number = document WHERE maker = ? ORDER BY id", (maker,)
            ).fetchall()

    def keep_made(self, maker: bytes, made: Iterable[tuple[str, bytes]]) -> None:
        """Keep what `maker` made of documents, by id, in place of what there was; others' ids are passed over."""
        with self._writing():
            self._db.executemany(
                "INSERT OR REPLACE INTO made SELECT number, ?, ? FROM document WHERE id = ?",
                ((maker, blob, id_) for id_, blob in made),
            )

    def vector(self, sentence: bytes) -> bytes | None:
        """Return the vector kept of a sentence, by its key; None where there is none."""
        with _mended(self.path):
            if not self._has_made():
                return None
            row = self._db.execute("SELECT row FROM vector WHERE sentence = ?", (sentence,)).fetchone()
            return None if row is None else bytes(row[0])

    def keep_vectors(
        self, rows: Iterable[tuple[bytes, bytes]], encoder: str = "", documents: Sequence[int] = ()
    ) -> None:
        """Keep vectors of sentences, by their keys, and that `documents`, by number, have all theirs by `encoder`."""
        with self._writing():
            self._db.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", rows)
            # What another process removed meanwhile stays so.
            self._db.executemany(
                "INSERT OR REPLACE INTO encoded SELECT number, ? FROM document WHERE number = ?",
                [(encoder, number) for number in documents],
            )
            self._at("vectors written")

    def unencoded(self, encoder: str, after: int, most: int) -> list[tuple[int, str]]:
        """Return number and id of the first documents after a number that lack vectors by `encoder`, `most` of them."""
        with _mended(self.path):
            return self._db.execute(
                "SELECT number, id FROM document WHERE number > ? AND number NOT IN "
                "(SELECT document FROM encoded WHERE encoder = ?) ORDER BY number LIMIT ?",
                (after, encoder, most),
            ).fetchall()

    def _has_made(self) -> bool:
        return self._schema() >= _MADE_SINCE

    def _schema(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of the ids that the index has."""
        with _mended(self.path):
            return frozenset(self._fingerprints(sorted(set(ids))))

    def sample(self, count: int) -> list[str]:
        """Return the ids of `count` documents, or of all if there are fewer, by id.

        They are those whose fingerprints are the smallest: as good as drawn by lot, whatever order they came in.
        """
        with _mended(self.path):
            rows = self._db.execute("SELECT id FROM document ORDER BY sha256, id LIMIT ?", (count,))
            return sorted(str(row[0]) for row in rows)

    def info(self) -> Info:
        """Return how much the index holds and how it was made."""
        with _mended(self.path):

            def one(query: str) -> int:
                return int(self._db.execute(query).fetchone()[0])

            return Info(
                schema=one("PRAGMA user_version"),
                recipe=self.recipe,
                documents=one("SELECT count(*) FROM document"),
                postings=one("SELECT coalesce(sum(postings), 0) FROM document"),
                runs=one("SELECT count(*) FROM run"),
                recent=one("SELECT count(*) FROM recent"),
                removed=one("SELECT count(*) FROM removed"),
                described=one("SELECT count(*) FROM topic"),
                encoded=one("SELECT count(*) FROM encoded") if self._schema() >= _ENCODED_SINCE else 0,
                size=one("PRAGMA page_count") * one("PRAGMA page_size"),
            )

    def candidates(self, article: Article | str, most: int = 50) -> list[Candidate]:
        """Return the documents that share most with an article outside its furniture, the most surprising first.

        A document counts that shares two shingles, or one that at most sixteen documents have. Of a shingle that more
        than five hundred documents have, five hundred are looked at. The index is not loaded; nothing is aligned.
        """
        keys = _once(np.sort(_kept(self._asked(article))))
        if not len(keys):
            return []
        self._questions += 1
        if self._questions == _MANY_QUESTIONS:
            self._db.execute(_MAPPED)
        with self._reading():
            documents, query = self._matches(keys)
            total = self._db.execute("SELECT coalesce(max(number), 0) FROM document").fetchone()[0]
            return self._ranked(documents, query, len(keys), total, most)

    def _asked(self, article: Article | str) -> U64:
        from provenance.channels.wording import outside_furniture

        if isinstance(article, str):
            words = words_of([article])
            keys, breaks = words.keys, np.zeros(len(words.keys), np.uint8)
        else:
            keys, breaks = outside_furniture(article)
        return postings(keys, breaks, np.array([0, len(keys)], np.int64), self.recipe).hashes

    def _matches(self, keys: U64) -> tuple[U32, I64]:
        """Return every document that has one of the keys, and which; over all runs and what is recent."""
        documents, query = [np.empty(0, np.uint32)], [np.empty(0, np.int64)]
        for run, bits, _ in self._runs():
            some, which = self._in_run(run, bits, keys)
            documents.append(some)
            query.append(which)
        if self._db.execute("SELECT 1 FROM recent LIMIT 1").fetchone():
            rows = self._db.execute(_RECENT_OF, (_listed(keys.tolist()),)).fetchall()
            documents.append(np.array([r[1] for r in rows], np.uint32))
            query.append(np.searchsorted(keys, np.array([r[0] for r in rows], keys.dtype)))
        return np.concatenate(documents), np.concatenate(query)

    def _in_run(self, run: int, bits: int, keys: U64) -> tuple[U32, I64]:
        from provenance import index_loops

        # The keys are sorted, so their prefixes are, and so the blocks come.
        wanted = (_once(_prefix(keys, bits)) + (run << 32)).tolist()
        rows = self._db.execute(_BLOCKS_OF, (_listed(wanted),)).fetchall()
        if not rows:
            return np.empty(0, np.uint32), np.empty(0, np.int64)
        places, blobs = zip(*rows, strict=True)
        data = np.frombuffer(b"".join(blobs), "<u4")
        sizes = np.fromiter(map(len, blobs), np.int64, len(blobs)) // 8
        blocks = np.array(places, np.int64) & 0xFFFF_FFFF
        firsts, found = np.empty(len(keys), np.int64), np.empty(len(keys), np.int64)
        room = index_loops.count_in_blocks(keys, _KEPT - bits, blocks, sizes, data, _HOT, firsts, found)
        documents, query = np.empty(room, np.uint32), np.empty(room, np.int64)
        index_loops.copy_from_blocks(data, firsts, found, documents, query)
        return documents, query

    def _ranked(self, documents: U32, query: I64, asked: int, total: int, most: int) -> list[Candidate]:
        from provenance import index_loops

        frequency = np.maximum(1, np.bincount(query, minlength=asked))
        bits = np.log2(1 + total / frequency)
        joined = (documents.astype(np.uint64) << np.uint64(32)) | query.astype(np.uint64)
        joined.sort()
        numbers, shared = np.empty(len(joined), np.int64), np.empty(len(joined), np.int64)
        weight = np.empty(len(joined), np.float64)
        n = index_loops.sum_shared(joined, bits, frequency, _RARE, numbers, shared, weight)
        order = np.lexsort((numbers[:n], -weight[:n]))
        found: list[Candidate] = []
        for at in range(0, n, most):
            some = order[at : at + most]
            # Removed documents are still in the postings, but have no id.
            ids = dict(self._db.execute(_NAMED, (_listed(numbers[some].tolist()),)).fetchall())
            shingles, surprise = shared[some].tolist(), weight[some].round(3).tolist()
            for number, count, total_bits in zip(numbers[some].tolist(), shingles, surprise, strict=True):
                if number in ids and len(found) < most:
                    found.append(Candidate(ids[number], count, total_bits))
            if len(found) == most:
                break
        return found

    def verify(self) -> list[str]:
        """Return what is wrong with the file, one line each; nothing where all is well.

        Reads everything: SQLite's own check, every text against its fingerprint, and every posting against its text.
        """
        with self._reading():
            wrong = [str(row[0]) for row in self._db.execute("PRAGMA integrity_check") if row[0] != "ok"]
            if wrong:
                return wrong
            counts, sums = self._posting_sums()
            unpacked = self._packed_as().unpacker()
            rows = self._db.execute("SELECT number, id, sha256, postings, known, text FROM document ORDER BY number")
            while chunk := rows.fetchmany(1000):
                wrong += self._verify_chunk(chunk, unpacked, counts, sums)
            return wrong + self._verify_topics()

    def _verify_topics(self) -> list[str]:
        rows = self._db.execute(
            "SELECT count(*) FROM topic WHERE document NOT IN (SELECT number FROM document) "
            "OR length(row) <> (SELECT length(row) FROM topic LIMIT 1)"
        )
        stray = rows.fetchone()[0]
        return [f"{stray} topics belong to no document or are cut short; make the index anew"] if stray else []

    def _verify_chunk(
        self,
        chunk: Sequence[tuple[int, str, bytes, int, str, bytes]],
        unpacked: Callable[[bytes], str],
        counts: I64,
        sums: U64,
    ) -> Iterator[str]:
        texts = []
        for _, id_, print_, _, known, text in chunk:
            try:
                document = Document(id=id_, text=unpacked(text), **json.loads(known))
            except (ValueError, TypeError):
                document = Document(id=id_, text="")
            texts.append(document.text)
            if _fingerprint(document) != print_:
                yield f"the text of {id_!r} is not what was added; remove it and add it again"
        keys, owners, _ = self._keys(texts)
        expected = np.zeros(len(chunk), np.uint64)
        np.add.at(expected, owners, keys)
        for i, (number, id_, _, stored, _, _) in enumerate(chunk):
            if number >= len(counts) or counts[number] != stored or sums[number] != expected[i]:
                yield f"the postings of {id_!r} are not those of its text; remove it and add it again"

    def _posting_sums(self) -> tuple[I64, U64]:
        """Return for every document number how many postings it has and the sum of their hashes' first 32 bits."""
        top = self._db.execute("SELECT coalesce(max(number), 0) FROM document").fetchone()[0]
        gone = self._db.execute("SELECT coalesce(max(document), 0) FROM removed").fetchone()[0]
        counts, sums = np.zeros(max(top, gone) + 1, np.int64), np.zeros(max(top, gone) + 1, np.uint64)
        for run, bits, _ in self._runs():
            rows = self._db.execute(
                "SELECT place, postings FROM block WHERE place >= ? AND place < ? ORDER BY place",
                (run << 32, (run + 1) << 32),
            )
            while some := rows.fetchmany(10_000):
                _tally(*_unpacked(some, bits), counts, sums)
        rows = self._db.execute("SELECT key, document FROM recent")
        while some := rows.fetchmany(100_000):
            pairs = np.array(some, np.int64)
            _tally(pairs[:, 0].astype(np.uint64), pairs[:, 1].astype(np.uint32), counts, sums)
        return counts, sums

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with _mended(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                # What was undone may have been the first of its kind.
                self._packing, self._room = None, 0
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One view of the file, whatever is written meanwhile."""
        with _mended(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.execute("ROLLBACK")


_WORDS_OF = 64
"""Texts that give the dictionary its words."""
_BLOCKS_OF = "SELECT place, postings FROM json_each(?) CROSS JOIN block ON place = value"
_RECENT_OF = "SELECT recent.key, document FROM json_each(?) CROSS JOIN recent ON recent.key = value"
"""The left table of a cross join is the outer loop."""
_NAMED = "SELECT number, document.id FROM json_each(?) CROSS JOIN document ON number = value"
_KNOWN = ("byline", "language", "origin", "outlet", "published", "title", "url")


_MAPPED = "PRAGMA mmap_size = 1099511627776"
_CACHE_TO_WRITE = 65_536
_CACHE_TO_READ = 4_096
"""Kilobytes of pages held. Blocks are read once and the system holds the file: memory that the processor has near by
takes copies of them faster than much of it, by a sixth of a question."""


def _nothing(point: str) -> None:
    """Stand where a test may end the process."""


def _connect(path: str | Path, mode: str) -> sqlite3.Connection:
    where = f"{Path(path).absolute().as_uri()}?mode={mode}"
    db = sqlite3.connect(where, uri=True, isolation_level=None, timeout=10)
    if mode == "ro":
        try:
            db.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError:
            # On a medium that cannot be written no log can be kept beside the file; nobody else writes there either.
            if os.access(Path(path).absolute().parent, os.W_OK) or Path(f"{path}-wal").exists():
                raise
            db.close()
            db = sqlite3.connect(f"{where}&immutable=1", uri=True, isolation_level=None)
    db.execute(f"PRAGMA cache_size = -{_CACHE_TO_READ if mode == 'ro' else _CACHE_TO_WRITE}")
    if mode != "ro":
        db.execute(_MAPPED)
        db.execute("PRAGMA synchronous = NORMAL")
    return db


@contextmanager
def _mended(path: str | Path) -> Iterator[None]:
    """Turn what SQLite says into what the user can do."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        for start, advice in _ADVICE:
            if name.startswith(start):
                raise CorpusIndexError(f"{path}: {advice}") from error
        raise CorpusIndexError(f"{path}: {error}") from error


_ADVICE = (
    ("SQLITE_FULL", "the disk is full; nothing of this step was kept, make room and run it again"),
    ("SQLITE_BUSY", "another process is writing to it; wait for it to end and run this again"),
    ("SQLITE_READONLY", "the file cannot be written; open it for writing, or change its permissions"),
    ("SQLITE_CANTOPEN", "the file cannot be opened; look at its folder and permissions"),
    ("SQLITE_CORRUPT", "the file is damaged; put back a copy of it, or make it anew"),
    ("SQLITE_NOTADB", "the file is damaged or not an index; put back a copy of it, or make it anew"),
    ("SQLITE_IOERR", "the file cannot be read or written to the end; it may be cut short, or the disk full or broken"),
)


def _upgraded(db: sqlite3.Connection, schema: int) -> int:
    """Bring an older file up to date, in one transaction, and return the schema it has now."""
    if schema not in _UPGRADES:
        return schema
    db.execute("BEGIN IMMEDIATE")
    schema = db.execute("PRAGMA user_version").fetchone()[0]
    while schema in _UPGRADES:
        for statement in _UPGRADES[schema].split(";\n"):
            db.execute(statement)
        schema += 1
    db.execute(f"PRAGMA user_version = {schema}")
    db.execute("UPDATE about SET value = ? WHERE name = 'schema'", (str(schema).encode(),))
    db.execute("COMMIT")
    return schema


def _recipe(path: str | Path, stored: bytes) -> Recipe:
    try:
        made = Recipe(**json.loads(stored))
    except (ValueError, TypeError):
        raise CorpusIndexError(f"{path} has a recipe this version does not know; make it anew") from None
    if made.words != STANDARD.words:
        # Another shingle or window is used as the file has it; the keys of words are the program's own.
        raise CorpusIndexError(f"{path} has other keys for words than this version; make it anew")
    return made


def _known(document: Document) -> str:
    about = {name: getattr(document, name) for name in _KNOWN}
    return json.dumps({name: value for name, value in about.items() if value})


def _fingerprint(document: Document) -> bytes:
    digest = hashlib.sha256(_known(document).encode())
    digest.update(b"\0" + document.text.encode("utf-8", "surrogatepass"))
    return digest.digest()


def _bits(count: int) -> int:
    """Return how many first bits of a hash cut so many postings into blocks of the usual size."""
    return min(31, max(_LEAST_BITS, round(math.log2(max(1, count) / _BLOCK))))


def _kept(hashes: U64) -> U64:
    """Return what the index keeps of each hash."""
    return hashes >> np.uint64(64 - _KEPT)


def _parted(joined: Sequence[U64], texts: int) -> tuple[U64, U32, I64]:
    """Return keys in order, each once a text, the text of each, and how many each text has."""
    from provenance import index_loops, radix

    every = np.concatenate([np.empty(0, np.uint64), *joined])
    # The numbers of the texts, after the keys, are in order.
    radix.sort(every, 64 - _KEPT, np.empty_like(every))
    keys, owners, counts = np.empty(len(every), np.uint64), np.empty(len(every), np.uint32), np.zeros(texts, np.int64)
    n = index_loops.part_keys(every, 64 - _KEPT, keys, owners, counts)
    return keys[:n], owners[:n], counts


def _in_key_order(keys: U64, numbers: U32) -> tuple[U64, U32]:
    """Return keys with their document numbers in order."""
    from provenance import index_loops, radix

    if len(numbers) and int(numbers.max()) >> (64 - _KEPT):
        order = np.lexsort((numbers, keys))
        return keys[order], numbers[order]
    # One number is sorted sooner than two.
    joined = (keys << np.uint64(64 - _KEPT)) | numbers
    radix.sort(joined, 0, np.empty_like(joined))
    index_loops.part_all(joined, 64 - _KEPT, keys, numbers)
    return keys, numbers


def _listed(numbers: list[int]) -> str:
    """Return whole numbers as a list in JSON, three times as fast as `json`: Python writes them alike."""
    return str(numbers)


def _once(numbers: npt.NDArray[N]) -> npt.NDArray[N]:
    """Return sorted numbers, each once: as `np.unique`, in a fifth of the time where they are few."""
    new = np.ones(len(numbers), np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    return numbers[new]


def _prefix(keys: U64, bits: int) -> I64:
    """Return the bits that choose a key's block."""
    return (keys >> np.uint64(_KEPT - bits)).astype(np.int64)


def _fragment(keys: U64, bits: int) -> U32:
    """Return the bits that follow."""
    return (keys & np.uint64((1 << (_KEPT - bits)) - 1)).astype(np.uint32)


def _blocks(keys: U64, numbers: U32, bits: int, first: int = 0) -> tuple[I64, U32, I64]:
    """Return the blocks that sorted postings fill, their content one after another, and the posting each starts at.

    Document numbers are counted from `first`.
    """
    from provenance import index_loops

    most = min(len(keys), 1 << bits)
    blocks, starts = np.empty(most, np.int64), np.empty(most + 1, np.int64)
    data = np.empty(2 * len(keys), "<u4")
    count = index_loops.fill_blocks(keys, numbers, first, _KEPT - bits, blocks, data, starts)
    return blocks[:count], data, starts[: count + 1]


def _unpacked(rows: Sequence[tuple[int, bytes]], bits: int) -> tuple[U64, U32]:
    """Return the keys and the document numbers of blocks."""
    from provenance import index_loops

    data = np.frombuffer(b"".join([row[1] for row in rows]), "<u4")
    prefixes = np.fromiter((row[0] & 0xFFFF_FFFF for row in rows), np.uint64, len(rows))
    sizes = np.fromiter((len(row[1]) // 8 for row in rows), np.int64, len(rows))
    keys, numbers = np.empty(len(data) // 2, np.uint64), np.empty(len(data) // 2, np.uint32)
    index_loops.read_blocks(prefixes, sizes, data, _KEPT - bits, keys, numbers)
    return keys, numbers


def _closest(
    best: list[tuple[float, int]], rows: Sequence[tuple[int, bytes]], row: Row, most: int
) -> list[tuple[float, int]]:
    """Return the likeness and number of the `most` documents nearest to a topic, and of those as near as the last."""
    matrix = np.frombuffer(b"".join([blob for _, blob in rows]), "<f2").reshape(len(rows), -1)
    # Rounded, so that another processor's last digits decide nothing.
    likeness = (matrix.astype(np.float32) @ row).round(4).tolist()
    both = best + [(alike, number) for alike, (number, _) in zip(likeness, rows, strict=True)]
    both.sort(reverse=True)
    return [one for one in both if one[0] >= both[min(most, len(both)) - 1][0]]


def _tally(keys: U64, numbers: U32, counts: I64, sums: U64) -> None:
    known = numbers < len(counts)
    np.add.at(counts, numbers[known], 1)
    np.add.at(sums, numbers[known], keys[known])
