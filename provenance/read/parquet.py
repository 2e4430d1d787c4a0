"""Parquet, with the fields of a JSONL corpus as columns; alone imports pyarrow."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.errors import EmptyCorpusError, InputError, MissingExtraError
from provenance.read.rows import FIELDS, document
from provenance.read.source import Placed, Remark, Source, reading

_TOLD = 5


def read(source: Source, remark: Remark) -> Iterator[Placed]:
    """Yield a document for every good row; each bad one is told with its number, counted from 1.

    Raises `MissingExtraError` without pyarrow, `InputError` when no row is good.
    """
    bad: list[str] = []
    good = 0
    for number, row in enumerate(_rows(source), 1):
        try:
            found = document(row, source.name)
        except InputError as error:
            bad.append(f"row {number} {error}")
            continue
        good += 1
        yield f"row {number}", found
    if not good:
        raise EmptyCorpusError(f"{source.shown}: no row could be used; {bad[0] if bad else 'it has none'}")
    for reason in bad[:_TOLD]:
        remark(f"{source.shown}: {reason}; left out")
    if len(bad) > _TOLD:
        remark(f"{source.shown}: {len(bad) - _TOLD} more rows could not be used; left out")


def _rows(source: Source) -> Iterator[dict[str, object]]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        message = f"{source.shown}: reading Parquet needs pyarrow; run: pip install 'news-provenance[parquet]'"
        raise MissingExtraError(message) from error
    with reading(source), source.open() as stream:
        try:
            table = parquet.ParquetFile(stream)
            columns = [name for name in table.schema_arrow.names if name in FIELDS | {"id", "text"}]
            for name in ("id", "text"):
                if name not in columns:
                    raise InputError(f'{source.shown}: has no column "{name}"')
            for batch in table.iter_batches(batch_size=1000, columns=columns):
                yield from batch.to_pylist()
        except ArrowException as error:
            raise InputError(f"{source.shown}: is not Parquet, or is damaged") from error
