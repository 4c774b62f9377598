"""Optimizer made each step: told by where it is made and where it is used."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.update.optimizer_made_each_step import detect
from harness.words.finding import Confidence
from tests.diagnose.sides import against_golden, golden, held, made, origin

LOOP = """
import tensorflow as tf
for step in range(3):
    optimizer = tf.keras.optimizers.Adam(0.1)
    optimizer.apply_gradients([(gradient, w)])
"""
MOVED = """
import tensorflow as tf
optimizer = tf.keras.optimizers.Adam(0.1)
for step in range(3):

    optimizer.apply_gradients([(gradient, w)])
"""
RUN = ({"w": [3.8, 2.8, 2.4]}, {"w": [3.8, 2.6, 1.9]})


@pytest.mark.parametrize("style", ["graph", "eager", "function"])
def test_an_optimizer_made_in_the_loop_is_told(style: str) -> None:
    finding = detect(against_golden("pitfalls/optimizer_made_each_step", "eager", "two_layer_net", style, "momentum"))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("optimizer-made-each-step", Confidence.LIKELY)
    assert finding.evidence == (
        "SGD is made in line 26 of pitfalls/optimizer_made_each_step:eager, inside the loop of line 19 that also "
        "applies it: its velocity is lost in every round; the first record agrees, from record 2 on they differ"
    )


def test_what_can_be_run_again_is_tried_with_the_line_in_front_of_the_loop() -> None:
    evidence = made(*RUN, sources=("", LOOP))
    finding = detect(replace(evidence, right=replace(evidence.right, origin=origin())))
    assert finding is not None
    assert [change.source for change in finding.trials] == [MOVED]


def test_one_made_in_a_function_that_every_step_calls_is_told() -> None:
    text = """
import tensorflow as tf
def update():
    optimizer = tf.keras.optimizers.Adam(0.1)
    optimizer.apply_gradients([(gradient, w)])
for step in range(3):
    update()
"""
    evidence = made(*RUN, sources=("", text))
    finding = detect(replace(evidence, right=replace(evidence.right, origin=origin())))
    assert finding is not None
    assert finding.trials == ()


@pytest.mark.parametrize(
    "text",
    [
        MOVED,
        LOOP.replace("Adam(0.1)", "SGD(0.1)"),
        # One for each of several trainings.
        "import tensorflow as tf\nfor seed in range(3):\n    optimizer = tf.keras.optimizers.Adam(0.1)\n"
        "    for step in range(9):\n        optimizer.apply_gradients([(gradient, w)])\n",
        "print 'Python 2'",
        "",
    ],
)
def test_it_is_silent_where_it_is_made_less_often_or_remembers_nothing(text: str) -> None:
    assert detect(made(*RUN, sources=("", text))) is None


def test_it_is_silent_where_both_sides_do_it_or_the_numbers_agree() -> None:
    assert detect(made(*RUN, sources=(LOOP, LOOP + "\n"))) is None
    assert detect(made(RUN[0], RUN[0], sources=("", LOOP))) is None
    assert detect(held(golden("two_layer_net", "graph", "adam"), golden("two_layer_net", "eager", "sgd"))) is None
