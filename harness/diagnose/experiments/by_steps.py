"""An experiment that is judged by what both sides compute, where most of what they print is of another kind."""

import time
from dataclasses import replace

from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.experiments.laboratory import Laboratory
from harness.diagnose.experiments.observed import in_order, observed, seen_before
from harness.targets.outcome import Failure
from harness.watching.ends import comes_apart
from harness.watching.watched import Watched, watched
from harness.words.finding import Change, Counts, Experiment


def try_out_by_steps(evidence: Evidence, change: Change, laboratory: Laboratory) -> Experiment:
    """Run the side that a change names again, with it and watched, and count the steps that agree in all their stages
    before one is apart, of those that both sides were seen to take."""
    began = time.monotonic()
    seen = evidence.watched
    assert seen is not None and seen.parting is not None
    side, other = evidence.side(change.side), evidence.side(change.side.other)
    now = observed(side, change, other, (seen.parting.number,), laboratory)
    if isinstance(now, Failure):
        return replace(by_steps(change, seen, seen, time.monotonic() - began), failed=now.reason)
    held = watched(*in_order(change.side, now, seen_before(evidence, change.side.other)))
    return by_steps(change, seen, held, time.monotonic() - began)


def by_steps(change: Change, before: Watched, after: Watched, seconds: float) -> Experiment:
    """Give what a change does to the steps that agree. One that is no longer taken does not; nor does the last one
    where variables come to other values behind steps that were not looked at."""
    total = max(before.held, after.held)
    agreeing = after.agreeing - comes_apart(after)
    return Experiment(change.says, change.side, before.agreeing, agreeing, total, seconds, counts=Counts.STEPS)
