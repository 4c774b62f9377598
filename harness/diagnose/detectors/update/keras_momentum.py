"""Momentum: Keras' SGD has the rate inside its velocity, TF1's MomentumOptimizer outside."""

from itertools import pairwise

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import agree_until
from harness.diagnose.evidence.agreement import first_apart_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import is_apart, is_rate, moving, rates
from harness.diagnose.sources.said.optimizers import optimizers_of
from harness.diagnose.sources.text.source import Source, read_source
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

# What is nearer than this differs by rounding, which the change of the rate has not caused.
_NEAR = Tolerances(Tolerance(relative=1e-5), {})


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script with Keras' momentum whose rate changes on the way, where the left one has not got it, and
    numbers that agree until the rate changes.

    The trial takes the rate out of the velocity, and would cure no other cause.
    """
    left, right = read_source(evidence.left.source), read_source(evidence.right.source)
    mine = [made for made in optimizers_of(right) if made.keras and made.momentum]
    if not mine or any(made.keras and made.momentum for made in optimizers_of(left)):
        return None
    apart = tuple(
        paired for paired in moving(evidence) if not is_rate(paired.name) and is_apart(paired, evidence.tolerances)
    )
    first = first_apart_of(apart, _NEAR)
    if first is None or any(is_apart(paired, evidence.tolerances) for paired in rates(evidence)):
        return None
    change = _rate_changes_at(evidence)
    if change is None:
        if not _sets_rate(right, mine[0].call.argument(0, "learning_rate")) or first == 0:
            return None
        why = f"the rate changes on the way (line {mine[0].call.line} makes the optimizer)"
    elif first < change:
        return None
    else:
        why = f"the rate changes in record {change + 1}"
    aside = "" if first_apart_of(apart, evidence.tolerances) == first else ", last digits aside"
    known = any(made.momentum for made in optimizers_of(left))
    return Finding(
        "keras-momentum",
        Confidence.LIKELY if known or change is not None else Confidence.POSSIBLE,
        f"{names_of(apart)}: {agree_until(first)}{aside}; {why}, and {evidence.right.name} has Keras' SGD "
        f"with momentum (line {mine[0].call.line})",
        "keep the velocity yourself: velocity.assign(momentum * velocity + gradient); w.assign_sub(rate * velocity)",
        trials=(Change("TF1's momentum", patch="tf1_momentum"),),
    )


def _rate_changes_at(evidence: Evidence) -> int | None:
    """The record in which a printed rate is first another one."""
    for paired in rates(evidence):
        numbers = paired.right.numbers
        for before, number in pairwise(numbers):
            if before.value != number.value:
                return number.position
    return None


def _sets_rate(source: Source, rate: str | None) -> bool:
    """Whether a script gives its optimizer another rate later, or a schedule."""
    return any(
        name.name.endswith((".learning_rate", ".lr")) or ".schedules." in name.name for name in source.names
    ) or (rate is not None and "schedule" in rate.lower())


CAUSE = Cause(("keras-momentum",), detect, stages=(Stage.UPDATE,))
