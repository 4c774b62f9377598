"""Specification of the prelude that watches training: what is told of each step, in every way of training."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.targets.outcome import Outcome
from harness.targets.scene import Prelude
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from harness.watching.read import read_observation
from harness.words.observation import Observation, Reduced
from tests.conftest import tensorflow_pythons
from tests.targets.worker.conftest import request_for

# w = 5, loss (w + 1)², rate 0.2: gradients 12, 7.2, 4.32, and w = 2.6, 1.16, 0.296.
GRAPH = """
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
w = tf.Variable(5.0, name="w", {options})
loss = tf.square(w + 1.0)
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
{after}
"""
REF = GRAPH.replace(", {options}", "")
RESOURCE = GRAPH.replace("{options}", "use_resource=True")
RUN = """
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for _ in range(3):
        session.run(train)
    print("%.4f" % session.run(w))
"""
CALLABLE = """
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    step = session.make_callable(train)
    for _ in range(3):
        step()
    print("%.4f" % session.run(w))
"""
MONITORED = """
with tf.train.MonitoredTrainingSession() as session:
    for _ in range(3):
        session.run(train)
    print("%.4f" % session.run(w))
"""
FINALIZED = """
start = tf.global_variables_initializer()
tf.get_default_graph().finalize()
with tf.Session() as session:
    session.run(start)
    for _ in range(3):
        session.run(train)
    print("%.4f" % session.run(w))
"""
OWN_UPDATE_IN_SESSION = (
    """
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
w = tf.Variable(5.0, name="w")
loss = tf.square(w + 1.0)
train = tf.assign_sub(w, 0.2 * tf.gradients(loss, [w])[0])
"""
    + RUN
)
TAPE = """
import tensorflow as tf
w = tf.Variable(5.0, name="w")
optimizer = tf.keras.optimizers.SGD(0.2)
for _ in range(3):
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1.0)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
print("%.4f" % w.numpy())
"""
OWN_UPDATE = """
import tensorflow as tf
w = tf.Variable(5.0, name="w")
for _ in range(3):
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1.0)
    w.assign_sub(0.2 * tape.gradient(loss, w))
print("%.4f" % w.numpy())
"""
FUNCTION = """
import tensorflow as tf
w = tf.Variable(5.0, name="w")
optimizer = tf.keras.optimizers.SGD(0.2)
traced = []
@tf.function
def train():
    traced.append(1)
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1.0)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
for _ in range(3):
    train()
print("%.4f" % w.numpy())
"""
OWN_UPDATE_IN_FUNCTION = """
import tensorflow as tf
w = tf.Variable(5.0, name="w")
@tf.function
def train():
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1.0)
    w.assign_sub(0.2 * tape.gradient(loss, w))
for _ in range(3):
    train()
