"""Workers in real interpreters, shared by the tests of a module; every test writes its scripts anew."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from harness.targets.outcome import Outcome
from harness.targets.target import MEBIBYTE, Request, Setup
from harness.targets.workers import Worker, open_worker
from tests.kept_workers import KeptWorkers

# NumPy takes longer to import than such a worker lives: it is imported by the run that uses it, if one does.
_NUMPY_WHEN_USED = """
import sys, types

class NumpyWhenUsed(types.ModuleType):
    __version__ = "0"

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get("numpy") is self:
            del sys.modules["numpy"]
        import numpy
        return getattr(numpy, name)

sys.modules.setdefault("numpy", NumpyWhenUsed("numpy"))
"""

Run: TypeAlias = Callable[..., Outcome]
Write: TypeAlias = Callable[..., Path]
Fake: TypeAlias = Callable[..., Mapping[str, str]]


def request_for(script: Path, timeout: float = 20.0, memory: int = 8192, **parameters: Any) -> Request:
    """Give a request; ``timeout`` in seconds, ``memory`` in MiB."""
    return Request(script, parameters, timeout, memory * MEBIBYTE, MEBIBYTE)


def value(outcome: Outcome, field: str, record: int = 0) -> object:
    """Give one scalar of a trace; a failed run shows why it failed."""
    assert outcome.failure is None, f"{outcome.failure}\n{outcome.stderr}"
    return outcome.trace.records[record][field].items[0]


def alive(pid: int) -> bool:
    """Whether a process exists and is no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.fixture(scope="package")
def worker(tf2_python: Path) -> Iterator[Worker]:
    """A worker of TensorFlow 2 that runs one script at a time."""
    with open_worker(tf2_python, Setup()) as worker:
        yield worker


@pytest.fixture(autouse=True)
def _fresh_workers(kept_workers: KeptWorkers | None) -> Iterator[None]:
    """Whoever tests how a worker begins and ends opens one of their own."""
    with kept_workers.aside() if kept_workers is not None else nullcontext():
        yield


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a script and give its path."""

    def write(source: str, name: str = "script.py", **more: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(worker: Worker, write: Write) -> Run:
    """Run a script's text in the module's worker."""

    def run(source: str, name: str = "script.py", **settings: Any) -> Outcome:
        return worker.submit(request_for(write(source, name), **settings)).result(60)

    return run


@pytest.fixture
def fake_tensorflow(tmp_path: Path) -> Fake:
    """Give the environment in which ``import tensorflow`` runs the text: a worker that starts in no time.

    What concerns the worker's process alone, and not TensorFlow in it, is tested with the host's Python and this.
    """

    def fake(source: str = "") -> Mapping[str, str]:
        folder = tmp_path / "fake"
        (folder / "tensorflow" / "compat").mkdir(parents=True)
        for package in ("tensorflow/compat", "tensorflow/compat/v1.py"):
            path = folder / package
            (path / "__init__.py" if path.is_dir() else path).touch()
        (folder / "tensorflow" / "__init__.py").write_text(
            f"__version__ = '2.0'\n{source}\n{_NUMPY_WHEN_USED}", encoding="utf-8"
        )
        return {"PYTHONPATH": os.fspath(folder)}

    return fake
