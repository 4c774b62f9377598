"""Needs a module: a script of a package that imports relatively, and is run by its path."""

import re
from pathlib import Path

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.failed import failed_alike, named
from harness.words.finding import Confidence, Finding

# What Python says of it, in some releases of an import that has nothing to do with it as well: the line decides.
_FAILED = re.compile(r"^[^\s:]+:(?P<line>\d+): (?:ImportError|ModuleNotFoundError|SystemError|ValueError): ")
_RELATIVE = re.compile(r"\s*from\s+\.")


def detect(evidence: Evidence) -> Finding | None:
    """Find a relative import that fails in a script that is no module of a package, by the line that it ended at.

    It has no trial, and needs no run: the line says so.
    """
    found = failed_alike(evidence, _FAILED)
    if found is None or not all(_ended_at_relative(side) for side in found[0]):
        return None
    sides, match = found
    assert sides[0].origin is not None
    module, folder = _module_of(sides[0].origin.request.script)
    return Finding(
        "needs-module",
        Confidence.LIKELY,
        f"{named(sides)} imports relatively to its package in line {match['line']}, and a script that is run by its "
        "path has none",
        f"run it as a module: -m {module}{_release(sides[0])} --cwd {folder}",
    )


def _ended_at_relative(side: Side) -> bool:
    assert side.failure is not None
    match, lines = _FAILED.match(side.failure.reason), side.source.splitlines()
    if match is None or side.origin is None or not 0 < int(match["line"]) <= len(lines):
        return False
    scene = side.origin.request.scene
    return _RELATIVE.match(lines[int(match["line"]) - 1]) is not None and (scene is None or not scene.module)


def _module_of(script: Path) -> tuple[str, Path]:
    """The name of a script as a module, and the folder above its package."""
    folder = script.parent.parent
    while (folder / "__init__.py").is_file():
        folder = folder.parent
    return ".".join(script.relative_to(folder).with_suffix("").parts), folder


def _release(side: Side) -> str:
    return "@" + side.name.rpartition("@")[2].removeprefix("tf") if "@" in side.name else ""


# Likely without a run: the line says what it is.
CAUSE = Cause(("needs-module",), detect, likely=("needs-module",))
