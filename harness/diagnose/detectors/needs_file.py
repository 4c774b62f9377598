"""Needs a file: a script that reads what does not lie where it looks."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.failed import failed_alike, named
from harness.words.finding import Confidence, Finding

_MISSING = re.compile(
    r"(?:FileNotFoundError|IOError|OSError): (?:\[Errno 2\] No such file or directory: )?['\"](?P<path>[^'\"]+)['\"]"
    r"|(?:FileNotFoundError|IOError|OSError): (?P<numpy>\S+) not found\."
    r"|NotFoundError: (?:\S+: )?(?P<op>[^\s;]+); No such file or directory"
    r"|File b?'(?P<pandas>[^']+)' does not exist"
)


def detect(evidence: Evidence) -> Finding | None:
    """Find a file that is not there, by the error that the script ended with.

    It has no trial, and needs no run: the error names the file.
    """
    found = failed_alike(evidence, _MISSING)
    if found is None:
        return None
    sides, match = found
    path = next(filter(None, match.groups()))
    scene = sides[0].origin.request.scene if sides[0].origin is not None else None
    where = f"; it works in {scene.folder}" if scene is not None and not path.startswith("/") else ""
    return Finding(
        "needs-file",
        Confidence.LIKELY,
        f"{named(sides)} reads {path}, which is not there{where}",
        "add to the command: --cwd DIR, the folder from which that path is right; or put the file there",
    )


# Likely without a run: the error says what it is.
CAUSE = Cause(("needs-file",), detect, likely=("needs-file",))
