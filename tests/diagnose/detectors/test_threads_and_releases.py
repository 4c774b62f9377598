"""Specification of the two most general causes: the order of sums, and the release itself."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from harness.diagnose.detectors.anywhere import other_release
from harness.diagnose.detectors.last_bits import thread_count
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.sources.said.otherwise import otherwise_in, otherwise_text
from harness.words.finding import Confidence, Place
from tests.diagnose.sides import made, origin


def apart(ulps: int, *, slack: float = 0.0) -> Evidence:
    """A second number so many floats from the left one, on a right side that can be run."""
    second = float((np.float32(2.0).view(np.int32) + np.int32(ulps)).view(np.float32))
    evidence = made({"w": [1.0, 2.0]}, {"w": [1.0, second]}, slack=slack)
    return replace(evidence, right=replace(evidence.right, origin=origin()))


@pytest.mark.parametrize("ulps", [1, -3, 64])
def test_a_first_difference_of_a_few_ulps_may_be_the_order_of_a_sum(ulps: int) -> None:
    found = thread_count.detect(apart(ulps))
    assert found is not None
    assert (found.cause, found.confidence) == ("thread-count", Confidence.POSSIBLE)
    assert found.evidence == f"the first numbers that differ are {abs(ulps)} ULP apart"
    [trial] = found.trials
    assert trial.one_cpu
    assert trial.side is Place.RIGHT


def test_a_larger_difference_or_one_known_from_print_only_is_none() -> None:
    assert thread_count.detect(apart(65)) is None
    assert thread_count.detect(apart(0)) is None
    assert thread_count.detect(apart(2, slack=1e-8)) is None


def test_a_side_that_cannot_run_again_is_not_suspected_of_its_threads() -> None:
    assert thread_count.detect(made({"w": [1.0, 2.0]}, {"w": [1.0, 2.0000002]})) is None


def releases(left: str, right: str, *, sources: tuple[str, str] = ("x = 1", "x = 1")) -> Evidence:
    evidence = made({"w": [1.0]}, {"w": [2.0]}, sources=sources)
    return replace(
        evidence,
        left=replace(evidence.left, tensorflow=left, origin=replace(origin(), python=Path(f"python-{left}"))),
        right=replace(evidence.right, tensorflow=right, origin=replace(origin(), python=Path(f"python-{right}"))),
    )


def test_one_script_on_two_releases_is_tried_on_the_left_one() -> None:
    found = other_release.detect(releases("1.15.5", "2.15.1"))
    assert found is not None
    assert (found.cause, found.confidence) == ("other-release", Confidence.POSSIBLE)
    assert found.evidence == "the left ran on TensorFlow 1.15.5, the right on 2.15.1"
    [trial] = found.trials
    assert trial.elsewhere
    assert trial.says == "TensorFlow 1.15.5 in place of 2.15.1"


def test_what_a_script_uses_that_was_measured_otherwise_between_the_releases_is_told_of() -> None:
    script = "import tensorflow.compat.v1 as tf\ny = tf.maximum(0.0, x)\nz = tf.maximum(y, x)\n"
    found = other_release.detect(releases("1.15.5", "2.15.1", sources=(script, script)))
    assert found is not None
    assert found.evidence == (
        "the left ran on TensorFlow 1.15.5, the right on 2.15.1; between them other numbers were measured of what it "
        "uses: line 2, tf.compat.v1.maximum: from 2.4 on it computes other numbers than in 2.3 (other numbers: "
        "maximum[3] 1 against nan)"
    )
    found = other_release.detect(releases("2.4.4", "2.15.1", sources=(script, script)))
    assert found is not None
    assert found.evidence == "the left ran on TensorFlow 2.4.4, the right on 2.15.1"


def test_of_much_that_was_measured_otherwise_what_is_so_for_all_values_comes_first() -> None:
    script = (
        "import tensorflow as tf\n"
        "y = tf.maximum(tf.reduce_mean(x), 0.0)\n"
        "z = tf.nn.dropout(y, 0.8)\n"
        "w = tf.nn.softmax_cross_entropy_with_logits(labels=a, logits=b)\n"
    )
    lines = [each.line for each in otherwise_in(script, "1.15.5", "2.15.1")]
    assert lines[0] == 3
    assert sorted(lines) != lines
    assert otherwise_text(script, "1.15.5", "2.15.1").startswith(
        "between them other numbers were measured of what it uses: line 3, the second argument of tf.nn.dropout is "
        "keep_prob in 1.15 and rate in 2.15; "
    )
    assert "; harness lint names " in otherwise_text(script, "1.15.5", "2.15.1")


@pytest.mark.parametrize("text", ["print 'x'", "x = 1"])
def test_nothing_is_told_of_a_text_that_uses_nothing_or_is_no_python_3(text: str) -> None:
    assert otherwise_text(text, "1.15.5", "2.15.1") == ""


def test_two_scripts_or_one_release_are_no_matter_of_the_release() -> None:
    assert other_release.detect(releases("1.15.5", "2.15.1", sources=("x = 1", "x = 2"))) is None
    assert other_release.detect(releases("2.15.1", "2.15.1")) is None
    one = releases("1.15.5", "2.15.1")
    assert other_release.detect(replace(one, left=replace(one.left, origin=None))) is None
    assert other_release.detect(replace(one, right=replace(one.right, origin=None))) is None
