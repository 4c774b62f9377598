"""The same start as an experiment: what became of the numbers when both sides began with the left one's values."""

import math

from harness.diagnose.evidence.agreement import met
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.first_values import SAYS
from harness.diagnose.evidence.gather import gather_again
from harness.diagnose.evidence.rewritten import prints_otherwise
from harness.diagnose.experiments.by_steps import by_steps
from harness.sides.observing.same_start import SameStart
from harness.words.finding import Change, Experiment, Place
from harness.words.stage import Stage
from harness.words.verdict import Verdict


def started_experiment(done: SameStart | None, evidence: Evidence) -> Experiment | None:
    """Give the experiment that a same start was; None where the sides do not part at their start, or where variables
    were left out of it, so that nobody knows what the others show."""
    if done is None or not done.is_whole or evidence.watched is None or evidence.watched.stage is not Stage.START:
        return None
    if prints_otherwise(evidence):
        return by_steps(Change(SAYS), evidence.watched, done.watched, done.seconds)
    before, after = met(evidence), met(gather_again(evidence, *done.sides))
    total = max(before.total, after.total)
    agreeing = total if done.held.passes and after.total >= before.total else after.agreeing
    sensitivity = done.measured.sensitivity
    excused = len(sensitivity.amplified) if sensitivity is not None else 0
    aside = f", {excused} of them within what one ULP at the start does to the left side" if excused else ""
    if parts_from_there(done) and done.watched.parting is not None:
        aside += f", though stage {done.watched.stage} of step {done.watched.parting.number} is apart then"
    return Experiment(SAYS, Place.RIGHT, before.agreeing, agreeing, total, done.seconds, aside=aside)


def parts_from_there(done: SameStart) -> bool:
    """Whether a stage of a step is apart from the same start: not where it is so behind steps that agree, and all that
    is printed lies within what rounding makes of the left side."""
    parting = done.watched.parting
    if parting is None or parting.first_apart is None:
        return False
    grown = done.held.comparison.verdict is Verdict.AMPLIFIED and done.watched.agreeing > 0
    return not grown or not all(math.isfinite(gap.relative) for gap in parting.first_apart.gaps)
