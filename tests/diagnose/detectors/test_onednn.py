"""oneDNN: suspected where one side alone has it, in products of matrices, from the last digits on."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.last_bits.onednn import detect
from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Confidence
from tests.diagnose.sides import golden, held, made, origin

TEXT = "import tensorflow as tf\ny = tf.matmul(x, w)"
NEAR = ({"w": [1.0, 2.0, 3.0]}, {"w": [1.0, 2.000002, 3.00001]})


def evidence(
    left: str,
    right: str,
    text: str = TEXT,
    environment: tuple[str, str] = ("", ""),
    numbers: tuple[dict[str, list[float]], dict[str, list[float]]] = NEAR,
) -> Evidence:
    """Two sides with releases, and with the switch set where it is given."""
    one = made(*numbers, sources=(text, text))
    switches = [{"TF_ENABLE_ONEDNN_OPTS": value} if value else {} for value in environment]
    mine, other = (replace(origin(), environment=switch) for switch in switches)
    return replace(
        one,
        left=replace(one.left, tensorflow=left, origin=mine if left else None),
        right=replace(one.right, tensorflow=right, origin=other),
    )


def test_an_older_left_side_makes_it_a_suspicion_and_the_switch_its_trial() -> None:
    finding = detect(evidence("2.8.4", "2.15.1"))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("onednn", Confidence.POSSIBLE)
    assert finding.evidence == (
        "w: the last digits differ; the right ran on TensorFlow 2.15.1, which has oneDNN on, and the left ran "
        "without it"
    )
    [change] = finding.trials
    assert (change.says, change.side, dict(change.environment)) == (
        "TF_ENABLE_ONEDNN_OPTS=0",
        "right",
        {"TF_ENABLE_ONEDNN_OPTS": "0"},
    )


def test_the_side_that_has_it_is_changed() -> None:
    finding = detect(evidence("2.15.1", "1.15.5"))
    assert finding is not None
    assert [change.side for change in finding.trials] == ["left"]


def test_a_log_may_have_been_made_without_it() -> None:
    finding = detect(evidence("", "2.9.0"))
    assert finding is not None
    assert finding.evidence.endswith("it is not known whether the left had it")


def test_the_switch_of_each_side_counts() -> None:
    assert detect(evidence("2.15.1", "2.21.0", environment=("0", ""))) is not None
    assert detect(evidence("2.8.4", "2.21.0", environment=("", "0"))) is None
    assert detect(evidence("2.8.4", "2.21.0", environment=("1", ""))) is None


@pytest.mark.parametrize(("left", "right"), [("2.15.1", "2.21.0"), ("1.15.5", "2.8.4"), ("2.8.4", "")])
def test_it_is_silent_where_both_have_it_or_none(left: str, right: str) -> None:
    assert detect(evidence(left, right)) is None


def test_it_is_silent_without_products_or_far_apart_or_on_sides_that_agree() -> None:
    assert detect(evidence("2.8.4", "2.15.1", text="import tensorflow as tf\ny = tf.square(w)")) is None
    assert detect(evidence("2.8.4", "2.15.1", numbers=({"w": [1.0, 2.0]}, {"w": [1.5, 2.5]}))) is None
    assert detect(evidence("2.8.4", "2.15.1", numbers=(NEAR[0], NEAR[0]))) is None
    graph, eager = golden("two_layer_net", "graph", "sgd"), golden("two_layer_net", "eager", "sgd")
    left, right = replace(graph, tensorflow="1.15.5"), replace(eager, tensorflow="2.15.1", origin=origin())
    assert detect(held(left, right)) is None
