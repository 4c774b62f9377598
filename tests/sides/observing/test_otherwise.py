"""Specification of verdicts on sides that print the same: where watching shows that something else is computed, they
have diverged; where a port may be right all the same, they have not."""

import json
from pathlib import Path

import pytest

from harness.cli import main
from tests.projects import write_project

GRAPH = """
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable([[0.5], [-0.25]], name="w")
b = tf.Variable([0.1], name="b")
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b - 1.0))
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(6):
        session.run(train, {x: [[1.0, 2.0], [3.0, 4.0]]})
    print("classes", 2)
"""
EAGER = """
import tensorflow as tf
x = tf.constant([[1.0, 2.0], [3.0, 4.0]])
w = tf.Variable([[0.5], [-0.25]], name="w")
b = tf.Variable([0.1], name="b")
for step in range(6):
    with tf.GradientTape(persistent=True) as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b - 1.0))
    for variable, gradient in zip((w, b), tape.gradient(loss, (w, b))):
        variable.assign_sub(0.05 * gradient)
print("classes", 2)
"""
# Both halves of the batch have gradients from the same values, and are applied one after the other.
IN_HALVES = """
import tensorflow as tf
w = tf.Variable([[0.5], [-0.25]], name="w")
b = tf.Variable([0.1], name="b")
optimizer = tf.keras.optimizers.SGD(0.05)
optimizer.build([w, b])
for step in range(6):
    with tf.GradientTape(persistent=True) as tape:
        halves = [tf.reduce_sum(tf.square(tf.matmul([row], w) + b - 1.0)) / 2.0 for row in ([1.0, 2.0], [3.0, 4.0])]
    for gradients in [tape.gradient(half, [w, b]) for half in halves]:
        optimizer.apply_gradients(zip(gradients, [w, b]))
print("classes", 2)
"""
# Each variable has a gradient, an optimizer and so a step of its own.
SPLIT = EAGER.replace("zip((w, b), tape.gradient(loss, (w, b)))", "[(w, tape.gradient(loss, w))]").replace(
    "        variable", "        of_b = tape.gradient(loss, b)\n        b.assign_sub(0.05 * of_b)\n        variable"
)
ACCUMULATING = GRAPH.replace("train = ", "minimize = ").replace(
    "with tf.Session",
    """kept = tf.Variable([[0.0], [0.0]], trainable=False)
of_w, of_b = tf.gradients(loss, [w, b])
add = kept.assign_add(of_w / 2.0)
train = tf.train.GradientDescentOptimizer(0.05).apply_gradients([(kept, w), (of_b, b)])
with tf.Session""",
)
ACCUMULATING = ACCUMULATING.replace(
    "        session.run(train",
    """        session.run(kept.initializer)
        session.run(add, {x: [[1.0, 2.0], [3.0, 4.0]]})
        session.run(add, {x: [[1.0, 2.0], [3.0, 4.0]]})
        session.run(train""",
)
# Where it stops is a matter of what it draws, which it does anew in each run.
STOPPING = """
import tensorflow as tf
w = tf.Variable(tf.random.normal([2, 1]))
x = tf.constant([[1.0, 2.0], [3.0, 4.0]])
while True:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - 1.0))
    if loss < 0.001:
        break
    w.assign_sub(0.05 * tape.gradient(loss, w))
print("classes", 2)
"""
# Contrastive divergence in short: trained by hand first, without any gradient.
BY_HAND = """    for step in range(20):
        session.run(pre, {x: [[1.0, 2.0], [3.0, 4.0]]})
    train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
    for step in range(6):"""