print("%.4f" % w.numpy())
"""
# One weight of 5, one input of 1, target -1: the mean of squares is (w + 1)².
FIT = """
import numpy as np
import tensorflow as tf
layer = tf.keras.layers.Dense(1, use_bias=False, input_shape=(1,), kernel_initializer=tf.constant_initializer(5.0))
model = tf.keras.Sequential([layer])
model.compile(tf.keras.optimizers.SGD({rate}=0.2), "mse")
x, y = np.ones((1, 1), "float32"), -np.ones((1, 1), "float32")
model.fit(x, y, epochs=3, verbose=0)
print("%.4f" % layer.get_weights()[0][0, 0])
"""
KERAS_FIT = FIT.replace("{rate}", "learning_rate")
OLD_KERAS_FIT = FIT.replace("{rate}", "lr")
WAYS = [
    *[
        ("session", "ref", release, REF.replace("{after}", RUN))
        for release in ("tf1.4", "tf1.15", "tf2.4", "tf2.15", "tf2.21")
    ],
    *[
        ("session", "resource", release, RESOURCE.replace("{after}", RUN))
        for release in ("tf1.15", "tf2.4", "tf2.15", "tf2.21")
    ],
    *[
        ("session", "callable", release, REF.replace("{after}", CALLABLE))
        for release in ("tf1.4", "tf1.5", "tf1.15", "tf2.15")
    ],
    *[
        ("session", "monitored", release, REF.replace("{after}", MONITORED))
        for release in ("tf1.4", "tf1.15", "tf2.15")
    ],
    *[
        ("session", "finalized", release, REF.replace("{after}", FINALIZED))
        for release in ("tf1.4", "tf1.15", "tf2.21")
    ],
    *[("session", "assign_sub", release, OWN_UPDATE_IN_SESSION) for release in ("tf1.4", "tf1.15", "tf2.15")],
    *[("eager", "tape", release, TAPE) for release in ("tf2.4", "tf2.15", "tf2.21")],
    *[("eager", "assign_sub", release, OWN_UPDATE) for release in ("tf2.4", "tf2.15", "tf2.21")],
    *[("function", "tape", release, FUNCTION) for release in ("tf2.4", "tf2.15", "tf2.21")],
    *[("function", "assign_sub", release, OWN_UPDATE_IN_FUNCTION) for release in ("tf2.4", "tf2.15", "tf2.21")],
    *[("function", "fit", release, KERAS_FIT) for release in ("tf2.4", "tf2.15", "tf2.21")],
    ("session", "fit", "tf1.15", OLD_KERAS_FIT),
]


def watched(release: str, text: str, folder: Path, **setting: object) -> tuple[Outcome, Observation]:
    """Run a script watched in a release, and give what came of it and what was seen."""
    pythons = tensorflow_pythons()
    if release not in pythons:
        pytest.skip(f"no environment of {release}")
    script = folder / "train.py"
    script.write_text(text)
    prelude = Prelude("watch", {"apart": [], "passes": False} | setting)
    with open_worker(pythons[release], Setup()) as worker:
        outcome = worker.submit(replace(request_for(script, timeout=200), preludes=(prelude,))).result(300)
    return outcome, read_observation(outcome.seen)


def number(array: Reduced | None) -> float | None:
    """The one element of an array."""
    if array is None:
        return None
    (element,) = array.sample
    return element


@pytest.mark.parametrize(("way", "kind", "release", "text"), WAYS, ids=lambda each: each if len(each) < 12 else "")
def test_loss_gradient_and_values_of_each_step_are_told(
    way: str, kind: str, release: str, text: str, tmp_path: Path
) -> None:
    outcome, seen = watched(release, text, tmp_path)
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == ("0.2960",)
    assert (seen.count, [step.number for step in seen.steps], {step.way for step in seen.steps}) == (
        3,
        [0, 1, 2],
        {way},
    )
    rows = [step.variables for step in seen.steps]
    assert [len(row) for row in rows] == [1, 1, 1]
    assert [number(row[0].before) for row in rows] == pytest.approx([5.0, 2.6, 1.16])
    assert [number(row[0].after) for row in rows] == pytest.approx([2.6, 1.16, 0.296])
    assert [number(row[0].gradient) for row in rows] == pytest.approx([12.0, 7.2, 4.32])
    assert [number(step.loss) for step in seen.steps] == pytest.approx([36.0, 12.96, 4.6656])
    if kind != "assign_sub":
        assert [step.rate for step in seen.steps] == pytest.approx([0.2] * 3)
    else:
        assert {step.optimizer for step in seen.steps} == {"assign"}
    assert [number(each.after) for each in seen.end] == pytest.approx([0.296])
    assert not [remark for remark in seen.remarks if "XLA" not in remark]


CLIPPED = """
import tensorflow as tf
for option in ({"clipnorm": 1.0}, {"clipvalue": 2.0}, {"global_clipnorm": 1.0}, {}):
    a, b = tf.Variable([3.0, -4.0]), tf.Variable([12.0])
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(a)) / 2 + tf.reduce_sum(tf.square(b)) / 2
    tf.keras.optimizers.SGD(0.1, **option).apply_gradients(zip(tape.gradient(loss, [a, b]), [a, b]))
