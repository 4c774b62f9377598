"""Specification of a command whose output cannot be written."""

import subprocess
import sys
from pathlib import Path

import pytest

HARNESS = f"{sys.executable} -m harness"


def shell(root: Path, command: str) -> tuple[int, str]:
    done = subprocess.run(["bash", "-c", command], cwd=root, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "verb", ["list", "errata", "show staircase_decay", "explain shifted", "releases", "--help", "run --help"]
)
def test_a_full_disk_is_one_line_and_exit_2(root: Path, verb: str) -> None:
    code, stderr = shell(root, f"{HARNESS} {verb} >/dev/full")
    assert (code, stderr) == (2, "harness: the output cannot be written: No space left on device\n")


@pytest.mark.parametrize("verb", ["list", "errata", "show staircase_decay", "matrix results", "run"])
def test_a_closed_output_is_one_line_and_exit_2(root: Path, verb: str) -> None:
    code, stderr = shell(root, f"{HARNESS} {verb} >&-")
    assert (code, stderr) == (2, "harness: standard output is closed, so there is nowhere to write to\n")


def test_a_closed_stderr_is_no_reason_to_write_errors_into_the_output(root: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{HARNESS} show nonsense 2>&-"], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")


def test_a_pipe_that_nobody_reads_any_more_is_left_in_silence(root: Path) -> None:
    code, stderr = shell(root, f"{HARNESS} errata | true; exit ${{PIPESTATUS[0]}}")
    assert stderr == ""
    assert code in (0, 1)  # it may have been written before the reader was gone


def test_help_imports_nothing_of_what_the_verbs_do(root: Path) -> None:
    script = (
        "import sys, harness.cli\n"
        "try:\n    harness.cli.main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('numpy', 'rich', 'pytest', 'cattrs', 'tox') if name in sys.modules], file=sys.stderr)"
    )
    for words in (["--help"], ["compare", "--help"], ["run", "--help"], ["bisect", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", script, *words], cwd=root, capture_output=True, text=True, check=True
        )
        assert done.stderr == "[]\n", words
