"""A name that nothing has set: where the text sets it, if at all, is said, and what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.evidence import Origin, Side
from harness.targets.outcome import Failure
from harness.targets.scene import Prelude, Scene
from harness.targets.target import Request
from harness.words.finding import Confidence, Finding
from tests.diagnose.sides import held

FOLDER = Path("/home/user")


def side(name: str, place: str, source: str, detail: str = "") -> Side:
    request = Request(FOLDER / "train.py", {}, 60.0, 1, 1, scene=Scene(FOLDER, preludes=(Prelude("python2"),)))
    failure = Failure("raised", f"{place}: NameError: name '{name}' is not defined", detail)
    return Side("train.py@tf1.4", (), source=source, failure=failure, origin=Origin(Path("python"), request))


def finding(failed: Side) -> Finding:
    (found,) = [each for each in diagnose(held(failed, failed), None) if each.cause == "undefined-name"]
    assert found.confidence is Confidence.LIKELY
    return found


NOTEBOOK = """import tensorflow as tf  # code cell 1
print(later)
# code cell 2
later = 1
"""


@pytest.mark.parametrize(
    ("name", "place", "source", "says", "change"),
    [
        (
            "np",
            "train.py:2",
            "import numpy\nx = np.ones(3)\n",
            "train.py@tf1.4 uses np in line 2, and has not imported it",
            "add the line: import numpy as np",
        ),
        (
            "batch",
            "train.py:2",
            "import numpy\nprint(batch)\n",
            "train.py@tf1.4 uses batch in line 2, and nothing in its lines sets, defines or imports that name",
            "set batch before that line, or import it: it may stand in another file",
        ),
        (
            "____",
            "train.py:2",
            "import numpy\nw = ____\n",
            "train.py@tf1.4 has a gap in line 2: ____ stands there for code that is to be filled in",
            "fill it in",
        ),
        (
            "batch",
            "cell 1, line 1",
            "from helper import *  # code cell 1\nprint(batch)\n",
            "train.py@tf1.4 uses batch in cell 1, line 1, and nothing in its lines sets, defines or imports that name; "
            "what it takes by import * or runs by exec did not either",
            "set batch before that line, or import it: it may stand in a cell that has been removed or was never saved",
        ),
        (
            "later",
            "cell 1, line 1",
            NOTEBOOK,
            "train.py@tf1.4 uses later in cell 1, line 1, and sets it first in cell 2, line 1, which comes later; the "
            "cells were run in another order than they stand",
            "move what sets later before its use",
        ),
        (
            "loss",
            "train.py:3",
            "def build():\n    loss = 1\nprint(loss)\n",
            "train.py@tf1.4 uses loss in line 3, and sets it only within build, in line 2, which nobody outside of it "
            "sees",
            "return it from build, or declare it there: global loss",
        ),
        (
            "saver",
            "train.py:3",
            "if False:\n    saver = 1\nprint(saver)\n",
            "train.py@tf1.4 uses saver in line 3; line 2 sets it, and was not reached: it stands under a condition, in "
            "a loop that had no turn, or in a try that failed before",
            "look at what line 2 stands under: in this run it did not hold",
        ),
    ],
)
def test_where_the_text_sets_a_name_is_said(name: str, place: str, source: str, says: str, change: str) -> None:
    found = finding(side(name, place, source))
    assert (found.evidence, found.change) == (says, change)


def test_a_name_that_a_function_declares_global_is_the_scripts() -> None:
    source = "def build():\n    global loss\n    loss = 1\nprint(loss)\n"
    assert "line 3 sets it, and was not reached" in finding(side("loss", "train.py:4", source)).evidence


@pytest.mark.parametrize(
    ("name", "says", "change"),
    [
        (
            "unicode",
            "runs lookup.py, line 7, which uses unicode: Python 2 had it, and Python 3 has str in its place",
            "take a version of that package that is for Python 3: --with PACKAGE==VERSION",
        ),
        ("flags", "runs lookup.py, line 7, which uses flags, and nothing there sets it", "set flags in that file"),
    ],
)
def test_a_name_of_another_file_is_told_with_that_file(name: str, says: str, change: str) -> None:
    detail = (
        'Traceback (most recent call last):\n  File "/home/user/train.py", line 2, in <module>\n    import lookup\n'
        f"  File \"/layers/lookup.py\", line 7, in <module>\n    {name}\nNameError: name '{name}' is not defined\n"
    )
    found = finding(side(name, "train.py:2", "import lookup\nimport other\n", detail))
    assert says in found.evidence
    assert change in found.change


def test_what_only_python_2_has_is_left_to_the_causes_that_know_it() -> None:
    failed = side("unicode", "train.py:1", "unicode('a')\n")
    assert [each.cause for each in diagnose(held(failed, failed), None)] == ["errors"]
    untranslated = (
        replace(failed, origin=replace(failed.origin, request=replace(failed.origin.request, scene=Scene(FOLDER))))
        if failed.origin
        else failed
    )
    assert [each.cause for each in diagnose(held(untranslated, untranslated), None)] == ["python2", "errors"]
