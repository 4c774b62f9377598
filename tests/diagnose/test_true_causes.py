"""Specification of what is confirmed, by which run, and of what is only said: small scripts on real TensorFlow."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.gather import gather
from harness.diagnose.experiments.laboratory import Laboratory
from harness.words.finding import Confidence, Diagnosis
from tests.diagnose.conftest import RunScript
from tests.diagnose.sides import TWO_DRAWS_EAGER, TWO_DRAWS_IN_A_GRAPH, USUAL

Ask = Callable[[str, str], Diagnosis]

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
def ask(tf2_python: Path, tmp_path: Path, run_script: RunScript, laboratory: Laboratory) -> Ask:
    """Run two scripts on the same TensorFlow and look for causes, with experiments."""

    def ask(left: str, right: str) -> Diagnosis:
        sides = []
        for name, text in (("left.py", left), ("right.py", right)):
            script = tmp_path / name
            script.write_text(text, encoding="utf-8")
            sides.append(run_script(script, tf2_python.parents[1].name))
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
    assert (experiment.before, experiment.agreeing, experiment.total) == (2 * rows, 3 * rows, 3 * rows)


def test_a_second_draw_of_one_seed_that_goes_on_is_confirmed(ask: Ask) -> None:
    assert causes(ask(TWO_DRAWS_IN_A_GRAPH, TWO_DRAWS_EAGER)) == ["seed-continued confirmed"]


def test_another_graph_seed_is_set_where_the_other_side_sets_it(ask: Ask) -> None:
    text = """import tensorflow as tf

tf.random.set_seed({seed})
for i in range(3):
    print("draw %d value %.6f" % (i, tf.random.uniform([], seed=9).numpy()))
"""
    found = ask(text.format(seed=4), text.format(seed=5))
    assert causes(found) == ["seed-missing confirmed"]
    assert found.remains == ()
    assert found.findings[0].change == (
        "set the seed 4: tf.random.set_seed(4) once, before the first draw, as the left side does"
    )


def test_what_a_longer_run_does_not_bear_out_is_no_shift(ask: Ask) -> None:
    rows = (
        'values = [4.0, 2.56, 1.6384, {last}]\nfor i in range(3):\n    print("%d loss %.6f" % (i, values[i{more}]))\n'
    )
    left = "import tensorflow as tf\n" + rows.format(last=9.0, more="")
    right = "import tensorflow as tf\n" + rows.format(last=1.048576, more=" + 1")
    # The place in the list is what differs, and nothing else is told.
    assert causes(ask(left, right)) == ["other-expression confirmed"]


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


SMALL_GRADIENTS = """import tensorflow.compat.v1 as tf

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
SMALL_GRADIENTS_BY_KERAS = """import tensorflow as tf

w = tf.Variable(2e-6)
optimizer = tf.keras.optimizers.Adam(0.001{epsilon})
values = []
for _ in range(3):
    with tf.GradientTape() as tape:
        loss = 0.01 * tf.square(w)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    values.append("%.9g" % w.numpy())
print(2e-6, values)
"""


def test_an_epsilon_that_makes_a_factor_of_ten_is_not_told_as_last_digits(ask: Ask) -> None:
    found = ask(SMALL_GRADIENTS, SMALL_GRADIENTS_BY_KERAS.format(epsilon=""))
    assert causes(found) == ["epsilon confirmed"]
    says = [experiment.says for experiment in found.findings[0].experiments]
    assert says == ["epsilon 1e-08", "epsilon 1e-08 and tf.train's formula"]
    assert found.findings[0].change == (
        "give the optimizer epsilon=1e-08; last digits differ then, for Keras' Adam is written otherwise "
        "(optimizer-rewritten)"
    )


def test_an_epsilon_that_a_script_gives_is_put_to_the_test_as_well(ask: Ask) -> None:
    found = ask(SMALL_GRADIENTS, SMALL_GRADIENTS_BY_KERAS.format(epsilon=", epsilon=1e-6"))
    assert causes(found) == ["epsilon confirmed"]


def test_the_last_digits_that_an_epsilon_leaves_have_a_cause(ask: Ask) -> None:
    found = ask(SMALL_GRADIENTS, SMALL_GRADIENTS_BY_KERAS.format(epsilon=", epsilon=1e-8"))
    assert causes(found) == ["optimizer-rewritten confirmed"]


def test_a_variable_that_is_printed_before_its_update_is_to_be_printed_after_it(ask: Ask) -> None:
    text = """import tensorflow as tf

w = tf.Variable(3.0)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.square(w - 1)
    {first}
    {second}
"""
    update = "w.assign_sub(0.1 * tape.gradient(loss, w))"
    shown = 'print("%d w %.6f loss %.6f" % (i, w.numpy(), loss.numpy()))'
    found = ask(text.format(first=update, second=shown), text.format(first=shown, second=update))
    assert causes(found) == ["shifted confirmed"]
    assert found.findings[0].change == "print w after the update, as the other side does: here it is read before it"


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


