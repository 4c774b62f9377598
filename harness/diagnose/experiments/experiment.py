"""An experiment: one side run again with one thing changed, and whether the numbers agree then."""

import time
from dataclasses import replace

from harness.diagnose.evidence.agreement import Agreement, met
from harness.diagnose.evidence.distance import furthest
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import gather_again
from harness.diagnose.evidence.scaled import only_scaled
from harness.diagnose.experiments.laboratory import UPDATED, Laboratory
from harness.targets.outcome import Failure
from harness.words.finding import Change, Counts, Experiment, Place


def try_out(evidence: Evidence, change: Change, laboratory: Laboratory) -> Experiment:
    """Run the side that a change names again, with it, and count what the change says: how many numbers agree then, of
    those that both sides have, or how many lines.

    Of numbers the largest distance is kept, too: a change may bring all of them nearer and none into agreement.
    A number that the changed run no longer gives does not agree. The experiment has ``failed`` where the run failed,
    or could not be done.
    """
    began = time.monotonic()
    if change.counts is Counts.UPDATES:
        return _watched(evidence, change, laboratory)
    count = _lines if change.counts is Counts.LINES else met
    before = count(evidence)
    other = evidence.side(change.side.other)
    given = laboratory.run(evidence.side(change.side), change, other)
    done = Experiment(change.says, change.side, before.agreeing, 0, before.total, 0.0, counts=change.counts)
    if isinstance(given, Failure):
        return replace(done, seconds=time.monotonic() - began, failed=given.reason)
    left, right = (evidence.left, given) if change.side is Place.RIGHT else (given, evidence.right)
    after = gather_again(evidence, left, right)
    names = {paired.name for paired in evidence.paired}
    after = replace(after, paired=tuple(paired for paired in after.paired if paired.name in names))
    shared = count(after)
    total = max(before.total, shared.total)
    done = replace(done, agreeing=shared.agreeing, total=total, seconds=time.monotonic() - began)
    # Of numbers that are gone none is near.
    if change.counts is not Counts.NUMBERS or shared.total < before.total:
        return done
    # What was off by a factor before the change has another reason.
    scaled = only_scaled(after) if change.scales and only_scaled(evidence) is None else None
    if scaled is not None:
        return replace(done, agreeing=total, aside=f", {scaled.name} but for the factor {scaled.factor}")
    return replace(done, apart_before=furthest(evidence.paired), apart=furthest(after.paired))


def _watched(evidence: Evidence, change: Change, laboratory: Laboratory) -> Experiment:
    """Whether the changed run goes through to its end without an update: one thing to agree, which did not before."""
    began = time.monotonic()
    given = laboratory.run(evidence.side(change.side), change, evidence.side(change.side.other))
    updated = isinstance(given, Failure) and given.kind == UPDATED
    failed = given.reason if isinstance(given, Failure) and not updated else ""
    seconds = time.monotonic() - began
    none = not updated and not failed
    return Experiment(change.says, change.side, 0, int(none), 1, seconds, failed=failed, counts=change.counts)


def _lines(evidence: Evidence) -> Agreement:
    left, right = evidence.left.lines, evidence.right.lines
    same = sum(mine == other for mine, other in zip(left, right, strict=False))
    return Agreement(same, max(len(left), len(right)))
