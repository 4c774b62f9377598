"""The worker's files run under the oldest Python that has a TensorFlow wheel, without anything installed."""

import ast
from pathlib import Path

import pytest

WORKER = Path(__file__).resolve().parents[3] / "harness" / "targets" / "worker"
FILES = sorted(WORKER.glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_of_the_worker_is_python_3_6(path: Path) -> None:
    assert ast.parse(path.read_text(encoding="utf-8"), path.name, feature_version=(3, 6)).body
