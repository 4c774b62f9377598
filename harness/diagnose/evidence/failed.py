"""Failed sides: which of two did not run, and all that is known of why."""

import re
from collections.abc import Sequence

from harness.diagnose.evidence.evidence import Evidence, Side


def failed_alike(evidence: Evidence, pattern: re.Pattern[str]) -> tuple[Sequence[Side], re.Match[str]] | None:
    """Give the sides whose failure a pattern finds, and what it found in the first of them; None where a side failed
    for another reason, or none failed."""
    failed = [side for side in (evidence.left, evidence.right) if side.failure is not None]
    found = [match for side in failed if (match := pattern.search(said_of(side))) is not None]
    return (failed, found[0]) if failed and len(found) == len(failed) else None


def said_of(side: Side) -> str:
    """Give the reason and the traceback of a failure, and the end of what the script said itself."""
    assert side.failure is not None
    return "\n".join((side.failure.reason, side.failure.detail, side.stderr[-4000:], *side.lines[-20:]))


def named(sides: Sequence[Side]) -> str:
    """Give the names of one or two sides, as the subject of a sentence; a script that was run twice is one."""
    names = list(dict.fromkeys(side.name for side in sides))
    return " and ".join(names)
