"""Unseeded: the first numbers differ already, because neither side seeds its draws."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.sources.said.other_draws import How, other_draws
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script whose draws have no seed, where the left one has none either, by the first record.

    The trial runs the same script once more, and changes nothing.
    """
    found = other_draws(evidence)
    if found is None or found.how is not How.UNSEEDED:
        return None
    drawn = found.calls[0]
    return found.weighed(
        Finding(
            "unseeded",
            Confidence.LIKELY,
            f"{found.start}; {drawn.name} in line {drawn.line} of {evidence.right.name} has no seed and neither has "
            "the script: every run draws other numbers",
            "give every random op a seed on both sides, or feed both the same initial values",
            trials=(Change("the same script once more"),),
        )
    )


CAUSE = Cause(("unseeded",), detect, stages=(Stage.DATA, Stage.START, Stage.FORWARD))
