"""A diagnosis that fails loses nothing but itself."""

from pathlib import Path

import pytest

from harness.cli import main
from harness.diagnose.guard import guarded
from harness.words.errors import UsageError
from harness.words.finding import Confidence, Diagnosis, Finding
from tests.small_cases import GOLDEN, case, project

FINDING = Finding("shifted", Confidence.LIKELY, "w comes later", "move it")


def fails(*_anything: object) -> Diagnosis:
    raise OverflowError("int too large\nto convert")


def unreadable() -> Diagnosis:
    raise UsageError("this is no golden trace", Path("graph.csv"), 1)


def test_findings_are_handed_on() -> None:
    assert guarded(lambda: Diagnosis((FINDING,), 2)) == Diagnosis((FINDING,), 2)


def test_what_a_detector_raises_is_told_in_one_line_with_its_place() -> None:
    diagnosis = guarded(fails)
    assert diagnosis.findings == ()
    assert diagnosis.problem.startswith(
        "no diagnosis: OverflowError: int too large to convert (harness, test_guard.py:"
    )


def test_a_golden_trace_that_cannot_be_read_is_no_diagnosis() -> None:
    assert guarded(unreadable) == Diagnosis(problem="no diagnosis: graph.csv:1: this is no golden trace")


def test_a_run_whose_diagnosis_fails_keeps_its_result_and_all_others(
    tmp_path: Path, tf2_python: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path, case("good", golden=GOLDEN), case("wrong", log="1 0.500\n2 1.000\n3 1.750\n"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("harness.runs.target_runs.diagnose_run", fails)
    assert main(["run", "--python", str(tf2_python)]) == 1
    said = capsys.readouterr()
    assert "wrong graph: diverged, 2 of 3 documented lines agree" in said.out
    assert "\n  no diagnosis: OverflowError: int too large to convert (harness, test_guard.py:" in said.out
    assert "2 runs: 1 identical, 1 diverged" in said.out
    assert "Traceback" not in said.out + said.err


def test_a_comparison_whose_diagnosis_fails_keeps_its_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("left.log").write_text("w 1.0\n")
    Path("right.log").write_text("w 2.0\n")
    monkeypatch.setattr("harness.sides.diagnosis.look_for_causes", fails)
    assert main(["compare", "left.log", "right.log"]) == 1
    said = capsys.readouterr()
    assert "diverged" in said.out
    assert "\nno diagnosis: OverflowError: int too large to convert (harness, test_guard.py:" in said.out
