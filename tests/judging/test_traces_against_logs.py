"""Holding a trace against a documented log."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.judging.judge import Tolerance
from harness.judging.printing import render
from harness.judging.traces import Tolerances, compare_with_log
from harness.logs.documented import parse_documented
from harness.logs.template import LineMismatch, parse_template
from harness.words.trace import Record, Trace, Value
from harness.words.verdict import Comparison, Divergence, Verdict
from tests.traces import NUMBER_DTYPES, column, of, trace, values, vector

NOTE = parse_template("After %(step)s steps: w is %(w)f , loss is %(loss)f")
LOG = """
After 0 steps: w is 1.400000 , loss is 5.759999
After 1 steps: w is -0.040000 , loss is 0.921600
After 2 steps: w is -0.616000 , loss is 0.147456
"""
# What TensorFlow 1.15 and 2.20 measure for the first three lines of note 000.
RECORDS = (
    of(step=0, w=1.4000001, loss=5.759999),
    of(step=1, w=-0.04000008, loss=0.9216),
    of(step=2, w=-0.616, loss=0.147456),
)
EXACT = Tolerances(Tolerance(ulps=0), {})


def compare(log: str, *records: Record, template: str = NOTE.text, **options: Any) -> Comparison:
    parsed = parse_template(template)
    step = "step" if "step" in parsed.fields else None
    return compare_with_log(trace(*records), parse_documented(log), parsed, EXACT, step_field=step, **options)


def plain(log: str, *items: float, records: int | None = None) -> Comparison:
    """The log of a case that prints nothing but ``w``."""
    return compare(log, *column(items).records, template="%(w)s", records=records)


def test_a_run_that_prints_the_documented_lines_is_identical() -> None:
    assert compare(LOG, *RECORDS) == Comparison("documented log", Verdict.IDENTICAL, 3, 3)


def test_a_wrong_digit_makes_the_log_diverge() -> None:
    comparison = compare(LOG.replace("0.921600", "0.921500"), *RECORDS)
    assert (comparison.verdict, comparison.agreeing, comparison.expected) == (Verdict.DIVERGED, 2, 3)
    assert comparison.first is not None
    assert (comparison.first.line, comparison.first.record, comparison.first.step) == (3, 1, "1")
    assert (comparison.first.field, comparison.first.expected, comparison.first.measured) == (
        "loss",
        "0.921500",
        "0.921600",
    )
    assert comparison.first.relative == pytest.approx(1.085e-4, rel=1e-3)


def test_a_wrong_step_makes_the_log_diverge() -> None:
    comparison = compare(LOG.replace("After 2", "After 3"), *RECORDS)
    assert comparison.verdict is Verdict.DIVERGED
    assert comparison.first == Divergence(4, 2, "3", "step", "3", "2", None, 1 / 3)


def test_a_record_that_is_missing_makes_the_log_diverge() -> None:
    comparison = compare(LOG, *RECORDS[:2])
    assert comparison == Comparison(
        "documented log",
        Verdict.DIVERGED,
        2,
        3,
        missing=1,
        first=Divergence(4, None, "2", "line", "After 2 steps: w is -0.616000 , loss is 0.147456", "no such line"),
    )


def test_a_record_too_many_makes_the_log_diverge() -> None:
    comparison = compare(LOG, *RECORDS, of(step=3, w=-0.8464, loss=0.023593))
    assert comparison == Comparison(
        "documented log",
        Verdict.DIVERGED,
        3,
        3,
        left_over=1,
        first=Divergence(None, 3, "3", "line", "no more lines", "After 3 steps: w is -0.846400 , loss is 0.023593"),
    )


def test_a_run_without_any_record_agrees_with_no_line() -> None:
    comparison = compare(LOG)
    assert (comparison.verdict, comparison.agreeing, comparison.missing) == (Verdict.DIVERGED, 0, 3)


def test_swapped_columns_make_the_log_diverge() -> None:
    swapped = [{"step": each["step"], "w": each["loss"], "loss": each["w"]} for each in RECORDS]
    comparison = compare(LOG, *swapped)
    assert (comparison.verdict, comparison.agreeing) == (Verdict.DIVERGED, 0)
    assert comparison.first is not None and comparison.first.field == "w"


@pytest.mark.parametrize("template", ["%(w)s %(loss)s", "%(loss)s"])
def test_a_vanished_column_makes_the_log_diverge(template: str) -> None:
    log = render(parse_template(template), RECORDS[0])
    comparison = compare(log, of(w=1.4000001), template=template)
    assert comparison.verdict is Verdict.DIVERGED
    assert comparison.first == Divergence(1, 0, None, "line", log, "(the record has no field 'loss')")


@pytest.mark.parametrize("item", [float("inf"), float("nan")])
def test_a_record_that_the_template_cannot_print_makes_the_log_diverge(item: float) -> None:
    comparison = compare("5", of(w=item), template="%(w)d")
    assert comparison.verdict is Verdict.DIVERGED
    assert comparison.first is not None and comparison.first.measured.startswith(
        "(the template cannot print the record: "
    )


def test_another_text_around_the_numbers_is_reformatted() -> None:
    comparison = compare("5.0   7.0", of(a=5.0, b=7.0), template="%(a)5.1f %(b)5.1f")
    assert (comparison.verdict, comparison.agreeing) == (Verdict.REFORMATTED, 1)
    assert comparison.first == Divergence(1, 0, None, "line", "5.0   7.0", "  5.0   7.0")


def test_numpy_before_1_14_put_spaces_into_arrays() -> None:
    comparison = compare("[ 3.  7.] 1.0", of(w=vector(3, 7), b=1.0), template="%(w)s %(b)s")
    assert comparison.verdict is Verdict.REFORMATTED
    assert comparison.first == Divergence(1, 0, None, "w", "[ 3.  7.]", "[3. 7.]", 0, 0.0)


def test_white_space_at_the_end_of_a_printed_line_does_not_count() -> None:
    assert compare("5.0 ,", of(w=5.0), template="%(w)s ,  ").verdict is Verdict.IDENTICAL
    assert compare("abc", of(w="abc"), template="%(w)-9s").verdict is Verdict.IDENTICAL


@pytest.mark.parametrize(
    ("measured", "tolerance", "verdict"),
    [
        (4.555, Tolerance(), Verdict.REFORMATTED),
        (4.5550003, Tolerance(), Verdict.ROUNDED),
        (4.5550017, Tolerance(ulps=4), Verdict.DRIFTED),
        (4.5550022, Tolerance(ulps=4), Verdict.DIVERGED),
        (4.5550022, Tolerance(ulps=4, relative=1e-6), Verdict.DRIFTED),
    ],
)
def test_the_distance_from_the_documented_number_decides(
    measured: float, tolerance: Tolerance, verdict: Verdict
) -> None:
    # Around 4.555, float32 has steps of 4.8e-07.
    tolerances = Tolerances(Tolerance(), {"w": tolerance})
    comparison = compare_with_log(
        column([measured]), parse_documented("4.5549998"), parse_template("%(w)s"), tolerances
    )
    assert comparison.verdict is verdict
    assert comparison.agreeing == (1 if verdict.passes else 0)


def test_the_first_divergence_is_the_first_line_that_does_not_pass() -> None:
    # Line 1 is only reformatted, line 3 is farther off than line 2.
    comparison = plain("5.00\n6.0\n7.0\n", 5.0, 6.5, 9.0)
    assert (comparison.verdict, comparison.agreeing) == (Verdict.DIVERGED, 1)
    assert comparison.first == Divergence(2, 1, None, "w", "6.0", "6.5", 2**20, 0.5 / 6)


def test_where_all_lines_pass_the_first_divergence_is_the_first_difference() -> None:
    comparison = plain("5.0\n6.00\n7.12345\n", 5.0, 6.0, 7.123453)
    assert (comparison.verdict, comparison.agreeing) == (Verdict.ROUNDED, 3)
    assert comparison.first is not None and (comparison.first.line, comparison.first.measured) == (2, "6.0")


def test_of_a_line_the_worst_field_is_named() -> None:
    comparison = compare("5.00 7.0", of(a=5.0, b=8.0), template="%(a)s %(b)s")
    assert comparison.first is not None and comparison.first.field == "b"


def test_an_elision_stands_for_any_number_of_records_unless_the_note_says_how_many() -> None:
    log = "...\n5.0\n-7.0\n"
    assert plain(log, 1.0, 5.0, -7.0).verdict is Verdict.IDENTICAL
    assert plain(log, 1.0, 2.0, 5.0, -7.0).verdict is Verdict.IDENTICAL
    assert plain(log, 1.0, 2.0, 5.0, -7.0, records=4).verdict is Verdict.IDENTICAL


@pytest.mark.parametrize("count", [3, 5])
def test_a_wrong_count_of_records_behind_an_elision_makes_the_log_diverge(count: int) -> None:
    comparison = plain("...\n5.0\n-7.0\n", *[1.0] * (count - 2), 5.0, -7.0, records=4)
    assert (comparison.verdict, comparison.agreeing) == (Verdict.DIVERGED, 2)
    assert comparison.first == Divergence(None, None, None, "records", "4", str(count))


def test_a_record_left_over_is_named_rather_than_the_count_of_records() -> None:
    comparison = plain("5.0\n", 5.0, -7.0, records=1)
    assert comparison.first == Divergence(None, 1, None, "line", "no more lines", "-7.0")


def test_a_doubled_record_behind_an_elision_makes_the_log_diverge() -> None:
    lines = [of(step=step, w=-1.0, loss=0.0) for step in (0, 1, 2, 3, 3, 4)]
    prints = [render(NOTE, record) for record in lines]
    comparison = compare("\n".join([prints[0], "...", prints[2], prints[3], prints[5]]), *lines)
    assert comparison.verdict is Verdict.DIVERGED


def test_a_step_is_compared_as_it_is_printed() -> None:
    log = "step 001: 5.0\n...\nstep 003: 7.0\n...\n"
    records = [of(step=step, w=w) for step, w in ((1, 5.0), (2, 6.0), (3, 7.0), (4, 8.0))]
    assert compare(log, *records, template="step %(step)03d: %(w)s").verdict is Verdict.IDENTICAL


def test_a_documented_line_that_the_template_cannot_have_printed_cannot_be_compared() -> None:
    with pytest.raises(LineMismatch):
        compare("w is 5", of(step=0, w=5.0, loss=0.0))


@given(st.lists(st.tuples(values((*NUMBER_DTYPES, "bool"), arrays=False), values(("float32",))), max_size=5))
def test_a_trace_is_identical_to_its_own_print(drawn: list[tuple[Value, Value]]) -> None:
    template = parse_template("%(step)s w=%(w)s, %(loss)r")
    # An array of more than one dimension is printed on several lines, which no log template can print.
    records = [of(step=step, w=w, loss=loss) for step, (w, loss) in enumerate(drawn) if len(loss.shape) < 2]
    comparison = compare("\n".join(render(template, record) for record in records), *records, template=template.text)
    assert comparison == Comparison("documented log", Verdict.IDENTICAL, len(records), len(records))


def documented(root: Path, case: str, template: str) -> tuple[str, Trace]:
    """A documented log and a trace of 40 records that prints it."""
    text = (root / "golden" / case / "documented.log").read_text(encoding="utf-8")
    records = [of(step=step, w=3.0, loss=3.0, rate=3.0) for step in range(1, 41)]
    for number, line in enumerate(parse_documented(text).lines):
        fields = parse_template(template).parse(line.text)
        index = number if len(fields) == 3 else int(fields["step"]) - 1
        records[index] = of(**{name: int(text) if name == "step" else float(text) for name, text in fields.items()})
    return text, trace(*records)


@pytest.mark.parametrize(
    ("case", "template"), [("fixed_rate_0_3", NOTE.text), ("staircase_decay", "%(rate)s %(step)s %(w)s %(loss)s")]
)
def test_a_changed_digit_of_a_documented_line_never_passes_unnoticed(root: Path, case: str, template: str) -> None:
    text, measured = documented(root, case, template)
    parsed = parse_template(template)

    def against(log: str) -> Comparison:
        return compare_with_log(measured, parse_documented(log), parsed, EXACT, step_field="step", records=40)

    assert against(text).verdict is Verdict.IDENTICAL
    for place, digit in enumerate(text):
        if digit.isdigit():
            line = text[:place].count("\n") + 1
            comparison = against(text[:place] + ("1" if digit == "0" else "0") + text[place + 1 :])
            assert comparison.verdict is not Verdict.IDENTICAL
            assert comparison.first is not None and comparison.first.line == line
