"""An exercise with gaps is no Python: where its solution lies beside it, that is named."""

import json
from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.around.filled_in import broken_text, filled_in
from harness.sides.around.texts import script_text
from harness.targets.outcome import Failure
from harness.targets.target import Request
from harness.words.errors import UsageError


@pytest.mark.parametrize(
    ("name", "other", "found"),
    [
        ("rnn.ipynb", "rnn_Solution.ipynb", True),
        ("rnn.ipynb", "solution-rnn.ipynb", True),
        ("rnn_exercise.py", "rnn_completed.py", True),
        ("rnn.ipynb", "solutions/rnn.ipynb", True),
        ("rnn.ipynb", "rnn_deep.ipynb", False),
        ("rnn.ipynb", "rnn_solution.py", False),
        ("rnn.ipynb", "drafts/rnn.ipynb", False),
    ],
)
def test_which_file_is_the_same_filled_in(name: str, other: str, found: bool, tmp_path: Path) -> None:
    (tmp_path / other).parent.mkdir(exist_ok=True)
    for each in (name, other):
        (tmp_path / each).touch()
    assert filled_in(tmp_path / name) == (tmp_path / other if found else None)


def test_a_notebook_with_a_gap_is_refused_with_the_one_that_has_none(tmp_path: Path) -> None:
    cell: dict[str, object] = {"cell_type": "code", "source": "x = 1\nwords = \n", "outputs": []}
    path = tmp_path / "rnn.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [cell]}))
    with pytest.raises(UsageError, match=r"cell 1, line 2: nothing stands behind words =: .* filled in first$"):
        script_text(path)
    (tmp_path / "rnn_solution.ipynb").touch()
    with pytest.raises(UsageError, match=r"filled in first; rnn_solution\.ipynb, beside it, may be the same filled in"):
        script_text(path)


def test_a_script_that_no_python_reads_is_told_so(tmp_path: Path) -> None:
    origin = Origin(Path("python"), Request(tmp_path / "fractals.py", {}, 60.0, 1, 1))
    failure = Failure("raised", "fractals.py:1: IndentationError: unexpected indent", "")
    assert list(broken_text(Side("fractals.py@tf1.4", (), failure=failure, origin=origin))) == [
        "no Python reads fractals.py (line 1): nobody can run it until that is mended"
    ]
    imported = Failure("raised", "fractals.py:3: SyntaxError: invalid syntax (helper.py, line 7)", "")
    assert list(broken_text(Side("fractals.py@tf1.4", (), failure=imported, origin=origin))) == [
        "no Python reads helper.py (line 7): nobody can run this until that is mended"
    ]
    of_another = Failure("raised", "helper.py:1: SyntaxError: invalid syntax", "")
    assert list(broken_text(Side("fractals.py@tf1.4", (), failure=of_another, origin=origin))) == []


def test_a_name_that_is_never_set_is_told_with_the_file_beside_it_that_has_no_gaps(tmp_path: Path) -> None:
    origin = Origin(Path("python"), Request(tmp_path / "dqn.ipynb", {}, 60.0, 1, 1))
    failure = Failure("raised", "cell 9, line 140: NameError: name 'reward' is not defined", "")
    side = Side("dqn.ipynb@tf1.12", (), failure=failure, origin=origin)
    (tmp_path / "dqn.ipynb").touch()
    assert list(broken_text(side)) == []
    (tmp_path / "dqn Solution.ipynb").touch()
    assert list(broken_text(side)) == [
        "it may be an exercise with gaps: dqn Solution.ipynb, beside it, may be the same filled in"
    ]


@pytest.mark.parametrize(
    ("said", "gap"),
    [
        ("TypeError: Fetch argument None has invalid type <class 'NoneType'>", True),
        ("ValueError: None values not supported.", True),
        ("AttributeError: 'NoneType' object has no attribute 'minimize'", True),
        ("TypeError: can't multiply sequence by non-int of type 'float'", False),
    ],
)
def test_what_is_none_may_be_a_gap(said: str, gap: bool, tmp_path: Path) -> None:
    origin = Origin(Path("python"), Request(tmp_path / "style_transfer.py", {}, 60.0, 1, 1))
    (tmp_path / "style_transfer_sol.py").touch()
    failure = Failure("raised", f"style_transfer.py:142: {said}", "")
    assert list(broken_text(Side("style_transfer.py@tf1.4", (), failure=failure, origin=origin))) == [
        "it may be an exercise with gaps: style_transfer_sol.py, beside it, may be the same filled in"
    ] * int(gap)


def test_a_script_with_a_gap_is_told_what_is_missing(tmp_path: Path) -> None:
    origin = Origin(Path("python"), Request(tmp_path / "linear.py", {}, 60.0, 1, 1))
    failure = Failure("raised", "linear.py:2: SyntaxError: invalid syntax", "")
    side = Side("linear.py@tf1.4", (), failure=failure, origin=origin, source="x = 1\nw = f(<YOUR CODE>)\n")
    assert list(broken_text(side)) == [
        "linear.py is an exercise with a gap: line 2, `w = f(<YOUR CODE>)` asks for code; nobody can run it until that"
        " is filled in"
    ]


def test_a_text_that_asks_for_code_is_told_behind_a_name_that_is_not_there(tmp_path: Path) -> None:
    origin = Origin(Path("python"), Request(tmp_path / "cnn.ipynb", {}, 60.0, 1, 1))
    failure = Failure("raised", "cell 2, line 3: NameError: name 'loss' is not defined", "")
    source = "# code cell 1\nx = 1\n# code cell 2\n\n# YOUR CODE HERE\nprint(loss)\n"
    assert list(broken_text(Side("cnn.ipynb@tf1.4", (), failure=failure, origin=origin, source=source))) == [
        "it may be an exercise with gaps, to be filled in first: cell 2, line 2 asks for code (`# YOUR CODE HERE`)"
    ]


def test_a_package_of_python_2_is_none_that_no_python_reads(tmp_path: Path) -> None:
    origin = Origin(Path("python"), Request(tmp_path / "game.py", {}, 60.0, 1, 1))
    package = tmp_path / "layers" / "5e" / "plane.py"
    package.parent.mkdir(parents=True)
    package.write_text("def area(a):\n    print a\n")
    reason = "game.py:1: SyntaxError: invalid syntax (plane.py, line 2)"
    failure = Failure("raised", reason, f'  File "{package}", line 2')
    assert list(broken_text(Side("game.py@tf1.4", (), failure=failure, origin=origin))) == [
        "plane.py is of a package for Python 2 alone: the script runs without it, or not at all"
    ]
