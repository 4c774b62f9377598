"""Specification of sentences of evidence: what they say can be worked out again from the two sides."""

import re
from dataclasses import replace

import pytest

from harness.diagnose.detectors.last_bits import rounding
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.updates import update_ratio
from harness.diagnose.sources.said.random_draws import draws_anything, graph_seed, set_seeds, unseeded_draws
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Confidence
from tests.diagnose import draws
from tests.diagnose.sides import TWO_DRAWS_EAGER, TWO_DRAWS_IN_A_GRAPH, USUAL, made, origin

HEAD = "import functools\nimport tensorflow as tf\n"
DRAW = "w = tf.Variable(tf.random.normal([2]))\n"


def logs(left: list[str], right: list[str]) -> Evidence:
    return gather(Side("a.log", tuple(left)), Side("b.log", tuple(right)), USUAL)


@pytest.mark.parametrize(
    "seed",
    [
        "tf.random.set_seed(4)",
        "set_seed = tf.random.set_seed if hasattr(tf.random, 'set_seed') else tf.set_random_seed\nset_seed(4)",
        "seeder = tf.compat.v1.set_random_seed\nseeder(4)",
        "seeder = getattr(tf.random, 'set_seed', None) or tf.set_random_seed\nseeder(4)",
        "getattr(tf.random, 'set_seed')(4)",
        "seed_all = functools.partial(tf.random.set_seed)\nseed_all(4)",
        "from tensorflow.random import set_seed as fix\nfix(4)",
        "def fix(number):\n    tf.random.set_seed(4)\nfix(1)",
    ],
)
def test_a_seed_that_is_set_under_another_name_is_a_seed(seed: str) -> None:
    source = read_source(HEAD + seed + "\n" + DRAW)
    assert set_seeds(source)
    assert graph_seed(source) == "4"
    assert unseeded_draws(source) == ()
    evidence = made({"w": [1.0, 0.5]}, {"w": [2.0, 0.7]}, sources=(HEAD + DRAW, HEAD + seed + "\n" + DRAW))
    found = draws.detect(evidence)
    assert found is None or "has no seed" not in found.evidence


@pytest.mark.parametrize(
    "seed",
    [
        "for name in ('set_seed',):\n    getattr(tf.random, name)(4)",
        "class Config:\n    seeder = staticmethod(tf.random.set_seed)\nConfig.seeder(4)",
        "functools.partial(tf.random.set_seed, 4)()",
        "fix = functools.partial(tf.random.set_seed, 4)\nfix()",
        "tf.random.set_seed(4)\ntf.random.set_seed(5)",
    ],
)
def test_a_seed_that_is_set_in_a_way_that_is_not_understood_is_not_told(seed: str) -> None:
    assert graph_seed(read_source(HEAD + seed + "\n" + DRAW)) == "the graph seed of the other side"


@pytest.mark.parametrize(
    ("text", "draws"),
    [
        (HEAD + DRAW, True),
        (HEAD + "w = tf.Variable(3.0)\n", False),
        (HEAD + "y = tf.nn.dropout(x, 0.8, seed=1)\n", True),
        ("1 1", True),
        (HEAD + "tf.keras.utils.set_random_seed(1)\nlayer = tf.keras.layers.Dense(3)\n", True),
    ],
)
def test_whether_a_script_draws_anything(text: str, draws: bool) -> None:
    assert draws_anything(read_source(text)) is draws


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["loss 1234567.0", "loss 999999.0"], ["loss 1234568.0", "loss 999999.0"]),
        (["loss 0.58883125", "loss 0.5712343"], ["loss 0.5888315", "loss 0.5712343"]),
    ],
)
def test_rounding_counts_the_ulps_that_the_comparison_shows(left: list[str], right: list[str]) -> None:
    evidence = logs(left, right)
    found, first = rounding.detect(evidence), evidence.comparison.first
    assert first is not None
    if found is not None:
        (most,) = re.findall(r"at most (\d+) ULP", found.evidence)
        assert first.ulps is not None and int(most) >= first.ulps


def test_rounding_within_one_release_is_no_matter_of_releases() -> None:
    evidence = made({"w": [1.0, 2.0]}, {"w": [1.0, 2.0000005]})
    right = Side("the right", (), evidence.right.trace, tensorflow="2.15.1", python="3.11.7")
    left = Side("the left", (), evidence.left.trace, tensorflow="2.15.1", python="3.11.7")
    found = rounding.detect(Evidence(left, right, evidence.comparison, evidence.paired, USUAL))
    assert found is not None
    assert "releases" not in found.change
    assert found.change.startswith("both ran on TensorFlow 2.15.1: ")


def test_a_number_of_two_digits_has_no_vote_on_a_ratio_and_may_not_be_counted() -> None:
    left = {"a": [1.0, 0.9], "b": [2.0, 1.5], "c": [3.0, 2.2], "d": [5.0, 4.0]}
    right = {"a": [1.0, 0.9], "b": [2.0, 1.45], "c": [3.0, 2.12], "d": [5.0, 3.9]}
    whole = update_ratio(made({name: left[name] for name in "bcd"}, {name: right[name] for name in "bcd"}))
    assert whole is not None
    assert "all 3 numbers" in whole.says and "1.1 times" in whole.says
    assert update_ratio(made(left, right)) is None  # a has another ratio, 1


def test_a_short_number_that_agrees_with_any_ratio_is_not_counted_among_those_that_bear_it_out() -> None:
    left = {"b": [2.0, 1.5], "c": [3.0, 2.2], "rough": [1.0, 1.0000002]}
    right = {"b": [2.0, 1.45], "c": [3.0, 2.12], "rough": [1.0, 1.0000002]}
    found = update_ratio(made(left, right))
    assert found is None or "2 of 3 numbers" in found.says


def test_of_two_draws_under_one_name_the_second_that_goes_on_is_told() -> None:
    evidence = made({"value": [0.25, 0.25]}, {"value": [0.25, 0.75]}, sources=(TWO_DRAWS_IN_A_GRAPH, TWO_DRAWS_EAGER))
    assert draws.detect(evidence) is None  # without a run it may be anything
    found = draws.detect(replace(evidence, right=replace(evidence.right, origin=origin())))
    assert found is not None
    assert (found.cause, found.confidence) == ("seed-continued", Confidence.POSSIBLE)
    assert "value is 0.25 in the first record of both, then 0.75 in the right and 0.25 in the left" in found.evidence
