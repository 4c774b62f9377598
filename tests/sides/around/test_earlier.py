"""A script of before 0.12, the first release that is known, finds what it counts on."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.sides.around.earlier import earlier
from harness.targets.scene import Scene
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.conftest import tensorflow_pythons
from tests.targets.worker.conftest import request_for

MODULES = """import tensorflow as tf
from tensorflow.python.client import graph_util
from tensorflow.python.platform import logging
print(graph_util.extract_sub_graph.__name__, logging.WARN)
"""
AVERAGES = """import tensorflow as tf
average = tf.train.ExponentialMovingAverage(0.5)
def mean(x):
    with tf.variable_scope("norm"):
        batch = tf.reduce_mean(x)
        with tf.control_dependencies([average.apply([batch])]):
            return tf.identity(batch), average.average(batch)
x = tf.placeholder(tf.float32, [None])
with tf.variable_scope("net"):
    mean(x)
    tf.get_variable_scope().reuse_variables()
    batch, kept = mean(x)
with tf.Session() as session:
    session.run(tf.initialize_all_variables())
    session.run(batch, {x: [1.0, 3.0]})
    print(session.run(kept))
"""


@pytest.mark.parametrize(
    ("text", "modules", "averages"),
    [
        ("from tensorflow.python.client import session, graph_util", ["tensorflow.python.client.graph_util"], False),
        ("import tensorflow.python.platform.logging as log", ["tensorflow.python.platform.logging"], False),
        ("from tensorflow.python.client import session\nimport logging", None, False),
        (AVERAGES, [], True),
        ("average = tf.train.ExponentialMovingAverage(0.5)", None, False),
    ],
)
def test_what_a_text_counts_on(text: str, modules: list[str] | None, averages: bool) -> None:
    found = earlier("import tensorflow as tf\n", text)
    assert (None if found is None else [*found.setting["modules"]]) == modules
    assert found is None or found.setting["averages"] is averages


@pytest.mark.parametrize(
    ("release", "text", "printed", "told"),
    [
        (
            "tf1.4",
            MODULES,
            "extract_sub_graph 30",
            ("tensorflow.python.client.graph_util", "tensorflow.python.platform.logging"),
        ),
        ("tf0.12", AVERAGES, "1.0", ("averages in a scope that is used again",)),
    ],
)
def test_it_is_given_and_told(release: str, text: str, printed: str, told: tuple[str, ...], tmp_path: Path) -> None:
    pythons = tensorflow_pythons()
    if release not in pythons:
        pytest.skip(f"no environment of {release}")
    script = tmp_path / "train.py"
    script.write_text(text)
    prelude = earlier(text)
    assert prelude is not None
    with open_worker(pythons[release], Setup()) as worker:
        request = replace(request_for(script), scene=Scene(tmp_path, preludes=(prelude,)))
        outcome = worker.submit(request).result(60)
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == (printed,)
    assert outcome.effects is not None and outcome.effects.earlier == told
