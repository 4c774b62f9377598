"""Specification of a command whose output cannot be written."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import harness

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


CONTROLS = "\x1b[31m\x1b]0;title\x07\x9b\u202e\x00\x7f"


def test_what_a_log_holds_does_nothing_to_the_terminal(tmp_path: Path, root: Path) -> None:
    for name, loss in (("left.log", "0.5"), ("right.log", "0.7")):
        (tmp_path / name).write_text(f"{CONTROLS} loss {loss} {CONTROLS}\n{CONTROLS}\n", encoding="utf-8")
    command = [sys.executable, "-m", "harness", "compare", str(tmp_path / "left.log"), str(tmp_path / "right.log")]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    shown = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 1
    assert [one for one in CONTROLS if one in shown and not one.isprintable()] == []
    assert "\\x1b[31m" in shown


def test_what_an_error_repeats_does_nothing_to_the_terminal(root: Path) -> None:
    command = [sys.executable, "-m", "harness", "show", f"no{CONTROLS[:4]}case"]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr


def test_only_one_place_prints_and_what_it_prints_is_visible() -> None:
    """Whatever else would print would have to think of foreign text by itself."""
    folder = Path(harness.__file__).parent
    inside = ("targets/worker/", "diagnose/experiments/patches/")
    printing = {
        str(path.relative_to(folder))
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.stdout.write", "Console")
        if not str(path.relative_to(folder)).startswith(inside)
    }
    assert printing == {"cli.py", "commands/saying.py"}
