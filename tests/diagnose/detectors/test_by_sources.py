"""What two scripts say where their logs do not: suspicions that an experiment decides on."""

import pytest

from harness.diagnose.detectors.loss import sum_against_mean
from harness.diagnose.detectors.rate import other_rate, staircase
from harness.logs.fields import take_line_apart
from harness.words.finding import Confidence
from tests.diagnose.sides import made

APART = ({"loss": [9.0, 5.0, 4.0], "b": [0.1, 0.2, 0.3]}, {"loss": [8.0, 6.5, 2.0], "b": [0.3, 0.31, 0.4]})
DECAY = "import tensorflow as tf\nrate = tf.train.exponential_decay(0.1, step, 10, 0.5{})\n"
KERAS = "import tensorflow as tf\nrate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5{})\n"
LOSS = "import tensorflow as tf\nloss = {}\ntf.keras.optimizers.SGD(0.1)\n"


def test_two_decays_with_another_staircase_are_worth_a_try() -> None:
    finding = staircase.detect(made(*APART, sources=(DECAY.format(", staircase=True"), KERAS.format(""))))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("staircase", Confidence.POSSIBLE)
    assert "falls in stairs (line 2: staircase=True)" in finding.evidence


@pytest.mark.parametrize(("left", "right"), [(", True", ", staircase=True"), ("", ""), ("", ", staircase=stairs")])
def test_two_decays_that_are_not_known_to_differ_are_no_reason(left: str, right: str) -> None:
    assert staircase.detect(made(*APART, sources=(DECAY.format(left), KERAS.format(right)))) is None


def test_two_rates_are_worth_a_try() -> None:
    left = "import tensorflow as tf\ntf.train.GradientDescentOptimizer(0.01)\n"
    finding = other_rate.detect(made(*APART, sources=(left, LOSS.format("f()"))))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("other-rate", Confidence.POSSIBLE)
    assert finding.change == "use the rate 0.01 in place of 0.1"
    assert other_rate.detect(made(*APART, sources=(left.replace("0.01", "0.1"), LOSS.format("f()")))) is None


# Towards 1, by 0.9 with each record and by 0.6: updates four times as large.
SLOW = {"w": [1 - 0.9**step for step in range(9)], "v": [2 - 2 * 0.9**step for step in range(9)]}
QUICK = {"w": [1 - 0.6**step for step in range(9)], "v": [2 - 2 * 0.6**step for step in range(9)]}


def test_a_loss_that_is_not_reduced_is_no_other_rate() -> None:
    evidence = made(SLOW, QUICK, sources=(LOSS.format("tf.reduce_mean(e)"), LOSS.format("tf.square(e)")))
    assert other_rate.detect(evidence) is None
    finding = sum_against_mean.detect(evidence)
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("sum-against-mean", Confidence.LIKELY)
    assert [trial.says for trial in finding.trials] == ["the rate divided by 4"]
    assert "SGD(0.025)" in finding.trials[0].source


def test_updates_four_times_as_large_with_four_times_the_rate_are_another_rate() -> None:
    other = LOSS.format("tf.square(e)").replace("0.1", "0.4")
    evidence = made(SLOW, QUICK, sources=(LOSS.format("tf.reduce_mean(e)"), other))
    assert sum_against_mean.detect(evidence) is None
    finding = other_rate.detect(evidence)
    assert finding is not None
    assert finding.change == "use the rate 0.1 in place of 0.4"


def test_an_a_before_a_number_is_its_name() -> None:
    assert [field.name for field in take_line_apart("step 3 a 0.5 b 0.25").fields] == ["step", "a", "b"]
    assert [field.name for field in take_line_apart("after a step w is 0.5").fields] == ["w"]


def test_against_a_log_a_mean_is_told_beside_the_rate() -> None:
    port = LOSS.format("tf.square(e)") + "tape = tf.GradientTape()\n"
    finding = other_rate.detect(made(SLOW, QUICK, sources=("", port)))
    assert finding is not None
    assert finding.change == (
        "use the rate 0.025 in place of 0.1; or take the mean of the loss that is trained, if it has 4 numbers"
    )