"""


@pytest.mark.parametrize("release", ["tf2.4", "tf2.21"])
def test_gradients_are_told_as_an_optimizer_of_keras_clips_them_itself(release: str, tmp_path: Path) -> None:
    _, seen = watched(release, CLIPPED, tmp_path)
    found = [[each.gradient.sample for each in step.variables if each.gradient is not None] for step in seen.steps]
    assert [[number for sample in step for number in sample] for step in found] == [
        pytest.approx([0.6, -0.8, 1.0]),
        pytest.approx([2.0, -2.0, 2.0]),
        pytest.approx([3 / 13, -4 / 13, 12 / 13]),
        [3.0, -4.0, 12.0],
    ]


NORMALIZED = """
import numpy as np
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
x = tf.placeholder(tf.float32, [4, 1])
y = tf.layers.batch_normalization(x, training=True, momentum=0.9)
loss = tf.reduce_mean(tf.square(y - 1.0))
updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
with tf.control_dependencies({updates}):
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for _ in range(2):
        session.run(train, {x: np.array([[1.0], [2.0], [3.0], [6.0]])})
"""
NORMALIZED_EAGER = """
import tensorflow as tf
layer = tf.keras.layers.BatchNormalization(momentum=0.9)
layer.build((4, 1))
optimizer = tf.keras.optimizers.SGD(0.1)
x = tf.constant([[1.0], [2.0], [3.0], [6.0]])
for _ in range(2):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(layer(x, training=True) - 1.0))
    variables = layer.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
"""

NORMALIZED_FUNCTION = """
import tensorflow as tf
layer = tf.keras.layers.BatchNormalization(momentum=0.9)
optimizer = tf.keras.optimizers.SGD(0.1)

@tf.function
def train(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(layer(x, training=True) - 1.0))
    variables = layer.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))

for _ in range(2):
    train(tf.constant([[1.0], [2.0], [3.0], [6.0]]))
"""


def statistics(seen: Observation) -> list[dict[str, float | None]]:
    """How far each statistic has come after each step."""
    return [{each.name.rpartition("/")[2]: number(each.after) for each in step.state} for step in seen.steps]


@pytest.mark.parametrize("release", ["tf1.4", "tf1.15"])
def test_batch_norm_statistics_move_where_their_updates_run_and_stand_where_they_do_not(
    release: str, tmp_path: Path
) -> None:
    _, seen = watched(release, NORMALIZED.replace("{updates}", "updates"), tmp_path)
    # The mean of the batch is 3: 0.1 · 3, and 0.9 · 0.3 + 0.3.
    assert [each["moving_mean"] for each in statistics(seen)] == pytest.approx([0.3, 0.57])
    assert [step.fed["Placeholder:0"].sample for step in seen.steps] == [(1.0, 2.0, 3.0, 6.0)] * 2
    _, seen = watched(release, NORMALIZED.replace("{updates}", "[]"), tmp_path)
    assert seen.count == 2
    assert statistics(seen) == [{}, {}]


@pytest.mark.parametrize("release", ["tf2.4", "tf2.15", "tf2.21"])
def test_batch_norm_statistics_of_an_eager_step_are_told(release: str, tmp_path: Path) -> None:
    _, seen = watched(release, NORMALIZED_EAGER, tmp_path)
    assert [each["moving_mean"] for each in statistics(seen)] == pytest.approx([0.3, 0.57])


@pytest.mark.parametrize("release", ["tf2.4", "tf2.15", "tf2.21"])
def test_batch_norm_statistics_of_a_layer_that_is_built_while_a_function_is_traced_are_told(
    release: str, tmp_path: Path
) -> None:
    _, seen = watched(release, NORMALIZED_FUNCTION, tmp_path)
    assert [each["moving_mean"] for each in statistics(seen)] == pytest.approx([0.3, 0.57])


@pytest.mark.parametrize(("release", "text"), [("tf1.4", REF), ("tf1.15", RESOURCE)], ids=["1.4", "1.15"])
def test_of_a_script_that_dies_midway_all_that_came_before_is_kept(release: str, text: str, tmp_path: Path) -> None:
    dies = RUN.replace("        session.run(train)", "        session.run(train)\n        if _: raise ValueError('no')")
    outcome, seen = watched(release, text.replace("{after}", dies), tmp_path)
    assert outcome.failure is not None and "ValueError" in outcome.failure.reason
    assert [number(step.loss) for step in seen.steps] == pytest.approx([36.0, 12.96])


@pytest.mark.parametrize("end", ["raise ValueError('no')", "import os; os.kill(os.getpid(), 9)"], ids=["raise", "kill"])
def test_an_eager_script_that_dies_leaves_what_was_seen(end: str, tmp_path: Path) -> None:
    dies = TAPE.replace("    optimizer.apply", f"    if _ == 2: {end}\n    optimizer.apply")
    outcome, seen = watched("tf2.21", dies, tmp_path)
    assert outcome.failure is not None
    assert [number(step.loss) for step in seen.steps] == pytest.approx([36.0, 12.96])


THREADS = """
import threading
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(train)
    other = threading.Thread(target=lambda: session.run(train))
    other.start()
    other.join()
    print("%.4f" % session.run(w))
