"""``harness matrix`` where releases have no results: not built, no Python, nothing at all."""

import os
from pathlib import Path

import pytest

from harness.cases.run import plan
from harness.cases.suite import read_suite
from harness.cli import main
from harness.results.result import Result
from harness.results.store import TargetResults, results_path, write_results
from harness.words.verdict import Verdict
from tests.projects import minimal_project, write_project

TOX = """
[tox]
env_list = tf9.1, tf9.2, tf9.3

[testenv]
base_python =
    tf9.1: python3.99
"""
LOG = """
name: tf9.2
run_id: install_deps
cmd: /usr/bin/uv pip install tensorflow==9.2
exit_code: 1

standard error:
error: No solution found
* there is no | version of tensorflow==9.2
"""
FACTS = {"tensorflow": "9.3.0", "python": "3.11.7", "numpy": "1.26.4"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: nothing was run; for tf9.1 there is no Python, tf9.2 and tf9.1 left a failed log."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(tmp_path)
    minimal_project(tmp_path)
    logs = {f".tox/{name}/log/2-install_deps.log": LOG for name in ("tf9.1", "tf9.2")}
    return write_project(tmp_path, {"tox.ini": TOX, **logs})


def keep_results_of_93(folder: Path) -> None:
    [run] = plan(read_suite(folder).cases, (), slow=False)
    result = Result("counting", "", "graph", Verdict.IDENTICAL, run.digest)
    write_results(results_path(folder / "results", "tf9.3"), TargetResults("tf9.3", FACTS, (result,)))


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines() if line.strip()]


def test_an_environment_that_could_not_be_made_is_a_red_column_with_its_installers_last_lines(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_results_of_93(folder)
    assert main(["matrix", "results"]) == 1
    assert shown(capsys)[4:] == [
        "counting graph no Python not built identical",
        "tf9.1: no Python: this machine has no python3.99",
        "tf9.2: not built: the environment could not be made:",
        "standard error:",
        "error: No solution found",
        "* there is no | version of tensorflow==9.2",
        "1 run: 1 identical; 1 no Python, 1 not built",
        "0 s in these runs, imports of TensorFlow not counted",
    ]


def test_markdown_keeps_the_installers_lines_apart_and_as_they_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_results_of_93(folder)
    assert main(["matrix", "--format", "markdown"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "| case | style | tf9.1<br>no python3.99 | tf9.2<br>not built | tf9.3<br>Python 3.11.7, NumPy 1.26.4 |",
        "| --- | --- | --- | --- | --- |",
        "| `counting` | graph | no Python | **not built** | identical |",
        "",
        "- tf9.1: no Python: this machine has no python3.99",
        "- tf9.2: not built: the environment could not be made:",
        "",
        "      standard error:",
        "      error: No solution found",
        "      * there is no | version of tensorflow==9.2",
        "",
        "1 run: 1 identical; 1 no Python, 1 not built",
    ]


def test_a_failure_that_a_later_run_has_overcome_is_not_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep_results_of_93(folder)
    log = folder / ".tox/tf9.2/log/2-install_deps.log"
    (folder / ".tox/tf9.3/log").mkdir(parents=True)
    log.rename(folder / ".tox/tf9.3/log/2-install_deps.log")
    os.utime(folder / ".tox/tf9.3/log/2-install_deps.log", (1, 1))
    assert main(["matrix", "--releases", "tf9.3"]) == 0
    assert "counting graph identical" in shown(capsys)


def test_named_releases_are_shown_though_nothing_has_run_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix", "results", "--releases", "tf9.1,tf9.3"]) == 1
    assert shown(capsys)[-4:] == [
        "counting graph no Python not run",
        "tf9.1: no Python: this machine has no python3.99",
        "tf9.3: not run: there is no result of this run",
        "no run took place (1 no Python, 1 not run)",
    ]
    assert main(["matrix", "resluts"]) == 2
    assert "resluts: there is no such results folder" in capsys.readouterr().err


def test_a_mix_of_case_versions_is_refused_with_what_to_run_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_results_of_93(folder)
    other = Result("counting", "", "graph", Verdict.IDENTICAL, "another digest")
    write_results(results_path(folder / "results", "tf9.4"), TargetResults("tf9.4", FACTS, (other,)))
    assert main(["matrix", "results"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "harness: these results were made with different case or golden files of counting graph; not with those that "
        "are here: tf9.4. Run these again (tox -e tf9.4), or show what they hold as stale with --stale\n"
    )


def test_a_mix_of_case_versions_can_be_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep_results_of_93(folder)
    other = Result("counting", "", "graph", Verdict.IDENTICAL, "another digest")
    write_results(results_path(folder / "results", "tf9.4"), TargetResults("tf9.4", FACTS, (other,)))
    assert main(["matrix", "results", "--stale"]) == 1
    assert "tf9.4: stale: made with other case or golden files; run it again" in shown(capsys)


def test_results_that_are_all_of_one_old_version_are_no_mix(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = Result("counting", "", "graph", Verdict.IDENTICAL, "another digest")
    write_results(results_path(folder / "results", "tf9.4"), TargetResults("tf9.4", FACTS, (other,)))
    assert main(["matrix", "results"]) == 1
    assert "tf9.4: stale: made with other case or golden files; run it again" in shown(capsys)


def test_results_of_several_folders_are_one_table_and_two_of_one_release_two_columns(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_results_of_93(folder)
    [run] = plan(read_suite(folder).cases, (), slow=False)
    failed = Result("counting", "", "graph", Verdict.FAILED, run.digest)
    write_results(results_path(folder / "theirs", "tf9.3"), TargetResults("tf9.3", FACTS, (failed,)))
    assert main(["matrix", "results", "theirs", "--releases", "9.3"]) == 1
    said = shown(capsys)
    assert said[0] == "tf9.3 tf9.3#2"
    assert "counting graph identical failed" in said


def test_all_stands_for_every_release_of_tox_ini(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep_results_of_93(folder)
    assert main(["matrix", "--releases", "all"]) == 1
    assert "counting graph no Python not built identical" in shown(capsys)


def test_what_this_machine_lacks_is_no_excuse_for_results_from_elsewhere(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_results_of_93(folder)
    (folder / "results").rename(folder / "theirs")
    assert main(["matrix", "theirs", "--releases", "tf9.1,tf9.3"]) == 1
    assert "counting graph not run identical" in shown(capsys)
    assert main(["matrix", "theirs", "--releases", "tf9.3"]) == 0


def test_with_require_all_a_release_without_results_is_red_but_says_what_its_installer_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_results_of_93(folder)
    assert main(["matrix", "--releases", "all", "--require-all"]) == 1
    assert "counting graph not run not built identical" in shown(capsys)
