"""Specification of the list of what is unlike: how it is told, and where in a notebook its places are."""

import json
from pathlib import Path

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.observing.places import in_cells, where, with_places
from harness.sides.observing.unlike import all_unlike, unlike_text
from harness.sides.observing.watch import WatchedSides
from harness.targets.outcome import Failure, Outcome
from harness.targets.report import Seen
from harness.targets.target import Request
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedLayer, ObservedStep, ObservedVariable
from harness.words.stage import Stage
from harness.words.trace import Trace
from harness.words.unlike import Unlike
from tests.watching.arrays import reduced

W = ObservedVariable("w", reduced(0.5), reduced(0.1), reduced(0.4))


def side(script: Path) -> Side:
    return Side(script.name, (), origin=Origin(Path("python"), Request(script, {}, 1.0, 1, 1)))


def test_eight_are_told_and_the_rest_is_counted() -> None:
    found = tuple(Unlike(Stage.START, f"w{at} begins with", "0", "1") for at in range(9))
    text = unlike_text(found)
    assert text[0] == "seen to be unlike, whatever comes of it:"
    assert text[1] == "    start: w0 begins with 0 on the left, 1 on the right"
    assert text[9:] == ["    and 1 more (--json FILE has all)"]
    assert unlike_text(()) == []


def test_settings_of_sides_that_agree_in_all_steps_are_no_news() -> None:
    rates = [
        Seen("call", {"symbol": "tf.AdamW", "kind": "optimizer", "settings": {"weight_decay": each}, "line": 5})
        for each in (0.02, 0.4)
    ]
    sides = Side("old.py", (), seen=(rates[0],)), Side("new.py", (), seen=(rates[1],))

    def of_loss(right: float) -> tuple[Unlike, ...]:
        seen = [
            Observation((ObservedStep(0, "session", "", reduced(loss), variables=(W,)),), 1) for loss in (3.0, right)
        ]
        return all_unlike(WatchedSides(watched(seen[0], seen[1]), sides=sides))

    assert of_loss(3.0) == ()
    assert [each.what for each in of_loss(4.0)] == ["the optimizer is"]


def test_lines_of_a_notebook_are_told_by_their_cells(tmp_path: Path) -> None:
    notebook = tmp_path / "train.ipynb"
    texts = ("a = 1\nb = 2", "c = 3")
    cells = [{"cell_type": "code", "metadata": dict[str, str](), "outputs": [""][1:], "source": each} for each in texts]
    notebook.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}))
    assert [where(side(notebook))(line) for line in (3, 5)] == ["cell 1, line 2", "cell 2, line 1"]
    assert where(side(tmp_path / "train.py"))(3) == "line 3"
    seen = Observation((ObservedStep(0, layers=(ObservedLayer(0, "Mul", "Mul", line=5),)),), 1)
    assert with_places(seen, side(notebook)).steps[0].layers[0].named == "Mul (cell 2, line 1)"
    assert with_places(seen, side(tmp_path / "train.py")) == seen
    failed = Outcome(Trace(()), Failure("raised", "train.ipynb:5: ZeroDivisionError", ""), "", "", 0.0)
    placed = in_cells(failed, side(notebook)).failure
    assert placed is not None
    assert placed.reason == "cell 2, line 1: ZeroDivisionError"
