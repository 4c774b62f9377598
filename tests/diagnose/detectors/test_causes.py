"""Every cause is one value in one registry, has a page, and its file is named as it."""

import importlib
import inspect
import pkgutil

import pytest

from harness.diagnose import detectors
from harness.diagnose.detectors import ALL
from harness.diagnose.detectors.anywhere import call_settings, left_out
from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.start import lstm_weights
from tests.diagnose.sides import ROOT

MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(detectors.__path__, "harness.diagnose.detectors.")
]
OWN = {module.__name__.rpartition(".")[2]: module.CAUSE for module in MODULES if hasattr(module, "CAUSE")}


def test_every_file_with_a_detector_is_asked_once() -> None:
    # Three files find several causes each: of replacement facts, of what only one script does, of cells of two eras.
    found = sorted(module.__name__.rpartition(".")[2] for module in MODULES if hasattr(module, "detect"))
    assert found == sorted([*OWN, "call_settings", "left_out", "lstm_weights"])
    several = [*call_settings.CAUSES, *left_out.CAUSES, *lstm_weights.CAUSES]
    assert sorted(map(id, ALL)) == sorted(map(id, [*OWN.values(), *several]))


def test_every_cause_has_a_page_and_every_page_a_cause() -> None:
    names = [name for cause in ALL for name in cause.names]
    assert len(names) == len(set(names))
    assert set(names) == {page.stem for page in (ROOT / "docs/pitfalls").glob("*.md")}


@pytest.mark.parametrize("name", sorted(OWN))
def test_a_file_is_named_as_its_cause(name: str) -> None:
    assert OWN[name].names == (name.replace("_", "-"),)


@pytest.mark.parametrize("name", sorted(OWN))
def test_a_detector_says_what_its_trials_change_and_would_cure_as_well(name: str) -> None:
    told = inspect.getdoc(OWN[name].detect) or ""
    assert "trial" in told.lower() or "run" in told.lower(), told


def test_what_is_likely_without_a_run_is_a_cause_of_that_file() -> None:
    for cause in ALL:
        assert isinstance(cause, Cause)
        assert set(cause.likely) <= set(cause.names)
