"""Specification of diagnosis on plain scripts: pairs of an old TF1 script and its port, as users write them.

Each port has one mistake, or none, or a change that no detector can know of. None of them was at hand when the
detectors were written.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.evidence import Evidence, Origin, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.diagnose.experiments.experiment import try_out
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.targets.target import MEBIBYTE, Request, Setup
from harness.targets.workers import Worker, open_worker
from harness.words.finding import Change, Counts, Finding, Place

PAIRS = Path(__file__).parents[1] / "pairs"
USUAL = Tolerances(Tolerance(), {})

# What is wrong with the port, and how sure the first finding has to be at least.
WRONG = {
    "adam_epsilon": "epsilon likely",
    "contrib": "errors likely",
    "decay_rate_after_step": "shifted confirmed",
    "dropout_by_keras": "unseeded confirmed",
    "fit_shuffles": "unseeded confirmed",
    "float64_by_numpy": "float64 likely",
    "float64_cosine": "float64 confirmed",
    "float64_data": "float64 likely",
    "graph_seed_only": "seed-missing likely",
    "hand_written_decay": "staircase likely",
    "inverse_time_no_global_step": "global-step-not-passed confirmed",
    "inverse_time_rate_printed": "global-step-not-passed confirmed",
    "keras_layers_drawn": "unseeded confirmed",
    "linreg_not_applied": "update-not-applied confirmed",
    "logistic_loss_before": "shifted confirmed",
    "loss_not_reduced": "sum-against-mean confirmed",
    "minimize_tensor": "errors likely",
    "mlp_op_seed": "seed-continued confirmed",
    "momentum_lr_assigned": "keras-momentum likely",
    "momentum_piecewise": "keras-momentum likely",
    "not_run_in_session": "update-not-applied confirmed",
    "op_seeds_by_count": "seed-missing confirmed",
    "optimizer_in_loop": "optimizer-made-each-step likely",
    "other_generator": "seed-missing likely",
    "other_rate": "other-rate confirmed",
    "other_rate_by_option": "other-rate confirmed",
    "other_rate_left_out": "other-rate confirmed",
    "rate_frozen": "rate-frozen confirmed",
    "rate_frozen_in_class": "rate-frozen confirmed",
    "rmsprop_accumulator": "rmsprop-accumulator confirmed",
    "rmsprop_fit": "rmsprop-accumulator confirmed",
    "session_unchanged": "errors likely",
    "softmax_no_seed": "unseeded confirmed",
    "staircase_flag": "staircase confirmed",
    "step_run_twice": "step-run-twice confirmed",
    "sum_for_mean": "sum-against-mean confirmed",
    "sum_printed_by_row": "sum-against-mean confirmed",
    "trained_twice_in_session": "step-run-twice likely",
    # Once known to none: what is called says it.
    "unknown_nesterov": "other-setting confirmed",
    "unknown_gradient_stopped": "gradient-not-stopped confirmed",
    # And these by the numbers of both texts.
    "unknown_batch_size": "other-constant confirmed",
    "unknown_data": "other-constant confirmed",
    "unknown_decay_steps": "other-constant confirmed",
    "unknown_l2_constant": "other-constant confirmed",
    "unknown_start": "other-constant confirmed",
    # And these by a statement of both.
    "unknown_absolute_error": "other-expression confirmed",
    "unknown_activation": "other-expression confirmed",
}
# Every tenth loss is shown: that each is one update early cannot be told from the numbers.
# Schedules of other steps, by those of the left side: named, and float32 leaves last digits apart.
OTHER_STEPS = {"unknown_decay_hardly_falls": 5}
UNKNOWN = (
    "loss_before_every_tenth",
    "unknown_half_the_loss",
)
RIGHT = (
    "right_ema",
    "right_keras_fit",
    "right_polynomial_timings",
    "right_softmax_minibatch",
    "right_tensors_printed",
)
# Right, but for the last digits, of which the releases say why.
ROUNDED = {"right_adam": {"optimizer-rewritten", "rounding"}, "right_linreg": {"rounding"}}
_SURE = ("possible", "likely", "confirmed")

Diagnose = Callable[..., tuple[Evidence, tuple[Finding, ...]]]


@pytest.fixture(scope="module")
def workers(tf1_python: Path, tf2_python: Path) -> Iterator[tuple[Worker, Worker]]:
    with ExitStack() as stack:
        old, new = (stack.enter_context(open_worker(python, Setup())) for python in (tf1_python, tf2_python))
        yield old, new


@pytest.fixture(scope="module")
def sides_of(workers: tuple[Worker, Worker]) -> Callable[[str], tuple[Side, Side]]:
    """Run both scripts of a pair, each once for all tests."""
    known: dict[str, tuple[Side, Side]] = {}

    def run(name: str) -> tuple[Side, Side]:
        if name not in known:
            known[name] = _ran(PAIRS / name, workers)
        return known[name]

    return run


def _ran(folder: Path, workers: tuple[Worker, Worker]) -> tuple[Side, Side]:
    requests = [Request(folder / name, {}, 60.0, 8192 * MEBIBYTE, MEBIBYTE) for name in ("old.py", "new.py")]
    futures = [worker.submit(request) for worker, request in zip(workers, requests, strict=True)]
    left, right = (
        side_of_outcome(request.script.name, worker.target, Origin(worker.target.python, request), future.result())
        for worker, request, future in zip(workers, requests, futures, strict=True)
    )
    return left, right


@pytest.fixture
def diagnosed(sides_of: Callable[[str], tuple[Side, Side]], workers: tuple[Worker, Worker]) -> Diagnose:
    def run(name: str, *, experiments: bool = True) -> tuple[Evidence, tuple[Finding, ...]]:
        left, right = sides_of(name)
        assert left.failure is None, left.failure
        evidence = gather(left, right, USUAL)
        if not experiments:
            return evidence, diagnose(evidence, None)
        with Laboratory(budget=3600.0) as laboratory:
            for worker in workers:
                laboratory.lend(worker.target.python, worker)
            return evidence, diagnose(evidence, laboratory)

    return run


def test_every_pair_is_in_one_table() -> None:
    named = [*WRONG, *UNKNOWN, *OTHER_STEPS, *RIGHT, *ROUNDED]
    assert sorted(named) == sorted(folder.name for folder in PAIRS.iterdir() if (folder / "new.py").exists())


@pytest.mark.parametrize("name", WRONG)
def test_the_mistake_is_the_first_finding_and_no_other_is_as_sure(name: str, diagnosed: Diagnose) -> None:
    _, findings = diagnosed(name)
    cause, sure = WRONG[name].split()
    assert findings, "no finding"
    assert findings[0].cause == cause, findings
    assert _SURE.index(findings[0].confidence.value) >= _SURE.index(sure), findings
    assert {found.cause for found in findings if found.confidence.value != "possible"} == {cause}


@pytest.mark.parametrize("name", UNKNOWN)
def test_for_what_no_detector_knows_no_cause_is_named(name: str, diagnosed: Diagnose) -> None:
    evidence, findings = diagnosed(name)
    assert not evidence.comparison.verdict.passes
    assert findings == ()


@pytest.mark.parametrize(("name", "steps"), OTHER_STEPS.items())
def test_a_schedule_of_other_steps_is_named_and_no_more_than_possible_where_last_digits_stay_apart(
    name: str, steps: int, diagnosed: Diagnose
) -> None:
    _, (finding,) = diagnosed(name)
    assert (finding.cause, finding.confidence.value) == ("other-setting", "possible")
    assert finding.change == f"give steps={steps}"


@pytest.mark.parametrize("name", RIGHT)
def test_a_port_with_the_same_numbers_passes(name: str, diagnosed: Diagnose) -> None:
    evidence, findings = diagnosed(name)
    assert evidence.comparison.verdict.passes, evidence.comparison
    assert {found.cause for found in findings} <= {"printing"}


@pytest.mark.parametrize("name", ROUNDED)
def test_a_port_with_the_same_numbers_but_for_the_last_digits(name: str, diagnosed: Diagnose) -> None:
    evidence, findings = diagnosed(name)
    causes = {found.cause for found in findings}
    assert causes <= ROUNDED[name] | ({"printing"} if evidence.comparison.verdict.passes else set())


@pytest.mark.parametrize("name", [*WRONG, *UNKNOWN, *OTHER_STEPS])
def test_without_experiments_nothing_wrong_is_likely(name: str, diagnosed: Diagnose) -> None:
    _, findings = diagnosed(name, experiments=False)
    # Whether a draw without a seed is told as missing or as random, only a second run decides.
    may_be = {WRONG[name].split()[0], "seed-missing"} if WRONG.get(name, "").startswith("unseeded") else set()
    may_be |= {WRONG[name].split()[0]} if name in WRONG else set()
    assert {found.cause for found in findings if found.confidence.value != "possible"} <= may_be


# The trials of causes that can be made on any script, whatever its own mistake is.
TRIALS = {
    "keras-momentum": [Change("TF1's momentum", patch="tf1_momentum")],
    "rate-frozen": [Change("functions run eagerly", patch="eager_functions")],
    "sum-against-mean": [Change("a mean for a sum", patch="mean_for_sum", scales=True)],
    "seed-continued": [Change("a stream of its own for each random op", patch="graph_seeds")],
    "epsilon": [Change("epsilon", patch="epsilon", arguments={"epsilon": 1e-8})],
    "rmsprop-accumulator": [
        Change("tf.train's RMSProp", patch="tf1_optimizers", arguments={"name": "RMSprop", "legacy": False})
    ],
    "optimizer-rewritten": [
        Change("tf.train's Adam", patch="tf1_optimizers", arguments={"name": "Adam", "legacy": False, "epsilon": 1e-7})
    ],
    "staircase": [Change("staircase", patch="staircase", arguments={"staircase": flag}) for flag in (True, False)],
    "float64": [
        Change("float32", side=Place.LEFT, patch="float32"),
        Change("schedules in float64", patch="float64_schedules"),
        Change("Keras in float64", patch="keras_float64"),
    ],
    "update-not-applied": [Change("watched", patch="watched_updates", counts=Counts.UPDATES)],
}
# Of each kind of mistake one; where none is confirmed, the trial that another cause shares would show itself, too.
MISTAKES = (
    "adam_epsilon",
    "linreg_not_applied",
    "logistic_loss_before",
    "mlp_op_seed",
    "momentum_piecewise",
    "rmsprop_accumulator",
    "staircase_flag",
    "sum_for_mean",
)


@pytest.mark.parametrize("name", MISTAKES)
def test_no_trial_of_one_cause_confirms_it_on_the_mistake_of_another(
    name: str, sides_of: Callable[[str], tuple[Side, Side]], workers: tuple[Worker, Worker]
) -> None:
    evidence = gather(*sides_of(name), USUAL)
    confirmed = set()
    with Laboratory(budget=3600.0) as laboratory:
        for worker in workers:
            laboratory.lend(worker.target.python, worker)
        for cause, trials in TRIALS.items():
            if any(try_out(evidence, trial, laboratory).explains_all for trial in trials):
                confirmed.add(cause)
    assert confirmed <= {WRONG[name].split()[0]}
