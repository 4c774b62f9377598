"""The Python in files of each kind, each line in its place."""

import ast
import json
from pathlib import Path

import pytest

from harness.lint.check import lint_file
from harness.lint.sources import fenced_python, files_below, tree_of
from harness.symbols.timeline import read_timeline
from harness.words.errors import UsageError


def codes(path: Path, target: str = "2.15") -> list[tuple[int, str]]:
    timeline = read_timeline()
    return [(each.line, each.code) for each in lint_file(path, timeline, timeline.place(target), None).findings]


def test_fenced_python_keeps_its_lines() -> None:
    text = "# Title\n\n```python\nx = 1\n```\n\n```bash\nls\n```\n~~~\ny = 2\n~~~\n"
    assert fenced_python(text).split("\n") == ["", "", "", "x = 1", "", "", "", "", "", "", "y = 2", "", ""]


def test_a_fence_that_is_indented_is_dedented() -> None:
    assert fenced_python("  ```py\n  x = 1\n  ```").split("\n")[1] == "x = 1"


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
