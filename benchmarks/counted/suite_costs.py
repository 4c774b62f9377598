"""A plugin of pytest that notes the processor seconds of each test, its own and of all processes below, as JSON lines.

They go to the file that ``SUITE_COSTS`` names. User and system time count, also of processes that have ended since.
Where ``SUITE_ONLY`` names a file of lines ``FILE.py::TEST``, no other test runs. Folders do not count: they change.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

_TICKS = os.sysconf("SC_CLK_TCK")


def _seconds() -> float:
    """What this process and all below it have taken; what has ended counts where it was waited for."""
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        pid = int(place.parent.name)
        parents[pid], ticks[pid] = int(fields[1]), sum(map(int, fields[11:15]))
    return sum(taken for pid, taken in ticks.items() if _is_below(pid, parents)) / _TICKS


def _is_below(pid: int, parents: dict[int, int]) -> bool:
    while pid in parents and pid != os.getpid():
        pid = parents[pid]
    return pid == os.getpid()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what ``SUITE_ONLY`` does not name."""
    only = os.environ.get("SUITE_ONLY")
    if only:
        wanted = set(Path(only).read_text(encoding="utf-8").splitlines())
        items[:] = [item for item in items if _without_folders(item.nodeid) in wanted]


def _without_folders(nodeid: str) -> str:
    file, _, test = nodeid.partition("::")
    return f"{Path(file).name}::{test}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Note what a test takes, its fixtures included."""
    before = _seconds()
    result = yield
    with Path(os.environ["SUITE_COSTS"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps([item.nodeid, _seconds() - before]) + "\n")
    return result
