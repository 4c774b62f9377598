"""Needs a display: a script that opens a window, which no run has."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.failed import failed_alike, named
from harness.words.finding import Confidence, Finding

_WINDOW = re.compile(
    r"no display name and no \$DISPLAY|could(?:n't| not) connect to display|cannot connect to X server|"
    r"Cannot load backend '(?P<backend>\w+)'|No module named '?_?tkinter|Cannot open display|NoSuchDisplay|"
    r"The function is not implemented\. Rebuild the library with Windows"
)


def detect(evidence: Evidence) -> Finding | None:
    """Find a window that cannot be opened, by the error that the script ended with.

    It has no trial, and needs no run: the error says so.
    """
    found = failed_alike(evidence, _WINDOW)
    if found is None:
        return None
    sides, match = found
    asked = f" by matplotlib's {match['backend']}" if match["backend"] else ""
    return Finding(
        "needs-display",
        Confidence.LIKELY,
        f"{named(sides)} opens a window{asked}; those of matplotlib, OpenCV and gym are none in a run, but this is one",
        "leave out what names a window, as tkinter.Tk() does; what is shown is not judged",
    )


# Likely without a run: the error says what it is.
CAUSE = Cause(("needs-display",), detect, likely=("needs-display",))
