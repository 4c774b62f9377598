"""A script is refused where Python itself refuses it, though ``compile`` does not: bytes that no line accounts for."""

import os
import re
from pathlib import Path

import pytest

from harness.targets.target import Setup
from harness.targets.workers import Worker, open_worker
from tests.targets.worker.conftest import Fake, request_for

PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
# One with each way that `compile` has had of reading bytes.
PYTHONS = [
    next(iter(sorted(PYENV.glob(f"versions/{minor}.*/bin/python"))), Path("none"))
    for minor in ("3.6", "3.8", "3.10", "3.13")
]
IN_A_COMMENT = b"print('log')\n\nx = 1  # caf\xe9\n"
REFUSED = re.compile(
    r"script\.py:3: SyntaxError: Non-UTF-8 code starting with '\\xe9' in file /.*/script\.py on line 3, but no "
    r"encoding declared; see https://peps\.python\.org/pep-0263/ for details"
)


def ended(worker: Worker, folder: Path, content: bytes) -> tuple[str | None, str]:
    script = folder / "script.py"
    script.write_bytes(content)
    outcome = worker.submit(request_for(script)).result(60)
    return outcome.failure.reason if outcome.failure else None, outcome.stdout


def test_a_byte_in_a_comment_that_is_not_utf_8_is_refused(worker: Worker, tmp_path: Path) -> None:
    reason, printed = ended(worker, tmp_path, IN_A_COMMENT)
    assert reason is not None and REFUSED.fullmatch(reason)
    assert printed == ""


@pytest.mark.parametrize(
    "declared", [b"# -*- coding: latin-1 -*-\n", b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n"]
)
def test_with_a_coding_line_it_is_read(declared: bytes, worker: Worker, tmp_path: Path) -> None:
    assert ended(worker, tmp_path, declared + IN_A_COMMENT) == (None, "log\n")


def test_a_coding_line_that_says_utf_8_does_not_help(worker: Worker, tmp_path: Path) -> None:
    reason, _ = ended(worker, tmp_path, b"# coding: utf-8\n" + IN_A_COMMENT)
    assert reason is not None and "SyntaxError" in reason


@pytest.mark.parametrize("content", ["\ufeffprint('log')  # größe\n".encode(), "print('log')  # größe ↓\n".encode()])
def test_utf_8_is_read_with_and_without_a_mark(content: bytes, worker: Worker, tmp_path: Path) -> None:
    assert ended(worker, tmp_path, content) == (None, "log\n")


@pytest.mark.parametrize("python", PYTHONS, ids=lambda python: python.parents[1].name)
def test_every_python_refuses_it(python: Path, fake_tensorflow: Fake, tmp_path: Path) -> None:
    if not python.exists():
        pytest.skip("this machine has no such Python")
    # The facts name the NumPy, which this Python need not have.
    numpy = (
        "import sys, types\nsys.modules['numpy'] = types.ModuleType('numpy')\nsys.modules['numpy'].__version__ = '0'\n"
    )
    with open_worker(python, Setup(environment=fake_tensorflow(numpy))) as worker:
        reason, printed = ended(worker, tmp_path, IN_A_COMMENT)
    assert reason is not None and REFUSED.fullmatch(reason)
    assert printed == ""
