"""The numbers behind the plots: steps, exact texts, how far from the log and from the golden trace."""

from pathlib import Path

import pytest

from harness.cases.run import Run, plan
from harness.cases.suite import read_suite
from harness.report.curves import curve_data, fields_of
from harness.report.outcomes import Outcome
from harness.words.trace import Trace
from tests.projects import CASE, minimal_project, write_project
from tests.traces import of, value

STEPPED = CASE.replace("[styles.graph]", 'step = "step"\n\n[styles.graph]')
GOLDEN = "# golden trace, format 1, measured by x\nstep:int,w:float32\n10,0.5\n20,1.0000001\n30,1.5\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Its log has the steps 10 and 30, its golden trace 20 as well."""
    project = minimal_project(tmp_path, case=STEPPED, log="10 0.5\n...\n30 1.5\n")
    write_project(project, {"golden/counting/graph.csv": GOLDEN})
    [found] = plan(read_suite(project).cases, (), slow=False)
    return found


def outcome(run: Run, *values: float, releases: str = "1.15") -> Outcome:
    records = tuple(of(step=10 * place, w=each) for place, each in enumerate(values, start=1))
    return Outcome(run, "A", releases, Trace(records))


def test_documented_points_and_measured_curves_share_their_steps(run: Run) -> None:
    [w] = curve_data(run.variant, [outcome(run, 0.5, 1.0, 1.75)])
    documented, measured = w["curves"]
    assert (w["field"], w["x"]) == ("w", [10.0, 20.0, 30.0])
    assert (documented["style"], documented["y"], documented["text"]) == (
        "documented",
        [0.5, None, 1.5],
        ["0.5", "", "1.5"],
    )
    assert (measured["y"], measured["text"], measured["dtype"]) == ([0.5, 1.0, 1.75], ["0.5", "1.0", "1.75"], "float32")
    assert measured["fromLog"] == ["as printed", "", "2097152 ULP"]
    assert measured["fromGolden"] == ["equal", "1 ULP", "2097152 ULP"]


def test_outcomes_with_the_same_numbers_are_one_curve(run: Run) -> None:
    same = [outcome(run, 0.5, 1.0, 1.5, releases=releases) for releases in ("1.4", "2.4-2.15")]
    [w] = curve_data(run.variant, [*same, outcome(run, 0.5, 1.0, 1.6, releases="2.21")])
    assert [each["releases"] for each in w["curves"]] == ["", "1.4, 2.4-2.15", "2.21"]


def test_what_no_scale_has_is_a_gap_with_its_text(run: Run) -> None:
    [w] = curve_data(run.variant, [outcome(run, 0.5, float("inf"), float("nan"))])
    assert w["curves"][1]["y"] == [0.5, None, None]
    assert w["curves"][1]["text"] == ["0.5", "inf", "nan"]
    assert w["curves"][1]["fromGolden"] == ["equal", "not comparable", "not comparable"]


def test_texts_truths_and_the_step_itself_have_no_curve(run: Run) -> None:
    record = of(step=1, w=0.5, name="a", n=3, flag=value(True, "bool"))
    assert fields_of(run.variant, [Outcome(run, "A", "1.15", Trace((record, record)))]) == ("w", "n")


def test_a_single_record_is_no_curve(run: Run) -> None:
    assert curve_data(run.variant, [outcome(run, 0.5)]) == []


def test_a_log_without_steps_is_placed_as_far_as_that_is_known(tmp_path: Path) -> None:
    project = minimal_project(tmp_path, case=CASE.replace("%(step)s ", ""), log="0.5\n1.0\n...\n1.2\n...\n1.5\n")
    [found] = plan(read_suite(project).cases, (), slow=False)
    records = tuple(of(w=x) for x in (0.5, 1.0, 1.1, 1.2, 1.3, 1.5))
    [w] = curve_data(found.variant, [Outcome(found, "A", "1.15", Trace(records))])
    assert (w["axis"], w["x"]) == ("record", [0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
    assert w["curves"][0]["text"] == ["0.5", "1.0", "", "", "", "1.5"]


def test_a_step_that_rises_is_the_axis_also_where_the_log_leaves_it_out(tmp_path: Path) -> None:
    project = minimal_project(tmp_path, case=CASE.replace("%(step)s ", ""), log="...\n1.5\n")
    [found] = plan(read_suite(project).cases, (), slow=False)
    [w] = curve_data(found.variant, [outcome(found, 0.5, 1.0, 1.5)])
    assert (w["field"], w["axis"], w["x"]) == ("w", "step", [10.0, 20.0, 30.0])
    assert [curve["text"] for curve in w["curves"]] == [["", "", "1.5"], ["0.5", "1.0", "1.5"]]
    assert w["curves"][1]["fromLog"] == ["", "", "as printed"]


def test_a_step_that_does_not_rise_counts_nothing(tmp_path: Path) -> None:
    project = minimal_project(tmp_path, case=CASE.replace("%(step)s ", ""), log="0.5\n...\n")
    [found] = plan(read_suite(project).cases, (), slow=False)
    trace = Trace(tuple(of(step=7, w=each) for each in (0.5, 1.0)))
    [step, w] = curve_data(found.variant, [Outcome(found, "A", "1.15", trace)])
    assert (step["field"], w["axis"], w["x"]) == ("step", "record", [0.0, 1.0])
