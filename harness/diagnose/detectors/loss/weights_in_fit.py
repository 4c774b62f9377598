"""Weights in fit: Keras divides a weighted loss by the rows of the batch, tf.losses by those that have a weight."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_TRAINS = ("fit", "train_on_batch")
_COUNTED = "nonzero weights"
# Up to here Keras divided a weighted loss by the weights that are not 0 itself.
_LAST_COUNTING = (1, 12)


def detect(evidence: Evidence) -> Finding | None:
    """Find a left script whose loss of tf.losses has weights, or that hands them to Keras of TensorFlow 1.12 or
    before, and a right one that hands them to ``fit`` or ``train_on_batch`` of a later one, as their calls were seen.

    The trial scales the weights of each batch so that both divide alike, and would cure nothing else.
    """
    if not differs(evidence):
        return None
    counts = (0,) < evidence.left.release <= _LAST_COUNTING < evidence.right.release
    counting = (each for each in calls_of(evidence.left) if _is_counted(each) or (counts and _is_weighted(each)))
    mine = next(counting, None)
    other = next((call for call in calls_of(evidence.right) if _is_weighted(call)), None)
    if mine is None or other is None:
        return None
    return Finding(
        "weights-in-fit",
        Confidence.POSSIBLE,
        f"{mine.symbol} of {evidence.left.name} (line {mine.line}) divides by the number of weights that are not 0, "
        f"{other.symbol} of {evidence.right.name} (line {other.line}) by the rows of the batch",
        "multiply the weights of each batch by its rows over the number of those that are not 0, or compute the loss "
        "in a loop of your own",
        trials=(Change("weights scaled by rows over weights that are not 0", patch="weights_counted"),),
    )


def _is_counted(call: CallSetting) -> bool:
    return bool(call.settings.get("weighted")) and call.settings.get("reduction") == _COUNTED


def _is_weighted(call: CallSetting) -> bool:
    return call.kind in _TRAINS and "sample_weight" in call.given


CAUSE = Cause(
    ("weights-in-fit",),
    detect,
    witnesses=("watch_calls",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
)
