"""What tox wrote down of environments that it could not make, in files as tox writes them."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from harness.releases.build_log import failed_installation

LOG = """\
name: tf9.9
run_id: {run_id}
env PATH: /usr/bin
metadata pid: 15832
cwd: /work
allow: /usr/bin/uv
cmd: /usr/bin/uv pip install tensorflow==9.9
exit_code: {code}
{said}"""
SAID = """
standard error:
\x1b[1m\x1b[31merror\x1b[39m\x1b[0m: No solution found

  \x1b[36mhint\x1b[39m: there is no version of tensorflow==9.9
"""
TOLD = "standard error:\nerror: No solution found\nhint: there is no version of tensorflow==9.9"

Write: TypeAlias = Callable[..., None]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a log that was over at some second: ``write("2-install_deps", 100, code=1)``."""

    def log(name: str, when: float, *, code: str = "1", said: str = SAID) -> None:
        path = tmp_path / ".tox" / "tf9.9" / "log" / f"{name}.log"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LOG.format(run_id=name.partition("-")[2], code=code, said=said))
        os.utime(path, (when, when))

    return log


def test_the_installers_last_lines_are_told_without_colours(tmp_path: Path, write: Write) -> None:
    write("1-venv", 100, code="0")
    write("2-install_deps", 101)
    assert failed_installation(tmp_path, "tf9.9") == TOLD
    assert failed_installation(tmp_path, "tf9.8") is None


def test_no_more_than_six_lines_are_told(tmp_path: Path, write: Write) -> None:
    write("2-install_deps", 100, said="".join(f"\nline {number}\n" for number in range(9)))
    assert failed_installation(tmp_path, "tf9.9") == "line 3\nline 4\nline 5\nline 6\nline 7\nline 8"


def test_an_installer_that_said_nothing_is_told_by_its_exit_code(tmp_path: Path, write: Write) -> None:
    write("2-install_deps", 100, code="-9", said="")
    assert failed_installation(tmp_path, "tf9.9") == "exit code -9"


def test_an_environment_that_could_not_even_be_begun_is_a_failure_too(tmp_path: Path, write: Write) -> None:
    write("1-venv", 100)
    assert failed_installation(tmp_path, "tf9.9") == TOLD


def test_a_later_success_hides_an_earlier_failure(tmp_path: Path, write: Write) -> None:
    write("2-install_deps", 100)
    write("4-install_deps", 200, code="0")
    assert failed_installation(tmp_path, "tf9.9") is None


def test_the_newest_log_counts_and_of_one_second_the_highest_number(tmp_path: Path, write: Write) -> None:
    write("2-install_deps", 300, said="\nnewest")
    write("4-install_deps", 200, code="0")
    assert failed_installation(tmp_path, "tf9.9") == "newest"
    write("10-install_deps", 300, said="\nof the same second")
    assert failed_installation(tmp_path, "tf9.9") == "of the same second"


def test_a_run_that_failed_later_is_no_failed_installation(tmp_path: Path, write: Write) -> None:
    write("2-install_deps", 100)
    write("3-commands[0]", 200)
    assert failed_installation(tmp_path, "tf9.9") is None


@pytest.mark.parametrize("code", ["0", "None"])
def test_what_went_well_or_has_no_end_is_no_failure(tmp_path: Path, write: Write, code: str) -> None:
    write("2-install_deps", 100, code=code)
    assert failed_installation(tmp_path, "tf9.9") is None


def test_a_failure_from_before_the_results_is_over(tmp_path: Path, write: Write) -> None:
    write("2-install_deps", 100)
    assert failed_installation(tmp_path, "tf9.9", since=100.5) is None
    assert failed_installation(tmp_path, "tf9.9", since=99.5) == TOLD
