"""global_step not passed: a rate that stays at its first value."""

import pytest

from harness.diagnose.detectors.rate.global_step_not_passed import detect
from harness.words.finding import Confidence
from tests.diagnose.sides import DIVERGED, against_golden, documented, golden, held, made

DECAY = """
import tensorflow.compat.v1 as tf
step = tf.Variable(0, trainable=False)
rate = tf.train.exponential_decay(0.1, step, 1, 0.99)
train = tf.train.GradientDescentOptimizer(rate).minimize({arguments})
with tf.Session() as sess:
    sess.run(train)
"""
FALLING, STUCK = {"rate": [0.1, 0.09, 0.081, 0.0729]}, {"rate": [0.1, 0.1, 0.1, 0.1]}


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_a_minimize_without_global_step_is_told(style: str) -> None:
    found = detect(against_golden("pitfalls/global_step_not_passed", style, "staircase_decay", style))
    assert found is not None
    # An eager port has no experiment that would show it.
    sure = Confidence.LIKELY if style == "graph" else Confidence.POSSIBLE
    assert (found.cause, found.confidence) == ("global-step-not-passed", sure)
    assert found.evidence == (
        f"learning_rate of pitfalls/global_step_not_passed:{style} stays 0.1 in all 40 records, where "
        f"staircase_decay:{style} goes from 0.099 to 0.066897206; global_step stays 0 instead of counting to 40"
    )
    assert ("minimize counts up only what it is given" in found.change) == (style == "graph")


def test_the_trial_is_the_script_with_the_counter_passed() -> None:
    found = detect(against_golden("pitfalls/global_step_not_passed", "graph", "staircase_decay", "graph"))
    assert found is not None
    [trial] = found.trials
    wrong = golden("pitfalls/global_step_not_passed", "graph").source
    assert trial.source == wrong.replace("minimize(loss)", "minimize(loss, global_step=global_step)")
    assert trial.source != wrong


def test_a_log_without_names_is_enough() -> None:
    found = detect(held(documented("staircase_decay"), golden("pitfalls/global_step_not_passed", "eager")))
    assert found is not None
    assert found.evidence.startswith("column 1 of pitfalls/global_step_not_passed:eager stays 0.1 in all 40 records")


def test_where_no_rate_is_printed_the_script_tells() -> None:
    moved = made({"w": [3.8, 2.85, 2.1]}, {"w": [3.8, 2.84, 2.07]}, sources=("", DECAY.format(arguments="loss")))
    found = detect(moved)
    assert found is not None
    assert found.confidence is Confidence.LIKELY
    assert found.evidence == (
        "the rate of the right follows a counter that its script never counts up; w starts at 3.8 on both sides and "
        "differs from record 2 on"
    )
    assert "minimize(loss, global_step=step)" in found.trials[0].source


def test_where_no_rate_is_printed_the_first_record_must_be_the_same() -> None:
    source = DECAY.format(arguments="loss")
    assert detect(made({"w": [3.9, 2.85, 2.1]}, {"w": [3.8, 2.84, 2.07]}, sources=("", source))) is None


def test_a_schedule_that_is_asked_for_each_step_of_a_loop_counts_by_that() -> None:
    left, right = golden("fixed_rate_0_2", "eager"), golden("staircase_versus_smooth", "eager", "smooth")
    assert detect(held(left, right, comparison=DIVERGED)) is None


@pytest.mark.parametrize(
    "source",
    [
        DECAY.format(arguments="loss, global_step=step"),
        DECAY.format(arguments="loss, step"),
        "@tf.function\ndef update():\n    pass\nimport tensorflow as tf\n" + DECAY.format(arguments="loss"),
        "rate = 0.1\n",
    ],
)
def test_it_is_silent_where_the_script_counts_or_has_no_decay_or_is_traced(source: str) -> None:
    assert detect(made(FALLING, STUCK, sources=("", source))) is None


def test_the_same_rates_speak_where_the_script_does_not_count() -> None:
    assert detect(made(FALLING, STUCK, sources=("", DECAY.format(arguments="loss")))) is not None


@pytest.mark.parametrize("stuck", [[0.2] * 4, [0.05] * 4, [0.1, 0.1, 0.1, 0.0729]])
def test_a_rate_that_stays_elsewhere_or_does_not_stay_is_no_sign(stuck: list[float]) -> None:
    assert detect(made(FALLING, {"rate": stuck})) is None


def test_a_rate_frozen_by_tf_function_is_another_cause() -> None:
    assert detect(against_golden("pitfalls/rate_frozen_at_trace", "function", "smooth_decay_20", "function")) is None


EAGER = """
import tensorflow as tf
{}
schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10 ** 7, 0.9)
for step in range(4):
    rate = schedule({})
"""


def test_a_schedule_that_is_given_a_python_number_needs_no_counter() -> None:
    assert detect(made(FALLING, STUCK, sources=("", EAGER.format("", "step")))) is None
    assert detect(made(FALLING, STUCK, sources=("", EAGER.format("n = tf.Variable(0)", "n")))) is not None


def test_a_schedule_in_a_keras_optimizer_is_counted_by_that() -> None:
    source = EAGER.format("n = tf.Variable(0)", "0") + "    tf.keras.optimizers.SGD(schedule).minimize(loss, [w])\n"
    assert detect(made(FALLING, STUCK, sources=("", source))) is None


def test_a_decay_of_any_kind_is_possible_where_an_experiment_can_tell() -> None:
    inverse, stuck = {"rate": [0.1778, 0.16, 0.1455]}, {"rate": [0.2, 0.2, 0.2]}
    graph = DECAY.format(arguments="loss").replace("exponential_decay", "inverse_time_decay")
    found = detect(made(inverse, stuck, sources=("", graph)))
    assert found is not None
    assert (found.confidence, len(found.trials)) == (Confidence.POSSIBLE, 1)
    assert detect(made(inverse, {"rate": [0.3, 0.3, 0.3]}, sources=("", graph))) is None
    assert detect(made(inverse, stuck, sources=("", EAGER.format("n = tf.Variable(0)", "n")))) is None
