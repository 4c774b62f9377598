"""Seeded each time: a generator of random numbers is made in each epoch, and so gives the same numbers in each."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.said.begun_anew import seeded_once, seeds_in_loops
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script that seeds inside of a function or a loop, where the left one does so less often.

    The trial does it once, and would cure nothing else; less than all shows nothing.
    """
    left, right = evidence.left, evidence.right
    if right.origin is None or not differs(evidence) or left.source == right.source:
        return None  # a text alone does not tell how often its functions are called
    found = seeds_in_loops(right.source)
    if len(found) <= len(seeds_in_loops(left.source)):
        return None
    changed = seeded_once(right.source)
    if changed is None:
        return None
    first = found[0]
    return Finding(
        "seeded-each-time",
        Confidence.POSSIBLE,
        f"line {first.line} of {right.name} ({first.text}) is done whenever what begins in line {first.loop} is run: "
        "each time the same numbers are drawn",
        "seed once, before the loop or outside of the function",
        trials=(Change(f"{first.text} once", source=changed),),
    )


CAUSE = Cause(
    ("seeded-each-time",),
    detect,
    stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)
