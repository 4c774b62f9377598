"""Specification of the spread that rounding makes in a script, and of what it excuses."""

import math

from hypothesis import given
from hypothesis import strategies as st

from harness.judging.amplified import Sensitivity, amplified_lines, amplified_records
from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.records import compare_records
from harness.judging.spread import Spread, allowances, spread_of_lines, spread_of_traces, widest
from harness.judging.traces import Tolerances
from harness.words.trace import Trace, Value
from harness.words.verdict import Verdict

TOLERANCES = Tolerances(Tolerance(), {})
BASE = ["step 0 loss 1.5000000", "step 1 loss 0.7500000", "step 2 loss 0.3750000"]
# Moved by 0, 2e-6 and 1e-6 at most.
SAMPLES = [
    ["step 0 loss 1.5000000", "step 1 loss 0.7500020", "step 2 loss 0.3750010"],
    ["step 0 loss 1.5000000", "step 1 loss 0.7499990", "step 2 loss 0.3749995"],
]


def judge(
    right: list[str],
    base: list[str] = BASE,
    samples: list[list[str]] = SAMPLES,
    tolerances: Tolerances = TOLERANCES,
) -> tuple[Verdict, Sensitivity]:
    matching = compare_lines(base, right, tolerances).matching
    found = amplified_lines(matching, tolerances, spread_of_lines(base, samples), exact=False)
    return compare_lines(base, right, tolerances, amplified=found.amplified).comparison.verdict, found


def test_the_spread_of_a_number_is_the_largest_distance_of_a_sample() -> None:
    spread = spread_of_lines(BASE, SAMPLES)
    assert spread.samples == 2
    assert {where: round(size, 7) for where, size in spread.largest.items() if where[1] == "loss"} == {
        (0, "loss"): 0.0,
        (1, "loss"): 2e-06,
        (2, "loss"): 1e-06,
    }


def test_what_lies_within_three_times_the_spread_is_amplified_and_passes() -> None:
    verdict, found = judge(["step 0 loss 1.5000000", "step 1 loss 0.7500055", "step 2 loss 0.3750000"])
    assert verdict is Verdict.AMPLIFIED
    assert verdict.passes
    assert found.worst is not None
    # 2e-6 and 5.5e-6 in units of 2**-24.
    assert (found.worst.line, found.worst.name) == (2, "loss")
    assert (round(found.worst.spread), round(found.worst.seen)) == (34, 92)


def test_a_spread_may_give_each_number_a_least_one_where_any_has_as_much() -> None:
    """Of 0.75 in float32 2**-24 is one ULP: a sum in another order is as far off from the beginning."""
    numbers = [((0, "loss"), 0.75), ((1, "loss"), 0.75), ((2, "loss"), 0.75)]
    late = Spread(8, {(0, "loss"): 0.0, (1, "loss"): 0.0, (2, "loss"): 5 * 2.0**-24}, least=1.0)
    nowhere = Spread(8, dict.fromkeys(late.largest, 0.0), least=1.0)

    def ulps(spread: Spread) -> list[float]:
        return [round(each.spread / 2.0**-24, 3) for each in allowances(numbers, spread, "float32", 0.75)]

    assert ulps(late) == [1.0, 1.0, 5.0]
    assert ulps(Spread(8, late.largest)) == [0.0, 0.0, 5.0]
    assert ulps(nowhere) == [0.0, 0.0, 0.0]


def test_what_lies_outside_of_it_has_diverged_however_small_it_is() -> None:
    verdict, found = judge(["step 0 loss 1.5000000", "step 1 loss 0.7500075", "step 2 loss 0.3750000"])
    assert verdict is Verdict.DIVERGED
    assert (found.outside, len(found.amplified)) == (1, 0)


def test_a_number_whose_samples_are_all_the_same_has_nothing_to_be_excused_by() -> None:
    verdict, found = judge(["step 0 loss 1.5000010", "step 1 loss 0.7500000", "step 2 loss 0.3750000"])
    assert verdict is Verdict.DIVERGED
    assert found.first_outside is not None
    assert found.first_outside.line == 1


def test_a_later_number_is_moved_as_many_ulps_as_one_before_it() -> None:
    samples = [["loss 1.0000000", "loss 1.0000100", "loss 0.5000000"]]
    base = ["loss 1.0000000", "loss 1.0000000", "loss 0.5000000"]
    assert judge(["loss 1.0000000", "loss 1.0000000", "loss 0.5000140"], base, samples)[0] is Verdict.AMPLIFIED
    assert judge(["loss 1.0000000", "loss 1.0000000", "loss 0.5000160"], base, samples)[0] is Verdict.DIVERGED


def test_a_line_too_few_or_another_step_is_no_rounding() -> None:
    assert judge(BASE[:2])[0] is Verdict.DIVERGED
    assert judge(["step 0 loss 1.5000000", "step 1 loss 0.7500020", "step 3 loss 0.3750010"])[0] is Verdict.DIVERGED


def test_a_chaotic_log_cannot_tell_and_stays_what_it_was() -> None:
    samples = [["loss 1.5000000", "loss 0.8500000"], ["loss 1.5000000", "loss 0.6500000"]]
    verdict, found = judge(["loss 1.5000000", "loss 0.7600000"], ["loss 1.5000000", "loss 0.7500000"], samples)
    assert verdict is Verdict.DIVERGED
    assert (found.cannot_tell, found.outside, len(found.amplified)) == (1, 0, 0)


