"""An experiment: one side run again with one thing changed, and whether the numbers agree then."""

import time
from dataclasses import replace

from harness.diagnose.agreement import met
from harness.diagnose.evidence import Evidence
from harness.diagnose.finding import Change, Experiment
from harness.diagnose.gather import gather
from harness.diagnose.laboratory import Laboratory


def try_out(evidence: Evidence, change: Change, laboratory: Laboratory) -> Experiment:
    """Run the side that a change names again, with it, and count how many numbers agree then of those both sides have.

    A number that the changed run no longer gives does not agree. The experiment has ``failed`` where the run failed,
    or could not be done.
    """
    began = time.monotonic()
    before = met(evidence)
    mine, other = (evidence.right, evidence.left) if change.side == "right" else (evidence.left, evidence.right)
    given = laboratory.run(mine, change, other)
    if isinstance(given, str):
        seconds = time.monotonic() - began
        return Experiment(change.says, change.side, before.agreeing, 0, before.total, seconds, given)
    left, right = (evidence.left, given) if change.side == "right" else (given, evidence.right)
    # The comparison is the old one: numbers alone are counted, and to compare takes longer than to count.
    after = gather(left, right, evidence.tolerances, evidence.comparison)
    names = {paired.name for paired in evidence.paired}
    shared = met(replace(after, paired=tuple(paired for paired in after.paired if paired.name in names)))
    total = max(before.total, shared.total)
    seconds = time.monotonic() - began
    return Experiment(change.says, change.side, before.agreeing, shared.agreeing, total, seconds)
