"""Specification of what is told of a step whose loss takes much memory, in a Session that does not compute it."""

from pathlib import Path

import pytest

from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.conftest import tensorflow_pythons
from tests.targets.test_watch import number, watched
from tests.targets.worker.conftest import request_for

# 1.2 million halves; the rate takes a fifth of them, so that the loss, the mean square, is 0.25, 0.16, 0.1024, but for
# what sums of a million float32 lose.
LARGE = """
import numpy as np
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
tf.set_random_seed(1)
x = tf.placeholder(tf.float32, [1200, 1000])
w = tf.get_variable("w", initializer=tf.zeros([1200, 1000]) + 0.5, use_resource=True)
loss = tf.reduce_mean(tf.square({}))
train = tf.train.GradientDescentOptimizer(120000.0).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for _ in range(3):
        session.run(train, {{x: np.zeros([1200, 1000])}})
    print("%.6f" % session.run(tf.reduce_sum(w)))
"""
RELEASES = pytest.mark.parametrize("release", ["tf1.4", "tf1.15", "tf2.15"])


@RELEASES
def test_its_loss_is_that_of_the_values_before_the_update(release: str, tmp_path: Path) -> None:
    _, seen = watched(release, LARGE.format("w + x"), tmp_path)
    assert [number(step.loss) for step in seen.steps] == pytest.approx([0.25, 0.16, 0.1024], rel=0.01)
    assert [each.gradient is not None for step in seen.steps for each in step.variables] == [True] * 3
    assert seen.remarks == ()


@RELEASES
def test_what_it_draws_is_drawn_once_a_step(release: str, tmp_path: Path) -> None:
    text = LARGE.format("w + tf.random_uniform([1200, 1000])")
    outcome, seen = watched(release, text, tmp_path)
    # The mean square of 0.5 + u, u between 0 and 1: a quarter, a half, a third.
    assert number(seen.steps[0].loss) == pytest.approx(13 / 12, abs=0.002)
    with open_worker(tensorflow_pythons()[release], Setup()) as worker:
        assert outcome.printed == worker.submit(request_for(tmp_path / "train.py", timeout=200)).result(300).printed
