"""Notebooks whose kernel was started anew on the way: the cell numbered 1 again begins without what was there."""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from harness.scripts.cells.restarts import DEFINITION, NAME
from harness.scripts.notebook import read_notebook
from tests.scripts.test_notebook import run

GRAPH = "import tensorflow as tf\nv = tf.Variable(1.0)\n"
ERROR = {"output_type": "error", "ename": "ValueError", "evalue": "", "traceback": []}


def cells(*told: tuple[int, str]) -> dict[str, Any]:
    made: list[dict[str, Any]] = [
        {"cell_type": "code", "execution_count": count or None, "source": source, "outputs": []}
        for count, source in told
    ]
    return {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": made}


def restarts(tmp_path: Path, content: dict[str, Any]) -> tuple[int, ...]:
    path = tmp_path / "note.ipynb"
    path.write_text(json.dumps(content))
    return read_notebook(path).restarts


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (((1, GRAPH), (1, GRAPH)), (2,)),
        (((1, GRAPH), (2, "print(v)"), (1, GRAPH), (2, "print(v)"), (1, GRAPH)), (3, 5)),
        (((7, GRAPH), (1, "import tensorflow as tf\nprint(tf.__version__)")), (2,)),
        # The first of all that ran; one that another is needed for; one that imports nothing; no numbers at all.
        (((0, GRAPH), (1, GRAPH)), ()),
        (((1, "rate = 0.1"), (1, GRAPH), (2, "print(rate)")), ()),
        (((1, "def build(): pass"), (1, GRAPH + "build()")), ()),
        (((1, GRAPH), (1, "print(v)")), ()),
        (((0, GRAPH), (0, GRAPH)), ()),
        # A name that is an attribute, a word in a text, or made anew, is none that is needed.
        (((1, "rate = 0.1"), (1, GRAPH + "v.rate = 2; print('rate')")), (2,)),
        (((1, "rate = 0.1"), (1, GRAPH), (2, "for rate in (1, 2): print(rate)")), (2,)),
    ],
)
def test_which_cells_ran_in_a_fresh_kernel(
    told: tuple[tuple[int, str], ...], found: tuple[int, ...], tmp_path: Path
) -> None:
    assert restarts(tmp_path, cells(*told)) == found


def test_a_cell_that_failed_in_a_fresh_kernel_goes_on_with_what_there_is(tmp_path: Path) -> None:
    content = cells((1, GRAPH), (1, GRAPH))
    content["cells"][1]["outputs"] = [ERROR]
    assert restarts(tmp_path, content) == ()


def test_the_script_clears_its_names_there_and_keeps_its_lines(tmp_path: Path) -> None:
    (tmp_path / "tensorflow.py").touch()
    path = tmp_path / "note.ipynb"
    path.write_text(
        json.dumps(cells((1, "import tensorflow\nrate = 3"), (1, "import tensorflow\n'rate' in globals()")))
    )
    book = read_notebook(path)
    assert book.starts == (1, 4)
    assert book.source.splitlines()[3] == "__restart__()  # code cell 2"
    assert run(book.source, tmp_path) == ("False",)


@pytest.mark.parametrize("home", ["ops", "stack"])
def test_what_a_cell_has_entered_is_left_wherever_a_release_keeps_it(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stack:
        entered = 1

        def reset(self) -> None:
            self.entered = 0

    sessions, graphs = Stack(), Stack()
    modules = {each: ModuleType(each) for each in ("ops", "stack")}
    modules[home].__dict__["_default_session_stack"] = sessions
    modules["ops"].__dict__["_default_graph_stack"] = graphs
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, f"tensorflow.python.framework.{name}", module)
    names: dict[str, Any] = {"__builtins__": __builtins__, "loss": 3}
    exec(f"{DEFINITION}\n{NAME}()", names)
    assert (sessions.entered, graphs.entered, "loss" in names) == (0, 0, False)
