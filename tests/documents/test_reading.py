"""Which reader reads a file, which files of a folder are documents, and what is told of those that are none."""

import json
from pathlib import Path

import pytest

from harness.documents.document import Day, Kind
from harness.documents.reading import LARGEST, documents_below, read_document
from harness.words.errors import UsageError

CODE = "import tensorflow as tf\n"


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.md", f"```\n{CODE}```\n", "Markdown"),
        ("a.txt", f"---\ntitle: t\n---\n```\n{CODE}```\n", "Markdown"),
        ("a.txt", f"```python\n{CODE}```\n", "Markdown"),
        ("a.txt", f"Text\n{CODE}", "text"),
        ("a.txt", f"Text\n~~~~\n{CODE}\nMore\n~~~~\n", "text"),
        ("a.html", f"<pre>{CODE}</pre>", "HTML"),
        ("saved", f"<!DOCTYPE html>\n<html><pre>{CODE}</pre></html>", "HTML"),
        ("a.rst", f"::\n\n  {CODE}", "reStructuredText"),
        ("README", f".. code:: python\n\n  {CODE}", "reStructuredText"),
        ("a.py", CODE, "script"),
    ],
)
def test_a_format_is_told_by_name_and_text(tmp_path: Path, name: str, text: str, format: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    document = read_document(path)
    assert (document.format, [block.text for block in document.blocks if block.kind is Kind.CODE]) == (format, [CODE])


def test_markdown_and_pages_without_any_markup_of_code_are_read_as_plain_text(tmp_path: Path) -> None:
    note = tmp_path / "a.md"
    note.write_text(f"We do\n\n{CODE}with tf.Session() as s:\n    print(s.run(tf.constant(1.5)))\n", encoding="utf-8")
    page = tmp_path / "a.html"
    page.write_text(
        "<p>We do</p><p>import tensorflow as tf<br>with tf.Session() as s:<br>"
        "&nbsp;&nbsp;&nbsp;&nbsp;print(s.run(tf.constant(1.5)))</p>",
        encoding="utf-8",
    )
    for path in (note, page):
        codes = [block.text for block in read_document(path).blocks if block.kind is Kind.CODE]
        assert codes == [f"{CODE}with tf.Session() as s:\n    print(s.run(tf.constant(1.5)))\n"]


def test_the_day_is_that_of_front_matter_before_that_of_the_name_before_that_of_the_text(tmp_path: Path) -> None:
    body = f"Posted on 2018-03-03\n\n```\n{CODE}print('2019-01-01')\n```\n"
    days = []
    for name, head in (("2017-03-03-a.md", "---\ndate: 2016-03-03\n---\n"), ("2017-03-03-a.md", ""), ("a.md", "")):
        path = tmp_path / name
        path.write_text(head + body, encoding="utf-8")
        days.append(read_document(path).day)
    assert days == [
        Day("2016-03-03", "date in front matter, line 2"),
        Day("2017-03-03", "file name"),
        Day("2018-03-03", "line 1"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.md", b"", "is empty"),
        ("a.md", b" \n\n", "is empty"),
        ("a.md", "\ufeff \n".encode(), "is empty"),
        ("a.md", b"# Title\n\nNo code.\n", "has no TensorFlow code in it"),
        ("a.py", b"print(1)\n", "has no TensorFlow code in it"),
        ("a.txt", b"\0\1\2", "is no text: it has a NUL at byte 0"),
        ("a.pdf", b"%PDF-1.4 ...", "is of a format that is not read; "),
        (
            "a.ipynb",
            b'{"cells": [{"cell_type": "code", "sou',
            "is a notebook that breaks off here: Unterminated string",
        ),
        ("a.ipynb", b'{"cells": [], "nbformat": 4}', "has no cell of code; there is nothing to run"),
        ("a.html", b"<div>" * 1000 + b"tensorflow", "cannot be read: it is nested too deep"),
    ],
)
def test_what_is_no_document_is_told_in_one_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UsageError) as raised:
        read_document(path)
    assert raised.value.message.startswith(message)
    assert raised.value.path == path


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert LARGEST == 16 * 1024 * 1024
    with pytest.raises(UsageError, match="has 100 MiB, and a document may have 16 MiB"):
        read_document(path)


def test_a_folder_gives_the_documents_that_speak_of_tensorflow(tmp_path: Path) -> None:
    for name, text in {
        "b.md": CODE,
        "a/c.py": CODE,
        "a/d.ipynb": json.dumps({"cells": [CODE]}),
        "a/other.md": "nothing",
        "data.csv": CODE,
        "venv/x.py": CODE,
        ".git/y.md": CODE,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in documents_below(tmp_path)] == [
        "a/c.py",
        "a/d.ipynb",
        "b.md",
    ]
    assert list(documents_below(tmp_path / "b.md")) == [tmp_path / "b.md"]


def test_a_folder_without_any_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("nothing", encoding="utf-8")
    with pytest.raises(UsageError, match="has no document with TensorFlow code below it; Markdown, notebooks"):
        list(documents_below(tmp_path))
    with pytest.raises(UsageError, match="there is no such file or folder"):
        list(documents_below(tmp_path / "missing"))
    with pytest.raises(UsageError, match="is a folder, and no document"):
        read_document(tmp_path)
