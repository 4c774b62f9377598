"""Rows held out: fit keeps the last rows for validation, where the other side trains on all of them."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script that gives Keras' ``fit`` a ``validation_split``, of a left one that does not call ``fit``,
    as their calls were seen.

    The trial trains on all rows and validates with the same ones, and would cure nothing else; less than all shows
    nothing.
    """
    if not differs(evidence) or any(call.kind == "fit" for call in calls_of(evidence.left)):
        return None
    found = next(
        (call for call in calls_of(evidence.right) if call.kind == "fit" and "validation_split" in call.given), None
    )
    if found is None:
        return None
    return Finding(
        "rows-held-out",
        Confidence.POSSIBLE,
        f"{found.symbol} of {evidence.right.name} (line {found.line}) holds the last rows out by its validation_split; "
        f"{evidence.left.name} trains on all of them",
        "leave validation_split out, or give the rows to validate with as validation_data",
        trials=(Change("all rows trained, and the last ones validated with as well", patch="all_rows_trained"),),
    )


CAUSE = Cause(
    ("rows-held-out",),
    detect,
    witnesses=("watch_calls",),
    stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)
