"""Specification of what a script gets out of TensorFlow, in a Session and in eager mode."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.targets.scene import Prelude
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.conftest import tensorflow_pythons
from tests.targets.worker.conftest import request_for

GRAPH = """
import tensorflow as tf
w = tf.Variable([1.0, 2.0])
hello = tf.constant("hello")
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run([w.assign_add([1.0, 1.0]).op, hello])
    both = session.run({"b": w, "a": tf.shape(w)})
    print(w.eval())
"""
EAGER = """
import tensorflow as tf
w = tf.Variable([1.0, 2.0])
w.assign_add([1.0, 1.0])
tf.constant("hello").numpy()
both = {"a": tf.shape(w).numpy(), "b": w.numpy()}
tf.keras.layers.Dense(2)(tf.ones([1, 2]))
print(w.numpy())
"""
ROW = ["float32", [2], 13**0.5, 2.0, 3.0]


def handed(text: str, release: str, folder: Path) -> list[Any]:
    pythons = tensorflow_pythons()
    if release not in pythons:
        pytest.skip(f"no environment of {release}")
    script = folder / "train.py"
    script.write_text(text)
    request = replace(request_for(script), preludes=(Prelude("handed_out"),))
    with open_worker(pythons[release], Setup()) as worker:
        outcome = worker.submit(request).result(60)
    assert outcome.failure is None, outcome.failure
    told = [each.what for each in outcome.seen if each.kind == "handed"]
    return [each["array"][:5] if "array" in each else each["text"] for each in told]


@pytest.mark.parametrize(
    ("text", "release"), [(GRAPH, "tf1.4"), (GRAPH, "tf1.12"), (EAGER, "tf2.4"), (EAGER, "tf2.15")]
)
def test_values_come_in_the_order_in_which_the_script_gets_them(text: str, release: str, tmp_path: Path) -> None:
    assert handed(text, release, tmp_path) == ["b'hello'", ["int32", [1], 2.0, 2.0, 2.0], ROW, ROW]
