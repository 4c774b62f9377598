"""The release that a notebook's record names, where it failed on another one."""

import re
from collections.abc import Iterator
from itertools import islice

from harness.diagnose.evidence.evidence import Side
from harness.scripts.notebook import Notebook
from harness.symbols.timeline import read_timeline

_NAMED = re.compile(
    r"\btensorflow\b(?:'s)?[ \t]*(?:\(?version\)?)?(?: is)?[ \t:=v'\"]*(?P<release>\d\.\d+)\.\d", re.IGNORECASE
)
# Whoever prints it does so at the start.
_FIRST_LINES = 60


def recorded_release_text(notebook: Notebook, side: Side) -> Iterator[str]:
    """Give the release that a notebook was recorded with, by what it printed then, for a ``side`` that has failed on
    another one of those that the harness knows; else nothing."""
    if side.failure is None or side.failure.kind != "raised":
        return
    found = next((match for line in islice(notebook.recorded, _FIRST_LINES) if (match := _NAMED.search(line))), None)
    if found is None:
        return
    release, ran = found["release"], ".".join(side.tensorflow.split(".")[:2])
    if release != ran and release in read_timeline().releases:
        yield f"its record names TensorFlow {release}: run it as {side.name.partition('@')[0]}@{release}"
