"""What is left out: one script clips, penalizes, schedules, drops out or stops a gradient, and the other does not."""

from functools import partial

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.facts.left_out import suspect_left_out
from harness.diagnose.facts.lone import LONE_FACTS, LoneFact
from harness.diagnose.facts.suspect import suspect
from harness.words.finding import Finding


def detect(fact: LoneFact, evidence: Evidence) -> Finding | None:
    """Find calls on one side, as they were seen, of which the other side has none; or calls of both that say so by a
    setting, as a dropout that drops nothing.

    The trial runs the side that has them without what they do, and would cure nothing else.
    """
    return suspect_left_out(fact, evidence) or suspect(evidence, fact.cause)


CAUSES = tuple(
    Cause((fact.cause,), partial(detect, fact), witnesses=("watch_calls",), stages=fact.stages) for fact in LONE_FACTS
)
