"""Specification of witnesses: what they tell of a script, on releases of every era, and that they change nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.diagnose.detectors import ALL
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.targets.scene import Prelude
from harness.words.finding import Change
from tests.diagnose.conftest import RunScript
from tests.diagnose.test_migrations_of_behaviour import MIGRATIONS

WITNESSES = tuple(dict.fromkeys(name for cause in ALL for name in cause.witnesses if name != "watch_calls"))
GRAPH, EAGER = ("tf1.4", "tf1.8", "tf1.15"), ("tf2.4", "tf2.15", "tf2.21")


def watched(script: Path, release: str, run_script: RunScript, laboratory: Laboratory) -> tuple[Side, Side]:
    """A script's run as it is, and with all witnesses."""
    plain = run_script(script, release)
    assert plain.origin is not None
    request = replace(plain.origin.request, preludes=tuple(map(Prelude, WITNESSES)))
    given = laboratory.run(replace(plain, origin=replace(plain.origin, request=request)), Change("watched"), plain)
    assert isinstance(given, Side), given
    return plain, given


def told(side: Side, what: str) -> list[dict[str, Any]]:
    found = [seen.what for seen in side.seen if seen.kind == "behaviour" and seen.what["what"] == what]
    return [{key: value for key, value in each.items() if key != "what"} for each in found]


@pytest.mark.parametrize("release", EAGER)
@pytest.mark.parametrize(
    ("name", "what", "seen"),
    [
        (
            "accuracy_of_rows_and_columns",
            "broadcast both ways",
            [{"op": "Equal", "shapes": [[4], [4, 1]], "line": 13}],
        ),
        # In a function that was converted before, what is seen is the line of its call.
        ("normal_in_function", "drawn at tracing", [{"draw": "numpy.random.normal", "line": 19}]),
        ("random_of_python_in_map", "drawn at tracing", [{"draw": "random.gauss", "line": 9}]),
        (
            "regularizer_after_build",
            "regularizer late",
            [{"layer": "dense", "name": "kernel_regularizer", "line": 8}],
        ),
        ("losses_of_layers_unread", "regularizer kept", [{"by": "layer"}]),
        ("losses_of_layers_unread", "regularization read", []),
    ],
)
def test_what_is_seen_of_a_port(
    name: str, what: str, seen: list[dict[str, Any]], release: str, run_script: RunScript, laboratory: Laboratory
) -> None:
    plain, given = watched(MIGRATIONS / name / "new.py", release, run_script, laboratory)
    assert given.lines == plain.lines
    assert told(given, what) == seen


@pytest.mark.parametrize("release", EAGER)
@pytest.mark.parametrize(
    ("name", "what", "kind"),
    [
        ("subclassed_without_flag", "inference under a tape", "normalization"),
        ("frozen_normalization", "frozen and training", "normalization"),
    ],
)
def test_layers_that_do_not_train_are_seen(
    name: str, what: str, kind: str, release: str, run_script: RunScript, laboratory: Laboratory
) -> None:
    plain, given = watched(MIGRATIONS / name / "new.py", release, run_script, laboratory)
    assert given.lines == plain.lines
    assert [each["kind"] for each in told(given, what)] == [kind]


@pytest.mark.parametrize("release", GRAPH)
@pytest.mark.parametrize(
    ("name", "what", "seen"),
    [
        (
            "counted_by_hand_too",
            "counted",
            [{"variable": "step", "by": "the op GradientDescent"}, {"variable": "step", "by": "the op AssignAdd"}],
        ),
        ("iterations_counted_in_port", "counted", [{"variable": "step", "by": "the op GradientDescent"}]),
        ("accuracy_of_rows_and_columns", "broadcast both ways", []),
        ("normal_in_function", "drawn at tracing", []),
        ("regularizer_after_build", "regularizer late", []),
    ],
)
def test_what_is_seen_of_an_old_script(
    name: str, what: str, seen: list[dict[str, Any]], release: str, run_script: RunScript, laboratory: Laboratory
) -> None:
    plain, given = watched(MIGRATIONS / name / "old.py", release, run_script, laboratory)
    assert given.lines == plain.lines
    assert told(given, what) == seen


@pytest.mark.parametrize("release", [*GRAPH, "tf2.15"])
def test_updates_that_a_session_runs_are_seen(release: str, run_script: RunScript, laboratory: Laboratory) -> None:
    name = "new.py" if release == "tf2.15" else "old.py"
    plain, given = watched(MIGRATIONS / "average_not_run" / name, release, run_script, laboratory)
    assert given.lines == plain.lines
    shadow = ["Variable/ExponentialMovingAverage"]
    (trains,) = [each for each in told(given, "state updates") if each["trains"]]
    assert trains["there"] == shadow
    assert trains["run"] == ([] if name == "new.py" else shadow)
