"""The prelude of made-up files as a module, and what it is told of a run."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.preludes import of_preludes


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
    with of_preludes("stand_ins.downloads") as (module,):
        yield module
