"""lr set in vain: an optimizer of Keras 3 has no ``lr``, and lets a script set one that nothing reads."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.keras_3 import place_of_keras_3
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.attributes import with_attribute_set
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side with Keras 3 that sets ``optimizer.lr``, beside one with an older Keras.

    The trial has it set ``learning_rate`` there. It would cure nothing else.
    """
    place = place_of_keras_3(evidence)
    if place is None or not differs(evidence):
        return None
    side = evidence.side(place)
    found = with_attribute_set(side.source, "lr", "learning_rate")
    if found is None:
        return None
    return Finding(
        "lr-set-in-vain",
        Confidence.POSSIBLE,
        f"line {found.line} of {side.name} sets lr of an optimizer, which is learning_rate up to TensorFlow 2.15; from "
        "2.16 on it is an attribute that nothing reads, and training goes on at the rate that it had",
        "set learning_rate",
        trials=(Change("learning_rate set in place of lr", place, source=found.source),),
    )


CAUSE = Cause(("lr-set-in-vain",), detect, stages=(Stage.RATE,), only_confirmed=True)
