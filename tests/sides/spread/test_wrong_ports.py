"""Specification: what a wrong port does is no rounding, also where the spread of the old script is measured."""

from pathlib import Path

import pytest

from harness.diagnose.evidence.gather import compare_sides
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.run import run_sides
from harness.sides.spread.measure import measure_spread, with_spread
from harness.targets.target import Setup
from harness.words.verdict import Verdict
from tests.jobs import job

PAIRS = Path(__file__).parents[2] / "pairs"
TOLERANCES = Tolerances(Tolerance(), {})


@pytest.mark.parametrize(
    "pair",
    [
        "adam_epsilon",
        "float64_by_numpy",
        "hand_written_decay",
        "logistic_loss_before",
        "momentum_piecewise",
        "other_rate",
        "unknown_nesterov",
        "unknown_start",
    ],
)
def test_a_wrong_port_stays_diverged(pair: str, tf1_python: Path, tf2_python: Path) -> None:
    left, right = job(PAIRS / pair / "old.py", tf1_python), job(PAIRS / pair / "new.py", tf2_python)
    with run_sides(left, right, Setup(jobs=2)) as both:
        held = compare_sides(both.left, both.right, TOLERANCES)
        assert held.comparison.verdict is Verdict.DIVERGED
        found = measure_spread(both, held, TOLERANCES, 8)
    assert with_spread(both, held, TOLERANCES, found).comparison.verdict is Verdict.DIVERGED
    assert found.problem == ""
    assert found.sensitivity is not None
    assert found.sensitivity.outside > 0
