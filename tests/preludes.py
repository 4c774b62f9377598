"""Modules of the rooms of preludes as tests import them: by the name that preludes use, and gone afterwards."""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from tests.conftest import ROOT

FOLDER = ROOT / "harness" / "targets" / "preludes"
PACKAGE = "_harness_preludes"
# What a process of its own runs before it imports them.
PROVIDED = f"""\
import sys, types
sys.modules[{PACKAGE!r}] = types.ModuleType({PACKAGE!r})
sys.modules[{PACKAGE!r}].__path__ = [{str(FOLDER)!r}]
"""


@contextmanager
def of_preludes(*names: str) -> Iterator[list[ModuleType]]:
    """Give these modules, each with its room, as in ``watching.reduce``."""
    package = ModuleType(PACKAGE)
    package.__path__ = [str(FOLDER)]
    sys.modules[PACKAGE] = package
    try:
        yield [importlib.import_module(f"{PACKAGE}.{name}") for name in names]
    finally:
        for each in [each for each in sys.modules if each.partition(".")[0] == PACKAGE]:
            del sys.modules[each]
