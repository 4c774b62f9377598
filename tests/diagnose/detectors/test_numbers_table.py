"""For every pitfall held against the case that does it right: exactly the causes that the numbers tell, no others."""

import pytest

from harness.diagnose.detectors.last_bits import float64, rounding
from harness.diagnose.detectors.loss import sum_against_mean
from harness.diagnose.detectors.printed import shifted
from harness.diagnose.detectors.rate import global_step_not_passed, other_rate, staircase
from harness.diagnose.detectors.update import step_run_twice, update_not_applied
from harness.diagnose.evidence.evidence import Evidence
from tests.diagnose.sides import ROOT, against_golden, case, documented, golden, held, variant

DETECTORS = (
    update_not_applied,
    shifted,
    step_run_twice,
    global_step_not_passed,
    staircase,
    other_rate,
    sum_against_mean,
    float64,
    rounding,
)

# Pitfall, variant of the right case, causes against its golden trace, causes against its documented log.
TABLE: list[tuple[str, str, set[str], set[str]]] = [
    ("pitfalls/float32_rate", "", {"float64"}, {"float64"}),
    ("pitfalls/float64_rate", "", {"float64"}, {"float64"}),
    ("pitfalls/float64_variable", "", {"float64"}, {"float64"}),
    ("pitfalls/floor_division", "smooth", {"staircase"}, {"staircase"}),
    ("pitfalls/floor_division", "staircase", set(), set()),
    ("pitfalls/global_step_not_passed", "", {"global-step-not-passed"}, {"global-step-not-passed"}),
    ("pitfalls/keras_epsilon", "", set(), set()),
    ("pitfalls/keras_momentum", "", set(), set()),
    ("pitfalls/loss_before_update", "", {"shifted"}, {"shifted"}),
    ("pitfalls/op_seed_continued", "sgd", set(), set()),
    ("pitfalls/optimizer_made_each_step", "momentum", set(), set()),
    ("pitfalls/other_generator", "sgd", set(), set()),
    ("pitfalls/rate_after_step", "", {"shifted"}, {"shifted"}),
    ("pitfalls/rate_frozen_at_trace", "", set(), set()),
    ("pitfalls/rmsprop_accumulator", "", set(), set()),
    ("pitfalls/sum_instead_of_mean", "sgd", {"sum-against-mean"}, set()),
    ("pitfalls/train_step_run_twice", "", {"step-run-twice"}, {"step-run-twice"}),
]


def causes(evidence: Evidence) -> set[str]:
    found = [detector.detect(evidence) for detector in DETECTORS]
    return {finding.cause for finding in found if finding is not None}


@pytest.mark.parametrize(("name", "which", "expected", "_by_log"), TABLE, ids=[f"{row[0]}-{row[1]}" for row in TABLE])
def test_a_pitfall_against_the_golden_traces_of_its_right_case(
    name: str, which: str, expected: set[str], _by_log: set[str]
) -> None:
    right = case(name).right
    assert right is not None
    found = {
        (mine.name, other.name): causes(against_golden(name, mine.name, right, other.name, which))
        for mine in variant(name).styles
        for other in variant(right, which).styles
    }
    assert found == dict.fromkeys(found, expected)


@pytest.mark.parametrize(("name", "which", "_by_trace", "expected"), TABLE, ids=[f"{row[0]}-{row[1]}" for row in TABLE])
def test_a_pitfall_against_the_documented_log_of_its_right_case(
    name: str, which: str, _by_trace: set[str], expected: set[str]
) -> None:
    right = case(name).right
    assert right is not None
    log = documented(right, which)
    found = {mine.name: causes(held(log, golden(name, mine.name))) for mine in variant(name).styles}
    assert found == dict.fromkeys(found, expected)


def test_the_table_has_every_pitfall() -> None:
    assert {row[0] for row in TABLE} == {
        str(path.parent.relative_to(ROOT / "cases")) for path in (ROOT / "cases" / "pitfalls").glob("*/case.toml")
    }
