"""Writes outside: a script that writes beyond its folder, where a run changes nothing."""

import os
import re
from pathlib import Path

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.failed import failed_alike, last_error_of, named
from harness.words.finding import Confidence, Finding

_REFUSED = re.compile(
    r"\[Errno (?:30|13)\] (?:Read-only file system|Permission denied): ['\"](?P<path>[^'\"]+)['\"]"
    r"|(?P<op>[^\s;]+); (?:Read-only file system|Permission denied)|PermissionDeniedError: (?P<denied>/[^\s;]+)"
)
_RENAMED = re.compile(r"\[Errno 18\] Invalid cross-device link: ['\"](?P<path>[^'\"]+)['\"] -> ")


def detect(evidence: Evidence) -> Finding | None:
    """Find a file that a run may not write, or a folder that it cannot rename, by the error that the script ended with.

    It has no trial, and needs no run: the error names the path.
    """
    renamed = failed_alike(evidence, _RENAMED, last_error_of)
    found = renamed or failed_alike(evidence, _REFUSED, last_error_of)
    if found is None:
        return None
    sides, match = found
    path = next(filter(None, match.groups()))
    scene = sides[0].scene
    if scene is None:
        return None
    if renamed is not None:
        return Finding(
            "writes-outside",
            Confidence.LIKELY,
            f"{named(sides)} renames {path}, a folder that was there before, which the overlay over {scene.folder} "
            "cannot have for a user without rights",
            "run the harness as root, in a container say; or let the script use os.rename or shutil.move, which copy",
        )
    above = os.path.commonpath([scene.folder, (scene.folder / path).resolve()])
    cwd = f"--cwd {above}" if Path(above) not in (Path("/"), scene.folder, Path.home()) else "--cwd DIR, a folder above"
    return Finding(
        "writes-outside",
        Confidence.LIKELY,
        f"{named(sides)} writes {path}, outside of {scene.folder}, and a run changes nothing there",
        f"let it write into its own folder; or add to the command: {cwd}, if its relative paths are right from there",
    )


# Likely without a run: the error says what it is.
CAUSE = Cause(("writes-outside",), detect, likely=("writes-outside",))
