"""The command line where nothing runs: whole outputs, exit codes, messages."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from harness.cases.run import plan
from harness.cases.suite import read_suite
from harness.cli import main
from harness.releases.shipped import version_text
from harness.results.result import Result
from harness.results.store import TargetResults, results_path, write_results
from harness.words.verdict import Comparison, Divergence, Verdict
from tests.projects import write_project
from tests.small_cases import CASE, GOLDEN, LOG, case, project

TOX = """
[tox]
env_list = tf1.4, tf1.15, tf2.15

[testenv]
base_python =
    tf1.4: python3.99, python3.98
"""

ADVICE = "pytest --force-regen writes it anew"

# A title that looks like markup, code that is longer than a line, an erratum.
STEPS = """
title = "Three [bold] steps :smile: of w[0]"
note = "n1"
where = "the only code block"
template = "%(step)d %(w).3f"

[styles.graph]
[styles.eager]
script = "graph.py"

[[errata]]
line = 3
says = "w is halved"
shows = "w is step / 2"

[variants.adam]
derived = "the note prints no log for it"
[variants.sgd]
parameters = { rate = 0.2 }
"""
LONG = """
def trace(rate=0.1):
    # {comment}
    for step in (1, 2, 3):
        yield {{"step": step, "w": step / 2}}  # half
