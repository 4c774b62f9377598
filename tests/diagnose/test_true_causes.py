"""Specification of what is confirmed, by which run, and of what is only said: pairs of small scripts on real TensorFlow."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.targets.target import MEBIBYTE, Request, Setup
from harness.targets.workers import open_worker
from harness.words.finding import Confidence, Diagnosis

Ask = Callable[[str, str], Diagnosis]
USUAL = Tolerances(Tolerance(), {})

EAGER = """import tensorflow as tf

w = tf.Variable(3.0)
for i in range({rows}):
    with tf.GradientTape() as tape:
        loss = tf.square(w - 1)
    w.assign_sub(0.1 * tape.gradient(loss, w))
    print("%d w %.6f loss %.6f" % (i, w.numpy(), {loss}.numpy()))
"""
BEFORE, AFTER = "loss", "tf.square(w - 1)"


@pytest.fixture
def ask(tf2_python: Path, tmp_path: Path) -> Ask:
    """Run two scripts on the same TensorFlow and look for causes, with experiments."""

    def ask(left: str, right: str) -> Diagnosis:
        sides: list[Side] = []
        with open_worker(tf2_python, Setup()) as worker, Laboratory(budget=60.0) as laboratory:
            for name, text in (("left.py", left), ("right.py", right)):
                script = tmp_path / name
                script.write_text(text, encoding="utf-8")
                request = Request(script, {}, 60.0, 4096 * MEBIBYTE, MEBIBYTE)
                origin = Origin(worker.target.python, request)
                sides.append(side_of_outcome(name, worker.target, origin, worker.submit(request).result()))
            laboratory.lend(worker.target.python, worker)
            return look_for_causes(gather(sides[0], sides[1], USUAL), laboratory)

    return ask


def causes(diagnosis: Diagnosis) -> list[str]:
    return [f"{finding.cause} {finding.confidence}" for finding in diagnosis.findings]


@pytest.mark.parametrize("rows", [3, 8])
def test_a_loss_from_after_the_update_is_confirmed_by_a_longer_run_that_gives_what_was_foretold(
    ask: Ask, rows: int
) -> None:
    found = ask(EAGER.format(rows=rows, loss=BEFORE), EAGER.format(rows=rows, loss=AFTER))
    assert causes(found) == ["shifted confirmed"]
    [experiment] = found.findings[0].experiments
    assert experiment.says == "one record more"
    assert experiment.side == "left"
    assert (experiment.before, experiment.agreeing, experiment.total) == (3 * rows - 1, 3 * rows, 3 * rows)


def test_what_a_longer_run_does_not_bear_out_is_no_shift(ask: Ask) -> None:
    rows = (
        'values = [4.0, 2.56, 1.6384, {last}]\nfor i in range(3):\n    print("%d loss %.6f" % (i, values[i{more}]))\n'
    )
    left = "import tensorflow as tf\n" + rows.format(last=9.0, more="")
    right = "import tensorflow as tf\n" + rows.format(last=1.048576, more=" + 1")
    assert causes(ask(left, right)) == []


def test_draws_that_are_printed_again_are_no_missing_update_where_no_side_updates_anything(ask: Ask) -> None:
    left = """import tensorflow as tf

tf.random.set_seed(4)
for i in range(3):
    print("draw %d value %.6f" % (i, tf.random.uniform([], seed=9).numpy()))
"""
    right = """import tensorflow as tf

tf.random.set_seed(4)
value = tf.random.uniform([], seed=9).numpy()
for i in range(3):
    print("draw %d value %.6f" % (i, value))
"""
    assert "update-not-applied" not in " ".join(causes(ask(left, right)))


def test_an_epsilon_that_makes_a_factor_of_ten_is_not_told_as_last_digits(ask: Ask) -> None:
    left = """import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.Variable(2e-6)
step = tf.train.AdamOptimizer(0.001).minimize(0.01 * tf.square(w))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    values = []
    for _ in range(3):
        session.run(step)
        values.append("%.9g" % session.run(w))
print(2e-6, values)
"""
    right = """import tensorflow as tf

w = tf.Variable(2e-6)
optimizer = tf.keras.optimizers.Adam(0.001)
values = []
for _ in range(3):
    with tf.GradientTape() as tape:
        loss = 0.01 * tf.square(w)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    values.append("%.9g" % w.numpy())
print(2e-6, values)
"""
    found = ask(left, right)
    assert causes(found) == ["epsilon confirmed"]
    says = [experiment.says for experiment in found.findings[0].experiments]
    assert says == ["epsilon 1e-08", "epsilon 1e-08 and tf.train's formula"]


def test_a_float64_model_that_keras_casts_is_no_matter_of_releases(ask: Ask) -> None:
    left = """import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = np.linspace(0.0, 1.0, 8).reshape(8, 1)
y = 3 * x + 0.1
w = tf.Variable(np.full((1, 1), 0.5))
loss = tf.reduce_mean(tf.square(tf.matmul(tf.constant(x), w) - y))
train = tf.train.GradientDescentOptimizer(0.3).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        print("step %d loss %.12f" % (step, session.run(loss)))
        session.run(train)
"""
    right = """import numpy as np
import tensorflow as tf

x = np.linspace(0.0, 1.0, 8).reshape(8, 1)
y = 3 * x + 0.1
layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer=tf.keras.initializers.Constant(0.5))
optimizer = tf.keras.optimizers.SGD(0.3)
for step in range(6):
    with tf.GradientTape() as tape:
        out = layer(x)
        loss = tf.reduce_mean(tf.square(out - tf.cast(y, out.dtype)))
    print("step %d loss %.12f" % (step, loss.numpy()))
    optimizer.apply_gradients(zip(tape.gradient(loss, layer.trainable_variables), layer.trainable_variables))
"""
    first = ask(left, right).findings[0]
    assert first.cause == "float64" and first.confidence is not Confidence.POSSIBLE
    assert "set_floatx('float64')" in first.change


def test_a_script_that_draws_nothing_is_not_told_to_seed_its_draws(ask: Ask) -> None:
    text = """import os
import tensorflow as tf

w = tf.Variable(float(os.getpid() % 1000) + 1.5)
for i in range(4):
    w.assign_sub(0.1 * w)
    print("step %d w %.6f" % (i, w.numpy()))
"""
    found = ask(text, text)
    assert causes(found) == ["not-reproducible confirmed"]
    assert found.findings[0].change.startswith("the script draws no random number")
