"""Cases whose scripts need no TensorFlow op, for tests of what stands around a run."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.projects import NOTES, write_project

CASE = """
title = "Three steps"
note = "n1"
where = "the only code block"
template = "%(step)d %(w).3f"

[styles.graph]
"""

SCRIPT = """
import numpy as np


def trace():
    for step in (1, 2, 3):
        yield {"step": step, "w": np.float32(step / 2), "loss": np.float32(step / 4)}
"""

LOG = """
1 0.500
2 1.000
3 1.500
"""

# What SCRIPT gives.
GOLDEN = """
# golden trace, format 1, measured by hand
step:int,w:float32,loss:float32
1,0.5,0.25
2,1.0,0.5
3,1.5,0.75
"""

SEGFAULT = """
import ctypes


def trace():
    yield {"step": 1, "w": 0.5}
    ctypes.string_at(0)
"""


def case(
    name: str, *, golden: str | None = None, log: str = LOG, script: str = SCRIPT, more: str = ""
) -> dict[str, str | bytes]:
    """Give the files of a case with the style ``graph``; ``more`` is put at the end of its case.toml."""
    files: dict[str, str | bytes] = {
        f"cases/{name}/case.toml": CASE + more,
        f"cases/{name}/graph.py": script,
        f"golden/{name}/documented.log": log,
    }
    if golden is not None:
        files[f"golden/{name}/graph.csv"] = golden
    return files


def project(folder: Path, *cases: Mapping[str, str | bytes]) -> Path:
    """Write a project with these cases and give its folder."""
    write_project(folder, {"golden/notes.toml": NOTES})
    for files in cases:
        write_project(folder, files)
    return folder


def outcomes(result: pytest.RunResult) -> dict[str, str]:
    """Give the outcome of each item by ``near::graph``, from the summary that ``-rA`` prints; a skipped one is not in
    it."""
    found = {}
    for line in result.outlines:
        outcome, _, rest = line.partition(" ")
        if outcome in ("PASSED", "FAILED", "ERROR"):
            found[rest.partition("cases/")[2].split()[0].replace("/case.toml", "")] = outcome.lower()
    return found
