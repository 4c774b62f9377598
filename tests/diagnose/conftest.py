"""A laboratory with workers in real interpreters, for tests of diagnosis."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.logs.template import LogTemplate
from harness.targets.target import MEBIBYTE, Request
from harness.targets.workers import Worker
from harness.words.finding import Change
from tests.conftest import tensorflow_pythons
from tests.diagnose.known_runs import KnownRuns

RunScript: TypeAlias = Callable[..., Side]


@pytest.fixture
def laboratory() -> Iterator[Laboratory]:
    """A laboratory with more time than any test takes; its workers are those that are kept for all tests."""
    with Laboratory(budget=3600.0) as laboratory:
        yield laboratory


@pytest.fixture(scope="module")
def _known_runs() -> KnownRuns:
    return KnownRuns()


@pytest.fixture(autouse=True)
def known_runs(_known_runs: KnownRuns, monkeypatch: pytest.MonkeyPatch) -> KnownRuns:
    """What another test of the file has run is not run again, unless workers are to be fresh. A test that asks twice
    gets two runs: it may be about whether they differ."""
    if not os.environ.get("HARNESS_TEST_FRESH_WORKERS"):
        _known_runs.begin()
        monkeypatch.setattr(Worker, "submit", _known_runs.around(Worker.submit))
    return _known_runs


@pytest.fixture
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
