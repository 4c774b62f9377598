"""Results that still hold, and what makes them not hold any more."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from harness.results.result import Result
from harness.results.reuse import by_run, results_that_hold, target_fingerprint
from harness.results.store import TargetResults, results_path, write_results
from harness.words.verdict import Comparison, Verdict

GOLDEN = Comparison("golden trace", Verdict.IDENTICAL, 3, 3)
GOOD = Result("counting", "", "graph", Verdict.IDENTICAL, "d1", by_golden=GOLDEN, made_in="f1")


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """The interpreter of an environment with two packages."""
    site = tmp_path / "tf1.15" / "lib" / "python3.7" / "site-packages"
    for name in ("tensorflow-1.15.5.dist-info", "numpy-1.18.5.dist-info"):
        (site / name).mkdir(parents=True)
    (tmp_path / "tf1.15" / "pyvenv.cfg").write_text("version_info = 3.7.16\n")
    return tmp_path / "tf1.15" / "bin" / "python"


def folder_with(tmp_path: Path, *results: Result) -> Path:
    folder = tmp_path / "results"
    facts = {"tensorflow": "1.15.5", "python": "3.7.16", "numpy": "1.18.5"}
    write_results(results_path(folder, "tf1.15"), TargetResults("tf1.15", facts, results))
    return folder


def test_a_fingerprint_stays_while_the_environment_does(python: Path) -> None:
    assert target_fingerprint(python, {}) == target_fingerprint(python, {}) != ""


def test_a_fingerprint_changes_with_a_package(python: Path) -> None:
    before = target_fingerprint(python, {})
    site = python.parents[1] / "lib" / "python3.7" / "site-packages"
    (site / "numpy-1.18.5.dist-info").rename(site / "numpy-1.19.0.dist-info")
    other_version = target_fingerprint(python, {})
    (site / "gast-0.2.2.dist-info").mkdir()
    one_more = target_fingerprint(python, {})
    assert len({before, other_version, one_more}) == 3


def test_a_fingerprint_survives_that_the_same_environment_is_made_again(python: Path) -> None:
    before = target_fingerprint(python, {})
    os.utime(python.parents[1] / "lib" / "python3.7" / "site-packages" / "numpy-1.18.5.dist-info", (1, 1))
    assert target_fingerprint(python, {}) == before


def test_a_fingerprint_changes_with_the_python(python: Path) -> None:
    before = target_fingerprint(python, {})
    (python.parents[1] / "pyvenv.cfg").write_text("version_info = 3.6.15\n")
    assert target_fingerprint(python, {}) != before


def test_a_fingerprint_changes_with_a_setting_that_tensorflow_reads(
    python: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TF_ENABLE_ONEDNN_OPTS", raising=False)
    before = target_fingerprint(python, {})
    given = target_fingerprint(python, {"TF_ENABLE_ONEDNN_OPTS": "0"})
    monkeypatch.setenv("TF_ENABLE_ONEDNN_OPTS", "0")
    assert target_fingerprint(python, {}) == given != before
    monkeypatch.setenv("EDITOR", "ed")
    assert target_fingerprint(python, {}) == given


@pytest.mark.parametrize("name", ["XLA_FLAGS", "OMP_NUM_THREADS", "ONEDNN_MAX_CPU_ISA", "CUDA_VISIBLE_DEVICES"])
def test_a_fingerprint_changes_with_what_a_library_below_tensorflow_reads(python: Path, name: str) -> None:
    assert target_fingerprint(python, {name: "1"}) != target_fingerprint(python, {})


def test_a_fingerprint_changes_with_the_number_of_processors(python: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1})
    two = target_fingerprint(python, {})
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0})
    assert target_fingerprint(python, {}) != two


def test_an_interpreter_outside_of_an_environment_has_no_fingerprint(tmp_path: Path) -> None:
    assert target_fingerprint(tmp_path / "bin" / "python3", {}) == ""


def test_a_result_of_the_same_target_holds_and_says_that_it_is_reused(tmp_path: Path) -> None:
    found = results_that_hold(folder_with(tmp_path, GOOD), "f1")
    assert found is not None
    assert found.name == "tf1.15"
    assert [(result.subject, result.verdict, result.reused) for result in found.results] == [
        ("counting", Verdict.IDENTICAL, True)
    ]
    assert list(by_run(found)) == [("counting", "graph", "d1")]


@pytest.mark.parametrize(
    "result",
    [
        pytest.param(replace(GOOD, made_in="f2"), id="made in another target"),
        pytest.param(replace(GOOD, made_in=""), id="made nobody knows where"),
        pytest.param(replace(GOOD, verdict=Verdict.DIVERGED), id="diverged"),
        pytest.param(replace(GOOD, verdict=Verdict.FAILED), id="failed"),
        pytest.param(replace(GOOD, by_golden=None), id="held against no golden trace"),
    ],
)
def test_a_result_does_not_hold_if_it_was(tmp_path: Path, result: Result) -> None:
    assert results_that_hold(folder_with(tmp_path, result), "f1") is None


def test_results_of_an_older_harness_do_not_hold_beside_newer_ones(tmp_path: Path) -> None:
    newer = replace(GOOD, case="other", made_in="f2")
    found = results_that_hold(folder_with(tmp_path, GOOD, newer), "f2")
    assert found is not None
    assert [result.case for result in found.results] == ["other"]


def test_nothing_holds_without_a_fingerprint_or_a_folder(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, replace(GOOD, made_in=""))
    assert results_that_hold(folder, "") is None
    assert results_that_hold(tmp_path / "none", "f1") is None


def test_a_file_that_is_no_results_file_is_passed_over(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD)
    (folder / "aaa.json").write_text("{")
    assert results_that_hold(folder, "f1") is not None
