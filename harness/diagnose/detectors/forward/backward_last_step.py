"""Backward last step: of a layer for both directions one side takes the last step, the other each direction's own."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script whose Bidirectional layer gives no sequences, of a left one that has all steps of both
    directions, as their calls were seen.

    The trial has that layer give the last step of the sequence in both directions, and would cure nothing else; less
    than all shows nothing, for the left script may take the final states as well.
    """
    if not differs(evidence):
        return None
    left, right = (_both_directions(side) for side in (calls_of(evidence.left), calls_of(evidence.right)))
    found = next((call for call in right if call.settings.get("sequences") is False), None)
    steps = next((call for call in left if call.settings.get("sequences") is not False), None)
    if found is None or steps is None:
        return None
    where = f" (line {found.line})" if found.line is not None else ""
    return Finding(
        "backward-last-step",
        Confidence.POSSIBLE,
        f"{found.symbol} of {evidence.right.name}{where} gives what the backward layer ends with, at the first step of "
        f"the input; {evidence.left.name} takes the last step of what {steps.symbol} gives, at which that layer begins",
        "give the layer return_sequences=True and take [:, -1] to have the same numbers; what was meant is mostly the "
        "other: the final states of both directions",
        trials=(Change("the last step of both directions", patch="backward_last_step"),),
    )


def _both_directions(calls: tuple[CallSetting, ...]) -> list[CallSetting]:
    return [call for call in calls if call.kind == "both_directions"]


CAUSE = Cause(
    ("backward-last-step",),
    detect,
    witnesses=("watch_calls",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)
