"""A module that is missing since it lies in a submodule of git's, whose folder is there and empty."""

import re
from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Side
from harness.sides.around.above import folders_of_repository

_MISSING = re.compile(r"No module named '?(?P<name>\w+)")
_PATH = re.compile(r"^\s*path\s*=\s*(?P<path>\S.*?)\s*$", re.MULTILINE)


def submodule_text(side: Side) -> Iterator[str]:
    """Give how a failed script has a module that lies in a submodule, as ``.gitmodules`` at the head of its repository
    says; else nothing."""
    missing = _MISSING.search(side.failure.reason) if side.failure is not None else None
    if missing is None or side.origin is None:
        return
    head = folders_of_repository(side.origin.request.script.parent)[-1]
    try:
        told = (head / ".gitmodules").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for found in _PATH.finditer(told):
        folder = head / found["path"]
        empty = folder.is_dir() and next(folder.iterdir(), None) is None
        if empty and missing["name"] in found["path"].split("/"):
            yield (
                f"{missing['name']} is a submodule of the repository, and its folder {found['path']} is empty: "
                f"git -C {head} submodule update --init {found['path']}"
            )
            return
