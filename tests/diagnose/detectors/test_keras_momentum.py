"""Momentum: Keras' velocity against TF1's, from the record on in which the rate changes."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.update.keras_momentum import detect
from harness.words.finding import Confidence
from tests.diagnose.sides import against_golden, documented, golden, held, made, origin

KERAS = "import tensorflow as tf\noptimizer = tf.keras.optimizers.SGD(0.1, momentum=0.9)\n"
TF1 = "import tensorflow.compat.v1 as tf\ntrain = tf.train.MomentumOptimizer(rate, 0.9)\n"
RUN = ({"w": [3.8, 1.76, -0.6, -1.0]}, {"w": [3.8, 1.76, -0.9, -2.0]})


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_keras_momentum_is_told_by_the_record_in_which_the_rate_drops(style: str) -> None:
    evidence = against_golden("pitfalls/keras_momentum", "eager", "momentum_dropping_rate", style)
    finding = detect(replace(evidence, right=replace(evidence.right, origin=origin())))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("keras-momentum", Confidence.LIKELY)
    assert finding.evidence == (
        "w: the first 5 records agree, from record 6 on they differ; the rate changes in record 6, and "
        "pitfalls/keras_momentum:eager has Keras' SGD with momentum (line 8)"
    )
    assert [change.patch for change in finding.trials] == ["tf1_momentum"]


def test_against_the_documented_log_too() -> None:
    assert detect(held(documented("momentum_dropping_rate"), golden("pitfalls/keras_momentum", "eager"))) is not None


def test_a_rate_that_is_set_but_not_printed_is_known_from_the_source() -> None:
    finding = detect(made(*RUN, sources=(TF1, KERAS + "optimizer.learning_rate = 0.01")))
    assert finding is not None
    assert finding.confidence is Confidence.LIKELY
    assert "the first 2 records agree" in finding.evidence


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (TF1, KERAS),  # the rate does not change
        (KERAS, KERAS + "optimizer.learning_rate = 0.01"),
        (TF1, KERAS.replace(", momentum=0.9", "") + "optimizer.learning_rate = 0.01"),
        (TF1, KERAS.replace("0.9", "0.0") + "optimizer.learning_rate = 0.01"),
        (TF1, ""),
    ],
)
def test_it_is_silent_without_keras_momentum_or_another_rate(left: str, right: str) -> None:
    assert detect(made(*RUN, sources=(left, right))) is None


def test_it_is_silent_where_the_numbers_differ_before_the_rate_does() -> None:
    rates = {"rate": [0.1, 0.1, 0.1, 0.01]}
    evidence = made({**RUN[0], **rates}, {**RUN[1], **rates}, sources=(TF1, KERAS + "optimizer.learning_rate = 0.01"))
    assert detect(evidence) is None


def test_it_is_silent_where_the_rates_themselves_differ() -> None:
    evidence = made(
        {**RUN[0], "rate": [0.1, 0.1, 0.01, 0.01]},
        {**RUN[1], "rate": [0.1, 0.1, 0.05, 0.05]},
        sources=(TF1, KERAS + "optimizer.learning_rate = 0.01"),
    )
    assert detect(evidence) is None


def test_it_is_silent_about_a_constant_rate() -> None:
    assert detect(held(golden("two_layer_net", "graph", "sgd"), golden("two_layer_net", "eager", "momentum"))) is None
