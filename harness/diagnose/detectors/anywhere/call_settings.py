"""Settings of calls: what the two sides called with other settings, as it was seen while they ran."""

from functools import partial

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.first_values import apart_at_start, held_to_the_same
from harness.diagnose.facts.fact import OTHER
from harness.diagnose.facts.suspect import suspect
from harness.diagnose.facts.table import FACTS, STAGES
from harness.words.finding import Finding

_INITIALIZERS = "initializer-defaults"
# What has a detector of its own, which asks for the facts where the texts say nothing.
_ELSEWHERE = frozenset({"dropout-left-out", "epsilon", "gradient-not-stopped", "other-optimizer", "other-rate"})


def detect(cause: str, evidence: Evidence) -> Finding | None:
    """Find calls of both scripts that stand for one another and differ in a setting, for this cause.

    The trial gives the calls of one side the settings of the other, and would cure nothing else. Of initializers, which
    may draw by another generator besides, a further one runs the right side from the left one's values: the calls say
    that they differ, and that run that nothing else does.
    """
    found = suspect(evidence, cause)
    if found is None or cause != _INITIALIZERS or not apart_at_start(evidence):
        return found
    return held_to_the_same(found, evidence) or found


# The prelude that sees calls.
WITNESS = "watch_calls"

_NAMES = tuple(dict.fromkeys([*(fact.cause for fact in FACTS if fact.cause not in _ELSEWHERE), OTHER]))

# One for each cause that the table knows of, the general one last.
CAUSES = tuple(
    Cause((name,), partial(detect, name), witnesses=(WITNESS,), stages=tuple(STAGES[name])) for name in _NAMES
)
