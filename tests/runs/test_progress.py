"""Progress: the line that a terminal shows while runs are under way."""

from pathlib import Path

import pytest

from harness.cases.run import Run, longest_first, plan
from harness.cases.suite import read_suite
from harness.results.result import Result
from harness.runs.progress import Progress
from harness.targets.target import Target
from harness.words.verdict import Verdict
from tests.small_cases import case, project

OLD = Target(Path("/old/python"), "1.4.1", {})
NEW = Target(Path("/new/python"), "2.21.0", {})


@pytest.fixture
def runs(tmp_path: Path) -> tuple[Run, ...]:
    """Runs of ``a``, ``b``, ``c`` and ``d``."""
    return plan(read_suite(project(tmp_path, *(case(name) for name in "abcd"))).cases, (), slow=False)


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def result(name: str) -> Result:
    return Result(name, "", "graph", Verdict.IDENTICAL, "")


def test_before_the_first_result_tensorflow_is_imported(runs: tuple[Run, ...]) -> None:
    assert Progress(runs, 2, 2, Clock()).line() == "0 of 8 runs; importing TensorFlow"


def test_the_run_that_takes_longest_is_told_with_its_release_and_time(runs: tuple[Run, ...]) -> None:
    clock = Clock()
    progress = Progress(runs, 2, 2, clock)
    progress.add(NEW, result("a"))
    clock.now = 5
    progress.add(OLD, result("a"))
    assert progress.line() == "2 of 8 runs; tf2.21 (1 of 4): b graph has taken 5 s"
    progress.add(NEW, result("b"))
    clock.now = 9
    assert progress.line() == "3 of 8 runs; tf1.4 (1 of 4): b graph has taken 4 s"


def test_of_runs_side_by_side_the_one_that_began_first_is_told(runs: tuple[Run, ...]) -> None:
    clock = Clock()
    progress = Progress(runs, 1, 2, clock)
    progress.add(NEW, result("a"))
    clock.now = 3
    # `c` began beside `b` at once, `d` only now.
    progress.add(NEW, result("b"))
    clock.now = 10
    assert progress.line() == "2 of 4 runs; tf2.21 (2 of 4): c graph has taken 10 s"
    progress.add(NEW, result("c"))
    assert progress.line() == "3 of 4 runs; tf2.21 (3 of 4): d graph has taken 7 s"


def test_at_the_end_nothing_is_under_way(runs: tuple[Run, ...]) -> None:
    progress = Progress(runs, 1, 1, Clock())
    for name in "dcba":
        progress.add(NEW, result(name))
    assert progress.line() == "4 of 4 runs"


def test_a_terminal_shows_the_line_as_it_is_now(runs: tuple[Run, ...]) -> None:
    clock = Clock()
    progress = Progress(runs, 1, 1, clock)
    progress.add(NEW, result("a"))
    shown = [progress.__rich__().plain]
    clock.now = 61
    shown.append(progress.__rich__().plain)
    assert shown == [
        "1 of 4 runs; tf2.21 (1 of 4): b graph has taken 0 s",
        "1 of 4 runs; tf2.21 (1 of 4): b graph has taken 61 s",
    ]


def test_a_case_that_may_take_longer_is_begun_before_the_others(tmp_path: Path) -> None:
    root = project(tmp_path, case("a"), case("b"), case("c"))
    path = root / "cases" / "b" / "case.toml"
    path.write_text("timeout = 600\n" + path.read_text())
    cases = read_suite(root).cases
    planned = plan(cases, (), slow=False)
    assert [run.subject for run in planned] == ["a", "b", "c"]
    assert [run.subject for run in longest_first(planned)] == ["b", "a", "c"]
    progress = Progress(planned, 1, 1, Clock())
    progress.add(NEW, result("b"))
    assert progress.line() == "1 of 3 runs; tf2.21 (1 of 3): a graph has taken 0 s"
