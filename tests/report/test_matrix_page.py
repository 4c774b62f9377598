"""The first page: one cell for what has no run, letters where bits change, lists that end."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from harness.cases.run import Run, plan
from harness.cases.suite import read_suite
from harness.report import matrix_page
from harness.report.material import Material
from harness.report.matrix_page import ShownRow, matrix_values, moves, problems
from harness.results.matrix import Cell, Column, Matrix, Row
from harness.words.verdict import Verdict
from tests.projects import minimal_project

RELEASES = ("tf0.12", "tf1.15", "tf2.4", "tf2.15", "tf2.21")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    [found] = plan(read_suite(minimal_project(tmp_path)).cases, (), slow=False)
    return found


def cell(text: str, bits: str = "", why: str = "") -> Cell:
    verdict = Verdict(text) if text in list(Verdict) else None
    return Cell(text, why, verdict is not None and verdict.passes, verdict, bits)


def material(run: Run, cells: Sequence[Cell]) -> Material:
    columns = tuple(Column(name, "Python 3.8.18, NumPy 1.19.5") for name in RELEASES[: len(cells)])
    matrix = Matrix(columns, (Row(run.subject, "graph", tuple(cells)),))
    return Material(Path(), Path(), {}, (run,), (), matrix)


def shown(run: Run, cells: Sequence[Cell]) -> ShownRow:
    rows = matrix_values(material(run, cells))["rows"]
    assert isinstance(rows, list) and len(rows) == 1 and isinstance(rows[0], ShownRow)
    return rows[0]


def test_releases_without_a_run_are_one_cell_in_each_major_release(run: Run) -> None:
    row = shown(run, [cell("unsupported", why="later")] * 3 + [cell("identical", "A")] * 2)
    assert [(each.text, each.width, each.link) for each in row.cells] == [
        ("unsupported", 2, "cases/counting.html#graph@0.12"),
        ("unsupported", 1, "cases/counting.html#graph@2.4"),
        ("identical", 1, "cases/counting.html#graph@2.15"),
        ("identical", 1, "cases/counting.html#graph@2.21"),
    ]


def test_results_that_are_stale_keep_their_own_cells(run: Run) -> None:
    assert [each.width for each in shown(run, [cell("stale")] * 2).cells] == [1, 1]
    assert [each.width for each in shown(run, [cell("not run")] * 2).cells] == [2]


def test_a_letter_stands_where_bits_begin_and_where_they_change(run: Run) -> None:
    cells = [cell("identical", bits) for bits in ("A", "A")] + [cell("failed")]
    row = shown(run, [*cells, cell("identical", "B"), cell("identical", "A")])
    assert [each.bits for each in row.cells] == ["A", "", "", "B", "A"]
    assert [each.moved for each in row.cells] == [False, False, False, True, True]


def test_where_bits_change_is_told_by_the_releases_that_have_them(run: Run) -> None:
    cells = [cell("identical", "A"), cell("failed"), cell("drifted", "B")]
    assert moves(material(run, cells)) == [("counting", "graph", "2.4 has bits B, 0.12 has A")]


def test_what_is_wrong_is_told_once_for_all_releases_that_say_the_same(run: Run) -> None:
    cells = [cell("diverged", why="line 3")] * 2 + [cell("identical"), cell("diverged", why="line 4"), cell("not run")]
    found = [(each.releases, each.text, each.why) for each in problems(material(run, cells))]
    assert found == [("0.12-1.15", "diverged", "line 3"), ("2.15", "diverged", "line 4"), ("2.21", "not run", "")]


def test_lists_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix_page, "_LONGEST_LIST", 2)
    cells = [cell("diverged", bits, why=f"line {bits}") for bits in "ABCDE"]
    values = matrix_values(material(run, cells))
    assert (len(values["problems"]), values["more_problems"]) == (2, 3)  # type: ignore[arg-type]
    assert (len(values["moves"]), values["moves_in_all"]) == (2, 4)  # type: ignore[arg-type]
