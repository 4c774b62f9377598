"""The worker's files run under the oldest Python that has a TensorFlow wheel, without anything installed."""

import ast
import sys
from pathlib import Path

import pytest

WORKER = Path(__file__).resolve().parents[2] / "harness" / "worker"
FILES = sorted(WORKER.glob("*.py"))
# What a target has besides the standard library, and the worker's own name there.
ALLOWED = {"numpy", "tensorflow", "_harness_worker"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_of_the_worker_is_python_3_6(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), path.name, feature_version=(3, 6))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_of_the_worker_imports_the_standard_library_alone(path: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            imported.add(str(node.module).partition(".")[0])
    assert imported - ALLOWED <= sys.stdlib_module_names
