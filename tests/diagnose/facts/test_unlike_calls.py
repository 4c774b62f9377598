"""Specification of what is told of calls that two scripts make otherwise."""

from typing import Any

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.facts.unlike import unlike_calls
from harness.targets.report import Seen


def call(symbol: str, kind: str, line: int, **settings: Any) -> Seen:
    return Seen("call", {"symbol": symbol, "kind": kind, "settings": settings, "given": [], "line": line})


def told(left: list[Seen], right: list[Seen]) -> list[str]:
    sides = Side("old.py", (), seen=tuple(left)), Side("new.py", (), seen=tuple(right))
    return list(map(str, unlike_calls(*sides, (lambda line: f"line {line}", lambda line: f"cell 1, line {line}"))))


SGD = call("tf.train.GradientDescentOptimizer", "optimizer", 5, **{"class": "sgd", "learning_rate": 0.5})


def test_calls_that_are_alike_tell_nothing() -> None:
    assert told([SGD], [call("tf.optimizers.SGD", "optimizer", 9, **{"class": "sgd", "learning_rate": 0.5})]) == []


def test_another_optimizer_is_told_with_its_rate_and_its_place() -> None:
    adam = call("tf.optimizers.Adam", "optimizer", 9, **{"class": "adam", "learning_rate": 0.1, "epsilon": 1e-7})
    assert told([SGD], [adam]) == [
        "update: the optimizer is tf.train.GradientDescentOptimizer with learning_rate 0.5 (line 5) on the left, "
        "tf.optimizers.Adam with learning_rate 0.1 (cell 1, line 9) on the right"
    ]


def test_of_the_same_optimizer_what_is_otherwise_is_told() -> None:
    other = call("tf.optimizers.SGD", "optimizer", 9, **{"class": "sgd", "learning_rate": 0.5, "momentum": 0.9})
    mine = call("tf.train.MomentumOptimizer", "optimizer", 5, **{"class": "sgd", "learning_rate": 0.5, "momentum": 0.5})
    assert told([mine], [other]) == [
        "update: the optimizer is tf.train.MomentumOptimizer with momentum 0.5 (line 5) on the left, "
        "tf.optimizers.SGD with momentum 0.9 (cell 1, line 9) on the right"
    ]
    fed = call("tf.train.MomentumOptimizer", "optimizer", 5, **{"class": "sgd", "learning_rate": "fed"})
    assert told([fed], [other]) == [], "a rate that is fed is not known"


def test_a_layer_that_one_side_alone_calls_is_told_and_another_rate_of_it() -> None:
    half, most = (call("tf.nn.dropout", "dropout", 7, rate=rate) for rate in (0.5, 0.25))
    assert told([SGD, half], [SGD]) == [
        "forward: dropout is tf.nn.dropout (line 7) on the left, not called on the right"
    ]
    assert told([half], [most]) == [
        "forward: dropout is tf.nn.dropout with rate 0.5 (line 7) on the left, "
        "tf.nn.dropout with rate 0.25 (cell 1, line 7) on the right"
    ]


def test_a_loss_is_told_where_each_side_calls_one_of_its_own() -> None:
    squares = call("tf.losses.mean_squared_error", "mean_squared_error", 3)
    entropy = call("tf.nn.softmax_cross_entropy_with_logits", "softmax_crossentropy", 4)
    assert told([squares], [entropy]) == [
        "loss: the loss is tf.losses.mean_squared_error (line 3) on the left, "
        "tf.nn.softmax_cross_entropy_with_logits (cell 1, line 4) on the right"
    ]
    assert told([squares], [SGD]) == [], "the other one may be written by hand"


def test_losses_of_one_symbol_are_told_by_their_kinds() -> None:
    squares, absolute = (call("tf.keras.Model.compile", kind, 7) for kind in ("mean_squared_error", "absolute_error"))
    assert told([squares], [absolute]) == [
        "loss: the loss is mean squared error of tf.keras.Model.compile (line 7) on the left, "
        "absolute error of tf.keras.Model.compile (cell 1, line 7) on the right"
    ]


def test_of_sides_that_nobody_watched_nothing_is_told() -> None:
    assert told([], [SGD]) == []
