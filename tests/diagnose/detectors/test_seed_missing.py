"""Seed missing: a seed that stands on one side is not that of the other."""

from harness.words.finding import Confidence
from tests.diagnose.draws import APART, EAGER, GRAPH, detect, found
from tests.diagnose.sides import against_golden, made


def test_another_generator_is_told() -> None:
    finding = detect(against_golden("pitfalls/other_generator", "eager", "two_layer_net", "graph", "sgd"))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("seed-missing", Confidence.LIKELY)
    assert "draws by tensorflow.random.stateless_normal (line 13), another generator" in finding.evidence


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


def test_a_seed_that_the_script_does_not_tell_is_no_other_one() -> None:
    one, right = APART[0], {"w1": [-0.5, -0.4], "w2": [-0.5, -0.4]}
    each = "tf.random.set_seed(87654321)\nw2 ="
    for seed, named in (("SEED", "SEED = 87654321"), ("args.seed", "")):
        port = EAGER.replace("w2 =", each).replace("87654321", seed).replace("seed=1", "seed=ONE") + "ONE = 1\n"
        port = port.replace("import tensorflow as tf", f"import tensorflow as tf\n{named}")
        assert detect(made(one, right, sources=(GRAPH, port))) is None
