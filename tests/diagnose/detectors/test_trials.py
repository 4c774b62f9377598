"""The trials of the detectors that judge by numbers, done: each makes all numbers agree, in real TensorFlow."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.detectors.last_bits import float64
from harness.diagnose.detectors.loss import sum_against_mean
from harness.diagnose.detectors.rate import global_step_not_passed, other_rate, staircase
from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.experiments.experiment import try_out
from harness.diagnose.experiments.laboratory import Laboratory
from harness.targets.target import Request
from tests.diagnose.sides import Detect, golden, held, style, variant


@pytest.fixture(scope="module")
def laboratory() -> Iterator[Laboratory]:
    with Laboratory(budget=300.0) as opened:
        yield opened


@pytest.mark.parametrize(
    ("detect", "right", "name", "style_name", "says", "before", "total"),
    [
        (
            staircase.detect,
            "staircase_versus_smooth[smooth]",
            "pitfalls/floor_division",
            "graph",
            "/ in place of //",
            25,
            63,
        ),
        (
            staircase.detect,
            "staircase_versus_smooth[smooth]",
            "pitfalls/floor_division",
            "eager",
            "/ in place of //",
            25,
            63,
        ),
        (
            staircase.detect,
            "staircase_versus_smooth[smooth]",
            "staircase_versus_smooth[staircase]",
            "function",
            "the parameter staircase=False",
            25,
            63,
        ),
        (
            global_step_not_passed.detect,
            "staircase_decay",
            "pitfalls/global_step_not_passed",
            "graph",
            "global_step passed to minimize",
            2,
            160,
        ),
        (other_rate.detect, "fixed_rate_0_2", "rate_one_oscillates", "graph", "the rate 0.2", 0, 40),
        (other_rate.detect, "fixed_rate_0_2", "rate_one_oscillates", "eager", "the rate 0.2", 0, 40),
        (
            float64.detect,
            "fixed_rate_0_3",
            "pitfalls/float64_variable",
            "eager",
            "float32 in place of float64",
            83,
            120,
        ),
        (
            float64.detect,
            "smooth_decay_20",
            "pitfalls/float32_rate",
            "graph",
            "the schedule computed in float64",
            75,
            80,
        ),
        (
            float64.detect,
            "staircase_decay",
            "pitfalls/float64_rate",
            "eager",
            "the decay computed in float32",
            130,
            160,
        ),
    ],
)
def test_what_a_detector_would_try_makes_all_numbers_agree(
    laboratory: Laboratory,
    tf2_python: Path,
    detect: Detect,
    right: str,
    name: str,
    style_name: str,
    says: str,
    before: int,
    total: int,
) -> None:
    evidence = held(_side(right, style_name, tf2_python), _side(name, style_name, tf2_python))
    found = detect(evidence)
    assert found is not None
    [trial] = [trial for trial in found.trials if trial.says == says]
    experiment = try_out(evidence, trial, laboratory)
    assert experiment.failed == ""
    assert (experiment.before, experiment.agreeing, experiment.total) == (before, total, total)


@pytest.mark.parametrize("style_name", ["graph", "eager"])
def test_the_mean_in_place_of_the_sum_gives_both_losses_of_the_longer_run(
    laboratory: Laboratory, tf2_python: Path, style_name: str
) -> None:
    left = _side("two_layer_net[sgd]", style_name, tf2_python)
    evidence = held(left, _side("pitfalls/sum_instead_of_mean", style_name, tf2_python))
    found = sum_against_mean.detect(evidence)
    assert found is not None
    experiment = try_out(evidence, found.trials[0], laboratory)
    # The right run ends after 501 rounds: two of six records, with a step and a loss each, are all that can be held.
    assert (experiment.failed, experiment.before, experiment.agreeing, experiment.total) == ("", 2, 4, 4)


def _side(name: str, style_name: str, python: Path) -> Side:
    case_name, _, which = name.removesuffix("]").partition("[")
    one = variant(case_name, which)
    request = Request(style(case_name, style_name).script, one.parameters, 120.0, 4 << 30, 1 << 20)
    return replace(golden(case_name, style_name, which), origin=Origin(python, request, one.template))
