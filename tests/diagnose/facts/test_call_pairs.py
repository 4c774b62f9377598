"""Specification of pairing calls, and of what is told of two that differ."""

from typing import Any

import pytest

from harness.diagnose.evidence.calls import calls_of
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.facts.call_pairs import pair_calls, with_the_like
from harness.diagnose.facts.table import differences
from harness.targets.report import Seen


def call(symbol: str, kind: str, line: int = 1, given: tuple[str, ...] = (), **settings: Any) -> Seen:
    what = {"symbol": symbol, "kind": kind, "settings": settings, "given": list(given), "line": line}
    return Seen("call", what)


def side(*seen: Seen) -> Side:
    return Side("a.py", (), seen=seen)


def causes(left: Side, right: Side) -> list[tuple[str, str, Any]]:
    return [(each.fact.cause, each.fact.setting, each.wanted) for each in differences(pair_calls(left, right))]


def test_what_no_watcher_wrote_is_no_call() -> None:
    assert calls_of(side(Seen("call", "x"), Seen("call", {"symbol": 1}), Seen("step", {}))) == ()


def test_calls_of_one_kind_are_paired_in_order() -> None:
    left = side(call("a", "leaky_relu", 1, alpha=0.2), call("a", "leaky_relu", 2, alpha=0.1))
    right = side(call("b", "leaky_relu", 3, alpha=0.2), call("b", "leaky_relu", 4, alpha=0.3))
    (found,) = differences(pair_calls(left, right))
    assert (found.pair.left.line, found.pair.right.line) == (2, 4)


def test_of_unlike_many_calls_those_are_paired_that_are_most_alike() -> None:
    left = side(call("d", "dense", 1, units=10, activation="relu"), call("d", "dense", 2, units=1, activation="linear"))
    right = side(call("d", "dense", 3, units=1, activation="linear"))
    assert [(pair.left.line, pair.right.line) for pair in pair_calls(left, right)] == [(2, 3)]


def test_a_call_that_is_left_over_is_paired_as_the_like_of_it_is() -> None:
    left = side(call("tf.layers.conv2d", "conv", 1, filters=8, padding="VALID"))
    same = [call("tf.keras.layers.Conv2D", "conv", 10 + size, filters=size, padding="SAME") for size in (8, 16)]
    right = side(*same, call("tf.keras.layers.Conv2D", "conv", 30, filters=8, padding="VALID"))
    pairs = pair_calls(left, right)
    assert [pair.right.line for pair in pairs] == [30]
    assert with_the_like(pairs, right) == pairs
    pairs = pair_calls(left, side(*same))
    assert [(pair.left.line, pair.right.line) for pair in with_the_like(pairs, side(*same))] == [(1, 18), (1, 26)]


@pytest.mark.parametrize(
    ("kept", "dropped", "expected"),
    [
        (0.1, 0.9, [("dropout-keep-prob", "rate", pytest.approx(0.1))]),
        ("fed", 0.75, [("dropout-keep-prob", "rate", pytest.approx(0.25))]),
        ("fed", 0.5, []),
        (0.25, 0.25, []),
    ],
)
def test_a_rate_that_is_what_the_other_side_keeps(kept: Any, dropped: float, expected: list[Any]) -> None:
    left, right = (
        side(call("tf.nn.dropout", "dropout", rate=kept)),
        side(call("tf.nn.dropout", "dropout", rate=dropped)),
    )
    assert causes(left, right) == expected


def test_a_relu_is_told_of_contrib_only_where_it_was_no_choice() -> None:
    dense = side(call("tf.keras.layers.Dense", "dense", activation="linear"))
    contrib = "tf.contrib.layers.fully_connected"
    assert causes(side(call(contrib, "dense", activation="relu")), dense) == [("contrib-relu", "activation", "relu")]
    chosen = side(call(contrib, "dense", given=("activation_fn",), activation="relu"))
    assert causes(chosen, dense) == [("other-setting", "activation", "relu")]


def test_of_optimizers_of_other_classes_nothing_is_told() -> None:
    adam: dict[str, Any] = {"class": "adam", "learning_rate": 0.1}
    sgd: dict[str, Any] = {"class": "sgd", "learning_rate": 0.01}
    left = side(call("tf.train.AdamOptimizer", "optimizer", **adam))
    right = side(call("tf.keras.optimizers.SGD", "optimizer", **sgd))
    assert causes(left, right) == []


def test_a_reduction_is_told_only_of_weighted_losses() -> None:
    right = side(call("tf.keras.losses.Huber", "huber", reduction="batch"))
    for weighted, expected in ((False, []), (True, [("loss-reduction", "reduction", "nonzero weights")])):
        left = side(call("tf.losses.huber_loss", "huber", reduction="nonzero weights", weighted=weighted))
        assert causes(left, right) == expected


def test_the_last_digits_of_a_float_are_no_difference() -> None:
    left, right = side(call("a", "elu", alpha=0.1)), side(call("a", "elu", alpha=0.10000000149011612))
    assert causes(left, right) == []


@pytest.mark.parametrize(
    ("kind", "setting", "left", "right", "expected"),
    [
        ("lookup_layer", "mask", "", None, [("other-setting", "mask", "")]),
        ("lookup_layer", "mask", None, None, []),
        ("conv_transpose", "short", [1, 1], [0, 0], [("other-setting", "short", [1, 1])]),
        ("conv_transpose", "short", "a tensor", [0, 0], []),
        ("batch_norm", "bessel", "of rows, too", True, [("bn-bessel", "bessel", "of rows, too")]),
        ("estimator", "reduction", "sum", "batch", [("loss-reduction", "reduction", "sum")]),
    ],
)
def test_a_default_of_another_era_is_told_where_both_are_known(
    kind: str, setting: str, left: Any, right: Any, expected: list[tuple[str, str, Any]]
) -> None:
    assert causes(side(call("a", kind, **{setting: left})), side(call("b", kind, **{setting: right}))) == expected
