"""Rate frozen: a Python number that a tf.function read when it was traced, and never again."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import agree_until, verb
from harness.diagnose.evidence.agreement import first_apart_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import is_apart, is_constant, is_rate, moving, rates, trained
from harness.diagnose.sources.said.traced import frozen_names, traces
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a ``tf.function`` of the right script that reads a Python number which changes outside of it, and trained
    numbers that agree in the first record and differ later; or a rate that falls on the left and stays on the right.

    The trial runs functions eagerly: it would also cure whatever else a trace has frozen, of which no page speaks.
    """
    right = evidence.right
    if right.source == evidence.left.source or not traces(right.source):
        return None
    still = [paired for paired in rates(evidence) if is_constant(paired.right) and not is_constant(paired.left)]
    apart = tuple(
        paired
        for paired in trained(evidence) or moving(evidence)
        if not is_rate(paired.name) and is_apart(paired, evidence.tolerances)
    )
    first = first_apart_of(apart, evidence.tolerances)
    if first is None or (first == 0 and not still):
        return None
    frozen = frozen_names(right.source)
    if evidence.watched is None and not still:
        # What no stage shows to be a rate is one by its name.
        frozen = tuple(name for name in frozen if is_rate(name))
    if not frozen and not still:
        return None
    what = (
        f"{' and '.join(frozen)} {verb(frozen, 'changes', 'change')} outside of a tf.function of {right.name} that "
        f"reads {verb(frozen, 'it as a Python number', 'them as Python numbers')}"
        if frozen
        else f"{still[0].name} of {right.name} stays at its first value, and {right.name} has a tf.function"
    )
    return Finding(
        "rate-frozen",
        Confidence.LIKELY if frozen else Confidence.POSSIBLE,
        f"{names_of(apart)}: {agree_until(first)}; {what}",
        "hand the rate to the function as a tensor, or keep it in a tf.Variable; a Python number becomes a constant of "
        "the graph",
        trials=(Change("functions run eagerly", patch="eager_functions"),),
    )


CAUSE = Cause(("rate-frozen",), detect, stages=(Stage.RATE,))
