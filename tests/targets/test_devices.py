"""A GPU that a script asks for and a run has not: what it wants there is done on the CPU, in eager mode too."""

from pathlib import Path

from harness.targets.scene import Prelude, Scene
from harness.targets.target import Limits, Request, Setup
from harness.targets.workers import open_worker

EAGER = """import tensorflow as tf
tf.enable_eager_execution()
with tf.device("/gpu:0"):
    a = tf.constant([1.0, 2.0])
with tf.device("/device:GPU:0"):
    print(tf.reduce_sum(a.gpu() * 2.0).numpy())
"""
GRAPH = """import tensorflow as tf
with tf.device("/gpu:0"):
    a = tf.constant([1.0, 2.0])
with tf.Session() as session:
    print(session.run(tf.reduce_sum(a)))
"""


def test_what_is_wanted_on_a_gpu_is_done_on_the_cpu(tf1_python: Path, tmp_path: Path) -> None:
    limits = Limits()
    printed = []
    with open_worker(tf1_python, Setup()) as worker:
        for name, text in (("eager.py", EAGER), ("graph.py", GRAPH)):
            (tmp_path / name).write_text(text)
            scene = Scene(tmp_path, preludes=(Prelude("devices"),))
            request = Request(tmp_path / name, {}, 60.0, limits.memory, limits.output, scene=scene)
            outcome = worker.submit(request).result(60)
            assert outcome.failure is None, outcome.failure
            printed.append(outcome.stdout)
    assert printed == ["6.0\n", "3.0\n"]
