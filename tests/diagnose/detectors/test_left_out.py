"""Specification of calls that only one side makes: what the other side's layers do for them is not left out."""

from typing import Any

from harness.diagnose.detectors.anywhere.left_out import CAUSES
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import gather
from harness.targets.report import Seen
from tests.diagnose.sides import USUAL


def call(symbol: str, kind: str, line: int, **settings: Any) -> Seen:
    return Seen("call", {"symbol": symbol, "kind": kind, "settings": settings, "given": [], "line": line})


def told(left: list[Seen], right: list[Seen]) -> list[str]:
    sides = [
        Side(f"{name}.py", (f"loss {value}",), seen=tuple(seen))
        for name, value, seen in (("old", 0.5, left), ("new", 0.25, right))
    ]
    evidence = gather(sides[0], sides[1], USUAL)
    return [found.cause for cause in CAUSES if (found := cause.detect(evidence)) is not None]


DENSE = call("tf.layers.dense", "dense", 3, units=8, activation="relu")
PLAIN = call("tf.keras.layers.Dense", "dense", 3, units=8, activation="linear")
RELU = call("tf.keras.layers.ReLU", "relu", 4)


def test_an_activation_that_the_other_side_hands_to_its_layer_is_not_left_out() -> None:
    assert told([DENSE], [PLAIN, RELU]) == []
    assert told([PLAIN, RELU], [DENSE]) == []


def test_one_that_no_layer_of_the_other_side_has_is() -> None:
    assert told([PLAIN], [PLAIN, RELU]) == ["activation-left-out"]


def test_of_two_activations_that_one_layer_has_one_is_left_out() -> None:
    second = call("tf.keras.layers.ReLU", "relu", 6)
    assert told([DENSE], [PLAIN, RELU, second]) == ["activation-left-out"]


def test_another_activation_of_the_layer_is_none_of_this_kind() -> None:
    tanh = call("tf.layers.dense", "dense", 3, units=8, activation="tanh")
    assert told([tanh], [PLAIN, RELU]) == ["activation-left-out"]