"""


@pytest.mark.parametrize("release", ["tf1.4", "tf2.15"])
def test_a_second_thread_that_trains_is_told_and_not_seen(release: str, tmp_path: Path) -> None:
    outcome, seen = watched(release, REF.replace("{after}", THREADS), tmp_path)
    assert outcome.printed == ("1.1600",)
    assert seen.remarks == ("several threads train: whose step is seen when is left open, so no further one is told",)
    assert len(seen.steps) == 1


@pytest.mark.parametrize("release", ["tf2.4", "tf2.15", "tf2.21"])
def test_a_function_is_traced_no_more_often(release: str, tmp_path: Path) -> None:
    outcome, _ = watched(release, FUNCTION + "print(len(traced))\n", tmp_path)
    assert outcome.printed == ("0.2960", "1") or outcome.printed == ("0.2960", "2"), outcome.failure


MANY = OWN_UPDATE.replace("range(3)", "range(300)").replace("0.2 *", "0.001 *")


def test_of_many_steps_the_first_hundred_are_told_and_then_ever_fewer(tmp_path: Path) -> None:
    _, seen = watched("tf2.21", MANY, tmp_path)
    assert seen.count == 300
    numbers = [step.number for step in seen.steps]
    assert numbers[:100] == list(range(100))
    assert numbers[100:] == [104, 112, 120, *range(128, 256, 16), 256, 288]


LAYERS = """
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
x = tf.constant([[1.0, 2.0]])
w = tf.Variable([[1.0], [2.0]], name="w")
hidden = tf.nn.relu(tf.matmul(x, w))
loss = tf.reduce_sum(tf.square(hidden))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(train)
"""
LAYERS_EAGER = """
import tensorflow as tf
x = tf.constant([[1.0, 2.0]])
w = tf.Variable([[1.0], [2.0]], name="w")
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(tf.square(tf.nn.relu(tf.matmul(x, w))))
w.assign_sub(0.1 * tape.gradient(loss, w))
"""


@pytest.mark.parametrize(
    ("release", "text"),
    [("tf1.4", LAYERS), ("tf1.15", LAYERS), ("tf2.15", LAYERS), ("tf2.4", LAYERS_EAGER), ("tf2.21", LAYERS_EAGER)],
    ids=["session-1.4", "session-1.15", "session-2.15", "eager-2.4", "eager-2.21"],
)
def test_of_a_step_that_is_taken_apart_the_ops_of_the_forward_pass_are_told(
    release: str, text: str, tmp_path: Path
) -> None:
    _, seen = watched(release, text, tmp_path, apart=[0])
    (step,) = seen.steps
    assert [(each.kind, number(each.output)) for each in step.layers] == [
        ("MatMul", 5.0),
        ("Relu", 5.0),
        ("Square", 25.0),
        ("Sum", 25.0),
    ]
    assert [each.inputs for each in step.layers] == [(), (0,), (1,), (2,)]
    assert [text.splitlines()[(each.line or 0) - 1].count(each.kind.lower()) for each in step.layers] == [1] * 4


UNTRAINED = """
import tensorflow as tf
print(tf.nn.relu(tf.constant([3.0]) * 2.0).numpy())
"""


def test_of_a_script_that_trains_nothing_what_it_computes_is_told_if_asked_for(tmp_path: Path) -> None:
    _, seen = watched("tf2.21", UNTRAINED, tmp_path)
    assert (seen.steps, seen.count) == ((), 0)
    _, seen = watched("tf2.21", UNTRAINED, tmp_path, passes=True)
    (step,) = seen.steps
    assert (step.way, [(each.kind, number(each.output)) for each in step.layers]) == (
        "pass",
        [("Mul", 6.0), ("Relu", 6.0)],
    )


TWO_OPTIMIZERS = """
import tensorflow as tf
a, b = tf.Variable(2.0, name="a"), tf.Variable(3.0, name="b")
loss = a * b
first, second = tf.gradients(loss, [a, b])
slow, fast = tf.train.GradientDescentOptimizer(0.1), tf.train.GradientDescentOptimizer(1.0)
with tf.control_dependencies([first, second]):
    train = tf.group(slow.apply_gradients([(first, a)]), fast.apply_gradients([(second, b)]))
