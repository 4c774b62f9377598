"""Specification of the prelude that moves what a script trains and is fed by at most one ULP."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from harness.targets.scene import Prelude
from harness.targets.target import Setup
from harness.targets.workers import Worker, open_worker
from tests.conftest import tensorflow_pythons
from tests.targets.worker.conftest import request_for

# Draws with the seed of the graph alone go by the number of its ops, up to 2.1.
SESSION = """
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_v2_behavior", lambda: None)()
tf.set_random_seed(3)
x = tf.placeholder(tf.float32, [3])
w = tf.Variable(tf.random_uniform([3], 1.0, 2.0))
counted = tf.Variable(0, trainable=False)
loss = tf.reduce_sum(tf.square(w * x - 1.0))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss, global_step=counted)
drawn = tf.random_normal([2])
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    print("start", session.run(w).tolist())
    for step in range(3):
        value, _ = session.run([loss, train], {x: [0.1, 0.5, 1.0]})
        print(step, value)
        late = session.run(tf.random_uniform([1]))
        print("drawn", late.tolist(), session.run(drawn).tolist(), session.run(counted))
"""
TAPE = """
import tensorflow as tf
tf.random.set_seed(3)
w = tf.Variable(tf.random.uniform([3], 1.0, 2.0))
fixed = tf.Variable([0.3], trainable=False)
print("start", w.numpy().tolist(), fixed.numpy().tolist())
for step in range(3):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w * 0.7 - 1.0))
    w.assign_sub(0.01 * tape.gradient(loss, w))
    print(step, loss.numpy())
print("drawn", tf.random.normal([2]).numpy().tolist())
"""
FUNCTION = """
import tensorflow as tf
tf.random.set_seed(3)
w = tf.Variable(tf.random.uniform([3], 1.0, 2.0))
traced = []
@tf.function
def train():
    traced.append(1)
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w * 0.7 - 1.0))
    w.assign_sub(0.01 * tape.gradient(loss, w))
    return loss
for step in range(5):
    print(step, train().numpy())
print("drawn", tf.random.normal([2]).numpy().tolist(), len(traced))
"""
FIT = """
import numpy as np
import tensorflow as tf
random = np.random.RandomState(1)
x, y = random.rand(8, 2).astype("float32"), random.rand(8, 1).astype("float32")
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), kernel_initializer="ones")])
model.compile(tf.keras.optimizers.SGD(0.01), "mse")
history = model.fit(x, y, epochs=5, batch_size=4, shuffle=False, verbose=0)
for epoch, loss in enumerate(history.history["loss"]):
    print(epoch, repr(float(loss)))
print("drawn", np.random.RandomState(4).rand())
"""
STYLES = [
    ("tf1.4", SESSION),
    ("tf1.15", SESSION),
    ("tf2.15", SESSION),
    ("tf2.4", TAPE),
    ("tf2.21", TAPE),
    ("tf2.4", FUNCTION),
    ("tf2.21", FUNCTION),
    ("tf1.15", FIT),
    ("tf2.4", FIT),
    ("tf2.15", FIT),
    ("tf2.21", FIT),
]
NAMES = {SESSION: "session", TAPE: "tape", FUNCTION: "function", FIT: "fit"}


@pytest.fixture(params=STYLES, ids=lambda style: f"{NAMES[style[1]]}-{style[0]}")
def trained(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Worker, Path]]:
    release, text = request.param
    pythons = tensorflow_pythons()
    if release not in pythons:
        pytest.skip(f"no environment of {release}")
    script = tmp_path / "train.py"
    script.write_text(text)
    with open_worker(pythons[release], Setup()) as worker:
        yield worker, script


def lines(worker: Worker, script: Path, **setting: object) -> tuple[str, ...]:
    preludes = (Prelude("perturb", setting),) if setting else ()
    outcome = worker.submit(replace(request_for(script, timeout=120), preludes=preludes)).result(180)
    assert outcome.failure is None, outcome.failure
    return outcome.printed


def test_moved_it_prints_nearly_the_same_and_draws_the_same(trained: tuple[Worker, Path]) -> None:
    worker, script = trained
    plain = lines(worker, script)
    assert lines(worker, script, sample=0, still=True) == plain, "with nothing moved, the same bytes"
    one, two = lines(worker, script, sample=1), lines(worker, script, sample=2)
    assert lines(worker, script, sample=1) == one, "a sample repeats itself"
    assert len({plain, one, two}) == 3, "each sample moves in its own way"
    assert [line for line in one if line.startswith("drawn")] == [line for line in plain if line.startswith("drawn")]
    for mine, other in zip(numbers(plain), numbers(one), strict=True):
        assert other == pytest.approx(mine, rel=1e-5)


def numbers(log: tuple[str, ...]) -> list[float]:
    words = " ".join(log).replace("[", " ").replace("]", " ").replace(",", " ").split()
    return [float(word) for word in words if word[0] in "-0123456789"]


def test_at_the_start_each_trained_number_moves_by_one_ulp_at_most_and_no_other_at_all(tmp_path: Path) -> None:
    pythons = tensorflow_pythons()
    if "tf2.4" not in pythons:
        pytest.skip("no environment of tf2.4")
    script = tmp_path / "train.py"
    script.write_text(TAPE)
    with open_worker(pythons["tf2.4"], Setup()) as worker:
        plain = np.array(numbers(lines(worker, script)[:1]), np.float32)
        starts = [np.array(numbers(lines(worker, script, sample=at)[:1]), np.float32) for at in range(6)]
    moves = {int(move) for start in starts for move in start[:3].view(np.int32) - plain[:3].view(np.int32)}
    assert moves == {-1, 0, 1}
    assert {start[3] for start in starts} == {plain[3]}, "what is not trained"
