"""Whatever ``--python`` names, the answer is a target or one readable message, and soon."""

import os
import sys
from pathlib import Path

import pytest

from harness.targets.target import Setup
from harness.targets.workers import open_worker
from harness.words.errors import UsageError
from tests.targets.worker.conftest import Fake

HOST = Path(sys.executable)
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
PYTHON_2 = sorted(PYENV.glob("versions/2.7.*/bin/python"))
CANNOT = "has a TensorFlow that cannot be imported: "
ENDS = "has a TensorFlow that ends Python when imported "


def message(python: Path, setup: Setup) -> str:
    with pytest.raises(UsageError) as caught, open_worker(python, setup):
        raise AssertionError("this is no target")
    assert "Traceback (most recent call last)" not in str(caught.value).splitlines()[0]
    return str(caught.value)


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    assert message(tmp_path / "none", Setup()) == f"--python {tmp_path / 'none'} does not exist"


def test_a_folder_without_an_interpreter(tmp_path: Path) -> None:
    assert message(tmp_path, Setup()) == f"--python {tmp_path} is a folder without bin/python"


@pytest.mark.parametrize(("mode", "why"), [(0o644, "Permission denied"), (0o755, "Exec format error")])
def test_a_text_file(mode: int, why: str, tmp_path: Path) -> None:
    path = tmp_path / "python"
    path.write_text("not a program\n")
    path.chmod(mode)
    assert message(path, Setup()) == f"--python {path} cannot be started: {why}"


@pytest.mark.parametrize("program", ["ls", "true", "false", "yes", "cat"])
def test_another_program(program: str) -> None:
    path = Path("/bin") / program
    assert message(path, Setup(patience=5)).startswith(f"--python {path} is no Python 3.6 or newer (")


@pytest.mark.parametrize("redirection", ["", ">&2"])
def test_a_program_that_never_stops_talking(redirection: str, tmp_path: Path) -> None:
    path = tmp_path / "python"
    path.write_text(f"#!/bin/sh\nyes {redirection}\n")
    path.chmod(0o755)
    assert message(path, Setup(patience=60)).startswith(f"--python {path} ")


def test_a_program_that_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "python"
    path.write_text("#!/bin/sh\necho waiting >&2\nsleep 1000\n")
    path.chmod(0o755)
    assert message(path, Setup(patience=0.5)).splitlines() == [
        f"--python {path} did not import TensorFlow within 0.5 s; its last lines:",
        "    waiting",
    ]


def test_a_python_without_tensorflow() -> None:
    assert message(HOST, Setup()).startswith(f"--python {HOST} has no TensorFlow; install one there")


@pytest.mark.skipif(not PYTHON_2, reason="this machine has no Python 2.7")
def test_python_2() -> None:
    first, *said = message(PYTHON_2[0], Setup()).splitlines()
    assert first == f"--python {PYTHON_2[0]} is no Python 3.6 or newer (exit code 1); its last lines:"
    assert "ImportError" in said[-1]


BROKEN = {
    "raises": ("raise ImportError('libcudart.so: cannot open')", f"{CANNOT}ImportError: libcudart", "so: cannot open"),
    "raises zero": ("1 / 0", f"{CANNOT}ZeroDivisionError: division", "    ZeroDivisionError: division by zero"),
    "exits": ("import sys; sys.exit('no AVX')", f"{CANNOT}SystemExit: no AVX", "    SystemExit: no AVX"),
    "lacks a module": ("import nothing_of_that_name", f"{CANNOT}ModuleNotFoundError", "'nothing_of_that_name'"),
    "segfaults": ("import ctypes; ctypes.string_at(0)", f"{ENDS}(killed by SIGSEGV)", ""),
    "leaves": ("import os; os.write(2, b'Illegal'); os._exit(3)", f"{ENDS}(exit code 3); its last", "    Illegal"),
    "stub": ("del __version__", f"{CANNOT}ImportError: the module 'tensorflow' found at ", "is not TensorFlow"),
    "hangs": ("import time; time.sleep(1000)", "did not import TensorFlow within 2 s", ""),
}


@pytest.mark.parametrize(("source", "start", "end"), BROKEN.values(), ids=BROKEN)
def test_a_broken_tensorflow(source: str, start: str, end: str, fake_tensorflow: Fake) -> None:
    setup = Setup(environment=fake_tensorflow(source + "\n"), patience=2 if "sleep" in source else 60)
    text = message(HOST, setup)
    assert text.startswith(f"--python {HOST} {start}")
    assert text.endswith(end)
    assert len(text.splitlines()) <= 6


def test_what_an_import_prints_is_kept_out_of_the_answers(fake_tensorflow: Fake) -> None:
    source = "import os\nprint('hello')\nos.system('echo from a program')\n"
    with open_worker(HOST, Setup(environment=fake_tensorflow(source))) as worker:
        assert worker.target.tensorflow == "2.0"
        assert worker.import_stderr.split() == ["hello", "from", "a", "program"]
