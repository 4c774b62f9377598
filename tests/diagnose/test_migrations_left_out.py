"""Specification of what a port leaves out: clipping, penalties, schedules, dropout, stopped gradients. Each is seen as
a call that only the old script makes, and confirmed by that script without it; the right port passes.
"""

from pathlib import Path

import pytest

from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.gather import gather
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from tests.diagnose.conftest import RunScript

MIGRATIONS = Path(__file__).parents[1] / "migrations" / "left_out"
USUAL = Tolerances(Tolerance(), {})
OLD, NEW = "tf1.15", "tf2.15"

# What is left out, and what the evidence says of it.
WRONG = {
    "activation_layer": ("activation-left-out", "applies an activation: tf.keras.layers.LeakyReLU in line 10"),
    "averages": ("average-left-out", "keeps moving averages of weights: tf.train.ExponentialMovingAverage in line 5"),
    "class_weights": (
        "loss-weights-left-out",
        "weighs the terms of its loss: tf.losses.sparse_softmax_cross_entropy in line ",
    ),
    "clip_by_global_norm": ("clipping-left-out", "clips: tf.clip_by_global_norm in line 13"),
    "clip_by_value": ("clipping-left-out", "clips: tf.clip_by_value in line 13"),
    "clip_of_optimize_loss": ("clipping-left-out", "clips: tf.contrib.layers.optimize_loss in line 12"),
    "collected_penalty": ("penalty-left-out", "tf.contrib.layers.l2_regularizer in line 9"),
    "decay_of_optimize_loss": ("schedule-left-out", "by a schedule: tf.train.exponential_decay in line 14"),
    "dropout_dropped": ("dropout-left-out", "drops out: tf.nn.dropout in line 8"),
    "features_not_normalized": ("normalization-left-out", "normalizes: tf.nn.l2_normalize in line 8"),
    "fit_without_weights": ("loss-weights-left-out", "tf.losses.sparse_softmax_cross_entropy in line 10"),
    "gradient_stopped": ("gradient-not-stopped", "stops a gradient: tf.stop_gradient in line 9"),
    "noise_of_the_first_epoch": (
        "dataset-cached",
        "keeps what its data set gave in the first epoch for all others: tf.data.Dataset.cache in line 15; ",
    ),
    "penalty_by_hand": ("penalty-left-out", "tf.nn.l2_loss in line 11"),
    "positive_weight": ("loss-weights-left-out", "tf.nn.weighted_cross_entropy_with_logits in line 10"),
    "sequence_length": ("sequence-length-left-out", "stops at the end of each sequence: tf.nn.dynamic_rnn in line 12"),
    "softmax_before_logits": ("activation-left-out", "applies an activation: tf.nn.softmax in line 11"),
}
# Those whose right port differs by last digits, which the spread of rounding accounts for.
AMPLIFIED = {"collected_penalty", "decay_of_optimize_loss"}


def test_every_migration_is_in_the_table() -> None:
    assert sorted(WRONG) == sorted(folder.name for folder in MIGRATIONS.iterdir())


@pytest.mark.parametrize("name", WRONG)
def test_what_is_left_out_is_the_only_finding(name: str, run_script: RunScript, laboratory: Laboratory) -> None:
    left, right = run_script(MIGRATIONS / name / "old.py", OLD), run_script(MIGRATIONS / name / "new.py", NEW)
    (finding,) = diagnose(gather(left, right, USUAL), laboratory)
    cause, says = WRONG[name]
    assert (finding.cause, finding.confidence.value) == (cause, "confirmed"), finding
    assert says in finding.evidence


@pytest.mark.parametrize("name", sorted(set(WRONG) - AMPLIFIED))
def test_the_right_port_passes(name: str, run_script: RunScript) -> None:
    left, right = run_script(MIGRATIONS / name / "old.py", OLD), run_script(MIGRATIONS / name / "right.py", NEW)
    assert gather(left, right, USUAL).comparison.verdict.passes


@pytest.mark.parametrize("name", sorted(WRONG))
def test_of_the_right_port_nothing_is_called_left_out(name: str, run_script: RunScript, laboratory: Laboratory) -> None:
    left, right = run_script(MIGRATIONS / name / "old.py", OLD), run_script(MIGRATIONS / name / "right.py", NEW)
    named = {finding.cause for finding in diagnose(gather(left, right, USUAL), laboratory)}
    assert named <= {"rounding", "rounding-grown"}
