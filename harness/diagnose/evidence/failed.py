"""Failed sides: which of two did not run, and all that is known of why."""

import re
from collections.abc import Callable, Sequence

from harness.diagnose.evidence.evidence import Evidence, Side

# What Python writes between an error and one that came while it was dealt with.
_WHILE_HANDLING = "During handling of the above exception, another exception occurred:"


def failed_alike(
    evidence: Evidence, pattern: re.Pattern[str], said: Callable[[Side], str] | None = None
) -> tuple[Sequence[Side], re.Match[str]] | None:
    """Give the sides whose failure a pattern finds, and what it found in the first of them; None where a side failed
    for another reason, or none failed. It looks in what ``said`` gives of a side, by default all that ``said_of``
    does."""
    failed = [side for side in (evidence.left, evidence.right) if side.failure is not None]
    found = [match for side in failed if (match := pattern.search((said or said_of)(side))) is not None]
    return (failed, found[0]) if failed and len(found) == len(failed) else None


def said_of(side: Side) -> str:
    """Give the reason and the traceback of a failure, and the end of what the script said itself."""
    assert side.failure is not None
    return "\n".join((side.failure.reason, side.failure.detail, side.stderr[-4000:], *side.lines[-20:]))


def last_error_of(side: Side) -> str:
    """Give the error that a script ended with, its traceback as well, and none that it had dealt with before."""
    assert side.failure is not None
    return f"{side.failure.reason}\n{side.failure.detail.rpartition(_WHILE_HANDLING)[2]}"


def named(sides: Sequence[Side]) -> str:
    """Give the names of one or two sides, as the subject of a sentence; a script that was run twice is one."""
    names = list(dict.fromkeys(side.name for side in sides))
    return " and ".join(names)
