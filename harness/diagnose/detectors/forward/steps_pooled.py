"""Steps pooled: one side goes on with the last step of a recurrent layer, the other with the mean of all."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.sequences import with_steps_pooled
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_MOST = 4


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script with a recurrent layer of Keras that gives its last step, or with a layer that pools.

    The trials take the mean of all steps, the largest, or the last step, and would cure nothing else.
    """
    source = evidence.right.source
    if not differs(evidence) or not source or source == evidence.left.source:
        return None
    found = list(islice(with_steps_pooled(source), _MOST))
    if not found:
        return None
    return Finding(
        "steps-pooled",
        Confidence.POSSIBLE,
        f"{evidence.right.name} makes one of the steps of a sequence in line {found[0].line}, and {evidence.left.name} "
        f"takes {found[0].now}",
        "go on with the same of all steps",
        trials=tuple(
            Change(
                f"{each.now} in line {each.line}",
                source=each.source,
                shows=f"line {each.line} of {evidence.right.name} goes on with something else than {each.now} of its "
                f"sequence, which {evidence.left.name} takes",
                advice=f"take {each.now}: return_sequences=True and a pooling layer, or the last step of all",
            )
            for each in found
        ),
    )


CAUSE = Cause(("steps-pooled",), detect, stages=(Stage.FORWARD, Stage.LOSS), only_confirmed=True)