PRETRAINED = GRAPH.replace(
    "train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)",
    "pre = w.assign_add(0.01 * tf.ones_like(w) - w / 50)",
).replace("    for step in range(6):", BY_HAND)
PRETRAINED_EAGER = EAGER.replace(
    "for step in range(6):",
    "for step in range(20):\n    w.assign_add(0.01 * tf.ones_like(w) - w / 50)\nfor step in range(6):",
    1,
)
# The last of six updates in a loop of the graph is what one run of it makes.
IN_LOOP = GRAPH.replace("range(6)", "range(1)").replace(
    "train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)",
    """def body(i):
    of_w, of_b = tf.gradients(tf.reduce_mean(tf.square(tf.matmul(x, w) + b - 1.0)), [w, b])
    with tf.control_dependencies([tf.assign_sub(w, 0.05 * of_w), tf.assign_sub(b, 0.05 * of_b)]):
        return i + 1
train = tf.while_loop(lambda i: i < 6, body, [tf.constant(0)], parallel_iterations=1, back_prop=False)""",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    write_project(tmp_path, {"left.py": GRAPH, "right.py": EAGER})
    return tmp_path


def compared(
    folder: Path, left: str, right: str, pythons: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[str]]:
    """Exit code and lines of a comparison of two texts, from the verdict on."""
    (folder / "left.py").write_text(left)
    (folder / "right.py").write_text(right)
    python = ["--left-python", str(pythons[0]), "--right-python", str(pythons[1]), "--no-experiments"]
    code = main(["compare", "left.py", "right.py", "--watch", "--json", "found.json", *python])
    return code, capsys.readouterr().out.splitlines()[2:]


def test_other_numbers_of_updates_are_no_agreement(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for right, python in (
        (GRAPH.replace("range(6)", "range(203)"), tf1_python),
        (EAGER.replace("range(6)", "range(203)"), tf2_python),
    ):
        code, lines = compared(folder, GRAPH, right, (tf1_python, python), capsys)
        assert code == 1
        assert lines[0] == "diverged: 1 of 1 lines agree, but the left side makes 6 steps, the right 203"
        assert not any("known cause" in line for line in lines)
        document = json.loads((folder / "found.json").read_text())
        assert (document["verdict"], document["otherwise"]) == (
            "diverged",
            "the left side makes 6 steps, the right 203",
        )


def test_statistics_of_batch_norm_that_one_side_never_moves_are_no_agreement(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = GRAPH.replace(
        "train = ",
        """mean = tf.Variable([0.0, 0.0], trainable=False, name="bn/moving_mean")
with tf.control_dependencies([mean.assign(0.9 * mean + 0.1 * tf.reduce_mean(x, 0))]):
    train = """,
    )
    right = EAGER.replace("b = tf", 'mean = tf.Variable([0.0, 0.0], trainable=False, name="moving_mean")\nb = tf')
    code, lines = compared(folder, left, right, (tf1_python, tf2_python), capsys)
    assert code == 1
    assert lines[0] == "diverged: 1 of 1 lines agree, but bn/moving_mean moves on the left only"
    left, right = right, left
    _, lines = compared(folder, left, right, (tf2_python, tf1_python), capsys)
    assert lines[0] == "diverged: 1 of 1 lines agree, but bn/moving_mean moves on the right only"


def test_other_last_values_are_no_agreement(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = compared(folder, GRAPH, EAGER.replace("0.05 *", "0.04 *"), (tf1_python, tf2_python), capsys)
    assert code == 1
    assert lines[0] == ("diverged: 1 of 1 lines agree, but b comes to 0.2189821 on the left, to 0.2030711 on the right")
    assert lines[2].startswith("stage update, step 0: ")


@pytest.mark.parametrize("right", [EAGER, SPLIT], ids=["one step", "a step for each variable"])
def test_a_right_port_agrees_however_it_tells_of_its_updates(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str], right: str
) -> None:
    code, lines = compared(folder, GRAPH, right, (tf1_python, tf2_python), capsys)
    assert (code, lines[0]) == (0, "identical: 1 of 1 lines agree")
    assert (folder / "found.json").exists() and "otherwise" not in json.loads((folder / "found.json").read_text())


def test_an_update_that_is_made_in_two_parts_is_no_other_computation(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = compared(folder, GRAPH, IN_HALVES, (tf1_python, tf2_python), capsys)
    assert (code, lines[0]) == (0, "identical: 1 of 1 lines agree")


def test_gradients_that_are_summed_up_first_are_no_updates(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = compared(folder, ACCUMULATING, EAGER, (tf1_python, tf2_python), capsys)
    assert (code, lines[0]) == (0, "identical: 1 of 1 lines agree")


def test_what_does_not_repeat_itself_is_sure_of_nothing(
    folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = compared(folder, STOPPING, STOPPING, (tf2_python, tf2_python), capsys)
    assert (code, lines[0]) == (0, "identical: 1 of 1 lines agree")


def test_updates_made_by_hand_are_steps_in_a_graph_and_none_outside_of_it(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = compared(folder, PRETRAINED, PRETRAINED_EAGER, (tf1_python, tf2_python), capsys)
    assert (code, lines[0]) == (0, "identical: 1 of 1 lines agree")
    assert "watched: 26 steps on the left, 6 on the right; " in lines[1]


def test_updates_in_a_loop_of_a_graph_are_not_counted(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = compared(folder, IN_LOOP, EAGER, (tf1_python, tf2_python), capsys)
    assert (code, lines[0]) == (0, "identical: 1 of 1 lines agree")
    assert "watched: 1 step on the left, 6 on the right; " in lines[1]


MASKED = """
import tensorflow as tf
tf.random.set_seed(1)
w = tf.Variable([[0.5], [-0.25], [0.1]])
x = tf.constant([[1.0, 2.0, 0.5], [3.0, 4.0, 1.0]])
for step in range(6):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(tf.nn.dropout(x, rate=0.5, seed=3), w) - 1.0))
    w.assign_sub(0.02 * tape.gradient(loss, w))
print("classes", 2)
"""


def test_other_masks_are_no_other_computation(
    folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = compared(folder, MASKED, MASKED.replace("seed=3", "seed=4"), (tf2_python, tf2_python), capsys)
    assert (code, lines[0]) == (0, "identical: 1 of 1 lines agree")
    assert lines[2].startswith("stage forward, step 0: ")


MOMENTUM = GRAPH.replace("GradientDescentOptimizer(0.05)", "MomentumOptimizer(0.05, 0.5)")
BY_HAND_MOMENTUM = EAGER.replace("for step", "kept = {}\nfor step", 1).replace(
    "        variable.assign_sub(0.05 * gradient)",
    """        velocity = kept.setdefault(variable.name, tf.Variable(tf.zeros_like(variable)))
        velocity.assign(0.5 * velocity + gradient)
        variable.assign_sub(0.05 * velocity)""",
)


def test_a_velocity_that_is_kept_by_hand_is_no_statistic(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = compared(folder, MOMENTUM, BY_HAND_MOMENTUM, (tf1_python, tf2_python), capsys)
    assert (code, lines[0]) == (0, "identical: 1 of 1 lines agree")
    assert lines[1].endswith("6 looked at on both, all agree in every stage that was seen")