def test_a_side_that_prints_fewer_digits_is_held_as_far_as_it_prints() -> None:
    verdict, _ = judge(["step 0 loss 1.50000", "step 1 loss 0.75001", "step 2 loss 0.37500"])
    assert verdict is Verdict.AMPLIFIED


def test_two_decimals_are_no_edge_of_rounding_where_the_spread_is_below_the_print() -> None:
    base = ["loss 0.50", "loss 0.38", "loss 0.31", "loss 0.27"]
    assert judge(["loss 0.50", "loss 0.39", "loss 0.31", "loss 0.27"], base, [base] * 8)[0] is Verdict.DIVERGED


def test_whole_numbers_may_be_off_by_what_a_sample_was_off() -> None:
    base, samples = ["right 95 of all"], [["right 96 of all"], ["right 95 of all"]]
    assert judge(["right 94 of all"], base, samples)[0] is Verdict.AMPLIFIED
    assert judge(["right 93 of all"], base, samples)[0] is Verdict.DIVERGED


def test_a_tolerance_that_a_person_has_set_wins() -> None:
    set_by_hand = Tolerances(Tolerance(ulps=0), {})
    right = ["step 0 loss 1.5000000", "step 1 loss 0.7500055", "step 2 loss 0.3750000"]
    assert judge(right, tolerances=set_by_hand)[0] is Verdict.DIVERGED


def test_another_dtype_is_no_rounding_of_the_same_script() -> None:
    right = ["step 0 loss 1.500000123456789", "step 1 loss 0.750002123456789", "step 2 loss 0.375000123456789"]
    assert judge(right)[0] is Verdict.DIVERGED


def test_what_a_sample_does_not_print_excuses_nothing() -> None:
    right = ["step 0 loss 1.5000000", "step 1 loss 0.7500055", "step 2 loss 0.3750000"]
    assert judge(right, samples=[*SAMPLES, BASE[:1]])[0] is Verdict.DIVERGED


def test_records_are_judged_at_full_precision() -> None:
    left, right, moved = (trace(1.0, value) for value in (0.5, 0.5 + 5e-6, 0.5 - 2e-6))
    known = compare_records(left, right, TOLERANCES)
    assert known is not None
    found = amplified_records(left, right, known.matches, TOLERANCES, spread_of_traces(left, [moved]))
    assert found.amplified == {(1, "loss")}
    again = compare_records(left, right, TOLERANCES, amplified=found.amplified)
    assert again is not None
    assert (known.comparison.verdict, again.comparison.verdict) == (Verdict.DIVERGED, Verdict.AMPLIFIED)


def trace(*losses: float) -> Trace:
    return Trace(tuple({"loss": Value("float64", (), (loss,))} for loss in losses))


def test_the_wider_of_two_spreads_counts_for_each_number_that_both_have() -> None:
    both = widest([Spread(8, {(0, "w"): 1.0, (1, "w"): 1.0}), Spread(8, {(0, "w"): 2.0})])
    assert both.largest == {(0, "w"): 2.0}


sizes = st.floats(1e-9, 1e-3)
values = st.lists(st.tuples(st.floats(0.1, 10.0), sizes), min_size=1, max_size=8)


@given(values)
def test_no_number_is_allowed_less_than_three_times_its_own_spread(numbers: list[tuple[float, float]]) -> None:
    spread = Spread(8, {(at, "w"): size for at, (_, size) in enumerate(numbers)})
    given_ones = allowances([((at, "w"), value) for at, (value, _) in enumerate(numbers)], spread, "float32", 1000.0)
    assert all(each.most >= 3 * size for each, (_, size) in zip(given_ones, numbers, strict=True))
    assert all(each.tells for each in given_ones)


@given(values, st.data())
def test_every_sample_of_a_script_is_within_the_spread_of_all_of_them(
    numbers: list[tuple[float, float]], data: st.DataObject
) -> None:
    base = [f"loss {value:.6f}" for value, _ in numbers]
    ways = st.lists(st.sampled_from([-1.0, 0.0, 1.0]), min_size=len(numbers), max_size=len(numbers))
    samples = [
        [f"loss {value + way * size * 0.1:.6f}" for (value, size), way in zip(numbers, data.draw(ways), strict=True)]
        for _ in range(3)
    ]
    assert all(judge(sample, base, samples)[0].passes for sample in samples)


@given(st.floats(0.5, 2.0), st.floats(1e-6, 1e-3), st.floats(3.5, 50.0))
def test_what_is_farther_off_than_the_factor_says_never_passes(value: float, size: float, times: float) -> None:
    base, samples = [f"loss {value:.9f}"], [[f"loss {value + size:.9f}"]]
    assert not judge([f"loss {value + times * size:.9f}"], base, samples)[0].passes


def test_numbers_that_are_not_finite_have_no_spread_to_be_excused_by() -> None:
    spread = spread_of_lines(["loss 1.0"], [["loss nan"]])
    assert math.isinf(spread.largest[0, "loss"])
    assert judge(["loss 2.5"], ["loss 1.0"], [["loss nan"]])[0] is Verdict.DIVERGED
