"""Other metric: both sides train alike, and count by metrics of another kind, or of another number of classes."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import apart_in, differs, trains_alike
from harness.diagnose.sources.changed.metrics import with_other_metric
from harness.words.finding import Change, Confidence, Finding

_MOST = 5


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script with metrics of Keras, and a left one that counts by others, in sides that train alike.

    The trials have the right script count by the left one's, and would cure nothing else.
    """
    left, right = evidence.left, evidence.right
    if not differs(evidence) or not trains_alike(evidence) or not (left.source and right.source):
        return None
    found = list(islice(with_other_metric(right.source, left.source), _MOST)) if left.source != right.source else []
    if not found:
        return None
    apart = names_of(apart_in(evidence))
    return Finding(
        "other-metric",
        Confidence.POSSIBLE,
        f"{apart}: {right.name} counts by {found[0].was} in line {found[0].line}",
        "count by the metric of the old script",
        trials=tuple(
            Change(
                f"{each.now} in place of {each.was} in line {each.line}",
                source=each.source,
                shows=f"{apart}: {right.name} counts by {each.was} in line {each.line}, {left.name} by what is "
                f"{each.now} in Keras",
                advice=f"take {each.now}",
            )
            for each in found
        ),
    )


CAUSE = Cause(("other-metric",), detect, only_confirmed=True)
