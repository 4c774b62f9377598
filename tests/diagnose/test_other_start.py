"""Other start: other random numbers, told by the first record and by what the two scripts draw."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.other_start import detect
from harness.diagnose.diagnosis import diagnose
from harness.diagnose.experiments.laboratory import Laboratory
from harness.words.finding import Confidence
from tests.diagnose.sides import against_golden, documented, golden, held, made

GRAPH = """
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
w1 = tf.Variable(tf.random_normal([2, 3], seed=1))
w2 = tf.Variable(tf.random_normal([3, 1], seed=1))
"""
EAGER = """
import tensorflow as tf
tf.random.set_seed(87654321)
w1 = tf.Variable(tf.random.normal([2, 3], seed=1))
w2 = tf.Variable(tf.random.normal([3, 1], seed=1))
"""
APART = ({"w1": [0.5, 0.4], "w2": [0.5, 0.4]}, {"w1": [0.5, 0.4], "w2": [-0.3, -0.4]})


def found(left: str, right: str) -> tuple[str, str] | None:
    finding = detect(made(*APART, sources=(left, right)))
    return (finding.cause, finding.change) if finding is not None else None


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
    with Laboratory() as laboratory:
        found = diagnose(evidence, laboratory)
    assert [(finding.cause, finding.experiments) for finding in found] == [("seed-continued", ())]


def test_another_generator_is_told() -> None:
    finding = detect(against_golden("pitfalls/other_generator", "eager", "two_layer_net", "graph", "sgd"))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("seed-missing", Confidence.LIKELY)
    assert "draws by tensorflow.random.stateless_normal (line 13), another generator" in finding.evidence


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


def test_the_graph_seed_of_the_other_side_is_named() -> None:
    graph = GRAPH.replace("w1 =", "tf.set_random_seed(7)\nw1 =")
    both = EAGER.replace("w2 =", "tf.random.set_seed(87654321); w2 =")
    finding = detect(made(*APART, sources=(graph, both)))
    assert finding is not None
    assert finding.cause == "seed-missing"
    assert "the graph seed of the right is 87654321, that of the left 7" in finding.evidence


def test_other_op_seeds_are_named() -> None:
    finding = detect(made(*APART, sources=(GRAPH, GRAPH.replace("seed=1", "seed=23"))))
    assert finding is not None
    assert finding.evidence.endswith("the random ops of the right have seed 23, those of the left seed 1")


def test_no_seed_on_one_side_and_on_both() -> None:
    bare = EAGER.replace("tf.random.set_seed(87654321)\n", "").replace(", seed=1", "")
    assert (found(GRAPH, bare) or ("",))[0] == "seed-missing"
    assert (found(GRAPH.replace(", seed=1", ""), bare) or ("",))[0] == "unseeded"
    assert (found("", bare) or ("",))[0] == "unseeded"


def test_it_is_silent_about_scripts_that_draw_nothing() -> None:
    assert detect(made(*APART, sources=("w = 1", "w = 2"))) is None
    assert detect(against_golden("pitfalls/rmsprop_accumulator", "eager", "rmsprop", "graph")) is None


def test_it_is_silent_where_the_start_agrees() -> None:
    agree = ({"w": [0.5, 0.4]}, {"w": [0.5, 0.3]})
    assert detect(made(*agree, sources=(GRAPH, EAGER))) is None


def test_it_is_silent_about_one_script_on_two_releases() -> None:
    assert detect(made(*APART, sources=(EAGER, EAGER))) is None


def test_it_is_silent_about_the_right_port_held_against_another_optimizer() -> None:
    left, right = golden("two_layer_net", "graph", "adam"), golden("two_layer_net", "eager", "sgd")
    assert detect(held(left, right)) is None


def test_against_a_log_the_source_of_the_right_side_is_enough() -> None:
    left = replace(golden("two_layer_net", "graph", "sgd"), source="", name="the log")
    finding = detect(held(left, golden("pitfalls/op_seed_continued", "eager")))
    assert finding is not None
    assert finding.cause == "seed-continued"
    assert detect(held(documented("two_layer_net", "sgd"), golden("two_layer_net", "eager", "sgd"))) is None


def test_a_seed_that_the_script_does_not_tell_is_no_other_one() -> None:
    one, right = APART[0], {"w1": [-0.5, -0.4], "w2": [-0.5, -0.4]}
    each = "tf.random.set_seed(87654321)\nw2 ="
    for seed, named in (("SEED", "SEED = 87654321"), ("args.seed", "")):
        port = EAGER.replace("w2 =", each).replace("87654321", seed).replace("seed=1", "seed=ONE") + "ONE = 1\n"
        port = port.replace("import tensorflow as tf", f"import tensorflow as tf\n{named}")
        assert detect(made(one, right, sources=(GRAPH, port))) is None


def test_draws_with_the_seeds_that_a_function_is_given_are_no_stream_that_goes_on() -> None:
    port = """
import tensorflow as tf

def draw(seed):
    return tf.Variable(tf.random.normal([2], seed=seed))

w1, w2 = draw(1), draw(2)
"""
    assert found(GRAPH, port) is None
