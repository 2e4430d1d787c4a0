"""Every table of the package is read, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

import provenance
from provenance.phrasebook import rows

PACKAGE = Path(provenance.__file__).parent
TABLES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.tsv"))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_its_lines_but_for_remarks_in_columns_of_one_number(table: str) -> None:
    found = rows(table)
    lines = (PACKAGE / table).read_text("utf-8").split("\n")
    assert ["\t".join(row) for row in found] == [line for line in lines if line.strip() and line[0] != "#"]
    assert len({len(row) for row in found}) == 1
