"""A run that does not pass is told with its cause, in the command line, in JSON and in pytest; real TensorFlow."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cli import main
from harness.results.store import read_results
from tests.projects import NOTES, write_project

CASE = """
title = "Eight updates"
note = "n1"
where = "the only code block"
template = "%(step)d %(w).6f %(loss).6f"

[styles.eager]
"""

# w goes to 2.6, 1.16, 0.296, -0.2224: w + 1 is 6 times 0.6 to the power of the step; the loss is its square.
LOG = """
0 2.600000 12.960000
1 1.160000 4.665600
2 0.296000 1.679616
3 -0.222400 0.604662
4 -0.533440 0.217678
5 -0.720064 0.078364
6 -0.832038 0.028211
7 -0.899223 0.010156
"""
PORT = """
import tensorflow as tf


def trace():
    w = tf.Variable(5.0)
    for step in range(8):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        w.assign_sub(0.2 * tape.gradient(loss, w))
        yield {"step": step, "w": w.numpy(), "loss": LOSS}
"""
RIGHT = PORT.replace("LOSS", "tf.square(w + 1).numpy()")
LATE = PORT.replace("LOSS", "loss.numpy()")
OTHER_RATE = RIGHT.replace("0.2", "0.3")
RANDOM = PORT.replace("LOSS", "tf.random.normal([]).numpy()")


@pytest.fixture
def ported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes a project with one case out of the text of its eager port, and goes there."""

    def make(script: str) -> Path:
        files = {
            "golden/notes.toml": NOTES,
            "golden/updates/documented.log": LOG,
            "cases/updates/case.toml": CASE,
            "cases/updates/eager.py": script,
        }
        monkeypatch.chdir(write_project(tmp_path, files))
        return tmp_path

    return make


def test_a_right_port_is_told_without_a_cause(
    ported: Callable[[str], Path], tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ported(RIGHT)
    assert main(["run", "--python", str(tf2_python)]) == 0
    assert "cause" not in capsys.readouterr().out


def test_the_command_line_names_cause_evidence_change_and_page(
    ported: Callable[[str], Path], tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ported(LATE)
    assert main(["run", "--python", str(tf2_python)]) == 1
    told = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert "cause: shifted, confirmed" in told
    (evidence,) = [line for line in told if line.startswith("evidence")]
    assert evidence.startswith("evidence: loss of tf2.")
    assert "comes 1 record later than in the documented log" in evidence
    assert any(line.startswith("tried: with one record more all 24 numbers agree (16 before") for line in told)
    assert any(line.startswith("change: compute the loss anew after the update") for line in told)
    assert "more: harness explain shifted" in told


def test_results_and_json_hold_the_findings_with_their_experiments(
    ported: Callable[[str], Path], tf2_python: Path
) -> None:
    folder = ported(OTHER_RATE)
    assert main(["run", "--python", str(tf2_python), "--json", "all.json", "--results", "results"]) == 1
    (run,) = json.loads((folder / "all.json").read_text())["targets"][0]["runs"]
    (finding,) = run["diagnosis"]["findings"]
    assert (finding["cause"], finding["confidence"]) == ("other-rate", "confirmed")
    (experiment,) = finding["experiments"]
    assert (experiment["agreeing"], experiment["total"], experiment["failed"]) == (24, 24, "")
    (path,) = (folder / "results").glob("*.json")
    (result,) = read_results(path).results
    found = result.diagnosis.findings
    assert [(each.cause, each.confidence.value) for each in found] == [("other-rate", "confirmed")]


def test_without_experiments_the_cause_is_likely_and_nothing_was_tried(
    ported: Callable[[str], Path], tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ported(OTHER_RATE)
    assert main(["run", "--python", str(tf2_python), "--no-experiments"]) == 1
    told = capsys.readouterr().out
    assert "  cause: other-rate, likely\n" in told
    assert "tried:" not in told


def test_a_port_that_differs_from_itself_is_told_as_such_and_as_nothing_else(
    ported: Callable[[str], Path], tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ported(RANDOM)
    assert main(["run", "--python", str(tf2_python)]) == 1
    causes = [line.split(":")[1] for line in capsys.readouterr().out.splitlines() if line.startswith("  cause")]
    assert causes in ([" unseeded, confirmed"], [" not-reproducible, confirmed"])


def test_that_no_cause_is_known_is_said(
    ported: Callable[[str], Path], tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ported(PORT.replace("LOSS", "(loss * (1.5 + step % 3)).numpy()"))
    assert main(["run", "--python", str(tf2_python), "--no-experiments"]) == 1
    assert "\n  no known cause\n" in capsys.readouterr().out


def test_pytest_shows_the_cause_below_the_divergence(
    ported: Callable[[str], Path], inner: Callable[..., pytest.RunResult]
) -> None:
    ported(LATE)
    result = inner("cases")
    result.stdout.fnmatch_lines(
        [
            "*documented log, line 1, step 0, loss: expected 12.960000, measured 36.000000*",
            "*cause: shifted, confirmed",
            "*evidence: loss of tf2.*",
            "*more: harness explain shifted",
        ]
    )


def test_pytest_can_leave_experiments_out(
    ported: Callable[[str], Path], inner: Callable[..., pytest.RunResult]
) -> None:
    ported(OTHER_RATE)
    result = inner("cases", "--no-experiments")
    result.stdout.fnmatch_lines(["*cause: other-rate, likely"])
    result.stdout.no_fnmatch_line("*tried: *")
