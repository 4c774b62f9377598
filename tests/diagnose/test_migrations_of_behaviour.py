"""Specification of causes that no setting shows, but what a script does: migrations with one such mistake each.

Each old script runs on TensorFlow 1, its port on 2; where there is a right port it is told apart from the wrong one.
"""

from pathlib import Path

import pytest

from harness.diagnose.detectors import ALL
from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.gather import gather
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from tests.diagnose.conftest import RunScript

MIGRATIONS = Path(__file__).parents[1] / "migrations" / "behaviour"
USUAL = Tolerances(Tolerance(), {})

# The releases, what is wrong with the port (with the old script, for what is counted twice there), and how sure it is.
WRONG = {
    "epochs_cut_short": ("tf2.15", "tf2.21", "epochs-cut-short", "confirmed"),
    "loss_of_own_step": ("tf2.15", "tf2.21", "loss-of-own-step", "confirmed"),
    "mask_taken": ("tf2.15", "tf2.21", "mask-taken", "confirmed"),
    "trainable_set_late": ("tf2.15", "tf2.21", "trainable-set-late", "confirmed"),
    "batches_gathered": ("tf2.15", "tf2.21", "batches-gathered", "confirmed"),
    "stopping_baseline": ("tf2.4", "tf2.21", "stopping-baseline", "confirmed"),
    "rate_read_late": ("tf2.21", "tf2.15", "rate-read-late", "confirmed"),
    "rows_repeated": ("tf2.15", "tf2.21", "rows-repeated", "confirmed"),
    "lr_set_in_vain": ("tf2.15", "tf2.21", "lr-set-in-vain", "confirmed"),
    "best_weights": ("tf2.15", "tf2.21", "best-weights", "confirmed"),
    "accuracy_of_all_epochs": ("tf1.15", "tf2.15", "metric-not-reset", "confirmed"),
    "accuracy_of_each_epoch": ("tf1.15", "tf2.15", "metric-not-reset", "confirmed"),
    "accuracy_of_rows_and_columns": ("tf1.15", "tf2.15", "broadcast", "confirmed"),
    "average_not_run": ("tf1.15", "tf2.15", "updates-not-run", "confirmed"),
    "batch_before_repeat": ("tf1.15", "tf2.15", "dataset-order", "confirmed"),
    "batch_losses_in_callback": ("tf1.15", "tf2.15", "running-mean", "confirmed"),
    "counted_by_hand_too": ("tf1.15", "tf2.15", "counted-twice", "confirmed"),
    "counted_in_function": ("tf1.15", "tf2.15", "frozen-at-tracing", "confirmed"),
    # What dropout would have drawn no run can show.
    "dropout_without_flag": ("tf1.15", "tf2.15", "training-flag", "likely"),
    "epoch_by_batches": ("tf1.15", "tf2.15", "last-batch", "confirmed"),
    "epoch_with_validation": ("tf1.15", "tf2.15", "last-batch", "confirmed"),
    "evaluated_in_training_mode": ("tf1.15", "tf2.15", "training-flag", "confirmed"),
    "features_as_listed": ("tf1.15", "tf2.15", "features-by-name", "confirmed"),
    "first_batch_each_step": ("tf1.15", "tf2.15", "data-begun-anew", "confirmed"),
    "frozen_normalization": ("tf1.15", "tf2.15", "frozen-batch-norm", "confirmed"),
    "iterations_counted_in_port": ("tf1.15", "tf2.15", "counted-twice", "confirmed"),
    "keras_losses_not_collected": ("tf1.15", "tf2.15", "regularization-left-out", "confirmed"),
    "keras_updates": ("tf1.15", "tf2.15", "updates-not-run", "confirmed"),
    "losses_of_layers_unread": ("tf1.15", "tf2.15", "regularization-left-out", "confirmed"),
    "normal_in_function": ("tf1.15", "tf2.15", "drawn-at-tracing", "confirmed"),
    "order_seeded_each_epoch": ("tf1.15", "tf2.15", "seeded-each-time", "confirmed"),
    "part_of_data_each_epoch": ("tf1.15", "tf2.15", "data-begun-anew", "confirmed"),
    "placeholder_without_axis": ("tf1.15", "tf2.15", "broadcast", "confirmed"),
    "random_of_python_in_map": ("tf1.15", "tf2.15", "drawn-at-tracing", "confirmed"),
    "rate_by_old_name": ("tf1.15", "tf2.15", "monitor-unknown", "confirmed"),
    "regularizer_after_build": ("tf1.15", "tf2.15", "regularizer-late", "confirmed"),
    "strength_in_map": ("tf1.15", "tf2.15", "frozen-at-tracing", "confirmed"),
    "subclassed_without_flag": ("tf1.15", "tf2.15", "training-flag", "confirmed"),
    "total_loss_printed": ("tf1.15", "tf2.15", "regularization-left-out", "confirmed"),
    "update_ops_forgotten": ("tf1.15", "tf2.15", "updates-not-run", "confirmed"),
    "validation_weighed": ("tf1.15", "tf2.15", "validation-weights", "confirmed"),
    "weight_in_callback": ("tf1.15", "tf2.15", "frozen-at-tracing", "confirmed"),
}
# Those that the texts or the numbers tell.
BY_TEXT = {
    "batches-gathered",
    "best-weights",
    "data-begun-anew",
    "dataset-order",
    "epochs-cut-short",
    "features-by-name",
    "loss-of-own-step",
    "lr-set-in-vain",
    "mask-taken",
    "metric-not-reset",
    "monitor-unknown",
    "rate-read-late",
    "rows-repeated",
    "running-mean",
    "seeded-each-time",
    "stopping-baseline",
    "trainable-set-late",
    "validation-weights",
}
RIGHT = sorted(folder.parent.name for folder in MIGRATIONS.glob("*/right.py"))


def test_every_migration_is_in_the_table() -> None:
    assert sorted(WRONG) == sorted(folder.name for folder in MIGRATIONS.iterdir())


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_the_only_finding(name: str, run_script: RunScript, laboratory: Laboratory) -> None:
    old, new, cause, confidence = WRONG[name]
    left, right = run_script(MIGRATIONS / name / "old.py", old), run_script(MIGRATIONS / name / "new.py", new)
    findings = diagnose(gather(left, right, USUAL), laboratory)
    assert [(found.cause, found.confidence.value) for found in findings] == [(cause, confidence)], findings


@pytest.mark.parametrize("name", RIGHT)
def test_the_right_port_passes(name: str, run_script: RunScript) -> None:
    old, new, _, _ = WRONG[name]
    left, right = run_script(MIGRATIONS / name / "old.py", old), run_script(MIGRATIONS / name / "right.py", new)
    assert gather(left, right, USUAL).comparison.verdict.passes


def test_what_no_witness_has_seen_is_no_finding() -> None:
    named = {name for cause in ALL if cause.witnesses for name in cause.names}
    assert {cause for _, _, cause, _ in WRONG.values()} <= named | BY_TEXT
