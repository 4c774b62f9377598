"""Specification of the masks of a proof: a port drops what its original drops, however often its functions are run."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.targets.scene import Prelude, Scene
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.conftest import tensorflow_pythons
from tests.targets.worker.conftest import request_for

# Of the draws of the graph a glorot initializer is one more than the port has.
GRAPH = """
import tensorflow as tf
w = tf.get_variable("w", [4, 3])
x = tf.placeholder(tf.float32, [None, 4])
keep = tf.placeholder(tf.float32)
first = tf.nn.dropout(x, keep)
second = tf.nn.dropout(first + 1.0, keep)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for rows in (2, 3, 2):
        feed = {x: [[1.0] * 4] * rows, keep: 0.5}
        print((session.run(first, feed) > 0).astype(int).tolist())
        print([(each > 0).astype(int).tolist() for each in session.run([first, second], feed)])
"""
FUNCTIONS = """
import tensorflow as tf

@tf.function(input_signature=[tf.TensorSpec([None, 4]), tf.TensorSpec([])])
def compute_first(x, keep):
    return tf.nn.dropout(x, rate=1 - keep)

@tf.function(input_signature=[tf.TensorSpec([None, 4]), tf.TensorSpec([])])
def compute(x, keep):
    first = compute_first(x, keep)
    return first, tf.nn.dropout(first + 1.0, rate=1 - keep)

# It is traced a second time by its first call, as it makes a variable.
made = []

@tf.function(input_signature=[tf.TensorSpec([None, 4]), tf.TensorSpec([])])
def train(x, keep):
    if not made:
        made.append(tf.Variable(0.0))
    return compute(x, keep)

for rows in (2, 3, 2):
    fed = tf.ones([rows, 4]), 0.5
    print((compute_first(*fed).numpy() > 0).astype(int).tolist())
    print([(each.numpy() > 0).astype(int).tolist() for each in train(*fed)])
"""


def run(text: str, release: str, folder: Path) -> tuple[str, ...]:
    pythons = tensorflow_pythons()
    if release not in pythons:
        pytest.skip(f"no environment of {release}")
    script = folder / "train.py"
    script.write_text(text)
    scene = Scene(folder, preludes=(Prelude("seeds", {"seed": 7}),))
    request = replace(request_for(script), scene=scene, preludes=(Prelude("dropout_masks"),))
    with open_worker(pythons[release], Setup()) as worker:
        outcome = worker.submit(request).result(60)
    assert outcome.failure is None, outcome.failure
    return tuple(outcome.printed)


@pytest.mark.parametrize("release", ["tf1.4", "tf1.12"])
def test_functions_that_share_a_dropout_go_on_where_the_last_of_them_ended(release: str, tmp_path: Path) -> None:
    graph = run(GRAPH, release, tmp_path)
    assert run(FUNCTIONS, "tf2.15", tmp_path) == graph
    assert len(set(graph)) == 6


def test_a_graph_on_tensorflow_2_drops_the_same(tmp_path: Path) -> None:
    port = GRAPH.replace("import tensorflow as tf", "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()")
    assert run(port, "tf2.15", tmp_path) == run(GRAPH, "tf1.12", tmp_path)