GRAPH_SEED_ONLY = """import tensorflow as tf

tf = tf.compat.v1 if hasattr(tf, "compat") and hasattr(tf.compat, "v1") else tf
if hasattr(tf, "disable_eager_execution"):
    tf.disable_eager_execution()
tf.set_random_seed({seed})
x = tf.constant([[1.0, 2.0], [3.0, 4.0]])
v = {first}
w = {second}
loss = tf.reduce_mean(tf.square(tf.matmul(tf.tanh(tf.matmul(x, v)), w) - 1.0))
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(4):
        print("step", i, "loss", session.run(loss))
        session.run(step)
"""
EAGER_SEED_ONLY = """import tensorflow as tf

tf.random.set_seed({seed})
x = tf.constant([[1.0, 2.0], [3.0, 4.0]])
v = tf.Variable(tf.random.normal([2, 3]))
w = tf.Variable(tf.random.normal([3, 1]))
for i in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(tf.tanh(tf.matmul(x, v)), w) - 1.0))
    print("step", i, "loss", loss.numpy())
    for variable, gradient in zip([v, w], tape.gradient(loss, [v, w])):
        variable.assign_sub(0.1 * gradient)
"""
DRAWN = {"first": "tf.Variable(tf.random_normal([2, 3]))", "second": "tf.Variable(tf.random_normal([3, 1]))"}
SMALL = {name: text.replace("])", "], stddev=0.01)") for name, text in DRAWN.items()}
BY_DEFAULT = {
    "first": 'tf.get_variable("v", [2, 3])',
    "second": 'tf.get_variable("w", [3, 1], initializer=tf.truncated_normal_initializer(stddev=0.5))',
}


def ask_across(
    releases: tuple[str, str], texts: tuple[str, str], tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> Diagnosis:
    sides = []
    for name, release, text in zip(("left.py", "right.py"), releases, texts, strict=True):
        script = tmp_path / name
        script.write_text(text, encoding="utf-8")
        sides.append(run_script(script, release))
    return look_for_causes(gather(sides[0], sides[1], USUAL), laboratory)


@pytest.mark.parametrize("release", ["tf1.4", "tf1.15"])
@pytest.mark.parametrize("drawn", [DRAWN, SMALL, BY_DEFAULT], ids=["variables", "small variables", "initializers"])
def test_one_script_with_a_graph_seed_alone_starts_elsewhere_in_each_release(
    release: str, drawn: dict[str, str], tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = GRAPH_SEED_ONLY.format(seed=1, **drawn)
    found = ask_across((release, "tf2.15"), (script, script), tmp_path, run_script, laboratory)
    assert causes(found) == ["seed-missing confirmed"]
    assert "; the draw in line 8 of right.py has a graph seed, but no seed of its own: " in found.findings[0].evidence
    [experiment] = found.findings[0].experiments
    assert experiment.says == "the draws numbered by their order on both sides"


@pytest.mark.parametrize(("seed", "says"), [(1, ""), (3, "graph seed 1, and ")])
def test_a_port_to_eager_mode_with_a_graph_seed_alone_starts_elsewhere(
    seed: int, says: str, tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    texts = GRAPH_SEED_ONLY.format(seed=1, **DRAWN), EAGER_SEED_ONLY.format(seed=seed)
    found = ask_across(("tf1.15", "tf2.15"), texts, tmp_path, run_script, laboratory)
    assert causes(found) == ["seed-missing confirmed"]
    [experiment] = found.findings[0].experiments
    assert experiment.says == f"{says}the draws numbered by their order on both sides"
    assert experiment.explains_all or experiment.leaves_rounding
    left = [line for line in found.remains if "ULP apart, as little as rounding makes" in line]
    assert bool(left) is not experiment.explains_all


def test_a_few_numbers_that_flicker_hide_no_other_start(
    tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    # Of so many values that no two runs print the same one.
    drawn = "int.from_bytes(os.urandom(4), 'big') / 2.0**27"
    flickers = f'import os\nprint("flicker", 1.0 + {drawn}, {drawn})\n'
    script = GRAPH_SEED_ONLY.format(seed=1, **DRAWN) + flickers
    found = ask_across(("tf1.15", "tf2.15"), (script, script), tmp_path, run_script, laboratory)
    assert causes(found) == ["seed-missing confirmed", "not-reproducible confirmed"]
    assert found.findings[1].evidence.startswith("flicker")
