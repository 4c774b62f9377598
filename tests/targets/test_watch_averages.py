"""Specification of averages that are kept in variables which could be trained, as every variable can by default."""

from pathlib import Path

import pytest

from harness.watching.stages import hold_stages
from harness.watching.watched import watched as held
from harness.words.observation import Observation
from tests.targets.test_watch import number, watched

# w = 5, 2.6, 1.16 and so on, the loss (w + 1)² is 36, 12.96, 4.6656, of which the average takes a tenth each time.
SESSION = """
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
w = tf.Variable(5.0, name="w")
average = tf.Variable(0.0, name="average")
loss = tf.square(w + 1.0)
with tf.control_dependencies([average.assign(0.9 * average + 0.1 * loss)]):
    train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for _ in range(3):
        session.run(train)
"""
EAGER = """
import tensorflow as tf
w = tf.Variable(5.0, name="w")
average = tf.Variable(0.0, name="average")
w.assign(5.0)
for _ in range(3):
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1.0)
    gradient = tape.gradient(loss, w)
    average.assign(0.9 * average + 0.1 * loss)
    w.assign_sub(0.2 * gradient)
"""
FUNCTION = """
import tensorflow as tf
w = tf.Variable(5.0, name="w")
average = tf.Variable(0.0, name="average")
@tf.function
def step():
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1.0)
    gradient = tape.gradient(loss, w)
    average.assign(0.9 * average + 0.1 * loss)
    w.assign_sub(0.2 * gradient)
for _ in range(3):
    step()
"""
WAYS = [
    *[(SESSION, release) for release in ("tf1.4", "tf1.15", "tf2.15")],
    *[(EAGER, release) for release in ("tf2.4", "tf2.15", "tf2.21")],
    *[(FUNCTION, release) for release in ("tf2.4", "tf2.15", "tf2.21")],
]


def averages(seen: Observation) -> list[dict[str, float | None]]:
    return [{each.name: number(each.after) for each in step.state} for step in seen.steps]


@pytest.mark.parametrize(("text", "release"), WAYS, ids=lambda each: each if len(each) < 12 else "")
def test_they_move_as_those_that_cannot_be_trained(text: str, release: str, tmp_path: Path) -> None:
    _, seen = watched(release, text, tmp_path)
    assert [list(each) for each in averages(seen)] == [["average"]] * 3
    assert [each["average"] for each in averages(seen)] == pytest.approx([3.6, 4.536, 4.54896])
    assert [[each.name for each in step.variables] for step in seen.steps] == [["w"]] * 3


def test_those_that_move_in_a_condition_of_control_flow_v2_are_seen(tmp_path: Path) -> None:
    assign = "average.assign(0.9 * average + 0.1 * loss)"
    text = SESSION.replace(
        "average = tf.Variable(0.0", "still = tf.Variable(2.0, trainable=False)\naverage = tf.Variable(0.0"
    )
    text = text.replace('name="average"', 'trainable=False, name="average"')
    text = text.replace(assign, f"tf.cond(loss > 0.0, lambda: {assign} + still, lambda: average + 0.0)")
    _, seen = watched("tf2.15", text, tmp_path)
    assert [list(each) for each in averages(seen)] == [["average"]] * 3
    assert [each["average"] for each in averages(seen)] == pytest.approx([3.6, 4.536, 4.54896])


@pytest.mark.parametrize("text", [SESSION, EAGER, FUNCTION], ids=["session", "eager", "function"])
def test_it_makes_no_difference_which_side_could_train_its_average(text: str, tmp_path: Path) -> None:
    _, left = watched("tf2.15", text.replace('name="average"', 'trainable=False, name="average"'), tmp_path)
    _, right = watched("tf2.15", EAGER, tmp_path)
    assert held(left, right).parting is None
    assert all(hold_stages(*both, held(left, right).pairs) for both in zip(left.steps, right.steps, strict=True))
