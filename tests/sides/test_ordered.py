"""Specification: what races is compared in the order in which it agrees; a port that prints one of them is right."""

from pathlib import Path

import pytest

from harness.diagnose.evidence.gather import compare_sides
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.ordered import Ordered, ordered_document, ordered_text, with_order
from harness.sides.run import run_sides
from harness.sides.words import Job
from harness.targets.target import Setup
from harness.words.verdict import Verdict
from tests.jobs import job_of

TOLERANCES = Tolerances(Tolerance(), {})
# The slope is fetched with the step that changes it: which of its values comes out the graph leaves open.
OLD = """
import tensorflow as tf

slope = tf.Variable(5.0)
loss = tf.square(slope - 1.0)
step = tf.train.GradientDescentOptimizer(0.125).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(5):
        print("step %d slope %.6f" % (i, session.run([slope, step])[0]))
"""
PORT = """
import tensorflow as tf

slope = tf.Variable({start})
for i in range(5):
    with tf.GradientTape() as tape:
        loss = tf.square(slope - 1.0)
    before = slope.numpy()
    slope.assign_sub(0.125 * tape.gradient(loss, slope))
    print("step %d slope %.6f" % (i, {printed}))
"""


def compared(left: Job, right: Job) -> tuple[Verdict, Ordered | None]:
    with run_sides(left, right, Setup(jobs=2)) as both:
        held = compare_sides(both.left, both.right, TOLERANCES)
        return held.comparison.verdict, with_order(both, held, TOLERANCES)


@pytest.mark.parametrize("printed", ["before", "slope.numpy()"])
def test_a_port_that_prints_one_of_the_values_agrees(
    printed: str, tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    left = job_of(tmp_path / "old.py", OLD, tf1_python)
    right = job_of(tmp_path / "new.py", PORT.format(start="5.0", printed=printed), tf2_python)
    verdict, found = compared(left, right)
    if found is None:
        assert verdict is Verdict.IDENTICAL
        return
    assert found.held.comparison.verdict is Verdict.IDENTICAL
    order = "before" if printed == "before" else "after"
    assert ordered_text(found)[-1] == f"compared with Variable:0 read {order} the update on the left side"
    assert ordered_document(found)["race"]["order"] == f"Variable:0 read {order} the update"


def test_a_port_that_agrees_with_no_order_is_compared_as_the_left_side_ran(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    left = job_of(tmp_path / "old.py", OLD, tf1_python)
    right = job_of(tmp_path / "new.py", PORT.format(start="5.5", printed="before"), tf2_python)
    assert compared(left, right) == (Verdict.DIVERGED, None)


def test_a_port_that_differs_later_is_compared_in_the_nearest_order(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    left = job_of(tmp_path / "old.py", OLD, tf1_python)
    port = PORT.format(start="5.0", printed="before + max(i - 3, 0)")
    _, found = compared(left, job_of(tmp_path / "new.py", port, tf2_python))
    assert found is not None
    assert found.order == "Variable:0 read before the update"
    assert found.held.comparison.verdict is Verdict.DIVERGED
    assert "fetches Variable:0 in the run that updates variable Variable" in found.race


def test_a_left_side_that_does_not_race_is_compared_as_it_is(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    text = OLD.replace("session.run([slope, step])[0]", "(session.run(slope), session.run(step))[0]")
    left = job_of(tmp_path / "old.py", text, tf1_python)
    right = job_of(tmp_path / "new.py", PORT.format(start="5.5", printed="before"), tf2_python)
    assert compared(left, right) == (Verdict.DIVERGED, None)
