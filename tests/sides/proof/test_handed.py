"""Specification: what two sides get out of TensorFlow agrees, differs, or has no partners."""

from pathlib import Path

import pytest

from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.proof.handed import BothHanded, handed_alike, handed_apart
from harness.sides.proof.prove import prove
from harness.sides.run import run_sides
from harness.targets.target import Setup
from tests.jobs import job_of
from tests.watching.arrays import reduced

HALF, QUARTER, PAIR = reduced(0.5), reduced(0.25), reduced([0.5, 0.25])
# The mean of the classes is 1 by either op.
CLASSES = """
import tensorflow{v1} as tf
{behaviour}
x = tf.constant([[0.0, 2.0, 1.0], [1.0, 0.0, 2.0], [2.0, 1.0, 0.0]])
with tf.Session() as session:
    print("mean class %.0f" % session.run(tf.{op}(tf.nn.softmax(x), 1)).mean())
"""


def test_values_that_agree_are_alike_and_not_apart() -> None:
    both = BothHanded((HALF, PAIR, "a"), (HALF, PAIR, "a"))
    found = handed_alike(both)
    assert found is not None and (found.count, found.ulps, handed_apart(both)) == (3, 0.0, None)


def test_the_first_value_that_is_another_one_is_told() -> None:
    both = BothHanded((HALF, HALF, "a"), (HALF, QUARTER, "b"))
    assert (handed_alike(both), handed_apart(both)) == (None, 2)
    assert handed_apart(BothHanded(("a",), ("b",))) == 1


@pytest.mark.parametrize("right", [(), (HALF,), (HALF, HALF), (HALF, "a")])
def test_values_of_other_numbers_and_sizes_have_no_partners(right: tuple[str, ...]) -> None:
    both = BothHanded((HALF, PAIR), right)
    assert (handed_alike(both), handed_apart(both)) == (None, None)


def test_texts_alone_prove_nothing() -> None:
    assert handed_alike(BothHanded(("a",), ("a",))) is None


@pytest.mark.parametrize(
    ("op", "says"),
    [
        ("argmax", "proved: all that it computes bit for bit"),
        (
            "argmin",
            "not proved: value 1 that it gets is another one than the original gets; but for that: all that it ",
        ),
    ],
)
def test_integers_that_a_script_gets_are_held_as_well(
    op: str, says: str, tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    texts = {
        "old.py": (CLASSES.format(v1="", behaviour="", op="argmax"), tf1_python),
        "new.py": (CLASSES.format(v1=".compat.v1", behaviour="tf.disable_v2_behavior()", op=op), tf2_python),
    }
    jobs = []
    for name, (text, python) in texts.items():
        jobs.append(job_of(tmp_path / name, text, python))
    with run_sides(jobs[0], jobs[1], Setup(jobs=2)) as sides:
        assert str(prove(sides, Tolerances(Tolerance(), {}))).startswith(says)
