"""Weights not clipped: one side brings weights back between two bounds behind each update, the other lets them go."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.clipped_weights import clipped_weights
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

# A side that clips, if at another bound.
_CLIPS = re.compile(r"\bclip_by_value\b|\bclip\(|_constraint\b|Constraint\b")


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, where the values of one at the start of a step are those of the other, cut off
    at one bound, and the text of the other clips nothing.

    The trial cuts them off behind each update of the other side, and would cure nothing else.
    """
    found = clipped_weights(evidence) if differs(evidence) else None
    if found is None:
        return None
    if _CLIPS.search(evidence.side(found.place.other).source):
        return None
    mine, other = evidence.side(found.place).name, evidence.side(found.place.other).name
    named = ", ".join(found.names[:3]) + (", …" if len(found.names) > 3 else "")
    return Finding(
        "weights-not-clipped",
        Confidence.LIKELY,
        f"{mine} keeps {named} between -{found.bound:g} and {found.bound:g} behind each update; {other} does not",
        f"clip there, too: variable.assign(tf.clip_by_value(variable, -{found.bound:g}, {found.bound:g})) behind the "
        "update, or a constraint of the layer"
        if found.place is Place.LEFT
        else "leave the clipping, or the constraint, out",
        trials=(
            Change(
                f"weights kept between -{found.bound:g} and {found.bound:g}",
                found.place.other,
                patch="weights_clipped",
                arguments={"variables": list(found.others), "bound": found.bound},
            ),
        ),
    )


CAUSE = Cause(("weights-not-clipped",), detect, likely=("weights-not-clipped",), stages=(Stage.START,))
