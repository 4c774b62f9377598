"""No detector that judges by numbers speaks of sides that agree."""

import pytest

from harness.cases.case_file import read_case
from harness.cases.notes import read_notes
from tests.diagnose.detectors.test_numbers_table import causes
from tests.diagnose.sides import ROOT, documented, golden, held, variant

NAMES = [
    "adam_small_gradient",
    "fixed_rate_0_2",
    "fixed_rate_0_3",
    "momentum_dropping_rate",
    "only_run_w",
    "pitfalls/float32_rate",
    "pitfalls/float64_rate",
    "pitfalls/float64_variable",
    "pitfalls/floor_division",
    "pitfalls/global_step_not_passed",
    "pitfalls/keras_momentum",
    "pitfalls/loss_before_update",
    "pitfalls/op_seed_continued",
    "pitfalls/optimizer_made_each_step",
    "pitfalls/rate_after_step",
    "pitfalls/rate_frozen_at_trace",
    "pitfalls/sum_instead_of_mean",
    "pitfalls/train_step_run_twice",
    "pitfalls/keras_epsilon",
    "pitfalls/other_generator",
    "pitfalls/rmsprop_accumulator",
    "rate_one_oscillates",
    "rate_too_large",
    "rate_too_small",
    "rmsprop",
    "smooth_decay",
    "smooth_decay_20",
    "staircase_decay",
    "staircase_versus_smooth",
    "two_layer_net",
]
RUNS = [
    (name, one.name, style.name)
    for name in NAMES
    for one in read_case(ROOT / "cases" / name / "case.toml", ROOT, read_notes(ROOT / "golden")).variants
    for style in one.styles
    if one.golden_path(style.name).exists()
]
# The note's rate is a Python float, and so are eager.py's and function.py's; graph.py has TF1's, in float32. Both print
# the documented digits, but the traces are really apart.
REALLY_APART = {("smooth_decay", "graph", "eager"), ("smooth_decay", "graph", "function")}


@pytest.mark.parametrize(("name", "which", "style"), RUNS)
def test_a_golden_trace_agrees_with_itself(name: str, which: str, style: str) -> None:
    side = golden(name, style, which)
    assert causes(held(side, side)) == set()


@pytest.mark.parametrize(("name", "which", "style"), RUNS)
def test_a_golden_trace_agrees_with_its_documented_log(name: str, which: str, style: str) -> None:
    tolerances = variant(name, which).tolerances
    assert causes(held(documented(name, which), golden(name, style, which), tolerances)) == set()


@pytest.mark.parametrize(("name", "which", "style"), RUNS)
def test_the_styles_of_a_case_agree(name: str, which: str, style: str) -> None:
    one = variant(name, which)
    for other in (other.name for other in one.styles):
        apart = {(name, style, other), (name, other, style)} & REALLY_APART
        evidence = held(golden(name, style, which), golden(name, other, which), one.tolerances)
        assert causes(evidence) == ({"float64"} if apart else set())
