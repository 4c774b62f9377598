"""The matrix: what is green, what is red, what is neither, and in which columns."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from harness.cases.run import Run, plan
from harness.cases.suite import read_suite
from harness.releases.release import Release, release_key
from harness.results.matrix import Matrix, build_matrix
from harness.results.matrix_text import as_markdown, as_table, summary
from harness.results.result import Result
from harness.results.store import TargetResults
from harness.words.verdict import Comparison, Divergence, Verdict
from tests.projects import CASE, minimal_project

# No machine has it, so tox cannot make the environment.
NO_PYTHON = ("python3.99",)


@pytest.fixture
def runs(tmp_path: Path) -> tuple[Run, ...]:
    """Two runs: ``counting`` with the variants ``fast`` and ``exact``."""
    project = minimal_project(tmp_path, case=CASE + "\n[variants.fast]\n[variants.exact]\n")
    for variant in ("fast", "exact"):
        log = project / "golden" / "counting" / variant / "documented.log"
        log.parent.mkdir()
        log.write_text("1 0.5\n2 1.0\n3 1.5\n")
    return plan(read_suite(project).cases, (), slow=False)


def target(name: str, *found: Result) -> TargetResults:
    return TargetResults(name, {"tensorflow": "1.0", "python": "3.6.15", "numpy": "1.13.3"}, found)


def result(run: Run, verdict: Verdict = Verdict.IDENTICAL, reason: str = "") -> Result:
    return Result(run.case.name, run.variant.name, run.style.name, verdict, run.digest, reason=reason)


def texts(matrix: Matrix) -> dict[str, list[str]]:
    return {row.subject: [cell.text for cell in row.cells] for row in matrix.rows}


def lines(matrix: Matrix, width: int) -> list[str]:
    console = Console(width=width, markup=False, highlight=False)
    with console.capture() as capture:
        console.print(as_table(matrix, width), soft_wrap=True)
    return [line.rstrip() for line in capture.get().splitlines()]


def test_it_is_good_only_if_every_cell_passes(runs: tuple[Run, ...]) -> None:
    fast, exact = runs
    for verdict in Verdict:
        matrix = build_matrix(runs, [target("tf2.15", result(fast), result(exact, verdict))])
        passing = (Verdict.IDENTICAL, Verdict.REFORMATTED, Verdict.ROUNDED, Verdict.AMPLIFIED, Verdict.UNSUPPORTED)
        expected = verdict in passing
        assert matrix.good is expected, verdict


def test_a_red_cell_in_any_column_is_seen(runs: tuple[Run, ...]) -> None:
    good = target("tf2.15", *map(result, runs))
    bad = target("tf1.4", result(runs[0]), result(runs[1], Verdict.DIVERGED))
    assert not build_matrix(runs, [good, bad]).good
    assert not build_matrix(runs, [bad, good]).good
    assert build_matrix(runs, [good, replace(good, name="tf1.4")]).good


def test_a_python_that_the_machine_lacks_is_shown_and_not_red(runs: tuple[Run, ...]) -> None:
    matrix = build_matrix(runs, [target("tf2.15", *map(result, runs))], [Release("tf1.4", NO_PYTHON)])
    assert texts(matrix) == {
        "counting[fast]": ["no Python", "identical"],
        "counting[exact]": ["no Python", "identical"],
    }
    assert matrix.good
    assert matrix.columns[0].about == "no python3.99"
    assert "tf1.4: no Python: this machine has no python3.99" in lines(matrix, 80)
    assert summary(matrix) == "2 runs: 2 identical; 2 no Python"


@pytest.mark.parametrize("pythons", [("python3.11",), ()])
def test_a_release_that_could_have_run_and_did_not_is_red(
    runs: tuple[Run, ...], pythons: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("harness.releases.release.find_interpreter", lambda name: Path(f"/usr/bin/{name}"))
    matrix = build_matrix(runs, [target("tf2.15", *map(result, runs))], [Release("tf2.9", pythons)])
    assert texts(matrix)["counting[fast]"] == ["not run", "identical"]
    assert not matrix.good


def test_a_run_that_a_results_file_lacks_is_red(runs: tuple[Run, ...]) -> None:
    matrix = build_matrix(runs, [target("tf2.15", result(runs[0]))])
    assert texts(matrix) == {"counting[fast]": ["identical"], "counting[exact]": ["not run"]}
    assert not matrix.good


@pytest.mark.parametrize("name", ["documented.log", "graph.csv", "graph.py"])
def test_a_result_is_stale_once_a_file_that_decides_it_has_changed(runs: tuple[Run, ...], name: str) -> None:
    found = target("tf2.15", *map(result, runs))
    fast = runs[0]
    folder = fast.variant.golden_folder if name in ("documented.log", "graph.csv") else fast.case.folder
    with (folder / name).open("a") as file:
        file.write("\n")
    matrix = build_matrix(runs, [found])
    assert texts(matrix)["counting[fast]"] == ["stale"]
    assert not matrix.good
    assert "tf2.15: stale: made with other case or golden files; run it again" in lines(matrix, 80)


def test_that_nothing_ran_is_not_good(runs: tuple[Run, ...]) -> None:
    nothing = build_matrix(runs, [], [Release("tf1.4", NO_PYTHON)])
    unsupported = build_matrix(runs, [target("tf1.4", *(result(run, Verdict.UNSUPPORTED, "too old") for run in runs))])
    empty = build_matrix([], [])
    assert [matrix.good for matrix in (nothing, unsupported, empty)] == [False, False, False]
    assert [summary(matrix) for matrix in (nothing, unsupported, empty)] == [
        "no run took place (2 no Python)",
        "no run took place (2 unsupported)",
        "no run took place (nothing was planned)",
    ]


def test_columns_are_in_the_order_of_releases(runs: tuple[Run, ...]) -> None:
    names = ["nightly", "tf2.9", "tf1.15", "tf2.15#2", "tf2.21", "tf2.15", "tf1.4"]
    targets = [target(name, *map(result, runs)) for name in names]
    ordered = ["tf1.4", "tf1.15", "tf2.9", "tf2.15", "tf2.15#2", "tf2.21", "nightly"]
    assert [column.name for column in build_matrix(runs, targets).columns] == ordered
    assert sorted(names, key=release_key) == ordered


def test_the_same_bits_in_a_row_have_the_same_letter(runs: tuple[Run, ...]) -> None:
    fast, exact = map(result, runs)
    bits = {"tf1.4": "00ff", "tf1.15": "00ff", "tf2.15": "a1b2", "tf2.21": "00ff"}
    targets = [target(name, replace(fast, fingerprint=seen), exact) for name, seen in bits.items()]
    rows = build_matrix(runs, targets).rows
    assert [cell.bits for cell in rows[0].cells] == ["A", "A", "B", "A"]
    assert [cell.bits for cell in rows[1].cells] == ["", "", "", ""]


def test_an_environment_that_could_not_be_made_is_a_red_column_with_its_installers_last_lines(
    runs: tuple[Run, ...],
) -> None:
    good = target("tf2.15", *map(result, runs))
    said = "error: No solution found\nno version of tensorflow==9.9"
    matrix = build_matrix(runs, [good], [Release("tf9.9", ())], {"tf9.9": said})
    assert texts(matrix) == {
        "counting[fast]": ["identical", "not built"],
        "counting[exact]": ["identical", "not built"],
    }
    assert not matrix.good
    assert "no version of tensorflow==9.9" in lines(matrix, 80)


def test_many_releases_stand_as_symbols_with_a_legend_and_majors_apart(runs: tuple[Run, ...]) -> None:
    fast = replace(result(runs[0]), fingerprint="00ff")
    names = [f"tf1.{minor}" for minor in range(6)] + [f"tf2.{minor}" for minor in range(4)]
    other = result(runs[1], Verdict.UNSUPPORTED, "too old")
    shown = lines(build_matrix(runs, [target(name, fast, other) for name in names]), 80)
    assert [line for line in shown if line.startswith(" case")] == [
        " case             style  1.13  1.13  1.13  1.13  1.13  1.13",
        " case             style  1.13  1.13  1.13  1.13",
    ]
    assert [line for line in shown if line.startswith(" counting")] == [
        " counting[fast]   graph  =A    =A    =A    =A    =A    =A",
        " counting[exact]  graph  ·     ·     ·     ·     ·     ·",
        " counting[fast]   graph  =A    =A    =A    =A",
        " counting[exact]  graph  ·     ·     ·     ·",
    ]
    assert any(line.startswith("= identical, · unsupported; the letter is the bit class") for line in shown)


def test_a_table_as_wide_as_the_terminal_is_one_table(runs: tuple[Run, ...]) -> None:
    matrix = build_matrix(runs, [target(name, *map(result, runs)) for name in ("tf1.4", "tf1.15")])
    assert lines(matrix, 57) == [
        "",
        "                           tf1.4           tf1.15",
        "                           Python 3.6.15   Python 3.6.15",
        " case              style   NumPy 1.13.3    NumPy 1.13.3",
        " ───────────────────────────────────────────────────────",
        " counting[fast]    graph   identical       identical",
        " counting[exact]   graph   identical       identical",
        "",
        "4 runs: 4 identical",
    ]


@pytest.mark.parametrize("width", [30, 41, 56, 57, 73, 200])
def test_a_table_wider_than_the_terminal_comes_in_slices_of_columns(runs: tuple[Run, ...], width: int) -> None:
    names = [f"tf2.{minor}" for minor in range(10, 16)]
    matrix = build_matrix(runs, [target(name, *map(result, runs)) for name in names])
    shown = lines(matrix, width)
    assert [word for line in shown for word in line.split() if word.startswith("tf2.")] == names
    assert sum(line.count("identical") for line in shown) == 12 + 1
    slices = [line for line in shown if line.startswith(" case")]
    per_slice = {30: 1, 41: 1, 56: 1, 57: 2, 73: 3, 200: 6}[width]
    assert [line.count("NumPy") for line in slices] == [per_slice] * (6 // per_slice)
    # Below what one column takes, the names of cases give way; nothing else does.
    assert max(map(len, shown)) <= width


@pytest.mark.parametrize("width", [10, 20, 30])
def test_on_a_terminal_narrower_than_one_column_the_names_of_cases_stay_legible(
    runs: tuple[Run, ...], width: int
) -> None:
    shown = lines(build_matrix(runs, [target("tf2.15", *map(result, runs))]), width)
    names = [line.split()[0] for line in shown if line.startswith(" ") and line.split()]
    assert "counting[fast]" in "".join(names)
    assert any("identical" in line.split() for line in shown)


def test_what_differs_is_explained_below_the_table_in_one_line_however_long(runs: tuple[Run, ...]) -> None:
    first = Divergence(7, 6, "7", "loss", "0.25", "0.5" + "0" * 300, 8388608, 1.0)
    by_log = Comparison("documented log", Verdict.DIVERGED, 6, 7, first=first)
    bad = replace(result(runs[0], Verdict.DIVERGED), by_log=by_log)
    matrix = build_matrix(runs, [target("tf1.4", bad, result(runs[1])), target("tf2.15", bad, result(runs[1]))])
    remark = (
        f"tf1.4, tf2.15: counting[fast] graph diverged: documented log, line 7, step 7, loss: expected 0.25, "
        f"measured {first.measured} (8388608 ULP, relative 1)"
    )
    assert remark in lines(matrix, 60)
    assert f"- {remark}" in as_markdown(matrix).splitlines()
    assert summary(matrix) == "4 runs: 2 identical, 2 diverged"
