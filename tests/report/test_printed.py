"""A documented log beside what was printed: which line stands where, and which digits are marked."""

from pathlib import Path

import pytest

from harness.cases.run import Run, plan
from harness.cases.suite import read_suite
from harness.report.outcomes import Outcome
from harness.report.printed import Piece, apart, different, printed_log
from harness.words.trace import Trace
from tests.projects import CASE, minimal_project
from tests.traces import of


def outcome(run: Run, *values: float) -> Outcome:
    records = tuple(of(step=step, w=each) for step, each in enumerate(values, start=1))
    return Outcome(run, "A", "1.15", Trace(records))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Its log is 1 0.5, 2 1.0, 3 1.5."""
    [found] = plan(read_suite(minimal_project(tmp_path)).cases, (), slow=False)
    return found


@pytest.mark.parametrize(
    ("expected", "measured", "pieces"),
    [
        ("0.066897", "0.066898", ["0.06689", ("8",)]),
        ("1.5", "1.75", ["1.", ("75",)]),
        ("1.75", "1.5", ["1.", ("5",)]),
        # What is only missing is shown by the digit before it.
        ("1.2345", "1.23", ["1.2", ("3",)]),
        ("[3. 7. 9.]", "[3. 8. 9.]", ["[3. ", ("8.",), " 9.]"]),
        ("[1.0 2.0]", "[1.5 2.5]", ["[1.", ("5",), " 2.", ("5",), "]"]),
        # Another count of numbers: from the first character on that differs.
        ("[3. 7.]", "[3. 7. 9.]", ["[3. 7.", (" 9.]",)]),
        ("yes", "no", [("no",)]),
        ("nan", "inf", [("inf",)]),
    ],
)
def test_digits_are_marked_from_the_first_that_differs(expected: str, measured: str, pieces: list[object]) -> None:
    wanted = tuple(Piece(each[0], apart=True) if isinstance(each, tuple) else Piece(str(each)) for each in pieces)
    assert apart(expected, measured) == wanted
    assert "".join(each.text for each in apart(expected, measured)) == measured


def test_each_line_stands_beside_its_record_with_its_verdict(run: Run) -> None:
    log = printed_log(run.variant, [outcome(run, 0.5, 1.0000001, 9.0)])
    cells = [row.cells[0] for row in log.rows]
    assert [row.documented for row in log.rows] == ["1 0.5", "2 1.0", "3 1.5"]
    assert [cell.says if cell else None for cell in cells] == ["", "w rounded, 1 ULP", "w diverged, 22020096 ULP"]
    assert cells[1] is not None
    assert [piece.text for piece in cells[1].pieces if piece.apart] == ["000001"]


def test_a_line_without_a_record_and_a_record_without_a_line_are_shown(run: Run) -> None:
    few, many = outcome(run, 0.5), outcome(run, 0.5, 1.0, 1.5, 2.0)
    log = printed_log(run.variant, [few, many])
    assert [row.cells[0] is None for row in log.rows] == [False, True, True, True]
    assert log.rows[3].number is None
    assert log.rows[3].cells[1] is not None
    assert log.rows[3].cells[1].pieces == (Piece("4 2.0", apart=True),)


def test_what_the_note_leaves_out_is_a_row_without_a_number(tmp_path: Path) -> None:
    case = CASE.replace("[styles.graph]", 'step = "step"\n\n[styles.graph]')
    project = minimal_project(tmp_path, case=case, log="1 0.5\n...\n3 1.5\n")
    [found] = plan(read_suite(project).cases, (), slow=False)
    log = printed_log(found.variant, [outcome(found, 0.5, 1.0, 1.5)])
    assert [(row.number, row.documented) for row in log.rows] == [
        (1, "1 0.5"),
        (None, "… lines that the note leaves out"),
        (3, "3 1.5"),
    ]
    assert [cell.says for row in log.rows for cell in row.cells if cell] == ["", ""]


def test_of_a_long_log_the_lines_around_a_difference_are_shown(tmp_path: Path) -> None:
    values = [step / 2 for step in range(1, 1001)]
    project = minimal_project(tmp_path, log="".join(f"{step} {each}\n" for step, each in enumerate(values, start=1)))
    [found] = plan(read_suite(project).cases, (), slow=False)
    values[499] = 9.0
    rows = printed_log(found.variant, [outcome(found, *values)]).rows
    assert len(rows) == 43
    assert rows[10].documented == "… 479 lines that are the same on all sides"
    assert [row.number for row in rows[11:32]] == list(range(490, 511))
    assert rows[21].cells[0] is not None and rows[21].cells[0].says == "w diverged, 40501248 ULP"


def test_outcomes_that_print_the_same_are_one_column(run: Run) -> None:
    same, other = outcome(run, 0.5, 1.0, 1.5), outcome(run, 0.5, 1.0, 1.6)
    assert different([same, outcome(run, 0.5, 1.0, 1.5), other]) == (same, other)


def test_an_array_that_results_keep_element_by_element_is_printed_whole(tmp_path: Path) -> None:
    project = minimal_project(tmp_path, log="1 [3. 7.]\n2 [4. 8.]\n")
    [found] = plan(read_suite(project).cases, (), slow=False)
    records = [of(step=1, **{"w[0]": 3.0, "w[1]": 7.0}), of(step=2, **{"w[0]": 4.0, "w[1]": 8.0})]
    log = printed_log(found.variant, [Outcome(found, "A", "1.15", Trace(tuple(records)))])
    assert ["".join(piece.text for piece in cell.pieces) for row in log.rows for cell in row.cells if cell] == [
        "1 [3. 7.]",
        "2 [4. 8.]",
    ]
