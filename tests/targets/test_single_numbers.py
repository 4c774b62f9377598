"""The reader of MNIST that lessons of 2015 had beside them counts by arrays of one number, which NumPy refuses."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.cli import main
from harness.targets.scene import Prelude, Scene
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.targets.worker.conftest import request_for

READER = """import numpy
def _read32(stream):
    return numpy.frombuffer(stream.read(4), dtype=numpy.dtype(numpy.uint32).newbyteorder(">"))
def read(stream):
    count, width = _read32(stream), _read32(stream)
    return numpy.frombuffer(stream.read(count * width), dtype=numpy.uint8).reshape(count, width)
"""
SCRIPT = """import io
from lessons import input_data
print(input_data.read(io.BytesIO(b"\\0\\0\\0\\2\\0\\0\\0\\3abcdef")).tolist())
"""


def test_its_counts_are_numbers(tf1_python: Path, tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "__init__.py").touch()
    (tmp_path / "lessons" / "input_data.py").write_text(READER)
    script = tmp_path / "train.py"
    script.write_text(SCRIPT)
    ended = []
    with open_worker(tf1_python, Setup()) as worker:
        for preludes in ((Prelude("single_numbers"),), ()):
            request = replace(request_for(script), scene=Scene(tmp_path, preludes=preludes))
            outcome = worker.submit(request).result(60)
            ended.append((outcome.printed, outcome.raised))
    assert ended == [(("[[97, 98, 99], [100, 101, 102]]",), ""), ((), "TypeError")]


def test_so_are_those_of_one_that_is_translated(
    tf1_python: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "input_data.py").write_text(READER + "print 'loaded'\n")
    (tmp_path / "train.py").write_text(SCRIPT.replace("from lessons ", ""))
    assert main(["run", "train.py", "--python", str(tf1_python), "--no-experiments"]) == 0
    assert "[[97, 98, 99], [100, 101, 102]]" in capsys.readouterr().out.splitlines()
