"""The prelude of made-up files as a module, and what it is told of a run."""

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.conftest import ROOT

PRELUDES = ROOT / "harness/targets/preludes"


class Run:
    """What the prelude tells of a run."""

    size = 50
    script = ""

    def __init__(self) -> None:
        self.sets: list[str] = []

    def used(self, name: str) -> None:
        self.sets.append(name)


@pytest.fixture(scope="module")
def made() -> Iterator[ModuleType]:
    before = set(sys.modules)
    sys.path.insert(0, str(PRELUDES))
    try:
        yield importlib.import_module("stand_in_downloads")
    finally:
        sys.path.remove(str(PRELUDES))
        for name in set(sys.modules) - before:
            if name.startswith("stand_in"):
                del sys.modules[name]