""".format(comment="a comment that goes on and on " * 6)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: a project of two cases, one with two variants, and a golden file that no case uses."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(tmp_path)
    project(tmp_path, case("one", golden=GOLDEN))
    files: dict[str, str | bytes] = {"cases/steps/case.toml": STEPS, "cases/steps/graph.py": LONG}
    for variant in ("adam", "sgd"):
        files[f"golden/steps/{variant}/documented.log"] = LOG
    return write_project(tmp_path, {**files, "golden/one/function.csv": GOLDEN, "tox.ini": TOX})


@pytest.fixture
def results(folder: Path) -> Path:
    """Results by hand: TensorFlow 1.15 with a stale one and one that is not there, 2.15 with one of each colour."""
    runs = plan(read_suite(folder).cases, (), slow=False)
    good = Comparison("documented log", Verdict.IDENTICAL, 2, 2)
    one, *steps = [
        Result(run.case.name, run.variant.name, run.style.name, Verdict.IDENTICAL, run.digest, good) for run in runs
    ]
    since = "written for TF2 eager execution: TensorFlow 2.0 and later"
    first = Divergence(2, 1, "2", "w", "1.000", "1.001", 8389, 0.001)
    golden = Comparison("golden trace", Verdict.DIVERGED, 1, 2, first=first)
    old = [
        replace(one, digest="of other files"),
        steps[0],
        replace(steps[1], verdict=Verdict.UNSUPPORTED, reason=since),
        replace(steps[3], verdict=Verdict.UNSUPPORTED, reason=since),
    ]
    new = [
        one,
        *(
            replace(step, verdict=verdict, by_log=replace(good, verdict=verdict, first=first))
            for step, verdict in zip(steps, (Verdict.REFORMATTED, Verdict.ROUNDED, Verdict.DRIFTED), strict=False)
        ),
        replace(steps[3], verdict=Verdict.DIVERGED, by_golden=golden),
    ]
    for name, python, numpy, found in (("tf1.15", "3.7.16", "1.18.5", old), ("tf2.15", "3.11.7", "1.26.4", new)):
        facts = {"tensorflow": name[2:], "python": python, "numpy": numpy}
        write_results(results_path(folder / "results", name), TargetResults(name, facts, tuple(found)))
    return folder / "results"


def test_list_names_cases_variants_styles_and_unused_golden_files(
    capsys: pytest.CaptureFixture[str], file_regression: FileRegressionFixture
) -> None:
    assert main(["list"]) == 0
    file_regression.check(capsys.readouterr().out)


@pytest.mark.parametrize("columns", ["", "60"])
def test_show_prints_the_documented_log_and_every_line_of_the_ports(
    capsys: pytest.CaptureFixture[str],
    file_regression: FileRegressionFixture,
    monkeypatch: pytest.MonkeyPatch,
    columns: str,
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["show", "steps"]) == 0
    file_regression.check(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("words", "extension"),
    [((), ".txt"), (("--format", "markdown"), ".md"), (("--format", "json"), ".json")],
)
@pytest.mark.usefixtures("results")
def test_matrix(
    capsys: pytest.CaptureFixture[str],
    file_regression: FileRegressionFixture,
    words: tuple[str, ...],
    extension: str,
) -> None:
    assert main(["matrix", "--stale", *words]) == 1
    file_regression.check(capsys.readouterr().out, extension=extension)


def test_matrix_fits_the_terminal(
    results: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert main(["matrix", str(results), "--stale"]) == 1
    tables = [line for line in capsys.readouterr().out.splitlines() if line.startswith(" ")]
    assert max(map(len, tables)) <= 50
    assert sum(line.startswith(" case") for line in tables) == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("drift", "one", "results"), "drift does not know 'results'; harness drift --help says what it takes"),
        (("show", "stebs"), "there is no case 'stebs'; did you mean 'steps'?"),
        (("run", "xyz"), "there is no case 'xyz'; there are: one, steps"),
        (("--root", "golden", "list"), "--root golden is no project of the harness: it has no folder cases/"),
        (("--root", "nowhere", "matrix"), "--root nowhere is no project of the harness: it has no folder cases/"),
        (("matrix", "nowhere"), "nowhere: there is no such results folder; `harness run --results` and tox write one"),
        (("matrix", "tox.ini"), "tox.ini: there is no such results folder; `harness run --results` and tox write one"),
        (("run", "one", "--style", "function"), "there is nothing to run: no case has such a style, or all are slow"),
        (("run", "--results", "tox.ini"), "tox.ini: is a file; it should be a folder"),
        (("run", "--results", "tox.ini/below"), "tox.ini/below: the folder cannot be written: Not a directory"),
        (("run", "--json", "golden"), "golden: is a folder; --json writes a file"),
        (("run", "--json", "tox.ini/x.json"), "tox.ini: is a file; it should be a folder"),
        (("run", "--python", "nowhere"), "--python nowhere does not exist"),
        (("run", "--python", "golden"), "--python golden is a folder without bin/python"),
        (("run",), f"--python {sys.executable} has no TensorFlow; install one there, or let tox make an environment"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"harness: {message}")
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_mistakes_in_files_are_named_with_file_and_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golden = folder / "golden" / "one" / "graph.csv"
    golden.write_text(GOLDEN.lstrip().replace("1.5", "one"))
    assert main(["run", "--python", sys.executable]) == 2
    assert capsys.readouterr().err == f"harness: {golden}:5: 'one' is no float32 (column w); {ADVICE}\n"
    (folder / "cases" / "one" / "case.toml").write_text(CASE.lstrip().replace("template", "tempalte"))
    assert main(["list"]) == 2
    assert capsys.readouterr().err.startswith(f"harness: {folder}/cases/one/case.toml:4: unknown key 'tempalte'")


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="this system has no folder that even root cannot write")
def test_a_folder_that_cannot_be_written_is_found_out_before_anything_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--results", "/sys/kernel"]) == 2
    assert capsys.readouterr().err.startswith("harness: /sys/kernel: the folder cannot be written: ")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--jobs", "0"], "argument --jobs: should be a whole number, 1 or more, not '0'"),
        (["--jobs", "two"], "argument --jobs: should be a whole number, 1 or more, not 'two'"),
        (["--memory", "-1"], "argument --memory: should be a whole number, 1 or more, not '-1'"),
        (["--results", ""], "argument --results: should be a folder, not ''"),
        (["--timeout", "0"], "argument --timeout: should be a time in seconds, more than 0, not '0'"),
        (["--timeout", "nan"], "argument --timeout: should be a time in seconds, more than 0, not 'nan'"),
        (["--timeout", "inf"], "argument --timeout: should be a time in seconds, more than 0, not 'inf'"),
    ],
)
def test_limits_that_make_no_sense_are_refused(
    capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["run", *words])
    assert left.value.code == 2
    assert message in capsys.readouterr().err


def harness(folder: Path, root: Path, *words: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """Run ``python -m harness`` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "harness", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


def test_the_process_ends_with_the_exit_code_and_without_a_traceback(folder: Path, root: Path) -> None:
    version = harness(folder, root, "--version")
    assert (version.returncode, version.stdout, version.stderr) == (0, f"{version_text()}\n", "")
    lost = harness(folder / "golden" / "one", root, "show", "none")
    assert (lost.returncode, lost.stdout) == (2, "")
    assert lost.stderr == "harness: there is no case 'none'; did you mean 'one'?\n"
    # `≥` is not in ASCII.
    listed = harness(folder, root, "list")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "graph \\u22650.12" in listed.stdout


@pytest.mark.usefixtures("results")
def test_a_reader_that_has_enough_is_no_error_worth_a_traceback(folder: Path, root: Path) -> None:
    for words in (("matrix", "--stale", "--format", "json"), ("list",)):
        reading, writing = os.pipe()
        os.close(reading)
        left = harness(folder, root, *words, stdout=writing)
        os.close(writing)
        assert (left.returncode, left.stderr) == (1, "")
