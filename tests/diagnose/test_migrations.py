"""Specification of the causes that calls tell: small migrations, each with one setting that the two eras, or two
releases, have otherwise. What is wrong is named, and confirmed by an experiment; the right port agrees.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.evidence import Evidence, Origin, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.targets.target import MEBIBYTE, Request, Setup
from harness.targets.workers import Worker, open_worker
from harness.words.verdict import Verdict
from tests.conftest import tensorflow_pythons

MIGRATIONS = Path(__file__).parents[1] / "migrations"
OLD, NEW = "tf1.15", "tf2.15"

# What is wrong, and what the evidence says of the two values.
WRONG = {
    "accuracy_of_logits": ("accuracy-of-logits", "has a metric of probabilities, "),
    "argmax_of_columns": ("other-setting", "has axis 0"),
    "average_warmed_up": ("other-setting", "has num updates None, "),
    "batch_remainder": ("dataset-settings", "has drop remainder True"),
    "batch_size": ("dataset-settings", "has size 4"),
    "clipped_and_dropped": ("clipped-not-used", "and hands its optimizer what was not clipped; "),
    "clipped_by_norm_not_value": ("other-setting", "has how each"),
    "clipped_each": ("clipnorm-per-variable", "has how each"),
    "contrib_conv": ("contrib-padding", "has padding VALID"),
    "cosine_without_one": ("other-setting", "has offset 0, "),
    "decay_as_weight_decay": ("keras-decay", "has decay 0"),
    "deconvolution_cropped": ("other-setting", "has short [0, 0]"),
    "dropout_fed": ("dropout-keep-prob", "has rate 0.75"),
    "dropout_that_drops_nothing": ("dropout-left-out", "has drops True"),
    "empty_words": ("other-setting", "has skips empty False"),
    "estimator_sums": ("loss-reduction", "has reduction batch"),
    "gelu_by_tanh": ("gelu-approximation", "goes by the error function, that of old.py@tf1.15 by the approximation"),
    "half_by_hand": ("l2-half", "has l2 0.25; tf.nn.l2_loss and "),
    "half_of_squares": ("l2-half", "has l2 0.1"),
    "huber_delta": ("other-setting", "has delta 1"),
    "images_prepared": ("other-setting", "has mode tf, "),
    "images_enlarged": ("resize-half-pixel", "has half pixel centers True"),
    "labels_of_variables": ("gradient-not-stopped", "has label gradient True"),
    "last_of_both_directions": ("backward-last-step", "gives what the backward layer ends with"),
    "later_steps_seen": ("other-setting", "[[0, 0], [2, 0], [0, 0]]"),
    "lazy_adam": ("other-optimizer", "has lazy False"),
    "leaky_slope": ("leaky-relu-slope", "has alpha 0.3"),
    "lengths_of_vectors": ("other-setting", "has normalizes True"),
    "logarithm_of_clipped": ("probabilities-clipped", "keeps probabilities from zero by 1e-10, "),
    "logits_as_probabilities": ("from-logits", "has from logits False"),
    "loss_by_name": ("from-logits", "tf.keras.Model.compile of new.py@tf2.15 (line 8) has from logits False"),
    "lstm_gates": ("hard-sigmoid", "has recurrent activation sigmoid"),
    "mean_of_integers": ("other-setting", "has integer True"),
    "moving_decay": ("batch-norm-defaults", "has momentum 0.99"),
    "nadam_of_contrib": ("other-optimizer", "has momentum schedule True"),
    "norm_by_hand": ("layer-norm-defaults", "has epsilon 0.001; line 8 of old.py@tf1.15 normalizes with 1e-06"),
    "norm_of_channels": ("layer-norm-defaults", "has axes [-1]"),
    "norm_of_features": ("layer-norm-defaults", "has epsilon 0.001"),
    "normalized_by_hand": ("batch-norm-defaults", "has epsilon 0.001"),
    "padded_by_hand": ("other-setting", "has padded None"),
    "padded_in_a_function": ("other-setting", "(line 8) has padded None"),
    "polynomial_end": ("other-setting", "has end 0.0001"),
    "resize_corners": ("resize-half-pixel", "has align corners False"),
    "rows_of_two_tables": ("other-setting", "has shards div"),
    "rows_of_validation": ("rows-held-out", "holds the last rows out by its validation_split; "),
    "sigmoid_by_hand": ("sigmoid-logits", "has through probabilities, "),
    "slope_and_momentum": ("other-setting", "has momentum 0.9"),
    "smoothing_forgotten": ("other-setting", "has label smoothing 0"),
    "smoothing_of_classes": ("other-setting", "has label smoothing 0"),
    "state_of_segments": ("state-not-carried", "begins each batch with zeros"),
    "steps_before_rows": ("time-major", "has time_major=True: its first axis is time; to "),
    "two_of_them": ("dropout-keep-prob", "has rate 0.75"),
    "variance_of_rows": ("bn-bessel", "of old.py@tf1.15 (line 8) of rows, too"),
    "weighted_mean": ("loss-reduction", "has reduction batch"),
    "weights_of_fit": ("weights-in-fit", "by the rows of the batch"),
}
RIGHT = sorted(path.parent.name for path in MIGRATIONS.glob("*/right.py"))

Ran = Callable[[str, str], Side]


@pytest.fixture(scope="module")
def workers() -> Iterator[dict[str, Worker]]:
    known = tensorflow_pythons()
    if OLD not in known or NEW not in known:
        pytest.skip(f"{OLD} and {NEW} are not both installed")
    with ExitStack() as stack:
        yield {name: stack.enter_context(open_worker(known[name], Setup())) for name in (OLD, NEW)}


@pytest.fixture
def ran(workers: dict[str, Worker]) -> Ran:
    def run(script: str, release: str) -> Side:
        folder, _, name = script.partition("/")
        path = MIGRATIONS / folder / name
        path = path if path.exists() else MIGRATIONS / folder / "script.py"
        request = Request(path, {}, 120.0, 8192 * MEBIBYTE, MEBIBYTE)
        worker = workers[release]
        side = f"{path.name}@{release}"
        return side_of_outcome(
            side, worker.target, Origin(worker.target.python, request), worker.submit(request).result()
        )

    return run


def evidence_on(left: Side, right: Side) -> Evidence:
    return gather(left, right, Tolerances(Tolerance(), {}))


def test_every_migration_is_in_the_table() -> None:
    assert sorted(WRONG) == sorted({path.parent.name for path in MIGRATIONS.glob("*/*.py")})


@pytest.mark.parametrize("name", WRONG)
def test_what_is_called_with_another_setting_is_named_and_confirmed(
    name: str, ran: Ran, workers: dict[str, Worker]
) -> None:
    evidence = evidence_on(ran(f"{name}/old.py", OLD), ran(f"{name}/new.py", NEW))
    assert evidence.left.failure is None and evidence.right.failure is None
    with Laboratory(budget=3600.0) as laboratory:
        for worker in workers.values():
            laboratory.lend(worker.target.python, worker)
        first, *others = diagnose(evidence, laboratory)
    cause, says = WRONG[name]
    assert (first.cause, first.confidence.value) == (cause, "confirmed"), first
    assert says in first.evidence
    assert all(other.confidence.value == "possible" or other.cause == "other-release" for other in others), others


@pytest.mark.parametrize("name", RIGHT)
def test_the_right_port_agrees(name: str, ran: Ran) -> None:
    evidence = evidence_on(ran(f"{name}/old.py", OLD), ran(f"{name}/right.py", NEW))
    assert evidence.comparison.verdict is Verdict.IDENTICAL
