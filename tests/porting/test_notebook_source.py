"""A notebook is drafted as the script of its cells."""

import json
from pathlib import Path

from harness.porting.notebook_source import notebook_source


def notebook(path: Path, *cells: tuple[str, int, list[dict[str, object]]]) -> Path:
    made = [
        {"cell_type": "code", "source": source, "execution_count": count, "outputs": outputs, "metadata": {}}
        for source, count, outputs in cells
    ]
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": made}))
    return path


VALUE: list[dict[str, object]] = [{"output_type": "execute_result", "data": {"text/plain": "3"}}]


def test_its_magics_are_comments_and_a_value_is_shown_where_the_record_has_one(tmp_path: Path) -> None:
    path = notebook(
        tmp_path / "line.ipynb",
        ("%matplotlib inline\nimport tensorflow as tf\nif 1:\n    !ls", 1, []),
        ("session.run(init)", 2, []),
        ("session.run(loss)", 3, VALUE),
        ("session.run(w)", 0, []),
    )
    text = notebook_source(path).text
    head, _, cells = text.partition("# code cell 1\n")
    assert head.startswith("def show_value(value):\n") and head.endswith("\n\n\n")
    assert cells == (
        "# %matplotlib inline\nimport tensorflow as tf\nif 1:\n    pass\n\n# code cell 2\nsession.run(init)\n"
        "\n# code cell 3\nshow_value(session.run(loss))\n\n# code cell 4\nshow_value(session.run(w))\n"
    )


def test_one_that_shows_no_value_has_nothing_to_show_it(tmp_path: Path) -> None:
    cell = "from __future__ import print_function\nprint(1)"
    path = notebook(tmp_path / "line.ipynb", (cell, 1, []))
    assert notebook_source(path).text == "from __future__ import print_function\n# code cell 1\n\nprint(1)\n"


def test_where_its_kernel_was_started_anew_it_leaves_the_graph(tmp_path: Path) -> None:
    cell = "import tensorflow as tf\nv = tf.Variable(1.0)"
    path = notebook(tmp_path / "line.ipynb", (cell, 1, []), (cell, 1, []))
    assert notebook_source(path).text == (
        f"# code cell 1\n{cell}\n\n# code cell 2, in a fresh kernel\ntf.reset_default_graph()\n{cell}\n"
    )
