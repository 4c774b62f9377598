"""Specification: what was not seen whole is not proved by what was."""

from pathlib import Path

import pytest

from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.proof.prove import prove
from harness.sides.proof.words import failed_at, trained_alone
from harness.sides.run import run_sides
from harness.targets.outcome import Failure
from harness.targets.target import Setup
from harness.watching.pairs import Pairs
from tests.jobs import job_of

# The offset is one that the graph keeps, or one that it trains a little.
OFFSET = """
import tensorflow{v1} as tf
{behaviour}
w = tf.Variable(5.0)
e = tf.Variable(0.5, trainable={trains})
step = tf.train.GradientDescentOptimizer(0.001).minimize(tf.square(w - 1.0) + 0.01 * tf.square(e))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(3):
        session.run(step)
    print("w %.2f" % session.run(w))
"""
# The second model trains in a thread of its own, behind the first one.
THREADS = """
import threading
import tensorflow{v1} as tf
{behaviour}
w, v = tf.Variable(5.0), tf.Variable(4.0)
steps = [
    tf.train.GradientDescentOptimizer(rate).minimize(tf.square(one - 1.0))
    for one, rate in ((w, 0.1), (v, {trains}))
]
session = tf.Session()
session.run(tf.global_variables_initializer())
for step in steps:
    thread = threading.Thread(target=lambda: [session.run(step) for _ in range(8)])
    thread.start()
    thread.join()
print("w %.1f" % session.run(w))
"""

# What was kept in the middle of the training is taken back behind its end; or its average is what is printed, or not.
BEHIND = """
import tensorflow{v1} as tf
{behaviour}
w = tf.Variable([5.0, 4.0])
step = tf.train.MomentumOptimizer(0.02, 0.5).minimize(tf.reduce_sum(tf.square(w - 1.0)))
average = tf.train.ExponentialMovingAverage(0.5)
kind, taken = {trains!r}, tf.placeholder(tf.float32)
with tf.control_dependencies([step]):
    train = average.apply([w]) if "average" in kind else tf.group(step)
back = w.assign(taken)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(20):
        session.run(train)
        kept = session.run(w) if i == 9 else kept if i else None
    if "back" in kind:
        session.run(back, {{taken: kept}})
    print("kept %.3f" % kept[0])
"""


def proof_of(text: str, old: str, new: str, folder: Path, pythons: tuple[Path, Path]) -> str:
    jobs = []
    for name, python, trains in (("old.py", pythons[0], old), ("new.py", pythons[1], new)):
        v1 = "" if name == "old.py" else ".compat.v1"
        behaviour = "" if name == "old.py" else "tf.disable_v2_behavior()"
        jobs.append(job_of(folder / name, text.format(v1=v1, behaviour=behaviour, trains=trains), python))
    with run_sides(jobs[0], jobs[1], Setup(jobs=2)) as sides:
        return str(prove(sides, Tolerances(Tolerance(), {})))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("True", "True", "proved: same start, 3 steps, all numbers bit for bit"),
        ("False", "True", "not proved: the port alone trains Variable_1; but for that: "),
        ("True", "False", "not proved: the original alone trains Variable_1; but for that: "),
    ],
)
def test_what_one_side_alone_trains_keeps_a_port_from_being_proved(
    old: str, new: str, says: str, tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    assert proof_of(OFFSET, old, new, tmp_path, (tf1_python, tf2_python)).startswith(says)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("average, back", "average, back", "proved: same start, 20 steps, all numbers bit for bit"),
        ("average, back", "average", "not proved: Variable comes to ["),
        ("average, back", "back", "not proved: stage statistics, step 0: "),
    ],
)
def test_what_variables_come_to_and_averages_of_them_are_proved_as_well(
    old: str, new: str, says: str, tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    assert proof_of(BEHIND, old, new, tmp_path, (tf1_python, tf2_python)).startswith(says)


def test_threads_of_which_not_all_steps_are_seen_prove_nothing(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    told = proof_of(THREADS, "0.12", "0.13", tmp_path, (tf1_python, tf2_python))
    assert told == "not proved: several threads train, and not all of their steps were seen"


def test_who_trains_alone_is_named() -> None:
    assert trained_alone(Pairs(())) == ""
    assert trained_alone(Pairs((), only_left=("a", "b", "c", "d"))) == "the original alone trains a, b, c, …"
    assert trained_alone(Pairs((), only_right=("e",))) == "the port alone trains e"


TRACED = """\
Traceback (most recent call last):
  File "/old/train.py", line 30, in <module>
    train(rows)
ValueError: in user code:

    File "/old/train.py", line 12, in train  *
        cost = net(x)
    File "/old/train.py", line 7, in net  *
        return cell.size

    AttributeError: 'Cell' object has no attribute 'size'
"""


def test_an_error_while_a_function_is_traced_is_told_with_its_line_in_the_draft() -> None:
    traced = Failure("raised", 'train.py:30: ValueError: in user code: File "/old/train.py", line 12, in…', TRACED)
    assert failed_at(traced, "train.py", "new.py") == "new.py:7: AttributeError: 'Cell' object has no attribute 'size'"
    plain = Failure("raised", "train.py:3: NameError: x", 'File "/old/train.py", line 3\n    x\nNameError: x')
    assert failed_at(plain, "train.py", "new.py") == "new.py:3: NameError: x"
