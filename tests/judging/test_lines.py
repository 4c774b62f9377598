"""Specification of two logs held against each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.judging.judge import Tolerance
from harness.judging.line_comparison import LineComparison, LogLine, Noise
from harness.judging.lines import compare_lines
from harness.judging.traces import Tolerances
from harness.logs.pair import Alone, Renumbered
from harness.words.finding import Place
from harness.words.verdict import Comparison, Divergence, Verdict

TOLERANCES = Tolerances(Tolerance(), {})
ROWS = ["After 0 steps: w is 3.8 , loss is 23.040", "After 1 steps: w is 2.84 , loss is 14.746"]


def compare(left: list[str], right: list[str], **fields: Tolerance) -> LineComparison:
    return compare_lines(left, right, Tolerances(Tolerance(), fields))


def verdict(left: list[str], right: list[str], **fields: Tolerance) -> Verdict:
    return compare(left, right, **fields).comparison.verdict


def test_the_same_log_is_identical() -> None:
    assert compare(ROWS, ROWS).comparison == Comparison("left log", Verdict.IDENTICAL, 2, 2)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("w: [ 3.  7.]", "w: [3. 7.]"),
        ("loss is 0.39", "loss: 0.39"),
        ("('loss', 0.39)", "loss 0.39"),
        ("[1.0, 0.9]", "[np.float32(1.0), np.float32(0.9)]"),
        ("{'w': 3.8, 'loss': 23.0}", "{'loss': 23.0, 'w': 3.8}"),
        ("w 4.5549998", "w 4.555"),
        ("rate 1e-05", "rate 0.00001"),
        ("accuracy 12.5%", "accuracy 0.125"),
        ("loss nan", "loss: NaN"),
        ("w -0.0", "w 0.0"),
        ("Training done", "training done."),
    ],
)
def test_text_that_only_looks_different_is_reformatted(left: str, right: str) -> None:
    assert verdict([left], [right]) is Verdict.REFORMATTED
    assert verdict([right], [left]) is Verdict.REFORMATTED


def test_an_array_over_several_lines_is_the_one_in_a_single_line() -> None:
    found = compare(["w [[1. 2.]", "   [3. 4.]]", "end"], ["w [[1. 2.] [3. 4.]]", "end"]).comparison
    assert (found.verdict, found.agreeing, found.expected) == (Verdict.REFORMATTED, 2, 2)


@pytest.mark.parametrize(("short", "long"), [("0.39", "0.3878"), ("2.6e-05", "2.56e-05"), ("38.8%", "0.38766")])
def test_a_number_is_judged_at_the_precision_of_the_shorter_print(short: str, long: str) -> None:
    assert verdict([f"loss {short}"], [f"loss {long}"]) is Verdict.ROUNDED
    assert verdict([f"loss {long}"], [f"loss {short}"]) is Verdict.ROUNDED


def test_the_first_digit_that_differs_is_told_with_line_step_field_and_distance() -> None:
    right = ["step 0: loss = 23.040, w = 3.8", "step 1: loss = 14.747, w = 2.84"]
    found = compare(ROWS, right).comparison
    assert (found.verdict, found.agreeing, found.expected) == (Verdict.DIVERGED, 1, 2)
    assert found.first is not None
    assert (found.first.line, found.first.record, found.first.step, found.first.field) == (2, 1, "1", "loss")
    assert (found.first.expected, found.first.measured, found.first.ulps) == ("14.746", "14.747", 1048)
    assert found.first.relative == pytest.approx(6.78e-5, rel=1e-2)


def test_a_field_has_its_own_tolerance() -> None:
    near = Tolerance(relative=1e-2)
    assert verdict(["loss 14.7461"], ["loss 14.8111"]) is Verdict.DIVERGED
    assert verdict(["loss 14.7461"], ["loss 14.8111"], loss=near) is Verdict.DRIFTED
    assert verdict(["w [14.7461 1.5]"], ["w [14.8111 1.5]"], w=near) is Verdict.DRIFTED


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("step 1", "step 2"),
        ("loss 3", "loss 4"),
        ("loss nan", "loss 0.5"),
        ("loss inf", "loss -inf"),
        ("correct: True", "correct: False"),
        ("w [1. 2. 3.]", "w [1. 2.]"),
        ("step 1 w 0.5", "step 1 w 0.5 b 3.0"),
        ("done", "failed"),
    ],
)
def test_what_is_not_the_same_diverges(left: str, right: str) -> None:
    assert verdict([left], [right]) is Verdict.DIVERGED
    assert verdict([right], [left]) is Verdict.DIVERGED


def test_a_rate_that_stays_is_not_the_rounded_form_of_one_that_falls() -> None:
    falling = ["rate 0.1", "rate 0.099", "rate 0.09801"]
    found = compare(falling, ["rate 0.1", "rate 0.1", "rate 0.1"]).comparison
    assert (found.verdict, found.agreeing) == (Verdict.DIVERGED, 1)
    assert found.first is not None and (found.first.line, found.first.measured) == (2, "0.1")


def test_banners_and_warnings_are_named_and_derail_nothing() -> None:
    warning = "2024-01-01 10:00:00.123456: I tensorflow/core/util/port.cc:153] oneDNN is on"
    found = compare(["Optimizer made", *ROWS], [warning, "Using 2 devices", *ROWS, "Bye"])
    assert (found.comparison.verdict, found.comparison.agreeing, found.comparison.expected) == (
        Verdict.REFORMATTED,
        2,
        2,
    )
    assert found.extra_left == (LogLine(1, "Optimizer made"),)
    assert found.extra_right == (LogLine(1, warning), LogLine(2, "Using 2 devices"), LogLine(5, "Bye"))


def test_a_line_with_numbers_that_others_pair_up_with_is_missing_or_left_over() -> None:
    found = compare([*ROWS, "After 2 steps: w is 2.1, loss is 9.6"], ["hello", *ROWS])
    assert found.missing == (LogLine(3, "After 2 steps: w is 2.1, loss is 9.6"),)
    assert found.comparison.verdict is Verdict.DIVERGED
    assert (found.comparison.missing, found.comparison.left_over) == (1, 0)
    back = compare(["hello", *ROWS], [*ROWS, "After 2 steps: w is 2.1, loss is 9.6"]).comparison
    assert (back.missing, back.left_over) == (0, 1)
    assert back.first == Divergence(None, 2, "2", "line", "no such line", "After 2 steps: w is 2.1, loss is 9.6")


def test_the_last_loss_printed_on_its_own_has_to_be_on_both_sides() -> None:
    assert verdict([*ROWS, "final loss: 0.1"], ROWS) is Verdict.DIVERGED


def test_a_row_that_is_missing_in_the_middle_does_not_shift_the_others() -> None:
    rows = [f"{value} {value * 2}" for value in (0.5, 0.25, 0.75, 0.625)]
    found = compare(rows, [rows[0], *rows[2:]])
    assert found.missing == (LogLine(2, "0.25 0.5"),)
    assert found.comparison.agreeing == 3


def test_rows_are_paired_by_their_step() -> None:
    rows = [f"step {step} w {5 - step / 8}" for step in range(6)]
    found = compare(rows, rows[3:])
    assert [line.number for line in found.missing] == [1, 2, 3]
    assert found.comparison.agreeing == 3


def test_rows_that_only_count_their_steps_from_another_number_are_paired_and_the_numbers_named() -> None:
    values = ["3.00", "2.25", "1.80", "1.50"]
    left = [f"step {step} loss {value}" for step, value in enumerate(values)]
    right = [f"step {step} loss {value}" for step, value in enumerate(values, start=1)]
    found = compare(left, right)
    assert (found.comparison.verdict, found.comparison.agreeing) == (Verdict.DIVERGED, 0)
    assert (found.comparison.missing, found.comparison.left_over) == (0, 0)
    assert found.comparison.first is not None
    assert (found.comparison.first.field, found.comparison.first.measured) == ("step", "1")
    assert found.renumbered == (Renumbered("step", "0", "1", 1, 4),)
    assert compare(right, left).renumbered == (Renumbered("step", "1", "0", -1, 4),)


def test_rows_whose_numbers_moved_too_are_paired_by_step() -> None:
    left = [f"step {step} loss {value}" for step, value in enumerate(["3.00", "2.25", "1.80", "1.50"])]
    right = [f"step {step} loss {value}" for step, value in enumerate(["2.25", "1.80", "1.50", "1.25"], start=1)]
    found = compare(left, right)
    assert (found.comparison.missing, found.comparison.left_over, found.renumbered) == (1, 1, ())
    assert found.comparison.agreeing == 3


def test_an_elision_stands_for_any_rows() -> None:
    rows = [f"{value} {value * 2}" for value in (0.5, 0.25, 0.75, 0.625)]
    assert verdict([rows[0], "...", rows[3]], rows) is Verdict.IDENTICAL
    assert verdict(rows, [rows[0], "...", rows[3]]) is Verdict.IDENTICAL
    assert verdict(["...", rows[3]], [*rows, "0.1 0.2"]) is Verdict.DIVERGED


ROWS_OF_ARRAYS = ["step 0 loss 0.5", "Weights:", "[[ 0.5 ]", " [-0.25]]", "Bias:", "[0.75]"]


def test_arrays_in_one_line_are_those_on_lines_of_their_own() -> None:
    right = ["step 0 loss 0.5", "Weights: [[0.5], [-0.25]] Bias: [0.75]"]
    there, back = compare(ROWS_OF_ARRAYS, right), compare(right, ROWS_OF_ARRAYS)
    assert there.comparison.verdict is back.comparison.verdict is Verdict.REFORMATTED
    assert (there.comparison.agreeing, there.comparison.expected, there.matched) == (3, 3, ((1, 1), (2, 2), (5, 2)))
    wrong = compare(ROWS_OF_ARRAYS, [right[0], right[1].replace("0.75", "0.875")]).comparison.first
    assert wrong is not None and (wrong.line, wrong.field, wrong.expected) == (5, "bias", "0.75")


def test_a_row_is_taken_apart_only_if_the_other_side_prints_all_of_it() -> None:
    assert verdict(ROWS_OF_ARRAYS[:-2], ["step 0 loss 0.5", "Weights: [[0.5], [-0.25]] Bias: [0.75]"]) is (
        Verdict.DIVERGED
    )


def test_arrays_without_a_namesake_are_paired_by_shape() -> None:
    rows = ["step 0 loss 0.5"]
    assert verdict([*rows, "[0.25 0.75]"], [*rows, "norms: [0.25 0.75]"]) is Verdict.REFORMATTED
    found = compare([*rows, "[0.25 0.75]"], [*rows, "norms: [0.25 0.875]"]).comparison
    assert (found.verdict, found.missing, found.first and found.first.measured) == (Verdict.DIVERGED, 0, "0.875")
    assert compare([*rows, "[0.25 0.75]"], [*rows, "norms: [0.25 0.75 1.0]"]).comparison.missing == 1


def test_times_are_named_and_not_judged() -> None:
    found = compare(["loss 0.5 took 0.53 s", "w 3.5"], ["loss 0.5 took 0.61 s", "w 3.5"])
    assert found.comparison.verdict is Verdict.REFORMATTED
    assert found.noise == (Noise(1, "took", "0.53", "0.61"),)


def test_rows_without_names_are_paired_with_rows_that_have_some() -> None:
    left, right = ["0.1 3.8", "0.09 2.84"], ["rate 0.1 w 3.8", "rate 0.09 w 2.85"]
    found = compare(left, right).comparison
    assert (found.verdict, found.agreeing, found.first and found.first.field) == (Verdict.DIVERGED, 1, "column 2")


def test_a_log_without_anything_of_the_other_diverges() -> None:
    assert verdict(ROWS, ["hello"]) is Verdict.DIVERGED
    assert verdict(["hello"], ROWS) is Verdict.DIVERGED
    assert verdict([], ["hello"]) is Verdict.DIVERGED
    assert verdict([], []) is Verdict.IDENTICAL


def test_the_log_of_numpy_1_13_is_the_one_of_numpy_2() -> None:
    old = ["('After', 1, 'steps')", "[[ 0.1   0.25]", " [ 3.    7.  ]]", "{'b': 4.5549998, 'a': array([ 1.,  2.])}"]
    new = ["After 1 steps", "[[0.1  0.25]", " [3.   7.  ]]", "{'a': array([1., 2.]), 'b': np.float32(4.555)}"]
    found = compare(old, new).comparison
    assert (found.verdict, found.agreeing, found.expected) == (Verdict.REFORMATTED, 3, 3)


@pytest.mark.long
@pytest.mark.parametrize("template", ["step {step} loss {loss!r}", "{loss!r}"])
def test_twenty_thousand_lines_are_paired_though_one_is_missing(template: str) -> None:
    log = [template.format(step=step, loss=1 / (step + 1)) for step in range(20000)]
    found = compare(log, ["Using 2 devices", *log[:5000], *log[5001:]])
    assert found.missing == (LogLine(5001, log[5000]),)
    assert found.comparison.agreeing == 19999


NAMES = st.sampled_from(["w", "loss", "rate"])
NUMBERS = st.integers(-99999, 99999).map(lambda number: f"{number / 1000:.3f}")
LOGS = st.lists(NUMBERS, min_size=1, max_size=8).flatmap(
    lambda values: st.tuples(NAMES, st.booleans()).map(
        lambda form: [f"step {step} {form[0]} {v}" if form[1] else f"{form[0]}: {v}" for step, v in enumerate(values)]
    )
)
BANNERS = st.sampled_from(
    [
        "Hello",
        "Loading data ...",
        "=====",
        "Using 3 devices",
        "WARNING:tensorflow:From x.py:12: f is deprecated",
        "2024-01-01 10:00:00.123456: I tensorflow/core/util/port.cc:153] 5 w 3",
        "",
    ]
)


@given(LOGS)
def test_a_log_is_identical_to_itself(log: list[str]) -> None:
    assert compare(log, log).comparison == Comparison("left log", Verdict.IDENTICAL, len(log), len(log))


@given(LOGS, st.lists(st.tuples(st.integers(0, 8), BANNERS)))
def test_banners_change_nothing_but_what_is_named(log: list[str], banners: list[tuple[int, str]]) -> None:
    noisy = list(log)
    for place, banner in banners:
        noisy.insert(min(place, len(noisy)), banner)
    found = compare(log, noisy)
    shown = [banner for _, banner in banners if banner]
    assert sorted(line.text for line in found.extra_right) == sorted(shown)
    assert found.comparison.verdict is (Verdict.REFORMATTED if shown else Verdict.IDENTICAL)
    assert (found.comparison.agreeing, found.comparison.missing, found.comparison.left_over) == (len(log), 0, 0)


@given(LOGS, st.data())
def test_a_last_digit_that_is_off_by_two_is_found(log: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(log) - 1))
    digit = log[place][-1]
    other = data.draw(st.sampled_from([each for each in "0123456789" if abs(int(each) - int(digit)) > 1]))
    changed = [*log[:place], log[place][:-1] + other, *log[place + 1 :]]
    found = compare(log, changed).comparison
    assert (found.verdict, found.agreeing) == (Verdict.DIVERGED, len(log) - 1)
    assert found.first is not None and found.first.line == place + 1


@given(LOGS, LOGS)
def test_agreement_is_symmetric(left: list[str], right: list[str]) -> None:
    there, back = compare(left, right), compare(right, left)
    assert there.comparison.verdict is back.comparison.verdict
    assert there.comparison.agreeing == back.comparison.agreeing
    assert (there.missing, there.left_over) == (back.left_over, back.missing)
    assert (there.extra_left, there.extra_right) == (back.extra_right, back.extra_left)


@given(*[st.lists(st.text(st.characters(exclude_categories=["Cs"])))] * 2)
def test_no_text_breaks_it(left: list[str], right: list[str]) -> None:
    assert compare(left, left).comparison.verdict is Verdict.IDENTICAL
    found = compare(left, right).comparison
    assert found.agreeing + found.missing <= found.expected


def test_how_many_epochs_there_will_be_is_not_judged() -> None:
    short, long = ["Epoch 1: loss 0.5", "Epoch 2: loss 0.25"], ["Epoch 1/10 - loss: 0.5", "Epoch 2/10 - loss: 0.25"]
    assert verdict(short, long) is verdict(long, short) is Verdict.REFORMATTED
    assert verdict(long, [line.replace("/10", "/20") for line in long]) is Verdict.REFORMATTED
    assert compare(long[:1], [long[0].replace("/10", "/20")]).noise == (Noise(1, "epoch total", "10", "20"),)


def test_a_number_that_only_one_side_prints_and_that_never_changes_is_named_and_not_judged() -> None:
    short = ["step 0 loss 0.5", "step 1 loss 0.25"]
    long = ["step 0 of batch 32 loss 0.5", "step 1 of batch 32 loss 0.25"]
    there, back = compare(short, long), compare(long, short)
    assert there.comparison.verdict is back.comparison.verdict is Verdict.REFORMATTED
    assert (there.alone, back.alone) == (
        (Alone(Place.RIGHT, "batch", "32", 2),),
        (Alone(Place.LEFT, "batch", "32", 2),),
    )


@pytest.mark.parametrize(
    "long",
    [
        ["step 0 acc 0.1 loss 0.5", "step 1 acc 0.2 loss 0.25"],  # it changes
        ["step 0 acc nan loss 0.5", "step 1 acc nan loss 0.25"],
        ["step 0 loss [0.5 3.0]", "step 1 loss [0.25 3.0]"],  # part of an array
    ],
)
def test_any_other_number_that_only_one_side_prints_is_a_difference(long: list[str]) -> None:
    short = ["step 0 loss 0.5", "step 1 loss 0.25"]
    assert verdict(short, long) is verdict(long, short) is Verdict.DIVERGED


def test_the_first_difference_is_one_of_a_number_that_both_sides_have() -> None:
    left = ["step 0 loss 0.5", "step 1 loss 0.25"]
    right = ["step 0 acc 0.1 loss 0.5", "step 1 acc 0.2 loss 0.75"]
    for found in (compare(left, right).comparison.first, compare(right, left).comparison.first):
        assert found is not None and (found.line, found.field) == (2, "loss")
    alone = compare(left, [right[0], "step 1 acc 0.2 loss 0.25"]).comparison.first
    assert alone == Divergence(1, 0, "0", "acc", "no such number", "0.1")


def test_one_unit_of_a_digit_that_both_print_last_is_rounding_where_noise_may_carry_it_over_an_edge() -> None:
    # Floats at 0.07 are 7.5e-9 apart: 4 of them are 3 % of a unit.
    rows = ["step 0 loss 0.070398", "step 1 loss 0.051230"]
    found = compare(rows, ["step 0 loss 0.070399", "step 1 loss 0.051230"])
    assert (found.comparison.verdict, found.comparison.agreeing) == (Verdict.ROUNDED, 2)
    assert found.comparison.first is not None and found.comparison.first.ulps == 0


def test_where_four_floats_are_a_unit_apart_every_row_may_be_off_by_one() -> None:
    rows = [f"step {step} loss 4.76375{{}}" for step in range(9)]
    left, right = [row.format(4) for row in rows], [row.format(5) for row in rows]
    assert verdict(left, right) is Verdict.ROUNDED
    # Two units: one for the printing, and 1e-6 is 2.1 floats.
    found = compare(left[:1], ["step 0 loss 4.763756"]).comparison
    assert (found.verdict, found.first and found.first.ulps) == (Verdict.DRIFTED, 3)
    assert verdict(left, [row.format(9) for row in rows]) is Verdict.DIVERGED


@pytest.mark.parametrize("rows", [1, 2, 100])
def test_a_unit_that_no_noise_accounts_for_is_a_difference(rows: int) -> None:
    left = [f"step {step} loss 0.38" for step in range(rows)]
    assert verdict(left, [line.replace("0.38", "0.39") for line in left]) is Verdict.DIVERGED
    assert verdict(left, [left[0].replace("0.38", "0.39"), *left[1:]]) is Verdict.DIVERGED


def test_more_units_in_one_column_than_noise_accounts_for_are_a_difference() -> None:
    # 3 % of ten numbers: one that is off is likely enough, two (3.3 %) still are, three (0.3 %) are not.
    left = [f"step {step} loss 0.070398" for step in range(10)]
    off = [line.replace("8", "9", 1) if step != 8 else line for step, line in enumerate(left)]
    verdicts = [verdict(left, [*off[:count], *left[count:]]) for count in (0, 1, 2, 3, 8)]
    assert verdicts == [
        Verdict.IDENTICAL,
        Verdict.ROUNDED,
        Verdict.ROUNDED,
        Verdict.DIVERGED,
        Verdict.DIVERGED,
    ]


def test_a_unit_is_excused_only_where_both_sides_print_it_last() -> None:
    assert verdict(["loss 0.070398"], ["loss 0.0703990"]) is Verdict.DIVERGED
    # Half a unit, and 1.3 floats.
    assert verdict(["loss 0.070398"], ["loss 0.070398510"]) is Verdict.DRIFTED
    assert verdict(["loss 0.070398"], ["loss 0.070398540"]) is Verdict.DIVERGED
    assert verdict(["loss 0.070398"], ["loss 0.070398490"]) is Verdict.ROUNDED


def test_where_one_side_is_known_beyond_its_print_half_a_unit_stays() -> None:
    left, right = ["loss 4.763754"], ["loss 4.763755"]
    assert compare_lines(left, right, TOLERANCES, exact=True).comparison.verdict is Verdict.DRIFTED
    assert compare_lines(left, right, TOLERANCES).comparison.verdict is Verdict.ROUNDED


def test_of_an_array_all_elements_are_one_column() -> None:
    # Of 24 numbers of four digits 0.24 % each cross an edge: one of them may.
    left = ["w [" + "0.5001 " * 24 + "]"]
    right = ["w [" + "0.5001 " * 23 + "0.5002 ]"]
    assert verdict(left, right) is Verdict.ROUNDED
    assert verdict(["w 0.5001"], ["w 0.5002"]) is Verdict.DIVERGED


def test_numbers_that_the_port_no_longer_prints_are_missing() -> None:
    rows = ["step 0 loss 0.5", "step 1 loss 0.25"]
    lost = compare([*rows, "accuracy 0.93"], rows)
    assert (lost.comparison.verdict, [line.text for line in lost.missing]) == (Verdict.DIVERGED, ["accuracy 0.93"])
    several = compare([*rows, "epoch 1", "epoch 2"], rows)
    assert (several.comparison.verdict, several.comparison.missing) == (Verdict.DIVERGED, 2)


def test_a_banner_with_a_whole_number_and_more_numbers_of_the_port_are_only_named() -> None:
    rows = ["step 0 loss 0.5", "step 1 loss 0.25"]
    for left, right in ((["Using 2 devices", *rows], rows), (rows, [*rows, "accuracy 0.93"])):
        found = compare(left, right)
        assert found.comparison.verdict is Verdict.REFORMATTED
        assert len(found.extra_left + found.extra_right) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("x 1e39", "x 5e300"),
        ("x 1e-50", "x 2e-50"),
        ("x 1.234567890123e39", "x 1.234567890129e39"),
        ("x 1e400", "x 0.5"),
        ("x 1e400", "x 2e400"),
        ("x " + "9" * 5000, "x " + "9" * 4999 + "8"),
        ("x True% 1", "x True% 2"),
    ],
)
def test_numbers_beyond_what_a_float_holds_are_told_apart(left: str, right: str) -> None:
    assert compare([left], [right]).comparison.verdict is Verdict.DIVERGED


# Each took minutes where a pattern tried every place with every length.
@pytest.mark.parametrize(
    "text",
    ["\0" * 50_000, " " * 50_000, "1" * 50_000, "[" * 50_000, "1:" * 4_000, "1." * 50_000, "a" * 50_000],
    ids=["nul", "blanks", "digits", "brackets", "clocks", "dots", "a word"],
)
def test_a_line_of_any_length_is_read_though_it_is_no_log(text: str) -> None:
    assert verdict([f"w 1.5 {text}"], [f"w 2.5 {text}"]) is Verdict.DIVERGED
    assert verdict([f"w 1.5 {text}"], [f"w 1.5 {text}"]) is Verdict.IDENTICAL


@pytest.mark.long
def test_a_line_of_ten_thousand_numbers_is_compared_number_by_number() -> None:
    numbers = [f"{place / 7:.6f}" for place in range(10_000)]
    assert verdict([" ".join(numbers)], [" ".join(numbers)]) is Verdict.IDENTICAL
    assert verdict([" ".join(numbers)], [" ".join([*numbers[:-1], "1.5"])]) is Verdict.DIVERGED
