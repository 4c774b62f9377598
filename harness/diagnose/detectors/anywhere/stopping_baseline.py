"""Stopping baseline: since TensorFlow 2.5 an EarlyStopping that stays behind its baseline does not stop a loss that
falls."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.shape import trains_alike
from harness.diagnose.sources.text.source import line_with_keyword
from harness.words.finding import Change, Confidence, Counts, Finding, Place

_CHANGED = (2, 5)


def detect(evidence: Evidence) -> Finding | None:
    """Find an EarlyStopping with a ``baseline`` on a side from 2.5 on, beside an older side that has one as well, in
    sides that train alike as far as both go.

    The trial has the older side hold an epoch against those before it, and would cure nothing else: it counts lines,
    for those of epochs that one side alone makes have no numbers to agree with.
    """
    newer = [place for place in (Place.LEFT, Place.RIGHT) if evidence.side(place).release >= _CHANGED]
    if len(newer) != 1 or not _goes_on(evidence) or not trains_alike(evidence):
        return None
    side, older = evidence.side(newer[0]), evidence.side(newer[0].other)
    line = _with_baseline(side)
    if not line or not _with_baseline(older) or older.is_log:
        return None
    return Finding(
        "stopping-baseline",
        Confidence.POSSIBLE,
        f"the EarlyStopping in line {line} of {side.name} has a baseline; up to TensorFlow 2.4 it stops a fit that has "
        "not come past it after so many epochs, since 2.5 it waits as long as each epoch is better than the one before",
        "to stop as before, have a callback of your own set self.model.stop_training after so many epochs behind the "
        "baseline",
        trials=(
            Change(
                "epochs held against those before them, and not against the baseline",
                newer[0].other,
                patch="best_from_first_epoch",
                counts=Counts.LINES,
            ),
        ),
    )


def _goes_on(evidence: Evidence) -> bool:
    """Whether one side prints lines that the other one does not."""
    return bool(evidence.comparison.missing or evidence.comparison.left_over)


def _with_baseline(side: Side) -> int:
    return line_with_keyword(side.source, "baseline", "EarlyStopping")


CAUSE = Cause(("stopping-baseline",), detect, only_confirmed=True)
