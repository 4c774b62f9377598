"""Rows repeated: optimizers of Keras 3 square the gradients of a row that a batch looks up twice one by one."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.keras_3 import place_of_keras_3
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_LOOKS_UP = re.compile(r"\b(?:Embedding|embedding_lookup|gather)\b")


def detect(evidence: Evidence) -> Finding | None:
    """Find a side with Keras 3 that looks rows of a variable up, beside one with an older Keras.

    The trial has its optimizers take the gradients of one row added up. It would cure nothing else.
    """
    place = place_of_keras_3(evidence)
    if place is None or not differs(evidence):
        return None
    side = evidence.side(place)
    lines = side.source.splitlines()
    line = next((number for number, text in enumerate(lines, start=1) if _LOOKS_UP.search(text)), 0)
    if not line:
        return None
    return Finding(
        "rows-repeated",
        Confidence.POSSIBLE,
        f"line {line} of {side.name} looks rows up; of one that a batch looks up several times Adam, RMSprop, Adagrad "
        "and all that squares gradients square each by itself from TensorFlow 2.16 on, up to 2.15 their sum",
        "nothing is wrong with the script; to train as before, give apply_gradients a dense gradient, "
        "tf.convert_to_tensor(gradient), or one whose rows are added up",
        trials=(Change("the gradients of one row added up", place, patch="rows_added_up"),),
    )


CAUSE = Cause(("rows-repeated",), detect, stages=(Stage.UPDATE,), only_confirmed=True)
