from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from provenance import tables


class Maker:
    """Makes a table of numbers, and counts how often it was asked to."""

    def __init__(self, numbers: list[int]) -> None:
        self.numbers = numbers
        self.times = 0

    def __call__(self) -> Mapping[str, npt.NDArray[np.int64]]:
        self.times += 1
        return {"numbers": np.array(self.numbers)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "provenance"


def test_a_table_is_made_once(folder: Path) -> None:
    make = Maker([1, 2, 3])
    for _ in range(3):
        assert tables.kept("some", ("one",), make)["numbers"].tolist() == [1, 2, 3]
    assert make.times == 1


def test_a_table_made_of_something_else_is_another_and_the_last_few_of_a_name_stay(folder: Path) -> None:
    tables.kept("other", ("one",), Maker([5]))
    for n in range(9):
        assert tables.kept("some", (str(n),), Maker([n]))["numbers"].tolist() == [n]
    assert len(list(folder.iterdir())) == 1 + 3
    assert tables.kept("other", ("one",), Maker([6]))["numbers"].tolist() == [5]
    assert tables.kept("some", ("8",), Maker([7]))["numbers"].tolist() == [8]


@pytest.mark.parametrize("left", [0, 40, 130])
def test_a_table_cut_short_is_made_anew(folder: Path, left: int) -> None:
    tables.kept("some", ("one",), Maker([1, 2, 3]))
    (place,) = folder.iterdir()
    with (place / "numbers.npy").open("r+b") as file:
        file.truncate(left)
    make = Maker([1, 2, 3])
    for _ in range(2):
        assert tables.kept("some", ("one",), make)["numbers"].tolist() == [1, 2, 3]
    assert make.times == 1


def test_a_table_whose_list_is_empty_is_made_anew(folder: Path) -> None:
    tables.kept("some", ("one",), Maker([1, 2, 3]))
    (place,) = folder.iterdir()
    (place / "names").write_text("")
    assert tables.kept("some", ("one",), Maker([1, 2, 3]))["numbers"].tolist() == [1, 2, 3]


@pytest.mark.parametrize("other", [np.zeros(0, np.int64), np.zeros(4, np.int64), np.zeros(3, np.float64)])
def test_a_table_in_place_of_which_lies_another_is_made_anew(folder: Path, other: npt.NDArray[np.generic]) -> None:
    tables.kept("some", ("one",), Maker([1, 2, 3]))
    (place,) = folder.iterdir()
    np.save(place / "numbers.npy", other)
    make = Maker([1, 2, 3])
    for _ in range(2):
        assert tables.kept("some", ("one",), make)["numbers"].tolist() == [1, 2, 3]
    assert make.times == 1


def test_without_a_folder_that_can_be_written_tables_are_made_each_time(folder: Path) -> None:
    folder.write_text("in the way")
    make = Maker([4])
    assert [tables.kept("some", (), make)["numbers"].tolist() for _ in range(2)] == [[4], [4]]
    assert make.times == 2


def test_nothing_is_left_of_what_could_not_be_written(folder: Path) -> None:
    class Fails(Maker):
        def __call__(self) -> Mapping[str, npt.NDArray[np.int64]]:
            return {"numbers": super().__call__()["numbers"], "no/such/folder": np.zeros(1, np.int64)}

    assert tables.kept("some", (), Fails([4]))["numbers"].tolist() == [4]
    assert list(folder.iterdir()) == []


def test_a_file_written_anew_is_another(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("one")
    before = tables.of_file(path)
    assert tables.of_file(path) == before
    path.write_text("four")
    assert tables.of_file(path) != before
