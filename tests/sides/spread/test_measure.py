"""Specification of ``harness compare --samples``: real scripts, run again moved by one ULP."""

from pathlib import Path

import pytest

from harness.diagnose.evidence.gather import SideComparison, compare_sides
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.run import Sides, run_sides
from harness.sides.spread.measure import Measured, measure_spread, with_spread
from harness.sides.spread.text import spread_document, spread_text
from harness.sides.words import Project, read_side
from harness.targets.target import Limits, Setup
from harness.words.finding import Place
from harness.words.verdict import Verdict

TOLERANCES = Tolerances(Tolerance(), {})
# What it prints grows by half in each step, and so does what a rounding made of it.
GROWING = """
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_v2_behavior", lambda: None)()
w = tf.Variable([0.3, 0.7, 1.1])
train = tf.train.GradientDescentOptimizer(0.25).minimize(-tf.reduce_sum(w * w))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(12):
        print("step %d w %.9g %.9g %.9g" % ((step,) + tuple(session.run(w))))
        session.run(train)
"""
UNSEEDED = "import random\nfor step in range(5):\n    print('step', step, 'loss', random.random())\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def measured(
    left: str, right: str, python: Path, samples: int = 4, places: tuple[Place, ...] = ()
) -> tuple[Sides, SideComparison, Measured, SideComparison]:
    """Both sides, their comparison, what the samples showed, and the comparison with that."""

    def no_project() -> Path:
        raise AssertionError("no project is asked for")

    project = Project(no_project, lambda: (_ for _ in ()).throw(AssertionError))
    for name, text in (("left", left), ("right", right)):
        (Path(f"{name}.py") if "import" in text else Path(f"{name}.log")).write_text(text)
    sides = [
        read_side(f"{name}.py" if "import" in text else f"{name}.log", f"--{name}", python, project, Limits(timeout=60))
        for name, text in (("left", left), ("right", right))
    ]
    with run_sides(sides[0], sides[1], Setup(jobs=2)) as both:
        held = compare_sides(both.left, both.right, TOLERANCES)
        found = measure_spread(both, held, TOLERANCES, samples, places)
    return both, held, found, with_spread(both, held, TOLERANCES, found)


def test_a_start_that_is_one_ulp_off_is_amplified_and_said_so(folder: Path, tf2_python: Path) -> None:
    _, held, found, anew = measured(GROWING, GROWING.replace("0.7,", "0.70000005,"), tf2_python)
    assert held.comparison.verdict is Verdict.DIVERGED or held.comparison.verdict is Verdict.DRIFTED
    assert anew.comparison.verdict is Verdict.AMPLIFIED
    (line,) = spread_text(found)
    assert line.startswith("amplified: ")
    assert "within what one ULP at the start does to this script (spread " in line
    document = spread_document(found)
    assert (document["samples"], document["outside"], document["cannot_tell"]) == (4, 0, 0)


def test_a_start_that_is_a_hundred_ulp_off_stays_diverged(folder: Path, tf2_python: Path) -> None:
    _, _, found, anew = measured(GROWING, GROWING.replace("0.7,", "0.700006,"), tf2_python)
    assert anew.comparison.verdict is Verdict.DIVERGED
    assert found.sensitivity is not None
    assert found.sensitivity.outside > 0
    assert any(line.startswith("beyond what rounding makes of this script: ") for line in spread_text(found))


def test_a_side_that_does_not_repeat_itself_has_no_spread(folder: Path, tf2_python: Path) -> None:
    _, _, found, anew = measured(UNSEEDED, UNSEEDED, tf2_python)
    assert found.problem == "the left side does not repeat itself, so that no spread of rounding can be measured"
    assert anew.comparison.verdict is Verdict.DIVERGED


def test_where_the_left_side_is_a_log_the_right_one_is_moved(folder: Path, tf2_python: Path) -> None:
    both, _, _, _ = measured(GROWING, GROWING, tf2_python)
    log = "\n".join(both.left.lines).replace("0.7 ", "0.70000005 ") + "\n"
    _, held, found, anew = measured(log, GROWING, tf2_python)
    assert held.comparison.verdict in (Verdict.DRIFTED, Verdict.ROUNDED, Verdict.IDENTICAL)
    assert found.problem == ""
    assert anew.comparison.verdict.passes


def test_two_logs_have_no_spread(folder: Path, tf2_python: Path) -> None:
    _, _, found, _ = measured("loss 1.0\n", "loss 2.0\n", tf2_python)
    assert list(spread_text(found)) == ["spread of rounding: no side can be run: two logs have no spread"]


def test_both_sides_may_be_moved_and_old_releases_too(folder: Path, tf1_python: Path) -> None:
    _, _, found, anew = measured(
        GROWING, GROWING.replace("0.7,", "0.70000005,"), tf1_python, places=(Place.LEFT, Place.RIGHT)
    )
    assert found.problem == ""
    assert anew.comparison.verdict is Verdict.AMPLIFIED
