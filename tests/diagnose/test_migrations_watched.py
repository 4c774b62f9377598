"""Specification of causes that show in the computation: sides that are watched as ``--watch`` does, then diagnosed."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.evidence.gather import compare_sides, gather
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.diagnosis import diagnose_sides
from harness.sides.observing.watch import once_more, watch_and_take_apart, watch_both
from harness.sides.run import run_sides
from harness.sides.words import Job
from harness.targets.target import Setup
from harness.watching.watched import Watched
from harness.words.finding import Finding
from harness.words.stage import Stage
from harness.words.verdict import Verdict
from tests.jobs import job

MIGRATIONS = Path(__file__).parents[1] / "migrations"
TOLERANCES = Tolerances(Tolerance(), {})

WRONG = {
    "computed/adam_for_momentum": ("other-optimizer", "tf.train.MomentumOptimizer in line 11 (learning rate 0.01, "),
    "computed/average_by_hand": ("shadow-update", "w_avg moves by 0.1 of the way to w in steps 0, 1, 2, 3, …"),
    "computed/average_corrected": ("zero-debias", "divided by 1 - 0.9 ** n"),
    "computed/biases_penalized": ("penalty-of-others", "/dense/bias, sequential/dense_1/bias as well (line 23), "),
    "computed/classes_from_one": ("labels-shifted", "new.py@tf2.21 is given are smaller by 1 than those that "),
    "computed/critic_not_clipped": ("weights-not-clipped", "keeps critic between -0.1 and 0.1 behind each update; "),
    "computed/critic_once": ("other-turns", " trains d 3 times, then g, gb 1 time, then d 3 times, "),
    "computed/decay_by_step": ("other-schedule", "new.py@tf2.21: it goes 4 times as fast"),
    "computed/end_forgotten": ("other-expression", "new.py@tf2.21 has 0.9 * best in place of "),
    "computed/epochs_from_one": ("other-schedule", "new.py@tf2.21: those of step n + 2 in step n"),
    "computed/gru_gates_as_they_lay": (
        "weights-laid-out",
        "lie in the order r, z, h, where a layer has z (u of a cell)",
    ),
    "computed/half_precision": ("half-precision", "set_global_policy('mixed_float16') (line 4)"),
    "computed/kernels_transposed": ("weights-laid-out", "old.py@tf1.15 transposed; "),
    "computed/head_no_faster": ("rate-of-some", "kernel, bias have gradients 10 times as large in "),
    "computed/labels_for_predictions": (
        "operands-swapped",
        "entropy(tf.matmul(rows, w), labels), is to take labels before tf.matmul(rows, w)",
    ),
    "computed/layer_used_twice": (
        "weights-not-shared",
        "trains dense/kernel, dense_1/kernel for branch/layer/kernel; ",
    ),
    "computed/loss_of_each_row": ("sum-against-mean", "trains by one loss for each of 40 rows, "),
    "computed/loss_of_weights_summed": ("sum-against-mean", "and all its gradients are 5 times those of "),
    "computed/mask_of_embedding": ("masked-loss", "divides the loss by the cells that are not masked; "),
    "computed/never_restarted": ("other-schedule", "0.1, 0.075, 0.025, 0, … in "),
    "computed/not_shuffled": ("shuffled-on-one-side", "old.py@tf1.15 shuffles: permutation in line 7; "),
    "computed/one_rate_for_all": ("rate-of-some", "body/w, body/b are moved 10 times as far in "),
    "computed/padded_in_front": ("inputs-rearranged", ", with its zeros at the end of each row"),
    "computed/penalty_not_printed": ("other-value-printed", "both sides train by the same losses, and "),
    "computed/pooled_by_sum": ("other-operation", "makes Mean (line 13), "),
    "computed/restored_by_name": ("restored-by-name", "reads a checkpoint whose objects, or layers, have other names"),
    "computed/restored_without_optimizer": ("optimizer-state-lost", "in step 3 the slot "),
    "computed/return_grows": ("sign-turned", "and all its gradients are those of "),
    "computed/rows_left_over": ("short-batch-trained", "makes 3 steps, "),
    "computed/scores_not_scaled": ("operation-left-out", "makes 0.353553 times an array by RealDiv in line 13; "),
    "computed/second_loss_unweighted": ("operation-left-out", "makes 0.3 times 0.4703148 by Mul in line 20; "),
    "computed/stairs_late": ("staircase-late", ": 55 * float32(1 / 55) is 0.9999999403953552"),
    "computed/state_of_chunks": ("state-not-carried", "begins each batch with zeros; "),
    "computed/state_of_epochs": ("state-not-carried", "begins each batch with zeros; "),
    "computed/stepped_twice": ("step-run-twice", "makes 2 updates for each of "),
    "computed/sums_kept": ("gradients-kept", "added to them, its own of step 0"),
    "computed/target_follows_at_once": ("shadow-update", "critic_target moves by 0.99 of the way to critic in steps 1"),
    "computed/tested_in_between": ("other-masks", "the masks agree in the steps before step 2, "),
    "computed/turned_before_flat": ("operation-left-out", "by Transpose in line 7; "),
    "computed/whole_periods": ("other-schedule", "the rates are 0.25, 0.25, 0.25, 0.125, … in "),
    "scaled/centred": ("inputs-scaled", "divided by 2 plus 0.5"),
    "scaled/columns": ("inputs-scaled", "scaled and shifted column by column"),
    "scaled/constant": ("inputs-scaled", "times 255"),
    "scaled/mapped": ("inputs-scaled", "times 255"),
    "scaled/pixels_raw": ("inputs-scaled", "times 255"),
    "trained/bias_frozen": ("trained-on-one-side", "old.py@tf1.15 trains bias, which "),
    "trained/frozen_in_fit": ("trained-on-one-side", "dense/bias, which "),
    "trained/layer_frozen": ("trained-on-one-side", "trains dense/kernel, dense/bias, which "),
    "trained/two_optimizers": ("trained-on-one-side", "two_optimizers/old.py@tf1.15 the latter alone"),
    "trained/var_list": ("trained-on-one-side", "trains dense/kernel, dense/bias, which "),
    "summed/clipped_then_divided": ("gradients-summed", "the gradient is 8 times as large in "),
    "summed/micro_batches": ("gradients-summed", "the 2 gradients are 4 times as large in "),
    "summed/replicas": ("gradients-summed", " runs each step in 2 replicas (line 23), "),
    "summed/towers": ("gradients-summed", "the 2 gradients are 2 times as large in "),
    "cells/gates_as_they_lay": ("lstm-gate-order", "tf.nn.rnn_cell.BasicLSTMCell of "),
    "cells/forget_bias_lost": ("forget-bias-added", "adds 1 to its forget gate in each step"),
    "cells/forget_bias_begun": ("recurrent-bias", "has forget bias True, tf.nn.rnn_cell.BasicLSTMCell of "),
    "cells/both_of_them": ("lstm-gate-order", "tf.nn.rnn_cell.BasicLSTMCell of "),
}
# What was seen, and no experiment changes.
LIKELY = {"computed/critic_once"}
# Of which the right port has the same averages, and works them out of other variables, between the steps; or the same
# sum of gradients, each of which is seen alone.
KEPT_OTHERWISE = {"computed/average_corrected": Stage.STATISTICS, "summed/replicas": Stage.GRADIENTS}


def compared(left: Job, right: Job) -> tuple[Verdict, Watched, tuple[Finding, ...]]:
    setup = Setup(jobs=2)
    with run_sides(left, right, setup) as both:
        held = compare_sides(both.left, both.right, TOLERANCES)
        seen = watch_both(both)
        parted = watch_and_take_apart(both, seen)
        assert seen is not None and parted is not None
        evidence = replace(gather(both.left, both.right, TOLERANCES, held), watched=parted.watched)
        found = diagnose_sides(both, evidence, setup, 3600.0, once_more(seen, both))
        return held.comparison.verdict, parted.watched, found.findings


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_the_only_finding(name: str, tf1_python: Path, tf2_python: Path) -> None:
    _, _, (finding,) = compared(
        job(MIGRATIONS / name / "old.py", tf1_python), job(MIGRATIONS / name / "new.py", tf2_python)
    )
    cause, says = WRONG[name]
    sure = "likely" if name in LIKELY else "confirmed"
    assert (finding.cause, finding.confidence.value) == (cause, sure), finding
    assert says in finding.evidence


@pytest.mark.parametrize("name", sorted(WRONG))
def test_the_right_port_passes(name: str, tf1_python: Path, tf2_python: Path) -> None:
    verdict, watched, findings = compared(
        job(MIGRATIONS / name / "old.py", tf1_python), job(MIGRATIONS / name / "right.py", tf2_python)
    )
    assert verdict.passes
    assert findings == ()
    assert watched.stage is KEPT_OTHERWISE.get(name)
