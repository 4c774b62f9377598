"""Specification of modules whose text is another than their file's."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.targets.scene import Prelude, Scene
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.conftest import tensorflow_pythons
from tests.targets.worker.conftest import request_for

SCRIPT = """
import tensorflow as tf
from helpers import shifted

@tf.function
def compute(x):
    return shifted(x)

print(shifted(1.0), compute(tf.constant(1.0)).numpy())
"""


def test_a_function_is_traced_by_the_text_too(tmp_path: Path) -> None:
    pythons = tensorflow_pythons()
    if "tf2.15" not in pythons:
        pytest.skip("no environment of tf2.15")
    script, module = tmp_path / "train.py", tmp_path / "helpers.py"
    script.write_text(SCRIPT)
    module.write_text("def shifted(x):\n    return x - 1\n")
    texts = {str(module.resolve()): "def shifted(x):\n    return x + 1\n"}
    scene = Scene(tmp_path, preludes=(Prelude("own_modules", {"texts": texts}),))
    with open_worker(pythons["tf2.15"], Setup()) as worker:
        outcome = worker.submit(replace(request_for(script), scene=scene)).result(60)
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == ("2.0 2.0",)


def test_a_translated_module_finds_those_that_lie_beside_it(tf2_python: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    digits = tmp_path / "data" / "digits.py"
    digits.write_text("import reader\nprint reader.COUNT\n")
    (tmp_path / "data" / "reader.py").write_text("COUNT = 10\n")
    script = tmp_path / "train.py"
    script.write_text("import data.digits\n")
    texts = {str(digits.resolve()): "import reader\nprint(reader.COUNT)\n"}
    scene = Scene(tmp_path, preludes=(Prelude("own_modules", {"texts": texts}),))
    with open_worker(tf2_python, Setup()) as worker:
        outcome = worker.submit(replace(request_for(script), scene=scene)).result(60)
    assert outcome.printed == ("10",)
