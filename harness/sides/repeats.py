"""Whether a script that ran twice did the same twice."""

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.words.verdict import Verdict

# Nobody has set a tolerance for a script by itself.
USUAL = Tolerances(Tolerance(), {})
# Times and words may be others.
_REPEATS = (Verdict.IDENTICAL, Verdict.REFORMATTED)


def is_silent(side: Side) -> bool:
    """Whether a run came to its end and printed nothing: a script may only plot, or write files."""
    return side.failure is not None and side.failure.kind == "silent"


def repeats_itself(first: Side, second: Side, held: SideComparison) -> bool:
    """Whether two runs of a script, compared by ``USUAL``, both printed the same numbers, or nothing."""
    if is_silent(first) or is_silent(second):
        return is_silent(first) and is_silent(second)
    went = first.failure is None and second.failure is None
    return went and held.comparison.verdict in _REPEATS and held.rest_is_same
