"""Specification of operands in another order: two scripts that are watched and diagnosed."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.evidence.gather import compare_sides, gather
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.diagnosis import diagnose_sides
from harness.sides.observing.watch import watch_sides
from harness.sides.run import run_sides
from harness.targets.target import Setup
from tests.jobs import job_of

USUAL = Tolerances(Tolerance(), {})
PORT = """
import numpy as np
import tensorflow as tf

rng = np.random.RandomState(4)
rows = tf.constant(rng.randn(12, 3).astype(np.float32))
goal = tf.constant(rng.randn(12, 3).astype(np.float32))
w = tf.Variable(rng.randn(3, 3).astype(np.float32), name="w")
for step in range(5):
    with tf.GradientTape() as tape:
        predicted = tf.matmul(rows, w)
        loss = tf.reduce_mean(tf.exp(0.1 * (predicted - goal)) / (1.0 + tf.square(goal)))
    w.assign_sub(0.2 * tape.gradient(loss, w))
    print("step %d loss %.6f" % (step, loss.numpy()))
"""


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("(predicted - goal)", "(goal - predicted)", "minus the left side's"),
        ("tf.matmul(rows, w)", "tf.transpose(tf.matmul(w, tf.transpose(rows)))", ""),
    ],
)
def test_the_order_of_operands(was: str, now: str, says: str, tmp_path: Path, tf2_python: Path) -> None:
    assert was in PORT
    left = job_of(tmp_path / "left.py", PORT, tf2_python)
    right = job_of(tmp_path / "right.py", PORT.replace(was, now), tf2_python)
    with run_sides(left, right, Setup(jobs=2)) as both:
        held = compare_sides(both.left, both.right, USUAL)
        evidence = replace(gather(both.left, both.right, USUAL, held), watched=watch_sides(both))
        findings = diagnose_sides(both, evidence, Setup(jobs=2), budget=3600.0).findings
    found = [(each.cause, each.confidence.value) for each in findings]
    if says:
        assert found == [("operands-swapped", "confirmed")]
        assert findings[0].evidence.endswith(f"and what comes out is {says}")
    else:
        # Two turned matrices are no swapped operands.
        assert ("operands-swapped", "confirmed") not in found
