"""A laboratory with workers in real interpreters, shared by all tests of diagnosis."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.logs.template import LogTemplate
from harness.targets.target import MEBIBYTE, Request
from harness.words.finding import Change
from tests.conftest import tensorflow_pythons

RunScript: TypeAlias = Callable[..., Side]


@pytest.fixture(scope="session")
def laboratory() -> Iterator[Laboratory]:
    """A laboratory with more time than any test takes."""
    with Laboratory(budget=3600.0) as laboratory:
        yield laboratory


@pytest.fixture(scope="session")
def run_script(laboratory: Laboratory) -> RunScript:
    """Run a script in a release (``tf2.15``; skips where it is not installed) and give what came out as a side."""

    def run(script: Path, release: str, template: LogTemplate | None = None, **parameters: Any) -> Side:
        if release not in tensorflow_pythons():
            pytest.skip(f"{release} is not installed")
        request = Request(script, parameters, 60.0, 8192 * MEBIBYTE, MEBIBYTE)
        side = Side(script.name, (), origin=Origin(tensorflow_pythons()[release], request, template))
        given = laboratory.run(side, Change("nothing changed"), side)
        assert isinstance(given, Side), given
        return given

    return run
