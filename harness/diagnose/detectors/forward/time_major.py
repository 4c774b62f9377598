"""Time major: one side goes through the first axis of a sequence, the other one through the second."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_OF_CELLS = ("recurrence", "both_directions")
_LAYERS = ("simple_rnn", "gru", "lstm")


def detect(evidence: Evidence) -> Finding | None:
    """Find a left script that runs a cell with ``time_major=True``, of a right one with recurrent layers of Keras that
    go through the second axis, as their calls were seen.

    The trial has these layers go through the first axis, and would cure nothing else; less than all shows nothing, for
    the right script may turn its arrays.
    """
    if not differs(evidence):
        return None
    cells = [call for call in calls_of(evidence.left) if call.kind in _OF_CELLS]
    steps_first = next((call for call in cells if call.settings.get("time_major") is True), None)
    layers = [call for call in calls_of(evidence.right) if call.kind in _LAYERS and "stateful" in call.settings]
    if steps_first is None or not layers or any(call.settings.get("time_major") for call in layers):
        return None
    return Finding(
        "time-major",
        Confidence.POSSIBLE,
        f"{steps_first.symbol} of {evidence.left.name} (line {steps_first.line}) has time_major=True: its first axis "
        f"is time; to {layers[0].symbol} of {evidence.right.name} (line {layers[0].line}) the second one is",
        "turn what the layer is given, tf.transpose(x, [1, 0, 2]), and its sequences back",
        trials=(Change("the first axis as time", patch="time_major"),),
    )


CAUSE = Cause(
    ("time-major",),
    detect,
    witnesses=("watch_calls",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)
