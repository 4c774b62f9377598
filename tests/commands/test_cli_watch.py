"""Specification of ``harness watch``, and of ``harness compare --watch --same-start``, as a user sees them."""

import json
from pathlib import Path

import pytest

from harness.cli import main
from tests.projects import write_project

OLD = """
from __future__ import print_function
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_eager_execution", lambda: None)()
w = tf.Variable(5.0, name="w")
loss = tf.square(w + 1.0)
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(3):
        session.run(train)
        print("step %d w %.4f" % (step, session.run(w)))
"""
NEW = """
import tensorflow as tf
w = tf.Variable(5.0, name="w")
for step in range(3):
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1.0)
    w.assign_sub(0.2 * tape.gradient(loss, w))
    print("step %d w %.4f" % (step, w.numpy()))
"""
DRAWN = NEW.replace("5.0, name", "tf.random.normal([2, 3]), name").replace("(w + 1.0)", "(tf.reduce_sum(w) + 1.0)")
DRAWN = DRAWN.replace('"step %d w %.4f" % (step, w.numpy())', '"step %d loss %.4f" % (step, loss.numpy())')


POINTS = """
from __future__ import print_function
import numpy as np
import tensorflow as tf
points = np.linspace(-1.0, 1.0, 32).reshape(16, 2).astype("float32")
"""
GRAPH = (
    POINTS
    + """
tf.compat.v1.disable_eager_execution()
x = tf.compat.v1.placeholder(tf.float32, [None, 2])
w = tf.Variable([[0.5], [-0.5]])
cost = tf.reduce_sum(tf.square(tf.nn.sigmoid(tf.matmul(x, w)))) / 2
train = tf.compat.v1.train.GradientDescentOptimizer(0.05).minimize(cost)
with tf.compat.v1.Session() as sess:
    sess.run(tf.compat.v1.global_variables_initializer())
    for step in range(2):
        print("cost", sess.run([train, cost], {x: points[4 * step : 4 * step + 4]})[1])
"""
)
REWRITTEN = (
    POINTS
    + """
layer = tf.keras.layers.Dense(1, activation="relu", use_bias=False, kernel_initializer="ones")
optimizer = tf.keras.optimizers.Adam(0.05)
@tf.function
def train(x):
    with tf.GradientTape() as tape:
        cost = tf.reduce_mean(tf.square(layer(x)))
    variables = layer.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(cost, variables), variables))
    return cost
for step in range(2):
    print("cost", float(train(points)))
"""
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    files = {
        "old.py": OLD,
        "new.py": NEW,
        "drawn.py": DRAWN,
        "graph.py": GRAPH,
        "rewritten.py": REWRITTEN,
        "half.py": NEW.replace("0.2 *", "0.1 *"),
        "a.log": "w 1\n",
    }
    write_project(tmp_path, files)
    return tmp_path


def at(python: Path) -> list[str]:
    return ["--left-python", str(python), "--right-python", str(python), "--no-experiments"]


def test_watch_tells_of_each_step(folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", f"old.py@{tf2_python}", "--json", "seen.json"]) == 0
    name, *lines = capsys.readouterr().out.splitlines()
    assert name.endswith(": 3 updates, 3 of them looked at")
    assert lines == [
        "step 0 (session, ResourceApplyGradientDescent), loss 36, rate 0.2",
        "    w: 5, gradient 12, then 2.6",
        "step 1 (session, ResourceApplyGradientDescent), loss 12.96, rate 0.2",
        "    w: 2.6, gradient 7.2, then 1.16",
        "step 2 (session, ResourceApplyGradientDescent), loss 4.665599, rate 0.2",
        "    w: 1.16, gradient 4.32, then 0.296",
    ]
    document = json.loads((folder / "seen.json").read_text())
    assert (document["script"], document["count"], len(document["steps"])) == ("old.py", 3, 3)


def test_a_step_taken_apart_shows_its_ops(folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", f"new.py@{tf2_python}", "--apart", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "Square" in line] == ["    Square Square: 12.96"]


def test_of_a_script_that_fails_it_tells_what_came_before(
    folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "dies.py").write_text(NEW + "    if step: raise ValueError('no more')\n")
    assert main(["watch", f"dies.py@{tf2_python}"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(": 2 updates, 2 of them looked at")
    assert lines[1].startswith("failed: ") and "no more" in lines[1]


def test_a_log_cannot_be_watched(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "a.log"]) == 2
    assert "a.log: is a log, and computes nothing that could be watched" in capsys.readouterr().err


def test_compare_watched_says_at_which_stage_two_scripts_part(
    folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "old.py", "half.py", "--watch", "--json", "found.json", *at(tf2_python)]) == 1
    out = capsys.readouterr().out
    assert "watched: 3 steps on the left, 3 on the right; 3 looked at on both, 0 agree in every stage before" in out
    assert "stage update, step 0: " in out
    assert "; w moved by -2.4 on the left, by -1.2 on the right\n" in out
    document = json.loads((folder / "found.json").read_text())
    assert document["watched"]["stage"] == "update"


def test_compare_watched_says_that_all_stages_agree(
    folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "old.py", "new.py", "--watch", *at(tf2_python)]) == 0
    out = capsys.readouterr().out
    assert "watched: 3 steps on the left, 3 on the right; 3 looked at on both, all agree in every stage" in out
    assert "no stage of these steps is apart" in out


def test_scripts_that_draw_what_they_begin_with_are_compared_from_the_same_start(
    folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["compare", "drawn.py", "drawn.py", "--same-start", "--json", "found.json", *at(tf2_python)])
    out = capsys.readouterr().out
    assert "stage start, step 0: " in out
    assert "started from the same values: identical, 3 of 3 lines agree; both compute the same in all 3 steps" in out
    document = json.loads((folder / "found.json").read_text())
    assert (document["same_start"]["proves"], document["same_start"]["given"]) == (True, 1)


def test_the_same_start_of_a_log_is_refused(folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "a.log", "new.py", "--same-start", "--right-python", str(tf2_python)]) == 2
    assert "--same-start needs two sides that are run, and a log is none" in capsys.readouterr().err


def test_all_that_a_rewritten_port_has_unlike_is_told_with_its_places(
    folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "graph.py", "rewritten.py", *at(tf2_python), "--watch"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[lines.index("seen to be unlike, whatever comes of it:") + 1 :] == [
        "    data: the largest array that step 0 is given is [4, 2] on the left, [16, 2] on the right",
        "    start: dense/kernel begins with numbers of the size 0.5 on the left, 1 throughout on the right",
        "    forward: ops that the other side has in another number: Sigmoid (line 9) on the left, "
        "Relu (line 11) on the right",
        "    loss: the loss is made by Sum, RealDiv (line 9) on the left, Mean (line 11) on the right",
        "    update: the optimizer is tf.compat.v1.train.GradientDescentOptimizer with learning_rate 0.05 (line 10) on "
        "the left, tf.keras.optimizers.Adam with learning_rate 0.05 (line 7) on the right",
    ]
