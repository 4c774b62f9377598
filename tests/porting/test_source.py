"""Specification of reading a script as Python does, so that a draft of it is a file of the same kind."""

import os
from pathlib import Path

import pytest

from harness.porting.source import Source, read_source, with_one_indentation
from harness.words.errors import UsageError


@pytest.mark.parametrize(
    ("content", "source"),
    [
        (b"x = 1\n", Source("x = 1\n")),
        (b"x = 1\r\ny = 2\r\n", Source("x = 1\ny = 2\n", "utf-8", "\r\n")),
        (b"x = 1\r\ny = 2\nz = 3\n", Source("x = 1\ny = 2\nz = 3\n")),
        (b"\xef\xbb\xbfx = 1\n", Source("x = 1\n")),
        (b"# \xc4\xa3\xd0\xcd\xb5\xc4\xb2\xce\xca\xfd\n", Source("# \u6a21\u578b\u7684\u53c2\u6570\n")),
        (b"# coding: gbk\n# \xb3\xcb\n", Source("# coding: gbk\n# \u4e58\n", "gbk")),
    ],
)
def test_a_file_is_read_with_its_encoding_and_line_ends(content: bytes, source: Source, tmp_path: Path) -> None:
    (tmp_path / "old.py").write_bytes(content)
    assert read_source(tmp_path / "old.py") == source


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "old.py")
    with pytest.raises(UsageError, match=r"is a named pipe \(FIFO\), and no script"):
        read_source(tmp_path / "old.py")


def test_tabs_beside_blanks_reach_the_next_eighth_column_as_python_reads_them() -> None:
    text = 'for a in b:\n    for c in d:\n\tprint("""x\n\ty""")\n    \tpass\n'
    assert with_one_indentation(text) == ('for a in b:\n    for c in d:\n        print("""x\n\ty""")\n        pass\n')
    assert with_one_indentation("if a:\n\tb\n") == "if a:\n\tb\n"


def test_a_text_is_written_as_the_file_was() -> None:
    assert Source("", "gbk", "\r\n").as_bytes("# \u4e58\nx = 1\n") == b"# \xb3\xcb\r\nx = 1\r\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"# coding: nonsense\n", "old.py: cannot be read: unknown encoding: nonsense"),
        (b"x = 1\ny = 2\nz = '\x00\xff'\n", "old.py: is no text: it has a NUL at byte 17"),
    ],
)
def test_what_is_no_text_is_said(content: bytes, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.py").write_bytes(content)
    with pytest.raises(UsageError) as raised:
        read_source(Path("old.py"))
    assert str(raised.value).startswith(message)
