"""The Python in files of each kind, each line in its place."""

import ast
import json
import os
from pathlib import Path

import pytest

from harness.lint.check import lint_file
from harness.lint.markdown import source_of_markdown
from harness.lint.sources import files_below, read_source, tree_of
from harness.symbols.timeline import read_timeline
from harness.words.errors import UsageError


def codes(path: Path, target: str = "2.15") -> list[tuple[int, str]]:
    timeline = read_timeline()
    return [(each.line, each.code) for each in lint_file(path, timeline, timeline.place(target), None).findings]


def python_of(text: str) -> str:
    return source_of_markdown(Path("note.md"), text).text


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    timeline = read_timeline()
    (found,) = lint_file(tmp_path / "pipe.py", timeline, timeline.place("2.15"), None).findings
    assert (found.code, found.message) == ("TFH001", "is a named pipe (FIFO), and no file to read")


def test_fenced_python_keeps_its_lines() -> None:
    text = "# Title\n\n```python\nx = 1\n```\n\n```bash\nls\n```\n~~~\ny = 2\n~~~\n"
    assert python_of(text).split("\n") == ["", "", "", "x = 1", "", "", "", "", "", "", "y = 2", "", ""]


def test_a_fence_that_is_indented_is_dedented() -> None:
    assert python_of("  ```py\n  x = 1\n  ```").split("\n")[1] == "x = 1"


def test_of_a_session_with_prompts_is_read_what_was_typed() -> None:
    text = "```python\n>>> if x:\n...     y()\n3\n```"
    assert python_of(text).split("\n") == ["", "if x:", "    y()", "", ""]


def test_code_without_a_fence_is_read() -> None:
    text = "Text\n\n    x = 1\n\n> ```python\n> y = 2\n> ```\n\n<pre>\nz = 3\n</pre>\n"
    assert python_of(text).split("\n") == ["", "", "x = 1", "", "", "y = 2", "", "", "", "z = 3", "", ""]


def test_code_that_is_no_python_keeps_nobody_from_the_rest(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(
        "```\nsome text\n```\n```python\nimport tensorflow as tf\ntf.Session()\n```\n```python\ntf.x(\n```\n",
        encoding="utf-8",
    )
    assert codes(note) == [(6, "TFH101"), (9, "TFH001")]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.py", 'import tensorflow as tf\ns = "日本語😀"; x = tf.Session()\n', (2, 17)),
        ("a.py", 'import tensorflow as tf\nprint "loss", tf.Session()\n', (2, 15)),
        ("a.md", "- one\n  ```python\n  import tensorflow as tf\n  x = tf.Session()\n  ```\n", (4, 7)),
        ("a.md", "```python\n>>> import tensorflow as tf\n>>> tf.Session()\n```\n", (3, 5)),
        ("a.md", "    import tensorflow as tf\n    x = tf.Session()\n", (2, 9)),
        ("a.md", "> ```\n> import tensorflow as tf\n> x = tf.Session()\n> ```\n", (3, 7)),
    ],
)
def test_lines_and_columns_are_those_that_a_reader_counts(
    tmp_path: Path, name: str, text: str, place: tuple[int, int]
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    timeline = read_timeline()
    (finding,) = lint_file(path, timeline, timeline.place("2.15"), None).findings
    assert (finding.line, finding.column) == place


def test_a_note_is_linted_with_its_own_line_numbers(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("# Note\n\n```python\nimport tensorflow as tf\ntf.Session()\n```\n", encoding="utf-8")
    assert codes(note) == [(5, "TFH101")]


def test_a_script_of_python_2_is_linted(tmp_path: Path) -> None:
    script = tmp_path / "old.py"
    script.write_text("import tensorflow as tf\nprint 'x', tf.__version__\ns = tf.Session()\n", encoding="utf-8")
    assert codes(script) == [(3, "TFH101")]


def test_what_is_no_python_is_told_with_its_line(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text("import tensorflow as tf\nx = (1,\ny = = 2\n", encoding="utf-8")
    ((line, code),) = codes(script)
    assert code == "TFH001"
    assert line in (2, 3)


def test_a_notebook_is_linted(tmp_path: Path) -> None:
    cell = {"cell_type": "code", "source": ["import tensorflow as tf\n", "tf.Session()"], "outputs": [], "metadata": {}}
    cells = [{**cell, "execution_count": None}]
    notebook = tmp_path / "lesson.ipynb"
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    notebook.write_text(json.dumps(content), encoding="utf-8")
    assert [code for _, code in codes(notebook)] == ["TFH101"]
    timeline = read_timeline()
    (finding,) = lint_file(notebook, timeline, timeline.place("2.15"), None).findings
    assert finding.message.endswith("(code cell 1, line 2)")


def test_a_notebook_that_is_damaged_keeps_nobody_from_the_next_file(tmp_path: Path) -> None:
    notebook = tmp_path / "lesson.ipynb"
    notebook.write_text('{"cells": [', encoding="utf-8")
    assert [code for _, code in codes(notebook)] == ["TFH001"]


def test_what_is_nested_too_deeply_is_told(tmp_path: Path) -> None:
    script = tmp_path / "deep.py"
    script.write_text("import tensorflow as tf\nx = " + "-" * 30000 + "1\n", encoding="utf-8")
    assert [code for _, code in codes(script)] == ["TFH001"]


def test_a_folder_is_walked_without_other_peoples_code(tmp_path: Path) -> None:
    for name in ("a.py", "notes/b.md", "venv/lib/c.py", ".git/d.py", "data.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in files_below([tmp_path])] == ["a.py", "notes/b.md"]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file or folder"):
        list(files_below([tmp_path / "missing.py"]))


def test_a_text_of_python_3_is_read_as_it_is() -> None:
    assert isinstance(tree_of("x = 1").body[0], ast.Assign)
    with pytest.raises(SyntaxError):
        tree_of("x = = 1")


@pytest.mark.parametrize(
    ("encoding", "head"),
    [("utf-8", "# coding: klingon\n"), ("utf-16", ""), ("cp1252", "# größer\n"), ("utf-8-sig", "")],
)
def test_a_file_is_read_by_its_encoding_as_a_run_reads_it(tmp_path: Path, encoding: str, head: str) -> None:
    script = tmp_path / "train.py"
    script.write_bytes(f"{head}import tensorflow as tf\nsession = tf.Session()\n".encode(encoding))
    assert read_source(script).text == f"{head}import tensorflow as tf\nsession = tf.Session()\n"
