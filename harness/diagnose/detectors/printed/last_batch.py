"""Last batch: the loss of an epoch counts a short last batch as much as a full one, or by its size."""

import re
from collections.abc import Mapping
from typing import Any

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import apart_in, is_loss
from harness.words.finding import Change, Confidence, Finding, Place

_METRIC = re.compile(r"acc|mae|mse|auc|precision|recall|evaluate|column \d", re.IGNORECASE)


def detect(evidence: Evidence) -> Finding | None:
    """Suspect the mean over batches wherever a side was seen to call fit or evaluate, and only losses and metrics
    differ.

    The trials count every batch alike, in the loss or in all metrics, of data sets or of arrays as well, and would cure
    no other cause: numbers alone tell nothing here, for nobody prints the batches.
    """
    apart = apart_in(evidence)
    if not apart or not all(map(_may_be_mean, apart)):
        return None
    trials = []
    calls: list[str] = []
    for place in (Place.RIGHT, Place.LEFT):
        side = evidence.side(place)
        found = behaviours(side, "fit")
        if not found or side.tensorflow.startswith("1."):
            continue
        calls += [
            f"line {each['line']} of {side.name} calls {each['call']}" for each in sorted(found, key=_is_array)[:1]
        ]
        fed = {each["fed"] for each in found}
        ways = [{"arrays": False}] * ("dataset" in fed) + [{"arrays": True}] * ("arrays" in fed)
        trials += [
            Change(
                f"every batch counted alike in {'all metrics' if everything else 'the loss'}",
                side=place,
                patch="batches_weighted_alike",
                arguments={**way, "all": everything},
            )
            for way in ways
            for everything in (False, True)
        ]
    if not trials:
        return None
    return Finding(
        "last-batch",
        Confidence.POSSIBLE,
        f"{names_of(apart)}: {calls[0]}, whose means count each batch by its size, so a short last one for less",
        "give Keras batches of one size (drop_remainder=True), or weight the mean of the other side by the size",
        trials=tuple(trials),
    )


def _is_array(call: Mapping[str, Any]) -> bool:
    return bool(call["fed"] == "arrays")


def _may_be_mean(paired: Paired) -> bool:
    """Whether a number may be a loss or a metric, as its name tells; a nameless one may be anything."""
    return is_loss(paired.name) or _METRIC.search(paired.name) is not None


CAUSE = Cause(("last-batch",), detect, witnesses=("watch_fit",))
