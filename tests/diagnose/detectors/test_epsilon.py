"""Epsilon: one optimizer with two of them."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.update.epsilon import detect
from harness.words.finding import Confidence
from tests.diagnose.sides import against_golden, documented, golden, held, made, origin

TF1 = "import tensorflow.compat.v1 as tf\ntf.train.AdamOptimizer(0.1)"
KERAS = "import tensorflow as tf\ntf.keras.optimizers.Adam(0.1)"
RUN = ({"w": [4.9, 4.8, 4.7]}, {"w": [4.92, 4.84, 4.75]})


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_keras_default_is_told(style: str) -> None:
    evidence = against_golden("pitfalls/keras_epsilon", "eager", "adam_small_gradient", style)
    finding = detect(replace(evidence, right=replace(evidence.right, origin=origin())))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("epsilon", Confidence.LIKELY)
    assert finding.evidence.startswith(
        "Adam of pitfalls/keras_epsilon:eager (line 8) has epsilon 1e-07, its default, that of "
        f"adam_small_gradient:{style} 1e-08; w ends at 4.1226125 against 4.0194"
    )
    assert finding.change == "give the optimizer epsilon=1e-08"
    smaller, larger = {"epsilon": 1e-08}, {"name": "Adam", "legacy": False, "epsilon": 1e-08}
    tried = [(dict(change.arguments), change.cures) for change in finding.trials]
    # Of two optimizers of Keras the formula is the same.
    assert tried == [(smaller, ()), (larger, ("optimizer-rewritten",))][: 2 if style == "graph" else 1]


def test_against_a_log_it_is_possible() -> None:
    finding = detect(held(documented("adam_small_gradient"), golden("pitfalls/keras_epsilon", "eager")))
    assert finding is not None
    assert finding.confidence is Confidence.POSSIBLE
    assert "tf.train's has 1e-08" in finding.evidence


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (TF1, KERAS.replace("0.1)", "0.1, epsilon=1e-8)")),
        (TF1.replace("0.1)", "0.1, epsilon=1e-7)"), KERAS),
        (KERAS, KERAS + "\n"),
        (TF1, KERAS.replace("0.1)", "0.1, epsilon=EPSILON)")),
        (TF1, KERAS.replace("Adam", "SGD")),
        (TF1, ""),
        ("", TF1),
    ],
)
def test_it_is_silent_about_equal_or_unknown_ones(left: str, right: str) -> None:
    assert detect(made(*RUN, sources=(left, right))) is None


def test_a_larger_epsilon_does_not_take_longer_steps() -> None:
    assert detect(made(*RUN, sources=(TF1, KERAS))) is not None
    assert detect(made(RUN[1], RUN[0], sources=(TF1, KERAS))) is None


def test_it_is_silent_about_adam_as_the_right_case_writes_it() -> None:
    # Held to the bit, the two styles differ in last digits.
    assert detect(held(golden("two_layer_net", "graph", "adam"), golden("two_layer_net", "eager", "adam"))) is None
    assert detect(held(golden("adam_small_gradient", "graph"), golden("adam_small_gradient", "eager"))) is None


def test_rmsprop_differs_by_its_accumulator() -> None:
    assert detect(against_golden("pitfalls/rmsprop_accumulator", "eager", "rmsprop", "graph")) is None


def test_the_fourth_argument_of_tf_train_s_rmsprop_is_its_epsilon() -> None:
    rmsprop = "import tensorflow.compat.v1 as tf\ntf.train.RMSPropOptimizer(0.1, 0.9, 0.0, {})"
    finding = detect(made(*RUN, sources=(rmsprop.format("1e-6"), rmsprop.format("1e-3"))))
    assert finding is not None
    assert finding.change == "give the optimizer epsilon=1e-06"
    assert detect(made(*RUN, sources=(rmsprop.format("1e-6"), rmsprop.format("1e-6")))) is None
