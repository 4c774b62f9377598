"""A laboratory with workers in real interpreters, for tests of diagnosis."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.logs.template import LogTemplate
from harness.targets.target import MEBIBYTE, Request
from harness.words.finding import Change
from tests.conftest import tensorflow_pythons
from tests.diagnose.known_runs import KnownRuns

RunScript: TypeAlias = Callable[..., Side]


@pytest.fixture
def laboratory() -> Iterator[Laboratory]:
    """A laboratory with more time than any test takes; its workers are those that are kept for all tests."""
    with Laboratory(budget=3600.0) as laboratory:
        yield laboratory


@pytest.fixture(scope="session")
def _known_runs() -> KnownRuns:
    return KnownRuns()


@pytest.fixture
def known_runs(_known_runs: KnownRuns, monkeypatch: pytest.MonkeyPatch) -> KnownRuns:
    """What another test has run is not run again, unless workers are to be fresh."""
    if not os.environ.get("HARNESS_TEST_FRESH_WORKERS"):
        _known_runs.begin()
        monkeypatch.setattr(Laboratory, "_run", _known_runs.around(Laboratory._run))
    return _known_runs


@pytest.fixture(scope="session")
def _sides_known() -> dict[tuple[str, ...], Side]:
    """What scripts gave in the tests before."""
    return {}


@pytest.fixture
def run_script(laboratory: Laboratory, _sides_known: dict[tuple[str, ...], Side]) -> RunScript:
    """Run a script in a release (``tf2.15``; skips where it is not installed) and give what came out as a side.

    What the same text gave in another test is not run again. A test that asks twice gets two runs: it may be about
    whether they differ.
    """
    asked = set()

    def run(script: Path, release: str, template: LogTemplate | None = None, **parameters: Any) -> Side:
        if release not in tensorflow_pythons():
            pytest.skip(f"{release} is not installed")
        request = Request(script, parameters, 60.0, 8192 * MEBIBYTE, MEBIBYTE)
        side = Side(script.name, (), origin=Origin(tensorflow_pythons()[release], request, template))
        key = (
            script.name,
            script.read_text(encoding="utf-8"),
            release,
            repr(template),
            repr(sorted(parameters.items())),
        )
        known = _sides_known.get(key) if key not in asked else None
        asked.add(key)
        if known is not None:
            return replace(known, origin=side.origin)
        given = laboratory.run(side, Change("nothing changed"), side)
        assert isinstance(given, Side), given
        if given.failure is None:
            _sides_known[key] = given
        return given

    return run
