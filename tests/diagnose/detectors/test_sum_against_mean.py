"""Sum against mean: a whole number between the updates, and a script that sums."""

from dataclasses import replace

import numpy as np
import pytest

from harness.diagnose.detectors.loss.sum_against_mean import detect
from harness.diagnose.detectors.rate.other_rate import detect as other_rate
from harness.watching.watched import watched
from harness.words.finding import Confidence
from harness.words.observation import Observation, ObservedLayer, ObservedStep, ObservedVariable
from tests.diagnose.detectors.test_other_rate import descent
from tests.diagnose.sides import against_golden, made
from tests.watching.arrays import reduced

MEAN = "import tensorflow as tf\nloss = tf.reduce_mean(tf.square(x))\n"
SUM = "import tensorflow as tf\nloss = tf.reduce_sum(tf.square(x))\n"
SUM_OF_ROWS = "import tensorflow as tf\nloss = tf.reduce_mean(tf.reduce_sum(tf.square(x), axis=1))\n"


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_a_summed_loss_is_told_from_two_rows_and_the_scripts(style: str) -> None:
    found = detect(against_golden("pitfalls/sum_instead_of_mean", style, "two_layer_net", style, "sgd"))
    assert found is not None
    assert (found.cause, found.confidence) == ("sum-against-mean", Confidence.LIKELY)
    assert found.evidence == (
        f"loss of pitfalls/sum_instead_of_mean:{style}, which sums over its rows, runs ahead of two_layer_net:{style} "
        "in all 2 records that both have (0 agree): 4.452855 against 5.1311817 in the first, 0.38570657 against "
        "0.42911103 in the last"
    )
    assert [(trial.patch, trial.side) for trial in found.trials] == [("mean_for_sum", "right")]


@pytest.mark.parametrize("rows", [2, 8, 32])
def test_updates_that_are_a_whole_number_of_times_as_large_are_told(rows: int) -> None:
    evidence = made({"w": descent(0.01)}, {"w": descent(0.01 * rows)}, sources=(MEAN, SUM))
    found = detect(evidence)
    assert found is not None
    assert found.evidence.endswith(f"its updates are {rows} times as large, a whole number")
    assert other_rate(evidence) is None


def test_the_left_side_may_be_the_one_that_sums() -> None:
    found = detect(made({"w": descent(0.08)}, {"w": descent(0.01)}, sources=(SUM, MEAN)))
    assert found is not None
    assert found.change.startswith("sum the loss that is trained, as the left does")
    assert [trial.side for trial in found.trials] == ["left"]


@pytest.mark.parametrize(
    ("left", "right", "sources"),
    [
        (0.01, 0.08, (MEAN, MEAN)),
        (0.01, 0.08, (SUM, SUM)),
        (0.01, 0.08, (MEAN, SUM_OF_ROWS)),
        (0.01, 0.025, (MEAN, SUM)),  # 2.5 rows
        (0.08, 0.01, (MEAN, SUM)),  # the one that sums is the slower one
        (0.01, 0.01, (MEAN, SUM)),  # the same numbers
    ],
)
def test_it_is_silent(left: float, right: float, sources: tuple[str, str]) -> None:
    assert detect(made({"w": descent(left)}, {"w": descent(right)}, sources=sources)) is None


def test_losses_of_a_sum_that_lag_behind_are_no_sign() -> None:
    assert detect(made({"loss": [5, 4, 3]}, {"loss": [5.5, 4.5, 3.5]}, sources=(MEAN, SUM))) is None


def test_without_the_left_script_it_is_only_possible() -> None:
    found = detect(made({"loss": [5, 4, 3]}, {"loss": [4, 2, 1]}, sources=("", SUM)))
    assert found is not None
    assert found.confidence is Confidence.POSSIBLE


@pytest.mark.parametrize("divided", ["tf.reduce_sum(tf.square(x)) / N", "tf.reduce_sum(tf.square(x)) / (2 * len(x))"])
def test_a_sum_that_is_divided_is_a_mean(divided: str) -> None:
    port = f"import tensorflow as tf\nloss = {divided}\n"
    assert detect(made({"w": descent(0.01)}, {"w": descent(0.08)}, sources=(MEAN, port))) is None
    assert detect(made({"w": descent(0.01)}, {"w": descent(0.08)}, sources=(port, SUM))) is not None


def test_half_a_sum_is_a_sum() -> None:
    port = "import tensorflow as tf\nloss = tf.reduce_sum(tf.square(x)) / 2\n"
    assert detect(made({"w": descent(0.01)}, {"w": descent(0.08)}, sources=(MEAN, port))) is not None


TERMS = np.arange(1.0, 31.0).reshape(10, 3)


def of_loss(times: float, last: object, kind: str) -> Observation:
    gradient = times * np.linspace(0.1, 0.9, 9)
    w = ObservedVariable("w", reduced(np.ones(9)), reduced(gradient), reduced(1 - gradient))
    loss = reduced(times * TERMS.mean())
    layers = (
        ObservedLayer(0, "Mul", "Mul", output=reduced(TERMS)),
        ObservedLayer(1, "Neg", "Neg", (0,), reduced(last)),
        ObservedLayer(2, kind, kind, (1,), loss),
    )
    return Observation((ObservedStep(0, "session", "", loss, variables=(w,), layers=layers),), 1)


@pytest.mark.parametrize(
    ("left", "right", "change"),
    [
        (of_loss(30, TERMS, "Sum"), of_loss(1, TERMS, "Mean"), "by its sum (reduction='sum')"),
        (of_loss(1, TERMS, "Mean"), of_loss(30, TERMS, "Sum"), "by its mean"),
        (of_loss(10, TERMS.sum(1), "Sum"), of_loss(1, TERMS.sum(1), "Mean"), "by its sum (reduction='sum')"),
        (
            of_loss(3, TERMS.sum(1), "Sum"),
            of_loss(1, TERMS, "Mean"),
            "3 times as large; look for an axis of length 3 that the left sums over and the right takes the mean of",
        ),
    ],
)
def test_a_sum_is_proposed_where_the_factor_is_that_of_elements_or_rows(
    left: Observation, right: Observation, change: str
) -> None:
    found = detect(replace(made({"loss": [5.0]}, {"loss": [4.0]}), watched=watched(left, right)))
    assert found is not None
    assert found.change == f"reduce the loss of the right as the left does: {change}"