shadow = tf.Variable(0.0, trainable=False, name="shadow")
follow = shadow.assign(0.5 * shadow + 0.5 * a)
rate = tf.placeholder(tf.float32, [])
more = tf.train.GradientDescentOptimizer(rate).minimize(a * 1.0)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for _ in range(2):
        session.run(train)
        session.run(follow)
    session.run(more, {rate: 0.25})
"""
TWO_OPTIMIZERS_EAGER = """
import tensorflow as tf
a, b = tf.Variable(2.0, name="a"), tf.Variable(3.0, name="b")
slow, fast = tf.keras.optimizers.SGD(0.1), tf.keras.optimizers.SGD(1.0)
def step():
    with tf.GradientTape() as tape:
        loss = a * b
    first, second = tape.gradient(loss, [a, b])
    slow.apply_gradients([(first, a)])
    fast.apply_gradients([(second, b)])
step()
tf.function(step)()
"""


@pytest.mark.parametrize(
    ("release", "text"),
    [("tf1.15", TWO_OPTIMIZERS), ("tf2.4", TWO_OPTIMIZERS_EAGER), ("tf2.21", TWO_OPTIMIZERS_EAGER)],
    ids=["session-1.15", "eager-2.4", "eager-2.21"],
)
def test_what_two_optimizers_make_of_the_gradients_of_one_loss_is_one_step(
    release: str, text: str, tmp_path: Path
) -> None:
    _, seen = watched(release, text, tmp_path)
    assert [[each.name for each in step.variables] for step in seen.steps[:2]] == [["a", "b"], ["a", "b"]]
    assert [number(each.after) for each in seen.steps[0].variables] == pytest.approx([1.7, 1.0])
    assert [number(each.gradient) for each in seen.steps[1].variables] == pytest.approx([1.0, 1.7])
    assert seen.count == (3 if release == "tf1.15" else 2)


def test_what_a_run_of_its_own_moves_is_told_with_the_next_step_and_a_rate_that_is_fed(tmp_path: Path) -> None:
    _, seen = watched("tf1.15", TWO_OPTIMIZERS, tmp_path)
    assert [len(step.state) for step in seen.steps] == [0, 1, 1]
    (moved,) = seen.steps[1].state
    assert (moved.name, moved.apart, number(moved.before)) == ("shadow", True, 0.0)
    assert number(moved.after) == pytest.approx(0.85)
    assert [step.rate for step in seen.steps] == pytest.approx([0.1, 0.1, 0.25])


COMPILED = """
import tensorflow as tf
w = tf.Variable(3.0, name="w")
optimizer = tf.keras.optimizers.SGD(0.5)
@tf.function(COMPILE=True)
def step(x):
    with tf.GradientTape() as tape:
        loss = w * x
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    return loss
outer = tf.function(lambda x: step(x))
for call in (step, outer):
    call(tf.constant(1.0))
    call(tf.constant(1.0))
