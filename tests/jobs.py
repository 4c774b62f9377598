"""Scripts as the sides of a comparison: a file, or a text that becomes one, which an interpreter is to run."""

from pathlib import Path

import pytest

from harness.sides.words import Job, Project, read_side
from harness.targets.target import Limits


def job(script: Path, python: Path) -> Job:
    """Give the side that a script is, run by an interpreter in 60 seconds at most; no project lies around it."""
    project = Project(Path.cwd, lambda: pytest.fail("no suite"))
    side = read_side(str(script), "--left", python, project, Limits(timeout=60))
    assert isinstance(side, Job)
    return side


def job_of(script: Path, text: str, python: Path) -> Job:
    """Write a script, and give the side that it is."""
    script.write_text(text)
    return job(script, python)
