"""Specification of ``--seed``: scripts that draw the same in the same order begin with the same numbers."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.targets.scene import Prelude, Scene
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.conftest import tensorflow_pythons
from tests.targets.worker.conftest import request_for

GRAPH = """
import tensorflow as tf
v = tf.Variable(tf.random_uniform([2]))
noise = tf.random_normal([2])
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    print(session.run(v).tolist(), session.run(noise).tolist())
"""
# Making a variable, it is traced twice.
FUNCTION = """
import tensorflow as tf
v = tf.Variable(tf.random.uniform([2]))
made = []
@tf.function
def noise():
    if not made:
        made.append(tf.Variable(0.0))
    return tf.random.normal([2])
print(v.numpy().tolist(), noise().numpy().tolist())
"""
KERAS = """
from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(3, input_shape=(3,)), keras.layers.Dense(2)])
print([each.tolist() for each in model.get_weights()])
"""


# Seeds of ops alone; what a function draws, too.
OWN = """
import tensorflow as tf
if hasattr(tf, "Session"):
    with tf.Session() as session:
        print(session.run(tf.random_normal([2], seed=1)).tolist())
else:
    tf.random.uniform([1])
    print(tf.function(lambda: tf.random.normal([2], seed=1))().numpy().tolist())
"""


def run(text: str, release: str, folder: Path, *, seeded: bool = True) -> str:
    pythons = tensorflow_pythons()
    if release not in pythons:
        pytest.skip(f"no environment of {release}")
    script = folder / "train.py"
    script.write_text(text)
    scene = Scene(folder, preludes=(Prelude("seeds", {"seed": 7}),) if seeded else ())
    with open_worker(pythons[release], Setup()) as worker:
        outcome = worker.submit(replace(request_for(script), scene=scene)).result(60)
    assert outcome.failure is None, outcome.failure
    return outcome.printed[0]


def test_a_function_goes_on_counting_draws_where_eager_mode_is(tmp_path: Path) -> None:
    assert run(FUNCTION, "tf2.15", tmp_path) == run(GRAPH, "tf1.12", tmp_path)


def test_a_seed_of_the_graph_alone_means_the_same_on_all_releases(tmp_path: Path) -> None:
    old = GRAPH.replace("tf\nv", "tf\ntf.set_random_seed(3)\nx = tf.constant(1.0)\nv")
    new = FUNCTION.replace("tf\nv", "tf\ntf.random.set_seed(3)\nv")
    assert run(new, "tf2.15", tmp_path) == run(old, "tf1.12", tmp_path) != run(GRAPH, "tf1.12", tmp_path)


def test_an_op_with_a_seed_of_its_own_draws_what_it_does_without_the_option(tmp_path: Path) -> None:
    drawn = run(OWN, "tf1.12", tmp_path)
    assert drawn == run(OWN, "tf2.15", tmp_path)
    assert drawn == run(OWN, "tf1.12", tmp_path, seeded=False)


@pytest.mark.parametrize("release", ["tf2.4", "tf2.15"])
def test_layers_of_keras_begin_as_they_did_before_it_had_a_generator(release: str, tmp_path: Path) -> None:
    assert run(KERAS, release, tmp_path) == run(KERAS, "tf1.12", tmp_path)


# As gym makes its generators up to 0.21, and since.
SEEDING = """import os
import numpy
def create_seed(a=None, max_bytes=8):
    return int.from_bytes(os.urandom(4), "big") if a is None else a
def np_random(seed=None):
    seed = create_seed(seed)
    return numpy.random.RandomState(seed), seed
"""
PLAYS = """from gym.utils import seeding
games = [seeding.np_random()[1], seeding.np_random(None)[1], seeding.np_random(3)[1]]
print(games, seeding.create_seed(max_bytes=4), seeding.np_random()[0].randint(1000))
"""


def test_games_that_the_system_would_seed_are_given_one_number_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "gym" / "utils").mkdir(parents=True)
    for name in ("gym/__init__.py", "gym/utils/__init__.py"):
        (tmp_path / name).touch()
    (tmp_path / "gym" / "utils" / "seeding.py").write_text(SEEDING)
    assert run(PLAYS, "tf1.12", tmp_path) == "[8, 9, 3] 10 921"
