"""RMSProp's accumulator: the mean of squared gradients starts at 1 in TF1 and at 0 in Keras."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs, is_apart, shown
from harness.diagnose.sources.said.optimizers import Optimizer, optimizers_of
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find RMSprop of Keras in the right script, where the left one has TF1's, or one by hand, or is a log.

    The first trial changes the accumulator, and the last digits with the formula; the second takes tf.train's epsilon
    besides, and would cure epsilon as well.
    """
    if not differs(evidence):
        return None
    left = optimizers_of(read_source(evidence.left.source))
    made = next((made for made in optimizers_of(read_source(evidence.right.source)) if _is_keras(made)), None)
    if made is None or any(_is_keras(other) for other in left):
        return None
    known = any(other.kind == "RMSprop" for other in left)
    apart = next(paired for paired in evidence.paired if is_apart(paired, evidence.tolerances))
    number = apart.left.numbers[0]
    partner = apart.right.at().get(number.position)
    first = (
        f"{apart.name} is {shown(partner.value)} in the first record, not {shown(number.value)}; "
        if partner is not None and partner.value != number.value
        else ""
    )
    return Finding(
        "rmsprop-accumulator",
        Confidence.LIKELY if known else Confidence.POSSIBLE,
        f"{first}{evidence.right.name} has Keras' RMSprop (line {made.call.line}), whose mean of squared gradients "
        "starts at 0; that of tf.train.RMSPropOptimizer starts at 1",
        "keep the mean yourself, from tf.ones_like(w), or use tf.compat.v1.train.RMSPropOptimizer",
        trials=_trials(made),
    )


def _trials(made: Optimizer) -> tuple[Change, ...]:
    arguments = {"name": "RMSprop", "legacy": False}
    larger = Change("tf.train's RMSProp", patch="tf1_optimizers", arguments=arguments, cures=("epsilon",))
    if made.epsilon is None:
        return (larger,)
    kept = {**arguments, "epsilon": made.epsilon}
    return Change("tf.train's RMSProp and the epsilon that it has", patch="tf1_optimizers", arguments=kept), larger


def _is_keras(made: Optimizer) -> bool:
    return made.keras and made.kind == "RMSprop"


CAUSE = Cause(("rmsprop-accumulator",), detect, stages=(Stage.UPDATE,))
