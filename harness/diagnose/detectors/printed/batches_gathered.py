"""Batches gathered: from Keras 3 on train_on_batch and test_on_batch give means over all batches since compile."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import apart_in, differs, trains_alike
from harness.diagnose.sources.text.source import Call, read_source
from harness.words.finding import Change, Confidence, Finding, Place

_ON_BATCH = ("train_on_batch", "test_on_batch")


def detect(evidence: Evidence) -> Finding | None:
    """Find a side with Keras 3 that trains or tests batch by batch, beside one that does not or has an older Keras, in
    sides that train alike.

    The trial resets that model's metrics before each batch. It would cure nothing else.
    """
    if not differs(evidence) or not trains_alike(evidence):
        return None
    for place in (Place.RIGHT, Place.LEFT):
        side, call = evidence.side(place), _on_batch(evidence.side(place))
        if call is not None and _on_batch(evidence.side(place.other)) is None:
            return _finding(evidence, side, place, call)
    return None


def _finding(evidence: Evidence, side: Side, place: Place, call: Call) -> Finding:
    apart = apart_in(evidence)
    return Finding(
        "batches-gathered",
        Confidence.POSSIBLE,
        f"{names_of(apart)}: {call.method} in line {call.line} of {side.name} gives means over all batches since the "
        "model was compiled; up to TensorFlow 2.15 it gave those of its batch",
        "call model.reset_metrics() before each batch, or where a mean is to begin: a test without it has the training "
        "before it in its loss",
        trials=(Change("metrics reset before each batch", place, patch="batches_reset"),),
    )


def _on_batch(side: Side) -> Call | None:
    """The first call by which a side with Keras 3 trains or tests a batch."""
    calls = read_source(side.source).calls if side.has_keras_3 else ()
    return next((call for call in calls if call.method in _ON_BATCH), None)


CAUSE = Cause(("batches-gathered",), detect, only_confirmed=True)
