"""Specification: a watched run that prints what the unwatched one did is the run once more of a diagnosis."""

from pathlib import Path

from harness.diagnose.evidence.races import has_looked, races_of
from harness.sides.observing.watch import once_more, watch_both
from harness.sides.ordered import races_within
from harness.sides.run import run_sides
from harness.targets.target import Setup
from harness.words.finding import Place
from tests.jobs import job_of

RACES = """
import tensorflow as tf
slope = tf.Variable(5.0)
step = tf.train.GradientDescentOptimizer(0.125).minimize(tf.square(slope - 1.0))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(3):
        session.run([slope, step])
    print("slope", session.run(slope))
"""
DRAWS = """
import random
import tensorflow as tf
slope = tf.Variable(5.0)
slope.assign_sub(0.5)
print("slope", slope.numpy(), random.random())
"""


def test_a_side_that_prints_the_same_watched_has_run_once_more_and_its_races_are_those_of_its_graph(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    left, right = (
        job_of(tmp_path / name, text, python)
        for name, text, python in (("old.py", RACES, tf1_python), ("new.py", DRAWS, tf2_python))
    )
    with run_sides(left, right, Setup(jobs=2)) as sides:
        seen = watch_both(sides)
        assert seen is not None
        again = once_more(seen, sides)
        assert list(again) == [Place.LEFT]
        assert [(race.variable, race.line) for race in races_of(again[Place.LEFT])] == [("Variable", 8)]
        assert races_of(again[Place.LEFT]) == races_within(sides.left, sides)
    assert has_looked(again[Place.LEFT])
    assert {each.kind for each in again[Place.LEFT].seen} == {"race"}