"""


@pytest.mark.parametrize(("release", "option"), [("tf2.4", "experimental_compile"), ("tf2.21", "jit_compile")])
def test_of_a_step_that_xla_compiles_the_variables_are_told(release: str, option: str, tmp_path: Path) -> None:
    _, seen = watched(release, COMPILED.replace("COMPILE", option), tmp_path)
    assert [(step.way, step.rate, step.loss) for step in seen.steps] == [("compiled", 0.5, None)] * 4
    values = [(number(each.before), number(each.after)) for step in seen.steps for each in step.variables]
    assert values == [(3.0, 2.5), (2.5, 2.0), (2.0, 1.5), (1.5, 1.0)]
    assert any("compiled by XLA" in remark for remark in seen.remarks)


MANY_IN_A_FUNCTION = """
import tensorflow as tf
w = tf.Variable(1.0, name="w")
optimizer = tf.keras.optimizers.SGD(0.0)
@tf.function
def step():
    with tf.GradientTape() as tape:
        loss = w * 1.0
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
@tf.function
def two():
    step()
    step()
for _ in range(150):
    step()
for _ in range(25):
    two()
"""


@pytest.mark.parametrize("release", ["tf2.4", "tf2.21"])
def test_steps_in_functions_that_are_not_looked_at_are_counted_all_the_same(release: str, tmp_path: Path) -> None:
    _, seen = watched(release, MANY_IN_A_FUNCTION, tmp_path)
    assert seen.count == 200
    wanted = {*range(100), 104, 112, 120, 128, 144, 160, 176, 192}
    assert wanted <= {step.number for step in seen.steps} <= wanted | {number + 1 for number in wanted}


OLDEST = """
import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 2])
target = tf.constant([1.0, 2.0])
hidden = tf.contrib.layers.fully_connected(x, 2, weights_initializer=tf.constant_initializer(0.5))
loss = tf.reduce_sum(tf.square(hidden - target))
step = tf.Variable(0, trainable=False, name="step")
train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, global_step=step)
supervisor = tf.train.Supervisor(logdir=None, global_step=step, summary_op=None)
with supervisor.managed_session() as session:
    for _ in range(2):
        print(session.run([train, loss], {x: [[1.0, 2.0]]})[1])
"""


@pytest.mark.parametrize("release", ["tf0.12", "tf1.3"])
def test_the_oldest_releases_are_watched_and_print_the_same(release: str, tmp_path: Path) -> None:
    outcome, seen = watched(release, OLDEST, tmp_path, apart=[0])
    assert (outcome.failure, seen.remarks, outcome.stdout) == (None, (), "0.5\n0.02\n")
    first, second = seen.steps
    assert [(each.name, each.before and each.before.sample) for each in first.variables] == [
        ("fully_connected/weights", (0.5, 0.5, 0.5, 0.5)),
        ("fully_connected/biases", (0.0, 0.0)),
    ]
    assert first.rate == pytest.approx(0.1)
    assert (number(first.loss), first.read[0].sample) == (0.5, (1.0, 2.0))
    assert [each.kind for each in first.layers] == ["MatMul", "BiasAdd", "Relu", "Sub", "Square", "Sum"]
    assert [each.name for each in second.state] == ["step"]


FUNCTION_AFTER_OTHER_OPS = """
import tensorflow as tf
w = tf.Variable(tf.constant([2.0]) * 1.5, name="w")
@tf.function
def step():
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w))
    w.assign_sub(0.1 * tape.gradient(loss, w))
step()
"""


def test_of_a_function_the_ops_before_its_call_are_no_part_of_the_pass(tmp_path: Path) -> None:
    _, seen = watched("tf2.21", FUNCTION_AFTER_OTHER_OPS, tmp_path, apart=[0])
    (step,) = seen.steps
    assert [each.kind for each in step.layers] == ["Square", "Sum"]
