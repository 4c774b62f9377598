"""Specification of what the watcher counts as a step, and of what each step is told with."""

from pathlib import Path

import pytest

from tests.targets.test_watch import number, watched

GRAPH = """
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
w = tf.Variable(5.0, name="w")
"""
ASSIGNED = (
    GRAPH
    + """
train = tf.train.GradientDescentOptimizer(0.2).minimize(tf.square(w + 1.0))
given = tf.placeholder(tf.float32, [])
setting, clipping = tf.assign(w, given), tf.assign(w, tf.clip_by_value(w, -2.0, 2.0))
saver = tf.train.Saver()
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    path = saver.save(session, "./kept")
    session.run(setting, {given: 7.0})
    saver.restore(session, path)
    for _ in range(2):
        session.run(train)
        session.run(clipping)
"""
)
TWO_LOSSES = (
    GRAPH
    + """
v = tf.Variable(1.0, name="v")
one = tf.train.GradientDescentOptimizer(0.2).minimize(tf.square(w + 1.0), var_list=[w])
two = tf.train.GradientDescentOptimizer(0.1).minimize(tf.square(v - 3.0), var_list=[v])
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run([one, two])
    session.run([one, two])
"""
)
SPARSE = (
    GRAPH
    + """
table = tf.Variable([1.0, 2.0, 3.0], name="table")
average = tf.Variable(0.0, trainable=False, name="table/average")
kept = tf.assign(average, tf.reduce_mean(table))
with tf.control_dependencies([kept]):
    train = tf.train.AdamOptimizer(0.1).minimize(tf.reduce_sum(tf.square(tf.gather(table, [1]))), var_list=[table])
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(train)
"""
)
BY_HAND = (
    GRAPH
    + """
step = tf.assign(w, w - 0.2 * 2.0 * (w + 1.0))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(step)
    session.run(step)
"""
)
IN_A_LOOP = """
import numpy as np
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
w = tf.Variable(2.0, name="w")
_, power = tf.while_loop(lambda i, p: i < 3, lambda i, p: (i + 1, p * w), [tf.constant(0), tf.constant(1.0)])
train = tf.train.GradientDescentOptimizer(0.01).minimize(power)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(train)
"""
SCHEDULE = """
import tensorflow as tf
w = tf.Variable(5.0)
optimizer = tf.keras.optimizers.SGD(tf.keras.optimizers.schedules.ExponentialDecay(0.2, 1, 0.5))
for _ in range(3):
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1.0)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
"""


@pytest.mark.parametrize("release", ["tf1.4", "tf1.15", "tf2.15"])
def test_a_restore_a_copy_and_a_clipping_of_weights_are_no_steps(release: str, tmp_path: Path) -> None:
    outcome, seen = watched(release, ASSIGNED, tmp_path)
    assert outcome.failure is None or outcome.failure.kind == "silent"
    assert seen.count == 2
    # 5 - 0.4 · 6 = 2.6, clipped to 2; 2 - 0.4 · 3 = 0.8.
    assert [number(step.variables[0].before) for step in seen.steps] == pytest.approx([5.0, 2.0])
    assert [number(step.variables[0].after) for step in seen.steps] == pytest.approx([2.6, 0.8])


@pytest.mark.parametrize("release", ["tf1.4", "tf2.15"])
def test_a_run_that_trains_by_two_losses_makes_two_steps(release: str, tmp_path: Path) -> None:
    _, seen = watched(release, TWO_LOSSES, tmp_path)
    assert seen.count == 4
    told = [(step.number, [each.name for each in step.variables], number(step.loss), step.rate) for step in seen.steps]
    assert [(at, names) for at, names, _, _ in told] == [(0, ["w"]), (1, ["v"]), (2, ["w"]), (3, ["v"])]
    assert [loss for _, _, loss, _ in told] == pytest.approx([36.0, 4.0, 12.96, 2.56])
    assert [rate for _, _, _, rate in told] == pytest.approx([0.2, 0.1, 0.2, 0.1])


@pytest.mark.parametrize("release", ["tf1.4", "tf2.15"])
def test_an_update_that_is_written_by_hand_is_a_step(release: str, tmp_path: Path) -> None:
    _, seen = watched(release, BY_HAND, tmp_path)
    assert [number(step.variables[0].after) for step in seen.steps] == pytest.approx([2.6, 1.16])


@pytest.mark.parametrize("release", ["tf1.4", "tf1.15"])
def test_the_gradient_that_a_while_loop_hands_out_is_seen(release: str, tmp_path: Path) -> None:
    _, seen = watched(release, IN_A_LOOP, tmp_path)
    # The power is w³, and its gradient 3 w² = 12.
    assert [number(step.variables[0].gradient) for step in seen.steps] == pytest.approx([12.0])


@pytest.mark.parametrize("release", ["tf2.4", "tf2.15", "tf2.21"])
def test_the_rate_of_a_schedule_is_that_of_the_step_itself(release: str, tmp_path: Path) -> None:
    _, seen = watched(release, SCHEDULE, tmp_path)
    assert [step.rate for step in seen.steps] == pytest.approx([0.2, 0.1, 0.05])


@pytest.mark.parametrize("release", ["tf1.4", "tf1.12", "tf2.15"])
def test_slots_that_a_sparse_update_moves_are_no_statistics(release: str, tmp_path: Path) -> None:
    (step,) = watched(release, SPARSE, tmp_path)[1].steps
    assert [each.name for each in step.variables] == ["table"]
    assert [each.name for each in step.state] == ["table/average"]


TWO_IN_ONE_TAPE = """
import tensorflow as tf
w, v = tf.Variable(5.0, name="w"), tf.Variable(1.0, name="v")
one, two = tf.keras.optimizers.SGD(0.2), tf.keras.optimizers.SGD(0.1)
@tf.function
def train():
    with tf.GradientTape(persistent=True) as tape:
        first, second = tf.square(w + 1.0), tf.square(v - 3.0)
    of_w, of_v = tape.gradient(first, [w]), tape.gradient(second, [v])
    one.apply_gradients(zip(of_w, [w]))
    two.apply_gradients(zip(of_v, [v]))
train()
"""


@pytest.mark.parametrize("release", ["tf2.4", "tf2.15"])
def test_each_of_two_steps_of_one_tape_has_its_own_loss(release: str, tmp_path: Path) -> None:
    _, seen = watched(release, TWO_IN_ONE_TAPE, tmp_path)
    assert [(step.variables[0].name, number(step.loss)) for step in seen.steps] == [("w", 36.0), ("v", 4.0)]
