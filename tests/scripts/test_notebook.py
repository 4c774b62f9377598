"""Notebooks as scripts."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.logs.output import lines_of_output
from harness.scripts.cells.display import DEFINITION
from harness.scripts.notebook import LeftOut, Notebook, read_notebook
from harness.words.errors import UsageError

Write = Callable[..., Path]
HEAD = DEFINITION + "  # code cell 1"


def code(source: str | list[str], *outputs: dict[str, Any]) -> dict[str, Any]:
    return {"cell_type": "code", "execution_count": None, "source": source, "outputs": list(outputs)}


def stdout(text: str | list[str]) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": text}


def result(**data: str | list[str]) -> dict[str, Any]:
    return {"output_type": "execute_result", "data": {kind.replace("_", "/"): text for kind, text in data.items()}}


def notebook(*cells: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    return {"nbformat": 4, "nbformat_minor": 2, "metadata": metadata, "cells": list(cells)}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: Any) -> Path:
        path = tmp_path / "note.ipynb"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return write


@pytest.fixture
def read(write: Write) -> Callable[..., Notebook]:
    return lambda *sources, **metadata: read_notebook(write(notebook(*[code(each) for each in sources], **metadata)))


def body(read: Notebook) -> list[str]:
    """The lines of the script without those that begin a cell."""
    lines = read.source.split("\n")[:-1]
    return [line for at, line in enumerate(lines, start=1) if at not in read.starts]


def run(source: str, tmp_path: Path, python: Path | str = sys.executable) -> tuple[str, ...]:
    script = tmp_path / "script.py"
    script.write_text(source, encoding="utf-8")
    done = subprocess.run([python, script], capture_output=True, text=True, timeout=120, check=True)
    return lines_of_output(done.stdout)


PYLAB = "import numpy, matplotlib; np = numpy; from matplotlib import pylab, mlab, pyplot; plt = pyplot"

# --- the script -----------------------------------------------------------------------------------------------------


def test_cells_of_code_follow_one_another(write: Write) -> None:
    text = {"cell_type": "markdown", "source": "# Title"}
    read = read_notebook(write(notebook(code("a = 1\nb = 2"), text, code(["c = a\n", "print(c)"]))))
    assert read.source == f"{HEAD}\na = 1\nb = 2\n# code cell 2\nc = a\nprint(c)\n"
    assert read.starts == (1, 4)
    assert [read.place_of(line) for line in (1, 2, 3, 4, 5, 6)] == [(1, 1), (1, 1), (1, 2), (2, 1), (2, 1), (2, 2)]


def test_an_old_notebook_has_worksheets(write: Write) -> None:
    cell: dict[str, Any] = {"cell_type": "code", "language": "python", "input": ["x = 3\n", "x"], "outputs": []}
    cell["outputs"] = [
        {"output_type": "stream", "stream": "stdout", "text": ["a\n", "b\n"]},
        {"output_type": "pyout", "text": ["3"], "prompt_number": 1},
        {"output_type": "display_data", "png": "iVBOR", "text": ["<matplotlib.figure.Figure at 0x1>"]},
        {"output_type": "pyerr", "ename": "ValueError", "traceback": ["\x1b[0;31mValueError\x1b[0m: no"]},
    ]
    old = {"nbformat": 3, "metadata": {"name": "old"}, "worksheets": [{"cells": [cell]}]}
    read = read_notebook(write(old))
    assert body(read) == ["x = 3", "__display__(x)"]
    assert read.recorded == ("a", "b", "3", "ValueError: no")
    assert read.error == (1, "ValueError")


@pytest.mark.parametrize(
    ("cell", "last"),
    [
        ("x", "__display__(x)"),
        ("x;", "x;"),
        ("x  # seen", "__display__(x)  # seen"),
        ("x; # hidden", "x; # hidden"),
        ("a = 1; x", "a = 1; __display__(x)"),
        ("x = 1", "x = 1"),
        ("print(x)", "print(x)"),
        ("(x +\n 1)", "__display__((x +\n 1))"),
        ("'é', x", "__display__(('é', x))"),
        ("if x:\n    x", "if x:\n    x"),
        ("x\n\n# the end", "__display__(x)\n\n# the end"),
        ("  x = 1\n  x", "x = 1\n__display__(x)"),
    ],
)
def test_the_last_expression_of_a_cell_is_displayed(read: Callable[..., Notebook], cell: str, last: str) -> None:
    assert "\n".join(body(read(cell))) == last


def test_what_is_displayed_is_what_ipython_shows(read: Callable[..., Notebook], tmp_path: Path) -> None:
    cells = ["'a'", "None", "[1, 2.5]", "3\n4", "{'w': 1}", "list(range(100, 124))", "print('x')", "_x = 5;"]
    shown = run(read(*cells).source, tmp_path)
    long = ("[100,", *(f" {n}," for n in range(101, 123)), " 123]")
    assert shown == ("'a'", "[1, 2.5]", "4", "{'w': 1}", *long, "x")


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("%matplotlib inline", "pass"),
        ("% matplotlib inline", "pass"),
        ("%tensorflow_version 1.x", "pass"),
        ("!pip install -q tensorflow==1.15", "pass"),
        ("pip install tensorflow", "pass"),
        ("?tf.constant", "pass"),
        ("tf.constant?", "pass"),
        ("tf.constant??", "pass"),
        ("files = !ls", "files = []"),
        ("spent = %timeit -o f()", "spent = None"),
        ("%time x = f()", "x = f()"),
        ("%pylab inline --no-import-all", PYLAB),
        ("%pylab", PYLAB + "; from pylab import *; from numpy import *"),
    ],
)
def test_what_ipython_alone_understands_is_left_out_and_named(
    read: Callable[..., Notebook], line: str, instead: str
) -> None:
    found = read(f"x = 1\n{line}\ny = 2")
    assert body(found) == ["x = 1", instead, "y = 2"]
    assert found.left_out == (LeftOut(1, 2, line),)


def test_it_is_left_out_where_it_is_indented(read: Callable[..., Notebook]) -> None:
    found = read("for n in range(2):\n    !mkdir run_$n\nif n:\n    %cd run_1")
    assert body(found) == ["for n in range(2):", "    pass", "if n:", "    pass"]
    assert found.left_out == (LeftOut(1, 2, "    !mkdir run_$n"), LeftOut(1, 4, "    %cd run_1"))


def test_a_line_for_the_shell_goes_on_after_a_backslash(read: Callable[..., Notebook]) -> None:
    found = read("!pip install \\\n    numpy\nx = 1")
    assert body(found) == ["pass", "", "x = 1"]
    assert found.left_out == (LeftOut(1, 1, "!pip install \\"), LeftOut(1, 2, "    numpy"))


@pytest.mark.parametrize(
    "cell",
    [
        "print('%d'\n      % 3)",
        "s = '''\n!ls\n%time\n'''",
        "s = 'a' \\\n    % ()",
        "s = {'#': '(',\n     'b': '''\n%x'''}",
        's = "it\'s" # (\ny = 1 != 2',
    ],
)
def test_python_with_the_signs_of_magics_is_python(read: Callable[..., Notebook], cell: str) -> None:
    found = read(cell)
    assert "\n".join(body(found)) == cell
    assert found.left_out == ()


def test_a_cell_of_another_language_is_left_out_whole(read: Callable[..., Notebook]) -> None:
    found = read("%%bash\nls -l\necho $HOME", "x = 1")
    assert body(found) == ["", "", "", "x = 1"]
    assert found.left_out == (LeftOut(1, 1, "%%bash\nls -l\necho $HOME"),)


def test_a_timed_cell_is_python(read: Callable[..., Notebook]) -> None:
    found = read("\n%%time\nx = 1\nx")
    assert body(found) == ["", "", "x = 1", "__display__(x)"]
    assert found.left_out == (LeftOut(1, 2, "%%time"),)


def test_an_import_from_the_future_moves_to_the_head(read: Callable[..., Notebook], tmp_path: Path) -> None:
    found = read("x = 1", "from __future__ import division, print_function\nprint(x / 2)")
    assert found.source.startswith("from __future__ import division, print_function; __display__ = ")
    assert body(found) == ["x = 1", "", "print(x / 2)"]
    assert run(found.source, tmp_path) == ("0.5",)


@pytest.mark.parametrize(
    ("metadata", "cell", "python2"),
    [
        ({"kernelspec": {"name": "python2"}}, "x = 1", True),
        ({"kernelspec": {"name": "tf", "language": "python"}, "language_info": {"version": "2.7.12"}}, "x = 1", True),
        ({"kernelspec": {"name": "python3"}}, "x = 1", False),
        # What PyCharm begins each notebook with, whatever its Python.
        ({"kernelspec": {"name": "python3"}, "language_info": {"version": "2.7.6"}}, "print(1, 2)", False),
        ({"kernelspec": {"name": "python3"}, "language_info": {"version": "2.7.6"}}, "print 1, 2", True),
        ({}, "print 'a'", True),
        ({}, "print('a')", False),
    ],
)
def test_a_notebook_of_python_2_is_known(
    read: Callable[..., Notebook], metadata: dict[str, Any], cell: str, python2: bool
) -> None:
    found = read(cell, **metadata)
    assert found.python2 is python2
    assert body(found) == [cell]


@pytest.mark.parametrize(
    ("cell", "last"),
    [
        ("print x\nx / 2", "print x\n__display__(x / 2)"),
        ("print x\nx;", "print x\nx;"),
        ("x\nprint x", "x\nprint x"),
        ("print x,", "print x,"),
        ("print x\ny = '''a\nb'''", "print x\ny = '''a\nb'''"),
        ("print x\n'''a\nb'''", "print x\n__display__('''a\nb''')"),
        ("print x\nx, 2", "print x\n__display__((x, 2))"),
        ("print x\ntf.float32", "print x\n__display__(tf.float32)"),
        ("print x\nimport os", "print x\nimport os"),
    ],
)
def test_python_2_is_displayed_as_well(read: Callable[..., Notebook], cell: str, last: str) -> None:
    assert "\n".join(body(read(cell, kernelspec={"name": "python2"}))) == last


@given(st.lists(st.lists(st.sampled_from(["x = 1", "", "!ls", "# note", "%time x = 2", "x"]), min_size=1), min_size=1))
def test_every_line_is_at_its_place(tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]]) -> None:
    cells = [["x = 0"], *([*cell, "x = 3"] for cell in cells)]
    path = tmp_path_factory.mktemp("lines") / "note.ipynb"
    path.write_text(json.dumps(notebook(*(code("\n".join(cell)) for cell in cells))), encoding="utf-8")
    read = read_notebook(path)
    lines = read.source.split("\n")[:-1]
    assert [lines[start - 1].rpartition("# ")[2] for start in read.starts] == [
        f"code cell {number}" for number in range(1, len(cells) + 1)
    ]
    found = [(read.place_of(at), line) for at, line in enumerate(lines, start=1) if at not in read.starts]
    left_out = {(left.cell, left.line): left.text for left in read.left_out}
    assert [(place, left_out.get(place, line)) for place, line in found] == [
        ((number, at), line) for number, cell in enumerate(cells, start=1) for at, line in enumerate(cell, start=1)
    ]


def test_display_is_a_function_of_ipython(read: Callable[..., Notebook], tmp_path: Path) -> None:
    assert run(read("x = [1]\nfor n in x:\n    display(n, 'a')").source, tmp_path) == ("1", "'a'")
    line = "from IPython.display import display, clear_output"
    found = read(f"{line}\nclear_output(wait=True)\ndisplay(3)")
    assert run(found.source, tmp_path) == ("3",)
    assert found.left_out == (LeftOut(1, 1, line),)


# --- what was recorded ----------------------------------------------------------------------------------------------


def test_what_cells_printed_is_in_the_order_of_the_cells(write: Write) -> None:
    warning = {"output_type": "stream", "name": "stderr", "text": "W tensorflow: slow\n"}
    printed = (stdout("loss 0"), warning, stdout([".5\n", "loss 0.25\n"]), result(text_plain="array([1, 2])"))
    figure = {"output_type": "display_data", "data": {"image/png": "iVBOR", "text/plain": "<Figure size 1x1>"}}
    error = {"output_type": "error", "ename": "E", "evalue": "no", "traceback": ["\x1b[0;31m---\x1b[0m\nline", "E: no"]}
    read = read_notebook(
        write(
            notebook(
                code("a", *printed),
                code("b", figure, result(text_plain=["  a\n", "0 1"], text_html="<table>"), error),
            )
        )
    )
    assert read.recorded == ("loss 0.5", "loss 0.25", "array([1, 2])", "  a", "0 1", "---", "line", "E: no")


def test_a_stream_is_saved_in_pieces(write: Write) -> None:
    read = read_notebook(write(notebook(code("a", stdout("1%\r2%"), stdout("\r3%\nlo"), stdout("ss 4\n")))))
    assert read.recorded == ("3%", "loss 4")


def test_times_and_what_the_shell_printed_are_no_part_of_it(write: Write) -> None:
    timed = stdout("loss 1\nCPU times: user 3 ms, sys: 0 ns, total: 3 ms\nWall time: 2 ms\n")
    shell = stdout("Collecting x 1.0\n")
    read = read_notebook(write(notebook(code("!pip install x", shell), code("%%time\nf()", timed))))
    assert read.recorded == ("loss 1",)


# --- mistakes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", ":1: is no notebook: Expecting property name enclosed in double quotes"),
        ("[]", ": is no notebook: it has no nbformat"),
        ("{}", ": is no notebook: it has no nbformat"),
        (
            {"nbformat": 2},
            ": is a notebook of format 2, and 3 and 4 can be read; `jupyter nbconvert --to notebook` writes it anew",
        ),
        ({"nbformat": 4}, ": is damaged: it has no list of cells"),
        ({"nbformat": 3}, ": is damaged: it has no list of worksheets"),
        ({"nbformat": 4, "cells": [1]}, ": is damaged: cell 1 of all is no object"),
        ({"nbformat": 4, "cells": [{"cell_type": "code"}]}, ": is damaged: the source of code cell 1 is no text"),
        (notebook({"cell_type": "markdown", "source": "a"}), ": has no cell of code; there is nothing to run"),
        (notebook(code("")), ": has no cell of code; there is nothing to run"),
        (
            notebook(code("x"), kernelspec={"name": "ir", "language": "R"}),
            ": is a notebook in R (kernel ir); only those in Python can be run",
        ),
        (
            notebook(code("x"), kernelspec={"name": "julia-1.6"}),
            ": is a notebook in Julia (kernel julia-1.6); only those in Python can be run",
        ),
        (notebook(code("a = 1"), code("b\nawait f()")), ": code cell 2, line 2: await outside of a function"),
        (notebook(code("a = 1"), code("\nb = = 1")), ": code cell 2, line 2: invalid syntax"),
        (
            notebook(code("a = 1"), code("print 'a'\nb = = 1"), kernelspec={"name": "python2"}),
            ": code cell 2, line 2: cannot be read by Python 2 either",
        ),
    ],
)
def test_a_notebook_that_cannot_be_run_is_one_line(write: Write, content: Any, message: str) -> None:
    path = write(content)
    with pytest.raises(UsageError) as caught:
        read_notebook(path)
    assert str(caught.value).startswith(f"{path}{message}")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_notebook(tmp_path / "none.ipynb")
    assert str(caught.value) == f"{tmp_path / 'none.ipynb'}: cannot be read: No such file or directory"


# --- all of it ------------------------------------------------------------------------------------------------------


def test_a_notebook_of_tensorflow_prints_what_it_recorded(write: Write, tmp_path: Path, tf2_python: Path) -> None:
    read = read_notebook(
        write(
            notebook(
                code("%matplotlib inline\n!pip list\nimport tensorflow as tf", stdout("numpy 1.26\n")),
                code(
                    "w = tf.constant([1.0, 2.0])\nprint('sum', float(tf.reduce_sum(w)))\n(w * 2).numpy().tolist()",
                    stdout("sum 3.0\n"),
                    result(text_plain="[2.0, 4.0]"),
                ),
            )
        )
    )
    assert read.recorded == ("numpy 1.26", "sum 3.0", "[2.0, 4.0]")
    assert run(read.source, tmp_path, tf2_python) == ("sum 3.0", "[2.0, 4.0]")
