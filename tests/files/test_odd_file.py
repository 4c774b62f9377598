"""What a path is that is no file to read."""

import os
import socket
from pathlib import Path

import pytest

from harness.files.odd_file import what_it_is
from harness.targets.target import find_python
from harness.words.errors import UsageError


def test_each_kind_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("fifo")
    Path("link").symlink_to("nowhere.py")
    Path("loop").symlink_to("loop")
    Path("file").touch()
    Path("good").symlink_to("file")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert what_it_is(Path("socket")) == "a socket"
    assert what_it_is(Path("fifo")) == "a named pipe (FIFO)"
    assert what_it_is(Path("link")) == "a link to nowhere.py, which is not there"
    assert what_it_is(Path("loop")) == "a link to loop, which is not there"
    assert what_it_is(tmp_path) == "a folder"
    assert what_it_is(Path("/dev/null")) == "a device"
    assert [what_it_is(Path(name)) for name in ("file", "good", "nothing")] == [None, None, None]


def test_an_interpreter_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "python").symlink_to(tmp_path / "gone")
    with pytest.raises(UsageError, match=r"is a link to .*gone, which is not there"):
        find_python(tmp_path / "python")
