"""Seed continued: in eager mode a second draw of one seed goes on in its stream."""

from dataclasses import replace

import pytest

from harness.diagnose.diagnosis import diagnose
from harness.diagnose.experiments.laboratory import Laboratory
from harness.words.finding import Confidence
from tests.diagnose.draws import EAGER, GRAPH, detect, found
from tests.diagnose.sides import against_golden, documented, golden, held


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_the_second_eager_draw_of_one_seed_is_told(style: str) -> None:
    evidence = against_golden("pitfalls/op_seed_continued", "eager", "two_layer_net", style, "sgd")
    finding = detect(evidence)
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("seed-continued", Confidence.LIKELY)
    assert finding.evidence.startswith(
        "loss is 1.720619 in the first record of pitfalls/op_seed_continued:eager, 5.1311817 in that of "
        f"two_layer_net:{style}; pitfalls/op_seed_continued:eager draws twice with seed 1 (lines 13 and 15)"
    )
    assert finding.change == "call tf.random.set_seed(87654321) before each draw"
    assert [(change.patch, change.side) for change in finding.trials] == [("graph_seeds", "right")]


def test_what_cannot_be_run_again_is_told_untried() -> None:
    evidence = against_golden("pitfalls/op_seed_continued", "eager", "two_layer_net", "graph", "sgd")
    with Laboratory(budget=3600.0) as laboratory:
        found = diagnose(evidence, laboratory)
    assert [(finding.cause, finding.experiments) for finding in found] == [("seed-continued", ())]


def test_the_second_draw_is_found_in_a_function_that_is_called_twice() -> None:
    text = """
import tensorflow as tf
tf.random.set_seed(87654321)
def weights(shape):
    return tf.Variable(tf.random.normal(shape, seed=1))
w1, w2 = weights([2, 3]), weights([3, 1])
"""
    assert found(GRAPH, text) == ("seed-continued", "call tf.random.set_seed(87654321) before each draw")
    reset = text.replace("    return", "    tf.random.set_seed(87654321)\n    return")
    assert found(GRAPH, reset) is None


def test_a_seed_set_before_each_draw_is_right() -> None:
    assert found(GRAPH, EAGER) == ("seed-continued", "call tf.random.set_seed(87654321) before each draw")
    assert found(GRAPH, EAGER.replace("w2 =", "tf.random.set_seed(87654321); w2 =")) is None


def test_ops_with_seeds_of_their_own_have_streams_of_their_own() -> None:
    graph = GRAPH.replace("[3, 1], seed=1", "[3, 1], seed=2")
    assert found(graph, EAGER.replace("[3, 1], seed=1", "[3, 1], seed=2")) is None


def test_against_a_log_the_source_of_the_right_side_is_enough() -> None:
    left = replace(golden("two_layer_net", "graph", "sgd"), source="", name="the log")
    finding = detect(held(left, golden("pitfalls/op_seed_continued", "eager")))
    assert finding is not None
    assert finding.cause == "seed-continued"
    assert detect(held(documented("two_layer_net", "sgd"), golden("two_layer_net", "eager", "sgd"))) is None


def test_draws_with_the_seeds_that_a_function_is_given_are_no_stream_that_goes_on() -> None:
    port = """
import tensorflow as tf

def draw(seed):
    return tf.Variable(tf.random.normal([2], seed=seed))

w1, w2 = draw(1), draw(2)
"""
    assert found(GRAPH, port) is None
