"""Specification of causes where the left side is a log: what calls of the port may have had in TF1 is tried, and told
only where it explains what differs."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.diagnose.detectors import ALL
from harness.diagnose.detectors.loss import weights_in_fit
from harness.diagnose.detectors.rate import staircase
from harness.diagnose.detectors.start import lstm_weights
from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.targets.report import Seen
from harness.words.finding import Finding
from tests.diagnose.conftest import RunScript

USUAL = Tolerances(Tolerance(), {})
MIGRATIONS = Path(__file__).parents[1] / "migrations"


def seen(symbol: str, kind: str, given: tuple[str, ...] = (), **settings: Any) -> Seen:
    return Seen("call", {"symbol": symbol, "kind": kind, "settings": settings, "given": list(given), "line": 7})


def evidence(*calls: Seen, source: str = "", old: Side | None = None) -> Evidence:
    left = old or Side("old.log", ("loss 0.5", "loss 0.25"))
    right = Side("new.py", ("loss 0.5", "loss 0.375"), source=source, tensorflow="2.15.1")
    return gather(left, replace(right, seen=(Seen("calls watched", True), *calls)), USUAL)


def found(cause: str, *calls: Seen, source: str = "") -> Finding | None:
    held = evidence(*calls, source=source)
    findings = [each.detect(held) for each in ALL if cause in each.names]
    return next((each for each in findings if each is not None), None)


@pytest.mark.parametrize(
    ("cause", "call", "wanted"),
    [
        ("leaky-relu-slope", seen("tf.keras.layers.LeakyReLU", "leaky_relu", alpha=0.3), {"alpha": 0.2}),
        (
            "from-logits",
            seen("tf.keras.Model.compile", "softmax_crossentropy", from_logits=False),
            {"from_logits": True},
        ),
        ("dropout-keep-prob", seen("tf.nn.dropout", "dropout", rate=0.75), {"rate": 0.25}),
        ("l2-half", seen("tf.keras.regularizers.l2", "regularizer", l2=0.5), {"l2": 0.25}),
        ("clipnorm-per-variable", seen("tf.keras.optimizers.SGD", "clipping", how="each"), {"how": "global"}),
        (
            "other-setting",
            seen("tf.keras.losses.CategoricalCrossentropy", "softmax_crossentropy", label_smoothing=0.0),
            {"label_smoothing": 0.1},
        ),
        ("gru-reset-after", seen("tf.keras.layers.GRU", "gru", reset_after=True), {"reset_after": False}),
    ],
)
def test_what_tf1_had_is_tried(cause: str, call: Seen, wanted: Mapping[str, Any]) -> None:
    finding = found(cause, call)
    assert finding is not None
    assert (finding.cause, finding.confidence.value) == (cause, "possible")
    (trial,) = finding.trials
    symbol = dict(call.what)["symbol"]
    assert trial.arguments == {"calls": [{"symbol": symbol, "line": 7, "settings": wanted}]}


def test_what_is_as_tf1_had_it_is_not() -> None:
    assert found("leaky-relu-slope", seen("tf.nn.leaky_relu", "leaky_relu", alpha=0.2)) is None
    assert found("gru-reset-after", seen("tf.keras.layers.GRU", "gru", reset_after=False)) is None
    assert found("clipnorm-per-variable", seen("tf.clip_by_global_norm", "clipping", how="global")) is None


def test_a_softmax_before_a_loss_of_logits_is_done_twice() -> None:
    softmax = seen("tf.nn.softmax", "softmax", axis=-1)
    loss = seen("tf.nn.sparse_softmax_cross_entropy_with_logits", "softmax_crossentropy", from_logits=True)
    finding = found("activation-left-out", softmax, loss)
    assert finding is not None
    assert finding.evidence == (
        "new.py applies an activation, tf.nn.softmax in line 7, and has a loss that takes logits and applies it too"
    )
    assert found("activation-left-out", softmax) is None


def test_weights_that_are_set_may_be_those_of_a_cell() -> None:
    layer, text = seen("tf.keras.layers.LSTM", "lstm", forget_bias=True), "model.set_weights(weights)\n"
    held = evidence(layer, source=text)
    tried = {
        finding.cause: [change.arguments for change in finding.trials]
        for each in lstm_weights.CAUSES
        if (finding := each.detect(held)) is not None
    }
    both = {"order": True, "forget_bias": 1.0}
    assert tried == {"lstm-gate-order": [{"order": True}, both], "forget-bias-added": [{"forget_bias": 1.0}, both]}
    assert all(each.detect(evidence(layer)) is None for each in lstm_weights.CAUSES)


def test_the_one_decay_of_the_port_is_tried_the_other_way() -> None:
    text = "schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 5, 0.5)\n"
    finding = staircase.CAUSE.detect(evidence(source=f"import tensorflow as tf\n{text}"))
    assert finding is not None
    assert finding.evidence == "the rate of new.py falls with each step (line 2); that of old.log is not printed"
    assert [change.arguments for change in finding.trials] == [{"staircase": True}]


def test_keras_of_1_12_counts_weights_that_are_not_zero() -> None:
    fit = seen("tf.keras.Model.fit", "fit", ("sample_weight", "x", "y"))
    old = Side("old.py", ("loss 0.5", "loss 0.25"), tensorflow="1.12.3", seen=(fit,))
    finding = weights_in_fit.CAUSE.detect(evidence(fit, old=old))
    assert finding is not None
    assert finding.evidence == (
        "tf.keras.Model.fit of old.py (line 7) divides by the number of weights that are not 0, tf.keras.Model.fit of "
        "new.py (line 7) by the rows of the batch"
    )
    assert weights_in_fit.CAUSE.detect(evidence(fit, old=replace(old, tensorflow="1.15.5"))) is None


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("leaky_slope", "leaky-relu-slope"),
        ("loss_by_name", "from-logits"),
        ("cells/forget_bias_lost", "forget-bias-added"),
    ],
)
def test_it_is_confirmed_where_all_numbers_come_to_agree(
    name: str, cause: str, run_script: RunScript, laboratory: Laboratory
) -> None:
    old = run_script(MIGRATIONS / name / "old.py", "tf1.15")
    log = Side("old.log", old.lines)
    (finding,) = diagnose(gather(log, run_script(MIGRATIONS / name / "new.py", "tf2.15"), USUAL), laboratory)
    assert (finding.cause, finding.confidence.value) == (cause, "confirmed"), finding
