"""Files that are there whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from harness.files.atomic_file import write_beside
from harness.words.errors import UsageError


@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o022, 0o644), (0o002, 0o664)])
def test_a_file_has_the_mode_that_the_umask_leaves_it(mask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(mask)
    try:
        write_beside(tmp_path / "tf1.4.json", "{}\n")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "tf1.4.json").stat().st_mode) == mode


def test_what_a_killed_writer_left_is_removed_when_it_is_old(tmp_path: Path) -> None:
    old, young, other = (
        tmp_path / name for name in (".tf1.4.json.abcd1234", ".tf1.4.json.abcd1235", ".tf2.4.json.abcd1234")
    )
    for path in (old, young, other):
        path.write_text("half of it")
    for path in (old, other):
        os.utime(path, (0, 0))
    write_beside(tmp_path / "tf1.4.json", "{}\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == [young.name, other.name, "tf1.4.json"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    write_beside(path, "a\n")
    write_beside(path, "\udcffb\n")
    assert path.read_bytes() == b"\\udcffb\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "y").touch()
    with pytest.raises(UsageError, match="cannot be written"):
        write_beside(tmp_path / "x", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
