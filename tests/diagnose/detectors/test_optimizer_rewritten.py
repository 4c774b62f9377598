"""Optimizer rewritten: Keras' own formulas since 2.11, told by the releases of the two sides."""

import ast
from dataclasses import replace

import pytest

from harness.diagnose.detectors.update.optimizer_rewritten import detect
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.experiments.laboratory import patch_file
from harness.words.finding import Confidence
from tests.diagnose.sides import golden, held, made, origin, variant

KERAS = "import tensorflow as tf\noptimizer = tf.keras.optimizers.Adam(0.1)"
LEGACY = KERAS.replace("Adam", "legacy.Adam")
TF1 = "import tensorflow.compat.v1 as tf\noptimizer = tf.train.AdamOptimizer(0.1)"
NEAR = ({"w": [1.0, 2.0, 3.0]}, {"w": [1.0, 2.000002, 3.00001]})


def evidence(left: tuple[str, str], right: tuple[str, str], far: float = 0.0) -> Evidence:
    """Two sides, each with its release and script."""
    numbers = {"w": [value + far for value in NEAR[1]["w"]]}
    one = made(NEAR[0], numbers, sources=(left[1], right[1]))
    return replace(
        one,
        left=replace(one.left, tensorflow=left[0], origin=origin() if left[0] else None),
        right=replace(one.right, tensorflow=right[0], origin=origin()),
    )


def trials(left: tuple[str, str], right: tuple[str, str]) -> list[tuple[str, str]]:
    finding = detect(evidence(left, right))
    return [(change.says, change.side) for change in finding.trials] if finding is not None else []


BOTH = [("tf.keras.optimizers.legacy.Adam", "right"), ("tf.train's Adam and the epsilon that it has", "right")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("2.4.4", KERAS), ("2.15.1", KERAS), BOTH),
        (("1.15.5", TF1), ("2.15.1", KERAS), BOTH),
        (("2.15.1", TF1), ("2.15.1", KERAS), BOTH),
        (("", ""), ("2.12.1", KERAS), BOTH),
        (("2.15.1", KERAS), ("2.21.0", KERAS), [("tf.train's Adam and the epsilon that it has", "right")]),
        (("2.12.1", KERAS), ("2.4.4", KERAS), [(says, "left") for says, _ in BOTH]),
    ],
)
def test_the_side_with_the_newer_formula_is_tried_with_older_ones(
    left: tuple[str, str], right: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    assert trials(left, right) == expected


def test_the_finding_names_the_release_of_the_formula() -> None:
    finding = detect(evidence(("2.4.4", KERAS), ("2.21.0", KERAS)))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("optimizer-rewritten", Confidence.POSSIBLE)
    assert finding.evidence == (
        "w: the last digits differ; the right has Adam as Keras writes it since TensorFlow 2.16, the left as it was "
        "before"
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("2.12.1", KERAS), ("2.15.1", KERAS)),
        (("2.4.4", KERAS), ("2.15.1", LEGACY)),
        (("1.15.5", TF1), ("2.4.4", KERAS)),
        (("2.4.4", KERAS.replace("Adam", "SGD")), ("2.15.1", KERAS.replace("Adam", "SGD"))),
        (("2.4.4", "w = 1"), ("2.15.1", KERAS)),
        (("2.4.4", KERAS), ("2.15.1", "")),
    ],
)
def test_it_is_silent_about_one_formula_or_none(left: tuple[str, str], right: tuple[str, str]) -> None:
    assert trials(left, right) == []


def test_it_is_silent_far_apart_or_on_sides_that_agree() -> None:
    assert detect(evidence(("2.4.4", KERAS), ("2.15.1", KERAS), far=0.5)) is None
    graph, eager = golden("two_layer_net", "graph", "adam"), golden("two_layer_net", "eager", "adam")
    left, right = replace(graph, tensorflow="1.15.5"), replace(eager, tensorflow="2.15.1", origin=origin())
    assert detect(held(left, right, variant("two_layer_net", "adam").tolerances)) is None


@pytest.mark.parametrize("kind", ["Adam", "Adadelta", "Adagrad", "Adamax", "Nadam", "Ftrl", "RMSprop"])
def test_every_optimizer_that_is_tried_as_tf_train_has_it_is_in_the_table_of_the_patch(kind: str) -> None:
    text = patch_file("tf1_optimizers").read_text(encoding="utf-8")
    [table] = [
        {key.value for key in node.value.keys if isinstance(key, ast.Constant)}
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) == "OPTIMIZERS"
        and isinstance(node.value, ast.Dict)
    ]
    script = KERAS.replace("Adam", kind)
    finding = detect(evidence(("2.4.4", script), ("2.15.1", script)))
    assert finding is not None
    offered = [change.arguments["name"] for change in finding.trials if not change.arguments["legacy"]]
    assert offered == ([kind] if kind not in ("Adamax", "Nadam", "RMSprop") else [])
    assert set(offered) <= table
